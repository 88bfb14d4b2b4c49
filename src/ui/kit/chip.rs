//! Small things that say one word: chips, bands, severities, keys, counts.

use egui::{Color32, CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::analysis::curve::Band;
use crate::ui::fonts;
use crate::ui::theme::{self, Tone};

use super::{marks, paint};

/// A pill with a word, drawn in a tint. Says nothing but its word.
pub fn chip(ui: &mut Ui, text: &str) -> Response {
    let t = theme::of(ui);
    let galley = paint::line(ui.painter(), fonts::META_M, text, t.text_2);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 16.0, 20.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter().rect_filled(rect, CornerRadius::same(10), t.k_pro_bg);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, t.text_2);
    response
}

/// The band of a relationship: pips, word and colour.
pub fn band_chip(ui: &mut Ui, band: Band, name: &str) -> Response {
    /// From pip to pip.
    const STEP: f32 = 6.0;
    let t = theme::of(ui);
    let (color, tint) = t.band(band);
    let galley = paint::line(ui.painter(), fonts::META_M, name, color);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 8.0 + 4.0 * STEP + 9.0, 18.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::same(9), tint);
    for pip in 0..4_u8 {
        let center = pos2(rect.left() + 8.5 + STEP * f32::from(pip), rect.center().y);
        if pip < theme::pips(band) {
            painter.circle_filled(center, 2.25, color);
        } else {
            painter.circle_stroke(center, 1.9, Stroke::new(0.9, color));
        }
    }
    painter.galley(pos2(rect.left() + 8.0 + 4.0 * STEP + 1.0, rect.center().y - galley.size().y / 2.0), galley, color);
    response
}

/// A severity: icon, word and colour.
pub fn tone_label(ui: &mut Ui, tone: Tone, text: &str) -> Response {
    let t = theme::of(ui);
    let color = t.tone(tone).text;
    let galley = paint::line(ui.painter(), fonts::BODY_M, text, color);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 22.0, 20.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    marks::tone(ui.painter(), pos2(rect.left() + 8.0, rect.center().y), 16.0, tone, t);
    ui.painter().galley(pos2(rect.left() + 22.0, rect.center().y - galley.size().y / 2.0), galley, color);
    response
}

/// A key or a combination, as it stands on the keyboard.
pub fn key_cap(ui: &mut Ui, keys: &str) -> Response {
    let t = theme::of(ui);
    let galley = paint::line(ui.painter(), fonts::META_M, keys, t.text_3);
    let size = vec2((galley.size().x + 10.0).max(18.0), 18.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, keys));
    let edge = Stroke::new(theme::EDGE, t.line);
    ui.painter().rect(rect, CornerRadius::same(theme::R1), t.card, edge, StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, t.text_3);
    response
}

/// The pill of open findings: icon and number per tone, zeros left out; with none of them, the word for that.
///
/// `name` is what a screen reader says ("2 errors, 3 warnings").
pub fn count_pill(ui: &mut Ui, counts: &[(Tone, usize)], none: &str, name: &str) -> Response {
    let t = theme::of(ui);
    let mut parts: Vec<(Tone, String)> = counts.iter().filter(|(_, n)| *n > 0).map(|(tone, n)| (*tone, n.to_string())).collect();
    if parts.is_empty() {
        parts.push((Tone::Ok, none.to_owned()));
    }
    let galleys: Vec<_> = parts
        .iter()
        .map(|(tone, text)| {
            let color = t.tone(*tone).text;
            (*tone, color, paint::line(ui.painter(), fonts::BODY_B, text, color))
        })
        .collect();
    let width: f32 = galleys.iter().map(|(_, _, galley)| 19.0 + galley.size().x + 10.0).sum::<f32>() + 10.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 26.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let fill = pill_fill(&response, t.card, t.hover, t.active);
    let painter = ui.painter();
    painter.rect(rect, CornerRadius::same(13), fill, Stroke::new(theme::EDGE, t.line), StrokeKind::Inside);
    let mut x = rect.left() + 10.0;
    for (tone, color, galley) in galleys {
        marks::tone(painter, pos2(x + 7.0, rect.center().y), 15.0, tone, t);
        let width = galley.size().x;
        painter.galley(pos2(x + 19.0, rect.center().y - galley.size().y / 2.0), galley, color);
        x += 19.0 + width + 10.0;
    }
    if response.has_focus() {
        paint::ring(painter, rect, 13, 1.0, t.accent);
    }
    response
}

fn pill_fill(response: &Response, rest: Color32, hover: Color32, active: Color32) -> Color32 {
    if response.is_pointer_button_down_on() {
        active
    } else if response.hovered() {
        hover
    } else {
        rest
    }
}
