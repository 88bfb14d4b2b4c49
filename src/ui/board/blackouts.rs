//! Blackout dates at the foot of the axis: a line of their own, which only a plan has that has some.
//!
//! ```text
//! │ 20        27        4 Oct       11     the ticks
//! │    ▐⊘ Race week▌         ▐⚠▌ 2 moments in it
//! ```
//!
//! Their reason stands on them or beside them, and whether moments stand there all the same: the sign and the words say it, the
//! colour only repeats them. How many that are was counted when the plan changed, and never here.

use egui::{CornerRadius, Painter, Rect, Response, Sense, Ui, pos2};

use super::frame::Frame;
use super::menu::WIDTH;
use super::phases::{described, keys_of, said_of, tip};
use super::spans::{self, Span};
use super::state::BoardState;
use crate::analysis::Axis;
use crate::model::Campaign;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::{context_menu, menu_row, paint};
use crate::ui::theme::R1;
use crate::ui::view::Actions;
use crate::words::{board as say, spans as words};

/// Height of their line, in points.
pub(super) const LINE: f32 = 16.0;
/// What the sign takes, with what is left of it.
const SIGN: f32 = 18.0;
/// Left and right of the words.
const BESIDE: f32 = 5.0;
/// Less room than this, and all that is left of the words is their dots.
const READ: f32 = 34.0;

/// The height of the line in this plan.
pub(super) fn height(campaign: &Campaign, axis: Axis) -> f32 {
    if campaign.blackouts.is_empty() || axis != Axis::Calendar { 0.0 } else { LINE }
}

/// Days that are seen: where they begin and end on the screen, and their place in the plan.
struct Seen {
    begin: f32,
    end: f32,
    at: usize,
}

/// Draws those that are seen, from left to right.
pub(super) fn show(frame: &Frame<'_>, painter: &Painter, state: &mut BoardState, ui: &Ui, out: &mut Actions) {
    if frame.scale.axis != Axis::Calendar {
        return;
    }
    let (left, right) = (frame.content.left(), frame.content.right());
    let all = frame.cx.campaign.blackouts.iter().enumerate();
    let seen = all.filter_map(|(at, blackout)| {
        let (first, last) = state.spans.days(Span::Blackout(at), (blackout.from, blackout.to));
        let (begin, end) = (frame.day_x(first.number()), frame.day_x(last.number().saturating_add(1)));
        (end.min(right) - begin.max(left) >= 4.0).then_some(Seen { begin, end, at })
    });
    let mut seen: Vec<Seen> = seen.collect();
    seen.sort_by(|a, b| a.begin.total_cmp(&b.begin));
    for (place, days) in seen.iter().enumerate() {
        // Words beside days reach to the next ones; of those that share days only the last has room beside it.
        let next = seen.get(place + 1).map_or(right, |next| next.begin);
        one(frame, painter, days, next, state, ui, out);
    }
}

fn one(frame: &Frame<'_>, painter: &Painter, seen: &Seen, next: f32, state: &mut BoardState, ui: &Ui, out: &mut Actions) {
    let span = Span::Blackout(seen.at);
    let Some(blackout) = frame.cx.campaign.blackouts.get(seen.at) else { return };
    let days = state.spans.days(span, (blackout.from, blackout.to));
    // While they are in the hand, nobody has counted what stands where they would be.
    let is_there = days == (blackout.from, blackout.to);
    let count = if is_there { frame.cx.derived.in_blackout(seen.at) } else { 0 };
    let why = blackout.why.as_deref().map_or("", str::trim);
    let rows = frame.content.top() - LINE..=frame.content.top() - 1.0;
    let across = seen.begin.max(frame.content.left())..=seen.end.min(frame.content.right());
    let band = Rect::from_x_y_ranges(across, rows);
    let response = ui.interact(band, ui.scope_id().with(span), Sense::click_and_drag());
    let name = said_of(span, why, days, count);
    described(&response, &name, keys_of(ui), ui);
    let whole = Rect::from_x_y_ranges(seen.begin..=seen.end, band.y_range());
    spans::respond(frame, span, whole, &response, state, ui, out);
    menu(frame, seen.at, &response, state, out);
    painter.rect_filled(band, CornerRadius::same(R1), frame.t.s_warn_bg);
    painter.rect_filled(band.with_min_y(band.bottom() - 3.0), CornerRadius::same(1), frame.t.s_warn_line);
    words_of(frame, painter, band, next, (why, count));
    if response.has_focus() {
        paint::ring(painter, band.shrink(1.0), R1, 0.0, frame.t.accent);
    }
    tip(response, state, |ui| {
        ui.label(fonts::BODY.rich(&name));
        ui.label(fonts::META.rich(keys_of(ui)).color(frame.t.text_3));
    });
}

/// The sign and the words: on the days where they have room, else beside them, the shorter form before any that is cut.
fn words_of(frame: &Frame<'_>, painter: &Painter, band: Rect, next: f32, (why, count): (&str, usize)) {
    let t = frame.t;
    let (icon, color) = if count > 0 { (icons::WARNING, t.s_warn) } else { (icons::PROHIBIT, t.text_2) };
    let holds_sign = band.width() >= SIGN;
    let beside = band.right() + if holds_sign { BESIDE } else { SIGN };
    let rooms = [(band.left() + SIGN, band.right() - BESIDE), (beside, next.min(frame.content.right()) - BESIDE)]
        .map(|(x, end)| (x, end - x));
    let texts = short_forms(why, count);
    let set = |text: &str, room: f32| paint::line_within(painter, fonts::META_M, text, color, room);
    let fits = |text: &String| {
        let lines = rooms.into_iter().filter(|(_, room)| *room > 0.0).map(|(x, room)| (x, set(text, room)));
        lines.into_iter().find(|(_, line)| !line.elided)
    };
    let cut = || {
        let (x, room) = rooms.into_iter().max_by(|a, b| a.1.total_cmp(&b.1)).filter(|(_, room)| *room >= READ)?;
        Some((x, set(texts.last()?, room)))
    };
    let line = texts.iter().find_map(fits).or_else(cut);
    let y = band.center().y - 1.0;
    if let Some((_, line)) = line.as_ref().filter(|(x, _)| *x >= band.right()) {
        // The line of today goes down behind the words.
        let ground = band.with_min_x(band.right()).with_max_x(beside + line.size().x + 2.0);
        painter.rect_filled(ground, CornerRadius::ZERO, t.panel);
    }
    let sign = if holds_sign { Some(band.left()) } else { line.as_ref().map(|_| band.right()) };
    if let Some(x) = sign {
        icon.paint(painter, pos2(x + SIGN / 2.0, y), 12.0, t.s_warn);
    }
    if let Some((x, line)) = line {
        painter.galley(pos2(x, y - line.size().y / 2.0), line, color);
    }
}

/// What is written of them, the longest first: what stands there comes before why nothing was to.
pub(in crate::ui) fn short_forms(why: &str, count: usize) -> Vec<String> {
    match (why, count) {
        ("", 0) => vec![say::blackout_short().to_owned()],
        (why, 0) => vec![why.to_owned()],
        ("", count) => vec![say::in_it(count)],
        (why, count) => vec![say::blackout_short_taken(why, say::in_it(count)), say::in_it(count)],
    }
}

fn menu(frame: &Frame<'_>, at: usize, response: &Response, state: &mut BoardState, out: &mut Actions) {
    let span = Span::Blackout(at);
    if state.spans.menu != Some(span) {
        return;
    }
    context_menu(response).width(WIDTH).accessible_name(words::blackout_menu()).show(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.add_enabled_ui(frame.cx.locked().is_none(), |ui| {
            if menu_row(ui, Some(icons::EDIT), words::write_why(), "", false).clicked() {
                state.name_span(span);
                ui.close();
            }
            if menu_row(ui, Some(icons::DELETE), words::delete(), "", false).clicked() {
                spans::delete(frame.cx.campaign, span, state, out);
                ui.close();
            }
        });
    });
}
