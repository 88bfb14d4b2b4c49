//! Pages that the team wrote: a title, and words below it that go on where the page ends.

use std::borrow::Cow;

use super::super::choice::Section;
use super::super::encode::shorten;
use super::super::plan::Plan;
use super::super::scene::Weight;
use super::Build;
use super::flow::Flow;
use crate::words::deck as say;

/// The longest title that stands over a page, in characters: about three lines. A longer one stands whole below it.
const TITLE: usize = 160;

/// A page that the team wrote, as it is read.
pub(in super::super) struct Written<'a> {
    /// What stands over it, on one line.
    pub(in super::super) title: String,
    /// What stands on it, a paragraph a line.
    pub(in super::super) paragraphs: Vec<Cow<'a, str>>,
}

/// The pages that the team wrote for this reader.
pub(in super::super) fn written(plan: &Plan) -> impl Iterator<Item = Written<'_>> {
    plan.own_pages.iter().map(|(title, text)| {
        // A title is one line, whatever a file says.
        let whole = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let title = if whole.is_empty() { say::own_page().to_owned() } else { shorten(&whole, TITLE) };
        let cut = (title != whole && !whole.is_empty()).then_some(Cow::Owned(whole));
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        Written { title, paragraphs: cut.into_iter().chain(lines.map(Cow::Borrowed)).collect() }
    })
}

pub(super) fn build(b: &mut Build<'_>) {
    // The words are larger than those of tables: there is nothing else on the page.
    let style = b.style(13.0, 19.0, Weight::Regular, b.look.text);
    for Written { title, paragraphs } in written(b.plan) {
        let mut flow = Flow::new(b, Section::Own, &title, (&title, ""), title.clone());
        for paragraph in &paragraphs {
            flow.paragraph(b, paragraph, style);
        }
        flow.finish(b);
    }
}
