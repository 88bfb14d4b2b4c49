//! What is offered to mend a finding, and what it does to the plan.

use std::sync::Arc;

use momentboard::check::{Applicability, Counts, Fixer, Options, Sketch, check, fixes};
use momentboard::edit::apply_all;
use momentboard::model::{Day, Id, IdSource, Index, Kind, Moment, MomentId, RelationshipStatus, Status, When};

use crate::check::{DAY_ZERO, findings, plan, said, strict};
use crate::demo::by_lane;

#[test]
fn fixes_offered_for_an_ask_that_comes_first() {
    let campaign = plan("new: P14 A18 V22 K27");
    let finding = findings(&campaign).remove(0);
    let today = Some(Day::from_number(DAY_ZERO));
    let first = fixes(&campaign, &finding, &Options { today, ..Options::default() }, &mut IdSource::seeded(1));
    let titles: Vec<&str> = first.iter().map(|fix| fix.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Put the ask last",
            "Add a run-up",
            "Move the ask after “Values story”",
            "Park in ideas",
            "Record an existing relationship"
        ]
    );
    assert_eq!(first[1].applicability, Applicability::Safe);
    assert_eq!(first[4].applicability, Applicability::Jump("relationship"));
    let lane = campaign.lanes[0].clone();
    let fixed = apply_all(&campaign, &mut Index::of_lane(&lane), &first[0].edits).expect("applies").expect("changes");
    let days: Vec<(Kind, When)> = fixed.lanes[0].moments.iter().map(|moment| (moment.kind, moment.when)).collect();
    assert!(days.contains(&(Kind::Announcement, When::Relative(14))) && days.contains(&(Kind::Product, When::Relative(27))));
    assert_eq!(said(&fixed), "");

    // Two days before today there is no room for a run-up: the ask moves, too, and that is only a suggestion.
    let in_two_days = Some(Day::from_number(DAY_ZERO + 12));
    let offered = fixes(&campaign, &finding, &Options { today: in_two_days, ..Options::default() }, &mut IdSource::seeded(1));
    let run_up = offered.iter().find(|fix| fix.title == "Add a run-up and move the ask").expect("offered");
    assert_eq!(run_up.applicability, Applicability::Suggested);
    // A published ask stays where it is: what is left is to say why it was fine.
    let published = plan("new: P14(published) A18");
    let finding = findings(&published).remove(0);
    let offered = fixes(&published, &finding, &Options { today: in_two_days, ..Options::default() }, &mut IdSource::seeded(1));
    assert!(offered.iter().all(|fix| matches!(fix.applicability, Applicability::Jump(_))), "{offered:?}");
}

/// A known creator's run-up, as long before the ask as it was there; the words are not copied.
#[test]
fn the_run_up_of_a_known_creator_can_be_copied() {
    let mut campaign = plan("new friend: P60");
    let sam = campaign.lanes.iter_mut().find(|lane| lane.relationship.status != RelationshipStatus::New).expect("a lane");
    for (n, (kind, day)) in
        [(Kind::Announcement, 0), (Kind::Values, 7), (Kind::Teaser, 9), (Kind::Community, 12), (Kind::Product, 20)]
            .into_iter()
            .zip(100..)
            .map(|(card, n)| (n, card))
    {
        let mut moment = Moment::new(MomentId(Id::from_bits(n)), kind, "Sam’s words");
        moment.when = When::Relative(day);
        moment.status = Status::Published;
        Arc::make_mut(sam).moments.push(Arc::new(moment));
    }
    let finding = findings(&campaign).into_iter().find(|finding| finding.code() == "PBR-08").expect("borrowed trust");
    let today = Some(Day::from_number(DAY_ZERO));
    let offered = fixes(&campaign, &finding, &Options { today, ..Options::default() }, &mut IdSource::seeded(1));
    let fix = offered.iter().find(|fix| fix.title == "Copy Sam’s run-up").expect("offered");
    assert_eq!(fix.applicability, Applicability::Safe);
    let fixed = apply_all(&campaign, &mut Index::of(&campaign), &fix.edits).expect("applies").expect("changes");
    let mut cards: Vec<(When, Kind, Status, &str)> =
        fixed.lanes[0].moments.iter().map(|moment| (moment.when, moment.kind, moment.status, moment.title.as_str())).collect();
    cards.sort_by_key(|(when, ..)| fixed.day_of(*when));
    assert_eq!(
        cards,
        [
            // As long before would be two Saturdays; it is the days before them.
            (When::Relative(39), Kind::Announcement, Status::Draft, "Announcement"),
            (When::Relative(46), Kind::Values, Status::Draft, "Values story"),
            (When::Relative(52), Kind::Community, Status::Draft, "Community story"),
            (When::Relative(60), Kind::Product, Status::Draft, "Trail Jacket"),
        ]
    );
    assert_eq!(by_lane(&fixed)[0], "Maja Lind:");
    // Fifteen days from today there is no room for it.
    let late = Some(Day::from_number(DAY_ZERO + 45));
    let offered = fixes(&campaign, &finding, &Options { today: late, ..Options::default() }, &mut IdSource::seeded(1));
    assert!(offered.iter().all(|fix| fix.title != "Copy Sam’s run-up"));
}

/// The brand's announcement comes into the lane with its words and its picture, and as a draft.
#[test]
fn the_announcement_of_the_brand_can_be_copied() {
    let mut campaign = plan("new brand-announced-3: V5 K9 P14");
    let brand = campaign.lanes.iter_mut().find(|lane| !lane.is_creator()).expect("a lane");
    let announcement = Arc::make_mut(&mut Arc::make_mut(brand).moments[0]);
    announcement.title = "Maja and Northwind".into();
    announcement.hook = Some("She mended it twice.".into());
    announcement.platform = Some(momentboard::model::Platform::YouTube);
    announcement.image = Some(momentboard::model::PictureId([7; 32]));
    announcement.status = Status::Published;
    announcement.owner = Some("Brand team".into());
    let announcement = announcement.clone();
    campaign.pictures.push(Arc::new(momentboard::model::Picture {
        id: momentboard::model::PictureId([7; 32]),
        name: "a.png".into(),
        width: 1,
        height: 1,
        bytes: vec![1].into(),
        unknown: momentboard::model::Unknown::default(),
    }));
    let finding = findings(&campaign).into_iter().find(|finding| finding.code() == "PBR-02").expect("announced elsewhere");
    let offered = fixes(&campaign, &finding, &strict(), &mut IdSource::seeded(1));
    let fix = offered.iter().find(|fix| fix.title == "Copy the brand’s announcement").expect("offered");
    assert_eq!(fix.applicability, Applicability::Suggested);
    let fixed = apply_all(&campaign, &mut Index::of(&campaign), &fix.edits).expect("applies").expect("changes");
    let copy = fixed.lanes[0].moments.last().expect("a card");
    let wanted =
        Moment { id: copy.id, when: When::Relative(2), status: Status::Draft, features: Vec::new(), owner: None, ..announcement };
    assert_eq!(**copy, wanted);
    assert_eq!(said(&fixed), "");
}

/// The days that PBR-11 takes from the template are those of the template.
#[test]
fn the_days_of_the_template_are_the_template_s() {
    let template = momentboard::store::template::instantiate("values-led", &mut IdSource::seeded(1), None).expect("a template");
    let cards: Vec<(Kind, When)> = template.lanes[0].moments.iter().map(|moment| (moment.kind, moment.when)).collect();
    let mut ordered = template.clone();
    for (place, moment) in (0..).zip(&mut Arc::make_mut(&mut ordered.lanes[0]).moments) {
        Arc::make_mut(moment).when = When::Order(place);
    }
    let finding = findings(&ordered).into_iter().find(|finding| finding.code() == "PBR-11").expect("order only");
    let offered = fixes(&ordered, &finding, &strict(), &mut IdSource::seeded(1));
    assert_eq!(offered[0].title, "Take the days of the values-led template");
    assert_eq!(offered[0].applicability, Applicability::Suggested);
    let fixed = apply_all(&ordered, &mut Index::of(&ordered), &offered[0].edits).expect("applies").expect("changes");
    assert_eq!(fixed.lanes[0].moments.iter().map(|moment| (moment.kind, moment.when)).collect::<Vec<_>>(), cards);

    // A card that the template does not know comes four days after the one before it; cards at one place stay together.
    let other = plan("new: A#1 G#2 V#3 S#3 K#4 P#5");
    let finding = findings(&other).into_iter().find(|finding| finding.code() == "PBR-11").expect("order only");
    let offered = fixes(&other, &finding, &strict(), &mut IdSource::seeded(1));
    let fixed = apply_all(&other, &mut Index::of(&other), &offered[0].edits).expect("applies").expect("changes");
    let days: Vec<When> = fixed.lanes[0].moments.iter().map(|moment| moment.when).collect();
    // The twelfth day is a Saturday.
    assert_eq!(days, [0, 4, 8, 8, 11, 24].map(When::Relative));
}

/// Without a date for day 0 nobody can set a date: the day that is asked for is relative.
#[test]
fn a_relative_lane_is_asked_for_a_relative_day() {
    let campaign = Sketch::parse("new: A0 V? P10").expect("sketch").campaign(None);
    let finding = findings(&campaign).into_iter().find(|finding| finding.code() == "PBR-10").expect("undated");
    let titles: Vec<String> =
        fixes(&campaign, &finding, &strict(), &mut IdSource::seeded(1)).into_iter().map(|fix| fix.title).collect();
    assert!(titles.contains(&"Set a relative day".to_owned()), "{titles:?}");
}

/// Whoever knows how much is found in a lane is offered what everybody else is, also where one finding is mended after the other.
#[test]
fn fixes_are_the_same_where_it_is_known_how_much_is_found() {
    for seed in 0..60 {
        let campaign = super::plans::random_plan(seed);
        let options = strict();
        let report = check(&campaign, &options);
        let mut one_after_the_other = Fixer::of(Arc::new(campaign.clone()), &options);
        for finding in &report.findings {
            let known = Counts::of(report.findings.iter().filter(|other| other.lane == finding.lane));
            let told = one_after_the_other.fixes_of(finding, Some(known), &mut IdSource::seeded(seed));
            assert_eq!(told, fixes(&campaign, finding, &options, &mut IdSource::seeded(seed)), "{}", finding.message);
        }
    }
}
