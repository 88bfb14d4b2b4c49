//! How each moment says that it is paid, and what is commonly looked for in the plan's markets. Nothing here ever calls a
//! label lawful.

use super::super::choice::Section;
use super::super::plan::{Card, LaneView, Plan, Reader};
use super::{Chapter, Head, Part, Table, cards, whose};
use crate::model::LaneKind;
use crate::words::{self, deck_tables as say, labels, page, share};

pub(super) fn chapter(plan: &Plan) -> Option<Chapter> {
    cards(plan).next()?;
    let heads = vec![
        Head::text(share::creator()),
        Head::name(share::moment()),
        Head::day(share::when()),
        Head::text(say::label_in_text()),
        Head::word(say::spoken()),
        Head::text(say::platforms_own()),
        Head::day(page::language()),
    ];
    let rows = cards(plan).map(|(lane, card)| row(plan, lane, card)).collect();
    let mut parts = vec![Part::Table(Table::new(say::disclosure_title(), heads, rows))];
    parts.extend(open(plan).map(Part::Text));
    if plan.reader == Reader::Internal || !plan.markets.named.is_empty() {
        parts.push(Part::Heading(say::common()));
        markets(plan, &mut parts);
    }
    Some(Chapter {
        section: Section::Disclosure,
        name: say::disclosure(),
        title: say::disclosure_title().to_owned(),
        line: if plan.reader == Reader::Internal { say::disclosure_line() } else { say::disclosure_line_plain() }.to_owned(),
        parts,
    })
}

/// Why a card needs no label: who speaks is plain on the brand's own channel, and what does not name the brand says nothing
/// about it.
fn needs_none(lane: &LaneView, card: &Card) -> Option<&'static str> {
    match (lane.kind, card.label.names_brand) {
        (LaneKind::Brand, _) => Some(say::own_channel()),
        (_, false) => Some(say::names_no_brand()),
        _ => None,
    }
}

fn row(plan: &Plan, lane: &LaneView, card: &Card) -> Vec<String> {
    let label = &card.label;
    let text = card.disclosure.clone().or_else(|| needs_none(lane, card).map(str::to_owned));
    let own = match (label.platform_label, label.platforms_own) {
        (true, Some(own)) => say::own_set(own),
        (true, None) => say::own_set_unnamed().to_owned(),
        (false, _) => String::new(),
    };
    vec![
        whose(plan, lane),
        card.title.clone(),
        card.when.clone(),
        text.unwrap_or_default(),
        if label.spoken { say::yes() } else { "" }.to_owned(),
        own,
        lane.languages.join(", "),
    ]
}

/// What nobody has decided yet, once for all cards.
fn open(plan: &Plan) -> Option<String> {
    let need = || cards(plan).filter(|(lane, card)| needs_none(lane, card).is_none());
    let without_text = need().filter(|(_, card)| card.disclosure.is_none()).count();
    let without_own = need().filter(|(_, card)| card.label.platforms_own.is_some() && !card.label.platform_label).count();
    let mut parts: Vec<String> = Vec::new();
    if without_text > 0 {
        parts.push(page::open_label(words::moments(without_text)));
    }
    if without_own > 0 {
        parts.push(page::open_own(words::moments(without_own)));
    }
    (!parts.is_empty()).then(|| page::open(words::list(&parts)))
}

/// What the table of labels says of the plan's markets; for the team with where that is from and when it was looked at.
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
        Head::word(page::language()),
        Head::text(say::accepted_labels()),
        Head::text(say::vague_labels()),
        Head::text(say::also_known()),
        Head::text(say::source()),
    ];
    let rows = markets.known.iter().map(|known| {
        let elsewhere = (!known.elsewhere.is_empty()).then(|| say::elsewhere_labels(&known.elsewhere));
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
