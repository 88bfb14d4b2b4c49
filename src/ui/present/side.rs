//! What is said of a moment, beside its picture: kind, title, first line, what people get, and when, where and what it asks. A long
//! title is set smaller, and what is longer than the page scrolls.

use std::sync::Arc;

use egui::{Color32, Frame, Galley, Rect, Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::Page;
use super::facts::{Fact, facts};
use super::head::pill;
use crate::ui::board::title_shown;
use crate::ui::fonts::{self, Face};
use crate::ui::icons;
use crate::ui::kit::{marks, paint};
use crate::words::{names, present as say};

/// Most lines that a text may take: what is longer was not written to be read from afar.
const MOST: usize = 80;
/// Most lines that a title may have in a size before a smaller one is taken.
const TITLE_LINES: usize = 3;
/// Width of the labels of the rows, with the room behind them.
const LABELS: f32 = 96.0;
/// Least height of a row.
const ROW: f32 = 28.0;

/// Draws it.
pub(super) fn draw(page: &Page<'_>, mut ui: Ui, is_large: bool) {
    let t = page.cx.tokens;
    ui.set_opacity(page.come);
    ui.spacing_mut().item_spacing = Vec2::ZERO;
    let room = ui.available_height();
    let id = ui.scope_id().with(page.moment.id);
    // What goes on below fades into the ground.
    let ground = Frame::NONE.fill(t.canvas);
    let area = ScrollArea::vertical().id_salt(id).auto_shrink(false);
    ground.show(&mut ui, |ui| {
        area.show(ui, |ui| {
            // The scroll bar of a long text lies beside it, not over it.
            let width = (ui.available_width() - 10.0).max(40.0);
            let top = ui.cursor().top();
            kind(page, ui, width);
            ui.add_space(if is_large { 16.0 } else { 8.0 });
            let heading = title(ui, &title_shown(page.moment), width, is_large, t.text);
            text(ui, heading, t.text, Role::Heading);
            if let Some(hook) = page.moment.hook.as_deref().map(str::trim).filter(|hook| !hook.is_empty()) {
                ui.add_space(if is_large { 16.0 } else { 8.0 });
                let face = if is_large { fonts::PRESENT_QUOTE } else { fonts::TYPED };
                let hook = paint::lines_within(ui.painter(), face, &quoted(hook), t.text_2, width, MOST);
                text(ui, hook, t.text_2, Role::Label);
            }
            if !page.moment.audience_value.is_empty() {
                ui.add_space(if is_large { 20.0 } else { 10.0 });
                chips(page, ui, width);
            }
            let rows: Vec<(Fact, Arc<Galley>)> = facts(page.cx.campaign, page.lane, page.moment)
                .into_iter()
                .map(|fact| {
                    let indent = if fact.icon.is_some() { 22.0 } else { 0.0 };
                    let galley = paint::lines_within(
                        ui.painter(),
                        fonts::UI,
                        &fact.text,
                        t.text,
                        (width - LABELS - indent).max(40.0),
                        MOST,
                    );
                    (fact, galley)
                })
                .collect();
            let height: f32 = rows.iter().map(|(_, galley)| row_height(galley)).sum();
            // They stand at the foot of the picture where there is room, else below what was said.
            let gone = ui.cursor().top() - top;
            ui.add_space((room - gone - height).max(if is_large { 20.0 } else { 10.0 }));
            for (fact, galley) in rows {
                row(page, ui, width, &fact, galley);
            }
        })
    });
}

/// The first line in quotes, unless whoever wrote it has put it in some.
fn quoted(hook: &str) -> String {
    let has = hook.starts_with(['“', '"', '„', '«', '»', '「']);
    if has { hook.to_owned() } else { say::quoted(hook) }
}

/// The title in the largest size in which it takes few lines.
fn title(ui: &Ui, words: &str, width: f32, is_large: bool, color: Color32) -> Arc<Galley> {
    let faces: &[Face] =
        if is_large { &[fonts::PRESENT, fonts::PRESENT_LESS, fonts::DISPLAY] } else { &[fonts::PRESENT_LESS, fonts::DISPLAY] };
    let set = |face: &Face| paint::lines_within(ui.painter(), *face, words, color, width, MOST);
    let fitting = faces.iter().map(set).find(|galley| galley.rows.len() <= TITLE_LINES);
    fitting.unwrap_or_else(|| set(&fonts::DISPLAY))
}

/// A text where the cursor is.
fn text(ui: &mut Ui, galley: Arc<Galley>, color: Color32, role: Role) {
    let (rect, said) = ui.allocate_exact_size(galley.size(), Sense::hover());
    said.widget_info(|| WidgetInfo::labeled(role, true, galley.text()));
    ui.painter().galley(rect.min, galley, color);
}

fn kind(page: &Page<'_>, ui: &mut Ui, width: f32) {
    let (t, kind) = (page.cx.tokens, page.moment.kind);
    let (rect, said) = ui.allocate_exact_size(vec2(width, 26.0), Sense::hover());
    let name = names::kind(kind.key());
    said.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    marks::kind(ui.painter(), rect.left_center() + vec2(12.0, 0.0), 24.0, kind, t);
    paint::text_at(ui.painter(), rect.left() + 36.0, rect.center().y, fonts::PRESENT_KIND, name, t.kind(kind));
}

/// What people get, as pills on as many lines as they need.
fn chips(page: &Page<'_>, ui: &mut Ui, width: f32) {
    let t = page.cx.tokens;
    let (mut x, mut y) = (0.0, 0.0);
    let mut all = Vec::new();
    for value in &page.moment.audience_value {
        let galley = paint::line(ui.painter(), fonts::UI_M, names::choice(value.key()), t.text_2);
        let size = vec2(galley.size().x + 46.0, 30.0);
        if x > 0.0 && x + size.x > width {
            (x, y) = (0.0, y + 38.0);
        }
        all.push((*value, vec2(x, y), size, galley));
        x += size.x + 8.0;
    }
    let (area, _) = ui.allocate_exact_size(vec2(width, y + 30.0), Sense::hover());
    for (value, offset, size, galley) in all {
        let rect = Rect::from_min_size(area.min + offset, size);
        pill(ui, rect, t.card);
        icons::audience_value(value).paint(ui.painter(), rect.left_center() + vec2(20.0, 0.0), 16.0, t.text_2);
        let said = ui.interact(rect, ui.scope_id().with(("gives", value)), Sense::hover());
        said.widget_info(|| WidgetInfo::labeled(Role::Label, true, galley.text()));
        ui.painter().galley(pos2(rect.left() + 34.0, rect.center().y - galley.size().y / 2.0), galley, t.text_2);
    }
}

fn row_height(galley: &Galley) -> f32 {
    (galley.size().y + 10.0).max(ROW)
}

fn row(page: &Page<'_>, ui: &mut Ui, width: f32, fact: &Fact, galley: Arc<Galley>) {
    let t = page.cx.tokens;
    let (rect, said) = ui.allocate_exact_size(vec2(width, row_height(&galley)), Sense::hover());
    said.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{}: {}", fact.label, fact.text)));
    let top = rect.top() + (ROW - fonts::UI.line) / 2.0;
    let label = paint::line_within(ui.painter(), fonts::UI, fact.label, t.text_2, LABELS - 8.0);
    ui.painter().galley(pos2(rect.left(), top), label, t.text_2);
    let mut left = rect.left() + LABELS;
    if let Some(icon) = fact.icon {
        icon.paint(ui.painter(), pos2(left + 8.0, top + fonts::UI.line / 2.0), 16.0, t.text_2);
        left += 22.0;
    }
    ui.painter().galley(pos2(left, top), galley, t.text);
}
