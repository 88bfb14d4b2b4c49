//! A table before it enters the plan: what its columns are, what has to be answered, which cells cannot be used, and what
//! would be added. Everything is shown before anything is done.

mod answers;
mod cells;
mod columns;
mod draft;
mod preview;

use egui::{Id, Label, Layout, Role, ScrollArea, Ui, WidgetInfo, vec2};

use crate::import::{Encoding, Grid, NO_HEADER, Proposal, Row, moments_sheet, rows_of};
use crate::ui::dialogs::{Closed, Dialog, default_focus, paragraph};
use crate::ui::fonts;
use crate::ui::kit::{self, Button, paint};
use crate::ui::theme::{self, Tone, space};
use crate::words::{counts, import as say, table as says, window};

pub use draft::ImportDraft;

/// Width of the dialog, in points.
const WIDTH: f32 = 1140.0;
/// Width of the side with the questions where what would happen stands beside it, in points.
const LEFT: f32 = 580.0;
/// A dialog that is narrower has everything below each other, in points.
const BOTH: f32 = 960.0;
/// What the title and the buttons take, with the margins around the dialog.
const AROUND: f32 = 200.0;
/// In a narrow dialog the height of what says that a table is being looked at, and the width of its bar, in points.
const BUSY: f32 = 320.0;
const BAR: f32 = 360.0;
/// Rows that can be chosen as the header.
const HEADERS: usize = 15;
/// Cells of such a row that are shown.
const HEADER_CELLS: usize = 5;

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
    let is_missing = why_not.is_some() && !draft.reading && draft.is_current();
    let would = draft.proposal.as_ref().map(|proposal| proposal.counts.would()).unwrap_or_default();
    let is_busy = busy(draft).is_some();
    let mut waits_on = draft.waits_on;
    let answer = Dialog::filled("import dialog", &say::title(&draft.name), WIDTH).show(
        ui.ctx(),
        |ui| {
            content(ui, draft, room);
            None
        },
        |ui| {
            let import = Button::primary(say::do_it()).disabled(why_not.as_deref()).show(ui);
            let cancel = Button::secondary(window::cancel()).show(ui);
            if default_focus(ui, if why_not.is_none() { import.id } else { cancel.id }) {
                waits_on = why_not.is_some().then_some(cancel.id);
            }
            // The keyboard that nobody moved meanwhile goes on to the button that is waited for: Enter is not to throw all
            // answers away.
            if why_not.is_none()
                && let Some(id) = waits_on.take()
                && ui.memory(|memory| memory.has_focus(id))
            {
                import.request_focus();
            }
            // What is under way stands in the middle.
            let line = if is_busy { String::new() } else { why_not.clone().unwrap_or_else(|| would.clone()) };
            status(ui, &line, is_missing);
            if cancel.clicked() { Some(ImportAnswer::Cancel) } else { import.clicked().then_some(ImportAnswer::Import) }
        },
    );
    draft.waits_on = waits_on;
    match answer? {
        Ok(answer) => Some(answer),
        Err(Closed) => Some(ImportAnswer::Cancel),
    }
}

/// Why it cannot be brought in yet.
fn why_not(draft: &ImportDraft) -> Option<String> {
    if draft.reading {
        return Some(says::reading(&draft.name));
    }
    if draft.book.unread {
        return Some(say::choose_encoding().to_owned());
    }
    if draft.sheet.is_none() {
        return Some(say::no_sheet().to_owned());
    }
    let Some(proposal) = draft.proposal.as_ref().filter(|_| draft.is_current()) else {
        return Some(working(draft));
    };
    if let Some(refusal) = proposal.refusal() {
        return Some(refusal);
    }
    // A word that is not known is a question, too, unless its rows are left out.
    let is_bad = proposal.counts.bad > proposal.counts.left_out;
    let (words, bad) = if is_bad { (draft.open_words, draft.bad) } else { (0, 0) };
    let open = proposal.open() + words;
    if open > 0 {
        let questions = counts::questions(open);
        return Some(if bad > 0 { say::still_open_and_bad(questions, rows_of(bad)) } else { say::still_open(questions) });
    }
    if is_bad {
        return Some(say::still_bad(rows_of(proposal.counts.bad)));
    }
    proposal.edits.is_empty().then(|| proposal.nothing())
}

/// That the table is being looked at, and how far that is where it takes long.
fn working(draft: &ImportDraft) -> String {
    match draft.percent() {
        0 => say::working().to_owned(),
        percent => says::working_at(percent),
    }
}

/// What is under way while there is nothing else to be seen yet.
fn busy(draft: &ImportDraft) -> Option<String> {
    let first = || draft.sheet.is_some() && draft.proposal.is_none() && !draft.book.unread;
    if draft.reading { Some(says::reading(&draft.name)) } else { first().then(|| working(draft)) }
}

/// What is under way, in the middle of where it will be shown, and how far it is where that is known.
fn progress(ui: &mut Ui, text: &str, percent: Option<usize>, room: f32) {
    let t = theme::of(ui);
    let width = ui.available_width();
    let height = if width < BOTH { room.min(BUSY) } else { room };
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), egui::Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, text));
    let words = paint::line_within(ui.painter(), fonts::UI, text, t.text_2, rect.width());
    let center = rect.center();
    ui.painter().galley(egui::pos2(center.x - words.size().x / 2.0, center.y - space::L - words.size().y), words, t.text_2);
    if let Some(percent) = percent {
        let track = egui::Rect::from_center_size(center + vec2(0.0, space::L), vec2(BAR.min(rect.width()), 6.0));
        ui.painter().rect_filled(track, theme::R2, t.active);
        let done = track.with_max_x(track.left() + track.width() * percent.min(100) as f32 / 100.0);
        ui.painter().rect_filled(done, theme::R2, t.accent);
    }
}

/// Questions and columns, and beside them or below what would happen.
fn content(ui: &mut Ui, draft: &mut ImportDraft, room: f32) {
    if let Some(text) = busy(draft) {
        let percent = (!draft.reading).then(|| draft.percent());
        return progress(ui, &text, percent, room);
    }
    let width = ui.available_width();
    if width < BOTH {
        scrolled(ui, "import", room, |ui| {
            body(ui, draft);
            if let Some(proposal) = seen(draft) {
                preview::preview(ui, &proposal);
                column_list(ui, draft, &proposal);
                late(ui, draft);
            }
        });
        return;
    }
    let (rect, _) = ui.allocate_exact_size(vec2(width, room), egui::Sense::hover());
    let t = theme::of(ui);
    let middle = rect.left() + LEFT;
    ui.painter().vline(middle, rect.y_range(), egui::Stroke::new(theme::EDGE, t.line));
    let (left, right) = (rect.with_max_x(middle - space::L), rect.with_min_x(middle + space::XL));
    let part = |name: &str, rect| egui::UiBuilder::new().id_salt(name).max_rect(rect).layout(Layout::top_down(egui::Align::Min));
    let mut questions = ui.new_child(part("import questions", left));
    scrolled(&mut questions, "import", room, |ui| {
        body(ui, draft);
        if let Some(proposal) = seen(draft) {
            column_list(ui, draft, &proposal);
            late(ui, draft);
        }
    });
    let mut future = ui.new_child(part("import future", right));
    scrolled(&mut future, "import preview", room, |ui| {
        if let Some(proposal) = seen(draft) {
            preview::preview(ui, &proposal);
        }
    });
}

/// What was worked out, unless it is nothing that could be done.
fn seen(draft: &ImportDraft) -> Option<std::sync::Arc<Proposal>> {
    draft.proposal.clone().filter(|proposal| proposal.refusal().is_none() && !draft.book.unread)
}

fn scrolled(ui: &mut Ui, name: &str, room: f32, content: impl FnOnce(&mut Ui)) {
    let area = ScrollArea::vertical().id_salt(name).max_height(room).min_scrolled_height(room);
    area.auto_shrink([false, true]).show(ui, |ui| {
        kit::scroll_by_keys(ui);
        // The scroll bar has its own room beside the rows.
        ui.set_max_width(ui.available_width() - space::XL);
        ui.spacing_mut().item_spacing = vec2(space::L, space::M);
        content(ui);
    });
}

fn body(ui: &mut Ui, draft: &mut ImportDraft) {
    for note in &draft.book.notes {
        paragraph(ui, note);
    }
    if draft.plan.is_some() {
        paragraph(ui, say::new_plan());
    }
    encoding_row(ui, draft);
    sheet_row(ui, draft);
    // What is asked about letters that are wrong is nothing that anybody can answer.
    if draft.sheet.is_none() || draft.book.unread {
        return;
    }
    let Some(proposal) = draft.proposal.clone() else { return };
    if let Some(refusal) = proposal.refusal() {
        line(ui, &refusal, Some(Tone::Warning));
        let moments = moments_sheet(&draft.book);
        let name = moments.and_then(|at| draft.book.sheets.get(at)).map(|sheet| says::take_moments(&sheet.name));
        if let (Some(at), Some(name)) = (moments, name)
            && Button::secondary(&name).show(ui).clicked()
        {
            draft.choose_sheet(at);
        }
        return;
    }
    header_row(ui, draft, proposal.guess.header, proposal.guess.grid.as_ref());
    if !draft.recalled.is_empty() {
        line(ui, &says::recalled(draft.recalled.join("; ")), None);
        if Button::quiet(says::forget()).show(ui).clicked() {
            draft.forget();
        }
    }
    if draft.first.is_some_and(|first| first > 0) || !draft.unsure.is_empty() {
        heading(ui, say::part_questions());
        answers::questions(ui, draft, false);
        answers::unsure(ui, draft);
    }
    if !draft.words.is_empty() {
        heading(ui, say::part_words());
        answers::words(ui, draft);
    }
    if proposal.counts.bad > 0 {
        cells::problems(ui, draft, &proposal);
    }
    if !draft.cells.is_empty() {
        cells::corrected(ui, draft);
    }
}

/// Questions that came up after others were answered: below everything else, so that nothing moves under the pointer.
fn late(ui: &mut Ui, draft: &mut ImportDraft) {
    if draft.first.is_some_and(|first| draft.asked.len() > first) {
        heading(ui, says::part_late());
        answers::questions(ui, draft, true);
    }
}

fn column_list(ui: &mut Ui, draft: &mut ImportDraft, proposal: &Proposal) {
    heading(ui, say::part_columns());
    columns::columns(ui, draft, &proposal.guess);
}

/// Which row is the header.
fn header_row(ui: &mut Ui, draft: &mut ImportDraft, header: Option<u32>, grid: Option<&Grid>) {
    let is_grid = grid.is_some();
    let Some(sheet) = draft.chosen() else { return };
    let named = |row: &Row| {
        let cells: Vec<String> = row.cells.iter().take(HEADER_CELLS).map(|cell| one_line(&cell.value.shown())).collect();
        says::header_row(row.number, cells.join(" · "))
    };
    let mut rows: Vec<(u32, String)> = sheet.rows.iter().take(HEADERS).map(|row| (row.number, named(row))).collect();
    if let Some(row) = header.and_then(|number| sheet.row(number)).filter(|row| rows.iter().all(|(at, _)| *at != row.number)) {
        rows.push((row.number, named(row)));
    }
    rows.push((NO_HEADER, says::no_header().to_owned()));
    let mut rows: Vec<(Option<u32>, String)> = rows.into_iter().map(|(at, name)| (Some(at), name)).collect();
    // A grid has names at its edges and no header; whoever takes a row for one finds the way back.
    if let Some(grid) = grid {
        let name = match grid {
            Grid::Repeated(row, _) => says::header_of_several(row),
            _ => says::header_of_grid().to_owned(),
        };
        rows.insert(0, (None, name));
    } else if draft.mapping.header.is_some() {
        rows.insert(0, (None, says::header_found().to_owned()));
    }
    let now = if is_grid { None } else { Some(header.unwrap_or(NO_HEADER)) };
    let shown = rows.iter().find(|(at, _)| *at == now).map(|(_, name)| name.clone()).unwrap_or_default();
    let mut chosen = None;
    labelled(ui, says::header(), |ui| {
        let width = ui.available_width().min(430.0);
        kit::dropdown(ui, Id::unique("import header"), says::header(), None, (&shown, ""), width, |ui| {
            let height = 10.0 * (theme::HIT + 1.0);
            ScrollArea::vertical().max_height(height).show(ui, |ui| {
                for (at, name) in &rows {
                    if kit::menu_row(ui, None, name, "", *at == now).clicked() {
                        chosen = Some(*at);
                        ui.close();
                    }
                }
            });
        });
    });
    if let Some(row) = chosen.filter(|row| *row != now) {
        draft.choose_header(row, is_grid);
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How the letters were saved, where the text does not show it by itself.
fn encoding_row(ui: &mut Ui, draft: &mut ImportDraft) {
    let Some(now) = draft.book.encoding.filter(|_| draft.text.is_some()) else { return };
    labelled(ui, say::encoding_label(), |ui| {
        let width = ui.available_width().min(320.0);
        // Nothing is chosen as long as letters cannot be read.
        let shown = if draft.book.unread { "" } else { now.name() };
        kit::dropdown(ui, Id::unique("import encoding"), say::encoding_label(), None, (shown, say::choose()), width, |ui| {
            for encoding in Encoding::ALL {
                if kit::menu_row(ui, None, encoding.name(), "", *encoding == now).clicked() {
                    draft.encoding = Some(*encoding);
                    ui.close();
                }
            }
        });
    });
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
    let shown = full.iter().find(|(at, _)| Some(*at) == draft.sheet).map(|(_, name)| name.clone()).unwrap_or_default();
    let mut chosen = None;
    labelled(ui, say::sheet(), |ui| {
        let width = ui.available_width().min(320.0);
        kit::dropdown(ui, Id::unique("import sheet"), say::sheet(), None, (&shown, say::choose()), width, |ui| {
            for (at, name) in &full {
                if kit::menu_row(ui, None, name, "", Some(*at) == draft.sheet).clicked() {
                    chosen = Some(*at);
                    ui.close();
                }
            }
        });
    });
    if draft.sheet.is_none() {
        line(ui, say::ask_sheet(), Some(Tone::Warning));
    } else if draft.found {
        paragraph(ui, &say::took_sheet(&shown, counts::sheets(full.len())));
    }
    if let Some(at) = chosen {
        draft.choose_sheet(at);
    }
}

fn heading(ui: &mut Ui, words: &str) {
    ui.add_space(space::L);
    kit::heading(ui, words);
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
