//! What differs between two states of a plan, thing by thing: what is shown of a lost edit, an earlier version, or a file that
//! somebody else changed.
//!
//! Things are told apart by their ids. Where both states share a thing by pointer it is not looked into, so that the
//! difference of two states of one session costs as much as there is of it.

use std::collections::BTreeMap;
use std::hash::Hash;
use std::sync::Arc;

use super::{
    Acceptance, AcceptanceId, Brand, BrandId, Campaign, Creator, CreatorId, LaneId, Moment, MomentId, Picture, PictureId,
    Product, ProductId,
};

mod merge;
mod patch;
mod splice;

pub use merge::{Clash, merge};
pub use patch::{Beside, Cards, Patch, PatchError, PictureCard};
pub use splice::{PictureSplice, Splice};

/// The lists of a campaign, whose things are looked at one by one.
const LISTS: [&str; 7] = ["brands", "products", "creators", "lanes", "ideas", "acceptances", "pictures"];

/// What a row of a difference is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Thing {
    /// The campaign itself.
    Campaign,
    /// A brand.
    Brand(BrandId),
    /// A product.
    Product(ProductId),
    /// A creator.
    Creator(CreatorId),
    /// A lane, without its moments.
    Lane(LaneId),
    /// A moment, in a lane or in the tray.
    Moment(MomentId),
    /// An accepted finding.
    Acceptance(AcceptanceId),
    /// A picture.
    Picture(PictureId),
}

/// What happened to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is at another place: a moment in another lane or in the tray, or out of it.
    Moved {
        /// Fields that differ as well, as the file calls them.
        fields: Vec<&'static str>,
    },
    /// Fields differ, as the file calls them. Of a campaign, "lanes" says that their order differs.
    Fields(Vec<&'static str>),
}

/// One thing that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub thing: Thing,
    /// What happened to it.
    pub change: Change,
}

/// What differs between two states of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// The things, sorted by what they are.
    pub rows: Vec<Row>,
}

impl Difference {
    /// What differs in `after` from `before`.
    #[must_use]
    pub fn between(before: &Campaign, after: &Campaign) -> Self {
        let mut rows = Vec::new();
        campaign(&mut rows, before, after);
        things(&mut rows, &before.brands, &after.brands, |x| x.id, Thing::Brand, Brand::differs_in);
        things(&mut rows, &before.products, &after.products, |x| x.id, Thing::Product, Product::differs_in);
        things(&mut rows, &before.creators, &after.creators, |x| x.id, Thing::Creator, Creator::differs_in);
        // Moments have rows of their own, and a lane may have a hundred thousand.
        things(&mut rows, &before.lanes, &after.lanes, |x| x.id, Thing::Lane, |a, b| a.differs_in_but(b, &["moments"]));
        moments(&mut rows, before, after);
        things(&mut rows, &before.acceptances, &after.acceptances, |x| x.id, Thing::Acceptance, Acceptance::differs_in);
        things(&mut rows, &before.pictures, &after.pictures, |x| x.id, Thing::Picture, picture);
        rows.sort_by_key(|row| row.thing);
        Self { rows }
    }

    /// Whether both are the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many things differ.
    #[must_use]
    pub fn size(&self) -> usize {
        self.rows.len()
    }

    /// How many are new, how many are gone, and how many changed.
    #[must_use]
    pub fn counts(&self) -> [usize; 3] {
        let mut counts = [0; 3];
        for row in &self.rows {
            let at = match row.change {
                Change::Added => 0,
                Change::Removed => 1,
                Change::Moved { .. } | Change::Fields(_) => 2,
            };
            counts[at] += 1;
        }
        counts
    }
}

/// The campaign's own fields; its lists have rows of their own, but for the order of lanes and of brands.
fn campaign(rows: &mut Vec<Row>, before: &Campaign, after: &Campaign) {
    let mut fields = before.differs_in_but(after, &LISTS);
    if order(&before.lanes, &after.lanes, |x| x.id) {
        fields.push("lanes");
    }
    if order(&before.brands, &after.brands, |x| x.id) {
        fields.push("brands");
    }
    if !fields.is_empty() {
        rows.push(Row { thing: Thing::Campaign, change: Change::Fields(fields) });
    }
}

/// Whether those that are in both lists stand in another order.
fn order<T, K: Eq + Hash + Ord>(before: &[Arc<T>], after: &[Arc<T>], key: impl Fn(&T) -> K) -> bool {
    let is_in = |list: &[Arc<T>]| list.iter().map(|x| key(x)).collect::<std::collections::BTreeSet<K>>();
    let (old, new) = (is_in(before), is_in(after));
    let kept = |list: &[Arc<T>], other: &std::collections::BTreeSet<K>| {
        list.iter().map(|x| key(x)).filter(|key| other.contains(key)).collect::<Vec<K>>()
    };
    kept(before, &new) != kept(after, &old)
}

/// The id of a picture is its content, so that this is what is said about it.
fn picture(before: &Picture, after: &Picture) -> Vec<&'static str> {
    let mut fields = Vec::new();
    if before.name != after.name {
        fields.push("name");
    }
    if (before.width, before.height) != (after.width, after.height) {
        fields.push("size");
    }
    if before.unknown != after.unknown {
        fields.push("unknown");
    }
    fields
}

fn things<T, K: Ord + Copy>(
    rows: &mut Vec<Row>,
    before: &[Arc<T>],
    after: &[Arc<T>],
    key: impl Fn(&T) -> K,
    thing: impl Fn(K) -> Thing,
    differ: impl Fn(&T, &T) -> Vec<&'static str>,
) {
    let mut old: BTreeMap<K, &Arc<T>> = before.iter().map(|x| (key(x), x)).collect();
    for new in after {
        let id = key(new);
        match old.remove(&id) {
            None => rows.push(Row { thing: thing(id), change: Change::Added }),
            Some(known) if Arc::ptr_eq(known, new) => {}
            Some(known) => {
                let fields = differ(known, new);
                if !fields.is_empty() {
                    rows.push(Row { thing: thing(id), change: Change::Fields(fields) });
                }
            }
        }
    }
    rows.extend(old.into_keys().map(|id| Row { thing: thing(id), change: Change::Removed }));
}

/// Every moment of lanes that are not the same, and of the tray, with the lane it stands in.
type Placed<'a> = BTreeMap<MomentId, (Option<LaneId>, &'a Arc<Moment>)>;

fn placed<'a>(of: &'a Campaign, other: &Campaign) -> Placed<'a> {
    let same: BTreeMap<LaneId, *const super::Lane> = other.lanes.iter().map(|lane| (lane.id, Arc::as_ptr(lane))).collect();
    let lanes = of.lanes.iter().filter(|lane| same.get(&lane.id) != Some(&Arc::as_ptr(lane)));
    let in_lanes = lanes.flat_map(|lane| lane.moments.iter().map(|moment| (moment.id, (Some(lane.id), moment))));
    in_lanes.chain(of.ideas.iter().map(|moment| (moment.id, (None, moment)))).collect()
}

fn moments(rows: &mut Vec<Row>, before: &Campaign, after: &Campaign) {
    let (mut old, new) = (placed(before, after), placed(after, before));
    for (id, (lane, moment)) in new {
        let thing = Thing::Moment(id);
        match old.remove(&id) {
            None => rows.push(Row { thing, change: Change::Added }),
            Some((was, known)) => {
                let fields = if Arc::ptr_eq(known, moment) { Vec::new() } else { known.differs_in(moment) };
                if was != lane {
                    rows.push(Row { thing, change: Change::Moved { fields } });
                } else if !fields.is_empty() {
                    rows.push(Row { thing, change: Change::Fields(fields) });
                }
            }
        }
    }
    rows.extend(old.into_keys().map(|id| Row { thing: Thing::Moment(id), change: Change::Removed }));
}
