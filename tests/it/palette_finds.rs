//! What the palette lists for what is typed, as text, and how little is done for it in a large plan.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;
use momentboard::app::{App, Keeper, Rim, Screen};
use momentboard::model::{Blackout, Campaign, Creator, CreatorId, Day, IdSource, Kind, Lane, LaneId, Moment, Unknown, When};
use momentboard::store::prefs::{self, Prefs, Recent};
use momentboard::ui::command::Command;

use crate::app_window::*;
use crate::palette_window::{chosen, go_to, is_open, key, look_for, open, rows, write};
use crate::raster;
use crate::scratch::Scratch;

/// Twenty creators with five hundred cards each.
fn large() -> Campaign {
    let mut ids = IdSource::seeded(5);
    let mut plan = Campaign::new(ids.plan(), "A large plan");
    for number in 0..20 {
        let creator = Creator::new(CreatorId(ids.id()), format!("Creator {number}"));
        let mut lane = Lane::of_creator(LaneId(ids.id()), creator.id);
        for card in 0..500 {
            let mut moment = Moment::new(ids.moment(), Kind::Values, format!("Card {card} of {number}"));
            moment.when = When::On(Day::from_number(21_000 + card));
            lane.moments.push(Arc::new(moment));
        }
        plan.creators.push(Arc::new(creator));
        plan.lanes.push(Arc::new(lane));
    }
    plan
}

fn listed(window: &mut Window, text: &str) -> String {
    look_for(window, text);
    let all = rows(window).join("\n");
    key(window, Key::Escape);
    all
}

#[test]
fn phases_blackout_dates_ideas_notes_and_saved_filters_are_found_by_name() {
    let mut campaign = fictional();
    let day = |month, day| Day::new(2027, month, day).unwrap();
    campaign.blackouts =
        vec![Blackout { from: day(12, 24), to: day(12, 26), why: Some("Christmas".to_owned()), unknown: Unknown::default() }];
    let mut window = window_on(campaign);
    assert!(listed(&mut window, "christmas").contains("Phases and blackout dates\n> Christmas, 24–26 Dec"));
    assert!(listed(&mut window, "blackout").contains("Christmas, 24–26 Dec"));
    let phases = listed(&mut window, "prepare");
    assert!(phases.contains("Phases and blackout dates\n> Prepare"), "{phases}");
    let idea = window.state().document().campaign().ideas[0].title.clone();
    assert!(listed(&mut window, &idea).contains(&idea));
    // Chosen, the first day of it comes into view.
    for _ in 0..6 {
        run(&mut window, Command::ZoomIn);
    }
    assert!(!has(&window, "Community story, Kwame, 25 Nov"));
    look_for(&mut window, "christmas");
    key(&mut window, Key::Enter);
    assert!(!is_open(&window) && has(&window, "Christmas"));
    assert!(window.state().document().undo_depth() == 0);
    // And the keyboard goes on with them: their keys are those of days.
    window.key_press_modifiers(Modifiers::ALT, Key::ArrowRight);
    window.run();
    let blackout = &window.state().document().campaign().blackouts[0];
    assert_eq!((blackout.from, blackout.to), (day(12, 25), day(12, 27)));
}

#[test]
fn a_saved_filter_is_called_by_its_name() {
    let mut window = window();
    run(&mut window, Command::Search);
    for c in "100".chars() {
        window.event(Event::Text(c.to_string()));
        window.step();
    }
    window.run();
    click(&mut window, "Presets");
    click(&mut window, "Save as preset…");
    for c in "Hundred".chars() {
        window.event(Event::Text(c.to_string()));
        window.step();
    }
    window.key_press(Key::Enter);
    window.run();
    key(&mut window, Key::Escape);
    run(&mut window, Command::ClearFilter);
    assert!(window.state().sieve().is_open());
    look_for(&mut window, "hundred");
    assert!(rows(&window).join("\n").contains("Show preset “Hundred”"), "{:?}", rows(&window));
    go_to(&mut window, "Show preset");
    key(&mut window, Key::Enter);
    assert_eq!(window.state().sieve().moments(), Some(1));
}

#[test]
fn values_are_compared_of_a_lane_that_is_selected() {
    let mut window = window();
    assert!(listed(&mut window, "compare values").contains("Compare values, No lane is selected"));
    select(&mut window, "Values story, Maren");
    assert!(!listed(&mut window, "compare values").contains("No lane is selected"));
}

#[test]
fn what_is_listed_for_a_name() {
    let mut window = window();
    look_for(&mut window, "tobi");
    assert_eq!(
        rows(&window)[..11].join("\n"),
        "Fixes\n\
         > Put the ask last · Tobi, Error, Findings 3 → 2\n  \
           Add a run-up and move the ask · Tobi, Error, Findings 3 → 2\n  \
           9 more, Fixes\n\
         Moments\n  \
           20% off the Fjell 2 with TOBI20, Product, Tobi · 7 Sep, Error\n  \
           So… I joined a running brand, Announcement, Tobi · 22 Sep\n  \
           Last place is still a place, Values story, Tobi · 12 Oct\n  \
           Your slowest mile, on camera, Community story, Tobi · 2 Nov\n\
         Creators\n  \
           Tobi Achterberg, go to lane, 4 moments · 3 findings"
    );
    key(&mut window, Key::End);
    let all = rows(&window).join("\n");
    let from = all.find("Actions").expect("actions are listed last");
    assert_eq!(
        all[from..],
        *"Actions\n  \
            Add a values story for Tobi\n  \
            Share Tobi’s brief as PDF, Creator version\n  \
            Show only Tobi\n\
          > 12 more, Actions"
    );
}

#[test]
fn words_may_come_in_any_order_and_name_kind_and_creator() {
    let mut window = window();
    let all = listed(&mut window, "community tobi");
    assert!(all.contains("Your slowest mile, on camera, Community story"), "{all}");
    assert!(all.contains("Add a community story for Tobi"), "{all}");
    assert!(!all.contains("20% off"), "{all}");
}

#[test]
fn what_is_listed_before_anything_was_typed() {
    let mut window = window();
    open(&mut window);
    assert_eq!(
        rows(&window)[..8].join("\n"),
        "Fixes\n\
         > Put the ask last · Tobi, Error, Findings 3 → 2\n  \
           Add a run-up and move the ask · Tobi, Error, Findings 3 → 2\n  \
           5 more, Fixes\n\
         Actions\n  \
           Add a values story\n  \
           Add a creator\n  \
           Share…"
    );
    // The rest is a key away.
    go_to(&mut window, "5 more, Fixes");
    key(&mut window, Key::Enter);
    assert!(chosen(&window).contains("Tobi"), "{}", chosen(&window));
    assert!(rows(&window).len() > 12);
}

#[test]
fn accents_case_and_slips_make_no_difference() {
    let mut window = window();
    let ines = listed(&mut window, "Inês");
    assert_eq!(listed(&mut window, "ines"), ines);
    assert!(ines.contains("Inês"), "{ines}");
    // A letter that slipped is forgiven where nothing else is found.
    let slipped = listed(&mut window, "calednar");
    assert!(slipped.contains("View · Calendar"), "{slipped}");
}

#[test]
fn what_cannot_be_run_comes_last() {
    let mut window = window();
    let all = listed(&mut window, "redo");
    let last = all.lines().last().unwrap();
    assert!(last.contains("Redo, Nothing to redo"), "{all}");
}

#[test]
fn a_large_plan_lists_a_few_rows_and_draws_fewer() {
    let mut window = window_on(large());
    look_for(&mut window, "c");
    let state = window.state().palette_state();
    assert_eq!(state.index().lanes_read(), 20);
    assert!(state.results().total > 1_000, "{}", state.results().total);
    assert!(state.results().rows().count() < 60);
    assert!(window.query_all_by_role(Role::ListBoxOption).count() < 24);

    // All of them can be listed, and still only those in sight are drawn.
    let more = rows(&window).into_iter().find(|row| row.contains(" more, Moments")).unwrap();
    go_to(&mut window, &more);
    key(&mut window, Key::Enter);
    assert!(window.state().palette_state().results().rows().count() > 1_000);
    assert!(window.query_all_by_role(Role::ListBoxOption).count() < 24);
    assert!(!chosen(&window).is_empty());
    key(&mut window, Key::End);
    key(&mut window, Key::Home);
    assert!(!chosen(&window).is_empty(), "the chosen row is in sight");
    write(&mut window, "b");
    key(&mut window, Key::Escape);

    // Opening it again reads nothing anew; after an edit, the lane that changed.
    open(&mut window);
    assert_eq!(window.state().palette_state().index().lanes_read(), 20);
    key(&mut window, Key::Escape);
    run(&mut window, Command::SelectLane);
    run(&mut window, Command::DayLater);
    open(&mut window);
    assert_eq!(window.state().palette_state().index().lanes_read(), 21);
}

#[test]
fn the_palette_of_a_large_plan_has_rows_at_once_and_works_out_few_fixes_in_a_frame() {
    let mut plan = large();
    for lane in &mut plan.lanes {
        let first = &mut Arc::make_mut(lane).moments[0];
        let first = Arc::make_mut(first);
        (first.kind, first.audience_value) = (Kind::Product, Vec::new());
    }
    let mut window = window_on(plan);
    // The harness draws a frame for each event of its own; here the press is one frame.
    let (physical_key, repeat, modifiers) = (None, false, Modifiers::COMMAND);
    window.input_mut().events.push(Event::Key { key: Key::K, physical_key, pressed: true, repeat, modifiers });
    let known = |window: &Window| window.state().palette_state().mended();
    let mut before = known(&window);
    let mut frames = 0;
    window.step();
    assert!(window.query_all_by_role(Role::ListBoxOption).count() > 4, "it opens with its rows");
    loop {
        let now = known(&window);
        assert!(now <= before + 2, "{now} after {before}: a frame that is drawn twice works out no more");
        if now == before {
            break;
        }
        (before, frames) = (now, frames + 1);
        window.step();
    }
    assert!(before >= 8 && frames >= 4, "{before} in {frames} frames");
}

#[test]
fn the_start_page_offers_what_needs_no_plan() {
    let folder = Scratch::new("palette-start");
    let minutes = i64::from(rim().clock.now().day.number() - 1) * 24 * 60 + 12 * 60;
    let recent = |name: &str| Recent {
        path: folder.join(&format!("{name}.moments")),
        brand: "Northbound".into(),
        name: name.into(),
        minutes,
        errors: 0,
        warnings: 0,
        accepted: 0,
        unknown: momentboard::model::Unknown::default(),
    };
    let kept = Prefs { recent: vec![recent("First"), recent("Second")], ..Prefs::default() };
    prefs::save(&folder.join("preferences.ron"), &kept).unwrap();
    let rim = Rim { prefs: Keeper::File(folder.join("preferences.ron")), ..rim() };
    let mut window = raster::builder(Theme::Light, [1440.0, 900.0]).with_max_steps(40).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        App::at_start(rim, false),
    );
    window.run();
    assert_eq!(window.state().screen(), Screen::Welcome);
    let all = listed(&mut window, "");
    assert!(all.starts_with("Actions\n> Open…\n  New plan\n  Keys\n"), "{all}");
    assert!(all.contains("Recent plans\n  Open Northbound · First, Yesterday"), "{all}");
    assert!(all.contains("Templates\n") && all.contains("New plan from “Values-led partnership”"), "{all}");
    let second = listed(&mut window, "second");
    assert!(second.contains("Open Northbound · Second"), "{second}");
    assert!(!listed(&mut window, "delete").contains("Delete"), "there is no plan in sight");
    look_for(&mut window, "open the demo");
    assert!(chosen(&window).starts_with("Open the demo campaign"));
    key(&mut window, Key::Enter);
    assert_eq!(window.state().screen(), Screen::Plan);
    assert!(!is_open(&window));
}

#[test]
fn every_command_is_found_by_its_name_before_all_else() {
    let mut window = window();
    for command in Command::all().filter(|command| *command != Command::Palette) {
        open(&mut window);
        window.event(Event::Text(command.name().into()));
        window.run();
        let all = rows(&window);
        let is_first = all[0] == "Actions" && all[1].starts_with("> ") && all[1].contains(command.name());
        assert!(is_first, "“{}”:\n{}", command.name(), all.join("\n"));
        key(&mut window, Key::Escape);
    }
    // As the palette calls it, with or without the sign between its words.
    for name in ["View · Table", "view table"] {
        look_for(&mut window, name);
        assert!(chosen(&window).starts_with("View · Table"), "{}", rows(&window).join("\n"));
        key(&mut window, Key::Escape);
    }
}

#[test]
fn another_order_of_a_lane_is_found_by_what_it_is_about() {
    let mut window = window();
    look_for(&mut window, "order");
    assert!(rows(&window).iter().any(|row| row.contains("Compare lanes…")), "{}", rows(&window).join("\n"));
}

#[test]
fn what_links_the_selected_lane_stands_first_while_the_name_of_another_is_typed() {
    let mut window = window();
    select(&mut window, "Product, Tobi");
    for typed in ["same audience", "same audience as in", "same audience as in\u{ea}s", "audience maren"] {
        look_for(&mut window, typed);
        let row = chosen(&window);
        assert!(row.starts_with("Tobi: same audience as "), "{typed}: {row}");
        key(&mut window, Key::Escape);
    }
    look_for(&mut window, "same audience as in");
    assert!(chosen(&window).starts_with("Tobi: same audience as In"));
    key(&mut window, Key::Enter);
    let campaign = window.state().document().campaign();
    let [maren, tobi, _, ines] = &campaign.lanes[..] else { panic!("four lanes") };
    assert!(tobi.has_audience_of(ines) && maren.audience().is_none());
    // Whoever is named means themselves where the selected lane is not meant.
    look_for(&mut window, "kwame same audience as maren");
    let row = chosen(&window);
    assert!(row.contains("Kwame") && row.contains("Maren"), "{row}");
    key(&mut window, Key::Escape);
    look_for(&mut window, "maren");
    assert!(rows(&window).iter().all(|row| !row.contains("same audience")));
}

#[test]
fn words_of_a_title_and_enter_change_nothing_in_the_plan() {
    let mut window = window();
    for (typed, title) in [("last place", "Last place is still a place"), ("fjell", "")] {
        look_for(&mut window, typed);
        assert!(rows(&window).iter().any(|row| row.contains("Fixes")), "{typed}: there is a fix that quotes it");
        key(&mut window, Key::Enter);
        assert_eq!(window.state().document().undo_depth(), 0, "{typed}");
        let chosen = window.state().selection().primary().expect("a moment is selected");
        assert!(crate::app_window::title(window.state(), chosen).contains(title), "{typed}");
    }
    look_for(&mut window, "put the ask last");
    assert!(chosen(&window).starts_with("Put the ask last"), "what is named like a fix is one");
}

#[test]
fn words_of_the_trade_find_what_they_mean() {
    let mut window = window();
    for (typed, command) in [
        ("sticky", Command::AddNote),
        ("influencer", Command::AddCreator),
        ("print", Command::Share),
        ("slides", Command::Share),
        ("calendar file", Command::Share),
        ("dark mode", Command::ThemeDark),
        ("hide", Command::HideLane),
        ("budget", Command::EditCampaign),
        ("welcome", Command::StartPage),
        ("week view", Command::CalendarWeek),
        ("text size", Command::Larger),
        ("collapse", Command::FoldLane),
        ("photo", Command::AddPicture),
        ("drafts", Command::UnsavedWork),
    ] {
        let listed = listed(&mut window, typed);
        assert!(listed.contains(command.name()), "{typed}: {listed}");
    }
}

#[test]
fn what_a_view_can_do_is_found_from_the_others_with_the_reason_or_does_it() {
    let mut window = window();
    let calendar = |window: &Window| window.query_by_role_and_label(Role::RadioButton, "Week").is_some();
    // Cells are filled in the table alone, and only where some are marked.
    look_for(&mut window, "fill down");
    assert!(chosen(&window).contains("Cells are filled down in the table"), "{}", chosen(&window));
    key(&mut window, Key::Escape);
    look_for(&mut window, "calendar by week");
    key(&mut window, Key::Enter);
    assert!(calendar(&window) && window.query_by_label("The week after").is_some(), "a week of the calendar is shown");
    look_for(&mut window, "calendar by month");
    key(&mut window, Key::Enter);
    assert!(window.query_by_label("The month after").is_some());
    look_for(&mut window, "sort fee");
    assert!(chosen(&window).starts_with("Table · Sort: Fee"), "{}", rows(&window).join("\n"));
    key(&mut window, Key::Enter);
    window.get_by_label("Fee: sorted, first to last");
    look_for(&mut window, "group kind");
    key(&mut window, Key::Enter);
    window.get_by_label("Group: kind");
    look_for(&mut window, "fill down");
    assert!(chosen(&window).contains("Select cells of several rows of the table first"), "{}", chosen(&window));
    key(&mut window, Key::Escape);
    // Whoever types a column alone means what stands in it.
    look_for(&mut window, "fee");
    assert!(rows(&window).iter().all(|row| !row.contains("Sort: Fee")), "{}", rows(&window).join("\n"));
}
