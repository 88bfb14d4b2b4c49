//! The phases of a campaign on the axis: what they look like, and their menus; and the ground of single days behind the lanes.
//!
//! What blackout dates have at the foot of the axis is in [`super::blackouts`].

use egui::{CornerRadius, Mesh, Modifiers, Painter, PointerButton, Rect, Response, Role, Sense, Shape, Ui, WidgetInfo, pos2};

use super::frame::Frame;
use super::menu::WIDTH;
use super::spans::{self, Span};
use super::state::BoardState;
use crate::analysis::Axis;
use crate::model::{Day, PhaseKind};
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::{context_menu, menu_row, open_as_by_keys, opens_chosen_by_keys, paint};
use crate::ui::theme::{R1, RING};
use crate::ui::view::{Action, Actions};
use crate::words::{board as say, names, spans as words};

/// From this many points a day weekends are marked; nearer together they would only be stripes.
const WEEKENDS: f64 = 10.0;

/// Less room than this, and all that is left of a name is its dots.
const NAMED: f32 = 26.0;

/// The bands of the phases. A name stays in view while its phase is scrolled past the edge; what is cut is in the tooltip.
pub(super) fn bands(frame: &Frame<'_>, painter: &Painter, state: &mut BoardState, ui: &Ui, out: &mut Actions) {
    if frame.scale.axis != Axis::Calendar {
        return;
    }
    // An empty plan begins with a lane.
    if !frame.cx.campaign.lanes.is_empty() {
        strip(frame, state, ui, out);
    }
    let (left, right) = (frame.content.left(), frame.content.right());
    let phases = frame.cx.campaign.phases.iter().enumerate();
    let days: Vec<(Day, Day)> = phases.map(|(at, phase)| state.spans.days(Span::Phase(at), (phase.from, phase.to))).collect();
    let tracks = tracks(&days);
    for (at, phase) in frame.cx.campaign.phases.iter().enumerate() {
        let span = Span::Phase(at);
        let (first, last) = days[at];
        let from = frame.day_x(first.number());
        let to = frame.day_x(last.number().saturating_add(1)) - 2.0;
        if to < left || from > right || to - from < 3.0 {
            continue;
        }
        let (top, bottom) =
            tracks[at].map_or((4.0, 22.0), |track| if track == Track::Upper { (1.0, 13.0) } else { (14.0, 26.0) });
        let band = Rect::from_min_max(pos2(from, frame.whole.top() + top), pos2(to, frame.whole.top() + bottom));
        let is_now = frame.cx.today >= first && frame.cx.today <= last;
        let seen = band.intersect(frame.header());
        let response = ui.interact(seen, ui.scope_id().with(span), Sense::click_and_drag());
        described(&response, &phase.name, first.span(last), ui);
        spans::respond(frame, span, band, &response, state, ui, out);
        phase_menu(frame, at, &response, state, out);
        let fill = if is_now || response.hovered() { frame.t.active } else { frame.t.sunken };
        painter.rect_filled(band, CornerRadius::same(R1), fill);
        let x = band.left().max(left) + 6.0;
        let room = band.right() - x - 4.0;
        // Bands lie on whole points, so that nothing rounds a name off their middle.
        if room >= NAMED {
            let name = paint::line_within(painter, fonts::META_M, &phase.name, frame.t.text_2, room);
            painter.galley(pos2(x, band.center().y - name.size().y / 2.0), name, frame.t.text_2);
        }
        if response.has_focus() {
            // In a track of its own the ring keeps off the name.
            let inside = if tracks[at].is_some() { 1.0 } else { RING };
            paint::ring(painter, band.shrink(inside), R1, 0.0, frame.t.accent);
        }
        tip(response, state, |ui| {
            ui.label(fonts::BODY_M.rich(&phase.name));
            ui.label(fonts::META.rich(phase.from.span(phase.to)).color(frame.t.text_2));
            ui.label(fonts::META.rich(keys_of(ui)).color(frame.t.text_3));
        });
    }
}

/// Where in the strip a phase stands that shares days with another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Track {
    Upper,
    Lower,
}

/// The tracks of phases, so that those that overlap are seen and grasped, each from end to end; `None` for one that has its
/// days for itself and the strip's whole height.
fn tracks(days: &[(Day, Day)]) -> Vec<Option<Track>> {
    let mut order: Vec<usize> = (0..days.len()).collect();
    order.sort_by_key(|at| (days[*at], *at));
    let mut shares = vec![false; days.len()];
    let mut longest: Option<usize> = None;
    for &at in &order {
        if let Some(before) = longest.filter(|before| days[at].0 <= days[*before].1) {
            (shares[before], shares[at]) = (true, true);
        }
        longest = longest.filter(|before| days[*before].1 >= days[at].1).or(Some(at));
    }
    let mut tracks = vec![None; days.len()];
    let mut upper: Option<Day> = None;
    for &at in order.iter().filter(|at| shares[**at]) {
        let is_free = upper.is_none_or(|end| days[at].0 > end);
        tracks[at] = Some(if is_free { Track::Upper } else { Track::Lower });
        if is_free {
            upper = Some(days[at].1);
        }
    }
    tracks
}

/// Says under the pointer what days are, but not over where they go while they are in the hand.
pub(super) fn tip(response: Response, state: &BoardState, content: impl FnOnce(&mut Ui)) {
    if state.spans.held().is_none() && !response.is_pointer_button_down_on() {
        response.on_hover_ui(content);
    }
}

/// What a screen reader says of days: their name, and from when to when they are.
pub(super) fn described(response: &Response, name: &str, days: String, ui: &Ui) {
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(days));
}

/// The strip behind the phases: a double click adds one there, its menu also adds blackout dates.
fn strip(frame: &Frame<'_>, state: &mut BoardState, ui: &Ui, out: &mut Actions) {
    let header = frame.header();
    let strip = Rect::from_x_y_ranges(header.x_range(), header.top()..=header.top() + 26.0);
    let response = ui.interact(strip, ui.scope_id().with("phases"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, words::strip()));
    if state.spans.wants_strip() {
        response.request_focus();
    }
    if response.has_focus() {
        paint::ring(ui.painter(), strip.shrink(RING), R1, 0.0, frame.t.accent);
    }
    let day = response.interact_pointer_pos().map(|at| spans::calendar_day(frame, at));
    if let Some(day) = day.filter(|_| response.double_clicked()) {
        add(frame, Span::Phase(frame.cx.campaign.phases.len()), day, state, out);
    }
    let opened = std::mem::take(&mut state.spans.opens);
    if opened {
        open_as_by_keys(&response, response.interact_rect.left_bottom());
    }
    if response.secondary_clicked() {
        state.spans.spot = day;
    } else if opens_chosen_by_keys(&response, false) || opened {
        state.spans.spot = Some(spans::calendar_day(frame, strip.center()));
    }
    if response.clicked() && !response.clicked_by(PointerButton::Primary) {
        // Enter does nothing else here. It would close the menu in the frame in which it is pressed.
        state.spans.opens = true;
        ui.ctx().request_repaint();
    }
    // The days below have no names of their own, and the same is begun there.
    let below = Rect::from_x_y_ranges(header.x_range(), strip.bottom()..=header.bottom());
    let days = ui.interact(below, ui.scope_id().with("days"), Sense::CLICK);
    if days.secondary_clicked() {
        state.spans.spot = days.interact_pointer_pos().map(|at| spans::calendar_day(frame, at));
    }
    for response in [&response, &days] {
        menu_of_strip(frame, response, state, out);
    }
}

/// What can be added at the day where the menu was opened.
fn menu_of_strip(frame: &Frame<'_>, response: &Response, state: &mut BoardState, out: &mut Actions) {
    let Some(day) = state.spans.spot else { return };
    context_menu(response).width(WIDTH).accessible_name(words::strip()).show(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        let campaign = frame.cx.campaign;
        for (icon, name, span) in [
            (icons::PLUS, words::add_phase_here(), Span::Phase(campaign.phases.len())),
            (icons::PROHIBIT, words::add_blackout_here(), Span::Blackout(campaign.blackouts.len())),
        ] {
            if menu_row(ui, Some(icon), name, "", false).clicked() {
                add(frame, span, day, state, out);
                ui.close();
            }
        }
    });
}

/// Adds it at a day, ready for its name.
fn add(frame: &Frame<'_>, span: Span, day: Day, state: &mut BoardState, out: &mut Actions) {
    if let Some(why) = frame.cx.locked() {
        out.push(Action::Note(why.to_owned()));
        return;
    }
    out.push(Action::Edit(match span {
        Span::Phase(_) => spans::new_phase(frame.cx.campaign, day),
        Span::Blackout(_) => spans::new_blackout(frame.cx.campaign, day),
    }));
    state.name_new_span(span);
}

fn phase_menu(frame: &Frame<'_>, at: usize, response: &Response, state: &mut BoardState, out: &mut Actions) {
    let span = Span::Phase(at);
    let Some(phase) = frame.cx.campaign.phases.get(at).filter(|_| state.spans.menu == Some(span)) else { return };
    let campaign = frame.cx.campaign;
    let name = words::phase_menu(&phase.name);
    context_menu(response).width(WIDTH).accessible_name(name).show(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.add_enabled_ui(frame.cx.locked().is_none(), |ui| {
            if menu_row(ui, Some(icons::EDIT), words::rename(), "", false).clicked() {
                state.name_span(span);
                ui.close();
            }
            ui.separator();
            let kinds = PhaseKind::ALL.iter().map(|kind| (Some(*kind), names::choice(kind.key())));
            for (kind, name) in std::iter::once((None, words::no_kind())).chain(kinds) {
                if menu_row(ui, None, name, "", phase.kind == kind).clicked() {
                    let step = spans::phases(campaign, words::step_phase_kind(&phase.name), |all| {
                        if let Some(phase) = all.get_mut(at) {
                            phase.kind = kind;
                        }
                    });
                    out.push(Action::Edit(step));
                    ui.close();
                }
            }
            ui.separator();
            if menu_row(ui, Some(icons::DELETE), words::delete(), "", false).clicked() {
                spans::delete(campaign, span, state, out);
                ui.close();
            }
        });
    });
}

/// What lies behind the lanes of single days: weekends where days are wide enough, and the days on which nothing is
/// published, these at any zoom.
pub(super) fn ground(frame: &Frame<'_>, painter: &Painter, state: &BoardState, bottom: f32) {
    if frame.scale.axis != Axis::Calendar {
        return;
    }
    let seen = frame.content.x_range();
    let (first, last) = (frame.scale.at(frame.plan_x(seen.min)), frame.scale.at(frame.plan_x(seen.max)));
    let (first, last) = (first.floor() as i32, last.floor() as i32);
    let mut mesh = Mesh::default();
    let mut days = |from: i32, to: i32, color| {
        let (from, to) = (frame.day_x(from).max(seen.min), frame.day_x(to.saturating_add(1)).min(seen.max));
        mesh.add_colored_rect(Rect::from_x_y_ranges(from..=to, frame.content.top()..=bottom), color);
    };
    if frame.scale.px_per_day() >= WEEKENDS {
        let inside = |day: i32| (Day::MIN.number()..=Day::MAX.number()).contains(&day);
        for day in (first..=last).filter(|day| inside(*day) && Day::from_number(*day).weekday() == 5) {
            days(day, day.saturating_add(1), frame.t.sunken.gamma_multiply(0.55));
        }
    }
    let mut hatched = Vec::new();
    for (at, blackout) in frame.cx.campaign.blackouts.iter().enumerate() {
        let (from, to) = state.spans.days(Span::Blackout(at), (blackout.from, blackout.to));
        let (from, to) = (from.number(), to.number());
        if from <= last && to >= first {
            days(from, to, frame.t.blackout_ground());
            hatched.push((from, to));
        }
    }
    painter.add(Shape::mesh(mesh));
    for (from, to) in hatched {
        let across = frame.day_x(from).max(seen.min)..=frame.day_x(to.saturating_add(1)).min(seen.max);
        let place = Rect::from_x_y_ranges(across, frame.content.top()..=bottom);
        // The strokes stay with their days while the board moves, and all bands have the same.
        let from = place.left() - frame.plan_x(place.left()) as f32;
        paint::hatch(painter, place, from, frame.t.blackout_hatch());
    }
}

/// What the mouse and the keys do with days, with the keys that this computer has.
pub(super) fn keys_of(ui: &Ui) -> String {
    let held = |modifiers| ui.ctx().format_modifiers(modifiers);
    words::keys(held(Modifiers::ALT), held(Modifiers::COMMAND), held(Modifiers::COMMAND | Modifiers::SHIFT))
}

/// What is said of days that have that name or reason, and in which that many moments stand.
pub(super) fn said_of(span: Span, name: &str, (from, to): (Day, Day), moments: usize) -> String {
    let days = from.span(to);
    match span {
        Span::Phase(_) => words::phase_is(name.trim(), days),
        Span::Blackout(_) => blackout_said(name, days, moments),
    }
}

/// What is said of blackout dates: that nothing is published then only where nothing stands there.
pub(in crate::ui) fn blackout_said(why: &str, days: String, moments: usize) -> String {
    match (why.trim(), moments) {
        ("", 0) => say::blackout(days),
        (why, 0) => say::blackout_why(days, why),
        ("", moments) => say::blackout_taken(days, say::stand_in_it(moments)),
        (why, moments) => say::blackout_why_taken(days, why, say::stand_in_it(moments)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phases_that_share_days_stand_below_each_other_and_the_others_keep_their_height() {
        let day = |number: i32| Day::from_number(21_000 + number);
        let tracks = |spans: &[(i32, i32)]| {
            let days: Vec<(Day, Day)> = spans.iter().map(|(from, to)| (day(*from), day(*to))).collect();
            tracks(&days)
        };
        let (upper, lower) = (Some(Track::Upper), Some(Track::Lower));
        assert_eq!(tracks(&[(0, 9), (10, 19), (20, 29)]), [None, None, None]);
        // The first was stretched into the second: whatever their order in the plan is.
        assert_eq!(tracks(&[(0, 15), (10, 19), (20, 29)]), [upper, lower, None]);
        assert_eq!(tracks(&[(10, 19), (0, 10), (20, 29)]), [lower, upper, None]);
        assert_eq!(tracks(&[(0, 40), (5, 9), (20, 29), (50, 60)]), [upper, lower, lower, None]);
        assert!(tracks(&[]).is_empty());
    }
}
