//! What the table offers around its cells: the menu of a cell with its keys, the menus of creators and kinds, what is said of rows that
//! are out and of a table without rows, and input methods.

use egui::accesskit::Role;
use egui::{Color32, Event, Key, Modifiers, Shape};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::ui::command::Command;
use momentboard::ui::icons::{self, Icon};
use momentboard::ui::theme::LIGHT;
use momentboard::ui::view::{Action, Selection};

use crate::app_window::*;
use crate::direction::shipped;
use crate::table_cells::{column, id_of, press_cell, row_of, table, table_of, write};

#[test]
fn japanese_begins_to_be_written_in_a_cell_with_its_first_letter() {
    let mut window = table();
    window.ctx.add_font_provider(std::sync::Arc::new(shipped));
    let id = id_of(&window, "20% off the Fjell 2 with TOBI20");
    let row = row_of(&window, "20% off the Fjell 2 with TOBI20");
    press_cell(&mut window, "Title", row);
    for text in ["n", "に", "にh", "にほ", "にほん", "日本"] {
        window.event(Event::Ime(egui::ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None }));
        window.step();
    }
    window.event(Event::Ime(egui::ImeEvent::Commit("日本".to_owned())));
    window.run();
    // The field has the keyboard by now, and the input method goes on in it.
    window.event(Event::Ime(egui::ImeEvent::Preedit { text: "ご".to_owned(), active_range_chars: None }));
    window.step();
    window.event(Event::Ime(egui::ImeEvent::Commit("語".to_owned())));
    window.run();
    press(&mut window, Modifiers::NONE, Key::Enter);
    let (_, moment) = window.state().document().campaign().moment(id).unwrap();
    assert_eq!(moment.title, "日本語");
}

#[test]
fn the_menu_of_a_cell_says_the_keys_that_its_rows_have_there() {
    let mut window = table();
    press_cell(&mut window, "Title", 3);
    let cell = window.query_all_by_role(Role::Cell).find(|node| {
        node.accesskit_node().label().is_some_and(|label| label.starts_with("Title, ") && label.contains(", row 3 of "))
    });
    let at = cell.unwrap().rect().center();
    press_button(&mut window, at, egui::PointerButton::Secondary);
    let keys = |window: &Window, name: &str| {
        let row = window
            .query_all_by_role(Role::MenuItem)
            .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(name)));
        row.unwrap().accesskit_node().data().keyboard_shortcut().unwrap_or_default().to_owned()
    };
    assert_eq!((keys(&window, "Edit").as_str(), keys(&window, "Open").as_str()), ("Enter", ""));
    assert_eq!(keys(&window, "Copy"), "Ctrl+C");
}

#[test]
fn whoever_changes_what_is_out_is_told_so() {
    let mut window = table();
    let row = row_of(&window, "Why I said yes to Northbound");
    press_cell(&mut window, "Owner", row);
    write(&mut window, "Z");
    assert!(has(&window, "Published: fixes never move it. Changes here are still yours to make."));
    press(&mut window, Modifiers::NONE, Key::Escape);
    press_cell(&mut window, "Owner", row + 1);
    write(&mut window, "Z");
    assert!(!has(&window, "Published: fixes never move it."));
}

#[test]
fn creators_and_kinds_are_chosen_for_the_filter_of_all_views() {
    let mut window = table();
    let all = window.state().document().campaign().moment_count();
    let place = |window: &Window, label: &str| window.get_by_label(label).rect();
    let (creators, kinds) = (place(&window, "Shown by Creator: All creators"), place(&window, "Shown by Kind: All kinds"));
    window.get_by_label("Shown by Creator: All creators").click();
    window.run();
    window.get_by_role_and_label(Role::CheckBox, "Maren Solheim, 5 moments").click();
    window.run();
    assert_eq!(window.state().sieve().moments(), Some(5));
    assert!(window.query_by_label("Clear all").is_some() && has(&window, "5 of 17 moments shown"), "nothing is hidden silently");
    press(&mut window, Modifiers::NONE, Key::Escape);
    let now = [place(&window, "Shown by Creator: Maren Solheim"), place(&window, "Shown by Kind: All kinds")];
    let moved = [now[0].top() - creators.top(), now[1].center().y - kinds.center().y];
    assert!(moved.iter().all(|by| by.abs() < 0.5), "the menus stay where they are: {moved:?}");
    assert!(place(&window, "Clear all").top() >= kinds.bottom(), "the bar comes below them");
    assert_eq!(column(&window, "Title").len(), 5);
    window.get_by_label("Shown by Creator: Maren Solheim");
    // The other views show the same.
    press(&mut window, Modifiers::ALT, Key::Num2);
    assert_eq!(window.state().sieve().moments(), Some(5));
    press(&mut window, Modifiers::ALT, Key::Num3);
    window.get_by_label("Shown by Kind: All kinds").click();
    window.run();
    window.get_by_role_and_label(Role::CheckBox, "Product, 1 moment").click();
    window.run();
    assert_eq!(window.state().sieve().moments(), Some(1));
    press(&mut window, Modifiers::NONE, Key::Escape);
    click(&mut window, "Clear all");
    assert_eq!(column(&window, "Title").len(), all);
}

#[test]
fn a_table_without_rows_says_why_and_what_helps() {
    let mut window = table();
    run(&mut window, Command::Search);
    write(&mut window, "nothing has these words");
    assert!(has(&window, "None matches what is searched for or filtered"));
    window.get_by_role_and_label(Role::Button, Command::ClearFilter.name()).click();
    window.run();
    assert!(!has(&window, "No moment is shown"), "and the way to them shows them");
    let mut campaign = fictional();
    for lane in &mut campaign.lanes {
        std::sync::Arc::make_mut(lane).moments.clear();
    }
    let window = table_of(campaign);
    assert!(has(&window, "No moments yet") && has(&window, "Ctrl+K"));
}

#[test]
fn the_tip_of_the_line_with_findings_does_not_lie_over_the_bar_for_several_rows() {
    let mut window = table();
    let line = |window: &Window| window.get_by_label_contains("Error: ").rect();
    let tipped = |window: &mut Window| {
        window.hover_at(line(window).center());
        window.run();
        let found = window.query_all_by_role(Role::Tooltip).count();
        window.remove_cursor();
        window.run();
        found
    };
    assert_eq!(tipped(&mut window), 1);
    press(&mut window, Modifiers::COMMAND, Key::A);
    assert!(window.state().selection().moments.len() > 1);
    assert_eq!(tipped(&mut window), 0);
}

/// The colours in which an icon is painted.
fn colours_of(window: &Window, icon: Icon) -> Vec<Color32> {
    fn collect(shape: &Shape, glyph: &str, found: &mut Vec<Color32>) {
        match shape {
            Shape::Text(text) if text.galley.text() == glyph => {
                found.extend(text.galley.job.sections.iter().map(|section| section.format.color));
            }
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, glyph, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for clipped in &window.output().shapes {
        collect(&clipped.shape, &icon.glyph().to_string(), &mut found);
    }
    found
}

#[test]
fn in_the_bar_for_several_rows_what_deletes_them_has_the_colour_of_errors() {
    let mut window = table();
    assert!(!colours_of(&window, icons::DELETE).contains(&LIGHT.s_err));
    press(&mut window, Modifiers::COMMAND, Key::A);
    assert!(colours_of(&window, icons::DELETE).contains(&LIGHT.s_err));
    assert!(!colours_of(&window, icons::DUPLICATE).contains(&LIGHT.s_err));
}

fn is_finding(node: &egui_kittest::Node<'_>) -> bool {
    node.accesskit_node()
        .label()
        .is_some_and(|label| ["Error: ", "Warning: ", "Hint: "].iter().any(|tone| label.starts_with(tone)))
}

#[test]
fn with_the_pointer_alone_no_tip_of_the_list_of_findings_lies_over_that_bar_either() {
    let mut window = table();
    let tipped = |window: &mut Window| {
        let rows: Vec<_> = window.query_all_by_role(Role::Button).filter(is_finding).map(|node| node.rect().center()).collect();
        assert!(rows.len() > 2, "the list is open");
        let seen = |window: &mut Window, at| {
            window.hover_at(at);
            window.run();
            let found = window.query_all_by_role(Role::Tooltip).count();
            window.remove_cursor();
            window.run();
            found
        };
        rows.into_iter().map(|at| seen(window, at)).sum::<usize>()
    };
    if let Some(open) = window.query_by_label("Show all findings").map(|node| node.rect().center()) {
        press_button(&mut window, open, egui::PointerButton::Primary);
    }
    assert!(tipped(&mut window) > 0);
    let lane = &window.state().document().campaign().lanes[0];
    let moments: Vec<_> = lane.moments.iter().take(2).map(|moment| moment.id).collect();
    window.state_mut().want(Action::Select(Selection { moments, ..Selection::default() }));
    window.run();
    assert_eq!(tipped(&mut window), 0);
}
