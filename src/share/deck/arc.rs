//! The arc: all lanes over one axis, each with its curve and the marks of its moments.
//!
//! ```text
//!  title                                     ● kind  ⬢ kind
//!                | phase | phase    | phase that asks |
//!  (MS) Maren    |   ●    ⬢      ■     ◆ 28 Oct       | Committed
//!       @maren   | ___/‾‾‾‾\__/‾‾‾‾‾‾‾                |
//!                  1 Sep     1 Oct     1 Nov
//!                ◆ what the marks mean
//! ```

use crate::model::Kind;
use crate::words::{self, deck as say, names, share};

use super::super::arc::{band_name, kinds_used, mark_name};
use super::super::briefing::Place;
use super::super::choice::Section;
use super::super::encode::{left_to_right, shorten};
use super::super::plan::{AskMark, Card, LaneView, Plan};
use super::super::scene::{Item, Laid, Point, Rect, Stroke, TextRole, Weight};
use super::Build;
use super::column::{Block, Column};
use super::curve::{Plot, figure};
use super::days::{Across, Taken};
use super::frame::{MARGIN, MEASURE};
use super::people;
use super::phases::Phases;
use super::titles;

/// Where the plot begins: the names stand left of it.
pub(super) const GUTTER: f64 = 114.0;
/// Room right of the plot, for the band at the end.
pub(super) const END: f64 = 60.0;
/// The least height of a lane, with the room above and below its curve.
const LEAST: f64 = 62.0;
/// The most, on a page with few lanes.
const MOST: f64 = 190.0;
/// Room above a curve for the dates of asks, and below it.
const OVER: f64 = 17.0;
const UNDER: f64 = 7.0;
/// Dates are written over asks as long as a lane has no more of them.
const DATED: usize = 12;
/// How many moments a lane's sentence lists.
const LISTED: usize = 24;
/// The most room that notes under the axis take; longer ones have a page of their own.
const NOTES: f64 = 44.0;

pub(super) fn build(b: &mut Build<'_>) {
    let mut waiting = lanes(b);
    while !waiting.is_empty() {
        let mut page = b.sheet(Section::Arc, say::arc_accepted_heading(), "", None);
        let (items, _) = waiting.pour(MARGIN, page.y, b.floor());
        page.page.items.extend(items);
        say::arc_accepted_notes().clone_into(&mut page.page.notes);
        b.add(Section::Arc, page.page);
    }
}

/// What the arc shows, in a line under its title; empty where the title says it all.
pub(super) fn line(plan: &Plan) -> String {
    let has_curve = plan.lanes.iter().any(|lane| lane.curve.is_some());
    match (plan.brands.first(), has_curve) {
        (Some(brand), true) => say::arc_line(shorten(brand, 60)),
        (None, true) => say::arc_line_no_brand().to_owned(),
        (_, false) if plan.lasting.is_none() => say::arc_line_plain().to_owned(),
        (_, false) => String::new(),
    }
}

/// The pages with the lanes. Returns the reasons for accepted risks that found no room under them.
pub(super) fn lanes(b: &mut Build<'_>) -> Column {
    let plan = b.plan;
    let mut waiting = Column::default();
    if plan.lanes.is_empty() {
        return waiting;
    }
    let title = titles::arc(plan);
    let has_curve = plan.lanes.iter().any(|lane| lane.curve.is_some());
    let line = line(plan);
    let notes = if has_curve { say::arc_notes(&title) } else { say::arc_notes_plain(&title) };
    let mut legend = marks_legend(b, &mut waiting);
    let edges = edges(b);
    let phases = phases(b);
    let mut at = 0;
    loop {
        let continued = say::continued(&title);
        let words = if at == 0 { title.as_str() } else { continued.as_str() };
        let mark = (at == 0).then(|| (0, say::section_arc()));
        let mut page = b.sheet(Section::Arc, words, "", mark);
        page.y = head(b, &mut page.page.items, &line, page.y - 12.0);
        page.page.notes.clone_from(&notes);
        let legend_height = legend.1;
        let bottom = b.floor() - legend_height;
        let left = plan.lanes.len() - at;
        let top = page.y + phases.height() + 2.0;
        let axis = if plan.lasting.is_some() { 16.0 } else { 0.0 };
        let fit = (((bottom - axis - top) / LEAST).floor() as usize).max(1);
        let pages = left.div_ceil(fit).max(1);
        let here = left.div_ceil(pages);
        let room = Rect::new(edges.0, page.y, edges.1, bottom - axis);
        let lanes = plan.lanes.get(at..at + here).unwrap_or_default();
        rows(b, &mut page.page.items, lanes, &phases, room);
        page.page.items.append(&mut legend.0);
        b.add(Section::Arc, page.page);
        at += here;
        if at >= plan.lanes.len() {
            break;
        }
        legend.1 = 0.0;
    }
    waiting
}

/// The line under the title and, on its right, what the shapes mean. Returns where the head ends.
pub(super) fn head(b: &mut Build<'_>, items: &mut Vec<Item>, line: &str, y: f64) -> f64 {
    let kinds = kinds_used(b.plan);
    let legend = kinds_legend(b, &kinds);
    let width: f64 = legend.iter().map(|(_, laid)| 14.0 + laid.width + 14.0).sum::<f64>() - 14.0;
    let style = b.line_style();
    let laid = b.snug(line, style, b.wide());
    let is_beside = laid.width + 24.0 + width <= b.wide();
    let mut below = y + laid.height;
    let legend_y = if is_beside { y + 1.0 } else { below + 6.0 };
    if !laid.lines.is_empty() {
        items.push(Item::text(Point::new(MARGIN, y), laid, TextRole::Body));
    }
    let x = if is_beside { b.size.width - MARGIN - width } else { MARGIN };
    if !legend.is_empty() {
        below = below.max(legend_y + 13.0);
    }
    put_legend(b, items, legend, Point::new(x, legend_y));
    below + 12.0
}

/// What the shapes of these kinds mean, in a row from there on.
pub(super) fn shapes(b: &mut Build<'_>, items: &mut Vec<Item>, kinds: &[Kind], from: Point) {
    let legend = kinds_legend(b, kinds);
    put_legend(b, items, legend, from);
}

fn put_legend(b: &mut Build<'_>, items: &mut Vec<Item>, legend: Vec<(Kind, Laid)>, from: Point) {
    let mut x = from.x;
    for (kind, laid) in legend {
        let middle = from.y + laid.height / 2.0;
        items.extend(b.mark(kind, Rect::from_center_size((x + 5.5, middle), (11.0, 11.0))));
        let wide = laid.width;
        items.push(Item::text(Point::new(x + 14.0, from.y), laid, TextRole::Body));
        x += 14.0 + wide + 14.0;
    }
}

/// Kinds, one for each shape, with their names.
fn kinds_legend(b: &mut Build<'_>, kinds: &[Kind]) -> Vec<(Kind, Laid)> {
    let style = b.style(9.0, 12.5, Weight::Medium, b.look.text_2);
    kinds.iter().map(|kind| (*kind, b.snug(names::kind(kind.key()), style, 140.0))).collect()
}

/// What the marks of asks mean, and why some are accepted: items whose first line stands at the floor less the height that is
/// returned. Reasons that take too much room go to the column instead.
pub(super) fn marks_legend(b: &mut Build<'_>, waiting: &mut Column) -> (Vec<Item>, f64) {
    let plan = b.plan;
    let cards = || plan.lanes.iter().flat_map(|lane| lane.cards.iter().map(move |card| (lane, card)));
    let used = |mark: AskMark| cards().any(|(_, card)| card.mark == Some(mark));
    let marks = [AskMark::Ready, AskMark::Early, AskMark::Warning, AskMark::Error, AskMark::Accepted];
    let reasons: Vec<String> = cards()
        .filter(|(_, card)| card.mark == Some(AskMark::Accepted))
        .filter_map(|(lane, card)| Some(accepted(lane, card, card.accepted.as_ref()?)))
        .collect();
    let style = b.style(9.0, 12.5, Weight::Regular, b.look.text_2);
    let width = b.wide() - GUTTER;
    let mut entries: Vec<(AskMark, Laid)> = Vec::new();
    for mark in marks.into_iter().filter(|mark| used(*mark)) {
        entries.push((mark, b.snug(mark_name(mark), style, width - 16.0)));
    }
    for reason in &reasons {
        entries.push((AskMark::Accepted, b.snug(reason, style, width - 16.0)));
    }
    let (items, height) = wrapped(b, &entries);
    if height <= NOTES {
        return (items, height);
    }
    let style = b.body();
    for reason in &reasons {
        let laid = b.paragraph(reason, style, b.wide().min(MEASURE));
        waiting.push(Block::new(laid, 8.0));
    }
    entries.truncate(entries.len() - reasons.len());
    wrapped(b, &entries)
}

/// Why an ask stands where it stands.
fn accepted(lane: &LaneView, card: &Card, reason: &str) -> String {
    let sentence = say::arc_accepted(titles::name(lane), &card.briefing.date, people::sentence(reason));
    left_to_right(&sentence).into_owned()
}

/// Marks with their words, side by side and in as many rows as they need, up to the floor.
fn wrapped(b: &Build<'_>, entries: &[(AskMark, Laid)]) -> (Vec<Item>, f64) {
    let (left, right) = (MARGIN + GUTTER, b.size.width - MARGIN);
    let mut rows: Vec<(f64, Vec<(f64, usize)>)> = Vec::new();
    let mut x = right;
    for (at, (_, laid)) in entries.iter().enumerate() {
        if x + 14.0 + laid.width > right {
            rows.push((0.0, Vec::new()));
            x = left;
        }
        if let Some((height, row)) = rows.last_mut() {
            row.push((x, at));
            *height = height.max(laid.height + 2.0);
        }
        x += 14.0 + laid.width + 18.0;
    }
    let height: f64 = rows.iter().map(|(height, _)| height).sum::<f64>();
    let mut y = b.floor() - height;
    let mut items = Vec::new();
    for (row_height, row) in rows {
        for (x, at) in row {
            let Some((mark, laid)) = entries.get(at) else { continue };
            items.extend(b.ask_mark(*mark, Point::new(x + 5.0, y + 6.5), 10.0));
            items.push(Item::text(Point::new(x + 14.0, y), laid.clone(), TextRole::Body));
        }
        y += row_height;
    }
    (items, if height > 0.0 { height + 6.0 } else { 0.0 })
}

/// Where the plot begins and ends.
fn edges(b: &Build<'_>) -> (f64, f64) {
    (MARGIN + GUTTER, b.size.width - MARGIN - END)
}

/// The phases over the plot.
pub(super) fn phases(b: &mut Build<'_>) -> Phases {
    let (left, right) = edges(b);
    let lasting = b.plan.lasting.as_ref();
    lasting.map(|lasting| Phases::of(b, lasting, &Across::new(lasting, left, right), (left, right))).unwrap_or_default()
}

/// Phases, lanes and the axis, in that room: from the top of the phases to the axis.
fn rows(b: &mut Build<'_>, items: &mut Vec<Item>, lanes: &[LaneView], phases: &Phases, room: Rect) {
    let plan = b.plan;
    let mut top = room.y0;
    let across = plan.lasting.as_ref().map(|lasting| Across::new(lasting, room.x0, room.x1));
    if across.is_some() {
        top += phases.height() + 2.0;
    }
    let pitch = ((room.y1 - top) / lanes.len().max(1) as f64).min(MOST);
    // A few lanes do not fill the page: what holds for all of them ends where they do.
    let axis = (top + pitch * lanes.len() as f64 + 2.0).min(room.y1);
    phases.draw(b, items, room.y0, axis);
    for (row, lane) in lanes.iter().enumerate() {
        let y = top + pitch * row as f64;
        let place = Rect::new(room.x0, y + OVER, room.x1, y + pitch - UNDER);
        gutter(b, items, lane, place);
        if let Some(across) = &across {
            dated(b, items, lane, across, place, row == 0);
        } else {
            in_order(b, items, lane, place);
        }
    }
    if let Some(across) = &across {
        items.extend(b.axis_labels(across, axis, false));
    }
}

/// Who it is, left of the plot.
pub(super) fn gutter(b: &mut Build<'_>, items: &mut Vec<Item>, lane: &LaneView, place: Rect) {
    let middle = place.center().y;
    items.extend(b.avatar(lane, Rect::from_center_size((MARGIN + 12.0, middle), (24.0, 24.0))));
    let width = GUTTER - 31.0 - 6.0;
    let name = b.style(10.5, 13.5, Weight::Semibold, b.look.text);
    let name = b.snug_lines(&shorten(&lane.short, 80), name, width, 2);
    let undated = lane.cards.iter().filter(|card| card.day.is_none()).count();
    let second = if b.plan.lasting.is_some() && undated > 0 {
        Some(say::arc_undated_count(undated))
    } else {
        lane.about.first().filter(|about| about.starts_with('@')).cloned()
    };
    let small = b.small();
    let second = second.map(|text| b.snug_lines(&shorten(&text, 60), small, width, 1));
    let height = name.height + second.as_ref().map_or(0.0, |laid| laid.height);
    let mut y = middle - height / 2.0;
    let x = MARGIN + 31.0;
    let name_height = name.height;
    items.push(Item::text(Point::new(x, y), name, TextRole::Heading(2)));
    y += name_height;
    if let Some(second) = second {
        items.push(Item::text(Point::new(x, y), second, TextRole::Body));
    }
}

/// A lane on the axis.
pub(super) fn dated(b: &mut Build<'_>, items: &mut Vec<Item>, lane: &LaneView, across: &Across, place: Rect, is_first: bool) {
    let mut drawn = Vec::new();
    let mut taken = Taken::default();
    let middle = place.center().y;
    let plot = Plot::new(place, b.plan);
    let points = lane.curve.iter().flat_map(|curve| &curve.points);
    let points: Vec<(f64, f64)> = points.map(|(day, value)| (across.x(*day), *value)).collect();
    if lane.curve.is_some() {
        drawn.extend(b.curve(&points, &plot));
    } else {
        let stroke = Stroke { color: b.look.grid_month, width: 0.75, dash: None };
        drawn.push(Item::line(Point::new(place.x0, middle), Point::new(place.x1, middle), stroke));
    }
    let has_curve = lane.curve.is_some();
    let y_of = |card: &Card| match card.level {
        Some(level) if has_curve => plot.y(level),
        _ => middle,
    };
    let cards: Vec<(&Card, Point)> =
        lane.cards.iter().filter_map(|card| Some((card, Point::new(across.x(f64::from(card.day?)), y_of(card))))).collect();
    // Where many stand close together, they are smaller and only the first and the last dates would tell them apart.
    let is_dense = cards.len() as f64 * 13.0 > place.width();
    let asks = cards.iter().filter(|(card, _)| card.mark.is_some()).count();
    for (card, at) in &cards {
        drawn.extend(b.marker(card, *at, if is_dense { 0.6 } else { 1.0 }));
        taken.take(Rect::from_center_size(*at, (12.0, 12.0)));
    }
    let (mut labels, mut dates) = (Vec::new(), Vec::new());
    for (card, at) in &cards {
        let Some(mark) = card.mark.filter(|_| asks <= DATED) else { continue };
        let color = b.mark_text_color(mark);
        let style = b.style(9.0, 12.0, Weight::Semibold, color);
        let laid = b.snug_line(&card.briefing.date, style, 90.0);
        let ready = has_curve.then(|| plot.ready_y());
        let places = date_places(*at, (laid.width, laid.height), ready, place);
        let free = taken.first_free(places);
        // The day of an ask is said before anything else is: where marks stand all around, it lies on them with a ground of its own.
        let apart = |frame: &Rect| !dates.iter().any(|of: &Rect| of.overlaps(*frame));
        let Some(frame) = free.or_else(|| places.into_iter().find(apart)) else { continue };
        if free.is_none() {
            labels.push(Item::filled(frame, 2.0, b.look.canvas));
        }
        taken.take(frame);
        dates.push(frame);
        labels.push(Item::text(frame.origin(), laid, TextRole::Body));
    }
    if has_curve && is_first {
        labels.extend(b.ready_name(&points, &plot, (place.x0 + 4.0, place.x1 - 4.0), &taken));
    }
    if let Some(curve) = &lane.curve {
        let last = curve.points.last().map_or(0.0, |(_, value)| *value);
        let style = b.style(9.0, 12.0, Weight::Medium, b.band_color(curve.ends_in));
        let laid = b.snug(band_name(curve.ends_in), style, END - 5.0);
        let y = (plot.y(last) - laid.height / 2.0).min(place.y1 - laid.height + UNDER).max(place.y0 - OVER);
        labels.push(Item::text(Point::new(place.x1 + 5.0, y), laid, TextRole::Body));
    }
    drawn.extend(labels);
    items.push(figure(alt(lane), drawn));
}

/// Where the date of an ask may stand, the best place first: over it, under it, beside it, farther off. On the line of ready the dashes would go
/// through its letters; just above that is as near.
fn date_places(at: Point, (wide, high): (f64, f64), ready: Option<f64>, place: Rect) -> [Rect; 6] {
    let clear = |y: f64| match ready {
        Some(ready) if y < ready && ready < y + high => ready - high - 0.5,
        _ => y,
    };
    let frame = |x: f64, y: f64| {
        let x = x.clamp(place.x0, (place.x1 - wide).max(place.x0));
        Rect::new(x, y, x + wide, y + high)
    };
    let (middle, beside) = (at.x - wide / 2.0, clear(at.y - high / 2.0));
    let under = (at.y + 8.0).min(place.y1 + UNDER - high);
    [
        frame(middle, clear(at.y - 8.0 - high)),
        frame(middle, under),
        frame(at.x + 9.0, beside),
        frame(at.x - 9.0 - wide, beside),
        frame(middle, (at.y + 8.0 + high).min(place.y1 + UNDER - high)),
        frame(middle, clear((at.y - 8.0 - 2.0 * high).max(place.y0 - OVER))),
    ]
}

/// A lane of a plan without days: its cards in their order, at equal distances.
pub(super) fn in_order(b: &mut Build<'_>, items: &mut Vec<Item>, lane: &LaneView, place: Rect) {
    let middle = place.center().y;
    let stroke = Stroke { color: b.look.grid_month, width: 0.75, dash: None };
    let mut drawn = vec![Item::line(Point::new(place.x0, middle), Point::new(place.x1, middle), stroke)];
    let step = place.width() / (lane.cards.len() as f64 + 1.0);
    for (at, card) in lane.cards.iter().enumerate() {
        let size = if step < 13.0 { 0.6 } else { 1.0 };
        drawn.extend(b.marker(card, Point::new(place.x0 + step * (at as f64 + 1.0), middle), size));
    }
    let is_known = lane.cards.iter().all(|card| matches!(card.place_in_order, Place::Order(_)));
    let words = match (lane.cards.is_empty(), is_known) {
        (true, _) => share::empty_lane(),
        (false, true) => share::order_only(),
        (false, false) => share::no_date(),
    };
    let style = b.small();
    let laid = b.snug(words, style, place.width());
    drawn.push(Item::text(Point::new(place.x0 + 4.0, middle - 9.0 - laid.height), laid, TextRole::Body));
    items.push(figure(alt(lane), drawn));
}

/// A lane's drawing in words.
pub(super) fn alt(lane: &LaneView) -> String {
    let name = shorten(&lane.name, 200);
    if lane.cards.is_empty() {
        return say::arc_alt_empty(name);
    }
    let told = |card: &Card| {
        let kind = names::kind(card.kind.key());
        match card.mark {
            Some(mark) => say::arc_alt_ask(kind, &card.briefing.date, words::inside(mark_name(mark))),
            None => say::arc_alt_card(kind, &card.briefing.date),
        }
    };
    let mut cards: Vec<String> = lane.cards.iter().take(LISTED).map(told).collect();
    if lane.cards.len() > LISTED {
        cards.push(say::arc_alt_more(lane.cards.len() - LISTED));
    }
    let end = lane.curve.as_ref().map_or_else(String::new, |curve| format!("{}.", share::at_the_end(band_name(curve.ends_in))));
    say::arc_alt(name, words::list(&cards), end)
}
