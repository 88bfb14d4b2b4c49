//! Arcs to start from, each with its real curve.

use egui::{CornerRadius, Painter, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::{Offer, Page, WelcomeState};
use crate::model::Kind;
use crate::ui::arc::TOP;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::{Button, into_sight, marks, paint};
use crate::ui::theme::{self, DASH_SLOT, EDGE, Lift, R4, SLOT};
use crate::ui::view::{Action, Actions, Cx};
use crate::words::{self, names, start as say};

/// How many arcs are shown at first.
const FIRST: usize = 5;
/// Between two cards, in points.
pub(super) const BETWEEN: f32 = 14.0;
/// Height of a card, in points.
const HEIGHT: f32 = 156.0;
/// A card is never narrower than this where there is room for one, in points.
const NARROWEST: f32 = 300.0;

/// The cards with their heading.
pub(super) fn grid(cx: &Cx<'_>, page: &Page, state: &mut WelcomeState, ui: &mut Ui, out: &mut Actions) {
    heading(cx, page, state, ui);
    ui.add_space(8.0);
    let last = page.offers.len().saturating_sub(1);
    let shown: Vec<&Offer> = page
        .offers
        .iter()
        .enumerate()
        .filter(|(at, _)| state.all || *at < FIRST || *at == last)
        .map(|(_, offer)| offer)
        .collect();
    let (columns, card) = columns(ui);
    for row in shown.chunks(columns) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = BETWEEN;
            for offer in row {
                let (rect, response) = ui.allocate_exact_size(card, Sense::click());
                draw(cx, ui, rect, &response, offer);
                into_sight(&response);
                if response.clicked() {
                    out.push(Action::UseTemplate(offer.key.clone()));
                }
            }
        });
        ui.add_space(BETWEEN - ui.spacing().item_spacing.y);
    }
}

/// How many cards stand side by side, and how large each is.
pub(super) fn columns(ui: &Ui) -> (usize, egui::Vec2) {
    let width = ui.available_width();
    let columns = (((width + BETWEEN) / (NARROWEST + BETWEEN)) as usize).clamp(1, 3);
    (columns, vec2((width - BETWEEN * (columns - 1) as f32) / columns as f32, HEIGHT))
}

/// What the cards are, and what the markers mean where there is room to say it.
fn heading(cx: &Cx<'_>, page: &Page, state: &mut WelcomeState, ui: &mut Ui) {
    let t = cx.tokens;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), theme::HIT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, say::start_from_arc()));
    let painter = ui.painter();
    let mut from = paint::text_at(painter, rect.left(), rect.center().y, fonts::DIALOG, say::start_from_arc(), t.text);
    if page.offers.len() > FIRST + 1 {
        let name = if state.all { say::fewer_arcs() } else { say::more_arcs() };
        let icon = if state.all { icons::CARET_UP } else { icons::CARET_DOWN };
        let place = Rect::from_min_max(pos2(from + 12.0, rect.top()), rect.max);
        let mut beside = ui.new_child(UiBuilder::new().id_salt("more arcs").max_rect(place));
        if Button::quiet(name).icon(icon).show(&mut beside).clicked() {
            state.all = !state.all;
        }
        from = beside.min_rect().right();
    }
    let painter = ui.painter();
    let kinds = [Kind::Product, Kind::Community, Kind::Values, Kind::Announcement];
    let words = kinds.map(|kind| (kind, paint::line(painter, fonts::BODY, names::kind(kind.key()), t.text_2)));
    // Where one of them has no room none is named: three of four would say that there are three.
    let width: f32 = words.iter().map(|(_, word)| word.size().x + 34.0).sum();
    if rect.right() - width < from {
        return;
    }
    let mut end = rect.right();
    for (kind, word) in words {
        end -= word.size().x;
        painter.galley(pos2(end, rect.center().y - word.size().y / 2.0), word, t.text_2);
        marks::kind(painter, pos2(end - 12.0, rect.center().y), 15.0, kind, t);
        end -= 34.0;
    }
}

fn draw(cx: &Cx<'_>, ui: &Ui, rect: Rect, response: &Response, offer: &Offer) {
    if offer.outline.is_none() {
        blank(cx, ui.painter(), rect, response, offer);
        return;
    }
    let figures = figures(offer);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, say::offer(&offer.name, &figures, &offer.line)));
    if !ui.is_rect_visible(rect) {
        return;
    }
    card(cx, ui, rect, response, offer, &figures, rect.right() - 14.0);
}

/// "8 moments · 7 weeks".
pub(super) fn figures(offer: &Offer) -> String {
    say::figures(words::moments(offer.moments), words::weeks(offer.weeks))
}

/// The card of an offer; its figures end at `right`.
pub(super) fn card(cx: &Cx<'_>, ui: &Ui, rect: Rect, response: &Response, offer: &Offer, figures: &str, right: f32) {
    let t = cx.tokens;
    let painter = ui.painter();
    frame(painter, rect, response, ui.theme(), t);
    if let Some(outline) = &offer.outline {
        let arc = Rect::from_min_max(rect.min + vec2(22.0, 14.0), pos2(rect.right() - 22.0, rect.top() + 94.0));
        outline.draw(painter, &outline.plot(arc, TOP), t.card, t);
    }
    let left = rect.left() + 14.0;
    let small = paint::line(painter, fonts::META, figures, t.text_3);
    let from = right - small.size().x;
    let name = paint::line_within(painter, fonts::UI_B, &offer.name, t.text, (from - left - 10.0).max(20.0));
    // Where the name would be cut, the figures stand under it.
    let (name, figures, rows) = if name.elided {
        let name = paint::line_within(painter, fonts::UI_B, &offer.name, t.text, (right - left).max(20.0));
        (name, pos2(left, rect.top() + 117.0), [98.0, 133.0])
    } else {
        (name, pos2(from, rect.top() + 110.0), [107.0, 128.0])
    };
    painter.galley(figures, small, t.text_3);
    painter.galley(pos2(left, rect.top() + rows[0]), name, t.text);
    let line = paint::line_within(painter, fonts::BODY, &offer.line, t.text_2, (rect.right() - 14.0 - left).max(20.0));
    painter.galley(pos2(left, rect.top() + rows[1]), line, t.text_2);
}

/// The board on which nothing stands yet.
fn blank(cx: &Cx<'_>, painter: &Painter, rect: Rect, response: &Response, offer: &Offer) {
    let t = cx.tokens;
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, say::offer_blank(say::blank_board(), &offer.line)));
    if response.hovered() {
        painter.rect_filled(rect, CornerRadius::same(R4), t.hover);
    }
    paint::dashed_rect(painter, rect.shrink(0.75), R4, Stroke::new(SLOT, t.line_strong), DASH_SLOT);
    if response.has_focus() {
        paint::ring(painter, rect, R4, 1.0, t.accent);
    }
    icons::PLUS.paint(painter, rect.center() - vec2(0.0, 24.0), 20.0, t.text_2);
    for (y, face, words, color) in
        [(2.0, fonts::UI_B, say::blank_board(), t.text), (24.0, fonts::BODY, offer.line.as_str(), t.text_2)]
    {
        let galley = paint::line_within(painter, face, words, color, rect.width() - 24.0);
        painter.galley(rect.center() + vec2(-galley.size().x / 2.0, y - galley.size().y / 2.0), galley, color);
    }
}

/// A card that can be pressed, in its states.
fn frame(painter: &Painter, rect: Rect, response: &Response, theme: egui::Theme, t: &theme::Tokens) {
    let radius = CornerRadius::same(R4);
    let lift = if response.hovered() { Lift::Raised } else { Lift::Card };
    let edge = if response.hovered() { t.line_strong } else { t.line };
    let fill = if response.is_pointer_button_down_on() { t.hover } else { t.card };
    painter.add(theme::shadow(theme, lift).as_shape(rect, radius));
    painter.rect(rect, radius, fill, Stroke::new(EDGE, edge), StrokeKind::Inside);
    if response.has_focus() {
        paint::ring(painter, rect, R4, 1.0, t.accent);
    }
}
