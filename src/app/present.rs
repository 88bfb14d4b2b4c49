//! A presentation in the window: it fills the screen from its beginning to its end, and what was shown last is what is selected
//! then, where anything else was shown than what it began with.

use egui::{Context, Id, ThemePreference, ViewportCommand};

use super::{App, Panels, Screen};
use crate::model::MomentId;
use crate::ui::picture::Large;
use crate::ui::present::{PresentState, begin, present_ui};
use crate::ui::view::{Actions, Cx, Selection};

/// A presentation, and what the window was before it.
#[derive(Debug)]
pub(super) struct Presenting {
    state: PresentState,
    /// The moment with which it began.
    began: MomentId,
    /// The window filled the screen already.
    was_full: bool,
    /// The colours of the window.
    was_theme: ThemePreference,
    /// What had the keyboard.
    had_keyboard: Option<Id>,
}

impl App {
    /// Presents the plan from the selected moment on.
    pub(super) fn present(&mut self, ctx: &Context) {
        let selection = &self.view.selection;
        let file = self.plan.file.view(&self.plan.doc);
        let Some(at) = begin(&self.cx(&file, egui::Theme::Light), selection.primary(), selection.lane) else { return };
        self.plan.doc.seal();
        self.end_preview();
        let was_full = ctx.input(|input| input.viewport().fullscreen) == Some(true);
        if !was_full {
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true));
        }
        // What had the keyboard is out of sight from now on.
        let had_keyboard = ctx.memory(egui::Memory::focused);
        ctx.memory_mut(egui::Memory::stop_text_input);
        // Whatever comes over the page, tips and questions, is as dark as it is.
        let was_theme = ctx.options(|options| options.theme_preference);
        ctx.set_theme(ThemePreference::Dark);
        self.view.panels.presenting =
            Some(Presenting { state: PresentState::new(at), began: at, was_full, was_theme, had_keyboard });
        ctx.request_repaint();
    }

    /// The moment that is presented; `None` while nothing is.
    #[must_use]
    pub fn presented(&self) -> Option<MomentId> {
        self.view.panels.presenting.as_ref().map(|presenting| presenting.state.moment())
    }

    /// Draws the presentation in the place of everything; whether there is one.
    pub(super) fn draw_presentation(&self, cx: &Cx<'_>, panels: &mut Panels, ui: &mut egui::Ui, actions: &mut Actions) -> bool {
        let Some(presenting) = &mut panels.presenting else { return false };
        let state = &mut presenting.state;
        let image = cx.index.moment(cx.campaign, state.moment()).and_then(|(_, moment)| moment.image);
        let large = image.map_or(Large::Coming, |id| self.pictures.large(id));
        present_ui(cx, state, large, self.asked.is_empty(), ui, actions);
        true
    }

    /// Ends a presentation that was left, and has the picture of one that goes on decoded.
    pub(super) fn keep_presenting(&mut self, ctx: &Context) {
        let Some(presenting) = &self.view.panels.presenting else { return };
        let id = presenting.state.moment();
        // Behind the start page nothing is presented.
        if presenting.state.is_over() || self.view.screen != Screen::Plan {
            if !presenting.was_full {
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(false));
            }
            ctx.set_theme(presenting.was_theme);
            // It is in sight again; a field of another moment than the one that is selected now is not, and nothing has it then.
            if let Some(id) = presenting.had_keyboard {
                ctx.memory_mut(|memory| memory.request_focus(id));
            }
            // Whoever leaves it where it began finds everything as it was.
            let went_on = id != presenting.began;
            self.view.panels.presenting = None;
            if let Some(lane) = self.plan.doc.index().lane(id).filter(|_| went_on && self.view.sieve.shows(id)) {
                self.view.selection = Selection::moment(id, Some(lane));
                self.view.panels.reveal(id);
            }
            ctx.request_repaint();
            return;
        }
        let campaign = self.plan.doc.campaign();
        let moment = self.plan.doc.index().moment(campaign, id);
        let picture = moment.and_then(|(_, moment)| campaign.picture(moment.image?)).cloned();
        if let Some(picture) = picture {
            self.want_large(ctx, &picture);
        }
    }
}
