//! What has the keyboard is seen: where Tab comes to, and the arrows in what is one stop, there is a ring in the colour of it, and what
//! is out of sight is scrolled into it. What somebody looked for is marked like it, for a while.

use std::collections::HashSet;

use egui::accesskit::{NodeId, Role};
use egui::epaint::{ColorMode, Shape};
use egui::{Key, Modifiers, Rect, Theme};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::ui::command::Command;
use momentboard::ui::theme::{self, Tokens};
use momentboard::ui::view::View;

use crate::app_window::{Window, click, press, run, window};
use crate::at_rest::next_frame;
use crate::places::{PLACES, Place, Shown, at, choose_ask, where_wanted};
use crate::recovery;
use crate::scratch::Scratch;
use crate::share_window::open_share;

/// More stops than any place has.
const MOST: usize = 600;
/// How far outside of a control its ring may be, in points.
pub(crate) const OUTSIDE: f32 = 8.0;

/// Where something is drawn with a line in the colour of the keyboard that is as wide as a ring; what is cut off is not seen. The rows
/// of a list have a ground of their own instead.
pub(crate) fn rings(window: &Window, t: &Tokens, rows: bool) -> Vec<Rect> {
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

/// Where the control is that has the keyboard, what it is, and its name.
pub(crate) fn at_keyboard(window: &Window) -> Option<(NodeId, Rect, Role, String)> {
    let has = |node: &egui_kittest::Node<'_>| node.accesskit_node().is_focused() && !node.accesskit_node().is_hidden();
    let found = window.root().children_recursive().find(has)?;
    let node = found.accesskit_node();
    Some((node.locate().0, found.rect(), node.role(), node.label().unwrap_or_default()))
}

/// What is seen of the keyboard in a window: the rings of the last frame that was looked at, without and with the grounds of rows.
struct Look {
    rings: [Vec<Rect>; 2],
    tokens: &'static Tokens,
}

impl Look {
    fn at(window: &Window, tokens: &'static Tokens) -> Self {
        Self { rings: [false, true].map(|rows| rings(window, tokens, rows)), tokens }
    }

    /// Presses a key, and says what has the keyboard then without that being seen.
    fn unseen_after(&mut self, window: &mut Window, (held, key): (Modifiers, Key)) -> Option<String> {
        let had = at_keyboard(window);
        let was = had.as_ref().map(|(id, ..)| *id);
        // The next one may come to stand where this one stood, and the same ring is then its own.
        if let Some((_, rect, ..)) = had {
            self.rings.iter_mut().for_each(|rings| rings.retain(|ring| !ring.intersects(rect.expand(OUTSIDE))));
        }
        window.key_press_modifiers(held, key);
        window.step();
        let tokens = self.tokens;
        let mut now = Self::at(window, tokens);
        let mut unseen = self.unseen(&now, window, was);
        // It may have the keyboard only after it was drawn, and it may have to come into sight first.
        for settled in [false, true] {
            if unseen.is_none() {
                break;
            }
            if settled {
                window.run();
            } else {
                window.step();
            }
            now = Self::at(window, tokens);
            unseen = self.unseen(&now, window, was);
        }
        *self = now;
        unseen
    }

    fn unseen(&self, now: &Self, window: &Window, was: Option<NodeId>) -> Option<String> {
        let (id, rect, role, name) = at_keyboard(window)?;
        let at = usize::from(role == Role::ListBoxOption);
        // What was marked before the keyboard came is chosen, and that is no ring of the keyboard.
        let mut new = now.rings[at].iter().filter(|ring| was == Some(id) || !self.rings[at].contains(ring));
        let seen = new.any(|ring| ring.intersects(rect.expand(OUTSIDE)));
        (!seen).then(|| format!("{role:?} “{name}” {rect:?}"))
    }
}

/// What of a place has the keyboard unseen, by Tab through all of it and by the arrows where it is one stop.
fn unseen(window: &mut Window, t: &'static Tokens) -> Vec<String> {
    let (mut wrong, mut met, mut again) = (Vec::new(), HashSet::new(), 0);
    let mut look = Look::at(window, t);
    while again < 30 && met.len() < MOST {
        wrong.extend(look.unseen_after(window, (Modifiers::NONE, Key::Tab)).map(|what| format!("Tab to {what}")));
        let Some((id, _, role, _)) = at_keyboard(window) else {
            again += 1;
            continue;
        };
        again = if met.insert(id) { 0 } else { again + 1 };
        if again == 0 && matches!(role, Role::RadioButton | Role::Grid | Role::Cell | Role::ListItem) {
            for key in [Key::ArrowRight, Key::ArrowDown, Key::ArrowUp] {
                wrong.extend(look.unseen_after(window, (Modifiers::NONE, key)).map(|what| format!("{key:?} to {what}")));
            }
        }
    }
    assert!(met.len() < MOST, "Tab comes to an end");
    wrong.sort();
    wrong.dedup();
    wrong
}

/// What is more seldom in front: the lists and sheets of the places.
pub const MORE: &[Place] = &[
    ("a comparison over Present", |window| {
        choose_ask(window);
        press(window, Modifiers::NONE, Key::F5);
        press(window, Modifiers::NONE, Key::C);
        window.get_by_role_and_label(Role::Dialog, "Compare lanes");
    }),
    ("the filter bar with a chip", |window| {
        list_of_filter(window);
        press(window, Modifiers::NONE, Key::Escape);
        window.get_by_label("Remove the filter Kind: Product");
    }),
    ("a list of the filter bar", list_of_filter),
    ("what can be done on a day of the calendar", |window| {
        run(window, Command::Show(View::Calendar));
        press(window, Modifiers::NONE, Key::ArrowRight);
        press(window, Modifiers::SHIFT, Key::F10);
    }),
    ("the menu of a card of the calendar", |window| {
        choose_ask(window);
        run(window, Command::Show(View::Calendar));
        press(window, Modifiers::SHIFT, Key::F10);
    }),
    ("a day that was gone to", |window| {
        run(window, Command::Show(View::Calendar));
        press(window, Modifiers::NONE, Key::ArrowRight);
    }),
    ("a phase that was added", |window| {
        run(window, Command::AddPhase);
        press(window, Modifiers::NONE, Key::Enter);
    }),
    ("the menu of a column", |window| {
        run(window, Command::Show(View::Table));
        window.get_by_role_and_label(Role::ColumnHeader, "Kind: sort").focus();
        window.run();
        press(window, Modifiers::SHIFT, Key::F10);
        window.get_by_role_and_label(Role::MenuItem, "First to last");
    }),
    ("a menu of the bar over several rows", |window| {
        choose_ask(window);
        press(window, Modifiers::COMMAND, Key::A);
        run(window, Command::Show(View::Table));
        window.get_by_role_and_label(Role::Button, "Status").focus();
        window.run();
        press(window, Modifiers::NONE, Key::Enter);
        window.query_all_by_role(Role::MenuItem).next().expect("its rows");
    }),
    ("a cell that is written in", |window| {
        run(window, Command::Show(View::Table));
        press(window, Modifiers::NONE, Key::F2);
    }),
];

/// Opens a list of the filter bar and ticks a row of it.
fn list_of_filter(window: &mut Window) {
    press(window, Modifiers::COMMAND, Key::F);
    let list = window.query_by_role_and_label(Role::Button, "Filter by Kind").map(|node| node.click());
    if list.is_none() {
        // Where there is little room, one menu has all of the lists.
        click(window, "Filter");
        window.get_by_role_and_label(Role::MenuItem, "Kind").click();
    }
    window.run();
    let starts = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().is_some_and(|label| label.starts_with("Product"));
    window.query_all_by_role(Role::CheckBox).find(starts).unwrap().click();
    window.run();
}

/// Walks through one share of all the places.
fn walk(shown: Shown, share: usize) {
    let t = theme::tokens(shown.theme);
    let mut wrong = Vec::new();
    let mut see = |place: &'static str, window: &mut Window| {
        // It is always dark where one presents.
        let is_dark = place.contains("Present");
        let t = if is_dark { theme::tokens(Theme::Dark) } else { t };
        wrong.extend(unseen(window, t).into_iter().map(|what| format!("{place}: {what}")));
    };
    where_wanted(shown, |place| place % SHARES == share, &mut see);
    // From the other end, where the shares have less.
    for (_, more) in MORE.iter().enumerate().filter(|(at, _)| SHARES - 1 - at % SHARES == share) {
        see(more.0, &mut at(*more, shown).window);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn in_work_that_was_lost() {
    let folder = Scratch::new("focus-recovery");
    recovery::lost(&folder, "plan.moments", 8, 2);
    let mut window = recovery::start(&folder);
    window.get_by_role_and_label(Role::Dialog, "2 edits since 14:02 were not saved");
    let wrong = unseen(&mut window, theme::tokens(Theme::Light));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn backwards_through_what_scrolls() {
    let t = theme::tokens(Theme::Light);
    let mut wrong = Vec::new();
    for name in ["preferences", "the settings of the rules", "accept", "the brand kit", "adding from a template"] {
        let place = PLACES.iter().find(|place| place.0 == name).unwrap();
        let mut there = at(*place, Shown::light([1440.0, 620.0]));
        let mut look = Look::at(&there.window, t);
        for _ in 0..60 {
            let unseen = look.unseen_after(&mut there.window, (Modifiers::SHIFT, Key::Tab));
            wrong.extend(unseen.map(|what| format!("{name}: back to {what}")));
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Each test walks through so many-th of all places, so that they run side by side.
const SHARES: usize = 12;
/// In light colours at the usual size, and in dark ones at twice the size, where the window is a narrow one.
const LIGHT: Shown = Shown { theme: Theme::Light, size: [1440.0, 900.0], scale: 100 };
const DARK: Shown = Shown { theme: Theme::Dark, size: [1440.0, 900.0], scale: 200 };

/// A test for each share of the places.
macro_rules! what_has_the_keyboard_is_seen {
    ($($share:literal: $light:ident, $dark:ident;)+) => {$(
        #[test]
        fn $light() {
            walk(LIGHT, $share);
        }

        #[test]
        fn $dark() {
            walk(DARK, $share);
        }
    )+};
}

what_has_the_keyboard_is_seen! {
    0: in_the_first_places, in_the_first_places_large_and_dark;
    1: in_the_second_places, in_the_second_places_large_and_dark;
    2: in_the_third_places, in_the_third_places_large_and_dark;
    3: in_the_fourth_places, in_the_fourth_places_large_and_dark;
    4: in_the_fifth_places, in_the_fifth_places_large_and_dark;
    5: in_the_sixth_places, in_the_sixth_places_large_and_dark;
    6: in_the_seventh_places, in_the_seventh_places_large_and_dark;
    7: in_the_eighth_places, in_the_eighth_places_large_and_dark;
    8: in_the_ninth_places, in_the_ninth_places_large_and_dark;
    9: in_the_tenth_places, in_the_tenth_places_large_and_dark;
    10: in_the_eleventh_places, in_the_eleventh_places_large_and_dark;
    11: in_the_last_places, in_the_last_places_large_and_dark;
}

#[test]
fn a_tip_goes_as_soon_as_somebody_goes_by_keys_and_comes_back_with_the_pointer() {
    let tip = |window: &Window| {
        let layers = window.ctx.memory(|memory| memory.layer_ids().collect::<Vec<_>>());
        layers
            .into_iter()
            .any(|layer| layer.order == egui::Order::Tooltip && window.ctx.memory(|memory| memory.areas().is_visible(&layer)))
    };
    let mut window = window();
    let undo = window.get_by_role_and_label(Role::Button, "Menu").rect().center();
    let rest = |window: &mut Window, at: egui::Pos2| {
        window.hover_at(at);
        window.run_steps(60);
    };
    rest(&mut window, undo);
    assert!(tip(&window), "the pointer rests on a button");
    press(&mut window, Modifiers::COMMAND, Key::K);
    window.run_steps(60);
    assert!(!tip(&window), "and a dialog that a key opened is free of its tip");
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.run_steps(60);
    assert!(!tip(&window), "keys bring no tip back");
    rest(&mut window, undo + egui::vec2(1.0, 0.0));
    assert!(tip(&window), "but the pointer does");
}

#[test]
fn tab_leads_through_the_zoom_and_the_pages_of_sharing_as_they_are_drawn() {
    let by_tab = |window: &mut Window, first: &str, steps: usize| {
        window.get_by_role_and_label(Role::Button, first).focus();
        window.run();
        let mut met = Vec::new();
        for _ in 0..=steps {
            let (_, rect, _, name) = at_keyboard(window).unwrap();
            met.push((name, rect.left()));
            press(window, Modifiers::NONE, Key::Tab);
        }
        assert!(met.is_sorted_by(|a, b| a.1 < b.1), "{met:?}");
        met.into_iter().map(|(name, _)| name).collect::<Vec<_>>()
    };
    let mut window = window();
    let tools = by_tab(&mut window, "Search and filter", 4);
    assert_eq!(tools[1..], ["Show more days", "Zoom of the time axis", "Show fewer days", "Show the whole plan"]);
    open_share(&mut window);
    assert_eq!(by_tab(&mut window, "Previous page", 2), ["Previous page", "Next page", "Close"]);
}

#[test]
fn the_calendar_marks_a_moment_that_somebody_looked_for_and_the_mark_goes_again() {
    let mut window = window();
    run(&mut window, Command::Show(View::Calendar));
    let around = |window: &Window| {
        let cards = window.query_all_by_role(Role::Button);
        let is_meant = |label: String| label.starts_with("Announcement, Kwame, 9 Sep");
        let card =
            cards.filter(|node| node.accesskit_node().label().is_some_and(is_meant)).map(|node| node.rect()).next().unwrap();
        let is_around = |ring: &Rect| ring.contains_rect(card) && card.expand(OUTSIDE).contains_rect(*ring);
        rings(window, theme::tokens(Theme::Light), false).into_iter().filter(is_around).count()
    };
    let time = |window: &Window| window.ctx.input(|input| input.time);
    assert_eq!(around(&window), 0);
    window.get_by_label("A hundred miles, together, 9 Sep").click();
    // The ring of what is selected, and around it the one that catches the eye.
    for _ in 0..8 {
        window.step();
        if around(&window) == 2 {
            break;
        }
    }
    let begun = time(&window);
    while time(&window) < begun + 1.5 {
        assert_eq!(around(&window), 2, "marked");
        window.step();
    }
    assert!(next_frame(&window) < 1.0, "it goes where nobody does anything, too: {}", next_frame(&window));
    while time(&window) < begun + 2.5 {
        window.step();
    }
    assert_eq!(around(&window), 1, "found by now, and only selected");
}
