//! Looks for plans in a folder.

use std::fs::{self, File};
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use super::format;
use super::fs::{FsError, FsErrorKind};
use crate::words::files as say;

/// How much of a file is read to see whether it is a plan.
const HEAD: u64 = 4096;

/// All plans in a folder and the folders in it, sorted by path: files that end in `.moments`, and files that end in
/// `.ron` and begin as a plan does. Links to folders are not followed, hidden folders not entered.
///
/// # Errors
/// When it is not a folder, a folder cannot be read, or there is no plan in it.
pub fn find_plans(folder: &Path) -> Result<Vec<PathBuf>, FsError> {
    let found = fs::metadata(folder).map_err(|cause| match cause.kind() {
        ErrorKind::NotFound => FsError::new(FsErrorKind::NotFound, say::disk_no_folder()),
        _ => cause.into(),
    })?;
    if !found.is_dir() {
        return Err(FsError::new(FsErrorKind::NotFound, say::disk_not_a_folder()));
    }
    let mut plans = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(inner) = waiting.pop() {
        let entries = fs::read_dir(&inner).map_err(|cause| {
            let error = FsError::from(cause);
            // The caller names the folder that was given; one inside it has to be named here.
            let message = if inner == folder { error.message } else { say::in_file(inner.display(), &error.message) };
            FsError { message, ..error }
        })?;
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
    if plans.is_empty() {
        return Err(FsError::new(FsErrorKind::NoPlans, say::no_plans()));
    }
    plans.sort();
    Ok(plans)
}

fn is_plan(path: &Path) -> bool {
    let ends = |wanted: &str| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(wanted));
    // What a link leads to counts: a link to a folder is not followed, and a pipe is never opened.
    if !fs::metadata(path).is_ok_and(|found| found.is_file()) {
        return ends("moments") && fs::symlink_metadata(path).is_ok() && fs::metadata(path).is_ok_and(|found| !found.is_dir());
    }
    ends("moments") || (ends("ron") && begins_like_a_plan(path))
}

fn begins_like_a_plan(path: &Path) -> bool {
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head));
    read.is_ok() && format::begins_like_a_plan(&head)
}
