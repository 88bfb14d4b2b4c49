//! What the guide knows: how far somebody is, from the plan alone, and where the next moment has its place.
//!
//! Nothing here counts clicks. A step is done when the plan says so, however it came about, and is open again when the
//! plan does not say so any more; only that the arc was once broken has to be remembered, because taking it back leaves
//! no trace in the plan.

use std::sync::Arc;

use crate::analysis::curve::{Band, Curve, curve};
use crate::check::Severity;
use crate::model::{AudienceValue, Campaign, CreatorId, Cta, Day, Id, Kind, Lane, LaneId, Moment, MomentId, Placement, When};
use crate::ui::board::band_name;
use crate::ui::view::{Derived, Mark};
use crate::words::{language, names, start as say};

/// The kinds of the arc, in its order.
pub const KINDS: [Kind; 4] = [Kind::Announcement, Kind::Values, Kind::Community, Kind::Product];
/// From one slot to the next: as long as nothing is forgotten yet.
const APART: i32 = 21;
/// From the last of what gives something to the ask, at least, in days.
const BEHIND: i32 = 7;
/// Days that somebody has at least before the first moment.
const AHEAD: i32 = 8;
/// With more moments than this a lane is no first arc any more.
const MOST: usize = 8;
/// How many steps there are.
pub const STEPS: usize = 5;

/// A place of the arc.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// What belongs there.
    pub kind: Kind,
    /// When: of the moment that stands there, else of the next one that could.
    pub day: Day,
    /// The moment that stands there.
    pub moment: Option<MomentId>,
}

impl Slot {
    /// Whether nothing stands there yet.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.moment.is_none()
    }
}

/// What is to be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Name a creator.
    Name,
    /// Say why the two work together.
    Why,
    /// Show what they share.
    Share,
    /// Pass the mic, then ask.
    Ask,
    /// Break it on purpose, and take it back.
    Break,
    /// All of it is done.
    Learned,
}

/// What the plan was before, which it does not tell any more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// The arc was whole, with the ask behind everything else.
    pub sound: bool,
    /// It was broken after that, or before.
    pub broken: bool,
}

/// How far somebody is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// The lane that the guide is about.
    pub lane: LaneId,
    /// Its creator.
    pub creator: CreatorId,
    /// The creator's first name, once there is one.
    pub name: Option<String>,
    /// The four places.
    pub slots: [Slot; 4],
    /// What is to be done now.
    pub stage: Stage,
    /// The ask stands behind everything else and the checker says nothing of it.
    pub sound: bool,
    /// The ask stands first and the checker says so.
    pub broken: bool,
    /// It was broken before, and the ask is on its way back: whoever moves it by keys takes several steps.
    pub returns: bool,
}

impl Course {
    /// Which open place a kind has in the arc: each its own, an origin that of the announcement, an offer that of the ask.
    #[must_use]
    pub fn open_slot(&self, kind: Kind) -> Option<usize> {
        let fits = |slot: Kind| slot == kind || (slot.is_ground() && kind.is_ground()) || (slot.is_ask() && kind.is_ask());
        self.slots.iter().position(|slot| slot.is_open() && fits(slot.kind))
    }

    /// The place that is to be filled now.
    #[must_use]
    pub fn next_slot(&self) -> Option<usize> {
        if self.stage == Stage::Name { None } else { self.slots.iter().position(Slot::is_open) }
    }

    /// The moment that asks, once there is one.
    #[must_use]
    pub fn ask(&self) -> Option<MomentId> {
        self.slots[3].moment
    }

    /// The day that puts the ask before everything else.
    #[must_use]
    pub fn front(&self) -> Option<Day> {
        self.slots[..3].iter().map(|slot| slot.day).min().map(|day| day.plus(-7))
    }
}

/// The only lane of a plan that the guide can be about.
#[must_use]
pub fn lane(campaign: &Campaign) -> Option<&Arc<Lane>> {
    match campaign.lanes.as_slice() {
        [lane] if lane.is_creator() && !lane.is_slot() && lane.moments.len() <= MOST => Some(lane),
        _ => None,
    }
}

/// The name of a creator whom nobody has named yet, as plans hold it whatever is spoken.
pub(super) fn placeholder() -> &'static str {
    language::english(say::placeholder)
}

/// How far somebody is in this plan; `None` where the guide has no place.
#[must_use]
pub fn course(campaign: &Campaign, derived: &Derived, seen: Seen, today: Day) -> Option<Course> {
    let lane = lane(campaign)?;
    let creator = campaign.creator_of(lane)?;
    let name = creator.first_name().trim();
    let name = (!name.is_empty() && creator.name.trim() != placeholder()).then(|| name.to_owned());
    let slots = slots(campaign, lane, today);
    let is_there = |at: usize| slots.get(at).is_some_and(|slot| !slot.is_open());
    let all_there = slots.iter().all(|slot| !slot.is_open());
    let last = slots[..3].iter().map(|slot| slot.day).max();
    let mark = slots[3].moment.and_then(|id| derived.mark(0, id));
    let broken = all_there && mark == Some(Mark::Open(Severity::Error));
    let sound = all_there && Some(slots[3].day) > last && !matches!(mark, Some(Mark::Open(Severity::Error | Severity::Warning)));
    let stage = if name.is_none() {
        Stage::Name
    } else if !is_there(0) {
        Stage::Why
    } else if !is_there(1) {
        Stage::Share
    } else if sound && seen.broken {
        Stage::Learned
    } else if sound || broken || (all_there && seen.sound) {
        // On its way to the front and back the ask stands in places that are neither.
        Stage::Break
    } else {
        Stage::Ask
    };
    let returns = stage == Stage::Break && seen.broken && !broken;
    Some(Course { lane: lane.id, creator: creator.id, name, slots, stage, sound, broken, returns })
}

/// What was seen of the arc by now. It is forgotten once the arc is not whole any more.
#[must_use]
pub fn seen(course: &Course, before: Seen) -> Seen {
    let whole = course.slots.iter().all(|slot| !slot.is_open());
    Seen { sound: whole && (before.sound || course.sound), broken: whole && (before.broken || course.broken) }
}

fn slots(campaign: &Campaign, lane: &Lane, today: Day) -> [Slot; 4] {
    let first_of = |at: usize| {
        let fits = |moment: &Moment| match at {
            0 => moment.kind.is_ground(),
            3 => moment.is_ask(),
            _ => moment.kind == KINDS[at],
        };
        let dated = lane.moments.iter().filter(|moment| fits(moment));
        dated.filter_map(|moment| Some((campaign.day_of(moment.when)?, moment.id))).min()
    };
    let found: [Option<(Day, MomentId)>; 4] = std::array::from_fn(first_of);
    // The ask may stand anywhere while somebody tries things out; the places of the others never follow it.
    let anchor = found[..3].iter().zip(0..).find_map(|(found, at)| found.map(|(day, _)| day.plus(-APART * at)));
    let mut next = anchor.unwrap_or_else(|| first_monday(today));
    // Whatever else was put into the lane: the ask comes after it.
    let gifts = lane.moments.iter().filter(|moment| !moment.is_ask());
    let given = gifts.filter_map(|moment| campaign.day_of(moment.when)).max().map(|last| last.plus(BEHIND));
    std::array::from_fn(|at| {
        let open = given.filter(|_| at == 3).map_or(next, |given| next.max(given));
        let (day, moment) = found[at].map_or((open, None), |(day, id)| (day, Some(id)));
        // One that was put before the others does not bring the next place forward.
        if at == 0 || (at < 3 && day >= next) {
            next = day.plus(APART);
        }
        Slot { kind: KINDS[at], day, moment }
    })
}

/// A Monday that leaves some days to prepare.
#[must_use]
pub fn first_monday(today: Day) -> Day {
    let day = today.plus(AHEAD);
    day.plus((7 - i32::from(day.weekday())) % 7)
}

/// A new moment for a place of the arc: a draft from which nothing is missing that the checker asks for.
#[must_use]
pub fn moment(course: &Course, slot: Slot, kind: Kind, id: MomentId) -> Moment {
    let title = match slot.kind {
        Kind::Announcement => say::title_why(course.name.as_deref().unwrap_or(say::placeholder())),
        Kind::Values => say::title_share().to_owned(),
        Kind::Community => say::title_community().to_owned(),
        _ => say::title_ask().to_owned(),
    };
    let mut moment = Moment::new(id, kind, title);
    moment.when = When::On(slot.day);
    moment.audience_value = vec![match slot.kind {
        Kind::Community => AudienceValue::Engage,
        Kind::Product => AudienceValue::Educate,
        _ => AudienceValue::Inspire,
    }];
    moment.cta = Some(if slot.kind.is_ask() { Cta::Soft } else { Cta::None });
    moment.placement = slot.kind.is_ask().then_some(Placement::Dedicated);
    moment
}

/// The curve as it would be with the open places filled, and what stands in each place then.
#[must_use]
pub fn forecast(campaign: &Campaign, course: &Course) -> Option<(Curve, [MomentId; 4])> {
    let mut whole = (**lane(campaign)?).clone();
    let ids = std::array::from_fn(|at| {
        let slot = course.slots[at];
        slot.moment.unwrap_or_else(|| {
            // These moments live for a frame and are in no plan.
            let id = MomentId(Id::from_bits(u64::MAX - at as u64));
            whole.moments.push(Arc::new(moment(course, slot, slot.kind, id)));
            id
        })
    });
    Some((curve(campaign, &whole)?, ids))
}

/// How a step of the guide stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Done.
    Done,
    /// To be done now.
    Now,
    /// Still to come.
    Later,
}

/// A step as the panel shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is called.
    pub title: &'static str,
    /// What was done, or what is to be done.
    pub note: String,
    /// How it stands.
    pub state: State,
}

/// The five steps. `undo` names the keys that take a step back.
#[must_use]
pub fn rows(campaign: &Campaign, derived: &Derived, course: &Course, undo: &str) -> [Row; STEPS] {
    let now = course.stage as usize;
    let did = |at: usize| did(derived, course, at);
    let has_room = course.slots[2].is_open() || course.slots[3].is_open();
    std::array::from_fn(|at| {
        let state = match at.cmp(&now) {
            std::cmp::Ordering::Less => State::Done,
            std::cmp::Ordering::Equal => State::Now,
            std::cmp::Ordering::Greater => State::Later,
        };
        let done = state == State::Done;
        let (title, note) = match at {
            0 if done => (say::step_name(), full_name(campaign, course)),
            0 => (say::step_name(), say::do_name().to_owned()),
            1 if done => (say::step_why(), did(0)),
            1 => (say::step_why(), say::do_why().to_owned()),
            2 if done => (say::step_share(), did(1)),
            2 => (say::step_share(), say::do_share().to_owned()),
            3 if done && !course.sound => (say::step_ask(), did(2)),
            3 if done => (say::step_ask(), say::did_ask(course.slots[3].day.short())),
            3 if state == State::Later => (say::step_ask(), say::later_ask().to_owned()),
            3 if course.slots[2].is_open() => (say::step_ask(), say::do_community().to_owned()),
            3 if has_room => (say::step_ask(), say::do_product().to_owned()),
            3 => (say::step_ask(), say::do_ask_last().to_owned()),
            _ if done => (say::step_break(), say::did_break().to_owned()),
            _ if course.broken || course.returns => (say::step_break(), say::do_undo(undo)),
            _ if state == State::Now => (say::step_break(), say::do_break().to_owned()),
            _ => (say::step_break(), say::later_break(undo)),
        };
        Row { title, note, state }
    })
}

fn full_name(campaign: &Campaign, course: &Course) -> String {
    let creator = campaign.creators.iter().find(|creator| creator.id == course.creator);
    creator.map(|creator| creator.name.clone()).unwrap_or_default()
}

/// "Announcement on 3 Sep. Strangers became Introduced."
fn did(derived: &Derived, course: &Course, at: usize) -> String {
    let slot = course.slots[at];
    let done = say::did_on(names::kind(slot.kind.key()), slot.day.short());
    let curve = derived.lanes.first().and_then(|view| view.curve.as_ref());
    let Some(around) = curve.zip(slot.moment).and_then(|(curve, id)| curve.around(id)) else { return done };
    let (before, after) = (Band::of(around.before), Band::of(around.after));
    if before == after { done } else { say::two_sentences(done, say::became(band_name(before), band_name(after))) }
}

/// What the board says above the lane: a headline, and a sentence.
#[must_use]
pub fn headline(course: &Course, undo: &str) -> (&'static str, String) {
    let name = course.name.as_deref().unwrap_or(say::placeholder());
    match course.stage {
        Stage::Name => (say::head_build(), say::head_name().to_owned()),
        Stage::Why => (say::head_build(), say::head_why(name)),
        Stage::Share => (say::head_build(), say::head_share(name)),
        Stage::Ask if course.slots[2].is_open() => (say::head_build(), say::head_community().to_owned()),
        Stage::Ask if course.slots[3].is_open() => (say::head_build(), say::head_product().to_owned()),
        Stage::Ask => (say::head_build(), say::head_ask_last().to_owned()),
        Stage::Break if course.broken => (say::head_broken(), say::head_broken_line(undo)),
        Stage::Break if course.returns => (say::head_build(), say::head_ask_last().to_owned()),
        Stage::Break => (say::head_break(), say::head_break_line(say::move_to_front())),
        Stage::Learned => (say::head_learned(), say::head_learned_line().to_owned()),
    }
}
