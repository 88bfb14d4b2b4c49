//! How many lanes are hidden, beside a view's own tools, and the way to have them back. It never knows which they are but by name.

use egui::Ui;

use crate::ui::command::Command;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::Button;
use crate::ui::view::{Actions, Cx};
use crate::words::lanes as say;

/// Most lanes that are named.
const MOST: usize = 12;

/// Draws it, as long as a lane is hidden; `bare` leaves its icon alone.
pub fn hidden_lanes_button(cx: &Cx<'_>, ui: &mut Ui, bare: bool, out: &mut Actions) {
    let count = cx.sieve.hidden_lanes();
    if count == 0 {
        return;
    }
    let word = say::hidden_show(say::hidden(count));
    let name = say::hidden_spoken(say::hidden(count));
    let button = Button::quiet(&word).icon(icons::EYE_SLASH);
    let button = if bare { button.without_word() } else { button };
    let response = button.named(&name).show(ui);
    if response.clicked() {
        out.run(Command::ShowHiddenLanes);
    }
    response.on_hover_ui(|ui| hidden_lanes_note(cx, ui));
}

/// Which lanes are hidden, as far as they can be named, and what that means.
pub fn hidden_lanes_note(cx: &Cx<'_>, ui: &mut Ui) {
    ui.label(fonts::BODY_M.rich(say::hidden_spoken(say::hidden(cx.sieve.hidden_lanes()))));
    for lane in cx.campaign.lanes.iter().filter(|lane| cx.sieve.hides(lane.id)).take(MOST) {
        ui.label(fonts::META.rich(cx.campaign.lane_name(lane)).color(cx.tokens.text_2));
    }
    ui.label(fonts::META.rich(say::hidden_note()).color(cx.tokens.text_3));
}
