//! Calendars as brands make them: names beside handles, deadlines beside days, deliverables with more in them than a shape.

use momentboard::import::{Field, Mapping, Proposal, Question, read};
use momentboard::model::{Campaign, Creator, CreatorId, Format, Id, Kind, Platform};

use crate::import_tables::{after, empty, proposed};

fn of(table: &str) -> Proposal {
    let mapping = Mapping { kind: Some(Kind::Story), ..Mapping::default() };
    proposed(&read(table.as_bytes()).unwrap(), &mapping, &empty(), false)
}

/// What a column was taken for, and whether that is certain.
fn field(proposal: &Proposal, header: &str) -> (Field, bool) {
    let column = proposal.guess.columns.iter().find(|column| column.header == header).unwrap();
    (column.field, column.sure)
}

/// Everybody in a plan with their handle.
fn people(plan: &Campaign) -> Vec<(&str, Option<&str>)> {
    plan.creators.iter().map(|creator| (creator.name.as_str(), creator.handle.as_deref())).collect()
}

#[test]
fn a_calendar_with_a_draft_and_an_approval_is_no_sheet_of_ours() {
    let table = "Go live,Creator,Title,Draft due,Approval due\n2027-05-03,Maren Falk,Why,2027-04-20,2027-04-25\n";
    let proposal = of(table);
    assert_eq!((proposal.refusal(), proposal.is_ready()), (None, true));
    let moment = &after(&empty(), &proposal).lanes[0].moments[0];
    let notes = moment.notes.as_deref().unwrap();
    assert!(notes.contains("Draft due: ") && notes.contains("Approval due: "), "{notes}");
}

#[test]
fn a_name_beside_a_handle_is_the_creator() {
    let proposal = of("Date,Name,IG handle,Content\n2027-05-03,Maren Falk,@maren.runs,Why I run\n");
    assert_eq!(field(&proposal, "Name"), (Field::Creator, true));
    assert_eq!(field(&proposal, "Content"), (Field::Title, true));
    let plan = after(&empty(), &proposal);
    assert_eq!(people(&plan), [("Maren Falk", Some("@maren.runs"))]);
    assert_eq!(plan.lanes[0].moments[0].title, "Why I run");
    let proposal = of("Date,Name,Handle,Post idea\n2027-05-03,Maren Falk,@maren.runs,Why I run\n");
    assert_eq!((field(&proposal, "Name").0, field(&proposal, "Post idea").0), (Field::Creator, Field::Title));
    // Where nothing else could be the title, it is asked; where a creator stands there, a name is a title as ever.
    let proposal = of("Date,Name,Handle\n2027-05-03,Maren Falk,@maren.runs\n");
    assert_eq!(field(&proposal, "Name"), (Field::Creator, false));
    let proposal = of("Date,Name,Creator,Handle\n2027-05-03,Why I run,Maren Falk,@maren.runs\n");
    assert_eq!((field(&proposal, "Name").0, field(&proposal, "Creator").0), (Field::Title, Field::Creator));
    let proposal = of("Date,Name,Creator\n2027-05-03,Why I run,Maren Falk\n");
    assert_eq!(field(&proposal, "Name").0, Field::Title);
}

#[test]
fn a_name_and_a_handle_in_one_cell_are_one_person() {
    for header in ["Creator/Handle", "Creator (Handle)", "Name / IG handle", "Creator"] {
        let table = format!(
            "Date,{header},Concept\n2027-05-03,Maren Falk / @maren.runs,A\n2027-05-04,\"Aylin, @aylin\",B\n2027-05-05,Tobi - @tobi,C\n2027-05-06,@ana | Ana Cruz,D\n2027-05-07,@maren.runs,E\n"
        );
        let proposal = of(&table);
        assert_eq!(field(&proposal, header), (Field::Creator, true));
        assert!(proposal.is_ready(), "{header}: {:?}", proposal.questions);
        assert_eq!(
            people(&after(&empty(), &proposal)),
            [("Maren Falk", Some("@maren.runs")), ("Aylin", Some("@aylin")), ("Tobi", Some("@tobi")), ("Ana Cruz", Some("@ana"))],
            "{header}"
        );
    }
    // Lists of names with handles are as many people as names.
    let proposal = of("Date,Creator,Concept\n2027-05-03,\"Maren, @maren, Tobi, @tobi\",A\n");
    let Some(Question::People { names, .. }) = proposal.questions.first() else { panic!("{:?}", proposal.questions) };
    assert_eq!(names, &["Maren (@maren)", "Tobi (@tobi)"]);
    // A handle that is somebody else's is a second person.
    let mut plan = empty();
    for (id, name, handle) in [(0x10, "Maren", "@maren"), (0x11, "Tobi", "@tobi.runs")] {
        let mut creator = Creator::new(CreatorId(Id::from_bits(id)), name);
        creator.handle = Some(handle.into());
        plan.creators.push(std::sync::Arc::new(creator));
    }
    let mapping = Mapping { kind: Some(Kind::Story), ..Mapping::default() };
    let two = "Date,Creator,Concept\n2027-05-03,Maren / @tobi.runs,A\n";
    let proposal = proposed(&read(two.as_bytes()).unwrap(), &mapping, &plan, false);
    assert_eq!(proposal.counts.added, 2);
}

#[test]
fn a_column_of_days_is_no_status() {
    let table = "Go live,Creator,Title,Approval by,Approval\n2027-05-03,Maren,A,2027-04-28,ok\n";
    let proposal = of(table);
    assert_eq!((field(&proposal, "Approval by").0, field(&proposal, "Approval").0), (Field::Notes, Field::Status));
    // Neither is one that is empty as yet, nor one of days that is called Status.
    let proposal = of("Go live,Creator,Title,Approval due\n2027-05-03,Maren,A,\n");
    assert_eq!(field(&proposal, "Approval due").0, Field::Notes);
    let proposal = of("Go live,Creator,Title,Approval\n2027-05-03,Maren,A,2027-04-28\n");
    assert_eq!(field(&proposal, "Approval").0, Field::Notes);
}

#[test]
fn a_deliverable_keeps_what_it_says_beside_the_shape() {
    let table = "Date,Creator,Title,Deliverables\n2027-05-03,Maren,A,2x TikTok\n2027-05-04,Maren,B,1 long-form video\n2027-05-05,Maren,C,1 YouTube integration (60 s)\n";
    let proposal = of(table);
    assert!(proposal.problems.is_empty(), "{:?}", proposal.problems);
    let moments = after(&empty(), &proposal).lanes[0].moments.clone();
    let all: Vec<_> =
        moments.iter().map(|moment| (moment.platform, moment.format, moment.notes.as_deref().unwrap_or_default())).collect();
    assert_eq!(
        all,
        [
            (Some(Platform::TikTok), None, "Deliverables: 2x TikTok"),
            (None, Some(Format::Video), ""),
            (Some(Platform::YouTube), Some(Format::Video), "Deliverables: 1 YouTube integration (60 s)"),
        ]
    );
    // Two shapes, or none, are asked about.
    let proposal = of("Date,Creator,Title,Deliverables\n2027-05-03,Maren,A,Reel or story\n2027-05-04,Maren,B,Hologram\n");
    assert_eq!(proposal.problems.len(), 2);
}

#[test]
fn notes_are_known_in_german() {
    assert_eq!(field(&of("Datum,Creator,Titel,Notiz\n2027-05-03,Maren,A,x\n"), "Notiz"), (Field::Notes, true));
}
