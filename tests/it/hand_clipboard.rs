//! Cut, copy and paste: within a plan, between two windows, and what is said when there is nothing to paste.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, OutputCommand};
use egui_kittest::kittest::Queryable;
use momentboard::app::App;
use momentboard::model::{Campaign, Day, MomentId, Picture, PictureId, PlanId, Status, When, faults};
use momentboard::store::{demo, read};

use crate::app_window::*;

fn plan(app: &App) -> Campaign {
    (**app.document().campaign()).clone()
}

/// Sends what the keyboard sends for cut or copy, and returns what was put onto the clipboard.
fn clip(window: &mut Window, event: Event) -> Option<String> {
    window.event(event);
    window.step();
    let commands = &window.output().platform_output.commands;
    let text = commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    window.run();
    text
}

fn paste(window: &mut Window, text: &str) {
    window.event(Event::Paste(text.to_owned()));
    window.run();
}

fn days(app: &App, ids: &[MomentId]) -> Vec<Day> {
    let campaign = app.document().campaign();
    ids.iter().filter_map(|id| campaign.day_of(campaign.moment(*id)?.1.when)).collect()
}

#[test]
fn what_is_copied_is_a_small_plan_with_only_what_it_needs() {
    let mut window = window();
    select(&mut window, "Product, Tobi");
    let text = clip(&mut window, Event::Copy).expect("something was copied");
    window.get_by_label("1 moment copied.");
    let clip = read(text.as_bytes()).expect("a plan").campaign;
    assert!(faults(&clip).is_empty());
    assert_eq!((clip.lanes.len(), clip.moment_count(), clip.creators.len()), (1, 1, 1));
    assert_eq!(clip.products.len(), 1, "the product that it asks for");
    assert_eq!(clip.pictures.len(), 1, "its picture, and no other");
    assert!(clip.ideas.is_empty());
    assert_eq!(window.state().document().undo_depth(), 0);
}

#[test]
fn pasted_cards_keep_their_distance_get_ids_of_their_own_and_are_selected() {
    let mut window = window();
    select(&mut window, "Announcement, Maren");
    press(&mut window, Modifiers::COMMAND, Key::A);
    let originals = window.state().selection().moments.clone();
    let text = clip(&mut window, Event::Copy).unwrap();
    let before = plan(window.state());
    let from = select(&mut window, "Announcement, Tobi");
    let day = days(window.state(), &[from])[0];
    paste(&mut window, &text);
    let pasted = window.state().selection().moments.clone();
    assert_eq!(pasted.len(), originals.len());
    assert!(pasted.iter().all(|id| !originals.contains(id)));
    assert!(pasted.iter().all(|id| lane_of(window.state(), *id) == before.lanes[1].id), "the lane in use");
    let (old, new) = (days(window.state(), &originals), days(window.state(), &pasted));
    assert_eq!(new[0], day.plus(7), "the first one a week after the selected one");
    let gaps = |days: &[Day]| days.windows(2).map(|pair| pair[1].since(pair[0])).collect::<Vec<_>>();
    assert_eq!(gaps(&old), gaps(&new));
    let status = |id: &MomentId| window.state().document().campaign().moment(*id).unwrap().1.status;
    assert!(pasted.iter().all(|id| status(id) != Status::Published), "what is pasted is not out yet");
    assert_eq!(window.state().document().undo_label(), Some(format!("Paste “{} moments”", pasted.len()).as_str()));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(plan(window.state()), before, "one step");
}

#[test]
fn cut_takes_out_and_paste_brings_back_what_was_cut() {
    let mut window = window();
    let id = select(&mut window, "Values story, Tobi");
    let before = plan(window.state());
    let text = clip(&mut window, Event::Cut).unwrap();
    assert!(window.state().document().campaign().moment(id).is_none());
    assert_eq!(window.state().document().undo_label(), Some("Cut “Last place is still a place”"));
    paste(&mut window, &text);
    let pasted = window.state().selection().primary().unwrap();
    assert_eq!(title(window.state(), pasted), "Last place is still a place");
    let day = days(window.state(), &[pasted])[0];
    assert_eq!(day, before.day_of(before.moment(id).unwrap().1.when).unwrap(), "on the day that it had");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(plan(window.state()), before);
}

#[test]
fn between_two_windows_references_are_matched_by_name_or_come_along() {
    let mut one = window();
    select(&mut one, "Product, Tobi");
    let text = clip(&mut one, Event::Copy).unwrap();
    let clip_plan = read(text.as_bytes()).unwrap().campaign;
    let product = clip_plan.products[0].name.clone();

    // Another plan that knows neither product nor picture: both come along in the same step.
    let mut other = window_on(demo::two_cases(PlanId::default()));
    let before = plan(other.state());
    assert!(!before.products.iter().any(|known| known.name == product));
    paste(&mut other, &text);
    let after = plan(other.state());
    assert!(faults(&after).is_empty(), "{:?}", faults(&after));
    let id = other.state().selection().primary().unwrap();
    let pasted = after.moment(id).unwrap().1.clone();
    assert_eq!(after.product(pasted.product.unwrap()).unwrap().name, product);
    assert!(after.picture(pasted.image.unwrap()).is_some());
    assert_eq!(other.state().document().undo_depth(), 1);
    press(&mut other, Modifiers::COMMAND, Key::Z);
    assert_eq!(plan(other.state()), before);

    // A plan that has a product of that name under another id gets no second one.
    let mut third = demo::two_cases(PlanId::default());
    let known = momentboard::model::Product::new(momentboard::model::ProductId::parse("other").unwrap(), product.to_uppercase());
    third.products.push(std::sync::Arc::new(known));
    let count = third.products.len();
    let mut third = window_on(third);
    paste(&mut third, &text);
    let after = plan(third.state());
    assert_eq!(after.products.len(), count);
    let id = third.state().selection().primary().unwrap();
    assert_eq!(after.moment(id).unwrap().1.product, momentboard::model::ProductId::parse("other"));
}

#[test]
fn an_empty_plan_gets_the_lanes_of_what_is_pasted() {
    let mut one = window();
    select(&mut one, "Product, Tobi");
    press(&mut one, Modifiers::COMMAND, Key::A);
    let text = clip(&mut one, Event::Copy).unwrap();
    let mut empty = window_on(Campaign::new(PlanId::default(), "Empty"));
    paste(&mut empty, &text);
    let after = plan(empty.state());
    assert!(faults(&after).is_empty(), "{:?}", faults(&after));
    assert_eq!((after.lanes.len(), after.moment_count()), (1, 4));
    assert_eq!(after.lane_name(&after.lanes[0]), "Tobi Achterberg");
    let first = after.lanes[0].moments.iter().filter_map(|moment| after.day_of(moment.when)).min();
    assert_eq!(first, Day::new(2027, 9, 2), "the first one comes today");
    assert_eq!(empty.state().document().undo_depth(), 1);
}

#[test]
fn text_that_is_no_plan_is_said_quietly_and_changes_nothing() {
    let mut window = window();
    select(&mut window, "Product, Tobi");
    let text = clip(&mut window, Event::Copy).unwrap();
    let before = plan(window.state());
    for (broken, said) in [
        (
            "Dear Tobi, see you on Monday",
            "The clipboard holds no moments of a plan, and no rows of a table: at least two lines with tabs between the cells.",
        ),
        ("", "The clipboard holds no moments of a plan, and no rows of a table: at least two lines with tabs between the cells."),
        (&text[..text.len() / 2], "What was copied cannot be read"),
        (&text.replace("kind: product", "kind: prodct"), "What was copied cannot be read"),
    ] {
        paste(&mut window, broken);
        window.get_by_label_contains(said);
        assert_eq!(plan(window.state()), before);
    }
    assert_eq!(window.state().document().undo_depth(), 0);
    // It is gone as soon as something is done.
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    assert!(window.query_by_label_contains("cannot be read").is_none());
}

#[test]
fn a_table_that_is_too_long_to_be_pasted_is_said_to_be_so_with_the_way_to_have_it() {
    let mut window = window();
    let rows = "29 Nov\tTobi\tProduct\tThe last one\n".repeat(40_000);
    paste(&mut window, &rows);
    window.get_by_label("That is more than 1 MB of text, which is too much to paste. Save the table as a file and import that.");
    assert!(window.query_by_role(Role::Dialog).is_none());
    paste(&mut window, &rows[..rows.len() / 100]);
    assert!(window.query_by_role(Role::Dialog).is_some(), "a shorter one is brought in");
}

#[test]
fn while_a_field_is_written_in_the_clipboard_is_the_fields() {
    let mut window = window();
    let id = select(&mut window, "Values story, Tobi");
    let count = plan(window.state()).moment_count();
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.event(Event::Paste(" and more".into()));
    window.run();
    assert!(title(window.state(), id).contains("and more"));
    assert_eq!(plan(window.state()).moment_count(), count);
}

#[test]
fn relative_cards_stay_relative_and_a_plan_of_day_numbers_stays_one() {
    let mut relative = demo::two_cases(PlanId::default());
    let is_relative =
        relative.lanes.iter().any(|lane| lane.moments.iter().any(|moment| matches!(moment.when, When::Relative(_))));
    if !is_relative {
        // The cases have dates: make them count from day 0.
        relative.start = None;
        relative.end = None;
        relative.phases.clear();
        relative.anchor = None;
        let first = relative.lanes.iter().flat_map(|lane| &lane.moments).find_map(|moment| match moment.when {
            When::On(day) => Some(day),
            _ => None,
        });
        let first = first.unwrap();
        for lane in &mut relative.lanes {
            for moment in &mut std::sync::Arc::make_mut(lane).moments {
                if let When::On(day) = moment.when {
                    std::sync::Arc::make_mut(moment).when = When::Relative(day.since(first));
                }
            }
        }
    }
    let mut one = window();
    select(&mut one, "Product, Tobi");
    let text = clip(&mut one, Event::Copy).unwrap();
    let mut other = window_on(relative);
    press(&mut other, Modifiers::NONE, Key::ArrowRight);
    let on = other.state().selection().primary().unwrap();
    let When::Relative(day) = when(other.state(), on) else { panic!("relative") };
    paste(&mut other, &text);
    let id = other.state().selection().primary().unwrap();
    assert_eq!(when(other.state(), id), When::Relative(day + 7));
}

/// The plan with a picture that takes its time to be written.
fn with_a_large_picture() -> Campaign {
    let mut campaign = fictional();
    let picture = campaign.pictures[0].clone();
    let mut bytes = picture.bytes.to_vec();
    bytes.resize(2 << 20, 0);
    let large = Picture { id: PictureId([7; 32]), bytes: bytes.into(), ..(*picture).clone() };
    for lane in &mut campaign.lanes {
        for moment in &mut std::sync::Arc::make_mut(lane).moments {
            if moment.image == Some(picture.id) {
                std::sync::Arc::make_mut(moment).image = Some(large.id);
            }
        }
    }
    campaign.pictures[0] = std::sync::Arc::new(large);
    campaign
}

fn taken(window: &Window) -> Option<String> {
    let commands = &window.output().platform_output.commands;
    commands.iter().find_map(|command| if let OutputCommand::CopyText(text) = command { Some(text.clone()) } else { None })
}

/// Whether a moment has the large picture.
fn has_it(moment: &momentboard::model::Moment) -> bool {
    moment.image == Some(PictureId([7; 32]))
}

/// The window with the moment selected that has the large picture; its jobs wait to be let go of.
fn on_a_large_picture() -> Window {
    let campaign = with_a_large_picture();
    let title =
        campaign.lanes.iter().flat_map(|lane| &lane.moments).find(|moment| has_it(moment)).expect("it is shown").title.clone();
    let mut window = window_with_held_jobs(campaign);
    while window.state().release_job() {
        window.run();
    }
    select(&mut window, &title);
    window
}

#[test]
fn moments_with_large_pictures_are_copied_beside_the_frames_and_pasted_in_order() {
    let mut window = on_a_large_picture();
    let before = window.state().document().campaign().moment_count();
    assert_eq!(clip(&mut window, Event::Copy), None, "it is not on the clipboard yet");
    window.get_by_label("1 moment copied.");
    // The hand is quicker: what the system still has on its clipboard is not what is meant.
    paste(&mut window, "An older text");
    let campaign = window.state().document().campaign();
    assert_eq!(campaign.moment_count(), before + 1);
    assert_eq!(campaign.lanes.iter().flat_map(|lane| &lane.moments).filter(|moment| has_it(moment)).count(), 2);
    assert!(window.state().release_job());
    window.step();
    let text = taken(&window).expect("now it is");
    assert!(text.len() > 2 << 20);
    window.run();
    // Another window, which has to read all of it.
    let mut other = window_with_held_jobs(demo::two_cases(PlanId::default()));
    while other.state().release_job() {
        other.run();
    }
    let before = other.state().document().campaign().moment_count();
    paste(&mut other, &text);
    assert_eq!(other.state().document().campaign().moment_count(), before, "a frame does not wait for it");
    assert!(other.state().release_job());
    other.run();
    assert_eq!(other.state().document().campaign().moment_count(), before + 1);
}

#[test]
fn copying_or_pasting_that_takes_its_time_says_so_and_can_be_stopped() {
    let mut window = on_a_large_picture();
    clip(&mut window, Event::Copy);
    assert!(window.query_by_role_and_label(Role::Button, "Stop copying").is_none(), "not at once");
    later(&mut window);
    click(&mut window, "Stop copying");
    assert!(window.state().release_job());
    window.step();
    assert_eq!(taken(&window), None, "it was stopped");
    window.run();
    clip(&mut window, Event::Copy);
    assert!(window.state().release_job());
    window.step();
    let text = taken(&window).expect("nobody stopped it");
    window.run();
    assert!(window.query_by_role_and_label(Role::Button, "Stop copying").is_none());

    let before = window.state().document().campaign().moment_count();
    paste(&mut window, &text);
    later(&mut window);
    click(&mut window, "Stop pasting");
    while window.state().release_job() {
        window.run();
    }
    assert_eq!(window.state().document().campaign().moment_count(), before, "it was stopped");
    paste(&mut window, &text);
    while window.state().release_job() {
        window.run();
    }
    assert_eq!(window.state().document().campaign().moment_count(), before + 1);
    assert!(window.query_by_role_and_label(Role::Button, "Stop pasting").is_none());
}

/// More than a second passes.
fn later(window: &mut Window) {
    window.run_steps(8);
}
