//! Calendars with weeks or months across, with a title above, with several columns for each creator, and over New Year.

use momentboard::import::{Field, Grid, Mapping, Proposal, Question, Tally, Weeks, read};
use momentboard::model::{Campaign, Day, Format as Shape, Kind, Moment, Platform, When};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::import_tables::{after, empty, proposed};

fn of(table: &str, mapping: &Mapping) -> Proposal {
    proposed(&read(table.as_bytes()).unwrap(), mapping, &empty(), false)
}

fn in_2027() -> Mapping {
    Mapping { kind: Some(Kind::Story), year: Some(2027), ..Mapping::default() }
}

/// A moment as its day, the days that it may come later, and its title.
fn told(moment: &Moment) -> String {
    let day = match moment.when {
        When::On(day) => day.to_string(),
        other => format!("{other:?}"),
    };
    let later = moment.window.as_ref().map_or(0, |window| window.after);
    format!("{day} +{later} {}", moment.title)
}

/// Every moment of a plan with its lane.
fn all(plan: &Campaign) -> Vec<String> {
    let lanes = plan.lanes.iter().flat_map(|lane| lane.moments.iter().map(move |moment| (lane, moment)));
    lanes.map(|(lane, moment)| format!("{} {}", plan.lane_name(lane), told(moment))).collect()
}

#[test]
fn weeks_across_are_windows_of_a_week() {
    let expected = ["Maren 2027-05-03 +6 Reel: Why I run", "Maren 2027-05-17 +6 The shoe", "Tobi 2027-05-10 +6 Training"];
    for weeks in ["w/c 3 May,w/c 10 May,w/c 17 May", "Week 18,Week 19,Week 20", "3-9 May,10-16 May,17-23 May"] {
        let table = format!("Creator,{weeks}\nMaren,Reel: Why I run,,The shoe\nTobi,,Training,\n");
        let asked = of(&table, &Mapping { year: None, ..in_2027() });
        let first = weeks.split(',').next().unwrap();
        let is_first =
            |question: &Question| matches!(question, Question::Year { address, text, .. } if address == "B1" && text == first);
        assert!(asked.questions.iter().any(is_first), "{weeks}: {:?}", asked.questions);
        let proposal = of(&table, &in_2027());
        assert!(matches!(proposal.guess.grid, Some(Grid::DaysAcross(1))), "{weeks}: {:?}", proposal.guess.grid);
        assert_eq!(all(&after(&empty(), &proposal)), expected, "{weeks}");
    }
    // Two weeks are enough beside a creator, and the year of a heading above is theirs.
    let table = "MAY 2027,,\nCreator,w/c 3 May,w/c 10 May\nMaren,A,B\n";
    let plan = after(&empty(), &of(table, &Mapping { year: None, ..in_2027() }));
    assert_eq!(all(&plan), ["Maren 2027-05-03 +6 A", "Maren 2027-05-10 +6 B"]);
    // A first and a last week of a list are no grid.
    let list = "Creator,Title,Kind,Live,Until\nMaren,A,story,w/c 3 May 2027,w/c 10 May 2027\nTobi,B,story,w/c 3 May 2027,w/c 17 May 2027\n";
    assert_eq!(of(list, &in_2027()).guess.grid, None);
}

#[test]
fn handles_and_notes_beside_weeks_stay_with_their_creator() {
    let table = "Influencer plan 2027,,,,,\nCreator,Handle,Platform,w/c 3 May,w/c 10 May,Notes\nMaren,@maren.runs,TikTok,Teaser,Live,by 20 Apr\nTobi,@tobi,Instagram,,Recap,\n";
    let plan = after(&empty(), &of(table, &in_2027()));
    assert_eq!(all(&plan), ["Maren 2027-05-03 +6 Teaser", "Maren 2027-05-10 +6 Live", "Tobi 2027-05-10 +6 Recap"]);
    let handles: Vec<_> = plan.creators.iter().map(|creator| creator.handle.as_deref()).collect();
    assert_eq!(handles, [Some("@maren.runs"), Some("@tobi")]);
    let notes = |at: usize| plan.lanes[0].moments[at].notes.as_deref();
    assert_eq!((notes(0), notes(1)), (Some("Notes: by 20 Apr"), notes(0)));
    assert_eq!(plan.lanes[0].moments[1].platform, Some(Platform::TikTok));
}

#[test]
fn months_across_are_windows_of_a_month() {
    let table = "Creator,Feb,Mar,April\nMaren,Teaser,Product ask,Recap\nTobi,,Live,\n";
    let asked = of(table, &Mapping { year: None, ..in_2027() });
    assert!(matches!(asked.questions.as_slice(), [Question::Year { .. }]), "{:?}", asked.questions);
    let plan = after(&empty(), &of(table, &in_2027()));
    let expected = [
        "Maren 2027-02-01 +27 Teaser",
        "Maren 2027-03-01 +30 Product ask",
        "Maren 2027-04-01 +29 Recap",
        "Tobi 2027-03-01 +30 Live",
    ];
    assert_eq!(all(&plan), expected);
    // Over New Year the later months are in the year after, once somebody says so.
    let table = "Creator,November,December,January\nMaren,A,B,C\nTobi,D,,E\n";
    let asked = of(table, &in_2027());
    assert!(matches!(asked.questions.as_slice(), [Question::NewYear { next: Some(2028), .. }]), "{:?}", asked.questions);
    let plan = after(&empty(), &of(table, &Mapping { new_year: Some(true), ..in_2027() }));
    assert_eq!(all(&plan)[2..], ["Maren 2028-01-01 +30 C", "Tobi 2027-11-01 +29 D", "Tobi 2028-01-01 +30 E"]);
}

/// A workbook with cells that hold days and show only their month, and others that hold texts.
fn by_month(days: &[(u32, u16, (u16, u8, u8))], texts: &[(u32, u16, &str)]) -> Vec<u8> {
    let mut book = Workbook::new();
    let month = Format::new().set_num_format("mmm-yy");
    let sheet = book.add_worksheet();
    for (row, column, (y, m, d)) in days {
        let day = ExcelDateTime::from_ymd(*y, *m, *d).unwrap();
        sheet.write_datetime_with_format(*row, *column, day, &month).unwrap();
    }
    for (row, column, text) in texts {
        sheet.write_string(*row, *column, *text).unwrap();
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn a_day_that_is_shown_as_its_month_is_a_month() {
    // Across they are months, whichever day of them stands behind the cell.
    for day in [1, 15] {
        let days = [(0, 1, (2027, 9, day)), (0, 2, (2027, 10, day)), (0, 3, (2027, 11, day))];
        let texts = [(0, 0, "Creator"), (1, 0, "Maren"), (1, 1, "Teaser"), (1, 3, "Recap"), (2, 0, "Tobi"), (2, 2, "Live")];
        let proposal = proposed(&read(&by_month(&days, &texts)).unwrap(), &in_2027(), &empty(), false);
        let expected = ["Maren 2027-09-01 +29 Teaser", "Maren 2027-11-01 +29 Recap", "Tobi 2027-10-01 +30 Live"];
        assert_eq!(all(&after(&empty(), &proposal)), expected, "{day}");
    }
    // In a column of days each is told by its address; a day that somebody typed in full is one, however it is shown.
    let texts = [(0, 0, "Date"), (0, 1, "Creator"), (0, 2, "Title"), (1, 1, "Maren"), (1, 2, "A"), (2, 1, "Maren"), (2, 2, "B")];
    let list = by_month(&[(1, 0, (2027, 9, 1)), (2, 0, (2027, 9, 15))], &texts);
    let proposal = proposed(&read(&list).unwrap(), &in_2027(), &empty(), false);
    let told: Vec<&str> = proposal.problems.iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(told, ["A2: “Sep 2027” is a month, not a day. Type a day or leave the cell empty."]);
    let rest = proposed(&read(&list).unwrap(), &in_2027(), &empty(), true);
    assert_eq!(all(&after(&empty(), &rest)), ["Maren 2027-09-15 +0 B"]);
}

#[test]
fn a_month_with_its_year_behind_a_hyphen_may_be_a_day_and_is_asked_about() {
    let grid = "Creator,May-27,Jun-27,Jul-27\nMaren,Teaser,,Recap\n";
    let list = "Date,Creator,Title\nMay-27,Maren,Teaser\nJul-27,Maren,Recap\n";
    for (table, address) in [(grid, "B1"), (list, "A2")] {
        let proposal = of(table, &Mapping { year: None, ..in_2027() });
        let [Question::Months { address: at, text, month, day }] = proposal.questions.as_slice() else {
            panic!("{:?}", proposal.questions);
        };
        assert_eq!((at.as_str(), text.as_str(), month.as_str(), day.as_str()), (address, "May-27", "May 2027", "27 May"));
    }
    let month = Mapping { months: Some(true), year: None, ..in_2027() };
    assert_eq!(all(&after(&empty(), &of(grid, &month))), ["Maren 2027-05-01 +30 Teaser", "Maren 2027-07-01 +30 Recap"]);
    assert!(
        of(list, &month).problems[0].message.starts_with("A2: “May 2027” is a month, not a day."),
        "{:?}",
        of(list, &month).problems
    );
    let day = Mapping { months: Some(false), ..in_2027() };
    for table in [grid, list] {
        assert_eq!(all(&after(&empty(), &of(table, &day))), ["Maren 2027-05-27 +0 Teaser", "Maren 2027-07-27 +0 Recap"]);
    }
    // A day with its year, and a column of months, leave nothing open.
    let clear = "Month,Date,Creator,Title\nMay-27,3 May 2027,Maren,Teaser\n";
    assert_eq!(of(clear, &in_2027()).questions, []);
}

#[test]
fn weeks_by_their_number_count_from_what_somebody_says() {
    let grid = "Creator,Week 1,Week 2,Week 3\nMaren,Teaser,,Recap\n";
    let list = "Week,Creator,Title\nWeek 1,Maren,Teaser\nWeek 3,Maren,Recap\n";
    let headings = "Day,Creator,Title\nWEEK 1,,\nMonday,Maren,Teaser\nWEEK 3,,\nMonday,Maren,Recap\n";
    let first = Day::parse("2027-09-06").unwrap();
    let calendar = Mapping { weeks: Some(Weeks::Calendar), ..in_2027() };
    let campaign = Mapping { weeks: Some(Weeks::From(first)), year: None, ..in_2027() };
    for (table, address, later) in [(grid, "B1", 6), (list, "A2", 6), (headings, "A2", 0)] {
        let asked = of(table, &Mapping { year: None, ..in_2027() });
        let is_asked = |question: &Question| matches!(question, Question::Weeks { address: at, first, .. } if at == address && first.weekday() == 0);
        assert!(asked.questions.iter().any(is_asked) && asked.edits.is_empty(), "{table}: {:?}", asked.questions);
        assert_eq!(of(table, &campaign).questions, [], "{table}");
        let expected = [format!("Maren 2027-09-06 +{later} Teaser"), format!("Maren 2027-09-20 +{later} Recap")];
        assert_eq!(all(&after(&empty(), &of(table, &campaign))), expected, "{table}");
        let expected = [format!("Maren 2027-01-04 +{later} Teaser"), format!("Maren 2027-01-18 +{later} Recap")];
        assert_eq!(all(&after(&empty(), &of(table, &calendar))), expected, "{table}");
    }
    let mut begun = empty();
    begun.start = Day::parse("2027-03-03");
    let asked = proposed(&read(grid.as_bytes()).unwrap(), &in_2027(), &begun, false);
    let monday = Day::parse("2027-03-01").unwrap();
    assert!(matches!(asked.questions.as_slice(), [Question::Weeks { first, .. }] if *first == monday), "{:?}", asked.questions);
    // Weeks of the calendar by name, with a year, or so late in it, are nothing else; beside a day it does not matter.
    for table in [
        "Creator,KW 1,KW 2,KW 3\nMaren,A,,B\n",
        "Creator,Week 1/2027,Week 2/2027,Week 3/2027\nMaren,A,,B\n",
        "Creator,Week 18,Week 19,Week 20\nMaren,A,,B\n",
        "Week,Date,Creator,Title\nWeek 1,6 Sep 2027,Maren,A\n",
    ] {
        assert_eq!(of(table, &in_2027()).questions, [], "{table}");
    }
}

/// A workbook with people across below a title that is merged over all columns, or not.
fn titled(merged: bool) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    if merged {
        sheet.merge_range(0, 0, 0, 2, "Spring Run 2027", &Format::new()).unwrap();
    } else {
        sheet.write_string(0, 0, "Spring Run 2027").unwrap();
    }
    let rows = [["Week", "Maren Falk", "Tobi A."], ["w/c 3 May", "Why I run", ""], ["w/c 10 May", "", "Training"]];
    for (row, cells) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn a_title_above_people_across_names_nobody() {
    for merged in [true, false] {
        let book = read(&titled(merged)).unwrap();
        let asked = proposed(&book, &in_2027(), &empty(), false);
        assert_eq!(asked.questions, [Question::Grid(vec!["Maren Falk".into(), "Tobi A.".into()])], "{merged}");
        for header in [None, Some(2)] {
            let mapping = Mapping { header, grid: Some(true), ..in_2027() };
            let proposal = proposed(&book, &mapping, &empty(), false);
            let expected = ["Maren Falk 2027-05-03 +6 Why I run", "Tobi A. 2027-05-10 +6 Training"];
            assert_eq!(all(&after(&empty(), &proposal)), expected, "{merged} {header:?}");
        }
        // The row of the names alone is no answer to whether they are creators.
        let asked = proposed(&book, &Mapping { header: Some(2), ..in_2027() }, &empty(), false);
        assert!(matches!(asked.questions.as_slice(), [Question::Grid(_)]), "{:?}", asked.questions);
        let list = proposed(&book, &Mapping { header: Some(2), grid: Some(false), ..in_2027() }, &empty(), false);
        assert_eq!((list.guess.grid, list.guess.header), (None, Some(2)));
    }
}

#[test]
fn several_columns_for_each_creator_are_one_moment() {
    let table = "May 2027,,,,,\nDate,Maren Falk,,Tobi A.,,Remarks\n,Content,Fee EUR,Content,Fee EUR,\n2027-05-03,Why I run,1500,,,kick-off\n2027-05-04,,,Reel: Training,900,\n2027-05-06,tbd,–,,400,\n";
    let table = table.replace("Fee EUR", "Fee");
    let mapping = Mapping { currency: Some("EUR".into()), ..in_2027() };
    let asked = of(&table, &mapping);
    assert_eq!(asked.questions, [Question::Grid(vec!["Maren Falk".into(), "Tobi A.".into()])]);
    let proposal = of(&table, &Mapping { grid: Some(true), ..mapping });
    let plan = after(&empty(), &proposal);
    assert_eq!(
        all(&plan),
        ["Maren Falk 2027-05-03 +0 Why I run", "Tobi A. 2027-05-04 +0 Reel: Training", "Tobi A. 2027-05-06 +0 Story"]
    );
    let moments: Vec<&Moment> = plan.lanes.iter().flat_map(|lane| &lane.moments).map(AsRef::as_ref).collect();
    let fees: Vec<String> = moments.iter().filter_map(|moment| moment.cost).map(|cost| cost.to_string()).collect();
    assert_eq!(fees, ["1500.00 EUR", "900.00 EUR", "400.00 EUR"]);
    assert_eq!((moments[0].notes.as_deref(), moments[1].format), (Some("Remarks: kick-off"), Some(Shape::Reel)));
    assert_eq!(proposal.counts.places.said(Tally::Filler), "B6 and C6", "what is not planned yet is counted");
    assert_eq!(proposal.counts.places.said(Tally::Untitled), "E6", "and so is what has no title");
}

#[test]
fn columns_that_only_one_creator_has_are_hers() {
    let table =
        "Date,Maren Falk,,Tobi A.\n,Content,Mood board,Content\n2027-05-03,Why I run,green,Training\n2027-05-04,The shoe,,\n";
    let plan = after(&empty(), &of(table, &Mapping { grid: Some(true), ..in_2027() }));
    let expected = ["Maren Falk 2027-05-03 +0 Why I run", "Maren Falk 2027-05-04 +0 The shoe", "Tobi A. 2027-05-03 +0 Training"];
    assert_eq!(all(&plan), expected);
    let moments = &plan.lanes[0].moments;
    assert_eq!((moments[0].notes.as_deref(), moments[1].notes.as_deref()), (Some("Mood board: green"), None));
    // Platforms above pairs of columns are nobody.
    let table = "Date,Instagram,,TikTok,\n,Content,Fee,Content,Fee\n2027-05-03,Why I run,1500,,\n2027-05-04,,,Training,900\n";
    assert_eq!(of(table, &in_2027()).guess.grid, None);
}

#[test]
fn a_second_column_of_creators_is_asked_about() {
    for header in ["Creator 2", "Co-creator", "Creator"] {
        let table =
            format!("Date,Creator,{header},Title,Type\n2027-05-03,Maren,Tobi,Joint,Story\n2027-05-04,Maren,,Solo,Story\n");
        let asked = of(&table, &Mapping::default());
        let unsure: Vec<_> = asked.unsure().map(|column| (column.header.clone(), column.field)).collect();
        let [(name, Field::Creator)] = unsure.as_slice() else { panic!("{header}: {unsure:?}") };
        assert!(!asked.is_ready());
        let said = |field: Field| {
            let mut mapping = Mapping::default();
            mapping.columns.insert(name.clone(), field);
            after(&empty(), &of(&table, &mapping))
        };
        let both = ["Maren 2027-05-03 +0 Joint", "Maren 2027-05-04 +0 Solo", "Tobi 2027-05-03 +0 Joint"];
        assert_eq!(all(&said(Field::Creator)), both, "{header}");
        let plan = said(Field::Notes);
        assert_eq!(all(&plan), both[..2], "{header}");
        assert_eq!(plan.lanes[0].moments[0].notes.as_deref(), Some(format!("{name}: Tobi").as_str()));
    }
}

#[test]
fn days_that_go_back_are_asked_about_before_they_are_in_another_year() {
    let table = "Month,Day,Creator,Title,Type\nNovember,28,Maren,A,Story\n,30,Maren,B,Story\nJanuary,5,Tobi,C,Story\n";
    let asked = of(table, &in_2027());
    let [question @ Question::NewYear { address, text, .. }] = asked.questions.as_slice() else {
        panic!("{:?}", asked.questions)
    };
    assert_eq!((address.as_str(), text.as_str()), ("B4", "5 Jan"));
    assert!(question.sentence().contains("2028") && !asked.is_ready(), "{}", question.sentence());
    let days = |at: usize| {
        let mut mapping = in_2027();
        question.answer(&mut mapping, at);
        assert_eq!(question.answered(&mapping), Some(at));
        all(&after(&empty(), &of(table, &mapping)))
    };
    assert_eq!(days(0), ["Maren 2027-11-28 +0 A", "Maren 2027-11-30 +0 B", "Tobi 2028-01-05 +0 C"]);
    assert_eq!(days(1), ["Maren 2027-11-28 +0 A", "Maren 2027-11-30 +0 B", "Tobi 2027-01-05 +0 C"]);
    // Blocks of creators that each begin again are in one year, and nothing is asked.
    let table = "Date,Creator,Title,Type\n3 May,Maren,A,Story\n2 Aug,Maren,B,Story\n4 May,Tobi,C,Story\n";
    assert!(of(table, &in_2027()).questions.is_empty());
    // Creators below each other, each over New Year: the table begins where most of them do.
    let table = "Date,Creator,Title,Type\n3 May,Maren,A,Story\n2 Dec,Maren,B,Story\n4 Jan,Maren,C,Story\n9 Dec,Tobi,D,Story\n5 Jan,Tobi,E,Story\n";
    let plan = after(&empty(), &of(table, &Mapping { new_year: Some(true), ..in_2027() }));
    let expected = ["2027-05-03 +0 A", "2027-12-02 +0 B", "2028-01-04 +0 C"];
    assert_eq!(plan.lanes[0].moments.iter().map(|moment| told(moment)).collect::<Vec<_>>(), expected);
    // Each from January to November is one year, and nothing is asked.
    let table = "Date,Creator,Title,Type\n3 Jan,Maren,A,Story\n2 Nov,Maren,B,Story\n4 Jan,Tobi,C,Story\n2 Nov,Tobi,D,Story\n";
    assert!(of(table, &in_2027()).questions.is_empty());
    // Whoever comes first, the table begins behind its longest pause.
    let table =
        "Date,Creator,Title,Type\n20 Dec,Maren,A,Story\n29 Feb,Maren,B,Story\n28 Nov,Tobi,C,Story\n28 Dec - 3 Jan,Tobi,D,Story\n";
    let plan = after(&empty(), &of(table, &Mapping { new_year: Some(true), ..in_2027() }));
    let expected = ["Maren 2027-12-20 +0 A", "Maren 2028-02-29 +0 B", "Tobi 2027-11-28 +0 C", "Tobi 2027-12-28 +6 D"];
    assert_eq!(all(&plan), expected);
}

#[test]
fn parts_of_a_month_are_windows() {
    let table = "Date,Creator,Title,Type\nEarly May,Maren,A,Story\nmid-May,Maren,B,Story\nLate May 2027,Maren,C,Story\n8/9 May,Maren,D,Story\nMay 8 & 9,Maren,E,Story\nEnde Februar,Maren,F,Story\n";
    let plan = after(&empty(), &of(table, &in_2027()));
    let moments: Vec<String> = plan.lanes[0].moments.iter().map(|moment| told(moment)).collect();
    assert_eq!(
        moments,
        ["2027-05-01 +9 A", "2027-05-11 +9 B", "2027-05-21 +10 C", "2027-05-08 +1 D", "2027-05-08 +1 E", "2027-02-21 +7 F"]
    );
    // Two days apart are not the days between them.
    let apart = of("Date,Creator,Title,Type\n8/15 May,Maren,A,Story\n8 May,Maren,B,Story\n", &in_2027());
    assert!(apart.problems[0].message.contains("is no date"), "{:?}", apart.problems);
}
