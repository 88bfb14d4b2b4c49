//! Where somebody who presses anything has been, and what they did: a session that never came to a place says nothing of it.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use momentboard::model::Campaign;
use momentboard::ui::view::View;

use crate::app_window::{Window, has};
use crate::palette_window;

/// What there is to go through.
pub const EVERYTHING: [&str; 23] = [
    "board",
    "calendar",
    "table",
    "palette",
    "present",
    "compare",
    "filter",
    "German",
    "notes",
    "phases",
    "blackouts",
    "pictures",
    "hidden lane",
    "more lanes",
    "undone",
    "files",
    "narrow",
    "dark",
    "blocks",
    "moments deleted",
    "a lane deleted",
    "a card moved on the board",
    "a card moved in the calendar",
];

/// Where somebody has been by now.
pub fn note_places(window: &Window, plan: &Campaign, been: &mut BTreeSet<&'static str>) {
    let (app, campaign) = (window.state(), window.state().document().campaign());
    let asked = |title: &str| window.query_by_role_and_label(Role::Dialog, title).is_some();
    let now = [
        ("board", app.view() == View::Board),
        ("calendar", app.view() == View::Calendar),
        ("table", app.view() == View::Table),
        ("palette", palette_window::is_open(window)),
        ("present", app.presented().is_some()),
        ("compare", asked("Compare lanes") || asked("Spuren vergleichen")),
        ("filter", !app.sieve().is_open()),
        ("German", has(window, "Befunde")),
        (
            "notes",
            campaign.lanes.iter().map(|lane| lane.notes.len()).sum::<usize>()
                > plan.lanes.iter().map(|lane| lane.notes.len()).sum(),
        ),
        ("phases", campaign.phases != plan.phases),
        ("blackouts", campaign.blackouts != plan.blackouts),
        ("pictures", campaign.pictures.iter().any(|picture| picture.width == 2)),
        ("hidden lane", campaign.lanes.iter().any(|lane| app.sieve().hides(lane.id))),
        ("more lanes", campaign.lanes.len() > plan.lanes.len()),
        ("undone", app.document().redo_label().is_some()),
        ("files", campaign.pictures.iter().any(|picture| picture.name.starts_with("told."))),
        ("narrow", window.ctx.content_rect().width() < 900.0),
        ("dark", window.ctx.theme() == egui::Theme::Dark),
        (
            "blocks",
            campaign
                .lanes
                .iter()
                .flat_map(|lane| &lane.moments)
                .any(|moment| moment.title.ends_with("one more") || moment.title == "The last one"),
        ),
    ];
    been.extend(now.into_iter().filter(|(_, there)| *there).map(|(name, _)| name));
}

/// How many steps could be taken back, and how many moments and lanes there are.
pub fn counts(window: &Window) -> [usize; 3] {
    let document = window.state().document();
    [document.undo_depth(), document.campaign().moment_count(), document.campaign().lanes.len()]
}

/// What a step that was added to the history did, as far as the counts before it tell.
pub fn note_step(window: &Window, [depth, moments, lanes]: [usize; 3], done: &str, been: &mut BTreeSet<&'static str>) {
    let now = counts(window);
    if now[0] <= depth {
        return;
    }
    let is_carried = done.starts_with("a card carried") && now[1] == moments;
    let view = window.state().view();
    let steps = [
        ("moments deleted", now[1] < moments),
        ("a lane deleted", now[2] < lanes),
        ("a card moved on the board", is_carried && view == View::Board),
        ("a card moved in the calendar", is_carried && view == View::Calendar),
    ];
    been.extend(steps.into_iter().filter(|(_, there)| *there).map(|(name, _)| name));
}
