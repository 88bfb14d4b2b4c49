//! The pictures that the README shows, drawn on the processor into `assets/screenshots`: a window that looks otherwise than its
//! picture fails here until it is drawn anew, so that nobody reads of a look that is gone.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test it readme_pictures` draws them; look at them before they are kept.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme, UiBuilder};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::{App, Keeper, Rim};
use momentboard::model::{Campaign, Day, Id, Note, NoteId, PlanId, When};
use momentboard::store::demo;
use momentboard::store::prefs::{self, Prefs};
use momentboard::ui::command::Command;
use momentboard::ui::view::View;

use crate::app_window::{Window, press, rim, run, select};
use crate::looks::filtered;
use crate::palette_window::look_for;
use crate::raster;
use crate::scratch::Scratch;
use crate::share_window::open_share;
use crate::table_cells::press_cell;

/// The window of a laptop, to its edges.
const SIZE: [f32; 2] = [1440.0, 900.0];
/// A card with a finding.
const ASK: &str = "Product, Tobi";

fn shown(app: App, theme: Theme) -> Window {
    let mut window = raster::builder(theme, SIZE).with_max_steps(60).build_ui_state(
        |ui, app: &mut App| {
            // Tests leave a margin around what they draw; a window has none.
            let whole = UiBuilder::new().max_rect(ui.ctx().content_rect());
            ui.scope_builder(whole, |ui| {
                app.logic(ui.ctx());
                app.ui(ui);
            });
        },
        app,
    );
    window.run();
    window
}

fn plan() -> Campaign {
    demo::fictional(PlanId::default())
}

fn demo_in(theme: Theme) -> Window {
    shown(App::new(plan(), rim()), theme)
}

/// Without the pointer, and once nothing moves.
fn picture(mut window: Window, name: &str) {
    window.remove_cursor();
    window.run();
    raster::assert_screenshot(&mut window, name);
}

#[test]
fn the_start_page() {
    let folder = Scratch::new("readme-start");
    let path = folder.join("preferences.ron");
    prefs::save(&path, &Prefs::default()).unwrap();
    let app = App::at_start(Rim { prefs: Keeper::File(path), ..rim() }, false);
    picture(shown(app, Theme::Light), "start");
}

#[test]
fn the_board() {
    for (theme, name) in [(Theme::Light, "board"), (Theme::Dark, "board-dark")] {
        let mut window = demo_in(theme);
        select(&mut window, ASK);
        picture(window, name);
    }
}

#[test]
fn a_fix_before_it_is_done() {
    let mut window = demo_in(Theme::Light);
    select(&mut window, ASK);
    press(&mut window, Modifiers::COMMAND, Key::Period);
    picture(window, "preview");
}

#[test]
fn accepting_a_risk() {
    let mut window = demo_in(Theme::Light);
    select(&mut window, ASK);
    run(&mut window, Command::AcceptRisk);
    picture(window, "accept");
}

#[test]
fn the_calendar() {
    for (theme, name) in [(Theme::Light, "calendar"), (Theme::Dark, "calendar-dark")] {
        let mut window = demo_in(theme);
        run(&mut window, Command::Show(View::Calendar));
        // As in the design: without the list of findings the days have the room.
        press(&mut window, Modifiers::COMMAND, Key::J);
        picture(window, name);
    }
}

#[test]
fn the_table() {
    for (theme, name) in [(Theme::Light, "table"), (Theme::Dark, "table-dark")] {
        let mut window = demo_in(theme);
        run(&mut window, Command::Show(View::Table));
        for title in ["Your slowest mile, on camera", "Bring someone back: your stories", "The walk back, with 40 runners"] {
            window.get_by_label(&format!("Select “{title}”")).click();
            window.run();
        }
        press_cell(&mut window, "Status", 10);
        if theme == Theme::Light {
            press(&mut window, Modifiers::NONE, Key::Enter);
        }
        picture(window, name);
    }
}

#[test]
fn presenting() {
    let mut window = demo_in(Theme::Light);
    select(&mut window, "Community story, Maren, 5 Oct");
    press(&mut window, Modifiers::NONE, Key::F5);
    picture(window, "present");
}

#[test]
fn two_lanes_beside_each_other() {
    let mut window = demo_in(Theme::Light);
    run(&mut window, Command::CompareLanes);
    picture(window, "compare");
}

#[test]
fn the_palette() {
    let mut window = demo_in(Theme::Light);
    look_for(&mut window, "tobi");
    picture(window, "palette");
}

#[test]
fn a_filter_with_its_chips() {
    let mut window = demo_in(Theme::Light);
    filtered(&mut window);
    picture(window, "filter");
}

#[test]
fn notes_on_lanes() {
    let mut plan = plan();
    let day = |month, day| When::On(Day::new(2027, month, day).unwrap());
    let notes = [
        (0, day(9, 10), "Ask Mia about the pace group"),
        (1, day(9, 12), "Is the 12th her birthday?"),
        (2, day(10, 5), "Retail wants the code early"),
    ];
    for (n, (lane, when, text)) in (1..).zip(notes) {
        Arc::make_mut(&mut plan.lanes[lane]).notes.push(Arc::new(Note::new(NoteId(Id::from_bits(n)), when, text)));
    }
    let window = shown(App::new(plan, rim()), Theme::Light);
    let note = window.query_all_by_role(Role::Button).find_map(|node| {
        let label = node.accesskit_node().label()?;
        label.contains("birthday").then_some(label)
    });
    window.get_by_role_and_label(Role::Button, &note.expect("it is in sight")).focus();
    picture(window, "notes");
}

#[test]
fn sharing() {
    let mut window = demo_in(Theme::Light);
    open_share(&mut window);
    picture(window, "share");
}

/// Each picture that the README shows, of our own.
fn in_readme(readme: &str) -> BTreeSet<String> {
    let parts = readme.split("assets/screenshots/").skip(1);
    parts.filter_map(|rest| Some(rest.split_once(".png")?.0.to_owned())).collect()
}

#[test]
fn every_picture_of_the_readme_is_drawn_here_and_none_lies_about() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shown = in_readme(&fs::read_to_string(root.join("README.md")).unwrap());
    let here = include_str!("readme_pictures.rs");
    let drawn: BTreeSet<String> = shown.iter().filter(|name| here.contains(&format!("\"{name}\""))).cloned().collect();
    assert_eq!(shown, drawn, "a picture that no test draws grows old unseen");
    let files = fs::read_dir(root.join("assets/screenshots")).unwrap().map(|entry| entry.unwrap().path());
    let kept: BTreeSet<String> = files.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect();
    assert_eq!(kept, shown, "a picture that nobody shows is not kept");
    // And what is written beside them leads somewhere.
    let text = fs::read_to_string(root.join("README.md")).unwrap();
    let links =
        text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(to, _)| to.split('#').next().unwrap_or(to));
    for to in links.filter(|to| !to.is_empty() && !to.contains("://")) {
        assert!(root.join(to).exists(), "the README leads to {to}");
    }
}
