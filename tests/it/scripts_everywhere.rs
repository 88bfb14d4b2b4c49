//! Seven scripts in every field: written where each text is written, found again, shown in every view, saved and read back. The
//! fonts are those that are shipped, and one of the tests' own; the system's have no part in it.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::App;
use momentboard::model::{Campaign, Moment, MomentId};
use momentboard::store::{read, write};
use momentboard::ui::command::Command;
use momentboard::ui::view::{Action, Selection, View};

use crate::app_window::*;
use crate::direction::{builder_in, titled};
use crate::palette_window;
use crate::raster;
use crate::table_cells::press_cell;

/// A text in each of them.
pub const TEXTS: [(&str, &str); 7] = [
    ("Hebrew", "הסרט הראשון"),
    ("Arabic", "حملة الخريف"),
    ("Japanese", "長い回り道"),
    ("Chinese", "漫长的路"),
    ("Korean", "먼 길을 돌아서"),
    ("Devanagari", "लंबा रास्ता"),
    ("emoji", "🎉 🏃‍♀️ 🌙"),
];

fn window_of(campaign: Campaign, theme: Theme, size: [f32; 2]) -> Window {
    let mut window = builder_in(theme, size).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        App::new(campaign, rim()),
    );
    window.run();
    window
}

fn plan(window: &Window) -> Campaign {
    (**window.state().document().campaign()).clone()
}

fn moment(window: &Window, id: MomentId) -> Moment {
    (**plan(window).moment(id).unwrap().1).clone()
}

fn types(window: &mut Window, text: &str) {
    window.event(Event::Text(text.to_owned()));
    window.run();
}

/// What was saved and read is what was written.
fn comes_back(window: &Window) {
    let saved = write(&plan(window)).expect("it can be written");
    let read = read(&saved).expect("it can be read");
    assert_eq!(read.campaign, plan(window));
}

#[test]
fn every_field_of_a_moment_takes_every_script() {
    for (script, text) in TEXTS {
        let mut window = window_of(fictional(), Theme::Light, [1440.0, 1400.0]);
        let id = select(&mut window, "Last place is still a place");
        for (role, field) in [
            (Role::TextInput, "Title"),
            (Role::MultilineTextInput, "Hook"),
            (Role::TextInput, "Owner"),
            (Role::MultilineTextInput, "Notes"),
        ] {
            write_over(&mut window, role, field, text);
        }
        press(&mut window, Modifiers::NONE, Key::Tab);
        let written = moment(&window, id);
        assert_eq!(written.title, text, "{script}");
        for field in [written.hook, written.owner, written.notes] {
            assert_eq!(field.as_deref(), Some(text), "{script}");
        }
        comes_back(&window);
    }
}

#[test]
fn notes_take_every_script() {
    for (script, text) in TEXTS {
        let mut window = window_of(fictional(), Theme::Light, [1440.0, 900.0]);
        select(&mut window, "Last place is still a place");
        press(&mut window, Modifiers::NONE, Key::N);
        types(&mut window, text);
        press(&mut window, Modifiers::NONE, Key::Enter);
        let notes: Vec<String> = plan(&window).lanes.iter().flat_map(|lane| &lane.notes).map(|note| note.text.clone()).collect();
        assert!(notes.contains(&text.to_owned()), "{script}: {notes:?}");
        comes_back(&window);
    }
}

#[test]
fn search_and_palette_find_every_script() {
    for (script, text) in TEXTS {
        let mut campaign = fictional();
        Arc::make_mut(&mut Arc::make_mut(&mut campaign.lanes[1]).moments[2]).title = format!("A {text} B");
        let mut window = window_of(campaign, Theme::Light, [1440.0, 900.0]);
        press(&mut window, Modifiers::COMMAND, Key::F);
        types(&mut window, text);
        assert_eq!(window.state().sieve().moments(), Some(1), "{script}");
        run(&mut window, Command::ClearFilter);
        palette_window::open(&mut window);
        types(&mut window, text);
        let rows = palette_window::rows(&window);
        assert!(rows.iter().any(|row| row.contains(text)), "{script}: {rows:?}");
    }
}

#[test]
fn a_cell_takes_every_script() {
    for (script, text) in TEXTS {
        let mut window = window_of(fictional(), Theme::Light, [1440.0, 900.0]);
        run(&mut window, Command::Show(View::Table));
        press_cell(&mut window, "Title", 2);
        types(&mut window, text);
        press(&mut window, Modifiers::NONE, Key::Enter);
        let titles: Vec<String> =
            plan(&window).lanes.iter().flat_map(|lane| &lane.moments).map(|moment| moment.title.clone()).collect();
        assert!(titles.contains(&text.to_owned()), "{script}: {titles:?}");
        comes_back(&window);
    }
}

#[test]
fn a_lane_is_called_in_every_script() {
    for (script, text) in TEXTS {
        let mut campaign = fictional();
        Arc::make_mut(&mut campaign.creators[1]).name = text.to_owned();
        let window = window_of(campaign, Theme::Light, [1440.0, 900.0]);
        let first = text.split(' ').next().unwrap();
        let mut heads = window.query_all_by_role(Role::Heading).filter_map(|node| node.accesskit_node().label());
        assert!(heads.any(|head| head.contains(first)), "{script}");
        comes_back(&window);
    }
}

/// The demo with titles, hooks and names of creators in these scripts.
fn everywhere() -> Campaign {
    let mut campaign = titled();
    for (creator, (_, text)) in campaign.creators.iter_mut().zip(TEXTS.iter().cycle()) {
        (*text).clone_into(&mut Arc::make_mut(creator).name);
    }
    for lane in &mut campaign.lanes {
        for (moment, (_, text)) in Arc::make_mut(lane).moments.iter_mut().zip(TEXTS.iter().cycle().skip(1)) {
            Arc::make_mut(moment).hook = Some(format!("{text}. {text}"));
        }
    }
    campaign
}

fn views(theme: Theme, name: &str) {
    let mut window = window_of(everywhere(), theme, [1440.0, 900.0]);
    for (view, called) in [(View::Calendar, "calendar"), (View::Table, "table")] {
        run(&mut window, Command::Show(view));
        window.remove_cursor();
        window.run();
        // Neither view leaves out a title for the way it is written.
        assert!(has(&window, "長い回り道、はじめの一歩") && has(&window, "حملة الخريف (2026) في Nordlicht"), "{called}");
        raster::assert_golden(&mut window, &format!("scripts-{called}-{name}"));
    }
}

#[test]
fn every_view_in_many_scripts_in_light() {
    views(Theme::Light, "light");
}

#[test]
fn every_view_in_many_scripts_in_dark() {
    views(Theme::Dark, "dark");
}

#[test]
fn a_presentation_in_many_scripts() {
    let mut window = window_of(everywhere(), Theme::Light, [1440.0, 900.0]);
    let lane = plan(&window).lanes[1].clone();
    let id = lane.moments[1].id;
    window.state_mut().want(Action::Select(Selection::moment(id, Some(lane.id))));
    window.run();
    run(&mut window, Command::Present);
    window.remove_cursor();
    window.run();
    assert!(has(&window, &moment(&window, id).title));
    raster::assert_golden(&mut window, "scripts-present");
}
