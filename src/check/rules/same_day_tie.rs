//! PBR-09: the only run-up stands on the day of the first ask.

use super::define;
use crate::analysis::order::Position;
use crate::check::facts::{LaneFacts, Opening, Standing};
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft};
use crate::check::sink::{Said, Sink};
use crate::model::Kind;
use crate::words::findings as say;

define! {
    "PBR-09" "same-day-tie" "Announced and asked on the same day";
    evidence Judgement;
    severity "New: warning. Warm: warning, hint where something is noted about the relationship. Owner: hint. Established and slot: off.";
    flags "What prepares the first ask stands on the same day, and times do not say which comes first; also while another card has no date, which PBR-10 says. Silent where the brand’s own channel announced by then: PBR-05 counts the days from there.";
    why "Published together, the reason for the partnership reads as part of the ad.";
    evidence_text "Judgement: nobody can tell the order, so the checker names it instead of guessing. A warm relationship with evidence gets a hint, as for PBR-05.";
    against "A single well-told post can announce and ask. Nobody has measured it.";
    example "new: AVK0 P0";
    instead "new: AV0 K4 P7";
    fix "Move the ask a week, or as far as the plan’s minimum where that is more; or set times if there is an order already. Merging the two into one card is not offered: it would leave nothing before the ask, and delete words.";
    exceptions "A live event in which the reason comes first: set times.";
    settings "How far the ask moves, where that is more than a week." reads "min_lead_days";
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    let Some(at) = facts.first_of_arc() else { return };
    let Some(severity) = facts.tie_severity() else { return };
    if facts.opening != Opening::Tie {
        return;
    }
    let Some(tied) = facts.run_up.tied.first().copied() else { return };
    let (reason, ask, position) = (facts.title(tied), facts.ask_name(at), facts.card(at).position);
    let message = match position {
        Position::Order(_) if facts.card(tied).roles.any(&[Kind::Announcement]) => {
            say::tie_in_order(reason, ask, facts.when(position))
        }
        Position::Order(_) => say::tie_in_order_other(reason, ask, facts.when(position)),
        _ if [tied, at].iter().any(|at| facts.card(*at).moment.time.is_some()) => {
            say::tie_times(reason, ask, facts.when(position))
        }
        _ if facts.card(tied).roles.any(&[Kind::Announcement]) => say::tie(reason, ask, facts.when(position)),
        _ => say::tie_other(reason, ask, facts.when(position)),
    };
    let mut said = Said::new(severity, vec![at, tied], message, say::tie_help(), say::tie_clears());
    said.field = Some("time");
    sink.say(facts, said);
}

impl LaneFacts<'_> {
    /// How much a tie weighs here; `None` where it is fine.
    pub(in crate::check) fn tie_severity(&self) -> Option<Severity> {
        match self.standing {
            Standing::New | Standing::Warm { evidence: false } => Some(Severity::Warning),
            Standing::Warm { evidence: true } | Standing::Owner { .. } => Some(Severity::Hint),
            Standing::Established => None,
        }
    }
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let Some(at) = bench.subject(finding) else { return Vec::new() };
    if bench.facts.card(at).position.day_number().is_none() {
        let later = bench.shifted_from(at, 1).map(|edits| Draft::suggested(say::fix_ask_place_later(), edits));
        return later.into_iter().collect();
    }
    // Less than the plan's minimum would only exchange this finding for PBR-05.
    let days = bench.days_later(at, i32::from(bench.facts.limits().min_lead_days).max(7));
    let later = bench.shifted_from(at, days).map(|edits| Draft::suggested(say::fix_ask_week_later(days), edits));
    later.into_iter().chain([Draft::jump(say::fix_set_times(), "time")]).collect()
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{fixed, found, weighed, worded};

    #[test]
    fn same_day() {
        assert_eq!(found("new: AVK0(09:00) P0(10:00)"), "PBR-05 PBR-06");
        assert_eq!(found("new: AVK0(09:00) P0"), "PBR-09", "one time alone decides nothing");
        assert_eq!(fixed("new: AVK0 P0", "PBR-09"), ["Move the ask 7 days later → PBR-06", "Set times → time"]);
        assert_eq!(fixed("new: AVK#1 P#1", "PBR-09"), ["Move the ask one place later → PBR-11"]);
    }

    #[test]
    fn how_it_is_said() {
        let place = "warning: Values story and Trail Jacket are both at position 1. Published together, they read as one ad.";
        assert_eq!(worded("new: V#1 P#1", "PBR-09"), place);
        let announced = "warning: Announcement and Trail Jacket are both at position 1. Published together, the announcement reads as part of the ad.";
        assert_eq!(worded("new: A#1 P#1", "PBR-09"), announced);
        let one_time = "warning: Announcement and Trail Jacket are both on 1 Mar, and no times say which comes first. Published together, they read as one ad.";
        assert_eq!(worded("new: A0 P0(10:00)", "PBR-09"), one_time);
    }

    #[test]
    fn near_misses_and_weights() {
        assert_eq!(weighed("new: AVK0 P0"), "PBR-09 warning");
        assert_eq!(weighed("warm: AVK0 P0"), "PBR-09 warning");
        assert_eq!(weighed("warm evidence: AVK0 P0"), "PBR-09 hint");
        assert_eq!(weighed("owner: AVK0 P0"), "PBR-09 hint");
        assert_eq!(weighed("established evidence: AVK0 P0"), "");
        assert_eq!(weighed("new slot: AVK0 P0(embedded)"), "");
        assert_eq!(found("new: AVK0(10:00) P0(10:00)"), "PBR-09", "one time for both decides nothing");
        assert_eq!(found("new: T0 P0"), "PBR-01", "a teaser is no run-up");
        assert_eq!(found("new: A? V0 P0"), "PBR-09 PBR-10", "the tie is there, whatever the other card does");
        assert_eq!(found("new brand-announced-0: AVK0 P0"), "PBR-05", "the brand’s channel announced that day");
        assert_eq!(found("new: S-9 AVK0 P0"), "PBR-06", "the run-up began before");
        assert_eq!(found("new brand-announced--9: AVK0 P0"), "", "the brand’s channel did");
    }
}
