//! Somebody who presses anything: commands, keys, buttons and drags drawn by dice. Whatever they do, nothing breaks, the plan
//! is one that can be saved, and every step can be taken back and done again.

use egui::accesskit::Role;
use egui::{Event, Modifiers, Pos2, pos2};
use egui_kittest::kittest::Queryable;
use momentboard::app::{App, Deriver};
use momentboard::check::{Finding, Options};
use momentboard::edit::Document;
use momentboard::model::{Campaign, Day, faults};
use momentboard::ui::command::Command;

use super::plans::Dice;
use crate::app_window::{Window, drag, fictional, window_on};

/// Actions of one session.
const ACTIONS: usize = 300;

/// A place anywhere in the window.
fn anywhere(dice: &mut Dice) -> Pos2 {
    pos2(dice.between(0, 1439) as f32, dice.between(0, 899) as f32)
}

/// Presses there with the pointer.
fn press_at(window: &mut Window, at: Pos2) {
    window.drag_at(at);
    window.step();
    window.drop_at(at);
}

/// Something that somebody does; its name is told where it goes wrong.
fn act(window: &mut Window, dice: &mut Dice) -> String {
    match dice.below(100) {
        0..45 => {
            let all: Vec<Command> = Command::all().filter(|command| *command != Command::Quit).collect();
            let command = dice.pick(&all);
            if let Some(keys) = command.shortcut().filter(|_| dice.chance(70)) {
                window.key_press_modifiers(keys.modifiers, keys.logical_key);
            } else {
                let ctx = window.ctx.clone();
                window.state_mut().run(&ctx, command);
            }
            format!("{command:?}")
        }
        45..70 => {
            let roles = [Role::Button, Role::MenuItem, Role::CheckBox, Role::RadioButton, Role::TextInput];
            let role = dice.pick(&roles);
            let places: Vec<Pos2> = window.query_all_by_role(role).map(|node| node.rect().center()).collect();
            let at = if places.is_empty() { anywhere(dice) } else { dice.pick(&places) };
            press_at(window, at);
            format!("a press on a {role:?} at {at:?}")
        }
        70..80 => {
            let (from, to) = (anywhere(dice), anywhere(dice));
            drag(window, from, to);
            window.drop_at(to);
            format!("a drag from {from:?} to {to:?}")
        }
        80..88 => {
            // Where a path is asked for it leads into a folder that there is not, so that nothing is ever written.
            window.event(Event::Text("Ω/7 Sep".to_owned()));
            "a text".to_owned()
        }
        88..94 => {
            window.key_press_modifiers(Modifiers::NONE, egui::Key::Escape);
            "Escape".to_owned()
        }
        _ => {
            let command = if dice.chance(60) { Command::Undo } else { Command::Redo };
            let ctx = window.ctx.clone();
            window.state_mut().run(&ctx, command);
            format!("{command:?}")
        }
    }
}

/// What is selected is in the plan, and the plan is one.
fn is_sound(app: &App) -> Result<(), String> {
    let (document, selection) = (app.document(), app.selection());
    let (campaign, index) = (document.campaign(), document.index());
    if let Some(id) = selection.moments.iter().find(|id| index.place(**id).is_none()) {
        return Err(format!("{id} is selected and not in the plan"));
    }
    if let Some(id) = selection.moments.iter().find(|id| !app.sieve().shows(**id)) {
        return Err(format!("{id} is selected and hidden"));
    }
    if let Some(lane) = selection.lane.filter(|id| campaign.lane(*id).is_none()) {
        return Err(format!("{lane} is selected and not in the plan"));
    }
    match faults(campaign) {
        faults if faults.is_empty() => Ok(()),
        faults => Err(format!("{faults:?}")),
    }
}

/// The plan at the beginning of the history and at its end, by way of a document beside the one that is shown.
fn ends(document: &Document) -> (Campaign, Campaign) {
    let mut beside = document.clone();
    while beside.undo_label().is_some() {
        beside.undo();
    }
    let first = Campaign::clone(beside.campaign());
    while beside.redo_label().is_some() {
        beside.redo();
    }
    (first, Campaign::clone(beside.campaign()))
}

fn told(findings: &[std::sync::Arc<Finding>]) -> Vec<String> {
    findings.iter().map(|finding| format!("{} {:?} {}", finding.rule.code, finding.moments, finding.message)).collect()
}

fn session(seed: u64) {
    let plan = fictional();
    let mut window = window_on(plan.clone());
    let mut dice = Dice::new(seed);
    let mut done = Vec::new();
    for _ in 0..ACTIONS {
        done.push(act(&mut window, &mut dice));
        window.run_steps(2);
        if let Err(wrong) = is_sound(window.state()) {
            panic!("seed {seed}: {wrong} after\n{}", done[done.len().saturating_sub(8)..].join("\n"));
        }
    }
    let document = window.state().document();
    let (first, end) = ends(document);
    if first.id == plan.id {
        assert!(first == plan, "seed {seed}: taking everything back gives the plan that it began with");
    }
    let mut again = document.clone();
    while again.redo_label().is_some() {
        again.redo();
    }
    assert!(end == **again.campaign(), "seed {seed}: doing everything again gives the last plan");
    // What is said of the plan is what a check from nothing says.
    let mut fresh = Deriver::default();
    let options = Options { today: Day::new(2027, 9, 2), ..Options::default() };
    fresh.update(document.campaign(), document.revision(), &options);
    assert_eq!(told(window.state().findings()), told(&fresh.derived.findings), "seed {seed}");
}

#[test]
fn whoever_presses_anything_breaks_nothing() {
    session(1);
}

#[test]
fn nor_does_anybody_else() {
    session(2);
}
