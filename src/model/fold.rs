//! Text as it is compared where somebody looks for something: without case, accents and the difference between signs that
//! keyboards do not have. Never shown to anybody.

/// Letters of the Latin alphabet with what they carry, each group before the plain letters that it is compared as.
const LATIN: &[(&str, &str)] = &[
    ("àáâãäåāăąǎǟǡǻȁȃȧḁẚạảấầẩẫậắằẳẵặ", "a"),
    ("æǣǽ", "ae"),
    ("ḃḅḇ", "b"),
    ("çćĉċčḉ", "c"),
    ("ďđðḋḍḏḑḓ", "d"),
    ("èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ", "e"),
    ("ƒḟ", "f"),
    ("ĝğġģǥǧǵḡ", "g"),
    ("ĥħȟḣḥḧḩḫẖ", "h"),
    ("ìíîïĩīĭįıǐȉȋḭḯỉị", "i"),
    ("ĵǰ", "j"),
    ("ķǩḱḳḵ", "k"),
    ("ĺļľŀłḷḹḻḽ", "l"),
    ("ḿṁṃ", "m"),
    ("ñńņňŉǹṅṇṉṋ", "n"),
    ("òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ", "o"),
    ("œ", "oe"),
    ("ṕṗ", "p"),
    ("ŕŗřȑȓṙṛṝṟ", "r"),
    ("śŝşšșṡṣṥṧṩſ", "s"),
    ("ß", "ss"),
    ("ţťŧțṫṭṯṱẗ", "t"),
    ("þ", "th"),
    ("ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự", "u"),
    ("ṽṿ", "v"),
    ("ŵẁẃẅẇẉẘ", "w"),
    ("ẋẍ", "x"),
    ("ýÿŷȳẏẙỳỵỷỹ", "y"),
    ("źżžƶẑẓẕ", "z"),
    ("ά", "α"),
    ("έ", "ε"),
    ("ή", "η"),
    ("ίϊΐ", "ι"),
    ("ό", "ο"),
    ("ύϋΰ", "υ"),
    ("ώ", "ω"),
    ("ς", "σ"),
    ("ё", "е"),
    ("’‘‚‛`´", "'"),
    ("“”„‟«»", "\""),
    ("–—‑‒−", "-"),
    ("\u{a0}\u{202f}\u{2009}\u{3000}\n\r\t", " "),
];

/// Appends a text as it is compared.
pub fn fold_into(folded: &mut String, text: &str) {
    if text.is_ascii() {
        let from = folded.len();
        folded.push_str(text);
        if let Some(new) = folded.get_mut(from..) {
            new.make_ascii_lowercase();
        }
        return;
    }
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_ascii() {
            folded.push(c);
        } else if !is_mark(c) {
            match LATIN.iter().find(|(letters, _)| letters.contains(c)) {
                Some((_, plain)) => folded.push_str(plain),
                None => folded.push(narrow(c)),
            }
        }
    }
}

/// A text as it is compared.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(&mut folded, text);
    folded
}

/// Whether a character only adds to the one before it, or has no shape at all: accents, the vowel points of Arabic and Hebrew,
/// joiners, marks of direction.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}'..='\u{5c2}' | '\u{5c4}'..='\u{5c5}'
        | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// The letters, digits and signs that Japanese and Chinese texts write as wide as their own.
fn narrow(c: char) -> char {
    match u32::from(c) {
        wide @ 0xff01..=0xff5e => char::from_u32(wide - 0xfee0).map_or(c, |narrow| narrow.to_ascii_lowercase()),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_is_what_stands_there() {
        for (there, typed) in [
            ("Inês Corrêa", "ines correa"),
            ("Malmö", "malmo"),
            ("Straße", "strasse"),
            ("Ærø", "aero"),
            ("Łódź", "lodz"),
            ("Ho\u{302}m nay", "hom nay"),
            ("Việt Nam", "viet nam"),
            ("I’m in — again", "i'm in - again"),
            ("ＴＯＢＩ２０", "tobi20"),
            ("İstanbul", "istanbul"),
            ("ΟΔΥΣΣΕΎΣ", "οδυσσευσ"),
            ("كِتَاب", "كتاب"),
            ("שָׁלוֹם", "שלום"),
            ("走ること", "走ること"),
            ("🏃\u{fe0f} run", "🏃 run"),
        ] {
            assert_eq!(fold(there), fold(typed), "{there}");
            assert_eq!(fold(typed), fold(&fold(typed)), "{typed}");
        }
        assert_ne!(fold("走る"), fold("走り"));
    }
}
