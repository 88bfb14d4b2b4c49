//! Days across a page: where a day stands, and what is written under the axis.

use super::super::lanes::day_number;
use super::super::plan::{Lasting, Plan};
use super::super::scene::{Item, Point, Rect, TextRole};
use super::Build;
use crate::analysis::Axis;
use crate::analysis::scale::{Label, Scale};
use crate::model::Day;
use crate::words::{deck as say, names};

/// Room between two labels.
const APART: f64 = 8.0;
/// How many months a label may stand for; the fewest that leave room between the labels are taken.
const STEPS: [i32; 10] = [1, 2, 3, 6, 12, 24, 60, 120, 600, 1200];

/// The stretch of days of a plan, laid across a page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Across {
    axis: Axis,
    first: f64,
    last: f64,
    left: f64,
    right: f64,
}

impl Across {
    pub(super) fn new(lasting: &Lasting, left: f64, right: f64) -> Self {
        let (first, last) = (f64::from(lasting.span.first), f64::from(lasting.span.last));
        Self { axis: lasting.axis, first, last, left, right }
    }

    /// Where a day stands.
    pub(super) fn x(&self, day: f64) -> f64 {
        self.left + (self.right - self.left) * (day - self.first) / (self.last - self.first).max(1.0)
    }

    fn per_day(&self) -> f64 {
        (self.right - self.left) / (self.last - self.first).max(1.0)
    }

    /// What is written where, from left to right; some may stand too close to each other. `long` writes months out, and leaves
    /// out the years of less than one, which stand above.
    fn labels(&self, long: bool) -> Vec<(f64, String)> {
        if self.axis == Axis::DayNumbers {
            let scale = Scale::new(self.axis, self.first as i32, self.per_day());
            let ticks = scale.ticks(0.0, self.right - self.left);
            let label = |label: Label| if let Label::Number(day) = label { day_number(day) } else { String::new() };
            return ticks.into_iter().map(|tick| (self.x(f64::from(tick.day)), label(tick.label))).collect();
        }
        let month = 30.44 * self.per_day();
        let half = !long && month >= 92.0;
        let room = if long { 66.0 } else { 44.0 };
        let step = STEPS.into_iter().find(|step| f64::from(*step) * month >= room).unwrap_or(1200);
        let mut labels = Vec::new();
        let from = Day::from_number(self.first as i32).date();
        let mut number = i32::from(from.year()) * 12 + i32::from(from.month()) - 1;
        number += (-number).rem_euclid(step);
        // A label for every month between the first day and the last one; the step keeps it to what fits on a page.
        while let Some(first) = month_begins(number).filter(|day| f64::from(day.number()) <= self.last) {
            // A month that began before stands where the axis begins, if it has room for its name there.
            let next = month_begins(number + 1).map_or(self.last, |day| f64::from(day.number()));
            let begun = long && step == 1 && (next - self.first) * self.per_day() >= room;
            let mut add = |day: Day, text: String| {
                let day = f64::from(day.number());
                if day >= self.first || begun {
                    labels.push((self.x(day.max(self.first)), text));
                }
            };
            let date = first.date();
            let month = date.month().unsigned_abs();
            let text = if half {
                if month == 1 { first.long() } else { first.short() }
            } else if step >= 12 {
                date.year().to_string()
            } else if long && step == 1 && self.last - self.first < 365.0 {
                names::month_in_full(month).to_owned()
            } else if month == 1 || (step > 1 && i32::from(month) <= step) {
                names::month_of_year(names::month(month), date.year())
            } else if long {
                names::month_in_full(month).to_owned()
            } else {
                names::month(month).to_owned()
            };
            add(first, text);
            if half && first.plus(14).number() <= self.last as i32 {
                add(first.plus(14), first.plus(14).short());
            }
            number += step;
        }
        labels
    }
}

/// The first day of a month, counted in months from the year 0.
fn month_begins(number: i32) -> Option<Day> {
    let year = i16::try_from(number.div_euclid(12)).ok()?;
    Day::new(year, i8::try_from(number.rem_euclid(12) + 1).ok()?, 1)
}

impl Build<'_> {
    /// The labels under an axis; where two do not fit side by side, the first stays. In the middle of their place, or
    /// beginning there.
    pub(super) fn axis_labels(&mut self, across: &Across, y: f64, long: bool) -> Vec<Item> {
        let style = self.small();
        let mut free = across.left - 20.0;
        let mut items = Vec::new();
        for (x, text) in across.labels(long) {
            let laid = self.snug(&text, style, across.right - across.left);
            let left = if long { x } else { x - laid.width / 2.0 };
            if left < free || left + laid.width > across.right + if long { 0.0 } else { 12.0 } {
                continue;
            }
            free = left + laid.width + APART;
            items.push(Item::text(Point::new(left, y), laid, TextRole::Running));
        }
        items
    }
}

/// First and last day on which a card stands.
pub(super) fn of_cards(plan: &Plan) -> Option<(Day, Day)> {
    plan.lasting.as_ref().filter(|lasting| lasting.axis == Axis::Calendar)?;
    let days = plan.cards().filter_map(|(_, card)| card.day);
    let (first, last) = days.fold(None, |found: Option<(i32, i32)>, day| {
        Some(found.map_or((day, day), |(first, last)| (first.min(day), last.max(day))))
    })?;

    Some((Day::from_number(first), Day::from_number(last)))
}

/// "September to November 2027". Months and not a season: what is autumn in one market is spring in another.
pub(super) fn months(first: Day, last: Day) -> String {
    let of = |day: Day| (names::month_in_full(day.date().month().unsigned_abs()), day.date().year());
    let ((from, from_year), (to, to_year)) = (of(first), of(last));
    if (from, from_year) == (to, to_year) {
        names::month_of_year(from, from_year)
    } else if from_year == to_year {
        say::months_to(from, names::month_of_year(to, to_year))
    } else {
        say::months_to(names::month_of_year(from, from_year), names::month_of_year(to, to_year))
    }
}

/// Where a lane's labels stand, so that the next one stands clear of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Taken(Vec<Rect>);

impl Taken {
    /// Whether nothing stands there.
    pub(super) fn is_free(&self, place: Rect) -> bool {
        self.0.iter().all(|of| !of.overlaps(place))
    }

    /// The first of these places on which nothing stands.
    pub(super) fn first_free(&self, places: impl IntoIterator<Item = Rect>) -> Option<Rect> {
        places.into_iter().find(|place| self.is_free(*place))
    }

    /// Notes that something stands there.
    pub(super) fn take(&mut self, place: Rect) {
        self.0.push(place);
    }
}
