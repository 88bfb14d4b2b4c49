//! Draws the list: headings and rows, and what stands there when nothing was found.

use egui::accesskit::Role;
use egui::{Id, Rect, ScrollArea, Ui, WidgetInfo, pos2, vec2};

use super::data::{Group, What};
use super::layout::Item;
use super::{PaletteState, face, row};
use crate::ui::bars;
use crate::ui::fonts;
use crate::ui::kit::paint;
use crate::ui::theme::space;
use crate::ui::view::Cx;
use crate::words::palette as say;

/// Height of what stands there when nothing was found, in points.
const NOTHING: f32 = 84.0;

/// What came of drawing the list.
#[derive(Default)]
pub(super) struct Shown {
    /// The row that was pressed.
    pub(super) wanted: Option<What>,
    /// The chosen row's widget, where it was in sight.
    pub(super) drawn: Option<Id>,
}

/// Draws the list; it has at most `room`, in points.
pub(super) fn show(cx: &Cx<'_>, state: &mut PaletteState, ui: &mut Ui, room: f32) -> Shown {
    if state.listed.results.sections.is_empty() {
        nothing(cx, state, ui);
        return Shown::default();
    }
    let height = state.listed.layout.height();
    let room = height.min(room);
    state.page = ((room / row::HEIGHT) as usize).saturating_sub(1).max(1);
    let active = state.active().cloned();
    let follows = std::mem::take(&mut state.follows);
    let state = &*state;
    ScrollArea::vertical()
        .id_salt("palette list")
        .max_height(room)
        .min_scrolled_height(room)
        .auto_shrink([false, true])
        .animated(false)
        .show_viewport(ui, |ui, view| {
            ui.set_height(height);
            let origin = ui.max_rect().left_top();
            let width = ui.max_rect().width();
            let list = ui.unique_id();
            ui.ctx().accesskit_node_builder(list, |node| {
                node.set_role(Role::ListBox);
                node.set_label(say::results());
                node.set_size_of_set(state.listed.results.total);
            });
            let at = |span: std::ops::Range<f32>| {
                Rect::from_min_size(pos2(origin.x, origin.y + span.start), vec2(width, span.end - span.start))
            };
            if let Some(place) = active.as_ref().filter(|_| follows).and_then(|what| state.listed.layout.place(what)) {
                ui.scroll_to_rect(at(place), None);
            }
            let mut shown = Shown::default();
            for (item, span) in state.listed.layout.within(view.top(), view.bottom()) {
                let what = match item {
                    Item::Head(group) => {
                        head(cx, ui, at(span), *group);
                        continue;
                    }
                    Item::Row(what) => what,
                };
                let Some(face) = face::face(cx, &state.offers, &state.fixes, what) else { continue };
                let is_active = active.as_ref() == Some(what);
                let keys = face.keys.map(|command| bars::keys(ui, command)).unwrap_or_default();
                let id = Id::unique(("palette row", what));
                let response = row::show(cx, ui, (at(span), id), &face, &state.listed.query, &keys, is_active);
                if is_active {
                    shown.drawn = Some(id);
                }
                if response.clicked() {
                    shown.wanted = Some(what.clone());
                }
            }
            shown
        })
        .inner
}

fn head(cx: &Cx<'_>, ui: &mut Ui, rect: Rect, group: Group) {
    let response = ui.interact(rect, Id::unique(("palette group", group)), egui::Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, group.name()));
    let y = rect.bottom() - 11.0;
    paint::text_at(ui.painter(), rect.left() + row::LEFT, y, fonts::META_B, group.name(), cx.tokens.text_3);
}

fn nothing(cx: &Cx<'_>, state: &PaletteState, ui: &mut Ui) {
    let t = cx.tokens;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), NOTHING), egui::Sense::hover());
    let hint = if state.offers.in_plan { say::nothing_hint() } else { say::nothing_hint_start() };
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{}. {hint}", say::nothing())));
    let painter = ui.painter();
    for (text, face, color, y) in [(say::nothing(), fonts::UI_M, t.text, -10.0), (hint, fonts::BODY, t.text_2, 12.0)] {
        let galley = paint::line_within(painter, face, text, color, rect.width() - 2.0 * space::DIALOG);
        painter.galley(pos2(rect.center().x - galley.size().x / 2.0, rect.center().y + y - galley.size().y / 2.0), galley, color);
    }
}
