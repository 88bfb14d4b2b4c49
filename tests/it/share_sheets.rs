//! Tables: what is written as CSV and as a workbook is read back without loss, and nothing in it calculates.

use std::io::{Cursor, Read};
use std::sync::Arc;

use calamine::{Data, Reader as _, Xlsx};
use momentboard::analysis::deadlines::deadlines;
use momentboard::check::{Report, Severity};
use momentboard::model::{
    Acceptance, AcceptanceId, Campaign, Day, Kind, Lane, LaneId, LaneKind, Moment, Money, PlanId, Scope, Time, Unknown, When,
};
use momentboard::share::columns::{Cell, Column, Draft, Holds, Names, columns_of, rows, unguarded};
use momentboard::share::{Choice, ExportError, Format, Reader, Section, Watch, export, plan, reduced};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::exports::{checked, demo_plan, exported};
use crate::plans::{large_plan, random_plan};
use crate::scenes::readers;
use crate::tables::{ODD, after_a_table, hostile_plan};

pub(crate) fn written(campaign: &Campaign, choice: &Choice) -> (Vec<u8>, Vec<String>) {
    let artifact = exported(campaign, choice);
    (artifact.bytes, artifact.notices)
}

/// The rows of a table with their headings, as a reader of CSV sees them.
fn records(bytes: &[u8]) -> (Vec<String>, Vec<Vec<String>>) {
    let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().from_reader(bytes);
    let head = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows = reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect());
    (head, rows.collect())
}

/// The moments of a row, as it is read back: lane and moment.
fn drafted(seen: &Campaign, cells: Vec<(Column, Cell)>) -> (Option<LaneId>, Moment) {
    let names = Names::of(seen);
    let mut ids = momentboard::model::IdSource::seeded(1);
    let mut draft = Draft::of(Moment::new(ids.moment(), Kind::Story, ""));
    for (column, cell) in cells {
        column.put(&cell, &mut draft).unwrap_or_else(|wrong| panic!("{column:?} {cell:?}: {wrong:?}"));
    }
    let zero = seen.anchor.as_ref().and_then(|anchor| anchor.date);
    draft.settle(zero).unwrap();
    assert_eq!(draft.link(&names), []);
    let mut moment = draft.moment;
    moment.id = draft.id.unwrap();
    let lanes = names.lanes.find(&draft.lane);
    assert!(lanes.len() == 1, "“{}” is {lanes:?}", draft.lane);
    (lanes.first().copied(), moment)
}

fn check_rows(seen: &Campaign, reader: Reader, read: Vec<(Option<LaneId>, Moment)>) {
    let expected = rows(seen);
    assert_eq!(read.len(), expected.len());
    for (row, (lane, moment)) in expected.iter().zip(read) {
        assert_eq!(lane, Some(row.lane.id));
        let mut expected = after_a_table(row.moment);
        // The names of pictures are the team's.
        if reader != Reader::Internal {
            expected.image = None;
        }
        assert_eq!(moment, expected);
    }
}

fn check_csv(campaign: &Campaign, reader: Reader, raw: bool) {
    let seen = reduced(campaign, reader);
    let (bytes, _) = written(campaign, &Choice { raw, ..Choice::new(reader, Format::Csv) });
    let (head, records) = records(&bytes);
    let columns: Vec<Column> = head.iter().map(|heading| Column::of_heading(heading).unwrap()).collect();
    assert_eq!(columns, columns_of(reader));
    let cell = |(column, text): (&Column, String)| {
        let text = if raw { text } else { unguarded(&text).to_owned() };
        (*column, column.parse(&text).unwrap())
    };
    let read = records.into_iter().map(|record| drafted(&seen, columns.iter().zip(record).map(cell).collect()));
    check_rows(&seen, reader, read.collect());
}

/// A cell of a workbook as the program that reads tables makes it of what a reader of workbooks gives.
fn cell_of(column: Column, data: &Data) -> Cell {
    match (data, column.holds()) {
        (Data::Empty, _) => Cell::Empty,
        (Data::String(text), _) => column.parse(text).unwrap(),
        (Data::DateTime(moment), Holds::Day) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            Cell::Day(Day::parse(&format!("{year:04}-{month:02}-{day:02}")).unwrap())
        }
        (Data::DateTime(moment), Holds::Time) => {
            let minutes = (moment.as_f64() * 1440.0).round() as u32;
            Cell::Time(Time::parse(&format!("{:02}:{:02}", minutes / 60, minutes % 60)).unwrap())
        }
        (Data::Float(number), Holds::Number) => Cell::Number(*number as i64),
        (Data::Float(number), Holds::Amount) => Cell::Amount((number * 100.0).round() as i64),
        other => panic!("{column:?}: {other:?}"),
    }
}

fn opened(bytes: &[u8]) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes.to_vec())).unwrap()
}

/// The rows of a sheet.
pub(crate) fn sheet(bytes: &[u8], name: &str) -> Vec<Vec<Data>> {
    opened(bytes).worksheet_range(name).unwrap().rows().map(<[Data]>::to_vec).collect()
}

fn check_xlsx(campaign: &Campaign, reader: Reader) {
    let seen = reduced(campaign, reader);
    let (bytes, notices) = written(campaign, &Choice::new(reader, Format::Xlsx));
    assert_eq!(notices, Vec::<String>::new());
    let mut sheet = sheet(&bytes, "Moments").into_iter();
    let head = sheet.next().unwrap();
    let columns: Vec<Column> = head.iter().map(|heading| Column::of_heading(&heading.to_string()).unwrap()).collect();
    assert_eq!(columns, columns_of(reader));
    let read = sheet
        .map(|row| drafted(&seen, columns.iter().zip(&row).map(|(column, data)| (*column, cell_of(*column, data))).collect()));
    check_rows(&seen, reader, read.collect());
    formulas_are_ours(&bytes);
}

/// Whether a cell holds that text.
pub(crate) fn is(data: &Data, text: &str) -> bool {
    matches!(data, Data::String(of) if of == text)
}

/// Every part of a workbook.
pub(crate) fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            (part.name().unwrap().into_owned(), text)
        })
        .collect()
}

/// The only formulas are the sums of the budget, and there is no link at all.
fn formulas_are_ours(bytes: &[u8]) {
    for (name, text) in parts(bytes) {
        let xml = roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        for node in xml.descendants() {
            let tag = node.tag_name().name();
            assert!(!matches!(tag, "hyperlink" | "hyperlinks" | "externalReference" | "ddeLink" | "oleLink"), "{name}: {tag}");
            assert_ne!(node.attribute("TargetMode"), Some("External"), "{name}");
            if tag == "f" {
                let formula = node.text().unwrap_or_default();
                let ours = ["SUMPRODUCT(EXACT(Moments!$", "SUMIF($B$2:$B$", "C"].iter().any(|start| formula.starts_with(start));
                assert!(ours && !formula.contains("HYPERLINK"), "{name}: {formula}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, rng_seed: RngSeed::Fixed(51), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_table_reads_back_as_the_moments_it_was_written_from(seed: u64) {
        let campaign = hostile_plan(seed);
        for reader in readers(&campaign) {
            check_csv(&campaign, reader, false);
        }
    }

    #[test]
    fn a_workbook_reads_back_as_the_moments_it_was_written_from(seed: u64) {
        let campaign = hostile_plan(seed);
        for reader in readers(&campaign) {
            check_xlsx(&campaign, reader);
        }
    }
}

#[test]
fn the_demo_plan_reads_back_from_both() {
    let campaign = demo_plan();
    for reader in readers(&campaign) {
        check_csv(&campaign, reader, false);
        check_csv(&campaign, reader, true);
        check_xlsx(&campaign, reader);
    }
}

#[test]
fn what_came_back_goes_out_as_the_same_table() {
    // Texts that are cleaned once are clean: no round changes them any more.
    let campaign = hostile_plan(7);
    let choice = Choice::new(Reader::Internal, Format::Csv);
    let (first, _) = written(&campaign, &choice);
    let mut again = campaign.clone();
    for lane in &mut again.lanes {
        for moment in &mut std::sync::Arc::make_mut(lane).moments {
            let cleaned = after_a_table(moment);
            *std::sync::Arc::make_mut(moment) = cleaned;
        }
    }
    assert_eq!(written(&again, &choice).0, first);
}

#[test]
fn the_plain_table_is_what_spreadsheets_open() {
    let mut campaign = demo_plan();
    let lane = std::sync::Arc::make_mut(&mut campaign.lanes[0]);
    std::sync::Arc::make_mut(&mut lane.moments[0]).title = "=2+2".into();
    let (bytes, _) = written(&campaign, &Choice::new(Reader::Internal, Format::Csv));
    let text = String::from_utf8(bytes).unwrap();
    let first = text.lines().next().unwrap().to_owned();
    // The headings are how a table is recognised: a changed one breaks the tables of last year.
    assert_eq!(
        first,
        "\u{FEFF}\"Title\",\"Lane\",\"Creator\",\"Handle\",\"Brand\",\"Date\",\"Time\",\"Day\",\"Order\",\"Days earlier\",\
         \"Days later\",\"Kind\",\"Also covers\",\"Hook\",\"Channel\",\"Format\",\"Minutes\",\"People get\",\"Shared value\",\
         \"Product\",\"Call to action\",\"Placement\",\"Has to be said\",\"Label\",\"Label spoken\",\"Platform label\",\
         \"Names the brand\",\"Takes a stand\",\"Measures\",\"Names creators\",\"Speaks for brand\",\"Picture\",\
         \"Stand backed by\",\"Status\",\"Owner\",\"Pay\",\"Last word\",\"Fee\",\"Currency\",\"Notes\",\"Links\",\"ID\""
    );
    assert!(text.contains("\"'=2+2\""));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "no text of the demo has a line end in it");
    assert!(text.ends_with("\r\n"));
    let (_, records) = records(text.as_bytes());
    assert!(records.iter().any(|record| record[5] == "2027-09-16"), "days are written as in the plan");

    let (raw, _) = written(&campaign, &Choice { raw: true, ..Choice::new(Reader::Internal, Format::Csv) });
    let raw = String::from_utf8(raw).unwrap();
    assert!(raw.starts_with("\"Title\"") && raw.contains("\"=2+2\"") && !raw.contains("\"'="));
}

#[test]
fn no_field_of_a_table_begins_like_a_formula() {
    for seed in 0..8 {
        let (bytes, _) = written(&hostile_plan(seed), &Choice::new(Reader::Internal, Format::Csv));
        let (head, records) = records(&bytes);
        for (heading, text) in records.iter().flat_map(|record| head.iter().zip(record)) {
            let column = Column::of_heading(heading).unwrap();
            let seen = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{2066}'..='\u{2069}'));
            let begins =
                seen.starts_with(['=', '@', '+', '＝', '＋', '－', '＠']) || (column.is_typed() && seen.starts_with('-'));
            assert!(!begins, "{heading}: {text:?}");
        }
    }
}

#[test]
fn a_workbook_has_a_sheet_for_each_thing_and_each_reader_theirs() {
    let mut campaign = demo_plan();
    campaign.acceptances.push(std::sync::Arc::new(Acceptance {
        id: AcceptanceId::parse("risk").unwrap(),
        rule: "PBR-01".into(),
        target: Scope::Campaign,
        reason: "She has worn it for years".into(),
        owner: "Oskar".into(),
        until: None,
        show_to_client: false,
        facts: Vec::new(),
        unknown: Unknown::default(),
    }));
    let names = |choice: &Choice| opened(&written(&campaign, choice).0).sheet_names();
    let team = names(&Choice::new(Reader::Internal, Format::Xlsx));
    assert_eq!(team, ["Moments", "Creators", "Deliverables", "Budget", "Findings", "Accepted", "Lists"]);
    let client = names(&Choice::new(Reader::Client, Format::Xlsx));
    assert!(!client.iter().any(|name| name == "Budget" || name == "Findings"), "{client:?}");
    let creator = names(&Choice::new(Reader::Creator(campaign.lanes[0].id), Format::Xlsx));
    assert_eq!(creator, ["Moments", "Creators", "Deliverables", "Lists"]);
    let mut few = Choice::new(Reader::Internal, Format::Xlsx);
    few.sections.remove(&Section::Budget);
    few.sections.remove(&Section::Deliverables);
    assert_eq!(names(&few), ["Moments", "Creators", "Findings", "Accepted", "Lists"]);
}

#[test]
fn days_are_days_money_is_money_and_sums_are_right() {
    let mut campaign = demo_plan();
    campaign.budget = Money::parse("60000 EUR");
    let (bytes, _) = written(&campaign, &Choice::new(Reader::Internal, Format::Xlsx));
    let moments = sheet(&bytes, "Moments");
    let at = |heading: &str| moments[0].iter().position(|of| is(of, heading)).unwrap();
    let (date, fee) = (at("Date"), at("Fee"));
    let is_day = |row: &&Vec<Data>| matches!(&row[date], Data::DateTime(day) if day.is_datetime());
    assert!(moments.iter().skip(1).filter(is_day).count() > 5);
    let fees: f64 = moments.iter().skip(1).filter_map(|row| if let Data::Float(fee) = row[fee] { Some(fee) } else { None }).sum();
    let planned: i64 =
        campaign.lanes.iter().flat_map(|lane| &lane.moments).filter_map(|moment| moment.cost).map(Money::hundredths).sum();
    assert!(planned > 0 && (fees - planned as f64 / 100.0).abs() < 1e-6);

    let budget = sheet(&bytes, "Budget");
    let value = |label: &str| {
        let row = budget.iter().find(|row| is(&row[0], label)).unwrap();
        let Data::Float(value) = row[2] else { panic!("{row:?}") };
        value
    };
    assert!((value("Planned in all") - fees).abs() < 1e-6);
    assert!((value("Budget") - 60_000.0).abs() < 1e-6 && (value("Left") - (60_000.0 - fees)).abs() < 1e-6);
    let lanes: f64 = budget[1..]
        .iter()
        .take_while(|row| !row[0].to_string().is_empty())
        .map(|row| if let Data::Float(sum) = row[2] { sum } else { 0.0 })
        .sum();
    assert!((lanes - fees).abs() < 1e-6, "the rows of the lanes are all of it");
    let formulas = opened(&bytes).worksheet_formula("Budget").unwrap();
    assert!(formulas.used_cells().any(|(_, _, formula)| formula.contains("EXACT(Moments!$B$2")));
    let styles = parts(&bytes).into_iter().find(|(name, _)| name == "xl/styles.xml").unwrap().1;
    assert!(styles.contains("[$EUR]") && styles.contains("yyyy-mm-dd"));
}

#[test]
fn a_lane_without_a_fee_stands_in_the_budget_with_its_moments() {
    let mut campaign = demo_plan();
    let lane = Arc::make_mut(&mut campaign.lanes[0]);
    for moment in &mut lane.moments {
        Arc::make_mut(moment).cost = None;
    }
    let (name, count) = (campaign.lane_name(&campaign.lanes[0]).to_owned(), campaign.lanes[0].moments.len());
    let (bytes, _) = written(&campaign, &Choice::new(Reader::Internal, Format::Xlsx));
    let budget = sheet(&bytes, "Budget");
    let row = budget.iter().find(|row| is(&row[0], &name)).unwrap();
    assert_eq!(row[1..], [Data::Empty, Data::Empty, Data::Float(0.0), Data::Float(count as f64)]);
}

#[test]
fn drafts_and_approvals_are_due_before_their_moments() {
    let campaign = demo_plan();
    let (bytes, _) = written(&campaign, &Choice::new(Reader::Client, Format::Xlsx));
    let rows = sheet(&bytes, "Deliverables");
    let at = |heading: &str| rows[0].iter().position(|of| is(of, heading)).unwrap();
    let day = |data: &Data| cell_of(Column::Date, data);
    let mut last = None;
    let mut due_rows = 0;
    for row in &rows[1..] {
        let Cell::Day(date) = day(&row[at("Date")]) else { continue };
        assert!(last <= Some(date), "in the order of the calendar");
        last = Some(date);
        let due = deadlines(date);
        let title = row[at("Title")].to_string();
        let mut moments = campaign.lanes.iter().flat_map(|lane| &lane.moments);
        let is_out = moments.any(|moment| moment.title == title && moment.status == momentboard::model::Status::Published);
        // What is out has nothing due.
        let expected = if is_out { (Cell::Empty, Cell::Empty) } else { (Cell::Day(due.draft), Cell::Day(due.approval)) };
        assert_eq!((day(&row[at("Draft due")]), day(&row[at("Approval due")])), expected, "{title}");
        due_rows += 1;
    }
    assert!(due_rows > 5);
    assert!(rows[0].iter().all(|heading| !matches!(heading.to_string().as_str(), "Status" | "Owner")));
}

#[test]
fn a_sheet_can_be_filtered_printed_and_filled_in() {
    let campaign = demo_plan();
    let (bytes, _) = written(&campaign, &Choice::new(Reader::Internal, Format::Xlsx));
    let parts = parts(&bytes);
    let text = &parts.iter().find(|(name, _)| name == "xl/worksheets/sheet1.xml").unwrap().1;
    let xml = roxmltree::Document::parse(text).unwrap();
    let one = |tag: &str| xml.descendants().find(|node| node.tag_name().name() == tag).unwrap_or_else(|| panic!("no {tag}"));
    assert_eq!(one("pane").attribute("topLeftCell"), Some("B2"));
    let last = campaign.moment_count() + 1;
    assert_eq!(one("autoFilter").attribute("ref"), Some(format!("A1:AP{last}").as_str()));
    assert_eq!(one("pageSetup").attribute("orientation"), Some("landscape"));
    // What can be chosen stands on the sheet of the lists, under the heading of its column.
    let lists = sheet(&bytes, "Lists");
    let heads: Vec<String> = sheet(&bytes, "Moments")[0].iter().map(ToString::to_string).collect();
    let mut seen = 0;
    for rule in xml.descendants().filter(|node| node.tag_name().name() == "dataValidation") {
        let range = rule.attribute("sqref").unwrap();
        let column = number(range);
        let holds = Column::of_heading(&heads[column]).unwrap().holds();
        let kind = rule.attribute("type");
        if kind != Some("list") {
            let expected = match holds {
                Holds::Day => "date",
                Holds::Time => "time",
                Holds::Number => "whole",
                _ => "decimal",
            };
            assert_eq!(kind, Some(expected), "{}", heads[column]);
            continue;
        }
        let source = rule.descendants().find(|node| node.tag_name().name() == "formula1").unwrap().text().unwrap();
        let at = number(source.strip_prefix("Lists!$").unwrap());
        assert_eq!(lists[0][at].to_string(), heads[column], "{source}");
        let entries: Vec<String> = lists[1..].iter().map(|row| row[at].to_string()).filter(|entry| !entry.is_empty()).collect();
        assert_eq!(source.rsplit('$').next().unwrap().parse::<usize>().unwrap(), entries.len() + 1, "{source}");
        let choices = Column::of_heading(&heads[column]).unwrap().choices();
        assert!(choices.iter().all(|choice| entries.iter().any(|entry| entry == choice.name)));
        seen += 1;
    }
    assert!(seen >= 12, "{seen}");
}

/// The number of the column that a reference begins with.
fn number(reference: &str) -> usize {
    let letters = reference.bytes().take_while(u8::is_ascii_uppercase);
    letters.fold(0, |number, letter| number * 26 + usize::from(letter - b'A') + 1) - 1
}

#[test]
fn a_text_that_no_cell_holds_is_cut_aloud_and_only_there() {
    let mut campaign = demo_plan();
    let lane = std::sync::Arc::make_mut(&mut campaign.lanes[0]);
    let moment = std::sync::Arc::make_mut(&mut lane.moments[0]);
    moment.notes = Some("🎉".repeat(20_000));
    let title = moment.title.clone();
    let (bytes, notices) = written(&campaign, &Choice::new(Reader::Internal, Format::Xlsx));
    assert_eq!(notices.len(), 1, "{notices:?}");
    assert!(notices[0].contains(&title) && notices[0].contains("Notes"), "{notices:?}");
    let longest = sheet(&bytes, "Moments").concat().iter().map(|data| data.to_string().encode_utf16().count()).max();
    assert_eq!(longest, Some(32_766), "whole signs only");
    let (_, notices) = written(&campaign, &Choice::new(Reader::Client, Format::Xlsx));
    assert_eq!(notices, Vec::<String>::new(), "what is not there is not cut");
    check_csv(&campaign, Reader::Internal, false);
}

#[test]
fn what_a_reader_must_not_see_is_in_no_byte_of_a_table() {
    let mut campaign = demo_plan();
    let secrets = ["xnotesx", "xownerx", "xlinkx", "xproofx", "xevidencex", "xcontactx", "xideax", "7341", "Gifted"];
    campaign.ideas.push(std::sync::Arc::new(Moment::new(
        momentboard::model::MomentId::parse("idea").unwrap(),
        Kind::Story,
        "xideax",
    )));
    for creator in &mut campaign.creators {
        std::sync::Arc::make_mut(creator).contact = Some("xcontactx".into());
    }
    for lane in &mut campaign.lanes {
        let lane = std::sync::Arc::make_mut(lane);
        lane.relationship.evidence = vec!["xevidencex".into()];
        for moment in &mut lane.moments {
            let moment = std::sync::Arc::make_mut(moment);
            moment.notes = Some("xnotesx".into());
            moment.owner = Some("xownerx".into());
            moment.links = vec!["xlinkx".into()];
            moment.proof = Some("xproofx".into());
            moment.compensation = Some(momentboard::model::Compensation::Gifted);
            moment.cost = Money::parse("7341 EUR");
        }
    }
    let other = campaign.creator_of(&campaign.lanes[1]).unwrap().name.clone();
    let all = |reader: Reader, format: Format| -> String {
        let (bytes, _) = written(&campaign, &Choice::new(reader, format));
        if format == Format::Xlsx {
            parts(&bytes).into_iter().map(|(name, text)| name + &text).collect()
        } else {
            String::from_utf8(bytes).unwrap()
        }
    };
    let creator = Reader::Creator(campaign.lanes[0].id);
    for format in [Format::Xlsx, Format::Csv, Format::Ics] {
        for reader in [Reader::Client, creator] {
            let text = all(reader, format);
            for secret in secrets {
                assert!(!text.contains(secret), "{format:?} {reader:?}: {secret}");
            }
        }
        assert!(!all(creator, format).contains(&other), "{format:?}: {other}");
        assert!(all(Reader::Client, format).contains(&other), "{format:?}");
        assert!(all(Reader::Internal, format).contains("xnotesx"), "{format:?}: the search would find it");
    }
}

#[test]
fn the_same_plan_gives_the_same_bytes_and_any_size_is_a_table() {
    let (empty, large) = (Campaign::new(PlanId::default(), ""), large_plan(3, 1000, 40));
    let mut one = empty.clone();
    let mut lane = Lane::empty(LaneId::parse("a").unwrap(), LaneKind::Community);
    let mut moment = Moment::new(momentboard::model::MomentId::parse("m").unwrap(), Kind::Values, "");
    moment.when = When::Undated;
    lane.moments.push(std::sync::Arc::new(moment));
    one.lanes.push(std::sync::Arc::new(lane));
    for campaign in [&empty, &one, &large] {
        for format in [Format::Xlsx, Format::Csv] {
            let choice = Choice { made_on: Day::new(2026, 11, 26), ..Choice::new(Reader::Internal, format) };
            let (bytes, _) = written(campaign, &choice);
            assert_eq!(written(campaign, &choice).0, bytes, "{format:?}");
            let count = if format == Format::Xlsx { sheet(&bytes, "Moments").len() - 1 } else { records(&bytes).1.len() };
            assert_eq!(count, campaign.moment_count(), "{format:?}");
        }
    }
}

#[test]
fn a_table_stops_when_it_is_told_to() {
    let campaign = demo_plan();
    for format in [Format::Xlsx, Format::Csv, Format::Ics] {
        let stop = |done: usize, _: usize| done < 3;
        let stopped = export(&campaign, &checked(&campaign), &Choice::new(Reader::Internal, format), Watch(&stop));
        assert_eq!(stopped, Err(ExportError::Cancelled), "{format:?}");
    }
}

#[test]
fn the_odd_texts_are_odd() {
    // The properties above are worth as much as the texts they run over.
    assert!(ODD.iter().any(|text| text.starts_with('=')) && ODD.iter().any(|text| text.contains('\r')));
    assert!(ODD.iter().any(|text| text.contains('\u{202E}')) && ODD.iter().any(|text| text.contains('\u{0}')));
}

#[test]
fn findings_have_their_place_what_clears_them_and_what_was_not_checked() {
    let (campaign, report) = crate::share::full(&|text| text.to_owned());
    let view = plan(&campaign, &report, Reader::Internal);
    assert!(!view.findings.is_empty() && !view.not_checked.is_empty() && !view.rules_off.is_empty());
    check_findings(&campaign, &report);
    // Where several findings are told as one, a column says what it is made of.
    let is_made_of_several = |(campaign, report): &(Campaign, Report)| {
        plan(campaign, report, Reader::Internal).findings.iter().any(|line| !line.lines.is_empty())
    };
    let plans = (0..200).map(random_plan).map(|campaign| (campaign.clone(), checked(&campaign)));
    let (campaign, report) = plans.into_iter().find(is_made_of_several).expect("a plan with such a finding");
    check_findings(&campaign, &report);
}

fn check_findings(campaign: &Campaign, report: &Report) {
    let view = plan(campaign, report, Reader::Internal);
    let bytes = export(campaign, report, &Choice::new(Reader::Internal, Format::Xlsx), Watch::none()).unwrap().bytes;
    let text = |row: &[Data]| row.iter().map(|data| data.to_string().replace("\r\n", "\n")).collect::<Vec<_>>();
    let rows: Vec<Vec<String>> = sheet(&bytes, "Findings").iter().map(|row| text(row)).collect();
    let mut heads = vec!["Finding", "Severity", "Rule", "Where", "In words", "What would clear it"];
    let has_parts = view.findings.iter().any(|line| !line.lines.is_empty());
    heads.extend(has_parts.then_some("Made of"));
    assert_eq!(rows[0], heads);
    let mut wanted: Vec<Vec<String>> = Vec::new();
    for line in &view.findings {
        let severity = match line.severity {
            Severity::Error => "Error",
            Severity::Warning => "Warning",
            Severity::Hint => "Hint",
        };
        let severity = severity.to_owned();
        let mut row = vec![line.title.clone(), severity, line.code.clone(), line.place.clone(), line.message.clone()];
        row.push(line.clears.join("\n"));
        row.extend(has_parts.then(|| line.lines.join("\n")));
        wanted.push(row);
    }
    let none = String::new;
    let other = |cells: [String; 5]| cells.into_iter().chain(std::iter::repeat_with(none)).take(heads.len()).collect();
    wanted.extend(view.unchecked.iter().map(|line| {
        let [title, code] = [line.title, line.code].map(str::to_owned);
        other([title, "Not checked".to_owned(), code, line.place.clone(), line.reason.clone()])
    }));
    wanted.extend(
        view.rules_off
            .iter()
            .map(|line| other([none(), "Rules that are off".to_owned(), line.code.clone(), none(), line.why.clone()])),
    );
    assert_eq!(rows[1..], wanted);
    // The sheet of findings can be filtered.
    let names: Vec<String> = opened(&bytes).sheet_names();
    let at = names.iter().position(|name| name == "Findings").unwrap() + 1;
    let (_, xml) = parts(&bytes).into_iter().find(|(name, _)| *name == format!("xl/worksheets/sheet{at}.xml")).unwrap();
    assert!(xml.contains("<autoFilter ref=\"A1:"), "{names:?}");
}
