//! Pages that the team wrote: a title, and words below it that go on where the page ends.

use super::super::choice::Section;
use super::super::encode::shorten;
use super::super::scene::Weight;
use super::Build;
use super::flow::Flow;
use crate::words::deck as say;

/// The longest title that stands over a page, in characters: about three lines. A longer one stands whole below it.
const TITLE: usize = 160;

pub(super) fn build(b: &mut Build<'_>) {
    // The words are larger than those of tables: there is nothing else on the page.
    let style = b.style(13.0, 19.0, Weight::Regular, b.look.text);
    let plan = b.plan;
    for (title, text) in &plan.own_pages {
        // A title is one line, whatever a file says.
        let whole = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let title = if whole.is_empty() { say::own_page().to_owned() } else { shorten(&whole, TITLE) };
        let mut flow = Flow::new(b, Section::Own, &title, (&title, ""), title.clone());
        if title != whole && !whole.is_empty() {
            flow.paragraph(b, &whole, style);
        }
        for paragraph in text.lines().filter(|line| !line.trim().is_empty()) {
            flow.paragraph(b, paragraph.trim(), style);
        }
        flow.finish(b);
    }
}
