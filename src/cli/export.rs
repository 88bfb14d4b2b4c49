//! `momentboard export`: a plan for a reader.

use super::args::{ExportArgs, ReaderName};
use super::make::base;
use super::{FINE, Session, UNUSABLE};
use crate::check::{self, Finding, Severity, State};
use crate::share::{self, FindingLine, Plan, Reader};
use crate::store::{FsErrorKind, fs};
use crate::words::{files, terminal as say};

/// Makes an artifact of a plan.
type Form = fn(&Plan, &share::Options) -> Vec<u8>;

impl Session<'_> {
    pub(super) fn export(&mut self, args: &ExportArgs) -> u8 {
        let out = args.out.display();
        let Some(form) = form(args) else { return self.unusable(&say::no_such_form(out), say::no_such_form_hint()) };
        let Ok(opened) = self.open(&args.file) else { return UNUSABLE };
        let today = args.today.unwrap_or(self.today);
        let report = check::check(&opened.campaign, &check::Options { profile: None, today: Some(today) });
        let findings: Vec<FindingLine> = report.findings.iter().map(line).collect();
        let (reader, name) = match args.reader {
            ReaderName::Internal => (Reader::Internal, say::reader_internal()),
            ReaderName::Client => (Reader::Client, say::reader_client()),
        };
        let plan = share::plan(&opened.campaign, &findings, reader);
        let bytes = form(&plan, &share::Options { made_on: Some(today) });
        match fs::save(&args.out, &bytes, base(args.force)) {
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

/// The form that the ending of the file asks for.
fn form(args: &ExportArgs) -> Option<Form> {
    let ending = args.out.extension()?.to_str()?.to_ascii_lowercase();
    match ending.as_str() {
        "html" | "htm" => Some(share::html),
        "md" | "markdown" => Some(share::markdown),
        _ => None,
    }
}

fn line(finding: &Finding) -> FindingLine {
    FindingLine {
        severity: match finding.severity {
            Severity::Error => share::Severity::Error,
            Severity::Warning => share::Severity::Warning,
            Severity::Hint => share::Severity::Hint,
        },
        code: finding.code().to_owned(),
        title: finding.title.to_owned(),
        message: finding.message.clone(),
        lane: finding.lane,
        moments: finding.moments.clone(),
        accepted: match finding.state {
            State::Accepted(id) => Some(id),
            State::Open | State::Stale(..) => None,
        },
    }
}
