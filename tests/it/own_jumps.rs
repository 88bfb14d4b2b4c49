//! Every way from the checker to a field that only a person can fill in: the field is on the page that it leads to, it gets the
//! keyboard, and what is filled in there clears what was found.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::Event;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::check::{Finding, Fix, Options, check, fixes, rules};
use momentboard::model::{Campaign, Compensation, Day, IdSource, Kind, Profile, SharedWith};
use momentboard::ui::findings::fixes::way_to_field;
use momentboard::ui::findings::unchecked::{Line, lines};
use momentboard::ui::view::{About, Action, FindingKey, Selection};
use momentboard::words::names;

use crate::check::{DAY_ZERO, plan};
use crate::inspect_fields::{Panel, panel_on, write};

fn options() -> Options {
    Options { profile: Some(Profile::Strict), today: Some(Day::from_number(DAY_ZERO)), ..Options::default() }
}

fn jumps(campaign: &Campaign, finding: &Finding) -> Vec<(Fix, Selection, &'static str)> {
    let found = fixes(campaign, finding, &options(), &mut IdSource::seeded(1));
    found
        .into_iter()
        .filter_map(|fix| {
            let (page, field) = way_to_field(campaign, &FindingKey::of(finding), &fix)?;
            Some((fix, page, field))
        })
        .collect()
}

/// What has the keyboard after somebody was led to a field.
fn led_to(panel: &mut Panel, page: &Selection, field: &'static str) -> Option<String> {
    panel.state_mut().selection = page.clone();
    panel.state_mut().act(Action::FocusField(field));
    panel.run();
    let all = panel.root().children_recursive();
    let focused = all.into_iter().find(|node| node.is_focused() && node.accesskit_node().role() != Role::Window)?;
    Some(focused.accesskit_node().label().unwrap_or_default())
}

#[test]
fn every_jump_leads_to_a_field_that_gets_the_keyboard() {
    let mut fields = BTreeSet::new();
    for rule in rules() {
        let campaign = plan(rule.example);
        for finding in check(&campaign, &options()).findings {
            for (fix, page, field) in jumps(&campaign, &finding) {
                let at = format!("{} “{}”, {field}", finding.code(), fix.title);
                let mut panel = panel_on(campaign.clone(), Selection::default());
                let label = led_to(&mut panel, &page, field);
                fields.insert(field);
                match field {
                    // Two lists are compared side by side, in a dialog of their own.
                    "value_links" => assert!(panel.state().asked.contains(&"Run(CompareValues)".to_owned()), "{at}"),
                    "proof" | "verified" | "delivery_proof" | "must_say" | "voice" | "organic_per_week" | "shared_value"
                    | "product" | "creator" => assert_eq!(label.as_deref(), Some(names::field(field)), "{at}"),
                    // What is chosen of a few, or entered as a record, has names of its own.
                    _ => assert!(label.is_some_and(|label| !label.is_empty()), "{at}"),
                }
            }
        }
    }
    for field in ["proof", "verified", "delivery_proof", "past", "no_go", "value_links", "relationship", "product", "creator"] {
        assert!(fields.contains(field), "{field}: {fields:?}");
    }
}

/// Words written into the field that a jump leads to are what was missing.
#[test]
fn what_is_written_where_a_jump_leads_clears_the_finding() {
    for (code, field, words) in [
        ("VAL-01", "proof", "Free repairs since 2019"),
        ("VAL-02", "verified", "Lena Haas"),
        ("OPS-01", "delivery_proof", "Tickets are printed"),
        ("DIS-04", "proof", "Bought it in 2019"),
        ("ASK-01", "organic_per_week", "20"),
    ] {
        let campaign = plan(rules().iter().find(|rule| rule.code == code).expect(code).example);
        let mut panel = panel_on(campaign.clone(), Selection::default());
        // As often as it is found: several cards can lack the same.
        for _ in 0..4 {
            let campaign = Arc::clone(panel.state().doc.campaign());
            let Some(finding) = check(&campaign, &options()).findings.into_iter().find(|finding| finding.code() == code) else {
                break;
            };
            let ways = jumps(&campaign, &finding);
            let (_, page, field) = ways.iter().find(|(.., to)| *to == field).unwrap_or_else(|| panic!("{code}: {ways:?}"));
            led_to(&mut panel, page, field).expect(code);
            panel.event(Event::Text(words.to_owned()));
            panel.run();
        }
        let left = check(panel.state().doc.campaign(), &options()).findings;
        assert!(left.iter().all(|finding| finding.code() != code), "{code}: {left:?}");
    }
}

/// In a plan that was shared, what was left out is nobody's to fill in, and stands under a head of its own.
#[test]
fn what_was_left_out_of_a_shared_plan_leads_nowhere() {
    let mut seen = 0;
    for rule in rules() {
        let mut campaign = plan(rule.example);
        campaign.shared_with = Some(SharedWith::Client);
        let panel = panel_on(campaign.clone(), Selection::default());
        let mut head = "";
        for line in lines(&campaign, &panel.state().deriver.derived, &options()) {
            match line {
                Line::Head(of) => head = of,
                Line::Unset { text, way, .. } => {
                    let left_out = text.contains("left out when the plan was shared");
                    assert_eq!(head == "Left out when the plan was shared", left_out, "{head}: {text}");
                    assert!(!left_out || way.is_none(), "{text}");
                    seen += usize::from(left_out);
                }
                Line::Off { .. } | Line::Lapsed { .. } => {}
            }
        }
    }
    assert!(seen > 10, "{seen}");
}

/// What was not checked leads to what is missing, too.
#[test]
fn every_line_of_what_was_not_checked_leads_to_its_field() {
    let mut fields = BTreeSet::new();
    for sketch in rules().iter().flat_map(|rule| [rule.example, rule.instead]) {
        for bare in [false, true] {
            let mut campaign = plan(sketch);
            if bare {
                empty(&mut campaign);
            }
            let mut panel = panel_on(campaign.clone(), Selection::default());
            let ways: Vec<(String, Option<(Selection, &'static str)>)> =
                lines(&campaign, &panel.state().deriver.derived, &options())
                    .into_iter()
                    .filter_map(|line| match line {
                        Line::Unset { text, way, .. } => Some((text, way)),
                        _ => None,
                    })
                    .collect();
            for (text, way) in ways {
                let (page, field) = way.unwrap_or_else(|| panic!("{sketch}: “{text}” leads nowhere"));
                assert!(led_to(&mut panel, &page, field).is_some(), "{sketch}: {text}: nothing at {field}");
                fields.insert(field);
            }
        }
    }
    let known = ["available_from", "brand_values", "category", "compensation", "end", "last_visible", "markets", "no_go", "past"];
    for field in known.into_iter().chain(["platform", "values", "when", "young_audience"]) {
        assert!(fields.contains(field), "{field}: {fields:?}");
    }
}

/// The campaign's page says which markets the table knows, and of which it knows nothing.
#[test]
fn a_market_that_the_table_does_not_know_is_told_where_it_is_written() {
    let mut panel = panel_on(plan("new: A0 V4 K9 P14"), Selection::about(About::Campaign));
    panel.get_by_label("Labels are known for Germany (DE), France (FR), United Kingdom (UK), Ireland (IE), European Union in general (EU), United States (US) and the other states of the EU.");
    write(&mut panel, "Markets", "SE, GB, DE");
    assert!(panel.query_by_label_contains("Labels are not checked for").is_none(), "a state of the EU, and two codes");
    write(&mut panel, "Markets", "DE, BR, JP");
    assert_eq!(panel.state().doc.campaign().markets, ["DE", "BR", "JP"]);
    panel.get_by_label("Labels are not checked for BR and JP: the table does not know of them.");
}

/// Takes away what the rules of fit, pay and readiness read.
fn empty(campaign: &mut Campaign) {
    campaign.markets = vec!["BR".to_owned(), "UK".to_owned()];
    campaign.end = None;
    for product in &mut campaign.products {
        Arc::make_mut(product).category = None;
        Arc::make_mut(product).available_from = None;
    }
    for brand in &mut campaign.brands {
        Arc::make_mut(brand).values.clear();
    }
    for creator in &mut campaign.creators {
        let creator = Arc::make_mut(creator);
        creator.young_audience = None;
        creator.no_go.clear();
    }
    for lane in &mut campaign.lanes {
        for card in &mut Arc::make_mut(lane).moments {
            let card = Arc::make_mut(card);
            card.compensation = (card.kind != Kind::Product).then_some(Compensation::Paid);
            card.platform = None;
        }
    }
}
