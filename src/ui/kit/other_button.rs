//! Menus of the other button of the pointer, which the keys of menus open, too: Menu, and Shift with F10, where the keyboard is.
//!
//! Opened by keys, such a menu stands at what has the keyboard, its first row takes that, and once the menu is left it goes back.
//! This never knows what the rows are.

use egui::{Context, Event, Id, Key, KeyboardShortcut, Modifiers, Popup, Pos2, Response, Ui};

use super::menu_button::closes_behind;

/// The keys of menus.
pub const MENU_KEYS: [KeyboardShortcut; 2] =
    [KeyboardShortcut::new(Modifiers::SHIFT, Key::F10), KeyboardShortcut::new(Modifiers::NONE, Key::Menu)];

/// Whether this is a press of keys that open menus. A key of its own does so whatever is held.
#[must_use]
pub fn is_menu_key(event: &Event) -> bool {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return false };
    MENU_KEYS
        .iter()
        .any(|keys| keys.logical_key == *key && (keys.modifiers == Modifiers::NONE || modifiers.matches_exact(keys.modifiers)))
}

/// Under this stands where the menu of a widget was opened by keys.
fn place(response: &Response) -> Id {
    response.id.with("menu by keys")
}

/// Under this stands the frame since which the next row that can be chosen takes the keyboard.
fn wanting() -> Id {
    Id::unique("first row wants the keyboard")
}

/// For so many frames after a menu was opened it is looked who in it takes the keyboard: a menu without any such row leaves nothing to
/// the next one.
pub(super) const STAYS: u64 = 2;

/// Lets the first row that can be chosen in the menu that is being opened take the keyboard.
pub(super) fn first_row_takes_keyboard(ctx: &Context) {
    let frame = ctx.cumulative_frame_nr();
    ctx.data_mut(|data| data.insert_temp(wanting(), frame));
}

/// Takes a press of a key that opens menus out of the input.
fn is_pressed(response: &Response) -> bool {
    response.ctx.input_mut(|input| {
        let before = input.events.len();
        input.events.retain(|event| !is_menu_key(event));
        input.events.len() < before
    })
}

/// Whether a key asks for what the other button of the pointer does here: at the widget that has the keyboard, or at the one that
/// `is_chosen` while nothing has it, nothing lies over it and no menu is open.
#[must_use]
pub fn asked_by_keys(response: &Response, is_chosen: bool) -> bool {
    let ctx = &response.ctx;
    let is_free = || ctx.memory(|memory| memory.focused().is_none() && memory.allows_interaction(response.layer_id));
    let is_meant = response.has_focus() || is_chosen && is_free() && !Popup::is_any_open(ctx);
    is_meant && is_pressed(response)
}

/// Opens the menu of a widget at `at` where a key wants it; whether one does. To be asked before the menu is drawn.
#[must_use]
pub fn opens_by_keys(response: &Response, at: Pos2) -> bool {
    asked_by_keys(response, false) && open(response, at)
}

/// The same at the lower corner of what is seen of a widget, also where it is chosen while nothing has the keyboard.
#[must_use]
pub fn opens_chosen_by_keys(response: &Response, is_chosen: bool) -> bool {
    asked_by_keys(response, is_chosen) && open(response, response.interact_rect.left_bottom())
}

/// Opens the menu of a widget at `at` as a key does: its first row takes the keyboard.
pub fn open_as_by_keys(response: &Response, at: Pos2) {
    open(response, at);
}

/// Opens the menu, whose first row takes the keyboard.
fn open(response: &Response, at: Pos2) -> bool {
    response.ctx.data_mut(|data| data.insert_temp(place(response), at));
    first_row_takes_keyboard(&response.ctx);
    Popup::open_id(&response.ctx, Popup::default_response_id(response));
    response.ctx.request_repaint();
    true
}

/// The menu of a widget: at the pointer where the other button was pressed, else where a key opened it.
pub fn context_menu(response: &Response) -> Popup<'_> {
    let (ctx, id, place) = (&response.ctx, Popup::default_response_id(response), place(response));
    if response.secondary_clicked() {
        ctx.data_mut(|data| data.remove_temp::<Pos2>(place));
    }
    if Popup::is_id_open(ctx, id) {
        closes_behind(response);
    }
    let menu = Popup::context_menu(response);
    match ctx.data(|data| data.get_temp::<Pos2>(place)) {
        Some(at) if Popup::is_id_open(ctx, id) => menu.at_position(at),
        Some(_) => {
            ctx.data_mut(|data| data.remove_temp::<Pos2>(place));
            // What was chosen may have taken it somewhere else: into a field, or into another menu.
            if !ctx.text_edit_focused() && !Popup::is_any_open(ctx) {
                response.request_focus();
            }
            menu
        }
        None => menu,
    }
}

/// Whether this row is the first that can be chosen in a menu that a key opened; it is asked once.
pub(in crate::ui) fn takes_keyboard(ui: &Ui) -> bool {
    let wanted = || ui.ctx().data_mut(|data| data.remove_temp::<u64>(wanting()));
    ui.is_enabled() && wanted().is_some_and(|frame| ui.ctx().cumulative_frame_nr() <= frame + STAYS)
}
