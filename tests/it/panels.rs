//! Bars, findings panel and dialogs, by accessible label.

use std::time::Duration;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme, Ui};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::edit::Step;
use momentboard::model::*;
use momentboard::ui::command::Command;
use momentboard::ui::dialogs::{self, PathAnswer, PathDraft, UnsavedAnswer};
use momentboard::ui::findings::data;
use momentboard::ui::view::{Counts, SaveState, Selection};

use crate::panel_host::{Host, Show, id, window};
use crate::places::is_control;
use crate::raster;

#[test]
fn a_row_of_the_findings_shows_what_it_is_about() {
    let mut host = Host::new(Show::Findings);
    host.selection = Selection::default();
    let mut harness = window(host, Theme::Light, [900.0, 300.0]);
    let row = harness.get_by_label_contains("Error: Tobi’s first Northbound post is an ask");
    row.click();
    harness.run();
    assert_eq!(harness.state().selection.moments, [id("t-ask")]);
    let row = harness.get_by_label_contains("Error: Tobi’s first Northbound post is an ask");
    assert_eq!(row.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
    // What moves dates is shown first.
    harness.get_by_role_and_label(Role::Button, "Preview fix").click();
    harness.run();
    assert_eq!(harness.state().doc.undo_depth(), 0);
    harness.state_mut().apply_previewed();
    harness.run();
    assert_eq!(harness.state().deriver.derived.counts.errors, 0);
    assert_eq!(harness.state().doc.undo_depth(), 1);
    harness.get_by_label_contains("Nothing to mend.");
    harness.get_by_role_and_label(Role::RadioButton, "Open 0");
}

#[test]
fn rows_say_what_is_open_and_what_is_accepted() {
    let mut host = Host::new(Show::Findings);
    let rows = |host: &Host, filter: data::Filter| -> Vec<String> {
        let campaign = host.doc.campaign();
        let findings = &host.deriver.derived.findings;
        let row = |at: usize| data::row(campaign, &findings[at]);
        let listed = findings.iter().enumerate().filter(|(_, finding)| filter.takes(finding)).map(|(at, _)| at);
        listed.map(|at| format!("{:?} {} {}", row(at).tone, row(at).code, row(at).full)).collect()
    };
    let open = rows(&host, data::Filter::Open);
    assert_eq!(open, rows(&host, data::Filter::Errors));
    assert!(open[0].starts_with("Error PBR-01 Tobi’s first Northbound post is an ask: Fjell 2, Tue 7 Sep."), "{}", open[0]);
    assert!(rows(&host, data::Filter::Accepted).is_empty());

    let acceptance = Acceptance {
        id: AcceptanceId::parse("a").unwrap(),
        rule: "PBR-01".into(),
        target: Scope::Lane(LaneId::parse("tobi").unwrap()),
        reason: "Retail fixed the date".into(),
        owner: "Lena".into(),
        until: None,
        show_to_client: false,
        facts: host.deriver.derived.findings[0].facts.to_vec(),
        unknown: Unknown::default(),
    };
    let edit = momentboard::edit::Edit::Accept { acceptance: Box::new(acceptance) };
    host.doc.edit(Step::new("Accept", vec![edit]), Duration::ZERO).unwrap();
    host.derive();
    assert!(rows(&host, data::Filter::Open).is_empty());
    let accepted = rows(&host, data::Filter::Accepted);
    assert!(accepted[0].starts_with("Accepted PBR-01"), "{}", accepted[0]);
    assert!(accepted[0].ends_with("Accepted by Lena: Retail fixed the date"), "{}", accepted[0]);
}

#[test]
fn bars_say_what_is_true_and_press_commands() {
    let mut harness = window(Host::new(Show::All), Theme::Light, [1700.0, 700.0]);
    harness.get_by_label("Northbound · The long way round");
    harness.get_by_label("Saved 14:02");
    harness.get_by_label("Findings: 1 error");
    for part in [
        "4 moments",
        "1 idea",
        "2 creators",
        "23 Aug – 30 Nov 2027 · 15 weeks",
        "€3,500 of €60,000 planned",
        "1 selected · Tobi, 7 Sep",
    ] {
        harness.get_by_label(part);
    }
    harness.get_by_label("Findings: 1 error").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, Command::ZoomFit.name()).click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Share").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Menu").click();
    harness.run();
    harness.get_by_role_and_label(Role::MenuItem, Command::Save.name()).click();
    harness.run();
    assert_eq!(harness.state().asked, ["Run(NextFinding)", "Run(ZoomFit)", "Run(Share)", "Run(Save)"]);

    harness.state_mut().asked.clear();
    harness.state_mut().file.state = SaveState::Failed("the disk is full".into());
    harness.run();
    harness.get_by_label("Not saved: the disk is full");
    harness.get_by_role_and_label(Role::Button, "Try again").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Save elsewhere…").click();
    harness.run();
    assert_eq!(harness.state().asked, ["TrySaveAgain", "Run(SaveAs)"]);
}

#[test]
fn hints_are_open_findings_too() {
    for ([errors, warnings, hints, accepted], words) in [
        ([0, 0, 1, 0], "Findings: 1 hint"),
        ([0, 0, 0, 0], "Findings: nothing open"),
        ([2, 1, 3, 1], "Findings: 2 errors, 1 warning, 3 hints, 1 accepted"),
        ([0, 0, 0, 1], "Findings: nothing open, 1 accepted"),
    ] {
        let mut host = Host::new(Show::All);
        host.deriver.derived.counts = Counts { errors, warnings, hints, accepted };
        window(host, Theme::Light, [900.0, 560.0]).get_by_label(words);
    }
}

#[test]
fn what_can_do_nothing_is_disabled_and_says_why() {
    let mut host = Host::new(Show::All);
    let mut harness = {
        host.selection = Selection::default();
        window(host, Theme::Light, [900.0, 700.0])
    };
    let is_disabled = |harness: &Harness<'_, Host>, label: &str| harness.get_by_label(label).accesskit_node().is_disabled();
    harness.get_by_label("Menu").click();
    harness.run();
    harness.get_by_role_and_label(Role::MenuItem, "Edit").click();
    harness.run();
    assert!(is_disabled(&harness, "Delete") && is_disabled(&harness, "Park in ideas"));
    let at = harness.get_by_label("Delete").rect().center();
    harness.hover_at(at);
    harness.run();
    harness.step();
    harness.get_by_label("No moment is selected");

    let mut harness = window(Host::new(Show::All), Theme::Light, [900.0, 700.0]);
    harness.get_by_label("Menu").click();
    harness.run();
    harness.get_by_role_and_label(Role::MenuItem, "Move").click();
    harness.run();
    assert!(!is_disabled(&harness, "To the creator below"), "Tobi’s lane is the first of two");
    assert!(is_disabled(&harness, "To the creator above"));
    let rows = harness.query_all_by_label("One day later").filter(|node| node.accesskit_node().role() == Role::MenuItem);
    assert!(rows.into_iter().all(|row| !row.accesskit_node().is_disabled()));
}

#[test]
fn undo_and_redo_name_their_steps() {
    let mut harness = window(Host::new(Show::All), Theme::Light, [1280.0, 1400.0]);
    harness.get_by_role_and_label(Role::RadioButton, "Soft").click();
    harness.run();
    let name = "Undo: Change call to action of “20% off the Fjell 2 with TOBI20”";
    harness.get_by(|node| node.label().is_some_and(|label| label.starts_with(name))).click();
    harness.run();
    assert_eq!(harness.state().asked, ["Run(Undo)"]);
}

#[test]
fn every_control_has_a_name() {
    for selection in [
        Selection { moments: vec![id("t-ask")], lane: None, ..Selection::default() },
        Selection { moments: vec![id("idea")], lane: None, ..Selection::default() },
        Selection { moments: vec![id("t-ask"), id("t-ann")], lane: None, ..Selection::default() },
        Selection { moments: Vec::new(), lane: LaneId::parse("tobi"), ..Selection::default() },
        Selection::default(),
    ] {
        let mut host = Host::new(Show::All);
        host.selection = selection.clone();
        let harness = window(host, Theme::Dark, [1280.0, 1600.0]);
        let mut seen = 0;
        for node in harness.root().children_recursive() {
            let node = node.accesskit_node();
            if is_control(node.role()) {
                seen += 1;
                assert!(
                    node.label().is_some_and(|label| !label.trim().is_empty()),
                    "{:?} at {:?} in {selection:?}",
                    node.role(),
                    node.bounding_box()
                );
            }
        }
        assert!(seen > 15, "{seen} controls");
    }
}

#[test]
fn nothing_of_the_bars_overlaps_in_a_narrow_window() {
    for state in
        [SaveState::Saved(Some("14:02".into())), SaveState::Failed("the folder cannot be written to by this user".into())]
    {
        let mut host = Host::new(Show::All);
        host.width = 280.0;
        host.file.state = state;
        let harness = window(host, Theme::Light, [760.0, 600.0]);
        let mut rects: Vec<egui::Rect> = Vec::new();
        for node in harness.root().children_recursive() {
            let Some(bounds) = node.accesskit_node().bounding_box() else { continue };
            let rect = egui::Rect::from_min_max(
                egui::pos2(bounds.x0 as f32, bounds.y0 as f32),
                egui::pos2(bounds.x1 as f32, bounds.y1 as f32),
            );
            let role = node.accesskit_node().role();
            if matches!(role, Role::Button | Role::Heading | Role::Status) && rect.bottom() < 55.0 {
                rects.push(rect);
            }
        }
        assert!(rects.len() >= 6, "{rects:?}");
        for (at, a) in rects.iter().enumerate() {
            assert!(a.left() >= 0.0 && a.right() <= 760.0, "{a:?}");
            for b in &rects[at + 1..] {
                assert!(!a.shrink(0.5).intersects(b.shrink(0.5)), "{a:?} lies on {b:?}");
            }
        }
    }
}

/// A dialog alone in a window, and its answers.
struct Asking<A> {
    answers: Vec<A>,
    path: PathDraft,
}

fn asking<A: 'static>(draw: fn(&mut Ui, &mut PathDraft) -> Option<A>) -> Harness<'static, Asking<A>> {
    let state = Asking { answers: Vec::new(), path: PathDraft::new("/plans".into(), "arc.mbd") };
    let mut harness = raster::builder(Theme::Light, [760.0, 560.0]).build_ui_state(
        move |ui: &mut Ui, state: &mut Asking<A>| {
            if state.answers.is_empty() {
                state.answers.extend(draw(ui, &mut state.path));
            }
        },
        state,
    );
    harness.run();
    harness
}

#[test]
fn the_question_before_changes_are_lost_has_three_answers() {
    let ask = || asking(|ui, _| dialogs::unsaved_ui(ui, "The long way round", true, None));
    for (button, answer) in [
        ("Save", UnsavedAnswer::Save),
        ("Keep a draft", UnsavedAnswer::KeepDraft),
        ("Cancel", UnsavedAnswer::Cancel),
        ("Close", UnsavedAnswer::Cancel),
    ] {
        let mut harness = ask();
        harness.get_by_label_contains("The long way round");
        harness.get_by_role_and_label(Role::Button, button).click();
        harness.run();
        assert_eq!(harness.state().answers, [answer], "{button}");
    }
    for (key, answer) in [(Key::Escape, UnsavedAnswer::Cancel), (Key::Enter, UnsavedAnswer::Save)] {
        let mut harness = ask();
        harness.key_press(key);
        harness.run();
        assert_eq!(harness.state().answers, [answer], "{key:?}");
    }
}

#[test]
fn messages_and_explanations_close_with_the_keyboard() {
    for key in [Key::Escape, Key::Enter] {
        let mut message = asking(|ui, _| {
            dialogs::message_ui(ui, "The plan is not saved", "The disk is full.", "Free some room.").then_some(())
        });
        message.get_by_label("Free some room.");
        message.key_press(key);
        message.run();
        assert_eq!(message.state().answers.len(), 1, "{key:?}");
        let mut explain =
            asking(|ui, _| dialogs::explain_ui(ui, "PBR-01", &mut momentboard::ui::view::Actions::default()).then_some(()));
        explain.get_by_label("Why it matters");
        explain.key_press(key);
        explain.run();
        assert_eq!(explain.state().answers.len(), 1, "{key:?}");
    }
}

#[test]
fn a_path_is_asked_for_until_there_is_one() {
    let ask = || asking(|ui, draft| dialogs::path_ui(ui, "Save the plan", draft));
    let mut harness = ask();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().answers, [PathAnswer::Path("/plans/arc.mbd".into())]);

    let mut harness = ask();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    harness.key_press(Key::Delete);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert!(harness.state().answers.is_empty());
    harness.get_by_label("Write the path of a file first.");
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().answers, [PathAnswer::Cancel]);
}
