//! The button beside a view's own tools that opens the bar with the search and the filters. It never knows what is looked for: that
//! something is hidden it sees from what is left.

use egui::{Response, Ui};

use crate::ui::bars;
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::kit::Button;
use crate::ui::view::{Actions, Cx};
use crate::words::filter as say;

/// Draws it; `bare` leaves its icon alone where there is no room for more. While something is hidden, it has the edge of what
/// is on.
pub fn filter_button(cx: &Cx<'_>, ui: &mut Ui, bare: bool, out: &mut Actions) -> Response {
    let keys = bars::with_keys(ui, Command::Search);
    let button = if cx.sieve.is_open() { Button::secondary(say::filters()) } else { Button::outlined(say::filters()) };
    let button = button.icon(icons::FILTER);
    let button = if bare { button.without_word() } else { button };
    let response = button.named(Command::Search.name()).tooltip(&keys).show(ui);
    if response.clicked() {
        out.run(Command::Search);
    }
    response
}
