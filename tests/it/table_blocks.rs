//! Blocks of cells and several rows of the table: copied, pasted, filled down, set at once, each as one step.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, OutputCommand};
use egui_kittest::kittest::Queryable;
use momentboard::model::{Kind, Status, When};

use crate::app_window::*;
use crate::table_cells::*;

fn copied(window: &Window) -> String {
    let commands = &window.output().platform_output.commands;
    let text =
        commands.iter().find_map(|command| if let OutputCommand::CopyText(text) = command { Some(text.clone()) } else { None });
    text.expect("something was copied")
}

fn copy(window: &mut Window) -> String {
    window.event(Event::Copy);
    window.step();
    let text = copied(window);
    window.run();
    text
}

fn paste(window: &mut Window, text: &str) {
    window.event(Event::Paste(text.to_owned()));
    window.run();
}

/// The texts of three columns, row by row.
fn three(window: &Window) -> Vec<[String; 3]> {
    let [a, b, c] = ["Title", "Status", "Fee"].map(|name| column(window, name));
    a.into_iter().zip(b).zip(c).map(|((a, b), c)| [a, b, c]).collect()
}

/// A table of title, status, owner and fee.
fn four_columns() -> Window {
    let mut window = table();
    click(&mut window, "13 of 27 columns");
    for name in ["Date", "Creator", "Kind", "Channel", "Gives", "Shared value", "Ask", "Control", "Check"] {
        window.get_by_role_and_label(Role::MenuItem, name).click();
        window.run();
    }
    press(&mut window, Modifiers::NONE, Key::Escape);
    window
}

#[test]
fn a_block_of_a_spreadsheet_is_pasted_as_one_step() {
    let mut window = four_columns();
    let before = three(&window);
    press_cell(&mut window, "Title", 2);
    let block = "One\tApproved\tLena\t1,200\nTwo\tin review\tOskar\t€900.50\n\"Three, and\nmore\"\tIdea\t\t";
    paste(&mut window, block);
    let now = three(&window);
    assert_eq!(now[1], ["One", "Approved", "€1,200"]);
    assert_eq!(now[2], ["Two", "In review", "€900.50"]);
    assert_eq!(now[3][1..], ["Idea", "nothing"]);
    assert_eq!(moment_called(window.state(), "Three, and\nmore").status, Status::Idea);
    assert_eq!(moment_called(window.state(), "One").owner.as_deref(), Some("Lena"));
    assert_eq!(window.state().document().undo_label(), Some("Paste 12 cells"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(three(&window), before);
}

#[test]
fn what_was_pasted_is_a_block_and_undo_ticks_no_rows() {
    let mut window = table();
    let before = (column(&window, "Owner"), column(&window, "Fee"));
    press_cell(&mut window, "Owner", 2);
    paste(&mut window, "Ada\t100\nBo\t200\nCy\t300\n");
    assert_eq!(column(&window, "Fee")[1..4].iter().filter(|fee| fee.contains("00")).count(), 3);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!((column(&window, "Owner"), column(&window, "Fee")), before);
    assert!(window.state().selection().moments.is_empty(), "{:?}", window.state().selection().moments);
    // What is done next is done to these cells, and to no moment.
    press(&mut window, Modifiers::NONE, Key::Delete);
    let (owners, fees) = (column(&window, "Owner"), column(&window, "Fee"));
    assert!(owners[1..4].iter().chain(&fees[1..4]).all(|cell| cell == "nothing"));
    assert_eq!((&owners[4..], &fees[4..]), (&before.0[4..], &before.1[4..]));
}

#[test]
fn what_cannot_be_read_is_listed_before_anything_enters() {
    let mut window = four_columns();
    let before = three(&window);
    press_cell(&mut window, "Title", 1);
    let block = "One\tApproved\tLena\t1,200\nTwo\tsoon\tOskar\ta lot";
    paste(&mut window, block);
    assert!(has(&window, "Row 2 of the table, Status: “soon” is no status."));
    assert!(has(&window, "Row 2 of the table, Fee: “a lot” is no amount."));
    assert!(has(&window, "2 cells of the clipboard cannot be read"));
    assert_eq!(three(&window), before, "nothing has entered");
    click(&mut window, "Cancel");
    assert_eq!(three(&window), before);
    paste(&mut window, block);
    click(&mut window, "Paste without them");
    let now = three(&window);
    assert_eq!(now[0], ["One", "Approved", "€1,200"]);
    assert_eq!(now[1], ["Two".to_owned(), before[1][1].clone(), before[1][2].clone()]);
    assert_eq!(window.state().document().undo_depth(), 1);
}

#[test]
fn what_was_copied_is_pasted_back_as_it_was() {
    let mut window = table();
    let plan = window.state().document().campaign().clone();
    let rows = plan.moment_count();
    press_cell(&mut window, "Date", 1);
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::End);
    let text = copy(&mut window);
    assert_eq!(text.lines().count(), rows);
    assert!(text.contains("2027-09-07\tTobi Achterberg\tProduct\t20% off the Fjell 2 with TOBI20\tTikTok · Video"), "{text}");
    paste(&mut window, &text);
    assert!(*plan == **window.state().document().campaign(), "the plan is as it was");
    assert_eq!(window.state().document().undo_depth(), 0);
}

#[test]
fn one_cell_fills_a_block() {
    let mut window = table();
    press_cell(&mut window, "Owner", 1);
    press_cell_with(&mut window, "Owner", 4, Modifiers::SHIFT);
    paste(&mut window, "Lena Brandt\n");
    assert_eq!(column(&window, "Owner")[..4], ["Lena Brandt", "Lena Brandt", "Lena Brandt", "Lena Brandt"]);
    assert_eq!(window.state().document().undo_depth(), 1);
}

#[test]
fn rows_below_the_last_one_become_moments() {
    let mut window = table();
    let rows = window.state().document().campaign().moment_count();
    press_cell(&mut window, "Date", 1);
    press(&mut window, Modifiers::COMMAND, Key::ArrowDown);
    let rows_of_it = "29 Nov\tTobi\tProduct\tThe last one\n30 Nov\tMaren\tvalues\tAnd one more\n\n";
    paste(&mut window, rows_of_it);
    assert_eq!(window.state().document().undo_depth(), 0, "nothing is added that nobody asked for");
    assert!(has(&window, "For 1 row of the clipboard there is no row here"));
    assert!(has(&window, "What is added stands with ") && has(&window, "A row that names no kind has that of the row above it"));
    click(&mut window, "Only into the rows here");
    assert_eq!(window.state().document().campaign().moment_count(), rows);
    assert!(column(&window, "Title").contains(&"The last one".to_owned()));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    paste(&mut window, rows_of_it);
    click(&mut window, "Add 1 moment");
    assert_eq!(window.state().document().campaign().moment_count(), rows + 1);
    let added = moment_called(window.state(), "And one more");
    assert!(matches!(added.when, When::On(day) if day.to_string() == "2027-11-30"));
    let campaign = window.state().document().campaign();
    assert!(campaign.lane_name(campaign.lane(lane_of(window.state(), added.id)).unwrap()).starts_with("Maren"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(window.state().document().campaign().moment_count(), rows);
}

#[test]
fn rows_that_name_no_kind_have_that_of_the_row_above() {
    let mut window = table();
    press_cell(&mut window, "Title", 1);
    press(&mut window, Modifiers::COMMAND, Key::ArrowDown);
    let kinds = column(&window, "Kind");
    let last = kinds.last().unwrap();
    assert_eq!(last, "Community story");
    // No column of kinds in the block: all of them are as the last row of the table.
    paste(&mut window, "The last one\nOne more\nAnd another\n");
    assert!(has(&window, "first: Community story"));
    click(&mut window, "Add 2 moments");
    for title in ["One more", "And another"] {
        assert_eq!(moment_called(window.state(), title).kind, Kind::Community);
    }
    press(&mut window, Modifiers::COMMAND, Key::Z);
    // With one, a row that names none has that of the row above it in the block.
    press_cell(&mut window, "Kind", 1);
    press(&mut window, Modifiers::COMMAND, Key::ArrowDown);
    paste(&mut window, "Product\tThe last one\n\tLike it\nImpact\tUnlike it\n\tLike that\n");
    assert!(has(&window, "first: Product"));
    click(&mut window, "Add 3 moments");
    let kind = |title: &str| moment_called(window.state(), title).kind;
    assert_eq!((kind("Like it"), kind("Unlike it"), kind("Like that")), (Kind::Product, Kind::Impact, Kind::Impact));
}

#[test]
fn a_block_is_filled_down_with_the_keys_of_duplicate() {
    let mut window = table();
    let rows = window.state().document().campaign().moment_count();
    let first = (column(&window, "Shared value")[0].clone(), column(&window, "Ask")[0].clone());
    press_cell(&mut window, "Shared value", 1);
    for key in [Key::ArrowDown, Key::ArrowDown, Key::ArrowRight] {
        press(&mut window, Modifiers::SHIFT, key);
    }
    press(&mut window, Modifiers::COMMAND, Key::D);
    assert_eq!(window.state().document().campaign().moment_count(), rows, "nothing is duplicated");
    assert!(column(&window, "Shared value")[..3].iter().all(|value| *value == first.0));
    assert!(column(&window, "Ask")[..3].iter().all(|value| *value == first.1));
    assert_eq!(window.state().document().undo_depth(), 1);
    // Undo leaves the block as it was: what is done next is done to it, and no row is ticked beside it.
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(window.state().selection().moments.is_empty(), "{:?}", window.state().selection().moments);
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert!(column(&window, "Shared value")[..3].iter().all(|value| *value == "nothing" || *value == "None yet"));
}

#[test]
fn a_block_is_filled_down_by_the_palette_as_well() {
    let mut window = table();
    let first = column(&window, "Shared value")[0].clone();
    press_cell(&mut window, "Shared value", 1);
    for _ in 0..2 {
        press(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    }
    crate::palette_window::look_for(&mut window, "fill down");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(column(&window, "Shared value")[..3].iter().all(|value| *value == first), "{:?}", column(&window, "Shared value"));
    assert_eq!(window.state().document().undo_depth(), 1);
}

#[test]
fn delete_empties_cells_and_no_moments() {
    let mut window = table();
    let rows = window.state().document().campaign().moment_count();
    press_cell(&mut window, "Owner", 1);
    press(&mut window, Modifiers::SHIFT, Key::ArrowRight);
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert_eq!((column(&window, "Owner")[0].as_str(), column(&window, "Fee")[0].as_str()), ("nothing", "nothing"));
    press_cell(&mut window, "Kind", 1);
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert!(has(&window, "Every moment has a value for Kind, so it cannot be left empty."));
    assert_eq!(window.state().document().undo_depth(), 1);
    assert_eq!(window.state().document().campaign().moment_count(), rows);
}

#[test]
fn several_rows_get_a_status_in_one_step() {
    let mut window = table();
    let titles = column(&window, "Title");
    for row in [1, 3] {
        window.get_by_role_and_label(Role::CheckBox, &format!("Select “{}”", titles[row])).click();
        window.run();
    }
    let fifth = window.get_by_role_and_label(Role::CheckBox, &format!("Select “{}”", titles[5])).rect().center();
    press_at(&mut window, fifth, Modifiers::SHIFT);
    assert_eq!(window.state().selection().moments.len(), 4, "with Shift all from the last one to this one");
    window.get_by_role_and_label(Role::Button, "Status").click();
    window.run();
    window.get_by_role_and_label(Role::MenuItem, "Scheduled").click();
    window.run();
    for row in [1, 3, 4, 5] {
        assert_eq!(moment_called(window.state(), &titles[row]).status, Status::Scheduled);
    }
    assert_eq!(window.state().document().undo_depth(), 1);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(window.state().document().undo_depth(), 0);
}

#[test]
fn ideas_get_what_is_set_for_all_rows_in_the_same_step() {
    let mut window = table();
    click(&mut window, "13 of 27 columns");
    window.get_by_role_and_label(Role::MenuItem, "Ideas, too").click();
    window.run();
    press(&mut window, Modifiers::NONE, Key::Escape);
    let idea = window.state().document().campaign().ideas[0].clone();
    assert_ne!(idea.status, Status::InReview);
    let titles = column(&window, "Title");
    let other = titles.iter().find(|title| **title != idea.title).expect("a moment of a lane").clone();
    for title in [other.as_str(), idea.title.as_str()] {
        window.get_by_role_and_label(Role::CheckBox, &format!("Select “{title}”")).click();
        window.run();
    }
    window.get_by_role_and_label(Role::Button, "Status").click();
    window.run();
    window.get_by_role_and_label(Role::MenuItem, "In review").click();
    window.run();
    for title in [other.as_str(), idea.title.as_str()] {
        assert_eq!(moment_called(window.state(), title).status, Status::InReview, "{title}");
    }
    assert_eq!(window.state().document().undo_depth(), 1);
}

fn press_at(window: &mut Window, at: egui::Pos2, modifiers: Modifiers) {
    window.hover_at(at);
    for pressed in [true, false] {
        let event = Event::PointerButton { pos: at, button: egui::PointerButton::Primary, pressed, modifiers };
        window.event_modifiers(event, modifiers);
        window.step();
    }
    window.run();
}

#[test]
fn several_rows_move_a_week_and_are_let_go_of_with_escape() {
    let mut window = table();
    press_cell(&mut window, "Title", 2);
    press(&mut window, Modifiers::COMMAND, Key::Space);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::COMMAND, Key::Space);
    let chosen = window.state().selection().moments.clone();
    assert_eq!(chosen.len(), 2);
    let days = |window: &Window| chosen.iter().map(|id| when(window.state(), *id)).collect::<Vec<_>>();
    let before = days(&window);
    click(&mut window, "One week later");
    let later =
        before.iter().map(|when| if let When::On(day) = when { When::On(day.plus(7)) } else { *when }).collect::<Vec<_>>();
    assert_eq!(days(&window), later);
    assert_eq!(window.state().document().undo_depth(), 1);
    press_cell(&mut window, "Title", 1);
    assert_eq!(window.state().selection().moments.len(), 2, "going through cells leaves what is ticked");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.state().selection().moments.is_empty());
    assert!(window.query_by_label("2 moments selected").is_none());
}

#[test]
fn moments_that_were_copied_on_the_board_are_pasted_as_moments() {
    let mut window = window();
    select(&mut window, "Product, Tobi");
    let text = copy(&mut window);
    press(&mut window, Modifiers::ALT, Key::Num3);
    let rows = window.state().document().campaign().moment_count();
    press_cell(&mut window, "Title", 1);
    paste(&mut window, &text);
    assert_eq!(window.state().document().campaign().moment_count(), rows + 1);
}

#[test]
fn without_a_cell_rows_of_a_spreadsheet_are_brought_in_as_a_table() {
    let mut window = table();
    paste(&mut window, "Date\tTitle\n2027-11-20\tSomething new\n");
    assert!(!has(&window, "Some cells cannot be read"));
    assert!(window.query_all_by_role(Role::Dialog).next().is_some() || has(&window, "Something new"));
}

#[test]
fn a_block_of_several_rows_lets_go_of_what_was_ticked() {
    let mut window = table();
    press_cell(&mut window, "Fee", 2);
    press(&mut window, Modifiers::COMMAND, Key::Space);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::COMMAND, Key::Space);
    assert!(has(&window, "2 selected · €"), "what they cost together is said");
    press_cell(&mut window, "Fee", 4);
    press_cell_with(&mut window, "Fee", 8, Modifiers::SHIFT);
    assert!(window.state().selection().moments.is_empty(), "what is done is done to the block");
    assert!(window.query_by_label("2 moments selected").is_none());
    let fees = column(&window, "Fee");
    paste(&mut window, "111");
    // Undo leaves the block as it was, and that is what things are done to.
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(column(&window, "Fee"), fees);
    assert!(window.state().selection().moments.is_empty(), "no row is ticked beside it");
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert_eq!(column(&window, "Fee").iter().filter(|fee| *fee == "nothing").count(), 5, "the whole block");
}

#[test]
fn of_several_rows_a_published_one_keeps_its_day() {
    let mut window = table();
    let published = moment_called(window.state(), "Why I said yes to Northbound");
    press_cell(&mut window, "Date", 3);
    press_cell_with(&mut window, "Date", 1, Modifiers::SHIFT);
    paste(&mut window, "3 Oct\n");
    assert_eq!(moment_called(window.state(), "Why I said yes to Northbound").when, published.when);
    assert!(has(&window, "One moment is published and stays where it is."));
    assert_eq!(window.state().document().undo_depth(), 1, "the others have moved");
}

#[test]
fn a_pasted_block_is_selected_and_said_and_undo_leaves_it() {
    let mut window = table();
    press_cell(&mut window, "Shared value", 2);
    let before = column(&window, "Shared value");
    paste(&mut window, "Nobody runs alone\tSoft\nNobody runs alone\tSoft\nNobody runs alone\tSoft");
    assert!(has(&window, "3 rows, 2 columns pasted"));
    assert!(window.state().selection().moments.is_empty());
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(column(&window, "Shared value"), before);
    assert!(window.state().selection().moments.is_empty(), "no row is ticked: {:?}", window.state().selection().moments);
    // What is done next is done to the block.
    press(&mut window, Modifiers::NONE, Key::Delete);
    let values = column(&window, "Shared value");
    assert!(values[1..4].iter().all(|value| *value == "nothing"), "{values:?}");
    assert_eq!((&values[0], &values[4]), (&before[0], &before[4]));
    // A single cell says nothing: it is seen.
    press_cell(&mut window, "Owner", 6);
    paste(&mut window, "Lena");
    assert!(!has(&window, "1 row, 1 column pasted"));
}

/// The rows that the mark over cells goes over, as filling it shows.
fn filled(window: &mut Window) -> usize {
    let before = column(window, "Owner");
    press(window, Modifiers::COMMAND, Key::D);
    let now = column(window, "Owner");
    before.iter().zip(&now).filter(|(before, now)| before != now).count()
}

#[test]
fn a_mark_over_cells_never_grows_over_rows_that_nobody_chose() {
    let mut window = table();
    // Two neighbours, which an order by title parts.
    press_cell(&mut window, "Owner", 1);
    press(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    let titles = column(&window, "Title");
    window.get_by_role_and_label(Role::ColumnHeader, "Title: sort").click();
    window.run();
    let after = column(&window, "Title");
    let at = |title: &String| after.iter().position(|other| other == title).unwrap();
    assert!(at(&titles[0]).abs_diff(at(&titles[1])) > 1, "they are parted");
    assert_eq!(filled(&mut window), 0);
    assert_eq!(window.state().document().undo_depth(), 0);
    // The cells have the keyboard as before: what is typed is written.
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert_eq!(column(&window, "Owner")[at(&titles[1])], "nothing");
    assert_eq!(window.state().document().undo_depth(), 1);
}

#[test]
fn a_day_that_is_two_days_and_a_fee_below_nothing_are_not_guessed() {
    let mut window = table();
    press_cell(&mut window, "Date", 1);
    paste(&mut window, "3/4/2027\n");
    assert!(has(&window, "Row 1 of the table, Date: “3/4/2027” can be 3 Apr 2027 or 4 Mar 2027. Write the month as a word."));
    press(&mut window, Modifiers::NONE, Key::Escape);
    press_cell(&mut window, "Fee", 1);
    paste(&mut window, "-5\n");
    assert!(has(&window, "Row 1 of the table, Fee: “-5” is less than nothing, which no moment costs."));
    press(&mut window, Modifiers::NONE, Key::Escape);
    press_cell(&mut window, "Date", 1);
    paste(&mut window, "13/3/2027\n");
    assert_eq!(column(&window, "Date")[0], "Sat 13 Mar");
}
