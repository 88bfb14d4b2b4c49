//! `momentboard check`.

use std::path::{Path, PathBuf};

use super::args::{CheckArgs, Format};
use super::{FINDINGS, FINE, Session, UNUSABLE, json, report};
use crate::check::{self, Finding, Fix, Options, Report, Severity};
use crate::model::Campaign;
use crate::store::find_plans;
use crate::words::files;

/// A plan that was checked.
pub(super) struct Checked {
    /// Its path, as it is printed.
    pub(super) file: String,
    /// The plan.
    pub(super) campaign: Campaign,
    /// Everything that was found.
    pub(super) report: Report,
    /// The least severe findings that are shown.
    pub(super) level: Severity,
    /// The fixes of each finding of the report; none for those that are not shown or are accepted.
    fixes: Vec<Vec<Fix>>,
}

impl Checked {
    /// The findings that are shown, with their fixes.
    pub(super) fn shown(&self) -> impl Iterator<Item = (&Finding, &[Fix])> {
        let level = self.level;
        let all = self.report.findings.iter().zip(&self.fixes);
        all.filter(move |(finding, _)| finding.severity <= level).map(|(finding, fixes)| (finding, fixes.as_slice()))
    }

    fn has_open(&self) -> bool {
        self.shown().any(|(finding, _)| finding.state.is_open())
    }
}

impl Session<'_> {
    pub(super) fn check(&mut self, args: &CheckArgs) -> u8 {
        let house = match self.house(args.rules.as_deref()) {
            Ok(house) => house,
            Err(unusable) => return unusable,
        };
        let profile = args.profile.map(Into::into);
        let options = Options { profile, house, today: Some(args.today.unwrap_or(self.today)) };
        let level = args.min_level.into();
        let mut unusable = false;
        let mut plans = Vec::new();
        for path in self.all_plans(&args.paths, &mut unusable) {
            match self.open(&path) {
                Ok(opened) => {
                    unusable |= opened.notices.iter().any(|notice| notice.unreadable);
                    plans.push(self.checked(&path, opened.campaign, &options, level));
                }
                Err(_) => unusable = true,
            }
        }
        match args.format {
            Format::Json => self.out.raw(&json::json(&plans)),
            Format::Text => report::print(&mut self.out, &plans),
        }
        if unusable {
            UNUSABLE
        } else if plans.iter().any(Checked::has_open) {
            FINDINGS
        } else {
            FINE
        }
    }

    /// The plans that are meant: each path is one, or a folder with some.
    fn all_plans(&mut self, paths: &[PathBuf], unusable: &mut bool) -> Vec<PathBuf> {
        let mut all = Vec::new();
        for path in paths {
            if !path.is_dir() {
                all.push(path.clone());
                continue;
            }
            match find_plans(path) {
                Ok(found) => all.extend(found),
                Err(cause) => {
                    self.unusable(&files::in_file(path.display(), &cause), &cause.hint);
                    *unusable = true;
                }
            }
        }
        all
    }

    fn checked(&mut self, path: &Path, campaign: Campaign, options: &Options, level: Severity) -> Checked {
        let report = check::check(&campaign, options);
        let wanted = |finding: &Finding| finding.severity <= level && finding.state.is_open();
        let fixes = report
            .findings
            .iter()
            .map(|finding| if wanted(finding) { check::fixes(&campaign, finding, options, &mut self.ids) } else { Vec::new() });
        let fixes = fixes.collect();
        Checked { file: path.display().to_string(), campaign, report, level, fixes }
    }
}
