//! The sentences of the deck, for formats without pages: a page in a browser and a text say what the deck says, in its words.

use super::super::plan::{Card, LaneView, Plan};
use super::{arc, briefs, calendar, cover, months, people, summary, titles};
use crate::model::Kind;
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

/// How many moments there are of each kind that there is.
pub(in super::super) fn made_of(plan: &Plan) -> impl Iterator<Item = (Kind, String)> {
    summary::made_of(plan)
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
    calendar::head(plan, &months::blocks(plan), "")
}

/// Title and line of a brief.
pub(in super::super) fn brief(lane: &LaneView) -> (String, String) {
    (say::brief_for(titles::name(lane)), titles::brief(lane))
}

/// When the first draft of a card is due.
pub(in super::super) fn first_draft(plan: &Plan, card: &Card) -> Option<String> {
    briefs::first_draft(plan, card)
}

/// Who it is for, in sentences.
pub(in super::super) fn introduced(lane: &LaneView) -> String {
    people::introduced(lane)
}

/// What is theirs to decide, what is asked, what always holds: a heading with entries for each of them that says anything. Where
/// none does, their place is for [`say::brief_nothing_agreed`], once.
pub(in super::super) fn agreed(lane: &LaneView) -> Vec<(&'static str, Vec<String>)> {
    briefs::agreed(lane).into_iter().map(|part| (part.title, part.entries)).collect()
}
