//! Keys that read on in what scrolls, wherever in its dialog the keyboard is: a page up and down, and to both ends. This never knows
//! what is read.

use egui::{Key, Popup, Ui, vec2};

/// Further than any page is long, in points.
const ALL: f32 = 100_000.0;
/// How much of what is seen a page is: a little stays, so that one knows where one was.
const PAGE: f32 = 0.85;

/// Scrolls what is drawn in `ui` by whole pages. To be called inside of the area that scrolls.
pub fn scroll_by_pages(ui: &Ui) {
    let page = ui.clip_rect().height() * PAGE;
    scroll(ui, [(Key::PageDown, -page), (Key::PageUp, page)]);
}

/// The same, and to both ends of it; within a text these keys belong to that.
pub fn scroll_by_keys(ui: &Ui) {
    scroll_by_pages(ui);
    if !ui.ctx().text_edit_focused() {
        scroll(ui, [(Key::Home, ALL), (Key::End, -ALL)]);
    }
}

fn scroll(ui: &Ui, keys: [(Key, f32); 2]) {
    // What lies over it has the keys to itself: another dialog, or a list that is open.
    if Popup::is_any_open(ui.ctx()) || !ui.memory(|memory| memory.allows_interaction(ui.layer_id())) {
        return;
    }
    for (key, by) in keys {
        if ui.input(|input| input.key_pressed(key)) {
            ui.scroll_with_delta(vec2(0.0, by));
        }
    }
}
