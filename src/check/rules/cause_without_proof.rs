//! VAL-01: a card takes a stand, and nothing is noted that stands behind it.

use super::define;
use crate::analysis::order::{Before, Position, before};
use crate::check::facts::LaneFacts;
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft};
use crate::check::sink::{Said, Sink};
use crate::edit::{Edit, MomentChange};
use crate::model::{Compensation, Kind};
use crate::words::stands as say;

define! {
    "VAL-01" "cause-without-proof" "A stand with nothing behind it";
    evidence B;
    severity "Warning.";
    flags "A card that takes a social or political stand while nothing is linked that stands behind it. Linked is a line or link on the card; something the brand does, noted for the value that the card names; or a card of the lane that shows what came of it and does not come before the stand. On lanes of every kind.";
    why "A claim without practice behind it turns against the creator who speaks it.";
    evidence_text "Studies of “woke washing”: purpose claims need practice behind them, rooted in long-term commitment.";
    against "People also forgive a brand that begins somewhere. What counts as practice is a judgement that no program makes.";
    example "new: A0 V4 K9 P14 S20(stand) K25";
    instead "new: A0 V4 K9 P14 S20(stand,proof) K25";
    fix "Note what stands behind it, link something the brand does, add a card that shows what came of it, or mark that the card takes no stand.";
    exceptions "The creator’s own activism: a card for which nothing is given. A card that nobody marked takes no stand: the mark has no third state, so nothing is listed as not checked.";
    settings "No limit of its own.";
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    let mut stands = facts.sequence.cards.iter().enumerate().filter(|(_, card)| {
        let moment = card.moment;
        let noted = || moment.proof.as_deref().is_some_and(|proof| !proof.trim().is_empty());
        moment.cause && !noted() && moment.compensation != Some(Compensation::None)
    });
    let Some(first) = stands.next() else { return };
    let impacts = impacts(facts);
    for (at, card) in std::iter::once(first).chain(stands) {
        // What cannot be compared with the stand gets the benefit of the doubt.
        if impacts.iter().any(|impact| before(*impact, card.position) != Before::Yes) {
            continue;
        }
        let topic = card.moment.shared_value.as_deref().map(str::trim).filter(|value| !value.is_empty());
        let brand = facts.campaign.brand_of(facts.lane);
        let does =
            |topic: &str| brand.is_some_and(|brand| brand.proof.iter().any(|proof| facts.config.same_value(&proof.value, topic)));
        if topic.is_some_and(does) {
            continue;
        }
        let message = match topic {
            Some(topic) => say::no_proof_on(facts.title(at), topic, facts.brand_name()),
            None => say::no_proof(facts.title(at), facts.brand_name()),
        };
        let mut said = Said::new(Severity::Warning, vec![at], message, say::no_proof_help(), say::no_proof_clears());
        said.field = Some("proof");
        said.facts = topic.map(say::fact_topic).into_iter().collect();
        sink.say(facts, said);
    }
}

/// The last card of each way of placing that shows what came of it; the sequence holds these one after the other.
fn impacts(facts: &LaneFacts<'_>) -> Vec<Position> {
    let mut last: Vec<Position> = Vec::new();
    for card in facts.sequence.cards.iter().filter(|card| card.roles.any(&[Kind::Impact])) {
        match last.last_mut() {
            Some(earlier) if earlier.same_kind(card.position) => *earlier = card.position,
            _ => last.push(card.position),
        }
    }
    last
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let facts = bench.facts;
    let Some(at) = bench.subject(finding) else { return Vec::new() };
    let id = facts.card(at).moment.id;
    let mut drafts = vec![Draft::jump(say::fix_note_proof(), "proof")];
    // Which of the brand's doings stands behind this card only a person knows, so it is shown first.
    if let Some(proof) = facts.campaign.brand_of(facts.lane).and_then(|brand| brand.proof.first()) {
        let change = MomentChange::Proof(Some(proof.link.clone().unwrap_or_else(|| proof.does.clone())));
        drafts.push(Draft::suggested(say::fix_link_proof(&proof.does), vec![Edit::SetMoment { id, change }]));
    }
    let after = bench.free(bench.beside(at, 14), 1);
    let impact = bench.add(Kind::Impact, after);
    drafts.push(Draft::safe(say::fix_add_impact(), vec![impact]));
    drafts.push(Draft::suggested(say::fix_no_stand(), vec![Edit::SetMoment { id, change: MomentChange::Cause(false) }]));
    drafts
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::check::trial::{fixed, fixed_in, found, found_in, plan, worded};
    use crate::model::{Campaign, Proof, Unknown};

    fn proven(sketch: &str, value: &str) -> Campaign {
        let mut campaign = plan(sketch);
        let proof =
            Proof { value: value.to_owned(), does: "Repairs for free".to_owned(), link: None, unknown: Unknown::default() };
        Arc::make_mut(&mut campaign.brands[0]).proof.push(proof);
        campaign
    }

    #[test]
    fn stand() {
        assert_eq!(found("new: A0 V4 K9 P14 S20(stand) S22(stand)"), "VAL-01 VAL-01");
        for quiet in [
            "new: A0 V4 K9 P14 S20",
            "new: A0 V4 K9 P14 S20(stand,proof)",
            "new: A0 V4 K9 P14 S20(stand,unpaid)",
            "new: A0 V4 K9 P14 S20(stand) I27",
            "new: A0 V4 K9 P14 S20(stand) I20",
            "new: A0 V4 K9 P14 SI20(stand)",
        ] {
            assert_eq!(found(quiet), "", "{quiet}");
        }
        assert_eq!(found("new: A0 V4 K9 P14 S20(stand) I?"), "PBR-10", "nobody can say that it comes before");
        assert_eq!(found("new: A0 V4 K9 P14 I19 S20(stand)"), "VAL-01", "what came before is not what came of it");
        assert_eq!(found_in(&proven("new: A0 V4 K9 P14 S20(stand)", "Craft")), "", "the brand does something for that value");
        assert_eq!(found_in(&proven("new: A0 V4 K9 P14 S20(stand)", "speed")), "VAL-01", "for another one");
        assert_eq!(found_in(&proven("new: A0 V4 K9 P14 S20(stand,no-shared)", "craft")), "VAL-01", "the card names none");
    }

    #[test]
    fn word_for_word() {
        assert_eq!(
            worded("new: A0 V4 K9 P14 S20(stand)", "VAL-01"),
            "warning: Story takes a stand on craft. What does Northwind do about it? No proof noted."
        );
        assert_eq!(
            worded("new: A0 V4 K9 P14 S20(stand,no-shared)", "VAL-01"),
            "warning: Story takes a stand. What does Northwind do about it? No proof noted."
        );
    }

    #[test]
    fn ways_out() {
        assert_eq!(
            fixed("new: A0 V4 K9 P14 S20(stand) K25", "VAL-01"),
            ["Note what stands behind it → proof", "Add what came of it →", "It takes no stand →"]
        );
        assert_eq!(
            fixed_in(&proven("new: A0 V4 K9 P14 S20(stand) K25", "speed"), "VAL-01"),
            ["Note what stands behind it → proof", "Link “Repairs for free” →", "Add what came of it →", "It takes no stand →"]
        );
        let published = "new: A0 V4 K9 P14 S20(stand,published) K25";
        assert_eq!(fixed(published, "VAL-01"), ["Note what stands behind it → proof", "Add what came of it →"]);
    }
}
