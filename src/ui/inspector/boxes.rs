//! The findings of what is selected, as boxes above the fields, each with what can be done about it.

use egui::{CornerRadius, Frame, Label, Margin, Popup, Role, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::check::{self, Finding, FindingCard, Fix};
use crate::ui::findings::data;
use crate::ui::findings::fixes::{self, FixCache};
use crate::ui::kit::{self, Button, marks};
use crate::ui::theme;
use crate::ui::view::{Action, Actions, Cx};
use crate::ui::{fonts, icons};
use crate::words::window as say;

/// Draws the boxes.
pub(super) fn boxes(cx: &Cx<'_>, cache: &mut FixCache, ui: &mut Ui, out: &mut Actions, findings: &[&Finding]) {
    for card in check::cards(findings.iter().copied()) {
        finding_box(cx, cache, ui, out, &card);
        ui.add_space(3.0);
    }
}

fn finding_box(cx: &Cx<'_>, cache: &mut FixCache, ui: &mut Ui, out: &mut Actions, card: &FindingCard<'_>) {
    let Some(first) = card.findings.first().copied() else { return };
    let t = cx.tokens;
    let tone = data::tone(first);
    let colors = t.tone(tone);
    let frame = Frame::NONE
        .fill(colors.bg)
        .stroke(Stroke::new(theme::EDGE, colors.edge))
        .corner_radius(CornerRadius::same(theme::R3))
        .inner_margin(Margin { left: 32, right: 8, top: 8, bottom: 8 });
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        let title = ui.add(Label::new(fonts::BODY_B.rich(card.title).color(t.text)).wrap());
        title.widget_info(|| WidgetInfo::labeled(Role::Heading, true, say::finding_row(data::tone_word(tone), card.title)));
        let text = |ui: &mut Ui, text: &str| {
            ui.add(Label::new(fonts::BODY.rich(text).color(t.text_2)).wrap());
        };
        text(ui, &card.message);
        if card.findings.len() > 1 {
            // One card for all that is missing before an ask: a line each, the particulars under the pointer.
            for finding in &card.findings {
                if let Some(missing) = &finding.missing {
                    let line = say::bullet(missing.line);
                    ui.add(Label::new(fonts::BODY.rich(line).color(t.text_2)).wrap()).on_hover_text(&finding.message);
                }
            }
        }
        if let Some(note) = data::note(cx.campaign, first) {
            text(ui, &note);
        }
        buttons(cx, cache, ui, out, card);
    });
    let rect = shown.response.rect;
    marks::tone(ui.painter(), pos2(rect.left() + 17.0, rect.top() + 16.0), 15.0, tone, t);
}

fn buttons(cx: &Cx<'_>, cache: &mut FixCache, ui: &mut Ui, out: &mut Actions, card: &FindingCard<'_>) {
    let mut all: Vec<(&Finding, Fix)> = Vec::new();
    for finding in card.findings.iter().copied().filter(|finding| finding.state.is_open()) {
        for fix in cache.of(cx, finding) {
            if !all.iter().any(|(_, known)| known.title == fix.title) {
                all.push((finding, fix.clone()));
            }
        }
    }
    ui.add_space(2.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
        let mut rest = &all[..];
        if let Some(((finding, fix), others)) = all.split_first() {
            rest = others;
            // The worst finding of the plan's moment gets the one primary button; the others stay quieter.
            let button = if data::tone(finding) == theme::Tone::Error {
                Button::primary(&fix.title)
            } else {
                Button::secondary(&fix.title)
            };
            if button.small().show(ui).on_hover_text(fixes::note(fix)).clicked() {
                fixes::apply(fix, finding, out);
            }
        }
        if let Some(first) = card.findings.first()
            && Button::secondary(say::explain()).small().show(ui).clicked()
        {
            out.push(Action::Explain(first.code()));
        }
        if !rest.is_empty() {
            let more = small_more(ui, cx);
            Popup::menu(&more).width(240.0).accessible_name(say::other_fixes()).show(|ui| {
                for (finding, fix) in rest {
                    if kit::menu_row(ui, None, &fix.title, "", false).on_hover_text(fixes::note(fix)).clicked() {
                        fixes::apply(fix, finding, out);
                    }
                }
            });
        }
    });
}

/// The button behind which the other fixes stand, as high as small buttons.
fn small_more(ui: &mut Ui, cx: &Cx<'_>) -> egui::Response {
    let t = cx.tokens;
    let (rect, response) = ui.allocate_exact_size(vec2(26.0, 22.0), egui::Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, say::other_fixes()));
    let fill = if response.hovered() { t.hover } else { t.card };
    let edge = Stroke::new(theme::EDGE, t.line);
    ui.painter().rect(rect, CornerRadius::same(theme::R2), fill, edge, egui::StrokeKind::Inside);
    icons::MORE.paint(ui.painter(), rect.center(), 14.0, t.text_2);
    if response.has_focus() {
        kit::paint::ring(ui.painter(), rect, theme::R2, 1.0, t.accent);
    }
    response.on_hover_text(say::other_fixes())
}
