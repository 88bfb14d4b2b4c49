//! How each moment says that it is paid, and what is commonly looked for in the plan's markets. Nothing here ever calls a
//! label lawful. What is still to be decided is counted in the line below the title.

use super::super::choice::Section;
use super::super::encode::behind;
use super::super::plan::{Card, LaneView, Reader};
use super::Build;
use super::deliverables::{cards, count, open};
use super::flow::Flow;
use super::grid::{Grid, Head, Words};
use crate::check::MarketLine;
use crate::model::LaneKind;
use crate::words::{self, deck_tables as say, labels, share};

pub(super) fn build(b: &mut Build<'_>) {
    let plan = b.plan;
    if cards(plan).next().is_none() {
        return;
    }
    let needing = cards(plan).filter(|(lane, card)| needs_none(lane, card).is_none()).count();
    let unlabelled = cards(plan).filter(|(lane, card)| needs_none(lane, card).is_none() && card.disclosure.is_none()).count();
    let still_open = open(&[(say::label_in_text(), unlabelled, needing)]);
    let is_inside = plan.reader == Reader::Internal;
    let first = if is_inside { say::disclosure_line() } else { say::disclosure_line_plain() };
    let mut line = vec![first.to_owned()];
    if !plan.markets.named.is_empty() {
        line.push(say::in_markets(words::list(&plan.markets.named)));
    }
    line.extend(still_open.clone());
    let notes = still_open.map_or_else(|| say::disclosure_notes_set().to_owned(), say::disclosure_notes_open);
    let mut flow = Flow::new(b, Section::Disclosure, say::disclosure(), (say::disclosure_title(), &line.join(" ")), notes);
    let heads = vec![
        Head::new(share::creator(), 1.2),
        Head::new(share::moment(), 3.2),
        Head::new(say::label_in_text(), 1.6),
        Head::new(say::spoken(), 0.8),
        Head::new(say::platforms_own(), 1.8),
        Head::new(say::language(), 1.4),
    ];
    let wanted = [
        plan.lanes.iter().filter(|lane| !lane.cards.is_empty()).count() > 1,
        true,
        // Where the column would only say that nothing is decided, the line above has said so.
        unlabelled < cards(plan).count(),
        count(plan, |card| card.label.spoken) > 0,
        count(plan, |card| card.label.platform_label) > 0,
        plan.lanes.iter().any(|lane| !lane.languages.is_empty()),
    ];
    let rows = cards(plan).map(|(lane, card)| row(b, lane, card)).collect();
    let grid = Grid { summary: say::disclosure_title().to_owned(), heads, rows, has_sum: false }.only(&wanted);
    flow.table_before(b, grid, Some(0.0));
    markets(b, &mut flow);
    flow.finish(b);
}

/// Why a card needs no label; none where it needs one. Who speaks is plain on the brand's own channel, and what does not name
/// the brand says nothing about it.
fn needs_none(lane: &LaneView, card: &Card) -> Option<&'static str> {
    match (lane.kind, card.label.names_brand) {
        (LaneKind::Brand, _) => Some(say::own_channel()),
        (_, false) => Some(say::names_no_brand()),
        _ => None,
    }
}

fn row(b: &Build<'_>, lane: &LaneView, card: &Card) -> Vec<Words> {
    let label = &card.label;
    let needs_none = needs_none(lane, card);
    let dash = || b.quiet(say::dash());
    let or_none = |is_set: bool, set: Words, open: Words| match needs_none {
        _ if is_set => set,
        Some(_) => Words::new(),
        None => open,
    };
    let text = match (&card.disclosure, needs_none) {
        (Some(text), _) => b.strong(text.clone()),
        (None, Some(why)) => b.quiet(why),
        (None, None) => b.quiet(say::open_cell()),
    };
    let own = match (label.platforms_own, card.made.platform) {
        (Some(own), _) => or_none(label.platform_label, b.plain(say::own_set(own)), b.quiet(say::own_open(own))),
        (None, Some(_)) => or_none(label.platform_label, b.plain(say::own_set_unnamed()), b.quiet(say::own_unknown())),
        (None, None) => or_none(label.platform_label, b.plain(say::own_set_unnamed()), dash()),
    };
    let mut title = b.strong(card.title.clone());
    title.extend(b.quiet(format!("  {}", behind(&card.title, &card.when))));
    let languages = if lane.languages.is_empty() { dash() } else { b.plain(lane.languages.join(", ")) };
    vec![b.plain(lane.name.clone()), title, text, or_none(label.spoken, b.plain(say::yes()), dash()), own, languages]
}

/// What the table of labels says of the plan's markets; for the team with where that is from and when it was looked at. Where
/// there is no market, only the team has to know that nothing is said.
fn markets(b: &mut Build<'_>, flow: &mut Flow) {
    let markets = &b.plan.markets;
    if b.plan.reader != Reader::Internal && markets.named.is_empty() {
        return;
    }
    flow.heading(b, say::common(), 60.0);
    let style = b.body();
    if markets.named.is_empty() {
        flow.paragraph(b, say::no_market_line(), style);
    }
    if !markets.unknown.is_empty() {
        flow.paragraph(b, &say::unknown_markets(markets.unknown.join(", ")), style);
    }
    if let Some(checked_on) = markets.checked_on {
        flow.paragraph(b, &labels::table_intro(checked_on.long()), style);
    }
    if markets.known.is_empty() {
        return;
    }
    let heads = vec![
        Head::new(say::market(), 1.1),
        Head::new(say::accepted_labels(), 2.0),
        Head::new(say::vague_labels(), 2.0),
        Head::new(say::also_known(), 3.0),
        Head::new(say::source(), 1.9),
    ];
    let rows = markets
        .known
        .iter()
        .map(|known| {
            let mut name = b.strong(format!("{}\n", say::market_code(known.market, &known.code)));
            name.extend(b.plain(known.language));
            let mut notes: Vec<String> = Vec::new();
            if !known.elsewhere.is_empty() {
                notes.push(say::elsewhere_labels(&known.elsewhere));
            }
            notes.extend(known.notes.iter().map(|note| (*note).to_owned()));
            vec![
                name,
                b.plain(known.accepted.clone()),
                b.plain(known.too_vague.clone()),
                b.plain(notes.join(" ")),
                b.plain(known.source.clone()),
            ]
        })
        .collect();
    let any = |says: fn(&MarketLine) -> bool| markets.known.iter().any(says);
    let has_notes = any(|known| !known.notes.is_empty() || !known.elsewhere.is_empty());
    let wanted = [true, true, true, has_notes, any(|known| !known.source.is_empty())];
    flow.table(b, Grid { summary: say::common().to_owned(), heads, rows, has_sum: false }.only(&wanted));
}
