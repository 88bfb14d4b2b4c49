//! How long findings take: all of a plan, and again after one edit.

#[path = "measure.rs"]
mod measure;
#[path = "../support/plans.rs"]
mod plans;

use std::sync::Arc;

use measure::{measure, table};
use momentboard::analysis::curve::curve;
use momentboard::check::{Options, check, check_lane, cross};
use momentboard::model::Profile;
use plans::large_plan;

fn main() {
    let options = Options { profile: Some(Profile::Strict), ..Options::default() };
    let sizes = [(100, 4), (1_000, 12), (10_000, 40), (100_000, 200)];
    let plans: Vec<_> = sizes.iter().map(|&(moments, lanes)| (moments, large_plan(7, moments, lanes))).collect();

    let full: Vec<_> = plans
        .iter()
        .map(|(moments, plan)| {
            measure(format!("{moments} moments"), if *moments > 10_000 { 20 } else { 100 }, || check(plan, &options))
        })
        .collect();
    table("Full check, Strict, one core", &full);

    // Fewer lanes make each one longer: an edit rechecks the lane it touches.
    let lane: Vec<_> = plans
        .iter()
        .map(|(moments, plan)| {
            let lane = plan.lanes.iter().max_by_key(|lane| lane.moments.len()).map(Arc::clone);
            measure(format!("{moments} moments"), 200, || {
                let cross = cross(plan);
                lane.as_ref().map(|lane| check_lane(plan, &cross, lane, &options))
            })
        })
        .collect();
    table("Recheck after one edit (what crosses lanes, and the longest lane)", &lane);

    let year = large_plan(9, 60, 1);
    let curves = [measure("60 moments in one lane", 500, || year.lanes.first().map(|lane| curve(&year, lane)))];
    table("Relationship curve of one lane", &curves);
}
