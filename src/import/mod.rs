//! Tables in: bytes → cells → columns → edits. Pure: no files, no clock, no threads; whoever calls decides where the bytes
//! come from and in which process they are taken apart.
//!
//! In reading order:
//!
//! * [`read`] takes a file apart: [`Book`], sheets, rows, cells with their addresses, within limits.
//! * [`Grid`] is a calendar that is no list of rows, and is made one.
//! * [`guess`] says which row is the header and what each column is, and how sure that is.
//! * [`Mapping`] holds what was answered: columns, the order of day and month, what to do with rows that are there already.
//! * [`propose`] takes all of that ([`Incoming`]) and makes edits of it, with every cell that cannot be used by its address, and what still has to be asked. A table
//!   that this program wrote is held against the moments that it was written from, so that only what was changed changes.
//!
//! Nothing is guessed that could be wrong unseen: which of two numbers is the day in each way of writing dates, which year is meant, what a point in an
//! amount stands for, whether two similar names are one person. All of that is a [`Question`].

mod amount;
mod answer;
mod bare_days;
mod beside;
mod carried;
mod cause;
mod correct;
mod cost;
mod crowd;
mod dashed;
mod date;
mod delimited;
mod deliverable;
mod draft;
mod encoding;
mod field;
mod fill;
mod grid;
mod guess;
mod heading;
mod hidden;
mod lanes;
mod map;
mod mapping;
mod mark;
mod month;
mod months;
mod moved;
mod number_format;
mod numbered;
mod orders;
mod other;
mod own;
mod people;
mod plan;
mod preflight;
mod preview;
mod proposal;
mod propose;
mod read;
mod repeat;
mod row;
mod sheets;
mod spill;
mod survey;
mod table;
mod tally;
mod tell;
mod text;
mod weeks;
mod words;
mod workbook;
mod year_month;

pub use cause::{Alike, Cause};
pub use cost::one_amount;
pub use date::{DateOrder, DateShape};
pub use encoding::Encoding;
pub use field::Field;
pub use grid::{Grid, Part};
pub use guess::{Column, Guess, guess};
pub use map::{MapCheck, check_map};
pub use mapping::{Blank, Decimals, Mapping, MonthFrom, Moved, NO_HEADER, Person, Rest, Same, Twice};
pub use month::TableMonth;
pub use own::moments_sheet;
pub use preview::{Change, Line, Preview};
pub use proposal::{Counts, CurrencyFrom, DateSample, Problem, Proposal, Question, Settled};
pub use propose::{GoOn, Incoming, propose, propose_while};
pub use read::{ReadError, read, read_as};
pub use sheets::calendar_sheet;
pub use table::{Book, Cell, Row, Sheet, Value, address, column_letters};
pub use tally::{Places, Tally};
pub use tell::rows_of;
pub use weeks::Weeks;
pub use words::{choices, other_names};
pub use year_month::YearMonth;
