//! What is open: its name with a menu, how it stands against its file, and the steps back and forth.

use egui::{Color32, CornerRadius, Popup, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::notice::is_told_below;
use super::{keys, menu};
use crate::model::shown::shown;
use crate::ui::command::Command;
use crate::ui::fonts;
use crate::ui::icons::{self, Icon};
use crate::ui::kit::{self, Button, paint};
use crate::ui::theme::{self, Tokens, Tone, space};
use crate::ui::view::{About, Action, Actions, Cx, NoticeAnswer, SaveState, Selection};
use crate::words::recovery::called;
use crate::words::{conflict, side, window as say};

/// Room for the caret behind the name, in points.
const CARET: f32 = 20.0;
/// Room for the icon before the state of saving, in points.
const ICON: f32 = 20.0;

/// Name, save state, undo and redo. The name gives way first.
pub(super) fn document(cx: &Cx<'_>, ui: &mut Ui, narrow: bool, out: &mut Actions) {
    let t = cx.tokens;
    let brand = cx.campaign.brands.first().map(|brand| brand.name.as_str()).filter(|name| !name.is_empty() && !narrow);
    let name = called(&cx.campaign.name);
    let name = brand.map_or_else(|| name.to_owned(), |brand| say::document_name(brand, name));
    // Where there is no room for the reason of a failure, it stands below with what can be done about it.
    let below = matches!(cx.file.state, SaveState::Failed(_)) && is_told_below(ui.ctx().content_rect().width());
    let saving = Saving::of(&cx.file.state, below, t);
    let word = paint::line(ui.painter(), fonts::BODY, &saving.text, saving.color);
    let answers = if below { Vec::new() } else { answers(&cx.file.state) };
    let steps_width = if narrow { 0.0 } else { 2.0 * (theme::HIT + space::M) + 20.0 };
    let answers_width: f32 = answers.iter().map(|(word, _)| answer_width(ui, word)).sum();
    let room = ui.available_width() - steps_width - answers_width - CARET - 2.0 * space::L;
    // The state of saving keeps its words as long as a little of the name is left beside it.
    let least = if narrow { 60.0 } else { 120.0 };
    // Its sign stays however little room there is: nobody guesses whether the plan is saved.
    let state_width = (word.size().x + ICON).min((room - least).max(ICON));
    name_button(cx, ui, &name, (room - state_width).max(24.0), out);
    ui.add_space(space::XS);
    save_state(ui, &saving, state_width);
    for (at, (word, action)) in answers.iter().enumerate() {
        let button = if at == 0 { Button::secondary(word) } else { Button::quiet(word) };
        if button.small().show(ui).clicked() {
            out.push(action.clone());
        }
    }
    if !narrow {
        ui.add_space(space::M);
        let (line, _) = ui.allocate_exact_size(vec2(1.0, 18.0), Sense::hover());
        ui.painter().vline(line.center().x, line.y_range(), Stroke::new(theme::EDGE, t.line));
        steps(cx, ui, STEPS, out);
    }
}

/// What can be done about the state of saving, beside it.
fn answers(state: &SaveState) -> Vec<(&'static str, Action)> {
    let elsewhere = (say::save_elsewhere(), Action::Run(Command::SaveAs));
    match state {
        SaveState::Failed(_) => vec![(say::try_again(), Action::TrySaveAgain), elsewhere],
        SaveState::ChangedOnDisk => vec![(conflict::compare(), Action::Notice(NoticeAnswer::Compare))],
        SaveState::NotSavedYet
        | SaveState::Edited
        | SaveState::Saving
        | SaveState::Saved(_)
        | SaveState::Gone
        | SaveState::FolderGone
        | SaveState::ReadOnly => Vec::new(),
    }
}

/// The width of a small button with that word, and of the space after it.
pub(super) fn answer_width(ui: &Ui, word: &str) -> f32 {
    paint::line(ui.painter(), fonts::BODY_M, word, Color32::PLACEHOLDER).size().x + 16.0 + space::M
}

/// The name, which opens what can be done with the plan as a whole.
fn name_button(cx: &Cx<'_>, ui: &mut Ui, name: &str, width: f32, out: &mut Actions) {
    let t = cx.tokens;
    let shown = paint::line_within(ui.painter(), fonts::UI_B, name, t.text, width);
    let elided = shown.elided;
    let (rect, response) = ui.allocate_exact_size(vec2(shown.size().x + CARET, theme::HIT), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response));
    let ground = rect.expand2(vec2(space::S, 0.0));
    if response.is_pointer_button_down_on() || open {
        ui.painter().rect_filled(ground, CornerRadius::same(theme::R2), t.active);
    } else if response.hovered() {
        ui.painter().rect_filled(ground, CornerRadius::same(theme::R2), t.hover);
    }
    ui.painter().galley(pos2(rect.left(), rect.center().y - shown.size().y / 2.0), shown, t.text);
    icons::CARET_DOWN.paint(ui.painter(), pos2(rect.right() - 8.0, rect.center().y), 11.0, t.text_2);
    if response.has_focus() {
        paint::ring(ui.painter(), ground, theme::R2, 0.0, t.accent);
    }
    let file = cx.file.name.as_deref();
    let response = tooltip(response, name, file, elided);
    kit::opens_menu(&response);
    Popup::menu(&response).width(260.0).accessible_name(name).show(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        if kit::menu_row(ui, Some(icons::EDIT), side::rename_plan(), "", false).clicked() {
            out.push(Action::Select(Selection::about(About::Campaign)));
            out.push(Action::FocusField("name"));
            ui.close();
        }
        ui.separator();
        menu::file_rows(cx, ui, out);
    });
}

/// What does not fit, and the file, which stands nowhere else.
fn tooltip(response: Response, name: &str, file: Option<&str>, elided: bool) -> Response {
    match file {
        Some(file) => response.on_hover_text(format!("{}\n{}", shown(name), shown(file))),
        None if elided => response.on_hover_text(shown(name).into_owned()),
        None => response,
    }
}

/// Undo and redo.
pub(super) const STEPS: &[Command] = &[Command::Undo, Command::Redo];

/// A button for each of `steps`, with the step it is about.
pub(super) fn steps(cx: &Cx<'_>, ui: &mut Ui, steps: &[Command], out: &mut Actions) {
    for command in steps.iter().copied() {
        let (icon, step) = match command {
            Command::Redo => (icons::REDO, cx.file.redo.as_deref().map(say::redo_step)),
            _ => (icons::UNDO, cx.file.undo.as_deref().map(say::undo_step)),
        };
        let keys = keys(ui, command);
        let tooltip = step.map_or_else(|| command.name().to_owned(), |step| say::with_keys(step, keys));
        if kit::icon_button(ui, icon, &tooltip, false, command.why_not(cx)).clicked() {
            out.run(command);
        }
    }
}

/// How the state of saving is shown.
struct Saving {
    text: String,
    icon: Icon,
    color: Color32,
}

impl Saving {
    fn of(state: &SaveState, short: bool, t: &Tokens) -> Self {
        let (text, icon, color) = match state {
            SaveState::NotSavedYet => (say::not_saved_yet().to_owned(), icons::CIRCLE_DASHED, t.text_3),
            SaveState::Edited => (say::edited().to_owned(), icons::CIRCLE_DOT, t.text_3),
            SaveState::Saving => (say::saving().to_owned(), icons::SAVE, t.text_3),
            SaveState::Saved(time) => {
                let text = time.as_ref().map_or_else(|| say::saved().to_owned(), say::saved_at);
                (text, icons::CHECK, t.text_3)
            }
            SaveState::ChangedOnDisk => (say::changed_on_disk().to_owned(), icons::WARNING, t.tone(Tone::Warning).text),
            SaveState::Gone => (conflict::gone().to_owned(), icons::WARNING, t.tone(Tone::Warning).text),
            SaveState::FolderGone => (conflict::folder_gone().to_owned(), icons::WARNING, t.tone(Tone::Warning).text),
            SaveState::ReadOnly => (say::read_only().to_owned(), icons::LOCK, t.text_3),
            SaveState::Failed(_) if short => (say::not_saved_short().to_owned(), icons::ERROR, t.tone(Tone::Error).text),
            SaveState::Failed(reason) => (say::not_saved(reason), icons::ERROR, t.tone(Tone::Error).text),
        };
        Self { text, icon, color }
    }
}

fn save_state(ui: &mut Ui, saving: &Saving, width: f32) {
    // Where no word has room, the sign stands for it.
    let room = width - ICON;
    let words = if room < 12.0 { "" } else { &saving.text };
    let shown = paint::line_within(ui.painter(), fonts::BODY, words, saving.color, room.max(0.0));
    let (rect, response) = ui.allocate_exact_size(vec2(ICON + shown.size().x, theme::HIT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &saving.text));
    saving.icon.paint(ui.painter(), pos2(rect.left() + 8.0, rect.center().y), 14.0, saving.color);
    let elided = shown.elided || words.is_empty();
    ui.painter().galley(pos2(rect.left() + ICON, rect.center().y - shown.size().y / 2.0), shown, saving.color);
    if elided {
        response.on_hover_text(&saving.text);
    }
}
