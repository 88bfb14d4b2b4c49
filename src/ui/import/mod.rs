//! A table before it enters the plan: what its columns are, what has to be answered, which cells cannot be used, and what
//! would be added. Everything is shown before anything is done.

mod answers;
mod columns;
mod draft;

use egui::{Id, Label, Layout, Role, ScrollArea, Ui, WidgetInfo, vec2};

use crate::import::rows_of;
use crate::ui::dialogs::{Closed, Dialog, default_focus, paragraph};
use crate::ui::fonts;
use crate::ui::kit::{self, Button};
use crate::ui::theme::{self, Tone, space};
use crate::words::{import as say, window};

pub use draft::ImportDraft;

/// Width of the dialog, in points.
const WIDTH: f32 = 860.0;
/// What the title and the buttons take, with the margins around the dialog.
const AROUND: f32 = 200.0;
/// Cells that cannot be used and are listed; the rest is counted.
const MOST_LISTED: usize = 100;

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportAnswer {
    /// Bring it in.
    Import,
    /// Leave the plan as it is.
    Cancel,
}

/// Shows a table and asks what it cannot say by itself. Escape is Cancel.
pub fn import_ui(draft: &mut ImportDraft, ui: &mut Ui) -> Option<ImportAnswer> {
    let room = (ui.ctx().content_rect().height() - AROUND).clamp(120.0, 1100.0);
    let why_not = why_not(draft);
    let gains = draft.proposal.as_ref().map(|proposal| proposal.counts.gains()).unwrap_or_default();
    let answer = Dialog::filled("import dialog", &say::title(&draft.name), WIDTH).show(
        ui.ctx(),
        |ui| {
            let area = ScrollArea::vertical().id_salt("import").max_height(room).min_scrolled_height(room);
            area.auto_shrink([false, true]).show(ui, |ui| {
                // The scroll bar has its own room beside the rows.
                ui.set_max_width(ui.available_width() - space::XL);
                ui.spacing_mut().item_spacing = vec2(space::L, space::M);
                body(ui, draft);
            });
            None
        },
        |ui| {
            let import = Button::primary(say::do_it()).disabled(why_not.as_deref()).show(ui);
            let cancel = Button::secondary(window::cancel()).show(ui);
            default_focus(ui, if why_not.is_none() { import.id } else { cancel.id });
            let line = why_not.clone().unwrap_or_else(|| say::would_add(&gains));
            status(ui, &line, why_not.is_some());
            if cancel.clicked() { Some(ImportAnswer::Cancel) } else { import.clicked().then_some(ImportAnswer::Import) }
        },
    );
    match answer? {
        Ok(answer) => Some(answer),
        Err(Closed) => Some(ImportAnswer::Cancel),
    }
}

/// Why it cannot be brought in yet.
fn why_not(draft: &ImportDraft) -> Option<String> {
    let Some(proposal) = draft.proposal.as_ref().filter(|_| draft.is_current()) else {
        return Some(say::working().to_owned());
    };
    if !proposal.questions.is_empty() {
        let count = i64::try_from(proposal.questions.len()).unwrap_or(i64::MAX);
        return Some(say::still_open(crate::words::count(count, "question", "questions")));
    }
    let unsure = proposal.unsure().count();
    if unsure > 0 {
        let count = i64::try_from(unsure).unwrap_or(i64::MAX);
        return Some(say::still_unsure(crate::words::count(count, say::column(), say::columns())));
    }
    let bad = proposal.counts.bad;
    if bad > proposal.counts.left_out {
        return Some(say::still_bad(rows_of(bad)));
    }
    proposal.edits.is_empty().then(|| say::nothing_to_add().to_owned())
}

fn body(ui: &mut Ui, draft: &mut ImportDraft) {
    for note in &draft.book.notes {
        paragraph(ui, note);
    }
    sheet_row(ui, draft);
    let Some(proposal) = draft.proposal.clone() else {
        paragraph(ui, say::working());
        return;
    };
    if !draft.asked.is_empty() {
        heading(ui, say::part_questions());
        answers::questions(ui, draft);
    }
    if !draft.words.is_empty() {
        heading(ui, say::part_words());
        answers::words(ui, draft);
    }
    heading(ui, say::part_columns());
    columns::columns(ui, draft, &proposal.guess);
    if proposal.counts.bad > 0 {
        heading(ui, say::part_problems());
        problems(ui, draft, &proposal);
    }
    let lines = proposal.counts.lines();
    if !lines.is_empty() {
        heading(ui, say::part_counts());
        for line in lines {
            paragraph(ui, &line);
        }
    }
}

/// Which sheet of a workbook with several.
fn sheet_row(ui: &mut Ui, draft: &mut ImportDraft) {
    let full: Vec<(usize, String)> = draft
        .book
        .sheets
        .iter()
        .enumerate()
        .filter(|(_, sheet)| !sheet.rows.is_empty())
        .map(|(at, sheet)| (at, if sheet.hidden { say::hidden_name(&sheet.name) } else { sheet.name.clone() }))
        .collect();
    if full.len() < 2 {
        return;
    }
    let shown = full.iter().find(|(at, _)| *at == draft.sheet).map(|(_, name)| name.clone()).unwrap_or_default();
    let mut chosen = None;
    labelled(ui, say::sheet(), |ui| {
        let width = ui.available_width().min(320.0);
        kit::dropdown(ui, Id::unique("import sheet"), say::sheet(), None, (&shown, ""), width, |ui| {
            for (at, name) in &full {
                if kit::menu_row(ui, None, name, "", *at == draft.sheet).clicked() {
                    chosen = Some(*at);
                    ui.close();
                }
            }
        });
    });
    if let Some(at) = chosen {
        draft.choose_sheet(at);
    }
}

fn problems(ui: &mut Ui, draft: &mut ImportDraft, proposal: &crate::import::Proposal) {
    let text = say::leave_out_rows(rows_of(proposal.counts.bad));
    let row = ui.allocate_exact_size(vec2(ui.available_width(), theme::HIT), egui::Sense::hover()).0;
    if kit::tick(ui, row, 0.0, Id::unique("import leave out"), &text, draft.skip_bad).clicked() {
        draft.skip_bad = !draft.skip_bad;
        draft.changed();
    }
    for problem in proposal.problems.iter().take(MOST_LISTED) {
        line(ui, &problem.message, Some(Tone::Warning));
    }
    if proposal.problems.len() > MOST_LISTED {
        paragraph(ui, &say::more_problems(proposal.problems.len() - MOST_LISTED));
    }
}

fn heading(ui: &mut Ui, words: &str) {
    ui.add_space(space::L);
    let label = ui.add(Label::new(fonts::UI_B.rich(words).color(theme::of(ui).text)).selectable(false));
    label.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
}

/// A line of text that wraps.
fn line(ui: &mut Ui, text: &str, tone: Option<Tone>) {
    let t = theme::of(ui);
    let color = tone.map_or(t.text_2, |tone| t.tone(tone).text);
    let label = ui.add(Label::new(fonts::BODY.rich(text).color(color)).wrap());
    label.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
}

/// A word, and what belongs to it.
fn labelled(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        ui.add(Label::new(fonts::BODY.rich(name).color(theme::of(ui).text_2)));
        content(ui);
    });
}

/// Beside the buttons: what would be added, or what is missing.
fn status(ui: &mut Ui, text: &str, missing: bool) {
    let t = theme::of(ui);
    let color = if missing { t.tone(Tone::Warning).text } else { t.text_2 };
    ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
        let label = ui.add(Label::new(fonts::BODY.rich(text).color(color)).truncate());
        label.widget_info(|| WidgetInfo::labeled(Role::Status, true, text));
    });
}
