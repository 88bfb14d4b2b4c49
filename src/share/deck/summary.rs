//! The summary: the campaign on one page, for who has one minute, and where the rest of the deck is.
//!
//! The list of what is in the deck is filled in at the end, when it is known which pages there are; its room at the foot of
//! the page is kept free until then.

use crate::model::{Kind, LaneKind};
use crate::words::{deck as say, deck_tables as tables, lanes_compared, names, share};

use super::super::arc::band_name;
use super::super::choice::Section;
use super::super::encode::shorten;
use super::super::plan::{LaneView, Plan, Reader};
use super::super::scene::{Align, Item, Link, Point, Rect, Role, Span, Stroke, Text, TextRole, Weight};
use super::Build;
use super::column::{Block, Column};
use super::frame::MARGIN;
use super::titles;

/// Entries of the contents stand in that many columns, and in as many rows as they need.
const COLUMNS: usize = 4;
const ROWS: f64 = 3.0;
const ROW: f64 = 16.0;
/// The room of the contents: heading, rows, and the rule above.
const CONTENTS: f64 = 30.0 + ROWS * ROW;
/// Room between the two columns of the page.
const BETWEEN: f64 = 36.0;
/// How many lanes are told one by one.
const TOLD: usize = 12;
/// So many are told also where they find no room on the page.
const LEAST_TOLD: usize = 1;
/// Up to so many lanes are set larger.
const FEW: usize = 6;
/// How much of the line about a campaign stands below the title; more of it is a fact like the others.
const LINE: usize = 480;
/// Room left of a fact, for its label.
const LABEL: f64 = 118.0;

pub(super) fn build(b: &mut Build<'_>) {
    let plan = b.plan;
    let title = title(plan);
    let line = plan.line.as_deref().map(|line| shorten(line, LINE)).unwrap_or_default();
    let mut sheet = b.sheet(Section::Summary, &title, &line, Some((0, say::summary())));
    let notes = say::summary_notes(titles::arc(plan));
    let width = (b.wide() - BETWEEN) / 2.0;
    let right = MARGIN + width + BETWEEN;
    let mut facts = facts(b, width);
    let mut story: Option<Column> = None;
    let mut floor = b.floor() - CONTENTS;
    loop {
        sheet.page.notes.clone_from(&notes);
        let (items, _) = facts.pour(MARGIN, sheet.y, floor);
        sheet.page.items.extend(items);
        let mut top = sheet.y;
        if floor < b.floor() {
            top = kinds(b, &mut sheet.page.items, Rect::new(right, sheet.y, right + width, floor));
        }
        let room = floor - top;
        let story = story.get_or_insert_with(|| self::story(b, width, room));
        let is_told = !story.is_empty();
        let (items, below) = story.pour(right, top, floor);
        sheet.page.items.extend(items);
        // What found no room on the left goes on below the story, before a page is begun for it.
        if story.is_empty() && !facts.is_empty() {
            let from = if is_told { below + 20.0 } else { top };
            let (items, _) = facts.pour(right, from, floor);
            sheet.page.items.extend(items);
        }
        b.add(Section::Summary, sheet.page);
        if facts.is_empty() && story.is_empty() {
            break;
        }
        floor = b.floor();
        sheet = b.sheet(Section::Summary, &say::continued(&title), "", None);
    }
}

pub(super) fn title(plan: &Plan) -> String {
    let moments = plan.cards().count();
    let creators = plan.lanes.iter().filter(|lane| lane.kind == LaneKind::Creator).count();
    match (moments, creators) {
        (0, _) => say::summary_title_empty().to_owned(),
        (_, 0) => say::summary_title_one(say::moments(moments)),
        _ => say::summary_title(say::capital(&say::creators(creators)), say::moments(moments)),
    }
}

/// What is known of the campaign, label by label.
fn facts(b: &mut Build<'_>, width: f64) -> Column {
    let plan = b.plan;
    let mut column = Column::default();
    let heading = b.heading();
    let laid = b.set.text(say::summary_facts(), heading, width);
    column.push(Block::heading(laid, 0.0));
    let mut entries: Vec<(&str, String)> = plan.facts.clone();
    if !plan.values.is_empty() {
        entries.push((share::stand_for(), plan.values.join(", ")));
    }
    // The whole of what may have had to be shortened above, and on the cover.
    if plan.name.chars().count() > 120 {
        entries.push((say::summary_name(), plan.name.clone()));
    }
    if plan.line.as_ref().is_some_and(|line| line.chars().count() > LINE) {
        entries.extend(plan.line.clone().map(|line| (share::about(), line)));
    }
    let label = b.style(9.5, 14.5, Weight::Regular, b.look.text_3);
    let text = b.style(10.5, 14.5, Weight::Medium, b.look.text);
    for (at, (name, words)) in entries.iter().enumerate() {
        let rest = b.set.lines(&say::continued_label(name), label, LABEL - 8.0, 1, Align::Start);
        let name = b.set.lines(name, label, LABEL - 8.0, 1, Align::Start);
        let laid = b.set.text(words, text, width - LABEL);
        let block = Block::new(laid, 7.0 - if at == 0 { 0.0 } else { 1.0 }).with_label(name, LABEL).entry();
        column.push(Block { rest: Some(rest), ..block });
    }
    column
}

/// How many moments there are of each kind, in the order of kinds: "6 × Story".
pub(super) fn made_of(plan: &Plan) -> impl Iterator<Item = (Kind, String)> {
    let of = |kind: Kind| plan.cards().filter(|(_, card)| card.kind == kind).count();
    let counts = Kind::ALL.iter().map(move |kind| (*kind, of(*kind))).filter(|(_, n)| *n > 0);
    counts.map(|(kind, n)| (kind, say::kind_count(n, names::kind(kind.key()))))
}

/// The same, as marks with their numbers. Returns where it ends.
fn kinds(b: &mut Build<'_>, items: &mut Vec<Item>, place: Rect) -> f64 {
    let plan = b.plan;
    let counts: Vec<(Kind, String)> = made_of(plan).collect();
    if counts.is_empty() {
        return place.y0;
    }
    let heading = b.heading();
    let laid = b.set.text(say::summary_kinds(), heading, place.width());
    let mut y = place.y0 + laid.height + 7.0;
    items.push(Item::text(place.origin(), laid, TextRole::Heading(2)));
    let style = b.style(10.0, 14.0, Weight::Medium, b.look.text);
    let mut x = place.x0;
    for (kind, words) in counts {
        let laid = b.snug(&words, style, place.width() - 18.0);
        if x > place.x0 && x + 18.0 + laid.width > place.x1 {
            (x, y) = (place.x0, y + 19.0);
        }
        items.extend(b.mark(kind, Rect::from_center_size((x + 6.0, y + 7.0), (12.0, 12.0))));
        let wide = laid.width;
        items.push(Item::text(Point::new(x + 17.0, y), laid, TextRole::Body));
        x += 17.0 + wide + 14.0;
    }
    y + 34.0
}

/// What each lane tells, in a sentence: of many lanes so many that the list ends on its page, because each has pages of its own.
fn story(b: &mut Build<'_>, width: f64, room: f64) -> Column {
    let plan = b.plan;
    let mut column = Column::default();
    if plan.lanes.is_empty() {
        return column;
    }
    let heading = b.heading();
    let laid = b.set.text(say::summary_story(), heading, width);
    column.push(Block::heading(laid, 0.0));
    // A few lanes have the room to stand apart.
    let (size, leading, above) = if plan.lanes.len() <= FEW { (11.5, 17.0, 9.0) } else { (10.5, 15.0, 5.0) };
    let style = b.style(size, leading, Weight::Regular, b.look.text_2);
    let strong = b.style(size, leading, Weight::Semibold, b.look.text);
    for (at, lane) in plan.lanes.iter().take(TOLD).enumerate() {
        let told = sentence(plan, lane);
        let name = titles::name(lane);
        let (head, rest) = told.split_at(told.find(&name).map_or(0, |at| at + name.len()));
        let spans = [(head, strong), (rest, style)].map(|(text, style)| Span { text: text.to_owned(), style });
        let laid = b.set.set(&spans, width, Align::Start);
        column.push(Block::new(laid, if at == 0 { 7.0 } else { above }).entry());
    }
    let all = plan.lanes.len();
    let more = |b: &mut Build<'_>, told: usize| {
        let laid = b.set.text(&say::summary_more(say::lanes(all - told)), style, width);
        Block::new(laid, above).entry()
    };
    let mut told = all.min(TOLD);
    if told == all && (all <= LEAST_TOLD || column.height() <= room) {
        return column;
    }
    loop {
        let last = more(b, told);
        let fits = column.height() + last.above + last.laid.height <= room;
        if told < all && (fits || told <= LEAST_TOLD) {
            column.push(last);
            return column;
        }
        column.pop();
        told -= 1;
    }
}

/// What a lane tells, and where followers stand at its end; creators are not told so much of their own in a sentence.
pub(super) fn sentence(plan: &Plan, lane: &LaneView) -> String {
    let told = titles::lane(lane);
    match &lane.curve {
        Some(curve) if !lane.cards.is_empty() && !matches!(plan.reader, Reader::Creator(_)) => {
            say::summary_end(told, band_name(curve.ends_in))
        }
        _ => say::sentence(told),
    }
}

/// Fills in what is in the deck, now that its pages are known: a link to the first page of each section.
pub(super) fn contents(b: &mut Build<'_>) {
    let Some(at) = b.leaves.iter().position(|leaf| leaf.section == Section::Summary) else { return };
    let mut found: Vec<(&'static str, usize, String)> = Vec::new();
    for section in Section::ALL {
        let Some(name) = name(section) else { continue };
        let first = b.leaves.iter().enumerate().find(|(_, leaf)| leaf.section == section);
        found.extend(first.map(|(page, leaf)| (name, page + 1, leaf.page.anchor.clone())));
    }
    if found.is_empty() {
        return;
    }
    let mut items = Vec::new();
    let top = b.floor() - CONTENTS + 8.0;
    let rule = Stroke { color: b.look.line, width: 0.6, dash: None };
    items.push(Item::line(Point::new(MARGIN, top), Point::new(b.size.width - MARGIN, top), rule));
    let heading = b.style(10.5, 14.0, Weight::Semibold, b.look.text);
    let laid = b.set.text(say::summary_contents(), heading, b.wide());
    items.push(Item::text(Point::new(MARGIN, top + 6.0), laid, TextRole::Heading(2)));
    let style = b.style(10.0, 14.0, Weight::Regular, b.look.accent);
    let column = b.wide() / COLUMNS as f64;
    let rows = found.len().div_ceil(COLUMNS);
    let mut entries = Vec::new();
    for (index, (name, page, anchor)) in found.into_iter().enumerate() {
        let place = (MARGIN + column * (index / rows) as f64, top + 24.0 + ROW * (index % rows) as f64);
        let laid = b.snug(&say::contents_page(name, page), style, column - 8.0);
        let text = Text { at: place.into(), laid: laid.into(), role: TextRole::Body, link: Some(Link::Page(anchor)) };
        let entry = super::super::scene::Group { role: Role::Entry, items: vec![Item::Text(text)] };
        entries.push(Item::Group(entry));
    }
    items.push(Item::Group(super::super::scene::Group { role: Role::List, items: entries }));
    if let Some(leaf) = b.leaves.get_mut(at) {
        leaf.page.items.extend(items);
    }
}

/// What a section is called in the contents; cover and summary are not listed.
fn name(section: Section) -> Option<&'static str> {
    match section {
        Section::Cover | Section::Summary => None,
        Section::Arc => Some(say::section_arc()),
        Section::Storyboards => Some(say::section_storyboards()),
        Section::Comparison => Some(lanes_compared::section()),
        Section::Calendar => Some(tables::calendar()),
        Section::Deliverables => Some(tables::deliverables()),
        Section::Disclosure => Some(tables::disclosure()),
        Section::Budget => Some(share::budget()),
        Section::Findings => Some(share::findings()),
        Section::Accepted => Some(share::accepted()),
        Section::Own => Some(say::section_own()),
        Section::Briefs => Some(say::section_briefs()),
        Section::Glossary => Some(tables::glossary()),
    }
}
