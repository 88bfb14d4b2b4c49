//! Pages that the team wrote: a title, and words below it that go on where the page ends.

use super::super::choice::Section;
use super::super::scene::Weight;
use super::Build;
use super::flow::Flow;
use crate::words::deck as say;

pub(super) fn build(b: &mut Build<'_>) {
    // The words are larger than those of tables: there is nothing else on the page.
    let style = b.style(13.0, 19.0, Weight::Regular, b.look.text);
    let plan = b.plan;
    for (title, text) in &plan.own_pages {
        let title = if title.trim().is_empty() { say::own_page() } else { title };
        let mut flow = Flow::new(b, Section::Own, title, (title, ""), title.to_owned());
        for paragraph in text.lines().filter(|line| !line.trim().is_empty()) {
            flow.paragraph(b, paragraph.trim(), style);
        }
        flow.finish(b);
    }
}
