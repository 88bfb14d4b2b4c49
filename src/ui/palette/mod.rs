//! The palette: one field that finds what is in the plan and everything that can be done, for the keyboard first.
//!
//! [`data`] says what is listed for what was typed ([`index`] holds the texts of the plan, `matching` finds words in them,
//! `actions` knows what can be done, `face` what a row says); the other files draw. The keyboard stays in the field all the
//! time: which row is chosen is told to screen readers as it is by any list under a field. Nothing here changes anything, or
//! knows where plans and templates are kept.

pub mod data;
pub mod index;
pub mod offers;

mod actions;
mod choice;
mod days;
mod face;
mod field;
mod foot;
mod layout;
mod list;
mod matching;
mod row;

use egui::{Align2, CornerRadius, Frame, Id, Modal, Stroke, Ui, vec2};

use self::choice::Pressed;
use self::data::{FixOffer, Group, Results, Sources, What};
use self::index::Index;
use self::layout::Layout;
use self::matching::Query;
pub use self::offers::Offers;
use super::command::Command;
use super::findings::fixes::FixCache;
use super::kit::show_modal;
use super::theme::{self, Lift};
use super::view::{Actions, Cx, FindingKey};
use crate::words::palette as say;

/// Width, in points, where the window is wide enough.
const WIDTH: f32 = 640.0;
/// From the upper edge of the window, in points, where it is high enough.
const TOP: f32 = 100.0;
/// What stays free beside it and below it, in points.
const AROUND: f32 = 16.0;
/// Most height of the list, in points.
const TALLEST: f32 = 666.0;
/// Findings whose fixes are worked out in one frame, however often it is drawn: that may take as long as all the rest of it.
const MENDED_AT_ONCE: usize = 2;
/// Most findings whose fixes are offered before anything was typed, and for what was typed.
const MENDED: (usize, usize) = (8, 20);
/// Most commands that are remembered.
const MOST_RECENT: usize = 5;

/// What the palette remembers.
#[derive(Debug, Default)]
pub struct PaletteState {
    index: Index,
    fixes: FixCache,
    /// Commands that were run from here in this session, the last one first.
    recent: Vec<Command>,
    offers: Offers,
    text: String,
    /// The group of which everything is listed.
    open: Option<Group>,
    listed: Listed,
    /// The row that somebody went to; the first one as long as nobody did.
    chosen: Option<What>,
    /// The row that becomes the chosen one with the next list, by its place.
    choose_at: Option<usize>,
    /// The chosen row is to be in sight.
    follows: bool,
    /// Rows that a page of the list holds.
    page: usize,
    /// Why what was chosen last cannot be done.
    said: Option<String>,
    /// The field has been given the keyboard.
    begun: bool,
    /// Something was chosen that is shown.
    shows: bool,
    /// A frame, and for how many findings fixes were worked out in it.
    mended: (u64, usize),
}

/// What is listed, and what it was listed for.
#[derive(Debug, Default)]
struct Listed {
    of: Option<(String, Option<Group>)>,
    query: Query,
    results: Results,
    layout: Layout,
    /// There are findings whose fixes were not worked out yet.
    waits: bool,
}

impl PaletteState {
    /// Begins anew, with an empty field.
    pub fn begin(&mut self, offers: Offers) {
        let Self { index, fixes, recent, .. } = std::mem::take(self);
        *self = Self { index, fixes, recent, offers, follows: true, ..Self::default() };
    }

    /// The texts of the plan, to look at.
    #[must_use]
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// What is listed, to look at.
    #[must_use]
    pub fn results(&self) -> &Results {
        &self.listed.results
    }

    /// Of how many findings fixes are known, to look at.
    #[must_use]
    pub fn mended(&self) -> usize {
        self.fixes.count()
    }

    /// Whether something was chosen that is shown, and is no command: what had the keyboard before is not gone on with.
    #[must_use]
    pub fn shows_something(&self) -> bool {
        self.shows
    }

    /// It is gone: what only typing needs is given back.
    pub fn end(&mut self) {
        self.index.forget();
    }

    fn ran(&mut self, command: Command) {
        self.recent.retain(|other| *other != command);
        self.recent.insert(0, command);
        self.recent.truncate(MOST_RECENT);
    }

    /// The row that Enter is about.
    fn active(&self) -> Option<&What> {
        let results = &self.listed.results;
        let chosen = self.chosen.as_ref().filter(|chosen| results.rows().any(|row| row == *chosen));
        chosen.or_else(|| results.rows().nth(results.first))
    }

    /// Lists what was typed, where that, the plan or what is known of its fixes changed.
    fn refresh(&mut self, cx: &Cx<'_>, frame: u64) {
        let plan_changed = self.offers.in_plan && self.index.follow(cx.campaign, cx.derived);
        let typed = self.listed.of.as_ref().is_none_or(|(text, _)| *text != self.text);
        if typed {
            (self.open, self.chosen, self.said, self.follows) = (None, None, None, true);
        }
        let other = typed || self.listed.of.as_ref().is_none_or(|(_, open)| *open != self.open);
        if !other && !plan_changed && !self.listed.waits {
            return;
        }
        let query = Query::of(&self.text);
        if self.offers.in_plan {
            self.index.look(&query);
        }
        let most = if query.is_empty() { MENDED.0 } else { MENDED.1 };
        let mut to_mend = if self.offers.in_plan { self.index.to_mend(&query, most) } else { Vec::new() };
        to_mend.sort_by_key(|finding| Some(FindingKey::of(finding)) != self.offers.in_mind);
        if self.mended.0 != frame {
            self.mended = (frame, 0);
        }
        let mut waits = false;
        to_mend.retain(|finding| {
            let ready = self.fixes.is_ready(cx, finding);
            if !ready && self.mended.1 == MENDED_AT_ONCE {
                waits = true;
                return false;
            }
            if !ready {
                self.mended.1 += 1;
                self.fixes.of(cx, finding);
            }
            true
        });
        let mut offers = Vec::new();
        for finding in &to_mend {
            let key = FindingKey::of(finding);
            let lane = finding.lane.and_then(|id| cx.campaign.lane(id));
            let name = lane.map_or("", |lane| cx.campaign.lane_name(lane));
            let fixes = self.fixes.last(&key).unwrap_or_default();
            let offer = |(at, fix)| FixOffer { key: key.clone(), at, fix, name, message: &finding.message };
            offers.extend(fixes.iter().enumerate().map(offer));
        }
        let sources = Sources { index: &self.index, offers: &self.offers, fixes: &offers, recent: &self.recent };
        let results = data::results(cx, &sources, &self.text, self.open);
        let layout = Layout::of(&results);
        if let Some(at) = self.choose_at.take() {
            let chosen = results.rows().nth(at).cloned();
            (self.chosen, self.follows) = (chosen, true);
        }
        self.listed = Listed { of: Some((self.text.clone(), self.open)), query, results, layout, waits };
    }
}

/// Draws the palette over the window; true once it is left.
pub fn palette_ui(cx: &Cx<'_>, state: &mut PaletteState, ui: &Ui, out: &mut Actions) -> bool {
    let ctx = ui.ctx().clone();
    let theme = ctx.theme();
    let t = cx.tokens;
    let frame = ctx.cumulative_frame_nr();
    state.refresh(cx, frame);
    let key = choice::keys(&ctx, state);

    let window = ctx.content_rect();
    let width = WIDTH.min(window.width() - 2.0 * AROUND).max(AROUND);
    let top = TOP.min(window.height() * 0.11);
    let room = window.height() - top - field::HEIGHT - foot::HEIGHT - AROUND;
    let surround = Frame::NONE
        .fill(t.panel)
        .stroke(Stroke::new(theme::EDGE, t.line))
        .corner_radius(CornerRadius::same(theme::R5))
        .shadow(theme::shadow(theme, Lift::Modal));
    let id = Id::unique("palette");
    let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, top)).accessible_name(say::field());
    let modal = Modal::new(id).area(area).backdrop_color(theme::backdrop(theme)).frame(surround);
    let opens = !state.begun;
    let shown = show_modal(&ctx, modal, |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let field = field::show(cx, state, ui);
        state.refresh(cx, frame);
        let listed = list::show(cx, state, ui, room.clamp(row::HEIGHT, TALLEST));
        field::tell(state, field, listed.drawn, ui);
        foot::show(cx, state, ui);
        listed.wanted
    });
    if opens {
        // egui hides what floats in the frame in which it comes, and the next frame of a large plan may take its time: the window would
        // be dimmed with nothing in it.
        ctx.request_discard("the palette opens");
    }
    if state.listed.waits {
        ctx.request_repaint();
    }
    let dismissed = shown.should_close();
    // What was typed in the same moment as Enter is listed by now, and Enter is about that.
    let chosen = match key {
        Some(Pressed::Enter) => state.active().cloned(),
        Some(Pressed::Leave) | None => shown.inner,
    };
    match chosen {
        Some(what) => return choice::choose(cx, state, &what, out),
        None if dismissed || matches!(key, Some(Pressed::Leave)) => {}
        None => return false,
    }
    true
}
