//! Two states that grew out of one: what both did to it, put together, as long as they did it to different things.
//!
//! A thing counts as one: two hands on the same card are two opinions about it, even where they wrote in different fields, and
//! nobody but a person can say what it should be. Only of the campaign itself every field counts for itself.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::{LISTS, Thing};
use crate::model::{Campaign, Lane, LaneId, Moment, MomentId, Picture, faults};

/// Why two states cannot be put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// What both changed, each in its own way; empty where what one did does not hold beside what the other did.
    pub both: Vec<Thing>,
}

/// What `mine` and `theirs` both did with `base`.
///
/// # Errors
/// Where both changed the same thing in different ways, or what one did does not hold beside what the other did.
pub fn merge(base: &Campaign, mine: &Campaign, theirs: &Campaign) -> Result<Campaign, Clash> {
    let mut both = BTreeSet::new();
    let mut merged = theirs.clone();
    own_fields(&mut merged, base, mine, theirs, &mut both);
    merged.brands = list([&base.brands, &mine.brands, &theirs.brands], |x| x.id, PartialEq::eq, &mut both, Thing::Brand);
    merged.products =
        list([&base.products, &mine.products, &theirs.products], |x| x.id, PartialEq::eq, &mut both, Thing::Product);
    merged.creators =
        list([&base.creators, &mine.creators, &theirs.creators], |x| x.id, PartialEq::eq, &mut both, Thing::Creator);
    let accepted = [&base.acceptances, &mine.acceptances, &theirs.acceptances];
    merged.acceptances = list(accepted, |x| x.id, PartialEq::eq, &mut both, Thing::Acceptance);
    // A picture is named by its content, which need not be looked at for that.
    let alike = |a: &Picture, b: &Picture| super::picture(a, b).is_empty();
    merged.pictures = list([&base.pictures, &mine.pictures, &theirs.pictures], |x| x.id, alike, &mut both, Thing::Picture);
    let alike = |a: &Lane, b: &Lane| a.differs_in_but(b, &["moments", "notes"]).is_empty();
    merged.lanes = list([&base.lanes, &mine.lanes, &theirs.lanes], |x| x.id, alike, &mut both, Thing::Lane);
    notes(&mut merged, [base, mine, theirs], &mut both);
    moments(&mut merged, [base, mine, theirs], &mut both);
    keep_shown(&mut merged, [base, mine, theirs]);
    if both.is_empty() && faults(&merged).is_empty() { Ok(merged) } else { Err(Clash { both: both.into_iter().collect() }) }
}

/// A picture leaves a plan with the last moment that shows it. Where one state let it go and the other began to show it, it stays.
fn keep_shown(merged: &mut Campaign, states: [&Campaign; 3]) {
    let shown: BTreeSet<_> = merged.shown_pictures().collect();
    for id in shown {
        if merged.picture(id).is_none()
            && let Some(picture) = states.iter().find_map(|state| state.picture(id))
        {
            merged.pictures.push(Arc::clone(picture));
        }
    }
}

fn own_fields(merged: &mut Campaign, base: &Campaign, mine: &Campaign, theirs: &Campaign, both: &mut BTreeSet<Thing>) {
    let mut but = LISTS.to_vec();
    but.push("id");
    let (ours, others, apart) =
        (base.differs_in_but(mine, &but), base.differs_in_but(theirs, &but), mine.differs_in_but(theirs, &but));
    for field in ours {
        if others.contains(&field) && apart.contains(&field) {
            both.insert(Thing::Campaign);
        } else {
            merged.take(field, mine);
        }
    }
}

/// What becomes of a thing that is this in the three states; `None` where both changed it, each in its own way.
#[expect(clippy::option_option, reason = "the outer one says whether it can be told, the inner one whether the thing is there")]
fn settled<T: Copy>([base, mine, theirs]: [Option<T>; 3], alike: impl Fn(T, T) -> bool) -> Option<Option<T>> {
    let same = |a: Option<T>, b: Option<T>| match (a, b) {
        (Some(a), Some(b)) => alike(a, b),
        (a, b) => a.is_none() && b.is_none(),
    };
    if same(base, mine) {
        Some(theirs)
    } else if same(base, theirs) || same(mine, theirs) {
        Some(mine)
    } else {
        None
    }
}

/// A list of things that are told apart by their ids.
fn list<T, K: Copy + Ord + std::hash::Hash>(
    states: [&Vec<Arc<T>>; 3],
    key: impl Fn(&T) -> K,
    alike: impl Fn(&T, &T) -> bool,
    both: &mut BTreeSet<Thing>,
    thing: impl Fn(K) -> Thing,
) -> Vec<Arc<T>> {
    let by_key = states.map(|list| list.iter().map(|x| (key(x), x)).collect::<BTreeMap<K, &Arc<T>>>());
    let keys = states.map(|list| list.iter().map(|x| key(x)).collect::<Vec<K>>());
    let mut kept = HashMap::new();
    for id in by_key.iter().flat_map(BTreeMap::keys).copied().collect::<BTreeSet<K>>() {
        let here = by_key.each_ref().map(|state| state.get(&id).copied());
        match settled(here, |a, b| Arc::ptr_eq(a, b) || alike(a, b)) {
            Some(Some(one)) => drop(kept.insert(id, one)),
            Some(None) => {}
            None => drop(both.insert(thing(id))),
        }
    }
    let order = woven(keys.each_ref().map(Vec::as_slice), |id| kept.contains_key(&id));
    if order.is_none() {
        both.insert(Thing::Campaign);
    }
    order.into_iter().flatten().filter_map(|id| kept.get(&id).map(|one| Arc::clone(one))).collect()
}

/// The order of those that are kept. Who put them into another order is followed; what only the other one has stands behind
/// what it stands behind there. `None` where both put them into another order, each in its own way.
fn woven<K: Copy + Eq + std::hash::Hash>([base, mine, theirs]: [&[K]; 3], kept: impl Fn(K) -> bool) -> Option<Vec<K>> {
    let order = |list: &[K], other: &[K]| {
        let other: std::collections::HashSet<K> = other.iter().copied().collect();
        list.iter().copied().filter(|id| other.contains(id)).collect::<Vec<K>>()
    };
    let stays = |list: &[K]| order(base, list) == order(list, base);
    let (first, second) = match (stays(mine), stays(theirs)) {
        (true, _) => (theirs, mine),
        (false, true) => (mine, theirs),
        (false, false) if order(mine, theirs) == order(theirs, mine) => (theirs, mine),
        (false, false) => return None,
    };
    let known: std::collections::HashSet<K> = first.iter().copied().filter(|id| kept(*id)).collect();
    let mut behind: HashMap<Option<K>, Vec<K>> = HashMap::new();
    let mut last = None;
    for id in second.iter().copied().filter(|id| kept(*id)) {
        if known.contains(&id) {
            last = Some(id);
        } else {
            behind.entry(last).or_default().push(id);
        }
    }
    let mut all = behind.remove(&None).unwrap_or_default();
    for id in first.iter().copied().filter(|id| kept(*id)) {
        all.push(id);
        all.extend(behind.remove(&Some(id)).unwrap_or_default());
    }
    Some(all)
}

/// Puts together the notes of each lane: two people may each pin a thought to it. A lane that one deleted takes those with it
/// that the other left alone.
fn notes(merged: &mut Campaign, states: [&Campaign; 3], both: &mut BTreeSet<Thing>) {
    let none = Vec::new();
    for lane in &mut merged.lanes {
        let id = lane.id;
        let of = states.map(|state| state.lane(id).map_or(&none, |lane| &lane.notes));
        if of.iter().any(|notes| !notes.is_empty()) {
            Arc::make_mut(lane).notes = list(of, |note| note.id, PartialEq::eq, both, |_| Thing::Lane(id));
        }
    }
    for lane in states[0].lanes.iter().filter(|lane| merged.lane(lane.id).is_none()) {
        let still = states[1..].iter().filter_map(|state| state.lane(lane.id));
        if still.into_iter().any(|other| !Arc::ptr_eq(lane, other) && other.notes != lane.notes) {
            both.insert(Thing::Lane(lane.id));
        }
    }
}

/// Where a moment stands, the tray being no lane, and what it is.
type Placed<'a> = (Option<LaneId>, &'a Arc<Moment>);

/// Puts every moment into the lane, or the tray, that it comes to stand in.
fn moments(merged: &mut Campaign, states: [&Campaign; 3], both: &mut BTreeSet<Thing>) {
    let placed = states.map(|state| {
        let in_lanes = state.lanes.iter().flat_map(|lane| lane.moments.iter().map(|one| (one.id, (Some(lane.id), one))));
        in_lanes.chain(state.ideas.iter().map(|one| (one.id, (None, one)))).collect::<BTreeMap<MomentId, Placed<'_>>>()
    });
    let lanes: BTreeSet<LaneId> = merged.lanes.iter().map(|lane| lane.id).collect();
    let mut kept: HashMap<MomentId, Placed<'_>> = HashMap::new();
    for id in placed.iter().flat_map(BTreeMap::keys).copied().collect::<BTreeSet<MomentId>>() {
        let here = placed.each_ref().map(|state| state.get(&id).copied());
        let alike = |(a, x): Placed<'_>, (b, y): Placed<'_>| a == b && (Arc::ptr_eq(x, y) || x == y);
        match settled(here, alike) {
            Some(Some((lane, one))) if lane.is_none_or(|lane| lanes.contains(&lane)) => drop(kept.insert(id, (lane, one))),
            Some(None) => {}
            // Its lane is gone in the other state.
            Some(Some(_)) | None => drop(both.insert(Thing::Moment(id))),
        }
    }
    let in_lane = |lane: Option<LaneId>| -> Option<Vec<Arc<Moment>>> {
        let keys = states.map(|state| {
            let of = lane.map_or(Some(&state.ideas), |lane| state.lane(lane).map(|lane| &lane.moments));
            of.into_iter().flatten().map(|one| one.id).collect::<Vec<MomentId>>()
        });
        let order = woven(keys.each_ref().map(Vec::as_slice), |id| kept.get(&id).is_some_and(|(at, _)| *at == lane))?;
        Some(order.into_iter().filter_map(|id| kept.get(&id).map(|(_, one)| Arc::clone(one))).collect())
    };
    match in_lane(None) {
        Some(ideas) => merged.ideas = ideas,
        None => drop(both.insert(Thing::Campaign)),
    }
    for lane in &mut merged.lanes {
        let id = lane.id;
        match in_lane(Some(id)) {
            Some(moments) => Arc::make_mut(lane).moments = moments,
            None => drop(both.insert(Thing::Lane(id))),
        }
    }
}
