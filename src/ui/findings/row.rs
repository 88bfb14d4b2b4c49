//! The rows of the list: a finding with what can be done about it, a finding that a fix would bring, the head of a group.

use std::borrow::Cow;
use std::sync::Arc;

use egui::{
    Align, Color32, Galley, Id, Layout, Painter, Popup, Pos2, Rect, Response, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use super::list::{Group, MissingHead};
use super::{FindingsState, NARROW, ROW, data, fixes, why};
use crate::check::{Applicability, Finding, Fix, Severity, State};
use crate::ui::bars;
use crate::ui::command::Command;
use crate::ui::fonts::{self, Face};
use crate::ui::icons::{self, Icon};
use crate::ui::kit::{self, Button, marks, paint};
use crate::ui::theme::{self, Tone, space};
use crate::ui::view::{Action, Actions, Counts, Cx, FindingKey};
use crate::words::{self, accept, counts, mend, window as say};

/// The longest name of a fix that stands on its button, in characters.
const LONGEST: usize = 26;
/// From the right edge to where the codes of rules begin, in points: they stand in a column of their own.
const CODE: f32 = 280.0;
/// Where sentences begin, in points.
pub(super) const TEXT: f32 = 38.0;
/// How far what is missing before an ask stands in under its head, in points.
const INDENT: f32 = 22.0;
/// A sentence in two lines: they lie nearer together than elsewhere, so that they touch neither the line under the row nor the foot of
/// the panel.
const TWO_LINES: Face = Face { line: 12.0, ..fonts::META };
/// From this width on there is a button for accepting, and what it needs, in points.
const ROOMY: f32 = 820.0;
const ACCEPT: f32 = 92.0;
/// From this width on what can be done stands there in words; below it as signs, so that the sentence has the room.
const WORDS: f32 = 880.0;
/// Below this width its first fix does without its word, in points.
const BARE: f32 = 420.0;
/// From the right edge to the codes where signs stand there, and what the one for accepting needs, in points.
const CODE_OF_SIGNS: f32 = 250.0;
const ACCEPT_SIGN: f32 = 32.0;

/// A finding.
pub(super) fn finding(
    cx: &Cx<'_>,
    state: &mut FindingsState,
    ui: &mut Ui,
    out: &mut Actions,
    (finding, is_part): (&Finding, bool),
    budget: &mut usize,
) {
    let t = cx.tokens;
    let row = data::row(cx.campaign, finding);
    // Under a head that names the ask, a line for each thing that is missing.
    let part = finding.missing.as_ref().filter(|_| is_part).map(|missing| accept::part(missing.line, row.message));
    let message = part.as_deref().unwrap_or(row.message);
    let indent = if is_part { INDENT } else { 0.0 };
    let resolved = cx.preview.is_some_and(|preview| preview.effect.resolves(finding));
    let previewed = cx.preview.is_some_and(|preview| preview.key == row.key);
    let current = state.shown.as_ref() == Some(&row.key);
    let name = if resolved { mend::resolved_row(row.message) } else { say::finding_row(data::tone_word(row.tone), row.message) };
    let id = ui.scope_id().with(("finding", &row.key, finding.moments.last()));
    let (rect, response) = base(ui, id, current || previewed, &name);
    let tone = if resolved { Tone::Ok } else { row.tone };
    marks::tone(ui.painter(), pos2(rect.left() + 20.0 + indent, rect.center().y), 15.0, tone, t);

    let mut right = ui.new_child(
        UiBuilder::new().id_salt(id).max_rect(rect.shrink2(vec2(12.0, 0.0))).layout(Layout::right_to_left(Align::Center)),
    );
    right.spacing_mut().item_spacing.x = space::S;
    let wide = rect.width() >= NARROW;
    let signs = wide && rect.width() < WORDS;
    if resolved && !previewed {
        let done = paint::line(right.painter(), fonts::BODY_M, mend::resolved(), t.s_ok);
        let (place, _) = right.allocate_exact_size(done.size(), Sense::hover());
        right.painter().galley(place.min, done, t.s_ok);
    } else {
        let roomy = rect.width() >= ROOMY;
        if roomy {
            acceptance(cx, &mut right, out, (finding, &row.key), signs);
        }
        let button = told(&mut right, icons::QUESTION, say::explain(), signs);
        why::popup(cx, finding, &button, out);
        if finding.state.is_open() {
            fix_buttons(cx, state, &mut right, out, finding, &row.key, budget);
        } else if !roomy {
            acceptance(cx, &mut right, out, (finding, &row.key), signs);
        }
    }
    let start = rect.left() + TEXT + indent;
    let mut end = right.min_rect().left() - space::XL;
    let painter = ui.painter();
    if wide {
        let code = paint::line(painter, fonts::META, row.code, t.text_3);
        let (column, accept) = if signs { (CODE_OF_SIGNS, ACCEPT_SIGN) } else { (CODE, ACCEPT) };
        let column = if rect.width() >= ROOMY { column + accept } else { column };
        let at = (end - code.size().x).min(rect.right() - column);
        // Every row has its code, so that none looks like another sort of finding; only a sentence that would be cut for it, in two
        // lines even, is what the row is for.
        let is_cut = |end: f32| sentence(painter, message, t.text, (end - start).max(20.0)).elided;
        let gives_way = is_cut(at - space::XL) && !is_cut(end);
        if !gives_way {
            painter.galley(pos2(at, rect.center().y - code.size().y / 2.0), code, t.text_3);
            end = at - space::XL;
        }
    }
    let color = if resolved { t.text_2 } else { t.text };
    // What became of an acceptance stands beside what it is about, and leaves it most of the room.
    let note = data::note(cx.campaign, finding);
    let noted = note.as_ref().map_or(0.0, |note| paint::line(painter, fonts::META, note, t.text_2).size().x + space::XL);
    let room = (end - start - noted.min((end - start) * 0.5)).max(20.0);
    let message = sentence(painter, message, color, room);
    let size = message.size();
    if resolved {
        struck(painter, pos2(start, rect.center().y), &message, t.text_2);
    }
    painter.galley(pos2(start, rect.center().y - above(&message)), message, color);
    if let Some(note) = &note {
        let from = start + size.x + space::XL;
        let galley = paint::line_within(painter, fonts::META, note, t.text_2, (end - from).max(20.0));
        painter.galley(pos2(from, rect.center().y - galley.size().y / 2.0), galley, t.text_2);
    }
    if let Some(note) = note {
        ui.ctx().accesskit_node_builder(id, |node| node.set_description(note));
    }
    if response.has_focus() {
        paint::ring(ui.painter(), rect, theme::R1, -2.0, t.accent);
    }
    if super::explained(cx, response, &row.full).clicked() {
        out.push(Action::ShowFinding(row.key));
    }
}

/// The sentence of a finding: in a line where it has the room, else in two that have room in a row.
pub(super) fn sentence(painter: &Painter, text: &str, color: Color32, room: f32) -> Arc<Galley> {
    let line = paint::line_within(painter, fonts::BODY, text, color, room);
    if line.elided { paint::lines_within(painter, TWO_LINES, text, color, room, 2) } else { line }
}

/// From the middle of a row up to where a sentence begins: letters stand low in their lines, which is seen of two in a row.
pub(super) fn above(galley: &Galley) -> f32 {
    galley.size().y / 2.0 + if galley.rows.len() > 1 { 1.0 } else { 0.0 }
}

/// Strikes its lines through, where `at` is the middle of its left edge.
pub(super) fn struck(painter: &Painter, at: Pos2, galley: &Galley, color: Color32) {
    let top = at.y - above(galley);
    for row in &galley.rows {
        let line = row.rect();
        painter.hline(at.x..=at.x + line.width(), top + line.center().y + 0.5, Stroke::new(theme::EDGE, color));
    }
}

/// A quiet button: in words, or as a sign with the same name.
fn told(ui: &mut Ui, icon: Icon, name: &str, sign: bool) -> Response {
    if sign { kit::icon_button(ui, icon, name, false, None) } else { Button::quiet(name).small().show(ui) }
}

/// What can be done about whether a finding is accepted.
fn acceptance(cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions, (finding, key): (&Finding, &FindingKey), sign: bool) {
    let State::Accepted(id) = finding.state else {
        let name = accept::accept_risk();
        let button = if sign {
            let keys = bars::keys(ui, Command::AcceptRisk);
            kit::icon_button(ui, icons::ACCEPTED, name, false, cx.locked()).on_hover_text(keys)
        } else {
            let tip = bars::with_keys(ui, Command::AcceptRisk);
            Button::quiet(name).small().tooltip(&tip).disabled(cx.locked()).show(ui)
        };
        if button.clicked() {
            out.push(Action::Accept(key.clone()));
        }
        return;
    };
    if Button::quiet(accept::take_back()).small().disabled(cx.locked()).show(ui).clicked() {
        out.push(Action::Withdraw(id));
    }
    if Button::secondary(accept::change()).small().disabled(cx.locked()).show(ui).clicked() {
        out.push(Action::ChangeAcceptance(id));
    }
}

/// The head over what is missing before one ask: a press folds it, or unfolds it.
pub(super) fn missing(cx: &Cx<'_>, state: &mut FindingsState, ui: &mut Ui, head: &MissingHead) {
    let t = cx.tokens;
    let tone = match (head.of.1, head.severity) {
        (false, _) => Tone::Accepted,
        (true, Severity::Error) => Tone::Error,
        (true, Severity::Warning) => Tone::Warning,
        (true, Severity::Hint) => Tone::Hint,
    };
    let id = ui.scope_id().with(("missing", head.of, head.severity));
    let (rect, response) = base(ui, id, false, &accept::missing_card(data::tone_word(tone), &head.message));
    ui.ctx().accesskit_node_builder(id, |node| node.set_expanded(!head.folded));
    let painter = ui.painter();
    marks::tone(painter, pos2(rect.left() + 20.0, rect.center().y), 15.0, tone, t);
    let caret = if head.folded { icons::CARET_RIGHT } else { icons::CARET_DOWN };
    caret.paint(painter, pos2(rect.right() - 22.0, rect.center().y), 11.0, t.text_3);
    let start = rect.left() + TEXT;
    let message = paint::line_within(painter, fonts::BODY_M, &head.message, t.text, (rect.right() - 44.0 - start).max(20.0));
    painter.galley(pos2(start, rect.center().y - message.size().y / 2.0), message, t.text);
    if response.has_focus() {
        paint::ring(painter, rect, theme::R1, -2.0, t.accent);
    }
    if super::explained(cx, response, &head.message).clicked() {
        state.list.turn_missing(head.of);
        // The rows move in the next frame, not when the mouse does.
        ui.ctx().request_repaint();
    }
}

/// A finding that the fix on show would bring.
pub(super) fn new(cx: &Cx<'_>, ui: &mut Ui, finding: &Finding) {
    let t = cx.tokens;
    let id = ui.scope_id().with(("new finding", FindingKey::of(finding), finding.moments.last()));
    let (rect, response) = base(ui, id, false, &mend::new_row(&finding.message));
    let painter = ui.painter();
    marks::tone(painter, pos2(rect.left() + 20.0, rect.center().y), 15.0, data::tone(finding), t);
    let tag = paint::line(painter, fonts::BODY_M, mend::new(), t.s_warn);
    let end = rect.right() - 12.0 - tag.size().x;
    painter.galley(pos2(end, rect.center().y - tag.size().y / 2.0), tag, t.s_warn);
    let start = rect.left() + TEXT;
    let message = sentence(painter, &finding.message, t.text, (end - space::XL - start).max(20.0));
    painter.galley(pos2(start, rect.center().y - above(&message)), message, t.text);
    super::explained(cx, response, format!("{} {}", finding.message, finding.help));
}

/// The head of a group: a press folds it, or unfolds it.
pub(super) fn group(cx: &Cx<'_>, state: &mut FindingsState, ui: &mut Ui, group: Group, counts: Counts, folded: bool) {
    let t = cx.tokens;
    let title = group.name(cx.campaign);
    let found = words::findings(counts.errors, counts.warnings, counts.hints, counts.accepted);
    let id = ui.scope_id().with(("findings group", group));
    let (rect, response) = base(ui, id, false, &mend::group(&title, found));
    ui.ctx().accesskit_node_builder(id, |node| node.set_expanded(!folded));
    let painter = ui.painter();
    let caret = if folded { icons::CARET_RIGHT } else { icons::CARET_DOWN };
    caret.paint(painter, pos2(rect.left() + 20.0, rect.center().y), 11.0, t.text_3);
    let mut x = paint::text_at(painter, rect.left() + TEXT, rect.center().y, fonts::BODY_B, &title, t.text_2) + space::XL;
    for (tone, n) in counts.by_tone().into_iter().filter(|(_, n)| *n > 0) {
        marks::tone(painter, pos2(x + 6.5, rect.center().y), 13.0, tone, t);
        x = paint::text_at(painter, x + 16.0, rect.center().y, fonts::META_M, &counts::grouped(n), t.text_2) + space::L;
    }
    if response.has_focus() {
        paint::ring(painter, rect, theme::R1, -2.0, t.accent);
    }
    if response.clicked() {
        state.list.turn(group);
        // The rows move in the next frame, not when the mouse does.
        ui.ctx().request_repaint();
    }
}

/// What every row has: its place, its ground, the line below, and its name.
pub(super) fn base(ui: &mut Ui, id: Id, chosen: bool, name: &str) -> (Rect, Response) {
    let t = theme::of(ui);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, name));
    let fill = match (chosen, response.hovered()) {
        (true, _) => t.accent_bg,
        (false, true) => t.hover,
        (false, false) => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, 0.0, fill);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(theme::EDGE, t.line_subtle));
    (rect, response)
}

/// The buttons that mend: the first fix, and a menu where there are more. Where nothing can be mended there is none.
pub(super) fn fix_buttons(
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
    let Some(first) = shown.first() else {
        more_button(cx, state, ui, out, finding, key);
        return;
    };
    let note = fixes::note(first);
    let previewed = cx.preview.is_some_and(|preview| preview.key == *key);
    let (name, whole) = (begun(&first.title).into_owned(), first.title.clone());
    let button = first_button(first, &name, &whole, previewed);
    let button = if ui.max_rect().width() < BARE { button.without_word() } else { button };
    more_button(cx, state, ui, out, finding, key);
    let button = button.disabled(cx.locked()).show(ui);
    let button = if super::is_below_bar(cx) { button } else { fixes::with_note(cx, button, &note) };
    if button.clicked()
        && let Some(fix) = state.fixes.of(cx, finding).first()
    {
        fixes::apply(cx.campaign, fix, finding, out);
    }
}

/// The dots behind which stand the other fixes, and accepting the finding as it is.
fn more_button(cx: &Cx<'_>, state: &mut FindingsState, ui: &mut Ui, out: &mut Actions, finding: &Finding, key: &FindingKey) {
    let more = kit::icon_button(ui, icons::MORE, say::other_fixes(), false, None);
    kit::opens_menu(&more);
    Popup::menu(&more).width(280.0).accessible_name(say::fixes()).show(|ui| {
        fixes::rows_of(cx, &mut state.fixes, finding, ui, out);
        fixes::accept_row(cx, key, ui, out);
    });
}

/// The three sorts of fixes look and read differently: what is shown first, what is done at once, what leads to a field. What leads
/// there does so while another fix of the finding is shown, too.
fn first_button<'a>(fix: &Fix, name: &'a str, whole: &'a str, previewed: bool) -> Button<'a> {
    match fix.applicability {
        Applicability::Jump(_) => Button::secondary(mend::go_to_field()).icon(icons::ARROW_RIGHT).small(),
        _ if previewed => Button::primary(mend::preview_fix()).icon(icons::EYE).small(),
        Applicability::Suggested => Button::outlined(mend::preview_fix()).icon(icons::EYE).small(),
        Applicability::Safe => Button::secondary(name).named(whole).icon(icons::PLUS).small(),
    }
}

/// As many words of a title as a button has room for: what a fix does is never only called a fix. The whole of it stands under the
/// pointer.
fn begun(title: &str) -> Cow<'_, str> {
    let Some((end, _)) = title.char_indices().nth(LONGEST) else { return Cow::Borrowed(title) };
    let head = title.get(..end).unwrap_or(title);
    let words = head.rsplit_once(' ').map_or(head, |(words, _)| words);
    Cow::Owned(format!("{}…", words.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_title_is_begun_and_ends_between_two_words() {
        assert_eq!(begun("Add a joint announcement"), "Add a joint announcement");
        assert_eq!(begun("Gemeinsame Ankündigung hinzufügen"), "Gemeinsame Ankündigung…");
        assert_eq!(begun("Karte hinzufügen, die etwas gibt"), "Karte hinzufügen, die…");
        assert_eq!(begun("Donaudampfschifffahrtsgesellschaft"), "Donaudampfschifffahrtsgese…");
    }
}
