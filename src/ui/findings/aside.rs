//! Draws what was not checked, in the place of the findings.

use egui::{Align, Layout, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::unchecked::Line;
use super::{FindingsState, NARROW, ROW, fixes, row};
use crate::ui::command::Command;
use crate::ui::kit::{Button, marks, paint};
use crate::ui::theme::{self, Tone, space};
use crate::ui::view::{Action, Actions, Cx, Selection};
use crate::ui::{fonts, icons};
use crate::words::{accept as say, window};

/// Draws the rows in sight.
pub(super) fn rows(cx: &Cx<'_>, state: &mut FindingsState, ui: &mut Ui, out: &mut Actions) {
    let searched = !state.words.trim().is_empty();
    let lines = state.unchecked.of(cx.campaign, cx.derived, cx.options, &state.words);
    if lines.is_empty() {
        super::nothing(cx, state.filter, searched, ui);
        return;
    }
    let area = ScrollArea::vertical().id_salt("not checked").auto_shrink([false, false]).min_scrolled_height(0.0);
    area.show_rows(ui, ROW, lines.len(), |ui, range| {
        for at in range {
            match lines.get(at) {
                Some(Line::Head(words)) => head(cx, ui, words),
                Some(line) => line_ui(cx, ui, out, at, line),
                None => {}
            }
        }
    });
}

fn head(cx: &Cx<'_>, ui: &mut Ui, words: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
    paint::text_at(ui.painter(), rect.left() + 14.0, rect.center().y, fonts::BODY_B, words, cx.tokens.text_2);
}

/// A row: what it says, its rules, and what can be done.
fn line_ui(cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions, at: usize, line: &Line) {
    let t = cx.tokens;
    let text = line.text().unwrap_or_default();
    let id = ui.scope_id().with(("not checked", at));
    let (rect, response) = row::base(ui, id, false, text);
    let middle = pos2(rect.left() + 20.0, rect.center().y);
    match line {
        Line::Lapsed { .. } => marks::tone(ui.painter(), middle, 15.0, Tone::Accepted, t),
        Line::Off { .. } => icons::PROHIBIT.paint(ui.painter(), middle, 14.0, t.text_3),
        Line::Head(_) | Line::Unset { .. } => icons::CIRCLE_DASHED.paint(ui.painter(), middle, 14.0, t.text_3),
    }
    let layout = Layout::right_to_left(Align::Center);
    let mut right = ui.new_child(UiBuilder::new().id_salt(id).max_rect(rect.shrink2(vec2(12.0, 0.0))).layout(layout));
    right.spacing_mut().item_spacing.x = space::S;
    buttons(cx, &mut right, out, line, rect.width() >= NARROW);
    let mut end = right.min_rect().left() - space::XL;
    let painter = ui.painter();
    if let Line::Unset { codes, .. } = line
        && rect.width() >= NARROW
    {
        let codes = paint::line_within(painter, fonts::META, &codes.join(", "), t.text_3, 150.0);
        end -= codes.size().x;
        painter.galley(pos2(end, rect.center().y - codes.size().y / 2.0), codes, t.text_3);
        end -= space::XL;
    }
    let start = rect.left() + row::TEXT;
    let galley = paint::line_within(painter, fonts::BODY, text, t.text, (end - start).max(20.0));
    painter.galley(pos2(start, rect.center().y - galley.size().y / 2.0), galley, t.text);
    if response.has_focus() {
        paint::ring(painter, rect, theme::R1, -2.0, t.accent);
    }
    if super::explained(cx, response, line.full()).clicked()
        && let Line::Unset { lane, .. } = line
    {
        out.push(Action::ShowLane(*lane));
    }
}

fn buttons(cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions, line: &Line, wide: bool) {
    let explain = |ui: &mut Ui, out: &mut Actions, code: Option<&'static str>| {
        if let Some(code) = code.filter(|_| wide)
            && Button::quiet(window::explain()).small().show(ui).clicked()
        {
            out.push(Action::Explain(code));
        }
    };
    match line {
        Line::Head(_) => {}
        Line::Unset { lane, codes, way, text, .. } => {
            explain(ui, out, codes.first().copied());
            match way {
                Some((selection, field)) => {
                    if Button::secondary(say::go_to())
                        .icon(icons::ARROW_RIGHT)
                        .named(&say::go_to_named(text))
                        .small()
                        .show(ui)
                        .clicked()
                    {
                        for action in fixes::to_field(cx.campaign, selection.clone(), field, None) {
                            out.push(action);
                        }
                    }
                }
                None => {
                    if Button::secondary(say::show_lane()).named(&say::show_lane_named(text)).small().show(ui).clicked() {
                        out.push(Action::Select(Selection::lane(*lane)));
                        out.push(Action::ShowLane(*lane));
                    }
                }
            }
        }
        Line::Off { code, .. } => {
            explain(ui, out, *code);
            if Button::secondary(say::settings()).small().show(ui).clicked() {
                out.run(Command::RuleSettings);
            }
        }
        Line::Lapsed { id, rule, again, .. } => {
            let named = say::remove_named(rule);
            if Button::quiet(say::remove()).named(&named).small().disabled(cx.locked()).show(ui).clicked() {
                out.push(Action::Withdraw(*id));
            }
            if *again && Button::secondary(say::accept_again()).small().disabled(cx.locked()).show(ui).clicked() {
                out.push(Action::ChangeAcceptance(*id));
            }
        }
    }
}
