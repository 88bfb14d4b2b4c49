//! A limit: what it means, where it is set, and the number with its steps.

use egui::style::ScrollAnimation;
use egui::{Align, Id, Key, Label, Layout, Rect, Ui, vec2};

use crate::model::Threshold;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::{self, TextField};
use crate::ui::theme::{self, Tone, space};
use crate::ui::view::Cx;
use crate::words::house as say;

use super::draft::RuleDraft;
use super::rows::{self, reset, why};
use super::{data, entered};

/// What the number with its steps takes, in points.
const STEPS: f32 = 2.0 * theme::HIT + FIELD + 2.0 * space::S;
/// A number of five digits with the sign of a mistake beside it, in points.
const FIELD: f32 = 84.0;

/// A limit in a row of its own.
pub(super) fn row(cx: &Cx<'_>, ui: &mut Ui, draft: &mut RuleDraft, threshold: &'static Threshold, enter: &mut bool) {
    let (changed, sought) = (draft.is_changed(threshold.name), draft.seeks(threshold.name));
    let rect = rows::frame(cx, ui, changed, sought, |ui| {
        let text = data::meaning(draft, threshold);
        let note = data::limit_note(draft, threshold);
        rows::split(ui, STEPS + rows::RESET, &text, &note, |ui| steps(ui, draft, threshold, enter));
        if let Some(error) = draft.cannot_use(threshold) {
            let color = theme::of(ui).tone(Tone::Error).text;
            ui.add(Label::new(fonts::META.rich(error).color(color)).wrap());
        }
        why(ui, draft, threshold.name, enter);
    });
    if sought && draft.to_reach > 0 {
        draft.to_reach -= 1;
        reach(ui, draft, threshold, rect);
    }
}

fn field_id(threshold: &Threshold) -> Id {
    Id::unique(("limit", threshold.name))
}

/// Brings a limit into view, and the keyboard into its field: what is typed replaces the number.
fn reach(ui: &Ui, draft: &RuleDraft, threshold: &Threshold, rect: Rect) {
    ui.scroll_to_rect_animation(rect, Some(Align::Center), ScrollAnimation::none());
    let id = field_id(threshold);
    ui.memory_mut(|memory| memory.request_focus(id));
    kit::select_all(ui.ctx(), id, &draft.text(threshold));
    ui.ctx().request_repaint();
}

/// The number between less and more. The arrow keys step it while one writes in it.
fn steps(ui: &mut Ui, draft: &mut RuleDraft, threshold: &'static Threshold, enter: &mut bool) {
    let name = data::name_of_limit(threshold);
    let value = draft.value(threshold);
    reset(ui, draft, threshold.name);
    ui.allocate_ui_with_layout(vec2(STEPS, theme::HIT), Layout::left_to_right(egui::Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let end = say::number_from_to(threshold.least, threshold.most);
        let stop = |at: u16| (value == at).then_some(end.as_str());
        if kit::icon_button(ui, icons::MINUS, &say::less(&name), false, stop(threshold.least)).clicked() {
            draft.set(threshold, value.saturating_sub(1));
        }
        let id = field_id(threshold);
        let (down, up) = if ui.memory(|memory| memory.has_focus(id)) {
            ui.input_mut(|input| {
                (
                    input.count_and_consume_key(egui::Modifiers::NONE, Key::ArrowDown),
                    input.count_and_consume_key(egui::Modifiers::NONE, Key::ArrowUp),
                )
            })
        } else {
            (0, 0)
        };
        if up != down {
            let by = up.cast_signed() - down.cast_signed();
            let to = (i64::from(value) + i64::try_from(by).unwrap_or_default()).clamp(0, i64::from(u16::MAX));
            draft.set(threshold, u16::try_from(to).unwrap_or(value));
        }
        let mut text = draft.text(threshold);
        let tone = draft.cannot_use(threshold).map(|_| Tone::Error);
        let field = TextField::new(id, &say::value_of(&name)).width(FIELD).tone(tone).show(ui, &mut text);
        if field.changed() {
            draft.write(threshold, text);
        }
        if field.lost_focus() {
            draft.leave(threshold);
        }
        *enter |= entered(ui, &field);
        if kit::icon_button(ui, icons::PLUS, &say::more(&name), false, stop(threshold.most)).clicked() {
            draft.set(threshold, value.saturating_add(1));
        }
    });
}
