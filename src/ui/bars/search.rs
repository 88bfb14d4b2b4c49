//! The field in the bar that opens the palette; in a narrow window it is an icon.

use egui::accesskit::HasPopup;
use egui::{CornerRadius, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::{keys, with_keys};
use crate::ui::command::Command;
use crate::ui::kit::{self, paint};
use crate::ui::theme::{self, space};
use crate::ui::view::Actions;
use crate::ui::{fonts, icons};
use crate::words::palette as say;

/// Its width, in points, and where there is little room for the name of the plan.
const WIDTH: (f32, f32) = (204.0, 132.0);
/// In a window less wide than this it is the narrower one, without its keys, in points.
const ROOMY: f32 = 1240.0;

/// Draws it.
pub(super) fn search_field(ui: &mut Ui, narrow: bool, out: &mut Actions) {
    if narrow {
        let button = kit::icon_button(ui, icons::SEARCH, say::field(), false, None);
        if button.on_hover_text(keys(ui, Command::Palette)).clicked() {
            out.run(Command::Palette);
        }
        return;
    }
    let t = theme::of(ui);
    let roomy = ui.ctx().content_rect().width() >= ROOMY;
    let width = if roomy { WIDTH.0 } else { WIDTH.1 };
    let (rect, response) = ui.allocate_exact_size(vec2(width, theme::HIT), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, say::field()));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_has_popup(HasPopup::Dialog));
    let painter = ui.painter();
    let (fill, edge) = if response.is_pointer_button_down_on() {
        (t.active, t.line_strong)
    } else if response.hovered() {
        (t.hover, t.line_strong)
    } else {
        (t.sunken, t.line)
    };
    painter.rect(rect, CornerRadius::same(theme::R2), fill, Stroke::new(theme::EDGE, edge), StrokeKind::Inside);
    let y = rect.center().y;
    icons::SEARCH.paint(painter, pos2(rect.left() + 15.0, y), 14.0, t.text_2);
    let mut end = rect.right() - space::L;
    if roomy {
        let keys = keys(ui, Command::Palette);
        let cap = (paint::line(painter, fonts::META, &keys, t.text_2).size().x + 10.0).max(18.0);
        end = rect.right() - 5.0 - cap;
        kit::key_cap_at(painter, pos2(end + cap / 2.0, y), &keys, t);
        end -= space::M;
    }
    let from = rect.left() + 28.0;
    let word = paint::line_within(painter, fonts::BODY, say::field(), t.text_3, (end - from).max(10.0));
    painter.galley(pos2(from, y - word.size().y / 2.0), word, t.text_3);
    if response.has_focus() {
        paint::ring(painter, rect, theme::R2, 1.0, t.accent);
    }
    let tip = with_keys(ui, Command::Palette);
    let response = if roomy { response } else { response.on_hover_text(tip) };
    if response.clicked() {
        out.run(Command::Palette);
    }
}
