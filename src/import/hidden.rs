//! Rows and columns that are hidden in a spreadsheet. They are read like the others, so it has to be said which they are: what
//! somebody hid may be an old idea that is not to come back.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use super::table::column_letters;
use crate::model::limits::{TABLE_COLUMNS, WORKBOOK_BYTES};
use crate::words::{self, import as say};

/// Rows or columns that are named; the rest is counted.
const SHOWN: usize = 10;

/// What is hidden in a sheet: rows from one number to another, and columns.
#[derive(Debug, Default)]
pub(super) struct Hidden {
    rows: Vec<(u32, u32)>,
    columns: BTreeSet<u16>,
}

impl Hidden {
    /// It in a sentence, as far as a row or a column holds anything.
    pub(super) fn sentence(&self, sheet: &str, cells: &BTreeMap<u32, BTreeMap<u16, super::table::Value>>) -> Option<String> {
        let holds_row = |row: u32| cells.get(&(row - 1)).is_some_and(|cells| !cells.is_empty());
        let rows: Vec<u32> = self.rows.iter().flat_map(|(first, last)| *first..=*last).filter(|row| holds_row(*row)).collect();
        // Under its heading an empty column holds nothing.
        let columns =
            self.columns.iter().filter(|column| cells.values().filter(|cells| cells.contains_key(*column)).nth(1).is_some());
        let columns: Vec<String> = columns.map(|column| column_letters(*column)).collect();
        let said = |all: &[String]| {
            let more = all.len().saturating_sub(SHOWN);
            let some = all.get(..all.len().min(SHOWN)).unwrap_or_default();
            if more > 0 { say::and_more(some.join(", "), more) } else { words::list(some) }
        };
        let rows: Vec<String> = rows.iter().map(u32::to_string).collect();
        let parts: Vec<String> = [
            (rows.len() == 1).then(|| say::in_row(said(&rows))),
            (rows.len() > 1).then(|| say::in_rows(said(&rows))),
            (columns.len() == 1).then(|| say::hidden_column(said(&columns))),
            (columns.len() > 1).then(|| say::hidden_columns(said(&columns))),
        ]
        .into_iter()
        .flatten()
        .collect();
        (!parts.is_empty()).then(|| say::hidden_parts(sheet, words::list(&parts)))
    }
}

/// What is hidden in each sheet, by its name. A workbook that cannot be read says nothing here: whoever reads its cells says why.
pub(super) fn of(workbook: &[u8]) -> BTreeMap<String, Hidden> {
    find(workbook).unwrap_or_default()
}

fn find(workbook: &[u8]) -> Option<BTreeMap<String, Hidden>> {
    let mut zip = ZipArchive::new(Cursor::new(workbook)).ok()?;
    let mut part = |name: &str| {
        let mut bytes = Vec::new();
        zip.by_name(name).ok()?.take(WORKBOOK_BYTES).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    };
    let mut targets: BTreeMap<String, String> = BTreeMap::new();
    each(&part("xl/_rels/workbook.xml.rels")?, |tag| {
        if let (Some(id), Some(target)) = (attribute(tag, "Id"), attribute(tag, "Target")) {
            let whole = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
            targets.insert(id, whole);
        }
    });
    let is_ours = super::mark::is_ours(workbook);
    let mut names: Vec<(String, String)> = Vec::new();
    each(&part("xl/workbook.xml")?, |tag| {
        if tag.local_name().as_ref() == "sheet"
            && let (Some(name), Some(id)) = (attribute(tag, "name"), attribute(tag, "r:id"))
        {
            names.push((name, id));
        }
    });
    let mut found = BTreeMap::new();
    for (name, id) in names {
        let Some(bytes) = targets.get(&id).and_then(|target| part(target)) else { continue };
        // Most sheets hide nothing, and looking for a word is much faster than reading all cells once more.
        if bytes.windows(7).any(|word| word == b"hidden=") {
            found.insert(name, in_sheet(&bytes, is_ours));
        }
    }
    Some(found)
}

/// What this program folds behind a plus is nothing that somebody hid.
fn in_sheet(bytes: &[u8], is_ours: bool) -> Hidden {
    let mut hidden = Hidden::default();
    let mut row = 0_u32;
    each(bytes, |tag| {
        let number = |name: &str| attribute(tag, name).and_then(|text| text.parse::<u32>().ok());
        let is_hidden = || attribute(tag, "hidden").is_some_and(|text| matches!(text.as_str(), "1" | "true"));
        match tag.local_name().as_ref() {
            "col" if is_hidden() && !(is_ours && number("outlineLevel").is_some()) => {
                if let (Some(first), Some(last)) = (number("min"), number("max")) {
                    let columns = first.saturating_sub(1)..last.min(u32::from(TABLE_COLUMNS));
                    hidden.columns.extend(columns.filter_map(|column| u16::try_from(column).ok()));
                }
            }
            "row" => {
                row = number("r").unwrap_or(row.saturating_add(1));
                if is_hidden() && row > 0 {
                    match hidden.rows.last_mut().filter(|(_, last)| last.checked_add(1) == Some(row)) {
                        Some((_, last)) => *last = row,
                        None => hidden.rows.push((row, row)),
                    }
                }
            }
            _ => {}
        }
    });
    hidden
}

/// Every tag that opens.
fn each(xml: &[u8], mut tag: impl FnMut(&BytesStart<'_>)) {
    let mut reader = Reader::from_reader(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(start) | Event::Empty(start)) => tag(&start),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.try_get_attribute(name).ok()??;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}
