//! How wide columns are, how many lines a text takes in one, and how many pages a sheet is wide in print. It knows nothing of what
//! stands in the cells but how long it is.

use super::super::choice::Paper;
use super::page::Head;

/// A row is at most that many lines high: one long text is not to push the others off the screen.
pub(super) const MOST_LINES: usize = 6;
/// The margins at the left and right of a printed page, in inches.
pub(super) const SIDE: f64 = 0.4;

/// Those above and below.
pub(super) const TOP: f64 = 0.6;

/// The smallest letters that are printed, and those of the cells, in points.
const SMALLEST: f64 = 7.0;
const LETTERS: f64 = 11.0;
/// How wide a character is, in points, in a font that stands in for that of the cells where it is missing. With it, a page has
/// the fewest characters.
const CHARACTER: f64 = 6.7;
/// What a column is wider than its characters, in characters.
const PADDING: f64 = 0.7;
/// The narrowest column.
const NARROW: f64 = 6.0;
/// Room beside a heading for the arrow of the filter, in characters.
const ARROW: f64 = 2.5;
/// Most pages side by side.
const MOST_PAGES: u16 = 20;

/// What a sheet is printed on.
impl Paper {
    /// The number by which a spreadsheet knows it. Slides are not printed: whoever prints their table does so on A4.
    pub(super) const fn number(self) -> u8 {
        match self {
            Self::Letter => 1,
            Self::Wide | Self::A4 => 9,
        }
    }

    /// The room of a landscape page between its margins, in points: its width and its height.
    const fn room(self) -> (f64, f64) {
        let (wide, high) = match self {
            Self::Letter => (792.0, 612.0),
            Self::Wide | Self::A4 => (841.9, 595.3),
        };
        (wide - 2.0 * 72.0 * SIDE, high - 2.0 * 72.0 * TOP)
    }
}

/// The width of a column, in characters: that of the longest of its lines or of its heading, at most that which it was given.
pub(super) fn of(head: &Head, longest: usize) -> f64 {
    let words = head.heading.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
    // Bold letters are a little wider; a heading has two lines.
    let heading = (words as f64 * 1.1 + ARROW).max(head.heading.chars().count() as f64 * 0.6 + ARROW);
    (longest as f64 + 1.0).min(head.width).max(heading).max(NARROW)
}

/// About how many lines the text takes in a column that is that many characters wide, up to the most that are shown.
pub(super) fn lines(text: &str, width: f64) -> usize {
    // Most letters are a little narrower than the digits by which columns are measured.
    let room = ((width * 1.04) as usize).max(1);
    let mut lines = 0;
    for line in text.lines() {
        let mut left = 0;
        lines += 1;
        for word in line.split_whitespace() {
            // A text of which only the beginning is seen does not have to be counted to its end.
            if lines >= MOST_LINES {
                return MOST_LINES;
            }
            let long = word.chars().take(room * MOST_LINES).count();
            let begins = left == 0;
            let needed = if begins { long } else { left + 1 + long };
            if needed <= room {
                left = needed;
            } else {
                let over = if begins { needed - 1 } else { long + room - 1 };
                lines += over / room;
                left = (long - 1) % room + 1;
            }
        }
    }
    lines.clamp(1, MOST_LINES)
}

/// How many pages columns of these widths are wide in print, so that their letters can be read. The first column stands on
/// each of the pages.
pub(super) fn pages(widths: &[f64], paper: Paper) -> u16 {
    let room = paper.room().0 / CHARACTER * LETTERS / SMALLEST;
    let Some((first, rest)) = widths.split_first() else { return 1 };
    let first = first + PADDING;
    let (mut pages, mut used) = (1_u16, first);
    for width in rest {
        let width = width + PADDING;
        if used + width > room && used > first {
            (pages, used) = (pages.saturating_add(1), first);
        }
        used += width;
    }
    pages.min(MOST_PAGES)
}

/// Whether rows that are so high together have room on one page, and their letters can be read there.
pub(super) fn is_one_page_high(height: f64, paper: Paper) -> bool {
    height <= paper.room().1 * LETTERS / SMALLEST
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::share::xlsx::formats::Style;

    #[test]
    fn a_text_takes_the_lines_of_its_words() {
        for (text, width, expected) in [
            ("", 10.0, 1),
            ("short", 10.0, 1),
            ("two words", 6.0, 2),
            ("Entertain; Inspire; Engage", 12.0, 3),
            ("one\ntwo", 10.0, 2),
            ("aaaaaaaaaaaaaaaaaaaaaaaaa", 10.0, 3),
            ("an aaaaaaaaaaaaaaaaaaaaaaaaa", 10.0, 4),
        ] {
            assert_eq!(lines(text, width), expected, "{text}");
        }
        assert_eq!(lines(&"word ".repeat(1000), 10.0), MOST_LINES);
    }

    #[test]
    fn a_column_is_as_wide_as_what_stands_in_it() {
        let width = |heading, longest| of(&Head::new(heading, 30.0, Style::Text), longest);
        assert!(width("Title", 10) < width("Title", 20) && width("Title", 200) <= 30.0);
        assert!(width("Approval", 1) > 9.0);
    }

    #[test]
    fn a_sheet_takes_as_few_pages_as_can_be_read() {
        assert_eq!(pages(&[], Paper::A4), 1);
        assert_eq!(pages(&[30.0; 5], Paper::A4), 1);
        assert_eq!(pages(&[30.0; 7], Paper::A4), 2);
        // The first column stands on each page, so later ones have less room.
        assert_eq!(pages(&[30.0; 12], Paper::A4), 3);
    }
}
