//! What is asked before cells are pasted that cannot all be read: which they are, and whether the others come without them.

use egui::{ScrollArea, Ui};

use super::block::{Pasted, cells};
use crate::ui::dialogs::{Dialog, default_focus, paragraph};
use crate::ui::kit::Button;
use crate::ui::view::{Action, Actions};
use crate::words::{table_view as say, window};

/// Most cells that are listed.
const MOST: usize = 200;
/// Height after which the list scrolls, in points.
const TALLEST: f32 = 240.0;

/// What waits for an answer.
#[derive(Debug)]
pub(super) struct Ask(Pasted);

impl Ask {
    pub(super) fn new(pasted: Pasted) -> Self {
        Self(pasted)
    }
}

/// Does what pasting does.
pub(super) fn enter(pasted: Pasted, out: &mut Actions) {
    let no_room = pasted.no_room();
    out.push(if pasted.adds { Action::Add(pasted.step) } else { Action::Edit(pasted.step) });
    if let Some(no_room) = no_room {
        out.push(Action::Note(no_room));
    }
}

/// Draws the question; true once it was answered.
pub(super) fn show(ask: &mut Option<Ask>, ui: &Ui, out: &mut Actions) -> bool {
    let Some(Ask(pasted)) = ask else { return false };
    let title = say::unread_title();
    let text = say::unread_text(cells(pasted.refused.len()));
    let nothing_left = pasted.step.edits.is_empty();
    let answer = Dialog::read("unread cells dialog", title, 520.0).show(
        ui.ctx(),
        |ui| {
            paragraph(ui, &text);
            ScrollArea::vertical().max_height(TALLEST).auto_shrink([false, true]).show(ui, |ui| {
                for refused in pasted.refused.iter().take(MOST) {
                    let why = refused.why.says(&refused.text);
                    paragraph(ui, &say::unread_cell(refused.row, refused.column.name(), why));
                }
                if pasted.refused.len() > MOST {
                    paragraph(ui, &say::more_unread(pasted.refused.len() - MOST));
                }
            });
            if let Some(no_room) = pasted.no_room() {
                paragraph(ui, &no_room);
            }
            None
        },
        |ui| {
            let cancel = Button::secondary(window::cancel()).show(ui);
            let rest = (!nothing_left).then(|| Button::primary(say::leave_out()).show(ui));
            default_focus(ui, rest.as_ref().map_or(cancel.id, |rest| rest.id));
            match rest {
                Some(rest) if rest.clicked() => Some(true),
                _ => cancel.clicked().then_some(false),
            }
        },
    );
    let Some(answer) = answer else { return false };
    if let (Ok(true), Some(Ask(pasted))) = (answer, ask.take()) {
        enter(pasted, out);
    }
    *ask = None;
    true
}
