//! The sentences of the deck, for formats without pages: a page in a browser and a text say what the deck says, in its words.

use super::super::plan::{LaneView, Plan};
use super::super::spend::Spend;
use super::{arc, briefs, budget, calendar, cover, deliverables, glossary, months, people, summary, titles};
use crate::words::deck as say;

pub(in super::super) use super::own::{Written, written};

/// "Creator storyboard, September to November 2027".
pub(in super::super) fn kicker(plan: &Plan) -> String {
    cover::kicker_words(plan)
}

/// "Four creators, seventeen moments, one story".
pub(in super::super) fn summary(plan: &Plan) -> String {
    summary::title(plan)
}

/// What a lane tells, and where it ends.
pub(in super::super) fn story(plan: &Plan, lane: &LaneView) -> String {
    summary::sentence(plan, lane)
}

/// What the arc says of asks.
pub(in super::super) fn arc(plan: &Plan) -> String {
    titles::arc(plan)
}

/// What the arc shows, in a line; empty where the title says it all.
pub(in super::super) fn arc_line(plan: &Plan) -> String {
    arc::line(plan)
}

/// The row of a lane in the arc, in words.
pub(in super::super) fn row_of_arc(lane: &LaneView) -> String {
    arc::alt(lane)
}

/// What a lane tells, as the title of its storyboard; the band it ends in stands beside it.
pub(in super::super) fn lane(lane: &LaneView) -> String {
    titles::lane(lane)
}

/// Title and line of the calendar. All of it is listed: nothing is left out as between the months of a page.
pub(in super::super) fn calendar(plan: &Plan) -> (String, String) {
    let (blocks, _) = months::blocks(plan);
    calendar::head(plan, &blocks, false, deliverables::cards(plan).count())
}

/// "Seventeen moments by four creators".
pub(in super::super) fn deliverables(plan: &Plan) -> String {
    deliverables::title(plan, deliverables::cards(plan).count())
}

/// "`Instagram 4 · TikTok 2`" of some lanes.
pub(in super::super) fn by_platform<'a>(lanes: impl Iterator<Item = &'a LaneView>) -> String {
    deliverables::by_platform(lanes.flat_map(|lane| &lane.cards))
}

/// Whether days are days of the calendar, and whether the year has to be said with them.
pub(in super::super) fn calendar_and_years(plan: &Plan) -> (bool, bool) {
    (deliverables::is_on_calendar(plan), deliverables::has_several_years(plan))
}

/// How many working days before its day an approval is due.
pub(in super::super) fn working_days() -> String {
    deliverables::working_days()
}

/// Title and line of the budget.
pub(in super::super) fn budget(spend: &Spend) -> (String, String) {
    (budget::title(spend), budget::line(spend))
}

/// The words that the plan uses, with what they mean; of bands those of which something is said, or all where all are drawn.
pub(in super::super) fn glossary(plan: &Plan, shows_bands: bool) -> Vec<(&'static str, String)> {
    glossary::entries(plan, shows_bands)
}

/// Whether anything has a curve, so that it has to be said what one is.
pub(in super::super) fn has_curve(plan: &Plan) -> bool {
    glossary::has_curve(plan)
}

/// Title and line of a brief.
pub(in super::super) fn brief(lane: &LaneView) -> (String, String) {
    (say::brief_for(titles::name(lane)), titles::brief(lane))
}

/// Who it is for, in sentences.
pub(in super::super) fn introduced(lane: &LaneView) -> String {
    people::introduced(lane)
}

/// What is theirs to decide, what is asked, what always holds: a heading each, with entries that may be none.
pub(in super::super) fn agreed(lane: &LaneView) -> [(&'static str, Vec<String>); 3] {
    [
        (say::brief_yours(), briefs::yours(lane)),
        (say::brief_asked(), briefs::asked(lane)),
        (say::brief_always(), briefs::always(lane)),
    ]
}
