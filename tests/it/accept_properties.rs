//! What always holds of acceptances, over many random plans.

use std::sync::Arc;

use momentboard::check::{Finding, Lapse, Options, State, acceptances, accepted_facts, check};
use momentboard::model::{Acceptance, AcceptanceId, Campaign, Creator, CreatorId, Day, Id, Kind, Scope, Unknown, When};
use proptest::prelude::*;

use super::plans::{FIRST_DAY, random_plan};

fn options() -> Options {
    Options { today: Some(Day::from_number(FIRST_DAY + 5)), ..Options::default() }
}

fn findings(campaign: &Campaign) -> Vec<Finding> {
    check(campaign, &options()).findings
}

#[derive(Clone, Copy, Debug)]
enum Reach {
    Moment,
    Lane,
    Plan,
}

fn target(finding: &Finding, reach: Reach) -> Scope {
    match (reach, finding.subject(), finding.lane) {
        (Reach::Moment, Some(id), _) => Scope::Moment(id),
        (Reach::Moment | Reach::Lane, _, Some(id)) => Scope::Lane(id),
        _ => Scope::Campaign,
    }
}

/// The plan with everything accepted that is found in it.
fn all_accepted(seed: u64, reach: Reach) -> Campaign {
    let mut campaign = random_plan(seed);
    campaign.acceptances.clear();
    let found = findings(&campaign);
    for (at, finding) in found.iter().enumerate() {
        let target = target(finding, reach);
        campaign.acceptances.push(Arc::new(Acceptance {
            id: AcceptanceId(Id::from_bits(7_000_000 + at as u64)),
            rule: finding.code().into(),
            target,
            reason: "Known".into(),
            owner: "Kim".into(),
            until: None,
            show_to_client: false,
            facts: accepted_facts(finding, &found, target),
            unknown: Unknown::default(),
        }));
    }
    campaign
}

fn open(campaign: &Campaign) -> Vec<String> {
    let open = findings(campaign).into_iter().filter(|finding| finding.state.is_open());
    open.map(|finding| format!("{} {:?} {:?}", finding.code(), finding.state, finding.facts)).collect()
}

/// Everything has another name.
fn renamed(campaign: &Campaign) -> Campaign {
    let mut campaign = campaign.clone();
    campaign.name = "Another".into();
    for creator in &mut campaign.creators {
        let name = format!("X{}", creator.name);
        Arc::make_mut(creator).name = name;
    }
    for brand in &mut campaign.brands {
        Arc::make_mut(brand).name.push('X');
    }
    for product in &mut campaign.products {
        Arc::make_mut(product).name.push('X');
    }
    for lane in &mut campaign.lanes {
        for moment in &mut Arc::make_mut(lane).moments {
            let moment = Arc::make_mut(moment);
            moment.title.push('X');
            moment.notes = Some("Other notes".into());
            // A draft gets its first line once: then it is a story, and FIT-03 looks at it for the first time.
            moment.hook = moment.hook.is_some().then(|| "Another hook".into());
        }
    }
    campaign
}

/// The same plan stored in another order. The first brand is the campaign's own, so brands stay.
fn shuffled(campaign: &Campaign) -> Campaign {
    let mut campaign = campaign.clone();
    campaign.lanes.reverse();
    campaign.creators.reverse();
    campaign.products.reverse();
    campaign.acceptances.reverse();
    for lane in &mut campaign.lanes {
        Arc::make_mut(lane).moments.reverse();
    }
    campaign
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(41), ..ProptestConfig::default() })]

    #[test]
    fn what_is_accepted_stays_so_through_what_does_not_concern_it(seed in 0_u64..100_000, reach in prop::sample::select(vec![Reach::Moment, Reach::Lane, Reach::Plan])) {
        let campaign = all_accepted(seed, reach);
        prop_assert_eq!(open(&campaign), Vec::<String>::new());
        prop_assert_eq!(check(&campaign, &options()).stale, vec![]);
        prop_assert_eq!(open(&renamed(&campaign)), Vec::<String>::new(), "after renaming everything");
        prop_assert_eq!(open(&shuffled(&campaign)), Vec::<String>::new(), "in another order of storage");
        let mut named = campaign.clone();
        for acceptance in &mut named.acceptances {
            let acceptance = Arc::make_mut(acceptance);
            acceptance.facts.reverse();
            acceptance.rule = acceptance.rule.to_lowercase();
        }
        prop_assert_eq!(open(&named), Vec::<String>::new(), "however it is written");
    }

    /// Findings of a lane that stay findings through a change of another lane stay accepted.
    #[test]
    fn other_lanes_are_none_of_its_business(seed in 0_u64..100_000, cut in 0_usize..4) {
        let campaign = all_accepted(seed, Reach::Moment);
        let mut changed = campaign.clone();
        let at = cut % changed.lanes.len();
        let other = Arc::make_mut(&mut changed.lanes[at]);
        other.relationship.evidence.push("One more".into());
        for moment in &mut other.moments {
            if let When::On(day) = moment.when {
                Arc::make_mut(moment).when = When::On(day.plus(3));
            }
        }
        let id = other.id;
        let before = findings(&campaign);
        for finding in findings(&changed).iter().filter(|finding| finding.lane != Some(id)) {
            let known = before.iter().any(|known| known.rule == finding.rule && known.moments == finding.moments && known.lane == finding.lane);
            // Asks of several lanes at once are about those lanes.
            prop_assert!(!known || !finding.state.is_open() || finding.code() == "ASK-04", "{} {:?}", finding.code(), finding.facts);
        }
    }

    /// Another date, kind or creator of what it is about opens a finding again, as far as there still is one.
    #[test]
    fn what_it_is_about_opens_it_again(seed in 0_u64..100_000, way in 0_usize..3) {
        let campaign = all_accepted(seed, Reach::Moment);
        for accepted in findings(&campaign).into_iter().take(6) {
            let Some(subject) = accepted.subject() else { continue };
            let (_, moment) = campaign.moment(subject).expect("it is there");
            let lane = accepted.lane.and_then(|id| campaign.lane(id)).expect("in a lane");
            let mut changed = campaign.clone();
            let place = changed.lanes.iter().position(|other| other.id == lane.id).expect("in the plan");
            let lane_mut = Arc::make_mut(&mut changed.lanes[place]);
            let card = lane_mut.moments.iter_mut().find(|card| card.id == subject).map(Arc::make_mut).expect("in the lane");
            match (way, moment.when, moment.kind) {
                (0, When::On(day), _) => card.when = When::On(day.plus(1)),
                (1, _, Kind::Product) => card.kind = Kind::Offer,
                (1, _, Kind::Offer) => card.kind = Kind::Product,
                (2, ..) if lane.is_creator() => {
                    let known = lane.creator.and_then(|id| campaign.creator(id)).map(|known| Creator::clone(known));
                    let other = CreatorId(Id::from_bits(99));
                    let known = known.unwrap_or_else(|| Creator::new(other, "Noor"));
                    lane_mut.creator = Some(other);
                    changed.creators.push(Arc::new(Creator { id: other, ..known }));
                }
                _ => continue,
            }
            for finding in findings(&changed).iter().filter(|finding| finding.rule == accepted.rule && finding.subject() == Some(subject)) {
                prop_assert!(finding.state.is_open(), "{} {:?}", finding.code(), finding.facts);
            }
        }
    }

    /// Nothing that somebody accepted is ever lost: it covers something, or the plan says why not.
    #[test]
    fn every_acceptance_is_accounted_for(seed in 0_u64..100_000) {
        let mut campaign = all_accepted(seed, Reach::Moment);
        campaign.lanes.pop();
        if let Some(first) = campaign.acceptances.first_mut() {
            Arc::make_mut(first).rule = "PBR-99".into();
        }
        let found = findings(&campaign);
        let all = acceptances(&campaign, &found, &options());
        prop_assert_eq!(all.len(), campaign.acceptances.len());
        let stale = check(&campaign, &options()).stale;
        for covered in all {
            prop_assert_eq!(covered.lapse.is_some(), stale.contains(&covered.acceptance.id));
            prop_assert!(covered.lapse.is_some() || covered.findings.iter().all(|finding| !finding.state.is_open()));
            match covered.acceptance.target {
                _ if covered.acceptance.rule == "PBR-99" => prop_assert_eq!(covered.lapse, Some(Lapse::UnknownRule)),
                Scope::Moment(id) if campaign.moment(id).is_none() => prop_assert_eq!(covered.lapse, Some(Lapse::MomentGone)),
                Scope::Lane(id) if campaign.lane(id).is_none() => prop_assert_eq!(covered.lapse, Some(Lapse::LaneGone)),
                _ => {}
            }
        }
    }
}

#[test]
fn a_new_finding_of_the_rule_is_open_and_not_open_again() {
    let plan = |text: &str| momentboard::check::Sketch::parse(text).unwrap().campaign(Day::new(2027, 3, 1));
    let before = plan("new: A0 V4 K9 P14(no-value)");
    let found = findings(&before);
    let finding = found.iter().find(|finding| finding.code() == "FIT-02").unwrap();
    for target in [Scope::Lane(finding.lane.unwrap()), Scope::Campaign] {
        let mut campaign = plan("new: A0 V4 K9 P14(no-value) V20 K24 S26 P40(b,no-value,approved)");
        campaign.acceptances.push(Arc::new(Acceptance {
            id: AcceptanceId(Id::from_bits(5)),
            rule: "FIT-02".into(),
            target,
            reason: "Known".into(),
            owner: "Kim".into(),
            until: None,
            show_to_client: false,
            facts: accepted_facts(finding, &found, target),
            unknown: Unknown::default(),
        }));
        let states: Vec<State> =
            findings(&campaign).into_iter().filter(|finding| finding.code() == "FIT-02").map(|finding| finding.state).collect();
        let accepted = State::Accepted(AcceptanceId(Id::from_bits(5)));
        assert!(states.contains(&accepted), "{states:?}");
        assert!(states.iter().all(|state| *state == accepted || *state == State::Open), "{states:?}");
    }
}
