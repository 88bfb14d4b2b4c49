//! Headers of sections.

use egui::{Label, Pos2, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::ui::fonts;
use crate::ui::icons::{self, Icon};
use crate::ui::theme;

use super::{icon_button, into_sight, paint};

/// A heading over what stands below it in a dialog.
pub fn heading(ui: &mut Ui, words: &str) {
    let label = ui.add(Label::new(fonts::UI_B.rich(words).color(theme::of(ui).text)).selectable(false));
    label.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
}

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

/// The title of a section that can be folded; pressing it folds or unfolds.
pub fn fold(ui: &mut Ui, title: &str, open: bool) -> Response {
    let t = theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::DisclosureTriangle, true, title));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(open));
    let color = if response.hovered() { t.text } else { t.text_3 };
    let painter = ui.painter();
    let end = paint::text_at(painter, rect.left(), rect.center().y, fonts::META_B, title, color);
    let icon = if open { icons::CARET_DOWN } else { icons::CARET_RIGHT };
    // The caret is there for whoever looks for it, and out of the way of everybody else.
    if !open || response.hovered() || response.has_focus() {
        icon.paint(painter, pos2(end + 10.0, rect.center().y), 9.0, color);
    }
    if response.has_focus() {
        paint::ring(painter, rect.with_max_x(end + 18.0), theme::R1, 1.0, t.accent);
    }
    into_sight(&response);
    response
}
