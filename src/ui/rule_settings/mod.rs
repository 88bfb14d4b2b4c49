//! The settings of a plan's rules: limits, weights, which rules run, and whose house rules hold.
//!
//! Nothing of it is in the plan before it is kept: [`RuleDraft`] holds what is changed, [`data`] says what the rows show,
//! and this draws them. Every change says who made it and why.

mod data;
mod draft;
mod limit;
mod rows;

use egui::{Frame, Id, Key, Label, Layout, Modifiers, Popup, Role, ScrollArea, Ui, WidgetInfo};

use crate::check;
use crate::model::Settings;
use crate::ui::dialogs::{Closed, Dialog, default_focus, paragraph};
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::{self, Button, TextField};
use crate::ui::theme::{self, space};
use crate::ui::view::Cx;
use crate::words::{counts, house as say, window};

use data::{HOUSE, PROFILE, VALUES_HINT, matches, name_of};
pub use draft::{HouseFile, RuleDraft};

/// Width of the dialog, in points.
const WIDTH: f32 = 720.0;
/// What the title, the fields that do not scroll and the buttons take, with the margins around the dialog.
const AROUND: f32 = 290.0;

/// What the dialog answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleAnswer {
    /// What is changed goes into the plan.
    Keep,
    /// Nothing changes.
    Cancel,
    /// A file of house rules is to be chosen; the dialog stays.
    PickHouse,
}

/// Shows the settings of the rules. Escape clears the search first, then leaves, and so does the cross; both ask where
/// something is changed. Enter in a field keeps what is changed, once it can be kept.
pub fn rule_settings_ui(cx: &Cx<'_>, draft: &mut RuleDraft, ui: &mut Ui) -> Option<RuleAnswer> {
    let room = (ui.ctx().content_rect().height() - AROUND).clamp(100.0, 620.0);
    let before = draft.changed();
    let (problem, count, file) = (draft.problem(), before.len(), draft.changes_file());
    let leaving = draft.leaving;
    let escaped = escaped(ui, draft);
    let mut enter = false;
    let mut pick = false;
    let mut stay = false;
    let answer = Dialog::filled("rule settings dialog", say::title(), WIDTH).show(
        ui.ctx(),
        |ui| {
            ui.spacing_mut().item_spacing.y = space::L;
            search(ui, draft);
            let list = ScrollArea::vertical().id_salt("rule settings").max_height(room).min_scrolled_height(room);
            list.auto_shrink(false).show(ui, |ui| {
                kit::scroll_by_keys(ui);
                // The scroll bar has its own room beside the rows.
                ui.set_max_width(ui.available_width() - space::XL);
                ui.spacing_mut().item_spacing.y = 0.0;
                pick = parts(cx, ui, draft, &mut enter);
            });
            enter |= by(ui, draft);
            None
        },
        |ui| {
            if leaving {
                let (answer, stays) = ask_to_leave(ui, count, file);
                stay = stays;
                return answer;
            }
            let keep = Button::primary(window::ok()).disabled(problem.as_deref()).show(ui).clicked();
            let cancel = Button::secondary(window::cancel()).show(ui).clicked();
            state(ui, count, file, problem.as_deref());
            if cancel { Some(RuleAnswer::Cancel) } else { keep.then_some(RuleAnswer::Keep) }
        },
    );
    // What was just chosen asks for a reason: that is where one goes on writing. A limit is left alone, it is still being set.
    let asks = |key: &&&str| crate::model::threshold(key).is_none() && !before.contains(*key);
    if let Some(key) = draft.changed().iter().find(asks) {
        ui.memory_mut(|memory| memory.request_focus(rows::why_id(key)));
        ui.ctx().request_repaint();
    }
    let problem_now = draft.problem();
    if problem_now != problem || draft.changed().len() != count || draft.changes_file() != file {
        // What stands beside the buttons was drawn before the change.
        ui.ctx().request_repaint();
    }
    if enter && problem_now.is_none() {
        return Some(RuleAnswer::Keep);
    }
    match answer {
        Some(Ok(RuleAnswer::Keep)) if problem_now.is_some() => None,
        Some(Ok(answer)) => Some(answer),
        _ if stay => {
            draft.leaving = false;
            ui.ctx().request_repaint();
            None
        }
        Some(Err(Closed)) if escaped => None,
        Some(Err(Closed)) if draft.would_lose() => {
            draft.leaving = true;
            // The keyboard goes on with the question, wherever it was.
            ui.memory_mut(|memory| memory.focused().into_iter().for_each(|id| memory.surrender_focus(id)));
            ui.ctx().request_repaint();
            None
        }
        Some(Err(Closed)) => Some(RuleAnswer::Cancel),
        None => pick.then_some(RuleAnswer::PickHouse),
    }
}

/// Escape leaves the question whether to leave, then clears the search; whether it did one of them. A menu that is open has
/// Escape to itself.
fn escaped(ui: &Ui, draft: &mut RuleDraft) -> bool {
    let searches = !draft.search.is_empty();
    let wanted = (draft.leaving || searches) && !Popup::is_any_open(ui.ctx());
    if !wanted || !ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        return false;
    }
    if draft.leaving {
        draft.leaving = false;
    } else {
        draft.search.clear();
    }
    ui.ctx().request_repaint();
    true
}

/// In the place of the buttons: whether what is changed is to be lost; the answer, and whether one stays.
fn ask_to_leave(ui: &mut Ui, count: usize, file: bool) -> (Option<RuleAnswer>, bool) {
    let stay = Button::primary(say::leave_no()).show(ui);
    let leave = Button::secondary(say::leave_yes()).show(ui).clicked();
    let text = match count {
        0 if file => say::leave_file().to_owned(),
        0 => say::leave_number().to_owned(),
        _ => say::leave(counts::changes(count)),
    };
    status(ui, &text, true);
    default_focus(ui, stay.id);
    (leave.then_some(RuleAnswer::Cancel), stay.clicked())
}

/// Whether Enter was pressed in a field, which gives the keyboard up by that.
fn entered(ui: &Ui, field: &egui::Response) -> bool {
    field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

/// The field that narrows the rows down.
fn search(ui: &mut Ui, draft: &mut RuleDraft) {
    let id = Id::unique("rule settings search");
    ui.horizontal(|ui| {
        let clear = !draft.search.is_empty();
        let width = ui.available_width() - if clear { theme::HIT + space::L } else { 0.0 };
        TextField::new(id, say::search()).hint(say::search()).icon(icons::SEARCH).width(width).show(ui, &mut draft.search);
        if clear && kit::icon_button(ui, icons::CLOSE, say::show_all(), false, None).clicked() {
            draft.search.clear();
        }
    });
    if !draft.leaving {
        default_focus(ui, id);
    }
}

/// Everything that scrolls; whether a file of house rules is wanted.
fn parts(cx: &Cx<'_>, ui: &mut Ui, draft: &mut RuleDraft, enter: &mut bool) -> bool {
    let search = draft.search.clone();
    let shown = |key: &str| matches(&search, key, &name_of(key));
    let mut pick = false;
    let mut any = false;
    if search.trim().is_empty() {
        paragraph(ui, say::intro());
    }
    if shown(HOUSE) {
        any = true;
        heading(ui, say::part_house());
        pick = rows::house(cx, ui, draft, enter);
    }
    let limits: Vec<_> = Settings::THRESHOLDS.iter().filter(|threshold| shown(threshold.name)).collect();
    let (profile, hint) = (shown(PROFILE), shown(VALUES_HINT));
    let rules: Vec<_> = check::rules().iter().filter(|rule| shown(rule.code)).collect();
    if profile || hint || !rules.is_empty() {
        heading(ui, say::part_rules());
    }
    if profile {
        rows::profile(cx, ui, draft, enter);
    }
    if hint {
        rows::values_hint(cx, ui, draft, enter);
    }
    for rule in &rules {
        rows::rule(cx, ui, draft, rule, enter);
    }
    if !limits.is_empty() {
        heading(ui, say::part_limits());
    }
    for threshold in &limits {
        limit::row(cx, ui, draft, threshold, enter);
    }
    any |= profile || hint || !rules.is_empty() || !limits.is_empty();
    if !any {
        paragraph(ui, say::nothing_found());
    }
    pick
}

fn heading(ui: &mut Ui, words: &str) {
    ui.add_space(space::XL);
    kit::heading(ui, words);
    ui.add_space(space::S);
}

/// Who changes this; whether Enter was pressed there.
fn by(ui: &mut Ui, draft: &mut RuleDraft) -> bool {
    let t = theme::of(ui);
    ui.horizontal(|ui| {
        ui.add(Label::new(fonts::BODY.rich(say::by()).color(t.text_2)));
        let id = Id::unique("rule settings by");
        let width = ui.available_width().min(240.0);
        let field = TextField::new(id, say::by()).hint(say::by_hint()).width(width).show(ui, &mut draft.author);
        entered(ui, &field)
    })
    .inner
}

/// Beside the buttons: what is missing, or how much would be kept.
fn state(ui: &mut Ui, count: usize, file: bool, problem: Option<&str>) {
    let text = match problem {
        Some(problem) => problem.to_owned(),
        None if count == 0 && file => say::changes_file().to_owned(),
        None if count == 0 => say::no_change().to_owned(),
        None => say::changes(counts::changes(count)),
    };
    status(ui, &text, problem.is_some());
}

/// A line beside the buttons.
fn status(ui: &mut Ui, text: &str, warns: bool) {
    let t = theme::of(ui);
    let color = if warns { t.tone(theme::Tone::Warning).text } else { t.text_3 };
    ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
        Frame::NONE.show(ui, |ui| {
            let label = ui.add(Label::new(fonts::BODY.rich(text).color(color)).truncate());
            label.widget_info(|| WidgetInfo::labeled(Role::Status, true, text));
        });
    });
}
