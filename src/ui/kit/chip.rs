//! The pill that counts findings.

use egui::{Color32, CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::ui::fonts;
use crate::ui::theme::{self, Tone};

use super::{marks, paint};

/// The pill of findings: icon and number per tone, zeros left out; with nothing open, the word for that comes first.
///
/// `name` is what a screen reader says ("2 errors, 3 warnings").
pub fn count_pill(ui: &mut Ui, counts: &[(Tone, usize)], none: &str, name: &str) -> Response {
    let t = theme::of(ui);
    let mut parts: Vec<(Tone, String)> = counts.iter().filter(|(_, n)| *n > 0).map(|(tone, n)| (*tone, n.to_string())).collect();
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
