//! The order in which the parts of a paragraph stand, after the bidirectional algorithm of Unicode.
//!
//! Knows nothing of fonts: it takes a text apart into pieces that each run in one direction, and says in which order the pieces of
//! a line stand.

use std::ops::Range;

use unicode_bidi::{BidiClass, BidiInfo, Level, ParagraphBidiInfo, bidi_class};
use unicode_segmentation::UnicodeSegmentation;

use crate::model::direction::{DOT, FSI, LRM, PDI, RLM, has_right_to_left, is_right_to_left, reads_from_right};

/// A part of a paragraph that stays together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its bytes in the paragraph.
    pub(super) bytes: Range<usize>,
    /// Whether it is read from right to left.
    pub(super) from_right: bool,
    /// What it is.
    pub(super) kind: Kind,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters that are shaped together.
    Word,
    /// A single space: a line may end behind it.
    Space,
    /// A sign that stands alone, as it is or turned around.
    Sign(Option<char>),
    /// A sign of which a line may end on both sides.
    Ideograph,
    /// Says how others stand, and shows nothing.
    Hidden,
}

/// The directions of a paragraph.
pub(super) struct Order {
    text: String,
    from_right: bool,
    levels: Vec<Level>,
    classes: Vec<BidiClass>,
}

/// Whose words a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// Nobody knows: a sentence of ours, perhaps with names in it, or a name alone. What it looks like says which.
    Unknown,
    /// Somebody is writing it: it runs as its first letter says, as in everything that is shared.
    Theirs,
}

impl Order {
    /// The directions of a paragraph.
    pub(super) fn of(paragraph: &str, whose: Whose) -> Self {
        let text = plain(paragraph);
        let (apart, from_right) = match whose {
            Whose::Theirs => (text.clone(), reads_from_right(&text)),
            Whose::Unknown => {
                let apart = apart(&text);
                let from_right = runs_from_right(&text, &apart);
                (apart, from_right)
            }
        };
        let level = if from_right { Level::rtl() } else { Level::ltr() };
        let found = ParagraphBidiInfo::new(&apart, Some(level));
        // What was put around names is in the one text and not in the other.
        let mut own = text.chars().peekable();
        let mut kept = Vec::with_capacity(text.len());
        for (at, c) in apart.char_indices() {
            if own.next_if_eq(&c).is_some() {
                kept.extend(at..at + c.len_utf8());
            }
        }
        let levels = kept.iter().map(|at| found.levels[*at]).collect();
        let classes = kept.iter().map(|at| found.original_classes[*at]).collect();
        Self { text, from_right, levels, classes }
    }

    /// Whether the paragraph is read from right to left.
    pub(super) const fn is_from_right(&self) -> bool {
        self.from_right
    }

    /// The parts of the paragraph as they were written. Nothing stays together over one of the `cuts`, which are bytes.
    pub(super) fn pieces(&self, cuts: &[usize]) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut last: Option<(Level, Script)> = None;
        for (at, grapheme) in self.text.grapheme_indices(true) {
            let level = self.levels[at];
            let bytes = at..at + grapheme.len();
            let (kind, script) = kind_of(grapheme, level.is_rtl());
            // Only letters of one direction that shape each other stay together.
            if let (Kind::Word, Some(piece)) = (kind, pieces.last_mut())
                && piece.kind == Kind::Word
                && last == Some((level, script))
                && !cuts.contains(&at)
            {
                piece.bytes.end = bytes.end;
                continue;
            }
            last = Some((level, script));
            pieces.push(Piece { bytes, from_right: level.is_rtl(), kind });
        }
        pieces
    }

    /// In which order pieces stand from left to right that make the line of these bytes; `starts` are their first bytes. What
    /// begins behind the line, as an ellipsis does, is at its end.
    pub(super) fn line(&self, line: Range<usize>, starts: &[usize]) -> Vec<usize> {
        let paragraph = if self.from_right { Level::rtl() } else { Level::ltr() };
        // Spaces at the end of a line stand at its end, whatever stands before them.
        let mut tail = line.end;
        for (at, _) in self.text[line.clone()].char_indices().rev() {
            if !hangs(self.classes[line.start + at]) {
                break;
            }
            tail = line.start + at;
        }
        let level = |start: &usize| if *start >= tail { paragraph } else { self.levels[*start] };
        BidiInfo::reorder_visual(&starts.iter().map(level).collect::<Vec<_>>())
    }
}

/// Whether a paragraph runs from the right, as it is and with its names kept apart. One that begins with a quotation does as the
/// quotation does, unless there is more of the other direction in it: then it is a sentence about what is quoted.
fn runs_from_right(text: &str, apart: &str) -> bool {
    reads_from_right(apart) || (!text.contains(DOT) && reads_from_right(text) && !is_mostly_other(text, 1))
}

/// Whether there are more letters that run from the left than so many times the others.
fn is_mostly_other(text: &str, times: usize) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let (ours, others): (Vec<_>, Vec<_>) = letters.partition(|c| is_right_to_left(*c));
    others.len() > times * ours.len()
}

/// The same text in which names are kept apart that our sentences have between quotation marks, and what stands between dots: each
/// has a direction of its own and turns nothing around it, as in what is shared.
fn apart(text: &str) -> String {
    if text.starts_with(RLM) {
        // It was said that it stands alone: nobody's name is in a sentence of ours here.
        return text.to_owned();
    }
    let mut names: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for part in text.split(DOT) {
        if part.len() < text.len() {
            names.push(start..start + before_date(part).len());
        }
        names.extend(quoted(part).into_iter().map(|name| start + name.start..start + name.end));
        start += part.len() + DOT.len();
    }
    names.retain(|name| has_right_to_left(&text[name.clone()]));
    let mut apart = String::with_capacity(text.len() + 6 * names.len() + 3);
    if is_ours(text) {
        apart.push(LRM);
    }
    for (at, c) in text.char_indices().chain([(text.len(), '\0')]) {
        apart.extend(names.iter().filter(|name| name.end == at).map(|_| PDI));
        apart.extend(names.iter().filter(|name| name.start == at).map(|_| FSI));
        if at < text.len() {
            apart.push(c);
        }
    }
    apart
}

/// Whether a text is likely a sentence of ours that begins with what somebody wrote: then it runs from the left all the same. That
/// is a line with dots unless all of it is written the other way, and a sentence most of which is not.
fn is_ours(text: &str) -> bool {
    /// So many words of ours make a sentence; a title may have a name or two in it.
    const SENTENCE: usize = 4;
    let is_other = |c: &char| c.is_alphabetic() && !is_right_to_left(*c);
    if text.contains(DOT) {
        return text.chars().any(|c| is_other(&c));
    }
    let words = text.split_whitespace().filter(|word| word.chars().next().is_some_and(|c| is_other(&c))).count();
    words >= SENTENCE && is_mostly_other(text, 2)
}

/// A name without the date that stands behind it.
fn before_date(part: &str) -> &str {
    match part.rsplit_once(", ") {
        Some((name, date)) if date.starts_with(|c: char| c.is_ascii_digit()) => name,
        _ => part,
    }
}

/// What stands between quotation marks, English or German; a quotation may have another one in it.
fn quoted(part: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, (char, char), usize)> = None;
    for (at, c) in part.char_indices() {
        open = match (open, c) {
            (None, '“') => Some((at + c.len_utf8(), ('“', '”'), 0)),
            (None, '„') => Some((at + c.len_utf8(), ('„', '“'), 0)),
            (Some((from, marks, depth)), c) if c == marks.0 => Some((from, marks, depth + 1)),
            (Some((from, marks, 0)), c) if c == marks.1 => {
                found.push(from..at);
                None
            }
            (Some((from, marks, depth)), c) if c == marks.1 => Some((from, marks, depth - 1)),
            (open, _) => open,
        };
    }
    found
}

/// Which letters may be shaped together: fonts have one of the scripts that run from right to left, rarely two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Hebrew,
    Arabic,
    Other,
}

fn script(c: char) -> Script {
    match u32::from(c) {
        0x0590..=0x05FF | 0xFB1D..=0xFB4F => Script::Hebrew,
        0x0600..=0x06FF | 0x0750..=0x077F | 0x0870..=0x08FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFE => Script::Arabic,
        _ => Script::Other,
    }
}

fn kind_of(grapheme: &str, from_right: bool) -> (Kind, Script) {
    let Some(first) = grapheme.chars().next() else { return (Kind::Hidden, Script::Other) };
    let script = script(first);
    let kind = if is_hidden(first) {
        Kind::Hidden
    } else if first.is_whitespace() {
        Kind::Space
    } else if is_ideograph(first) {
        Kind::Ideograph
    } else if from_right {
        // What is no letter of such a script is shaped by nobody, and would be taken for one of the other direction.
        match bidi_class(first) {
            BidiClass::R | BidiClass::AL => Kind::Word,
            _ => Kind::Sign(mirrored(first)),
        }
    } else if is_right_to_left(first) {
        // A number runs from the left, and its digits would be taken for letters that do not.
        Kind::Sign(None)
    } else {
        Kind::Word
    };
    (kind, script)
}

/// Signs that say in which direction others run. They have no width.
const fn is_hidden(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Chinese and Japanese are written without spaces.
const fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
}

/// What stands at the end of a line in the direction of the paragraph.
const fn hangs(class: BidiClass) -> bool {
    use BidiClass::{BN, FSI, LRE, LRI, LRO, PDF, PDI, RLE, RLI, RLO, S, WS};
    matches!(class, BN | FSI | LRE | LRI | LRO | PDF | PDI | RLE | RLI | RLO | S | WS)
}

/// The sign that opens where this one closes.
fn mirrored(c: char) -> Option<char> {
    const PAIRS: &[(char, char)] = &[
        ('(', ')'),
        ('[', ']'),
        ('{', '}'),
        ('<', '>'),
        ('«', '»'),
        ('‹', '›'),
        ('≤', '≥'),
        ('⟨', '⟩'),
        ('「', '」'),
        ('『', '』'),
        ('【', '】'),
        ('《', '》'),
        ('〈', '〉'),
        ('（', '）'),
    ];
    PAIRS.iter().find_map(|&(left, right)| match c {
        c if c == left => Some(right),
        c if c == right => Some(left),
        _ => None,
    })
}

/// The same bytes without a sign that ends a paragraph: where one stands inside of a line, it is a space.
fn plain(text: &str) -> String {
    let space = |c: char| match (bidi_class(c), c.len_utf8()) {
        (BidiClass::B, 1) => ' ',
        (BidiClass::B, 2) => '\u{A0}',
        (BidiClass::B, 3) => '\u{2003}',
        _ => c,
    };
    text.chars().map(space).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The line of these bytes as it stands, letter by letter from left to right, and what the library makes of it.
    fn line(paragraph: &str, line: Range<usize>) -> (String, String) {
        let from_right = reads_from_right(paragraph);
        let order = Order::of(paragraph, Whose::Unknown);
        let pieces: Vec<_> = order.pieces(&[]).into_iter().filter(|piece| line.contains(&piece.bytes.start)).collect();
        let starts: Vec<_> = pieces.iter().map(|piece| piece.bytes.start).collect();
        let mut ours = String::new();
        for at in order.line(line.clone(), &starts) {
            let text = &paragraph[pieces[at].bytes.clone()];
            if pieces[at].from_right { ours.extend(text.chars().rev()) } else { ours.push_str(text) }
        }
        let level = if from_right { Level::rtl() } else { Level::ltr() };
        let theirs = ParagraphBidiInfo::new(paragraph, Some(level)).reorder_line(line).into_owned();
        (ours, theirs)
    }

    #[test]
    fn a_sentence_runs_from_the_left_whatever_name_it_begins_with() {
        let text = crate::model::direction::left_to_right("حملة, draft due");
        let label = crate::model::shown::short(&text, crate::model::shown::LABEL);
        assert!(!Order::of(&label, Whose::Unknown).is_from_right());
        assert!(!label.contains('‹'), "nothing of it is seen: {label}");
    }

    #[test]
    fn lines_stand_as_the_algorithm_says() {
        for text in [
            "שלום עולם יפה",
            "حملة الخريف ٢٠٢٦، الجزء ١٢",
            "حملة 2026 (Nordlicht) قريبا",
            "Launch with שלום עולם (ירושלים) on 5 October",
            "מבצע Black Friday: 30% הנחה!",
            "שָׁלוֹם לְכֻלָּם",
            "🎉 ירושלים 🎉 תל אביב",
            "日本語 עברית 日本語",
            "אבא ואמא",
            "שלום is \u{2068}דנה\u{2069}, twice  ",
            "a\tשלום\tb",
            "",
        ] {
            let (ours, theirs) = line(text, 0..text.len());
            assert_eq!(ours, theirs, "{text:?}");
        }
    }

    #[test]
    fn names_in_our_sentences_turn_nothing_around_them() {
        for (text, seen) in [
            ("“שלום” is at 5 October", "“םולש” is at 5 October"),
            ("Move “שלום”, 5 October", "Move “םולש”, 5 October"),
            ("„שלום“, 5. Oktober", "„םולש“, 5. Oktober"),
            ("שלום · 3 of 5", "םולש · 3 of 5"),
            ("5 October · שלום · 3", "5 October · םולש · 3"),
            ("Values story · דנה, 16 Sep", "Values story · הנד, 16 Sep"),
            ("שלום · עולם", "םלוע · םולש"),
            ("דנה has history with Northbound.", "הנד has history with Northbound."),
            ("“שלום עולם” (Nord)", ")Nord( ”םלוע םולש“"),
            ("סרט Nordlicht 2", "Nordlicht 2 טרס"),
            ("שלום “עולם” 5", "5 ”םלוע“ םולש"),
            ("“שלום עולם”", "”םלוע םולש“"),
            ("“שלום", "םולש“"),
            ("“„שלום“ (Nord)”", "”)Nord( “םולש„“"),
            ("““שלום” (Nord)”", "”)Nord( ”םולש““"),
        ] {
            assert_eq!(line(text, 0..text.len()).0, seen, "{text}");
        }
    }

    #[test]
    fn each_line_of_a_paragraph_is_put_in_order_by_itself() {
        let text = "הסרט הראשון של Nordlicht יוצא ביום 5 באוקטובר (סתיו)";
        for (cut, _) in text.match_indices(' ') {
            for range in [0..cut + 1, cut + 1..text.len()] {
                let (ours, theirs) = line(text, range);
                assert_eq!(ours, theirs);
            }
        }
    }

    #[test]
    fn brackets_open_the_other_way_only_in_what_runs_from_the_right() {
        let kinds = |text: &str| -> Vec<_> {
            let order = Order::of(text, Whose::Unknown);
            order.pieces(&[]).into_iter().map(|piece| piece.kind).filter(|kind| matches!(kind, Kind::Sign(_))).collect()
        };
        assert_eq!(kinds("שלום (עולם)"), [Kind::Sign(Some(')')), Kind::Sign(Some('('))]);
        assert_eq!(kinds("Hello (world)"), []);
        assert_eq!(kinds("Hello (שלום)"), [], "both belong to the sentence that runs from the left");
    }

    #[test]
    fn marks_and_joined_letters_stay_together() {
        let text = "שָׁלוֹם لِأَنَّ";
        let words: Vec<_> =
            Order::of(text, Whose::Unknown).pieces(&[]).into_iter().map(|piece| text[piece.bytes].to_owned()).collect();
        assert_eq!(words, ["שָׁלוֹם", " ", "لِأَنَّ"]);
    }

    #[test]
    fn a_section_begins_a_piece() {
        let pieces = Order::of("שלוםעולם", Whose::Unknown).pieces(&[8]);
        assert_eq!(pieces.iter().map(|piece| piece.bytes.clone()).collect::<Vec<_>>(), [0..8, 8..16]);
    }
}
