//! ASK-01: more than half of a lane asks.

use super::define;
use crate::analysis::order::Position;
use crate::check::facts::LaneFacts;
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft, moved_by, shift};
use crate::check::sink::{Said, Sink};
use crate::edit::{Edit, MomentChange};
use crate::model::{Cta, Kind, When};
use crate::words::{asks as say, counts};

define! {
    "ASK-01" "ask-heavy-lane" "More asks than anything else";
    evidence B;
    severity "Warning.";
    flags "More than half of a creator's lane is dedicated asks, from four cards on. Posts of one product within a few days are one drop and count as one card that asks. An ask whose placement is not noted counts as dedicated; one inside the creator's own content is a card like any other. The creator's usual unsponsored posts per week, from the first day of the lane to the last, are counted in. In a recurring slot only where these are known.";
    why "People follow a person. Where most of what they see asks for something, they follow a shop window.";
    evidence_text "Members of one beauty community say that they expect most of a creator's content to be unsponsored (one study); more sponsored posts a week go with less engagement (one panel). Where the line lies is judgement.";
    against "Sponsored posts do less harm where they fit, and a plan often shows the sponsored part of what a creator posts and nothing else: then the usual posts per week are what is missing, not stories.";
    example "new: A0 V4 K9 P14 P24(b,none) P34(none) P44(b,none)";
    instead "new: A0 V4 K9 P14 S19 P24(b,none) P34(none)";
    fix "Turn asks into stories, the last ones first; add cards that give something, in the widest gaps; or note how much the creator posts otherwise.";
    exceptions "A lane that shows only sponsored work: note the usual posts per week on the lane.";
    settings "The largest share of asks, from how many cards on it is looked at, and which asks count as one." reads "ask_share_percent", "ask_share_cards", "same_drop_days";
}

/// How much of a lane asks.
#[derive(Clone, Copy)]
struct Load {
    asks: usize,
    cards: usize,
    /// Usual posts beside the cards.
    own: usize,
    /// Cards that are not counted because their drop is.
    merged: usize,
}

impl Load {
    fn is_heavy(self, percent: usize) -> bool {
        self.asks * 100 > percent * (self.cards + self.own)
    }
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    if !facts.lane.is_creator() || facts.sequence.first_ask.is_none() {
        return;
    }
    if facts.is_slot() && facts.lane.organic_per_week.is_none() {
        return sink.not_checked(facts, say::heavy_slot_unset());
    }
    let load = load(facts);
    let limits = facts.limits();
    if load.cards < usize::from(limits.ask_share_cards) || !load.is_heavy(limits.ask_share_percent.into()) {
        return;
    }
    if facts.lane.organic_per_week.is_some_and(|posts| posts > 0) && facts.sequence.dated().next().is_none() {
        return sink.not_checked(facts, say::heavy_order_only());
    }
    let mut message = say::heavy(load.asks, load.cards + load.own, facts.name());
    if load.own > 0 {
        let posts = counts::usual_posts(load.own);
        message.push_str(&say::heavy_own(posts));
    }
    if load.merged > 0 {
        message.push_str(say::heavy_drops());
    }
    let mut said = Said::new(Severity::Warning, Vec::new(), message, say::heavy_help(), say::heavy_clears());
    said.field = Some("organic_per_week");
    said.threshold = Some("ask_share_percent");
    said.facts = vec![say::fact_heavy(load.asks, load.cards, load.own)];
    sink.say(facts, said);
}

fn load(facts: &LaneFacts<'_>) -> Load {
    let cards = &facts.sequence.cards;
    let dedicated = cards.iter().filter(|card| card.is_dedicated_ask()).count();
    let of_drop = |asks: &[usize]| asks.iter().filter(|at| facts.card(**at).is_dedicated_ask()).count();
    let merged: usize = facts.drops.iter().map(|drop| of_drop(&drop.asks).saturating_sub(1)).sum();
    let weekly = usize::from(facts.lane.organic_per_week.unwrap_or(0));
    let own = if weekly == 0 { 0 } else { weekly * usize::try_from(span(facts)).unwrap_or(0) / 7 };
    Load { asks: dedicated - merged, cards: cards.len() - merged, own, merged }
}

/// Days from the first card to the last. Dates and relative days without a date for day 0 cannot be compared, so their spans add up.
fn span(facts: &LaneFacts<'_>) -> i32 {
    let (mut days, mut first) = (0_i32, None::<Position>);
    let mut last = None::<Position>;
    for position in facts.sequence.dated().map(|card| card.position) {
        if first.is_none_or(|first| !first.same_kind(position)) {
            days = days.saturating_add(last.zip(first).and_then(|(last, first)| last.days_since(first)).unwrap_or(0));
            first = Some(position);
        }
        last = Some(position);
    }
    days.saturating_add(last.zip(first).and_then(|(last, first)| last.days_since(first)).unwrap_or(0))
}

/// Most asks that are turned into stories at once.
const MOST_TURNED: usize = 3;

/// Most cards that are added at once: a lane that lacks more wants thought, not a button.
const MOST_ADDED: usize = 12;

fn fixes(bench: &mut Bench<'_>, _: &Finding) -> Vec<Draft> {
    let facts = bench.facts;
    let load = load(facts);
    let percent = usize::from(facts.limits().ask_share_percent);
    let mut drafts = Vec::from_iter(into_stories(facts, load, percent));
    let missing = (load.asks * 100).div_ceil(percent.max(1)).saturating_sub(load.cards + load.own);
    if (1..=MOST_ADDED).contains(&missing) {
        let title = if missing == 1 { say::fix_give_one().to_owned() } else { say::fix_give(missing) };
        drafts.push(Draft::safe(title, give(bench, missing)));
    }
    drafts.push(Draft::jump(say::fix_own_posts(), "organic_per_week"));
    drafts
}

/// The last drops that are not published, as stories: the fewest that are enough.
fn into_stories(facts: &LaneFacts<'_>, load: Load, percent: usize) -> Option<Draft> {
    let over = (1..=MOST_TURNED).find(|n| !Load { asks: load.asks.saturating_sub(*n), ..load }.is_heavy(percent))?;
    let free = facts.drops.iter().rev().filter(|drop| drop.asks.iter().all(|at| !facts.card(*at).moment.is_published()));
    let asks = free.map(|drop| drop.asks.iter().copied().filter(|at| facts.card(*at).is_dedicated_ask()).collect::<Vec<_>>());
    let turned: Vec<Vec<usize>> = asks.filter(|asks| !asks.is_empty()).take(over).collect();
    let title = match &turned[..] {
        [one] => say::fix_into_story(facts.title(*one.first()?)),
        many if many.len() == over => say::fix_into_stories(over),
        _ => return None,
    };
    let mut edits = Vec::new();
    for card in turned.iter().flatten().map(|at| facts.card(*at)) {
        let id = card.moment.id;
        edits.push(Edit::SetMoment { id, change: MomentChange::Kind(Kind::Story) });
        if card.is_hard() {
            edits.push(Edit::SetMoment { id, change: MomentChange::Cta(Some(Cta::Soft)) });
        }
    }
    Some(Draft::suggested(title, edits))
}

/// So many cards, each in the middle of the widest gap that is left; a week after the last card where there is none.
fn give(bench: &mut Bench<'_>, count: usize) -> Vec<Edit> {
    const KINDS: [Kind; 2] = [Kind::Community, Kind::Story];
    let facts = bench.facts;
    let zero = facts.campaign.anchor.as_ref().and_then(|anchor| anchor.date);
    let day = |when: When| Position::from_when(zero, when, None).day_number();
    let first = facts.sequence.cards.first().map(|card| card.position);
    let alike = facts.sequence.cards.iter().filter(|card| first.is_some_and(|first| first.same_kind(card.position)));
    let mut places: Vec<When> = alike.map(|card| card.moment.when).collect();
    let mut edits = Vec::new();
    for kind in KINDS.into_iter().cycle().take(count) {
        let gap = |pair: &[When]| Some((day(pair[1])?.checked_sub(day(pair[0])?)?, pair[0], pair[1]));
        let gaps = places.windows(2).filter_map(gap).filter(|(days, from, _)| {
            let middle = shift(*from, days / 2);
            *days > 1 && bench.in_time(middle)
        });
        // The earliest of the widest, so that equal lanes get equal proposals.
        let widest = gaps.rev().max_by_key(|(days, ..)| *days);
        let between = widest.map(|(days, from, to)| bench.free_between(shift(from, days / 2), from, to, &places));
        let when = between.filter(|when| !places.contains(when)).or_else(|| after(bench, *places.last()?));
        let Some(when) = when else { break };
        edits.push(bench.add(kind, when));
        places.push(when);
        places.sort_by_key(|when| (day(*when), if let When::Order(place) = when { *place } else { 0 }));
    }
    edits
}

/// A week after a card, not before today; the next place in an order.
fn after(bench: &Bench<'_>, last: When) -> Option<When> {
    match last {
        When::Undated => None,
        When::Order(_) => Some(moved_by(last, 1)),
        _ => Some(bench.soon(moved_by(last, 7))),
    }
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{fixed, found, said};

    #[test]
    fn more_than_half() {
        let heavy = "new: A0 V4 K9 P14 P24(b,none) P34(none) P44(b,none)";
        assert_eq!(found(heavy), "ASK-01");
        assert_eq!(said(heavy, "ASK-01"), "4 of 7 cards in Maja’s lane are asks.");
        assert_eq!(found("new: A0 V4 K9 P14 P24(b,none) P34(none)"), "", "half is not more than half");
        assert_eq!(found("established evidence: P0(none) P10(b,none) S20"), "", "three cards are too few to say");
        assert_eq!(found("established evidence: P0(none) P10(b,none) P20(none) S30"), "ASK-01", "four are not");
    }

    #[test]
    fn what_counts_as_an_ask_and_what_as_a_card() {
        assert_eq!(found("new: A0 V4 K9 P14 P24(b,none) P34(none) P44(b,embedded)"), "", "inside own content");
        assert_eq!(found("new: A0 V4 K9 P14 P15 P24(b,none) P34(none)"), "", "a drop counts once, among the cards as well");
        let drops = "new: A0 V4 K9 P14 P15 P24(b,none) P34(none) P44(b,none)";
        assert_eq!(said(drops, "ASK-01"), "4 of 7 cards in Maja’s lane are asks. Each drop is counted once.");
        assert_eq!(found("new: A0 V4 K9 P14 PK24(b,none) P34(none) P44(b,none)"), "ASK-01", "an ask with a story is an ask");
        // From day 0 to day 44 there are six weeks.
        assert_eq!(found("new organic-1: A0 V4 K9 P14 P24(b,none) P34(none) P44(b,none)"), "");
        let few = "new organic-1: A0 P1(none) P4(b,none) P10(none) P14(b,none)";
        assert_eq!(said(few, "ASK-01"), "4 of 7 cards in Maja’s lane are asks. With 2 usual posts counted in.");
    }

    #[test]
    fn slots_and_orders() {
        assert_eq!(found("new slot: O-7 P0(hard) P14(hard) P28(hard)"), "", "nobody noted what else is posted");
        assert_eq!(found("new slot organic-0: O-7 P0(none) P14(none) P28(none)"), "ASK-01");
        assert_eq!(found("established evidence: P#1(none) P#2(b,none) P#3(none) S#4"), "ASK-01 PBR-11");
        assert_eq!(
            found("established evidence organic-1: P#1(none) P#2(b,none) P#3(none) S#4"),
            "PBR-11",
            "nobody can count weeks"
        );
    }

    #[test]
    fn fixes_for_a_heavy_lane() {
        assert_eq!(
            fixed("new: A0 V4 K9 P14 P24(b,none) P34(none) P44(b,none)", "ASK-01"),
            [
                "Turn “Summer code” into a story →",
                "Add a card that gives something →",
                "Note the usual posts per week → organic_per_week"
            ]
        );
        assert_eq!(
            fixed("established evidence: P0(none) P10(b,none) P20(none) P30(b,none)", "ASK-01"),
            [
                "Turn 2 asks into stories →",
                "Add 4 cards that give something →",
                "Note the usual posts per week → organic_per_week"
            ]
        );
        assert_eq!(
            fixed("established evidence: P#1(none) P#2(b,none) P#3(none) S#4", "ASK-01"),
            [
                "Turn “Trail Jacket” into a story → PBR-11",
                "Add 2 cards that give something → PBR-11",
                "Note the usual posts per week → organic_per_week"
            ]
        );
    }
}
