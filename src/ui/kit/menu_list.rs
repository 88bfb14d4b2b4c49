//! Rows of a menu of which there may be more than a window has room for.

use egui::scroll_area::ScrollBarVisibility;
use egui::{Rect, ScrollArea, Ui};

use crate::ui::theme;

/// Around a menu: its own edges, and the room that it keeps to those of the window, in points.
const AROUND: f32 = 36.0;
/// How much is seen of a bar that nobody touches.
const DORMANT: f32 = 0.5;
/// Fewest rows that are seen, however low the window is.
const LEAST: usize = 4;

/// How many rows of a menu have room: below `around`, what the menu belongs to, or above it where there is more. `after` is the
/// height of what stands in the menu besides them.
#[must_use]
pub fn rows_with_room(ui: &Ui, around: Rect, after: f32) -> usize {
    let window = ui.ctx().content_rect();
    let room = (window.bottom() - around.bottom()).max(around.top() - window.top()) - after - AROUND;
    ((room / step(ui)).floor().max(0.0) as usize).max(LEAST)
}

fn step(ui: &Ui) -> f32 {
    theme::HIT + ui.spacing().item_spacing.y
}

/// Draws `rows` rows with [`menu_row`](super::menu_row), all of them where there is room for so many, else whole rows with a bar
/// beside them that says there are more.
pub fn menu_list<R>(ui: &mut Ui, rows: usize, room: usize, show: impl FnOnce(&mut Ui) -> R) -> R {
    if rows <= room {
        return show(ui);
    }
    let height = room as f32 * step(ui);
    // A bar that comes only under the pointer would let the rows that are seen look like all.
    let bar = &mut ui.spacing_mut().scroll;
    (bar.floating_width, bar.floating_allocated_width) = (bar.bar_width, bar.bar_width + 2.0);
    bar.dormant_handle_opacity = DORMANT;
    let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
    area.scroll_bar_visibility(ScrollBarVisibility::AlwaysVisible).show(ui, show).inner
}
