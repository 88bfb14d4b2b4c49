//! Two lanes side by side, or one lane in two orders: their curves beside each other over their days, and below what differs.
//!
//! ```text
//!  title
//!  what follows from it
//!  Tobi                      Maren
//!   ◆___●___⬢__              ●__/⬢‾‾■‾‾◆
//!   1 Sep   1 Oct            1 Sep   1 Oct
//!  ● Announcement  ◆ Product
//!  table, table
//! ```

use super::super::arc::kinds_compared;
use super::super::compared::{Comparison, SideView};
use super::super::scene::{Item, Point, Rect, TextRole};
use super::super::tables::{Part, compared};
use super::Build;
use super::arc::{END, dated, in_order, shapes};
use super::days::Across;
use super::flow::Flow;
use super::frame::MARGIN;
use super::grid::{Room, Room::Share};
use crate::words::lanes_compared as say;

/// Room between the two.
const GUTTER: f64 = 28.0;
/// Height of a curve, with the room above it for the dates of asks, and of the days below it.
const CURVE: f64 = 84.0;
const OVER: f64 = 20.0;
const DAYS: f64 = 24.0;
/// Height of the row that says what the shapes on the curves mean, with the room around it.
const SHAPES: f64 = 32.0;

/// What is compared, the left, the right.
const FACTS: [Room; 3] = [Share(1.2), Share(2.0), Share(2.0)];
/// When and what at the left, when and what at the right.
const CARDS: [Room; 4] = [Share(0.8), Share(3.0), Share(0.8), Share(3.0)];
/// What is open at the left and at the right.
const FOUND: [Room; 2] = [Share(1.0), Share(1.0)];

pub(super) fn build(b: &mut Build<'_>) {
    let plan = b.plan;
    let Some((chapter, of)) = compared::chapter(plan).zip(plan.compared.as_ref()) else { return };
    let mut flow = Flow::of(b, &chapter, say::notes_of_two(&chapter.title, &chapter.line));
    curves(b, &mut flow, of);
    // Facts come first, then the cards, then what is open.
    let mut rooms = [&FACTS[..], &CARDS[..], &FOUND[..]].into_iter();
    for part in &chapter.parts {
        let rooms = if matches!(part, Part::Table(_)) { rooms.next().unwrap_or_default() } else { &[] };
        flow.part(b, part, rooms, None);
    }
    flow.finish(b);
}

/// The curves of both, each under its name.
fn curves(b: &mut Build<'_>, flow: &mut Flow, of: &Comparison) {
    let width = (b.wide() - GUTTER) / 2.0;
    let style = b.heading();
    let (left, right) = of.names();
    let named = [left, right].map(|name| b.snug(&name, style, width));
    let head = named.iter().map(|laid| laid.height).fold(0.0, f64::max);
    let top = flow.sheet.y;
    let mut items = Vec::new();
    for (at, (side, laid)) in of.sides.iter().zip(named).enumerate() {
        let x = MARGIN + (width + GUTTER) * at as f64;
        items.push(Item::text(Point::new(x, top), laid, TextRole::Heading(2)));
        let place = Rect::new(x, top + head + OVER, x + width - END, top + head + OVER + CURVE);
        curve(b, &mut items, side, place);
    }
    let below = top + head + OVER + CURVE + DAYS;
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
