//! The bar for several rows: what is done to all of them at once, each time as one step. It has room of its own below the rows, so
//! that it covers none of them.

use egui::{
    Align2, Area, Color32, Frame as Surround, Id, Margin, Order, Popup, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::block::edits;
use super::choices::{choices, menu_name};
use super::column::Column;
use super::data::Row;
use super::edit::menu;
use super::state::TableState;
use crate::edit::Step;
use crate::ui::bars::{command_button, delete_button, with_keys};
use crate::ui::command::Command;
use crate::ui::fonts;
use crate::ui::icons::{self, Icon};
use crate::ui::kit::{self, Button, key_cap, paint};
use crate::ui::theme::{self, EDGE, Lift, R4, space};
use crate::ui::view::{Action, Actions, Cx};
use crate::words::{self, names, steps, table_view as say, window};

/// From the lower edge of the table.
const ABOVE: f32 = 20.0;
/// Height of the bar, in points.
const HEIGHT: f32 = 46.0;
/// What a second line adds to it, in points.
const SECOND: f32 = 36.0;
/// Narrower than this, the menus are icons, in points.
const ROOMY: f32 = 900.0;
/// Below this width of the table, in points, nothing stands between its groups, and below that they stand in two lines.
const TIGHT: f32 = 560.0;
const TWO_LINES: f32 = 480.0;

/// What can be set for all of them.
const FIELDS: &[(Column, Icon)] = &[
    (Column::Status, icons::CIRCLE_DASHED),
    (Column::Owner, icons::USER),
    (Column::Kind, icons::SHAPES),
    (Column::SharedValue, icons::HANDSHAKE),
];

/// How high the room is that it takes below the rows, in points.
pub(super) fn room(cx: &Cx<'_>, table: f32) -> f32 {
    if cx.selection.moments.len() < 2 {
        return 0.0;
    }
    HEIGHT + ABOVE + 8.0 + if table < TWO_LINES { SECOND } else { 0.0 }
}

/// How wide all of it is with its words, in points.
fn with_words(ui: &Ui) -> f32 {
    let line = |face, text: &str| paint::line(ui.painter(), face, text, Color32::PLACEHOLDER).size().x;
    let fields = FIELDS.iter().map(|(column, _)| line(fonts::BODY_M, menu_name(*column)) + 54.0 + space::L).sum::<f32>();
    let rest = line(fonts::BODY_M, say::shift_week()) + line(fonts::BODY_M, say::clear()) + 22.0 + 4.0 * space::L;
    // Before them the count, after them the key; five square buttons and four lines between the groups.
    fields + rest + 140.0 + 40.0 + 5.0 * (theme::HIT + space::L) + 4.0 * (9.0 + space::L)
}

/// Draws it below the rows, as long as several of them are selected.
pub(super) fn show(cx: &Cx<'_>, state: &mut TableState, whole: Rect, ui: &Ui, out: &mut Actions) {
    let count = cx.selection.moments.len();
    if count < 2 {
        return;
    }
    let t = cx.tokens;
    let bare = whole.width() < ROOMY || whole.width() < with_words(ui);
    let tight = whole.width() < TIGHT;
    let at = pos2(whole.center().x, whole.bottom() - ABOVE);
    let area = Area::new(Id::unique("table bulk")).order(Order::Middle).pivot(Align2::CENTER_BOTTOM).fixed_pos(at).fade_in(false);
    area.accessible_name(say::bulk()).show(ui.ctx(), |ui| {
        let surround = Surround::NONE
            .fill(t.card)
            .stroke(Stroke::new(EDGE, t.accent_line))
            .corner_radius(R4)
            .shadow(theme::shadow(ui.theme(), Lift::Pop))
            .inner_margin(Margin::symmetric(14, 9));
        surround.show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(if bare { space::S } else { space::L }, space::M);
            let two_lines = whole.width() < TWO_LINES;
            ui.horizontal(|ui| {
                counted(cx, ui, count);
                part(cx, ui, tight);
                if two_lines {
                    weeks(cx, ui, bare, out);
                    clear(ui, out);
                    return;
                }
                fields(cx, state, ui, bare, out);
                part(cx, ui, tight);
                weeks(cx, ui, bare, out);
                part(cx, ui, tight);
                commands(cx, ui, out);
                part(cx, ui, tight);
                clear(ui, out);
                if !bare {
                    key_cap(ui, "Esc");
                }
            });
            if two_lines {
                ui.horizontal(|ui| {
                    fields(cx, state, ui, bare, out);
                    commands(cx, ui, out);
                });
            }
        });
    });
}

/// What can be set, a menu for each.
fn fields(cx: &Cx<'_>, state: &mut TableState, ui: &mut Ui, bare: bool, out: &mut Actions) {
    for (column, icon) in FIELDS {
        field(cx, state, ui, (*column, *icon, bare), out);
    }
}

fn commands(cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions) {
    for (command, icon) in [(Command::Duplicate, icons::DUPLICATE), (Command::Park, icons::TRAY)] {
        if command_button(cx, ui, icon, command).clicked() {
            out.run(command);
        }
    }
    if delete_button(cx, ui).clicked() {
        out.run(Command::Delete);
    }
}

fn clear(ui: &mut Ui, out: &mut Actions) {
    let tip = with_keys(ui, Command::ClearSelection);
    if Button::quiet(say::clear()).named(Command::ClearSelection.name()).tooltip(&tip).show(ui).clicked() {
        out.run(Command::ClearSelection);
    }
}

/// A line between groups of buttons, where there is room for it.
fn part(cx: &Cx<'_>, ui: &mut Ui, tight: bool) {
    if tight {
        return;
    }
    let (rect, _) = ui.allocate_exact_size(vec2(9.0, 22.0), Sense::hover());
    ui.painter().vline(rect.center().x, rect.y_range(), Stroke::new(EDGE, cx.tokens.line));
}

fn counted(cx: &Cx<'_>, ui: &mut Ui, count: usize) {
    let t = cx.tokens;
    let text = words::moments(count);
    let galley = paint::line(ui.painter(), fonts::BODY_B, &text, t.text);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 24.0, theme::HIT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, window::selected_header(&text)));
    let tick = Rect::from_center_size(pos2(rect.left() + 8.0, rect.center().y), vec2(16.0, 16.0));
    ui.painter().rect_filled(tick, 4.0, t.accent);
    ui.painter().hline(tick.center().x - 4.0..=tick.center().x + 4.0, tick.center().y, Stroke::new(2.0, t.on_accent));
    ui.painter().galley(pos2(rect.left() + 24.0, rect.center().y - galley.size().y / 2.0), galley, t.text);
}

/// A button with a menu that sets a field of all of them.
fn field(cx: &Cx<'_>, state: &mut TableState, ui: &mut Ui, (column, icon, bare): (Column, Icon, bool), out: &mut Actions) {
    let name = menu_name(column);
    // An em more, for the caret.
    let word = format!("{name}\u{2003}");
    let button = Button::quiet(if bare { name } else { &word }).icon(icon).named(name).disabled(cx.locked());
    let button = if bare { button.without_word() } else { button }.show(ui);
    if !bare {
        let color = if cx.locked().is_some() { cx.tokens.text_off } else { cx.tokens.text_3 };
        icons::CARET_DOWN.paint(ui.painter(), pos2(button.rect.right() - 14.0, button.rect.center().y), 11.0, color);
    }
    kit::opens_menu(&button);
    let fresh = button.clicked();
    let picked = Popup::menu(&button).width(190.0).accessible_name(name).show(|ui| {
        let offered = choices(cx, &mut state.known, column, None);
        let at = menu(ui, button.rect, &offered, fresh, false)?;
        offered.get(at)?.change.clone()
    });
    if let Some(change) = picked.and_then(|shown| shown.inner) {
        let all = cx.index.in_lanes(cx.campaign, &cx.selection.moments);
        let mut changed: Vec<_> =
            all.flat_map(|(lane, moment)| edits(Row { lane_at: None, lane: Some(lane), moment }, [change.clone()])).collect();
        let ideas = cx.campaign.ideas.iter().filter(|idea| state.chosen.has(idea.id));
        changed.extend(ideas.flat_map(|moment| edits(Row { lane_at: None, lane: None, moment }, [change.clone()])));
        let label = steps::step_edit(names::field_word(column.key()), words::moments(changed.len()));
        out.push(Action::Edit(Step::new(label, changed)));
    }
}

/// Moves all of them by a week.
fn weeks(cx: &Cx<'_>, ui: &mut Ui, bare: bool, out: &mut Actions) {
    if command_button(cx, ui, icons::CARET_LEFT, Command::WeekEarlier).clicked() {
        out.run(Command::WeekEarlier);
    }
    if !bare {
        let galley = paint::line(ui.painter(), fonts::BODY_M, say::shift_week(), cx.tokens.text_2);
        let (rect, _) = ui.allocate_exact_size(vec2(galley.size().x, theme::HIT), Sense::hover());
        ui.painter().galley(pos2(rect.left(), rect.center().y - galley.size().y / 2.0), galley, cx.tokens.text_2);
    }
    if command_button(cx, ui, icons::CARET_RIGHT, Command::WeekLater).clicked() {
        out.run(Command::WeekLater);
    }
}
