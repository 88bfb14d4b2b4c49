//! What can be done with a lane.

use egui::{Popup, Response};

use super::data::Row;
use super::frame::Frame;
use super::menu::{MenuOf, WIDTH};
use super::state::BoardState;
use crate::ui::bars;
use crate::ui::command::Command;
use crate::ui::icons::{self, Icon};
use crate::ui::view::{Action, Actions, Selection};
use crate::words::hand as say;

/// What is there to do after the name was changed or the lane was folded.
const ROWS: &[&[(Icon, Command)]] = &[
    &[(icons::CARET_UP, Command::LaneHigher), (icons::CARET_DOWN, Command::LaneLower)],
    &[
        (icons::NOTE, Command::AddNote),
        (icons::BOARD, Command::SelectLane),
        (icons::PASTE, Command::Paste),
        (icons::SIDEBAR, Command::CompareValues),
    ],
    &[(icons::DUPLICATE, Command::DuplicateLane), (icons::SIDE_BY_SIDE, Command::CompareLanes)],
    &[(icons::STACK, Command::AddFromTemplate), (icons::STACK, Command::SaveLaneTemplate)],
    &[(icons::DELETE, Command::DeleteLane)],
];

/// Opens the menu of a lane on a press of the other button over its name, and draws it. A double click renames it.
pub(super) fn show(frame: &Frame<'_>, row: &Row, state: &mut BoardState, response: &Response, out: &mut Actions) {
    let cx = frame.cx;
    let lane = row.lane.id;
    if response.double_clicked() {
        out.push(Action::Select(Selection::lane(lane)));
        out.run(Command::Rename);
    }
    if response.secondary_clicked() {
        state.menu = Some(MenuOf::Lane(lane));
        out.push(Action::Select(Selection::lane(lane)));
    }
    if state.menu != Some(MenuOf::Lane(lane)) {
        return;
    }
    let name = say::lane_menu(cx.campaign.lane_name(&row.lane));
    Popup::context_menu(response).width(WIDTH).accessible_name(name).show(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        bars::command_row(cx, ui, icons::EDIT, Command::Rename, out);
        let fold = if state.is_folded(lane) { say::unfold() } else { say::fold() };
        bars::named_row(cx, ui, icons::CARET_RIGHT, fold, Command::FoldLane, out);
        bars::command_row(cx, ui, icons::EYE_SLASH, Command::HideLane, out);
        for group in ROWS {
            ui.separator();
            for (icon, command) in *group {
                bars::command_row(cx, ui, *icon, *command, out);
            }
        }
    });
}
