//! The zone in which times of day are meant, as a calendar carries it: the offsets of the years that a plan takes.
//!
//! A time is written as it reads on a clock there, with the name of the zone, so that an entry stays at half past nine when
//! somebody moves it across the end of summer time. A time that a clock cannot tell (an end in the hour that a night in autumn
//! has twice) is written in universal time, and so are all of a plan whose years no calendar would list.

use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};
use jiff::{Span, Timestamp};

use super::Lines;

/// How many changes of the clock are listed at most: thirty years of them.
const MOST: usize = 60;

/// A zone, and the changes of its clocks in the years that matter.
pub(super) struct Zone {
    clocks: TimeZone,
    name: String,
    /// From which offset the first day is counted, and the changes after it; none where there would be too many.
    listed: Option<Listed>,
}

struct Listed {
    first: Change,
    changes: Vec<Change>,
}

/// A day on which clocks change.
struct Change {
    /// When, on the clock before.
    at: DateTime,
    from: Offset,
    to: Offset,
    name: String,
    is_summer: bool,
}

/// Start and end of an entry.
pub(super) enum Times {
    /// On the clocks of the zone.
    Local(DateTime, DateTime),
    /// In universal time; the last days of the calendar have no end.
    Universal(Timestamp, Option<Timestamp>),
}

impl Zone {
    /// The zone with what is to be known of it between two days.
    pub(super) fn new(zone: TimeZone, first: Date, last: Date) -> Self {
        let name = zone.iana_name().unwrap_or_default().to_owned();
        // Without a name that others know there is nothing to refer to.
        let listed = if name.is_empty() { None } else { listed(&zone, first, last) };
        Self { clocks: zone, name, listed }
    }

    /// What a time names its zone by; none where times are universal.
    pub(super) fn name(&self) -> Option<&str> {
        self.listed.as_ref().map(|_| self.name.as_str())
    }

    /// Writes what the zone is.
    pub(super) fn write(&self, out: &mut Lines) {
        let Some(listed) = &self.listed else { return };
        out.line("BEGIN", "VTIMEZONE");
        out.line("TZID", &self.name);
        for change in std::iter::once(&listed.first).chain(&listed.changes) {
            let kind = if change.is_summer { "DAYLIGHT" } else { "STANDARD" };
            out.line("BEGIN", kind);
            out.line("DTSTART", clock(change.at));
            out.line("TZOFFSETFROM", offset(change.from));
            out.line("TZOFFSETTO", offset(change.to));
            out.line("TZNAME", &change.name);
            out.line("END", kind);
        }
        out.line("END", "VTIMEZONE");
    }

    /// An entry of that many minutes. Where its time does not exist, as on the night in spring, it is the one as far after the
    /// change; where it exists twice, the first one, as calendars read it. None beyond the end of the calendar.
    pub(super) fn times(&self, start: DateTime, minutes: i64) -> Option<Times> {
        let from = self.clocks.to_ambiguous_timestamp(start).compatible().ok()?;
        let until = from.checked_add(Span::new().minutes(minutes)).ok();
        let back = |at: Timestamp| {
            let local = self.clocks.to_datetime(at);
            let read = self.clocks.to_ambiguous_timestamp(local).compatible().ok();
            (read == Some(at)).then_some(local)
        };
        let local = self.listed.as_ref().and_then(|_| Some((back(from)?, back(until?)?)));
        Some(local.map_or(Times::Universal(from, until), |(from, until)| Times::Local(from, until)))
    }
}

fn listed(zone: &TimeZone, first: Date, last: Date) -> Option<Listed> {
    let begin = zone.to_ambiguous_timestamp(first.at(0, 0, 0, 0)).compatible().ok()?;
    let begin = begin.checked_sub(Span::new().hours(24)).unwrap_or(begin);
    let end = zone.to_ambiguous_timestamp(last.at(23, 59, 59, 0)).compatible().ok()?;
    let end = end.checked_add(Span::new().hours(48)).unwrap_or(end);
    let info = zone.to_offset_info(begin);
    // Before the first change it has always been like that, as far as this plan is concerned.
    let always = jiff::civil::date(1970, 1, 1).min(first).at(0, 0, 0, 0);
    let name = info.abbreviation().to_owned();
    let first = Change { at: always, from: info.offset(), to: info.offset(), name, is_summer: info.dst().is_dst() };
    let mut changes: Vec<Change> = Vec::new();
    for change in zone.following(begin).take_while(|change| change.timestamp() <= end) {
        if changes.len() >= MOST {
            return None;
        }
        let from = changes.last().map_or(first.to, |last| last.to);
        changes.push(Change {
            at: from.to_datetime(change.timestamp()),
            from,
            to: change.offset(),
            name: change.abbreviation().to_owned(),
            is_summer: change.dst().is_dst(),
        });
    }
    Some(Listed { first, changes })
}

/// "20270916T093000".
pub(super) fn clock(at: DateTime) -> String {
    at.strftime("%Y%m%dT%H%M%S").to_string()
}

/// "20270916T073000Z".
pub(super) fn universal(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// "+0200"; seconds only where there are any.
fn offset(of: Offset) -> String {
    let seconds = of.seconds();
    let (sign, seconds) = (if seconds < 0 { '-' } else { '+' }, seconds.unsigned_abs());
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if rest == 0 { format!("{sign}{hours:02}{minutes:02}") } else { format!("{sign}{hours:02}{minutes:02}{rest:02}") }
}
