//! PBR-11: a lane has an order but no days.

use super::define;
use crate::check::facts::LaneFacts;
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft};
use crate::check::sink::{Said, Sink};
use crate::edit::Edit;
use crate::model::{Day, Kind, When};
use crate::words::findings as say;

define! {
    "PBR-11" "order-only-lane" "Order, but no dates";
    evidence Judgement;
    severity "Hint.";
    flags "Every card of a creator’s lane has a place in the order and none has a day. Rules of order run; those of time (PBR-05, PBR-06, PBR-14, ASK-03, ASK-04) are listed as not checked.";
    why "The right order a day apart and the right order a month apart are different campaigns.";
    evidence_text "Judgement: what was not checked has to be said.";
    against "None known: it says what was left out.";
    example "new: A#1 V#2 K#3 P#4";
    instead "new: A0 V7 K14 P21";
    fix "Take the days of the values-led template, card by card by kind, or put the cards a week apart; from the campaign’s start or from day 0.";
    exceptions "Early sketches: the finding is a reminder, nothing more.";
    settings "No limit of its own.";
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    if facts.lane.is_creator() && facts.sequence.is_order_only() {
        let message = say::order_only(facts.name());
        sink.say(facts, Said::new(Severity::Hint, Vec::new(), message, say::order_only_help(), say::order_only_clears()));
    }
}

fn fixes(bench: &mut Bench<'_>, _: &Finding) -> Vec<Draft> {
    let facts = bench.facts;
    let start: Option<Day> = facts.campaign.start.map(|start| start.max(bench.today.unwrap_or(start)));
    let put = |days: Vec<i32>| -> Vec<Edit> {
        let when = |days| start.map_or(When::Relative(days), |start| When::On(start.plus(days)));
        days.into_iter().enumerate().map(|(at, days)| bench.moved(at, when(days))).collect()
    };
    vec![
        Draft::suggested(say::fix_template_days(), put(template_days(facts))),
        Draft::suggested(say::fix_space_evenly(), put(even_days(facts))),
    ]
}

/// The days of the values-led template: kind by kind in its order. A test holds them against the template.
const TEMPLATE: [(Kind, i32); 8] = [
    (Kind::Announcement, 0),
    (Kind::Values, 4),
    (Kind::Community, 10),
    (Kind::Story, 17),
    (Kind::Product, 24),
    (Kind::Community, 31),
    (Kind::Product, 38),
    (Kind::Impact, 45),
];

/// The shortest distance in the template, for cards that it does not know.
const SHORTEST: i32 = 4;

/// A day for each card, in order: that of the next card of its kind in the template, and at least the shortest distance
/// after the card before it.
fn template_days(facts: &LaneFacts<'_>) -> Vec<i32> {
    let mut left = TEMPLATE.iter();
    let mut last: Option<i32> = None;
    let next = |at: usize| {
        let card = facts.card(at);
        if let Some(day) = last.filter(|_| at > 0 && facts.card(at - 1).position.same_day(card.position)) {
            return day;
        }
        let mut ahead = left.clone();
        let known = ahead.find(|(kind, _)| *kind == card.moment.kind).map(|(_, day)| *day);
        if known.is_some() {
            left = ahead;
        }
        let earliest = last.map_or(0, |last| last.saturating_add(SHORTEST));
        *last.insert(known.map_or(earliest, |day| day.max(earliest)))
    };
    (0..facts.sequence.cards.len()).map(next).collect()
}

/// A day for each card, a week apart.
fn even_days(facts: &LaneFacts<'_>) -> Vec<i32> {
    let mut day = 0_i32;
    let next = |at: usize| {
        if at > 0 && !facts.card(at - 1).position.same_day(facts.card(at).position) {
            day = day.saturating_add(7);
        }
        day
    };
    (0..facts.sequence.cards.len()).map(next).collect()
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{fixed, found};

    #[test]
    fn order_only() {
        assert_eq!(found("new: A#1 V#2 K#3 P14"), "PBR-10", "one day is enough to compare with");
        assert_eq!(found("new: A#1"), "PBR-11");
        assert_eq!(found("new: A#1 V?"), "", "a card without a place is no order");
        assert_eq!(
            fixed("new: A#1 V#2 K#3 P#4", "PBR-11"),
            ["Take the days of the values-led template →", "Put the cards a week apart →"]
        );
        assert_eq!(fixed("new: P#1 A#2", "PBR-11").len(), 2);
    }
}
