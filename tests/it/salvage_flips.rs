//! Random bits of whole plans turned over: how often the plan is lost, and how many of its moments.
//!
//! Three hundred here; `MOMENTBOARD_FLIPS=20000 cargo test --test it -- --nocapture salvage_flips` does as many of each plan as it
//! says and prints the figures.
#![expect(clippy::print_stdout, reason = "whoever asks for more flips reads the figures")]

use std::sync::Arc;

use momentboard::model::{Campaign, PlanId};
use momentboard::store::salvage::salvage;
use momentboard::store::{self, demo};

use crate::plans::{Dice, large_plan};

fn asked_for() -> usize {
    std::env::var("MOMENTBOARD_FLIPS").ok().and_then(|count| count.parse().ok()).unwrap_or(300)
}

fn ids(plan: &Campaign) -> Vec<String> {
    let all = plan.lanes.iter().flat_map(|lane| &lane.moments).chain(&plan.ideas);
    all.map(|moment| moment.title.clone()).collect()
}

/// What a number of flips cost.
#[derive(Debug, Default)]
struct Cost {
    refused: usize,
    plans: usize,
    moments: usize,
    dear: Vec<(usize, usize)>,
}

/// Turns random bits over, as often as asked for.
fn at_random(bytes: &[u8], count: usize) -> Cost {
    let mut dice = Dice::new(7);
    let places: Vec<(usize, usize)> = (0..count).map(|_| (dice.below(bytes.len()), dice.below(8))).collect();
    flipped(bytes, "at random", &places)
}

/// Turns over what makes a bracket or a quote of something else, or something else of one: as many such bits as asked for, evenly spread.
fn brackets(bytes: &[u8], count: usize) -> Cost {
    let marks = b"()[]{}\"";
    let all = (0..bytes.len()).flat_map(|at| (0..8).map(move |bit| (at, bit)));
    let telling = all.filter(|&(at, bit)| marks.contains(&bytes[at]) || marks.contains(&(bytes[at] ^ (1 << bit))));
    let all: Vec<(usize, usize)> = telling.collect();
    let places: Vec<(usize, usize)> = all.iter().copied().step_by((all.len() / count).max(1)).collect();
    flipped(bytes, "to or from a bracket or a quote", &places)
}

fn flipped(bytes: &[u8], how: &str, places: &[(usize, usize)]) -> Cost {
    let whole = ids(&store::read(bytes).unwrap().campaign);
    let mut cost = Cost::default();
    let mut damaged = bytes.to_vec();
    for &(at, bit) in places {
        damaged[at] ^= 1 << bit;
        if store::read(&damaged).is_err() {
            cost.refused += 1;
            // What is refused and said not to be damaged is not offered for reading what can be read.
            let hidden = store::format::look(&damaged).is_err_and(|error| error.damage.is_none());
            assert!(!hidden, "{at}, bit {bit}: near {:?}", String::from_utf8_lossy(&damaged[at.saturating_sub(30)..=at]));
            let kept = salvage(&damaged).map_or(0, |salvaged| ids(&salvaged.campaign).len());
            cost.plans += usize::from(kept == 0);
            let lost = whole.len().saturating_sub(kept);
            cost.moments += lost;
            if lost > 1 {
                cost.dear.push((at, lost));
            }
        }
        damaged[at] ^= 1 << bit;
    }
    let percent = |part: usize, all: usize| part as f64 * 100.0 / all.max(1) as f64;
    println!(
        "{} bytes, {} moments, {how}: {} flips, {} refused, plans lost {} ({:.3} %), moments lost {} ({:.4} %), more than one card {}",
        bytes.len(),
        whole.len(),
        places.len(),
        cost.refused,
        cost.plans,
        percent(cost.plans, cost.refused),
        cost.moments,
        percent(cost.moments, cost.refused * whole.len()),
        cost.dear.len(),
    );
    for (at, lost) in cost.dear.iter().take(40) {
        let around = &bytes[at.saturating_sub(30)..(at + 30).min(bytes.len())];
        println!("  {at}: {lost} lost near {:?}", String::from_utf8_lossy(around));
    }
    cost
}

/// The demo plan without its pictures: what is damaged in one of those costs that picture.
fn demo_plan() -> Vec<u8> {
    let mut plan = demo::fictional(PlanId::default());
    for lane in &mut plan.lanes {
        for moment in &mut Arc::make_mut(lane).moments {
            Arc::make_mut(moment).image = None;
        }
    }
    store::write(&plan).unwrap()
}

#[test]
fn a_bit_turned_over_in_the_first_lines_costs_no_plan() {
    let small = include_bytes!("../fixtures/format/v1/small.moments");
    let end = small.windows(5).position(|part| part == b"name:").unwrap();
    let places: Vec<(usize, usize)> = (0..end).flat_map(|at| (0..8).map(move |bit| (at, bit))).collect();
    let cost = flipped(small, "in the first lines", &places);
    assert!(cost.refused > 100 && cost.plans == 0 && cost.dear.is_empty(), "{cost:?}");
}

#[test]
fn a_bit_turned_over_anywhere_hardly_ever_costs_more_than_a_card() {
    let count = asked_for();
    let large = store::write(&large_plan(3, 2000, 40)).unwrap();
    let demo = demo_plan();
    for cost in [at_random(&demo, count), at_random(&large, count.div_ceil(20)), brackets(&demo, count)] {
        assert!(cost.refused > 10);
        assert!(cost.plans * 100 <= cost.refused, "{cost:?}");
        assert!(cost.dear.len() * 100 <= cost.refused, "{cost:?}");
    }
}
