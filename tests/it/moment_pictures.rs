//! Pictures of moments in the whole window: chosen from a file, replaced, taken off, undone; files that cannot be used; what
//! happens where a picture takes its time.

#![expect(clippy::disallowed_methods, reason = "the tests play everybody else who writes to the disk")]

use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use momentboard::app::{Clip, Lack, Pasting};
use momentboard::model::{Campaign, MomentId, Picture, PlanId, faults};
use momentboard::store::{self, demo};
use momentboard::ui::command::Command;

use crate::app_window::*;
use crate::scratch::Scratch;

/// Words on the card that has no picture.
const BARE: &str = "Community story, Tobi";

pub fn plan(window: &Window) -> Campaign {
    Campaign::clone(window.state().document().campaign())
}

pub fn picture_of(window: &Window, id: MomentId) -> Option<Picture> {
    let campaign = window.state().document().campaign();
    let image = campaign.moment(id)?.1.image?;
    campaign.picture(image).map(|picture| Picture::clone(picture))
}

pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pictures").join(name)
}

/// A picture of one colour, as a file of that format.
pub fn colour(width: u32, height: u32, rgb: [u8; 3], format: ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(RgbImage::from_pixel(width, height, Rgb(rgb))).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// Chooses a file for the selected moment.
fn choose(window: &mut Window, path: &Path) {
    run(window, Command::AddPicture);
    window.get_by_role_and_label(Role::Dialog, "A picture for a moment");
    type_path(window, path);
}

pub fn undo_label(window: &Window) -> Option<String> {
    window.state().document().undo_label().map(str::to_owned)
}

pub fn depth(window: &Window) -> usize {
    window.state().document().undo_depth()
}

#[test]
fn every_kind_of_picture_comes_from_a_file_upright_and_as_one_step() {
    let mut window = window();
    let id = select(&mut window, BARE);
    let before = plan(&window);
    for (name, size) in [
        ("told.png", None),
        ("deep.png", None),
        ("clear.png", None),
        ("moving.png", None),
        ("told.jpg", None),
        ("cmyk.jpg", Some((8, 6))),
        ("turned.jpg", Some((6, 8))),
        ("told.webp", None),
        ("moving.webp", None),
        ("told.gif", None),
        ("moving.gif", None),
    ] {
        choose(&mut window, &fixture(name));
        assert!(window.query_by_role(Role::Dialog).is_none(), "{name} is taken");
        let picture = picture_of(&window, id).unwrap();
        assert_eq!(picture.name, name);
        assert!(size.is_none_or(|size| size == (picture.width, picture.height)), "{name}: {picture:?}");
        window.get_by_label("“Your slowest mile, on camera” has the picture now.");
        assert_eq!(undo_label(&window).as_deref(), Some("Add picture to “Your slowest mile, on camera”"));
        assert_eq!(depth(&window), 1);
        assert!(faults(&plan(&window)).is_empty());
        press(&mut window, Modifiers::COMMAND, Key::Z);
        assert_eq!(plan(&window), before, "{name}: undo takes the picture back, too");
    }
}

#[test]
fn a_large_picture_is_scaled_for_the_plan() {
    let folder = Scratch::new("large-picture");
    let path = folder.put("wall.png", colour(4200, 2100, [9, 90, 30], ImageFormat::Png));
    let mut window = window();
    let id = select(&mut window, BARE);
    choose(&mut window, &path);
    let picture = picture_of(&window, id).unwrap();
    assert_eq!((picture.width, picture.height), (2048, 1024));
}

#[test]
fn what_cannot_be_used_gives_one_message_and_changes_nothing() {
    let folder = Scratch::new("bad-pictures");
    let cut = |name: &str| {
        let bytes = std::fs::read(fixture(name)).unwrap();
        let end = bytes.len() / 2;
        folder.put(&format!("cut {name}"), &bytes[..end])
    };
    let mut bomb = colour(20, 20, [1, 2, 3], ImageFormat::Png);
    bomb.splice(16..24, [0x00, 0x00, 0xff, 0xff, 0x00, 0x00, 0xff, 0xff]);
    let sum = crc(&bomb[12..29]).to_be_bytes();
    bomb.splice(29..33, sum);
    // The decoder would fill what is missing at the end with grey.
    let late = colour(600, 600, [90, 140, 60], ImageFormat::Jpeg);
    let late = folder.put("late.jpg", &late[..late.len() * 9 / 10]);
    let huge = folder.put("huge.png", b"");
    std::fs::File::options().write(true).open(&huge).unwrap().set_len((64 << 20) + 1).unwrap();
    let damaged = "The picture is damaged and cannot be read.";
    let other = "This is not a picture that can be used. PNG, JPEG, WebP and GIF can.";
    let again = "Save it again as PNG or JPEG, smaller if need be, and add it again.";
    let mut window = window();
    select(&mut window, BARE);
    let before = plan(&window);
    for (path, said, hint) in [
        (cut("told.png"), damaged, again),
        (cut("told.jpg"), damaged, again),
        (cut("cmyk.jpg"), damaged, again),
        (late, damaged, again),
        (cut("told.webp"), damaged, again),
        (cut("told.gif"), damaged, again),
        (folder.put("bomb.png", &bomb), "The picture has 65535 × 65535 pixels; the most is 16384 on a side", again),
        (folder.put("words.png", b"not a picture at all"), other, again),
        (folder.put("none.jpg", b""), other, again),
        (folder.put("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"), other, again),
        (huge, "The picture's file is larger than 64 MiB.", again),
        (folder.join("gone.png"), "There is no such file.", "Check the name and the folder."),
        (folder.path().to_owned(), "This is a folder, not a file.", "Choose a picture: PNG, JPEG, WebP or GIF."),
    ] {
        choose(&mut window, &path);
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        window.get_by_role_and_label(Role::Dialog, "The picture was not added");
        assert!(has(&window, said), "{name}: {said}");
        assert!(has(&window, &name) && has(&window, hint), "{name}: which file, and what to do");
        press(&mut window, Modifiers::NONE, Key::Enter);
        assert!(window.query_by_role(Role::Dialog).is_none(), "{name}: one message");
        assert_eq!((plan(&window), depth(&window)), (before.clone(), 0), "{name}");
    }
}

/// The check sum of a PNG chunk.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |sum, &byte| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
    })
}

#[test]
fn the_inspector_adds_replaces_and_removes_and_every_step_comes_back() {
    let folder = Scratch::new("inspector-picture");
    let (red, blue) = (colour(30, 20, [200, 0, 0], ImageFormat::Png), colour(20, 30, [0, 0, 200], ImageFormat::Gif));
    let mut window = window();
    let id = select(&mut window, BARE);
    let before = plan(&window);
    click(&mut window, "Add picture…");
    type_path(&mut window, &folder.put("red.png", red));
    let red = picture_of(&window, id).unwrap();
    let with_red = plan(&window);
    assert!(window.query_by_label("Add picture…").is_none());
    click(&mut window, "Replace the picture");
    // The folder of the last picture is where the next one is looked for.
    assert!(has(&window, &folder.path().display().to_string()));
    type_path(&mut window, &folder.put("blue.gif", blue));
    assert_eq!(undo_label(&window).as_deref(), Some("Replace the picture of “Your slowest mile, on camera”"));
    assert_eq!(picture_of(&window, id).unwrap().name, "blue.gif");
    assert!(plan(&window).picture(red.id).is_none(), "what nothing shows any more left the plan");
    let with_blue = plan(&window);
    click(&mut window, "Take the picture off the card");
    assert_eq!(undo_label(&window).as_deref(), Some("Remove the picture of “Your slowest mile, on camera”"));
    assert_eq!(plan(&window), before, "and with it everything that came with it");
    for expected in [&with_blue, &with_red, &before] {
        press(&mut window, Modifiers::COMMAND, Key::Z);
        assert_eq!(plan(&window), *expected);
    }
    for expected in [&with_red, &with_blue, &before] {
        press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        assert_eq!(plan(&window), *expected);
    }
}

#[test]
fn the_same_picture_on_two_moments_is_kept_once_until_the_last_one_lets_it_go() {
    let mut window = window();
    let first = select(&mut window, BARE);
    let count = plan(&window).pictures.len();
    choose(&mut window, &fixture("told.jpg"));
    let second = select(&mut window, "Values story, Tobi");
    choose(&mut window, &fixture("told.jpg"));
    let shared = picture_of(&window, first).unwrap();
    assert_eq!(picture_of(&window, second).map(|picture| picture.id), Some(shared.id));
    // The one that the second moment had before is gone.
    assert_eq!(plan(&window).pictures.len(), count);
    choose(&mut window, &fixture("told.jpg"));
    window.get_by_label("“Last place is still a place” has that picture already.");
    assert_eq!(depth(&window), 2, "the same once more is no step");
    run(&mut window, Command::RemovePicture);
    assert!(plan(&window).picture(shared.id).is_some(), "the other moment shows it");
    select(&mut window, BARE);
    run(&mut window, Command::Delete);
    assert!(plan(&window).picture(shared.id).is_none());
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(picture_of(&window, first), Some(shared.clone()));
    // What is written is what was on screen.
    let written = store::write(&plan(&window)).unwrap();
    assert_eq!(store::read(&written).unwrap().campaign.picture(shared.id).unwrap().bytes, shared.bytes);
}

#[test]
fn one_moment_is_asked_for_where_none_or_several_are_selected() {
    let mut window = window();
    // Nothing is selected: the command has nothing to act on, and says so instead of asking for a file.
    run(&mut window, Command::AddPicture);
    window.get_by_label("Select one moment first: the picture goes onto it.");
    select(&mut window, BARE);
    press(&mut window, Modifiers::COMMAND, Key::A);
    run(&mut window, Command::AddPicture);
    assert!(window.query_by_role(Role::Dialog).is_none());
    run(&mut window, Command::ViewPicture);
    assert!(window.query_by_role(Role::Dialog).is_none());
}

#[test]
fn a_moment_that_changed_meanwhile_gets_its_picture_and_one_that_is_gone_is_named() {
    let mut window = window_with_held_jobs(fictional());
    while window.state().release_job() {
        window.run();
    }
    let id = select(&mut window, BARE);
    window.run();
    choose(&mut window, &fixture("told.webp"));
    write_over(&mut window, Role::TextInput, "Title", "Another title");
    let other = select(&mut window, "Values story, Tobi");
    while window.state().release_job() {
        window.run();
    }
    assert_eq!(picture_of(&window, id).unwrap().name, "told.webp");
    assert_eq!(undo_label(&window).as_deref(), Some("Add picture to “Another title”"));
    assert_eq!(window.state().selection().primary(), Some(other), "who went on is not called back");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(title(window.state(), id), "Another title", "the title was a step of its own");

    select(&mut window, "Community story, Tobi");
    choose(&mut window, &fixture("told.webp"));
    run(&mut window, Command::Delete);
    let before = plan(&window);
    while window.state().release_job() {
        window.run();
    }
    window.get_by_label("The moment is no longer in the plan, so told.webp was not added.");
    assert_eq!(plan(&window), before);
}

#[test]
fn of_two_pictures_for_one_moment_the_last_one_stays_and_another_plan_gets_none() {
    let mut window = window_with_held_jobs(fictional());
    while window.state().release_job() {
        window.run();
    }
    let id = select(&mut window, BARE);
    choose(&mut window, &fixture("told.webp"));
    choose(&mut window, &fixture("told.gif"));
    while window.state().release_job() {
        window.run();
    }
    assert_eq!(picture_of(&window, id).unwrap().name, "told.gif");
    assert_eq!(depth(&window), 1);
    choose(&mut window, &fixture("told.jpg"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    run(&mut window, Command::OpenDemo);
    while window.state().release_job() {
        window.run();
    }
    assert_eq!(plan(&window).pictures.len(), demo::fictional(PlanId::default()).pictures.len());
    assert_eq!(depth(&window), 0);
}

#[test]
fn a_picture_that_takes_its_time_says_so_and_can_be_stopped() {
    let mut window = window_with_held_jobs(fictional());
    while window.state().release_job() {
        window.run();
    }
    select(&mut window, BARE);
    let before = plan(&window);
    choose(&mut window, &fixture("told.jpg"));
    assert!(window.query_by_label("Reading told.jpg…").is_none(), "nobody is told of what may be done at once");
    window.run_steps(8);
    window.get_by_label("Reading told.jpg…");
    click(&mut window, "Stop reading told.jpg");
    assert!(window.query_by_label("Reading told.jpg…").is_none());
    while window.state().release_job() {
        window.run();
    }
    assert_eq!((plan(&window), depth(&window)), (before, 0));
    // The next one is read as if nothing had been.
    choose(&mut window, &fixture("told.png"));
    while window.state().release_job() {
        window.run();
    }
    assert_eq!(undo_label(&window).as_deref(), Some("Add picture to “Your slowest mile, on camera”"));
}

#[test]
fn what_is_being_read_is_not_said_over_what_is_asked() {
    let mut window = window_with_held_jobs(fictional());
    while window.state().release_job() {
        window.run();
    }
    select(&mut window, BARE);
    choose(&mut window, &fixture("told.jpg"));
    window.run_steps(8);
    window.get_by_label("Reading told.jpg…");
    run(&mut window, Command::Shortcuts);
    window.run_steps(2);
    assert!(window.query_by_label("Reading told.jpg…").is_none(), "the sheet of keys is read");
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.run_steps(2);
    window.get_by_label("Reading told.jpg…");
    // One that was pasted has no name; what is said of it is a sentence all the same.
    window.ctx.add_plugin(Pasting::new(
        || Clip::Other(Box::new(|| Err(Lack::Nothing))),
        |job| {
            job();
            true
        },
    ));
    press(&mut window, Modifiers::COMMAND, Key::V);
    window.run_steps(8);
    window.get_by_label("Reading the pasted picture…");
    click(&mut window, "Stop reading the pasted picture");
    assert!(window.query_by_label("Reading the pasted picture…").is_none());
}

#[test]
fn a_plan_that_can_only_be_looked_at_shows_its_pictures_and_takes_none() {
    let folder = Scratch::new("closed-picture");
    let path = folder.put("plan.moments", store::write(&fictional()).unwrap());
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    let mut window = window();
    let ctx = window.ctx.clone();
    window.state_mut().open_at_start(&ctx, path);
    window.run();
    // Without findings above it the row is in sight.
    select(&mut window, "Announcement, Maren");
    let before = plan(&window);
    click(&mut window, "Take the picture off the card");
    click(&mut window, "Replace the picture");
    assert!(window.query_by_role(Role::Dialog).is_none());
    assert_eq!(plan(&window), before);
    click(&mut window, "View the picture of “Why I said yes to Northbound”");
    window.run();
    window.get_by_role_and_label(Role::Dialog, "View the picture of “Why I said yes to Northbound”");
}
