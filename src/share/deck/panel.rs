//! The panel beside a brief: a picture, the person, what both stand for, what people get, and the curve.
//!
//! The picture gives way to the words: it is as high as leaves room for all of them, and the curve comes where there is room
//! for it, too. What does not fit in any case waits for a page of its own.

use crate::model::AudienceValue;
use crate::words::{deck as say, names};

use super::super::encode::{left_to_right, shorten};
use super::super::plan::LaneView;
use super::super::scene::{Image, Item, Laid, Point, Rect, Stroke, TextRole, Weight};
use super::Build;
use super::column::{Block, Column, Sign, drawn};
use super::curve::{Plot, figure};
use super::days::{Across, Taken};
use super::frame::{MARGIN, TOP};
use super::people;

/// How high the picture may be, in parts of the page, the roomiest first.
const PICTURES: [f64; 3] = [0.326, 0.26, 0.2];
/// The least and the most height of the curve.
const CURVE: f64 = 52.0;
const HIGHEST: f64 = 110.0;
/// Room of the curve beside what it draws: the gap above it, and its heading.
const OVER_CURVE: f64 = 40.0;
/// Room left of a name, for the circle with the letters.
const AVATAR: f64 = 39.0;
/// Lines that are said of a person beside the circle.
const ABOUT: usize = 3;
/// A row of what people get.
const GIFTS: f64 = 16.0;

/// Everything that stands in the panel, measured.
struct Panel {
    name: Laid,
    about: Laid,
    /// Whether the column begins with the whole of what is said of the person.
    is_cut: bool,
    column: Column,
    /// What people get, in rows: where it stands in its row, its sign and its words.
    gifts: Vec<Vec<(f64, AudienceValue, Laid)>>,
}

/// The width of the texts in a panel of that width.
pub(super) fn inner(width: f64) -> f64 {
    width - MARGIN - 24.0
}

/// Draws the panel on the left of the page. Returns what does not fit, and whether it begins with what is said of the person.
pub(super) fn draw(b: &mut Build<'_>, items: &mut Vec<Item>, lane: &LaneView, width: f64) -> (Column, bool) {
    let height = b.size.height;
    items.push(Item::filled(Rect::new(0.0, 0.0, width, height), 0.0, b.look.panel));
    let edge = Stroke { color: b.look.line, width: 0.6, dash: None };
    items.push(Item::line(Point::new(width, 0.0), Point::new(width, height), edge));
    let (x, inner) = (MARGIN, inner(width));
    let mut panel = Panel::of(b, lane, inner);
    let shown = lane.cards.iter().filter(|card| card.asks.is_none()).chain(&lane.cards);
    let picture = shown.filter_map(|card| card.picture.as_deref()).find_map(|of| b.pictures.get(of));
    let has_curve = lane.curve.is_some() && b.plan.lasting.is_some();
    let curve = if has_curve { CURVE + OVER_CURVE } else { 0.0 };
    let mut y = TOP + 6.0;
    if let Some(picture) = picture {
        let room = |part: f64| b.floor() - height * part - 18.0 - panel.height();
        let roomiest = |needed: f64| PICTURES.into_iter().find(|part| room(*part) >= needed);
        // Where the curve finds no room beside any picture, the picture is as high as it may be without it.
        let part = roomiest(curve).or_else(|| roomiest(0.0)).or(PICTURES.last().copied()).unwrap_or_default();
        let frame = Rect::new(0.0, 0.0, width, height * part);
        // What it shows is said where it stands beside its moment.
        items.push(Item::Image(Image { frame, corner: 0.0, picture, alt: String::new(), whole: false }));
        y = frame.y1 + 18.0;
    }
    let shows_curve = has_curve && y + panel.height() + curve <= b.floor();
    let avatar = b.avatar(lane, Rect::from_center_size((x + 15.0, y + 16.0), (30.0, 30.0)));
    items.extend(avatar);
    let top = (y + 16.0 - f64::midpoint(panel.name.height, panel.about.height)).max(y);
    y = (top + panel.name.height + panel.about.height).max(y + 31.0) + 12.0;
    let below_name = Point::new(x + AVATAR, top + panel.name.height);
    items.push(Item::text(Point::new(x + AVATAR, top), panel.name, TextRole::Heading(2)));
    items.push(Item::text(below_name, panel.about, TextRole::Body));
    let gifts = panel.gifts.len() as f64 * GIFTS + 2.0;
    let limit = if shows_curve { b.floor() - curve } else { b.floor() };
    let waiting = panel.column.len();
    let (poured, below) = panel.column.pour(x, y, limit - if panel.gifts.is_empty() { 0.0 } else { gifts });
    items.extend(poured);
    y = below;
    let of_person = panel.is_cut && panel.column.len() == waiting;
    if panel.column.is_empty() {
        y = given(b, items, panel.gifts, Point::new(x, y + 4.0));
    } else if !panel.gifts.is_empty() {
        let style = b.body();
        let words: Vec<&str> = panel.gifts.iter().flatten().map(|(_, gives, _)| names::choice(gives.key())).collect();
        let laid = b.set.text(&words.join(", "), style, inner);
        panel.column.push(Block::new(laid, 3.0));
    }
    if shows_curve {
        let bottom = (b.floor() - 4.0).min(y + 30.0 + HIGHEST);
        trust(b, items, lane, Rect::new(x, y + 12.0, x + inner, bottom));
    }
    (panel.column, of_person)
}

impl Panel {
    fn of(b: &mut Build<'_>, lane: &LaneView, inner: f64) -> Self {
        let name = b.style(13.0, 16.0, Weight::Semibold, b.look.text);
        let name = b.snug_lines(&shorten(&lane.name, 120), name, inner - AVATAR, 2);
        let small = b.small();
        // A dot ends a line and never begins one.
        let whole = lane.about.join("\u{202f}· ");
        let about = b.snug_lines(&left_to_right(&shorten(&whole, 200)), small, inner - AVATAR, ABOUT);
        let is_cut = name.shown() != lane.name.trim_end() || about.shown().trim_start_matches('\u{200E}') != whole.trim_end();
        let mut column = Column::default();
        if is_cut {
            let style = b.body();
            let laid = b.paragraph(&people::introduced(lane), style, inner);
            column.push(Block::new(laid, 0.0));
        }
        if let Some(line) = b.plan.line.as_ref() {
            let style = b.style(10.5, 15.5, Weight::Regular, b.look.text_2);
            let laid = b.paragraph(line, style, inner);
            column.push(Block::new(laid, 10.0));
        }
        let label = b.small();
        if !lane.shared_values.is_empty() {
            let laid = b.set.text(say::brief_stand_for(), label, inner);
            column.push(Block { keeps_next: true, ..Block::new(laid, 11.0) });
            let style = b.style(10.0, 14.5, Weight::Medium, b.look.text);
            for (at, value) in lane.shared_values.iter().enumerate() {
                let laid = b.set.text(value, style, inner);
                column.push(Block::new(laid, if at == 0 { 3.0 } else { 1.0 }).entry());
            }
        }
        let given = AudienceValue::ALL.iter().copied();
        let given: Vec<AudienceValue> = given.filter(|gives| lane.cards.iter().any(|card| card.gives.contains(gives))).collect();
        if !given.is_empty() {
            let laid = b.set.text(say::brief_gives(), label, inner);
            column.push(Block { keeps_next: true, ..Block::new(laid, 11.0) });
        }
        let gifts = rows(b, &given, inner);
        Self { name, about, is_cut, column, gifts }
    }

    /// How high all of it is, from the top of the circle.
    fn height(&self) -> f64 {
        let person = (self.name.height + self.about.height).max(32.0) + 12.0;
        person + self.column.height() + if self.gifts.is_empty() { 0.0 } else { self.gifts.len() as f64 * GIFTS + 2.0 }
    }
}

/// What people get, in as many rows as it takes.
fn rows(b: &mut Build<'_>, gives: &[AudienceValue], width: f64) -> Vec<Vec<(f64, AudienceValue, Laid)>> {
    let style = b.style(9.5, 13.0, Weight::Medium, b.look.text);
    let mut rows: Vec<Vec<(f64, AudienceValue, Laid)>> = Vec::new();
    let mut x = width;
    for gives in gives {
        let laid = b.snug(names::choice(gives.key()), style, width);
        let wide = laid.width + 16.0;
        if x + wide > width {
            rows.push(Vec::new());
            x = 0.0;
        }
        if let Some(row) = rows.last_mut() {
            row.push((x, *gives, laid));
        }
        x += wide + 12.0;
    }
    rows
}

/// Draws what people get as signs with words. Returns where it ends.
fn given(b: &Build<'_>, items: &mut Vec<Item>, rows: Vec<Vec<(f64, AudienceValue, Laid)>>, at: Point) -> f64 {
    let mut y = at.y;
    let count = rows.len();
    for (row, gifts) in rows.into_iter().enumerate() {
        for (x, gives, laid) in gifts {
            let sign = Sign { icon: people::gift(gives), color: b.look.text_2 };
            let x = at.x + x;
            items.push(drawn(sign, Rect::new(x, y + 0.5, x + 12.0, y + 12.5)));
            items.push(Item::text(Point::new(x + 16.0, y), laid, TextRole::Body));
        }
        y += if row + 1 < count { GIFTS } else { 13.0 };
    }
    y
}

/// The curve of the lane, small.
fn trust(b: &mut Build<'_>, items: &mut Vec<Item>, lane: &LaneView, place: Rect) {
    let (Some(curve), Some(lasting)) = (&lane.curve, &b.plan.lasting) else { return };
    let label = b.small();
    let laid = b.set.text(say::brief_trust(), label, place.width());
    let room = Rect::new(place.x0, place.y0 + laid.height + 14.0, place.x1, place.y1);
    items.push(Item::text(place.origin(), laid, TextRole::Body));
    let across = Across::new(lasting, room.x0, room.x1);
    let points: Vec<(f64, f64)> = curve.points.iter().map(|(day, value)| (across.x(*day), *value)).collect();
    let plot = Plot::new(room, b.plan);
    let mut drawn = b.curve(&points, &plot);
    let is_dense = lane.cards.len() as f64 * 13.0 > room.width();
    let size = if is_dense { 0.6 } else { 0.9 };
    let mut taken = Taken::default();
    for card in &lane.cards {
        if let (Some(day), Some(level)) = (card.day, card.level) {
            let at = Point::new(across.x(f64::from(day)), plot.y(level));
            drawn.extend(b.marker(card, at, size));
            taken.take(Rect::from_center_size(at, (13.5 * size, 13.5 * size)));
        }
    }
    drawn.extend(b.ready_name(&points, &plot, (room.x0, room.x1), &taken));
    items.push(figure(super::arc::alt(lane), drawn));
}
