//! The rules: the text of one (what it flags, why, on what evidence, and where it is wrong), and the list of all.

use egui::{CornerRadius, Frame, Label, Margin, Response, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::check::{self, Evidence, Rule};
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::{Button, paint};
use crate::ui::theme::{self, space};
use crate::ui::view::{Action, Actions};
use crate::words::{house, mend, window as say};

use super::{default_focus, dialog, paragraph};

/// Width of these pages, in points.
const WIDTH: f32 = 620.0;

/// What a page answers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    Close,
    /// From a rule to its settings.
    Settings(&'static str),
    /// From a rule back to all of them.
    Back,
    /// From all of them to one.
    Read(&'static str),
}

/// Explains the rule with that code; true once it was read, or its settings are wanted. Enter and Escape close it.
pub fn explain_ui(ui: &mut Ui, code: &str, out: &mut Actions) -> bool {
    match page(ui, code, false) {
        Some(Answer::Settings(code)) => {
            out.push(Action::RuleSettings(Some(code)));
            true
        }
        answer => answer.is_some(),
    }
}

/// Lists all rules, and explains the one that is read; true once the list was closed. Escape leaves a rule for the list.
pub fn rules_ui(ui: &mut Ui, read: &mut Option<&'static str>, out: &mut Actions) -> bool {
    let answer = match *read {
        Some(code) => page(ui, code, true),
        None => list(ui),
    };
    if answer.is_some() {
        // The other page is there with the next frame, not when the mouse moves.
        ui.ctx().request_repaint();
    }
    match answer {
        None => false,
        Some(Answer::Settings(code)) => {
            out.push(Action::RuleSettings(Some(code)));
            true
        }
        Some(Answer::Read(code)) => {
            *read = Some(code);
            false
        }
        Some(Answer::Back) => {
            *read = None;
            false
        }
        // Closed without an answer, a rule leads back to where it was opened.
        Some(Answer::Close) => read.take().is_none(),
    }
}

fn room(ui: &Ui) -> f32 {
    (ui.ctx().content_rect().height() - 200.0).clamp(120.0, 620.0)
}

fn page(ui: &mut Ui, code: &str, from_list: bool) -> Option<Answer> {
    let rule = check::rule(code);
    let title = rule.map_or(code, |rule| rule.title);
    let height = room(ui);
    let answer = dialog(
        ui.ctx(),
        "explain dialog",
        title,
        WIDTH,
        |ui| {
            // Each rule begins at its first line, wherever the one before was left.
            ScrollArea::vertical().id_salt(("rule", code)).max_height(height).auto_shrink([false, true]).show(
                ui,
                |ui| match rule {
                    Some(rule) => sections(ui, rule),
                    None => paragraph(ui, &say::rule_gone(code)),
                },
            );
            None
        },
        |ui| {
            let close = Button::primary(say::close()).show(ui);
            default_focus(ui, close.id);
            let back = from_list && Button::secondary(mend::all_rules()).show(ui).clicked();
            let settings = rule.filter(|_| Button::secondary(house::settings_of_rule()).show(ui).clicked());
            match settings {
                Some(rule) => Some(Answer::Settings(rule.code)),
                None if back => Some(Answer::Back),
                None => close.clicked().then_some(Answer::Close),
            }
        },
    );
    answer.map(|answer| answer.unwrap_or(Answer::Close))
}

fn list(ui: &mut Ui) -> Option<Answer> {
    let height = room(ui);
    let answer = dialog(
        ui.ctx(),
        "rules dialog",
        say::rules(),
        WIDTH,
        |ui| {
            let mut read = None;
            ScrollArea::vertical().id_salt("rules").max_height(height).min_scrolled_height(height).auto_shrink(false).show(
                ui,
                |ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    paragraph(ui, mend::rules_intro());
                    for (family, rules) in families() {
                        ui.add_space(space::XL);
                        heading(ui, family);
                        ui.add_space(space::S);
                        for rule in rules {
                            if rule_row(ui, rule).clicked() {
                                read = Some(Answer::Read(rule.code));
                            }
                        }
                    }
                },
            );
            read
        },
        |ui| {
            let close = Button::primary(say::close()).show(ui);
            default_focus(ui, close.id);
            close.clicked().then_some(Answer::Close)
        },
    );
    answer.map(|answer| answer.unwrap_or(Answer::Close))
}

/// The rules by family, in their order.
fn families() -> Vec<(&'static str, Vec<&'static Rule>)> {
    let mut families: Vec<(&'static str, Vec<&'static Rule>)> = Vec::new();
    for rule in check::rules() {
        let family = match rule.code.split('-').next() {
            Some("PBR") => mend::family_order(),
            Some("FIT") => mend::family_fit(),
            Some("VAL") => mend::family_value(),
            _ => mend::family_other(),
        };
        match families.iter_mut().find(|(name, _)| *name == family) {
            Some((_, rules)) => rules.push(rule),
            None => families.push((family, vec![rule])),
        }
    }
    families
}

/// A rule in the list: its title, its code, and the letter of its evidence.
fn rule_row(ui: &mut Ui, rule: &Rule) -> Response {
    let t = theme::of(ui);
    let width = ui.available_width() - space::L;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 30.0), Sense::click());
    let evidence = evidence_words(rule.evidence);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, mend::rule_row(rule.code, rule.title, evidence)));
    let fill = if response.hovered() { t.hover } else { egui::Color32::TRANSPARENT };
    let painter = ui.painter();
    painter.rect_filled(rect, theme::R2, fill);
    painter.hline(rect.x_range(), rect.bottom(), Stroke::new(theme::EDGE, t.line_subtle));
    let y = rect.center().y;
    icons::CARET_RIGHT.paint(painter, pos2(rect.right() - 12.0, y), 11.0, t.text_3);
    let code = paint::line(painter, fonts::META, rule.code, t.text_3);
    painter.galley(pos2(rect.right() - 84.0, y - code.size().y / 2.0), code, t.text_3);
    let letter = mend::evidence_letter(rule.evidence.key());
    let letter = paint::line(painter, fonts::META, &letter, t.text_3);
    let end = rect.right() - 100.0 - letter.size().x;
    painter.galley(pos2(end, y - letter.size().y / 2.0), letter, t.text_3);
    let title = paint::line_within(painter, fonts::UI, rule.title, t.text, (end - rect.left() - 20.0).max(20.0));
    painter.galley(pos2(rect.left() + 8.0, y - title.size().y / 2.0), title, t.text);
    if response.has_focus() {
        paint::ring(painter, rect, theme::R2, -2.0, t.accent);
    }
    response.on_hover_text(evidence)
}

/// What the letter of the evidence stands for.
const fn evidence_words(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::A => mend::evidence_a(),
        Evidence::B => mend::evidence_b(),
        Evidence::C => mend::evidence_c(),
        Evidence::R => mend::evidence_r(),
        Evidence::Judgement => mend::evidence_judgement(),
    }
}

fn heading(ui: &mut Ui, words: &str) {
    let label = ui.add(Label::new(fonts::UI_B.rich(words).color(theme::of(ui).text)).selectable(false));
    label.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
}

fn sections(ui: &mut Ui, rule: &Rule) {
    let t = theme::of(ui);
    ui.spacing_mut().item_spacing.y = space::S;
    let small = |ui: &mut Ui, text: &str| {
        ui.add(Label::new(fonts::META.rich(text).color(t.text_3)).wrap().selectable(true));
    };
    small(ui, &format!("{} · {}", rule.code, mend::planning_rule()));
    for (title, text, plan) in [
        (say::rule_flags(), rule.flags, None),
        (say::rule_why(), rule.why, None),
        (say::rule_evidence(), rule.evidence_text, None),
        (say::rule_example(), rule.example, Some(t.s_warn_line)),
        (say::rule_instead(), rule.instead, Some(t.s_ok_line)),
        (say::rule_fix(), rule.fix, None),
        (say::rule_exceptions(), rule.exceptions, None),
        (mend::rule_severity(), rule.severity, None),
        (mend::rule_settings(), rule.settings, None),
    ] {
        if text.trim().is_empty() {
            continue;
        }
        ui.add_space(space::L);
        heading(ui, title);
        if title == say::rule_evidence() {
            evidence(ui, rule.evidence);
        }
        match plan {
            Some(edge) => example(ui, text, edge),
            None => {
                ui.add(Label::new(fonts::UI.rich(text).color(t.text_2)).wrap().selectable(true));
            }
        }
    }
}

/// The letter in a box, and what it stands for.
fn evidence(ui: &mut Ui, evidence: Evidence) {
    let t = theme::of(ui);
    let words = evidence_words(evidence);
    let galley = paint::line(ui.painter(), fonts::META_M, words, t.text_2);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(16.0, 6.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    ui.painter().rect_filled(rect, CornerRadius::same(theme::R1), t.k_pro_bg);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, t.text_2);
}

/// A small plan: in its box, with its plain sentence where the notation can be read.
fn example(ui: &mut Ui, text: &str, edge: egui::Color32) {
    let t = theme::of(ui);
    let shown = Frame::NONE.fill(t.sunken).corner_radius(theme::R2).inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let text = check::Sketch::parse(text).map_or_else(|_| text.to_owned(), |sketch| sketch.sentence());
        ui.add(Label::new(fonts::BODY.rich(text).color(t.text)).wrap().selectable(true));
    });
    let rect = shown.response.rect;
    ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), CornerRadius::same(2), edge);
}
