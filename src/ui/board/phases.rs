//! The phases of a campaign on the axis, and the days on which nothing is published.

use egui::{CornerRadius, Mesh, Painter, Rect, Role, Sense, Shape, Ui, WidgetInfo, pos2};

use super::frame::Frame;
use crate::analysis::Axis;
use crate::model::Day;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::paint;
use crate::ui::theme::R1;
use crate::ui::written;
use crate::words::board as say;

/// From this many points a day weekends are marked; nearer together they would only be stripes.
const WEEKENDS: f64 = 10.0;

/// Less room than this, and all that is left of a name is its dots.
const NAMED: f32 = 26.0;

/// The bands of the phases. A name stays in view while its phase is scrolled past the edge; what is cut is in the tooltip.
pub(super) fn bands(frame: &Frame<'_>, painter: &Painter, ui: &Ui) {
    if frame.scale.axis != Axis::Calendar {
        return;
    }
    let (left, right) = (frame.content.left(), frame.content.right());
    for (at, phase) in frame.cx.campaign.phases.iter().enumerate() {
        let from = frame.day_x(phase.from.number());
        let to = frame.day_x(phase.to.number().saturating_add(1)) - 2.0;
        if to < left || from > right || to - from < 3.0 {
            continue;
        }
        let band = Rect::from_min_max(pos2(from, frame.whole.top() + 4.0), pos2(to, frame.whole.top() + 22.0));
        let is_now = frame.cx.today >= phase.from && frame.cx.today <= phase.to;
        let seen = band.intersect(frame.header());
        let response = ui.interact(seen, ui.scope_id().with(("phase", at)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &phase.name));
        let fill = if is_now || response.hovered() { frame.t.active } else { frame.t.sunken };
        painter.rect_filled(band, CornerRadius::same(R1), fill);
        let x = band.left().max(left) + 6.0;
        let room = band.right() - x - 4.0;
        if room >= NAMED {
            let name = paint::line_within(painter, fonts::META_M, &phase.name, frame.t.text_2, room);
            painter.galley(pos2(x, band.center().y - name.size().y / 2.0), name, frame.t.text_2);
        }
        response.on_hover_ui(|ui| {
            ui.label(fonts::BODY_M.rich(&phase.name));
            ui.label(fonts::META.rich(span(phase.from, phase.to)).color(frame.t.text_2));
        });
    }
}

/// What lies behind the lanes of single days: weekends where days are wide enough, and the days on which nothing is
/// published, these at any zoom.
pub(super) fn ground(frame: &Frame<'_>, painter: &Painter, bottom: f32) {
    if frame.scale.axis != Axis::Calendar {
        return;
    }
    let seen = frame.content.x_range();
    let (first, last) = (frame.scale.at(frame.plan_x(seen.min)), frame.scale.at(frame.plan_x(seen.max)));
    let (first, last) = (first.floor() as i32, last.floor() as i32);
    let mut mesh = Mesh::default();
    let mut days = |from: i32, to: i32, color| {
        let (from, to) = (frame.day_x(from).max(seen.min), frame.day_x(to.saturating_add(1)).min(seen.max));
        mesh.add_colored_rect(Rect::from_x_y_ranges(from..=to, frame.content.top()..=bottom), color);
    };
    if frame.scale.px_per_day() >= WEEKENDS {
        let inside = |day: i32| (Day::MIN.number()..=Day::MAX.number()).contains(&day);
        for day in (first..=last).filter(|day| inside(*day) && Day::from_number(*day).weekday() == 5) {
            days(day, day.saturating_add(1), frame.t.sunken.gamma_multiply(0.55));
        }
    }
    for blackout in &frame.cx.campaign.blackouts {
        let (from, to) = (blackout.from.number(), blackout.to.number());
        if from <= last && to >= first {
            days(from, to, frame.t.s_warn_bg.gamma_multiply(0.6));
        }
    }
    painter.add(Shape::mesh(mesh));
}

/// The sign and the reason at the top of days on which nothing is published.
pub(super) fn blackouts(frame: &Frame<'_>, painter: &Painter, ui: &Ui) {
    if frame.scale.axis != Axis::Calendar {
        return;
    }
    for (at, blackout) in frame.cx.campaign.blackouts.iter().enumerate() {
        let from = frame.day_x(blackout.from.number()).max(frame.content.left());
        let to = frame.day_x(blackout.to.number().saturating_add(1)).min(frame.content.right());
        if to - from < 4.0 {
            continue;
        }
        let strip = Rect::from_x_y_ranges(from..=to, frame.content.top() - 5.0..=frame.content.top() - 1.0);
        painter.rect_filled(strip, CornerRadius::same(1), frame.t.s_warn_line);
        let response = ui.interact(strip.expand(2.0), ui.scope_id().with(("blackout", at)), Sense::hover());
        let span = span(blackout.from, blackout.to);
        let name = match blackout.why.as_deref().map(str::trim).filter(|why| !why.is_empty()) {
            Some(why) => say::blackout_why(&span, why),
            None => say::blackout(&span),
        };
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
        if to - from > 20.0 {
            icons::PROHIBIT.paint(painter, pos2(from + 9.0, frame.content.top() + 10.0), 12.0, frame.t.s_warn);
        }
        response.on_hover_text(fonts::BODY.rich(&name));
    }
}

/// "24 Dec – 2 Jan", a single day alone.
fn span(from: Day, to: Day) -> String {
    if from == to { written::short(to) } else { say::days_span(written::before(from, to), written::short(to)) }
}
