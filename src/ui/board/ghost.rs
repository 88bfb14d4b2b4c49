//! Draws the fix on show: ghosts, curves before and after, the arrow of the ask, and the veil over the rest.

use std::sync::Arc;

use egui::{Align2, CornerRadius, Painter, Pos2, Rect, Role as Spoken, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::card::{self, Look};
use super::curve;
use super::data::Row;
use super::face;
use super::frame::{Frame, painter_in, tone, when_brief, when_text};
use super::lane;
use super::markers;
use super::pile;
use super::preview::{ARC, Role, Scene, SceneRow};
use super::state::BoardState;
use crate::analysis::curve::Curve;
use crate::analysis::packing::{Place, Size};
use crate::model::{Moment, MomentId};
use crate::ui::findings::effect::arc_words;
use crate::ui::kit::paint;
use crate::ui::theme::{self, DASH_SLOT, Lift, R3, RING, SLOT};
use crate::ui::view::Cx;
use crate::ui::{fonts, icons};
use crate::words::{mend as say, steps};

/// How much of the ground lies over what does not change.
const VEIL: f32 = 0.62;
/// The dashes of the curve as it was.
const DASH_BEFORE: [f32; 2] = [3.0, 3.0];
/// How much is left of a card that goes to the tray.
const GOING: f32 = 0.45;

/// Draws everything about the fix; names and axis are drawn already.
pub(super) fn scene(frame: &Frame<'_>, scene: &Scene, rows: &[Row], creators: &[Option<usize>], state: &mut BoardState, ui: &Ui) {
    let painter = painter_in(ui, frame.content);
    veil(frame, scene, rows, ui);
    let preview = &scene.preview;
    let cx = Cx { campaign: &preview.campaign, derived: &preview.derived, preview: None, ..*frame.cx };
    let after = frame.with(&cx);
    for row in scene.rows() {
        let creator = rows.iter().position(|other| other.at == row.before.at).and_then(|at| creators.get(at).copied().flatten());
        curves(frame, &after, &painter, scene, row);
        cards(frame, &after, &painter, scene, row, creator, state, ui);
        order(&after, &painter, scene, row);
        arc(frame, &after, &painter, scene, row);
    }
}

/// The ground over lanes and names that stay as they are.
fn veil(frame: &Frame<'_>, scene: &Scene, rows: &[Row], ui: &Ui) {
    let share = VEIL * scene.presence();
    let others = || rows.iter().filter(|row| !scene.covers(row));
    let content = painter_in(ui, frame.content);
    let names = painter_in(ui, frame.names());
    for row in others() {
        let top = frame.lane_top(row.at);
        let lane = Rect::from_x_y_ranges(frame.content.x_range(), top..=top + frame.metrics.lane);
        content.rect_filled(lane, CornerRadius::ZERO, frame.t.canvas.gamma_multiply(share));
        // Where the names stand above their lanes, they lie within them and under the veil already.
        if frame.metrics.head <= 0.0 {
            names.rect_filled(frame.name(row), CornerRadius::ZERO, frame.t.panel.gamma_multiply(share));
        }
    }
}

/// The curve as it would be, and dashed as it is now.
fn curves(frame: &Frame<'_>, after: &Frame<'_>, painter: &Painter, scene: &Scene, row: &SceneRow) {
    curve::lane(after, painter, &row.after);
    let top = frame.lane_top(row.before.at);
    let lane = Rect::from_x_y_ranges(frame.content.x_range(), top..=top + frame.metrics.lane);
    super::axis::today_line(after, &painter.with_clip_rect(lane.intersect(painter.clip_rect())));
    let (Some(old), Some(new)) = (frame.curve(&row.before), after.curve(&row.after)) else { return };
    let was = curve::points(frame, top, old);
    if was == curve::points(after, top, new) {
        return;
    }
    let mut painter = painter.clone();
    painter.multiply_opacity(scene.presence());
    paint::dashed_line(&painter, &was, Stroke::new(SLOT, frame.t.s_err_fill), DASH_BEFORE);
    labels(after, &painter, top, row, (old, new));
}

/// "before" and "after" where the two curves are furthest apart, beside no marker.
fn labels(after: &Frame<'_>, painter: &Painter, top: f32, row: &SceneRow, (old, new): (&Curve, &Curve)) {
    /// From one look at the curves to the next, in points.
    const STEP: f32 = 8.0;
    /// What a word needs to both sides.
    const CLEAR: f32 = 26.0;
    let places = row.after.packed.places().get(row.after.seen.clone()).unwrap_or_default();
    let stems: Vec<f32> = places.iter().take(400).filter_map(|place| place.stem).map(|stem| after.x(stem)).collect();
    let value = |curve: &Curve, x: f32| after.value_y(top, curve.value_at(after.scale.at(after.plan_x(x))));
    let count = ((after.content.width() - 2.0 * CLEAR) / STEP).max(0.0) as u16;
    let at = |n: u16| after.content.left() + CLEAR + f32::from(n) * STEP;
    let free = |x: f32| stems.iter().all(|stem| (stem - x).abs() > CLEAR);
    let apart = |x: f32| (value(old, x) - value(new, x)).abs();
    let best = |taken: Option<f32>| {
        let spots = (0..count).map(at).filter(|x| free(*x) && taken.is_none_or(|other| (other - x).abs() > 120.0));
        spots.max_by(|a, b| apart(*a).total_cmp(&apart(*b))).filter(|x| apart(*x) > 6.0)
    };
    let Some(first) = best(None) else { return };
    // The words stand on the outer sides: over the upper curve and under the lower one.
    let word = |x: f32, curve: &Curve, text: &str, color| {
        let other = if std::ptr::eq(curve, new) { old } else { new };
        let galley = paint::line(painter, fonts::META_M, text, color);
        let over = value(curve, x) <= value(other, x);
        // The line may step under the word: what counts is its nearest point.
        let half = galley.size().x / 2.0;
        let ys = [x - half, x, x + half].map(|x| value(curve, x));
        let y = if over { ys.into_iter().fold(f32::MAX, f32::min) - 9.0 } else { ys.into_iter().fold(f32::MIN, f32::max) + 9.0 };
        let y = y.min(top + after.metrics.curve_top + after.metrics.curve - 3.0);
        let place = Align2::CENTER_CENTER.anchor_size(pos2(x, y), galley.size());
        painter.rect_filled(place.expand2(vec2(3.0, -1.0)), CornerRadius::same(3), after.t.canvas.gamma_multiply(0.8));
        painter.galley(place.min, galley, color);
    };
    word(first, old, say::before(), after.t.s_err);
    word(best(Some(first)).unwrap_or(first), new, say::after(), after.t.text_2);
}

#[expect(clippy::too_many_arguments, reason = "a lane before and after, with everything it is drawn with")]
fn cards(
    frame: &Frame<'_>,
    after: &Frame<'_>,
    painter: &Painter,
    scene: &Scene,
    row: &SceneRow,
    creator: Option<usize>,
    state: &mut BoardState,
    ui: &Ui,
) {
    let parked: Vec<(&Arc<Moment>, Rect)> = scene.preview.effect.parked.iter().filter_map(|id| gone(frame, row, *id)).collect();
    for (moment, rect) in &parked {
        going(frame, painter, scene, row.before.packed.size, moment, *rect, state);
    }
    markers::quiet(after, painter, &row.after);
    let places = row.after.packed.places();
    let cards = row.after.seen.clone().filter_map(|at| {
        let place = places.get(at)?;
        Some((at, place, row.after.lane.moments.get(place.index)?))
    });
    // What changes lies over the pile on which it stands.
    let (same, mut changed): (Vec<_>, Vec<_>) = cards.partition(|(.., moment)| scene.role(moment) == Role::Same);
    let mover = scene.preview.effect.mover().map(|moved| moved.id);
    changed.sort_by_key(|(.., moment)| Some(moment.id) == mover);
    let (mut n, mut pile_drawn) = (0, None);
    for (at, place, moment) in same.into_iter().chain(changed) {
        let to = after.card_rect(&row.after, place);
        let role = scene.role(moment);
        let way = if role == Role::Same { scene.presence() } else { scene.way(n) };
        n += usize::from(role != Role::Same);
        let rect = travelled(frame, row, moment.id, to, way, role);
        name(after, &row.after, creator, moment, role, to, ui);
        if row.after.packed.size == Size::Xs {
            small(after, painter, &row.after, place, moment, role, to);
            continue;
        }
        let pile = row.after.packed.pile_at(at).filter(|_| role == Role::Same);
        if let Some(run) = pile {
            if pile_drawn != Some(run.start) {
                pile::still(after, painter, &row.after, &run);
            }
            pile_drawn = Some(run.start);
        } else if role == Role::Same {
            let look = Look { tone: after.mark(&row.after, moment).map(tone), ..Look::default() };
            card::card(after, painter, &mut state.insides, rect, row.after.packed.size, moment, look);
        } else {
            ghost(after, painter, &row.after, moment, role, rect, way);
        }
        markers::marker(after, painter, &row.after, place, moment);
    }
    for (moment, rect) in parked {
        let card = lane::spoken(frame, &row.before, creator, moment);
        speak(frame, moment, rect, &say::ghost_parked(card), ui);
        pill(painter, pos2(rect.center().x, rect.top() + 2.0), say::to_ideas(), frame, scene.presence(), false);
    }
}

/// Where a card is on its way from the old place to the new one: along a low arc.
fn travelled(frame: &Frame<'_>, row: &SceneRow, id: MomentId, to: Rect, way: f32, role: Role) -> Rect {
    let Some((_, place)) = row.old.get(&id).filter(|_| way < 1.0) else { return to };
    let from = frame.card_rect(&row.before, place);
    let height = if matches!(role, Role::Moved(moved) if moved.ask) { 24.0 } else { 0.0 };
    let lifted = -height * (std::f32::consts::PI * way).sin();
    let by = (from.min - to.min) * (1.0 - way) + vec2(0.0, lifted);
    to.translate(by)
}

/// A card in its new place, before it is there.
fn ghost(after: &Frame<'_>, painter: &Painter, row: &Row, moment: &Arc<Moment>, role: Role, rect: Rect, way: f32) {
    let mut painter = painter.clone();
    if role == Role::New {
        painter.multiply_opacity(way);
    }
    let t = after.t;
    let radius = CornerRadius::same(R3);
    painter.add(theme::shadow(after.theme, Lift::Raised).as_shape(rect, radius));
    painter.rect_filled(rect, radius, t.card);
    paint::dashed_rect(&painter, rect, R3, Stroke::new(SLOT, t.accent), DASH_SLOT);
    let words = match role {
        Role::New => Some(crate::words::inside(say::new())),
        _ => role.was().map(|was| say::was(when_brief(after.cx.campaign, after.cx.years(), was))),
    };
    let content = face::Content {
        frame: after,
        painter: &painter,
        at: rect.min,
        moment,
        tone: after.mark(row, moment).map(tone),
        picture: moment.image.and_then(|id| after.cx.pictures.get(id)),
        broken: moment.image.is_some_and(|id| after.cx.pictures.is_broken(id)),
        ghost: words.as_deref(),
        prompt: after.cx.prompt(moment),
    };
    content.of_size(row.packed.size);
}

/// Where cards are only markers, a ring says that one changes.
fn small(after: &Frame<'_>, painter: &Painter, row: &Row, place: &Place, moment: &Moment, role: Role, rect: Rect) {
    if place.stem.is_none() {
        crate::ui::kit::marks::marker(painter, rect.center(), moment.kind, after.t.canvas, after.t);
    }
    markers::marker(after, painter, row, place, moment);
    if role != Role::Same {
        paint::dashed_rect(painter, rect.expand(3.0), R3, Stroke::new(SLOT, after.t.accent), DASH_SLOT);
    }
}

/// A card that leaves the lane, with the place it leaves.
fn gone<'a>(frame: &Frame<'_>, row: &'a SceneRow, id: MomentId) -> Option<(&'a Arc<Moment>, Rect)> {
    let (_, place) = row.old.get(&id)?;
    let moment = row.before.lane.moments.get(place.index)?;
    Some((moment, frame.card_rect(&row.before, place)))
}

/// A card on its way to the tray: faint, and without its marker.
fn going(
    frame: &Frame<'_>,
    painter: &Painter,
    scene: &Scene,
    size: Size,
    moment: &Arc<Moment>,
    rect: Rect,
    state: &mut BoardState,
) {
    let mut painter = painter.clone();
    painter.multiply_opacity(1.0 - (1.0 - GOING) * scene.presence());
    if size != Size::Xs {
        card::card(frame, &painter, &mut state.insides, rect, size, moment, Look::default());
    }
    paint::dashed_rect(&painter, rect, R3, Stroke::new(SLOT, frame.t.line_strong), DASH_SLOT);
}

/// What a screen reader says of a card of the fix on show.
fn name(after: &Frame<'_>, row: &Row, creator: Option<usize>, moment: &Arc<Moment>, role: Role, rect: Rect, ui: &Ui) {
    let card = lane::spoken(after, row, creator, moment);
    let words = match role {
        Role::New => say::ghost_new(card),
        Role::Moved(moved) => say::ghost_was(card, when_text(after.cx.campaign, after.cx.years(), moved.from)),
        Role::Changed | Role::Same => say::ghost(card),
    };
    speak(after, moment, rect, &words, ui);
}

fn speak(frame: &Frame<'_>, moment: &Moment, rect: Rect, words: &str, ui: &Ui) {
    let seen = rect.intersect(frame.content);
    if seen.is_positive() {
        let response = ui.interact(seen, ui.scope_id().with(("ghost", moment.id)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Spoken::Label, true, words));
    }
}

/// Circles on the gaps between cards that change places: which way they went.
fn order(after: &Frame<'_>, painter: &Painter, scene: &Scene, row: &SceneRow) {
    let effect = &scene.preview.effect;
    if row.after.packed.size == Size::Xs || !effect.added.is_empty() || !effect.parked.is_empty() {
        return;
    }
    // The order is told once the cards are nearly there: before, the circles would lie on cards that fly by.
    let mut painter = painter.clone();
    painter.multiply_opacity((scene.way(row.after.seen.len()) * 4.0 - 3.0).max(0.0));
    let rank_before = |at: usize| {
        let place = row.after.packed.places().get(at)?;
        let id = row.after.lane.moments.get(place.index)?.id;
        Some((row.old.get(&id)?.0, after.card_rect(&row.after, place)))
    };
    for at in row.after.seen.clone() {
        let Some(((old, left), (next, right))) = rank_before(at).zip(rank_before(at + 1)) else { continue };
        let icon = if old == at + 1 {
            icons::ARROW_LEFT
        } else if next == at {
            icons::ARROW_RIGHT
        } else {
            continue;
        };
        let middle = pos2(f32::midpoint(left.right(), right.left()), left.center().y);
        painter.circle_filled(middle, 12.0, after.t.canvas);
        painter.circle_filled(middle, 10.0, after.t.accent);
        icon.with(fonts::IconFace::Bold).paint(&painter, middle, 12.0, after.t.on_accent);
    }
}

/// The arrow from the place that the ask leaves to the one it goes to, with its words. Above the lane; below it, where
/// there is no room above.
fn arc(frame: &Frame<'_>, after: &Frame<'_>, painter: &Painter, scene: &Scene, row: &SceneRow) {
    /// Pieces of the arrow's line.
    const PIECES: u8 = 40;
    let Some(moved) = scene.preview.effect.mover() else { return };
    let Some((_, from)) = row.old.get(&moved.id) else { return };
    let moment = |place: &&Place| row.after.lane.moments.get(place.index).is_some_and(|card| card.id == moved.id);
    let Some(to) = row.after.packed.places().iter().find(moment) else { return };
    let way = scene.presence();
    let (start, end) = (frame.card_rect(&row.before, from).center().x, after.card_rect(&row.after, to).center().x);
    let top = frame.lane_top(row.before.at);
    let above = top - ARC >= frame.content.top() - 2.0;
    let (base, up) = if above { (top + 4.0, -1.0) } else { (top + frame.metrics.lane - 2.0, 1.0) };
    // A cubic curve reaches three quarters of the height of its handles.
    let handle = base + up * (ARC - 6.0) / 0.75;
    let point = |share: f32| {
        let (a, b) = (1.0 - share, share);
        let x = a * a * a * start + 3.0 * a * a * b * start + 3.0 * a * b * b * end + b * b * b * end;
        let y = (a * a * a + b * b * b) * base + 3.0 * (a * a * b + a * b * b) * handle;
        pos2(x, y)
    };
    let line: Vec<Pos2> = (0..=PIECES).map(|at| point(f32::from(at) / f32::from(PIECES) * way.max(0.05))).collect();
    let stroke = Stroke::new(RING, frame.t.accent.gamma_multiply(way));
    let tip = line.last().copied().unwrap_or_default();
    painter.add(Shape::line(line, stroke));
    painter.add(Shape::line(vec![tip + vec2(-5.0, 6.0 * up), tip, tip + vec2(5.0, 6.0 * up)], stroke));
    let title = row.after.lane.moments.get(to.index).map_or(steps::untitled(), |moment| moment.title.as_str());
    let words = arc_words(after.cx.campaign, after.cx.years(), moved, title);
    let middle = pos2(f32::midpoint(start, end), base + up * (ARC - 6.0));
    pill(painter, middle, &words, frame, way, true);
}

/// Words in a pill, kept within the board.
fn pill(painter: &Painter, middle: Pos2, words: &str, frame: &Frame<'_>, presence: f32, solid: bool) {
    let t = frame.t;
    let mut painter = painter.clone();
    painter.multiply_opacity(presence);
    let (fill, color) = if solid { (t.accent, t.on_accent) } else { (t.card, t.text_2) };
    let room = (frame.content.width() - 40.0).max(40.0);
    let galley = paint::line_within(&painter, fonts::META_B, words, color, room);
    let size = galley.size() + vec2(18.0, 7.0);
    let half = size.x / 2.0 + 4.0;
    let (low, high) = (frame.content.left() + half, frame.content.right() - half);
    let x = middle.x.clamp(low.min(high), high.max(low));
    let rect = Rect::from_center_size(pos2(x, middle.y), size);
    painter.rect_filled(rect, CornerRadius::same(11), fill);
    if !solid {
        painter.rect_stroke(rect, CornerRadius::same(11), Stroke::new(theme::EDGE, t.line_strong), egui::StrokeKind::Inside);
    }
    painter.galley(rect.center() - galley.size() / 2.0, galley, color);
}
