//! The tour by keyboard, without a display: it goes through the demo campaign, changes nothing, and can be left at any time.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::App;
use momentboard::model::PlanId;
use momentboard::store::demo;
use momentboard::ui::command::Command;
use momentboard::ui::view::View;

use crate::app_window::*;
use crate::raster;

const TITLES: [&str; 8] = [
    "One plan, in the order in which people meet it",
    "What it is for, and who is in it",
    "How near the audience feels",
    "What may go wrong",
    "Every finding has a way out",
    "Everything about one moment",
    "Other ways to look at it",
    "What others get",
];

fn at(window: &Window) -> Option<usize> {
    TITLES.iter().position(|title| window.query_by_role_and_label(Role::Heading, title).is_some())
}

#[test]
fn enter_goes_through_it_and_the_plan_stays_as_it_is() {
    let mut window = window();
    let before = Arc::clone(window.state().document().campaign());
    run(&mut window, Command::Tour);
    for card in 0..TITLES.len() {
        assert_eq!(at(&window), Some(card));
        let button = if card + 1 == TITLES.len() { "Done" } else { "Next" };
        assert!(window.get_by_role_and_label(Role::Button, button).accesskit_node().is_focused(), "{card}");
        press(&mut window, Modifiers::NONE, Key::Enter);
    }
    assert_eq!(at(&window), None);
    assert!(Arc::ptr_eq(&before, window.state().document().campaign()));
}

#[test]
fn arrows_go_back_and_on_and_escape_leaves() {
    let mut window = window();
    let id = tobis_ask(window.state());
    let before = when(window.state(), id);
    run(&mut window, Command::Tour);
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(at(&window), Some(2));
    assert!(window.get_by_role_and_label(Role::Button, "Next").accesskit_node().is_focused(), "an arrow takes it nowhere else");
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(at(&window), Some(1));
    click(&mut window, "Back");
    assert_eq!(at(&window), Some(0));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!((at(&window), when(window.state(), id)), (None, before));
    run(&mut window, Command::Tour);
    assert_eq!(at(&window), Some(0), "it comes back from the beginning");
    click(&mut window, "Leave");
    assert_eq!(at(&window), None);
}

#[test]
fn in_another_view_a_card_says_that_it_is_about_the_board_and_the_next_one_shows_that() {
    let mut window = window();
    run(&mut window, Command::Tour);
    assert!(!has(&window, "This is about the board"));
    press(&mut window, Modifiers::ALT, Key::Num3);
    assert_eq!(window.state().view(), View::Table);
    assert!(has(&window, "This is about the board"));
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert_eq!((at(&window), window.state().view()), (Some(1), View::Board));
    assert!(!has(&window, "This is about the board"));
}

#[test]
fn it_leaves_the_selection_and_the_view_as_they_were() {
    for ends in [false, true] {
        let mut window = window();
        select(&mut window, "So… I joined a running brand");
        let selected = window.state().selection().clone();
        run(&mut window, Command::ToggleInspector);
        let on_board = card_at(&window, "So… I joined a running brand");
        press(&mut window, Modifiers::ALT, Key::Num2);
        let before = card_at(&window, "So… I joined a running brand");
        run(&mut window, Command::Tour);
        assert!(has(&window, "The view that was in front comes back when it ends."), "what is in front now is explained");
        assert_eq!(window.state().view(), View::Board);
        assert_ne!(window.state().selection(), &selected);
        if ends {
            for _ in TITLES {
                press(&mut window, Modifiers::NONE, Key::ArrowRight);
            }
        } else {
            press(&mut window, Modifiers::NONE, Key::Escape);
        }
        assert_eq!(at(&window), None);
        assert_eq!((window.state().view(), window.state().selection()), (View::Calendar, &selected));
        assert_eq!(card_at(&window, "So… I joined a running brand"), before);
        assert!(window.query_by_role_and_label(Role::Region, "Inspector").is_none(), "the inspector is away again");
        press(&mut window, Modifiers::ALT, Key::Num1);
        assert_eq!(card_at(&window, "So… I joined a running brand"), on_board);
    }
}

#[test]
fn what_was_selected_during_the_tour_stays_selected() {
    let mut window = window();
    run(&mut window, Command::Tour);
    let id = select(&mut window, "A hundred miles");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!((at(&window), window.state().selection().primary()), (None, Some(id)));
}

#[test]
fn over_another_plan_the_demo_campaign_is_offered() {
    let mut window = window_on(demo::two_cases(PlanId::default()));
    let name = window.state().document().campaign().name.clone();
    run(&mut window, Command::Tour);
    window.get_by_role_and_label(Role::Dialog, "The tour goes through the demo campaign");
    click(&mut window, "Not now");
    assert_eq!((at(&window), &window.state().document().campaign().name), (None, &name));
    run(&mut window, Command::Tour);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(at(&window), Some(0));
    assert_eq!(window.state().document().campaign().name, demo::fictional(PlanId::default()).name);
}

#[test]
fn what_the_program_cannot_see_can_be_read() {
    let mut window = window();
    run(&mut window, Command::Limits);
    window.get_by_role_and_label(Role::Dialog, "What this tool cannot see");
    assert!(has(&window, "never a prediction") && has(&window, "not legal advice"));
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(window.query_by_role(Role::Dialog).is_none());
}

/// Where the frame of the tour is painted, from its layer.
fn framed(ctx: &egui::Context) -> egui::Rect {
    let layer = egui::LayerId::new(egui::Order::Middle, egui::Id::unique("tour ring"));
    ctx.graphics(|painted| {
        let shapes = painted.get(layer).into_iter().flat_map(egui::layers::PaintList::all_entries);
        shapes.fold(egui::Rect::NOTHING, |all, shape| all.union(shape.shape.visual_bounding_rect()))
    })
}

/// A window at a card of the tour, and where the frame of that card was painted last.
fn at_card(theme: Theme, size: [f32; 2], card: usize) -> (Window, Rc<Cell<egui::Rect>>) {
    let seen = Rc::new(Cell::new(egui::Rect::NOTHING));
    let frame = Rc::clone(&seen);
    let mut window = raster::builder(theme, size).with_max_steps(40).build_ui_state(
        move |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
            frame.set(framed(ui.ctx()));
        },
        App::new(demo::fictional(PlanId::default()), rim()),
    );
    window.run();
    run(&mut window, Command::Tour);
    for _ in 0..card {
        press(&mut window, Modifiers::NONE, Key::ArrowRight);
    }
    (window, seen)
}

fn looks(theme: Theme, size: [f32; 2], card: usize) -> Window {
    at_card(theme, size, card).0
}

#[test]
fn its_card_stands_beside_what_it_speaks_of_and_never_over_it() {
    for size in [[1440.0, 900.0], [760.0, 900.0], [720.0, 450.0]] {
        for card in 0..TITLES.len() {
            let (window, frame) = at_card(Theme::Light, size, card);
            let (frame, screen) = (frame.get(), window.ctx.content_rect());
            let shown = window.ctx.memory(|memory| memory.area_rect(egui::Id::unique("tour card"))).unwrap();
            assert_eq!(at(&window), Some(card));
            assert!(screen.contains_rect(shown), "{size:?} {card}: {shown:?}");
            if !frame.is_positive() {
                // What it speaks of is not on screen in so small a window, and the card stands out of the way.
                assert!(size[0] < 1000.0, "{size:?} {card} has a frame");
                continue;
            }
            assert!(!shown.intersects(frame), "{size:?} {card}: {shown:?} over {frame:?}");
            let aside = (shown.left() - frame.right()).max(frame.left() - shown.right());
            let away = aside.max(shown.top() - frame.bottom()).max(frame.top() - shown.bottom());
            assert!(away < 60.0, "{size:?} {card}: {shown:?} is {away} from {frame:?}");
            if card + 1 == TITLES.len() {
                let share = window.get_by_role_and_label(Role::Button, "Share").rect();
                assert!(frame.contains_rect(share) && share.expand(8.0).contains_rect(frame), "{size:?}: {frame:?} is {share:?}");
            }
        }
    }
}

#[test]
fn the_tour_in_light_dark_and_a_narrow_window() {
    raster::assert_golden(&mut looks(Theme::Light, [1440.0, 900.0], 3), "tour-light");
    raster::assert_golden(&mut looks(Theme::Dark, [1440.0, 900.0], 1), "tour-dark");
    raster::assert_golden(&mut looks(Theme::Light, [760.0, 900.0], 7), "tour-narrow");
}
