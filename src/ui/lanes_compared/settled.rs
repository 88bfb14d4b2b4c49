//! The question before an order is used that moves what is approved or scheduled already: which moments those are, by name, and
//! whether they move too. Never moves anything itself. What is published needs no question: it stays in any case.

use egui::Ui;

use super::{LanesAnswer, LanesDraft, Tried};
use crate::model::{Moment, Status};
use crate::ui::board::title_of;
use crate::ui::dialogs::{Dialog, default_focus, paragraph};
use crate::ui::kit::Button;
use crate::words::{self, lanes_compared as say, names, window};

/// Most moments that are named.
const MOST: usize = 8;

/// What the question is about: what is settled is approved, or scheduled, or some of it is one and some the other.
fn title(settled: &[&Moment]) -> &'static str {
    let are_all = |status| settled.iter().all(|moment| moment.status == status);
    if are_all(Status::Approved) {
        say::settled_title_approved()
    } else if are_all(Status::Scheduled) {
        say::settled_title_scheduled()
    } else {
        say::settled_title()
    }
}

/// Draws the question over the comparison; the answer, once there is one.
pub(super) fn settled_ui(tried: &Tried, draft: &mut LanesDraft, ui: &Ui) -> Option<LanesAnswer> {
    let settled = tried.order.settled(&tried.base);
    let mut named: Vec<String> = settled
        .iter()
        .take(MOST)
        .map(|moment| say::settled_moment(title_of(moment), names::status(moment.status.key())))
        .collect();
    if settled.len() > MOST {
        named.push(say::more(settled.len() - MOST));
    }
    // Where nothing else moves, leaving these would quietly throw the whole order away.
    let is_all = tried.order.is_all_settled(&tried.base, &tried.campaign);
    let dialog = Dialog::read("settled moments", title(&settled), 520.0);
    let answer = dialog.show(
        ui.ctx(),
        |ui| {
            let named = words::list(&named);
            paragraph(ui, &if is_all { say::settled_text_all(named) } else { say::settled_text(named) });
            None
        },
        |ui| {
            let mut answer = None;
            let leave = Button::primary(say::leave_settled()).disabled(is_all.then(say::nothing_left)).show(ui);
            if !is_all {
                default_focus(ui, leave.id);
            }
            if leave.clicked() {
                answer = Some(Some(LanesAnswer::LeaveSettled));
            }
            if Button::secondary(say::move_settled()).show(ui).clicked() {
                answer = Some(Some(LanesAnswer::Use));
            }
            let cancel = Button::quiet(window::cancel()).show(ui);
            if is_all {
                default_focus(ui, cancel.id);
            }
            if cancel.clicked() {
                answer = Some(None);
            }
            answer
        },
    );
    draft.asks = answer.is_none();
    answer.and_then(Result::ok).flatten()
}
