//! The board on a page: phases and days on top, then a row for each lane with its cards and, below them, its curve.
//!
//! ```text
//!  title                                    ● kind  ⬢ kind
//!                | phase      | phase                |
//!                  1 Sep       1 Oct
//!  (MS) Maren    [card]   [card]      [card]  [card] |
//!       @maren   __|_____/‾‾|‾‾‾\______|_______|___  | Trusted
//!  what the marks mean
//! ```

use crate::analysis::packing::{GAP, Size};
use crate::analysis::scale::{Scale, Weight as Tick};
use crate::words::{deck as say, share};

use super::super::super::arc::band_name;
use super::super::super::choice::Section;
use super::super::super::html::version;
use super::super::super::plan::{LaneView, Lasting, Plan};
use super::super::super::scene::{Align, Group, Item, Page, Point, Rect, Role, Stroke, TextRole, Weight};
use super::super::column::Column;
use super::super::curve::{Plot, figure};
use super::super::frame::MARGIN;
use super::super::phases::Phases;
use super::super::{Build, arc, people, titles};
use super::cards::card;
use super::places::Places;

/// The row of days.
const DAYS: f64 = 16.0;
/// Room above the cards of a lane, and below its curve.
const ABOVE: f64 = 12.0;
/// Room between cards and curve.
const STEM: f64 = 10.0;
/// The height of a curve, and of the line of a lane that has none.
const CURVE: f64 = 54.0;
const FLAT: f64 = 14.0;
/// The lowest lane: its name needs that much.
const LOWEST: f64 = 58.0;

/// What stands above the board.
pub(super) struct About {
    title: String,
    line: String,
}

impl About {
    /// A whole plan.
    pub(super) fn plan(plan: &Plan) -> Self {
        let mut line = plan.brands.clone();
        line.extend(plan.facts.iter().filter(|(label, _)| *label == share::dates()).map(|(_, text)| text.clone()));
        Self { title: plan.name.clone(), line: line.join(" · ") }
    }

    /// One lane of a plan.
    pub(super) fn lane(lane: &LaneView) -> Self {
        Self { title: titles::lane(lane), line: people::introduced(lane) }
    }
}

/// A lane in its place on the page.
struct Row {
    /// Its upper edge, and where its cards begin.
    top: f64,
    cards: f64,
    /// Where its curve is drawn.
    curve: Rect,
}

/// The page.
pub(super) fn page(b: &mut Build<'_>, about: &About, sizes: &[Size]) -> Page {
    let plan = b.plan;
    let mut sheet = b.sheet(Section::Arc, &about.title, "", None);
    let mut items = std::mem::take(&mut sheet.page.items);
    let top = arc::head(b, &mut items, &about.line, sheet.y - 12.0);
    let (left, right) = (MARGIN + arc::GUTTER, b.size.width - MARGIN);
    let places = Places::of(plan, (left, right), arc::END, sizes);
    let over = plan.lasting.as_ref().zip(places.across.as_ref());
    let bands = over.map(|(lasting, across)| Phases::of(b, lasting, across, places.plot)).unwrap_or_default();
    let phases = bands.height();
    let days = if places.across.is_some() { DAYS } else { 0.0 };
    let mut y = top + phases + days + 4.0;
    let rows: Vec<Row> = plan
        .lanes
        .iter()
        .zip(&places.lanes)
        .map(|(lane, (_, rows))| {
            let cards = y + ABOVE;
            let height = *rows as f64 * (places.size.height() + GAP) - GAP.min(*rows as f64 * GAP);
            let curve = if lane.curve.is_some() { CURVE } else { FLAT };
            let below = if places.across.is_some() { cards + height + STEM } else { cards + height - curve };
            let bottom = (below + curve).max(y + LOWEST);
            let row = Row { top: y, cards, curve: Rect::new(places.plot.0, bottom - curve, places.plot.1, bottom) };
            y = bottom + ABOVE;
            row
        })
        .collect();
    if plan.lanes.is_empty() {
        let style = b.body();
        let laid = b.set.text(share::empty_plan(), style, b.wide());
        let height = laid.height;
        items.push(Item::text(Point::new(MARGIN, y), laid, TextRole::Body));
        y += height + 12.0;
    }
    if let Some((lasting, across)) = over {
        bands.draw(b, &mut items, top, y);
        items.push(grid(b, lasting, &places, Rect::new(places.plot.0, top + phases + DAYS, places.plot.1, y)));
        items.extend(b.axis_labels(across, top + phases + 1.0, false));
    }
    if let Some(zone) = places.zone {
        let style = b.small();
        let laid = b.set.lines(share::no_date(), style, right - zone, 1, Align::Start);
        items.push(Item::text(Point::new(zone, top + phases + 1.0), laid, TextRole::Body));
    }
    for (at, (lane, row)) in plan.lanes.iter().zip(&rows).enumerate() {
        let cards = places.lanes.get(at).map_or(&[][..], |(cards, _)| cards.as_slice());
        let mut own = Vec::new();
        rule(b, &mut own, row.top, right);
        arc::gutter(b, &mut own, lane, Rect::new(left, row.cards, right, row.cards + LOWEST - ABOVE));
        if places.across.is_some() {
            own.push(below(b, lane, row, &places, cards));
        }
        for place in cards {
            let Some(of) = lane.cards.get(place.card) else { continue };
            let y = row.cards + place.row as f64 * (places.size.height() + GAP);
            let frame = Rect::new(place.left, y, place.left + places.size.width(), y + places.size.height());
            own.push(card(b, of, frame, places.size));
        }
        if lane.cards.is_empty() {
            let style = b.small();
            let laid = b.set.text(share::empty_lane(), style, right - left);
            own.push(Item::text(Point::new(left + 8.0, row.cards), laid, TextRole::Body));
        }
        items.push(Item::Group(Group { role: Role::Section(lane.name.clone()), items: own }));
    }
    rule(b, &mut items, y, right);
    let (legend, y) = legend(b, y + 8.0);
    items.extend(legend);
    let (footer, height) = footer(b, b.size.width, y);
    items.extend(footer);
    sheet.page.size.height = y + height;
    sheet.page.items = items;
    sheet.page
}

fn rule(b: &Build<'_>, items: &mut Vec<Item>, y: f64, right: f64) {
    let stroke = Stroke { color: b.look.subtle, width: 1.0, dash: None };
    items.push(Item::line(Point::new(MARGIN, y), Point::new(right, y), stroke));
}

/// A line for each tick of the axis.
fn grid(b: &Build<'_>, lasting: &Lasting, places: &Places, room: Rect) -> Item {
    let days = f64::from(lasting.span.last) - f64::from(lasting.span.first);
    let scale = Scale::new(lasting.axis, lasting.span.first, room.width() / days.max(1.0));
    let lines = scale.ticks(0.0, room.width()).into_iter().filter_map(|tick| {
        let color = if tick.weight == Tick::Strong { b.look.grid_month } else { b.look.grid };
        let x = places.across.as_ref()?.x(f64::from(tick.day));
        let stroke = Stroke { color, width: 0.7, dash: None };
        (room.x0..=room.x1).contains(&x).then(|| Item::line(Point::new(x, room.y0), Point::new(x, room.y1), stroke))
    });
    Item::Group(Group { role: Role::Decoration, items: lines.collect() })
}

/// Stems, curve and markers of a lane.
fn below(b: &mut Build<'_>, lane: &LaneView, row: &Row, places: &Places, cards: &[super::places::Place]) -> Item {
    let plot = Plot::new(row.curve, b.plan);
    let middle = row.curve.center().y;
    let mut drawn = Vec::new();
    if let (Some(curve), Some(across)) = (&lane.curve, &places.across) {
        let points: Vec<(f64, f64)> = curve.points.iter().map(|(day, value)| (across.x(*day), *value)).collect();
        drawn.extend(b.curve(&points, &plot));
    } else {
        let stroke = Stroke { color: b.look.grid_month, width: 0.75, dash: None };
        drawn.push(Item::line(Point::new(row.curve.x0, middle), Point::new(row.curve.x1, middle), stroke));
    }
    let mut markers = Vec::new();
    for place in cards {
        let (Some(x), Some(card)) = (place.stem, lane.cards.get(place.card)) else { continue };
        let y = card.level.filter(|_| lane.curve.is_some()).map_or(middle, |level| plot.y(level));
        let from = row.cards + place.row as f64 * (places.size.height() + GAP) + places.size.height();
        let stroke = Stroke { color: b.kind_color(card.kind), width: 0.9, dash: None };
        drawn.push(Item::line(Point::new(x, from), Point::new(x, y), stroke));
        markers.extend(b.marker(card, Point::new(x, y), 0.9));
    }
    drawn.extend(markers);
    if let Some(curve) = &lane.curve {
        let ready = b.style(9.0, 12.0, Weight::Medium, b.look.ready);
        let laid = b.snug_line(share::ready_to_ask(), ready, arc::GUTTER - 12.0);
        let at = Point::new(row.curve.x0 - 6.0 - laid.width, plot.ready_y() - laid.height / 2.0);
        drawn.push(Item::text(at, laid, TextRole::Body));
        let last = curve.points.last().map_or(0.0, |(_, value)| *value);
        let style = b.style(9.0, 12.0, Weight::Medium, b.band_color(curve.ends_in));
        let laid = b.snug(band_name(curve.ends_in), style, arc::END - 5.0);
        let y = (plot.y(last) - laid.height / 2.0).min(row.curve.y1 - laid.height + 4.0).max(row.curve.y0 - 4.0);
        drawn.push(Item::text(Point::new(row.curve.x1 + 5.0, y), laid, TextRole::Body));
    }
    figure(arc::alt(lane), drawn)
}

/// What the marks mean, from that height on; returns where it ends.
fn legend(b: &mut Build<'_>, y: f64) -> (Vec<Item>, f64) {
    let mut waiting = Column::default();
    let height = arc::marks_legend(b, &mut Column::default()).1;
    // The legend stands at the foot of a page: so the page ends where the legend is to end.
    b.size.height = y + height + super::super::frame::FOOT;
    let (mut items, height) = arc::marks_legend(b, &mut waiting);
    let (reasons, y) = reasons(b, waiting, y + height);
    items.extend(reasons);
    (items, y)
}

/// Reasons that found no room in the legend, below each other from that height on; returns where they end.
pub(super) fn reasons(b: &mut Build<'_>, mut waiting: Column, y: f64) -> (Vec<Item>, f64) {
    let mut items = Vec::new();
    if waiting.is_empty() {
        return (items, y);
    }
    let style = b.heading();
    let laid = b.set.text(say::arc_accepted_heading(), style, b.wide());
    let at = Point::new(MARGIN, y + 4.0);
    let top = y + laid.height + 8.0;
    items.push(Item::text(at, laid, TextRole::Heading(2)));
    let high = waiting.height();
    items.extend(waiting.pour(MARGIN, top, top + high + 1.0).0);
    (items, top + high + 6.0)
}

/// What the curve is not, whose plan it is and for whom: from that height on, and how high.
pub(super) fn footer(b: &mut Build<'_>, width: f64, y: f64) -> (Vec<Item>, f64) {
    let plan = b.plan;
    let style = b.small();
    let wide = width - 2.0 * MARGIN;
    let mut items = Vec::new();
    let mut below = y + 4.0;
    if plan.lanes.iter().any(|lane| lane.curve.is_some()) {
        let laid = b.set.text(share::curve_note(), style, wide);
        let height = laid.height;
        items.push(Item::text(Point::new(MARGIN, below), laid, TextRole::Body));
        below += height + 3.0;
    }
    let own = b.footer();
    let laid = b.set.lines(&own, style, wide / 2.0 - 10.0, 1, Align::Start);
    items.push(Item::text(Point::new(MARGIN, below), laid, TextRole::Running));
    let laid = b.set.lines(&version(plan, b.choice.made_on), style, wide / 2.0, 1, Align::End);
    let height = laid.height;
    items.push(Item::text(Point::new(MARGIN + wide / 2.0, below), laid, TextRole::Running));
    (items, below + height + 18.0 - y)
}
