//! After an edit only the lanes that it can reach are checked again; the result is that of the full check.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use momentboard::analysis::scale::CardDays;
use momentboard::check::{Finding, Follower, LaneReport, Options, Reach, check, check_lane, check_on, cross};
use momentboard::edit::{Document, Edit, MomentChange, Place, Step};
use momentboard::model::{
    Campaign, Cta, Day, House, Index, Kind, Lane, LaneId, LaneKind, Moment, MomentId, Profile, RelationshipStatus, Settings,
    Unknown, When,
};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::history::draw;
use super::plans::{Dice, FIRST_DAY, large_plan, random_plan};
use super::properties::options;

/// The reports of all lanes, kept from state to state as the window keeps them.
#[derive(Default)]
struct Kept {
    follower: Follower,
    reports: BTreeMap<LaneId, LaneReport>,
}

impl Kept {
    fn go_to(&mut self, campaign: &Arc<Campaign>, options: &Options) -> Reach {
        let reach = self.follower.follow(campaign, options);
        self.reports.retain(|id, _| campaign.lane(*id).is_some());
        for lane in &campaign.lanes {
            if reach.has(lane.id) {
                self.reports.insert(lane.id, check_lane(campaign, self.follower.cross(), lane, options));
            }
        }
        reach
    }
}

/// Some moment of a lane.
fn some_moment(dice: &mut Dice, campaign: &Campaign) -> Option<(LaneId, MomentId)> {
    let all: Vec<_> = campaign.lanes.iter().flat_map(|lane| lane.moments.iter().map(|moment| (lane.id, moment.id))).collect();
    (!all.is_empty()).then(|| all[dice.below(all.len())])
}

/// An edit in the days of the plan, where lanes meet; else any edit there is.
fn some_edit(dice: &mut Dice, campaign: &Campaign) -> Option<Edit> {
    let on = When::On(Day::from_number(FIRST_DAY + dice.between(0, 30)));
    let (lane, id) = some_moment(dice, campaign)?;
    Some(match dice.below(20) {
        0..=5 => Edit::MoveMoment { id, to: Place::Lane(lane), when: on },
        6..=8 => {
            let mut moment =
                Moment::new(dice.ids().moment(), dice.pick(&[Kind::Product, Kind::Announcement, Kind::Repair]), "New");
            moment.when = on;
            moment.product = moment.is_ask().then(|| campaign.products.first().map(|product| product.id)).flatten();
            moment.features = campaign.creators.iter().map(|creator| creator.id).collect();
            Edit::AddMoment { place: Place::Lane(lane), moment: Box::new(moment) }
        }
        9 => Edit::SetMoment { id, change: MomentChange::Cause(dice.chance(70)) },
        10 => Edit::SetMoment { id, change: MomentChange::Cta(Some(dice.pick(Cta::ALL))) },
        11 => Edit::SetMoment { id, change: MomentChange::Product(campaign.products.first().map(|product| product.id)) },
        12 => Edit::RemoveMoment { id },
        _ => draw(dice.pick(&Edit::NAMES), campaign, dice.ids())?,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, rng_seed: RngSeed::Fixed(7), ..ProptestConfig::default() })]

    /// Edits of every kind, undone and redone, settings, the agency's rules and the day that is today: what is kept and what is
    /// checked again are together what a full check finds.
    #[test]
    fn kept_findings_are_those_of_a_full_check(seed: u64) {
        let dice = &mut Dice::new(seed ^ 7);
        let mut doc = Document::unsaved(random_plan(seed));
        let mut options = Options { profile: Some(Profile::Strict), ..options() };
        let mut kept = Kept::default();
        kept.go_to(doc.campaign(), &options);
        for _ in 0..25 {
            let mut name = "";
            match dice.below(20) {
                0 | 1 => drop(doc.undo()),
                2 => drop(doc.redo()),
                3 => options.today = Some(Day::from_number(FIRST_DAY + dice.between(-5, 40))),
                4 => options.house = dice.chance(50).then(|| {
                    let settings = Settings { follow_up_days: Some(30), min_lead_days: Some(20), ..Settings::default() };
                    let vocabulary = momentboard::model::Vocabulary::default();
                    Arc::new(House { name: "Other".into(), settings, vocabulary, rules_off: Vec::new(), unknown: Unknown::default() })
                }),
                _ => if let Some(edit) = some_edit(dice, doc.campaign()) {
                    name = edit.name();
                    let _ = doc.edit(Step::new("A step", vec![edit]), Duration::ZERO);
                },
            }
            let campaign = Arc::clone(doc.campaign());
            kept.go_to(&campaign, &options);
            let fresh = cross(&campaign);
            prop_assert!(fresh == *kept.follower.cross(), "after {name}: what crosses lanes differs");
            for lane in &campaign.lanes {
                prop_assert_eq!(&kept.reports[&lane.id], &check_lane(&campaign, &fresh, lane, &options), "after {}", name);
            }
        }
    }
}

/// The first card in another year lets the findings of every lane tell days with their years; taken back, they go without saying.
#[test]
fn a_card_in_another_year_reaches_every_lane_that_names_a_day() {
    let mut campaign = super::exports::demo_plan();
    campaign.lanes.truncate(2);
    // The first one begins with an ask, which a finding says with its day.
    Arc::make_mut(&mut campaign.lanes[0]).moments.retain(|moment| moment.is_ask());
    let mut doc = Document::unsaved(campaign);
    let (mut kept, options) = (Kept::default(), options());
    kept.go_to(doc.campaign(), &options);
    let lane = doc.campaign().lanes[1].clone();
    let last = lane.moments.last().unwrap();
    let there = When::On(doc.campaign().day_of(last.when).unwrap().plus(400));
    let edit = Edit::MoveMoment { id: last.id, to: Place::Lane(lane.id), when: there };
    doc.edit(Step::new("A step", vec![edit]), Duration::ZERO).unwrap();
    for is_told in [true, false] {
        let campaign = Arc::clone(doc.campaign());
        kept.go_to(&campaign, &options);
        let fresh = cross(&campaign);
        let mut told = 0;
        for lane in &campaign.lanes {
            let found = &kept.reports[&lane.id];
            assert_eq!(*found, check_lane(&campaign, &fresh, lane, &options));
            told += found.findings.iter().filter(|finding| finding.message.contains(" 2027")).count();
        }
        assert_eq!(told > 0, is_told);
        doc.undo();
    }
}

/// Lanes of many hundred moments, edited, undone and redone: what is kept is what a full check finds, and every moment is found
/// where it stands, however many came and went before it.
#[test]
fn long_lanes_are_followed_edit_by_edit() {
    let dice = &mut Dice::new(23);
    let options = Options { profile: Some(Profile::Strict), ..options() };
    let mut doc = Document::unsaved(large_plan(5, 1500, 3));
    let mut kept = Kept::default();
    kept.go_to(doc.campaign(), &options);
    let mut done = 0;
    for step in 0..120 {
        match dice.below(10) {
            0 | 1 => drop(doc.undo()),
            2 => drop(doc.redo()),
            _ => {
                let edits = (0..=dice.below(4)).filter_map(|_| some_edit(dice, doc.campaign())).collect();
                done += usize::from(doc.edit(Step::new("A step", edits), Duration::ZERO).is_ok_and(|edited| edited.changed));
            }
        }
        let campaign = Arc::clone(doc.campaign());
        kept.go_to(&campaign, &options);
        let fresh = cross(&campaign);
        for lane in &campaign.lanes {
            assert_eq!(kept.reports[&lane.id], check_lane(&campaign, &fresh, lane, &options), "after step {step}");
            for (at, moment) in lane.moments.iter().enumerate() {
                assert_eq!(doc.index().find(moment.id, &lane.moments), Some(at), "after step {step}");
            }
        }
        assert_eq!(*doc.index(), Index::of(&campaign), "after step {step}");
    }
    assert!(done > 40, "most steps do something: {done}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, rng_seed: RngSeed::Fixed(7), ..ProptestConfig::default() })]

    /// What is found does not depend on how many cores look.
    #[test]
    fn cores_say_nothing(seed: u64, cores in 0usize..9) {
        let campaign = random_plan(seed);
        prop_assert_eq!(check(&campaign, &options()), check_on(cores, &campaign, &options()));
    }

    /// R5: a lane depends on another one only through who has history with the brand and what the brand's channel says (PBR), who
    /// asks for the same on the same day (ASK-04), whether anything is given after a stand (VAL-03), and whether days are told with
    /// their years.
    #[test]
    fn lanes_see_little_of_one_another(seed: u64) {
        let campaign = random_plan(seed);
        let dice = &mut Dice::new(seed ^ 5);
        if campaign.lanes.len() < 2 {
            return Ok(());
        }
        let strict = Options { profile: Some(Profile::Strict), ..options() };
        let at = dice.below(campaign.lanes.len());
        let mut other = campaign.clone();
        let ask = campaign.products.first().map(|product| product.id);
        change_lane(dice, Arc::make_mut(&mut other.lanes[at]), ask);
        let (was, is) = (Tells::of(&campaign, &campaign.lanes[at]), Tells::of(&other, &other.lanes[at]));
        let (all_before, all_after) = (check(&campaign, &strict).findings, check(&other, &strict).findings);
        let years = |campaign: &Campaign| CardDays::of(campaign).years();
        for lane in campaign.lanes.iter().filter(|lane| lane.id != campaign.lanes[at].id) {
            let allowed = |code: &str| {
                years(&campaign) != years(&other)
                    || was.history != is.history
                    || was.speaks != is.speaks
                    || (code == "ASK-04" && was.asks != is.asks)
                    || (code == "VAL-03" && was.gives != is.gives)
            };
            let rest = |all: &'_ [Finding]| -> Vec<Finding> {
                all.iter().filter(|finding| finding.lane == Some(lane.id) && !allowed(finding.code())).cloned().collect()
            };
            prop_assert_eq!(rest(&all_before), rest(&all_after));
        }
    }
}

/// What a lane may tell the others, worked out here anew.
#[derive(PartialEq)]
struct Tells {
    history: Option<(Option<momentboard::model::CreatorId>, Option<momentboard::model::BrandId>, Option<String>)>,
    speaks: Vec<Moment>,
    asks: Vec<String>,
    gives: Vec<String>,
}

impl Tells {
    fn of(campaign: &Campaign, lane: &Lane) -> Self {
        let known = matches!(lane.relationship.status, RelationshipStatus::Established | RelationshipStatus::Owner);
        let history = (known && lane.is_creator()).then(|| (lane.creator, lane.brand, lane.audience_group.clone()));
        let says = |moment: &&Moment| moment.plays(Kind::Announcement) || moment.plays(Kind::Repair);
        let cards = || lane.moments.iter().map(|moment| &**moment);
        let speaks = cards().filter(says).filter(|_| lane.kind == LaneKind::Brand).cloned().collect();
        let new = lane.is_creator() && !lane.is_slot() && lane.relationship.status == RelationshipStatus::New;
        let sorted = |mut list: Vec<String>| {
            list.sort();
            list
        };
        let day = |moment: &Moment| campaign.day_of(moment.when);
        let asks =
            cards().filter(|moment| new && moment.is_ask()).map(|moment| format!("{:?} {:?}", moment.product, day(moment)));
        let gives = cards().filter(|moment| !moment.is_ask()).map(|moment| format!("{:?}", day(moment)));
        Self { history, speaks, asks: sorted(asks.collect()), gives: sorted(gives.collect()) }
    }
}

/// Changes a lane in some way.
fn change_lane(dice: &mut Dice, lane: &mut Lane, product: Option<momentboard::model::ProductId>) {
    for _ in 0..=dice.below(4) {
        let on = When::On(Day::from_number(FIRST_DAY + dice.between(0, 40)));
        let count = lane.moments.len();
        match dice.below(10) {
            0 => lane.relationship.status = dice.pick(RelationshipStatus::ALL),
            1 => lane.relationship.evidence.push("Seen at the lake".into()),
            2 => lane.organic_per_week = Some(3),
            3 => lane.relationship.last_visible = Some(Day::from_number(FIRST_DAY - 3)),
            4 => {
                let mut moment = Moment::new(dice.ids().moment(), dice.pick(Kind::ALL), "More");
                moment.when = on;
                moment.product = product.filter(|_| moment.is_ask());
                lane.moments.push(Arc::new(moment));
            }
            _ if count == 0 => {}
            5 => drop(lane.moments.remove(dice.below(count))),
            6 | 7 => Arc::make_mut(&mut lane.moments[dice.below(count)]).when = on,
            8 => Arc::make_mut(&mut lane.moments[dice.below(count)]).cause = true,
            _ => {
                let moment = Arc::make_mut(&mut lane.moments[dice.below(count)]);
                moment.title = "Other words".into();
                moment.status = dice.pick(momentboard::model::Status::ALL);
                moment.audience_value.clear();
            }
        }
    }
}

/// Lanes of four newcomers and one who takes a stand, far apart.
fn five_lanes() -> Campaign {
    let mut campaign = crate::check::plan("new crowd-4: A0 V4 K9 P14");
    let mut stand = Lane::of_creator(LaneId(momentboard::model::Id::from_bits(77)), campaign.creators[0].id);
    let mut card = Moment::new(MomentId(momentboard::model::Id::from_bits(78)), Kind::Values, "The film");
    card.cause = true;
    card.when = When::Relative(200);
    stand.moments.push(Arc::new(card));
    campaign.lanes.push(Arc::new(stand));
    campaign
}

/// The lanes that a move reaches, by their place.
fn reached(campaign: &Campaign, id: MomentId, to: i32) -> Vec<usize> {
    let mut doc = Document::unsaved(campaign.clone());
    let mut follower = Follower::default();
    let strict = crate::check::strict();
    assert_eq!(follower.follow(doc.campaign(), &strict), Reach::All);
    let lane = doc.index().lane(id).expect("in a lane");
    let edit = Edit::MoveMoment { id, to: Place::Lane(lane), when: When::Relative(to) };
    doc.edit(Step::new("Move", vec![edit]), Duration::ZERO).expect("moves");
    let reach = follower.follow(doc.campaign(), &strict);
    let lanes = doc.campaign().lanes.iter().enumerate();
    lanes.filter(|(_, lane)| reach.has(lane.id)).map(|(at, _)| at).collect()
}

#[test]
fn a_move_reaches_only_whom_it_concerns() {
    let campaign = five_lanes();
    let id = |kind: Kind| campaign.lanes[0].moments.iter().find(|moment| moment.kind == kind).expect("a card").id;
    assert_eq!(reached(&campaign, id(Kind::Values), 5), [0], "a story concerns nobody else");
    assert_eq!(reached(&campaign, id(Kind::Product), 15), [0, 1, 2, 3, 4], "the others ask for the same on the day it left");
    assert_eq!(reached(&campaign, id(Kind::Values), 210), [0, 5], "something is given after the stand");
    assert_eq!(reached(&campaign, id(Kind::Values), 215), [0], "too late for the stand");
    let mut given = campaign.clone();
    let last = Arc::make_mut(Arc::make_mut(&mut given.lanes[1]).moments.first_mut().expect("an ask"));
    (last.kind, last.when) = (Kind::Story, When::Relative(210));
    assert_eq!(reached(&given, id(Kind::Values), 210), [0], "something is given on that day already");
}

#[test]
fn moving_lanes_about_reaches_nobody() {
    let mut doc = Document::unsaved(five_lanes());
    let mut follower = Follower::default();
    let strict = crate::check::strict();
    let _ = follower.follow(doc.campaign(), &strict);
    let first = doc.campaign().lanes[0].id;
    doc.edit(Step::new("Down", vec![Edit::MoveLane { id: first, before: None }]), Duration::ZERO).expect("moves");
    assert_eq!(follower.follow(doc.campaign(), &strict), Reach::Lanes(std::collections::BTreeSet::new()));
    assert_eq!(follower.follow(doc.campaign(), &Options::default()), Reach::All, "another profile concerns all");
}
