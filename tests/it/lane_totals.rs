//! What a lane adds up to, to the amount and to the piece.

use std::sync::Arc;

use momentboard::model::{Format, Money};
use momentboard::ui::view::{Action, Selection};

use crate::app_window::*;

#[test]
fn the_page_of_a_lane_says_what_it_costs_and_what_is_to_be_made() {
    let mut campaign = fictional();
    let lane = Arc::make_mut(&mut campaign.lanes[0]);
    let id = lane.id;
    for moment in &mut lane.moments {
        let moment = Arc::make_mut(moment);
        (moment.cost, moment.format) = (None, None);
    }
    let formats = [Format::Reel, Format::Story, Format::Reel];
    for ((moment, format), cents) in lane.moments.iter_mut().zip(formats).zip([120_000, 45_000, 5_000]) {
        let moment = Arc::make_mut(moment);
        (moment.cost, moment.format) = (Money::new(cents, "EUR"), Some(format));
    }
    let mut window = window_on(campaign);
    window.state_mut().want(Action::Select(Selection::lane(id)));
    window.run();
    assert!(has(&window, "Costs noted: €1,700"));
    assert!(has(&window, "To be made: 2 × Reel, 1 × Story"));

    // What is spent in another currency stands beside it: nothing is converted.
    let mut campaign = (**window.state().document().campaign()).clone();
    let last = Arc::make_mut(&mut campaign.lanes[0]).moments.last_mut().unwrap();
    Arc::make_mut(last).cost = Money::new(30_000, "USD");
    let mut window = window_on(campaign);
    window.state_mut().want(Action::Select(Selection::lane(id)));
    window.run();
    assert!(has(&window, "Costs noted: €1,700, $300"));
}
