//! Which moments left and which came between two states of a plan. States share what did not change, so that comparing pointers
//! finds it: whoever keeps something that was counted over all moments looks at these alone, and never through the plan.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{Campaign, Lane, LaneId, Moment};

/// A stretch of a lane, or of the tray, that is another one than before. A moment that was changed is in both parts, and so is one
/// that only stands among others that were.
#[derive(Clone, Copy, Debug)]
pub struct Stretch<'a> {
    /// The lane; `None` is the tray of ideas.
    pub lane: Option<LaneId>,
    /// The place in it of the first of both.
    pub at: usize,
    /// What stood there.
    pub gone: &'a [Arc<Moment>],
    /// What stands there now.
    pub came: &'a [Arc<Moment>],
}

impl<'a> Stretch<'a> {
    /// What lies between the first and the last difference.
    fn between(lane: Option<LaneId>, old: &'a [Arc<Moment>], new: &'a [Arc<Moment>]) -> Self {
        let same = |(a, b): &(&Arc<Moment>, &Arc<Moment>)| Arc::ptr_eq(a, b);
        let head = old.iter().zip(new).take_while(same).count();
        let (old, new) = (&old[head..], &new[head..]);
        let tail = old.iter().rev().zip(new.iter().rev()).take_while(same).count();
        Self { lane, at: head, gone: &old[..old.len() - tail], came: &new[..new.len() - tail] }
    }
}

/// The stretches that differ. Lanes that are the same pointer are not looked at.
#[must_use]
pub fn turnover<'a>(from: &'a Campaign, to: &'a Campaign) -> Vec<Stretch<'a>> {
    let mut stretches = Vec::new();
    let same_places = from.lanes.len() == to.lanes.len() && from.lanes.iter().zip(&to.lanes).all(|(a, b)| a.id == b.id);
    let by_id: HashMap<LaneId, &Arc<Lane>> =
        if same_places { HashMap::new() } else { from.lanes.iter().map(|lane| (lane.id, lane)).collect() };
    for (at, new) in to.lanes.iter().enumerate() {
        let old = if same_places { from.lanes.get(at) } else { by_id.get(&new.id).copied() };
        if old.is_some_and(|old| Arc::ptr_eq(old, new)) {
            continue;
        }
        stretches.push(Stretch::between(Some(new.id), old.map_or(&[], |old| &old.moments), &new.moments));
    }
    if !same_places {
        let kept: HashSet<LaneId> = to.lanes.iter().map(|lane| lane.id).collect();
        let gone = from.lanes.iter().filter(|lane| !kept.contains(&lane.id));
        stretches.extend(gone.map(|lane| Stretch { lane: Some(lane.id), at: 0, gone: &lane.moments, came: &[] }));
    }
    stretches.push(Stretch::between(None, &from.ideas, &to.ideas));
    stretches.retain(|stretch| !stretch.gone.is_empty() || !stretch.came.is_empty());
    stretches
}
