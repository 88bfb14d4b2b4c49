//! What can be added at an empty spot of a lane.

use egui::{Popup, Response};

use super::drag::keeps_order;
use super::frame::Frame;
use super::state::BoardState;
use crate::analysis::Axis;
use crate::edit::{Edit, Place, Step};
use crate::model::{Day, IdSource, Kind, Lane, LaneId, Moment, MomentId, When};
use crate::ui::icons;
use crate::ui::kit::field::menu_row;
use crate::ui::view::{Action, Actions, Selection};
use crate::words::{board as say, names, steps};

/// Width of the menu, in points.
const WIDTH: f32 = 230.0;

/// A spot of the board: a lane and a day of its axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    lane: LaneId,
    day: i32,
}

/// What is at a place of the screen; `None` outside every lane.
pub(super) fn spot_at(frame: &Frame<'_>, at: egui::Pos2) -> Option<Spot> {
    let lane = frame.cx.campaign.lanes.get(frame.lane_at(at.y)?)?;
    Some(Spot { lane: lane.id, day: frame.scale.nearest(frame.plan_x(at.x)) })
}

/// Offers what can be added at the spot where the menu was opened.
pub(super) fn menu(frame: &Frame<'_>, state: &mut BoardState, background: &Response, out: &mut Actions) {
    let Some(spot) = state.spot else { return };
    let Some(lane) = frame.cx.campaign.lane(spot.lane) else {
        state.spot = None;
        return;
    };
    Popup::context_menu(background).width(WIDTH).accessible_name(say::add_here()).show(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        for (kind, icon, text) in [
            (Kind::Announcement, icons::KIND_ANNOUNCEMENT, say::add_announcement_here()),
            (Kind::Values, icons::KIND_VALUES, say::add_values_here()),
            (Kind::Community, icons::KIND_COMMUNITY, say::add_community_here()),
            (Kind::Product, icons::KIND_PRODUCT, say::add_product_here()),
        ] {
            if menu_row(ui, Some(icon), text, "", false).clicked() {
                add(frame, lane, spot.day, kind, out);
                ui.close();
            }
        }
    });
}

/// Adds a card and selects it, ready for its title.
fn add(frame: &Frame<'_>, lane: &Lane, day: i32, kind: Kind, out: &mut Actions) {
    let campaign = frame.cx.campaign;
    let title = names::kind(kind.key());
    let mut moment = Moment::new(new_id(frame, day), kind, title);
    moment.when = if keeps_order(campaign, lane, frame.scale.axis) {
        let positions = lane.moments.iter().filter_map(|moment| match moment.when {
            When::Order(position) => Some(position),
            _ => None,
        });
        When::Order(positions.max().unwrap_or(0).saturating_add(1))
    } else if frame.scale.axis == Axis::Calendar {
        When::On(Day::from_number(day))
    } else {
        When::Relative(day)
    };
    moment.product = if kind.is_ask() { campaign.products.first().map(|product| product.id) } else { None };
    let id = moment.id;
    let edit = Edit::AddMoment { place: Place::Lane(lane.id), moment: Box::new(moment) };
    out.push(Action::Edit(Step::new(steps::step_add(title), vec![edit])));
    out.push(Action::Select(Selection { moments: vec![id], lane: Some(lane.id), ..Selection::default() }));
    out.push(Action::FocusField("title"));
}

/// An id that no moment of the plan has. The board has no source of its own, so what is there already is the seed.
fn new_id(frame: &Frame<'_>, day: i32) -> MomentId {
    let campaign = frame.cx.campaign;
    let count = campaign.lanes.iter().map(|lane| lane.moments.len()).sum::<usize>();
    let mut ids = IdSource::seeded((count as u64) << 32 | u64::from(day.cast_unsigned()));
    loop {
        let id = ids.moment();
        if frame.cx.index.place(id).is_none() {
            return id;
        }
    }
}
