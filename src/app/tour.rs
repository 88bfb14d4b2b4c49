//! The tour through the demo campaign: when it is on, and its keys. It looks at the plan and changes nothing.

use std::sync::LazyLock;

use egui::{Context, Key, Modifiers};

use super::file::{Next, PlanFile};
use super::{App, Asked, Screen};
use crate::edit::Document;
use crate::model::{LaneId, PlanId};
use crate::store::demo;
use crate::ui::board::Stand;
use crate::ui::dialogs::tour_offer_ui;
use crate::ui::tour::{Tour, Turn};
use crate::ui::view::{Selection, View};

/// The lanes by which the demo campaign is known, whatever its copy is called.
static LANES: LazyLock<Vec<LaneId>> =
    LazyLock::new(|| demo::fictional(PlanId::default()).lanes.iter().map(|lane| lane.id).collect());

/// The tour, while somebody takes it, and how the plan was looked at before.
pub(super) struct Taken {
    tour: Tour,
    front: View,
    panels: [bool; 3],
    stand: Stand,
    selection: Selection,
    /// What the tour selected.
    own: Selection,
}

impl App {
    /// Begins the tour, or offers the plan through which it goes.
    pub(super) fn take_tour(&mut self, ctx: &Context) {
        let is_demo = self.plan.doc.campaign().lanes.iter().any(|lane| LANES.contains(&lane.id));
        if is_demo && self.view.screen == Screen::Plan {
            self.begin_tour();
        } else {
            self.ask(Asked::TourOffer);
        }
        ctx.request_repaint();
    }

    /// Puts the demo campaign on screen, with the tour.
    pub(super) fn open_tour(&mut self) {
        let plan = demo::fictional(self.rim.ids.plan());
        self.put(Document::unsaved(plan), PlanFile::default());
        self.begin_tour();
    }

    fn begin_tour(&mut self) {
        // A tour that is begun anew leaves everything as it was before the first time.
        self.end_tour();
        let stand = self.view.panels.board.stands();
        let (front, selection) = (self.view.panels.front, self.view.selection.clone());
        self.show_view(View::Board);
        let panels = self.view.shown();
        (self.view.show_side, self.view.show_inspector, self.view.show_findings) = (true, true, true);
        // The inspector has something to show.
        let lane = self.plan.doc.campaign().lanes.first();
        if let Some((lane, moment)) = lane.and_then(|lane| Some((lane.id, lane.moments.first()?.id))) {
            self.view.selection = Selection::moment(moment, Some(lane));
            self.view.panels.reveal_lane(lane);
        }
        let own = self.view.selection.clone();
        self.tour = Some(Taken { tour: Tour::begin(front != View::Board), front, panels, stand, selection, own });
    }

    /// Ends the tour. What is looked at is as it was before, but for what somebody chose meanwhile.
    fn end_tour(&mut self) {
        let Some(before) = self.tour.take() else { return };
        if self.view.panels.front != View::Board {
            return;
        }
        if self.view.shown() == [true; 3] {
            [self.view.show_side, self.view.show_inspector, self.view.show_findings] = before.panels;
        }
        self.view.bring(before.front);
        if self.view.selection == before.own {
            self.view.selection = before.selection;
            self.view.panels.board.stand_again(before.stand);
        }
    }

    /// Draws the offer; true once it was answered.
    pub(super) fn tour_offer(&mut self, ui: &mut egui::Ui, ctx: &Context) -> bool {
        match tour_offer_ui(ui) {
            None => return false,
            Some(true) => self.proceed_or_ask(ctx, Next::Tour),
            Some(false) => {}
        }
        true
    }

    /// Takes the keys of the tour out of the input: they lead through it, not through the plan.
    pub(super) fn take_tour_keys(&mut self, ctx: &Context) {
        if self.tour.is_none() || !self.asked.is_empty() || egui::Popup::is_any_open(ctx) || ctx.text_edit_focused() {
            return;
        }
        let keys = [(Key::Escape, Turn::Leave), (Key::ArrowLeft, Turn::Back), (Key::ArrowRight, Turn::Next)];
        let turn = keys.into_iter().find(|(key, _)| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, *key)));
        self.turn_tour(ctx, turn.map(|(_, turn)| turn));
    }

    /// Draws the card of the tour over the window.
    pub(super) fn show_tour(&mut self, ui: &egui::Ui) {
        if self.view.screen != Screen::Plan || !self.asked.is_empty() {
            return;
        }
        let (places, view) = (self.view.panels.places, self.view.panels.front);
        let turn = self.tour.as_mut().and_then(|taken| taken.tour.show(&places, view, ui));
        self.turn_tour(ui.ctx(), turn);
    }

    fn turn_tour(&mut self, ctx: &Context, turn: Option<Turn>) {
        let Some(turn) = turn else { return };
        if self.tour.as_mut().is_some_and(|taken| !taken.tour.turn(turn)) {
            self.end_tour();
        }
        // What a card speaks of is in front.
        if self.tour.as_ref().is_some_and(|taken| taken.tour.is_of_board()) {
            self.show_view(View::Board);
        }
        ctx.request_repaint();
    }
}
