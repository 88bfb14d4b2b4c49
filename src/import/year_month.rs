//! A month with its year, as it is answered for days that are only a number.

use serde::{Deserialize, Serialize};

use super::months::plan_year;
use crate::words::{import as say, names};

/// A month of a year; in a map it is written “2027-05”.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct YearMonth {
    /// The year.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: i8,
}

impl YearMonth {
    /// “May 2027”.
    #[must_use]
    pub fn shown(self) -> String {
        names::month_of_year(names::month(self.month.unsigned_abs()), self.year)
    }
}

impl From<YearMonth> for String {
    fn from(of: YearMonth) -> Self {
        format!("{:04}-{:02}", of.year, of.month)
    }
}

impl TryFrom<String> for YearMonth {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let parts = text.trim().split_once('-').and_then(|(year, month)| Some((plan_year(year)?, month.parse::<i8>().ok()?)));
        match parts {
            Some((year, month)) if (1..=12).contains(&month) => Ok(Self { year, month }),
            _ => Err(say::no_year_month(super::text::short(&text))),
        }
    }
}
