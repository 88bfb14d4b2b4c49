//! What the words of the plan mean, and what the curve is and is not.

use super::super::arc::band_name;
use super::super::choice::Section;
use super::super::plan::{Plan, Reader};
use super::Build;
use super::deliverables::{cards, working_days};
use super::flow::Flow;
use super::grid::{Grid, Head};
use crate::analysis::curve::Band;
use crate::analysis::deadlines::DRAFT_DAYS;
use crate::model::Kind;
use crate::words::{self, curve, deck_tables as say, names};

/// The room of what is said of the curve, with its heading.
const CURVE_NOTE: f64 = 126.0;

pub(super) fn build(b: &mut Build<'_>) {
    let plan = b.plan;
    if plan.lanes.is_empty() {
        return;
    }
    let has_curve = has_curve(plan);
    let notes = if has_curve { say::glossary_notes_curve() } else { say::glossary_notes() };
    let about = (say::glossary_title(), say::glossary_line());
    let mut flow = Flow::new(b, Section::Glossary, say::glossary(), about, notes.to_owned());
    let heads = vec![Head::new(say::word(), 1.0), Head::new(say::meaning(), 3.0)];
    let rows = entries(plan, false).into_iter().map(|(word, meaning)| vec![b.strong(word), b.plain(meaning)]).collect();
    let grid = Grid { summary: say::glossary_title().to_owned(), heads, rows, has_sum: false };
    flow.two_columns(b, grid, if has_curve { CURVE_NOTE } else { 0.0 });
    if has_curve {
        flow.heading(b, say::curve_heading(), CURVE_NOTE - 40.0);
        let style = b.body();
        flow.paragraph(b, curve::caption(), style);
        flow.paragraph(b, curve::limits(), style);
    }
    flow.finish(b);
}

pub(super) fn has_curve(plan: &Plan) -> bool {
    plan.lanes.iter().any(|lane| lane.curve.is_some())
}

/// The words that the plan uses; a word that stands nowhere in the deck is not explained. Bands stand in it where a moment or a
/// lane is in one of them, and all of them where the drawing of a curve names them.
pub(super) fn entries(plan: &Plan, shows_bands: bool) -> Vec<(&'static str, String)> {
    let mut entries: Vec<(&'static str, String)> = Vec::new();
    let mut add = |word, meaning: &str| entries.push((word, meaning.to_owned()));
    add(say::about_moment(), say::moment_is());
    add(say::about_lane(), say::lane_is());
    add(say::about_arc(), say::arc_is());
    for kind in Kind::ALL.iter().filter(|kind| cards(plan).any(|(_, card)| card.kind == **kind)) {
        add(names::kind(kind.key()), say::kind_is(kind.key()));
    }
    if cards(plan).any(|(_, card)| card.asks.is_some()) {
        add(say::about_ask(), say::ask_is());
    }
    // Only findings speak of run-ups.
    if !plan.findings.is_empty() {
        add(say::about_run_up(), say::run_up_is());
    }
    if cards(plan).any(|(_, card)| card.window.is_some()) {
        add(say::about_window(), say::window_is());
    }
    if cards(plan).any(|(_, card)| card.made.due.is_some()) {
        add(say::about_due(), &say::due_is(words::days(DRAFT_DAYS.into()), working_days()));
    }
    if has_curve(plan) {
        let moments = cards(plan).filter_map(|(_, card)| card.level.map(Band::of));
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

const fn band_is(band: Band) -> &'static str {
    match band {
        Band::Strangers => say::strangers_are(),
        Band::Introduced => say::introduced_are(),
        Band::Trusted => say::trusted_are(),
        Band::Committed => say::committed_are(),
    }
}
