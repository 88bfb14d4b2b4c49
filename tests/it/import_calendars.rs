//! Calendars as agencies make them: blocks of creators, grids, several people in a cell, sums, months above the rows. Whatever
//! cannot be seen is asked, and whatever is counted is counted with its place.

use momentboard::import::{Field, Incoming, Mapping, Person, Proposal, Question, Tally, Twice, guess, propose_while, read};
use momentboard::model::{Campaign, Creator, CreatorId, Format as Shape, Id, IdSource, Kind, Money, Platform, When};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::import_tables::{after, day, empty, proposed};

fn of(table: &str, mapping: &Mapping) -> Proposal {
    proposed(&read(table.as_bytes()).unwrap(), mapping, &empty(), false)
}

fn story() -> Mapping {
    Mapping { kind: Some(Kind::Story), ..Mapping::default() }
}

/// Every moment of a plan as its lane, its day and its title.
fn told(plan: &Campaign) -> Vec<String> {
    let day_of = |when| match when {
        When::On(day) => day.to_string(),
        other => format!("{other:?}"),
    };
    let lanes = plan.lanes.iter().flat_map(|lane| lane.moments.iter().map(|moment| (plan.lane_name(lane), moment)));
    let ideas = plan.ideas.iter().map(|moment| ("idea", moment));
    lanes.chain(ideas).map(|(lane, moment)| format!("{lane} {} {}", day_of(moment.when), moment.title)).collect()
}

fn messages(proposal: &Proposal) -> Vec<&str> {
    proposal.problems.iter().map(|problem| problem.message.as_str()).collect()
}

#[test]
fn a_name_alone_in_a_row_is_the_creator_of_the_rows_below() {
    let table = "Creator,Date,Content,Type\nMaren,,,\n,2027-05-03,Why I run,Origin\n,2027-05-06,Training,Story\nTobi,,,\n,2027-05-04,First km,Story\n";
    let proposal = of(table, &Mapping::default());
    let plan = after(&empty(), &proposal);
    assert_eq!(told(&plan), ["Maren 2027-05-03 Why I run", "Maren 2027-05-06 Training", "Tobi 2027-05-04 First km"]);
    assert!(
        proposal.counts.lines().iter().any(|line| line.contains("Maren (A2) and Tobi (A5)")),
        "{:?}",
        proposal.counts.lines()
    );
    // A heading above rows that say themselves whose they are names nobody, and neither do sums and remarks below them.
    let table = "Date,Creator,Title,Kind,Fee\nPHASE 1: WARM UP,,,,\n2027-05-03,Maren,A,Story,1500 EUR\n,,,Subtotal,1500 EUR\n* fees excl. VAT,,,,\n";
    let proposal = of(table, &Mapping::default());
    assert_eq!(told(&after(&empty(), &proposal)), ["Maren 2027-05-03 A"]);
    assert_eq!((proposal.counts.headings, proposal.counts.totals), (2, 1));
    assert_eq!(proposal.counts.places.said(Tally::Headings), "rows 2 and 5");
    // What is no name is asked about.
    let table = "Creator,Date,Content,Type\nPhase 1,,,\n,2027-05-03,Why I run,Origin\n";
    assert_eq!(of(table, &Mapping::default()).questions, [Question::Headings(vec!["Phase 1".into()])]);
}

#[test]
fn blocks_with_a_header_each_belong_to_the_name_above_it() {
    let table = "MAREN FALK (@maren.runs),,,\nDate,Content,Type,Status\n2027-05-03,Why I run,Origin,ok\n\nTOBI (@tobi),,,\nDate,Content,Type,Status\n2027-05-04,First km,Story,draft\n";
    let proposal = of(table, &Mapping::default());
    let plan = after(&empty(), &proposal);
    assert_eq!(told(&plan), ["MAREN FALK 2027-05-03 Why I run", "TOBI 2027-05-04 First km"]);
    assert_eq!(plan.creators[1].handle.as_deref(), Some("@tobi"));
}

#[test]
fn a_part_of_a_name_does_not_make_a_column() {
    let table = "Date,Creator,Title,Kind,Brand manager\n2027-05-03,Maren,A,story,Lena Vogt\n";
    let proposal = of(table, &Mapping::default());
    let unsure: Vec<&str> = proposal.unsure().map(|column| column.header.as_str()).collect();
    assert_eq!(unsure, ["Brand manager"]);
    assert!(!proposal.is_ready(), "nothing enters before somebody says what the column is");
    let mut mapping = Mapping::default();
    mapping.columns.insert("Brand manager".into(), Field::Owner);
    let plan = after(&empty(), &of(table, &mapping));
    assert_eq!((plan.brands.len(), plan.lanes[0].moments[0].owner.as_deref()), (0, Some("Lena Vogt")));
}

#[test]
fn months_above_the_rows_say_which_days_are_meant() {
    let table =
        "May 2027,,,\nDay,Creator,What,Type\nMon 3rd,Maren,A,Origin\nFri 7th,Maren,B,Story\nJune,,,\nTue 1st,Maren,C,Story\n";
    let plan = after(&empty(), &of(table, &Mapping::default()));
    assert_eq!(told(&plan), ["Maren 2027-05-03 A", "Maren 2027-05-07 B", "Maren 2027-06-01 C"]);
    let wrong = of(&table.replace("Mon 3rd", "Tue 3rd"), &Mapping::default());
    assert!(messages(&wrong)[0].starts_with("A3: “Tue 3rd” does not fit"), "{:?}", messages(&wrong));
    let no_month = of(&table.replace("May 2027", "Plan"), &Mapping::default());
    assert!(messages(&no_month)[0].contains("in which month"), "{:?}", messages(&no_month));
}

#[test]
fn weekdays_across_and_weeks_down_are_a_moment_in_each_cell() {
    let table = "Week,Mon,Tue,Wed,Thu,Fri\nw/c 3 May 2027,Teaser – Maren,,Reel: unboxing,,\nw/c 10 May 2027,,Story set,,,Q&A\n";
    let proposal = of(table, &story());
    let plan = after(&empty(), &proposal);
    assert_eq!(
        told(&plan),
        ["idea 2027-05-03 Teaser – Maren", "idea 2027-05-05 Reel: unboxing", "idea 2027-05-11 Story set", "idea 2027-05-14 Q&A"]
    );
    assert_eq!((plan.ideas[0].kind, plan.ideas[1].format), (Kind::Teaser, Some(Shape::Reel)));
    assert_eq!(proposal.counts.places.said(Tally::Ideas), "B2, D2, C3 and F3", "the cells of the spreadsheet");
    assert!(proposal.guess.sentence().contains("weekdays stand in row 1"), "{}", proposal.guess.sentence());
    // Without a week nobody knows the day, and the cell that would have to say it is named.
    let proposal = of(&table.replace("w/c 3 May 2027", "Maren").replace("w/c 10 May 2027", "Tobi"), &story());
    assert!(messages(&proposal)[0].starts_with("B1: “Mon” does not say in which week"), "{:?}", messages(&proposal));
}

#[test]
fn creators_down_and_days_across_are_a_moment_in_each_cell() {
    let mut book = Workbook::new();
    let date = Format::new().set_num_format("dd/mm");
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "Week 18").unwrap();
    for (block, first) in [(1, 3), (5, 10)] {
        for at in 0..5 {
            sheet.write_string(block, at + 1, ["Mon", "Tue", "Wed", "Thu", "Fri"][usize::from(at)]).unwrap();
            let day = ExcelDateTime::from_ymd(2027, 5, first + at as u8).unwrap();
            sheet.write_datetime_with_format(block + 1, at + 1, day, &date).unwrap();
        }
        sheet.write_string(block + 2, 0, "Maren").unwrap();
        sheet.write_string(block + 2, 1, "Why I run\nwith the dog").unwrap();
        sheet.write_string(block + 3, 0, "Tobi").unwrap();
        sheet.write_string(block + 3, 5, "TikTok: live").unwrap();
    }
    let book = read(&book.save_to_buffer().unwrap()).unwrap();
    let plan = after(&empty(), &proposed(&book, &story(), &empty(), false));
    assert_eq!(
        told(&plan),
        [
            "Maren 2027-05-03 Why I run",
            "Maren 2027-05-10 Why I run",
            "Tobi 2027-05-07 TikTok: live",
            "Tobi 2027-05-14 TikTok: live"
        ]
    );
    let maren = &plan.lanes[0].moments[0];
    assert_eq!(maren.notes.as_deref(), Some("with the dog"));
    assert_eq!(plan.lanes[1].moments[0].platform, Some(Platform::TikTok));
}

#[test]
fn days_down_and_people_across_are_asked_about() {
    let table = "Date,Maren,Tobi,Notes\n2027-05-03,Teaser,,kick-off\n2027-05-04,,Unboxing,\n";
    let asked = of(table, &Mapping::default());
    assert_eq!(asked.questions, [Question::Grid(vec!["Maren".into(), "Tobi".into()])]);
    assert!(!asked.is_ready());
    let mut mapping = Mapping::default();
    asked.questions[0].answer(&mut mapping, 0);
    let plan = after(&empty(), &of(table, &mapping));
    assert_eq!(told(&plan), ["Maren 2027-05-03 Teaser", "Tobi 2027-05-04 Unboxing"]);
    assert_eq!(plan.lanes[0].moments[0].notes.as_deref(), Some("Notes: kick-off"));
    asked.questions[0].answer(&mut mapping, 1);
    assert_eq!(asked.questions[0].answered(&mapping), Some(1));
    let list = of(table, &mapping);
    assert!(list.guess.grid.is_none() && list.guess.header == Some(1), "a list is what somebody says is one");
}

#[test]
fn a_wall_calendar_is_read_day_by_day() {
    let table = "MAY 2027,,,,,,\nMon,Tue,Wed,Thu,Fri,Sat,Sun\n26,27,28,29,30,1,2\n,,,,,Teaser,\n3,4,5,6,7,8,9\nUnboxing,,Recap,,,,\n31,1,2,3,4,5,6\n,Live,,,,,\n";
    let plan = after(&empty(), &of(table, &story()));
    assert_eq!(
        told(&plan),
        ["idea 2027-05-01 Teaser", "idea 2027-05-03 Unboxing", "idea 2027-05-05 Recap", "idea 2027-06-01 Live"]
    );
}

#[test]
fn a_list_with_many_dates_is_no_grid() {
    let table = "Title,Draft,Approval,Date,Creator,Kind\nA,2027-04-20,2027-04-25,2027-05-03,Maren,story\nB,2027-04-21,2027-04-26,2027-05-04,Tobi,story\n";
    let guess = guess(&read(table.as_bytes()).unwrap().sheets[0], &empty(), &Mapping::default());
    assert_eq!((guess.grid, guess.header), (None, Some(1)));
}

#[test]
fn several_people_in_a_cell_get_a_moment_each_or_are_asked_about() {
    let table = "Date,Creator,Title,Kind\n2027-05-03,Maren,A,story\n2027-05-04,Tobi,B,story\n2027-05-05,\"Maren, Tobi\",Both,event\n2027-05-06,Ben & Jerry,Ice,story\n2027-05-07,all,End,impact\n";
    let asked = of(table, &Mapping::default());
    let people = |address: &str, text: &str, names: [&str; 2]| Question::People {
        address: address.into(),
        text: text.into(),
        names: names.map(str::to_owned).to_vec(),
    };
    assert_eq!(
        asked.questions,
        [
            people("B5", "Ben & Jerry", ["Ben", "Jerry"]),
            Question::Everybody { address: "B6".into(), text: "all".into(), names: vec!["Maren".into(), "Tobi".into()] }
        ],
        "who stands alone elsewhere is known, the others are asked about"
    );
    let mut mapping = Mapping::default();
    mapping.people.insert("Ben & Jerry".into(), Person::New);
    mapping.people.insert("all".into(), Person::Each);
    let proposal = of(table, &mapping);
    let plan = after(&empty(), &proposal);
    assert_eq!(
        told(&plan),
        [
            "Maren 2027-05-03 A",
            "Maren 2027-05-05 Both",
            "Maren 2027-05-07 End",
            "Tobi 2027-05-04 B",
            "Tobi 2027-05-05 Both",
            "Tobi 2027-05-07 End",
            "Ben & Jerry 2027-05-06 Ice"
        ]
    );
    assert_eq!(proposal.counts.places.said(Tally::Split), "rows 4 and 6");
}

#[test]
fn rows_that_say_the_same_are_asked_about() {
    let table = "#,Date,Creator,Title,Kind,Fee\n1,2027-05-03,Maren,A,story,5 EUR\n2,2027-05-03,Maren,A,story,5 EUR\n3,2027-05-03,Maren,A,story,6 EUR\n";
    let asked = of(table, &Mapping::default());
    assert_eq!(asked.questions, [Question::Twice { rows: (3, 2), count: 1, title: "A".into() }]);
    let with = |twice| Mapping { twice: Some(twice), ..Mapping::default() };
    let once = of(table, &with(Twice::Once));
    assert_eq!((once.counts.added, once.counts.places.said(Tally::Twice)), (2, "row 3".to_owned()));
    assert_eq!(of(table, &with(Twice::Each)).counts.added, 3);
}

#[test]
fn a_weekday_in_its_own_column_has_to_be_the_one_of_the_day() {
    let table = "Day,Date,Creator,Title,Kind\nMon,2027-05-03,Maren,A,story\nWed,2027-05-04,Maren,B,story\n";
    assert_eq!(
        messages(&of(table, &Mapping::default())),
        ["A3: “Wed” does not fit 4 May 2027, which is a Tue. Correct one of the two."]
    );
    // It says which year is meant, and is no mistake while the year is open.
    let open = of("Day,Date,Creator,Title,Kind\nMon,3 May,Maren,A,story\n", &Mapping::default());
    assert!(matches!(open.questions.as_slice(), [Question::Year { proposed: 2027, .. }]), "{:?}", open.questions);
    assert_eq!(messages(&open), [""; 0]);
}

#[test]
fn amounts_below_nothing_are_refused_and_a_currency_is_never_taken_silently() {
    let table = "Date,Creator,Title,Kind,Fee\n2027-05-03,Maren,A,story,-500\n2027-05-04,Maren,B,story,900\n2027-05-05,Maren,C,story,gifted\n2027-05-06,Maren,D,story,$70\n";
    let mut plan = empty();
    plan.budget = Money::new(1_000_000, "EUR");
    let proposal = proposed(&read(table.as_bytes()).unwrap(), &Mapping::default(), &plan, true);
    assert!(messages(&proposal)[0].starts_with("E2: “-500” is less than nothing"), "{:?}", messages(&proposal));
    let lines = proposal.counts.lines();
    assert!(lines.iter().any(|line| line.contains("taken for EUR: the budget of the plan is in it (row 3)")), "{lines:?}");
    assert!(lines.iter().any(|line| line.contains("in $, taken for US dollars (row 5)")), "{lines:?}");
    let moments = after(&plan, &proposal).lanes[0].moments.clone();
    assert_eq!(moments[0].cost.unwrap().to_string(), "900.00 EUR");
    assert!(moments[1].compensation.is_some() && moments[1].cost.is_none());
}

#[test]
fn what_was_remembered_is_told() {
    let mut mapping = story();
    mapping.columns.insert("Wann".into(), Field::Date);
    mapping.words.entry(Field::Kind).or_default().insert("giveaway".into(), "offer".into());
    assert_eq!(mapping.sentences(), ["Wann → Date", "Rows without a kind: Story", "“giveaway” in “Kind”: Offer"]);
}

#[test]
fn crosses_below_platforms_say_where_a_moment_appears() {
    let table = "Date,Creator,Title,Kind,IG,TikTok\n2027-05-03,Maren,A,story,x,\n2027-05-04,Maren,B,story,,x\n2027-05-05,Maren,C,story,x,x\n";
    let moments = after(&empty(), &of(table, &Mapping::default())).lanes[0].moments.clone();
    let on: Vec<_> = moments.iter().map(|moment| moment.platform).collect();
    assert_eq!(on, [Some(Platform::Instagram), Some(Platform::TikTok), Some(Platform::Instagram)]);
    assert!(moments[2].notes.as_deref().unwrap().contains("IG + TikTok"));
    // A column that says so by itself counts more.
    let plain = of(&table.replace("Kind,", "Kind,Channel,").replace("story,", "story,YT,"), &Mapping::default());
    assert_eq!(plain.counts.unknown_columns, ["IG", "TikTok"]);
}

#[test]
fn a_long_table_is_left_where_nobody_waits_for_it() {
    let rows = (0..3000).map(|at| format!("2027-05-03,Maren,T{at},Story\n")).collect::<Vec<_>>().concat();
    let book = read(format!("Date,Creator,Title,Kind\n{rows}").as_bytes()).unwrap();
    let told = std::cell::RefCell::new(Vec::new());
    let work = |most: usize| {
        told.borrow_mut().clear();
        let waits = std::cell::Cell::new(true);
        let go_on = |done: usize, of: usize| {
            told.borrow_mut().push((done, of));
            waits.set(waits.get() && done < most);
            waits.get()
        };
        let (sheet, mapping, campaign) = (&book.sheets[0], &Mapping::default(), &empty());
        let table = Incoming { sheet, mapping, campaign, today: day("2027-03-01"), skip_bad: false };
        propose_while(table, &mut IdSource::seeded(1), &go_on)
    };
    assert_eq!(work(9999).map(|proposal| proposal.counts.added), Some(3000));
    assert!(told.borrow().contains(&(1024, 3000)), "how far it is is told");
    assert!(work(1000).is_none());
    assert!(told.borrow().iter().all(|(done, of)| *done <= 1024 || done == of), "no row is read any more");
}

#[test]
fn whoever_may_be_somebody_of_the_plan_is_not_called_new() {
    let table = "Date,Creator,Title,Kind\n2027-05-03,Maren,One,Story\n2027-05-04,Zoë,Two,Story\n";
    let mut plan = empty();
    plan.creators.push(std::sync::Arc::new(Creator::new(CreatorId(IdSource::seeded(3).id()), "Maren Solheim")));
    let proposal = proposed(&read(table.as_bytes()).unwrap(), &Mapping::default(), &plan, false);
    assert!(matches!(proposal.questions[..], [Question::Person { .. }]), "{:?}", proposal.questions);
    assert_eq!(proposal.counts.new_creators, ["Zoë"]);
}

/// A plan with creators who have handles.
fn with_handles() -> Campaign {
    let mut plan = empty();
    for (id, (name, handle)) in (500..).zip([
        ("Maren Solberg", "@marenruns"),
        ("Tobi Achterberg", "@tobi.runs"),
        ("Kwame", "@kwamelong"),
        ("Inês", "@ines.corre"),
    ]) {
        let creator = Creator { handle: Some(handle.into()), ..Creator::new(CreatorId(Id::from_bits(id)), name) };
        plan.creators.push(creator.into());
    }
    plan
}

#[test]
fn several_handles_in_a_cell_are_several_people() {
    let table = "Date,Handle,Title,Kind\n2027-11-26,@marenruns / @tobi.runs,Live,Story\n2027-11-27,\"@kwamelong, @ines.corre\",Recap,Story\n2027-11-28,@marenruns & @tobi.runs,Both,Story\n2027-11-29,@marenruns @kwamelong,Two,Story\n";
    let plan = with_handles();
    let proposal = proposed(&read(table.as_bytes()).unwrap(), &Mapping::default(), &plan, false);
    let told = told(&after(&plan, &proposal));
    for wanted in [
        "Maren Solberg 2027-11-26 Live",
        "Tobi Achterberg 2027-11-26 Live",
        "Kwame 2027-11-27 Recap",
        "Inês 2027-11-27 Recap",
        "Tobi Achterberg 2027-11-28 Both",
        "Kwame 2027-11-29 Two",
    ] {
        assert!(told.iter().any(|line| line == wanted), "{wanted}: {told:?}");
    }
    assert_eq!((told.len(), proposal.counts.places.said(Tally::Split)), (8, "rows 2–5".to_owned()));
    // Where nobody is known, or only one of them, it is asked.
    for plan in [empty(), with_handles()] {
        let table = table.replace("@tobi.runs", "@somebody.new").replace("@ines.corre", "@else");
        let asked = proposed(&read(table.as_bytes()).unwrap(), &Mapping::default(), &plan, false);
        let is_asked = |text: &str| {
            asked.questions.iter().any(|question| matches!(question, Question::People { text: of, .. } if of == text))
        };
        assert!(is_asked("@marenruns / @somebody.new") && is_asked("@kwamelong, @else"), "{:?}", asked.questions);
    }
    // A name and its own handle are one person.
    let table = "Date,Creator,Title,Kind\n2027-11-26,Maren Solberg / @marenruns,Live,Story\n";
    let one = proposed(&read(table.as_bytes()).unwrap(), &Mapping::default(), &plan, false);
    assert_eq!(self::told(&after(&plan, &one)), ["Maren Solberg 2027-11-26 Live"]);
    // Two handles beside one name are not taken for that one.
    let table = "Date,Creator,Handle,Title,Kind\n2027-11-26,Maren Solberg,@marenruns / @tobi.runs,Live,Story\n";
    let two = proposed(&read(table.as_bytes()).unwrap(), &Mapping::default(), &plan, false);
    assert_eq!(self::told(&after(&plan, &two)), ["Maren Solberg 2027-11-26 Live", "Tobi Achterberg 2027-11-26 Live"]);
}

#[test]
fn rows_of_several_moments_are_told_once() {
    let table = "Date,Creator,Type\n2027-05-03,Maren,story\n2027-05-04,Tobi,story\n2027-05-05,\"Maren, Tobi\",story\n";
    let proposal = of(table, &Mapping::default());
    assert_eq!(proposal.counts.places.said(Tally::Untitled), "rows 2–4");
    assert!(
        proposal.counts.lines().iter().any(|line| line.starts_with("3 rows without a title")),
        "{:?}",
        proposal.counts.lines()
    );
}

#[test]
fn a_column_of_two_people_in_a_grid_is_both_theirs() {
    let table = "Date,Maren Solberg,Tobi Achterberg,Kwame + Inês,Budget (k)\n2027-09-01,Teaser,,,3\n2027-09-03,,Values,,\n2027-09-07,OFF,Reel,Joint live,\n2027-09-08,x,tbc,Giveaway,\n";
    let plan = with_handles();
    let mapping = Mapping { grid: Some(true), ..story() };
    let proposal = proposed(&read(table.as_bytes()).unwrap(), &mapping, &plan, false);
    let after = after(&plan, &proposal);
    let all = told(&after);
    assert_eq!(
        all,
        [
            "Maren Solberg 2027-09-01 Teaser",
            "Tobi Achterberg 2027-09-03 Values",
            "Tobi Achterberg 2027-09-07 Reel",
            "Kwame 2027-09-07 Joint live",
            "Kwame 2027-09-08 Giveaway",
            "Inês 2027-09-07 Joint live",
            "Inês 2027-09-08 Giveaway"
        ]
    );
    assert!(after.lanes.iter().flat_map(|lane| &lane.moments).all(|moment| moment.notes.is_none()));
    let lines = proposal.counts.lines();
    assert_eq!(proposal.counts.places.said(Tally::Filler), "B4, B5 and C5");
    assert!(lines.iter().any(|line| line.contains("3 cells passed over: nothing is planned there")), "{lines:?}");
    assert!(lines.iter().any(|line| line.contains("left out: Budget (k)")), "{lines:?}");
    // Who is not known is asked about.
    let asked = of(table, &mapping);
    assert!(
        matches!(asked.questions.as_slice(), [Question::People { text, .. }] if text == "Kwame + Inês"),
        "{:?}",
        asked.questions
    );
}

#[test]
fn what_is_not_known_yet_is_no_value_in_german_either() {
    let table = "Datum,Creator,Titel,Art,Honorar\nnoch offen,Maren,A,Story,k.A.\n";
    let proposal = of(table, &Mapping::default());
    assert_eq!((messages(&proposal), proposal.counts.open), (vec![], 2));
    let table = "Creator,3 May 2027,4 May 2027,5 May 2027\nMaren,OFF,Teaser,x\nTobi,–,Reel,no post\n";
    let proposal = of(table, &story());
    assert_eq!(told(&after(&empty(), &proposal)), ["Maren 2027-05-04 Teaser", "Tobi 2027-05-04 Reel"]);
    assert_eq!(proposal.counts.places.said(Tally::Filler), "B2, D2, B3 and D3");
}

#[test]
fn a_month_in_one_column_and_the_day_in_the_next_are_a_date() {
    let table = "Month,Day,Talent,Post,Type,Fee EUR,Fee GBP,Fee USD\nSeptember 2027,3,Maren,A,story,1200,,\n,9,Tobi,B,story,,900,\nOctober 2027,12-14,Tobi,C,story,,,650\n,28th,Maren,D,story,,,\nTOTAL,,,6 posts,,1200,900,650\n";
    let proposal = of(table, &Mapping::default());
    let plan = after(&empty(), &proposal);
    assert_eq!(told(&plan), ["Maren 2027-09-03 A", "Maren 2027-10-28 D", "Tobi 2027-09-09 B", "Tobi 2027-10-12 C"]);
    let moments: Vec<_> = plan.lanes.iter().flat_map(|lane| &lane.moments).collect();
    let fees: Vec<String> = moments.iter().filter_map(|moment| moment.cost).map(|cost| cost.to_string()).collect();
    assert_eq!(fees, ["1200.00 EUR", "900.00 GBP", "650.00 USD"]);
    assert_eq!(moments[3].window.as_ref().map(|window| window.after), Some(2));
    assert_eq!((proposal.counts.totals, moments.iter().all(|moment| moment.notes.is_none())), (1, true));
    // Without a year it is asked for, once.
    let asked = of(&table.replace(" 2027", ""), &Mapping::default());
    assert!(matches!(asked.questions.as_slice(), [Question::Year { .. }]), "{:?}", asked.questions);
    let mapping = Mapping { year: Some(2027), new_year: Some(true), ..Mapping::default() };
    let plan = after(&empty(), &of(&table.replace("September 2027", "December").replace("October 2027", "January"), &mapping));
    assert_eq!(told(&plan), ["Maren 2027-12-03 A", "Maren 2028-01-28 D", "Tobi 2027-12-09 B", "Tobi 2028-01-12 C"]);
}

#[test]
fn deliverables_say_the_platform_and_the_format() {
    let table = "Date,Creator,Deliverable,Title,Kind\n2027-11-01,Maren,IG Reel,A,Story\n2027-11-02,Maren,IG Live,B,Story\n2027-11-03,Maren,TikTok,C,Story\n2027-11-04,Maren,YT Integration,D,Story\n2027-11-05,Maren,IG Story x3,E,Story\n2027-11-06,Maren,\"1 Reel, 3 Stories\",F,Story\n";
    let proposal = of(table, &Mapping::default());
    let moments = after(&empty(), &proposal).lanes[0].moments.clone();
    let all: Vec<_> = moments.iter().map(|moment| (moment.platform, moment.format)).collect();
    let (ig, yt) = (Some(Platform::Instagram), Some(Platform::YouTube));
    assert_eq!(
        all,
        [
            (ig, Some(Shape::Reel)),
            (ig, Some(Shape::Live)),
            (Some(Platform::TikTok), None),
            (yt, Some(Shape::Video)),
            (ig, Some(Shape::Story)),
            (None, Some(Shape::Reel))
        ]
    );
    let notes: Vec<_> = moments.iter().filter_map(|moment| moment.notes.as_deref()).collect();
    assert_eq!(notes, ["Deliverable: IG Story x3", "Deliverable: 1 Reel, 3 Stories"]);
    assert_eq!(proposal.counts.places.said(Tally::Pieces), "rows 6–7");
    // In the cell of a grid as well, and a column of platforms counts more than a word beside it.
    let grid = "Creator,3 May 2027,4 May 2027,5 May 2027\nMaren,IG Live,3x Story,TikTok\n";
    let moments = after(&empty(), &of(grid, &story())).lanes[0].moments.clone();
    assert_eq!((moments[0].platform, moments[0].format, moments[1].format), (ig, Some(Shape::Live), Some(Shape::Story)));
    let both = table.replace("Deliverable,", "Deliverable,Channel,").replace("IG Reel,", "IG Reel,TikTok,");
    let both = both.lines().take(2).collect::<Vec<_>>().join("\n");
    let moments = after(&empty(), &of(&both, &Mapping::default())).lanes[0].moments.clone();
    assert_eq!((moments[0].platform, moments[0].format), (Some(Platform::TikTok), Some(Shape::Reel)));
}

#[test]
fn the_year_that_stands_in_the_table_counts_first() {
    // 4 May is a Monday in 2026; the table says 2027.
    let table = "Date,Creator,Title,Kind\n2027-05-01,Maren,A,story\nMon 4 May,Maren,B,story\n";
    let asked = of(table, &Mapping::default());
    assert!(matches!(asked.questions.as_slice(), [Question::Year { proposed: 2027, .. }]), "{:?}", asked.questions);
    let numbers = table.replace("2027-05-01", "03/04/2027");
    let asked = of(&numbers, &Mapping::default());
    assert!(
        asked.questions.iter().any(|question| matches!(question, Question::Year { proposed: 2027, .. })),
        "{:?}",
        asked.questions
    );
    // A banner in the corner of a grid says it for all of its days.
    let grid = "MAY 2027,Mon,Tue,Wed,Thu,Fri,Sat,Sun\nw/c 3 May,3,4,5,6,7,8,9\nMaren,,Teaser reel,,,Why we run,,\nw/c 31 May,31,1,2,3,4,5,6\nMaren,Live,,Recap,,,,HOLD\n";
    let proposal = of(grid, &story());
    assert_eq!(
        told(&after(&empty(), &proposal)),
        ["Maren 2027-05-04 Teaser reel", "Maren 2027-05-07 Why we run", "Maren 2027-05-31 Live", "Maren 2027-06-02 Recap"]
    );
    // Without one the cell is quoted as it stands.
    let asked = of(&grid.replace("MAY 2027", "Plan"), &story());
    assert!(
        matches!(asked.questions.as_slice(), [Question::Year { address, text, .. }] if address == "C2" && text == "4"),
        "{:?}",
        asked.questions
    );
}

#[test]
fn a_column_called_day_with_weekdays_is_no_note() {
    let table = "Post Date,Day,Handle,Title,Kind\n10/04/2027,Mon,@maren,A,story\n10/13/2027,Wed,@maren,B,story\n11/30/2027,?,@maren,C,story\nPost Date,Day,Handle,Title,Kind\n10/18/2027,Mon,@maren,D,story\n";
    let proposal = of(table, &Mapping::default());
    assert_eq!(proposal.guess.column(Field::Weekday).map(|column| column.header.as_str()), Some("Day"));
    let plan = after(&empty(), &proposal);
    assert!(plan.lanes[0].moments.iter().all(|moment| moment.notes.is_none()));
    assert_eq!(proposal.counts.repeated, 1);
}

#[test]
fn as_many_handles_as_names_are_theirs_in_the_same_order() {
    let table = "Date,Creator,Handle,Title,Kind\n2027-11-26,\"Ada, Zoë\",\"@ada.runs, @zoe.runs\",Live,Story\n2027-11-27,Ada,,A,Story\n2027-11-28,Zoë,,B,Story\n";
    let plan = after(&empty(), &of(table, &Mapping::default()));
    let people: Vec<_> = plan.creators.iter().map(|creator| (creator.name.as_str(), creator.handle.as_deref())).collect();
    assert_eq!(people, [("Ada", Some("@ada.runs")), ("Zoë", Some("@zoe.runs"))]);
}

#[test]
fn a_month_before_the_one_above_is_in_the_next_year() {
    let table = "Month,Day,Creator,Title,Kind\nDecember 2027,30,Maren,A,story\nJanuary,2,Maren,B,story\n,9,Maren,C,story\n";
    let plan = after(&empty(), &of(table, &Mapping::default()));
    assert_eq!(told(&plan), ["Maren 2027-12-30 A", "Maren 2028-01-02 B", "Maren 2028-01-09 C"]);
}

#[test]
fn a_month_without_its_days_is_a_note_and_no_day() {
    let table = "Month,Creator,Title,Kind\nSeptember 2027,Maren,A,story\n,Maren,B,story\n";
    let alone = of(table, &Mapping::default());
    let moments = after(&empty(), &alone).lanes[0].moments.clone();
    assert!(moments.iter().all(|moment| moment.when == When::Undated), "{moments:?}");
    assert!(alone.guess.columns.iter().all(|column| column.field != Field::Month), "{:?}", alone.guess.columns);
    // Beside days, the row that has none keeps its month.
    let table = "Month,Day,Creator,Title,Kind\nSeptember 2027,3,Maren,A,story\nOctober 2027,,Maren,B,story\n,4,Maren,C,story\n";
    let plan = after(&empty(), &of(table, &Mapping::default()));
    let notes = |title: &str| plan.lanes[0].moments.iter().find(|moment| moment.title == title).unwrap().notes.clone();
    assert_eq!((notes("A"), notes("B").as_deref(), notes("C")), (None, Some("Month: October 2027"), None));
}

#[test]
fn a_year_above_the_table_or_in_its_name_is_proposed() {
    let table = "Spring 2031\n\nDate,Creator,Title,Kind\n4 May,Maren,A,story\n5 May,Maren,B,story\n";
    let asked = of(table, &Mapping::default());
    assert!(matches!(asked.questions.as_slice(), [Question::Year { proposed: 2031, .. }]), "{:?}", asked.questions);
    let mut book = read(table.replace(" 2031", "").as_bytes()).unwrap();
    book.sheets[0].name = "Plan 2032".to_owned();
    let asked = proposed(&book, &Mapping::default(), &empty(), false);
    assert!(matches!(asked.questions.as_slice(), [Question::Year { proposed: 2032, .. }]), "{:?}", asked.questions);
}
