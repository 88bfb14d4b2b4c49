//! The findings of what is selected, as boxes above the fields, each with what can be done about it.
//!
//! The fields under them stay where they are while somebody works on them: a finding that is gone leaves its place with a
//! word that says so until the pointer has left the panel, and a new one waits until the pointer has left it and the keyboard
//! is out of the text; the mark at its field shows it at once.

use std::collections::HashSet;

use egui::{CornerRadius, Frame, Label, Margin, Popup, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::check::{self, Finding, FindingCard, Fix, State};
use crate::model::{LaneId, MomentId};
use crate::ui::findings::data;
use crate::ui::findings::fixes::{self, FixCache};
use crate::ui::kit::{self, Button, marks, paint};
use crate::ui::theme::{self, Tone};
use crate::ui::view::{Action, Actions, Cx, FindingKey};
use crate::ui::{fonts, icons};
use crate::words::{accept, inspect, window as say};

/// Height of a small button, in points.
const SMALL: f32 = 22.0;

/// Names a box from one frame to the next.
type BoxKey = (String, Option<LaneId>, Option<MomentId>);

/// The boxes of the last frame, and which of them are opened or folded by hand.
#[derive(Debug, Default)]
pub(super) struct Boxes {
    shown: Vec<(BoxKey, f32)>,
    /// The page was drawn before: what is new comes among its fields.
    known: bool,
    turned: HashSet<BoxKey>,
}

fn key(card: &FindingCard<'_>) -> BoxKey {
    let first = card.findings.first();
    (card.title.to_owned(), first.and_then(|finding| finding.lane), first.and_then(|finding| finding.subject()))
}

impl Boxes {
    /// Another page: nothing is kept in its place.
    pub(super) fn clear(&mut self) {
        self.shown.clear();
        self.known = false;
    }

    /// Draws the boxes.
    pub(super) fn show(&mut self, cx: &Cx<'_>, cache: &mut FixCache, ui: &mut Ui, out: &mut Actions, findings: &[&Finding]) {
        let cards: Vec<FindingCard<'_>> = check::cards(findings.iter().copied());
        let typing = ui.ctx().text_edit_focused();
        let held = typing || ui.rect_contains_pointer(ui.clip_rect());
        let before = std::mem::take(&mut self.shown);
        let mut rows: Vec<(BoxKey, f32, Option<&FindingCard<'_>>)> = Vec::new();
        if held {
            rows.extend(before.iter().map(|(of, height)| (of.clone(), *height, cards.iter().find(|card| key(card) == *of))));
        }
        let first = !std::mem::replace(&mut self.known, true);
        let fresh = !held || first;
        for card in cards.iter().filter(|_| fresh) {
            let of = key(card);
            if !rows.iter().any(|(known, ..)| *known == of) {
                rows.push((of, 0.0, Some(card)));
            }
        }
        let wide = ui.available_width() > super::header::SHEET;
        if wide && rows.len() > 1 {
            let rest = rows.split_off(1);
            for row in rows {
                self.row(cx, cache, ui, out, row, true);
            }
            for pair in rest.chunks(2) {
                ui.columns(2, |columns| {
                    for (column, row) in columns.iter_mut().zip(pair) {
                        self.row(cx, cache, column, out, row.clone(), false);
                    }
                });
            }
        } else {
            for (at, row) in rows.into_iter().enumerate() {
                self.row(cx, cache, ui, out, row, at == 0);
            }
        }
    }

    fn row(
        &mut self,
        cx: &Cx<'_>,
        cache: &mut FixCache,
        ui: &mut Ui,
        out: &mut Actions,
        (key, height, card): (BoxKey, f32, Option<&FindingCard<'_>>),
        first: bool,
    ) {
        let used = match card {
            Some(card) => {
                let error = card.findings.first().is_some_and(|finding| data::tone(finding) == Tone::Error);
                let turned = self.turned.contains(&key);
                let (used, turn) = finding_box(cx, cache, ui, out, card, (error || first) != turned);
                if turn && !self.turned.remove(&key) {
                    self.turned.insert(key.clone());
                }
                used
            }
            None => cleared(cx, ui, &key.0, height),
        };
        ui.add_space(2.0);
        self.shown.push((key, used));
    }
}

/// The place of a finding that is gone.
fn cleared(cx: &Cx<'_>, ui: &mut Ui, title: &str, height: f32) -> f32 {
    let t = cx.tokens;
    let colors = t.tone(Tone::Ok);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height.max(theme::HIT)), Sense::hover());
    let text = inspect::cleared(title);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
    let painter = ui.painter();
    painter.rect(rect, CornerRadius::same(theme::R3), colors.bg, Stroke::new(theme::EDGE, colors.edge), StrokeKind::Inside);
    marks::tone(painter, pos2(rect.left() + 17.0, rect.center().y), 15.0, Tone::Ok, t);
    let galley = paint::line_within(painter, fonts::BODY, &text, t.text_2, rect.width() - 44.0);
    painter.galley(pos2(rect.left() + 32.0, rect.center().y - galley.size().y / 2.0), galley, t.text_2);
    height.max(theme::HIT)
}

/// A box; returns its height, and whether it is to be opened or folded.
fn finding_box(
    cx: &Cx<'_>,
    cache: &mut FixCache,
    ui: &mut Ui,
    out: &mut Actions,
    card: &FindingCard<'_>,
    open: bool,
) -> (f32, bool) {
    let Some(first) = card.findings.first().copied() else { return (0.0, false) };
    let t = cx.tokens;
    let tone = data::tone(first);
    let colors = t.tone(tone);
    let mut turn = false;
    let margin = if open { 7 } else { 4 };
    let frame = Frame::NONE
        .fill(colors.bg)
        .stroke(Stroke::new(theme::EDGE, colors.edge))
        .corner_radius(CornerRadius::same(theme::R3))
        .inner_margin(Margin { left: 31, right: 5, top: margin, bottom: margin });
    let all = all_fixes(cx, cache, card);
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(4.0, 2.0);
        // Its buttons are small ones, and a row of them is as high as they are.
        ui.spacing_mut().interact_size.y = SMALL;
        if !open {
            turn = folded(cx, ui, out, card, &all);
            return;
        }
        // A wide sheet is low, so that what can be done stands beside the words there instead of under them.
        let beside = all.first().filter(|_| ui.available_width() > super::header::SHEET);
        // Its words keep most of the room, however long the fix is named.
        let most = ui.available_width() * 0.4;
        let room = beside.map_or(0.0, |(_, fix)| fix_width(cx, ui, &fix.title).min(most) + 20.0 + 26.0 + 18.0);
        let end = ui.cursor().right_top();
        let width = ui.available_width() - room;
        turn = title(ui, cx, card.title, data::tone_word(tone), width);
        let text = |ui: &mut Ui, text: &str| {
            // A scope of its own: the box itself is already as wide as the panel.
            ui.scope(|ui| {
                ui.set_max_width(width);
                ui.add(Label::new(fonts::BODY.rich(text).color(t.text_2)).wrap())
            })
            .inner
        };
        text(ui, &card.message);
        if card.findings.len() > 1 {
            // One card for all that is missing before an ask: a line each, the particulars under the pointer.
            for finding in &card.findings {
                if let Some(missing) = &finding.missing {
                    let line = say::bullet(missing.line);
                    text(ui, &line).on_hover_text(finding.message.as_str());
                }
            }
        }
        if let Some(note) = data::note(cx.campaign, first) {
            text(ui, &note);
        }
        if beside.is_some() {
            let place = egui::Rect::from_min_max(pos2(end.x - room + 12.0, end.y), pos2(end.x, ui.min_rect().bottom()));
            let place = egui::Rect::from_center_size(place.center(), vec2(place.width(), SMALL));
            let mut at = ui.new_child(egui::UiBuilder::new().id_salt("fixes").max_rect(place));
            buttons(cx, &mut at, out, card, &all, 1);
        } else {
            ui.add_space(4.0);
            buttons(cx, ui, out, card, &all, 2);
        }
    });
    let rect = shown.response.rect;
    let middle = if open { rect.top() + 15.0 } else { rect.center().y };
    marks::tone(ui.painter(), pos2(rect.left() + 17.0, middle), 15.0, tone, t);
    (rect.height(), turn)
}

/// The title, which opens and folds its box.
fn title(ui: &mut Ui, cx: &Cx<'_>, title: &str, tone: &str, width: f32) -> bool {
    let t = cx.tokens;
    let galley = paint::lines_within(ui.painter(), fonts::BODY_B, title, t.text, width, 3);
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y.max(16.0)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, say::finding_row(tone, title)));
    ui.painter().galley(pos2(rect.left(), rect.center().y - galley.size().y / 2.0), galley, t.text);
    if response.has_focus() {
        paint::ring(ui.painter(), rect, theme::R1, 1.0, t.accent);
    }
    kit::into_sight(&response);
    response.on_hover_text(inspect::more_or_less()).clicked()
}

/// A folded box: its title, and at its end the first thing that can be done. Returns whether it is to be opened.
fn folded(cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions, card: &FindingCard<'_>, all: &[(&Finding, Fix)]) -> bool {
    let Some(first) = card.findings.first().copied() else { return false };
    let width = ui.available_width();
    let mut turn = false;
    // A fix with a long name would leave no room for what it is about.
    let direct = all.first().filter(|(_, fix)| fix_width(cx, ui, &fix.title) < width * 0.5);
    let word = direct.map_or(if all.is_empty() { inspect::details() } else { inspect::show_fixes() }, |(_, fix)| &fix.title);
    let button = fix_width(cx, ui, word);
    ui.horizontal(|ui| {
        turn = title(ui, cx, card.title, data::tone_word(data::tone(first)), width - button - 4.0);
        let named = say::finding_row(word, card.title);
        let mut response = Button::secondary(word).small().disabled(cx.locked().filter(|_| direct.is_some()));
        if direct.is_none() {
            response = response.named(&named);
        }
        let response = response.show(ui);
        match direct {
            Some((finding, fix)) => {
                if fixes::with_note(cx, response, &fixes::note(fix)).clicked() {
                    fixes::apply(cx.campaign, fix, finding, out);
                }
            }
            None => turn |= response.clicked(),
        }
    });
    turn
}

/// What can be done about a card, each thing once.
fn all_fixes<'f>(cx: &Cx<'_>, cache: &mut FixCache, card: &FindingCard<'f>) -> Vec<(&'f Finding, Fix)> {
    let mut all: Vec<(&Finding, Fix)> = Vec::new();
    for finding in card.findings.iter().copied().filter(|finding| finding.state.is_open()) {
        for fix in cache.of(cx, finding) {
            if !all.iter().any(|(_, known)| known.title == fix.title) {
                all.push((finding, fix.clone()));
            }
        }
    }
    all
}

/// Width of a small button with that word.
fn fix_width(cx: &Cx<'_>, ui: &Ui, text: &str) -> f32 {
    paint::line(ui.painter(), fonts::BODY_M, text, cx.tokens.text).size().x + 16.0
}

/// A name as far as it fits on a small button: the first fix stands on one, whatever it is called.
fn fitting(cx: &Cx<'_>, ui: &Ui, name: &str, room: f32) -> String {
    if fix_width(cx, ui, name) <= room {
        return name.to_owned();
    }
    let mut cut: Vec<char> = name.chars().collect();
    while cut.len() > 8 {
        cut.pop();
        let word: String = cut.iter().collect();
        let word = format!("{}…", word.trim_end());
        if fix_width(cx, ui, &word) <= room {
            return word;
        }
    }
    cut.into_iter().chain(['…']).collect()
}

/// The first `most` fixes as buttons, as far as there is room, and behind the dots the others and the rule.
fn buttons(cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions, card: &FindingCard<'_>, all: &[(&Finding, Fix)], most: usize) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
        let mut room = ui.available_width() - 32.0;
        let mut rest = Vec::new();
        for (at, (finding, fix)) in all.iter().enumerate() {
            let icon = if at == 0 { 20.0 } else { 0.0 };
            let word = if at == 0 { fitting(cx, ui, &fix.title, room - icon) } else { fix.title.clone() };
            let width = fix_width(cx, ui, &word) + icon;
            if at >= most || (at > 0 && width > room) {
                rest.push((*finding, fix));
                continue;
            }
            room -= width + 6.0;
            // The worst finding of the plan's moment gets the one primary button; the others stay quieter.
            let primary = at == 0 && data::tone(finding) == Tone::Error;
            let button = if primary { Button::primary(&word).icon(icons::ARROW_RIGHT) } else { Button::secondary(&word) };
            let note = fixes::note(fix);
            let note = if word == fix.title { note.clone() } else { format!("{}\n{note}", fix.title) };
            let button = button.named(&fix.title).small().disabled(cx.locked()).show(ui);
            if fixes::with_note(cx, button, &note).clicked() {
                fixes::apply(cx.campaign, fix, finding, out);
            }
        }
        let Some(first) = card.findings.first() else { return };
        if let State::Accepted(id) = first.state {
            if Button::secondary(accept::change()).small().disabled(cx.locked()).show(ui).clicked() {
                out.push(Action::ChangeAcceptance(id));
            }
            if Button::secondary(accept::take_back()).small().disabled(cx.locked()).show(ui).clicked() {
                out.push(Action::Withdraw(id));
            }
        } else if all.is_empty() && Button::secondary(say::explain()).small().show(ui).clicked() {
            out.push(Action::Explain(first.code()));
        }
        let more = small_more(ui, cx, card.title);
        kit::opens_menu(&more);
        Popup::menu(&more).width(260.0).accessible_name(say::other_fixes()).show(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            for (finding, fix) in rest {
                if fixes::menu_row(cx, ui, None, (&fix.title, ""), &fixes::note(fix)) {
                    fixes::apply(cx.campaign, fix, finding, out);
                    ui.close();
                }
            }
            for finding in card.findings.iter().filter(|finding| finding.state.is_open()) {
                // Each thing that is missing is accepted for itself.
                let line = finding.missing.as_ref().filter(|_| card.findings.len() > 1).map(|missing| missing.line);
                let word = line.map_or_else(|| accept::accept_risk().to_owned(), accept::accept_named);
                if fixes::menu_row(cx, ui, Some(icons::ACCEPTED), (&word, ""), "") {
                    out.push(Action::Accept(FindingKey::of(finding)));
                    ui.close();
                }
            }
            if kit::menu_row(ui, None, say::explain(), "", false).clicked() {
                out.push(Action::Explain(first.code()));
                ui.close();
            }
        });
    });
}

/// The button behind which the other fixes stand, as high as small buttons.
fn small_more(ui: &mut Ui, cx: &Cx<'_>, title: &str) -> egui::Response {
    let t = cx.tokens;
    let (rect, response) = ui.allocate_exact_size(vec2(26.0, SMALL), Sense::click());
    let name = inspect::more_about(title);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let fill = if response.hovered() { t.hover } else { t.card };
    let edge = Stroke::new(theme::EDGE, t.line);
    ui.painter().rect(rect, CornerRadius::same(theme::R2), fill, edge, StrokeKind::Inside);
    icons::MORE.paint(ui.painter(), rect.center(), 14.0, t.text_2);
    if response.has_focus() {
        paint::ring(ui.painter(), rect, theme::R2, 1.0, t.accent);
    }
    kit::into_sight(&response);
    response.on_hover_text(say::other_fixes())
}
