//! Cards of a board on a page, in the three sizes of the window. What does not fit on one is in its name, which is read aloud.

use crate::analysis::packing::Size;
use crate::words::{names, share};

use super::super::super::arc::mark_name;
use super::super::super::plan::{AskMark, Card};
use super::super::super::scene::{Align, Form, Group, Item, Point, Rect, Role, Shape, Stroke, TextRole, Weight};
use super::super::Build;
use super::super::column::{Sign, drawn};
use super::super::{people, storyboards};

/// Room inside a card.
const PAD: f64 = 8.0;
/// The corner of a card.
const CORNER: f64 = 6.0;

/// A card in its frame.
pub(super) fn card(b: &mut Build<'_>, card: &Card, frame: Rect, size: Size) -> Item {
    let edge = match card.mark {
        Some(AskMark::Error) => b.look.error_fill,
        Some(AskMark::Warning) => b.look.warning_fill,
        Some(AskMark::Accepted) => b.look.accepted_fill,
        Some(AskMark::Ready | AskMark::Early) | None => b.look.line,
    };
    let stroke = Stroke { color: edge, width: 0.9, dash: None };
    let form = Form::Rect(frame, CORNER);
    let mut items = vec![Item::Shape(Shape { form, fill: Some(b.look.card), stroke: Some(stroke) })];
    match size {
        Size::Xs | Size::S => small(b, card, frame, &mut items),
        Size::Slim | Size::M => medium(b, card, frame, &mut items),
        Size::L => large(b, card, frame, &mut items),
    }
    Item::Group(Group { role: Role::Section(name(card)), items })
}

/// A card in words: kind, day and the whole title.
fn name(card: &Card) -> String {
    let kind = names::kind(card.kind.key());
    let mut name = format!("{kind}, {}: {}", card.when, card.title);
    if let Some(mark) = card.mark {
        name.push_str(". ");
        name.push_str(mark_name(mark));
    }
    name
}

/// Mark, words beside it in that colour, and on the right how it is asked.
fn head(b: &mut Build<'_>, card: &Card, frame: Rect, side: f64, words: &str, items: &mut Vec<Item>) {
    let middle = frame.y0 + side / 2.0;
    items.extend(b.mark(card.kind, Rect::from_center_size((frame.x0 + side / 2.0, middle), (side, side))));
    let mut right = frame.x1;
    if let Some(mark) = card.mark {
        items.extend(b.ask_mark(mark, Point::new(right - 6.0, middle), 11.5));
        right -= 16.0;
    }
    let style = b.style(9.0, 12.5, Weight::Semibold, b.kind_color(card.kind));
    let laid = b.snug_line(words, style, right - frame.x0 - side - 5.0);
    items.push(Item::text(Point::new(frame.x0 + side + 5.0, middle - laid.height / 2.0), laid, TextRole::Body));
}

fn small(b: &mut Build<'_>, card: &Card, frame: Rect, items: &mut Vec<Item>) {
    let inside = frame.inset(-6.0);
    head(b, card, inside, 10.0, &card.briefing.date, items);
    let style = b.style(9.0, 11.0, Weight::Medium, b.look.text);
    let laid = b.set.lines(&card.title, style, inside.width(), 2, Align::Start);
    items.push(Item::text(Point::new(inside.x0, frame.y0 + 19.5), laid, TextRole::Heading(3)));
}

fn medium(b: &mut Build<'_>, card: &Card, frame: Rect, items: &mut Vec<Item>) {
    let inside = frame.inset(-PAD);
    head(b, card, inside, 13.0, names::kind(card.kind.key()), items);
    let style = b.style(10.5, 13.5, Weight::Semibold, b.look.text);
    let laid = b.set.lines(&card.title, style, inside.width(), 2, Align::Start);
    items.push(Item::text(Point::new(inside.x0, inside.y0 + 17.0), laid, TextRole::Heading(3)));
    let row = inside.y1 - 34.0;
    let mut left = inside.x0;
    if card.picture.is_some() {
        let thumb = Rect::new(left, inside.y1 - 33.0, left + 56.0, inside.y1);
        items.extend(storyboards::picture(b, card, thumb, 3.0));
        left += 63.0;
    }
    facts(b, card, Rect::new(left, row + 3.0, inside.x1, inside.y1), items);
}

fn large(b: &mut Build<'_>, card: &Card, frame: Rect, items: &mut Vec<Item>) {
    let inside = frame.inset(-PAD);
    let picture = Rect::new(inside.x0, inside.y0, inside.x1, inside.y0 + 80.0);
    items.extend(storyboards::picture(b, card, picture, 4.0));
    let below = Rect::new(inside.x0, picture.y1 + 7.0, inside.x1, inside.y1);
    head(b, card, below, 13.0, names::kind(card.kind.key()), items);
    let style = b.style(11.5, 14.5, Weight::Semibold, b.look.text);
    let laid = b.set.lines(&card.title, style, inside.width(), 2, Align::Start);
    items.push(Item::text(Point::new(inside.x0, below.y0 + 18.0), laid, TextRole::Heading(3)));
    facts(b, card, Rect::new(inside.x0, inside.y1 - 28.0, inside.x1, inside.y1), items);
}

/// Day and place, a line each; without a picture beside them the hook is the better second line.
fn facts(b: &mut Build<'_>, card: &Card, frame: Rect, items: &mut Vec<Item>) {
    let style = b.small();
    let inset = if card.platform.is_some() { 14.0 } else { 0.0 };
    if let Some(platform) = card.platform {
        let place = Rect::from_center_size((frame.x0 + 5.5, frame.y0 + 6.5), (11.0, 11.0));
        items.push(drawn(Sign { icon: people::platform(platform), color: b.look.text_3 }, place));
    }
    let date = b.style(9.0, 12.5, Weight::Medium, b.look.text_2);
    let laid = b.set.lines(&card.briefing.date, date, frame.width() - inset, 1, Align::Start);
    items.push(Item::text(Point::new(frame.x0 + inset, frame.y0), laid, TextRole::Body));
    let status = card.inside.as_ref().map(|inside| inside.status.to_owned());
    let hook = card.hook.as_ref().filter(|_| card.picture.is_none()).map(share::hook);
    let second = hook.or(status).or_else(|| (!card.place.is_empty()).then(|| card.place.join(" · ")));
    if let Some(second) = second {
        let laid = b.set.lines(&second, style, frame.width(), 1, Align::Start);
        items.push(Item::text(Point::new(frame.x0, frame.y0 + 15.0), laid, TextRole::Body));
    }
}
