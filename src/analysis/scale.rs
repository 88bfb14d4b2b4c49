//! The time axis: days to pixels and back, its ticks, and the span a campaign needs.
//!
//! A scale never knows a screen: x is counted from the left end of the plan, and whoever draws takes the scroll off.
//! A day stands at its own line, as a date does; the stretch up to the next line is that day.

use crate::model::{Campaign, Day, Lane, Years};

use super::Axis;

/// The most pixels a day takes: a week then fills a wide screen.
pub const MOST_PX_PER_DAY: f64 = 200.0;
/// The fewest pixels a day takes: ten years then fit on a screen.
pub const FEWEST_PX_PER_DAY: f64 = 0.25;

/// Days on one axis, the last one included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub first: i32,
    /// Last day, never before the first.
    pub last: i32,
}

impl Span {
    /// The days of a campaign: its start and end, phases and all cards that have a day on that axis, with a margin of
    /// that many days on both sides. `None` when there is no day at all.
    #[must_use]
    pub fn of(campaign: &Campaign, axis: Axis, margin: u16) -> Option<Self> {
        Self::around(campaign, axis, CardDays::of(campaign).on(axis), margin)
    }

    /// The same, of a campaign whose cards are known to take these days.
    #[must_use]
    pub fn around(campaign: &Campaign, axis: Axis, cards: Option<Self>, margin: u16) -> Option<Self> {
        let mut span = cards;
        if axis == Axis::Calendar {
            let ends = [campaign.start, campaign.end, campaign.anchor.as_ref().and_then(|anchor| anchor.date)];
            let phases = campaign.phases.iter().flat_map(|phase| [Some(phase.from), Some(phase.to)]);
            for day in ends.into_iter().chain(phases).flatten() {
                span = Some(Self::with(span, day.number()));
            }
        } else if span.is_some() {
            // Day 0 is what the numbers mean, so it is always in view.
            span = Some(Self::with(span, 0));
        }
        let margin = i32::from(margin);
        span.map(|span| Self { first: span.first.saturating_sub(margin), last: span.last.saturating_add(margin) })
    }

    fn with(span: Option<Self>, day: i32) -> Self {
        span.map_or(Self { first: day, last: day }, |span| Self { first: span.first.min(day), last: span.last.max(day) })
    }

    /// How many days it holds, at least 1.
    #[must_use]
    pub fn days(self) -> i64 {
        i64::from(self.last) - i64::from(self.first) + 1
    }
}

/// The days that cards take on each of the two axes: those of a lane, or of all lanes together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CardDays {
    calendar: Option<Span>,
    numbers: Option<Span>,
}

impl CardDays {
    /// The days of the cards of all lanes.
    #[must_use]
    pub fn of(campaign: &Campaign) -> Self {
        Self::together(campaign.lanes.iter().map(|lane| Self::of_lane(campaign, lane)))
    }

    /// The days of the cards of one lane.
    #[must_use]
    pub fn of_lane(campaign: &Campaign, lane: &Lane) -> Self {
        let with = |span: Option<Span>, day: Option<i32>| day.map_or(span, |day| Some(Span::with(span, day)));
        lane.moments.iter().fold(Self::default(), |days, moment| Self {
            calendar: with(days.calendar, Axis::Calendar.day(campaign, moment.when)),
            numbers: with(days.numbers, Axis::DayNumbers.day(campaign, moment.when)),
        })
    }

    /// The days of several lanes, or parts of a plan, as one.
    #[must_use]
    pub fn together(all: impl IntoIterator<Item = Self>) -> Self {
        let both = |a: Option<Span>, b: Option<Span>| match (a, b) {
            (Some(a), Some(b)) => Some(Span { first: a.first.min(b.first), last: a.last.max(b.last) }),
            (one, other) => one.or(other),
        };
        all.into_iter().fold(Self::default(), |all, days| Self {
            calendar: both(all.calendar, days.calendar),
            numbers: both(all.numbers, days.numbers),
        })
    }

    /// How these days are told.
    #[must_use]
    pub fn years(self) -> Years {
        self.calendar.map_or(Years::Told, |span| Years::between(Day::from_number(span.first), Day::from_number(span.last)))
    }

    /// Those on an axis; `None` when no card has a day there.
    #[must_use]
    pub const fn on(self, axis: Axis) -> Option<Span> {
        match axis {
            Axis::Calendar => self.calendar,
            Axis::DayNumbers => self.numbers,
        }
    }
}

/// The last day of a plan on each of the two axes. Whoever says how far a relationship is when the plan ends reads its curve
/// there: not at the last card of its own lane, and not at the edge of what happens to be drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlanEnd {
    calendar: Option<i32>,
    numbers: Option<i32>,
}

impl PlanEnd {
    /// The end of a campaign: the last of its days, phases and cards.
    #[must_use]
    pub fn of(campaign: &Campaign) -> Self {
        Self::after(campaign, CardDays::of(campaign))
    }

    /// The same, of a campaign whose cards are known to take these days.
    #[must_use]
    pub fn after(campaign: &Campaign, cards: CardDays) -> Self {
        let last = |axis: Axis| Span::around(campaign, axis, cards.on(axis), 0).map(|span| span.last);
        Self { calendar: last(Axis::Calendar), numbers: last(Axis::DayNumbers) }
    }

    /// The last day on an axis; `None` when nothing stands there.
    #[must_use]
    pub const fn on(self, axis: Axis) -> Option<i32> {
        match axis {
            Axis::Calendar => self.calendar,
            Axis::DayNumbers => self.numbers,
        }
    }
}

/// Days to pixels and back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// What the days are.
    pub axis: Axis,
    /// The day at x = 0.
    pub origin: i32,
    /// Pixels a day takes; finite and above zero.
    px_per_day: f64,
    /// The last day of what is shown, where it has an end.
    last: Option<i32>,
}

/// How a tick stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// A thin line.
    Light,
    /// A line with its label set bold: the first of a month or year, or day 0.
    Strong,
}

/// What is written at a tick. The words for it are in [`crate::words`] and [`Day`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// The number of a day in its month: "13".
    DayOfMonth(Day),
    /// Day and month: "6 Sep".
    DayAndMonth(Day),
    /// A month: "Sep".
    Month(Day),
    /// A year: "2027".
    Year(Day),
    /// A day of a plan without dates: "Day −14".
    Number(i32),
}

impl Label {
    /// The year in which the tick stands, and what is written there where nothing before it tells that year. `None` for a tick
    /// that is no date.
    #[must_use]
    pub fn with_year(self) -> Option<(i16, String)> {
        match self {
            Self::DayOfMonth(day) | Self::DayAndMonth(day) => Some((day.date().year(), day.long())),
            Self::Month(day) => Some((day.date().year(), day.month_and_year())),
            Self::Year(day) => Some((day.date().year(), day.date().year().to_string())),
            Self::Number(_) => None,
        }
    }
}

/// A line across the board.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// The day.
    pub day: i32,
    /// Where.
    pub x: f64,
    /// How it stands out.
    pub weight: Weight,
    /// What is written there.
    pub label: Label,
}

/// How far apart ticks are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Every {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

impl Scale {
    /// A scale; pixels per day are kept within [`FEWEST_PX_PER_DAY`] and [`MOST_PX_PER_DAY`].
    #[must_use]
    pub fn new(axis: Axis, origin: i32, px_per_day: f64) -> Self {
        let px_per_day = if px_per_day.is_nan() { 1.0 } else { px_per_day.clamp(FEWEST_PX_PER_DAY, MOST_PX_PER_DAY) };
        Self { axis, origin, px_per_day, last: None }
    }

    /// The same scale with an end: that day is the last one.
    #[must_use]
    pub const fn until(self, last: i32) -> Self {
        Self { last: Some(last), ..self }
    }

    /// Where the last day ends; infinite where there is no end.
    #[must_use]
    pub fn end(&self) -> f64 {
        self.last.map_or(f64::INFINITY, |last| self.x_at(f64::from(last) + 1.0))
    }

    /// The scale that shows a span on that many pixels.
    #[must_use]
    pub fn fit(axis: Axis, span: Span, width: f64) -> Self {
        Self::new(axis, span.first, width / span.days() as f64).until(span.last)
    }

    /// Pixels a day takes.
    #[must_use]
    pub fn px_per_day(&self) -> f64 {
        self.px_per_day
    }

    /// Where a day stands.
    #[must_use]
    pub fn x(&self, day: i32) -> f64 {
        self.x_at(f64::from(day))
    }

    /// Where a moment between days stands.
    #[must_use]
    pub fn x_at(&self, day: f64) -> f64 {
        (day - f64::from(self.origin)) * self.px_per_day
    }

    /// The moment at a place, in days.
    #[must_use]
    pub fn at(&self, x: f64) -> f64 {
        x / self.px_per_day + f64::from(self.origin)
    }

    /// The day whose line is nearest.
    #[must_use]
    pub fn nearest(&self, x: f64) -> i32 {
        self.at(x).round() as i32
    }

    /// The same scale zoomed so that the day under `x` stays under it: the new scale, and how far the content moved
    /// to the right (to be added to the scroll offset).
    #[must_use]
    pub fn zoomed(&self, factor: f64, x: f64) -> (Self, f64) {
        let next = Self { last: self.last, ..Self::new(self.axis, self.origin, self.px_per_day * factor) };
        (next, next.x_at(self.at(x)) - x)
    }

    fn every(&self) -> Every {
        match self.px_per_day {
            px if px >= 26.0 => Every::Day,
            px if px >= 4.0 => Every::Week,
            px if px >= 1.2 => Every::Month,
            px if px >= 0.5 => Every::Quarter,
            _ => Every::Year,
        }
    }

    /// The ticks between two places, from left to right; weeks begin on Monday. Costs what lies between them: never more than
    /// a line each 26 pixels.
    #[must_use]
    pub fn ticks(&self, from: f64, to: f64) -> Vec<Tick> {
        self.ticks_of_weeks(from, to, 0)
    }

    /// The same with weeks that begin on that weekday, 0 is Monday.
    #[must_use]
    pub fn ticks_of_weeks(&self, from: f64, to: f64, begins: u8) -> Vec<Tick> {
        if from.is_nan() || to.is_nan() || from > to {
            return Vec::new();
        }
        let days = (self.at(from).ceil() as i32, self.at(to).floor() as i32);
        match self.axis {
            Axis::Calendar => self.calendar_ticks(days.0.max(Day::MIN.number()), days.1.min(Day::MAX.number()), begins),
            Axis::DayNumbers => self.number_ticks(days.0, days.1),
        }
    }

    fn tick(&self, day: i32, weight: Weight, label: Label) -> Tick {
        Tick { day, x: self.x(day), weight, label }
    }

    fn calendar_ticks(&self, from: i32, to: i32, begins: u8) -> Vec<Tick> {
        let every = self.every();
        let mut ticks = Vec::new();
        if from > to {
            return ticks;
        }
        let mut day = Day::from_number(from);
        while let Some(next) = first_on_grid(day, every, begins).filter(|next| next.number() <= to) {
            day = next;
            let date = day.date();
            let strong = match every {
                Every::Day => date.day() == 1,
                Every::Week => date.day() <= 7,
                Every::Month | Every::Quarter => date.month() == 1,
                Every::Year => false,
            };
            let label = match (every, strong) {
                (Every::Day | Every::Week, true) => Label::DayAndMonth(day),
                (Every::Day | Every::Week, false) => Label::DayOfMonth(day),
                (Every::Month | Every::Quarter, false) => Label::Month(day),
                (Every::Month | Every::Quarter, true) | (Every::Year, _) => Label::Year(day),
            };
            ticks.push(self.tick(day.number(), if strong { Weight::Strong } else { Weight::Light }, label));
            if day == Day::MAX {
                break;
            }
            day = day.plus(1);
        }
        ticks
    }

    fn number_ticks(&self, from: i32, to: i32) -> Vec<Tick> {
        let step = match self.every() {
            Every::Day => 1,
            Every::Week => 7,
            Every::Month => 28,
            Every::Quarter => 91,
            Every::Year => 364,
        };
        let mut ticks = Vec::new();
        let (mut day, to, step) = (i64::from(from), i64::from(to), i64::from(step));
        day += (-day).rem_euclid(step);
        while day <= to {
            let number = day as i32;
            let weight = if number == 0 { Weight::Strong } else { Weight::Light };
            ticks.push(self.tick(number, weight, Label::Number(number)));
            day += step;
        }
        ticks
    }
}

/// The first day of the grid on or after a day; `None` past the calendar's end.
fn first_on_grid(day: Day, every: Every, begins: u8) -> Option<Day> {
    let months = match every {
        Every::Day => return Some(day),
        Every::Week => {
            let first = day.plus((i32::from(begins) - i32::from(day.weekday())).rem_euclid(7));
            return (first.weekday() == begins).then_some(first);
        }
        Every::Month => 1,
        Every::Quarter => 3,
        Every::Year => 12,
    };
    let date = day.date();
    // Months counted from year 0, so that quarters and years are plain multiples.
    let month = i32::from(date.year()) * 12 + i32::from(date.month()) - 1 + i32::from(date.day() > 1);
    let month = month + (-month).rem_euclid(months);
    Day::new(i16::try_from(month.div_euclid(12)).ok()?, i8::try_from(month.rem_euclid(12) + 1).ok()?, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> i32 {
        Day::parse(text).unwrap().number()
    }

    fn dates(ticks: &[Tick]) -> Vec<String> {
        ticks.iter().map(|tick| Day::from_number(tick.day).to_string()).collect()
    }

    #[test]
    fn a_day_comes_back_from_its_place_at_every_zoom() {
        for zoom in [0.25, 1.0, 3.3, 8.28, 26.0, 200.0] {
            let scale = Scale::new(Axis::Calendar, day("2027-08-23"), zoom);
            for number in -2000..2000 {
                assert_eq!(scale.nearest(scale.x(scale.origin + number)), scale.origin + number);
            }
        }
        assert!((Scale::new(Axis::Calendar, 0, f64::NAN).px_per_day() - 1.0).abs() < f64::EPSILON);
        assert!((Scale::new(Axis::Calendar, 0, 0.0).px_per_day() - FEWEST_PX_PER_DAY).abs() < f64::EPSILON);
    }

    #[test]
    fn weeks_begin_on_monday_and_the_first_of_a_month_stands_out() {
        let scale = Scale::new(Axis::Calendar, day("2027-08-25"), 8.28);
        let ticks = scale.ticks(0.0, scale.x(day("2027-10-05")));
        assert_eq!(dates(&ticks), ["2027-08-30", "2027-09-06", "2027-09-13", "2027-09-20", "2027-09-27", "2027-10-04"]);
        let strong: Vec<bool> = ticks.iter().map(|tick| tick.weight == Weight::Strong).collect();
        assert_eq!(strong, [false, true, false, false, false, true]);
        assert_eq!(ticks[1].label, Label::DayAndMonth(Day::parse("2027-09-06").unwrap()));
        assert_eq!(ticks[2].label, Label::DayOfMonth(Day::parse("2027-09-13").unwrap()));
    }

    #[test]
    fn weeks_begin_on_the_day_that_is_asked_for() {
        let scale = Scale::new(Axis::Calendar, day("2027-08-25"), 8.28);
        let of = |begins| dates(&scale.ticks_of_weeks(0.0, scale.x(day("2027-09-08")), begins));
        assert_eq!(of(6), ["2027-08-29", "2027-09-05"], "Sundays");
        assert_eq!(of(5), ["2027-08-28", "2027-09-04"], "Saturdays");
        assert_eq!(of(2), ["2027-08-25", "2027-09-01", "2027-09-08"], "the first day can be one");
    }

    #[test]
    fn far_out_there_are_months_then_quarters_then_years_and_close_up_days() {
        let from = day("2027-11-15");
        let at = |zoom: f64, to: &str| {
            let scale = Scale::new(Axis::Calendar, from, zoom);
            scale.ticks(0.0, scale.x(day(to)))
        };
        let months = at(2.0, "2028-02-02");
        assert_eq!(dates(&months), ["2027-12-01", "2028-01-01", "2028-02-01"]);
        assert_eq!(months[1].label, Label::Year(Day::parse("2028-01-01").unwrap()));
        assert_eq!(dates(&at(0.8, "2028-08-01")), ["2028-01-01", "2028-04-01", "2028-07-01"]);
        assert_eq!(dates(&at(0.3, "2030-08-01")), ["2028-01-01", "2029-01-01", "2030-01-01"]);
        assert_eq!(at(30.0, "2027-11-30").len(), 16);
    }

    #[test]
    fn a_plan_without_dates_counts_from_day_0() {
        let scale = Scale::new(Axis::DayNumbers, -20, 8.0);
        let ticks = scale.ticks(0.0, scale.x(15));
        let days: Vec<i32> = ticks.iter().map(|tick| tick.day).collect();
        assert_eq!(days, [-14, -7, 0, 7, 14]);
        assert_eq!(ticks[2].weight, Weight::Strong);
    }

    #[test]
    fn zooming_keeps_the_day_under_the_pointer() {
        let scale = Scale::new(Axis::Calendar, day("2027-08-23"), 8.0);
        let (zoomed, moved) = scale.zoomed(1.5, 333.0);
        assert!((zoomed.at(333.0 + moved) - scale.at(333.0)).abs() < 1e-9);
    }

    #[test]
    fn the_ends_of_the_calendar_end_the_ticks() {
        let scale = Scale::new(Axis::Calendar, Day::MAX.number() - 40, 8.0);
        let ticks = scale.ticks(0.0, 1e9);
        assert!(ticks.len() <= 6 && ticks.iter().all(|tick| tick.day <= Day::MAX.number()));
        assert!(Scale::new(Axis::Calendar, i32::MIN, 8.0).ticks(0.0, 100.0).is_empty());
        assert_eq!(Scale::new(Axis::DayNumbers, i32::MAX - 10, 8.0).ticks(0.0, 1e4).len(), 2);
    }
}
