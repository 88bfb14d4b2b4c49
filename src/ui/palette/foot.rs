//! The strip at the foot of the palette: the keys, how much was found, and why something cannot be done.

use egui::accesskit::{Live, Role};
use egui::{Align, CornerRadius, Label, Layout, Sense, Stroke, Ui, UiBuilder, WidgetInfo, vec2};

use super::{PaletteState, face};
use crate::ui::kit::paint;
use crate::ui::theme::{self, space};
use crate::ui::view::Cx;
use crate::ui::{fonts, kit};
use crate::words::palette as say;

/// Its height, in points.
pub(super) const HEIGHT: f32 = 37.0;
/// In a palette narrower than this it has no room for all keys, in points.
const ROOMY: f32 = 440.0;

pub(super) fn show(cx: &Cx<'_>, state: &PaletteState, ui: &mut Ui) {
    let t = cx.tokens;
    let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let lower = CornerRadius { nw: 0, ne: 0, sw: theme::R5, se: theme::R5 };
    ui.painter().rect_filled(strip.shrink2(vec2(1.0, 0.0)).with_max_y(strip.bottom() - 1.0), lower, t.canvas);
    ui.painter().hline(strip.x_range(), strip.top() + 0.5, Stroke::new(theme::EDGE, t.line));
    let inner = strip.shrink2(vec2(18.0, 0.0));
    let place = |salt: &str, layout: Layout| UiBuilder::new().id_salt(salt).max_rect(inner).layout(layout);

    let mut right = ui.new_child(place("palette count", Layout::right_to_left(Align::Center)));
    let typed = !state.listed.query.is_empty();
    let count = if typed { say::count(state.listed.results.total) } else { String::new() };
    let label = right.add(Label::new(fonts::BODY.rich(count.as_str()).color(t.text_2)).selectable(false));
    if typed {
        label.widget_info(|| WidgetInfo::labeled(Role::Label, true, count.as_str()));
        // How much was found is said while somebody types, without leaving the field.
        right.ctx().accesskit_node_builder(label.id, |node| node.set_live(Live::Polite));
    }
    let end = label.rect.left() - space::XL;

    let mut left = ui.new_child(place("palette keys", Layout::left_to_right(Align::Center)));
    left.set_max_width((end - inner.left()).max(0.0));
    left.spacing_mut().item_spacing.x = space::M;
    if let Some(said) = &state.said {
        let label = left.add(Label::new(fonts::BODY.rich(said).color(t.text)).truncate().selectable(false));
        left.ctx().accesskit_node_builder(label.id, |node| node.set_live(Live::Assertive));
        return;
    }
    let mut hint = |keys: &[&str], word: &str| {
        // What has no room beside the count is left out as a whole.
        let caps = keys.iter().map(|key| paint::line(left.painter(), fonts::META, key, t.text_2).size().x + 10.0 + space::M);
        let needed = paint::line(left.painter(), fonts::BODY, word, t.text_2).size().x + caps.sum::<f32>();
        if left.cursor().left() + needed > end {
            return;
        }
        for key in keys {
            kit::key_cap(&mut left, key);
        }
        left.add(Label::new(fonts::BODY.rich(word).color(t.text_2)).selectable(false));
        left.add_space(space::L);
    };
    if strip.width() >= ROOMY {
        hint(&[say::key_up(), say::key_down()], say::move_through());
    }
    let shows = state.active().is_some_and(|what| face::can_preview(cx, &state.fixes, what));
    hint(&[say::key_enter()], if shows { say::preview() } else { say::run() });
}
