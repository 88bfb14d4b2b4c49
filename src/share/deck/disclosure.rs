//! How each moment says that it is paid, and what is commonly looked for in the plan's markets. Nothing here ever calls a
//! label lawful.

use super::super::choice::Section;
use super::super::plan::{Card, LaneView};
use super::Build;
use super::deliverables::cards;
use super::flow::{Flow, Grid, Head, Words};
use crate::model::LaneKind;
use crate::words::{deck_tables as say, labels, share};

pub(super) fn build(b: &mut Build<'_>) {
    let plan = b.plan;
    if cards(plan).next().is_none() {
        return;
    }
    let mut flow = Flow::new(b, Section::Disclosure, say::disclosure(), say::disclosure_title(), say::disclosure_line());
    let heads = vec![
        Head::new(share::creator(), 1.2),
        Head::new(share::moment(), 3.2),
        Head::new(say::label_in_text(), 1.5),
        Head::new(say::spoken(), 1.1),
        Head::new(say::platforms_own(), 1.8),
        Head::new(say::where_and_language(), 1.5),
    ];
    let rows = cards(plan).map(|(lane, card)| row(b, lane, card)).collect();
    flow.table(b, Grid { summary: say::disclosure_title().to_owned(), heads, rows, has_sum: false });
    markets(b, &mut flow);
    flow.finish(b);
}

fn row(b: &Build<'_>, lane: &LaneView, card: &Card) -> Vec<Words> {
    let label = &card.label;
    let open = || b.quiet(say::undecided());
    // Who speaks is plain on the brand's own channel, and what does not name the brand says nothing about it.
    let needs_none = match (lane.kind, label.names_brand) {
        (LaneKind::Brand, _) => Some(say::own_channel()),
        (_, false) => Some(say::names_no_brand()),
        _ => None,
    };
    let or_none = |is_set: bool, set: Words, open: Words| match needs_none {
        _ if is_set => set,
        Some(_) => Words::new(),
        None => open,
    };
    let text = match (&card.disclosure, needs_none) {
        (Some(text), _) => b.strong(text.clone()),
        (None, Some(why)) => b.quiet(why),
        (None, None) => open(),
    };
    let own = match (label.platforms_own, card.made.platform) {
        (Some(own), _) => or_none(label.platform_label, b.plain(say::own_set(own)), b.quiet(say::own_open(own))),
        (None, Some(_)) => or_none(label.platform_label, b.plain(say::own_set_unnamed()), b.quiet(say::own_unknown())),
        (None, None) => or_none(label.platform_label, b.plain(say::own_set_unnamed()), open()),
    };
    let mut title = b.strong(card.title.clone());
    title.extend(b.quiet(format!("  {}", card.when)));
    let named = &b.plan.markets.named;
    let mut place = if named.is_empty() { b.quiet(say::no_market()) } else { b.plain(named.join(", ")) };
    place.extend(b.quiet(" · "));
    place.extend(if lane.languages.is_empty() { b.quiet(say::no_language()) } else { b.plain(lane.languages.join(", ")) });
    vec![b.plain(lane.name.clone()), title, text, or_none(label.spoken, b.plain(say::yes()), open()), own, place]
}

/// What the table of labels says of the plan's markets, with where that is from and when it was looked at.
fn markets(b: &mut Build<'_>, flow: &mut Flow) {
    let markets = &b.plan.markets;
    flow.heading(b, say::common(), 60.0);
    let style = b.body();
    if markets.named.is_empty() {
        flow.paragraph(b, say::no_market_line(), style);
    }
    if !markets.unknown.is_empty() {
        flow.paragraph(b, &say::unknown_markets(markets.unknown.join(", ")), style);
    }
    let Some(checked_on) = markets.checked_on else { return };
    flow.paragraph(b, &labels::table_intro(checked_on.long()), style);
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
            notes.extend(known.notes.iter().cloned());
            vec![
                name,
                b.plain(known.accepted.clone()),
                b.plain(known.too_vague.clone()),
                b.plain(notes.join(" ")),
                b.plain(say::source_checked(&known.source, checked_on.long())),
            ]
        })
        .collect();
    flow.table(b, Grid { summary: say::common().to_owned(), heads, rows, has_sum: false });
}
