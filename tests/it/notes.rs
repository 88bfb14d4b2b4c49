//! Notes on lanes: pinned, changed and taken off as steps, kept in the file, told where plans are compared, put together where
//! two people wrote some, read out of damaged files, and never shared.

use std::sync::Arc;
use std::time::Duration;

use momentboard::edit::{Document, Edit, LaneChange, Step};
use momentboard::model::difference::{Change, Difference, Patch, Row, Thing, merge};
use momentboard::model::{Campaign, Day, Lane, LaneId, Note, NoteId, PlanId, When, faults, limits};
use momentboard::share::{Reader, reduced};
use momentboard::store::salvage::salvage;
use momentboard::store::{self, demo, keep};

fn note(id: &str, text: &str) -> Arc<Note> {
    Arc::new(Note::new(NoteId::parse(id).unwrap(), When::On(Day::parse("2027-09-12").unwrap()), text))
}

/// A plan with two notes on its first lane and one on its second.
fn noted() -> Campaign {
    let mut plan = demo::two_cases(PlanId::default());
    Arc::make_mut(&mut plan.lanes[0]).notes = vec![note("first", "Ask Mia"), note("second", "Birthday?")];
    Arc::make_mut(&mut plan.lanes[1]).notes = vec![note("third", "Call the agency")];
    plan
}

fn pinned(lane: LaneId, notes: Vec<Arc<Note>>) -> Step {
    Step::new("Notes", vec![Edit::SetLane { id: lane, change: LaneChange::Notes(notes) }])
}

fn after(base: &Campaign, lane: LaneId, notes: Vec<Arc<Note>>) -> Campaign {
    let mut document = Document::opened(base.clone());
    document.edit(pinned(lane, notes), Duration::ZERO).unwrap();
    Campaign::clone(document.campaign())
}

fn texts(lane: &Lane) -> Vec<&str> {
    lane.notes.iter().map(|note| note.text.as_str()).collect()
}

#[test]
fn a_note_is_kept_in_the_file_with_what_a_later_version_says_of_it() {
    let plan = noted();
    let text = String::from_utf8(store::write(&plan).unwrap()).unwrap();
    assert!(text.contains("id: \"first\",") && text.contains("when: on(\"2027-09-12\"),") && text.contains("text: \"Ask Mia\","));
    assert_eq!(store::read(text.as_bytes()).unwrap().campaign, plan);
    let later = text.replace("text: \"Ask Mia\",", "text: \"Ask Mia\",\n                        colour: pink(3),");
    let read = store::read(later.as_bytes()).unwrap().campaign;
    let note = &read.lanes[0].notes[0];
    assert_eq!(note.unknown.get("colour").map(ron::value::RawValue::get_ron), Some("pink(3)"));
    assert_eq!(String::from_utf8(store::write(&read).unwrap()).unwrap(), later);
    // A plan without notes is written as it ever was.
    let without = String::from_utf8(store::write(&demo::two_cases(PlanId::default())).unwrap()).unwrap();
    assert!(!without.contains("notes: ["));
}

#[test]
fn what_is_pinned_is_undone_and_recovered() {
    let plan = noted();
    let lane = plan.lanes[0].id;
    let mut document = Document::opened(plan.clone());
    document.edit(pinned(lane, vec![note("first", "Ask Mia again")]), Duration::ZERO).unwrap();
    assert_eq!(texts(&document.campaign().lanes[0]), ["Ask Mia again"]);
    let patch = Patch::between(&plan, document.campaign());
    assert_eq!(patch.apply(&plan).as_ref(), Ok(&**document.campaign()));
    document.undo();
    assert_eq!(**document.campaign(), plan);
    document.redo();
    assert_eq!(texts(&document.campaign().lanes[0]), ["Ask Mia again"]);
}

#[test]
fn a_note_is_on_one_lane_and_a_lane_has_room_for_so_many() {
    let plan = noted();
    let mut document = Document::opened(plan.clone());
    let refused = document.edit(pinned(plan.lanes[0].id, vec![note("third", "Twice")]), Duration::ZERO);
    assert_eq!(refused.unwrap_err().to_string(), "Something in the plan already has the id “third”.");
    let many = |count: usize| -> Vec<Arc<Note>> { (0..count).map(|n| note(&format!("n{n}"), "x")).collect() };
    let refused = document.edit(pinned(plan.lanes[0].id, many(limits::NOTES + 1)), Duration::ZERO);
    assert_eq!(refused.unwrap_err().to_string(), "A lane holds at most 1000 notes.");
    assert!(document.edit(pinned(plan.lanes[0].id, many(limits::NOTES)), Duration::ZERO).is_ok());

    let mut full = plan.clone();
    Arc::make_mut(&mut full.lanes[0]).notes = many(limits::NOTES + 2);
    let bytes = store::write(&full).unwrap();
    let error = store::read(&bytes).unwrap_err();
    assert_eq!(error.message, "This lane has 1,002 notes; the most it can have is 1,000.");
    let cut = store::format::read_cut(&bytes).unwrap();
    assert_eq!(cut.campaign.lanes[0].notes.len(), limits::NOTES);
    assert!(
        cut.notices[0].message.starts_with("A lane has 1,002 notes. The first 1,000 of them were read."),
        "{:?}",
        cut.notices
    );
    let mut twice = plan;
    Arc::make_mut(&mut twice.lanes[1]).notes = vec![note("first", "Another")];
    assert_eq!(faults(&twice)[0].message, "Two notes have the id “first”. Give one of them another id.");
}

#[test]
fn what_differs_is_told_of_the_lane() {
    let plan = noted();
    let lane = plan.lanes[0].id;
    let other = after(&plan, lane, vec![note("first", "Ask Mia")]);
    let row = Row { thing: Thing::Lane(lane), change: Change::Fields(vec!["notes"]) };
    assert_eq!(Difference::between(&plan, &other).rows, [row]);
}

#[test]
fn notes_of_two_people_on_one_lane_come_together() {
    let plan = noted();
    let (lane, first, second) = (plan.lanes[0].id, note("first", "Ask Mia"), note("second", "Birthday?"));
    let mine = after(&plan, lane, vec![first.clone(), note("second", "Her birthday"), note("mine", "Mine")]);
    let theirs = after(&plan, lane, vec![first.clone(), second.clone(), note("theirs", "Theirs")]);
    let merged = merge(&plan, &mine, &theirs).unwrap();
    let together = texts(&merged.lanes[0]);
    assert!(["Ask Mia", "Her birthday", "Mine", "Theirs"].iter().all(|text| together.contains(text)), "{together:?}");
    assert_eq!(together.len(), 4);
    // One takes a note off, the other writes elsewhere.
    let mine = after(&plan, lane, vec![second.clone()]);
    assert_eq!(texts(&merge(&plan, &mine, &theirs).unwrap().lanes[0]), ["Birthday?", "Theirs"]);
    // Both write in one.
    let mine = after(&plan, lane, vec![note("first", "Ask Tom"), second.clone()]);
    let theirs = after(&plan, lane, vec![note("first", "Ask Jo"), second]);
    assert_eq!(merge(&plan, &mine, &theirs).unwrap_err().both, [Thing::Lane(lane)]);
    // A lane that is gone takes its notes with it, unless somebody wrote on it meanwhile.
    let mut document = Document::opened(plan.clone());
    document.edit(Step::new("Delete", vec![Edit::RemoveLane { id: lane }]), Duration::ZERO).unwrap();
    let gone = Campaign::clone(document.campaign());
    assert!(merge(&plan, &plan, &gone).unwrap().lane(lane).is_none());
    let theirs = after(&plan, lane, vec![first]);
    assert_eq!(merge(&plan, &theirs, &gone).unwrap_err().both, [Thing::Lane(lane)]);
    assert_eq!(merge(&plan, &gone, &theirs).unwrap_err().both, [Thing::Lane(lane)]);
}

#[test]
fn a_damaged_note_costs_that_note_alone() {
    let plan = noted();
    let text = String::from_utf8(store::write(&plan).unwrap()).unwrap();
    let broken = text.replacen("when: on(\"2027-09-12\"),", "when: on(\"2027-09-42\"),", 1);
    assert!(store::read(broken.as_bytes()).is_err());
    let saved = salvage(broken.as_bytes()).unwrap();
    assert_eq!(saved.lost.iter().map(|lost| lost.what.as_str()).collect::<Vec<_>>(), ["The note “Ask Mia” could not be read."]);
    assert_eq!(texts(&saved.campaign.lanes[0]), ["Birthday?"]);
    assert_eq!(saved.campaign.moment_count(), plan.moment_count());
    // Two with one id are both kept.
    let twice = text.replacen("id: \"third\",", "id: \"first\",", 1);
    assert_eq!(store::read(twice.as_bytes()).unwrap_err().message, "Two notes have the id “first”. Give one of them another id.");
    let saved = salvage(twice.as_bytes()).unwrap();
    assert_eq!((texts(&saved.campaign.lanes[0]).len(), texts(&saved.campaign.lanes[1])), (2, vec!["Call the agency"]));
    assert!(saved.lost[0].what.starts_with("The note “Call the agency” has the id of another one."), "{:?}", saved.lost);
}

#[test]
fn notes_stay_with_the_team() {
    let plan = noted();
    for reader in [Reader::Client, Reader::Creator(plan.lanes[0].id)] {
        assert!(reduced(&plan, reader).lanes.iter().all(|lane| lane.notes.is_empty()), "{reader:?}");
    }
    assert_eq!(reduced(&plan, Reader::Internal), plan);
    // Nor are they a part of a template.
    let template = keep::template_of(&plan, None, &keep::Wanted { name: "Mine".into(), notes: true, ..keep::Wanted::default() });
    assert!(template.campaign().lanes.iter().all(|lane| lane.notes.is_empty()));
}

#[test]
fn notes_change_nothing_that_is_checked() {
    use momentboard::check::{Options, check};
    let plan = noted();
    let codes =
        |plan: &Campaign| check(plan, &Options::default()).findings.iter().map(|one| one.message.clone()).collect::<Vec<_>>();
    assert_eq!(codes(&plan), codes(&demo::two_cases(PlanId::default())));
}
