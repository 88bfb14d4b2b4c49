//! Lanes that are hidden on the board, copied for another creator, and what they add up to.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Theme, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::App;
use momentboard::model::{Blackout, Campaign, Day, Format, IdSource, Moment, Status, Unknown};
use momentboard::ui::command::Command;
use momentboard::ui::view::{Action, Selection, View};

use crate::app_window::*;
use crate::raster;

fn plan(app: &App) -> Campaign {
    (**app.document().campaign()).clone()
}

fn heads(window: &Window) -> Vec<String> {
    let heads = window.query_all_by_role(Role::Heading).filter_map(|node| node.accesskit_node().label());
    let first = |label: String| label.split([',', ' ']).next().unwrap_or_default().to_owned();
    heads.map(first).filter(|name| ["Maren", "Tobi", "Kwame", "Northbound"].contains(&name.as_str())).collect()
}

/// The name of a lane at its head.
fn head(window: &Window, name: &str) -> Pos2 {
    let starts = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().is_some_and(|label| label.starts_with(name));
    let node = window.query_all_by_role(Role::Heading).find(starts).expect("the lane is in sight");
    node.rect().left_top() + vec2(40.0, 50.0)
}

fn choose(window: &mut Window, name: &str) {
    let at = head(window, name);
    press_button(window, at, PointerButton::Primary);
}

#[test]
fn a_hidden_lane_is_named_and_comes_back_with_one_press() {
    let mut window = window();
    let before = heads(&window);
    assert!(before.contains(&"Tobi".to_owned()));
    let (plan_before, found) = (plan(window.state()), errors(window.state()));
    choose(&mut window, "Tobi");
    press(&mut window, Modifiers::NONE, Key::H);
    assert!(!heads(&window).contains(&"Tobi".to_owned()));
    assert!(has(&window, "Tobi Achterberg’s lane is hidden in every view. It is still checked and shared."));
    assert_eq!((plan(window.state()), errors(window.state())), (plan_before, found), "hiding is no edit, and all is checked");
    assert_eq!(window.state().document().undo_depth(), 0);
    assert!(
        window
            .query_all_by_label_contains("Last place is still a place")
            .all(|node| node.accesskit_node().role() != Role::Button)
    );

    // The arrows go on over it, and what is selected at once has nothing of it.
    choose(&mut window, "Maren");
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(window.state().selection().lane, Some(plan(window.state()).lanes[2].id));
    run(&mut window, Command::SelectAll);
    let selected = window.state().selection().moments.len();
    assert_eq!(selected, plan(window.state()).moment_count() - plan(window.state()).lanes[1].moments.len());

    click(&mut window, "1 lane hidden. Show all lanes.");
    assert_eq!(heads(&window), before);
    assert!(!has(&window, "1 lane hidden. Show all lanes."));
}

#[test]
fn what_was_hidden_last_comes_back_with_undo_and_the_plan_has_no_step_of_it() {
    let mut window = window();
    let before = heads(&window);
    select(&mut window, "A hundred miles, together");
    run(&mut window, Command::DayLater);
    let edited = plan(window.state());
    choose(&mut window, "Tobi");
    press(&mut window, Modifiers::NONE, Key::H);
    choose(&mut window, "Kwame");
    press(&mut window, Modifiers::NONE, Key::H);
    let (depth, revision) = (window.state().document().undo_depth(), window.state().document().revision());
    assert_eq!(depth, 1, "only the edit");
    assert!(has(&window, "Undo: Hide Kwame Adjei’s lane"), "the button says what it would take back");

    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(has(&window, "Kwame Adjei’s lane is shown again."));
    assert!(heads(&window).contains(&"Kwame".to_owned()) && !heads(&window).contains(&"Tobi".to_owned()), "one at a time");
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert!(!heads(&window).contains(&"Kwame".to_owned()), "and away again");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(heads(&window), before);
    assert_eq!((window.state().document().undo_depth(), window.state().document().revision()), (depth, revision));
    assert_eq!(plan(window.state()), edited);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_ne!(plan(window.state()), edited, "then the edit before");
}

#[test]
fn an_edit_after_a_lane_was_hidden_is_what_undo_takes_back_first() {
    let mut window = window();
    let before = plan(window.state());
    choose(&mut window, "Tobi");
    press(&mut window, Modifiers::NONE, Key::H);
    select(&mut window, "A hundred miles, together");
    run(&mut window, Command::DayLater);
    assert!(!has(&window, "Undo: Hide Tobi Achterberg’s lane") && has(&window, "Undo: Move"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(plan(window.state()), before);
    assert!(!heads(&window).contains(&"Tobi".to_owned()), "still hidden");
    assert!(has(&window, "Undo: Hide Tobi Achterberg’s lane"), "that comes next");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(heads(&window).contains(&"Tobi".to_owned()));
    // Whoever showed it in another way has nothing of it to undo.
    press(&mut window, Modifiers::NONE, Key::H);
    run(&mut window, Command::ShowHiddenLanes);
    assert!(!has(&window, "Undo: Hide"));
}

#[test]
fn whoever_goes_to_something_in_a_hidden_lane_sees_it() {
    let mut window = window();
    choose(&mut window, "Tobi");
    run(&mut window, Command::HideLane);
    assert!(!heads(&window).contains(&"Tobi".to_owned()));
    for _ in 0..20 {
        press(&mut window, Modifiers::NONE, Key::F8);
        if window.state().selection().lane == Some(plan(window.state()).lanes[1].id) {
            break;
        }
    }
    window.run();
    assert!(heads(&window).contains(&"Tobi".to_owned()), "the finding leads there");
}

#[test]
fn a_hidden_lane_is_left_out_of_every_view_and_each_says_so() {
    let mut window = window();
    let campaign = plan(window.state());
    let (all, of_lane) = (campaign.moment_count(), campaign.lanes[1].moments.len());
    choose(&mut window, "Tobi");
    run(&mut window, Command::HideLane);
    run(&mut window, Command::ClearSelection);
    for view in [View::Board, View::Calendar, View::Table] {
        run(&mut window, Command::Show(view));
        assert!(has(&window, "1 lane hidden. Show all lanes."), "{view:?}");
        assert!(has(&window, &format!("{} of {all} moments shown", all - of_lane)), "{view:?}");
    }
    assert_eq!(window.query_all_by_role(Role::Row).count(), all - of_lane, "the table has no row of it");
    run(&mut window, Command::Show(View::Calendar));
    assert!(!has(&window, "Product, Tobi, 7 Sep"));
    assert!(!has(&window, "20% off the Fjell 2 with TOBI20, 7 Sep"), "nor does what comes next");
    run(&mut window, Command::Present);
    let mut seen = 0;
    for _ in 0..all {
        assert!(has(&window, "1 lane hidden"));
        let id = window.state().presented().unwrap();
        assert_ne!(window.state().document().index().lane(id), Some(campaign.lanes[1].id));
        seen += 1;
        press(&mut window, Modifiers::NONE, Key::ArrowRight);
    }
    assert_eq!(seen, all);
    press(&mut window, Modifiers::NONE, Key::Escape);
    // Whoever is shown again in the calendar is back on the board.
    run(&mut window, Command::ClearSelection);
    click(&mut window, "1 lane hidden. Show all lanes.");
    run(&mut window, Command::Show(View::Board));
    assert!(heads(&window).contains(&"Tobi".to_owned()));
    assert!(!has(&window, "lane hidden"));
}

#[test]
fn the_keys_of_the_calendar_pass_over_what_is_hidden() {
    let mut window = window();
    let maren = plan(window.state()).lanes[0].id;
    choose(&mut window, "Maren");
    run(&mut window, Command::HideLane);
    run(&mut window, Command::Show(View::Calendar));
    run(&mut window, Command::ClearSelection);
    press(&mut window, Modifiers::NONE, Key::T);
    // On the day before today there is one moment, and that is hers.
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    assert!(window.state().selection().moments.is_empty());
    for key in [Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight, Key::ArrowRight] {
        press(&mut window, Modifiers::NONE, key);
        let lane = window.state().selection().primary().and_then(|id| window.state().document().index().lane(id));
        assert_ne!(lane, Some(maren));
    }
    assert!(has(&window, "1 lane hidden. Show all lanes."), "nothing that the keys lead to brings it back");
}

#[test]
fn a_search_tells_what_it_finds_in_hidden_lanes() {
    let mut window = window();
    choose(&mut window, "Tobi");
    run(&mut window, Command::HideLane);
    run(&mut window, Command::Search);
    window.event(Event::Text("TOBI20".to_owned()));
    window.run();
    assert!(has(&window, "0 of 17 moments shown"));
    click(&mut window, "1 more in hidden lanes");
    assert!(has(&window, "1 of 17 moments shown"));
    assert!(heads(&window).contains(&"Tobi".to_owned()));
}

#[test]
fn a_view_without_moments_says_which_of_its_reasons_it_is_and_shows_the_way() {
    let mut window = window();
    run(&mut window, Command::Search);
    window.event(Event::Text("zzzz".to_owned()));
    window.run();
    run(&mut window, Command::Show(View::Calendar));
    assert!(has(&window, "What comes after today is hidden here: 1"), "nothing that is in the plan is said not to be there");
    assert!(!has(&window, "Nothing with a date comes after today."));
    run(&mut window, Command::Show(View::Table));
    click(&mut window, "Clear search and filters");
    assert!(window.query_all_by_role(Role::Row).count() > 10, "the rows are back");
    assert!(!has(&window, "Clear search and filters"));
    for lane in plan(window.state()).lanes.iter().map(|lane| lane.id).collect::<Vec<_>>() {
        window.state_mut().want(Action::Select(Selection::lane(lane)));
        window.run();
        run(&mut window, Command::HideLane);
    }
    assert_eq!(window.query_all_by_role(Role::Row).count(), 0);
    click(&mut window, "Show hidden lanes");
    assert!(window.query_all_by_role(Role::Row).count() > 10);
}

#[test]
fn what_is_done_to_a_hidden_lane_brings_it_back() {
    let mut window = window();
    let lane = plan(window.state()).lanes[1].id;
    let id = plan(window.state()).lanes[1].moments[0].id;
    window.state_mut().want(Action::Select(Selection::moment(id, Some(lane))));
    window.run();
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    run(&mut window, Command::HideLane);
    assert!(!window.state().selection().moments.contains(&id), "what is hidden is not selected");
    run(&mut window, Command::Show(View::Table));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(!has(&window, "lane hidden"), "what was done last is that it was hidden");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(window.state().selection().primary(), Some(id));
    run(&mut window, Command::HideLane);
    assert!(has(&window, "lane hidden"));
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(window.state().selection().primary(), Some(id));
    assert!(!has(&window, "lane hidden"), "redo never changes something unseen");
}

#[test]
fn every_lane_can_be_hidden_and_the_board_says_so() {
    let mut window = window();
    let before = heads(&window);
    choose(&mut window, "Maren");
    for _ in 0..4 {
        run(&mut window, Command::HideLane);
    }
    assert_eq!(window.state().selection().lane, None);
    click(&mut window, "4 lanes hidden. Show all lanes.");
    assert_eq!(heads(&window), before);
    run(&mut window, Command::ShowHiddenLanes);
    assert!(has(&window, "No lane is hidden."));
}

#[test]
fn hidden_lanes_are_hidden_when_the_plan_is_opened_again() {
    let folder = crate::scratch::Scratch::new("lanes-hidden");
    let path = folder.join("plan.moments");
    let mut window = window();
    press(&mut window, Modifiers::COMMAND, Key::S);
    type_path(&mut window, &path);
    choose(&mut window, "Tobi");
    press(&mut window, Modifiers::NONE, Key::H);
    press(&mut window, Modifiers::COMMAND, Key::N);
    assert!(!has(&window, "1 lane hidden. Show all lanes."), "another plan has lanes of its own");
    press(&mut window, Modifiers::COMMAND, Key::O);
    type_path(&mut window, &path);
    assert!(has(&window, "1 lane hidden. Show all lanes."));
    assert!(!heads(&window).contains(&"Tobi".to_owned()));
}

#[test]
fn a_lane_is_copied_for_somebody_new_as_drafts_in_one_step() {
    let mut window = window();
    let before = plan(window.state());
    choose(&mut window, "Tobi");
    run(&mut window, Command::DuplicateLane);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(has(&window, "Write a name, or choose a creator."));
    write_over(&mut window, Role::TextInput, "Name of the creator", "Ines Duarte");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let after = plan(window.state());
    let (from, copy) = (&before.lanes[1], &after.lanes[2]);
    assert_eq!(after.lanes.len(), before.lanes.len() + 1);
    assert_eq!(after.lane_name(copy), "Ines Duarte");
    assert_eq!(window.state().selection().lane, Some(copy.id));
    assert_eq!(copy.moments.len(), from.moments.len());
    for (one, other) in from.moments.iter().zip(&copy.moments) {
        assert_ne!(one.id, other.id);
        assert_eq!((&one.title, one.when, one.image, &one.cost), (&other.title, other.when, other.image, &other.cost));
        assert!(matches!(other.status, Status::Draft | Status::Idea));
    }
    assert_eq!(window.state().document().undo_label(), Some("Duplicate Tobi Achterberg’s lane for Ines Duarte"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(plan(window.state()), before, "one undo takes all of it back");
}

#[test]
fn a_lane_is_copied_for_somebody_of_the_plan() {
    let mut window = window();
    let before = plan(window.state());
    choose(&mut window, "Tobi");
    run(&mut window, Command::DuplicateLane);
    window.get_by_role_and_label(Role::ComboBox, "For").click();
    window.run();
    window.get_by_role_and_label(Role::MenuItem, "Maren Solheim").click();
    window.run();
    click(&mut window, "Duplicate");
    let after = plan(window.state());
    assert_eq!(after.creators.len(), before.creators.len());
    assert_eq!((after.lane_name(&after.lanes[2]), after.lanes.len()), ("Maren Solheim", before.lanes.len() + 1));
}

/// A plan with a hidden lane and with blackout dates, as a window of that size shows it.
fn looks(theme: Theme, size: [f32; 2], name: &str) {
    let mut plan = fictional();
    let (from, to) = (Day::parse("2027-11-05").expect("a day"), Day::parse("2027-11-14").expect("a day"));
    plan.blackouts.push(Blackout { from, to, why: Some("Marathon week".to_owned()), unknown: Unknown::default() });
    let app = App::new(plan, rim());
    let mut window = raster::builder(theme, size).with_max_steps(60).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        app,
    );
    window.run();
    select(&mut window, "Values story, Tobi");
    run(&mut window, Command::HideLane);
    run(&mut window, Command::ClearSelection);
    window.remove_cursor();
    window.run();
    raster::assert_golden(&mut window, name);
}

#[test]
fn how_a_hidden_lane_and_blackout_dates_look() {
    looks(Theme::Light, [1440.0, 900.0], "lanes-light");
    looks(Theme::Dark, [1440.0, 900.0], "lanes-dark");
    looks(Theme::Light, [760.0, 900.0], "lanes-narrow");
}

#[test]
fn the_page_of_a_lane_says_what_it_adds_up_to() {
    let mut window = window();
    choose(&mut window, "Tobi");
    let lane = plan(window.state()).lanes[1].clone();
    assert!(has(&window, &format!("{} moments", lane.moments.len())));
    assert!(has(&window, "To be made: 4 × Video"));
    assert!(has(&window, "Costs noted: €11,300"), "what it costs is said, too");
    let on_page = window.get_by_label("Costs noted: €11,300").rect();
    assert!(on_page.bottom() < 500.0 && on_page.left() > 1000.0, "nobody has to scroll for it: {on_page}");
}

#[test]
fn what_is_to_be_made_is_counted_by_format_the_most_frequent_first() {
    let mut campaign = fictional();
    let lane = Arc::make_mut(&mut campaign.lanes[1]);
    let like = lane.moments[0].clone();
    lane.moments.clear();
    let mut ids = IdSource::seeded(11);
    let mut add = |format: Option<Format>, times: usize| {
        for _ in 0..times {
            let moment = Moment { id: ids.moment(), format, ..Moment::clone(&like) };
            lane.moments.push(Arc::new(moment));
        }
    };
    add(Some(Format::Story), 2);
    add(None, 4);
    add(Some(Format::Reel), 3);
    for once in [Format::Video, Format::Carousel, Format::Short, Format::Live, Format::Film, Format::Episode] {
        add(Some(once), 1);
    }
    let mut window = window_on(campaign);
    choose(&mut window, "Tobi");
    let said = "To be made: 3 × Reel, 2 × Story, 1 × Video, 1 × Carousel, 1 × Short, 1 × Live, 2 further";
    assert!(has(&window, said));
}

#[test]
fn the_tip_at_the_name_of_a_lane_says_what_it_adds_up_to() {
    let mut window = window();
    let at = head(&window, "Tobi");
    assert!(!has(&window, "Costs noted: "));
    window.hover_at(at);
    window.run_steps(12);
    assert!(has(&window, "Costs noted: €11,300") && has(&window, "To be made: "));
}

#[test]
fn a_hidden_lane_that_a_finding_leads_to_is_said_to_be_back_with_the_way_to_hide_it() {
    let mut window = window();
    choose(&mut window, "Tobi");
    run(&mut window, Command::HideLane);
    run(&mut window, Command::ClearSelection);
    press(&mut window, Modifiers::NONE, Key::F8);
    assert!(heads(&window).contains(&"Tobi".to_owned()));
    assert!(has(&window, "Tobi Achterberg’s lane was hidden and is shown again. “Hide the lane” hides it."));
    // What is said goes with the next thing that is done, and the lane can be hidden at once.
    press(&mut window, Modifiers::NONE, Key::H);
    assert!(!heads(&window).contains(&"Tobi".to_owned()));
    assert!(!has(&window, "was hidden and is shown again"));
}

/// The lines of what a lane adds up to, on its page.
fn has_audience_with(window: &Window, name: &str) -> bool {
    window.query_all_by_label(&format!("One audience with {name}")).next().is_some()
}

fn audience(window: &Window, lane: usize) -> Option<String> {
    plan(window.state()).lanes[lane].audience_group.clone()
}

#[test]
fn two_lanes_become_one_audience_in_the_menu_of_a_lane_and_two_again() {
    let mut window = window();
    let at = head(&window, "Tobi");
    press_button(&mut window, at, PointerButton::Secondary);
    window.get_by_role_and_label(Role::MenuItem, "Same audience as").click();
    window.run();
    window.get_by_role_and_label(Role::MenuItem, "Maren Solheim").click();
    window.run();
    assert_eq!(audience(&window, 1).as_deref(), Some("Tobi + Maren"), "names and a sign: plans have no language");
    assert_eq!(audience(&window, 0), audience(&window, 1));
    assert!(has(&window, "Tobi Achterberg and Maren Solheim have one audience now."));
    assert!(has_audience_with(&window, "Maren Solheim"), "the page of the lane says so");
    assert_eq!(window.state().document().undo_depth(), 1, "it is one step");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!((audience(&window, 0), audience(&window, 1)), (None, None));
    assert!(!has_audience_with(&window, "Maren Solheim"));
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);

    press_button(&mut window, at, PointerButton::Secondary);
    window.get_by_role_and_label(Role::MenuItem, "Same audience as").click();
    window.run();
    window.get_by_role_and_label(Role::MenuItem, "An audience of its own").click();
    window.run();
    assert_eq!(audience(&window, 1), None);
    assert_eq!(audience(&window, 0), None, "a word that nobody chose stays with nobody alone");
    assert!(!has_audience_with(&window, "Maren Solheim"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(audience(&window, 0).as_deref(), Some("Tobi + Maren"), "it was one step");
}

#[test]
fn a_word_that_somebody_chose_for_an_audience_stays_with_the_last_lane_that_has_it() {
    let mut plan = fictional();
    for lane in &mut plan.lanes[..2] {
        std::sync::Arc::make_mut(lane).audience_group = Some("duo".into());
    }
    let mut window = window_on(plan);
    let at = head(&window, "Tobi");
    press_button(&mut window, at, PointerButton::Secondary);
    window.get_by_role_and_label(Role::MenuItem, "Same audience as").click();
    window.run();
    window.get_by_role_and_label(Role::MenuItem, "An audience of its own").click();
    window.run();
    assert_eq!((audience(&window, 1), audience(&window, 0).as_deref()), (None, Some("duo")));
}

#[test]
fn one_audience_is_chosen_by_keys_and_grows() {
    let mut window = window();
    crate::palette_window::choose(&mut window, "tobi same audience maren", "Tobi: same audience as Maren Solheim");
    let word = audience(&window, 1);
    assert!(word.is_some() && audience(&window, 0) == word);
    // Whoever comes later joins those who are there, whoever of them is named.
    crate::palette_window::choose(&mut window, "kwame same audience tobi", "Kwame: same audience as Tobi Achterberg");
    assert_eq!((audience(&window, 2), audience(&window, 1)), (word.clone(), word.clone()));
    choose(&mut window, "Kwame");
    assert!(has(&window, "One audience with Maren Solheim and Tobi Achterberg"));
    // The lane that is selected is meant where nobody is named.
    crate::palette_window::choose(&mut window, "audience of its own", "Kwame: an audience of its own");
    assert_eq!((audience(&window, 2), audience(&window, 1)), (None, word));
    assert_eq!(window.state().document().undo_depth(), 3);
}
