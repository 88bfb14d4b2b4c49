//! Texts as they are shown where nobody edits them: what cannot be seen is made visible, and nothing in a name is obeyed.
//!
//! A name can hold a line end, a character that turns the text around it backwards, or marks without width that make two
//! different names look the same. In fields for editing such a text stands as it is; in titles, lists and paths it is shown
//! with its marks in angle brackets: `plan‹U+202E›tnemom.exe`. What scripts need stays alone: joiners within words
//! and emoji, and the marks that choose a form of a character.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::direction::{LRM, RLM, has_right_to_left, keeps_apart, reads_from_right};

/// Most characters of a label on a card or in a list; the whole text is where it is edited.
pub const LABEL: usize = 2_000;

/// Most characters of any other text that is only read, for the same reason: a frame that lays out a megabyte stands still.
pub const TEXT: usize = 20_000;

/// The text with everything visible that is not.
#[must_use]
pub fn shown(text: &str) -> Cow<'_, str> {
    mark(text, |_| false)
}

/// The same for a text of several lines.
#[must_use]
pub fn shown_lines(text: &str) -> Cow<'_, str> {
    mark(text, |c| matches!(c, '\n' | '\r' | '\t'))
}

/// The text as [`shown`], with at most `most` characters; what is cut ends in “…”.
#[must_use]
pub fn short(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        Some((end, _)) => Cow::Owned(format!("{}…", shown(text.get(..end).unwrap_or_default()))),
        None => shown(text),
    }
}

/// The text as [`shown_lines`], cut as [`short`] cuts.
#[must_use]
pub fn short_lines(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        Some((end, _)) => Cow::Owned(format!("{}…", shown_lines(text.get(..end).unwrap_or_default()))),
        None => shown_lines(text),
    }
}

/// The text without what cannot be seen; borrowed where all of it can.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    rewritten(text, |c| matches!(c, '\n' | '\r' | '\t'), |_, _, _| ())
}

fn mark(text: &str, fine: impl Fn(char) -> bool) -> Cow<'_, str> {
    rewritten(text, fine, |out, c, at| {
        // What keeps a name apart in a sentence hides nothing.
        if keeps_apart(text, at) {
            return;
        }
        // Nor does what says at the beginning what the first letter says anyway.
        if c == RLM && at == 0 && text.get(c.len_utf8()..).is_some_and(reads_from_right) {
            out.push(c);
            return;
        }
        // Nor does what says that a sentence of ours runs from the left although it begins with a name that does not.
        if c == LRM && at == 0 && text.get(c.len_utf8()..).is_some_and(has_right_to_left) {
            out.push(c);
            return;
        }
        // Writing to a String cannot fail.
        let _ = match c {
            // A line end in a name is common and harmless once it is a blank.
            '\n' | '\t' => write!(out, " "),
            c => write!(out, "\u{2039}U+{:04X}\u{203a}", u32::from(c)),
        };
    })
}

/// The text with something else in the place of each character that cannot be seen.
fn rewritten(text: &str, fine: impl Fn(char) -> bool, instead: impl Fn(&mut String, char, usize)) -> Cow<'_, str> {
    if text.is_ascii() && !text.bytes().any(|b| b.is_ascii_control()) {
        return Cow::Borrowed(text);
    }
    let mut out: Option<String> = None;
    let mut before = None;
    for (at, c) in text.char_indices() {
        let hidden = !fine(c) && is_hidden(c, before, || text.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next()));
        if hidden {
            instead(out.get_or_insert_with(|| text.get(..at).unwrap_or_default().to_owned()), c, at);
        } else if let Some(out) = &mut out {
            out.push(c);
        }
        before = Some(c);
    }
    out.map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Whether a character never has a form of its own: the soft hyphen, the combining grapheme joiner, fillers; marks without
/// width, of direction, and of lines.
const fn is_empty_mark(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}' | '\u{3164}' | '\u{ffa0}'
            | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
    )
}

/// Whether a character would be obeyed or overlooked where it stands.
fn is_hidden(c: char, before: Option<char>, after: impl Fn() -> Option<char>) -> bool {
    match c {
        c if c.is_control() || is_empty_mark(c) => true,
        // Joiners belong between letters of scripts that join, and between emoji.
        '\u{200c}' | '\u{200d}' => !(before.is_some_and(joins) && after().is_some_and(joins)),
        // Flags of regions are written with tags; there they follow a flag or another tag.
        '\u{e0000}'..='\u{e007f}' => !before.is_some_and(|b| b == '\u{1f3f4}' || ('\u{e0020}'..='\u{e007e}').contains(&b)),
        // Forms of a character are chosen with marks behind it; a second one, or one behind a blank, chooses nothing.
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => !before.is_some_and(|b| !b.is_whitespace() && !is_selector(b)),
        c => {
            let number = u32::from(c);
            (0xFDD0..=0xFDEF).contains(&number) || number & 0xFFFE == 0xFFFE
        }
    }
}

fn is_selector(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Whether a joiner next to this character says something: letters of Arabic, Syriac, Indic, South-East Asian and Mongolian
/// scripts with their marks, and pictures. Between Latin, Greek or Cyrillic letters it only makes names differ unseen.
fn joins(c: char) -> bool {
    matches!(c,
        '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{109f}' | '\u{1780}'..='\u{18af}' | '\u{1900}'..='\u{1cff}'
            | '\u{a800}'..='\u{abff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{11000}'..='\u{11fff}'
            | '\u{1e900}'..='\u{1e95f}'
            | '\u{2190}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_shown() {
        for (text, seen) in [
            ("invoice\u{202e}fdp.exe", "invoice‹U+202E›fdp.exe"),
            ("a\u{200b}b", "a‹U+200B›b"),
            ("a\u{200d}b", "a‹U+200D›b"),
            ("a\u{7}b\u{1b}[31m", "a‹U+0007›b‹U+001B›[31m"),
            ("two\nlines\tand", "two lines and"),
            ("\u{2066}x\u{2069}", "‹U+2066›x‹U+2069›"),
            ("\u{2068}x\u{2069}", "‹U+2068›x‹U+2069›"),
            ("\u{2068}שלום\u{2069} is first", "שלום is first"),
            ("\u{2068}שלום\u{202e}x\u{2069}", "‹U+2068›שלום‹U+202E›x‹U+2069›"),
            ("\u{feff}x\u{ad}y", "‹U+FEFF›x‹U+00AD›y"),
            (" \u{fe0f}", " ‹U+FE0F›"),
            ("x\u{e0041}", "x‹U+E0041›"),
        ] {
            assert_eq!(shown(text), seen);
        }
        assert_eq!(shown_lines("a\nb\u{202e}"), "a\nb‹U+202E›");
    }

    #[test]
    fn what_a_script_needs_stays() {
        for text in [
            "Größe 44 – “quoted”",
            "👩\u{200d}👩\u{200d}👧 ❤\u{fe0f}\u{200d}🔥 🏳\u{fe0f}\u{200d}🌈",
            "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
            "می\u{200c}خواهم",
            "क्\u{200d}ष হৃৎ\u{200c}পিণ্ড",
            "e\u{301} 한국어 日本語 ไทย",
        ] {
            assert_eq!(shown(text), text);
            assert!(matches!(shown(text), Cow::Borrowed(_)));
        }
    }

    #[test]
    fn long_labels_are_cut_between_characters() {
        assert_eq!(short("日本語", 2), "日本…");
        assert_eq!(short("日本語", 3), "日本語");
        assert_eq!(short(&"x".repeat(1 << 20), LABEL).chars().count(), LABEL + 1);
    }
}
