//! The plan full screen, one moment at a time: picture, words, and below them how far people are by then. Always dark, as a room
//! is in which something is shown. Never shows what is internal, but for notes while somebody asks for them; never changes the
//! plan, and never knows how the window is made to fill the screen.

mod facts;
mod foot;
mod head;
mod keys;
mod layout;
mod line;
mod notes;
mod picture;
mod rows;
mod run;
mod side;
mod state;

use std::sync::Arc;

use egui::accesskit::Live;
use egui::{CursorIcon, Rect, Role, ScrollArea, Sense, Theme, Ui, UiBuilder, Vec2, WidgetInfo};

use self::layout::{Layout, Needs};
use self::rows::Rows;
pub use self::run::begin;
use self::side::Said;
pub use self::state::PresentState;
use super::board::{title_of, when_text};
use super::picture::Large;
use super::theme;
use super::view::{Actions, Cx, LaneView};
use crate::model::{Lane, Moment};
use crate::words::{names, present as say};

/// Seconds after which a pointer that does not move is out of the way.
const POINTER_RESTS: f32 = 3.0;

/// How long going from one moment to the next takes, in milliseconds.
const STEP: f32 = 260.0;

/// What is shown now.
struct Page<'a> {
    cx: Cx<'a>,
    view: &'a Arc<LaneView>,
    lane: &'a Lane,
    moment: &'a Moment,
    /// How far the step to it is, from 0 to 1.
    come: f32,
}

/// Draws the moment that is presented; `has_keys` is whether nothing else, like a question, has the keyboard. A moment that is no
/// longer in the plan gives way to the first one.
pub fn present_ui(cx: &Cx<'_>, state: &mut PresentState, large: Large<'_>, has_keys: bool, ui: &mut Ui, out: &mut Actions) {
    let cx = Cx { tokens: theme::tokens(Theme::Dark), ..*cx };
    ui.set_style(ui.ctx().style_of(Theme::Dark));
    let whole = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(whole);
    ui.painter().rect_filled(whole, 0.0, cx.tokens.canvas);
    if has_keys {
        keys::take(&cx, state, ui, out);
    }
    let Some((view, moment)) = state.follow(&cx) else {
        state.leave();
        return;
    };
    rest_pointer(ui);
    let page = Page { cx, view, lane: &view.lane, moment, come: state.come(&cx, ui) };
    let stop = ui.interact(whole, ui.scope_id().with("presented"), Sense::focusable_noninteractive());
    if has_keys && ui.memory(egui::Memory::focused).is_none() {
        stop.request_focus();
    }
    keys::hold_arrows(ui);
    if state.is_blank {
        ui.painter().rect_filled(whole, 0.0, cx.tokens.scrim);
        stop.widget_info(|| WidgetInfo::labeled(Role::Document, true, say::blank_on()));
        return;
    }
    let place = state.place_text();
    let said =
        say::page(place, names::kind(moment.kind.key()), title_of(moment), when_text(cx.campaign, cx.years(), moment.when));
    stop.widget_info(|| WidgetInfo::labeled(Role::Document, true, &said));
    // Whoever does not see the page is told of the next moment as it comes.
    ui.ctx().accesskit_node_builder(stop.id, |node| node.set_live(Live::Polite));
    let size = Layout::size(whole);
    let layout = {
        let (words, facts) =
            (|width| Said::of(&page, ui, width, size).height(), |width| Rows::of(&page, ui, width, size).height());
        let said = |width| line::Sentence::of(&page, ui, width).map_or(0.0, |sentence| sentence.height());
        Layout::of(whole, &Needs { words: &words, facts: &facts, said: &said })
    };
    head::draw(&page, layout.head, ui);
    let notes =
        state.has_notes.then(|| layout.notes(|width| notes::height(&page, ui, width, size), side::free(&page, ui, &layout)));
    picture::draw(&page, state, large, notes.map_or(layout.picture, |(_, picture)| picture), ui, out);
    side::draw(&page, state, within(ui, "present side", layout.words), &layout);
    // Notes may stand in their place.
    let is_free = |place: &Rect| notes.is_none_or(|(notes, _)| !notes.intersects(*place));
    if let Some(place) = layout.facts.filter(is_free) {
        rows_of(&page, within(ui, "present rows", place), &layout);
    }
    line::draw(&page, state, &layout, ui);
    head::arrows(&page, state, &layout, ui);
    foot::draw(&page, state, layout.foot, ui, out);
    if stop.has_focus() && state.led == state::Led::Tab {
        super::kit::paint::ring(ui.painter(), whole, 0, -2.0 * theme::RING, cx.tokens.accent);
    }
    if let Some((place, _)) = notes {
        notes::draw(&page, within(ui, "present notes", place), size);
    }
}

/// The rows in a place of their own; what is too much for it scrolls.
fn rows_of(page: &Page<'_>, mut ui: Ui, layout: &Layout) {
    ui.set_opacity(page.come);
    ui.spacing_mut().item_spacing = Vec2::ZERO;
    let rows = Rows::of(page, &ui, ui.available_width(), layout.size);
    ScrollArea::vertical().id_salt(page.moment.id).auto_shrink(false).show(&mut ui, |ui| rows.show(page, ui));
}

/// A part of the page with a place of its own.
fn within(ui: &mut Ui, name: &str, rect: Rect) -> Ui {
    ui.new_child(UiBuilder::new().id_salt(name).max_rect(rect))
}

/// The pointer is in nobody's way once it rests.
fn rest_pointer(ui: &Ui) {
    let left = POINTER_RESTS - ui.input(|input| input.pointer.time_since_last_movement());
    if left > 0.0 {
        ui.ctx().request_repaint_after_secs(left);
    } else {
        ui.ctx().set_cursor_icon(CursorIcon::None);
    }
}
