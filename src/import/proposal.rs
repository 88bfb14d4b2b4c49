//! What bringing a table in would do: edits, what cannot be used, what has to be asked, and everything counted.

use super::cause::Cause;
use super::date::{DateOrder, DateShape};
use super::grid::Grid;
use super::guess::{Column, Guess};
use super::tally::Places;
use crate::edit::Edit;
use crate::model::Day;
use crate::model::columns::OwnSheet;

/// A cell that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The row.
    pub row: u32,
    /// The address of the cell.
    pub address: String,
    /// What is wrong and what to do, in sentences; begins with the address.
    pub message: String,
    /// Why it cannot.
    pub cause: Cause,
}

/// A cell whose numbers can be two days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateSample {
    /// Its address.
    pub address: String,
    /// What stands there.
    pub text: String,
    /// Its year is not known, so the days are told without one.
    pub open_year: bool,
    /// The day with the day first.
    pub dmy: Option<Day>,
    /// The day with the month first.
    pub mdy: Option<Day>,
    /// The day with the year first.
    pub ymd: Option<Day>,
}

/// An order of day and month that one cell says for others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The order.
    pub order: DateOrder,
    /// A cell that could be read otherwise.
    pub open: String,
    /// The cell that says it.
    pub by: String,
}

/// Something that the table cannot say by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Which number of a date is the day.
    Dates {
        /// What stands between the numbers.
        shape: DateShape,
        /// Some such cells.
        samples: Vec<DateSample>,
    },
    /// Which year the days are in.
    Year {
        /// The address of the first such cell.
        address: String,
        /// What stands there.
        text: String,
        /// The year that fits best.
        proposed: i16,
    },
    /// Whether “May-27” is a month and its year, or a day.
    Months {
        /// The address of the first such cell.
        address: String,
        /// What stands there.
        text: String,
        /// It as a month.
        month: String,
        /// It as a day.
        day: String,
    },
    /// Which month days by their number alone are in: title and sheet name two.
    Month {
        /// The title above the table.
        title: String,
        /// The name of the sheet.
        name: String,
    },
    /// Which month days by their number alone are in: nothing says it.
    DaysIn {
        /// The address of the first such cell.
        address: String,
        /// What stands there.
        text: String,
        /// The header of its column.
        column: String,
        /// A text that may say the month, or be about something else.
        perhaps: Option<String>,
        /// The month that the text may say.
        month: Option<i8>,
        /// The year that fits best.
        year: i16,
    },
    /// Whether days by their number alone that lie back are in the next month.
    NextMonth {
        /// The address of the first cell that lies back.
        address: String,
        /// What stands there.
        text: String,
        /// The latest day above it.
        after: String,
        /// The month that it may be in.
        next: String,
    },
    /// What weeks by their number count from.
    Weeks {
        /// The address of the first such cell.
        address: String,
        /// What stands there.
        text: String,
        /// A day that week 1 could begin with.
        first: Day,
    },
    /// Whether days without a year go on in the next one.
    NewYear {
        /// The address of the first cell that lies months before cells above it.
        address: String,
        /// What stands there.
        text: String,
        /// The latest month above it, 1 to 12.
        month: u8,
        /// The year after the one that was answered.
        next: Option<i16>,
    },
    /// What parts the cents.
    Decimals {
        /// The address of the first such cell.
        address: String,
        /// What stands there.
        text: String,
        /// The amount if it is the comma.
        comma: String,
        /// The amount if it is the point.
        point: String,
    },
    /// Which currency amounts are in.
    Currency {
        /// The address of the first such cell.
        address: String,
        /// What stands there.
        text: String,
    },
    /// What kind rows are that say none.
    Kind {
        /// How many.
        rows: usize,
    },
    /// Whether the headings between the rows name the creators.
    Headings(Vec<String>),
    /// Whose rows are whose cell for the creator is empty, below a row of somebody.
    NoCreator {
        /// The address of the first such cell.
        address: String,
        /// The creator above it.
        above: String,
        /// How many rows.
        rows: usize,
    },
    /// What happens to rows whose moment is there already.
    Same {
        /// How many.
        rows: usize,
        /// The title of the first.
        title: String,
    },
    /// Whether a cell names several people, each of whom gets a moment.
    People {
        /// The address of the first such cell.
        address: String,
        /// What stands there.
        text: String,
        /// The names in it.
        names: Vec<String>,
    },
    /// Who is meant by a word for everybody.
    Everybody {
        /// The address of the first such cell.
        address: String,
        /// What stands there.
        text: String,
        /// Everybody who is known.
        names: Vec<String>,
    },
    /// Whether the names above the columns are people's, with a moment in each filled cell below them.
    Grid(Vec<String>),
    /// Whether cells that are empty now empty the fields of their moments.
    Emptied {
        /// How many fields.
        fields: usize,
        /// The columns that they are in, each with how many.
        columns: Vec<(&'static str, usize)>,
    },
    /// Whether rows are moments of the plan on another day.
    Moved {
        /// How many rows.
        rows: usize,
        /// The title of the first.
        title: String,
        /// When it comes in the plan, and when in the table; empty where it has no day.
        days: (String, String),
    },
    /// Whether rows that say the same are one moment.
    Twice {
        /// The second row of the first such pair, and the first one.
        rows: (u32, u32),
        /// How many rows say what another one above says.
        count: usize,
        /// The title of the first.
        title: String,
    },
    /// Whether two names are one person.
    Person {
        /// The name in the table.
        name: String,
        /// The name that is like it.
        near: String,
    },
}

/// Who says in which currency an amount is that has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CurrencyFrom {
    /// It was said.
    Said,
    /// The budget of the plan.
    Budget,
    /// The moments of the plan.
    Moments,
}

/// Everything counted, so that nothing goes missing unseen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rows below the header that hold anything; in a grid the filled cells.
    pub rows: usize,
    /// How the table is laid out, where it is no list.
    pub grid: Option<Grid>,
    /// Where everything stands that is counted here.
    pub places: Places,
    /// The orders of day and month that one cell says for all of its shape.
    pub orders: Vec<Settled>,
    /// Moments beyond the first of a row that names several people.
    pub more: usize,
    /// Rows that say the same as another one, and are that one's moment.
    pub twice: usize,
    /// Sums at the end of a table or of a part of it.
    pub totals: usize,
    /// The currency of amounts that have none, and where it is from.
    pub currency: Option<(String, CurrencyFrom)>,
    /// Moments that are added to lanes.
    pub added: usize,
    /// Rows of no creator, which become ideas in the tray.
    pub ideas: usize,
    /// Moments that are changed.
    pub updated: usize,
    /// Rows whose moment is in the plan as it is.
    pub unchanged: usize,
    /// Rows left out because their moment is in the plan.
    pub skipped: usize,
    /// Rows left out because a cell cannot be used.
    pub left_out: usize,
    /// Rows that cannot be used as they are.
    pub bad: usize,
    /// Rows that wait for an answer.
    pub waiting: usize,
    /// Empty rows.
    pub empty: usize,
    /// Rows that hold only a day or a name.
    pub bare: usize,
    /// Rows above the header.
    pub above: usize,
    /// Headings between the rows.
    pub headings: usize,
    /// Headers that are repeated further down.
    pub repeated: usize,
    /// Rows that take the creator of the row above.
    pub carried: usize,
    /// Rows without a title, which are called after their kind.
    pub untitled: usize,
    /// Cells that say that it is not known yet.
    pub open: usize,
    /// Which month days by their number alone are taken to be in, and why, in a sentence.
    pub month: Option<String>,
    /// The first and the last day.
    pub days: Option<(Day, Day)>,
    /// Names of creators who are new to the plan.
    pub new_creators: Vec<String>,
    /// Names of products that are new to the plan.
    pub new_products: Vec<String>,
    /// Names of brands that are new to the plan.
    pub new_brands: Vec<String>,
    /// Headers of columns that are nothing of the plan.
    pub unknown_columns: Vec<String>,
    /// Headers of columns of a grid that belong to nobody; what stands below them is left out.
    pub left_columns: Vec<String>,
    /// Names of pictures that the table names and the plan does not have.
    pub pictures: Vec<String>,
    /// Moments of the plan that our own table does not have.
    pub absent: usize,
    /// Creators whose handle is another one.
    pub handles: usize,
    /// The day 0 that the plan gets.
    pub day_zero: Option<Day>,
}

/// What bringing a table in would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// What the table was taken for.
    pub guess: Guess,
    /// Which of our own sheets it is, if it is one.
    pub own: Option<OwnSheet>,
    /// What would be done, as one step. Empty while something has to be asked.
    pub edits: Vec<Edit>,
    /// What of it is known already while something has to be asked: it is seen, and never done.
    pub(super) known: Vec<Edit>,
    /// Cells that cannot be used, in the order of the table.
    pub problems: Vec<Problem>,
    /// What has to be asked first.
    pub questions: Vec<Question>,
    /// Everything counted.
    pub counts: Counts,
    /// What would stand in the plan, as far as it can be said.
    pub preview: super::preview::Preview,
}

impl Proposal {
    /// Columns of which only a part of the name, or what their cells look like, says what they are: somebody has to say so.
    pub fn unsure(&self) -> impl Iterator<Item = &Column> {
        self.guess.columns.iter().filter(|column| !column.sure && !column.unknown)
    }

    /// Whether it can be done: nothing is left to ask, and every row can be used or is left out.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.questions.is_empty()
            && self.unsure().next().is_none()
            && self.counts.bad == self.counts.left_out
            && !self.edits.is_empty()
    }
}
