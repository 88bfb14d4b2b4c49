//! The clock, read in one place. Everything else is told what day it is.
#![expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use jiff::{Timestamp, tz::TimeZone};

use crate::model::{Day, IdSource};

/// What the clock on the wall says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// The day, in the time zone of this computer.
    pub day: Day,
    /// Hours, 0 to 23.
    pub hour: u8,
    /// Minutes, 0 to 59.
    pub minute: u8,
}

impl Now {
    /// Reads the clock of this computer. Before 1970 or after 9999 it is 1 January 1970.
    #[must_use]
    pub fn read() -> Self {
        Self::at(second().unwrap_or(0))
    }

    /// What it says, or said, that many seconds after the beginning of 1970 in UTC.
    #[must_use]
    pub fn at(second: i64) -> Self {
        let here = Timestamp::from_second(second).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(TimeZone::system()).datetime();
        let day = Day::new(here.year(), here.month(), here.day()).unwrap_or_else(|| Day::from_number(0));
        Self { day, hour: here.hour().unsigned_abs(), minute: here.minute().unsigned_abs() }
    }

    /// "14:02".
    #[must_use]
    pub fn time(self) -> String {
        format!("{:02}:{:02}", self.hour, self.minute)
    }
}

/// The second since 1970, where the clock tells one.
#[must_use]
pub fn second() -> Option<i64> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    i64::try_from(since.as_secs()).ok()
}

/// The day in UTC of that many seconds since 1970, written as a number; `None` for anything else.
#[must_use]
pub fn utc_day(seconds: &str) -> Option<Day> {
    let seconds: i64 = seconds.trim().parse().ok()?;
    let day = i32::try_from(seconds.div_euclid(24 * 60 * 60)).ok()?;
    (0..=2_932_896).contains(&day).then(|| Day::from_number(day))
}

/// Tells how long something takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Watch(Instant);

impl Watch {
    /// Starts now.
    pub(super) fn start() -> Self {
        Self(Instant::now())
    }

    /// The time since the start.
    pub(super) fn passed(self) -> Duration {
        self.0.elapsed()
    }
}

/// The moment an hour ago, for telling what is old on the disk.
#[must_use]
pub fn hour_ago() -> SystemTime {
    SystemTime::now().checked_sub(Duration::from_hours(1)).unwrap_or(UNIX_EPOCH)
}

/// A source of ids that no other run of the program gives: seeded from the randomness of the operating system.
#[must_use]
pub fn fresh_ids() -> IdSource {
    let (high, low) = uuid::Uuid::new_v4().as_u64_pair();
    IdSource::seeded(high ^ low.rotate_left(32))
}
