//! Where the cards of a lane stand: each as near to its date as its neighbours allow.
//!
//! ```text
//!   dates      |  |  |                  |         cards want to be centred on their dates
//!   cards   [----][----][----]       [----]       and push each other apart, equally to both sides
//! ```
//!
//! One linear pass (pool adjacent violators) finds the places with the smallest sum of squared shifts: with the room
//! that the cards to the left take subtracted, places only have to be non-decreasing, and the best non-decreasing
//! values are means of neighbouring blocks. Cards that would reach past the end of the plan are moved back within it.
//! Depends on lane, zoom and the days of the plan only, never on the scroll offset, so panning never moves a card against
//! its date. The same layout serves board, picture and deck.
//!
//! Cards that would be pushed too far from their dates are put on a pile: one place for all of them, which only those
//! share that stand too near. The others keep their own. Which of them is seen on a pile is not known here.

use std::ops::Range;

use crate::model::{Campaign, Lane, Moment, When};

use super::Axis;
use super::scale::Scale;

/// Room between two cards, in pixels.
pub const GAP: f64 = 6.0;
/// Room between the dated cards of a lane and those without a date, in pixels.
pub const ZONE_GAP: f64 = 24.0;

/// A lane with more cards than this shows none that are mostly on piles.
const LONG: usize = 24;

/// How large cards are. Ordered from small to large.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Size {
    /// Only a marker on the curve.
    Xs,
    /// Kind and a line of title.
    S,
    /// As the next one, but narrower: no zoom asks for it, it is for plans of which all cards have room side by side that way.
    Slim,
    /// Title, picture, date, status.
    M,
    /// A large picture on top.
    L,
}

impl Size {
    /// The size that suits a zoom.
    #[must_use]
    pub fn for_zoom(px_per_day: f64) -> Self {
        match px_per_day {
            px if px > Self::L.least_zoom() => Self::L,
            px if px >= Self::M.least_zoom() => Self::M,
            px if px >= Self::S.least_zoom() => Self::S,
            _ => Self::Xs,
        }
    }

    /// From how many pixels a day on cards have this size.
    #[must_use]
    pub const fn least_zoom(self) -> f64 {
        match self {
            Self::Xs => 0.0,
            Self::S => 4.5,
            Self::Slim | Self::M => 7.0,
            Self::L => 14.0,
        }
    }

    /// Width in pixels; 0 for a marker, which stands exactly on its date.
    #[must_use]
    pub const fn width(self) -> f64 {
        match self {
            Self::Xs => 0.0,
            Self::S => 112.0,
            Self::Slim => 140.0,
            Self::M => 156.0,
            Self::L => 224.0,
        }
    }

    /// Height in pixels.
    #[must_use]
    pub const fn height(self) -> f64 {
        match self {
            Self::Xs => 0.0,
            Self::S => 44.0,
            Self::Slim | Self::M => 104.0,
            Self::L => 190.0,
        }
    }

    /// The next smaller size.
    #[must_use]
    pub const fn smaller(self) -> Option<Self> {
        match self {
            Self::Xs => None,
            Self::S => Some(Self::Xs),
            Self::Slim | Self::M => Some(Self::S),
            Self::L => Some(Self::M),
        }
    }

    /// How far from its date a card of this size may stand before it shares its place with its neighbours. A large card
    /// gives way early; the smallest one waits longer, because there is less to read on its pile.
    #[must_use]
    pub const fn max_drift(self) -> f64 {
        match self {
            Self::Xs => 0.0,
            Self::S => 2.5 * self.width(),
            Self::Slim | Self::M | Self::L => 1.5 * self.width(),
        }
    }
}

/// Left of where no card begins: of the plan, but for half the first card, where its date is so near that it would not be
/// centred otherwise.
fn left_end(centres: &[f64], width: f64) -> f64 {
    centres.first().map_or(0.0, |first| (first - width / 2.0).clamp(-width / 2.0, 0.0))
}

/// The left edges of cards of one width that want to be centred at these places (in order), at least `gap` apart and
/// none left of 0 but for half the first one, where its date is so near that it would not be centred otherwise.
#[must_use]
pub fn pack(centres: &[f64], width: f64, gap: f64) -> Vec<f64> {
    struct Block {
        sum: f64,
        len: usize,
    }
    impl Block {
        fn mean(&self) -> f64 {
            self.sum / self.len as f64
        }
    }
    let step = width + gap;
    let low = left_end(centres, width);
    let mut blocks: Vec<Block> = Vec::with_capacity(centres.len());
    for (at, centre) in centres.iter().enumerate() {
        let mut block = Block { sum: centre - width / 2.0 - at as f64 * step, len: 1 };
        while let Some(before) = blocks.pop_if(|before| before.mean() >= block.mean()) {
            block = Block { sum: before.sum + block.sum, len: before.len + block.len };
        }
        blocks.push(block);
    }
    let mut lefts = Vec::with_capacity(centres.len());
    for block in &blocks {
        // Clamping the blocks gives the best places with that bound, too: they stay in order.
        let base = block.mean().max(low);
        for _ in 0..block.len {
            lefts.push(base + lefts.len() as f64 * step);
        }
    }
    lefts
}

/// Moves cards of one width that stand beyond an end inside, and their neighbours with them as far as they have to. Where all
/// of them together have no room, the left end is kept.
pub fn keep_within(lefts: &mut [f64], width: f64, gap: f64, [low, high]: [f64; 2]) {
    let mut most = high - width;
    for left in lefts.iter_mut().rev() {
        *left = left.min(most);
        most = *left - width - gap;
    }
    let mut least = low;
    for left in lefts.iter_mut() {
        *left = left.max(least);
        least = *left + width + gap;
    }
}

/// Moves cards that reach past the end of the plan back within it, and their neighbours with them, none further from its date
/// than cards may stand: the last ones would otherwise make a plan wider than its days.
fn end_within(lefts: &mut [f64], centres: &[f64], size: Size, end: f64) {
    let (width, step) = (size.width(), size.width() + GAP);
    if lefts.last().is_none_or(|left| left + width <= end) {
        return;
    }
    // Up to where each of them may go, with room for those before it.
    let mut least = left_end(centres, width) - step;
    let limits = lefts.iter().zip(centres).map(|(left, centre)| {
        least = left.min(centre - width / 2.0 - size.max_drift()).max(least + step);
        least
    });
    let limits: Vec<f64> = limits.collect();
    let mut most = end - width;
    for (left, limit) in lefts.iter_mut().zip(limits).rev() {
        if *left <= most {
            break;
        }
        *left = most.max(limit);
        most = *left - step;
    }
}

/// The runs of cards that share a place, those that stand alone among them, and the left edge of each. Only where cards are
/// pushed too far are some put together, and no more of them than have to be: first those of one day.
fn piled(stems: &[f64], size: Size, plan_end: f64) -> Vec<(Range<usize>, f64)> {
    let step = size.width() + GAP;
    let mut runs: Vec<Range<usize>> = (0..stems.len()).map(|at| at..at + 1).collect();
    let end = |run: &Range<usize>| stems.get(run.start).copied().zip(stems.get(run.end - 1).copied()).unwrap_or_default();
    let mut nears = [0.0, step / 2.0, step].into_iter();
    loop {
        let centres: Vec<f64> = runs.iter().map(&end).map(|(first, last)| f64::midpoint(first, last)).collect();
        let mut lefts = pack(&centres, size.width(), GAP);
        let is_far = |at: usize| (lefts[at] + size.width() / 2.0 - centres[at]).abs() > size.max_drift();
        let near = (0..runs.len()).any(is_far).then(|| nears.next()).flatten();
        let Some(near) = near else {
            end_within(&mut lefts, &centres, size, plan_end);
            return runs.into_iter().zip(lefts).collect();
        };
        let mut next: Vec<Range<usize>> = Vec::with_capacity(runs.len());
        let mut at = 0;
        while at < runs.len() {
            // Cards that touch give way together: one that is far off has the others of its block to thank for it.
            let touches = |at: usize| lefts.get(at + 1).is_some_and(|right| right - lefts[at] <= step + 1e-6);
            let block = (at..runs.len()).find(|at| !touches(*at)).map_or(runs.len(), |last| last + 1);
            let is_crowded = (at..block).any(is_far);
            let first = next.len();
            for run in &runs[at..block] {
                let is_first = next.len() == first;
                match next.last_mut().filter(|_| is_crowded && !is_first) {
                    Some(before) if end(run).1 - end(before).0 <= near => before.end = run.end,
                    _ => next.push(run.clone()),
                }
            }
            at = block;
        }
        runs = next;
    }
}

/// A card in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The card's index in [`Lane::moments`] of the lane that was packed.
    pub index: usize,
    /// The card's left edge; cards of a pile have the same.
    pub left: f64,
    /// Where its date is; `None` for a card without a day.
    pub stem: Option<f64>,
}

/// The cards of a lane in the order in which they stand on an axis, whatever the zoom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sorted {
    /// Day and index of the cards with a day, by day, time and id.
    dated: Vec<(i32, usize)>,
    /// Indices of the others, by order position and id; those without a position last.
    loose: Vec<usize>,
}

impl Sorted {
    /// Sorts a lane's cards.
    #[must_use]
    pub fn of(campaign: &Campaign, lane: &Lane, axis: Axis) -> Self {
        Self::of_shown(campaign, lane, axis, |_| true)
    }

    /// Sorts those of a lane's cards that are shown; the others take no room.
    #[must_use]
    pub fn of_shown(campaign: &Campaign, lane: &Lane, axis: Axis, shown: impl Fn(&Moment) -> bool) -> Self {
        let mut loose: Vec<usize> = Vec::new();
        let mut cards: Vec<(i32, Option<crate::model::Time>, crate::model::MomentId, usize)> = Vec::new();
        for (index, moment) in lane.moments.iter().enumerate().filter(|(_, moment)| shown(moment)) {
            match axis.day(campaign, moment.when) {
                Some(day) => cards.push((day, moment.time, moment.id, index)),
                None => loose.push(index),
            }
        }
        cards.sort_unstable();
        let key = |&index: &usize| {
            let moment = lane.moments.get(index)?;
            let order = if let When::Order(order) = moment.when { i64::from(order) } else { i64::MAX };
            Some((order, moment.id))
        };
        loose.sort_by_key(key);
        Self { dated: cards.into_iter().map(|(day, .., index)| (day, index)).collect(), loose }
    }

    /// How many cards there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.dated.len() + self.loose.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The cards of a lane in their places, from left to right.
#[derive(Clone, Debug, PartialEq)]
pub struct Packed {
    /// The size of the cards.
    pub size: Size,
    places: Vec<Place>,
    /// How many have a date; they come first.
    dated: usize,
    max_drift: f64,
    /// Runs of dated cards that share a place.
    piles: Vec<Range<usize>>,
}

impl Packed {
    /// Packs a lane's cards in one size.
    ///
    /// Cards with a day on the scale's axis come by day, time and id. The others follow in a zone of their own to the
    /// right, by order position, then those without any, by id, evenly spaced; where nothing has a day the zone begins
    /// at x = 0.
    #[must_use]
    pub fn of(campaign: &Campaign, lane: &Lane, scale: &Scale, size: Size) -> Self {
        Self::of_sorted(&Sorted::of(campaign, lane, scale.axis), scale, size)
    }

    /// The same for cards that are sorted already, on the scale's axis: zooming only packs anew.
    #[must_use]
    pub fn of_sorted(sorted: &Sorted, scale: &Scale, size: Size) -> Self {
        let stems: Vec<f64> = sorted.dated.iter().map(|(day, _)| scale.x(*day)).collect();
        let mut lefts = if size == Size::Xs { stems.clone() } else { pack(&stems, size.width(), GAP) };
        if size != Size::Xs {
            end_within(&mut lefts, &stems, size, scale.end());
        }
        Self::placed(sorted, &stems, &lefts, size)
    }

    /// The same with cards on piles that would stand too far from their dates.
    #[must_use]
    fn of_piles(sorted: &Sorted, scale: &Scale, size: Size) -> Self {
        let stems: Vec<f64> = sorted.dated.iter().map(|(day, _)| scale.x(*day)).collect();
        let runs = piled(&stems, size, scale.end());
        let lefts: Vec<f64> = runs.iter().flat_map(|(run, left)| std::iter::repeat_n(*left, run.len())).collect();
        let piles = runs.into_iter().map(|(run, _)| run).filter(|run| run.len() > 1).collect();
        Self { piles, ..Self::placed(sorted, &stems, &lefts, size) }
    }

    fn placed(sorted: &Sorted, stems: &[f64], lefts: &[f64], size: Size) -> Self {
        let mut places = Vec::with_capacity(sorted.len());
        let mut max_drift = 0.0_f64;
        for (((_, index), stem), left) in sorted.dated.iter().zip(stems).zip(lefts) {
            max_drift = max_drift.max((left + size.width() / 2.0 - stem).abs());
            places.push(Place { index: *index, left: *left, stem: Some(*stem) });
        }
        let dated = places.len();
        let from = match (lefts.last(), stems.last()) {
            (Some(left), Some(stem)) => (left + size.width()).max(*stem).max(0.0) + ZONE_GAP,
            _ => 0.0,
        };
        // A marker takes room of its own here, where no date says how near another one may come.
        let step = size.width().max(12.0) + if dated == 0 { ZONE_GAP } else { GAP };
        for (at, index) in sorted.loose.iter().enumerate() {
            places.push(Place { index: *index, left: from + at as f64 * step, stem: None });
        }
        Self { size, places, dated, max_drift, piles: Vec::new() }
    }

    /// Packs a lane's cards in that size, those on piles that would stand too far from their dates: smaller ones where that many
    /// would be on piles that they say less.
    #[must_use]
    pub fn fitting(campaign: &Campaign, lane: &Lane, scale: &Scale, size: Size) -> Self {
        Self::fitting_sorted(&Sorted::of(campaign, lane, scale.axis), scale, size)
    }

    /// The same for cards that are sorted already. Where most of a long lane would be on piles, their list says less than
    /// smaller cards do, and in the end markers on the curve.
    #[must_use]
    pub fn fitting_sorted(sorted: &Sorted, scale: &Scale, size: Size) -> Self {
        let mut size = size;
        let is_long = sorted.len() > LONG;
        let ends = sorted.dated.first().zip(sorted.dated.last());
        let room = ends.map_or(0.0, |(first, last)| scale.x(last.0) - scale.x(first.0));
        while let Some(smaller) = size.smaller() {
            // Packing costs a pass over all of them, which is not needed where they cannot have room side by side.
            let is_hopeless = sorted.dated.len() as f64 * size.width() > 2.0 * (room + 2.0 * size.max_drift() + size.width());
            if !(is_long && is_hopeless) {
                let packed = Self::of_piles(sorted, scale, size);
                // Large cards give way to cards of the middle size where these spare everybody the piles: nothing is lost.
                if size == Size::L && packed.piled() > 0 {
                    let medium = Self::of_piles(sorted, scale, Size::M);
                    if medium.piled() == 0 {
                        return medium;
                    }
                }
                if !is_long || packed.piled() * 2 <= packed.dated {
                    return packed;
                }
            }
            size = smaller;
        }
        Self::of_sorted(sorted, scale, size)
    }

    /// How many cards are on piles.
    #[must_use]
    pub fn piled(&self) -> usize {
        self.piles.iter().map(ExactSizeIterator::len).sum()
    }

    /// The pile of the card at a position in [`Packed::places`]; `None` for a card that has its place for itself.
    #[must_use]
    pub fn pile_at(&self, at: usize) -> Option<Range<usize>> {
        let next = self.piles.partition_point(|run| run.end <= at);
        self.piles.get(next).filter(|run| run.contains(&at)).cloned()
    }

    /// Whether no card stands further from its date than that.
    #[must_use]
    pub fn fits(&self, max_drift: f64) -> bool {
        self.max_drift <= max_drift
    }

    /// The largest distance between a card's middle and its date.
    #[must_use]
    pub fn max_drift(&self) -> f64 {
        self.max_drift
    }

    /// Every card, from left to right.
    #[must_use]
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// The cards that have a day.
    #[must_use]
    pub fn dated(&self) -> &[Place] {
        self.places.get(..self.dated).unwrap_or_default()
    }

    /// The right end of the last card.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.places.last().map_or(0.0, |place| self.end(place))
    }

    /// The positions in [`Packed::places`] of the cards that are seen between two places, card or stem. Two binary
    /// searches: cards and dates run from left to right together.
    #[must_use]
    pub fn visible(&self, from: f64, to: f64) -> Range<usize> {
        let first = self.places.partition_point(|place| self.end(place) < from);
        let end = self.places.partition_point(|place| place.stem.map_or(place.left, |x| x.min(place.left)) <= to);
        first..end.max(first)
    }

    fn end(&self, place: &Place) -> f64 {
        let right = place.left + self.size.width();
        place.stem.map_or(right, |x| x.max(right))
    }

    /// The cards whose markers are nearer than `near` to the one before: runs of positions in [`Packed::dated`] that
    /// are better drawn as one with a count.
    #[must_use]
    pub fn stacks(&self, near: f64) -> Vec<Range<usize>> {
        let mut stacks: Vec<Range<usize>> = Vec::new();
        for (at, place) in self.dated().iter().enumerate() {
            let head = stacks.last().and_then(|run| self.places.get(run.start)).and_then(|place| place.stem);
            match (stacks.last_mut(), head, place.stem) {
                (Some(run), Some(head), Some(x)) if x - head < near => run.end = at + 1,
                _ => stacks.push(at..at + 1),
            }
        }
        stacks
    }
}

/// The order in which a reader meets the cards of a lane, whatever axis they are on: those with a day, then those with
/// an order position, then the rest. Indices of [`Lane::moments`].
#[must_use]
pub fn reading_order(campaign: &Campaign, lane: &Lane) -> Vec<usize> {
    let axis = super::Axis::of_lane(campaign, lane);
    let mut order: Vec<usize> = (0..lane.moments.len()).collect();
    // Of a long lane looking at each card for every comparison would be most of the work.
    order.sort_by_cached_key(|&index| {
        let moment = lane.moments.get(index)?;
        let place = match (axis.and_then(|axis| axis.day(campaign, moment.when)), moment.when) {
            (Some(day), _) => (0, day),
            (None, When::Order(order)) => (1, order),
            (None, When::Relative(day)) => (2, day),
            (None, _) => (3, 0),
        };
        Some((place, moment.time, moment.id))
    });
    order
}
