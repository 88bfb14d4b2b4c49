//! PBR-13: an established relationship that the audience has not seen for long, or that was broken and repaired.

use super::define;
use crate::check::facts::{Faded, LaneFacts};
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft, shift};
use crate::check::sink::{Said, Sink, exactly};
use crate::model::{Kind, RelationshipStatus};
use crate::words::{counts, findings as say};

define! {
    "PBR-13" "exception-gone-stale" "Not seen together for long";
    evidence B;
    severity "Warning. The lane counts as warm.";
    flags "An established lane whose first ask comes longer after the two were last seen together than the plan allows. A card before the ask that shows them together counts as seen. After a repair card, of the lane or on the brand’s channel: fewer than two days that give something lie between it and the first ask. Where nobody noted when they were last seen, the rule is listed as not checked.";
    why "What the audience remembers fades; what was broken has to be shown again before it carries an ask.";
    evidence_text "Effects of advertising last six to nine months on average (Leone, 1995: one study over many brands); the default is the lower end. A repair card is the one card that can make a lane’s findings graver: it is news about a broken promise, not a gift.";
    against "The spread around the average is wide, other estimates are weeks rather than months, and a strong tie may outlast both. That old trust does not carry over a broken promise is judgement.";
    example "established evidence seen-400: P0" and "PBR-01";
    instead "established evidence seen-400: O-7 P0";
    fix "Add a short re-introduction a week before, or note when they were seen since, which only a person can know. After a repair, add two cards that give something.";
    exceptions "They were seen since: update the last day seen. A repair on another creator’s lane is between that creator and the audience and does not count here; a lane depends on another only through the brand’s channel. Where both are true, the repair is what the finding says.";
    settings "After how many days a relationship has to be shown again." reads "stale_days";
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    let Some(at) = facts.sequence.first_ask.filter(|_| facts.lane.is_creator()) else { return };
    let relationship = &facts.lane.relationship;
    match facts.faded {
        Some(Faded::Silence { seen, days }) => {
            // A month is a twelfth of a year; 180 days are six.
            let months = counts::months((f64::from(days) * 12.0 / 365.25).round() as usize);
            let message = say::stale(facts.name(), facts.brand_name(), months, facts.ask_name(at));
            let mut said = Said::new(Severity::Warning, vec![at], message, say::stale_help(), say::stale_clears());
            said.threshold = Some("stale_days");
            said.facts = vec![say::fact_seen(seen)];
            said.field = Some("relationship");
            sink.say(facts, said);
        }
        Some(Faded::Repair(repair)) => {
            let message = say::after_repair(facts.ask_name(at), facts.brand_name());
            let mut said = Said::new(Severity::Warning, vec![at], message, say::after_repair_help(), say::after_repair_clears());
            said.title = Some(say::after_repair_title());
            said.facts = vec![say::fact_repair(exactly(repair))];
            sink.say(facts, said);
        }
        None => {
            let dated = facts.card(at).position.date().is_some();
            if relationship.status == RelationshipStatus::Established && dated && relationship.last_visible.is_none() {
                sink.not_checked(facts, say::last_visible_unset());
            }
        }
    }
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let Some(at) = bench.subject(finding) else { return Vec::new() };
    if matches!(bench.facts.faded, Some(Faded::Repair(_))) {
        let mut taken = Vec::new();
        let mut edits = Vec::new();
        for kind in [Kind::Community, Kind::Story] {
            let Some(when) = bench.before_ask(at, &taken) else { break };
            taken.push(when);
            edits.push(bench.add(kind, when));
        }
        return vec![Draft::safe(say::fix_give(2), edits)];
    }
    let when = bench.free(shift(bench.facts.card(at).moment.when, -7), 1);
    vec![
        Draft::safe(say::fix_reintroduce(), vec![bench.add(Kind::Origin, when)]),
        Draft::jump(say::fix_last_visible(), "relationship"),
    ]
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::check::trial::{fixed, found, found_in, plan};
    use crate::model::LaneKind;

    #[test]
    fn stale() {
        assert_eq!(found("established evidence seen-180: P0"), "");
        assert_eq!(found("established evidence seen-181: P0"), "PBR-01 PBR-13");
        assert_eq!(found("established evidence seen-181: V-3 P0"), "", "shown together again");
        assert_eq!(
            fixed("established evidence seen-400: P14", "PBR-13"),
            ["Add a re-introduction →", "Update when last seen → relationship"]
        );
        assert_eq!(fixed("established evidence: R0 P9", "PBR-13"), ["Add 2 cards that give something →"]);
    }

    #[test]
    fn whose_repair_it_is() {
        let mut campaign = plan("established evidence friend: P9");
        let repair = Arc::clone(&plan("established evidence: P9 R0").lanes[0].moments[1]);
        Arc::make_mut(&mut campaign.lanes[1]).moments.push(repair);
        assert_eq!(found_in(&campaign), "", "another creator repaired something");
        Arc::make_mut(&mut campaign.lanes[1]).kind = LaneKind::Brand;
        assert_eq!(found_in(&campaign), "PBR-01 PBR-13", "the brand did");
    }

    #[test]
    fn only_what_is_established_fades() {
        assert_eq!(found("warm evidence seen-400: P0"), "PBR-01");
        assert_eq!(found("owner seen-400: P0"), "PBR-01");
        assert_eq!(found("established evidence seen-400: S0"), "", "without an ask nothing rests on it");
        assert_eq!(found("established evidence: P0"), "", "nobody noted when they were last seen");
        assert_eq!(found("established seen-400: P0"), "PBR-01 PBR-12 PBR-13");
        assert_eq!(found("established evidence seen-181: T-3 P0"), "PBR-01 PBR-13", "a teaser shows nobody");
    }

    #[test]
    fn after_a_repair() {
        assert_eq!(found("established evidence: R0 S5 P9"), "PBR-02 PBR-03 PBR-13", "one day is too few");
        assert_eq!(found("established evidence: R0 S5 K5 P9"), "PBR-02 PBR-03 PBR-13", "two cards of one day are one day");
        assert_eq!(found("established evidence: R0 S5 K6 P9"), "");
        assert_eq!(found("established evidence: R0 A5 T6 P9"), "PBR-03 PBR-13", "what only announces gives nothing");
        assert_eq!(
            found("established evidence: R0 S0 K6 P9"),
            "PBR-02 PBR-03 PBR-13",
            "what is given on that day answers nothing"
        );
        assert_eq!(found("established evidence: P0 R5"), "", "the ask came before");
        assert_eq!(found("established evidence: S-9 K-5 R0 S3 R6 S8 P9"), "PBR-02 PBR-03 PBR-13", "the last repair counts");
        assert_eq!(found("new: A-9 V-4 K-2 R0 P9"), "", "a new lane claims no old trust");
    }
}
