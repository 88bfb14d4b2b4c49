//! Storyboards: the moments of each lane side by side, with the curve below so that each card stands over its place on it.
//!
//! ```text
//!  title: what the lane tells                      (MS)
//!  [picture]   [picture]   [picture]   [picture]
//!  ● Kind  day ⬢ Kind  day ■ Kind  day ◆ Kind  day
//!  Title       Title       Title       Title
//!  “hook”      “hook”      “hook”      “hook”
//!  place, what people get, ask, words, label …
//!  ____●__________⬢___________■__________◆_________
//! ```
//!
//! Where a little too much would go on on a page of its own, the cards share two pages instead; what is longer goes on on the
//! next page, without pictures.

use crate::model::Kind;
use crate::words::{self, deck as say, names, share};

use super::super::choice::Section;
use super::super::encode::shorten;
use super::super::plan::{Card, Inside, LaneView};
use super::super::scene::{Align, Group, Image, Item, Point, Rect, Role, Style, TextRole, Weight};
use super::Build;
use super::column::{Block, Column, Sign};
use super::frame::{MARGIN, MEASURE, Sheet, TOP};
use super::people;
use super::titles;
use super::under;

/// Room between two columns.
const GAP: f64 = 14.0;
/// The narrowest column.
const NARROW: f64 = 138.0;
/// Fewer cards than that do not become wider.
const FEWEST: usize = 3;
/// Heights of pictures and of the curve, from the most generous to the tightest: the first with which all texts fit is taken.
const SIZES: [(f64, f64); 4] = [(92.0, 88.0), (80.0, 68.0), (62.0, 56.0), (46.0, 50.0)];
/// Room below the curve, for its caption.
const CAPTION: f64 = 22.5;
/// Room above the curve, for the names of bands.
const OVER: f64 = 15.0;
/// The row of kind and date.
const ROW: f64 = 14.0;
/// Room for the circle with the letters, right of the title.
const BESIDE_AVATAR: f64 = 48.0;
/// Less than this does not deserve a page of its own.
const FEW_LINES: f64 = 160.0;
/// With less room than this below its name, what is left of a card goes on in the next column.
const WORTH: f64 = 60.0;
/// The room that a line under the title may take before it goes on elsewhere.
const INTRO: f64 = 46.0;

/// How many columns stand on a page.
fn columns(b: &Build<'_>) -> usize {
    (((b.wide() + GAP) / (NARROW + GAP)).floor() as usize).max(1)
}

/// Adds the pages of a lane.
pub(super) fn build(b: &mut Build<'_>, lane: &LaneView) {
    let title = titles::lane(lane);
    // What is known of somebody may be long: then it goes on behind the cards.
    let mut behind = Column::default();
    let mut intro = people::introduced(lane);
    for (label, text) in &lane.inside {
        intro = say::two_sentences(intro, people::sentence(&say::said_of(label, text)));
    }
    let style = b.line_style();
    let width = b.wide() - BESIDE_AVATAR;
    if b.set.text(&intro, style, width).height > INTRO {
        let body = b.body();
        let laid = b.paragraph(&intro, body, b.wide().min(MEASURE));
        behind.push(Block::new(laid, 0.0));
        intro = shorten(&intro, 200);
    }
    let under = TOP + b.even(&intro, style, width).height + 16.0;
    let (per_page, large) = per_page(b, lane, &title, under);
    let mut next = lane.cards.as_slice();
    let mut done = 0;
    loop {
        let (here, rest) = next.split_at(per_page.min(next.len()));
        let is_first = done == 0;
        let words = if is_first { title.clone() } else { say::continued(&title) };
        let bookmark = shorten(&lane.short, 60);
        let page = b.bare(Section::Storyboards, &words, is_first.then_some((0, bookmark.as_str())));
        let frame = Rect::new(MARGIN, TOP, b.size.width - MARGIN - BESIDE_AVATAR, b.floor());
        let mut sheet = b.headed_in(page, (&words, large), if is_first { &intro } else { "" }, frame);
        let corner = Rect::from_center_size((b.size.width - MARGIN - 15.0, TOP + 22.0), (30.0, 30.0));
        let avatar = b.avatar(lane, corner);
        sheet.page.items.extend(avatar);
        sheet.page.notes = match (here.first(), here.last()) {
            (Some(first), _) if is_first => say::storyboard_notes(&title, shorten(&first.title, 120)),
            (Some(first), Some(last)) => say::storyboard_notes_on(shorten(&first.title, 120), shorten(&last.title, 120)),
            _ => say::sentence(&title),
        };
        if here.is_empty() {
            let style = b.body();
            let laid = b.set.text(share::empty_lane(), style, b.wide());
            sheet.page.items.push(Item::text(Point::new(MARGIN, sheet.y), laid, TextRole::Body));
            b.add(Section::Storyboards, sheet.page);
        } else {
            cards(b, lane, (done, here), &title, sheet);
        }
        done += here.len();
        next = rest;
        if next.is_empty() {
            break;
        }
    }
    while !behind.is_empty() {
        let mut sheet = b.sheet(Section::Storyboards, &say::continued(&title), "", None);
        let (items, _) = behind.pour(MARGIN, sheet.y, b.floor());
        sheet.page.items.extend(items);
        sheet.page.notes = say::notes_continued(&intro);
        b.add(Section::Storyboards, sheet.page);
    }
}

/// How many cards stand on a page, and in which style its title: as many as there are columns, unless fewer on each page spare one
/// that would hold only a few last lines. A title that costs a page by its second line is set smaller, on one.
fn per_page(b: &mut Build<'_>, lane: &LaneView, title: &str, under: f64) -> (usize, Style) {
    let count = lane.cards.len();
    let fewest = count.div_ceil(columns(b)).max(1);
    let usual = count.div_ceil(fewest).max(1);
    let large = b.title_style();
    // Of a lane with many pages nobody sees how the last lines stand.
    if count < 2 || fewest > 2 {
        return (usual, large);
    }
    let width = b.wide() - BESIDE_AVATAR;
    let laid = b.even(title, large, width);
    let over = overflow(b, lane, under + laid.height, usual);
    if over <= 0.0 {
        return (usual, large);
    }
    if laid.lines.len() > 1
        && let Some(smaller) = b.on_one_line(title, width)
        && over + smaller.leading <= laid.height
    {
        return (usual, smaller);
    }
    if over > FEW_LINES {
        return (usual, large);
    }
    let fewer = count.div_ceil(fewest + 1).max(1);
    (if overflow(b, lane, under + laid.height, fewer) <= 0.0 { fewer } else { usual }, large)
}

/// By how much the texts of the fullest page are too high for it, in the tightest of the sizes.
fn overflow(b: &mut Build<'_>, lane: &LaneView, head: f64, per_page: usize) -> f64 {
    let width = width(b, per_page);
    let (picture, curve) = tightest(b);
    let below = if lane.curve.is_some() { OVER + curve + CAPTION + 8.0 } else { 0.0 };
    let room = b.floor() - below - head - picture - 9.0 - ROW - 7.0;
    let mut most = 0.0_f64;
    for cards in lane.cards.chunks(per_page.max(1)) {
        let mut columns: Vec<Column> = cards.iter().map(|card| texts(b, card, width)).collect();
        align(&mut columns);
        most = columns.iter().map(Column::height).fold(most, f64::max);
    }
    most - room
}

/// The width of a column where so many cards stand beside each other.
fn width(b: &Build<'_>, cards: usize) -> f64 {
    let count = cards.max(FEWEST.min(columns(b)));
    (b.wide() - GAP * (count as f64 - 1.0)) / count as f64
}

/// Heights of pictures and of the curve on these pages: higher pages have higher pictures.
fn sizes(b: &Build<'_>) -> [(f64, f64); 4] {
    SIZES.map(|(picture, curve)| (picture * b.size.height / 540.0, curve * b.size.height / 540.0))
}

fn tightest(b: &Build<'_>) -> (f64, f64) {
    sizes(b).last().copied().unwrap_or_default()
}

/// The cards of one page, and further pages for what does not fit on it.
fn cards(b: &mut Build<'_>, lane: &LaneView, (done, here): (usize, &[Card]), title: &str, mut sheet: Sheet) {
    let width = width(b, here.len());
    let x = |column: usize| MARGIN + (width + GAP) * column as f64;
    let mut texts: Vec<Column> = here.iter().map(|card| texts(b, card, width)).collect();
    align(&mut texts);
    let centres: Vec<f64> = (0..here.len()).map(|column| x(column) + width / 2.0).collect();
    let curve = lane.curve.as_ref().filter(|_| here.iter().any(|card| card.day.is_some()));
    let tallest = texts.iter().map(Column::height).fold(0.0, f64::max);
    let below = |curve_height: f64| if curve.is_some() { OVER + curve_height + CAPTION + 8.0 } else { 0.0 };
    let sizes = sizes(b);
    let fits =
        |(picture, height): &&(f64, f64)| sheet.y + picture + 9.0 + ROW + 7.0 + tallest <= b.floor() - below(*height) + 0.01;
    let (picture, height) = sizes.iter().find(fits).or(sizes.last()).copied().unwrap_or_default();
    let text_top = sheet.y + picture + 9.0 + ROW + 7.0;
    let text_bottom = b.floor() - below(height);
    for (column, (card, text)) in here.iter().zip(&mut texts).enumerate() {
        let mut items = top_of_card(b, card, Rect::new(x(column), sheet.y, x(column) + width, sheet.y + picture));
        let (poured, _) = text.pour(x(column), text_top, text_bottom);
        items.extend(poured);
        sheet.page.items.push(Item::Group(Group { role: Role::Section(shorten(&card.title, 200)), items }));
    }
    if let Some(curve) = curve {
        let bottom = b.floor() - CAPTION;
        let room = Rect::new(MARGIN, bottom - height, b.size.width - MARGIN, bottom);
        under::draw(b, &mut sheet.page.items, lane, curve, (done, here), &centres, room);
    }
    b.add(Section::Storyboards, sheet.page);
    go_on(b, here, texts, width, title);
}

/// What of the texts of cards had no room under them, through as many columns and pages as it takes, each with its card named.
fn go_on(b: &mut Build<'_>, here: &[Card], texts: Vec<Column>, width: f64, title: &str) {
    let columns = (((b.wide() + GAP) / (width + GAP) + 0.01).floor() as usize).max(1);
    let x = |column: usize| MARGIN + (width + GAP) * column as f64;
    let mut page: Option<Sheet> = None;
    let (mut column, mut y) = (0, 0.0);
    for (card, mut text) in here.iter().zip(texts) {
        while !text.is_empty() {
            let head = b.style(9.5, 12.5, Weight::Semibold, b.look.text_3);
            let laid = b.set.lines(&say::continued(shorten(&card.title, 60)), head, width, 2, Align::Start);
            let top = page.as_ref().map_or(0.0, |page| page.y);
            if page.is_some() && y > top && y + laid.height + WORTH > b.floor() {
                (column, y) = (column + 1, top);
            }
            if page.is_none() || column == columns {
                if let Some(done) = page.take() {
                    b.add(Section::Storyboards, done.page);
                }
                let mut more = b.sheet(Section::Storyboards, &say::continued(title), "", None);
                more.page.notes = say::notes_continued(say::sentence(title));
                (column, y) = (0, more.y);
                page = Some(more);
            }
            let Some(more) = page.as_mut() else { return };
            let below = y + laid.height + 5.0;
            let mut items = vec![Item::text(Point::new(x(column), y), laid, TextRole::Heading(2))];
            let (poured, end) = text.pour(x(column), below, b.floor());
            items.extend(poured);
            more.page.items.push(Item::Group(Group { role: Role::Section(shorten(&card.title, 200)), items }));
            (column, y) = if text.is_empty() { (column, end + 16.0) } else { (column + 1, more.y) };
        }
    }
    if let Some(done) = page {
        b.add(Section::Storyboards, done.page);
    }
}

/// The picture of a card, or the tint of its kind with its mark; below it kind and date.
fn top_of_card(b: &mut Build<'_>, card: &Card, frame: Rect) -> Vec<Item> {
    let mut items = picture(b, card, frame, 5.0);
    let y = frame.y1 + 9.0;
    let mark = Rect::from_center_size((frame.x0 + 6.0, y + 6.5), (12.0, 12.0));
    items.extend(b.mark(card.kind, mark));
    let date = b.style(9.0, 13.0, Weight::Medium, b.look.text_2);
    let date = b.snug_line(&card.briefing.date, date, frame.width() * 0.5);
    let kind = b.style(9.0, 13.0, Weight::Semibold, b.kind_color(card.kind));
    let room = frame.width() - 17.0 - date.width - 6.0;
    let kind = b.snug_line(names::kind(card.kind.key()), kind, room);
    items.push(Item::text(Point::new(frame.x0 + 17.0, y), kind, TextRole::Body));
    items.push(Item::text(Point::new(frame.x1 - date.width, y), date, TextRole::Body));
    items
}

/// A picture in its frame; where there is none, the tint of the kind with its mark.
pub(super) fn picture(b: &mut Build<'_>, card: &Card, frame: Rect, corner: f64) -> Vec<Item> {
    if let Some(picture) = card.picture.as_deref().and_then(|of| b.pictures.get(of)) {
        let alt = share::picture_of(shorten(&card.title, 200));
        return vec![Item::Image(Image { frame, corner, picture, alt, whole: false })];
    }
    let side = (frame.height() * 0.34).min(32.0);
    let mut items = vec![Item::filled(frame, corner, b.kind_tint(card.kind))];
    items.extend(b.mark(card.kind, Rect::from_center_size(frame.center(), (side, side))));
    items
}

/// The texts of a card from title to notes.
fn texts(b: &mut Build<'_>, card: &Card, width: f64) -> Column {
    let mut column = Column::default();
    let title = b.style(12.0, 15.0, Weight::Semibold, b.look.text);
    let laid = b.paragraph(&card.title, title, width);
    column.push(Block { role: TextRole::Heading(2), ..Block::new(laid, 0.0) });
    if let Some(hook) = &card.hook {
        let style = b.style(9.5, 13.0, Weight::Regular, b.look.text_2);
        let laid = b.paragraph(&share::hook(hook), style, width);
        column.push(Block::new(laid, 6.0));
    }
    let small = b.small();
    if !card.place.is_empty() {
        let sign = card.platform.map(|platform| Sign { icon: people::platform(platform), color: b.look.text_3 });
        let inset = if sign.is_some() { 14.0 } else { 0.0 };
        let laid = b.set.text(&card.place.join(" · "), small, width - inset);
        let block = Block::new(laid, 8.0);
        column.push(match sign {
            Some(sign) => block.with_sign(sign, inset),
            None => block,
        });
    }
    let mut facts: Vec<(&str, String)> = Vec::new();
    if card.when != card.briefing.date {
        facts.push((share::when(), card.when.clone()));
    }
    if !card.covers.is_empty() {
        let kinds: Vec<&str> = card.covers.iter().map(|kind: &Kind| names::kind(kind.key())).collect();
        facts.push((say::also(), words::list(&kinds)));
    }
    if !card.gives.is_empty() {
        let gives: Vec<&str> = card.gives.iter().map(|gives| names::choice(gives.key())).collect();
        facts.push((share::gives(), gives.join(", ")));
    }
    facts.extend(card.shared_value.clone().map(|value| (share::shared_value(), value)));
    facts.extend(card.asks_row().map(|(label, asks)| (label, asks.to_owned())));
    facts.extend(card.must_say.clone().map(|words| (share::must_say(), words)));
    facts.extend(card.disclosure.clone().map(|label| (share::disclosure(), label)));
    facts.extend(card.accepted.clone().map(|reason| (share::accepted(), reason)));
    if let Some(inside) = &card.inside {
        facts.extend(team(inside));
    }
    for (at, (label, text)) in facts.iter().enumerate() {
        let laid = b.labelled(label, text, width);
        column.push(Block::new(laid, if at == 0 { 7.0 } else { 2.5 }));
    }
    column
}

/// What only the team sees: who has it and how far it is in one line, what it costs and how that is paid in another.
fn team(inside: &Inside) -> Vec<(&'static str, String)> {
    let joined = |first: Option<&str>, second: Option<&str>| {
        let parts: Vec<&str> = first.into_iter().chain(second).collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    };
    let (paid, more): (Vec<_>, Vec<_>) = inside.more.iter().cloned().partition(|(label, _)| *label == share::compensation());
    let paid = paid.first().map(|(_, how)| how.as_str());
    let mut facts = Vec::new();
    facts.extend(joined(Some(inside.status), inside.owner.as_deref()).map(|text| (share::status(), text)));
    let label = if inside.cost.is_some() { share::cost() } else { share::compensation() };
    facts.extend(joined(inside.cost.as_deref(), paid).map(|text| (label, text)));
    facts.extend(more);
    facts
}

/// Makes titles, and the hooks after them, end at one height, as long as none of them is much longer than the others.
fn align(columns: &mut [Column]) {
    for row in 0..2 {
        let heights: Vec<f64> = columns.iter_mut().filter_map(|column| Some(column.blocks_mut().nth(row)?.laid.height)).collect();
        let (most, least) =
            heights.iter().fold((0.0_f64, f64::MAX), |(most, least), height| (most.max(*height), least.min(*height)));
        if most - least > 32.0 || heights.len() < columns.len() {
            return;
        }
        for column in columns.iter_mut() {
            let Some(height) = column.blocks_mut().nth(row).map(|block| block.laid.height) else { continue };
            if let Some(next) = column.blocks_mut().nth(row + 1) {
                next.above += most - height;
            }
        }
    }
}
