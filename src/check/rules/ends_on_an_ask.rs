//! ASK-05: nothing comes after the last ask.

use super::define;
use crate::analysis::order::{Before, Placed, Position, before};
use crate::check::facts::LaneFacts;
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft};
use crate::check::sink::{Said, Sink};
use crate::model::Kind;
use crate::words::{asks as say, findings};

define! {
    "ASK-05" "ends-on-an-ask" "The lane ends on an ask";
    evidence Judgement;
    severity "Hint.";
    flags "The last card about the brand in a creator's lane is a dedicated ask that carries no value, story or community. A placement that is not noted counts as dedicated. Where another card may be the last one, because it stands on the same day without times or has no date, the lane has the benefit of the doubt. PBR-01 and PBR-08 hide it.";
    why "A relationship that stops at the purchase was about the purchase. What came of it is what is remembered.";
    evidence_text "Judgement, after an article's point that a relationship is built over months and years.";
    against "Nobody has measured what a closing card does, and a campaign that goes on closes later.";
    example "new ends: A0 V4 K9 P14";
    instead "new ends: A0 V4 K9 P14 I21";
    fix "Add a card a week later that shows what came of it, or a community story.";
    exceptions "A plan that shows only a part: mark the campaign as one that goes on. Where neither that nor a last day of the campaign is noted nobody has said that anything ends, so the rule is silent and listed as not checked. Recurring slots and lanes of a single card are left out.";
    settings "No limit of its own.";
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    if facts.campaign.continues || !facts.lane.is_creator() || facts.is_slot() || facts.sequence.cards.len() < 2 {
        return;
    }
    let Some(at) = last(facts) else { return };
    if facts.campaign.end.is_none() {
        return sink.not_checked(facts, say::end_unset());
    }
    let message = say::ends(facts.name(), facts.ask_name(at));
    sink.say(facts, Said::new(Severity::Hint, vec![at], message, say::ends_help(), say::ends_clears()));
}

/// The last card of a lane, where every card about the brand that may be the last one is nothing but an ask.
fn last(facts: &LaneFacts<'_>) -> Option<usize> {
    let bare = |card: &Placed<'_>| card.is_dedicated_ask() && !card.roles.value();
    let mut last: Option<(usize, Position)> = None;
    for (at, card) in facts.sequence.cards.iter().enumerate().rev().filter(|(_, card)| card.brand) {
        let group = last.filter(|(_, position)| position.same_kind(card.position));
        if group.is_some_and(|(_, position)| before(card.position, position) == Before::Yes) {
            continue;
        }
        if !bare(card) {
            return None;
        }
        if group.is_none() {
            last = Some((at, card.position));
        }
    }
    last.map(|(at, _)| at)
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let Some(at) = bench.subject(finding) else { return Vec::new() };
    let after = bench.soon(bench.beside(at, 7));
    vec![
        Draft::safe(say::fix_add_impact(), vec![bench.add(Kind::Impact, after)]),
        Draft::safe(findings::fix_add_community(), vec![bench.add(Kind::Community, after)]),
    ]
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{fixed, found, said};

    #[test]
    fn the_last_card() {
        assert_eq!(found("new ends: A0 V4 K9 P14"), "ASK-05");
        assert_eq!(found("new: A0 V4 K9 P14"), "", "the campaign goes on");
        assert_eq!(found("new ends: A0 V4 K9 P14 T20"), "", "a teaser is no ask");
        assert_eq!(found("new ends: A0 V4 K9 P14 N20"), "ASK-05", "an organic card that does not name the brand");
        assert_eq!(found("new ends: A0 V4 K9 P14 N20(brand)"), "");
        assert_eq!(found("new ends: A0 V4 K9 PK14"), "", "it carries a story");
        assert_eq!(found("new ends: A0 V4 K9 P14(embedded)"), "");
        assert_eq!(found("new slot ends: O-7 P0(none) P14(none)"), "");
        assert_eq!(found("established evidence ends: P14"), "", "a single card");
        assert_eq!(found("established evidence ends: P14 S9"), "ASK-05");
        assert_eq!(found("new ends: P14 T0"), "PBR-01", "the larger finding says it");
    }

    #[test]
    fn nobody_said_that_it_ends() {
        let mut campaign = crate::check::trial::plan("new ends: A0 V4 K9 P14");
        assert_eq!(crate::check::trial::codes_strict(&campaign), "ASK-05");
        campaign.end = None;
        assert_eq!(crate::check::trial::codes_strict(&campaign), "");
        let report = crate::check::check(&campaign, &crate::check::Options::default());
        assert!(report.not_checked.iter().any(|not| not.code == "ASK-05"));
    }

    #[test]
    fn what_may_be_the_last_card() {
        assert_eq!(found("new ends: A0 V4 K9 P14 S14"), "", "on the same day");
        assert_eq!(found("new ends: A0 V4 K9 P14(10:00) S14(09:00)"), "ASK-05", "times decide");
        assert_eq!(found("new ends: A0 V4 K9 P14 T?"), "", "a card without a date may close it");
        assert_eq!(found("new ends: A#1 V#2 K#3 P#4"), "ASK-05 PBR-11");
        assert_eq!(found("new ends: A0 V4 K9 P?"), "PBR-10", "the community story may come later");
    }

    #[test]
    fn how_it_is_said_and_mended() {
        let ends = "new ends: A0 V4 K9 P14";
        assert_eq!(said(ends, "ASK-05"), "Maja’s lane stops at Trail Jacket. Nothing closes the story.");
        assert_eq!(fixed(ends, "ASK-05"), ["Add what came of it →", "Add a community story →"]);
        // Long past: the closing card comes from today on.
        assert_eq!(fixed("new ends: A-90 V-80 K-70 P-60", "ASK-05"), ["Add what came of it →", "Add a community story →"]);
        assert_eq!(
            fixed("new ends: A#1 V#2 K#3 P#4", "ASK-05"),
            ["Add what came of it → PBR-11", "Add a community story → PBR-11"]
        );
    }
}
