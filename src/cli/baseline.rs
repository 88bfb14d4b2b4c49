//! A baseline: findings that a team knows and lives with, so that only new ones are reported.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::error::Category;

use super::Session;
use super::seen::Seen;
use crate::store::{Base, FsErrorKind, fs};
use crate::words::{files, terminal as say};

/// What a baseline says it is.
const FORMAT: &str = "momentboard baseline";
/// The version of this shape.
const VERSION: u32 = 1;

/// A file of known findings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct File {
    format: String,
    version: u32,
    findings: Vec<Known>,
}

/// A finding that is known. Only the fingerprint and the plan count; the rest is for people who read the file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Known {
    pub(super) file: String,
    pub(super) code: String,
    #[serde(default)]
    pub(super) lane: Option<String>,
    #[serde(default)]
    pub(super) message: String,
    pub(super) plan: String,
    pub(super) fingerprint: String,
}

impl Known {
    /// The findings of a plan as a baseline writes them down.
    pub(super) fn all(seen: &Seen) -> Vec<Self> {
        let known = seen.all_open().map(|shown| Self {
            file: seen.file.replace(std::path::MAIN_SEPARATOR, "/"),
            code: shown.finding.code().to_owned(),
            lane: shown.finding.lane.map(|id| seen.lane_name(id).to_owned()),
            message: shown.finding.message.to_string(),
            plan: seen.key.clone(),
            fingerprint: shown.fingerprint.clone(),
        });
        known.collect()
    }
}

/// Line and column, where there are some, and what is wrong.
type Wrong = (Option<(usize, usize)>, &'static str);

/// Known findings, by fingerprint.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Baseline(BTreeMap<String, Known>);

impl Baseline {
    /// Whether a finding is known.
    pub(super) fn knows(&self, fingerprint: &str) -> bool {
        self.0.contains_key(fingerprint)
    }

    /// Known findings of these plans that are not among all there are now.
    pub(super) fn gone(&self, plans: &BTreeSet<String>, all: &BTreeSet<String>) -> Vec<&Known> {
        let mut gone: Vec<&Known> =
            self.0.values().filter(|known| plans.contains(&known.plan) && !all.contains(&known.fingerprint)).collect();
        gone.sort();
        gone
    }

    /// Known findings of other plans than these.
    pub(super) fn others(&self, plans: &BTreeSet<String>) -> impl Iterator<Item = &Known> {
        self.0.values().filter(|known| !plans.contains(&known.plan))
    }

    /// Whether it holds findings, and none of them is of these plans.
    pub(super) fn is_of_others(&self, plans: &BTreeSet<String>) -> bool {
        !self.0.is_empty() && self.others(plans).count() == self.0.len()
    }

    fn parse(text: &str) -> Result<Self, Wrong> {
        let file: File = serde_json::from_str(text).map_err(|cause| {
            let what = match cause.classify() {
                Category::Eof => say::baseline_cut(),
                Category::Syntax => say::baseline_no_json(),
                Category::Data | Category::Io => say::baseline_shape(),
            };
            // An end of the file is counted as column 0 of the line behind it.
            (Some((cause.line(), cause.column().max(1))), what)
        })?;
        if file.format != FORMAT {
            return Err((None, say::baseline_shape()));
        }
        if file.version > VERSION {
            return Err((None, say::baseline_newer()));
        }
        Ok(Self(file.findings.into_iter().map(|known| (known.fingerprint.clone(), known)).collect()))
    }
}

impl Session<'_> {
    /// Reads a baseline.
    pub(super) fn baseline(&mut self, path: &Path) -> Result<Baseline, u8> {
        let (bytes, _) =
            fs::load(path).map_err(|cause| self.unusable(&files::in_file(path.display(), &cause), say::baseline_hint()))?;
        // What is not UTF-8 is not JSON either; the replacement keeps the lines.
        Baseline::parse(&String::from_utf8_lossy(&bytes)).map_err(|(place, what)| {
            let message = match place {
                Some((line, column)) => files::in_file_at(path.display(), line, column, what),
                None => files::in_file(path.display(), what),
            };
            self.unusable(&message, say::baseline_hint())
        })
    }

    /// Writes a baseline. It replaces a baseline, but nothing else: a slip of the keyboard does not cost anybody a plan.
    pub(super) fn write_baseline(&mut self, path: &Path, mut findings: Vec<Known>) -> Result<(), u8> {
        let old = match fs::load(path) {
            Ok((bytes, stamp)) => {
                if Baseline::parse(&String::from_utf8_lossy(&bytes)).is_err() {
                    let message = files::in_file(path.display(), say::baseline_other());
                    return Err(self.unusable(&message, say::baseline_other_hint()));
                }
                Base::Loaded(stamp)
            }
            // A folder that is missing and everything else that is wrong is said by the save.
            Err(cause) if cause.kind == FsErrorKind::NotFound => Base::New,
            Err(cause) if cause.kind == FsErrorKind::NotAFile => {
                return Err(self.unusable(&files::in_file(path.display(), &cause), say::baseline_other_hint()));
            }
            Err(cause) => return Err(self.unusable(&files::in_file(path.display(), &cause), &cause.hint)),
        };
        findings.sort();
        findings.dedup_by(|a, b| a.fingerprint == b.fingerprint);
        let file = File { format: FORMAT.to_owned(), version: VERSION, findings };
        // Plain data with text keys: there is nothing in it that has no JSON form.
        let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
        text.push('\n');
        match fs::save(path, text.as_bytes(), old) {
            Ok(_) => Ok(()),
            Err(cause) => Err(self.unusable(&files::in_file(path.display(), &cause), &cause.hint)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let sound = r#"{"format": "momentboard baseline", "version": 1, "findings": [
            {"file": "a", "code": "PBR-01", "plan": "p", "fingerprint": "f"}]}"#;
        assert!(Baseline::parse(sound).unwrap().knows("f"));
        let wrong = |text: &str| Baseline::parse(text).unwrap_err();
        assert_eq!(wrong("").1, say::baseline_cut());
        assert_eq!(wrong("{\n  nonsense").0, Some((2, 3)));
        assert_eq!(wrong("{\n  nonsense").1, say::baseline_no_json());
        assert_eq!(wrong("[]").1, say::baseline_shape());
        assert_eq!(wrong(&sound.replace("\"fingerprint\"", "\"print\"")), (Some((2, 70)), say::baseline_shape()));
        assert_eq!(wrong(&sound.replace("momentboard baseline", "else")), (None, say::baseline_shape()));
        assert_eq!(wrong(&sound.replace("\"version\": 1", "\"version\": 2")), (None, say::baseline_newer()));
    }
}
