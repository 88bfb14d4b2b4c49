//! Moments in the hand over the calendar: taken up on a day, or brought from another panel. What is dragged is the view's own
//! until it is let go; then it is one step, or none. Near an edge, or over the buttons that do it, the page is turned.

use std::collections::HashSet;
use std::sync::Arc;

use egui::{
    CornerRadius, CursorIcon, DragAndDrop, Id, KeyboardShortcut, LayerId, Order, Pos2, Rect, Stroke, Ui, Vec2, pos2, vec2,
};

use super::CalendarState;
use super::add::Adding;
use super::card::{self, Look};
use super::data::Item;
use super::frame::Frame;
use super::layout::{Size, WEEKDAYS, plain_height};
use crate::analysis::Axis;
use crate::check::{Follower, check_lane};
use crate::edit::{Edit, Place, Step, apply_all};
use crate::model::{Campaign, Day, Index, LaneId, Moment, MomentId};
use crate::ui::board::{day_as, is_carried, is_given_up, stand_in};
use crate::ui::carry::Carried;
use crate::ui::command::Command;
use crate::ui::kit::paint;
use crate::ui::theme::{DASH_SLOT, R3, SLOT};
use crate::ui::view::{Action, Actions, Counts, Cx, Selection};
use crate::ui::{fonts, icons};
use crate::words::{self, board as say_board, calendar_view, counts, hand as say, names, steps, window};

/// How long something waits before the page is turned, and then before the next one is, in seconds.
const WAIT: f64 = 0.7;
/// Nearer than this to the left or right edge of the days, the page is turned, in points.
const EDGE: f32 = 14.0;
/// From the corner of a moment that is carried over another panel to the pointer.
const CORNER: Vec2 = Vec2::splat(12.0);
/// From the pointer over the head to a moment that hangs below it, in points.
const BELOW: f32 = 8.0;

/// Where what is in the hand comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Origin {
    Plan,
    Palette,
    Tray,
}

/// Moments in the hand.
pub(super) struct Drag {
    moment: Arc<Moment>,
    who: Arc<str>,
    from: Origin,
    /// The lane it stands in, or is to come to where that is known.
    lane: Option<LaneId>,
    /// The day it comes from.
    day: Option<Day>,
    /// The others that move with it.
    others: Vec<(LaneId, Arc<Moment>)>,
    /// Everything in the hand, to look up: there may be many.
    held: HashSet<MomentId>,
    /// How many of the selected moments are published and stay.
    stay: usize,
    grab: Vec2,
    extent: Vec2,
    size: Size,
    target: Option<Day>,
    /// What the checker would say, where that changes or is something.
    told: Option<String>,
    follower: Follower,
}

impl Drag {
    /// Takes a moment up, and the other selected ones with it where it is one of them.
    pub(super) fn begin(frame: &Frame<'_>, state: &CalendarState, item: Item, rect: Rect, size: Size, at: Pos2) -> Option<Self> {
        let cx = frame.cx;
        let (lane, moment) = item.find(cx.campaign)?;
        let selected = if cx.selection.has(moment.id) { &cx.selection.moments[..] } else { &[] };
        let (mut others, mut stay) = (Vec::new(), 0);
        for (of, other) in cx.index.in_lanes(cx.campaign, selected).filter(|(_, other)| other.id != moment.id) {
            if other.is_published() {
                stay += 1;
            } else {
                others.push((of.id, Arc::clone(other)));
            }
        }
        Some(Self {
            moment: Arc::clone(moment),
            who: state.book.who(item.lane).map(|who| Arc::clone(&who.name)).unwrap_or_default(),
            from: Origin::Plan,
            lane: Some(lane.id),
            day: cx.campaign.day_of(moment.when),
            held: others.iter().map(|(_, other)| other.id).chain([moment.id]).collect(),
            others,
            stay,
            grab: at - rect.min,
            extent: rect.size(),
            size,
            target: None,
            told: None,
            follower: Follower::default(),
        })
    }

    /// Takes over what another panel lets be picked up; `None` for moments of the calendar itself.
    fn bring(frame: &Frame<'_>, state: &CalendarState, carried: &Carried) -> Option<Self> {
        let campaign = frame.cx.campaign;
        let (moment, from) = match carried {
            Carried::Kind(kind) => (Arc::new(new_moment(campaign, *kind)), Origin::Palette),
            Carried::Idea(id) => (Arc::clone(campaign.ideas.iter().find(|idea| idea.id == *id)?), Origin::Tray),
            Carried::Cards(_) => return None,
        };
        let meant = campaign.lanes.iter().find(|lane| lane.creator.is_some() && lane.creator == moment.for_creator);
        let lane = meant.map(|lane| lane.id).or_else(|| lane_in_use(frame.cx));
        let place = lane.and_then(|id| campaign.lanes.iter().position(|lane| lane.id == id));
        let extent = vec2((frame.grid.rect.width() / 7.0 - 10.0).min(160.0), plain_height());
        Some(Self {
            who: place.and_then(|at| state.book.who(at)).map(|who| Arc::clone(&who.name)).unwrap_or_default(),
            moment,
            from,
            lane,
            day: None,
            others: Vec::new(),
            held: HashSet::new(),
            stay: 0,
            grab: extent / 2.0,
            extent,
            size: Size::Medium,
            target: None,
            told: None,
            follower: Follower::default(),
        })
    }

    /// Everything in the hand as other panels see it, the moment under the pointer last.
    pub(super) fn carried(&self) -> Carried {
        Carried::Cards(self.others.iter().map(|(_, other)| other.id).chain([self.moment.id]).collect())
    }

    /// Whether a moment is in the hand.
    pub(super) fn takes(&self, id: MomentId) -> bool {
        self.held.contains(&id)
    }

    /// Whether letting go now would bring it to that day.
    pub(super) fn would_take(&self, day: Day) -> bool {
        self.target == Some(day) && !self.is_fixed()
    }

    /// Whether it keeps its day whatever is done: it is out already.
    fn is_fixed(&self) -> bool {
        self.moment.is_published()
    }

    /// What letting go over a day would do; `None` where that changes nothing.
    fn step(&self, campaign: &Campaign, day: Day) -> Option<Step> {
        if self.is_fixed() || (self.from == Origin::Plan && self.day == Some(day)) {
            return None;
        }
        let when = |moment: &Moment, day: Day| day_as(campaign, Axis::Calendar, moment.when, day.number());
        let lane = self.lane?;
        let title = &self.moment.title;
        if self.from == Origin::Palette {
            return Some(add(&self.moment, lane, day));
        }
        let mut edits = vec![Edit::MoveMoment { id: self.moment.id, to: Place::Lane(lane), when: when(&self.moment, day) }];
        for (lane, other) in &self.others {
            // Those without a day come to stand beside it; the others keep their distance.
            let to = match (campaign.day_of(other.when), self.day) {
                (Some(own), Some(from)) => own.plus(day.since(from)),
                (Some(_), None) => continue,
                (None, _) => day,
            };
            edits.push(Edit::MoveMoment { id: other.id, to: Place::Lane(*lane), when: when(other, to) });
        }
        let label = match (self.from, edits.len()) {
            (Origin::Tray, _) => steps::step_unpark(title),
            (_, 1) => steps::step_move(title),
            (_, several) => say_board::move_many(words::moments(several)),
        };
        Some(Step::new(label, edits))
    }

    /// Follows the pointer; what the checker would say is worked out anew only when the day under it changes.
    fn follow(&mut self, frame: &Frame<'_>, pointer: Pos2) {
        let target = frame.grid.at(pointer).and_then(|at| frame.sheet.page.day(at));
        if target == self.target {
            return;
        }
        self.target = target;
        self.told = target.and_then(|day| self.look_ahead(frame, day));
    }

    /// What the checker would say of the lane.
    fn look_ahead(&mut self, frame: &Frame<'_>, day: Day) -> Option<String> {
        let cx = frame.cx;
        let step = self.step(cx.campaign, day)?;
        let lane = self.lane?;
        // Only what the step touches has to be found, not the whole plan.
        let mut index = Index::default();
        let lanes = self.others.iter().map(|(lane, other)| (*lane, other.id)).chain([(lane, self.moment.id)]);
        for (lane, id) in lanes {
            index.put(id, (self.from == Origin::Plan).then_some(lane));
        }
        if self.from == Origin::Palette {
            index = Index::default();
        }
        let after = Arc::new(apply_all(cx.campaign, &mut index, &step.edits).ok()??);
        self.follower.follow(&after, cx.options);
        let at = after.lanes.iter().position(|other| other.id == lane)?;
        let then = Counts::of(&check_lane(&after, self.follower.cross(), after.lanes.get(at)?, cx.options).findings);
        let now = cx.derived.lanes.get(at).map(|view| view.counts).unwrap_or_default();
        let open = |counts: Counts| {
            let open = words::findings(counts.errors, counts.warnings, counts.hints, 0);
            if open.is_empty() { say_board::nothing_to_mend().to_owned() } else { open }
        };
        let (now, then) = (open(now), open(then));
        Some(if now == then { then } else { say::before_after(now, then) })
    }

    /// Lets go: one step with what was moved selected, or none where nothing would change.
    fn drop(self, frame: &Frame<'_>, state: &mut CalendarState, out: &mut Actions) {
        let cx = frame.cx;
        if self.is_fixed() {
            out.push(Action::Note(format!("{}. {}", say_board::already_published(), window::published_stays())));
            return;
        }
        let Some(day) = self.target else { return };
        if self.lane.is_none() {
            // Nobody can know whose it is: that is asked where it was let go of.
            let adding = Adding::of(cx, day, Some(self.moment.kind));
            state.adding = Some(if self.from == Origin::Tray { adding.of_idea(self.moment.id) } else { adding });
            return;
        }
        let Some(step) = self.step(cx.campaign, day) else { return };
        if self.from == Origin::Palette {
            out.push(Action::Add(step));
            out.push(Action::FocusField("title"));
            return;
        }
        out.push(Action::Edit(step));
        let moments: Vec<MomentId> = self.others.iter().map(|(_, other)| other.id).chain([self.moment.id]).collect();
        let from = Some(self.moment.id);
        out.push(Action::Select(Selection { moments, lane: self.lane, from, ..Selection::default() }));
        if self.stay > 0 {
            out.push(Action::Note(say::stay(self.stay)));
        }
    }
}

/// A moment that is not in the plan yet; it gets an id of its own when it is added.
fn new_moment(campaign: &Campaign, kind: crate::model::Kind) -> Moment {
    let mut moment = Moment::new(stand_in(campaign.id.to_string().len() as u64), kind, names::kind(kind.key()));
    moment.product = if kind.is_ask() { campaign.products.first().map(|product| product.id) } else { None };
    moment
}

/// The step that adds a new moment of a kind to a lane on a day.
pub(super) fn add_new(campaign: &Campaign, kind: crate::model::Kind, lane: LaneId, day: Day) -> Step {
    add(&new_moment(campaign, kind), lane, day)
}

fn add(moment: &Moment, lane: LaneId, day: Day) -> Step {
    let moment = Moment { when: crate::model::When::On(day), ..moment.clone() };
    let label = steps::step_add(&moment.title);
    Step::new(label, vec![Edit::AddMoment { place: Place::Lane(lane), moment: Box::new(moment) }])
}

/// The lane that a new moment goes to without anybody being asked: that of the selection, else the only one that is shown.
pub(super) fn lane_in_use(cx: &Cx<'_>) -> Option<LaneId> {
    let of_moment = cx.selection.primary().and_then(|id| cx.index.lane(id));
    let chosen = of_moment.or(cx.selection.lane).filter(|id| cx.campaign.lane(*id).is_some());
    let mut shown = cx.campaign.lanes.iter().map(|lane| lane.id).filter(|id| !cx.sieve.hides(*id));
    let only = || match (shown.next(), shown.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    };
    chosen.filter(|id| !cx.sieve.hides(*id)).or_else(only)
}

/// Goes on with what is in the hand: follows the pointer, turns pages, lets go, gives up. Returns the pointer.
pub(super) fn go_on(frame: &Frame<'_>, state: &mut CalendarState, ui: &Ui, out: &mut Actions) -> Option<Pos2> {
    let (pointer, down) = ui.input(|input| (input.pointer.latest_pos(), input.pointer.primary_down()));
    bring(frame, state, ui, pointer);
    let mut drag = state.drag.take()?;
    // Escape lets go of what is carried, and another panel that takes it leaves nothing to drop here.
    if is_given_up(ui) || !is_carried(ui) {
        DragAndDrop::clear_payload(ui.ctx());
        ui.ctx().stop_dragging();
        state.turning = None;
        return None;
    }
    let pointer = pointer?;
    drag.follow(frame, pointer);
    if down {
        state.drag = Some(drag);
        turn_by_keys(state, ui);
        let way = way_at(frame, state, pointer);
        turn_in_time(state, ui, way);
        return Some(pointer);
    }
    state.turning = None;
    DragAndDrop::clear_payload(ui.ctx());
    drag.drop(frame, state, out);
    ui.ctx().request_repaint();
    None
}

/// Takes over what comes from another panel while it is over the days, and gives it back when it leaves them.
fn bring(frame: &Frame<'_>, state: &mut CalendarState, ui: &Ui, pointer: Option<Pos2>) {
    let inside = pointer.is_some_and(|at| frame.whole.contains(at));
    if let Some(drag) = &state.drag {
        if drag.from != Origin::Plan && !inside {
            state.drag = None;
            state.turning = None;
        }
        return;
    }
    if !inside || frame.cx.locked().is_some() {
        return;
    }
    if let Some(carried) = DragAndDrop::payload::<Carried>(ui.ctx()) {
        state.drag = Drag::bring(frame, state, &carried);
    }
}

/// The keys that turn the page do so while something is in the hand, too.
fn turn_by_keys(state: &mut CalendarState, ui: &Ui) {
    for (command, by) in [(Command::LanesUp, -1), (Command::LanesDown, 1)] {
        let is_pressed = |keys: &KeyboardShortcut| ui.input_mut(|input| input.consume_shortcut(keys));
        if command.shortcuts().iter().any(is_pressed) {
            state.turn(by);
            ui.ctx().request_repaint();
        }
    }
}

/// Which way the page is turned under the pointer: at the left or right edge of the days, and on the buttons that do it.
fn way_at(frame: &Frame<'_>, state: &CalendarState, pointer: Pos2) -> Option<i32> {
    let is_on = |arrow: usize| state.arrows[arrow].is_some_and(|arrow| arrow.contains(pointer));
    let days = frame.grid.seen;
    let beside = days.y_range().contains(pointer.y) && frame.whole.contains(pointer);
    if is_on(0) || (beside && pointer.x < days.left() + EDGE) {
        Some(-1)
    } else if is_on(1) || (beside && pointer.x > days.right() - EDGE) {
        Some(1)
    } else {
        None
    }
}

/// Turns the page that way once something was held long enough where that is done, and then page by page.
fn turn_in_time(state: &mut CalendarState, ui: &Ui, way: Option<i32>) {
    let Some(way) = way else {
        state.turning = None;
        return;
    };
    let now = ui.input(|input| input.time);
    let waits = state.turning.filter(|(before, _)| *before == way).map(|(_, due)| due);
    let mut due = waits.unwrap_or(now + WAIT);
    if now >= due {
        state.turn(way);
        due = now + WAIT;
        ui.ctx().request_repaint();
    }
    state.turning = Some((way, due));
    ui.ctx().request_repaint_after_secs((due - now) as f32);
}

/// Draws the day that would be taken and the copy that follows the pointer.
pub(super) fn show(frame: &Frame<'_>, state: &mut CalendarState, ui: &Ui, at: Pos2) {
    let CalendarState { drag, insides, .. } = state;
    let Some(drag) = drag else { return };
    let t = frame.t;
    let refused = drag.is_fixed();
    let inside = frame.whole.contains(at);
    if let Some(cell) = drag.target.filter(|_| inside).and_then(|day| frame.cell(day)) {
        let painter = ui.painter().with_clip_rect(frame.grid.seen);
        let place = cell.shrink(2.0);
        let color = if refused { t.s_err_line } else { t.accent };
        paint::dashed_rect(&painter, place, R3, Stroke::new(SLOT, color), DASH_SLOT);
    }
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Tooltip, Id::unique("moment in the hand")));
    let head = frame.grid.seen.top() - WEEKDAYS;
    let corner = if inside && at.y < head {
        // Over the buttons that turn the page it would hide them, and the name of the page.
        pos2(at.x - drag.grab.x.min(drag.extent.x), head + BELOW)
    } else if inside {
        at - drag.grab.min(drag.extent)
    } else {
        at - CORNER
    };
    let copy = Rect::from_min_size(corner, drag.extent);
    let look = Look { lifted: true, refused, ..Look::default() };
    card::card(frame, &painter, insides, copy, drag.size, (&drag.moment, &drag.who), look);
    if !drag.others.is_empty() {
        let count = paint::line(&painter, fonts::META_B, &counts::grouped(drag.others.len() + 1), t.on_accent);
        let badge = Rect::from_center_size(copy.right_top() + vec2(-3.0, 3.0), vec2((count.size().x + 10.0).max(18.0), 18.0));
        painter.rect_filled(badge, CornerRadius::same(9), t.accent);
        painter.galley(badge.center() - count.size() / 2.0, count, t.on_accent);
    }
    ui.ctx().set_cursor_icon(if refused { CursorIcon::NotAllowed } else { CursorIcon::Grabbing });
    if inside {
        pill(frame, drag, &painter, copy, refused);
    }
}

/// What letting go would mean, under the copy: the copy may cover the day, but never that.
fn pill(frame: &Frame<'_>, drag: &Drag, painter: &egui::Painter, copy: Rect, refused: bool) {
    let t = frame.t;
    let text = match (refused, drag.target) {
        (true, _) => say_board::already_published().to_owned(),
        (false, Some(day)) => calendar_view::drop_on(day.with_weekday()),
        (false, None) => return,
    };
    let color = if refused { t.s_err } else { t.accent };
    let first = paint::line(painter, fonts::BODY_B, &text, color);
    let second = drag.told.as_deref().map(|told| paint::line(painter, fonts::META, told, t.text_2));
    let width = first.size().x.max(second.as_ref().map_or(0.0, |line| line.size().x)) + if refused { 38.0 } else { 20.0 };
    let height = if second.is_some() { 40.0 } else { 24.0 };
    let screen = painter.ctx().content_rect();
    let left = copy.left().min(screen.right() - width - 4.0).max(screen.left() + 4.0);
    let top = if copy.bottom() + 6.0 + height > screen.bottom() { copy.top() - height - 6.0 } else { copy.bottom() + 6.0 };
    let rect = Rect::from_min_size(pos2(left, top), vec2(width, height));
    paint::shadowed_card(
        painter,
        rect,
        frame.theme,
        crate::ui::theme::Lift::Pop,
        t.card,
        if refused { t.s_err_line } else { t.accent_line },
    );
    let mut x = rect.left() + 10.0;
    if refused {
        icons::PROHIBIT.paint(painter, pos2(x + 6.0, rect.top() + 12.0), 14.0, color);
        x += 18.0;
    }
    painter.galley(pos2(x, rect.top() + 12.0 - first.size().y / 2.0), first, color);
    if let Some(line) = second {
        painter.galley(pos2(x, rect.top() + 28.0 - line.size().y / 2.0), line, t.text_2);
    }
}
