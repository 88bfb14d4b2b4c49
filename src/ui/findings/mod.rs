//! The panel under the board: every finding as a row, with what can be done about it.
//!
//! What is listed and what it says is worked out in [`data`]; fixes are worked out when they come into view, one a
//! frame, in [`fixes`]. Only the rows in sight are drawn.

pub mod data;
pub mod fixes;

use egui::{Align, Layout, Popup, Rect, Response, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::check::Finding;
use crate::words::window as say;

use super::command::Command;
use super::kit::{self, Button, marks, paint};
use super::theme::{self, Tone, space};
use super::view::{Action, Actions, Cx, FindingKey};
use super::{bars, fonts, icons};
use data::Filter;
use fixes::FixCache;

/// Height of the header, in points.
pub const HEADER: f32 = 31.0;
/// Height of a row, in points.
pub const ROW: f32 = 28.0;
/// Heights that the panel can have, from its header alone, in points.
pub const HEIGHTS: std::ops::RangeInclusive<f32> = HEADER..=420.0;
/// Below this width rows leave the code of the rule out, in points.
const NARROW: f32 = 640.0;

/// What the panel remembers.
#[derive(Debug, Default)]
pub struct FindingsState {
    /// Which findings are listed.
    pub filter: Filter,
    fixes: FixCache,
    /// The current finding when the panel was last drawn: another one is scrolled to.
    shown: Option<FindingKey>,
}

/// The height that the panel has at first in a window of that width: three rows, or where room is scarce its header.
#[must_use]
pub fn first_height(window_width: f32) -> f32 {
    if window_width < theme::NARROW { HEADER } else { HEADER + 3.0 * ROW }
}

/// Draws the panel: header and rows, in the space that `ui` has. `current` is the finding that was shown last.
pub fn findings_ui(cx: &Cx<'_>, state: &mut FindingsState, current: Option<&FindingKey>, ui: &mut Ui, out: &mut Actions) {
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    header(cx, state, ui, out);
    let listed = data::listed(cx.derived, state.filter);
    if listed.is_empty() {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
        let text = state.filter.none();
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
        let mut x = rect.left() + 14.0;
        if state.filter == Filter::Open {
            marks::tone(ui.painter(), pos2(x + 6.0, rect.center().y), 15.0, Tone::Ok, cx.tokens);
            x += 24.0;
        }
        paint::text_at(ui.painter(), x, rect.center().y, fonts::BODY, text, cx.tokens.text_2);
        return;
    }
    let mut area = ScrollArea::vertical().id_salt("findings").auto_shrink([false, false]).min_scrolled_height(0.0);
    if state.shown.as_ref() != current {
        state.shown = current.cloned();
        let is_current =
            |at: &usize| cx.derived.findings.get(*at).is_some_and(|finding| Some(&FindingKey::of(finding)) == current);
        if let Some(at) = listed.iter().position(is_current) {
            // One row above stays in sight, so that it is clear where in the list one is.
            area = area.vertical_scroll_offset((at as f32 - 1.0).max(0.0) * ROW);
        }
    }
    area.show_rows(ui, ROW, listed.len(), |ui, range| {
        let mut budget = 1;
        for at in listed.get(range).unwrap_or_default() {
            if let Some(finding) = cx.derived.findings.get(*at) {
                finding_row(cx, state, ui, out, finding, &mut budget);
            }
        }
    });
}

fn header(cx: &Cx<'_>, state: &mut FindingsState, ui: &mut Ui, out: &mut Actions) {
    let t = cx.tokens;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEADER), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(theme::EDGE, t.line_subtle));

    let mut right = ui.new_child(
        UiBuilder::new()
            .id_salt("findings right")
            .max_rect(rect.shrink2(vec2(8.0, 1.5)))
            .layout(Layout::right_to_left(Align::Center)),
    );
    right.spacing_mut().item_spacing.x = space::XS;
    for (icon, command) in [
        (icons::TO_BOTTOM, Command::ToggleFindings),
        (icons::CARET_DOWN, Command::NextFinding),
        (icons::CARET_UP, Command::PreviousFinding),
    ] {
        if bars::command_button(cx, &mut right, icon, command).clicked() {
            out.run(command);
        }
    }
    let end = right.min_rect().left() - space::L;

    let left = Rect::from_min_max(rect.left_top() + vec2(14.0, 1.5), pos2(end.max(rect.left() + 14.0), rect.bottom() - 1.5));
    let mut left =
        ui.new_child(UiBuilder::new().id_salt("findings left").max_rect(left).layout(Layout::left_to_right(Align::Center)));
    left.shrink_clip_rect(Rect::from_min_max(rect.left_top(), pos2(end.max(rect.left()), rect.bottom())));
    left.spacing_mut().item_spacing.x = space::XL;
    let title = left.add(egui::Label::new(fonts::BODY_B.rich(say::findings()).color(t.text)).selectable(false));
    title.widget_info(|| WidgetInfo::labeled(Role::Heading, true, say::findings()));
    left.spacing_mut().item_spacing.x = space::XS;
    for filter in Filter::ALL {
        let chosen = filter == state.filter;
        // A kind of which there is none says nothing; all that are open always do.
        if (chosen || filter == Filter::Open || filter.count(cx.derived.counts) > 0)
            && pill(&mut left, &filter.name(cx.derived.counts), chosen).clicked()
        {
            state.filter = filter;
        }
    }
}

/// One of the filters.
fn pill(ui: &mut Ui, text: &str, chosen: bool) -> Response {
    let t = theme::of(ui);
    let color = if chosen { t.accent } else { t.text_2 };
    let galley = paint::line(ui.painter(), fonts::BODY_M, text, color);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 18.0, 24.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, text));
    let fill = match (chosen, response.hovered()) {
        (true, _) => t.accent_bg,
        (false, true) => t.hover,
        (false, false) => egui::Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, 12.0, fill);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color);
    if response.has_focus() {
        paint::ring(ui.painter(), rect, 12, -1.0, t.accent);
    }
    response
}

fn finding_row(cx: &Cx<'_>, state: &mut FindingsState, ui: &mut Ui, out: &mut Actions, finding: &Finding, budget: &mut usize) {
    let t = cx.tokens;
    let row = data::row(cx.campaign, finding);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let id = ui.scope_id().with(("finding", &row.key, finding.moments.last()));
    let response = ui.interact(rect, id, Sense::click());
    let current = state.shown.as_ref() == Some(&row.key);
    response.widget_info(|| {
        WidgetInfo::selected(Role::Button, true, current, say::finding_row(data::tone_word(row.tone), row.message))
    });
    let painter = ui.painter();
    let fill = if current {
        t.accent_bg
    } else if response.hovered() {
        t.hover
    } else {
        egui::Color32::TRANSPARENT
    };
    painter.rect_filled(rect, 0.0, fill);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(theme::EDGE, t.line_subtle));
    marks::tone(painter, pos2(rect.left() + 20.0, rect.center().y), 15.0, row.tone, t);

    let mut right = ui.new_child(
        UiBuilder::new().id_salt(id).max_rect(rect.shrink2(vec2(12.0, 3.0))).layout(Layout::right_to_left(Align::Center)),
    );
    right.spacing_mut().item_spacing.x = space::M;
    if Button::quiet(say::explain()).small().show(&mut right).clicked() {
        out.push(Action::Explain(row.code));
    }
    if finding.state.is_open() {
        fix_button(cx, state, &mut right, out, finding, &row.key, budget);
    }
    let mut end = right.min_rect().left() - space::XL;
    let painter = ui.painter();
    if rect.width() >= NARROW {
        end = end.min(rect.right() - 170.0);
        let code = paint::line(painter, fonts::META, row.code, t.text_3);
        painter.galley(pos2(end - code.size().x, rect.center().y - code.size().y / 2.0), code.clone(), t.text_3);
        end -= code.size().x + space::XL;
    }
    let start = rect.left() + 38.0;
    let message = paint::line_within(painter, fonts::BODY, row.message, t.text, (end - start).max(20.0));
    painter.galley(pos2(start, rect.center().y - message.size().y / 2.0), message, t.text);
    if response.has_focus() {
        paint::ring(painter, rect, theme::R1, -2.0, t.accent);
    }
    if response.on_hover_text(&row.full).clicked() {
        out.push(Action::ShowFinding(row.key));
    }
}

/// The button that mends: the fix by name, or a menu where there are several. Where nothing can be mended there is none.
fn fix_button(
    cx: &Cx<'_>,
    state: &mut FindingsState,
    ui: &mut Ui,
    out: &mut Actions,
    finding: &Finding,
    key: &FindingKey,
    budget: &mut usize,
) {
    if !state.fixes.is_ready(cx, finding) {
        if *budget == 0 {
            ui.ctx().request_repaint();
        } else {
            *budget -= 1;
            state.fixes.of(cx, finding);
        }
    }
    // Titles of the last campaign stay for the few frames until the new ones are there: otherwise rows flicker while typing.
    let Some(shown) = state.fixes.last(key) else { return };
    let (several, title, note) = match shown {
        [] => return,
        [one] => (false, one.title.clone(), format!("{}\n{}", one.title, fixes::note(one))),
        [..] => (true, say::fix().to_owned(), say::fixes().to_owned()),
    };
    let short = if title.chars().count() > 28 { say::fix().to_owned() } else { title };
    let response = Button::outlined(&short).small().show(ui).on_hover_text(note);
    if several {
        Popup::menu(&response).width(260.0).accessible_name(say::fixes()).show(|ui| {
            for fix in state.fixes.of(cx, finding) {
                if kit::menu_row(ui, None, &fix.title, "", false).on_hover_text(fixes::note(fix)).clicked() {
                    fixes::apply(fix, finding, out);
                }
            }
        });
    } else if response.clicked()
        && let Some(fix) = state.fixes.of(cx, finding).first()
    {
        fixes::apply(fix, finding, out);
    }
}
