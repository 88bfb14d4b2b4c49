//! The view that is in front, as the rest of the program knows it: where things are shown, brought into sight and reached by
//! keys. Whoever adds a view says here, and nowhere else, how it does each of these.

use egui::{Context, Pos2, Rect, Ui};

use super::{App, Panels};
use crate::analysis::scale::{FEWEST_PX_PER_DAY, MOST_PX_PER_DAY};
use crate::model::{Campaign, Day, Kind, LaneId, MomentId, Note, When};
use crate::ui::board::{board_ui, pick};
use crate::ui::calendar::calendar_ui;
use crate::ui::findings::bar::preview_bar_ui;
use crate::ui::guide;
use crate::ui::table::table_ui;
use crate::ui::view::{Actions, Cx, Kept, Stop, View, Way};

impl Panels {
    /// Draws it.
    pub(super) fn front_ui(&mut self, cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions) {
        match self.front {
            View::Board => {
                let place = ui.available_rect_before_wrap();
                board_ui(cx, &mut self.board, ui, out);
                preview_bar_ui(cx, &mut self.findings, place, ui, out);
                guide::invite_ui(cx, place, ui, out);
            }
            View::Calendar => {
                let place = ui.available_rect_before_wrap();
                let place = place.with_max_x(self.calendar.content(place).right());
                calendar_ui(cx, &mut self.calendar, ui, out);
                preview_bar_ui(cx, &mut self.findings, place, ui, out);
            }
            View::Table => table_ui(cx, (&mut self.table, &mut self.filter), ui, out),
        }
    }

    /// Where in its place its content is: what is said quietly stands over that.
    pub(super) fn content(&self, whole: Rect) -> Rect {
        match self.front {
            View::Board => self.board.content(whole),
            View::Calendar => self.calendar.content(whole),
            View::Table => self.table.content(whole),
        }
    }

    /// Brings a moment into view.
    pub(super) fn reveal(&mut self, id: MomentId) {
        match self.front {
            View::Board => self.board.reveal(id),
            View::Calendar => self.calendar.reveal(id),
            View::Table => self.table.reveal(id),
        }
    }

    /// Brings a moment into view that the inspector may have come to lie over. Whoever turned the page of the calendar meanwhile is not
    /// taken back.
    pub(super) fn uncover(&mut self, id: MomentId) {
        match self.front {
            View::Calendar => self.calendar.uncover(id),
            View::Board | View::Table => self.reveal(id),
        }
    }

    /// Brings a moment into view that somebody looks for, and marks it there.
    pub(super) fn jump_to(&mut self, id: MomentId) {
        match self.front {
            View::Board => self.board.jump_to(id),
            View::Calendar => self.calendar.jump_to(id),
            View::Table => self.table.jump_to(id),
        }
    }

    /// Brings a lane into view.
    pub(super) fn reveal_lane(&mut self, id: LaneId) {
        match self.front {
            View::Board => self.board.reveal_lane(id),
            // Its moments are on their days.
            View::Calendar => {}
            View::Table => self.table.reveal_lane(id),
        }
    }

    /// Brings a lane and the next ones into view, that many together, with all of their cards.
    pub(super) fn show_lanes(&mut self, first: LaneId, lanes: usize) {
        match self.front {
            View::Board => self.board.show_lanes(first, lanes),
            View::Calendar => {}
            View::Table => self.table.show_lanes(first, lanes),
        }
    }

    /// Puts the keyboard on a moment.
    pub(super) fn focus(&mut self, id: MomentId) {
        match self.front {
            View::Board => self.board.focus(id),
            View::Calendar => self.calendar.focus(id),
            View::Table => self.table.focus(id),
        }
    }

    /// Puts the keyboard on a day.
    pub(super) fn focus_day(&mut self, day: Day) {
        match self.front {
            View::Calendar => self.calendar.focus_day(day),
            View::Board | View::Table => {}
        }
    }

    /// Brings a day into view that somebody looks for.
    pub(super) fn show_day(&mut self, day: Day) {
        match self.front {
            View::Board => self.board.follow_day(day),
            View::Calendar => self.calendar.focus_day(day),
            View::Table => {}
        }
    }

    /// Adds a moment of that kind where the keyboard is, in a view that has places for that; whether it is one.
    pub(super) fn add(&mut self, kind: Kind) -> bool {
        match self.front {
            View::Calendar => {
                self.calendar.add(kind);
                true
            }
            View::Board | View::Table => false,
        }
    }

    /// Lets a note be written on a lane, there; without a place, on a day in sight; without a lane, on one that is asked for.
    pub(super) fn write_new_note(&mut self, lane: Option<LaneId>, when: Option<When>) {
        match self.front {
            View::Calendar => self.calendar.write_new_note(lane, when),
            View::Board | View::Table => {
                if let Some(lane) = lane {
                    self.board.write_new_note(lane, when.unwrap_or(When::Undated));
                }
            }
        }
    }

    /// Brings a note into view that somebody looks for, and opens it; `day` is its own in the calendar.
    pub(super) fn show_note(&mut self, lane: LaneId, note: &Note, day: Option<Day>) {
        match (self.front, day) {
            (View::Calendar, Some(day)) => self.calendar.show_note(note.id, day),
            _ => self.board.show_note(lane, note),
        }
    }

    /// Whether keys such as Enter and the arrows belong to it.
    pub(super) fn has_keyboard(&self, ctx: &Context) -> bool {
        match self.front {
            View::Board => self.board.has_keyboard(ctx),
            View::Calendar => self.calendar.has_keyboard(ctx),
            View::Table => self.table.has_keyboard(ctx),
        }
    }

    /// Whether something of it is in the hand: Escape then belongs to it.
    pub(super) fn is_dragging(&self) -> bool {
        match self.front {
            View::Board => self.board.is_dragging(),
            View::Calendar => self.calendar.is_dragging(),
            View::Table => self.table.is_dragging(),
        }
    }

    /// Whether something is being written in it that is not the document's yet: undo then belongs to that field.
    pub(super) fn is_writing(&self) -> bool {
        match self.front {
            View::Board => self.board.is_renaming(),
            // Titles are written in the inspector.
            View::Calendar => self.calendar.is_writing(),
            View::Table => self.table.is_writing(),
        }
    }

    /// Whether somebody writes what is looked for, or what it is saved as: that is nothing of the plan.
    pub(super) fn is_seeking(&self, ctx: &egui::Context) -> bool {
        self.filter.is_writing(ctx) || self.findings.is_seeking(ctx)
    }

    /// Whether it asks something in a menu of its own, which egui does not count among the open ones.
    pub(super) fn asks(&self) -> bool {
        self.front == View::Calendar && self.calendar.asks()
    }

    /// Whether titles and names are written where they stand; elsewhere the inspector has them.
    pub(super) fn writes_in_place(&self) -> bool {
        match self.front {
            View::Board | View::Table => true,
            View::Calendar => false,
        }
    }

    /// Whether it shows a fix before it is done: where it does not, the board comes to the front for that.
    pub(super) fn shows_fixes(&self) -> bool {
        match self.front {
            View::Board | View::Calendar => true,
            View::Table => false,
        }
    }

    /// Whether something of the inspector has the keyboard: who types there means that, and no moment.
    pub(super) fn has_form(&self, ctx: &Context) -> bool {
        let (Some(form), Some(focused)) = (self.places.inspector, ctx.memory(egui::Memory::focused)) else { return false };
        ctx.viewport(|viewport| viewport.prev_pass.widgets.get(focused).is_some_and(|widget| form.contains(widget.rect.center())))
    }

    /// Whether a cell of a table has the keyboard: what can be typed starts writing there.
    pub(super) fn has_cell(&self, ctx: &Context) -> bool {
        self.front == View::Table && self.table.has_cell(ctx)
    }

    /// Whether something of the board or the calendar has the keyboard that is no moment and has the keys of one: a phase, blackout dates, a note.
    pub(super) fn has_days_or_note(&self, ctx: &Context) -> bool {
        match self.front {
            View::Board => self.board.has_days(ctx) || self.board.has_note(ctx),
            View::Calendar => self.calendar.has_note(ctx),
            View::Table => false,
        }
    }

    /// Whether what is done is done to a block of cells.
    pub(super) fn has_block(&self, ctx: &Context) -> bool {
        self.front == View::Table && self.table.has_block(ctx)
    }

    /// Whether those moments are all in the rows of a block of cells that somebody drew out.
    pub(super) fn block_holds(&self, campaign: &Campaign, moments: &[MomentId]) -> bool {
        self.front == View::Table && self.table.block_holds(campaign, moments)
    }

    /// Whether the name of a lane can be written where it stands.
    pub(super) fn names_lanes(&self) -> bool {
        self.front != View::Table
    }

    /// Whether the title of a moment that was just added is written where it stands, and not in the inspector.
    pub(super) fn writes_titles(&self) -> bool {
        self.front == View::Table
    }

    /// Lets the title of a moment be written where it stands.
    pub(super) fn rename_moment(&mut self, id: MomentId, title: &str) {
        match self.front {
            View::Board => self.board.rename_moment(id, title),
            View::Calendar => {}
            View::Table => self.table.rename_moment(id, title),
        }
    }

    /// Lets the name of a lane be written where it stands.
    pub(super) fn rename_lane(&mut self, id: LaneId, name: &str) {
        match self.front {
            View::Board => self.board.rename_lane(id, name),
            View::Calendar | View::Table => {}
        }
    }

    /// Moves what is seen by that share of a page: to the right, and down.
    pub(super) fn turn_page(&mut self, right: f32, down: f32) {
        match self.front {
            View::Board => self.board.turn_page(right, down),
            View::Calendar => self.calendar.turn_page(right, down),
            View::Table => self.table.turn_page(right, down),
        }
    }

    /// Shows less, larger.
    pub(super) fn zoom_in(&mut self) {
        match self.front {
            View::Board => self.board.zoom_in(),
            View::Calendar | View::Table => {}
        }
    }

    /// Shows more, smaller.
    pub(super) fn zoom_out(&mut self) {
        match self.front {
            View::Board => self.board.zoom_out(),
            View::Calendar | View::Table => {}
        }
    }

    /// Shows the whole plan.
    pub(super) fn zoom_fit(&mut self) {
        match self.front {
            View::Board => self.board.fit(),
            View::Calendar | View::Table => {}
        }
    }

    /// Zooms the time axis: 0 shows the most days, 1 the fewest.
    pub(super) fn zoom_to(&mut self, share: f32) {
        match self.front {
            View::Board => {
                let ratio = MOST_PX_PER_DAY / FEWEST_PX_PER_DAY;
                self.board.zoom_to(FEWEST_PX_PER_DAY * ratio.powf(f64::from(share)));
            }
            View::Calendar | View::Table => {}
        }
    }

    /// How far the time axis is zoomed, from 0 to 1; `None` where there is none to zoom.
    pub(super) fn zoom(&self) -> Option<f32> {
        match self.front {
            View::Board => self.board.px_per_day().map(zoom_share),
            View::Calendar | View::Table => None,
        }
    }

    /// What the status bar says of the zoom.
    pub(super) fn zoom_label(&self) -> String {
        match self.front {
            View::Board => self.board.zoom_label(),
            View::Calendar | View::Table => String::new(),
        }
    }

    /// The days of the plan that are seen, where that are not all of them.
    pub(super) fn seen_days(&self, cx: &Cx<'_>) -> Option<(Day, Day)> {
        match self.front {
            View::Board => self.board.seen_days(cx),
            View::Calendar => self.calendar.seen_days(cx),
            View::Table => self.table.seen_days(cx),
        }
    }

    /// Brings the days into view that were in view in another view.
    fn follow_days(&mut self) {
        let Some((from, to)) = self.days else { return };
        let middle = from.plus(to.since(from) / 2);
        match self.front {
            View::Board => self.board.follow_day(middle),
            View::Calendar => self.calendar.follow_day(middle),
            // It has an order of its own, in which days need not be beside each other.
            View::Table => {}
        }
    }

    /// Whether [`Panels::go_to_today`] leads to today.
    pub(super) fn has_today(&self, cx: &Cx<'_>) -> bool {
        match self.front {
            View::Board => self.board.today_is_on_board(cx),
            View::Calendar => true,
            View::Table => self.table.has_today(cx),
        }
    }

    /// Brings today into the middle.
    pub(super) fn go_to_today(&mut self) {
        match self.front {
            View::Board => self.board.go_to_today(),
            View::Calendar => self.calendar.go_to_today(),
            View::Table => self.table.go_to_today(),
        }
    }

    /// The moment whose card is under a place of the window, and where that card is: what is dropped there goes to it.
    pub(super) fn card_at(&self, at: Pos2) -> Option<(MomentId, Rect)> {
        match self.front {
            View::Board => self.board.card_at(at),
            View::Calendar => self.calendar.card_at(at),
            View::Table => self.table.card_at(at),
        }
    }

    /// What each view keeps of how it shows the plan, for the next session. Whoever has more to keep joins here.
    pub(super) fn keep_layout(&self, kept: &mut Kept) {
        self.board.keep(kept);
        self.calendar.keep(kept);
        for (name, word) in self.table.kept() {
            kept.set_word(name, word);
        }
    }

    /// Shows the plan as it was kept.
    pub(super) fn set_layout(&mut self, kept: &Kept) {
        self.board.come_back(kept);
        self.calendar.come_back(kept);
        self.table.come_back(|name| kept.word(name));
    }

    /// How much of it lies under the inspector at its right, in points: nothing that is to be seen goes there.
    pub(super) fn cover(&mut self, width: f32) {
        match self.front {
            View::Board => self.board.covered = width,
            View::Calendar => self.calendar.covered = width,
            View::Table => self.table.covered = width,
        }
    }
}

impl App {
    /// Where a step from the card or lane in use leads.
    pub(super) fn beside(&self, way: Way) -> Option<Stop> {
        match self.view.panels.front {
            View::Board => self.beside_on_board(way),
            View::Calendar => self.view.panels.calendar.beside(self.plan.doc.campaign(), &self.view.selection, way),
            View::Table => self.view.panels.table.beside(self.plan.doc.campaign(), &self.view.selection, way),
        }
    }

    /// The card to which a step leads, over places where there is none.
    pub(super) fn card_beside(&self, way: Way) -> Option<(LaneId, MomentId)> {
        match self.beside(way)? {
            Stop::Card(lane, id) => Some((lane, id)),
            Stop::Lane(_) => None,
            Stop::Day(_) => self.view.panels.calendar.next_card(self.plan.doc.campaign(), &self.view.selection, way),
        }
    }

    /// Everything from one moment to another, the other one last, as the view in front has it.
    pub(super) fn between(&self, from: MomentId, to: MomentId) -> Vec<MomentId> {
        let (campaign, index) = (self.plan.doc.campaign(), self.plan.doc.index());
        match self.view.panels.front {
            View::Calendar => self.view.panels.calendar.between(campaign, index, from, to),
            View::Board | View::Table => {
                let mut all = pick::between(campaign, index, &self.view.sieve, from, to);
                all.retain(|id| !index.lane(*id).is_some_and(|lane| self.view.sieve.hides(lane)));
                all
            }
        }
    }

    /// Brings a view to the front. What is selected stays selected, and is in sight there.
    pub(super) fn show_view(&mut self, view: View) {
        if self.view.panels.front == view {
            return;
        }
        self.view.bring(view);
        let panels = &mut self.view.panels;
        panels.days = panels.bar.seen.or(panels.days);
        // What the keyboard is on counts as much as what is selected.
        let selection = &self.view.selection;
        // Of several moments a month seldom shows all: it begins where they begin.
        let campaign = self.plan.doc.campaign();
        let chosen = || self.plan.doc.index().in_lanes(campaign, &selection.moments);
        let first = chosen().filter_map(|(_, moment)| Some((campaign.day_of(moment.when)?, moment.id))).min();
        let first = first.map(|(_, id)| id).filter(|_| view == View::Calendar).or(selection.primary());
        match (selection.cursor.or(first), selection.lane) {
            (Some(id), _) => panels.reveal(id),
            (None, lane) => {
                if let Some(lane) = lane {
                    panels.reveal_lane(lane);
                }
                panels.follow_days();
            }
        }
        if !panels.shows_fixes() {
            self.preview = None;
        }
    }
}

/// Where on the track of the zoom so many points a day are: each step along it multiplies them.
fn zoom_share(px_per_day: f64) -> f32 {
    ((px_per_day / FEWEST_PX_PER_DAY).ln() / (MOST_PX_PER_DAY / FEWEST_PX_PER_DAY).ln()) as f32
}
