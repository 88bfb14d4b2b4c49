//! What is asked before cells are pasted that cannot all be read, or that are more rows than there are here: which they are, whether
//! the others come without them, and whether the rows become new moments. Nothing is added that nobody asked for.

use egui::{ScrollArea, Ui};

use super::block::{Pasted, cells};
use super::state::TableState;
use crate::ui::dialogs::{Dialog, default_focus, paragraph};
use crate::ui::kit::{self, Button};
use crate::ui::view::{Action, Actions, Cx};
use crate::words::{self, counts, hand, names, table_view as say, window};

/// Most cells that are listed.
const MOST: usize = 200;
/// Height after which the list scrolls, in points.
const TALLEST: f32 = 240.0;

/// What waits for an answer.
#[derive(Debug)]
pub(super) struct Ask(Box<Pasted>);

impl Ask {
    /// What has to be asked before this is pasted, if anything has.
    pub(super) fn about(pasted: Pasted) -> Result<Pasted, Self> {
        if pasted.refused.is_empty() && pasted.below.is_empty() { Ok(pasted) } else { Err(Self(Box::new(pasted))) }
    }
}

/// What somebody answers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    Cancel,
    /// Only what goes into the rows that are here.
    Here,
    /// All of it that can be read, also what becomes new moments.
    All,
}

/// Does what pasting does. The cells that it goes into are a block from then on: what is undone is seen in it.
pub(super) fn enter(pasted: Pasted, with_below: bool, state: &mut TableState, out: &mut Actions) {
    let (no_room, stay) = (pasted.no_room(), pasted.stay);
    let adds = with_below && !pasted.below.is_empty();
    let said = pasted.said().filter(|_| !adds && pasted.refused.is_empty());
    if let Some([first, last]) = pasted.range.filter(|_| !adds) {
        (state.cell, state.corner) = (Some(first), Some(last).filter(|last| *last != first));
    }
    let step = pasted.step(with_below);
    out.push(if adds { Action::Add(step) } else { Action::Edit(step) });
    if let Some(no_room) = no_room {
        out.push(Action::Note(no_room));
    } else if stay > 0 {
        out.push(Action::Note(hand::stay(stay)));
    } else if let Some(said) = said {
        out.push(Action::Note(said));
    }
}

/// Draws the question; true once it was answered.
pub(super) fn show(cx: &Cx<'_>, state: &mut TableState, ui: &Ui, out: &mut Actions) -> bool {
    let Some(Ask(pasted)) = &mut state.ask else { return false };
    let title = if pasted.refused.is_empty() { say::below_title() } else { say::unread_title() };
    let answer = Dialog::read("unread cells dialog", title, 520.0).show(
        ui.ctx(),
        |ui| {
            unread(pasted, ui);
            below(cx, pasted, ui);
            if let Some(no_room) = pasted.no_room() {
                paragraph(ui, &no_room);
            }
            None
        },
        |ui| buttons(pasted, ui),
    );
    let Some(answer) = answer else { return false };
    if let (Ok(answer @ (Answer::Here | Answer::All)), Some(Ask(pasted))) = (answer, state.ask.take()) {
        enter(*pasted, answer == Answer::All, state, out);
    }
    state.ask = None;
    true
}

/// Which cells cannot be read, and why.
fn unread(pasted: &Pasted, ui: &mut Ui) {
    if pasted.refused.is_empty() {
        return;
    }
    paragraph(ui, &say::unread_text(cells(pasted.refused.len())));
    ScrollArea::vertical().max_height(TALLEST).auto_shrink([false, true]).show(ui, |ui| {
        kit::scroll_by_keys(ui);
        for refused in pasted.refused.iter().take(MOST) {
            let why = refused.why.says(&refused.text);
            paragraph(ui, &say::unread_cell(refused.row, refused.column.name(), why));
        }
        if pasted.refused.len() > MOST {
            paragraph(ui, &say::more_unread(pasted.refused.len() - MOST));
        }
    });
}

/// What the rows for which there is none here would become.
fn below(cx: &Cx<'_>, pasted: &Pasted, ui: &mut Ui) {
    if pasted.below.is_empty() {
        return;
    }
    paragraph(ui, &say::below_text(counts::rows(pasted.below.len())));
    let kind = names::kind(pasted.kind.key());
    let lane = pasted.lane.and_then(|id| cx.campaign.lane(id)).map(|lane| cx.campaign.lane_name(lane));
    paragraph(ui, &lane.map_or_else(|| say::below_ideas(kind), |lane| say::below_lane(lane, kind)));
}

fn buttons(pasted: &Pasted, ui: &mut Ui) -> Option<Answer> {
    let cancel = Button::secondary(window::cancel()).show(ui);
    let mut main = None;
    let mut answer = cancel.clicked().then_some(Answer::Cancel);
    if pasted.below.is_empty() {
        if !pasted.edits.is_empty() {
            main = Some((Button::primary(say::leave_out()).show(ui), Answer::Here));
        }
    } else {
        if !pasted.edits.is_empty() && Button::secondary(say::only_here()).show(ui).clicked() {
            answer = Some(Answer::Here);
        }
        let add = say::add_below(words::moments(pasted.below.len()));
        main = Some((Button::primary(&add).show(ui), Answer::All));
    }
    default_focus(ui, main.as_ref().map_or(cancel.id, |(main, _)| main.id));
    main.filter(|(main, _)| main.clicked()).map(|(_, answer)| answer).or(answer)
}
