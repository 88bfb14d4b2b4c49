//! What a file that has no pages holds: sheets as tables, a calendar as its dates, a text with its headings, lists and tables.

use egui::{
    Align, CornerRadius, EventFilter, Id, Key, Label, Layout, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    Vec2, WidgetInfo, pos2, vec2,
};

use super::ShareDraft;
use super::pages::dim;
use super::preview::Preview;
use crate::share::outline::{Block, Entry, Outline, Part, Table};
use crate::ui::fonts::{self, Face};
use crate::ui::kit::{self, Segment, paint};
use crate::ui::theme::{self, space};
use crate::words::{counts, names, share_dialog as say};

/// Height of a row of a sheet, in points.
const ROW: f32 = 24.0;
/// Least and most width of a column of a sheet, in points.
const COLUMN: std::ops::RangeInclusive<f32> = 56.0..=240.0;
/// Rows by which the width of a column is measured.
const MEASURED: usize = 40;
/// Least width of a column of a table within a text, and the widest that a word makes one, in points.
const NARROWEST: f32 = 40.0;
const WIDEST_WORD: f32 = 110.0;
/// Most lines of a cell of such a table, and of what is said about an entry.
const LINES: usize = 8;
/// Width of the day before an entry, in points.
const DAY: f32 = 84.0;
/// How far an arrow scrolls, in points.
const STEP: f32 = 60.0;

/// Draws what the file holds, with a tab for each of its parts.
pub(super) fn outline_ui(draft: &mut ShareDraft, outline: &Outline, preview: &Preview, ui: &mut Ui) {
    let t = theme::of(ui);
    draft.part = draft.part.min(outline.parts.len().saturating_sub(1));
    if outline.parts.len() > 1 {
        tabs(draft, outline, ui);
        ui.add_space(space::L);
    }
    let Some(part) = outline.parts.get(draft.part) else { return };
    let notes = preview.notes.len() as f32 * theme::HIT;
    let size = vec2(ui.available_width(), (ui.available_height() - space::XL - notes).max(80.0));
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    // The keyboard scrolls while it is here.
    let id = Id::unique("share outline");
    let response = ui.interact(rect, id, Sense::click());
    let name = if part.name.is_empty() { say::holds().to_owned() } else { say::sheet_named(&part.name) };
    response.widget_info(|| WidgetInfo::labeled(Role::Document, true, &name));
    if response.clicked() {
        response.request_focus();
    }
    ui.painter().rect(rect, CornerRadius::same(theme::R2), t.card, Stroke::new(theme::EDGE, t.line), StrokeKind::Inside);
    let scrolled = scrolled(ui, id, response.has_focus(), rect.height());
    let mut child = ui.new_child(UiBuilder::new().id_salt(("share outline", draft.part)).max_rect(rect.shrink(1.0)));
    child.set_clip_rect(rect.shrink(1.0).intersect(ui.clip_rect()));
    if let [Block::Table(table)] = part.blocks.as_slice() {
        sheet(table, draft.part, scrolled, &mut child);
    } else {
        let area = ScrollArea::vertical().id_salt(("share text", draft.choice.format.ending())).auto_shrink(false);
        area.show(&mut child, |ui| {
            if scrolled != Vec2::ZERO {
                ui.scroll_with_delta(-scrolled);
            }
            let inner = egui::Frame::NONE.inner_margin(space::XL);
            inner.show(ui, |ui| text(part, ui));
        });
    }
    dim(ui, preview, rect);
    if response.has_focus() {
        paint::ring(ui.painter(), rect, theme::R2, 1.0, t.accent);
    }
}

/// How far the keyboard scrolls now.
fn scrolled(ui: &Ui, id: Id, has_focus: bool, page: f32) -> Vec2 {
    if !has_focus {
        return Vec2::ZERO;
    }
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let steps = [
        (Key::ArrowDown, vec2(0.0, STEP)),
        (Key::ArrowUp, vec2(0.0, -STEP)),
        (Key::ArrowRight, vec2(STEP, 0.0)),
        (Key::ArrowLeft, vec2(-STEP, 0.0)),
        (Key::PageDown, vec2(0.0, page - STEP)),
        (Key::PageUp, vec2(0.0, STEP - page)),
    ];
    ui.input(|input| {
        steps.into_iter().filter(|(key, _)| input.key_pressed(*key)).map(|(_, by)| by).fold(Vec2::ZERO, |all, by| all + by)
    })
}

/// The names of the parts; as a list where they do not stand beside one another.
fn tabs(draft: &mut ShareDraft, outline: &Outline, ui: &mut Ui) {
    let t = theme::of(ui);
    let names: Vec<Segment<'_>> = outline.parts.iter().map(|part| Segment::Word(&part.name)).collect();
    let width = |part: &Part| paint::line(ui.painter(), fonts::BODY_M, &part.name, t.text).size().x + 24.0;
    let all: f32 = outline.parts.iter().map(width).sum();
    if all + 4.0 <= ui.available_width() {
        if let Some(at) = kit::segmented(ui, say::sheets(), &names, Some(draft.part), None) {
            draft.part = at;
        }
        return;
    }
    let shown = outline.parts.get(draft.part).map_or("", |part| part.name.as_str());
    let width = ui.available_width().min(240.0);
    kit::dropdown(ui, Id::unique("share sheet"), say::sheets(), None, (shown, ""), width, |ui| {
        for (at, part) in outline.parts.iter().enumerate() {
            if kit::menu_row(ui, None, &part.name, "", at == draft.part).clicked() {
                draft.part = at;
                ui.close();
            }
        }
    });
}

/// A sheet: headings that stay, and the rows in sight.
fn sheet(table: &Table, part: usize, scrolled: Vec2, ui: &mut Ui) {
    let t = theme::of(ui);
    let widths = widths(table, ui);
    let lines = table.rows.len() + 1 + usize::from(table.more > 0);
    let size = vec2(widths.iter().sum::<f32>().max(ui.available_width()), lines as f32 * ROW);
    ScrollArea::both().id_salt(("share sheet", part)).auto_shrink(false).show_viewport(ui, |ui, viewport| {
        if scrolled != Vec2::ZERO {
            ui.scroll_with_delta(-scrolled);
        }
        let (all, _) = ui.allocate_exact_size(size, Sense::hover());
        let first = (viewport.min.y / ROW).floor().max(0.0) as usize;
        let count = (viewport.height() / ROW).ceil() as usize + 1;
        let place = |top: f32| Rect::from_min_size(pos2(all.left(), top), vec2(size.x, ROW));
        for (at, row) in table.rows.iter().enumerate().skip(first).take(count) {
            let place = place(all.top() + (at + 1) as f32 * ROW);
            cells(ui, place, &widths, row, fonts::BODY, t.text);
            ui.painter().hline(place.x_range(), place.bottom(), Stroke::new(theme::EDGE, t.line_subtle));
            let said = ui.interact(place, Id::unique(("share row", part, at)), Sense::hover());
            said.widget_info(|| WidgetInfo::labeled(Role::Row, true, row_said(&table.head, row)));
        }
        if table.more > 0 {
            let y = all.top() + (table.rows.len() + 1) as f32 * ROW + ROW / 2.0;
            paint::text_at(ui.painter(), all.left() + space::L, y, fonts::BODY, &more_rows(table.more), t.text_3);
        }
        let head = place(all.top() + viewport.min.y.max(0.0));
        ui.painter().rect_filled(head, 0, t.sunken);
        cells(ui, head, &widths, &table.head, fonts::BODY_B, t.text_2);
        ui.painter().hline(head.x_range(), head.bottom(), Stroke::new(theme::EDGE, t.line));
    });
}

/// A row as a screen reader says it: only what is filled in, with its heading.
fn row_said(head: &[String], row: &[String]) -> String {
    let filled = row.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
    let named = filled.map(|(at, cell)| match head.get(at) {
        Some(head) if !head.is_empty() => say::item(head, cell),
        _ => cell.clone(),
    });
    named.collect::<Vec<_>>().join(", ")
}

fn more_rows(more: usize) -> String {
    say::more(counts::rows(more))
}

/// How wide the columns of a sheet are.
fn widths(table: &Table, ui: &Ui) -> Vec<f32> {
    let wide = |face: Face, text: &str| paint::line(ui.painter(), face, text, egui::Color32::PLACEHOLDER).size().x;
    let columns = table.rows.iter().map(Vec::len).max().unwrap_or(0).max(table.head.len());
    (0..columns)
        .map(|at| {
            let head = table.head.get(at).map_or(0.0, |text| wide(fonts::BODY_B, text));
            let cells = table.rows.iter().take(MEASURED).filter_map(|row| row.get(at));
            let widest = cells.map(|text| wide(fonts::BODY, text)).fold(head, f32::max);
            (widest + 2.0 * space::L).clamp(*COLUMN.start(), *COLUMN.end())
        })
        .collect()
}

fn cells(ui: &Ui, place: Rect, widths: &[f32], cells: &[String], face: Face, color: egui::Color32) {
    let painter = ui.painter();
    let mut x = place.left();
    for (width, cell) in widths.iter().zip(cells) {
        let is_in_sight = x < ui.clip_rect().right() && x + width > ui.clip_rect().left();
        if is_in_sight && !cell.is_empty() {
            let galley = paint::line_within(painter, face, cell, color, width - 2.0 * space::L);
            painter.galley(pos2(x + space::L, place.center().y - galley.size().y / 2.0), galley, color);
        }
        x += width;
    }
}

/// Blocks one below the other.
fn text(part: &Part, ui: &mut Ui) {
    let t = theme::of(ui);
    ui.spacing_mut().item_spacing.y = space::M;
    let mut month = None;
    for block in &part.blocks {
        match block {
            Block::Heading(level, text) => heading(ui, *level, text),
            Block::Text(text) => {
                ui.add(Label::new(fonts::BODY.rich(text).color(t.text_2)).wrap());
            }
            Block::Item(name, text) => item(ui, name, text),
            Block::Picture(words) => {
                ui.add(Label::new(fonts::META.rich(say::picture_named(words)).color(t.text_3)).wrap());
            }
            Block::Table(table) => rows(table, ui),
            Block::Entry(entry) => {
                let date = entry.day.date();
                if month.replace((date.year(), date.month())) != Some((date.year(), date.month())) {
                    heading(ui, 3, &say::month_of(names::month(date.month().unsigned_abs()), date.year()));
                }
                dated(ui, entry);
            }
        }
    }
    if part.more > 0 {
        let more = say::more(counts::entries(part.more));
        ui.add(Label::new(fonts::BODY.rich(more).color(t.text_3)));
    }
}

fn heading(ui: &mut Ui, level: u8, text: &str) {
    let t = theme::of(ui);
    let (face, above) = match level {
        1 => (fonts::DISPLAY, 0.0),
        2 => (fonts::DIALOG, space::XL),
        3 => (fonts::UI_B, space::L),
        _ => (fonts::BODY_B, space::M),
    };
    ui.add_space(above);
    let label = ui.add(Label::new(face.rich(text).color(t.text)).wrap());
    label.widget_info(|| WidgetInfo::labeled(Role::Heading, true, text));
}

fn item(ui: &mut Ui, name: &str, text: &str) {
    let t = theme::of(ui);
    let mut job = egui::text::LayoutJob::default();
    if name.is_empty() {
        job.append(say::dot(), 0.0, fonts::BODY.format(t.text_3));
    } else {
        job.append(name, 0.0, fonts::BODY_M.format(t.text_2));
    }
    job.append(&crate::model::shown::short_lines(text, crate::model::shown::TEXT), space::L, fonts::BODY.format(t.text));
    let said = if name.is_empty() { text.to_owned() } else { say::item(name, text) };
    let label = ui.add(Label::new(job).wrap());
    label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
}

/// A table within a text: as wide as the text, its cells on a few lines.
fn rows(table: &Table, ui: &mut Ui) {
    let t = theme::of(ui);
    let columns = table.rows.iter().map(Vec::len).max().unwrap_or(0).max(table.head.len());
    if columns == 0 {
        return;
    }
    let widths = shared_widths(table, columns, ui);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (at, row) in std::iter::once(&table.head).chain(&table.rows).enumerate() {
            let (face, color) = if at == 0 { (fonts::META_B, t.text_2) } else { (fonts::BODY, t.text) };
            line(ui, &widths, row, face, color, if at == 0 { &[] } else { &table.head });
        }
        if table.more > 0 {
            ui.add(Label::new(fonts::BODY.rich(more_rows(table.more)).color(t.text_3)));
        }
    });
}

/// Columns as wide as their longest word, and what is left shared by how much stands in them.
fn shared_widths(table: &Table, columns: usize, ui: &Ui) -> Vec<f32> {
    let wide = |text: &str| paint::line(ui.painter(), fonts::BODY, text, egui::Color32::PLACEHOLDER).size().x;
    let all = |at: usize| table.rows.iter().take(MEASURED).chain([&table.head]).filter_map(move |row| row.get(at));
    let word = |at: usize| all(at).flat_map(|text| text.split(' ')).max_by_key(|word| word.len()).map_or(0.0, wide);
    let weight = |at: usize| all(at).map(|text| text.chars().count()).max().unwrap_or(0).clamp(6, 60) as f32;
    let least: Vec<f32> = (0..columns).map(|at| (word(at) + space::XL).clamp(NARROWEST, WIDEST_WORD)).collect();
    let weights: Vec<f32> = (0..columns).map(weight).collect();
    let room = ui.available_width();
    let (needed, sum) = (least.iter().sum::<f32>(), weights.iter().sum::<f32>());
    // Where even the words are too wide, all columns give way alike.
    let scale = (room / needed).min(1.0);
    let spare = (room - needed).max(0.0);
    least.iter().zip(&weights).map(|(least, weight)| least * scale + spare * weight / sum).collect()
}

fn line(ui: &mut Ui, widths: &[f32], row: &[String], face: Face, color: egui::Color32, head: &[String]) {
    let t = theme::of(ui);
    let laid = |(cell, width): (&String, &f32)| {
        paint::lines_within(ui.painter(), face, cell, color, (width - space::L).max(20.0), LINES)
    };
    let cells: Vec<_> = row.iter().zip(widths).map(laid).collect();
    let height = cells.iter().map(|cell| cell.size().y).fold(16.0, f32::max) + space::L;
    let width: f32 = widths.iter().sum();
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, row_said(head, row)));
    let mut x = rect.left();
    for (cell, width) in cells.into_iter().zip(widths) {
        ui.painter().galley(pos2(x, rect.top() + space::S), cell, color);
        x += width;
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(theme::EDGE, t.line_subtle));
}

/// An entry of a calendar: its day, its title, and below what is said about it.
fn dated(ui: &mut Ui, entry: &Entry) {
    let t = theme::of(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        ui.allocate_ui_with_layout(vec2(DAY, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(DAY);
            ui.add(Label::new(fonts::BODY_M.rich(entry.day.with_weekday()).color(t.text_2)));
            if let Some(time) = &entry.time {
                ui.add(Label::new(fonts::META.rich(time).color(t.text_3)).wrap());
            }
        });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            ui.add(Label::new(fonts::BODY_B.rich(&entry.title).color(t.text)).wrap());
            if !entry.about.is_empty() {
                let width = ui.available_width();
                let about = paint::lines_within(ui.painter(), fonts::META, &entry.about, t.text_3, width, LINES);
                let (rect, response) = ui.allocate_exact_size(about.size(), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &entry.about));
                ui.painter().galley(rect.min, about, t.text_3);
            }
        });
    });
}
