//! What the words of the plan mean, and what the curve is and is not.

use super::super::arc::band_name;
use super::super::choice::Section;
use super::super::plan::{Plan, Reader};
use super::{Chapter, Head, Part, Table, ahead};
use crate::analysis::curve::Band;
use crate::model::Kind;
use crate::words::{curve, deck_tables as say, names};

pub(in super::super) fn chapter(plan: &Plan, shows_bands: bool) -> Option<Chapter> {
    if plan.lanes.is_empty() {
        return None;
    }
    let heads = vec![Head::name(say::word()), Head::text(say::meaning())];
    let rows = entries(plan, shows_bands).into_iter().map(|(word, meaning)| vec![word.to_owned(), meaning]).collect();
    let mut parts = vec![Part::Table(Table::new(say::glossary_title(), heads, rows))];
    if plan.has_curve() {
        parts.push(Part::Heading(say::curve_heading()));
        parts.extend([curve::caption(), curve::limits()].map(|text| Part::Text(text.to_owned())));
    }
    Some(Chapter {
        section: Section::Glossary,
        name: say::glossary(),
        title: say::glossary_title().to_owned(),
        line: say::glossary_line().to_owned(),
        parts,
    })
}

/// The words that the plan uses; a word that stands nowhere is not explained. Bands stand in it where a moment or a
/// lane is in one of them, and all of them where the drawing of a curve names them.
fn entries(plan: &Plan, shows_bands: bool) -> Vec<(&'static str, String)> {
    let mut entries: Vec<(&'static str, String)> = Vec::new();
    let mut add = |word, meaning: &str| entries.push((word, meaning.to_owned()));
    add(say::about_moment(), say::moment_is());
    add(say::about_lane(), say::lane_is());
    add(say::about_arc(), say::arc_is());
    for kind in Kind::ALL.iter().filter(|kind| plan.cards().any(|(_, card)| card.kind == **kind)) {
        add(names::kind(kind.key()), say::kind_is(kind.key()));
    }
    if plan.cards().any(|(_, card)| card.asks.is_some()) {
        add(say::about_ask(), say::ask_is());
    }
    // Only findings speak of run-ups.
    if !plan.findings.is_empty() {
        add(say::about_run_up(), say::run_up_is());
    }
    if plan.cards().any(|(_, card)| card.window.is_some()) {
        add(say::about_window(), say::window_is());
    }
    if plan.cards().any(|(_, card)| card.made.due.is_some()) {
        let (draft, approval) = ahead();
        add(say::about_due(), &say::due_is(draft, approval));
    }
    if plan.has_curve() {
        let moments = plan.cards().filter_map(|(_, card)| card.level.map(Band::of));
        let named: Vec<Band> = plan.lanes.iter().filter_map(|lane| Some(lane.curve.as_ref()?.ends_in)).chain(moments).collect();
        for (band, _) in Band::EDGES {
            if shows_bands || named.contains(&band) {
                add(band_name(band), band_is(band));
            }
        }
        add(say::about_ready(), say::ready_is());
    }
    if plan.reader == Reader::Internal {
        add(say::about_finding(), say::finding_is());
    }
    if !plan.accepted.is_empty() {
        add(say::about_accept(), say::accept_is());
    }
    entries
}

fn band_is(band: Band) -> &'static str {
    match band {
        Band::Strangers => say::strangers_are(),
        Band::Introduced => say::introduced_are(),
        Band::Trusted => say::trusted_are(),
        Band::Committed => say::committed_are(),
    }
}
