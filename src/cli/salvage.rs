//! `momentboard check --salvage`: what can still be read of a damaged plan, as a plan of its own.

use std::path::{Path, PathBuf};

use super::{Session, UNUSABLE};
use crate::store::salvage::salvage;
use crate::store::{Base, FsErrorKind, fs, limits, open_plan, save_plan};
use crate::words::{files, salvage as say};

impl Session<'_> {
    /// Writes what can be read of the one damaged plan to `out`, and lists what is missing; `None` where nothing is damaged.
    pub(super) fn salvage(&mut self, paths: &[PathBuf], out: &Path) -> Option<u8> {
        let [path] = paths else { return Some(self.unusable(say::one_plan(), say::one_plan_hint())) };
        let error = match open_plan(path) {
            Ok(opened) => {
                // Of a plan that needs a newer program nobody here can say that it is sound: the check says what it needs.
                if opened.look_only.is_none() {
                    self.err.text(&files::in_file(path.display(), say::not_damaged()));
                }
                return None;
            }
            Err(error) => error,
        };
        self.unusable(&error.to_string(), error.hint());
        if error.damage().is_none() {
            return Some(UNUSABLE);
        }
        let bytes = fs::load_at_most(path, limits::FILE_BYTES).ok();
        let Some(salvaged) = bytes.and_then(|(bytes, _)| salvage(&bytes)) else {
            return Some(self.unusable(&files::in_file(path.display(), say::nothing()), ""));
        };
        if let Err(error) = save_plan(out, &salvaged.campaign, Base::New) {
            // The hint for other commands names an option that this one does not have.
            let exists = error.kind == FsErrorKind::Exists;
            return Some(if exists { self.unusable(&error.to_string(), say::other_name()) } else { self.not_saved(&error) });
        }
        for lost in &salvaged.lost {
            self.out.text(&files::in_file(path.display(), say::at_line(&lost.what, lost.line)));
        }
        self.out.text(&say::written(out.display()));
        Some(UNUSABLE)
    }
}
