//! Where each lane begins: lanes are as tall as their cards ask for, but for those that are folded to a line and those that
//! are hidden, which take no room.
//!
//! ```text
//!   top(at) = folded before it · line  +  open before it · lane
//! ```
//!
//! How many are folded or hidden before each lane is counted once, when that changes; a lane's top is then a
//! multiplication, and the lane at a height a binary search, however many lanes there are and at any zoom.

use std::sync::Arc;

/// Height of a lane that is folded, in points.
pub const FOLDED: f32 = 29.0;

/// The heights of all lanes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heights {
    open: f64,
    lanes: usize,
    /// For each lane, and for the end, how many folded ones come before; empty where none is folded.
    folded: Arc<[u32]>,
    /// The same for the hidden ones, of which none counts as folded.
    hidden: Arc<[u32]>,
}

impl Heights {
    /// The heights of so many lanes of which an open one takes `open` points.
    #[must_use]
    pub fn new(open: f32, lanes: usize, folded: Arc<[u32]>) -> Self {
        Self { open: f64::from(open).max(1.0), lanes, folded, hidden: Arc::default() }
    }

    /// The same without those that are hidden.
    #[must_use]
    pub fn without(self, hidden: Arc<[u32]>) -> Self {
        Self { hidden, ..self }
    }

    /// Counts the folded, or the hidden, lanes before each one.
    #[must_use]
    pub fn count(folded: impl ExactSizeIterator<Item = bool>) -> Arc<[u32]> {
        let mut before = Vec::with_capacity(folded.len() + 1);
        let mut count = 0_u32;
        before.push(0);
        for is_folded in folded {
            count += u32::from(is_folded);
            before.push(count);
        }
        if count == 0 { Arc::default() } else { before.into() }
    }

    fn before(counts: &[u32], at: usize) -> usize {
        counts.get(at).or(counts.last()).map_or(0, |count| *count as usize)
    }

    /// The upper edge of a lane; of the lane after the last one, the end of them all.
    #[must_use]
    pub fn top(&self, at: usize) -> f64 {
        let (folded, hidden) = (Self::before(&self.folded, at), Self::before(&self.hidden, at));
        folded as f64 * f64::from(FOLDED) + at.saturating_sub(folded + hidden) as f64 * self.open
    }

    /// Whether a lane is folded.
    #[must_use]
    pub fn is_folded(&self, at: usize) -> bool {
        Self::before(&self.folded, at + 1) > Self::before(&self.folded, at)
    }

    /// Whether a lane is hidden.
    #[must_use]
    pub fn is_hidden(&self, at: usize) -> bool {
        Self::before(&self.hidden, at + 1) > Self::before(&self.hidden, at)
    }

    /// How tall a lane is.
    #[must_use]
    pub fn of(&self, at: usize) -> f64 {
        match (self.is_hidden(at), self.is_folded(at)) {
            (true, _) => 0.0,
            (_, true) => f64::from(FOLDED),
            _ => self.open,
        }
    }

    /// How tall all lanes are together.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.top(self.lanes)
    }

    /// The lane at a height, if there is one.
    #[must_use]
    pub fn at(&self, y: f64) -> Option<usize> {
        if y.is_nan() || y < 0.0 || y >= self.total() {
            return None;
        }
        if self.folded.is_empty() && self.hidden.is_empty() {
            return Some(((y / self.open) as usize).min(self.lanes.saturating_sub(1)));
        }
        let (mut low, mut high) = (0, self.lanes);
        while high - low > 1 {
            let middle = usize::midpoint(low, high);
            // Of lanes that begin at the same height all but the last one are hidden.
            if self.top(middle) <= y { low = middle } else { high = middle }
        }
        Some(low)
    }

    /// The height that shows the same place of the same lane as `y` did with other heights.
    #[must_use]
    pub fn same_place(&self, y: f64, before: &Self) -> f64 {
        let Some(at) = before.at(y) else { return y - before.total() + self.total() };
        self.top(at) + (y - before.top(at)) / before.of(at) * self.of(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heights(folded: &[bool]) -> Heights {
        Heights::new(167.0, folded.len(), Heights::count(folded.iter().copied()))
    }

    #[test]
    fn lanes_stand_one_below_the_other_folded_or_not() {
        let open = heights(&[false; 4]);
        assert_eq!([0, 1, 4].map(|at| open.top(at) as i64), [0, 167, 668]);
        let mixed = heights(&[false, true, true, false]);
        assert_eq!([0, 1, 2, 3, 4].map(|at| mixed.top(at) as i64), [0, 167, 196, 225, 392]);
        assert!(!mixed.is_folded(0) && mixed.is_folded(1) && mixed.is_folded(2) && !mixed.is_folded(3));
        assert!(heights(&[]).at(0.0).is_none());
    }

    #[test]
    fn the_lane_at_a_height_is_the_one_that_stands_there() {
        for pattern in 0..64_u32 {
            let folded: Vec<bool> = (0..6).map(|bit| pattern & (1 << bit) != 0).collect();
            let heights = heights(&folded);
            for at in 0..6 {
                let (top, end) = (heights.top(at), heights.top(at + 1));
                assert!((end - top - heights.of(at)).abs() < 1e-9);
                assert_eq!([top, end - 0.5].map(|y| heights.at(y)), [Some(at); 2], "{pattern:b}");
            }
            assert_eq!([-1.0, heights.total()].map(|y| heights.at(y)), [None; 2]);
        }
    }

    #[test]
    fn hidden_lanes_take_no_room_and_are_at_no_height() {
        for pattern in 0..(1 << 10_u32) {
            let is = |bit: u32| pattern & (1 << bit) != 0;
            let folded = Heights::count((0..5).map(|at| is(at) && !is(at + 5)));
            let heights = Heights::new(167.0, 5, folded).without(Heights::count((5..10).map(is)));
            let mut top = 0.0;
            for at in 0..5_u32 {
                let (lane, tall) = (
                    at as usize,
                    if is(at + 5) {
                        0.0
                    } else if is(at) {
                        f64::from(FOLDED)
                    } else {
                        167.0
                    },
                );
                assert_eq!((heights.top(lane), heights.of(lane)), (top, tall), "{pattern:b}");
                if tall > 0.0 {
                    assert_eq!([top, top + tall - 0.5].map(|y| heights.at(y)), [Some(lane); 2], "{pattern:b}");
                }
                top += tall;
            }
            assert_eq!((heights.total(), heights.at(top)), (top, None));
        }
    }

    #[test]
    fn another_zoom_keeps_the_lane_that_is_seen() {
        let count = Heights::count([true, false, false].into_iter());
        let (before, after) = (Heights::new(100.0, 3, Arc::clone(&count)), Heights::new(200.0, 3, count));
        assert!((after.same_place(29.0 + 150.0, &before) - (29.0 + 300.0)).abs() < 1e-9);
        assert!((after.same_place(10.0, &before) - 10.0).abs() < 1e-9, "a folded lane is as tall at any zoom");
    }
}
