//! One plan with everything that is said about it, and the fingerprints by which findings are known again.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::baseline::Baseline;
use super::select::Selection;
use crate::check::{self, Counts, Finding, Fix, Fixer, Lapse, NotChecked, Off, Options, Report, Rule, Severity};
use crate::model::{Acceptance, AcceptanceId, Campaign, IdSource, LaneId, MomentId, Profile};

/// What holds for every plan of one run.
pub(super) struct Terms<'a> {
    /// How to check.
    pub(super) options: Options,
    /// The least severe findings that are shown.
    pub(super) level: Severity,
    /// Rules that weigh more, or nothing.
    pub(super) selection: Selection,
    /// Findings that are known already.
    pub(super) baseline: Option<&'a Baseline>,
    /// Whether a baseline is written.
    pub(super) writes: bool,
}

/// A finding with all that is printed of it.
pub(super) struct Shown {
    /// The finding, as it weighs in this run.
    pub(super) finding: Finding,
    /// What can be done; nothing for an accepted one.
    pub(super) fixes: Vec<Fix>,
    /// By what it is known again.
    pub(super) fingerprint: String,
}

/// A plan that was checked.
pub(super) struct Seen {
    /// Its path.
    pub(super) path: PathBuf,
    /// Its path, as it is printed.
    pub(super) file: String,
    /// By what the plan is known again.
    pub(super) key: String,
    /// The plan.
    pub(super) campaign: Campaign,
    /// The findings that are shown, in their order.
    pub(super) shown: Vec<Shown>,
    /// How many findings are less severe than what is shown.
    pub(super) hidden: usize,
    /// How many findings of each rule were left out by `--allow`.
    pub(super) left_out: BTreeMap<&'static str, usize>,
    /// How many open findings the baseline knows.
    pub(super) known: usize,
    /// The fingerprints of all findings there are, shown or not.
    pub(super) all: Vec<String>,
    /// Open findings that a baseline holds: those that are shown or only too light for that, and those that one knew.
    pub(super) open: Vec<Shown>,
    /// What rules could not look at.
    pub(super) not_checked: Vec<NotChecked>,
    /// Rules of `--deny` that do not run in this plan.
    pub(super) idle: Vec<&'static Rule>,
    /// What the checker said beside the findings.
    report: Report,
    /// Acceptances that hold no longer, or cover nothing any more, and why.
    lapsed: Vec<(AcceptanceId, Lapse)>,
}

impl Seen {
    /// Checks a plan.
    pub(super) fn of(path: &Path, campaign: Campaign, terms: &Terms<'_>, ids: &mut IdSource) -> Self {
        let mut report = check::check(&campaign, &terms.options);
        let findings = std::mem::take(&mut report.findings);
        let file = path.display().to_string();
        let key = plan_key(&campaign, path);
        let covered = check::acceptances(&campaign, &findings, &terms.options);
        let lapsed = covered.iter().filter_map(|it| Some((it.acceptance.id, it.lapse?))).collect();
        let runs = check::profile(&campaign, &terms.options);
        let idle = |rule: &&Rule| rule.profile == Profile::Strict && runs == Profile::Standard;
        let denied = terms.selection.deny.iter().filter_map(|code| check::rule(code));
        let mut seen = Self {
            path: path.to_owned(),
            file,
            key,
            shown: Vec::new(),
            hidden: 0,
            left_out: BTreeMap::new(),
            known: 0,
            all: Vec::new(),
            open: Vec::new(),
            not_checked: std::mem::take(&mut report.not_checked),
            idle: denied.filter(idle).collect(),
            report,
            lapsed,
            campaign,
        };
        // Cheap: a campaign shares its lanes and everything else that is large. Where nothing is found, nothing is begun.
        let plan = Arc::new(seen.campaign.clone());
        let mut fixer = None;
        let mut mend = |finding: &Finding| {
            let fixer = fixer.get_or_insert_with(|| Fixer::of(Arc::clone(&plan), &terms.options));
            fixer.fixes(finding, ids)
        };
        for finding in findings {
            seen.sort_in(finding, terms, &mut mend);
        }
        // A rule that weighs more comes further up.
        seen.shown.sort_by(|a, b| a.finding.order().cmp(&b.finding.order()));
        seen.not_checked.retain(|not| !terms.selection.allow.contains(not.code));
        seen
    }

    /// Puts a finding where it belongs.
    fn sort_in(&mut self, mut finding: Finding, terms: &Terms<'_>, fixes: &mut dyn FnMut(&Finding) -> Vec<Fix>) {
        let fingerprint = fingerprint(&self.key, &finding);
        self.all.push(fingerprint.clone());
        if terms.selection.allow.contains(finding.code()) {
            *self.left_out.entry(finding.code()).or_default() += 1;
            return;
        }
        if terms.selection.deny.contains(finding.code()) {
            finding.severity = Severity::Error;
        }
        let is_open = finding.state.is_open();
        let known = is_open && terms.baseline.is_some_and(|baseline| baseline.knows(&fingerprint));
        let light = finding.severity > terms.level;
        let kept = Shown { finding, fixes: Vec::new(), fingerprint };
        if known {
            self.known += 1;
            self.open.push(kept);
        } else if light {
            self.hidden += 1;
            self.open.extend(is_open.then_some(kept));
        } else {
            let fixes = if is_open { fixes(&kept.finding) } else { Vec::new() };
            self.shown.push(Shown { fixes, ..kept });
        }
    }

    /// The findings that are open and could stand in a baseline.
    pub(super) fn all_open(&self) -> impl Iterator<Item = &Shown> {
        self.shown.iter().filter(|shown| shown.finding.state.is_open()).chain(&self.open)
    }

    /// How many of the shown findings are open.
    pub(super) fn counts(&self) -> Counts {
        Counts::open(self.shown.iter().map(|shown| &shown.finding))
    }

    /// How many of them are accepted.
    pub(super) fn accepted(&self) -> usize {
        self.shown.iter().filter(|shown| !shown.finding.state.is_open()).count()
    }

    /// What a lane is called.
    pub(super) fn lane_name(&self, id: LaneId) -> &str {
        self.campaign.lane(id).map_or("", |lane| self.campaign.lane_name(lane))
    }

    /// What a moment is called. Most stand in the lane that is spoken of, so that few plans are looked through.
    pub(super) fn title(&self, lane: Option<LaneId>, id: MomentId) -> &str {
        let here = lane.and_then(|lane| self.campaign.lane(lane));
        let near = here.and_then(|lane| lane.moments.iter().find(|moment| moment.id == id));
        near.or_else(|| self.campaign.moment(id).map(|(_, moment)| moment)).map_or("", |moment| &moment.title)
    }

    /// Rules that are turned off, for this plan or by an agency, with who did and why.
    pub(super) fn off(&self) -> Vec<Off<'_>> {
        self.report.rules_off(&self.campaign)
    }

    /// Rules that the plan's own settings turn off or weigh, and that this program does not know: a newer one may.
    pub(super) fn unknown_rules(&self) -> BTreeSet<&str> {
        let off = self.campaign.rules_off.iter().map(|off| off.rule.as_str());
        let graded = self.campaign.settings.severities.iter().map(|grade| grade.rule.as_str());
        off.chain(graded).filter(|code| check::rule(code).is_none()).collect()
    }

    /// The acceptance with that id.
    pub(super) fn acceptance(&self, id: AcceptanceId) -> Option<&Acceptance> {
        self.campaign.acceptances.iter().find(|acceptance| acceptance.id == id).map(AsRef::as_ref)
    }

    /// Acceptances that hold no longer, or cover nothing any more, and why.
    pub(super) fn lapsed(&self) -> impl Iterator<Item = (&Acceptance, Lapse)> {
        self.lapsed.iter().filter_map(|(id, lapse)| Some((self.acceptance(*id)?, *lapse)))
    }
}

/// By what a plan is known again: its own id, which stays when it is moved or renamed; its path where it has none.
fn plan_key(campaign: &Campaign, path: &Path) -> String {
    if campaign.id == crate::model::PlanId::default() { super::uri::of(path) } else { campaign.id.to_string() }
}

/// By what a finding is known again in a later run: its rule, plan, lane, moments and the facts it rests on, no names and no
/// words. It is another finding once one of the facts changes, as it is for somebody who accepted it.
fn fingerprint(plan: &str, finding: &Finding) -> String {
    let mut hash = Sha256::new();
    let mut part = |text: &str| {
        // The length keeps two parts from passing for two others.
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text);
    };
    part(finding.code());
    part(plan);
    part(&finding.lane.map(|lane| lane.to_string()).unwrap_or_default());
    for moment in &finding.moments {
        part(&moment.to_string());
    }
    for fact in &finding.facts {
        part(fact);
    }
    hash.finalize().iter().take(16).fold(String::with_capacity(32), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
