//! How a plan was looked at is there again when it is opened, and a file of that which is broken harms nobody.

use std::path::Path;

use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::{App, Keeper, Rim};
use momentboard::store::prefs::{self, Prefs};
use momentboard::store::{Base, fs, write};
use momentboard::ui::command::Command;
use momentboard::ui::view::View;

use crate::app_window::*;
use crate::raster;
use crate::scratch::{self, Scratch};

/// A window on that file of a plan, with preferences in another.
fn open(prefs: &Path, plan: &Path) -> Window {
    let rim = Rim { prefs: Keeper::File(prefs.to_owned()), ..rim() };
    let app = App::at_start(rim, true);
    let mut window = raster::builder(Theme::Light, [1440.0, 900.0]).with_max_steps(40).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        app,
    );
    let ctx = window.ctx.clone();
    window.state_mut().open_at_start(&ctx, plan.to_owned());
    window.run();
    window
}

fn plan_in(scratch: &Scratch) -> std::path::PathBuf {
    let path = scratch.join("plan.moments");
    fs::save(&path, &write(&fictional()).expect("it can be written"), Base::New).expect("it is written");
    path
}

fn quit(mut window: Window) {
    press(&mut window, Modifiers::COMMAND, Key::Q);
    assert!(window.state().is_closing());
}

fn shown(app: &App) -> usize {
    app.sieve().moments().unwrap_or(usize::MAX)
}

#[test]
fn the_filter_the_view_and_the_presets_come_back_with_the_plan() {
    let scratch = Scratch::new("views-back");
    let (file, plan) = (scratch.join("preferences.ron"), plan_in(&scratch));
    let mut window = open(&file, &plan);
    press(&mut window, Modifiers::COMMAND, Key::F);
    for c in "tobi".chars() {
        window.event(egui::Event::Text(c.to_string()));
        window.step();
    }
    window.run();
    click(&mut window, "Presets");
    click(&mut window, "Save as preset…");
    for c in "Mine".chars() {
        window.event(egui::Event::Text(c.to_string()));
        window.step();
    }
    window.key_press(Key::Enter);
    window.run();
    press(&mut window, Modifiers::NONE, Key::Escape);
    run(&mut window, Command::Show(View::Table));
    quit(window);

    let mut again = open(&file, &plan);
    assert_eq!(shown(again.state()), 4);
    assert!(has(&again, "4 of 17 moments"), "a filter that comes back is seen");
    assert_eq!(again.state().view(), View::Table);
    click(&mut again, "Clear all");
    click(&mut again, "Presets");
    click(&mut again, "Mine");
    assert_eq!(shown(again.state()), 4);
    // Another plan knows nothing of it.
    run(&mut again, Command::OpenDemo);
    assert!(again.state().sieve().is_open());
    assert_eq!(again.state().view(), View::Board);
    assert!(again.query_by_label("Clear all").is_none());
}

#[test]
fn columns_and_weeks_come_back_with_the_plan() {
    let scratch = Scratch::new("views-columns");
    let (file, plan) = (scratch.join("preferences.ron"), plan_in(&scratch));
    let mut window = open(&file, &plan);
    run(&mut window, Command::Show(View::Calendar));
    click(&mut window, "Week");
    run(&mut window, Command::Show(View::Table));
    click(&mut window, "Group: none");
    window.get_by_role_and_label(egui::accesskit::Role::MenuItem, "Status").click();
    window.run();
    assert!(has(&window, "Group: status"));
    quit(window);

    let mut again = open(&file, &plan);
    assert!(has(&again, "Group: status"), "the table is in front, grouped as it was");
    run(&mut again, Command::Show(View::Calendar));
    let week = again.get_by_role_and_label(egui::accesskit::Role::RadioButton, "Week");
    assert_eq!(week.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
}

#[test]
fn what_is_selected_looked_for_and_in_view_stays_from_view_to_view() {
    let mut window = window();
    let nov = select(&mut window, "Community story, Kwame, 25 Nov");
    for view in [View::Calendar, View::Table, View::Board] {
        run(&mut window, Command::Show(view));
        assert_eq!(window.state().selection().primary(), Some(nov), "{view:?}");
    }
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.state().selection().moments.is_empty());
    // The board is zoomed in and turned to its end: the calendar shows the month that stands there.
    for _ in 0..6 {
        run(&mut window, Command::ZoomIn);
    }
    for _ in 0..12 {
        run(&mut window, Command::DaysOn);
    }
    run(&mut window, Command::Show(View::Calendar));
    assert!(has(&window, "November 2027"));
    // And the board the month to which the calendar was turned, with the table in between.
    for _ in 0..2 {
        click(&mut window, "The month before");
    }
    assert!(has(&window, "September 2027"));
    run(&mut window, Command::Show(View::Table));
    run(&mut window, Command::Show(View::Board));
    assert!(has(&window, "Values story, Maren, 16 Sep"));
    assert!(!has(&window, "Community story, Kwame, 25 Nov"), "it is the part of the board that is seen");
    run(&mut window, Command::Show(View::Table));
    press(&mut window, Modifiers::COMMAND, Key::F);
    for c in "maren".chars() {
        window.event(egui::Event::Text(c.to_string()));
        window.step();
    }
    window.run();
    let shown = shown(window.state());
    for view in [View::Calendar, View::Board, View::Table] {
        run(&mut window, Command::Show(view));
        assert_eq!(window.state().sieve().moments(), Some(shown), "{view:?}");
    }
}

#[test]
fn the_calendar_opens_where_what_is_selected_begins() {
    let mut window = window();
    select(&mut window, "Community story, Kwame, 25 Nov");
    run(&mut window, Command::SelectLane);
    assert!(window.state().selection().moments.len() > 3);
    run(&mut window, Command::Show(View::Calendar));
    assert!(has(&window, "September 2027") && !has(&window, "November 2027"), "the first of them is in September");
}

#[test]
fn the_place_on_the_board_comes_back() {
    let scratch = Scratch::new("views-place");
    let (file, plan) = (scratch.join("preferences.ron"), plan_in(&scratch));
    let mut window = open(&file, &plan);
    let first = window.state().px_per_day();
    run(&mut window, Command::ZoomIn);
    run(&mut window, Command::ZoomIn);
    run(&mut window, Command::DaysOn);
    let place = |window: &Window| {
        let at = card_at(window, "Product, Maren");
        (window.state().px_per_day().expect("a zoom"), at.x.round())
    };
    let before = place(&window);
    assert!(Some(before.0) != first);
    quit(window);
    let again = open(&file, &plan);
    let after = place(&again);
    assert!((after.0 - before.0).abs() < 1e-6 && (after.1 - before.1).abs() <= 2.0, "{before:?} {after:?}");
}

#[test]
fn who_chose_no_place_begins_as_at_first() {
    let scratch = Scratch::new("views-untouched");
    let (file, plan) = (scratch.join("preferences.ron"), plan_in(&scratch));
    quit(open(&file, &plan));
    assert!(prefs::load(&file).0.plan_views.is_empty(), "there is nothing to keep");
}

#[test]
fn what_was_kept_by_nobody_or_by_a_later_version_harms_nobody() {
    let scratch = Scratch::new("views-odd");
    let (file, plan) = (scratch.join("preferences.ron"), plan_in(&scratch));
    let id = fictional().id;
    let odd = format!(
        "(plan_views: [(plan: \"{id}\", words: {{\"view\": \"hologram\", \"board.zoom\": \"inf\", \"board.day\": \"x\", \
         \"board.top\": \"-1e300\", \"filter\": \"mood=bright\\nkind=product\", \"later\": \"kept\"}}, moods: 3), 7, (plan: 5)])"
    );
    scratch::write(&file, odd.as_bytes());
    let mut window = open(&file, &plan);
    assert_eq!(shown(window.state()), 5, "what is understood of a filter holds, and is seen");
    assert_eq!(window.state().view(), View::Board);
    run(&mut window, Command::ClearFilter);
    quit(window);
    let text = std::fs::read_to_string(&file).expect("it is there");
    assert!(text.contains("later") && text.contains("moods"), "{text}");

    // Without a copy of better days there is nothing to go back to.
    let scratch = Scratch::new("views-broken");
    let (file, plan) = (scratch.join("preferences.ron"), plan_in(&scratch));
    scratch::write(&file, b"(plan_views: [(plan: ");
    let window = open(&file, &plan);
    assert!(window.state().sieve().is_open());
    quit(window);
    assert!(scratch.names().iter().any(|name| name.contains("broken-1")), "{:?}", scratch.names());
    assert_eq!(prefs::load(&file).1, prefs::Found::Prefs);
}

#[test]
fn a_filter_by_somebody_who_left_the_plan_is_seen_and_can_be_taken_out() {
    let scratch = Scratch::new("views-gone");
    let (file, plan) = (scratch.join("preferences.ron"), plan_in(&scratch));
    let mut kept = Prefs::default();
    let words = [("filter".to_owned(), "creator=somebody".to_owned())].into();
    kept.keep_view(&fictional().id.to_string(), words, Vec::new());
    prefs::save(&file, &kept).expect("it is written");
    let mut window = open(&file, &plan);
    assert_eq!(shown(window.state()), 0);
    click(&mut window, "Remove the filter Creator: No longer in the plan");
    assert!(window.state().sieve().is_open());
}
