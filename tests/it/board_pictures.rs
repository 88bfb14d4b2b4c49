//! Pictures on the board: they come as cards come into sight, and only so many stay in memory as there is room for.

use std::collections::HashSet;
use std::io::Cursor;
use std::sync::Arc;

use egui::epaint::Shape;
use egui::{Key, Modifiers, TextureId};
use image::{ImageFormat, Rgb, RgbImage};
use momentboard::model::{
    Campaign, Creator, CreatorId, Day, IdSource, Kind, Lane, LaneId, Moment, Picture, PlanId, Status, When,
};
use momentboard::store::picture::from_bytes;
use momentboard::ui::command::Command;
use momentboard::ui::view::{Action, Selection, View};

use crate::app_window::{Window, click, press, run, window_on, window_with_held_jobs};
use crate::drawn::{Drawn, drawn};

/// Lanes of the plan, and moments in each, every one of them with a picture of its own.
const LANES: usize = 50;
const EACH: usize = 10;
/// In so many months of the calendar there is a moment on every day.
const MONTHS: usize = 8;
/// So many are presented, more than there is room for.
const SHOWN: usize = 120;
/// Bytes that a picture takes on the graphics card.
const TEXTURE: usize = 448 * 448 * 4;
/// What may lie in memory without being on screen, in bytes.
const ROOM: usize = 64 << 20;

/// A picture as large as the board shows it.
fn picture() -> Picture {
    let mut png = Cursor::new(Vec::new());
    RgbImage::from_pixel(448, 448, Rgb([200, 30, 90])).write_to(&mut png, ImageFormat::Png).unwrap();
    from_bytes("colour.png", png.get_ref()).unwrap()
}

/// A plan with five hundred pictures; the moments of a lane are ten days apart, and those of all lanes on the same days.
fn plan() -> Campaign {
    plan_of(LANES, EACH, 10)
}

/// The same with so many lanes, so many moments in each, and so many days from one to the next.
fn plan_of(lanes: usize, each: usize, days: i32) -> Campaign {
    let mut ids = IdSource::seeded(5);
    let one = picture();
    let mut plan = Campaign::new(PlanId::default(), "Pictures");
    for lane_at in 0..lanes {
        let creator = Creator::new(CreatorId::parse(&format!("c{lane_at}")).unwrap(), format!("Creator {lane_at}"));
        let mut lane = Lane::of_creator(LaneId::parse(&format!("l{lane_at}")).unwrap(), creator.id);
        plan.creators.push(Arc::new(creator));
        for at in 0..each {
            // To the window they are five hundred: their ids are what tells them apart.
            let mut picture = one.clone();
            picture.id.0[..2].copy_from_slice(&((lane_at * each + at) as u16).to_be_bytes());
            let mut moment = Moment::new(ids.moment(), Kind::Story, format!("Moment {lane_at}.{at}"));
            moment.when = When::On(Day::new(2027, 9, 1).unwrap().plus(days * i32::try_from(at).unwrap()));
            moment.image = Some(picture.id);
            plan.pictures.push(Arc::new(picture));
            lane.moments.push(Arc::new(moment));
        }
        plan.lanes.push(Arc::new(lane));
    }
    plan
}

/// The pictures that are textures now, by their names.
fn textures(window: &Window) -> Vec<String> {
    let textures = window.ctx.tex_manager();
    let textures = textures.read();
    let names = textures.allocated().map(|(_, texture)| texture.name.clone());
    names
        .filter(|name| window.state().document().campaign().pictures.iter().any(|picture| picture.id.to_string() == *name))
        .collect()
}

/// What is seen as large as the screen, by the names of the textures.
fn large_ones(window: &Window) -> Vec<String> {
    let textures = window.ctx.tex_manager();
    let textures = textures.read();
    textures.allocated().map(|(_, texture)| texture.name.clone()).filter(|name| name.starts_with("large ")).collect()
}

/// Whether pictures of that lane are in memory.
fn is_there(window: &Window, lane_at: usize) -> bool {
    let textures = textures(window);
    let mut pictures = window.state().document().campaign().lanes[lane_at].moments.iter().filter_map(|moment| moment.image);
    pictures.any(|id| textures.contains(&id.to_string()))
}

/// Brings a lane into sight. What is wanted is done when a frame ends, and seen in the next one.
fn show(window: &mut Window, lane: LaneId) {
    window.state_mut().want(Action::ShowLane(lane));
    window.step();
    window.step();
    window.run();
}

#[test]
fn of_five_hundred_pictures_only_what_is_seen_or_was_just_seen_is_in_memory() {
    let mut window = window_on(plan());
    // Cards have room beside each other: a pile shows no pictures.
    while window.state().px_per_day().unwrap() < 16.2 {
        run(&mut window, Command::ZoomIn);
    }
    let lanes: Vec<LaneId> = window.state().document().campaign().lanes.iter().map(|lane| lane.id).collect();
    let mut most = 0;
    for (at, lane) in lanes.iter().enumerate() {
        show(&mut window, *lane);
        assert!(is_there(&window, at), "the pictures of lane {at} are shown");
        let count = textures(&window).len();
        assert!(count * TEXTURE <= ROOM + 8 * TEXTURE, "{count} pictures are in memory");
        most = most.max(count);
    }
    assert!(most > 60, "what was just seen stays as long as there is room: {most}");
    assert!(!is_there(&window, 0), "what was seen long ago went");
    show(&mut window, lanes[0]);
    assert!(is_there(&window, 0), "and comes back when it is seen again");
}

/// The pictures that the last frame has drawn, by their textures.
fn shown(window: &Window) -> HashSet<TextureId> {
    let of_picture = |it: &Drawn| match &it.shape {
        Shape::Rect(rect) => rect.brush.as_ref().map(|brush| brush.fill_texture_id),
        _ => None,
    };
    drawn(window).iter().filter_map(of_picture).collect()
}

/// No more than what is seen, and what has room beside it.
fn is_bounded(window: &Window) -> usize {
    let count = textures(window).len();
    assert!(count * TEXTURE <= ROOM + 8 * TEXTURE, "{count} pictures are in memory");
    count
}

#[test]
fn of_five_hundred_pictures_the_calendar_and_a_presentation_keep_no_more_than_there_is_room_for() {
    // A moment on each day, where its card has room for its picture: nothing is quiet, and nothing is due any more.
    let mut plan = plan_of(1, LANES * EACH, 1);
    for moment in &mut Arc::make_mut(&mut plan.lanes[0]).moments {
        Arc::make_mut(moment).status = Status::Published;
    }
    let mut window = window_on(plan);
    run(&mut window, Command::Show(View::Calendar));
    press(&mut window, Modifiers::COMMAND, Key::J);
    let (mut seen, mut most) = (HashSet::new(), 0);
    for month in 0..MONTHS {
        most = most.max(is_bounded(&window));
        let shown = shown(&window);
        assert!(shown.len() > 20, "month {month}: {} pictures are drawn", shown.len());
        seen.extend(shown);
        click(&mut window, "The month after");
    }
    assert!(seen.len() * TEXTURE > 2 * ROOM && most > 60, "{} pictures were drawn, {most} at most in memory", seen.len());
    // Present shows each of them as large as the screen.
    let campaign = window.state().document().campaign().clone();
    let first = campaign.lanes[0].moments[0].id;
    window.state_mut().want(Action::Select(Selection::moment(first, Some(campaign.lanes[0].id))));
    window.run();
    run(&mut window, Command::Present);
    let (mut most, mut large, mut met) = (0, 0, HashSet::new());
    for _ in 0..SHOWN {
        most = most.max(is_bounded(&window));
        // What is seen large is called so, and there is one.
        let all = large_ones(&window);
        assert!(all.len() <= 2, "{all:?}");
        large = large.max(all.len());
        met.insert(window.state().presented().expect("a moment"));
        press(&mut window, Modifiers::NONE, Key::ArrowRight);
    }
    assert_eq!((met.len(), large > 0), (SHOWN, true), "every moment was shown, with its picture: {most}");
}

#[test]
fn pictures_that_are_passed_by_are_not_read_and_one_job_at_a_time_reads_a_few() {
    let mut window = window_with_held_jobs(plan());
    while window.state().release_job() {
        window.run();
    }
    // Cards have room beside each other: a pile shows no pictures.
    while window.state().px_per_day().unwrap() < 16.2 {
        run(&mut window, Command::ZoomIn);
    }
    let before = textures(&window);
    let lanes: Vec<LaneId> = window.state().document().campaign().lanes.iter().map(|lane| lane.id).collect();
    for lane in &lanes {
        show(&mut window, *lane);
    }
    // One job waited all the while, with what was in sight when it began; now it is the turn of what is in sight.
    assert!(window.state().release_job());
    assert!(!window.state().release_job(), "no second job waits");
    window.run();
    let first = textures(&window).len() - before.len();
    assert!((1..=4).contains(&first), "{first} pictures at once");
    assert!(window.state().release_job());
    window.run();
    assert!((LANES - 10..LANES).any(|at| is_there(&window, at)), "what is seen now comes next");
    let passed = (10..LANES - 10).filter(|at| is_there(&window, *at)).count();
    assert_eq!(passed, 0, "what was passed by was not read");
}
