//! Why cells cannot be used, and which of them share that: what is wrong in four hundred rows is told once.

use super::field::Field;
use super::proposal::{Problem, Proposal};

/// Why a cell cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// It says no day.
    NoDate,
    /// The calendar has no such day.
    NoSuchDay,
    /// It is a day only in another order than the others of its form.
    OtherOrder,
    /// The day is another weekday.
    OtherWeekday,
    /// It does not say in which month.
    NoMonth,
    /// It is a month and no day.
    OnlyMonth,
    /// It does not say in which week.
    NoWeek,
    /// It does not say on which day the week begins.
    WeekOfMonth,
    /// The day and the number of the day are two.
    DayAndDate,
    /// The day and the place in the order are two.
    OrderAndDay,
    /// There is a last day and no first.
    EndAlone,
    /// The last day is before the first.
    EndBeforeStart,
    /// It says no time of day.
    NoTime,
    /// There is a time and no day.
    TimeAlone,
    /// It says no amount.
    NoAmount,
    /// The amount is below nothing.
    Negative,
    /// It is no currency.
    NoCurrency,
    /// There is an amount without its currency, or the other way round.
    HalfCost,
    /// It is no whole number.
    NoNumber,
    /// It is neither yes nor no.
    NoTruth,
    /// It is no month.
    NoMonthName,
    /// A formula failed.
    Broken,
    /// The plan has nobody of that name.
    Nobody,
    /// Two rows have that id.
    IdTwice,
    /// The plan cannot hold it.
    Unfit,
    /// The word is none of the choices of its field: it can be said what it stands for.
    Word(Field, String),
}

/// Cells of a column that cannot be used for the same reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// What is wrong with the first, which begins with its address.
    pub message: String,
    /// The address of each, with what is wrong there.
    pub cells: Vec<(String, String)>,
    /// How many rows they are in.
    pub rows: usize,
    column: String,
    cause: Cause,
}

impl Alike {
    /// By what it is known again after another answer: its column and the cause.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.shares(&other.column, &other.cause)
    }

    fn shares(&self, column: &str, cause: &Cause) -> bool {
        self.column == column && std::mem::discriminant(&self.cause) == std::mem::discriminant(cause)
    }
}

impl Problem {
    /// The word that is none of the choices of its field.
    #[must_use]
    pub fn word(&self) -> Option<(Field, &str)> {
        match &self.cause {
            Cause::Word(field, word) => Some((*field, word)),
            _ => None,
        }
    }
}

impl Proposal {
    /// The cells that cannot be used, those of a column that share the cause together, in the order of the table. Left out are
    /// those about which `asked` says that a question covers them.
    #[must_use]
    pub fn alike(&self, asked: impl Fn(Field, &str) -> bool) -> Vec<Alike> {
        let mut all: Vec<Alike> = Vec::new();
        let mut last_rows: Vec<u32> = Vec::new();
        for problem in &self.problems {
            if problem.word().is_some_and(|(field, word)| asked(field, word)) {
                continue;
            }
            let column = problem.address.trim_end_matches(|c: char| c.is_ascii_digit());
            let cell = (problem.address.clone(), problem.message.clone());
            if let Some(at) = all.iter().position(|alike| alike.shares(column, &problem.cause)) {
                let (Some(alike), Some(last)) = (all.get_mut(at), last_rows.get_mut(at)) else { continue };
                alike.rows += usize::from(*last != problem.row);
                *last = problem.row;
                alike.cells.push(cell);
            } else {
                last_rows.push(problem.row);
                all.push(Alike {
                    message: problem.message.clone(),
                    cells: vec![cell],
                    rows: 1,
                    column: column.to_owned(),
                    cause: problem.cause.clone(),
                });
            }
        }
        all
    }

    /// How many rows have a cell that cannot be used and about which no question is asked.
    #[must_use]
    pub fn bad_beside(&self, asked: impl Fn(Field, &str) -> bool) -> usize {
        let others = self.problems.iter().filter(|problem| !problem.word().is_some_and(|(field, word)| asked(field, word)));
        others.map(|problem| problem.row).collect::<std::collections::HashSet<u32>>().len()
    }
}
