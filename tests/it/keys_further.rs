//! What is done with a plan once its moments are there, by keyboard alone: findings down to none, and the file that is shared. Nothing
//! here presses the mouse, and nothing puts the keyboard anywhere but Tab, the arrows and the keys of commands.

use std::path::Path;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable, by};
use momentboard::check::{Finding, Severity};
use momentboard::model::{Campaign, PlanId};

use crate::app_window::*;
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
        press(&mut window, PLAIN, Key::Escape);
    }
    window
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
