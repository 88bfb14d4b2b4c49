//! PBR-12: a lane is marked established, and nothing is noted about it.

use super::define;
use crate::check::facts::LaneFacts;
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft};
use crate::check::sink::{Said, Sink};
use crate::edit::{Edit, LaneChange};
use crate::model::{Relationship, RelationshipStatus};
use crate::words::findings as say;

define! {
    "PBR-12" "exception-without-evidence" "Established, but nothing is noted";
    evidence Judgement;
    severity "Warning.";
    flags "A creator’s lane is marked established and its evidence is empty. The lane counts as warm until something is noted.";
    why "Established switches most rules off. Whoever reads the plan later has to see why.";
    evidence_text "Judgement: an escape that costs one line keeps its meaning.";
    against "None known: it asks for a note, not for another plan.";
    example "established: A0 V4 K9 P14";
    instead "established evidence: A0 V4 K9 P14";
    fix "Note one line or link, or set the status to warm.";
    exceptions "None: one line is enough.";
    settings "No limit of its own.";
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    let relationship = &facts.lane.relationship;
    let noted = relationship.evidence.iter().any(|line| !line.trim().is_empty());
    if facts.lane.is_creator() && relationship.status == RelationshipStatus::Established && !noted {
        let message = say::no_evidence(facts.name());
        let mut said = Said::new(Severity::Warning, Vec::new(), message, say::no_evidence_help(), say::no_evidence_clears());
        said.field = Some("relationship");
        sink.say(facts, said);
    }
}

fn fixes(bench: &mut Bench<'_>, _: &Finding) -> Vec<Draft> {
    let lane = bench.facts.lane;
    let warm = Relationship { status: RelationshipStatus::Warm, ..lane.relationship.clone() };
    vec![
        Draft::jump(say::fix_add_evidence(), "relationship"),
        Draft::suggested(say::fix_set_warm(), vec![Edit::SetLane { id: lane.id, change: LaneChange::Relationship(warm) }]),
    ]
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{fixed, found};

    #[test]
    fn no_evidence() {
        assert_eq!(found("established: S0"), "PBR-12", "asks or not");
        assert_eq!(found("owner: S0"), "");
        assert_eq!(fixed("established: A0 V4 K9 P14", "PBR-12"), ["Add evidence → relationship", "Set the status to warm →"]);
    }

    #[test]
    fn near_misses() {
        assert_eq!(found("established evidence: S0"), "");
        assert_eq!(found("warm: S0"), "");
        assert_eq!(found("established slot: P0"), "PBR-01 PBR-12", "a slot, too");
    }
}
