//! The cards of a lane: drawn, clicked, taken up, and named for screen readers.

use std::sync::Arc;

use egui::{
    CursorIcon, DragAndDrop, Id, Key, Painter, PointerButton, Rect, Response, Role, Shape, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::card::{self, Look};
use super::card_menu;
use super::curve;
use super::data::Row;
use super::drag::Drag;
use super::face;
use super::frame::{Frame, tone, when_text};
use super::hand;
use super::hidden::without_hidden;
use super::markers;
use super::pick;
use super::pile;
use super::stack;
use super::state::BoardState;
use super::zone;
use crate::analysis::packing::{Place, Size};
use crate::check::Severity;
use crate::model::{Campaign, Moment, MomentId, Years};
use crate::ui::fonts;
use crate::ui::kit::paint;
use crate::ui::theme::{R1, R3, STEM};
use crate::ui::view::{Action, Actions, LaneView, Mark};
use crate::words::{self, board as say, filter, moment_picture, names};

/// The egui id of a card: tests and the app give it the focus by this.
pub(super) fn card_id(ui: &Ui, id: MomentId) -> Id {
    ui.scope_id().with(("card", id))
}

/// Draws the cards of a lane that are seen, and reads what is done to them.
pub(super) fn cards(
    frame: &Frame<'_>,
    painter: &Painter,
    row: &Row,
    creator: Option<usize>,
    state: &mut BoardState,
    ui: &Ui,
    out: &mut Actions,
) {
    if row.lane.moments.is_empty() && row.folded {
        return;
    }
    if row.lane.moments.is_empty() {
        let at =
            pos2(frame.content.left() + 12.0, frame.lane_top(row.at) + f32::midpoint(frame.metrics.head, frame.metrics.lane));
        let text = say::empty_lane(frame.lane_name(row, creator));
        let words = paint::line(painter, fonts::BODY, &text, frame.t.text_3);
        let place = Rect::from_min_size(at - vec2(0.0, words.size().y / 2.0), words.size());
        // The line of today does not strike the words through.
        painter.rect_filled(place.expand2(vec2(4.0, 1.0)), R1, frame.t.canvas);
        painter.galley(place.min, words, frame.t.text_3);
        return;
    }
    if row.packed.places().is_empty() {
        hidden(frame, painter, row, ui);
        return;
    }
    let shown = shown_alone(frame, row);
    if row.crowded {
        markers::density(frame, painter, row);
        if let Some((place, moment)) = shown {
            alone(frame, painter, row, creator, place, moment, state, ui, out);
        }
        return;
    }
    if !row.folded {
        markers::quiet(frame, painter, row);
        zone::undated(frame, painter, row);
    }
    let places = row.packed.places();
    let mut ringed = Vec::new();
    for at in row.seen.clone() {
        let Some(place) = places.get(at) else { continue };
        if let Some(run) = stack::of(row, at) {
            if run.start == at || at == row.seen.start {
                stack::draw(frame, painter, row, &run, creator, state, ui, out);
            }
            continue;
        }
        if let Some(run) = row.packed.pile_at(at) {
            if run.start == at || at == row.seen.start {
                ringed.extend(pile::draw(frame, painter, row, &run, creator, state, ui, out));
            }
            continue;
        }
        let Some(moment) = row.lane.moments.get(place.index) else { continue };
        if shown.is_some_and(|(_, shown)| shown.id == moment.id) {
            markers::marker(frame, painter, row, place, moment);
            continue;
        }
        let rect = frame.shown_rect(row, place, moment.id);
        let look = one(frame, painter, row, creator, place, moment, (rect, row.packed.size), state, ui, out);
        ringed.extend(look.map(|look| (rect, look)));
    }
    for (rect, look) in ringed {
        card::rings(frame, painter, rect, look);
    }
    if let Some((place, moment)) = shown {
        alone(frame, painter, row, creator, place, moment, state, ui, out);
    }
}

/// Draws one card, or the marker in its place, and reads what is done to it. Returns how it looks where it has a ring.
#[expect(clippy::too_many_arguments, reason = "one card with everything that it shows and that can be done to it")]
pub(super) fn one(
    frame: &Frame<'_>,
    painter: &Painter,
    row: &Row,
    creator: Option<usize>,
    place: &Place,
    moment: &Arc<Moment>,
    (rect, size): (Rect, Size),
    state: &mut BoardState,
    ui: &Ui,
    out: &mut Actions,
) -> Option<Look> {
    let response = ui.interact(rect, card_id(ui, moment.id), state.focus.sense(moment.id));
    state.focus.follow(moment.id, &response);
    // Tab comes to a card wherever the board was scrolled to.
    if response.gained_focus() && ui.input(|input| input.key_pressed(Key::Tab)) {
        state.reveal(moment.id);
    }
    response.widget_info(|| {
        let selected = state.chosen.has(moment.id);
        WidgetInfo::selected(Role::Button, true, selected, spoken(frame, row, creator, moment))
    });
    state.cards.push((moment.id, rect));
    let taken = state.drag.as_ref().is_some_and(|drag| drag.takes(moment.id));
    let mut ringed = None;
    if taken {
        hand::left_behind(frame, painter, rect);
    } else {
        let look = draw(frame, painter, row, place, moment, (rect, size), &response, state, ui);
        // The dot of several would cover a marker: there the ring has to be enough.
        let several = look.several && size != Size::Xs;
        ringed = (look.selected || look.focused).then_some(Look { several, ..look });
    }
    if size != Size::Xs {
        // A card in the hand has left the curve; the curve already shows what would be without it.
        if !taken && row.packed.size != Size::Xs {
            markers::marker(frame, painter, row, place, moment);
        }
        need_picture(frame, moment, out);
    }
    act(frame, row, place, moment, (rect, size), response, state, ui, out);
    ringed
}

/// In a lane of markers, the one card that somebody works on: they see it as a card, whatever the zoom.
fn shown_alone<'a>(frame: &Frame<'_>, row: &'a Row) -> Option<(&'a Place, &'a Arc<Moment>)> {
    let selection = frame.cx.selection;
    let only = if selection.moments.len() == 1 { selection.primary() } else { None };
    let id = selection.cursor.or(only).filter(|_| row.packed.size == Size::Xs && !row.folded)?;
    if frame.cx.index.lane(id) != Some(row.lane.id) {
        return None;
    }
    let places = row.packed.places().get(row.seen.clone()).unwrap_or_default().iter();
    let mut cards = places.filter_map(|place| Some((place, row.lane.moments.get(place.index)?)));
    cards.find(|(_, moment)| moment.id == id)
}

/// Draws that card over its marker, within what is seen of the board.
#[expect(clippy::too_many_arguments, reason = "one card with everything that it shows and that can be done to it")]
fn alone(
    frame: &Frame<'_>,
    painter: &Painter,
    row: &Row,
    creator: Option<usize>,
    place: &Place,
    moment: &Arc<Moment>,
    state: &mut BoardState,
    ui: &Ui,
    out: &mut Actions,
) {
    let marker = frame.shown_rect(row, place, moment.id).center();
    let size = vec2(Size::S.width() as f32, Size::S.height() as f32);
    let left = (marker.x - size.x / 2.0).min(frame.content.right() - size.x - 4.0).max(frame.content.left() + 4.0);
    let top = frame.lane_top(row.at) + (frame.metrics.curve_top - size.y).max(frame.metrics.head + 4.0);
    let rect = Rect::from_min_size(pos2(left, top), size);
    if rect.bottom() < marker.y - 8.0 {
        let stem = markers::stem_path(rect, marker - vec2(0.0, 8.0));
        painter.add(Shape::line(stem, Stroke::new(STEM, frame.t.kind(moment.kind))));
    }
    if let Some(look) = one(frame, painter, row, creator, place, moment, (rect, Size::S), state, ui, out) {
        card::rings(frame, painter, rect, look);
    }
}

/// Says of a lane of which nothing is shown that it is not empty. The curve stays: it is that of the whole plan.
fn hidden(frame: &Frame<'_>, painter: &Painter, row: &Row, ui: &Ui) {
    let text = filter::hidden_by_filter(words::moments(row.lane.moments.len()));
    let galley = paint::line(painter, fonts::BODY, &text, frame.t.text_3);
    let top = frame.lane_top(row.at);
    let middle =
        if row.folded { frame.folded_y(row.at) } else { top + f32::midpoint(frame.metrics.head, frame.metrics.curve_top) };
    let place = Rect::from_min_size(pos2(frame.content.left() + 12.0, middle - galley.size().y / 2.0), galley.size());
    // Neither the line of today nor a folded lane's own goes through the words.
    painter.rect_filled(place.expand2(vec2(4.0, 1.0)), R1, frame.t.canvas);
    let response = ui.interact(place, ui.scope_id().with(("hidden in", row.lane.id)), egui::Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
    painter.galley(place.min, galley, frame.t.text_3);
}

#[expect(clippy::too_many_arguments, reason = "one card with everything that it shows")]
fn draw(
    frame: &Frame<'_>,
    painter: &Painter,
    row: &Row,
    place: &Place,
    moment: &Arc<Moment>,
    (rect, size): (Rect, Size),
    response: &Response,
    state: &mut BoardState,
    ui: &Ui,
) -> Look {
    let hovered = response.hovered() && state.drag.is_none() && !state.focus.leads(ui.ctx());
    let look = Look {
        tone: frame.mark(row, moment).map(tone),
        selected: state.chosen.has(moment.id),
        several: frame.cx.selection.moments.len() > 1,
        hovered,
        lift: state.motion.lift(moment.id, hovered, frame, ui),
        focused: response.has_focus() || frame.cx.selection.cursor == Some(moment.id),
        marked: false,
        lifted: false,
        refused: false,
    };
    if size == Size::Xs {
        markers::marker(frame, painter, row, place, moment);
    } else {
        card::card(frame, painter, &mut state.insides, rect, size, moment, look);
    }
    if let Some(ring) = state.motion.ring(moment.id, frame, ui) {
        paint::ring(painter, rect, R3, ring.gap, frame.t.accent.gamma_multiply(ring.strength));
    }
    look
}

/// Asks for a picture that is on screen, and neither there nor on its way.
fn need_picture(frame: &Frame<'_>, moment: &Moment, out: &mut Actions) {
    let Some(id) = moment.image.filter(|_| moment_shows_picture(frame)) else { return };
    if frame.cx.pictures.lacks(id) {
        out.push(Action::NeedPicture(id));
    }
}

fn moment_shows_picture(frame: &Frame<'_>) -> bool {
    frame.metrics.size >= Size::Slim
}

#[expect(clippy::too_many_arguments, reason = "one card with everything that can be done to it")]
pub(super) fn act(
    frame: &Frame<'_>,
    row: &Row,
    place: &Place,
    moment: &Arc<Moment>,
    (rect, size): (Rect, Size),
    response: Response,
    state: &mut BoardState,
    ui: &Ui,
    out: &mut Actions,
) {
    let taken_up = response.drag_started_by(PointerButton::Primary) && !ui.input(|i| i.key_down(Key::Space));
    if let Some(why) = frame.cx.locked().filter(|_| taken_up) {
        out.push(Action::Note(why.to_owned()));
    } else if taken_up && state.drag.is_none() {
        let selection = frame.cx.selection;
        let with = if selection.has(moment.id) { &selection.moments[..] } else { &[] };
        take_up(frame, row, (place, moment), rect, with, &response, state, ui);
    }
    if response.double_clicked() {
        out.push(Action::FocusField("title"));
    } else if response.clicked() {
        let (modifiers, enter) = ui.input(|input| (input.modifiers, input.key_pressed(Key::Enter)));
        out.push(without_hidden(frame.cx, pick::clicked(frame.cx, moment.id, modifiers)));
        // Enter opens the inspector at the title, as a double click does.
        if enter && response.has_focus() {
            out.push(Action::FocusField("title"));
        }
    }
    card_menu::show(frame, row, moment, state, &response, out);
    if response.hovered() && state.drag.is_none() && !state.is_renaming() {
        ui.ctx().set_cursor_icon(if moment.is_published() { CursorIcon::PointingHand } else { CursorIcon::Grab });
        let is_small = size <= Size::S;
        let gives_nothing = moment.is_ask() && moment.audience_value.is_empty();
        let broken = moment.image.filter(|id| frame.cx.pictures.is_broken(*id)).and_then(|id| frame.cx.campaign.picture(id));
        if is_small || gives_nothing || broken.is_some() || face::is_elided(ui.painter(), size, moment) {
            response.on_hover_ui(|ui| {
                ui.label(fonts::BODY_B.rich(face::title_of(moment)));
                if is_small {
                    let kind = names::kind(moment.kind.key());
                    let when = when_text(frame.cx.campaign, frame.cx.years(), moment.when);
                    let line = say::card(kind, frame.cx.campaign.status_name(moment), when);
                    ui.label(fonts::META.rich(line).color(frame.t.text_2));
                }
                if gives_nothing {
                    ui.label(fonts::META.rich(say::nothing_for_audience()).color(frame.t.s_warn));
                }
                if let Some(picture) = broken {
                    ui.label(fonts::META.rich(moment_picture::broken(&picture.name)).color(frame.t.s_warn));
                }
                // A marker stands on the curve: it says what led there, too.
                let curve = frame.curve(row).filter(|_| size == Size::Xs && !row.folded);
                if let Some((curve, around)) = curve.and_then(|curve| Some((curve, curve.around(moment.id)?))) {
                    curve::reasons(frame, row, curve, f64::from(around.day), ui);
                }
            });
        }
    }
}

/// Takes a card up, the other selected ones with it where it is one of them, or all that lie with it.
#[expect(clippy::too_many_arguments, reason = "one card with everything that goes with it, and where it was taken up")]
pub(super) fn take_up(
    frame: &Frame<'_>,
    row: &Row,
    (place, moment): (&Place, &Arc<Moment>),
    rect: Rect,
    with: &[MomentId],
    response: &Response,
    state: &mut BoardState,
    ui: &Ui,
) {
    let pressed = ui.input(|input| input.pointer.press_origin()).or(response.interact_pointer_pos());
    let Some(pressed) = pressed else { return };
    let mut drag = Drag::begin(frame, row, (place, moment), rect, pressed, with);
    if let Some(now) = response.interact_pointer_pos() {
        drag.follow(frame, now, ui.input(|input| input.modifiers.alt));
    }
    // Other panels may take it, too: the tray of ideas parks what is let go of over it.
    DragAndDrop::set_payload(ui.ctx(), drag.carried());
    state.drag = Some(drag);
    state.focus.let_go(moment.id, ui.ctx());
    ui.ctx().request_repaint();
}

/// "Product, Tobi, 7 Sep, error: the ask comes before the relationship: 20% off …".
pub(super) fn spoken(frame: &Frame<'_>, row: &Row, creator: Option<usize>, moment: &Moment) -> String {
    spoken_of((frame.cx.campaign, frame.cx.years()), frame.view(row), frame.lane_name(row, creator), moment)
}

/// The same for whoever knows what was derived from the lane, and what it is called.
pub(in crate::ui) fn spoken_of(
    (campaign, years): (&Campaign, Years),
    view: Option<&LaneView>,
    who: &str,
    moment: &Moment,
) -> String {
    let card = say::card(names::kind(moment.kind.key()), who, when_text(campaign, years, moment.when));
    let mark = view.and_then(|view| view.marks.get(&moment.id)).copied();
    let Some(mark) = mark else { return say::card_title(card, &moment.title) };
    let Mark::Open(severity) = mark else { return say::card_title(say::card_accepted(card), &moment.title) };
    let word = match severity {
        Severity::Error => say::error(),
        Severity::Warning => say::warning(),
        Severity::Hint => say::hint(),
    };
    let findings = view.map(|view| view.findings.as_slice()).unwrap_or_default();
    let found = findings
        .iter()
        .find(|finding| finding.severity == severity && finding.state.is_open() && finding.subject() == Some(moment.id));
    match found {
        Some(finding) => say::card_finding(card, word, crate::words::begun_small(finding.title), &moment.title),
        None => say::card_flagged(card, word, &moment.title),
    }
}
