//! Days by their number alone: which month they are in is taken from what says nothing else, told, and asked where nothing says it.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use momentboard::import::{Book, Field, Mapping, Proposal, Question, Tally, YearMonth, read};
use momentboard::model::{Campaign, When};

use crate::app_window::*;
use crate::import_run::{choose, import, settled};
use crate::import_tables::{after, empty, proposed};
use crate::scratch::Scratch;
use crate::terminal_run::{args, run};

const MAY: YearMonth = YearMonth { year: 2027, month: 5 };

fn of(table: &str, mapping: &Mapping) -> Proposal {
    proposed(&book(table), mapping, &empty(), false)
}

fn book(table: &str) -> Book {
    read(table.as_bytes()).unwrap()
}

fn in_may() -> Mapping {
    Mapping { days_in: Some(MAY), ..Mapping::default() }
}

fn days(proposal: &Proposal) -> Vec<String> {
    let plan: Campaign = after(&empty(), proposal);
    let shown = |when| match when {
        When::On(day) => day.to_string(),
        other => format!("{other:?}"),
    };
    let lanes = plan.lanes.iter().flat_map(|lane| lane.moments.iter());
    lanes.chain(&plan.ideas).map(|moment| shown(moment.when)).collect()
}

fn lines(proposal: &Proposal) -> String {
    proposal.counts.lines().join("\n")
}

const ROWS: &str = "Day,Creator,Title,Type\n3,Maren,A,Announcement\n9,Maren,B,Product\n";

#[test]
fn a_sentence_with_a_month_in_it_is_never_taken_for_the_month() {
    for title in ["\"Prepared by Jan, 2027\"", "We may launch in 2027", "The march of the runners 2027", "Kick-off Jan 2027"] {
        let table = format!("{title},,,\n{ROWS}");
        let asked = of(&table, &Mapping::default());
        let [question @ Question::DaysIn { address, text, year: 2027, .. }] = asked.questions.as_slice() else {
            panic!("{title}: {:?} {:?}", asked.questions, asked.problems)
        };
        assert_eq!((address.as_str(), text.as_str()), ("A3", "3"));
        assert!(question.sentence().contains("may say it, or be about something else"), "{}", question.sentence());
        assert!(asked.edits.is_empty() && asked.problems.is_empty() && asked.counts.waiting == 2);
        assert_eq!(days(&of(&table, &in_may())), ["2027-05-03", "2027-05-09"]);
    }
    // What calendars are called by, brands and the people of the table change nothing about a month.
    for title in ["Content calendar – May 2027 (v2)", "Maren: content plan May 2027", "Redaktionsplan Mai 2027"] {
        let proposal = of(&format!("{title},,,\n{ROWS}"), &Mapping::default());
        assert_eq!(days(&proposal), ["2027-05-03", "2027-05-09"], "{title}");
        assert!(lines(&proposal).contains("taken to be in May 2027"));
        assert!(!lines(&proposal).contains("above the header"), "what was used was not passed over: {}", lines(&proposal));
    }
}

#[test]
fn days_without_any_month_are_asked_for_it_and_are_no_days_from_day_0() {
    let asked = of(ROWS, &Mapping::default());
    assert_eq!(asked.guess.column(Field::Date).map(|column| (column.header.as_str(), column.sure)), Some(("Day", true)));
    let [question @ Question::DaysIn { perhaps: None, month: None, .. }] = asked.questions.as_slice() else {
        panic!("{:?}", asked.questions)
    };
    assert!(question.sentence().contains("Which month are these days in? A2: “3” is only a number."), "{}", question.sentence());
    assert_eq!(days(&of(ROWS, &in_may())), ["2027-05-03", "2027-05-09"]);
    assert!(in_may().sentences().concat().contains("in May 2027") && in_may().lasting().days_in.is_none());
    let counted = Mapping { columns: [("Day".to_owned(), Field::Day)].into(), ..Mapping::default() };
    assert_eq!(days(&of(ROWS, &counted)), ["Relative(3)", "Relative(9)"], "somebody said so");
    // One such day among whole ones is a slip.
    let one = "Date,Creator,Title,Type\n2027-05-03,Maren,A,Story\n2027-05-04,Maren,B,Story\n2027-05-05,Maren,D,Story\n9th,Maren,C,Story\n";
    let slip = of(one, &Mapping::default());
    assert!(
        slip.questions.is_empty() && slip.problems[0].message.contains("does not say in which month"),
        "{:?}",
        slip.questions
    );
}

#[test]
fn the_month_of_days_is_answered_in_a_map_and_in_the_window() {
    let folder = Scratch::new("import-days-in");
    let (table, plan) = (folder.put("plan.csv", ROWS.as_bytes()), folder.join("plan.moments"));
    let said = run(args!["import", &table, "-o", &plan]);
    assert!(said.code == 2 && said.err.contains("Put days_in: \""), "{}", said.err);
    let map = folder.put("map.ron", b"(days_in: \"2027-05\")");
    let done = run(args!["import", &table, "-o", &plan, "--map", &map]);
    assert_eq!(done.code, 0, "{}{}", done.out, done.err);
    assert!(run(args!["import", "--help"]).out.contains("days_in"));
    let wrong = folder.put("wrong.ron", b"(days_in: \"May\")");
    assert_eq!(run(args!["import", &table, "--dry-run", "--map", &wrong]).code, 2);

    let mut window = window_on(empty());
    import(&mut window, &table);
    assert!(has(&window, "Which month are these days in?") && has(&window, "1 question to answer first"));
    let month = "Which month are these days in? A2: “3” is only a number. Month";
    window.get_by_role_and_label(Role::ComboBox, month).click();
    settled(&mut window);
    window.get_by_role_and_label(Role::MenuItem, "May").click();
    settled(&mut window);
    assert!(has(&window, "1 question to answer first"), "the year is part of the answer");
    choose(&mut window, "2027");
    click(&mut window, "Import");
    let campaign = window.state().document().campaign();
    let days: Vec<_> = campaign.lanes[0].moments.iter().map(|moment| moment.when).collect();
    assert_eq!(days.len(), 2);
    assert!(days.iter().all(|when| matches!(when, When::On(day) if day.to_string().starts_with("2027-05"))), "{days:?}");
}

#[test]
fn days_that_run_backwards_are_asked_for_the_next_month() {
    let table =
        "September 2027,,,\nDay,Creator,Title,Type\n29,Maren,A,Story\n30,Maren,B,Story\n1,Maren,C,Story\n2,Maren,D,Story\n";
    let asked = of(table, &Mapping::default());
    let [question @ Question::NextMonth { address, text, .. }] = asked.questions.as_slice() else {
        panic!("{:?}", asked.questions)
    };
    assert_eq!((address.as_str(), text.as_str()), ("A5", "1"));
    assert!(question.sentence().contains("“1” comes after 30 Sep; it may be in Oct 2027."), "{}", question.sentence());
    let with = |next| days(&of(table, &Mapping { next_month: Some(next), ..Mapping::default() }));
    assert_eq!(with(true), ["2027-09-29", "2027-09-30", "2027-10-01", "2027-10-02"]);
    assert_eq!(with(false), ["2027-09-29", "2027-09-30", "2027-09-01", "2027-09-02"]);
    let december = table.replace("September", "December");
    let over = of(&december, &Mapping { next_month: Some(true), ..Mapping::default() });
    assert_eq!(days(&over)[2..], ["2028-01-01", "2028-01-02"]);
    let unsaid = december.replace(" 2027", "");
    let over = of(&unsaid, &Mapping { next_month: Some(true), year: Some(2027), ..Mapping::default() });
    assert_eq!(days(&over)[1..3], ["2027-12-30", "2028-01-01"], "the year that was answered is December's");
    // The days of each creator begin again.
    let blocks = "May 2027,,,\nDay,Creator,Title,Type\n3,Maren,A,Story\n31,Maren,B,Story\n2,Tobi,C,Story\n20,Tobi,D,Story\n";
    assert!(of(blocks, &Mapping::default()).questions.is_empty());
}

#[test]
fn months_of_headings_are_told_and_two_days_of_one_cell_are_listed() {
    let table = "Day,Creator,Title,Type\nMay 2027,,,\n3,Maren,A,Story\n10 & 11,Maren,B,Story\n12-14,Maren,E,Story\nJune 2027,,,\n4,Maren,C,Story\n";
    let proposal = of(table, &Mapping::default());
    assert_eq!(days(&proposal), ["2027-05-03", "2027-05-10", "2027-05-12", "2027-06-04"]);
    let told = lines(&proposal);
    assert!(told.contains("in the month of the heading above them: May 2027 (row 2) and Jun 2027 (row 6)."), "{told}");
    assert_eq!(proposal.counts.places.said(Tally::TwoDays), "A4");
    assert!(told.contains("1 cell with two days"), "{told}");
    // Two days apart are no days from one to the other.
    let apart = of(&table.replace("10 & 11", "10 & 14"), &Mapping::default());
    assert_eq!(apart.problems[0].address, "A4");
}

#[test]
fn a_word_for_everybody_is_no_new_creator() {
    for word in ["All", "Everyone", "All creators"] {
        let table = format!("Date,Creator,Title,Type\n2027-05-03,{word},A,Story\n");
        let asked = of(&table, &Mapping::default());
        let [question @ Question::Everybody { address, text, names }] = asked.questions.as_slice() else {
            panic!("{word}: {:?}", asked.questions)
        };
        assert!(address == "B2" && text == word && names.is_empty());
        assert!(asked.counts.new_creators.is_empty() && question.how().contains("lane"));
        let answered = |at: usize| {
            let mut mapping = Mapping::default();
            question.answer(&mut mapping, at);
            assert_eq!(question.answered(&mapping), Some(at));
            assert_eq!(Mapping::of_text(&mapping.to_text()), Ok(mapping.clone()));
            after(&empty(), &of(&table, &mapping))
        };
        let lane = answered(0);
        assert_eq!((lane.creators.len(), lane.lanes.len(), lane.lane_name(&lane.lanes[0])), (0, 1, word));
        let nobody = answered(1);
        assert_eq!((nobody.creators.len(), nobody.lanes.len(), nobody.ideas.len()), (0, 0, 1));
    }
    let some = "Date,Creator,Title,Type\n2027-05-03,Maren,A,Story\n2027-05-04,Tobi,B,Story\n2027-05-05,All,C,Story\n";
    let asked = of(some, &Mapping::default());
    let [question @ Question::Everybody { .. }] = asked.questions.as_slice() else { panic!("{:?}", asked.questions) };
    assert!(question.sentence().contains("it could be Maren and Tobi"), "{}", question.sentence());
    let mut mapping = Mapping::default();
    question.answer(&mut mapping, 0);
    assert_eq!(after(&empty(), &of(some, &mapping)).moment_count(), 4);
}
