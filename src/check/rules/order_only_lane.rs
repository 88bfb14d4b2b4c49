//! PBR-11: a lane has an order but no days.

use super::define;
use crate::check::facts::LaneFacts;
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft};
use crate::check::sink::{Said, Sink};
use crate::model::{Day, When};
use crate::words::findings as say;

define! {
    "PBR-11" "order-only-lane" "Order, but no dates";
    evidence Judgement;
    severity "Hint.";
    flags "Every card of a creator's lane has a place in the order and none has a day. Rules of order run; those of time (PBR-05, PBR-06, PBR-14) are listed as not checked.";
    why "The right order a day apart and the right order a month apart are different campaigns.";
    evidence_text "Judgement: what was not checked has to be said.";
    example "new: A#1 V#2 K#3 P#4";
    instead "new: A0 V7 K14 P21";
    fix "Put the cards a week apart, from the campaign's start or from day 0.";
    exceptions "Early sketches: the finding is a reminder, nothing more.";
    settings "None.";
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
    let mut edits = Vec::new();
    let mut week = 0;
    for (at, card) in facts.sequence.cards.iter().enumerate() {
        if at > 0 && !facts.card(at - 1).position.same_day(card.position) {
            week += 1;
        }
        let days = 7 * week;
        edits.push(bench.moved(at, start.map_or(When::Relative(days), |start| When::On(start.plus(days)))));
    }
    vec![Draft::suggested(say::fix_space_evenly(), edits)]
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{fixed, found};

    #[test]
    fn order_only() {
        assert_eq!(found("new: A#1 V#2 K#3 P14"), "PBR-10", "one day is enough to compare with");
        assert_eq!(found("new: A#1"), "PBR-11");
        assert_eq!(fixed("new: A#1 V#2 K#3 P#4", "PBR-11"), ["Put the cards a week apart →"]);
    }
}
