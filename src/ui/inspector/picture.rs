//! The row of a moment's picture: a small one that opens large, and what can be done with it.

use egui::{Sense, Ui, WidgetInfo, vec2};

use super::form::Form;
use crate::model::Moment;
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::kit::{Button, into_sight, paint};
use crate::ui::picture::{self, Fit};
use crate::ui::theme::{self, R1};
use crate::words::{inspect, moment_picture as say};

/// The small one, in points.
const THUMB: egui::Vec2 = vec2(46.0, 26.0);

impl Form<'_> {
    /// The picture of a moment, which can be looked at, replaced and taken off; without one, the way to add it.
    pub(super) fn picture(&mut self, ui: &mut Ui, m: &Moment) {
        self.open_row(ui, "image", |form, ui, _| {
            let locked = form.cx.locked();
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = theme::space::M;
                let Some(id) = m.image else {
                    let add = Button::secondary(say::add()).icon(icons::PICTURE).disabled(locked).show(ui);
                    form.take_focus(ui, "image", add.id);
                    if add.clicked() {
                        form.out.run(Command::AddPicture);
                    }
                    return;
                };
                let (rect, thumb) = ui.allocate_exact_size(THUMB, Sense::click());
                let told = picture::paint(form.cx, ui.painter(), rect, (id, Fit::Fill, R1), form.out);
                let is_broken = form.cx.pictures.is_broken(id);
                let named = if is_broken { told.clone() } else { say::view_named(picture::title_of(m)) };
                thumb.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &named));
                if thumb.has_focus() {
                    paint::ring(ui.painter(), rect, R1, 1.0, form.cx.tokens.accent);
                }
                into_sight(&thumb);
                let thumb = thumb.on_hover_text(told).on_hover_cursor(egui::CursorIcon::PointingHand);
                if thumb.clicked() {
                    form.out.run(Command::ViewPicture);
                }
                ui.add_space(2.0);
                let replace = Button::secondary(say::replace()).small().named(say::replace_named()).disabled(locked).show(ui);
                form.take_focus(ui, "image", replace.id);
                if replace.clicked() {
                    form.out.run(Command::AddPicture);
                }
                let remove = Button::quiet(inspect::remove()).small().named(inspect::remove_picture()).disabled(locked);
                if remove.tooltip(inspect::remove_picture()).show(ui).clicked() {
                    form.out.run(Command::RemovePicture);
                }
            });
        });
    }
}
