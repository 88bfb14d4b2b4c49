//! PBR-08: a new creator asks first, because others have history with the brand.

use std::borrow::Cow;

use super::define;
use crate::check::facts::{LaneFacts, Opening};
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft, moved_by, shift};
use crate::check::sink::{Said, Sink};
use crate::model::{Kind, When};
use crate::words::{self, findings as say};

define! {
    "PBR-08" "new-creator-on-borrowed-trust" "A newcomer asks on borrowed trust";
    evidence B;
    severity "Error, in the place of PBR-01, for new lanes only.";
    flags "Somebody new to the brand begins with an ask, and only a colleague has a history with it. It stands in the place of PBR-01 (an ask before anything else) on a lane that is new, while another creator’s lane of the brand is established or its owner’s. The status of that lane counts as it is recorded, whatever other rules say of it. Lanes in one audience group are left out, and so is a lane that names no creator: a tie belongs to a person. Turned off for a plan, PBR-01 speaks in its place.";
    why "A tie belongs to one person. What one creator’s audience has seen of the brand the other’s has not.";
    evidence_text "Ties between audience and creator are personal: they go with likeness to that one person (Tukachinsky, Walter and Saucier, 2020: a meta-analysis over 120 samples, strong but mostly correlational). That such trust does not pass to a colleague is inferred from that.";
    against "Audiences of a duo or a team overlap, and a recommendation by somebody they know can open a door; no study was found that measures how far.";
    example "new friend: P3";
    instead "new friend: A0 V4 K9 P14";
    fix "Put the ask last or add a run-up as for PBR-01; copy the known creator’s run-up as drafts, as far before the ask as it was there; add a joint card in which the known creator introduces the new one; move the ask after the next card that gives something; park it in ideas; or write down a relationship that exists already.";
    exceptions "Duos and teams: give both lanes the same audience group. Nobody’s trust is borrowed then, and PBR-01 speaks instead.";
    settings "No limit of its own.";
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
    let mut names: Vec<Cow<'_, str>> = Vec::new();
    let known = borrowed.iter().filter_map(|other| facts.campaign.creator(other.creator?));
    for name in known.map(|creator| facts.name_of(creator)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.sort_unstable();
    let others = names.len().saturating_sub(3);
    let more = say::more(others);
    if others > 0 {
        names.truncate(3);
        names.push(more.into());
    }
    let verb = if names.len() == 1 { say::has() } else { say::have() };
    let message = say::borrowed(words::list(&names), verb, facts.brand_name(), facts.name(), facts.ask_name(at));
    let mut said = Said::new(Severity::Error, vec![at], message, say::borrowed_help(), say::product_first_clears());
    // Who they are is theirs to change: as long as somebody has history, this lane's finding is the same.
    said.facts = vec![say::fact_history().to_owned()];
    sink.say(facts, said);
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let mut drafts = super::product_first::fixes(bench, finding);
    if let Some(at) = bench.subject(finding) {
        let when = bench.free(shift(bench.facts.card(at).moment.when, -7), 1);
        let joint = Draft::safe(say::fix_joint(), vec![bench.add(Kind::Announcement, when)]);
        let more = copied_run_up(bench, at).into_iter().chain([joint]);
        let place = drafts.len().min(2);
        drafts.splice(place..place, more);
    }
    drafts
}

/// Most cards that are copied: nobody looks over more in one step.
const MOST_COPIED: usize = 12;

/// Drafts of the kinds with which a known creator came to a first ask, each as long before the ask here as it was there.
fn copied_run_up(bench: &mut Bench<'_>, at: usize) -> Option<Draft> {
    let facts = bench.facts;
    let mut lanes: Vec<_> = facts.borrowed().iter().map(|other| other.lane).collect();
    lanes.sort_unstable();
    for lane in lanes.into_iter().filter_map(|id| facts.campaign.lane(id)) {
        let other = LaneFacts::of(facts.campaign, (&facts.config, facts.markets), facts.cross, lane);
        let Some(first) = other.first() else { continue };
        let cards = other.run_up.earlier.iter().map(|place| other.card(*place));
        let apart = cards.filter_map(|card| Some((card.moment, first.position.days_since(card.position)?)));
        let run_up: Vec<_> = apart.filter(|(_, days)| *days > 0).collect();
        if run_up.is_empty() {
            continue;
        }
        let when = facts.card(at).moment.when;
        let kept = run_up.iter().rev().take(MOST_COPIED).zip(1..);
        let edits = kept.map(|((moment, days), place)| {
            // An order knows no days: there the copies take the places before the ask.
            let apart = if matches!(when, When::Order(_)) { place } else { *days };
            bench.outline(moment, moved_by(when, -apart))
        });
        let edits = edits.collect();
        return Some(Draft::safe(say::fix_copy_run_up(other.name()), edits));
    }
    None
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::check::trial::{fixed, found, found_in, plan, weighed};
    use crate::check::{Options, check};
    use crate::model::{BrandId, Campaign, Creator, CreatorId, Id, Lane, LaneId, RelationshipStatus, RuleOff};

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

    /// A plan with one known creator per name, by default on established lanes.
    fn with_friends(names: &[&str]) -> Campaign {
        let mut campaign = plan("new: P14");
        for (n, name) in names.iter().enumerate() {
            let creator = Creator::new(CreatorId(Id::from_bits(100 + n as u64)), *name);
            let mut lane = Lane::of_creator(LaneId(Id::from_bits(200 + n as u64)), creator.id);
            lane.relationship.status = RelationshipStatus::Established;
            lane.relationship.evidence = vec!["Films".to_owned()];
            campaign.creators.push(Arc::new(creator));
            campaign.lanes.push(Arc::new(lane));
        }
        campaign
    }

    fn said(campaign: &Campaign) -> String {
        let findings = check(campaign, &Options::default()).findings;
        findings.into_iter().map(|finding| finding.message.to_string()).collect()
    }

    #[test]
    fn names_in_the_message() {
        let rest = "history with Northwind; Maja’s followers don’t share it. Maja’s first post is Trail Jacket.";
        assert_eq!(said(&with_friends(&["Sam Ode"])), format!("Sam has {rest}"));
        assert_eq!(said(&with_friends(&["Sam Ode", "Ali Can"])), format!("Ali and Sam have {rest}"));
        assert_eq!(said(&with_friends(&["Sam Ode", "Sam Orr"])), format!("Sam Ode and Sam Orr have {rest}"), "told apart");
        assert_eq!(said(&with_friends(&["D", "C", "B", "A"])), format!("A, B, C and 1 more have {rest}"));
    }

    #[test]
    fn whose_lane_lends() {
        let with = |change: &dyn Fn(&mut Lane)| {
            let mut campaign = with_friends(&["Sam Ode"]);
            change(Arc::make_mut(&mut campaign.lanes[1]));
            found_in(&campaign)
        };
        assert_eq!(with(&|lane| lane.relationship.status = RelationshipStatus::Owner), "PBR-08");
        assert_eq!(with(&|lane| lane.relationship.status = RelationshipStatus::Warm), "PBR-01");
        assert_eq!(with(&|lane| lane.relationship.evidence.clear()), "PBR-08", "as it is recorded");
        assert_eq!(with(&|lane| lane.brand = Some(BrandId(Id::from_bits(9)))), "PBR-01", "another brand");
        assert_eq!(with(&|lane| lane.creator = None), "PBR-01", "nobody’s trust");
        let mut campaign = with_friends(&["Sam Ode"]);
        for lane in &mut campaign.lanes {
            Arc::make_mut(lane).audience_group = Some("duo".to_owned());
        }
        assert_eq!(found_in(&campaign), "PBR-01", "one audience");
        let mut campaign = with_friends(&["Sam Ode"]);
        campaign.rules_off.push(RuleOff {
            rule: "PBR-08".to_owned(),
            by: "Kim".to_owned(),
            reason: "Known".to_owned(),
            unknown: crate::model::Unknown::default(),
        });
        assert_eq!(found_in(&campaign), "PBR-01", "turned off");
    }

    #[test]
    fn whose_trust_is_borrowed() {
        assert_eq!(weighed("new friend: P14"), "PBR-08 error");
        assert_eq!(weighed("warm friend: P14"), "PBR-01 warning", "only a newcomer borrows");
        assert_eq!(weighed("new slot friend: P14"), "PBR-01 hint");
        assert_eq!(weighed("founder friend: P14"), "PBR-01 hint");
        assert_eq!(found("new friend: AVK? P14"), "PBR-10", "the benefit of the doubt");
        assert_eq!(found("new friend brand-announced-0: P14"), "PBR-02 PBR-03 PBR-04");
    }
}
