//! What floats over the board while a fix is shown and not done: what it is, what changes in numbers, and the two answers.

use egui::{Align, Color32, CornerRadius, Layout, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::FindingsState;
use super::effect::{self, Change};
use crate::analysis::curve::Band;
use crate::ui::board::band_name;
use crate::ui::kit::{self, paint};
use crate::ui::theme::{self, Lift, space};
use crate::ui::view::{Action, Actions, Counts, Cx, Preview};
use crate::ui::{fonts, icons};
use crate::words::mend as say;

/// Height of the bar where all of it stands beside one another, and what a second line adds, in points.
const HEIGHT: f32 = 57.0;
const SECOND: f32 = 27.0;
/// Below this width the numbers stand on a line of their own, in points.
const ROOMY: f32 = 780.0;
/// Below this width the answers do, too, without their keys, and what their line adds, in points.
const TIGHT: f32 = 480.0;
const ANSWERS: f32 = 33.0;
/// From the bar to the edges of the board, in points.
pub const MARGIN: f32 = 12.0;
/// From the left edge of the bar to its title, in points.
const WORDS: f32 = 44.0;
/// What the title has at least, in points.
const TITLE: f32 = 120.0;
/// How many numbers nearly every fix has.
const USUAL: usize = 3;
/// From one number to the next, in points.
const GAP: f32 = 24.0;
/// What the arrow takes between what was and what would be, in points.
const ARROW: f32 = 22.0;
/// From one number to the next where they stand in a line, and from a word to its number, in points.
const CLOSE: f32 = 16.0;
const WORD: f32 = 7.0;

/// How high the bar is over a board of that width, in points.
#[must_use]
pub fn height(board: f32) -> f32 {
    HEIGHT + if is_low(board) { SECOND } else { 0.0 } + if is_tight(board) { ANSWERS } else { 0.0 }
}

fn is_tight(board: f32) -> bool {
    board - 2.0 * MARGIN < TIGHT
}

fn is_low(board: f32) -> bool {
    board - 2.0 * MARGIN < ROOMY
}

/// What can be answered to a preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Do it.
    Apply,
    /// Leave everything as it is.
    Keep,
    /// Show the fix before this one.
    Before,
    /// Show the next fix of the finding.
    Next,
}

/// Draws the bar at the lower edge of the board, where `board` is; nothing where no fix is shown.
pub fn preview_bar_ui(cx: &Cx<'_>, state: &mut FindingsState, board: Rect, ui: &mut Ui, out: &mut Actions) {
    state.focused = None;
    let Some(preview) = cx.preview else { return };
    let Some(fix) = preview.fix() else { return };
    let t = cx.tokens;
    let rect = Rect::from_min_max(
        pos2(board.left() + MARGIN, board.bottom() - MARGIN - height(board.width())),
        pos2(board.right() - MARGIN, board.bottom() - MARGIN),
    );
    // Cards under the bar do not answer through it.
    let ground = ui.interact(rect, ui.scope_id().with("preview bar"), Sense::CLICK | Sense::DRAG);
    let kept = preview.effect.kept();
    ground.widget_info(|| WidgetInfo::labeled(Role::Status, true, say::preview_bar(&fix.title, &kept)));
    ui.ctx().accesskit_node_builder(ground.id, |node| node.set_live(egui::accesskit::Live::Polite));
    let painter = ui.painter();
    let radius = CornerRadius::same(theme::R4);
    painter.add(theme::shadow(ui.theme(), Lift::Pop).as_shape(rect, radius));
    painter.rect(rect, radius, t.card, Stroke::new(theme::EDGE, t.accent_line), StrokeKind::Inside);
    let first = Rect::from_min_size(rect.min, vec2(rect.width(), HEIGHT));
    icons::EYE.with(fonts::IconFace::Fill).paint(painter, pos2(rect.left() + 26.0, first.center().y), 18.0, t.accent);

    let layout = Layout::right_to_left(Align::Center);
    let tight = is_tight(board.width());
    let line = if tight { first.translate(vec2(0.0, HEIGHT - space::S)).with_max_y(first.bottom() + ANSWERS) } else { first };
    let inner = line.shrink2(vec2(space::XL, 0.0));
    let mut right = ui.new_child(UiBuilder::new().id_salt("preview answers").max_rect(inner).layout(layout));
    right.spacing_mut().item_spacing.x = space::L;
    answers(cx, state, preview, &mut right, !tight, out);
    let end = if tight { rect.right() } else { right.min_rect().left() } - space::XL;
    let about = preview.effect.lanes.first().copied().or(preview.key.lane);
    let finding = super::data::find(cx.derived, &preview.key);
    let asks = finding.map_or(&[][..], |finding| &finding.moments);
    let changes = effect::changes((cx.campaign, cx.derived), &preview.derived, about, asks);
    if is_low(board.width()) {
        texts(cx, ui, first, end, (&fix.title, &kept), &[], &[]);
        in_line(cx, ui, Rect::from_min_max(pos2(rect.left() + 17.0, line.bottom() - 5.0), rect.max), &changes);
    } else {
        let view = cx.derived.lanes.iter().find(|view| Some(view.lane.id) == about);
        let curve = view.and_then(|view| view.curve.as_ref());
        let at_ask = curve.and_then(|curve| asks.iter().find_map(|id| curve.around(*id)).map(|around| Band::of(around.before)));
        let bands: Vec<Band> = curve.map(|curve| curve.ends_in(cx.derived.end)).into_iter().chain(at_ask).collect();
        let slots = slots(ui, end - first.left() - WORDS, (&changes, cx.derived.counts), &bands);
        texts(cx, ui, first, end, (&fix.title, &kept), &changes, &slots);
    }
}

/// Numbers one after another, as many as have room.
fn in_line(cx: &Cx<'_>, ui: &Ui, rect: Rect, changes: &[Change]) {
    let mut x = rect.left();
    let y = rect.center().y - 4.0;
    for change in changes {
        let (word, values) = widths(ui, change);
        let end = x + word + WORD + values;
        if end > rect.right() - WORD {
            break;
        }
        speak(ui, Rect::from_x_y_ranges(x..=end, y - 10.0..=y + 10.0), change);
        paint::text_at(ui.painter(), x, y, fonts::META, &change.label, cx.tokens.text_3);
        from_to(cx, ui, pos2(x + word + WORD, y), change);
        x = end + CLOSE;
    }
}

/// Title and what stays at the left, with all the room there is; at the right the numbers, each under its word. Their places are those of
/// `slots`, whichever fix is shown. What has no room stands under the pointer.
fn texts(cx: &Cx<'_>, ui: &Ui, rect: Rect, end: f32, (title, kept): (&str, &str), changes: &[Change], slots: &[f32]) {
    let t = cx.tokens;
    let painter = ui.painter();
    let left = rect.left() + WORDS;
    // The last number stands before the others: few fixes have it, and without it the words have its room.
    let (usual, seldom) = slots.split_at(slots.len().min(USUAL));
    let from = end - usual.iter().sum::<f32>();
    let begins = if changes.len() > USUAL { from - seldom.iter().sum::<f32>() } else { from };
    let room = (begins - space::L - left).max(20.0);
    let heading = paint::line_within(painter, fonts::UI_B, title, t.text, room);
    let line = paint::line_within(painter, fonts::META, kept, t.text_2, room);
    let hidden = if slots.is_empty() { &[] } else { changes.get(slots.len()..).unwrap_or_default() };
    if heading.elided || line.elided || !hidden.is_empty() {
        let place = Rect::from_x_y_ranges(left..=left + room, rect.y_range());
        ui.interact(place, ui.scope_id().with("preview title"), Sense::hover()).on_hover_ui(|ui| {
            ui.label(fonts::BODY_B.rich(title));
            ui.label(fonts::BODY.rich(kept));
            for change in hidden {
                ui.label(fonts::BODY.rich(say::bar_change(&change.label, &change.before, &change.after)));
            }
        });
    }
    painter.galley(pos2(left, rect.center().y - 18.0), heading, t.text);
    painter.galley(pos2(left, rect.center().y + 3.0), line, t.text_2);
    let (mut x, y) = (from, rect.center().y);
    for (change, slot) in changes.iter().zip(usual) {
        block(cx, ui, pos2(x, y), change, slot - GAP);
        x += slot;
    }
    for (change, slot) in changes.iter().skip(USUAL).zip(seldom) {
        block(cx, ui, pos2(begins, y), change, slot - GAP);
    }
}

/// The room of each number in a bar where so much is left for them and the title: enough for any fix, so that nothing moves under the eye on
/// the way from one to the next, but no more: what was is the same with any fix, `now` and `bands` in the plan as it is. As many as leave
/// the title its room; the first ones matter most.
fn slots(ui: &Ui, room: f32, (changes, now): (&[Change], Counts), bands: &[Band]) -> Vec<f32> {
    let line = |face, text: &str| paint::line(ui.painter(), face, text, Color32::PLACEHOLDER).size().x;
    // What would be is hardly longer than what was.
    let numbers = |at: usize| changes.get(at).map_or(0.0, |change| 2.0 * line(fonts::UI_B, &change.before) + ARROW);
    let count = |at, words: &[&str]| words.iter().map(|word| line(fonts::META, word)).fold(numbers(at), f32::max) + GAP;
    let worst = [say::bar_errors(), say::bar_warnings(), say::bar_hints()];
    // Where there is an error, errors are counted whatever a fix does; else it could bring one.
    let worst = match (now.errors, now.warnings) {
        (1.., _) => &worst[..1],
        (0, 1..) => &worst[..2],
        _ => &worst[..],
    };
    let mut slots = vec![count(0, &[say::bar_findings()]), count(1, worst)];
    if !bands.is_empty() {
        let widest =
            |bands: &mut dyn Iterator<Item = Band>| bands.map(|band| line(fonts::UI_B, band_name(band))).fold(0.0, f32::max);
        let was = widest(&mut bands.iter().copied());
        let would_be = widest(&mut Band::EDGES.iter().map(|(band, _)| *band));
        slots.extend([was + ARROW + would_be + GAP; 2]);
    }
    while slots.len() > 2 && slots.iter().sum::<f32>() + TITLE > room {
        slots.pop();
    }
    slots
}

fn width(ui: &Ui, change: &Change) -> f32 {
    let (word, values) = widths(ui, change);
    word.max(values)
}

/// What the word needs, and what the two values with the arrow between them do.
fn widths(ui: &Ui, change: &Change) -> (f32, f32) {
    let line = |face, text: &str| paint::line(ui.painter(), face, text, Color32::PLACEHOLDER).size().x;
    (line(fonts::META, &change.label), line(fonts::UI_B, &change.before) + ARROW + line(fonts::UI_B, &change.after))
}

fn speak(ui: &Ui, place: Rect, change: &Change) {
    let response = ui.interact(place, ui.scope_id().with(("preview change", &change.label)), Sense::hover());
    let spoken = say::bar_change(&change.label, &change.before, &change.after);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
}

/// What was, an arrow, and what would be.
fn from_to(cx: &Cx<'_>, ui: &Ui, at: egui::Pos2, change: &Change) {
    let t = cx.tokens;
    let x = paint::text_at(ui.painter(), at.x, at.y, fonts::UI_B, &change.before, t.text_2);
    icons::ARROW_RIGHT.paint(ui.painter(), pos2(x + 11.0, at.y), 12.0, t.text_3);
    let color = change.tone.map_or(t.text, |tone| t.tone(tone).text);
    paint::text_at(ui.painter(), x + ARROW, at.y, fonts::UI_B, &change.after, color);
}

/// A word over what was and what would be.
fn block(cx: &Cx<'_>, ui: &Ui, middle: egui::Pos2, change: &Change, room: f32) {
    speak(ui, Rect::from_min_size(middle - vec2(0.0, 18.0), vec2(room.min(width(ui, change)), 36.0)), change);
    let word = paint::line_within(ui.painter(), fonts::META, &change.label, cx.tokens.text_3, room);
    ui.painter().galley(pos2(middle.x, middle.y - 10.0 - word.size().y / 2.0), word, cx.tokens.text_3);
    from_to(cx, ui, pos2(middle.x, middle.y + 9.0), change);
}

/// The answers, from the right: apply, keep, and where the finding has several fixes the way to the others.
fn answers(cx: &Cx<'_>, state: &mut FindingsState, preview: &Preview, ui: &mut Ui, has_keys: bool, out: &mut Actions) {
    let t = cx.tokens;
    let apply = answer(ui, say::apply(), has_keys.then(say::key_enter), true);
    if apply.has_focus() {
        state.focused = Some(Choice::Apply);
    }
    if apply.clicked() {
        out.push(Action::ApplyPreview);
    }
    let keep = answer(ui, say::keep(), has_keys.then(say::key_escape), false);
    if keep.has_focus() {
        state.focused = Some(Choice::Keep);
    }
    if keep.clicked() {
        out.push(Action::LeavePreview);
    }
    let count = preview.fixes.len();
    if count < 2 {
        return;
    }
    ui.add_space(space::S);
    ui.spacing_mut().item_spacing.x = space::XS;
    let other = |by: isize| {
        let at = (preview.at.cast_signed() + by).rem_euclid(count.cast_signed()).unsigned_abs();
        preview.fixes.get(at).map(|fix| Action::PreviewFix(preview.key.clone(), fix.clone()))
    };
    for (icon, name, choice, by) in
        [(icons::CARET_RIGHT, say::other_fix(), Choice::Next, 1), (icons::CARET_LEFT, say::fix_before(), Choice::Before, -1)]
    {
        if choice == Choice::Before {
            let words = say::place(preview.at + 1, count);
            // As wide as the widest of them: the buttons stay under the pointer from one fix to the next.
            let galley = |at: usize| paint::line(ui.painter(), fonts::META, &say::place(at, count), t.text_2);
            let width = (1..=count).map(|at| galley(at).size().x).fold(0.0, f32::max);
            let shown = galley(preview.at + 1);
            let (place, label) = ui.allocate_exact_size(vec2(width, shown.size().y), Sense::hover());
            label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
            ui.painter().galley(pos2(place.center().x - shown.size().x / 2.0, place.top()), shown, t.text_2);
        }
        let button = kit::icon_button(ui, icon, name, false, None);
        if button.has_focus() {
            state.focused = Some(choice);
        }
        if button.clicked()
            && let Some(action) = other(by)
        {
            out.push(action);
        }
    }
}

/// A button, where there is room with the key that presses it in a cap after its word.
fn answer(ui: &mut Ui, word: &str, key: Option<&str>, primary: bool) -> egui::Response {
    let t = theme::of(ui);
    let galley = paint::line(ui.painter(), fonts::BODY_M, word, Color32::PLACEHOLDER);
    let cap = key.map(|key| paint::line(ui.painter(), fonts::META_M, key, Color32::PLACEHOLDER));
    let cap_width = cap.as_ref().map_or(0.0, |cap| cap.size().x + 18.0);
    let size = vec2(galley.size().x + cap_width + 22.0, theme::HIT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, word));
    let over = response.hovered() || response.is_pointer_button_down_on();
    let (fill, text, edge) = match (primary, over) {
        (true, false) => (t.accent, t.on_accent, t.on_accent),
        (true, true) => (t.accent_hover, t.on_accent, t.on_accent),
        (false, true) => (t.hover, t.text, t.line),
        (false, false) => (Color32::TRANSPARENT, t.text, t.line),
    };
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::same(theme::R2), fill);
    painter.galley(pos2(rect.left() + 11.0, rect.center().y - galley.size().y / 2.0), galley, text);
    if let Some(cap) = cap {
        let size = vec2(cap.size().x + 10.0, 18.0);
        let place = Rect::from_min_size(pos2(rect.right() - 10.0 - size.x, rect.center().y - 9.0), size);
        let edge = if primary { edge.gamma_multiply(0.5) } else { edge };
        painter.rect_stroke(place, CornerRadius::same(theme::R1), Stroke::new(theme::EDGE, edge), StrokeKind::Inside);
        let color = if primary { text } else { t.text_2 };
        painter.galley(place.center() - cap.size() / 2.0, cap, color);
    }
    if response.has_focus() {
        paint::ring(painter, rect, theme::R2, 1.0, t.accent);
    }
    response
}
