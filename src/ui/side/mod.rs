//! The panel on the left: the brief, the creators, the ideas, and what can be added; and the rail that it folds to.
//!
//! What it shows is worked out in [`data`]. The sections fold each by itself. The lists of creators and ideas draw only the
//! rows in sight, and have what room the other sections leave. Where that is not enough, the brief gives way, so that what can be
//! added is in sight.

mod brief;
mod creators;
pub mod data;
mod ideas;
mod palette;
mod rail;
mod section;

use egui::{Context, ScrollArea, Ui, vec2};

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
    /// Those that somebody wants open wherever they give way.
    unfolded: Vec<Section>,
    /// The brief gives way, and of which height the panel was when that was decided: nothing else than another window changes it, or
    /// it would fold under the hand.
    gives_way: bool,
    decided: Option<f32>,
    /// Height of the brief when it was last open, in points.
    brief: f32,
    data: Data,
    /// The brief is being written here; it was empty when that began.
    writing_brief: bool,
    /// A shared value that is being written.
    new_value: Option<String>,
    /// Whether the further kinds are shown.
    kinds: palette::Kinds,
    /// Height of everything but the lists of creators and ideas, in points, in the frame before.
    rest: f32,
    /// The panel lies over the board, called from the rail.
    over: bool,
    /// The section that is to be scrolled to.
    wanted: Option<Section>,
}

impl SideState {
    /// The panel with these sections folded, and these open where they would give way.
    #[must_use]
    pub fn at_first(folded: Vec<Section>, unfolded: Vec<Section>) -> Self {
        Self { folded, unfolded, ..Self::default() }
    }

    /// The sections that are folded.
    #[must_use]
    pub fn folded(&self) -> &[Section] {
        &self.folded
    }

    /// The sections that somebody wants open wherever they give way.
    #[must_use]
    pub fn unfolded(&self) -> &[Section] {
        &self.unfolded
    }

    /// Whether what is in a section is shown.
    fn is_open(&self, section: Section) -> bool {
        let gives_way = self.gives_way && section == Section::Brief && !self.unfolded.contains(&section);
        !gives_way && !self.folded.contains(&section)
    }

    /// Folds a section that is open, and unfolds one that is not.
    fn fold(&mut self, section: Section) {
        if self.is_open(section) {
            self.folded.push(section);
            self.folded.sort_unstable();
            self.unfolded.retain(|unfolded| *unfolded != section);
        } else {
            self.unfold(section);
        }
    }

    fn unfold(&mut self, section: Section) {
        self.folded.retain(|folded| *folded != section);
        if section == Section::Brief && !self.unfolded.contains(&section) {
            self.unfolded.push(section);
        }
    }

    /// Decides whether the brief gives way in a panel that became higher or lower: `others` is how high all of the other sections are at
    /// least.
    fn make_room(&mut self, height: f32, others: f32, is_empty: bool, ctx: &Context) {
        if self.decided.is_some_and(|decided| (decided - height).abs() < 0.5) {
            return;
        }
        self.decided = Some(height);
        // A brief that is not written yet is what comes first.
        let gives_way = !is_empty && self.brief + others > height;
        if std::mem::replace(&mut self.gives_way, gives_way) != gives_way {
            ctx.request_discard("the brief gives way, or has room again");
        }
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
        self.unfold(section);
        self.wanted = Some(section);
    }
}

/// How high a list is: with all that it shows, and at least.
#[derive(Clone, Copy, Debug, Default)]
struct Heights {
    all: f32,
    least: f32,
}

/// Draws the panel in the space that `ui` has.
pub fn side_ui(cx: &Cx<'_>, state: &mut SideState, ui: &mut Ui, out: &mut Actions) {
    state.data.follow(cx.campaign);
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let height = ui.available_height();
    let ideas_shown = ideas::shown(cx);
    // The list of creators becomes shorter before that of ideas does.
    let (creators, ideas) = (creators::heights(state), ideas::heights(cx, state, ideas_shown.as_deref()));
    let room = height - state.rest;
    let of_creators = creators.all.min((room - ideas.all).max(creators.least));
    let of_ideas = ideas.all.min((room - of_creators).max(ideas.least));
    ScrollArea::vertical().id_salt("side").auto_shrink([false, false]).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let top = ui.next_widget_position().y;
        let is_open = brief::brief(cx, state, ui, out);
        let brief = ui.next_widget_position().y - top;
        if is_open {
            state.brief = brief;
        }
        creators::creators(cx, state, ui, out, of_creators);
        ideas::ideas(cx, state, ui, out, (ideas_shown.as_deref(), of_ideas));
        let further = palette::palette(cx, state, ui, out);
        let rest = ui.next_widget_position().y - top - of_creators - of_ideas;
        // The lists have the room that the rest left in the frame before: where that is another now, once more.
        if (rest - state.rest).abs() > 0.5 {
            state.rest = rest;
            ui.ctx().request_repaint();
        }
        let others = rest - brief - further + creators.least + ideas.least;
        state.make_room(height, others, brief::is_empty(cx.campaign), ui.ctx());
    });
    state.wanted = None;
    ideas::carried(cx, ui);
}
