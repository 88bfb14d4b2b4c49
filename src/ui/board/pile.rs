//! Cards of a lane that share one place because they are too near each other: a list as large as a card, each line of which
//! is a card in all that can be done to it, while its head stands for all of them. The one that somebody works on lies on top, as the card
//! that it is.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use egui::{
    CornerRadius, CursorIcon, Key, Painter, PointerButton, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use super::card::{self, Look};
use super::card_menu;
use super::data::Row;
use super::face;
use super::frame::{Frame, tone, when_text};
use super::hand;
use super::lane;
use super::markers;
use super::menu::MenuOf;
use super::state::BoardState;
use crate::analysis::packing::{Place, Size};
use crate::model::{Moment, MomentId};
use crate::ui::fonts;
use crate::ui::kit::{marks, opens_chosen_by_keys, paint};
use crate::ui::theme::{EDGE, Lift, R1, R3, shadow};
use crate::ui::view::{Action, Actions, Mark, Selection};
use crate::words::{self, board as say, counts};

/// Most cards that are named one by one to screen readers.
const NAMED: usize = 6;
/// Markers of a pile nearer than this to the one before are not drawn: they could not be told apart.
const APART: f32 = 2.0;

/// A card of the pile.
pub(super) type Member<'a> = (&'a Place, &'a Arc<Moment>);

/// Draws a pile and the markers of its cards. Returns the place and look of what is to have a ring.
#[expect(clippy::too_many_arguments, reason = "one pile with everything that it shows and that can be done to it")]
pub(super) fn draw(
    frame: &Frame<'_>,
    painter: &Painter,
    row: &Row,
    run: &Range<usize>,
    creator: Option<usize>,
    state: &mut BoardState,
    ui: &Ui,
    out: &mut Actions,
) -> Vec<(Rect, Look)> {
    let places = row.packed.places().get(run.clone()).unwrap_or_default();
    let members = places.iter().filter_map(|place| Some((place, row.lane.moments.get(place.index)?)));
    let mut members: Vec<Member<'_>> = members.collect();
    let Some((first, _)) = members.first() else { return Vec::new() };
    let rect = frame.card_rect(row, first);
    let count = members.len();
    members.retain(|(_, moment)| !state.drag.as_ref().is_some_and(|drag| drag.takes(moment.id)));
    if members.is_empty() {
        hand::left_behind(frame, painter, rect);
        return Vec::new();
    }
    let is_left = members.len() < count;
    let front = front(frame, state, &members);
    behind(frame, painter, rect);
    markers_of(frame, painter, row, &members, front);
    let name = {
        let titles: Vec<&str> = members.iter().take(NAMED).map(|(_, moment)| face::title_of(moment)).collect();
        say::stack(words::moments(members.len()), frame.lane_name(row, creator), titles.join(", "))
    };
    let Some((place, moment)) = front.and_then(|at| members.get(at)) else {
        let worst = members.iter().filter_map(|(_, moment)| frame.mark(row, moment)).min();
        ground(frame, painter, rect, worst);
        let head = head(rect, row.packed.size);
        let ringed = lines(frame, painter, row, creator, (rect, &members), state, ui, out);
        all(frame, row, (head, rect), &name, &members, state, ui, out);
        paint_head(frame, painter, (rect, row.packed.size), &members, is_left, worst);
        return ringed;
    };
    let own = frame.shown_rect(row, place, moment.id);
    let look = lane::one(frame, painter, row, creator, place, moment, (own, row.packed.size), state, ui, out);
    // Its ring lies under the number, which is to be read.
    if let Some(look) = look {
        card::rings(frame, painter, own, look);
    }
    let count = paint::line(painter, fonts::META_B, &counts::grouped(members.len()), frame.t.text);
    let chip = Rect::from_center_size(rect.right_top() + vec2(-3.0, 3.0), vec2((count.size().x + 10.0).max(18.0), 18.0));
    let hovered = all(frame, row, (chip, own), &name, &members, state, ui, out);
    let edge = Stroke::new(EDGE, frame.t.line_strong);
    painter.rect(chip, CornerRadius::same(9), if hovered { frame.t.hover } else { frame.t.card }, edge, StrokeKind::Inside);
    painter.galley(chip.center() - count.size() / 2.0, count, frame.t.text);
    Vec::new()
}

/// The one on top: where the keyboard is, else the only one that is selected.
fn front(frame: &Frame<'_>, state: &BoardState, members: &[Member<'_>]) -> Option<usize> {
    let place_of = |id: MomentId| members.iter().position(|(_, moment)| moment.id == id);
    if let Some(at) = frame.cx.selection.cursor.and_then(place_of) {
        return Some(at);
    }
    let mut chosen = (0..members.len()).filter(|at| state.chosen.has(members[*at].1.id));
    chosen.next().filter(|_| chosen.next().is_none())
}

/// What shows behind a card of which there are more.
fn behind(frame: &Frame<'_>, painter: &Painter, rect: Rect) {
    for up in [2.0, 1.0] {
        let under = rect.translate(vec2(0.0, -2.5 * up)).shrink2(vec2(4.0 * up, 0.0));
        painter.rect(under, CornerRadius::same(R3), frame.t.panel, Stroke::new(EDGE, frame.t.line), StrokeKind::Inside);
    }
}

fn ground(frame: &Frame<'_>, painter: &Painter, rect: Rect, worst: Option<Mark>) {
    let edge = worst.map_or(frame.t.line, |mark| frame.t.tone(tone(mark)).line);
    let round = CornerRadius::same(R3);
    painter.add(shadow(frame.theme, Lift::Card).as_shape(rect, round));
    painter.rect(rect, round, frame.t.card, Stroke::new(EDGE, edge), StrokeKind::Inside);
}

/// Where the number of cards stands.
fn head(rect: Rect, size: Size) -> Rect {
    let height = if size == Size::S { 21.0 } else { 28.0 };
    Rect::from_min_size(rect.min, vec2(rect.width(), height))
}

/// The places of the lines, or on a small one of the kinds, as many as have room.
fn line_places(rect: Rect, size: Size) -> Vec<Rect> {
    let column = |count: u8, step: f32| -> Vec<Rect> {
        let at = |n: u8| rect.min + vec2(4.0, 28.0 + f32::from(n) * step);
        (0..count).map(|n| Rect::from_min_size(at(n), vec2(rect.width() - 8.0, step))).collect()
    };
    match size {
        Size::Xs | Size::S => {
            (0..5_u8).map(|n| Rect::from_min_size(rect.min + vec2(6.0 + f32::from(n) * 20.0, 22.0), vec2(20.0, 19.0))).collect()
        }
        Size::Slim | Size::M => column(4, 18.0),
        Size::L => column(8, 19.0),
    }
}

/// The cards of the pile line by line; the last line says how many there are besides.
#[expect(clippy::too_many_arguments, reason = "the lines with everything that can be done to the cards that they are")]
fn lines(
    frame: &Frame<'_>,
    painter: &Painter,
    row: &Row,
    creator: Option<usize>,
    (rect, members): (Rect, &[Member<'_>]),
    state: &mut BoardState,
    ui: &Ui,
    out: &mut Actions,
) -> Vec<(Rect, Look)> {
    let t = frame.t;
    let size = row.packed.size;
    let places = line_places(rect, size);
    let named = named(members.len(), &places);
    let mut ringed = Vec::new();
    for ((place, moment), line) in listed(frame, row, members, named).into_iter().zip(&places) {
        let response = ui.interact(*line, lane::card_id(ui, moment.id), state.focus.sense(moment.id));
        state.focus.follow(moment.id, &response);
        let selected = state.chosen.has(moment.id);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, lane::spoken(frame, row, creator, moment)));
        state.cards.push((moment.id, *line));
        if selected || response.hovered() {
            painter.rect_filled(*line, CornerRadius::same(R1), if selected { t.accent_bg } else { t.hover });
        }
        paint_line(frame, painter, row, moment, *line);
        if response.has_focus() {
            ringed.push((line.shrink(3.0), Look { focused: true, ..Look::default() }));
        }
        lane::act(frame, row, place, moment, (rect, Size::S), response, state, ui, out);
    }
    if let Some(last) = places.get(named).filter(|_| named < members.len()) {
        paint_rest(frame, painter, size, members.len() - named, *last);
    }
    ringed
}

/// A card as a line of its pile; on a small pile only its kind.
fn paint_line(frame: &Frame<'_>, painter: &Painter, row: &Row, moment: &Moment, line: Rect) {
    let t = frame.t;
    if row.packed.size <= Size::S {
        marks::kind(painter, line.center(), 15.0, moment.kind, t);
        return;
    }
    let y = line.center().y;
    marks::kind(painter, pos2(line.left() + 10.0, y), 14.0, moment.kind, t);
    let mark = frame.mark(row, moment);
    let room = line.width() - 24.0 - if mark.is_some() { 18.0 } else { 4.0 };
    let title = paint::line_within(painter, fonts::META_M, face::title_of(moment), t.text, room);
    painter.galley(pos2(line.left() + 22.0, y - title.size().y / 2.0), title, t.text);
    if let Some(mark) = mark {
        marks::tone(painter, pos2(line.right() - 10.0, y), 12.0, tone(mark), t);
    }
}

/// How many cards there are besides the lines.
fn paint_rest(frame: &Frame<'_>, painter: &Painter, size: Size, count: usize, line: Rect) {
    let is_small = size <= Size::S;
    let words = if is_small { say::more_on_pile(count) } else { say::and_more(count) };
    let words = paint::line_within(painter, fonts::META, &words, frame.t.text_2, line.width());
    let x = if is_small { line.left() } else { line.left() + 22.0 };
    painter.galley(pos2(x, line.center().y - words.size().y / 2.0), words, frame.t.text_2);
}

/// The same list where nothing can be done to it: behind the cards of a fix on show.
pub(super) fn still(frame: &Frame<'_>, painter: &Painter, row: &Row, run: &Range<usize>) {
    let places = row.packed.places().get(run.clone()).unwrap_or_default();
    let members: Vec<Member<'_>> = places.iter().filter_map(|place| Some((place, row.lane.moments.get(place.index)?))).collect();
    let Some((first, _)) = members.first() else { return };
    let rect = frame.card_rect(row, first);
    behind(frame, painter, rect);
    let worst = members.iter().filter_map(|(_, moment)| frame.mark(row, moment)).min();
    ground(frame, painter, rect, worst);
    paint_head(frame, painter, (rect, row.packed.size), &members, false, worst);
    let lines = line_places(rect, row.packed.size);
    let named = named(run.len(), &lines);
    for ((_, moment), line) in listed(frame, row, &members, named).into_iter().zip(&lines) {
        paint_line(frame, painter, row, moment, *line);
    }
    if let Some(last) = lines.get(named).filter(|_| named < run.len()) {
        paint_rest(frame, painter, row.packed.size, run.len() - named, *last);
    }
}

/// How many cards of a pile have a line.
fn named(count: usize, lines: &[Rect]) -> usize {
    if count > lines.len() { lines.len().saturating_sub(1) } else { count }
}

/// The cards that have a line: in their order, but where not all of them have one, what was found comes first and asks after it.
/// Nobody may have to open a pile to see that something in it asks.
fn listed<'a, 'b>(frame: &Frame<'_>, row: &Row, members: &'b [Member<'a>], named: usize) -> Vec<&'b Member<'a>> {
    let mut listed: Vec<&Member<'_>> = members.iter().collect();
    if named < members.len() {
        // Looked up once for each of them: a screen full of piles has thousands.
        listed.sort_by_cached_key(|(_, moment)| (frame.mark(row, moment).is_none(), !moment.is_ask()));
        listed.truncate(named);
    }
    listed
}

/// The days that the cards stand on: "20 Oct", "12–20 Oct", "12–20 Oct ’27", "No. 3 – No. 6".
fn days(frame: &Frame<'_>, members: &[Member<'_>]) -> String {
    let (campaign, years) = (frame.cx.campaign, frame.cx.years());
    let (Some((_, first)), Some((_, last))) = (members.first(), members.last()) else { return String::new() };
    match (campaign.day_of(first.when), campaign.day_of(last.when)) {
        (Some(from), Some(to)) => years.brief_span(from, to),
        _ if first.when == last.when => when_text(campaign, years, first.when),
        _ => say::days_span(when_text(campaign, years, first.when), when_text(campaign, years, last.when)),
    }
}

/// How many cards there are, the days that they stand on as far as there is room, and the worst that was found. While others of the
/// pile are in the hand (`is_left`), why these are not.
fn paint_head(
    frame: &Frame<'_>,
    painter: &Painter,
    (rect, size): (Rect, Size),
    members: &[Member<'_>],
    is_left: bool,
    worst: Option<Mark>,
) {
    let y = head(rect, size).center().y + 1.0;
    let room = rect.width() - if worst.is_some() { 34.0 } else { 16.0 };
    let (count, days) = (words::moments(members.len()), days(frame, members));
    let number = counts::grouped(members.len());
    let stay = (is_left && members.iter().all(|(_, moment)| moment.is_published())).then(|| say::pile_stays(members.len()));
    // Neither the count nor the days are cut: what has no room is said shorter, or not at all.
    let ways = [words::dotted(&count, &days), words::dotted(&number, &days), count];
    let fits = |text: &String| paint::line(painter, fonts::META_B, text, frame.t.text).size().x <= room;
    let text = stay.into_iter().chain(ways).find(fits).unwrap_or(number);
    let text = paint::line_within(painter, fonts::META_B, &text, frame.t.text, room);
    painter.galley(pos2(rect.left() + 8.0, y - text.size().y / 2.0), text, frame.t.text);
    if let Some(mark) = worst {
        marks::tone(painter, pos2(rect.right() - 16.0, y), 14.0, tone(mark), frame.t);
    }
}

/// What stands for the whole pile. Returns whether the pointer is over it.
#[expect(clippy::too_many_arguments, reason = "one head with everything that it stands for and that can be done to it")]
fn all(
    frame: &Frame<'_>,
    row: &Row,
    (place, rect): (Rect, Rect),
    name: &str,
    members: &[Member<'_>],
    state: &mut BoardState,
    ui: &Ui,
    out: &mut Actions,
) -> bool {
    let Some((_, first)) = members.first() else { return false };
    let response = ui.interact(place, ui.scope_id().with(("stack", first.id)), Sense::click_and_drag());
    let selected = members.iter().all(|(_, moment)| frame.cx.selection.has(moment.id));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(say::pile_keys()));
    act(frame, row, members, rect, &response, state, ui, out);
    if response.has_focus() {
        paint::ring(ui.painter(), place.shrink(2.0), R3, 0.0, frame.t.accent);
    }
    let hovered = response.hovered();
    if hovered && state.drag.is_none() {
        ui.ctx().set_cursor_icon(CursorIcon::Grab);
        response.on_hover_text(say::pile_keys());
    }
    hovered
}

/// What is done to the head of a pile, or to the chip of markers, is done to all that it stands for: a press selects them, with Ctrl
/// besides what is selected; a drag moves them together; the menu is that of all of them.
#[expect(clippy::too_many_arguments, reason = "one head with everything that it stands for and that can be done to it")]
pub(super) fn act(
    frame: &Frame<'_>,
    row: &Row,
    members: &[Member<'_>],
    rect: Rect,
    response: &Response,
    state: &mut BoardState,
    ui: &Ui,
    out: &mut Actions,
) {
    // The one that is seen in the hand is one that may move.
    let lead = members.iter().find(|(_, moment)| !moment.is_published()).or(members.first());
    let (Some((_, first)), Some((place, lead))) = (members.first(), lead) else { return };
    let ids = || -> Vec<MomentId> { members.iter().map(|(_, moment)| moment.id).collect() };
    let select = |mut moments: Vec<MomentId>| {
        let before = moments.len();
        moments.extend(ids());
        if before > 0 {
            let mut seen = HashSet::new();
            moments.retain(|id| seen.insert(*id));
        }
        Action::Select(Selection { moments, lane: Some(row.lane.id), ..Selection::default() })
    };
    let taken_up = response.drag_started_by(PointerButton::Primary) && !ui.input(|input| input.key_down(Key::Space));
    match frame.cx.locked().filter(|_| taken_up) {
        Some(why) => out.push(Action::Note(why.to_owned())),
        None if taken_up && state.drag.is_none() => {
            lane::take_up(frame, row, (place, lead), rect, &ids(), response, state, ui);
        }
        None => {}
    }
    if response.clicked() {
        let besides = if ui.input(|input| input.modifiers.command) { frame.cx.selection.moments.clone() } else { Vec::new() };
        out.push(select(besides));
    }
    if response.secondary_clicked() || opens_chosen_by_keys(response, false) {
        state.menu = Some(MenuOf::Pile(first.id));
        out.push(select(Vec::new()));
    }
    if state.menu == Some(MenuOf::Pile(first.id)) {
        card_menu::draw_of(frame.cx, row.lane.id, (first, members.len()), &mut state.fixes, response, out);
    }
}

/// The markers of the cards on the curve; that of the one on top is drawn with it.
fn markers_of(frame: &Frame<'_>, painter: &Painter, row: &Row, members: &[Member<'_>], front: Option<usize>) {
    let mut before = f32::NEG_INFINITY;
    for (at, (place, moment)) in members.iter().enumerate() {
        let x = frame.x(place.stem.unwrap_or(place.left));
        // What was found and what asks is always to be seen.
        let is_new = x - before >= APART || frame.mark(row, moment).is_some() || moment.is_ask();
        if front == Some(at) || !is_new {
            continue;
        }
        before = x;
        markers::marker(frame, painter, row, place, moment);
    }
}
