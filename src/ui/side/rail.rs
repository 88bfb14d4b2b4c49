//! What the panel folds to: a rail of icons that call it back, and the four kinds to drag or press.

use egui::{CornerRadius, Id, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::palette::MAIN;
use super::section::Section;
use super::{SideState, ideas};
use crate::model::Kind;
use crate::ui::bars;
use crate::ui::carry::Carried;
use crate::ui::command::Command;
use crate::ui::icons::{self, Icon};
use crate::ui::kit::{self, marks, paint};
use crate::ui::theme::{self, space};
use crate::ui::view::{Actions, Cx};
use crate::words::side as say;

/// Width of the rail, in points.
pub const RAIL: f32 = 44.0;
/// Room of the button at its lower end, in points.
const FOOT: f32 = 40.0;

/// Draws the rail in the space that `ui` has. `narrow` says that there is no room for the panel beside the board, so that it
/// is laid over it.
pub fn rail_ui(cx: &Cx<'_>, state: &mut SideState, narrow: bool, ui: &mut Ui, out: &mut Actions) {
    let t = cx.tokens;
    ui.spacing_mut().item_spacing = vec2(0.0, space::S);
    let area = ui.max_rect();
    // In a low window, and at twice the size, what is above the foot scrolls.
    let room = (area.height() - FOOT).max(0.0);
    let scroll = ScrollArea::vertical().id_salt("rail").max_height(room).min_scrolled_height(room).auto_shrink(false);
    let above = |ui: &mut Ui| {
        ui.add_space(space::L);
        for (icon, section) in [(icons::TARGET, Section::Brief), (icons::USERS, Section::Creators), (icons::IDEA, Section::Ideas)]
        {
            let response = section_button(ui, icon, section);
            if response.clicked() {
                state.show_section(section, narrow);
                if !narrow {
                    out.run(Command::ToggleSidebar);
                }
            }
            if section == Section::Ideas {
                ideas::park_dropped(cx, ui, response.rect.expand(space::S), out);
            }
        }
        ui.add_space(space::S);
        let (line, _) = ui.allocate_exact_size(vec2(24.0, space::M), Sense::hover());
        ui.painter().hline(line.x_range(), line.center().y, Stroke::new(theme::EDGE, t.line));
        ui.add_space(space::S);
        for kind in MAIN {
            kind_button(cx, ui, kind, out);
        }
    };
    scroll.show(ui, |ui| ui.vertical_centered(above));
    let foot = Rect::from_center_size(pos2(area.center().x, area.bottom() - 22.0), vec2(theme::HIT, theme::HIT));
    let mut foot = ui.new_child(egui::UiBuilder::new().id_salt("rail foot").max_rect(foot));
    let unfold = kit::icon_button(&mut foot, icons::SIDEBAR, say::unfold_side(), state.is_over(), None);
    if unfold.on_hover_text(bars::keys(&foot, Command::ToggleSidebar)).clicked() {
        if narrow {
            state.lay_over(!state.is_over());
        } else {
            out.run(Command::ToggleSidebar);
        }
    }
    ideas::carried(cx, ui);
}

fn section_button(ui: &mut Ui, icon: Icon, section: Section) -> egui::Response {
    let t = theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(32.0, 32.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, section.name()));
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(theme::R2), t.hover);
    }
    icon.paint(ui.painter(), rect.center(), 18.0, t.text_2);
    if response.has_focus() {
        paint::ring(ui.painter(), rect, theme::R2, 0.0, t.accent);
    }
    response.on_hover_text(section.name())
}

fn kind_button(cx: &Cx<'_>, ui: &mut Ui, kind: Kind, out: &mut Actions) {
    let t = cx.tokens;
    let command = Command::Add(kind);
    let why_not = command.why_not(cx);
    let (_, rect) = ui.allocate_space(vec2(34.0, 34.0));
    let sense = if why_not.is_none() { Sense::click_and_drag() } else { Sense::hover() };
    let response = ui.interact(rect, Id::unique(("rail kind", kind.key())), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, why_not.is_none(), command.name()));
    response.dnd_set_drag_payload(Carried::Kind(kind));
    let carried = ideas::is_carried(ui, |carried| *carried == Carried::Kind(kind));
    let (fill, edge) = match (why_not.is_some(), carried || response.is_pointer_button_down_on()) {
        (true, _) => (t.sunken, t.line),
        (_, true) => (t.accent_bg, t.accent_line),
        _ => (t.card, if response.hovered() { t.line_strong } else { t.line }),
    };
    ui.painter().rect(rect, CornerRadius::same(theme::R2), fill, Stroke::new(theme::EDGE, edge), StrokeKind::Inside);
    marks::kind(ui.painter(), rect.center(), 18.0, kind, t);
    if response.has_focus() {
        paint::ring(ui.painter(), rect, theme::R2, 1.0, t.accent);
    }
    if response.clicked() {
        out.run(command);
    }
    let tooltip =
        why_not.map_or_else(|| format!("{}\n{}", bars::with_keys(ui, command), say::kind_line(kind.key())), str::to_owned);
    response.on_hover_text(tooltip);
}
