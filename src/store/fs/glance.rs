//! What can be seen of a file without reading it: enough to tell that somebody may have written it.

use std::fs::Metadata;
use std::path::Path;
use std::time::SystemTime;

use super::FsError;
use super::disk::disk;

/// Size, time and number of what is there. Where they are the same, the content is taken to be the same; where they moved,
/// only the content tells: clocks lie, and sync clients set times as they like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glance {
    bytes: u64,
    modified: Option<SystemTime>,
    node: u64,
}

impl Glance {
    /// When it was written last, in seconds since 1970, where the disk tells.
    pub(in crate::store) fn seconds(self) -> Option<i64> {
        let since = self.modified?.duration_since(SystemTime::UNIX_EPOCH).ok()?;
        i64::try_from(since.as_secs()).ok()
    }
}

/// Looks at a file or folder from outside; links are followed.
///
/// # Errors
/// When there is nothing of that name, or the disk refuses.
pub fn glance(path: &Path) -> Result<Glance, FsError> {
    let found = disk().metadata(path)?;
    Ok(Glance { bytes: found.len(), modified: found.modified().ok(), node: node(&found) })
}

#[cfg(unix)]
fn node(found: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(found)
}

/// Elsewhere size and time have to do.
#[cfg(not(unix))]
const fn node(_: &Metadata) -> u64 {
    0
}
