//! Sheets that are a month each, with the days as bare numbers; rows whose cell for the creator is empty.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use momentboard::import::{Blank, Book, Field, Mapping, MonthFrom, Proposal, Question, Tally, read};
use momentboard::model::{Campaign, Kind, When};
use rust_xlsxwriter::{Format, Workbook};

use crate::app_window::*;
use crate::import_run::{choose, import, settled, titles};
use crate::import_tables::{after, empty, proposed};
use crate::scratch::{self, Scratch};
use crate::terminal_run::{args, run};

const ROWS: &[&[&str]] = &[
    &["Day", "Creator", "What", "Type"],
    &["3", "Maren", "A", "Origin"],
    &["12", "Tobi", "B", "Story"],
    &["31", "Maren", "C", "Story"],
];

/// A workbook with a sheet of these rows for each name. Numbers are numbers.
fn workbook(names: &[&str], rows: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    for name in names {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(*cells).filter(|(_, text)| !text.is_empty()) {
                match text.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number).unwrap(),
                    Err(_) => sheet.write_string(row, column, *text).unwrap(),
                };
            }
        }
    }
    book.save_to_buffer().unwrap()
}

fn named(name: &str, rows: &[&[&str]]) -> Book {
    read(&workbook(&[name], rows)).unwrap()
}

fn of(book: &Book, mapping: &Mapping) -> Proposal {
    proposed(book, mapping, &empty(), false)
}

fn told(proposal: &Proposal) -> Vec<String> {
    let plan: Campaign = after(&empty(), proposal);
    let day_of = |when| match when {
        When::On(day) => day.to_string(),
        other => format!("{other:?}"),
    };
    let lanes = plan.lanes.iter().flat_map(|lane| lane.moments.iter().map(|moment| (plan.lane_name(lane).to_owned(), moment)));
    let ideas = plan.ideas.iter().map(|moment| ("idea".to_owned(), moment));
    lanes.chain(ideas).map(|(lane, moment)| format!("{lane} {} {}", day_of(moment.when), moment.title)).collect()
}

fn says(proposal: &Proposal, text: &str) -> bool {
    proposal.counts.lines().iter().any(|line| line.contains(text))
}

#[test]
fn days_by_their_number_are_in_the_month_of_the_sheet() {
    for name in ["May 2027", "2027-05", "Mai 2027", "05.2027", "Content – May '27"] {
        let proposal = of(&named(name, ROWS), &Mapping::default());
        assert_eq!(proposal.guess.column(Field::Date).map(|column| (column.header.as_str(), column.sure)), Some(("Day", true)));
        assert_eq!(told(&proposal), ["Maren 2027-05-03 A", "Maren 2027-05-31 C", "Tobi 2027-05-12 B"], "{name}");
        assert!(says(&proposal, "taken to be in May 2027: the sheet is called"), "{name}: {:?}", proposal.counts.lines());
    }
    // As texts, with a dot, an ending or the weekday, which has to be the one of that day.
    let texts: &[&[&str]] =
        &[ROWS[0], &["3.", "Maren", "A", "Origin"], &["12th", "Tobi", "B", "Story"], &["Mon 31", "Maren", "C", "Story"]];
    let proposal = of(&named("May 2027", texts), &Mapping::default());
    assert_eq!(told(&proposal), ["Maren 2027-05-03 A", "Maren 2027-05-31 C", "Tobi 2027-05-12 B"]);
    let april = of(&named("April 2027", ROWS), &Mapping::default());
    assert_eq!(april.problems.iter().map(|problem| problem.address.as_str()).collect::<Vec<_>>(), ["A4"], "30 days hath April");
    // Days that count from day 0 are no days of a month, and dates in another column need none.
    let counted: &[&[&str]] =
        &[ROWS[0], &["-7", "Maren", "A", "Origin"], &["0", "Maren", "B", "Story"], &["14", "Maren", "C", "Story"]];
    assert!(of(&named("May 2027", counted), &Mapping::default()).guess.column(Field::Date).is_none());
    let dated: &[&[&str]] = &[&["Day", "Date", "Creator", "What", "Type"], &["3", "2027-06-03", "Maren", "A", "Origin"]];
    let other = of(&named("May 2027", dated), &Mapping::default());
    assert_eq!(other.guess.column(Field::Date).map(|column| column.header.as_str()), Some("Date"));
}

#[test]
fn a_month_without_its_year_is_asked_for_it() {
    let asked = of(&named("May", ROWS), &Mapping::default());
    let [question @ Question::Year { text, .. }] = asked.questions.as_slice() else { panic!("{:?}", asked.questions) };
    assert_eq!(text, "3 May", "{}", question.sentence());
    assert!(says(&asked, "taken to be in May: the sheet is called “May”"), "{:?}", asked.counts.lines());
    let answered = of(&named("May", ROWS), &Mapping { year: Some(2028), ..Mapping::default() });
    assert_eq!(told(&answered)[0], "Maren 2028-05-03 A");
    assert!(says(&answered, "in May 2028"));
    // The year may stand once above the table. A day of writing is no year of it.
    let titled: Vec<&[&str]> = [&["Spring campaign 2027"] as &[&str]].into_iter().chain(ROWS.iter().copied()).collect();
    let proposal = of(&named("May", &titled), &Mapping::default());
    assert_eq!(told(&proposal)[0], "Maren 2027-05-03 A");
    assert!(says(&proposal, "The year is the one of “Spring campaign 2027”."), "{:?}", proposal.counts.lines());
    let written: Vec<&[&str]> = [&["Updated 14.11.2026"] as &[&str]].into_iter().chain(ROWS.iter().copied()).collect();
    assert!(matches!(of(&named("May", &written), &Mapping::default()).questions.as_slice(), [Question::Year { .. }]));
}

#[test]
fn the_title_above_the_table_says_the_month_and_another_name_is_asked_about() {
    let titled: Vec<&[&str]> =
        [&["Content calendar – June 2027 (v2)"] as &[&str], &[]].into_iter().chain(ROWS[..3].iter().copied()).collect();
    let proposal = of(&named("Calendar", &titled), &Mapping::default());
    assert_eq!(told(&proposal), ["Maren 2027-06-03 A", "Tobi 2027-06-12 B"]);
    assert!(says(&proposal, "“Content calendar – June 2027 (v2)” stands above the table"), "{:?}", proposal.counts.lines());
    // The sheet of May was copied, and its title was not.
    for title in ["Content calendar – June 2027 (v2)", "June 2027"] {
        let above = [title];
        let copied: Vec<&[&str]> = [&above as &[&str]].into_iter().chain(ROWS[..3].iter().copied()).collect();
        let book = named("July 2027", &copied);
        let asked = of(&book, &Mapping::default());
        let [question @ Question::Month { .. }] = asked.questions.as_slice() else { panic!("{:?}", asked.questions) };
        assert!(question.sentence().contains("“July 2027”") && question.how().contains("month_from"));
        for (from, day) in [(MonthFrom::Title, "2027-06-03"), (MonthFrom::Name, "2027-07-03")] {
            let mapping = Mapping { month_from: Some(from), ..Mapping::default() };
            assert_eq!(told(&of(&book, &mapping))[0], format!("Maren {day} A"));
        }
    }
    // Without any month it is asked.
    let asked = of(&named("Plan", ROWS), &Mapping::default());
    assert!(matches!(asked.questions.as_slice(), [Question::DaysIn { .. }]), "{:?}", asked.questions);
}

#[test]
fn several_months_are_brought_in_one_after_the_other_and_say_which_is_meant() {
    let folder = Scratch::new("import-months");
    let table = folder.put("year.xlsx", workbook(&["May 2027", "June 2027"], &ROWS[..3]));
    let plan = folder.join("plan.moments");
    let dry = run(args!["import", &table, "--sheet", "June 2027", "--dry-run"]);
    assert_eq!(dry.code, 0, "{}{}", dry.out, dry.err);
    assert!(dry.out.contains("Day → Date") && dry.out.contains("taken to be in Jun 2027"), "{}", dry.out);
    assert_eq!(run(args!["import", &table, "--sheet", "May 2027", "-o", &plan]).code, 0);
    assert_eq!(run(args!["import", &table, "--sheet", "June 2027", "--into", &plan]).code, 2, "moved, or others?");
    let map = folder.put("map.ron", b"(moved: add)");
    let added = run(args!["import", &table, "--sheet", "June 2027", "--into", &plan, "--map", &map]);
    assert_eq!(added.code, 0, "{}{}", added.out, added.err);
    let mut window = window_on(empty());
    import(&mut window, &table);
    assert!(has(&window, "taken to be in May 2027: the sheet is called “May 2027”."));
    click(&mut window, "Import");
    assert_eq!(window.state().document().campaign().moment_count(), 2);
}

#[test]
fn numbers_across_are_in_the_month_of_the_sheet() {
    let grid: &[&[&str]] = &[&["Creator", "1", "2", "3", "4", "5"], &["Maren", "", "Teaser", "", "", "Live"]];
    let mapping = Mapping { kind: Some(Kind::Story), ..Mapping::default() };
    assert_eq!(told(&of(&named("2027-05", grid), &mapping)), ["Maren 2027-05-02 Teaser", "Maren 2027-05-05 Live"]);
}

const BLANKS: &str =
    "Creator,Date,Content,Type\nMaren,2027-05-03,Why I run,Origin\n,2027-05-06,Training,Story\n,2027-05-07,Race,Story\n";

#[test]
fn whose_a_row_without_a_creator_is_is_asked() {
    let book = read(BLANKS.as_bytes()).unwrap();
    let asked = of(&book, &Mapping::default());
    let [question @ Question::NoCreator { address, above, rows }] = asked.questions.as_slice() else {
        panic!("{:?}", asked.questions)
    };
    assert_eq!((address.as_str(), above.as_str(), *rows), ("A3", "Maren", 2));
    assert!(question.sentence().contains("A3 is empty below “Maren”. (2 rows)") && question.how().contains("no_creator: above"));
    assert!(asked.edits.is_empty() && asked.counts.waiting == 2);
    let with = |whose| of(&book, &Mapping { no_creator: Some(whose), ..Mapping::default() });
    let above = with(Blank::Above);
    assert_eq!(told(&above), ["Maren 2027-05-03 Why I run", "Maren 2027-05-06 Training", "Maren 2027-05-07 Race"]);
    assert_eq!(above.counts.places.said(Tally::Carried), "rows 3–4");
    assert_eq!(told(&with(Blank::Nobody))[1..], ["idea 2027-05-06 Training", "idea 2027-05-07 Race"]);
    let kept = Mapping { no_creator: Some(Blank::Nobody), ..Mapping::default() }.lasting();
    assert_eq!(kept.no_creator, Some(Blank::Nobody), "how an agency fills in its tables lasts");
    assert!(kept.sentences().concat().contains("Rows without a creator: ideas"));
}

#[test]
fn a_merged_cell_or_a_name_alone_proves_whose_rows_are() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(BLANKS.lines()) {
        for (column, text) in (0..).zip(cells.split(',')).filter(|(_, text)| !text.is_empty()) {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    let apart = of(&read(&book.save_to_buffer().unwrap()).unwrap(), &Mapping::default());
    assert!(matches!(apart.questions.as_slice(), [Question::NoCreator { .. }]), "{:?}", apart.questions);
    book.worksheet_from_index(0).unwrap().merge_range(1, 0, 3, 0, "Maren", &Format::new()).unwrap();
    let merged = of(&read(&book.save_to_buffer().unwrap()).unwrap(), &Mapping::default());
    assert_eq!(told(&merged), ["Maren 2027-05-03 Why I run", "Maren 2027-05-06 Training", "Maren 2027-05-07 Race"]);
    let block = BLANKS.replace("Maren,2027-05-03,Why I run,Origin", "Maren,,,\n,2027-05-03,Why I run,Origin");
    assert_eq!(told(&of(&read(block.as_bytes()).unwrap(), &Mapping::default())).len(), 3);
}

#[test]
fn whose_they_are_is_answered_in_the_window_and_in_a_map() {
    let folder = Scratch::new("import-blanks");
    let (table, plan) = (folder.put("t.csv", BLANKS.as_bytes()), folder.join("plan.moments"));
    let said = run(args!["import", &table, "-o", &plan]);
    assert!(said.code == 2 && said.err.contains("Put no_creator: above into the map"), "{}", said.err);
    let map = folder.put("map.ron", b"(no_creator: nobody)");
    assert_eq!(run(args!["import", &table, "-o", &plan, "--map", &map]).code, 0);
    let mut window = window_on(empty());
    scratch::write(&folder.join("t.csv"), BLANKS.as_bytes());
    import(&mut window, &table);
    assert!(has(&window, "Whose are rows that name no creator?") && has(&window, "1 question to answer first"));
    choose(&mut window, "The creator’s above");
    click(&mut window, "Import");
    assert_eq!(window.state().document().campaign().lanes[0].moments.len(), 3);
}

const SEVERAL: &str =
    "Creator,Date 1,Post 1,Date 2,Post 2,Mood\nMaren,2027-05-03,Teaser,2027-05-20,Launch,calm\nTobi,2027-05-04,Sketch,,,loud\n";

#[test]
fn each_column_of_rows_with_several_moments_says_what_becomes_of_it() {
    let folder = Scratch::new("import-several");
    let table = folder.put("t.csv", SEVERAL.as_bytes());
    let map = folder.put("map.ron", b"(kind: story)");
    let said = run(args!["import", &table, "--dry-run", "--map", &map]);
    for part in
        ["Post 2 → Title of moment 2", "Creator → Creator of all moments of the row", "Mood → Notes of all moments of the row"]
    {
        assert!(said.code == 0 && said.out.contains(part), "{part}: {}{}", said.out, said.err);
    }
    let kept = folder.join("kept.ron");
    assert_eq!(run(args!["import", &table, "--dry-run", "--map", &map, "--write-map", &kept]).code, 0);
    assert_eq!(run(args!["import", &table, "--dry-run", "--map", &kept]).err, "", "the map that was written fits the table");
    let mut window = window_on(empty());
    import(&mut window, &table);
    let painted = crate::shown_names::painted(&window);
    let seen = |words: &str| painted.iter().any(|text| text == words);
    for words in ["C · Post 1", "Title of moment 1", "D · Date 2", "Date of moment 2", "Row 1, with several moments in each row"]
    {
        assert!(seen(words), "{words}: {painted:?}");
    }
    assert!(!painted.iter().any(|text| text.contains("None: the table is a grid")));
    window.get_by_role_and_label(Role::ComboBox, "What the column “Post 2” is").click();
    settled(&mut window);
    window.get_by_role_and_label(Role::MenuItem, "Leave out").click();
    settled(&mut window);
    window.get_by_role_and_label(Role::ComboBox, "Which kind are moments whose row names none? (2 moments)").click();
    settled(&mut window);
    window.get_by_role_and_label(Role::MenuItem, "Story").click();
    settled(&mut window);
    click(&mut window, "Import");
    assert_eq!(titles(window.state()), ["Teaser", "Sketch"], "what is left out makes no moment");
}

#[test]
fn times_with_a_zone_or_a_word_are_times_and_weeks_begin_on_mondays() {
    let table = "Date,Time,Creator,Title,Kind\n2027-05-03,18:00 CET,Maren,A,Story\n2027-05-04,noon,Maren,B,Story\n2027-05-05,18 Uhr,Maren,C,Story\n2027-05-06,,Maren,D,Story\n";
    let plan = after(&empty(), &of(&read(table.as_bytes()).unwrap(), &Mapping::default()));
    let moments = &plan.lanes[0].moments;
    let times: Vec<String> = moments.iter().filter_map(|moment| moment.time).map(|time| time.to_string()).collect();
    assert_eq!(times, ["18:00", "12:00", "18:00"]);
    assert_eq!(moments[0].notes.as_deref(), Some("Time: 18:00 CET"));
    // All of these days are Mondays in 2027.
    let grid = "Creator,w/c 3 May,w/c 10 May,w/c 17 May\nMaren,Teaser,,Live\n";
    let asked = of(&read(grid.as_bytes()).unwrap(), &Mapping::default());
    assert!(matches!(asked.questions.first(), Some(Question::Year { proposed: 2027, .. })), "{:?}", asked.questions);
    // Beside the number of a week stand its days.
    let weeks = "KW,Mon,Tue,Wed,Thu,Fri\n18 (3–7 May 2027),Teaser,,,Live,\nKW 19 (10.05.2027–14.05.2027),,Recap,,,\n";
    let mapping = Mapping { kind: Some(Kind::Story), ..Mapping::default() };
    let proposal = of(&read(weeks.as_bytes()).unwrap(), &mapping);
    assert_eq!(told(&proposal), ["idea 2027-05-03 Teaser", "idea 2027-05-06 Live", "idea 2027-05-11 Recap"]);
    // Headings between the rows say other months, so no month is told for all.
    let blocks = "JULY 2027,,,\nDay,Creator,Post,Type\n3,Maren,A,Story\nAUGUST,,,\nDay,Creator,Post,Type\n28-30,Tobi,D,Story\n";
    let proposal = of(&read(blocks.as_bytes()).unwrap(), &Mapping::default());
    assert_eq!(told(&proposal), ["Maren 2027-07-03 A", "Tobi 2027-08-28 D"]);
    assert!(!says(&proposal, "taken to be in"), "{:?}", proposal.counts.lines());
}
