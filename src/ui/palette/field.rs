//! The field of the palette, which has the keyboard all the time.

use egui::accesskit::{HasPopup, Role};
use egui::{Align, Align2, Frame, Id, Layout, Rect, Sense, Stroke, TextEdit, Ui, UiBuilder, pos2, vec2};

use super::PaletteState;
use crate::ui::kit;
use crate::ui::theme;
use crate::ui::view::Cx;
use crate::ui::{direction, fonts, icons};
use crate::words::palette as say;

/// Height of its strip, in points.
pub(super) const HEIGHT: f32 = 52.0;
/// Longest text that is looked for, in characters.
const LONGEST: usize = 200;

/// Draws the field; returns its id.
pub(super) fn show(cx: &Cx<'_>, state: &mut PaletteState, ui: &mut Ui) -> Id {
    let t = cx.tokens;
    let id = Id::unique("palette field");
    let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    icons::SEARCH.paint(ui.painter(), pos2(strip.left() + 26.0, strip.center().y), 18.0, t.text_2);
    let inner = Rect::from_min_max(pos2(strip.left() + 46.0, strip.top()), pos2(strip.right() - 18.0, strip.bottom()));
    let mut line =
        ui.new_child(UiBuilder::new().id_salt("palette line").max_rect(inner).layout(Layout::right_to_left(Align::Center)));
    kit::key_cap(&mut line, say::key_escape());
    line.add_space(12.0);
    let field = direction::Field::new(ui, id, &state.text, (fonts::TYPED.id(), t.text), false);
    let mut layouter = field.layouter(ui);
    let menu = kit::field_menu::before(&line, id);
    kit::own_steps::begin(ui.ctx(), id);
    let edit = TextEdit::singleline(&mut state.text)
        .id(id)
        .font(fonts::TYPED.id())
        .text_color(t.text)
        .hint_text(fonts::TYPED.rich(say::field()).color(t.text_3))
        .desired_width(f32::INFINITY)
        .char_limit(LONGEST)
        .layouter(&mut layouter)
        .align(if field.is_from_right() { Align2::RIGHT_CENTER } else { Align2::LEFT_CENTER })
        .frame(Frame::NONE);
    let keys = kit::field_menu::filter(ui.ctx(), id, edit.get_event_filter());
    let output = edit.event_filter(keys).show(&mut line);
    field.drawn(ui, &output);
    kit::field_menu::after(&line, &menu, &output.response.response, false);
    kit::own_steps::follow(&output.response.response, &state.text);
    ui.painter().hline(strip.x_range(), strip.bottom() - 0.5, Stroke::new(theme::EDGE, t.line));
    if !state.begun || ui.memory(egui::Memory::focused).is_none() {
        state.begun = true;
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    id
}

/// Tells screen readers that the field has a list under it, and which row of it is chosen.
pub(super) fn tell(state: &PaletteState, field: Id, chosen: Option<Id>, ui: &Ui) {
    ui.ctx().accesskit_node_builder(field, |node| {
        node.set_role(Role::EditableComboBox);
        node.set_label(say::field());
        node.set_has_popup(HasPopup::Listbox);
        node.set_expanded(!state.listed.results.sections.is_empty());
        // Only what is in sight is known to them.
        if let Some(row) = chosen {
            node.set_active_descendant(row.accesskit_id());
        }
    });
}
