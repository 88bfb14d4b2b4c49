//! What always holds of the checker, over thousands of random plans.

use std::sync::Arc;

use momentboard::analysis::order::{Before, Position, Sequence, before};
use momentboard::check::{Finding, Options, Severity, check, check_lane, cross, fixes};
use momentboard::model::{Campaign, Day, IdSource, Kind, Lane, LaneId, LaneKind, Moment, RelationshipStatus, Settings, When};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::plans::{Dice, FIRST_DAY, random_plan};

const CORE: [&str; 8] = ["PBR-01", "PBR-02", "PBR-03", "PBR-04", "PBR-05", "PBR-06", "PBR-08", "PBR-09"];
const ORDER: [&str; 10] = ["PBR-01", "PBR-02", "PBR-03", "PBR-04", "PBR-05", "PBR-06", "PBR-07", "PBR-08", "PBR-09", "PBR-14"];

/// A Saturday in the middle of the plans, and the profile that the plan asks for: two in five are strict.
pub(crate) fn options() -> Options {
    Options { today: Some(Day::from_number(FIRST_DAY + 5)), ..Options::default() }
}

fn findings(campaign: &Campaign) -> Vec<Finding> {
    check(campaign, &options()).findings
}

/// The same so many days later.
fn later_options(days: i32) -> Options {
    Options { today: options().today.map(|today| today.plus(days)), ..options() }
}

/// Takes away what somebody set of weights and of rules: what a rule is told to weigh, or not to say, is beyond what is promised
/// of how grave findings are. Thresholds stay, but nobody asks more days of a warm relationship than of a new one.
fn unweighed(campaign: &mut Campaign) {
    campaign.rules_off.clear();
    campaign.settings.severities.clear();
    if let Some(house) = &mut campaign.house {
        let house = Arc::make_mut(house);
        house.rules_off.clear();
        house.settings.severities.clear();
    }
    let limits = campaign.settings.limits(campaign.house.as_ref().map(|house| &house.settings));
    campaign.settings.min_lead_days_warm = Some(limits.min_lead_days_warm.min(limits.min_lead_days));
}

/// Thresholds as they are by default; the profile stays.
fn unset(campaign: &mut Campaign) {
    campaign.rules_off.clear();
    campaign.house = None;
    campaign.settings = Settings { profile: campaign.settings.profile, ..Settings::default() };
}

/// A finding without its words and its dates.
type Bare = (&'static str, Severity, Option<LaneId>, Vec<String>, Option<&'static str>, &'static str, String);

fn bare(campaign: &Campaign) -> Vec<Bare> {
    bare_on(campaign, 0)
}

/// The same when today is so many days later.
fn bare_on(campaign: &Campaign, days: i32) -> Vec<Bare> {
    let mut all: Vec<Bare> = check(campaign, &later_options(days))
        .findings
        .iter()
        .map(|finding| {
            let moments = finding.moments.iter().map(ToString::to_string).collect();
            let state = format!("{:?}", finding.state);
            (finding.code(), finding.severity, finding.lane, moments, finding.field, finding.title, state)
        })
        .collect();
    all.sort();
    all
}

/// The worst severity of the core rules in a lane, by its place.
fn worst_core(campaign: &Campaign, at: usize) -> Option<Severity> {
    let report = check_lane(campaign, &cross(campaign), &campaign.lanes[at], &options());
    report.findings.iter().filter(|finding| CORE.contains(&finding.code())).map(|finding| finding.severity).min()
}

fn lane_mut(campaign: &mut Campaign, at: usize) -> &mut Lane {
    Arc::make_mut(&mut campaign.lanes[at])
}

fn each_moment(campaign: &mut Campaign, change: impl Fn(&mut Moment)) {
    for lane in &mut campaign.lanes {
        Arc::make_mut(lane).moments.iter_mut().for_each(|moment| change(Arc::make_mut(moment)));
    }
    campaign.ideas.iter_mut().for_each(|moment| change(Arc::make_mut(moment)));
}

/// The whole plan, so many days later.
fn shifted(campaign: &Campaign, days: i32) -> Campaign {
    let mut shifted = campaign.clone();
    let later = |day: Option<Day>| day.map(|day| day.plus(days));
    each_moment(&mut shifted, |moment| {
        if let When::On(day) = moment.when {
            moment.when = When::On(day.plus(days));
        }
    });
    (shifted.start, shifted.end) = (later(shifted.start), later(shifted.end));
    if let Some(anchor) = &mut shifted.anchor {
        anchor.date = later(anchor.date);
    }
    for lane in shifted.lanes.iter_mut().map(Arc::make_mut) {
        let relationship = &mut lane.relationship;
        relationship.last_visible = later(relationship.last_visible);
        relationship.recorded_on = later(relationship.recorded_on);
        lane.values_compared.iter_mut().for_each(|compared| compared.on = compared.on.plus(days));
    }
    for phase in &mut shifted.phases {
        (phase.from, phase.to) = (phase.from.plus(days), phase.to.plus(days));
    }
    for blackout in &mut shifted.blackouts {
        (blackout.from, blackout.to) = (blackout.from.plus(days), blackout.to.plus(days));
    }
    for product in shifted.products.iter_mut().map(Arc::make_mut) {
        product.available_from = later(product.available_from);
        product.verified.iter_mut().for_each(|verified| verified.on = verified.on.plus(days));
    }
    for deal in shifted.creators.iter_mut().flat_map(|creator| &mut Arc::make_mut(creator).past) {
        (deal.from, deal.to, deal.exclusive_until) = (later(deal.from), later(deal.to), later(deal.exclusive_until));
        deal.waived.iter_mut().for_each(|waived| waived.on = waived.on.plus(days));
    }
    for acceptance in shifted.acceptances.iter_mut().map(Arc::make_mut) {
        acceptance.until = later(acceptance.until);
    }
    shifted
}

fn creator_lanes(campaign: &Campaign) -> Vec<usize> {
    (0..campaign.lanes.len()).filter(|at| campaign.lanes[*at].kind == LaneKind::Creator).collect()
}

fn card(seed: u64, kind: Kind, when: When) -> Arc<Moment> {
    let mut moment = Moment::new(IdSource::seeded(seed).moment(), kind, "Added");
    moment.when = when;
    Arc::new(moment)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, rng_seed: RngSeed::Fixed(7), ..ProptestConfig::default() })]

    /// R1.
    #[test]
    fn a_full_run_up_clears_the_core_rules(seed: u64) {
        let mut campaign = random_plan(seed);
        // The run-up stands on two days with a value, twenty days before; a plan whose minimum is above that asks for more.
        unset(&mut campaign);
        for at in creator_lanes(&campaign) {
            let sequence_days: Vec<Option<i32>> =
                Sequence::of(&campaign, &campaign.lanes[at]).cards.iter().map(|card| card.position.date().map(Day::number)).collect();
            let first = Sequence::of(&campaign, &campaign.lanes[at]).first().and_then(|ask| ask.position.date());
            let (Some(ask), true) = (first, sequence_days.iter().all(Option::is_some)) else { continue };
            let mut planned = campaign.clone();
            for (n, (kind, days)) in [(Kind::Announcement, -20), (Kind::Values, -14), (Kind::Community, -9)].into_iter().enumerate() {
                lane_mut(&mut planned, at).moments.push(card(seed ^ n as u64, kind, When::On(ask.plus(days))));
            }
            let report = check_lane(&planned, &cross(&planned), &planned.lanes[at], &options());
            let left: Vec<&str> = report.findings.iter().map(Finding::code).filter(|code| CORE.contains(code)).collect();
            prop_assert!(left.is_empty(), "{left:?}");
        }
    }

    /// R2.
    #[test]
    fn without_asks_no_rule_of_asks_speaks(seed: u64) {
        let mut campaign = random_plan(seed);
        for lane in &mut campaign.lanes {
            Arc::make_mut(lane).moments.retain(|moment| !moment.is_ask());
        }
        let codes: Vec<&str> = findings(&campaign).iter().map(Finding::code).collect();
        let of_asks = |code: &&str| ORDER.contains(code) || code.starts_with("ASK") || ["FIT-02", "VAL-02", "OPS-01"].contains(code);
        prop_assert!(!codes.iter().any(of_asks), "{codes:?}");
    }

    /// R3. Everything with a date moves along, and so does today: what else the rules look at is a date, too.
    #[test]
    fn shifting_all_dates_changes_nothing(seed: u64, days in -400i32..400) {
        let campaign = random_plan(seed);
        let shifted = shifted(&campaign, days);
        prop_assert_eq!(bare(&campaign), bare_on(&shifted, days));
    }

    /// R4. What names a brand by its name, as an earlier deal does, is renamed with it.
    #[test]
    fn renaming_changes_only_the_words(seed: u64) {
        let campaign = random_plan(seed);
        let mut renamed = campaign.clone();
        let called = |name: &str| campaign.brands.iter().position(|brand| brand.name == name).map(|at| format!("Zed {at}"));
        for creator in renamed.creators.iter_mut().map(Arc::make_mut) {
            creator.name.push_str(" Zed");
            for deal in &mut creator.past {
                deal.brand = called(&deal.brand).unwrap_or_else(|| deal.brand.clone());
            }
        }
        for brand in renamed.brands.iter_mut().map(Arc::make_mut) {
            brand.name = called(&brand.name).expect("one of them");
        }
        renamed.products.iter_mut().for_each(|product| Arc::make_mut(product).name = "Zed".into());
        each_moment(&mut renamed, |moment| moment.title = "Zed".into());
        prop_assert_eq!(bare(&campaign), bare(&renamed));
        let facts = |campaign: &Campaign| -> Vec<Vec<String>> { findings(campaign).into_iter().map(|f| f.facts.to_vec()).collect() };
        let plain = |facts: Vec<Vec<String>>| -> Vec<Vec<String>> { let mut facts = facts; facts.sort(); facts };
        prop_assert_eq!(plain(facts(&campaign)), plain(facts(&renamed)));
    }

    /// R6.
    #[test]
    fn a_closer_relationship_is_never_graver(seed: u64) {
        let mut campaign = random_plan(seed);
        unweighed(&mut campaign);
        for at in creator_lanes(&campaign) {
            let mut last: Option<Option<Severity>> = None;
            for status in [RelationshipStatus::New, RelationshipStatus::Warm, RelationshipStatus::Established] {
                let mut closer = campaign.clone();
                lane_mut(&mut closer, at).relationship.status = status;
                let worst = worst_core(&closer, at);
                if let Some(before) = last {
                    prop_assert!(rank(worst) <= rank(before), "{status:?}: {before:?} {worst:?}");
                }
                last = Some(worst);
            }
        }
    }

    /// R7. A repair card is left out, as PBR-13 says: it is news about a broken promise.
    #[test]
    fn one_more_card_before_the_ask_is_never_graver(seed: u64, days in 1i32..40, kind in 0usize..13) {
        let mut campaign = random_plan(seed);
        unweighed(&mut campaign);
        let kind = Kind::ALL[kind];
        if kind.is_ask() || kind == Kind::Repair {
            return Ok(());
        }
        for at in creator_lanes(&campaign) {
            let sequence = Sequence::of(&campaign, &campaign.lanes[at]);
            let Some(ask) = sequence.first().map(|ask| ask.moment.when).filter(|when| *when != When::Undated) else { continue };
            let when = match ask {
                When::On(day) => When::On(day.plus(-days)),
                When::Relative(day) => When::Relative(day - days),
                When::Order(place) => When::Order(place - days),
                When::Undated => continue,
            };
            let mut added = card(seed, kind, when);
            Arc::make_mut(&mut added).mentions_brand = kind == Kind::Organic;
            let mut more = campaign.clone();
            lane_mut(&mut more, at).moments.push(added);
            let (before, after) = (worst_core(&campaign, at), worst_core(&more, at));
            prop_assert!(rank(after) <= rank(before), "{kind:?} {days}: {before:?} {after:?}");
        }
    }

    /// R8.
    #[test]
    fn storage_order_says_nothing(seed: u64) {
        let campaign = random_plan(seed);
        let mut shuffled = campaign.clone();
        let mut dice = Dice::new(seed ^ 8);
        for lane in &mut shuffled.lanes {
            shuffle(&mut dice, &mut Arc::make_mut(lane).moments);
        }
        shuffle(&mut dice, &mut shuffled.lanes);
        shuffle(&mut dice, &mut shuffled.ideas);
        shuffle(&mut dice, &mut shuffled.creators);
        shuffle(&mut dice, &mut shuffled.products);
        shuffle(&mut dice, &mut shuffled.phases);
        shuffle(&mut dice, &mut shuffled.blackouts);
        prop_assert_eq!(check(&campaign, &options()), check(&shuffled, &options()));
    }

    /// R10, and what subsumption promises.
    #[test]
    fn the_big_finding_stands_alone(seed: u64) {
        let campaign = random_plan(seed);
        let all = findings(&campaign);
        for lane in &campaign.lanes {
            let of: Vec<&str> = all.iter().filter(|f| f.lane == Some(lane.id)).map(Finding::code).collect();
            let big: Vec<&&str> = of.iter().filter(|code| ["PBR-01", "PBR-08", "PBR-09"].contains(code)).collect();
            prop_assert!(big.len() <= 1, "{of:?}");
            if !big.is_empty() {
                prop_assert!(!of.iter().any(|code| ["PBR-02", "PBR-03", "PBR-04", "PBR-05", "PBR-06"].contains(code)), "{of:?}");
            }
        }
    }

    /// Titles fit, words are calm, subjects exist.
    #[test]
    fn findings_are_fit_to_print(seed: u64) {
        let campaign = random_plan(seed);
        for finding in findings(&campaign) {
            prop_assert!(finding.title.chars().count() <= 38, "{}", finding.title);
            prop_assert!(!finding.message.is_empty() && !finding.message.contains('!') && !finding.message.contains("should"));
            prop_assert!(finding.moments.iter().all(|id| campaign.moment(*id).is_some()));
            prop_assert!(!finding.facts.is_empty() && !finding.help.is_empty() && !finding.clears.is_empty());
        }
    }
}

/// Plans at the ends of what the numbers hold are checked and fixed like any other.
#[test]
fn the_ends_of_the_numbers_are_no_trap() {
    let ends = [
        When::On(Day::MIN),
        When::On(Day::MAX),
        When::Relative(i32::MIN),
        When::Relative(i32::MAX),
        When::Order(i32::MIN),
        When::Order(i32::MAX),
        When::Undated,
    ];
    for seed in 0..300 {
        let mut campaign = random_plan(seed);
        let mut dice = Dice::new(seed);
        campaign.settings.value_between_soft = Some(u16::MAX);
        campaign.settings.min_lead_days = Some(u16::MAX);
        campaign.settings.event_lead_percent = Some(u16::MAX);
        campaign.settings.ask_burst_days = Some(u16::MAX);
        campaign.settings.keep_warm_days = Some(0);
        campaign.settings.ask_burst = Some(0);
        for lane in &mut campaign.lanes {
            for moment in &mut Arc::make_mut(lane).moments {
                let moment = Arc::make_mut(moment);
                moment.when = dice.pick(&ends);
                moment.time = None;
            }
        }
        for finding in findings(&campaign) {
            let _ = fixes(&campaign, &finding, &options(), &mut IdSource::seeded(seed));
        }
    }
}

/// The worst first; nothing is best.
fn rank(severity: Option<Severity>) -> u8 {
    match severity {
        Some(Severity::Error) => 3,
        Some(Severity::Warning) => 2,
        Some(Severity::Hint) => 1,
        None => 0,
    }
}

pub(crate) fn shuffle<T>(dice: &mut Dice, list: &mut [T]) {
    for at in (1..list.len()).rev() {
        list.swap(at, dice.below(at + 1));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, rng_seed: RngSeed::Fixed(7), ..ProptestConfig::default() })]

    /// `before` is the mirror of itself, never cyclic among cards that can be compared by day, and blind to storage.
    #[test]
    fn before_is_a_partial_order(seed: u64) {
        let campaign = random_plan(seed);
        for lane in &campaign.lanes {
            let positions: Vec<Position> = lane.moments.iter().map(|moment| Position::of(&campaign, moment)).collect();
            for a in &positions {
                for b in &positions {
                    let mirrored = match before(*a, *b) {
                        Before::Yes => Before::No,
                        Before::No => Before::Yes,
                        same => same,
                    };
                    prop_assert_eq!(before(*b, *a), mirrored);
                    for c in &positions {
                        if before(*a, *b) == Before::Yes && before(*b, *c) == Before::Yes {
                            prop_assert_eq!(before(*a, *c), Before::Yes);
                        }
                    }
                }
            }
        }
    }
}
