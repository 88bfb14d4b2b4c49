//! Files that are dropped on the window, whatever is in front: each is taken for what it is or refused in one message, and what
//! lies over the plan takes nothing behind anybody's back.

#![expect(clippy::disallowed_methods, reason = "the tests lay out folders that somebody drops")]

use std::path::PathBuf;

use egui::accesskit::Role;
use egui::{HoveredFile, Key, Modifiers, pos2};
use egui_kittest::kittest::Queryable;
use momentboard::app::Screen;
use momentboard::model::PlanId;
use momentboard::store::{demo, write};
use momentboard::ui::command::Command;
use momentboard::ui::view::View;

use crate::app_window::*;
use crate::moment_pictures::{depth, fixture, plan};
use crate::scratch::Scratch;

const PLAIN: Modifiers = Modifiers::NONE;
const COVERED: &str = "Nothing was taken in. Close what is in front first, then drop the file.";

/// What somebody may drop.
struct Files {
    plan: PathBuf,
    table: PathBuf,
    folder: PathBuf,
    text: PathBuf,
    empty_plan: PathBuf,
    empty_picture: PathBuf,
}

fn files(folder: &Scratch) -> Files {
    let mut other = demo::two_cases(PlanId::from_bits(3));
    other.name = "Dropped".into();
    let inner = folder.join("a folder.moments");
    std::fs::create_dir_all(&inner).unwrap();
    Files {
        plan: folder.put("other.moments", write(&other).unwrap()),
        table: folder.put("calendar.csv", b"Date,Creator,Title\n2027-09-01,Maren,Hello\n"),
        folder: inner,
        text: folder.put("notes.txt", b"Ask Mia about the rights\n"),
        empty_plan: folder.put("nothing.moments", b""),
        empty_picture: folder.put("nothing.png", b""),
    }
}

fn dialogs(window: &Window) -> usize {
    window.query_all_by_role(Role::Dialog).count()
}

/// Drops them with the pointer over the middle of the window.
fn let_go(window: &mut Window, paths: &[PathBuf]) {
    window.hover_at(pos2(620.0, 420.0));
    window.step();
    drop_files(window, paths);
    window.run();
}

/// Drops them, sees that one message says something, and that nothing comes after it.
fn is_refused(window: &mut Window, paths: &[PathBuf], title: &str) {
    let before = (plan(window), depth(window));
    let_go(window, paths);
    assert!(window.query_by_role_and_label(Role::Dialog, title).is_some(), "{paths:?}");
    assert_eq!(dialogs(window), 1);
    press(window, PLAIN, Key::Escape);
    assert_eq!(dialogs(window), 0, "one message: {paths:?}");
    assert_eq!((plan(window), depth(window)), before);
}

#[test]
fn on_every_view_a_file_is_taken_for_what_it_is_or_refused_in_one_message() {
    let folder = Scratch::new("dropped-views");
    let there = files(&folder);
    for view in [View::Board, View::Calendar, View::Table] {
        let mut window = window();
        run(&mut window, Command::Show(view));
        let before = plan(&window);
        for refused in [&there.folder, &there.text, &there.empty_plan] {
            is_refused(&mut window, std::slice::from_ref(refused), "The plan could not be opened");
        }
        is_refused(&mut window, &[there.plan.clone(), there.table.clone()], "One file at a time");
        is_refused(&mut window, &[there.folder.clone(), there.text.clone()], "One file at a time");
        let two = [fixture("told.jpg"), fixture("told.png")];
        let_go(&mut window, &two);
        window.get_by_label("A moment takes one picture. Drop one file at a time; nothing was added.");
        assert_eq!((plan(&window), dialogs(&window)), (before, 0));
        let_go(&mut window, std::slice::from_ref(&there.table));
        assert_eq!(dialogs(&window), 1, "what the table holds is asked about");
        press(&mut window, PLAIN, Key::Escape);
        let_go(&mut window, std::slice::from_ref(&there.plan));
        assert_eq!((plan(&window).name.as_str(), dialogs(&window)), ("Dropped", 0));
    }
    let mut window = window();
    select(&mut window, "Announcement, Maren");
    is_refused(&mut window, &[there.empty_picture], "The picture was not added");
}

#[test]
fn on_the_start_page_a_plan_opens_a_table_becomes_one_and_everything_else_is_refused_in_one_message() {
    let folder = Scratch::new("dropped-start");
    let there = files(&folder);
    let mut window = window();
    run(&mut window, Command::StartPage);
    assert_eq!(window.state().screen(), Screen::Welcome);
    for refused in [&there.folder, &there.text, &there.empty_plan, &there.empty_picture, &fixture("told.jpg")] {
        is_refused(&mut window, std::slice::from_ref(refused), "The plan could not be opened");
    }
    is_refused(&mut window, &[fixture("told.jpg"), fixture("told.png")], "One file at a time");
    let_go(&mut window, &[there.table]);
    assert_eq!(dialogs(&window), 1);
    press(&mut window, PLAIN, Key::Escape);
    let_go(&mut window, &[there.plan]);
    assert_eq!((plan(&window).name.as_str(), window.state().screen()), ("Dropped", Screen::Plan));
}

#[test]
fn what_lies_over_the_plan_takes_no_file_and_says_so_for_a_while() {
    let folder = Scratch::new("dropped-over");
    let there = files(&folder);
    for over in [Command::Present, Command::Preferences, Command::Share, Command::Palette, Command::CompareLanes] {
        let mut window = window();
        select(&mut window, "Announcement, Maren");
        run(&mut window, over);
        let (before, open) = ((plan(&window), depth(&window)), dialogs(&window));
        for file in [fixture("told.jpg"), there.plan.clone(), there.table.clone(), there.folder.clone()] {
            let hovered = HoveredFile { path: Some(file.clone()), ..HoveredFile::default() };
            window.input_mut().hovered_files = vec![hovered];
            window.run_steps(2);
            assert!(has(&window, "Close what is in front first"), "{over:?} says it before the file is dropped: {file:?}");
            window.input_mut().hovered_files.clear();
            drop_files(&mut window, &[file]);
            window.get_by_label(COVERED);
            assert_eq!(((plan(&window), depth(&window)), dialogs(&window)), (before.clone(), open), "{over:?}");
        }
        assert_eq!(window.state().presented().is_some(), over == Command::Present);
        window.run_steps(30);
        assert!(window.query_by_label(COVERED).is_none(), "not for ever");
    }
}
