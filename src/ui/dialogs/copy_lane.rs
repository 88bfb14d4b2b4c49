//! For whom a lane is copied: somebody of the plan, or somebody new.

use egui::{Id, Key, Label, Role, ScrollArea, Ui, WidgetInfo};

use crate::model::CreatorId;
use crate::ui::kit::{self, Button, TextField};
use crate::ui::theme::{self, Tone};
use crate::ui::{fonts, icons};
use crate::words::{self, lanes as say, window};

use super::own_template::row;
use super::{Dialog, default_focus, paragraph};

/// Most creators of the menu that are shown at once; more of them scroll.
const MENU_ROWS: f32 = 10.0;

/// What is chosen and written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CopyDraft {
    /// Somebody of the plan; `None` for somebody new.
    pub creator: Option<CreatorId>,
    /// What somebody new is called.
    pub name: String,
    error: bool,
}

/// Whose the copy is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyFor {
    /// A creator of the plan.
    Creator(CreatorId),
    /// Somebody who is not in the plan yet, by name.
    SomebodyNew(String),
}

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyAnswer {
    /// Copy it for them.
    For(CopyFor),
    /// Leave the plan as it is.
    Cancel,
}

/// Asks for whom the lane of `name` with so many moments and notes is copied. Enter in the field copies it, Escape is Cancel.
pub fn copy_lane_ui(
    ui: &mut Ui,
    name: &str,
    (moments, notes): (usize, usize),
    others: &[(CreatorId, &str)],
    draft: &mut CopyDraft,
) -> Option<CopyAnswer> {
    draft.creator = draft.creator.filter(|id| others.iter().any(|(other, _)| other == id));
    let answer = Dialog::filled("copy lane dialog", &say::copy_title(name), 480.0).show(
        ui.ctx(),
        |ui| {
            let enter = whom(ui, others, draft);
            paragraph(
                ui,
                &match moments {
                    0 => say::copy_empty_text().to_owned(),
                    1 => say::copy_one_text(name),
                    count => say::copy_text(words::moments(count), name),
                },
            );
            if notes > 0 {
                paragraph(ui, &words::notes::stay(name));
            }
            enter.then_some(true)
        },
        |ui| {
            let done = Button::primary(say::copy_it()).show(ui).clicked();
            let cancel = Button::secondary(window::cancel()).show(ui).clicked();
            done.then_some(true).or(cancel.then_some(false))
        },
    );
    if !answer?.unwrap_or(false) {
        return Some(CopyAnswer::Cancel);
    }
    match draft.creator {
        Some(id) => Some(CopyAnswer::For(CopyFor::Creator(id))),
        None if draft.name.trim().is_empty() => {
            draft.error = true;
            ui.ctx().request_repaint();
            None
        }
        None => Some(CopyAnswer::For(CopyFor::SomebodyNew(draft.name.clone()))),
    }
}

/// The menu of creators and the field for a new one; whether Enter was pressed in it.
fn whom(ui: &mut Ui, others: &[(CreatorId, &str)], draft: &mut CopyDraft) -> bool {
    if !others.is_empty() {
        row(ui, say::copy_for(), |ui| {
            let chosen = others.iter().find(|(id, _)| Some(*id) == draft.creator);
            let shown = chosen.map_or(say::copy_somebody_new(), |(_, name)| *name);
            let width = ui.available_width();
            kit::dropdown(ui, Id::unique("copy lane for"), say::copy_for(), Some(icons::USER), (shown, ""), width, |ui| {
                if kit::menu_row(ui, Some(icons::PLUS), say::copy_somebody_new(), "", draft.creator.is_none()).clicked() {
                    draft.creator = None;
                    ui.close();
                }
                let height = MENU_ROWS * (theme::HIT + 1.0);
                ScrollArea::vertical().max_height(height).show_rows(ui, theme::HIT, others.len(), |ui, rows| {
                    for (id, name) in others.get(rows).unwrap_or_default() {
                        if kit::menu_row(ui, None, name, "", draft.creator == Some(*id)).clicked() {
                            draft.creator = Some(*id);
                            draft.error = false;
                            ui.close();
                        }
                    }
                });
            });
        });
    }
    if draft.creator.is_some() {
        return false;
    }
    let mut enter = false;
    row(ui, say::copy_name(), |ui| {
        let id = Id::unique("copy lane name");
        let tone = draft.error.then_some(Tone::Error);
        let field = TextField::new(id, say::copy_name_hint()).hint(say::copy_name_hint()).tone(tone);
        let field = field.show_marked(ui, &mut draft.name);
        enter = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        draft.error &= !field.changed();
        default_focus(ui, id);
    });
    if draft.error {
        let color = theme::of(ui).tone(Tone::Error).text;
        let label = ui.add(Label::new(fonts::BODY.rich(say::copy_needs_name()).color(color)).wrap());
        label.widget_info(|| WidgetInfo::labeled(Role::Label, true, say::copy_needs_name()));
    }
    enter
}
