//! Tables as agencies have them, from bytes to a plan.

use std::sync::Arc;

use momentboard::edit::{Document, Step, apply_all};
use momentboard::import::{
    Blank, Book, DateOrder, Decimals, Field, Incoming, Mapping, Person, Proposal, Question, Same, propose, read,
};
use momentboard::model::{
    Campaign, Day, Format as Shape, IdSource, Index, Kind, LaneKind, Moment, PlanId, Platform, Status, When, faults,
};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

const GERMAN: &[u8] = include_bytes!("../fixtures/tables/agency-de.csv");
const AMERICAN: &[u8] = include_bytes!("../fixtures/tables/us-calendar.csv");
const OPEN: &[u8] = include_bytes!("../fixtures/tables/open-questions.csv");

pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

pub fn empty() -> Campaign {
    Campaign::new(PlanId::default(), "Plan")
}

pub fn proposed(book: &Book, mapping: &Mapping, campaign: &Campaign, skip_bad: bool) -> Proposal {
    let table = Incoming { sheet: &book.sheets[0], mapping, campaign, today: day("2027-03-01"), skip_bad };
    propose(table, &mut IdSource::seeded(5 + campaign.moment_count() as u64))
}

/// The plan after the table, which has to be ready to be brought in.
pub fn after(campaign: &Campaign, proposal: &Proposal) -> Campaign {
    assert!(proposal.is_ready(), "{:?} {:?}", proposal.questions, proposal.problems);
    let after = apply_all(campaign, &mut Index::of(campaign), &proposal.edits).unwrap().unwrap();
    assert_eq!(faults(&after), []);
    after
}

fn moments<'a>(campaign: &'a Campaign, lane: &str) -> Vec<&'a Arc<Moment>> {
    let lane = campaign.lanes.iter().find(|other| campaign.lane_name(other) == lane).unwrap();
    lane.moments.iter().collect()
}

fn on(text: &str) -> When {
    When::On(day(text))
}

fn messages(proposal: &Proposal) -> Vec<&str> {
    proposal.problems.iter().map(|problem| problem.message.as_str()).collect()
}

#[test]
fn a_german_calendar_with_weeks_and_weekdays() {
    let book = read(GERMAN).unwrap();
    let first = proposed(&book, &Mapping::default(), &empty(), false);
    assert_eq!(first.guess.header, Some(3));
    let blank = Question::NoCreator { address: "C5".into(), above: "Tobi Achterberg (@tobi.a)".into(), rows: 1 };
    assert_eq!(first.questions, [blank, Question::Kind { rows: 4 }], "nothing else is open");
    let mapping = Mapping { kind: Some(Kind::Story), no_creator: Some(Blank::Above), ..Mapping::default() };
    let proposal = proposed(&book, &mapping, &empty(), false);
    let plan = after(&empty(), &proposal);
    let tobi = moments(&plan, "Tobi Achterberg");
    assert_eq!(plan.creators[0].handle.as_deref(), Some("@tobi.a"));
    assert_eq!((tobi[0].when, tobi[1].when), (on("2027-05-03"), on("2027-05-05")), "Monday and Wednesday of week 18");
    assert_eq!((tobi[0].platform, tobi[0].format), (Some(Platform::Instagram), Some(Shape::Reel)));
    assert_eq!(tobi[0].hook.as_deref(), Some("Erste Zeile\nzweite Zeile"));
    assert_eq!(tobi[0].cost.unwrap().to_string(), "1200.00 EUR");
    assert_eq!(tobi[1].cost.unwrap().to_string(), "850.50 EUR");
    assert!(tobi[0].notes.as_deref().unwrap().contains("mit Hund"));
    let mira = moments(&plan, "Mira Sol");
    assert_eq!((mira[0].when, mira[1].when), (on("2027-05-14"), on("2027-05-18")));
    assert_eq!(mira[1].cost, None);
    let counts = &proposal.counts;
    assert_eq!((counts.added, counts.carried, counts.repeated, counts.empty, counts.above), (4, 1, 1, 1, 1));
    assert!(counts.open >= 1, "“tbc” is no mistake");
    assert_eq!(counts.new_creators, ["Tobi Achterberg", "Mira Sol"]);
}

#[test]
fn an_american_calendar_whose_dates_decide_each_other() {
    let book = read(AMERICAN).unwrap();
    let proposal = proposed(&book, &Mapping::default(), &empty(), false);
    let plan = after(&empty(), &proposal);
    let ana = moments(&plan, "Ana Cruz");
    // 5/13 can only be 13 May, so 5/4 is 4 May.
    assert_eq!(ana.iter().map(|moment| moment.when).collect::<Vec<_>>(), [on("2027-05-13"), on("2027-05-04"), on("2027-06-01")]);
    assert_eq!(ana.iter().map(|moment| moment.kind).collect::<Vec<_>>(), [Kind::Announcement, Kind::Teaser, Kind::Product]);
    assert_eq!(ana[0].cost.unwrap().to_string(), "1500.00 USD");
    assert_eq!(ana[2].cost.unwrap().to_string(), "1200.00 USD", "“$1,500.00” says what the comma is");
    assert_eq!(ana[0].links, ["https://example.com/1"]);
    assert_eq!((ana[1].platform, ana[1].format), (Some(Platform::Instagram), Some(Shape::Story)));
    assert!(ana[0].notes.as_deref().unwrap().contains("Vibe: sunny"), "a column that is not known goes into the notes");
    assert!(ana[2].notes.as_deref().unwrap().contains("IG + TikTok"), "the second platform is not forgotten");
    assert_eq!(proposal.counts.unknown_columns, ["Vibe"]);
    assert_eq!(proposal.guess.column(Field::Hook).unwrap().header, "Copy");
}

#[test]
fn what_cannot_be_known_is_asked_and_what_cannot_be_used_is_named() {
    let book = read(OPEN).unwrap();
    let proposal = proposed(&book, &Mapping::default(), &empty(), false);
    assert!(proposal.edits.is_empty() && !proposal.is_ready());
    let asked: Vec<String> = proposal.questions.iter().map(Question::sentence).collect();
    assert!(asked[0].contains("A2") && asked[0].contains("3 Apr 2027 or 4 Mar 2027"), "{asked:?}");
    assert!(asked.iter().any(|question| question.contains("cents") && question.contains("E2")), "{asked:?}");
    assert!(asked.iter().any(|question| question.contains("currency")), "{asked:?}");
    assert_eq!(
        messages(&proposal),
        [
            "C3: “Giveaway party” is not known for “Kind”. Say what it stands for, or use one of: Announcement, Values story, Community story, Product, Origin, Story, Engage, Event, Impact, Teaser, Organic, Repair, Offer.",
            "A4: “soonish” is no date. Type a day or leave the cell empty.",
            "A5: “31 Feb 2027” is no day of the calendar. Correct it or leave the cell empty.",
        ]
    );
    let mut mapping = Mapping {
        dates: Some(DateOrder::Dmy),
        decimals: Some(Decimals::Comma),
        currency: Some("EUR".into()),
        ..Mapping::default()
    };
    mapping.words.entry(Field::Kind).or_default().insert("Giveaway party".into(), "offer".into());
    let proposal = proposed(&book, &mapping, &empty(), false);
    assert!(!proposal.is_ready(), "rows with a bad cell are only left out if somebody says so");
    let proposal = proposed(&book, &mapping, &empty(), true);
    let plan = after(&empty(), &proposal);
    let tobi = moments(&plan, "Tobi");
    assert_eq!(tobi.iter().map(|moment| moment.when).collect::<Vec<_>>(), [on("2027-04-03"), on("2027-06-05")]);
    assert_eq!(tobi[0].cost.unwrap().to_string(), "1200.00 EUR");
    assert_eq!((tobi[1].kind, proposal.counts.left_out), (Kind::Offer, 2));
    let mdy = Mapping { dates: Some(DateOrder::Mdy), ..mapping };
    let plan = after(&empty(), &proposed(&book, &mdy, &empty(), true));
    assert_eq!(moments(&plan, "Tobi")[0].when, on("2027-03-04"));
}

#[test]
fn what_would_be_no_amount_with_either_sign_is_said_to_be_none() {
    let table = b"Date\tCreator\tKind\tTitle\tFee (EUR)\n1 Sep 2027\tTobi\tproduct\tOne\t1,234\n2 Sep 2027\tTobi\tstory\tTwo\t1.234,50\n3 Sep 2027\tTobi\tstory\tThree\t1,200.00\n";
    let book = read(table).unwrap();
    let proposal = proposed(&book, &Mapping::default(), &empty(), false);
    let asked: Vec<String> = proposal.questions.iter().map(Question::sentence).collect();
    assert!(
        asked.iter().any(|question| question.contains("“1,234” is no amount if it is the comma, 1,234 if it is the point.")),
        "{asked:?}"
    );
}

/// A workbook as calendars are: a title over all columns, a merged creator, headings, a hidden sheet, dates of every sort.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let date = Format::new().set_num_format("dd/mm/yyyy");
    let plain = Format::new();
    let sheet = book.add_worksheet().set_name("Plan").unwrap();
    sheet.merge_range(0, 0, 0, 5, "SPRING 2027", &plain).unwrap();
    for (at, name) in ["Creator", "When", "Until", "What", "Type", "Comments"].iter().enumerate() {
        sheet.write_string(2, at as u16, *name).unwrap();
    }
    sheet.merge_range(3, 0, 5, 0, "Tobi", &plain).unwrap();
    sheet.write_datetime_with_format(3, 1, ExcelDateTime::from_ymd(2027, 5, 3).unwrap(), &date).unwrap();
    sheet.write_string(3, 3, "One").unwrap();
    sheet.write_string(3, 4, "Origin").unwrap();
    sheet.write_number(4, 1, 46_511).unwrap();
    sheet.write_string(4, 3, "=SUM(A1)").unwrap();
    sheet.write_string(4, 4, "Values").unwrap();
    sheet.write_string(4, 5, "first\nsecond").unwrap();
    sheet.write_string(5, 1, "w/c 10 May 2027").unwrap();
    sheet.write_formula(5, 3, Formula::new("=\"Th\"&\"ree\"").set_result("Three")).unwrap();
    sheet.write_string(5, 4, "Community").unwrap();
    sheet.merge_range(6, 0, 6, 5, "JUNE", &plain).unwrap();
    sheet.write_string(8, 0, "Brand").unwrap();
    sheet.write_datetime_with_format(8, 1, ExcelDateTime::from_ymd(2027, 6, 1).unwrap(), &date).unwrap();
    sheet.write_datetime_with_format(8, 2, ExcelDateTime::from_ymd(2027, 6, 3).unwrap(), &date).unwrap();
    sheet.write_string(8, 3, "Open day").unwrap();
    sheet.write_string(8, 4, "Event").unwrap();
    sheet.write_string(9, 3, "A loose idea").unwrap();
    sheet.write_string(9, 4, "Story").unwrap();
    let hidden = book.add_worksheet().set_name("Old").unwrap();
    hidden.set_hidden(true).write_string(0, 0, "x").unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_with_merged_cells_headings_and_dates_of_every_sort() {
    let book = read(&workbook()).unwrap();
    assert!(book.notes.iter().any(|note| note.contains("“Old” is hidden")), "{:?}", book.notes);
    assert_eq!((book.sheets[0].hidden, book.sheets[1].hidden), (false, true));
    let mapping = Mapping { no_creator: Some(Blank::Above), ..Mapping::default() };
    let proposal = proposed(&book, &mapping, &empty(), false);
    let plan = after(&empty(), &proposal);
    let tobi = moments(&plan, "Tobi");
    assert_eq!(tobi.iter().map(|moment| moment.title.as_str()).collect::<Vec<_>>(), ["One", "=SUM(A1)", "Three"]);
    assert_eq!(tobi.iter().map(|moment| moment.when).collect::<Vec<_>>(), [on("2027-05-03"), on("2027-05-04"), on("2027-05-10")]);
    assert_eq!(tobi[2].window.as_ref().map(|window| window.after), Some(6), "a week is a first day and six more");
    assert_eq!(tobi[1].notes.as_deref(), Some("first\nsecond"));
    let brand = plan.lanes.iter().find(|lane| lane.kind == LaneKind::Brand).unwrap();
    assert_eq!(brand.moments[0].window.as_ref().map(|window| window.after), Some(2));
    // The creator of the row above is the brand, so the loose row is said to be the brand's, and that is told.
    assert_eq!((proposal.counts.headings, proposal.counts.carried, proposal.counts.added), (1, 1, 5));
}

#[test]
fn names_that_are_alike_are_asked_about() {
    let table = b"Date,Creator,Kind,Title\n2027-05-03,Tobi Achterberg,story,One\n2027-05-04,Tobi Achterbeg,story,Two\n2027-05-05,Creator 1,story,A\n2027-05-06,Creator 2,story,B\n";
    let book = read(table).unwrap();
    let proposal = proposed(&book, &Mapping::default(), &empty(), false);
    assert_eq!(proposal.questions, [Question::Person { name: "Tobi Achterbeg".into(), near: "Tobi Achterberg".into() }]);
    let mut mapping = Mapping::default();
    mapping.people.insert("Tobi Achterbeg".into(), Person::Same("Tobi Achterberg".into()));
    assert_eq!(after(&empty(), &proposed(&book, &mapping, &empty(), false)).lanes.len(), 3);
    mapping.people.insert("Tobi Achterbeg".into(), Person::New);
    assert_eq!(after(&empty(), &proposed(&book, &mapping, &empty(), false)).lanes.len(), 4);
}

#[test]
fn the_same_table_again_changes_nothing_and_a_changed_one_is_asked_about() {
    let book = read(AMERICAN).unwrap();
    let plan = after(&empty(), &proposed(&book, &Mapping::default(), &empty(), false));
    let again = proposed(&book, &Mapping::default(), &plan, false);
    assert_eq!((again.edits.len(), again.questions.len(), again.counts.unchanged), (0, 0, 3));
    let changed = String::from_utf8(AMERICAN.to_vec()).unwrap().replace("IG Story", "TikTok").replace("Teaser", "Story");
    let book = read(changed.as_bytes()).unwrap();
    let asked = proposed(&book, &Mapping::default(), &plan, false);
    assert!(matches!(asked.questions.as_slice(), [Question::Same { rows: 1, .. }]), "{:?}", asked.questions);
    let with = |same| Mapping { same: Some(same), ..Mapping::default() };
    let updated = after(&plan, &proposed(&book, &with(Same::Update), &plan, false));
    let teaser = moments(&updated, "Ana Cruz")[1];
    assert_eq!((teaser.platform, teaser.kind, updated.moment_count()), (Some(Platform::TikTok), Kind::Story, 3));
    assert_eq!(teaser.cost.unwrap().to_string(), "500.00 USD", "what the row does not change stays");
    let skipped = proposed(&book, &with(Same::Skip), &plan, false);
    assert_eq!((skipped.edits.len(), skipped.counts.skipped), (0, 3));
    assert_eq!(after(&plan, &proposed(&book, &with(Same::Add), &plan, false)).moment_count(), 6);
}

#[test]
fn a_table_is_one_step_that_undo_takes_back_whole() {
    let book = read(AMERICAN).unwrap();
    let mut document = Document::opened(empty());
    let before = Arc::clone(document.campaign());
    let proposal = proposed(&book, &Mapping::default(), &before, false);
    document.edit(Step::new("Import", proposal.edits), std::time::Duration::ZERO).unwrap();
    assert_eq!((document.campaign().moment_count(), document.undo_depth()), (3, 1));
    document.undo();
    assert_eq!(*document.campaign(), before);
}

#[test]
fn rows_of_nobody_become_ideas_and_headings_can_name_creators() {
    let table = b"Date,Title,Kind,Status\nTOBI,,,\n2027-05-03,One,story,ok\nMIRA,,,\n2027-05-04,Two,values,live\n";
    let book = read(table).unwrap();
    let asked = proposed(&book, &Mapping::default(), &empty(), false);
    assert_eq!(asked.questions, [Question::Headings(vec!["TOBI".into(), "MIRA".into()])]);
    let with = |headings| Mapping { headings: Some(headings), ..Mapping::default() };
    let plan = after(&empty(), &proposed(&book, &with(true), &empty(), false));
    assert_eq!(moments(&plan, "MIRA")[0].status, Status::Published);
    let proposal = proposed(&book, &with(false), &empty(), false);
    let plan = after(&empty(), &proposal);
    assert_eq!((plan.lanes.len(), plan.ideas.len(), proposal.counts.headings), (0, 2, 2));
}

#[test]
fn nobody_yet_is_not_the_person_above_and_a_day_of_the_week_is_no_date() {
    let table =
        "Day,Post date,Creator,Title,Type\nMon,2027-05-03,Maren,A,story\nTue,2027-05-04,tbd,B,story\nWed,2027-05-05,,C,story\n";
    let proposal = proposed(&read(table.as_bytes()).unwrap(), &Mapping::default(), &empty(), false);
    let plan = after(&empty(), &proposal);
    let maren = moments(&plan, "Maren");
    assert_eq!(maren.iter().map(|moment| (moment.title.as_str(), moment.when)).collect::<Vec<_>>(), [("A", on("2027-05-03"))]);
    assert_eq!(plan.ideas.iter().map(|idea| idea.title.as_str()).collect::<Vec<_>>(), ["B", "C"]);
    assert_eq!(proposal.counts.carried, 0);
}

#[test]
fn a_year_that_is_missing_is_proposed_and_asked() {
    let table =
        "Date,Creator,Kind,Title\nMon 3 May,A,story,One\nTue 4 May,A,story,Two\n20 Dec,A,story,Three\n4 Jan,A,story,Four\n";
    let book = read(table.as_bytes()).unwrap();
    let asked = proposed(&book, &Mapping::default(), &empty(), false);
    assert!(
        matches!(asked.questions.as_slice(), [Question::Year { proposed: 2027, .. }, Question::NewYear { next: None, .. }]),
        "{:?}",
        asked.questions
    );
    let over = Mapping { year: Some(2027), new_year: Some(true), ..Mapping::default() };
    let plan = after(&empty(), &proposed(&book, &over, &empty(), false));
    assert_eq!(moments(&plan, "A")[3].when, on("2028-01-04"), "January comes after December");
    let wrong = proposed(&book, &Mapping { year: Some(2026), ..Mapping::default() }, &empty(), false);
    assert!(messages(&wrong)[0].contains("that day is a Sun"), "{:?}", messages(&wrong));
}

/// The headings of this program's own tables. Once out, a heading stays as it is.
const OWN: &str = "Title,Lane,Creator,Handle,Brand,Date,Time,Day,Order,Days earlier,Days later,Kind,Also covers,Hook,Channel,Format,Minutes,People get,Shared value,Product,Call to action,Placement,Has to be said,Label,Label spoken,Platform label,Names the brand,Takes a stand,Measures,Names creators,Speaks for brand,Picture,Stand backed by,Status,Owner,Pay,Last word,Fee,Currency,Notes,Links,ID";

#[test]
fn our_own_tables_are_known_column_by_column() {
    let row = "Why I run,Tobi,Tobi,@tobi,Fjell,2027-05-03,09:30,-14,,1,2,Story,Values story; Origin,\"Two\nlines\",Instagram,Reel,3,Inspire; Educate,courage,Shoe,Hard,Embedded,say it,Ad,Yes,Yes,,Yes,\"reach; \"\"a; b\"\"\",Tobi,,,a law,Approved,Lena,Paid,Shared,1200.50,EUR,\"'=1+1\",https://a.b; https://c.d,abc-1\nOpen day,Fjell,,,Fjell,2027-05-04,,-13,,,,Event,,,,,,,,,,,,,,,,,,,,,,Draft,,,,,,,,abc-2\n";
    let book = read(format!("{OWN}\n{row}").as_bytes()).unwrap();
    let mut campaign = empty();
    campaign.anchor = Some(momentboard::model::Anchor {
        label: "Launch".into(),
        date: Some(day("2027-05-17")),
        unknown: momentboard::model::Unknown::default(),
    });
    let proposal = proposed(&book, &Mapping::default(), &campaign, false);
    let unsure: Vec<_> = proposal.guess.columns.iter().filter(|column| !column.sure || column.unknown).collect();
    assert!(unsure.is_empty(), "{unsure:?}");
    let plan = after(&campaign, &proposal);
    let moment = moments(&plan, "Tobi")[0];
    assert_eq!((moment.when, moment.time.unwrap().to_string()), (When::Relative(-14), "09:30".into()));
    assert_eq!(moment.covers, [Kind::Values, Kind::Origin]);
    assert_eq!((moment.hook.as_deref(), moment.notes.as_deref()), (Some("Two\nlines"), Some("=1+1")));
    assert_eq!(moment.kpis, ["reach", "a; b"]);
    assert_eq!(moment.links, ["https://a.b", "https://c.d"]);
    assert_eq!((moment.id.to_string(), moment.cost.unwrap().to_string()), ("abc-1".into(), "1200.50 EUR".into()));
    let window = moment.window.as_ref().unwrap();
    assert_eq!((window.before, window.after), (1, 2));
    assert!(moment.disclosure.spoken && moment.disclosure.platform_label && moment.cause && !moment.mentions_brand);
    assert_eq!(
        (moment.disclosure.text.as_deref(), moment.proof.as_deref(), moment.duration),
        (Some("Ad"), Some("a law"), Some(3))
    );
    assert_eq!(
        (moment.features.as_slice(), plan.creators[0].handle.as_deref()),
        ([plan.creators[0].id].as_slice(), Some("@tobi"))
    );
    assert_eq!((plan.products[0].name.as_str(), plan.brands[0].name.as_str(), plan.creators.len()), ("Shoe", "Fjell", 1));
    let brand = plan.lanes.iter().find(|lane| lane.kind == LaneKind::Brand).unwrap();
    assert_eq!((plan.lane_name(brand), brand.moments[0].title.as_str()), ("Fjell", "Open day"));
    let again = proposed(&book, &Mapping::default(), &plan, false);
    assert_eq!((again.counts.unchanged, again.edits.len()), (2, 0), "{:?}", again.questions);
}
