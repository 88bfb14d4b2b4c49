//! Our own table, there and back: every column of every moment, and what comes back changed changes just that.

use std::collections::BTreeMap;

use momentboard::edit::apply_all;
use momentboard::import::{Book, Incoming, Mapping, Proposal, Question, Same, Sheet, Value, moments_sheet, propose, read};
use momentboard::model::{Campaign, IdSource, Index, Kind, Moment, MomentId, Money, When, faults};
use momentboard::share::{Choice, Format, Reader, Section};

use crate::exports::{demo_plan, exported};
use crate::import_tables::{after, day, empty};
use crate::tables::hostile_plan;

/// What the program writes, as its bytes.
fn written(campaign: &Campaign, reader: Reader, format: Format) -> Vec<u8> {
    let mut choice = Choice::new(reader, format);
    choice.sections.insert(Section::Deliverables);
    exported(campaign, &choice).bytes
}

/// The moments as a table of text: what each column says of each moment.
fn table(campaign: &Campaign) -> (Vec<String>, Vec<Vec<String>>) {
    let bytes = written(campaign, Reader::Internal, Format::Csv);
    let mut reader = csv::ReaderBuilder::new().from_reader(bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap());
    let head = reader.headers().unwrap().iter().map(str::to_owned).collect();
    // Blanks alone say nothing: no program that opens tables tells them from an empty cell.
    let text = |text: &str| if text.trim().is_empty() { String::new() } else { text.to_owned() };
    (head, reader.records().map(|record| record.unwrap().iter().map(text).collect()).collect())
}

fn by_id(table: (Vec<String>, Vec<Vec<String>>)) -> BTreeMap<String, BTreeMap<String, String>> {
    let (head, rows) = table;
    rows.into_iter().map(|row| (row.last().unwrap().clone(), head.iter().cloned().zip(row).collect())).collect()
}

fn brought(bytes: &[u8], mapping: &Mapping, campaign: &Campaign) -> Proposal {
    let book = read(bytes).unwrap();
    brought_book(&book, mapping, campaign)
}

fn brought_book(book: &Book, mapping: &Mapping, campaign: &Campaign) -> Proposal {
    let sheet = &book.sheets[moments_sheet(book).unwrap()];
    propose(incoming(sheet, mapping, campaign), &mut IdSource::seeded(99))
}

fn incoming<'a>(sheet: &'a Sheet, mapping: &'a Mapping, campaign: &'a Campaign) -> Incoming<'a> {
    Incoming { sheet, mapping, campaign, today: day("2027-03-01"), skip_bad: false }
}

/// A column of the sheet of moments and the row of a moment, by heading and title.
fn cell<'b>(book: &'b mut Book, title: &str, heading: &str) -> (&'b mut momentboard::import::Row, u16) {
    let at = moments_sheet(book).unwrap();
    let sheet = &mut book.sheets[at];
    let column = |text: &str| sheet.rows[0].cells.iter().find(|cell| cell.value.shown() == text).unwrap().column;
    let (titles, wanted) = (column("Title"), column(heading));
    let row = sheet.rows.iter_mut().find(|row| row.get(titles).is_some_and(|value| value.shown() == title)).unwrap();
    (row, wanted)
}

/// Types something into a cell, as somebody does in a spreadsheet; an empty text empties it.
fn typed(book: &mut Book, title: &str, heading: &str, text: &str) {
    let (row, column) = cell(book, title, heading);
    row.cells.retain(|cell| cell.column != column);
    if !text.is_empty() {
        row.cells.push(momentboard::import::Cell { column, value: Value::Text(text.into()) });
        row.cells.sort_by_key(|cell| cell.column);
    }
}

fn moment(campaign: &Campaign, title: &str) -> Moment {
    let mut all = campaign.lanes.iter().flat_map(|lane| &lane.moments);
    all.find(|moment| moment.title == title).map_or_else(|| panic!("{title}"), |moment| Moment::clone(moment))
}

fn changes(proposal: &Proposal) -> Vec<(String, Vec<&'static str>)> {
    let lines = proposal.preview.lines.iter();
    lines.map(|line| (line.title.clone(), line.changes.iter().map(|change| change.column).collect())).collect()
}

#[test]
fn an_untouched_table_changes_nothing_in_the_plan_it_came_from() {
    let plans = (0..12).map(hostile_plan).chain([demo_plan()]);
    for (at, campaign) in plans.enumerate() {
        for reader in [Reader::Internal, Reader::Client] {
            for format in [Format::Csv, Format::Xlsx] {
                if campaign.moment_count() == 0 {
                    continue;
                }
                let proposal = brought(&written(&campaign, reader, format), &Mapping::default(), &campaign);
                assert_eq!(proposal.problems, [], "{at} {reader:?} {format:?}");
                assert_eq!(proposal.questions, [], "{at} {reader:?} {format:?}");
                assert_eq!(proposal.edits, [], "{at} {reader:?} {format:?} {:?}", proposal.counts);
                assert_eq!(proposal.counts.unchanged, proposal.counts.rows, "{at} {reader:?} {format:?}");
                assert!(proposal.unsure().next().is_none() && proposal.counts.unknown_columns.is_empty());
            }
        }
    }
}

#[test]
fn an_empty_plan_gets_every_column_of_every_moment() {
    for (at, campaign) in (0..12).map(hostile_plan).chain([demo_plan()]).enumerate() {
        let expected = by_id(table(&campaign));
        for format in [Format::Csv, Format::Xlsx] {
            if campaign.moment_count() == 0 {
                continue;
            }
            let proposal = brought(&written(&campaign, Reader::Internal, format), &Mapping::default(), &empty());
            let plan = after(&empty(), &proposal);
            let found = by_id(table(&plan));
            assert_eq!(found.len(), expected.len());
            let mut named = false;
            for (id, row) in &expected {
                for (heading, text) in row {
                    let now = &found[id][heading];
                    if heading == "Picture" {
                        // The bytes of a picture do not fit into a table; that is said.
                        named |= !text.is_empty();
                        assert_eq!(now, "");
                    } else {
                        assert_eq!(now, text, "{at} {format:?} {id} {heading}: {row:?}");
                    }
                }
            }
            let said = proposal.counts.lines().iter().any(|line| line.contains("not the pictures"));
            assert_eq!(said, named, "{at} {:?}", proposal.counts.lines());
        }
    }
}

#[test]
fn what_was_changed_in_the_spreadsheet_lands_as_one_step_and_is_listed() {
    let mut campaign = demo_plan();
    campaign.creators.push(std::sync::Arc::new(momentboard::model::Creator::new(
        momentboard::model::CreatorId::parse("nobody").unwrap(),
        "Nobody",
    )));
    let titles: Vec<String> =
        campaign.lanes.iter().flat_map(|lane| &lane.moments).take(4).map(|moment| moment.title.clone()).collect();
    let [first, second, third, fourth] = &titles[..] else { panic!("{titles:?}") };
    let mut book = read(&written(&campaign, Reader::Internal, Format::Xlsx)).unwrap();
    typed(&mut book, first, "Fee", "1234.5");
    typed(&mut book, first, "Currency", "usd");
    typed(&mut book, second, "Kind", "Unboxing");
    typed(&mut book, second, "Hook", "");
    typed(&mut book, third, "Date", "7 October 2027");
    typed(&mut book, third, "Notes", "=SUM(A1)\nsecond line");
    typed(&mut book, fourth, "Title", "  Another title 日本語 👟 ");
    let proposal = brought_book(&book, &Mapping::default(), &campaign);
    let changed = after(&campaign, &proposal);
    assert_eq!(proposal.counts.updated, 4);
    assert_eq!(proposal.counts.unchanged, campaign.moment_count() - 4);
    assert_eq!(changed.moment_count(), campaign.moment_count());
    assert_eq!(moment(&changed, first).cost, Money::parse("1234.50 USD"));
    let now = moment(&changed, second);
    assert_eq!((now.kind, now.hook), (Kind::Product, None), "an emptied cell empties its field");
    let now = moment(&changed, third);
    assert_eq!(now.notes.as_deref(), Some("=SUM(A1)\nsecond line"));
    assert_eq!(changed.day_of(now.when), Some(day("2027-10-07")));
    moment(&changed, "  Another title 日本語 👟 ");
    let listed = changes(&proposal);
    assert_eq!(listed.len(), 4, "{listed:?}");
    assert!(listed.iter().any(|(title, columns)| title == first && columns.contains(&"Fee") && columns.contains(&"Currency")));
    assert!(
        listed.iter().any(|(title, columns)| title == third && columns.contains(&"Date") && columns.contains(&"Notes")),
        "{third}: {listed:?}"
    );
    // The same table once more is the plan as it is.
    let again = brought_book(&book, &Mapping::default(), &changed);
    assert_eq!((again.edits.len(), again.counts.unchanged), (0, campaign.moment_count()), "{:?}", changes(&again));
}

#[test]
fn a_day_that_is_counted_from_day_0_stays_counted_when_its_date_is_changed() {
    let mut campaign = empty();
    let table = "Date,Creator,Kind,Title\n2027-05-03,Tobi,story,One\n";
    campaign = after(
        &campaign,
        &crate::import_tables::proposed(&read(table.as_bytes()).unwrap(), &Mapping::default(), &campaign, false),
    );
    campaign.anchor = Some(momentboard::model::Anchor {
        label: "Launch".into(),
        date: Some(day("2027-05-17")),
        unknown: momentboard::model::Unknown::default(),
    });
    let lane = std::sync::Arc::make_mut(&mut campaign.lanes[0]);
    std::sync::Arc::make_mut(&mut lane.moments[0]).when = When::Relative(-14);
    let mut book = read(&written(&campaign, Reader::Internal, Format::Csv)).unwrap();
    typed(&mut book, "One", "Date", "2027-05-10");
    let dated = after(&campaign, &brought_book(&book, &Mapping::default(), &campaign));
    assert_eq!(dated.lanes[0].moments[0].when, When::Relative(-7));
    let mut book = read(&written(&campaign, Reader::Internal, Format::Csv)).unwrap();
    typed(&mut book, "One", "Day", "3");
    let counted = after(&campaign, &brought_book(&book, &Mapping::default(), &campaign));
    assert_eq!(counted.lanes[0].moments[0].when, When::Relative(3));
    typed(&mut book, "One", "Day", "");
    typed(&mut book, "One", "Date", "");
    let undated = after(&campaign, &brought_book(&book, &Mapping::default(), &campaign));
    assert_eq!(undated.lanes[0].moments[0].when, When::Undated);
}

#[test]
fn rows_that_were_added_removed_moved_and_copied_are_what_they_look_like() {
    let campaign = demo_plan();
    let lanes: Vec<String> = campaign.lanes.iter().map(|lane| campaign.lane_name(lane).to_owned()).collect();
    let (from, to) = (&campaign.lanes[0], &campaign.lanes[1]);
    let title = from.moments[0].title.clone();
    let mut book = read(&written(&campaign, Reader::Internal, Format::Xlsx)).unwrap();
    let at = moments_sheet(&book).unwrap();
    // A copied row without its id, under another title, for a creator who is in the plan.
    let (row, id) = cell(&mut book, &title, "ID");
    let mut new = row.clone();
    new.cells.retain(|cell| cell.column != id);
    new.cells[0].value = Value::Text("Brand new".into());
    let last = book.sheets[at].rows.last().unwrap().number;
    new.number = last + 1;
    book.sheets[at].rows.push(new);
    // Another lane is chosen from its list, and one row is deleted.
    typed(&mut book, &title, "Lane", &lanes[1]);
    let removed = to.moments[0].title.clone();
    let titles = 0;
    book.sheets[at].rows.retain(|row| row.get(titles).is_none_or(|value| value.shown() != removed));
    let proposal = brought_book(&book, &Mapping::default(), &campaign);
    let changed = after(&campaign, &proposal);
    assert_eq!((proposal.counts.added, proposal.counts.updated, proposal.counts.absent), (1, 1, 1), "{:?}", proposal.counts);
    assert_eq!(changed.lanes.len(), campaign.lanes.len(), "no lane is doubled");
    assert_eq!(changed.creators.len(), campaign.creators.len());
    assert!(changed.lanes[1].moments.iter().any(|moment| moment.title == title));
    assert!(changed.lanes[0].moments.iter().any(|moment| moment.title == "Brand new"));
    moment(&changed, &removed);
    assert!(proposal.counts.lines().iter().any(|line| line.contains("1 moment of the plan not in the table")));
    // Brought in again, the new row is known by its lane, day and title.
    let again = brought_book(&book, &Mapping::default(), &changed);
    assert_eq!((again.edits.len(), again.counts.added), (0, 0), "{:?}", changes(&again));
    // A row that was copied with its id says so.
    let (row, _) = cell(&mut book, "Brand new", "ID");
    let mut twice = row.clone();
    twice.number += 1;
    let known = from.moments[1].id;
    twice.cells.push(momentboard::import::Cell { column: id, value: Value::Text(known.to_string()) });
    book.sheets[at].rows.push(twice);
    let asked = brought_book(&book, &Mapping::default(), &campaign);
    assert!(asked.problems.iter().any(|problem| problem.message.contains("two rows")), "{:?}", asked.problems);
}

#[test]
fn whoever_wants_moments_doubled_or_left_alone_says_so() {
    let campaign = demo_plan();
    let title = campaign.lanes[0].moments[0].title.clone();
    let mut book = read(&written(&campaign, Reader::Internal, Format::Csv)).unwrap();
    typed(&mut book, &title, "Owner", "Somebody else");
    let with = |same| Mapping { same: Some(same), ..Mapping::default() };
    let skipped = brought_book(&book, &with(Same::Skip), &campaign);
    assert_eq!((skipped.edits.len(), skipped.counts.skipped), (0, campaign.moment_count()));
    let doubled = after(&campaign, &brought_book(&book, &with(Same::Add), &campaign));
    assert_eq!((doubled.moment_count(), doubled.lanes.len()), (2 * campaign.moment_count(), campaign.lanes.len()));
}

#[test]
fn sheets_that_are_made_from_the_moments_say_which_one_to_take() {
    let campaign = demo_plan();
    let book = read(&written(&campaign, Reader::Internal, Format::Xlsx)).unwrap();
    assert_eq!(book.sheets[moments_sheet(&book).unwrap()].name, "Moments");
    let mut refused = Vec::new();
    for sheet in &book.sheets {
        let mapping = Mapping::default();
        let table = Incoming { skip_bad: true, ..incoming(sheet, &mapping, &campaign) };
        let proposal = propose(table, &mut IdSource::seeded(1));
        if let Some(refusal) = proposal.refusal() {
            assert!(refusal.contains(&sheet.name) && refusal.contains("“Moments”"), "{refusal}");
            assert!(proposal.edits.is_empty() && !proposal.is_ready());
            refused.push(sheet.name.as_str());
        }
    }
    assert_eq!(refused, ["Creators", "Deliverables", "Budget", "Findings", "Lists"]);
    // Renamed and saved as text, a sheet is still known.
    let mut renamed = book.sheets[2].clone();
    renamed.name.clear();
    let mapping = Mapping::default();
    let table = Incoming { skip_bad: true, ..incoming(&renamed, &mapping, &campaign) };
    let proposal = propose(table, &mut IdSource::seeded(1));
    assert!(proposal.refusal().is_some());
}

#[test]
fn a_table_of_another_plan_brings_new_moments_and_finds_the_people_who_are_there() {
    let campaign = demo_plan();
    let mut other = demo_plan();
    let mut ids = IdSource::seeded(4);
    for lane in &mut other.lanes {
        for moment in &mut std::sync::Arc::make_mut(lane).moments {
            let moment = std::sync::Arc::make_mut(moment);
            moment.id = ids.moment();
            moment.title.push_str(", once more");
        }
    }
    let proposal = brought(&written(&other, Reader::Internal, Format::Xlsx), &Mapping::default(), &campaign);
    let plan = after(&campaign, &proposal);
    assert_eq!(plan.moment_count(), 2 * campaign.moment_count());
    assert_eq!((plan.lanes.len(), plan.creators.len()), (campaign.lanes.len(), campaign.creators.len()));
    assert_eq!((plan.products.len(), plan.brands.len()), (campaign.products.len(), campaign.brands.len()));
}

#[test]
fn what_a_spreadsheet_makes_of_days_is_asked_about_and_words_that_are_none_are_named() {
    let campaign = demo_plan();
    let title = campaign.lanes[0].moments[0].title.clone();
    let mut book = read(&written(&campaign, Reader::Internal, Format::Csv)).unwrap();
    typed(&mut book, &title, "Date", "3/4/2027");
    let proposal = brought_book(&book, &Mapping::default(), &campaign);
    assert!(matches!(proposal.questions.as_slice(), [Question::Dates { .. }]), "{:?}", proposal.questions);
    assert!(proposal.edits.is_empty());
    let mut book = read(&written(&campaign, Reader::Internal, Format::Csv)).unwrap();
    typed(&mut book, &title, "Status", "zorglub");
    typed(&mut book, &title, "Minutes", "many");
    let proposal = brought_book(&book, &Mapping::default(), &campaign);
    let said: Vec<&str> = proposal.problems.iter().map(|problem| problem.message.as_str()).collect();
    assert!(said.len() == 2 && said.iter().any(|message| message.contains("“zorglub” is not known for “Status”")), "{said:?}");
    assert!(proposal.problems.iter().any(|problem| problem.word().is_some()));
}

#[test]
fn columns_of_somebody_else_go_into_the_notes_once() {
    let campaign = demo_plan();
    let title = campaign.lanes[0].moments[0].title.clone();
    let mut book = read(&written(&campaign, Reader::Internal, Format::Xlsx)).unwrap();
    let at = moments_sheet(&book).unwrap();
    let width = book.sheets[at].width();
    let mark = |text: &str| momentboard::import::Cell { column: width, value: Value::Text(text.into()) };
    book.sheets[at].rows[0].cells.push(mark("Vibe"));
    cell(&mut book, &title, "ID").0.cells.push(mark("sunny"));
    let proposal = brought_book(&book, &Mapping::default(), &campaign);
    let changed = after(&campaign, &proposal);
    assert!(moment(&changed, &title).notes.unwrap().ends_with("Vibe: sunny"));
    assert_eq!(proposal.counts.updated, 1);
    let mut again = read(&written(&changed, Reader::Internal, Format::Xlsx)).unwrap();
    again.sheets[at].rows[0].cells.push(mark("Vibe"));
    cell(&mut again, &title, "ID").0.cells.push(mark("sunny"));
    assert_eq!(brought_book(&again, &Mapping::default(), &changed).edits, []);
}

#[test]
fn a_plan_after_its_table_is_sound() {
    for seed in 20..30 {
        let (campaign, other) = (hostile_plan(seed), hostile_plan(seed + 1000));
        let proposal = brought(&written(&campaign, Reader::Internal, Format::Csv), &Mapping::default(), &other);
        if proposal.edits.is_empty() {
            continue;
        }
        let plan = apply_all(&other, &mut Index::of(&other), &proposal.edits).unwrap().unwrap();
        assert_eq!(faults(&plan), [], "{seed}");
        let ids: Vec<MomentId> = campaign.lanes.iter().flat_map(|lane| &lane.moments).map(|moment| moment.id).collect();
        assert!(proposal.counts.added == ids.len() || !proposal.questions.is_empty(), "{seed}: {:?}", proposal.counts);
    }
}

#[test]
fn whoever_is_typed_into_a_new_row_is_a_person_and_a_slip_is_asked_about() {
    let campaign = demo_plan();
    let name = campaign.creators[0].name.clone();
    let mut book = read(&written(&campaign, Reader::Internal, Format::Csv)).unwrap();
    let at = moments_sheet(&book).unwrap();
    let column = |heading: &str| book.sheets[at].rows[0].cells.iter().find(|cell| cell.value.shown() == heading).unwrap().column;
    let typed_row = |lane: &str| {
        let cells = [("Title", "New"), ("Lane", lane), ("Date", "2027-10-20"), ("Kind", "Story")];
        let cell = |(heading, text): (&str, &str)| momentboard::import::Cell {
            column: column(heading),
            value: Value::Text(text.into()),
        };
        momentboard::import::Row { number: 900, cells: cells.map(cell).into() }
    };
    let (slip, new) = (typed_row(&format!("{name}n")), typed_row("Zora Quill"));
    book.sheets[at].rows.push(slip);
    let asked = brought_book(&book, &Mapping::default(), &campaign);
    assert!(matches!(asked.questions.as_slice(), [Question::Person { near, .. }] if *near == name), "{:?}", asked.questions);
    *book.sheets[at].rows.last_mut().unwrap() = new;
    let proposal = brought_book(&book, &Mapping::default(), &campaign);
    assert_eq!(proposal.counts.new_creators, ["Zora Quill"]);
    assert!(after(&campaign, &proposal).lanes.last().unwrap().is_creator());
}

#[test]
fn the_terminal_lists_what_changes_and_takes_no_sheet_that_is_made_from_the_moments() {
    use crate::scratch::{self, Scratch};
    use crate::terminal_run::{args, run};
    let folder = Scratch::new("import-own-terminal");
    let campaign = demo_plan();
    let title = campaign.lanes[0].moments[0].title.clone();
    let (plan, sheet, text) = (folder.join("plan.moments"), folder.join("plan.xlsx"), folder.join("plan.csv"));
    momentboard::store::save_plan(&plan, &campaign, momentboard::store::Base::New).unwrap();
    scratch::write(&sheet, &written(&campaign, Reader::Internal, Format::Xlsx));
    let edited =
        String::from_utf8(written(&campaign, Reader::Internal, Format::Csv)).unwrap().replacen(&title, "Another title", 1);
    scratch::write(&text, edited.as_bytes());
    let same = run(args!["import", &sheet, "--into", &plan, "--dry-run"]);
    assert!(same.code == 0 && same.out.contains("Nothing of the table is new to the plan."), "{}{}", same.out, same.err);
    let said = run(args!["import", &text, "--into", &plan, "--dry-run"]);
    let flat = said.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.code == 0 && flat.contains(&format!("Title: {title} → Another title.")), "{}{}", said.out, said.err);
    let refused = run(args!["import", &sheet, "--into", &plan, "--sheet", "Budget"]);
    assert!(refused.code == 2 && refused.err.contains("“Moments”"), "{}", refused.err);
    assert_eq!(run(args!["import", &text, "--into", &plan]).code, 0);
    let after = momentboard::store::open_plan(&plan).unwrap().campaign;
    assert_eq!(after.moment_count(), campaign.moment_count());
    moment(&after, "Another title");
}
