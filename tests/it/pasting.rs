//! What is pasted comes from the system beside the frames: keys wait for a text that is on its way, a picture is read by a job,
//! and the library of the window is asked only where nobody else knows.

use std::cell::RefCell;
use std::collections::VecDeque;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, ViewportCommand};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::{Clip, Lack, Pasting};
use momentboard::store::picture::Pixels;
use momentboard::ui::command::Command;
use momentboard::ui::view::View;

use crate::app_window::*;
use crate::moment_pictures::picture_of;

const PLAIN: Modifiers = Modifiers::NONE;
/// A moment without a picture.
const BARE: &str = "Community story, Tobi";

type Job = Box<dyn FnOnce() + Send>;

thread_local! {
    /// What reads the clipboard, as long as the program that has it takes its time.
    static WAITING: RefCell<VecDeque<Job>> = RefCell::default();
}

fn slow(job: Job) -> bool {
    WAITING.with_borrow_mut(|waiting| waiting.push_back(job));
    true
}

fn at_once(job: Job) -> bool {
    job();
    true
}

/// The other program hands over what it has.
fn answer(window: &mut Window) {
    let job = WAITING.with_borrow_mut(VecDeque::pop_front).expect("the clipboard is being read");
    job();
    window.run();
}

fn in_the_name(window: &mut Window) {
    run(window, Command::EditCampaign);
    window.get_by_role_and_label(Role::TextInput, "Name").focus();
    window.run();
    press(window, PLAIN, Key::End);
}

fn name(window: &Window) -> String {
    window.get_by_role_and_label(Role::TextInput, "Name").accesskit_node().value().unwrap_or_default()
}

fn asks_the_library(window: &Window) -> bool {
    let windows = window.output().viewport_output.values();
    windows.flat_map(|window| &window.commands).any(|command| matches!(command, ViewportCommand::RequestPaste))
}

#[test]
fn what_is_typed_after_a_text_that_is_on_its_way_comes_after_it() {
    let mut window = window();
    window.ctx.add_plugin(Pasting::new(|| Clip::Text(" and back\r\nagain".to_owned()), slow));
    in_the_name(&mut window);
    press(&mut window, Modifiers::COMMAND, Key::V);
    for c in ["!", "?"] {
        window.event(Event::Text(c.to_owned()));
        window.step();
    }
    window.step();
    assert_eq!(name(&window), "The long way round", "frames go on, and nothing overtakes the text");
    answer(&mut window);
    assert_eq!(name(&window), "The long way round and back again!?");
    assert!(!asks_the_library(&window));
}

#[test]
fn two_texts_that_are_pasted_quickly_come_one_after_the_other() {
    let mut window = window();
    window.ctx.add_plugin(Pasting::new(|| Clip::Text("+".to_owned()), slow));
    in_the_name(&mut window);
    press(&mut window, Modifiers::COMMAND, Key::V);
    window.event(Event::Text("1".to_owned()));
    press(&mut window, Modifiers::COMMAND, Key::V);
    window.event(Event::Text("2".to_owned()));
    window.step();
    answer(&mut window);
    answer(&mut window);
    assert_eq!(name(&window), "The long way round+1+2");
}

#[test]
fn keys_do_not_wait_for_ever_for_a_program_that_never_answers() {
    let mut window = window();
    window.ctx.add_plugin(Pasting::new(|| Clip::Text("late".to_owned()), slow));
    in_the_name(&mut window);
    press(&mut window, Modifiers::COMMAND, Key::V);
    window.event(Event::Text("!".to_owned()));
    window.step();
    let time = window.ctx.input(|input| input.time);
    window.input_mut().time = Some(time + 5.0);
    window.step();
    window.input_mut().time = None;
    window.run();
    assert_eq!(name(&window), "The long way round!");
    answer(&mut window);
    assert_eq!(name(&window), "The long way round!", "what comes too late comes nowhere");
}

#[test]
fn the_menu_of_a_field_pastes_the_same_way() {
    let mut window = window();
    window.ctx.add_plugin(Pasting::new(|| Clip::Text(" again".to_owned()), at_once));
    in_the_name(&mut window);
    press(&mut window, Modifiers::SHIFT, Key::F10);
    click(&mut window, "Paste");
    assert_eq!(name(&window), "The long way round again");
    assert!(!asks_the_library(&window));
}

#[test]
fn cut_and_copy_are_what_they_were() {
    let mut window = window();
    window.ctx.add_plugin(Pasting::new(|| Clip::Text(String::new()), at_once));
    in_the_name(&mut window);
    press(&mut window, Modifiers::COMMAND, Key::A);
    press(&mut window, Modifiers::COMMAND, Key::X);
    assert_eq!(name(&window), "");
    press(&mut window, Modifiers::COMMAND, Key::V);
    assert_eq!(name(&window), "", "an empty clipboard pastes nothing");
}

#[test]
fn a_picture_is_read_by_a_job_for_the_moment_that_was_selected_then() {
    let mut window = window_with_held_jobs(fictional());
    while window.state().release_job() {}
    window
        .ctx
        .add_plugin(Pasting::new(|| Clip::Other(Box::new(|| Ok(Pixels { width: 2, height: 1, rgba: vec![9; 8] }))), at_once));
    let id = select(&mut window, BARE);
    press(&mut window, Modifiers::COMMAND, Key::V);
    select(&mut window, "Last place is still a place");
    assert!(picture_of(&window, id).is_none(), "it is still being read");
    while window.state().release_job() {
        window.run();
    }
    assert!(picture_of(&window, id).is_some());
    assert!(!asks_the_library(&window));
}

#[test]
fn what_is_neither_text_nor_picture_is_said_once() {
    for (lack, said) in [
        (Lack::Nothing, "neither text nor a picture"),
        (Lack::Unreadable, "a picture that cannot be read"),
        (Lack::NoAnswer, "does not hand it over"),
    ] {
        let mut window = window();
        window.ctx.add_plugin(Pasting::new(move || Clip::Other(Box::new(move || Err(lack))), at_once));
        let id = select(&mut window, BARE);
        press(&mut window, Modifiers::COMMAND, Key::V);
        window.get_by_role_and_label(Role::Dialog, "The picture was not added");
        assert!(has(&window, said), "{lack:?}");
        press(&mut window, PLAIN, Key::Enter);
        assert!(window.query_by_role(Role::Dialog).is_none(), "{lack:?} is said once");
        assert!(picture_of(&window, id).is_none());
        assert_eq!(window.state().document().undo_depth(), 0);
    }
}

#[test]
fn an_empty_clipboard_is_said_also_where_no_moment_is_selected() {
    for empty in [|| Clip::Text(String::new()), || Clip::Other(Box::new(|| Err(Lack::Nothing)))] {
        let mut window = window();
        window.ctx.add_plugin(Pasting::new(empty, at_once));
        run(&mut window, Command::Show(View::Table));
        click(&mut window, "Paste rows");
        window.run();
        assert!(has(&window, "The clipboard holds no text and no rows"));
    }
}

#[test]
fn where_only_the_window_can_see_the_clipboard_it_is_asked() {
    let mut window = window();
    window.ctx.add_plugin(Pasting::new(|| Clip::Unknown, at_once));
    in_the_name(&mut window);
    let (key, physical_key, repeat, modifiers) = (Key::V, None, false, Modifiers::COMMAND);
    window.input_mut().events.push(Event::Key { key, physical_key, pressed: true, repeat, modifiers });
    let asked = (0..4).any(|_| {
        window.step();
        asks_the_library(&window)
    });
    assert!(asked);
}
