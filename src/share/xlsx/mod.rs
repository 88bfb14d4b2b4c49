//! The plan as a workbook: a sheet each for moments, creators, deliverables, budget, findings and accepted risks.
//!
//! A text is a text, whatever it looks like: nothing that somebody typed is ever written as a formula or a link, and the cells
//! where people type are formatted as text, so that it stays so when they change one. The formulas there are (sums of the
//! budget) name cells of ours and carry the value they have. Dates are dates, amounts are numbers with their currency.
//!
//! The sheet of the moments is the table of [`super::columns`], which can be read back: it is English, with the lists that its cells
//! are chosen from. The others are made from it for reading, in the language of whoever reads them.

mod budget;
mod deliver;
mod formats;
mod lists;
mod moments;
mod page;
mod people;
mod risks;
mod width;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use super::choice::{Choice, Paper, Section};
use super::columns::{Names, TABLE_MARK, TABLE_VERSION, columns_in, rows};
use super::encode::{clean, shorten};
use super::error::{ExportError, Watch};
use super::plan::Reader;
use super::{Artifact, Shared};
use crate::words::{columns as say, language, pdf as program};
use formats::Formats;
use lists::Lists;

/// What every sheet is made from.
struct Book<'a> {
    shared: &'a Shared,
    choice: &'a Choice,
    names: Names,
    formats: Formats,
    lists: Lists,
    watch: Watch<'a>,
}

impl Book<'_> {
    /// Whether the team reads it.
    fn is_inside(&self) -> bool {
        self.choice.reader == Reader::Internal
    }

    /// What it is printed on.
    const fn paper(&self) -> Paper {
        self.choice.paper
    }
}

/// Why a sheet was not made.
enum Stop {
    /// It cannot be written.
    Sheet(XlsxError),
    /// Somebody stopped it, or else it failed before.
    Export(ExportError),
}

impl From<XlsxError> for Stop {
    fn from(cause: XlsxError) -> Self {
        Self::Sheet(cause)
    }
}

impl From<ExportError> for Stop {
    fn from(cause: ExportError) -> Self {
        Self::Export(cause)
    }
}

/// The workbook of a plan.
///
/// # Errors
/// When it cannot be written or somebody stops it.
pub fn xlsx(shared: &Shared, choice: &Choice, watch: Watch<'_>) -> Result<Artifact, ExportError> {
    workbook(shared, choice, watch).map_err(|stop| match stop {
        Stop::Sheet(cause) => ExportError::told(|| (say::workbook_failed(cause), say::failed_hint())),
        Stop::Export(error) => error,
    })
}

fn workbook(shared: &Shared, choice: &Choice, watch: Watch<'_>) -> Result<Artifact, Stop> {
    let names = Names::of(&shared.campaign);
    let columns = columns_in(&shared.campaign, choice.reader);
    let rows = rows(&shared.campaign);
    let lists = language::english(|| Lists::of(&shared.campaign, &columns, &names));
    let book = Book { shared, choice, names, formats: Formats::new(), lists, watch };

    let wants = |section: Section| choice.sections.contains(&section);
    let mut notices = Vec::new();
    let mut sheets: Vec<Worksheet> = Vec::new();
    let mut add = |page: page::Page<'_>| -> Result<(), Stop> {
        let (sheet, cut) = page.finish()?;
        // The same text may stand on several sheets: that it was cut is worth one line.
        notices.extend(cut);
        sheets.push(sheet);
        Ok(())
    };
    let (moments, table) = language::english(|| moments::sheet(&book, &columns, &rows))?;
    add(moments)?;
    add(people::sheet(&book)?)?;
    // One creator may not have the matrix of a deck, which is everybody's; this list holds nothing but their own.
    if wants(Section::Deliverables) {
        add(deliver::sheet(&book, &rows)?)?;
    }
    if choice.has(Section::Budget) {
        add(budget::sheet(&book, &table)?)?;
    }
    if choice.has(Section::Findings) {
        add(risks::findings(&book)?)?;
    }
    if choice.has(Section::Accepted) && !shared.view.accepted.is_empty() {
        add(risks::accepted(&book)?)?;
    }
    add(language::english(|| book.lists.sheet(&book))?)?;
    // What cells are chosen from is there for the other sheets, and nothing to read.
    if let Some(lists) = sheets.last_mut() {
        lists.set_hidden(true);
    }
    watch.step(rows.len(), rows.len() + 1)?;

    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(shared, choice)?);
    for sheet in sheets {
        workbook.push_worksheet(sheet);
    }
    let bytes = workbook.save_to_buffer()?;
    let mut seen = std::collections::BTreeSet::new();
    notices.retain(|notice| seen.insert(notice.clone()));
    Ok(Artifact { bytes, notices })
}

/// The longest text that a property of a document holds.
const LONGEST_PROPERTY: usize = 200;

fn properties(shared: &Shared, choice: &Choice) -> Result<DocProperties, XlsxError> {
    // The library would ask the clock; a document of no day has the first one that all readers know.
    let date = choice.made_on.map(crate::model::Day::date);
    let made = match date {
        Some(date) => {
            let (year, month, day) = (date.year().unsigned_abs(), date.month().unsigned_abs(), date.day().unsigned_abs());
            ExcelDateTime::from_ymd(year.max(1900), month, day)?
        }
        None => ExcelDateTime::from_ymd(2000, 1, 1)?,
    };
    let title = shorten(&clean(&shared.campaign.name), LONGEST_PROPERTY);
    let properties = DocProperties::new().set_title(title).set_author(program::program()).set_creation_datetime(&made);
    Ok(properties.set_custom_property(TABLE_MARK, i32::from(TABLE_VERSION)))
}
