//! What was discarded: it stays for 30 days, and comes back from there.

use std::path::Path;

use super::super::fs::{self, FsError};
use super::super::home::Home;
use super::Found;
use super::found::{self, TRASH};
use super::write::ENDING;

/// A draft in the trash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trashed {
    /// The draft.
    pub found: Found,
    /// Until when it stays, in seconds since 1970.
    pub until: i64,
}

/// What lies in the trash and can be read, the one that was put there last first. What a plan's file holds by now is not among
/// it. Reads all of it and the files that it belongs to, so that it is work for a thread of its own.
#[must_use]
pub fn trashed(home: &Home) -> Vec<Trashed> {
    let files = fs::files_in(&home.trash(), ENDING).unwrap_or_default();
    let mut all: Vec<Trashed> = files
        .into_iter()
        .filter_map(|path| {
            let until = since(&path)?.saturating_add(TRASH);
            Some(Trashed { found: found::look(home, path)?, until })
        })
        .collect();
    all.sort_by(|a, b| b.until.cmp(&a.until).then_with(|| a.found.path.cmp(&b.found.path)));
    all
}

/// Puts a draft back to where it is offered from.
///
/// # Errors
/// When it is not there any more, or the disk refuses.
pub fn put_back(home: &Home, trashed: &Trashed) -> Result<(), FsError> {
    let path = &trashed.found.path;
    let folder = home.journals().join(trashed.found.head.plan.to_string());
    fs::ensure_private_folder(&folder)?;
    let key = found::key_of(path);
    let session = key.rsplit_once('-').map_or(key.as_str(), |(_, session)| session);
    let back = folder.join(format!("{session}.{ENDING}"));
    // A journal of that name is another session's: this one gets a name of its own.
    let taken = fs::glance(&back).is_ok();
    let back = if taken { folder.join(format!("{}.{ENDING}", uuid::Uuid::new_v4().simple())) } else { back };
    fs::move_to(path, &back)
}

/// When something was put into the trash: its name begins with that.
pub(super) fn since(path: &Path) -> Option<i64> {
    path.file_name().and_then(|name| name.to_str()?.split_once('-')?.0.parse().ok())
}
