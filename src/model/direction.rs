//! The direction of texts: what somebody wrote from right to left stands in sentences of ours that read from left to right, and
//! neither turns the other.

use std::borrow::Cow;

/// Shows nothing, and reads from left to right.
pub(crate) const LRM: char = '\u{200E}';
/// Shows nothing, and reads from right to left.
pub(crate) const RLM: char = '\u{200F}';
/// What stands between these has a direction of its own, that of its first letter.
pub(crate) const FSI: char = '\u{2068}';
pub(crate) const PDI: char = '\u{2069}';

/// What stands between the parts of a line of ours that says several things.
pub(crate) const DOT: &str = " · ";

/// Whether the character says in which direction text runs.
pub(crate) fn is_direction(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A sentence of ours that may begin with what somebody wrote: it reads from left to right in any case.
#[must_use]
pub fn left_to_right(sentence: &str) -> Cow<'_, str> {
    let first = sentence.chars().find(|c| c.is_alphabetic());
    if first.is_some_and(is_right_to_left) { Cow::Owned(format!("{LRM}{sentence}")) } else { Cow::Borrowed(sentence) }
}

/// What somebody wrote, in a sentence of ours: neither changes the direction of the other. What reads as ours does needs nothing.
#[must_use]
pub fn isolated(text: &str) -> Cow<'_, str> {
    if has_right_to_left(text) { Cow::Owned(format!("{FSI}{text}{PDI}")) } else { Cow::Borrowed(text) }
}

/// What somebody wrote, where it stands by itself among lines of ours: it runs as its first letter says, as everywhere else.
/// Whoever only sees the text cannot know that it is none of our lines, which have the same dots between their parts.
#[must_use]
pub fn alone(text: &str) -> Cow<'_, str> {
    if text.contains(DOT) && reads_from_right(text) { Cow::Owned(format!("{RLM}{text}")) } else { Cow::Borrowed(text) }
}

/// What somebody wrote, at the beginning of a line of ours: it runs as it was written, and all that is ours comes after it.
#[must_use]
pub fn set_apart(text: &str) -> String {
    left_to_right(&isolated(text)).into_owned()
}

/// What of ours stands behind a text that somebody wrote: in its own order, also where the text reads from right to left.
#[must_use]
pub fn behind(text: &str, ours: &str) -> String {
    if has_right_to_left(text) { format!("{LRM}{ours}") } else { ours.to_owned() }
}

/// Whether a text as a whole is read from right to left: its first letter says so that is no part of something isolated.
#[must_use]
pub fn reads_from_right(text: &str) -> bool {
    let mut inside = 0_usize;
    let mut first = None;
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => inside += 1,
            PDI => inside = inside.saturating_sub(1),
            LRM if inside == 0 => return false,
            RLM if inside == 0 => return true,
            c if c.is_alphabetic() && inside == 0 => return is_right_to_left(c),
            c if c.is_alphabetic() => first = first.or(Some(c)),
            _ => {}
        }
    }
    // Where everything is isolated it is as if nothing were.
    first.is_some_and(is_right_to_left)
}

/// Whether what stands at that byte only keeps a name apart that is read from right to left, as [`isolated`] does, or ends that.
/// Nothing else that turns text around stands in between, and no line end. It looks no further than to the next such character.
pub(crate) fn keeps_apart(text: &str, at: usize) -> bool {
    let stops = |c: char| is_direction(c) || c == '\n';
    let rest = text.get(at..).unwrap_or_default();
    let (inside, other) = if let Some(after) = rest.strip_prefix(FSI) {
        let Some(end) = after.find(stops) else { return false };
        (after.get(..end), after.get(end..).is_some_and(|rest| rest.starts_with(PDI)))
    } else if rest.starts_with(PDI) {
        let before = text.get(..at).unwrap_or_default();
        let Some((start, c)) = before.char_indices().rfind(|(_, c)| stops(*c)) else { return false };
        (before.get(start + c.len_utf8()..), c == FSI)
    } else {
        return false;
    };
    other && inside.is_some_and(has_right_to_left)
}

/// Whether any letter of a text is read from right to left. Most texts have none but letters of a single byte, and most others
/// none that begin with a byte as those letters do. It is asked for every text of every frame, so all bytes are looked at at once.
pub(crate) fn has_right_to_left(text: &str) -> bool {
    let may_begin = |byte| matches!(byte, 0xD6..=0xE0 | 0xEF | 0xF0);
    !text.is_ascii() && text.bytes().fold(false, |may, byte| may | may_begin(byte)) && text.chars().any(is_right_to_left)
}

/// Whether a letter belongs to a script that is read from right to left.
pub(crate) fn is_right_to_left(c: char) -> bool {
    let c = u32::from(c);
    matches!(c, 0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFE | 0x1_0800..=0x1_0FFF | 0x1_E800..=0x1_EFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_alone_runs_as_its_first_letter_says() {
        for (text, from_right) in
            [("שלום · Nordlicht", true), ("Nordlicht · שלום", false), ("שלום", true), ("5 · שלום · x", true)]
        {
            let shown = alone(text);
            assert_eq!(reads_from_right(&shown), from_right, "{text}");
            assert_eq!(reads_from_right(text), from_right, "{text}");
            assert_eq!(shown.trim_start_matches(RLM), text);
        }
        assert!(matches!(alone("שלום Nordlicht"), Cow::Borrowed(_)), "nothing is added where nothing has to be said");
    }
}
