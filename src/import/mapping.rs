//! What was answered about a table: which column is what, and everything that a table cannot say by itself. It is kept as
//! text, so that the same table is brought in the same way next time.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::date::{DateOrder, DateShape};
use super::encoding::Encoding;
use super::field::Field;
use super::weeks::Weeks;
use super::year_month::YearMonth;
use crate::model::Kind;
use crate::model::record::closed;

/// The number that says that a table has no header row: rows are counted from 1.
pub const NO_HEADER: u32 = 0;

closed! {
    /// What parts the cents.
    pub enum Decimals {
        /// A comma: 1.200,00.
        Comma = "comma",
        /// A point: 1,200.00.
        Point = "point",
    }
}

closed! {
    /// What happens to columns that are nothing of the plan.
    #[derive(Default)]
    pub enum Rest {
        /// They go into the notes, each with its header.
        #[default]
        Notes = "notes",
        /// They are left out.
        LeaveOut = "leave_out",
    }
}

closed! {
    /// What happens to rows whose moment is in the plan already.
    pub enum Same {
        /// The moment is brought up to date; an empty cell changes nothing.
        Update = "update",
        /// The row is left out.
        Skip = "skip",
        /// The row is added all the same.
        Add = "add",
    }
}

closed! {
    /// What happens to rows that say the same as a row above them.
    pub enum Twice {
        /// They are one moment.
        Once = "once",
        /// Each is a moment.
        Each = "each",
    }
}

closed! {
    /// What happens to a row without an id that has the creator, the kind and the title of a moment of the plan, and another day.
    pub enum Moved {
        /// It is that moment, on its new day.
        Move = "move",
        /// It is another moment.
        Add = "add",
    }
}

closed! {
    /// Whose rows are that have no creator below a row of one.
    pub enum Blank {
        /// The creator's above.
        Above = "above",
        /// Nobody's: they are ideas.
        Nobody = "nobody",
    }
}

closed! {
    /// Where the month stands that days by their number alone are in.
    pub enum MonthFrom {
        /// Above the table.
        Title = "title",
        /// In the name of the sheet.
        Name = "name",
    }
}

/// Who is meant by a name that is like another one, or that is several names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Person {
    /// Somebody new.
    #[serde(rename = "new")]
    New,
    /// The one with that name.
    #[serde(rename = "same")]
    Same(String),
    /// Several people, with a moment for each.
    #[serde(rename = "each")]
    Each,
    /// Nobody by himself: a lane of that name, without a creator.
    #[serde(rename = "lane")]
    Lane,
    /// Nobody: the rows are ideas.
    #[serde(rename = "nobody")]
    Nobody,
}

/// Everything that was answered about a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mapping {
    /// How the letters of a text were saved, where it does not show by itself.
    pub encoding: Option<Encoding>,
    /// The number of the header row, or [`NO_HEADER`]; found by itself where it is not said.
    pub header: Option<u32>,
    /// What each column is, by its header. A column that is not named here is what it is found to be.
    pub columns: BTreeMap<String, Field>,
    /// What happens to columns that are nothing of the plan.
    pub rest: Rest,
    /// In which order the numbers of a date stand, where the table does not say it.
    pub dates: Option<DateOrder>,
    /// The same for those that are written in one way; it holds whatever the table says.
    pub date_orders: BTreeMap<DateShape, DateOrder>,
    /// The year of the first day that has none.
    pub year: Option<i16>,
    /// Whether the table goes over New Year: of days without a year, the ones in earlier months than it begins with are in the
    /// year after.
    pub new_year: Option<bool>,
    /// Whether “May-27” is a month and its year; else it is a day.
    pub months: Option<bool>,
    /// Which month days by their number alone are in, where the title of the table and the name of its sheet are two.
    pub month_from: Option<MonthFrom>,
    /// Which month days by their number alone are in, where nothing else says it.
    pub days_in: Option<YearMonth>,
    /// Whether days by their number alone that lie back before those above them are in the next month.
    pub next_month: Option<bool>,
    /// What weeks by their number count from.
    pub weeks: Option<Weeks>,
    /// What parts the cents.
    pub decimals: Option<Decimals>,
    /// The currency of amounts that have none.
    pub currency: Option<String>,
    /// The kind of rows that have none.
    pub kind: Option<Kind>,
    /// Whether headings between the rows name the creators.
    pub headings: Option<bool>,
    /// Whose rows are whose cell for the creator is empty.
    pub no_creator: Option<Blank>,
    /// Whether a table whose columns stand for people is a grid, with a moment in each filled cell.
    pub grid: Option<bool>,
    /// What happens to rows whose moment is in the plan already.
    pub same: Option<Same>,
    /// What happens to rows that say the same as a row above them.
    pub twice: Option<Twice>,
    /// Whether cells of our own table that are empty now empty the fields of their moments.
    pub empty: Option<bool>,
    /// What happens to rows that are a moment of the plan on another day, for all that can be seen.
    pub moved: Option<Moved>,
    /// What words of a choice stand for, by field and by the word; an empty text leaves the field empty.
    pub words: BTreeMap<Field, BTreeMap<String, String>>,
    /// Who is meant by names that are like others.
    pub people: BTreeMap<String, Person>,
}

impl Mapping {
    /// Only what holds for the next table with the same header, too. What is asked because it cannot be seen (which number
    /// is the month, which year it is) is asked again.
    #[must_use]
    pub fn lasting(&self) -> Self {
        Self {
            columns: self.columns.clone(),
            rest: self.rest,
            currency: self.currency.clone(),
            kind: self.kind,
            headings: self.headings,
            no_creator: self.no_creator,
            grid: self.grid,
            words: self.words.clone(),
            ..Self::default()
        }
    }

    /// The mapping as text.
    #[must_use]
    pub fn to_text(&self) -> String {
        let pretty = ron::ser::PrettyConfig::default().struct_names(false);
        ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
            .to_string_pretty(self, pretty)
            .unwrap_or_default()
    }

    /// Reads a mapping from its text.
    ///
    /// # Errors
    /// What is wrong with it, with line and column.
    pub fn of_text(text: &str) -> Result<Self, String> {
        super::map::read(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Day;

    #[test]
    fn a_mapping_reads_back_and_may_be_written_by_hand() {
        let mut mapping = Mapping {
            encoding: Some(Encoding::ShiftJis),
            dates: Some(DateOrder::Dmy),
            year: Some(2027),
            weeks: Day::parse("2027-09-06").map(Weeks::From),
            kind: Some(Kind::Story),
            ..Mapping::default()
        };
        mapping.date_orders.insert(DateShape::Slashes, DateOrder::Mdy);
        mapping.days_in = Some(YearMonth { year: 2027, month: 5 });
        assert!(Mapping::of_text("(days_in: \"May\")").is_err());
        mapping.columns.insert("Wann \"genau\"".into(), Field::Date);
        mapping.people.insert("Tobi".into(), Person::Same("Tobi Achterberg".into()));
        mapping.words.entry(Field::Kind).or_default().insert("giveaway".into(), "offer".into());
        assert_eq!(Mapping::of_text(&mapping.to_text()).as_ref(), Ok(&mapping));
        let by_hand = "(dates: dmy, year: 2027, columns: {\"Wann\": date})";
        let read = Mapping::of_text(by_hand).unwrap();
        assert_eq!((read.dates, read.year, read.columns["Wann"]), (Some(DateOrder::Dmy), Some(2027), Field::Date));
        assert_eq!(mapping.lasting().dates, None);
    }
}
