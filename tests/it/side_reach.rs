//! Whoever has no mouse, no large window or no eyes on it gets everywhere, and is told what is where.

use egui::accesskit::{Live, Role};
use egui::epaint::ColorMode;
use egui::{Color32, Key, Modifiers, Rect, Shape, Theme, pos2};
use egui_kittest::kittest::{NodeT, Queryable, by};
use momentboard::app::App;
use momentboard::edit::{Edit, Place, Step};
use momentboard::model::{Day, PlanId, When};
use momentboard::store::demo;
use momentboard::ui::command::Command;
use momentboard::ui::theme;
use momentboard::ui::view::{Action, View};

use crate::app_window::*;
use crate::raster;

fn window_of(size: [f32; 2]) -> Window {
    let mut window = raster::builder(Theme::Light, size).with_max_steps(40).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        App::new(demo::fictional(PlanId::default()), rim()),
    );
    window.run();
    window
}

/// What has the keyboard.
fn focused(window: &Window) -> String {
    let node = window.query_all(by().predicate(|node| node.is_focused() && !node.is_hidden())).next();
    node.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
}

/// The names of what Tab goes through, once around.
fn tab_through(window: &mut Window) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    loop {
        press(window, Modifiers::NONE, Key::Tab);
        let name = focused(window);
        // Menu is the first of all, and once it comes again all were there.
        if names.len() > 300 || (name == "Menu" && !names.is_empty()) {
            return names;
        }
        names.push(name);
    }
}

#[test]
fn tab_goes_through_the_window_as_it_is_read() {
    let mut window = window();
    let names = tab_through(&mut window);
    let at = |part: &str| names.iter().position(|name| name.contains(part)).unwrap_or_else(|| panic!("{part}: {names:?}"));
    let order = ["Menu", "Share", "Brief", "Add a product", "Announcement, Maren", "Name", "Next finding", "Show fewer days"];
    let places = order.map(at);
    assert!(places.is_sorted(), "{places:?}");
    assert!(names.iter().all(|name| !name.is_empty()), "everything has a name: {names:?}");
}

#[test]
fn edges_are_moved_by_the_arrows_and_have_names_of_their_own() {
    let mut window = window();
    let width = |window: &Window, name: &str| window.get_by_role_and_label(Role::Splitter, name).rect().center();
    for (name, key, grows) in [
        ("Width of the sidebar", Key::ArrowRight, egui::vec2(16.0, 0.0)),
        ("Width of the inspector", Key::ArrowLeft, egui::vec2(-16.0, 0.0)),
        ("Height of the findings", Key::ArrowUp, egui::vec2(0.0, -16.0)),
    ] {
        let before = width(&window, name);
        window.get_by_role_and_label(Role::Splitter, name).focus();
        window.run();
        press(&mut window, Modifiers::NONE, key);
        assert_eq!(focused(&window), name, "the keyboard stays on it");
        window.run();
        let moved = width(&window, name) - before;
        assert!((moved - grows).x.abs() < 1.5 && (moved - grows).y.abs() < 9.0, "{name}: {moved:?}");
    }
}

#[test]
fn in_a_low_window_every_row_of_the_menu_is_reached() {
    let mut window = window_of([720.0, 450.0]);
    click(&mut window, "Menu");
    press(&mut window, Modifiers::NONE, Key::ArrowUp);
    window.run();
    assert_eq!(focused(&window), "Quit");
    let quit = window.get_by_role_and_label(Role::MenuItem, "Quit").rect();
    assert!(quit.top() > 0.0 && quit.bottom() < 450.0, "{quit:?}");
}

#[test]
fn rows_that_are_commands_are_neither_on_nor_off_and_menus_say_that_they_are_menus() {
    let mut window = window();
    let menu = window.get_by_role_and_label(Role::Button, "Menu");
    assert_eq!(menu.accesskit_node().data().is_expanded(), Some(false));
    click(&mut window, "Menu");
    let menu = window.get_by_role_and_label(Role::Button, "Menu");
    assert_eq!(menu.accesskit_node().data().is_expanded(), Some(true));
    let save = window.get_by_role_and_label(Role::MenuItem, "Save");
    assert_eq!(save.accesskit_node().toggled(), None);
    let view = window.get_by_role_and_label(Role::MenuItem, "View");
    assert!(view.accesskit_node().data().has_popup().is_some());
}

#[test]
fn a_dialog_is_told_once_and_findings_are_told_when_they_change() {
    let mut window = window();
    for view in [View::Calendar, View::Table, View::Board] {
        run(&mut window, Command::Show(view));
        assert_eq!(window.get_by_label_contains("Findings: 1 error").accesskit_node().live(), Live::Polite, "{view:?}");
    }
    press(&mut window, Modifiers::NONE, Key::Questionmark);
    let dialogs: Vec<_> = window.query_all_by_role(Role::Dialog).filter_map(|node| node.accesskit_node().label()).collect();
    assert_eq!(dialogs, ["Keys"]);
    assert_eq!(window.query_all_by_role(Role::Dialog).count(), 1);
}

#[test]
fn the_floating_inspector_is_made_wider_and_does_not_hide_what_it_is_about() {
    let mut window = window_of([1100.0, 800.0]);
    let card = card_at(&window, "Community story, Maren, 18 Nov");
    click_at(&mut window, card);
    let edge = |window: &Window| window.get_by_role_and_label(Role::Splitter, "Width of the inspector").rect().center();
    let before = edge(&window);
    assert!(card.x > before.x, "it was where the inspector is now");
    for _ in 0..8 {
        window.step();
    }
    window.run();
    let card = window.get_by_label_contains("Community story, Maren, 18 Nov").rect();
    assert!(card.right() < before.x, "{card:?}");

    drag(&mut window, before, before - egui::vec2(60.0, 0.0));
    window.drop_at(before - egui::vec2(60.0, 0.0));
    window.run();
    let moved = before.x - edge(&window).x;
    assert!((moved - 60.0).abs() < 1.5, "{moved}");
}

#[test]
fn in_the_lowest_window_the_sheet_leaves_the_lane_of_the_moment_in_sight() {
    let mut window = window_of([720.0, 560.0]);
    select(&mut window, "Product, Tobi");
    for _ in 0..8 {
        window.step();
    }
    window.run();
    let title = window.get_by_role_and_label(Role::TextInput, "Title").rect();
    let card = window.get_by_label_contains("Product, Tobi").rect();
    assert!(card.top() > 90.0 && card.bottom() < title.top(), "{card:?} {title:?}");
}

#[test]
fn the_inspector_that_lies_over_the_board_makes_room_for_the_preview_of_a_fix() {
    for size in [[1100.0, 800.0], [760.0, 900.0], [720.0, 560.0]] {
        let mut window = window_of(size);
        press(&mut window, Modifiers::NONE, Key::F8);
        window.get_by_role_and_label(Role::TextInput, "Title");
        press(&mut window, Modifiers::COMMAND, Key::Period);
        assert!(window.query_by_role_and_label(Role::TextInput, "Title").is_none(), "the ghosts and the bar are in sight");
        press(&mut window, Modifiers::NONE, Key::Escape);
        window.get_by_role_and_label(Role::TextInput, "Title");
    }
}

fn click_at(window: &mut Window, at: egui::Pos2) {
    assert!(at != pos2(0.0, 0.0));
    window.hover_at(at);
    window.step();
    window.drag_at(at);
    window.step();
    window.drop_at(at);
    window.run();
}

#[test]
fn a_finding_that_appears_is_told_and_so_is_one_that_goes() {
    let said = |window: &Window| {
        let live = window.query_all_by_role(Role::Status).filter(|node| node.accesskit_node().live() == Live::Polite);
        let all: Vec<String> = live.filter_map(|node| node.accesskit_node().label()).collect();
        all.into_iter().find(|text| text.starts_with("New: ") || text.contains(" gone") || text.contains("new findings"))
    };
    for (size, view) in [([1440.0, 900.0], View::Board), ([1440.0, 900.0], View::Table), ([720.0, 600.0], View::Calendar)] {
        let mut window = window_of(size);
        run(&mut window, Command::Show(view));
        assert_eq!(said(&window), None, "nothing is news of a plan that was just opened");
        let before = window.state().findings().len();
        let campaign = window.state().document().campaign().clone();
        let mut asks = campaign.lanes.iter().flat_map(|lane| lane.moments.iter().map(|moment| (lane.id, moment)));
        let day = Day::new(2027, 10, 30);
        let (of, ask) = asks.find(|(_, moment)| moment.is_ask() && campaign.day_of(moment.when) > day).expect("a late ask");
        let when = When::On(Day::new(2027, 9, 6).unwrap());
        let earlier = Edit::MoveMoment { id: ask.id, to: Place::Lane(of), when };
        window.state_mut().want(Action::Edit(Step::new("Move it", vec![earlier])));
        window.run();
        assert!(window.state().findings().len() > before);
        let told = said(&window).expect("it is told");
        let newest = window.state().findings().iter().any(|finding| told.contains(finding.message.as_str()));
        assert!(newest, "{view:?}: {told}");
        run(&mut window, Command::Undo);
        assert!(said(&window).is_some_and(|text| text.contains("gone")), "{view:?}: {:?}", said(&window));
    }
}

/// Whether one of the shapes in it is such a mark.
fn any(shape: &Shape, mark: &dyn Fn(&Shape) -> bool) -> bool {
    if let Shape::Vec(shapes) = shape { shapes.iter().any(|shape| any(shape, mark)) } else { mark(shape) }
}

/// Whether something is painted around what has the keyboard, or under it, in the colour of the keyboard.
fn is_marked(window: &Window) -> bool {
    let tokens = theme::tokens(window.ctx.theme());
    let node = window.query_all(by().predicate(|node| node.is_focused() && !node.is_hidden())).next();
    let Some(place) = node.map(|node| node.rect()) else { return false };
    let of_keyboard = |stroke: Color32| stroke == tokens.accent;
    window.output().shapes.iter().any(|clipped| {
        let seen = |rect: Rect| {
            let near = place.expand(8.0);
            near.intersects(rect)
                && clipped.clip_rect.intersects(rect)
                && (rect.width() <= place.width() + 40.0 || rect.height() <= place.height() + 8.0)
        };
        any(&clipped.shape, &|shape| match shape {
            Shape::Rect(rect) => {
                seen(rect.rect) && (of_keyboard(rect.stroke.color) && rect.stroke.width >= 1.0 || rect.fill == tokens.accent_bg)
            }
            Shape::Circle(circle) => seen(circle.visual_bounding_rect()) && of_keyboard(circle.stroke.color),
            Shape::Path(path) => {
                seen(path.visual_bounding_rect()) && matches!(path.stroke.color, ColorMode::Solid(color) if of_keyboard(color))
            }
            Shape::LineSegment { points, stroke } => seen(Rect::from_two_pos(points[0], points[1])) && of_keyboard(stroke.color),
            _ => false,
        })
    })
}

#[test]
fn what_has_the_keyboard_is_seen_to_have_it() {
    let mut unseen = Vec::new();
    for (theme, scale) in [(Theme::Light, 0.8), (Theme::Dark, 2.0), (Theme::Light, 2.0), (Theme::Dark, 0.8)] {
        let mut window = window();
        window.ctx.set_theme(theme);
        window.ctx.set_zoom_factor(scale);
        window.run();
        for view in [View::Board, View::Calendar, View::Table] {
            run(&mut window, Command::Show(view));
            for _ in 0..70 {
                press(&mut window, Modifiers::NONE, Key::Tab);
                if !is_marked(&window) {
                    unseen.push(format!("{view:?} {theme:?} {scale}: {}", focused(&window)));
                }
            }
        }
    }
    unseen.sort();
    unseen.dedup();
    assert!(unseen.is_empty(), "{}", unseen.join("\n"));
}
