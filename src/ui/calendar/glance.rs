//! The panel beside the calendar while nothing is selected: the page in figures, how far each relationship is when it ends,
//! what asks for attention, and what comes next. How far a relationship is stands there as a band and never as a number.

use std::rc::Rc;

use egui::{
    CornerRadius, Frame, Margin, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::CalendarState;
use super::glance_data::{Figures, Kept, MOST_PEOPLE, Trust};
use super::page::Reach;
use crate::analysis::curve::CONSTANTS;
use crate::check::Finding;
use crate::model::{Day, Money};
use crate::ui::board::{band_name, title_of, title_shown, when_text};
use crate::ui::findings::{data, fixes};
use crate::ui::fonts;
use crate::ui::kit::{self, marks, paint};
use crate::ui::theme::{self, EDGE, R1, R3, STEM, Tokens, space};
use crate::ui::view::{Action, Actions, Cx, FindingKey, Selection};
use crate::words::{self, calendar_view as say, counts, names};

/// Height of a figure, in points.
const FIGURE: f32 = 54.0;
/// Beside what stands in it.
const INSIDE: f32 = 11.0;
/// Height of a line of the lists.
const ROW: f32 = 30.0;

/// What the panel remembers.
#[derive(Default)]
pub(super) struct Glance {
    kept: Kept,
}

/// Draws the panel in the space that `ui` has.
pub fn glance_ui(cx: &Cx<'_>, state: &mut CalendarState, ui: &mut Ui, out: &mut Actions) {
    let sheet = state.begin_beside(cx);
    let figures = state.glance.kept.of(cx, &state.book, &sheet);
    ScrollArea::vertical().id_salt("at a glance").auto_shrink([false, false]).show(ui, |ui| {
        Frame::NONE.inner_margin(Margin { left: 16, right: 16, top: 13, bottom: 16 }).show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(space::L, 0.0);
            let month = sheet.page.reach == Reach::Month;
            let date = sheet.page.from().date();
            let title = if month {
                say::glance(names::month_in_full(date.month().unsigned_abs()))
            } else {
                say::glance_week().to_owned()
            };
            heading(ui, cx.tokens, &title);
            numbers(cx, &figures, ui);
            if !figures.trust.is_empty() && !cx.setup.hide_curve {
                kit::section(ui, if month { say::month_end() } else { say::week_end() }, "", None);
                relationships(cx, &figures, ui, out);
            }
            kit::section(ui, say::needs_you(), "", None);
            needs(cx, state, &figures, ui, out);
            kit::section(ui, say::next_up(), "", None);
            next(cx, state, &figures, date.year(), ui, out);
        });
    });
}

fn heading(ui: &mut Ui, t: &Tokens, title: &str) {
    let galley = paint::line_within(ui.painter(), fonts::DIALOG, title, t.text, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
    ui.painter().galley(pos2(rect.left(), rect.center().y - galley.size().y / 2.0), galley, t.text);
    ui.add_space(space::L);
}

/// Four figures, two in a line.
fn numbers(cx: &Cx<'_>, figures: &Figures, ui: &mut Ui) {
    let errors = figures
        .first_error
        .map_or_else(|| say::errors_word(0), |day| say::errors_on(say::errors_word(figures.errors), day.short()));
    let hidden = figures.errors_hidden;
    let errors = if hidden > 0 { say::errors_hidden(errors, hidden) } else { errors };
    let fees = if figures.fees.is_empty() {
        say::no_fees().to_owned()
    } else {
        words::list(&figures.fees.iter().copied().map(Money::readable).collect::<Vec<_>>())
    };
    let ratio = say::gives_to_asks(figures.balance.give, figures.balance.ask);
    let all = [
        (counts::grouped(figures.moments), say::moments_word(figures.moments), None),
        (ratio, say::gives_label().to_owned(), Some(say::gives_to_asks_spoken(figures.balance.give, figures.balance.ask))),
        (counts::grouped(figures.errors), errors, None),
        (fees, say::fees_label().to_owned(), None),
    ];
    for pair in all.chunks(2) {
        let width = (ui.available_width() - space::L) / 2.0;
        // A word that is longer than its box has a second line, and so has the one beside it.
        let label = |label: &String| paint::line(ui.painter(), fonts::META, label, cx.tokens.text_2).size().x;
        let second = pair.iter().any(|(_, text, _)| label(text) > width - 2.0 * INSIDE);
        let height = if second { FIGURE + fonts::META.line } else { FIGURE };
        let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        for (at, (number, label, spoken)) in pair.iter().enumerate() {
            let left = row.left() + at as f32 * (width + space::L);
            let rect = Rect::from_min_size(pos2(left, row.top()), vec2(width, height));
            figure(cx.tokens, ui, rect, (number, label), spoken.as_deref());
        }
        ui.add_space(space::L);
    }
    ui.add_space(space::L);
}

fn figure(t: &Tokens, ui: &Ui, rect: Rect, (number, label): (&str, &str), spoken: Option<&str>) {
    let response = ui.interact(rect, ui.scope_id().with(("figure", label)), Sense::hover());
    response.widget_info(|| {
        let name = spoken.map_or_else(|| format!("{number} {label}"), str::to_owned);
        WidgetInfo::labeled(Role::Label, true, name)
    });
    let painter = ui.painter();
    painter.rect(rect, CornerRadius::same(R3), t.card, Stroke::new(EDGE, t.line), StrokeKind::Inside);
    let room = rect.width() - 2.0 * INSIDE;
    let large = paint::line_within(painter, fonts::DIALOG, number, t.text, room);
    let small = paint::lines_within(painter, fonts::META, label, t.text_2, room, 2);
    let elided = large.elided || small.elided;
    painter.galley(pos2(rect.left() + INSIDE, rect.top() + 18.0 - large.size().y / 2.0), large, t.text);
    painter.galley(pos2(rect.left() + INSIDE, rect.top() + 39.0 - fonts::META.line / 2.0), small, t.text_2);
    if elided {
        response.on_hover_text(format!("{number} {label}"));
    }
}

/// A bar and a band for each creator, with the line from which people are ready to be asked.
fn relationships(cx: &Cx<'_>, figures: &Figures, ui: &mut Ui, out: &mut Actions) {
    let t = cx.tokens;
    let mut tick = None;
    for trust in &figures.trust {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
        let band = trust.band().map_or(say::no_curve(), band_name);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, say::trust_of(&trust.whole_name, band)));
        ground(ui, t, rect, &response);
        tick = relationship(t, ui, rect, trust, band).or(tick);
        if response.clicked() {
            out.push(Action::ShowLane(trust.lane));
        }
    }
    if figures.people > MOST_PEOPLE {
        ui.label(fonts::META.rich(say::people_more(figures.people - MOST_PEOPLE)).color(t.text_3));
    }
    if let Some(x) = tick {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 18.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, say::ready_line()));
        let y = rect.center().y - 2.0;
        paint::dashed_line(ui.painter(), &[pos2(x, y - 5.0), pos2(x, y + 5.0)], Stroke::new(STEM, t.ready), [2.5, 2.0]);
        paint::text_at(ui.painter(), x + 5.0, y, fonts::META, say::ready_line(), t.ready);
    }
    ui.add_space(space::XL);
}

/// Returns where the line stands from which people are ready.
fn relationship(t: &Tokens, ui: &Ui, rect: Rect, trust: &Trust, band: &str) -> Option<f32> {
    let painter = ui.painter();
    let y = rect.center().y;
    marks::avatar(painter, pos2(rect.left() + 10.0, y), 20.0, trust.place, &trust.whole_name);
    let name = paint::line_within(painter, fonts::BODY, &trust.name, t.text, 58.0);
    painter.galley(pos2(rect.left() + 28.0, y - name.size().y / 2.0), name, t.text);
    let Some(at) = trust.at else {
        paint::text_at(painter, rect.left() + 92.0, y, fonts::META, band, t.text_3);
        return None;
    };
    let (color, _) = trust.band().map_or((t.text_3, t.active), |band| t.band(band));
    let track = Rect::from_min_max(pos2(rect.left() + 92.0, y - 4.0), pos2(rect.right() - 108.0, y + 4.0));
    painter.rect_filled(track, CornerRadius::same(R1), t.active);
    let share = at.clamp(0.0, 1.0) as f32;
    let filled = track.with_max_x((track.left() + track.width() * share).max(track.left() + 3.0));
    painter.rect_filled(filled, CornerRadius::same(R1), color);
    let x = (track.left() + track.width() * CONSTANTS.ready as f32).round() + 0.5;
    paint::dashed_line(painter, &[pos2(x, y - 7.0), pos2(x, y + 7.0)], Stroke::new(STEM, t.ready), [2.5, 2.0]);
    if let Some(of) = trust.band() {
        marks::band(painter, pos2(track.right() + 8.0, y), of, band, t);
    }
    Some(x)
}

/// The ground of a row that can be pressed.
fn ground(ui: &Ui, t: &Tokens, rect: Rect, response: &Response) {
    let rect = rect.expand2(vec2(6.0, 0.0));
    if response.is_pointer_button_down_on() || response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(theme::R2), t.hover);
    }
    if response.has_focus() {
        paint::ring(ui.painter(), rect, theme::R2, -1.0, t.accent);
    }
}

/// What is open in the next days, with the first thing that mends it.
fn needs(cx: &Cx<'_>, state: &mut CalendarState, figures: &Figures, ui: &mut Ui, out: &mut Actions) {
    let t = cx.tokens;
    if figures.needs.is_empty() {
        ui.label(fonts::BODY.rich(say::nothing_needed()).color(t.text_2));
        ui.add_space(space::XL);
        return;
    }
    let mut fresh = true;
    for finding in figures.needs.iter().filter_map(|at| cx.derived.findings.get(*at)) {
        need(cx, state, finding, &mut fresh, ui, out);
    }
    if figures.needs_more > 0 {
        ui.label(fonts::META.rich(say::needs_more(figures.needs_more)).color(t.text_3));
    }
    ui.add_space(space::XL);
}

fn need(cx: &Cx<'_>, state: &mut CalendarState, finding: &Finding, fresh: &mut bool, ui: &mut Ui, out: &mut Actions) {
    let t = cx.tokens;
    let width = ui.available_width();
    let lane = finding.lane.and_then(|id| cx.campaign.lanes.iter().position(|lane| lane.id == id));
    let who = lane.and_then(|at| state.book.who(at)).map(|who| who.name.to_string()).unwrap_or_default();
    let text = if who.is_empty() { finding.title.to_owned() } else { say::finding_of(who, finding.title) };
    let title = paint::lines_within(ui.painter(), fonts::BODY, &text, t.text, width - 26.0, 2);
    let (rect, response) = ui.allocate_exact_size(vec2(width, title.size().y + 6.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &text));
    ground(ui, t, rect, &response);
    marks::tone(ui.painter(), pos2(rect.left() + 8.0, rect.top() + 11.0), 15.0, data::tone(finding), t);
    ui.painter().galley(pos2(rect.left() + 25.0, rect.top() + 3.0), title, t.text);
    let response = response.on_hover_text(finding.message.to_string());
    if response.clicked() {
        out.push(Action::ShowFinding(FindingKey::of(finding)));
    }
    // Working fixes out takes its time: one of them in a frame, so that none is held up.
    if !state.fixes.is_ready(cx, finding) && !std::mem::take(fresh) {
        ui.ctx().request_repaint();
        ui.add_space(24.0);
        return;
    }
    let fix = state.fixes.of(cx, finding).first().cloned();
    match fix {
        Some(fix) if cx.locked().is_none() => {
            let words = paint::lines_within(ui.painter(), fonts::BODY_M, &fix.title, t.accent, width - 30.0, 2);
            let (row, _) = ui.allocate_exact_size(vec2(width, words.size().y + 6.0), Sense::hover());
            let place = Rect::from_min_size(pos2(row.left() + 25.0, row.top()), words.size() + vec2(0.0, 4.0));
            let id = ui.scope_id().with(("mend", FindingKey::of(finding)));
            let link = ui.interact(place.expand2(vec2(4.0, 0.0)), id, Sense::click());
            link.widget_info(|| WidgetInfo::labeled(Role::Button, true, &fix.title));
            ui.painter().galley(pos2(place.left(), place.center().y - words.size().y / 2.0), words, t.accent);
            if link.hovered() {
                ui.painter().hline(place.x_range(), place.bottom() - 3.0, Stroke::new(EDGE, t.accent));
                ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
            }
            if link.has_focus() {
                paint::ring(ui.painter(), place, R1, 2.0, t.accent);
            }
            if link.clicked() {
                fixes::apply(cx.campaign, &fix, finding, out);
            }
            drop(fixes::with_note(cx, link, &fixes::note(&fix)));
            ui.add_space(space::S);
        }
        _ => ui.add_space(space::M),
    }
}

/// The moments that come next; a day of another year than the one in front says which.
fn next(cx: &Cx<'_>, state: &mut CalendarState, figures: &Rc<Figures>, year: i16, ui: &mut Ui, out: &mut Actions) {
    let t = cx.tokens;
    let elsewhen = |when| cx.campaign.day_of(when).filter(|day| day.date().year() != year);
    if figures.next.is_empty() {
        let hidden = figures.next_hidden;
        let why = if hidden > 0 { say::next_hidden(words::moments(hidden)) } else { say::nothing_next().to_owned() };
        ui.label(fonts::BODY.rich(why).color(t.text_2));
    }
    for item in &figures.next {
        let Some((lane, moment)) = item.find(cx.campaign) else { continue };
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
        let day = elsewhen(moment.when).map_or_else(|| when_text(cx.campaign, cx.years(), moment.when), Day::long);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, say::next_row(title_of(moment), &day)));
        ground(ui, t, rect, &response);
        let y = rect.center().y;
        marks::kind(ui.painter(), pos2(rect.left() + 8.0, y), 16.0, moment.kind, t);
        let when = paint::line(ui.painter(), fonts::META, &day, t.text_2);
        let end = rect.right() - when.size().x;
        ui.painter().galley(pos2(end, y - when.size().y / 2.0), when, t.text_2);
        let title = paint::line_within(ui.painter(), fonts::BODY, title_of(moment), t.text, end - rect.left() - 33.0);
        let elided = title.elided;
        ui.painter().galley(pos2(rect.left() + 25.0, y - title.size().y / 2.0), title, t.text);
        let response = if elided { response.on_hover_text(title_shown(moment)) } else { response };
        if response.clicked() {
            out.push(Action::Select(Selection::moment(moment.id, Some(lane.id))));
            state.jump_to(moment.id);
            ui.ctx().request_repaint();
        }
    }
}
