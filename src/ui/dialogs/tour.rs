//! What stands around the tour and the guide: the offers of the plans that they go through, and the page of what the program cannot
//! see.

use egui::{Key, Label, Role, ScrollArea, Ui, WidgetInfo, vec2};

use super::question::pressed;
use super::{Dialog, default_focus, paragraph};
use crate::ui::fonts;
use crate::ui::kit::{self, Button};
use crate::ui::theme::{self, space};
use crate::words::{start, tour as say, window};

/// Offers the demo campaign for the tour: whether it is to be opened, once that was answered.
pub fn tour_offer_ui(ui: &mut Ui) -> Option<bool> {
    let answers = vec![(Button::primary(say::offer_open()), true), (Button::secondary(say::offer_not()), false)];
    let answer = Dialog::read("tour offer", say::offer_title(), 480.0).show(
        ui.ctx(),
        |ui| {
            paragraph(ui, say::offer());
            None
        },
        |ui| pressed(ui, answers),
    );
    answer.map(|answer| answer.unwrap_or(false))
}

/// What was answered to the offer of the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuideAnswer {
    /// An empty plan is begun, with the guide.
    Begin,
    /// It was other help that was looked for.
    Keys,
    /// The plan stays in front.
    Stay,
}

/// Offers the guide, which begins a plan of its own, over a plan that is there already.
#[must_use]
pub fn guide_offer_ui(ui: &Ui) -> Option<GuideAnswer> {
    let answers = vec![
        (Button::primary(start::offer_guide_begin()), GuideAnswer::Begin),
        (Button::secondary(start::offer_guide_keys()), GuideAnswer::Keys),
        (Button::secondary(say::offer_not()), GuideAnswer::Stay),
    ];
    let answer = Dialog::read("guide offer", start::offer_guide_title(), 520.0).show(
        ui.ctx(),
        |ui| {
            paragraph(ui, start::offer_guide());
            None
        },
        |ui| pressed(ui, answers),
    );
    answer.map(|answer| answer.unwrap_or(GuideAnswer::Stay))
}

/// What the program cannot see; true once it was read.
pub fn limits_ui(ui: &mut Ui) -> bool {
    let parts = [
        (say::limits_order(), say::limits_order_text()),
        (say::limits_people(), say::limits_people_text()),
        (say::limits_curve(), say::limits_curve_text()),
        (say::limits_labels(), say::limits_labels_text()),
        (say::limits_fields(), say::limits_fields_text()),
        (say::limits_outside(), say::limits_outside_text()),
    ];
    let room = (ui.ctx().content_rect().height() - 200.0).clamp(120.0, 620.0);
    let answer = Dialog::read("limits dialog", say::limits_command(), 560.0).show(
        ui.ctx(),
        |ui| {
            ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
                // Nothing on the page takes the keyboard, so that the keys that read on are taken here.
                kit::scroll_by_keys(ui);
                for (key, by) in [(Key::ArrowDown, -48.0), (Key::ArrowUp, 48.0)] {
                    if ui.input(|input| input.key_pressed(key)) {
                        ui.scroll_with_delta(vec2(0.0, by));
                    }
                }
                ui.set_max_width(ui.available_width() - space::XL);
                ui.spacing_mut().item_spacing.y = space::S;
                for (title, text) in parts {
                    let label = ui.add(Label::new(fonts::UI_B.rich(title).color(theme::of(ui).text)));
                    label.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
                    paragraph(ui, text);
                    ui.add_space(space::L);
                }
            });
            None
        },
        |ui| {
            let close = Button::primary(window::close()).show(ui);
            default_focus(ui, close.id);
            close.clicked().then_some(())
        },
    );
    answer.is_some()
}
