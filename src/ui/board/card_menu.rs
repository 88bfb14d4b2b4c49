//! What can be done with a card, or with all that are selected with it.

use std::sync::Arc;

use egui::{Response, Ui};

use super::data::Row;
use super::frame::Frame;
use super::menu::{MenuOf, WIDTH};
use super::state::BoardState;
use crate::edit::{Edit, MomentChange, Place, Step};
use crate::model::{LaneId, Moment, Status};
use crate::ui::bars;
use crate::ui::command::Command;
use crate::ui::findings::fixes::{self, FixCache};
use crate::ui::fonts;
use crate::ui::icons::{self, Icon};
use crate::ui::kit::{context_menu, menu_row, opens_chosen_by_keys};
use crate::ui::view::{Action, Actions, Cx, Selection};
use crate::words::{self, hand as say, moment_picture, names};

/// Most lanes that are offered as a place to move to.
const MOST_LANES: usize = 40;

/// Width of the menu of fixes, in points.
const FIXES: f32 = 400.0;

const EACH: &[(Icon, Command)] = &[
    (icons::DUPLICATE, Command::Duplicate),
    (icons::CUT, Command::Cut),
    (icons::DUPLICATE, Command::Copy),
    (icons::IDEA, Command::Park),
];

/// Opens the menu on a press of the other button or of a key, and draws it. A card that is not selected is selected first, so that
/// every row means what the menu stands on.
pub(super) fn show(
    frame: &Frame<'_>,
    row: &Row,
    moment: &Arc<Moment>,
    state: &mut BoardState,
    response: &Response,
    out: &mut Actions,
) {
    if response.secondary_clicked() || opens_chosen_by_keys(response, frame.cx.selection.is_at(moment.id)) {
        state.menu = Some(MenuOf::Card(moment.id));
        if !state.chosen.has(moment.id) {
            out.push(Action::Select(Selection::moment(moment.id, Some(row.lane.id))));
        }
    }
    if state.menu == Some(MenuOf::Card(moment.id)) {
        draw(frame.cx, row.lane.id, moment, &mut state.fixes, response, out);
    }
}

/// Draws the menu of a card over whatever stands for it, in whichever view that is.
pub(in crate::ui) fn draw(
    cx: &Cx<'_>,
    lane: LaneId,
    moment: &Arc<Moment>,
    cache: &mut FixCache,
    response: &Response,
    out: &mut Actions,
) {
    let count = if cx.selection.has(moment.id) { cx.selection.moments.len() } else { 1 };
    draw_of(cx, lane, (moment, count), cache, response, out);
}

/// The same where it is known how many moments are meant: a selection that was only just asked for is not there yet.
pub(super) fn draw_of(
    cx: &Cx<'_>,
    lane: LaneId,
    (moment, count): (&Arc<Moment>, usize),
    cache: &mut FixCache,
    response: &Response,
    out: &mut Actions,
) {
    let name = if count > 1 { say::cards_menu(words::moments(count)) } else { say::card_menu(&moment.title) };
    context_menu(response).width(WIDTH).accessible_name(name).show(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        if count == 1 {
            // As one row that unfolds: there may be more fixes than everything else that a menu offers.
            if fixes::has_menu_rows(cx, moment.id) {
                bars::submenu(ui, icons::TARGET, say::fixes(), |ui| {
                    ui.set_max_width(FIXES);
                    fixes::menu_rows(cx, cache, moment.id, ui, out);
                });
                ui.separator();
            }
            bars::command_row(cx, ui, icons::SIDEBAR, Command::OpenMoment, out);
            bars::command_row(cx, ui, icons::EDIT, Command::Rename, out);
            picture_rows(cx, moment, ui, out);
        } else {
            ui.label(fonts::META_B.rich(words::moments(count)).color(cx.tokens.text_3));
        }
        for (icon, command) in EACH {
            bars::command_row(cx, ui, *icon, *command, out);
        }
        ui.separator();
        ui.add_enabled_ui(cx.locked().is_none(), |ui| submenus(cx, lane, moment, count, ui, out));
        ui.separator();
        bars::command_row(cx, ui, icons::DELETE, Command::Delete, out);
    });
}

/// What can be done with the picture of one card.
fn picture_rows(cx: &Cx<'_>, moment: &Moment, ui: &mut Ui, out: &mut Actions) {
    if moment.image.is_none() {
        return bars::command_row(cx, ui, icons::PICTURE, Command::AddPicture, out);
    }
    bars::submenu(ui, icons::PICTURE, moment_picture::submenu(), |ui| {
        bars::command_row(cx, ui, icons::FIT, Command::ViewPicture, out);
        bars::named_row(cx, ui, icons::PICTURE, moment_picture::replace_menu(), Command::AddPicture, out);
        bars::command_row(cx, ui, icons::CLOSE, Command::RemovePicture, out);
    });
}

/// What opens further menus: the status, and the other lanes.
fn submenus(cx: &Cx<'_>, of: LaneId, moment: &Arc<Moment>, count: usize, ui: &mut Ui, out: &mut Actions) {
    bars::submenu(ui, icons::CIRCLE_DOT, say::set_status(), |ui| {
        for status in Status::ALL {
            let chosen = count == 1 && moment.status == *status && cx.campaign.says_status(moment);
            if menu_row(ui, None, names::status(status.key()), "", chosen).clicked() {
                set_status(cx, moment, *status, out);
                ui.close();
            }
        }
    });
    bars::submenu(ui, icons::ARROW_RIGHT, say::move_to_lane(), |ui| {
        egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            ui.set_min_width(WIDTH - 20.0);
            for lane in cx.campaign.lanes.iter().take(MOST_LANES) {
                let here = count == 1 && lane.id == of;
                if menu_row(ui, None, cx.campaign.lane_name(lane), "", here).clicked() {
                    to_lane(cx, moment, lane.id, out);
                    ui.close();
                }
            }
        });
    });
}

/// The cards that the menu is about, and what they are called together.
fn meant<'a>(cx: &Cx<'a>, moment: &'a Arc<Moment>) -> (Vec<(LaneId, &'a Arc<Moment>)>, String) {
    let one = std::slice::from_ref(&moment.id);
    let ids = if cx.selection.has(moment.id) { &cx.selection.moments[..] } else { one };
    let all: Vec<_> = cx.index.in_lanes(cx.campaign, ids).map(|(lane, moment)| (lane.id, moment)).collect();
    let title = if all.len() == 1 { moment.title.clone() } else { words::moments(all.len()) };
    (all, title)
}

fn set_status(cx: &Cx<'_>, moment: &Arc<Moment>, status: Status, out: &mut Actions) {
    let (all, title) = meant(cx, moment);
    let edit = |(_, moment): (LaneId, &Arc<Moment>)| Edit::SetMoment { id: moment.id, change: MomentChange::Status(status) };
    let label = say::step_status(words::inside(names::status(status.key())), title);
    out.push(Action::Edit(Step::new(label, all.into_iter().map(edit).collect())));
}

fn to_lane(cx: &Cx<'_>, moment: &Arc<Moment>, to: LaneId, out: &mut Actions) {
    let (all, title) = meant(cx, moment);
    let stay = all.iter().filter(|(from, moment)| moment.is_published() && *from != to).count();
    let moves: Vec<Edit> = all
        .into_iter()
        .filter(|(from, moment)| *from != to && !moment.is_published())
        .map(|(_, moment)| Edit::MoveMoment { id: moment.id, to: Place::Lane(to), when: moment.when })
        .collect();
    if !moves.is_empty() {
        let campaign = cx.campaign;
        let name = campaign.lane(to).map(|lane| campaign.lane_name(lane)).unwrap_or_default();
        out.push(Action::Edit(Step::new(say::step_to_lane(title, name), moves)));
    }
    if stay > 0 {
        out.push(Action::Note(say::stay(stay)));
    }
}
