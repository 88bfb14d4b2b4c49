//! How text enters an artifact: cleaned once, then escaped by the wrapper of its format.
//!
//! The wrappers are types, so that a format string takes an escaped text or does not compile into the right thing by
//! accident: `Svg(&title)`, `Md(&title)`.

use std::fmt::{self, Display, Write};

use base64::Engine as _;

pub use crate::model::clean;
use crate::model::direction::{FSI, PDI, is_direction};
pub(super) use crate::model::direction::{behind, isolated, left_to_right, set_apart};

/// The first characters of a text on one line, with an ellipsis where some are missing. Direction controls are left
/// out, because a part of a text need not hold both ends of one.
#[must_use]
pub fn shorten(text: &str, longest: usize) -> String {
    let plain: String = text.chars().filter(|c| !is_direction(*c)).map(|c| if c == '\n' { ' ' } else { c }).collect();
    if plain.chars().count() <= longest {
        return plain;
    }
    let start: String = plain.chars().take(longest.saturating_sub(1)).collect();
    format!("{}…", start.trim_end_matches(|c: char| c.is_whitespace() || c == '…'))
}

/// How wide a text is, roughly and in twentieths of the height of its letters: for choosing where nothing can be measured, or
/// what is to be measured.
pub(super) fn rough_width(text: &str) -> usize {
    text.chars().map(rough_advance).sum()
}

fn rough_advance(c: char) -> usize {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '!' | '|' | '\'' | '’' => 6,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '-' | '1' => 8,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' => 18,
        'A'..='Z' => 14,
        // Scripts whose signs are as wide as they are high.
        '\u{1100}'..='\u{11FF}' | '\u{2E80}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FF60}' | '\u{1F000}'.. => {
            21
        }
        '\u{300}'..='\u{36F}' => 0,
        _ => 12,
    }
}

/// The first characters of a text on one line that find room in that many twentieths of the height of its letters.
pub(super) fn shorten_to(text: &str, room: usize) -> String {
    if rough_width(text) <= room {
        return shorten(text, usize::MAX);
    }
    let mut left = room.saturating_sub(rough_advance('…'));
    let fits = text.chars().take_while(|c| {
        let width = rough_advance(*c);
        let is_in = width <= left;
        left = left.saturating_sub(width);
        is_in
    });
    shorten(text, fits.count() + 1)
}

/// A sentence of ours inside HTML: what somebody wrote in it stands in elements that keep its direction.
#[derive(Clone, Copy, Debug)]
pub struct Apart<'a>(pub &'a str);

impl Display for Apart<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut open = 0_usize;
        for part in self.0.split_inclusive(|c| matches!(c, FSI | PDI)) {
            let text = part.trim_end_matches(|c| matches!(c, FSI | PDI));
            Svg(text).fmt(f)?;
            match part.chars().last() {
                Some(FSI) => {
                    open += 1;
                    f.write_str("<bdi>")?;
                }
                Some(PDI) if open > 0 => {
                    open -= 1;
                    f.write_str("</bdi>")?;
                }
                _ => {}
            }
        }
        (0..open).try_for_each(|_| f.write_str("</bdi>"))
    }
}

/// Text inside XML or HTML, as content or in a quoted attribute.
#[derive(Clone, Copy, Debug)]
pub struct Svg<'a>(pub &'a str);

impl Display for Svg<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// A number in a picture: at most one decimal, never an exponent, and 0 for what is no number.
#[derive(Clone, Copy, Debug)]
pub struct Px(pub f64);

impl Display for Px {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = if self.0.is_finite() { (self.0.clamp(-1e7, 1e7) * 10.0).round() as i64 } else { 0 };
        let minus = if tenths < 0 { "-" } else { "" };
        let (whole, rest) = (tenths.abs() / 10, tenths.abs() % 10);
        if rest == 0 { write!(f, "{minus}{whole}") } else { write!(f, "{minus}{whole}.{rest}") }
    }
}

/// Text inside a line of Markdown, also in a table cell or a heading: it reads back as exactly this text, on one line.
#[derive(Clone, Copy, Debug)]
pub struct Md<'a>(pub &'a str);

impl Display for Md<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut first = true;
        for word in self.0.split_whitespace() {
            if !first {
                f.write_char(' ')?;
            }
            for (at, c) in word.char_indices() {
                if means_something(word, at, c, first) {
                    f.write_char('\\')?;
                }
                f.write_char(c)?;
            }
            first = false;
        }
        Ok(())
    }
}

/// Whether Markdown gives a meaning to this character at this place of a word. Marks that mean something only at the beginning
/// of a line are left alone elsewhere, so that the source stays readable: people read it in wikis, too. What is written here is
/// on one line, so that only its first word may begin one.
fn means_something(word: &str, at: usize, c: char, is_first: bool) -> bool {
    let numbered = is_first && at > 0 && word[..at].bytes().all(|b| b.is_ascii_digit());
    let (before, after) = (&word[..at], &word[at + c.len_utf8()..]);
    // A time or a number is no address.
    let is_number = before.ends_with(|c: char| c.is_ascii_digit()) && after.starts_with(|c: char| c.is_ascii_digit());
    let goes_on = !is_number && after.starts_with(|next: char| next.is_alphanumeric() || next == '/');
    match c {
        // "1." and "1)" begin a list; a dot or colon inside a word makes a bare link of it.
        '.' | ':' => numbered || goes_on,
        ')' => numbered,
        '-' | '+' | '=' => is_first && at == 0,
        // At the end of a heading it would go with it.
        '#' => at == 0,
        ',' | ';' | '?' | '!' | '%' | '\'' | '"' | '/' | '(' => false,
        _ => c.is_ascii_punctuation(),
    }
}

/// Text as the value of a line of a calendar, which is clean before.
#[derive(Clone, Copy, Debug)]
pub struct Ics<'a>(pub &'a str);

impl Display for Ics<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '\\' | ';' | ',' => {
                    f.write_char('\\')?;
                    f.write_char(c)?;
                }
                '\n' => f.write_str("\\n")?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// A picture as a URL that holds it; `None` when the bytes are none of the formats a browser is to show.
#[must_use]
pub fn data_url(bytes: &[u8]) -> Option<String> {
    let kind = match bytes {
        [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "png",
        [0xFF, 0xD8, 0xFF, ..] => "jpeg",
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => "gif",
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "webp",
        _ => return None,
    };
    Some(format!("data:image/{kind};base64,{}", base64::engine::general_purpose::STANDARD.encode(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_go_and_directions_stay_inside() {
        assert_eq!(clean("a\u{0}b\u{B}c\u{7f}d\u{9f}e\u{fffe}f\u{fdd0}g"), "abcdefg");
        assert_eq!(clean("one\r\ntwo\rthree\tfour"), "one\ntwo\nthree four");
        assert_eq!(clean("plain, שלום, 日本語, 👩‍👩‍👧"), "plain, שלום, 日本語, 👩‍👩‍👧");
        assert_eq!(clean("gnp.\u{202E}exe"), "\u{2068}gnp.\u{202E}exe\u{202C}\u{2069}");
        assert_eq!(clean("\u{2069}\u{202C}out"), "out", "what closes nothing is dropped");
        assert_eq!(clean("\u{202E}a\nb"), "\u{2068}\u{202E}a\u{202C}\u{2069}\nb", "a direction ends with its line");
        assert_eq!(shorten("\u{2068}\u{202E}abcdef\u{202C}\u{2069}", 4), "abc…");
        for text in [
            "gnp.\u{202E}exe",
            "\u{2068}a\u{2069}",
            "\u{2068}a\u{2069}b\u{2068}c\u{2069}",
            "\u{2067}\u{202E}a\u{2069}b",
            "\u{202E}a\nb",
        ] {
            assert_eq!(clean(&clean(text)), clean(text), "what is clean stays as it is: {text:?}");
        }
        assert_eq!(clean("\u{2067}\u{202E}a\u{2069}b"), "\u{2068}\u{2067}\u{202E}a\u{202C}\u{2069}b\u{2069}");
    }

    #[test]
    fn each_format_has_its_own_escapes() {
        assert_eq!(Svg("<b a=\"x\" b='y'>&").to_string(), "&lt;b a=&quot;x&quot; b=&#39;y&#39;&gt;&amp;");
        assert_eq!(Md("| a | *b*\n# c <i> 1. [x](y)").to_string(), r"\| a \| \*b\* \# c \<i\> 1. \[x\](y)");
        assert_eq!(Md("1. since 2022. - a + b").to_string(), r"1\. since 2022. - a + b");
        assert_eq!(Md("- a at 18:00, tobi.runs, http://x").to_string(), r"\- a at 18:00, tobi\.runs, http\://x");
        let numbers = [1.0, -0.04, 2.25, -3.1, f64::NAN, f64::INFINITY].map(|x| Px(x).to_string());
        assert_eq!(numbers, ["1", "0", "2.3", "-3.1", "0", "0"]);
    }

    #[test]
    fn only_pictures_become_picture_urls() {
        assert_eq!(data_url(b"<svg onload=x>"), None);
        assert_eq!(data_url(b"GIF89a").as_deref(), Some("data:image/gif;base64,R0lGODlh"));
    }
}
