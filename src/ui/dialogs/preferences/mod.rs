//! What this user prefers on this computer. Every choice is taken at once and seen in the window behind the dialog; there is
//! nothing to confirm. It never knows the file in which preferences are kept, nor any plan.

mod rows;

use std::path::Path;

use egui::{ScrollArea, Ui};

use crate::ui::kit::{self, Button};
use crate::ui::rule_settings::HouseFile;
use crate::ui::theme::space;
use crate::ui::view::{Action, Actions, Cx, Setup};
use crate::words::{preferences as say, window};

use super::{Dialog, default_focus, paragraph};

/// Width of the dialog, in points.
const WIDTH: f32 = 620.0;

/// The house rules of this computer, as they stand.
#[derive(Clone, Copy, Debug, Default)]
pub struct HouseShown<'a> {
    /// The file that is used.
    pub file: Option<&'a HouseFile>,
    /// The file that was chosen, used or not.
    pub chosen: Option<&'a Path>,
    /// Why it cannot be used, where that is so.
    pub error: Option<&'a str>,
}

/// What is wanted beside a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PreferencesAnswer {
    /// It is as it is to be.
    Close,
    /// A file of house rules is to be chosen; the dialog stays.
    PickHouse,
    /// The folder of that file is to be shown.
    ShowHouse,
    /// The file is not to be used any more.
    ForgetHouse,
}

/// Draws the dialog. Choices go out as the setup that they make.
pub fn preferences_ui(
    cx: &Cx<'_>,
    usual_week: u8,
    house: HouseShown<'_>,
    ui: &mut Ui,
    out: &mut Actions,
) -> Option<PreferencesAnswer> {
    let room = (ui.ctx().content_rect().height() - 190.0).clamp(120.0, 620.0);
    let mut setup = cx.setup.clone();
    let mut answer = None;
    let mut back = false;
    let closed = Dialog::read("preferences dialog", say::title(), WIDTH).show(
        ui.ctx(),
        |ui| {
            ScrollArea::vertical().max_height(room).min_scrolled_height(room).auto_shrink([false, true]).show(ui, |ui| {
                kit::scroll_by_keys(ui);
                // The scroll bar has its own room beside the rows.
                ui.set_max_width(ui.available_width() - space::XL);
                ui.spacing_mut().item_spacing.y = space::M;
                paragraph(ui, say::intro());
                heading(ui, say::part_look());
                rows::look(ui, &mut setup);
                heading(ui, say::part_written());
                rows::written(ui, &mut setup, usual_week, cx.today);
                heading(ui, say::part_new());
                rows::new_plans(ui, &mut setup);
                heading(ui, say::part_saving());
                rows::saving(ui, &mut setup);
                heading(ui, say::part_house());
                answer = rows::house(ui, house);
            });
            None
        },
        |ui| {
            let close = Button::primary(window::close()).show(ui);
            default_focus(ui, close.id);
            back = Button::quiet(say::back()).tooltip(say::back_tip()).show(ui).clicked();
            close.clicked().then_some(())
        },
    );
    if back {
        setup = Setup { hide_curve: cx.setup.hide_curve, ..Setup::default() };
    }
    if setup != *cx.setup {
        out.push(Action::SetUp(setup));
        // The dialog itself is drawn in the new way at once.
        ui.ctx().request_repaint();
    }
    if closed.is_some() { Some(PreferencesAnswer::Close) } else { answer }
}

fn heading(ui: &mut Ui, words: &str) {
    ui.add_space(space::L);
    kit::heading(ui, words);
}
