//! What each [`Edit`] does to a campaign. All or nothing: an edit that cannot be done changes nothing.

use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use super::{Edit, MomentChange, Place, pictures};
use crate::model::{Campaign, Id, Index, Lane, LaneId, LaneKind, Moment, MomentId, Note, NoteId, When, limits};
use crate::words::steps as say;

/// Why an edit cannot be done, in a sentence for the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditError(pub String);

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl std::error::Error for EditError {}

fn refused(message: impl Into<String>) -> EditError {
    EditError(message.into())
}

/// Does the edits one after the other to a copy of `before`; `None` when they change nothing. A picture of which they take the
/// last use goes with it.
///
/// Lanes and moments that are not touched stay the same pointers. `index` has to know every moment the edits name.
///
/// # Errors
/// The first edit that cannot be done; then `index` is as it was.
pub fn apply_all(before: &Campaign, index: &mut Index, edits: &[Edit]) -> Result<Option<Campaign>, EditError> {
    let mut campaign = before.clone();
    let mut changed = false;
    for edit in edits {
        match apply(&mut campaign, index, edit) {
            Ok(did) => changed |= did,
            Err(error) => {
                index.follow(&campaign, before);
                return Err(error);
            }
        }
    }
    if edits.iter().any(pictures::takes_uses) {
        pictures::drop_unused(before, &mut campaign);
    }
    Ok(changed.then_some(campaign))
}

/// Does one edit. Returns whether it changed anything.
///
/// # Errors
/// When the edit names something that is not there, gives an id that is taken, or removes something in use.
/// The campaign is then unchanged.
pub fn apply(campaign: &mut Campaign, index: &mut Index, edit: &Edit) -> Result<bool, EditError> {
    match edit {
        Edit::AddMoment { place, moment } => add_moment(campaign, index, *place, moment),
        Edit::RemoveMoment { id } => {
            let place = index.place(*id).ok_or_else(|| refused(say::gone_moment()))?;
            take(campaign, index, place, *id)?;
            index.remove(*id);
            Ok(true)
        }
        Edit::MoveMoment { id, to, when } => move_moment(campaign, index, *id, *to, *when),
        Edit::SetMoment { id, change } => set_moment(campaign, index, *id, change),
        Edit::AddLane { lane, before } => add_lane(campaign, index, lane, *before),
        Edit::RemoveLane { id } => {
            let at = lane_at(campaign, *id)?;
            let lane = campaign.lanes.remove(at);
            for moment in &lane.moments {
                index.remove(moment.id);
            }
            Ok(true)
        }
        Edit::MoveLane { id, before } => {
            let at = lane_at(campaign, *id)?;
            let before = before.map(|before| lane_at(campaign, before)).transpose()?;
            Ok(reorder(&mut campaign.lanes, at, before))
        }
        Edit::SetLane { id, change } => {
            let at = lane_at(campaign, *id)?;
            match change {
                super::LaneChange::Brand(Some(brand)) => drop(campaign.brand(*brand).ok_or_else(|| refused(say::gone_brand()))?),
                super::LaneChange::Notes(notes) => check_notes(campaign, *id, notes)?,
                _ => {}
            }
            let lane = &mut campaign.lanes[at];
            let differs = change.differs(lane);
            if differs {
                change.set(Arc::make_mut(lane));
            }
            Ok(differs)
        }
        Edit::AssignLane { id, kind, creator } => assign_lane(campaign, *id, *kind, *creator),
        Edit::AddPicture { picture } => {
            let new = campaign.picture(picture.id).is_none();
            if new {
                campaign.pictures.push(Arc::new(picture.clone()));
            }
            Ok(new)
        }
        Edit::RemovePicture { id } => {
            let at = campaign.pictures.iter().position(|picture| picture.id == *id);
            let at = at.ok_or_else(|| refused(say::gone_picture()))?;
            let of_brand = campaign.brand_kit.as_ref().is_some_and(|kit| kit.pictures().any(|picture| picture == *id));
            if of_brand || moments(campaign).any(|moment| moment.image == Some(*id)) {
                return Err(refused(say::picture_in_use(&campaign.pictures[at].name)));
            }
            campaign.pictures.remove(at);
            Ok(true)
        }
        Edit::Accept { acceptance } => {
            free(campaign.acceptances.iter().map(|other| other.id.0), acceptance.id.0)?;
            campaign.acceptances.push(Arc::new((**acceptance).clone()));
            Ok(true)
        }
        Edit::Withdraw { id } => {
            let at = campaign.acceptances.iter().position(|acceptance| acceptance.id == *id);
            campaign.acceptances.remove(at.ok_or_else(|| refused(say::gone_acceptance()))?);
            Ok(true)
        }
        Edit::SetCampaign { change } => {
            if let super::CampaignChange::BrandKit(Some(kit)) = &**change
                && kit.pictures().any(|id| campaign.picture(id).is_none())
            {
                return Err(refused(say::gone_picture()));
            }
            let differs = change.differs(campaign);
            if differs {
                change.set(campaign);
            }
            Ok(differs)
        }
        _ => people(campaign, edit),
    }
}

/// The edits about creators, brands and products.
fn people(campaign: &mut Campaign, edit: &Edit) -> Result<bool, EditError> {
    macro_rules! set {
        ($list:ident, $id:expr, $change:expr, $gone:expr) => {{
            let thing = campaign.$list.iter_mut().find(|thing| thing.id == $id).ok_or_else(|| refused($gone))?;
            let differs = $change.differs(thing);
            if differs {
                $change.set(Arc::make_mut(thing));
            }
            Ok(differs)
        }};
    }
    match edit {
        Edit::AddCreator { creator } => {
            free(campaign.creators.iter().map(|other| other.id.0), creator.id.0)?;
            campaign.creators.push(Arc::new((**creator).clone()));
            Ok(true)
        }
        Edit::SetCreator { id, change } => set!(creators, *id, change, say::gone_creator()),
        Edit::RemoveCreator { id } => {
            let at = campaign.creators.iter().position(|creator| creator.id == *id);
            let at = at.ok_or_else(|| refused(say::gone_creator()))?;
            if campaign.lanes.iter().any(|lane| lane.creator == Some(*id)) {
                return Err(refused(say::creator_in_use(&campaign.creators[at].name)));
            }
            campaign.creators.remove(at);
            forget_creator(campaign, *id);
            Ok(true)
        }
        Edit::AddBrand { brand } => {
            free(campaign.brands.iter().map(|other| other.id.0), brand.id.0)?;
            campaign.brands.push(Arc::new((**brand).clone()));
            Ok(true)
        }
        Edit::SetBrand { id, change } => set!(brands, *id, change, say::gone_brand()),
        Edit::RemoveBrand { id } => {
            let at = campaign.brands.iter().position(|brand| brand.id == *id).ok_or_else(|| refused(say::gone_brand()))?;
            let used = campaign.lanes.iter().any(|lane| lane.brand == Some(*id))
                || campaign.products.iter().any(|product| product.brand == Some(*id))
                || moments(campaign).any(|moment| moment.brand == Some(*id));
            if used {
                return Err(refused(say::brand_in_use(&campaign.brands[at].name)));
            }
            campaign.brands.remove(at);
            Ok(true)
        }
        Edit::MoveBrand { id, before } => {
            let place = |id| {
                let at = campaign.brands.iter().position(|brand| brand.id == id);
                at.ok_or_else(|| refused(say::gone_brand()))
            };
            let (at, before) = (place(*id)?, before.map(place).transpose()?);
            Ok(reorder(&mut campaign.brands, at, before))
        }
        Edit::AddProduct { product } => {
            free(campaign.products.iter().map(|other| other.id.0), product.id.0)?;
            product_brand(campaign, product.brand)?;
            campaign.products.push(Arc::new((**product).clone()));
            Ok(true)
        }
        Edit::SetProduct { id, change } => {
            if let super::ProductChange::Brand(brand) = change {
                product_brand(campaign, *brand)?;
            }
            set!(products, *id, change, say::gone_product())
        }
        Edit::RemoveProduct { id } => {
            let at = campaign.products.iter().position(|product| product.id == *id);
            let at = at.ok_or_else(|| refused(say::gone_product()))?;
            if moments(campaign).any(|moment| moment.product == Some(*id)) {
                return Err(refused(say::product_in_use(&campaign.products[at].name)));
            }
            campaign.products.remove(at);
            Ok(true)
        }
        // Everything else is done by `apply`, which alone calls this.
        _ => Ok(false),
    }
}

/// Moves what stands at `at` before what stands at `before`, or to the end. Returns whether anything moved.
fn reorder<T>(list: &mut Vec<T>, at: usize, before: Option<usize>) -> bool {
    // What comes after the thing itself moves up when it is taken out.
    let to = match before {
        None => list.len() - 1,
        Some(before) if before > at => before - 1,
        Some(before) => before,
    };
    let thing = list.remove(at);
    list.insert(to, thing);
    to != at
}

/// Kind and creator change together: only and always a creator's lane has one.
fn assign_lane(
    campaign: &mut Campaign,
    id: LaneId,
    kind: LaneKind,
    creator: Option<crate::model::CreatorId>,
) -> Result<bool, EditError> {
    let at = lane_at(campaign, id)?;
    if creator.is_some_and(|id| campaign.creator(id).is_none()) {
        return Err(refused(say::gone_creator()));
    }
    match (kind == LaneKind::Creator, creator.is_some()) {
        (true, false) => return Err(refused(say::lane_needs_creator())),
        (false, true) => return Err(refused(say::lane_takes_no_creator())),
        _ => {}
    }
    let lane = &mut campaign.lanes[at];
    let differs = (lane.kind, lane.creator) != (kind, creator);
    if differs {
        let lane = Arc::make_mut(lane);
        (lane.kind, lane.creator) = (kind, creator);
    }
    Ok(differs)
}

fn product_brand(campaign: &Campaign, brand: Option<crate::model::BrandId>) -> Result<(), EditError> {
    brand.map_or(Ok(()), |id| campaign.brand(id).map(|_| ()).ok_or_else(|| refused(say::gone_brand())))
}

fn moments(campaign: &Campaign) -> impl Iterator<Item = &Arc<Moment>> {
    campaign.lanes.iter().flat_map(|lane| &lane.moments).chain(&campaign.ideas)
}

/// Takes a creator out of the cards that name them, so that no card refers to nobody.
fn forget_creator(campaign: &mut Campaign, id: crate::model::CreatorId) {
    let names = |moment: &Moment| moment.features.contains(&id) || moment.for_creator == Some(id);
    let forget = |moment: &mut Arc<Moment>| {
        if names(moment) {
            let moment = Arc::make_mut(moment);
            moment.features.retain(|other| *other != id);
            moment.for_creator = moment.for_creator.filter(|other| *other != id);
        }
    };
    campaign.ideas.iter_mut().for_each(forget);
    for lane in campaign.lanes.iter_mut().filter(|lane| lane.moments.iter().any(|moment| names(moment))) {
        Arc::make_mut(lane).moments.iter_mut().for_each(forget);
    }
}

fn free(mut taken: impl Iterator<Item = Id>, id: Id) -> Result<(), EditError> {
    if taken.any(|other| other == id) { Err(refused(say::id_taken(id))) } else { Ok(()) }
}

fn lane_at(campaign: &Campaign, id: LaneId) -> Result<usize, EditError> {
    campaign.lanes.iter().position(|lane| lane.id == id).ok_or_else(|| refused(say::gone_lane()))
}

/// The notes that a lane comes to have: not too many, and none of them is on another lane.
fn check_notes(campaign: &Campaign, lane: LaneId, notes: &[Arc<Note>]) -> Result<(), EditError> {
    if notes.len() > limits::NOTES {
        return Err(refused(say::too_many_notes(limits::NOTES)));
    }
    let others = campaign.lanes.iter().filter(|other| other.id != lane).flat_map(|other| &other.notes);
    let mut taken: HashSet<NoteId> = others.map(|note| note.id).collect();
    notes.iter().find(|note| !taken.insert(note.id)).map_or(Ok(()), |note| Err(refused(say::id_taken(note.id))))
}

/// Every reference of a moment has to lead somewhere.
fn check_references(campaign: &Campaign, moment: &Moment) -> Result<(), EditError> {
    let product = moment.product.is_none_or(|id| campaign.product(id).is_some());
    let brand = moment.brand.is_none_or(|id| campaign.brand(id).is_some());
    let picture = moment.image.is_none_or(|id| campaign.picture(id).is_some());
    let creators = moment.features.iter().chain(&moment.for_creator).all(|id| campaign.creator(*id).is_some());
    match (product, brand, creators, picture) {
        (false, ..) => Err(refused(say::gone_product())),
        (_, false, ..) => Err(refused(say::gone_brand())),
        (_, _, false, _) => Err(refused(say::gone_creator())),
        (.., false) => Err(refused(say::gone_picture())),
        _ => Ok(()),
    }
}

/// Keeps what has to hold between the fields of a moment and the place where it stands.
fn settle(moment: &mut Moment, place: Place) {
    if !matches!(moment.when, When::On(_) | When::Relative(_)) {
        moment.time = None;
    }
    if matches!(place, Place::Lane(_)) {
        moment.for_creator = None;
    }
}

fn add_moment(campaign: &mut Campaign, index: &mut Index, place: Place, moment: &Moment) -> Result<bool, EditError> {
    if index.place(moment.id).is_some() {
        return Err(refused(say::id_taken(moment.id)));
    }
    check_references(campaign, moment)?;
    let mut moment = moment.clone();
    settle(&mut moment, place);
    let id = moment.id;
    put(campaign, place, Arc::new(moment))?;
    index.put(id, lane_of(place));
    Ok(true)
}

fn move_moment(campaign: &mut Campaign, index: &mut Index, id: MomentId, to: Place, when: When) -> Result<bool, EditError> {
    let from = index.place(id).ok_or_else(|| refused(say::gone_moment()))?;
    if let Place::Lane(lane) = to {
        lane_at(campaign, lane)?;
    }
    let (at, moment) = find(campaign, index, from, id)?;
    if from == lane_of(to) {
        if moment.when == when {
            return Ok(false);
        }
        change_moment(campaign, from, at, |moment| {
            moment.when = when;
            settle(moment, to);
        })?;
        return Ok(true);
    }
    // An idea remembers for whom it was meant, so that it finds its way back.
    let meant_for = from.and_then(|lane| campaign.lane(lane)).and_then(|lane| lane.creator);
    let mut moment = take(campaign, index, from, id)?;
    let inner = Arc::make_mut(&mut moment);
    inner.when = when;
    inner.for_creator = meant_for;
    settle(inner, to);
    put(campaign, to, moment)?;
    index.put(id, lane_of(to));
    Ok(true)
}

fn set_moment(campaign: &mut Campaign, index: &Index, id: MomentId, change: &MomentChange) -> Result<bool, EditError> {
    let place = index.place(id).ok_or_else(|| refused(say::gone_moment()))?;
    let (at, moment) = find(campaign, index, place, id)?;
    if !change.differs(moment) {
        return Ok(false);
    }
    if let MomentChange::Time(Some(_)) = change
        && !matches!(moment.when, When::On(_) | When::Relative(_))
    {
        return Err(refused(say::time_needs_day()));
    }
    let mut changed = (**moment).clone();
    change.set(&mut changed);
    settle(&mut changed, place.map_or(Place::Tray, Place::Lane));
    // What cannot be where the moment stands is gone again: for whom an idea is meant, on a card of a lane.
    if changed == **moment {
        return Ok(false);
    }
    if let MomentChange::Product(_)
    | MomentChange::Brand(_)
    | MomentChange::Image(_)
    | MomentChange::Features(_)
    | MomentChange::ForCreator(_) = change
    {
        check_references(campaign, &changed)?;
    }
    change_moment(campaign, place, at, |moment| *moment = changed)?;
    Ok(true)
}

fn add_lane(campaign: &mut Campaign, index: &mut Index, lane: &Lane, before: Option<LaneId>) -> Result<bool, EditError> {
    free(campaign.lanes.iter().map(|other| other.id.0), lane.id.0)?;
    if lane.creator.is_some_and(|id| campaign.creator(id).is_none()) || lane.is_creator() != lane.creator.is_some() {
        return Err(refused(say::gone_creator()));
    }
    if lane.brand.is_some_and(|id| campaign.brand(id).is_none()) {
        return Err(refused(say::gone_brand()));
    }
    check_notes(campaign, lane.id, &lane.notes)?;
    for moment in &lane.moments {
        if index.place(moment.id).is_some() {
            return Err(refused(say::id_taken(moment.id)));
        }
        check_references(campaign, moment)?;
    }
    let at = before.map_or(Ok(campaign.lanes.len()), |id| lane_at(campaign, id))?;
    for moment in &lane.moments {
        index.put(moment.id, Some(lane.id));
    }
    campaign.lanes.insert(at, Arc::new(lane.clone()));
    Ok(true)
}

fn lane_of(place: Place) -> Option<LaneId> {
    match place {
        Place::Lane(id) => Some(id),
        Place::Tray => None,
    }
}

fn list(campaign: &Campaign, place: Option<LaneId>) -> Result<&[Arc<Moment>], EditError> {
    match place {
        Some(id) => Ok(&campaign.lanes[lane_at(campaign, id)?].moments),
        None => Ok(&campaign.ideas),
    }
}

fn list_mut(campaign: &mut Campaign, place: Option<LaneId>) -> Result<&mut Vec<Arc<Moment>>, EditError> {
    match place {
        Some(id) => {
            let at = lane_at(campaign, id)?;
            Ok(&mut Arc::make_mut(&mut campaign.lanes[at]).moments)
        }
        None => Ok(&mut campaign.ideas),
    }
}

/// A moment, and its place in the list that it stands in.
fn find<'c>(
    campaign: &'c Campaign,
    index: &Index,
    place: Option<LaneId>,
    id: MomentId,
) -> Result<(usize, &'c Arc<Moment>), EditError> {
    let list = list(campaign, place)?;
    let found = index.find(id, list).and_then(|at| Some((at, list.get(at)?)));
    found.ok_or_else(|| refused(say::gone_moment()))
}

fn change_moment(
    campaign: &mut Campaign,
    place: Option<LaneId>,
    at: usize,
    change: impl FnOnce(&mut Moment),
) -> Result<(), EditError> {
    let moment = list_mut(campaign, place)?.get_mut(at);
    change(Arc::make_mut(moment.ok_or_else(|| refused(say::gone_moment()))?));
    Ok(())
}

fn take(campaign: &mut Campaign, index: &Index, place: Option<LaneId>, id: MomentId) -> Result<Arc<Moment>, EditError> {
    let (at, _) = find(campaign, index, place, id)?;
    Ok(list_mut(campaign, place)?.remove(at))
}

fn put(campaign: &mut Campaign, place: Place, moment: Arc<Moment>) -> Result<(), EditError> {
    list_mut(campaign, lane_of(place))?.push(moment);
    Ok(())
}
