//! The cover: what it is, for whom, and the whole plan as dots on lines.

use crate::model::LaneKind;
use crate::words::deck as say;

use super::super::choice::Section;
use super::super::encode::shorten;
use super::super::html::{name, prepared};
use super::super::plan::{LaneView, Plan, Reader};
use super::super::scene::{Align, Group, Image, Item, Laid, Page, Point, Rect, Role, Stroke, TextRole, Weight};
use super::Build;
use super::column::{Block, Column};
use super::days::{self, Across};
use super::frame::{MARGIN, MEASURE};

/// How wide the words are beside a picture, in parts of the page.
const WORDS: f64 = 0.45;
/// The distance of two lines of dots, and how many there are at most.
const PITCH: f64 = 15.6;
const LINES: usize = 6;
/// Where the version stands, from the bottom.
const VERSION: f64 = 42.0;
/// The highest that a title may be.
const TITLE: f64 = 160.0;

pub(super) fn build(b: &mut Build<'_>) {
    let plan = b.plan;
    let name = name(plan);
    let mut page = b.bare(Section::Cover, &shorten(name, 200), Some((0, &shorten(name, 120))));
    let picture = b.kit.cover.clone().or_else(|| {
        // A story says more of a campaign than its product does.
        let all = || plan.cards().map(|(_, card)| card);
        let cards = all().filter(|card| card.asks.is_none()).chain(all());
        cards.filter_map(|card| card.picture.as_deref()).find_map(|of| b.pictures.get(of))
    });
    let width = if picture.is_some() { b.size.width * WORDS } else { b.size.width };
    let inner = width - 2.0 * MARGIN;
    if let Some(picture) = picture {
        let frame = Rect::new(width, 0.0, b.size.width, b.size.height);
        page.items.push(Item::Image(Image { frame, corner: 0.0, picture, alt: String::new(), whole: false }));
    }
    let top = brand(b, &mut page, inner);
    let measure = inner.min(560.0);
    let mut y = (top + 24.0).max(b.size.height * 0.26);
    let kicker = b.style(9.5, 13.0, Weight::Medium, b.look.text_2);
    let kicker = b.set.lines(&kicker_words(b.plan), kicker, measure, 2, Align::Start);
    let kicker_height = kicker.height;
    page.items.push(Item::text(Point::new(MARGIN, y), kicker, TextRole::Body));
    y += kicker_height + 3.0;
    // What cannot stand on the cover in full goes on behind it.
    let mut behind = Column::default();
    let title = title(b, name, measure, &mut behind);
    let title_height = title.height;
    page.items.push(Item::text(Point::new(MARGIN, y), title, TextRole::Title));
    y += title_height + 12.0;
    if let Some(line) = &plan.line {
        let style = b.style(13.0, 19.0, Weight::Regular, b.look.text_2);
        let laid = b.paragraph(line, style, measure);
        let laid = if laid.lines.len() > 4 {
            let body = b.body();
            let whole = b.set.text(line, body, b.wide().min(MEASURE));
            behind.push(Block::new(whole, 10.0));
            b.set.lines(line, style, measure, 3, Align::Start)
        } else {
            laid
        };
        let height = laid.height;
        page.items.push(Item::text(Point::new(MARGIN, y), laid, TextRole::Body));
        y += height;
    }
    let words = prepared(plan, b.kit, b.choice.made_on);
    let small = b.small();
    let version = b.set.lines(&words, small, inner, 2, Align::Start);
    let version_y = b.size.height - VERSION - (version.height - small.leading).max(0.0);
    dots(b, &mut page, Rect::new(MARGIN, y + 18.0, MARGIN + inner, version_y - 14.0));
    page.items.push(Item::text(Point::new(MARGIN, version_y), version, TextRole::Body));
    let moments = plan.cards().count();
    page.notes = say::cover_notes(shorten(name, 120), say::moments(moments), say::lanes(plan.lanes.len()));
    b.add(Section::Cover, page);
    // The summary has the whole of it.
    let has_summary = b.choice.has(Section::Summary);
    while !has_summary && !behind.is_empty() {
        let mut sheet = b.sheet(Section::Cover, &say::continued(shorten(name, 60)), "", None);
        let (items, _) = behind.pour(MARGIN, sheet.y, b.floor());
        sheet.page.items.extend(items);
        b.add(Section::Cover, sheet.page);
    }
}

/// The logo, or the brand's name. Returns where it ends.
fn brand(b: &mut Build<'_>, page: &mut Page, inner: f64) -> f64 {
    let top = 36.0;
    if let Some(picture) = b.kit.logo.clone() {
        // The logo keeps its shape and begins at the margin, however narrow it is.
        let (width, height) = (f64::from(picture.width.max(1)), f64::from(picture.height.max(1)));
        let scale = (120.0 / width).min(32.0 / height);
        let frame = Rect::new(MARGIN, top, MARGIN + width * scale, top + height * scale);
        page.items.push(Item::Image(Image { frame, corner: 0.0, picture, alt: b.kit.brand.clone(), whole: true }));
        return frame.y1;
    }
    let Some(name) = b.plan.brands.first() else { return top };
    let style = b.style(12.0, 16.0, Weight::Semibold, b.look.text);
    let laid = b.set.lines(name, style, inner, 2, Align::Start);
    let height = laid.height;
    page.items.push(Item::text(Point::new(MARGIN, top), laid, TextRole::Body));
    top + height
}

/// "Creator storyboard, September to November 2027".
pub(super) fn kicker_words(plan: &Plan) -> String {
    let months = days::of_cards(plan).map(|(first, last)| days::months(first, last));
    match (months, plan.reader) {
        (Some(months), Reader::Creator(_)) => say::cover_brief(months),
        (Some(months), Reader::Internal | Reader::Client) => say::cover_storyboard(months),
        (None, Reader::Creator(_)) => say::cover_brief_undated().to_owned(),
        (None, Reader::Internal | Reader::Client) => say::cover_storyboard_undated().to_owned(),
    }
}

/// The name of the campaign in the largest size that leaves room for what stands below it.
fn title(b: &mut Build<'_>, name: &str, width: f64, behind: &mut Column) -> Laid {
    for size in [46.0, 36.0, 28.0, 21.0] {
        let style = b.style(size, size * 1.06, Weight::Semibold, b.look.text);
        let laid = b.even(name, style, width);
        // A word that is broken because it is wider than the line reads worse than a smaller title.
        let longest = name.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0) as f64;
        if laid.height <= TITLE && (longest * size * 0.56 <= width || size < 22.0) {
            return laid;
        }
    }
    let body = b.body();
    let whole = b.set.text(name, body, b.wide().min(MEASURE));
    behind.push(Block::new(whole, 0.0));
    let style = b.style(21.0, 24.0, Weight::Semibold, b.look.text);
    b.set.lines(name, style, width, 5, Align::Start)
}

/// Lanes as lines and moments as marks on them, as many lanes as fit, with how many there are besides, and the months below.
fn dots(b: &mut Build<'_>, page: &mut Page, room: Rect) {
    let plan = b.plan;
    let Some(lasting) = &plan.lasting else { return };
    let fit = ((room.height() - 16.0) / PITCH).floor().max(0.0) as usize;
    let is_dated = |lane: &&LaneView| lane.cards.iter().any(|card| card.day.is_some());
    let most = LINES.min(fit);
    let dated = plan.lanes.iter().filter(is_dated).count();
    // Where not all of them have a line, one of the lines says how many there are besides.
    let most = if dated > most || plan.lanes.len() > dated { most.min(fit.saturating_sub(1)) } else { most };
    let lanes: Vec<&LaneView> = plan.lanes.iter().filter(is_dated).take(most).collect();
    if lanes.is_empty() {
        return;
    }
    let more = plan.lanes.len() - lanes.len();
    let across = Across::new(lasting, room.x0, room.x1);
    let rows = lanes.len() + usize::from(more > 0);
    let top = room.y1 - 14.0 - PITCH * rows as f64;
    let mut drawn = Vec::new();
    for (row, lane) in lanes.iter().enumerate() {
        let y = top + PITCH * row as f64 + 4.0;
        let stroke = Stroke { color: b.look.grid_month, width: 0.75, dash: None };
        drawn.push(Item::line(Point::new(room.x0, y), Point::new(room.x1, y), stroke));
        for card in &lane.cards {
            let Some(day) = card.day else { continue };
            let x = across.x(f64::from(day));
            drawn.extend(b.mark(card.kind, Rect::from_center_size((x, y), (7.5, 7.5))));
        }
    }
    drawn.extend(b.axis_labels(&across, room.y1 - 13.0, true));
    page.items.push(Item::Group(Group { role: Role::Decoration, items: drawn }));
    if more > 0 {
        let is_creators = plan.lanes.iter().all(|lane| lane.kind == LaneKind::Creator);
        let words = say::cover_more(more, is_creators);
        let small = b.small();
        let laid = b.set.lines(&words, small, room.width(), 1, Align::Start);
        let y = top + PITCH * lanes.len() as f64 + 4.0 - laid.height / 2.0;
        page.items.push(Item::text(Point::new(room.x0, y), laid, TextRole::Body));
    }
}
