//! PBR-06: everything a run-up needs is there, but on one day.

use super::define;
use crate::check::facts::{LaneFacts, Opening, Standing};
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft};
use crate::check::sink::{Said, Sink};
use crate::edit::{Edit, MomentChange};
use crate::model::Kind;
use crate::words::findings as say;

define! {
    "PBR-06" "thin-run-up" "The run-up is a single touch";
    evidence A;
    severity "New: hint. Everything else: off.";
    flags "Background, value and community come before the first ask or on its day, but what stands before that day stands on fewer days than the plan asks for. Silent while PBR-02, 03 or 04 speak, where the brand’s own channel announced as well, and while a card that could come earlier has no date.";
    why "Most followers miss any one post. What is seen once and then asked for was hardly seen.";
    evidence_text "Spaced contact beats massed contact for attitude (Schmidt and Eisend, 2015: a meta-analysis, strong). How many days are enough is judgement.";
    against "Massed contact is better for recall, and one strong film may do what two posts do.";
    example "new: AVK0 P14";
    instead "new: AV0 K5 P14";
    fix "Add a story midway, or split the card.";
    exceptions "A large event that everybody sees at once: accept the finding.";
    settings "How many distinct days with cards that prepare the first ask a run-up needs." reads "min_value_before";
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    let Some(at) = facts.first_of_arc() else { return };
    if facts.sequence.is_order_only() {
        return sink.not_checked(facts, say::order_only_unchecked());
    }
    let minimum = usize::from(facts.limits().min_value_before);
    let days = facts.run_up_days();
    let unplaced = facts.benefit() && !facts.run_up.unplaced.is_empty();
    let announced = facts.announced().next().is_some();
    // Said only of what is there, also where the rules for what is missing are turned off.
    let whole = facts.has_before(&[Kind::Announcement, Kind::Origin])
        && facts.has_by_then(&[Kind::Values])
        && facts.has_by_then(&[Kind::Community, Kind::Engage]);
    if !whole || announced || facts.standing != Standing::New || facts.opening != Opening::Prepared || days >= minimum || unplaced
    {
        return;
    }
    let Some(first) = facts.run_up.earlier.first().copied() else { return };
    let (start, ask) = (facts.when(facts.card(first).position), facts.when(facts.card(at).position));
    let carries = |kind: Kind| facts.run_up.earlier.iter().any(|at| facts.card(*at).roles.any(&[kind]));
    let all_three = [Kind::Announcement, Kind::Values, Kind::Community].into_iter().all(carries);
    let message = match (facts.run_up.earlier.len(), days) {
        (1, _) if all_three => say::thin_one_post(start, ask),
        (1, _) => say::thin_post(start, ask),
        (_, 1) if all_three => say::thin_one_day(start, ask),
        (_, 1) => say::thin_day(start, ask),
        _ => say::thin_days(days, ask, minimum),
    };
    let mut said = Said::new(Severity::Hint, vec![at, first], message, say::thin_help(), say::thin_clears());
    said.threshold = Some("min_value_before");
    said.facts = vec![say::fact_run_up_days(days)];
    sink.say(facts, said);
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let (Some(at), Some(first)) = (bench.subject(finding), bench.nth(finding, 1)) else { return Vec::new() };
    let Some(when) = bench.midway(first, at) else { return Vec::new() };
    let mut drafts = vec![Draft::safe(say::fix_add_story(), vec![bench.add(Kind::Story, when)])];
    let moment = bench.facts.card(first).moment;
    if let Some((role, rest)) = moment.covers.split_last() {
        let less = Edit::SetMoment { id: moment.id, change: MomentChange::Covers(rest.to_vec()) };
        drafts.push(Draft::suggested(say::fix_split(), vec![less, bench.add(*role, when)]));
    }
    drafts
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{fixed, found, weighed};

    #[test]
    fn thin() {
        assert_eq!(found("new: AV0 K5 P14"), "");
        assert_eq!(found("new: AV0 P14"), "PBR-04", "what is missing is said first");
        assert_eq!(found("new brand-announced-2: AVK0 P14"), "");
        assert_eq!(fixed("new: AVK0 P14", "PBR-06"), ["Add a story →", "Split the card →"]);
    }

    #[test]
    fn days_on_both_sides_and_exemptions() {
        assert_eq!(weighed("new: AVK0 P14"), "PBR-06 hint");
        assert_eq!(weighed("new: A0 VK0 P14"), "PBR-06 hint", "two cards of one day");
        assert_eq!(weighed("new: A0 VK1 P14"), "");
        for words in ["warm", "owner", "established evidence", "new slot"] {
            assert_eq!(weighed(&format!("{words}: AVK0 P14(embedded)")), "", "{words}");
        }
        assert_eq!(weighed("new: AVK0 S? P14"), "PBR-10 hint", "the other card may come earlier");
        assert_eq!(weighed("new: AVK0 S? P14(scheduled)"), "PBR-06 hint, PBR-10 hint", "a plan that is final gets no doubt");
        assert_eq!(weighed("new: AVK#1 P#2"), "PBR-11 hint", "an order knows no days");
    }
}
