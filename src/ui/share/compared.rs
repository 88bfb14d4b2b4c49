//! Which lanes are compared on a page: a lane at the left, and beside it another one, or itself in an order that somebody tries.

use egui::{Id, ScrollArea, Ui};

use super::ShareDraft;
use super::options::field;
use crate::model::{Campaign, LaneId};
use crate::share::{Beside, Compared, Section};
use crate::ui::kit;
use crate::ui::theme::space;
use crate::ui::view::Cx;
use crate::words::lanes_compared as say;

/// Draws the two menus, where the comparison is wanted.
pub(super) fn compared_ui(cx: &Cx<'_>, draft: &mut ShareDraft, ui: &mut Ui) {
    let wanted = draft.choice.format.has_sections() && draft.choice.has(Section::Comparison);
    let Some(Compared { left, right }) = draft.choice.compared.clone().filter(|_| wanted) else { return };
    let half = (ui.available_width() - space::XL) / 2.0;
    ui.add_space(space::XL);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::XL;
        field(ui, say::pick_left(), half, |ui| {
            let lanes: Vec<Beside> = cx.campaign.lanes.iter().map(|lane| Beside::Lane(lane.id)).collect();
            if let Some(Beside::Lane(lane)) = menu(cx.campaign, ui, ("left", say::pick_left(), half), &Beside::Lane(left), &lanes)
            {
                draft.choice.compared = Some(beginning(draft, cx.campaign, lane, &right, left));
            }
        });
        field(ui, say::pick_right(), half, |ui| {
            let other = draft.orders.iter().filter(|lane| lane.id == left).cloned().map(Beside::Order);
            let lanes = cx.campaign.lanes.iter().filter(|lane| lane.id != left).map(|lane| Beside::Lane(lane.id));
            let all: Vec<Beside> = other.chain(lanes).collect();
            if let Some(right) = menu(cx.campaign, ui, ("right", say::pick_right(), half), &right, &all) {
                draft.choice.compared = Some(Compared { left, right });
            }
        });
    });
}

/// The comparison with another lane at the left. A lane is never beside itself as it is: then the two change places.
fn beginning(draft: &ShareDraft, campaign: &Campaign, lane: LaneId, right: &Beside, was: LaneId) -> Compared {
    let order = || draft.orders.iter().find(|order| order.id == lane).cloned().map(Beside::Order);
    let other = || campaign.lanes.iter().find(|other| other.id != lane).map(|other| Beside::Lane(other.id));
    let right = match right {
        Beside::Lane(right) if *right == lane => Beside::Lane(was),
        Beside::Lane(right) => Beside::Lane(*right),
        Beside::Order(_) => order().or_else(other).unwrap_or(Beside::Lane(lane)),
    };
    Compared { left: lane, right }
}

fn name(campaign: &Campaign, of: &Beside) -> String {
    match of {
        Beside::Lane(id) => campaign.lane(*id).map_or_else(String::new, |lane| campaign.lane_name(lane).to_owned()),
        Beside::Order(lane) => say::order_of(campaign.lane_name(lane)),
    }
}

/// A menu; what was chosen in it, if anything was.
fn menu(
    campaign: &Campaign,
    ui: &mut Ui,
    (side, called, width): (&str, &str, f32),
    now: &Beside,
    all: &[Beside],
) -> Option<Beside> {
    let shown = name(campaign, now);
    let chosen = kit::dropdown(ui, Id::unique(("share compared", side)), called, None, (&shown, ""), width, |ui| {
        let mut chosen = None;
        ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
            for of in all {
                if kit::menu_row(ui, None, &name(campaign, of), "", of == now).clicked() {
                    chosen = Some(of.clone());
                    ui.close();
                }
            }
        });
        chosen
    });
    chosen.flatten()
}
