//! Two hands on one plan: what they did to different things is put together, and what they did to one thing is for a person.

use std::sync::Arc;
use std::time::Duration;

use momentboard::edit::{Document, Edit, MomentChange, Place, Step};
use momentboard::model::difference::{Difference, Thing, merge};
use momentboard::model::{Campaign, IdSource, Kind, Moment, MomentId, PlanId, When};
use momentboard::store::demo;

use crate::history::draw;
use crate::plans::random_plan;

const EDITS: &[&str] =
    &["AddMoment", "RemoveMoment", "MoveMoment", "SetMoment", "AddLane", "RemoveLane", "MoveLane", "SetLane", "SetCampaign"];

fn after(base: &Campaign, edits: Vec<Edit>) -> Campaign {
    let mut document = Document::opened(base.clone());
    for edit in edits {
        // What does not fit any more is left out: a hand is only something that did something.
        let _fits = document.edit(Step::new("Step", vec![edit]), Duration::ZERO);
    }
    Campaign::clone(document.campaign())
}

fn hand(base: &Campaign, seed: u64, count: usize) -> Campaign {
    let mut ids = IdSource::seeded(seed);
    let mut document = Document::opened(base.clone());
    for _ in 0..count {
        let name = EDITS[(ids.bits() % EDITS.len() as u64) as usize];
        if let Some(edit) = draw(name, &Arc::clone(document.campaign()), &mut ids) {
            let _fits = document.edit(Step::new("Step", vec![edit]), Duration::ZERO);
        }
    }
    Campaign::clone(document.campaign())
}

fn things(from: &Campaign, to: &Campaign) -> Vec<Thing> {
    Difference::between(from, to).rows.into_iter().map(|row| row.thing).collect()
}

fn titled(id: MomentId, title: &str) -> Edit {
    Edit::SetMoment { id, change: MomentChange::Title(title.into()) }
}

#[test]
fn what_was_done_to_different_things_is_all_there() {
    let base = demo::two_cases(PlanId::default());
    let lane = base.lanes[1].id;
    let [first, second, ..] = &base.lanes[1].moments[..] else { panic!("two moments") };
    let new = |bits: u64, title: &str| Moment::new(IdSource::seeded(bits).moment(), Kind::Story, title);
    let add = |moment: Moment| Edit::AddMoment { place: Place::Lane(lane), moment: Box::new(moment) };
    let mine = after(&base, vec![titled(first.id, "Mine"), add(new(1, "New of mine"))]);
    let park = Edit::MoveMoment { id: second.id, to: Place::Tray, when: When::Undated };
    let theirs = after(&base, vec![park, add(new(2, "New of theirs"))]);
    let merged = merge(&base, &mine, &theirs).unwrap();
    let title = |id: MomentId| merged.moment(id).map(|(_, moment)| moment.title.clone());
    assert_eq!(title(first.id).as_deref(), Some("Mine"));
    assert!(merged.ideas.iter().any(|idea| idea.id == second.id), "it is where the other one put it");
    let titles: Vec<&str> = merged.lanes[1].moments.iter().map(|moment| moment.title.as_str()).collect();
    assert!(titles.contains(&"New of mine") && titles.contains(&"New of theirs"), "{titles:?}");
    assert_eq!(merged.moment_count(), base.moment_count() + 1);
}

#[test]
fn one_thing_that_both_changed_is_for_a_person_unless_they_agree() {
    let base = demo::two_cases(PlanId::default());
    let id = base.lanes[1].moments[0].id;
    let (mine, theirs) = (after(&base, vec![titled(id, "Mine")]), after(&base, vec![titled(id, "Theirs")]));
    assert_eq!(merge(&base, &mine, &theirs).unwrap_err().both, [Thing::Moment(id)]);
    assert_eq!(merge(&base, &mine, &mine).as_ref(), Ok(&mine));
    // A lane that is gone takes no card any more.
    let lane = base.lanes[1].id;
    let gone = after(&base, vec![Edit::RemoveLane { id: lane }]);
    assert!(merge(&base, &mine, &gone).is_err() && merge(&base, &gone, &mine).is_err());
    let card = Moment::new(IdSource::seeded(3).moment(), Kind::Story, "New");
    let added = after(&base, vec![Edit::AddMoment { place: Place::Lane(lane), moment: Box::new(card) }]);
    assert!(merge(&base, &added, &gone).is_err() && merge(&base, &gone, &added).is_err());
    // Fields of the campaign count each for itself.
    let (mut named, mut lined) = (base.clone(), base.clone());
    (named.name, lined.line) = ("Another name".into(), Some("A line".into()));
    let merged = merge(&base, &named, &lined).unwrap();
    assert_eq!((merged.name.as_str(), merged.line.as_deref()), ("Another name", Some("A line")));
    lined.name = "A third name".into();
    assert_eq!(merge(&base, &named, &lined).unwrap_err().both, [Thing::Campaign]);
}

#[test]
fn whatever_two_hands_do_nothing_of_either_is_lost_or_made_up() {
    let (mut merged_at_all, mut clashed) = (0, 0);
    for seed in 0..400 {
        let base = random_plan(seed % 40);
        let (mine, theirs) = (hand(&base, seed * 2 + 1, 3), hand(&base, seed * 2 + 1_000_001, 3));
        assert_eq!(merge(&base, &mine, &base).as_ref(), Ok(&mine), "seed {seed}");
        assert_eq!(merge(&base, &base, &theirs).as_ref(), Ok(&theirs), "seed {seed}");
        match merge(&base, &mine, &theirs) {
            Ok(merged) => {
                merged_at_all += 1;
                let (ours, others) = (things(&base, &mine), things(&base, &theirs));
                assert!(things(&theirs, &merged).iter().all(|thing| ours.contains(thing)), "seed {seed}");
                assert!(things(&mine, &merged).iter().all(|thing| others.contains(thing)), "seed {seed}");
                // Where both added something in one place, either may come first.
                let mut otherwise = things(&merged, &merge(&base, &theirs, &mine).unwrap());
                otherwise.retain(|thing| *thing != Thing::Campaign);
                assert_eq!(otherwise, [], "seed {seed}");
            }
            Err(_) => clashed += 1,
        }
    }
    assert!(merged_at_all > 50 && clashed > 50, "{merged_at_all} {clashed}");
}

#[test]
fn a_picture_that_one_let_go_and_the_other_began_to_show_stays() {
    let base = demo::fictional(PlanId::default());
    let shows = |moment: &&Arc<Moment>| moment.image.is_some();
    let of = base.lanes[0].moments.iter().find(shows).unwrap().clone();
    let other = base.lanes[1].moments.iter().find(|moment| moment.image != of.image).unwrap().clone();
    let image = |id: MomentId, image| Edit::SetMoment { id, change: MomentChange::Image(image) };
    let mine = after(&base, vec![image(of.id, None)]);
    assert!(mine.picture(of.image.unwrap()).is_none(), "nothing else showed it");
    let theirs = after(&base, vec![image(other.id, of.image)]);
    let merged = merge(&base, &mine, &theirs).unwrap();
    assert_eq!(merged.moment(of.id).unwrap().1.image, None);
    assert_eq!(merged.moment(other.id).unwrap().1.image, of.image);
    assert!(merged.picture(of.image.unwrap()).is_some());
}
