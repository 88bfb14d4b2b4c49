//! Pills: the one that counts findings, and words that can be taken out of a list.

use egui::{Color32, CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::ui::fonts;
use crate::ui::icons::{self, Icon};
use crate::ui::theme::{self, Tone};
use crate::words::counts;

use super::{OneStop, into_sight, marks, paint};

/// The pill of findings: icon and number per tone, zeros left out; with nothing open, the word for that comes first.
///
/// `name` is what a screen reader says ("2 errors, 3 warnings").
pub fn count_pill(ui: &mut Ui, counts: &[(Tone, usize)], none: &str, name: &str) -> Response {
    let t = theme::of(ui);
    let mut parts: Vec<(Tone, String)> =
        counts.iter().filter(|(_, n)| *n > 0).map(|(tone, n)| (*tone, counts::grouped(n))).collect();
    if parts.iter().all(|(tone, _)| !tone.is_open()) {
        parts.insert(0, (Tone::Ok, none.to_owned()));
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
    into_sight(&response);
    response
}

/// A word of a list, as a pill with a cross that takes it out; `remove` is what the cross is called.
///
/// A chip that has a menu is drawn with [`word_chip`].
pub fn chip(ui: &mut Ui, icon: Option<Icon>, word: &str, remove: &str) -> bool {
    let t = theme::of(ui);
    let left = if icon.is_some() { 26.0 } else { 10.0 };
    let width = ui.available_width().max(60.0);
    let galley = paint::line_within(ui.painter(), fonts::META_M, word, t.text_2, width - left - 24.0);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + left + 24.0, 22.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, remove));
    let painter = ui.painter();
    let fill = pill_fill(&response, t.k_pro_bg, t.active, t.active);
    painter.rect_filled(rect, CornerRadius::same(11), fill);
    if let Some(icon) = icon {
        icon.paint(painter, pos2(rect.left() + 15.0, rect.center().y), 13.0, t.text_2);
    }
    painter.galley(pos2(rect.left() + left, rect.center().y - galley.size().y / 2.0), galley, t.text_2);
    icons::CLOSE.paint(painter, pos2(rect.right() - 13.0, rect.center().y), 10.0, t.text_3);
    if response.has_focus() {
        paint::ring(painter, rect, 11, 1.0, t.accent);
    }
    into_sight(&response);
    response.on_hover_text(remove).clicked()
}

/// A word that opens a menu or is pressed: a pill with a caret, `width` points wide at most.
pub fn word_chip(ui: &mut Ui, word: &str, name: &str, width: f32, on: bool) -> Response {
    let t = theme::of(ui);
    let galley = paint::line_within(ui.painter(), fonts::BODY_M, word, t.text, width - 34.0);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 34.0, theme::FIELD), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let (fill, text) = if on { (t.accent_bg, t.accent) } else { (t.k_pro_bg, t.text) };
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::same(13), pill_fill(&response, fill, t.active, t.active));
    painter.galley_with_override_text_color(pos2(rect.left() + 11.0, rect.center().y - galley.size().y / 2.0), galley, text);
    icons::CARET_DOWN.paint(painter, pos2(rect.right() - 13.0, rect.center().y), 10.0, text);
    if response.has_focus() {
        paint::ring(painter, rect, 13, 1.0, t.accent);
    }
    into_sight(&response);
    response
}

/// One of a few words of which one is chosen, `at` its place among them: a pill that shows a check while it is.
pub fn choice_chip(ui: &mut Ui, (stop, at): (OneStop, usize), word: &str, on: bool) -> Response {
    let t = theme::of(ui);
    let color = if on { t.accent } else { t.text };
    let left = if on { 28.0 } else { 11.0 };
    let room = (ui.max_rect().width() - left - 11.0).max(40.0);
    let galley = paint::line_within(ui.painter(), fonts::BODY_M, word, color, room);
    let (_, rect) = ui.allocate_space(vec2(galley.size().x + left + 11.0, theme::FIELD));
    let response = ui.interact(rect, stop.id(at), stop.sense(at));
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, word));
    let fill = if on { t.accent_bg } else { pill_fill(&response, t.card, t.hover, t.active) };
    let edge = Stroke::new(theme::EDGE, if on { t.accent_line } else { t.line });
    let painter = ui.painter();
    painter.rect(rect, CornerRadius::same(13), fill, edge, StrokeKind::Inside);
    if on {
        icons::CHECK.paint(painter, pos2(rect.left() + 17.0, rect.center().y), 12.0, t.accent);
    }
    painter.galley(pos2(rect.left() + left, rect.center().y - galley.size().y / 2.0), galley, color);
    if response.has_focus() {
        paint::ring(painter, rect, 13, 1.0, t.accent);
    }
    into_sight(&response);
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
