//! Which day it is that was read, given what is known besides: the order of day and month, the year, the week of the row.

use super::super::weeks::Weeks;
use super::{DateOrder, DateShape, Orders, Part, Point, Reading, Resolved, Stretch, full};
use crate::model::Day;

/// Why it cannot be said yet which day it is, or not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Need {
    /// Which number is the month.
    Order,
    /// Which year.
    Year,
    /// Which week the weekday is in.
    Week,
    /// What weeks by their number count from.
    Weeks,
    /// Which month the day is in.
    Month,
    /// It is a month, not a day.
    Day,
    /// The calendar has no such day.
    NoSuchDay,
    /// It is a day only in that order, which is not the one of the others.
    OnlyIn(DateOrder),
    /// The weekday beside it is another one: this is the one that the day has.
    OtherWeekday(u8),
}

/// What is known besides the cell.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::import) struct Context {
    /// In which order numbers stand.
    pub(in crate::import) orders: Orders,
    /// The year of days that have none.
    pub(in crate::import) year: Option<i16>,
    /// The month in which a table begins that goes over New Year: days without a year in an earlier month are in the next year.
    pub(in crate::import) begins: Option<i8>,
    /// What weeks by their number count from.
    pub(in crate::import) weeks: Option<Weeks>,
    /// The first day of the week that the row is in.
    pub(in crate::import) week: Option<Day>,
    /// The month that a heading above the row names, with its year where that is written.
    pub(in crate::import) month: Option<(i8, Option<i16>)>,
    /// The month that the whole table is of: only days by their number alone are in it.
    pub(in crate::import) table: Option<(i8, Option<i16>)>,
    /// A day by its number alone is in the month after that.
    pub(in crate::import) next: bool,
}

/// Day, month and year of numbers in that order; without a year any leap year will do to see whether there is such a day.
fn in_order(part: Part, order: DateOrder, year: Option<i16>) -> Option<Day> {
    const LEAP: i16 = 2028;
    match (part, order) {
        (Part::Pair(a, b, own, _), DateOrder::Dmy) => Day::new(own.or(year).unwrap_or(LEAP), b, a),
        (Part::Pair(a, b, own, _), DateOrder::Mdy) => Day::new(own.or(year).unwrap_or(LEAP), a, b),
        // Year first means month before day where no year stands.
        (Part::Pair(a, b, None, _), DateOrder::Ymd) => Day::new(year.unwrap_or(LEAP), a, b),
        (Part::Triple(a, b, c, _), DateOrder::Dmy) => Day::new(2000 + i16::from(c), b, a),
        (Part::Triple(a, b, c, _), DateOrder::Mdy) => Day::new(2000 + i16::from(c), a, b),
        (Part::Triple(a, b, c, _), DateOrder::Ymd) => Day::new(2000 + i16::from(a), b, c),
        _ => None,
    }
}

/// The orders in which numbers are a day.
pub(super) fn orders(part: Part) -> Vec<DateOrder> {
    let all: &[DateOrder] = match part {
        Part::Pair(..) => &[DateOrder::Dmy, DateOrder::Mdy],
        Part::Triple(..) => DateOrder::ALL,
        _ => &[],
    };
    let days = all.iter().filter_map(|order| Some((*order, in_order(part, *order, None)?)));
    let days: Vec<(DateOrder, Day)> = days.collect();
    // Of a year of two digits only what can be the year of a plan is meant: “03/05/27” is not in 2003.
    let is_near = |day: &Day| (2015..2060).contains(&day.date().year());
    let has_near = matches!(part, Part::Triple(..)) && days.iter().any(|(_, day)| is_near(day));
    days.into_iter().filter(|(_, day)| !has_near || is_near(day)).map(|(order, _)| order).collect()
}

impl Part {
    /// What stands between numbers of which one is the month.
    const fn shape(self) -> Option<DateShape> {
        match self {
            Self::Pair(_, _, _, shape) | Self::Triple(_, _, _, shape) => Some(shape),
            Self::Full(_) | Self::Named(..) | Self::DayOnly(_) => None,
        }
    }

    /// The order that is known for it.
    fn known(self, known: Orders) -> Option<DateOrder> {
        self.shape().and_then(|shape| known.of(shape))
    }
}

impl Point {
    /// Day, month and year of a day whose month stands as a name.
    pub(in crate::import) fn named(self) -> Option<(i8, i8, Option<i16>)> {
        match self.part {
            Part::Named(day, month, year) => Some((day, month, year)),
            _ => None,
        }
    }
}

impl Reading {
    /// The same with a week by its number as the one that it is, where it is known what those count from.
    pub(in crate::import) fn counted(self, weeks: Option<Weeks>) -> Self {
        match (self, weeks) {
            (Self::Counted(number), Some(Weeks::Calendar)) => Self::WeekNumber(number, None),
            (Self::Counted(number), Some(Weeks::From(first))) => match full(first.plus((i32::from(number) - 1) * 7)) {
                Self::Days(point, _) => Self::Week(point),
                other => other,
            },
            (other, _) => other,
        }
    }

    /// The year, where one of four digits, or one that can be nothing else, is written.
    pub(in crate::import) fn year(self) -> Option<i16> {
        if let Self::Month(_, year) | Self::WeekNumber(_, year) | Self::Stretch(_, _, year) = self {
            return year;
        }
        self.points().find_map(|point| match point.part {
            Part::Full(day) => Some(day.date().year()),
            Part::Pair(_, _, year, _) | Part::Named(_, _, year) => year,
            Part::Triple(..) | Part::DayOnly(_) => None,
        })
    }

    fn points(self) -> impl Iterator<Item = Point> {
        let (first, second) = match self {
            Self::Days(first, second) => (Some(first), second),
            Self::Week(point) => (Some(point), None),
            _ => (None, None),
        };
        first.into_iter().chain(second)
    }

    /// The orders in which what is written in numbers is a day, and the day that the weekday says, by the shape of those
    /// numbers; nothing where the order does not matter.
    pub(in crate::import) fn orders(self) -> Vec<(DateShape, Vec<DateOrder>)> {
        let mut by_shape: Vec<(DateShape, Vec<DateOrder>)> = Vec::new();
        for point in self.points() {
            let possible = orders(point.part);
            let days: Vec<Option<Day>> = possible.iter().map(|order| in_order(point.part, *order, None)).collect();
            let Some(shape) = point.part.shape() else { continue };
            if days.len() > 1 && days.windows(2).all(|pair| pair.first() == pair.last()) {
                continue;
            }
            let has_year = !matches!(point.part, Part::Pair(_, _, None, _));
            let fits = |order: &DateOrder| {
                let day = in_order(point.part, *order, None);
                !has_year || point.weekday.is_none() || day.map(Day::weekday) == point.weekday
            };
            let mut fitting: Vec<DateOrder> = possible.iter().copied().filter(fits).collect();
            if fitting.is_empty() {
                // The weekday fits none of them, so it decides nothing.
                fitting = possible;
            }
            match by_shape.iter_mut().find(|(of, _)| *of == shape) {
                None => by_shape.push((shape, fitting)),
                Some((_, common)) => common.retain(|order| fitting.contains(order)),
            }
        }
        by_shape
    }

    /// Whether a year is missing.
    pub(in crate::import) fn needs_year(self) -> bool {
        let missing = |point: Point| matches!(point.part, Part::Pair(_, _, None, _) | Part::Named(_, _, None));
        let own_year = self.points().any(|point| !missing(point) && !matches!(point.part, Part::DayOnly(_)));
        match self {
            Self::WeekNumber(_, year) | Self::Stretch(_, _, year) => year.is_none(),
            _ => !own_year && self.points().any(missing),
        }
    }

    /// The month that it is in, or begins in, as far as that is written; numbers need the order in which they stand.
    pub(in crate::import) fn month(self, known: Orders) -> Option<i8> {
        match self {
            Self::Month(month, _) | Self::Stretch(_, month, _) => Some(month),
            Self::WeekNumber(number, _) => Some(month_of_week(number)),
            _ => self.points().find_map(|point| match point.part {
                Part::Full(day) => Some(day.date().month()),
                Part::Named(_, month, _) => Some(month),
                Part::Pair(..) | Part::Triple(..) => {
                    in_order(point.part, point.part.known(known)?, None).map(|day| day.date().month())
                }
                Part::DayOnly(_) => None,
            }),
        }
    }

    /// The number of a day of a month that stands elsewhere.
    pub(in crate::import) fn bare_day(self) -> Option<i8> {
        self.points().next().filter(|_| self.needs_month()).and_then(|point| match point.part {
            Part::DayOnly(day) => Some(day),
            _ => None,
        })
    }

    /// Whether it is two days that were written as two, “10 & 11”, and not as a first and a last one.
    pub(in crate::import) fn is_two_days(self, text: &str) -> bool {
        let folded = text.to_lowercase();
        let joined = ["&", "+", "/", " and ", " und "].iter().any(|between| folded.contains(between));
        let dashed = folded.contains(['–', '—', '→']) || ["-", " to ", " bis "].iter().any(|to| folded.contains(to));
        joined
            && !dashed
            && matches!(self, Self::Days(first, Some(last)) if [first, last].iter().any(|point| matches!(point.part, Part::DayOnly(_))))
    }

    /// Whether it is a day of a month that stands elsewhere.
    pub(in crate::import) fn needs_month(self) -> bool {
        let is_day = |point: Point| matches!(point.part, Part::DayOnly(_));
        matches!(self, Self::Days(first, last) if is_day(first) && last.is_none_or(is_day))
    }

    /// The same with that weekday beside it, where none is written.
    pub(in crate::import) fn on_weekday(self, weekday: u8) -> Self {
        match self {
            Self::Days(point, None) => Self::Days(Point { weekday: point.weekday.or(Some(weekday)), ..point }, None),
            other => other,
        }
    }

    /// A week by its first day as that day, which is a Monday more often than any other: for what is proposed, not for what is taken.
    pub(in crate::import) fn begun_on_monday(self) -> Self {
        match self {
            Self::Week(point) => Self::Days(Point { weekday: point.weekday.or(Some(0)), ..point }, None),
            other => other,
        }
    }

    /// The weekday beside a day without a year, which says which years it can be.
    pub(in crate::import) fn fits_year(self, year: i16, known: Orders) -> bool {
        self.points().all(|point| {
            let day = match point.part {
                Part::Named(day, month, None) => Day::new(year, month, day),
                Part::Pair(..) => point.part.known(known).and_then(|order| in_order(point.part, order, Some(year))),
                _ => return true,
            };
            point.weekday.is_none() || day.map(Day::weekday) == point.weekday
        })
    }

    /// Whether there is a weekday beside a day.
    pub(in crate::import) fn has_weekday(self) -> bool {
        self.points().any(|point| point.weekday.is_some())
    }
}

/// Which days those are.
pub(in crate::import) fn resolve(reading: Reading, context: Context) -> Result<Resolved, Need> {
    match reading.counted(context.weeks) {
        Reading::Relative(days) => Ok(Resolved::Relative(days)),
        Reading::Counted(_) => Err(Need::Weeks),
        Reading::Order(place) => Ok(Resolved::Order(place)),
        Reading::Month(..) => Err(Need::Day),
        Reading::Weekday(weekday) => {
            let first = context.week.ok_or(Need::Week)?;
            let ahead = (i32::from(weekday) - i32::from(first.weekday())).rem_euclid(7);
            let day = first.plus(ahead);
            Ok(Resolved::On(day, day))
        }
        Reading::Week(point) => {
            let first = day_of(point, context)?;
            Ok(Resolved::On(first, first.plus(6)))
        }
        Reading::WeekNumber(number, year) => {
            let headed = context.month.and_then(|(_, year)| year);
            let year = year.or_else(|| context.year_of(month_of_week(number))).or(headed).ok_or(Need::Year)?;
            let first = monday_of(year, number).ok_or(Need::NoSuchDay)?;
            Ok(Resolved::On(first, first.plus(6)))
        }
        Reading::Stretch(stretch, month, year) => {
            let headed = context.month.and_then(|(_, year)| year);
            let year = year.or_else(|| context.year_of(month)).or(headed).ok_or(Need::Year)?;
            let on = |day: i8| Day::new(year, month, day).ok_or(Need::NoSuchDay);
            let end = (28..=31).rev().find_map(|day| Day::new(year, month, day)).ok_or(Need::NoSuchDay)?;
            let (first, last) = match stretch {
                Stretch::Early => (on(1)?, on(10)?),
                Stretch::Mid => (on(11)?, on(20)?),
                Stretch::Late => (on(21)?, end),
                Stretch::All => (on(1)?, end),
            };
            Ok(Resolved::On(first, last))
        }
        Reading::Days(point, None) => day_of(point, context).map(|day| Resolved::On(day, day)),
        Reading::Days(first, Some(last)) => span(first, last, context).map(|(first, last)| Resolved::On(first, last)),
    }
}

/// The month that most days of a week by its number are in, or the one beside it.
const fn month_of_week(number: i8) -> i8 {
    let month = (number as i16 - 1) * 12 / 52 + 1;
    if month > 12 { 12 } else { month as i8 }
}

impl Context {
    /// The month of a day by its number alone: the one of the heading above, which may have its year from the table's.
    pub(in crate::import) fn month_of_day(&self) -> Option<(i8, Option<i16>)> {
        let (month, year) = self.month.or(self.table)?;
        let of_table = || self.table.filter(|(of, _)| *of == month).and_then(|(_, year)| year);
        let year = year.or_else(of_table);
        Some(match (self.next, month) {
            (true, 12) => (1, year.map(|year| year + 1)),
            (true, month) => (month + 1, year),
            (false, month) => (month, year),
        })
    }

    /// The year of a month that is said without one, where a year was answered.
    fn year_of(&self, month: i8) -> Option<i16> {
        let over = self.begins.is_some_and(|begins| month < begins);
        self.year.map(|year| if over { year + 1 } else { year })
    }
}

/// The Monday of a week by the reckoning of ISO 8601: week 1 is the one with 4 January.
fn monday_of(year: i16, number: i8) -> Option<Day> {
    let fourth = Day::new(year, 1, 4)?;
    let first = fourth.plus(-i32::from(fourth.weekday()));
    let monday = first.plus((i32::from(number) - 1) * 7);
    // The Thursday says which year a week belongs to.
    (monday.plus(3).date().year() == year).then_some(monday)
}

fn span(first: Point, last: Point, context: Context) -> Result<(Day, Day), Need> {
    match (first.part, last.part) {
        (Part::DayOnly(day), other) if !matches!(other, Part::DayOnly(_)) => {
            let last = day_of(last, context)?;
            let date = last.date();
            let begins = Day::new(date.year(), date.month(), day).ok_or(Need::NoSuchDay)?;
            // “28–3 May” begins in the month before.
            let begins = if begins > last {
                let (year, month) = if date.month() == 1 { (date.year() - 1, 12) } else { (date.year(), date.month() - 1) };
                Day::new(year, month, day).ok_or(Need::NoSuchDay)?
            } else {
                begins
            };
            Ok((weekday_fits(begins, first.weekday)?, last))
        }
        (_, Part::DayOnly(day)) => {
            let first = day_of(first, context)?;
            let date = first.date();
            let ends = Day::new(date.year(), date.month(), day).ok_or(Need::NoSuchDay)?;
            let ends = if ends < first {
                let (year, month) = if date.month() == 12 { (date.year() + 1, 1) } else { (date.year(), date.month() + 1) };
                Day::new(year, month, day).ok_or(Need::NoSuchDay)?
            } else {
                ends
            };
            Ok((first, weekday_fits(ends, last.weekday)?))
        }
        _ => {
            let is_open = |point: Point| matches!(point.part, Part::Pair(_, _, None, _) | Part::Named(_, _, None));
            let (first, last) = if is_open(first) && !is_open(last) {
                let last = day_of(last, context)?;
                let year = last.date().year();
                let near = Context { year: Some(year), begins: None, ..context };
                let begins = unchecked(first, near)?;
                let begins = if begins > last { unchecked(first, Context { year: Some(year - 1), ..near })? } else { begins };
                (weekday_fits(begins, first.weekday)?, last)
            } else {
                let begins = day_of(first, context)?;
                let year = begins.date().year();
                let near = if is_open(last) { Context { year: Some(year), begins: None, ..context } } else { context };
                let ends = unchecked(last, near)?;
                let ends = if ends < begins && is_open(last) {
                    unchecked(last, Context { year: Some(year + 1), ..near })?
                } else {
                    ends
                };
                (begins, weekday_fits(ends, last.weekday)?)
            };
            if last < first { Err(Need::NoSuchDay) } else { Ok((first, last)) }
        }
    }
}

fn weekday_fits(day: Day, weekday: Option<u8>) -> Result<Day, Need> {
    match weekday {
        Some(weekday) if weekday != day.weekday() => Err(Need::OtherWeekday(day.weekday())),
        _ => Ok(day),
    }
}

fn day_of(point: Point, context: Context) -> Result<Day, Need> {
    weekday_fits(unchecked(point, context)?, point.weekday)
}

/// Why numbers are no day in an order: perhaps they are one in another.
fn no_day_in(part: Part, order: DateOrder) -> Need {
    match orders(part).as_slice() {
        [only] if *only != order => Need::OnlyIn(*only),
        _ => Need::NoSuchDay,
    }
}

fn unchecked(point: Point, context: Context) -> Result<Day, Need> {
    let in_year = |year: Option<i16>| -> Result<Day, Need> {
        match point.part {
            Part::Full(day) => Ok(day),
            Part::DayOnly(day) => {
                let (month, own) = context.month_of_day().ok_or(Need::Month)?;
                // A year that was answered is the one of the month that is written.
                let year = year.map(|year| if context.next && month == 1 { year + 1 } else { year });
                Day::new(own.or(year).ok_or(Need::Year)?, month, day).ok_or(Need::NoSuchDay)
            }
            Part::Named(day, month, own) => Day::new(own.or(year).ok_or(Need::Year)?, month, day).ok_or(Need::NoSuchDay),
            part @ (Part::Pair(..) | Part::Triple(..)) => {
                let possible = orders(part);
                let same = possible.windows(2).all(|pair| match pair {
                    [a, b] => in_order(part, *a, None) == in_order(part, *b, None),
                    _ => true,
                });
                let order = match part.known(context.orders) {
                    Some(order) => order,
                    // Where the numbers are equal the order does not matter.
                    None if same && possible.len() > 1 => DateOrder::Dmy,
                    None => return Err(Need::Order),
                };
                let has_year = !matches!(part, Part::Pair(_, _, None, _));
                if !has_year && year.is_none() {
                    // No such day in any year is worth more than the question for the year.
                    return Err(if in_order(part, order, None).is_some() { Need::Year } else { no_day_in(part, order) });
                }
                // A year of four digits at the end is never the first number.
                let order =
                    if order == DateOrder::Ymd && matches!(part, Part::Pair(_, _, Some(_), _)) { DateOrder::Dmy } else { order };
                in_order(part, order, year).ok_or_else(|| no_day_in(part, order))
            }
        }
    };
    let headed_without = matches!((point.part, context.month_of_day()), (Part::DayOnly(_), Some((_, None))));
    let open = headed_without || matches!(point.part, Part::Pair(_, _, None, _) | Part::Named(_, _, None));
    if let (true, Some(begins), Some(year)) = (open, context.begins, context.year) {
        // 29 February may be a day of the next year only, so that one is looked at first.
        if let Some(day) = in_year(Some(year + 1)).ok().filter(|day| day.date().month() < begins) {
            return Ok(day);
        }
    }
    in_year(context.year.or(context.month.and_then(|(_, year)| year)))
}
