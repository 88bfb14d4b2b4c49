//! One message when a file is written: where it is, and what is worth knowing about it.

use egui::Ui;

use crate::ui::dialogs::{Dialog, default_focus, paragraph};
use crate::ui::kit::Button;
use crate::words::{share_dialog as say, versions, window};

/// What was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrittenAnswer {
    /// It was read.
    Close,
    /// The folder is to be shown.
    ShowFolder,
    /// The plan as it was shared is to be kept as a version with a name.
    NameVersion,
}

/// Says where the file is; `offers_name`: whether it offers to keep what was shared as a version with a name. Enter and Escape close it.
pub fn written_ui(ui: &mut Ui, path: &str, notices: &[String], offers_name: bool) -> Option<WrittenAnswer> {
    let answer = Dialog::read("written dialog", say::written(), 520.0).show(
        ui.ctx(),
        |ui| {
            paragraph(ui, path);
            for notice in notices {
                paragraph(ui, notice);
            }
            None
        },
        |ui| {
            let close = Button::primary(window::ok()).show(ui);
            default_focus(ui, close.id);
            let show = Button::secondary(say::show_folder()).show(ui).clicked();
            let name = offers_name && Button::secondary(versions::name_shared()).show(ui).clicked();
            let answer = name.then_some(WrittenAnswer::NameVersion);
            answer.or(show.then_some(WrittenAnswer::ShowFolder)).or(close.clicked().then_some(WrittenAnswer::Close))
        },
    );
    answer.map(|answer| answer.unwrap_or(WrittenAnswer::Close))
}
