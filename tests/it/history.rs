//! Edits, undo and redo, typing and gestures: what a user would notice.

use std::collections::BTreeSet;
use std::time::Duration;

use momentboard::edit::{Document, Edit, MergeKey, MomentChange, Place, Step};
use momentboard::model::{
    Acceptance, AcceptanceId, Brand, BrandId, Campaign, Creator, CreatorId, Day, IdSource, Index, Kind, Lane, LaneId, LaneKind,
    Moment, MomentId, Picture, PictureId, Product, ProductId, Scope, When, faults,
};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::plans::random_plan;
use crate::samples;

/// Draws one edit of the variant `name`, if this campaign has anything it could act on.
pub(crate) fn draw(name: &str, campaign: &Campaign, ids: &mut IdSource) -> Option<Edit> {
    let pick = |ids: &mut IdSource, len: usize| (len > 0).then(|| (ids.bits() % len.max(1) as u64) as usize);
    let lane = |ids: &mut IdSource| pick(ids, campaign.lanes.len()).map(|at| campaign.lanes[at].id);
    let all: Vec<MomentId> = campaign.lanes.iter().flat_map(|lane| &lane.moments).chain(&campaign.ideas).map(|m| m.id).collect();
    let moment = |ids: &mut IdSource| pick(ids, all.len()).map(|at| all[at]);
    let day = |ids: &mut IdSource| Day::from_number(20_000 + (ids.bits() % 500) as i32);
    Some(match name {
        "AddMoment" => {
            let place = if ids.bits().is_multiple_of(3) { Place::Tray } else { Place::Lane(lane(ids)?) };
            let mut new = Moment::new(ids.moment(), Kind::ALL[(ids.bits() % 13) as usize], "New");
            new.when = When::On(day(ids));
            Edit::AddMoment { place, moment: Box::new(new) }
        }
        "RemoveMoment" => Edit::RemoveMoment { id: moment(ids)? },
        "MoveMoment" => {
            let to = if ids.bits().is_multiple_of(4) { Place::Tray } else { Place::Lane(lane(ids)?) };
            let when = [When::On(day(ids)), When::Relative(5), When::Order(2), When::Undated][(ids.bits() % 4) as usize];
            Edit::MoveMoment { id: moment(ids)?, to, when }
        }
        "SetMoment" => {
            let change = one_of(ids, samples::moment(campaign))?;
            Edit::SetMoment { id: moment(ids)?, change }
        }
        "AddLane" => {
            let creator = campaign.creators.get(pick(ids, campaign.creators.len())?)?.id;
            let mut new = Lane::of_creator(LaneId(ids.id()), creator);
            new.moments.push(Moment::new(ids.moment(), Kind::Product, "In a new lane").into());
            Edit::AddLane { lane: Box::new(new), before: lane(ids) }
        }
        "RemoveLane" => Edit::RemoveLane { id: lane(ids)? },
        "MoveLane" => Edit::MoveLane { id: lane(ids)?, before: if ids.bits().is_multiple_of(3) { None } else { lane(ids) } },
        "SetLane" => Edit::SetLane { id: lane(ids)?, change: one_of(ids, samples::lane(campaign))? },
        "AssignLane" => {
            let creator =
                pick(ids, campaign.creators.len()).map(|at| campaign.creators[at].id).filter(|_| ids.bits().is_multiple_of(2));
            let without = [LaneKind::Brand, LaneKind::Community][(ids.bits() % 2) as usize];
            Edit::AssignLane { id: lane(ids)?, kind: if creator.is_some() { LaneKind::Creator } else { without }, creator }
        }
        "AddCreator" => Edit::AddCreator { creator: Box::new(Creator::new(CreatorId(ids.id()), "Someone New")) },
        "RemoveCreator" => Edit::RemoveCreator { id: campaign.creators.get(pick(ids, campaign.creators.len())?)?.id },
        "SetCreator" => Edit::SetCreator {
            id: campaign.creators.get(pick(ids, campaign.creators.len())?)?.id,
            change: one_of(ids, samples::creator())?,
        },
        "AddBrand" => Edit::AddBrand { brand: Box::new(Brand::new(BrandId(ids.id()), "Another")) },
        "RemoveBrand" => Edit::RemoveBrand { id: campaign.brands.get(pick(ids, campaign.brands.len())?)?.id },
        "MoveBrand" => Edit::MoveBrand {
            id: campaign.brands.get(pick(ids, campaign.brands.len())?)?.id,
            before: pick(ids, campaign.brands.len()).map(|at| campaign.brands[at].id).filter(|_| ids.bits().is_multiple_of(2)),
        },
        "SetBrand" => Edit::SetBrand {
            id: campaign.brands.get(pick(ids, campaign.brands.len())?)?.id,
            change: one_of(ids, samples::brand())?,
        },
        "AddProduct" => Edit::AddProduct { product: Box::new(Product::new(ProductId(ids.id()), "Thing")) },
        "RemoveProduct" => Edit::RemoveProduct { id: campaign.products.get(pick(ids, campaign.products.len())?)?.id },
        "SetProduct" => Edit::SetProduct {
            id: campaign.products.get(pick(ids, campaign.products.len())?)?.id,
            change: one_of(ids, samples::product(campaign))?,
        },
        "SetCampaign" => Edit::SetCampaign { change: Box::new(one_of(ids, samples::campaign())?) },
        "AddPicture" => Edit::AddPicture {
            picture: Picture {
                id: PictureId([(ids.bits() % 7) as u8; 32]),
                name: "a.png".into(),
                width: 1,
                height: 1,
                bytes: vec![1, 2, 3].into(),
                unknown: momentboard::model::Unknown::default(),
            },
        },
        "RemovePicture" => Edit::RemovePicture { id: campaign.pictures.get(pick(ids, campaign.pictures.len())?)?.id },
        "Accept" => Edit::Accept {
            acceptance: Box::new(Acceptance {
                id: AcceptanceId(ids.id()),
                rule: "PBR-01".into(),
                target: Scope::Campaign,
                reason: "Because".into(),
                owner: "Someone".into(),
                until: None,
                show_to_client: false,
                facts: vec![],
                unknown: momentboard::model::Unknown::default(),
            }),
        },
        "Withdraw" => Edit::Withdraw { id: campaign.acceptances.get(pick(ids, campaign.acceptances.len())?)?.id },
        other => panic!("no generator for {other}"),
    })
}

fn one_of<T>(ids: &mut IdSource, mut list: Vec<T>) -> Option<T> {
    let len = list.len();
    (len > 0).then(|| list.swap_remove((ids.bits() % len as u64) as usize))
}

fn step(edits: Vec<Edit>) -> Step {
    Step::new("a step", edits)
}

/// Every variant is drawn over many plans; each step that was done is undone and redone exactly.
#[test]
fn undo_and_redo_are_exact_for_every_kind_of_edit() {
    let mut done = BTreeSet::new();
    for seed in 0..120 {
        let mut ids = IdSource::seeded(seed);
        let mut doc = Document::unsaved(random_plan(seed));
        for name in Edit::NAMES {
            let Some(edit) = draw(name, doc.campaign(), &mut ids) else { continue };
            assert_eq!(edit.name(), name);
            let before = (**doc.campaign()).clone();
            let revision = doc.revision();
            let Ok(edited) = doc.edit(step(vec![edit.clone()]), Duration::ZERO) else {
                assert_eq!(**doc.campaign(), before, "a refused {name} changed the plan");
                assert_eq!(*doc.index(), Index::of(doc.campaign()));
                continue;
            };
            if !edited.changed {
                assert_eq!(doc.revision(), revision, "{name} changed nothing but made a step");
                continue;
            }
            done.insert(name);
            let after = (**doc.campaign()).clone();
            assert!(before != after, "{name} says it changed something");
            assert_eq!(faults(&after), [], "{name} broke the plan");
            assert!(doc.undo().is_some());
            assert_eq!(**doc.campaign(), before, "undo of {name}");
            assert_eq!(doc.revision(), revision);
            assert_eq!(*doc.index(), Index::of(doc.campaign()), "index after undo of {name}");
            assert!(doc.redo().is_some());
            assert_eq!(**doc.campaign(), after, "redo of {name}");
            assert_eq!(*doc.index(), Index::of(doc.campaign()), "index after redo of {name}");
        }
    }
    let missing: Vec<_> = Edit::NAMES.iter().filter(|name| !done.contains(*name)).collect();
    assert!(missing.is_empty(), "never done: {missing:?}");
}

/// Every field that can be changed alone is changed, and comes back exactly. A new field without a sample fails here.
#[test]
fn undo_and_redo_are_exact_for_every_field() {
    let mut done = BTreeSet::new();
    for seed in 0..40 {
        let mut plan = random_plan(seed);
        let picture = Picture {
            id: PictureId([3; 32]),
            name: "a.png".into(),
            width: 1,
            height: 1,
            bytes: vec![1, 2, 3].into(),
            unknown: momentboard::model::Unknown::default(),
        };
        plan.pictures.push(picture.into());
        let mut moments = plan.lanes.iter().flat_map(|lane| &lane.moments).chain(&plan.ideas);
        let Some(moment) = moments.nth(seed as usize % 3).map(|moment| moment.id) else { continue };
        // For whom an idea is meant can only be said of an idea.
        let moment = plan.ideas.first().filter(|_| seed.is_multiple_of(4)).map_or(moment, |idea| idea.id);
        let lane = plan.lanes[seed as usize % plan.lanes.len()].id;
        let of = (moment, lane, plan.creators[0].id);
        for edit in samples::edits(&plan, of, (plan.brands[0].id, plan.products[0].id)) {
            let field = samples::field(&edit).unwrap();
            let mut doc = Document::opened(plan.clone());
            match doc.edit(step(vec![edit]), Duration::ZERO) {
                Ok(edited) if edited.changed => {}
                Ok(_) => continue,
                Err(error) => {
                    assert_eq!((field.as_str(), &**doc.campaign()), ("Moment.time", &plan), "{error}");
                    continue;
                }
            }
            let after = (**doc.campaign()).clone();
            assert_eq!(faults(&after), [], "{field}");
            assert!(doc.undo().is_some());
            assert_eq!(**doc.campaign(), plan, "undo of {field}");
            assert!(doc.redo().is_some());
            assert_eq!(**doc.campaign(), after, "redo of {field}");
            assert!(plan != after, "{field} says it changed something");
            done.insert(field);
        }
    }
    assert_eq!(done, samples::all_fields());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, rng_seed: RngSeed::Fixed(7), ..ProptestConfig::default() })]

    /// A long session, all the way back and all the way forward again.
    #[test]
    fn a_session_goes_all_the_way_back_and_forward(seed in any::<u64>()) {
        let mut ids = IdSource::seeded(seed);
        let mut doc = Document::opened(random_plan(seed));
        let start = (**doc.campaign()).clone();
        for _ in 0..30 {
            let count = 1 + ids.bits() % 3;
            let edits: Vec<Edit> = (0..count)
                .filter_map(|_| draw(Edit::NAMES[(ids.bits() % Edit::NAMES.len() as u64) as usize], doc.campaign(), &mut ids))
                .collect();
            // Several edits drawn from one state may clash with one another; then the step is refused as a whole.
            let before = (**doc.campaign()).clone();
            if doc.edit(step(edits), Duration::ZERO).is_err() {
                prop_assert_eq!(&**doc.campaign(), &before);
            }
            prop_assert_eq!(doc.index(), &Index::of(doc.campaign()));
        }
        let end = (**doc.campaign()).clone();
        while doc.undo().is_some() {}
        prop_assert_eq!(&**doc.campaign(), &start);
        prop_assert!(!doc.is_dirty(), "back at the saved state is clean");
        while doc.redo().is_some() {}
        prop_assert_eq!(&**doc.campaign(), &end);
        prop_assert_eq!(doc.index(), &Index::of(doc.campaign()));
    }
}

fn two_moments() -> (Campaign, MomentId, MomentId) {
    let mut campaign = Campaign::new(momentboard::model::PlanId::default(), "Plan");
    let creator = CreatorId::parse("maja").unwrap();
    campaign.creators.push(Creator::new(creator, "Maja").into());
    let mut lane = Lane::of_creator(LaneId::parse("lane").unwrap(), creator);
    let (a, b) = (MomentId::parse("a").unwrap(), MomentId::parse("b").unwrap());
    for (id, day) in [(a, 20_000), (b, 20_010)] {
        let mut moment = Moment::new(id, Kind::Values, id.to_string());
        moment.when = When::On(Day::from_number(day));
        lane.moments.push(moment.into());
    }
    campaign.lanes.push(lane.into());
    (campaign, a, b)
}

fn type_title(doc: &mut Document, id: MomentId, text: &str, ms: u64) {
    let edit = Edit::SetMoment { id, change: MomentChange::Title(text.into()) };
    doc.edit(Step::typing("Title", edit, MergeKey::Moment(id, "title")), Duration::from_millis(ms)).unwrap();
}

fn title(doc: &Document, id: MomentId) -> String {
    doc.campaign().moment(id).unwrap().1.title.clone()
}

#[test]
fn what_was_typed_since_a_field_was_entered_is_taken_back_without_a_step() {
    let (campaign, id, _) = two_moments();
    let mut doc = Document::opened(campaign);
    let key = MergeKey::Moment(id, "title");
    let state = |doc: &Document| (doc.campaign().clone(), doc.revision(), doc.undo_depth());
    doc.enter(key);
    type_title(&mut doc, id, "Gone", 0);
    doc.take_back(key);
    assert!(!doc.is_dirty(), "the file holds that");
    type_title(&mut doc, id, "Kept", 0);
    doc.seal();
    let entered = state(&doc);
    // Once in one go, once with pauses, once across a save.
    for (pause, saves) in [(10, false), (5_000, false), (10, true)] {
        doc.enter(key);
        for (at, text) in ["G", "Go", "Gone"].into_iter().enumerate() {
            type_title(&mut doc, id, text, pause * at as u64);
            if saves {
                doc.mark_saved(doc.revision());
            }
        }
        assert_ne!(state(&doc), entered);
        doc.take_back(key);
        assert_eq!(state(&doc), entered, "{pause} {saves}");
        assert_eq!(doc.redo_label(), None);
        assert!(doc.is_dirty(), "no file holds it");
    }
    // Another field, or something else that was done since, is left alone.
    doc.enter(key);
    type_title(&mut doc, id, "Typed", 0);
    let typed = state(&doc);
    doc.take_back(MergeKey::Moment(id, "hook"));
    assert_eq!(state(&doc), typed);
    doc.enter(key);
    type_title(&mut doc, id, "Typed again", 0);
    let edit = Edit::SetMoment { id, change: MomentChange::Status(momentboard::model::Status::Approved) };
    doc.edit(Step::new("Status", vec![edit]), Duration::ZERO).unwrap();
    let done = state(&doc);
    doc.take_back(key);
    assert_eq!(state(&doc), done);
}

#[test]
fn typing_is_one_step_until_a_pause_another_field_or_a_save() {
    let (campaign, a, b) = two_moments();
    let mut doc = Document::opened(campaign);
    type_title(&mut doc, a, "W", 0);
    type_title(&mut doc, a, "Wh", 900);
    type_title(&mut doc, a, "Why", 1800);
    assert_eq!(doc.undo_depth(), 1, "no pause of a second: one step");
    type_title(&mut doc, a, "Why I", 2900);
    assert_eq!(doc.undo_depth(), 2, "after a pause a new step");
    type_title(&mut doc, b, "x", 2950);
    type_title(&mut doc, a, "Why I r", 2980);
    assert_eq!(doc.undo_depth(), 4, "another field in between");
    doc.seal();
    type_title(&mut doc, a, "Why I ru", 2990);
    assert_eq!(doc.undo_depth(), 5, "focus went away in between");
    doc.mark_saved(doc.revision());
    type_title(&mut doc, a, "Why I run", 2995);
    assert_eq!(doc.undo_depth(), 6, "saved in between");
    doc.undo();
    assert_eq!(title(&doc, a), "Why I ru");
    assert!(!doc.is_dirty(), "the saved state is a state to come back to");
    doc.undo();
    assert_eq!(title(&doc, a), "Why I r");
    type_title(&mut doc, a, "Why I s", 3000);
    assert_eq!(doc.redo_label(), None, "a new edit ends what could be redone");
}

#[test]
fn what_was_typed_while_a_save_ran_is_not_marked_saved() {
    let (campaign, a, _) = two_moments();
    let mut doc = Document::opened(campaign);
    type_title(&mut doc, a, "first", 0);
    let writing = doc.revision();
    type_title(&mut doc, a, "second", 10);
    doc.mark_saved(writing);
    assert!(doc.is_dirty());
}

#[test]
fn a_gesture_is_one_step_or_none() {
    let (campaign, a, _) = two_moments();
    let lane = campaign.lanes[0].id;
    let mut doc = Document::opened(campaign);
    let start = (**doc.campaign()).clone();
    let to = |day: i32| [Edit::MoveMoment { id: a, to: Place::Lane(lane), when: When::On(Day::from_number(day)) }];
    doc.begin_gesture("Move");
    for day in 20_001..20_020 {
        doc.gesture(&to(day)).unwrap();
        assert_eq!(doc.campaign().moment(a).unwrap().1.when, When::On(Day::from_number(day)), "shown live");
    }
    doc.cancel_gesture();
    assert_eq!(**doc.campaign(), start);
    assert_eq!((doc.undo_depth(), doc.is_dirty()), (0, false));

    doc.begin_gesture("Move");
    doc.gesture(&to(20_005)).unwrap();
    doc.gesture(&to(20_000)).unwrap();
    doc.commit_gesture();
    assert_eq!((doc.undo_depth(), doc.is_dirty()), (0, false), "back where it began: no step");

    doc.begin_gesture("Move it");
    doc.gesture(&to(20_005)).unwrap();
    doc.gesture(&to(20_007)).unwrap();
    doc.commit_gesture();
    assert_eq!(doc.undo_label(), Some("Move it"));
    doc.undo();
    assert_eq!(**doc.campaign(), start);
    assert_eq!(*doc.index(), Index::of(doc.campaign()));
}

#[test]
fn an_edit_copies_only_what_it_touches() {
    let campaign = random_plan(3);
    let lane = campaign.lanes.iter().find(|lane| lane.moments.len() > 1).unwrap();
    let (lane_id, id) = (lane.id, lane.moments[0].id);
    let mut doc = Document::unsaved(campaign);
    let before = doc.campaign().clone();
    type_title(&mut doc, id, "another title", 0);
    for (old, new) in before.lanes.iter().zip(&doc.campaign().lanes) {
        assert_eq!(std::sync::Arc::ptr_eq(old, new), old.id != lane_id);
        let same = old.moments.iter().zip(&new.moments).filter(|(a, b)| !std::sync::Arc::ptr_eq(a, b)).count();
        assert_eq!(same, usize::from(old.id == lane_id));
    }
}

#[test]
fn steps_that_cannot_be_done_say_why_and_change_nothing() {
    let (mut campaign, a, _) = two_moments();
    let picture = Picture {
        id: PictureId([9; 32]),
        name: "a.png".into(),
        width: 1,
        height: 1,
        bytes: vec![1].into(),
        unknown: momentboard::model::Unknown::default(),
    };
    campaign.pictures.push(picture.into());
    let first = std::sync::Arc::make_mut(&mut std::sync::Arc::make_mut(&mut campaign.lanes[0]).moments[0]);
    first.image = Some(PictureId([9; 32]));
    let lane = campaign.lanes[0].id;
    let mut doc = Document::opened(campaign);
    let gone = MomentId::parse("gone").unwrap();
    let cases = [
        (vec![Edit::RemoveMoment { id: gone }], "That moment is no longer in the plan."),
        (
            vec![
                Edit::SetMoment { id: a, change: MomentChange::Title("half done".into()) },
                Edit::AddMoment { place: Place::Lane(lane), moment: Box::new(Moment::new(a, Kind::Story, "again")) },
            ],
            "Something in the plan already has the id “a”.",
        ),
        (
            vec![Edit::SetMoment { id: a, change: MomentChange::Product(ProductId::parse("none")) }],
            "That product is no longer in the plan.",
        ),
        (
            vec![Edit::AssignLane { id: lane, kind: LaneKind::Brand, creator: CreatorId::parse("maja") }],
            "Only a creator’s lane has a creator.",
        ),
        (
            vec![Edit::AssignLane { id: lane, kind: LaneKind::Creator, creator: None }],
            "A creator’s lane needs a creator. Choose one first.",
        ),
        (
            vec![Edit::AssignLane { id: lane, kind: LaneKind::Creator, creator: CreatorId::parse("nobody") }],
            "That creator is no longer in the plan.",
        ),
        (vec![Edit::RemovePicture { id: PictureId([9; 32]) }], "a.png is still on a moment."),
        (vec![Edit::RemoveCreator { id: CreatorId::parse("maja").unwrap() }], "Maja still has a lane. Delete the lane first."),
    ];
    for (edits, message) in cases {
        let before = (**doc.campaign()).clone();
        let error = doc.edit(step(edits), Duration::ZERO).unwrap_err();
        assert_eq!(error.to_string(), message);
        assert_eq!(**doc.campaign(), before);
        assert_eq!(*doc.index(), Index::of(doc.campaign()));
        assert_eq!(doc.undo_depth(), 0);
    }
}

/// The first brand is the default of every lane, so its place is an edit.
#[test]
fn the_first_brand_is_the_one_that_was_moved_there() {
    let (mut campaign, ..) = two_moments();
    let ids: Vec<BrandId> = ["a", "b", "c"].iter().map(|id| BrandId::parse(id).unwrap()).collect();
    campaign.brands = ids.iter().map(|id| Brand::new(*id, id.to_string()).into()).collect();
    let mut doc = Document::opened(campaign);
    let mut moved = |id: usize, before: Option<usize>| -> String {
        let edit = Edit::MoveBrand { id: ids[id], before: before.map(|at| ids[at]) };
        doc.edit(step(vec![edit]), Duration::ZERO).unwrap();
        doc.campaign().brands.iter().map(|brand| brand.name.as_str()).collect()
    };
    assert_eq!(moved(2, Some(0)), "cab");
    assert_eq!(moved(2, Some(1)), "acb");
    assert_eq!(moved(0, None), "cba");
    assert_eq!(moved(1, Some(1)), "cba");
    assert_eq!(doc.undo_depth(), 3, "what stays in its place is no step");
    assert_eq!(doc.campaign().brand_of(&doc.campaign().lanes[0]).map(|brand| brand.name.as_str()), Some("c"));
}
