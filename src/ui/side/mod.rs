//! The panel on the left: the brief, the creators, the ideas, and what can be added; and the rail that it folds to.
//!
//! What it shows is worked out in [`data`]. The sections fold each by itself. The lists of creators and ideas draw only the
//! rows in sight, and have what room the other sections leave.

mod brief;
mod creators;
pub mod data;
mod ideas;
mod palette;
mod rail;
mod section;

use egui::{ScrollArea, Ui, vec2};

use super::view::{Actions, Cx};
use data::Data;
pub use rail::{RAIL, rail_ui};
pub use section::Section;

/// Width that the panel has at first, in points.
pub const WIDTH: f32 = 216.0;
/// Widths that it can have.
pub const WIDTHS: std::ops::RangeInclusive<f32> = 180.0..=320.0;

/// From the edges to what stands in the panel, in points.
const PAD: f32 = 12.0;

/// What the panel remembers.
#[derive(Debug, Default)]
pub struct SideState {
    folded: Vec<Section>,
    data: Data,
    /// The brief is being written here; it was empty when that began.
    writing_brief: bool,
    /// A shared value that is being written.
    new_value: Option<String>,
    /// Whether the further kinds are shown.
    kinds: palette::Kinds,
    /// Height of everything but the list of creators, in points, in the frame before.
    rest: f32,
    /// The panel lies over the board, called from the rail.
    over: bool,
    /// The section that is to be scrolled to.
    wanted: Option<Section>,
}

impl SideState {
    /// The panel with these sections folded.
    #[must_use]
    pub fn folded_at_first(folded: Vec<Section>) -> Self {
        Self { folded, ..Self::default() }
    }

    /// The sections that are folded.
    #[must_use]
    pub fn folded(&self) -> &[Section] {
        &self.folded
    }

    /// Whether the panel lies over the board.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.over
    }

    /// Lays the panel over the board, or takes it away.
    pub fn lay_over(&mut self, over: bool) {
        self.over = over;
    }

    /// That section is in sight when the panel is next drawn; `over` lays the panel over the board.
    fn show_section(&mut self, section: Section, over: bool) {
        self.over = over;
        self.folded.retain(|folded| *folded != section);
        self.wanted = Some(section);
    }
}

/// Draws the panel in the space that `ui` has.
pub fn side_ui(cx: &Cx<'_>, state: &mut SideState, ui: &mut Ui, out: &mut Actions) {
    state.data.follow(cx.campaign);
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let height = ui.available_height();
    ScrollArea::vertical().id_salt("side").auto_shrink([false, false]).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let top = ui.next_widget_position().y;
        brief::brief(cx, state, ui, out);
        let list = creators::creators(cx, state, ui, out, height - state.rest);
        ideas::ideas(cx, state, ui, out);
        palette::palette(cx, state, ui, out);
        let rest = ui.next_widget_position().y - top - list;
        // The list of creators has the room that the rest left in the frame before: where that is another now, once more.
        if (rest - state.rest).abs() > 0.5 {
            state.rest = rest;
            ui.ctx().request_repaint();
        }
    });
    state.wanted = None;
    ideas::carried(cx, ui);
}
