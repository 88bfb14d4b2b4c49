//! Two lanes side by side: their cards in order, their curves, what the checker says of them, and between them what differs. Never
//! changes the plan.

mod column;
mod data;

use egui::{Id, Label, Rect, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

pub use self::data::{Line, lines, pair, verdict};
use super::dialogs::Dialog;
use super::fonts;
use super::kit::{self, Button, paint};
use super::theme::{EDGE, space};
use super::view::{Cx, LaneView};
use crate::model::LaneId;
use crate::words::{lanes_compared as say, window};

/// Which lanes are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LanesDraft {
    /// The lanes at the left and at the right.
    pub sides: [LaneId; 2],
    /// Somebody else looks on: fees and findings are not shown.
    pub is_shown: bool,
}

/// Draws the comparison; true once it was closed, or one of the lanes is gone.
pub fn lanes_compared_ui(cx: &Cx<'_>, draft: &mut LanesDraft, ui: &Ui) -> bool {
    let find = |id: LaneId| cx.derived.lanes.iter().find(|view| view.lane.id == id);
    let [Some(left), Some(right)] = draft.sides.map(find) else { return true };
    let views = [&**left, &**right];
    let height = (ui.ctx().content_rect().height() - 190.0).clamp(160.0, 900.0);
    let mut sides = draft.sides;
    let answer = Dialog::read("lanes compared", say::title(), 1120.0).show(
        ui.ctx(),
        |ui| {
            choice(cx, &mut sides, ui);
            ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
                let said = verdict(cx.campaign, views);
                let label = ui.add(Label::new(fonts::DIALOG.rich(&said).color(cx.tokens.text)).wrap());
                label.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &said));
                ui.add_space(space::L);
                column::both(cx, views, draft.is_shown, ui);
                ui.add_space(space::XL);
                table(cx, views, draft.is_shown, ui);
            });
            None
        },
        |ui| Button::primary(window::close()).show(ui).clicked().then_some(()),
    );
    draft.sides = sides;
    answer.is_some()
}

/// The menus that choose the lanes. Choosing the lane of the other side swaps them.
fn choice(cx: &Cx<'_>, sides: &mut [LaneId; 2], ui: &mut Ui) {
    let gap = space::DIALOG;
    let width = (ui.available_width() - gap) / 2.0;
    let chosen = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        let [left, right] = *sides;
        [menu(cx, ui, (say::left(), width), left), menu(cx, ui, (say::right(), width), right)]
    });
    for (at, id) in chosen.inner.into_iter().enumerate() {
        let Some(id) = id else { continue };
        if sides.iter().enumerate().any(|(other, side)| other != at && *side == id) {
            sides.reverse();
        } else if let Some(side) = sides.get_mut(at) {
            *side = id;
        }
    }
}

/// A menu of all lanes; the one that was chosen, if one was.
fn menu(cx: &Cx<'_>, ui: &mut Ui, (name, width): (&str, f32), side: LaneId) -> Option<LaneId> {
    let now = cx.campaign.lane(side).map(|lane| cx.campaign.lane_name(lane)).unwrap_or_default();
    let chosen = kit::dropdown(ui, Id::unique(name), name, None, (now, ""), width, |ui| {
        let mut chosen = None;
        ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            for lane in &cx.campaign.lanes {
                if kit::menu_row(ui, None, cx.campaign.lane_name(lane), "", lane.id == side).clicked() {
                    chosen = Some(lane.id);
                    ui.close();
                }
            }
        });
        chosen
    });
    chosen.flatten()
}

/// Both sides as rows; what differs has weight.
fn table(cx: &Cx<'_>, views: [&LaneView; 2], is_shown: bool, ui: &mut Ui) {
    let t = cx.tokens;
    ui.spacing_mut().item_spacing.y = 0.0;
    for line in lines(cx.campaign, cx.derived.end, views, is_shown) {
        let same = line.is_same();
        let [left, right] = &line.sides;
        let said = if same { say::row_same_spoken(line.label, left) } else { say::row_spoken(line.label, left, right) };
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
        ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(EDGE, t.line_subtle));
        let (face, color) = if same { (fonts::BODY, t.text_2) } else { (fonts::BODY_B, t.text) };
        let third = rect.width() / 3.0;
        let cell = |at: f32, text: &str, face, color| {
            let galley = paint::line_within(ui.painter(), face, text, color, third - 12.0);
            let place = Rect::from_min_size(pos2(rect.left() + third * at, rect.top()), vec2(third, rect.height()));
            ui.painter().galley(pos2(place.left(), place.center().y - galley.size().y / 2.0), galley, color);
        };
        cell(0.0, line.label, fonts::BODY, t.text_2);
        cell(1.0, left, face, color);
        cell(2.0, right, face, color);
    }
}
