//! Opens the palette, and does what can be chosen nowhere else.

use egui::Context;

use super::start::{self, WITHOUT_PLAN};
use super::{App, Asked, Screen};
use crate::model::{Kind, LaneId, MomentId};
use crate::ui::board::Span;
use crate::ui::command::Command;
use crate::ui::palette::{Offers, PaletteState, palette_ui};
use crate::ui::table::layout::Rows;
use crate::ui::view::{Actions, FindingKey, Selection, View};

impl App {
    /// The palette as it is, or was when it was left, to look at.
    #[must_use]
    pub fn palette_state(&self) -> &PaletteState {
        &self.palette
    }

    /// Opens the palette, unless it is open.
    pub(super) fn open_palette(&mut self, ctx: &Context) {
        if self.view.screen == Screen::Nothing || self.asked.iter().any(|asked| matches!(asked, Asked::Palette)) {
            return;
        }
        self.plan.doc.seal();
        let home = std::env::home_dir();
        let offers = Offers {
            in_plan: self.view.screen == Screen::Plan,
            without_plan: WITHOUT_PLAN,
            recent: start::recent_plans(&self.prefs.prefs.recent, self.rim.clock.now(), home.as_deref()),
            templates: Offers::shelved(start::built_in_offers(), self.own_offers()),
            presets: self.view.panels.filter.presets.clone(),
            in_mind: self.finding_in_mind().map(|finding| FindingKey::of(&finding)),
        };
        self.palette.begin(offers);
        self.ask(Asked::Palette);
        ctx.request_repaint();
    }

    /// Draws the palette; true once it is left.
    pub(super) fn palette(&mut self, ui: &egui::Ui, ctx: &Context) -> bool {
        let file = self.file_view();
        let mut out = Actions::default();
        // Its state is taken out while the rest of the app is only looked at.
        let mut palette = std::mem::take(&mut self.palette);
        let closed = palette_ui(&self.cx(&file, ui.theme()), &mut palette, ui, &mut out);
        if closed {
            palette.end();
        }
        let shows = palette.shows_something();
        self.palette = palette;
        self.act_all(ctx, out);
        if closed && shows {
            self.leave_keyboard();
        }
        closed
    }

    /// Selects a moment and brings it into view; an idea is shown where ideas are.
    pub(super) fn show_moment(&mut self, id: MomentId) {
        let Some(lane) = self.plan.doc.index().place(id) else { return };
        self.plan.doc.seal();
        self.preview = None;
        self.view.selection = Selection::moment(id, lane);
        if lane.is_some() {
            self.view.panels.jump_to(id);
            self.view.panels.focus(id);
        } else {
            self.view.show_side = true;
        }
    }

    /// Brings the first day of a phase or of blackout dates into view; the board has them, so there the keyboard goes on with them. The
    /// table has no place for days.
    pub(super) fn show_days(&mut self, span: Span) {
        let campaign = self.plan.doc.campaign();
        let first = match span {
            Span::Phase(at) => campaign.phases.get(at).map(|phase| phase.from),
            Span::Blackout(at) => campaign.blackouts.get(at).map(|blackout| blackout.from),
        };
        let Some(first) = first else { return };
        if self.view.panels.front == View::Table {
            self.show_view(View::Board);
        }
        if self.view.panels.front == View::Board {
            self.view.selection = Selection::default();
            self.view.panels.board.go_to_span(span);
        } else {
            self.view.panels.show_day(first);
        }
    }

    /// Shows the table with its rows in that order or those groups.
    pub(super) fn arrange_table(&mut self, rows: Rows) {
        self.show_view(View::Table);
        self.view.panels.table.arrange(rows);
    }

    /// Adds a moment of that kind to that lane, ready for its title.
    pub(super) fn add_for(&mut self, ctx: &Context, kind: Kind, lane: LaneId) {
        if self.plan.doc.campaign().lane(lane).is_none() {
            return;
        }
        self.view.selection = Selection::lane(lane);
        self.run(ctx, Command::Add(kind));
    }
}
