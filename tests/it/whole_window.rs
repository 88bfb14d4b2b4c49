//! The whole window, place by place: every control has a name and a role, Tab comes to each of them, and no words are painted over
//! others or cut, at every size.

use std::collections::{BTreeMap, HashSet};

use egui::accesskit::{NodeId, Role};
use egui::{Key, Modifiers};

use crate::app_window::Window;
use crate::places::{Control, Line, Shown, controls, everywhere, focused, has_dialog, lines};

const WIDE: [f32; 2] = [1440.0, 900.0];
const NARROW: [f32; 2] = [760.0, 900.0];
const SIZES: [[f32; 2]; 2] = [WIDE, NARROW];

/// What a control may be for a screen reader.
const ROLES: &[Role] = &[
    Role::Button,
    Role::CheckBox,
    Role::RadioButton,
    Role::ComboBox,
    Role::TextInput,
    Role::MultilineTextInput,
    Role::MenuItem,
    Role::Slider,
    Role::Splitter,
    Role::ListBoxOption,
    Role::Cell,
    Role::ColumnHeader,
    Role::Link,
    Role::DisclosureTriangle,
    Role::ColorWell,
    Role::EditableComboBox,
    Role::Grid,
    Role::Document,
    // The page of what is shared: the arrows turn it.
    Role::Image,
    // The head of a lane, and the strip of phases.
    Role::Heading,
    Role::Group,
];

/// What takes a press and is no control: what holds others, what scrolls, and text that can be selected.
const GROUNDS: &[Role] = &[Role::Group, Role::Status, Role::ScrollBar, Role::Label];

#[test]
fn every_control_of_every_place_has_a_name_and_a_role() {
    let mut wrong = Vec::new();
    for size in SIZES {
        everywhere(Shown::light(size), |place, window| {
            let all = controls(window);
            assert!(all.len() > 2, "{place}: {} controls", all.len());
            for control in all {
                if !control.focusable && GROUNDS.contains(&control.role) {
                    continue;
                }
                if control.name.trim().is_empty() || !ROLES.contains(&control.role) {
                    wrong.push(format!("{place} {size:?}: {control:?}"));
                }
            }
        });
    }
    assert!(wrong.is_empty(), "{} controls without a name or a role:\n{}", wrong.len(), wrong.join("\n"));
}

/// Everything that Tab comes to until it is where it began, and what it changed on its way: it only goes through the window.
fn tabbed(window: &mut Window) -> (HashSet<NodeId>, Option<String>) {
    let (mut seen, mut changed) = (HashSet::new(), None);
    let mut again = 0;
    let before = (window.state().selection().clone(), window.state().document().revision());
    // What comes and goes with the keyboard may be met twice; a whole round of known ones is the end.
    while again < 12 && seen.len() < 600 {
        window.key_press_modifiers(Modifiers::NONE, Key::Tab);
        window.step();
        window.step();
        let Some(id) = focused(window) else {
            again += 1;
            continue;
        };
        again = if seen.insert(id) { 0 } else { again + 1 };
        let now = (window.state().selection().clone(), window.state().document().revision());
        if changed.is_none() && now != before {
            let name = controls(window).into_iter().find(|control| control.id == id).map(|control| control.name);
            changed = Some(format!("at {name:?}: {:?}", now.0));
        }
    }
    (seen, changed)
}

#[test]
fn tab_comes_to_every_control_of_every_place_and_changes_nothing() {
    let mut wrong = Vec::new();
    for size in SIZES {
        everywhere(Shown::light(size), |place, window| {
            let all = controls(window);
            // Cards and days are one stop, from which the arrows lead on; a column is made wider from its head.
            let is_led_to = |control: &Control| match control.role {
                Role::Button => !has_dialog(window),
                Role::Cell | Role::ListBoxOption | Role::MenuItem | Role::Splitter => true,
                role => GROUNDS.contains(&role),
            };
            let strays: Vec<Control> = all.iter().filter(|control| !control.focusable && !is_led_to(control)).cloned().collect();
            let (seen, changed) = tabbed(window);
            let missed = all.iter().filter(|control| control.focusable && control.enabled && !seen.contains(&control.id));
            let list: Vec<String> = missed
                .chain(&strays)
                .map(|control| format!("{:?} “{}” {:?}", control.role, control.name, control.rect))
                .collect();
            if let Some(changed) = changed {
                wrong.push(format!("{place} {size:?}: changed {changed}"));
            }
            if !list.is_empty() {
                wrong.push(format!("{place} {size:?}: {} of {}\n  {}", list.len(), all.len(), list.join("\n  ")));
            }
        });
    }
    assert!(wrong.is_empty(), "Tab does not come to:\n{}", wrong.join("\n"));
}

/// Words painted over others.
fn overlaps(lines: &[Line]) -> Vec<String> {
    let mut found = Vec::new();
    for (at, a) in lines.iter().enumerate() {
        for b in &lines[at + 1..] {
            let common = a.ink.intersect(a.clip).intersect(b.ink.intersect(b.clip));
            // A halo is the same words once more.
            let is_halo = a.text == b.text && (a.ink.center() - b.ink.center()).length() < 3.0;
            if common.width() > 2.0 && common.height() > 3.0 && !is_halo {
                found.push(format!("“{}” and “{}” at {common:?}", a.text, b.text));
            }
        }
    }
    found
}

/// Words of a control that leave it, or that the edge of what holds it cuts.
fn cuts(controls: &[Control], lines: &[Line], points: [f32; 2]) -> Vec<String> {
    let mut found = Vec::new();
    for control in controls.iter().filter(|control| matches!(control.role, Role::Button | Role::RadioButton | Role::ComboBox)) {
        let inside = egui::Rect::from_min_size(egui::Pos2::ZERO, points.into());
        if control.rect.width() < 1.0 || !control.rect.intersects(inside) {
            continue;
        }
        for line in lines.iter().filter(|line| control.rect.contains(line.ink.center()) && line.text.len() > 1) {
            let (left, right) = (line.ink.left().max(line.clip.left()), line.ink.right().min(line.clip.right()));
            let cut = (line.ink.width() - (right - left)).max(0.0);
            if cut > 1.5 {
                found.push(format!("“{}” of {:?} “{}” is cut by {cut:.0}", line.text, control.role, control.name));
            }
            if line.ink.right() > points[0] + 1.0 || line.ink.left() < -1.0 {
                found.push(format!("“{}” of {:?} “{}” is outside: {:?}", line.text, control.role, control.name, line.ink));
            }
        }
    }
    found
}

#[test]
fn at_every_size_and_scale_no_words_lie_on_others_and_none_are_cut() {
    let mut wrong: BTreeMap<String, Vec<String>> = BTreeMap::new();
    // A window of 760 points is no narrower than one of 1440 at 200 %; less than 720 it cannot be.
    for (size, scale) in [(WIDE, 80), (WIDE, 100), (WIDE, 150), (WIDE, 200), (NARROW, 100)] {
        let shown = Shown { scale, ..Shown::light(size) };
        everywhere(shown, |place, window| {
            let lines = lines(&window.output().shapes);
            let mut here = overlaps(&lines);
            here.extend(cuts(&controls(window), &lines, shown.points()));
            for what in here {
                wrong.entry(format!("{place}: {what}")).or_default().push(format!("{} at {scale} %", size[0]));
            }
        });
    }
    let list: Vec<String> = wrong.iter().map(|(what, at)| format!("{what} ({})", at.join(", "))).collect();
    assert!(list.is_empty(), "{} places:\n{}", list.len(), list.join("\n"));
}
