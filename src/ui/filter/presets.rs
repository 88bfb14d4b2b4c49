//! Filters that were saved under a name, to be called again: kept for each plan, on this computer.

use egui::{Event, Id, Key, PointerButton, Popup, PopupCloseBehavior, Ui};

use super::menus::note;
use super::{Filter, FilterState};
use crate::ui::icons;
use crate::ui::kit::{self, Button, TextField};
use crate::ui::theme::{self, Tone, space};
use crate::ui::view::Cx;
use crate::words::filter as say;

/// Most presets of a plan.
pub const MOST_PRESETS: usize = 16;
/// Longest name of one, in characters.
const LONGEST: usize = 60;
/// Width of the menu, in points.
const WIDTH: f32 = 264.0;

/// A filter with a name. No two of a plan have the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preset {
    /// The name.
    pub name: String,
    /// The filter as text: what a later version knows of it is kept.
    pub filter: String,
}

/// A name that is being written.
#[derive(Debug)]
pub(super) struct Naming {
    /// The name of the preset that is renamed; `None` for one that is saved.
    of: Option<String>,
    text: String,
    wanted: bool,
}

impl FilterState {
    /// Looks for what was saved under a name.
    pub fn use_preset(&mut self, name: &str) {
        if let Some(preset) = self.presets.iter().find(|preset| preset.name == name) {
            self.filter = Filter::read(&preset.filter);
        }
    }
}

/// The field of the name.
pub(super) fn field() -> Id {
    Id::unique("preset name")
}

/// The button of the presets with its menu.
pub(super) fn menu(cx: &Cx<'_>, state: &mut FilterState, ui: &mut Ui, narrow: bool) {
    let mut button = Button::quiet(say::presets()).icon(icons::PRESET);
    if narrow {
        button = button.without_word();
    }
    let button = button.show(ui);
    let open = Popup::is_id_open(&button.ctx, Popup::default_response_id(&button));
    kit::opens_menu(&button);
    if button.clicked() {
        state.naming = None;
    }
    let menu = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(WIDTH);
    menu.accessible_name(say::presets_menu()).show(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.set_width(WIDTH);
        if state.presets.is_empty() && state.naming.is_none() {
            note(ui, say::no_presets(), cx.tokens.text_3);
            ui.add_space(space::S);
        }
        for at in 0..state.presets.len() {
            row(state, ui, at);
        }
        if !state.presets.is_empty() {
            ui.separator();
        }
        save(state, ui);
    });
    // A row that is pressed with a key closes its menu, but here a name is to be written in it.
    if state.naming.as_ref().is_some_and(|naming| naming.wanted) {
        Popup::open_id(&button.ctx, Popup::default_response_id(&button));
        button.ctx.request_repaint();
    }
    kit::give_back(&button, open);
}

/// A preset with what can be done with it.
fn row(state: &mut FilterState, ui: &mut Ui, at: usize) {
    let Some(preset) = state.presets.get(at).cloned() else { return };
    if state.naming.as_ref().is_some_and(|naming| naming.of.as_ref() == Some(&preset.name)) {
        return name_field(state, ui);
    }
    let is_on = Filter::read(&preset.filter) == state.filter;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let room = (ui.available_width() - 2.0 * theme::HIT).max(60.0);
        let chosen = ui.allocate_ui(egui::vec2(room, theme::HIT), |ui| {
            ui.set_width(room);
            kit::menu_row(ui, Some(icons::PRESET), &preset.name, "", is_on)
        });
        if state.named.take_if(|named| *named == preset.name).is_some() {
            chosen.inner.request_focus();
        }
        if chosen.inner.clicked() {
            state.use_preset(&preset.name);
            ui.close();
        }
        if kit::icon_button(ui, icons::EDIT, &say::preset_rename(&preset.name), false, None).clicked() {
            begin(state, ui, Naming { of: Some(preset.name.clone()), text: preset.name.clone(), wanted: true });
        }
        if kit::icon_button(ui, icons::DELETE, &say::preset_remove(&preset.name), false, None).clicked() {
            state.presets.remove(at);
        }
    });
}

/// The way to save what is looked for now.
fn save(state: &mut FilterState, ui: &mut Ui) {
    if state.naming.as_ref().is_some_and(|naming| naming.of.is_none()) {
        return name_field(state, ui);
    }
    let too_many = say::too_many_presets(MOST_PRESETS);
    let why_not = if state.filter.is_empty() {
        Some(say::nothing_to_save())
    } else {
        (state.presets.len() >= MOST_PRESETS).then_some(too_many.as_str())
    };
    let row = |ui: &mut Ui| kit::menu_row(ui, Some(icons::PLUS), say::save_preset(), "", false);
    let response = ui.add_enabled_ui(why_not.is_none(), row).inner;
    if response.clicked() {
        begin(state, ui, Naming { of: None, text: String::new(), wanted: true });
    }
    if let Some(why_not) = why_not {
        kit::say_why(&response, why_not);
        response.on_disabled_hover_text(why_not);
    }
}

/// Begins to write a name. What was typed after the press that does so is for the field, which comes with the next frame.
fn begin(state: &mut FilterState, ui: &Ui, naming: Naming) {
    let is_press = |event: &Event| match event {
        Event::Key { key, pressed, .. } => *pressed && matches!(key, Key::Enter | Key::Space),
        Event::PointerButton { pressed, .. } => !*pressed,
        _ => false,
    };
    if let Some(at) = ui.input(|input| input.events.iter().position(is_press)) {
        state.late.hold_from(ui, at + 1);
    }
    state.naming = Some(naming);
}

/// The field in which a name is written, with the button that takes it.
fn name_field(state: &mut FilterState, ui: &mut Ui) {
    let FilterState { naming, presets, late, .. } = state;
    let Some(naming) = naming else { return };
    // What was typed before the field has the keyboard waits for it.
    if naming.wanted {
        late.hold_from(ui, 0);
    } else if ui.memory(|memory| memory.has_focus(field())) {
        late.bring(ui);
    }
    let of = naming.of.clone();
    let is_taken = |name: &str| presets.iter().any(|preset| preset.name == name && of.as_ref() != Some(&preset.name));
    let mut name = String::new();
    let mut done = false;
    let (mut left, mut by_key) = (false, false);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        let width = ui.available_width() - 84.0;
        let edge = (of.is_some() && is_taken(naming.text.trim())).then_some(Tone::Warning);
        let written = TextField::new(field(), say::preset_name()).hint(say::preset_name()).width(width).tone(edge);
        let response = written.show(ui, &mut naming.text);
        if naming.text.chars().count() > LONGEST {
            naming.text = naming.text.chars().take(LONGEST).collect();
        }
        if std::mem::take(&mut naming.wanted) {
            response.request_focus();
            kit::select_all(ui.ctx(), field(), &naming.text);
        }
        // Read once the field has taken in what was typed: its last letter may come in the same frame as Enter.
        naming.text.trim().clone_into(&mut name);
        let taken = is_taken(&name);
        // Another filter under the same name takes the place of the old one; a new name for an old filter does not.
        let cannot = name.is_empty() || (taken && of.is_some());
        let word = if taken && of.is_none() { say::preset_replace() } else { say::preset_save() };
        let enter = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        left = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
        let why_not = cannot.then_some(if name.is_empty() { say::preset_name() } else { say::preset_taken() });
        let button = if cannot { Button::secondary(word).disabled(why_not) } else { Button::primary(word) };
        let button = button.show(ui);
        done = (button.clicked() || enter) && !cannot;
        by_key = done && !button.clicked_by(PointerButton::Primary);
    });
    if left {
        state.naming = None;
    }
    let Some(naming) = state.naming.take_if(|_| done) else { return };
    state.named = by_key.then(|| name.clone());
    ui.ctx().request_repaint();
    let known = state.presets.iter().position(|preset| Some(&preset.name) == naming.of.as_ref().or(Some(&name)));
    let filter = state.filter.write();
    match (known.and_then(|at| state.presets.get_mut(at)), naming.of) {
        (Some(preset), Some(_)) => preset.name = name,
        (Some(preset), None) => preset.filter = filter,
        (None, _) => state.presets.push(Preset { name, filter }),
    }
}
