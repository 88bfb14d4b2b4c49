//! When everything comes: up to three months a page with their moments listed below, and at the end what has no date.

use std::collections::VecDeque;

use super::super::choice::Section;
use super::super::encode::{left_to_right, set_apart, shorten};
use super::super::plan::{Card, LaneView, Plan};
use super::super::scene::{Align, Group, Item, Laid, Point, Rect, Rgb, Role, Size, Span, TextRole, Weight};
use super::super::tables::Days;
use super::super::tables::calendar::{Stretch, stretches, undated as without_day};
use super::Build;
use super::flow::Flow;
use super::frame::MARGIN;
use super::grid::{Room, Room::Share};
use super::months::{self, Block, blocks};
use crate::model::{Day, Kind};
use crate::words::{self, deck, deck_tables as say, names, share};

/// Months beside each other.
const ABREAST: usize = 3;
/// Room between them.
const GUTTER: f64 = 24.0;
/// Where the day of an entry begins, behind its mark.
const DAY: f64 = 13.0;
/// Room between the parts of an entry.
const BETWEEN: f64 = 7.0;
/// The line below the title is no higher than this: four lines.
const LINE_HIGHEST: f64 = 60.0;
/// Room between entries, the roomiest that fits first.
const GAPS: [f64; 3] = [6.0, 4.0, 2.0];

/// Creator, moment, kind, when.
const UNDATED: [Room; 4] = [Share(1.5), Share(3.5), Share(1.2), Share(1.5)];

pub(super) fn build(b: &mut Build<'_>) {
    let plan = b.plan;
    if plan.cards().next().is_none() {
        return;
    }
    let blocks = blocks(plan);
    let (title, line) = head(plan, &blocks, &left_out(&blocks));
    let mut flow = Flow::new(b, Section::Calendar, say::calendar(), (&title, ""), notes(plan, &title));
    legend(b, &mut flow, &line);
    let list = List::new(b, plan, &blocks);
    let stretches = stretches(plan);
    for (page, abreast) in blocks.chunks(ABREAST).enumerate() {
        if page > 0 {
            flow.turn(b);
            // Which months are left out stands on the page that they would come on.
            let (skipped, style) = (months::skipped(abreast), b.line_style());
            if !skipped.is_empty() {
                flow.paragraph(b, &skipped, style);
            }
        }
        list.months(b, &mut flow, abreast, &stretches);
    }
    undated(b, &mut flow);
    flow.finish(b);
}

/// What the first page says of stretches that are left out: which ones, where that is on it, else that there are some.
fn left_out(blocks: &[Block<'_>]) -> String {
    let here = months::skipped(blocks.get(..ABREAST).unwrap_or(blocks));
    let is_short = here.is_empty() && blocks.iter().any(|block| !block.skipped.is_empty());
    if is_short { say::left_out().to_owned() } else { here }
}

/// What the first page says: how much and when; and below it what is true of all of it, and what is left out.
pub(super) fn head(plan: &Plan, blocks: &[Block<'_>], left_out: &str) -> (String, String) {
    let moments = deck::capital(&deck::moments(plan.cards().count()));
    let on_calendar = Days::of(plan).on_calendar;
    let title = match blocks {
        [] => say::calendar_none(moments),
        _ if !on_calendar => say::calendar_days(moments),
        [one] => say::calendar_title(moments, &one.title),
        [first, .., last] => say::calendar_title(moments, deck::months_to(&first.title, &last.title)),
    };
    let dated: Vec<&Card> = plan.cards().map(|(_, card)| card).filter(|card| card.day.is_some()).collect();
    let mut parts: Vec<String> = Vec::new();
    if blocks.is_empty() {
        parts.push(say::no_date_line().to_owned());
    }
    if !on_calendar && !dated.is_empty() {
        parts.push(plan.day_zero.as_ref().map_or_else(|| say::day_zero_open().to_owned(), say::day_zero_is));
    }
    let moving = dated.iter().filter(|card| card.window.is_some()).count();
    match dated.first().and_then(|card| card.window) {
        Some((before, after)) if moves_alike(&dated) => parts.push(if before == after {
            say::all_move_same(words::days(before.into()))
        } else {
            say::all_move(words::days(before.into()), words::days(after.into()))
        }),
        _ if moving == 1 => parts.push(say::one_moves(dated.len())),
        _ if moving > 0 => parts.push(say::some_move(moving, dated.len())),
        _ => {}
    }
    let asks: Vec<i32> = dated.iter().filter(|card| card.asks.is_some()).filter_map(|card| card.day).collect();
    if let (Some(first), Some(last), true) = (asks.iter().min(), asks.iter().max(), on_calendar) {
        let (first, last) = (Day::from_number(*first), Day::from_number(*last));
        parts.push(if asks.len() == 1 { say::asks_on(first.long()) } else { say::asks_between(first.before(last), last.long()) });
    }
    parts.extend(Some(left_out.to_owned()).filter(|text| !text.is_empty()));
    (title, parts.join(" "))
}

/// Title, and with what it begins and ends.
fn notes(plan: &Plan, title: &str) -> String {
    let dated = || plan.cards().filter_map(|(lane, card)| Some((card.day?, lane, card)));
    let (Some(first), Some(last)) = (dated().min_by_key(|(day, ..)| *day), dated().max_by_key(|(day, ..)| *day)) else {
        return deck::two_sentences(deck::sentence(title), say::no_date_line());
    };
    let ((from, lane, first), (to, _, last)) = (first, last);
    let called = |card: &Card| shorten(&card.title, 120);
    if from == to {
        say::calendar_notes(title, called(first), shorten(&lane.short, 60), &first.briefing.date)
    } else {
        say::calendar_notes_to(title, called(first), &first.briefing.date, called(last), &last.briefing.date)
    }
}

/// Whether all may move by the same.
fn moves_alike(cards: &[&Card]) -> bool {
    let first = cards.first().and_then(|card| card.window);
    first.is_some() && cards.iter().all(|card| card.window == first)
}

/// The line below the title, with the marks of the kinds that come at its right; below it where they would not fit beside it.
fn legend(b: &mut Build<'_>, flow: &mut Flow, line: &str) {
    let kinds: Vec<Kind> = Kind::ALL.iter().copied().filter(|kind| b.plan.cards().any(|(_, card)| card.kind == *kind)).collect();
    let style = b.style(9.0, 12.5, Weight::Medium, b.look.text_2);
    let mut entries: Vec<(Kind, Laid)> = Vec::new();
    for kind in kinds {
        let laid = b.set.text(names::kind(kind.key()), style, 200.0);
        let width = laid.ink_width() + 1.0;
        entries.push((kind, b.set.text(names::kind(kind.key()), style, width)));
    }
    let wide = |entries: &[(Kind, Laid)]| entries.iter().map(|(_, laid)| laid.width + 29.0).sum::<f64>() - 14.0;
    let top = flow.sheet.y - 12.0;
    let under = b.line_style();
    let room = b.wide() - wide(&entries) - 20.0;
    let beside = room >= 280.0;
    let laid = b.even(line, under, if beside { room } else { b.wide() });
    // What somebody wrote for day 0 may be longer than any line: it then flows below the marks.
    let flows = laid.height > LINE_HIGHEST;
    let height = if flows { 0.0 } else { laid.height };
    if !flows && !laid.lines.is_empty() {
        flow.put([Item::text(Point::new(MARGIN, top), laid, TextRole::Body)], 0.0);
    }
    let mut y = if beside { top + 1.0 } else { top + height + 3.0 };
    let mut x = if beside { b.size.width - MARGIN - wide(&entries) } else { MARGIN };
    let mut items = Vec::new();
    for (kind, laid) in entries {
        if x + laid.width + 15.0 > b.size.width - MARGIN + 0.5 {
            x = MARGIN;
            y += 15.0;
        }
        items.extend(b.mark(kind, Rect::from_origin_size((x, y + 1.0), (10.5, 10.5))));
        let width = laid.width;
        items.push(Item::text(Point::new(x + 15.0, y), laid, TextRole::Body));
        x += width + 29.0;
    }
    let bottom = (y + 12.5).max(top + height);
    flow.put([Item::Group(Group { role: Role::Section(share::kind().to_owned()), items })], bottom + 14.0 - flow.sheet.y);
    if flows {
        flow.paragraph(b, line, under);
        flow.turn(b);
    }
}

/// How the lists under the months are set.
struct List {
    /// The width of the days.
    day: f64,
    /// The width of the names; none where there is only one lane.
    name: f64,
    /// The width of a month.
    width: f64,
    /// Whether how far a day may move is said with each.
    has_windows: bool,
}

/// An entry of a list, measured.
struct Piece {
    mark: Option<Kind>,
    /// The swatch of a phase, and whether it is that of a day without anything.
    swatch: Option<(Rgb, bool)>,
    day: Option<Laid>,
    /// The name, and where it begins.
    name: Option<(f64, Laid)>,
    /// Where the text begins.
    left: f64,
    text: Laid,
}

impl List {
    fn new(b: &mut Build<'_>, plan: &Plan, blocks: &[Block<'_>]) -> Self {
        let lanes: Vec<&LaneView> = plan.lanes.iter().filter(|lane| !lane.cards.is_empty()).collect();
        let width = (b.wide() - GUTTER * (ABREAST - 1) as f64) / ABREAST as f64;
        let style = b.style(9.5, 13.0, Weight::Semibold, b.look.text);
        let mut name = 0.0_f64;
        for lane in &lanes {
            name = name.max(b.set.text(&lane.short, style, width * 0.3).ink_width());
        }
        let dated: Vec<&Card> = plan.cards().map(|(_, card)| card).filter(|card| card.day.is_some()).collect();
        let name = if lanes.len() > 1 { name.max(20.0) + 1.0 } else { 0.0 };
        let style = b.style(9.5, 13.0, Weight::Regular, b.look.text_2);
        let mut day = 14.0_f64;
        for (block, (.., number)) in blocks.iter().flat_map(|block| block.moments.iter().map(move |moment| (block, moment))) {
            day = day.max(b.set.text(&block.day_text((*number).into()), style, width).ink_width() + 0.5);
        }
        Self { day, name, width, has_windows: !moves_alike(&dated) }
    }

    /// The left edge of a column.
    fn left(&self, column: usize) -> f64 {
        MARGIN + column as f64 * (self.width + GUTTER)
    }

    /// Up to three months beside each other, their lists below, and on further pages what has no room there.
    fn months(&self, b: &mut Build<'_>, flow: &mut Flow, abreast: &[Block<'_>], stretches: &[Stretch]) {
        let top = flow.sheet.y;
        let mut items = Vec::new();
        let mut lists: Vec<VecDeque<Piece>> = abreast.iter().map(|block| self.pieces(b, block, stretches)).collect();
        let needs = |gap: f64| {
            lists.iter().map(|list| list.iter().map(|piece| piece.height() + gap).sum::<f64>() - gap).fold(0.0, f64::max)
        };
        let below = |cell: Size| top + abreast.iter().map(|block| block.height(cell)).fold(0.0, f64::max) + 8.0;
        // The roomiest cells and gaps with which all of it stands on the page; square cells where nothing helps.
        let cells = months::cells(self.width);
        let usual = cells.first().copied().unwrap_or_default();
        let ways = cells.into_iter().flat_map(|cell| GAPS.into_iter().map(move |gap| (cell, gap)));
        let fits = |(cell, gap): &(Size, f64)| below(*cell) + needs(*gap) <= b.floor();
        let (cell, gap) = ways.into_iter().find(fits).unwrap_or((usual, 4.0));
        let below = below(cell);
        for (column, block) in abreast.iter().enumerate() {
            block.draw(b, Point::new(self.left(column), top), cell, stretches, &mut items);
        }
        let mut lowest = below;
        for (column, list) in lists.iter_mut().enumerate() {
            let mut y = below;
            let mut entries = Vec::new();
            while list.front().is_some_and(|piece| y + piece.height() <= b.floor()) {
                let Some(piece) = list.pop_front() else { break };
                let height = piece.height();
                entries.push(piece.draw(b, Point::new(self.left(column), y)));
                y += height + gap;
            }
            lowest = lowest.max(y);
            if !entries.is_empty() {
                items.push(Item::Group(Group { role: Role::List, items: entries }));
            }
        }
        flow.put(items, lowest - top);
        let left: Vec<(String, VecDeque<Piece>)> =
            abreast.iter().map(|block| block.title.clone()).zip(lists).filter(|(_, list)| !list.is_empty()).collect();
        if !left.is_empty() {
            self.go_on(b, flow, left);
        }
    }

    /// Lists on a page of their own, in columns that follow each other.
    fn go_on(&self, b: &mut Build<'_>, flow: &mut Flow, lists: Vec<(String, VecDeque<Piece>)>) {
        flow.turn(b);
        let (mut top, mut column) = (flow.sheet.y, 0);
        let (mut y, mut lowest) = (top, top);
        let heading = b.heading();
        let bottom = bottom(b, &lists, top);
        for (title, mut list) in lists {
            let laid = b.set.text(&deck::continued_label(title), heading, self.width);
            let keep = laid.height + 4.0 + list.front().map_or(0.0, Piece::height);
            if y > top && y + 8.0 + keep > bottom {
                (y, column) = (top, column + 1);
            } else if y > top {
                y += 8.0;
            }
            let mut pending = Some(laid);
            while let Some(piece) = list.pop_front() {
                if column == ABREAST {
                    flow.sheet.y = lowest;
                    flow.turn(b);
                    (top, column) = (flow.sheet.y, 0);
                    (y, lowest) = (top, top);
                }
                if let Some(laid) = pending.take() {
                    let height = laid.height + 4.0;
                    flow.put([Item::text(Point::new(self.left(column), y), laid, TextRole::Heading(2))], 0.0);
                    y += height;
                }
                let room = bottom - y;
                if piece.height() <= room {
                    let height = piece.height();
                    let item = piece.draw(b, Point::new(self.left(column), y));
                    flow.put([Item::Group(Group { role: Role::List, items: vec![item] })], 0.0);
                    y += height + 4.0;
                } else {
                    let is_high = piece.height() > bottom - top;
                    if let (true, Some((first, rest))) = (is_high, piece.split(room)) {
                        let item = first.draw(b, Point::new(self.left(column), y));
                        flow.put([Item::Group(Group { role: Role::List, items: vec![item] })], 0.0);
                        list.push_front(rest);
                        y = bottom;
                    } else {
                        list.push_front(piece);
                    }
                    lowest = lowest.max(y);
                    (y, column) = (top, column + 1);
                }
                lowest = lowest.max(y);
            }
        }
        flow.sheet.y = lowest;
    }

    /// What stands under a month: its phases, and its moments.
    fn pieces(&self, b: &mut Build<'_>, block: &Block<'_>, stretches: &[Stretch]) -> VecDeque<Piece> {
        let (first, last) = block.days();
        let mut pieces = VecDeque::new();
        for stretch in stretches.iter().filter(|stretch| stretch.from <= last && stretch.to >= first) {
            let (from, to) = (block.day_text(stretch.from.max(first)), block.day_text(stretch.to.min(last)));
            let days = if from == to { from } else { say::days_of(from, to) };
            let small = b.small();
            let text = b.set.text(&left_to_right(&stretch.said(days)), small, self.width - DAY - 1.0);
            let swatch = Some((b.stretch_color(stretch), stretch.phase.is_none()));
            pieces.push_back(Piece { mark: None, swatch, day: None, name: None, left: DAY, text });
        }
        pieces.extend(block.moments.iter().map(|(lane, card, day)| self.piece(b, lane, card, block.day_text((*day).into()))));
        pieces
    }

    fn piece(&self, b: &mut Build<'_>, lane: &LaneView, card: &Card, day: String) -> Piece {
        let text = b.style(9.5, 13.0, Weight::Regular, b.look.text_2);
        let quiet = b.style(9.0, 13.0, Weight::Regular, b.look.text_3);
        let strong = b.style(9.5, 13.0, Weight::Semibold, b.look.text);
        let day = b.set.set(&[Span { text: day, style: text }], self.day, Align::End);
        let name = (self.name > 0.0).then(|| b.set.text(&lane.short, strong, self.name));
        let after_day = DAY + self.day + BETWEEN;
        let left = after_day + if self.name > 0.0 { self.name + BETWEEN } else { 0.0 };
        let mut spans = Vec::new();
        let mut more: Vec<String> = card.time.iter().cloned().collect();
        if self.has_windows {
            // A sign and its number stay on one line.
            more.extend(card.moves().map(|text| text.replace(' ', "\u{a0}")));
        }
        if more.is_empty() {
            spans.push(Span { text: card.title.clone(), style: text });
        } else {
            spans.push(Span { text: set_apart(&card.title), style: text });
            spans.push(Span { text: format!("  {}", more.join(", ")), style: quiet });
        }
        let text = b.set.set(&spans, self.width - left, Align::Start);
        Piece { mark: Some(card.kind), swatch: None, day: Some(day), name: name.map(|laid| (after_day, laid)), left, text }
    }
}

impl Piece {
    fn height(&self) -> f64 {
        let name = self.name.as_ref().map_or(0.0, |(_, laid)| laid.height);
        self.text.height.max(name).max(if self.mark.is_some() { 13.0 } else { 0.0 })
    }

    /// What fits into that height and what is left of it; `None` where nothing fits.
    fn split(&self, height: f64) -> Option<(Self, Self)> {
        let (text, rest) = self.text.split(height);
        let (name, name_rest) = match self.name.as_ref().map(|(x, name)| (*x, name.split(height))) {
            Some((x, (name, rest))) => (Some((x, name)), rest.map(|rest| (x, rest))),
            None => (None, None),
        };
        let is_nothing = text.lines.is_empty() && name.as_ref().is_none_or(|(_, name)| name.lines.is_empty());
        if is_nothing || (rest.is_none() && name_rest.is_none()) {
            return None;
        }
        // A text that is done beside one that goes on has nothing left to show.
        let rest = rest.unwrap_or_else(|| Laid { lines: [].into(), height: 0.0, ..text.clone() });
        let first = Self { mark: self.mark, swatch: self.swatch, day: self.day.clone(), name, left: self.left, text };
        let second = Self { mark: None, swatch: None, day: None, name: name_rest, left: self.left, text: rest };
        Some((first, second))
    }

    fn draw(self, b: &Build<'_>, at: Point) -> Item {
        let mut items = Vec::new();
        if let Some(kind) = self.mark {
            items.extend(b.mark(kind, Rect::from_origin_size((at.x, at.y + 1.5), (10.0, 10.0))));
        }
        match self.swatch {
            Some((color, false)) => items.push(Item::filled(Rect::new(at.x, at.y + 5.5, at.x + 9.0, at.y + 7.5), 1.0, color)),
            Some((color, true)) => {
                let stroke = super::super::scene::Stroke { color, width: 0.75, dash: Some((2.0, 2.0)) };
                items.push(Item::line(Point::new(at.x, at.y + 6.5), Point::new(at.x + 9.0, at.y + 6.5), stroke));
            }
            None => {}
        }
        items.extend(self.day.map(|laid| Item::text(Point::new(at.x + DAY, at.y), laid, TextRole::Body)));
        items.extend(self.name.map(|(x, laid)| Item::text(Point::new(at.x + x, at.y), laid, TextRole::Body)));
        if !self.text.lines.is_empty() {
            items.push(Item::text(Point::new(at.x + self.left, at.y), self.text, TextRole::Body));
        }
        Item::Group(Group { role: Role::Entry, items })
    }
}

/// Where the columns of lists that go on end, so that all of them are about equally long on as few pages as it takes.
fn bottom(b: &Build<'_>, lists: &[(String, VecDeque<Piece>)], top: f64) -> f64 {
    const HEADING: f64 = 29.0;
    let pieces = || lists.iter().flat_map(|(_, list)| list);
    let all: f64 = pieces().map(|piece| piece.height() + 4.0).sum::<f64>() + HEADING * lists.len() as f64;
    let highest = pieces().map(Piece::height).fold(0.0, f64::max);
    let column = b.floor() - top;
    let columns = (all / (column - highest.min(column / 2.0)) / ABREAST as f64).ceil().max(1.0) * ABREAST as f64;
    (top + all / columns + highest + HEADING).min(b.floor())
}

/// What stands in an order, or counts from a day without a date: listed at the end, because no month is theirs.
fn undated(b: &mut Build<'_>, flow: &mut Flow) {
    let table = without_day(b.plan);
    if table.rows.is_empty() {
        return;
    }
    // Where nothing has a day, title and line have said so.
    if b.plan.cards().any(|(_, card)| card.day.is_some()) {
        flow.heading(b, say::no_date_heading(), 90.0);
        let style = b.body();
        flow.paragraph(b, say::no_date_line(), style);
    }
    let grid = b.grid(&table, &UNDATED);
    flow.table(b, grid);
}
