//! What always holds of fixes, over thousands of random plans: they do what they promise, touch nobody's words, pick days on
//! which somebody works, and come to an end.

use std::collections::BTreeMap;
use std::sync::Arc;

use momentboard::analysis::order::Position;
use momentboard::check::{Applicability, Counts, Finding, Fix, Options, Report, check, check_lane, cross, fixes, rules};
use momentboard::edit::{Edit, Place, apply_all};
use momentboard::model::{Campaign, Day, IdSource, Index, Lane, Moment, MomentId, Profile, Status, When, faults};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::plans::{CODES, random_plan};
use super::properties::options;

fn strict() -> Options {
    Options { profile: Some(Profile::Strict), ..options() }
}

fn findings(campaign: &Campaign) -> Vec<Finding> {
    check(campaign, &strict()).findings
}

/// How grave the findings of each lane are.
fn by_lane(findings: &[Finding]) -> BTreeMap<Option<momentboard::model::LaneId>, Counts> {
    let mut lanes: BTreeMap<_, Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        lanes.entry(finding.lane).or_default().push(finding);
    }
    lanes.into_iter().map(|(lane, findings)| (lane, Counts::of(findings))).collect()
}

fn applied(campaign: &Campaign, fix: &Fix) -> Campaign {
    apply_all(campaign, &mut Index::of(campaign), &fix.edits).expect("a fix applies").expect("a fix changes something")
}

fn is_jump(fix: &Fix) -> bool {
    matches!(fix.applicability, Applicability::Jump(_))
}

/// A plan with what is known of it, so that it is worked out once for all of its fixes.
struct Known<'c> {
    campaign: &'c Campaign,
    faults: Vec<momentboard::model::Fault>,
    counts: BTreeMap<Option<momentboard::model::LaneId>, Counts>,
}

/// R9, first half, for one fix: what it promises it does, and it does nothing else.
fn keeps_its_promise(known: &Known<'_>, finding: &Finding, fix: &Fix) -> Result<(), TestCaseError> {
    let Known { campaign, faults: faults_before, counts: before } = known;
    let today = options().today.expect("set");
    let after = applied(campaign, fix);
    prop_assert_eq!(&faults(&after), faults_before);
    let is = findings(&after);
    prop_assert!(!is.iter().any(|f| f.code() == finding.code() && f.lane == finding.lane && f.subject() == finding.subject()));
    let now = by_lane(&is);
    let of = |counts: &BTreeMap<_, Counts>| counts.get(&finding.lane).copied().unwrap_or_default();
    prop_assert!(of(&now) < of(before), "{}", fix.title);
    prop_assert_eq!(fix.counts, (of(before), of(&now)));
    for (lane, counts) in &now {
        prop_assert!(*counts <= before.get(lane).copied().unwrap_or_default(), "{}: another lane pays", fix.title);
    }
    changes_no_words(campaign, &after, fix, today)?;
    picks_free_days(campaign, &after, fix)
}

/// No published card differs, no card was placed before today, no text changed; a safe fix changes nothing that was set.
fn changes_no_words(before: &Campaign, after: &Campaign, fix: &Fix, today: Day) -> Result<(), TestCaseError> {
    let texts = |m: &Moment| {
        (m.title.clone(), m.hook.clone(), m.notes.clone(), m.must_say.clone(), m.owner.clone(), m.links.clone(), m.proof.clone())
    };
    let safe = fix.applicability == Applicability::Safe;
    for moment in before.lanes.iter().flat_map(|lane| &lane.moments) {
        let (_, now) = after.moment(moment.id).expect("no fix deletes a card");
        let filled = (moment.proof.is_none() || moment.proof == now.proof) && moment.title == now.title;
        prop_assert!(filled && (texts(moment) == texts(now) || moment.proof.is_none()), "{}", &fix.title);
        prop_assert!(moment.status != Status::Published || moment == now, "{}", &fix.title);
        if safe {
            let chosen = (moment.kind, moment.when, moment.time, moment.status, moment.cause);
            prop_assert_eq!(chosen, (now.kind, now.when, now.time, now.status, now.cause), "{}", &fix.title);
            prop_assert!(moment.product.is_none() || moment.product == now.product, "{}", &fix.title);
            prop_assert!(moment.cta.is_none() || moment.cta == now.cta, "{}", &fix.title);
            prop_assert!(moment.covers.is_empty() || moment.covers == now.covers, "{}", &fix.title);
        }
        if moment.when != now.when && after.lanes.iter().any(|lane| lane.moments.iter().any(|other| other.id == now.id)) {
            prop_assert!(after.day_of(now.when).is_none_or(|day| day >= today), "{}: before today", &fix.title);
        }
    }
    for moment in after.lanes.iter().flat_map(|lane| &lane.moments).filter(|moment| before.moment(moment.id).is_none()) {
        prop_assert_eq!(moment.status, Status::Draft);
        prop_assert!(after.day_of(moment.when).is_none_or(|day| day >= today), "{}: before today", &fix.title);
    }
    for lane in &before.lanes {
        let now = after.lane(lane.id).expect("no fix deletes a lane");
        prop_assert!(now.relationship.evidence.starts_with(&lane.relationship.evidence), "{}", &fix.title);
        prop_assert_eq!(&now.name, &lane.name);
        if safe {
            prop_assert_eq!(&now.relationship, &lane.relationship);
        }
    }
    Ok(())
}

fn off(campaign: &Campaign, day: Day) -> bool {
    day.weekday() >= 5 || campaign.blackouts.iter().any(|span| span.from <= day && day <= span.to)
}

/// A day that a fix picks is no weekend and in no blackout, and no other card stands on it. A day on which a card of the lane stood
/// is not picked, nor is the day of a card that stood on a weekend before and moved along with others.
fn picks_free_days(before: &Campaign, after: &Campaign, fix: &Fix) -> Result<(), TestCaseError> {
    let placed = fix.edits.iter().filter_map(|edit| match edit {
        Edit::AddMoment { place: Place::Lane(lane), moment } => Some((*lane, moment.id)),
        Edit::MoveMoment { id, to: Place::Lane(lane), .. } => Some((*lane, *id)),
        _ => None,
    });
    for (lane, id) in placed {
        let now = after.lane(lane).expect("a lane");
        let was = before.lane(lane);
        let Some(here) = place(after, now, id).filter(|here| here.day_number().is_some()) else { continue };
        let there = was.and_then(|was| place(before, was, id));
        let stood = was.map_or(0, |was| standing(before, was, here).len());
        if let Some(day) = here.date().filter(|day| off(after, *day)) {
            let chosen = stood > 0 || there.and_then(Position::date).is_some_and(|day| off(before, day));
            prop_assert!(chosen, "{}: picks {}", &fix.title, day.with_weekday());
        }
        let stands = standing(after, now, here);
        let together = |other: &MomentId| {
            let other = was.and_then(|was| place(before, was, *other));
            there.zip(other).is_some_and(|(a, b)| a.same_day(b))
        };
        let crowded = stands.len() > stood && !stands.iter().filter(|other| **other != id).all(together);
        prop_assert!(!crowded, "{}: two cards on {here:?}", &fix.title);
    }
    Ok(())
}

fn place(campaign: &Campaign, lane: &Lane, id: MomentId) -> Option<Position> {
    let moment = lane.moments.iter().find(|moment| moment.id == id)?;
    Some(Position::from_when(campaign.anchor.as_ref().and_then(|anchor| anchor.date), moment.when, None))
}

fn standing(campaign: &Campaign, lane: &Lane, day: Position) -> Vec<MomentId> {
    let on = |moment: &&Arc<Moment>| Position::of(campaign, moment).same_day(day);
    lane.moments.iter().filter(on).map(|moment| moment.id).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, rng_seed: RngSeed::Fixed(7), ..ProptestConfig::default() })]

    /// R9, first half: every fix that is offered does what it promises.
    #[test]
    fn every_fix_keeps_its_promise(seed: u64) {
        let campaign = random_plan(seed);
        let was = findings(&campaign);
        let known = Known { campaign: &campaign, faults: faults(&campaign), counts: by_lane(&was) };
        for finding in &was {
            for fix in fixes(&campaign, finding, &strict(), &mut IdSource::seeded(seed)) {
                if is_jump(&fix) {
                    prop_assert!(fix.edits.is_empty());
                } else if let Err(error) = keeps_its_promise(&known, finding, &fix) {
                    return Err(TestCaseError::fail(format!("{} “{}”: {error}", finding.code(), fix.title)));
                }
            }
        }
    }

    /// R9, second half: doing the first fix of every finding, round after round, comes to an end, in the profile of the plan.
    #[test]
    fn fixing_comes_to_an_end(seed: u64) {
        let mut campaign = random_plan(seed);
        let mut ids = IdSource::seeded(seed);
        for _ in 0..40 {
            let mut done = 0;
            for finding in check(&campaign, &options()).findings {
                let Some(finding) = again(&campaign, &options(), &finding) else { continue };
                let fix = fixes(&campaign, &finding, &options(), &mut ids).into_iter().find(|fix| !is_jump(fix));
                if let Some(fix) = fix {
                    campaign = applied(&campaign, &fix);
                    done += 1;
                }
            }
            if done == 0 {
                return Ok(());
            }
        }
        prop_assert!(false, "still fixing after 40 rounds");
    }

    /// What `fix --all` does: safe fixes until none is left. Each one leaves the plan in a better state than before, and what it
    /// brings with it is never graver than what it mends.
    #[test]
    fn safe_fixes_reach_a_fixed_point(seed: u64) {
        let mut campaign = random_plan(seed);
        let mut ids = IdSource::seeded(seed);
        let safe = |fix: &Fix| fix.applicability == Applicability::Safe;
        for _ in 0..40 {
            let mut was = findings(&campaign);
            let mut done = 0;
            for finding in was.clone().iter().filter(|finding| finding.state.is_open()) {
                let Some(finding) = was.iter().find(|now| is_same(now, finding)).cloned() else { continue };
                let Some(fix) = fixes(&campaign, &finding, &strict(), &mut ids).into_iter().find(safe) else { continue };
                campaign = applied(&campaign, &fix);
                done += 1;
                let is = findings(&campaign);
                prop_assert!(Counts::of(&is) < Counts::of(&was), "{}", &fix.title);
                let known = |new: &Finding| was.iter().any(|old| (old.code(), old.subject()) == (new.code(), new.subject()));
                for new in is.iter().filter(|new| !known(new)) {
                    prop_assert!(new.severity >= finding.severity, "{}: {} brings {}", &fix.title, finding.code(), new.code());
                }
                was = is;
            }
            if done == 0 {
                return Ok(());
            }
        }
        prop_assert!(false, "still fixing after 40 rounds");
    }
}

fn is_same(a: &Finding, b: &Finding) -> bool {
    (a.code(), a.lane, a.subject()) == (b.code(), b.lane, b.subject())
}

/// A finding as it is now, if it still is one.
fn again(campaign: &Campaign, options: &Options, finding: &Finding) -> Option<Finding> {
    let lane = finding.lane.and_then(|lane| campaign.lane(lane))?;
    let report = check_lane(campaign, &cross(campaign), lane, options);
    report.findings.into_iter().find(|now| is_same(now, finding))
}

/// Every fix that does something, by its rule and the beginning of its title.
const MECHANICAL: [(&str, &[&str]); 33] = [
    ("PBR-01", &["Put the ask last", "Add a run-up", "Add a run-up and move the ask", "Move the ask after", "Park in ideas"]),
    ("PBR-02", &["Announce first", "Copy the brand’s announcement", "Count “"]),
    ("PBR-03", &["Swap with", "Add a values story", "Count “"]),
    ("PBR-04", &["Add a community story"]),
    ("PBR-05", &["Move the ask by", "Pull the run-up earlier by"]),
    ("PBR-06", &["Add a story", "Split the card"]),
    ("PBR-07", &["Add a community story between", "Add N cards", "Soften", "Make it one drop"]),
    (
        "PBR-08",
        &[
            "Add a joint announcement",
            "Copy ",
            "Put the ask last",
            "Add a run-up",
            "Add a run-up and move the ask",
            "Move the ask after",
            "Park in ideas",
        ],
    ),
    ("PBR-09", &["Move the ask one place later", "Move the ask N days later"]),
    ("PBR-10", &["Date the ask", "Place before the ask", "Park in ideas"]),
    ("PBR-11", &["Take the days of", "Put the cards a week apart"]),
    ("PBR-12", &["Set the status to warm"]),
    ("PBR-13", &["Add a re-introduction", "Add N cards"]),
    ("PBR-14", &["Add a story", "Count “", "Keep the lane warm"]),
    ("ASK-01", &["Turn “", "Turn N asks", "Add a card that gives", "Add N cards"]),
    ("ASK-02", &["Leave the hard call", "Soften"]),
    ("ASK-03", &["Spread the asks", "Bring posts of one product together"]),
    ("ASK-04", &["Move the ask to"]),
    ("ASK-05", &["Add what came of it", "Add a community story"]),
    ("FIT-01", &["Add “"]),
    ("FIT-02", &["Count “"]),
    ("FIT-03", &["Name “"]),
    ("FIT-04", &["Share the last word"]),
    ("FIT-05", &["Move the ask and what follows past"]),
    ("FIT-06", &["Park in ideas"]),
    ("VAL-01", &["Link “", "Add what came of it", "It takes no stand"]),
    ("VAL-03", &["Add an answer to the community", "Let "]),
    ("DIS-01", &["Label it “", "Add a label for each market"]),
    ("DIS-02", &["Replace it by “", "Replace it for each market"]),
    (
        "DIS-03",
        &[
            "Set the platform’s label",
            "Take the platform’s label off",
            "Label it “",
            "Add a label for each market",
            "Replace it by “",
            "Replace it for each market",
        ],
    ),
    ("DIS-04", &["Label it “", "Add a label for each market"]),
    ("DIS-05", &["Put it on the run sheet"]),
    ("OPS-01", &["Make it a waitlist"]),
];

/// Rules whose fixes all lead to a field, because only a person can fill it.
const JUMPS_ONLY: [&str; 2] = ["DIS-06", "VAL-02"];

/// A property over findings or fixes that never came up proves nothing: in the plans of the properties every rule speaks, and
/// every fix that does something is offered.
#[test]
fn every_rule_and_every_fix_comes_up() {
    let mut spoke: BTreeMap<&str, usize> = BTreeMap::new();
    let mut offered: BTreeMap<(&str, String), usize> = BTreeMap::new();
    for seed in 0..1000 {
        let campaign = random_plan(seed);
        let Report { findings, .. } = check(&campaign, &strict());
        for finding in findings {
            *spoke.entry(finding.code()).or_default() += 1;
            for fix in fixes(&campaign, &finding, &strict(), &mut IdSource::seeded(seed)) {
                let title = if is_jump(&fix) { "→".to_owned() } else { numberless(&fix.title) };
                *offered.entry((finding.code(), title)).or_default() += 1;
            }
        }
    }
    let silent: Vec<&str> = rules().iter().map(|rule| rule.code).filter(|code| !spoke.contains_key(code)).collect();
    assert!(silent.is_empty(), "no plan makes these speak: {silent:?}");
    let is_offered = |code: &str, start: &str| offered.keys().any(|(of, title)| *of == code && title.starts_with(start));
    let never: Vec<(&str, &str)> = MECHANICAL
        .iter()
        .flat_map(|(code, titles)| titles.iter().map(move |title| (*code, *title)))
        .chain(JUMPS_ONLY.map(|code| (code, "→")))
        .filter(|(code, title)| !is_offered(code, title))
        .collect();
    assert!(never.is_empty(), "no fix came up for {never:?}");
    let listed = |code: &str, title: &str| {
        let mut of = MECHANICAL.iter().filter(|(of, _)| *of == code).flat_map(|(_, titles)| titles.iter());
        title == "→" || of.any(|start| title.starts_with(start))
    };
    let unlisted: Vec<_> = offered.keys().filter(|(code, title)| !listed(code, title)).collect();
    assert!(unlisted.is_empty(), "fixes that this list does not know: {unlisted:?}");
    assert!(rules().iter().all(|rule| CODES.contains(&rule.code)), "the plans know all codes");
}

/// A title with every number as N.
fn numberless(title: &str) -> String {
    let digits = title.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    digits.fold(title.to_owned(), |title, number| title.replacen(number, "N", 1))
}

fn plan(sketch: &str) -> Campaign {
    let mut campaign = crate::check::plan(sketch);
    campaign.blackouts.clear();
    campaign
}

fn blackout(campaign: &mut Campaign, from: i32, to: i32) {
    let day = |offset| Day::from_number(crate::check::DAY_ZERO + offset);
    let unknown = momentboard::model::Unknown::default();
    campaign.blackouts.push(momentboard::model::Blackout { from: day(from), to: day(to), why: None, unknown });
}

/// The days of all cards after a fix, sorted; by the title's beginning.
fn days_after(campaign: &Campaign, code: &str, title: &str) -> Vec<i32> {
    let options = Options { today: Some(Day::from_number(crate::check::DAY_ZERO)), ..strict() };
    let all = check(campaign, &options).findings;
    let finding = all.iter().find(|finding| finding.code() == code).expect(code);
    let offered = fixes(campaign, finding, &options, &mut IdSource::seeded(1));
    let fix = offered.iter().find(|fix| fix.title.starts_with(title)).unwrap_or_else(|| panic!("{title} in {offered:?}"));
    let after = applied(campaign, fix);
    let mut days: Vec<i32> = after.lanes[0]
        .moments
        .iter()
        .filter_map(|moment| after.day_of(moment.when))
        .map(|day| day.number() - crate::check::DAY_ZERO)
        .collect();
    days.sort_unstable();
    days
}

#[test]
fn weekends_and_blackouts_are_left_out() {
    // Five days before a Thursday is a Saturday: the Monday after it.
    assert_eq!(days_after(&plan("new: A0 V4 S8 P17"), "PBR-04", "Add a community"), [0, 4, 8, 14, 17]);
    let mut campaign = plan("new: A0 V4 S8 P17");
    blackout(&mut campaign, 14, 15);
    assert_eq!(days_after(&campaign, "PBR-04", "Add a community"), [0, 4, 8, 16, 17]);
    // A relative plan knows no weekends.
    let relative = momentboard::check::Sketch::parse("new: A0 V4 S8 P17").expect("sketch").campaign(None);
    let finding = findings(&relative).into_iter().find(|finding| finding.code() == "PBR-04").expect("no community");
    let fix = &fixes(&relative, &finding, &strict(), &mut IdSource::seeded(1))[0];
    assert!(matches!(&fix.edits[0], Edit::AddMoment { moment, .. } if moment.when == When::Relative(12)));
}

#[test]
fn what_moves_together_keeps_its_distances() {
    // Four days on, the ask would stand on a Monday, but the story after it on a Saturday: with six both stand well.
    assert_eq!(days_after(&plan("new: A0 V1 K2 P3 S8"), "PBR-05", "Move the ask by 6 days"), [0, 1, 2, 9, 14]);
    // What stood on a weekend already may do so again.
    assert_eq!(days_after(&plan("new: AVK0 P0 S5"), "PBR-09", "Move the ask 7 days"), [0, 7, 12]);
    // A blackout moves the whole, too.
    let mut campaign = plan("new: A0 V1 K2 P3");
    blackout(&mut campaign, 7, 9);
    assert_eq!(days_after(&campaign, "PBR-05", "Move the ask by 7 days"), [0, 1, 2, 10]);
}

#[test]
fn two_cards_of_one_fix_never_stand_on_one_day() {
    let days = days_after(&plan("established evidence: R0 P9"), "PBR-13", "Add 2");
    assert_eq!(days.len(), 4);
    assert!(days.windows(2).all(|pair| pair[0] < pair[1]), "{days:?}");
    let mut full = plan("new: A0 V4 K9 P14 P24(b,hard)");
    blackout(&mut full, 15, 21);
    let days = days_after(&full, "PBR-07", "Add 2");
    assert_eq!(days, [0, 4, 9, 14, 22, 23, 24]);
}
