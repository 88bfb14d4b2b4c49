//! Cells that cannot be used: those of a column that share the cause are told once, with what can be done about all of them,
//! and are shown one by one where somebody wants to see them; and those that were typed already.

use std::collections::BTreeMap;

use egui::{Id, Label, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::draft::ImportDraft;
use super::{heading, line};
use crate::import::{Alike, Proposal, rows_of};
use crate::ui::fonts;
use crate::ui::kit::{self, Button, TextField};
use crate::ui::theme::{self, Tone, space};
use crate::words::{counts, import as say, table as says};

/// Width of the field, in points.
const FIELD: f32 = 210.0;
/// Height of a cell in a list of many: what is wrong with it, and its field.
const CELL: f32 = 62.0;
/// Cells of a list of many that are in sight at once.
const IN_SIGHT: f32 = 4.0;
/// As many cells with the same text are taken back one by one.
const FEW: usize = 3;

pub(super) fn problems(ui: &mut Ui, draft: &mut ImportDraft, proposal: &Proposal) {
    heading(ui, say::part_problems());
    let rows = rows_of(proposal.counts.bad);
    // Of a row with a word that is asked about above, nobody knows yet that it cannot be used.
    let text = if draft.open_words > 0 && draft.bad < proposal.counts.bad {
        if draft.bad > 0 { say::leave_out_rows_but(rows, rows_of(draft.bad)) } else { say::leave_out_rows_or_none(rows) }
    } else {
        say::leave_out_rows(rows)
    };
    let row = ui.allocate_exact_size(vec2(ui.available_width(), theme::HIT), Sense::hover()).0;
    if kit::tick(ui, row, 0.0, Id::unique("import leave out"), &text, draft.skip_bad).clicked() {
        draft.skip_bad = !draft.skip_bad;
        draft.changed();
    }
    for alike in draft.alike.clone().iter() {
        match alike.cells.as_slice() {
            [(address, message)] => {
                line(ui, message, Some(Tone::Warning));
                cell(ui, draft, address);
            }
            _ => many(ui, draft, alike),
        }
    }
}

/// Cells with the same trouble.
fn many(ui: &mut Ui, draft: &mut ImportDraft, alike: &Alike) {
    let Some((first, _)) = alike.cells.first() else { return };
    let cells = counts::cells(alike.cells.len());
    line(ui, &says::alike(rows_of(alike.rows), &alike.message), Some(Tone::Warning));
    let is_open = draft.opened.iter().any(|other| other.is_same(alike));
    ui.horizontal_wrapped(|ui| {
        // What is typed for all of them stands beside what is typed for one, under a name that is no address.
        let key = format!("{first}…");
        let mut typed = draft.typed.get(&key).cloned().unwrap_or_default();
        let (name, id) = (says::instead_all(&cells, first), Id::unique("import cells").with(first));
        let field = TextField::new(id, &name).hint(says::instead_hint()).width(FIELD).show(ui, &mut typed);
        if field.lost_focus() && !typed.trim().is_empty() {
            draft.typed.remove(&key);
            draft.correct_all(alike, &typed);
        } else if field.changed() {
            draft.typed.insert(key, typed);
        }
        if Button::quiet(says::empty_all()).named(&says::empty_all_of(&cells, first)).show(ui).clicked() {
            draft.correct_all(alike, "");
        }
        let label = if is_open { says::hide_cells().to_owned() } else { says::show_cells(&cells) };
        let name = if is_open { says::hide_cells_of(&cells, first) } else { says::show_cells_of(&cells, first) };
        if Button::quiet(&label).named(&name).show(ui).clicked() {
            if is_open {
                draft.opened.retain(|other| !other.is_same(alike));
            } else {
                draft.opened.push(alike.clone());
            }
        }
    });
    if is_open {
        one_by_one(ui, draft, alike, first);
    }
}

/// Each of many cells by itself; only those in sight are drawn.
fn one_by_one(ui: &mut Ui, draft: &mut ImportDraft, alike: &Alike, first: &str) {
    let gap = ui.spacing().item_spacing.y;
    let area = ScrollArea::vertical().id_salt(("import cells", first)).max_height((CELL + gap) * IN_SIGHT);
    area.auto_shrink([false, true]).show_rows(ui, CELL, alike.cells.len(), |ui, shown| {
        for (address, message) in alike.cells.get(shown).unwrap_or_default() {
            let place = ui.allocate_exact_size(vec2(ui.available_width(), CELL), Sense::hover()).0;
            let place = egui::UiBuilder::new().max_rect(place).layout(egui::Layout::top_down(egui::Align::Min));
            ui.scope_builder(place, |ui| {
                ui.spacing_mut().item_spacing.y = space::XS;
                ui.set_max_width(ui.available_width() - space::XL);
                let color = theme::of(ui).text_2;
                let label = ui.add(Label::new(fonts::BODY.rich(message).color(color)).truncate());
                label.widget_info(|| WidgetInfo::labeled(Role::Label, true, message));
                cell(ui, draft, address);
            });
        }
    });
}

/// What one cell is to say instead.
fn cell(ui: &mut Ui, draft: &mut ImportDraft, address: &str) {
    ui.horizontal(|ui| {
        let mut typed = draft.typed.get(address).cloned().unwrap_or_default();
        let (name, id) = (says::instead(address), Id::unique("import cell").with(address));
        let field = TextField::new(id, &name).hint(says::instead_hint()).width(FIELD).show(ui, &mut typed);
        // A long table is not worked through again at every key.
        if field.lost_focus() && !typed.trim().is_empty() {
            draft.correct(address, typed);
        } else if field.changed() {
            draft.typed.insert(address.to_owned(), typed);
        }
        if Button::quiet(says::empty_it()).named(&says::empty_cell(address)).show(ui).clicked() {
            draft.correct(address, String::new());
        }
    });
}

pub(super) fn corrected(ui: &mut Ui, draft: &mut ImportDraft) {
    heading(ui, says::part_corrected());
    let mut by_text: BTreeMap<&str, Vec<&String>> = BTreeMap::new();
    for (address, text) in &draft.cells {
        by_text.entry(text.trim()).or_default().push(address);
    }
    let mut back: Vec<String> = Vec::new();
    for (text, addresses) in by_text {
        let cells = counts::cells(addresses.len());
        if addresses.len() > FEW
            && let Some(first) = addresses.first()
        {
            let said = if text.is_empty() { says::emptied_all(&cells) } else { says::corrected_all(&cells, text) };
            if taken_back(ui, &said, &says::take_back_all(&cells, first)) {
                back.extend(addresses.into_iter().cloned());
            }
            continue;
        }
        for address in addresses {
            let said = if text.is_empty() { says::emptied(address) } else { says::corrected(address, text) };
            if taken_back(ui, &said, &says::take_back_of(address)) {
                back.push(address.clone());
            }
        }
    }
    if !back.is_empty() {
        for address in &back {
            draft.cells.remove(address);
        }
        draft.changed();
    }
}

/// What cells say now; whether that is taken back.
fn taken_back(ui: &mut Ui, said: &str, name: &str) -> bool {
    ui.horizontal(|ui| {
        let is_back = Button::quiet(says::take_back()).named(name).show(ui).clicked();
        line(ui, said, None);
        is_back
    })
    .inner
}
