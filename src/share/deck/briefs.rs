//! One brief per creator: who it is for and why on the left, the moments in their order and what holds for them on the right.
//!
//! It says only what the plan says. What does not fit on the first page goes on on pages of its own, across the whole width.

use crate::analysis::deadlines::DRAFT_DAYS;
use crate::model::{AudienceValue, Control, LaneKind};
use crate::words::{self, deck as say, names, share};

use super::super::choice::Section;
use super::super::encode::shorten;
use super::super::plan::{Card, LaneView};
use super::super::scene::{Align, Group, Icon, Image, Item, Laid, Point, Rect, Rgb, Role, Stroke, TextRole, Weight};
use super::Build;
use super::column::{Block, Column, Sign};
use super::curve::{Plot, figure};
use super::days::Across;
use super::frame::{MARGIN, Sheet, TOP};
use super::people;
use super::storyboards;
use super::titles;

/// How wide the panel on the left is, in parts of the page.
const PANEL: f64 = 0.325;
/// How high the picture over it is, in parts of the page.
const PICTURE: f64 = 0.326;
/// The size of a moment's picture.
const THUMB: (f64, f64) = (77.0, 43.0);
/// The least height of the curve in the panel.
const CURVE: f64 = 52.0;
/// The width of a column of kind and place, and of one of dates.
const KINDS: f64 = 120.0;
const DATES: f64 = 92.0;
/// Room between the columns of what is yours, asked and always so.
const BETWEEN: f64 = 18.0;
/// Room between the moments and the lists.
const ABOVE_LISTS: f64 = 14.0;
/// Room between a sign and its entry.
const INSET: f64 = 17.0;

pub(super) fn build(b: &mut Build<'_>) {
    let plan = b.plan;
    let lanes = plan.lanes.iter().enumerate();
    for (at, lane) in lanes.filter(|(_, lane)| lane.kind == LaneKind::Creator && !lane.cards.is_empty()) {
        brief(b, lane, at);
    }
}

/// Where the pages of a brief stand: the first beside the panel, further ones across.
struct Pages<'a> {
    title: &'a str,
    sheet: Sheet,
    left: f64,
    right: f64,
}

impl Pages<'_> {
    fn width(&self) -> f64 {
        self.right - self.left
    }

    fn turn(&mut self, b: &mut Build<'_>) {
        let notes = self.sheet.page.notes.clone();
        let empty = b.bare(Section::Briefs, "", None);
        b.add(Section::Briefs, std::mem::replace(&mut self.sheet.page, empty));
        self.sheet = b.sheet(Section::Briefs, &say::continued(self.title), "", None);
        self.sheet.page.notes = notes;
        (self.left, self.right) = (MARGIN, b.size.width - MARGIN);
    }
}

fn brief(b: &mut Build<'_>, lane: &LaneView, at: usize) {
    let title = say::brief_for(titles::name(lane));
    let told = titles::brief(lane);
    let page = b.bare(Section::Briefs, &title, Some((0, &title)));
    let panel = (b.size.width * PANEL).max(270.0);
    let frame = Rect::new(panel + 38.0, TOP, b.size.width - MARGIN, b.floor());
    let mut sheet = b.headed(page, &title, &told, frame);
    sheet.page.notes = say::brief_notes(titles::name(lane), &told);
    let mut behind = Column::default();
    left(b, &mut sheet.page.items, lane, at, panel, &mut behind);
    let mut pages = Pages { title: &title, sheet, left: frame.x0, right: frame.x1 };
    let pad = pad(b, &pages, lane);
    for card in &lane.cards {
        row(b, &mut pages, card, pad);
    }
    agreed(b, &mut pages, lane);
    while !behind.is_empty() {
        pages.turn(b);
        let (items, _) = behind.pour(pages.left, pages.sheet.y, b.floor());
        pages.sheet.page.items.extend(items);
    }
    b.add(Section::Briefs, pages.sheet.page);
}

/// The panel: picture, person, what both stand for, what people get, the curve. What does not fit waits in `behind`.
fn left(b: &mut Build<'_>, items: &mut Vec<Item>, lane: &LaneView, at: usize, width: f64, behind: &mut Column) {
    let height = b.size.height;
    items.push(Item::filled(Rect::new(0.0, 0.0, width, height), 0.0, b.look.panel));
    let edge = Stroke { color: b.look.line, width: 0.6, dash: None };
    items.push(Item::line(Point::new(width, 0.0), Point::new(width, height), edge));
    let mut y = TOP + 6.0;
    let shown = lane.cards.iter().filter(|card| card.asks.is_none()).chain(&lane.cards);
    let picture = shown.filter_map(|card| card.picture.as_deref()).find_map(|of| b.pictures.get(of));
    if let Some(picture) = picture {
        let frame = Rect::new(0.0, 0.0, width, height * PICTURE);
        // What it shows is said where it stands beside its moment.
        items.push(Item::Image(Image { frame, corner: 0.0, picture, alt: String::new(), whole: false }));
        y = frame.y1 + 18.0;
    }
    let (x, inner) = (MARGIN, width - MARGIN - 24.0);
    let avatar = b.avatar(lane, at, Rect::from_center_size((x + 15.0, y + 16.0), (30.0, 30.0)));
    items.extend(avatar);
    let name = b.style(13.0, 16.0, Weight::Semibold, b.look.text);
    let name = b.set.lines(&shorten(&lane.name, 120), name, inner - 39.0, 2, Align::Start);
    let small = b.small();
    let about = lane.about.join(" · ");
    let about = b.set.lines(&shorten(&about, 160), small, inner - 39.0, 2, Align::Start);
    let top = (y + 16.0 - f64::midpoint(name.height, about.height)).max(y);
    let (name_height, about_height) = (name.height, about.height);
    let is_cut = name.is_part() || name.shown() != lane.name.trim_end() || about.shown() != lane.about.join(" · ").trim_end();
    items.push(Item::text(Point::new(x + 39.0, top), name, TextRole::Heading(2)));
    items.push(Item::text(Point::new(x + 39.0, top + name_height), about, TextRole::Body));
    y = (top + name_height + about_height).max(y + 31.0) + 12.0;
    let mut column = Column::default();
    if is_cut {
        let style = b.body();
        let laid = b.set.text(&people::introduced(lane), style, inner);
        column.push(Block::new(laid, 0.0));
    }
    if let Some(line) = b.plan.line.as_ref() {
        let style = b.style(10.5, 15.5, Weight::Regular, b.look.text_2);
        let laid = b.set.text(line, style, inner);
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
    let gives: Vec<AudienceValue> =
        AudienceValue::ALL.iter().copied().filter(|gives| lane.cards.iter().any(|card| card.gives.contains(gives))).collect();
    if !gives.is_empty() {
        let laid = b.set.text(say::brief_gives(), label, inner);
        column.push(Block { keeps_next: true, ..Block::new(laid, 11.0) });
    }
    let needed = column.height() + if gives.is_empty() { 0.0 } else { 18.0 };
    let curve_room = CURVE + 40.0;
    let shows_curve = lane.curve.is_some() && b.plan.lasting.is_some() && y + needed + curve_room <= b.floor();
    let limit = if shows_curve { b.floor() - curve_room } else { b.floor() };
    let (poured, below) = column.pour(x, y, limit - if gives.is_empty() { 0.0 } else { 18.0 });
    items.extend(poured);
    y = below;
    if column.is_empty() && !gives.is_empty() {
        y = given(b, items, &gives, Point::new(x, y + 4.0), inner);
    } else if !column.is_empty() {
        let style = b.body();
        let words: Vec<&str> = gives.iter().map(|gives| names::choice(gives.key())).collect();
        let laid = b.set.text(&words.join(", "), style, inner);
        column.push(Block::new(laid, 3.0));
    }
    *behind = column;
    if shows_curve {
        let bottom = (b.floor() - 4.0).min(y + 30.0 + 110.0);
        trust(b, items, lane, Rect::new(x, y + 12.0, x + inner, bottom));
    }
}

/// What people get, as signs with words, in rows. Returns where they end.
fn given(b: &mut Build<'_>, items: &mut Vec<Item>, gives: &[AudienceValue], at: Point, width: f64) -> f64 {
    let style = b.style(9.5, 13.0, Weight::Medium, b.look.text);
    let (mut x, mut y) = (at.x, at.y);
    for gives in gives {
        let laid = b.snug(names::choice(gives.key()), style, width);
        if x > at.x && x + 16.0 + laid.width > at.x + width {
            (x, y) = (at.x, y + 16.0);
        }
        let sign = Sign { icon: people::gift(*gives), color: b.look.text_2 };
        items.push(super::column::drawn(sign, Rect::new(x, y + 0.5, x + 12.0, y + 12.5)));
        let wide = laid.width;
        items.push(Item::text(Point::new(x + 16.0, y), laid, TextRole::Body));
        x += 16.0 + wide + 12.0;
    }
    y + 13.0
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
    let ready = b.style(9.0, 12.0, Weight::Medium, b.look.ready);
    let ready = b.snug(share::ready_to_ask(), ready, room.width());
    drawn.push(Item::text(Point::new(room.x0, plot.ready_y() - ready.height - 0.5), ready, TextRole::Body));
    for card in &lane.cards {
        if let (Some(day), Some(level)) = (card.day, card.level) {
            let at = Point::new(across.x(f64::from(day)), plot.y(level));
            drawn.extend(b.marker(card, at, if is_dense { 0.6 } else { 0.9 }));
        }
    }
    items.push(figure(super::arc::alt(lane), drawn));
}

/// Room above and below a moment: less of it where everything then fits on one page.
fn pad(b: &mut Build<'_>, pages: &Pages<'_>, lane: &LaneView) -> f64 {
    let mut rows = 0.0;
    for card in lane.cards.iter().take(10) {
        let (kinds, dates) = row_side(b, card);
        rows += row_texts(b, card, text_width(pages)).height().max(kinds.height()).max(dates.height()).max(THUMB.1);
    }
    let lists = lists(b, lane, (pages.width() - 2.0 * BETWEEN) / 3.0).iter().map(Column::height).fold(0.0, f64::max);
    let room = b.floor() - pages.sheet.y - rows - ABOVE_LISTS - lists;
    (room / (2.0 * lane.cards.len() as f64)).clamp(3.0, 7.0)
}

/// The width of title and hook.
fn text_width(pages: &Pages<'_>) -> f64 {
    pages.width() - THUMB.0 - 11.0 - KINDS - DATES - 16.0
}

/// A moment: picture, title and hook, kind and place, date and how it may move.
fn row(b: &mut Build<'_>, pages: &mut Pages<'_>, card: &Card, pad: f64) {
    let is_across = |pages: &Pages<'_>| pages.left < MARGIN + 1.0;
    let text_left = THUMB.0 + 11.0;
    let mut column = row_texts(b, card, text_width(pages));
    let side = row_side(b, card);
    let least = side.0.height().max(side.1.height()).max(THUMB.1);
    let height = column.height().max(least) + 2.0 * pad;
    // A row that fits on a page stands on one; a higher one begins where there is room for a start of it.
    let fresh = b.floor() - TOP - 60.0;
    if pages.sheet.y + if height > fresh { least + 40.0 } else { height } > b.floor() {
        let was_across = is_across(pages);
        pages.turn(b);
        if !was_across {
            column = row_texts(b, card, text_width(pages));
        }
    }
    let rule = Stroke { color: b.look.line, width: 0.6, dash: None };
    let top = pages.sheet.y;
    pages.sheet.page.items.push(Item::line(Point::new(pages.left, top), Point::new(pages.right, top), rule));
    let y = top + pad;
    let mut items = storyboards::picture(b, card, Rect::new(pages.left, y, pages.left + THUMB.0, y + THUMB.1), 3.0);
    let (mut kinds, mut dates) = side;
    let (poured, mut below) = column.pour(pages.left + text_left, y, b.floor() - 6.0);
    items.extend(poured);
    let kinds_left = pages.right - KINDS - DATES;
    items.extend(b.mark(card.kind, Rect::from_center_size((kinds_left + 5.5, y + 7.0), (11.0, 11.0))));
    let (poured, end) = kinds.pour(kinds_left + 15.0, y, b.floor());
    items.extend(poured);
    below = below.max(end);
    let (poured, end) = dates.pour(pages.right - DATES + 8.0, y, b.floor());
    items.extend(poured);
    below = below.max(end).max(y + THUMB.1);
    pages.sheet.page.items.push(Item::Group(Group { role: Role::Section(shorten(&card.title, 200)), items }));
    pages.sheet.y = below + pad;
    while !column.is_empty() {
        pages.turn(b);
        let (poured, end) = column.pour(pages.left + text_left, pages.sheet.y, b.floor());
        pages.sheet.page.items.extend(poured);
        pages.sheet.y = end + pad;
    }
}

fn row_texts(b: &mut Build<'_>, card: &Card, width: f64) -> Column {
    let mut column = Column::default();
    let title = b.style(11.5, 15.0, Weight::Semibold, b.look.text);
    let laid = b.set.text(&card.title, title, width);
    column.push(Block { role: TextRole::Heading(2), ..Block::new(laid, 0.0) });
    if let Some(hook) = &card.hook {
        let style = b.style(9.5, 13.0, Weight::Regular, b.look.text_2);
        let laid = b.set.text(&share::hook(hook), style, width);
        column.push(Block::new(laid, 1.5));
    }
    column
}

/// Kind and place, and date, window and draft.
fn row_side(b: &mut Build<'_>, card: &Card) -> (Column, Column) {
    let (mut kinds, mut dates) = (Column::default(), Column::default());
    let small = b.small();
    let kind = b.style(9.0, 13.5, Weight::Semibold, b.kind_color(card.kind));
    let laid = b.set.text(names::kind(card.kind.key()), kind, KINDS - 21.0);
    kinds.push(Block::new(laid, 0.0));
    if !card.place.is_empty() {
        let laid = b.set.text(&card.place.join(" · "), small, KINDS - 21.0);
        kinds.push(Block::new(laid, 1.0));
    }
    let end = |b: &mut Build<'_>, text: &str, style| -> Laid {
        b.set.set(&[super::super::scene::Span { text: text.to_owned(), style }], DATES - 8.0, Align::End)
    };
    let date = b.style(11.0, 14.0, Weight::Semibold, b.look.text);
    let laid = end(b, &card.briefing.date, date);
    dates.push(Block::new(laid, 0.0));
    if let Some(moves) = &card.briefing.moves {
        let laid = end(b, moves, small);
        dates.push(Block::new(laid, 1.0));
    }
    if let Some(draft) = card.briefing.draft {
        let laid = end(b, &say::brief_draft(draft.short()), small);
        dates.push(Block::new(laid, 1.0));
    }
    (kinds, dates)
}

/// The lists of what was agreed.
fn agreed(b: &mut Build<'_>, pages: &mut Pages<'_>, lane: &LaneView) {
    let rule = Stroke { color: b.look.line, width: 0.6, dash: None };
    let y = pages.sheet.y;
    pages.sheet.page.items.push(Item::line(Point::new(pages.left, y), Point::new(pages.right, y), rule));
    pages.sheet.y += ABOVE_LISTS;
    let width = |pages: &Pages<'_>| (pages.width() - 2.0 * BETWEEN) / 3.0;
    let mut columns = lists(b, lane, width(pages));
    let tallest = |columns: &[Column]| columns.iter().map(Column::height).fold(0.0, f64::max);
    if pages.sheet.y + tallest(&columns).min(90.0) > b.floor() || pages.sheet.y + tallest(&columns) > b.floor() + 60.0 {
        pages.turn(b);
        columns = lists(b, lane, width(pages));
    }
    loop {
        let step = width(pages) + BETWEEN;
        let mut end = pages.sheet.y;
        for (at, column) in columns.iter_mut().enumerate() {
            // A list keeps its width when it goes on on a wider page.
            let (items, below) = column.pour(pages.left + step * at as f64, pages.sheet.y, b.floor());
            pages.sheet.page.items.extend(items);
            end = end.max(below);
        }
        pages.sheet.y = end;
        if columns.iter().all(Column::is_empty) {
            break;
        }
        pages.turn(b);
    }
}

/// What the creator decides, what is asked, and what always holds, set to that width.
fn lists(b: &mut Build<'_>, lane: &LaneView, width: f64) -> [Column; 3] {
    [
        list(b, say::brief_yours(), people::YOURS, b.look.ok_fill, &yours(lane), width),
        list(b, say::brief_asked(), people::ASKED, b.look.text_3, &asked(lane), width),
        list(b, say::brief_always(), people::ALWAYS, b.look.text_2, &always(lane), width),
    ]
}

fn list(b: &mut Build<'_>, title: &str, icon: Icon, color: Rgb, entries: &[String], width: f64) -> Column {
    let mut column = Column::default();
    let heading = b.style(10.5, 14.0, Weight::Semibold, b.look.text);
    let laid = b.set.text(title, heading, width);
    column.push(Block::heading(laid, 0.0));
    let style = b.style(9.5, 13.5, Weight::Regular, b.look.text_2);
    if entries.is_empty() {
        let small = b.small();
        let laid = b.set.text(say::brief_nothing_agreed(), small, width);
        column.push(Block::new(laid, 6.0));
    }
    for entry in entries {
        let laid = b.set.text(entry, style, width - INSET);
        column.push(Block::new(laid, 6.0).with_sign(Sign { icon, color }, INSET).entry());
    }
    column
}

/// The titles of cards in quotation marks, as a sentence lists them; none when it is all cards of the lane.
fn titles_of<'a>(lane: &'a LaneView, which: impl Fn(&'a Card) -> bool) -> Option<Vec<String>> {
    let found: Vec<&Card> = lane.cards.iter().filter(|card| which(card)).collect();
    if found.len() == lane.cards.len() {
        return None;
    }
    Some(found.into_iter().map(|card| say::brief_title(shorten(&card.title, 60))).collect())
}

fn of_cards(lane: &LaneView, control: Control, all: &'static str, some: impl Fn(String) -> String) -> Option<String> {
    match titles_of(lane, |card| card.briefing.control == Some(control)) {
        None => Some(all.to_owned()),
        Some(titles) if titles.is_empty() => None,
        Some(titles) => Some(some(words::list(&titles))),
    }
}

pub(super) fn yours(lane: &LaneView) -> Vec<String> {
    let mut entries = Vec::new();
    let others: Vec<&Card> = lane.cards.iter().filter(|card| card.briefing.control != Some(Control::Creator)).collect();
    if others.len() * 2 < lane.cards.len() && !others.is_empty() {
        let titles: Vec<String> = others.iter().map(|card| say::brief_title(shorten(&card.title, 60))).collect();
        entries.push(say::brief_yours_but(words::list(&titles)));
    } else {
        entries.extend(of_cards(lane, Control::Creator, say::brief_all_yours(), say::brief_yours_of));
    }
    entries.extend(of_cards(lane, Control::Shared, say::brief_shared_all(), say::brief_shared_of));
    if lane.cards.iter().any(|card| card.briefing.moves.is_some()) {
        entries.push(say::brief_days_move().to_owned());
    }
    entries
}

pub(super) fn asked(lane: &LaneView) -> Vec<String> {
    let mut entries = Vec::new();
    if lane.cards.iter().any(|card| card.briefing.draft.is_some()) {
        entries.push(say::brief_drafts(words::days(DRAFT_DAYS.into())));
    }
    for card in &lane.cards {
        entries.extend(card.asks.as_ref().map(|what| say::brief_ask(what, shorten(&card.title, 60))));
    }
    entries.extend(of_cards(lane, Control::Brand, say::brief_fixed_all(), say::brief_fixed_of));
    entries
}

pub(super) fn always(lane: &LaneView) -> Vec<String> {
    let mut entries = Vec::new();
    let mut known: Vec<&String> = Vec::new();
    for label in lane.cards.iter().filter_map(|card| card.disclosure.as_ref()) {
        if known.contains(&label) {
            continue;
        }
        known.push(label);
        entries.push(match titles_of(lane, |card| card.disclosure.as_ref() == Some(label)) {
            None => say::brief_label(label),
            Some(titles) => say::brief_label_of(label, words::list(&titles)),
        });
    }
    for card in &lane.cards {
        entries.extend(card.must_say.as_ref().map(|words| say::brief_must_say(words, shorten(&card.title, 60))));
    }
    entries
}
