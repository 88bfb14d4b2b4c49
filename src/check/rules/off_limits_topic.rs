//! FIT-06: a product of a category that the creator ruled out.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::define;
use crate::check::facts::LaneFacts;
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft};
use crate::check::sink::{Said, Sink};
use crate::edit::{Edit, Place};
use crate::model::direction::isolated;
use crate::model::{Creator, CreatorId, NoGo, Product, ProductId};
use crate::words::{self, asks, findings, fit as say, language};

define! {
    "FIT-06" "off-limits-topic" "The creator ruled this topic out";
    evidence C;
    severity "Error.";
    flags "A card of a creator's lane, or one on the brand's channel that names the creator, stands for a product of a category that the creator rules out. What a product is marked as (gambling, alcohol and so on) counts like its category. Once per lane and product. Two words are the same topic where they are equal but for upper and lower case, or where the agency's words say so.";
    why "The audience knows what a creator said no to. Saying yes for money is what it will remember.";
    evidence_text "One article's claim that a creator would rather go unsponsored than wear what does not fit.";
    against "People change their minds, and can say why; then it is a story and not a breach.";
    example "new no-go-gambling: A0 V4 K9 P14(gambling)";
    instead "new no-go-gambling consent: A0 V4 K9 P14(gambling)";
    fix "Take the cards out of the lane, or record that the creator agreed.";
    exceptions "A recorded consent of the creator. Silent where nothing is known of what the creator rules out, of the category of a product, or of the product of an ask; that is listed as not checked.";
    settings "No limit of its own.";
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    let mut off: BTreeMap<ProductId, Vec<usize>> = BTreeMap::new();
    let (mut unruled, mut unsorted) = (false, false);
    let unnamed = facts.sequence.cards.iter().any(|card| card.ask && card.product.is_none());
    if unnamed && facts.lane.is_creator() {
        sink.not_checked(facts, asks::product_unset());
    }
    if facts.lane.is_creator() && facts.creator.is_none() && facts.sequence.cards.iter().any(|card| card.product.is_some()) {
        sink.not_checked(facts, say::no_pair());
    }
    let own = facts.lane.is_creator().then_some(facts.creator).flatten();
    // On a creator's lane the products are held against one list, so that the cards are only looked up.
    let of_lane: Option<Vec<ProductId>> = own.map(|creator| {
        let products = facts.campaign.products.iter();
        products.filter(|product| ruled_out(facts, creator, product).is_some()).map(|product| product.id).collect()
    });
    let sorted = !facts.campaign.products.iter().any(|product| is_unsorted(product));
    if of_lane.as_ref().is_some_and(Vec::is_empty) && sorted && own.is_some_and(|creator| !creator.no_go.is_empty()) {
        return;
    }
    for (at, card) in facts.sequence.cards.iter().enumerate() {
        let Some(id) = card.product else { continue };
        unsorted |= !sorted && unsorted_product(facts, id) && facts.creators_of(card).next().is_some();
        unruled |= !unruled && facts.creators_of(card).any(|creator| creator.no_go.is_empty());
        let hit = match &of_lane {
            Some(products) => products.contains(&id),
            None => facts
                .creators_of(card)
                .any(|creator| facts.campaign.product(id).is_some_and(|product| ruled_out(facts, creator, product).is_some())),
        };
        if hit {
            off.entry(id).or_default().push(at);
        }
    }
    for (id, cards) in off {
        if let Some(product) = facts.campaign.product(id) {
            say_off_limits(facts, sink, product, cards);
        }
    }
    if unruled {
        sink.not_checked(facts, say::no_go_unset());
    }
    if unsorted {
        sink.not_checked(facts, say::category_unset());
    }
}

fn say_off_limits(facts: &LaneFacts<'_>, sink: &mut Sink<'_>, product: &Product, cards: Vec<usize>) {
    let mut names: Vec<Cow<'_, str>> = Vec::new();
    let mut whose: BTreeSet<CreatorId> = BTreeSet::new();
    let mut topic = None;
    for creator in cards.iter().flat_map(|at| facts.creators_of(facts.card(*at))) {
        let Some(ruled) = ruled_out(facts, creator, product) else { continue };
        topic.get_or_insert(ruled.category.as_str());
        whose.insert(creator.id);
        let name = facts.name_of(creator);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let topic = topic.unwrap_or_default();
    let message = say::off_limits(words::list(&names), isolated(topic));
    let mut said = Said::new(Severity::Error, cards, message, say::off_limits_help(), say::off_limits_clears());
    said.field = Some("product");
    said.facts = vec![findings::fact_product(product.id), say::fact_off_limits(topic)];
    // On the brand's own channel the lane does not say who ruled it out.
    said.facts.extend(whose.into_iter().filter(|_| !facts.lane.is_creator()).map(findings::fact_creator));
    sink.say(facts, said);
}

/// What a creator rules out about a product, without a recorded consent.
fn ruled_out<'a>(facts: &LaneFacts<'_>, creator: &'a Creator, product: &Product) -> Option<&'a NoGo> {
    let is = |topic: &str| {
        // What is found does not depend on what is spoken.
        let marked = product.sensitive.map(|sensitive| language::english(|| words::names::choice(sensitive.key())));
        let categories = product.category.as_deref().into_iter().chain(marked);
        categories.into_iter().any(|category| facts.config.same_topic(category, topic))
    };
    let agreed = |topic: &NoGo| topic.consent.as_deref().is_some_and(|consent| !consent.trim().is_empty());
    creator.no_go.iter().find(|topic| !agreed(topic) && is(&topic.category))
}

fn unsorted_product(facts: &LaneFacts<'_>, id: ProductId) -> bool {
    facts.campaign.product(id).is_some_and(|product| is_unsorted(product))
}

/// Whether nothing says what sort of thing a product is.
fn is_unsorted(product: &Product) -> bool {
    product.sensitive.is_none() && product.category.as_deref().is_none_or(|category| category.trim().is_empty())
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let facts = bench.facts;
    let Some(at) = bench.subject(finding) else { return Vec::new() };
    let park = if finding.moments.len() == 1 {
        bench.park(at)
    } else {
        let cards = finding.moments.iter().filter_map(|id| facts.place(*id)).map(|at| facts.card(at).moment);
        let edits = cards.map(|moment| Edit::MoveMoment { id: moment.id, to: Place::Tray, when: moment.when });
        Draft::suggested(findings::fix_park(), edits.collect())
    };
    vec![park, Draft::jump(say::fix_record_consent(), "no_go")]
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::check::trial::{fixed, found, found_in, plan, said, unchecked_in, weighed};
    use crate::model::Campaign;

    #[test]
    fn off_limits() {
        assert_eq!(found("new no-go-gambling: A0 V4 K9 P14(gambling)"), "FIT-06");
        assert_eq!(found("new no-go-Gambling: A0 V4 K9 P14(gambling)"), "FIT-06", "upper and lower case");
        assert_eq!(found("new no-go-alcohol: A0 V4 K9 P14(gambling)"), "");
        assert_eq!(found("new no-go-alcohol no-go-gambling: A0 V4 K9 P14(gambling)"), "FIT-06");
        assert_eq!(found("new no-go-gambling consent: A0 V4 K9 P14(gambling)"), "");
        assert_eq!(found("new no-go-gambling: A0 V4 K9 P14"), "");
        assert_eq!(found("new no-go-gambling: A0 V4 K9 P14(gambling) S16 S18 P24(gambling)"), "FIT-06", "once per product");
        assert_eq!(found("new no-go-gambling: A0 V4 K9(gambling)"), "FIT-06", "a card that asks for nothing names it, too");
        for status in ["review", "approved", "published"] {
            assert_eq!(weighed(&format!("new no-go-gambling: A0 V4 K9 P14(gambling,{status})")), "FIT-06 error", "{status}");
        }
    }

    #[test]
    fn what_is_unset_is_listed() {
        let unset = |change: &dyn Fn(&mut Campaign)| {
            let mut campaign = plan("new no-go-gambling: A0 V4 K9 P14(gambling)");
            change(&mut campaign);
            assert_eq!(found_in(&campaign), "");
            unchecked_in(&campaign, "FIT-06")
        };
        let rules = ["What the creator rules out is not filled in."];
        assert_eq!(unset(&|plan| Arc::make_mut(&mut plan.creators[0]).no_go.clear()), rules);
        let sort = |plan: &mut Campaign, category: Option<&str>| {
            for product in plan.products.iter_mut().map(Arc::make_mut) {
                (product.category, product.sensitive) = (category.map(str::to_owned), None);
            }
        };
        let category = ["The category of a product is not filled in."];
        assert_eq!(unset(&|plan| sort(plan, None)), category);
        assert_eq!(unset(&|plan| sort(plan, Some(" "))), category);
        let product = ["An ask does not say which product it is for."];
        assert_eq!(unset(&|plan| Arc::make_mut(&mut Arc::make_mut(&mut plan.lanes[0]).moments[3]).product = None), product);
        assert_eq!(unset(&|plan| Arc::make_mut(&mut plan.lanes[0]).creator = None), ["The lane has no creator or no brand."]);
    }

    #[test]
    fn how_it_is_said_and_mended() {
        let off = "new no-go-gambling: A0 V4 K9 P14(gambling)";
        assert_eq!(said(off, "FIT-06"), "Maja ruled out gambling.");
        assert_eq!(fixed(off, "FIT-06"), ["Park in ideas →", "Record the consent → no_go"]);
        let twice = "new no-go-gambling: A0 V4 K9 P14(gambling) S16 S18 P24(gambling)";
        assert_eq!(fixed(twice, "FIT-06"), ["Park in ideas →", "Record the consent → no_go"]);
        let published = "new no-go-gambling: A0 V4 K9 P14(gambling,published)";
        assert_eq!(fixed(published, "FIT-06"), ["Record the consent → no_go"]);
    }
}
