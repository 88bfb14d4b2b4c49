//! How text enters an artifact: cleaned once, then escaped by the wrapper of its format.
//!
//! The wrappers are types, so that a format string takes an escaped text or does not compile into the right thing by
//! accident: `Svg(&title)`, `Md(&title)`.

use std::borrow::Cow;
use std::fmt::{self, Display, Write};

use base64::Engine as _;

const FSI: char = '\u{2068}';
const PDI: char = '\u{2069}';
const PDF: char = '\u{202C}';
/// Shows nothing, and reads from left to right.
const LRM: char = '\u{200E}';

/// The text without characters that no format may carry; its line ends are kept.
///
/// Control characters and noncharacters are dropped. Direction controls are balanced within their line: what closes
/// nothing is dropped, what stays open is closed, and the line is isolated, so that they never reach the text around.
#[must_use]
pub fn clean(text: &str) -> String {
    let is_end = |c: char| matches!(c, '\n' | '\r' | '\u{0085}' | '\u{2028}' | '\u{2029}');
    let lines: Vec<String> = text.replace("\r\n", "\n").split(is_end).map(clean_line).collect();
    lines.join("\n")
}

fn clean_line(line: &str) -> String {
    // A line that is isolated already is not isolated once more, so that what went out and came back stays as it is.
    let inner = line.strip_prefix(FSI).and_then(|rest| rest.strip_suffix(PDI));
    if let Some(inner) = inner.filter(|inner| inner.chars().any(is_direction)) {
        let again = directed_line(inner);
        if again.strip_prefix(FSI).and_then(|rest| rest.strip_suffix(PDI)) == Some(inner) {
            return again;
        }
    }
    directed_line(line)
}

fn is_direction(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn directed_line(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut open: Vec<char> = Vec::new();
    let mut directed = false;
    for c in line.chars() {
        match c {
            '\t' => out.push(' '),
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => {
                directed = true;
                open.push(PDF);
                out.push(c);
            }
            '\u{2066}' | '\u{2067}' | FSI => {
                directed = true;
                open.push(PDI);
                out.push(c);
            }
            PDF => {
                if open.last() == Some(&PDF) {
                    open.pop();
                    out.push(c);
                }
            }
            PDI => {
                if open.contains(&PDI) {
                    // Closing an isolate closes the embeddings inside it.
                    while let Some(close) = open.pop() {
                        out.push(close);
                        if close == PDI {
                            break;
                        }
                    }
                }
            }
            c if c.is_control() || is_noncharacter(c) => {}
            c => out.push(c),
        }
    }
    out.extend(open.into_iter().rev());
    if directed { format!("{FSI}{out}{PDI}") } else { out }
}

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

/// A sentence of ours that may begin with what somebody wrote: it reads from left to right in any case.
pub(super) fn left_to_right(sentence: &str) -> Cow<'_, str> {
    let first = sentence.chars().find(|c| c.is_alphabetic());
    if first.is_some_and(is_right_to_left) { Cow::Owned(format!("{LRM}{sentence}")) } else { Cow::Borrowed(sentence) }
}

/// What of ours stands behind a text that somebody wrote: in its own order, also where the text reads from right to left.
pub(super) fn behind(text: &str, ours: &str) -> String {
    if text.chars().any(is_right_to_left) { format!("{LRM}{ours}") } else { ours.to_owned() }
}

/// Whether a letter belongs to a script that is read from right to left.
fn is_right_to_left(c: char) -> bool {
    let c = u32::from(c);
    matches!(c, 0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFE | 0x1_0800..=0x1_0FFF | 0x1_E800..=0x1_EFFF)
}

fn is_noncharacter(c: char) -> bool {
    let c = u32::from(c);
    (0xFDD0..=0xFDEF).contains(&c) || c & 0xFFFE == 0xFFFE
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
            first = false;
            for (at, c) in word.char_indices() {
                if means_something(word, at, c) {
                    f.write_char('\\')?;
                }
                f.write_char(c)?;
            }
        }
        Ok(())
    }
}

/// Whether Markdown gives a meaning to this character at this place of a word. Marks that mean something only at the beginning
/// of a line are left alone elsewhere, so that the source stays readable: people read it in wikis, too.
fn means_something(word: &str, at: usize, c: char) -> bool {
    let numbered = at > 0 && word[..at].bytes().all(|b| b.is_ascii_digit());
    let goes_on = word[at + c.len_utf8()..].starts_with(|next: char| next.is_alphanumeric() || next == '/');
    match c {
        // "1." and "1)" begin a list; a dot or colon inside a word makes a bare link of it.
        '.' | ':' => numbered || goes_on,
        ')' => numbered,
        '-' | '+' | '=' | '#' => at == 0,
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
        assert_eq!(Md("| a | *b*\n# c <i> 1. [x](y)").to_string(), r"\| a \| \*b\* \# c \<i\> 1\. \[x\](y)");
        let numbers = [1.0, -0.04, 2.25, -3.1, f64::NAN, f64::INFINITY].map(|x| Px(x).to_string());
        assert_eq!(numbers, ["1", "0", "2.3", "-3.1", "0", "0"]);
    }

    #[test]
    fn only_pictures_become_picture_urls() {
        assert_eq!(data_url(b"<svg onload=x>"), None);
        assert_eq!(data_url(b"GIF89a").as_deref(), Some("data:image/gif;base64,R0lGODlh"));
    }
}
