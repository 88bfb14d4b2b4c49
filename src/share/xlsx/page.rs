//! A sheet with headings on top and rows below, as it is written row by row.

use std::ops::RangeInclusive;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, IgnoreError, Worksheet, XlsxError};

use super::super::columns::Cell;
use super::super::encode::{clean, shorten};
use super::Book;
use super::formats::Style;
use super::width::{self, MOST_LINES};
use crate::model::Day;
use crate::words::{columns as say, language};

/// The longest text of a cell, in units of UTF-16.
const LONGEST: usize = 32_767;
/// Above this an amount has more digits than the numbers of a spreadsheet can tell apart.
pub(super) const LARGEST_AMOUNT: i64 = 900_000_000_000_000;
/// More of a line than that is not measured: no column is as wide.
const LINE: usize = 200;
const LINE_HEIGHT: f64 = 15.0;

/// A column of a sheet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    /// Its heading.
    pub(super) heading: &'static str,
    /// Its greatest width, in characters: with less in it, it is narrower.
    pub(super) width: f64,
    /// What it is.
    pub(super) style: Style,
}

impl Head {
    pub(super) const fn new(heading: &'static str, width: f64, style: Style) -> Self {
        Self { heading, width, style }
    }
}

/// A sheet on its way.
pub(super) struct Page<'a> {
    pub(super) sheet: Worksheet,
    book: &'a Book<'a>,
    heads: Vec<Head>,
    next: u32,
    /// How many columns stay where they are when one scrolls to the side.
    frozen: u16,
    /// How high the rows are so far, in points.
    height: f64,
    /// The longest line in each column, in characters; 0 where nothing stands.
    longest: Vec<usize>,
    /// Which columns are folded behind a plus, or hidden.
    shown: Vec<Shown>,
    /// Whether columns in which nothing stands are folded and not hidden, because people fill them in.
    folds_empty: bool,
    notices: Vec<String>,
}

/// How a column is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Open,
    /// Behind a plus in the row of the letters.
    Folded,
    Hidden,
}

impl<'a> Page<'a> {
    /// A sheet with these columns; the formats are those of whole columns, so that rows which people add look alike.
    pub(super) fn new(book: &'a Book<'a>, name: &str, heads: Vec<Head>) -> Result<Self, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?;
        for (at, head) in (0..).zip(&heads) {
            sheet.set_column_format(at, book.formats.of(head.style))?;
            let is_number = matches!(head.style, Style::Number | Style::Amount);
            let format = if is_number { &book.formats.head_of_numbers } else { &book.formats.head };
            sheet.write_string_with_format(0, at, head.heading, format)?;
        }
        sheet.set_row_height(0, LINE_HEIGHT * 2.0)?;
        let (longest, shown) = (vec![0; heads.len()], vec![Shown::Open; heads.len()]);
        Ok(Self {
            sheet,
            book,
            heads,
            next: 1,
            frozen: 1,
            height: LINE_HEIGHT * 2.0,
            longest,
            shown,
            folds_empty: false,
            notices: Vec::new(),
        })
    }

    /// The same with the columns in which nothing stands yet at hand behind a plus.
    pub(super) fn folding_empty(mut self) -> Self {
        self.folds_empty = true;
        self
    }

    /// The number of the row that is written next; the headings are row 0.
    pub(super) const fn next(&self) -> u32 {
        self.next
    }

    /// Writes a row. `about` names it where one of its texts has to be cut; `currency` is that of its amounts.
    pub(super) fn row(&mut self, cells: &[Cell], about: &str, currency: Option<&str>) -> Result<(), XlsxError> {
        let mut lines = 1;
        for at in 0..cells.len().min(self.heads.len()) {
            let (Some(cell), Some(head)) = (cells.get(at), self.heads.get(at).copied()) else { break };
            if let Cell::Text(text) = cell {
                lines = lines.max(width::lines(text, head.width));
            }
            self.cell(column(at), cell, head, about, currency)?;
        }
        let height = LINE_HEIGHT * lines as f64;
        if lines > 1 {
            self.sheet.set_row_height(self.next, height)?;
        }
        self.height += height;
        self.next += 1;
        Ok(())
    }

    fn cell(&mut self, at: u16, cell: &Cell, head: Head, about: &str, currency: Option<&str>) -> Result<(), XlsxError> {
        let row = self.next;
        self.measure(at, cell);
        let format = self.book.formats.of(head.style);
        match cell {
            // An empty cell has the format of its column.
            Cell::Empty => {}
            Cell::Text(text) => {
                let (fitting, is_cut) = fitting(text);
                if is_cut {
                    let about = shorten(&clean(about), 60);
                    self.notices.push(language::to_asker(|| say::cut(about, head.heading, LONGEST)));
                }
                self.sheet.write_string_with_format(row, at, fitting, format)?;
            }
            Cell::Day(day) => match excel_day(*day) {
                Some(date) => {
                    self.sheet.write_datetime_with_format(row, at, &date, format)?;
                }
                None => {
                    self.sheet.write_string_with_format(row, at, cell.text(), format)?;
                }
            },
            Cell::Time(time) => {
                let (hours, minutes) = (time.minutes() / 60, time.minutes() % 60);
                let time = ExcelDateTime::from_hms(hours, u8::try_from(minutes).unwrap_or(0), 0)?;
                self.sheet.write_datetime_with_format(row, at, &time, format)?;
            }
            Cell::Number(number) => {
                self.sheet.write_number_with_format(row, at, *number as f64, format)?;
            }
            Cell::Amount(hundredths) if is_exact(*hundredths) => {
                let format = currency.map_or_else(|| format.clone(), |currency| self.book.formats.amount(currency));
                self.sheet.write_number_with_format(row, at, *hundredths as f64 / 100.0, &format)?;
            }
            Cell::Amount(_) | Cell::YesNo(_) => {
                self.sheet.write_string_with_format(row, at, cell.text(), format)?;
            }
        }
        Ok(())
    }

    /// Notes how much stands in a column.
    fn measure(&mut self, at: u16, cell: &Cell) {
        let wide = match cell {
            Cell::Empty => return,
            Cell::Text(text) => text.lines().take(MOST_LINES).map(|line| line.chars().take(LINE).count()).max().unwrap_or(0),
            // Between its digits a number has commas, and behind them the currency.
            Cell::Number(_) | Cell::Amount(_) => cell.text().len() * 6 / 5 + 4,
            Cell::Day(_) | Cell::Time(_) | Cell::YesNo(_) => cell.text().len(),
        };
        if let Some(longest) = self.longest.get_mut(usize::from(at)) {
            *longest = wide.max(*longest).max(1);
        }
    }

    /// Hides a column that is for machines.
    pub(super) fn hide(&mut self, at: u16) {
        self.show(at, Shown::Hidden);
    }

    /// Folds a column that says what stands elsewhere, too.
    pub(super) fn fold(&mut self, at: u16) {
        self.show(at, Shown::Folded);
    }

    fn show(&mut self, at: u16, how: Shown) {
        if let Some(shown) = self.shown.get_mut(usize::from(at)) {
            *shown = how;
        }
    }

    /// Writes a formula over cells of ours with the amount it has, into the row that is next.
    pub(super) fn sum(&mut self, at: u16, formula: &str, hundredths: i64, format: &Format) -> Result<(), XlsxError> {
        let result = Cell::Amount(hundredths).text();
        self.measure(at, &Cell::Amount(hundredths));
        self.sheet.write_formula_with_format(self.next, at, Formula::new(formula).set_result(result), format)?;
        Ok(())
    }

    /// Writes a word of ours into the row that is next.
    pub(super) fn word(&mut self, at: u16, word: &str, format: &Format) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(self.next, at, word, format)?;
        Ok(())
    }

    /// Writes an amount into the row that is next.
    pub(super) fn amount(&mut self, at: u16, hundredths: i64, format: &Format) -> Result<(), XlsxError> {
        self.sheet.write_number_with_format(self.next, at, hundredths as f64 / 100.0, format)?;
        Ok(())
    }

    /// Goes on with the next row.
    pub(super) fn step(&mut self) {
        self.height += LINE_HEIGHT;
        self.next += 1;
    }

    /// Lets one filter the rows that are written so far, and sort them.
    pub(super) fn filter(&mut self) -> Result<(), XlsxError> {
        if let Some(last) = self.heads.len().checked_sub(1) {
            self.sheet.autofilter(0, 0, self.next.saturating_sub(1), column(last))?;
        }
        Ok(())
    }

    /// The columns that are folded, those side by side as one.
    fn folded(&self) -> Vec<RangeInclusive<u16>> {
        let mut folded: Vec<RangeInclusive<u16>> = Vec::new();
        for (at, _) in (0..).zip(&self.shown).filter(|(_, shown)| **shown == Shown::Folded) {
            match folded.last_mut() {
                Some(last) if *last.end() + 1 == at => *last = *last.start()..=at,
                _ => folded.push(at..=at),
            }
        }
        folded
    }

    /// The sheet, with headings that stay in sight and stand on every printed page, and what had to be cut.
    pub(super) fn finish(mut self) -> Result<(Worksheet, Vec<String>), XlsxError> {
        let last = column(self.heads.len().saturating_sub(1));
        self.sheet.set_freeze_panes(1, self.frozen)?;
        // A sheet of which nobody has written a row yet is there to be filled in.
        if self.next > 1 {
            let how = if self.folds_empty { Shown::Folded } else { Shown::Hidden };
            for (shown, longest) in self.shown.iter_mut().zip(&self.longest) {
                if *longest == 0 && *shown == Shown::Open {
                    *shown = how;
                }
            }
        }
        let mut printed = Vec::new();
        for (at, ((head, longest), shown)) in (0..).zip(self.heads.iter().zip(&self.longest).zip(&self.shown)) {
            let width = width::of(head, *longest);
            self.sheet.set_column_width(at, width)?;
            match shown {
                Shown::Open => printed.push(width),
                Shown::Folded => {}
                Shown::Hidden => {
                    self.sheet.set_column_hidden(at)?;
                }
            }
        }
        for folded in self.folded() {
            self.sheet.group_columns_collapsed(*folded.start(), *folded.end())?;
        }
        let paper = self.book.paper();
        let wide = width::pages(&printed, paper);
        // A few last rows are worth no page of their own, as long as all can be read on one.
        let high = u16::from(width::is_one_page_high(self.height, paper));
        self.sheet.set_landscape().set_paper_size(paper.number()).set_print_fit_to_pages(wide, high);
        self.sheet.set_margins(width::SIDE, width::SIDE, width::TOP, width::TOP, width::TOP / 2.0, width::TOP / 2.0);
        self.sheet.set_repeat_rows(0, 0)?;
        self.sheet.set_repeat_columns(0, self.frozen.saturating_sub(1))?;
        self.sheet.set_footer(say::footer());
        // Somebody's title may well be "2027".
        self.sheet.ignore_error_range(0, 0, self.next.max(1), last, IgnoreError::NumberStoredAsText)?;
        Ok((self.sheet, self.notices))
    }
}

/// The number of a column; a sheet has far fewer than there are numbers.
pub(super) fn column(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

/// The letters of a column: A, B, … Z, AA.
pub(super) fn letters(column: u16) -> String {
    let mut letters = Vec::new();
    let mut rest = u32::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// Whether the numbers of a spreadsheet hold the amount to the last hundredth.
pub(super) const fn is_exact(hundredths: i64) -> bool {
    hundredths.unsigned_abs() <= LARGEST_AMOUNT.unsigned_abs()
}

/// The day as a spreadsheet counts it. Their calendar begins in 1900 and has a day in February of that year that there never
/// was; what is before stays text.
fn excel_day(day: Day) -> Option<ExcelDateTime> {
    let date = day.date();
    let (year, month, of_month) = (date.year(), date.month(), date.day());
    let is_known = (year, month) >= (1900, 3);
    is_known.then(|| ExcelDateTime::from_ymd(year.unsigned_abs(), month.unsigned_abs(), of_month.unsigned_abs()).ok()).flatten()
}

/// As much of the text as a cell holds, and whether something is missing.
fn fitting(text: &str) -> (&str, bool) {
    let mut units = 0;
    for (at, c) in text.char_indices() {
        units += c.len_utf16();
        if units > LONGEST {
            return (text.get(..at).unwrap_or_default(), true);
        }
    }
    (text, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_spreadsheets() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letters), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn a_text_is_cut_between_signs() {
        let long = "🎉".repeat(20_000);
        let (start, is_cut) = fitting(&long);
        assert!(is_cut && start.encode_utf16().count() == 32_766);
        assert_eq!(fitting("short"), ("short", false));
    }

    #[test]
    fn days_before_the_calendar_of_spreadsheets_are_texts() {
        let day = |text: &str| excel_day(Day::parse(text).unwrap());
        assert!(day("0001-01-01").is_none() && day("1900-02-28").is_none());
        assert!(day("1900-03-01").is_some() && day("9999-12-31").is_some());
    }
}
