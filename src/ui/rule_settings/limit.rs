//! A limit: what it means, where it is set, and the number with its steps.

use egui::{Id, Key, Label, Layout, Ui, vec2};

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
const STEPS: f32 = 2.0 * theme::HIT + 56.0 + 2.0 * space::S;

/// A limit in a row of its own.
pub(super) fn row(cx: &Cx<'_>, ui: &mut Ui, draft: &mut RuleDraft, threshold: &'static Threshold, enter: &mut bool) {
    rows::frame(cx, ui, draft.is_changed(threshold.name), |ui| {
        let text = data::meaning(threshold, draft.value(threshold));
        let note = data::limit_note(draft, threshold);
        rows::split(ui, STEPS + rows::RESET, &text, &note, |ui| steps(ui, draft, threshold, enter));
        if let Some(error) = draft.cannot_use(threshold) {
            let color = theme::of(ui).tone(Tone::Error).text;
            ui.add(Label::new(fonts::META.rich(error).color(color)).wrap());
        }
        why(ui, draft, threshold.name, enter);
    });
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
        let id = Id::unique(("limit", threshold.name));
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
        let field = TextField::new(id, &say::value_of(&name)).width(56.0).tone(tone).show(ui, &mut text);
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
