//! FIT-04: the brand has the last word on what the creator says.

use super::define;
use crate::check::facts::{LaneFacts, Standing};
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft};
use crate::check::sink::{Said, Sink};
use crate::edit::{Edit, MomentChange};
use crate::model::Control;
use crate::words::fit as say;

define! {
    "FIT-04" "scripted-voice" "The brand writes the text";
    evidence B;
    severity "Warning.";
    flags "A dedicated card about the brand in a creator's lane, an ask or not, on which the brand has the last word. A placement that is not noted counts as dedicated.";
    why "Followers know how the creator speaks. A text that is not the creator's reads as an ad, and the creator as its reader.";
    evidence_text "Perceived control by the brand hurts trust in a post (one experiment); passion and openness are the two roads to being believed (one study).";
    against "The same experiment finds that an obvious commercial aim hurts more than control, and some creators want a text. Good writers can write in a voice that is not theirs.";
    example "new: A0 V4(scripted) K9 P14";
    instead "new: A0 V4(co-written,must-say) K9 P14";
    fix "Share the last word and keep what has to be said; write down only that; or note how the creator speaks, so that whoever writes knows it.";
    exceptions "Legal wording and regulated claims: put them into the must-say list, which is never a script. A founder speaks for the brand anyway, so a lane whose basis is founder is left out.";
    settings "No limit of its own.";
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    if !facts.lane.is_creator() || facts.standing == (Standing::Owner { founder: true }) {
        return;
    }
    let mut unset = false;
    for (at, card) in facts.sequence.cards.iter().enumerate().filter(|(_, card)| card.brand && !card.embedded) {
        let control = card.moment.creative_control;
        unset |= control.is_none();
        if control != Some(Control::Brand) {
            continue;
        }
        let brand = facts.brand_name();
        let message = say::scripted(facts.title(at), brand, facts.name());
        let mut said = Said::new(Severity::Warning, vec![at], message, say::scripted_help(), say::scripted_clears());
        said.field = Some("creative_control");
        sink.say(facts, said);
    }
    if unset {
        sink.not_checked(facts, say::control_unset());
    }
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let Some(at) = bench.subject(finding) else { return Vec::new() };
    let change = MomentChange::CreativeControl(Some(Control::Shared));
    let share = Edit::SetMoment { id: bench.facts.card(at).moment.id, change };
    vec![
        Draft::suggested(say::fix_share_control(), vec![share]),
        Draft::jump(say::fix_must_say(), "must_say"),
        Draft::jump(say::fix_voice(), "voice"),
    ]
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::check::trial::{fixed, found, plan, said, unchecked_in};

    #[test]
    fn a_script() {
        assert_eq!(found("new: A0 V4(scripted) K9 P14"), "FIT-04", "a card that asks for nothing");
        assert_eq!(found("new: A0 V4 K9 P14(scripted)"), "FIT-04");
        assert_eq!(found("new: A0 V4 K9 P14(scripted,must-say)"), "FIT-04", "a list beside the script does not undo it");
        assert_eq!(found("new: A0 V4 K9 P14(must-say)"), "", "fixed words are no script");
        assert_eq!(found("new: A0 V4 K9 P14(co-written)"), "");
        assert_eq!(found("new: A0 V4 K9 P14(scripted,embedded)"), "");
        assert_eq!(found("new: A0 V4 K9 P14 N20(scripted)"), "", "the creator's own card");
        assert_eq!(found("founder: A0 V4(scripted) K9 P14"), "", "the founder is the brand");
        assert_eq!(found("owner: A0 V4(scripted) K9 P14"), "FIT-04");
        let mut campaign = plan("new: A0 V4 K9 P14");
        assert!(unchecked_in(&campaign, "FIT-04").is_empty());
        Arc::make_mut(&mut Arc::make_mut(&mut campaign.lanes[0]).moments[1]).creative_control = None;
        assert_eq!(unchecked_in(&campaign, "FIT-04"), ["Who has the last word on a text is not filled in."]);
    }

    #[test]
    fn how_it_is_said_and_mended() {
        let scripted = "new: A0 V4(scripted) K9 P14";
        assert_eq!(said(scripted, "FIT-04"), "The text of Values story is fixed by Northwind. Followers know how Maja speaks.");
        assert_eq!(
            fixed(scripted, "FIT-04"),
            [
                "Share the last word, keep what has to be said →",
                "Write down only what has to be said → must_say",
                "Note the creator’s voice → voice"
            ]
        );
        let published = "new: A0 V4(scripted,published) K9 P14";
        assert_eq!(fixed(published, "FIT-04").len(), 2, "what is published stays as it is");
    }
}
