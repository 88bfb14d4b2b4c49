//! A note below a field whose text holds characters that nobody sees: they can be looked at, and taken out.
//!
//! A mark that turns text around, or that has no width, stands in a field as it is, and the field looks as if it were not there.

use std::borrow::Cow;

use egui::{Id, Label, Popup, Response, RichText, Role, Ui, WidgetInfo};

use crate::model::shown::{short_lines, visible};
use crate::ui::fonts;
use crate::ui::theme::{self, Tone, space};
use crate::words::window as say;

use super::{Button, give_back, opens_menu};

/// Most characters of the text that are shown with their marks.
const SHOWN: usize = 600;

/// What was done with the note.
#[derive(Clone, Copy, Default)]
pub(super) struct Noted {
    /// The hidden characters were taken out of the text.
    pub(super) removed: bool,
    /// It was pressed or released just now, or what it shows is open.
    pub(super) used: bool,
}

/// Draws the note, where there is something to note.
pub(super) fn hidden_note(ui: &mut Ui, field: Id, name: &str, width: f32, text: &mut String) -> Noted {
    let Cow::Owned(without) = visible(text) else { return Noted::default() };
    let t = theme::of(ui);
    let note: RichText = fonts::META.rich(say::hidden()).color(t.tone(Tone::Warning).text);
    let enabled = ui.is_enabled();
    let (mut remove, mut open) = (false, false);
    let shown = ui.push_id((field, "hidden"), |ui| {
        ui.allocate_ui(egui::vec2(width, theme::HIT), |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = egui::vec2(space::S, 0.0);
                let label = ui.add(Label::new(note));
                label.widget_info(|| WidgetInfo::labeled(Role::Label, true, say::hidden_in(name)));
                let show = Button::quiet(say::hidden_show()).small().named(&say::hidden_show_in(name)).show(ui);
                open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&show));
                let button = |ui: &mut Ui| {
                    Button::quiet(say::hidden_remove()).small().named(&say::hidden_remove_in(name)).show(ui).clicked()
                };
                // What is open lies over what is below, so that it has the button in it; there is one at a time.
                remove = look(&show, text, enabled.then_some(&button));
                if enabled && !Popup::is_id_open(ui.ctx(), Popup::default_response_id(&show)) {
                    remove |= button(ui);
                }
            });
        });
    });
    if remove {
        *text = without;
    }
    let pressed = |input: &egui::InputState| {
        let at = input.pointer.interact_pos().filter(|_| input.pointer.any_pressed() || input.pointer.any_released());
        at.is_some_and(|at| shown.response.rect.contains(at))
    };
    Noted { removed: remove, used: open || ui.input(pressed) }
}

/// The text with its marks, over everything else, as long as nothing else is pressed; whether they are to be taken out.
fn look(button: &Response, text: &str, remove: Option<&dyn Fn(&mut Ui) -> bool>) -> bool {
    let open = Popup::is_id_open(&button.ctx, Popup::default_response_id(button));
    opens_menu(button);
    let shown = Popup::menu(button).width(300.0).accessible_name(say::hidden_show()).show(|ui| {
        let shown = short_lines(text, SHOWN);
        let label = ui.add(Label::new(fonts::BODY.rich(&*shown).color(theme::of(ui).text)).wrap());
        label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &*shown));
        let pressed = remove.is_some_and(|remove| remove(ui));
        if pressed {
            ui.close();
        }
        pressed
    });
    give_back(button, open);
    shown.is_some_and(|shown| shown.inner)
}
