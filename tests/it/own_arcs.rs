//! The templates that come with the program, card by card, against the table of the rule book, and silent whenever they start.

use std::sync::Arc;

use momentboard::check::{self, Options};
use momentboard::model::{Campaign, Cta, Day, IdSource, Kind, LaneMode, Moment, Placement, Profile, RelationshipStatus, When};
use momentboard::store::template;
use proptest::prelude::*;

/// A card in one word: kinds with what it also covers, day, how it asks, and whether it stands inside own content.
fn word(card: &Moment) -> String {
    let roles: Vec<&str> =
        std::iter::once(card.kind).chain(card.covers.iter().copied()).map(momentboard::model::Kind::key).collect();
    let When::Relative(day) = card.when else { panic!("{} has no relative day", card.title) };
    let ask = match (card.is_ask(), card.cta) {
        (true, Some(cta)) => format!(" {}", cta.key()),
        (true, None) => " unset".to_owned(),
        (false, _) => String::new(),
    };
    let inside = if card.placement == Some(Placement::Embedded) { " embedded" } else { "" };
    let cause = if card.cause { " cause" } else { "" };
    format!("{} {day}{ask}{inside}{cause}", roles.join("+"))
}

fn plan(key: &str) -> Campaign {
    template::instantiate(key, &mut IdSource::seeded(1), None).unwrap()
}

/// The table, with everything that it names: status, mode, usual posts, and each card.
const TABLE: [(&str, &str, &str); 10] = [
    (
        "values-led",
        "new",
        "announcement 0 · values 4 · community 10 · story 17 · product 24 soft · community 31 · product 38 soft · impact 45",
    ),
    (
        "ambassador-year",
        "new",
        "announcement 0 · origin 7 · values 21 · community 42 · product 63 soft · story 91 · event 126 · community 154 · product 168 soft · story 203 · engage 238 · story 266 · product 280 hard · community 315 · impact 350",
    ),
    (
        "ambassador-launch",
        "established",
        "story -14 · teaser -7 · origin -3 · product 0 soft · product 0 hard · engage 5 · community 12 · product+story 21 hard · impact 28",
    ),
    (
        "cause",
        "new",
        "announcement 0 cause · values 3 cause · community 8 · engage 14 · product+community 24 soft · impact 45 cause · community 52",
    ),
    (
        "community-challenge",
        "new",
        "teaser -7 · announcement+values 0 · engage 2 · community 9 · community 16 · engage 23 · community 30 · product 33 soft · impact 40",
    ),
    (
        "always-on",
        "new",
        "origin 0 · story+values 14 · community 28 · product 42 none · story 63 · product 84 soft · story 105 · community 126",
    ),
    (
        "event",
        "new",
        "announcement -21 · values -14 · story -7 · teaser -2 · event+engage 0 · community 1 · product 4 soft · story 11",
    ),
    ("repair", "established", "repair 0 · engage 3 · impact 14 · community 28 · values 49 · product 63 none · story 70"),
    (
        "co-creation",
        "warm",
        "announcement -60 · origin -45 · story -30 · engage -20 · values -10 · teaser -5 · product 0 hard · community 4 · community 12 · product 21 soft · impact 35",
    ),
    (
        "sponsor-slot",
        "new",
        "origin -7 · product 0 soft embedded · product 14 soft embedded · story 28 · product 35 soft embedded",
    ),
];

#[test]
fn every_card_is_the_one_of_the_rule_book() {
    for (key, status, cards) in TABLE {
        let plan = plan(key);
        let [lane] = &plan.lanes[..] else { panic!("{key} has one lane") };
        assert_eq!(lane.relationship.status.key(), status, "{key}");
        let words: Vec<String> = lane.moments.iter().map(|card| word(card)).collect();
        assert_eq!(words.join(" · "), cards, "{key}");
        let slot = key == "sponsor-slot";
        assert_eq!((lane.mode == LaneMode::Slot, lane.organic_per_week), (slot, slot.then_some(1)), "{key}");
        assert!(!plan.continues, "{key}: the table leaves that to the user");
        assert!(plan.markets.is_empty(), "{key}");
    }
    assert_eq!(template::all().len(), TABLE.len() + 1, "and the blank one");
}

/// What the rules about asks and load look at is there.
///
/// What only a person can know is not: values, what backs a stand, pay, who has the say. A stand-in would pass for an answer,
/// so the rules that read it say that they were not checked, and the prompts ask for it.
#[test]
fn every_card_has_what_the_rules_look_at_and_nothing_that_only_a_person_knows() {
    for (key, ..) in TABLE {
        let plan = plan(key);
        let lane = &plan.lanes[0];
        for card in &lane.moments {
            let at = format!("{key}: {}", card.title);
            assert!(!card.audience_value.is_empty(), "{at}");
            assert_eq!(card.is_ask(), card.product.is_some(), "{at}");
            assert_eq!(card.is_ask(), card.placement.is_some(), "{at}");
            assert!(card.is_ask() || card.cta == Some(Cta::None), "{at}");
            assert_eq!((card.compensation, card.creative_control), (None, None), "{at}");
            assert_eq!((&card.proof, &card.shared_value), (&None, &None), "{at}");
            let prompt = card.notes.as_deref().unwrap_or_default();
            assert_eq!(card.cause, prompt.contains("“Backed by”"), "{at}: what backs a stand is asked for");
        }
        assert!(plan.brands.iter().all(|brand| brand.values.is_empty() && brand.proof.is_empty()), "{key}");
        assert!(plan.creators.iter().all(|creator| creator.values.is_empty()), "{key}");
        let established = lane.relationship.status == RelationshipStatus::Established;
        assert_eq!(established, !lane.relationship.evidence.is_empty(), "{key}");
        for product in &plan.products {
            assert!(product.sensitive.is_none() && product.available_from.is_none(), "{key}");
        }
    }
}

/// A fresh plan does not claim that creator and brand fit: that is listed as not checked until both lists have something.
#[test]
fn a_fresh_plan_says_that_the_fit_was_not_checked() {
    for (key, ..) in TABLE {
        let mut plan = plan(key);
        let report = check::check(&plan, &Options::default());
        let lists = report.not_checked.iter().filter(|not| not.code == "FIT-01");
        assert_eq!(lists.count(), 1, "{key}");
        Arc::make_mut(&mut plan.creators[0]).values = vec!["craft".to_owned()];
        Arc::make_mut(&mut plan.brands[0]).values = vec!["speed".to_owned()];
        let codes = |plan: &Campaign| -> Vec<&str> {
            check::check(plan, &Options { profile: Some(Profile::Strict), ..Options::default() })
                .findings
                .iter()
                .map(check::Finding::code)
                .collect()
        };
        assert_eq!(codes(&plan), ["FIT-01"], "{key}: with lists of their own it looks");
        Arc::make_mut(&mut plan.brands[0]).values.push("Craft".to_owned());
        assert_eq!(codes(&plan), [""; 0], "{key}: and is content with a value that both have");
    }
}

/// The cause collaboration is quiet because it ends in what came of it; without that card its stand has to be backed.
#[test]
fn a_stand_without_what_came_of_it_has_to_be_backed() {
    let mut plan = plan("cause");
    let lane = Arc::make_mut(&mut plan.lanes[0]);
    lane.moments.retain(|card| card.kind != Kind::Impact);
    let stands = |plan: &Campaign| {
        let report = check::check(plan, &Options::default());
        report.findings.iter().filter(|finding| finding.code() == "VAL-01").count()
    };
    assert_eq!(stands(&plan), 2);
    for card in &mut Arc::make_mut(&mut plan.lanes[0]).moments {
        Arc::make_mut(card).proof = Some("Two million for legal aid since 2019".to_owned());
    }
    assert_eq!(stands(&plan), 0);
}

fn silent(key: &str, start: Option<Day>, today: Option<Day>) -> Result<(), String> {
    let plan = template::instantiate(key, &mut IdSource::seeded(2), start).unwrap();
    for profile in [Profile::Standard, Profile::Strict] {
        let report = check::check(&plan, &Options { profile: Some(profile), today, house: None });
        let codes: Vec<&str> = report.findings.iter().map(check::Finding::code).collect();
        if !codes.is_empty() {
            return Err(format!("{key} from {start:?} on {today:?}, {profile:?}: {codes:?}"));
        }
    }
    Ok(())
}

#[test]
fn without_a_date_for_day_zero_nothing_is_found_in_either_profile() {
    for template in template::all() {
        silent(&template.key, None, None).unwrap();
        silent(&template.key, None, Day::new(2027, 9, 2)).unwrap();
    }
}

/// Leap days, ends of years and weekends, and every day of a week after them.
#[test]
fn on_days_that_are_easily_got_wrong_nothing_is_found_in_either_profile() {
    let days = [(2024, 2, 28), (2028, 2, 24), (2099, 12, 29), (2100, 2, 26), (1900, 2, 26), (2000, 2, 27), (9990, 1, 1)];
    for (year, month, day) in days {
        for by in 0..7 {
            let start = Day::new(year, month, day).map(|day| day.plus(by));
            for template in template::all() {
                silent(&template.key, start, None).unwrap();
                silent(&template.key, start, start).unwrap();
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn on_any_day_nothing_is_found_in_either_profile(at in 0..TABLE.len(), start in -25_000..60_000_i32, today in -400..400_i32) {
        let (key, ..) = TABLE[at];
        let start = Day::from_number(start);
        let said = silent(key, Some(start), Some(start.plus(today)));
        prop_assert!(said.is_ok(), "{said:?}");
    }
}
