//! What people are called in a word, and the circle that stands for them: the same wherever they are named.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use momentboard::check::{Follower, Options, check};
use momentboard::model::{Campaign, Id, Kind, Moment, MomentId, PlanId, Time};
use momentboard::share::{Choice, Format, Reader, Shared};
use momentboard::store::demo;
use momentboard::ui::command::Command;
use momentboard::ui::view::View;

use crate::app_window::*;
use crate::exports::exported_text;
use crate::palette_window::{key, look_for, rows};
use crate::shown_names::painted;

/// The demo plan with two people of one first name.
fn annas() -> Campaign {
    let mut plan = demo::fictional(PlanId::default());
    for (creator, name) in plan.creators.iter_mut().zip(["Anna Schmidt", "Anna Weber"]) {
        let creator = Arc::make_mut(creator);
        name.clone_into(&mut creator.name);
        creator.handle = None;
    }
    plan
}

/// Whether it names an Anna without saying which.
fn is_unclear(text: &str) -> bool {
    text.match_indices("Anna").any(|(at, name)| {
        let rest = text[at + name.len()..].trim_start();
        !["S.", "W.", "Schmidt", "Weber"].iter().any(|which| rest.starts_with(which))
    })
}

#[test]
fn findings_the_palette_and_the_table_say_which_of_two_people_they_mean() {
    let plan = annas();
    let messages: Vec<String> =
        check(&plan, &Options::default()).findings.iter().map(|finding| finding.message.to_string()).collect();
    let unclear: Vec<_> = messages.iter().filter(|text| is_unclear(text)).collect();
    assert!(unclear.is_empty() && messages.iter().any(|text| text.contains("Anna")), "{unclear:?} of {messages:?}");
    let mut window = window_on(plan);
    for typed in ["anna", "share anna", "anna only", "anna add"] {
        look_for(&mut window, typed);
        let listed: Vec<String> = rows(&window).into_iter().filter(|row| row.contains("Anna")).collect();
        let unclear: Vec<_> = listed.iter().filter(|row| is_unclear(row)).collect();
        assert!(unclear.is_empty() && !listed.is_empty(), "{typed}: {unclear:?} of {listed:?}");
        key(&mut window, Key::Escape);
    }
    run(&mut window, Command::Show(View::Table));
    let cells = painted(&window);
    assert!(cells.iter().any(|text| text == "Anna S.") && !cells.iter().any(|text| text == "Anna"), "{cells:?}");
}

#[test]
fn whoever_gets_a_namesake_is_looked_at_again() {
    let before = Arc::new(annas());
    let mut after = annas();
    Arc::make_mut(&mut after.creators[1]).name = "Berta Weber".to_owned();
    let other = before.creators[0].id;
    let lane = before.lanes.iter().find(|lane| lane.creator == Some(other)).unwrap().id;
    let mut follower = Follower::default();
    let options = Options::default();
    follower.follow(&before, &options);
    assert!(follower.follow(&Arc::new(after), &options).has(lane), "she is called otherwise now");
}

#[test]
fn an_ask_is_on_the_line_of_a_presentation_whatever_else_its_day_has() {
    let mut plan = demo::fictional(PlanId::default());
    let lane = plan
        .lanes
        .iter_mut()
        .find(|lane| lane.moments.iter().any(|moment| moment.title.contains("TOBI20")))
        .map(Arc::make_mut)
        .unwrap();
    let ask = lane.moments.iter_mut().find(|moment| moment.title.contains("TOBI20")).map(Arc::make_mut).unwrap();
    ask.time = Time::parse("20:00");
    let mut story = Moment::new(MomentId(Id::parse("story").unwrap()), Kind::Values, "Before breakfast");
    (story.when, story.time) = (ask.when, Time::parse("08:00"));
    lane.moments.push(Arc::new(story));
    let mut window = window_on(plan);
    select(&mut window, "Announcement, Tobi");
    press(&mut window, Modifiers::NONE, Key::F5);
    let on_line = window.query_by_role_and_label(Role::Button, "20% off the Fjell 2 with TOBI20, 7 Sep");
    assert!(on_line.is_some(), "its marker is there, above the other one");
    assert!(painted(&window).iter().any(|text| text == "7 Sep"), "and its day below: {:?}", painted(&window));
}

#[test]
fn a_circle_has_the_colour_of_the_window_in_every_file() {
    let mut plan = demo::fictional(PlanId::default());
    plan.lanes.reverse();
    let report = check(&plan, &Options::default());
    let places: Vec<usize> = Shared::new(&plan, &report, Reader::Client).view.lanes.iter().map(|lane| lane.place).collect();
    let expected = plan.lanes.iter().map(|lane| plan.creators.iter().position(|creator| Some(creator.id) == lane.creator));
    let expected: Vec<usize> = expected.map(Option::unwrap_or_default).collect();
    assert_eq!(places, expected);
    for lane in plan.lanes.iter().filter(|lane| lane.is_creator()) {
        let at = plan.creators.iter().position(|creator| Some(creator.id) == lane.creator).unwrap();
        let page = exported_text(&plan, &Choice::new(Reader::Creator(lane.id), Format::Html));
        assert!(page.contains(&format!("class=\"avatar a{at}\"")), "{at}");
    }
}
