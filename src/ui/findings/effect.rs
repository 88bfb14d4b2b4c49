//! What a fix does, seen from the two plans before and after it: which cards move, come, go or change, and which findings.
//! Never draws, and never looks at lanes that are the same pointer in both.

use std::collections::HashMap;
use std::sync::Arc;

use crate::analysis::curve::Band;
use crate::check::{Finding, Severity};
use crate::model::{Campaign, Lane, LaneId, Moment, MomentId, When, Years};
use crate::ui::board::{band_name, when_text};
use crate::ui::theme::Tone;
use crate::ui::view::{Counts, Derived, LaneView};
use crate::words::mend as say;
use crate::words::{self, steps};

/// A card that gets another place in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Which.
    pub id: MomentId,
    /// When it came before.
    pub from: When,
    /// When it comes after.
    pub to: When,
    /// Whether it asks for something.
    pub ask: bool,
}

/// The difference that a fix makes.
#[derive(Clone, Debug, Default)]
pub struct Effect {
    /// The lanes that differ, in the order of the plan.
    pub lanes: Vec<LaneId>,
    /// Cards with another date or place.
    pub moved: Vec<Moved>,
    /// Cards that were not there before.
    pub added: Vec<MomentId>,
    /// Cards that go to the tray of ideas.
    pub parked: Vec<MomentId>,
    /// Cards of which something else changes.
    pub changed: Vec<MomentId>,
    /// Open findings that are gone afterwards.
    pub resolved: Vec<Arc<Finding>>,
    /// Open findings that were not there before.
    pub appeared: Vec<Arc<Finding>>,
}

impl Effect {
    /// What lies between two plans.
    #[must_use]
    pub fn between(before: (&Campaign, &Derived), after: (&Campaign, &Derived)) -> Self {
        let mut effect = Self::default();
        let old: HashMap<LaneId, &Arc<Lane>> = before.0.lanes.iter().map(|lane| (lane.id, lane)).collect();
        for lane in &after.0.lanes {
            let Some(was) = old.get(&lane.id) else { continue };
            if !Arc::ptr_eq(was, lane) {
                effect.lanes.push(lane.id);
                effect.compare(was, lane);
            }
        }
        let parked: Vec<MomentId> = after.0.ideas.iter().map(|moment| moment.id).collect();
        effect.parked.retain(|id| parked.contains(id));
        effect.compare_findings(before.1, after.1);
        effect
    }

    fn compare(&mut self, was: &Lane, is: &Lane) {
        let mut old: HashMap<MomentId, &Arc<Moment>> = was.moments.iter().map(|moment| (moment.id, moment)).collect();
        for moment in &is.moments {
            match old.remove(&moment.id) {
                None => self.added.push(moment.id),
                Some(before) if Arc::ptr_eq(before, moment) => {}
                Some(before) if before.when != moment.when => {
                    self.moved.push(Moved { id: moment.id, from: before.when, to: moment.when, ask: moment.is_ask() });
                }
                Some(_) => self.changed.push(moment.id),
            }
        }
        // In the order of the lane, so that the same fix always tells the same story.
        self.parked.extend(was.moments.iter().map(|moment| moment.id).filter(|id| old.contains_key(id)));
    }

    fn compare_findings(&mut self, before: &Derived, after: &Derived) {
        let old: HashMap<LaneId, &Arc<LaneView>> = before.lanes.iter().map(|view| (view.lane.id, view)).collect();
        for view in &after.lanes {
            let Some(was) = old.get(&view.lane.id) else { continue };
            if Arc::ptr_eq(was, view) {
                continue;
            }
            let missing = |from: &LaneView, of: &LaneView| -> Vec<Arc<Finding>> {
                let open = from.findings.iter().filter(|finding| finding.state.is_open());
                open.filter(|finding| !of.findings.iter().any(|other| is_same(other, finding))).cloned().collect()
            };
            self.resolved.extend(missing(was, view));
            self.appeared.extend(missing(view, was));
        }
        self.resolved.sort_by(|a, b| a.order().cmp(&b.order()));
        self.appeared.sort_by(|a, b| a.order().cmp(&b.order()));
    }

    /// Whether a finding of the plan as it is would be gone.
    #[must_use]
    pub fn resolves(&self, finding: &Finding) -> bool {
        self.resolved.iter().any(|other| is_same(other, finding))
    }

    /// The card whose way is drawn: an ask that moves, else the card that moves.
    #[must_use]
    pub fn mover(&self) -> Option<Moved> {
        self.moved.iter().find(|moved| moved.ask).or(self.moved.first()).copied()
    }

    /// What stays the same, in one line.
    #[must_use]
    pub fn kept(&self) -> String {
        let moved = words::moments(self.moved.len());
        let added = words::moments(self.added.len());
        match (self.moved.len(), self.added.len(), self.parked.len(), self.changed.len()) {
            (0, 0, 0, 0) => say::kept_plan().to_owned(),
            (0, 0, 0, changed) => say::kept_changed(words::moments(changed)),
            (0, 0, parked, _) => say::kept_parked(words::moments(parked)),
            (0, _, _, _) => say::kept_added(added),
            (_, 0, 0, 0) => self.kept_of_moves(moved),
            (1, 0, ..) => say::kept_moved_one().to_owned(),
            (_, 0, ..) => say::kept_moved(moved),
            _ => say::kept_moved_added(moved, added),
        }
    }

    fn kept_of_moves(&self, moved: String) -> String {
        let key = |when: &When| match *when {
            When::On(day) => (0, day.number()),
            When::Relative(day) => (1, day),
            When::Order(place) => (2, place),
            When::Undated => (3, 0),
        };
        let sorted = |times: &mut dyn Iterator<Item = When>| {
            let mut keys: Vec<_> = times.map(|when| key(&when)).collect();
            keys.sort_unstable();
            keys
        };
        let from = sorted(&mut self.moved.iter().map(|moved| moved.from));
        let to = sorted(&mut self.moved.iter().map(|moved| moved.to));
        if self.moved.len() > 1 && from == to && from.iter().all(|(sort, _)| *sort < 2) {
            return say::kept_order(words::deck::number(self.moved.len()));
        }
        if from.iter().chain(&to).any(|(sort, _)| *sort == 2) {
            return if self.moved.len() == 1 { say::kept_place_one().to_owned() } else { say::kept_place(moved) };
        }
        let by = |moved: &Moved| match (moved.from, moved.to) {
            (When::On(from), When::On(to)) => Some(to.since(from)),
            (When::Relative(from), When::Relative(to)) => Some(to.saturating_sub(from)),
            _ => None,
        };
        let first = self.moved.first().and_then(by);
        match first {
            Some(days) if self.moved.len() > 1 && self.moved.iter().all(|moved| by(moved) == first) => {
                say::kept_shift(moved, words::days(i64::from(days).abs()))
            }
            _ if self.moved.len() == 1 => say::kept_moved_one().to_owned(),
            _ => say::kept_moved(moved),
        }
    }
}

/// Whether two findings say the same of the same cards.
fn is_same(a: &Finding, b: &Finding) -> bool {
    a.state.is_open() == b.state.is_open() && a.rule == b.rule && a.lane == b.lane && a.moments == b.moments
}

/// What the arrow from the old to the new place says.
#[must_use]
pub fn arc_words(campaign: &Campaign, years: Years, moved: Moved, title: &str) -> String {
    let (from, to) = (when_text(campaign, years, moved.from), when_text(campaign, years, moved.to));
    if moved.ask {
        return say::arc_ask(from, to);
    }
    let title = title.trim();
    say::arc_card(if title.is_empty() { steps::untitled() } else { title }, from, to)
}

/// A number or a word before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is of.
    pub label: String,
    /// Before.
    pub before: String,
    /// After.
    pub after: String,
    /// Better, worse, or neither.
    pub tone: Option<Tone>,
}

/// What changes in numbers and bands, the most important first.
#[must_use]
pub fn changes(before: (&Campaign, &Derived), after: &Derived, lane: Option<LaneId>, asks: &[MomentId]) -> Vec<Change> {
    let (old, new) = (before.1.counts, after.counts);
    let mut changes = vec![count(say::bar_findings(), old.open(), new.open())];
    changes.push(worst(old, new));
    let view = |derived: &Derived| derived.lanes.iter().find(|view| Some(view.lane.id) == lane).cloned();
    let Some((was, is)) = view(before.1).zip(view(after)) else { return changes };
    let Some((from, to)) = was.curve.as_ref().zip(is.curve.as_ref()) else { return changes };
    let name = before.0.short_lane_name(&was.lane);
    let ask = asks.iter().find_map(|id| Some((from.around(*id)?.before, to.around(*id)?.before)));
    if let Some((from, to)) = ask {
        changes.push(bands(say::bar_at_ask().to_owned(), Band::of(from), Band::of(to)));
    }
    let (from, to) = (from.ends_in(before.1.end), to.ends_in(after.end));
    // Where somebody ends is told where it changes; the title needs the room otherwise.
    if from != to {
        changes.push(bands(say::bar_ends(name), from, to));
    }
    changes
}

/// The change of the worst severity there is on either side.
fn worst(old: Counts, new: Counts) -> Change {
    let of = |severity| match severity {
        Severity::Error => (say::bar_errors(), old.errors, new.errors),
        Severity::Warning => (say::bar_warnings(), old.warnings, new.warnings),
        Severity::Hint => (say::bar_hints(), old.hints, new.hints),
    };
    let all = Severity::ALL.map(of);
    let (label, from, to) = all.iter().find(|(_, from, to)| from + to > 0).copied().unwrap_or(all[0]);
    count(label, from, to)
}

fn count(label: &str, before: usize, after: usize) -> Change {
    let tone = match after.cmp(&before) {
        std::cmp::Ordering::Less => Some(Tone::Ok),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some(Tone::Error),
    };
    Change { label: label.to_owned(), before: before.to_string(), after: after.to_string(), tone }
}

fn bands(label: String, before: Band, after: Band) -> Change {
    let tone = match after.cmp(&before) {
        std::cmp::Ordering::Greater => Some(Tone::Ok),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Less => Some(Tone::Error),
    };
    Change { label, before: band_name(before).to_owned(), after: band_name(after).to_owned(), tone }
}
