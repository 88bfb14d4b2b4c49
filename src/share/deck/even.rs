//! Lines that end well: a title whose lines are about equally long, and no paragraph that ends in one lonely word.
//!
//! The frame of a text stays as wide as it was offered, so that a slide editor has the same room as the page; only the
//! breaks are chosen. What reads from right to left stands at the other edge of its frame and is left alone.

use super::super::scene::{Laid, Style};
use super::Build;

/// Longer texts are set as they come: nobody sees how their lines are balanced.
const MOST: usize = 4;
/// How many times a narrower width is tried.
const TRIES: usize = 6;
/// A last line that fills less of the width than this is lonely.
const LONELY: f64 = 0.2;
/// How long the last lines of a paragraph are looked after.
const PARAGRAPH: usize = 12;

impl Build<'_> {
    /// A title, or a line below one: in as few lines as it needs, and these about equally long.
    pub(super) fn even(&mut self, text: &str, style: Style, width: f64) -> Laid {
        let laid = self.set.text(text, style, width);
        if !(2..=MOST).contains(&laid.lines.len()) || !is_plain(&laid) {
            return laid;
        }
        let (mut low, mut high) = (width / laid.lines.len() as f64, width);
        let mut best = None;
        for _ in 0..TRIES {
            let middle = f64::midpoint(low, high);
            match self.narrower(&laid, style, middle) {
                Some(_) => (best, high) = (Some(middle), middle),
                None => low = middle,
            }
        }
        self.within(laid, style, best)
    }

    /// A paragraph; where its last line would be lonely, the lines before it give something off.
    pub(super) fn paragraph(&mut self, text: &str, style: Style, width: f64) -> Laid {
        let laid = self.set.text(text, style, width);
        let is_lonely = |laid: &Laid| laid.lines.last().is_some_and(|line| line.right - line.left < width * LONELY);
        if !(2..=PARAGRAPH).contains(&laid.lines.len()) || !is_lonely(&laid) || !is_plain(&laid) {
            return laid;
        }
        let found = [0.95, 0.9, 0.84, 0.78].into_iter().find_map(|part| {
            let found = self.narrower(&laid, style, width * part)?;
            (!is_lonely(&found)).then_some(width * part)
        });
        self.within(laid, style, found)
    }

    /// The text in that narrower width, its frame as wide as before.
    fn within(&mut self, laid: Laid, style: Style, narrow: Option<f64>) -> Laid {
        let Some(narrow) = narrow else { return laid };
        Laid { width: laid.width, ..self.set.text(&laid.text, style, narrow) }
    }

    /// The same text, only measured, on as many lines in less width; `None` where that takes more lines or breaks a word.
    fn narrower(&mut self, laid: &Laid, style: Style, width: f64) -> Option<Laid> {
        let found = self.set.measured(&laid.text, style, width);
        let is_same = found.lines.len() == laid.lines.len() && broken(&found) <= broken(laid);
        is_same.then_some(found)
    }
}

/// Whether a text is one paragraph that reads from left to right.
fn is_plain(laid: &Laid) -> bool {
    !laid.text.contains('\n') && laid.lines.iter().all(|line| !line.rtl)
}

/// How many lines end inside a word. In scripts without blanks between words all do, at any width.
fn broken(laid: &Laid) -> usize {
    let is_inside = |at: usize| {
        let before = laid.text.get(..at).and_then(|text| text.chars().next_back());
        let after = laid.text.get(at..).and_then(|text| text.chars().next());
        before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
    };
    laid.lines.iter().filter(|line| is_inside(line.range.end)).count()
}
