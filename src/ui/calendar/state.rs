//! What the calendar remembers from frame to frame: which days are seen, and what is in the hand.

use std::rc::Rc;
use std::sync::Arc;

use egui::{Context, Pos2, Rect, Theme, Ui};

use super::add::Adding;
use super::book::Book;
use super::card::Insides;
use super::crowd::Crowds;
use super::data::{Part, Sheet};
use super::drag::Drag;
use super::focus::{Focus, Spot};
use super::ghosts::Ghosts;
use super::glance::Glance;
use super::more::List;
use super::notes::Notes;
use super::page::{Page, Reach};
use super::pages::{Basis, Pages};
use super::strips;
use super::wheel::Wheel;
use crate::model::{Campaign, Day, Kind, LaneId, MomentId, When};
use crate::ui::board::pick::Chosen;
use crate::ui::findings::fixes::FixCache;
use crate::ui::insides;
use crate::ui::theme::Tone;
use crate::ui::view::{Cx, Kept, Selection, Sieve};

/// How long a moment that somebody looked for is marked, in seconds.
const LOOKED_FOR: f64 = 2.0;

/// What somebody wants of the calendar from outside; granted when it is next drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    /// A moment is to be in sight.
    Moment(MomentId),
    /// The same, where its page is still the one that is seen.
    Uncovered(MomentId),
    /// The same, and marked.
    LookedFor(MomentId),
    /// A day is to be in sight, with the keyboard on it.
    Day(Day),
    /// A day is to be in sight.
    Seen(Day),
    Today,
    /// A month, or a week.
    See(Reach),
    /// Another page, that many on.
    Turn(i32),
    /// The same, beginning at the end from which it is come to.
    Roll(i32),
    /// A moment of that kind is wanted where the keyboard is.
    Add(Kind),
    /// A note on that lane, or on one that is asked for, there, or on the day in use.
    Write(Option<LaneId>, Option<When>),
}

/// What is kept of it with the plan: a week, where it is one that is seen at once.
const REACH: &str = "calendar.reach";
const WEEK: &str = "week";

/// What is due on the days, by what it is due for; it rests on whose that is, its size in tenths of a point, and the theme.
type Due = insides::Insides<(MomentId, Part), (Arc<str>, [u32; 2], Theme)>;

/// The lines for what has no room on a day; each rests on how much that is, on the worst that is found about it, on its size in tenths of
/// a point, and on the theme.
type Rests = insides::Insides<Day, (usize, Option<Tone>, [u32; 2], Theme)>;

/// What the calendar remembers. Not part of the document: nothing here can be undone.
#[derive(Default)]
pub struct CalendarState {
    /// How much of it lies under the inspector at its right, in points.
    pub covered: f32,
    /// It makes room for what lies over it: not at once, because a second click may follow where the first one was.
    gives_way: bool,
    page: Option<Page>,
    /// The month from which a week was come to.
    month: Option<Page>,
    pub(super) reach: Reach,
    /// The day that the keyboard is on, where it is on a day and not on a moment.
    pub(super) at: Option<Day>,
    /// The lane that was used last: where new moments go.
    pub(super) lane: Option<LaneId>,
    /// What was selected in the last frame, and what had the keyboard.
    before: (Option<MomentId>, Option<MomentId>),
    /// The moment in use with its day, as of that state of the plan.
    pub(super) used: Option<(MomentId, Day)>,
    used_of: (Option<MomentId>, u64),
    wishes: Vec<Wish>,
    pub(super) scroll: f32,
    /// How much higher than its place the grid is.
    excess: f32,
    pub(super) book: Book,
    pages: Pages,
    pub(super) insides: Insides,
    /// The same of what is due, of the lines for what has no room, and of stretches.
    pub(super) due: Due,
    pub(super) rests: Rests,
    pub(super) strips: strips::Insides,
    /// What is seen of days with more on them than they have room for.
    pub(super) crowds: Crowds,
    pub(super) focus: Focus,
    /// The day on which Tab stops.
    pub(super) stop_day: Option<Day>,
    pub(super) chosen: Chosen,
    pub(super) drag: Option<Drag>,
    /// Which way what is in the hand waits for a page to be turned, and when it is.
    pub(super) turning: Option<(i32, f64)>,
    /// Where the buttons are that turn the page back and on, as the last frame had them.
    pub(super) arrows: [Option<Rect>; 2],
    pub(super) wheel: Wheel,
    pub(super) adding: Option<Adding>,
    /// What is listed because it has no room.
    pub(super) listed: Option<List>,
    pub(super) notes: Notes,
    /// The moment whose menu was opened.
    pub(super) menu: Option<MomentId>,
    pub(super) fixes: FixCache,
    pub(super) glance: Glance,
    /// The moment that somebody looked for, and until when it is marked.
    pub(super) looked_for: Option<(MomentId, f64)>,
    /// The fix that is shown before it is done.
    pub(super) ghosts: Ghosts,
    /// Where what stands on each day of the page ends.
    pub(super) ends: Vec<f32>,
    /// The moments that are seen, and where, as the last frame had them.
    pub(super) cards: Vec<(MomentId, Rect)>,
    /// The moment that is to be scrolled into sight once it is known where it stands.
    pub(super) to_scroll: Option<Day>,
}

impl CalendarState {
    /// Where in its place its content is.
    #[must_use]
    pub fn content(&self, whole: Rect) -> Rect {
        let width = if self.gives_way { whole.width() - self.covered } else { whole.width() };
        whole.with_max_x(whole.left() + width.max(200.0).min(whole.width()))
    }

    /// The moment under a place of the window, and how much of it is seen, as the last frame had it.
    #[must_use]
    pub fn card_at(&self, at: Pos2) -> Option<(MomentId, Rect)> {
        self.cards.iter().rev().find(|(_, rect)| rect.contains(at)).copied()
    }

    /// Brings a moment into view.
    pub fn reveal(&mut self, id: MomentId) {
        self.wishes.push(Wish::Moment(id));
    }

    /// Makes room for what lies over the calendar, and keeps a moment of its page in view.
    pub fn uncover(&mut self, id: MomentId) {
        self.wishes.push(Wish::Uncovered(id));
    }

    /// Brings a moment into view that somebody looks for, and marks it there.
    pub fn jump_to(&mut self, id: MomentId) {
        self.wishes.push(Wish::LookedFor(id));
    }

    /// Puts the keyboard on a moment.
    pub fn focus(&mut self, id: MomentId) {
        self.at = None;
        self.focus.want(Spot::Card(id));
    }

    /// Puts the keyboard on a day.
    pub fn focus_day(&mut self, day: Day) {
        self.wishes.push(Wish::Day(day));
    }

    /// Turns to the month or week of a day that was in view elsewhere; the keyboard stays where it is.
    pub fn follow_day(&mut self, day: Day) {
        self.wishes.push(Wish::Seen(day));
    }

    /// Adds a moment of that kind where the keyboard is; asks for whom where nobody can know.
    pub fn add(&mut self, kind: Kind) {
        self.wishes.push(Wish::Add(kind));
    }

    /// Lets a note be written on a lane, or on one that is asked for: there, or on the day in use.
    pub fn write_new_note(&mut self, lane: Option<LaneId>, when: Option<When>) {
        self.wishes.push(Wish::Write(lane, when));
    }

    /// Whether keys such as Enter and the arrows belong to it.
    #[must_use]
    pub fn has_keyboard(&self, ctx: &Context) -> bool {
        self.focus.has_keyboard(ctx)
    }

    /// Whether something of it is in the hand: Escape then belongs to it.
    #[must_use]
    pub fn is_dragging(&self) -> bool {
        self.drag.is_some() || self.is_moving_notes()
    }

    /// Goes on by that share of a page: a page at a time, whichever way.
    pub fn turn_page(&mut self, right: f32, down: f32) {
        let by = if right + down < 0.0 { -1 } else { 1 };
        self.wishes.push(Wish::Turn(by));
    }

    /// Turns to another page, that many on.
    pub(super) fn turn(&mut self, by: i32) {
        self.wishes.push(Wish::Turn(by));
    }

    /// Turns to another page, that many on, as one comes to it who goes on from week to week.
    pub(super) fn roll(&mut self, by: i32) {
        self.wishes.push(Wish::Roll(by));
    }

    /// The days that are seen, where that are not all of the plan.
    #[must_use]
    pub fn seen_days(&self, _cx: &Cx<'_>) -> Option<(Day, Day)> {
        self.page.map(|page| (page.from(), page.to()))
    }

    /// Brings today into view.
    pub fn go_to_today(&mut self) {
        self.wishes.push(Wish::Today);
    }

    /// Shows a month or a week from the next frame on.
    pub fn see_a(&mut self, reach: Reach) {
        self.wishes.push(Wish::See(reach));
    }

    /// Sees a month or a week, with the day in use in it.
    pub(super) fn see(&mut self, reach: Reach, cx: &Cx<'_>) {
        if self.reach == reach {
            return;
        }
        self.reach = reach;
        let page = self.page.unwrap_or_else(|| Page::of(cx.today, reach));
        let used = self.day_in_use(cx).filter(|day| page.has(*day));
        let beginning = match reach {
            Reach::Week => {
                self.month = Some(page);
                page.from()
            }
            // A week may lie in two months: it leads back to the one from which it was come to, else to that of most of its days.
            Reach::Month => self.month.filter(|month| month.meets(page)).map_or(page.from().plus(3), Page::from),
        };
        let day = used.or(Some(cx.today).filter(|today| page.has(*today))).unwrap_or(beginning);
        self.page = Some(Page::of(day, reach));
    }

    /// The day that the keyboard is on, else that of the selected moment.
    pub(super) fn day_in_use(&self, cx: &Cx<'_>) -> Option<Day> {
        self.at.or_else(|| day_of(cx, cx.selection.cursor.or(cx.selection.primary())?))
    }

    /// The day of the page that the keyboard is on, where it is on a day and not on a moment.
    #[must_use]
    pub fn day_with_keyboard(&self) -> Option<Day> {
        self.at.filter(|day| self.page.is_some_and(|page| page.at(*day).is_some()))
    }

    /// A day of the page: today where that is one of them, else its first. `None` before the first frame.
    #[must_use]
    pub fn day_in_sight(&self, today: Day) -> Option<Day> {
        self.page.map(|page| if page.has(today) { today } else { page.from() })
    }

    /// Begins a frame: follows the plan, does what was asked for, and returns the page.
    pub(super) fn begin(&mut self, cx: &Cx<'_>, ui: &Ui) -> Rc<Sheet> {
        self.book.follow(cx.campaign);
        self.chosen.follow(cx.selection);
        self.insides.begin(ui);
        self.due.begin(ui);
        self.rests.begin(ui);
        self.strips.begin(ui);
        self.cards.clear();
        if self.covered <= 0.0 {
            self.gives_way = false;
        }
        let now = (cx.selection.primary(), cx.selection.cursor);
        if now != self.before && now != (None, None) {
            self.at = None;
        }
        self.before = now;
        let used_of = (cx.selection.cursor.or(cx.selection.primary()), self.book.edition);
        if self.used_of != used_of {
            self.used_of = used_of;
            self.used = used_of.0.and_then(|id| Some((id, day_of(cx, id)?)));
        }
        let of_moment = cx.selection.primary().and_then(|id| cx.index.lane(id));
        self.lane = of_moment.or(cx.selection.lane).or(self.lane).filter(|id| cx.campaign.lane(*id).is_some());
        if self.page.is_none() {
            self.page = Some(Page::of(self.first_day(cx), self.reach));
        }
        for wish in std::mem::take(&mut self.wishes) {
            self.grant(wish, cx, ui);
        }
        let time = ui.input(|input| input.time);
        self.looked_for = self.looked_for.filter(|(_, until)| time < *until);
        // What was asked for once is forgotten with the next frame, whoever wants that one.
        if let Some((_, until)) = self.looked_for {
            ui.ctx().request_repaint_after_secs((until - time) as f32);
        }
        let stop = match (self.at, now) {
            (Some(day), _) => Some(Spot::Day(day)),
            (None, (primary, cursor)) => cursor.or(primary).map(Spot::Card),
        };
        self.focus.begin(stop.or(Some(Spot::Day(cx.today))));
        self.stop_day = self.focus.stop().and_then(|spot| match spot {
            Spot::Day(day) => Some(day),
            Spot::Card(id) => day_of(cx, id),
        });
        super::ghosts::follow(cx, self);
        self.sheet(cx)
    }

    /// The page that is seen, worked out again where something of it changed.
    fn sheet(&mut self, cx: &Cx<'_>) -> Rc<Sheet> {
        let page = self.page.unwrap_or_else(|| Page::of(cx.today, self.reach));
        let week_begins = crate::ui::written::week_begins();
        let basis = Basis { edition: self.book.edition, sieve: cx.sieve.clone(), week_begins };
        self.pages.of(basis, page, || Sheet::of(cx.campaign, &self.book, cx.sieve, page))
    }

    /// The page as it is drawn in the same frame: for what stands beside the calendar.
    pub(super) fn begin_beside(&mut self, cx: &Cx<'_>) -> Rc<Sheet> {
        self.book.follow(cx.campaign);
        self.sheet(cx)
    }

    /// What was shown last.
    pub(super) fn last_sheet(&self) -> Option<&Sheet> {
        self.pages.last()
    }

    /// What a search and a filter left, when it was drawn last.
    pub(super) fn sieve(&self) -> Option<&Sieve> {
        self.pages.sieve()
    }

    /// The day whose page is seen first: that of what is selected, today where the plan covers it, else where it begins.
    fn first_day(&self, cx: &Cx<'_>) -> Day {
        let ends = self.book.leaves.iter().filter_map(|leaf| Some((leaf.dated.first()?.day, leaf.dated.last()?.day)));
        let ends = ends.reduce(|all, leaf| (all.0.min(leaf.0), all.1.max(leaf.1)));
        let first = cx.campaign.start.or(ends.map(|ends| ends.0));
        let last = cx.campaign.end.or(ends.map(|ends| ends.1));
        let outside = first.is_some_and(|first| cx.today < first) || last.is_some_and(|last| cx.today > last);
        let begin = ends.map(|ends| ends.0).or(first);
        self.day_in_use(cx).or(begin.filter(|_| outside)).unwrap_or(cx.today)
    }

    fn grant(&mut self, wish: Wish, cx: &Cx<'_>, ui: &Ui) {
        match wish {
            Wish::Moment(id) => self.bring(cx, id),
            Wish::Uncovered(id) => {
                self.gives_way = self.covered > 0.0;
                let is_here = |day: &Day| self.page.is_some_and(|page| page.at(*day).is_some());
                self.to_scroll = day_of(cx, id).filter(is_here).or(self.to_scroll);
            }
            Wish::LookedFor(id) => {
                self.bring(cx, id);
                let until = ui.input(|input| input.time) + LOOKED_FOR;
                self.looked_for = Some((id, until));
            }
            Wish::Day(day) => {
                self.show_day(day);
                self.at = Some(day);
                self.focus.want(Spot::Day(day));
            }
            // A day at the end of another month is better seen in its own.
            Wish::Seen(day) if self.page.is_none_or(|page| !page.has(day)) => {
                self.page = Some(Page::of(day, self.reach));
                self.show_day(day);
            }
            Wish::Seen(_) => {}
            Wish::See(reach) => self.see(reach, cx),
            Wish::Today => {
                // Today may be seen at the end of another month; it is the page of today that is wanted.
                self.page = Some(Page::of(cx.today, self.reach));
                self.show_day(cx.today);
                self.at = Some(cx.today);
                self.focus.want(Spot::Day(cx.today));
            }
            Wish::Turn(by) | Wish::Roll(by) => {
                if let Some(page) = self.page.and_then(|page| page.turned(by)) {
                    self.page = Some(page);
                    // Where all of it has room, it is all in sight from whichever end.
                    self.scroll = if matches!(wish, Wish::Roll(..0)) { f32::MAX } else { 0.0 };
                    self.listed = None;
                    // The keyboard stays where it is on the page; a moment that is out of sight keeps being selected.
                    if self.at.is_some() {
                        self.at = Some(page.from());
                        self.focus.want(Spot::Day(page.from()));
                    }
                }
            }
            Wish::Add(kind) => {
                let day = self.day_to_use(cx);
                self.show_day(day);
                self.adding = Some(Adding::of(cx, day, Some(kind)));
            }
            Wish::Write(lane, when) => {
                let pinned = when.and_then(|when| Some((when, cx.campaign.day_of(when)?)));
                let day = self.day_to_use(cx);
                let (when, day) = pinned.unwrap_or((When::On(day), day));
                self.write_note_on(lane.or_else(|| super::drag::lane_in_use(cx)), when, day);
            }
        }
    }

    /// The day in use, else today where the page has it, else the first day of the page.
    fn day_to_use(&self, cx: &Cx<'_>) -> Day {
        let today = Some(cx.today).filter(|today| self.page.is_some_and(|page| page.has(*today)));
        self.day_in_use(cx).or(today).unwrap_or(self.page.map_or(cx.today, Page::from))
    }

    /// Brings a moment into sight.
    fn bring(&mut self, cx: &Cx<'_>, id: MomentId) {
        self.gives_way = self.covered > 0.0;
        if let Some(day) = day_of(cx, id) {
            self.show_day(day);
        }
    }

    /// Turns to the page of a day, unless it is on this one.
    pub(super) fn show_day(&mut self, day: Day) {
        self.to_scroll = Some(day);
        if self.page.is_none_or(|page| page.at(day).is_none()) {
            self.page = Some(Page::of(day, self.reach));
            self.listed = None;
        }
    }

    /// Takes down how much of it is seen at once.
    pub fn keep(&self, kept: &mut Kept) {
        kept.set_word(REACH, if self.reach == Reach::Week { WEEK } else { "" });
    }

    /// Has it as it was kept.
    pub fn come_back(&mut self, kept: &Kept) {
        self.reach = if kept.word(REACH) == Some(WEEK) { Reach::Week } else { Reach::Month };
        self.page = None;
    }

    /// Whether a day is on the page.
    pub(super) fn sees(&self, day: Day) -> bool {
        self.page.is_some_and(|page| page.at(day).is_some())
    }

    /// Keeps the scroll within what there is.
    pub(super) fn scroll_within(&mut self, excess: f32) {
        self.excess = excess.max(0.0);
        self.scroll = self.scroll.clamp(0.0, self.excess).round();
    }

    /// Whether all weeks are in sight.
    pub(super) fn all_in_sight(&self) -> bool {
        self.excess <= 0.0
    }

    /// Whether the first week is in sight, and the last one.
    pub(super) fn ends_in_sight(&self) -> [bool; 2] {
        [self.scroll <= 0.5, self.scroll >= self.excess - 0.5]
    }

    /// Where a step of the keyboard leads.
    #[must_use]
    pub fn beside(&self, campaign: &Campaign, selection: &Selection, way: crate::ui::view::Way) -> Option<crate::ui::view::Stop> {
        super::steps::beside(self, campaign, selection, way)
    }
}

/// The day of a moment that stands in a lane.
pub(super) fn day_of(cx: &Cx<'_>, id: MomentId) -> Option<Day> {
    let ids = [id];
    let (_, moment) = cx.index.in_lanes(cx.campaign, &ids).next()?;
    cx.campaign.day_of(moment.when)
}
