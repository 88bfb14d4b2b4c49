//! A table brought into the window, by accessible label: dropped, pasted, asked about, brought in as one step, remembered.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;
use momentboard::app::{App, Keeper, Rim};
use momentboard::model::{Kind, When};

use crate::app_window::*;
use crate::import_run::{choose, import, settled, titles};
use crate::import_tables::{day, empty};
use crate::raster;
use crate::scratch::{self, Scratch};

const OPEN: &[u8] = include_bytes!("../fixtures/tables/open-questions.csv");
const AMERICAN: &[u8] = include_bytes!("../fixtures/tables/us-calendar.csv");

#[test]
fn a_table_without_questions_is_brought_in_as_one_step() {
    let folder = Scratch::new("window-import");
    let table = folder.join("us.csv");
    scratch::write(&table, AMERICAN);
    let mut window = window_on(empty());
    import(&mut window, &table);
    window.get_by_role_and_label(Role::Dialog, "Import us.csv");
    assert!(has(&window, "Would add: 3 moments.") && has(&window, "New creators: Ana Cruz."));
    assert_eq!(window.state().document().undo_depth(), 0, "nothing enters before it is confirmed");
    click(&mut window, "Import");
    let app = window.state();
    assert_eq!(titles(app), ["We teamed up", "Something is coming", "The box"]);
    assert_eq!((app.document().undo_depth(), app.document().undo_label()), (1, Some("Import us.csv")));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(titles(window.state()).is_empty() && window.state().document().campaign().creators.is_empty());
}

#[test]
fn what_the_table_does_not_say_is_asked_and_what_cannot_be_used_is_listed() {
    let folder = Scratch::new("window-import-open");
    let table = folder.join("t.csv");
    scratch::write(&table, OPEN);
    let mut window = window_on(empty());
    import(&mut window, &table);
    assert!(has(&window, "“3/4/2027” is 3 Apr 2027 or 4 Mar 2027") && has(&window, "A4: “soonish” is no date."));
    assert!(has(&window, "questions to answer first, and"));
    choose(&mut window, "Day first");
    choose(&mut window, "The comma: 1,200");
    choose(&mut window, "EUR");
    assert!(has(&window, "3 rows with a cell that cannot be used"), "three rows are left");
    window.get_by_role_and_label(Role::ComboBox, "What does “Giveaway party” stand for in “Kind”?").click();
    settled(&mut window);
    window.get_by_role_and_label(Role::MenuItem, "Product").click();
    settled(&mut window);
    click(&mut window, "Leave out 2 rows with a cell that cannot be used");
    settled(&mut window);
    click(&mut window, "Import");
    let moments = &window.state().document().campaign().lanes[0].moments;
    assert_eq!(moments.iter().map(|moment| moment.kind).collect::<Vec<_>>(), [Kind::Story, Kind::Product]);
    assert_eq!(moments[0].when, When::On(day("2027-04-03")));
}

#[test]
fn what_is_known_already_is_seen_while_something_is_open_and_late_questions_come_below_the_columns() {
    let folder = Scratch::new("window-import-known");
    let table = folder.join("t.csv");
    scratch::write(
        &table,
        b"Date,Creator,Kind,Title\n2027-03-04,Tobi,Story,Sure day\n3/4/2027,Tobi,Story,Open day\n5/4/2027,Tobi,Story,Open too\n",
    );
    let mut window = window_on(empty());
    import(&mut window, &table);
    assert!(has(&window, "1 question to answer first"));
    assert!(has(&window, "4 Mar 2027, Tobi, Story, Sure day") && !has(&window, "Tobi, Story, Open day"));
    assert!(has(&window, "What is known already is shown here."));
    choose(&mut window, "Day first");
    assert!(has(&window, "3 Apr 2027, Tobi, Story, Open day") && !has(&window, "What is known already is shown here."));
    // A question that comes up after an answer stands below the columns, which stay where they are.
    let columns = |window: &Window| window.get_by_label("What the column “Kind” is").rect();
    let before = columns(&window);
    window.get_by_label("What the column “Kind” is").click();
    settled(&mut window);
    window.get_by_role_and_label(Role::MenuItem, "Leave out").click();
    settled(&mut window);
    assert!(has(&window, "Which kind are moments whose row names none?"));
    assert_eq!(columns(&window), before);
    assert!(window.get_by_label("What else the table does not say").rect().top() > before.bottom());
}

#[test]
fn weeks_that_count_from_something_are_asked_about() {
    let folder = Scratch::new("window-import-weeks");
    let table = folder.join("t.csv");
    scratch::write(&table, b"Creator,Week 1,Week 2,Week 3\nMaren,Story: A,,Story: B\n");
    let mut window = window_on(empty());
    import(&mut window, &table);
    assert!(
        has(&window, "“Week 1” may be a week of the campaign or of the calendar") && has(&window, "1 question to answer first")
    );
    choose(&mut window, "The calendar");
    assert!(has(&window, "Which year is it?"));
    write_in(&mut window, "Another first day of week 1", "6 Sep 2027");
    settled(&mut window);
    click(&mut window, "Import");
    let days: Vec<When> = window.state().document().campaign().lanes[0].moments.iter().map(|moment| moment.when).collect();
    assert_eq!(days, [When::On(day("2027-09-06")), When::On(day("2027-09-20"))]);
}

#[test]
fn escape_leaves_the_plan_as_it_is() {
    let folder = Scratch::new("window-import-escape");
    let table = folder.join("us.csv");
    scratch::write(&table, AMERICAN);
    let mut window = window_on(empty());
    import(&mut window, &table);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(titles(window.state()).is_empty() && !has(&window, "Import us.csv"));
    let wrong = folder.join("old.xls");
    scratch::write(&wrong, &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]);
    import(&mut window, &wrong);
    assert!(has(&window, "This table cannot be read") && has(&window, "old office program"));
}

#[test]
fn cells_that_were_copied_in_a_spreadsheet_are_pasted_as_a_table() {
    let mut window = window_on(empty());
    let cells = "Date\tCreator\tKind\tTitle\n2027-05-03\tTobi\tStory\tOne\n";
    window.event(Event::Paste(cells.into()));
    settled(&mut window);
    window.get_by_role_and_label(Role::Dialog, "Import pasted cells");
    click(&mut window, "Import");
    assert_eq!(titles(window.state()), ["One"]);
    window.event(Event::Paste("just a sentence".into()));
    settled(&mut window);
    assert!(window.query_by_role_and_label(Role::Dialog, "Import pasted cells").is_none());
}

#[test]
fn a_workbook_that_is_dropped_opens_as_a_table_and_its_sheet_can_be_chosen() {
    let folder = Scratch::new("window-import-drop");
    let mut book = rust_xlsxwriter::Workbook::new();
    for name in ["May", "June"] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (row, cells) in [["Date", "Creator", "Kind", "Title"], ["2027-05-03", "Tobi", "story", name]].iter().enumerate() {
            for (at, text) in cells.iter().enumerate() {
                sheet.write_string(row as u32, at as u16, *text).unwrap();
            }
        }
    }
    let table = folder.join("plan.xlsx");
    scratch::write(&table, &book.save_to_buffer().unwrap());
    let mut window = window_on(empty());
    drop_file(&mut window, &table);
    settled(&mut window);
    window.get_by_role_and_label(Role::Dialog, "Import plan.xlsx");
    window.get_by_role_and_label(Role::ComboBox, "Sheet").click();
    settled(&mut window);
    window.get_by_role_and_label(Role::MenuItem, "June").click();
    settled(&mut window);
    click(&mut window, "Import");
    assert_eq!(titles(window.state()), ["June"]);
}

#[test]
fn another_column_can_be_chosen_and_is_known_next_time() {
    let folder = Scratch::new("window-import-known");
    let table = folder.join("t.csv");
    scratch::write(&table, b"Date,Creator,Kind,Title,Motto\n2027-05-03,Tobi,Story,One,Run free\n");
    let rim = || Rim { prefs: Keeper::File(folder.join("preferences.ron")), ..rim() };
    let mut window = window_in(rim(), empty());
    import(&mut window, &table);
    window.get_by_role_and_label(Role::ComboBox, "What the column “Motto” is").click();
    settled(&mut window);
    window.get_by_role_and_label(Role::MenuItem, "Hook").click();
    settled(&mut window);
    click(&mut window, "Import");
    assert_eq!(window.state().document().campaign().lanes[0].moments[0].hook.as_deref(), Some("Run free"));
    close(&mut window);
    let mut window = window_in(rim(), empty());
    import(&mut window, &table);
    click(&mut window, "Import");
    assert_eq!(window.state().document().campaign().lanes[0].moments[0].hook.as_deref(), Some("Run free"));
}

#[test]
fn the_dialog_has_room_in_every_window() {
    let folder = Scratch::new("window-import-sizes");
    let table = folder.join("t.csv");
    scratch::write(&table, OPEN);
    for (size, theme) in [([760.0, 560.0], Theme::Dark), ([1440.0, 900.0], Theme::Light), ([3840.0, 2160.0], Theme::Dark)] {
        let mut window = raster::builder(theme, size).with_max_steps(60).build_ui_state(
            |ui, app: &mut App| {
                app.logic(ui.ctx());
                app.ui(ui);
            },
            App::new(empty(), rim()),
        );
        window.run();
        import(&mut window, &table);
        let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, size.into());
        for name in ["Import", "Cancel"] {
            let button = window.get_by_role_and_label(Role::Button, name).rect();
            assert!(screen.contains_rect(button), "{name} at {size:?}: {button:?}");
        }
    }
}

#[test]
fn a_grid_and_several_people_in_a_cell_are_asked_about_in_the_window() {
    let folder = Scratch::new("window-import-grid");
    let (grid, people) = (folder.join("grid.csv"), folder.join("people.csv"));
    scratch::write(&grid, b"Date,Maren,Tobi\n2027-05-03,Teaser,\n2027-05-04,,Unboxing\n");
    let mut window = window_on(empty());
    import(&mut window, &grid);
    assert!(has(&window, "creators stand in row 1 (Maren and Tobi)"), "how it is read is told");
    assert!(has(&window, "1 question to answer first"));
    choose(&mut window, "They are creators");
    click(&mut window, "Import");
    assert_eq!(titles(window.state()), ["Teaser", "Unboxing"]);
    scratch::write(&people, b"Date,Creator,Title,Kind\n2027-05-05,Mira & Ana,Duet,story\n");
    import(&mut window, &people);
    choose(&mut window, "A moment for each");
    click(&mut window, "Import");
    assert_eq!(titles(window.state()), ["Teaser", "Unboxing", "Duet", "Duet"]);
}
