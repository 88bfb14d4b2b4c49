//! Reads back the calendar of this program: a list of what is on which day.

use super::{Block, Entry, Outline, brief};
use crate::model::Day;

/// The entries of a plan written as a calendar, in time.
#[must_use]
pub fn calendar(text: &str) -> Outline {
    let mut entries = Vec::new();
    let mut now: Option<Reading> = None;
    for line in unfolded(text) {
        let Some((name, value)) = line.split_once(':') else { continue };
        // What stands behind the name says how the value is meant: as a day, or as a time in some zone.
        let name = name.split(';').next().unwrap_or_default();
        match (name, &mut now) {
            ("BEGIN", now) if value == "VEVENT" => *now = Some(Reading::default()),
            ("END", now) if value == "VEVENT" => entries.extend(now.take().and_then(Reading::entry)),
            ("SUMMARY", Some(now)) => now.title = brief(&plain(value)),
            ("DESCRIPTION", Some(now)) => now.about = brief(&plain(value)),
            ("DTSTART", Some(now)) => {
                now.day = day(value);
                now.from = clock(value);
            }
            ("DTEND", Some(now)) => now.to = clock(value),
            _ => {}
        }
    }
    // Days on which several things are due keep the order of the file.
    entries.sort_by_key(|entry: &Entry| entry.day);
    Outline::of_one(entries.into_iter().map(Block::Entry).collect())
}

/// An entry on its way.
#[derive(Default)]
struct Reading {
    day: Option<Day>,
    from: Option<String>,
    to: Option<String>,
    title: String,
    about: String,
}

impl Reading {
    fn entry(self) -> Option<Entry> {
        let time = match (self.from, self.to) {
            (Some(from), Some(to)) => {
                // Where both are meant the same way, that is said once.
                let from = from.strip_suffix(UNIVERSAL).filter(|_| to.ends_with(UNIVERSAL)).unwrap_or(&from);
                Some(format!("{from}–{to}"))
            }
            (from, _) => from,
        };
        Some(Entry { day: self.day?, time, title: self.title, about: self.about })
    }
}

/// The lines of a calendar: what begins with a blank goes on with the line before.
fn unfolded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.split("\r\n") {
        match (line.strip_prefix(' '), lines.last_mut()) {
            (Some(rest), Some(last)) => last.push_str(rest),
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

/// "20270916" and what may follow.
fn day(value: &str) -> Option<Day> {
    let part = |from: usize, to: usize| value.get(from..to);
    Day::new(part(0, 4)?.parse().ok()?, part(4, 6)?.parse().ok()?, part(6, 8)?.parse().ok()?)
}

/// Behind a time that is the same everywhere.
const UNIVERSAL: &str = " UTC";

/// "20270916T180000Z": "18:00 UTC". Without the letter it is the time in the zone that the entry says, or wherever one is.
fn clock(value: &str) -> Option<String> {
    let (_, time) = value.split_once('T')?;
    let (hour, minute) = (time.get(0..2)?, time.get(2..4)?);
    let zone = if time.ends_with('Z') { UNIVERSAL } else { "" };
    Some(format!("{hour}:{minute}{zone}"))
}

/// A text without the marks of the format.
fn plain(value: &str) -> String {
    let mut plain = String::with_capacity(value.len());
    let mut escaped = false;
    for c in value.chars() {
        match c {
            '\\' if !escaped => {
                escaped = true;
                continue;
            }
            'n' if escaped => plain.push_str(" · "),
            c => plain.push(c),
        }
        escaped = false;
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_read_in_time_with_their_words() {
        let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Tobi\\, late\r\nDESCRIPTION:one\\ntwo thr\r\n ee\r\n\
                    DTSTART:20270916T180000Z\r\nDTEND:20270916T183000Z\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Early\r\n\
                    DTSTART;VALUE=DATE:20270902\r\nDTEND;VALUE=DATE:20270903\r\nEND:VEVENT\r\n\
                    BEGIN:VEVENT\r\nDTSTART;TZID=Europe/Berlin:20270903T093000\r\nDTEND;TZID=Europe/Berlin:20270903T100000\r\n\
                    SUMMARY:Story\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        let outline = calendar(text);
        let entries: Vec<String> = outline.parts[0]
            .blocks
            .iter()
            .map(|block| match block {
                Block::Entry(of) => format!("{} {:?} {} ({})", of.day, of.time, of.title, of.about),
                other => format!("{other:?}"),
            })
            .collect();
        assert_eq!(
            entries,
            [
                "2027-09-02 None Early ()",
                "2027-09-03 Some(\"09:30–10:00\") Story ()",
                "2027-09-16 Some(\"18:00–18:30 UTC\") Tobi, late (one · two three)",
            ]
        );
    }
}
