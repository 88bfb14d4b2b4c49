//! The palette: what a chosen row leads to, by keyboard and by what screen readers are told.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::App;
use momentboard::model::{Kind, PlanId};
use momentboard::store::demo;
use momentboard::ui::command::Command;

use crate::app_window::*;
use crate::palette_window::{self as palette, choose, chosen, go_to, is_open, key, look_for, open, rows};
use crate::raster;

fn lane_named(app: &App, name: &str) -> momentboard::model::LaneId {
    let campaign = app.document().campaign();
    campaign.lanes.iter().find(|lane| campaign.lane_name(lane) == name).unwrap().id
}

fn open_findings(app: &App) -> usize {
    app.findings().iter().filter(|finding| finding.state.is_open()).count()
}

#[test]
fn a_moment_is_selected_and_brought_into_view() {
    let mut window = window();
    choose(&mut window, "slowest mile", "Your slowest mile");
    assert!(!is_open(&window));
    let id = window.state().selection().primary().unwrap();
    assert_eq!(title(window.state(), id), "Your slowest mile, on camera");
    let at = card_at(&window, "Your slowest mile");
    assert!(window.ctx.content_rect().contains(at), "its card is in sight");
    // The arrows go on from there.
    key(&mut window, Key::ArrowLeft);
    assert_ne!(window.state().selection().primary(), Some(id));
}

#[test]
fn an_idea_is_selected_where_ideas_are() {
    let mut window = window();
    run(&mut window, Command::ToggleSidebar);
    choose(&mut window, "postcards", "Pace-group postcards");
    let id = window.state().selection().primary().unwrap();
    assert_eq!(window.state().document().index().place(id), Some(None));
    window.get_by_label_contains("Parked idea, Community story: Pace-group postcards");
}

#[test]
fn a_creator_leads_to_the_lane_and_a_finding_to_what_it_is_about() {
    let window = &mut window();
    choose(window, "kwame", "Kwame Adjei, go to lane");
    assert_eq!(window.state().selection().lane, Some(lane_named(window.state(), "Kwame Adjei")));
    assert!(window.state().selection().moments.is_empty());

    let message = window.state().findings().iter().find(|finding| finding.state.is_open()).unwrap().message.to_string();
    let about = window.state().findings().iter().find(|finding| finding.state.is_open()).unwrap().subject();
    look_for(window, &message.chars().take(40).collect::<String>());
    let heading = rows(window).iter().position(|row| row == "Findings").expect("findings are listed");
    let row = rows(window)[heading + 1].clone();
    assert!(row.contains(&message), "{row}");
    go_to(window, &row);
    key(window, Key::Enter);
    assert_eq!(window.state().selection().primary(), about);
}

#[test]
fn a_fix_is_one_step() {
    let mut window = window();
    let before = open_findings(window.state());
    look_for(&mut window, "ask last tobi");
    assert!(chosen(&window).contains("Findings"), "{}", chosen(&window));
    key(&mut window, Key::Enter);
    assert!(!is_open(&window));
    assert_eq!((open_findings(window.state()), window.state().document().undo_depth()), (before, 0), "it is only shown");
    key(&mut window, Key::Enter);
    assert!(open_findings(window.state()) < before);
    assert_eq!(window.state().document().undo_depth(), 1);
    run(&mut window, Command::Undo);
    assert_eq!(open_findings(window.state()), before);
}

#[test]
fn what_a_row_says_of_findings_is_what_there_is_afterwards() {
    let mut window = window();
    look_for(&mut window, "ask last tobi");
    let said = chosen(&window);
    let after = said.rsplit("→ ").next().unwrap().trim().parse::<usize>().expect("a number");
    key(&mut window, Key::Enter);
    key(&mut window, Key::Enter);
    assert_eq!(open_findings(window.state()), after, "{said}");
}

#[test]
fn a_fix_is_shown_on_the_board_before_it_is_done() {
    for held in [Modifiers::NONE, Modifiers::COMMAND] {
        let mut window = window();
        look_for(&mut window, "ask last tobi");
        assert!(has(&window, "Preview on the board") && window.query_by_label("Run").is_none(), "the foot says what Enter does");
        press(&mut window, held, Key::Enter);
        assert!(!is_open(&window));
        let preview = window.state().preview().expect("it is shown");
        assert_eq!(preview.fix().unwrap().title, "Put the ask last");
        assert_eq!(window.state().document().undo_depth(), 0);
        // Enter belongs to what is shown, and does it.
        key(&mut window, Key::Enter);
        assert!(window.state().preview().is_none());
        assert_eq!(window.state().document().undo_depth(), 1);
    }
}

#[test]
fn a_fix_that_is_pressed_is_shown_and_escape_leaves_the_plan_as_it_was() {
    let mut window = window();
    look_for(&mut window, "ask last tobi");
    let row = chosen(&window);
    window.get_by_label(&row).click();
    window.run();
    assert!(window.state().preview().is_some() && !is_open(&window));
    key(&mut window, Key::Escape);
    assert!(window.state().preview().is_none());
    assert_eq!(window.state().document().undo_depth(), 0);
}

#[test]
fn hidden_lanes_are_found_by_the_words_people_have_for_them() {
    let mut window = window();
    for typed in ["show all", "unhide"] {
        look_for(&mut window, typed);
        assert!(rows(&window).iter().any(|row| row.contains("Show hidden lanes")), "{typed}: {:?}", rows(&window));
        key(&mut window, Key::Escape);
    }
}

#[test]
fn a_title_that_is_typed_leads_to_its_moment_and_no_fix_is_done_for_it() {
    let mut window = window();
    for typed in ["last place", "fjell", "TOBI20"] {
        look_for(&mut window, typed);
        let all = rows(&window);
        let at = |heading: &str| all.iter().position(|row| row == heading);
        assert!(at("Moments") < at("Fixes") && at("Moments").is_some(), "{typed}: {all:?}");
        assert!(!chosen(&window).contains("Findings"), "{typed}: {}", chosen(&window));
        key(&mut window, Key::Escape);
    }
    choose(&mut window, "last place", "Last place is still a place");
    assert_eq!(window.state().document().undo_depth(), 0);
    assert_eq!(title(window.state(), window.state().selection().primary().unwrap()), "Last place is still a place");
}

#[test]
fn a_command_runs_and_comes_first_the_next_time() {
    let mut window = window();
    look_for(&mut window, "rules");
    go_to(&mut window, "Rule book");
    key(&mut window, Key::Enter);
    window.get_by_role_and_label(Role::Dialog, "Rule book");
    key(&mut window, Key::Escape);
    open(&mut window);
    let rows = rows(&window);
    assert_eq!(rows[..2], ["Recent commands".to_owned(), "> Rule book".to_owned()], "{rows:?}");
}

#[test]
fn the_name_of_a_command_written_out_means_that_command() {
    let mut window = window();
    look_for(&mut window, "board");
    assert!(chosen(&window).starts_with("View · Board"), "{}", chosen(&window));
}

#[test]
fn a_moment_is_added_for_who_is_named() {
    let mut window = window();
    look_for(&mut window, "values story tobi");
    go_to(&mut window, "Add a values story for Tobi");
    key(&mut window, Key::Enter);
    let app = window.state();
    let id = app.selection().primary().unwrap();
    assert_eq!(app.document().campaign().moment(id).unwrap().1.kind, Kind::Values);
    assert_eq!(lane_of(app, id), lane_named(app, "Tobi Achterberg"));
    assert_eq!(app.document().undo_depth(), 1);
}

#[test]
fn a_brief_opens_the_dialog_on_it() {
    let mut window = window();
    choose(&mut window, "tobi brief", "Share Tobi’s brief as PDF");
    window.get_by_role_and_label(Role::Dialog, "Share this storyboard");
    assert!(window.query_all_by_label_contains("Tobi Achterberg").next().is_some(), "whose it is");
}

#[test]
fn a_template_begins_a_plan() {
    let mut window = window();
    let before = window.state().document().campaign().id;
    look_for(&mut window, "new plan from");
    let row = rows(&window).into_iter().find(|row| row.contains("New plan from “")).unwrap();
    go_to(&mut window, &row);
    key(&mut window, Key::Enter);
    // The demo has no edits, so nothing is asked.
    assert_ne!(window.state().document().campaign().id, before);
}

#[test]
fn escape_gives_the_keyboard_back() {
    let mut window = window();
    select(&mut window, "Your slowest mile");
    window.get_by_role_and_label(Role::TextInput, "Title").focus();
    window.run();
    for leave in [Key::Escape, Key::K] {
        look_for(&mut window, "tobi");
        let modifiers = if leave == Key::K { Modifiers::COMMAND } else { Modifiers::NONE };
        press(&mut window, modifiers, leave);
        assert!(!is_open(&window), "{leave:?}");
        assert!(window.get_by_role_and_label(Role::TextInput, "Title").is_focused(), "{leave:?}");
    }
    // A card that had the keyboard has it again after a command, too.
    let card = select(&mut window, "Your slowest mile");
    choose(&mut window, "one day later", "One day later");
    key(&mut window, Key::ArrowLeft);
    assert_ne!(window.state().selection().primary(), Some(card));
    assert_eq!(window.state().document().undo_depth(), 1);
}

#[test]
fn a_command_that_cannot_run_says_why_and_stays() {
    let mut window = window();
    look_for(&mut window, "redo");
    go_to(&mut window, "Redo");
    assert!(chosen(&window).contains("Nothing to redo"));
    key(&mut window, Key::Enter);
    assert!(is_open(&window));
    window.get_by_label("Redo: Nothing to redo");
    // Typing goes on, and what was said goes.
    palette::write(&mut window, "x");
    assert!(window.query_by_label("Redo: Nothing to redo").is_none());
}

#[test]
fn the_keys_go_through_the_list_and_the_chosen_row_is_told() {
    let mut window = window();
    look_for(&mut window, "tobi");
    let all = rows(&window);
    let first = chosen(&window);
    assert!(all.iter().any(|row| *row == format!("> {first}")), "{all:?}");
    key(&mut window, Key::ArrowDown);
    let second = chosen(&window);
    assert_ne!(first, second);
    key(&mut window, Key::ArrowUp);
    assert_eq!(chosen(&window), first);
    key(&mut window, Key::ArrowUp);
    let last = chosen(&window);
    key(&mut window, Key::ArrowDown);
    assert_eq!(chosen(&window), first, "round and round");
    key(&mut window, Key::End);
    assert_eq!(chosen(&window), last);
    key(&mut window, Key::Home);
    assert_eq!(chosen(&window), first);
    key(&mut window, Key::PageDown);
    let paged = chosen(&window);
    assert!(![&first, &second].contains(&&paged), "{paged}");
    key(&mut window, Key::PageUp);
    assert_eq!(chosen(&window), first);
}

#[test]
fn how_much_was_found_is_said() {
    let mut window = window();
    look_for(&mut window, "pace-group postcards");
    window.get_by_label("1 result");
    palette::write(&mut window, " qqq");
    window.get_by_label("No results");
    window.get_by_label_contains("Nothing is called that");
    assert!(chosen(&window).is_empty());
    key(&mut window, Key::Enter);
    assert!(is_open(&window), "there is nothing to run");
}

#[test]
fn the_mouse_works_too() {
    let mut window = window();
    click(&mut window, palette::FIELD);
    palette::write(&mut window, "slowest");
    let row = window
        .query_all_by_role(Role::ListBoxOption)
        .find(|row| row.accesskit_node().label().is_some_and(|label| label.starts_with("Your slowest mile")));
    let at = row.expect("it is listed").rect().center();
    window.hover_at(at);
    window.step();
    window.drag_at(at);
    window.step();
    window.drop_at(at);
    window.run();
    assert!(!is_open(&window));
    let id = window.state().selection().primary().unwrap();
    assert_eq!(title(window.state(), id), "Your slowest mile, on camera");
    // A press beside it takes it away.
    open(&mut window);
    let beside = egui::pos2(30.0, 700.0);
    window.drag_at(beside);
    window.step();
    window.drop_at(beside);
    window.run();
    assert!(!is_open(&window));
}

#[test]
fn in_a_narrow_window_it_is_an_icon_and_everything_fits() {
    let mut window = window();
    window.set_size(vec2(760.0, 600.0));
    window.run();
    let button = window.get_by_label(palette::FIELD).rect();
    assert!(button.width() < 40.0);
    click(&mut window, palette::FIELD);
    assert!(is_open(&window));
    palette::write(&mut window, "tobi");
    for row in window.query_all_by_role(Role::ListBoxOption) {
        assert!(row.rect().left() >= 0.0 && row.rect().right() <= 760.0);
    }
}

fn looks(theme: Theme, size: [f32; 2], name: &str) {
    let app = App::new(demo::fictional(PlanId::default()), rim());
    let mut window = raster::builder(theme, size).with_max_steps(60).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        app,
    );
    window.run();
    look_for(&mut window, "tobi");
    window.remove_cursor();
    window.run();
    raster::assert_golden(&mut window, name);
}

#[test]
fn how_it_looks_in_dark() {
    looks(Theme::Dark, [1440.0, 900.0], "palette-dark");
}

#[test]
fn how_it_looks_in_a_narrow_window() {
    looks(Theme::Light, [760.0, 700.0], "palette-narrow");
}

#[test]
fn half_of_another_word_never_closes_the_window_or_takes_anything_away() {
    let mut window = window_on(momentboard::model::Campaign::new(PlanId::default(), "Empty"));
    look_for(&mut window, "quiet");
    assert!(chosen(&window).starts_with("Add blackout dates"), "{:?}", rows(&window));
    assert!(!rows(&window).iter().any(|row| row.contains("Quit")), "{:?}", rows(&window));
    key(&mut window, Key::Escape);
    look_for(&mut window, "quit");
    assert!(chosen(&window).starts_with("Quit"), "its own name means it");
    key(&mut window, Key::Escape);
    look_for(&mut window, "qu");
    key(&mut window, Key::Enter);
    assert!(!window.state().is_closing());
    // What could be deleted now is not, for half of the word for it.
    let mut window = window_on(fictional());
    select(&mut window, "Product, Tobi");
    let before = window.state().document().campaign().moment_count();
    look_for(&mut window, "dele");
    assert!(rows(&window).iter().any(|row| row.contains("Delete")), "{:?}", rows(&window));
    key(&mut window, Key::Enter);
    assert_eq!(window.state().document().campaign().moment_count(), before);
}

#[test]
fn the_filter_is_found_by_its_name_and_by_what_it_leaves() {
    let mut window = window();
    choose(&mut window, "filter", "Search and filter");
    assert!(window.query_by_label("Search this storyboard").is_some());
    choose(&mut window, "show only tobi", "Show only Tobi");
    let tobi = lane_named(window.state(), "Tobi Achterberg");
    let shown = |window: &crate::app_window::Window| {
        let app = window.state();
        let lanes = app.document().campaign().lanes.iter().map(|lane| (lane.id, &lane.moments));
        let shown = lanes.map(|(id, moments)| (id, moments.iter().filter(|moment| app.sieve().shows(moment.id)).count()));
        shown.filter(|(_, count)| *count > 0).collect::<Vec<_>>()
    };
    assert_eq!(shown(&window), [(tobi, 4)]);
    choose(&mut window, "approved", "Show only Approved");
    let campaign = window.state().document().campaign();
    let approved =
        campaign.lanes.iter().flat_map(|lane| &lane.moments).filter(|moment| moment.status.key() == "approved").count();
    assert_eq!(shown(&window).iter().map(|(_, count)| count).sum::<usize>(), approved);
    assert!(has(&window, "Status: Approved"), "the chip says so");
}

#[test]
fn every_group_is_in_sight() {
    let mut window = window();
    look_for(&mut window, "tobi");
    let rows = palette::rows(&window);
    for group in ["Fixes", "Moments", "Creators", "Findings", "Actions"] {
        assert!(rows.iter().any(|row| row == group), "{group}:\n{}", rows.join("\n"));
    }
    let action = window.get_by_role_and_label(Role::ListBoxOption, "Show only Tobi");
    assert!(action.rect().bottom() < 860.0, "it is in sight");
    let more = rows.iter().filter(|row| row.contains(" more")).count();
    assert!(more >= 2, "what is not listed is counted: {rows:?}");
}
