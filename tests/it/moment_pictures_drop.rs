//! Pictures that are dropped from the desktop or pasted: which moment gets them, and what is said where none can.

use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui::{Event, HoveredFile, Key, Modifiers, Pos2, pos2};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::{Clip, Pasting};
use momentboard::store::picture::Pixels;
use momentboard::store::{self, picture};
use momentboard::ui::command::Command;

use crate::app_window::*;
use crate::moment_pictures::{depth, fixture, picture_of, plan, undo_label};
use crate::scratch::Scratch;

const BARE: &str = "Community story, Tobi";

/// Holds files over the window, at a place where the system tells it.
fn hold(window: &mut Window, paths: &[PathBuf], at: Option<Pos2>) {
    let files = paths.iter().map(|path| HoveredFile { path: Some(path.clone()), ..HoveredFile::default() });
    window.input_mut().hovered_files = files.collect();
    if let Some(at) = at {
        window.event(Event::PointerMoved(at));
    }
    window.run_steps(2);
}

/// Lets go of them.
fn let_go(window: &mut Window, paths: &[PathBuf]) {
    window.input_mut().hovered_files.clear();
    drop_files(window, paths);
}

/// The middle of a card.
fn middle(window: &Window, words: &str) -> Pos2 {
    card_at(window, words) + egui::vec2(20.0, 30.0)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

#[test]
fn a_picture_goes_onto_the_card_it_is_let_go_of_over() {
    let mut window = window();
    select(&mut window, "Announcement, Maren");
    let file = [fixture("told.jpg")];
    let at = middle(&window, BARE);
    hold(&mut window, &file, Some(at));
    window.get_by_label("Picture for “Your slowest mile, on camera”");
    hold(&mut window, &file, Some(pos2(700.0, 60.0)));
    window.get_by_label_contains("Let go over a card to give it the picture, anywhere else to give it to “Why I said yes");
    hold(&mut window, &file, Some(at));
    let_go(&mut window, &file);
    window.run();
    let id = window.state().selection().primary().unwrap();
    assert_eq!(title(window.state(), id), "Your slowest mile, on camera", "it is selected now");
    assert_eq!(picture_of(&window, id).unwrap().name, "told.jpg");
    assert_eq!(undo_label(&window).as_deref(), Some("Add picture to “Your slowest mile, on camera”"));
    window.get_by_label("“Your slowest mile, on camera” has the picture now.");
    assert!(window.query_by_label_contains("Picture for “Your").is_none(), "nothing hovers any more");
}

#[test]
fn on_the_calendar_and_in_the_table_it_goes_to_what_it_is_let_go_of_over() {
    for (keys, title_of_it) in [(Key::Num2, "A hundred miles, together"), (Key::Num3, "Your slowest mile, on camera")] {
        let mut window = window();
        press(&mut window, Modifiers::ALT, keys);
        let at = if keys == Key::Num2 {
            card_at(&window, "Announcement, Kwame, 9 Sep")
        } else {
            let rows = window.query_all_by_role(Role::CheckBox);
            let label = format!("Select “{title_of_it}”");
            let tick = rows.into_iter().find(|node| node.accesskit_node().label().as_deref() == Some(&label)).unwrap();
            tick.rect().center() + egui::vec2(500.0, 0.0)
        };
        let file = [fixture("told.jpg")];
        hold(&mut window, &file, Some(at));
        window.get_by_label(&format!("Picture for “{title_of_it}”"));
        let_go(&mut window, &file);
        window.run();
        let id = window.state().selection().primary().unwrap();
        assert_eq!(title(window.state(), id), title_of_it);
        assert_eq!(picture_of(&window, id).unwrap().name, "told.jpg");
    }
}

#[test]
fn where_the_system_tells_the_place_only_afterwards_the_picture_waits_for_it() {
    let mut window = window();
    let selected = select(&mut window, "Announcement, Maren");
    let at = middle(&window, BARE);
    let file = [fixture("told.webp")];
    hold(&mut window, &file, None);
    window.get_by_label_contains("anywhere else to give it to “Why I said yes");
    let_go(&mut window, &file);
    assert_eq!(depth(&window), 0, "nobody knows yet which card is meant");
    window.event(Event::PointerMoved(at));
    window.run_steps(2);
    let id = window.state().selection().primary().unwrap();
    assert_ne!(id, selected);
    assert_eq!(picture_of(&window, id).unwrap().name, "told.webp");
}

#[test]
fn where_it_is_never_told_the_selected_moment_gets_it_and_is_named() {
    let mut window = window();
    let id = select(&mut window, BARE);
    let file = [fixture("told.gif")];
    let_go(&mut window, &file);
    window.run_steps(8);
    assert_eq!(picture_of(&window, id).unwrap().name, "told.gif");
    window.get_by_label("“Your slowest mile, on camera” has the picture now.");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.state().selection().moments.is_empty());
    let_go(&mut window, &file);
    window.run_steps(8);
    window.get_by_label("Drop the picture onto a card, or select a moment first.");
    assert_eq!(depth(&window), 0);
}

#[test]
fn over_no_card_the_selected_moment_gets_it() {
    let mut window = window();
    let id = select(&mut window, BARE);
    let file = [fixture("told.png")];
    hold(&mut window, &file, Some(pos2(700.0, 60.0)));
    let_go(&mut window, &file);
    assert_eq!(picture_of(&window, id).unwrap().name, "told.png");
    // What lies over the cards is no card: the inspector, beside the board or over it, is none.
    let before = plan(&window);
    press(&mut window, Modifiers::NONE, Key::Escape);
    hold(&mut window, &file, Some(pos2(1300.0, 400.0)));
    window.get_by_label("Let go over a card to give it the picture.");
    let_go(&mut window, &file);
    window.get_by_label("Drop the picture onto a card, or select a moment first.");
    assert_eq!(plan(&window), before);
}

#[test]
fn several_files_and_files_that_are_no_pictures_are_said_once() {
    let folder = Scratch::new("dropped-odd");
    let mut window = window();
    select(&mut window, BARE);
    let before = plan(&window);
    let at = middle(&window, BARE);
    let two = [fixture("told.png"), fixture("told.jpg")];
    hold(&mut window, &two, Some(at));
    window.get_by_label("A moment takes one picture: drop one file at a time.");
    let_go(&mut window, &two);
    window.get_by_label("A moment takes one picture. Drop one file at a time; nothing was added.");
    assert!(window.query_by_role(Role::Dialog).is_none());
    for (file, said) in [
        (folder.put("film.mp4", b"\0\0\0\x18ftypmp42 and so on"), "This is not a picture that can be used."),
        (folder.put("photo.heic", b"\0\0\0\x18ftypheic and so on"), "This is not a picture that can be used."),
        (folder.put("Screenshot", std::fs::read(fixture("told.png")).unwrap().get(..200).unwrap()), "The picture is damaged"),
    ] {
        let file = [file];
        hold(&mut window, &file, Some(at));
        let_go(&mut window, &file);
        window.get_by_role_and_label(Role::Dialog, "The picture was not added");
        assert!(has(&window, said) && has(&window, &name(&file[0])), "{file:?}");
        press(&mut window, Modifiers::NONE, Key::Enter);
        assert!(window.query_by_role(Role::Dialog).is_none(), "one message: {file:?}");
    }
    assert_eq!((plan(&window), depth(&window)), (before, 0));
}

#[test]
fn a_picture_without_an_ending_is_known_by_its_content() {
    let folder = Scratch::new("dropped-bare");
    let mut window = window();
    let id = select(&mut window, BARE);
    let file = [folder.put("IMG_0042", std::fs::read(fixture("told.jpg")).unwrap())];
    let at = middle(&window, BARE);
    hold(&mut window, &file, Some(at));
    let_go(&mut window, &file);
    assert_eq!(picture_of(&window, id).unwrap().name, "IMG_0042");
}

#[test]
fn a_plan_or_a_table_that_is_dropped_on_a_card_opens_as_ever() {
    let folder = Scratch::new("dropped-plan");
    let mut window = window();
    let at = middle(&window, BARE);
    let table = [folder.put("calendar.csv", b"Date,Creator,Title\n2027-09-01,Maren,Hello\n")];
    hold(&mut window, &table, Some(at));
    let_go(&mut window, &table);
    window.run();
    window.get_by_role(Role::Dialog);
    press(&mut window, Modifiers::NONE, Key::Escape);
    let mut other = momentboard::store::demo::two_cases(momentboard::model::PlanId::from_bits(3));
    other.name = "Dropped".into();
    let file = [folder.put("other.moments", store::write(&other).unwrap())];
    let at = middle(&window, BARE);
    hold(&mut window, &file, Some(at));
    let_go(&mut window, &file);
    window.run();
    assert_eq!(plan(&window).name, "Dropped");
}

/// Pastes what is on the clipboard: so many dots of half clear red.
fn pasted(window: &mut Window, [width, height]: [u32; 2]) {
    let rgba: Vec<u8> = [255, 0, 0, 120].repeat(usize::try_from(width * height).unwrap());
    let picture = Pixels { width, height, rgba };
    let clip = move || {
        let picture = picture.clone();
        Clip::Other(Box::new(move || Ok(picture)))
    };
    window.ctx.add_plugin(Pasting::new(clip, |job| {
        job();
        true
    }));
    press(window, Modifiers::COMMAND, Key::V);
}

#[test]
fn a_picture_of_the_clipboard_goes_onto_the_selected_moment_also_while_somebody_writes() {
    let mut window = window();
    pasted(&mut window, [24, 16]);
    window.get_by_label("The clipboard holds no text and no rows. A picture is pasted onto the one moment that is selected.");
    assert_eq!(depth(&window), 0);
    let id = select(&mut window, BARE);
    pasted(&mut window, [24, 16]);
    let picture = picture_of(&window, id).unwrap();
    assert_eq!((picture.name.as_str(), picture.width, picture.height), ("Pasted picture", 24, 16));
    let pixels = picture::decode(&picture, 64).unwrap();
    assert!(pixels.rgba[0].abs_diff(255) <= 3 && pixels.rgba[3].abs_diff(120) <= 1, "half clear red: {:?}", &pixels.rgba[..4]);
    assert_eq!(undo_label(&window).as_deref(), Some("Add picture to “Your slowest mile, on camera”"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    window.get_by_role_and_label(Role::TextInput, "Title").focus();
    window.run();
    pasted(&mut window, [24, 16]);
    assert!(picture_of(&window, id).is_some());
    assert_eq!(title(window.state(), id), "Your slowest mile, on camera");
}

#[test]
fn a_picture_that_is_too_large_is_refused_from_the_clipboard_as_well() {
    let mut window = window();
    select(&mut window, BARE);
    pasted(&mut window, [20_000, 2]);
    window.get_by_role_and_label(Role::Dialog, "The picture was not added");
    assert!(has(&window, "Pasted picture: The picture has 20000 × 2 pixels"));
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(depth(&window), 0);
}

#[test]
fn in_the_calendar_a_picture_goes_to_the_selected_moment() {
    let mut window = window();
    let id = select(&mut window, BARE);
    run(&mut window, Command::Show(momentboard::ui::view::View::Calendar));
    let file = [fixture("told.png")];
    hold(&mut window, &file, Some(pos2(700.0, 400.0)));
    let_go(&mut window, &file);
    assert_eq!(picture_of(&window, id).unwrap().name, "told.png");
}
