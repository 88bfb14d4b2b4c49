//! VAL-03: a card takes a stand, and then everybody is silent.

use super::define;
use crate::check::cross::brand_id;
use crate::check::facts::LaneFacts;
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft};
use crate::check::sink::{Said, Sink};
use crate::model::{Day, Kind, LaneKind};
use crate::words::{self, stands as say};

define! {
    "VAL-03" "stand-without-follow-up" "Nothing follows the stand";
    profile Strict;
    evidence C;
    severity "Hint.";
    flags "A card that takes a stand while no card on any lane that asks for nothing stands on one of the days after it. The day of the stand itself does not count: what goes out with it answers nobody yet.";
    why "A brand that takes a stand and then falls silent leaves the creator alone with the answers.";
    evidence_text "One case from the trade press: a beer brand’s own channels said nothing for days after a post of a creator.";
    against "Silence can be wise while facts are still unclear. One case is no study.";
    example "new: A0 V4 K9 P14 S20(stand,proof)";
    instead "new: A0 V4 K9 P14 S20(stand,proof) K23";
    fix "Add an answer to the community a few days later, or let the brand stand by it on its own channel.";
    exceptions "None beyond the setting. A stand without a date is listed as not checked.";
    settings "Within how many days something follows." reads "follow_up_days";
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    let days = i32::from(facts.limits().follow_up_days);
    let mut no_day = false;
    for (at, card) in facts.sequence.cards.iter().enumerate().filter(|(_, card)| card.moment.cause) {
        let Some(day) = card.position.date() else {
            no_day = true;
            continue;
        };
        if gives(facts, day, day.plus(days)) || facts.cross.gives_within(day, day.plus(days)) {
            continue;
        }
        let message = say::nothing_follows(facts.title(at), facts.when(card.position), words::days(days.into()));
        let mut said = Said::new(Severity::Hint, vec![at], message, say::nothing_follows_help(), say::nothing_follows_clears());
        said.threshold = Some("follow_up_days");
        sink.say(facts, said);
    }
    if no_day {
        sink.not_checked(facts, say::no_day());
    }
}

/// Whether a card of the lane itself that asks for nothing stands after one day and not after the other. All lanes together
/// say so, too, but a fix is tried on this lane alone.
fn gives(facts: &LaneFacts<'_>, after: Day, until: Day) -> bool {
    let cards = &facts.sequence.cards;
    let from = cards.partition_point(|card| card.position.date().is_some_and(|day| day <= after));
    cards[from..].iter().take_while(|card| card.position.date().is_some_and(|day| day <= until)).any(|card| !card.ask)
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let facts = bench.facts;
    let Some(at) = bench.subject(finding) else { return Vec::new() };
    let soon = bench.beside(at, 3.min(i32::from(facts.limits().follow_up_days)));
    let when = bench.free(soon, 1);
    let mut drafts = vec![Draft::safe(say::fix_answer(), vec![bench.add(Kind::Community, when)])];
    let brand = brand_id(facts.campaign, facts.lane);
    let of_brand = |lane: &&std::sync::Arc<crate::model::Lane>| {
        lane.kind == LaneKind::Brand && lane.id != facts.lane.id && brand_id(facts.campaign, lane) == brand
    };
    if let Some(lane) = facts.campaign.lanes.iter().find(of_brand) {
        let support = bench.add_to(lane.id, Kind::Story, soon);
        drafts.push(Draft::safe(say::fix_support(facts.brand_name()), vec![support]));
    }
    drafts
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{codes_strict, fixed, found, found_in, found_strict, plan, unchecked, worded};

    #[test]
    fn follow_up() {
        let after = |days: i32| format!("new: A0 V4 K9 P14 S20(stand,proof) K{}", 20 + days);
        assert_eq!(found_strict("new: A0 V4 K9 P14 S20(stand,proof)"), "VAL-03");
        assert_eq!(found("new: A0 V4 K9 P14 S20(stand,proof)"), "", "a matter of taste");
        assert_eq!(
            (found_strict(&after(1)), found_strict(&after(14)), found_strict(&after(15))),
            (String::new(), String::new(), "VAL-03".to_owned())
        );
        assert_eq!(found_strict("new: A0 V4 K9 P14 S20(stand,proof) K20"), "VAL-03", "the same day");
        assert_eq!(found_strict("new: A0 V4 K9 S12(stand,proof) P14(b)"), "VAL-03", "an ask is no answer");
        assert_eq!(found_strict("new answer-30: A0 V4 K9 P14 S20(stand,proof)"), "", "on another lane");
        let mut campaign = plan(&after(15));
        campaign.settings.follow_up_days = Some(15);
        assert_eq!(codes_strict(&campaign), "");
        assert_eq!(found_in(&campaign), "");
    }

    #[test]
    fn words_and_ways_out() {
        assert_eq!(
            worded("new: A0 V4 K9 P14 S20(stand,proof)", "VAL-03"),
            "hint: No card without an ask follows Story (21 Mar) within 14 days, in any lane."
        );
        assert_eq!(
            unchecked("new: A0 V4 K9 P14 S?(stand,proof)", "VAL-03"),
            ["A stand has no date, so what follows it was not checked."]
        );
        assert_eq!(fixed("new: A0 V4 K9 P14 S20(stand,proof)", "VAL-03"), ["Add an answer to the community →"]);
        assert_eq!(
            fixed("new brand-announced-0: A0 V4 K9 P14 S20(stand,proof)", "VAL-03"),
            ["Add an answer to the community →", "Let Northwind stand by it on its own channel →"]
        );
    }
}
