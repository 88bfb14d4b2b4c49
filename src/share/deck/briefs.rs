//! One brief per creator: who it is for and why on the left, the moments in their order and what holds for them on the right.
//!
//! It says only what the plan says. What does not fit on the first page goes on on pages of its own, across the whole width.

use crate::analysis::deadlines::DRAFT_DAYS;
use crate::model::{Control, LaneKind};
use crate::words::{self, deck as say, names, share};

use super::super::choice::Section;
use super::super::encode::{isolated, left_to_right, shorten};
use super::super::look::Look;
use super::super::plan::{Card, LaneView, Plan};
use super::super::scene::{Align, Group, Icon, Item, Laid, Point, Rect, Rgb, Role, Stroke, TextRole, Weight};
use super::Build;
use super::column::{Block, Column, Sign};
use super::frame::{MARGIN, Sheet, TOP};
use super::panel;
use super::people;
use super::storyboards;
use super::titles;

/// How wide the panel on the left is, in parts of the page.
const PANEL: f64 = 0.325;
/// The size of a moment's picture.
const THUMB: (f64, f64) = (77.0, 43.0);
/// The width of a column of kind and place, and of one of dates.
const KINDS: f64 = 120.0;
const DATES: f64 = 92.0;
/// Room between the columns of what is yours, asked and always so.
const BETWEEN: f64 = 18.0;
/// The least and the most room above and below a moment.
const PADS: (f64, f64) = (3.0, 7.0);
/// Of longer lanes it is not measured how their pages share what they hold.
const MEASURED: usize = 10;
/// With less room than this below the lists, the rest of the panel begins a page.
const WORTH: f64 = 90.0;
/// The height of a line of what goes on.
const LINE: f64 = 15.0;
/// The head of a page that goes on, and the part of such a page that is worth one.
const HEAD: f64 = 42.0;
const FAIR: f64 = 0.42;
/// Room between the moments and the lists.
const ABOVE_LISTS: f64 = 14.0;
/// Room between a sign and its entry.
const INSET: f64 = 17.0;

/// Adds the brief for a creator. Nobody is briefed for a lane of the brand or of many, or for one without moments.
pub(super) fn build(b: &mut Build<'_>, lane: &LaneView) {
    if lane.kind == LaneKind::Creator && !lane.cards.is_empty() {
        brief(b, lane);
    }
}

/// Where the pages of a brief stand: the first beside the panel, further ones across.
struct Pages<'a> {
    title: &'a str,
    sheet: Sheet,
    left: f64,
    right: f64,
    is_first: bool,
}

impl Pages<'_> {
    fn width(&self) -> f64 {
        self.right - self.left
    }

    fn turn(&mut self, b: &mut Build<'_>) {
        let notes = self.sheet.page.notes.clone();
        let empty = b.bare(Section::Briefs, "", None);
        b.add_from(Section::Briefs, std::mem::replace(&mut self.sheet.page, empty), self.left);
        self.sheet = b.sheet(Section::Briefs, &say::continued(self.title), "", None);
        self.sheet.page.notes = if self.is_first { say::notes_continued(notes) } else { notes };
        self.is_first = false;
        (self.left, self.right) = (MARGIN, b.size.width - MARGIN);
    }

    /// Puts what of a text found no room where it began below what is there, in columns of that width about equally long, over as
    /// many pages as it takes. The heading says on each of them what it belongs to.
    fn go_on(&mut self, b: &mut Build<'_>, mut rest: Column, heading: &str, width: f64) {
        while !rest.is_empty() {
            // The first page has the panel beside it; what goes on has pages that are wider.
            if !self.is_first && b.floor() - self.sheet.y >= WORTH {
                self.sheet.y += 18.0;
            } else {
                self.turn(b);
            }
            let style = b.style(9.5, 12.5, Weight::Semibold, b.look.text_3);
            let laid = b.set.lines(heading, style, self.width(), 1, Align::Start);
            if !heading.is_empty() {
                let below = laid.height + 5.0;
                let at = Point::new(self.left, self.sheet.y);
                self.sheet.page.items.push(Item::text(at, laid, TextRole::Heading(2)));
                self.sheet.y += below;
            }
            let (top, floor) = (self.sheet.y, b.floor());
            let count = (((self.width() + BETWEEN) / (width + BETWEEN) + 0.01).floor() as usize).max(1);
            // Columns end where a line does: a line more than their part, so that the last one is none the longer.
            let part = (rest.height() / count as f64 + LINE).max(WORTH);
            for column in 0..count {
                let bottom = if column + 1 == count { floor } else { floor.min(top + part) };
                let left = self.left + (width + BETWEEN) * column as f64;
                let (items, end) = rest.pour(left, top, bottom);
                self.sheet.page.items.extend(items);
                self.sheet.y = self.sheet.y.max(end);
            }
        }
    }
}

fn brief(b: &mut Build<'_>, lane: &LaneView) {
    let title = say::brief_for(titles::name(lane));
    let told = titles::brief(lane);
    let page = b.bare(Section::Briefs, &title, Some((0, &title)));
    let panel = (b.size.width * PANEL).max(270.0);
    let frame = Rect::new(panel + 38.0, TOP, b.size.width - MARGIN, b.floor());
    let mut sheet = b.headed(page, &title, &told, frame);
    sheet.page.notes = say::brief_notes(titles::name(lane), &told);
    let (behind, of_person) = panel::draw(b, &mut sheet.page.items, lane, panel);
    let mut pages = Pages { title: &title, sheet, left: frame.x0, right: frame.x1, is_first: true };
    let (pad, second) = fit(b, &pages, lane);
    for (at, card) in lane.cards.iter().enumerate() {
        if second == Some(at) {
            pages.turn(b);
        }
        row(b, &mut pages, card, pad);
    }
    lay_agreed(b, &mut pages, lane);
    let heading = if of_person { say::continued(say::brief_about(titles::name(lane))) } else { String::new() };
    pages.go_on(b, behind, &heading, panel::inner(panel));
    b.add_from(Section::Briefs, pages.sheet.page, pages.left);
}

/// Room above and below a moment: less of it where everything then fits on one page. Where it never does, also the moment with
/// which the second page begins, so that it holds its part and not only the lists.
fn fit(b: &mut Build<'_>, pages: &Pages<'_>, lane: &LaneView) -> (f64, Option<usize>) {
    let count = lane.cards.len();
    let mut rows = Vec::new();
    for card in lane.cards.iter().take(MEASURED) {
        let (kinds, dates) = row_side(b, card);
        let texts = row_texts(b, card, text_width(pages)).height();
        rows.push(texts.max(kinds.height()).max(dates.height()).max(THUMB.1));
    }
    let lists = lists(b, lane, (pages.width() - 2.0 * BETWEEN) / 3.0).iter().map(Column::height).fold(0.0, f64::max);
    let room = b.floor() - pages.sheet.y;
    let spare = room - rows.iter().sum::<f64>() - ABOVE_LISTS - lists;
    let (tight, roomy) = PADS;
    if spare >= 2.0 * tight * count as f64 || count > MEASURED {
        return ((spare / (2.0 * count as f64)).clamp(tight, roomy), None);
    }
    let high = |rows: &[f64]| rows.iter().map(|row| row + 2.0 * roomy).sum::<f64>();
    let fresh = b.floor() - TOP - HEAD;
    if high(&rows) + ABOVE_LISTS + lists > room + fresh {
        return (roomy, None);
    }
    let tail = |at: usize| high(rows.get(at..).unwrap_or_default()) + ABOVE_LISTS + lists;
    let first = (1..count).rev().find(|at| tail(*at) >= fresh * FAIR && high(rows.get(..*at).unwrap_or_default()) <= room);
    (roomy, first)
}

/// The width of title and hook.
fn text_width(pages: &Pages<'_>) -> f64 {
    pages.width() - THUMB.0 - 11.0 - KINDS - DATES - 16.0
}

/// A moment: picture, title and hook, kind and place, date and how it may move.
fn row(b: &mut Build<'_>, pages: &mut Pages<'_>, card: &Card, pad: f64) {
    let is_across = |pages: &Pages<'_>| pages.left < MARGIN + 1.0;
    let text_left = THUMB.0 + 11.0;
    let mut width = text_width(pages);
    let mut column = row_texts(b, card, width);
    let side = row_side(b, card);
    let least = side.0.height().max(side.1.height()).max(THUMB.1);
    let height = column.height().max(least) + 2.0 * pad;
    // A row that fits on a page stands on one; a higher one begins where there is room for a start of it.
    let fresh = b.floor() - TOP - 60.0;
    if pages.sheet.y + if height > fresh { least + 40.0 } else { height } > b.floor() {
        let was_across = is_across(pages);
        pages.turn(b);
        if !was_across {
            width = text_width(pages);
            column = row_texts(b, card, width);
        }
    }
    // What goes on over pages is set as narrow as three columns of them are.
    let third = (b.wide() - 2.0 * BETWEEN) / 3.0;
    if column.height() > fresh && width > third {
        width = third;
        column = row_texts(b, card, width);
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
    if !column.is_empty() {
        pages.go_on(b, column, &say::continued(shorten(&card.title, 60)), width);
        pages.sheet.y += pad;
    }
}

fn row_texts(b: &mut Build<'_>, card: &Card, width: f64) -> Column {
    let mut column = Column::default();
    let title = b.style(11.5, 15.0, Weight::Semibold, b.look.text);
    let laid = b.paragraph(&card.title, title, width);
    column.push(Block { role: TextRole::Heading(2), ..Block::new(laid, 0.0) });
    if let Some(hook) = &card.hook {
        let style = b.style(9.5, 13.0, Weight::Regular, b.look.text_2);
        let laid = b.paragraph(&share::hook(hook), style, width);
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
    if let Some(moves) = card.moves() {
        let laid = end(b, &moves, small);
        dates.push(Block::new(laid, 1.0));
    }
    if let Some(due) = first_draft(b.plan, card) {
        let laid = end(b, &due, small);
        dates.push(Block::new(laid, 1.0));
    }
    (kinds, dates)
}

/// When the first draft of a card is due, in words; its day stays on one line.
pub(super) fn first_draft(plan: &Plan, card: &Card) -> Option<String> {
    card.draft().map(|day| say::brief_draft(plan.years.day(day).replace(' ', "\u{a0}")))
}

/// The lists of what was agreed.
fn lay_agreed(b: &mut Build<'_>, pages: &mut Pages<'_>, lane: &LaneView) {
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

/// A part of what was agreed.
pub(super) struct Agreed {
    pub(super) title: &'static str,
    /// What it says, an entry each.
    pub(super) entries: Vec<String>,
    /// What stands before each entry.
    icon: Icon,
    color: fn(&Look) -> Rgb,
}

/// What the creator decides, what is asked, and what always holds. A part that says nothing is left out: who gets a brief reads what
/// holds, and could do nothing about what nobody filled in.
pub(super) fn agreed(lane: &LaneView) -> Vec<Agreed> {
    let parts = [
        Agreed { title: say::brief_yours(), entries: yours(lane), icon: people::YOURS, color: |look| look.ok_fill },
        Agreed { title: say::brief_asked(), entries: asked(lane), icon: people::ASKED, color: |look| look.text_3 },
        Agreed { title: say::brief_always(), entries: always(lane), icon: people::ALWAYS, color: |look| look.text_2 },
    ];
    parts.into_iter().filter(|part| !part.entries.is_empty()).collect()
}

/// The same set to that width; where nothing was agreed at all, that it is so.
fn lists(b: &mut Build<'_>, lane: &LaneView, width: f64) -> Vec<Column> {
    let lists: Vec<Column> = agreed(lane).iter().map(|part| list(b, part, width)).collect();
    if !lists.is_empty() {
        return lists;
    }
    let small = b.small();
    let laid = b.set.text(say::brief_nothing_agreed(), small, width);
    let mut column = Column::default();
    column.push(Block::new(laid, 0.0));
    vec![column]
}

fn list(b: &mut Build<'_>, part: &Agreed, width: f64) -> Column {
    let mut column = Column::default();
    let heading = b.style(10.5, 14.0, Weight::Semibold, b.look.text);
    let laid = b.set.text(part.title, heading, width);
    column.push(Block::heading(laid, 0.0));
    let style = b.style(9.5, 13.5, Weight::Regular, b.look.text_2);
    let sign = Sign { icon: part.icon, color: (part.color)(&b.look) };
    for entry in &part.entries {
        let laid = b.paragraph(entry, style, width - INSET);
        column.push(Block::new(laid, 6.0).with_sign(sign, INSET).entry());
    }
    column
}

/// A title as a sentence of ours names it.
fn title(card: &Card) -> String {
    isolated(&shorten(&card.title, 60)).into_owned()
}

/// The titles of cards in quotation marks, as a sentence lists them; none when it is all cards of the lane.
fn titles_of<'a>(lane: &'a LaneView, which: impl Fn(&'a Card) -> bool) -> Option<Vec<String>> {
    let found: Vec<&Card> = lane.cards.iter().filter(|card| which(card)).collect();
    if found.len() == lane.cards.len() {
        return None;
    }
    Some(found.into_iter().map(|card| say::brief_title(title(card))).collect())
}

fn of_cards(lane: &LaneView, control: Control, all: &'static str, some: impl Fn(String) -> String) -> Option<String> {
    match titles_of(lane, |card| card.briefing.control == Some(control)) {
        None => Some(all.to_owned()),
        Some(titles) if titles.is_empty() => None,
        Some(titles) => Some(some(words::list(&titles))),
    }
}

fn yours(lane: &LaneView) -> Vec<String> {
    let mut entries = Vec::new();
    let others: Vec<&Card> = lane.cards.iter().filter(|card| card.briefing.control != Some(Control::Creator)).collect();
    if others.len() * 2 < lane.cards.len() && !others.is_empty() {
        let titles: Vec<String> = others.iter().map(|card| say::brief_title(title(card))).collect();
        entries.push(say::brief_yours_but(words::list(&titles)));
    } else {
        entries.extend(of_cards(lane, Control::Creator, say::brief_all_yours(), say::brief_yours_of));
    }
    entries.extend(of_cards(lane, Control::Shared, say::brief_shared_all(), say::brief_shared_of));
    if lane.cards.iter().any(|card| card.moves().is_some()) {
        entries.push(say::brief_days_move().to_owned());
    }
    entries
}

fn asked(lane: &LaneView) -> Vec<String> {
    let mut entries = Vec::new();
    if lane.cards.iter().any(|card| card.draft().is_some()) {
        entries.push(say::brief_drafts(words::days(DRAFT_DAYS.into())));
    }
    for card in &lane.cards {
        entries.extend(card.briefing.asks.as_ref().map(|does| left_to_right(&say::brief_ask(title(card), does)).into_owned()));
    }
    entries.extend(of_cards(lane, Control::Brand, say::brief_fixed_all(), say::brief_fixed_of));
    entries
}

fn always(lane: &LaneView) -> Vec<String> {
    let mut entries = Vec::new();
    let mut known: Vec<&String> = Vec::new();
    for label in lane.cards.iter().filter_map(|card| card.disclosure.as_ref()) {
        if known.contains(&label) {
            continue;
        }
        known.push(label);
        entries.push(match titles_of(lane, |card| card.disclosure.as_ref() == Some(label)) {
            None => say::brief_label(isolated(label)),
            Some(titles) => say::brief_label_of(isolated(label), words::list(&titles)),
        });
    }
    for card in &lane.cards {
        entries.extend(card.must_say.as_ref().map(|words| say::brief_must_say(words, title(card))));
    }
    entries
}
