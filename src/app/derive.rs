//! Findings, curves and counts, worked out again only where something changed.

use std::collections::HashMap;
use std::sync::Arc;

use crate::analysis::curve::curve;
use crate::check::{Cross, Options, State, check_lane, cross};
use crate::model::{Campaign, Lane, LaneId};
use crate::ui::view::{Counts, Derived, LaneView, Mark};

/// Keeps [`Derived`] in step with the document.
#[derive(Debug, Default)]
pub struct Deriver {
    revision: Option<u64>,
    campaign: Option<Arc<Campaign>>,
    cross: Option<Cross>,
    options: Options,
    /// What was worked out last.
    pub derived: Derived,
}

impl Deriver {
    /// Brings everything in step with this state of the campaign. Costs nothing when nothing changed, and one lane when one changed.
    pub fn update(&mut self, campaign: &Arc<Campaign>, revision: u64, options: &Options) {
        let same_options = self.options == *options;
        if same_options && self.is_current(campaign, revision) {
            return;
        }
        let new_cross = cross(campaign);
        let keep = same_options
            && self.cross.as_ref() == Some(&new_cross)
            && self.campaign.as_ref().is_some_and(|old| same_surroundings(old, campaign));
        let old = std::mem::take(&mut self.derived.lanes);
        let mut changed = old.len() != campaign.lanes.len();
        let mut by_id: Option<HashMap<LaneId, Arc<LaneView>>> = None;
        let mut lanes = Vec::with_capacity(campaign.lanes.len());
        for (at, lane) in campaign.lanes.iter().enumerate() {
            let same_place = old.get(at).filter(|view| view.lane.id == lane.id);
            let view = match same_place {
                Some(view) => Some(view),
                // Lanes were added, removed or moved: only then is it worth knowing where each one was.
                None => {
                    by_id.get_or_insert_with(|| old.iter().map(|view| (view.lane.id, Arc::clone(view))).collect()).get(&lane.id)
                }
            };
            match view.filter(|view| keep && Arc::ptr_eq(&view.lane, lane)) {
                Some(view) => {
                    changed |= same_place.is_none();
                    lanes.push(Arc::clone(view));
                }
                None => {
                    let view_now = Arc::new(lane_view(campaign, &new_cross, lane, options));
                    // Most edits change no finding; then the list of all of them, and its order, can stay.
                    changed |= view.is_none_or(|before| before.findings != view_now.findings) || same_place.is_none();
                    lanes.push(view_now);
                }
            }
        }
        self.derived.lanes = lanes;
        if changed {
            self.gather();
        }
        self.cross = Some(new_cross);
        self.options = options.clone();
        self.campaign = Some(Arc::clone(campaign));
        self.revision = Some(revision);
    }

    /// Whether what is derived belongs to this state of the campaign.
    #[must_use]
    pub fn is_current(&self, campaign: &Arc<Campaign>, revision: u64) -> bool {
        self.revision == Some(revision) && self.campaign.as_ref().is_some_and(|old| Arc::ptr_eq(old, campaign))
    }

    fn gather(&mut self) {
        let derived = &mut self.derived;
        derived.findings = derived.lanes.iter().flat_map(|view| view.findings.iter().cloned()).collect();
        derived.findings.sort_by(|a, b| a.order().cmp(&b.order()));
        derived.counts = Counts::default();
        for view in &derived.lanes {
            derived.counts.errors += view.counts.errors;
            derived.counts.warnings += view.counts.warnings;
            derived.counts.hints += view.counts.hints;
            derived.counts.accepted += view.counts.accepted;
        }
    }
}

/// Everything beside the lanes that findings and curves depend on.
fn same_surroundings(a: &Campaign, b: &Campaign) -> bool {
    fn same<T>(a: &[Arc<T>], b: &[Arc<T>]) -> bool {
        a.len() == b.len() && a.iter().zip(b).all(|(a, b)| Arc::ptr_eq(a, b))
    }
    same(&a.brands, &b.brands)
        && same(&a.products, &b.products)
        && same(&a.creators, &b.creators)
        && same(&a.acceptances, &b.acceptances)
        && (a.start, a.end, a.continues) == (b.start, b.end, b.continues)
        && a.anchor == b.anchor
        && a.markets == b.markets
        && a.phases == b.phases
        && a.blackouts == b.blackouts
        && a.settings == b.settings
        && a.rules_off == b.rules_off
}

fn lane_view(campaign: &Campaign, cross: &Cross, lane: &Arc<Lane>, options: &Options) -> LaneView {
    let report = check_lane(campaign, cross, lane, options);
    let mut view = LaneView {
        lane: Arc::clone(lane),
        findings: report.findings.into_iter().map(Arc::new).collect(),
        not_checked: report.not_checked,
        curve: curve(campaign, lane),
        marks: HashMap::new(),
        counts: Counts::default(),
    };
    for finding in &view.findings {
        let mark = match finding.state {
            State::Accepted(_) => {
                view.counts.accepted += 1;
                Mark::Accepted
            }
            State::Open | State::Stale(..) => {
                use crate::check::Severity;
                match finding.severity {
                    Severity::Error => view.counts.errors += 1,
                    Severity::Warning => view.counts.warnings += 1,
                    Severity::Hint => view.counts.hints += 1,
                }
                Mark::Open(finding.severity)
            }
        };
        // A finding marks the moment it is about; the others it names are only context.
        if let Some(&subject) = finding.moments.first() {
            let worst = view.marks.entry(subject).or_insert(mark);
            *worst = (*worst).min(mark);
        }
    }
    view
}
