//! Where cards stand: packing, what is visible, spans and totals.

use std::sync::Arc;

use momentboard::analysis::Axis;
use momentboard::analysis::packing::{GAP, Packed, Size, pack, reading_order};
use momentboard::analysis::scale::{Scale, Span};
use momentboard::analysis::totals::{LaneTotals, Totals};
use momentboard::model::{Campaign, Day, Lane, When, faults};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::plans::{Dice, FIRST_DAY, large_plan, random_plan};

const NEAR: f64 = 1e-6;

/// The cards of a lane in the size that suits the zoom.
fn fitting(campaign: &Campaign, lane: &Lane, scale: &Scale) -> Packed {
    Packed::fitting(campaign, lane, scale, Size::for_zoom(scale.px_per_day()))
}

fn rounded(lefts: &[f64]) -> Vec<i64> {
    lefts.iter().map(|left| (left * 10.0).round() as i64).collect()
}

#[test]
fn cards_stand_on_their_dates_or_share_the_shift() {
    assert_eq!(rounded(&pack(&[100.0, 300.0], 100.0, 6.0)), [500, 2500], "apart: centred");
    assert_eq!(rounded(&pack(&[200.0, 200.0], 100.0, 6.0)), [970, 2030], "together: each gives way by half");
    assert_eq!(rounded(&pack(&[200.0, 220.0, 600.0], 100.0, 6.0)), [1070, 2130, 5500], "the third is not touched");
    assert_eq!(rounded(&pack(&[0.0, 10.0], 100.0, 6.0)), [-500, 560], "the first stays on its date");
    assert!(pack(&[], 100.0, 6.0).is_empty());
}

#[test]
fn the_last_cards_stay_within_the_days_of_the_plan_as_far_as_their_dates_allow() {
    let lefts = |days: &[i32]| -> Vec<f64> {
        let mut campaign = large_plan(3, days.len(), 1);
        for (moment, day) in Arc::make_mut(&mut campaign.lanes[0]).moments.iter_mut().zip(days) {
            Arc::make_mut(moment).when = When::On(Day::from_number(FIRST_DAY + day));
        }
        let scale = Scale::new(Axis::Calendar, FIRST_DAY, 10.0).until(FIRST_DAY + 99);
        let packed = fitting(&campaign, &campaign.lanes[0], &scale);
        assert_eq!((packed.size, packed.piled()), (Size::M, 0), "{days:?}");
        packed.places().iter().map(|place| place.left).collect()
    };
    let width = Size::M.width();
    assert_eq!(rounded(&lefts(&[50])), rounded(&[500.0 - width / 2.0]), "far from the end: centred");
    assert_eq!(rounded(&lefts(&[99])), rounded(&[1000.0 - width]), "at the end: within it");
    assert_eq!(rounded(&lefts(&[96, 99])), rounded(&[1000.0 - 2.0 * width - GAP, 1000.0 - width]), "and its neighbour gives way");
    assert!((lefts(&[20, 99])[0] - (200.0 - width / 2.0)).abs() < NEAR, "others stay");
    // In a lane that is full from end to end the first card stays where it is: somewhere they have to go.
    let full: Vec<i32> = (0..8).map(|at| 4 + at * 13).collect();
    assert_eq!(rounded(&lefts(&full)[..1]), rounded(&[40.0 - width / 2.0]), "full");
    // Three on the last day: the first of them may not go further from its date than cards may.
    let crowd = lefts(&[99, 99, 99]);
    assert!(crowd.windows(2).all(|pair| (pair[1] - pair[0] - width - GAP).abs() < NEAR), "{crowd:?}");
    assert!((990.0 - crowd[0] - width / 2.0 - Size::M.max_drift()).abs() < NEAR, "{crowd:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, rng_seed: RngSeed::Fixed(7), ..ProptestConfig::default() })]

    #[test]
    fn packed_cards_keep_order_and_gap_and_no_card_could_stand_nearer(
        mut centres in prop::collection::vec(-50.0..3000.0_f64, 0..40),
        width in 1.0..300.0_f64,
    ) {
        centres.sort_by(f64::total_cmp);
        let lefts = pack(&centres, width, GAP);
        prop_assert_eq!(lefts.len(), centres.len());
        let low = centres.first().map_or(0.0, |first| (first - width / 2.0).clamp(-width / 2.0, 0.0));
        prop_assert!(lefts.iter().all(|left| *left >= low));
        prop_assert!(lefts.windows(2).all(|pair| pair[1] - pair[0] >= width + GAP - NEAR));
        // No move of a card, or of the cards that touch it, brings the sum of squared shifts down.
        let cost = |lefts: &[f64]| -> f64 {
            lefts.iter().zip(&centres).map(|(left, centre)| (left + width / 2.0 - centre).powi(2)).sum()
        };
        let best = cost(&lefts);
        for at in 0..lefts.len() {
            for end in at + 1..=lefts.len() {
                for by in [-0.5, 0.5] {
                    let mut moved = lefts.clone();
                    moved[at..end].iter_mut().for_each(|left| *left += by);
                    let allowed = moved.iter().all(|left| *left >= low)
                        && moved.windows(2).all(|pair| pair[1] - pair[0] >= width + GAP);
                    prop_assert!(!allowed || cost(&moved) >= best - NEAR);
                }
            }
        }
    }

    #[test]
    fn every_card_of_a_lane_has_one_place_and_is_found_there(seed in any::<u64>()) {
        let campaign = random_plan(seed);
        let mut dice = Dice::new(seed);
        let axis = Axis::of_campaign(&campaign).unwrap_or(Axis::Calendar);
        let scale = Scale::new(axis, FIRST_DAY - 30, dice.pick(&[1.0, 5.0, 8.28, 20.0]));
        let scale = if dice.pick(&[true, false]) { scale.until(FIRST_DAY + dice.pick(&[-20, 40, 200])) } else { scale };
        for lane in &campaign.lanes {
            let packed = fitting(&campaign, lane, &scale);
            let mut indices: Vec<usize> = packed.places().iter().map(|place| place.index).collect();
            indices.sort_unstable();
            prop_assert_eq!(&indices, &(0..lane.moments.len()).collect::<Vec<_>>());
            let mut order = reading_order(&campaign, lane);
            order.sort_unstable();
            prop_assert_eq!(order, indices);
            if packed.size != Size::Xs {
                let apart = packed.size.width() + GAP - NEAR;
                for (at, pair) in packed.places().windows(2).enumerate() {
                    let shares = packed.pile_at(at).is_some_and(|run| run.contains(&(at + 1)));
                    let right = pair[1].left - pair[0].left;
                    prop_assert!((shares && right.abs() < NEAR) || (!shares && right >= apart));
                }
                let begins = packed.dated().first().and_then(|place| place.stem).is_none_or(|stem| stem >= 0.0);
                prop_assert!(!begins || packed.piled() > 0 || packed.fits(packed.size.max_drift()));
            }
            for (from, to) in [(0.0, 200.0), (-500.0, -1.0), (150.0, 151.0), (0.0, 1e6)] {
                let seen = packed.visible(from, to);
                for (at, place) in packed.places().iter().enumerate() {
                    let stem = place.stem.unwrap_or(place.left);
                    let (low, high) = (place.left.min(stem), (place.left + packed.size.width()).max(stem));
                    prop_assert_eq!(seen.contains(&at), high >= from && low <= to);
                }
            }
            // The stored order says nothing.
            let mut turned = (**lane).clone();
            turned.moments.reverse();
            let again = fitting(&campaign, &turned, &scale);
            let ids = |packed: &Packed, lane: &momentboard::model::Lane| -> Vec<_> {
                packed.places().iter().map(|place| (lane.moments[place.index].id, place.left.to_bits())).collect()
            };
            prop_assert_eq!(ids(&packed, lane), ids(&again, &turned));
        }
    }
}

#[test]
fn a_crowded_lane_steps_down_until_its_cards_fit_and_an_order_only_lane_is_even() {
    let mut campaign = large_plan(3, 400, 1);
    let scale = Scale::new(Axis::Calendar, FIRST_DAY, 8.28);
    assert_eq!(fitting(&campaign, &campaign.lanes[0], &scale).size, Size::Xs);
    let sparse = large_plan(3, 3, 1);
    assert_eq!(fitting(&sparse, &sparse.lanes[0], &scale).size, Size::M);
    let lane = Arc::make_mut(&mut campaign.lanes[0]);
    lane.moments.truncate(5);
    for (at, moment) in lane.moments.iter_mut().enumerate() {
        Arc::make_mut(moment).when = When::Order(10 - i32::try_from(at).unwrap());
    }
    let packed = Packed::of(&campaign, &campaign.lanes[0], &scale, Size::M);
    let lefts: Vec<i64> = packed.places().iter().map(|place| place.left as i64).collect();
    assert_eq!(lefts, [0, 180, 360, 540, 720]);
    assert_eq!(packed.places()[0].index, 4, "by order position");
    assert!(packed.dated().is_empty());
}

#[test]
fn only_cards_of_a_crowded_day_share_a_place() {
    let mut campaign = large_plan(3, 9, 1);
    let lane = Arc::make_mut(&mut campaign.lanes[0]);
    // Five of one day, and others weeks away on both sides.
    for (moment, day) in lane.moments.iter_mut().zip([0, 21, 60, 60, 60, 60, 60, 110, 140]) {
        Arc::make_mut(moment).when = When::On(Day::from_number(FIRST_DAY + day));
    }
    let packed = |zoom: f64| fitting(&campaign, &campaign.lanes[0], &Scale::new(Axis::Calendar, FIRST_DAY, zoom));
    for zoom in [7.0, 8.28, 12.0] {
        let packed = packed(zoom);
        assert_eq!((packed.size, packed.piled()), (Size::M, 5), "at {zoom}");
        assert_eq!(packed.pile_at(4), Some(2..7));
        assert!(packed.pile_at(1).is_none() && packed.pile_at(7).is_none());
        let alone = packed.dated()[7];
        assert!((alone.left + 78.0 - alone.stem.unwrap()).abs() < 1.0, "on its date");
    }
    assert_eq!(packed(3.0).piled(), 0, "markers need no piles");
}

#[test]
fn markers_that_meet_are_one_stack_with_a_count() {
    let campaign = large_plan(5, 300, 1);
    let scale = Scale::new(Axis::Calendar, FIRST_DAY, 1.0);
    let packed = Packed::of(&campaign, &campaign.lanes[0], &scale, Size::Xs);
    let stacks = packed.stacks(12.0);
    assert_eq!(stacks.iter().map(ExactSizeIterator::len).sum::<usize>(), 300);
    assert!(stacks.len() < 100);
    let stem = |at: usize| packed.dated()[at].stem.unwrap();
    assert!(stacks.windows(2).all(|pair| stem(pair[1].start) - stem(pair[0].start) >= 12.0));
}

#[test]
fn a_hundred_thousand_cards_are_packed_and_asked_for() {
    // Two cards a week for a thousand years on one lane: no size but the markers fits, and nothing is slow.
    let mut campaign = large_plan(9, 100_000, 1);
    let lane = Arc::make_mut(&mut campaign.lanes[0]);
    for (at, moment) in lane.moments.iter_mut().enumerate() {
        let day = FIRST_DAY + i32::try_from(at).unwrap() * 7 / 2;
        Arc::make_mut(moment).when = When::On(Day::from_number(day));
    }
    let scale = Scale::new(Axis::Calendar, FIRST_DAY, 8.28);
    let packed = fitting(&campaign, &campaign.lanes[0], &scale);
    assert_eq!((packed.size, packed.places().len()), (Size::Xs, 100_000));
    let middle = packed.dated()[50_000].stem.unwrap();
    assert_eq!(packed.visible(middle, middle + 1600.0).len(), 56);
    let crowded = Packed::of(&campaign, &campaign.lanes[0], &scale, Size::M);
    assert!(crowded.places().windows(2).all(|pair| pair[1].left - pair[0].left >= 156.0 + GAP - NEAR));
}

#[test]
fn spans_and_totals_count_what_is_there() {
    let campaign = large_plan(1, 40, 4);
    assert!(faults(&campaign).is_empty());
    let totals = Totals::of(&campaign);
    assert_eq!((totals.moments, totals.ideas, totals.creators), (40, 0, 4));
    let lanes: usize = campaign.lanes.iter().map(|lane| LaneTotals::of(&campaign, lane).moments).sum();
    assert_eq!(lanes, 40);
    let span = Span::of(&campaign, Axis::Calendar, 0).unwrap();
    assert_eq!(span.first, FIRST_DAY);
    assert_eq!(totals.weeks, (span.days() + 6) / 7);
    let sum: i64 = campaign
        .lanes
        .iter()
        .flat_map(|lane| &lane.moments)
        .filter_map(|m| m.cost)
        .map(momentboard::model::Money::hundredths)
        .sum();
    let costs: Vec<(String, i64)> = totals.cost.iter().map(|c| (c.currency().to_owned(), c.hundredths())).collect();
    assert_eq!(costs, [("EUR".to_owned(), sum)]);
    let wide = Span::of(&campaign, Axis::Calendar, 7).unwrap();
    assert_eq!((wide.first, wide.last), (span.first - 7, span.last + 7));
}
