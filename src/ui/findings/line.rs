//! The panel as one line: where no list has room, or where somebody folded it.

use egui::{Align, Layout, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::{FindingsState, data, row};
use crate::check::Finding;
use crate::ui::bars;
use crate::ui::command::Command;
use crate::ui::kit::{self, marks, paint};
use crate::ui::theme::{self, Tone, space};
use crate::ui::view::{Action, Actions, Cx, FindingKey};
use crate::ui::{fonts, icons};
use crate::words::{mend, window as say};

/// Draws it: "1 of 5", the sentence, its first fix, and the way to the whole list.
pub(super) fn line(
    cx: &Cx<'_>,
    state: &mut FindingsState,
    current: Option<&FindingKey>,
    open: bool,
    ui: &mut Ui,
    out: &mut Actions,
) {
    let t = cx.tokens;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), super::LINE), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(theme::EDGE, t.line));
    let mut right = ui.new_child(
        UiBuilder::new()
            .id_salt("findings line right")
            .max_rect(rect.shrink2(vec2(8.0, 3.0)))
            .layout(Layout::right_to_left(Align::Center)),
    );
    right.spacing_mut().item_spacing.x = space::S;
    let unfold = kit::icon_button(&mut right, icons::CARET_UP, mend::unfold(), false, None);
    // Of a list that is open the keys take away what there is.
    let unfold = if open { unfold } else { unfold.on_hover_text(bars::keys(&right, Command::ToggleFindings)) };
    if unfold.clicked() {
        if open {
            state.unfolded = true;
        } else {
            out.run(Command::ToggleFindings);
        }
    }
    let finding = current.and_then(|key| data::find(cx.derived, key)).or_else(|| first_open(cx));
    let Some(finding) = finding else {
        let middle = pos2(rect.left() + 20.0, rect.center().y);
        marks::tone(ui.painter(), middle, 15.0, Tone::Ok, t);
        let mut x = rect.left() + 38.0;
        let mut said = say::nothing_to_mend();
        // Nothing is open, or there is nothing at all, not even an accepted risk.
        if cx.derived.findings.is_empty() {
            x = paint::text_at(ui.painter(), x, middle.y, fonts::BODY_B, mend::no_findings(), t.text) + space::L;
            said = mend::nothing_too_early();
        }
        let room = (right.min_rect().left() - space::L - x).max(20.0);
        let galley = paint::line_within(ui.painter(), fonts::BODY, said, t.text_2, room);
        let place = Rect::from_min_size(pos2(x, middle.y - galley.size().y / 2.0), galley.size());
        let response = ui.interact(place, ui.scope_id().with("nothing found"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said));
        ui.painter().galley(place.min, galley, t.text_2);
        return;
    };
    let key = FindingKey::of(finding);
    if finding.state.is_open() {
        row::fix_buttons(cx, state, &mut right, out, finding, &key, &mut 1);
    }
    let end = right.min_rect().left() - space::L;
    sentence(cx, state, ui, Rect::from_min_max(rect.min, pos2(end, rect.bottom())), finding, out);
}

fn first_open<'a>(cx: &Cx<'a>) -> Option<&'a Finding> {
    cx.derived.findings.iter().map(AsRef::as_ref).find(|finding: &&Finding| finding.state.is_open())
}

/// The mark, the place, and who, what, when; a press shows it on the board.
fn sentence(cx: &Cx<'_>, state: &FindingsState, ui: &Ui, rect: Rect, finding: &Finding, out: &mut Actions) {
    let t = cx.tokens;
    let key = FindingKey::of(finding);
    let response = ui.interact(rect, ui.scope_id().with("findings line"), Sense::click());
    let spoken = say::finding_row(data::tone_word(data::tone(finding)), &finding.message);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
    if response.hovered() {
        ui.painter().rect_filled(rect.shrink2(vec2(0.0, 1.0)), 0.0, t.hover);
    }
    let y = rect.center().y;
    let painter = ui.painter();
    let resolved = cx.preview.is_some_and(|preview| preview.effect.resolves(finding));
    let tone = if resolved { Tone::Ok } else { data::tone(finding) };
    marks::tone(painter, pos2(rect.left() + 20.0, y), 15.0, tone, t);
    let mut x = rect.left() + 38.0;
    if let Some((at, all)) = data::place(cx.derived, &key, |finding| state.has_words(finding)) {
        x = paint::text_at(painter, x, y, fonts::BODY_B, &mend::place(at + 1, all), t.text) + space::L;
    }
    let galley = row::sentence(painter, &finding.message, t.text, (rect.right() - x).max(20.0));
    if resolved {
        row::struck(painter, pos2(x, y), &galley, t.text_2);
    }
    painter.galley(pos2(x, y - row::above(&galley)), galley, t.text);
    if response.has_focus() {
        paint::ring(painter, rect, theme::R1, -2.0, t.accent);
    }
    let full = format!("{} {}", finding.message, finding.help);
    if super::explained(cx, response, full).clicked() {
        out.push(Action::ShowFinding(key));
    }
}
