//! PBR-14: after a long silence the creator comes back with an ask.

use super::define;
use crate::check::facts::{LaneFacts, Standing};
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft, shift};
use crate::check::sink::{Said, Sink};
use crate::edit::Edit;
use crate::model::Kind;
use crate::words::{self, counts, findings as say};

define! {
    "PBR-14" "cold-relaunch" "A long silence, then an ask";
    evidence B;
    severity "New and warm: warning where the returning ask is hard, else hint. Owner and established: hint. Off in a recurring slot and where the creator’s usual posts per week are noted.";
    flags "Longer without a card about the brand than the plan allows, and then an ask that carries no value, story, community, invitation or origin, with no other card that day. Cards without a day are not looked at.";
    why "The audience hears nothing for a season, and the first word is a request.";
    evidence_text "Effects last six to nine months on average (Leone, 1995: one study over many brands), and forgetting begins after about three weeks (Aravindakshan and Naik, 2011: one study). Where the line lies is judgement.";
    against "A product post that carried a community story sold out after four quiet months in 2019, which is why such asks are exempt: one case, press reports. Seasonal brands are quiet on purpose.";
    example "new: A0 V5 K10 P20 S30 S35 P150(c,hard)";
    instead "new: A0 V5 K10 P20 S30 S35 S143 P150(c,hard)";
    fix "Add a story a week before, let the ask carry a community story, or keep the lane warm with light cards in between.";
    exceptions "Seasonal brands: raise the number of quiet days for the plan. Creators who post much of their own: note the posts per week on the lane.";
    settings "How many quiet days make a return a cold one, and how far apart the cards are that keep a lane warm." reads "silence_days", "keep_warm_days";
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    if !facts.lane.is_creator() || facts.is_slot() || facts.lane.organic_per_week.is_some() {
        return;
    }
    if facts.sequence.is_order_only() {
        if facts.sequence.first_ask.is_some() {
            sink.not_checked(facts, say::order_only_unchecked());
        }
        return;
    }
    let silence = i32::from(facts.limits().silence_days);
    let cards = &facts.sequence.cards;
    let mut last: Option<usize> = None;
    for (at, card) in cards.iter().enumerate().filter(|(_, card)| card.brand && card.position.day_number().is_some()) {
        let quiet = last.replace(at).and_then(|last| card.position.days_since(cards[last].position));
        let Some(days) = quiet.filter(|days| *days > silence && card.ask) else { continue };
        let carries = card.roles.any(&[Kind::Values, Kind::Community, Kind::Story, Kind::Engage, Kind::Origin]);
        let beside =
            |place: Option<usize>| place.and_then(|at| cards.get(at)).is_some_and(|other| other.position.same_day(card.position));
        if carries || beside(at.checked_sub(1)) || beside(Some(at + 1)) {
            continue;
        }
        let cold = matches!(facts.standing, Standing::New | Standing::Warm { .. });
        let severity = if cold && card.is_hard() { Severity::Warning } else { Severity::Hint };
        let message = say::cold(
            counts::quiet_days(usize::try_from(days).unwrap_or(0)),
            facts.name(),
            facts.ask_name(at),
            facts.when(card.position),
        );
        let mut said = Said::new(severity, vec![at], message, say::cold_help(), say::cold_clears());
        said.threshold = Some("silence_days");
        said.facts = vec![say::fact_quiet(days)];
        // A harder ask weighs more: that it was a soft one is what somebody accepted.
        said.facts.extend(card.is_hard().then(|| say::fact_hard().to_owned()));
        sink.say(facts, said);
    }
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let facts = bench.facts;
    let Some(at) = bench.subject(finding) else { return Vec::new() };
    let ask = facts.card(at);
    let warm_up = bench.free(shift(ask.moment.when, -7), 1);
    let mut drafts = vec![
        Draft::safe(say::fix_add_story(), vec![bench.add(Kind::Story, warm_up)]),
        Draft::suggested(
            say::fix_covers(facts.title(at), words::inside(words::names::kind("community"))),
            vec![bench.covers(at, Kind::Community)],
        ),
    ];
    let brand = |place: &usize| facts.card(*place).brand;
    let last = (0..at).rev().find(brand);
    let quiet = last.and_then(|last| ask.position.days_since(facts.card(last).position));
    // Two years at most: beyond that it is a new beginning.
    if let (Some(last), Some(days)) = (last, quiet.filter(|days| *days <= 730)) {
        let mut edits: Vec<Edit> = Vec::new();
        let apart = i32::from(facts.limits().keep_warm_days).max(1);
        for n in 1..=days / apart {
            let when = bench.free(bench.beside(last, apart * n), -1);
            edits.push(bench.add(Kind::Community, when));
        }
        drafts.push(Draft::safe(say::fix_keep_warm(), edits));
    }
    drafts
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{fixed, found, weighed};

    #[test]
    fn cold() {
        assert_eq!(found("new: A0 V4 K9 P14 S20 S22 P112(b,hard)"), "", "ninety days are not more than ninety");
        assert_eq!(found("new: A0 V4 K9 P14 S20 S22 P113(b,hard)"), "PBR-14");
        assert_eq!(found("new: A0 V4 K9 P14 S20 S22 T60 P113(b,hard)"), "");
        assert_eq!(
            fixed("new: A0 V4 K9 P14 S20 S22 P113(b,hard)", "PBR-14"),
            ["Add a story →", "Count “Summer code” as community story, too →", "Keep the lane warm →"]
        );
    }

    #[test]
    fn weights_and_exemptions() {
        let lane = "A0 V4 K9 P14 S20 S22";
        assert_eq!(weighed(&format!("new: {lane} P113(b,hard)")), "PBR-14 warning");
        assert_eq!(weighed(&format!("new: {lane} P113(b)")), "PBR-14 hint");
        assert_eq!(weighed(&format!("warm: {lane} P113(b,hard)")), "PBR-14 warning");
        assert_eq!(weighed(&format!("owner: {lane} P113(b,hard)")), "PBR-14 hint");
        assert_eq!(weighed(&format!("established evidence: {lane} P113(b,hard)")), "PBR-14 hint");
        assert_eq!(weighed(&format!("new organic-1: {lane} P113(b,hard)")), "");
        for role in ["V", "K", "S", "G", "O"] {
            assert_eq!(weighed(&format!("new: {lane} P{role}113(b,hard)")), "", "{role}");
        }
        for role in ["E", "I", "A"] {
            assert_eq!(weighed(&format!("new: {lane} P{role}113(b,hard)")), "PBR-14 warning", "{role}");
        }
        assert_eq!(weighed(&format!("new: {lane} N113 P113(b,hard)")), "", "another card that day");
        assert_eq!(
            weighed(&format!("new: {lane} N100 P113(b,hard)")),
            "PBR-14 warning",
            "an organic card is not about the brand"
        );
        assert_eq!(weighed(&format!("new: {lane} N100(brand) P113(b,hard)")), "");
        assert_eq!(weighed(&format!("new: {lane} S113 P120(b,hard)")), "", "a story comes back first");
    }
}
