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

    /// What the clock on the wall said at a time that [`Self::utc`] gave.
    #[must_use]
    pub fn at(self, utc: i64) -> Now {
        match self {
            Self::System => Now::at(utc, jiff::tz::TimeZone::system()),
            Self::Fixed(_) => Now::at(utc, jiff::tz::TimeZone::UTC),
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

    /// The time since it was started.
    #[must_use]
    pub(super) fn passed(self) -> Duration {
        self.0.elapsed()
    }

    /// Whether more time went by than a dialog that never opened needs to give up. No person opens, reads and leaves one so quickly.
    #[must_use]
    pub(super) fn longer_than_a_blink(self) -> bool {
        self.passed() > Duration::from_millis(400)
    }
}
