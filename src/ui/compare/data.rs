//! The rows of a comparison in words: what it is about, what happened to it, and its fields before and after.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::analysis::scale::CardDays;
use crate::check::{self, Options};
use crate::model::difference::{Change, Difference, Row, Thing};
use crate::model::{Campaign, Lane, LaneId, Moment, MomentId, When, Years};
use crate::ui::inspector::when_words;
use crate::ui::view::Counts;
use crate::words::{self, compare as say, names};

use super::values::{self, Told};

/// What happened to a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is at another place.
    Moved,
    /// Something of it is another.
    Changed,
}

impl What {
    /// In a word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Added => say::added(),
            Self::Removed => say::removed(),
            Self::Moved => say::moved(),
            Self::Changed => say::changed(),
        }
    }
}

/// One thing that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What happened to it.
    pub what: What,
    /// What it is called.
    pub name: String,
    /// The particulars, a line each: "Title: Why I run → Why I run now".
    pub details: Vec<String>,
}

/// What differs in one part of the plan: a lane, the creators, the tray.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The part.
    pub title: String,
    /// What differs there.
    pub lines: Vec<Line>,
}

/// What differs between two states of a plan, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The parts that differ, in the order in which the plan has them.
    pub sections: Vec<Section>,
    /// How many things are new, how many are gone, and how many changed.
    pub counts: [usize; 3],
    /// Open findings before and after, where they were counted.
    pub findings: Option<[usize; 2]>,
}

impl Comparison {
    /// What differs in `after` from `before`. It costs as much as there is of it where both share what is the same, and a look
    /// through both plans where they do not: of large plans better on a thread.
    #[must_use]
    pub fn between(before: &Campaign, after: &Campaign) -> Self {
        let difference = Difference::between(before, after);
        // A moment that went from one year to the next says both, whichever of the plans has only one of them.
        let years = CardDays::together([before, after].map(CardDays::of)).years();
        let both = Both { before: Plan::of(before, &difference), after: Plan::of(after, &difference), years };
        let mut parts: BTreeMap<Part, Vec<(Order, Line)>> = BTreeMap::new();
        for row in &difference.rows {
            if let Some((part, order, line)) = both.line(row) {
                parts.entry(part).or_default().push((order, line));
            }
        }
        let sections = parts.into_iter().map(|(part, mut lines)| {
            lines.sort_by(|(a, x), (b, y)| (a, &x.name).cmp(&(b, &y.name)));
            Section { title: both.title(part), lines: lines.into_iter().map(|(_, line)| line).collect() }
        });
        Self { sections: sections.collect(), counts: difference.counts(), findings: None }
    }

    /// The same with the findings of both counted.
    #[must_use]
    pub fn with_findings(mut self, before: &Campaign, after: &Campaign, options: &Options) -> Self {
        let open = |campaign| Counts::of(check::check(campaign, options).findings.iter()).open();
        self.findings = Some([open(before), open(after)]);
        self
    }

    /// Whether both are the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty()
    }

    /// The counts in words: "2 added, 3 changed".
    #[must_use]
    pub fn summary(&self) -> String {
        if self.is_empty() { say::nothing_differs().to_owned() } else { say::counts(self.counts) }
    }
}

/// A part of the plan. Lanes stand as they stand on the board, those that are gone after the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Campaign,
    Goods,
    Creators,
    Lane(bool, usize),
    Ideas,
    Acceptances,
    Pictures,
}

/// Where a line stands within its part: what is about the part itself first, then by time.
type Order = (u8, u8, i32);

/// A plan with what is looked up in it, which is only what differs: a plan has a hundred thousand moments.
struct Plan<'a> {
    campaign: &'a Campaign,
    lanes: HashMap<LaneId, usize>,
    moments: HashMap<MomentId, (Option<&'a Arc<Lane>>, &'a Arc<Moment>)>,
}

impl<'a> Plan<'a> {
    fn of(campaign: &'a Campaign, difference: &Difference) -> Self {
        let wanted: std::collections::HashSet<MomentId> =
            difference.rows.iter().filter_map(|row| if let Thing::Moment(id) = row.thing { Some(id) } else { None }).collect();
        let lanes = campaign.lanes.iter().enumerate().map(|(at, lane)| (lane.id, at)).collect();
        let mut moments = HashMap::new();
        if !wanted.is_empty() {
            let placed = campaign.lanes.iter().flat_map(|lane| lane.moments.iter().map(move |moment| (Some(lane), moment)));
            let all = placed.chain(campaign.ideas.iter().map(|moment| (None, moment)));
            moments
                .extend(all.filter(|(_, moment)| wanted.contains(&moment.id)).map(|(lane, moment)| (moment.id, (lane, moment))));
        }
        Self { campaign, lanes, moments }
    }

    fn lane(&self, id: LaneId) -> Option<&'a Arc<Lane>> {
        self.lanes.get(&id).and_then(|at| self.campaign.lanes.get(*at))
    }

    fn lane_name(&self, lane: &Lane) -> String {
        say::lane_of(named(self.campaign.lane_name(lane)))
    }

    fn place(&self, lane: Option<&Arc<Lane>>) -> String {
        lane.map_or_else(|| say::ideas().to_owned(), |lane| self.lane_name(lane))
    }
}

/// Both states.
struct Both<'a> {
    before: Plan<'a>,
    after: Plan<'a>,
    years: Years,
}

impl Both<'_> {
    fn lane_part(&self, id: LaneId) -> Part {
        match self.after.lanes.get(&id) {
            Some(at) => Part::Lane(false, *at),
            None => Part::Lane(true, self.before.lanes.get(&id).copied().unwrap_or(usize::MAX)),
        }
    }

    fn title(&self, part: Part) -> String {
        match part {
            Part::Campaign => say::the_campaign().to_owned(),
            Part::Goods => say::brands_and_products().to_owned(),
            Part::Creators => say::creators().to_owned(),
            Part::Lane(gone, at) => {
                let plan = if gone { &self.before } else { &self.after };
                plan.campaign.lanes.get(at).map_or_else(String::new, |lane| plan.lane_name(lane))
            }
            Part::Ideas => say::ideas().to_owned(),
            Part::Acceptances => say::accepted_findings().to_owned(),
            Part::Pictures => say::pictures().to_owned(),
        }
    }

    fn line(&self, row: &Row) -> Option<(Part, Order, Line)> {
        const FIRST: Order = (0, 0, 0);
        let (old, new) = (self.before.campaign, self.after.campaign);
        let change = &row.change;
        Some(match row.thing {
            Thing::Campaign => {
                let told = self.told(change, |_, campaign, field| values::campaign(campaign, field), (Some(old), Some(new)));
                (Part::Campaign, FIRST, line(change, say::the_campaign().to_owned(), told))
            }
            Thing::Brand(id) => {
                let (was, is) = (old.brand(id), new.brand(id));
                let name = say::brand(named(&is.or(was)?.name));
                let told = self.told(change, |_, brand, field| values::brand(brand, field), (was, is));
                (Part::Goods, (1, 0, 0), line(change, name, told))
            }
            Thing::Product(id) => {
                let (was, is) = (old.product(id), new.product(id));
                let name = say::product(named(&is.or(was)?.name));
                let told = self.told(change, |campaign, product, field| values::product(campaign, product, field), (was, is));
                (Part::Goods, (2, 0, 0), line(change, name, told))
            }
            Thing::Creator(id) => {
                let (was, is) = (old.creator(id), new.creator(id));
                let name = named(&is.or(was)?.name);
                let told = self.told(change, |_, creator, field| values::creator(creator, field), (was, is));
                (Part::Creators, FIRST, line(change, name, told))
            }
            Thing::Lane(id) => {
                let (was, is) = (self.before.lane(id), self.after.lane(id));
                let lane = is.or(was)?;
                let mut told =
                    self.told(change, |campaign, lane, field| values::lane(campaign, self.years, lane, field), (was, is));
                if matches!(change, Change::Added | Change::Removed) && !lane.moments.is_empty() {
                    told.push(say::added_with(words::moments(lane.moments.len())));
                }
                (self.lane_part(id), FIRST, line(change, say::whole_lane().to_owned(), told))
            }
            Thing::Moment(id) => self.moment(id, change)?,
            Thing::Acceptance(id) => {
                let find = |campaign: &Campaign| campaign.acceptances.iter().find(|x| x.id == id).cloned();
                let (was, is) = (find(old), find(new));
                let name = is.as_ref().or(was.as_ref()).map(|x| say::quoted(&x.rule, values::short(&x.reason)))?;
                let told = self.told(change, |_, x, field| values::acceptance(x, field), (was.as_ref(), is.as_ref()));
                (Part::Acceptances, FIRST, line(change, name, told))
            }
            Thing::Picture(id) => {
                let name = named(&new.picture(id).or(old.picture(id))?.name);
                (Part::Pictures, FIRST, line(change, name, Vec::new()))
            }
        })
    }

    fn moment(&self, id: MomentId, change: &Change) -> Option<(Part, Order, Line)> {
        let (was, is) = (self.before.moments.get(&id), self.after.moments.get(&id));
        let (plan, (lane, moment)) = match (is, was) {
            (Some(is), _) => (&self.after, is),
            (None, was) => (&self.before, was?),
        };
        let part = lane.map_or(Part::Ideas, |lane| self.lane_part(lane.id));
        let mut told = Vec::new();
        match change {
            Change::Added | Change::Removed if moment.when != When::Undated => {
                told.push(when_words(plan.campaign, self.years, moment.when));
            }
            Change::Moved { .. } => {
                if let Some((from, _)) = was {
                    told.push(say::moved_from(self.before.place(*from)));
                }
            }
            _ => {}
        }
        let pair = (was.map(|(_, moment)| *moment), is.map(|(_, moment)| *moment));
        told.extend(self.told(change, |campaign, moment, field| values::moment(campaign, self.years, moment, field), pair));
        let title = if moment.title.trim().is_empty() { say::unnamed().to_owned() } else { values::short(&moment.title) };
        let name = say::quoted(names::kind(moment.kind.key()), title);
        Some((part, time_order(plan.campaign, moment.when), line(change, name, told)))
    }

    /// The fields that differ, each before and after.
    fn told<T>(
        &self,
        change: &Change,
        value: impl Fn(&Campaign, &T, &'static str) -> Told,
        (was, is): (Option<&T>, Option<&T>),
    ) -> Vec<String> {
        let (Change::Fields(fields) | Change::Moved { fields }) = change else { return Vec::new() };
        let (Some(was), Some(is)) = (was, is) else { return Vec::new() };
        let line = |field: &&'static str| {
            let (old, new) = (value(self.before.campaign, was, field), value(self.after.campaign, is, field));
            values::difference(field, old, new)
        };
        fields.iter().map(line).collect()
    }
}

fn line(change: &Change, name: String, details: Vec<String>) -> Line {
    let what = match change {
        Change::Added => What::Added,
        Change::Removed => What::Removed,
        Change::Moved { .. } => What::Moved,
        Change::Fields(_) => What::Changed,
    };
    Line { what, name, details }
}

/// What a thing is called, or that it has no name.
fn named(name: &str) -> String {
    if name.trim().is_empty() { say::unnamed().to_owned() } else { values::short(name) }
}

/// Moments with days first, by day; then those that only have a place; then the others.
fn time_order(campaign: &Campaign, when: When) -> Order {
    match (campaign.day_of(when), when) {
        (Some(day), _) => (1, 0, day.number()),
        (None, When::Relative(day)) => (1, 1, day),
        (None, When::Order(place)) => (1, 2, place),
        (None, _) => (1, 3, 0),
    }
}
