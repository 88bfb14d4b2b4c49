//! Pages as text: what stands on which day, which stretches lie over which week, what is left out.

use super::*;
use crate::model::{Anchor, Blackout, Creator, CreatorId, Id, Kind, LaneId, Phase, PlanId, Status, Time, Unknown, When, Window};
use crate::ui::calendar::page::Reach;

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn card(key: &str, kind: Kind, when: When) -> Moment {
    let mut moment = Moment::new(MomentId(id(key)), kind, key);
    moment.when = when;
    moment
}

/// Two creators: one with a long silence, one whose moments are of every sort.
fn plan() -> Campaign {
    let mut plan = Campaign::new(PlanId::default(), "Plan");
    let on = |text| When::On(day(text));
    let mut evening = card("late", Kind::Values, on("2027-09-09"));
    evening.time = Time::parse("18:00");
    let mut early = card("early", Kind::Community, on("2027-09-09"));
    (early.time, early.status) = (Time::parse("09:00"), Status::InReview);
    let mut out = card("out", Kind::Product, on("2027-09-08"));
    out.status = Status::Published;
    let lanes = [
        ("kwame", vec![evening, card("next", Kind::Product, on("2027-11-04"))]),
        ("tobi", vec![early, out, card("counted", Kind::Values, When::Relative(3)), card("third", Kind::Values, When::Order(3))]),
    ];
    for (key, moments) in lanes {
        plan.creators.push(Arc::new(Creator::new(CreatorId(id(key)), key)));
        let mut lane = Lane::of_creator(LaneId(id(key)), CreatorId(id(key)));
        lane.moments = moments.into_iter().map(Arc::new).collect();
        plan.lanes.push(Arc::new(lane));
    }
    plan
}

fn book(plan: &Campaign) -> Book {
    let mut book = Book::default();
    book.follow(plan);
    book
}

/// A page as text: a line for each day on which something is, then the stretches, then what has no day.
fn told_with(plan: &Campaign, sieve: &Sieve, hidden: &[&str], of: &str, reach: Reach) -> String {
    let hidden = hidden.iter().map(|key| LaneId(id(key))).collect();
    let sieve = sieve.without(plan, &hidden);
    let sheet = Sheet::of(plan, &book(plan), &sieve, Page::of(day(of), reach));
    let title = |item: &Item| item.find(plan).unwrap().1.title.clone();
    let mut lines = Vec::new();
    for (at, row) in sheet.days.iter().enumerate() {
        let cards = row.cards.iter().map(title);
        let due = row.due.iter().map(|(item, part)| format!("{} {part:?}", title(item)));
        let all: Vec<String> = cards.chain(due).collect();
        if !all.is_empty() {
            lines.push(format!("{}: {}", sheet.page.day(at).unwrap().short(), all.join(", ")));
        }
    }
    for (behind, strip) in sheet.phases.iter().map(|strip| (true, strip)).chain(sheet.strips.iter().map(|strip| (false, strip))) {
        let what = match strip.what {
            What::Phase(at) => plan.phases[at].name.clone(),
            What::Blackout(_) => "nothing published".to_owned(),
            What::Quiet { lane, days, .. } => format!("{} quiet {days} days", plan.lanes[lane].id),
        };
        let row = if behind { "behind".to_owned() } else { format!("row {}", strip.row) };
        lines.push(format!("week {} columns {}–{} {row}: {what}", strip.week, strip.columns.0, strip.columns.1));
    }
    let undated: Vec<String> = sheet.undated.iter().map(title).collect();
    if !undated.is_empty() {
        lines.push(format!("without a date: {}", undated.join(", ")));
    }
    if sheet.shown < sheet.all {
        lines.push(format!("{} of {}", sheet.shown, sheet.all));
    }
    lines.join("\n")
}

fn told(plan: &Campaign, of: &str) -> String {
    told_with(plan, &Sieve::default(), &[], of, Reach::Month)
}

#[test]
fn a_month_has_its_moments_by_time_what_is_due_and_the_silence() {
    assert_eq!(
        told(&plan(), "2027-09-20"),
        "3 Sep: late Draft
7 Sep: late Approval, early Approval
8 Sep: out
9 Sep: early, late
week 1 columns 4–6 row 0: kwame quiet 56 days
week 2 columns 0–6 row 0: kwame quiet 56 days
week 3 columns 0–6 row 0: kwame quiet 56 days
week 4 columns 0–6 row 0: kwame quiet 56 days
without a date: counted, third"
    );
}

#[test]
fn what_is_due_for_a_moment_of_the_next_page_stands_on_its_day() {
    let plan = plan();
    assert!(told(&plan, "2027-10-01").lines().any(|line| line == "29 Oct: next Draft"));
    assert_eq!(
        told_with(&plan, &Sieve::default(), &["tobi"], "2027-11-01", Reach::Week),
        "2 Nov: next Approval\n4 Nov: next\nweek 0 columns 0–2 row 0: kwame quiet 56 days"
    );
}

#[test]
fn day_0_gives_relative_moments_their_days() {
    let mut plan = plan();
    plan.anchor = Some(Anchor { label: "Launch".into(), date: Some(day("2027-09-20")), unknown: Unknown::default() });
    let text = told(&plan, "2027-09-20");
    assert!(text.lines().any(|line| line == "23 Sep: counted"), "{text}");
    assert!(text.ends_with("without a date: third"), "{text}");
}

#[test]
fn what_is_left_out_is_counted() {
    let plan = plan();
    let sieve = Sieve::of([MomentId(id("late")), MomentId(id("third"))]);
    let text = told_with(&plan, &sieve, &[], "2027-09-01", Reach::Month);
    assert!(text.lines().any(|line| line == "9 Sep: late"), "{text}");
    assert!(text.ends_with("without a date: third\n1 of 3"), "{text}");
    let text = told_with(&plan, &Sieve::default(), &["kwame"], "2027-09-01", Reach::Month);
    assert!(!text.contains("quiet") && text.ends_with("2 of 3"), "whoever is switched off is not quiet either: {text}");
}

#[test]
fn stretches_that_share_a_day_stand_in_rows_and_the_rest_is_kept() {
    let mut plan = plan();
    let phase = |name: &str, from: &str, to: &str| Phase {
        name: name.into(),
        from: day(from),
        to: day(to),
        kind: None,
        unknown: Unknown::default(),
    };
    plan.phases = vec![
        phase("Introduce", "2027-09-01", "2027-09-19"),
        phase("Always on", "2027-09-08", "2027-09-08"),
        phase("A third", "2027-09-08", "2027-09-08"),
        phase("A fourth", "2027-09-08", "2027-09-08"),
        phase("A fifth", "2027-09-08", "2027-09-08"),
    ];
    plan.blackouts = vec![Blackout { from: day("2027-09-11"), to: day("2027-09-13"), why: None, unknown: Unknown::default() }];
    let text = told(&plan, "2027-09-01");
    for line in [
        "week 0 columns 2–6 behind: Introduce",
        "week 2 columns 0–6 behind: Introduce",
        "week 1 columns 2–2 row 0: Always on",
        "week 1 columns 2–2 row 2: A fourth",
        "week 1 columns 5–6 row 0: nothing published",
        "week 2 columns 0–0 row 0: nothing published",
        "week 1 columns 4–6 row 1: kwame quiet 56 days",
    ] {
        assert!(text.lines().any(|found| found == line), "{line} in\n{text}");
    }
    let sheet = Sheet::of(&plan, &book(&plan), &Sieve::default(), Page::of(day("2027-09-01"), Reach::Month));
    assert_eq!(sheet.beyond[1], [What::Phase(4)]);
    assert_eq!((sheet.rows_of(1), sheet.rows_of(0)), (3, 0));
}

#[test]
fn an_edit_of_one_lane_leaves_the_others_as_they_were() {
    let mut plan = plan();
    let mut book = book(&plan);
    let lane = Arc::make_mut(&mut plan.lanes[1]);
    Arc::make_mut(&mut lane.moments[0]).when = When::On(day("2027-09-10"));
    Arc::make_mut(&mut lane.moments[0]).window = Some(Window { before: 2, after: 2, unknown: Unknown::default() });
    book.follow(&plan);
    let sheet = Sheet::of(&plan, &book, &Sieve::default(), Page::of(day("2027-09-01"), Reach::Month));
    assert_eq!(sheet.day(day("2027-09-10")).unwrap().cards, [Item { lane: 1, at: 0 }]);
    plan.lanes.reverse();
    book.follow(&plan);
    let sheet = Sheet::of(&plan, &book, &Sieve::default(), Page::of(day("2027-09-01"), Reach::Month));
    assert_eq!(sheet.day(day("2027-09-10")).unwrap().cards, [Item { lane: 0, at: 0 }]);
    assert_eq!(book.who(1).unwrap().name.as_ref(), "kwame");
}
