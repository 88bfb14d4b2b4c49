//! `momentboard check --salvage`: what can still be read of a damaged plan, as a plan of its own.

use std::path::{Path, PathBuf};

use super::{Session, UNUSABLE};
use crate::model::Campaign;
use crate::store::salvage::salvage;
use crate::store::{Base, FsErrorKind, Opened, fs, limits, open_plan, save_plan};
use crate::words::{files, salvage as say};

impl Session<'_> {
    /// Writes what can be read of the one damaged plan to `out`, and lists what is missing; `None` where nothing is damaged.
    pub(super) fn salvage(&mut self, paths: &[PathBuf], out: &Path) -> Option<u8> {
        let [path] = paths else { return Some(self.unusable(say::one_plan(), say::one_plan_hint())) };
        let error = match open_plan(path) {
            Ok(opened) => {
                // Of a plan that needs a newer program nobody here can say that it is sound: the check says what it needs.
                if opened.look_only.is_none() && opened.notices.iter().any(|notice| notice.unreadable) {
                    return Some(self.read_in_part(path, out, &opened));
                }
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
        let told = salvaged.lost.iter().map(|lost| say::at_line(&lost.what, lost.line));
        Some(self.written(path, out, &salvaged.campaign, told))
    }

    /// Writes a plan of whose file a part cannot be used: what is beyond a limit, or a damaged picture.
    fn read_in_part(&mut self, path: &Path, out: &Path, opened: &Opened) -> u8 {
        let told = opened.notices.iter().filter(|notice| notice.unreadable).map(|notice| notice.message.clone());
        self.written(path, out, &opened.campaign, told)
    }

    /// Writes what was read, and says what of it is missing.
    fn written(&mut self, path: &Path, out: &Path, campaign: &Campaign, told: impl Iterator<Item = String>) -> u8 {
        if let Err(error) = save_plan(out, campaign, Base::New) {
            // The hint for other commands names an option that this one does not have.
            let exists = error.kind == FsErrorKind::Exists;
            return if exists { self.unusable(&error.to_string(), say::other_name()) } else { self.not_saved(&error) };
        }
        for told in told {
            self.out.text(&files::in_file(path.display(), told));
        }
        self.out.text(&say::written(out.display()));
        UNUSABLE
    }
}
