//! Makes whole what hangs together in a plan that was put together, and says what had to be changed for that.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::sync::Arc;

use crate::model::shown::short;
use crate::model::{Campaign, Creator, Day, Id, LaneId, Moment, MomentId, NoteId, PictureId, When};
use crate::words::salvage as say;

/// What was said, each with its place in the file; at the end, where there is none.
type Lost = Vec<(usize, String)>;

/// Makes whole what hangs together: ids that stand twice, names of what is not there, days that do not fit.
pub(super) fn mend(campaign: &mut Campaign, lost: &mut Lost) {
    unique(&mut campaign.brands, |brand| brand.id, |brand| say::brand(shown(&brand.name)), lost);
    unique(&mut campaign.products, |product| product.id, |product| say::product(shown(&product.name)), lost);
    unique(&mut campaign.creators, |creator| creator.id, |creator| say::creator(shown(&creator.name)), lost);
    unique(&mut campaign.acceptances, |of| of.id, |of| say::accepted(shown(&of.rule)), lost);
    // The same picture has the same id.
    let mut seen = HashSet::new();
    campaign.pictures.retain(|picture| seen.insert(picture.id));
    lanes_apart(campaign, lost);
    notes_apart(campaign, lost);
    let brands: HashSet<_> = campaign.brands.iter().map(|brand| brand.id).collect();
    let products: HashSet<_> = campaign.products.iter().map(|product| product.id).collect();
    let pictures: HashSet<PictureId> = campaign.pictures.iter().map(|picture| picture.id).collect();
    let mut loose = 0;
    for product in &mut campaign.products {
        if product.brand.is_some_and(|id| !brands.contains(&id)) {
            loose += 1;
            Arc::make_mut(product).brand = None;
        }
    }
    let mut creators: HashSet<_> = campaign.creators.iter().map(|creator| creator.id).collect();
    for lane in &mut campaign.lanes {
        let lane = Arc::make_mut(lane);
        if lane.brand.is_some_and(|id| !brands.contains(&id)) {
            loose += 1;
            lane.brand = None;
        }
        match (lane.is_creator(), lane.creator) {
            (true, Some(id)) if creators.insert(id) => campaign.creators.push(Arc::new(Creator::new(id, say::lost_creator()))),
            // Whose lane it is cannot be read: nobody is put in their place.
            (true, None) => {
                lane.kind = crate::model::LaneKind::Community;
                lane.name.get_or_insert_with(|| say::lost_creator().to_owned());
                lost.push((usize::MAX, say::lane_of_nobody().to_owned()));
            }
            (false, Some(_)) => lane.creator = None,
            _ => {}
        }
    }
    let mut ids: HashSet<MomentId> = HashSet::new();
    let (mut twice, mut no_time) = (0u64, Vec::new());
    let mut card = |moment: &mut Arc<Moment>, parked: bool| {
        let moment = Arc::make_mut(moment);
        while !ids.insert(moment.id) {
            twice += 1;
            moment.id = MomentId(Id::from_bits(moment.id.0.bits() ^ twice.wrapping_mul(0x9E37_79B9_7F4A_7C15)));
        }
        keep_known(&mut moment.product, |id| products.contains(id), &mut loose);
        keep_known(&mut moment.brand, |id| brands.contains(id), &mut loose);
        keep_known(&mut moment.image, |id| pictures.contains(id), &mut loose);
        keep_known(&mut moment.for_creator, |id| parked && creators.contains(id), &mut loose);
        let features = moment.features.len();
        moment.features.retain(|id| creators.contains(id));
        loose += features - moment.features.len();
        let has_day = matches!(moment.when, When::On(_) | When::Relative(_)) || moment.unknown.get("when").is_some();
        if !has_day && moment.time.take().is_some() {
            no_time.push(say::no_time(shown(&moment.title)));
        }
    };
    for lane in &mut campaign.lanes {
        Arc::make_mut(lane).moments.iter_mut().for_each(|moment| card(moment, false));
    }
    campaign.ideas.iter_mut().for_each(|moment| card(moment, true));
    lost.extend(no_time.into_iter().map(|told| (usize::MAX, told)));
    if twice > 0 {
        lost.push((usize::MAX, say::twice(twice)));
    }
    if loose > 0 {
        lost.push((usize::MAX, say::loose(loose)));
    }
    if let Some(kit) = campaign.brand_kit.as_mut().filter(|kit| kit.pictures().any(|id| !pictures.contains(&id))) {
        let kit = Arc::make_mut(kit);
        kit.logo = kit.logo.filter(|id| pictures.contains(id));
        kit.cover = kit.cover.filter(|id| pictures.contains(id));
        lost.push((usize::MAX, say::no_kit_picture().to_owned()));
    }
    days_in_order(campaign, lost);
}

/// Lets no stretch of days end before it began: of two days that stand the wrong way round neither is worth losing.
fn days_in_order(campaign: &mut Campaign, lost: &mut Lost) {
    let mut exchanged = |from: &mut Day, to: &mut Day, what: String| {
        if to < from {
            std::mem::swap(from, to);
            lost.push((usize::MAX, say::exchanged(what)));
        }
    };
    if let (Some(start), Some(end)) = (&mut campaign.start, &mut campaign.end) {
        exchanged(start, end, say::exchanged_campaign().to_owned());
    }
    for phase in &mut campaign.phases {
        exchanged(&mut phase.from, &mut phase.to, say::phase(shown(&phase.name)));
    }
    for days in &mut campaign.blackouts {
        let why = days.why.as_deref().unwrap_or_default();
        exchanged(&mut days.from, &mut days.to, say::exchanged_blackout(shown(why)));
    }
    for creator in &mut campaign.creators {
        if creator.past.iter().any(|deal| deal.from > deal.to && deal.to.is_some()) {
            let creator = Arc::make_mut(creator);
            for deal in &mut creator.past {
                if let (Some(from), Some(to)) = (&mut deal.from, &mut deal.to) {
                    exchanged(from, to, say::exchanged_deal(shown(&deal.brand), shown(&creator.name)));
                }
            }
        }
    }
}

/// Gives a lane that has the id of one before it another one: what stands in it stays.
fn lanes_apart(campaign: &mut Campaign, lost: &mut Lost) {
    let mut seen = HashSet::new();
    let mut twice = 0u64;
    for lane in &mut campaign.lanes {
        if seen.insert(lane.id) {
            continue;
        }
        let lane = Arc::make_mut(lane);
        while !seen.insert(lane.id) {
            twice += 1;
            lane.id = LaneId(Id::from_bits(lane.id.0.bits() ^ twice.wrapping_mul(0x9E37_79B9_7F4A_7C15)));
        }
        lost.push((usize::MAX, say::lane_anew().to_owned()));
    }
}

/// The same for the notes on lanes.
fn notes_apart(campaign: &mut Campaign, lost: &mut Lost) {
    let mut seen = HashSet::new();
    let mut twice = 0u64;
    for lane in campaign.lanes.iter_mut().filter(|lane| !lane.notes.is_empty()) {
        for note in &mut Arc::make_mut(lane).notes {
            if seen.insert(note.id) {
                continue;
            }
            let note = Arc::make_mut(note);
            while !seen.insert(note.id) {
                twice += 1;
                note.id = NoteId(Id::from_bits(note.id.0.bits() ^ twice.wrapping_mul(0x9E37_79B9_7F4A_7C15)));
            }
            lost.push((usize::MAX, say::note_anew(shown(&note.text))));
        }
    }
}

/// A name as a sentence has room for it.
fn shown(name: &str) -> String {
    short(name, 60).into_owned()
}

/// Takes away a reference to what is not there.
fn keep_known<I>(reference: &mut Option<I>, known: impl Fn(&I) -> bool, loose: &mut usize) {
    if reference.as_ref().is_some_and(|id| !known(id)) {
        *reference = None;
        *loose += 1;
    }
}

/// Leaves out what has the id of something before it, and says what that was, unless it is the same once more.
fn unique<T: PartialEq, I: Hash + Eq>(all: &mut Vec<Arc<T>>, id: impl Fn(&T) -> I, what: impl Fn(&T) -> String, lost: &mut Lost) {
    let mut seen = HashMap::new();
    all.retain(|one| {
        if let Some(first) = seen.get(&id(one)) {
            if first != one {
                lost.push((usize::MAX, say::same_id(what(one))));
            }
            return false;
        }
        seen.insert(id(one), Arc::clone(one));
        true
    });
}
