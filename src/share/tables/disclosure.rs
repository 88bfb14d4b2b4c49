//! How each moment says that it is paid, and what is commonly looked for in the plan's markets. Nothing here ever calls a
//! label lawful. What is still to be decided is counted in the line below the title.

use super::super::choice::Section;
use super::super::plan::{Card, LaneView, Plan, Reader};
use super::{Cell, Chapter, Head, Part, Table, Tone, open, whose};
use crate::model::LaneKind;
use crate::words::{self, deck_tables as say, labels, share};

pub(in super::super) fn chapter(plan: &Plan) -> Option<Chapter> {
    let cards: Vec<(&LaneView, &Card)> = plan.cards().collect();
    // The team has to see that nothing is decided; whoever else would only read the titles once more.
    let is_said = |(lane, card): &(&LaneView, &Card)| {
        let label = &card.label;
        card.disclosure.is_some() || label.platform_label || label.spoken || needs_none(lane, card).is_some()
    };
    let for_others = plan.reader != Reader::Internal && plan.markets.named.is_empty();
    if cards.is_empty() || for_others && !cards.iter().any(is_said) {
        return None;
    }
    let heads = vec![
        Head::text(share::creator()),
        Head::name(share::moment()),
        Head::day(share::when()),
        Head::label(say::label_in_text()),
        Head::word(say::spoken()),
        Head::text(say::platforms_own()),
        Head::day(say::language()),
    ];
    let whose = whose(&cards);
    let rows = cards.iter().map(|(lane, card)| row(whose(lane), lane, card)).collect();
    let mut parts = vec![Part::Table(Table::new(say::disclosure_title(), heads, rows))];
    if plan.reader == Reader::Internal || !plan.markets.named.is_empty() {
        parts.push(Part::Heading(say::common()));
        markets(plan, &mut parts);
    }
    let first = if plan.reader == Reader::Internal { say::disclosure_line() } else { say::disclosure_line_plain() };
    let mut line = vec![first.to_owned()];
    if !plan.markets.named.is_empty() {
        line.push(say::in_markets(words::list(&plan.markets.named)));
    }
    line.extend(undecided(plan));
    let (name, title, line) = (say::disclosure(), say::disclosure_title().to_owned(), line.join(" "));
    Some(Chapter { section: Section::Disclosure, name, title, line, parts })
}

/// What nobody has decided yet, in a sentence; none where all of it is.
pub(in super::super) fn undecided(plan: &Plan) -> Option<String> {
    let need: Vec<&Card> = plan.cards().filter(|(lane, card)| needs_none(lane, card).is_none()).map(|(_, card)| card).collect();
    let count = |of: fn(&Card) -> bool| need.iter().filter(|card| of(card)).count();
    let has_own = |card: &Card| card.label.platforms_own.is_some();
    open(&[
        (say::label_in_text(), count(|card| card.disclosure.is_none()), need.len()),
        (say::platforms_own(), count(|card| card.label.platforms_own.is_some() && !card.label.platform_label), count(has_own)),
    ])
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

fn row(whose: Cell, lane: &LaneView, card: &Card) -> Vec<Cell> {
    let label = &card.label;
    let needs_none = needs_none(lane, card);
    let text = match (&card.disclosure, needs_none) {
        (Some(text), _) => Cell::of(text.as_str(), Tone::Strong),
        (None, Some(why)) => Cell::of(why, Tone::Quiet),
        (None, None) => Cell::of(say::open_cell(), Tone::Open),
    };
    let spoken = match needs_none {
        Some(_) if !label.spoken => Cell::default(),
        _ => Cell::some(label.spoken.then(say::yes)),
    };
    let own = match (label.platform_label, label.platforms_own) {
        (true, Some(own)) => say::own_set(own).into(),
        (true, None) => say::own_set_unnamed().into(),
        (false, _) if needs_none.is_some() => Cell::default(),
        (false, Some(own)) => Cell::of(say::own_open(own), Tone::Open),
        (false, None) if card.made.platform.is_some() => Cell::of(say::own_unknown(), Tone::Open),
        (false, None) => Cell::some(None::<String>),
    };
    let languages = Some(lane.languages.join(", ")).filter(|all| !all.is_empty());
    vec![whose, card.title.as_str().into(), card.when.as_str().into(), text, spoken, own, Cell::some(languages)]
}

/// What the table of labels says of the plan's markets; for the team with where that is from and when it was looked at. Where
/// there is no market, only the team has to know that nothing is said.
fn markets(plan: &Plan, parts: &mut Vec<Part>) {
    let markets = &plan.markets;
    if markets.named.is_empty() {
        parts.push(Part::Text(say::no_market_line().to_owned()));
    }
    if !markets.unknown.is_empty() {
        parts.push(Part::Text(say::unknown_markets(markets.unknown.join(", "))));
    }
    parts.extend(markets.checked_on.map(|day| Part::Text(labels::table_intro(day.long()))));
    if markets.known.is_empty() {
        return;
    }
    let heads = vec![
        Head::name(say::market()),
        Head::word(say::language()),
        Head::text(say::accepted_labels()),
        Head::text(say::vague_labels()),
        Head::text(say::also_known()),
        Head::text(say::source()),
    ];
    let rows = markets.known.iter().map(|known| {
        let elsewhere = (!known.elsewhere.is_empty()).then(|| labels::table_elsewhere(&known.elsewhere));
        let notes: Vec<String> = elsewhere.into_iter().chain(known.notes.iter().map(|note| (*note).to_owned())).collect();
        vec![
            say::market_code(known.market, &known.code),
            known.language.to_owned(),
            known.accepted.clone(),
            known.too_vague.clone(),
            notes.join(" "),
            known.source.clone(),
        ]
    });
    parts.push(Part::Table(Table::new(say::common(), heads, rows.collect())));
}
