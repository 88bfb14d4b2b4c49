//! What can be added: the four kinds that make an arc, and the further nine behind "More". Each is dragged onto a lane or
//! pressed.

use egui::{Color32, CornerRadius, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::ideas::is_carried;
use super::section::{Note, Section, header};
use super::{PAD, SideState};
use crate::model::Kind;
use crate::ui::bars;
use crate::ui::carry::Carried;
use crate::ui::command::Command;
use crate::ui::fonts::{self, Face};
use crate::ui::icons;
use crate::ui::kit::{self, Button, marks, paint};
use crate::ui::theme::{self, space};
use crate::ui::view::{Actions, Cx};
use crate::words::{names, side as say};

/// Height of a row, in points.
const ROW: f32 = 32.0;
/// From the left edge of a row to its name, the room of its key, and what is right of both with the sign for the hand and without it,
/// in points.
const BEFORE_NAME: f32 = 32.0;
const KEY: f32 = 24.0;
const GRIP: f32 = 24.0;
const AT_END: f32 = 6.0;

/// The four kinds with keys of their own.
pub(super) const MAIN: [Kind; 4] = [Kind::Announcement, Kind::Values, Kind::Community, Kind::Product];

/// The kinds behind "More".
fn further() -> impl Iterator<Item = Kind> {
    Kind::ALL.iter().copied().filter(|kind| !MAIN.contains(kind))
}

/// Which kinds are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kinds {
    /// The four.
    #[default]
    Main,
    /// All, and they were just asked for: they are to be in sight.
    Unfolding,
    /// All.
    All,
}

/// Draws the section. Returns how high what is below the four kinds is: that need not be in sight.
pub(super) fn palette(cx: &Cx<'_>, state: &mut SideState, ui: &mut Ui, out: &mut Actions) -> f32 {
    if !header(state, ui, Section::Palette, &Note::End(say::drag_or_press()), &[]).open {
        return 0.0;
    }
    let face = face(ui);
    for kind in MAIN {
        row(cx, ui, (kind, face), out);
    }
    let four = ui.next_widget_position().y;
    let more = state.kinds != Kinds::Main;
    if more {
        for kind in further() {
            row(cx, ui, (kind, face), out);
        }
        if std::mem::replace(&mut state.kinds, Kinds::All) == Kinds::Unfolding {
            ui.scroll_to_cursor(Some(egui::Align::BOTTOM));
        }
    }
    ui.horizontal(|ui| {
        ui.add_space(PAD - space::L);
        let (icon, word) = if more { (icons::CARET_UP, say::kinds_fewer()) } else { (icons::CARET_DOWN, say::kinds_more()) };
        let button = Button::quiet(word).icon(icon).small().tooltip(say::more_kinds()).show(ui);
        ui.ctx().accesskit_node_builder(button.id, |node| node.set_expanded(more));
        if button.clicked() {
            state.kinds = if more { Kinds::Main } else { Kinds::Unfolding };
        }
    });
    ui.add_space(space::L);
    ui.next_widget_position().y - four
}

/// How the kinds are written: smaller where one of the four would be cut.
fn face(ui: &Ui) -> Face {
    let room = ui.available_width() - 2.0 * PAD - BEFORE_NAME - KEY - AT_END;
    let is_cut = |kind: &Kind| {
        let name = paint::line(ui.painter(), fonts::BODY_M, names::kind(kind.key()), Color32::PLACEHOLDER);
        name.size().x > room
    };
    if MAIN.iter().any(is_cut) { fonts::META_M } else { fonts::BODY_M }
}

fn row(cx: &Cx<'_>, ui: &mut Ui, (kind, face): (Kind, Face), out: &mut Actions) {
    let t = cx.tokens;
    let command = Command::Add(kind);
    let why_not = command.why_not(cx);
    let (_, place) = ui.allocate_space(vec2(ui.available_width(), ROW + space::S));
    let rect = Rect::from_min_size(place.min + vec2(PAD, 0.0), vec2(place.width() - 2.0 * PAD, ROW));
    let sense = if why_not.is_none() { Sense::click_and_drag() } else { Sense::hover() };
    let response = ui.interact(rect, Id::unique(("palette", kind.key())), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, why_not.is_none(), command.name()));
    response.dnd_set_drag_payload(Carried::Kind(kind));

    let carried = is_carried(ui, |carried| *carried == Carried::Kind(kind));
    let painter = ui.painter();
    let (fill, edge, color) = match (why_not.is_some(), carried) {
        (true, _) => (t.sunken, t.line, t.text_off),
        (_, true) => (t.accent_bg, t.accent_line, t.kind(kind)),
        _ if response.is_pointer_button_down_on() => (t.active, t.line, t.kind(kind)),
        _ => (t.card, if response.hovered() { t.line_strong } else { t.line }, t.kind(kind)),
    };
    painter.rect(rect, CornerRadius::same(theme::R2), fill, Stroke::new(theme::EDGE, edge), StrokeKind::Inside);
    if response.has_focus() {
        paint::ring(painter, rect, theme::R2, 1.0, t.accent);
    }
    marks::kind(painter, pos2(rect.left() + 17.0, rect.center().y), 18.0, kind, t);
    let (name, keys) = (names::kind(kind.key()), bars::keys(ui, command));
    let room = rect.width() - BEFORE_NAME - if keys.is_empty() { 0.0 } else { KEY };
    // In a narrow panel the sign for the hand gives way to a word that is read.
    let has_grip = paint::line(painter, face, name, color).size().x <= room - GRIP;
    if has_grip {
        icons::GRIP.paint(painter, pos2(rect.right() - 13.0, rect.center().y), 13.0, t.text_3);
    }
    let at_end = if has_grip { GRIP } else { AT_END };
    if !keys.is_empty() {
        kit::key_cap_at(painter, pos2(rect.right() - at_end - 10.0, rect.center().y), &keys, t);
    }
    let galley = paint::line_within(painter, face, name, color, room - at_end);
    painter.galley(pos2(rect.left() + BEFORE_NAME, rect.center().y - galley.size().y / 2.0), galley, color);

    if response.clicked() {
        out.run(command);
    }
    response.on_hover_text(why_not.unwrap_or_else(|| say::kind_line(kind.key())));
}
