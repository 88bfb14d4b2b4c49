//! PBR-10: cards without a place in the order leave open what comes before the ask.

use super::define;
use crate::analysis::order::Position;
use crate::check::facts::{LaneFacts, Opening};
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft};
use crate::check::sink::{Said, Sink};
use crate::edit::{Edit, Place};
use crate::model::{Status, When};
use crate::words::findings as say;

define! {
    "PBR-10" "undated-moments" "A card without a date";
    evidence Judgement;
    severity "Hint. Warning where cards without a date are all that stands between the lane and PBR-01 as an error or a warning, and where an ask without a date is approved or further.";
    flags "In a lane with an ask: cards that could prepare it, or asks, that cannot be put in order with the first ask because they have no date, or are placed in another way. One finding per lane.";
    why "A plan that is clear only in somebody’s head changes when that head is on holiday.";
    evidence_text "Judgement: an unknown order is named, never guessed.";
    against "None known: it says what cannot be told.";
    example "new: AVK? P10";
    instead "new: AV0 K4 P10";
    fix "Give the cards days before the ask, or park them in ideas. In a lane on relative days the days are relative, too.";
    exceptions "None: the finding goes as soon as the card has a day.";
    settings "No limit of its own.";
}

/// The cards nobody can place, run-up cards first.
fn open(facts: &LaneFacts<'_>) -> Vec<usize> {
    let Some(at) = facts.sequence.first_ask else { return Vec::new() };
    let first = facts.card(at);
    let any_run_up = !facts.run_up.unplaced.is_empty();
    if first.position == Position::Undated {
        // Everything is unplaced to an ask that has no date itself: it is the ask that needs one.
        let matters = any_run_up || is_final(facts, at);
        return if matters {
            undated(facts).filter(|at| facts.card(*at).ask || facts.card(*at).is_run_up()).collect()
        } else {
            Vec::new()
        };
    }
    let asks = facts.sequence.cards.iter().enumerate().filter(|(_, card)| card.ask && !card.position.same_kind(first.position));
    facts.run_up.unplaced.iter().copied().chain(asks.map(|(at, _)| at)).collect()
}

fn undated<'f>(facts: &'f LaneFacts<'_>) -> impl Iterator<Item = usize> + 'f {
    let first = facts.sequence.first_ask;
    let cards = facts.sequence.cards.iter().enumerate();
    let others = cards.filter(move |(at, card)| card.position == Position::Undated && Some(*at) != first).map(|(at, _)| at);
    first.into_iter().chain(others)
}

fn is_final(facts: &LaneFacts<'_>, at: usize) -> bool {
    matches!(facts.card(at).moment.status, Status::Approved | Status::Scheduled | Status::Published)
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    let Some(at) = facts.sequence.first_ask.filter(|_| facts.lane.is_creator()) else { return };
    let open = open(facts);
    // A final ask weighs most, and where the ask itself is undated it is the subject.
    let final_ask = open.iter().copied().find(|at| facts.card(*at).ask && is_final(facts, *at));
    let Some(subject) = final_ask.or(open.first().copied()) else { return };
    let all_that_stands = facts.opening == Opening::Doubt
        && facts.card(at).position != Position::Undated
        && facts.ask_first_severity().is_some_and(|severity| severity <= Severity::Warning);
    let severity = if final_ask.is_some() || all_that_stands { Severity::Warning } else { Severity::Hint };
    let (title, ask) = (facts.title(subject), facts.ask_name(at));
    let message = if facts.card(subject).ask {
        // Another ask for the same product is told apart by its title.
        let alike = subject != at && facts.ask_name(subject) == ask;
        say::undated_ask(if alike { title } else { facts.ask_name(subject) })
    } else {
        say::undated_card(title, ask, facts.when(facts.card(at).position))
    };
    let cards = if subject == at { vec![at] } else { vec![subject, at] };
    let mut said = Said::new(severity, cards, message, say::undated_help(), say::undated_clears());
    said.field = Some("when");
    said.facts = vec![say::fact_unplaced(open.len())];
    said.facts.extend(final_ask.map(|_| say::fact_approved().to_owned()));
    sink.say(facts, said);
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let facts = bench.facts;
    let Some(at) = facts.sequence.first_ask else { return Vec::new() };
    let open = open(facts);
    let mut drafts = Vec::new();
    if facts.card(at).position == Position::Undated {
        // The ask goes after everything that has a day; what has none stays for a second step.
        let last = facts.sequence.dated().next_back().and_then(|card| facts.place(card.moment.id));
        drafts.extend(last.map(|last| {
            let when = bench.free(bench.beside(last, 7), 1);
            Draft::suggested(say::fix_date_ask(), vec![bench.moved(at, when)])
        }));
    } else if let Some(edits) = place_all(bench, at, &open) {
        drafts.push(Draft::suggested(say::fix_date_cards(), edits));
    }
    drafts.push(Draft::suggested(
        say::fix_park(),
        open.iter()
            .map(|at| facts.card(*at).moment)
            .map(|moment| Edit::MoveMoment { id: moment.id, to: Place::Tray, when: moment.when })
            .collect(),
    ));
    if finding.subject().is_some() {
        let relative = facts.sequence.cards.iter().any(|card| matches!(card.position, Position::Relative(..)));
        drafts.push(Draft::jump(if relative { say::fix_set_relative_day() } else { say::fix_set_date() }, "when"));
    }
    drafts
}

/// Run-up cards midway between what there is and the first ask, one after the other; asks after the last card.
fn place_all(bench: &Bench<'_>, ask: usize, open: &[usize]) -> Option<Vec<Edit>> {
    let facts = bench.facts;
    let mut taken: Vec<When> = Vec::new();
    let mut edits = Vec::new();
    for at in open {
        let when = if facts.card(*at).ask {
            let last = facts.sequence.cards.iter().rposition(|card| card.position.same_kind(facts.card(ask).position))?;
            bench.beside(last, 7 * (1 + i32::try_from(taken.len()).unwrap_or(0)))
        } else {
            bench.before_ask(ask, &taken)?
        };
        taken.push(when);
        edits.push(bench.moved(*at, when));
    }
    Some(edits)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::check::trial::{fixed, found, plan, weighed};
    use crate::check::{Options, check};

    #[test]
    fn undated() {
        assert_eq!(found("new: A0 V4 K#3 P14"), "PBR-10", "placed in another way");
        assert_eq!(found("new: T? A0 V4 K9 P14"), "");
        assert_eq!(fixed("new: AVK? P10", "PBR-10"), ["Place before the ask → PBR-06", "Set a date → when"]);
        assert_eq!(fixed("new: A0 V4 K9 P?(approved)", "PBR-10"), ["Date the ask →", "Park in ideas →", "Set a date → when"]);
    }

    #[test]
    fn which_ask_has_no_date() {
        let mut campaign = plan("new: AV0 K9 P14 P?(approved)");
        let moments = &mut Arc::make_mut(&mut campaign.lanes[0]).moments;
        Arc::make_mut(&mut moments[3]).title = "Second film".to_owned();
        let findings = check(&campaign, &Options::default()).findings;
        assert_eq!(findings[0].message, "Second film has no date, so it is unclear what precedes it.");
    }

    #[test]
    fn weights_and_exemptions() {
        assert_eq!(weighed("new: AVK? P10"), "PBR-10 warning", "all that stands before the ask");
        assert_eq!(weighed("new: A0 V? K5 P10"), "PBR-10 hint");
        assert_eq!(weighed("established evidence: AVK? P10"), "PBR-10 hint", "an ask alone would be fine here");
        assert_eq!(weighed("founder: AVK? P10"), "PBR-10 hint", "it would weigh no more than a hint here");
        assert_eq!(weighed("new: A0 V4 K9 P?"), "PBR-10 hint");
        assert_eq!(weighed("new: A0 V4 K9 P?(review)"), "PBR-10 hint");
        assert_eq!(weighed("new: A0 V4 K9 P?(approved)"), "PBR-10 warning");
        assert_eq!(weighed("new: A0 V4 K9 P?(scheduled)"), "PBR-10 warning");
        assert_eq!(weighed("new: A? V?"), "", "no ask, no question");
        assert_eq!(weighed("new: A0 V4 K9 P14 N?"), "", "an organic card prepares nothing");
        assert_eq!(weighed("new: A? V? K? S? P14(review)"), "PBR-01 error, PBR-10 hint", "one finding per lane");
    }
}
