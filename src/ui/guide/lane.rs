//! The guide's lane: the four places of an arc, what stands in them, and the curve that answers.

use std::sync::Arc;

use egui::{
    Align, Color32, CornerRadius, CursorIcon, DragAndDrop, Id, Key, Layout, Painter, Pos2, Rect, Response, Role, ScrollArea,
    Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::canvas::Canvas;
use super::data::{self, Course, Stage, forecast};
use super::{Focus, GuideState, Hold, title};
use crate::analysis::curve::{Band, Curve, curve};
use crate::edit::{Edit, Place, Step};
use crate::model::direction::alone;
use crate::model::{Campaign, Day, Kind, Moment, MomentId, When};
use crate::ui::board::{ask_look, band_name};
use crate::ui::carry::Carried;
use crate::ui::command::Command;
use crate::ui::kit::marks;
use crate::ui::kit::{self, Button, paint};
use crate::ui::theme::{self, DASH_SLOT, KindShape, Lift, R3, SLOT, STEM, Tokens, Tone, kind_shape};
use crate::ui::view::{Action, Actions, Cx, Mark, Selection};
use crate::ui::{bars, fonts, icons};
use crate::words::{board, names, start as say, steps};

/// What stands on the lane: a moment of the plan, or an open place.
struct Item {
    id: MomentId,
    /// The place of the arc, if it is an open one.
    slot: Option<usize>,
    kind: Kind,
    moment: Option<Arc<Moment>>,
    day: crate::model::Day,
}

/// Draws the lane in place of the board.
pub fn guide_lane_ui(cx: &Cx<'_>, state: &mut GuideState, ui: &mut Ui, out: &mut Actions) {
    let Some(course) = state.course(cx.campaign, cx.derived, cx.today) else { return };
    let room = ui.available_height();
    ScrollArea::vertical().id_salt("first arc").auto_shrink(false).show(ui, |ui| {
        let size = vec2(ui.available_width(), Canvas::height(room));
        let (whole, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Group, true, say::guide_board()));
        let canvas = Canvas::of(cx, &course, whole);
        draw(cx, state, &course, &canvas, &response, ui, out);
    });
}

fn draw(
    cx: &Cx<'_>,
    state: &mut GuideState,
    course: &Course,
    canvas: &Canvas,
    ground: &Response,
    ui: &mut Ui,
    out: &mut Actions,
) {
    let t = cx.tokens;
    let painter = ui.painter().with_clip_rect(canvas.whole.intersect(ui.clip_rect()));
    let undo = bars::keys(ui, Command::Undo);
    canvas.ground(cx, &painter, course, &data::headline(course, &undo));
    let carried = carried_kind(ui, ground);
    let target = carried.and_then(|kind| course.open_slot(kind));

    // While a card is held, the curve is the one that letting go of it would give.
    let held = state.hold.and_then(|hold| moved(cx.campaign, hold));
    let campaign = held.as_ref().unwrap_or(cx.campaign);
    let now = data::lane(campaign).and_then(|lane| curve(campaign, lane));
    let has_room = course.slots.iter().any(data::Slot::is_open);
    let ahead = if has_room && state.hold.is_none() { forecast(cx.campaign, course) } else { None };
    lines(canvas, &painter, campaign, now.as_ref(), ahead.as_ref().map(|(curve, _)| curve), t);
    canvas.today(cx, &painter);

    let items = items(campaign, course, ahead.as_ref());
    let centres: Vec<f64> = items.iter().map(|item| f64::from(canvas.x(item.day) - canvas.content.left())).collect();
    let (width, lefts) = canvas.places(&centres);
    let mut titled = None;
    for (item, left) in items.iter().zip(lefts) {
        let rect = canvas.card_at(left, width);
        if let Some(moment) = item.moment.as_ref().filter(|_| state.title.as_ref().is_some_and(|title| title.of == item.id)) {
            titled = Some((rect, Arc::clone(moment)));
        }
        if let Some(moment) = &item.moment {
            card(cx, state, course, canvas, now.as_ref(), rect, moment, item.day, ui, &painter, out);
        } else if let Some(at) = item.slot {
            let value = ahead.as_ref().and_then(|(curve, _)| curve.around(item.id));
            let is_next = target.or_else(|| course.next_slot()) == Some(at);
            let open = OpenSlot { at, item, rect, is_next, is_target: target == Some(at) };
            slot(cx, state, course, &open, ui, &painter, out);
            if let Some(around) = value {
                let value = if item.kind.is_ask() { around.before } else { around.after };
                stem_and_marker(canvas, &painter, rect, item, value, is_next, t);
                if is_next && !item.kind.is_ask() && Band::of(around.before) != Band::of(around.after) {
                    let last = items.iter().filter(|item| item.moment.is_some()).map(|item| item.day).max();
                    bands(canvas, &painter, item, now.as_ref().zip(last), (around.before, around.after), t);
                }
            }
        }
    }
    match &titled {
        Some((rect, moment)) => title::show(cx, state, course, (*rect, moment), ui, out, t),
        // The card was taken back meanwhile.
        None => state.title = None,
    }
    if let (Some(at), Some(kind)) = (target, carried) {
        carry(cx, course, at, kind, ui, out, ground);
    }
    or_row(cx, canvas, ui, out);
}

/// The kind that is in the hand over the lane.
fn carried_kind(ui: &Ui, ground: &Response) -> Option<Kind> {
    let over = ui.input(|input| input.pointer.latest_pos()).is_some_and(|at| ground.rect.contains(at));
    match DragAndDrop::payload::<Carried>(ui.ctx()).as_deref() {
        Some(Carried::Kind(kind)) if over => Some(*kind),
        _ => None,
    }
}

/// What letting go of a held card would make of the plan.
fn moved(campaign: &Campaign, hold: Hold) -> Option<Campaign> {
    let mut campaign = campaign.clone();
    let lane = Arc::make_mut(campaign.lanes.first_mut()?);
    let moment = lane.moments.iter_mut().find(|moment| moment.id == hold.id)?;
    Arc::make_mut(moment).when = When::On(hold.day);
    Some(campaign)
}

fn items(campaign: &Campaign, course: &Course, ahead: Option<&(Curve, [MomentId; 4])>) -> Vec<Item> {
    let Some(lane) = data::lane(campaign) else { return Vec::new() };
    let dated = lane.moments.iter().filter_map(|moment| Some((campaign.day_of(moment.when)?, moment)));
    let mut items: Vec<Item> = dated
        .map(|(day, moment)| Item { id: moment.id, slot: None, kind: moment.kind, moment: Some(Arc::clone(moment)), day })
        .collect();
    if let Some((_, ids)) = ahead {
        for (at, slot) in course.slots.iter().enumerate().filter(|(_, slot)| slot.is_open()) {
            items.push(Item { id: ids[at], slot: Some(at), kind: slot.kind, moment: None, day: slot.day });
        }
    }
    items.sort_by_key(|item| (item.day, item.slot, item.id));
    items
}

/// The curve of what is planned, solid; of what is still open, dotted.
fn lines(canvas: &Canvas, painter: &Painter, campaign: &Campaign, now: Option<&Curve>, ahead: Option<&Curve>, t: &Tokens) {
    let plot = &canvas.plot;
    let samples = |curve: &Curve, from: f64, to: f64| {
        let start = f64::from(curve.start().0).min(to).max(from);
        let mut line = vec![(from, curve.value_at(from))];
        line.extend(curve.samples(start, to, 1.0).into_iter().filter(|(day, _)| *day > from));
        line
    };
    let days = data::lane(campaign).into_iter().flat_map(|lane| lane.moments.iter());
    let last = days.filter_map(|moment| campaign.day_of(moment.when)).max();
    let solid_to = match (last, ahead) {
        (_, None) => plot.span.1,
        // A card in the hand may be held past the last day that is shown.
        (Some(last), Some(_)) => f64::from(last.number()).max(plot.span.0).min(plot.span.1),
        (None, Some(_)) => plot.span.0,
    };
    if let Some(now) = now {
        let line = samples(now, plot.span.0, solid_to);
        plot.area(painter, &line, t);
        plot.ready(painter, t);
        plot.line(painter, &line, t);
    } else {
        plot.ready(painter, t);
    }
    if let Some(ahead) = ahead {
        plot.forecast(painter, &samples(ahead, solid_to, plot.span.1), t);
    }
    painter.hline(plot.rect.x_range(), plot.rect.bottom(), Stroke::new(theme::EDGE, t.line));
}

/// A card as the keyboard knows it.
pub(super) fn card_id(moment: MomentId) -> Id {
    Id::unique(("guide card", moment))
}

#[expect(clippy::too_many_arguments, reason = "one card with everything that it shows and that can be done to it")]
fn card(
    cx: &Cx<'_>,
    state: &mut GuideState,
    course: &Course,
    canvas: &Canvas,
    curve: Option<&Curve>,
    rect: Rect,
    moment: &Arc<Moment>,
    day: crate::model::Day,
    ui: &Ui,
    painter: &Painter,
    out: &mut Actions,
) {
    let t = cx.tokens;
    let response = ui.interact(rect, card_id(moment.id), Sense::click_and_drag());
    let selected = cx.selection.has(moment.id);
    let mark = cx.derived.mark(0, moment.id);
    response.widget_info(|| {
        let who = course.name.as_deref().unwrap_or(say::placeholder());
        let card = board::card(names::kind(moment.kind.key()), who, day.short());
        WidgetInfo::selected(Role::Button, true, selected, board::card_title(card, &moment.title))
    });
    if state.takes(Focus::Card(moment.id)) {
        response.request_focus();
        out.push(Action::Select(Selection::moment(moment.id, Some(course.lane))));
    } else if response.gained_focus() && !selected {
        // The card with the keyboard is the one that is selected: two cards are never marked.
        out.push(Action::Select(Selection::moment(moment.id, Some(course.lane))));
    }
    let around = curve.and_then(|curve| curve.around(moment.id));
    let ask = moment.is_ask().then(|| ask_look(mark, around.map(|around| around.before)));
    let held = state.hold.is_some_and(|hold| hold.id == moment.id);
    let tone = match mark {
        Some(Mark::Open(crate::check::Severity::Error)) => Some(Tone::Error),
        Some(Mark::Open(crate::check::Severity::Warning)) => Some(Tone::Warning),
        _ => None,
    };
    let edge = match tone {
        _ if held => t.accent,
        Some(tone) => t.tone(tone).line,
        None if response.hovered() => t.line_strong,
        None => t.line,
    };
    if let Some(around) = around {
        let value = if moment.is_ask() { around.before } else { around.after };
        let center = pos2(canvas.x(day), canvas.plot.y(value));
        let color = ask.and_then(|ask| ask.fill(t)).unwrap_or_else(|| t.kind(moment.kind));
        stem(painter, rect, center, Stroke::new(STEM, color));
        match ask {
            Some(ask) => marks::ask_marker(painter, center, ask, t.canvas, t),
            None => marks::marker(painter, center, moment.kind, t.canvas, t),
        }
    }
    let lift = if held || response.hovered() { Lift::Raised } else { Lift::Card };
    paint::shadowed_card(painter, rect, ui.theme(), lift, t.card, edge);
    inside(painter, rect, (moment, cx.campaign), day, tone, t);
    if selected {
        paint::ring(painter, rect, R3, 1.0, t.accent);
    }
    if response.has_focus() {
        paint::ring(painter, rect, R3, 4.0, t.accent);
    }
    hold(cx, state, course, canvas, moment, day, &response, ui, out);
}

fn inside(
    painter: &Painter,
    rect: Rect,
    (moment, campaign): (&Moment, &Campaign),
    day: crate::model::Day,
    tone: Option<Tone>,
    t: &Tokens,
) {
    let at = |x: f32, y: f32| rect.min + vec2(x, y);
    marks::kind(painter, at(17.0, 16.0), 18.0, moment.kind, t);
    let room = rect.width() - 31.0 - if tone.is_some() { 26.0 } else { 6.0 };
    let kind = board::kind_on_card(moment.kind.key());
    let kind = paint::line_within(painter, fonts::META_B, kind, t.kind(moment.kind), room);
    painter.galley(at(31.0, 16.0 - kind.size().y / 2.0), kind, t.text);
    if let Some(tone) = tone {
        marks::tone(painter, at(rect.width() - 16.0, 16.0), 16.0, tone, t);
    }
    let title = if moment.title.trim().is_empty() { steps::untitled() } else { moment.title.trim() };
    let title = paint::lines_within(painter, fonts::CARD_TITLE, &alone(title), t.text, rect.width() - 16.0, 2);
    painter.galley(at(8.0, 29.0), title, t.text);
    let x = paint::text_at(painter, rect.left() + 8.0, rect.top() + 89.0, fonts::META, &day.short(), t.text_2);
    if !campaign.says_status(moment) {
        paint::text_at(painter, x + 9.0, rect.top() + 89.0, fonts::META, names::status_not_shared_on_card(), t.text_3);
        return;
    }
    marks::status(painter, pos2(x + 15.0, rect.top() + 89.0), 12.0, moment.status, t);
    paint::text_at(painter, x + 25.0, rect.top() + 89.0, fonts::META, campaign.status_name(moment), t.text_2);
}

/// Takes a card up, lets it follow the pointer, and puts it down on another day as one step.
#[expect(clippy::too_many_arguments, reason = "one card with everything that can be done to it")]
fn hold(
    cx: &Cx<'_>,
    state: &mut GuideState,
    course: &Course,
    canvas: &Canvas,
    moment: &Moment,
    day: crate::model::Day,
    response: &Response,
    ui: &Ui,
    out: &mut Actions,
) {
    if response.clicked() {
        out.push(Action::Select(Selection::moment(moment.id, Some(course.lane))));
    }
    let pointer = response.interact_pointer_pos();
    if response.drag_started()
        && !moment.is_published()
        && let Some(from) = ui.input(|input| input.pointer.press_origin()).or(pointer)
    {
        state.hold = Some(Hold { id: moment.id, grab: from.x - canvas.x(day), day });
    }
    let Some(mut hold) = state.hold.filter(|hold| hold.id == moment.id) else {
        if response.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::Grab);
        }
        return;
    };
    if ui.input(|input| input.key_pressed(Key::Escape)) {
        state.hold = None;
        return;
    }
    if let Some(at) = pointer {
        hold.day = canvas.day(at.x - hold.grab);
        state.hold = Some(hold);
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    }
    if response.drag_stopped() {
        state.hold = None;
        // What is drawn while it is held stands on the new day already; the plan says where it came from.
        let was = data::lane(cx.campaign).and_then(|lane| lane.moments.iter().find(|other| other.id == moment.id));
        if was.is_some_and(|was| was.when != When::On(hold.day)) {
            let edit = Edit::MoveMoment { id: moment.id, to: Place::Lane(course.lane), when: When::On(hold.day) };
            out.push(Action::Edit(Step::new(steps::step_move(&moment.title), vec![edit])));
        }
    }
}

/// An open place, and how it stands out.
struct OpenSlot<'a> {
    at: usize,
    item: &'a Item,
    rect: Rect,
    is_next: bool,
    is_target: bool,
}

fn slot(
    cx: &Cx<'_>,
    state: &mut GuideState,
    course: &Course,
    open: &OpenSlot<'_>,
    ui: &Ui,
    painter: &Painter,
    out: &mut Actions,
) {
    let t = cx.tokens;
    let (rect, kind) = (open.rect, open.item.kind);
    let response = ui.interact(rect, Id::unique(("guide slot", course.lane, open.at)), Sense::click());
    let name = names::kind(kind.key());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, say::slot(name, open.item.day.short())));
    if state.takes(Focus::Slot(open.at)) {
        response.request_focus();
    }
    kit::into_sight(&response);
    let strong = open.is_next && course.stage != Stage::Name;
    if open.is_target || (strong && response.hovered()) {
        painter.rect_filled(rect, CornerRadius::same(R3), t.accent_bg);
    } else if response.hovered() {
        painter.rect_filled(rect, CornerRadius::same(R3), t.hover);
    }
    let edge = if strong || open.is_target { t.accent } else { t.line_strong };
    paint::dashed_rect(painter, rect, R3, Stroke::new(SLOT, edge), DASH_SLOT);
    let center = rect.center();
    marks::kind(painter, center - vec2(0.0, 22.0), 22.0, kind, t);
    let word = match open.at {
        0 => say::slot_why(),
        1 => say::slot_share(),
        2 => say::slot_community(),
        _ => say::slot_ask(),
    };
    let under = if open.is_target { say::drop_on(open.item.day.short()) } else { name.to_owned() };
    let centred = |y: f32, face, text: &str, color: Color32| {
        let galley = paint::line_within(painter, face, text, color, rect.width() - 12.0);
        painter.galley(center + vec2(-galley.size().x / 2.0, y - galley.size().y / 2.0), galley, color);
    };
    centred(8.0, fonts::BODY_B, word, t.text_2);
    centred(26.0, fonts::META, &under, if open.is_target { t.accent } else { t.text_3 });
    if response.has_focus() {
        paint::ring(painter, rect, R3, 3.0, t.accent);
    }
    if response.clicked() {
        out.run(Command::Add(kind));
    }
}

/// The line from a place to where it would stand on the curve, and a hollow marker there.
fn stem_and_marker(canvas: &Canvas, painter: &Painter, card: Rect, item: &Item, value: f64, is_next: bool, t: &Tokens) {
    let center = pos2(canvas.x(item.day), canvas.plot.y(value));
    if is_next {
        let path = [pos2(under(card, center.x), card.bottom()), center];
        paint::dashed_line(painter, &path, Stroke::new(STEM, t.accent), DASH_SLOT);
    }
    let color = if is_next { t.kind(item.kind) } else { t.line_strong };
    let stroke = Stroke::new(1.75, color);
    match kind_shape(item.kind) {
        KindShape::Circle | KindShape::Ring => {
            painter.circle(center, 5.0, t.canvas, stroke);
        }
        KindShape::Hexagon => {
            painter.add(paint::hexagon(center, 6.0, t.canvas, stroke));
        }
        KindShape::Square => {
            let rect = Rect::from_center_size(center, vec2(10.0, 10.0));
            painter.rect(rect, CornerRadius::same(2), t.canvas, stroke, StrokeKind::Middle);
        }
        KindShape::Diamond => {
            painter.add(paint::diamond(center, 7.5, t.canvas, stroke));
        }
    }
}

fn stem(painter: &Painter, card: Rect, marker: Pos2, stroke: Stroke) {
    let bottom = card.bottom();
    let under = under(card, marker.x);
    let path = if (under - marker.x).abs() < 0.5 {
        vec![pos2(marker.x, bottom), marker]
    } else {
        let elbow = bottom + 6.0;
        vec![pos2(under, bottom), pos2(under, elbow), pos2(marker.x, elbow), marker]
    };
    painter.add(Shape::line(path, stroke));
}

/// Where a line leaves a card that leads to that place.
fn under(card: Rect, x: f32) -> f32 {
    x.min(card.right() - 8.0).max(card.left() + 8.0)
}

/// "Strangers → Introduced": what the next moment would change. Where the line of what is planned runs there, as it does when the ask was
/// put in before the story, it stands below that line.
fn bands(
    canvas: &Canvas,
    painter: &Painter,
    item: &Item,
    planned: Option<(&Curve, Day)>,
    (before, after): (f64, f64),
    t: &Tokens,
) {
    /// About how wide the words are with their grounds, and from their middle to where a line has room.
    const WIDE: f32 = 200.0;
    const ROOM: f32 = 18.0;
    let (before, after) = (Band::of(before), Band::of(after));
    let wanted = canvas.plot.y(Band::EDGES[1].1) - 26.0;
    let wanted = wanted.min(canvas.plot.y(0.4) + 22.0).max(canvas.plot.rect.top() + 12.0);
    let x = (canvas.x(item.day) - 150.0).max(canvas.content.left() + 8.0);
    let height = |x: f32| {
        let (curve, last) = planned?;
        let day = canvas.day(x);
        (day <= last).then(|| canvas.plot.y(curve.value_at(f64::from(day.number()))))
    };
    let line: Vec<f32> = (0..=10_u8).filter_map(|step| height(x + WIDE * f32::from(step) / 10.0)).collect();
    let runs_there = line.iter().any(|y| (y - wanted).abs() < ROOM);
    let lowest = line.iter().fold(wanted, |lowest, y| lowest.max(*y));
    let y = if runs_there { (lowest + ROOM).min(canvas.plot.rect.bottom() - 12.0) } else { wanted };
    let middle = marks::band(painter, pos2(x, y), before, band_name(before), t);
    // The forecast does not run through the arrow.
    if !runs_there {
        let ground = Rect::from_center_size(pos2(middle + 14.0, y), vec2(20.0, 14.0));
        painter.rect_filled(ground, CornerRadius::ZERO, t.canvas);
    }
    icons::ARROW_RIGHT.paint(painter, pos2(middle + 14.0, y), 13.0, t.text_2);
    marks::band(painter, pos2(middle + 28.0, y), after, band_name(after), t);
}

/// The kind in the hand, as a lifted card beside the pointer; letting go puts it into its place.
fn carry(cx: &Cx<'_>, course: &Course, at: usize, kind: Kind, ui: &Ui, out: &mut Actions, ground: &Response) {
    let t = cx.tokens;
    let Some(at_hand) = ui.input(|input| input.pointer.latest_pos()) else { return };
    let painter = ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Tooltip, Id::unique("guide carry")));
    let rect = Rect::from_min_size(at_hand + vec2(-130.0, -84.0), vec2(156.0, 74.0));
    paint::shadowed_card(&painter, rect, ui.theme(), Lift::Raised, t.card, t.accent);
    marks::kind(&painter, rect.min + vec2(17.0, 16.0), 18.0, kind, t);
    let x = rect.left() + 31.0;
    paint::text_at(&painter, x, rect.top() + 16.0, fonts::META_B, board::kind_on_card(kind.key()), t.kind(kind));
    let day = course.slots[at].day.short();
    paint::text_at(&painter, rect.left() + 8.0, rect.top() + 40.0, fonts::META, &say::drop_on(day), t.text_2);
    if let Some((curve, ids)) = forecast(cx.campaign, course)
        && let Some(around) = curve.around(ids[at])
        && Band::of(around.before) != Band::of(around.after)
    {
        let (before, after) = (band_name(Band::of(around.before)), band_name(Band::of(around.after)));
        let words = say::band_change(before, after);
        paint::text_at(&painter, rect.left() + 8.0, rect.top() + 58.0, fonts::META_B, &words, t.s_ok);
    }
    if ui.input(|input| input.pointer.any_released()) && ground.rect.contains(at_hand) {
        let _taken = DragAndDrop::take_payload::<Carried>(ui.ctx());
        out.run(Command::Add(kind));
    }
}

/// Other ways to begin.
fn or_row(cx: &Cx<'_>, canvas: &Canvas, ui: &mut Ui, out: &mut Actions) {
    let rect = Rect::from_min_max(
        pos2(canvas.content.left() + 24.0, canvas.lane.bottom() + 18.0),
        pos2(canvas.whole.right() - 12.0, canvas.lane.bottom() + 50.0),
    );
    let layout = Layout::left_to_right(Align::Center).with_main_wrap(true);
    let mut row = ui.new_child(UiBuilder::new().id_salt("or").max_rect(rect).layout(layout));
    row.spacing_mut().item_spacing = vec2(10.0, 6.0);
    row.label(fonts::BODY.rich(say::or()).color(cx.tokens.text_3));
    if Button::secondary(say::start_from_arc()).icon(icons::STACK).show(&mut row).clicked() {
        out.run(Command::StartPage);
    }
    if Button::secondary(Command::OpenCases.name()).icon(icons::PRESENT).show(&mut row).clicked() {
        out.run(Command::OpenCases);
    }
    // What is on the clipboard is brought in as any table is: with a look at it before anything enters.
    let tip = bars::with_keys(&row, Command::Paste);
    if Button::secondary(say::paste_table()).icon(icons::PASTE).tooltip(&tip).show(&mut row).clicked() {
        out.run(Command::Paste);
    }
}
