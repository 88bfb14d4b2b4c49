//! What a plan has besides its moments, by keyboard alone: a picture, a lane of the community, a note, findings down to none, and the
//! file that is shared. Nothing here presses the mouse, and nothing puts the keyboard anywhere but Tab, the arrows and the keys of
//! commands.

use std::path::Path;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable, by};
use image::{Rgb, RgbImage};
use momentboard::check::{Finding, Severity};
use momentboard::model::{Campaign, Kind, LaneKind, PlanId};

use crate::app_window::*;
use crate::palette_window;
use crate::scratch::Scratch;

const PLAIN: Modifiers = Modifiers::NONE;
const SHIFT_CTRL: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

/// What the thing is called that has the keyboard.
fn focused(window: &Window) -> String {
    let node = window.query_all(by().predicate(|node| node.is_focused() && !node.is_hidden())).next();
    node.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
}

/// Goes on with Tab until something of that name has the keyboard.
fn tab_to(window: &mut Window, name: &str) {
    let mut seen = Vec::new();
    for _ in 0..200 {
        press(window, PLAIN, Key::Tab);
        let now = focused(window);
        if now.starts_with(name) {
            return;
        }
        seen.push(now);
    }
    panic!("Tab never comes to “{name}”: {seen:?}");
}

/// Writes over what stands in the field that has the keyboard.
fn write(window: &mut Window, text: &str) {
    press(window, Modifiers::COMMAND, Key::A);
    window.event(Event::Text(text.to_owned()));
    window.run();
}

fn plan(window: &Window) -> Campaign {
    (**window.state().document().campaign()).clone()
}

fn open_findings(window: &Window) -> Vec<Finding> {
    let open = window.state().findings().iter().filter(|finding| finding.state.is_open() && finding.severity != Severity::Hint);
    open.map(|finding| Finding::clone(finding)).collect()
}

/// Writes where a file is, in the dialog that asks for it.
fn path(window: &mut Window, path: &Path) {
    assert_eq!(focused(window), "Path");
    write(window, &path.display().to_string());
    press(window, PLAIN, Key::Enter);
    window.run();
}

/// An empty plan with a creator, and the four moments of an arc that the number keys add.
fn arc() -> Window {
    let mut window = window_on(Campaign::new(PlanId::default(), "Slow miles"));
    tab_to(&mut window, "Add a creator");
    press(&mut window, PLAIN, Key::Enter);
    write(&mut window, "Ada Brook");
    press(&mut window, PLAIN, Key::Enter);
    press(&mut window, PLAIN, Key::Escape);
    for (key, title) in [(Key::Num1, "Why"), (Key::Num2, "What we believe"), (Key::Num3, "Her mile"), (Key::Num4, "The shoe")] {
        press(&mut window, PLAIN, key);
        write(&mut window, title);
        press(&mut window, PLAIN, Key::Enter);
    }
    window
}

#[test]
fn a_picture_a_lane_of_the_community_and_a_note_are_added_by_keys() {
    let folder = Scratch::new("keys-further");
    let file = folder.join("mile.png");
    RgbImage::from_pixel(60, 40, Rgb([20, 120, 90])).save(&file).unwrap();
    let mut window = arc();
    // The arrows go along the cards; the picture goes onto the one they lead to.
    let now = |window: &Window| window.state().selection().primary().expect("a card");
    for _ in 0..3 {
        press(&mut window, PLAIN, Key::ArrowLeft);
    }
    assert_eq!(title(window.state(), now(&window)), "Why", "the first of them");
    for _ in 0..3 {
        if title(window.state(), now(&window)) != "Her mile" {
            press(&mut window, PLAIN, Key::ArrowRight);
        }
    }
    let chosen = now(&window);
    assert_eq!(title(window.state(), chosen), "Her mile");
    palette_window::choose(&mut window, "picture", "Add picture");
    path(&mut window, &file);
    let shown = plan(&window).moment(chosen).unwrap().1.image;
    assert!(shown.is_some_and(|id| plan(&window).picture(id).is_some()), "the picture is on the card");
    // It is looked at, and left.
    press(&mut window, PLAIN, Key::V);
    assert!(window.query_by_role(Role::Dialog).is_some());
    press(&mut window, PLAIN, Key::Escape);

    // A note on the lane of the card.
    press(&mut window, PLAIN, Key::N);
    write(&mut window, "Ask her for the photo");
    press(&mut window, PLAIN, Key::Enter);
    let notes: Vec<String> = plan(&window).lanes[0].notes.iter().map(|note| note.text.clone()).collect();
    assert_eq!(notes, ["Ask her for the photo"]);

    // A lane for the community, and a moment of theirs.
    palette_window::choose(&mut window, "lane community", "Add a lane for the community");
    write(&mut window, "The run club");
    press(&mut window, PLAIN, Key::Enter);
    press(&mut window, PLAIN, Key::Num3);
    write(&mut window, "Our first night run");
    press(&mut window, PLAIN, Key::Enter);
    let lanes = plan(&window).lanes;
    let theirs = lanes.iter().find(|lane| lane.kind == LaneKind::Community).expect("their lane");
    assert_eq!(
        theirs.moments.iter().map(|moment| (moment.kind, moment.title.as_str())).collect::<Vec<_>>(),
        [(Kind::Community, "Our first night run")]
    );
}

#[test]
fn findings_are_gone_through_mended_and_accepted_by_keys_until_none_is_open() {
    let mut window = arc();
    // The product comes weeks before what prepares it.
    for _ in 0..12 {
        press(&mut window, Modifiers { shift: true, ..Modifiers::ALT }, Key::ArrowLeft);
    }
    let first = open_findings(&window);
    assert!(first.iter().any(|finding| finding.severity == Severity::Error), "{first:?}");
    let mut said = Vec::new();
    for _ in 0..30 {
        let Some(now) = open_findings(&window).into_iter().next() else { break };
        press(&mut window, PLAIN, Key::F8);
        press(&mut window, Modifiers::COMMAND, Key::Period);
        if window.state().preview().is_some() {
            said.push(format!("mended {}", now.code()));
            press(&mut window, PLAIN, Key::Enter);
            assert!(window.state().preview().is_none(), "what was shown is done");
            continue;
        }
        said.push(format!("accepted {}", now.code()));
        press(&mut window, SHIFT_CTRL, Key::A);
        tab_to(&mut window, "Why is this all right?");
        write(&mut window, "We talked about it.");
        tab_to(&mut window, "Owner of the decision");
        write(&mut window, "Lena");
        press(&mut window, PLAIN, Key::Enter);
        assert!(window.query_by_role(Role::Dialog).is_none(), "{said:?}");
    }
    assert!(open_findings(&window).is_empty(), "{said:?}");
    assert!(said.iter().any(|what| what.starts_with("mended")), "{said:?}");
    // Every one of these was a step, and all of them can be taken back.
    while window.state().document().undo_depth() > 0 {
        press(&mut window, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(plan(&window), Campaign::new(PlanId::default(), "Slow miles"));
}

#[test]
fn a_plan_is_shared_by_keys() {
    let folder = Scratch::new("keys-share");
    let mut window = arc();
    press(&mut window, Modifiers::COMMAND, Key::E);
    window.get_by_role_and_label(Role::Dialog, "Share this storyboard");
    tab_to(&mut window, "Export ");
    let export = focused(&window);
    press(&mut window, PLAIN, Key::Enter);
    let file = folder.join("slow miles.pdf");
    path(&mut window, &file);
    let made = std::fs::metadata(&file).map(|made| made.len());
    assert!(made.as_ref().is_ok_and(|bytes| *bytes > 1_000), "{export}: {made:?}");
}
