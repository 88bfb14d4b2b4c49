//! Draws a comparison: counts on top, then part by part what differs. The keyboard goes from line to line.

use egui::{EventFilter, Id, Key, Label, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::data::{Comparison, Line, What};
use crate::ui::fonts;
use crate::ui::icons::{self, Icon};
use crate::ui::kit::{self, paint};
use crate::ui::theme::{self, R2, Tokens, space};
use crate::words::compare as say;

/// Most lines that are drawn; a list of a hundred thousand is read by nobody.
const MOST: usize = 400;
/// Room for the mark before a line, in points.
const MARK: f32 = 22.0;
/// Above and below the words of a line, in points.
const PAD: f32 = 5.0;

/// Draws what differs into what is left of `ui`; `names` say what each of both states is, "In the file" and "Recovered".
pub fn compare_ui(ui: &mut Ui, comparison: &Comparison, names: [&str; 2]) {
    let [before, after] = names;
    let t = theme::of(ui);
    ui.spacing_mut().item_spacing.y = 2.0;
    let head = ui.add(Label::new(fonts::UI_B.rich(comparison.summary()).color(t.text)).wrap());
    head.widget_info(|| WidgetInfo::labeled(Role::Label, true, comparison.summary()));
    let mut under = say::from_to(before, after);
    if let Some([old, new]) = comparison.findings {
        let findings = if old == new { say::findings_same(new) } else { say::findings_from_to(old, new) };
        under = crate::words::dotted(&under, &findings);
    }
    let label = ui.add(Label::new(fonts::META.rich(&under).color(t.text_3)).wrap());
    label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &under));
    if comparison.is_empty() {
        return;
    }
    ui.add_space(space::S);
    let list = ScrollArea::vertical().id_salt("compare").auto_shrink([false, true]).show(ui, |ui| {
        let mut lines: Vec<Id> = Vec::new();
        let mut left = MOST;
        for section in &comparison.sections {
            if left == 0 {
                break;
            }
            ui.add_space(space::M);
            kit::section(ui, &section.title, &section.lines.len().to_string(), None);
            for line in section.lines.iter().take(left) {
                lines.push(one(ui, line, lines.len()));
            }
            left = left.saturating_sub(section.lines.len());
        }
        let all: usize = comparison.sections.iter().map(|section| section.lines.len()).sum();
        if all > MOST {
            ui.add(Label::new(fonts::META.rich(say::more_rows(all - MOST)).color(t.text_3)));
        }
        arrows(ui, &lines);
    });
    let name = say::differences(before, after);
    ui.ctx().accesskit_node_builder(list.id, |node| {
        node.set_role(egui::accesskit::Role::List);
        node.set_label(name);
    });
}

/// How a line is marked: never by its colour alone.
fn mark(what: What, t: &Tokens) -> (Icon, egui::Color32) {
    match what {
        What::Added => (icons::PLUS, t.s_ok),
        What::Removed => (icons::MINUS, t.s_err),
        What::Moved => (icons::ARROW_RIGHT, t.accent),
        What::Changed => (icons::EDIT, t.text_2),
    }
}

fn one(ui: &mut Ui, line: &Line, at: usize) -> Id {
    let t = theme::of(ui);
    let width = ui.available_width();
    let room = (width - MARK - space::L).max(40.0);
    let title = say::what_happened(&line.name, line.what.word());
    let mut galleys = vec![paint::lines_within(ui.painter(), fonts::BODY_M, &title, t.text, room, 2)];
    galleys.extend(line.details.iter().map(|text| paint::lines_within(ui.painter(), fonts::BODY, text, t.text_2, room, 3)));
    let height = galleys.iter().map(|galley| galley.size().y).sum::<f32>() + 2.0 * PAD;
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let id = ui.scope_id().with(("difference", at));
    let response = ui.interact(rect, id, Sense::focusable_noninteractive());
    let said = std::iter::once(title.as_str()).chain(line.details.iter().map(String::as_str)).collect::<Vec<_>>().join(". ");
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &said));
    kit::into_sight(&response);
    if ui.is_rect_visible(rect) {
        let (icon, color) = mark(line.what, t);
        let first = galleys.first().map_or(0.0, |galley| galley.size().y);
        icon.paint(ui.painter(), pos2(rect.left() + 10.0, rect.top() + PAD + first.min(16.0) / 2.0), 13.0, color);
        let mut y = rect.top() + PAD;
        for galley in galleys {
            let below = y + galley.size().y;
            ui.painter().galley(pos2(rect.left() + MARK, y), galley, t.text);
            y = below;
        }
        ui.painter().hline(
            Rect::from_min_max(rect.left_bottom() + vec2(MARK, 0.0), rect.right_bottom()).x_range(),
            rect.bottom(),
            egui::Stroke::new(theme::EDGE, t.line_subtle),
        );
        if response.has_focus() {
            paint::ring(ui.painter(), rect.shrink(1.0), R2, 0.0, t.accent);
        }
    }
    id
}

/// Up and down go from line to line, Home and End to the first and the last; out of the list it is Tab that goes.
fn arrows(ui: &Ui, lines: &[Id]) {
    let focused = ui.memory(egui::Memory::focused);
    let Some(at) = lines.iter().position(|id| Some(*id) == focused) else { return };
    kit::scroll_by_pages(ui);
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(lines[at], filter));
    let ways = [
        (Key::ArrowUp, at.saturating_sub(1)),
        (Key::ArrowDown, at + 1),
        (Key::Home, 0),
        (Key::End, lines.len().saturating_sub(1)),
    ];
    let to = ui.input(|input| ways.into_iter().find(|(key, _)| input.key_pressed(*key))).map_or(at, |(_, to)| to);
    if let Some(id) = lines.get(to).filter(|_| to != at) {
        ui.memory_mut(|memory| memory.request_focus(*id));
    }
}
