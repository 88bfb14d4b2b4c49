//! A month from which a day is picked.

use egui::{Color32, CornerRadius, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::model::Day;
use crate::ui::theme::{self, space};
use crate::ui::written;
use crate::ui::{fonts, icons};
use crate::words::{inspect as say, names};

use super::{icon_button, paint, was_just_opened};

/// Width of a day, in points.
const CELL: f32 = 28.0;

/// A month of days with the way to the months beside it; returns the day that was pressed.
///
/// `month` is the year and month that is shown, and follows the two buttons. Weeks begin as whoever sits here has it.
pub fn month_grid(ui: &mut Ui, month: &mut (i16, i8), chosen: Option<Day>, today: Day) -> Option<Day> {
    let t = theme::of(ui);
    let first = Day::new(month.0, month.1, 1)?;
    ui.spacing_mut().item_spacing = vec2(0.0, 1.0);
    ui.set_width(7.0 * CELL);
    ui.horizontal(|ui| {
        if icon_button(ui, icons::CARET_LEFT, say::month_before(), false, None).clicked() {
            *month = shifted(*month, -1);
        }
        let title = say::month_of(names::month(month.1.unsigned_abs()), month.0);
        let (rect, response) = ui.allocate_exact_size(vec2(5.0 * CELL, theme::HIT), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &title));
        let galley = paint::line(ui.painter(), fonts::BODY_B, &title, t.text);
        ui.painter().galley(rect.center() - galley.size() / 2.0, galley, t.text);
        if icon_button(ui, icons::CARET_RIGHT, say::month_after(), false, None).clicked() {
            *month = shifted(*month, 1);
        }
    });
    let (row, _) = ui.allocate_exact_size(vec2(7.0 * CELL, 16.0), Sense::hover());
    for day in 0..7_u8 {
        let name = names::weekday((written::week_begins() + day) % 7);
        let galley = paint::line(ui.painter(), fonts::META, name, t.text_3);
        let middle = row.left() + CELL * (f32::from(day) + 0.5);
        ui.painter().galley(egui::pos2(middle - galley.size().x / 2.0, row.top()), galley, t.text_3);
    }
    let mut picked = None;
    // Where a key opened it, the keyboard begins at the day that is chosen, at today, or where the month does.
    let is_shown = |day: &Day| (day.date().year(), day.date().month()) == *month;
    let begin = chosen.filter(is_shown).or_else(|| Some(today).filter(is_shown)).unwrap_or(first);
    let week = first.plus(-i32::from((first.weekday() + 7 - written::week_begins()) % 7));
    for row in 0..6 {
        let start = week.plus(row * 7);
        if row > 0 && start.date().month() != month.1 {
            break;
        }
        ui.horizontal(|ui| {
            for day in (0..7).map(|day| start.plus(day)) {
                let takes_keyboard = day == begin && was_just_opened(ui);
                if day_button(ui, day, (day.date().month() == month.1, chosen == Some(day), today == day), takes_keyboard) {
                    picked = Some(day);
                }
            }
        });
    }
    ui.add_space(space::S);
    picked
}

fn day_button(ui: &mut Ui, day: Day, (of_month, chosen, today): (bool, bool, bool), takes_keyboard: bool) -> bool {
    let t = theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(CELL, CELL - 3.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, day.long()));
    if takes_keyboard {
        response.request_focus();
    }
    let color = match (chosen, today, of_month) {
        (true, ..) => t.on_accent,
        (false, true, _) => t.accent,
        (false, false, true) => t.text,
        (false, false, false) => t.text_3,
    };
    let fill = match (chosen, response.hovered()) {
        (true, _) => t.accent,
        (false, true) => t.hover,
        (false, false) if day.weekday() > 4 => t.canvas,
        (false, false) => Color32::TRANSPARENT,
    };
    let edge = Stroke::new(theme::EDGE, if today { t.accent } else { Color32::TRANSPARENT });
    let painter = ui.painter();
    painter.rect(rect.shrink(1.0), CornerRadius::same(theme::R2), fill, edge, StrokeKind::Inside);
    let face = if today { fonts::BODY_B } else { fonts::BODY };
    let galley = paint::line(painter, face, &day.date().day().to_string(), color);
    painter.galley(rect.center() - galley.size() / 2.0, galley, color);
    if response.has_focus() {
        paint::ring(painter, rect.shrink(2.0), theme::R2, 1.0, if chosen { t.text } else { t.accent });
    }
    response.clicked()
}

/// The month that many months later.
fn shifted((year, month): (i16, i8), by: i8) -> (i16, i8) {
    match month + by {
        0 => (year.saturating_sub(1), 12),
        13 => (year.saturating_add(1), 1),
        month => (year, month),
    }
}
