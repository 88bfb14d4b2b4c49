//! The days: their ground and numbers, the moments on them, what is due, and the line for what has no room.

use std::sync::Arc;

use egui::{
    Align2, Color32, CornerRadius, CursorIcon, DragAndDrop, Id, Key, Mesh, Painter, PointerButton, Popup, Rect, Response, Role,
    Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::CalendarState;
use super::add::Adding;
use super::card::{self, Look};
use super::crowd::Seen;
use super::data::{Item, Part, Sheet};
use super::drag::Drag;
use super::focus::Spot;
use super::frame::{Frame, line_of, may_move};
use super::layout::{Fit, GAP, LINES, MONTH_PICTURE, MORE, NOTE, NUMBER, SIDE, STRIP, Size, WEEK_PICTURE, WEEKDAYS};
use super::more::{self, List, Listed};
use super::page::{Reach, weekdays};
use super::{ghosts, notes, strips};
use crate::model::direction::{isolated, left_to_right};
use crate::model::{Day, Lane, Moment, MomentId};
use crate::ui::bars;
use crate::ui::board::{card_menu_ui, pick, title_of};
use crate::ui::command::Command;
use crate::ui::insides::tenths;
use crate::ui::kit::{asked_by_keys, marks, opens_chosen_by_keys, paint};
use crate::ui::theme::{self, DASH_SLOT, EDGE, R2, R3, SLOT, Tokens, Tone};
use crate::ui::view::{Action, Actions, Selection};
use crate::ui::{fonts, icons};
use crate::words::{self, calendar_view as say, counts, names};

/// On a card less wide than this there is no room for the whole of most names.
const TIGHT: f32 = 110.0;

/// The wheel turns the page, or goes through the weeks where they have no room all at once, and what is to be in sight is scrolled there.
pub(super) fn scroll(state: &mut CalendarState, ui: &Ui, days: Rect, sheet: &Sheet) {
    let is_over = ui.rect_contains_pointer(days);
    let is_free = is_over && !state.asks() && !Popup::is_any_open(ui.ctx());
    let ends = state.ends_in_sight();
    let pages = state.wheel.pages(ui, ends, is_free);
    if pages != 0 {
        state.roll(pages);
        ui.ctx().request_repaint();
    }
    if state.all_in_sight() {
        state.to_scroll = None;
        return;
    }
    if is_over {
        let by = ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta)).y;
        state.scroll -= if state.wheel.has_turned() { 0.0 } else { by };
    }
    let height = super::layout::Grid::height(days, sheet.page.weeks());
    if let Some(at) = state.to_scroll.take().and_then(|day| sheet.page.at(day)) {
        let week = height / sheet.page.weeks().max(1) as f32;
        let top = week * (at / 7) as f32;
        state.scroll = state.scroll.clamp((top + week - days.height()).min(top), top);
    }
    state.scroll_within(height - days.height());
}

/// Draws all days, and reads what is done to them.
pub(super) fn show(frame: &Frame<'_>, state: &mut CalendarState, ui: &mut Ui, out: &mut Actions) {
    let painter = ui.painter().with_clip_rect(frame.grid.seen.intersect(ui.clip_rect()));
    weekday_names(frame, ui.painter());
    ground(frame, &painter);
    // What is scrolled out of sight does not answer above the days or below them.
    let clip = ui.clip_rect();
    ui.set_clip_rect(frame.grid.seen.intersect(clip));
    let mut ringed = None;
    for at in 0..frame.sheet.days.len() {
        let cell = frame.grid.cell(at);
        let day = frame.sheet.page.day(at).filter(|_| cell.intersects(frame.grid.seen));
        if day.is_some_and(|day| day_ui(frame, &painter, day, cell, state, ui, out)) {
            ringed = Some(cell);
        }
    }
    strips::phases(frame, &painter, ui);
    state.ends.clear();
    for at in 0..frame.sheet.days.len() {
        let cell = frame.grid.cell(at);
        state.ends.push(cell.top() + NUMBER);
        if let Some(day) = frame.sheet.page.day(at).filter(|_| cell.intersects(frame.grid.seen)) {
            number(frame, &painter, day, cell, at);
            let taken = strips::rows_below(frame, at) as f32 * STRIP;
            contents(frame, &painter, at, day, cell.with_max_y(cell.bottom() - taken), state, ui, out);
            notes::sign(frame, &painter, day, cell, state, ui, out);
        }
    }
    strips::show(frame, &painter, state, ui);
    ghosts::show(frame, &painter, state, ui);
    if let Some(cell) = ringed {
        paint::ring(&painter, cell.shrink(4.0), R3, 1.0, frame.t.accent);
    }
    ui.set_clip_rect(clip);
    if !state.all_in_sight() {
        handle(frame, &painter);
    }
    if frame.cx.campaign.lanes.is_empty() {
        empty(frame, &painter, &bars::keys(ui, Command::Palette));
    }
}

/// Where among the weeks is what is seen: weeks that have no room are only scrolled out of sight.
fn handle(frame: &Frame<'_>, painter: &Painter) {
    let (seen, all) = (frame.grid.seen, frame.grid.rect);
    let share = |y: f32| seen.top() + (y - all.top()) / all.height().max(1.0) * seen.height();
    let bar = Rect::from_min_max(pos2(seen.right() - 6.0, share(seen.top())), pos2(seen.right() - 2.0, share(seen.bottom())));
    painter.rect_filled(bar, CornerRadius::same(2), frame.t.line_strong);
}

/// The names of the weekdays above the days.
fn weekday_names(frame: &Frame<'_>, painter: &Painter) {
    let t = frame.t;
    let days = frame.grid.seen;
    let row = Rect::from_min_max(pos2(days.left(), days.top() - WEEKDAYS), pos2(days.right(), days.top()));
    painter.rect_filled(row, CornerRadius::ZERO, t.panel);
    for (column, weekday) in weekdays().enumerate() {
        let x = frame.grid.x(column);
        let today = frame.cx.today;
        let is_today = frame.sheet.page.has(today) && today.weekday() == weekday;
        let color = if is_today { t.accent } else { t.text_2 };
        paint::text_at(painter, x + 9.0, row.center().y, fonts::META_B, names::weekday(weekday), color);
    }
    painter.hline(row.x_range(), row.bottom() - 0.5, Stroke::new(EDGE, t.line));
}

/// The ground of the days, and the lines between them.
fn ground(frame: &Frame<'_>, painter: &Painter) {
    let t = frame.t;
    let grid = &frame.grid;
    painter.rect_filled(grid.seen, CornerRadius::ZERO, t.canvas);
    let mut mesh = Mesh::default();
    for at in 0..frame.sheet.days.len() {
        let Some(day) = frame.sheet.page.day(at) else { continue };
        mesh.add_colored_rect(grid.cell(at), ground_of(frame, day));
    }
    painter.add(Shape::mesh(mesh));
    for at in 0..frame.sheet.days.len() {
        if frame.sheet.page.day(at).is_some_and(|day| blackout(frame, day)) {
            // The line of its number is read, and stays without. The strokes of days side by side go on in each other.
            let place = grid.cell(at).with_min_y(grid.cell(at).top() + NUMBER).intersect(grid.seen);
            let from = grid.rect.left() + grid.rect.top() - place.bottom();
            paint::hatch(painter, place, from, t.blackout_hatch());
        }
    }
    for column in 1..7 {
        painter.vline(grid.x(column) - 0.5, grid.rect.y_range(), Stroke::new(EDGE, t.line_subtle));
    }
    for week in 1..=grid.weeks {
        painter.hline(grid.rect.x_range(), grid.y(week) - 0.5, Stroke::new(EDGE, t.line));
    }
}

/// The ground of a day, without any strokes.
fn ground_of(frame: &Frame<'_>, day: Day) -> Color32 {
    let t = frame.t;
    let is_plain = frame.sheet.page.has(day) && day.weekday() < 5;
    let ground = if is_plain { t.card.lerp_to_gamma(t.panel, 0.6) } else { t.canvas };
    if blackout(frame, day) { ground.blend(t.blackout_ground()) } else { ground }
}

/// What is read on a hatched day has the day's ground behind it, and no strokes.
pub(super) fn smooth(frame: &Frame<'_>, painter: &Painter, day: Day, rect: Rect) {
    if blackout(frame, day) {
        painter.rect_filled(rect, CornerRadius::same(theme::R1), ground_of(frame, day));
    }
}

fn blackout(frame: &Frame<'_>, day: Day) -> bool {
    frame.cx.campaign.blackouts.iter().any(|days| (days.from..=days.to).contains(&day))
}

/// The number of a day: with its month where that is news, today as a pill.
fn number(frame: &Frame<'_>, painter: &Painter, day: Day, cell: Rect, at: usize) {
    let t = frame.t;
    let y = cell.top() + NUMBER / 2.0;
    let left = cell.left() + 9.0;
    let date = day.date();
    if day == frame.cx.today {
        let number = paint::line(painter, fonts::BODY_B, &date.day().to_string(), t.on_accent);
        let center = pos2(left + 9.0, y);
        painter.circle_filled(center, 10.5, t.today);
        painter.galley(center - number.size() / 2.0, number, t.on_accent);
        // In a narrow column the disc says it alone.
        let word = paint::line(painter, fonts::BODY_M, say::today(), t.accent);
        if has_room_for_today(cell.width(), word.size().x) {
            painter.galley(pos2(left + 25.0, y - word.size().y / 2.0), word, t.accent);
        }
        return;
    }
    let color = if frame.sheet.page.has(day) { t.text } else { t.text_3 };
    let whole = paint::line(painter, fonts::BODY, &number_of(day, at), color);
    let shown = if whole.size().x > cell.width() - 11.0 {
        paint::line(painter, fonts::BODY, &date.day().to_string(), color)
    } else {
        whole
    };
    painter.galley(pos2(left, y - shown.size().y / 2.0), shown, color);
}

fn has_room_for_today(cell: f32, word: f32) -> bool {
    word + 36.0 < cell
}

/// Where on the line of a day's number something else has room.
pub(super) fn after_number(frame: &Frame<'_>, painter: &Painter, day: Day, at: usize) -> f32 {
    let left = frame.grid.x(at % 7) + 9.0;
    if day == frame.cx.today {
        let word = paint::line(painter, fonts::BODY_M, say::today(), frame.t.accent).size().x;
        let has_word = has_room_for_today(frame.grid.cell(at).width(), word);
        return left + 25.0 + if has_word { word + 8.0 } else { 0.0 };
    }
    left + paint::line(painter, fonts::BODY, &number_of(day, at), frame.t.text).size().x + 10.0
}

/// The number of a day: with its month where that is news.
fn number_of(day: Day, at: usize) -> String {
    if day.date().day() == 1 || at == 0 { day.short() } else { day.date().day().to_string() }
}

/// A day as something to press: a click goes there, a double click adds, the keyboard stops at it. Whether
/// it has the keyboard.
fn day_ui(
    frame: &Frame<'_>,
    painter: &Painter,
    day: Day,
    cell: Rect,
    state: &mut CalendarState,
    ui: &Ui,
    out: &mut Actions,
) -> bool {
    let spot = Spot::Day(day);
    let sense = state.focus.sense(spot, Sense::click());
    let response = ui.interact(cell, ui.scope_id().with(("day", day.number())), sense);
    state.focus.follow(spot, &response);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, state.at == Some(day), spoken(frame, day)));
    if response.hovered() && state.drag.is_none() && state.adding.is_none() {
        painter.rect_filled(cell.shrink(1.0), CornerRadius::ZERO, frame.t.hover.gamma_multiply(0.6));
    }
    if state.drag.as_ref().is_some_and(|drag| drag.would_take(day)) {
        painter.rect_filled(cell.shrink(2.0), CornerRadius::same(R3), frame.t.accent_bg);
    }
    let enter = response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if response.double_clicked() || enter {
        state.adding = Some(Adding::of(frame.cx, day, None));
    } else if response.clicked() {
        state.at = Some(day);
        state.focus.want(spot);
        let nothing = Selection::default();
        if *frame.cx.selection != nothing {
            out.push(Action::Select(nothing));
        }
        ui.ctx().request_repaint();
    } else if response.secondary_clicked() || asked_by_keys(&response, state.at == Some(day)) {
        state.at = Some(day);
        state.adding = Some(Adding::of(frame.cx, day, None));
    }
    response.has_focus()
}

/// "Tue 7 Sep, 1 moment, 1 thing due".
fn spoken(frame: &Frame<'_>, day: Day) -> String {
    let name = if day == frame.cx.today { say::day_today(day.with_weekday()) } else { day.with_weekday() };
    let name = if blackout(frame, day) { say::quiet_day(name, say::blacked_out()) } else { name };
    let Some(row) = frame.sheet.day(day) else { return name };
    let mut parts = Vec::new();
    if !row.cards.is_empty() {
        parts.push(words::moments(row.cards.len()));
    }
    if !row.due.is_empty() {
        parts.push(say::due(row.due.len()));
    }
    if !row.notes.is_empty() {
        parts.push(counts::notes(row.notes.len()));
    }
    if parts.is_empty() { say::day_empty(name) } else { say::day_with(name, parts.join(", ")) }
}

/// Draws what stands on a day, as far as there is room.
#[expect(clippy::too_many_arguments, reason = "one day with everything that stands on it")]
fn contents(
    frame: &Frame<'_>,
    painter: &Painter,
    at: usize,
    day: Day,
    cell: Rect,
    state: &mut CalendarState,
    ui: &mut Ui,
    out: &mut Actions,
) {
    let Some(row) = frame.sheet.days.get(at).filter(|row| !row.cards.is_empty() || !row.due.is_empty()) else { return };
    let room = cell.height() - NUMBER - 2.0;
    let campaign = frame.cx.campaign;
    let has_picture = |at: usize| {
        let found = row.cards.get(at).and_then(|item| item.find(campaign));
        found.is_some_and(|(_, moment)| moment.image.is_some())
    };
    let left = cell.left() + SIDE;
    let width = cell.width() - 2.0 * SIDE - 1.0;
    let lines = |moment: &Moment| card::lines(painter, moment, width, frame.t);
    let lines_at = |at: usize| row.cards.get(at).and_then(|item| item.find(campaign)).map_or(0, |(_, moment)| lines(moment));
    let tallest = if frame.sheet.page.reach == Reach::Week { WEEK_PICTURE } else { MONTH_PICTURE };
    let fit = Fit::of((room, tallest), row.cards.len(), has_picture, lines_at, row.due.len());
    let mut y = cell.top() + NUMBER;
    let used = state.used.filter(|(_, of)| *of == day && state.drag.is_none()).map(|(id, _)| id);
    let Seen { items, hidden } = state.crowds.seen(campaign, at, fit.cards, used);
    for item in items {
        let Some((lane, moment)) = item.find(campaign) else { continue };
        let height = fit.height(moment.image.is_some(), if fit.lines > LINES { lines(moment) } else { LINES });
        let rect = Rect::from_min_size(pos2(left, y), vec2(width, height));
        card_ui(frame, painter, (item, lane, moment), (rect, fit.size), state, ui, out);
        y += height + GAP;
    }
    if let Some(end) = state.ends.last_mut() {
        *end = y;
    }
    let is_next = state.stop_day == Some(day);
    for (item, part) in row.due.iter().take(fit.notes) {
        let rect = Rect::from_min_size(pos2(left, y), vec2(width, NOTE));
        smooth(frame, painter, day, rect);
        note(frame, painter, (*item, *part), (rect, is_next), state, ui, out);
        y += NOTE + 1.0;
    }
    if fit.more > 0 {
        let bottom = (y + MORE).min(cell.bottom() - 1.0).max(cell.top() + NUMBER + MORE - 4.0);
        let rect = Rect::from_min_size(pos2(left, bottom - MORE), vec2(width, MORE));
        smooth(frame, painter, day, rect);
        rest(frame, painter, day, (fit.more, hidden), rect, state, ui);
    }
}

/// The egui id of a moment's card.
fn card_id(ui: &Ui, id: MomentId) -> Id {
    ui.scope_id().with(("card", id))
}

fn card_ui(
    frame: &Frame<'_>,
    painter: &Painter,
    (item, lane, moment): (Item, &Arc<Lane>, &Arc<Moment>),
    (rect, size): (Rect, Size),
    state: &mut CalendarState,
    ui: &Ui,
    out: &mut Actions,
) {
    let cx = frame.cx;
    let who = state.book.who(item.lane).map(|who| Arc::clone(&who.name)).unwrap_or_default();
    state.cards.push((moment.id, rect.intersect(ui.clip_rect())));
    let spot = Spot::Card(moment.id);
    let sense = state.focus.sense(spot, Sense::click_and_drag());
    let response = ui.interact(rect, card_id(ui, moment.id), sense);
    state.focus.follow(spot, &response);
    let selected = state.chosen.has(moment.id);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, frame.spoken(item, lane, moment, &who)));
    let leaves = state.ghosts.takes(moment.id);
    if leaves {
        state.ghosts.leaves(rect);
    }
    if leaves || state.drag.as_ref().is_some_and(|drag| drag.takes(moment.id)) {
        paint::dashed_rect(painter, rect, R2, Stroke::new(SLOT, frame.t.line_strong), DASH_SLOT);
        return;
    }
    let look = Look {
        tone: frame.tone(item, lane, moment),
        selected,
        several: cx.selection.moments.len() > 1,
        hovered: response.hovered() && state.drag.is_none(),
        focused: response.has_focus() || cx.selection.cursor == Some(moment.id),
        marked: state.looked_for.is_some_and(|(id, _)| id == moment.id),
        ..Look::default()
    };
    card::card(frame, painter, &mut state.insides, rect, size, (moment, &who), look);
    card::rings(frame, painter, rect, size, look);
    if let Some(id) = moment.image.filter(|id| size == Size::Full && cx.pictures.lacks(*id)) {
        out.push(Action::NeedPicture(id));
    }
    act(frame, (item, lane, moment, &who), (rect, size), response, state, ui, out);
}

/// What is done to a moment's card.
fn act(
    frame: &Frame<'_>,
    (item, lane, moment, who): (Item, &Arc<Lane>, &Arc<Moment>, &str),
    (rect, size): (Rect, Size),
    response: Response,
    state: &mut CalendarState,
    ui: &Ui,
    out: &mut Actions,
) {
    let cx = frame.cx;
    let taken_up = response.drag_started_by(PointerButton::Primary);
    if let Some(why) = cx.locked().filter(|_| taken_up) {
        out.push(Action::Note(why.to_owned()));
    } else if taken_up && state.drag.is_none() {
        let pressed = ui.input(|input| input.pointer.press_origin()).or(response.interact_pointer_pos());
        if let Some(drag) = pressed.and_then(|at| Drag::begin(frame, state, item, rect, size, at)) {
            // Other panels may take it, too: the tray of ideas parks what is let go of over it.
            DragAndDrop::set_payload(ui.ctx(), drag.carried());
            state.drag = Some(drag);
            state.focus.let_go(ui.ctx());
            ui.ctx().request_repaint();
        }
    }
    if response.double_clicked() {
        out.push(Action::FocusField("title"));
    } else if response.clicked() {
        let (modifiers, enter) = ui.input(|input| (input.modifiers, input.key_pressed(Key::Enter)));
        out.push(clicked(frame, state, moment.id, modifiers));
        state.at = None;
        if enter && response.has_focus() {
            out.push(Action::FocusField("title"));
        }
    }
    if response.secondary_clicked() || opens_chosen_by_keys(&response, cx.selection.is_at(moment.id)) {
        state.menu = Some(moment.id);
        if !state.chosen.has(moment.id) {
            out.push(Action::Select(Selection::moment(moment.id, Some(lane.id))));
        }
    }
    if state.menu == Some(moment.id) {
        card_menu_ui(cx, lane.id, moment, &mut state.fixes, &response, out);
    }
    if response.hovered() && state.drag.is_none() {
        ui.ctx().set_cursor_icon(if moment.is_published() { CursorIcon::PointingHand } else { CursorIcon::Grab });
        let moves = may_move(moment);
        if size == Size::Row || rect.width() < TIGHT || moves.is_some() || title_of(moment).chars().count() > 28 {
            response.on_hover_ui(|ui| {
                ui.label(fonts::BODY_B.rich(title_of(moment)));
                ui.label(fonts::META.rich(line_of(cx, moment, who)).color(frame.t.text_2));
                if let Some(moves) = moves {
                    ui.label(fonts::META.rich(moves).color(frame.t.text_2));
                }
            });
        }
    }
}

/// What a click selects: that moment; with Ctrl it is added or taken out, with Shift everything that is shown up to it.
fn clicked(frame: &Frame<'_>, state: &CalendarState, id: MomentId, modifiers: egui::Modifiers) -> Action {
    let cx = frame.cx;
    let from = cx.selection.from.or(cx.selection.primary()).filter(|from| cx.index.lane(*from).is_some());
    let Some(from) = from.filter(|_| modifiers.shift) else { return pick::clicked(cx, id, modifiers) };
    let mut moments = state.between(cx.campaign, cx.index, from, id);
    if modifiers.command {
        let mut all: Vec<MomentId> = cx.selection.moments.iter().copied().filter(|id| !moments.contains(id)).collect();
        all.append(&mut moments);
        moments = all;
    }
    Action::Select(Selection { moments, lane: cx.index.lane(id), from: Some(from), ..Selection::default() })
}

/// Something that is due on a day; a press selects the moment that it is due for.
fn note(
    frame: &Frame<'_>,
    painter: &Painter,
    (item, part): (Item, Part),
    (rect, is_next): (Rect, bool),
    state: &mut CalendarState,
    ui: &Ui,
    out: &mut Actions,
) {
    let Some((lane, moment)) = item.find(frame.cx.campaign) else { return };
    let t = frame.t;
    let who = state.book.who(item.lane).map(|who| Arc::clone(&who.name)).unwrap_or_default();
    let id = ui.scope_id().with(("due", moment.id, part));
    // A month has many of them: only those of the day where the keyboard is are stops. One that was pressed keeps the keyboard.
    let is_stop = is_next || ui.memory(|memory| memory.has_focus(id));
    let response = ui.interact(rect, id, if is_stop { Sense::click() } else { Sense::CLICK });
    let told = || due_told(frame, item, part).unwrap_or_default();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, told()));
    if response.hovered() {
        painter.rect_filled(rect, CornerRadius::same(theme::R1), t.hover);
    }
    let basis = (Arc::clone(&who), tenths(rect), frame.theme);
    state.due.draw(painter, (moment.id, part), basis, rect.min, || due_inside(painter, part, &who, rect, t));
    if response.has_focus() {
        paint::ring(painter, rect, theme::R1, 0.0, t.accent);
    }
    if response.clicked() {
        out.push(Action::Select(Selection::moment(moment.id, Some(lane.id))));
    }
    if response.hovered() {
        response.on_hover_text(told());
    }
}

/// The sign of what is due, and as much of whose it is as has room.
fn due_inside(painter: &Painter, part: Part, who: &str, rect: Rect, t: &Tokens) {
    let icon = if part == Part::Draft { icons::EDIT } else { icons::APPROVAL };
    icon.paint(painter, pos2(rect.left() + 9.0, rect.center().y), 13.0, t.text_3);
    let who = isolated(who);
    let texts = match part {
        Part::Draft => {
            [say::draft_due(&who), say::draft_short(&who), say::draft_alone().to_owned(), say::draft_word().to_owned()]
        }
        Part::Approval => {
            let (alone, word) = (say::approval_alone().to_owned(), say::approval_word().to_owned());
            [say::approval_due(&who), say::approval_short(&who), alone, word]
        }
    };
    // The sentence is ours, whatever script the name in it begins with. Where it has no room, it says less: what is due before whose it
    // is, because a name alone says nothing.
    let texts = texts.map(|text| left_to_right(&text).into_owned());
    let Some(words) = paint::longest_that_fits(painter, fonts::META, &texts, t.text_2, rect.width() - 18.0) else { return };
    painter.galley(pos2(rect.left() + 19.0, rect.center().y - words.size().y / 2.0), words, t.text_2);
}

/// "Draft due: 20% off the Fjell 2. The moment is on 7 Sep."
pub(super) fn due_told(frame: &Frame<'_>, item: Item, part: Part) -> Option<String> {
    let (_, moment) = item.find(frame.cx.campaign)?;
    let day = frame.cx.campaign.day_of(moment.when)?;
    let what = if part == Part::Draft { say::draft_of(title_of(moment)) } else { say::approval_of(title_of(moment)) };
    Some(say::due_for(what, day.short()))
}

/// The line that leads to everything on a day, with the worst of what is found about what it stands for.
fn rest(
    frame: &Frame<'_>,
    painter: &Painter,
    day: Day,
    (count, worst): (usize, Option<Tone>),
    rect: Rect,
    state: &mut CalendarState,
    ui: &Ui,
) {
    let t = frame.t;
    let response = ui.interact(rect, ui.scope_id().with(("rest", day.number())), Sense::click());
    response.widget_info(|| {
        let name = day.with_weekday();
        let worst = worst.and_then(more::found_word);
        let name = worst.map_or_else(|| say::more_on(count, &name), |worst| say::more_on_found(count, &name, worst));
        WidgetInfo::labeled(Role::Button, true, name)
    });
    if response.hovered() {
        painter.rect_filled(rect, CornerRadius::same(theme::R1), t.hover);
    }
    let basis = (count, worst, tenths(rect), frame.theme);
    state.rests.draw(painter, day, basis, rect.min, || {
        let mut left = rect.left() + 4.0;
        if let Some(worst) = worst {
            marks::tone(painter, pos2(left + 6.0, rect.center().y), 12.0, worst, t);
            left += 16.0;
        }
        let text = paint::line(painter, fonts::META_M, &say::more(count), t.accent);
        let at = Align2::LEFT_CENTER.anchor_size(pos2(left, rect.center().y), text.size());
        painter.galley(at.min, text, t.accent);
    });
    if response.has_focus() {
        paint::ring(painter, rect, theme::R1, 0.0, t.accent);
    }
    if response.clicked() {
        state.listed = Some(List::of(Listed::Day(day), &response));
        ui.ctx().request_repaint();
    }
}

/// A plan without lanes says what comes first.
fn empty(frame: &Frame<'_>, painter: &Painter, keys: &str) {
    let center = frame.grid.seen.center();
    let room = (frame.grid.seen.width() - 40.0).clamp(80.0, 420.0);
    let title = paint::line(painter, fonts::DISPLAY, say::empty(), frame.t.text);
    let hint = paint::lines_within(painter, fonts::BODY, &say::empty_hint(keys), frame.t.text_2, room, 3);
    let size = vec2(title.size().x.max(hint.size().x) + 48.0, 100.0);
    let place = Rect::from_center_size(center, size);
    paint::shadowed_card(painter, place, frame.theme, theme::Lift::Card, frame.t.card, frame.t.line);
    painter.galley(pos2(center.x - title.size().x / 2.0, place.top() + 18.0), title, frame.t.text);
    painter.galley(pos2(center.x - hint.size().x / 2.0, place.top() + 52.0), hint, frame.t.text_2);
}
