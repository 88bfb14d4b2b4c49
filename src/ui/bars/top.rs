//! The bar at the top: what is open and how it is saved at the left, what the checker says and sharing at the right.

use egui::{Align, Layout, Popup, Sense, Stroke, Ui, UiBuilder, vec2};

use super::document::{document, steps};
use super::menu::menu;
use super::{TOP, command_row, with_keys};
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::kit::{self, Button, marks};
use crate::ui::theme::{self, space};
use crate::ui::view::{Actions, Counts, Cx};
use crate::words::{self, window as say};

/// Draws the top bar in the space that `ui` has.
pub fn top_bar_ui(cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions) {
    let t = cx.tokens;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), TOP), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(theme::EDGE, t.line));
    let inner = rect.shrink2(vec2(8.0, 8.0));
    let narrow = rect.width() < theme::NARROW;

    let layout = Layout::right_to_left(Align::Center);
    let mut right = ui.new_child(UiBuilder::new().id_salt("bar right").max_rect(inner).layout(layout));
    right.spacing_mut().item_spacing.x = space::L;
    share_button(cx, &mut right, narrow, out);
    check_pill(cx, &mut right, out);
    if narrow {
        // Where there is no room the steps stand with what does not move, so that the name has the left to itself.
        steps(cx, &mut right, true, out);
    }

    let end = right.min_rect().left() - space::XL;
    let left = egui::Rect::from_min_max(inner.min, egui::pos2(end.max(inner.left()), inner.bottom()));
    let mut left = ui.new_child(UiBuilder::new().id_salt("bar left").max_rect(left).layout(Layout::left_to_right(Align::Center)));
    left.spacing_mut().item_spacing.x = space::M;
    menu(cx, &mut left, out);
    let (mark, _) = left.allocate_exact_size(vec2(22.0, 22.0), Sense::hover());
    marks::logo(left.painter(), mark, t);
    document(cx, &mut left, narrow, out);
}

fn share_button(cx: &Cx<'_>, ui: &mut Ui, narrow: bool, out: &mut Actions) {
    let mut button = Button::primary(say::share()).icon(icons::SHARE);
    if narrow {
        button = button.without_word();
    }
    let button = button.show(ui);
    Popup::menu(&button).width(250.0).accessible_name(say::share()).show(|ui| {
        command_row(cx, ui, icons::USER, Command::ShareClient, out);
        command_row(cx, ui, icons::BRAND, Command::ShareInternal, out);
    });
}

fn check_pill(cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions) {
    let counts = cx.derived.counts;
    let response = kit::count_pill(ui, &counts.by_tone(), say::clear(), &pill_name(counts));
    // A press on "1 error" leads to it; hiding the list is what the list's own button is for.
    if response.on_hover_text(with_keys(ui, Command::NextFinding)).clicked() {
        out.run(Command::NextFinding);
    }
}

/// What a screen reader says of the pill.
fn pill_name(counts: Counts) -> String {
    let words = words::findings(counts.errors, counts.warnings, counts.hints, counts.accepted);
    match (counts.open(), counts.accepted) {
        (0, 0) => say::findings_clear().to_owned(),
        (0, _) => say::findings_clear_but(words),
        _ => say::findings_pill(words),
    }
}
