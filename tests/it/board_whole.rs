//! "Fit" is a state: said only while everything is in view, and kept whatever becomes of the plan, the filter and the window, until
//! somebody looks elsewhere.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Theme, Vec2};
use egui_kittest::kittest::{By, NodeT, Queryable};
use momentboard::app::App;
use momentboard::model::{Campaign, Day, IdSource, Kind, Lane, LaneId, LaneKind, Moment, MomentId, PlanId, When};
use momentboard::store::template;
use momentboard::ui::command::Command;
use momentboard::ui::view::View;

use crate::app_window::*;
use crate::import_run::{import, settled};
use crate::raster;
use crate::scratch::{self, Scratch};

/// The widths of windows in which everything is looked at.
const WIDTHS: [f32; 2] = [1440.0, 760.0];

/// A window of that size: around what it draws a test leaves a margin of 8.
fn sized(campaign: Campaign, [width, height]: [f32; 2]) -> Window {
    let app = App::new(campaign, rim());
    let builder = raster::builder(Theme::Light, [width + 16.0, height + 16.0]).allow_missing_glyphs();
    let mut window = builder.with_max_steps(60).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        app,
    );
    window.run();
    window
}

/// A window of that width on the fictional campaign, which is shown as a whole.
fn fitted(width: f32) -> Window {
    let mut window = sized(fictional(), [width, 1900.0]);
    run(&mut window, Command::ZoomFit);
    assert!(fits(&window), "at {width}: {} {:?}", said(&window), cards(&window));
    window
}

fn says_fit(window: &Window) -> bool {
    has(window, "Fit ·")
}

/// What is said of the zoom.
fn said(window: &Window) -> String {
    let texts = window.query_all(By::new().predicate(|_| true)).filter_map(|node| node.accesskit_node().value());
    texts.filter(|text| text.ends_with('%')).collect::<Vec<_>>().join(" | ")
}

fn zoom(window: &Window) -> f64 {
    window.state().px_per_day().expect("a zoom")
}

/// How many moments the cards stand for that are drawn, and whether all of these are within the board.
fn cards(window: &Window) -> (usize, bool) {
    let board = window.get_by_role_and_label(Role::Group, "Storyboard").rect();
    let (mut count, mut inside) = (0, true);
    for card in window.query_all_by_role(Role::Button) {
        let label = card.accesskit_node().label().unwrap_or_default();
        let rect = card.rect();
        if !(label.contains(": ") && label.contains(", ") && board.contains(rect.center())) {
            continue;
        }
        let Some((who, _)) = label.split_once(", ") else { continue };
        count += who.strip_suffix(" moments").map_or(1, |count| count.parse().unwrap_or(1));
        inside &= rect.left() >= board.left() - 1.0 && rect.right() <= board.right() + 1.0;
    }
    (count, inside)
}

/// "Fit" is said, and it is true.
fn fits(window: &Window) -> bool {
    let campaign = window.state().document().campaign();
    let shown = campaign.lanes.iter().flat_map(|lane| &lane.moments).filter(|moment| window.state().sieve().shows(moment.id));
    let (count, inside) = cards(window);
    // The rows of a pile are buttons of their own beside its head, and a panel over the board may have some, too.
    says_fit(window) && count >= shown.count() && inside
}

/// A plan of one lane with a card on each of these days from 6 September 2027 on.
fn plan_of(days: impl IntoIterator<Item = i32>) -> Campaign {
    let first = Day::new(2027, 9, 6).expect("a day");
    let mut plan = Campaign::new(PlanId::default(), "Days");
    let mut lane = Lane::empty(LaneId::parse("lane").expect("an id"), LaneKind::Community);
    for (at, day) in days.into_iter().enumerate() {
        let id = MomentId::parse(&format!("card{at}")).expect("an id");
        let mut moment = Moment::new(id, Kind::Values, format!("Card {at}"));
        moment.when = When::On(first.plus(day));
        lane.moments.push(Arc::new(moment));
    }
    plan.lanes.push(Arc::new(lane));
    plan
}

/// Rows of a table for a year, with titles of their own.
fn table(rows: i32) -> String {
    let first = Day::new(2028, 1, 1).expect("a day");
    let row = |at: i32| format!("{},Ana Cruz,Story,Post {at}\n", first.plus(at % 360));
    std::iter::once("Date,Creator,Kind,Title\n".to_owned()).chain((0..rows).map(row)).collect()
}

#[test]
fn what_is_opened_is_all_in_view_or_begins_where_its_cards_can_be_read() {
    let mut plans: Vec<(String, Campaign)> = vec![
        ("demo".to_owned(), fictional()),
        ("one moment".to_owned(), plan_of([0])),
        ("two in one week".to_owned(), plan_of([0, 3])),
        ("a season".to_owned(), plan_of((0..12).map(|at| at * 11))),
        ("a gap of a year".to_owned(), plan_of([0, 20, 390, 410])),
        ("many".to_owned(), plan_of((0..3_000).map(|at| at % 300))),
    ];
    for template in template::all() {
        let plan = template::instantiate(&template.key, &mut IdSource::seeded(3), None).expect("the template");
        plans.push((template.key.clone(), plan));
    }
    for (name, plan) in plans {
        for width in WIDTHS {
            let mut window = sized(plan.clone(), [width, 1900.0]);
            if says_fit(&window) {
                assert!(fits(&window) || name == "many", "{name} at {width}: {:?}", cards(&window));
                continue;
            }
            // Shown as a whole it would be small; so it begins at its beginning, with cards of the middle size at least.
            let begun = zoom(&window);
            assert!(large(&window) >= 2, "{name} at {width}: {} at {begun}", large(&window));
            run(&mut window, Command::ZoomFit);
            assert!(fits(&window) && large(&window) == 0, "{name} at {width}: {} {:?}", said(&window), cards(&window));
            let has_cards = window.query_all_by_role(Role::Button).any(|node| (node.rect().width() - 112.0).abs() < 1.0);
            assert!(width < 900.0 || !has_cards || begun <= zoom(&window) * 1.25, "{name} at {width}: {begun}");
        }
    }
}

/// Five moments of a creator have no room side by side at the middle size in a plan of nine weeks, and none at all are cards at the zoom of
/// half a year: small ones have room in both, over all of the width.
#[test]
fn cards_stand_side_by_side_over_the_whole_width_in_the_largest_size_that_has_room() {
    for (step, least) in [(15, 11.0), (47, 3.5)] {
        let mut window = sized(plan_of((0..5).map(|at| at * step)), [1440.0, 900.0]);
        run(&mut window, Command::ZoomFit);
        assert!(fits(&window), "{step}: {}", said(&window));
        assert!(zoom(&window) > least, "{step}: {}", zoom(&window));
        assert_eq!(cards(&window).0, 5, "{step}: each has a card of its own");
        // The next step of the zoom is one of cards that suit it.
        run(&mut window, Command::ZoomIn);
        assert!(!says_fit(&window));
    }
}

/// Twenty creators of four moments each, a creator every other day: cards of the middle size have room, but not centred.
#[test]
fn a_plan_of_many_creators_is_shown_as_a_whole_with_cards_that_can_be_read() {
    let mut plan = plan_of([]);
    let first = Day::new(2027, 3, 1).expect("a day");
    plan.lanes = (0..20)
        .map(|lane| {
            let mut row = Lane::empty(LaneId::parse(&format!("lane{lane}")).expect("an id"), LaneKind::Community);
            for at in 0..4 {
                let id = MomentId::parse(&format!("card{lane}x{at}")).expect("an id");
                let mut moment = Moment::new(id, Kind::Values, format!("Card {lane} {at}"));
                moment.when = When::On(first.plus(2 * lane + 17 * at));
                row.moments.push(Arc::new(moment));
            }
            Arc::new(row)
        })
        .collect();
    let mut window = sized(plan, [1440.0, 4000.0]);
    run(&mut window, Command::ZoomFit);
    assert!(fits(&window), "{}", said(&window));
    assert!(zoom(&window) >= 7.0, "cards of the middle size: {}", zoom(&window));
}

/// On a common laptop the panels beside the board give way, so that it has the room that it is drawn for.
#[test]
fn what_is_opened_on_a_laptop_is_all_there_with_cards_that_can_be_read() {
    for size in [[1280.0, 720.0], [1366.0, 768.0], [1400.0, 900.0], [1440.0, 900.0], [1920.0, 1080.0]] {
        let mut window = sized(fictional(), size);
        assert!(says_fit(&window) && cut(&window).is_empty(), "{size:?}: {} {:?}", said(&window), cut(&window));
        assert!(zoom(&window) >= 6.5 && large(&window) >= 9, "{size:?}: {} cards at {}", large(&window), zoom(&window));
        let begun = zoom(&window);
        run(&mut window, Command::ZoomFit);
        assert!((zoom(&window) - begun).abs() < 1e-9, "{size:?}: it is what is asked for, too");
    }
    // A window that becomes narrower or wider is as one that is opened so, as long as nobody makes a panel wider.
    let board = |window: &Window| window.get_by_role_and_label(Role::Group, "Storyboard").rect();
    let mut window = sized(fictional(), [1440.0, 900.0]);
    for size in [[1366.0, 768.0], [1440.0, 900.0]] {
        window.set_size(egui::vec2(size[0] + 16.0, size[1] + 16.0));
        window.run();
        assert_eq!(board(&window), board(&sized(fictional(), size)), "{size:?}");
    }
}

/// The cards of moments that the right edge of the board cuts.
fn cut(window: &Window) -> Vec<String> {
    let board = window.get_by_role_and_label(Role::Group, "Storyboard").rect();
    let is_cut = |rect: egui::Rect| rect.left() < board.right() - 1.0 && rect.right() > board.right() + 1.0;
    let label = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().unwrap_or_default();
    let cards = window.query_all_by_role(Role::Button).filter(|card| board.y_range().contains(card.rect().center().y));
    cards.filter(|card| label(card).contains(", ") && is_cut(card.rect())).map(|card| label(&card)).collect()
}

/// How many cards on the board have about the middle size at least.
fn large(window: &Window) -> usize {
    let board = window.get_by_role_and_label(Role::Group, "Storyboard").rect();
    let cards = window.query_all_by_role(Role::Button).filter(|card| board.contains(card.rect().center()));
    cards.filter(|card| card.rect().width() > 130.0 && card.rect().height() > 100.0).count()
}

#[test]
fn a_plan_that_grows_and_shrinks_is_shown_as_a_whole_all_the_time() {
    for width in WIDTHS {
        let mut window = fitted(width);
        let before = zoom(&window);
        let folder = Scratch::new(&format!("whole-import-{width}"));
        let path = folder.join("year.csv");
        scratch::write(&path, table(700).as_bytes());
        import(&mut window, &path);
        click(&mut window, "Import");
        settled(&mut window);
        assert!(says_fit(&window) && zoom(&window) < before, "at {width}");
        press(&mut window, Modifiers::COMMAND, Key::Z);
        assert!(fits(&window), "at {width}: {:?}", cards(&window));
        assert!((zoom(&window) - before).abs() < 1e-9, "undo leads back to {before}, not {}", zoom(&window));
        press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        assert!(says_fit(&window) && zoom(&window) < before, "at {width}");
    }
}

#[test]
fn cards_that_leave_the_days_of_the_plan_are_followed_step_by_step_and_back() {
    for width in WIDTHS {
        let mut window = fitted(width);
        let before = zoom(&window);
        select(&mut window, "Community story, Kwame, 25 Nov");
        for _ in 0..6 {
            press(&mut window, Modifiers::ALT | Modifiers::SHIFT, Key::ArrowRight);
            assert!(fits(&window), "at {width}: {:?}", cards(&window));
        }
        assert!(zoom(&window) < before);
        for _ in 0..6 {
            press(&mut window, Modifiers::COMMAND, Key::Z);
        }
        assert!(fits(&window) && (zoom(&window) - before).abs() < 1e-9, "at {width}: {before} {}", zoom(&window));
    }
}

#[test]
fn a_filter_that_comes_and_goes_leaves_the_zoom_that_is_seen() {
    for width in WIDTHS {
        let mut window = fitted(width);
        let before = zoom(&window);
        press(&mut window, Modifiers::COMMAND, Key::F);
        for c in "100".chars() {
            window.event(Event::Text(c.to_string()));
            window.run();
            assert!((zoom(&window) - before).abs() < 1e-9, "nothing moves under what is being typed");
        }
        // Whoever leaves the field goes on seeing what they saw, and so does whoever wants no filter any more.
        press(&mut window, Modifiers::NONE, Key::Enter);
        assert!((zoom(&window) - before).abs() < 1e-9, "out of the field at {width}: {before} {}", zoom(&window));
        run(&mut window, Command::ClearFilter);
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert!((zoom(&window) - before).abs() < 1e-9 && fits(&window), "without it at {width}: {before} {}", zoom(&window));
        // What was made to fit among the moments that are found stays as it is when the others come back.
        press(&mut window, Modifiers::COMMAND, Key::F);
        window.event(Event::Text("20% off".to_owned()));
        window.run();
        press(&mut window, Modifiers::NONE, Key::Enter);
        run(&mut window, Command::ZoomFit);
        let found = zoom(&window);
        assert!(fits(&window) && (found > before || width < 900.0), "at {width}: {before} {found} {:?}", cards(&window));
        run(&mut window, Command::ClearFilter);
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert!((zoom(&window) - found).abs() < 1e-9, "at {width}: {found} {}", zoom(&window));
        assert!(!says_fit(&window) || cards(&window).1, "at {width}: what is out of view is not said to be in it");
        run(&mut window, Command::ZoomFit);
        assert!((zoom(&window) - before).abs() < 1e-9 && fits(&window), "at {width}: {before} {}", zoom(&window));
    }
}

#[test]
fn panels_and_windows_of_another_size_leave_everything_in_view() {
    for width in WIDTHS {
        let mut window = fitted(width);
        for command in [Command::ToggleInspector, Command::ToggleFindings, Command::ToggleSidebar, Command::ToggleInspector] {
            run(&mut window, command);
            assert!(fits(&window), "{command:?} at {width}: {:?}", cards(&window));
        }
        for other in [1100.0, 1700.0, 800.0, 1300.0] {
            window.set_size(Vec2::new(other + 16.0, 1916.0));
            window.run();
            assert!(fits(&window), "from {width} to {other}: {} {:?}", said(&window), cards(&window));
        }
    }
}

#[test]
fn whoever_chose_a_zoom_or_a_place_keeps_it_whatever_the_plan_becomes() {
    for width in WIDTHS {
        let mut window = fitted(width);
        run(&mut window, Command::ZoomIn);
        let chosen = zoom(&window);
        assert!(!says_fit(&window));
        let at = card_at(&window, "Values story, Tobi, 12 Oct");
        select(&mut window, "Values story, Tobi, 12 Oct");
        run(&mut window, Command::ToggleFindings);
        for _ in 0..20 {
            press(&mut window, Modifiers::ALT | Modifiers::SHIFT, Key::ArrowRight);
        }
        for _ in 0..20 {
            press(&mut window, Modifiers::COMMAND, Key::Z);
        }
        run(&mut window, Command::ToggleFindings);
        assert!((zoom(&window) - chosen).abs() < 1e-9 && !says_fit(&window), "{width}: {}", said(&window));
        assert!((card_at(&window, "Values story, Tobi, 12 Oct").y - at.y).abs() < 1.0);
    }
}

#[test]
fn nothing_moves_under_a_card_in_the_hand_until_it_is_let_go_of() {
    let mut window = fitted(1440.0);
    let before = zoom(&window);
    let from = card_at(&window, "Community story, Kwame, 25 Nov");
    let still = card_at(&window, "Announcement, Maren, 1 Sep");
    drag(&mut window, from, from + Vec2::new(110.0, 0.0));
    assert!((zoom(&window) - before).abs() < 1e-9);
    assert_eq!(card_at(&window, "Announcement, Maren, 1 Sep"), still);
    window.drop_at(from + Vec2::new(110.0, 0.0));
    window.run();
    assert!(zoom(&window) < before && fits(&window), "{:?}", cards(&window));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!((zoom(&window) - before).abs() < 1e-9 && fits(&window));
}

#[test]
fn a_plan_opened_over_another_begins_anew() {
    let mut window = fitted(1440.0);
    run(&mut window, Command::ZoomIn);
    run(&mut window, Command::OpenDemo);
    assert!(fits(&window), "{:?}", cards(&window));
    run(&mut window, Command::Show(View::Calendar));
    run(&mut window, Command::Show(View::Board));
    assert!(fits(&window));
}

#[test]
fn the_first_card_of_a_new_lane_comes_among_the_others_and_the_board_stays() {
    // A plan that nobody gave a first or a last day, and that begins ten days after today.
    let mut plan = fictional();
    let today = Day::new(2027, 9, 2).unwrap();
    let first = plan.lanes.iter().flat_map(|lane| &lane.moments).filter_map(|moment| plan.day_of(moment.when)).min().unwrap();
    let by = today.plus(10).since(first);
    (plan.start, plan.end, plan.anchor) = (None, None, None);
    plan.phases.clear();
    for lane in &mut plan.lanes {
        for moment in &mut Arc::make_mut(lane).moments {
            let moment = Arc::make_mut(moment);
            if let When::On(day) = moment.when {
                moment.when = When::On(day.plus(by));
            }
        }
    }
    let mut window = sized(plan, [1440.0, 1900.0]);
    run(&mut window, Command::ZoomFit);
    let (place, at) = (window.get_by_label_contains("A hundred miles, together").rect(), zoom(&window));
    run(&mut window, Command::AddCreator);
    run(&mut window, Command::Add(Kind::Announcement));
    let lane = window.state().document().campaign().lanes.last().cloned().unwrap();
    let added = lane.moments.first().expect("it was added").when;
    assert_eq!(added, When::On(today.plus(10)), "the first day of the plan, and not today");
    assert!(fits(&window), "{}", said(&window));
    assert!((zoom(&window) - at).abs() < 0.01);
    let now = window.get_by_label_contains("A hundred miles, together").rect();
    assert!((now.left() - place.left()).abs() < 1.0, "nothing slides: {place} {now}");
}

#[test]
fn cards_of_a_long_plan_stay_cards_where_one_looks_closer() {
    let mut campaign = fictional();
    let lane = std::sync::Arc::make_mut(&mut campaign.lanes[0]);
    std::sync::Arc::make_mut(lane.moments.last_mut().unwrap()).when = When::On(Day::new(2028, 11, 18).unwrap());
    let mut window = sized(campaign, [1440.0, 900.0]);
    let readable = |window: &Window| {
        let board = window.get_by_role_and_label(Role::Group, "Storyboard").rect();
        let cards = window.query_all_by_role(Role::Button).filter(|card| board.contains(card.rect().center()));
        cards.filter(|card| card.rect().width() > 100.0 && card.rect().height() > 40.0).count()
    };
    let (all, begun) = (readable(&window), zoom(&window));
    assert!(all > 10, "{all}");
    select(&mut window, "Announcement, Maren");
    for _ in 0..3 {
        run(&mut window, Command::ZoomIn);
        assert!(readable(&window) > 3, "{} of {all} at {}", readable(&window), zoom(&window));
    }
    // Farther out than where all of it is in view there is no room for them.
    for _ in 0..4 {
        run(&mut window, Command::ZoomOut);
    }
    assert!(zoom(&window) < begun && readable(&window) < all, "{} at {}", readable(&window), zoom(&window));
}
