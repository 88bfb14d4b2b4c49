//! What the palette lists for what was typed: groups and rows, without drawing them.

use std::collections::HashSet;

use super::actions;
use super::days;
use super::index::Index;
use super::matching::{Hay, How, Query};
use super::offers::Offers;
use crate::check::{Applicability, Counts, Fix};
use crate::model::{CreatorId, Kind, LaneId, MomentId, NoteId};
use crate::ui::board::Span;
use crate::ui::command::Command;
use crate::ui::filter::model::Pick;
use crate::ui::table::layout::Rows;
use crate::ui::view::{Cx, FindingKey};
use crate::words::{self, palette as say};

/// What a row stands for. It names things by their ids, so that it stays the same row while others come and go around it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// A fix of that finding, by its place among the fixes of it.
    Fix(FindingKey, usize),
    /// A moment.
    Moment(MomentId),
    /// A note on a lane.
    Note(NoteId),
    /// A phase or blackout dates.
    Days(Span),
    /// A lane.
    Lane(LaneId),
    /// A creator who has no lane.
    Creator(CreatorId),
    /// A finding.
    Finding(FindingKey),
    /// A command.
    Run(Command),
    /// Adds a moment of that kind to that lane.
    AddFor(Kind, LaneId),
    /// Opens the share dialog on the brief of that creator.
    BriefOf(LaneId),
    /// Filters the plan so that only this is shown.
    Only(Pick),
    /// Filters the plan as it was saved under a name, by its place among those that are offered.
    Preset(usize),
    /// Puts the rows of the table into that order or those groups.
    Rows(Rows),
    /// Makes one audience of two lanes; without a second one the first has an audience of its own again.
    Audience(LaneId, Option<LaneId>),
    /// Opens a recent plan, by its place in the list.
    Plan(usize),
    /// Begins a plan from a template, by its place among those that are offered.
    Template(usize),
    /// Lists the rest of a group.
    More(Group, usize),
}

/// What stands together under one heading, mostly in the order in which it is shown: fixes that were not asked for by their words
/// come after the actions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// Commands that were run from here.
    Recent,
    /// What mends a finding.
    Fixes,
    /// Moments and ideas.
    Moments,
    /// Notes on lanes.
    Notes,
    /// Phases and blackout dates.
    Days,
    /// Creators and lanes.
    Creators,
    /// Findings.
    Findings,
    /// Commands, and what can be done for somebody.
    Actions,
    /// Plans that were open.
    Plans,
    /// What a plan can begin from.
    Templates,
}

impl Group {
    /// Its heading.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Recent => say::recent(),
            Self::Fixes => say::fixes(),
            Self::Moments => say::moments(),
            Self::Notes => say::notes(),
            Self::Days => say::phases_and_blackouts(),
            Self::Creators => say::creators(),
            Self::Findings => say::findings(),
            Self::Actions => say::actions(),
            Self::Plans => say::plans(),
            Self::Templates => say::templates(),
        }
    }

    /// How many rows it shows before the rest is asked for: no group pushes the ones below it out of sight.
    const fn most(self) -> usize {
        match self {
            Self::Moments | Self::Actions => 6,
            Self::Recent => 5,
            Self::Notes | Self::Days | Self::Creators | Self::Plans | Self::Templates => 4,
            Self::Fixes | Self::Findings => 2,
        }
    }

    /// How many rows are needed of it: a row that stands for a single other one would take the place of it.
    fn wanted(self, open: Option<Self>) -> usize {
        if open == Some(self) { usize::MAX } else { self.most() + 1 }
    }
}

/// The rows of one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What they have in common.
    pub group: Group,
    /// The rows, the best first.
    pub rows: Vec<What>,
}

/// Everything that is listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// The groups that have rows.
    pub sections: Vec<Section>,
    /// How much was found in all, shown or not.
    pub total: usize,
    /// The row that is chosen as long as nobody chose another.
    pub first: usize,
}

/// Most lines of a list, headings included, before groups give up rows so that the ones below them are seen, too.
const LINES: usize = 19;

impl Section {
    /// How many rows it has besides the one for the rest.
    fn plain(&self) -> usize {
        self.rows.len() - usize::from(matches!(self.rows.last(), Some(What::More(..))))
    }

    /// How many rows more it has than it keeps in any case.
    fn spare(&self) -> usize {
        let least = match self.group {
            Group::Moments => 4,
            Group::Actions => 3,
            _ => 1,
        };
        // Without a row for the rest two have to go to make one line of them.
        self.plain().saturating_sub(least + usize::from(self.plain() == self.rows.len()))
    }

    /// Puts the last row among the rest.
    fn give_up(&mut self) {
        if let Some(What::More(_, rest)) = self.rows.last_mut() {
            *rest += 1;
            let last = self.plain() - 1;
            self.rows.remove(last);
        } else {
            self.rows.truncate(self.rows.len().saturating_sub(2));
            self.rows.push(What::More(self.group, 2));
        }
    }
}

impl Results {
    /// Shortens the groups that have most to spare until the headings of all of them are in sight. The one that somebody opened
    /// is left as it is.
    fn bound(&mut self, open: Option<Group>) {
        let lines = |sections: &[Section]| sections.iter().map(|section| 1 + section.rows.len()).sum::<usize>();
        while lines(&self.sections) > LINES {
            let longest = self.sections.iter_mut().filter(|section| Some(section.group) != open && section.spare() > 0);
            let Some(longest) = longest.max_by_key(|section| section.spare()) else { return };
            longest.give_up();
        }
    }

    /// Every row, from top to bottom.
    pub fn rows(&self) -> impl Iterator<Item = &What> {
        self.sections.iter().flat_map(|section| &section.rows)
    }

    fn add(&mut self, group: Group, rows: Vec<What>, open: Option<Group>) {
        let most = if open == Some(group) { usize::MAX } else { group.most() };
        self.add_some(group, rows, most);
    }

    fn add_some(&mut self, group: Group, rows: Vec<What>, most: usize) {
        let total = rows.len();
        self.add_first(group, rows, total, most);
    }

    /// Adds the rows that were wanted of a group with more.
    fn add_counted(&mut self, group: Group, rows: Vec<What>, total: usize) {
        let most = if rows.len() == total { usize::MAX } else { group.most() };
        self.add_first(group, rows, total, most);
    }

    fn add_first(&mut self, group: Group, mut rows: Vec<What>, total: usize, most: usize) {
        if rows.is_empty() {
            return;
        }
        self.total += total;
        // A row that stands for a single other one would take the place of it.
        if total > most.saturating_add(1) {
            rows.truncate(most);
            rows.push(What::More(group, total - most));
        }
        self.sections.push(Section { group, rows });
    }
}

/// A fix that can be offered, with what is said of it besides its title.
pub(super) struct FixOffer<'a> {
    pub(super) key: FindingKey,
    pub(super) at: usize,
    pub(super) fix: &'a Fix,
    /// Whose lane it is about.
    pub(super) name: &'a str,
    pub(super) message: &'a str,
}

impl FixOffer<'_> {
    /// Whether there are fewer findings afterwards, as many, or more: these weigh less then, or the fix would not be offered.
    fn leaves(&self) -> std::cmp::Ordering {
        let total = |counts: Counts| counts.errors + counts.warnings + counts.hints;
        total(self.fix.counts.1).cmp(&total(self.fix.counts.0))
    }
}

/// What is looked through.
pub(super) struct Sources<'a> {
    pub(super) index: &'a Index,
    pub(super) offers: &'a Offers,
    pub(super) fixes: &'a [FixOffer<'a>],
    pub(super) recent: &'a [Command],
}

/// What is listed for what was typed; of `open` all that was found.
pub(super) fn results(cx: &Cx<'_>, sources: &Sources<'_>, text: &str, open: Option<Group>) -> Results {
    let query = Query::of(text);
    if query.is_empty() {
        return unasked(cx, sources, open);
    }
    let strict = found(cx, sources, &query, How::Strict, open);
    let mut results = if strict.total > 0 { strict } else { found(cx, sources, &query, How::Loose, open) };
    results.bound(open);
    // Whoever writes out the name of a command means that one, whatever else has the words; where it cannot be run, its row says why,
    // and nothing else is done instead.
    let is_meant = |what: &What| matches!(what, What::Run(command) if actions::is_named(&query, *command));
    if let Some(at) = results.sections.iter().position(|section| section.rows.first().is_some_and(is_meant)) {
        results.sections[..=at].rotate_right(1);
    }
    // What closes or takes away is chosen for nobody who typed half of another word.
    let is_safe = |what: &What| match what {
        What::Run(command) => !actions::takes_away(*command) || query.is_of_whole_words(&actions::name(*command)),
        _ => true,
    };
    let first = results.rows().position(is_meant).or_else(|| results.rows().position(is_safe));
    results.first = first.unwrap_or(usize::MAX);
    results
}

/// What is listed before anything was typed: what was done last, what can be mended, what is often done.
fn unasked(cx: &Cx<'_>, sources: &Sources<'_>, open: Option<Group>) -> Results {
    let mut results = Results::default();
    let offers = sources.offers;
    let can = |command: &Command| actions::why_not(cx, offers, *command).is_none();
    let recent: Vec<Command> = sources.recent.iter().copied().filter(can).collect();
    results.add(Group::Recent, recent.iter().copied().map(What::Run).collect(), open);
    if offers.in_plan {
        results.add(Group::Fixes, fixes(sources, &Query::default(), How::Strict).1, open);
    }
    let often = actions::often(cx, offers, &recent);
    let most = if open == Some(Group::Actions) { usize::MAX } else { often };
    results.add_some(Group::Actions, actions::all(cx, offers, &recent), most);
    if !offers.in_plan {
        results.add(Group::Plans, (0..offers.recent.len()).map(What::Plan).collect(), open);
        results.add(Group::Templates, (0..offers.templates.len()).map(What::Template).collect(), open);
    }
    results
}

fn found(cx: &Cx<'_>, sources: &Sources<'_>, query: &Query, how: How, open: Option<Group>) -> Results {
    let mut results = Results::default();
    let (index, offers) = (sources.index, sources.offers);
    let (leads, fixes) = if offers.in_plan { fixes(sources, query, how) } else { (false, Vec::new()) };
    let (before, after) = if leads { (fixes, Vec::new()) } else { (Vec::new(), fixes) };
    results.add(Group::Fixes, before, open);
    if offers.in_plan {
        let (total, moments) = index.moments(query, how, Group::Moments.wanted(open));
        results.add_counted(Group::Moments, moments.into_iter().map(What::Moment).collect(), total);
        results.add(Group::Notes, index.notes(query, how).into_iter().map(What::Note).collect(), open);
        results.add(Group::Days, days::found(cx.campaign, query, how), open);
        results.add(Group::Creators, creators(index, query, how), open);
        let (total, findings) = index.findings(query, how, Group::Findings.wanted(open));
        results.add_counted(Group::Findings, findings.into_iter().map(What::Finding).collect(), total);
    }
    results.add(Group::Actions, actions::found(cx, index, offers, query, how), open);
    results.add(Group::Fixes, after, open);
    let rated = |name: &str, beside: &str| Hay::of(name, [beside]).rate(query, how, |_| 0);
    let mut plans: Vec<(u32, usize)> =
        offers.recent.iter().enumerate().filter_map(|(at, plan)| Some((rated(&plan.name, &plan.folder)?, at))).collect();
    best_first(&mut plans);
    results.add(Group::Plans, plans.into_iter().map(|(_, at)| What::Plan(at)).collect(), open);
    let mut templates: Vec<(u32, usize)> = offers
        .templates
        .iter()
        .enumerate()
        .filter_map(|(at, of)| Some((rated(&say::start_from(&of.name), &of.line)?, at)))
        .collect();
    best_first(&mut templates);
    results.add(Group::Templates, templates.into_iter().map(|(_, at)| What::Template(at)).collect(), open);
    results
}

/// Sorts what was found; what is found equally well stays in its order.
pub(super) fn best_first<T>(found: &mut [(u32, T)]) {
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
}

fn creators(index: &Index, query: &Query, how: How) -> Vec<What> {
    let lanes = index.lanes(query, how).into_iter().map(|(score, id)| (score, What::Lane(id)));
    let mut found: Vec<(u32, What)> = lanes.collect();
    found.extend(index.laneless(query, how).into_iter().map(|(score, id)| (score, What::Creator(id))));
    best_first(&mut found);
    found.into_iter().map(|(_, what)| what).collect()
}

/// Whether a fix only leads to a field, whether there is less to be mended after it, whether it is found by what it does not say
/// itself, and how well it matches: in this order.
type FixRank = (bool, std::cmp::Ordering, bool, std::cmp::Reverse<u32>);

/// A title without what it quotes: the title of a moment is not what a fix does with it.
fn own_words(title: &str) -> String {
    let mut closing = None;
    let mut own = String::with_capacity(title.len());
    for c in title.chars() {
        match (closing, c) {
            (None, '„') => closing = Some('“'),
            (None, '“') => closing = Some('”'),
            (Some(end), c) if c == end => closing = None,
            (None, c) => own.push(c),
            (Some(_), _) => {}
        }
    }
    own
}

/// The fixes that are found, and whether they stand before all else. One that two findings of a lane offer alike is there once; those
/// after which there is as much to mend, or more, come last, and after them those that only lead to a field. A fix changes the
/// plan: nobody gets it for the title of a moment, or for a word of the finding behind it, where they may mean something else.
fn fixes(sources: &Sources<'_>, query: &Query, how: How) -> (bool, Vec<What>) {
    let mut seen = HashSet::new();
    let mut found: Vec<(FixRank, What)> = Vec::new();
    for offer in sources.fixes {
        let jump = matches!(offer.fix.applicability, Applicability::Jump(_));
        // Where nobody asked for one, a field that only a person can fill in is no fix.
        if query.is_empty() && jump {
            continue;
        }
        let hay = Hay::of(&words::dotted(&offer.fix.title, offer.name), [offer.message]);
        let Some(score) = hay.rate(query, how, |_| 0) else { continue };
        if seen.insert((offer.key.lane, offer.fix.title.as_str())) {
            let own = Hay::of(&words::dotted(own_words(&offer.fix.title), offer.name), []);
            let besides = own.rate(query, how, |_| 0).is_none();
            let rank = (jump, offer.leaves(), besides, std::cmp::Reverse(score));
            found.push((rank, What::Fix(offer.key.clone(), offer.at)));
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    let leads = matches!(found.first(), Some(((false, std::cmp::Ordering::Less, false, _), _)));
    (leads, found.into_iter().map(|(_, what)| what).collect())
}
