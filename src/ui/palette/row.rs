//! Draws a row: its sign, its title with what was found in it, and what stands at the right.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Color32, CornerRadius, Galley, Id, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2};

use super::face::{Face, Sign};
use super::matching::{Query, marked};
use crate::model::shown::{LABEL, short};
use crate::ui::kit::{self, marks, paint};
use crate::ui::theme::{self, Tokens, space};
use crate::ui::view::Cx;
use crate::ui::{fonts, icons};

/// Height of a row, in points.
pub(super) const HEIGHT: f32 = 36.0;
/// From the left edge to where headings begin, in points.
pub(super) const LEFT: f32 = 18.0;
/// From the edges to the ground of a chosen row, in points.
const INSET: f32 = 8.0;
/// From the left edge to the middle of a sign, and to where titles begin, in points.
const SIGN: f32 = 28.0;
const TITLE: f32 = 49.0;
/// From the right edge to where notes end, in points.
const RIGHT: f32 = 18.0;
/// From the right edge to where kinds of moments begin, in points: they stand in a column of their own.
const KIND: f32 = 250.0;
/// In a palette narrower than this there is no column of kinds, in points.
const ROOMY: f32 = 520.0;

/// Draws a row at a place, for a widget with that id.
pub(super) fn show(
    cx: &Cx<'_>,
    ui: &Ui,
    (rect, id): (Rect, Id),
    face: &Face,
    query: &Query,
    keys: &str,
    active: bool,
) -> Response {
    let t = cx.tokens;
    // The keyboard stays in the field: a row is pressed, or chosen from there.
    let response = ui.interact(rect, id, Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, !face.off, face.spoken()));
    ui.ctx().accesskit_node_builder(id, |node| node.set_selected(active));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let painter = ui.painter();
    let fill = match (active, response.hovered()) {
        (true, _) => t.accent_bg,
        (false, true) => t.hover,
        (false, false) => Color32::TRANSPARENT,
    };
    painter.rect_filled(rect.shrink2(egui::vec2(INSET, 0.5)), CornerRadius::same(theme::R2), fill);
    let y = rect.center().y;
    let color = if face.off { t.text_3 } else { t.text };
    sign(ui, &face.sign, pos2(rect.left() + SIGN, y), if face.off { t.text_off } else { t.text_2 }, t);

    let mut end = rect.right() - RIGHT;
    if !keys.is_empty() {
        let width = (paint::line(painter, fonts::META, keys, t.text_2).size().x + 10.0).max(18.0);
        kit::key_cap_at(painter, pos2(end - width / 2.0, y), keys, t);
        end -= width + space::L;
    }
    if face.on {
        icons::CHECK.paint(painter, pos2(end - 6.0, y), 12.0, t.accent);
        end -= 12.0 + space::L;
    }
    if let Some((tone, kind, when)) = &face.moment {
        let galley = paint::line(painter, fonts::BODY, when, t.text_2);
        let wide = rect.width() >= ROOMY;
        let from = end - galley.size().x;
        painter.galley(pos2(from, y - galley.size().y / 2.0), galley, t.text_2);
        end = from - space::XL;
        if wide {
            let column = (rect.right() - KIND).min(end);
            let galley = paint::line_within(painter, fonts::BODY, kind, t.text_2, (end - column).max(0.0));
            painter.galley(pos2(column, y - galley.size().y / 2.0), galley, t.text_2);
            end = column - space::L;
        }
        if let Some(tone) = tone {
            marks::tone(painter, pos2(end - 7.0, y), 14.0, *tone, t);
        }
        // Titles end in one column, whether there is a mark or not.
        end -= 14.0 + space::L;
    } else if !face.note.is_empty() {
        let room = (end - rect.left() - TITLE) * 0.5;
        let galley = paint::line_within(painter, fonts::BODY, &face.note, t.text_2, room.max(0.0));
        let from = end - galley.size().x;
        painter.galley(pos2(from, y - galley.size().y / 2.0), galley, t.text_2);
        end = from - space::XL;
    }
    let accent = if face.off { color } else { t.accent };
    let galley = title(ui, &face.title, query, (color, accent), (end - rect.left() - TITLE).max(20.0));
    let elided = galley.elided;
    painter.galley(pos2(rect.left() + TITLE, y - galley.size().y / 2.0), galley, color);
    if elided { response.on_hover_text(short(&face.title, LABEL)) } else { response }
}

fn sign(ui: &Ui, sign: &Sign, at: egui::Pos2, color: Color32, t: &Tokens) {
    let painter = ui.painter();
    match sign {
        Sign::Icon(icon) => icon.paint(painter, at, 16.0, color),
        Sign::Tone(tone) => marks::tone(painter, at, 16.0, *tone, t),
        Sign::Kind(kind) => marks::kind(painter, at, 18.0, *kind, t),
        Sign::Person(place, name) => marks::avatar(painter, at, 20.0, *place, name),
    }
}

/// The title on one line, with what was found in it in another weight and colour.
fn title(ui: &Ui, text: &str, query: &Query, (color, accent): (Color32, Color32), width: f32) -> Arc<Galley> {
    let text = short(text, LABEL);
    let mut job = LayoutJob::default();
    let mut at = 0;
    let mut put = |span: std::ops::Range<usize>, found: bool| {
        if let Some(part) = text.get(span).filter(|part| !part.is_empty()) {
            let (face, color) = if found { (fonts::UI_B, accent) } else { (fonts::UI, color) };
            job.append(part, 0.0, face.format(color));
        }
    };
    for span in marked(query, &text) {
        put(at..span.start, false);
        at = span.end;
        put(span, true);
    }
    put(at..text.len(), false);
    job.wrap = egui::text::TextWrapping { max_width: width, max_rows: 1, break_anywhere: true, ..<_>::default() };
    ui.painter().layout_job(job)
}
