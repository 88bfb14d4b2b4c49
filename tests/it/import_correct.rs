//! What can be put right while a table is looked at: its header, what its columns are, single cells; and what would stand in the
//! plan is seen before it does.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::{App, Keeper, Rim};
use momentboard::check::{self, Options};
use momentboard::model::When;
use momentboard::share::{Choice, Format, Reader, Watch, export};

use crate::app_window::*;
use crate::import_run::{choose, import, settled, titles};
use crate::import_tables::{day, empty};
use crate::raster;
use crate::scratch::{self, Scratch};

const OPEN: &[u8] = include_bytes!("../fixtures/tables/open-questions.csv");

#[test]
fn what_would_stand_in_the_plan_is_seen_before_it_does() {
    let folder = Scratch::new("import-preview");
    let path = folder.put("t.csv", "Date,Creator,Kind,Title\n2027-05-03,Tobi,Story,One\n2027-05-04,Mira,Values story,Two\n");
    let mut window = window_on(empty());
    import(&mut window, &path);
    assert!(has(&window, "2 moments for 2 lanes"));
    assert!(has(&window, "3 May 2027, Tobi, Story, One") && has(&window, "4 May 2027, Mira, Values story, Two"));
    assert!(has(&window, "A · Date") && has(&window, "D · Title"), "columns have the letters of the spreadsheet");
}

#[test]
fn a_cell_that_cannot_be_used_is_corrected_or_emptied_here() {
    let folder = Scratch::new("import-correct");
    let path = folder.join("t.csv");
    scratch::write(&path, OPEN);
    let mut window = window_on(empty());
    import(&mut window, &path);
    choose(&mut window, "Day first");
    choose(&mut window, "The comma: 1,200");
    choose(&mut window, "EUR");
    assert!(has(&window, "A4: “soonish” is no date."));
    write_in(&mut window, "What A4 is to say", "7 May 2027");
    press(&mut window, Modifiers::NONE, Key::Enter);
    settled(&mut window);
    assert!(!has(&window, "“soonish” is no date.") && has(&window, "A4 is “7 May 2027” now."));
    click(&mut window, "Leave A5 empty");
    settled(&mut window);
    assert!(has(&window, "A5 is empty now."));
    window.get_by_role_and_label(Role::ComboBox, "What does “Giveaway party” stand for in “Kind”?").click();
    settled(&mut window);
    window.get_by_role_and_label(Role::MenuItem, "Product").click();
    settled(&mut window);
    click(&mut window, "Import");
    let moments = &window.state().document().campaign().lanes[0].moments;
    let whens: Vec<When> = moments.iter().map(|moment| moment.when).collect();
    assert!(whens.contains(&When::On(day("2027-05-07"))) && whens.contains(&When::Undated), "{whens:?}");
    assert_eq!(whens.len(), 4, "no row is left out");
}

#[test]
fn what_was_typed_for_a_cell_can_be_taken_back() {
    let folder = Scratch::new("import-back");
    let path = folder.put("t.csv", "Date,Creator,Kind,Title\nsoonish,Tobi,Story,One\n2027-05-03,Tobi,Story,Two\n");
    let mut window = window_on(empty());
    import(&mut window, &path);
    click(&mut window, "Leave A2 empty");
    settled(&mut window);
    assert!(!has(&window, "“soonish” is no date."));
    click(&mut window, "Take back what was typed for A2");
    settled(&mut window);
    assert!(has(&window, "A2: “soonish” is no date.") && has(&window, "1 row with a cell that cannot be used"));
}

#[test]
fn another_row_is_the_header() {
    let folder = Scratch::new("import-header");
    // The names of people look like a header, too.
    let path = folder.put("t.csv", "Date,Creator,Kind,Title\nDate,Creator,Type,Name\n2027-05-03,Tobi,Story,One\n");
    let mut window = window_on(empty());
    import(&mut window, &path);
    window.get_by_role_and_label(Role::ComboBox, "Header").click();
    settled(&mut window);
    window.get_by_role_and_label(Role::MenuItem, "Row 2: Date · Creator · Type · Name").click();
    settled(&mut window);
    assert!(has(&window, "C · Type") && !has(&window, "C · Kind"));
    click(&mut window, "Import");
    assert_eq!(titles(window.state()), ["One"]);
}

#[test]
fn a_column_that_only_its_cells_tell_is_asked_about_here_as_in_the_terminal() {
    let folder = Scratch::new("import-unsure");
    let path = folder.put("t.csv", "Date,Creator,Title,Foo,Kind\n2027-05-03,Tobi,One,https://a.b,Story\n");
    let mut window = window_on(empty());
    import(&mut window, &path);
    assert!(has(&window, "Is “Foo” the column “Links”?") && has(&window, "1 question to answer first"));
    choose(&mut window, "Yes, it is");
    assert!(has(&window, "Would add: 1 moment."));
    click(&mut window, "Import");
    assert_eq!(window.state().document().campaign().lanes[0].moments[0].links, ["https://a.b"]);
}

#[test]
fn answers_of_last_time_are_said_and_can_be_left() {
    let folder = Scratch::new("import-recalled");
    let path = folder.put("t.csv", "Date,Creator,Kind,Title,Motto\n2027-05-03,Tobi,Story,One,Run free\n");
    let rim = || Rim { prefs: Keeper::File(folder.join("preferences.ron")), ..rim() };
    let mut window = window_in(rim(), empty());
    import(&mut window, &path);
    assert!(!has(&window, "the last table with these columns"));
    window.get_by_role_and_label(Role::ComboBox, "What the column “Motto” is").click();
    settled(&mut window);
    window.get_by_role_and_label(Role::MenuItem, "Hook").click();
    settled(&mut window);
    click(&mut window, "Import");
    close(&mut window);
    let mut window = window_in(rim(), empty());
    import(&mut window, &path);
    assert!(has(&window, "As for the last table with these columns: Motto → Hook."), "what is remembered is said");
    click(&mut window, "Start again");
    settled(&mut window);
    assert!(!has(&window, "the last table with these columns"));
    click(&mut window, "Import");
    let notes = window.state().document().campaign().lanes[0].moments[0].notes.clone();
    assert_eq!(notes.as_deref(), Some("Motto: Run free"));
}

#[test]
fn a_table_that_takes_long_can_be_left_while_it_is_read() {
    let mut window = window_with_held_jobs(empty());
    let cells = "Date\tCreator\tKind\tTitle\n2027-05-03\tTobi\tStory\tOne\n";
    window.event(Event::Paste(cells.into()));
    window.run();
    window.run();
    assert!(has(&window, "Reading pasted cells"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.run();
    assert!(window.query_by_role_and_label(Role::Dialog, "Import pasted cells").is_none());
    release(&mut window);
    window.run();
    assert!(window.query_by_role_and_label(Role::Dialog, "Import pasted cells").is_none(), "what nobody waits for is forgotten");
    assert!(!has(&window, "This table cannot be read"));
}

#[test]
fn our_own_workbook_comes_back_as_changes() {
    let folder = Scratch::new("import-own-window");
    let campaign = fictional();
    let report = check::check(&campaign, &Options::default());
    let bytes = export(&campaign, &report, &Choice::new(Reader::Internal, Format::Csv), Watch::none()).unwrap().bytes;
    let title = campaign.lanes[0].moments[0].title.clone();
    let text = String::from_utf8(bytes).unwrap().replacen(&title, "Another title", 1);
    let path = folder.put("back.csv", &text);
    let mut window = window_on(campaign.clone());
    drop_file(&mut window, &path);
    settled(&mut window);
    assert!(has(&window, "Would change 1 moment.") && has(&window, &format!("Title: {title} → Another title")));
    click(&mut window, "Import");
    let app = window.state();
    assert_eq!((app.document().undo_depth(), titles(app).len()), (1, campaign.moment_count()));
    assert!(titles(app).contains(&"Another title".to_owned()));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(**window.state().document().campaign(), campaign);
}

#[test]
fn of_our_own_workbook_the_moments_are_taken_and_another_sheet_says_so() {
    let folder = Scratch::new("import-own-sheets");
    let campaign = fictional();
    let report = check::check(&campaign, &Options::default());
    let bytes = export(&campaign, &report, &Choice::new(Reader::Internal, Format::Xlsx), Watch::none()).unwrap().bytes;
    let path = folder.join("plan.xlsx");
    scratch::write(&path, &bytes);
    let mut window = window_on(campaign);
    drop_file(&mut window, &path);
    settled(&mut window);
    assert!(has(&window, "Nothing of the table is new to the plan."));
    window.get_by_role_and_label(Role::ComboBox, "Sheet").click();
    settled(&mut window);
    window.get_by_role_and_label(Role::MenuItem, "Budget").click();
    settled(&mut window);
    assert!(has(&window, "The sheet “Budget” is made from the moments and cannot be brought back."));
    click(&mut window, "Take the sheet “Moments”");
    settled(&mut window);
    assert!(has(&window, "Nothing of the table is new to the plan."));
}

#[test]
fn everything_is_reached_by_keyboard_in_narrow_and_wide_windows() {
    let folder = Scratch::new("import-keys");
    let path = folder.join("t.csv");
    scratch::write(&path, OPEN);
    for (size, theme) in [([760.0, 560.0], Theme::Dark), ([1440.0, 900.0], Theme::Light)] {
        let mut window = raster::builder(theme, size).with_max_steps(60).build_ui_state(
            |ui, app: &mut App| {
                app.logic(ui.ctx());
                app.ui(ui);
            },
            App::new(empty(), rim()),
        );
        window.run();
        import(&mut window, &path);
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..60 {
            press(&mut window, Modifiers::NONE, Key::Tab);
            window.run();
            let focused = window.query_by(|node| node.is_focused() && node.label().is_some());
            seen.extend(focused.and_then(|node| node.accesskit_node().label()));
        }
        for name in ["Header", "Day first", "What A4 is to say", "Leave A4 empty", "What the column “Date” is", "Cancel"] {
            assert!(seen.contains(name), "{name} at {size:?}: {seen:?}");
        }
    }
}

#[test]
fn an_answer_breaks_off_what_is_worked_out_from_older_ones() {
    let mut window = window_with_held_jobs(empty());
    let cells = "Date\tCreator\tKind\tTitle\n3/4/2027\tTobi\tStory\tOne\n";
    window.event(Event::Paste(cells.into()));
    settled(&mut window);
    release(&mut window);
    settled(&mut window);
    release(&mut window);
    choose(&mut window, "Day first");
    choose(&mut window, "Month first");
    assert!(has(&window, "Looking at the table"));
    release(&mut window);
    assert!(has(&window, "Looking at the table") && !has(&window, "3 Apr 2027, Tobi"), "nobody waits for the older answer");
    release(&mut window);
    assert!(has(&window, "4 Mar 2027, Tobi, Story, One") && !has(&window, "Looking at the table"));
}

#[test]
fn a_grid_has_no_header_and_is_made_a_list_and_a_grid_again() {
    let folder = Scratch::new("import-grid-header");
    let path = folder.put("grid.csv", "Date,Maren,Tobi\n2027-05-03,Teaser,\n2027-05-04,,Unboxing\n");
    let mut window = window_on(empty());
    import(&mut window, &path);
    assert!(has(&window, "None: the table is a grid") && !has(&window, "C · Date"), "a grid has columns of its own");
    let header = |window: &mut Window, name: &str| {
        window.get_by_role_and_label(Role::ComboBox, "Header").click();
        settled(window);
        window.get_by_role_and_label(Role::MenuItem, name).click();
        settled(window);
    };
    header(&mut window, "Row 1: Date · Maren · Tobi");
    assert!(has(&window, "B · Maren") && !has(&window, "None: the table is a grid"));
    header(&mut window, "The header that was found");
    assert!(has(&window, "None: the table is a grid"));
}

#[test]
fn an_answer_is_chosen_by_keyboard_where_none_is_yet() {
    let folder = Scratch::new("import-kind-keys");
    let path = folder.put("t.csv", "Date,Creator,Title\n2027-05-03,Tobi,One\n");
    let mut window = window_on(empty());
    import(&mut window, &path);
    let question = "Which kind are moments whose row names none? (1 moment)";
    window.get_by_role_and_label(Role::ComboBox, question).click();
    settled(&mut window);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Enter);
    settled(&mut window);
    assert!(has(&window, "3 May 2027, Tobi, Values story, One"), "the second row was chosen");
}

#[test]
fn the_keyboard_is_on_the_button_that_was_waited_for() {
    let mut window = window_with_held_jobs(empty());
    let cells = "Date\tCreator\tKind\tTitle\n2027-05-03\tTobi\tStory\tOne\n";
    window.event(Event::Paste(cells.into()));
    settled(&mut window);
    release(&mut window);
    settled(&mut window);
    assert!(window.get_by_role_and_label(Role::Button, "Cancel").is_focused());
    release(&mut window);
    settled(&mut window);
    assert!(window.get_by_role_and_label(Role::Button, "Import").is_focused());
    press(&mut window, Modifiers::NONE, Key::Enter);
    settled(&mut window);
    assert_eq!(titles(window.state()), ["One"]);
}
