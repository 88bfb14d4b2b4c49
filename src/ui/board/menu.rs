//! The menu of the background: what can be added at an empty spot of a lane.

use egui::Response;

use super::data::Row;
use super::drag::{keeps_order, stand_in};
use super::frame::Frame;
use super::state::BoardState;
use crate::analysis::Axis;
use crate::edit::{Edit, Place, Step};
use crate::model::{Day, Kind, Lane, LaneId, Moment, MomentId, When};
use crate::ui::bars::{command_row, keys, submenu};
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::kit::{context_menu, menu_row};
use crate::ui::view::{Action, Actions};
use crate::words::{board as say, hand, names, notes, steps};

/// Width of the menus, in points.
pub(in crate::ui) const WIDTH: f32 = 230.0;

/// The nine kinds that stand behind "More".
pub(in crate::ui) const FURTHER: [Kind; 9] =
    [Kind::Origin, Kind::Story, Kind::Engage, Kind::Event, Kind::Impact, Kind::Teaser, Kind::Organic, Kind::Repair, Kind::Offer];

/// Whose menu is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MenuOf {
    /// A card's.
    Card(MomentId),
    /// That of all that lie on one pile, by the first of them.
    Pile(MomentId),
    /// A lane's.
    Lane(LaneId),
}

/// A spot of the board: a lane and a day of its axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) lane: LaneId,
    day: i32,
}

/// What is at a place of the screen; `None` outside every lane.
pub(super) fn spot_at(frame: &Frame<'_>, at: egui::Pos2) -> Option<Spot> {
    let lane = frame.cx.campaign.lanes.get(frame.lane_at(at.y)?)?;
    Some(Spot { lane: lane.id, day: frame.scale.nearest(frame.plan_x(at.x)) })
}

/// The spot that keys mean: the lane that was chosen, else the first in sight, on a day that is seen; with where it is on the screen.
pub(super) fn spot_by_keys(frame: &Frame<'_>, rows: &[Row], state: &BoardState) -> Option<(Spot, egui::Pos2)> {
    let cx = frame.cx;
    let chosen = rows.iter().find(|row| Some(row.lane.id) == cx.selection.lane);
    let in_sight = || state.lane_in_sight(cx.campaign, cx.sieve).and_then(|id| rows.iter().find(|row| row.lane.id == id));
    let row = chosen.or_else(in_sight).or(rows.first())?;
    let (_, day) = state.day_in_sight(cx.campaign, cx.today)?;
    let at = egui::pos2(frame.x(frame.scale.x(day)), frame.lane_top(row.at) + frame.lane_height(row.at) / 2.0);
    Some((Spot { lane: row.lane.id, day }, frame.content.shrink(4.0).clamp(at)))
}

/// Offers what can be added at the spot where the menu was opened.
pub(super) fn menu(frame: &Frame<'_>, state: &mut BoardState, background: &Response, out: &mut Actions) {
    let Some(spot) = state.spot else { return };
    let Some(lane) = frame.cx.campaign.lane(spot.lane) else {
        state.spot = None;
        return;
    };
    let shown = context_menu(background).width(WIDTH).accessible_name(say::add_here()).show(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        for (kind, text) in [
            (Kind::Announcement, say::add_announcement_here()),
            (Kind::Values, say::add_values_here()),
            (Kind::Community, say::add_community_here()),
            (Kind::Product, say::add_product_here()),
        ] {
            if menu_row(ui, Some(icons::kind(kind)), text, "", false).clicked() {
                add(frame, lane, spot.day, kind, out);
                ui.close();
            }
        }
        submenu(ui, icons::PLUS, hand::more(), |ui| {
            for kind in FURTHER {
                if menu_row(ui, Some(icons::kind(kind)), names::kind(kind.key()), "", false).clicked() {
                    add(frame, lane, spot.day, kind, out);
                    ui.close();
                }
            }
        });
        ui.separator();
        if menu_row(ui, Some(icons::NOTE), notes::add_note_here(), "", false).clicked() {
            match frame.cx.locked() {
                Some(why) => out.push(Action::Note(why.to_owned())),
                None => state.write_new_note(lane.id, note_at(frame, lane, spot.day)),
            }
            ui.close();
        }
        let keys = keys(ui, Command::Paste);
        if menu_row(ui, Some(icons::PASTE), hand::paste_here(), &keys, false).clicked() {
            out.push(Action::PasteAt(lane.id, when_at(frame, lane, spot.day)));
            ui.close();
        }
        command_row(frame.cx, ui, icons::BOARD, Command::SelectLane, out);
        command_row(frame.cx, ui, icons::FIT, Command::ZoomFit, out);
    });
    // The background is nothing that could have the keyboard: it goes back to nowhere, where the board has it.
    if shown.is_none() && background.has_focus() {
        background.surrender_focus();
    }
}

/// What a day of the axis means in that lane; in one that only knows an order, its end.
fn when_at(frame: &Frame<'_>, lane: &Lane, day: i32) -> When {
    if keeps_order(frame.cx.campaign, lane, frame.scale.axis) {
        let positions = lane.moments.iter().filter_map(|moment| match moment.when {
            When::Order(position) => Some(position),
            _ => None,
        });
        When::Order(positions.max().unwrap_or(0).saturating_add(1))
    } else if frame.scale.axis == Axis::Calendar {
        When::On(Day::from_number(day))
    } else {
        When::Relative(day)
    }
}

/// Where a note is pinned there: a lane that only knows an order has no day for it.
fn note_at(frame: &Frame<'_>, lane: &Lane, day: i32) -> When {
    match when_at(frame, lane, day) {
        When::Order(_) => When::Undated,
        when => when,
    }
}

/// Adds a card and selects it, ready for its title.
fn add(frame: &Frame<'_>, lane: &Lane, day: i32, kind: Kind, out: &mut Actions) {
    let campaign = frame.cx.campaign;
    let title = names::kind(kind.key());
    let mut moment = Moment::new(stand_in(0), kind, title);
    moment.when = when_at(frame, lane, day);
    moment.product = if kind.is_ask() { campaign.products.first().map(|product| product.id) } else { None };
    let edit = Edit::AddMoment { place: Place::Lane(lane.id), moment: Box::new(moment) };
    out.push(Action::Add(Step::new(steps::step_add(title), vec![edit])));
    out.push(Action::FocusField("title"));
}
