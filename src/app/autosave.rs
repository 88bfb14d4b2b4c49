//! Saving by itself, for those who chose that: a plan that has a file is saved after a pause, as the command saves it.
//!
//! It only ever begins a save that could as well have been asked for, and only where nothing has to be asked: never a plan
//! without a file, never over a file that another program changed, never again by itself after a save that failed. What the
//! save itself finds out is said as after any other.

use super::file::Outside;
use super::{App, Screen};

/// How long nothing was changed before the plan is saved, in seconds.
const PAUSE: f64 = 3.0;

/// When the plan was last changed, as far as was seen.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Autosave {
    /// The state of the plan, and since when, on egui's clock, it is that.
    seen: Option<((u64, u64), f64)>,
}

impl App {
    /// Saves the plan once it was left alone for a while.
    pub(super) fn autosave(&mut self, ctx: &egui::Context) {
        if !self.may_autosave() {
            self.autosave.seen = None;
            return;
        }
        let (now, state) = (ctx.input(|input| input.time), self.plan.state());
        let since = match self.autosave.seen {
            Some((seen, since)) if seen == state => since,
            _ => now,
        };
        self.autosave.seen = Some((state, since));
        // A card in the hand, or a word that is being written on one, is not the plan's yet.
        let busy = self.view.panels.is_dragging() || ctx.input(|input| input.pointer.any_down());
        if now - since < PAUSE || busy {
            ctx.request_repaint_after_secs((PAUSE - (now - since)).max(0.1) as f32 + 0.01);
            return;
        }
        self.autosave.seen = None;
        self.save(ctx);
    }

    /// Whether a save would go over exactly what this window read or wrote, and is worth it.
    fn may_autosave(&self) -> bool {
        let file = &self.plan.file;
        self.setup.autosave
            && self.plan.doc.is_dirty()
            && file.path.is_some()
            && file.stands().1.is_some()
            && file.saving.is_none()
            && file.failed.is_none()
            && file.look_only.is_none()
            && matches!(file.outside, Outside::Nothing)
            && self.asked.is_empty()
            && self.preview.is_none()
            && self.view.screen == Screen::Plan
            && !self.closing
    }
}
