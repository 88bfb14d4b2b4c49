//! What keys do in one view only: the sheet of keys lists it, and every key that it lists does something where it says so.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Event, Key, KeyboardShortcut, Modifiers, OutputCommand};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::model::PlanId;
use momentboard::store::demo;
use momentboard::ui::command::{Command, Group, InView};

use crate::app_window::*;
use crate::focus_seen::at_keyboard;
use crate::table_cells::{press_cell, table};

/// Everything that can be seen or heard of a window, and what stands in the plan.
pub(crate) fn seen(window: &Window) -> String {
    let nodes = window.root().children_recursive().map(|node| {
        let inside = node.accesskit_node();
        let place = inside.bounding_box().map(|place| (place.x0.round(), place.y0.round(), place.x1.round()));
        format!("{:?} {:?} {} {:?} {place:?}", inside.label(), inside.value(), node.is_focused(), inside.toggled())
    });
    let said: Vec<String> = nodes.collect();
    format!("{}\n{:?}", said.join("\n"), window.state().document().revision())
}

/// Presses keys as a system sends them: those of the clipboard come as what they mean. Whether something was copied.
fn strike(window: &mut Window, keys: KeyboardShortcut) -> bool {
    let clipboard = match keys.logical_key {
        Key::C => Some(Event::Copy),
        Key::X => Some(Event::Cut),
        Key::V => Some(Event::Paste("Pasted".to_owned())),
        _ => None,
    };
    match clipboard.filter(|_| keys.modifiers == Modifiers::COMMAND) {
        Some(event) => window.event(event),
        None => window.key_press_modifiers(keys.modifiers, keys.logical_key),
    }
    window.step();
    let commands = &window.output().platform_output.commands;
    let copied = commands.iter().any(|command| matches!(command, OutputCommand::CopyText(_)));
    window.run();
    copied
}

/// Presses every key that is listed for a view; `ready` brings the window to where it does something.
fn all_do_something(group: Group, ready: impl FnMut(InView) -> Window) {
    all_lead_there(group, ready, |_, _| None);
}

/// The same where keys lead somewhere: anywhere else would be something, too. `leads_to` says how the name of the place begins, and what
/// is in it.
fn all_lead_there(
    group: Group,
    mut ready: impl FnMut(InView) -> Window,
    leads_to: impl Fn(InView, Key) -> Option<(&'static str, String)>,
) {
    let listed: Vec<InView> = InView::ALL.iter().copied().filter(|deed| deed.group() == group).collect();
    assert!(!listed.is_empty());
    for deed in listed {
        for keys in deed.shortcuts() {
            let mut window = ready(deed);
            let before = seen(&window);
            let copied = strike(&mut window, *keys);
            assert!(copied || seen(&window) != before, "{keys:?} does “{}”", deed.name());
            if let Some((begin, part)) = leads_to(deed, keys.logical_key) {
                let (_, _, _, name) = at_keyboard(&window).expect("something has the keyboard");
                let is_there = name.starts_with(begin) && name.contains(&part);
                assert!(is_there, "{keys:?} does “{}”: to {begin}{part}, and not to {name}", deed.name());
            }
        }
    }
}

#[test]
fn the_keys_of_the_calendar_do_what_the_sheet_says() {
    let ready = |deed| {
        let mut window = window();
        press(&mut window, Modifiers::ALT, Key::Num2);
        press(&mut window, Modifiers::NONE, Key::T);
        press(&mut window, Modifiers::NONE, Key::ArrowLeft);
        if deed == InView::AddOnDay {
            // From the moment of that day to the day a week later, which is empty.
            press(&mut window, Modifiers::NONE, Key::ArrowDown);
        }
        window
    };
    // From the first of September, where a moment stands.
    all_lead_there(Group::Calendar, ready, |deed, _| {
        let day = match deed {
            InView::DayBefore => "Tue 31 Aug",
            InView::DayAfter => "Thu 2 Sep",
            InView::DayUp => "Wed 25 Aug",
            InView::DayDown => "Wed 8 Sep",
            _ => return None,
        };
        Some((day, String::new()))
    });
}

#[test]
fn the_keys_of_cells_do_what_the_sheet_says() {
    let ready = |deed| {
        let mut window = table();
        press_cell(&mut window, "Title", 4);
        match deed {
            InView::KeepDown | InView::KeepUp | InView::LeaveCell => press(&mut window, Modifiers::NONE, Key::Enter),
            InView::FillDown => press(&mut window, Modifiers::SHIFT, Key::ArrowDown),
            InView::GiveUp => press(&mut window, Modifiers::NONE, Key::Space),
            InView::EmptyCells | InView::CutCells => press_cell(&mut window, "Owner", 4),
            _ => {}
        }
        window
    };
    all_lead_there(Group::Table, ready, |deed, key| {
        let (column, row) = match (deed, key) {
            (InView::CellBeside, Key::ArrowLeft) | (InView::PreviousCell, _) => ("Kind, ", 4),
            (InView::CellBeside, Key::ArrowRight) | (InView::NextCell, _) => ("Channel, ", 4),
            (InView::CellBeside, Key::ArrowUp) | (InView::KeepUp, _) => ("Title, ", 3),
            (InView::CellBeside | InView::KeepDown, _) => ("Title, ", 5),
            (InView::RowStart, _) => ("Date, ", 4),
            (InView::RowEnd, _) => ("Check, ", 4),
            (InView::FirstRow | InView::RowsUp, _) => ("Title, ", 1),
            (InView::LastRow | InView::RowsDown, _) => ("Title, ", 17),
            (InView::FirstCell, _) => ("Date, ", 1),
            (InView::LastCell, _) => ("Check, ", 17),
            _ => return None,
        };
        Some((column, format!(", row {row} of 17")))
    });
}

#[test]
fn the_keys_of_the_head_of_a_column_do_what_the_sheet_says() {
    all_do_something(Group::Head, |_| {
        let mut window = table();
        window.get_by_label("Title: sort").focus();
        window.run();
        window
    });
}

#[test]
fn the_keys_of_a_presentation_do_what_the_sheet_says() {
    all_do_something(Group::Present, |deed| {
        let mut campaign = demo::fictional(PlanId::default());
        let lanes = campaign.lanes.iter_mut().map(Arc::make_mut);
        for moment in lanes.flat_map(|lane| &mut lane.moments) {
            Arc::make_mut(moment).hook = Some("They finish work at four, and then they run. ".repeat(30));
        }
        let mut window = window_on(campaign);
        select(&mut window, "Values story, Tobi");
        window.set_size(egui::vec2(736.0, 466.0));
        press(&mut window, Modifiers::NONE, Key::F5);
        if deed == InView::ReadBack {
            press(&mut window, Modifiers::SHIFT, Key::ArrowDown);
        }
        window
    });
}

#[test]
fn the_keys_of_another_order_do_what_the_sheet_says() {
    all_do_something(Group::Order, |_| {
        let mut window = window();
        select(&mut window, "Product, Tobi");
        crate::lanes_reordered::other_order(&mut window);
        let cards: Vec<String> = crate::lanes_reordered::order(&window);
        window.get_by_role_and_label(Role::ListItem, &cards[1]).focus();
        window.run();
        window
    });
}

#[test]
fn the_sheet_of_keys_has_a_part_for_each_view_and_can_be_read_in_a_narrow_window() {
    for size in [[1440.0, 900.0], [760.0, 700.0]] {
        let mut window = window();
        window.set_size(size.into());
        run(&mut window, Command::Shortcuts);
        for part in ["In the calendar", "In the table", "At the head of a column", "While presenting"] {
            assert!(window.query_by_role_and_label(Role::Heading, part).is_some(), "{part} at {size:?}");
        }
        let rows = ["Fill down (Ctrl+D)", "Select cells (Shift+Arrows)", "To the moment after (Right, PageDown, Space, Enter)"];
        let last = window.get_by_label("Move it one place later (Alt+Down)").rect();
        for row in rows {
            assert!(window.query_by_label(row).is_some(), "{row} at {size:?}");
        }
        // Nothing in the sheet takes the keyboard, and still all of it is come to.
        press(&mut window, Modifiers::NONE, Key::End);
        let at_end = window.get_by_label("Move it one place later (Alt+Down)").rect();
        assert!(at_end.top() < last.top(), "it scrolls at {size:?}");
        assert!(at_end.left() >= 0.0 && at_end.right() <= size[0]);
    }
}
