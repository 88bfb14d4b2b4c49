//! Rules about fit look at the brand's own channel, too, and what only a person can fill in leads to the page it stands on.

use std::sync::Arc;

use momentboard::check::{Applicability, Options, fixes};
use momentboard::model::{Campaign, Day, Id, IdSource, Lane, LaneId, LaneKind, Profile};
use momentboard::ui::inspector::place_of;
use momentboard::ui::view::About;

use crate::check::{DAY_ZERO, findings, plan, said};

/// The plan of a sketch with its cards on the brand's channel, naming the creator.
fn on_the_brands_channel(sketch: &str) -> Campaign {
    let mut campaign = plan(sketch);
    let creator = campaign.lanes[0].creator.expect("a creator");
    let mut lane = Lane::empty(LaneId(Id::from_bits(7)), LaneKind::Brand);
    lane.moments = std::mem::take(&mut Arc::make_mut(&mut campaign.lanes[0]).moments);
    for moment in &mut lane.moments {
        Arc::make_mut(moment).features = vec![creator];
    }
    campaign.lanes.push(Arc::new(lane));
    campaign
}

#[test]
fn the_brands_channel_is_held_against_whom_it_names() {
    assert_eq!(said(&on_the_brands_channel("new exclusive-20: P14")), "FIT-05 error");
    assert_eq!(said(&on_the_brands_channel("new no-go-gambling: P14(gambling)")), "FIT-06 error");
    assert_eq!(said(&on_the_brands_channel("new: P14(tickets,hard)")), "OPS-01 warning");
    // Order, load and voice are a creator's own.
    assert_eq!(said(&on_the_brands_channel("new ends: P14(hard,scripted) P15(b) P16(c) P17(d)")), "");
    let mut nobody = on_the_brands_channel("new exclusive-20: P14");
    for moment in &mut Arc::make_mut(&mut nobody.lanes[1]).moments {
        Arc::make_mut(moment).features.clear();
    }
    assert_eq!(said(&nobody), "");
}

#[test]
fn a_field_that_only_a_person_can_fill_is_found_on_its_page() {
    let cases = [
        ("new exclusive-20: A0 V4 K9 P14", "FIT-05", "past"),
        ("new no-go-gambling: A0 V4 K9 P14(gambling)", "FIT-06", "no_go"),
        ("new: A0 V4(scripted) K9 P14", "FIT-04", "voice"),
        ("new: A0 V4 K9 P14(tickets,hard)", "OPS-01", "delivery_proof"),
    ];
    let options = Options { profile: Some(Profile::Strict), today: Some(Day::from_number(DAY_ZERO)), ..Options::default() };
    for (sketch, code, field) in cases {
        for campaign in [plan(sketch), on_the_brands_channel(sketch)] {
            let Some(finding) = findings(&campaign).into_iter().find(|finding| finding.code() == code) else {
                assert_eq!(code, "FIT-04", "{sketch}");
                continue;
            };
            let offered = fixes(&campaign, &finding, &options, &mut IdSource::seeded(1));
            assert!(offered.iter().any(|fix| fix.applicability == Applicability::Jump(field)), "{sketch}: {offered:?}");
            let page = place_of(&campaign, finding.lane, finding.subject(), field);
            assert!(page.moments.is_empty(), "{sketch}");
            match page.about {
                Some(About::Creator(id)) => assert_eq!(campaign.creator(id).map(|creator| creator.first_name()), Some("Maja")),
                Some(About::Product(id)) => {
                    assert_eq!(campaign.product(id).map(|product| product.name.as_str()), Some("Festival ticket"));
                }
                other => panic!("{sketch}: {other:?}"),
            }
        }
    }
    // The moment's own fields and the lane's stay where they are.
    let campaign = plan("new: A0 V4(scripted) K9 P14");
    let finding = findings(&campaign).remove(0);
    let own = place_of(&campaign, finding.lane, finding.subject(), "must_say");
    assert_eq!((own.about, own.moments.len()), (None, 1));
    let lane = place_of(&campaign, finding.lane, finding.subject(), "organic_per_week");
    assert_eq!((lane.about, lane.moments.len(), lane.lane), (None, 0, finding.lane));
    let end = place_of(&campaign, finding.lane, finding.subject(), "continues");
    assert_eq!(end.about, Some(About::Campaign));
}
