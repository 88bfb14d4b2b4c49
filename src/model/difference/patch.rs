//! What turns one state of a plan into another: only what differs, thing by thing, as a recovery journal writes it down.
//!
//! A patch holds every thing that is new or has changed, whole, and says by ids where things stand. What only moved is not in
//! it: it is taken from where it was. Of a campaign's own fields it holds those that differ, and of pictures what is said about
//! them; their content stands elsewhere, once.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::hash::Hash;
use std::sync::Arc;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeStruct as _, Serializer};

use super::LISTS;
use super::splice::{PictureSplice, Splice, Stretch, stretches, weave};
use crate::model::record::{FieldName, record};
use crate::model::{
    Acceptance, AcceptanceId, Brand, BrandId, Campaign, Creator, CreatorId, Id, Lane, LaneId, Moment, MomentId, Picture,
    PictureId, PlanId, Product, ProductId, Unknown,
};

/// Why a patch does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PatchError {
    /// It says things that this version does not know.
    Newer,
    /// A place that the plan does not have.
    OutOfPlace,
    /// A thing that neither the plan nor the patch has.
    Missing,
}

/// Fields beside the campaign that this version does not know.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Beside(pub Unknown);

impl Serialize for Beside {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let mut out = s.serialize_struct("Beside", self.0.len())?;
        for (name, value) in self.0.iter() {
            out.serialize_field(name, value)?;
        }
        out.end()
    }
}

impl<'de> Deserialize<'de> for Beside {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Beside;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the fields beside a campaign")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Beside, A::Error> {
                let mut fields = Unknown::default();
                while let Some(FieldName(key)) = map.next_key()? {
                    fields.keep(&key, &mut map)?;
                }
                Ok(Beside(fields))
            }
        }
        d.deserialize_struct("Beside", &[], Fields)
    }
}

record! {
    /// Where the moments of a lane differ.
    pub struct Cards {
        /// Which lane.
        must lane: LaneId,
        /// The stretches that differ.
        list order: Vec<Splice>,
    }
}

record! {
    /// What is said about a picture. Its content is not written down with it.
    pub struct PictureCard {
        /// Its content, by its hash.
        must id: PictureId,
        /// The name of the file it came from.
        has name: String,
        /// Width in pixels.
        has width: u32,
        /// Height in pixels.
        has height: u32,
        /// The hash of the content that is kept, where that is another: a picture that was damaged in the plan's file.
        opt kept_as: PictureId,
        /// The content, where it is at hand.
        skip bytes: Arc<[u8]>,
    }
}

record! {
    /// What turns one state of a plan into another.
    #[derive(Default)]
    pub struct Patch {
        /// The identity of the plan, where it differs.
        opt id: PlanId,
        /// The campaign's own fields that differ.
        list fields: Vec<String>,
        /// Their values, in a campaign that holds nothing else.
        opt own: Box<Campaign>,
        /// What stands beside the campaign, where that differs.
        opt beside: Beside,
        /// Where the list of brands differs.
        list brand_order: Vec<Splice>,
        /// Brands that are new or changed.
        list brands: Vec<Arc<Brand>>,
        /// Where the list of products differs.
        list product_order: Vec<Splice>,
        /// Products that are new or changed.
        list products: Vec<Arc<Product>>,
        /// Where the list of creators differs.
        list creator_order: Vec<Splice>,
        /// Creators that are new or changed.
        list creators: Vec<Arc<Creator>>,
        /// Where the order of lanes differs.
        list lane_order: Vec<Splice>,
        /// Lanes that are new, or whose own fields changed; without their moments.
        list lanes: Vec<Arc<Lane>>,
        /// Where the moments of lanes differ.
        list cards: Vec<Cards>,
        /// Where the tray of ideas differs.
        list ideas: Vec<Splice>,
        /// Moments that are new or changed.
        list moments: Vec<Arc<Moment>>,
        /// Where the list of acceptances differs.
        list acceptance_order: Vec<Splice>,
        /// Acceptances that are new or changed.
        list acceptances: Vec<Arc<Acceptance>>,
        /// Where the list of pictures differs.
        list picture_order: Vec<PictureSplice>,
        /// Pictures that are new, or of which something else is said. A patch that was read lacks the content of those that the
        /// plan does not have yet.
        list pictures: Vec<PictureCard>,
    }
}

/// Whether two things are equal; those that are one are not looked into.
fn same<T: PartialEq>(a: &Arc<T>, b: &Arc<T>) -> bool {
    Arc::ptr_eq(a, b) || a == b
}

impl Patch {
    /// What turns `before` into `after`. Costs what differs where the two share what does not.
    #[must_use]
    pub fn between(before: &Campaign, after: &Campaign) -> Self {
        let mut but = LISTS.to_vec();
        but.extend(["id", "beside"]);
        let fields = before.differs_in_but(after, &but);
        let own = (!fields.is_empty()).then(|| {
            let mut own = Campaign::new(after.id, "");
            for field in &fields {
                own.take(field, after);
            }
            Box::new(own)
        });
        let (brand_order, brands) = list(&before.brands, &after.brands, |x| x.id, |id| id.0);
        let (product_order, products) = list(&before.products, &after.products, |x| x.id, |id| id.0);
        let (creator_order, creators) = list(&before.creators, &after.creators, |x| x.id, |id| id.0);
        let (acceptance_order, acceptances) = list(&before.acceptances, &after.acceptances, |x| x.id, |id| id.0);
        let (picture_order, pictures) = pictures(before, after);
        let (lane_order, lanes, cards, ideas, moments) = moments(before, after);
        Self {
            id: (before.id != after.id).then_some(after.id),
            fields: fields.into_iter().map(str::to_owned).collect(),
            own,
            beside: (before.beside != after.beside).then(|| Beside(after.beside.clone())),
            brand_order,
            brands,
            product_order,
            products,
            creator_order,
            creators,
            lane_order,
            lanes,
            cards,
            ideas,
            moments,
            acceptance_order,
            acceptances,
            picture_order,
            pictures,
            unknown: Unknown::default(),
        }
    }

    /// Whether it changes nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Turns the state it was made for into the other.
    ///
    /// # Errors
    /// When the plan is not the one that the patch was made for.
    pub fn apply(&self, to: &Campaign) -> Result<Campaign, PatchError> {
        if !self.unknown.is_empty() {
            return Err(PatchError::Newer);
        }
        let mut plan = to.clone();
        plan.id = self.id.unwrap_or(to.id);
        if let Some(Beside(beside)) = &self.beside {
            plan.beside.clone_from(beside);
        }
        for field in &self.fields {
            let own = self.own.as_ref().ok_or(PatchError::Missing)?;
            if LISTS.contains(&field.as_str()) || !plan.take(field, own) {
                return Err(PatchError::Newer);
            }
        }
        plan.brands = woven(&to.brands, &self.brand_order, &self.brands, |x| x.id, BrandId)?;
        plan.products = woven(&to.products, &self.product_order, &self.products, |x| x.id, ProductId)?;
        plan.creators = woven(&to.creators, &self.creator_order, &self.creators, |x| x.id, CreatorId)?;
        plan.acceptances = woven(&to.acceptances, &self.acceptance_order, &self.acceptances, |x| x.id, AcceptanceId)?;
        self.weave_pictures(to, &mut plan)?;
        self.weave_moments(to, &mut plan)?;
        Ok(plan)
    }

    fn weave_pictures(&self, to: &Campaign, plan: &mut Campaign) -> Result<(), PatchError> {
        let find = |id: PictureId| {
            let known = to.picture(id);
            let Some(card) = self.pictures.iter().find(|card| card.id == id) else { return known.cloned() };
            let known = known.filter(|_| card.bytes.is_empty());
            let bytes = known.map_or_else(|| Arc::clone(&card.bytes), |known| Arc::clone(&known.bytes));
            let (width, height) = (card.width, card.height);
            Some(Arc::new(Picture { id, name: card.name.clone(), width, height, bytes, unknown: card.unknown.clone() }))
        };
        let order = self.picture_order.iter().map(|splice| (splice.at, splice.gone, splice.ids.as_slice()));
        plan.pictures = weave(&to.pictures, order, find)?;
        Ok(())
    }

    fn weave_moments(&self, to: &Campaign, plan: &mut Campaign) -> Result<(), PatchError> {
        if self.lane_order.is_empty() && self.lanes.is_empty() && self.cards.is_empty() && self.ideas.is_empty() {
            return Ok(());
        }
        let old: HashMap<LaneId, &Arc<Lane>> = to.lanes.iter().map(|lane| (lane.id, lane)).collect();
        let changed: HashMap<LaneId, &Arc<Lane>> = self.lanes.iter().map(|lane| (lane.id, lane)).collect();
        let find = |id: Id| old.get(&LaneId(id)).or_else(|| changed.get(&LaneId(id))).map(|lane| Arc::clone(lane));
        plan.lanes = weave(&to.lanes, plain(&self.lane_order), find)?;

        // What goes from one place may come to another: it is taken from there.
        let mut pool: HashMap<MomentId, &Arc<Moment>> = HashMap::new();
        let kept: HashSet<LaneId> = plan.lanes.iter().map(|lane| lane.id).collect();
        for lane in to.lanes.iter().filter(|lane| !kept.contains(&lane.id)) {
            pool.extend(lane.moments.iter().map(|moment| (moment.id, moment)));
        }
        let cards = self.cards.iter().map(|cards| (old.get(&cards.lane).map_or(&[][..], |lane| &lane.moments), &cards.order));
        for (moments, order) in cards.chain([(&to.ideas[..], &self.ideas)]) {
            for splice in order {
                let gone = moments.get(splice.at..splice.at.saturating_add(splice.gone)).ok_or(PatchError::OutOfPlace)?;
                pool.extend(gone.iter().map(|moment| (moment.id, moment)));
            }
        }
        pool.extend(self.moments.iter().map(|moment| (moment.id, moment)));
        let find = |id: Id| pool.get(&MomentId(id)).map(|moment| Arc::clone(moment));

        let places: HashMap<LaneId, usize> = plan.lanes.iter().enumerate().map(|(at, lane)| (lane.id, at)).collect();
        let cards: HashMap<LaneId, &Cards> = self.cards.iter().map(|cards| (cards.lane, cards)).collect();
        let others = self.cards.iter().map(|cards| cards.lane).filter(|id| !changed.contains_key(id));
        for id in self.lanes.iter().map(|lane| lane.id).chain(others) {
            let before = old.get(&id);
            let own = changed.get(&id).or(before).ok_or(PatchError::Missing)?;
            let moments = before.map_or(&[][..], |lane| &lane.moments);
            let order = cards.get(&id).map_or(&[][..], |cards| &cards.order);
            let lane = with_moments(own, weave(moments, plain(order), find)?);
            let place = places.get(&id).and_then(|at| plan.lanes.get_mut(*at)).ok_or(PatchError::Missing)?;
            *place = Arc::new(lane);
        }
        plan.ideas = weave(&to.ideas, plain(&self.ideas), find)?;
        Ok(())
    }
}

/// The lane's own fields, with those moments.
fn with_moments(own: &Lane, moments: Vec<Arc<Moment>>) -> Lane {
    let mut lane = Lane::empty(own.id, own.kind);
    for field in Lane::FIELDS.iter().filter(|field| **field != "moments").chain(&["unknown"]) {
        lane.take(field, own);
    }
    lane.moments = moments;
    lane
}

fn plain(order: &[Splice]) -> impl Iterator<Item = (usize, usize, &[Id])> {
    order.iter().map(|splice| (splice.at, splice.gone, splice.ids.as_slice()))
}

fn splice<T>(of: &Stretch, after: &[Arc<T>], id: impl Fn(&T) -> Id) -> Splice {
    let ids = after.get(of.new.clone()).unwrap_or_default().iter().map(|thing| id(thing)).collect();
    Splice { at: of.old.start, gone: of.old.len(), ids, unknown: Unknown::default() }
}

/// Where a list differs, and what in it is new or changed.
fn list<T: PartialEq, K: Eq + Hash + Copy>(
    before: &[Arc<T>],
    after: &[Arc<T>],
    key: impl Fn(&T) -> K,
    id: impl Fn(K) -> Id,
) -> (Vec<Splice>, Vec<Arc<T>>) {
    let found = stretches(before, after, &key, same);
    let gone: HashMap<K, &Arc<T>> =
        found.iter().flat_map(|of| before.get(of.old.clone()).unwrap_or_default()).map(|thing| (key(thing), thing)).collect();
    let come = found.iter().flat_map(|of| after.get(of.new.clone()).unwrap_or_default());
    let put = come.filter(|thing| gone.get(&key(thing)).is_none_or(|was| !same(was, thing))).cloned().collect();
    (found.iter().map(|of| splice(of, after, |thing| id(key(thing)))).collect(), put)
}

fn woven<T, K: Eq + Hash + Copy>(
    before: &[Arc<T>],
    order: &[Splice],
    put: &[Arc<T>],
    key: impl Fn(&T) -> K,
    typed: impl Fn(Id) -> K,
) -> Result<Vec<Arc<T>>, PatchError> {
    let mut pool: HashMap<K, &Arc<T>> = HashMap::new();
    for splice in order {
        let gone = before.get(splice.at..splice.at.saturating_add(splice.gone)).ok_or(PatchError::OutOfPlace)?;
        pool.extend(gone.iter().map(|thing| (key(thing), thing)));
    }
    pool.extend(put.iter().map(|thing| (key(thing), thing)));
    weave(before, plain(order), |id| pool.get(&typed(id)).map(|thing| Arc::clone(thing)))
}

fn pictures(before: &Campaign, after: &Campaign) -> (Vec<PictureSplice>, Vec<PictureCard>) {
    let found = stretches(&before.pictures, &after.pictures, |x| x.id, same);
    let come = |of: &Stretch| after.pictures.get(of.new.clone()).unwrap_or_default();
    let order = |of: &Stretch| PictureSplice {
        at: of.old.start,
        gone: of.old.len(),
        ids: come(of).iter().map(|picture| picture.id).collect(),
        unknown: Unknown::default(),
    };
    let new = found.iter().flat_map(come).filter(|picture| before.picture(picture.id).is_none_or(|was| !same(was, picture)));
    let card = |picture: &Arc<Picture>| PictureCard {
        id: picture.id,
        name: picture.name.clone(),
        width: picture.width,
        height: picture.height,
        kept_as: None,
        bytes: Arc::clone(&picture.bytes),
        unknown: picture.unknown.clone(),
    };
    (found.iter().map(order).collect(), new.map(card).collect())
}

/// The moments of one place before and after; `None` is the tray.
type TwoLists<'a> = (Option<LaneId>, &'a [Arc<Moment>], &'a [Arc<Moment>]);
type Moved = (Vec<Splice>, Vec<Arc<Lane>>, Vec<Cards>, Vec<Splice>, Vec<Arc<Moment>>);

/// The order of lanes, changed lanes, where their moments and the tray differ, and the moments that are new or changed.
fn moments(before: &Campaign, after: &Campaign) -> Moved {
    let lane_order = stretches(&before.lanes, &after.lanes, |lane| lane.id, |_, _| true);
    let known: HashMap<LaneId, &Arc<Lane>> =
        if lane_order.is_empty() { HashMap::new() } else { before.lanes.iter().map(|lane| (lane.id, lane)).collect() };
    let (mut lanes, mut lists): (Vec<Arc<Lane>>, Vec<TwoLists<'_>>) = (Vec::new(), Vec::new());
    for (at, lane) in after.lanes.iter().enumerate() {
        let was = if lane_order.is_empty() { before.lanes.get(at) } else { known.get(&lane.id).copied() };
        if was.is_some_and(|was| Arc::ptr_eq(was, lane)) {
            continue;
        }
        if was.is_none_or(|was| !was.differs_in_but(lane, &["moments"]).is_empty()) {
            lanes.push(Arc::new(with_moments(lane, Vec::new())));
        }
        lists.push((Some(lane.id), was.map_or(&[], |was| &was.moments), &lane.moments));
    }
    lists.push((None, &before.ideas, &after.ideas));

    let mut gone: HashMap<MomentId, &Arc<Moment>> = HashMap::new();
    if !lane_order.is_empty() {
        let kept: HashSet<LaneId> = after.lanes.iter().map(|lane| lane.id).collect();
        for lane in before.lanes.iter().filter(|lane| !kept.contains(&lane.id)) {
            gone.extend(lane.moments.iter().map(|moment| (moment.id, moment)));
        }
    }
    let found: Vec<Vec<Stretch>> = lists.iter().map(|(_, old, new)| stretches(old, new, |moment| moment.id, same)).collect();
    for ((_, old, _), stretches) in lists.iter().zip(&found) {
        let went = stretches.iter().flat_map(|of| old.get(of.old.clone()).unwrap_or_default());
        gone.extend(went.map(|moment| (moment.id, moment)));
    }
    let (mut cards, mut ideas, mut put) = (Vec::new(), Vec::new(), Vec::new());
    for ((place, _, new), stretches) in lists.iter().zip(&found) {
        let come = stretches.iter().flat_map(|of| new.get(of.new.clone()).unwrap_or_default());
        put.extend(come.filter(|moment| gone.get(&moment.id).is_none_or(|was| !same(was, moment))).cloned());
        let order: Vec<Splice> = stretches.iter().map(|of| splice(of, new, |moment| moment.id.0)).collect();
        match place {
            Some(lane) if !order.is_empty() => cards.push(Cards { lane: *lane, order, unknown: Unknown::default() }),
            Some(_) => {}
            None => ideas = order,
        }
    }
    let lane_order = lane_order.iter().map(|of| splice(of, &after.lanes, |lane| lane.id.0)).collect();
    (lane_order, lanes, cards, ideas, put)
}
