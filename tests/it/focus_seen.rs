//! What has the keyboard is seen: wherever Tab comes to, and the arrows in what is one stop, there is a ring in the colour of it.

use std::collections::HashSet;

use egui::accesskit::{NodeId, Role};
use egui::epaint::{ColorMode, Shape};
use egui::{Color32, Key, Modifiers, Rect, Theme};
use momentboard::ui::theme;

use crate::app_window::Window;
use crate::places::{Shown, controls, everywhere, focused};

/// How far outside of a control its ring may be, in points.
const OUTSIDE: f32 = 8.0;

/// Where something is drawn with a line in that colour that is as wide as a ring; what is cut off is not seen.
fn rings(window: &Window, color: Color32) -> Vec<Rect> {
    fn collect(shape: &Shape, clip: Rect, color: Color32, found: &mut Vec<Rect>) {
        let seen = |rect: Rect| rect.intersect(clip.expand(0.5));
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, color, found)),
            Shape::Rect(rect) if rect.stroke.width >= theme::RING && rect.stroke.color == color => {
                found.push(seen(rect.rect.expand(rect.stroke.width)));
            }
            // The line of a splitter.
            Shape::Rect(rect) if rect.fill == color => found.push(seen(rect.rect)),
            Shape::LineSegment { points, stroke } if stroke.width >= theme::RING && stroke.color == color => {
                found.push(seen(Rect::from_two_pos(points[0], points[1]).expand(stroke.width / 2.0)));
            }
            Shape::Circle(circle) if circle.stroke.width >= theme::RING && circle.stroke.color == color => {
                found.push(seen(Rect::from_center_size(circle.center, egui::Vec2::splat(2.0 * circle.radius))));
            }
            Shape::Path(path) if path.stroke.width >= theme::RING && path.stroke.color == ColorMode::Solid(color) => {
                found.push(seen(path.visual_bounding_rect()));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    for clipped in &window.output().shapes {
        collect(&clipped.shape, clipped.clip_rect, color, &mut found);
    }
    found.retain(|rect| rect.is_positive());
    found
}

/// Where the control is that has the keyboard, with its role and its name.
fn at_keyboard(window: &Window) -> Option<(NodeId, Rect, String)> {
    let id = focused(window)?;
    let control = controls(window).into_iter().find(|control| control.id == id)?;
    // A screen reader is told pixels.
    let rect = control.rect / window.ctx.pixels_per_point();
    Some((id, rect, format!("{:?} “{}”", control.role, control.name)))
}

/// Presses a key, and says what has the keyboard then without that being seen.
fn unseen_after(window: &mut Window, key: Key, color: Color32) -> Option<String> {
    let before = rings(window, color);
    let (was, at) = (focused(window), rings(window, color).len());
    window.key_press_modifiers(Modifiers::NONE, key);
    window.run_steps(2);
    let is_seen = |window: &Window| {
        let Some((id, rect, name)) = at_keyboard(window) else { return Ok(()) };
        // What was marked before the keyboard came is chosen, and that is no ring of the keyboard.
        let new = rings(window, color).into_iter().filter(|ring| !before.contains(ring) || (was == Some(id) && at > 0));
        let seen = new.into_iter().any(|ring| ring.intersects(rect.expand(OUTSIDE)));
        if seen { Ok(()) } else { Err(format!("{name} {rect:?}")) }
    };
    is_seen(window)
        .or_else(|_| {
            // It may have to come into sight first.
            window.run();
            is_seen(window)
        })
        .err()
}

/// What of a place has the keyboard unseen, by Tab through all of it and by the arrows where it is one stop.
fn unseen(window: &mut Window, color: Color32) -> Vec<String> {
    let (mut wrong, mut met, mut again) = (Vec::new(), HashSet::new(), 0);
    while again < 4 && met.len() < 300 {
        wrong.extend(unseen_after(window, Key::Tab, color).map(|what| format!("Tab to {what}")));
        let Some(id) = focused(window) else {
            again += 1;
            continue;
        };
        again = if met.insert(id) { 0 } else { again + 1 };
        let led = controls(window).into_iter().find(|control| control.id == id);
        if again == 0 && led.is_some_and(|control| matches!(control.role, Role::RadioButton | Role::Grid | Role::Cell)) {
            for key in [Key::ArrowRight, Key::ArrowDown, Key::ArrowUp] {
                wrong.extend(unseen_after(window, key, color).map(|what| format!("{key:?} to {what}")));
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    wrong
}

fn nothing_has_the_keyboard_unseen(shown: Shown) {
    let color = theme::tokens(shown.theme).accent;
    let mut wrong = Vec::new();
    everywhere(shown, |place, window| {
        // On the big screen everything is in dark colours.
        let dark = theme::tokens(Theme::Dark).accent;
        let color = if place.starts_with("Present") { dark } else { color };
        wrong.extend(unseen(window, color).into_iter().map(|what| format!("{place}: {what}")));
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_has_the_keyboard_is_seen_in_every_place() {
    nothing_has_the_keyboard_unseen(Shown::light([1440.0, 900.0]));
}

#[test]
fn what_has_the_keyboard_is_seen_in_dark_colours_at_twice_the_size() {
    nothing_has_the_keyboard_unseen(Shown { theme: Theme::Dark, size: [1440.0, 900.0], scale: 200 });
}
