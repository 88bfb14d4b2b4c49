//! The fixes of findings, worked out when somebody looks at them and kept until the campaign changes.

use std::collections::HashMap;

use crate::check::{self, Applicability, Finding, Fix, Options};
use crate::model::IdSource;
use crate::ui::held::Held;
use crate::ui::inspector;
use crate::ui::view::{Action, Actions, Cx, FindingKey, Selection};
use crate::words::{self, window as say};

/// Fixes by finding.
#[derive(Debug, Default)]
pub struct FixCache {
    held: Held,
    generation: u64,
    fixes: HashMap<FindingKey, Entry>,
}

#[derive(Debug)]
struct Entry {
    generation: u64,
    fixes: Vec<Fix>,
}

impl FixCache {
    /// The fixes of a finding, the primary one first. Worked out now unless they were for this campaign.
    pub fn of(&mut self, cx: &Cx<'_>, finding: &Finding) -> &[Fix] {
        self.follow(cx);
        let generation = self.generation;
        let entry =
            self.fixes.entry(FindingKey::of(finding)).or_insert_with(|| Entry { generation: u64::MAX, fixes: Vec::new() });
        if entry.generation != generation {
            *entry = Entry { generation, fixes: work_out(cx, finding) };
        }
        &entry.fixes
    }

    /// Whether the fixes of a finding are there for this campaign, without working anything out.
    pub fn is_ready(&mut self, cx: &Cx<'_>, finding: &Finding) -> bool {
        self.follow(cx);
        self.fixes.get(&FindingKey::of(finding)).is_some_and(|entry| entry.generation == self.generation)
    }

    /// The last fixes that were worked out, perhaps for an earlier campaign: to draw from, never to apply.
    #[must_use]
    pub fn last(&self, key: &FindingKey) -> Option<&[Fix]> {
        self.fixes.get(key).map(|entry| &entry.fixes[..])
    }

    fn follow(&mut self, cx: &Cx<'_>) {
        if self.held.follow(cx.campaign) {
            self.generation += 1;
            // What nobody looked at since the change before is not worth keeping.
            let last = self.generation;
            self.fixes.retain(|_, entry| entry.generation + 1 >= last);
        }
    }
}

/// What a press on a fix does: the change as one step, or for what only a person can fill in the way to the field.
pub fn apply(fix: &Fix, finding: &Finding, out: &mut Actions) {
    let Applicability::Jump(field) = fix.applicability else {
        out.push(Action::ApplyFix(fix.clone()));
        return;
    };
    let moments = if inspector::is_lane_field(field) { Vec::new() } else { finding.subject().into_iter().collect() };
    out.push(Action::Select(Selection { moments, lane: finding.lane, ..Selection::default() }));
    out.push(Action::FocusField(field));
}

/// What a fix does beyond its name: how many moments it touches, and what becomes of the findings of the lane.
#[must_use]
pub fn note(fix: &Fix) -> String {
    if let Applicability::Jump(_) = fix.applicability {
        return say::fix_jumps().to_owned();
    }
    let touched = fix.reveal.len();
    let total = |counts: check::Counts| counts.errors + counts.warnings + counts.hints;
    let (before, after) = (total(fix.counts.0), total(fix.counts.1));
    say::fix_note(words::count(i64::try_from(touched).unwrap_or(i64::MAX), "moment", "moments"), before, after)
}

fn work_out(cx: &Cx<'_>, finding: &Finding) -> Vec<Fix> {
    let options = Options { profile: None, today: Some(cx.today) };
    check::fixes(cx.campaign, finding, &options, &mut ids(cx, finding))
}

/// Ids for cards that a fix adds: the same for the same plan and finding, and new to the plan.
fn ids(cx: &Cx<'_>, finding: &Finding) -> IdSource {
    /// More cards than any fix adds.
    const ENOUGH: usize = 16;
    let name = format!("{}/{:?}/{:?}", finding.code(), finding.lane, finding.subject());
    // FNV-1a: short, and unlike the standard hasher promised never to change.
    let mut seed =
        name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    loop {
        let mut probe = IdSource::seeded(seed);
        if (0..ENOUGH).all(|_| cx.index.place(probe.moment()).is_none()) {
            return IdSource::seeded(seed);
        }
        seed = seed.wrapping_add(1);
    }
}
