//! Where the keyboard is on the board. The cards are one stop for Tab, however many there are: the one that was used
//! last, else the first that is seen. From there the arrow keys lead to the others, and to the names of lanes.

use egui::{EventFilter, FocusDirection, Id, Response, Sense};

use super::state::BoardState;
use crate::model::{LaneId, MomentId};
use crate::ui::view::Selection;

/// What is remembered of it from frame to frame.
#[derive(Debug, Default)]
pub(super) struct Focus {
    /// The card that Tab reaches in this frame, and its widget once it was drawn.
    stop: Option<MomentId>,
    widget: Option<Id>,
    /// The card that has the focus, with its widget.
    held: Option<(MomentId, Id)>,
    /// The card that is chosen, and whether the last frame has drawn it.
    chosen: Option<MomentId>,
    chosen_seen: bool,
    /// The first card that was drawn.
    first: Option<MomentId>,
    /// The card that is to have the focus as soon as it is drawn.
    wanted: Option<MomentId>,
    /// Keys led to a card since the pointer was last moved.
    leads: bool,
    /// The lane whose name is to have it as soon as it is drawn.
    wanted_lane: Option<LaneId>,
    /// The lane that is chosen and whose name has the focus, with its widget.
    lane: Option<(LaneId, Id)>,
}

impl Focus {
    /// Begins a frame.
    pub(super) fn begin(&mut self, selection: &Selection) {
        let chosen = selection.cursor.or(selection.primary());
        let seen = self.chosen_seen && chosen == self.chosen;
        // Of a card that was just chosen nobody knows yet whether it is in sight; it will be drawn in this frame or not.
        self.stop = if seen || chosen != self.chosen { chosen.or(self.first) } else { self.first };
        self.chosen = chosen;
        self.chosen_seen = false;
        self.first = None;
    }

    /// What a card senses: only the one at which Tab stops takes the focus.
    pub(super) fn sense(&mut self, id: MomentId) -> Sense {
        self.first = self.first.or(Some(id));
        self.chosen_seen |= self.chosen == Some(id);
        // One that is about to get the focus, or has it, keeps it only where it takes it.
        let holds = self.wanted == Some(id) || self.held.is_some_and(|(held, _)| held == id);
        if holds || self.stop == Some(id) { Sense::click_and_drag() } else { Sense::CLICK | Sense::DRAG }
    }

    /// Whether keys led to a card since the pointer was last moved: then the card under it is not meant.
    pub(super) fn leads(&mut self, ctx: &egui::Context) -> bool {
        self.leads &= ctx.input(|input| !input.pointer.is_moving() && !input.pointer.any_down());
        self.leads
    }

    /// A card was taken up with the pointer: the keyboard does not stay behind on another one.
    pub(super) fn let_go(&self, taken: MomentId, ctx: &egui::Context) {
        if let Some((_, widget)) = self.held.filter(|(held, _)| *held != taken) {
            ctx.memory_mut(|memory| memory.surrender_focus(widget));
        }
    }

    /// Follows what happened to a card.
    pub(super) fn follow(&mut self, id: MomentId, response: &Response) {
        if self.wanted == Some(id) {
            self.wanted = None;
            take(response);
        }
        if self.stop == Some(id) {
            self.widget = Some(response.id);
        }
        if response.has_focus() {
            self.held = Some((id, response.id));
            keep_arrows(response);
        } else if self.held.is_some_and(|(held, _)| held == id) {
            self.held = None;
        }
    }

    /// Follows what happened to the name of a lane; `chosen` says whether the lane itself is selected, and no card.
    pub(super) fn follow_lane(&mut self, id: LaneId, chosen: bool, response: &Response) {
        if self.wanted_lane.take_if(|wanted| *wanted == id).is_some() {
            take(response);
        }
        let held = self.lane.take_if(|(held, _)| *held == id).is_some();
        if chosen && response.has_focus() {
            self.lane = Some((id, response.id));
            keep_arrows(response);
        } else if held && response.has_focus() {
            // Something else was chosen, by the pointer perhaps: the keyboard does not stay behind here.
            response.surrender_focus();
        }
    }
}

/// Gives the focus to what an arrow key led to.
fn take(response: &Response) {
    response.request_focus();
    // The key would lead egui's focus on to the next widget.
    response.ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
}

/// The arrow keys lead from card to card and from lane to lane here, not from widget to widget.
fn keep_arrows(response: &Response) {
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    response.ctx.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
}

impl BoardState {
    /// Puts the keyboard on a card as soon as it is drawn.
    pub fn focus(&mut self, id: MomentId) {
        self.focus.leads = true;
        (self.focus.wanted, self.focus.wanted_lane) = (Some(id), None);
    }

    /// Puts the keyboard on the name of a lane as soon as it is drawn.
    pub fn focus_lane(&mut self, id: LaneId) {
        (self.focus.wanted, self.focus.wanted_lane) = (None, Some(id));
    }

    /// Whether keys such as Enter and the arrows belong to the board: nothing has the focus, or a card has it, or the lane that is
    /// chosen.
    #[must_use]
    pub fn has_keyboard(&self, ctx: &egui::Context) -> bool {
        let Focus { widget, held, lane, .. } = &self.focus;
        ctx.memory(egui::Memory::focused)
            .is_none_or(|id| [*widget, held.map(|(_, id)| id), lane.map(|(_, id)| id)].contains(&Some(id)))
    }
}
