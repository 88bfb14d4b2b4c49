//! Calendars: read back line by line as the format defines it; entries keep their identity, days end where they end.

use std::collections::BTreeSet;
use std::sync::Arc;

use momentboard::analysis::deadlines::deadlines;
use momentboard::model::{
    Campaign, Day, Kind, Lane, LaneId, LaneKind, Moment, MomentId, PlanId, Status, Time, Unknown, When, Window,
};
use momentboard::share::encode::clean;
use momentboard::share::{Choice, ExportError, Format, Reader, Watch, export};
use momentboard::store::demo;
use momentboard::words::language::Language;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::exports::{checked, exported};
use crate::tables::hostile_plan;

/// One line of a calendar: name, parameters, value.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) name: String,
    pub(crate) parameters: Vec<String>,
    pub(crate) value: String,
}

/// An entry: its lines, none of them twice.
#[derive(Debug)]
pub(crate) struct Entry(pub(crate) Vec<Line>);

impl Entry {
    fn line(&self, name: &str) -> Option<&Line> {
        self.0.iter().find(|line| line.name == name)
    }

    fn raw(&self, name: &str) -> &str {
        self.line(name).map_or("", |line| &line.value)
    }

    pub(crate) fn text(&self, name: &str) -> String {
        unescaped(self.raw(name))
    }
}

/// What stands behind the escapes of a text; anything that the format does not know as one is a mistake.
pub(crate) fn unescaped(value: &str) -> String {
    let mut out = String::new();
    let mut signs = value.chars();
    while let Some(c) = signs.next() {
        match c {
            '\\' => match signs.next() {
                Some('n') => out.push('\n'),
                Some(c @ ('\\' | ';' | ',')) => out.push(c),
                other => panic!("an escape that there is not: {other:?} in {value:?}"),
            },
            ',' | ';' => panic!("a text ends in the middle: {value:?}"),
            c => out.push(c),
        }
    }
    out
}

/// Reads a calendar strictly: line ends, folds, nesting, what every entry has to have.
pub(crate) fn read(bytes: &[u8]) -> (Vec<Line>, Vec<Entry>) {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let body = text.strip_suffix("\r\n").expect("a line end at the end");
    let mut lines: Vec<String> = Vec::new();
    for line in body.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.chars().any(char::is_control), "{line:?}");
        match line.strip_prefix(' ') {
            Some(more) => lines.last_mut().expect("a line to go on with").push_str(more),
            None => lines.push(line.to_owned()),
        }
    }
    let mut lines = lines.iter().map(|line| parted(line));
    assert_eq!(lines.next().map(|line| (line.name, line.value)), Some(("BEGIN".into(), "VCALENDAR".into())));
    let (mut head, mut entries) = (Vec::new(), Vec::new());
    let mut open: Option<Vec<Line>> = None;
    let mut zone: Vec<String> = Vec::new();
    let mut is_closed = false;
    for line in lines {
        assert!(!is_closed, "nothing stands behind the end");
        match (line.name.as_str(), line.value.as_str()) {
            ("BEGIN", kind @ ("VTIMEZONE" | "STANDARD" | "DAYLIGHT")) => {
                assert_eq!(zone.is_empty(), kind == "VTIMEZONE", "parts of a zone are inside of one");
                assert!(entries.is_empty() && open.is_none(), "a zone comes before what refers to it");
                zone.push(kind.to_owned());
            }
            ("END", kind @ ("VTIMEZONE" | "STANDARD" | "DAYLIGHT")) => assert_eq!(zone.pop().as_deref(), Some(kind)),
            _ if !zone.is_empty() => head.push(line),
            ("BEGIN", "VEVENT") => assert!(open.replace(Vec::new()).is_none(), "an entry inside an entry"),
            ("END", "VEVENT") => entries.push(Entry(open.take().expect("an open entry"))),
            ("END", "VCALENDAR") => is_closed = open.is_none(),
            ("BEGIN" | "END", other) => panic!("{other}"),
            _ => open.as_mut().unwrap_or(&mut head).push(line),
        }
    }
    assert!(is_closed);
    for entry in &entries {
        for name in ["UID", "DTSTAMP", "DTSTART", "SUMMARY"] {
            assert!(entry.line(name).is_some(), "{name} is missing: {entry:?}");
        }
        let names: BTreeSet<&str> = entry.0.iter().map(|line| line.name.as_str()).collect();
        assert_eq!(names.len(), entry.0.len(), "a line twice: {entry:?}");
    }
    (head, entries)
}

fn parted(line: &str) -> Line {
    let (left, value) = line.split_once(':').expect("a name and a value");
    let mut parts = left.split(';').map(str::to_owned);
    let name = parts.next().unwrap_or_default();
    assert!(!name.is_empty() && name.bytes().all(|b| b.is_ascii_uppercase() || b == b'-'), "{name:?}");
    Line { name, parameters: parts.collect(), value: value.to_owned() }
}

fn choice(reader: Reader) -> Choice {
    Choice { made_on: Day::new(2026, 11, 26), deadlines: Some(true), ..Choice::new(reader, Format::Ics) }
}

fn written(campaign: &Campaign, reader: Reader) -> (Vec<u8>, Vec<String>) {
    let artifact = exported(campaign, &choice(reader));
    (artifact.bytes, artifact.notices)
}

fn entries(campaign: &Campaign, reader: Reader) -> Vec<Entry> {
    read(&written(campaign, reader).0).1
}

fn id(text: &str) -> MomentId {
    MomentId::parse(text).unwrap()
}

/// A plan with one moment.
fn plan_of(zone: Option<&str>, change: impl FnOnce(&mut Moment)) -> Campaign {
    let mut campaign = Campaign::new(PlanId::from_bits(7), "Launch; autumn, 2027");
    campaign.time_zone = zone.map(str::to_owned);
    let mut lane = Lane::empty(LaneId::parse("lane").unwrap(), LaneKind::Community);
    lane.name = Some("Everyone".into());
    let mut moment = Moment::new(id("one"), Kind::Values, "Why, and how; \\ so");
    moment.when = When::On(Day::new(2027, 9, 16).unwrap());
    change(&mut moment);
    lane.moments.push(Arc::new(moment));
    campaign.lanes.push(Arc::new(lane));
    campaign
}

fn the_moment(entries: &[Entry]) -> &Entry {
    entries.iter().find(|entry| !entry.raw("UID").contains('.')).unwrap()
}

#[test]
fn a_day_ends_where_the_next_begins_and_drafts_are_due_before() {
    let campaign = plan_of(None, |_| {});
    let (head, entries) = read(&written(&campaign, Reader::Client).0);
    let value = |name: &str| head.iter().filter(|line| line.name == name).map(|line| line.value.as_str()).collect::<Vec<_>>();
    assert_eq!((value("VERSION"), value("PRODID").len(), value("CALSCALE")), (vec!["2.0"], 1, vec!["GREGORIAN"]));
    assert_eq!(value("X-WR-CALNAME"), ["Launch\\; autumn\\, 2027"]);

    let moment = the_moment(&entries);
    assert_eq!(moment.raw("UID"), format!("one@{}", campaign.id));
    assert_eq!(moment.text("SUMMARY"), "Everyone: Why, and how; \\ so");
    assert_eq!(moment.raw("CATEGORIES"), "Values story");
    assert_eq!((moment.raw("DTSTART"), moment.raw("DTEND")), ("20270916", "20270917"));
    assert_eq!(moment.line("DTSTART").unwrap().parameters, ["VALUE=DATE"]);
    assert_eq!((moment.raw("DTSTAMP"), moment.raw("TRANSP")), ("20261126T000000Z", "TRANSPARENT"));

    let due = deadlines(Day::new(2027, 9, 16).unwrap());
    let compact = |day: Day| day.to_string().replace('-', "");
    for (part, day, title, category) in [
        ("draft", due.draft, "Last day for the draft", "Draft"),
        ("approval", due.approval, "Last day for the approval", "Approval"),
    ] {
        let entry = entries.iter().find(|entry| entry.raw("UID").starts_with(&format!("one.{part}@"))).unwrap();
        assert_eq!((entry.raw("DTSTART"), entry.raw("DTEND")), (compact(day).as_str(), compact(day.plus(1)).as_str()));
        assert_eq!(entry.text("SUMMARY"), format!("{title}: Everyone: Why, and how; \\ so"));
        assert_eq!(entry.raw("CATEGORIES"), category);
    }
    assert_eq!(entries.len(), 3);
}

#[test]
fn what_is_out_or_the_creators_own_waits_for_nobody() {
    let published = plan_of(None, |moment| moment.status = Status::Published);
    assert_eq!(entries(&published, Reader::Client).len(), 1);
    let own = plan_of(None, |moment| moment.kind = Kind::Organic);
    assert_eq!(entries(&own, Reader::Internal).len(), 1);
    let named = plan_of(None, |moment| (moment.kind, moment.mentions_brand) = (Kind::Organic, true));
    assert_eq!(entries(&named, Reader::Internal).len(), 3);
}

#[test]
fn what_is_done_is_taken_back_for_the_team_alone() {
    let window = Some(Window { before: 2, after: 3, unknown: Unknown::default() });
    let stands = |status: Status, reader: Reader| -> Vec<(String, String)> {
        let campaign = plan_of(None, |moment| (moment.status, moment.window) = (status, window.clone()));
        let part = |uid: &str| uid.split_once('@').unwrap().0.trim_start_matches("one").trim_start_matches('.').to_owned();
        let entries = entries(&campaign, reader);
        entries.iter().map(|entry| (part(entry.raw("UID")), entry.raw("STATUS").to_owned())).collect()
    };
    let of = |draft: &str, approval: &str, window: &str, moment: &str| -> Vec<(String, String)> {
        let all = [("draft", draft), ("approval", approval), ("window", window), ("", moment)];
        all.map(|(part, status)| (part.to_owned(), status.to_owned())).to_vec()
    };
    let gone = "CANCELLED";
    for (status, expected) in [
        (Status::Idea, of("", "", "", "TENTATIVE")),
        (Status::Draft, of("", "", "", "TENTATIVE")),
        (Status::InReview, of(gone, "", "", "TENTATIVE")),
        (Status::Approved, of(gone, gone, "", "CONFIRMED")),
        (Status::Scheduled, of(gone, gone, "", "CONFIRMED")),
        (Status::Published, of(gone, gone, gone, "CONFIRMED")),
    ] {
        assert_eq!(stands(status, Reader::Internal), expected, "{status:?}");
        // How far a moment is, is the team's: for a client everything before it is out looks alike.
        let expected = if status == Status::Published { of("", "", "", "")[3..].to_vec() } else { of("", "", "", "") };
        assert_eq!(stands(status, Reader::Client), expected, "{status:?}");
    }
}

#[test]
fn who_is_not_told_what_is_approved_is_told_the_last_day_for_it_and_not_that_it_is_due() {
    let campaign = plan_of(None, |moment| moment.status = Status::Approved);
    for (reader, due) in [(Reader::Client, false), (Reader::Creator(campaign.lanes[0].id), false)] {
        let entries = entries(&campaign, reader);
        let said = |part: &str| entries.iter().find(|entry| entry.raw("UID").contains(part)).expect("the entry");
        for (part, last) in [(".approval@", "Last day for the approval: "), (".draft@", "Last day for the draft: ")] {
            let entry = said(part);
            assert!(entry.raw("SUMMARY").starts_with(last), "{reader:?}: {}", entry.raw("SUMMARY"));
            assert!(entry.raw("DESCRIPTION").contains("may be done already"), "{}", entry.raw("DESCRIPTION"));
            assert_eq!(entry.raw("CATEGORIES").contains("due"), due);
        }
    }
    let open = plan_of(None, |moment| moment.status = Status::Draft);
    let team = entries(&open, Reader::Internal);
    assert!(team.iter().any(|entry| entry.raw("SUMMARY").starts_with("Approval due: ")), "the team knows what is due");
}

#[test]
fn versions_of_one_day_are_told_apart_by_the_second() {
    let campaign = plan_of(None, |_| {});
    let made = |made_at: Option<i64>| {
        let choice = Choice { made_at, ..choice(Reader::Client) };
        let bytes = export(&campaign, &checked(&campaign), &choice, Watch::none()).unwrap().bytes;
        let entries = read(&bytes).1;
        let raw = |name: &str| entries[0].raw(name).to_owned();
        (raw("DTSTAMP"), raw("LAST-MODIFIED"), raw("SEQUENCE").parse::<i32>().unwrap())
    };
    // The afternoon of the day that `choice` names.
    let noon = 1_795_694_405;
    let (stamp, changed, sequence) = made(Some(noon));
    assert_eq!((stamp.as_str(), changed.as_str()), ("20261126T120005Z", "20261126T120005Z"));
    assert_eq!(made(Some(noon + 1)).2, sequence + 1);
    let pinned = made(None);
    assert_eq!((pinned.0.as_str(), pinned.1.as_str()), ("20261126T000000Z", "20261126T000000Z"));
    assert!(pinned.2 < sequence && pinned.2 > 20_783, "newer than files that counted days");
    assert_eq!(made(Some(i64::MAX)).0, "19700101T000000Z", "what is no moment at all");
}

#[test]
fn times_are_meant_in_the_zone_of_the_plan() {
    let at = |zone: Option<&str>, day: &str, time: &str| {
        let campaign = plan_of(zone, |moment| {
            moment.when = When::On(Day::parse(day).unwrap());
            moment.time = Time::parse(time);
            moment.duration = Some(45);
        });
        let entries = entries(&campaign, Reader::Client);
        let moment = the_moment(&entries);
        let parameters = |name: &str| moment.line(name).map(|line| line.parameters.join(";")).unwrap_or_default();
        if !moment.raw("DTEND").is_empty() {
            assert_eq!(parameters("DTSTART"), parameters("DTEND"));
        }
        let zone = parameters("DTSTART");
        let start = if zone.is_empty() { String::new() } else { format!("{zone} ") } + moment.raw("DTSTART");
        (start, moment.raw("DTEND").to_owned())
    };
    let of = |start: &str, end: &str| (start.to_owned(), end.to_owned());
    let berlin = |start: &str, end: &str| (format!("TZID=Europe/Berlin {start}"), end.to_owned());
    assert_eq!(at(Some("Europe/Berlin"), "2027-09-16", "09:30"), berlin("20270916T093000", "20270916T101500"));
    assert_eq!(at(Some("europe/berlin"), "2027-12-16", "09:30"), berlin("20271216T093000", "20271216T101500"));
    assert_eq!(at(Some("Asia/Tokyo"), "2027-09-16", "00:30"), of("TZID=Asia/Tokyo 20270916T003000", "20270916T011500"));
    // The hour that the night of 28 March skips; and the one that the night of 31 October has twice, where the end would be read
    // as before the start.
    assert_eq!(at(Some("Europe/Berlin"), "2027-03-28", "02:30"), berlin("20270328T033000", "20270328T041500"));
    assert_eq!(at(Some("Europe/Berlin"), "2027-10-31", "02:30"), of("20271031T003000Z", "20271031T011500Z"));
    assert_eq!(at(Some("Europe/Berlin"), "2027-10-31", "01:30"), berlin("20271031T013000", "20271031T021500"));
    assert_eq!(at(None, "2027-09-16", "23:30"), of("20270916T233000", "20270917T001500"));
    // The ends of the calendar.
    assert_eq!(at(None, "9999-12-31", "23:30"), of("99991231T233000", ""));
    assert_eq!(at(None, "0001-01-01", "00:00"), of("00010101T000000", "00010101T004500"));
}

#[test]
fn the_zone_is_in_the_calendar_for_the_years_of_the_plan() {
    let zone = |name: &str, days: &[&str]| -> Vec<String> {
        let mut campaign = plan_of(Some(name), |moment| moment.time = Time::parse("09:30"));
        let lane = Arc::make_mut(&mut campaign.lanes[0]);
        lane.moments.clear();
        for day in days {
            let mut moment = Moment::new(id(&format!("m{day}")), Kind::Values, "One");
            (moment.when, moment.time) = (When::On(Day::parse(day).unwrap()), Time::parse("09:30"));
            lane.moments.push(Arc::new(moment));
        }
        let (head, _) = read(&written(&campaign, Reader::Client).0);
        let from = head.iter().position(|line| line.name == "TZID").unwrap_or(head.len());
        head[from..].iter().map(|line| format!("{}:{}", line.name, line.value)).collect()
    };
    let autumn = zone("Europe/Berlin", &["2027-09-16", "2027-11-02"]);
    assert_eq!(
        autumn,
        [
            "TZID:Europe/Berlin",
            "DTSTART:19700101T000000",
            "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0200",
            "TZNAME:CEST",
            "DTSTART:20271031T030000",
            "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0100",
            "TZNAME:CET",
        ]
    );
    assert_eq!(zone("Asia/Tokyo", &["2027-09-16"])[1..4], ["DTSTART:19700101T000000", "TZOFFSETFROM:+0900", "TZOFFSETTO:+0900"]);
    assert_eq!(zone("America/St_Johns", &["2027-01-16"])[3], "TZOFFSETTO:-0330");
    assert_eq!(zone("Europe/Berlin", &["2027-01-04", "2029-12-20"]).iter().filter(|line| line.starts_with("TZNAME")).count(), 7);
    assert_eq!(zone("Europe/Berlin", &["2027-01-04", "2227-12-20"]), Vec::<String>::new(), "no list of four hundred changes");
    // Days need no zone.
    let (head, _) = read(&written(&plan_of(Some("Europe/Berlin"), |_| {}), Reader::Client).0);
    assert!(head.iter().all(|line| !line.name.contains("ZONE") && line.name != "TZID"));
}

#[test]
fn the_days_a_moment_may_come_on_are_an_entry_of_their_own() {
    let window = Some(Window { before: 2, after: 3, unknown: Unknown::default() });
    let campaign = plan_of(None, |moment| moment.window.clone_from(&window));
    let entries = entries(&campaign, Reader::Client);
    let uid = format!("one.window@{}", campaign.id);
    let days = entries.iter().find(|entry| entry.raw("UID") == uid).expect("the days it may come on");
    assert_eq!((days.raw("DTSTART"), days.raw("DTEND"), days.raw("TRANSP")), ("20270914", "20270920", "TRANSPARENT"));
    assert_eq!(days.text("SUMMARY"), "May move: Everyone: Why, and how; \\ so");
    assert_eq!(days.text("DESCRIPTION"), "Planned for 16 Sep 2027. May come up to 2 days earlier or 3 days later.");
    assert_eq!(the_moment(&entries).raw("DTSTART"), "20270916");
    let out = plan_of(None, |moment| {
        moment.window.clone_from(&window);
        moment.status = Status::Published;
    });
    assert_eq!(self::entries(&out, Reader::Client).len(), 1, "what is out moves no more");
    let ends = plan_of(None, |moment| {
        moment.window = Some(Window { before: u16::MAX, after: u16::MAX, unknown: Unknown::default() });
        moment.when = When::On(Day::MAX);
    });
    assert!(self::entries(&ends, Reader::Client).iter().any(|entry| entry.raw("UID").contains(".window@")));
}

#[test]
fn a_zone_that_nobody_knows_is_told() {
    let timed = |moment: &mut Moment| moment.time = Time::parse("09:30");
    let (bytes, notices) = written(&plan_of(Some("Europe/Atlantis"), timed), Reader::Client);
    assert_eq!(the_moment(&read(&bytes).1).raw("DTSTART"), "20270916T093000");
    assert!(notices.len() == 1 && notices[0].contains("Europe/Atlantis"), "{notices:?}");
    let (_, notices) = written(&plan_of(Some("Europe/Atlantis"), |_| {}), Reader::Client);
    assert_eq!(notices, Vec::<String>::new(), "without a time of day it does not matter");
}

#[test]
fn how_far_a_moment_may_move_is_said() {
    let window = |before: u16, after: u16| {
        let campaign = plan_of(None, |moment| moment.window = Some(Window { before, after, unknown: Unknown::default() }));
        let entries = entries(&campaign, Reader::Client);
        the_moment(&entries).text("DESCRIPTION").lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(window(2, 3), "May come up to 2 days earlier or 3 days later.");
    assert_eq!(window(1, 0), "May come up to 1 day earlier.");
    assert_eq!(window(0, 5), "May come up to 5 days later.");
    assert!(!window(0, 0).contains("May come"));
}

#[test]
fn a_second_import_finds_the_same_entries() {
    let mut campaign = demo::fictional(PlanId::from_bits(9));
    let uids = |campaign: &Campaign, reader: Reader| -> BTreeSet<String> {
        let entries = entries(campaign, reader);
        let uids: BTreeSet<String> = entries.iter().map(|entry| entry.raw("UID").to_owned()).collect();
        assert_eq!(uids.len(), entries.len(), "no two entries are one");
        uids
    };
    let before = uids(&campaign, Reader::Internal);
    for lane in &mut campaign.lanes {
        for moment in &mut Arc::make_mut(lane).moments {
            let moment = Arc::make_mut(moment);
            moment.title.push_str(", changed");
            if let When::On(day) = moment.when {
                moment.when = When::On(day.plus(3));
            }
        }
    }
    assert_eq!(uids(&campaign, Reader::Internal), before);
    let sequence = |made_on: Option<Day>| -> i64 {
        let artifact =
            export(&campaign, &checked(&campaign), &Choice { made_on, ..choice(Reader::Client) }, Watch::none()).unwrap();
        read(&artifact.bytes).1[0].raw("SEQUENCE").parse().unwrap()
    };
    assert!(sequence(Day::new(2026, 11, 27)) > sequence(Day::new(2026, 11, 26)) && sequence(None) == 0);
    assert_eq!(written(&campaign, Reader::Client), written(&campaign, Reader::Client));
}

#[test]
fn each_reader_gets_their_own() {
    let campaign = demo::fictional(PlanId::from_bits(9));
    let lane = &campaign.lanes[0];
    let own: BTreeSet<String> = lane.moments.iter().map(|moment| format!("{}@{}", moment.id, campaign.id)).collect();
    let mine = entries(&campaign, Reader::Creator(lane.id));
    let moments: BTreeSet<String> =
        mine.iter().map(|entry| entry.raw("UID").to_owned()).filter(|uid| !uid.contains('.')).collect();
    assert!(!moments.is_empty() && moments.is_subset(&own));
    let name = campaign.lane_name(lane);
    assert!(mine.iter().all(|entry| !entry.text("SUMMARY").contains(name)), "they know who they are");
    assert!(
        entries(&campaign, Reader::Client).iter().all(|entry| entry.line("STATUS").is_none()),
        "how far it is, is the team’s"
    );
    let team = entries(&campaign, Reader::Internal);
    assert!(team.iter().any(|entry| entry.line("STATUS").is_some() && entry.text("DESCRIPTION").contains("Status: ")));
}

#[test]
fn every_word_of_it_is_in_the_language_that_was_chosen() {
    let campaign = plan_of(None, |moment| moment.status = Status::Approved);
    let artifact = exported(&campaign, &Choice { language: Language::German, ..choice(Reader::Internal) });
    let entries = read(&artifact.bytes).1;
    let said = the_moment(&entries).text("DESCRIPTION");
    assert!(said.contains("Werte-Story") && said.contains("Freigegeben"), "{said}");
    for english in ["Kind", "Announcement", "Values", "Status: Approved", "Call to action"] {
        assert!(!said.contains(english), "{english:?} in {said}");
    }
}

#[test]
fn what_has_no_date_is_told_and_nothing_at_all_is_no_calendar() {
    let mut campaign = plan_of(None, |_| {});
    let lane = Arc::make_mut(&mut campaign.lanes[0]);
    lane.moments.push(Arc::new(Moment::new(id("two"), Kind::Story, "Some day")));
    let (bytes, notices) = written(&campaign, Reader::Client);
    assert_eq!(read(&bytes).1.len(), 3);
    assert_eq!(notices, ["Without a date and so not in the calendar: 1 moment."]);
    for empty in [plan_of(None, |moment| moment.when = When::Relative(3)), Campaign::new(PlanId::default(), "")] {
        let refused = export(&empty, &checked(&empty), &choice(Reader::Client), Watch::none());
        assert!(matches!(&refused, Err(ExportError::Failed { message, hint }) if message.contains("date") && !hint.is_empty()));
    }
}

#[test]
fn a_text_of_a_megabyte_is_whole_and_folded_between_characters() {
    let long = "wörd, 🎉; ".repeat(80_000);
    let (bytes, notices) = written(&plan_of(None, |moment| moment.must_say = Some(long.clone())), Reader::Client);
    let entries = read(&bytes).1;
    assert!(the_moment(&entries).text("DESCRIPTION").contains(&long) && notices.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, rng_seed: RngSeed::Fixed(52), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hostile_texts_stay_texts(seed: u64) {
        let campaign = hostile_plan(seed);
        for reader in [Reader::Internal, Reader::Client, Reader::Creator(campaign.lanes[0].id)] {
            let Ok(artifact) = export(&campaign, &checked(&campaign), &choice(reader), Watch::none()) else {
                prop_assert!(campaign.lanes.iter().flat_map(|lane| &lane.moments).all(|of| campaign.day_of(of.when).is_none())
                    || matches!(reader, Reader::Creator(_)));
                continue;
            };
            let entries = read(&artifact.bytes).1;
            for entry in &entries {
                entry.text("SUMMARY");
                entry.text("DESCRIPTION");
            }
            for moment in campaign.lanes.iter().flat_map(|lane| &lane.moments).filter(|of| campaign.day_of(of.when).is_some()) {
                let uid = format!("{}@{}", moment.id, campaign.id);
                let Some(entry) = entries.iter().find(|entry| entry.raw("UID") == uid) else {
                    prop_assert!(matches!(reader, Reader::Creator(_)));
                    continue;
                };
                let hook = moment.hook.as_ref().map(|hook| clean(hook)).filter(|hook| !hook.trim().is_empty());
                if let Some(hook) = hook {
                    prop_assert!(entry.text("DESCRIPTION").contains(&hook), "{hook:?}");
                }
            }
        }
    }
}

#[test]
fn the_days_for_drafts_and_approvals_are_the_teams_and_come_to_a_client_only_when_they_are_wanted() {
    let campaign = plan_of(None, |_| {});
    let lane = campaign.lanes[0].id;
    for (reader, usual) in [(Reader::Internal, true), (Reader::Creator(lane), true), (Reader::Client, false)] {
        for deadlines in [None, Some(true), Some(false)] {
            let choice = Choice { deadlines, ..choice(reader) };
            let (_, entries) = read(&exported(&campaign, &choice).bytes);
            let has = deadlines.unwrap_or(usual);
            assert_eq!(entries.len(), if has { 3 } else { 1 }, "{reader:?} {deadlines:?}");
            // What the dialog says beforehand is what there is.
            let said = momentboard::share::Entries::of(&campaign, reader, choice.has_deadlines());
            assert_eq!(said.count(), entries.len(), "{reader:?} {deadlines:?}");
        }
    }
}
