//! Fixes: proposals of rules, offered only when a dry run shows that they help.
//!
//! * [`bench`] is what rules build them with, [`days`] where their cards may come to stand.
//! * [`keeps`] says what no fix may do, and what a safe one may. It looks at the edits, never at what a rule says of them.
//! * [`dry_run`] does the edits on a copy and looks at every lane that they can reach.
//! * [`another`] goes through the fixes of a lane to another order of it.

mod another;
mod bench;
mod days;
mod dry_run;
mod keeps;

pub use another::{LONGEST, proposed_order, proposes_order};
pub(super) use bench::{Bench, MOST_MOVED, moved_by, shift};

use std::sync::Arc;

use super::config::Config;
use super::facts::LaneFacts;
use super::finding::{Counts, Finding, LaneReport};
use super::markets::Markets;
use super::reach::Follower;
use super::{Options, check_facts, check_lane};
use crate::edit::Edit;
use crate::model::{Campaign, IdSource, Lane, MomentId};
use crate::words;

use dry_run::DryRun;

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

/// What can be done about a finding, most useful first. Each fix was tried on a copy of the plan: it removes the finding, the
/// lane's errors, warnings and hints fall, errors counting most, and those of no other lane rise. No fix moves a published
/// card, places a card before today, or changes anybody's words; days that it picks are working days, outside blackouts, and
/// no other card of the lane stands on them.
///
/// `ids` gives the ids of new cards; equal ids in, equal fixes out.
#[must_use]
pub fn fixes(campaign: &Campaign, finding: &Finding, options: &Options, ids: &mut IdSource) -> Vec<Fix> {
    // Cheap: a campaign shares its lanes and everything else that is large.
    Fixer::of(Arc::new(campaign.clone()), options).fixes(finding, ids)
}

/// Works out the fixes of one finding after the other. What crosses lanes is looked up once for the whole plan, which for the
/// findings of a large one is most of the work.
#[derive(Debug)]
pub struct Fixer<'o> {
    trial: DryRun<'o>,
    options: &'o Options,
}

impl<'o> Fixer<'o> {
    /// For the findings of this plan.
    #[must_use]
    pub fn of(campaign: Arc<Campaign>, options: &'o Options) -> Self {
        Self::after(Follower::default(), campaign, options)
    }

    /// The same, with what an earlier one knows of what crosses lanes: it costs only the lanes that changed since.
    #[must_use]
    pub fn after(follower: Follower, campaign: Arc<Campaign>, options: &'o Options) -> Self {
        Self { trial: DryRun::of(follower, campaign, options), options }
    }

    /// What it knows of what crosses lanes, for the next one.
    #[must_use]
    pub fn into_follower(self) -> Follower {
        self.trial.into_follower()
    }

    /// Goes on to another state of the plan: one in which a fix was done.
    pub fn go_on(&mut self, campaign: Arc<Campaign>) {
        self.trial.go_on(campaign);
    }

    /// What is found in a lane.
    #[must_use]
    pub fn check(&self, lane: &Lane) -> LaneReport {
        check_lane(self.trial.campaign(), self.trial.cross(), lane, self.options)
    }

    /// What can be done about a finding, as [`fixes`] says.
    #[must_use]
    pub fn fixes(&mut self, finding: &Finding, ids: &mut IdSource) -> Vec<Fix> {
        self.fixes_of(finding, None, ids)
    }

    /// The same for whoever knows already how much is found in the lane as it is: then it is not checked for that once more.
    #[must_use]
    pub fn fixes_of(&mut self, finding: &Finding, known: Option<Counts>, ids: &mut IdSource) -> Vec<Fix> {
        let campaign = Arc::clone(self.trial.campaign());
        let Some(lane) = finding.lane.and_then(|id| campaign.lane(id)) else {
            return Vec::new();
        };
        self.trial.lane = Some(lane.id);
        of_lane(&campaign, lane, (finding, known), &mut self.trial, self.options, ids)
    }
}

fn of_lane(
    campaign: &Campaign,
    lane: &Lane,
    (finding, known): (&Finding, Option<Counts>),
    trial: &mut DryRun<'_>,
    options: &Options,
    ids: &mut IdSource,
) -> Vec<Fix> {
    let kept = keeps::Kept { campaign, lane };
    let (drafts, before) = {
        let config = Config::of(campaign, options);
        let markets = Markets::of(campaign, config.house);
        let facts = LaneFacts::of(campaign, (&config, &markets), trial.cross(), lane);
        let mut bench = Bench::new(&facts, options.today, ids);
        let drafts = (finding.rule.fixes)(&mut bench, finding);
        (drafts, known.unwrap_or_else(|| Counts::of(&check_facts(&facts, options).findings)))
    };
    let mut found: Vec<Fix> = Vec::new();
    for Draft { title, applicability, edits } in drafts {
        let title = words::nested(&title);
        if let Applicability::Jump(_) = applicability {
            let (reveal, counts) = (finding.moments.clone(), (before, before));
            found.push(Fix { title, applicability, edits: Vec::new(), reveal, counts });
        } else if let Some((edits, after)) = trial.attempt(finding, &edits, before) {
            let reveal = edits.iter().filter_map(Edit::moment).collect();
            let safe = applicability == Applicability::Safe && edits.iter().all(|edit| kept.is_safe(edit));
            let applicability = if safe { Applicability::Safe } else { Applicability::Suggested };
            found.push(Fix { title, applicability, edits, reveal, counts: (before, after) });
        }
    }
    found
}
