//! The cards of another order in the hand: each goes earlier or later by its arrows, by keys, or where it is dragged to. Never moves
//! anything itself; it says what is wanted.

use egui::{CursorIcon, EventFilter, Id, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2};

use super::column::{ROW, Row};
use super::order::{Turn, Turns, is_movable};
use crate::model::{Moment, MomentId};
use crate::ui::board::is_given_up;
use crate::ui::command::InView;
use crate::ui::icons;
use crate::ui::kit::{self, paint};
use crate::ui::theme::{HIT, R2, RING, Tokens};
use crate::ui::view::Cx;
use crate::words::lanes_compared as say;

/// What somebody wants of the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// A moment one place earlier or later.
    Turn(MomentId, Turn),
    /// A moment to the place of the card with that number.
    Put(MomentId, usize),
    /// The order of the plan.
    Planned,
    /// The order that the checker proposes.
    Proposed,
    /// The first ask before everything else.
    AskFirst,
}

/// What the cards are moved by.
pub(super) struct Hand<'a> {
    /// Which of them can go which way.
    pub(super) turns: &'a Turns,
    /// The card that is being dragged.
    pub(super) held: &'a mut Option<MomentId>,
    /// The card that had the keyboard last, and whether it was moved since and is to be scrolled into sight.
    pub(super) last: &'a mut Option<(MomentId, bool)>,
    /// What is wanted.
    pub(super) wish: Option<Wish>,
}

impl Hand<'_> {
    /// The place of the card that has the keyboard.
    pub(super) fn focused(&self, ui: &Ui, cards: &[&Moment]) -> Option<usize> {
        let (last, _) = (*self.last)?;
        let has_focus = ui.memory(egui::Memory::focused) == Some(id_of(last));
        has_focus.then(|| cards.iter().position(|card| card.id == last)).flatten()
    }
}

/// A card is known by its moment.
fn id_of(moment: MomentId) -> Id {
    Id::unique(("card of another order", moment))
}

/// Draws those of the cards that are rows, and notes what is wanted of them. All cards together stand in that place.
pub(super) fn rows(
    cx: &Cx<'_>,
    cards: &[&Moment],
    rows: &[(usize, Rect, Row<'_>)],
    area: Rect,
    hand: &mut Hand<'_>,
    ui: &mut Ui,
) {
    for (at, rect, row) in rows {
        one(row, (cards, *at), hand, ui, *rect, cx.tokens);
    }
    drag(cards, hand, ui, area, cx.tokens);
}

fn one(row: &Row<'_>, (cards, at): (&[&Moment], usize), hand: &mut Hand<'_>, ui: &mut Ui, rect: Rect, t: &Tokens) {
    let id = row.moment.id;
    let buttons = Rect::from_min_max(pos2(rect.right() - 2.0 * HIT, rect.top()), rect.max);
    let face = rect.with_max_x(buttons.left() - 4.0);
    let response = ui.interact(face, id_of(id), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, row.said()));
    let fixed = why_fixed(row);
    if let Some(why) = fixed {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(why));
    }
    let is_held = *hand.held == Some(id);
    if is_held || response.hovered() {
        ui.painter().rect_filled(face, R2, t.hover);
        if fixed.is_none() {
            ui.ctx().set_cursor_icon(if is_held { CursorIcon::Grabbing } else { CursorIcon::Grab });
        }
    }
    row.draw(ui, face, t);
    if response.drag_started() && fixed.is_none() {
        *hand.held = Some(id);
    }
    if response.clicked() {
        response.request_focus();
    }
    if response.has_focus() {
        paint::ring(ui.painter(), face, R2, -1.0, t.accent);
        // A card that was moved by keys is followed to where it went.
        if hand.last.replace((id, false)) == Some((id, true)) {
            response.scroll_to_me(None);
        }
        keys(row, (cards, at), hand, ui);
    }
    kit::into_sight(&response);
    if let Some(why) = fixed {
        response.on_hover_text(why);
    }
    let mut side = ui.new_child(
        UiBuilder::new().id_salt(("turns", id)).max_rect(buttons).layout(egui::Layout::left_to_right(egui::Align::Center)),
    );
    side.spacing_mut().item_spacing.x = 0.0;
    let turns = [
        (icons::ARROW_UP, say::earlier(row.title()), Turn::Earlier, say::is_first()),
        (icons::ARROW_DOWN, say::later(row.title()), Turn::Later, say::is_last()),
    ];
    for (icon, name, turn, at_end) in turns {
        let why = why_not(row, hand, turn, at_end);
        if kit::icon_button(&mut side, icon, &name, false, why).clicked() {
            hand.wish = Some(Wish::Turn(id, turn));
        }
    }
}

/// Why a card cannot go that way.
fn why_not(row: &Row<'_>, hand: &Hand<'_>, turn: Turn, at_end: &'static str) -> Option<&'static str> {
    why_fixed(row).or_else(|| (!hand.turns.can(row.moment.id, turn)).then_some(at_end))
}

/// Why a card stays where it is.
fn why_fixed(row: &Row<'_>) -> Option<&'static str> {
    if row.moment.is_published() { Some(say::stays_published()) } else { (!is_movable(row.moment)).then(say::stays_undated) }
}

/// The arrows go from card to card, Home and End to the first and the last; with Alt the card goes with the arrows.
fn keys(row: &Row<'_>, (cards, at): (&[&Moment], usize), hand: &mut Hand<'_>, ui: &Ui) {
    let id = row.moment.id;
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id_of(id), filter));
    for (keys, turn) in [(InView::CardEarlier, Turn::Earlier), (InView::CardLater, Turn::Later)] {
        if keys.is_pressed(ui) {
            hand.wish = Some(Wish::Turn(id, turn));
            *hand.last = Some((id, true));
        }
    }
    let ways = [
        (InView::CardBefore, at.checked_sub(1)),
        (InView::CardAfter, at.checked_add(1)),
        (InView::FirstCard, Some(0)),
        (InView::LastCard, cards.len().checked_sub(1)),
    ];
    for (keys, to) in ways {
        if keys.is_pressed(ui)
            && let Some(next) = to.and_then(|to| cards.get(to))
        {
            // It may not be drawn yet: the next frame draws it because it has the keyboard then.
            *hand.last = Some((next.id, false));
            ui.memory_mut(|memory| memory.request_focus(id_of(next.id)));
        }
    }
}

/// Goes on with a card in the hand: shows where it would stand, lets go, gives up.
fn drag(cards: &[&Moment], hand: &mut Hand<'_>, ui: &Ui, area: Rect, t: &Tokens) {
    let Some(id) = *hand.held else { return };
    let from = cards.iter().position(|card| card.id == id);
    let (pointer, down) = ui.input(|input| (input.pointer.latest_pos(), input.pointer.primary_down()));
    let Some((pointer, from)) = pointer.zip(from).filter(|_| !is_given_up(ui)) else {
        *hand.held = None;
        ui.ctx().stop_dragging();
        return;
    };
    // The gap nearest to the pointer, counted from the top.
    let gap = (((pointer.y - area.top()) / ROW).round().max(0.0) as usize).min(cards.len());
    let stays = gap == from || gap == from + 1;
    if !down {
        *hand.held = None;
        if !stays {
            hand.wish = Some(Wish::Put(id, gap));
        }
        return;
    }
    if !stays {
        let y = area.top() + ROW * gap as f32;
        ui.painter().hline(area.x_range(), y, Stroke::new(RING, t.accent));
    }
}
