//! The whole window with every panel open, for the benches: a plan, frames, keys, and what is found by its name.
#![allow(unreachable_pub, reason = "shared by several benches")]
#![allow(dead_code, reason = "no bench uses all of it")]

use std::path::PathBuf;
use std::time::Duration;

use egui::{Context, Event, Key, Modifiers, Pos2, pos2};
use momentboard::app::{App, Clock, Dialogs, Jobs, Keeper, Rim};
use momentboard::cli::clock::Now;
use momentboard::model::{Campaign, Day, IdSource, LanguageChoice, MomentId};
use momentboard::store::prefs::{self, Prefs};
use momentboard::ui::command::Command;
use momentboard::ui::theme;
use momentboard::ui::view::{Action, Selection};

use crate::plans;
use crate::view::{self, button};

/// A large screen, so that beside the panels about a hundred cards are on the board.
const SIZE: [f32; 2] = [3100.0, 1500.0];
/// An ordinary one: as many are on the calendar there.
const ORDINARY: [f32; 2] = [1440.0, 900.0];

/// The window.
pub(crate) struct Window {
    pub ctx: Context,
    pub app: App,
    size: [f32; 2],
    time: f64,
}

impl Window {
    /// The window of a plan, zoomed in to cards of the middle size.
    pub(crate) fn new(campaign: Campaign) -> Self {
        Self::speaking(LanguageChoice::English, campaign)
    }

    /// The window of somebody who chose that language.
    pub(crate) fn speaking(language: LanguageChoice, campaign: Campaign) -> Self {
        let path = folder().join("preferences.ron");
        prefs::save(&path, &Prefs { language, ..Prefs::default() }).expect("preferences can be written");
        let prefs = Keeper::File(path);
        let ctx = Context::default();
        theme::install(&ctx);
        let rim = Rim {
            clock: Clock::Fixed(Now { day: Day::from_number(plans::FIRST_DAY + 30), hour: 14, minute: 2 }),
            ids: IdSource::seeded(1),
            dialogs: Dialogs::InWindow,
            jobs: Jobs::on_the_spot(),
            typing_pause: Duration::from_secs(1),
            prefs,
            home: None,
            tables: momentboard::cli::Tables::Here,
        };
        let mut window = Self { ctx, app: App::new(campaign, rim), size: SIZE, time: 0.0 };
        window.settle();
        // From the whole plan in to cards of the middle size.
        for _ in 0..60 {
            window.key(Modifiers::COMMAND, Key::Plus);
            if window.app.px_per_day().is_some_and(|zoom| zoom > 12.0) {
                break;
            }
        }
        window.settle();
        window
    }

    /// Makes it as large as an ordinary screen.
    pub(crate) fn make_ordinary(&mut self) {
        self.size = ORDINARY;
        self.settle();
    }

    /// Draws until fonts, glyphs and what is kept from frame to frame are there, and nothing moves any more.
    pub(crate) fn settle(&mut self) {
        for _ in 0..20 {
            self.frame(Vec::new());
        }
    }

    /// A frame with these events: logic, panels, and triangles. Says how many vertices it has.
    pub(crate) fn frame(&mut self, events: Vec<Event>) -> usize {
        let input = view::input(self.size, &mut self.time, events);
        let app = &mut self.app;
        let output = self.ctx.run_ui(input, |ui| {
            app.logic(ui.ctx());
            app.ui(ui);
        });
        view::vertices(&self.ctx, output)
    }

    /// A key is pressed and let go of: two frames.
    pub(crate) fn key(&mut self, modifiers: Modifiers, key: Key) -> usize {
        self.frame(vec![view::key(modifiers, key, true)]) + self.frame(vec![view::key(modifiers, key, false)])
    }

    /// A letter, and the frame that shows what came of it.
    pub(crate) fn write(&mut self, event: Event) -> usize {
        self.frame(vec![event]) + self.frame(Vec::new())
    }

    /// A press of the pointer: two frames.
    pub(crate) fn press(&mut self, at: Pos2) -> usize {
        self.frame(vec![Event::PointerMoved(at), button(at, true)]) + self.frame(vec![button(at, false)])
    }

    /// Runs a command, and lets everything come of it.
    pub(crate) fn run(&mut self, command: Command) {
        let ctx = self.ctx.clone();
        self.app.run(&ctx, command);
        self.settle();
    }

    /// Selects the first moments of the first lane, so many.
    pub(crate) fn select(&mut self, count: usize) {
        let lane = &self.app.document().campaign().lanes[0];
        let moments: Vec<MomentId> = lane.moments.iter().take(count).map(|moment| moment.id).collect();
        let selection = Selection { moments, lane: Some(lane.id), ..Selection::default() };
        self.app.want(Action::Select(selection));
        self.settle();
    }

    /// The middle of what has a name with these words, as screen readers are told; of several, of the first one from the top.
    pub(crate) fn place_of(&mut self, words: &str) -> Pos2 {
        let found = self.places_of(|name| name.contains(words));
        *found.first().unwrap_or_else(|| panic!("“{words}” is nowhere"))
    }

    /// The middles of everything whose name is one of these, from the top.
    pub(crate) fn places_of(&mut self, is: impl Fn(&str) -> bool) -> Vec<Pos2> {
        self.ctx.enable_accesskit();
        let mut found: Vec<Pos2> = Vec::new();
        // What is told comes with the frame after the one in which it is asked for.
        for _ in 0..2 {
            let input = view::input(self.size, &mut self.time, Vec::new());
            let app = &mut self.app;
            let mut output = self.ctx.run_ui(input, |ui| {
                app.logic(ui.ctx());
                app.ui(ui);
            });
            output.textures_delta.clear();
            let nodes = output.platform_output.accesskit_update.map(|update| update.nodes).unwrap_or_default();
            let named = nodes.iter().filter(|(_, node)| node.label().is_some_and(&is) && !node.is_hidden());
            let middle =
                |bounds: egui::accesskit::Rect| pos2((bounds.x0 + bounds.x1) as f32 / 2.0, (bounds.y0 + bounds.y1) as f32 / 2.0);
            found = named.filter_map(|(_, node)| node.bounds().map(middle)).collect();
        }
        self.ctx.disable_accesskit();
        found.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
        found
    }

    /// Something is dragged from one place to another and let go of: six frames.
    pub(crate) fn drag(&mut self, from: Pos2, to: Pos2) -> usize {
        let mut drawn = self.frame(vec![Event::PointerMoved(from), button(from, true)]);
        for share in [0.2, 0.6, 1.0] {
            drawn += self.frame(vec![Event::PointerMoved(from + (to - from) * share)]);
        }
        drawn + self.frame(vec![button(to, false)]) + self.frame(Vec::new())
    }
}

/// The key that takes a letter back.
pub(crate) fn backspace() -> Event {
    view::key(Modifiers::NONE, Key::Backspace, true)
}

/// Where the preferences of this process lie.
#[expect(clippy::disallowed_methods, reason = "a bench lays out files of its own")]
pub(crate) fn folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("momentboard-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("the folder for preferences can be made");
    folder
}
