//! VAL-02: an ask for a product whose claims need a check that nobody recorded.

use std::collections::BTreeSet;

use super::define;
use crate::check::facts::LaneFacts;
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft};
use crate::check::sink::{Said, Sink};
use crate::model::Sensitive;
use crate::model::direction::isolated;
use crate::words::{self, asks, findings as say};

define! {
    "VAL-02" "unchecked-sensitive-product" "Nobody has signed off the claims";
    evidence C;
    severity "Warning.";
    flags "An ask for a product that is marked as sensitive (health, finance, alcohol, gambling, minors and so on) while no check of its claims is recorded. Once per lane and product, on lanes of every kind.";
    why "Where a claim can do harm, the audience holds the creator to it, not the brand.";
    evidence_text "Cases from the trade press (a counselling service, a festival, slimming teas): judgement. Most markets have advertising rules for such goods: regulation, not looked up for each.";
    against "None known: a check costs little beside a false claim.";
    example "new: A0 V4 K9 P14(sensitive)";
    instead "new: A0 V4 K9 P14";
    fix "Record who checked the claims, and when. Taking a claim out is not offered: the words are yours, and the checker cannot read which of them is a claim.";
    exceptions "None: it goes once a check is recorded. A product that nobody marked counts as not sensitive; an ask that names no product is listed as not checked.";
    settings "No limit of its own.";
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    if facts.sequence.cards.iter().any(|card| card.ask && card.product.is_none()) {
        sink.not_checked(facts, asks::product_unset());
    }
    if facts.cross.unverified.is_empty() {
        return;
    }
    let mut named = BTreeSet::new();
    for (at, card) in facts.sequence.cards.iter().enumerate().filter(|(_, card)| card.ask) {
        let Some(id) = card.product.filter(|id| facts.cross.unverified.contains(id)) else { continue };
        let Some(product) = facts.campaign.product(id).filter(|_| named.insert(id)) else { continue };
        let why = match product.sensitive {
            // “Marked other” says nothing.
            None | Some(Sensitive::Other) => say::unchecked_other().to_owned(),
            Some(sensitive) => words::inside(words::names::choice(sensitive.key())),
        };
        let message = say::unchecked(isolated(&product.name), why);
        let mut said = Said::new(Severity::Warning, vec![at], message, say::unchecked_help(), say::unchecked_clears());
        said.field = Some("verified");
        said.facts = vec![say::fact_marked(id, product.sensitive.map_or("", Sensitive::key))];
        sink.say(facts, said);
    }
}

fn fixes(_: &mut Bench<'_>, _: &Finding) -> Vec<Draft> {
    vec![Draft::jump(say::fix_record_check(), "verified")]
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::check::trial::{fixed, found, plan, unchecked_in, weighed};

    #[test]
    fn unchecked() {
        assert_eq!(found("new: A0 V4 K9 P14(sensitive) S16 S20 P24(sensitive)"), "VAL-02", "once per product");
        assert_eq!(fixed("new: A0 V4 K9 P14(sensitive)", "VAL-02"), ["Record the check → verified"]);
    }

    #[test]
    fn near_misses() {
        assert_eq!(weighed("new: A0 V4 K9 P14(sensitive)"), "VAL-02 warning");
        assert_eq!(weighed("established evidence slot: P14(sensitive)"), "VAL-02 warning", "whatever the relationship");
        assert_eq!(weighed("new: A0 V4 K9 P14(gambling)"), "", "somebody checked");
        assert_eq!(weighed("new: A0(sensitive) V4 K9 P14"), "", "it is not asked for");
        let mut campaign = plan("new: A0 V4 K9 P14(sensitive)");
        Arc::make_mut(&mut Arc::make_mut(&mut campaign.lanes[0]).moments[3]).product = None;
        assert_eq!(unchecked_in(&campaign, "VAL-02"), ["An ask does not say which product it is for."]);
    }
}
