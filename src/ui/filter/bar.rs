//! The bar under the top of the window: a field, what can be chosen, how much is shown, and below it a chip for each choice.

use egui::{Align, Key, Layout, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::model::Facet;
use super::{FilterState, chips, field, menus, presets};
use crate::ui::command::Command;
use crate::ui::kit::{self, Button, TextField, paint};
use crate::ui::theme::{self, space};
use crate::ui::view::{Actions, Cx};
use crate::ui::{fonts, icons};
use crate::words::{self, counts, filter as say};

/// Height of the line with the field, in points.
const LINE: f32 = 40.0;
/// Widths of the field: what it has where there is room, and the least.
const FIELD: f32 = 230.0;
const LEAST_FIELD: f32 = 130.0;
/// A bar that is narrower has no room for words beside the numbers, in points.
const TIGHT: f32 = 520.0;

/// How high the bar is in a window of that width; `None` where it is not on screen.
#[must_use]
pub fn height(cx: &Cx<'_>, state: &FilterState, ui: &Ui, width: f32) -> Option<f32> {
    state.is_shown().then(|| LINE + chips::height(cx, state, ui, width))
}

/// Draws the bar in the space that `ui` has.
pub fn filter_bar_ui(cx: &Cx<'_>, state: &mut FilterState, ui: &mut Ui, out: &mut Actions) {
    let t = cx.tokens;
    let whole = ui.max_rect();
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(Role::Search);
        node.set_label(say::bar());
    });
    ui.painter().hline(whole.x_range(), whole.bottom() - 0.5, Stroke::new(theme::EDGE, t.line));
    let line = Rect::from_min_size(whole.min, vec2(whole.width(), LINE)).shrink2(vec2(space::XL, 0.0));
    let narrow = whole.width() < theme::NARROW;

    // The right is measured in one frame and drawn in its place in the next, so that Tab goes through the bar as it is read.
    let width_id = ui.scope_id().with("filter right width");
    let right_width = ui.data(|data| data.get_temp::<f32>(width_id)).unwrap_or(240.0);
    let start = (line.right() - right_width).max(line.left());
    let layout = Layout::left_to_right(Align::Center);
    let left = Rect::from_min_max(line.min, pos2(start - space::L, line.bottom()));
    let mut left = ui.new_child(UiBuilder::new().id_salt("filter left").max_rect(left).layout(layout));
    left.spacing_mut().item_spacing.x = space::M;
    let facets = menus::width(&left, state);
    let room = left.available_width();
    let beside = room >= LEAST_FIELD + space::M + facets;
    let menus = if beside { facets } else { menus::one_width(&left, state) };
    search(cx, state, &mut left, (room - menus - space::M).clamp(60.0, FIELD));
    if beside {
        for facet in Facet::ALL {
            menus::facet(cx, state, &mut left, facet);
        }
        menus::days(cx, state, &mut left);
    } else {
        menus::all(cx, state, &mut left);
    }

    let right = Rect::from_min_max(pos2(start, line.top()), line.max);
    let mut right = ui.new_child(UiBuilder::new().id_salt("filter right").max_rect(right).layout(layout));
    right.spacing_mut().item_spacing.x = space::S;
    // It comes first, so that nothing that is always there moves when it comes. A narrow window has no room for both, and closing
    // the bar clears it, too.
    if !state.filter.is_empty() && !narrow && Button::quiet(say::clear_all()).show(&mut right).clicked() {
        state.filter.clear();
        state.open();
    }
    let hidden = cx.sieve.found_in_hidden();
    if hidden > 0 && Button::quiet(&say::in_hidden_lanes(hidden)).show(&mut right).clicked() {
        out.run(Command::ShowHiddenLanes);
    }
    shown(cx, state, &mut right, whole.width() < TIGHT);
    presets::menu(cx, state, &mut right, narrow);
    if kit::icon_button(&mut right, icons::CLOSE, say::close(), false, None).clicked() {
        state.close();
    }
    let now = right.min_rect().width();
    if (now - right_width).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(width_id, now));
        ui.ctx().request_discard("the right of the bar has another width");
    }

    let below = Rect::from_min_max(pos2(line.left(), line.bottom()), pos2(line.right(), whole.bottom()));
    let mut below = ui.new_child(UiBuilder::new().id_salt("filter chips").max_rect(below));
    chips::chips(cx, state, &mut below);
    let focused = ui.memory(egui::Memory::focused).and_then(|id| ui.ctx().read_response(id));
    let is_of_it = |it: &egui::Response| it.layer_id == ui.layer_id() && whole.contains(it.rect.center());
    state.held = focused.filter(is_of_it).map(|it| it.id);
}

/// The field. Escape first takes the words out of it, then leaves it.
fn search(cx: &Cx<'_>, state: &mut FilterState, ui: &mut Ui, width: f32) {
    let has_words = !state.filter.text.is_empty();
    let written = TextField::new(field(), say::search()).hint(say::search_hint()).icon(icons::SEARCH).room(has_words);
    let response = written.width(width).show(ui, &mut state.filter.text);
    if std::mem::take(&mut state.wanted) {
        response.request_focus();
        kit::select_all(ui.ctx(), field(), &state.filter.text);
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
        if has_words {
            state.filter.text.clear();
            response.request_focus();
        } else if state.filter.is_empty() {
            state.open = false;
        }
    }
    if has_words {
        let side = response.rect.height();
        let at = Rect::from_min_max(pos2(response.rect.right() - side, response.rect.top()), response.rect.max);
        let cross = ui.interact(at, field().with("clear"), Sense::click());
        cross.widget_info(|| WidgetInfo::labeled(Role::Button, true, say::clear_words()));
        let color = if cross.hovered() { cx.tokens.text } else { cx.tokens.text_3 };
        icons::CLOSE.paint(ui.painter(), at.center(), 11.0, color);
        if cross.has_focus() {
            paint::ring(ui.painter(), at.shrink(4.0), theme::R1, 0.0, cx.tokens.accent);
        }
        if cross.clicked() {
            state.filter.text.clear();
            response.request_focus();
        }
    }
}

/// "12 of 48 shown", always; ideas are named where some of them are hidden, notes where something is looked for. Where it is tight
/// only the numbers of moments stand there.
fn shown(cx: &Cx<'_>, state: &FilterState, ui: &mut Ui, tight: bool) {
    let (text, spoken) = told(cx);
    let all = cx.campaign.moment_count();
    let text = if tight { say::shown_of(cx.sieve.moments().unwrap_or(all), all) } else { text };
    let color = if state.filter.is_empty() { cx.tokens.text_3 } else { cx.tokens.text };
    let galley = paint::line(ui.painter(), fonts::BODY_M, &text, color);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(2.0 * space::S, 0.0), Sense::hover());
    ui.painter().galley(rect.min + vec2(space::S, 0.0), galley, color);
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &spoken));
    // What a letter more leaves is said without anybody going there.
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
}

/// How much is shown, as it stands there and as it is read aloud.
fn told(cx: &Cx<'_>) -> (String, String) {
    let (all, all_ideas) = (cx.campaign.moment_count(), cx.campaign.ideas.len());
    let shown = cx.sieve.moments().unwrap_or(all);
    let ideas = cx.sieve.ideas().unwrap_or(all_ideas);
    let mut text = say::shown(shown, all);
    if ideas != all_ideas {
        text = words::dotted(text, say::shown_ideas(ideas, all_ideas));
    }
    let notes = notes(cx);
    if let Some(notes) = &notes {
        text = words::dotted(text, notes);
    }
    let spoken = match notes {
        None if ideas == all_ideas => say::shown_spoken(shown, all),
        None => say::shown_spoken_ideas(shown, all, ideas, all_ideas),
        Some(notes) if ideas == all_ideas => say::shown_spoken_notes(shown, all, notes),
        Some(notes) => say::shown_spoken_ideas_notes(shown, all, ideas, all_ideas, notes),
    };
    (text, spoken)
}

/// "1 of 2 notes", while something is searched for or filtered in a plan that has notes.
#[must_use]
pub fn notes(cx: &Cx<'_>) -> Option<String> {
    let shown = cx.sieve.notes()?;
    let all = cx.campaign.note_count();
    (all > 0).then(|| say::shown_notes(shown, counts::notes(all)))
}
