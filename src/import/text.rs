//! How words of a table are compared: without case, accents and punctuation.

/// The words in small letters without accents, one blank between them; everything else is left out.
pub(super) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars().flat_map(char::to_lowercase) {
        if matches!(c, '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\'' | '’') {
            continue;
        }
        let plain: &str = match c {
            'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
            'ç' | 'ć' | 'č' => "c",
            'è'..='ë' | 'ē' | 'ę' | 'ě' => "e",
            'ì'..='ï' | 'ī' | 'ı' => "i",
            'ñ' | 'ń' | 'ň' => "n",
            'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
            'ù'..='ü' | 'ū' | 'ů' | 'ű' => "u",
            'ý' | 'ÿ' => "y",
            'ś' | 'š' | 'ş' => "s",
            'ź' | 'ż' | 'ž' => "z",
            'ł' => "l",
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            _ => "",
        };
        if plain.is_empty() && !c.is_alphanumeric() {
            gap = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            out.push(' ');
        }
        if plain.is_empty() {
            out.push(c);
        } else {
            out.push_str(plain);
        }
    }
    out
}

/// What people write where they do not know yet. It is no value, and no mistake.
pub(super) fn is_open(text: &str) -> bool {
    let text = text.trim();
    let dashes = !text.is_empty() && text.chars().all(|c| matches!(c, '-' | '–' | '—' | '?' | '/' | '.' | '…' | '_'));
    dashes
        || matches!(
            fold(text).as_str(),
            "tbc"
                | "tbd"
                | "tba"
                | "n a"
                | "na"
                | "none yet"
                | "to be confirmed"
                | "to be decided"
                | "offen"
                | "noch offen"
                | "k a"
                | "keine angabe"
                | "steht noch aus"
                | "open"
        )
}

/// What people write into a cell of a grid where nothing is planned, or not yet: it is no moment.
pub(super) fn is_filler(text: &str) -> bool {
    is_open(text)
        || matches!(
            fold(text).as_str(),
            "off"
                | "day off"
                | "x"
                | "xx"
                | "xxx"
                | "hold"
                | "on hold"
                | "free"
                | "no post"
                | "no posts"
                | "no posting"
                | "no content"
                | "none"
                | "nothing"
                | "blank"
                | "rest"
                | "rest day"
                | "frei"
                | "kein post"
                | "keine posts"
                | "kein content"
                | "pause"
        )
}

/// The first line of a caption as a title: calendars without titles call their rows by it.
pub(super) fn first_words(caption: &str) -> Option<String> {
    /// Longest such title, in characters.
    const LONGEST: usize = 60;
    let line = caption.lines().map(str::trim).find(|line| !line.is_empty())?;
    if line.chars().count() <= LONGEST {
        return Some(line.to_owned());
    }
    let start: String = line.chars().take(LONGEST).collect();
    let end = start.rfind(' ').unwrap_or(start.len());
    Some(format!("{}…", start.get(..end).unwrap_or_default().trim_end()))
}

/// A text short enough to stand in a sentence.
pub(super) fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let harmless: String =
        line.chars().filter(|c| !c.is_control() && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')).collect();
    if harmless.chars().count() <= 40 {
        return harmless;
    }
    let start: String = harmless.chars().take(39).collect();
    format!("{start}…")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::split_list;

    #[test]
    fn lists_are_read_as_they_are_written() {
        assert_eq!(split_list("reach; saves;;\n \"a; b\"; \"say \"\"hi\"\"\""), ["reach", "saves", "a; b", "say \"hi\""]);
        assert_eq!(split_list("\"a\" and b; c"), ["\"a\" and b", "c"]);
    }

    #[test]
    fn words_are_the_same_however_they_are_written() {
        for (text, folded) in [
            ("  Créateur·rice ", "createur rice"),
            ("Veröffentlichung", "veroffentlichung"),
            ("W/C", "w c"),
            ("Größe", "grosse"),
            ("日本語 #1", "日本語 1"),
            ("e\u{301}", "e"),
            ("---", ""),
        ] {
            assert_eq!(fold(text), folded);
        }
        assert!(
            is_open("–")
                && is_open("TBC")
                && is_open("n/a")
                && is_open("noch offen")
                && is_open("k.A.")
                && !is_open("soonish")
                && !is_open("")
        );
        assert!(is_filler("OFF") && is_filler("x") && is_filler("tbd") && !is_filler("Day off with Maren") && !is_filler(""));
    }
}
