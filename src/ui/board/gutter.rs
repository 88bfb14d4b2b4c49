//! The names at the left: who a lane belongs to, how far the relationship is, and what the checker says of it.

use egui::{CornerRadius, CursorIcon, Painter, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::data::Row;
use super::frame::{Frame, band_name, painter_in};
use super::head;
use super::lane_drag;
use super::lane_menu;
use super::state::BoardState;
use crate::analysis::curve::{Band, CONSTANTS};
use crate::model::{Creator, LaneKind, RelationshipStatus};
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::{marks, paint};
use crate::ui::theme::{EDGE, R1, RING, Tone};
use crate::ui::totals;
use crate::ui::view::{Action, Actions, Counts, Selection};
use crate::words::{self, board as say, counts as say_counts, names};

/// From the left edge to the names.
const LEFT: f32 = 12.0;

/// Draws the names of the lanes that are seen, beside them or above; a click selects a lane.
pub(super) fn names(
    frame: &Frame<'_>,
    rows: &[Row],
    creators: &[Option<usize>],
    state: &mut BoardState,
    ui: &Ui,
    out: &mut Actions,
) {
    let area = frame.names();
    let painter = painter_in(ui, area);
    let above = frame.metrics.head > 0.0;
    if !above {
        painter.rect_filled(area, CornerRadius::ZERO, frame.t.panel);
    }
    for (row, creator_at) in rows.iter().zip(creators) {
        let rect = frame.name(row);
        let response = ui.interact(rect.intersect(area), ui.scope_id().with(("lane", row.lane.id)), Sense::click_and_drag());
        if state.notes.lane.take_if(|wanted| *wanted == row.lane.id).is_some() {
            response.request_focus();
            // The same key once more is not meant for a moment that is selected.
            state.notes.held = Some(response.id);
        }
        let selected = frame.cx.selection.lane == Some(row.lane.id);
        let chosen = selected && frame.cx.selection.moments.is_empty() && frame.cx.selection.cursor.is_none();
        state.focus.follow_lane(row.lane.id, chosen, &response);
        let creator = creator_at.and_then(|at| Some((at, frame.cx.campaign.creators.get(at)?.as_ref())));
        let name = frame.lane_name(row, *creator_at);
        let counts = frame.view(row).map(|view| view.counts).unwrap_or_default();
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Heading, true, spoken(frame, row, creator.map(|(_, creator)| creator), name, counts))
        });
        // The line of a folded lane carries its markers, which are drawn already.
        if (above && !row.folded) || selected || response.hovered() {
            let fill = if selected || response.hovered() { frame.t.hover } else { frame.t.panel };
            painter.rect_filled(rect, CornerRadius::ZERO, if above && row.folded { fill.gamma_multiply(0.5) } else { fill });
        }
        if selected {
            let bar = Rect::from_min_size(rect.min, vec2(2.0, rect.height() - 1.0));
            painter.rect_filled(bar, CornerRadius::ZERO, frame.t.accent);
        }
        if response.has_focus() {
            paint::ring(&painter, rect.shrink(RING + 1.0), R1, 0.0, frame.t.accent);
        }
        let lane = Named { row, creator, name, counts };
        if row.folded {
            head::folded(frame, &painter, ui, rect, &lane);
        } else if above {
            head::draw(frame, &painter, rect, &lane);
        } else {
            draw(frame, &painter, rect, &lane);
        }
        painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(EDGE, frame.t.line));
        if response.clicked() {
            out.push(Action::Select(Selection::lane(row.lane.id)));
        }
        lane_drag::begin(frame, row, &response, state, ui, out);
        lane_menu::show(frame, row, state, &response, out);
        if response.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
            response.on_hover_ui(|ui| tooltip(frame, row, ui));
        }
    }
    if !above {
        painter.vline(area.right() - 0.5, area.y_range(), Stroke::new(EDGE, frame.t.line));
    }
}

/// A lane with what its name says.
pub(super) struct Named<'a> {
    pub(super) row: &'a Row,
    /// Its creator, with their place among the campaign's.
    pub(super) creator: Option<(usize, &'a Creator)>,
    pub(super) name: &'a str,
    pub(super) counts: Counts,
}

fn tooltip(frame: &Frame<'_>, row: &Row, ui: &mut Ui) {
    ui.label(fonts::BODY_M.rich(frame.cx.campaign.lane_name(&row.lane)));
    let relationship = &row.lane.relationship;
    if row.lane.kind == LaneKind::Creator {
        ui.label(fonts::BODY.rich(say::relationship(words::inside(names::choice(relationship.status.key())))));
    }
    if let Some(band) = at_end(frame, row) {
        ui.label(fonts::BODY.rich(say::band_at_end(band_name(band))));
    }
    for line in totals::lines(ui, frame.cx.campaign, row.lane.id) {
        ui.label(fonts::BODY.rich(line));
    }
    let notes = notes_of(frame, row);
    if row.folded && notes > 0 {
        ui.label(fonts::BODY.rich(say_counts::notes(notes)));
    }
    for line in &relationship.evidence {
        ui.label(fonts::META.rich(line).color(frame.t.text_2));
    }
}

/// How many notes of a lane are shown.
pub(super) fn notes_of(frame: &Frame<'_>, row: &Row) -> usize {
    row.lane.notes.iter().filter(|note| frame.cx.sieve.shows_note(note.id)).count()
}

/// How far the relationship is at the end of the plan.
pub(super) fn at_end(frame: &Frame<'_>, row: &Row) -> Option<Band> {
    frame.curve(row).map(|curve| curve.ends_in(frame.cx.derived.end))
}

fn draw(frame: &Frame<'_>, painter: &Painter, rect: Rect, lane: &Named<'_>) {
    names_of(frame, painter, rect, lane);
    let left = rect.left() + LEFT;
    let y = rect.top() + counts_y(frame);
    findings(frame, painter, pos2(left, y), rect.right() - left, lane.counts);
    let y = y + if is_low(frame) { 15.0 } else { 19.0 };
    stamp(frame, painter, pos2(left, y), lane.row.lane.relationship.status);
    if frame.curve(lane.row).is_some() {
        let y = frame.value_y(rect.top(), CONSTANTS.ready);
        paint::text_at(painter, left, y, fonts::META_M, say::ready_to_ask(), frame.t.ready);
    }
}

/// Small lanes bring the lines nearer together.
fn counts_y(frame: &Frame<'_>) -> f32 {
    if is_low(frame) { 68.0 } else { 88.0 }
}

fn is_low(frame: &Frame<'_>) -> bool {
    frame.metrics.lane < 150.0
}

fn names_of(frame: &Frame<'_>, painter: &Painter, rect: Rect, lane: &Named<'_>) {
    let t = frame.t;
    let small = is_low(frame);
    let left = rect.left() + LEFT;
    let middle = pos2(left + 12.0, rect.top() + if small { 18.0 } else { 22.0 });
    avatar(frame, painter, middle, 24.0, lane);
    let room = rect.right() - left - 6.0;
    let y = rect.top() + if small { 38.0 } else { 48.0 };
    let galley = paint::line_within(painter, fonts::BODY_B, lane.name, t.text, room);
    painter.galley(pos2(left, y - galley.size().y / 2.0), galley, t.text);
    let y = rect.top() + if small { 53.0 } else { 66.0 };
    reach(frame, painter, pos2(left, y), lane);
}

/// The face of a lane: the creator's, or what stands for the brand or the community.
pub(super) fn avatar(frame: &Frame<'_>, painter: &Painter, middle: Pos2, size: f32, lane: &Named<'_>) {
    match (lane.row.lane.kind, lane.creator) {
        (LaneKind::Creator, Some((place, creator))) => marks::avatar(painter, middle, size, place, &creator.name),
        (kind, _) => {
            let icon = if kind == LaneKind::Brand { icons::BRAND } else { icons::KIND_COMMUNITY };
            painter.circle_filled(middle, size / 2.0, frame.t.sunken);
            icon.paint(painter, middle, size * 0.58, frame.t.text_2);
        }
    }
}

/// The main platform and how many people are there, with a sign where they are those of another lane as well; returns where it
/// ends.
pub(super) fn reach(frame: &Frame<'_>, painter: &Painter, left: Pos2, lane: &Named<'_>) -> f32 {
    let creator = lane.creator.map(|(_, creator)| creator);
    let mut x = left.x;
    if let Some(platform) = creator.and_then(|creator| creator.platforms.first()) {
        icons::platform(*platform).paint(painter, pos2(x + 6.5, left.y), 13.0, frame.t.text_3);
        x += 17.0;
    }
    if let Some(people) = creator.and_then(|creator| creator.audience_size) {
        x = paint::text_at(painter, x, left.y, fonts::META, &say::audience(people), frame.t.text_3);
    }
    if totals::one_audience(frame.cx.campaign, &lane.row.lane).is_some() {
        let middle = if x > left.x { x + 12.0 } else { x + 6.5 };
        icons::LINK.paint(painter, pos2(middle, left.y), 13.0, frame.t.text_2);
        x = middle + 6.5;
    }
    x
}

/// The stamp of a relationship that does not begin with this plan; returns where it ends.
pub(super) fn stamp(frame: &Frame<'_>, painter: &Painter, left: Pos2, status: RelationshipStatus) -> f32 {
    if status == RelationshipStatus::New {
        return left.x;
    }
    let word = paint::line(painter, fonts::META, names::choice(status.key()), frame.t.text_2);
    let stamp = Rect::from_min_size(pos2(left.x, left.y - 7.5), vec2(word.size().x + 8.0, 15.0));
    painter.rect_stroke(stamp, CornerRadius::same(3), Stroke::new(EDGE, frame.t.line_strong), StrokeKind::Inside);
    painter.galley(stamp.center() - word.size() / 2.0, word, frame.t.text_2);
    stamp.right()
}

/// What the checker says of a lane, the worst first; what has no room is left out as a whole. Returns where it ends.
pub(super) fn findings(frame: &Frame<'_>, painter: &Painter, left: Pos2, room: f32, counts: Counts) -> f32 {
    let numbers = counts.by_tone().into_iter().filter(|(_, n)| *n > 0).map(|(tone, n)| (tone, say_counts::grouped(n)));
    let clear = (counts.open() == 0).then(|| (Tone::Ok, say::clear().to_owned()));
    let mut end = left.x;
    for (tone, text) in clear.into_iter().chain(numbers) {
        let color = if tone == Tone::Ok { frame.t.s_ok } else { frame.t.text_2 };
        let galley = paint::line(painter, fonts::META_M, &text, color);
        let x = if end > left.x { end + 5.0 } else { end };
        let width = 15.0 + galley.size().x;
        if x + width > left.x + room {
            break;
        }
        marks::tone(painter, pos2(x + 6.5, left.y), 13.0, tone, frame.t);
        painter.galley(pos2(x + 15.0, left.y - galley.size().y / 2.0), galley, color);
        end = x + width;
    }
    end
}

/// "Maren, Instagram 214k, 1 error, 2 warnings".
fn spoken(frame: &Frame<'_>, row: &Row, creator: Option<&Creator>, name: &str, counts: Counts) -> String {
    let platform = match creator.and_then(|creator| creator.platforms.first().zip(creator.audience_size)) {
        Some((platform, people)) => format!("{} {}", names::platform(platform.key()), say::audience(people)),
        None => names::choice(row.lane.kind.key()).to_owned(),
    };
    let found = words::findings(counts.errors, counts.warnings, counts.hints, counts.accepted);
    let clear = (counts.open() == 0).then(|| words::inside(say::clear()));
    let notes = Some(notes_of(frame, row)).filter(|notes| *notes > 0).map(say_counts::notes);
    let audience = totals::one_audience(frame.cx.campaign, &row.lane);
    let found = clear.into_iter().chain((!found.is_empty()).then_some(found)).chain(notes).chain(audience);
    let found: Vec<String> = found.collect();
    say::lane(name, platform, found.join(", "))
}
