//! Pictures that nothing shows any more leave the plan with what showed them last; undo brings both back.

use std::collections::HashSet;
use std::sync::Arc;

use super::{CampaignChange, Edit, MomentChange};
use crate::model::{Campaign, Lane, PictureId};

/// Whether an edit may take a picture off something.
pub(super) fn takes_uses(edit: &Edit) -> bool {
    match edit {
        Edit::RemoveMoment { .. } | Edit::RemoveLane { .. } => true,
        Edit::SetMoment { change, .. } => matches!(change, MomentChange::Image(_)),
        Edit::SetCampaign { change } => matches!(**change, CampaignChange::BrandKit(_)),
        _ => false,
    }
}

/// Takes out of `after` the pictures that `before` showed somewhere and `after` shows nowhere. One that nothing ever showed
/// stays: whoever added it may be about to use it.
pub(super) fn drop_unused(before: &Campaign, after: &mut Campaign) {
    let mut gone = of_what_changed(before, after);
    if gone.is_empty() {
        return;
    }
    // Only now is it worth looking at every moment of the plan.
    for id in after.shown_pictures() {
        gone.remove(&id);
    }
    after.pictures.retain(|picture| !gone.contains(&picture.id));
}

/// The pictures of the lanes that are not the same any more, of the ideas, and of the brand kit.
fn of_what_changed(before: &Campaign, after: &Campaign) -> HashSet<PictureId> {
    let same: HashSet<*const Lane> = after.lanes.iter().map(Arc::as_ptr).collect();
    let lanes = before.lanes.iter().filter(|lane| !same.contains(&Arc::as_ptr(lane)));
    let moments = lanes.flat_map(|lane| &lane.moments).chain(&before.ideas);
    let of_brand = before.brand_kit.iter().flat_map(|kit| kit.pictures());
    moments.filter_map(|moment| moment.image).chain(of_brand).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Place, apply_all};
    use crate::model::{BrandKit, Id, IdSource, Index, Kind, LaneId, LaneKind, Moment, MomentId, Picture, PlanId, Unknown};

    fn picture(number: u8) -> Picture {
        let id = PictureId([number; 32]);
        Picture { id, name: String::new(), width: 1, height: 1, bytes: Arc::from([number]), unknown: Unknown::default() }
    }

    /// A lane with two moments that show the first picture, an idea with the second, and a third that nothing shows.
    fn plan() -> (Campaign, LaneId, Vec<MomentId>) {
        let mut ids = IdSource::seeded(1);
        let mut plan = Campaign::new(PlanId::default(), "Plan");
        plan.pictures = (1..=3).map(|number| Arc::new(picture(number))).collect();
        let mut moment = |number: u8| {
            let mut moment = Moment::new(ids.moment(), Kind::Story, "Card");
            moment.image = Some(PictureId([number; 32]));
            Arc::new(moment)
        };
        let mut lane = Lane::empty(LaneId(Id::parse("lane").unwrap()), LaneKind::Community);
        lane.moments = vec![moment(1), moment(1)];
        plan.ideas = vec![moment(2)];
        let all = lane.moments.iter().chain(&plan.ideas).map(|moment| moment.id).collect();
        let id = lane.id;
        plan.lanes.push(Arc::new(lane));
        (plan, id, all)
    }

    fn left(plan: &Campaign, edits: &[Edit]) -> Vec<u8> {
        let after = apply_all(plan, &mut Index::of(plan), edits).unwrap().unwrap();
        after.pictures.iter().map(|picture| picture.id.0[0]).collect()
    }

    #[test]
    fn a_picture_goes_with_the_last_thing_that_shows_it() {
        let (plan, lane, moments) = plan();
        let off = |at: usize| Edit::SetMoment { id: moments[at], change: MomentChange::Image(None) };
        assert_eq!(left(&plan, &[off(0)]), [1, 2, 3], "another card shows it");
        assert_eq!(left(&plan, &[off(0), off(1)]), [2, 3]);
        assert_eq!(left(&plan, &[off(0), Edit::RemoveMoment { id: moments[1] }]), [2, 3]);
        assert_eq!(left(&plan, &[Edit::RemoveLane { id: lane }]), [2, 3]);
        assert_eq!(left(&plan, &[Edit::RemoveMoment { id: moments[2] }]), [1, 3], "an idea counts as well");
    }

    #[test]
    fn what_takes_its_place_stays_and_so_does_what_the_brand_shows() {
        let (mut plan, _, moments) = plan();
        let to = |number: u8| Edit::SetMoment { id: moments[2], change: MomentChange::Image(Some(PictureId([number; 32]))) };
        assert_eq!(left(&plan, &[Edit::AddPicture { picture: picture(4) }, to(4)]), [1, 3, 4], "replaced");
        assert_eq!(left(&plan, &[to(1)]), [1, 3], "by one that is there already");
        let kit = |logo| Some(Arc::new(BrandKit { logo, ..BrandKit::default() }));
        plan.brand_kit = kit(Some(PictureId([2; 32])));
        assert_eq!(left(&plan, &[to(1)]), [1, 2, 3]);
        let bare = Edit::SetCampaign { change: Box::new(CampaignChange::BrandKit(kit(None))) };
        assert_eq!(left(&plan, &[to(1), bare]), [1, 3]);
    }

    #[test]
    fn a_moment_that_is_taken_out_and_put_back_in_one_step_keeps_its_picture() {
        let (plan, _, moments) = plan();
        let moment = plan.moment(moments[2]).map(|(_, moment)| Box::new(Moment::clone(moment))).unwrap();
        let edits = [Edit::RemoveMoment { id: moments[2] }, Edit::AddMoment { place: Place::Tray, moment }];
        assert_eq!(left(&plan, &edits), [1, 2, 3]);
    }
}
