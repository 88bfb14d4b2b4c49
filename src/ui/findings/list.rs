//! The findings in the order in which they are listed, in groups that fold. Kept until something it rests on changes.
//! Never draws.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::data::Filter;
use crate::check::{self, Finding, Severity};
use crate::model::{Campaign, LaneId};
use crate::ui::view::{Counts, Derived, FindingKey, Preview};
use crate::words::mend as say;

/// How findings are put together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// One list, the worst first; only hints stand in a group of their own.
    #[default]
    List,
    /// Errors, warnings, hints.
    Severity,
    /// Lane by lane, in the order of the board.
    Lane,
}

impl Grouping {
    /// Every way, in the order in which it is offered.
    pub const ALL: [Self; 3] = [Self::List, Self::Severity, Self::Lane];

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::List => say::group_list(),
            Self::Severity => say::group_severity(),
            Self::Lane => say::group_lane(),
        }
    }
}

/// What a group holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Findings of that severity.
    Severity(Severity),
    /// Findings of a lane; `None` for those of the whole plan.
    Lane(Option<LaneId>),
}

impl Group {
    /// What stands above it.
    #[must_use]
    pub fn name(self, campaign: &Campaign) -> String {
        match self {
            Self::Severity(Severity::Error) => say::errors().to_owned(),
            Self::Severity(Severity::Warning) => say::warnings().to_owned(),
            Self::Severity(Severity::Hint) => say::hints().to_owned(),
            Self::Lane(id) => id
                .and_then(|id| campaign.lane(id))
                .map_or_else(|| say::no_lane().to_owned(), |lane| campaign.lane_name(lane).to_owned()),
        }
    }
}

/// One row of the list.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// The head of a group with what it holds, and whether it is folded.
    Group(Group, Counts, bool),
    /// A finding, by its place in [`Derived::findings`].
    Finding(usize),
    /// The head over the findings of what is missing before one ask, which follow as [`Item::Part`].
    Missing(Arc<MissingHead>),
    /// A finding under such a head.
    Part(usize),
    /// A finding that the fix on show would bring.
    New(Arc<Finding>),
}

/// What stands over the findings of what is missing before one ask: they are one thing to a reader.
#[derive(Clone, Debug, PartialEq)]
pub struct MissingHead {
    /// The lane, and whether its findings are open.
    pub of: (Option<LaneId>, bool),
    /// The worst of them.
    pub severity: Severity,
    /// "Before Trail Jacket: missing background and a community voice."
    pub message: String,
    /// Their places in [`Derived::findings`].
    pub parts: Vec<usize>,
    /// Whether they are hidden.
    pub folded: bool,
}

/// The list, with what it was made from.
#[derive(Debug, Default)]
pub struct List {
    seen: Vec<Arc<Finding>>,
    made_for: Option<(Filter, Grouping)>,
    /// Groups that somebody folded or unfolded.
    turned: HashSet<Group>,
    /// Heads of what is missing that somebody folded.
    closed: HashSet<(Option<LaneId>, bool)>,
    /// Words that a finding has to have to be listed, in small letters.
    words: String,
    stale: bool,
    shown: Option<Arc<Campaign>>,
    lanes: Vec<LaneId>,
    items: Vec<Item>,
}

impl List {
    /// The rows. Costs a comparison of pointers a finding while nothing changes.
    pub fn follow(&mut self, derived: &Derived, preview: Option<&Preview>, filter: Filter, grouping: Grouping) -> &[Item] {
        let same_findings =
            self.seen.len() == derived.findings.len() && self.seen.iter().zip(&derived.findings).all(|(a, b)| Arc::ptr_eq(a, b));
        let same_preview = match (&self.shown, preview) {
            (None, None) => true,
            (Some(old), Some(new)) => Arc::ptr_eq(old, &new.campaign),
            _ => false,
        };
        // Only the order of the lanes matters here, and only where they are the groups.
        let same_lanes = grouping != Grouping::Lane
            || (self.lanes.len() == derived.lanes.len()
                && self.lanes.iter().zip(&derived.lanes).all(|(id, view)| *id == view.lane.id));
        if self.stale || !same_findings || !same_preview || !same_lanes || self.made_for != Some((filter, grouping)) {
            self.seen.clone_from(&derived.findings);
            self.shown = preview.map(|preview| Arc::clone(&preview.campaign));
            self.lanes = derived.lanes.iter().map(|view| view.lane.id).collect();
            self.made_for = Some((filter, grouping));
            self.stale = false;
            self.items = self.make(preview, filter, grouping);
        }
        &self.items
    }

    /// The rows, to be drawn while this is changed by what is pressed in them; [`Self::put_back`] ends that.
    pub fn take(&mut self, derived: &Derived, preview: Option<&Preview>, filter: Filter, grouping: Grouping) -> Vec<Item> {
        self.follow(derived, preview, filter, grouping);
        std::mem::take(&mut self.items)
    }

    /// Puts the rows back that were taken out.
    pub fn put_back(&mut self, items: Vec<Item>) {
        self.items = items;
    }

    /// Folds a group, or unfolds it.
    pub fn turn(&mut self, group: Group) {
        if !self.turned.remove(&group) {
            self.turned.insert(group);
        }
        self.stale = true;
    }

    /// Folds what is missing before an ask to its head, or unfolds it.
    pub fn turn_missing(&mut self, of: (Option<LaneId>, bool)) {
        if !self.closed.remove(&of) {
            self.closed.insert(of);
        }
        self.stale = true;
    }

    /// Lists only what has these words from now on; all of it where there are none.
    pub fn search(&mut self, words: &str) {
        let words = words.trim().to_lowercase();
        self.stale |= words != self.words;
        self.words = words;
    }

    /// Unfolds the group that hides a finding, so that it can be shown.
    pub fn uncover(&mut self, finding: &Finding) {
        let Some((filter, grouping)) = self.made_for else { return };
        if let Some(group) = group_of(finding, filter, grouping)
            && self.is_folded(group)
        {
            self.turn(group);
        }
        if finding.missing.is_some() && self.closed.remove(&(finding.lane, finding.state.is_open())) {
            self.stale = true;
        }
    }

    /// Hints are folded until somebody unfolds them.
    fn is_folded(&self, group: Group) -> bool {
        (group == Group::Severity(Severity::Hint)) != self.turned.contains(&group)
    }

    fn make(&self, preview: Option<&Preview>, filter: Filter, grouping: Grouping) -> Vec<Item> {
        let takes = |finding: &Finding| filter.takes(finding) && has_words(finding, &self.words);
        let listed: Vec<usize> = (0..self.seen.len()).filter(|at| takes(&self.seen[*at])).collect();
        let heads = self.heads(&listed);
        let mut groups: Vec<(Option<Group>, Vec<usize>)> = Vec::new();
        let mut places: HashMap<Option<Group>, usize> = HashMap::new();
        if grouping == Grouping::Lane {
            // In the order of the board; empty ones go again below.
            for id in &self.lanes {
                places.insert(Some(Group::Lane(Some(*id))), groups.len());
                groups.push((Some(Group::Lane(Some(*id))), Vec::new()));
            }
        }
        // What stands under a head goes where its first does.
        for at in listed.into_iter().filter(|at| heads.get(at).is_none_or(|head| head.parts.first() == Some(at))) {
            let group = group_of(&self.seen[at], filter, grouping);
            let place = *places.entry(group).or_insert_with(|| {
                groups.push((group, Vec::new()));
                groups.len() - 1
            });
            groups[place].1.push(at);
        }
        let mut items = Vec::new();
        for (group, members) in groups.into_iter().filter(|(_, members)| !members.is_empty()) {
            if let Some(group) = group {
                let alone = |at: &usize| heads.get(at).map_or_else(|| vec![*at], |head| head.parts.clone());
                let counts = Counts::of(members.iter().flat_map(alone).map(|at| &*self.seen[at]));
                let folded = self.is_folded(group);
                items.push(Item::Group(group, counts, folded));
                if folded {
                    continue;
                }
            }
            for at in members {
                match heads.get(&at) {
                    None => items.push(Item::Finding(at)),
                    Some(head) => {
                        items.push(Item::Missing(Arc::clone(head)));
                        items.extend(head.parts.iter().filter(|_| !head.folded).map(|at| Item::Part(*at)));
                    }
                }
            }
        }
        if let Some(preview) = preview {
            self.bring_in(&mut items, preview);
        }
        items
    }

    /// The heads of what is missing before asks, by the places of the findings under them.
    fn heads(&self, listed: &[usize]) -> HashMap<usize, Arc<MissingHead>> {
        let parts: Vec<usize> = listed.iter().copied().filter(|at| self.seen[*at].missing.is_some()).collect();
        let place: HashMap<*const Finding, usize> = parts.iter().map(|at| (Arc::as_ptr(&self.seen[*at]), *at)).collect();
        let mut heads = HashMap::new();
        for card in check::cards(parts.iter().map(|at| &*self.seen[*at])).into_iter().filter(|card| card.findings.len() > 1) {
            let Some(first) = card.findings.first() else { continue };
            let of = (first.lane, first.state.is_open());
            let parts: Vec<usize> =
                card.findings.iter().filter_map(|finding| place.get(&std::ptr::from_ref(*finding)).copied()).collect();
            let folded = self.closed.contains(&of);
            let head = Arc::new(MissingHead { of, severity: card.severity, message: card.message, parts, folded });
            heads.extend(head.parts.iter().map(|at| (*at, Arc::clone(&head))));
        }
        heads
    }

    /// What a fix would bring stands right after what it would resolve: it is looked at together.
    fn bring_in(&self, items: &mut Vec<Item>, preview: &Preview) {
        let resolved = |item: &Item| match item {
            Item::Finding(at) | Item::Part(at) => preview.effect.resolves(&self.seen[*at]),
            Item::Group(..) | Item::Missing(_) | Item::New(_) => false,
        };
        let at = items.iter().rposition(resolved).map_or(0, |at| at + 1);
        items.splice(at..at, preview.effect.appeared.iter().cloned().map(Item::New));
    }
}

/// The group that a finding stands in, if it stands in one.
fn group_of(finding: &Finding, filter: Filter, grouping: Grouping) -> Option<Group> {
    match grouping {
        Grouping::List => {
            let apart = filter == Filter::Open && finding.severity == Severity::Hint;
            apart.then_some(Group::Severity(Severity::Hint))
        }
        Grouping::Severity => Some(Group::Severity(finding.severity)),
        Grouping::Lane => Some(Group::Lane(finding.lane)),
    }
}

/// Whether a finding has these words, which are in small letters.
#[must_use]
pub(super) fn has_words(finding: &Finding, words: &str) -> bool {
    let texts = [finding.message.as_str(), finding.title, finding.rule.code];
    words.is_empty() || texts.iter().any(|text| text.to_lowercase().contains(words))
}

/// The row of a finding in the list.
#[must_use]
pub fn position(items: &[Item], derived: &Derived, key: &FindingKey) -> Option<usize> {
    items.iter().position(|item| match item {
        Item::Finding(at) | Item::Part(at) => derived.findings.get(*at).is_some_and(|finding| FindingKey::of(finding) == *key),
        Item::Group(..) | Item::Missing(_) | Item::New(_) => false,
    })
}
