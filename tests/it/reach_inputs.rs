//! Everything outside a lane that a finding can rest on, one by one: when it changes, what is kept and what is checked again
//! are together what a full check finds, and that differs from before. A rule that reads something new belongs into this list.

use std::sync::Arc;

use momentboard::check::{Follower, LaneReport, Options, check_lane, cross};
use momentboard::model::{
    Acceptance, AcceptanceId, Brand, BrandId, Campaign, Day, Grade, House, Id, Phase, PhaseKind, Profile, Proof, RuleGrade,
    RuleOff, Same, Scope, Sensitive, Settings, Unknown, Vocabulary,
};

use super::check::{DAY_ZERO, plan, strict};

/// What changes, a plan that minds, and the change.
type Input = (&'static str, &'static str, fn(&mut Campaign, &mut Options));

fn brand(campaign: &mut Campaign) -> &mut Brand {
    Arc::make_mut(&mut campaign.brands[0])
}

fn creator(campaign: &mut Campaign) -> &mut momentboard::model::Creator {
    Arc::make_mut(&mut campaign.creators[0])
}

/// The product that the first ask of the first lane names.
fn product(campaign: &mut Campaign) -> &mut momentboard::model::Product {
    let asked = campaign.lanes[0].moments.iter().find_map(|moment| moment.product).expect("an ask");
    Arc::make_mut(campaign.products.iter_mut().find(|product| product.id == asked).expect("its product"))
}

fn house(settings: Settings, vocabulary: Vocabulary, off: &[&str]) -> Arc<House> {
    let rules_off = off.iter().map(|rule| off_rule(rule)).collect();
    Arc::new(House { name: "Acme".into(), settings, vocabulary, rules_off, unknown: Unknown::default() })
}

fn off_rule(rule: &str) -> RuleOff {
    RuleOff { rule: rule.to_owned(), by: "Kim".into(), reason: "Not here".into(), unknown: Unknown::default() }
}

fn days(least: u16) -> Settings {
    Settings { min_lead_days: Some(least), ..Settings::default() }
}

fn phase(kind: PhaseKind) -> Phase {
    let (from, to) = (Day::from_number(DAY_ZERO - 50), Day::from_number(DAY_ZERO + 50));
    Phase { name: "Then".into(), from, to, kind: Some(kind), unknown: Unknown::default() }
}

fn accept(campaign: &mut Campaign, until: Option<Day>) {
    let finding = super::check::findings(campaign).into_iter().find(|finding| finding.code() == "PBR-01").expect("PBR-01");
    campaign.acceptances.push(Arc::new(Acceptance {
        id: AcceptanceId(Id::from_bits(4)),
        rule: "PBR-01".into(),
        target: Scope::Campaign,
        reason: "A gift".into(),
        owner: "Kim".into(),
        until,
        show_to_client: false,
        facts: finding.facts.to_vec(),
        unknown: Unknown::default(),
    }));
}

const INPUTS: &[Input] = &[
    ("the name of the brand", "new: P3", |c, _| brand(c).name = "Southwind".into()),
    ("which brand is the first", "new: P3", |c, _| {
        c.brands.insert(0, Arc::new(Brand { id: BrandId(Id::from_bits(9)), name: "Other".into(), ..(*c.brands[0]).clone() }));
    }),
    ("values of the brand", "new unlinked: A0 V4 K9 P14", |c, _| brand(c).values = c_values(c)),
    ("competitors", "new rival-20: A0 V4 K9 P14", |c, _| brand(c).competitors.clear()),
    ("what the brand does", "new: A0 V4 K9 P14 S20(stand) K25", |c, _| {
        let proof = Proof { value: "craft".into(), does: "Repairs".into(), link: None, unknown: Unknown::default() };
        brand(c).proof = vec![proof];
    }),
    ("the name of a creator", "new: P3", |c, _| creator(c).name = "Noa Berg".into()),
    ("the name of a creator with history", "new friend: P3", |c, _| Arc::make_mut(&mut c.creators[1]).name = "Noa Berg".into()),
    ("values of a creator", "new unlinked: A0 V4 K9 P14", |c, _| creator(c).values = c.brands[0].values.clone()),
    ("earlier deals", "new rival-20: A0 V4 K9 P14", |c, _| creator(c).past.clear()),
    ("topics that are off limits", "new no-go-gambling: A0 V4 K9 P14(gambling)", |c, _| creator(c).no_go.clear()),
    ("a young audience", "new market-UK young-30: A0 V4 K9 P14(drink)", |c, _| creator(c).young_audience = Some(3)),
    ("a creator who is gone", "new: P3", |c, _| {
        c.creators.clear();
    }),
    ("the name of a product", "new: P3", |c, _| product(c).name = "Boots".into()),
    ("the category of a product", "new no-go-outdoors: A0 V4 K9 P14", |c, _| product(c).category = Some("food".into())),
    ("what a product is marked as", "new: A0 V4 K9 P14", |c, _| product(c).sensitive = Some(Sensitive::Alcohol)),
    ("who signed a product off", "new: A0 V4 K9 P14(sensitive)", |c, _| product(c).sensitive = None),
    ("when a product can be had", "new: A0 V4 K9 P14(tickets,hard)", |c, _| product(c).available_from = None),
    ("what confirms delivery", "new: A0 V4 K9 P14(tickets,hard)", |c, _| product(c).delivery_proof = Some("Signed".into())),
    ("markets", "new market-UK: A0 V4 K9 P14(paid)", |c, _| c.markets = vec!["DE".into()]),
    ("a phase around a launch", "new: A0 V4 K9 P14(hard)", |c, _| c.phases.push(phase(PhaseKind::Launch))),
    ("a phase around an event", "new: A0 V1 K2 P4", |c, _| c.phases.push(phase(PhaseKind::Event))),
    ("the last day", "new ends: A0 V4 K9 P14", |c, _| c.end = None),
    ("that it goes on", "new ends: A0 V4 K9 P14", |c, _| c.continues = true),
    ("the date of day 0", "new: P3", |c, _| c.anchor.as_mut().expect("day 0").date = Some(Day::from_number(DAY_ZERO + 1))),
    ("a threshold", "new: A0 V4 K9 P14", |c, _| c.settings = days(30)),
    ("what a rule weighs", "new: P3", |c, _| {
        c.settings.severities = vec![RuleGrade { rule: "PBR-01".into(), severity: Grade::Hint, unknown: Unknown::default() }];
    }),
    ("what a missing values story weighs", "new: A0 P14", |c, _| c.settings.values_hint_only = true),
    ("a rule that is turned off", "new: P3", |c, _| c.rules_off = vec![off_rule("PBR-01")]),
    ("a rule that is turned off by its name", "new: P3", |c, _| c.rules_off = vec![off_rule("Product-First")]),
    ("the profile of the plan", "new: A0 V4 K9 P14(hard)", |c, o| {
        o.profile = None;
        c.settings.profile = Some(Profile::Standard);
    }),
    ("the agency's rules in the plan", "new: A0 V4 K9 P14", |c, _| c.house = Some(house(days(30), Vocabulary::default(), &[]))),
    ("the agency's rules beside the plan", "new: A0 V4 K9 P14", |_, o| {
        o.house = Some(house(days(30), Vocabulary::default(), &[]));
    }),
    ("the agency's rules that are off", "new: P3", |_, o| {
        o.house = Some(house(Settings::default(), Vocabulary::default(), &["PBR-01"]));
    }),
    ("the agency's words", "new unlinked: A0 V4 K9 P14", |c, o| {
        let words = vec![c.creators[0].values[0].clone(), c.brands[0].values[0].clone()];
        let values = vec![Same { words, unknown: Unknown::default() }];
        o.house = Some(house(Settings::default(), Vocabulary { values, ..Vocabulary::default() }, &[]));
    }),
    ("an acceptance", "new: P3", |c, _| accept(c, None)),
];

fn c_values(campaign: &Campaign) -> Vec<String> {
    campaign.creators[0].values.clone()
}

fn all(campaign: &Campaign, options: &Options) -> Vec<LaneReport> {
    let cross = cross(campaign);
    campaign.lanes.iter().map(|lane| check_lane(campaign, &cross, lane, options)).collect()
}

/// What is kept after a change: old reports where the follower says so.
fn kept(before: (&Campaign, &Options), after: (&Campaign, &Options)) -> Vec<LaneReport> {
    let mut follower = Follower::default();
    let _ = follower.follow(&Arc::new(before.0.clone()), before.1);
    let old = all(before.0, before.1);
    let reach = follower.follow(&Arc::new(after.0.clone()), after.1);
    let lanes = after.0.lanes.iter().zip(old);
    lanes.map(|(lane, old)| if reach.has(lane.id) { check_lane(after.0, follower.cross(), lane, after.1) } else { old }).collect()
}

#[test]
fn whatever_a_finding_rests_on_reaches_it() {
    let mut wrong = Vec::new();
    for (what, sketch, change) in INPUTS {
        let (before, options) = (plan(sketch), strict());
        let (mut after, mut otherwise) = (before.clone(), options.clone());
        change(&mut after, &mut otherwise);
        let (old, new) = (all(&before, &options), all(&after, &otherwise));
        if old == new {
            wrong.push(format!("{what}: this plan does not mind"));
        }
        if kept((&before, &options), (&after, &otherwise)) != new {
            wrong.push(format!("{what}: what was kept is not what is found"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_day_that_is_today_reaches_what_expires() {
    let mut campaign = plan("new: P3");
    accept(&mut campaign, Some(Day::from_number(DAY_ZERO)));
    let on = |days: i32| Options { today: Some(Day::from_number(DAY_ZERO + days)), ..strict() };
    let new = all(&campaign, &on(1));
    assert_ne!(all(&campaign, &on(0)), new, "it expires");
    assert_eq!(kept((&campaign, &on(0)), (&campaign, &on(1))), new);
}
