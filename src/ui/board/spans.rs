//! Phases and blackout dates in the hand: their days are moved and stretched with the pointer or by keys, and their names are
//! written where they stand.
//!
//! Nothing of it is done before it is let go of, and then it is one step. What they look like is in [`super::phases`].

use egui::{CursorIcon, EventFilter, Id, Key, PointerButton, Pos2, Rect, Response, Ui, UiBuilder, pos2, vec2};

use super::drag;
use super::frame::Frame;
use super::input;
use super::phases::said_of;
use super::state::BoardState;
use super::travel::Wish;
use crate::analysis::blackouts::standing;
use crate::analysis::{Axis, scale};
use crate::edit::{CampaignChange, Edit, Step};
use crate::model::{Blackout, Campaign, Day, Phase};
use crate::ui::command::{Beside, Command};
use crate::ui::kit::{TextField, opens_chosen_by_keys, select_all};
use crate::ui::theme::FIELD;
use crate::ui::view::{Action, Actions, Selection};
use crate::words::spans as say;

/// How near to an end of it the pointer takes that end, in points; of a narrow one it takes the whole.
const EDGE: f32 = 6.0;
const NARROW: f32 = 20.0;
/// How long a new phase and new blackout dates are at first, in days; and the room that a phase between others needs.
const PHASE: i32 = 28;
const WEEK: i32 = 7;
const BLACKOUT: i32 = 3;
/// Width of the field for a name, in points.
const NAME: f32 = 190.0;

/// Days that have a name: by their place in the plan, where they have no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Span {
    /// A phase.
    Phase(usize),
    /// Days on which nothing is published.
    Blackout(usize),
}

impl Span {
    /// The first of the days, as long as the plan has them.
    #[must_use]
    pub fn first_day(self, campaign: &Campaign) -> Option<Day> {
        days_of(campaign, self).map(|(first, _)| first)
    }
}

/// What of it is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    First,
    Last,
}

/// What is under the hand.
#[derive(Default)]
pub(super) struct Spans {
    hand: Option<Hand>,
    naming: Option<Naming>,
    /// Whose menu was opened.
    pub(super) menu: Option<Span>,
    /// The day at which the menu of the strip was opened.
    pub(super) spot: Option<Day>,
    /// That menu is to open, because Enter was pressed there.
    pub(super) opens: bool,
    /// The widget of those that had the keyboard last.
    held: Option<Id>,
    /// What is to have it as soon as it is drawn.
    wanted: Option<Wanted>,
}

/// What of the head of the board is to have the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    Span(Span),
    /// The strip behind the phases, where nothing is left that could have it.
    Strip,
}

struct Hand {
    span: Span,
    part: Part,
    /// The day under the pointer when it was taken up, and the one that is now.
    from: i32,
    at: i32,
    /// Its days before.
    days: (Day, Day),
}

struct Naming {
    span: Span,
    draft: Option<String>,
    /// The days were added for this.
    is_new: bool,
    /// What adds them was asked for in this frame, and is done after it.
    is_awaited: bool,
}

impl BoardState {
    /// Whether days have the keyboard: their keys are those of moments elsewhere, and what is selected must not move with them.
    #[must_use]
    pub fn has_days(&self, ctx: &egui::Context) -> bool {
        let focused = ctx.memory(egui::Memory::focused);
        focused.is_some() && focused == self.spans.held
    }

    /// Brings days into view and puts the keyboard on them.
    pub fn go_to_span(&mut self, span: Span) {
        self.wish(Wish::Span(span));
        self.spans.wanted = Some(Wanted::Span(span));
    }

    /// Lets the name of days be written where they stand.
    pub fn name_span(&mut self, span: Span) {
        self.wish(Wish::Span(span));
        self.spans.naming = Some(Naming { span, draft: None, is_new: false, is_awaited: false });
    }

    /// Lets the name be written of days that were just added: whoever leaves it with Escape never wanted them.
    pub fn name_new_span(&mut self, span: Span) {
        self.wish(Wish::Span(span));
        self.spans.naming = Some(Naming { span, draft: None, is_new: true, is_awaited: true });
    }

    /// Whether such a name is being written.
    pub(super) fn is_naming_span(&self) -> bool {
        self.spans.naming.is_some()
    }

    /// Whether days are in the hand.
    pub(super) fn is_stretching(&self) -> bool {
        self.spans.hand.is_some()
    }
}

impl Spans {
    /// Whether the strip behind the phases is to have the keyboard now.
    pub(super) fn wants_strip(&mut self) -> bool {
        self.wanted.take_if(|wanted| *wanted == Wanted::Strip).is_some()
    }

    /// The days of it as they would be after the drag that is under way.
    pub(super) fn days(&self, span: Span, days: (Day, Day)) -> (Day, Day) {
        match &self.hand {
            Some(hand) if hand.span == span => hand.moved(),
            _ => days,
        }
    }

    /// The days in the hand.
    pub(super) fn held(&self) -> Option<(Day, Day)> {
        self.hand.as_ref().map(Hand::moved)
    }
}

impl Hand {
    fn moved(&self) -> (Day, Day) {
        moved(self.days, self.part, self.at - self.from)
    }
}

/// Days that are moved by so many; they never run backwards.
fn moved((from, to): (Day, Day), part: Part, by: i32) -> (Day, Day) {
    match part {
        Part::Whole => {
            // At the ends of the calendar it stays as long as it is.
            let length = to.since(from);
            let from = from.plus(by);
            let to = from.plus(length);
            (to.plus(-length), to)
        }
        Part::First => (from.plus(by).min(to), to),
        Part::Last => (from, to.plus(by).max(from)),
    }
}

/// The days of it, as long as the plan has it.
pub(super) fn days_of(campaign: &Campaign, span: Span) -> Option<(Day, Day)> {
    match span {
        Span::Phase(at) => campaign.phases.get(at).map(|phase| (phase.from, phase.to)),
        Span::Blackout(at) => campaign.blackouts.get(at).map(|days| (days.from, days.to)),
    }
}

fn name_of(campaign: &Campaign, span: Span) -> &str {
    match span {
        Span::Phase(at) => campaign.phases.get(at).map_or("", |phase| &phase.name),
        Span::Blackout(at) => campaign.blackouts.get(at).and_then(|days| days.why.as_deref()).unwrap_or_default(),
    }
}

/// The days of the same sort before or after these, in the order of the calendar.
fn beside(campaign: &Campaign, span: Span, forward: bool) -> Option<Span> {
    let mut all: Vec<Span> = match span {
        Span::Phase(_) => (0..campaign.phases.len()).map(Span::Phase).collect(),
        Span::Blackout(_) => (0..campaign.blackouts.len()).map(Span::Blackout).collect(),
    };
    all.sort_by_key(|span| days_of(campaign, *span));
    let at = all.iter().position(|other| *other == span)?;
    let to = if forward { at.checked_add(1)? } else { at.checked_sub(1)? };
    all.get(to).copied()
}

/// The first days of a plan that it did not have so before; `None` where it only has fewer.
#[must_use]
pub fn changed_span(before: &Campaign, after: &Campaign) -> Option<Span> {
    let phase = after.phases.iter().enumerate().position(|(at, phase)| before.phases.get(at) != Some(phase));
    let blackout = after.blackouts.iter().enumerate().position(|(at, days)| before.blackouts.get(at) != Some(days));
    phase.map(Span::Phase).or(blackout.map(Span::Blackout))
}

/// The first day of a phase or of blackout dates that one state of a plan has and the other has not, or has otherwise.
#[must_use]
pub fn changed_day(before: &Campaign, after: &Campaign) -> Option<Day> {
    let now = changed_span(before, after).and_then(|span| span.first_day(after));
    now.or_else(|| changed_span(after, before)?.first_day(before))
}

/// The step that changes the phases of a plan.
pub(super) fn phases(campaign: &Campaign, label: String, change: impl FnOnce(&mut Vec<Phase>)) -> Step {
    let mut all = campaign.phases.clone();
    change(&mut all);
    Step::new(label, vec![Edit::SetCampaign { change: Box::new(CampaignChange::Phases(all)) }])
}

/// The step that changes its blackout dates.
pub(super) fn blackouts(campaign: &Campaign, label: String, change: impl FnOnce(&mut Vec<Blackout>)) -> Step {
    let mut all = campaign.blackouts.clone();
    change(&mut all);
    Step::new(label, vec![Edit::SetCampaign { change: Box::new(CampaignChange::Blackouts(all)) }])
}

/// The step that adds a phase from that day on.
pub(super) fn new_phase(campaign: &Campaign, from: Day) -> Step {
    phase_of(campaign, (from, from.plus(PHASE - 1)))
}

/// The step that adds a phase where the plan has days without one: after the last of them, else between them, and no longer than
/// there is room. Where there is none it comes after the last phase; without phases it begins at `day`.
#[must_use]
pub fn next_phase(campaign: &Campaign, day: Day) -> Step {
    let after = campaign.phases.iter().map(|phase| phase.to).max();
    let from = after.map_or(day, |last| last.plus(1));
    let end = without_phases(campaign).map(|(_, last)| last);
    let to = end.filter(|last| last.since(from) >= WEEK - 1).unwrap_or(Day::MAX).min(from.plus(PHASE - 1));
    let has_room = end.is_some_and(|last| to <= last);
    let days = if has_room { (from, to) } else { gap(campaign).unwrap_or((from, to)) };
    phase_of(campaign, days)
}

/// From when to when a plan would reach if it had no phases.
fn without_phases(campaign: &Campaign) -> Option<(Day, Day)> {
    let bare = Campaign { phases: Vec::new(), ..campaign.clone() };
    let span = scale::Span::of(&bare, Axis::Calendar, 0)?;
    Some((Day::from_number(span.first), Day::from_number(span.last)))
}

/// The first days between phases, or before the first, in which one of at least a week has room.
fn gap(campaign: &Campaign) -> Option<(Day, Day)> {
    let (mut free, _) = without_phases(campaign)?;
    let mut phases: Vec<(Day, Day)> = campaign.phases.iter().map(|phase| (phase.from, phase.to)).collect();
    phases.sort_unstable();
    for (from, to) in phases {
        if from.since(free) >= WEEK {
            return Some((free, from.plus(-1).min(free.plus(PHASE - 1))));
        }
        free = free.max(to.plus(1));
    }
    None
}

fn phase_of(campaign: &Campaign, (from, to): (Day, Day)) -> Step {
    let phase = Phase { name: say::new_phase().to_owned(), from, to, kind: None, unknown: crate::model::Unknown::default() };
    phases(campaign, say::step_add_phase().to_owned(), |all| all.push(phase))
}

/// The step that adds blackout dates from that day on.
#[must_use]
pub fn new_blackout(campaign: &Campaign, from: Day) -> Step {
    let days = Blackout { from, to: from.plus(BLACKOUT - 1), why: None, unknown: crate::model::Unknown::default() };
    blackouts(campaign, say::step_add_blackout().to_owned(), |all| all.push(days))
}

/// The step that gives it other days; `None` where they are the same.
fn with_days(campaign: &Campaign, span: Span, (from, to): (Day, Day)) -> Option<Step> {
    if days_of(campaign, span)? == (from, to) {
        return None;
    }
    Some(match span {
        Span::Phase(at) => phases(campaign, say::step_phase_days(name_of(campaign, span)), |all| {
            if let Some(phase) = all.get_mut(at) {
                (phase.from, phase.to) = (from, to);
            }
        }),
        Span::Blackout(at) => blackouts(campaign, say::step_blackout_days().to_owned(), |all| {
            if let Some(days) = all.get_mut(at) {
                (days.from, days.to) = (from, to);
            }
        }),
    })
}

/// The step that takes it out of the plan.
fn without(campaign: &Campaign, span: Span) -> Step {
    match span {
        Span::Phase(gone) => phases(campaign, say::step_delete_phase(name_of(campaign, span)), |all| {
            if gone < all.len() {
                all.remove(gone);
            }
        }),
        Span::Blackout(gone) => blackouts(campaign, say::step_delete_blackout().to_owned(), |all| {
            if gone < all.len() {
                all.remove(gone);
            }
        }),
    }
}

/// Takes it up, writes its name, and does what its keys do.
pub(super) fn respond(
    frame: &Frame<'_>,
    span: Span,
    rect: Rect,
    response: &Response,
    state: &mut BoardState,
    ui: &Ui,
    out: &mut Actions,
) {
    let part = |at: Pos2| match () {
        () if rect.width() < NARROW => Part::Whole,
        () if at.x < rect.left() + EDGE => Part::First,
        () if at.x > rect.right() - EDGE => Part::Last,
        () => Part::Whole,
    };
    let held = state.spans.hand.as_ref().filter(|hand| hand.span == span).map(|hand| hand.part);
    if let Some(part) = held.or(response.hover_pos().map(part)) {
        let over = if part == Part::Whole { CursorIcon::Grab } else { CursorIcon::ResizeHorizontal };
        ui.ctx().set_cursor_icon(if held == Some(Part::Whole) { CursorIcon::Grabbing } else { over });
    }
    if response.clicked() || response.drag_started_by(PointerButton::Primary) || response.secondary_clicked() {
        response.request_focus();
    }
    if state.spans.wanted.take_if(|wanted| *wanted == Wanted::Span(span)).is_some() {
        response.request_focus();
    }
    let focused = response.has_focus();
    if focused {
        state.spans.held = Some(response.id);
    }
    // Tab comes to what is only seen in part, too.
    if response.gained_focus() && !ui.input(|input| input.pointer.any_down()) {
        state.wish(Wish::Span(span));
    }
    // Whoever takes it up means it and no moment; whoever comes by with Tab keeps what is selected.
    if (response.clicked() || response.drag_started()) && *frame.cx.selection != Selection::default() {
        out.push(Action::Select(Selection::default()));
    }
    if response.secondary_clicked() || opens_chosen_by_keys(response, false) {
        state.spans.menu = Some(span);
    }
    let wants = response.double_clicked() || response.drag_started_by(PointerButton::Primary);
    if let Some(why) = frame.cx.locked().filter(|_| wants) {
        out.push(Action::Note(why.to_owned()));
        return;
    }
    if response.double_clicked() {
        state.name_span(span);
    } else if response.drag_started_by(PointerButton::Primary)
        && let Some(at) = ui.input(|input| input.pointer.press_origin())
        && let Some(days) = days_of(frame.cx.campaign, span)
    {
        let day = day_at(frame, at);
        state.spans.hand = Some(Hand { span, part: part(at), from: day, at: day, days });
    }
    if focused && frame.cx.locked().is_none() {
        keys(frame, span, response.id, state, ui, out);
    }
}

/// What the keys do with the one that has the keyboard: a step each.
fn keys(frame: &Frame<'_>, span: Span, id: Id, state: &mut BoardState, ui: &Ui, out: &mut Actions) {
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let campaign = frame.cx.campaign;
    let Some(pressed) = Beside::pressed(ui, &Beside::OF_DAYS) else { return };
    match pressed {
        Beside::Previous | Beside::Next => {
            if let Some(other) = beside(campaign, span, pressed == Beside::Next) {
                state.go_to_span(other);
            }
        }
        Beside::Write => state.name_span(span),
        Beside::Delete => delete(campaign, span, state, out),
        _ => {
            let part = match pressed {
                Beside::FirstEarlier | Beside::FirstLater => Part::First,
                Beside::LastEarlier | Beside::LastLater => Part::Last,
                _ => Part::Whole,
            };
            let days = days_of(campaign, span).zip(pressed.days()).map(|(days, by)| moved(days, part, by));
            if let Some(days) = days
                && let Some(step) = with_days(campaign, span, days)
            {
                out.push(Action::Edit(step));
                let moments = standing(campaign, days);
                out.push(Action::Note(said_of(span, name_of(campaign, span), days, moments)));
                state.go_to_span(span);
            }
        }
    }
}

/// Takes it out of the plan; the keyboard goes to the next one, or to where another can be added.
pub(super) fn delete(campaign: &Campaign, span: Span, state: &mut BoardState, out: &mut Actions) {
    let heir = beside(campaign, span, true).or(beside(campaign, span, false));
    out.push(Action::Edit(without(campaign, span)));
    // Those behind it are one place further to the front then.
    let after = |at: usize, gone: usize| if at > gone { at - 1 } else { at };
    match (heir, span) {
        (Some(Span::Phase(at)), Span::Phase(gone)) => state.go_to_span(Span::Phase(after(at, gone))),
        (Some(Span::Blackout(at)), Span::Blackout(gone)) => state.go_to_span(Span::Blackout(after(at, gone))),
        _ => state.spans.wanted = Some(Wanted::Strip),
    }
}

fn day_at(frame: &Frame<'_>, at: Pos2) -> i32 {
    frame.scale.at(frame.plan_x(at.x)).floor() as i32
}

/// The day of the calendar at a place of the screen.
pub(super) fn calendar_day(frame: &Frame<'_>, at: Pos2) -> Day {
    Day::from_number(day_at(frame, at).clamp(Day::MIN.number(), Day::MAX.number()))
}

/// Goes on with what is in the hand: follows the pointer, scrolls at the sides, lets go, gives up.
pub(super) fn follow(frame: &Frame<'_>, state: &mut BoardState, ui: &Ui, out: &mut Actions) {
    let Some(hand) = &state.spans.hand else { return };
    let (span, days) = (hand.span, hand.days);
    let (pointer, down) = ui.input(|input| (input.pointer.latest_pos(), input.pointer.primary_down()));
    // An undo meanwhile, or another window: these are no longer the days that were taken up.
    let is_there = days_of(frame.cx.campaign, span) == Some(days);
    let Some(pointer) = pointer.filter(|_| is_there && !drag::is_given_up(ui)) else {
        state.spans.hand = None;
        ui.ctx().stop_dragging();
        return;
    };
    let at = day_at(frame, pointer);
    if let Some(hand) = &mut state.spans.hand {
        hand.at = at;
    }
    if down {
        // Only to the sides: the strip is at the top, where the lanes would scroll.
        input::scroll_at_edge(frame, state, ui, pos2(pointer.x, frame.content.center().y));
    } else if let Some(hand) = state.spans.hand.take()
        && let Some(step) = with_days(frame.cx.campaign, span, hand.moved())
    {
        out.push(Action::Edit(step));
    }
}

/// Draws the field in which a name is written. Enter or going elsewhere keeps it, Escape leaves it as it was: days that were added for
/// it are gone again.
pub(super) fn naming(frame: &Frame<'_>, state: &mut BoardState, ui: &mut Ui, out: &mut Actions) {
    let Some(naming) = &mut state.spans.naming else { return };
    let campaign = frame.cx.campaign;
    let span = naming.span;
    let Some((from, _)) = days_of(campaign, span) else {
        if !std::mem::take(&mut naming.is_awaited) {
            state.spans.naming = None;
        }
        return;
    };
    let fresh = naming.draft.is_none();
    let draft = naming.draft.get_or_insert_with(|| name_of(campaign, span).to_owned());
    let name = match span {
        Span::Phase(_) => say::name_phase(),
        Span::Blackout(_) => say::name_blackout(),
    };
    let right = (frame.content.right() - NAME).max(frame.content.left());
    let left = frame.day_x(from.number()).clamp(frame.content.left(), right);
    let id = Id::unique(("name days", span));
    let rect = Rect::from_min_size(pos2(left, frame.whole.top() + 2.0), vec2(NAME, FIELD));
    let mut child = ui.new_child(UiBuilder::new().id_salt("name days").max_rect(rect));
    child.set_clip_rect(frame.whole);
    let response = TextField::new(id, name).hint(name).width(NAME).keeps().show_marked(&mut child, draft);
    if fresh {
        select_all(ui.ctx(), id, draft);
        response.request_focus();
        return;
    }
    let left = ui.input(|input| input.key_pressed(Key::Escape));
    if left || !response.has_focus() {
        let (draft, is_new) = (std::mem::take(draft), naming.is_new);
        state.spans.naming = None;
        // Nothing else can be done while the name is written, so that adding them is the last step.
        if left && is_new {
            out.run(Command::Undo);
            return;
        }
        let name = name_of(campaign, span);
        let mut named = name;
        if !left
            && draft.trim() != name
            && let Some(step) = renamed(campaign, span, draft.trim())
        {
            out.push(Action::Edit(step));
            named = draft.trim();
        }
        // The keyboard goes on with them, unless it is somewhere else by now.
        if left || ui.input(|input| input.key_pressed(Key::Enter)) {
            state.go_to_span(span);
            if let Some(days) = days_of(campaign, span).filter(|_| !left) {
                out.push(Action::Note(said_of(span, named, days, standing(campaign, days))));
            }
        }
    }
}

/// The step that names it; a phase has always a name, blackout dates only where there is a reason.
fn renamed(campaign: &Campaign, span: Span, name: &str) -> Option<Step> {
    match span {
        Span::Phase(at) if !name.is_empty() => {
            Some(phases(campaign, crate::words::hand::step_rename(name_of(campaign, span)), |all| {
                if let Some(phase) = all.get_mut(at) {
                    name.clone_into(&mut phase.name);
                }
            }))
        }
        Span::Phase(_) => None,
        Span::Blackout(at) => Some(blackouts(campaign, say::step_blackout_why().to_owned(), |all| {
            if let Some(days) = all.get_mut(at) {
                days.why = (!name.is_empty()).then(|| name.to_owned());
            }
        })),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_never_run_backwards_and_keep_their_length_when_moved() {
        let day = |number: i32| Day::from_number(21_000 + number);
        let days = (day(0), day(9));
        assert_eq!(moved(days, Part::Whole, 3), (day(3), day(12)));
        assert_eq!(moved(days, Part::First, -2), (day(-2), day(9)));
        assert_eq!(moved(days, Part::First, 20), (day(9), day(9)));
        assert_eq!(moved(days, Part::Last, -20), (day(0), day(0)));
        let (from, to) = moved((Day::MAX.plus(-5), Day::MAX), Part::Whole, 30);
        assert_eq!((to, to.since(from)), (Day::MAX, 5));
    }
}
