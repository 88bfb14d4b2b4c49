//! Where a plan is written to. A file that is a table or a document by its name gets no plan: it would be opened by the wrong
//! program, and what was in it would be lost to a slip of the pen.

use std::path::{Path, PathBuf};

use super::Session;
use crate::share::Format;
use crate::words::import as say;

/// Endings of documents and tables that this program does not write, and nobody's plan has.
const OTHERS: [&str; 18] = [
    "xlsm", "xls", "xlsb", "ods", "tsv", "tab", "numbers", "doc", "docx", "odt", "ppt", "odp", "key", "txt", "rtf", "jpg",
    "jpeg", "xml",
];

/// Whether a file has, by its name, something else in it than a plan.
fn is_no_plan(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    Format::of_ending(ending).is_some() || OTHERS.iter().any(|other| ending.eq_ignore_ascii_case(other))
}

/// The same name with the ending of plans.
pub(super) fn moments(path: &Path) -> PathBuf {
    path.with_extension("moments")
}

impl Session<'_> {
    /// Refuses to write a plan under the name of something else; `Err` is the code to leave with.
    pub(super) fn plan_target(&mut self, target: &Path) -> Result<(), u8> {
        if is_no_plan(target) {
            return Err(self.unusable(&say::no_plan_ending(target.display()), &say::onto_table_hint(moments(target).display())));
        }
        Ok(())
    }
}
