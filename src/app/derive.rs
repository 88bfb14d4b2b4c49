//! Findings, curves and counts, worked out again only where something changed.

use std::collections::HashMap;
use std::sync::Arc;

use crate::analysis::curve::curve;
use crate::check::{Cross, Finding, Options, State, check_lane, cross, same_ground};
use crate::model::{Campaign, Lane, LaneId};
use crate::ui::view::{Counts, Derived, LaneView, Mark};

/// Keeps [`Derived`] in step with the document.
#[derive(Clone, Debug, Default)]
pub struct Deriver {
    revision: Option<u64>,
    campaign: Option<Arc<Campaign>>,
    cross: Option<Cross>,
    /// How it was worked out.
    pub options: Options,
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
            // The curve of a lane begins with the campaign, the rest is the checker's to say.
            && self.campaign.as_ref().is_some_and(|old| same_ground(old, campaign) && old.start == campaign.start);
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
            changed |= same_place.is_none();
            if let Some(view) = view.filter(|view| keep && Arc::ptr_eq(&view.lane, lane)) {
                lanes.push(Arc::clone(view));
            } else {
                let now = Arc::new(lane_view(campaign, &new_cross, lane, options));
                // Most edits change no finding; then the list of all of them, and its order, can stay.
                changed |= view.is_none_or(|before| before.findings != now.findings);
                lanes.push(now);
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
        derived.counts = Counts::of(derived.findings.iter().map(|finding| &**finding));
    }
}

fn lane_view(campaign: &Campaign, cross: &Cross, lane: &Arc<Lane>, options: &Options) -> LaneView {
    let report = check_lane(campaign, cross, lane, options);
    let counts = Counts::of(&report.findings);
    let findings: Vec<Arc<Finding>> = report.findings.into_iter().map(Arc::new).collect();
    let mut marks = HashMap::new();
    for finding in &findings {
        let mark = if matches!(finding.state, State::Accepted(_)) { Mark::Accepted } else { Mark::Open(finding.severity) };
        // A finding marks the moment it is about; the others it names are only context.
        if let Some(subject) = finding.subject() {
            let worst = marks.entry(subject).or_insert(mark);
            *worst = mark.min(*worst);
        }
    }
    LaneView { lane: Arc::clone(lane), findings, not_checked: report.not_checked, curve: curve(campaign, lane), marks, counts }
}
