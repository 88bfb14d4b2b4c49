//! The table of the window: cells are reached by keys, written in, chosen, sorted, hidden; what cannot be read is said and changes
//! nothing.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable, by};
use momentboard::app::App;
use momentboard::model::{Campaign, LaneKind, Moment, MomentId, Status, When};
use momentboard::ui::command::Command;
use momentboard::ui::view::View;

use crate::app_window::*;

/// The fictional campaign in a wide window, in the table.
pub fn table() -> Window {
    table_of(fictional())
}

pub fn table_of(campaign: Campaign) -> Window {
    let mut window = window_on(campaign);
    press(&mut window, Modifiers::ALT, Key::Num3);
    window
}

pub fn moment_called(app: &App, title: &str) -> Moment {
    let campaign = app.document().campaign();
    let all = campaign.lanes.iter().flat_map(|lane| &lane.moments).chain(&campaign.ideas);
    let found = all.into_iter().find(|moment| moment.title == title);
    Moment::clone(found.unwrap_or_else(|| panic!("“{title}” is in the plan")))
}

pub fn id_of(window: &Window, title: &str) -> MomentId {
    moment_called(window.state(), title).id
}

/// What a screen reader is told of the cells that are seen of a column, from top to bottom.
pub fn column(window: &Window, name: &str) -> Vec<String> {
    let begin = format!("{name}, ");
    let cells = window.query_all_by_role(Role::Cell).filter_map(|node| Some((node.rect().top(), node.accesskit_node().label()?)));
    let mut cells: Vec<(f32, String)> = cells.filter(|(_, label)| label.starts_with(&begin)).collect();
    cells.sort_by(|a, b| a.0.total_cmp(&b.0));
    let text = |label: String| {
        let text = &label[begin.len()..];
        text.rsplit_once(", row ").map_or(text, |(text, _)| text).to_owned()
    };
    cells.into_iter().map(|(_, label)| text(label)).collect()
}

/// Presses on the cell of a column in the row with that number.
pub fn press_cell(window: &mut Window, name: &str, row: usize) {
    press_cell_with(window, name, row, Modifiers::NONE);
}

pub fn press_cell_with(window: &mut Window, name: &str, row: usize, modifiers: Modifiers) {
    let (begin, part) = (format!("{name}, "), format!(", row {row} of "));
    let at = {
        let found = window.query_all_by_role(Role::Cell).find(|node| {
            let label = node.accesskit_node().label().unwrap_or_default();
            label.starts_with(&begin) && label.contains(&part)
        });
        found.unwrap_or_else(|| panic!("{name} of row {row} is seen")).rect().center()
    };
    window.hover_at(at);
    for pressed in [true, false] {
        window.event_modifiers(
            Event::PointerButton { pos: at, button: egui::PointerButton::Primary, pressed, modifiers },
            modifiers,
        );
        window.step();
    }
    window.run();
}

pub fn write(window: &mut Window, text: &str) {
    for letter in text.chars() {
        window.event(Event::Text(letter.to_string()));
        window.step();
    }
    window.run();
}

/// What the keyboard is on.
fn focused(window: &Window) -> String {
    #[expect(clippy::redundant_closure_for_method_calls, reason = "the method itself is not general enough in its lifetimes")]
    let found = window.query_all(by().predicate(|node| node.is_focused())).next().and_then(|node| node.accesskit_node().label());
    found.unwrap_or_default()
}

pub fn row_of(window: &Window, title: &str) -> usize {
    column(window, "Title").iter().position(|other| other == title).unwrap_or_else(|| panic!("“{title}” is seen")) + 1
}

#[test]
fn every_cell_of_what_is_seen_is_told_to_a_screen_reader() {
    let window = table();
    window.get_by_role_and_label(Role::Grid, "Moments");
    let row = row_of(&window, "20% off the Fjell 2 with TOBI20");
    let rows = window.state().document().campaign().moment_count();
    window.get_by_label(&format!("Fee, €3,500, row {row} of {rows}"));
    for name in ["Date", "Creator", "Kind", "Channel", "Status"] {
        assert_ne!(column(&window, name)[row - 1], "nothing", "{name}");
    }
    window.get_by_role_and_label(Role::CheckBox, "Select “20% off the Fjell 2 with TOBI20”");
    // What a finding is about is said with it.
    let gives = window.query_all_by_role(Role::Cell).filter_map(|node| node.accesskit_node().label());
    assert!(
        gives
            .filter(|label| label.starts_with("Gives, nothing, "))
            .any(|label| label.contains(&format!("row {row} of {rows}: ")))
    );
    assert_eq!(window.query_all_by_role(Role::Row).count(), rows);
}

#[test]
fn a_title_is_written_where_it_stands_and_undone_as_one_step() {
    let mut window = table();
    let row = row_of(&window, "Why I said yes to Northbound");
    let id = id_of(&window, "Why I said yes to Northbound");
    press_cell(&mut window, "Title", row);
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::COMMAND, Key::A);
    write(&mut window, "Why I run");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(title(window.state(), id), "Why I run");
    assert_eq!(window.state().document().undo_depth(), 1);
    // Enter went down: what is typed now begins to be written in the next row.
    let next = column(&window, "Title")[row].clone();
    let below = id_of(&window, &next);
    write(&mut window, "Another");
    press(&mut window, Modifiers::NONE, Key::Tab);
    assert_eq!(title(window.state(), below), "Another");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!((title(window.state(), id).as_str(), title(window.state(), below)), ("Why I said yes to Northbound", next));
}

#[test]
fn escape_leaves_a_cell_as_it_was() {
    let mut window = table();
    press_cell(&mut window, "Title", 1);
    let before = column(&window, "Title");
    write(&mut window, "Something else");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(column(&window, "Title"), before);
    assert_eq!(window.state().document().undo_depth(), 0);
}

#[test]
fn a_date_is_read_as_people_write_it() {
    let mut window = table();
    let id = id_of(&window, "20% off the Fjell 2 with TOBI20");
    let row = row_of(&window, "20% off the Fjell 2 with TOBI20");
    press_cell(&mut window, "Date", row);
    write(&mut window, "2 October");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(when(window.state(), id), When::On(momentboard::model::Day::new(2027, 10, 2).unwrap()));
}

#[test]
fn what_is_no_day_is_said_in_the_cell_and_changes_nothing() {
    let mut window = table();
    press_cell(&mut window, "Date", 2);
    let before = column(&window, "Date");
    write(&mut window, "31 Feb");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(has(&window, "“31 Feb” is no day. For example 7 Sep or 2027-09-07."));
    assert_eq!(window.state().document().undo_depth(), 0);
    // It can be mended where it stands.
    press(&mut window, Modifiers::COMMAND, Key::A);
    write(&mut window, "28 Feb 2028");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(!has(&window, "is no day"));
    assert_eq!(window.state().document().undo_depth(), 1);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(column(&window, "Date"), before);
}

#[test]
fn a_status_is_chosen_from_a_menu_with_keys_alone() {
    let mut window = table();
    let row = row_of(&window, "20% off the Fjell 2 with TOBI20");
    let id = id_of(&window, "20% off the Fjell 2 with TOBI20");
    press_cell(&mut window, "Status", row);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(focused(&window), "Draft", "the keyboard is on the status that it has");
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Enter);
    let (_, moment) = window.state().document().campaign().moment(id).unwrap();
    assert_eq!(moment.status, Status::Approved);
    // Back in the cells, the arrows go from cell to cell, and letters begin to write a choice by its name.
    write(&mut window, "sche");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let (_, moment) = window.state().document().campaign().moment(id).unwrap();
    assert_eq!(moment.status, Status::Scheduled);
}

#[test]
fn what_the_audience_gets_is_ticked_while_the_menu_stays_open() {
    let mut window = table();
    let row = row_of(&window, "20% off the Fjell 2 with TOBI20");
    press_cell(&mut window, "Gives", row);
    press(&mut window, Modifiers::NONE, Key::F2);
    for value in ["Inspire", "Educate"] {
        window.get_by_role_and_label(Role::MenuItem, value).click();
        window.run();
    }
    press(&mut window, Modifiers::NONE, Key::Escape);
    let values = moment_called(window.state(), "20% off the Fjell 2 with TOBI20").audience_value;
    assert_eq!(values.len(), 2);
    assert_eq!(window.state().document().undo_depth(), 2, "each tick can be taken back");
    assert!(window.query_by_role_and_label(Role::MenuItem, "Inspire").is_none());
}

#[test]
fn choosing_another_creator_moves_the_moment() {
    let mut window = table();
    let row = row_of(&window, "20% off the Fjell 2 with TOBI20");
    press_cell(&mut window, "Creator", row);
    write(&mut window, "maren");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let id = id_of(&window, "20% off the Fjell 2 with TOBI20");
    let campaign = window.state().document().campaign();
    let lane = campaign.lane(lane_of(window.state(), id)).unwrap();
    assert!(campaign.lane_name(lane).starts_with("Maren"));
    press_cell(&mut window, "Creator", row);
    write(&mut window, "nobody");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(has(&window, "“nobody” has no lane in this plan."));
}

#[test]
fn a_header_sorts_and_a_third_press_is_the_order_of_the_plan() {
    let mut window = table();
    let money = |window: &Window| {
        let fees = column(window, "Fee").into_iter();
        fees.map(|fee| fee.chars().filter(char::is_ascii_digit).collect::<String>().parse::<u32>().unwrap()).collect::<Vec<_>>()
    };
    click(&mut window, "Fee: sort");
    let up = money(&window);
    assert!(up.is_sorted(), "{up:?}");
    click(&mut window, "Fee: sorted, first to last");
    assert!(money(&window).is_sorted_by(|a, b| a >= b));
    click(&mut window, "Fee: sorted, last to first");
    let campaign = window.state().document().campaign();
    let titles: Vec<String> = campaign.lanes.iter().flat_map(|lane| &lane.moments).map(|moment| moment.title.clone()).collect();
    assert_eq!(column(&window, "Title"), titles);
}

#[test]
fn columns_are_hidden_shown_and_widened() {
    let mut window = table();
    assert!(!column(&window, "Fee").is_empty() && column(&window, "Hook").is_empty());
    click(&mut window, "13 of 27 columns");
    for name in ["Fee", "Control", "Owner", "Ask"] {
        window.get_by_role_and_label(Role::MenuItem, name).click();
        window.run();
    }
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.get_by_label("9 of 27 columns");
    assert!(column(&window, "Fee").is_empty());
    let width = |window: &Window| window.get_by_role_and_label(Role::ColumnHeader, "Kind: sort").rect().width();
    let before = width(&window);
    window.get_by_role_and_label(Role::ColumnHeader, "Kind: sort").focus();
    window.run();
    press(&mut window, Modifiers::SHIFT, Key::ArrowRight);
    press(&mut window, Modifiers::SHIFT, Key::ArrowRight);
    assert!((width(&window) - before - 16.0).abs() < 0.5);
    let edge = window.get_by_role_and_label(Role::Splitter, "Width of Kind").rect().center();
    drag(&mut window, edge, edge + egui::vec2(-40.0, 0.0));
    window.drop_at(edge + egui::vec2(-40.0, 0.0));
    window.run();
    assert!((width(&window) - before + 24.0).abs() < 1.5, "{} from {before}", width(&window));
}

#[test]
fn rows_stand_in_groups() {
    let mut window = table();
    click(&mut window, "Group: none");
    window.get_by_role_and_label(Role::MenuItem, "Creator").click();
    window.run();
    let heads: Vec<String> = window.query_all_by_role(Role::Heading).filter_map(|node| node.accesskit_node().label()).collect();
    let lanes = window.state().document().campaign().lanes.len();
    assert_eq!(heads.iter().filter(|head| head.contains(" · ")).count(), lanes, "{heads:?}");
}

#[test]
fn the_arrows_go_from_cell_to_cell_and_tab_out_at_the_end() {
    let mut window = table();
    press_cell(&mut window, "Title", 2);
    press(&mut window, Modifiers::COMMAND, Key::End);
    press(&mut window, Modifiers::NONE, Key::ArrowUp);
    press(&mut window, Modifiers::NONE, Key::Home);
    let rows = window.state().document().campaign().moment_count();
    write(&mut window, "30 Nov");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().document().undo_depth(), 1, "row {rows}");
    press(&mut window, Modifiers::COMMAND, Key::End);
    press(&mut window, Modifiers::NONE, Key::Tab);
    let grid = window.get_by_role_and_label(Role::Grid, "Moments");
    assert!(!grid.is_focused(), "beyond the last cell is the next part of the window");
}

#[test]
fn a_moment_is_added_with_its_title_to_be_written() {
    let mut window = table();
    let before = window.state().document().campaign().moment_count();
    click(&mut window, "Add a moment");
    window.get_by_role_and_label(Role::MenuItem, "Add a values story").click();
    window.run();
    press(&mut window, Modifiers::COMMAND, Key::A);
    write(&mut window, "Her first mile");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().document().campaign().moment_count(), before + 1);
    moment_called(window.state(), "Her first mile");
}

#[test]
fn the_table_comes_with_what_is_selected_in_sight() {
    let mut window = window();
    let id = select(&mut window, "Product, Tobi");
    press(&mut window, Modifiers::ALT, Key::Num3);
    assert_eq!(window.state().selection().primary(), Some(id));
    assert!(column(&window, "Title").contains(&title(window.state(), id)));
    run(&mut window, Command::Show(View::Board));
    assert_eq!(window.state().selection().primary(), Some(id));
}

#[test]
fn whoever_comes_to_the_table_by_a_key_goes_on_by_keys_from_what_is_selected() {
    let mut window = window();
    select(&mut window, "Product, Tobi, 7 Sep");
    press(&mut window, Modifiers::ALT, Key::Num3);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert!(focused(&window).starts_with("Title, 20% off the Fjell 2"), "{}", focused(&window));
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert!(focused(&window).starts_with("Title, A hundred miles"), "{}", focused(&window));
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(window.get_by_role(Role::TextInput).accesskit_node().is_focused(), "the cell is written in");
}

#[test]
fn the_table_has_the_room_of_the_panels_and_the_board_has_them_back() {
    let mut window = window();
    let width = |window: &Window| window.get_by_role_and_label(Role::Grid, "Moments").rect().width();
    press(&mut window, Modifiers::ALT, Key::Num3);
    let wide = width(&window);
    assert!(wide > 1300.0, "{wide}");
    run(&mut window, Command::ToggleInspector);
    assert!(width(&window) < wide - 200.0, "who wants the inspector beside the table has it");
    press(&mut window, Modifiers::NONE, Key::Escape);
    run(&mut window, Command::Show(View::Board));
    window.get_by_role_and_label(Role::TextInput, "Name");
    assert!(has(&window, "Add moment"), "the sidebar is there");
    run(&mut window, Command::Show(View::Table));
    assert!(width(&window) < wide - 200.0, "and finds it there again");
}

#[test]
fn a_plan_that_can_only_be_looked_at_is_copied_from_and_not_written_in() {
    let folder = crate::scratch::Scratch::new("read-only-table");
    let mut window = crate::read_only::looking(&folder);
    press(&mut window, Modifiers::ALT, Key::Num3);
    let before = Campaign::clone(window.state().document().campaign());
    for name in ["Title", "Status", "Gives", "Fee"] {
        press_cell(&mut window, name, 2);
        for key in [Key::Enter, Key::F2, Key::Delete] {
            press(&mut window, Modifiers::NONE, key);
            assert!(has(&window, "so the plan can only be looked at here"), "{name}, {key:?}");
        }
        write(&mut window, "4");
        window.event(Event::Paste("5".to_owned()));
        window.run();
    }
    window.event(Event::Copy);
    window.step();
    let commands = &window.output().platform_output.commands;
    assert!(commands.iter().any(|command| matches!(command, egui::OutputCommand::CopyText(text) if text == "3500")));
    assert!(before == **window.state().document().campaign());
}

#[test]
fn a_plan_without_moments_says_so() {
    let mut plan = fictional();
    plan.ideas.clear();
    plan.acceptances.clear();
    plan.lanes.retain(|lane| lane.kind == LaneKind::Creator);
    for lane in &mut plan.lanes {
        std::sync::Arc::make_mut(lane).moments.clear();
    }
    let mut window = table_of(plan);
    window.get_by_label("Add a moment, or paste rows from a spreadsheet");
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(window.query_all_by_role(Role::Row).count(), 0);
}

#[test]
fn tab_keeps_what_was_written_and_the_next_cell_is_written_in() {
    let mut window = table();
    let id = id_of(&window, "20% off the Fjell 2 with TOBI20");
    let row = row_of(&window, "20% off the Fjell 2 with TOBI20");
    press_cell(&mut window, "Owner", row);
    write(&mut window, "Zed");
    press(&mut window, Modifiers::NONE, Key::Tab);
    write(&mut window, "555");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let (_, moment) = window.state().document().campaign().moment(id).unwrap();
    assert_eq!((moment.owner.as_deref(), moment.cost.map(momentboard::model::Money::hundredths)), (Some("Zed"), Some(55_500)));
    window.get_by_role_and_label(Role::ColumnHeader, "Date: sorted, first to last");
    assert!(focused(&window).starts_with("Fee, "), "{}", focused(&window));
}

/// A press of a key as the system tells it, without a frame after it.
fn key(key: Key) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
}

#[test]
fn nothing_of_what_is_typed_faster_than_frames_is_lost() {
    let mut window = table();
    let id = id_of(&window, "20% off the Fjell 2 with TOBI20");
    let row = row_of(&window, "20% off the Fjell 2 with TOBI20");
    press_cell(&mut window, "Owner", row);
    let typed = |text: &str| text.chars().map(|letter| Event::Text(letter.to_string())).collect::<Vec<_>>();
    let all = [typed("Quick typed"), vec![key(Key::Tab)], typed("1200"), vec![key(Key::Enter)]].concat();
    // In one frame: the harness would give each event a frame of its own.
    window.input_mut().events.extend(all);
    window.run();
    let (_, moment) = window.state().document().campaign().moment(id).unwrap();
    assert_eq!(moment.owner.as_deref(), Some("Quick typed"));
    assert_eq!(moment.cost.map(momentboard::model::Money::hundredths), Some(120_000));
    assert_eq!(window.state().document().undo_depth(), 2);
    // The same from a field that is open already.
    press_cell(&mut window, "Owner", row);
    write(&mut window, "A");
    window.input_mut().events.extend([typed("da"), vec![key(Key::Tab)], typed("90"), vec![key(Key::Enter)]].concat());
    window.run();
    let (_, moment) = window.state().document().campaign().moment(id).unwrap();
    assert_eq!(moment.owner.as_deref(), Some("Ada"));
    assert_eq!(moment.cost.map(momentboard::model::Money::hundredths), Some(9_000));
}

#[test]
fn an_input_method_writes_in_a_cell_that_has_the_keyboard() {
    let mut window = table();
    let id = id_of(&window, "20% off the Fjell 2 with TOBI20");
    let row = row_of(&window, "20% off the Fjell 2 with TOBI20");
    press_cell(&mut window, "Owner", row);
    let on_the_way = |text: &str| Event::Ime(egui::ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None });
    for text in ["´", "´e"] {
        window.event(on_the_way(text));
        window.step();
    }
    assert!(focused(&window).starts_with("Owner, "), "nothing is broken off");
    assert!(window.output().platform_output.ime.is_some(), "the system is told where it is written");
    window.event(on_the_way(""));
    window.event(Event::Ime(egui::ImeEvent::Commit("Zoé".to_owned())));
    window.run();
    write(&mut window, "!");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let (_, moment) = window.state().document().campaign().moment(id).unwrap();
    assert_eq!(moment.owner.as_deref(), Some("Zoé!"));
}

#[test]
fn a_cell_is_written_where_it_stands() {
    let mut window = table();
    press_cell(&mut window, "Owner", 2);
    let cells = window.query_all_by_role(Role::Cell);
    let cell = cells.into_iter().find(|node| {
        node.accesskit_node().label().is_some_and(|label| label.starts_with("Owner, ") && label.contains(", row 2 of "))
    });
    let cell = cell.unwrap().rect();
    write(&mut window, "Z");
    let field = window.get_by_role_and_label(Role::TextInput, "Edit Owner").rect();
    assert!((field.left() - cell.left()).abs() < 1.0 && field.width() <= cell.width() + 1.0, "{field} in {cell}");
    write(&mut window, "oe Longname");
    let field = window.get_by_role_and_label(Role::TextInput, "Edit Owner").rect();
    assert!((field.left() - cell.left()).abs() < 1.0 && field.width() > cell.width(), "it grows with what is written: {field}");
}

#[test]
fn the_shape_of_a_post_is_chosen_where_it_is_read() {
    let mut window = table();
    let row = row_of(&window, "20% off the Fjell 2 with TOBI20");
    let id = id_of(&window, "20% off the Fjell 2 with TOBI20");
    press_cell(&mut window, "Channel", row);
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_role_and_label(Role::MenuItem, "Reel").click();
    window.run();
    let (_, moment) = window.state().document().campaign().moment(id).unwrap();
    assert_eq!(moment.format, Some(momentboard::model::Format::Reel));
    assert_eq!(moment.platform, Some(momentboard::model::Platform::TikTok));
}

#[test]
fn the_other_button_on_a_header_offers_what_can_be_done_with_its_column() {
    let mut window = table();
    let header = window.get_by_role_and_label(Role::ColumnHeader, "Fee: sort").rect().center();
    press_button(&mut window, header, egui::PointerButton::Secondary);
    window.get_by_role_and_label(Role::MenuItem, "Last to first").click();
    window.run();
    let header = window.get_by_role_and_label(Role::ColumnHeader, "Fee: sorted, last to first").rect().center();
    press_button(&mut window, header, egui::PointerButton::Secondary);
    window.get_by_role_and_label(Role::MenuItem, "Hide the column").click();
    window.run();
    window.get_by_label("12 of 27 columns");
    assert!(column(&window, "Fee").is_empty());
}

#[test]
fn the_menu_of_a_header_is_there_for_keys_and_gives_the_keyboard_back() {
    let mut window = table();
    let focus = |window: &Window, role, name: &str| window.get_by_role_and_label(role, name).is_focused();
    window.get_by_role_and_label(Role::ColumnHeader, "Fee: sort").focus();
    window.run();
    press(&mut window, Modifiers::SHIFT, Key::F10);
    assert!(focus(&window, Role::MenuItem, "First to last"), "its first row has the keyboard");
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert!(focus(&window, Role::MenuItem, "Last to first"));
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(window.query_by_role(Role::MenuItem).is_none());
    assert!(focus(&window, Role::ColumnHeader, "Fee: sorted, last to first"), "and it is back");
}

#[test]
fn every_column_can_be_reached_in_the_menu_of_columns() {
    let mut window = table();
    click(&mut window, "13 of 27 columns");
    let rows = window.query_all_by_role(Role::MenuItem).count();
    assert!(rows >= 27, "{rows}");
    let last = window.get_by_role_and_label(Role::MenuItem, "Notes").rect();
    let screen = window.ctx.content_rect();
    assert!(last.bottom() <= screen.bottom(), "in a window of this height all of them are seen: {last} in {screen}");
}

#[test]
fn the_sum_stands_beside_the_counts_where_the_fees_are_out_of_sight() {
    let mut window = table();
    assert!(has(&window, "17 moments · 12 give, 5 ask · €48,800"));
    run(&mut window, Command::Show(View::Calendar));
    assert!(has(&window, "5 that give to 2 that ask"), "the month counts as the table does");
}

#[test]
fn the_filter_is_opened_beside_the_tools_of_each_view() {
    for keys in [Key::Num2, Key::Num3] {
        let mut window = window();
        press(&mut window, Modifiers::ALT, keys);
        let buttons: Vec<_> = window.query_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label()).collect();
        assert!(buttons.iter().any(|label| label == Command::Search.name()), "{buttons:?}");
        window.query_all_by_role_and_label(Role::Button, Command::Search.name()).last().unwrap().click();
        window.run();
        assert!(has(&window, "17 of 17 moments shown"));
    }
}

#[test]
fn a_day_is_picked_from_the_month_below_its_cell() {
    let mut window = table();
    let id = id_of(&window, "20% off the Fjell 2 with TOBI20");
    let row = row_of(&window, "20% off the Fjell 2 with TOBI20");
    press_cell(&mut window, "Date", row);
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_role_and_label(Role::Heading, "Sep 2027");
    click(&mut window, "The month after");
    window.get_by_role_and_label(Role::Heading, "Oct 2027");
    click(&mut window, "28 Oct 2027");
    assert_eq!(when(window.state(), id), When::On(momentboard::model::Day::new(2027, 10, 28).unwrap()));
    assert_eq!(window.state().document().undo_depth(), 1);
    assert!(focused(&window).starts_with("Date, "), "{}", focused(&window));
    // Whoever writes has no use for it.
    press(&mut window, Modifiers::NONE, Key::F2);
    write(&mut window, "3");
    assert!(window.query_by_role_and_label(Role::Heading, "Oct 2027").is_none());
}
