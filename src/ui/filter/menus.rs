//! The menus of the bar: one for each sort of choice, or one for all of them where there is no room for so many.

use egui::{
    Color32, Id, Popup, PopupCloseBehavior, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use super::model::{Facet, Pick};
use super::options::{Choice, choices};
use super::{FilterState, days as of_days, names};
use crate::model::fold::fold;
use crate::ui::kit::{self, TextField, paint};
use crate::ui::theme::{self, space};
use crate::ui::view::Cx;
use crate::ui::{fonts, icons};
use crate::words::{counts, filter as say};

/// Width of a menu, in points.
const WIDTH: f32 = 236.0;
/// Height of a row, in points.
const ROW: f32 = 26.0;
/// A list with more rows than this has a field to look for one of them, and scrolls after so many.
const MANY: usize = 9;
const MOST: usize = 12;
/// What a button has beside its word: padding, caret.
const AROUND: f32 = 34.0;
/// More chosen names than this are said as a number.
const NAMED: usize = 3;
/// The widest word of a button, in points: a name may be any length.
const WIDEST_WORD: f32 = 160.0;

/// What the menus remember: the list of the one that is open, and the letters that somebody looks for in it.
#[derive(Debug, Default)]
pub(super) struct MenuState {
    /// The list, with what it is of.
    listed: Option<(Facet, u64, Vec<Choice>)>,
    letters: String,
    /// Where all sorts share a menu: the one that was gone to.
    page: Option<Page>,
}

/// A page of the menu that all sorts share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Page {
    Facet(Facet),
    Days,
}

/// The field of a long list.
pub(super) fn field() -> Id {
    Id::unique("filter letters")
}

/// How wide all buttons are together.
pub(super) fn width(ui: &Ui, state: &FilterState) -> f32 {
    let words = Facet::ALL.iter().map(|facet| word(state, *facet)).chain([say::dates().to_owned()]);
    words.map(|word| button_width(ui, &word) + space::M).sum()
}

/// How wide the button is that stands for all of them.
pub(super) fn one_width(ui: &Ui, state: &FilterState) -> f32 {
    button_width(ui, &one_word(state)) + 20.0 + space::M
}

fn button_width(ui: &Ui, word: &str) -> f32 {
    paint::line(ui.painter(), fonts::BODY_M, word, theme::of(ui).text).size().x + AROUND
}

/// What the button of a sort says: its name, with how many are chosen.
fn word(state: &FilterState, facet: Facet) -> String {
    match state.filter.of(facet).count() {
        0 => facet.name().to_owned(),
        count => say::facet_on(facet.name(), count),
    }
}

fn one_word(state: &FilterState) -> String {
    let days = usize::from(state.filter.from.is_some() || state.filter.to.is_some());
    match state.filter.picks.len() + days {
        0 => say::filters().to_owned(),
        count => say::filters_on(count),
    }
}

/// The button of a sort with its menu.
pub(super) fn facet(cx: &Cx<'_>, state: &mut FilterState, ui: &mut Ui, facet: Facet) {
    let chosen: Vec<String> = state.filter.of(facet).map(|pick| names::pick(cx.campaign, pick)).collect();
    let spoken = match chosen.len() {
        0 => say::facet_spoken(facet.name()),
        1..=NAMED => say::facet_spoken_on(facet.name(), chosen.join(", ")),
        count => say::facet_spoken_on(facet.name(), count),
    };
    let button = menu_button(ui, &word(state, facet), &spoken, !chosen.is_empty(), false);
    popup(state, &button, &spoken, |state, ui| list(cx, state, ui, facet));
}

/// The button of a sort among a view's own tools: it says what is shown of that sort, and chooses for the one filter that every view
/// has. `all` is what it says while everything is.
pub fn sort_button(cx: &Cx<'_>, state: &mut FilterState, ui: &mut Ui, (facet, all): (Facet, &str)) {
    let chosen: Vec<String> = state.filter.of(facet).map(|pick| names::pick(cx.campaign, pick)).collect();
    let (word, spoken) = match &chosen[..] {
        [] => (all.to_owned(), say::only_spoken(facet.name(), all)),
        [only] => (only.clone(), say::only_spoken(facet.name(), only)),
        several => (say::facet_on(facet.name(), several.len()), say::only_spoken(facet.name(), several.join(", "))),
    };
    let button = menu_button(ui, &word, &spoken, !chosen.is_empty(), false);
    popup(state, &button, &spoken, |state, ui| list(cx, state, ui, facet));
}

/// The button of the days with its menu.
pub(super) fn days(cx: &Cx<'_>, state: &mut FilterState, ui: &mut Ui) {
    let on = state.filter.from.is_some() || state.filter.to.is_some();
    let spoken = if on {
        say::facet_spoken_on(say::dates(), names::days(state.filter.from, state.filter.to))
    } else {
        say::facet_spoken(say::dates())
    };
    let button = menu_button(ui, say::dates(), &spoken, on, false);
    popup(state, &button, &spoken, |state, ui| of_days::days(cx, state, ui));
}

/// One button for all sorts: first the sorts, then what can be chosen of one of them.
pub(super) fn all(cx: &Cx<'_>, state: &mut FilterState, ui: &mut Ui) {
    let word = one_word(state);
    let on = !state.filter.picks.is_empty() || state.filter.from.is_some() || state.filter.to.is_some();
    let button = menu_button(ui, &word, &word, on, true);
    if button.clicked() {
        state.menus.page = None;
    }
    let page = state.menus.page;
    popup(state, &button, &word, |state, ui| match state.menus.page {
        None => sorts(state, ui),
        Some(page) => {
            let name = if let Page::Facet(facet) = page { facet.name() } else { say::dates() };
            if kit::menu_row(ui, Some(icons::CARET_LEFT), name, "", false).clicked() {
                state.menus.page = None;
            }
            match page {
                Page::Facet(facet) => list(cx, state, ui, facet),
                Page::Days => of_days::days(cx, state, ui),
            }
        }
    });
    // A row that is pressed with a key closes its menu, but here it leads on in it.
    if state.menus.page != page {
        Popup::open_id(&button.ctx, Popup::default_response_id(&button));
        button.ctx.request_repaint();
    }
}

/// The sorts, each with what is chosen of it.
fn sorts(state: &mut FilterState, ui: &mut Ui) {
    for facet in Facet::ALL {
        let count = state.filter.of(facet).count();
        let count = if count == 0 { String::new() } else { counts::grouped(count) };
        let row = kit::menu_row(ui, None, facet.name(), &count, false);
        kit::note_opening(&row);
        if row.clicked() {
            state.menus.page = Some(Page::Facet(facet));
        }
    }
    let days = if state.filter.from.is_some() || state.filter.to.is_some() { "1" } else { "" };
    let row = kit::menu_row(ui, None, say::dates(), days, false);
    kit::note_opening(&row);
    if row.clicked() {
        state.menus.page = Some(Page::Days);
    }
}

/// A menu that stays while one chooses in it.
fn popup(state: &mut FilterState, button: &Response, name: &str, content: impl FnOnce(&mut FilterState, &mut Ui)) {
    let open = Popup::is_id_open(&button.ctx, Popup::default_response_id(button));
    kit::opens_menu(button);
    if button.clicked() {
        (state.menus.listed, state.menus.letters) = (None, String::new());
        state.days = of_days::DaysDraft::of(&state.filter);
    }
    let menu = Popup::menu(button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(WIDTH);
    menu.accessible_name(name).show(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.set_width(WIDTH);
        content(state, ui);
    });
    kit::give_back(button, open);
}

/// A line of a menu that only says something. (A label would stretch its words to the width of the menu.)
pub(super) fn note(ui: &mut Ui, text: &str, color: Color32) {
    let width = ui.available_width();
    let galley = paint::lines_within(ui.painter(), fonts::META, text, color, width - 2.0 * space::M, 4);
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y + space::M), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter().galley(rect.min + vec2(space::M, space::XS), galley, color);
}

/// What can be chosen of a sort.
fn list(cx: &Cx<'_>, state: &mut FilterState, ui: &mut Ui, facet: Facet) {
    let times = state.sifter.times();
    let is_current = state.menus.listed.as_ref().is_some_and(|(of, at, _)| (*of, *at) == (facet, times));
    let rows = match state.menus.listed.take().filter(|_| is_current) {
        Some((.., rows)) => rows,
        None => choices(&mut state.sifter, cx.campaign, cx.derived, &state.filter, facet),
    };
    if rows.len() > MANY {
        let name = say::find_in(facet.name());
        let find = TextField::new(field(), &name).hint(&name).icon(icons::SEARCH).width(ui.available_width());
        let find = find.show(ui, &mut state.menus.letters);
        if kit::was_just_opened(ui) {
            find.request_focus();
        }
        ui.add_space(space::S);
    }
    let letters = fold(state.menus.letters.trim());
    let shown: Vec<&Choice> = rows.iter().filter(|row| letters.is_empty() || fold(&row.name).contains(&letters)).collect();
    if shown.is_empty() {
        note(ui, say::none_found(), cx.tokens.text_3);
    }
    let height = ROW * shown.len().min(MOST) as f32;
    let area = ScrollArea::vertical().id_salt(("filter list", facet)).max_height(height).min_scrolled_height(height);
    let mut pressed: Option<Pick> = None;
    area.show_rows(ui, ROW - 1.0, shown.len(), |ui, range| {
        for (at, choice) in shown.get(range).unwrap_or_default().iter().enumerate() {
            let response = row(ui, choice, state.filter.picks.contains(&choice.pick));
            if at == 0 && kit::was_just_opened(ui) {
                response.request_focus();
            }
            if response.clicked() {
                pressed = Some(choice.pick.clone());
            }
        }
    });
    if let Some(pick) = pressed {
        state.filter.toggle(pick);
    }
    if facet != Facet::Whose && cx.campaign.note_count() > 0 {
        ui.add_space(space::S);
        note(ui, say::asks_no_notes(), cx.tokens.text_3);
    }
    state.menus.listed = Some((facet, times, rows));
}

/// A choice with its box and how many moments have it.
fn row(ui: &mut Ui, choice: &Choice, on: bool) -> Response {
    let t = theme::of(ui);
    let (_, place) = ui.allocate_space(vec2(ui.available_width(), ROW - 1.0));
    let count = paint::line(ui.painter(), fonts::META, &counts::grouped(choice.count), t.text_3);
    let end = place.right() - space::L - count.size().x;
    let id = ui.scope_id().with(&choice.pick);
    let hovered = ui.ctx().read_response(id).is_some_and(|response| response.hovered() || response.has_focus());
    if hovered {
        ui.painter().rect_filled(place, theme::R2, t.accent_bg);
    }
    ui.painter().galley(pos2(end, place.center().y - count.size().y / 2.0), count, t.text_3);
    let response = kit::tick(ui, Rect::from_min_max(place.min, pos2(end - space::M, place.bottom())), 6.0, id, &choice.name, on);
    response.widget_info(|| {
        let name = say::option(&choice.name, crate::words::moments(choice.count));
        WidgetInfo::selected(Role::CheckBox, true, on, name)
    });
    kit::into_sight(&response);
    response
}

/// A button that opens a menu of the bar: with an edge, and in the accent while something of it is chosen.
pub(super) fn menu_button(ui: &mut Ui, word: &str, spoken: &str, on: bool, with_icon: bool) -> Response {
    let t = theme::of(ui);
    let color = if on { t.accent } else { t.text };
    let galley = paint::line_within(ui.painter(), fonts::BODY_M, word, color, WIDEST_WORD);
    let icon = if with_icon { 20.0 } else { 0.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + AROUND + icon, theme::FIELD), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken));
    kit::note_opening(&response);
    let open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response));
    let fill = match (on, response.hovered() || open) {
        (true, _) => t.accent_bg,
        (false, true) => t.hover,
        (false, false) => t.card,
    };
    let edge = Stroke::new(theme::EDGE, if on { t.accent_line } else { t.line });
    let painter = ui.painter();
    painter.rect(rect, theme::R2, fill, edge, StrokeKind::Inside);
    if with_icon {
        icons::FILTER.paint(painter, pos2(rect.left() + 17.0, rect.center().y), 14.0, color);
    }
    painter.galley(pos2(rect.left() + 10.0 + icon, rect.center().y - galley.size().y / 2.0), galley, color);
    icons::CARET_DOWN.paint(painter, pos2(rect.right() - 14.0, rect.center().y), 10.0, color);
    if response.has_focus() {
        paint::ring(painter, rect, theme::R2, 1.0, t.accent);
    }
    response
}
