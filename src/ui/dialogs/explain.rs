//! The text of a rule: what it flags, why, on what evidence, and where it is wrong.

use egui::{Frame, Label, Margin, Role, ScrollArea, Ui, WidgetInfo};

use crate::check::{self, Rule};
use crate::ui::fonts;
use crate::ui::kit::Button;
use crate::ui::theme::{self, space};
use crate::words::window as say;

use super::{default_focus, dialog, paragraph};

/// Explains the rule with that code; true once it was read. Enter and Escape close it.
pub fn explain_ui(ui: &mut Ui, code: &str) -> bool {
    let rule = check::rule(code);
    let title = rule.map_or(code, |rule| rule.title);
    let height = (ui.ctx().content_rect().height() - 220.0).clamp(120.0, 520.0);
    let answer = dialog(
        ui.ctx(),
        "explain dialog",
        title,
        544.0,
        |ui| {
            ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| match rule {
                Some(rule) => sections(ui, rule),
                None => paragraph(ui, &say::rule_gone(code)),
            });
            None
        },
        |ui| {
            let close = Button::primary(say::close()).show(ui);
            default_focus(ui, close.id);
            close.clicked().then_some(())
        },
    );
    answer.is_some()
}

fn sections(ui: &mut Ui, rule: &Rule) {
    let t = theme::of(ui);
    ui.spacing_mut().item_spacing.y = space::S;
    let note = say::rule_note(rule.code, rule.evidence.key());
    ui.add(Label::new(fonts::META.rich(note).color(t.text_3)).selectable(true));
    for (heading, text, plan) in [
        (say::rule_flags(), rule.flags, false),
        (say::rule_why(), rule.why, false),
        (say::rule_evidence(), rule.evidence_text, false),
        (say::rule_example(), rule.example, true),
        (say::rule_instead(), rule.instead, true),
        (say::rule_fix(), rule.fix, false),
        (say::rule_exceptions(), rule.exceptions, false),
    ] {
        if text.trim().is_empty() {
            continue;
        }
        ui.add_space(space::L);
        let label = ui.add(Label::new(fonts::BODY_B.rich(heading).color(t.text)));
        label.widget_info(|| WidgetInfo::labeled(Role::Heading, true, heading));
        if plan {
            example(ui, text);
        } else {
            ui.add(Label::new(fonts::UI.rich(text).color(t.text_2)).wrap().selectable(true));
        }
    }
}

/// A small plan: in its box, with its plain sentence where the notation can be read.
fn example(ui: &mut Ui, text: &str) {
    let t = theme::of(ui);
    Frame::NONE.fill(t.sunken).corner_radius(theme::R2).inner_margin(Margin::symmetric(10, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let text = check::Sketch::parse(text).map_or_else(|_| text.to_owned(), |sketch| sketch.sentence());
        ui.add(Label::new(fonts::BODY.rich(text).color(t.text)).wrap().selectable(true));
    });
}
