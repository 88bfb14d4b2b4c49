//! One frame of the calendar: where its days lie, and what is known of the moments on them.

use egui::{Rect, Theme};

use super::data::{Item, Sheet};
use super::layout::Grid;
use crate::model::{Day, Lane, Moment};
use crate::ui::board;
use crate::ui::theme::{Tokens, Tone};
use crate::ui::view::{Cx, LaneView};
use crate::words::{board as say, calendar, calendar_view};

/// The geometry of one frame.
pub(super) struct Frame<'a> {
    pub(super) cx: &'a Cx<'a>,
    pub(super) t: &'static Tokens,
    pub(super) theme: Theme,
    pub(super) grid: Grid,
    pub(super) sheet: &'a Sheet,
    pub(super) whole: Rect,
}

impl Frame<'_> {
    /// What was derived from the lane at a place, as long as it is that lane's.
    pub(super) fn view(&self, at: usize, lane: &Lane) -> Option<&LaneView> {
        self.cx.derived.lanes.get(at).map(AsRef::as_ref).filter(|view| view.lane.id == lane.id)
    }

    /// What findings say of a moment.
    pub(super) fn tone(&self, item: Item, lane: &Lane, moment: &Moment) -> Option<Tone> {
        self.view(item.lane, lane)?.marks.get(&moment.id).copied().map(board::tone)
    }

    /// What screen readers say of a moment: what the board says of it, its time of day, and how far it may move.
    pub(super) fn spoken(&self, item: Item, lane: &Lane, moment: &Moment, who: &str) -> String {
        let card = board::spoken_of((self.cx.campaign, self.cx.years()), self.view(item.lane, lane), who, moment);
        match may_move(moment) {
            Some(moves) => calendar_view::card_may_move(card, moves),
            None => card,
        }
    }

    /// The place of a day that is drawn.
    pub(super) fn cell(&self, day: Day) -> Option<Rect> {
        self.sheet.page.at(day).map(|at| self.grid.cell(at))
    }
}

/// How much earlier or later a moment may come, where it may.
pub(super) fn may_move(moment: &Moment) -> Option<String> {
    let window = moment.window.as_ref().filter(|_| !moment.is_published())?;
    calendar::may_move_by(window.before, window.after)
}

/// "Product, Tobi, 7 Sep, 18:00": what tells a moment in a line.
pub(super) fn line_of(cx: &Cx<'_>, moment: &Moment, who: &str) -> String {
    let when = board::when_text(cx.campaign, cx.years(), moment.when);
    let when = moment.time.map_or(when.clone(), |time| calendar_view::at_time(&when, time));
    say::card(crate::words::names::kind(moment.kind.key()), who, when)
}
