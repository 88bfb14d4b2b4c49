//! Sharing the plan as a page.

use std::path::PathBuf;
use std::sync::Arc;

use super::jobs::{Done, Purpose, Target, Work};
use super::{App, Asked};
use crate::check;
use crate::share::{self, Choice, ExportError, Format, Reader, Watch};
use crate::store::fs::{self, FsError, FsErrorKind};
use crate::words::{files, terminal, window as say};

impl App {
    /// Writes a page for a reader, from the plan as it is now.
    pub(super) fn share_to(&mut self, ctx: &egui::Context, reader: Reader, target: Target) {
        let ending = target.path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let Some(format) = Format::of_ending(ending) else {
            self.tell(say::cannot_share(), terminal::no_such_form(target.path.display()), terminal::no_such_form_hint());
            return;
        };
        let campaign = Arc::clone(self.plan.doc.campaign());
        let options = self.options();
        self.sharing += 1;
        self.jobs().run(ctx, Work::Share, say::writing_page(), move || {
            let report = check::check(&campaign, &options);
            let choice = Choice { made_on: options.today, ..Choice::new(reader, format) };
            let result = share::export(&campaign, &report, &choice, Watch::none());
            let result = result.map_err(unmade).and_then(|made| fs::save(&target.path, &made.bytes, target.base).map(|_| ()));
            Done::Shared { path: target.path, reader, result }
        });
    }

    /// A page was written, or not.
    pub(super) fn shared(&mut self, path: PathBuf, reader: Reader, result: Result<(), FsError>) {
        self.sharing = self.sharing.saturating_sub(1);
        match result {
            Ok(()) => self.tell(say::page_written(), path.display().to_string(), ""),
            Err(error) if error.kind == FsErrorKind::Exists => {
                self.ask(Asked::Replace { purpose: Purpose::Share(reader), path, changed: false });
            }
            Err(error) => self.tell(say::cannot_share(), files::in_file(path.display(), &error), error.hint),
        }
    }
}

/// An artifact that could not be made, told like a file that could not be written.
fn unmade(error: ExportError) -> FsError {
    let message = error.to_string();
    match error {
        ExportError::Cancelled => FsError { kind: FsErrorKind::Other, message, hint: String::new() },
        ExportError::Failed { hint, .. } => FsError { kind: FsErrorKind::Other, message, hint },
    }
}
