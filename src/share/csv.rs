//! The moments as a plain table: one line of headings, one row a moment, for every spreadsheet and every script.
//!
//! UTF-8 with the mark that makes Excel read it as such, lines that end as Windows ends them, every field in quotation marks.
//! A text that a spreadsheet would calculate has a `'` before it, which is taken off when the table comes back; raw tables, which
//! are for machines, have neither that nor the mark.

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::choice::Choice;
use super::columns::{Column, Names, columns_in, guarded, rows};
use super::error::{ExportError, Watch};
use super::{Artifact, Shared};
use crate::words::columns as say;

/// What tells Excel that a text is UTF-8.
const MARK: &[u8] = "\u{FEFF}".as_bytes();

/// The table of the moments.
///
/// # Errors
/// When somebody stops it.
pub fn csv(shared: &Shared, choice: &Choice, watch: Watch<'_>) -> Result<Artifact, ExportError> {
    let failed = |cause: csv::Error| ExportError::told(|| (say::table_failed(cause), say::failed_hint()));
    let columns = columns_in(&shared.campaign, choice.reader);
    let names = Names::of(&shared.campaign);
    let start = if choice.raw { Vec::new() } else { MARK.to_vec() };
    let mut out = WriterBuilder::new().quote_style(QuoteStyle::Always).terminator(Terminator::CRLF).from_writer(start);
    out.write_record(columns.iter().map(|column| column.heading())).map_err(failed)?;
    let rows = rows(&shared.campaign);
    for (at, row) in rows.iter().enumerate() {
        watch.step(at, rows.len())?;
        let cell = |column: &Column| {
            let text = column.write(*row, &names).text();
            if column.is_typed() && !choice.raw { guarded(text) } else { text }
        };
        out.write_record(columns.iter().map(cell)).map_err(failed)?;
    }
    let bytes = out.into_inner().map_err(|cause| ExportError::told(|| (say::table_failed(cause.error()), say::failed_hint())))?;
    Ok(Artifact { bytes, notices: Vec::new() })
}
