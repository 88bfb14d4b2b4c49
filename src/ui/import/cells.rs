//! Cells that cannot be used: what each is to say instead, typed here; and those that were typed already.

use egui::{Id, Sense, Ui, vec2};

use super::draft::ImportDraft;
use super::{heading, line};
use crate::import::{Proposal, rows_of};
use crate::ui::dialogs::paragraph;
use crate::ui::kit::{self, Button, TextField};
use crate::ui::theme::{self, Tone};
use crate::words::{import as say, table as says};

/// Cells that are listed; the rest is counted.
const MOST_LISTED: usize = 100;
/// Width of the field, in points.
const FIELD: f32 = 210.0;

pub(super) fn problems(ui: &mut Ui, draft: &mut ImportDraft, proposal: &Proposal) {
    heading(ui, say::part_problems());
    let text = say::leave_out_rows(rows_of(proposal.counts.bad));
    let row = ui.allocate_exact_size(vec2(ui.available_width(), theme::HIT), Sense::hover()).0;
    if kit::tick(ui, row, 0.0, Id::unique("import leave out"), &text, draft.skip_bad).clicked() {
        draft.skip_bad = !draft.skip_bad;
        draft.changed();
    }
    for problem in proposal.problems.iter().take(MOST_LISTED) {
        line(ui, &problem.message, Some(Tone::Warning));
        let address = &problem.address;
        ui.horizontal(|ui| {
            let mut typed = draft.typed.get(address).cloned().unwrap_or_default();
            let (name, id) = (says::instead(address), Id::unique("import cell").with(address));
            let field = TextField::new(id, &name).hint(says::instead_hint()).width(FIELD).show(ui, &mut typed);
            // A long table is not worked through again at every key.
            if field.lost_focus() && !typed.trim().is_empty() {
                draft.correct(address, typed);
            } else if field.changed() {
                draft.typed.insert(address.clone(), typed);
            }
            if Button::quiet(says::empty_it()).named(&says::empty_cell(address)).show(ui).clicked() {
                draft.correct(address, String::new());
            }
        });
    }
    if proposal.problems.len() > MOST_LISTED {
        paragraph(ui, &say::more_problems(proposal.problems.len() - MOST_LISTED));
    }
}

pub(super) fn corrected(ui: &mut Ui, draft: &mut ImportDraft) {
    heading(ui, says::part_corrected());
    let mut back = None;
    for (address, text) in &draft.cells {
        ui.horizontal(|ui| {
            let said = if text.trim().is_empty() { says::emptied(address) } else { says::corrected(address, text) };
            if Button::quiet(says::take_back()).named(&says::take_back_of(address)).show(ui).clicked() {
                back = Some(address.clone());
            }
            line(ui, &said, None);
        });
    }
    if let Some(address) = back {
        draft.cells.remove(&address);
        draft.changed();
    }
}
