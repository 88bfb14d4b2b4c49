//! `momentboard fix`: the safe fixes, until none is left.

use std::sync::Arc;

use super::args::FixArgs;
use super::make::base;
use super::report::counted;
use super::{FINE, Session, UNUSABLE};
use crate::check::{self, Applicability, Counts, Finding, Fix, Fixer, Options, Rule};
use crate::edit::{EditError, apply_all};
use crate::model::{Campaign, IdSource, Index};
use crate::store::{Base, save_plan};
use crate::words::{picture as say_picture, terminal as say};

/// How often the whole plan is gone through. Every fix takes something off its lane's findings, so a lane comes to an
/// end by itself; lanes touch each other so little that two rounds are the rule, and this only stands against a circle.
const ROUNDS: usize = 16;

impl Session<'_> {
    pub(super) fn fix(&mut self, args: &FixArgs) -> u8 {
        let only = match args.code.as_deref().map(|code| self.rule(code)).transpose() {
            Ok(only) => only,
            Err(unusable) => return unusable,
        };
        let house = match self.house(args.rules.as_deref()) {
            Ok(house) => house,
            Err(unusable) => return unusable,
        };
        if let Some(Err(unusable)) = args.out.as_ref().map(|out| self.plan_target(out)) {
            return unusable;
        }
        let Ok(opened) = self.open(&args.file) else { return UNUSABLE };
        if opened.notices.iter().any(|notice| notice.unreadable) {
            // Writing it would make the damage lasting.
            return UNUSABLE;
        }
        if opened.from_document && args.out.is_none() && !args.dry_run {
            return self.unusable(&say_picture::needs_out(args.file.display()), say_picture::needs_out_hint());
        }
        let options = Options { house, today: Some(args.today.unwrap_or(self.today)), ..Options::default() };
        let file = args.file.display();
        let mut fixed = Arc::new(opened.campaign);
        let done = match all_safe(&mut fixed, only, &options, &mut self.ids) {
            Ok(done) => done,
            Err(EditError(cause)) => return self.unusable(&say::not_fixed(file, cause), ""),
        };
        let (target, base) = match &args.out {
            Some(out) => (out, base(args.force)),
            None => (&args.file, Base::Loaded(opened.stamp)),
        };
        if args.dry_run {
            for line in &done {
                self.out.text(line);
            }
            self.out.text(&match done.len() {
                0 => say::nothing_to_fix(file),
                n => say::would_fix(say::fixes(n), file),
            });
            let left = Counts::open(&check::check(&fixed, &options).findings);
            self.out.text(&say::would_leave(counted(left)));
            return FINE;
        }
        let wanted = !done.is_empty() || args.out.is_some();
        if let Some(Err(error)) = wanted.then(|| save_plan(target, &fixed, base)) {
            return self.not_saved(&error);
        }
        for line in &done {
            self.out.text(line);
        }
        self.out.text(&match (done.len(), &args.out) {
            (0, None) => say::nothing_to_fix(file),
            (0, Some(out)) => say::copied(file, out.display()),
            (n, _) => say::fixed(say::fixes(n), target.display()),
        });
        let left = Counts::open(&check::check(&fixed, &options).findings);
        self.out.text(&say::left(counted(left)));
        FINE
    }
}

/// Does every safe fix there is, and says which.
fn all_safe(
    campaign: &mut Arc<Campaign>,
    only: Option<&Rule>,
    options: &Options,
    ids: &mut IdSource,
) -> Result<Vec<String>, EditError> {
    let mut done = Vec::new();
    let mut fixer = Fixer::of(Arc::clone(campaign), options);
    for _ in 0..ROUNDS {
        let before = done.len();
        for at in 0..campaign.lanes.len() {
            while let Some((line, changed)) = one_safe(campaign, at, only, &mut fixer, ids)? {
                done.push(line);
                *campaign = Arc::new(changed);
                fixer.go_on(Arc::clone(campaign));
            }
        }
        if done.len() == before {
            break;
        }
    }
    Ok(done)
}

/// The first safe fix of a lane, done.
fn one_safe(
    campaign: &Campaign,
    at: usize,
    only: Option<&Rule>,
    fixer: &mut Fixer<'_>,
    ids: &mut IdSource,
) -> Result<Option<(String, Campaign)>, EditError> {
    let Some(lane) = campaign.lanes.get(at) else { return Ok(None) };
    let report = fixer.check(lane);
    let wanted = |finding: &&Finding| finding.state.is_open() && only.is_none_or(|rule| rule == finding.rule);
    for finding in report.findings.iter().filter(wanted) {
        let safe = |fix: &Fix| fix.applicability == Applicability::Safe;
        let Some(fix) = fixer.fixes(finding, ids).into_iter().find(safe) else { continue };
        // A fix may touch cards of other lanes, too, so where each card stands is looked up in the whole plan.
        if let Some(changed) = apply_all(campaign, &mut Index::of(campaign), &fix.edits)? {
            let did = say::did_fix(campaign.lane_name(lane), fix.title, finding.code());
            return Ok(Some((did, changed)));
        }
    }
    Ok(None)
}
