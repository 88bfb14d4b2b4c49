//! Pictures of versions and drafts, each once, by content: most versions of a plan show the same ones.

use std::path::PathBuf;

use sha2::{Digest as _, Sha256};

use super::fs::{self, FsError, FsErrorKind};
use super::home::Home;
use crate::model::PictureId;
use crate::words::files as say;

fn place(home: &Home, id: PictureId) -> PathBuf {
    home.pictures().join(id.to_string())
}

/// Puts a picture on the shelf, unless it is there, and says by which id.
///
/// # Errors
/// When the disk refuses.
pub fn put(home: &Home, bytes: &[u8]) -> Result<PictureId, FsError> {
    let id = PictureId(Sha256::digest(bytes).into());
    let place = place(home, id);
    // One of the right length is taken for the right one: whoever takes it from the shelf looks closely.
    if fs::length(&place).is_ok_and(|length| length == bytes.len() as u64) {
        return Ok(id);
    }
    fs::ensure_private_folder(&home.pictures())?;
    fs::save_private(&place, bytes)?;
    Ok(id)
}

/// Whether a picture is on the shelf.
#[must_use]
pub fn has(home: &Home, id: PictureId) -> bool {
    fs::length(&place(home, id)).is_ok()
}

/// Takes a picture from the shelf; what is damaged is none.
///
/// # Errors
/// When it is not there, is damaged, or the disk refuses.
pub fn get(home: &Home, id: PictureId) -> Result<Vec<u8>, FsError> {
    let (bytes, stamp) = fs::load(&place(home, id))?;
    if stamp.hash() == id.0 { Ok(bytes) } else { Err(FsError::new(FsErrorKind::Garbled, say::disk_garbled())) }
}

/// Takes a picture off the shelf for good.
pub(super) fn drop_picture(home: &Home, id: PictureId) {
    // One that cannot be removed takes room and does no harm.
    let _stays = fs::discard(&place(home, id));
}

/// Takes out of the list which of the pictures are named in a text, wherever in it. An id is 64 hexadecimal digits, which no
/// text has by chance.
pub(super) fn keep_unnamed(text: &[u8], among: &mut Vec<PictureId>) {
    let digit = |b: &u8| b.is_ascii_digit() || (b'a'..=b'f').contains(b);
    for run in text.split(|b| !digit(b)).filter(|run| run.len() == 64) {
        let named = std::str::from_utf8(run).ok().and_then(PictureId::parse);
        among.retain(|id| Some(*id) != named);
    }
}
