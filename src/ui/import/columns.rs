//! The columns of a table: header, the first cells, and what the column is.

use egui::{Id, Label, Role, ScrollArea, Ui, WidgetInfo, vec2};

use super::draft::ImportDraft;
use crate::import::{Column, Field, Guess, Rest, column_letters};
use crate::ui::fonts;
use crate::ui::kit::{self, Segment};
use crate::ui::theme::{self, space};
use crate::words::{import as say, table as says};

/// Width of the choice, in points.
const CHOICE: f32 = 210.0;
/// Most rows of the menu that are shown at once; more of them scroll.
const MENU_ROWS: f32 = 11.0;

pub(super) fn columns(ui: &mut Ui, draft: &mut ImportDraft, guess: &Guess) {
    // Which row the header is stands above already.
    if guess.grid.is_some() || guess.header.is_none() {
        super::line(ui, &guess.sentence(), None);
    }
    let mut chosen: Option<(String, Field, Option<usize>)> = None;
    // A row of several moments has a column for each of them, and what it is is said with the one that it is of.
    let parts = guess.parts.iter().map(|part| (&part.column, part.moment, part.use_of()));
    let columns = guess.columns.iter().filter(|_| guess.parts.is_empty()).map(|column| (column, None, value_of(column)));
    let all: Vec<(&Column, Option<usize>, String)> = parts.chain(columns).collect();
    for (column, moment, value) in &all {
        // The columns of a grid stand for its edges; they have no place of their own in the spreadsheet.
        let stands = guess.grid.is_none() || !guess.parts.is_empty();
        let shown = if stands { says::lettered(column_letters(column.at), &column.header) } else { column.header.clone() };
        if let Some(field) = row(ui, column, &shown, value) {
            chosen = Some((column.header.clone(), field, *moment));
        }
    }
    if let Some((header, field, moment)) = chosen {
        // A field that only one column can be is taken from the one that was it.
        if !field.can_repeat() {
            let is_taken = |other: &Column, of: Option<usize>| other.field == field && other.header != header && of == moment;
            for (other, ..) in all.iter().filter(|(other, of, _)| is_taken(other, *of)) {
                draft.mapping.columns.insert(other.header.clone(), Field::Notes);
            }
        }
        draft.mapping.columns.insert(header, field);
        draft.changed();
    }
    if guess.columns.iter().any(|column| column.unknown) {
        ui.add_space(space::S);
        super::line(ui, say::rest(), None);
        let segments = [Segment::Word(say::rest_notes()), Segment::Word(say::rest_out())];
        let now = usize::from(draft.mapping.rest == Rest::LeaveOut);
        if let Some(at) = kit::segmented(ui, say::rest(), &segments, Some(now), None) {
            draft.mapping.rest = if at == 0 { Rest::Notes } else { Rest::LeaveOut };
            draft.changed();
        }
    }
}

/// What a column is, as it is shown.
fn value_of(column: &Column) -> String {
    if column.sure || column.unknown { column.field.name().to_owned() } else { say::perhaps(column.field.name()) }
}

/// One column; the field that was chosen for it.
fn row(ui: &mut Ui, column: &Column, name: &str, value: &str) -> Option<Field> {
    let t = theme::of(ui);
    let mut chosen = None;
    ui.horizontal(|ui| {
        let room = ui.available_width() - CHOICE - 2.0 * space::L;
        let width = (room * 0.4).max(60.0);
        cell(ui, width, |ui| {
            let label = ui.add(Label::new(fonts::BODY_B.rich(name).color(t.text)).truncate());
            label.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
        });
        cell(ui, (room - width).max(40.0), |ui| {
            let samples: Vec<String> =
                column.samples.iter().map(|sample| sample.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
            let shown = if samples.is_empty() { say::no_samples().to_owned() } else { samples.join(" · ") };
            let label = ui.add(Label::new(fonts::BODY.rich(&shown).color(t.text_3)).truncate());
            label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &shown));
        });
        let question = say::what_is_column(&column.header);
        let id = Id::unique("import column").with(column.at);
        kit::dropdown(ui, id, &question, None, (value, ""), CHOICE, |ui| {
            let height = MENU_ROWS * (theme::HIT + 1.0);
            let all = Field::offered();
            ScrollArea::vertical().max_height(height).show_rows(ui, theme::HIT, all.len(), |ui, rows| {
                for field in rows.filter_map(|at| all.get(at).copied()) {
                    if kit::menu_row(ui, None, field.name(), "", field == column.field).clicked() {
                        chosen = Some(field);
                        ui.close();
                    }
                }
            });
        });
    });
    chosen
}

/// A place of that width.
fn cell(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(width, theme::FIELD), egui::Layout::left_to_right(egui::Align::Center), |ui| {
        ui.set_width(width);
        content(ui);
    });
}
