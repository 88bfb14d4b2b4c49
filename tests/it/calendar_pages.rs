//! How the pages of the calendar are turned by other hands than a press: by the wheel, by fingers, under what is dragged; and what is said
//! of its stretches where the pointer is.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, TouchPhase, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::model::{Day, When};

use crate::app_window::*;
use crate::direction::painted;
use crate::painted::Painted;

/// A notch of the wheel, towards the hand.
const DOWN: (MouseWheelUnit, f32) = (MouseWheelUnit::Line, -1.0);
const UP: (MouseWheelUnit, f32) = (MouseWheelUnit::Line, 1.0);

/// The fictional campaign in the calendar, in a window of that size, with the pointer over the days.
fn calendar([width, height]: [f32; 2]) -> Window {
    let mut window = window();
    window.set_size(vec2(width, height));
    press(&mut window, Modifiers::ALT, Key::Num2);
    let days = window.get_by_role_and_label(Role::Group, "Days of the plan").rect();
    window.hover_at(days.center());
    window.run();
    window
}

/// The name of the page.
fn page(window: &Window) -> String {
    let heads = window.query_all_by_role(Role::Heading).filter_map(|node| node.accesskit_node().label());
    heads.into_iter().find(|label| label.contains(" 202")).expect("the page says which it is")
}

/// What the wheel says, that long after what it said before, in seconds.
fn wheel(window: &mut Window, (unit, by): (MouseWheelUnit, f32), modifiers: Modifiers, after: f64) {
    let time = window.ctx.input(|input| input.time);
    window.input_mut().time = Some(time + after);
    let (phase, source, delta) = (TouchPhase::Move, MouseWheelSource::Unknown, vec2(0.0, by));
    window.event(Event::MouseWheel { unit, delta, phase, source, modifiers });
    window.step();
    window.input_mut().time = None;
}

/// A notch, and the page after it.
fn notch(window: &mut Window, notch: (MouseWheelUnit, f32)) -> String {
    wheel(window, notch, Modifiers::NONE, 0.05);
    // As long as fingers need to the next one: a rest is longer.
    window.input_mut().time = Some(window.ctx.input(|input| input.time) + 0.05);
    window.step();
    window.input_mut().time = None;
    page(window)
}

/// Fingers that go down by that many points, with what they still say after they left.
fn swipe(window: &mut Window, points: f32) -> String {
    let parts = 40_u8;
    for _ in 0..parts {
        wheel(window, (MouseWheelUnit::Point, -points / f32::from(parts)), Modifiers::NONE, 0.016);
    }
    window.run();
    page(window)
}

/// Nobody touches anything for a while.
fn rest(window: &mut Window) {
    window.run_steps(3);
}

#[test]
fn a_notch_of_the_wheel_turns_a_page_where_all_weeks_are_in_sight() {
    let mut window = calendar([1456.0, 916.0]);
    assert_eq!(page(&window), "September 2027");
    assert_eq!(notch(&mut window, DOWN), "October 2027");
    assert_eq!(notch(&mut window, DOWN), "November 2027");
    assert_eq!(notch(&mut window, UP), "October 2027");
    // A notch that is told twice is one.
    rest(&mut window);
    wheel(&mut window, DOWN, Modifiers::NONE, 0.05);
    wheel(&mut window, DOWN, Modifiers::NONE, 0.01);
    rest(&mut window);
    assert_eq!(page(&window), "November 2027");
    rest(&mut window);
    assert_eq!(notch(&mut window, UP), "October 2027");
    // With Ctrl it is none of the pages.
    wheel(&mut window, DOWN, Modifiers::COMMAND, 1.0);
    rest(&mut window);
    assert_eq!(page(&window), "October 2027");
    click(&mut window, "Week");
    let days = window.get_by_role_and_label(Role::Group, "Days of the plan").rect();
    window.hover_at(days.center());
    rest(&mut window);
    let week = page(&window);
    assert_ne!(notch(&mut window, DOWN), week);
    assert_eq!(notch(&mut window, UP), week);
    // Over what lies beside the days it is for that.
    let beside = window.get_by_role_and_label(Role::Button, "Brief").rect().center();
    window.hover_at(beside);
    rest(&mut window);
    assert_eq!(notch(&mut window, DOWN), week);
}

#[test]
fn fingers_turn_one_page_however_far_they_go() {
    let mut window = calendar([1456.0, 916.0]);
    assert_eq!(swipe(&mut window, 10.0), "September 2027", "a touch turns none");
    rest(&mut window);
    assert_eq!(swipe(&mut window, 900.0), "October 2027");
    rest(&mut window);
    assert_eq!(swipe(&mut window, 300.0), "November 2027");
    rest(&mut window);
    assert_eq!(swipe(&mut window, -300.0), "October 2027");
}

#[test]
fn weeks_without_room_are_gone_through_and_only_a_new_turn_of_the_wheel_leads_on() {
    let mut window = calendar([776.0, 480.0]);
    let days = |window: &Window| window.get_by_role_and_label(Role::Group, "Days of the plan").rect();
    let day = |window: &Window, name: &str| {
        let named = window.query_all_by_role(Role::Button);
        let named = named.filter(|node| node.accesskit_node().label().unwrap_or_default().starts_with(name));
        named.map(|node| node.rect()).next()
    };
    let last = |window: &Window| day(window, "Thu 30 Sep");
    assert!(last(&window).is_none_or(|rect| rect.bottom() > days(&window).bottom() + 40.0), "the last week has no room");
    for _ in 0..30 {
        assert_eq!(notch(&mut window, DOWN), "September 2027", "however long it is turned");
    }
    assert!(last(&window).is_some_and(|rect| rect.bottom() <= days(&window).bottom() + 1.0), "{:?}", last(&window));
    rest(&mut window);
    assert_eq!(notch(&mut window, DOWN), "October 2027");
    let first = day(&window, "Fri 1 Oct").expect("it begins at its beginning");
    for _ in 0..5 {
        assert_eq!(notch(&mut window, DOWN), "October 2027");
    }
    assert_eq!(day(&window, "Fri 1 Oct"), Some(first), "what turned the page does not go through its weeks");
    rest(&mut window);
    assert_eq!(notch(&mut window, UP), "September 2027");
    assert!(last(&window).is_some_and(|rect| rect.bottom() <= days(&window).bottom() + 1.0), "and back at its end");
}

#[test]
fn over_an_arrow_a_moment_waits_for_each_page() {
    let mut window = calendar([1456.0, 916.0]);
    let from = card_at(&window, "Product, Tobi, 7 Sep");
    let arrow = window.get_by_label("The month after").rect().center();
    drag(&mut window, from, arrow);
    // A test goes on by a quarter of a second.
    let mut pages = Vec::new();
    for _ in 0..12 {
        pages.push(page(&window));
        window.step();
    }
    let runs: Vec<usize> = pages.chunk_by(|one, other| one == other).map(<[String]>::len).collect();
    assert!(runs.len() >= 3 && runs[..runs.len() - 1].iter().all(|steps| *steps >= 3), "{pages:?}");
    // Whoever leaves it and comes back waits anew.
    window.hover_at(arrow + vec2(200.0, 0.0));
    window.run_steps(4);
    let before = page(&window);
    window.hover_at(arrow);
    window.run_steps(2);
    let now = page(&window);
    assert_eq!(now, before);
    window.key_press(Key::Escape);
    window.run();
}

#[test]
fn a_moment_in_the_hand_leaves_the_arrows_in_sight() {
    let mut window = calendar([1456.0, 916.0]);
    let from = card_at(&window, "Product, Tobi, 7 Sep");
    let arrow = window.get_by_label("The month after").rect();
    drag(&mut window, from, arrow.center());
    let in_hand = painted(&window).into_iter().filter(|(_, text)| text.text().starts_with("20% off"));
    let tops: Vec<f32> = in_hand.map(|(at, _)| at.y).collect();
    assert!(!tops.is_empty() && tops.iter().all(|top| *top > arrow.bottom()), "{tops:?} below {arrow:?}");
    window.key_press(Key::Escape);
    window.run();
}

#[test]
fn the_keys_that_turn_the_page_do_so_under_a_moment_in_the_hand() {
    let mut window = calendar([1456.0, 916.0]);
    let id = tobis_ask(window.state());
    let from = card_at(&window, "Product, Tobi, 7 Sep");
    let to = from + vec2(60.0, 180.0);
    drag(&mut window, from, to);
    for (key, seen) in [(Key::PageDown, "October 2027"), (Key::PageDown, "November 2027"), (Key::PageUp, "October 2027")] {
        window.key_press(key);
        window.step();
        window.step();
        assert_eq!(page(&window), seen);
    }
    window.drop_at(to);
    window.run();
    let When::On(day) = when(window.state(), id) else { panic!("a day") };
    assert!(day >= Day::new(2027, 10, 1).unwrap() && day <= Day::new(2027, 10, 31).unwrap(), "{day:?}");
    assert_eq!(window.state().document().undo_depth(), 1);
}

#[test]
fn what_a_phase_is_stands_at_the_pointer() {
    let mut window = calendar([1296.0, 736.0]);
    let painted = Painted::of(&window.ctx);
    for (what, words) in [("Introduce, 1 Sep", "Introduce, 1 Sep – 19 Sep"), ("Kwame quiet until", "Kwame quiet until")] {
        let strips: Vec<_> = window.query_all_by_label_contains(what).map(|node| node.rect()).collect();
        let strip = strips.into_iter().max_by(|one, other| one.width().total_cmp(&other.width())).expect("it is there");
        for at in [strip.left() + 30.0, strip.right() - 12.0] {
            let at = Pos2::new(at, strip.center().y);
            window.remove_cursor();
            window.run_steps(4);
            window.hover_at(at);
            window.run_steps(8);
            let layers = painted.layers(&window);
            let tip = layers.iter().rev().find_map(|layer| layer.lines.first().filter(|line| line.text.starts_with(words)));
            let tip = tip.unwrap_or_else(|| panic!("{what} is said at {at:?}"));
            let apart = tip.ink.distance_to_pos(at);
            assert!(apart < 60.0, "{what}: {apart} from {at:?}: {:?}", tip.ink);
        }
    }
}

#[test]
fn whoever_turns_the_page_right_after_selecting_stays_there() {
    // Here the inspector comes to lie over the days, and what was selected is brought into sight beside it a moment later.
    let mut window = calendar([776.0, 916.0]);
    let at = card_at(&window, "Tobi, 7 Sep");
    window.hover_at(at);
    window.step();
    for pressed in [true, false] {
        let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
        window.event(Event::PointerButton { pos: at, button, pressed, modifiers });
        window.step();
    }
    assert!(window.state().selection().primary().is_some());
    window.key_press(Key::PageDown);
    window.step();
    assert_eq!(page(&window), "October 2027");
    window.input_mut().time = Some(window.ctx.input(|input| input.time) + 1.0);
    window.step();
    window.input_mut().time = None;
    window.run();
    assert_eq!(page(&window), "October 2027");
}
