//! Where the keyboard is in the calendar. All days and cards together are one stop for Tab: the one that was used last, else
//! today or the first day. From there the arrow keys lead on. What is due on the day of that stop comes after it.

use egui::{Context, EventFilter, FocusDirection, Id, Response, Sense};

use crate::model::{Day, MomentId};

/// Something that the keyboard can be on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spot {
    Day(Day),
    Card(MomentId),
}

/// What is remembered of it from frame to frame.
#[derive(Debug, Default)]
pub(super) struct Focus {
    /// What Tab reaches in this frame, and its widget once it was drawn.
    stop: Option<Spot>,
    widget: Option<Id>,
    /// What has the focus, with its widget.
    held: Option<(Spot, Id)>,
    /// What is to have the focus as soon as it is drawn.
    wanted: Option<Spot>,
    /// Whether the stop was drawn in the last frame, and the first thing that was.
    seen: bool,
    first: Option<Spot>,
}

impl Focus {
    /// Begins a frame: `stop` is what was used last.
    pub(super) fn begin(&mut self, stop: Option<Spot>) {
        let was_seen = self.seen || self.stop != stop;
        self.stop = stop.filter(|_| was_seen).or(self.first);
        (self.seen, self.first, self.widget) = (false, None, None);
    }

    /// Puts the keyboard on something as soon as it is drawn.
    pub(super) fn want(&mut self, spot: Spot) {
        self.wanted = Some(spot);
    }

    /// What has the keyboard.
    pub(super) fn held(&self) -> Option<Spot> {
        self.held.map(|(spot, _)| spot)
    }

    /// Where Tab stops: what is due on that day is the next stop then, and nowhere else one.
    pub(super) fn stop(&self) -> Option<Spot> {
        self.stop
    }

    /// What something senses: only that at which Tab stops takes the focus. One that is about to get it, or has it, keeps it
    /// only where it takes it.
    pub(super) fn sense(&mut self, spot: Spot, sense: Sense) -> Sense {
        self.first = self.first.or(Some(spot));
        self.seen |= self.stop == Some(spot);
        let holds = self.wanted == Some(spot) || self.held() == Some(spot);
        if holds || self.stop == Some(spot) { sense | Sense::FOCUSABLE } else { sense - Sense::FOCUSABLE }
    }

    /// Follows what happened to it.
    pub(super) fn follow(&mut self, spot: Spot, response: &Response) {
        if self.wanted == Some(spot) {
            self.wanted = None;
            response.request_focus();
            // The arrow key that led here would lead egui's focus on to the next widget.
            response.ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
        }
        if self.stop == Some(spot) {
            self.widget = Some(response.id);
        }
        if response.has_focus() {
            self.held = Some((spot, response.id));
            // The arrow keys lead from day to day here, not from widget to widget.
            let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
            response.ctx.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        } else if self.held() == Some(spot) {
            self.held = None;
        }
    }

    /// Something was taken up with the pointer: the keyboard does not stay behind on something else.
    pub(super) fn let_go(&self, ctx: &Context) {
        if let Some((_, widget)) = self.held {
            ctx.memory_mut(|memory| memory.surrender_focus(widget));
        }
    }

    /// Whether keys such as Enter and the arrows belong to the calendar: nothing has the focus, or something of it.
    pub(super) fn has_keyboard(&self, ctx: &Context) -> bool {
        ctx.memory(egui::Memory::focused).is_none_or(|id| [self.widget, self.held.map(|(_, id)| id)].contains(&Some(id)))
    }
}
