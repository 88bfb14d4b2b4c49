//! How a drag looks: the copy that follows the pointer, the slot it left, the place it would take.

use egui::{Align2, CursorIcon, Id, LayerId, Order, Painter, Pos2, Rect, Stroke, Ui, Vec2, pos2, vec2};

use super::axis::Pill;
use super::card::{self, Insides, Look};
use super::drag::{Drag, Slot, Target};
use super::frame::{Frame, axis_day, band_name};
use crate::analysis::curve::Band;
use crate::analysis::packing::{Size, ZONE_GAP};
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::marks::{self, Ask};
use crate::ui::kit::paint;
use crate::ui::theme::{DASH_SLOT, R3, SLOT, STEM};
use crate::ui::view::Counts;
use crate::words::{self, board as say, hand};

/// Most places of other cards that are shown: more than a screen has.
const MOST_PLACES: usize = 60;
/// From the corner of a card that is carried over another panel to the pointer.
const CORNER: Vec2 = Vec2::splat(12.0);

impl Drag {
    /// Draws the place it would take and the copy that follows the pointer.
    pub(super) fn draw(&self, frame: &Frame<'_>, painter: &Painter, insides: &mut Insides, ui: &Ui, at: Pos2) {
        let size = if self.size == Size::Xs { Size::S } else { self.size };
        let extent = vec2(size.width() as f32, size.height() as f32);
        if let Some(target) = self.target {
            let top = frame.slot_top(target.at, extent.y);
            let left = match target.slot {
                Slot::Day(day) => frame.day_x(day) - extent.x / 2.0,
                Slot::Position(position) => frame.x(position as f64 * (size.width() + ZONE_GAP)),
                Slot::Locked => at.x - self.grab.x,
            };
            let place = Rect::from_min_size(pos2(left, top), extent);
            self.other_places(frame, painter, target, extent);
            let text = self.words(frame, target);
            slot(frame, painter, place, target.slot, &text, self.findings().as_deref());
            if let Slot::Day(day) = target.slot {
                self.marker(frame, painter, target, day, place.bottom());
            }
        }
        let grab = if self.size == Size::Xs { extent / 2.0 } else { self.grab };
        let copy = Rect::from_min_size(at - grab, extent);
        let refused = self.is_refused();
        let look = Look { lifted: true, refused, ..Look::default() };
        card::card(frame, painter, insides, copy, size, &self.shown, look);
        if !self.others.is_empty() {
            count(frame, painter, copy.right_top(), self.others.len() + 1);
        }
        let moving = if self.copies { CursorIcon::Copy } else { CursorIcon::Grabbing };
        ui.ctx().set_cursor_icon(if refused { CursorIcon::NotAllowed } else { moving });
    }

    /// Draws the copy where it is carried over another panel: small, so that what takes it can be seen.
    pub(super) fn draw_outside(&self, frame: &Frame<'_>, insides: &mut Insides, ui: &Ui, at: Pos2) {
        let painter = ui.ctx().layer_painter(LayerId::new(Order::Tooltip, Id::unique("card in the hand")));
        let copy = Rect::from_min_size(at - CORNER, vec2(Size::S.width() as f32, Size::S.height() as f32));
        card::card(frame, &painter, insides, copy, Size::S, &self.moment, Look { lifted: true, ..Look::default() });
        if !self.others.is_empty() {
            count(frame, &painter, copy.right_top(), self.others.len() + 1);
        }
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    }

    /// The places that the other cards in the hand would take.
    fn other_places(&self, frame: &Frame<'_>, painter: &Painter, target: Target, extent: Vec2) {
        let (Slot::Day(day), Some(from)) = (target.slot, self.day) else { return };
        let axis = frame.scale.axis;
        let by = self.shift(target);
        for other in self.others.iter().take(MOST_PLACES) {
            let Some(at) = other.at.checked_add_signed(by) else { continue };
            let Some(own) = axis.day(frame.cx.campaign, other.moment.when) else { continue };
            let top = frame.lane_top(at) + frame.metrics.curve_top - extent.y;
            let left = frame.day_x(own.saturating_add(day.saturating_sub(from))) - extent.x / 2.0;
            let place = Rect::from_min_size(pos2(left, top), extent);
            paint::dashed_rect(painter, place, R3, Stroke::new(SLOT, frame.t.accent), DASH_SLOT);
        }
    }

    /// What stands on the axis meanwhile: the card in the hand may cover its place, but never that.
    pub(super) fn pill(&self, frame: &Frame<'_>, at: Pos2) -> Pill {
        let Some(target) = self.target else {
            return Pill { x: at.x, text: say::no_lane_here().to_owned(), refused: true };
        };
        let text = self.words(frame, target);
        match (target.slot, self.findings()) {
            (Slot::Day(day), Some(findings)) => {
                Pill { x: frame.day_x(day), text: say::drop_findings(&text, findings), refused: false }
            }
            (Slot::Day(day), None) => Pill { x: frame.day_x(day), text, refused: false },
            (slot, _) => Pill { x: at.x, text, refused: slot == Slot::Locked },
        }
    }

    /// The marker where it would stand on the curve.
    fn marker(&self, frame: &Frame<'_>, painter: &Painter, target: Target, day: i32, bottom: f32) {
        let Some(around) = self.around(target.lane).filter(|_| !frame.heights.is_folded(target.at)) else { return };
        let ask = self.moment.is_ask();
        let value = if ask { around.before } else { around.after };
        let center = pos2(frame.day_x(day), frame.value_y(frame.lane_top(target.at), value));
        painter.vline(center.x, bottom..=center.y, Stroke::new(STEM, frame.t.accent));
        if ask {
            // Before the check has looked at it, only the curve can say something.
            let look = if Band::of(value).is_ready() { Ask::Ready } else { Ask::Early };
            marks::ask_marker(painter, center, look, frame.t.canvas, frame.t);
        } else {
            marks::marker(painter, center, self.moment.kind, frame.t.canvas, frame.t);
        }
    }

    /// What letting go would mean: the day, and for an ask the band that it would meet.
    fn words(&self, frame: &Frame<'_>, target: Target) -> String {
        match target.slot {
            Slot::Locked => say::already_published().to_owned(),
            Slot::Position(at) => say::in_order(self.number_at(frame.cx.campaign, target, at)),
            Slot::Day(day) => {
                let day = axis_day(frame.scale.axis, frame.cx.years(), day);
                match self.around(target.lane).filter(|_| self.moment.is_ask()) {
                    Some(around) => say::drop_band(day, band_name(Band::of(around.before))),
                    None => day,
                }
            }
        }
    }

    /// What the checker would say of the lane: "1 error", and "1 error → nothing to mend" where that changes.
    fn findings(&self) -> Option<String> {
        let (now, then) = self.counts?;
        let open = |counts: Counts| {
            let open = words::findings(counts.errors, counts.warnings, counts.hints, 0);
            if open.is_empty() { say::nothing_to_mend().to_owned() } else { open }
        };
        let (now, then) = (open(now), open(then));
        Some(if now == then { then } else { hand::before_after(now, then) })
    }
}

/// How many cards are in the hand, at the corner of the one that is shown: "5 moments".
fn count(frame: &Frame<'_>, painter: &Painter, corner: Pos2, count: usize) {
    let galley = paint::line(painter, fonts::META_B, &words::moments(count), frame.t.on_accent);
    let size = vec2(galley.size().x + 14.0, 18.0);
    let badge = Align2::RIGHT_CENTER.anchor_size(corner + vec2(6.0, 3.0), size);
    painter.rect_filled(badge, egui::CornerRadius::same(9), frame.t.accent);
    painter.galley(badge.center() - galley.size() / 2.0, galley, frame.t.on_accent);
}

/// Draws the place that the card would take.
fn slot(frame: &Frame<'_>, painter: &Painter, place: Rect, slot: Slot, text: &str, findings: Option<&str>) {
    let t = frame.t;
    let color = if slot == Slot::Locked { t.s_err } else { t.accent };
    if slot == Slot::Locked {
        paint::dashed_rect(painter, place, R3, Stroke::new(SLOT, t.s_err_line), DASH_SLOT);
    } else {
        painter.rect_filled(place, egui::CornerRadius::same(R3), t.accent_bg);
        paint::dashed_rect(painter, place, R3, Stroke::new(SLOT, t.accent), DASH_SLOT);
    }
    let galley = paint::line(painter, fonts::BODY_M, text, color);
    let middle = place.center() - vec2(0.0, if findings.is_some() { 8.0 } else { 0.0 });
    let at = middle - galley.size() / 2.0;
    if slot == Slot::Locked {
        icons::PROHIBIT.paint(painter, pos2(at.x - 10.0, place.center().y), 14.0, color);
    }
    painter.galley(at, galley, color);
    if let Some(findings) = findings {
        let galley = paint::line_within(painter, fonts::META, findings, t.text_2, place.width() - 8.0);
        painter.galley(place.center() + vec2(-galley.size().x / 2.0, 2.0), galley, t.text_2);
    }
}

/// The slot that stays behind while a card is in the hand.
pub(super) fn left_behind(frame: &Frame<'_>, painter: &Painter, rect: Rect) {
    paint::dashed_rect(painter, rect, R3, Stroke::new(SLOT, frame.t.line_strong), DASH_SLOT);
}
