//! What stands inside of something that is drawn over and over: laid out once, and then only moved.

use std::collections::HashMap;
use std::hash::Hash;

use egui::{Painter, Pos2, Rect, Shape, Vec2};

use super::written;
use crate::model::{DateForm, MoneyForm};
use crate::words::language::Language;

/// Most insides that are kept: those of some twenty pages, so that whoever goes back to one finds it laid out. Each takes a few
/// kilobytes.
const MOST: usize = 4096;

struct Inside<K> {
    /// What it rests on: while that is the same, nothing is laid out again.
    key: K,
    origin: Pos2,
    shapes: Vec<Shape>,
    used: u64,
}

/// Insides, kept from frame to frame by whose they are.
pub(super) struct Insides<I, K> {
    kept: HashMap<I, Inside<K>>,
    frame: u64,
    /// The pass of the window in which they were drawn last.
    pass: u64,
    /// How full the font atlas was, and at which scale: when either changes back, the glyphs lie elsewhere.
    fonts: (f32, f32),
    /// How days and amounts were written, and in which language.
    form: (DateForm, MoneyForm, Language),
}

impl<I, K> Default for Insides<I, K> {
    fn default() -> Self {
        Self {
            kept: HashMap::new(),
            frame: 0,
            pass: 0,
            fonts: (0.0, 0.0),
            form: (DateForm::DayFirst, MoneyForm::SignFirst, Language::English),
        }
    }
}

impl<I: Eq + Hash, K: PartialEq> Insides<I, K> {
    /// Begins a frame. Texts that were laid out point into the font atlas; when that was made anew they are worth nothing.
    #[expect(clippy::redundant_closure_for_method_calls, reason = "the method itself is not general enough in its lifetimes")]
    pub(super) fn begin(&mut self, ui: &egui::Ui) {
        self.frame += 1;
        let fonts = (ui.fonts(|fonts| fonts.font_atlas_fill_ratio()), ui.pixels_per_point());
        let same_scale = (fonts.1 - self.fonts.1).abs() < f32::EPSILON;
        let form = written::form();
        // While something else was in front, a presentation in the colours of the dark theme say, the atlas may have been made anew and
        // filled further than it was, which its fill does not tell.
        let pass = ui.ctx().cumulative_pass_nr();
        let was_away = pass > self.pass + 1;
        if was_away || fonts.0 < self.fonts.0 || !same_scale || form != self.form {
            self.kept.clear();
        }
        self.pass = pass;
        self.fonts = fonts;
        self.form = form;
        if self.kept.len() > MOST {
            self.let_go_of_half();
        }
    }

    /// Those that were drawn longest ago go.
    fn let_go_of_half(&mut self) {
        let mut used: Vec<u64> = self.kept.values().map(|inside| inside.used).collect();
        let middle = used.len() / 2;
        let before = *used.select_nth_unstable(middle).1;
        let last = self.frame.saturating_sub(1);
        self.kept.retain(|_, inside| inside.used > before || inside.used >= last);
    }

    /// Draws the inside of something at a place: as it was, as long as `key` is the same, else by `draw`.
    pub(super) fn draw(&mut self, painter: &Painter, of: I, key: K, at: Pos2, draw: impl FnOnce()) {
        let number = self.frame;
        if let Some(kept) = self.kept.get_mut(&of)
            && kept.key == key
        {
            kept.used = number;
            let by = at - kept.origin;
            painter.extend(kept.shapes.iter().map(|shape| moved(shape, by)));
            return;
        }
        let from = painter.ctx().graphics(|layers| layers.get(painter.layer_id()).map_or(0, |list| list.all_entries().len()));
        draw();
        let shapes = painter.ctx().graphics(|layers| {
            let entries = layers.get(painter.layer_id()).map(|list| list.all_entries().skip(from));
            entries.into_iter().flatten().map(|entry| entry.shape.clone()).collect()
        });
        self.kept.insert(of, Inside { key, origin: at, shapes, used: number });
    }
}

/// How large something is, in tenths of a point: what stands inside of it rests on that.
pub(super) fn tenths(rect: Rect) -> [u32; 2] {
    [rect.width(), rect.height()].map(|points| (points * 10.0).round() as u32)
}

/// A shape somewhere else. Of a text only the place changes: egui's own translation would copy its glyphs.
fn moved(shape: &Shape, by: Vec2) -> Shape {
    let mut shape = shape.clone();
    if let Shape::Text(text) = &mut shape {
        text.pos += by;
    } else {
        shape.translate(by);
    }
    shape
}
