//! What has the keyboard is seen: where Tab comes to, and the arrows in what is one stop, there is a ring in the colour of it, and what
//! is out of sight is scrolled into it.

use std::collections::HashSet;

use egui::accesskit::{NodeId, Role};
use egui::epaint::{ColorMode, Shape};
use egui::{Key, Modifiers, Rect, Theme};
use momentboard::ui::theme::{self, Tokens};

use crate::app_window::Window;
use crate::places::{Shown, controls, everywhere, focused};

/// Most stops of one place that are looked at: further ones of it are more of the same.
const MOST: usize = 60;
/// How far outside of a control its ring may be, in points.
const OUTSIDE: f32 = 8.0;

/// Where something is drawn with a line in the colour of the keyboard that is as wide as a ring; what is cut off is not seen. The rows
/// of a list have a ground of their own instead.
fn rings(window: &Window, t: &Tokens, rows: bool) -> Vec<Rect> {
    fn collect(shape: &Shape, clip: Rect, t: (&Tokens, bool), found: &mut Vec<Rect>) {
        let color = t.0.accent;
        let seen = |rect: Rect| rect.intersect(clip.expand(0.5));
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, t, found)),
            Shape::Rect(rect) if rect.stroke.width >= theme::RING && rect.stroke.color == color => {
                found.push(seen(rect.rect.expand(rect.stroke.width)));
            }
            // The line of a splitter.
            Shape::Rect(rect) if rect.fill == color || t.1 && rect.fill == t.0.accent_bg => found.push(seen(rect.rect)),
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
        collect(&clipped.shape, clipped.clip_rect, (t, rows), &mut found);
    }
    found.retain(Rect::is_positive);
    found
}

/// Where the control is that has the keyboard, with its role and its name.
fn at_keyboard(window: &Window) -> Option<(NodeId, Rect, String, bool)> {
    let id = focused(window)?;
    let control = controls(window).into_iter().find(|control| control.id == id)?;
    // A screen reader is told pixels.
    let rect = control.rect / window.ctx.pixels_per_point();
    let is_row = matches!(control.role, Role::MenuItem | Role::ListBoxOption);
    Some((id, rect, format!("{:?} “{}”", control.role, control.name), is_row))
}

/// Presses a key, and says what has the keyboard then without that being seen.
fn unseen_after(window: &mut Window, key: Key, t: &Tokens) -> Option<String> {
    let before = [false, true].map(|rows| rings(window, t, rows));
    let was = focused(window);
    window.key_press_modifiers(Modifiers::NONE, key);
    window.run_steps(2);
    let is_seen = |window: &Window| {
        let Some((id, rect, name, is_row)) = at_keyboard(window) else { return Ok(()) };
        // What was marked before the keyboard came is chosen, and that is no ring of the keyboard.
        let new = rings(window, t, is_row).into_iter();
        let new = new.filter(|ring| was == Some(id) || !before[usize::from(is_row)].contains(ring));
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
fn unseen(window: &mut Window, t: &Tokens) -> Vec<String> {
    let (mut wrong, mut met, mut again) = (Vec::new(), HashSet::new(), 0);
    while again < 4 && met.len() < MOST {
        wrong.extend(unseen_after(window, Key::Tab, t).map(|what| format!("Tab to {what}")));
        let Some(id) = focused(window) else {
            again += 1;
            continue;
        };
        again = if met.insert(id) { 0 } else { again + 1 };
        let led = controls(window).into_iter().find(|control| control.id == id);
        if again == 0 && led.is_some_and(|control| matches!(control.role, Role::RadioButton | Role::Grid | Role::Cell)) {
            for key in [Key::ArrowRight, Key::ArrowDown, Key::ArrowUp] {
                wrong.extend(unseen_after(window, key, t).map(|what| format!("{key:?} to {what}")));
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    wrong
}

/// Where all of it is marked like this.
const PLACES: [&str; 15] = [
    "the start page",
    "the table",
    "the table with several moments",
    "two lanes compared",
    "values compared",
    "the palette",
    "share",
    "versions",
    "preferences",
    "the sheet of keys",
    "the settings of the rules",
    "accept",
    "work that no file has",
    "a lane copied",
    "opening a file",
];

#[test]
fn what_has_the_keyboard_is_seen_and_scrolled_into_sight() {
    let (mut wrong, mut met) = (Vec::new(), 0);
    let t = theme::tokens(Theme::Light);
    everywhere(Shown::light([1440.0, 900.0]), |place, window| {
        if PLACES.contains(&place) {
            met += 1;
            wrong.extend(unseen(window, t).into_iter().map(|what| format!("{place}: {what}")));
        }
    });
    assert_eq!(met, PLACES.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
