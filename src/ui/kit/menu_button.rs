//! Buttons that open menus: where the keyboard is while the menu is open, and once it is left.
//!
//! A key that opens a menu leads into it: to the row that is chosen now, else to the first. Left by a key, it gives the keyboard back,
//! and where Tab has gone on from its rows it is closed. This never knows what the rows are.

use egui::accesskit::HasPopup;
use egui::{Context, Id, Key, LayerId, PointerButton, Popup, PopupKind, Response};

use super::button::lies_over_dialog;
use super::field::note_opened;
use super::other_button::first_row_takes_keyboard;

/// A menu from one frame to the next.
#[derive(Clone, Copy, Default)]
struct Followed {
    /// A key opened it.
    by_key: bool,
    /// What in it has the keyboard, and in which frame that was.
    row: Option<Id>,
    frame: u64,
    /// The frame in which Tab was pressed last.
    tab: Option<u64>,
}

/// Under this stands how the menu of a widget is followed.
fn followed(widget: &Response) -> Id {
    widget.id.with("menu that is followed")
}

/// Says of a button that it opens a menu, and whether that is open; and keeps an open one above the dialog that the button is in. Where a
/// key opened it, the keyboard goes into it, and back to the button once a key has closed it.
pub fn opens_menu(button: &Response) {
    let (ctx, at) = (&button.ctx, followed(button));
    let menu = Popup::default_response_id(button);
    let open = Popup::is_id_open(ctx, menu);
    if open {
        closes_behind(button);
        lies_over_dialog(ctx, LayerId::new(PopupKind::Menu.order(), menu));
        let by_key = ctx.data(|data| data.get_temp::<Followed>(at)).is_some_and(|followed| followed.by_key);
        if by_key && ctx.input(|input| input.key_pressed(Key::Escape)) {
            // Unless something in it goes on with it.
            button.request_focus();
        }
    } else if button.clicked() {
        let by_key = !button.clicked_by(PointerButton::Primary);
        ctx.data_mut(|data| data.insert_temp(at, Followed { by_key, ..Followed::default() }));
        if by_key {
            first_row_takes_keyboard(ctx);
            note_opened(ctx);
        }
    } else if let Some(followed) = ctx.data_mut(|data| data.remove_temp::<Followed>(at)) {
        // What was chosen may have taken it somewhere else: into a field, a dialog, or another menu.
        let focused = ctx.memory(egui::Memory::focused);
        let is_free = focused.is_none() || focused == followed.row;
        if followed.by_key
            && is_free
            && !Popup::is_any_open(ctx)
            && ctx.memory(|memory| memory.allows_interaction(button.layer_id))
        {
            button.request_focus();
        }
    }
    ctx.accesskit_node_builder(button.id, |node| {
        node.set_has_popup(HasPopup::Menu);
        node.set_expanded(open);
    });
}

/// Closes the menu of a widget once the keyboard has gone on from its rows to something outside of it: what is open over what has the
/// keyboard would take its keys.
pub(super) fn closes_behind(widget: &Response) {
    let (ctx, at) = (&widget.ctx, followed(widget));
    let before = ctx.data(|data| data.get_temp::<Followed>(at)).unwrap_or_default();
    let focused = ctx.memory(egui::Memory::focused);
    // Menus in a menu have layers of their own.
    let is_below = |layer: LayerId| layer == widget.layer_id || layer.order < PopupKind::Menu.order();
    let is_outside = focused.and_then(|id| layer_of(ctx, id)).is_none_or(is_below);
    let row = if is_outside { None } else { focused };
    let frame = ctx.cumulative_frame_nr();
    let pressed = |key| ctx.input(|input| input.key_pressed(key));
    let tab = if pressed(Key::Tab) { Some(frame) } else { before.tab };
    let was_inside = before.row.is_some() && before.frame + 1 >= frame;
    // Back with Shift it goes a frame later.
    let by_tab = tab.is_some_and(|tab| frame <= tab + 2);
    if was_inside && by_tab && focused.is_some() && is_outside {
        Popup::close_id(ctx, Popup::default_response_id(widget));
        ctx.request_repaint();
    }
    ctx.data_mut(|data| data.insert_temp(at, Followed { row, frame, tab, ..before }));
    if [Key::Escape, Key::Enter, Key::Space, Key::Tab].into_iter().any(pressed) {
        // Where the keyboard is then is known with the next frame.
        ctx.request_repaint();
    }
}

/// On which layer a widget was drawn last.
fn layer_of(ctx: &Context, id: Id) -> Option<LayerId> {
    ctx.viewport(|viewport| viewport.prev_pass.widgets.get(id).map(|widget| widget.layer_id))
}

/// Gives the keyboard back to the button of a menu that was `open` and was closed by a key: otherwise it is nowhere, and the
/// next press of Tab begins at the top of the window.
pub fn give_back(button: &Response, open: bool) {
    let ctx = &button.ctx;
    let closed = open && !Popup::is_id_open(ctx, Popup::default_response_id(button));
    if closed
        && ctx.input(|input| input.key_pressed(Key::Escape) || input.key_pressed(Key::Enter) || input.key_pressed(Key::Space))
    {
        button.request_focus();
        ctx.request_repaint();
    }
}
