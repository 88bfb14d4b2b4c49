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

/// Draws the note, where there is something to note; whether the hidden characters were taken out of `text`.
pub(super) fn hidden_note(ui: &mut Ui, field: Id, name: &str, width: f32, text: &mut String) -> bool {
    let Cow::Owned(without) = visible(text) else { return false };
    let t = theme::of(ui);
    let note: RichText = fonts::META.rich(say::hidden()).color(t.tone(Tone::Warning).text);
    let enabled = ui.is_enabled();
    let mut remove = false;
    ui.push_id((field, "hidden"), |ui| {
        ui.allocate_ui(egui::vec2(width, theme::HIT), |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let label = ui.add(Label::new(note));
                label.widget_info(|| WidgetInfo::labeled(Role::Label, true, say::hidden_in(name)));
                let show = Button::quiet(say::hidden_show()).small().named(&say::hidden_show_in(name)).show(ui);
                look(&show, text);
                if enabled {
                    remove = Button::quiet(say::hidden_remove()).small().named(&say::hidden_remove_in(name)).show(ui).clicked();
                }
            });
        });
    });
    if remove {
        *text = without;
    }
    remove
}

/// The text with its marks, over everything else, as long as nothing else is pressed.
fn look(button: &Response, text: &str) {
    let open = Popup::is_id_open(&button.ctx, Popup::default_response_id(button));
    opens_menu(button);
    Popup::menu(button).width(300.0).accessible_name(say::hidden_show()).show(|ui| {
        let shown = short_lines(text, SHOWN);
        let label = ui.add(Label::new(fonts::BODY.rich(&*shown).color(theme::of(ui).text)).wrap());
        label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &*shown));
    });
    give_back(button, open);
}
