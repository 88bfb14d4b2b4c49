//! All work that no file has: what waits, and what was discarded and can still be put back.

use egui::{CornerRadius, Frame, Label, Margin, Role, ScrollArea, Stroke, Ui, WidgetInfo};

use crate::ui::fonts;
use crate::ui::kit::{self, Button};
use crate::ui::theme::{self, R3, space};
use crate::words::{self, recovery as say};

use super::{Dialog, DraftRow, default_focus, paragraph};

/// Room for the button of a row, in points.
const BUTTON: f32 = 104.0;

/// What the dialog shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnsavedWork {
    /// What waits.
    pub waiting: Vec<DraftRow>,
    /// What lies in the trash, and the day on which it goes.
    pub trash: Vec<(DraftRow, String)>,
    /// Where the trash is.
    pub folder: String,
}

/// What was wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkAnswer {
    /// Looks at one that waits.
    Look(usize),
    /// Takes one out of the trash.
    PutBack(usize),
    /// Leaves everything as it is.
    Close,
}

/// Draws the dialog. Escape closes it, and so does Enter at first.
pub fn unsaved_work_ui(ui: &mut Ui, work: &UnsavedWork) -> Option<WorkAnswer> {
    let height = (ui.ctx().content_rect().height() - 220.0).clamp(160.0, 520.0);
    let answer = Dialog::read("unsaved work dialog", say::work_title(), 560.0).show(
        ui.ctx(),
        |ui| {
            let area = ScrollArea::vertical().id_salt("unsaved work").max_height(height).auto_shrink([false, true]);
            let shown = area.show(ui, |ui| {
                kit::scroll_by_keys(ui);
                body(ui, work)
            });
            shown.inner
        },
        |ui| {
            let close = Button::primary(words::window::close()).show(ui);
            default_focus(ui, close.id);
            close.clicked().then_some(WorkAnswer::Close)
        },
    );
    answer.map(|answer| answer.unwrap_or(WorkAnswer::Close))
}

fn body(ui: &mut Ui, work: &UnsavedWork) -> Option<WorkAnswer> {
    let mut wanted = None;
    paragraph(ui, if work.waiting.is_empty() { say::work_none() } else { say::work_text() });
    for (at, row) in work.waiting.iter().enumerate() {
        if self::row(ui, row, None, say::look(), &say::look_at(row.said())) {
            wanted = Some(WorkAnswer::Look(at));
        }
    }
    let heading = ui.add(Label::new(fonts::UI_B.rich(say::trash_title()).color(theme::of(ui).text)));
    heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, say::trash_title()));
    for (at, (row, day)) in work.trash.iter().enumerate() {
        if self::row(ui, row, Some(&say::trash_until(day)), say::put_back(), &say::put_back_of(row.said())) {
            wanted = Some(WorkAnswer::PutBack(at));
        }
    }
    if work.trash.is_empty() {
        paragraph(ui, say::trash_none());
    }
    let folder = say::trash_text(&work.folder);
    let label = ui.add(Label::new(fonts::META.rich(&folder).color(theme::of(ui).text_3)).wrap().selectable(true));
    label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &folder));
    wanted
}

/// A draft with its button; whether that was pressed.
fn row(ui: &mut Ui, row: &DraftRow, more: Option<&str>, button: &str, named: &str) -> bool {
    let t = theme::of(ui);
    let detail = row.detail();
    let detail = more.map_or_else(|| detail.clone(), |more| say::row_detail(&detail, more));
    let file = row.place.as_deref().unwrap_or(say::no_file());
    let frame = Frame::NONE
        .fill(t.card)
        .stroke(Stroke::new(theme::EDGE, t.line))
        .corner_radius(CornerRadius::same(R3))
        .inner_margin(Margin::symmetric(12, 10));
    frame
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                let width = (ui.available_width() - BUTTON).max(80.0);
                ui.vertical(|ui| {
                    ui.set_width(width);
                    ui.spacing_mut().item_spacing.y = space::XS;
                    for (face, color, line) in [
                        (fonts::UI_M, t.text, row.name.as_str()),
                        (fonts::META, t.text_2, &detail),
                        (fonts::META, t.text_3, file),
                    ] {
                        let label = ui.add(Label::new(face.rich(line).color(color)).truncate());
                        label.widget_info(|| WidgetInfo::labeled(Role::Label, true, line));
                    }
                });
                let layout = egui::Layout::right_to_left(egui::Align::Center);
                ui.with_layout(layout, |ui| Button::secondary(button).named(named).show(ui).clicked()).inner
            })
            .inner
        })
        .inner
}
