//! OPS-01: a hard ask for something that cannot be had yet.

use std::collections::BTreeMap;

use super::define;
use crate::analysis::order::Position;
use crate::check::facts::LaneFacts;
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft};
use crate::check::sink::{Said, Sink};
use crate::edit::{Edit, MomentChange};
use crate::model::direction::isolated;
use crate::model::{Cta, Product, ProductId};
use crate::words::{asks as say, findings};

define! {
    "OPS-01" "asks-for-unready-product" "Asked for before it can be had";
    evidence C;
    severity "Warning.";
    flags "A hard ask, on a lane of any kind, before the first day on which its product can be had, while nothing is recorded that confirms delivery. On that day itself it is silent. Once per lane and product.";
    why "People who pay for something that does not come hold the creator to it.";
    evidence_text "Cases from the trade press: tickets to a festival that did not take place were sold through creators.";
    against "Most sales in advance are delivered, and an early sale shows how many want a thing. One record is all it takes.";
    example "new: A0 V4 K9 P14(tickets) S20 S24 P40(tickets,hard)";
    instead "new: A0 V4 K9 P14(tickets) S20 S24 P40(tickets)";
    fix "Record what confirms delivery, or ask people onto a waitlist with a soft call to action.";
    exceptions "None: it goes once delivery is confirmed. The message speaks of sales, because the name of a product may stand for one thing or for many. An ask whose product, call to action, day or first day of sale is not filled in is listed as not checked where that could matter.";
    settings "No limit of its own.";
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    let mut early: BTreeMap<ProductId, Vec<usize>> = BTreeMap::new();
    let (mut undated, mut no_day, mut no_product, mut no_cta) = (false, false, false, false);
    for (at, card) in facts.sequence.cards.iter().enumerate().filter(|(_, card)| card.ask) {
        let unset = card.moment.cta.is_none();
        if !unset && !card.is_hard() {
            continue;
        }
        no_product |= card.product.is_none();
        let Some(product) = card.product.and_then(|id| facts.campaign.product(id)).filter(|product| !confirmed(product)) else {
            continue;
        };
        match (product.available_from, card.position) {
            (None, _) if unset => {}
            (None, _) => no_day = true,
            (Some(from), Position::Date(day, _)) if day < from && unset => no_cta = true,
            (Some(from), Position::Date(day, _)) if day < from => early.entry(product.id).or_default().push(at),
            (Some(_), Position::Date(..)) => {}
            (Some(_), _) => undated |= !unset,
        }
    }
    for (id, cards) in early {
        let Some(product) = facts.campaign.product(id) else { continue };
        let Some(from) = product.available_from else { continue };
        let message = say::unready(isolated(&product.name), facts.cross.years.day(from));
        let mut said = Said::new(Severity::Warning, cards, message, say::unready_help(), say::unready_clears());
        said.field = Some("cta");
        said.facts = vec![findings::fact_product(id), say::fact_available(from)];
        sink.say(facts, said);
    }
    if no_product {
        sink.not_checked(facts, say::product_unset());
    }
    if no_cta {
        sink.not_checked(facts, findings::cta_unset());
    }
    if undated {
        sink.not_checked(facts, say::unready_undated());
    }
    if no_day {
        sink.not_checked(facts, say::unready_no_day());
    }
}

/// Whether something confirms that a product will be delivered.
fn confirmed(product: &Product) -> bool {
    product.delivery_proof.as_deref().is_some_and(|proof| !proof.trim().is_empty())
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let soften = |id: &crate::model::MomentId| Edit::SetMoment { id: *id, change: MomentChange::Cta(Some(Cta::Soft)) };
    let asks = finding.moments.iter().filter(|id| bench.facts.place(**id).is_some());
    vec![
        Draft::jump(say::fix_record_proof(), "delivery_proof"),
        Draft::suggested(say::fix_waitlist(), asks.map(soften).collect()),
    ]
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::check::trial::{fixed, found, plan, said, unchecked_in};
    use crate::model::{Moment, When};

    #[test]
    fn before_it_can_be_had() {
        assert_eq!(found("new: A0 V4 K9 S14 P99(tickets,hard)"), "OPS-01", "the day before");
        assert_eq!(found("new: A0 V4 K9 S14 P100(tickets,hard)"), "", "the first day");
        assert_eq!(found("new: A0 V4 K9 S14 P99(tickets)"), "", "nothing is sold yet");
        assert_eq!(found("new: A0 V4 K9 S14 P99(hard)"), "", "what can be had long since");
        assert_eq!(found("new: A0 V4 K9 P14(tickets,hard) S16 S18 P40(tickets,hard)"), "OPS-01", "once per product");
    }

    #[test]
    fn how_it_is_said_and_mended() {
        let early = "new: A0 V4 K9 P14(tickets,hard)";
        assert_eq!(said(early, "OPS-01"), "Sales of Festival ticket start 9 Jun; nothing confirms delivery.");
        assert_eq!(
            fixed(early, "OPS-01"),
            ["Record what confirms delivery → delivery_proof", "Make it a waitlist: a soft call to action →"]
        );
        let published = "new: A0 V4 K9 P14(tickets,hard,published)";
        assert_eq!(fixed(published, "OPS-01"), ["Record what confirms delivery → delivery_proof"]);
    }

    #[test]
    fn what_is_not_filled_in_is_listed() {
        let unset = |change: fn(&mut Moment)| {
            let mut campaign = plan("new: A0 V4 K9 S14 P40(tickets,hard)");
            change(Arc::make_mut(&mut Arc::make_mut(&mut campaign.lanes[0]).moments[4]));
            unchecked_in(&campaign, "OPS-01")
        };
        assert!(unset(|_| ()).is_empty());
        assert_eq!(unset(|ask| ask.product = None), ["An ask does not say which product it is for."]);
        assert_eq!(unset(|ask| ask.cta = None), ["An ask does not say how it asks: its call to action is not set."]);
        assert_eq!(
            unset(|ask| ask.when = When::Undated),
            ["A hard ask has no date, so it was not held against the day on which its product can be had."]
        );
        let mut campaign = plan("new: A0 V4 K9 S14 P40(tickets,hard)");
        for product in &mut campaign.products {
            Arc::make_mut(product).available_from = None;
        }
        assert_eq!(unchecked_in(&campaign, "OPS-01"), ["When a product can be had is not filled in."]);
    }

    #[test]
    fn a_recorded_proof_silences() {
        let mut campaign = crate::check::trial::plan("new: A0 V4 K9 S14 P40(tickets,hard)");
        assert_eq!(crate::check::trial::codes_strict(&campaign), "ASK-02 OPS-01");
        for product in &mut campaign.products {
            std::sync::Arc::make_mut(product).delivery_proof = Some("The venue is booked and paid".into());
        }
        assert_eq!(crate::check::trial::codes_strict(&campaign), "ASK-02");
    }
}
