//! How far a relationship is when the plan ends is read on the plan's last day, and everything that says it says the same.

use std::collections::BTreeSet;
use std::sync::Arc;

use momentboard::analysis::Axis;
use momentboard::analysis::curve::{Band, curve};
use momentboard::analysis::scale::PlanEnd;
use momentboard::check::Report;
use momentboard::model::{Campaign, Day, PlanId, When};
use momentboard::share::{Choice, Format, Reader, Section, Watch, export, plan};
use momentboard::store::demo;

/// The plan, ending that many days after its last card.
fn ending(days: i32) -> Campaign {
    let mut campaign = demo::fictional(PlanId::from_bits(7));
    let days_of = campaign.lanes.iter().flat_map(|lane| &lane.moments).filter_map(|moment| campaign.day_of(moment.when));
    let last = days_of.max().unwrap();
    campaign.phases.clear();
    campaign.end = Some(last.plus(days));
    campaign
}

const BANDS: [(Band, &str); 4] = [
    (Band::Strangers, "Strangers"),
    (Band::Introduced, "Introduced"),
    (Band::Trusted, "Trusted"),
    (Band::Committed, "Committed"),
];

fn name(band: Band) -> &'static str {
    BANDS.iter().find(|(of, _)| *of == band).unwrap().1
}

#[test]
fn a_curve_is_read_and_ends_on_the_last_day_of_the_plan() {
    let mut differs = false;
    for days in [0, 3, 40, 200] {
        let campaign = ending(days);
        let last = campaign.end.unwrap().number();
        assert_eq!(PlanEnd::of(&campaign).on(Axis::Calendar), Some(last));
        for (view, lane) in plan(&campaign, &Report::default(), Reader::Internal).lanes.iter().zip(&campaign.lanes) {
            let Some(drawn) = &view.curve else { continue };
            let whole = curve(&campaign, lane).unwrap();
            assert_eq!(drawn.ends_in, whole.band(last), "{} +{days}", view.name);
            let (day, value) = *drawn.points.last().unwrap();
            assert!((day - f64::from(last)).abs() < 1e-9, "the line ends with the plan");
            assert_eq!(Band::of(value), drawn.ends_in, "the word at the end of the line is that of its end");
            // With the days in the margin of a picture, or without the days after a lane's own last card, it would be another one.
            differs |= whole.band(last) != whole.band(last + 5) || whole.band(last) != whole.band(whole.last_day());
        }
    }
    assert!(differs, "a plan in which it matters where it is read");
}

#[test]
fn a_card_after_the_end_is_still_on_its_curve() {
    let mut campaign = ending(0);
    campaign.end = Day::parse("2027-09-01");
    let last = campaign.lanes.iter().flat_map(|lane| &lane.moments).filter_map(|moment| campaign.day_of(moment.when)).max();
    assert_eq!(PlanEnd::of(&campaign).on(Axis::Calendar), last.map(Day::number));
    // A card that is being moved beyond the end, before the plan itself knows.
    let end = PlanEnd::of(&campaign);
    let lane = Arc::make_mut(&mut campaign.lanes[0]);
    let moment = Arc::make_mut(lane.moments.last_mut().unwrap());
    moment.when = When::On(last.unwrap().plus(30));
    let moved = curve(&campaign, &campaign.lanes[0]).unwrap();
    assert_eq!(moved.ends_on(end), last.unwrap().number() + 30);
}

#[test]
fn every_format_says_the_same() {
    // A plan whose pages would say something else in the days of their margin.
    let matters = |campaign: &Campaign| {
        let last = campaign.end.unwrap().number();
        let mut curves = campaign.lanes.iter().filter_map(|lane| curve(campaign, lane));
        curves.any(|curve| curve.band(last) != curve.band(last + 5))
    };
    let campaign = (0..300).map(ending).find(matters).expect("some relationship fades");
    let end = PlanEnd::of(&campaign);
    for reader in [Reader::Internal, Reader::Client] {
        let view = plan(&campaign, &Report::default(), reader);
        let expected: Vec<String> = campaign
            .lanes
            .iter()
            .filter_map(|lane| curve(&campaign, lane))
            .map(|curve| format!("{} at the end of the plan", name(curve.ends_in(end))))
            .collect();
        assert_eq!(view.lanes.iter().filter(|lane| lane.curve.is_some()).count(), expected.len());
        let sections: BTreeSet<Section> = Section::ALL.into_iter().collect();
        for format in [Format::Html, Format::Markdown, Format::Svg] {
            let choice = Choice { sections: sections.clone(), embed: false, ..Choice::new(reader, format) };
            let made = export(&campaign, &Report::default(), &choice, Watch::none()).unwrap();
            let text = String::from_utf8(made.bytes).unwrap();
            for sentence in &expected {
                assert!(text.contains(sentence.as_str()) || format == Format::Svg, "{reader:?} {format:?}: {sentence}");
            }
            let other = BANDS.iter().map(|(_, name)| format!("{name} at the end of the plan"));
            for sentence in other.filter(|sentence| !expected.contains(sentence)) {
                assert!(!text.contains(&sentence), "{reader:?} {format:?}: {sentence}");
            }
        }
    }
}

#[cfg(feature = "gui")]
#[test]
fn the_window_says_what_the_pages_say() {
    use momentboard::app::Deriver;
    use momentboard::check::Options;
    use momentboard::ui::side::data::CreatorRow;
    for days in [0, 40, 200] {
        let campaign = Arc::new(ending(days));
        let mut deriver = Deriver::default();
        deriver.update(&campaign, 1, &Options::default());
        let pages = plan(&campaign, &Report::default(), Reader::Client);
        for place in 0..campaign.creators.len() {
            let lanes: Vec<usize> =
                (0..campaign.lanes.len()).filter(|at| campaign.lanes[*at].creator == Some(campaign.creators[place].id)).collect();
            let row = CreatorRow::of(&campaign, &deriver.derived, &(place, lanes.clone())).unwrap();
            let on_pages = lanes.first().and_then(|at| pages.lanes[*at].curve.as_ref()).map(|curve| curve.ends_in);
            assert_eq!(row.band, on_pages, "{} +{days}", row.name);
        }
    }
}
