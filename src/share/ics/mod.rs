//! The dates of a plan for a calendar: every moment that has a day, and, where they are wanted, the days before it on which
//! its draft and its approval are due.
//!
//! An entry has the identity of its moment, so that a second import changes it and does not double it. What a calendar sorts
//! versions by is the second in which the file was made, given by the caller: nothing here asks a clock. Times of day are those
//! of the zone of the plan, which the calendar carries; without a zone they float.
//!
//! A moment that may move stands on its day; its text says how far, and an entry of its own spans the days it may come on. No
//! entry keeps anybody's day busy.
//!
//! Lines are written here and not by a library: the one we know (icalendar 0.17) folds lines one octet too late, and its time
//! grows with the square of the length of a text.

mod zone;

use std::fmt::{Display, Write};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::choice::Choice;
use super::columns::{Column, Names, Row, rows};
use super::encode::{Ics, clean, shorten};
use super::error::{ExportError, Watch};
use super::made::Ahead;
use super::plan::Reader;
use super::{Artifact, Shared};
use crate::model::{Campaign, Cta, Day, PlanId, Status, Time, Window};
use crate::words::{self, calendar as say, language, names};
use zone::{Times, Zone, clock, universal};

/// The identity of the program that wrote the file, in the form that the format asks for.
const PRODUCT: &str = "-//Momentboard//Plan 1//EN";
/// How long an entry is whose moment has no length, and the shortest and longest it may be, in minutes.
const USUAL_MINUTES: u32 = 30;
const MINUTES: std::ops::RangeInclusive<u32> = 15..=24 * 60;
/// The second from which versions are counted, the first of 2000: the format has room for less than seventy years of them.
const SEQUENCE_FROM: i64 = 946_684_800;
/// The longest title of an entry.
const LONGEST_SUMMARY: usize = 2_000;
/// The longest line, in octets.
const LONGEST_LINE: usize = 75;

/// What is said about a moment below its title.
const DETAILS: [Column; 11] = [
    Column::Kind,
    Column::Platform,
    Column::Format,
    Column::Duration,
    Column::Hook,
    Column::SharedValue,
    Column::Product,
    Column::Cta,
    Column::MustSay,
    Column::Disclosure,
    Column::Kpis,
];
const INSIDE: [Column; 3] = [Column::Status, Column::Owner, Column::Notes];

/// The calendar of a plan.
///
/// # Errors
/// When nothing in it has a date, or somebody stops it.
pub fn ics(shared: &Shared, choice: &Choice, watch: Watch<'_>) -> Result<Artifact, ExportError> {
    let campaign = &shared.campaign;
    let rows = rows(campaign);
    let mut book = Book::new(shared, choice);
    let mut out = Lines::default();
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.line("PRODID", PRODUCT);
    out.line("CALSCALE", "GREGORIAN");
    out.line("METHOD", "PUBLISH");
    out.line("X-WR-CALNAME", Ics(&line(&campaign.name)));
    if let Some(zone) = &book.zone {
        out.line("X-WR-TIMEZONE", Ics(&book.zone_name));
        zone.write(&mut out);
    }
    let (mut dated, mut undated) = (0, 0);
    for (at, row) in rows.iter().enumerate() {
        watch.step(at, rows.len())?;
        match campaign.day_of(row.moment.when) {
            Some(day) => {
                book.entries(*row, day, &mut out);
                dated += 1;
            }
            None => undated += 1,
        }
    }
    if dated == 0 {
        // The format does not allow a calendar without anything in it.
        return Err(ExportError::told(|| (say::no_dates(), say::no_dates_hint())));
    }
    if undated > 0 {
        book.notices.push(language::to_asker(|| say::left_out(words::moments(undated))));
    }
    out.line("END", "VCALENDAR");
    Ok(Artifact { bytes: out.0.into_bytes(), notices: book.notices })
}

/// How many entries of each kind a calendar has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entries {
    /// The moments that have a day.
    pub moments: usize,
    /// The days on which a draft or an approval is due, or the last ones for them.
    pub due: usize,
    /// The days on which a moment may come that may move.
    pub windows: usize,
}

impl Entries {
    /// Those of a calendar for that reader, with the days for drafts and approvals or without.
    #[must_use]
    pub fn of(campaign: &Campaign, reader: Reader, deadlines: bool) -> Self {
        let ahead = Ahead::of(campaign, reader);
        let mut entries = Self::default();
        let lanes = campaign.lanes.iter().filter(|lane| !matches!(reader, Reader::Creator(id) if id != lane.id));
        for moment in lanes.flat_map(|lane| &lane.moments).filter(|moment| campaign.day_of(moment.when).is_some()) {
            entries.moments += 1;
            let due = ahead.due(campaign, moment).filter(|_| deadlines);
            entries.due += due.map_or(0, |due| usize::from(due.draft.is_some()) + usize::from(due.approval.is_some()));
            entries.windows += usize::from(ahead.window(moment).is_some());
        }
        entries
    }

    /// All of them.
    #[must_use]
    pub const fn count(self) -> usize {
        self.moments + self.due + self.windows
    }
}

/// The lines of a calendar.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// Adds a line, folded between characters where it is too long: what goes on begins with a blank, which counts, too.
    fn line(&mut self, name: &str, value: impl Display) {
        let mut line = String::new();
        // Writing into a text cannot fail.
        let _ = write!(line, "{name}:{value}");
        let mut octets = 0;
        for c in line.chars() {
            if octets + c.len_utf8() > LONGEST_LINE {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            octets += c.len_utf8();
            self.0.push(c);
        }
        self.0.push_str("\r\n");
    }
}

/// A text on one line, clean.
fn line(text: &str) -> String {
    shorten(&clean(text), LONGEST_SUMMARY)
}

/// When the file is made: the second, or, for one that is to come out the same all day, the beginning of its day. A file of no
/// day is older than any other.
fn made_at(choice: &Choice) -> Timestamp {
    let midnight = |day: Day| i64::from(day.number()) * 24 * 60 * 60;
    let second = choice.made_at.or(choice.made_on.map(midnight)).unwrap_or(0);
    Timestamp::from_second(second).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// What entries are made with.
struct Book<'a> {
    ahead: &'a Ahead,
    plan: PlanId,
    reader: Reader,
    deadlines: bool,
    names: Names,
    /// The zone in which times are meant, where there are any.
    zone: Option<Zone>,
    zone_name: String,
    /// When the file was made, as the format writes it.
    stamp: String,
    /// Which of several versions this is: later ones win.
    sequence: i32,
    notices: Vec<String>,
}

impl<'a> Book<'a> {
    fn new(shared: &'a Shared, choice: &Choice) -> Self {
        let campaign = &shared.campaign;
        let named = campaign.time_zone.as_ref().filter(|name| !name.trim().is_empty());
        let zone = named.and_then(|name| TimeZone::get(name.trim()).ok());
        let timed = timed(campaign);
        let unknown = named.filter(|_| zone.is_none() && timed.is_some());
        let zone = zone.zip(timed).map(|(zone, (first, last))| Zone::new(zone, first.date(), last.date()));
        let made_at = made_at(choice);
        Self {
            ahead: &shared.ahead,
            plan: campaign.id,
            reader: choice.reader,
            deadlines: choice.has_deadlines(),
            names: Names::of(campaign),
            zone,
            zone_name: named.map_or_else(String::new, |name| line(name)),
            stamp: universal(made_at),
            sequence: i32::try_from((made_at.as_second() - SEQUENCE_FROM).max(0)).unwrap_or(i32::MAX),
            notices: unknown.map(|name| language::to_asker(|| say::unknown_zone(line(name)))).into_iter().collect(),
        }
    }

    /// The entries of a moment on that day: the draft, the approval, and the moment itself.
    fn entries(&self, row: Row<'_>, day: Day, out: &mut Lines) {
        let moment = row.moment;
        let title = self.title(row);
        let (due, done) = (self.ahead.due(row.campaign, moment), self.ahead.done(row.campaign, moment));
        let (draft, approval) = (due.and_then(|due| due.draft), due.and_then(|due| due.approval));
        // Who may not know what is in and what is approved is told no more than is certain: the last day for it. A reminder that
        // something is due would be wrong for what is done, and its absence would tell that it is.
        let (on, parts) = if self.reader == Reader::Internal {
            let draft = ("draft", draft, done.draft, say::draft_due(&title), say::category_draft());
            let approval = ("approval", approval, done.approval, say::approval_due(&title), say::category_approval());
            (say::comes_on(day.long()), [draft, approval])
        } else {
            let draft = ("draft", draft, done.draft, say::draft_last(&title), say::category_draft_last());
            let approval = ("approval", approval, done.approval, say::approval_last(&title), say::category_approval_last());
            (say::comes_on_or_done(day.long()), [draft, approval])
        };
        for (part, due, done, summary, category) in parts.into_iter().filter(|_| self.deadlines) {
            let Some(day) = due.or(done) else { continue };
            // A dot is in no id, so that this cannot be the identity of another moment.
            self.begin(&format!("{}.{part}@{}", moment.id, self.plan), &summary, category, out);
            taken_back(due.is_none(), out);
            out.line("DESCRIPTION", Ics(&on));
            all_day(day, day, out);
            out.line("END", "VEVENT");
        }
        let (window, past) = (self.ahead.window(moment), self.ahead.past_window(moment));
        if let Some((of, moves)) = window.or(past).and_then(|window| Some((window, may_move(window)?))) {
            self.begin(&format!("{}.window@{}", moment.id, self.plan), &say::window(&title), say::category_window(), out);
            taken_back(window.is_none(), out);
            out.line("DESCRIPTION", Ics(&say::planned_on(day.long(), moves)));
            all_day(day.plus(-i32::from(of.before)), day.plus(of.after.into()), out);
            out.line("END", "VEVENT");
        }
        self.begin(&format!("{}@{}", moment.id, self.plan), &title, names::kind(moment.kind.key()), out);
        out.line("DESCRIPTION", Ics(&self.description(row)));
        if self.reader == Reader::Internal && row.campaign.says_status(moment) {
            let is_fixed = matches!(moment.status, Status::Approved | Status::Scheduled | Status::Published);
            out.line("STATUS", if is_fixed { "CONFIRMED" } else { "TENTATIVE" });
        }
        match moment.time {
            Some(time) => self.timed(day, time, moment.duration, out),
            None => all_day(day, day, out),
        }
        out.line("END", "VEVENT");
    }

    /// What every entry begins with. It keeps nobody's day busy: it says what is planned, not who is where.
    fn begin(&self, uid: &str, summary: &str, category: &str, out: &mut Lines) {
        out.line("BEGIN", "VEVENT");
        out.line("UID", Ics(uid));
        out.line("DTSTAMP", &self.stamp);
        out.line("LAST-MODIFIED", &self.stamp);
        out.line("SEQUENCE", self.sequence);
        out.line("SUMMARY", Ics(summary));
        out.line("CATEGORIES", Ics(category));
        out.line("TRANSP", "TRANSPARENT");
    }

    /// The title of an entry: whose moment it is, too, except for the one it is all about.
    fn title(&self, row: Row<'_>) -> String {
        let title = Some(line(&row.moment.title)).filter(|title| !title.trim().is_empty());
        let title = title.unwrap_or_else(|| words::share::untitled().to_owned());
        let lane = line(row.campaign.lane_name(row.lane));
        match self.reader {
            Reader::Internal | Reader::Client if !lane.trim().is_empty() => say::of_lane(lane, title),
            _ => title,
        }
    }

    fn description(&self, row: Row<'_>) -> String {
        let inside: &[Column] = if self.reader == Reader::Internal { &INSIDE } else { &[] };
        let mut lines: Vec<String> = Vec::new();
        lines.extend(self.ahead.window(row.moment).and_then(may_move));
        lines.extend(row.moment.time.filter(|_| self.zone.is_some()).map(|time| say::in_zone(time, &self.zone_name)));
        // That something asks for nothing needs no line.
        let says = |column: &&Column| **column != Column::Cta || row.moment.cta != Some(Cta::None);
        for column in DETAILS.iter().chain(inside).filter(says) {
            let text = column.shown(row, &self.names).text();
            if !text.trim().is_empty() {
                lines.push(say::detail(column.shown_heading(), text));
            }
        }
        lines.join("\n")
    }

    fn timed(&self, day: Day, time: Time, duration: Option<u32>, out: &mut Lines) {
        let minutes = duration.unwrap_or(USUAL_MINUTES).clamp(*MINUTES.start(), *MINUTES.end());
        let part = |of: u16| i8::try_from(of).unwrap_or(0);
        let (hour, minute) = (part(time.minutes() / 60), part(time.minutes() % 60));
        let start = day.date().at(hour, minute, 0, 0);
        let minutes = i64::from(minutes);
        let Some(zone) = &self.zone else {
            out.line("DTSTART", clock(start));
            // In the last days of the calendar there may be no end, and an entry without one is allowed.
            if let Ok(end) = start.checked_add(jiff::Span::new().minutes(minutes)) {
                out.line("DTEND", clock(end));
            }
            return;
        };
        match (zone.times(start, minutes), zone.name()) {
            (Some(Times::Local(start, end)), Some(name)) => {
                out.line(&format!("DTSTART;TZID={name}"), clock(start));
                out.line(&format!("DTEND;TZID={name}"), clock(end));
            }
            (Some(Times::Universal(start, end)), _) => {
                out.line("DTSTART", universal(start));
                if let Some(end) = end {
                    out.line("DTEND", universal(end));
                }
            }
            (Some(Times::Local(..)) | None, _) => all_day(day, day, out),
        }
    }
}

/// The first and the last day on which something has a time of day.
fn timed(campaign: &Campaign) -> Option<(Day, Day)> {
    let timed = campaign.lanes.iter().flat_map(|lane| &lane.moments).filter(|moment| moment.time.is_some());
    let days: Vec<Day> = timed.filter_map(|moment| campaign.day_of(moment.when)).collect();
    days.iter().min().copied().zip(days.iter().max().copied())
}

/// How far a moment may move, in a sentence.
fn may_move(window: &Window) -> Option<String> {
    say::may_move_by(window.before, window.after)
}

/// Says of an entry that nothing is due or open any more. An entry that is only left out stays in a calendar for good; one with
/// the same identity that is cancelled goes from it with the next import.
fn taken_back(is_over: bool, out: &mut Lines) {
    if is_over {
        out.line("STATUS", "CANCELLED");
    }
}

/// "20270916".
fn compact(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// An entry of whole days ends where the next one begins; on the last day of all there is none, and one day is what an entry
/// without an end has.
fn all_day(first: Day, last: Day, out: &mut Lines) {
    out.line("DTSTART;VALUE=DATE", compact(first));
    if last < Day::MAX {
        out.line("DTEND;VALUE=DATE", compact(last.plus(1)));
    }
}
