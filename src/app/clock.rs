//! The clocks of the window: the wall's, which tests hold still, and a stopwatch.
#![expect(clippy::disallowed_methods, reason = "the window reads the clock here and hands it on")]

use std::time::{Duration, Instant};

use crate::cli::clock::Now;

/// Where the time of day comes from.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// This computer.
    System,
    /// Always this moment; for tests and pictures.
    Fixed(Now),
}

impl Clock {
    /// The seconds since 1970 in UTC, for what is kept on the disk; a clock that stands still counts as one in UTC.
    #[must_use]
    pub fn utc(self) -> i64 {
        match self {
            Self::System => crate::cli::clock::second().unwrap_or(0),
            Self::Fixed(now) => {
                let minutes = i64::from(now.hour) * 60 + i64::from(now.minute);
                i64::from(now.day.number()) * 86_400 + minutes * 60
            }
        }
    }

    /// What the clock says.
    #[must_use]
    pub fn now(self) -> Now {
        match self {
            Self::System => Now::read(),
            Self::Fixed(now) => now,
        }
    }

    /// What the clock on the wall said then, in seconds since 1970 in UTC; one that stands still counts as one in UTC.
    #[must_use]
    pub fn at(self, utc: i64) -> Now {
        match self {
            Self::System => Now::at(utc),
            Self::Fixed(_) => {
                let (day, second) = (utc.div_euclid(86_400), utc.rem_euclid(86_400));
                let of_day = |n: i64| u8::try_from(n).unwrap_or(0);
                let day = crate::model::Day::from_number(i32::try_from(day).unwrap_or(0));
                Now { day, hour: of_day(second / 3600), minute: of_day(second % 3600 / 60) }
            }
        }
    }

    /// The second since 1970, where time goes on.
    #[must_use]
    pub fn second(self) -> Option<i64> {
        match self {
            Self::System => crate::cli::clock::second(),
            Self::Fixed(_) => None,
        }
    }
}

/// Measures how long something took.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts.
    #[must_use]
    pub(super) fn start() -> Self {
        Self(Instant::now())
    }

    /// How long ago it started.
    #[must_use]
    pub(super) fn passed(self) -> Duration {
        self.0.elapsed()
    }

    /// Whether more time went by than a dialog that never opened needs to give up. No person opens, reads and leaves one so quickly.
    #[must_use]
    pub(super) fn longer_than_a_blink(self) -> bool {
        self.0.elapsed() > Duration::from_millis(400)
    }
}
