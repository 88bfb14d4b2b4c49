//! PBR-04: the run-up to the first ask is all the creator.

use super::define;
use crate::check::facts::{LaneFacts, Standing};
use crate::check::finding::{Finding, Missing, Severity};
use crate::check::fix::{Bench, Draft, shift};
use crate::check::sink::{Said, Sink};
use crate::model::Kind;
use crate::words::findings as say;

define! {
    "PBR-04" "no-community-before-product" "No community voice before the ask";
    evidence C;
    severity "New: hint. Everything else: off.";
    flags "No community story and no invitation to take part comes before the first ask or on its day, and the ask itself carries none.";
    why "Someone who is not the creator shows that the value holds for people like the audience.";
    evidence_text "For this exact place in the sequence there is one article’s claim (The Drum, 2019): judgement. For stories in general, being carried along changes belief (van Laer and colleagues, 2014: a meta-analysis with 132 effect sizes, strong).";
    against "Experts and business audiences may not miss it. No study isolates this place in the sequence, which is why it never weighs more than a hint.";
    example "new: A0 V5 P14";
    instead "new: A0 V4 K9 P14";
    fix "Add a community story five days before the ask. Turning an invitation into a call for the audience’s own posts is not offered: with an invitation before the ask the rule is silent.";
    exceptions "Experts and trade products, where the creator’s own word is the point: accept the finding, or turn the rule off for the plan.";
    settings "No limit of its own.";
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    let Some(at) = facts.first_of_arc() else { return };
    if facts.standing != Standing::New || facts.has_by_then(&[Kind::Community, Kind::Engage]) {
        return;
    }
    let ask = facts.ask_name(at);
    // Where only the brand's channel announced, nothing of the run-up is the creator's.
    let run_up = &facts.run_up;
    let own = run_up.earlier.iter().chain(&run_up.tied).chain(&run_up.unplaced).next().is_some();
    let whose = if own { facts.name() } else { facts.brand_name() };
    let message = say::no_community(whose, facts.name(), &ask);
    let mut said = Said::new(Severity::Hint, vec![at], message, say::no_community_help(), say::no_community_clears());
    said.missing = Some(Missing { ask: ask.into_owned(), what: say::no_community_what(), line: say::no_community_line() });
    sink.say(facts, said);
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let Some(at) = bench.subject(finding) else { return Vec::new() };
    let when = bench.free(shift(bench.facts.card(at).moment.when, -5), 1);
    let place = if bench.in_time(when) { Some(when) } else { bench.between_today_and(at) };
    place.map(|when| Draft::safe(say::fix_add_community(), vec![bench.add(Kind::Community, when)])).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{fixed, found, weighed, worded};

    #[test]
    fn no_community() {
        assert_eq!(found("new: A0 V5 G9 P14"), "", "an invitation to take part counts");
        assert_eq!(found("warm: A0 V5 P14"), "");
        assert_eq!(fixed("new: A0 V5 P14", "PBR-04"), ["Add a community story →"]);
        assert_eq!(fixed("new: A0 V2 P4(published) P30", "PBR-04").len(), 1);
    }

    #[test]
    fn whose_run_up_it_is() {
        let hers = "hint: The run-up is all Maja. A story from someone in Maja’s community would come before Trail Jacket.";
        assert_eq!(worded("new: A0 V5 P14", "PBR-04"), hers);
        let brands =
            "hint: The run-up is all Northwind. A story from someone in Maja’s community would come before Trail Jacket.";
        assert_eq!(worded("new brand-announced-0: P14", "PBR-04"), brands);
    }

    #[test]
    fn near_misses_and_weights() {
        assert_eq!(weighed("new: A0 V5 P14"), "PBR-04 hint");
        assert_eq!(found("new: A0 V5 PK14"), "", "the ask carries one");
        assert_eq!(found("new: A0 V5 K14 P14"), "", "on its day");
        assert_eq!(found("new: A0 VK5 P14"), "", "told inside another card");
        assert_eq!(found("new: A0 V5 P14 K15"), "PBR-04", "after the ask");
        for words in ["warm", "owner", "established evidence", "new slot"] {
            assert_eq!(found(&format!("{words}: A0 V5 P14(embedded)")), "", "{words}");
        }
    }
}
