//! The file of the preferences: reading it, writing it, and what is done about one that is broken.
//!
//! ```text
//! preferences.ron            as they are
//! preferences.before.ron     as they were before the last change, sound when they were written
//! preferences.broken-1.ron   files that could not be read as preferences, the last few
//! ```

use std::path::{Path, PathBuf};

use super::{Prefs, text};
use crate::store::fs::{self, Base, FsError, FsErrorKind};
use crate::store::limits;

/// Most broken files that are kept.
pub const MOST_BROKEN: usize = 5;

/// What was found where preferences are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing: this is the first start of all.
    Nothing,
    /// Preferences.
    Prefs,
    /// Something that cannot be read as preferences.
    Broken {
        /// Whether the copy of the last sound ones is used in its place.
        restored: bool,
    },
    /// A file that the disk does not give, or one that is far too large. It may be sound, so it is left alone.
    Closed,
}

/// Reads preferences; the defaults where there are none or none that can be read.
#[must_use]
pub fn load(path: &Path) -> (Prefs, Found) {
    match look(path) {
        Look::Prefs(prefs, _) => (*prefs, Found::Prefs),
        Look::Nothing => (Prefs::default(), Found::Nothing),
        Look::Closed(_) => (Prefs::default(), Found::Closed),
        Look::Broken => match look(&copy_of(path)) {
            Look::Prefs(prefs, _) => (*prefs, Found::Broken { restored: true }),
            _ => (Prefs::default(), Found::Broken { restored: false }),
        },
    }
}

enum Look {
    Nothing,
    Prefs(Box<Prefs>, Vec<u8>),
    Broken,
    Closed(FsError),
}

fn look(path: &Path) -> Look {
    let bytes = match fs::load_at_most(path, limits::PREFS_BYTES) {
        Ok((bytes, _)) => bytes,
        Err(error) if error.kind == FsErrorKind::NotFound => return Look::Nothing,
        Err(error) => return Look::Closed(error),
    };
    match std::str::from_utf8(&bytes).ok().and_then(text::read) {
        Some(prefs) => Look::Prefs(Box::new(prefs), bytes),
        None => Look::Broken,
    }
}

/// Writes preferences whole, or leaves what was there.
///
/// # Errors
/// When the folder cannot be made or the disk refuses.
pub fn save(path: &Path, prefs: &Prefs) -> Result<(), FsError> {
    fs::ensure_folder_of(path)?;
    fs::save(path, text::write(prefs).as_bytes(), Base::Overwrite).map(|_| ())
}

/// Writes preferences where another window may have written since: `base` is what was there when they were last read or
/// written here. What stands there is kept: sound ones as the copy, broken ones aside under a number; returns where those are.
///
/// # Errors
/// When the disk refuses, or does not give the file that is there: then it is left alone.
pub fn keep(path: &Path, prefs: Prefs, base: &Prefs) -> Result<Option<PathBuf>, FsError> {
    let mut aside = None;
    let prefs = match look(path) {
        Look::Nothing => prefs,
        Look::Closed(error) => return Err(error),
        Look::Broken => {
            aside = Some(set_aside(path)?);
            prefs
        }
        Look::Prefs(theirs, bytes) => {
            let merged = prefs.merged(base, *theirs);
            if text::write(&merged).as_bytes() == bytes {
                return Ok(None);
            }
            // Without the copy nothing is lost but a way back.
            let _without = fs::save(&copy_of(path), &bytes, Base::Overwrite);
            merged
        }
    };
    save(path, &prefs)?;
    Ok(aside)
}

/// Where the copy of the last sound preferences is.
fn copy_of(path: &Path) -> PathBuf {
    path.with_extension("before.ron")
}

/// Moves a file that cannot be read as preferences out of the way, beside itself, so that nothing of it is lost when the
/// new ones are written, and says where it is. The oldest ones leave.
fn set_aside(path: &Path) -> Result<PathBuf, FsError> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let number = |file: &PathBuf| -> Option<u32> {
        file.file_stem()?.to_str()?.strip_prefix(&stem)?.strip_prefix(".broken-")?.parse().ok()
    };
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut broken: Vec<(u32, PathBuf)> =
        fs::files_in(folder, "ron")?.into_iter().filter_map(|file| Some((number(&file)?, file))).collect();
    broken.sort();
    let next = broken.last().map_or(1, |(last, _)| last.saturating_add(1));
    let aside = path.with_extension(format!("broken-{next}.ron"));
    fs::rename_over(path, &aside)?;
    let too_many = (broken.len() + 1).saturating_sub(MOST_BROKEN);
    for (_, file) in broken.iter().take(too_many) {
        // One that cannot be removed only takes room.
        if let Ok((_, stamp)) = fs::load_at_most(file, limits::PREFS_BYTES) {
            let _stays = fs::remove(file, stamp);
        }
    }
    Ok(aside)
}
