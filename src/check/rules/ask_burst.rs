//! ASK-03: several drops within a few days.

use super::define;
use crate::analysis::drops::Drop;
use crate::analysis::order::Position;
use crate::check::facts::LaneFacts;
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft, MOST_MOVED, moved_by, shift};
use crate::check::sink::{Said, Sink};
use crate::edit::Edit;
use crate::model::PhaseKind;
use crate::words::{asks as say, findings, names};

define! {
    "ASK-03" "ask-burst" "Too many asks at once";
    evidence A;
    severity "Warning.";
    flags "Three drops or more within seven days, the first and the last day counted: from Monday to Sunday, not to the next Monday. Where several such weeks share a drop they are one burst and one finding. In a phase of kind launch it takes four, where every drop of the week lies in one. Recurring slots are left out.";
    why "Asks in a heap are remembered and liked less, and one crowds out the other.";
    evidence_text "Spaced exposure helps attitude, massed exposure only recall (a meta-analysis); over-endorsement is among the transgressions that one community names (one study). How many are too many is judgement.";
    against "Massed exposure helps recall, which is what a sale week wants. Irritation by repetition fades faster than the memory of the brand.";
    example "new: A0 V4 K9 P14 S15 P17(b) K18 P20(c)";
    instead "new: A0 V4 K9 P14 S15 P18(b) K20 P22(c)";
    fix "Spread the drops so far that no week holds too many; or bring posts of one product together, so that they are one drop.";
    exceptions "Sale weeks: a phase of kind launch raises the number to four.";
    settings "How many asks are too many, in a launch phase and otherwise; within how many days; and which asks count as one." reads "ask_burst", "ask_burst_days", "ask_burst_launch", "same_drop_days";
}

/// Drops that are too close, by their places in the list of drops, and the setting that says so.
#[derive(Clone, Copy)]
struct Burst {
    from: usize,
    to: usize,
    setting: &'static str,
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    if !facts.lane.is_creator() || facts.is_slot() {
        return;
    }
    if facts.sequence.is_order_only() {
        if facts.sequence.first_ask.is_some() {
            sink.not_checked(facts, findings::order_only_unchecked());
        }
        return;
    }
    let mut burst: Option<Burst> = None;
    for week in weeks(facts) {
        match &mut burst {
            Some(burst) if week.from <= burst.to => burst.to = burst.to.max(week.to),
            _ => {
                if let Some(over) = burst.replace(week) {
                    say_burst(facts, sink, over);
                }
            }
        }
    }
    if let Some(last) = burst {
        say_burst(facts, sink, last);
    }
}

/// Every stretch of as many drops as are too many, in order, that lies within the days that count as at once.
fn weeks<'f>(facts: &'f LaneFacts<'_>) -> impl Iterator<Item = Burst> + 'f {
    let limits = facts.limits();
    let (usual, launch) = (usize::from(limits.ask_burst), usize::from(limits.ask_burst_launch));
    let days = i32::from(limits.ask_burst_days);
    let launches = facts.campaign.phases.iter().any(|phase| phase.kind == Some(PhaseKind::Launch));
    let close = move |from: usize, count: usize| {
        let to = (from + count).checked_sub(1)?;
        let (first, last) = (facts.drops.get(from)?.first(), facts.drops.get(to)?.first());
        let apart = facts.card(last).position.days_since(facts.card(first).position)?;
        (apart < days).then_some(to)
    };
    let in_launch = move |from: usize, to: usize| {
        let day = |drop: usize| facts.card(facts.drops[drop].first()).position.date();
        launches && (from..=to).all(|drop| day(drop).is_some_and(|day| facts.in_launch_phase(day)))
    };
    (0..facts.drops.len()).filter_map(move |from| {
        let in_sale = close(from, launch).filter(|to| in_launch(from, *to));
        if let Some(to) = in_sale {
            return Some(Burst { from, to, setting: "ask_burst_launch" });
        }
        let to = close(from, usual).filter(|to| !in_launch(from, *to))?;
        Some(Burst { from, to, setting: "ask_burst" })
    })
}

fn say_burst(facts: &LaneFacts<'_>, sink: &mut Sink<'_>, burst: Burst) {
    let cards: Vec<usize> = facts.drops[burst.from..=burst.to].iter().map(Drop::first).collect();
    let place = |at: Option<&usize>| at.map(|at| facts.card(*at).position);
    let (Some(first), Some(last)) = (place(cards.first()), place(cards.last())) else { return };
    let message = if first.same_day(last) {
        say::burst_one_day(cards.len(), facts.when(first))
    } else {
        say::burst(cards.len(), from_until(facts, first, last), facts.when(last))
    };
    let mut said = Said::new(Severity::Warning, cards, message, say::burst_help(), say::burst_clears());
    said.threshold = Some(burst.setting);
    said.facts = vec![say::fact_burst(said.cards.len())];
    sink.say(facts, said);
}

/// The first of two days, without the month where both have the same.
fn from_until(facts: &LaneFacts<'_>, first: Position, last: Position) -> String {
    match (first.date(), last.date()) {
        (Some(from), Some(to)) if (from.date().year(), from.date().month()) == (to.date().year(), to.date().month()) => {
            names::of_month(from.date().day())
        }
        (Some(from), Some(to)) => from.before(to),
        _ => facts.when(first),
    }
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let facts = bench.facts;
    let Some(first) = bench.subject(finding) else { return Vec::new() };
    let Some(from) = facts.drops.iter().position(|drop| drop.first() == first) else { return Vec::new() };
    let to = (from + finding.moments.len()).min(facts.drops.len());
    [Some(spread(bench, from)), together(bench, from, to)].into_iter().flatten().collect()
}

/// The lane stretched from a drop on: each drop so many days after the one before that no stretch of days holds too many. What
/// stands between keeps its place in the order, and what follows keeps its distance.
fn spread(bench: &Bench<'_>, from: usize) -> Draft {
    let facts = bench.facts;
    let limits = facts.limits();
    let room = i32::from(limits.ask_burst.max(2)) - 1;
    let step = i32::from(limits.ask_burst_days).saturating_add(room - 1) / room;
    let first = facts.drops[from].first();
    let start = facts.card(first).position;
    let mut drops = facts.drops[from + 1..].iter().map(Drop::first).peekable();
    // Days from the first drop to where the last one stands now, and by how much the lane is late there.
    let (mut last, mut late) = (0_i32, 0_i32);
    let mut edits: Vec<Edit> = Vec::new();
    for (at, card) in facts.sequence.cards.iter().enumerate().skip(first + 1) {
        let Some(days) = card.position.days_since(start) else { break };
        if drops.next_if_eq(&at).is_some() && !card.moment.is_published() {
            late = late.max(last.saturating_add(step).saturating_sub(days));
            let open = |late: &i32| !bench.is_blackout(shift(card.moment.when, *late));
            late = (late..late.saturating_add(28)).find(open).unwrap_or(late);
            last = days.saturating_add(late);
        }
        let with_first = facts.drops[from].asks.contains(&at);
        if late > 0 && !with_first && !card.moment.is_published() {
            edits.push(bench.moved(at, shift(card.moment.when, late)));
        }
    }
    if edits.len() > MOST_MOVED {
        edits.clear();
    }
    Draft::suggested(say::fix_spread(), edits)
}

/// Later posts of a product to the first one of the burst, so that they are one drop.
fn together(bench: &Bench<'_>, from: usize, to: usize) -> Option<Draft> {
    let facts = bench.facts;
    let within = i32::from(facts.limits().same_drop_days);
    let mut edits = Vec::new();
    for (at, drop) in facts.drops.iter().enumerate().take(to).skip(from + 1) {
        let product = |drop: &Drop| facts.card(drop.first()).product;
        let Some(earlier) = facts.drops[from..at].iter().find(|other| product(other) == product(drop)) else { continue };
        let start = facts.card(earlier.first()).moment.when;
        let target = (1..=within).map(|days| moved_by(start, days)).find(|when| bench.free(*when, 1) == *when);
        let target = target.unwrap_or(moved_by(start, within));
        edits.extend(drop.asks.iter().map(|at| bench.moved(*at, target)));
    }
    (!edits.is_empty() && edits.len() <= MOST_MOVED).then(|| Draft::suggested(say::fix_merge(), edits))
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{fixed, found, said};

    #[test]
    fn a_week_holds_two_drops() {
        assert_eq!(found("new: A0 V4 K9 P14 S15 P17(b) K18 P20(c)"), "ASK-03", "day 14 to day 20 are seven days");
        assert_eq!(found("new: A0 V4 K9 P14 S15 P17(b) K18 P21(c)"), "", "the same day a week later is the next week");
        assert_eq!(found("new: A0 V4 K9 P14 P15 P16 P16"), "", "one drop");
        assert_eq!(found("new: A0 V4 K9 P14 S15 P17(b)"), "");
        assert_eq!(found("new slot organic-9: O-7 P14(none) P17(b,none) P20(c,none)"), "", "a recurring slot");
        assert_eq!(found("new: A#1 V#2 K#3 P#4(none) P#5(b,none) P#6(c,none)"), "PBR-11", "nobody knows how far apart");
    }

    #[test]
    fn a_launch_takes_one_more() {
        assert_eq!(found("new launch: A0 V4 K9 P14 S15 P17(b) K18 P20(c)"), "");
        assert_eq!(found("new launch: A0 V4 K9 P14 S15 P16(b) K17 P18(c) S19 P20(d)"), "ASK-03");
        assert_eq!(found("new launch: A0 V4 K9 P14 S15 P16(b) K17 P18(c) S19 P21(d)"), "");
        assert_eq!(found("new event: A0 V4 K9 P14 S15 P17(b) K18 P20(c)"), "ASK-03");
    }

    #[test]
    fn one_burst_is_one_finding() {
        let long = "new: A0 V4 K9 S10 S11 P14(none) P17(b,none) P20(c,none) P23(d,none) P26(none) I40 I41 I42";
        assert_eq!(found(long), "ASK-03");
        assert_eq!(said(long, "ASK-03"), "5 different asks between 15 and 27 Mar.");
        let two = "new: A0 V4 K9 S10 S11 P14(none) P16(b,none) P18(c,none) S20 P30(none) P32(b,none) P34(c,none) I50 I51 I52 I53";
        assert_eq!(found(two), "ASK-03 ASK-03");
    }

    #[test]
    fn how_it_is_said_and_mended() {
        let burst = "new: A0 V4 K9 P13 S14 P16(b) K17 P18(c)";
        assert_eq!(said(burst, "ASK-03"), "3 different asks between 14 and 19 Mar.");
        assert_eq!(fixed(burst, "ASK-03"), ["Spread the asks evenly →"]);
        // What comes between and after stays between and after.
        let followed = "new: A0 V4 K9 P13 S14 P16(b) K17 P18(c) S19 P26(d)";
        assert_eq!(fixed(followed, "ASK-03"), ["Spread the asks evenly →"]);
        let month = "new: A10 V14 K19 P28 S29 P31(b) K32 P33(c)";
        assert_eq!(said(month, "ASK-03"), "3 different asks between 29 Mar and 3 Apr.");
        assert_eq!(said("new: A0 V4 K9 P14(none) P14(b,none) P14(c,none)", "ASK-03"), "3 different asks on 15 Mar.");
        assert_eq!(
            fixed("new: A0 V4 K9 P14 S15 P17(b) K18 P20", "ASK-03"),
            ["Spread the asks evenly →", "Bring posts of one product together →"]
        );
        assert_eq!(fixed("new: A0 V4 K9 P14 S15 P17(b,published) K18 P20(c,published)", "ASK-03"), [""; 0]);
    }
}
