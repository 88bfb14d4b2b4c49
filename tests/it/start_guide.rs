//! The guide to the first arc, by what it says and by what the keyboard does.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::{App, Deriver, Keeper, Rim, Screen};
use momentboard::check::Options;
use momentboard::model::{Campaign, CreatorId, Day, IdSource, Kind, Lane, LaneId, Moment, MomentId, PlanId, SharedWith, When};
use momentboard::store::prefs::{self, Prefs};
use momentboard::store::template;
use momentboard::ui::carry::Carried;
use momentboard::ui::guide::data;

use crate::app_window::*;
use crate::painted::Painted;
use crate::palette_window;
use crate::raster;
use crate::scratch::Scratch;

fn day(month: i8, day: i8) -> Day {
    Day::new(2027, month, day).unwrap()
}

/// A plan with one creator, and moments of these kinds on these days of September and October.
fn plan(name: &str, cards: &[(&str, Kind, Day)]) -> Campaign {
    let mut campaign = template::blank(&mut IdSource::seeded(1));
    Arc::make_mut(&mut campaign.creators[0]).name = name.into();
    let lane = Arc::make_mut(&mut campaign.lanes[0]);
    for (id, kind, day) in cards {
        let mut moment = Moment::new(MomentId::parse(id).unwrap(), *kind, *id);
        moment.when = When::On(*day);
        moment.audience_value = vec![momentboard::model::AudienceValue::Inspire];
        lane.moments.push(Arc::new(moment));
    }
    campaign
}

/// What the guide says of a plan: each step with its state and note.
fn told(campaign: &Campaign, was_seen: bool) -> Vec<String> {
    told_after(campaign, data::Seen { sound: was_seen, broken: was_seen })
}

fn told_after(campaign: &Campaign, seen: data::Seen) -> Vec<String> {
    let campaign = Arc::new(campaign.clone());
    let mut deriver = Deriver::default();
    deriver.update(&campaign, 0, &Options::default());
    let course = data::course(&campaign, &deriver.derived, seen, day(9, 2)).unwrap();
    let rows = data::rows(&campaign, &deriver.derived, &course, "Ctrl+Z");
    rows.iter().map(|row| format!("{:?}: {}: {}", row.state, row.title, row.note)).collect()
}

const WHY: (&str, Kind, Day) = ("why", Kind::Announcement, Day::MIN);
const SHARE: (&str, Kind, Day) = ("share", Kind::Values, Day::MIN);
const COMMUNITY: (&str, Kind, Day) = ("community", Kind::Community, Day::MIN);
const ASK: (&str, Kind, Day) = ("ask", Kind::Product, Day::MIN);

fn on((id, kind, _): (&'static str, Kind, Day), day: Day) -> (&'static str, Kind, Day) {
    (id, kind, day)
}

#[test]
fn the_plan_alone_says_how_far_somebody_is() {
    let empty = plan("Creator", &[]);
    assert_eq!(
        told(&empty, false),
        [
            "Now: Name a creator: The one whose followers you want to reach.",
            "Later: Say why: Drag Announcement to the first slot, or press 1.",
            "Later: Show what you share: Drag Values story to the second slot, or press 2.",
            "Later: Pass the mic, then ask: A community story, then a product above the line.",
            "Later: Break it on purpose: Move the product to the front. See what the checker says, then press Ctrl+Z.",
        ]
    );
    let why = on(WHY, day(9, 13));
    let share = on(SHARE, day(10, 4));
    let community = on(COMMUNITY, day(10, 25));
    let two = plan("Alma Reyes", &[why, share]);
    assert_eq!(
        told(&two, false)[..4],
        [
            "Done: Name a creator: Alma Reyes",
            "Done: Say why: Announcement on 13 Sep.",
            "Done: Show what you share: Values story on 4 Oct. Strangers became Introduced.",
            "Now: Pass the mic, then ask: A community story next, with 3; then a product above the line.",
        ]
    );
    let three = plan("Alma", &[why, share, community]);
    assert_eq!(told(&three, false)[3], "Now: Pass the mic, then ask: Now the product, with 4: the line is high enough.");
    let whole = plan("Alma", &[why, share, community, on(ASK, day(11, 15))]);
    assert_eq!(
        told(&whole, false)[3..],
        [
            "Done: Pass the mic, then ask: Asked on 15 Nov, above the line.",
            "Now: Break it on purpose: Move the product to the front and see what the checker says.",
        ]
    );
    let broken = plan("Alma", &[why, share, community, on(ASK, day(9, 6))]);
    let take_back = "Now: Break it on purpose: Read what the checker says. Then take it back with Ctrl+Z, until the product stands last again.";
    assert_eq!(told(&broken, false)[4], take_back);
    // Between the others it breaks no rule as plainly as in front, and it is no arc either.
    let between = plan("Alma", &[why, share, community, on(ASK, day(10, 11))]);
    assert_eq!(
        told(&between, false)[3],
        "Now: Pass the mic, then ask: The product stands too early. Move it after the other three."
    );
    // Moved by keys it passes there on its way to the front, and on its way back, and both are the step that is to be done.
    let on_its_way = data::Seen { sound: true, broken: false };
    assert_eq!(
        told_after(&between, on_its_way)[4],
        "Now: Break it on purpose: Move the product to the front and see what the checker says."
    );
    assert_eq!(told(&between, true)[4], take_back);
    // Taken back, the plan is as it was; that it was broken is all that the guide remembers.
    assert!(told(&whole, true).iter().all(|row| row.starts_with("Done: ")));
    assert!(told(&three, true)[3].starts_with("Now: "), "further back the steps are open again");
}

#[test]
fn open_slots_stand_three_weeks_apart_behind_what_is_there() {
    let slots = |campaign: &Campaign| -> Vec<String> {
        let course = data::course(campaign, &Deriver::default().derived, data::Seen::default(), day(9, 2)).unwrap();
        let slot = |slot: &data::Slot| {
            format!("{} {}{}", slot.kind.key(), slot.day.with_weekday(), if slot.is_open() { "" } else { " taken" })
        };
        course.slots.iter().map(slot).collect()
    };
    let empty = ["announcement Mon 13 Sep", "values Mon 4 Oct", "community Mon 25 Oct", "product Mon 15 Nov"];
    assert_eq!(slots(&plan("Alma", &[])), empty);
    assert_eq!(
        slots(&plan("Alma", &[on(WHY, day(9, 8))])),
        ["announcement Wed 8 Sep taken", "values Wed 29 Sep", "community Wed 20 Oct", "product Wed 10 Nov"]
    );
    // An ask that came first moves nobody else's place.
    assert_eq!(slots(&plan("Alma", &[on(ASK, day(9, 6))]))[..3], empty[..3]);
}

#[test]
fn the_guide_is_for_one_creators_short_lane_only() {
    assert!(data::lane(&plan("Alma", &[])).is_some());
    let mut two = plan("Alma", &[]);
    two.lanes.push(Arc::new(Lane::of_creator(LaneId::parse("other").unwrap(), CreatorId::parse("x").unwrap())));
    assert!(data::lane(&two).is_none());
    assert!(data::lane(&Campaign::new(PlanId::default(), "")).is_none());
    assert!(data::lane(&momentboard::store::demo::fictional(PlanId::default())).is_none());
    let many: Vec<_> = (1..=9).map(|n| on(WHY, day(9, n))).collect();
    assert!(data::lane(&plan("Alma", &many)).is_none());
}

#[test]
fn what_a_slot_takes_is_what_the_checker_asks_for() {
    let mut campaign = plan("Alma", &[]);
    let mut ids = IdSource::seeded(4);
    for at in 0..4 {
        let course = data::course(&campaign, &Deriver::default().derived, data::Seen::default(), day(9, 2)).unwrap();
        let slot = course.slots[at];
        assert_eq!(course.next_slot(), Some(at));
        let moment = data::moment(&course, slot, slot.kind, ids.moment());
        Arc::make_mut(&mut campaign.lanes[0]).moments.push(Arc::new(moment));
    }
    let report = momentboard::check::check(&campaign, &Options { today: Some(day(9, 2)), ..Options::default() });
    assert_eq!(report.findings, []);
    assert!(told(&campaign, false)[4].starts_with("Now: "));
}

fn window_with(kept: Option<Prefs>, size: [f32; 2]) -> (Scratch, Window) {
    // Tests run side by side, and each has a folder of its own.
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let folder = Scratch::new(&format!("guide-{}", COUNT.fetch_add(1, Ordering::Relaxed)));
    let file = folder.join("preferences.ron");
    prefs::save(&file, &kept.unwrap_or_default()).unwrap();
    let rim = Rim { prefs: Keeper::File(file), ..rim() };
    let mut window = raster::builder(Theme::Light, size).with_max_steps(60).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        App::at_start(rim, false),
    );
    window.run();
    (folder, window)
}

fn write(window: &mut Window, text: &str) {
    for c in text.chars() {
        window.event(egui::Event::Text(c.to_string()));
        window.step();
    }
    window.run();
}

fn moments(window: &Window) -> usize {
    window.state().document().campaign().moment_count()
}

/// "Step 3, now, …": the step that the guide is at.
fn now(window: &Window) -> String {
    let is_now = |step: &usize| window.query_by_label_contains(&format!("Step {step}, now, ")).is_some();
    format!("Step {}", (1..=data::STEPS).find(is_now).unwrap())
}

#[test]
fn from_nothing_to_a_broken_and_mended_arc_by_keyboard_alone() {
    let (_folder, mut window) = window_with(None, [1440.0, 900.0]);
    press(&mut window, Modifiers::COMMAND, Key::N);
    window.get_by_label("Your first arc, 1 of 5");
    // As long as nothing is found a line says so; with the first finding the list is there.
    let quiet = "The checker reads every change. Nothing here asks too early.";
    assert!(has(&window, quiet) && !has(&window, "Nothing to mend."));
    assert!(window.get_by_role_and_label(Role::TextInput, "Name of the creator").is_focused());
    write(&mut window, "Alma");
    assert_eq!(now(&window), "Step 1", "while the name is written it is not taken away");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(now(&window), "Step 2");
    // Enter fills the slot that has the focus; the next one has it then.
    assert!(window.get_by_label("Empty slot: Announcement, 13 Sep").is_focused());
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!((now(&window).as_str(), moments(&window)), ("Step 3", 1));
    assert!(window.get_by_label("Empty slot: Values story, 4 Oct").is_focused());
    // The number does the same.
    press(&mut window, Modifiers::NONE, Key::Num2);
    assert_eq!((now(&window).as_str(), moments(&window)), ("Step 4", 2));
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::NONE, Key::Num4);
    assert_eq!((now(&window).as_str(), moments(&window)), ("Step 5", 4));
    assert!(window.get_by_label("Product, Alma, 15 Nov: Have a look").is_focused());
    assert_eq!(window.state().findings(), []);

    // One more goes on with the keyboard: the card that is selected is the one that has it.
    press(&mut window, Modifiers::NONE, Key::Num4);
    let marked: Vec<(bool, bool)> = window
        .query_all_by_role(Role::Button)
        .filter(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with("Product, Alma, ")))
        .map(|node| (node.accesskit_node().toggled() == Some(Toggled::True), node.is_focused()))
        .collect();
    assert_eq!(marked.iter().filter(|both| **both == (true, true)).count(), 1, "{marked:?}");
    assert_eq!(marked.iter().filter(|(selected, focused)| *selected || *focused).count(), 1, "{marked:?}");
    press(&mut window, Modifiers::COMMAND, Key::Z);

    // Each step is one undo step, and undo goes a step back.
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!((now(&window).as_str(), moments(&window)), ("Step 4", 3));
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!((now(&window).as_str(), moments(&window)), ("Step 5", 4));

    for _ in 0..10 {
        press(&mut window, Modifiers::ALT | Modifiers::SHIFT, Key::ArrowLeft);
    }
    assert_eq!(errors(window.state()), ["PBR-01"]);
    assert!(!has(&window, quiet) && has(&window, "Open 1"));
    window.get_by_label_contains("Step 5, now, Break it on purpose: Read what the checker says.");
    for _ in 0..10 {
        press(&mut window, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(window.state().findings(), []);
    window.get_by_label("Your first arc, All done");
    click(&mut window, "Close the guide");
    assert!(window.query_by_label_contains("Your first arc").is_none());
    assert_eq!(moments(&window), 4, "what was made stays");
}

#[test]
fn a_click_fills_a_slot_and_a_button_breaks_the_arc_in_one_step() {
    let (_folder, mut window) = window_with(None, [1440.0, 900.0]);
    click(&mut window, "New storyboard");
    write(&mut window, "Alma");
    for slot in ["Announcement, 13 Sep", "Values story, 4 Oct", "Community story, 25 Oct", "Product, 15 Nov"] {
        click(&mut window, &format!("Empty slot: {slot}"));
    }
    assert_eq!((now(&window).as_str(), moments(&window)), ("Step 5", 4));
    let depth = window.state().document().undo_depth();
    click(&mut window, "Move it to the front");
    assert_eq!(errors(window.state()), ["PBR-01"]);
    assert_eq!(window.state().document().undo_depth(), depth + 1);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    window.get_by_label("Your first arc, All done");
}

#[test]
fn a_card_is_dragged_to_another_day_as_one_step_and_escape_leaves_it() {
    let (_folder, mut window) = window_with(None, [1440.0, 900.0]);
    click(&mut window, "New storyboard");
    write(&mut window, "Alma");
    for key in [Key::Enter, Key::Num1, Key::Num2, Key::Num3, Key::Num4] {
        press(&mut window, Modifiers::NONE, key);
    }
    let depth = window.state().document().undo_depth();
    let from = card_at(&window, "Product, Alma");
    let to = card_at(&window, "Announcement, Alma") - egui::vec2(60.0, 0.0);
    drag(&mut window, from, to);
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.drop_at(to);
    window.run();
    assert_eq!(window.state().document().undo_depth(), depth);
    drag(&mut window, from, to);
    window.drop_at(to);
    window.run();
    assert_eq!(window.state().document().undo_depth(), depth + 1);
    assert_eq!(errors(window.state()), ["PBR-01"]);
}

#[test]
fn a_kind_that_is_carried_over_the_lane_falls_into_its_slot() {
    let (_folder, mut window) = window_with(None, [1440.0, 900.0]);
    click(&mut window, "New storyboard");
    write(&mut window, "Alma");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let at = window.get_by_label("Empty slot: Values story, 4 Oct").rect().center();
    // Whoever is carried comes from another panel; only the payload matters here.
    let outside = egui::pos2(20.0, 400.0);
    window.drag_at(outside);
    window.step();
    egui::DragAndDrop::set_payload(&window.ctx, Carried::Kind(Kind::Values));
    window.hover_at(at);
    window.step();
    window.drop_at(at);
    window.run();
    let campaign = window.state().document().campaign();
    let [moment] = campaign.lanes[0].moments.as_slice() else { panic!("{} moments", campaign.moment_count()) };
    assert_eq!((moment.kind, moment.when), (Kind::Values, When::On(day(10, 4))));
    assert_eq!(window.state().document().undo_depth(), 2, "the name, and one step");
}

#[test]
fn the_guide_can_be_left_and_called_back() {
    let (_folder, mut window) = window_with(None, [1440.0, 900.0]);
    press(&mut window, Modifiers::COMMAND, Key::N);
    click(&mut window, "Skip the guide");
    assert!(window.query_by_label_contains("Your first arc").is_none());
    window.get_by_label_contains("Select the lane and press 1 for an announcement");
    press(&mut window, Modifiers::NONE, Key::F1);
    window.get_by_label("Your first arc, 1 of 5");
    press(&mut window, Modifiers::NONE, Key::F1);
    // It was left: an empty plan says how to begin instead.
    press(&mut window, Modifiers::COMMAND, Key::N);
    assert!(window.query_by_label_contains("Your first arc").is_none());
    click(&mut window, "Show the guide");
    window.get_by_label("Your first arc, 1 of 5");

    let left = Prefs { guide_done: true, ..Prefs::default() };
    let (_folder, mut window) = window_with(Some(left), [1440.0, 900.0]);
    click(&mut window, "New storyboard");
    window.get_by_label("Show the guide");
    assert_eq!(window.state().screen(), Screen::Plan);
}

#[test]
fn another_view_opens_and_the_guide_waits_for_the_board() {
    let (_folder, mut window) = window_with(None, [1440.0, 900.0]);
    press(&mut window, Modifiers::COMMAND, Key::N);
    write(&mut window, "Alma");
    press(&mut window, Modifiers::NONE, Key::Enter);
    for (key, there) in [(Key::Num2, "Month"), (Key::Num3, "Paste rows")] {
        press(&mut window, Modifiers::ALT, key);
        assert!(window.query_by_label_contains("Your first arc").is_none(), "{there}");
        assert!(has(&window, there), "the view is there: {there}");
        press(&mut window, Modifiers::ALT, Key::Num1);
        window.get_by_label_contains("Your first arc");
    }
    // Called from another view it brings the board with it.
    press(&mut window, Modifiers::ALT, Key::Num2);
    press(&mut window, Modifiers::NONE, Key::F1);
    window.get_by_label_contains("Your first arc");
}

#[test]
fn a_card_of_a_shared_plan_names_no_status_that_was_not_shared() {
    let mut shared = plan("Alma", &[on(WHY, day(9, 13))]);
    for (by, is_there, is_not) in [(None, "Draft", "Not shared"), (Some(SharedWith::Client), "Not shared", "Draft")] {
        shared.shared_with = by;
        let mut window = window_on(shared.clone());
        press(&mut window, Modifiers::NONE, Key::F1);
        window.get_by_label_contains("Your first arc");
        let painted = crate::shown_names::painted(&window);
        let has = |words: &str| painted.iter().any(|text| text == words);
        assert!(has(is_there) && !has(is_not), "{by:?}: {painted:?}");
    }
}

#[test]
fn over_another_plan_the_guide_is_only_offered() {
    const OFFER: &str = "The guide needs a new plan";
    let mut window = window();
    let before = moments(&window);
    press(&mut window, Modifiers::NONE, Key::F1);
    window.get_by_role_and_label(Role::Dialog, OFFER);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!((window.state().screen(), moments(&window)), (Screen::Plan, before), "the plan stays in front");
    press(&mut window, Modifiers::NONE, Key::F1);
    click(&mut window, "Show all keys");
    window.get_by_role_and_label(Role::Dialog, "Keys");
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::NONE, Key::F1);
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_label("Your first arc, 1 of 5");
    assert_eq!(moments(&window), 0);

    let mut window = crate::app_window::window();
    select(&mut window, "Announcement, Maren");
    press(&mut window, Modifiers::NONE, Key::Delete);
    press(&mut window, Modifiers::NONE, Key::F1);
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_role_and_label(Role::Dialog, "Save the changes?");
    click(&mut window, "Cancel");
    assert_eq!(window.state().document().undo_depth(), 1);
}

#[test]
fn in_a_narrow_window_the_steps_and_all_slots_are_there() {
    for size in [[760.0, 900.0], [720.0, 900.0], [1100.0, 700.0]] {
        let (_folder, mut window) = window_with(None, size);
        click(&mut window, "New storyboard");
        window.get_by_label("Your first arc, 1 of 5");
        let slots: Vec<_> = window.query_all_by_label_contains("Empty slot: ").map(|node| node.rect()).collect();
        assert_eq!(slots.len(), 4);
        for pair in slots.windows(2) {
            assert!(!pair[0].intersects(pair[1]), "{pair:?} in {size:?}");
        }
        assert!(slots.iter().all(|slot| slot.left() >= 0.0 && slot.right() <= size[0]), "{slots:?} in {size:?}");
    }
}

#[test]
fn while_the_guide_is_done_it_says_what_was_learned() {
    let (_folder, mut window) = window_with(None, [1440.0, 900.0]);
    click(&mut window, "New storyboard");
    write(&mut window, "Alma");
    for key in [Key::Enter, Key::Num1, Key::Num2, Key::Num3, Key::Num4] {
        press(&mut window, Modifiers::NONE, key);
    }
    click(&mut window, "Move it to the front");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    let states: Vec<bool> =
        (1..=5).map(|step| window.query_by_label_contains(&format!("Step {step}, done, ")).is_some()).collect();
    assert_eq!(states, [true; 5]);
}

#[test]
fn moments_beside_the_arc_have_their_places_and_nothing_lies_over_the_next_slot() {
    let (_folder, mut window) = window_with(None, [1440.0, 900.0]);
    press(&mut window, Modifiers::COMMAND, Key::N);
    write(&mut window, "Alma");
    for key in [Key::Enter, Key::Num1, Key::Num2, Key::Num3, Key::Num2, Key::Escape] {
        press(&mut window, Modifiers::NONE, key);
    }
    let slot = window.get_by_label_contains("Empty slot: Product").rect();
    for card in window.query_all_by_role(Role::Button).filter(|node| {
        let label = node.accesskit_node().label().unwrap_or_default();
        label.contains(", Alma, ")
    }) {
        assert!(!card.rect().intersects(slot), "{:?} lies over {slot:?}", card.rect());
    }
    // Another one: the slots stay behind what is there, and everything is in view.
    press(&mut window, Modifiers::NONE, Key::Num3);
    assert_eq!(moments(&window), 5);
    // The last that gives something is of 8 November.
    window.get_by_label("Empty slot: Product, 15 Nov");
    press(&mut window, Modifiers::NONE, Key::F1);
    press(&mut window, Modifiers::NONE, Key::F1);
    window.get_by_label_contains("Your first arc");
}

#[test]
fn a_card_in_the_hand_is_held_past_the_last_day() {
    let (_folder, mut window) = window_with(None, [1440.0, 900.0]);
    press(&mut window, Modifiers::COMMAND, Key::N);
    write(&mut window, "Alma");
    for key in [Key::Enter, Key::Num1, Key::Num2] {
        press(&mut window, Modifiers::NONE, key);
    }
    let from = card_at(&window, "Announcement, Alma");
    drag(&mut window, from, egui::pos2(1430.0, from.y));
    window.drop_at(egui::pos2(1430.0, from.y));
    window.run();
    assert_eq!(moments(&window), 2);
}

#[test]
fn letters_after_a_slot_was_filled_are_the_title_of_its_card_and_run_no_command() {
    let (_folder, mut window) = window_with(None, [1440.0, 900.0]);
    press(&mut window, Modifiers::COMMAND, Key::N);
    write(&mut window, "Alma");
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::NONE, Key::Num1);
    for (key, c) in [(Key::H, 'H'), (Key::I, 'i'), (Key::Space, ' '), (Key::Num2, '2')] {
        // A key and what it writes come together.
        let pressed = egui::Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
        window.input_mut().events.extend([pressed, egui::Event::Text(c.to_string())]);
        window.step();
    }
    window.run();
    assert_eq!(moments(&window), 1, "the space and the number are words, too");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let campaign = window.state().document().campaign();
    assert_eq!(campaign.lanes[0].moments[0].title, "Hi 2");
    assert!(window.get_by_label_contains("Empty slot: Values story").is_focused(), "the keyboard goes on");
    press(&mut window, Modifiers::NONE, Key::Num2);
    assert_eq!(moments(&window), 2);
    window.event(egui::Event::Text("X".into()));
    window.run();
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.state().document().campaign().lanes[0].moments.iter().all(|moment| moment.title != "X"));
}

#[test]
fn a_second_story_comes_behind_the_arc_and_never_before_the_announcement() {
    let (_folder, mut window) = window_with(None, [1440.0, 900.0]);
    click(&mut window, "New storyboard");
    write(&mut window, "Alma");
    for key in [Key::Enter, Key::Num1, Key::Num2, Key::Num3] {
        press(&mut window, Modifiers::NONE, key);
    }
    assert_eq!(moments(&window), 3);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.state().selection().moments.is_empty());
    press(&mut window, Modifiers::NONE, Key::Num3);
    let campaign = window.state().document().campaign();
    let days: Vec<_> = campaign.lanes[0].moments.iter().map(|moment| campaign.day_of(moment.when)).collect();
    assert_eq!(days[3..], [Some(day(11, 1))], "a week after the story that is there");
}

#[test]
fn a_table_that_was_copied_is_a_third_way_to_begin() {
    let mut window = window();
    run(&mut window, momentboard::ui::command::Command::New);
    window.get_by_role_and_label(Role::Button, "Paste from a spreadsheet").click();
    let mut asked = false;
    for _ in 0..4 {
        window.step();
        let viewports = window.output().viewport_output.values();
        asked |= viewports
            .flat_map(|viewport| &viewport.commands)
            .any(|command| matches!(command, egui::ViewportCommand::RequestPaste));
    }
    assert!(asked, "the clipboard is asked for");
    // What the system answers with.
    window.event(egui::Event::Paste("Date\tCreator\tTitle\n7 Sep 2027\tAlma\tHello\n".to_owned()));
    window.run();
    assert!(window.query_by_role(Role::Dialog).is_some(), "it is looked at before anything enters");
}

#[test]
fn who_it_is_stands_there_in_the_same_letters_and_the_palette_says_that_the_guide_is_left() {
    let (_folder, mut window) = window_with(None, [1440.0, 900.0]);
    press(&mut window, Modifiers::COMMAND, Key::N);
    write(&mut window, "Lena Park");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let painted = Painted::of(&window.ctx);
    window.run();
    window.step();
    let layers = painted.layers(&window);
    let letters: Vec<&str> =
        layers.iter().flat_map(|layer| &layer.lines).map(|line| line.text.as_str()).filter(|text| text.len() < 3).collect();
    assert_eq!(letters.iter().filter(|text| **text == "LP").count(), 2, "{letters:?}");
    assert!(!letters.contains(&"L"), "{letters:?}");
    let rows = |window: &mut Window| {
        palette_window::look_for(window, "guide");
        palette_window::rows(window).join("\n")
    };
    let offered = rows(&mut window);
    assert!(offered.contains("Leave the guide") && !offered.contains("Guide to the first arc"), "{offered}");
    palette_window::go_to(&mut window, "Leave the guide");
    palette_window::key(&mut window, Key::Enter);
    assert!(window.query_by_label_contains("Your first arc").is_none());
    let offered = rows(&mut window);
    assert!(offered.contains("Guide to the first arc") && !offered.contains("Leave the guide"), "{offered}");
}

#[test]
fn the_menu_of_help_says_that_the_guide_is_left_while_it_is_there() {
    let (_folder, mut window) = window_with(None, [1440.0, 900.0]);
    press(&mut window, Modifiers::COMMAND, Key::N);
    let choose = |window: &mut Window, row: &str, other: &str| {
        window.get_by_role_and_label(Role::Button, "Menu").click();
        window.run();
        window.get_by_role_and_label(Role::MenuItem, "Help").click();
        window.run();
        assert!(window.query_by_role_and_label(Role::MenuItem, other).is_none());
        window.get_by_role_and_label(Role::MenuItem, row).click();
        window.run();
    };
    window.get_by_label("Your first arc, 1 of 5");
    choose(&mut window, "Leave the guide", "Guide to the first arc");
    assert!(window.query_by_label_contains("Your first arc").is_none());
    choose(&mut window, "Guide to the first arc", "Leave the guide");
    window.get_by_label("Your first arc, 1 of 5");
}
