//! The notes of a day: a sign at the end of the line of its number, which opens under the pointer. A press selects the lane of the
//! first one. They are written and moved on the board.

use egui::{CornerRadius, Painter, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::data::Item;
use super::frame::Frame;
use super::layout::NUMBER;
use crate::model::Day;
use crate::model::shown::short_lines;
use crate::ui::theme::{EDGE, R1};
use crate::ui::view::{Action, Actions, Selection};
use crate::ui::written;
use crate::ui::{fonts, icons};
use crate::words::{board, notes as say};

/// Side of the sign, in points.
const SIGN: f32 = 16.0;
/// Most notes that are read there, and most characters of each.
const MOST: (usize, usize) = (6, 300);

/// Draws the sign of a day that has notes. It takes the pointer from the day and the phase on which it lies, or they would say
/// what they are instead.
pub(super) fn show(frame: &Frame<'_>, painter: &Painter, day: Day, cell: Rect, ui: &Ui, out: &mut Actions) {
    let Some(row) = frame.sheet.day(day).filter(|row| !row.notes.is_empty()) else { return };
    let center = pos2(cell.right() - 14.0, cell.top() + NUMBER / 2.0);
    let rect = Rect::from_center_size(center, vec2(SIGN, SIGN));
    let response = ui.interact(rect, ui.scope_id().with(("notes", day.number())), Sense::CLICK);
    let of_day = written::short(day);
    response.widget_info(|| {
        let all = row.notes.iter().take(MOST.0).filter_map(|item| told(frame, *item));
        let all: Vec<String> = all.map(|(name, text)| say::spoken(name, &of_day, text)).collect();
        WidgetInfo::labeled(Role::Button, true, all.join("\n"))
    });
    if response.clicked()
        && let Some(lane) = row.notes.first().and_then(|item| frame.cx.campaign.lanes.get(item.lane))
    {
        out.push(Action::Select(Selection::lane(lane.id)));
    }
    let round = CornerRadius { se: 0, ..CornerRadius::same(R1) };
    painter.rect(rect, round, frame.t.card, Stroke::new(EDGE, frame.t.line_strong), StrokeKind::Inside);
    icons::NOTE.paint(painter, center, 11.0, frame.t.text_2);
    response.on_hover_ui(|ui| {
        for (name, text) in row.notes.iter().take(MOST.0).filter_map(|item| told(frame, *item)) {
            ui.label(fonts::META.rich(name).color(frame.t.text_2));
            ui.label(fonts::BODY.rich(text));
        }
        if row.notes.len() > MOST.0 {
            ui.label(fonts::META.rich(board::and_more(row.notes.len() - MOST.0)).color(frame.t.text_3));
        }
    });
}

/// Whose lane a note is on, and what it says.
fn told<'a>(frame: &Frame<'a>, item: Item) -> Option<(&'a str, String)> {
    let lane = frame.cx.campaign.lanes.get(item.lane)?;
    let note = lane.notes.get(item.at)?;
    Some((frame.cx.campaign.lane_name(lane), short_lines(&note.text, MOST.1).into_owned()))
}
