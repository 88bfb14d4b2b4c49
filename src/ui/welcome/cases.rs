//! The two cases of the article, side by side: what their own moments draw, in the article's words.
//!
//! The article tells of one follower's view. What is drawn is the curve of the plan that the program brings along, and it
//! says so: a decade with his followers is no part of a brand's line, and what sold out later is told, not hidden.

use std::sync::Arc;

use egui::{Color32, CornerRadius, Galley, Painter, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::Page;
use crate::analysis::curve::CONSTANTS;
use crate::model::Kind;
use crate::ui::arc::{Outline, Plot};
use crate::ui::command::Command;
use crate::ui::fonts::{self, Face};
use crate::ui::icons;
use crate::ui::kit::{Button, marks, paint};
use crate::ui::theme::{self, EDGE, Lift, R4, Tone};
use crate::ui::view::{Actions, Cx};
use crate::words::{board, names, start as say};

/// Two columns from this width on, in points.
const TWO: f32 = 640.0;
/// Between the columns, in points.
const BETWEEN: f32 = 16.0;
/// Room around what stands in a card, in points.
const PADDING: f32 = 18.0;
/// Height of a curve, in points.
const CURVE: f32 = 118.0;
/// The value at the upper edge of a curve.
const HIGHEST: f64 = 0.6;
/// From the top of a card to its curve, in points.
const ABOVE: f32 = 56.0;
/// From the top of a card to the words under its curve, in points.
const TEXT: f32 = ABOVE + CURVE + 24.0;
/// How far words stand right of their sign, in points.
const SET_IN: f32 = 26.0;

/// Both, with heading and source.
pub(super) fn pair(cx: &Cx<'_>, page: &Page, ui: &mut Ui, out: &mut Actions) {
    let t = cx.tokens;
    let [cold, arc] = &*page.cases else { return };
    ui.horizontal(|ui| {
        let width = (ui.available_width() - 190.0).max(60.0);
        let (rect, response) = ui.allocate_exact_size(vec2(width, theme::HIT), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, say::two_cases()));
        let title = paint::line_within(ui.painter(), fonts::DIALOG, say::two_cases(), t.text, width);
        ui.painter().galley(pos2(rect.left(), rect.center().y - title.size().y / 2.0), title, t.text);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if Button::secondary(say::open_both()).icon(icons::OUTSIDE).show(ui).clicked() {
                out.run(Command::OpenCases);
            }
        });
    });
    ui.add_space(12.0);
    let width = ui.available_width();
    if width >= TWO {
        let each = (width - BETWEEN) / 2.0;
        let height = cold_height(ui, each).max(arc_height(ui, each));
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = BETWEEN;
            cold_post(cx, cold, ui, vec2(each, height));
            the_arc(cx, arc, ui, vec2(each, height));
        });
    } else {
        let height = cold_height(ui, width);
        cold_post(cx, cold, ui, vec2(width, height));
        ui.add_space(BETWEEN);
        let height = arc_height(ui, width);
        the_arc(cx, arc, ui, vec2(width, height));
    }
    ui.add_space(8.0);
    ui.add(egui::Label::new(fonts::META.rich(say::source()).color(t.text_3)).wrap());
}

/// What stands under the cold post, laid out, for both measuring and drawing.
fn cold_lines(painter: &Painter, width: f32, ink: Color32, quiet: Color32) -> [Arc<Galley>; 3] {
    let room = width - 2.0 * PADDING - SET_IN;
    [
        lead_in(painter, say::cold_first(), say::cold_first_text(), ink, quiet, room),
        wrapped(painter, fonts::UI, say::cold_quote(), ink, room),
        wrapped(painter, fonts::META, say::cold_not_here(), quiet, room),
    ]
}

fn cold_height(ui: &Ui, width: f32) -> f32 {
    let lines = cold_lines(ui.painter(), width, Color32::PLACEHOLDER, Color32::PLACEHOLDER);
    TEXT + lines.iter().map(|line| line.size().y + 8.0).sum::<f32>() + PADDING - 8.0
}

fn cold_post(cx: &Cx<'_>, outline: &Outline, ui: &mut Ui, size: egui::Vec2) {
    let t = cx.tokens;
    let rect = card(cx, ui, size, say::cold_post(), say::cold_who(), Tone::Error);
    let painter = ui.painter();
    let plot = curve(painter, rect, outline, t);
    let line = plot.at(outline.span.0, outline.line.first().map_or(0.0, |(_, value)| *value));
    // Beside its marker; in a narrow card on two lines.
    let marker = outline.spots.first().map_or(plot.rect.right(), |spot| plot.x(spot.day));
    let room = (marker - 10.0 - plot.rect.left()).max(40.0);
    let told = paint::lines_within(painter, fonts::META, say::cold_line(), t.text_2, room, 2);
    painter.galley(pos2(plot.rect.left(), line.y - 3.0 - told.size().y), told, t.text_2);
    let mut y = rect.top() + TEXT;
    marks::kind(painter, pos2(rect.left() + PADDING + 9.0, y + 8.0), 18.0, Kind::Product, t);
    for line in cold_lines(painter, rect.width(), t.text, t.text_2) {
        let height = line.size().y;
        painter.galley(pos2(rect.left() + PADDING + SET_IN, y), line, t.text_2);
        y += height + 8.0;
    }
}

/// The four entries of the arc, as the article tells it.
fn entries() -> [(Kind, &'static str); 4] {
    [
        (Kind::Announcement, say::arc_announcement()),
        (Kind::Values, say::arc_values()),
        (Kind::Community, say::arc_community()),
        (Kind::Product, say::arc_product()),
    ]
}

/// The lead and the text of each entry, laid out, for both measuring and drawing.
fn entry_lines(painter: &Painter, width: f32, ink: Color32, color: Color32) -> [(Kind, Arc<Galley>); 4] {
    let room = (width - 2.0 * PADDING - 16.0) / 2.0 - SET_IN;
    entries().map(|(kind, text)| (kind, lead_in(painter, &say::kind_stop(names::kind(kind.key())), text, ink, color, room)))
}

fn arc_height(ui: &Ui, width: f32) -> f32 {
    let lines = entry_lines(ui.painter(), width, Color32::PLACEHOLDER, Color32::PLACEHOLDER);
    let rows: f32 = lines.chunks(2).map(|row| row.iter().map(|(_, galley)| galley.size().y).fold(18.0, f32::max) + 8.0).sum();
    let later = wrapped(ui.painter(), fonts::META, say::arc_later(), Color32::PLACEHOLDER, width - 2.0 * PADDING);
    TEXT + rows + later.size().y + PADDING
}

fn the_arc(cx: &Cx<'_>, outline: &Outline, ui: &mut Ui, size: egui::Vec2) {
    let t = cx.tokens;
    let rect = card(cx, ui, size, say::the_arc(), say::arc_who(), Tone::Ok);
    let painter = ui.painter();
    curve(painter, rect, outline, t);
    let column = (rect.width() - 2.0 * PADDING - 16.0) / 2.0 + 16.0;
    let mut y = rect.top() + TEXT;
    for row in entry_lines(painter, rect.width(), t.text, t.text_2).chunks(2) {
        let mut height: f32 = 18.0;
        for (at, (kind, galley)) in row.iter().enumerate() {
            let x = rect.left() + PADDING + column * at as f32;
            marks::kind(painter, pos2(x + 9.0, y + 8.0), 18.0, *kind, t);
            height = height.max(galley.size().y);
            painter.galley(pos2(x + SET_IN, y), galley.clone(), t.text_2);
        }
        y += height + 8.0;
    }
    let later = wrapped(painter, fonts::META, say::arc_later(), t.text_2, rect.width() - 2.0 * PADDING);
    painter.galley(pos2(rect.left() + PADDING, y), later, t.text_2);
}

/// The card itself with its heading; what it says is read as one.
fn card(cx: &Cx<'_>, ui: &mut Ui, size: egui::Vec2, title: &str, who: &str, tone: Tone) -> Rect {
    let t = cx.tokens;
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, say::offer_blank(title, who)));
    let painter = ui.painter();
    painter.add(theme::shadow(ui.theme(), Lift::Card).as_shape(rect, CornerRadius::same(R4)));
    painter.rect(rect, CornerRadius::same(R4), t.card, Stroke::new(EDGE, t.line), StrokeKind::Inside);
    let y = rect.top() + PADDING + 8.0;
    marks::tone(painter, pos2(rect.left() + PADDING + 9.0, y), 17.0, tone, t);
    let from = paint::text_at(painter, rect.left() + PADDING + 26.0, y, fonts::DIALOG, title, t.text);
    let end = rect.right() - PADDING;
    let whole = paint::line(painter, fonts::BODY, who, t.text_2);
    if whole.size().x <= end - from - 16.0 {
        painter.galley(pos2(end - whole.size().x, y - whole.size().y / 2.0), whole, t.text_2);
    } else {
        // Under the title, where beside it there is no room.
        let left = rect.left() + PADDING + 26.0;
        let who = paint::line_within(painter, fonts::BODY, who, t.text_2, end - left);
        painter.galley(pos2(left, y + 11.0), who, t.text_2);
    }
    rect
}

fn curve(painter: &Painter, card: Rect, outline: &Outline, t: &theme::Tokens) -> Plot {
    let rect = Rect::from_min_max(
        pos2(card.left() + PADDING, card.top() + ABOVE),
        pos2(card.right() - PADDING, card.top() + ABOVE + CURVE),
    );
    let plot = outline.plot(rect, HIGHEST);
    outline.draw(painter, &plot, t.card, t);
    // At the right end, where neither of the two lines has a marker.
    let label = paint::line(painter, fonts::META, board::ready_to_ask(), t.ready);
    painter.galley(pos2(rect.right() - label.size().x, plot.y(CONSTANTS.ready) - 16.0), label, t.ready);
    plot
}

fn wrapped(painter: &Painter, face: Face, text: &str, color: Color32, width: f32) -> Arc<Galley> {
    paint::lines_within(painter, face, text, color, width.max(40.0), 12)
}

/// A few words that stand out, and a text after them.
fn lead_in(painter: &Painter, lead: &str, text: &str, ink: Color32, color: Color32, width: f32) -> Arc<Galley> {
    let mut job = egui::text::LayoutJob::default();
    job.append(lead, 0.0, fonts::BODY_B.format(ink));
    job.append(text, 4.0, fonts::BODY.format(color));
    job.wrap.max_width = width.max(40.0);
    painter.layout_job(job)
}
