//! The head of the calendar: which days are seen and the way to others, who is shown, a month or a week.

use egui::{
    Align, Color32, CornerRadius, Layout, Popup, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use super::CalendarState;
use super::book::Who;
use super::frame::Frame;
use super::page::Reach;
use crate::ui::command::Command;
use crate::ui::filter::{filter_button, hidden_lanes_button};
use crate::ui::kit::{self, Button, Segment, marks, paint};
use crate::ui::theme::{EDGE, FIELD, Tokens, space};
use crate::ui::view::{Action, Actions};
use crate::ui::{bars, fonts, icons};
use crate::words::calendar_view as say;

/// Its height, in points, where all of it stands in a line; and that of each of two lines.
const HEIGHT: f32 = 48.0;
const LINE: f32 = 38.0;
/// Narrower than this, who is shown and how much stand in a line of their own, in points.
const TIGHT: f32 = 420.0;
/// Most people of whom each has a chip, and the most that the menu of the others lists.
const MOST: usize = 8;
const MOST_LISTED: usize = 200;
/// Narrower than this, buttons are icons, in points.
const ROOMY: f32 = 1060.0;

/// How high it is over a calendar of that width, in points.
pub(super) fn height(width: f32) -> f32 {
    if width < TIGHT { 2.0 * LINE } else { HEIGHT }
}

/// Draws it.
pub(super) fn show(frame: &Frame<'_>, place: Rect, state: &mut CalendarState, ui: &mut Ui, out: &mut Actions) {
    let t = frame.t;
    ui.painter().rect_filled(place, CornerRadius::ZERO, t.panel);
    ui.painter().hline(place.x_range(), place.bottom() - 0.5, Stroke::new(EDGE, t.line));
    let inner = place.shrink2(vec2(14.0, 0.0));
    let side = |salt: &str, layout: Layout, rect: Rect| UiBuilder::new().id_salt(salt.to_owned()).max_rect(rect).layout(layout);

    let tight = inner.width() + 28.0 < TIGHT;
    let (first, second) = if tight { inner.split_top_bottom_at_fraction(0.5) } else { (inner, inner) };
    let mut left = ui.new_child(side("calendar left", Layout::left_to_right(Align::Center), first));
    left.spacing_mut().item_spacing.x = space::S;
    turning(frame, state, &mut left, out);
    if tight {
        left = ui.new_child(side("calendar filters", Layout::left_to_right(Align::Center), second));
        left.spacing_mut().item_spacing.x = space::S;
    }
    filters(frame, &mut left, out);
    let from = left.min_rect().right() + space::XL;

    let rest = second.with_min_x(from.min(inner.right()));
    let mut right = ui.new_child(side("calendar right", Layout::right_to_left(Align::Center), rest));
    right.spacing_mut().item_spacing.x = space::L;
    let segments = [Segment::Word(say::month()), Segment::Word(say::week())];
    let width = kit::segmented_width(&right, &segments);
    if rest.width() >= width {
        let at = usize::from(state.reach == Reach::Week);
        if let Some(at) = kit::segmented(&mut right, say::how_much(), &segments, Some(at), None) {
            state.see(if at == 1 { Reach::Week } else { Reach::Month }, frame.cx);
            right.ctx().request_repaint();
        }
    }
    let end = right.min_rect().left() - space::XL;
    let people = Rect::from_x_y_ranges(from..=end, second.y_range());
    if people.width() > 40.0 {
        let mut middle = ui.new_child(side("calendar people", Layout::right_to_left(Align::Center), people));
        middle.spacing_mut().item_spacing.x = space::M;
        who_is_shown(frame, &state.book.people, &mut middle, people.width(), out);
    }
}

/// The name of the page, and the way to others.
fn turning(frame: &Frame<'_>, state: &mut CalendarState, ui: &mut Ui, out: &mut Actions) {
    let title = frame.sheet.page.title();
    let galley = paint::line(ui.painter(), fonts::DIALOG, &title, frame.t.text);
    // The buttons stay where they are whatever the month is called.
    let least = if frame.whole.width() > 620.0 { 148.0 } else { 0.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x.max(least), LINE), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &title));
    // Read aloud when it changes, without taking the focus from anywhere.
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
    ui.painter().galley(pos2(rect.left(), rect.center().y - galley.size().y / 2.0), galley, frame.t.text);
    let month = frame.sheet.page.reach == Reach::Month;
    let (before, after) = if month { (say::month_before(), say::month_after()) } else { (say::week_before(), say::week_after()) };
    let ways = [(icons::CARET_LEFT, before, Command::LanesUp, -1), (icons::CARET_RIGHT, after, Command::LanesDown, 1)];
    for (at, (icon, name, command, by)) in ways.into_iter().enumerate() {
        let button = kit::icon_button(ui, icon, name, false, None);
        if button.clicked() {
            state.turn(by);
            ui.ctx().request_repaint();
        }
        state.arrows[at] = Some(button.rect);
        if state.turning.is_some_and(|(way, _)| way == by) {
            paint::ring(ui.painter(), button.rect, 6, 0.0, frame.t.accent);
        }
        let keys = bars::keys(ui, command);
        button.on_hover_text(keys);
    }
    let tooltip = bars::with_keys(ui, Command::Today);
    if Button::secondary(say::today()).tooltip(&tooltip).show(ui).clicked() {
        out.run(Command::Today);
    }
}

/// The way to what is looked for, and what is out of sight.
fn filters(frame: &Frame<'_>, ui: &mut Ui, out: &mut Actions) {
    let roomy = frame.whole.width() > ROOMY;
    filter_button(frame.cx, ui, !roomy, out);
    hidden_lanes_button(frame.cx, ui, !roomy, out);
    // What is out of sight is counted, so that nobody takes a part for the whole.
    let (shown, all) = (frame.sheet.shown, frame.sheet.all);
    if shown < all && frame.whole.width() > 700.0 {
        let text = say::some_shown(shown, all);
        let galley = paint::line(ui.painter(), fonts::META_M, &text, frame.t.text_2);
        let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 12.0, LINE), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &text));
        ui.painter().galley(pos2(rect.left() + 8.0, rect.center().y - galley.size().y / 2.0), galley, frame.t.text_2);
        response.on_hover_text(say::some_shown_hint());
    }
}

/// A chip for each creator, as far as there is room; the others in a menu.
fn who_is_shown(frame: &Frame<'_>, people: &[Who], ui: &mut Ui, room: f32, out: &mut Actions) {
    let is_shown = |who: &Who| !who.lanes.iter().all(|lane| frame.cx.sieve.hides(*lane));
    let mut switch = |ui: &Ui, who: &Who, shown: bool| {
        out.push(if shown { Action::HideLanes(who.lanes.clone()) } else { Action::UnhideLanes(who.lanes.clone()) });
        ui.ctx().request_repaint();
    };
    let width = |ui: &Ui, who: &Who| chip_width(ui, frame.t, who);
    let rest = 46.0;
    let mut used = 0.0;
    let mut count = 0;
    for who in people.iter().take(MOST) {
        used += width(ui, who) + space::M;
        let needs_rest = count + 1 < people.len();
        if used + if needs_rest { rest } else { 0.0 } > room {
            break;
        }
        count += 1;
    }
    if count < people.len() {
        let button = Button::secondary(&say::more_people(people.len() - count))
            .small()
            .named(&say::more_people_named(people.len() - count))
            .show(ui);
        kit::opens_menu(&button);
        Popup::menu(&button)
            .width(240.0)
            .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
            .accessible_name(say::who_is_shown())
            .show(|ui| {
                egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                    for who in people.iter().skip(count).take(MOST_LISTED) {
                        let shown = is_shown(who);
                        if kit::menu_row(ui, None, &who.whole_name, "", shown).clicked() {
                            switch(ui, who, shown);
                        }
                    }
                });
            });
    }
    // From right to left, so that the first stands at the left.
    for who in people.iter().take(count).rev() {
        let shown = is_shown(who);
        if chip(ui, frame.t, who, shown).clicked() {
            switch(ui, who, shown);
        }
    }
}

fn chip_width(ui: &Ui, t: &Tokens, who: &Who) -> f32 {
    paint::line_within(ui.painter(), fonts::BODY_M, &who.name, t.text, 110.0).size().x + 38.0
}

/// Somebody whose moments are shown or not: initials and name, when they are not an eye that is crossed out.
fn chip(ui: &mut Ui, t: &Tokens, who: &Who, shown: bool) -> Response {
    let color = if shown { t.text } else { t.text_3 };
    let galley = paint::line_within(ui.painter(), fonts::BODY_M, &who.name, color, 110.0);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 38.0, FIELD), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, shown, say::moments_of(&who.whole_name)));
    let painter = ui.painter();
    let fill = match (response.hovered(), shown) {
        (true, _) => t.hover,
        (false, true) => t.card,
        (false, false) => Color32::TRANSPARENT,
    };
    let edge = if shown { t.line } else { t.line_subtle };
    painter.rect(rect, CornerRadius::same(13), fill, Stroke::new(EDGE, edge), StrokeKind::Inside);
    let center = pos2(rect.left() + 14.0, rect.center().y);
    match (shown, who.creator) {
        (false, _) => icons::EYE_SLASH.paint(painter, center, 14.0, t.text_3),
        (true, Some(place)) => marks::avatar(painter, center, 19.0, place, &who.whole_name),
        (true, None) => icons::BRAND.paint(painter, center, 14.0, t.text_2),
    }
    let left = rect.left() + 27.0;
    let size = galley.size();
    painter.galley(pos2(left, rect.center().y - size.y / 2.0), galley, color);
    if !shown {
        // Crossed out as well: the colour alone would be too little.
        painter.hline(left..=left + size.x, rect.center().y + 0.5, Stroke::new(EDGE, t.text_3));
    }
    if response.has_focus() {
        paint::ring(painter, rect, 13, 1.0, t.accent);
    }
    let hint = if shown { say::hide_hint(&who.whole_name) } else { say::show_hint(&who.whole_name) };
    response.on_hover_text(hint)
}
