//! What moves: cards on their way to a new place, curves that bend to what they are now, a card that lifts under the
//! pointer, and the ring around a card that was jumped to.
//!
//! Motion never knows what changed a plan. It compares what a frame shows with what the one before showed: a card that
//! stands elsewhere now begins where it was seen and glides; one that glides already goes on from where it is. Only what
//! is on screen is compared, and nothing of it is part of the layout: when the time is over the offsets are gone, and
//! what is drawn is the layout itself.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use egui::emath::easing::cubic_out;
use egui::{Pos2, Ui, Vec2, vec2};

use super::bend::{Bend, Source};
use super::data::Row;
use super::frame::{Frame, finite};
use crate::analysis::packing::{Place, Size};
use crate::model::{LaneId, MomentId};

/// A card to its new place, in milliseconds.
const GLIDE: f32 = 180.0;
/// A curve after an edit, in milliseconds.
const CURVE: f32 = 220.0;
/// A card that lifts under the pointer, in milliseconds.
const LIFT: f32 = 80.0;
/// The ring around a card that was jumped to, in milliseconds.
const RING: f32 = 600.0;
/// How long that ring stays where nothing is to move, in seconds.
const STILL_RING: f64 = 2.0;
/// How long a card that is let go of waits for the plan to say where it goes, in seconds; without a word it goes back.
const WAIT: f64 = 0.1;
/// More cards of a lane than this are not followed: they are too small to be told apart.
const MOST: usize = 400;

/// How far along something is that began at `since`: 0 at first, 1 when it is over.
fn share(since: f64, seconds: f32, now: f64) -> f32 {
    if seconds <= 0.0 { 1.0 } else { ((now - since) as f32 / seconds).clamp(0.0, 1.0) }
}

/// A card on its way: where it began, as seen from where it will be.
#[derive(Clone, Copy, Debug, Default)]
struct Glide {
    since: f64,
    card: Vec2,
    marker: Vec2,
}

/// What is on its way in a frame.
#[derive(Clone, Debug, Default)]
pub(super) struct Moves {
    cards: HashMap<MomentId, Glide>,
    bends: HashMap<LaneId, Bend>,
    card_seconds: f32,
    curve_seconds: f32,
}

impl Moves {
    /// How far a card is from where it stands.
    pub(super) fn card(&self, id: MomentId, now: f64) -> Vec2 {
        self.cards.get(&id).map_or(Vec2::ZERO, |glide| glide.card * (1.0 - cubic_out(share(glide.since, self.card_seconds, now))))
    }

    /// How far its marker is from where it stands: along the time with the card, up and down with the curve.
    pub(super) fn marker(&self, id: MomentId, now: f64) -> Vec2 {
        self.cards.get(&id).map_or(Vec2::ZERO, |glide| {
            let along = 1.0 - cubic_out(share(glide.since, self.card_seconds, now));
            let up = 1.0 - cubic_out(share(glide.since, self.curve_seconds, now));
            glide.marker * vec2(along, up)
        })
    }

    /// The curve of a lane on its way, and how far along it is.
    pub(super) fn bend(&self, lane: LaneId, now: f64) -> Option<(&Bend, f32)> {
        let bend = self.bends.get(&lane)?;
        let share = share(bend.since, self.curve_seconds, now);
        (share < 1.0).then(|| (bend, cubic_out(share)))
    }

    fn longest(&self) -> f64 {
        f64::from(self.card_seconds.max(self.curve_seconds))
    }
}

/// What a frame showed of a lane.
struct Shown {
    row: Row,
    source: Option<Source>,
    /// Where its cards and markers were, in the coordinates of the plan.
    top: f64,
}

struct Last {
    lanes: Vec<Shown>,
    px_per_day: f64,
    origin: f64,
    axis: crate::analysis::Axis,
    lane: f32,
}

/// A card that was jumped to.
#[derive(Clone, Copy, Debug)]
struct Ring {
    moment: MomentId,
    since: f64,
}

/// What of a ring is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Seen {
    /// From the card to the ring, in points.
    pub(super) gap: f32,
    /// How much of its colour is there.
    pub(super) strength: f32,
}

/// Everything that moves.
#[derive(Default)]
pub(super) struct Motion {
    last: Option<Last>,
    moves: Rc<Moves>,
    ring: Option<Ring>,
    /// The card that somebody looks for.
    wanted: Option<MomentId>,
    /// The card in the hand, where its copy was seen last on the screen, and how many frames ago.
    held: Option<(MomentId, Pos2, u8)>,
    /// The card under the pointer and the one before it, each with when that began.
    over: Option<(MomentId, f64)>,
    left: Option<(MomentId, f64)>,
}

impl Motion {
    /// What is on its way.
    pub(super) fn moves(&self) -> Rc<Moves> {
        Rc::clone(&self.moves)
    }

    /// Somebody looks for a card.
    pub(super) fn look_for(&mut self, moment: MomentId) {
        self.wanted = Some(moment);
    }

    /// A card comes into view at that time: it has a ring from then on if somebody looks for it, or if everything moved.
    pub(super) fn arrive(&mut self, moment: MomentId, from: f64, travels: bool) {
        if travels || self.wanted.take() == Some(moment) {
            self.ring = Some(Ring { moment, since: from });
        }
        self.wanted = None;
    }

    /// Remembers where the copy in the hand is: when it is let go, its card sets out from there.
    pub(super) fn hold(&mut self, held: Option<(MomentId, Pos2)>) {
        /// Between letting go and the plan that is changed by it lie no more frames than these.
        const KEPT: u8 = 4;
        self.held = match (held, self.held) {
            (Some((id, at)), _) => Some((id, at, 0)),
            (None, Some((id, at, age))) if age < KEPT => Some((id, at, age + 1)),
            _ => None,
        };
    }

    /// Compares what is shown now with what was shown before, and sets in motion what stands elsewhere.
    pub(super) fn follow(&mut self, frame: &Frame<'_>, rows: &[Row], ui: &Ui) -> Rc<Moves> {
        let scale = frame.scale;
        let now = Last {
            lanes: rows.iter().map(|row| shown(frame, row)).collect(),
            px_per_day: scale.px_per_day(),
            origin: f64::from(scale.origin),
            axis: scale.axis,
            lane: frame.metrics.lane,
        };
        let before = self.last.take();
        let comparable = before.filter(|before| {
            (before.px_per_day - now.px_per_day).abs() < f64::EPSILON
                && before.axis == now.axis
                && (before.lane - now.lane).abs() < f32::EPSILON
        });
        let card_seconds = frame.cx.setup.seconds(GLIDE);
        match comparable {
            Some(before) if card_seconds > 0.0 => self.set_out(frame, &before, &now, card_seconds),
            // Another zoom shows everything elsewhere; nothing of it has gone anywhere.
            _ => self.moves = Rc::default(),
        }
        self.last = Some(now);
        let moves = &*self.moves;
        let over = |since: f64| frame.now - since >= moves.longest();
        #[expect(clippy::iter_over_hash_type, reason = "whether all are over does not depend on the order")]
        let done = {
            let mut done = true;
            for glide in moves.cards.values() {
                done &= over(glide.since);
            }
            for bend in moves.bends.values() {
                done &= over(bend.since);
            }
            done
        };
        if done {
            if !moves.cards.is_empty() || !moves.bends.is_empty() {
                self.moves = Rc::default();
            }
        } else {
            ui.ctx().request_repaint();
        }
        self.moves()
    }

    fn set_out(&mut self, frame: &Frame<'_>, before: &Last, now: &Last, card_seconds: f32) {
        let changed: Vec<(&Shown, &Shown)> = now
            .lanes
            .iter()
            .filter_map(|shown| {
                let old = before.lanes.iter().find(|old| old.row.lane.id == shown.row.lane.id)?;
                let same =
                    Arc::ptr_eq(&old.row.lane, &shown.row.lane) && Source::is_same(old.source.as_ref(), shown.source.as_ref());
                (!same && old.row.folded == shown.row.folded).then_some((old, shown))
            })
            .collect();
        if changed.is_empty() {
            return;
        }
        // A new first day renumbers places without moving anything.
        let shift = (before.origin - now.origin) * now.px_per_day;
        let mut old_places: HashMap<MomentId, Spot> = HashMap::new();
        for (old, _) in &changed {
            for (place, id) in cards_of(&old.row) {
                old_places.insert(id, Spot::of(frame, old, place, id, shift, &self.moves));
            }
        }
        let mut moves = Moves::clone(&self.moves);
        moves.card_seconds = card_seconds;
        moves.curve_seconds = frame.cx.setup.seconds(CURVE);
        for (old, shown) in changed {
            for (place, id) in cards_of(&shown.row) {
                let to = Spot::of(frame, shown, place, id, 0.0, &Moves::default());
                let Some(from) = old_places.get(&id) else { continue };
                // Within its lane a card keeps to the lane, even where the lane itself stands elsewhere now.
                let down = if from.lane == to.lane { 0.0 } else { finite(from.top - to.top) };
                let held =
                    self.held.filter(|(held, ..)| *held == id).map(|(_, at, _)| at - frame.card_rect(&shown.row, place).min);
                let card = held.unwrap_or_else(|| from.card - to.card + vec2(0.0, down));
                let marker = from.marker.zip(to.marker).map_or(Vec2::ZERO, |(from, to)| from - to + vec2(0.0, down));
                if card.length() > 0.5 || marker.length() > 0.5 {
                    let waits = held.is_some() && Arc::ptr_eq(&old.row.lane, &shown.row.lane);
                    let since = if waits { frame.now + WAIT } else { frame.now };
                    moves.cards.insert(id, Glide { since, card, marker });
                } else {
                    moves.cards.remove(&id);
                }
            }
            let running = self.moves.bend(old.row.lane.id, frame.now);
            if let Some(bend) = Bend::between(frame, old.source.as_ref(), shown.source.as_ref(), running, shift) {
                moves.bends.insert(shown.row.lane.id, bend);
            }
        }
        self.held = None;
        self.moves = Rc::new(moves);
    }

    /// How far a card has lifted from the board, 0 to 1: the one under the pointer comes up, the one before goes down.
    pub(super) fn lift(&mut self, id: MomentId, hovered: bool, frame: &Frame<'_>, ui: &Ui) -> f32 {
        let seconds = frame.cx.setup.seconds(LIFT);
        let is_over = self.over.is_some_and(|(over, _)| over == id);
        if hovered && !is_over {
            self.left = self.over.take();
            self.over = Some((id, frame.now));
        } else if !hovered && is_over {
            self.left = Some((id, frame.now));
            self.over = None;
        }
        let lift = match (self.over, self.left) {
            (Some((over, since)), _) if over == id => share(since, seconds, frame.now),
            (_, Some((left, since))) if left == id => 1.0 - share(since, seconds, frame.now),
            _ => return 0.0,
        };
        let is_there = if hovered { lift >= 1.0 } else { lift <= 0.0 };
        if !is_there {
            ui.ctx().request_repaint();
        }
        lift
    }

    /// The ring around a card, while there is one.
    pub(super) fn ring(&self, id: MomentId, frame: &Frame<'_>, ui: &Ui) -> Option<Seen> {
        let ring = self.ring.filter(|ring| ring.moment == id && ring.since <= frame.now)?;
        let seconds = frame.cx.setup.seconds(RING);
        if seconds <= 0.0 {
            let left = STILL_RING - (frame.now - ring.since);
            if left <= 0.0 {
                return None;
            }
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(left));
            return Some(Seen { gap: 4.0, strength: 1.0 });
        }
        let share = share(ring.since, seconds, frame.now);
        if share >= 1.0 {
            return None;
        }
        ui.ctx().request_repaint();
        // It closes in on the card and is gone: the eye follows it inwards.
        Some(Seen { gap: 4.0 + 14.0 * (1.0 - cubic_out(share)), strength: 1.0 - share * share })
    }
}

/// The cards of a row that are seen and large enough to be followed.
fn cards_of(row: &Row) -> impl Iterator<Item = (&Place, MomentId)> {
    let seen = if row.crowded { 0..0 } else { row.seen.clone() };
    let places = row.packed.places().get(seen).unwrap_or_default();
    places.iter().take(MOST).filter_map(|place| Some((place, row.lane.moments.get(place.index)?.id)))
}

fn shown(frame: &Frame<'_>, row: &Row) -> Shown {
    Shown { row: row.clone(), source: Source::of(frame, row), top: frame.heights.top(row.at) }
}

/// Where a card and its marker are seen: from the left end of the plan, and from the top of their lane.
struct Spot {
    lane: LaneId,
    top: f64,
    card: Pos2,
    marker: Option<Pos2>,
}

impl Spot {
    fn of(frame: &Frame<'_>, shown: &Shown, place: &Place, id: MomentId, shift: f64, moves: &Moves) -> Self {
        let row = &shown.row;
        let marker = place.stem.map(|stem| {
            let y = match &shown.source {
                Some(source) if !row.folded => source.marker(row, place).map(|value| frame.value_y(0.0, value)),
                _ => None,
            };
            let without = if row.folded { frame.folded_y(row.at) - frame.lane_top(row.at) } else { frame.baseline(0.0) };
            let y = y.unwrap_or(without);
            Pos2::new(finite(stem + shift), y) + moves.marker(id, frame.now)
        });
        // A card's height within its lane only depends on its size.
        let y = if row.packed.size == Size::Xs { 0.0 } else { frame.card_rect(row, place).top() - frame.lane_top(row.at) };
        let card = match marker {
            Some(marker) if row.packed.size == Size::Xs => marker,
            _ => Pos2::new(finite(place.left + shift), y) + moves.card(id, frame.now),
        };
        Self { lane: row.lane.id, top: shown.top, card, marker }
    }
}
