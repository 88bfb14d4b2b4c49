//! Where a plan is sound nothing is said, however large it is.

use std::sync::Arc;

use momentboard::check::{Options, check};
use momentboard::model::{Campaign, Day, IdSource, Lane, LaneMode, Profile, When};
use momentboard::store::template;

use super::plans::FIRST_DAY;

/// Forty lanes, each the arc of a template told over and over, with creators, brands and products of their own. Each lane begins
/// on another day, so that no two ask for one thing together.
fn forty_lanes() -> Campaign {
    let mut ids = IdSource::seeded(40);
    let mut plan = Campaign::new(ids.plan(), "Forty lanes");
    plan.start = Some(Day::from_number(FIRST_DAY - 40));
    let arcs: Vec<&str> =
        template::all().iter().filter(|template| template.moment_count() > 0).map(|template| template.key.as_str()).collect();
    for number in 0..40_i32 {
        let key = arcs[usize::try_from(number).expect("small") % arcs.len()];
        let begin = Day::from_number(FIRST_DAY + number * 3);
        let first = template::instantiate(key, &mut ids, Some(begin)).expect("a template");
        let mut row = Lane::clone(&first.lanes[0]);
        dated(&mut row, begin);
        let length = row.moments.iter().filter_map(|moment| plan.day_of(moment.when)).max().expect("cards").since(begin);
        let cards = row.moments.clone();
        let mut again = begin;
        while row.moments.len() < 30 {
            again = again.plus(length + 30);
            for moment in &cards {
                let mut moment = moment.clone();
                let copy = Arc::make_mut(&mut moment);
                copy.id = ids.moment();
                if let When::On(day) = copy.when {
                    copy.when = When::On(day.plus(again.since(begin)));
                }
                row.moments.push(moment);
            }
        }
        plan.brands.extend(first.brands);
        plan.products.extend(first.products);
        plan.creators.extend(first.creators);
        row.brand = plan.brands.last().map(|brand| brand.id).or(row.brand);
        plan.lanes.push(Arc::new(row));
    }
    plan
}

/// Relative days as days of the calendar: each lane has a day 0 of its own.
fn dated(lane: &mut Lane, zero: Day) {
    for moment in &mut lane.moments {
        let moment = Arc::make_mut(moment);
        if let When::Relative(days) = moment.when {
            moment.when = When::On(zero.plus(days));
        }
    }
}

#[test]
fn forty_sound_lanes_are_met_with_silence() {
    let plan = forty_lanes();
    assert_eq!(plan.lanes.len(), 40);
    assert!(plan.moment_count() >= 1200, "{}", plan.moment_count());
    assert!(plan.lanes.iter().any(|lane| lane.mode == LaneMode::Slot), "ad reads are among them");
    assert!(momentboard::model::faults(&plan).is_empty());
    for profile in [Profile::Standard, Profile::Strict] {
        let options = Options { profile: Some(profile), ..Options::default() };
        let said: Vec<String> = check(&plan, &options)
            .findings
            .iter()
            .map(|finding| {
                format!(
                    "{} {}: {}",
                    finding.code(),
                    plan.lane(finding.lane.expect("a lane")).map_or("", |lane| plan.lane_name(lane)),
                    finding.message
                )
            })
            .collect();
        assert!(said.is_empty(), "{profile:?}: {} findings\n{}", said.len(), said.join("\n"));
    }
}
