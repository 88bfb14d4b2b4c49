//! Findings, curves and counts, worked out again only where something changed.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use crate::analysis::blackouts::Standing;
use crate::analysis::curve::curve;
use crate::analysis::scale::PlanEnd;
use crate::analysis::totals::{LaneTotals, Totals};
use crate::check::{Cross, Finding, Follower, Options, State, check_lane};
use crate::model::{Campaign, Lane, LaneId, ShortNames};
use crate::ui::held::same_around;
use crate::ui::view::{Counts, Derived, LaneView, Mark};
use crate::words::language;

/// Keeps [`Derived`] in step with the document.
#[derive(Clone, Debug, Default)]
pub struct Deriver {
    revision: Option<u64>,
    campaign: Option<Arc<Campaign>>,
    follower: Follower,
    standing: Standing,
    /// How often anything was worked out.
    round: u64,
    /// What was worked out is in words that nobody speaks any more.
    forgotten: bool,
    /// How it was worked out.
    pub options: Options,
    /// What was worked out last.
    pub derived: Derived,
}

impl Deriver {
    /// Brings everything in step with this state of the campaign. Costs nothing when nothing changed, and else the lanes that
    /// the change can reach.
    pub fn update(&mut self, campaign: &Arc<Campaign>, revision: u64, options: &Options) {
        if self.options == *options && self.is_current(campaign, revision) {
            return;
        }
        if std::mem::take(&mut self.forgotten) {
            self.follower = Follower::default();
            self.derived.lanes.clear();
            self.derived.findings.clear();
        }
        let reach = self.follower.follow(campaign, options);
        let old = std::mem::take(&mut self.derived.lanes);
        let mut changed: HashSet<LaneId> = HashSet::new();
        // Lanes were added, removed or moved: only then is it worth knowing where each one was.
        let moved = old.len() != campaign.lanes.len() || old.iter().zip(&campaign.lanes).any(|(a, b)| a.lane.id != b.id);
        let mut by_id: HashMap<LaneId, Arc<LaneView>> = HashMap::new();
        if moved {
            by_id.extend(old.iter().map(|view| (view.lane.id, Arc::clone(view))));
        }
        let before: Vec<Option<Arc<LaneView>>> = campaign
            .lanes
            .iter()
            .enumerate()
            .map(|(at, lane)| if moved { by_id.remove(&lane.id) } else { old.get(at).map(Arc::clone) })
            .collect();
        let stays = |(at, view): (usize, &Option<Arc<LaneView>>)| {
            view.clone().filter(|_| campaign.lanes.get(at).is_some_and(|lane| !reach.has(lane.id)))
        };
        let mut lanes: Vec<Option<Arc<LaneView>>> = before.iter().enumerate().map(stays).collect();
        let same_ground = self.campaign.as_ref().is_some_and(|old| same_around(old, campaign));
        let open: Vec<Open<'_>> = campaign
            .lanes
            .iter()
            .zip(&before)
            .enumerate()
            .filter(|(at, _)| lanes.get(*at).is_some_and(Option::is_none))
            .map(|(at, (lane, before))| Open { at, lane, before: before.as_deref().filter(|_| same_ground) })
            .collect();
        for (at, now) in lane_views(campaign, self.follower.cross(), &open, options) {
            // Most edits change no finding; then the list of all of them, and its order, can stay.
            let same = |before: &Arc<LaneView>| before.findings == now.findings;
            if !before.get(at).and_then(Option::as_ref).is_some_and(same) {
                changed.insert(now.lane.id);
            }
            if let Some(place) = lanes.get_mut(at) {
                *place = Some(now);
            }
        }
        changed.extend(old.iter().map(|view| view.lane.id).filter(|id| by_id.contains_key(id)));
        self.derived.lanes = lanes.into_iter().flatten().collect();
        let same_people = self.campaign.as_ref().is_some_and(|old| {
            old.creators.len() == campaign.creators.len()
                && old.creators.iter().zip(&campaign.creators).all(|(a, b)| Arc::ptr_eq(a, b))
        });
        if !same_people {
            self.derived.names = Arc::new(ShortNames::of(&campaign.creators));
        }
        // What each lane adds up to is known: the whole plan is never looked through for an edit.
        self.derived.totals = Totals::of_lanes(campaign, self.derived.lanes.iter().map(|view| &view.totals));
        self.derived.end = PlanEnd::after(campaign, self.derived.totals.days);
        self.derived.in_blackouts = self.standing.follow(campaign);
        if !changed.is_empty() {
            self.gather(&changed);
        }
        self.round += 1;
        self.options = options.clone();
        self.campaign = Some(Arc::clone(campaign));
        self.revision = Some(revision);
    }

    /// Works everything out again with the next update. Until then what there is stays, as panels look at it.
    pub fn forget(&mut self) {
        self.forgotten = true;
        self.revision = None;
    }

    /// Counts how often anything was worked out: what rests on it holds until this is another number.
    #[must_use]
    pub fn round(&self) -> u64 {
        self.round
    }

    /// Whether what is derived belongs to this state of the campaign.
    #[must_use]
    pub fn is_current(&self, campaign: &Arc<Campaign>, revision: u64) -> bool {
        self.revision == Some(revision) && self.campaign.as_ref().is_some_and(|old| Arc::ptr_eq(old, campaign))
    }

    /// Puts the findings of these lanes in the place of what was found there before. What stays is sorted already, so that
    /// sorting only merges.
    fn gather(&mut self, changed: &HashSet<LaneId>) {
        let derived = &mut self.derived;
        derived.findings.retain(|finding| finding.lane.is_some_and(|lane| !changed.contains(&lane)));
        let new = derived.lanes.iter().filter(|view| changed.contains(&view.lane.id));
        derived.findings.extend(new.flat_map(|view| view.findings.iter().cloned()));
        derived.findings.sort_by(|a, b| a.order().cmp(&b.order()));
        derived.counts = Counts::of(derived.findings.iter().map(|finding| &**finding));
    }
}

/// A lane that has to be looked at.
#[derive(Clone, Copy)]
struct Open<'a> {
    /// Its place among those of the plan.
    at: usize,
    lane: &'a Arc<Lane>,
    /// What was worked out from it before, where everything around the lanes is as it was.
    before: Option<&'a LaneView>,
}

/// Moments that are looked at on one core: with fewer, another one takes longer to begin than to help.
const ON_ONE_CORE: usize = 4_000;
/// Most cores that are asked to help.
const MOST_CORES: usize = 8;

/// What is worked out from these lanes, each with its place. Of long ones every core takes a share: a block that is pasted into a
/// plan of a few long lanes reaches all of them. What is found does not depend on how many cores there are.
fn lane_views(campaign: &Campaign, cross: &Cross, open: &[Open<'_>], options: &Options) -> Vec<(usize, Arc<LaneView>)> {
    let moments: usize = open.iter().map(|open| open.lane.moments.len()).sum();
    let cores = || std::thread::available_parallelism().map_or(1, usize::from).min(MOST_CORES);
    let shares = if moments > ON_ONE_CORE { cores().min(open.len()).max(1) } else { 1 };
    let every = |first: usize| -> Vec<(usize, Arc<LaneView>)> {
        let share = open.iter().skip(first).step_by(shares);
        share.map(|open| (open.at, Arc::new(lane_view(campaign, cross, open, options)))).collect()
    };
    std::thread::scope(|scope| {
        let others: Vec<_> = (1..shares).map(|first| (first, scope.spawn(language::carried(move || every(first))))).collect();
        let mut views = every(0);
        // A core that failed to do its part leaves it to this one.
        views.extend(others.into_iter().flat_map(|(first, other)| other.join().unwrap_or_else(|_| every(first))));
        views
    })
}

fn lane_view(campaign: &Campaign, cross: &Cross, open: &Open<'_>, options: &Options) -> LaneView {
    let lane = open.lane;
    let report = check_lane(campaign, cross, lane, options);
    let counts = Counts::of(&report.findings);
    let findings: Vec<Arc<Finding>> = report.findings.into_iter().map(Arc::new).collect();
    let mut marks = HashMap::default();
    for finding in &findings {
        let mark = if matches!(finding.state, State::Accepted(_)) { Mark::Accepted } else { Mark::Open(finding.severity) };
        // A finding marks the moment it is about; the others it names are only context.
        if let Some(subject) = finding.subject() {
            let worst = marks.entry(subject).or_insert(mark);
            *worst = mark.min(*worst);
        }
    }
    // Neither curve nor totals nor order look at what is written on a card: while somebody types, they stay.
    let (curve, totals, order) = match open.before.filter(|before| lane.differs_in_words_only(&before.lane)) {
        Some(before) => (before.curve.clone(), before.totals.clone(), before.order.clone()),
        None => (curve(campaign, lane).map(Arc::new), LaneTotals::of(campaign, lane), OnceLock::new()),
    };
    LaneView { lane: Arc::clone(lane), findings, not_checked: report.not_checked, curve, marks, counts, totals, order }
}
