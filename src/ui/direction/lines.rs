//! Where the lines of a text end, as egui ends them: behind a space where there is one, and with an ellipsis where there is no
//! room for more lines. Letters are counted in the order in which they are read, so that what is cut off is the end of the text.

use std::collections::VecDeque;
use std::ops::Range;

use egui::epaint::text::FontsView;
use egui::text::LayoutJob;
use unicode_segmentation::UnicodeSegmentation;

use super::order::{Kind, Order, Piece};
use super::shape::{self, Set};

/// How much wider than its room a line may be because widths are rounded, in points.
const SLACK: f32 = 0.5;

/// A paragraph as it was written, not broken into lines.
pub(super) struct Paragraph {
    pub(super) order: Order,
    pub(super) sets: Vec<Set>,
    /// Its bytes in the job.
    pub(super) at: Range<usize>,
}

/// A line of a paragraph.
pub(super) struct Line {
    /// What stands in it, as it was written.
    pub(super) sets: Vec<Set>,
    /// Which of them stand where, from left to right.
    pub(super) order: Vec<usize>,
    /// Whether its paragraph is read from right to left.
    pub(super) from_right: bool,
    /// Room that is left free before it, in points.
    pub(super) indent: f32,
    /// How high it is where nothing stands in it, in points.
    pub(super) height: f32,
    /// Whether a sign ends it that is no part of it.
    pub(super) newline: bool,
}

/// A text in lines.
#[derive(Default)]
pub(super) struct Broken {
    pub(super) lines: Vec<Line>,
    /// Whether there was no room for all of it.
    pub(super) elided: bool,
}

/// Breaks paragraphs into the lines that their job asks for.
pub(super) fn broken(fonts: &mut FontsView<'_>, job: &LayoutJob, paragraphs: Vec<Paragraph>) -> Broken {
    let mut broken = Broken::default();
    let mut indent = job.sections.first().map_or(0.0, |section| section.leading_space);
    let count = paragraphs.len();
    for (at, paragraph) in paragraphs.into_iter().enumerate() {
        if broken.lines.len() >= job.wrap.max_rows {
            broken.elided = true;
            break;
        }
        lines_of(fonts, job, paragraph, indent, &mut broken);
        indent = 0.0;
        if let Some(line) = broken.lines.last_mut() {
            line.newline = at + 1 < count && !broken.elided;
        }
        if broken.elided {
            break;
        }
    }
    broken
}

/// The lines of one paragraph.
fn lines_of(fonts: &mut FontsView<'_>, job: &LayoutJob, paragraph: Paragraph, mut indent: f32, broken: &mut Broken) {
    let Paragraph { order, sets, at } = paragraph;
    let width = job.effective_wrap_width();
    let section = job.sections.iter().rposition(|section| section.byte_range.start.0 <= at.start).unwrap_or_default();
    let height = job.sections.get(section).map_or(0.0, |section| shape::laid_out(fonts, " ", &section.format).height);
    let from_right = order.is_from_right();
    let mut rest = VecDeque::from(sets);
    let mut line: Vec<Set> = Vec::new();
    let mut x = indent;
    let mut all = false;
    while !all {
        let ends = match rest.pop_front() {
            None => {
                all = true;
                true
            }
            Some(next) if x + next.shaped.width <= width + SLACK => {
                x += next.shaped.width;
                line.push(next);
                false
            }
            Some(next) => {
                let before = (line.len(), rest.len());
                let ends = over(fonts, job, next, &mut line, &mut rest, (width - x, indent > 0.0));
                debug_assert!(ends || (line.len(), rest.len()) != before, "every turn brings the text forward");
                ends
            }
        };
        if !ends {
            continue;
        }
        if broken.lines.len() + 1 >= job.wrap.max_rows && !rest.is_empty() {
            broken.elided = true;
            elide(fonts, job, &mut line, (width - indent, section), from_right);
            all = true;
        }
        let sets = std::mem::take(&mut line);
        let range = sets.first().map_or(0, |set| set.piece.bytes.start)..sets.last().map_or(0, |set| set.piece.bytes.end);
        let starts: Vec<_> = sets.iter().map(|set| set.piece.bytes.start).collect();
        let order = order.line(range, &starts);
        broken.lines.push(Line { sets, order, from_right, indent, height, newline: false });
        (indent, x) = (0.0, 0.0);
    }
}

/// A piece that does not fit into the line: the line ends behind its last space, or inside of the piece where it has none.
/// Returns whether the line ends here; it does not where a single sign is wider than all the room there is.
fn over(
    fonts: &mut FontsView<'_>,
    job: &LayoutJob,
    next: Set,
    line: &mut Vec<Set>,
    rest: &mut VecDeque<Set>,
    (room, indented): (f32, bool),
) -> bool {
    if !job.wrap.break_anywhere {
        if let Some(cut) = line.iter().rposition(|set| ends_line(&set.piece, &set.text)) {
            rest.push_front(next);
            for set in line.drain(cut + 1..).rev() {
                rest.push_front(set);
            }
            return true;
        }
        if indented {
            // The next line has more room, and this one stays empty.
            rest.push_front(next);
            for set in line.drain(..).rev() {
                rest.push_front(set);
            }
            return true;
        }
    }
    let fitting = next.fitting(room + SLACK).max(usize::from(line.is_empty()));
    let all = next.text.graphemes(true).count();
    if fitting == 0 {
        rest.push_front(next);
        return true;
    }
    if fitting >= all {
        line.push(next);
        return false;
    }
    let (head, tail) = next.split(fonts, job, fitting);
    line.push(head);
    rest.push_front(tail);
    true
}

/// Whether a line may end behind that piece.
fn ends_line(piece: &Piece, text: &str) -> bool {
    match piece.kind {
        Kind::Space => text != "\u{A0}",
        Kind::Ideograph => true,
        _ => false,
    }
}

/// Takes so much from the end of the last line that its ellipsis has room.
fn elide(fonts: &mut FontsView<'_>, job: &LayoutJob, line: &mut Vec<Set>, (width, section): (f32, usize), from_right: bool) {
    let Some(ellipsis) = job.wrap.overflow_character else { return };
    let end = line.last().map_or(0, |set| set.piece.bytes.end);
    let section = line.last().map_or(section, |set| set.section);
    let piece = Piece { bytes: end..end, from_right, kind: Kind::Sign(None) };
    let mut ellipsis = Set::new(fonts, job, section, piece, ellipsis.to_string());
    let mut room = width - ellipsis.shaped.width - line.iter().map(|set| set.shaped.width).sum::<f32>();
    while room < 0.0 {
        let Some(last) = line.pop() else { break };
        room += last.shaped.width;
        // At least one sign gives way each time.
        let fitting = last.fitting(room).min(last.text.graphemes(true).count().saturating_sub(1));
        if fitting > 0 {
            let (head, _) = last.split(fonts, job, fitting);
            room -= head.shaped.width;
            line.push(head);
            // Letters at the end of a word may be wider than inside of it; then one more gives way.
            if room < 0.0 && fitting == 1 {
                line.pop();
                room = 0.0;
            }
        }
    }
    let end = line.last().map_or(0, |set| set.piece.bytes.end);
    ellipsis.piece.bytes = end..end;
    line.push(ellipsis);
}
