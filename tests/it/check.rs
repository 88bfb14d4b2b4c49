//! What the checker says of small plans whose findings are known.

use std::sync::Arc;

use momentboard::check::{Counts, Finding, Options, Severity, Sketch, Stale, State, book, cards, check, check_lane, cross};
use momentboard::model::{
    Acceptance, AcceptanceId, Campaign, Cta, Day, Id, Kind, Lane, LaneId, Moment, MomentId, RuleOff, Scope, Status, Unknown, When,
};

/// Monday 1 March 2027: day 0 of the sketches.
pub(crate) const DAY_ZERO: i32 = 20_878;

pub(crate) fn strict() -> Options {
    Options { profile: Some(momentboard::model::Profile::Strict), ..Options::default() }
}

pub(crate) fn plan(sketch: &str) -> Campaign {
    Sketch::parse(sketch).expect(sketch).campaign(Some(Day::from_number(DAY_ZERO)))
}

pub(crate) fn findings(campaign: &Campaign) -> Vec<Finding> {
    check(campaign, &strict()).findings
}

/// Codes with severities of the findings, by code: "PBR-02 hint, PBR-04 hint".
pub(crate) fn said(campaign: &Campaign) -> String {
    let mut all: Vec<String> =
        findings(campaign).iter().map(|finding| format!("{} {}", finding.code(), finding.severity.key())).collect();
    all.sort_unstable();
    all.join(", ")
}

#[track_caller]
fn expect(sketch: &str, expected: &str) {
    assert_eq!(said(&plan(sketch)), expected, "{sketch}");
}

#[test]
fn e1_no_background() {
    expect("new: V0 K5 P14", "PBR-02 hint");
    expect("new: V0 P14", "PBR-02 warning, PBR-04 hint");
}

#[test]
fn e2_values_later() {
    expect("new: A0 K5 P14 V18", "PBR-03 warning");
    assert_eq!(findings(&plan("new: A0 K5 P14 V18"))[0].title, "The values story comes too late");
}

#[test]
fn e3_too_soon() {
    expect("new: A0 V1 K2 P3", "PBR-05 warning");
}

#[test]
fn e4_nothing_given_between() {
    expect("new: A0 V4 K9 P14(a) P24(b,hard)", "PBR-07 warning");
}

#[test]
fn e5_same_day() {
    expect("new: AVK0 P0", "PBR-09 warning");
}

#[test]
fn e6_undated_run_up() {
    expect("new: AVK? P10", "PBR-10 warning");
    expect("new: AVK? P10(scheduled)", "PBR-01 error, PBR-10 hint");
}

#[test]
fn e7_order_only() {
    expect("new: A#1 V#2 K#3 P#4", "PBR-11 hint");
    expect("new: P#1 A#2", "PBR-01 error, PBR-11 hint");
}

#[test]
fn e8_established_without_evidence() {
    expect("established: P3", "PBR-01 warning, PBR-12 warning");
}

#[test]
fn e9_one_drop() {
    expect("new: A0 V4 K9 P14 P14 P15", "");
}

#[test]
fn e10_established() {
    expect("established evidence seen-10: P3", "");
    expect("established evidence: P3", "");
}

#[test]
fn e11_the_quarterback() {
    // 2018-09-03 is day 0.
    let sketch = Sketch::parse("new: AV0 KV2 K31 P52 PK170").expect("sketch");
    let campaign = sketch.campaign(Day::parse("2018-09-03"));
    assert_eq!(said(&campaign), "");
}

#[test]
fn e12_the_footballer() {
    expect("new unlinked compared: P0(sensitive,no-value)", "FIT-01 warning, FIT-02 warning, PBR-01 error, VAL-02 warning");
}

/// The arcs that the program offers as templates.
#[test]
fn sound_arcs_are_clean() {
    for sketch in [
        "new: A0 V4 K10 S17 P24 K31 P38 I45",
        "new: A0 O7 V21 K42 P63 S91 E126 K154 P168(b) S203 G238 S266 P280(c,hard) K315 I350",
        "established evidence: S-14 T-7 O-3 P0 P0(hard) G5 K12 PS21(hard) I28",
        "new: A0 V3 K8 G14 PK24 I45 K52",
        "new: T-7 AV0 G2 K9 K16 G23 K30 P33 I40",
        "new: O0 SV14 K28 P42(none) S63 P84 S105 K126",
        "new: A-21 V-14 S-7 T-2 EG0 K1 P4 S11",
        "established evidence: R0 G3 I14 K28 V49 P63(none) S70",
        "warm: A-60 O-45 S-30 G-20 V-10 T-5 P0(hard) K4 K12 P21 I35",
        "new slot organic-1: O-7 P0(embedded) P14(embedded) S28 P35(embedded)",
    ] {
        expect(sketch, "");
        assert_eq!(said(&Sketch::parse(sketch).expect(sketch).campaign(None)), "", "without a date for day 0: {sketch}");
    }
}

/// Every row of the table of severities by relationship.
#[test]
fn severities_by_relationship() {
    let statuses = ["new", "warm", "warm evidence", "owner", "founder", "established evidence", "new slot"];
    let rows: [(&str, &str, [&str; 7]); 9] = [
        ("PBR-01", "P14 A18", ["error", "warning", "hint", "warning", "hint", "", "hint"]),
        ("PBR-02", "K5 P14(hard)", ["warning", "hint", "hint", "", "", "", ""]),
        ("PBR-02", "V0 K5 P14", ["hint", "hint", "hint", "", "", "", ""]),
        ("PBR-03", "A0 K5 P14", ["warning", "hint", "hint", "hint", "hint", "", ""]),
        ("PBR-03", "O0 K5 P14", ["hint", "hint", "hint", "hint", "hint", "", ""]),
        ("PBR-04", "A0 V5 P14", ["hint", "", "", "", "", "", ""]),
        ("PBR-05", "A0 V1 K2 P2(18:00)", ["warning", "warning", "hint", "hint", "hint", "", ""]),
        ("PBR-06", "AVK0 P14", ["hint", "", "", "", "", "", ""]),
        ("PBR-09", "AVK0 P0", ["warning", "warning", "hint", "hint", "hint", "", ""]),
    ];
    for (code, sketch, severities) in rows {
        for (status, expected) in statuses.iter().zip(severities) {
            let found = findings(&plan(&format!("{status}: {sketch}")));
            let severity = found.iter().find(|finding| finding.code() == code).map_or("", |finding| finding.severity.key());
            assert_eq!(severity, expected, "{code} {status}: {sketch}");
        }
    }
    // The minimum of warm and owner lanes is three days, of new ones seven.
    expect("new: A0 V2 K4 P6", "PBR-05 warning");
    expect("warm: A0 V1 K2 P3", "");
    // Borrowed trust takes the place of PBR-01 on new lanes only.
    expect("new friend: P3", "PBR-08 error");
    expect("warm friend: P3", "PBR-01 warning");
    expect("new slot friend: P3", "PBR-01 hint");
    // Two asks in a row in a slot only where the usual posts are known; a cold return never there.
    expect("new slot: O-7 P0(hard) P150(b,hard)", "");
    expect("new slot organic-1: O-7 P0(hard) P5(b,hard)", "PBR-07 warning");
    expect("established evidence: P0 P14(b,hard)", "PBR-07 warning");
    // A cold return weighs less where the two are known, and where the ask is soft.
    expect("new: A0 V5 K10 P20 S30 S35 P150(c,hard)", "PBR-14 warning");
    expect("new: A0 V5 K10 P20 S30 S35 P150(c)", "PBR-14 hint");
    expect("owner: A0 V5 K10 P20 S30 S35 P150(c,hard)", "PBR-14 hint");
    expect("new: A0 V5 K10 P20 S30 S35 PK150(c,hard)", "");
    expect("new organic-1: A0 V5 K10 P20 S30 S35 P150(c,hard)", "");
}

#[test]
fn a_draft_gets_the_benefit_of_the_doubt_until_it_is_in_review() {
    expect("new: AVK? P10(review)", "PBR-01 error, PBR-10 hint");
    expect("new: A0 V5 K10 P?", "PBR-10 hint");
    expect("new: A0 V5 K10 P?(approved)", "PBR-10 warning");
    expect("new: A0 V4 K9 P14 S?", "PBR-10 hint");
    // What does not matter for the order may stay undated, and without an ask nothing does.
    expect("new: A0 V4 K9 P14 T? N?", "");
    expect("new: AVK? S?", "");
    // Nothing but an ask is an ask first, dated or not.
    expect("new: P?", "PBR-01 error");
}

#[test]
fn what_prepares_an_ask() {
    // Teasers and organic cards do not, an organic card that mentions the brand does.
    expect("new: T0 N3 P14", "PBR-01 error");
    expect("new: N0(brand) V4 K9 P14", "");
    // Nor does a card after it, or the brand's channel after it.
    expect("new brand-announced-20: P14", "PBR-01 error");
    expect("new brand-announced-0: P14", "PBR-02 hint, PBR-03 warning, PBR-04 hint");
    expect("new brand-announced-12: V0 K9 P14", "PBR-02 hint");
    // A card on the day of the ask with a time before it does, after it does not.
    expect("new: AV0 K14(09:00) P14(10:00)", "");
    expect("new: AVK14(11:00) P14(10:00)", "PBR-01 error");
}

#[test]
fn a_repair_has_to_be_followed_by_something_given() {
    expect("established evidence: R0 P9", "PBR-02 hint, PBR-03 hint, PBR-13 warning");
    expect("established evidence: R0 G3 I14 P20", "");
    expect("established evidence seen-400: P0", "PBR-01 hint, PBR-13 warning");
    expect("established evidence seen-400: O-7 P0", "");
}

#[test]
fn audience_values_of_drafts_are_asked_for_once() {
    expect("new: A0 V4 K9 P14(no-value) S20 S22 P24(b,no-value)", "FIT-02 hint");
    expect("new: A0 V4 K9 P14(no-value,review) S20 S22 P24(b,no-value,review)", "FIT-02 hint, FIT-02 hint");
    expect("new: A0 V4 K9 PS14(no-value)", "");
    expect("warm: A0 P14(no-value,hard)", "FIT-02 warning, PBR-03 hint");
}

/// Each message once, word for word.
#[test]
fn messages_word_for_word() {
    let expected = [
        (
            "new: P1",
            "PBR-01",
            "Maja’s first Northwind post is an ask: Trail Jacket, Tue 2 Mar. Nothing before it tells Maja’s audience why they are working together.",
        ),
        (
            "new: V0 K5 P13",
            "PBR-02",
            "Maja shares 2 stories before Trail Jacket (14 Mar) but never says how Maja and Northwind got together.",
        ),
        (
            "new brand-announced-0: V0 K5 P14",
            "PBR-02",
            "How Maja and Northwind got together was announced on Northwind’s channel only; Maja’s followers may not have seen it.",
        ),
        ("new: A0 K5 P14", "PBR-03", "Before Trail Jacket, nothing shows which value Maja and Northwind share."),
        ("new: A0 K5 P13 V17", "PBR-03", "The values story (18 Mar) comes 4 days after the first ask (14 Mar)."),
        ("new: A#1 K#2 P#3 V#4", "PBR-03", "The values story (position 4) comes after the first ask (position 3)."),
        (
            "new: A0 V5 P14",
            "PBR-04",
            "The run-up is all Maja. A story from someone in Maja’s community would come before Trail Jacket.",
        ),
        (
            "new: A0 V1 K2 P3",
            "PBR-05",
            "Trail Jacket follows the announcement by 3 days. Maja’s audience is new to Northwind; your minimum is 7.",
        ),
        (
            "warm: O0 V1 K1 P2",
            "PBR-05",
            "Trail Jacket follows the first card by 2 days. Maja’s audience is still getting to know Northwind; your minimum is 3.",
        ),
        (
            "new: AVK0 P13",
            "PBR-06",
            "One post on 1 Mar carries the announcement, the value and the community story. A second touch before 14 Mar would let it land.",
        ),
        (
            "new: AV0 K0 P13",
            "PBR-06",
            "One day, 1 Mar, carries the announcement, the value and the community story. A second touch before 14 Mar would let it land.",
        ),
        (
            "new: A0 V4 K9 P14 P24(b,hard)",
            "PBR-07",
            "Summer code (25 Mar) is a hard ask, 10 days after Trail Jacket, with 0 value moments between; your plan asks for 2.",
        ),
        (
            "new: A#1 V#2 K#3 P#4 P#5(b)",
            "PBR-07",
            "Summer code (position 5) is a soft ask after Trail Jacket, with 0 value moments between; your plan asks for 1.",
        ),
        (
            "new friend: P3",
            "PBR-08",
            "Sam has history with Northwind; Maja’s followers don’t share it. Maja’s first post is Trail Jacket.",
        ),
        (
            "new: AVK3 P3",
            "PBR-09",
            "Announcement (also values story and community story) and Trail Jacket are both on 4 Mar without times. Published together, the announcement reads as part of the ad.",
        ),
        (
            "new: VK3 P3",
            "PBR-09",
            "Values story (also community story) and Trail Jacket are both on 4 Mar without times. Published together, they read as one ad.",
        ),
        (
            "new: A3(09:00) P3",
            "PBR-09",
            "Announcement and Trail Jacket are both on 4 Mar, and no times say which comes first. Published together, they read as one ad.",
        ),
        ("new: A0 PVK13", "PBR-06", "The run-up is one post on 1 Mar. A second touch before 14 Mar would let it land."),
        ("new: A0 O0 PVK13", "PBR-06", "The run-up is one day, 1 Mar. A second touch before 14 Mar would let it land."),
        (
            "new brand-announced-0: V4 K5 P6",
            "PBR-05",
            "Trail Jacket follows the announcement by 6 days. Maja’s audience is new to Northwind; your minimum is 7.",
        ),
        (
            "new event: A0 V1 K2 P3",
            "PBR-05",
            "Trail Jacket follows the announcement by 3 days. Maja’s audience is new to Northwind; your minimum is 4.",
        ),
        (
            "new: A#3 P#3",
            "PBR-09",
            "Announcement and Trail Jacket are both at position 3. Published together, the announcement reads as part of the ad.",
        ),
        ("new: V? P9", "PBR-10", "Values story has no date, so it is unclear whether it precedes Trail Jacket (10 Mar)."),
        ("new: A0 V4 P?", "PBR-10", "Trail Jacket has no date, so it is unclear what precedes it."),
        ("new: A#1 V#2 K#3 P#4", "PBR-11", "Maja’s lane has order but no dates: sequence checked, spacing not."),
        (
            "established: A0 V4 K9 P14",
            "PBR-12",
            "Maja is marked established, but nothing is noted. Add one line or link, or set the status to warm.",
        ),
        (
            "established evidence seen-395: P0",
            "PBR-13",
            "Maja was last seen with Northwind 13 months before Trail Jacket. A short re-introduction comes first.",
        ),
        (
            "established evidence: R0 P9",
            "PBR-13",
            "Trail Jacket comes soon after Northwind repaired a broken promise, with fewer than two days given since.",
        ),
        ("new: A0 V4 K13 P133(c,hard)", "PBR-14", "After 120 quiet days, Maja comes back with an ask: Boot, 12 Jul."),
        ("new unlinked: A0", "FIT-01", "Maja stands for outdoors; Northwind for craft, speed. No common value is recorded."),
        ("new: A0 V4 K9 P14(no-value)", "FIT-02", "What does Maja’s audience get from Trail Jacket? Nothing is noted."),
        ("new: A0 V4 K9 P14(sensitive)", "VAL-02", "Whitening kit is marked health; nobody has signed off the claims."),
    ];
    for (sketch, code, message) in expected {
        let found = findings(&plan(sketch));
        let finding = found.iter().find(|finding| finding.code() == code);
        assert_eq!(finding.map(|finding| finding.message.as_str()), Some(message), "{sketch}");
    }
    let relative = Sketch::parse("new: P14 A18").expect("sketch").campaign(None);
    assert!(findings(&relative)[0].message.contains("an ask: Trail Jacket, day 14."), "relative plans name the day");
}

#[test]
fn what_is_missing_before_one_product_is_one_card() {
    let found = findings(&plan("new: S0 S5 P6"));
    let listed = cards(&found);
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].message, "Before Trail Jacket: missing time, background, a shared value and a community voice.");
    assert_eq!(listed[0].severity, Severity::Warning);
    assert_eq!(listed[0].findings.len(), 4);
    let single = findings(&plan("new: A0 V5 P14"));
    assert_eq!(cards(&single)[0].message, single[0].message.as_str());
}

fn accepted(campaign: &Campaign, finding: &Finding, until: Option<Day>) -> Campaign {
    let mut campaign = campaign.clone();
    campaign.acceptances.push(Arc::new(Acceptance {
        id: AcceptanceId::parse("acc").expect("id"),
        rule: finding.code().into(),
        target: Scope::Moment(finding.subject().expect("subject")),
        reason: "She has worn it for years".into(),
        owner: "Kim".into(),
        until,
        show_to_client: false,
        facts: finding.facts.to_vec(),
        unknown: Unknown::default(),
    }));
    campaign
}

#[test]
fn an_accepted_finding_reopens_when_its_facts_change_or_its_time_is_over() {
    let day = |n| Some(Day::from_number(DAY_ZERO + n));
    let before = plan("new: P14 A18");
    let finding = findings(&before).remove(0);
    let campaign = accepted(&before, &finding, day(100));
    let id = AcceptanceId::parse("acc").expect("id");
    let state = |campaign: &Campaign, today| check(campaign, &Options { today, ..Options::default() }).findings[0].state;
    assert_eq!(state(&campaign, day(100)), State::Accepted(id));
    assert_eq!(state(&campaign, None), State::Accepted(id));
    assert_eq!(state(&campaign, day(101)), State::Stale(id, Stale::Expired));
    assert_eq!(check(&campaign, &strict()).stale, []);

    // A second acceptance of the same finding is not stale because the first one holds.
    let mut twice = campaign.clone();
    let mut second = (*campaign.acceptances[0]).clone();
    (second.id, second.target) = (AcceptanceId::parse("acc-2").expect("id"), Scope::Campaign);
    twice.acceptances.push(Arc::new(second));
    assert_eq!(check(&twice, &strict()).stale, []);

    // Renaming changes no fact; moving the ask does.
    let mut renamed = campaign.clone();
    Arc::make_mut(&mut renamed.creators[0]).name = "Ina Berg".into();
    Arc::make_mut(&mut renamed.products[0]).name = "Boot".into();
    assert_eq!(state(&renamed, None), State::Accepted(id));
    let mut moved = campaign.clone();
    let lane = Arc::make_mut(&mut moved.lanes[0]);
    Arc::make_mut(&mut lane.moments[0]).when = When::Relative(15);
    assert_eq!(state(&moved, None), State::Stale(id, Stale::FactsChanged));
    assert_eq!(check(&moved, &strict()).stale, [id]);
    let mut other = campaign.clone();
    let lane = Arc::make_mut(&mut other.lanes[0]);
    Arc::make_mut(&mut lane.moments[0]).product = Some(campaign.products[2].id);
    assert_eq!(state(&other, None), State::Stale(id, Stale::FactsChanged), "another product is another ask");
}

/// What is said beyond the cards themselves stands among the facts, so that an acceptance ends with it.
#[test]
fn facts_hold_what_a_finding_rests_on() {
    for (sketch, code, fact) in [
        ("new: P3", "PBR-01", "product m1 on 2027-03-04, for product a"),
        ("established evidence: R0 P9", "PBR-13", "repair: 2027-03-01"),
        ("established evidence seen-400: P0", "PBR-13", "last seen together on 2026-01-25"),
        ("new brand-announced-0: V0 K5 P14", "PBR-02", "announced on the brand’s channel: 2027-03-01"),
        ("new brand-announced-0: OV4 K5 P6", "PBR-05", "announced on the brand’s channel: 2027-03-01"),
        ("new: AVK0 P14", "PBR-06", "days of the run-up: 1"),
        ("new: A0 V4 K9 P14 P24(b,hard)", "PBR-07", "the later ask is hard"),
        ("new: A0 V4 K9 P14 P24(b,hard)", "PBR-07", "given between: 0"),
        ("new: AVK? P10", "PBR-10", "cards without a place: 1"),
        ("new: A0 V4 K13 P133(c,hard)", "PBR-14", "quiet days: 120"),
        ("new unlinked compared: A0", "FIT-01", "the lists of values were compared"),
        ("new: A0 V4 K9 P14(sensitive)", "VAL-02", "product sensitive is marked health"),
    ] {
        let found = findings(&plan(sketch));
        let finding = found.iter().find(|finding| finding.code() == code).expect(sketch);
        assert!(finding.facts.iter().any(|line| line == fact), "{sketch}: {:?}", finding.facts);
    }
}

/// Nobody can say whether an acceptance without facts still speaks of the same finding, so it never holds.
#[test]
fn an_acceptance_without_facts_does_not_hold() {
    let before = plan("new: P14 A18");
    let finding = findings(&before).remove(0);
    let mut campaign = accepted(&before, &finding, None);
    let id = AcceptanceId::parse("acc").expect("id");
    assert_eq!(findings(&campaign)[0].state, State::Accepted(id));
    Arc::make_mut(&mut campaign.acceptances[0]).facts.clear();
    let report = check(&campaign, &strict());
    assert_eq!(report.findings[0].state, State::Stale(id, Stale::FactsChanged));
    assert!(report.findings[0].state.is_open());
    assert_eq!(report.stale, [id]);
}

#[test]
fn a_rule_that_is_off_is_silent_listed_and_hides_nothing() {
    let mut campaign = plan("new: K9 P3");
    campaign.rules_off.push(RuleOff {
        rule: "PBR-01".into(),
        by: "Kim".into(),
        reason: "Seeding".into(),
        unknown: Unknown::default(),
    });
    let report = check(&campaign, &strict());
    assert_eq!(report.rules_off(&campaign).iter().map(|off| off.rule.code).collect::<Vec<_>>(), ["PBR-01"]);
    let codes: Vec<&str> = report.findings.iter().map(Finding::code).collect();
    assert_eq!(codes, ["PBR-03", "PBR-04"]);
}

#[test]
fn what_is_not_filled_in_is_listed_and_not_held_against_the_plan() {
    let not_checked = |campaign: &Campaign| -> Vec<&'static str> {
        check(campaign, &strict()).not_checked.iter().map(|entry| entry.code).filter(|code| !code.starts_with("DIS")).collect()
    };
    // No sketch names a market unless it says so, and without one no label is looked at.
    let labels = check(&plan("new: A0 V4 K9 P14"), &strict()).not_checked;
    assert_eq!(labels.iter().map(|entry| entry.code).collect::<Vec<_>>(), ["DIS-01", "DIS-02", "DIS-03", "DIS-04", "DIS-05"]);
    assert_eq!(not_checked(&plan("new: A#1 V#2 K#3 P#4")), ["ASK-03", "ASK-04", "PBR-05", "PBR-06", "PBR-14"]);
    assert_eq!(not_checked(&plan("established evidence: P3")), ["PBR-13"]);
    let mut campaign = plan("new: A0 V4 K9 P14 P24(b)");
    let lane = Arc::make_mut(&mut campaign.lanes[0]);
    Arc::make_mut(&mut lane.moments[4]).cta = None;
    Arc::make_mut(&mut campaign.creators[0]).values.clear();
    assert_eq!(said(&campaign), "");
    assert_eq!(not_checked(&campaign), ["FIT-01", "FIT-03", "PBR-07"]);
}

#[test]
fn brand_and_community_lanes_are_only_asked_about_products() {
    let mut campaign = plan("new: P3(sensitive,no-value)");
    let lane = Arc::make_mut(&mut campaign.lanes[0]);
    lane.kind = momentboard::model::LaneKind::Brand;
    lane.creator = None;
    assert_eq!(said(&campaign), "VAL-02 warning");
}

#[test]
fn a_shared_audience_is_no_borrowed_trust() {
    let mut campaign = plan("new friend: P3");
    for lane in &mut campaign.lanes {
        Arc::make_mut(lane).audience_group = Some("duo".into());
    }
    assert_eq!(said(&campaign), "PBR-01 error");
    // What the other lane tells the audience is not known here, and nothing else is claimed.
    let report = check(&campaign, &strict());
    let message = &report.findings[0].message;
    assert!(message.ends_with("Nothing before it in Maja’s own lane says why they are working together."), "{message}");
}

/// `MOMENTBOARD_BLESS=1 cargo test` writes the file anew.
#[test]
#[expect(clippy::disallowed_methods, reason = "a generated file of the repository, not a plan of a user")]
fn the_rule_book_is_fresh() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/rules.md");
    if std::env::var_os("MOMENTBOARD_BLESS").is_some() {
        std::fs::write(path, book()).expect("writable");
    }
    assert!(std::fs::read_to_string(path).is_ok_and(|text| text == book()), "assets/rules.md: run with MOMENTBOARD_BLESS=1");
}

#[test]
fn findings_of_a_lane_are_those_of_the_campaign() {
    let campaign = plan("new friend: P3(no-value,sensitive)");
    let cross = cross(&campaign);
    let lanes: Vec<Finding> =
        campaign.lanes.iter().flat_map(|lane| check_lane(&campaign, &cross, lane, &strict()).findings).collect();
    assert_eq!(Counts::open(&lanes), Counts::open(&findings(&campaign)));
    assert_eq!(Counts::open(&lanes), Counts { errors: 1, warnings: 2, hints: 0 });
}

/// Ideas are never checked, and an empty lane has nothing to say.
#[test]
fn ideas_and_empty_lanes_are_silent() {
    let mut campaign = plan("new unlinked:");
    let mut idea = Moment::new(MomentId(Id::from_bits(1)), Kind::Product, "Idea");
    idea.status = Status::Scheduled;
    idea.cta = Some(Cta::Hard);
    campaign.ideas.push(Arc::new(idea));
    campaign.lanes.push(Arc::new(Lane::of_creator(LaneId(Id::from_bits(2)), campaign.creators[0].id)));
    assert_eq!(said(&campaign), "");
}
