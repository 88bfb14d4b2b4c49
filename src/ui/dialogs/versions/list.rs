//! The list of versions: one row each, and up and down lead through it.

use egui::{Color32, CornerRadius, EventFilter, Id, Key, Painter, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::ui::fonts;
use crate::ui::kit::{marks, paint};
use crate::ui::theme::{self, Tone, space};
use crate::ui::view::Cx;
use crate::words::{self, versions as say};

use super::super::default_focus;
use super::{VersionRow, VersionState};

/// Height of a row, in points.
const ROW: f32 = 48.0;
/// What a row says of its version has at least this much room beside its figures, in points.
const LEAST: f32 = 70.0;

/// The row that is chosen has a name of its own, wherever it stands: the keyboard stays on it while it moves through the list. Were
/// it to go from row to row, a second key that comes at once would find it where arrows lead to the buttons.
fn id_of(at: usize, chosen: usize) -> Id {
    if at == chosen { Id::unique("chosen version") } else { Id::unique(("version", at)) }
}

/// Draws the rows; which one was chosen, if one was.
pub(super) fn show(cx: &Cx<'_>, ui: &mut Ui, rows: &[VersionRow], chosen: usize, height: f32) -> Option<usize> {
    let page = (height / (ROW + 1.0)).floor().max(1.0) as usize;
    let stepped = keys(ui, rows.len(), chosen, page);
    let mut pressed = stepped;
    let area = ScrollArea::vertical().id_salt("versions").max_height(height).min_scrolled_height(height);
    let list = area.auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        for (at, row) in rows.iter().enumerate() {
            let response = self::row(cx, ui, row, id_of(at, chosen), at == chosen);
            if stepped == Some(at) {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                ui.memory_mut(|memory| memory.request_focus(id_of(chosen, chosen)));
                pressed = Some(at);
            }
        }
        if default_focus(ui, id_of(chosen, chosen)) {
            // Only in the next frame the arrows can be kept in the list, and without one that would be the frame of the first key.
            ui.ctx().request_repaint();
        }
    });
    ui.ctx().accesskit_node_builder(list.id, |node| {
        node.set_role(egui::accesskit::Role::List);
        node.set_label(say::list());
    });
    pressed
}

/// Up and down choose, so do the keys for a page and for both ends; to the buttons it is Tab that goes.
fn keys(ui: &Ui, count: usize, chosen: usize, page: usize) -> Option<usize> {
    let id = id_of(chosen, chosen);
    if ui.memory(egui::Memory::focused) != Some(id) {
        return None;
    }
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let presses = |key| ui.input(|input| input.num_presses(key));
    let last = count.saturating_sub(1);
    let up = presses(Key::ArrowUp) + page * presses(Key::PageUp);
    let down = presses(Key::ArrowDown) + page * presses(Key::PageDown);
    let to = match (up, down, presses(Key::Home), presses(Key::End)) {
        (_, _, 1.., _) => 0,
        (_, _, _, 1..) => last,
        (0, 0, 0, 0) => return None,
        (up, down, ..) => (chosen + down).saturating_sub(up).min(last),
    };
    (to != chosen).then_some(to)
}

fn row(cx: &Cx<'_>, ui: &mut Ui, row: &VersionRow, id: Id, on: bool) -> Response {
    let t = cx.tokens;
    let (_, rect) = ui.allocate_space(vec2((ui.available_width() - space::L).max(40.0), ROW));
    // The list is one stop of Tab: the row that is chosen.
    let response = ui.interact(rect, id, if on { Sense::click() } else { Sense::CLICK });
    let state = match row.state {
        VersionState::Sound => row.what.clone(),
        VersionState::Newer => say::newer_row().to_owned(),
        VersionState::Damaged => say::damaged_row().to_owned(),
        VersionState::InPart => say::in_part_row().to_owned(),
        VersionState::Unreadable => say::unreadable_row().to_owned(),
    };
    let second = if row.name.is_some() { words::dotted(&row.when, &state) } else { state };
    let [errors, warnings, hints, accepted] = row.findings.unwrap_or_default();
    let found = words::findings(errors, warnings, hints, accepted);
    let figures = if found.is_empty() { row.figures.clone() } else { words::list(&[&row.figures, &found]) };
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, say::row(row.title(), &second, &figures)));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let painter = ui.painter();
    let fill = match (on, response.hovered()) {
        (true, _) => t.accent_bg,
        (false, true) => t.hover,
        (false, false) => Color32::TRANSPARENT,
    };
    painter.rect_filled(rect, CornerRadius::same(theme::R2), fill);
    if response.has_focus() {
        paint::ring(painter, rect, theme::R2, -2.0, t.accent);
    }
    let (left, right) = (rect.left() + space::XL, rect.right() - space::XL);
    let end = counts(cx, painter, row, right, rect.top() + 14.0);
    let face = if row.name.is_some() { fonts::UI_B } else { fonts::UI_M };
    let title = paint::line_within(painter, face, row.title(), t.text, (end - left - space::L).max(20.0));
    painter.galley(pos2(left, rect.top() + 6.0), title, t.text);
    let small = paint::line(painter, fonts::META, &row.figures, t.text_3);
    // What kind of version it is comes before how much is in it.
    let mut from = right - small.size().x;
    if from - left > LEAST {
        painter.galley(pos2(from, rect.top() + 28.0), small, t.text_3);
    } else {
        from = right;
    }
    let line = paint::line_within(painter, fonts::META, &second, t.text_2, (from - left - space::L).max(20.0));
    painter.galley(pos2(left, rect.top() + 28.0), line, t.text_2);
    match &row.place {
        Some(place) => response.on_hover_text(place),
        None => response,
    }
}

/// The findings it had, right-aligned at `end`; returns where they begin.
fn counts(cx: &Cx<'_>, painter: &Painter, row: &VersionRow, end: f32, y: f32) -> f32 {
    let Some([errors, warnings, ..]) = row.findings else {
        if row.state != VersionState::Sound {
            marks::tone(painter, pos2(end - 7.0, y), 14.0, Tone::Warning, cx.tokens);
            return end - 16.0;
        }
        return end;
    };
    if (errors, warnings) == (0, 0) {
        marks::tone(painter, pos2(end - 7.0, y), 14.0, Tone::Ok, cx.tokens);
        return end - 16.0;
    }
    let mut end = end;
    for (tone, count) in [(Tone::Warning, warnings), (Tone::Error, errors)] {
        if count > 0 {
            let number = paint::line(painter, fonts::BODY, &count.to_string(), cx.tokens.text_2);
            end -= number.size().x;
            painter.galley(pos2(end, y - number.size().y / 2.0), number, cx.tokens.text_2);
            marks::tone(painter, pos2(end - 11.0, y), 14.0, tone, cx.tokens);
            end -= 26.0;
        }
    }
    end + 8.0
}
