//! Two lanes side by side, in the whole window: the cold post beside the arc, what differs in words, and how it looks.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::App;
use momentboard::model::PlanId;
use momentboard::store::demo;
use momentboard::ui::command::Command;

use crate::app_window::*;
use crate::raster;

/// What the two menus show.
fn sides(window: &Window) -> Vec<String> {
    let menu = |label| window.get_by_role_and_label(Role::ComboBox, label).accesskit_node().value().unwrap();
    ["Lane at the left", "Lane at the right"].map(menu).to_vec()
}

#[test]
fn one_command_shows_the_cold_post_beside_the_arc() {
    let mut window = window();
    run(&mut window, Command::CompareLanes);
    window.get_by_role_and_label(Role::Dialog, "Compare lanes");
    assert_eq!(sides(&window), ["Tobi Achterberg", "Maren Solheim"]);
    for words in [
        "Tobi asks before anything is given. Maren gives 3 moments first.",
        "First ask: 7 Sep, beside 28 Oct",
        "Given before it: Nothing, beside 3 moments",
        "People then: Strangers, beside Trusted",
        "Moments: 4, beside 5",
        "Fees: €11,300, beside €16,400",
        "Findings: 1 error, 2 warnings, beside Nothing open",
        "20% off the Fjell 2 with TOBI20, Product, 7 Sep",
        "Six strangers, one night-shift run club, Community story, 5 Oct",
    ] {
        assert!(window.query_all_by_label(words).next().is_some(), "{words}");
    }
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_role(Role::Dialog).is_none());
    assert_eq!(window.state().document().undo_depth(), 0, "nothing of the plan changed");
}

#[test]
fn nobody_is_blamed_who_asks_people_that_trust_them_already() {
    let mut window = window();
    select(&mut window, "Announcement, Inês");
    run(&mut window, Command::CompareLanes);
    assert_eq!(sides(&window), ["Inês Carvalho", "Maren Solheim"]);
    let words = "Inês asks with the first moment, and people are ready for that. Maren gives 3 moments first.";
    assert!(window.query_all_by_label(words).next().is_some());
    assert!(!has(&window, "before anything is given"));
}

#[test]
fn people_are_nowhere_yet_where_nobody_asks() {
    let mut campaign = demo::fictional(PlanId::default());
    std::sync::Arc::make_mut(&mut campaign.lanes[0]).moments.retain(|moment| !moment.is_ask());
    let mut window = window_on(campaign);
    select(&mut window, "Announcement, Maren");
    run(&mut window, Command::CompareLanes);
    assert_eq!(sides(&window), ["Tobi Achterberg", "Maren Solheim"]);
    assert!(window.query_all_by_label("People then: Strangers, beside No ask").next().is_some());
}

#[test]
fn a_presentation_shows_it_with_a_key_and_goes_on() {
    let mut window = window();
    let id = select(&mut window, "Product, Tobi");
    press(&mut window, Modifiers::NONE, Key::F5);
    press(&mut window, Modifiers::NONE, Key::C);
    window.get_by_role_and_label(Role::Dialog, "Compare lanes");
    assert_eq!(sides(&window).first().map(String::as_str), Some("Tobi Achterberg"));
    for internal in ["Fees", "11,300", "Findings", "1 error"] {
        assert!(!has(&window, internal), "{internal} is not for those who look on");
    }
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_role(Role::Dialog).is_none());
    assert_eq!(window.state().presented(), Some(id), "Escape closed what was over it, not the presentation");
    press(&mut window, Modifiers::NONE, Key::C);
    window.get_by_role_and_label(Role::Dialog, "Compare lanes");
    press(&mut window, Modifiers::NONE, Key::C);
    assert!(window.query_by_role(Role::Dialog).is_none(), "the key that brought it takes it away");
    assert_eq!(window.state().presented(), Some(id));
}

/// The comparison of the demo, with what is done in it, ready to be drawn.
pub fn compared_in(theme: Theme, size: [f32; 2], then: impl FnOnce(&mut Window)) -> Window {
    let app = App::new(demo::fictional(PlanId::default()), rim());
    let mut window = raster::builder(theme, size).with_max_steps(60).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        app,
    );
    window.run();
    run(&mut window, Command::CompareLanes);
    then(&mut window);
    window.remove_cursor();
    window.run();
    window
}

#[test]
fn and_in_dark() {
    raster::assert_golden(&mut compared_in(Theme::Dark, [1440.0, 900.0], |_| {}), "lanes-compared-dark");
}

#[test]
fn and_in_a_narrow_window() {
    raster::assert_golden(&mut compared_in(Theme::Light, [760.0, 900.0], |_| {}), "lanes-compared-narrow");
}

#[test]
fn over_a_presentation_it_has_its_height_at_once() {
    let mut window = window();
    select(&mut window, "Community story, Maren, 5 Oct");
    press(&mut window, Modifiers::NONE, Key::F5);
    press(&mut window, Modifiers::NONE, Key::C);
    let foot = |window: &Window| {
        let all = window.query_all_by_role(Role::Button);
        let close = all.filter(|node| node.accesskit_node().label().as_deref() == Some("Close"));
        close.map(|node| node.rect().top()).fold(0.0_f32, f32::max)
    };
    let before = foot(&window);
    for _ in 0..3 {
        window.step();
    }
    let after = foot(&window);
    assert!((after - before).abs() < 0.1, "{before} {after}");
}
