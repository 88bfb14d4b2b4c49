//! Files that are dropped on the window: a plan opens, a table is brought in, a picture goes onto the card under the pointer.
//!
//! Systems differ in what they tell: some say where the pointer is while files hover, most only once it moves again after they
//! were let go of, a few never. So a picture waits a moment for the pointer; if that stays unknown, it goes to the selected
//! moment. Whichever it is, what got it is said. A dialog or a presentation in front takes nothing but what it asks for, and that
//! is said over it.

use std::path::{Path, PathBuf};

use egui::{Context, Event, Order, Pos2, Rect};

use super::file::{Next, OPENED};
use super::import::is_table_file;
use super::{App, Asked, Screen};
use crate::model::MomentId;
use crate::ui::picture::{drop_ui, title_of};
use crate::ui::view::Selection;
use crate::words::moment_picture as say;

/// How long a picture waits for the pointer, in seconds.
const PATIENCE: f64 = 0.6;

/// How long it is said over a dialog that it took nothing, in seconds.
const SAID: f64 = 5.0;

/// The endings of pictures: of those that can be used, and of others, of which it is said why they cannot.
const PICTURES: [&str; 15] =
    ["png", "jpg", "jpeg", "jpe", "jfif", "webp", "gif", "bmp", "tif", "tiff", "heic", "heif", "avif", "svg", "psd"];

/// What is known of files that hover, and of one that was let go of.
#[derive(Debug, Default)]
pub(super) struct Dropping {
    /// Where the pointer was last while they hovered, where the system tells.
    at: Option<Pos2>,
    /// A picture that waits for the pointer, and until when.
    waits: Option<(PathBuf, f64)>,
    /// Until when it is said that what lies over the plan took nothing.
    refused: Option<f64>,
}

impl App {
    /// Takes in what hovers over the window, and what was dropped on it.
    pub(super) fn take_dropped_files(&mut self, ctx: &Context) {
        let (moved, hovers, now) = ctx.input(|input| {
            let moved = input.events.iter().rev().find_map(|event| match event {
                Event::PointerMoved(at) => Some(*at),
                _ => None,
            });
            (moved, !input.raw.hovered_files.is_empty(), input.time)
        });
        let dropped: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        if let Some((path, until)) = self.dropping.waits.take() {
            if moved.is_some() || now >= until {
                self.give_picture(ctx, path, moved);
            } else {
                ctx.request_repaint_after_secs((until - now) as f32);
                self.dropping.waits = Some((path, until));
            }
        }
        if hovers || !dropped.is_empty() {
            self.dropping.at = moved.or(self.dropping.at);
        } else {
            self.dropping.at = None;
        }
        if !dropped.is_empty() {
            self.files_dropped(ctx, dropped, now);
        }
    }

    fn files_dropped(&mut self, ctx: &Context, paths: Vec<PathBuf>, now: f64) {
        let at = self.dropping.at;
        let several = paths.len() > 1;
        let pictures = paths.iter().any(|path| has_ending(path, &PICTURES));
        let Some(path) = paths.into_iter().next() else { return };
        if self.drop_on_brand_kit(ctx, &path) {
            return;
        }
        if self.is_covered() {
            self.dropping.refused = Some(now + SAID);
            ctx.request_repaint_after_secs(SAID as f32);
            return;
        }
        let on_plan = self.view.screen == Screen::Plan;
        if several && !(pictures && on_plan) {
            return self.tell(say::several_files(), say::several_files_text(), "");
        }
        let on_card = at.is_some_and(|at| self.card_under(ctx, at).is_some());
        // Whatever lands on a card is meant as its picture, unless it is something that opens.
        let opens = has_ending(&path, &OPENED) || is_table_file(&path);
        if on_plan && (pictures || (on_card && !opens)) {
            match at {
                _ if several => self.say(say::one_at_a_time()),
                Some(at) => self.give_picture(ctx, path, Some(at)),
                None => {
                    self.dropping.waits = Some((path, now + PATIENCE));
                    ctx.request_repaint_after_secs(PATIENCE as f32);
                }
            }
        } else if is_table_file(&path) && on_plan {
            // Over a plan that is in sight a table is added to it; on the start page it becomes a plan.
            self.read_table(ctx, path);
        } else {
            self.proceed_or_ask(ctx, Next::OpenPath(path));
        }
    }

    /// Whether something lies over the plan that takes no files.
    fn is_covered(&self) -> bool {
        !self.asked.is_empty() || self.presented().is_some()
    }

    /// Says over a dialog or a presentation that it takes no files, as long as some hover and for a while after they were dropped.
    fn show_refused(&self, ctx: &Context, hovers: bool) {
        let now = ctx.input(|input| input.time);
        let left = self.dropping.refused.map_or(0.0, |until| until - now);
        if left > 0.0 {
            ctx.request_repaint_after_secs(left as f32);
        }
        let takes = self.asked.iter().any(|asked| matches!(asked, Asked::BrandKit(_)));
        if self.is_covered() && !takes && (hovers || left > 0.0) {
            drop_ui(ctx, None, if hovers { say::covered_hint() } else { say::covered() });
        }
    }

    /// Gives a picture to the card under a place, else to the selected moment.
    fn give_picture(&mut self, ctx: &Context, path: PathBuf, at: Option<Pos2>) {
        if self.only_looks() || self.is_covered() {
            return;
        }
        let card = at.and_then(|at| self.card_under(ctx, at)).map(|(id, _)| id);
        match card.or(self.picture_target()) {
            None => self.say(say::drop_on_card()),
            Some(moment) => {
                if card.is_some() {
                    self.plan.doc.seal();
                    self.view.selection = Selection::moment(moment, self.plan.doc.index().lane(moment));
                }
                self.hush();
                self.read_picture(ctx, moment, path);
            }
        }
    }

    /// The card under a place, unless something else lies over it.
    fn card_under(&self, ctx: &Context, at: Pos2) -> Option<(MomentId, Rect)> {
        let covered = ctx.layer_id_at(at).is_some_and(|layer| layer.order != Order::Background);
        self.view.panels.card_at(at).filter(|_| !covered)
    }

    /// Says what letting go would do, as long as pictures hover over the plan.
    pub(super) fn show_drop(&self, ctx: &Context) {
        let (count, pictures) = ctx.input(|input| {
            let files = &input.raw.hovered_files;
            let paths = || files.iter().filter_map(|file| file.path.as_deref());
            (files.len(), paths().any(|path| has_ending(path, &PICTURES)))
        });
        self.show_refused(ctx, count > 0);
        if !pictures || self.view.screen != Screen::Plan || self.is_covered() {
            return;
        }
        let campaign = self.plan.doc.campaign();
        let title = |id: MomentId| self.plan.doc.index().moment(campaign, id).map_or("", |(_, moment)| title_of(moment));
        let card = self.dropping.at.and_then(|at| self.card_under(ctx, at));
        if let Some(look_only) = &self.plan.file.look_only {
            drop_ui(ctx, None, look_only.why());
        } else if count > 1 {
            drop_ui(ctx, None, say::one_at_a_time_hint());
        } else if let Some((id, rect)) = card {
            drop_ui(ctx, Some(rect), &say::target(title(id)));
        } else if let Some(id) = self.picture_target() {
            drop_ui(ctx, None, &say::let_go_or(title(id)));
        } else {
            drop_ui(ctx, None, say::let_go_over_card());
        }
    }
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    endings.iter().any(|known| ending.eq_ignore_ascii_case(known))
}
