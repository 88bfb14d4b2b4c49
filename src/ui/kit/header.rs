//! Headers of sections: plain, and with a caret that folds what is below.

use egui::{Id, Pos2, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::ui::fonts;
use crate::ui::icons::{self, Icon};
use crate::ui::theme;

use super::{icon_button, paint};

/// The title of a section, a quieter note after it, and at its right end a button; returns the button's response.
pub fn section(ui: &mut Ui, title: &str, note: &str, action: Option<(Icon, &str)>) -> Option<Response> {
    ui.horizontal(|ui| {
        let height = if action.is_some() { theme::HIT } else { 18.0 };
        let reserved = if action.is_some() { theme::HIT + theme::space::L } else { 0.0 };
        let width = (ui.available_width() - reserved).max(0.0);
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
        titled(ui, pos2(rect.left(), rect.center().y), title, note);
        action.map(|(icon, name)| icon_button(ui, icon, name, false, None))
    })
    .inner
}

/// A title, and a note after it where there is one.
fn titled(ui: &Ui, left: Pos2, title: &str, note: &str) {
    let t = theme::of(ui);
    let x = paint::text_at(ui.painter(), left.x, left.y, fonts::META_B, title, t.text_3);
    if !note.is_empty() {
        let note = format!("· {note}");
        paint::text_at(ui.painter(), x + theme::space::S, left.y, fonts::META, &note, t.text_3);
    }
}

/// A header that folds: draws `body` while open. What is open is remembered under `id`, open at first.
pub fn collapsible<R>(ui: &mut Ui, id: Id, title: &str, note: &str, body: impl FnOnce(&mut Ui) -> R) -> Option<R> {
    let t = theme::of(ui);
    let mut state = egui::collapsing_header::CollapsingState::load_with_default_open(ui.ctx(), id, true);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 24.0));
    let response = ui.interact(rect, id.with("header"), Sense::click());
    if response.clicked() {
        state.toggle(ui);
    }
    let open = state.is_open();
    response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, open, title));
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, theme::R2, t.hover);
    }
    let caret = if open { icons::CARET_DOWN } else { icons::CARET_RIGHT };
    caret.paint(painter, pos2(rect.left() + 7.0, rect.center().y), 11.0, t.text_3);
    titled(ui, pos2(rect.left() + 18.0, rect.center().y), title, note);
    if response.has_focus() {
        paint::ring(painter, rect, theme::R2, -2.0, t.accent);
    }
    state.show_body_unindented(ui, body).map(|shown| shown.inner)
}
