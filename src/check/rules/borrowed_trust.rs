//! PBR-08: a new creator asks first, because others have history with the brand.

use super::define;
use crate::check::facts::{LaneFacts, Opening};
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft, shift};
use crate::check::sink::{Said, Sink, first_name};
use crate::model::Kind;
use crate::words::{self, findings as say};

define! {
    "PBR-08" "new-creator-on-borrowed-trust" "A newcomer asks on borrowed trust";
    evidence B;
    severity "Error, in the place of PBR-01, for new lanes only.";
    flags "The same as PBR-01 on a new lane while another creator's lane of the brand is established or its owner's. Lanes in one audience group are left out.";
    why "A tie belongs to one person. What one creator's audience has seen of the brand the other's has not.";
    evidence_text "Ties between audience and creator are personal; a meta-analysis over 120 samples finds them driven by likeness to that one person. That trust does not pass to a colleague is inferred from that.";
    example "new friend: P3";
    instead "new friend: A0 V4 K9 P14";
    fix "Add a run-up as for PBR-01, or a joint card in which the known creator introduces the new one.";
    exceptions "Duos and teams: give both lanes the same audience group. Nobody's trust is borrowed then, and PBR-01 speaks instead.";
    settings "None.";
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    let Some(at) = facts.sequence.first_ask else { return };
    if !facts.lane.is_creator() || facts.opening != Opening::AskFirst {
        return;
    }
    let borrowed = facts.borrowed();
    if borrowed.is_empty() {
        return;
    }
    let mut names: Vec<&str> = Vec::new();
    for name in borrowed.iter().filter_map(|other| other.creator).map(|id| first_name(facts.campaign, id)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.sort_unstable();
    let others = names.len().saturating_sub(3);
    let more = say::more(others);
    if others > 0 {
        names.truncate(3);
        names.push(&more);
    }
    let verb = if names.len() == 1 { say::has() } else { say::have() };
    let message = say::borrowed(words::list(&names), verb, facts.brand_name(), facts.name(), facts.ask_name(at));
    let mut said = Said::new(Severity::Error, vec![at], message, say::borrowed_help(), say::product_first_clears());
    let mut lanes: Vec<_> = borrowed.iter().map(|other| other.lane).collect();
    lanes.sort_unstable();
    said.facts = lanes.into_iter().map(say::fact_history).collect();
    sink.say(facts, said);
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let mut drafts = super::product_first::fixes(bench, finding);
    if let Some(at) = bench.subject(finding) {
        let when = bench.free(shift(bench.facts.card(at).moment.when, -7), 1);
        let joint = Draft::safe(say::fix_joint(), vec![bench.add(Kind::Announcement, when)]);
        drafts.insert(drafts.len().min(2), joint);
    }
    drafts
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{fixed, found};

    #[test]
    fn borrowed() {
        assert_eq!(found("new friend: P14"), "PBR-08");
        assert_eq!(found("new friend: A0 P14"), "PBR-03 PBR-04");
        assert_eq!(
            fixed("new friend: P14", "PBR-08"),
            [
                "Add a run-up →",
                "Add a joint announcement → PBR-03 PBR-04",
                "Park in ideas →",
                "Record an existing relationship → relationship",
            ]
        );
    }
}
