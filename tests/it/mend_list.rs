//! The list of findings: groups, the way from one to the next, why one is there, and the pages of the rules.

use std::sync::Arc;

use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::analysis::scale::CardDays;
use momentboard::app::App;
use momentboard::check::{Options, Severity, check, rules};
use momentboard::model::{Campaign, Day, Id, MomentId, PlanId};
use momentboard::store::demo;
use momentboard::ui::findings::data::Filter;
use momentboard::ui::findings::list::{Group, Grouping, Item, List};
use momentboard::ui::findings::why;
use momentboard::ui::view::FindingKey;

use crate::app_window::{Window, click, fictional, press, rim, window, window_on};
use crate::painted::Painted;
use crate::panel_host::{Host, Show};
use crate::plans::random_plan;
use crate::raster;

fn has(window: &Window, label: &str) -> bool {
    window.query_by_label(label).is_some()
}

/// A plan out of a number, with names that the fonts of the window have.
pub fn readable_plan(seed: u64) -> Campaign {
    let mut campaign = random_plan(seed);
    for (creator, name) in campaign.creators.iter_mut().zip(["Maren", "Tobi", "Kwame", "Ada", "Ben"]) {
        name.clone_into(&mut Arc::make_mut(creator).name);
    }
    campaign
}

/// A plan with errors, warnings and hints.
fn mixed() -> Campaign {
    let options = Options { today: Day::new(2027, 9, 2), ..Options::default() };
    for seed in 0..400 {
        let campaign = readable_plan(seed);
        let findings = check(&campaign, &options).findings;
        let count = |severity| findings.iter().filter(|finding| finding.state.is_open() && finding.severity == severity).count();
        if count(Severity::Error) > 0 && (1..4).contains(&count(Severity::Warning)) && (1..4).contains(&count(Severity::Hint)) {
            return campaign;
        }
    }
    panic!("no plan has all three")
}

#[test]
fn hints_are_folded_until_somebody_unfolds_them() {
    let mut window = window_on(mixed());
    let hint = window.state().findings().iter().find(|finding| finding.severity == Severity::Hint).unwrap().message.clone();
    let row = format!("Hint: {hint}");
    window.get_by_role_and_label(Role::Button, "Order: List").click();
    window.run();
    window.get_by_role_and_label(Role::MenuItem, "By severity").click();
    window.run();
    assert!(!has(&window, &row));
    let errors = window.state().findings().iter().filter(|finding| finding.severity == Severity::Error).count();
    let head = if errors == 1 { "Errors, 1 error".to_owned() } else { format!("Errors, {errors} errors") };
    click(&mut window, &head);
    // With the errors folded there is room for the group of hints.
    let head = window.get_all_by_role(Role::Button).find_map(|node| {
        let label = node.accesskit_node().label()?;
        label.starts_with("Warnings, ").then_some(label)
    });
    click(&mut window, &head.unwrap());
    let hints = window
        .get_all_by_role(Role::Button)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with("Hints, ")));
    hints.unwrap().click();
    window.run();
    press(&mut window, Modifiers::NONE, Key::F8);
    let all = window.state().findings().len();
    for _ in 0..all {
        press(&mut window, Modifiers::NONE, Key::F8);
        if window.state().findings().iter().any(|finding| finding.message == hint) && has(&window, &row) {
            return;
        }
    }
    panic!("{row} is never shown");
}

#[test]
fn groups_hold_everything_once_in_every_order() {
    let mut seen = 0;
    for seed in 0..40 {
        let mut host = Host::new(Show::Findings);
        host.doc = momentboard::edit::Document::unsaved(random_plan(seed));
        host.derive();
        let derived = &host.deriver.derived;
        for grouping in Grouping::ALL {
            for filter in Filter::ALL {
                let mut list = List::default();
                let shown = list.follow(derived, None, filter, grouping);
                let hint = |item: &Item| matches!(item, Item::Finding(at) if derived.findings[*at].severity == Severity::Hint);
                let apart = grouping == Grouping::Severity || (grouping == Grouping::List && filter == Filter::Open);
                assert!(!apart || !shown.iter().any(hint), "hints are folded at first");
                // Every group that is folded is unfolded.
                let folded: Vec<Group> = list
                    .follow(derived, None, filter, grouping)
                    .iter()
                    .filter_map(|item| if let Item::Group(group, _, true) = item { Some(*group) } else { None })
                    .collect();
                for group in folded {
                    list.turn(group);
                }
                let items = list.follow(derived, None, filter, grouping);
                let mut at: Vec<usize> = items
                    .iter()
                    .filter_map(|item| if let Item::Finding(at) | Item::Part(at) = item { Some(*at) } else { None })
                    .collect();
                at.sort_unstable();
                let wanted: Vec<usize> = (0..derived.findings.len()).filter(|at| filter.takes(&derived.findings[*at])).collect();
                assert_eq!(at, wanted, "{grouping:?} {filter:?} of plan {seed}");
                seen += at.len();
            }
        }
    }
    assert!(seen > 500, "{seen} rows");
}

#[test]
fn ten_thousand_findings_draw_only_the_rows_in_sight() {
    let mut host = Host::new(Show::Findings);
    let one = host.deriver.derived.findings[0].clone();
    let other = |n: u64| {
        let mut finding = (*one).clone();
        finding.moments = vec![MomentId(Id::from_bits(n))];
        Arc::new(finding)
    };
    host.deriver.derived.findings = (0..10_000).map(other).collect();
    host.deriver.derived.counts.errors = 10_000;
    let harness = crate::panel_host::window(host, Theme::Light, [900.0, 300.0]);
    let rows = harness.query_all_by_label_contains("Error: Tobi’s first").count();
    assert!((1..12).contains(&rows), "{rows} rows");
}

#[test]
fn keys_go_from_finding_to_finding_and_select_the_card() {
    let mut window = window();
    let findings: Vec<_> = window.state().findings().to_vec();
    press(&mut window, Modifiers::NONE, Key::F8);
    assert_eq!(window.state().selection().primary(), findings[0].subject());
    let name = format!("Error: {}", findings[0].message);
    let row = window.get_by_label(&name);
    assert_eq!(row.accesskit_node().toggled(), Some(Toggled::True));
    // What is announced says where one is and what it is.
    window.get_by_role_and_label(Role::Status, &format!("Finding 1 of {}. {}", findings.len(), findings[0].message));
    press(&mut window, Modifiers::NONE, Key::F8);
    window.get_by_role_and_label(Role::Status, &format!("Finding 2 of {}. {}", findings.len(), findings[1].message));
    press(&mut window, Modifiers::SHIFT, Key::F8);
    window.get_by_role_and_label(Role::Status, &format!("Finding 1 of {}. {}", findings.len(), findings[0].message));
}

#[test]
fn why_shows_facts_limit_and_what_would_clear_it() {
    let mut window = window();
    window.get_all_by_role_and_label(Role::Button, "Explain").next().unwrap().click();
    window.run();
    let finding = window.state().findings()[0].clone();
    let campaign = window.state().document().campaign().clone();
    let facts = why::facts(&campaign, CardDays::of(&campaign).years(), &finding);
    assert!(facts.iter().any(|fact| fact.contains("“20% off the Fjell 2 with TOBI20”") && fact.contains("7 Sep")), "{facts:?}");
    assert!(facts.iter().any(|fact| fact == "Tobi Achterberg before the plan: New"), "{facts:?}");
    for fact in &facts {
        window.get_by_label(fact);
    }
    window.get_by_label("What would clear it");
    window.get_by_label(finding.clears);
    click(&mut window, "The rule in full");
    window.get_by_role_and_label(Role::Dialog, finding.rule.title);
}

/// No id of the plan is left in what people read, and every limit is a sentence.
#[test]
fn facts_are_written_with_names_and_days() {
    let mut limits = 0;
    for seed in 0..60 {
        let campaign = random_plan(seed);
        let options = Options { today: Day::new(2027, 9, 2), ..Options::default() };
        for finding in &check(&campaign, &options).findings {
            let facts = why::facts(&campaign, CardDays::of(&campaign).years(), finding);
            assert_eq!(facts.len(), finding.facts.len());
            let ids = finding.moments.iter().map(ToString::to_string).chain(finding.lane.map(|id| id.to_string()));
            for id in ids {
                assert!(!facts.iter().any(|fact| fact.contains(&id)), "{} of plan {seed}: {facts:?}", finding.code());
            }
            if let Some(limit) = why::limit(&campaign, &options, finding) {
                limits += 1;
                assert!(!limit.text.contains('_'), "{limit:?}");
                assert!(!limit.origin.is_empty());
            }
        }
    }
    assert!(limits > 20, "{limits} limits");
}

#[test]
fn the_page_of_all_rules_leads_to_each_and_back() {
    let mut window = window();
    window.get_by_label("Menu").click();
    window.run();
    window.get_by_role_and_label(Role::MenuItem, "Help").click();
    window.run();
    window.get_by_role_and_label(Role::MenuItem, "Rule book").click();
    window.run();
    window.get_by_role_and_label(Role::Dialog, "Rule book");
    let first = &rules()[0];
    let row = |window: &Window, code: &str| {
        let mut rows = window.query_all_by_role(Role::Button);
        rows.find_map(|node| node.accesskit_node().label().filter(|label| label.starts_with(code)))
    };
    for rule in rules() {
        assert!(row(&window, &format!("{}: ", rule.code)).is_some(), "{} is not listed", rule.code);
    }
    let label = row(&window, &format!("{}: ", first.code)).unwrap();
    click(&mut window, &label);
    window.get_by_role_and_label(Role::Dialog, first.title);
    window.get_by_label("Why it matters");
    window.get_by_label("B: a single study, or observation");
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.get_by_role_and_label(Role::Dialog, "Rule book");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_role(Role::Dialog).is_none());
}

fn narrow() -> Window {
    of_width(760.0)
}

/// The demo in a window of that width.
pub fn of_width(width: f32) -> Window {
    let app = App::new(demo::fictional(PlanId::default()), rim());
    let mut window = raster::builder(Theme::Light, [width, 900.0]).with_max_steps(40).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        app,
    );
    window.run();
    window
}

#[test]
fn in_a_narrow_window_the_list_is_one_line_that_unfolds() {
    let mut window = narrow();
    let findings: Vec<_> = window.state().findings().to_vec();
    window.get_by_label(&format!("Error: {}", findings[0].message));
    assert!(!has(&window, &format!("Warning: {}", findings[1].message)));
    click(&mut window, "Show all findings");
    window.get_by_label(&format!("Warning: {}", findings[1].message));
    press(&mut window, Modifiers::COMMAND, Key::J);
    assert!(!has(&window, &format!("Warning: {}", findings[1].message)));
    click(&mut window, "Preview fix");
    assert_eq!(window.state().preview().map(|preview| preview.key.clone()), Some(FindingKey::of(&findings[0])));
    let fewer = format!("Findings: {} → {}", findings.len(), window.state().preview().unwrap().derived.findings.len());
    window.get_by_label(&fewer);
    window.get_by_label_contains("Preview: Product, Tobi");
    // Nothing of the bar lies outside of the window.
    for label in ["Apply", "Keep as is", "Next fix", &fewer] {
        let rect = window.get_by_label(label).rect();
        assert!(rect.left() >= 0.0 && rect.right() <= 760.0, "{label} at {rect:?}");
    }
}

#[test]
fn a_folded_list_is_one_line_and_comes_back() {
    let mut window = window();
    let findings: Vec<_> = window.state().findings().to_vec();
    press(&mut window, Modifiers::COMMAND, Key::J);
    assert!(!has(&window, &format!("Warning: {}", findings[1].message)));
    window.get_by_label(&format!("Error: {}", findings[0].message));
    click(&mut window, "Show all findings");
    window.get_by_label(&format!("Warning: {}", findings[1].message));
}

#[test]
fn every_row_has_its_code_however_long_its_sentence_is() {
    let mut campaign = fictional();
    // What is said of this creator has no room beside the buttons, with or without the code.
    Arc::make_mut(&mut campaign.creators[1]).name = "Wolfeschlegelsteinhausenbergerdorff".repeat(4);
    let mut window = window_on(campaign);
    let painted = Painted::of(&window.ctx);
    window.step();
    let layers = painted.layers(&window);
    let mut seen = 0;
    for finding in window.state().findings() {
        let row = layers.iter().flat_map(|layer| &layer.places).find(|place| place.name.contains(&*finding.message));
        let Some(row) = row else { continue };
        let mut lines = layers.iter().flat_map(|layer| &layer.lines).filter(|line| row.rect.contains(line.ink.center()));
        assert!(lines.any(|line| line.text == finding.rule.code), "{} has no {}", finding.message, finding.rule.code);
        seen += 1;
    }
    assert!(seen > 2, "{seen} rows are in sight");
}

#[test]
fn a_sentence_in_two_lines_touches_neither_its_row_nor_the_foot_of_the_panel() {
    let mut window = of_width(1280.0);
    let painted = Painted::of(&window.ctx);
    window.step();
    let layers = painted.layers(&window);
    let mut in_two = 0;
    for finding in window.state().findings() {
        let row = layers.iter().flat_map(|layer| &layer.places).find(|place| place.name.contains(&*finding.message));
        let Some(row) = row else { continue };
        let is_in =
            |line: &&crate::painted::Line| row.rect.contains(line.ink.center()) && line.ink.left() < row.rect.left() + 60.0;
        let lines: Vec<_> = layers.iter().flat_map(|layer| &layer.lines).filter(is_in).collect();
        let words: Vec<_> = lines.iter().filter(|line| line.text.len() > 1).collect();
        in_two += usize::from(words.len() == 2);
        for line in words {
            let (above, below) = (line.ink.top() - row.rect.top(), row.rect.bottom().min(line.clip.bottom()) - line.ink.bottom());
            assert!(above >= 1.5 && below >= 1.5, "{}: {above} above, {below} below", line.text);
        }
    }
    assert!(in_two > 0, "a sentence needs two lines");
}
