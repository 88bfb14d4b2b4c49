//! The sorts of the filter that are chosen least, in the window and with hits: who is responsible, where it appears, what the
//! checker says of it; and presets, which belong to their plan.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::{Keeper, Rim};
use momentboard::check::Severity;
use momentboard::model::{Campaign, Moment, Platform};
use momentboard::ui::command::Command;

use crate::app_window::*;
use crate::scratch::Scratch;

/// Opens the menu of a sort in the bar and ticks a row of it.
fn choose(window: &mut Window, menu: &str, row: &str) {
    if window.query_by_role_and_label(Role::Button, menu).is_none() {
        press(window, Modifiers::COMMAND, Key::F);
    }
    window.get_by_role_and_label(Role::Button, menu).click();
    window.run();
    let says = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().is_some_and(|label| label.starts_with(row));
    let found = window.query_all_by_role(Role::CheckBox).find(says).unwrap_or_else(|| panic!("a row of {menu} says “{row}”"));
    found.click();
    window.run();
    press(window, Modifiers::NONE, Key::Escape);
}

/// The titles of the moments on lanes that are shown, and of all for which something holds.
fn shown_and_meant(window: &Window, is_meant: impl Fn(&Moment) -> bool) -> [Vec<String>; 2] {
    let app = window.state();
    let all = || app.document().campaign().lanes.iter().flat_map(|lane| &lane.moments);
    let titles = |moments: Vec<&Arc<Moment>>| moments.iter().map(|moment| moment.title.clone()).collect();
    [
        titles(all().filter(|moment| app.sieve().shows(moment.id)).collect()),
        titles(all().filter(|moment| is_meant(moment)).collect()),
    ]
}

/// The fictional campaign, two moments of which are Lena's and one Oskar's.
fn owned() -> Campaign {
    let mut campaign = fictional();
    for moment in campaign.lanes.iter_mut().flat_map(|lane| &mut Arc::make_mut(lane).moments).chain(&mut campaign.ideas) {
        Arc::make_mut(moment).owner = None;
    }
    for (lane, moment, owner) in [(0, 0, "Lena Brandt"), (1, 2, "Lena Brandt"), (1, 1, "Oskar")] {
        let lane = Arc::make_mut(&mut campaign.lanes[lane]);
        Arc::make_mut(&mut lane.moments[moment]).owner = Some(owner.into());
    }
    campaign
}

#[test]
fn what_somebody_is_responsible_for_is_filtered_by_their_name() {
    let mut window = window_on(owned());
    choose(&mut window, "Filter by Owner", "Lena Brandt");
    let [shown, lenas] = shown_and_meant(&window, |moment| moment.owner.as_deref() == Some("Lena Brandt"));
    assert_eq!((shown.len(), &shown), (2, &lenas));
    assert!(has(&window, "2 of 17 moments"), "the rest is counted");
    window.get_by_label("Remove the filter Owner: Lena Brandt");
    choose(&mut window, "Filter by Owner, now Lena Brandt", "Oskar");
    let [shown, both] = shown_and_meant(&window, |moment| moment.owner.is_some());
    assert_eq!((shown.len(), &shown), (3, &both));
}

#[test]
fn where_something_appears_is_filtered_by_the_platform() {
    let mut window = window();
    choose(&mut window, "Filter by Platform", "YouTube");
    let [shown, there] = shown_and_meant(&window, |moment| moment.platform == Some(Platform::YouTube));
    assert!(!there.is_empty() && there.len() < 17, "{there:?}");
    assert_eq!(shown, there);
    window.get_by_label("Remove the filter Platform: YouTube").click();
    window.run();
    let [shown, all] = shown_and_meant(&window, |_| true);
    assert_eq!(shown, all);
}

#[test]
fn what_the_checker_says_is_filtered_by_how_bad_it_is() {
    let mut window = window();
    let about: Vec<_> = window
        .state()
        .findings()
        .iter()
        .filter(|finding| finding.severity == Severity::Warning && finding.state.is_open())
        .filter_map(|finding| finding.subject())
        .collect();
    choose(&mut window, "Filter by Findings", "Warning");
    let [shown, warned] = shown_and_meant(&window, |moment| about.contains(&moment.id));
    assert!(!warned.is_empty());
    assert_eq!(shown, warned);
    choose(&mut window, "Filter by Findings, now Warning", "Error");
    let [more, _] = shown_and_meant(&window, |_| true);
    assert!(more.contains(&"20% off the Fjell 2 with TOBI20".to_owned()) && more.len() >= shown.len(), "{more:?}");
}

#[test]
fn presets_belong_to_their_plan() {
    let folder = Scratch::new("presets-of-a-plan");
    let rim = Rim { prefs: Keeper::File(folder.join("preferences.ron")), ..rim() };
    let mut window = window_in(rim, fictional());
    choose(&mut window, "Filter by Platform", "YouTube");
    click(&mut window, "Presets");
    click(&mut window, "Save as preset…");
    window.event(egui::Event::Text("Films".into()));
    window.run();
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::NONE, Key::Escape);
    if window.query_by_label("Films").is_none() {
        click(&mut window, "Presets");
    }
    assert!(window.query_by_label("Films").is_some(), "it is in the list of this plan");
    press(&mut window, Modifiers::NONE, Key::Escape);

    run(&mut window, Command::OpenCases);
    window.run();
    if window.query_by_label("Presets").is_none() {
        press(&mut window, Modifiers::COMMAND, Key::F);
    }
    click(&mut window, "Presets");
    assert!(has(&window, "Save as preset…"), "the list of the other plan is open");
    assert!(window.query_by_label("Films").is_none(), "and another plan's preset is not in it");
}
