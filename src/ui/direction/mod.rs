//! Texts that are read from right to left, and texts of both directions, in the window.
//!
//! egui shapes the letters of such a text well and puts its words from left to right nevertheless. Here its words are put where
//! they are read: [`Direction`] looks at every text that is about to be painted, whoever painted it, and [`Field`] gives text
//! fields the same, with the cursor beside the letter it belongs to.
//!
//! A text without a letter of such a script is never touched. Nothing here knows what a text says or where it stands: names for
//! screen readers and what is copied stay in the order in which they were written.

mod assemble;
mod field;
mod lines;
mod order;
mod plugin;
mod shape;

use egui::epaint::text::FontsView;
use egui::text::LayoutJob;
use egui::{Context, Galley};

pub use field::Field;
pub use plugin::Direction;

/// From now on every text of this context is painted in the order in which it is read.
pub fn install(ctx: &Context) {
    ctx.add_plugin(Direction::default());
}

/// The same text in the order in which it is read, in the room that egui gave it.
fn read(fonts: &mut FontsView<'_>, source: &Galley, whose: order::Whose) -> Galley {
    let job = LayoutJob::clone(&source.job);
    let mut paragraphs = Vec::new();
    let mut start = 0;
    // egui ends rows at no other sign.
    let ends = |text: &str| if job.break_on_newline { text.find('\n') } else { None };
    while let Some(rest) = job.text.get(start..) {
        let end = ends(rest);
        let range = start..end.map_or(job.text.len(), |at| start + at);
        let text = &job.text[range.clone()];
        let order = order::Order::of(text, whose);
        let sets = shape::sets(fonts, &job, &order, range.start);
        paragraphs.push(lines::Paragraph { order, sets, at: range });
        match end {
            Some(at) => start += at + 1,
            None => break,
        }
    }
    let broken = lines::broken(fonts, &job, paragraphs);
    assemble::galley(source, job, &broken)
}
