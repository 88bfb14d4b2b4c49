//! Every place of the window: each view, each dialog and what lies over them, opened as its commands and keys open it.
#![allow(dead_code, reason = "who walks through the places uses what it needs")]

use egui::accesskit::{Action as Asked, NodeId, Role};
use egui::{Key, Modifiers, Rect, Theme, pos2};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::{App, Keeper, Rim};
use momentboard::model::{Campaign, IdSource, PlanId};
use momentboard::store::home::Home;
use momentboard::store::prefs::{self, Prefs};
use momentboard::ui::command::Command;
use momentboard::ui::view::{Action, Selection, View};

use crate::app_window::*;
use crate::import_run;
use crate::raster;
use crate::scratch::{self, Scratch};

/// A window of a place, with the folder that it lives in.
pub struct There {
    /// The window.
    pub window: Window,
    _folder: Scratch,
}

/// How a window is: its colours, its size in pixels, and the size of everything in percent.
#[derive(Clone, Copy)]
pub struct Shown {
    /// The colours.
    pub theme: Theme,
    /// Width and height in pixels.
    pub size: [f32; 2],
    /// 100 for the usual size.
    pub scale: u16,
}

impl Shown {
    /// In light colours, at the usual size.
    pub fn light(size: [f32; 2]) -> Self {
        Self { theme: Theme::Light, size, scale: 100 }
    }

    /// What the window has to draw on, in points.
    pub fn points(self) -> [f32; 2] {
        self.size.map(|side| side * 100.0 / f32::from(self.scale))
    }

    /// A window on that session.
    pub fn window(self, app: App) -> Window {
        let scale = f32::from(self.scale) / 100.0;
        let mut window =
            raster::builder(self.theme, self.points()).with_pixels_per_point(scale).with_max_steps(60).build_ui_state(
                |ui, app: &mut App| {
                    app.logic(ui.ctx());
                    app.ui(ui);
                },
                app,
            );
        window.run();
        window
    }
}

/// A place: what it is called, and the way to it.
pub type Place = (&'static str, fn(&mut Window));

/// Whether that is pressed.
pub fn is_button(role: Role) -> bool {
    matches!(role, Role::Button | Role::RadioButton | Role::ComboBox | Role::CheckBox | Role::MenuItem | Role::Link)
}

/// Whether that is pressed, written in, or pulled.
pub fn is_control(role: Role) -> bool {
    is_button(role) || matches!(role, Role::TextInput | Role::MultilineTextInput | Role::Slider)
}

/// Every place that is reached from the board of the fictional campaign.
pub const PLACES: &[Place] = &[
    ("the board", |_| {}),
    ("the board with a moment", |window| choose_ask(window)),
    ("the board with several moments", |window| {
        choose_ask(window);
        press(window, Modifiers::COMMAND, Key::A);
    }),
    ("the page of a lane", |window| {
        let lane = window.state().document().campaign().lanes[1].id;
        window.state_mut().want(Action::Select(Selection::lane(lane)));
        window.run();
    }),
    ("a fix that is shown", |window| {
        choose_ask(window);
        press(window, Modifiers::COMMAND, Key::Period);
    }),
    ("the menu", |window| click(window, "Menu")),
    ("the calendar", |window| run(window, Command::Show(View::Calendar))),
    ("a week of the calendar", |window| {
        run(window, Command::Show(View::Calendar));
        // Where there is little room, the month is all that is offered at once.
        let week = window.query_by_role_and_label(Role::RadioButton, "Week").map(|node| node.rect().center());
        if let Some(week) = week {
            press_button(window, week, egui::PointerButton::Primary);
        }
    }),
    ("the calendar with a moment", |window| {
        choose_ask(window);
        run(window, Command::Show(View::Calendar));
    }),
    ("the table", |window| run(window, Command::Show(View::Table))),
    ("the table with several moments", |window| {
        choose_ask(window);
        press(window, Modifiers::COMMAND, Key::A);
        run(window, Command::Show(View::Table));
    }),
    ("Present", |window| {
        choose_ask(window);
        press(window, Modifiers::NONE, Key::F5);
    }),
    ("Present with notes", |window| {
        choose_ask(window);
        press(window, Modifiers::NONE, Key::F5);
        press(window, Modifiers::NONE, Key::N);
    }),
    ("a picture seen large", |window| {
        let lane = &window.state().document().campaign().lanes[0];
        let (id, lane) = (lane.moments[0].id, lane.id);
        window.state_mut().want(Action::Select(Selection::moment(id, Some(lane))));
        window.run();
        run(window, Command::ViewPicture);
    }),
    ("two lanes compared", |window| run(window, Command::CompareLanes)),
    ("values compared", |window| {
        choose_ask(window);
        run(window, Command::CompareValues);
    }),
    ("the palette", |window| {
        run(window, Command::Palette);
        window.event(egui::Event::Text("to".to_owned()));
        window.run();
    }),
    ("the filter bar", |window| {
        press(window, Modifiers::COMMAND, Key::F);
        window.event(egui::Event::Text("o".to_owned()));
        window.run();
    }),
    ("share", |window| run(window, Command::Share)),
    ("preferences", |window| run(window, Command::Preferences)),
    ("the sheet of keys", |window| run(window, Command::Shortcuts)),
    ("the rules", |window| run(window, Command::Rules)),
    ("the explanation of a rule", |window| {
        window.state_mut().want(Action::Explain("PBR-01"));
        window.run();
    }),
    ("the settings of the rules", |window| run(window, Command::RuleSettings)),
    ("what the program cannot see", |window| run(window, Command::Limits)),
    ("accept", |window| {
        choose_ask(window);
        press(window, Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    }),
    ("work that no file has", |window| run(window, Command::UnsavedWork)),
    ("the brand kit", |window| run(window, Command::BrandKit)),
    ("a lane copied", |window| {
        choose_ask(window);
        run(window, Command::DuplicateLane);
    }),
    ("a template of a lane", |window| {
        choose_ask(window);
        run(window, Command::SaveLaneTemplate);
    }),
    ("adding from a template", |window| run(window, Command::AddFromTemplate)),
    ("opening a file", |window| run(window, Command::Open)),
    ("the tour", |window| run(window, Command::Tour)),
    ("the guide", |window| run(window, Command::Guide)),
];

/// Selects the ask that comes too early.
pub fn choose_ask(window: &mut Window) {
    let ask = tobis_ask(window.state());
    let lane = window.state().document().index().lane(ask);
    window.state_mut().want(Action::Select(Selection::moment(ask, lane)));
    window.run();
}

/// Goes to a place.
pub fn at((_, open): Place, shown: Shown) -> There {
    let folder = Scratch::new("places");
    let rim = Rim { home: Some(Home::at(folder.join("state"))), ..rim() };
    let mut window = shown.window(App::new(fictional(), rim));
    open(&mut window);
    settle(&mut window);
    There { window, _folder: folder }
}

/// The start page, as whoever started the program before sees it.
pub fn start_page(shown: Shown) -> There {
    let folder = Scratch::new("places-start");
    let file = folder.join("preferences.ron");
    prefs::save(&file, &Prefs::default()).unwrap();
    let mut window = shown.window(App::at_start(Rim { prefs: Keeper::File(file), ..rim() }, false));
    settle(&mut window);
    There { window, _folder: folder }
}

/// The first arc on an empty board, with its guide.
pub fn first_arc(shown: Shown) -> There {
    let folder = Scratch::new("places-arc");
    let rim = Rim { prefs: Keeper::File(folder.join("preferences.ron")), ..rim() };
    let mut window = shown.window(App::at_start(rim, false));
    run(&mut window, Command::New);
    settle(&mut window);
    There { window, _folder: folder }
}

/// A table that asks before it comes in.
pub fn table_asked_about(shown: Shown) -> There {
    let folder = Scratch::new("places-import");
    let table = folder.join("open questions.csv");
    scratch::write(&table, include_bytes!("../fixtures/tables/open-questions.csv"));
    let mut window = shown.window(App::new(fictional(), rim()));
    import_run::import(&mut window, &table);
    settle(&mut window);
    There { window, _folder: folder }
}

/// The earlier versions of a plan that was saved twice.
pub fn versions(shown: Shown) -> There {
    let folder = Scratch::new("places-versions");
    let rim = Rim { home: Some(Home::at(folder.join("state"))), ..rim() };
    let mut window = shown.window(App::new(fictional(), rim));
    run(&mut window, Command::SaveAs);
    type_path(&mut window, &folder.join("plan.moments"));
    run(&mut window, Command::AddIdea);
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::COMMAND, Key::S);
    run(&mut window, Command::Versions);
    settle(&mut window);
    There { window, _folder: folder }
}

/// Work of a window that is gone, offered to the next one. No file had it, so that no path is shown.
pub fn recovery(shown: Shown) -> There {
    let folder = Scratch::new("places-recovery");
    let rim = |seed| Rim { home: Some(Home::at(folder.join("state"))), ids: IdSource::seeded(seed), ..rim() };
    let mut lost = shown.window(App::new(fictional(), rim(71)));
    for key in [Key::Num1, Key::Num2] {
        press(&mut lost, Modifiers::NONE, Key::Escape);
        press(&mut lost, Modifiers::NONE, key);
    }
    press(&mut lost, Modifiers::NONE, Key::Escape);
    drop(lost);
    let mut window = shown.window(App::new(Campaign::new(PlanId::default(), "Nothing yet"), rim(72)));
    settle(&mut window);
    There { window, _folder: folder }
}

/// A place that begins elsewhere: its name, and the way to it.
pub type Elsewhere = (&'static str, fn(Shown) -> There);

/// The places that begin elsewhere, and the ways to them.
pub const ELSEWHERE: [Elsewhere; 4] = [
    ("the start page", start_page),
    ("the first arc", first_arc),
    ("versions", versions),
    ("a table that is brought in", table_asked_about),
];

/// All of them by name, with the ways to those that begin elsewhere.
pub fn everywhere(shown: Shown, see: impl FnMut(&'static str, &mut Window)) {
    where_wanted(shown, |_| true, see);
}

/// Those that are wanted by their place among all: the others are not opened.
pub fn where_wanted(shown: Shown, wanted: impl Fn(usize) -> bool, mut see: impl FnMut(&'static str, &mut Window)) {
    for (_, place) in PLACES.iter().enumerate().filter(|(place, _)| wanted(*place)) {
        see(place.0, &mut at(*place, shown).window);
    }
    for (_, (name, open)) in ELSEWHERE.iter().enumerate().filter(|(place, _)| wanted(PLACES.len() + place)) {
        see(name, &mut open(shown).window);
    }
}

fn settle(window: &mut Window) {
    window.remove_cursor();
    for _ in 0..3 {
        window.run();
    }
}

/// Something that can be pressed or takes the keyboard, as a screen reader is told of it.
#[derive(Clone, Debug)]
pub struct Control {
    /// Its id from frame to frame.
    pub id: NodeId,
    /// What it is.
    pub role: Role,
    /// What it is called.
    pub name: String,
    /// Where it is, in points, whether or not it is scrolled out of sight.
    pub rect: Rect,
    /// It takes the keyboard.
    pub focusable: bool,
    /// It can be pressed.
    pub clickable: bool,
    /// There is a use for it now.
    pub enabled: bool,
}

/// Where the dialog is that is in front and keeps the keyboard to itself.
pub fn dialog(window: &Window) -> Option<Rect> {
    let front = window.query_all_by_role(Role::Dialog).last()?;
    let bounds = front.accesskit_node().bounding_box();
    // One that does not say where it is counts as being everywhere.
    Some(
        bounds.map_or(Rect::EVERYTHING, |at| {
            Rect::from_min_max(pos2(at.x0 as f32, at.y0 as f32), pos2(at.x1 as f32, at.y1 as f32))
        }),
    )
}

/// The controls that can be used: those of the dialog in front where there is one, else all of the window.
pub fn controls(window: &Window) -> Vec<Control> {
    let mut found = Vec::new();
    let front = window.query_all_by_role(Role::Dialog).last().unwrap_or_else(|| window.root());
    for node in front.children_recursive() {
        let node = node.accesskit_node();
        let data = node.data();
        let (focusable, clickable) = (data.supports_action(Asked::Focus), data.supports_action(Asked::Click));
        if node.is_hidden() || !(focusable || clickable) {
            continue;
        }
        let bounds = node.bounding_box().unwrap_or_default();
        found.push(Control {
            id: node.locate().0,
            role: node.role(),
            name: node.label().unwrap_or_default(),
            rect: Rect::from_min_max(pos2(bounds.x0 as f32, bounds.y0 as f32), pos2(bounds.x1 as f32, bounds.y1 as f32)),
            focusable,
            clickable,
            enabled: !node.is_disabled(),
        });
    }
    found
}

/// What has the keyboard.
pub fn focused(window: &Window) -> Option<NodeId> {
    let has = |node: &egui_kittest::Node<'_>| node.accesskit_node().is_focused() && !node.accesskit_node().is_hidden();
    window.root().children_recursive().find(has).map(|node| node.accesskit_node().locate().0)
}
