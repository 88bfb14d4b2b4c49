//! Text fields whose text is read from right to left: the cursor stands beside the letter it belongs to, a click finds the letter
//! under the pointer, and the arrow keys go where they point.
//!
//! egui asks a galley which letter is at a place, and expects that letters follow each other from left to right. So a galley is
//! aimed: for the one place that egui will ask about, its letters answer what is right there.

use std::sync::Arc;

use egui::text::{CCursorRange, LayoutJob, TextWrapping};
use egui::text_edit::TextEditOutput;
use egui::{Color32, Event, FontId, Galley, Id, Key, Pos2, TextBuffer, Ui};

use crate::model::direction::{has_right_to_left, reads_from_right};

use super::plugin::in_order;

/// A text field around egui's: made before it is drawn, told after it.
pub struct Field {
    id: Id,
    font: FontId,
    color: Color32,
    several: bool,
    from_right: bool,
    writes: bool,
}

/// What the next frame has to know of a field.
#[derive(Clone, Copy)]
struct Last {
    /// Where its text begins in the window.
    origin: Pos2,
    /// How far from there the cursor stands, or stood before it went up and down.
    cursor: f32,
}

impl Field {
    /// A field of that text, with one line or `several`.
    #[must_use]
    pub fn new(ui: &Ui, id: Id, text: &str, (font, color): (FontId, Color32), several: bool) -> Self {
        let from_right = reads_from_right(text);
        let writes = ui.memory(|memory| memory.has_focus(id));
        if from_right && writes {
            turn_arrows(ui);
        }
        Self { id, font, color, several, from_right, writes }
    }

    /// Whether its text is read from right to left, and stands at its right edge.
    #[must_use]
    pub const fn is_from_right(&self) -> bool {
        self.from_right
    }

    /// What lays its text out.
    pub fn layouter(&self, ui: &Ui) -> impl FnMut(&Ui, &dyn TextBuffer, f32) -> Arc<Galley> + use<> {
        let (font, color, several) = (self.font.clone(), self.color, self.several);
        let (from_right, writes) = (self.from_right, self.writes);
        let last = ui.data(|data| data.get_temp::<Last>(self.id));
        move |ui, text, width| {
            let text = text.as_str().to_owned();
            let mut job = if several {
                LayoutJob::simple(text, font.clone(), color, width)
            } else {
                LayoutJob::simple_singleline(text, font.clone(), color)
            };
            job.keep_trailing_whitespace = true;
            if from_right && !writes && !several {
                // The beginning is at the right, and egui would show the left end of what is too long.
                job.wrap = TextWrapping::truncate_at_width(width);
            }
            let height = ui.fonts_mut(|fonts| fonts.row_height(&font)) + ui.spacing().extra_text_line_spacing;
            job.sections.iter_mut().for_each(|section| section.format.line_height = Some(height));
            let galley = in_order(ui.ctx(), ui.fonts_mut(|fonts| fonts.layout_job(job)));
            match last {
                Some(last) if has_right_to_left(galley.text()) => Arc::new(aimed(&galley, asked(ui, last))),
                _ => galley,
            }
        }
    }

    /// Has to be told what was drawn.
    pub fn drawn(self, ui: &Ui, output: &TextEditOutput) {
        if self.from_right && self.writes {
            turn_arrows(ui);
        }
        if has_right_to_left(output.galley.text()) {
            // Who goes up and down over a short line comes back under the place where that began.
            let there = |range: CCursorRange| output.galley.pos_from_cursor(range.primary).min.x;
            let cursor = output.cursor_range.map_or(0.0, |range| range.h_pos.unwrap_or_else(|| there(range)));
            ui.data_mut(|data| data.insert_temp(self.id, Last { origin: output.galley_pos, cursor }));
        }
    }
}

/// The place in the text that egui will ask about: the pointer while a button is held, otherwise the cursor, which goes up and down.
fn asked(ui: &Ui, last: Last) -> f32 {
    let pointer = ui.input(|input| {
        let pointer = &input.pointer;
        (pointer.any_down() || pointer.any_released()).then(|| pointer.interact_pos()).flatten()
    });
    pointer.map_or(last.cursor, |pointer| pointer.x - last.origin.x)
}

/// The same galley, whose letters say which of them is at `x`: those before it that they are left of that place, all others that
/// they are right of it.
fn aimed(galley: &Galley, x: f32) -> Galley {
    let mut aimed = galley.clone();
    for placed in &mut aimed.rows {
        let x = x - placed.pos.x;
        let row = Arc::make_mut(&mut placed.row);
        let end = (row.glyphs.len(), row.size.x);
        let edges = row.glyphs.iter().map(|glyph| glyph.pos.x).enumerate().chain([end]);
        let nearest = edges.min_by(|(_, a), (_, b)| (a - x).abs().total_cmp(&(b - x).abs())).map_or(0, |(at, _)| at);
        for (at, glyph) in row.glyphs.iter_mut().enumerate() {
            let middle = if at < nearest { x - 1.0 } else { x + 1.0 };
            glyph.advance_width = 2.0 * (middle - glyph.pos.x);
        }
    }
    aimed
}

/// Left is right and right is left, for whoever counts letters as they were written.
fn turn_arrows(ui: &Ui) {
    ui.input_mut(|input| {
        for event in &mut input.events {
            if let Event::Key { key, .. } = event {
                *key = match *key {
                    Key::ArrowLeft => Key::ArrowRight,
                    Key::ArrowRight => Key::ArrowLeft,
                    other => other,
                };
            }
        }
    });
}
