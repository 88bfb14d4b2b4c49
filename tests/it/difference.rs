//! What differs between two states of a plan, and what turns one into the other.

use std::sync::Arc;
use std::time::Duration;

use momentboard::edit::{Document, Edit, Step};
use momentboard::model::difference::{Change, Difference, Patch, PatchError, Row, Thing};
use momentboard::model::{Campaign, IdSource, LaneId, Moment, MomentId, Picture, PictureId, When};
use momentboard::store;
use sha2::{Digest as _, Sha256};

use crate::history::draw;
use crate::plans::{Dice, large_plan, random_plan};
use crate::properties::shuffle;

const FULL: &str = include_str!("../fixtures/full.moments");

/// A patch as it comes back from a text. Only the content of pictures does not stand in it.
fn through_text(patch: &Patch) -> Patch {
    let text = ron::to_string(patch).unwrap();
    let mut read: Patch = ron::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    for (card, known) in read.pictures.iter_mut().zip(&patch.pictures) {
        assert!(card.bytes.is_empty(), "the content of a picture stands in the text");
        card.bytes = Arc::clone(&known.bytes);
    }
    read
}

/// Applied to the one state, the patch gives the other, straight away and after it was text.
fn leads(before: &Campaign, after: &Campaign) -> Patch {
    let patch = Patch::between(before, after);
    assert_eq!(patch.apply(before).as_ref(), Ok(after));
    assert_eq!(through_text(&patch).apply(before).as_ref(), Ok(after));
    assert_eq!(patch.is_empty(), before == after);
    patch
}

/// The same plan, of which nothing is shared: as it comes from a file.
fn unshared(plan: &Campaign) -> Campaign {
    fn anew<T: Clone>(list: &mut [Arc<T>]) {
        for thing in list {
            *thing = Arc::new((**thing).clone());
        }
    }
    let mut plan = plan.clone();
    anew(&mut plan.lanes);
    for lane in &mut plan.lanes {
        anew(&mut Arc::make_mut(lane).moments);
    }
    anew(&mut plan.ideas);
    anew(&mut plan.brands);
    anew(&mut plan.products);
    anew(&mut plan.creators);
    anew(&mut plan.acceptances);
    anew(&mut plan.pictures);
    plan
}

pub(crate) fn picture(seed: u8) -> Picture {
    let bytes = vec![seed; 20];
    let id = PictureId(Sha256::digest(&bytes).into());
    let unknown = momentboard::model::Unknown::default();
    Picture { id, name: format!("{seed}.png"), width: 1, height: 2, bytes: bytes.into(), unknown }
}

#[test]
fn any_plan_becomes_any_other() {
    for seed in 0..120 {
        let (mut a, mut b) = (random_plan(seed), random_plan(seed + 1000));
        a.pictures = vec![picture(1).into(), picture(2).into(), picture(3).into()];
        b.pictures = vec![picture(3).into(), picture(1).into(), picture(4).into()];
        leads(&a, &b);
        leads(&b, &a);
        leads(&a, &unshared(&a));
        leads(&Campaign::new(a.id, ""), &a);
        leads(&a, &Campaign::new(a.id, ""));
    }
}

/// Lists in another order, with some things gone, some new, some changed, some in another lane.
#[test]
fn any_order_becomes_any_other() {
    for seed in 0..400 {
        let mut dice = Dice::new(seed);
        let before = random_plan(seed);
        let mut after = if seed % 2 == 0 { before.clone() } else { unshared(&before) };
        let mut loose: Vec<Arc<Moment>> = Vec::new();
        for lane in &mut after.lanes {
            let lane = Arc::make_mut(lane);
            shuffle(&mut dice, &mut lane.moments);
            for _ in 0..dice.below(3) {
                loose.extend(lane.moments.pop());
            }
        }
        loose.extend(after.ideas.pop());
        for moment in loose {
            let mut moment = moment;
            if dice.chance(50) {
                Arc::make_mut(&mut moment).title.push('x');
            }
            match dice.below(after.lanes.len() + 2) {
                0 => {}
                1 => after.ideas.insert(dice.below(after.ideas.len() + 1), moment),
                lane => {
                    let list = &mut Arc::make_mut(&mut after.lanes[lane - 2]).moments;
                    list.insert(dice.below(list.len() + 1), moment);
                }
            }
        }
        if dice.chance(50) {
            shuffle(&mut dice, &mut after.lanes);
        }
        if dice.chance(30) {
            after.lanes.pop();
        }
        shuffle(&mut dice, &mut after.products);
        shuffle(&mut dice, &mut after.creators);
        leads(&before, &after);
        leads(&after, &before);
    }
}

#[test]
fn every_edit_can_be_written_down_and_done_again() {
    let mut edits = 0;
    for seed in 0..60 {
        let mut ids = IdSource::seeded(seed);
        let mut doc = Document::opened(random_plan(seed));
        for _ in 0..30 {
            let name = Edit::NAMES[(ids.bits() % Edit::NAMES.len() as u64) as usize];
            let Some(edit) = draw(name, doc.campaign(), &mut ids) else { continue };
            let before = Arc::clone(doc.campaign());
            if doc.edit(Step::new(name, vec![edit]), Duration::ZERO).is_ok_and(|edited| edited.changed) {
                leads(&before, doc.campaign());
                leads(doc.campaign(), &before);
                edits += 1;
            }
        }
    }
    assert!(edits > 800, "{edits} edits were tried");
}

/// What this version does not know is written down with everything else.
#[test]
fn what_a_later_version_wrote_goes_along() {
    let later = "later: Shape(deep: [1.50, \"two\", 'c', Some(())]),";
    let mut text = String::new();
    for line in FULL.split_inclusive('\n') {
        let blanks = line.len() - line.trim_start().len();
        if matches!(line.trim(), ")" | "),") && blanks > 0 {
            text.extend([" ".repeat(blanks + 4).as_str(), later, "\n"]);
        }
        text.push_str(line);
    }
    let text = text.replacen("    campaign: (", &format!("    {later}\n    campaign: ("), 1);
    let after = store::read(text.as_bytes()).unwrap().campaign;
    assert_eq!(after.beside.len(), 1);
    let before = store::read(FULL.as_bytes()).unwrap().campaign;
    leads(&before, &after);
    leads(&after, &before);
    let whole = leads(&Campaign::new(after.id, ""), &after);
    assert!(ron::to_string(&whole).unwrap().matches("Shape").count() > 25);
    let of_fields = Difference::between(&before, &after);
    let fields = |thing: Thing| of_fields.rows.iter().find(|row| row.thing == thing).map(|row| row.change.clone());
    let Some(Change::Fields(names)) = fields(Thing::Campaign) else { panic!("{of_fields:?}") };
    assert!(names.contains(&"beside") && names.contains(&"unknown"), "{names:?}");
}

#[test]
fn a_patch_for_another_plan_is_refused() {
    let (a, b) = (random_plan(3), random_plan(4));
    let patch = Patch::between(&a, &{
        let mut later = a.clone();
        let lane = Arc::make_mut(later.lanes.iter_mut().find(|lane| lane.moments.len() > 1).unwrap());
        lane.moments.swap(0, 1);
        later
    });
    assert!(patch.apply(&b).is_err());
    assert!(patch.apply(&Campaign::new(a.id, "")).is_err());
    let newer: Patch = ron::from_str("(fields: [\"name\"], own: (name: \"N\"), colour: red)").unwrap();
    assert_eq!(newer.apply(&a), Err(PatchError::Newer));
    let newer: Patch = ron::from_str("(fields: [\"colour\"], own: (name: \"N\", colour: red))").unwrap();
    assert_eq!(newer.apply(&a), Err(PatchError::Newer));
    let far: Patch = ron::from_str("(ideas: [(at: 18446744073709551615, gone: 18446744073709551615)])").unwrap();
    assert_eq!(far.apply(&a), Err(PatchError::OutOfPlace));
    let lists: Patch = ron::from_str("(fields: [\"lanes\"], own: (name: \"N\"))").unwrap();
    assert_eq!(lists.apply(&a), Err(PatchError::Newer), "a list never goes as a field");
}

/// What is written grows with the change, not with the plan.
#[test]
fn a_small_change_of_a_large_plan_is_small() {
    let plan = large_plan(7, 20_000, 40);
    let size = |after: &Campaign| ron::to_string(&leads(&plan, after)).unwrap().len();
    let change = |work: &dyn Fn(&mut Campaign)| {
        let mut after = plan.clone();
        work(&mut after);
        size(&after)
    };
    let renamed = change(&|plan| {
        let lane = Arc::make_mut(&mut plan.lanes[20]);
        Arc::make_mut(&mut lane.moments[250]).title = "Another".into();
    });
    let two_ends = change(&|plan| {
        let lane = Arc::make_mut(&mut plan.lanes[20]);
        lane.moments.remove(0);
        let last = lane.moments.len() - 1;
        Arc::make_mut(&mut lane.moments[last]).title = "Another".into();
    });
    let moved = change(&|plan| {
        let moment = Arc::make_mut(&mut plan.lanes[3]).moments.remove(100);
        Arc::make_mut(&mut plan.lanes[30]).moments.push(moment);
    });
    let lane_moved = change(&|plan| {
        let lane = plan.lanes.remove(5);
        plan.lanes.insert(30, lane);
    });
    let lane_field = change(&|plan| Arc::make_mut(&mut plan.lanes[5]).audience_group = Some("Duo".into()));
    let name = change(&|plan| plan.name = "Another".into());
    for (size, most) in [(renamed, 700), (two_ends, 800), (moved, 250), (lane_moved, 100), (lane_field, 300), (name, 60)] {
        assert!(size <= most, "{size} bytes where {most} are enough");
    }
    assert_eq!(ron::to_string(&Patch::between(&plan, &unshared(&plan))).unwrap(), "()");
}

#[test]
fn a_difference_names_what_happened_to_what() {
    let before = store::read(FULL.as_bytes()).unwrap().campaign;
    let mut after = unshared(&before);
    assert!(Difference::between(&before, &after).is_empty(), "nothing is shared, and nothing differs");
    let from = before.lanes.iter().position(|lane| lane.moments.len() > 1).unwrap();
    let mut card = Arc::make_mut(&mut after.lanes[from]).moments.remove(0);
    let moved: MomentId = card.id;
    Arc::make_mut(&mut card).when = When::Undated;
    after.ideas.push(card);
    let second = &mut Arc::make_mut(&mut after.lanes[from]).moments[0];
    let (retitled, lane): (MomentId, LaneId) = (second.id, before.lanes[from].id);
    Arc::make_mut(second).title = "Another title".into();
    Arc::make_mut(second).cause = !before.moment(retitled).unwrap().1.cause;
    Arc::make_mut(&mut after.lanes[from]).organic_per_week = Some(77);
    after.line = Some("Another line".into());
    after.pictures.push(picture(9).into());
    let gone = after.acceptances.pop().unwrap().id;
    let found = Difference::between(&before, &after);
    let mut expected = vec![
        Row { thing: Thing::Campaign, change: Change::Fields(vec!["line"]) },
        Row { thing: Thing::Lane(lane), change: Change::Fields(vec!["organic_per_week"]) },
        Row { thing: Thing::Moment(retitled), change: Change::Fields(vec!["title", "cause"]) },
        Row { thing: Thing::Moment(moved), change: Change::Moved { fields: vec!["when"] } },
        Row { thing: Thing::Acceptance(gone), change: Change::Removed },
        Row { thing: Thing::Picture(picture(9).id), change: Change::Added },
    ];
    expected.sort_by_key(|row| row.thing);
    assert_eq!(found.rows, expected);
    assert_eq!((found.counts(), found.size()), ([1, 1, 4], 6));
    after.lanes.reverse();
    let found = Difference::between(&before, &after);
    assert_eq!(found.rows[0].change, Change::Fields(vec!["line", "lanes"]));
}
