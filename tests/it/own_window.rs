//! Templates of one's own in the window, by accessible label: saved, found on the start page, used, renamed, removed.

#![expect(clippy::disallowed_methods, reason = "the tests play everybody else who writes to the disk")]

use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::{App, Jobs, Keeper, Rim, Screen};
use momentboard::model::{Campaign, Kind, LaneId, PlanId, When};
use momentboard::share;
use momentboard::store::{demo, own};
use momentboard::ui::command::Command;
use momentboard::ui::view::{Action, Selection};

use crate::app_window::*;
use crate::raster;
use crate::scratch::Scratch;
use crate::terminal_run::{args, run_with_templates};

fn rim_of(folder: &Scratch) -> Rim {
    Rim { prefs: Keeper::File(folder.join("preferences.ron")), ..rim() }
}

/// A window of that user on the fictional campaign.
fn working(folder: &Scratch) -> Window {
    window_in(rim_of(folder), demo::fictional(PlanId::default()))
}

/// A window of that user, at its start.
fn started(folder: &Scratch, size: [f32; 2]) -> Window {
    if !folder.join("preferences.ron").exists() {
        momentboard::store::prefs::save(&folder.join("preferences.ron"), &momentboard::store::prefs::Prefs::default()).unwrap();
    }
    let mut window = raster::builder(Theme::Light, size).with_max_steps(60).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        App::at_start(rim_of(folder), false),
    );
    window.run();
    window.run();
    window
}

fn run(window: &mut Window, command: Command) {
    window.state_mut().want(Action::Run(command));
    window.run();
}

fn choose_lane(window: &mut Window, at: usize) -> LaneId {
    let id = window.state().document().campaign().lanes[at].id;
    window.state_mut().want(Action::Select(Selection::lane(id)));
    window.run();
    id
}

fn save_lane(window: &mut Window, name: &str) {
    choose_lane(window, 0);
    run(window, Command::SaveLaneTemplate);
    window.get_by_role_and_label(Role::Dialog, "Save the lane as a template");
    write_over(window, Role::TextInput, "Name of the template", name);
    write_over(window, Role::TextInput, "One line about it", "What worked in autumn");
    click(window, "Save the template");
    window.run();
}

fn templates(folder: &Scratch) -> Vec<String> {
    own::read(&folder.join("templates")).templates.iter().map(|own| own.template.name.clone()).collect()
}

#[test]
fn a_lane_that_is_saved_is_on_the_start_page_and_a_plan_begins_from_it() {
    let folder = Scratch::new("own-window");
    let mut window = working(&folder);
    let lane = window.state().document().campaign().lanes[0].clone();
    save_lane(&mut window, "Autumn arc");
    window.get_by_label_contains("“Autumn arc” is a template now.");
    assert_eq!(window.state().document().undo_depth(), 0, "the plan is as it was");
    assert_eq!(templates(&folder), ["Autumn arc"]);
    run(&mut window, Command::StartPage);
    let card = format!("Autumn arc, {} moments · ", lane.moments.len());
    window.get_by_label_contains(&card).click();
    window.run();
    let app = window.state();
    assert_eq!(app.screen(), Screen::Plan);
    let plan = app.document().campaign();
    assert_eq!((plan.name.as_str(), plan.lanes.len()), ("Autumn arc", 1));
    let kinds =
        |moments: &[std::sync::Arc<momentboard::model::Moment>]| moments.iter().map(|card| card.kind).collect::<Vec<Kind>>();
    assert_eq!(kinds(&plan.lanes[0].moments), kinds(&lane.moments));
    assert_eq!(plan.creators[0].name, "Creator");
    assert!(plan.lanes[0].moments.iter().all(|card| plan.day_of(card.when).is_some_and(|day| day > rim().clock.now().day)));
}

#[test]
fn another_window_and_the_terminal_see_it_and_what_is_removed_is_gone_everywhere() {
    let folder = Scratch::new("own-second");
    let mut first = working(&folder);
    save_lane(&mut first, "Autumn arc");
    let mut second = started(&folder, [1440.0, 900.0]);
    second.get_by_label_contains("Autumn arc, ");
    let said = run_with_templates(&folder.join("templates"), args!["templates"]);
    assert!(said.out.contains("autumn-arc"), "{}", said.out);
    click(&mut second, "What can be done with the template Autumn arc");
    click(&mut second, "Remove…");
    second.get_by_role_and_label(Role::Dialog, "Remove the template?");
    // Enter keeps it at first.
    press(&mut second, Modifiers::NONE, Key::Enter);
    assert_eq!(templates(&folder), ["Autumn arc"]);
    click(&mut second, "What can be done with the template Autumn arc");
    click(&mut second, "Remove…");
    click(&mut second, "Remove");
    second.run();
    assert!(templates(&folder).is_empty());
    assert!(second.query_by_label_contains("Autumn arc, ").is_none());
    assert!(second.query_by_label("Your templates").is_none(), "where there is nothing there is no heading");
    // The first window looks again when its start page comes up.
    run(&mut first, Command::StartPage);
    assert!(first.query_by_label_contains("Autumn arc, ").is_none());
}

#[test]
fn a_template_is_renamed_with_the_keyboard_too() {
    let folder = Scratch::new("own-rename");
    let mut window = working(&folder);
    save_lane(&mut window, "Autumn arc");
    let mut window = started(&folder, [1440.0, 900.0]);
    window.get_by_label_contains("Autumn arc, ").focus();
    window.run();
    press(&mut window, Modifiers::NONE, Key::F2);
    window.get_by_role_and_label(Role::Dialog, "Rename the template");
    write_over(&mut window, Role::TextInput, "Name of the template", "");
    click(&mut window, "Rename");
    window.get_by_label("A template needs a name.");
    write_over(&mut window, Role::TextInput, "Name of the template", "Winter arc");
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.run();
    window.get_by_label_contains("Winter arc, ");
    assert_eq!(templates(&folder), ["Winter arc"]);
    assert!(folder.join("templates/autumn-arc.ron").exists(), "the key it is asked for by stays");
    window.get_by_label_contains("Winter arc, ").focus();
    window.run();
    press(&mut window, Modifiers::NONE, Key::Delete);
    window.get_by_role_and_label(Role::Dialog, "Remove the template?");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(templates(&folder), ["Winter arc"]);
}

#[test]
fn the_dialog_says_what_is_kept_and_what_is_left_out() {
    let folder = Scratch::new("own-dialog");
    let mut window = working(&folder);
    run(&mut window, Command::SavePlanTemplate);
    window.get_by_role_and_label(Role::Dialog, "Save the plan as a template");
    let name = window.get_by_role_and_label(Role::TextInput, "Name of the template");
    assert_eq!(name.accesskit_node().value().as_deref(), Some(&*demo::fictional(PlanId::default()).name));
    assert!(name.is_focused());
    window.get_by_label_contains("Left out: names and values of creators");
    window.get_by_label_contains("Titles, notes and hooks are kept as they were written");
    click(&mut window, "Leave out");
    assert!(window.query_by_label_contains("Titles, notes and hooks are kept as they were written").is_none());
    click(&mut window, "Notes, as prompts");
    click(&mut window, "Hooks");
    window.get_by_label_contains("Titles, notes and hooks are kept as they were written");
    window.get_by_role_and_label(Role::ComboBox, "Day 0").click();
    window.run();
    window.get_all_by_role(Role::MenuItem).nth(1).unwrap().click();
    window.run();
    click(&mut window, "Save the template");
    window.run();
    let shelf = own::read(&folder.join("templates"));
    let [kept] = &shelf.templates[..] else { panic!("{:?}", shelf.notices) };
    let plan: Campaign = demo::fictional(PlanId::default());
    assert_eq!(kept.template.moment_count(), plan.moment_count());
    let cards = || kept.template.campaign().lanes.iter().flat_map(|lane| &lane.moments);
    assert!(cards().all(|card| card.title == momentboard::words::names::kind(card.kind.key())));
    let hooks = plan.lanes.iter().flat_map(|lane| &lane.moments).filter(|card| card.hook.is_some()).count();
    assert_eq!(cards().filter(|card| card.hook.is_some()).count(), hooks);
    // Escape leaves everything as it is.
    run(&mut window, Command::SavePlanTemplate);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(templates(&folder).len(), 1);
}

#[test]
fn what_has_nothing_to_keep_says_so_and_what_cannot_be_kept_is_told() {
    let mut window = window();
    choose_lane(&mut window, 0);
    run(&mut window, Command::SaveLaneTemplate);
    click(&mut window, "Save the template");
    window.get_by_label_contains("There is no folder of this user");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let folder = Scratch::new("own-blocked");
    std::fs::write(folder.join("templates"), "a file in the way").unwrap();
    let mut window = working(&folder);
    save_lane(&mut window, "Autumn arc");
    window.get_by_role_and_label(Role::Dialog, "The template was not saved");
}

#[test]
fn a_creator_is_added_from_a_template_in_one_step() {
    let folder = Scratch::new("own-add");
    let mut window = working(&folder);
    save_lane(&mut window, "Autumn arc");
    let before = window.state().document().campaign().clone();
    window.get_all_by_label("Add a creator from a template…").next().unwrap().click();
    window.run();
    window.get_by_role_and_label(Role::Dialog, "Add from a template");
    choose(&mut window, "Values-led partnership, 8 moments");
    write_over(&mut window, Role::TextInput, "Day 0 of the template", "rubbish");
    click(&mut window, "Add");
    window.get_by_label("That is no day.");
    write_over(&mut window, Role::TextInput, "Day 0 of the template", "4 Oct 2027");
    window.get_by_label("From Mon 4 Oct to Thu 18 Nov.");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let after = window.state().document().campaign().clone();
    assert_eq!(window.state().document().undo_depth(), 1);
    assert_eq!((after.lanes.len(), after.creators.len()), (before.lanes.len() + 1, before.creators.len() + 1));
    assert_eq!(after.products, before.products, "the plan has products of its own");
    let lane = after.lanes.last().unwrap();
    assert_eq!(window.state().selection().lane, Some(lane.id));
    let days: Vec<String> = lane.moments.iter().map(|card| after.day_of(card.when).unwrap().short()).collect();
    assert_eq!((days[0].as_str(), days[7].as_str()), ("4 Oct", "18 Nov"));
    assert!(lane.moments.iter().filter(|card| card.is_ask()).all(|card| card.product == Some(before.products[0].id)));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(**window.state().document().campaign(), *before);
    // One of one's own is offered first.
    run(&mut window, Command::AddFromTemplate);
    let offered: Vec<String> =
        window.get_all_by_role(Role::RadioButton).filter_map(|node| node.accesskit_node().label()).collect();
    let first = offered.iter().find(|label| label.contains(" moments · ")).unwrap();
    assert!(first.starts_with("Autumn arc · yours, "), "{offered:?}");
    press(&mut window, Modifiers::NONE, Key::Escape);
}

#[test]
fn an_empty_lane_takes_the_cards_itself() {
    let folder = Scratch::new("own-empty");
    let mut plan = demo::fictional(PlanId::default());
    let lane = std::sync::Arc::make_mut(&mut plan.lanes[1]);
    lane.moments.clear();
    let (id, relationship) = (lane.id, lane.relationship.clone());
    let name = plan.lane_name(&plan.lanes[1]).to_owned();
    let mut window = window_in(rim_of(&folder), plan.clone());
    choose_lane(&mut window, 1);
    run(&mut window, Command::AddFromTemplate);
    choose(&mut window, "Sponsor slot, 5 moments");
    window.get_by_label(&format!("{name}’s empty lane"));
    click(&mut window, "Add");
    let after = window.state().document().campaign();
    assert_eq!((after.lanes.len(), after.creators.len()), (plan.lanes.len(), plan.creators.len()));
    let lane = after.lane(id).unwrap();
    assert_eq!((lane.moments.len(), lane.is_slot(), &lane.relationship), (5, true, &relationship));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(**window.state().document().campaign(), plan);
    // A new lane is still to be had.
    choose_lane(&mut window, 1);
    run(&mut window, Command::AddFromTemplate);
    click(&mut window, "A new lane");
    click(&mut window, "Add");
    assert_eq!(window.state().document().campaign().lanes.len(), plan.lanes.len() + 1);
}

#[test]
fn what_a_template_adds_is_seen_as_cards_wherever_the_board_was() {
    for zoom in [Command::ZoomFit, Command::ZoomOut, Command::ZoomIn] {
        let folder = Scratch::new("own-seen");
        let mut window = working(&folder);
        (0..8).for_each(|_| run(&mut window, zoom));
        run(&mut window, Command::AddFromTemplate);
        choose(&mut window, "Values-led partnership, 8 moments");
        write_over(&mut window, Role::TextInput, "Day 0 of the template", "4 Oct 2028");
        click(&mut window, "Add");
        let plan = window.state().document().campaign().clone();
        let board = egui::Rect::from_x_y_ranges(300.0..=1125.0, 90.0..=760.0);
        for (at, card) in plan.lanes.last().unwrap().moments.iter().enumerate() {
            let day = plan.day_of(card.when).unwrap().short();
            let card = window.query_all_by_role(Role::Button).find(|node| {
                let label = node.accesskit_node().label().unwrap_or_default();
                label.contains(&card.title) && label.contains(&day)
            });
            let card = card.unwrap_or_else(|| panic!("{zoom:?}: a card of {day} is not on the board")).rect();
            assert!(card.width() > 100.0, "{zoom:?}: the card of {day} is a marker");
            assert!(at > 3 || board.contains_rect(card), "{zoom:?}: the card of {day} at {card:?}");
        }
    }
}

#[test]
fn what_belongs_on_a_card_is_said_until_it_is_written() {
    let folder = Scratch::new("own-prompt");
    let mut plan = demo::fictional(PlanId::default());
    std::sync::Arc::make_mut(&mut plan.lanes[1]).moments.clear();
    let id = plan.lanes[1].id;
    let mut window = window_in(rim_of(&folder), plan);
    choose_lane(&mut window, 1);
    run(&mut window, Command::AddFromTemplate);
    choose(&mut window, "Values-led partnership, 8 moments");
    click(&mut window, "Add");
    let lane = window.state().document().campaign().lane(id).unwrap().clone();
    let added: Vec<_> = lane.moments.iter().map(|card| card.id).collect();
    assert_eq!(window.state().selection().moments, added, "what was added is selected");
    let first = &lane.moments[0];
    let prompt = first.notes.clone().unwrap();
    assert_eq!(first.hook, None);
    window.state_mut().want(Action::Select(Selection::moment(first.id, Some(id))));
    window.run();
    window.run();
    let hint = |window: &Window| {
        window.get_by_role_and_label(Role::MultilineTextInput, "Hook").accesskit_node().placeholder().map(str::to_owned)
    };
    assert_eq!(hint(&window).as_deref(), Some(prompt.as_str()));
    // Nothing of it is in what is shared.
    let campaign = window.state().document().campaign().clone();
    let report = momentboard::check::check(&campaign, &momentboard::check::Options::default());
    let page = |reader| {
        let choice = share::Choice::new(reader, share::Format::Markdown);
        String::from_utf8(share::export(&campaign, &report, &choice, share::Watch::none()).unwrap().bytes).unwrap()
    };
    assert!(!page(share::Reader::Client).contains(prompt.as_str()));
    assert!(page(share::Reader::Internal).contains(prompt.as_str()), "the notes say it, to the team");
}

#[test]
fn a_plan_that_counts_days_gets_counted_days() {
    let folder = Scratch::new("own-counted");
    let plan =
        momentboard::store::template::instantiate("values-led", &mut momentboard::model::IdSource::seeded(77), None).unwrap();
    let mut window = window_in(rim_of(&folder), plan);
    run(&mut window, Command::AddFromTemplate);
    choose(&mut window, "Event, 8 moments");
    write_over(&mut window, Role::TextInput, "Day 0 of the template", "30");
    window.get_by_label("From day 9 to day 41.");
    click(&mut window, "Add");
    let after = window.state().document().campaign();
    let days: Vec<When> = after.lanes[1].moments.iter().map(|card| card.when).collect();
    assert_eq!((days[0], days[7]), (When::Relative(9), When::Relative(41)));
}

#[test]
fn files_that_cannot_be_used_are_a_quiet_line_on_the_start_page() {
    let folder = Scratch::new("own-notice");
    std::fs::create_dir_all(folder.join("templates")).unwrap();
    for at in 0..5 {
        std::fs::write(folder.join(&format!("templates/broken-{at}.ron")), "(").unwrap();
    }
    let window = started(&folder, [1440.0, 900.0]);
    window.get_by_label("broken-0.ron in your templates is left out: it is no template.");
    window.get_by_label("Files left out besides: 2.");
    assert!(window.query_by_role(Role::Dialog).is_none());
}

#[test]
fn templates_are_read_beside_the_frames_and_then_the_window_rests() {
    let folder = Scratch::new("own-job");
    momentboard::store::prefs::save(&folder.join("preferences.ron"), &momentboard::store::prefs::Prefs::default()).unwrap();
    let mut window = working(&folder);
    save_lane(&mut window, "Autumn arc");
    let rim = Rim { jobs: Jobs::held(), ..rim_of(&folder) };
    let mut window = raster::builder(Theme::Light, [1440.0, 900.0]).with_max_steps(60).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        App::at_start(rim, false),
    );
    window.run();
    assert!(window.query_by_label_contains("Autumn arc, ").is_none(), "the page is there before they are read");
    let mut jobs = 0;
    while window.state().release_job() {
        window.run();
        jobs += 1;
    }
    window.get_by_label_contains("Autumn arc, ");
    assert!(jobs <= 4, "{jobs} jobs");
    for _ in 0..5 {
        window.step();
        assert!(!window.state().release_job(), "nothing is read over and over");
    }
}

#[test]
fn everything_is_in_reach_in_every_window() {
    let folder = Scratch::new("own-narrow");
    let mut window = working(&folder);
    save_lane(&mut window, &"A template with a rather long name ".repeat(4));
    for size in [[760.0, 700.0], [1024.0, 700.0], [1440.0, 900.0], [3840.0, 2160.0]] {
        let mut window = started(&folder, size);
        let menu = "What can be done with the template A template with a rather long name ".trim();
        let button = window.get_by_label_contains(menu);
        button.focus();
        window.run();
        let inside = |window: &Window| {
            // What lies under a dialog is the board, which scrolls.
            let whole = window.query_by_role(Role::Dialog).unwrap_or_else(|| window.root());
            for node in whole.children_recursive() {
                let node = node.accesskit_node();
                let Some(bounds) = node.bounding_box().filter(|_| matches!(node.role(), Role::Button | Role::TextInput)) else {
                    continue;
                };
                let label = node.label().unwrap_or_default();
                assert!(bounds.x0 >= -0.5 && bounds.x1 <= f64::from(size[0]) + 0.5, "{label} at {bounds:?} in {size:?}");
            }
        };
        inside(&window);
        choose(&mut window, "Values-led partnership, 8 moments");
        for command in [Command::AddFromTemplate, Command::SavePlanTemplate] {
            run(&mut window, command);
            window.get_by_role(Role::Dialog);
            inside(&window);
            for name in ["Add", "Save the template"] {
                if let Some(button) = window.query_by_role_and_label(Role::Button, name) {
                    assert!(button.rect().bottom() <= size[1], "{name} in {size:?}");
                }
            }
            press(&mut window, Modifiers::NONE, Key::Escape);
        }
    }
}

/// Chooses a template in the list, which scrolls.
fn choose(window: &mut Window, words: &str) {
    window.get_by_label_contains(words).focus();
    window.run();
    click_contains(window, words);
}

fn click_contains(window: &mut Window, words: &str) {
    window.get_by_label_contains(words).click();
    window.run();
}
