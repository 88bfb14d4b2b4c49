//! Every command that changes the plan is one step with a name, and undo and redo select and show what they changed.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use momentboard::edit::Document;
use momentboard::model::{Campaign, Kind};
use momentboard::ui::command::Command;
use momentboard::ui::view::{Action, Selection};

use crate::app_window::*;

/// Commands that change the plan with a card of a lane in the middle selected.
const CHANGES: &[Command] = &[
    Command::Delete,
    Command::Park,
    Command::DayEarlier,
    Command::DayLater,
    Command::WeekEarlier,
    Command::WeekLater,
    Command::LaneUp,
    Command::LaneDown,
    Command::Add(Kind::Announcement),
    Command::Add(Kind::Values),
    Command::Add(Kind::Community),
    Command::Add(Kind::Product),
    Command::Add(Kind::Repair),
    Command::AddCreator,
    Command::AddBrandLane,
    Command::AddCommunityLane,
    Command::AddBrand,
    Command::AddProductName,
    Command::AddIdea,
    Command::Duplicate,
    Command::Cut,
    Command::LaneHigher,
    Command::LaneLower,
    Command::DeleteLane,
];

fn plan(document: &Document) -> Campaign {
    (**document.campaign()).clone()
}

/// Nothing is selected, and what was worked on is out of sight.
fn go_away(window: &mut Window) {
    window.state_mut().want(Action::Select(Selection::default()));
    window.run();
    for _ in 0..6 {
        run(window, Command::DaysOn);
    }
}

#[test]
fn every_change_is_one_named_step_that_undo_and_redo_show() {
    for &command in CHANGES {
        let mut window = window();
        let id = select(&mut window, "Values story, Tobi");
        // Near enough that a page of days on leads away.
        for _ in 0..8 {
            run(&mut window, Command::ZoomIn);
        }
        let before = plan(window.state().document());
        run(&mut window, command);
        press(&mut window, Modifiers::NONE, Key::Escape);
        let after = plan(window.state().document());
        assert_ne!(before, after, "{command:?} changes the plan");
        assert_eq!(window.state().document().undo_depth(), 1, "{command:?} is one step");
        let label = window.state().document().undo_label().unwrap_or_default().to_owned();
        assert!(label.chars().count() > 4, "{command:?} has a name: “{label}”");

        go_away(&mut window);
        assert!(window.query_by_label_contains("Values story, Tobi").is_none(), "{command:?}: the card is out of sight");
        press(&mut window, Modifiers::COMMAND, Key::Z);
        assert_eq!(plan(window.state().document()), before, "{command:?} is undone as a whole");
        let added = after.moment_count() + after.ideas.len() > before.moment_count() + before.ideas.len()
            || after.lanes.len() > before.lanes.len()
            || after.brands.len() + after.products.len() > before.brands.len() + before.products.len();
        if !added {
            assert_ne!(*window.state().selection(), Selection::default(), "{command:?}: undo selects what it changed");
        }
        let day = |plan: &Campaign| plan.moment(id).map(|(_, moment)| moment.when);
        let moved = day(&after).is_some_and(|day_after| Some(day_after) != day(&before));
        if moved || matches!(command, Command::LaneUp | Command::LaneDown | Command::Park) {
            assert_eq!(window.state().selection().moments, [id], "{command:?}");
            window.get_by_label_contains("Values story, Tobi");
        }

        go_away(&mut window);
        press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        assert_eq!(plan(window.state().document()), after, "{command:?} is done again as a whole");
        // A lane that is deleted again leaves nothing that could be shown.
        if command != Command::DeleteLane {
            assert_ne!(*window.state().selection(), Selection::default(), "{command:?}: redo selects what it changed");
        }
    }
}

#[test]
fn what_is_published_is_not_parked_by_keys_either() {
    let mut window = window();
    let id = select(&mut window, "Announcement, Maren");
    let before = plan(window.state().document());
    assert!(before.moment(id).unwrap().1.is_published());
    press(&mut window, Modifiers::COMMAND, Key::I);
    assert_eq!(plan(window.state().document()), before);
    window.get_by_label_contains("published");
}
