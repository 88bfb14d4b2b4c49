//! Working on the selected moments: moved together, duplicated, parked and brought back, deleted, renamed; each is one step
//! with a name, and undo brings back exactly what was there.

use egui::{Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::kittest::Queryable;
use momentboard::app::App;
use momentboard::model::{Campaign, MomentId, Status, When};
use momentboard::ui::command::Command;

use crate::app_window::*;

fn plan(app: &App) -> Campaign {
    (**app.document().campaign()).clone()
}

/// What was done since is one step of that name, and undo brings the plan back to what it was.
fn is_one_step(window: &mut Window, before: &Campaign, label: &str) {
    assert_eq!(window.state().document().undo_label(), Some(label));
    assert_eq!(window.state().document().undo_depth(), 1, "one step");
    press(window, Modifiers::COMMAND, Key::Z);
    assert_eq!(plan(window.state()), *before, "undo brings everything back");
    press(window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(window.state().document().undo_depth(), 1);
    press(window, Modifiers::COMMAND, Key::Z);
}

/// Selects the first card, then everything up to the second by Shift.
fn select_both(window: &mut Window, one: &str, other: &str) -> Vec<MomentId> {
    select(window, one);
    let at = card_at(window, other);
    window.event(egui::Event::ModifiersChanged(Modifiers::SHIFT));
    for pressed in [true, false] {
        let modifiers = Modifiers::SHIFT;
        window.event(egui::Event::PointerMoved(at));
        window.event(egui::Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers });
        window.step();
    }
    window.event(egui::Event::ModifiersChanged(Modifiers::NONE));
    window.run();
    window.state().selection().moments.clone()
}

fn days(app: &App, ids: &[MomentId]) -> Vec<i32> {
    let day = |id: &MomentId| match when(app, *id) {
        When::On(day) => day.number(),
        other => panic!("{other:?}"),
    };
    ids.iter().map(day).collect()
}

#[test]
fn several_move_by_days_and_weeks_and_lanes_in_one_step_each() {
    let mut window = window();
    let ids = select_both(&mut window, "Announcement, Tobi", "Community story, Tobi");
    assert_eq!(ids.len(), 3);
    let (before, start) = (plan(window.state()), days(window.state(), &ids));
    for (modifiers, key, by) in [
        (Modifiers::ALT, Key::ArrowRight, 1),
        (Modifiers::ALT, Key::ArrowLeft, -1),
        (Modifiers::ALT | Modifiers::SHIFT, Key::ArrowRight, 7),
        (Modifiers::ALT | Modifiers::SHIFT, Key::ArrowLeft, -7),
    ] {
        press(&mut window, modifiers, key);
        let moved: Vec<i32> = start.iter().map(|day| day + by).collect();
        assert_eq!(days(window.state(), &ids), moved);
        is_one_step(&mut window, &before, "Move “3 moments”");
    }
    let lanes: Vec<_> = before.lanes.iter().map(|lane| lane.id).collect();
    press(&mut window, Modifiers::ALT, Key::ArrowDown);
    assert!(ids.iter().all(|id| lane_of(window.state(), *id) == lanes[2]));
    assert_eq!(days(window.state(), &ids), start, "the days stay");
    is_one_step(&mut window, &before, "Move “3 moments”");
    // Undo has selected them again, so the keys go on with the same cards.
    assert_eq!(window.state().selection().moments.len(), 3);
}

#[test]
fn a_group_goes_to_other_lanes_only_where_there_is_one_for_each() {
    let mut window = window();
    let ids = select_both(&mut window, "Community story, Kwame", "Product, Inês, 16 Nov");
    assert!(ids.len() > 1);
    let before = plan(window.state());
    press(&mut window, Modifiers::ALT, Key::ArrowDown);
    assert_eq!(plan(window.state()), before, "there is no lane below the last one");
    press(&mut window, Modifiers::ALT, Key::ArrowUp);
    is_one_step(&mut window, &before, &format!("Move “{} moments”", ids.len()));
}

#[test]
fn what_is_published_stays_when_the_others_move_and_it_is_said() {
    let mut window = window();
    let ids = select_both(&mut window, "Announcement, Maren", "Community story, Maren, 5 Oct");
    let before = days(window.state(), &ids);
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    let after = days(window.state(), &ids);
    let published: Vec<bool> =
        ids.iter().map(|id| window.state().document().campaign().moment(*id).unwrap().1.status == Status::Published).collect();
    for ((before, after), published) in before.iter().zip(&after).zip(&published) {
        assert_eq!(after - before, i32::from(!published));
    }
    assert_eq!(published.iter().filter(|published| **published).count(), 1);
    window.get_by_label_contains("One moment is published and stays where it is");
    assert_eq!(window.state().document().undo_depth(), 1);
}

#[test]
fn dragging_one_of_several_moves_all_also_to_another_lane() {
    let mut window = window();
    let ids = select_both(&mut window, "Announcement, Tobi", "Values story, Tobi");
    let (before, start) = (plan(window.state()), days(window.state(), &ids));
    let from = card_at(&window, "Values story, Tobi");
    let lane = |window: &Window, name: &str| window.get_by_label_contains(name).rect().top();
    let down = lane(&window, "Kwame, YouTube") - lane(&window, "Tobi, TikTok");
    let to = from + vec2(60.0, down);
    drag(&mut window, from, to);
    window.drop_at(to);
    window.run();
    let moved = days(window.state(), &ids);
    let by = moved[0] - start[0];
    assert!(by > 0 && moved.iter().zip(&start).all(|(after, before)| after - before == by), "{start:?} {moved:?}");
    assert!(ids.iter().all(|id| lane_of(window.state(), *id) == before.lanes[2].id));
    is_one_step(&mut window, &before, "Move 2 moments");
}

#[test]
fn dragging_with_alt_lets_go_of_a_copy() {
    let mut window = window();
    let before = plan(window.state());
    let from = card_at(&window, "Announcement, Maren");
    let to = from + vec2(300.0, 0.0);
    drag(&mut window, from, to);
    window.event(egui::Event::ModifiersChanged(Modifiers::ALT));
    window.hover_at(to);
    window.step();
    window.event(egui::Event::PointerButton {
        pos: to,
        button: PointerButton::Primary,
        pressed: false,
        modifiers: Modifiers::ALT,
    });
    window.step();
    window.event(egui::Event::ModifiersChanged(Modifiers::NONE));
    window.run();
    let after = plan(window.state());
    assert_eq!(after.lanes[0].moments.len(), before.lanes[0].moments.len() + 1);
    let copy = window.state().selection().primary().unwrap();
    let (_, copy) = after.moment(copy).unwrap();
    assert_eq!((copy.title.as_str(), copy.status), ("Why I said yes to Northbound", Status::Draft), "a copy is not out yet");
    let original = &before.lanes[0].moments.iter().find(|moment| moment.title == copy.title).unwrap();
    assert!(after.moment(original.id).unwrap().1.is_published(), "the card itself stays");
    is_one_step(&mut window, &before, "Copy “Why I said yes to Northbound”");
}

#[test]
fn duplicates_come_two_weeks_later_and_are_selected() {
    let mut window = window();
    let ids = select_both(&mut window, "Announcement, Tobi", "Values story, Tobi");
    let (before, start) = (plan(window.state()), days(window.state(), &ids));
    press(&mut window, Modifiers::COMMAND, Key::D);
    let copies = window.state().selection().moments.clone();
    assert_eq!(copies.len(), 2);
    assert!(copies.iter().all(|copy| before.moment(*copy).is_none()), "ids of their own");
    assert_eq!(days(window.state(), &copies), start.iter().map(|day| day + 14).collect::<Vec<_>>());
    is_one_step(&mut window, &before, "Duplicate “2 moments”");
}

#[test]
fn delete_and_backspace_take_out_and_offer_to_undo() {
    for key in [Key::Delete, Key::Backspace] {
        let mut window = window();
        let id = select(&mut window, "Values story, Tobi");
        let before = plan(window.state());
        press(&mut window, Modifiers::NONE, key);
        assert!(window.state().document().campaign().moment(id).is_none());
        window.get_by_label("1 moment deleted");
        is_one_step(&mut window, &before, "Delete “Last place is still a place”");
        assert_eq!(window.state().selection().moments, [id], "undo shows what came back");
        press(&mut window, Modifiers::NONE, key);
        let undo = window.get_all_by_label("Undo").last().unwrap();
        undo.click();
        window.run();
        assert_eq!(plan(window.state()), before, "the notice undoes it, too");
    }
}

#[test]
fn parked_and_brought_back_it_finds_its_lane_and_its_day() {
    let mut window = window();
    let id = select(&mut window, "Values story, Tobi");
    let (before, lane) = (plan(window.state()), lane_of(window.state(), id));
    press(&mut window, Modifiers::COMMAND, Key::I);
    assert!(window.state().document().campaign().ideas.iter().any(|idea| idea.id == id));
    assert_eq!(window.state().document().undo_label(), Some("Park “Last place is still a place” in ideas"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(plan(window.state()), before);
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    // Redo selects the idea, which is what it left.
    assert_eq!(window.state().selection().moments, [id]);
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::I);
    assert_eq!(lane_of(window.state(), id), lane, "the lane of the creator it was meant for");
    let was = before.moment(id).unwrap().1.when;
    assert_eq!(when(window.state(), id), was);
    assert_eq!(window.state().document().undo_label(), Some("Bring “Last place is still a place” onto the board"));
    assert_eq!(window.state().document().undo_depth(), 2);
}

#[test]
fn an_idea_without_a_day_gets_one_that_leaves_room() {
    let mut window = window();
    let ctx = window.ctx.clone();
    select(&mut window, "Values story, Tobi");
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.state_mut().run(&ctx, Command::AddIdea);
    window.run();
    let id = window.state().selection().primary().unwrap();
    assert_eq!((window.state().document().index().place(id), when(window.state(), id)), (Some(None), When::Undated));
    assert_eq!(window.state().document().undo_label(), Some("Add the idea “New idea”"));
    window.state_mut().run(&ctx, Command::Unpark);
    window.run();
    let lane = lane_of(window.state(), id);
    let day = days(window.state(), &[id])[0];
    let campaign = plan(window.state());
    let others = campaign.lane(lane).unwrap().moments.iter().filter(|moment| moment.id != id);
    let mut apart = others.filter_map(|moment| campaign.day_of(moment.when)).map(|other| (other.number() - day).abs());
    assert!(apart.all(|days| days >= 7), "a week from every other card");
    assert_eq!(window.state().selection().moments, [id]);
    assert_eq!(window.state().document().undo_depth(), 2);
}

#[test]
fn a_title_is_renamed_where_it_stands() {
    let mut window = window();
    let id = select(&mut window, "Values story, Tobi");
    let before = plan(window.state());
    let rename = |window: &mut Window, text: &str, key: Key| {
        press(window, Modifiers::NONE, Key::F2);
        window.get_by_role_and_label(egui::accesskit::Role::TextInput, "New title");
        for c in text.chars() {
            window.event(egui::Event::Text(c.to_string()));
            window.step();
        }
        press(window, Modifiers::NONE, key);
        assert!(window.query_by_label("New title").is_none(), "the field is gone");
    };
    rename(&mut window, "Left alone", Key::Escape);
    assert_eq!(plan(window.state()), before, "Escape leaves it as it was");
    assert_eq!(window.state().selection().primary(), Some(id), "and the card selected");
    rename(&mut window, "Last is fine", Key::Enter);
    assert_eq!(title(window.state(), id), "Last is fine");
    is_one_step(&mut window, &before, "Rename “Last place is still a place”");

    // Going elsewhere keeps what was written.
    press(&mut window, Modifiers::NONE, Key::F2);
    window.event(egui::Event::Text("Elsewhere".into()));
    window.run();
    let other = card_at(&window, "Announcement, Kwame");
    window.drag_at(other);
    window.step();
    window.drop_at(other);
    window.run();
    assert_eq!(title(window.state(), id), "Elsewhere");
}

#[test]
fn enter_and_a_double_click_open_the_card_in_the_inspector() {
    let mut window = window();
    let id = select(&mut window, "Values story, Tobi");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let title_field = |window: &Window| window.get_by_role_and_label(egui::accesskit::Role::TextInput, "Title").is_focused();
    assert!(title_field(&window));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!title_field(&window));
    let at: Pos2 = card_at(&window, "Announcement, Kwame");
    double_click(&mut window, at);
    assert_ne!(window.state().selection().primary(), Some(id));
    assert!(title_field(&window));
    assert_eq!(window.state().document().undo_depth(), 0);
}
