//! What a program reads is the same whatever is spoken: facts that acceptances keep, plans, tables; and what was written in one
//! language is understood in the other.

use std::collections::BTreeSet;
use std::sync::Arc;

use momentboard::check::{Options, Report, Sketch, accepted_facts, check, check_on, rules};
use momentboard::import;
use momentboard::model::columns::own_sheet;
use momentboard::model::{Acceptance, AcceptanceId, Campaign, Day, Id, PlanId, Profile, Scope, Unknown};
use momentboard::share::{Choice, Format, Reader};
use momentboard::store::{self, demo, template};
use momentboard::words::language::{Language, english, speak};

use crate::{exports, plans};

fn options() -> Options {
    Options { today: Day::new(2027, 9, 2), profile: Some(Profile::Strict), ..Options::default() }
}

/// Plans in which every rule finds something.
fn all_plans() -> Vec<Campaign> {
    let examples = rules().iter().map(|rule| rule.example);
    let drawn = examples.flat_map(|text| {
        let sketch = Sketch::parse(text).unwrap();
        [sketch.campaign(Day::new(2027, 9, 3)), sketch.campaign(None)]
    });
    let demos = [demo::fictional(PlanId::default()), demo::two_cases(PlanId::default())];
    let random = (0..40).map(plans::random_plan);
    drawn.chain(demos).chain(random).chain([plans::large_plan(1, 300, 30)]).collect()
}

/// What each finding rests on, in an order that no words decide.
fn facts(report: &Report) -> Vec<(&'static str, Vec<String>)> {
    let mut all: Vec<_> = report.findings.iter().map(|finding| (finding.rule.code, finding.facts.to_vec())).collect();
    all.sort();
    all
}

fn said(report: &Report) -> BTreeSet<(&'static str, String)> {
    report.findings.iter().map(|finding| (finding.rule.code, finding.message.to_string())).collect()
}

#[test]
fn facts_that_acceptances_keep_are_the_same_in_german() {
    let mut seen = BTreeSet::new();
    for campaign in all_plans() {
        let in_english = check(&campaign, &options());
        let _spoken = speak(Language::German);
        let in_german = check(&campaign, &options());
        assert_eq!(facts(&in_english), facts(&in_german));
        let (english, german) = (said(&in_english), said(&in_german));
        assert_eq!(english.intersection(&german).next(), None, "everything is said in German");
        assert_eq!(said(&check_on(2, &campaign, &options())), german, "every core speaks it");
        seen.extend(english.into_iter().map(|(code, _)| code));
    }
    assert_eq!(seen.len(), rules().len(), "{seen:?}");
}

#[test]
fn what_is_accepted_while_german_is_spoken_is_accepted_in_english() {
    let mut campaign = demo::fictional(PlanId::default());
    let spoken = speak(Language::German);
    let report = check(&campaign, &options());
    let finding = report.findings.iter().find(|finding| finding.state.is_open()).unwrap();
    let target = Scope::Moment(finding.subject().unwrap());
    let facts = accepted_facts(finding, &report.findings, target);
    let rule = finding.rule.code.to_owned();
    let id = AcceptanceId(Id::parse("acc").unwrap());
    campaign.acceptances.push(Arc::new(Acceptance {
        id,
        rule: rule.clone(),
        target,
        reason: "Budget".to_owned(),
        owner: "Maja".to_owned(),
        until: None,
        show_to_client: false,
        facts,
        unknown: Unknown::default(),
    }));
    let bytes = store::write(&campaign).unwrap();
    drop(spoken);
    assert_eq!(bytes, store::write(&campaign).unwrap());
    let state = |report: &Report| {
        let of = report
            .findings
            .iter()
            .find(|finding| finding.rule.code == rule && Scope::Moment(finding.subject().unwrap()) == target);
        of.unwrap().state.is_open()
    };
    assert!(!state(&check(&campaign, &options())));
}

#[test]
fn tables_that_come_back_are_the_same_in_german_and_what_is_read_is_not() {
    let campaign = demo::fictional(PlanId::default());
    let made = |format: Format, reader| {
        let choice = Choice::new(reader, format);
        let _spoken = speak(choice.written_in());
        exports::exported(&campaign, &choice).bytes
    };
    for reader in [Reader::Internal, Reader::Client] {
        let (csv, workbook) = (made(Format::Csv, reader), made(Format::Xlsx, reader));
        let _spoken = speak(Language::German);
        assert!(csv == made(Format::Csv, reader), "for {reader:?}");
        let (english, german) = (import::read(&workbook).unwrap(), import::read(&made(Format::Xlsx, reader)).unwrap());
        let names = |book: &import::Book| book.sheets.iter().map(|sheet| sheet.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&english)[..3], ["Moments", "Creators", "Deliverables"]);
        assert_eq!(names(&german)[..3], ["Moments", "Creator", "Leistungen"]);
        for (in_english, in_german) in english.sheets.iter().zip(&german.sheets) {
            let comes_back = ["Moments", "Lists"].contains(&in_english.name.as_str());
            assert_eq!(in_english.rows == in_german.rows, comes_back, "{}", in_english.name);
            // Each is known for what it is, so that what is made for reading is not taken for somebody’s calendar.
            let heads = in_german.rows[0].cells.iter().map(|cell| cell.value.shown()).collect::<Vec<_>>();
            let found = own_sheet(&in_german.name, &heads.iter().map(String::as_str).collect::<Vec<_>>());
            assert!(found.is_some(), "{}: {heads:?}", in_german.name);
        }
        let delivered = &german.sheets[2];
        assert!(delivered.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.value.shown() == "Ankündigung"));
    }
    let _spoken = speak(Language::German);
    let page = String::from_utf8(made(Format::Markdown, Reader::Client)).unwrap();
    assert!(page.contains("Ankündigung"), "{page}");
    assert_ne!(page, english(|| String::from_utf8(made(Format::Markdown, Reader::Client)).unwrap()));
}

/// A plan without the texts of its cards, lanes and people.
fn without_texts(mut campaign: Campaign) -> Vec<u8> {
    campaign.name.clear();
    campaign.anchor.iter_mut().for_each(|anchor| anchor.label.clear());
    campaign.brands.iter_mut().for_each(|brand| Arc::make_mut(brand).name.clear());
    campaign.products.iter_mut().for_each(|product| Arc::make_mut(product).name.clear());
    campaign.creators.iter_mut().for_each(|creator| Arc::make_mut(creator).name.clear());
    for lane in campaign.lanes.iter_mut().map(Arc::make_mut) {
        lane.relationship.evidence.iter_mut().for_each(String::clear);
        for card in lane.moments.iter_mut().map(Arc::make_mut) {
            card.title.clear();
            card.notes = None;
        }
    }
    store::write(&campaign).unwrap()
}

#[test]
fn templates_make_the_same_plan_in_german_but_for_its_texts() {
    for of in template::all() {
        let plan = || template::instantiate(&of.key, &mut momentboard::model::IdSource::seeded(1), Day::new(2027, 9, 2)).unwrap();
        let in_english = plan();
        let _spoken = speak(Language::German);
        let in_german = plan();
        assert_ne!(in_english, in_german, "{}", of.key);
        assert_eq!(without_texts(in_english), without_texts(in_german), "{}", of.key);
    }
}
