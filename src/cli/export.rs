//! `momentboard export`: a plan for a reader.

use super::args::{ExportArgs, ReaderName};
use super::make::base;
use super::{FINE, Session, UNUSABLE};
use crate::check;
use crate::share::{self, Choice, ExportError, Format, Reader, Watch};
use crate::store::{FsErrorKind, fs};
use crate::words::{files, terminal as say};

impl Session<'_> {
    pub(super) fn export(&mut self, args: &ExportArgs) -> u8 {
        let out = args.out.display();
        let ending = args.out.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let Some(format) = Format::of_ending(ending) else {
            return self.unusable(&say::no_such_form(out), say::no_such_form_hint());
        };
        let house = match self.house(args.rules.as_deref()) {
            Ok(house) => house,
            Err(unusable) => return unusable,
        };
        let Ok(opened) = self.open(&args.file) else { return UNUSABLE };
        let today = args.today.unwrap_or(self.today);
        let report = check::check(&opened.campaign, &check::Options { house, today: Some(today), ..check::Options::default() });
        let (reader, name) = match args.reader {
            ReaderName::Internal => (Reader::Internal, say::reader_internal()),
            ReaderName::Client => (Reader::Client, say::reader_client()),
        };
        let choice = Choice { made_on: Some(today), ..Choice::new(reader, format) };
        let made = match share::export(&opened.campaign, &report, &choice, Watch::none()) {
            Ok(made) => made,
            Err(ExportError::Failed { message, hint }) => return self.unusable(&message, &hint),
            Err(error @ ExportError::Cancelled) => return self.unusable(&error.to_string(), ""),
        };
        match fs::save(&args.out, &made.bytes, base(args.force)) {
            Ok(_) => {
                self.out.text(&say::exported(args.file.display(), out, name));
                FINE
            }
            Err(cause) => {
                let hint = if cause.kind == FsErrorKind::Exists { say::hint_force() } else { &cause.hint };
                self.unusable(&files::in_file(out, &cause), hint)
            }
        }
    }
}
