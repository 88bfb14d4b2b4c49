//! FIT-02: an ask says nothing of what the audience gets.

use super::{borrowed_trust, define, product_first, same_day_tie};
use crate::analysis::order::Position;
use crate::check::facts::{LaneFacts, Opening};
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft};
use crate::check::sink::{Said, Sink};
use crate::model::Kind;
use crate::words::{self, findings as say};

define! {
    "FIT-02" "ask-without-audience-value" "Nothing for the audience";
    evidence B;
    severity "Hint. Warning on the first ask where PBR-01, PBR-08 or PBR-09 speaks of it, and on an ask that is hard, dedicated and has a thin run-up.";
    flags "An ask for which nothing is noted that the audience gets: entertain, inspire, engage or educate. Asks that carry a story are silent. Ideas and drafts are named once per lane, later states each.";
    why "An ask that gives nothing is an ad in the place where people expected a person.";
    evidence_text "The informative value of branded posts drives trust in them (Lou and Yuan, 2019: one study, its result not checked at the source). The rest is one article’s claim (The Drum, 2019): judgement.";
    against "Entertainment value did not raise trust in the same study, so what counts as a gift depends on the audience. Which of the four a post gives is the planner’s word.";
    example "new: A0 V4 K9 P14(no-value)";
    instead "new: A0 V4 K9 P14";
    fix "Say what the audience gets, or let the ask carry a story.";
    exceptions "Early drafts: the finding comes once per lane until a card is in review.";
    settings "What a thin run-up is." reads "min_value_before";
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    if !facts.lane.is_creator() {
        return;
    }
    let exposed = facts.opening_speaks();
    let thin = usize::from(facts.limits().min_value_before);
    // Distinct days with a value role before the day the walk is at, counted per way of placing.
    let (mut days, mut day, mut draft_named) = (0, None::<(Position, bool)>, false);
    for (at, card) in facts.sequence.cards.iter().enumerate() {
        let same = day.filter(|(last, _)| last.same_day(card.position));
        if same.is_none() {
            let kept = day.is_some_and(|(last, _)| last.same_kind(card.position));
            days = if kept { days + usize::from(day.is_some_and(|(_, value)| value)) } else { 0 };
            day = Some((card.position, false));
        }
        if card.is_run_up() && card.roles.value() {
            day = Some((card.position, true));
        }
        if !card.ask || card.roles.value() || !card.moment.audience_value.is_empty() {
            continue;
        }
        if card.is_draft() && std::mem::replace(&mut draft_named, true) {
            continue;
        }
        let first = Some(at) == facts.sequence.first_ask;
        let bare = card.is_hard() && !card.embedded && days < thin && card.position != Position::Undated;
        let severity = if (first && exposed) || bare { Severity::Warning } else { Severity::Hint };
        let message = say::no_audience_value(facts.name(), facts.ask_name(at));
        let mut said = Said::new(severity, vec![at], message, say::no_audience_value_help(), say::no_audience_value_clears());
        said.field = Some("audience_value");
        said.facts.extend(card.is_hard().then(|| say::fact_hard().to_owned()));
        sink.say(facts, said);
    }
}

impl LaneFacts<'_> {
    /// Whether PBR-01, PBR-08 or PBR-09 speaks of the first ask.
    fn opening_speaks(&self) -> bool {
        match self.opening {
            Opening::AskFirst => {
                let borrowed = self.borrows() && !self.config.is_off(&borrowed_trust::RULE);
                borrowed || (self.ask_first_severity().is_some() && !self.config.is_off(&product_first::RULE))
            }
            Opening::Tie => !self.is_slot() && self.tie_severity().is_some() && !self.config.is_off(&same_day_tie::RULE),
            _ => false,
        }
    }
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let Some(at) = bench.subject(finding) else { return Vec::new() };
    let title = say::fix_covers(bench.facts.title(at), words::inside(words::names::kind("story")));
    vec![Draft::jump(say::fix_choose_value(), "audience_value"), Draft::suggested(title, vec![bench.covers(at, Kind::Story)])]
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{fixed, found, weighed};

    #[test]
    fn no_value() {
        assert_eq!(found("new: A0 V4 K9 PS14(no-value)"), "");
        assert_eq!(found("new: A0 V4 K9 D14(no-value)"), "FIT-02");
        assert_eq!(
            fixed("new: A0 V4 K9 P14(no-value)", "FIT-02"),
            ["Choose a value → audience_value", "Count “Trail Jacket” as story, too →"]
        );
    }

    #[test]
    fn weights() {
        assert_eq!(weighed("new: A0 V4 K9 P14(no-value)"), "FIT-02 hint");
        assert_eq!(weighed("new: P14(no-value)"), "FIT-02 warning, PBR-01 error");
        assert_eq!(weighed("new friend: P14(no-value)"), "FIT-02 warning, PBR-08 error");
        assert_eq!(weighed("new: AVK0 P0(no-value)"), "FIT-02 warning, PBR-09 warning");
        assert_eq!(weighed("new: AVK0 P14(no-value,hard)"), "FIT-02 warning, PBR-06 hint", "hard, dedicated, a thin run-up");
        assert_eq!(weighed("new: AVK0 P14(no-value)"), "FIT-02 hint, PBR-06 hint", "soft");
        assert_eq!(weighed("new: AVK0 P14(no-value,hard,embedded)"), "FIT-02 hint, PBR-06 hint", "inside own content");
        assert_eq!(weighed("new: AV0 K5 P14(no-value,hard)"), "FIT-02 hint", "two days are enough");
    }

    #[test]
    fn drafts_once_and_later_states_each() {
        assert_eq!(found("new: A0 V4 K9 P14(no-value) S20 P24(b,no-value)"), "FIT-02");
        assert_eq!(found("new: A0 V4 K9 P14(no-value,review) S20 P24(b,no-value,review)"), "FIT-02 FIT-02");
        assert_eq!(found("new: A0 V4 K9 P14(no-value) S20 P24(b,no-value,review)"), "FIT-02 FIT-02");
        assert_eq!(found("new: A0 V4(no-value) K9 P14"), "", "only asks are asked");
    }
}
