//! Fixes: proposals of rules, offered only when a dry run shows that they help.

use crate::analysis::order::Position;
use crate::edit::{Edit, MomentChange, Place, apply_all};
use crate::model::{Campaign, Day, IdSource, Index, Kind, Lane, LaneId, Moment, MomentId, Status, When};
use crate::words::findings as say;

use super::config::Config;
use super::cross::{Cross, cross};
use super::facts::LaneFacts;
use super::finding::{Counts, Finding};
use super::{Options, check_facts};

/// How a fix may be applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Applicability {
    /// Only adds empty drafts or fills unset fields: nothing that somebody wrote or chose changes.
    Safe,
    /// Moves a date or changes a chosen value: shown before it is done.
    Suggested,
    /// Goes to a field that only a person can fill; it has no edits.
    Jump(&'static str),
}

/// A way to clear a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// What it does, a verb first.
    pub title: String,
    /// How it may be applied.
    pub applicability: Applicability,
    /// What it does to the plan; one step of the history.
    pub edits: Vec<Edit>,
    /// The cards to look at afterwards.
    pub reveal: Vec<MomentId>,
    /// All findings of the lane before and after; equal for a jump.
    pub counts: (Counts, Counts),
}

/// A proposal of a rule, not tried yet.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) title: String,
    pub(super) applicability: Applicability,
    pub(super) edits: Vec<Edit>,
}

impl Draft {
    pub(super) fn safe(title: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { title: title.into(), applicability: Applicability::Safe, edits }
    }

    pub(super) fn suggested(title: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { title: title.into(), applicability: Applicability::Suggested, edits }
    }

    pub(super) fn jump(title: impl Into<String>, field: &'static str) -> Self {
        Self { title: title.into(), applicability: Applicability::Jump(field), edits: Vec::new() }
    }
}

/// What can be done about a finding, most useful first. Each fix was tried on a copy of the lane: it removes the
/// finding, and the lane's errors, warnings and hints fall, errors counting most. No fix moves a published card, places
/// a card before today, or changes anybody's words.
///
/// `ids` gives the ids of new cards; equal ids in, equal fixes out.
#[must_use]
pub fn fixes(campaign: &Campaign, finding: &Finding, options: &Options, ids: &mut IdSource) -> Vec<Fix> {
    let Some(lane) = finding.lane.and_then(|id| campaign.lane(id)) else {
        return Vec::new();
    };
    let cross = cross(campaign);
    let facts = LaneFacts::of(campaign, &Config::of(campaign, options), &cross, lane);
    let mut bench = Bench { facts: &facts, today: options.today, ids };
    let drafts = (finding.rule.fixes)(&mut bench, finding);
    let before = Counts::of(&check_facts(&facts, options).findings);
    let mut found: Vec<Fix> = Vec::new();
    for draft in drafts {
        let jump = matches!(draft.applicability, Applicability::Jump(_));
        let after = if jump { Some(before) } else { attempt(campaign, lane, &cross, finding, options, &draft.edits, before) };
        if let Some(after) = after {
            let reveal = if jump { finding.moments.clone() } else { draft.edits.iter().filter_map(Edit::moment).collect() };
            let Draft { title, applicability, edits } = draft;
            found.push(Fix { title, applicability, edits, reveal, counts: (before, after) });
        }
    }
    found
}

/// The dry run: the counts afterwards, if the fix may be offered.
fn attempt(
    campaign: &Campaign,
    lane: &Lane,
    cross: &Cross,
    finding: &Finding,
    options: &Options,
    edits: &[Edit],
    before: Counts,
) -> Option<Counts> {
    if edits.is_empty() || !edits.iter().all(|edit| may(campaign, lane, options.today, edit)) {
        return None;
    }
    // A card for another lane is seen by this one only through what lanes need of one another.
    let beside = |edit: &Edit| matches!(edit, Edit::AddMoment { place: Place::Lane(id), .. } if *id != lane.id);
    let beside = edits.iter().any(beside);
    let mut index = if beside { Index::of(campaign) } else { Index::of_lane(lane) };
    let changed = apply_all(campaign, &mut index, edits).ok().flatten()?;
    let fresh = beside.then(|| super::cross(&changed));
    let cross = fresh.as_ref().unwrap_or(cross);
    let facts = LaneFacts::of(&changed, &Config::of(&changed, options), cross, changed.lane(lane.id)?);
    let report = check_facts(&facts, options);
    let gone = !report.findings.iter().any(|other| other.rule == finding.rule && other.subject() == finding.subject());
    let after = Counts::of(&report.findings);
    (gone && after < before).then_some(after)
}

/// Whether an edit leaves alone what no fix may touch.
fn may(campaign: &Campaign, lane: &Lane, today: Option<Day>, edit: &Edit) -> bool {
    let in_time = |when: When| campaign.day_of(when).zip(today).is_none_or(|(day, today)| day >= today);
    match edit {
        Edit::AddMoment { moment, .. } => in_time(moment.when),
        Edit::MoveMoment { id, to, when } => {
            let published = lane.moments.iter().any(|moment| moment.id == *id && moment.is_published());
            !published && (*to == Place::Tray || in_time(*when))
        }
        Edit::SetMoment { id, .. } => !lane.moments.iter().any(|moment| moment.id == *id && moment.is_published()),
        _ => true,
    }
}

/// What rules build fixes with.
pub(super) struct Bench<'b> {
    pub(super) facts: &'b LaneFacts<'b>,
    pub(super) today: Option<Day>,
    ids: &'b mut IdSource,
}

/// How far a card may be pushed aside to find a free day, in days.
const SEARCH: i32 = 28;

/// Most cards that one fix moves.
const MOST_MOVED: usize = 400;

impl Bench<'_> {
    /// The place of a finding's subject in the sequence.
    pub(super) fn subject(&self, finding: &Finding) -> Option<usize> {
        finding.subject().and_then(|id| self.facts.place(id))
    }

    /// The place in the sequence of the finding's n-th card.
    pub(super) fn nth(&self, finding: &Finding, n: usize) -> Option<usize> {
        finding.moments.get(n).and_then(|id| self.facts.place(*id))
    }

    /// A moment in time that many days from a card; in a lane that has only an order, just before or after it.
    pub(super) fn beside(&self, at: usize, days: i32) -> When {
        shift(self.facts.card(at).moment.when, days)
    }

    /// The free day nearest to that one, going in the direction of `step` (−1 earlier, 1 later): no blackout, no
    /// other card of the lane, and going later not before today. Where none is near, the day itself.
    pub(super) fn free(&self, when: When, step: i32) -> When {
        let fits = |when: &When| self.is_free(*when) && (step < 0 || self.in_time(*when));
        (0..SEARCH).map(|n| shift(when, n * step)).find(fits).unwrap_or(when)
    }

    fn is_free(&self, when: When) -> bool {
        let campaign = self.facts.campaign;
        let position = match (campaign.day_of(when), when) {
            (Some(day), _) => Position::Date(day, None),
            (None, When::Relative(days)) => Position::Relative(days, None),
            _ => return true,
        };
        let blackout =
            position.date().is_some_and(|day| campaign.blackouts.iter().any(|span| span.from <= day && day <= span.to));
        // The sequence is sorted, so the cards of a day are found without looking at all of them.
        let cards = &self.facts.sequence.cards;
        let at = cards.partition_point(|card| card.position < position);
        !blackout && !cards.get(at).is_some_and(|card| card.position.same_day(position))
    }

    /// Midway between two cards on a free day between them; `None` where there is no day between. In an order, the place
    /// before the later card.
    pub(super) fn midway(&self, from: usize, to: usize) -> Option<When> {
        let (start, end) = (self.facts.card(from).moment.when, self.facts.card(to).moment.when);
        let Some(days) = self.facts.card(to).position.days_since(self.facts.card(from).position) else {
            return matches!(end, When::Order(_)).then(|| shift(end, -1));
        };
        if days < 2 {
            return None;
        }
        Some(self.free_between(shift(start, days / 2), start, end, &[]))
    }

    /// A free day as near as possible to `wish` and strictly between two others; the wish itself where there is none.
    pub(super) fn free_between(&self, wish: When, from: When, to: When, taken: &[When]) -> When {
        let day = |when: When| Position::from_when(self.day_zero(), when, None);
        let inside = |when: &When| day(*when) > day(from) && day(*when) < day(to);
        let near = (0..SEARCH).flat_map(|n| [moved_by(wish, n), moved_by(wish, -n)]);
        near.into_iter()
            .find(|when| inside(when) && !taken.contains(when) && self.is_free(*when) && self.in_time(*when))
            .unwrap_or(wish)
    }

    /// A free day before an ask, after the first run-up card where there is one, not before today, and none of `taken`.
    pub(super) fn before_ask(&self, ask: usize, taken: &[When]) -> Option<When> {
        let when = self.facts.card(ask).moment.when;
        if let When::Order(place) = when {
            return Some(When::Order(place.saturating_sub(1 + i32::try_from(taken.len()).unwrap_or(0))));
        }
        let free = |when: &When| !taken.contains(when) && self.is_free(*when) && self.in_time(*when);
        let wish = self.facts.run_up.earlier.first().and_then(|first| self.midway(*first, ask));
        // Two weeks before, as a run-up begins; the next cards four days apart, all of them nearer where there is less room.
        let start = (14 - 4 * i32::try_from(taken.len()).unwrap_or(0)).max(1);
        wish.filter(free).or_else(|| (1..=start).rev().map(|n| shift(when, -n)).find(free))
    }

    /// Midway between today and a card, or the day before it where there is no today.
    pub(super) fn between_today_and(&self, at: usize) -> Option<When> {
        let when = self.facts.card(at).moment.when;
        let (day, today) = self.facts.campaign.day_of(when).zip(self.today)?;
        let days = day.since(today);
        (days > 0).then(|| self.free(shift(when, -(days + 1) / 2), 1))
    }

    fn day_zero(&self) -> Option<Day> {
        self.facts.campaign.anchor.as_ref().and_then(|anchor| anchor.date)
    }

    /// Whether a moment in time is not before today.
    pub(super) fn in_time(&self, when: When) -> bool {
        self.facts.campaign.day_of(when).zip(self.today).is_none_or(|(day, today)| day >= today)
    }

    /// Adds an empty draft of a kind to the lane.
    pub(super) fn add(&mut self, kind: Kind, when: When) -> Edit {
        let moment = self.draft(kind, when);
        self.put(moment)
    }

    /// Adds an empty draft that plays the roles of a card of another lane.
    pub(super) fn outline(&mut self, of: &Moment, when: When) -> Edit {
        let mut moment = self.draft(of.kind, when);
        moment.covers.clone_from(&of.covers);
        moment.mentions_brand = of.mentions_brand;
        self.put(moment)
    }

    /// Copies a card of another lane into this one, with its words and its picture, as a draft. What it costs, who looks
    /// after it and how it asks belongs to the card it was copied from.
    pub(super) fn copy(&mut self, of: &Moment, when: When) -> Edit {
        let moment = Moment {
            covers: of.covers.clone(),
            title: of.title.clone(),
            platform: of.platform,
            format: of.format,
            hook: of.hook.clone(),
            audience_value: of.audience_value.clone(),
            shared_value: of.shared_value.clone(),
            must_say: of.must_say.clone(),
            cause: of.cause,
            proof: of.proof.clone(),
            image: of.image,
            notes: of.notes.clone(),
            links: of.links.clone(),
            ..self.draft(of.kind, when)
        };
        self.put(moment)
    }

    fn draft(&mut self, kind: Kind, when: When) -> Moment {
        let mut moment = Moment::new(self.ids.moment(), kind, crate::words::names::kind(kind.key()));
        moment.when = when;
        moment.status = Status::Draft;
        moment
    }

    /// Adds an empty draft of a kind to another lane.
    pub(super) fn add_to(&mut self, lane: LaneId, kind: Kind, when: When) -> Edit {
        Edit::AddMoment { place: Place::Lane(lane), moment: Box::new(self.draft(kind, when)) }
    }

    fn put(&self, moment: Moment) -> Edit {
        Edit::AddMoment { place: Place::Lane(self.facts.lane.id), moment: Box::new(moment) }
    }

    /// Moves a card in time.
    pub(super) fn moved(&self, at: usize, when: When) -> Edit {
        Edit::MoveMoment { id: self.facts.card(at).moment.id, to: Place::Lane(self.facts.lane.id), when }
    }

    /// Moves a card into the tray of ideas.
    pub(super) fn park(&self, at: usize) -> Draft {
        let moment = self.facts.card(at).moment;
        Draft::suggested(say::fix_park(), vec![Edit::MoveMoment { id: moment.id, to: Place::Tray, when: moment.when }])
    }

    /// Lets a card play one more role.
    pub(super) fn covers(&self, at: usize, role: Kind) -> Edit {
        let moment = self.facts.card(at).moment;
        let mut covers = moment.covers.clone();
        covers.push(role);
        Edit::SetMoment { id: moment.id, change: MomentChange::Covers(covers) }
    }

    /// Moves a card by some days and every later card of the lane that is not published with it, so that the distances stay.
    /// `None` where that would be hundreds of cards: nobody can look over such a step.
    pub(super) fn shifted_from(&self, at: usize, days: i32) -> Option<Vec<Edit>> {
        let from = self.facts.card(at).position;
        let cards = self.facts.sequence.cards.iter().enumerate();
        let edits: Vec<Edit> = cards
            .filter(|(_, card)| card.position.same_kind(from) && !card.moment.is_published())
            .filter(|(place, card)| {
                *place == at
                    || (card.position > from && !card.position.same_day(from))
                    || (card.ask && card.position.same_day(from))
            })
            .map(|(place, card)| self.moved(place, moved_by(card.moment.when, days)))
            .take(MOST_MOVED + 1)
            .collect();
        (edits.len() <= MOST_MOVED).then_some(edits)
    }
}

/// A moment in time moved by days, an order position by as many places.
pub(super) fn moved_by(when: When, n: i32) -> When {
    match when {
        When::Order(place) => When::Order(place.saturating_add(n)),
        other => shift(other, n),
    }
}

/// A moment in time moved by days; an order position by one place in that direction.
pub(super) fn shift(when: When, days: i32) -> When {
    match when {
        When::On(day) => When::On(day.plus(days)),
        When::Relative(day) => When::Relative(day.saturating_add(days)),
        When::Order(place) => When::Order(place.saturating_add(days.signum())),
        When::Undated => When::Undated,
    }
}
