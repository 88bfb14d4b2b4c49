//! The whole window, place by place: every control has a name and a role, and Tab comes to each of them and changes nothing.

use std::collections::HashSet;

use egui::accesskit::{NodeId, Role, Toggled};
use egui::{Key, Modifiers, Pos2, Rect, pos2};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::ui::command::Command;
use momentboard::ui::icons;
use momentboard::ui::view::{Selection, View};

use crate::app_window::{Window, press, run, tobis_ask, window};
use crate::direction::painted;
use crate::focus_seen::MORE;
use crate::places::{Control, Shown, at, choose_ask, controls, focused, is_control, where_wanted};

const WIDE: [f32; 2] = [1440.0, 900.0];
const NARROW: [f32; 2] = [760.0, 900.0];

/// What a control may be for a screen reader beside those that are pressed, written in or pulled.
const FURTHER: &[Role] = &[
    Role::Splitter,
    Role::ListBoxOption,
    Role::Cell,
    Role::ColumnHeader,
    Role::DisclosureTriangle,
    Role::ColorWell,
    Role::EditableComboBox,
    Role::Grid,
    Role::Document,
    // The page of what is shared: the arrows turn it.
    Role::Image,
    // The head of a lane, and the strip of phases.
    Role::Heading,
    Role::Group,
];

/// What takes a press and is no control: what holds others, what scrolls, and text that can be selected.
const GROUNDS: &[Role] = &[Role::Group, Role::Status, Role::ScrollBar, Role::Label];

/// The controls that screen readers have no name or no role for.
fn nameless(controls: &[Control]) -> impl Iterator<Item = &Control> {
    let is_ground = |control: &&Control| !control.focusable && GROUNDS.contains(&control.role);
    let is_told =
        |control: &&Control| !control.name.trim().is_empty() && (is_control(control.role) || FURTHER.contains(&control.role));
    controls.iter().filter(move |control| !is_ground(control) && !is_told(control))
}

/// What screen readers are not told of the controls: what stands in a field or is chosen in it, what is ticked, how far something is
/// pulled. Of the rows of a menu only the one that is chosen says so: the others are commands, which are neither on nor off.
fn untold(window: &Window) -> Vec<String> {
    let front = window.query_all_by_role(Role::Dialog).last().unwrap_or_else(|| window.root());
    let ticks = painted(window).into_iter().filter(|(_, galley)| galley.text() == icons::CHECK.glyph().to_string());
    let ticks: Vec<Pos2> = ticks.map(|(at, galley)| at + galley.size() / 2.0).collect();
    let mut untold = Vec::new();
    for node in front.children_recursive() {
        let node = node.accesskit_node();
        // The letters of a text have no place of their own.
        let Some(bounds) = node.bounding_box().filter(|_| !node.is_hidden()) else { continue };
        let rect = Rect::from_min_max(pos2(bounds.x0 as f32, bounds.y0 as f32), pos2(bounds.x1 as f32, bounds.y1 as f32));
        let on_or_off = matches!(node.toggled(), Some(Toggled::True | Toggled::False)) || node.is_selected().is_some();
        let told = match node.role() {
            Role::TextInput | Role::MultilineTextInput | Role::EditableComboBox => node.value().is_some(),
            Role::ComboBox => node.value().is_some_and(|value| !value.trim().is_empty()),
            Role::Slider => node.numeric_value().is_some() || node.value().is_some(),
            // Of some of several moments it is neither.
            Role::CheckBox => {
                on_or_off || node.toggled() == Some(Toggled::Mixed) && is_of_some(&node.label().unwrap_or_default())
            }
            Role::RadioButton => on_or_off,
            Role::ListBoxOption => node.is_selected().is_some(),
            Role::MenuItem => node.toggled() == Some(Toggled::True) || !ticks.iter().any(|tick| rect.contains(*tick)),
            _ => true,
        };
        if !told {
            untold.push(format!("{:?} “{}” {rect:?}", node.role(), node.label().unwrap_or_default()));
        }
    }
    untold
}

/// "Inspire (2 of 3)": a choice that some of the selected moments have.
fn is_of_some(name: &str) -> bool {
    name.ends_with(')') && name.contains(" of ")
}

/// Everything that Tab comes to until it is where it began, and what it changed on its way: it only goes through the window.
fn tabbed(window: &mut Window) -> (HashSet<NodeId>, Option<String>) {
    // The first row of a menu that a key opened has the keyboard at once.
    let mut seen: HashSet<NodeId> = focused(window).into_iter().collect();
    let mut changed = None;
    let mut again = 0;
    // Where the keyboard is, it goes.
    let now = |window: &Window| {
        let app = window.state();
        (Selection { cursor: None, ..app.selection().clone() }, app.document().revision())
    };
    let before = now(window);
    // What comes and goes with the keyboard may be met twice; a whole round of known ones is the end.
    while again < 12 && seen.len() < 600 {
        window.key_press_modifiers(Modifiers::NONE, Key::Tab);
        window.step();
        let Some(id) = focused(window) else {
            again += 1;
            continue;
        };
        again = if seen.insert(id) { 0 } else { again + 1 };
        let after = now(window);
        if changed.is_none() && after != before {
            let name = controls(window).into_iter().find(|control| control.id == id).map(|control| control.name);
            changed = Some(format!("at {name:?}: {:?}", after.0));
        }
    }
    (seen, changed)
}

/// What is one stop of many buttons outside of dialogs: Tab comes to one of them, and the keys lead on from there. Any other button
/// is a stop of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    /// The cards of a view: the arrows lead from one to the next.
    Card,
    /// The days of the calendar: the arrows lead from one to the next, and to the cards on them.
    Day,
    /// What is due on a day of the calendar: it is a stop while the keyboard is on its day, as a test below shows.
    Due,
}

/// What the plan of a window calls its things.
struct Called {
    /// The phases.
    phases: Vec<String>,
    /// The moments.
    titles: Vec<String>,
}

impl Called {
    fn of(window: &Window) -> Self {
        let campaign = window.state().document().campaign();
        let moments = campaign.lanes.iter().flat_map(|lane| &lane.moments);
        Self {
            phases: campaign.phases.iter().map(|phase| phase.name.clone()).collect(),
            titles: moments.map(|moment| moment.title.clone()).collect(),
        }
    }

    /// The family of a button by its name.
    fn family(&self, name: &str) -> Option<Family> {
        const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
        let mut words = name.split_whitespace();
        if words.next().is_some_and(|word| WEEKDAYS.contains(&word)) && words.next().is_some_and(|day| day.parse::<u8>().is_ok())
        {
            return Some(Family::Day);
        }
        if ["Draft due: ", "Approval due: "].iter().any(|due| name.starts_with(due)) {
            return Some(Family::Due);
        }
        // "Product, Tobi, 7 Sep, error, a newcomer asks on borrowed trust: 20% off the Fjell 2 with TOBI20"
        self.titles.iter().any(|title| name.contains(&format!(": {title}"))).then_some(Family::Card)
    }

    /// Whether the keys lead to a button of that name from one that Tab comes to.
    fn leads_to(&self, name: &str, all: &[Control], seen: &HashSet<NodeId>) -> bool {
        let is_stop = |wanted: Family| {
            let mut stops = all.iter().filter(|other| other.role == Role::Button && seen.contains(&other.id));
            stops.any(|other| self.family(&other.name) == Some(wanted))
        };
        match self.family(name) {
            Some(_) => is_stop(Family::Card) || is_stop(Family::Day),
            None => false,
        }
    }
}

/// The controls that Tab passes by, and those that cannot have the keyboard at all. The arrows lead from one phase of the board to the
/// others, of which some may be out of sight.
fn passed_by<'a>(all: &'a [Control], seen: &HashSet<NodeId>, called: &Called) -> Vec<(&'static str, &'a Control)> {
    // The choices of a row are one stop, from which the arrows lead on; a column is made wider from its head.
    let is_led_to = |control: &&Control| match control.role {
        Role::Button => called.leads_to(&control.name, all, seen),
        Role::Cell | Role::ListBoxOption | Role::MenuItem | Role::RadioButton | Role::Splitter => true,
        role => GROUNDS.contains(&role),
    };
    let phases = &called.phases;
    // One choice of a row is a stop, and the arrows lead to the others; in a grid the cells have the keyboard, and below the field
    // of the palette the rows.
    let by_arrows = |control: &&Control| match control.role {
        Role::RadioButton => all.iter().any(|other| other.role == Role::RadioButton && seen.contains(&other.id)),
        Role::Grid | Role::EditableComboBox => true,
        Role::Button if phases.contains(&control.name) => {
            all.iter().any(|other| phases.contains(&other.name) && seen.contains(&other.id))
        }
        _ => false,
    };
    let strays = all.iter().filter(|control| !control.focusable && !is_led_to(control));
    let missed = all.iter().filter(|control| control.focusable && control.enabled && !seen.contains(&control.id));
    let missed = missed.filter(|control| !by_arrows(control)).map(|control| ("Tab passes it by", control));
    strays.map(|control| ("takes no keyboard", control)).chain(missed).collect()
}

/// Goes through so many-th of all places, wide and narrow.
fn walk(share: usize) {
    let mut wrong = Vec::new();
    let mut see = |place: &'static str, window: &mut Window| {
        for size in [WIDE, NARROW] {
            window.set_size(size.into());
            window.run();
            let all = controls(window);
            assert!(!all.is_empty(), "{place} has controls");
            wrong.extend(untold(window).into_iter().map(|what| format!("{place} {size:?}: says nothing of its state: {what}")));
            let mut told: Vec<(&str, &Control)> = nameless(&all).map(|control| ("no name or role", control)).collect();
            let (seen, changed) = tabbed(window);
            told.extend(passed_by(&all, &seen, &Called::of(window)));
            if let Some(changed) = changed {
                wrong.push(format!("{place} {size:?}: Tab changes something {changed}"));
            }
            let tell = |what: &str, control: &Control| {
                format!("{place} {size:?}: {what}: {:?} “{}” {:?}", control.role, control.name, control.rect)
            };
            wrong.extend(told.into_iter().map(|(what, control)| tell(what, control)));
        }
    };
    where_wanted(Shown::light(WIDE), |place| place % SHARES == share, &mut see);
    for (_, more) in MORE.iter().enumerate().filter(|(at, _)| at % SHARES == share) {
        see(more.0, &mut at(*more, Shown::light(WIDE)).window);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Each test walks through so many-th of all places, so that they run side by side.
const SHARES: usize = 4;

#[test]
fn every_control_of_the_first_places_is_named_with_its_state_and_tab_comes_to_it_and_changes_nothing() {
    walk(0);
}

#[test]
fn every_control_of_the_second_places_is_named_with_its_state_and_tab_comes_to_it_and_changes_nothing() {
    walk(1);
}

#[test]
fn every_control_of_the_third_places_is_named_with_its_state_and_tab_comes_to_it_and_changes_nothing() {
    walk(2);
}

#[test]
fn every_control_of_the_last_places_is_named_with_its_state_and_tab_comes_to_it_and_changes_nothing() {
    walk(3);
}

#[test]
fn of_the_rows_that_a_field_offers_the_one_that_is_chosen_says_so_and_no_other() {
    let mut window = window();
    choose_ask(&mut window);
    let fields = |window: &Window| {
        let all = window.query_all_by_role(Role::ComboBox).filter(|node| !node.accesskit_node().is_disabled());
        let told = |node: egui_kittest::Node<'_>| {
            let node = node.accesskit_node();
            (node.label().unwrap_or_default(), node.value().unwrap_or_default())
        };
        all.map(told).collect::<Vec<_>>()
    };
    let (mut wrong, mut chosen) = (Vec::new(), 0);
    for (name, value) in fields(&window) {
        let field = window.get_by_role_and_label(Role::ComboBox, &name);
        field.focus();
        window.run();
        press(&mut window, Modifiers::NONE, Key::Enter);
        let rows = window.query_all_by_role(Role::MenuItem).map(|node| {
            let node = node.accesskit_node();
            (node.label().unwrap_or_default(), node.toggled() == Some(Toggled::True))
        });
        let rows: Vec<(String, bool)> = rows.collect();
        let on: Vec<&str> = rows.iter().filter(|(_, on)| *on).map(|(row, _)| row.as_str()).collect();
        chosen += on.len();
        if rows.is_empty() || on.len() > 1 || rows.iter().any(|(row, on)| *row == value && !on) {
            wrong.push(format!("{name}: {value}: {rows:?}"));
        }
        press(&mut window, Modifiers::NONE, Key::Escape);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(chosen > 4, "{chosen}");
}

#[test]
fn what_is_due_on_a_day_is_the_next_stop_after_the_day_and_leads_to_its_moment() {
    let mut window = window();
    run(&mut window, Command::Show(View::Calendar));
    let named = |window: &Window| {
        let id = focused(window);
        controls(window).into_iter().find(|control| Some(control.id) == id).map(|control| control.name).unwrap_or_default()
    };
    // From the first of September, on which a moment stands, a day on.
    for _ in 0..2 {
        press(&mut window, Modifiers::NONE, Key::ArrowRight);
    }
    assert!(named(&window).starts_with("Thu 2 Sep"), "{}", named(&window));
    press(&mut window, Modifiers::NONE, Key::Tab);
    assert_eq!(named(&window), "Draft due: 20% off the Fjell 2 with TOBI20. The moment is on 7 Sep.");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().selection().primary(), Some(tobis_ask(window.state())));
    // And from a card, on whose day something of another moment is due.
    let mut window = self::window();
    run(&mut window, Command::Show(View::Calendar));
    window.get_by_role_and_label(Role::Button, "Product, Inês, 17 Sep: My fourth pair of Fjell").click();
    window.run();
    window.get_by_role_and_label(Role::Button, "Product, Inês, 17 Sep: My fourth pair of Fjell").focus();
    window.run();
    press(&mut window, Modifiers::NONE, Key::Tab);
    assert_eq!(named(&window), "Draft due: So… I joined a running brand. The moment is on 22 Sep.");
}

#[test]
fn a_dialog_is_modal_and_nothing_behind_it_can_be_used_by_a_screen_reader() {
    let mut window = window();
    let save = |window: &Window| window.get_by_role_and_label(Role::Button, "Share").accesskit_node().is_disabled();
    assert!(!save(&window));
    for command in [Command::Preferences, Command::Palette, Command::Share] {
        run(&mut window, command);
        window.run();
        let front = window.query_all_by_role(Role::Dialog).last().expect("a dialog is open");
        assert!(front.accesskit_node().data().is_modal(), "{command:?}");
        let all = controls(&window);
        assert!(all.iter().any(|control| control.enabled), "{command:?}: its own controls are there");
        let behind = window.get_by_role_and_label(Role::Button, "Undo");
        let menu = window.get_by_role_and_label(Role::Button, "Menu");
        assert!(behind.accesskit_node().is_disabled() && menu.accesskit_node().is_disabled(), "{command:?}");
        window.key_press(Key::Escape);
        window.run();
        window.run();
    }
    assert!(!save(&window), "and afterwards everything is as before");
}
