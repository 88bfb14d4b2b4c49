//! From the version of a file to the plan of today.
//!
//! There is one version so far, so nothing is changed on the way yet. What a version is, and how the next one is added:
//!
//! * A field or a word more is no new shape: raise [`VERSION`] and leave `min_reader` alone. Older programs keep what they do
//!   not know (see [`crate::model::record`] and [`crate::model::later`]).
//! * Where something old gets another meaning or another form, raise both. Before that, freeze what version 1 reads: copy the
//!   records that change into a module `v1` here, as they were, and write `impl From<v1::Campaign> for Campaign`. Then give
//!   [`Age`] a variant for it, and let `format::read` read such a file as `v1` and turn it into the plan of today; later
//!   versions chain: `v1` becomes `v2` becomes today's. A file is written in today's version only; what stood on the disk
//!   goes to the earlier versions before the first save.
//! * Put plans of the last program of the old version into `tests/fixtures/format/v2`, add their SHA-256 to the list in
//!   `tests/it/future_frozen.rs`, and never make them anew: they stand for the files that people have.

use super::format::VERSION;

/// How old a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Age {
    /// Of the version that is written.
    Current,
    /// Of a later version.
    Later,
}

/// How old a file of that version is; `None` where no file has it.
pub(super) fn age(version: u32) -> Option<Age> {
    match version {
        0 => None,
        VERSION => Some(Age::Current),
        _ => Some(Age::Later),
    }
}
