//! Which plans are meant, and reading one of them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::Session;
use crate::model::Campaign;
use crate::store::fs::FsError;
use crate::store::{OpenError, Opened, find_plans, open_plan};
use crate::words::{files, terminal as say};

/// Most fields that are named.
const MOST_NAMED: usize = 8;

/// Something to say about a file on standard error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Complaint {
    /// What is wrong, with the file and the place.
    pub(super) message: String,
    /// What to do about it; may be empty.
    pub(super) hint: String,
    /// The line, where there is one.
    pub(super) line: Option<usize>,
    /// Whether the file, or a part of it, cannot be used; else it is worth knowing, no more.
    pub(super) unusable: bool,
}

/// Opens a plan; what is worth saying about its file goes to `complaints`.
pub(super) fn read(path: &Path, complaints: &mut Vec<Complaint>) -> Option<Opened> {
    if is_stdin(path) {
        complaints.push(Complaint {
            message: say::no_stdin().to_owned(),
            hint: say::no_stdin_hint().to_owned(),
            line: None,
            unusable: true,
        });
        return None;
    }
    match open_plan(path) {
        // What a newer program meant cannot be judged here, however much of it can be read.
        Ok(Opened { look_only: Some(why), .. }) => {
            let message = files::in_file(path.display(), why);
            complaints.push(Complaint { message, hint: files::hint_newer().to_owned(), line: None, unusable: true });
            None
        }
        Ok(opened) => {
            complaints.extend(opened.notices.iter().map(|notice| Complaint {
                message: files::in_file(path.display(), &notice.message),
                hint: String::new(),
                line: None,
                unusable: notice.unreadable,
            }));
            let unknown = not_understood(&opened.campaign).into_iter();
            complaints.extend(unknown.map(|name| Complaint {
                message: files::in_file(path.display(), say::not_understood(name)),
                hint: String::new(),
                line: None,
                unusable: false,
            }));
            Some(opened)
        }
        Err(error) => {
            let (line, moment) = match &error {
                OpenError::Content { cause, .. } => (cause.line, cause.moment.as_ref()),
                OpenError::Disk { .. } => (None, None),
            };
            let hint = moment.map_or_else(|| error.hint().to_owned(), |title| say::in_moment(title, error.hint()));
            complaints.push(Complaint { message: error.to_string(), hint, line, unusable: true });
            None
        }
    }
}

/// The fields of a plan that this version does not know and keeps as they are, most often because they are misspelt. A file of a
/// later version has them by right.
fn not_understood(campaign: &Campaign) -> Vec<&'static str> {
    if campaign.beside.get("version").is_some() {
        return Vec::new();
    }
    let fields = campaign.beside.iter().chain(campaign.unknown.iter()).map(|(name, _)| name);
    fields.filter(|name| *name != "min_reader").take(MOST_NAMED).collect()
}

/// Whether a path is what other programs call standard input. A file of that name is `./-`.
fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

impl Session<'_> {
    /// The plans that are meant: each path is one, or a folder with some. A plan that is meant twice comes once, where it
    /// came first.
    /// Folders that could not be looked into come with what is wrong, which is said here.
    pub(super) fn all_plans(&mut self, paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<(PathBuf, Complaint)>) {
        let mut all = Vec::new();
        let mut lost: Vec<(PathBuf, Complaint)> = Vec::new();
        let complaint = |folder: &Path, cause: &FsError| Complaint {
            message: files::in_file(folder.display(), cause),
            hint: cause.hint.clone(),
            line: None,
            unusable: true,
        };
        for path in paths {
            if is_stdin(path) || !path.is_dir() {
                all.push(path.clone());
                continue;
            }
            match find_plans(path) {
                Ok(found) => {
                    all.extend(found.plans);
                    lost.extend(found.closed.iter().map(|(folder, cause)| (folder.clone(), complaint(folder, cause))));
                }
                Err(cause) => lost.push((path.clone(), complaint(path, &cause))),
            }
        }
        for (_, complaint) in &lost {
            self.unusable(&complaint.message, &complaint.hint);
        }
        // The same file under two names, by a link or by “..”, is one plan.
        let mut seen = BTreeSet::new();
        all.retain(|path| seen.insert(fs::canonicalize(path).unwrap_or_else(|_| path.clone())));
        (all, lost)
    }
}
