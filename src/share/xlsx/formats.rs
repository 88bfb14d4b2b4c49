//! How cells look, and what a spreadsheet takes them for.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::super::choice::Tone;
use super::super::columns::{Column, Holds};
use super::super::look::Look;
use super::super::scene::Rgb;

/// What a column of a sheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// What people typed, with as many lines as it needs.
    Text,
    /// A day.
    Day,
    /// A time of day.
    Time,
    /// A whole number.
    Number,
    /// An amount; its currency comes with each cell.
    Amount,
    /// A word of ours.
    Word,
}

impl Style {
    /// How the cells of a column look.
    pub(super) const fn of(column: Column) -> Self {
        match column.holds() {
            Holds::Text | Holds::Name | Holds::Long | Holds::List => Self::Text,
            Holds::Day => Self::Day,
            Holds::Time => Self::Time,
            Holds::Number => Self::Number,
            Holds::Amount => Self::Amount,
            Holds::Choice | Holds::Choices | Holds::YesNo => Self::Word,
        }
    }
}

/// The formats of a workbook.
pub(super) struct Formats {
    /// The row of headings, over texts and over numbers.
    pub(super) head: Format,
    pub(super) head_of_numbers: Format,
    /// Sums.
    pub(super) sum: Format,
    text: Format,
    day: Format,
    time: Format,
    number: Format,
    word: Format,
    amount: Format,
}

fn color(of: Rgb) -> Color {
    Color::RGB(u32::from_be_bytes([0, of.0, of.1, of.2]))
}

impl Formats {
    pub(super) fn new() -> Self {
        // A sheet is white whatever the deck is: cells that people add are, too.
        let look = Look::of(Tone::Light);
        let top = || Format::new().set_align(FormatAlign::Top);
        let head = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_font_color(color(look.on_solid))
            .set_background_color(color(look.text))
            .set_align(FormatAlign::VerticalCenter);
        Self {
            head_of_numbers: head.clone().set_align(FormatAlign::Right).set_indent(1),
            head,
            sum: top().set_bold().set_border_top(FormatBorder::Thin).set_border_color(color(look.line)),
            // "@" keeps a text a text when somebody changes it to one that looks like a formula.
            text: top().set_num_format("@").set_text_wrap(),
            day: top().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
            time: top().set_num_format("hh:mm").set_align(FormatAlign::Left),
            number: top().set_num_format("#,##0").set_align(FormatAlign::Right).set_indent(1),
            word: top().set_text_wrap(),
            amount: top().set_align(FormatAlign::Right).set_indent(1),
        }
    }

    /// The format of cells of that style.
    pub(super) const fn of(&self, style: Style) -> &Format {
        match style {
            Style::Text => &self.text,
            Style::Day => &self.day,
            Style::Time => &self.time,
            Style::Number => &self.number,
            Style::Amount => &self.amount,
            Style::Word => &self.word,
        }
    }

    /// The format of amounts in that currency, which is three capital letters.
    pub(super) fn amount(&self, currency: &str) -> Format {
        money(&self.amount, currency)
    }

    /// The format of sums in that currency.
    pub(super) fn total(&self, currency: &str) -> Format {
        money(&self.sum, currency)
    }
}

/// Currencies that are never counted in hundredths.
const WHOLE: [&str; 5] = ["CLP", "ISK", "JPY", "KRW", "VND"];

fn money(format: &Format, currency: &str) -> Format {
    let digits = if WHOLE.contains(&currency) { "#,##0" } else { "#,##0.00" };
    format.clone().set_num_format(format!("{digits}\\ [${currency}]"))
}
