//! What can be done with a lane.

use egui::{Response, Ui};

use super::data::Row;
use super::frame::Frame;
use super::menu::{MenuOf, WIDTH};
use super::state::BoardState;
use crate::ui::bars;
use crate::ui::command::Command;
use crate::ui::icons::{self, Icon};
use crate::ui::kit;
use crate::ui::view::{Action, Actions, Selection};
use crate::words::{hand as say, lanes};

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

/// Opens the menu of a lane on a press of the other button over its name or of a key, and draws it. A double click renames it.
pub(super) fn show(frame: &Frame<'_>, row: &Row, state: &mut BoardState, response: &Response, out: &mut Actions) {
    let cx = frame.cx;
    let lane = row.lane.id;
    if response.double_clicked() {
        out.push(Action::Select(Selection::lane(lane)));
        out.run(Command::Rename);
    }
    let is_chosen = *cx.selection == Selection::lane(lane);
    if response.secondary_clicked() || kit::opens_chosen_by_keys(response, is_chosen) {
        state.menu = Some(MenuOf::Lane(lane));
        out.push(Action::Select(Selection::lane(lane)));
    }
    if state.menu != Some(MenuOf::Lane(lane)) {
        return;
    }
    let name = say::lane_menu(cx.campaign.lane_name(&row.lane));
    kit::context_menu(response).width(WIDTH).accessible_name(name).show(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        bars::command_row(cx, ui, icons::EDIT, Command::Rename, out);
        let fold = if state.is_folded(lane) { say::unfold() } else { say::fold() };
        bars::named_row(cx, ui, icons::CARET_RIGHT, fold, Command::FoldLane, out);
        bars::command_row(cx, ui, icons::EYE_SLASH, Command::HideLane, out);
        audience(frame, row, ui, out);
        for group in ROWS {
            ui.separator();
            for (icon, command) in *group {
                bars::command_row(cx, ui, *icon, *command, out);
            }
        }
    });
}

/// With which lanes it has one audience.
fn audience(frame: &Frame<'_>, row: &Row, ui: &mut Ui, out: &mut Actions) {
    let cx = frame.cx;
    let lane = &row.lane;
    if cx.campaign.lanes.len() < 2 || cx.locked().is_some() {
        return;
    }
    bars::submenu(ui, icons::USERS, lanes::same_audience(), |ui| {
        let mut choose = |ui: &mut Ui, name: &str, with, is_on: bool| {
            if kit::menu_row(ui, None, name, "", is_on).clicked() {
                if !is_on {
                    out.push(Action::ShareAudience(lane.id, with));
                }
                ui.close();
            }
        };
        for other in cx.campaign.lanes.iter().filter(|other| other.id != lane.id) {
            choose(ui, cx.campaign.lane_name(other), Some(other.id), lane.has_audience_of(other));
        }
        ui.separator();
        choose(ui, lanes::own_audience(), None, lane.audience().is_none());
    });
}
