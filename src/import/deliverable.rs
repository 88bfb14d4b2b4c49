//! Deliverables as contracts name them: “IG Reel”, “YT integration”, “IG Story x3”, “1 Reel, 3 Stories”. Where it appears and
//! what shape it has both stand in one cell, whichever of the two the column, or the cell of a grid, is said to be.

use super::field::Field;
use super::guess::Column;
use super::row::{Reader, line};
use super::text::fold;
use super::words;
use crate::edit::MomentChange;
use crate::model::{Format, Platform};
use crate::words::import as say;

/// Longest name of a platform or a format, in words.
const LONGEST: usize = 3;
/// Longest text that names a deliverable, in characters.
const LONGEST_TEXT: usize = 80;

/// What a cell says is delivered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Deliverable {
    /// The platforms, in the order of the text.
    platforms: Vec<Platform>,
    /// The shape of the first piece.
    format: Option<Format>,
    /// How many of the first piece.
    count: u32,
    /// Other pieces stand beside the first one.
    has_more: bool,
}

/// Reads a deliverable; `None` where anything in it is neither a platform, a format nor a count.
pub(super) fn read(text: &str) -> Option<Deliverable> {
    let text = text.trim();
    // “YouTube Shorts” is in both lists of words.
    // A bare “x” is a cross, not the platform.
    if text.is_empty() || text.chars().count() > LONGEST_TEXT || text.eq_ignore_ascii_case("x") {
        return None;
    }
    let mut all: Option<Deliverable> = None;
    let text = text.replace(" and ", "+").replace(" und ", "+");
    for part in text.split(['+', ',', '&', ';', '/', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        let piece = piece(part)?;
        match &mut all {
            None => all = Some(piece),
            Some(all) => {
                // “IG + TikTok” is one piece in two places; “Reel + 2 Stories” are two pieces.
                all.has_more |= piece.format.is_some() && all.format.is_some();
                all.format = all.format.or(piece.format);
                all.count = if piece.format.is_some() { all.count } else { all.count.max(piece.count) };
                for platform in piece.platforms {
                    if !all.platforms.contains(&platform) {
                        all.platforms.push(platform);
                    }
                }
            }
        }
    }
    all
}

/// One piece: words for a platform, a format and how many of it, in any order.
fn piece(text: &str) -> Option<Deliverable> {
    let folded = fold(&text.replace('×', "x"));
    let words: Vec<&str> = folded.split(' ').collect();
    let (mut platforms, mut format, mut count) = (Vec::new(), None, None);
    let mut at = 0;
    while let Some(word) = words.get(at) {
        // “3x”, “x3”, “3 x” and “3”.
        let digits = word.trim_start_matches('x').trim_end_matches('x');
        if let Ok(number) = digits.parse::<u32>() {
            if count.is_some() || number == 0 || number > 999 {
                return None;
            }
            count = Some(number);
            at += 1 + usize::from(words.get(at + 1) == Some(&"x"));
            continue;
        }
        if *word == "x" && words.get(at + 1).is_some_and(|next| next.bytes().all(|byte| byte.is_ascii_digit())) {
            at += 1;
            continue;
        }
        let known = (1..=LONGEST).rev().find_map(|length| {
            let name = words.get(at..at + length)?.join(" ");
            let named = words::format(&name).filter(|_| format.is_none());
            let platform = words::platform(&name).filter(|platform| !matches!(platform, Platform::Other | Platform::Irl));
            // A shape is a shape, unless it is a platform and the shape is still to come: “Podcast episode”.
            match (platform, named) {
                (Some(platform), _) => Some((length, Some(platform), format_within(&name))),
                (None, Some(format)) => Some((length, platform_within(&name), Some(format))),
                (None, None) => None,
            }
        });
        let (length, platform, shape) = known?;
        if let Some(platform) = platform.filter(|platform| !platforms.contains(platform)) {
            platforms.push(platform);
        }
        format = format.or(shape);
        at += length;
    }
    (!platforms.is_empty() || format.is_some()).then_some(Deliverable {
        platforms,
        format,
        count: count.unwrap_or(1),
        has_more: false,
    })
}

/// The platform in the name of a format: “ig reel”.
fn platform_within(name: &str) -> Option<Platform> {
    let mut words = name.split(' ').filter(|_| name.contains(' '));
    words.find_map(words::platform).filter(|platform| !matches!(platform, Platform::Other | Platform::Irl))
}

/// The format in the name of a platform: “youtube shorts”.
fn format_within(name: &str) -> Option<Format> {
    name.split(' ').filter(|_| name.contains(' ')).find_map(words::format)
}

/// The one shape, or the platform, in a text that says more than that: “1 IG takeover (60 s)”. `None` where nothing is
/// known in it, and where several shapes are: which of them it is nobody can see.
fn mentioned(text: &str) -> Option<(Option<Platform>, Option<Format>)> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let (mut platform, mut format) = (None, None);
    let mut at = 0;
    while at < words.len() {
        let known = (1..=LONGEST).rev().find_map(|length| {
            let name = words.get(at..at + length)?.join(" ");
            // Single letters and what stands for anything else name nothing in a sentence.
            let named = words::platform(&name).filter(|_| name.len() > 1);
            let named = named.filter(|platform| !matches!(platform, Platform::Other | Platform::Irl | Platform::X));
            let shape = words::format(&name).filter(|format| *format != Format::Other);
            let (named, shape) = (
                named.or_else(|| platform_within(&name).filter(|_| shape.is_some())),
                shape.or(format_within(&name).filter(|_| named.is_some())),
            );
            (named.is_some() || shape.is_some()).then_some((length, named, shape))
        });
        let Some((length, named, shape)) = known else {
            at += 1;
            continue;
        };
        if shape.is_some_and(|shape| format.is_some_and(|other| other != shape)) {
            return None;
        }
        platform = platform.or(named);
        format = format.or(shape);
        at += length;
    }
    (platform.is_some() || format.is_some()).then_some((platform, format))
}

impl Reader<'_> {
    /// Takes in what a text mentions, which stands in the notes with all else that it says; false where it mentions nothing.
    fn mentions(&mut self, column: &Column, text: &str) -> bool {
        let Some((platform, format)) = mentioned(text).filter(|_| text.chars().count() <= LONGEST_TEXT) else { return false };
        if let Some(format) = format {
            self.draft.changes.push(MomentChange::Format(Some(format)));
        }
        self.platform_beside = platform;
        self.notes.push(say::note(&column.header, text));
        true
    }

    /// A cell of a column of formats.
    pub(super) fn format(&mut self, column: &Column, text: &str) {
        let word = line(text);
        if self.told(Field::Format, &word).is_none() && (self.delivered(column, &word) || self.mentions(column, &word)) {
            return;
        }
        if let Some(format) = self.choice(column.at, Field::Format, &word, words::format) {
            self.draft.changes.push(MomentChange::Format(Some(format)));
        }
    }

    /// Takes in a deliverable; false where the text is none. What the column says by itself counts more than what stands beside
    /// it in another one.
    pub(super) fn delivered(&mut self, column: &Column, text: &str) -> bool {
        let Some(found) = read(text) else { return false };
        let platform = found.platforms.first().copied();
        if column.field == Field::Platform {
            if platform.is_none() {
                return false;
            }
            self.draft.changes.push(MomentChange::Platform(platform));
            self.format_beside = found.format;
        } else {
            if let Some(format) = found.format {
                self.draft.changes.push(MomentChange::Format(Some(format)));
            }
            self.platform_beside = platform;
        }
        if found.has_more || found.platforms.len() > 1 || found.count > 1 {
            // A moment has one shape on one platform; the others, and how many, are not forgotten.
            self.notes.push(say::note(&column.header, text));
        }
        self.draft.pieces |= found.has_more || found.count > 1;
        if found.platforms.len() > 1 {
            self.draft.channels = Some(column.at);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deliverables_say_where_and_what_and_how_many() {
        use Platform::{Instagram, TikTok, YouTube};
        for (text, platforms, format, count, has_more) in [
            ("IG Reel", vec![Instagram], Some(Format::Reel), 1, false),
            ("IG Live", vec![Instagram], Some(Format::Live), 1, false),
            ("TikTok", vec![TikTok], None, 1, false),
            ("YT Integration", vec![YouTube], Some(Format::Video), 1, false),
            ("IG Story x3", vec![Instagram], Some(Format::Story), 3, false),
            ("1x Reel", vec![], Some(Format::Reel), 1, false),
            ("3x Story", vec![], Some(Format::Story), 3, false),
            ("2x IG Stories", vec![Instagram], Some(Format::Story), 2, false),
            ("3 × Story", vec![], Some(Format::Story), 3, false),
            ("1 Reel, 3 Stories", vec![], Some(Format::Reel), 1, true),
            ("1x Reel + 2x Story", vec![], Some(Format::Reel), 1, true),
            ("IG Reel + TikTok", vec![Instagram, TikTok], Some(Format::Reel), 1, false),
            ("Instagram Story", vec![Instagram], Some(Format::Story), 1, false),
            ("YouTube Shorts", vec![YouTube], Some(Format::Short), 1, false),
        ] {
            assert_eq!(read(text), Some(Deliverable { platforms, format, count, has_more }), "{text}");
        }
        for (text, found) in [
            ("1 long-form video", Some((None, Some(Format::Video)))),
            ("1 YouTube integration (60 s)", Some((Some(YouTube), Some(Format::Video)))),
            ("Reel about the dog", Some((None, Some(Format::Reel)))),
            ("IG takeover", Some((Some(Instagram), None))),
            ("Reel or story, tbd", None),
            ("Hologram", None),
        ] {
            assert_eq!(mentioned(text), found, "{text}");
        }
        for text in ["", "Maren x Tobi", "Reel about the dog", "10% off", "3", "Sip and Paint", "IG takeover"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
