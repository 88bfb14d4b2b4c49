//! The question when a plan is open in another window already.

use egui::Ui;

use super::question::question;
use crate::ui::kit::Button;
use crate::words::{conflict as say, window};

/// What to do with a plan that another window has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TwiceAnswer {
    /// Look at it, and change nothing.
    LookOnly,
    /// Go on with a copy without a file.
    Copy,
    /// Leave it.
    Cancel,
}

/// Asks how to go on with a file that another window has open `since` then. Escape is Cancel, Enter at first looks only.
pub fn opened_twice_ui(ui: &mut Ui, file: &str, since: &str) -> Option<TwiceAnswer> {
    let answers = [
        (Button::primary(say::look_only()), TwiceAnswer::LookOnly),
        (Button::secondary(say::open_copy()), TwiceAnswer::Copy),
        (Button::quiet(window::cancel()), TwiceAnswer::Cancel),
    ];
    question(ui.ctx(), "opened twice dialog", say::twice_title(), &[&say::twice_text(file, since), say::twice_hint()], answers)
        .map(|answer| answer.unwrap_or(TwiceAnswer::Cancel))
}
