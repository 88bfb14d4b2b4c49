//! The calendar by accessible label, in the whole window: turned, selected in, dragged on, added to, gone through by keyboard.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::App;
use momentboard::model::{Campaign, Day, Moment, MomentId, Status, When};
use momentboard::ui::command::Command;
use momentboard::ui::view::{Action, Selection};

use crate::app_window::*;

fn day(month: i8, day: i8) -> Day {
    Day::new(2027, month, day).unwrap()
}

fn plan(app: &App) -> Campaign {
    (**app.document().campaign()).clone()
}

/// The fictional campaign in the calendar, as its keys bring it to the front.
fn calendar() -> Window {
    calendar_on(fictional())
}

fn calendar_on(campaign: Campaign) -> Window {
    let mut window = window_on(campaign);
    press(&mut window, Modifiers::ALT, Key::Num2);
    window
}

/// The middle of the lower part of a day, where nothing stands.
fn place_of(window: &Window, name: &str) -> Pos2 {
    let days: Vec<_> = window
        .query_all_by_role(Role::Button)
        .filter(|node| node.accesskit_node().label().unwrap_or_default().starts_with(name))
        .collect();
    assert_eq!(days.len(), 1, "one day is {name}");
    days[0].rect().center_bottom() - vec2(0.0, 34.0)
}

fn is_shown(window: &Window, words: &str) -> bool {
    window.query_all_by_role(Role::Button).any(|node| node.accesskit_node().label().unwrap_or_default().contains(words))
}

fn move_to(window: &mut Window, card: &str, to: &str) {
    let (from, to) = (card_at(window, card), place_of(window, to));
    drag(window, from, to);
    window.drop_at(to);
    window.run();
}

fn double_press(window: &mut Window, at: Pos2) {
    double_click(window, at);
    window.run();
}

#[test]
fn alt_2_shows_the_month_of_today_with_everything_on_its_day() {
    let window = calendar();
    window.get_by_role_and_label(Role::Heading, "September 2027");
    for words in ["Announcement, Maren, 1 Sep", "Product, Tobi, 7 Sep, error", "Tue 7 Sep, 1 moment", "Thu 2 Sep, today"] {
        assert!(is_shown(&window, words), "{words}");
    }
    assert!(is_shown(&window, "Draft due: 20% off the Fjell 2"), "what is due is told");
    assert!(has(&window, "Kwame quiet until 4 Nov, 41 days"), "and the silence");
    assert!(has(&window, "Introduce, 1 Sep – 19 Sep"), "and the phases");
}

#[test]
fn what_is_selected_on_the_board_is_selected_and_in_sight_here() {
    let mut window = window();
    let id = select(&mut window, "Product, Kwame");
    press(&mut window, Modifiers::ALT, Key::Num2);
    window.get_by_role_and_label(Role::Heading, "November 2027");
    assert!(is_shown(&window, "Product, Kwame, 4 Nov"));
    assert_eq!(window.state().selection().primary(), Some(id));
}

#[test]
fn a_drag_to_another_day_is_one_step_and_undo_brings_it_back() {
    let mut window = calendar();
    let before = plan(window.state());
    let id = tobis_ask(window.state());
    move_to(&mut window, "Product, Tobi, 7 Sep", "Mon 27 Sep");
    assert_eq!(when(window.state(), id), When::On(day(9, 27)));
    assert_eq!(window.state().document().undo_depth(), 1);
    assert_eq!(window.state().document().undo_label(), Some("Move “20% off the Fjell 2 with TOBI20”"));
    assert_eq!(window.state().selection().primary(), Some(id), "what was moved is selected");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(plan(window.state()), before);
}

#[test]
fn the_time_of_day_and_the_days_between_several_stay() {
    let mut campaign = fictional();
    for lane in &mut campaign.lanes {
        for moment in &mut std::sync::Arc::make_mut(lane).moments {
            std::sync::Arc::make_mut(moment).time = momentboard::model::Time::parse("18:00");
        }
    }
    let mut window = calendar_on(campaign);
    let first = select(&mut window, "Product, Tobi, 7 Sep");
    let at = card_at(&window, "Announcement, Tobi, 22 Sep");
    window.event(Event::ModifiersChanged(Modifiers::COMMAND));
    for pressed in [true, false] {
        let modifiers = Modifiers::COMMAND;
        window.event(Event::PointerMoved(at));
        window.event(Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers });
        window.step();
    }
    window.event(Event::ModifiersChanged(Modifiers::NONE));
    window.run();
    let both = window.state().selection().moments.clone();
    assert_eq!(both.len(), 2);
    move_to(&mut window, "Product, Tobi, 7 Sep", "Wed 8 Sep");
    assert_eq!(when(window.state(), first), When::On(day(9, 8)));
    let other = both.into_iter().find(|id| *id != first).unwrap();
    assert_eq!(when(window.state(), other), When::On(day(9, 23)));
    let (_, moment) = window.state().document().campaign().moment(first).unwrap();
    assert_eq!(moment.time.unwrap().to_string(), "18:00");
    assert_eq!(window.state().document().undo_label(), Some("Move 2 moments"));
    assert_eq!(window.state().document().undo_depth(), 1);
}

#[test]
fn escape_and_a_drop_on_the_same_day_leave_no_step() {
    let mut window = calendar();
    let before = plan(window.state());
    let (from, to) = (card_at(&window, "Product, Tobi, 7 Sep"), place_of(&window, "Mon 27 Sep"));
    drag(&mut window, from, to);
    window.key_press(Key::Escape);
    window.step();
    window.drop_at(to);
    window.run();
    assert_eq!(plan(window.state()), before);
    assert!(is_shown(&window, "Product, Tobi, 7 Sep"));
    let near = from + vec2(8.0, 20.0);
    drag(&mut window, from, near);
    window.drop_at(near);
    window.run();
    assert_eq!((plan(window.state()), window.state().document().undo_depth()), (before, 0));
}

#[test]
fn what_is_published_stays_and_says_why() {
    let mut window = calendar();
    let before = plan(window.state());
    let id = before.lanes[0].moments.iter().find(|moment| moment.status == Status::Published).unwrap().id;
    move_to(&mut window, "Announcement, Maren, 1 Sep", "Fri 10 Sep");
    assert_eq!(plan(window.state()), before);
    assert_eq!(when(window.state(), id), When::On(day(9, 1)));
    assert!(has(&window, "What is published keeps its day"));
}

#[test]
fn of_several_that_are_dragged_what_is_published_stays_and_that_is_said() {
    let mut window = calendar();
    let product = select(&mut window, "Product, Tobi, 7 Sep");
    let out = card_at(&window, "Announcement, Maren, 1 Sep");
    window.event(Event::ModifiersChanged(Modifiers::COMMAND));
    for pressed in [true, false] {
        let modifiers = Modifiers::COMMAND;
        window.event(Event::PointerMoved(out));
        window.event(Event::PointerButton { pos: out, button: PointerButton::Primary, pressed, modifiers });
        window.step();
    }
    window.event(Event::ModifiersChanged(Modifiers::NONE));
    window.run();
    assert_eq!(window.state().selection().moments.len(), 2);
    let published = plan(window.state()).lanes[0].moments.iter().find(|moment| moment.status == Status::Published).unwrap().id;
    move_to(&mut window, "Product, Tobi, 7 Sep", "Wed 8 Sep");
    assert_eq!(when(window.state(), product), When::On(day(9, 8)));
    assert_eq!(when(window.state(), published), When::On(day(9, 1)));
    assert!(has(&window, "One moment is published and stays where it is."));
}

#[test]
fn months_are_turned_by_button_and_key_and_today_leads_back() {
    let mut window = calendar();
    click(&mut window, "The month after");
    window.get_by_role_and_label(Role::Heading, "October 2027");
    assert!(is_shown(&window, "Product, Maren, 28 Oct") && !is_shown(&window, "Product, Tobi, 7 Sep"));
    press(&mut window, Modifiers::NONE, Key::PageUp);
    press(&mut window, Modifiers::NONE, Key::PageUp);
    window.get_by_role_and_label(Role::Heading, "August 2027");
    press(&mut window, Modifiers::NONE, Key::T);
    window.get_by_role_and_label(Role::Heading, "September 2027");
    click(&mut window, "Week");
    window.get_by_role_and_label(Role::Heading, "30 Aug – 5 Sep 2027");
    press(&mut window, Modifiers::NONE, Key::PageDown);
    window.get_by_role_and_label(Role::Heading, "6 Sep – 12 Sep 2027");
    assert!(is_shown(&window, "Values story, Kwame, 9 Sep") || is_shown(&window, "Kwame, 9 Sep"));
    click(&mut window, "Month");
    window.get_by_role_and_label(Role::Heading, "September 2027");
}

#[test]
fn a_week_leads_back_to_the_month_that_it_was_come_to_from_else_to_that_of_most_of_its_days() {
    // The keyboard is on no day, and nothing is selected.
    let mut window = calendar();
    click(&mut window, "The month after");
    for _ in 0..2 {
        click(&mut window, "Week");
        window.get_by_role_and_label(Role::Heading, "27 Sep – 3 Oct 2027");
        click(&mut window, "Month");
        window.get_by_role_and_label(Role::Heading, "October 2027");
    }
    click(&mut window, "Week");
    (0..9).for_each(|_| press(&mut window, Modifiers::NONE, Key::PageDown));
    window.get_by_role_and_label(Role::Heading, "29 Nov – 5 Dec 2027");
    click(&mut window, "Month");
    window.get_by_role_and_label(Role::Heading, "December 2027");
}

#[test]
fn a_page_that_was_seen_before_shows_what_changed_while_another_was_in_front() {
    let mut window = calendar();
    move_to(&mut window, "Product, Tobi, 7 Sep", "Mon 13 Sep");
    let turn = |window: &mut Window, key: Key| press(window, Modifiers::NONE, key);
    turn(&mut window, Key::PageDown);
    // To undo leads to where it is seen.
    press(&mut window, Modifiers::COMMAND, Key::Z);
    window.get_by_role_and_label(Role::Heading, "September 2027");
    assert!(is_shown(&window, "Product, Tobi, 7 Sep") && !is_shown(&window, "Product, Tobi, 13 Sep"));
    turn(&mut window, Key::PageDown);
    click(&mut window, "Moments of Tobi Achterberg");
    turn(&mut window, Key::PageUp);
    assert!(!is_shown(&window, "Product, Tobi, 7 Sep"));
    window.get_by_label("5 of 7 shown");
}

#[test]
fn a_page_is_turned_under_a_moment_that_waits_at_the_edge() {
    let mut window = calendar();
    let id = tobis_ask(window.state());
    let from = card_at(&window, "Product, Tobi, 7 Sep");
    let edge = Pos2::new(window.get_by_label("Days of the plan").rect().right() - 4.0, from.y);
    drag(&mut window, from, edge);
    for _ in 0..30 {
        window.step();
        if window.query_by_role_and_label(Role::Heading, "October 2027").is_some() {
            break;
        }
    }
    let to = place_of(&window, "Wed 13 Oct");
    window.hover_at(to);
    window.step();
    window.drop_at(to);
    window.run();
    assert_eq!(when(window.state(), id), When::On(day(10, 13)));
    assert_eq!(window.state().document().undo_depth(), 1);
}

#[test]
fn whoever_is_switched_off_is_out_of_sight_and_counted() {
    let mut window = calendar();
    click(&mut window, "Moments of Tobi Achterberg");
    assert!(!is_shown(&window, "Product, Tobi, 7 Sep"));
    window.get_by_label("5 of 7 shown");
    click(&mut window, "Moments of Tobi Achterberg");
    // Whoever is switched off with something selected has it selected no longer, and does not come back for it.
    select(&mut window, "Product, Tobi, 7 Sep");
    click(&mut window, "Moments of Tobi Achterberg");
    assert!(window.state().selection().moments.is_empty());
    assert!(!is_shown(&window, "Product, Tobi, 7 Sep"));
    // What somebody looks for comes into sight again.
    let id = tobis_ask(window.state());
    let lane = window.state().document().index().lane(id);
    window.state_mut().want(Action::Select(Selection::moment(id, lane)));
    press(&mut window, Modifiers::NONE, Key::F8);
    assert!(is_shown(&window, "Product, Tobi, 7 Sep"));
}

#[test]
fn a_crowded_day_counts_what_has_no_room_and_lists_it() {
    let (mut window, label) = crowded();
    click(&mut window, &label);
    window.get_by_label_contains("Maren · Crowded 8").click();
    window.run();
    assert_eq!(window.state().selection().primary(), MomentId::parse("crowd-8"));
    assert!(is_shown(&window, "Crowded 8"), "the one that is selected has room on its day");
    assert!(window.query_by_label_contains("Maren · Crowded 7").is_none(), "the list is closed");
}

#[test]
fn an_error_on_a_crowded_day_is_in_sight_and_the_rest_says_the_worst_that_it_hides() {
    // Tobi's ask is an error; his lane stands below Maren's, whose moments fill the day.
    let mut window = calendar_on(crowd(12, day(9, 7)));
    assert!(is_shown(&window, "Product, Tobi, 7 Sep, error"), "an error has room before what is clean");
    let rest = window
        .query_all_by_role(Role::Button)
        .filter_map(|node| node.accesskit_node().label())
        .find(|label| label.contains("more on Tue 7 Sep"))
        .expect("the rest is counted");
    click(&mut window, &rest);
    let listed = window.get_by_label_contains("Tobi · 20% off the Fjell 2").accesskit_node().label().unwrap();
    assert!(listed.contains("Product") && listed.ends_with("error"), "{listed}");
}

#[test]
fn errors_of_a_creator_who_is_switched_off_are_counted_apart() {
    let mut window = calendar();
    assert!(has(&window, "1 error, 7 Sep"));
    click(&mut window, "Moments of Tobi Achterberg");
    assert!(has(&window, "0 errors, 1 hidden"), "beside what is shown stands what is shown");
}

#[test]
fn a_double_click_on_a_day_asks_what_and_for_whom() {
    let mut window = calendar();
    let before = plan(window.state()).moment_count();
    let at = place_of(&window, "Mon 20 Sep");
    double_press(&mut window, at);
    assert!(has(&window, "Add on Mon 20 Sep"));
    window.get_by_role_and_label(Role::RadioButton, "Kwame").click();
    window.run();
    window.get_by_role_and_label(Role::MenuItem, "Community story").click();
    window.run();
    let app = window.state();
    assert_eq!(plan(app).moment_count(), before + 1);
    let id = app.selection().primary().unwrap();
    assert_eq!(when(app, id), When::On(day(9, 20)));
    assert_eq!(app.document().campaign().lane_name(app.document().campaign().lane(lane_of(app, id)).unwrap()), "Kwame Adjei");
    assert_eq!(app.document().undo_depth(), 1);
}

#[test]
fn a_kind_from_the_palette_is_added_on_the_day_where_it_is_let_go() {
    let mut window = calendar();
    let lane = window.state().document().campaign().lanes[3].id;
    window.state_mut().want(Action::Select(Selection::lane(lane)));
    window.run();
    let from = window.get_by_role_and_label(Role::Button, Command::Add(momentboard::model::Kind::Values).name()).rect().center();
    let to = place_of(&window, "Tue 21 Sep");
    drag(&mut window, from, to);
    window.drop_at(to);
    window.run();
    let app = window.state();
    let id = app.selection().primary().unwrap();
    assert_eq!((when(app, id), lane_of(app, id)), (When::On(day(9, 21)), lane));
    assert_eq!(app.document().undo_depth(), 1);
}

#[test]
fn an_idea_from_the_tray_comes_onto_a_day_once_it_is_said_for_whom() {
    let mut window = calendar();
    let idea = window.state().document().campaign().ideas.iter().find(|idea| idea.for_creator.is_none()).cloned();
    let Some(idea) = idea else { panic!("an idea that is meant for nobody") };
    let from = window
        .query_all_by_role(Role::Button)
        .find(|node| {
            node.accesskit_node().label().is_some_and(|label| label.ends_with(&idea.title) && label.starts_with("Parked"))
        })
        .map(|node| node.rect().center())
        .unwrap();
    let to = place_of(&window, "Tue 21 Sep");
    drag(&mut window, from, to);
    window.drop_at(to);
    window.run();
    window.get_by_role_and_label(Role::MenuItem, "Maren Solheim").click();
    window.run();
    let app = window.state();
    assert_eq!(when(app, idea.id), When::On(day(9, 21)));
    assert_eq!(lane_of(app, idea.id), app.document().campaign().lanes[0].id);
    assert_eq!(app.document().undo_depth(), 1);
}

#[test]
fn the_keyboard_goes_from_day_to_day_and_adds_there() {
    let mut window = calendar();
    press(&mut window, Modifiers::NONE, Key::T);
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    let maren = window.state().selection().primary().expect("1 September has a moment");
    assert_eq!(title(window.state(), maren), "Why I said yes to Northbound");
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert!(window.state().selection().moments.is_empty(), "8 September is empty");
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    let id = tobis_ask(window.state());
    assert_eq!(window.state().selection().primary(), Some(id));
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(when(window.state(), id), When::On(day(9, 8)));
    press(&mut window, Modifiers::ALT | Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(when(window.state(), id), When::On(day(9, 15)));
    press(&mut window, Modifiers::NONE, Key::ArrowUp);
    // On an empty day nobody can know for whom it is.
    press(&mut window, Modifiers::NONE, Key::Num3);
    window.get_by_role_and_label(Role::MenuItem, "Inês Carvalho").click();
    window.run();
    let added = window.state().selection().primary().unwrap();
    assert_eq!(when(window.state(), added), When::On(day(9, 8)));
}

#[test]
fn shift_and_ctrl_go_from_moment_to_moment() {
    let mut window = calendar();
    let first = select(&mut window, "Announcement, Maren, 1 Sep");
    press(&mut window, Modifiers::SHIFT, Key::ArrowRight);
    press(&mut window, Modifiers::SHIFT, Key::ArrowRight);
    let all = window.state().selection().moments.clone();
    assert_eq!(all.len(), 3, "over the days that are empty");
    assert_eq!(all[0], first);
    press(&mut window, Modifiers::NONE, Key::Delete);
    let index = window.state().document().index();
    assert!(all.iter().all(|id| index.place(*id).is_none()));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(is_shown(&window, "Announcement, Maren, 1 Sep"));
}

#[test]
fn what_has_no_date_is_told_and_can_be_given_one() {
    let mut campaign = fictional();
    let lane = std::sync::Arc::make_mut(&mut campaign.lanes[2]);
    let id = lane.moments[0].id;
    std::sync::Arc::make_mut(&mut lane.moments[0]).when = When::Undated;
    let mut window = calendar_on(campaign);
    window.get_by_label("Without a date: 1");
    let from = card_at(&window, "Kwame, No date");
    let to = place_of(&window, "Fri 10 Sep");
    drag(&mut window, from, to);
    window.drop_at(to);
    window.run();
    assert_eq!(when(window.state(), id), When::On(day(9, 10)));
    assert!(window.query_by_label("Without a date: 1").is_none());
}

#[test]
fn the_month_at_a_glance_tells_bands_and_no_digits_of_trust() {
    let mut window = calendar();
    for label in ["September at a glance", "7 moments", "Tobi Achterberg, Strangers", "Ready to ask", "Next up"] {
        assert!(window.query_by_label(label).is_some() || has(&window, label), "{label}");
    }
    let trust: Vec<String> = window
        .query_all_by_role(Role::Button)
        .filter_map(|node| node.accesskit_node().label())
        .filter(|label| ["Strangers", "Introduced", "Trusted", "Committed"].iter().any(|band| label.ends_with(band)))
        .collect();
    assert_eq!(trust.len(), 4);
    assert!(trust.iter().all(|text| !text.chars().any(|c| c.is_ascii_digit())), "{trust:?}");
    click(&mut window, "A hundred miles, together, 9 Sep");
    assert_eq!(window.state().selection().moments.len(), 1);
    assert!(!has(&window, "September at a glance"), "the inspector takes its place");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(has(&window, "September at a glance"));
}

#[test]
fn a_fix_is_shown_on_the_days_before_it_is_done() {
    let mut window = calendar();
    let before = plan(window.state());
    press(&mut window, Modifiers::COMMAND, Key::Period);
    assert!(window.state().preview().is_some());
    window.get_by_label("Days of the plan");
    assert!(has(&window, "Preview: "), "where a moment would come is seen");
    assert_eq!(plan(window.state()), before, "nothing is done yet");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.state().preview().is_none() && !has(&window, "Preview: "));
    press(&mut window, Modifiers::COMMAND, Key::Period);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_ne!(plan(window.state()), before);
    window.get_by_label("Days of the plan");
}

#[test]
fn the_menu_of_a_moment_opens_and_leaves_it_as_it_is() {
    let mut window = calendar();
    let before = plan(window.state());
    run(&mut window, Command::Show(momentboard::ui::view::View::Calendar));
    let card = card_at(&window, "Product, Tobi, 7 Sep");
    press_button(&mut window, card, PointerButton::Secondary);
    assert!(has(&window, "What can be done with “20% off the Fjell 2 with TOBI20”"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(plan(window.state()), before);
}

#[test]
fn in_a_low_window_the_days_keep_their_room_until_fields_are_asked_for() {
    let mut window = window();
    select(&mut window, "Announcement, Maren");
    window.set_size(egui::vec2(736.0, 466.0));
    press(&mut window, Modifiers::ALT, Key::Num2);
    let top = |window: &Window| window.get_by_role_and_label(Role::Button, "Show the fields").rect().top();
    let days = window.get_by_role_and_label(Role::Group, "Days of the plan").rect();
    assert!(top(&window) - days.top() > 250.0, "two weeks are seen: {} to {}", days.top(), top(&window));
    assert!(window.query_by_role_and_label(Role::TextInput, "Title").is_none());
    click(&mut window, "Show the fields");
    assert!(window.get_by_role_and_label(Role::TextInput, "Title").is_focused(), "the first of them has the keyboard");
    assert!(window.query_by_role_and_label(Role::Button, "Show the fields").is_none());
}

#[test]
fn a_page_beside_the_plan_says_where_the_plan_is_and_leads_there() {
    let mut window = calendar();
    let runs = |window: &Window| has(window, "The plan runs 23 Aug – 30 Nov 2027.");
    let title = |window: &Window| {
        window.query_all_by_role(Role::Heading).filter_map(|node| node.accesskit_node().label()).collect::<Vec<_>>()
    };
    assert!(!runs(&window), "{:?}", title(&window));
    for (key, end) in [(Key::PageUp, "August 2027"), (Key::PageDown, "November 2027")] {
        for _ in 0..4 {
            press(&mut window, Modifiers::NONE, key);
        }
        assert!(runs(&window), "{:?}", title(&window));
        click(&mut window, "Go to the plan");
        assert!(title(&window).iter().any(|title| title == end), "the nearer end: {:?}", title(&window));
        assert!(!runs(&window));
        let focused = window.get_all_by_role(Role::Button).any(|node| node.is_focused());
        assert!(focused, "the keyboard is on the day");
        press(&mut window, Modifiers::NONE, Key::T);
    }
}

/// The fictional campaign with so many more moments of Maren on one day.
fn crowd(count: usize, on: Day) -> Campaign {
    let mut campaign = fictional();
    let lane = std::sync::Arc::make_mut(&mut campaign.lanes[0]);
    let template = lane.moments[1].clone();
    for at in 0..count {
        let (id, title) = (MomentId::parse(&format!("crowd-{at}")).unwrap(), format!("Crowded {at}"));
        lane.moments.push(std::sync::Arc::new(Moment { id, title, when: When::On(on), ..(*template).clone() }));
    }
    campaign
}

/// The calendar with nine more moments on one day, with the name of the line that counts what has no room there.
fn crowded() -> (Window, String) {
    let window = calendar_on(crowd(9, day(9, 14)));
    let labels = window.query_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label());
    let rest = labels.into_iter().find(|label| label.ends_with("more on Tue 14 Sep")).expect("the rest is counted");
    (window, rest)
}

/// How many moments of a crowded day are listed.
fn listed(window: &Window) -> usize {
    let rows = window.query_all_by_role(Role::MenuItem);
    rows.filter(|row| row.accesskit_node().label().is_some_and(|label| label.contains("Crowded "))).count()
}

#[test]
fn the_rest_of_a_crowded_day_opens_by_keys_and_escape_gives_the_keyboard_back() {
    let (mut window, rest) = crowded();
    window.get_by_label(&rest).focus();
    window.run();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(listed(&window), 9, "all of the day is listed, what has room there included");
    let focused = |window: &Window| {
        let has = |node: &egui_kittest::Node<'_>| node.accesskit_node().is_focused() && !node.accesskit_node().is_hidden();
        window.root().children_recursive().find(has).and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    };
    assert!(focused(&window).contains(" · "), "the first row has the keyboard: {}", focused(&window));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!((listed(&window), focused(&window)), (0, rest.clone()));
    // Enter on a row goes on with what it chose.
    press(&mut window, Modifiers::NONE, Key::Enter);
    while !focused(&window).contains("Crowded 8") {
        press(&mut window, Modifiers::NONE, Key::Tab);
        assert!(focused(&window).contains(" · "), "still in the list: {}", focused(&window));
    }
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().selection().primary(), MomentId::parse("crowd-8"));
    assert_eq!(listed(&window), 0);
    assert!(focused(&window).contains("Crowded 8"), "{}", focused(&window));
}

#[test]
fn the_rest_of_a_crowded_day_opens_by_the_mouse_and_any_press_beside_it_closes_it() {
    let (mut window, rest) = crowded();
    let at = window.get_by_label(&rest).rect().center();
    press_button(&mut window, at, PointerButton::Primary);
    assert_eq!(listed(&window), 9);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(listed(&window), 0);
    press_button(&mut window, at, PointerButton::Primary);
    let beside = place_of(&window, "Mon 20 Sep");
    press_button(&mut window, beside, PointerButton::Primary);
    assert_eq!(listed(&window), 0);
}

#[test]
fn what_is_listed_over_the_calendar_makes_room_for_a_dialog() {
    let (mut window, rest) = crowded();
    click(&mut window, &rest);
    run(&mut window, Command::Preferences);
    window.get_by_role_and_label(Role::Dialog, "Preferences");
    assert_eq!(listed(&window), 0);
    press(&mut window, Modifiers::NONE, Key::Escape);
    // A note that is being written is kept.
    select(&mut window, "Product, Tobi");
    press(&mut window, Modifiers::NONE, Key::N);
    for letter in "Ask Mia".chars() {
        window.event(Event::Text(letter.to_string()));
        window.step();
    }
    press(&mut window, Modifiers::COMMAND, Key::Comma);
    let dialogs: Vec<_> = window.query_all_by_role(Role::Dialog).filter_map(|node| node.accesskit_node().label()).collect();
    assert_eq!(dialogs, ["Preferences"]);
    let notes =
        window.state().document().campaign().lanes.iter().flat_map(|lane| &lane.notes).filter(|note| note.text == "Ask Mia");
    assert_eq!(notes.count(), 1);
}
