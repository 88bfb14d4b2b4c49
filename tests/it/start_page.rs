//! Where a session begins: the first start, the start page with its plans and arcs, by accessible label.

use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::{App, Keeper, Rim, Screen};
use momentboard::model::{Campaign, PlanId, When};
use momentboard::store::prefs::{self, Prefs, Recent};
use momentboard::store::{Base, demo, save_plan, template};
use momentboard::ui::command::Command;
use momentboard::ui::view::Action;

use crate::app_window::*;
use crate::raster;
use crate::scratch::Scratch;

/// The window as a session begins without a file, with the preferences of a folder.
fn started(folder: &Scratch, size: [f32; 2]) -> Window {
    let rim = Rim { prefs: Keeper::File(folder.join("preferences.ron")), ..rim() };
    let mut window = raster::builder(Theme::Light, size).with_max_steps(40).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        App::at_start(rim, false),
    );
    window.run();
    window
}

/// A folder with preferences in which these plans are recent ones.
fn remembering(name: &str, plans: &[(&str, PathBuf)]) -> Scratch {
    let folder = Scratch::new(name);
    // Yesterday noon, as the clock of these tests goes.
    let minutes = i64::from(rim().clock.now().day.number() - 1) * 24 * 60 + 12 * 60;
    let recent = |(name, path): &(&str, PathBuf)| Recent {
        path: if path.is_absolute() { path.clone() } else { folder.join(&path.display().to_string()) },
        brand: "Northbound".into(),
        name: (*name).into(),
        minutes,
        errors: 2,
        warnings: 1,
        accepted: 0,
        unknown: momentboard::model::Unknown::default(),
    };
    let kept = Prefs { recent: plans.iter().map(recent).collect(), ..Prefs::default() };
    prefs::save(&folder.join("preferences.ron"), &kept).unwrap();
    folder
}

fn name(window: &Window) -> String {
    window.state().document().campaign().name.clone()
}

fn is_welcome(window: &Window) -> bool {
    window.state().screen() == Screen::Welcome
}

fn saved(path: &Path, name: &str) {
    let campaign = Campaign { name: name.into(), ..demo::fictional(PlanId::default()) };
    save_plan(path, &campaign, Base::New).unwrap();
}

#[test]
fn the_very_first_start_shows_the_demo_and_later_ones_the_start_page() {
    let folder = Scratch::new("first-start");
    let window = started(&folder, [1440.0, 900.0]);
    assert!(!is_welcome(&window));
    assert_eq!(errors(window.state()), ["PBR-08"]);

    let folder = remembering("later-start", &[]);
    let window = started(&folder, [1440.0, 900.0]);
    assert!(is_welcome(&window));
    window.get_by_label("Plans that you save or open are listed here.");
    assert!(window.query_by_label("Back to the plan").is_none(), "there is no plan to go back to");
}

#[test]
fn recent_plans_say_where_and_when_and_open_with_the_keyboard() {
    let folder = remembering("recent", &[("First", "first.moments".into()), ("Second", "second.moments".into())]);
    saved(&folder.join("first.moments"), "First");
    saved(&folder.join("second.moments"), "Second");
    let mut window = started(&folder, [1440.0, 900.0]);
    let where_it_is = folder.path().display().to_string();
    let row = format!("Northbound · First, Yesterday · {where_it_is}, 2 errors, 1 warning");
    assert!(window.get_by_role_and_label(Role::Button, &row).is_focused(), "Enter opens the last plan at once");
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(!is_welcome(&window));
    assert_eq!(name(&window), "Second");
}

#[test]
fn a_plan_that_is_gone_says_so_and_can_be_taken_out_of_the_list() {
    let folder = remembering("gone", &[("Gone", "gone.moments".into()), ("There", "there.moments".into())]);
    saved(&folder.join("there.moments"), "There");
    let mut window = started(&folder, [1440.0, 900.0]);
    let row = window.get_by_label_contains("Northbound · Gone, No longer in");
    assert!(row.accesskit_node().is_disabled());
    row.click();
    window.run();
    assert!(is_welcome(&window));
    click(&mut window, "Take Northbound · Gone out of the list");
    assert!(window.query_by_label_contains("Northbound · Gone").is_none());
    window.get_by_label_contains("Northbound · There, Yesterday");
}

#[test]
fn a_plan_with_changes_asks_before_a_recent_one_takes_its_place() {
    let folder = remembering("asks", &[("Other", "other.moments".into())]);
    saved(&folder.join("other.moments"), "Other");
    let mut window = started(&folder, [1440.0, 900.0]);
    click(&mut window, "Open both as a board");
    let before = name(&window);
    window.get_by_label_contains("Announcement, Colin").click();
    window.run();
    press(&mut window, Modifiers::NONE, Key::Delete);
    start_page(&mut window);
    window.get_by_label_contains("Northbound · Other, Yesterday").click();
    window.run();
    window.get_by_role_and_label(Role::Dialog, "Save the changes?");
    click(&mut window, "Cancel");
    assert!(is_welcome(&window));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!((is_welcome(&window), name(&window)), (false, before));
    assert_eq!(window.state().document().undo_depth(), 1, "nothing of the plan is lost");
}

/// Shows the start page over the plan, as its row in the menu does.
fn start_page(window: &mut Window) {
    window.state_mut().want(Action::Run(Command::StartPage));
    window.run();
    assert!(is_welcome(window));
}

#[test]
fn keys_of_the_plan_do_nothing_while_the_start_page_covers_it() {
    let mut window = window();
    let id = select(&mut window, "Announcement, Maren");
    start_page(&mut window);
    for (modifiers, key) in [
        (Modifiers::NONE, Key::Delete),
        (Modifiers::NONE, Key::Num1),
        (Modifiers::ALT, Key::ArrowRight),
        (Modifiers::COMMAND, Key::I),
    ] {
        press(&mut window, modifiers, key);
    }
    assert_eq!(window.state().document().undo_depth(), 0);
    click(&mut window, "Back to the plan");
    assert!(!is_welcome(&window));
    assert_eq!(window.state().selection().primary(), Some(id));
}

#[test]
fn an_arc_opens_with_cards_that_can_be_read() {
    let folder = remembering("cards", &[]);
    let mut window = started(&folder, [1440.0, 900.0]);
    window.get_by_label_contains("Values-led partnership, 8 moments · ").click();
    window.run();
    let card = window.get_by_label_contains("Announcement, Creator").rect();
    assert!(card.width() >= 112.0, "{card}");
}

#[test]
fn an_arc_opens_as_a_clear_unsaved_plan_from_a_monday_on() {
    for offered in template::all().iter().filter(|offered| offered.key != template::BLANK) {
        let folder = remembering("arc", &[]);
        let mut window = started(&folder, [1440.0, 900.0]);
        click(&mut window, "More arcs");
        window.get_by_label_contains(&format!("{}, {} moments · ", offered.name, offered.moment_count())).click();
        window.run();
        assert!(!is_welcome(&window), "{}", offered.key);
        let app = window.state();
        let campaign = app.document().campaign();
        assert_eq!(campaign.name, offered.name);
        assert_eq!(app.findings(), [], "{}", offered.key);
        let today = rim().clock.now().day;
        let zero = campaign.anchor.as_ref().and_then(|anchor| anchor.date).unwrap();
        assert_eq!(zero.weekday(), 0);
        let cards = campaign.lanes.iter().flat_map(|lane| &lane.moments);
        for card in cards {
            assert!(matches!(card.when, When::Relative(_)));
            assert!(campaign.day_of(card.when).unwrap() > today, "{}: {}", offered.key, card.title);
        }
        window.get_by_label_contains("Not saved yet");
    }
}

#[test]
fn the_start_page_shows_five_arcs_and_the_blank_board_and_the_others_when_asked() {
    let folder = remembering("five", &[]);
    let mut window = started(&folder, [1440.0, 900.0]);
    let shown = |window: &Window| window.query_all_by_label_contains(" weeks: ").count();
    assert_eq!(shown(&window), 5);
    window.get_by_label_contains("Blank board");
    click(&mut window, "More arcs");
    assert_eq!(shown(&window), template::all().len() - 1);
    click(&mut window, "Fewer arcs");
    assert_eq!(shown(&window), 5);
}

#[test]
fn colours_change_from_the_start_page() {
    let folder = remembering("colours", &[]);
    let mut window = started(&folder, [1440.0, 900.0]);
    click(&mut window, "Dark");
    assert_eq!(window.ctx.theme(), Theme::Dark);
    click(&mut window, "Light");
    assert_eq!(window.ctx.theme(), Theme::Light);
}

#[test]
fn in_a_narrow_window_everything_is_there_and_nothing_is_cut() {
    for size in [[760.0, 900.0], [720.0, 560.0], [1024.0, 700.0], [1440.0, 900.0], [3840.0, 2160.0]] {
        let folder = remembering("narrow", &[("A plan with a rather long name that has no room", "long.moments".into())]);
        saved(&folder.join("long.moments"), "Long");
        let mut window = started(&folder, size);
        let mut seen = 0;
        for node in window.root().children_recursive() {
            let node = node.accesskit_node();
            let Some(bounds) = node.bounding_box() else { continue };
            if node.role() != Role::Button {
                continue;
            }
            seen += 1;
            let label = node.label().unwrap_or_default();
            assert!(bounds.x0 >= 0.0 && bounds.x1 <= f64::from(size[0]), "{label} at {bounds:?} in {size:?}");
        }
        assert!(seen >= 14, "{seen} buttons in {size:?}");
        // What lies below the edge can be reached: the last button scrolls into view as it takes the focus.
        window.get_by_label("Open both as a board").focus();
        window.run();
        window.run();
        let button = window.get_by_label("Open both as a board").rect();
        assert!(button.bottom() <= size[1] + 1.0, "{button:?} in {size:?}");
    }
}

#[test]
fn a_recent_plan_is_taken_out_of_the_list_and_its_file_stays() {
    let folder = remembering("forgets", &[("First", "first.moments".into()), ("Second", "second.moments".into())]);
    saved(&folder.join("first.moments"), "First");
    saved(&folder.join("second.moments"), "Second");
    let mut window = started(&folder, [1440.0, 900.0]);
    let at = window.get_by_label_contains("Northbound · Second, Yesterday").rect().center();
    press_button(&mut window, at, egui::PointerButton::Secondary);
    click(&mut window, "Remove from this list");
    assert!(window.query_by_label_contains("Northbound · Second").is_none());
    window.get_by_label_contains("Northbound · First, Yesterday");
    assert!(folder.join("second.moments").exists());
}

#[test]
fn plans_of_one_name_in_one_folder_are_told_apart_by_their_files() {
    let folder = remembering("alike", &[("Same", "one.moments".into()), ("Same", "two.moments".into())]);
    saved(&folder.join("one.moments"), "Same");
    saved(&folder.join("two.moments"), "Same");
    let mut window = started(&folder, [1440.0, 900.0]);
    let place = |file: &str| folder.join(file).display().to_string();
    window.get_by_label_contains(&place("one.moments"));
    window.get_by_label_contains(&place("two.moments")).click();
    window.run();
    assert!(!is_welcome(&window));
}

#[cfg(unix)]
#[test]
fn a_plan_that_was_opened_by_a_link_as_well_is_listed_once() {
    let plans = [("Spring", "link.moments".into()), ("Other", "other.moments".into()), ("Spring", "spring.moments".into())];
    let folder = remembering("linked", &plans);
    saved(&folder.join("spring.moments"), "Spring");
    saved(&folder.join("other.moments"), "Other");
    std::os::unix::fs::symlink(folder.join("spring.moments"), folder.join("link.moments")).unwrap();
    let window = started(&folder, [1440.0, 900.0]);
    assert_eq!(window.query_all_by_label_contains("Northbound · Spring, Yesterday").count(), 1);
    let other = window.get_by_label_contains("Northbound · Other, Yesterday");
    assert!(!other.accesskit_node().is_disabled());
    assert_eq!(window.query_all_by_label_contains("out of the list").count(), 2);
}
