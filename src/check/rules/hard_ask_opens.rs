//! ASK-02: the first ask of a new lane wants a purchase at once.

use super::define;
use crate::analysis::order::{Before, before};
use crate::check::facts::{LaneFacts, Standing};
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft};
use crate::check::sink::{Said, Sink};
use crate::edit::{Edit, MomentChange};
use crate::model::{Cta, Kind};
use crate::words::{asks as say, findings};

define! {
    "ASK-02" "hard-ask-opens" "The first ask is a hard one";
    profile Strict;
    evidence B;
    severity "Hint, in the strict profile only.";
    flags "The first ask of a new lane is dedicated and has a hard call to action: a code, “buy”, a ticket. Asks on the same day whose times do not decide open the lane together, so one hard one among them is enough. A placement that is not noted counts as dedicated. PBR-01 and PBR-08 hide it.";
    why "A first request that wants a purchase at once shows the deal before the reason.";
    evidence_text "A perceived commercial orientation hurts trust in a post more than the brand's hand in it (one experiment).";
    against "The same study measures single posts, not first ones. A prepared audience may be glad of a code, and offers that end soon cannot wait.";
    example "new: A0 V4 K9 P14(hard)";
    instead "new: A0 V4 K9 P14";
    fix "Soften the first call to action, and leave the hard one to the next drop where there is one.";
    exceptions "Flash sales: an ask in a phase of kind launch is left out, as ASK-03 does. Recurring slots are left out. Only an offer is called a code; another hard ask is called by its name.";
    settings "No limit of its own.";
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    let Some(first) = facts.first_of_arc().filter(|_| facts.standing == Standing::New) else { return };
    if facts.card(first).moment.cta.is_none() {
        return sink.not_checked(facts, findings::cta_unset());
    }
    let Some(at) = hard(facts, first).next() else { return };
    if facts.card(at).position.date().is_some_and(|day| facts.in_launch_phase(day)) {
        return;
    }
    let message = if facts.card(at).moment.kind == Kind::Offer {
        say::hard_opens_code(facts.name())
    } else {
        say::hard_opens(facts.name(), facts.ask_name(at))
    };
    let mut said = Said::new(Severity::Hint, vec![at], message, say::hard_opens_help(), say::hard_opens_clears());
    said.field = Some("cta");
    sink.say(facts, said);
}

/// The hard and dedicated ones among the asks that open a lane.
fn hard(facts: &LaneFacts<'_>, first: usize) -> impl Iterator<Item = usize> {
    let opening = facts.card(first).position;
    let asks = facts.sequence.cards.iter().enumerate().skip(first);
    let together = asks.take_while(move |(at, card)| *at == first || card.position.same_day(opening));
    let tied = together.filter(move |(at, card)| *at == first || before(opening, card.position) == Before::Tie);
    tied.filter(|(_, card)| card.is_dedicated_ask() && card.is_hard()).map(|(at, _)| at)
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let facts = bench.facts;
    let (Some(at), Some(first)) = (bench.subject(finding), facts.sequence.first_ask) else { return Vec::new() };
    let set = |at: usize, cta: Cta| Edit::SetMoment { id: facts.card(at).moment.id, change: MomentChange::Cta(Some(cta)) };
    let soften: Vec<Edit> = hard(facts, first).map(|at| set(at, Cta::Soft)).collect();
    let opening = facts.drops.iter().position(|drop| drop.asks.contains(&at));
    let next = opening.and_then(|drop| facts.drops.get(drop + 1)).map(crate::analysis::drops::Drop::first);
    let mut drafts = Vec::new();
    if let Some(next) = next.filter(|next| !facts.card(*next).is_hard() && facts.card(*next).moment.kind.is_ask()) {
        let edits = soften.iter().cloned().chain([set(next, Cta::Hard)]).collect();
        drafts.push(Draft::suggested(say::fix_harden_next(facts.title(next)), edits));
    }
    drafts.push(Draft::suggested(findings::fix_soften(), soften));
    drafts
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{fixed, found, found_strict, said};

    #[test]
    fn a_hard_opening() {
        assert_eq!(found_strict("new: A0 V4 K9 P14(hard)"), "ASK-02");
        assert_eq!(found("new: A0 V4 K9 P14(hard)"), "", "a matter of taste");
        assert_eq!(found_strict("new: A0 V4 K9 P14 S16 S20 P24(b,hard)"), "", "a later one");
        assert_eq!(found_strict("new: A0 V4 K9 P14(hard,embedded)"), "");
        assert_eq!(found_strict("warm: A0 V4 K9 P14(hard)"), "");
        assert_eq!(found_strict("new slot: O-7 P0(hard)"), "");
        assert_eq!(found_strict("new launch: A0 V4 K9 P14(hard)"), "", "a sale week");
        assert_eq!(found_strict("new event: A0 V4 K9 P14(hard)"), "ASK-02");
        assert_eq!(found_strict("new: P14(hard)"), "PBR-01", "the larger finding says it");
        assert_eq!(found_strict("new: A0 V4 K9 P14 P14(hard)"), "ASK-02", "both open the lane");
        assert_eq!(found_strict("new: A0 V4 K9 P14(10:00) P14(hard,18:00)"), "", "times decide");
    }

    #[test]
    fn how_it_is_said_and_mended() {
        let hard = "new: A0 V4 K9 P14(hard)";
        assert_eq!(said(hard, "ASK-02"), "Maja’s first ask is a hard one: Trail Jacket. A softer first mention leaves room.");
        let code = "new: A0 V4 K9 D14(hard)";
        assert_eq!(said(code, "ASK-02"), "Maja’s first ask is a code. A softer first mention leaves room.");
        assert_eq!(fixed(hard, "ASK-02"), ["Soften the call to action →"]);
        assert_eq!(
            fixed("new: A0 V4 K9 P14(hard) S16 S20 P24(b)", "ASK-02"),
            ["Leave the hard call to action to “Summer code” →", "Soften the call to action →"]
        );
        // Two cards would have to lie between, so the code cannot move.
        assert_eq!(fixed("new: A0 V4 K9 P14(hard) S16 P24(b)", "ASK-02"), ["Soften the call to action →"]);
    }
}
