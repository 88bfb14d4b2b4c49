//! A fix that is shown before it is done: where it would put moments, and what of the days it would empty. Nothing of it is in the
//! plan yet. What a fix does to moments without a day is not seen here; then the board shows it.

use std::collections::HashSet;

use egui::{CornerRadius, Painter, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::CalendarState;
use super::frame::Frame;
use super::layout::{GAP, ROW, SIDE};
use crate::model::{Day, Lane, Moment, MomentId};
use crate::ui::board::{spoken_of, title_of, when_text};
use crate::ui::fonts;
use crate::ui::kit::{marks, paint};
use crate::ui::theme::{DASH_SLOT, R2, SLOT};
use crate::ui::view::{Cx, FindingKey, Preview};
use crate::words::mend as say;

/// Height of a line of a title, in points.
const TEXT: f32 = 16.0;

/// What is remembered of the fix that is shown.
#[derive(Debug, Default)]
pub(super) struct Ghosts {
    /// Which one it is: of a finding, and its place among the fixes.
    shown: Option<(FindingKey, usize)>,
    /// The moments that leave their days with it.
    leave: HashSet<MomentId>,
    /// The places that these leave on the page, as the frame has them.
    left: Vec<Rect>,
}

impl Ghosts {
    /// Whether a moment leaves its day with the fix that is shown.
    pub(super) fn takes(&self, id: MomentId) -> bool {
        self.leave.contains(&id)
    }

    /// Takes down the place that such a moment leaves.
    pub(super) fn leaves(&mut self, place: Rect) {
        self.left.push(place);
    }
}

/// A moment as it would be, with its lane: only the lanes that would change are looked through.
fn find(preview: &Preview, id: MomentId) -> Option<(&Lane, &Moment)> {
    let mut lanes = preview.campaign.lanes.iter().filter(|lane| preview.effect.lanes.contains(&lane.id));
    lanes.find_map(|lane| Some((&**lane, &**lane.moments.iter().find(|moment| moment.id == id)?)))
}

/// The moments that a fix gives a day, in the order in which they come.
fn given_days(preview: &Preview) -> Vec<(MomentId, Day)> {
    let effect = &preview.effect;
    let ids = effect.moved.iter().map(|moved| moved.id).chain(effect.added.iter().copied());
    let day = |id: MomentId| preview.campaign.day_of(find(preview, id)?.1.when);
    let mut given: Vec<(MomentId, Day)> = ids.filter_map(|id| Some((id, day(id)?))).collect();
    given.sort_by_key(|(_, day)| *day);
    given
}

/// Whether there is anything of a fix to be seen on days.
#[must_use]
pub fn shows_fix(preview: &Preview) -> bool {
    !given_days(preview).is_empty()
}

/// Follows which fix is shown; turns to a page on which something of a new one is seen.
pub(super) fn follow(cx: &Cx<'_>, state: &mut CalendarState) {
    state.ghosts.left.clear();
    let shown = cx.preview.map(|preview| (preview.key.clone(), preview.at));
    if state.ghosts.shown == shown {
        return;
    }
    let leave = cx.preview.map(|preview| {
        let moved = preview.effect.moved.iter().map(|moved| moved.id);
        moved.chain(preview.effect.parked.iter().copied()).collect()
    });
    state.ghosts = Ghosts { shown, leave: leave.unwrap_or_default(), left: Vec::new() };
    let given = cx.preview.map(given_days).unwrap_or_default();
    if let Some((_, first)) = given.first().filter(|_| !given.iter().any(|(_, day)| state.sees(*day))) {
        state.show_day(*first);
    }
}

/// Draws what a fix would put on the days that are seen: where something leaves its place there, else below what stands there.
pub(super) fn show(frame: &Frame<'_>, painter: &Painter, state: &CalendarState, ui: &Ui) {
    let Some(preview) = frame.cx.preview else { return };
    let t = frame.t;
    let (mut ends, mut left) = (state.ends.clone(), state.ghosts.left.clone());
    for (id, day) in given_days(preview) {
        let Some((at, cell)) = frame.sheet.page.at(day).map(|at| (at, frame.grid.cell(at))) else { continue };
        let Some((lane, moment)) = find(preview, id) else { continue };
        let Some(end) = ends.get_mut(at) else { continue };
        let rect = if let Some(place) = left.iter().position(|place| cell.contains(place.center())) {
            left.swap_remove(place)
        } else {
            // Where the day is full, it lies over what stands there last.
            let top = end.min(cell.bottom() - ROW - GAP);
            let rect = Rect::from_min_size(pos2(cell.left() + SIDE, top), vec2(cell.width() - 2.0 * SIDE - 1.0, ROW));
            *end = rect.bottom() + GAP;
            rect
        };
        if !rect.intersects(frame.grid.seen) {
            continue;
        }
        painter.rect(rect, CornerRadius::same(R2), t.card, Stroke::NONE, StrokeKind::Inside);
        paint::dashed_rect(painter, rect, R2, Stroke::new(SLOT, t.accent), DASH_SLOT);
        let lines = ((rect.height() - 4.0) / TEXT).floor().max(1.0) as usize;
        let title = paint::lines_within(painter, fonts::META_M, title_of(moment), t.accent, rect.width() - 29.0, lines);
        let first = rect.center().y - title.size().y / 2.0;
        marks::kind(painter, pos2(rect.left() + 12.0, first + TEXT / 2.0), 14.0, moment.kind, t);
        painter.galley(pos2(rect.left() + 23.0, first), title, t.accent);

        let years = preview.derived.years();
        let view = preview.derived.lanes.iter().find(|view| view.lane.id == lane.id);
        let who = preview.campaign.short_lane_name(lane);
        let card = spoken_of((&preview.campaign, years), view.map(AsRef::as_ref), &who, moment);
        let was = preview.effect.moved.iter().find(|moved| moved.id == id);
        let name = was.map_or_else(
            || say::ghost_new(&card),
            |moved| say::ghost_was(&card, when_text(&preview.campaign, years, moved.from)),
        );
        let response = ui.interact(rect, ui.scope_id().with(("ghost", id)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
        response.on_hover_text(name);
    }
}
