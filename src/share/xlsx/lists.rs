//! The sheet with the lists that cells are chosen from.

use rust_xlsxwriter::XlsxError;

use super::super::columns::{Cell, Column, Holds, Names};
use super::Book;
use super::formats::Style;
use super::page::{Head, Page, column, letters};
use crate::model::Campaign;
use crate::words::columns as say;

/// The lists, one a column that has choices or names things of the plan.
pub(super) struct Lists(Vec<(Column, Vec<String>)>);

impl Lists {
    pub(super) fn of(campaign: &Campaign, columns: &[Column], names: &Names) -> Self {
        let entries = |column: Column| -> Vec<String> {
            match column {
                Column::Lane => campaign.lanes.iter().map(|lane| names.lanes.write(lane.id)).collect(),
                Column::Creator => campaign.creators.iter().map(|of| names.creators.write(of.id)).collect(),
                Column::Brand | Column::SpeaksFor => campaign.brands.iter().map(|of| names.brands.write(of.id)).collect(),
                Column::Product => campaign.products.iter().map(|of| names.products.write(of.id)).collect(),
                _ if column.holds() == Holds::YesNo => vec![say::yes().to_owned(), say::no().to_owned()],
                _ => column.choices().into_iter().map(|choice| choice.name.to_owned()).collect(),
            }
        };
        let lists = columns.iter().map(|column| (*column, entries(*column)));
        Self(lists.filter(|(_, entries)| !entries.is_empty()).collect())
    }

    /// Where the list of a column is.
    pub(super) fn range(&self, of: Column) -> Option<String> {
        let at = self.0.iter().position(|(column, _)| *column == of)?;
        let (_, entries) = self.0.get(at)?;
        let letters = letters(column(at));
        Some(format!("={}!${letters}$2:${letters}${}", say::sheet_lists(), entries.len() + 1))
    }

    pub(super) fn sheet<'a>(&self, book: &'a Book<'a>) -> Result<Page<'a>, XlsxError> {
        let style = |column: Column| if column.is_typed() { Style::Text } else { Style::Word };
        let heads = self.0.iter().map(|(column, _)| Head::new(column.heading(), 20.0, style(*column))).collect();
        let mut page = Page::new(book, say::sheet_lists(), heads)?;
        let longest = self.0.iter().map(|(_, entries)| entries.len()).max().unwrap_or(0);
        for at in 0..longest {
            let cell = |entries: &Vec<String>| entries.get(at).map_or(Cell::Empty, |entry| Cell::of_text(entry.clone()));
            let cells: Vec<Cell> = self.0.iter().map(|(_, entries)| cell(entries)).collect();
            page.row(&cells, say::sheet_lists(), None)?;
        }
        Ok(page)
    }
}
