//! Two lanes side by side, or one lane in two orders: their curves beside each other over their days, and below what differs.
//!
//! ```text
//!  title
//!  what follows from it
//!  Tobi                      Maren
//!   ◆___●___⬢__              ●__/⬢‾‾■‾‾◆
//!   1 Sep   1 Oct            1 Sep   1 Oct
//!  ● Announcement  ◆ Product
//!  what differs, and the cards beside it
//!  what is open
//! ```
//!
//! Where that is more than a page, the curves get one of their own and take all of it; the tables of long lanes stand one below the
//! other over as many pages as they take.

use super::super::arc::kinds_compared;
use super::super::compared::{Comparison, SideView};
use super::super::scene::{Item, Laid, Point, Rect, TextRole};
use super::super::tables::{Chapter, Part, compared};
use super::Build;
use super::arc::{END, dated, in_order, shapes};
use super::days::Across;
use super::flow::{self, Flow};
use super::frame::MARGIN;
use super::grid::{Grid, Room, Room::Share};
use crate::words::lanes_compared as say;

/// Room between the two.
const GUTTER: f64 = 28.0;
/// Height of a curve, with the room above it for the dates of asks, and of the days below it.
const CURVE: f64 = 84.0;
/// The highest that a curve becomes on a page of its own.
const HIGHEST: f64 = 320.0;
const OVER: f64 = 20.0;
const DAYS: f64 = 24.0;
/// Height of the row that says what the shapes on the curves mean, with the room around it.
const SHAPES: f64 = 32.0;

/// How many parts of the chapter come before what is open.
const FIRST_PARTS: usize = 3;
/// What is compared, the left, the right.
const FACTS: [Room; 3] = [Share(1.2), Share(2.0), Share(2.0)];
/// When and what at the left, when and what at the right.
const CARDS: [Room; 4] = [Share(1.0), Share(2.8), Share(1.0), Share(2.8)];
/// What is open at the left and at the right.
const FOUND: [Room; 2] = [Share(1.0), Share(1.0)];

pub(super) fn build(b: &mut Build<'_>) {
    let plan = b.plan;
    let Some((chapter, of)) = compared::chapter(plan).zip(plan.compared.as_ref()) else { return };
    let mut flow = Flow::of(b, &chapter, say::notes_of_two(&chapter.title, &chapter.line));
    if let Some(both) = both(b, &chapter) {
        let found = chapter.parts.get(FIRST_PARTS..).unwrap_or_default();
        let below = flow::height(b, found, &FOUND);
        let tables = flow::pair_height(b, &both) + below;
        let free = flow.room(b) - height(b, of, CURVE);
        if tables <= flow.room_of_a_page(b) {
            let is_one = tables <= free;
            curves(b, &mut flow, of, if is_one { CURVE } else { (CURVE + free).clamp(CURVE, HIGHEST) });
            if !is_one {
                flow.turn(b);
            }
            flow.pair_before(b, both, below);
            for part in found {
                flow.part(b, part, &FOUND, None);
            }
            flow.finish(b);
            return;
        }
    }
    curves(b, &mut flow, of, CURVE);
    // Facts come first, then the cards, then what is open.
    let mut rooms = [&FACTS[..], &CARDS[..], &FOUND[..]].into_iter();
    for part in &chapter.parts {
        let rooms = if matches!(part, Part::Table(_)) { rooms.next().unwrap_or_default() } else { &[] };
        flow.part(b, part, rooms, None);
    }
    flow.finish(b);
}

/// The tables of what differs and of the cards, as they stand beside each other; with the heading between them they are the first
/// parts of the chapter.
fn both(b: &mut Build<'_>, chapter: &Chapter) -> Option<[Grid; 2]> {
    match chapter.parts.as_slice() {
        [Part::Table(facts), Part::Heading(_), Part::Table(cards), ..] => Some([b.grid(facts, &FACTS), b.grid(cards, &CARDS)]),
        _ => None,
    }
}

/// The names of both, and how high they are.
fn heads(b: &mut Build<'_>, of: &Comparison) -> ([Laid; 2], f64) {
    let width = (b.wide() - GUTTER) / 2.0;
    let style = b.heading();
    let (left, right) = of.names();
    let named = [left, right].map(|name| b.snug(&name, style, width));
    let head = named.iter().map(|laid| laid.height).fold(0.0, f64::max);
    (named, head)
}

/// How high both are together with curves of that height.
fn height(b: &mut Build<'_>, of: &Comparison, curve: f64) -> f64 {
    let (_, head) = heads(b, of);
    head + OVER + curve + DAYS + if kinds_compared(of).is_empty() { 0.0 } else { SHAPES }
}

/// The curves of both, each under its name.
fn curves(b: &mut Build<'_>, flow: &mut Flow, of: &Comparison, high: f64) {
    let width = (b.wide() - GUTTER) / 2.0;
    let (named, head) = heads(b, of);
    let top = flow.sheet.y;
    let mut items = Vec::new();
    for (at, (side, laid)) in of.sides.iter().zip(named).enumerate() {
        let x = MARGIN + (width + GUTTER) * at as f64;
        items.push(Item::text(Point::new(x, top), laid, TextRole::Heading(2)));
        let place = Rect::new(x, top + head + OVER, x + width - END, top + head + OVER + high);
        curve(b, &mut items, side, place);
    }
    let below = top + head + OVER + high + DAYS;
    let kinds = kinds_compared(of);
    shapes(b, &mut items, &kinds, Point::new(MARGIN, below + 8.0));
    flow.put(items, below + if kinds.is_empty() { 0.0 } else { SHAPES } - top);
}

fn curve(b: &mut Build<'_>, items: &mut Vec<Item>, side: &SideView, place: Rect) {
    match &side.lasting {
        Some(lasting) => {
            let across = Across::new(lasting, place.x0, place.x1);
            dated(b, items, &side.lane, &across, place, true);
            items.extend(b.axis_labels(&across, place.y1 + 8.0, false));
        }
        None => in_order(b, items, &side.lane, place),
    }
}
