//! The bar above the table: the order and the groups of the rows, which columns there are, and what brings rows in.

use egui::{Align, Layout, Popup, PopupCloseBehavior, Rect, Response, Ui, UiBuilder, vec2};

use super::column::Column;
use super::layout::{Group, Sort, TableLayout};
use super::state::TableState;
use crate::ui::bars;
use crate::ui::command::{Command, Menu};
use crate::ui::filter::{Facet, FilterState, filter_button, hidden_lanes_button, sort_button};
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::{self, Button, menu_list, menu_row, paint, rows_with_room};
use crate::ui::theme::{self, space};
use crate::ui::view::{Actions, Cx};
use crate::words::{filter as filter_say, side, table_view as say};

/// Height of the bar, in points.
pub(super) const BAR: f32 = 44.0;
/// Narrower than this, buttons are icons, in points.
const ROOMY: f32 = 760.0;
/// From here on there is room for menus of creators and kinds, in points.
const WITH_SORTS: f32 = 1080.0;
/// Height of a line between two parts of a menu, in points.
const PART: f32 = 12.0;

/// Draws it.
pub(super) fn show(
    cx: &Cx<'_>,
    (state, filter): (&mut TableState, &mut FilterState),
    place: Rect,
    ui: &mut Ui,
    out: &mut Actions,
) {
    let t = cx.tokens;
    ui.painter().rect_filled(place, 0.0, t.panel);
    ui.painter().hline(place.x_range(), place.bottom() - 0.5, egui::Stroke::new(theme::EDGE, t.line));
    let bare = place.width() < ROOMY;
    let inner = place.shrink2(vec2(space::XL, 0.0));
    let left = Layout::left_to_right(Align::Center);
    let mut start = ui.new_child(UiBuilder::new().id_salt("table bar").max_rect(inner).layout(left));
    start.spacing_mut().item_spacing.x = space::L;
    filter_button(cx, &mut start, bare, out);
    sort(state, &mut start, bare);
    group(state, &mut start, bare);
    columns(state, &mut start, bare);
    // Where there is no room for them the filter beside them has the same.
    if place.width() >= WITH_SORTS {
        start.add_space(space::S);
        let (line, _) = start.allocate_exact_size(vec2(1.0, 20.0), egui::Sense::hover());
        start.painter().vline(line.center().x, line.y_range(), egui::Stroke::new(theme::EDGE, t.line));
        start.add_space(space::S);
        sort_button(cx, filter, &mut start, (Facet::Whose, filter_say::all_creators()));
        sort_button(cx, filter, &mut start, (Facet::Kind, filter_say::all_kinds()));
    }
    hidden_lanes_button(cx, &mut start, bare, out);
    let from = start.min_rect().right() + space::XL;

    let right = Layout::right_to_left(Align::Center);
    let rest = inner.with_min_x(from.min(inner.right()));
    let mut end = ui.new_child(UiBuilder::new().id_salt("table bar end").max_rect(rest).layout(right));
    end.spacing_mut().item_spacing.x = space::L;
    let add = button(&mut end, say::moment(), icons::PLUS, bare, say::add_moment(), cx.locked());
    add_menu(cx, &add, out);
    let note = say::paste_rows_note(bars::keys(&end, Command::Paste));
    let why = Command::Paste.why_not(cx);
    let paste = Button::secondary(say::paste_rows()).icon(icons::PASTE).disabled(why);
    let paste = if bare { paste.without_word() } else { paste }.tooltip(&note).show(&mut end);
    if paste.clicked() {
        // The cells give the keyboard up, so that what comes are rows and not cells.
        end.ctx().memory_mut(|memory| memory.surrender_focus(super::state::cells_id()));
        state.cell = None;
        out.run(Command::Paste);
    }
    let hint = paint::line(end.painter(), fonts::META, say::keys(), t.text_3);
    let room = end.min_rect().left() - from - space::XL;
    if hint.size().x <= room {
        let at = egui::pos2(end.min_rect().left() - space::XL - hint.size().x, place.center().y - hint.size().y / 2.0);
        end.painter().galley(at, hint, t.text_3);
    }
}

/// A button of the bar: in a narrow one only its icon.
fn button(ui: &mut Ui, word: &str, icon: icons::Icon, bare: bool, name: &str, why: Option<&str>) -> Response {
    let button = Button::secondary(word).icon(icon).named(name).disabled(why);
    let response = if bare { button.without_word().tooltip(name) } else { button }.show(ui);
    kit::opens_menu(&response);
    response
}

/// What adds a moment: the four kinds, and the others behind one row.
pub(super) fn add_menu(cx: &Cx<'_>, button: &Response, out: &mut Actions) {
    kit::opens_menu(button);
    Popup::menu(button).width(230.0).accessible_name(say::add_moment()).show(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        for (icon, command) in Menu::Add.rows() {
            bars::command_row(cx, ui, icon, command, out);
        }
        bars::submenu(ui, icons::MORE, side::more_kinds(), |ui| {
            for (icon, command) in Menu::AddMore.rows() {
                bars::command_row(cx, ui, icon, command, out);
            }
        });
    });
}

fn sort(state: &mut TableState, ui: &mut Ui, bare: bool) {
    let sort = state.layout.sort;
    let word = sort.map_or(say::plan_order(), |sort| sort.by.name());
    let button = button(ui, word, icons::SORT, bare, &say::sorted_by(word), None);
    Popup::menu(&button).width(200.0).accessible_name(say::sort()).show(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        if menu_row(ui, None, say::plan_order(), "", sort.is_none()).clicked() {
            state.layout.sort = None;
        }
        ui.separator();
        let shown: Vec<Column> = state.layout.shown().collect();
        // Beside the columns stand the order of the plan and the two ways up.
        let room = rows_with_room(ui, button.rect, 3.0 * theme::HIT + 2.0 * PART);
        menu_list(ui, shown.len(), room, |ui| {
            for column in shown {
                let chosen = sort.is_some_and(|sort| sort.by == column);
                if menu_row(ui, None, column.name(), "", chosen).clicked() {
                    let down = sort.is_some_and(|sort| sort.down);
                    state.layout.sort = Some(Sort { by: column, down });
                }
            }
        });
        if let Some(sort) = sort {
            ui.separator();
            for (down, word) in [(false, say::ascending()), (true, say::descending())] {
                if menu_row(ui, None, word, "", sort.down == down).clicked() {
                    state.layout.sort = Some(Sort { down, ..sort });
                }
            }
        }
    });
}

fn group(state: &mut TableState, ui: &mut Ui, bare: bool) {
    let now = state.layout.group;
    let word = say::grouped(crate::words::inside(now.name()));
    let button = button(ui, &word, icons::ROWS, bare, &word, None);
    Popup::menu(&button).width(180.0).accessible_name(word).show(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        for group in Group::ALL {
            if menu_row(ui, None, group.name(), "", *group == now).clicked() {
                state.layout.group = *group;
                state.wants_keyboard |= state.cell.is_some();
            }
        }
    });
}

fn columns(state: &mut TableState, ui: &mut Ui, bare: bool) {
    let word = say::columns_of(state.layout.shown().count(), Column::ALL.len());
    let button = button(ui, &word, icons::COLUMNS, bare, &word, None);
    let menu = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(200.0);
    menu.accessible_name(&word).show(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        let room = rows_with_room(ui, button.rect, 2.0 * theme::HIT + PART);
        menu_list(ui, Column::ALL.len(), room, |ui| {
            for column in state.layout.order.clone() {
                let shown = !state.layout.hidden.contains(&column);
                let row = |ui: &mut Ui| menu_row(ui, None, column.name(), "", shown);
                if ui.add_enabled_ui(column != Column::Title, row).inner.clicked() {
                    state.layout.toggle(column);
                }
            }
        });
        ui.separator();
        if menu_row(ui, None, say::with_ideas(), "", state.layout.ideas).clicked() {
            state.layout.ideas = !state.layout.ideas;
        }
        if menu_row(ui, None, say::as_at_first(), "", false).clicked() {
            let TableLayout { sort, group, ideas, .. } = state.layout;
            state.layout = TableLayout { sort, group, ideas, ..TableLayout::default() };
            ui.close();
        }
    });
}
