//! What a template of the user's own is called and what it keeps; renaming one, and the question before one is removed.

use egui::{Id, Key, Label, Role, ScrollArea, Ui, WidgetInfo};

use crate::ui::kit::{self, Button, Segment, TextField};
use crate::ui::theme::{self, Tone, space};
use crate::ui::{fonts, icons};
use crate::words::{own as say, window};

use super::{Dialog, default_focus, paragraph};

/// Most days of the menu that are shown at once; more of them scroll.
const MENU_ROWS: f32 = 10.0;
/// Width of the names before the fields, in points.
const LABELS: f32 = 96.0;

/// What is being written about a template, and what is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TemplateDraft {
    /// What it is called.
    pub name: String,
    /// A line about it.
    pub line: String,
    /// The days that can be day 0, in words; none where no card has a day.
    pub zeros: Vec<String>,
    /// The one that is day 0.
    pub zero: usize,
    /// Titles are kept.
    pub titles: bool,
    /// Notes are kept.
    pub notes: bool,
    /// First lines are kept.
    pub hooks: bool,
    /// How many moments it has, in words.
    pub moments: String,
    /// Why it cannot be kept as it is.
    pub error: Option<&'static str>,
}

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemplateAnswer {
    /// Do it.
    Do,
    /// Leave everything as it is.
    Cancel,
}

/// Asks for what a template keeps of a lane, or of the plan. Enter in a field saves it, Escape is Cancel.
pub fn own_template_ui(ui: &mut Ui, title: &str, draft: &mut TemplateDraft) -> Option<TemplateAnswer> {
    let height = (ui.ctx().content_rect().height() - 200.0).clamp(120.0, 620.0);
    let answer = Dialog::filled("template dialog", title, 540.0).show(
        ui.ctx(),
        |ui| {
            let mut enter = false;
            ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
                kit::scroll_by_keys(ui);
                ui.spacing_mut().item_spacing.y = space::L;
                enter = name_and_line(ui, draft);
                day_zero(ui, draft);
                row(ui, say::titles(), |ui| {
                    let segments = [Segment::Word(say::keep_titles()), Segment::Word(say::blank_titles())];
                    let chosen = Some(usize::from(!draft.titles));
                    if let Some(at) = kit::segmented(ui, say::titles(), &segments, chosen, None) {
                        draft.titles = at == 0;
                    }
                });
                row(ui, say::also_keep(), |ui| {
                    for (name, on) in [(say::keep_notes(), &mut draft.notes), (say::keep_hooks(), &mut draft.hooks)] {
                        let icon = on.then_some(icons::CHECK);
                        if kit::toggle(ui, icon, name, *on, None).clicked() {
                            *on = !*on;
                        }
                    }
                });
                ui.add_space(space::S);
                paragraph(ui, &say::kept(&draft.moments));
                paragraph(ui, say::left_out());
                if draft.titles || draft.notes || draft.hooks {
                    paragraph(ui, say::left_out_names());
                }
            });
            enter.then_some(TemplateAnswer::Do)
        },
        |ui| buttons(ui, say::save_it()),
    );
    decided(ui, answer, draft)
}

/// Asks for another name of a template, and another line about it.
pub fn rename_template_ui(ui: &mut Ui, draft: &mut TemplateDraft) -> Option<TemplateAnswer> {
    let answer = Dialog::filled("rename template dialog", say::rename_title(), 480.0).show(
        ui.ctx(),
        |ui| name_and_line(ui, draft).then_some(TemplateAnswer::Do),
        |ui| buttons(ui, say::rename_it()),
    );
    decided(ui, answer, draft)
}

/// Asks whether a template is removed. Escape keeps it, and so does Enter at first.
pub fn remove_template_ui(ui: &mut Ui, name: &str) -> Option<TemplateAnswer> {
    let answer = Dialog::filled("remove template dialog", say::remove_title(), 440.0).show(
        ui.ctx(),
        |ui| {
            paragraph(ui, &say::remove_text(name));
            None
        },
        |ui| {
            let keep = Button::primary(say::keep_it()).show(ui);
            default_focus(ui, keep.id);
            let remove = Button::secondary(say::remove_it()).show(ui).clicked();
            remove.then_some(TemplateAnswer::Do).or(keep.clicked().then_some(TemplateAnswer::Cancel))
        },
    );
    answer.map(|answer| answer.unwrap_or(TemplateAnswer::Cancel))
}

/// The answer, unless what it needs is missing: then the dialog stays, and says so.
fn decided(ui: &Ui, answer: Option<Result<TemplateAnswer, super::Closed>>, draft: &mut TemplateDraft) -> Option<TemplateAnswer> {
    let answer = answer?.unwrap_or(TemplateAnswer::Cancel);
    if answer == TemplateAnswer::Do && draft.name.trim().is_empty() {
        draft.error = Some(say::name_missing());
        ui.ctx().request_repaint();
        return None;
    }
    Some(answer)
}

fn buttons(ui: &mut Ui, name: &str) -> Option<TemplateAnswer> {
    let done = Button::primary(name).show(ui).clicked();
    let cancel = Button::secondary(window::cancel()).show(ui).clicked();
    done.then_some(TemplateAnswer::Do).or(cancel.then_some(TemplateAnswer::Cancel))
}

/// The two fields; whether Enter was pressed in one of them.
fn name_and_line(ui: &mut Ui, draft: &mut TemplateDraft) -> bool {
    let id = Id::unique("template name");
    let mut enter = false;
    let tone = draft.error.is_some().then_some(Tone::Error);
    let pressed = |ui: &Ui, field: &egui::Response| field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    row(ui, say::name_short(), |ui| {
        let field = TextField::new(id, say::name()).tone(tone).show_marked(ui, &mut draft.name);
        enter |= pressed(ui, &field);
        if field.changed() {
            draft.error = None;
        }
        if default_focus(ui, id) {
            kit::select_all(ui.ctx(), id, &draft.name);
        }
    });
    if let Some(error) = draft.error {
        let color = theme::of(ui).tone(Tone::Error).text;
        let label = ui.add(Label::new(fonts::BODY.rich(error).color(color)).wrap());
        label.widget_info(|| WidgetInfo::labeled(Role::Label, true, error));
    }
    row(ui, say::line_short(), |ui| {
        let field =
            TextField::new(Id::unique("template line"), say::line()).hint(say::line_hint()).show_marked(ui, &mut draft.line);
        enter |= pressed(ui, &field);
    });
    enter
}

fn day_zero(ui: &mut Ui, draft: &mut TemplateDraft) {
    row(ui, say::day_zero(), |ui| {
        let shown = draft.zeros.get(draft.zero).cloned().unwrap_or_default();
        let id = Id::unique("template day 0");
        let width = ui.available_width();
        if draft.zeros.is_empty() {
            ui.add(Label::new(fonts::BODY.rich(say::no_days()).color(theme::of(ui).text_3)));
            return;
        }
        kit::dropdown(ui, id, say::day_zero(), Some(icons::CALENDAR), (&shown, ""), width, |ui| {
            let height = MENU_ROWS * (theme::HIT + 1.0);
            ScrollArea::vertical().max_height(height).show_rows(ui, theme::HIT, draft.zeros.len(), |ui, rows| {
                for at in rows {
                    let text = draft.zeros.get(at).map_or("", String::as_str);
                    if kit::menu_row(ui, None, text, "", at == draft.zero).clicked() {
                        draft.zero = at;
                        ui.close();
                    }
                }
            });
        });
    });
}

/// A word, and what belongs to it.
pub(super) fn row(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    let t = theme::of(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        let left = ui.cursor().left();
        ui.add(Label::new(fonts::BODY.rich(name).color(t.text_2)));
        ui.add_space((left + LABELS - ui.cursor().left()).max(0.0));
        content(ui);
    });
}
