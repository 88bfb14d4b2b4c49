//! Calendars that agencies send: sums and remarks below grids, cells merged over weeks, several posts in a row, rows that were
//! moved, tables of plans that were shared.

use momentboard::import::{Mapping, Moved, Proposal, Question, Tally, read};
use momentboard::model::{Campaign, Kind, Moment, Platform, When};
use momentboard::share::{Choice, Format as Out, Reader, reduced};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::exports::{demo_plan, exported};
use crate::import_tables::{after, empty, proposed};
use crate::scratch::{self, Scratch};
use crate::terminal_run::{args, run};

fn of(table: &str, mapping: &Mapping) -> Proposal {
    proposed(&read(table.as_bytes()).unwrap(), mapping, &empty(), false)
}

fn story() -> Mapping {
    Mapping { kind: Some(Kind::Story), year: Some(2027), ..Mapping::default() }
}

/// Every moment of a plan as its lane, its days and its title.
fn told(plan: &Campaign) -> Vec<String> {
    let days = |moment: &Moment| match moment.when {
        When::On(day) => format!("{day} +{}", moment.window.as_ref().map_or(0, |window| window.after)),
        other => format!("{other:?}"),
    };
    let lanes = plan.lanes.iter().flat_map(|lane| lane.moments.iter().map(|moment| (plan.lane_name(lane), moment)));
    lanes.map(|(lane, moment)| format!("{lane} {} {}", days(moment), moment.title)).collect()
}

fn says(proposal: &Proposal, text: &str) -> bool {
    proposal.counts.lines().iter().any(|line| line.contains(text))
}

/// A workbook of texts; a text of the form 2027-05-01 is a day.
fn workbook(rows: &[&[&str]], merged: Option<(u32, u16, u16)>) -> Vec<u8> {
    let mut book = Workbook::new();
    let days = Format::new().set_num_format("yyyy-mm-dd");
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*cells).filter(|(_, text)| !text.is_empty()) {
            if text.starts_with("2027-") {
                let day = ExcelDateTime::parse_from_str(text).unwrap();
                sheet.write_datetime_with_format(row, column, &day, &days).unwrap();
            } else if let Ok(number) = text.parse::<f64>() {
                sheet.write_number(row, column, number).unwrap();
            } else {
                sheet.write_string(row, column, *text).unwrap();
            }
        }
    }
    if let Some((row, from, to)) = merged {
        let text = rows[row as usize][from as usize];
        sheet.merge_range(row, from, row, to, text, &Format::new()).unwrap();
    }
    book.save_to_buffer().unwrap()
}

fn of_workbook(rows: &[&[&str]], merged: Option<(u32, u16, u16)>) -> Proposal {
    proposed(&read(&workbook(rows, merged)).unwrap(), &story(), &empty(), false)
}

#[test]
fn a_table_of_a_shared_plan_empties_nothing_of_the_one_it_came_from() {
    let plan = demo_plan();
    for reader in [Reader::Client, Reader::Creator(plan.lanes[0].id)] {
        let shared = reduced(&plan, reader);
        for format in [Out::Csv, Out::Xlsx] {
            let table = exported(&shared, &Choice::new(Reader::Internal, format)).bytes;
            let book = read(&table).unwrap();
            let at = momentboard::import::moments_sheet(&book).unwrap();
            let header: Vec<String> = book.sheets[at].rows[0].cells.iter().map(|cell| cell.value.shown()).collect();
            for withheld in ["Status", "Owner", "Fee", "Currency", "Notes"] {
                assert!(!header.iter().any(|name| name == withheld), "{withheld}: {header:?}");
            }
            let proposal = proposed(&book, &Mapping::default(), &plan, false);
            let fees = proposal.preview.lines.iter().flat_map(|line| &line.changes).filter(|change| change.now.is_empty());
            assert_eq!((fees.count(), proposal.questions.len()), (0, 0), "{reader:?} {format:?}");
        }
    }
    // What somebody filled in since then is a column again.
    let mut shared = reduced(&plan, Reader::Client);
    let lane = std::sync::Arc::make_mut(&mut shared.lanes[0]);
    std::sync::Arc::make_mut(&mut lane.moments[0]).owner = Some("Lena".into());
    let table = exported(&shared, &Choice::new(Reader::Internal, Out::Csv)).bytes;
    let text = String::from_utf8(table).unwrap();
    let header = text.lines().next().unwrap();
    assert!(header.contains("\"Owner\"") && !header.contains("\"Fee\""), "{header}");
}

#[test]
fn emptying_fields_of_many_moments_is_asked_and_changes_are_named() {
    let folder = Scratch::new("import-emptied");
    let (plan, table, map) = (folder.join("plan.moments"), folder.join("t.csv"), folder.join("map.ron"));
    momentboard::store::save_plan(&plan, &demo_plan(), momentboard::store::Base::New).unwrap();
    let bytes = exported(&demo_plan(), &Choice::new(Reader::Internal, Out::Csv)).bytes;
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let at = |name: &str| rows[0].iter().position(|heading| heading == name).unwrap();
    let (fee, currency) = (at("Fee"), at("Currency"));
    let mut writer = csv::Writer::from_writer(Vec::new());
    for (number, row) in rows.iter().enumerate() {
        let emptied = |column: usize| number > 0 && (column == fee || column == currency);
        writer.write_record(row.iter().enumerate().map(|(column, text)| if emptied(column) { "" } else { text })).unwrap();
    }
    scratch::write(&table, &writer.into_inner().unwrap());
    let said = run(args!["import", &table, "--into", &plan]);
    assert_eq!(said.code, 2, "{}", said.out);
    assert!(said.err.contains("are empty in the table: Fee (") && said.err.contains("empty: false"), "{}", said.err);
    scratch::write(&map, b"(empty: false)");
    let left = run(args!["import", &table, "--into", &plan, "--map", &map]);
    assert!(left.code == 0 && left.out.contains("Nothing of the table is new"), "{}{}", left.out, left.err);
    scratch::write(&map, b"(empty: true)");
    let done = run(args!["import", &table, "--into", &plan, "--map", &map]);
    assert!(done.code == 0 && done.out.contains("→ nothing"), "{}{}", done.out, done.err);
    let plan = momentboard::store::open_plan(&plan).unwrap().campaign;
    assert!(plan.lanes.iter().flat_map(|lane| &lane.moments).all(|moment| moment.cost.is_none()));
}

#[test]
fn sums_and_remarks_below_a_grid_are_passed_over_and_told() {
    let months = ["Maren 2027-05-01 +30 Teaser", "Maren 2027-06-01 +29 Launch reel", "Tobi 2027-06-01 +29 Sketch"];
    for sum in ["TOTAL", "Sum", "Summe", "Total posts"] {
        let rows: &[&[&str]] = &[
            &["Creator", "May 2027", "June 2027"],
            &["Maren", "Teaser", "Launch reel"],
            &["Tobi", "", "Sketch"],
            &[sum, "1", "2"],
            &["Notes", "", "budget to be agreed"],
        ];
        let proposal = of_workbook(rows, None);
        assert_eq!(told(&after(&empty(), &proposal)), months, "{sum}");
        assert_eq!(proposal.counts.places.said(Tally::Totals), "row 4");
        assert!(says(&proposal, "1 row passed over: sums (row 4)") && says(&proposal, "1 row passed over: remarks (row 5)"));
    }
    let table = "Creator,w/c 3 May 2027,w/c 10 May 2027\nMaren,Teaser,Ask\nTobi,Sketch,\nTOTAL,2,1\n";
    assert_eq!(told(&after(&empty(), &of(table, &story()))).len(), 3);
    // Two real days are a header, too.
    let rows: &[&[&str]] =
        &[&["Creator", "2027-05-01", "2027-06-01"], &["Maren", "Teaser", "Launch reel"], &["Tobi", "Hello", "Sketch"]];
    assert_eq!(told(&after(&empty(), &of_workbook(rows, None))).len(), 4);
}

#[test]
fn a_cell_merged_over_two_weeks_is_one_moment() {
    let rows: &[&[&str]] = &[
        &["Creator", "w/c 3 May 2027", "w/c 10 May 2027", "w/c 17 May 2027"],
        &["Maren", "Teaser series", "", "Ask"],
        &["Tobi", "", "Sketch", ""],
    ];
    let proposal = of_workbook(rows, Some((1, 1, 2)));
    let expected = ["Maren 2027-05-03 +13 Teaser series", "Maren 2027-05-17 +6 Ask", "Tobi 2027-05-10 +6 Sketch"];
    assert_eq!(told(&after(&empty(), &proposal)), expected);
    let line = proposal.preview.lines.iter().find(|line| line.title == "Teaser series").unwrap();
    assert_eq!(line.when, "3 May – 16 May 2027");
}

#[test]
fn several_posts_in_a_row_are_several_moments() {
    let expected =
        ["Maren 2027-05-03 +0 Teaser", "Maren 2027-05-20 +0 Launch", "Tobi 2027-05-04 +0 Sketch", "Tobi 2027-05-21 +0 Buy"];
    for head in ["Date 1,Post 1,Date 2,Post 2", "Date,Post,Date,Post", "Post 1 date,Post 1 content,Post 2 date,Post 2 content"] {
        let table = format!("Creator,{head}\nMaren,2027-05-03,Teaser,2027-05-20,Launch\nTobi,2027-05-04,Sketch,2027-05-21,Buy\n");
        let proposal = of(&table, &story());
        assert_eq!(told(&after(&empty(), &proposal)), expected, "{head}");
        assert!(proposal.guess.sentence().contains("several moments"), "{head}");
    }
    let table = ",Maren,,Tobi,\n,Date,Post,Date,Post\nTeaser phase,2027-05-03,Teaser,2027-05-04,Sketch\nLaunch,2027-05-20,Launch,2027-05-21,Buy\n";
    let mapping = Mapping { grid: Some(true), ..story() };
    assert_eq!(told(&after(&empty(), &of(table, &mapping))), expected);
}

#[test]
fn a_map_of_another_month_is_used_and_what_it_does_not_fit_is_named() {
    let folder = Scratch::new("import-next-month");
    let (table, map) = (folder.join("june.csv"), folder.join("map.ron"));
    scratch::write(&table, b"Date,Creator,Title\n2027-06-03,Maren,Launch\n");
    scratch::write(&map, b"(kind: story, columns: {\"Approved on\": leave_out}, people: {\"Kwame & Tobi\": each})");
    let said = run(args!["import", &table, "--dry-run", "--map", &map]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.err.contains("passed over") && said.err.contains("“Kwame & Tobi” is nobody"), "{}", said.err);
    assert!(said.err.contains("no column “Approved on”"), "{}", said.err);
}

#[test]
fn people_in_lines_of_a_cell_are_several_and_no_name_or_handle_goes_unsaid() {
    let asked = of("Date,Creator,Title,Kind\n2027-05-03,\"Anna\nBea\",A,story\n", &Mapping::default());
    let names = vec!["Anna".to_owned(), "Bea".to_owned()];
    assert!(
        matches!(asked.questions.as_slice(), [Question::People { names: found, .. }] if *found == names),
        "{:?}",
        asked.questions
    );
    let one = of("Date,Creator,Title,Kind\n2027-05-03,\"Maren\n@marenruns\",A,story\n", &Mapping::default());
    assert_eq!(after(&empty(), &one).creators[0].handle.as_deref(), Some("@marenruns"));
    let table = "Date,Creator,Handle,Title,Kind\n2027-05-05,Maren,@marenruns,A,story\n2027-05-06,Maren,@other,B,story\n2027-05-08,Maren Solheim,@marenruns,D,story\n";
    let proposal = of(table, &Mapping::default());
    assert!(says(&proposal, "@other for Maren, who is @marenruns (C3)"), "{:?}", proposal.counts.lines());
    assert!(says(&proposal, "Maren Solheim as Maren (B4)"), "{:?}", proposal.counts.lines());
}

#[test]
fn of_several_channels_the_first_is_taken_and_that_is_told() {
    let table = "Date,Creator,Title,Kind,Platform\n2027-05-05,Maren,A,story,IG + TikTok\n2027-05-06,Maren,B,story,YouTube\n";
    let proposal = of(table, &Mapping::default());
    assert!(says(&proposal, "1 cell with several channels") && says(&proposal, "(E2)"), "{:?}", proposal.counts.lines());
    let table = "Creator,Platform,w/c 3 May 2027,w/c 10 May 2027\nMaren,IG,Teaser,Ask\nTobi,TikTok,,Sketch\n";
    let plan = after(&empty(), &of(table, &story()));
    let platforms: Vec<Option<Platform>> = plan.lanes.iter().flat_map(|lane| &lane.moments).map(|of| of.platform).collect();
    assert_eq!(platforms, [Some(Platform::Instagram), Some(Platform::Instagram), Some(Platform::TikTok)]);
}

#[test]
fn hidden_rows_and_columns_are_named() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let rows = [
        ["Date", "Creator", "Title", "Kind", "Secret"],
        ["2027-05-03", "Maren", "A", "story", "x"],
        ["2027-05-04", "Tobi", "B", "story", "y"],
    ];
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(cells) {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    sheet.set_row_hidden(2).unwrap();
    sheet.set_row_hidden(9).unwrap();
    sheet.set_column_hidden(4).unwrap();
    let notes = read(&book.save_to_buffer().unwrap()).unwrap().notes;
    assert!(notes.iter().any(|note| note.contains("hidden") && note.contains("row 3 and column E.")), "{notes:?}");
}

#[test]
fn a_row_of_a_moment_on_another_day_is_asked_about() {
    let table = "Date,Creator,Title,Kind\n2027-05-03,Maren,Teaser,story\n2027-05-10,Maren,Launch,story\n";
    let plan = after(&empty(), &of(table, &Mapping::default()));
    let moved =
        "Date,Creator,Title,Kind\n2027-05-06,Maren,Teaser,story\n2027-05-10,Maren,Launch,story\n2027-05-17,Maren,Launch,story\n";
    let book = read(moved.as_bytes()).unwrap();
    let asked = proposed(&book, &Mapping::default(), &plan, false);
    assert!(
        matches!(asked.questions.as_slice(), [Question::Moved { rows: 1, title, .. }] if title == "Teaser"),
        "a title that is in the table on its own day is another moment: {:?}",
        asked.questions
    );
    let with = |moved| proposed(&book, &Mapping { moved: Some(moved), ..Mapping::default() }, &plan, false);
    let days = |plan: &Campaign| {
        let mut all: Vec<String> =
            plan.lanes[0].moments.iter().filter_map(|moment| plan.day_of(moment.when)).map(|day| day.to_string()).collect();
        all.sort();
        all
    };
    assert_eq!(days(&after(&plan, &with(Moved::Move))), ["2027-05-06", "2027-05-10", "2027-05-17"]);
    assert_eq!(after(&plan, &with(Moved::Add)).moment_count(), 4);
}

#[test]
fn what_a_table_leaves_open_is_said_where_it_stands() {
    // Weeks of a month begin on no day that anybody could know.
    let table = ",May,,June,\nInfluencer,Wk 1,Wk 2,Wk 1,Wk 2\nMaren,Teaser,,Launch,\n";
    let proposal = of(table, &story());
    let messages: Vec<&str> = proposal.problems.iter().map(|problem| problem.message.as_str()).collect();
    assert!(matches!(messages.as_slice(), [only] if only.contains("B2: “Wk 1” below “May”")), "{messages:?}");
    assert!(!proposal.is_ready());
    // One weekday says for all days which number is the month, and that is told.
    let table = "Date,Creator,Title,Kind\nTue 5/4/27,Maren,A,story\n5/11/27,Maren,B,story\n";
    let proposal = of(table, &Mapping::default());
    assert!(
        says(&proposal, "Days such as “5/11/27” (A3) are read month first, as “Tue 5/4/27” (A2) says."),
        "{:?}",
        proposal.counts.lines()
    );
    // A column of weekdays, of which one cell names several, is held against the days.
    let table = "Date,Day,Creator,Title,Kind\n3-5 May 2027,Mon–Wed,Tobi,A,story\n6 May 2027,Thu,Tobi,B,story\n7 May 2027,Sat,Tobi,C,story\n";
    let proposal = of(table, &Mapping::default());
    assert!(matches!(proposal.problems.as_slice(), [only] if only.address == "B4"), "{:?}", proposal.problems);
}
