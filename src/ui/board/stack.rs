//! Markers that lie on top of each other: one chip with their number, the worst of what was found, and their names.

use std::ops::Range;

use egui::{CursorIcon, Painter, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::data::Row;
use super::face;
use super::frame::{Frame, tone, when_text};
use super::pile::{self, Member};
use super::state::BoardState;
use crate::model::Moment;
use crate::ui::fonts;
use crate::ui::kit::paint;
use crate::ui::theme::{EDGE, R3, SLOT};
use crate::ui::view::Actions;
use crate::words::{self, board as say, counts, names};

/// Most cards that are named one by one.
const NAMED: usize = 6;

/// The stack of which the card at that place is a part; `None` for a card that stands alone.
pub(super) fn of(row: &Row, at: usize) -> Option<Range<usize>> {
    let next = row.stacks.partition_point(|run| run.end <= at);
    row.stacks.get(next).filter(|run| run.contains(&at) && run.len() > 1).cloned()
}

/// Draws a stack; what is done to it is done to all of it.
#[expect(clippy::too_many_arguments, reason = "one stack with everything that it shows")]
pub(super) fn draw(
    frame: &Frame<'_>,
    painter: &Painter,
    row: &Row,
    run: &Range<usize>,
    creator: Option<usize>,
    state: &mut BoardState,
    ui: &Ui,
    out: &mut Actions,
) {
    let places = row.packed.places().get(run.clone()).unwrap_or_default();
    let moments = || places.iter().filter_map(|place| row.lane.moments.get(place.index));
    let (Some(first), Some(last)) = (places.first(), places.last()) else { return };
    let Some(id) = moments().next().map(|moment| moment.id) else { return };
    let t = frame.t;
    // At the first of them: the next stack, or marker, is a chip's width away from that.
    let x = frame.x(first.stem.unwrap_or(first.left));
    let number = paint::line(painter, fonts::META_B, &counts::grouped(run.len()), t.text);
    let height = if row.folded { 14.0 } else { 16.0 };
    let size = vec2((number.size().x + 6.0).max(height), height);
    let y = if row.folded { frame.folded_y(row.at) } else { frame.marker_y(row, last) };
    let chip = Rect::from_center_size(pos2(x, y), size);
    let response = ui.interact(chip, ui.scope_id().with(("stack", id)), Sense::click_and_drag());
    let selected = moments().any(|moment| state.chosen.has(moment.id));
    response.widget_info(|| {
        let titles: Vec<&str> = moments().take(NAMED).map(|moment| face::title_of(moment)).collect();
        let name = say::stack(words::moments(run.len()), frame.lane_name(row, creator), titles.join(", "));
        WidgetInfo::selected(Role::Button, true, selected, name)
    });
    // The worst of them all, as a card has it.
    let worst = moments().filter_map(|moment| frame.mark(row, moment)).min();
    let edge = match worst.map(tone) {
        Some(tone) => Stroke::new(SLOT, t.tone(tone).line),
        None => Stroke::new(EDGE, t.line_strong),
    };
    let round = egui::CornerRadius::same((height / 2.0) as u8);
    painter.rect_filled(chip.expand(1.5), egui::CornerRadius::same(10), t.canvas);
    painter.rect(chip, round, if response.hovered() { t.hover } else { t.card }, edge, StrokeKind::Inside);
    painter.galley(chip.center() - number.size() / 2.0, number, t.text);
    if selected || response.has_focus() {
        paint::ring(painter, chip, R3, if response.has_focus() { 4.0 } else { 1.0 }, t.accent);
    }
    let members: Vec<Member<'_>> = places.iter().filter_map(|place| Some((place, row.lane.moments.get(place.index)?))).collect();
    pile::act(frame, row, &members, chip, &response, state, ui, out);
    if response.hovered() && state.drag.is_none() {
        ui.ctx().set_cursor_icon(CursorIcon::Grab);
        response.on_hover_ui(|ui| {
            moments().take(NAMED).for_each(|moment| entry(frame, moment, ui));
            if run.len() > NAMED {
                ui.label(fonts::META.rich(say::and_more(run.len() - NAMED)).color(t.text_3));
            }
        });
    }
}

/// A card of a stack in a line of its tooltip.
fn entry(frame: &Frame<'_>, moment: &Moment, ui: &mut Ui) {
    ui.label(fonts::BODY_M.rich(face::title_of(moment)));
    let when = when_text(frame.cx.campaign, frame.cx.years(), moment.when);
    let line = say::card(names::kind(moment.kind.key()), frame.cx.campaign.status_name(moment), when);
    ui.label(fonts::META.rich(line).color(frame.t.text_2));
}
