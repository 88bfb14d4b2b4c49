//! What a template keeps of a plan: the arc, and nothing of anybody's.

use momentboard::model::{Campaign, Day, IdSource, LaneId, PlanId, RelationshipStatus, Status, When, faults};
use momentboard::store::keep::{At, Wanted, Zero, template_of, zeros};
use momentboard::store::template::Template;
use momentboard::store::{demo, own};
use proptest::prelude::*;

use crate::plans::random_plan;
use crate::scratch::Scratch;

fn wanted(campaign: &Campaign, lane: Option<LaneId>, keep: bool) -> Wanted {
    let (zeros, proposed) = zeros(campaign, lane);
    let zero = zeros.get(proposed).cloned();
    Wanted { name: "Our arc".into(), line: "For friends".into(), zero, titles: keep, notes: keep, hooks: keep }
}

/// Days of the cards of a lane between which a distance is known: dates, and days counted from a day 0 without one.
fn days(campaign: &Campaign, lane: usize) -> Vec<[Option<i32>; 2]> {
    let cards = campaign.lanes[lane].moments.iter();
    let at = cards.map(|card| match (campaign.day_of(card.when), card.when) {
        (Some(day), _) => [Some(day.number()), None],
        (None, When::Relative(day)) => [None, Some(day)],
        _ => [None, None],
    });
    at.collect()
}

fn distances(days: &[Option<i32>]) -> Vec<Option<i32>> {
    let first = days.iter().flatten().min().copied();
    days.iter().map(|day| Some(day.as_ref()? - first?)).collect()
}

/// Everything of a plan that is kept, in a plan made of the template.
fn same_arc(source: &Campaign, lane: Option<usize>, template: &Template) -> Result<(), TestCaseError> {
    let start = Day::new(2031, 3, 5);
    let mut ids = IdSource::seeded(9);
    let (one, two) = (template.plan(&mut ids, start), template.plan(&mut ids, start));
    prop_assert_eq!(faults(&one), []);
    let lanes: Vec<usize> = lane.map_or_else(|| (0..source.lanes.len()).collect(), |at| vec![at]);
    prop_assert_eq!(one.lanes.len(), lanes.len());
    let mut all = Vec::new();
    for (made, from) in lanes.iter().enumerate() {
        let (lane, origin) = (&one.lanes[made], &source.lanes[*from]);
        prop_assert_eq!((lane.kind, lane.mode), (origin.kind, origin.mode));
        prop_assert_eq!(lane.relationship.status, origin.relationship.status);
        prop_assert!(lane.relationship.evidence.is_empty() && lane.relationship.last_visible.is_none());
        prop_assert_eq!(lane.moments.len(), origin.moments.len());
        let was = days(source, *from);
        let is: Vec<Option<i32>> = lane.moments.iter().map(|card| one.day_of(card.when).map(Day::number)).collect();
        for axis in 0..2 {
            let of = |days: &[Option<i32>]| -> Vec<Option<i32>> {
                days.iter().zip(&was).map(|(day, was)| day.filter(|_| was[axis].is_some())).collect()
            };
            let source_days: Vec<Option<i32>> = was.iter().map(|was| was[axis]).collect();
            prop_assert_eq!(distances(&source_days), distances(&of(&is)));
        }
        for (card, from) in lane.moments.iter().zip(&origin.moments) {
            prop_assert_eq!(
                (card.kind, &card.covers, card.cta, card.placement),
                (from.kind, &from.covers, from.cta, from.placement)
            );
            prop_assert_eq!((card.platform, card.format, card.time), (from.platform, from.format, from.time));
            prop_assert_eq!(&card.audience_value, &from.audience_value);
            prop_assert_eq!(
                (card.status, card.is_ask(), card.product.is_some()),
                (Status::Draft, from.is_ask(), from.product.is_some())
            );
            if let When::Order(_) | When::Undated = from.when {
                prop_assert_eq!(card.when, from.when);
            }
            prop_assert!(card.owner.is_none() && card.cost.is_none() && card.image.is_none() && card.compensation.is_none());
            prop_assert!(card.notes.as_ref().is_some_and(|notes| !notes.is_empty()), "every card has a prompt");
            all.push(card.id.to_string());
        }
        all.push(lane.id.to_string());
    }
    let others =
        two.lanes.iter().flat_map(|lane| lane.moments.iter().map(|card| card.id.to_string()).chain([lane.id.to_string()]));
    let theirs =
        source.lanes.iter().flat_map(|lane| lane.moments.iter().map(|card| card.id.to_string()).chain([lane.id.to_string()]));
    for id in others.chain(theirs) {
        prop_assert!(!all.contains(&id), "{id} is in two plans");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_made_of_a_template_has_the_same_arc(seed in any::<u64>(), keep in any::<bool>(), lane in any::<proptest::sample::Index>()) {
        let source = random_plan(seed);
        let at = lane.index(source.lanes.len());
        let id = source.lanes[at].id;
        same_arc(&source, Some(at), &template_of(&source, Some(id), &wanted(&source, Some(id), keep)))?;
        same_arc(&source, None, &template_of(&source, None, &wanted(&source, None, keep)))?;
    }

    /// What is written is read again as it was, whatever the plan.
    #[test]
    fn what_is_kept_is_read_again(seed in any::<u64>()) {
        let source = random_plan(seed);
        let folder = Scratch::new("own-roundtrip");
        let template = template_of(&source, None, &wanted(&source, None, true));
        let key = own::add(folder.path(), template.clone()).unwrap();
        let shelf = own::read(folder.path());
        prop_assert_eq!(&shelf.notices, &Vec::<String>::new());
        let read = &shelf.get(&key).unwrap().template;
        prop_assert_eq!(read.campaign(), template.campaign());
        prop_assert_eq!((&read.name, &read.line), (&template.name, &template.line));
    }
}

/// Every word of a plan that is somebody's, or about this one campaign.
fn secrets(campaign: &Campaign) -> Vec<String> {
    let mut words = vec![campaign.name.clone()];
    let mut add = |word: &str| words.push(word.to_owned());
    for creator in &campaign.creators {
        add(&creator.name);
        add(creator.first_name());
        [&creator.handle, &creator.contact, &creator.about].into_iter().flatten().for_each(|word| add(word));
        creator.values.iter().for_each(|word| add(word));
    }
    campaign.brands.iter().for_each(|brand| add(&brand.name));
    campaign.products.iter().for_each(|product| add(&product.name));
    for lane in &campaign.lanes {
        lane.relationship.evidence.iter().for_each(|word| add(word));
        add(&lane.id.to_string());
        for card in &lane.moments {
            add(&card.id.to_string());
            [&card.owner, &card.notes, &card.hook, &card.must_say, &card.proof, &card.disclosure.text]
                .into_iter()
                .flatten()
                .for_each(|word| add(word));
            card.links.iter().chain(&card.kpis).for_each(|word| add(word));
            card.cost.iter().for_each(|cost| add(&cost.to_string()));
            card.image.iter().for_each(|image| add(&image.to_string()));
            // A card that is called what it is tells nothing.
            if momentboard::words::names::kind(card.kind.key()) != card.title {
                add(&card.title);
            }
        }
    }
    campaign.acceptances.iter().for_each(|accepted| add(&accepted.reason));
    words.retain(|word| word.trim().len() > 3);
    words
}

#[test]
fn nothing_of_anybody_is_kept_unless_it_was_asked_for() {
    let plans = [demo::fictional(PlanId::default()), demo::two_cases(PlanId::default())];
    for plan in plans.into_iter().chain((0..40).map(random_plan)) {
        let folder = Scratch::new("own-secrets");
        let key = own::add(folder.path(), template_of(&plan, None, &wanted(&plan, None, false))).unwrap();
        let text = std::fs::read_to_string(folder.join(&format!("{key}.ron"))).unwrap();
        for secret in secrets(&plan) {
            assert!(!text.contains(&format!("\"{secret}")), "{secret} of {} is in\n{text}", plan.name);
        }
        assert!(!text.contains("evidence") && !text.contains("cost:") && !text.contains("owner:"), "{text}");
    }
}

#[test]
fn titles_notes_and_hooks_are_kept_when_they_are_asked_for() {
    let plan = demo::fictional(PlanId::default());
    let kept = template_of(&plan, None, &wanted(&plan, None, true));
    for (lane, from) in kept.campaign().lanes.iter().zip(&plan.lanes) {
        for (card, from) in lane.moments.iter().zip(&from.moments) {
            assert_eq!((&card.title, &card.hook), (&from.title, &from.hook));
            assert!(from.notes.is_none() || card.notes == from.notes, "{}", card.title);
        }
    }
}

#[test]
fn day_zero_is_the_campaign_s_own_or_the_first_announcement_or_the_first_card() {
    let plan = demo::fictional(PlanId::default());
    let lane = plan.lanes[0].id;
    let of = |plan: &Campaign| {
        let (zeros, at) = zeros(plan, Some(lane));
        zeros.get(at).cloned()
    };
    let mut without = plan.clone();
    without.anchor = None;
    let announced = plan.lanes[0].moments.iter().find(|card| card.kind == momentboard::model::Kind::Announcement).unwrap();
    let day = plan.day_of(announced.when).unwrap();
    let Some(Zero { name, at, .. }) = of(&without) else { panic!("a proposal") };
    assert_eq!((name.as_str(), at), ("Announcement", At::Date(day)));
    let mut anchored = without.clone();
    let launch = Day::new(2027, 10, 1);
    anchored.anchor = Some(momentboard::model::Anchor {
        label: "Launch".into(),
        date: launch,
        unknown: momentboard::model::Unknown::default(),
    });
    assert_eq!(of(&anchored).map(|zero| (zero.name, zero.at)), Some(("Launch".into(), At::Date(launch.unwrap()))));
    let mut silent = without.clone();
    let first = std::sync::Arc::make_mut(&mut silent.lanes[0]);
    first.moments.retain(|card| card.kind != momentboard::model::Kind::Announcement);
    let earliest = first.moments.iter().filter_map(|card| plan.day_of(card.when)).min().unwrap();
    assert_eq!(of(&silent).map(|zero| zero.at), Some(At::Date(earliest)));
}

#[test]
fn a_relationship_keeps_its_status_and_loses_its_evidence() {
    let mut plan = demo::fictional(PlanId::default());
    let lane = std::sync::Arc::make_mut(&mut plan.lanes[0]);
    lane.relationship.status = RelationshipStatus::Established;
    lane.relationship.evidence = vec!["A private message".into()];
    let id = lane.id;
    let kept = template_of(&plan, Some(id), &wanted(&plan, Some(id), true));
    let relationship = &kept.campaign().lanes[0].relationship;
    assert_eq!((relationship.status, relationship.evidence.len()), (RelationshipStatus::Established, 0));
    let made = kept.plan(&mut IdSource::seeded(1), None);
    assert_eq!(made.creators[0].name, "Creator");
}
