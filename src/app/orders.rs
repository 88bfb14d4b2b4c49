//! Two lanes side by side, and other orders of lanes that somebody tries there.
//!
//! An order that is tried stands beside the document, which never knows of it; it stays as long as the plan is open, and follows the
//! plan where that goes on. Using it hands the very edits to the document that were shown.

use std::sync::Arc;

use egui::Context;

use super::{App, Asked};
use crate::check;
use crate::edit::{Step, apply_all};
use crate::model::{Index, Lane, LaneId};
use crate::share::{Beside, Compared, Format, Reader, Section};
use crate::ui::lanes_compared::{LanesAnswer, LanesDraft, OtherOrder, Tried, Wish, lanes_compared_ui, pair};
use crate::words::lanes_compared as say;

/// The longest lane in which it is looked beforehand whether there is an order to propose.
const LOOKED_AT: usize = 80;

impl App {
    /// Shows two lanes side by side: the one in use beside the one with which it says most. A lane that is alone is compared with
    /// itself in another order.
    pub(super) fn compare_lanes(&mut self) {
        let presented = self.presented().and_then(|id| self.plan.doc.index().lane(id));
        let lane = presented.or_else(|| self.shown_lane());
        let is_shown = self.presented().is_some();
        let campaign = self.plan.doc.campaign();
        // An order that is being tried is what somebody comes back to; whoever looks on is shown two lanes.
        let begun = || self.view.orders.iter().rev().map(|tried| &tried.order).filter(|order| !order.is_untouched());
        let begun = begun().find(|order| Some(order.lane()) == lane).or_else(|| begun().next().filter(|_| lane.is_none()));
        let begun = begun.map(OtherOrder::lane).filter(|id| !is_shown && campaign.lane(*id).is_some());
        if let Some(id) = begun {
            return self.ask(Asked::Lanes(LanesDraft::of_orders(id, is_shown)));
        }
        let alone = campaign.lanes.first().map(|lane| LanesDraft::of_orders(lane.id, is_shown));
        let two = pair(campaign, &self.deriver.derived, lane).map(|sides| LanesDraft::of_lanes(sides, is_shown));
        if let Some(draft) = two.or(alone) {
            self.ask(Asked::Lanes(draft));
        }
    }

    /// Draws the comparison; true once that is closed.
    pub(super) fn lanes_compared(&mut self, ui: &egui::Ui, ctx: &Context, draft: &mut LanesDraft) -> bool {
        let [left, _] = draft.sides;
        if draft.is_order {
            self.try_order(left);
        }
        let was = *draft;
        let mut curves = std::mem::take(&mut self.view.curves);
        let file = self.plan.file.view(&self.plan.doc);
        let tried = self.view.orders.iter().find(|tried| tried.order.lane() == left);
        let size = || egui::AreaState::load(ctx, egui::Id::unique("lanes compared")).and_then(|area| area.size);
        let before = size();
        let answer = lanes_compared_ui(&self.cx(&file, ui.theme()), (draft, &mut curves), tried, ui);
        // Over a presentation nothing else asks for a frame, and the dialog has its height only once it knows what it holds.
        if *draft != was || size() != before {
            ctx.request_repaint();
        }
        if !matches!(answer, Some(LanesAnswer::Close | LanesAnswer::Use | LanesAnswer::Share)) {
            self.view.curves = curves;
        }
        match answer {
            None => false,
            Some(LanesAnswer::Order(wish)) => {
                self.change_order(left, wish);
                ctx.request_repaint();
                false
            }
            Some(LanesAnswer::Use) => {
                self.use_order(left);
                true
            }
            Some(LanesAnswer::LeaveSettled) => {
                self.leave_settled(left);
                ctx.request_repaint();
                false
            }
            Some(LanesAnswer::Share) => {
                self.share_compared(ctx, draft);
                true
            }
            Some(LanesAnswer::Close) => {
                // What nobody touched is nothing to come back to.
                self.view.orders.retain(|tried| !tried.order.is_untouched());
                if draft.is_order && self.view.orders.iter().any(|tried| tried.order.lane() == left) {
                    self.say(say::order_kept());
                }
                true
            }
        }
    }

    /// Has the other order of a lane ready, worked out from the plan as it is now.
    pub(super) fn try_order(&mut self, lane: LaneId) {
        let at = self.view.orders.iter().position(|tried| tried.order.lane() == lane);
        let is_current = |tried: &Tried| Arc::ptr_eq(&tried.base, self.plan.doc.campaign());
        if at.and_then(|at| self.view.orders.get(at)).is_some_and(is_current) {
            return;
        }
        let order = match at {
            Some(at) => self.view.orders.swap_remove(at).order,
            None => OtherOrder::new(lane),
        };
        let base = self.plan.doc.campaign();
        // Of a long lane it takes too long to look before somebody asks; then it is said once they do.
        let is_long = base.lane(lane).is_some_and(|lane| lane.moments.len() > LOOKED_AT);
        // What a proposal would add has no id of the plan before it is taken.
        let has_proposal = is_long || check::proposes_order(base, lane, &self.options(), &mut self.rim.ids.clone());
        // A proposal was made for the plan as it was.
        let tried = self.tried(order, has_proposal, false);
        self.view.orders.push(tried);
    }

    /// The plan as it would be with an order.
    fn tried(&self, order: OtherOrder, has_proposal: bool, is_proposed: bool) -> Tried {
        let base = Arc::clone(self.plan.doc.campaign());
        let mut index = base.lane(order.lane()).map_or_else(Index::default, |lane| Index::of_lane(lane));
        // What cannot be done to the plan as it is now changes nothing of it.
        let changed = apply_all(&base, &mut index, &order.edits(&base)).ok().flatten();
        let campaign = changed.map_or_else(|| Arc::clone(&base), Arc::new);
        // What was worked out for lanes that stay is taken over; only the changed one is looked at.
        let mut beside = self.deriver.clone();
        beside.update(&campaign, self.plan.doc.revision(), &self.options());
        let mut tried = Tried::new(order, base, campaign, beside.derived);
        (tried.has_proposal, tried.is_proposed) = (has_proposal, is_proposed);
        tried
    }

    fn change_order(&mut self, lane: LaneId, wish: Wish) {
        let Some(at) = self.view.orders.iter().position(|tried| tried.order.lane() == lane) else { return };
        let Tried { mut order, base, campaign, has_proposal, .. } = self.view.orders.swap_remove(at);
        let mut is_proposed = false;
        match wish {
            Wish::Turn(id, turn) => {
                order.turn(&base, &campaign, id, turn);
            }
            Wish::Put(id, to) => {
                order.put(&base, &campaign, id, to);
            }
            Wish::Planned => order = OtherOrder::new(lane),
            Wish::AskFirst => {
                order.ask_first(&base, &campaign);
            }
            Wish::Proposed => match check::proposed_order(&base, lane, &self.options(), &mut self.rim.ids) {
                Some(proposed) => {
                    order.take(&base, &proposed);
                    is_proposed = true;
                }
                None => self.tell(say::title(), say::nothing_proposed(), ""),
            },
        }
        let tried = self.tried(order, has_proposal, is_proposed);
        self.view.orders.push(tried);
    }

    /// Takes back what was tried with moments that are approved or scheduled.
    fn leave_settled(&mut self, lane: LaneId) {
        let Some(at) = self.view.orders.iter().position(|tried| tried.order.lane() == lane) else { return };
        let Tried { mut order, base, campaign, has_proposal, .. } = self.view.orders.swap_remove(at);
        order.leave_settled(&base, &campaign);
        let tried = self.tried(order, has_proposal, false);
        self.view.orders.push(tried);
    }

    /// Does to the plan what was tried, as one step.
    fn use_order(&mut self, lane: LaneId) {
        self.try_order(lane);
        let Some(at) = self.view.orders.iter().position(|tried| tried.order.lane() == lane) else { return };
        let Tried { order, base, .. } = self.view.orders.swap_remove(at);
        let edits = order.edits(&base);
        let Some(name) = base.lane(lane).map(|lane| base.lane_name(lane)).filter(|_| !edits.is_empty()) else { return };
        let step = Step::new(say::step_order(name), edits);
        // What is selected stays so: nobody pointed at what changed places.
        self.view.panels.bar.offer_undo(step.label.clone(), say::order_used().to_owned());
        self.edit(step);
    }

    /// Opens the share dialog for the team, with the comparison as a page.
    fn share_compared(&mut self, ctx: &Context, draft: &LanesDraft) {
        let [left, right] = draft.sides;
        let order = self.tried_lanes().find(|lane| lane.id == left).filter(|_| draft.is_order);
        let right = order.map_or(Beside::Lane(right), Beside::Order);
        self.ask_to_share(ctx, Some(Reader::Internal));
        if let Some(Asked::Share(share)) = self.asked.back_mut() {
            share.choice.compared = Some(Compared { left, right });
            share.choice.sections.insert(Section::Comparison);
            if !share.choice.format.has_sections() {
                share.choice.format = Format::Pdf;
            }
        }
    }

    /// What is compared on a page where nobody has said what: the two lanes that say most beside each other.
    pub(super) fn usually_compared(&self) -> Option<Compared> {
        let [left, right] = pair(self.plan.doc.campaign(), &self.deriver.derived, self.shown_lane())?;
        Some(Compared { left, right: Beside::Lane(right) })
    }

    /// The lanes that somebody tries in another order, as they would be.
    pub(super) fn tried_lanes(&self) -> impl Iterator<Item = Arc<Lane>> {
        let tried = self.view.orders.iter().filter(|tried| Arc::ptr_eq(&tried.base, self.plan.doc.campaign()));
        tried.filter_map(|tried| tried.campaign.lane(tried.order.lane()).cloned())
    }
}
