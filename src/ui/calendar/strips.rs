//! Stretches of days: phases behind the numbers, and below what stands on the days those on which nothing is published and
//! those on which a lane is quiet. Each has its sign and its words; the colour only repeats them.

use egui::{Color32, CornerRadius, Painter, Rect, Role, Sense, Stroke, Theme, Ui, WidgetInfo, pos2};

use super::CalendarState;
use super::data::{Strip, What};
use super::frame::Frame;
use super::grid::{after_number, smooth};
use super::layout::{NUMBER, STRIP};
use super::more::{List, Listed};
use crate::analysis::curve::Band;
use crate::model::Day;
use crate::model::direction::{isolated, left_to_right};
use crate::ui::board::{band_name, blackout_said, blackout_short_forms};
use crate::ui::fonts;
use crate::ui::icons::{self, Icon};
use crate::ui::insides::{self, tenths};
use crate::ui::kit::paint;
use crate::ui::theme::{DASH_SLOT, EDGE, R1, STEM};
use crate::words::{self, calendar_view as say};

/// Most of a week's height that stretches may take.
const SHARE: f32 = 0.45;

/// How many rows the stretches of a week take on the screen; where some have none, a line leads to them.
pub(super) fn rows(frame: &Frame<'_>, week: usize) -> usize {
    let wanted = frame.sheet.rows_of(week) + usize::from(!frame.sheet.beyond.get(week).is_none_or(Vec::is_empty));
    wanted.min(room(frame, week))
}

/// How many of them lie below what stands on a day, by its place on the page: those that cover other days take it no room.
pub(super) fn rows_below(frame: &Frame<'_>, at: usize) -> usize {
    let (week, column) = (at / 7, at % 7);
    let rows = rows(frame, week);
    if rows == 0 {
        return 0;
    }
    let leads_on = !beyond(frame, week).is_empty();
    let last = if leads_on { rows - 1 } else { rows };
    let covers = |strip: &&Strip| strip.week == week && strip.row < last && (strip.columns.0..=strip.columns.1).contains(&column);
    let first = frame.sheet.strips.iter().filter(covers).map(|strip| strip.row).min();
    // The line that leads to the others stands under the first day.
    first.map_or(usize::from(leads_on && column == 0), |first| rows - first)
}

/// Rows for which a week has room.
fn room(frame: &Frame<'_>, week: usize) -> usize {
    let height = frame.grid.y(week + 1) - frame.grid.y(week) - NUMBER;
    ((height * SHARE / STRIP).floor().max(1.0)) as usize
}

/// The stretches of a week that have no row, where there are any.
pub(super) fn beyond(frame: &Frame<'_>, week: usize) -> Vec<What> {
    let room = room(frame, week);
    let mut beyond = frame.sheet.beyond.get(week).cloned().unwrap_or_default();
    let rows = frame.sheet.rows_of(week);
    if beyond.is_empty() && rows <= room {
        return beyond;
    }
    // The last row is the line that leads to them.
    let last = rows.min(room - 1);
    let without = frame.sheet.strips.iter().filter(|strip| strip.week == week && strip.row >= last);
    beyond.extend(without.map(|strip| strip.what));
    beyond
}

/// The place of a stretch, by its columns.
fn across(frame: &Frame<'_>, strip: &Strip, top: f32, bottom: f32) -> Rect {
    let (from, to) = strip.columns;
    // Where it goes on in another week, it reaches to the edge.
    let begins = frame.sheet.page.day(strip.week * 7 + from).is_some_and(|day| day == strip.days.0);
    let ends = frame.sheet.page.day(strip.week * 7 + to).is_some_and(|day| day == strip.days.1);
    let left = frame.grid.x(from) + if begins { 4.0 } else { 0.0 };
    let right = frame.grid.x(to + 1) - if ends { 5.0 } else { 1.0 };
    Rect::from_min_max(pos2(left, top), pos2(right, bottom))
}

/// Draws the phases behind the numbers of the days, with their names where those leave room.
pub(super) fn phases(frame: &Frame<'_>, painter: &Painter, ui: &Ui) {
    let t = frame.t;
    for strip in &frame.sheet.phases {
        let What::Phase(at) = strip.what else { continue };
        let top = frame.grid.y(strip.week) + 3.0;
        let rect = across(frame, strip, top, top + NUMBER - 6.0);
        if !rect.intersects(frame.grid.seen) {
            continue;
        }
        let is_now = (strip.days.0..=strip.days.1).contains(&frame.cx.today);
        let id = ui.scope_id().with(("phase", at, strip.week));
        let response = ui.interact(rect, id, Sense::hover());
        let told = told(frame, strip.what, strip.days).unwrap_or_default();
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &told));
        // A breath of colour behind the numbers: what stands on the days is what is looked at.
        let fill = if is_now || response.hovered() { t.sunken } else { t.sunken.gamma_multiply(0.5) };
        painter.rect_filled(rect, CornerRadius::same(R1), fill);
        let Some(phase) = frame.cx.campaign.phases.get(at) else { continue };
        // The first day whose number leaves room for the whole name has it, else the first that leaves some.
        let whole = paint::line(painter, fonts::META, &phase.name, t.text_2).size().x.ceil();
        let first = |least: f32| {
            (strip.columns.0..=strip.columns.1).find_map(|column| {
                let at = strip.week * 7 + column;
                let left = after_number(frame, painter, frame.sheet.page.day(at)?, at);
                let room = frame.grid.x(column + 1) - left - 6.0;
                (room >= least).then_some((left, room))
            })
        };
        let spot = first(whole).or_else(|| first(40.0));
        if let Some((left, room)) = spot {
            let name = paint::line_within(painter, fonts::META, &phase.name, t.text_2, room);
            painter.galley(pos2(left, rect.center().y - name.size().y / 2.0), name, t.text_2);
        }
        // It may be as long as the week: what it is stands where it is asked.
        response.on_hover_text_at_pointer(told);
    }
}

/// Draws the other stretches along the lower edges of the weeks.
pub(super) fn show(frame: &Frame<'_>, painter: &Painter, state: &mut CalendarState, ui: &Ui) {
    for week in 0..frame.sheet.page.weeks() {
        let beyond = beyond(frame, week);
        let rows = rows(frame, week);
        let top = frame.grid.y(week + 1) - rows as f32 * STRIP - 1.0;
        let last = if beyond.is_empty() { rows } else { rows.saturating_sub(1) };
        for strip in frame.sheet.strips.iter().filter(|strip| strip.week == week && strip.row < last) {
            let y = top + strip.row as f32 * STRIP;
            let rect = across(frame, strip, y, y + STRIP - 3.0);
            if rect.intersects(frame.grid.seen) {
                draw(frame, painter, strip, rect, state, ui);
            }
        }
        if !beyond.is_empty() {
            let y = top + last as f32 * STRIP;
            let rect = Rect::from_min_max(pos2(frame.grid.x(0) + 5.0, y), pos2(frame.grid.x(1) - 5.0, y + STRIP - 3.0));
            line_for_rest(frame, painter, (week, beyond), rect, state, ui);
        }
    }
}

/// What the inside of a stretch rests on: what it says of itself, its days and the columns that it covers, how large it is in tenths of
/// a point, the theme, and whether it holds what it should not.
#[derive(PartialEq)]
pub(super) struct Basis {
    told: String,
    days: (Day, Day),
    columns: (usize, usize),
    extent: [u32; 2],
    theme: Theme,
    warns: bool,
}

/// The insides of stretches, of each by its week, kept from frame to frame.
pub(super) type Insides = insides::Insides<(What, usize), Basis>;

fn draw(frame: &Frame<'_>, painter: &Painter, strip: &Strip, rect: Rect, state: &mut CalendarState, ui: &Ui) {
    let response = ui.interact(rect, ui.scope_id().with(("strip", strip.what, strip.week)), Sense::hover());
    let told = told_of(frame, state, strip.what, strip.days);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &told));
    let warns = matches!(strip.what, What::Blackout(at) if frame.cx.derived.in_blackout(at) > 0);
    let basis =
        Basis { told: told.clone(), days: strip.days, columns: strip.columns, extent: tenths(rect), theme: frame.theme, warns };
    let mut insides = std::mem::take(&mut state.strips);
    insides.draw(painter, (strip.what, strip.week), basis, rect.min, || inside(frame, painter, strip, rect, state, &told, warns));
    state.strips = insides;
    response.on_hover_text_at_pointer(told);
}

/// Draws a stretch with its sign and as much of what it says as has room.
fn inside(frame: &Frame<'_>, painter: &Painter, strip: &Strip, rect: Rect, state: &CalendarState, told: &str, warns: bool) {
    let t = frame.t;
    let (icon, fill, edge, color): (Icon, Color32, Color32, Color32) = match strip.what {
        What::Quiet { .. } => (icons::QUIET, t.s_warn_bg, t.s_warn_line, t.s_warn),
        What::Blackout(_) if warns => (icons::WARNING, t.s_warn_bg, t.s_warn_edge, t.s_warn),
        What::Blackout(_) => (icons::PROHIBIT, t.s_warn_bg, t.s_warn_edge, t.s_warn),
        What::Phase(_) => (icons::CALENDAR, t.sunken, t.line, t.text_2),
    };
    painter.rect_filled(rect, CornerRadius::same(R1), fill);
    if matches!(strip.what, What::Quiet { .. }) {
        paint::dashed_rect(painter, rect.shrink(0.5), R1, Stroke::new(STEM, edge), DASH_SLOT);
    } else {
        painter.rect_stroke(rect, CornerRadius::same(R1), Stroke::new(EDGE, edge), egui::StrokeKind::Inside);
    }
    icon.paint(painter, pos2(rect.left() + 12.0, rect.center().y), 13.0, color);
    // Where a silence begins it is enough to say that it does: how long it is stands where it goes on.
    let ends_here = frame.sheet.page.day(strip.week * 7 + strip.columns.1).is_some_and(|day| day == strip.days.1);
    let begins_here = frame.sheet.page.day(strip.week * 7 + strip.columns.0).is_some_and(|day| day == strip.days.0);
    let texts = match strip.what {
        What::Quiet { lane, .. } if begins_here && !ends_here => {
            vec![say::quiet_from(isolated(who(state, lane)), frame.cx.years().day(strip.days.0))]
        }
        // On few days there is room for how long it is, and none for what it costs: no sentence stops in a word.
        What::Quiet { lane, days, .. } => {
            vec![told.to_owned(), quiet(frame, state, (lane, days), strip.days), words::days(days.into())]
        }
        What::Blackout(at) => {
            let why = frame.cx.campaign.blackouts.get(at).and_then(|blackout| blackout.why.as_deref()).map_or("", str::trim);
            let mut texts = vec![told.to_owned()];
            texts.extend(blackout_short_forms(why, frame.cx.derived.in_blackout(at)));
            texts
        }
        What::Phase(_) => vec![told.to_owned()],
    };
    let texts: Vec<String> = texts.iter().map(|text| left_to_right(text).into_owned()).collect();
    let Some(line) = paint::longest_that_fits(painter, fonts::META_M, &texts, color, rect.width() - 26.0) else { return };
    painter.galley(pos2(rect.left() + 22.0, rect.center().y - line.size().y / 2.0), line, color);
}

fn line_for_rest(
    frame: &Frame<'_>,
    painter: &Painter,
    (week, beyond): (usize, Vec<What>),
    rect: Rect,
    state: &mut CalendarState,
    ui: &Ui,
) {
    let t = frame.t;
    let response = ui.interact(rect, ui.scope_id().with(("stretches", week)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, say::more_stretches(beyond.len())));
    if let Some(day) = frame.sheet.page.day(week * 7) {
        smooth(frame, painter, day, rect);
    }
    if response.hovered() {
        painter.rect_filled(rect, CornerRadius::same(R1), t.hover);
    }
    let set = |text: &str| paint::line_within(painter, fonts::META_M, text, t.accent, rect.width() - 8.0);
    let whole = set(&say::more_stretches(beyond.len()));
    let line = if whole.elided { set(&say::more(beyond.len())) } else { whole };
    painter.galley(pos2(rect.left() + 4.0, rect.center().y - line.size().y / 2.0), line, t.accent);
    if response.has_focus() {
        paint::ring(painter, rect, R1, 0.0, t.accent);
    }
    if response.clicked() {
        state.listed = Some(List::of(Listed::Stretches(week), &response));
        ui.ctx().request_repaint();
    }
}

fn who(state: &CalendarState, lane: usize) -> &str {
    state.book.who(lane).map_or("", |who| &who.name)
}

/// What a phase or a blackout says of itself.
fn told(frame: &Frame<'_>, what: What, days: (Day, Day)) -> Option<String> {
    let campaign = frame.cx.campaign;
    match what {
        What::Phase(at) => campaign.phases.get(at).map(|phase| say::phase_days(&phase.name, days.0.span(days.1))),
        What::Blackout(at) => campaign.blackouts.get(at).map(|blackout| {
            let moments = frame.cx.derived.in_blackout(at);
            blackout_said(blackout.why.as_deref().unwrap_or_default(), days.0.span(days.1), moments)
        }),
        What::Quiet { .. } => None,
    }
}

/// Whose silence it is, until when, and how long.
fn quiet(frame: &Frame<'_>, state: &CalendarState, (lane, long): (usize, i32), days: (Day, Day)) -> String {
    say::quiet_until(isolated(who(state, lane)), frame.cx.years().day(days.1.plus(1)), words::days(long.into()))
}

/// What any stretch says of itself: of a silence whose it is, until when, and what it costs.
pub(super) fn told_of(frame: &Frame<'_>, state: &CalendarState, what: What, days: (Day, Day)) -> String {
    let What::Quiet { lane, days: long, next } = what else { return told(frame, what, days).unwrap_or_default() };
    let text = quiet(frame, state, (lane, long), days);
    let view = frame.cx.campaign.lanes.get(lane).and_then(|of| frame.view(lane, of));
    let curve = view.and_then(|view| view.curve.as_ref()).filter(|_| !frame.cx.setup.hide_curve);
    let bands = curve.and_then(|curve| {
        let before = curve.band(days.0.plus(-1).number());
        let after = Band::of(curve.around(next)?.before);
        (after < before).then_some((before, after))
    });
    match bands {
        Some((before, after)) => say::quiet_falls(text, band_name(before), band_name(after)),
        None => text,
    }
}
