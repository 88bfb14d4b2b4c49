//! The names at the left: who a lane belongs to, how far the relationship is, and what the checker says of it.

use egui::{CornerRadius, CursorIcon, Painter, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::data::Row;
use super::frame::{Frame, painter_in};
use crate::analysis::curve::CONSTANTS;
use crate::model::{Creator, LaneKind, RelationshipStatus};
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::{marks, paint};
use crate::ui::theme::{EDGE, R1, RING, Tone};
use crate::ui::view::{Action, Actions, Counts, Selection};
use crate::words::{board as say, names};

/// From the left edge to the names.
const LEFT: f32 = 12.0;

/// Draws the names of the lanes that are seen; a click selects a lane.
pub(super) fn gutter(frame: &Frame<'_>, rows: &[Row], creators: &[Option<usize>], ui: &Ui, out: &mut Actions) {
    let area = frame.gutter();
    let painter = painter_in(ui, area);
    painter.rect_filled(area, CornerRadius::ZERO, frame.t.panel);
    for (row, creator_at) in rows.iter().zip(creators) {
        let top = frame.lane_top(row.at);
        let rect = Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), frame.metrics.lane));
        let clipped = rect.intersect(area);
        let response = ui.interact(clipped, ui.scope_id().with(("lane", row.lane.id)), Sense::click());
        let creator = creator_at.and_then(|at| Some((at, frame.cx.campaign.creators.get(at)?.as_ref())));
        let name = frame.lane_name(row, *creator_at);
        let counts = frame.view(row).map(|view| view.counts).unwrap_or_default();
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Heading, true, spoken(row, creator.map(|(_, creator)| creator), name, counts))
        });
        let selected = frame.cx.selection.lane == Some(row.lane.id);
        if selected || response.hovered() {
            painter.rect_filled(rect, CornerRadius::ZERO, frame.t.hover);
        }
        if selected {
            let bar = Rect::from_min_size(rect.min, vec2(2.0, rect.height() - 1.0));
            painter.rect_filled(bar, CornerRadius::ZERO, frame.t.accent);
        }
        if response.has_focus() {
            paint::ring(&painter, rect.shrink(RING + 1.0), R1, 0.0, frame.t.accent);
        }
        names_of(frame, &painter, rect, row, creator, name);
        let y = rect.top() + counts_y(frame);
        findings(frame, &painter, pos2(rect.left() + LEFT, y), counts);
        stamp(
            frame,
            &painter,
            pos2(rect.left() + LEFT, y + if is_low(frame) { 15.0 } else { 19.0 }),
            row.lane.relationship.status,
        );
        if frame.curve(row).is_some() {
            let y = frame.value_y(top, CONSTANTS.ready);
            paint::text_at(&painter, rect.left() + LEFT, y, fonts::META_M, say::ready_to_ask(), frame.t.ready);
        }
        painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(EDGE, frame.t.line));
        if response.clicked() {
            out.push(Action::Select(Selection { moments: Vec::new(), lane: Some(row.lane.id) }));
        }
        let status = row.lane.relationship.status;
        if response.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
            response.on_hover_ui(|ui| {
                ui.label(fonts::BODY_M.rich(frame.cx.campaign.lane_name(&row.lane)));
                if row.lane.kind == LaneKind::Creator {
                    ui.label(fonts::BODY.rich(say::relationship(names::choice(status.key()).to_lowercase())));
                }
                for line in &row.lane.relationship.evidence {
                    ui.label(fonts::META.rich(line).color(frame.t.text_2));
                }
            });
        }
    }
    painter.vline(area.right() - 0.5, area.y_range(), Stroke::new(EDGE, frame.t.line));
}

/// Small lanes bring the lines nearer together.
fn counts_y(frame: &Frame<'_>) -> f32 {
    if is_low(frame) { 68.0 } else { 88.0 }
}

fn is_low(frame: &Frame<'_>) -> bool {
    frame.metrics.lane < 150.0
}

fn names_of(frame: &Frame<'_>, painter: &Painter, rect: Rect, row: &Row, creator: Option<(usize, &Creator)>, name: &str) {
    let t = frame.t;
    let small = is_low(frame);
    let left = rect.left() + LEFT;
    let avatar = pos2(left + 12.0, rect.top() + if small { 18.0 } else { 22.0 });
    match (row.lane.kind, creator) {
        (LaneKind::Creator, Some((place, creator))) => marks::avatar(painter, avatar, 24.0, place, &creator.name),
        (kind, _) => {
            let icon = if kind == LaneKind::Brand { icons::BRAND } else { icons::KIND_COMMUNITY };
            painter.circle_filled(avatar, 12.0, t.sunken);
            icon.paint(painter, avatar, 14.0, t.text_2);
        }
    }
    let room = rect.right() - left - 6.0;
    let y = rect.top() + if small { 38.0 } else { 48.0 };
    let galley = paint::line_within(painter, fonts::BODY_B, name, t.text, room);
    painter.galley(pos2(left, y - galley.size().y / 2.0), galley, t.text);
    let y = rect.top() + if small { 53.0 } else { 66.0 };
    let mut x = left;
    if let Some(platform) = creator.and_then(|(_, creator)| creator.platforms.first()) {
        icons::platform(*platform).paint(painter, pos2(x + 6.5, y), 13.0, t.text_3);
        x += 17.0;
    }
    if let Some(people) = creator.and_then(|(_, creator)| creator.audience_size) {
        paint::text_at(painter, x, y, fonts::META, &say::audience(people), t.text_3);
    }
}

/// The stamp of a relationship that does not begin with this plan.
fn stamp(frame: &Frame<'_>, painter: &Painter, left: egui::Pos2, status: RelationshipStatus) {
    if status == RelationshipStatus::New {
        return;
    }
    let word = paint::line(painter, fonts::META, names::choice(status.key()), frame.t.text_2);
    let stamp = Rect::from_min_size(pos2(left.x, left.y - 7.5), vec2(word.size().x + 8.0, 15.0));
    painter.rect_stroke(stamp, CornerRadius::same(3), Stroke::new(EDGE, frame.t.line_strong), StrokeKind::Inside);
    painter.galley(stamp.center() - word.size() / 2.0, word, frame.t.text_2);
}

fn findings(frame: &Frame<'_>, painter: &Painter, at: egui::Pos2, counts: Counts) {
    let mut x = at.x;
    let parts = [(Tone::Error, counts.errors), (Tone::Warning, counts.warnings), (Tone::Accepted, counts.accepted)];
    for (tone, count) in parts.into_iter().filter(|(_, count)| *count > 0) {
        marks::tone(painter, pos2(x + 6.5, at.y), 14.0, tone, frame.t);
        x = paint::text_at(painter, x + 16.0, at.y, fonts::META_M, &count.to_string(), frame.t.text_2) + 6.0;
    }
    if x <= at.x {
        marks::tone(painter, pos2(x + 6.5, at.y), 14.0, Tone::Ok, frame.t);
        paint::text_at(painter, x + 16.0, at.y, fonts::META_M, say::clear(), frame.t.s_ok);
    }
}

/// "Maren, Instagram 214k, 1 error, 2 warnings".
fn spoken(row: &Row, creator: Option<&Creator>, name: &str, counts: Counts) -> String {
    let platform = match creator.and_then(|creator| creator.platforms.first().zip(creator.audience_size)) {
        Some((platform, people)) => format!("{} {}", names::platform(platform.key()), say::audience(people)),
        None => names::choice(row.lane.kind.key()).to_owned(),
    };
    let parts = [(counts.errors, say::error()), (counts.warnings, say::warning())];
    let mut found: Vec<String> =
        parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, one)| say::findings(count, one)).collect();
    if found.is_empty() {
        found.push(say::clear().to_lowercase());
    }
    say::lane(name, platform, found.join(", "))
}
