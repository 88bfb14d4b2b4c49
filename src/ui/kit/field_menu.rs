//! The menu of a text field: cut, copy, paste, select all. It comes with the other button of the mouse, the menu key, or Shift and
//! F10. Never changes a text itself: it hands the field the same events as the keys do, so that undo and limits stay the field's.
//!
//! The keyboard stays in the field while the menu is there, because whoever drops what is written once a field is left would drop
//! it then. So the menu has no focus of its own: its keys are taken out of the input before anybody sees them.

use egui::SurrenderFocusOn;
use egui::text::CCursorRange;
use egui::{
    Color32, Context, Event, EventFilter, Id, Key, KeyboardShortcut, LayerId, Modifiers, PointerButton, Popup,
    PopupCloseBehavior, PopupKind, Pos2, Response, Role, Sense, TextEdit, Ui, UiKind, ViewportCommand, WidgetInfo, pos2, vec2,
};

use crate::ui::fonts;
use crate::ui::icons::{self, Icon};
use crate::ui::theme::{self, HIT};
use crate::words::window as say;

use super::other_button::is_menu_key;
use super::paint;

/// Width of the menu, in points.
const WIDTH: f32 = 190.0;

/// What can be done with the text of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Cut,
    Copy,
    Paste,
    SelectAll,
}

impl Deed {
    const ALL: [Self; 4] = [Self::Cut, Self::Copy, Self::Paste, Self::SelectAll];

    fn name(self) -> &'static str {
        match self {
            Self::Cut => say::text_cut(),
            Self::Copy => say::text_copy(),
            Self::Paste => say::text_paste(),
            Self::SelectAll => say::text_select_all(),
        }
    }

    fn icon(self) -> Icon {
        match self {
            Self::Cut => icons::CUT,
            Self::Copy => icons::DUPLICATE,
            Self::Paste => icons::PASTE,
            Self::SelectAll => icons::CHECK,
        }
    }

    fn keys(self) -> KeyboardShortcut {
        let key = match self {
            Self::Cut => Key::X,
            Self::Copy => Key::C,
            Self::Paste => Key::V,
            Self::SelectAll => Key::A,
        };
        KeyboardShortcut::new(Modifiers::COMMAND, key)
    }
}

/// The one menu that is open, or was used just now.
#[derive(Clone, Copy, Debug)]
struct Open {
    field: Id,
    /// Where the mouse was; `None` where keys opened it.
    at: Option<Pos2>,
    /// The row that Enter is about.
    row: usize,
    /// What was chosen: the field does it when it is drawn next, and the menu is gone.
    chosen: Option<Deed>,
}

fn key() -> Id {
    Id::unique("text field menu")
}

fn load(ctx: &Context) -> Option<Open> {
    ctx.data(|data| data.get_temp(key()))
}

fn keep(ctx: &Context, open: Option<Open>) {
    ctx.data_mut(|data| match open {
        Some(open) => {
            data.insert_temp(key(), open);
        }
        None => data.remove::<Open>(key()),
    });
}

fn popup_id(field: Id) -> Id {
    field.with("text menu")
}

/// Takes the keys of the menu out of the input, and those that open it over the field that has the keyboard. To be called before
/// anybody else looks at keys.
pub fn take_keys(ctx: &Context) {
    let open = load(ctx).filter(|open| open.chosen.is_none());
    let Some(mut open) = open else {
        if ctx.input(|input| input.events.iter().any(is_menu_key))
            && ctx.text_edit_focused()
            && let Some(field) = ctx.memory(egui::Memory::focused)
        {
            ctx.input_mut(|input| input.events.retain(|event| !is_menu_key(event)));
            keep(ctx, Some(Open { field, at: None, row: 0, chosen: None }));
        }
        return;
    };
    let rows = Deed::ALL.len();
    let mut gone = false;
    let before = ctx.input(|input| input.events.len());
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, pressed: true, .. } = event else { return !matches!(event, Event::Text(_)) };
            match key {
                Key::ArrowDown => open.row = (open.row + 1) % rows,
                Key::ArrowUp => open.row = (open.row + rows - 1) % rows,
                Key::Home => open.row = 0,
                Key::End => open.row = rows - 1,
                Key::Enter | Key::Space => open.chosen = Deed::ALL.get(open.row).copied(),
                _ => gone = true,
            }
            false
        });
    });
    keep(ctx, Some(open).filter(|_| !gone));
    if ctx.input(|input| input.events.len()) != before {
        ctx.request_repaint();
    }
}

/// What a field notes before it is drawn.
pub struct Before {
    surrender: SurrenderFocusOn,
    /// What was selected when the other button went down, as long as it is.
    selected: Option<CCursorRange>,
}

/// To be called before a field is drawn: does what was chosen, and keeps the keyboard in the field while the mouse is on its menu.
#[must_use]
pub fn before(ui: &Ui, field: Id) -> Before {
    let ctx = ui.ctx();
    let surrender = ctx.options(|options| options.input_options.surrender_focus_on);
    let (pressed, held) = ui.input(|input| {
        let button = PointerButton::Secondary;
        (input.pointer.button_pressed(button), input.pointer.button_down(button) || input.pointer.button_released(button))
    });
    let kept = field.with("selected");
    if pressed {
        let range = TextEdit::load_state(ctx, field).and_then(|state| state.cursor.char_range());
        ctx.data_mut(|data| data.insert_temp(kept, range.filter(|range| !range.is_empty())));
    }
    let selected = if pressed || held { ctx.data(|data| data.get_temp::<Option<CCursorRange>>(kept)).flatten() } else { None };
    if let Some(open) = load(ctx).filter(|open| open.field == field) {
        if let Some(deed) = open.chosen {
            keep(ctx, None);
            obey(ui, deed);
        }
        let layer = LayerId::new(PopupKind::Popup.order(), popup_id(field));
        if ctx.pointer_interact_pos().and_then(|at| ctx.layer_id_at(at)) == Some(layer) {
            ctx.options_mut(|options| options.input_options.surrender_focus_on = SurrenderFocusOn::Never);
        }
    }
    Before { surrender, selected }
}

/// Hands the field that is drawn next what its keys would.
fn obey(ui: &Ui, deed: Deed) {
    let event = match deed {
        Deed::Cut => Event::Cut,
        Deed::Copy => Event::Copy,
        Deed::SelectAll => {
            let (modifiers, key) = (Modifiers::COMMAND, Key::A);
            Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
        }
        Deed::Paste => {
            // It comes as an event of the next frame.
            ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
            return;
        }
    };
    ui.input_mut(|input| input.events.push(event));
}

/// The keys that a field keeps for itself: while its menu is open those too that would take the keyboard away.
#[must_use]
pub fn filter(ctx: &Context, field: Id, usual: EventFilter) -> EventFilter {
    let open = load(ctx).is_some_and(|open| open.field == field);
    EventFilter { tab: usual.tab || open, escape: usual.escape || open, ..usual }
}

/// To be called once a field was drawn: opens its menu, and draws it.
pub fn after(ui: &Ui, before: &Before, response: &Response, fixed: bool) {
    let ctx = ui.ctx();
    ctx.options_mut(|options| options.input_options.surrender_focus_on = before.surrender);
    // A menu over a menu would close that one.
    if ui.stack().iter().any(|of| of.contained_in(UiKind::Popup) || of.contained_in(UiKind::Menu)) {
        return;
    }
    let field = response.id;
    if let Some(selected) = before.selected.filter(|_| response.hovered()) {
        // The other button leaves what is selected as it is: that is what the menu is about.
        let mut state = TextEdit::load_state(ctx, field).unwrap_or_default();
        state.cursor.set_char_range(Some(selected));
        state.store(ctx, field);
    }
    if response.secondary_clicked() {
        response.request_focus();
        let at = ui.input(|input| input.pointer.interact_pos());
        keep(ctx, Some(Open { field, at, row: 0, chosen: None }));
        ctx.request_repaint();
        return;
    }
    let Some(mut open) = load(ctx).filter(|open| open.field == field && open.chosen.is_none()) else { return };
    super::button::lies_over_dialog(ctx, LayerId::new(PopupKind::Popup.order(), popup_id(field)));
    let range = TextEdit::load_state(ctx, field).and_then(|state| state.cursor.char_range());
    let selected = range.is_some_and(|range| !range.is_empty());
    let mut stays = ui.memory(|memory| memory.has_focus(field));
    let at = open.at.unwrap_or_else(|| response.rect.left_bottom());
    let popup = Popup::new(popup_id(field), ctx.clone(), at, ui.layer_id()).kind(PopupKind::Popup).open_bool(&mut stays);
    let popup = popup.close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(WIDTH).accessible_name(say::text_menu());
    popup.show(|ui| {
        // egui takes whatever is no menu of its own for a dialog.
        ui.ctx().accesskit_node_builder(popup_id(field), |node| node.set_role(Role::Menu));
        ui.spacing_mut().item_spacing.y = 1.0;
        for (at, deed) in Deed::ALL.into_iter().enumerate() {
            let can = match deed {
                Deed::Cut => selected && !fixed,
                Deed::Copy => selected,
                Deed::Paste => !fixed,
                Deed::SelectAll => true,
            };
            let row = row(ui, deed, can, (at == open.row).then_some(open.at.is_none()));
            if at == open.row {
                ui.ctx().accesskit_node_builder(field, |node| node.set_active_descendant(row.id.accesskit_id()));
            }
            if row.clicked() && can {
                open.chosen = Some(deed);
            }
        }
    });
    keep(ctx, Some(open).filter(|open| stays || open.chosen.is_some()));
    if open.chosen.is_some() {
        ctx.request_repaint();
    }
}

/// A row; the keyboard never is on it. `active` is the row that Enter is about, with whether keys opened the menu: whoever goes
/// through it with keys sees where they are, and nothing lights up under a pointer that would do nothing.
fn row(ui: &mut Ui, deed: Deed, can: bool, active: Option<bool>) -> Response {
    let t = theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width().max(WIDTH), HIT), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, can, deed.name()));
    let painter = ui.painter();
    let fill = match (can, active) {
        (true, Some(_)) => t.accent_bg,
        (true, None) if response.hovered() => t.accent_bg,
        (false, Some(true)) => t.hover,
        _ => Color32::TRANSPARENT,
    };
    painter.rect_filled(rect, theme::R2, fill);
    let color = if can { t.text } else { t.text_off };
    let middle = rect.center().y;
    deed.icon().paint(painter, pos2(rect.left() + 16.0, middle), 15.0, if can { t.text_2 } else { t.text_off });
    let galley = paint::line(painter, fonts::BODY, deed.name(), color);
    painter.galley(pos2(rect.left() + 30.0, middle - galley.size().y / 2.0), galley, color);
    let keys = paint::line(painter, fonts::META, &ui.ctx().format_shortcut(&deed.keys()), t.text_3);
    painter.galley(pos2(rect.right() - 10.0 - keys.size().x, middle - keys.size().y / 2.0), keys, t.text_3);
    response
}
