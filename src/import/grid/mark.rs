//! What stands above the columns of a grid: days, weeks, months, weekdays, or numbers of days.

use super::super::date::{self, Reading, Stretch};
use super::super::field::Field;
use super::super::months;
use super::super::table::{Row, Value};
use super::super::text::fold;

/// Days across that make a grid.
const DAYS: usize = 3;
/// Weeks or months across that make one.
const SPANS: usize = 2;
/// Weekdays across that make one; numbers of days as well.
const WEEKDAYS: usize = 5;

/// What stands above a column of a grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Day(Reading),
    /// A week, or a first and a last day.
    Span(Reading),
    /// A month, with its year where that is written.
    Month(i8, Option<i16>),
    Weekday(u8),
    Number(i8),
}

impl Mark {
    pub(super) fn of(value: &Value, from_1904: bool) -> Option<Self> {
        let numbered = |number: f64| match date::serial(number, from_1904) {
            Some(day) => Some(Self::Day(date::full(day))),
            None => (number.fract() == 0.0 && (1.0..=31.0).contains(&number)).then_some(Self::Number(number as i8)),
        };
        match value {
            Value::Date(day, _) => Some(Self::Day(date::full(*day))),
            Value::Number(number) => numbered(*number),
            Value::Text(text) => match date::read(text).map(|(reading, _)| reading) {
                Some(reading @ Reading::Days(_, None)) => Some(Self::Day(reading)),
                Some(Reading::Month(month, year) | Reading::Stretch(Stretch::All, month, year)) => Some(Self::Month(month, year)),
                Some(
                    reading @ (Reading::Days(..)
                    | Reading::Week(_)
                    | Reading::WeekNumber(..)
                    | Reading::Counted(_)
                    | Reading::Stretch(..)),
                ) => Some(Self::Span(reading)),
                Some(Reading::Weekday(weekday)) => Some(Self::Weekday(weekday)),
                // Tables of commas have their numbers as text.
                None if text.len() <= 6 => text.trim().parse().ok().and_then(numbered),
                _ => None,
            },
            _ => None,
        }
    }

    /// The month that a name may be that is read as a weekday: “Mar” is Tuesday in Spanish.
    fn month_of(value: &Value) -> Option<Self> {
        let Value::Text(text) = value else { return None };
        months::month(&fold(text)).map(|month| Self::Month(month, None))
    }

    fn is_like(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}

/// A row with days, weekdays or numbers of days across.
pub(super) struct Head<'a> {
    pub(super) row: &'a Row,
    pub(super) marks: Vec<(u16, Mark)>,
}

impl<'a> Head<'a> {
    /// Reads a row as one; `is_wall` where weekdays stand above, so that a few numbers are enough.
    pub(super) fn of(row: &'a Row, from_1904: bool, is_wall: bool) -> Option<Self> {
        let all: Vec<(u16, Mark)> =
            row.cells.iter().filter_map(|cell| Some((cell.column, Mark::of(&cell.value, from_1904)?))).collect();
        // The mark that most cells have; a label beside them may be a day, too.
        let usual =
            all.iter().map(|(_, mark)| *mark).max_by_key(|mark| all.iter().filter(|(_, other)| other.is_like(*mark)).count())?;
        let as_usual = |(column, mark): (u16, Mark)| {
            let month = || Mark::month_of(row.get(column)?).filter(|_| matches!(usual, Mark::Month(..)));
            Some((column, if mark.is_like(usual) { mark } else { month()? }))
        };
        let marks: Vec<(u16, Mark)> = all.into_iter().filter_map(as_usual).collect();
        let mut distinct: Vec<Mark> = Vec::new();
        for (_, mark) in &marks {
            if !distinct.contains(mark) {
                distinct.push(*mark);
            }
        }
        let others = row.cells.len() - marks.len();
        // Two columns may be the first and the last day of a list; beside each other below a label they are two weeks.
        let labelled = marks.first().is_some_and(|(at, _)| row.cells.first().is_some_and(|cell| cell.column < *at));
        let follow = marks.windows(2).all(|pair| matches!(pair, [(a, _), (b, _)] if *b == a + 1));
        let is_head = match usual {
            // Two days are a header where nothing stands beside them but the name of a column.
            Mark::Day(_) => {
                let of_creators = || {
                    row.cells.first().is_some_and(|cell| {
                        let fields = Field::of_header(&cell.value.shown());
                        fields.iter().any(|(field, whole)| *whole && matches!(field, Field::Creator | Field::Handle))
                    })
                };
                let are_two = || distinct.len() == 2 && marks.len() == 2 && labelled && follow && others == 1 && of_creators();
                (distinct.len() >= DAYS && others <= 3) || are_two()
            }
            Mark::Span(_) | Mark::Month(..) => {
                others <= 4
                    && distinct.len() == marks.len()
                    && (distinct.len() > SPANS || (distinct.len() == SPANS && labelled && follow))
            }
            Mark::Weekday(_) => distinct.len() >= WEEKDAYS && others <= 3,
            Mark::Number(_) => {
                let follow = distinct.windows(2).all(|pair| match pair {
                    [Mark::Number(a), Mark::Number(b)] => *b == a + 1 || *b == 1,
                    _ => false,
                });
                follow && ((is_wall && others == 0) || (distinct.len() >= WEEKDAYS && others <= 3))
            }
        };
        is_head.then_some(Self { row, marks })
    }

    pub(super) fn is_weekdays(&self) -> bool {
        matches!(self.marks.first(), Some((_, Mark::Weekday(_))))
    }

    /// Whether days, weeks or months stand in it, which say themselves when they are.
    pub(super) fn is_dated(&self) -> bool {
        matches!(self.marks.first(), Some((_, Mark::Day(_) | Mark::Span(_) | Mark::Month(..))))
    }

    pub(super) fn first_column(&self) -> u16 {
        self.marks.first().map_or(0, |(column, _)| *column)
    }
}
