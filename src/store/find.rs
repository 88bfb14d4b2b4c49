//! Looks for plans in a folder.

use std::fs::{self, File};
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use super::format;
use super::fs::{FsError, FsErrorKind};
use crate::words::files as say;

/// How much of a file is read to see whether it is a plan.
const HEAD: u64 = 4096;

/// What was found in a folder.
#[derive(Debug)]
pub struct Found {
    /// The plans, sorted by path.
    pub plans: Vec<PathBuf>,
    /// Folders inside it that could not be looked into, and why.
    pub closed: Vec<(PathBuf, FsError)>,
}

/// All plans in a folder and the folders in it: files that end in `.moments`, and files that end in `.ron` and begin as a
/// plan does. A link that leads nowhere counts by its name, so that a plan that is gone is noticed. Links to folders are not
/// followed, hidden folders not entered.
///
/// # Errors
/// When it is not a folder, cannot be read, or there is nothing in it that may be a plan.
pub fn find_plans(folder: &Path) -> Result<Found, FsError> {
    let found = fs::metadata(folder).map_err(|cause| match cause.kind() {
        ErrorKind::NotFound => FsError::new(FsErrorKind::NotFound, say::disk_no_folder()),
        _ => cause.into(),
    })?;
    if !found.is_dir() {
        return Err(FsError::new(FsErrorKind::NotFound, say::disk_not_a_folder()));
    }
    let mut plans = Vec::new();
    let mut closed = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(inner) = waiting.pop() {
        let entries = match fs::read_dir(&inner) {
            Ok(entries) => entries,
            Err(cause) if inner == folder => return Err(cause.into()),
            // The others are looked at all the same.
            Err(cause) => {
                closed.push((inner, cause.into()));
                continue;
            }
        };
        for entry in entries {
            let entry = entry?;
            let path = entry.path();
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            if entry.file_type()?.is_dir() {
                if !hidden {
                    waiting.push(path);
                }
            } else if !hidden && is_plan(&path) {
                plans.push(path);
            }
        }
    }
    if plans.is_empty() && closed.is_empty() {
        return Err(FsError::new(FsErrorKind::NoPlans, say::no_plans()));
    }
    plans.sort();
    closed.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(Found { plans, closed })
}

fn is_plan(path: &Path) -> bool {
    let ends = |wanted: &str| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(wanted));
    // What a link leads to counts: a link to a folder is not followed, and a pipe is never opened.
    if !fs::metadata(path).is_ok_and(|found| found.is_file()) {
        return ends("moments") && fs::metadata(path).map_or(true, |found| !found.is_dir());
    }
    ends("moments") || (ends("ron") && begins_like_a_plan(path))
}

fn begins_like_a_plan(path: &Path) -> bool {
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head));
    read.is_ok() && format::begins_like_a_plan(&head)
}
