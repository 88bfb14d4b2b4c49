//! A fix on the board before it is done: the cards of its lanes in their new places as ghosts, the curve before and after,
//! the way that the ask goes, and everything else under a veil.
//!
//! ```text
//!        ╭──── The ask moves from 7 Sep to 2 Nov ────╮
//!   ┌╌╌╌╌┴╌╌╌╌┐ ┌╌╌╌╌╌╌╌╌╌┐ ┌╌╌╌╌╌╌╌╌╌┐ ┌╌╌╌╌╌╌╌╌╌▼┐
//!   ╎ ghosts  ╎←╎         ╎←╎         ╎←╎          ╎      markers, curve after (solid) and before (dashed) below
//!   └╌╌╌╌╌╌╌╌╌┘ └╌╌╌╌╌╌╌╌╌┘ └╌╌╌╌╌╌╌╌╌┘ └╌╌╌╌╌╌╌╌╌╌┘
//! ```
//!
//! Nothing here can be dragged or selected: what is shown is not there yet.

use std::collections::HashMap;
use std::sync::Arc;

use egui::{Ui, emath::easing};

use super::data::Row;
use super::drag::Curves;
use super::frame::Frame;
use super::state::BoardState;
use super::travel::into_view;
use crate::analysis::packing::{Packed, Place};
use crate::analysis::scale::Scale;
use crate::model::{Lane, LaneId, Moment, MomentId, When};
use crate::ui::findings::bar;
use crate::ui::findings::effect::Moved;
use crate::ui::view::{Cx, Preview};

/// How long ghosts travel to their places and back, and how long each waits for the one before, in milliseconds.
const IN: f32 = 200.0;
const OUT: f32 = 120.0;
const APART: f32 = 20.0;
/// Ghosts beyond this many set out together.
const MOST_APART: usize = 10;
/// Room above a lane that the arrow takes, in points.
pub(super) const ARC: f32 = 42.0;

/// What the board remembers of the fix on show.
#[derive(Default)]
pub(super) struct Ghosts {
    shown: Option<Shown>,
    places: Vec<Places>,
    back: Option<Back>,
}

/// The way back for who keeps the plan as it is: where the board stood before the first fix was shown, and the lanes that were
/// unfolded for it.
struct Back {
    /// Nowhere, once somebody looked elsewhere by hand.
    stood: Option<[f64; 2]>,
    unfolded: Vec<LaneId>,
}

struct Shown {
    preview: Arc<Preview>,
    /// When it came, or when it began to go.
    since: f64,
    leaving: bool,
    /// The curves of the lanes that change, as they would be.
    curves: Curves,
}

/// The cards of a lane in their places before and after, worked out once a zoom.
struct Places {
    lane: LaneId,
    scale: Scale,
    old_packed: Arc<Packed>,
    new_packed: Arc<Packed>,
    new_lane: Arc<Lane>,
    /// The rank and the place that a card had.
    old: Arc<HashMap<MomentId, (usize, Place)>>,
}

impl Ghosts {
    /// The room that the bar of the preview takes at the lower edge: the last lane can be scrolled out from under it.
    pub(super) fn room(&self, board: f32) -> f64 {
        if self.shown.is_some() { f64::from(bar::height(board) + 2.0 * bar::MARGIN) } else { 0.0 }
    }

    /// A new first day renumbers every place.
    pub(super) fn shift(&mut self, by: f64) {
        if let Some(stood) = self.back.as_mut().and_then(|back| back.stood.as_mut()) {
            stood[0] += by;
        }
    }

    /// Somebody looks elsewhere by hand, and is not taken away from there.
    pub(super) const fn stay(&mut self) {
        if let Some(back) = &mut self.back {
            back.stood = None;
        }
    }
}

/// Follows what is previewed: keeps the time, and brings the lane into view when another fix is shown.
pub(super) fn follow(cx: &Cx<'_>, state: &mut BoardState, ui: &Ui) {
    let now = ui.input(|input| input.time);
    let moves = ui.style().animation_time > 0.0;
    match (cx.preview, &mut state.ghosts.shown) {
        (Some(new), Some(shown)) if !shown.leaving && Arc::ptr_eq(&shown.preview.campaign, &new.campaign) => {}
        (Some(new), _) => {
            state.ghosts.shown = Some(Shown { preview: Arc::new(new.clone()), since: now, leaving: false, curves: curves(new) });
            state.ghosts.places.clear();
            bring_into_view(cx, new, state, ui);
        }
        (None, Some(shown)) if !shown.leaving => {
            // Left as it was, the ghosts go back; after any change of the plan the true cards stand there at once.
            let as_it_was = std::ptr::eq(cx.campaign, &raw const *shown.preview.base);
            let back = state.ghosts.back.take().filter(|_| as_it_was);
            if as_it_was && moves && cx.setup.seconds(OUT) > 0.0 {
                (shown.since, shown.leaving) = (now, true);
            } else {
                state.ghosts = Ghosts::default();
            }
            if let Some(back) = back {
                go_back(back, state, ui);
            }
        }
        (None, Some(shown)) => {
            let as_it_was = std::ptr::eq(cx.campaign, &raw const *shown.preview.base);
            if !as_it_was || now - shown.since >= f64::from(cx.setup.seconds(OUT)) {
                state.ghosts = Ghosts::default();
            }
        }
        (None, None) => {}
    }
}

fn curves(preview: &Preview) -> Curves {
    let changed = preview.derived.lanes.iter().filter(|view| preview.effect.lanes.contains(&view.lane.id));
    changed.map(|view| (view.lane.id, view.curve.clone())).collect()
}

/// Goes back to where the board stood before the fix was shown, unless somebody looked elsewhere since.
fn go_back(back: Back, state: &mut BoardState, ui: &Ui) {
    state.folded.extend(back.unfolded);
    if let Some(stood) = back.stood {
        state.travel_to(stood, ui);
    }
}

/// Scrolls to the lane that changes and, as far as it has room, to all that changes in it: first of all to the card that moves, in its
/// new place and then in its old one.
fn bring_into_view(cx: &Cx<'_>, preview: &Preview, state: &mut BoardState, ui: &Ui) {
    let lane = preview.effect.lanes.first().copied().or(preview.key.lane);
    let Some(at) = cx.campaign.lanes.iter().position(|row| Some(row.id) == lane) else { return };
    let (Some(old), Some(new)) = (cx.campaign.lanes.get(at), preview.campaign.lanes.get(at)) else { return };
    let scale = state.scale();
    let mut to = state.scroll;
    let room = f64::from(state.size.y) - state.ghosts.room(state.size.x);
    // What would change in a folded lane could not be seen.
    let unfolded = state.folded.take(&old.id);
    let heights = state.heights();
    let top = (heights.top(at) - f64::from(ARC)).max(0.0);
    to[1] = into_view(to[1], room, top, heights.top(at) + heights.of(at), 0.0);
    let packed = Packed::fitting(&preview.campaign, new, &scale, state.layout.size_at(scale.px_per_day()));
    let width = packed.size.width();
    // What lies over the board at the right hides what is behind it.
    let covered = f64::from(state.covered);
    let room = f64::from(state.size.x) - covered;
    let mut ends: Option<(f64, f64)> = None;
    let mut reach = |left: f64, right: f64| {
        let (low, high) = ends.unwrap_or((left, right));
        // Where all has no room, what was named first is looked at.
        if ends.is_none() || high.max(right) - low.min(left) <= room - 60.0 {
            ends = Some((low.min(left), high.max(right)));
        }
    };
    let effect = &preview.effect;
    let mover = effect.mover().map(|moved| moved.id);
    let id_of = |lane: &Lane, place: &Place| lane.moments.get(place.index).map(|card| card.id);
    let before = state.layout.packed(cx.campaign, old, scale, false);
    let is_mover = |lane: &Lane, place: &Place| mover.is_some() && id_of(lane, place) == mover;
    let touched = |place: &&Place| {
        id_of(new, place).is_some_and(|id| effect.added.contains(&id) || effect.moved.iter().any(|moved| moved.id == id))
    };
    let to_come = packed.places().iter().filter(|place| is_mover(new, place));
    let there = before.places().iter().filter(|place| is_mover(old, place));
    for place in to_come.chain(there).chain(packed.places().iter().filter(touched)) {
        reach(place.left, place.left + width);
    }
    if let Some((left, right)) = ends {
        to[0] = into_view(to[0], room, left, right, 24.0);
        state.reaches(right + covered);
    }
    state.travel_to(to, ui);
    let back = Back { stood: Some(state.stood), unfolded: Vec::new() };
    state.ghosts.back.get_or_insert(back).unfolded.extend(unfolded);
}

/// The fix as it is shown in this frame.
pub(super) struct Scene {
    pub(super) preview: Arc<Preview>,
    /// Seconds since it came, or since it began to go.
    elapsed: f32,
    leaving: bool,
    duration: f32,
    apart: f32,
    rows: Vec<SceneRow>,
    curves: Curves,
}

/// A lane that changes, before and after.
pub(super) struct SceneRow {
    pub(super) before: Row,
    pub(super) after: Row,
    pub(super) old: Arc<HashMap<MomentId, (usize, Place)>>,
}

impl Scene {
    /// What is shown of the lanes that are seen; `None` where no fix is shown.
    pub(super) fn of(frame: &Frame<'_>, state: &mut BoardState, rows: &[Row], ui: &Ui) -> Option<Self> {
        let shown = state.ghosts.shown.as_ref()?;
        let (preview, curves) = (Arc::clone(&shown.preview), shown.curves.clone());
        let (leaving, elapsed) = (shown.leaving, (ui.input(|input| input.time) - shown.since) as f32);
        let moves = ui.style().animation_time > 0.0;
        let seconds = |milliseconds| if moves { frame.cx.setup.seconds(milliseconds) } else { 0.0 };
        let covered = rows.iter().filter(|row| covers(&preview, row));
        let rows = covered.filter_map(|row| scene_row(frame, state, &preview, row)).collect();
        let duration = seconds(if leaving { OUT } else { IN });
        let apart = if leaving { 0.0 } else { seconds(APART) };
        let scene = Self { preview, elapsed, leaving, duration, apart, rows, curves };
        if elapsed < duration + apart * MOST_APART as f32 {
            ui.ctx().request_repaint();
        }
        Some(scene)
    }

    /// Whether the cards and the curve of a lane are drawn by this instead.
    pub(super) fn covers(&self, row: &Row) -> bool {
        self.rows.iter().any(|other| other.before.lane.id == row.lane.id)
    }

    /// The lanes that change.
    pub(super) fn rows(&self) -> &[SceneRow] {
        &self.rows
    }

    /// The lanes as the pointer finds them: those that change as they would be.
    pub(super) fn as_seen(&self, rows: &[Row]) -> Vec<Row> {
        let after = |row: &Row| self.rows.iter().find(|other| other.before.lane.id == row.lane.id).map(|row| row.after.clone());
        rows.iter().map(|row| after(row).unwrap_or_else(|| row.clone())).collect()
    }

    /// The curves of those lanes as they would be.
    pub(super) fn curves(&self) -> Curves {
        self.curves.clone()
    }

    /// How far the whole is there, from 0 to 1.
    pub(super) fn presence(&self) -> f32 {
        self.way(0)
    }

    /// How far the `n`-th ghost is on its way, from 0 to 1.
    pub(super) fn way(&self, n: usize) -> f32 {
        if self.duration <= 0.0 {
            return if self.leaving { 0.0 } else { 1.0 };
        }
        let wait = self.apart * n.min(MOST_APART) as f32;
        let share = ((self.elapsed - wait) / self.duration).clamp(0.0, 1.0);
        let eased = easing::cubic_out(share);
        if self.leaving { 1.0 - eased } else { eased }
    }

    /// How a card of a lane after the fix differs from what is there now.
    pub(super) fn role(&self, moment: &Moment) -> Role {
        let effect = &self.preview.effect;
        if let Some(moved) = effect.moved.iter().find(|moved| moved.id == moment.id) {
            return Role::Moved(*moved);
        }
        if effect.added.contains(&moment.id) {
            Role::New
        } else if effect.changed.contains(&moment.id) {
            Role::Changed
        } else {
            Role::Same
        }
    }
}

/// What a fix makes of a card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Role {
    Moved(Moved),
    New,
    Changed,
    Same,
}

impl Role {
    /// When the card came before, where that changes.
    pub(super) fn was(self) -> Option<When> {
        if let Self::Moved(moved) = self { Some(moved.from) } else { None }
    }
}

/// Whether a fix changes a lane, or is about it where it changes none: then its cards stay and only the findings differ.
fn covers(preview: &Preview, row: &Row) -> bool {
    let lanes = &preview.effect.lanes;
    let about = if lanes.is_empty() { preview.key.lane == Some(row.lane.id) } else { lanes.contains(&row.lane.id) };
    about && preview.campaign.lanes.get(row.at).is_some_and(|lane| lane.id == row.lane.id)
}

fn scene_row(frame: &Frame<'_>, state: &mut BoardState, preview: &Preview, row: &Row) -> Option<SceneRow> {
    let lane = preview.campaign.lanes.get(row.at)?;
    let kept = state
        .ghosts
        .places
        .iter()
        .find(|places| places.lane == lane.id && places.scale == frame.scale && Arc::ptr_eq(&places.old_packed, &row.packed));
    let (packed, new_lane, old) = if let Some(kept) = kept {
        (Arc::clone(&kept.new_packed), Arc::clone(&kept.new_lane), Arc::clone(&kept.old))
    } else {
        let size = state.layout.size_at(frame.scale.px_per_day());
        let new_packed = Arc::new(Packed::fitting(&preview.campaign, lane, &frame.scale, size));
        let ranked = row.packed.places().iter().enumerate();
        let old = ranked.filter_map(|(rank, place)| Some((row.lane.moments.get(place.index)?.id, (rank, *place))));
        let old: Arc<HashMap<_, _>> = Arc::new(old.collect());
        state.ghosts.places.retain(|places| places.lane != lane.id);
        state.ghosts.places.push(Places {
            lane: lane.id,
            scale: frame.scale,
            old_packed: Arc::clone(&row.packed),
            new_packed: Arc::clone(&new_packed),
            new_lane: Arc::clone(lane),
            old: Arc::clone(&old),
        });
        (new_packed, Arc::clone(lane), old)
    };
    let left = frame.scroll[0];
    let seen = packed.visible(left - 12.0, left + f64::from(frame.content.width()) + 12.0);
    let crowded = row.crowded;
    let after = Row { at: row.at, lane: new_lane, packed, seen, folded: false, crowded, stacks: Vec::new() };
    Some(SceneRow { before: row.clone(), after, old })
}
