//! ASK-04: several new creators post one product on one day.

use std::sync::Arc;

use super::define;
use crate::analysis::order::{Placed, Position};
use crate::check::facts::LaneFacts;
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft, shift};
use crate::check::rests::Counted;
use crate::check::sink::{Said, Sink, when};
use crate::check::text::Text;
use crate::model::{Day, Kind, ProductId, RelationshipStatus, When};
use crate::words::{asks as say, findings};

define! {
    "ASK-04" "synchronised-asks" "New creators post on the same day";
    profile Strict;
    evidence C;
    severity "Hint, in the strict profile only.";
    flags "Three lanes or more of creators who are new to the brand ask for the same product on the same day. Each of these lanes has the finding, once per product and day, and the message counts all of them. Recurring slots are left out.";
    why "Somebody who follows two of them sees a campaign, not two people.";
    evidence_text "One launch in 2018 in which many creators posted one bag within days was mocked for it (trade press).";
    against "A wave on one day is noticed, and some launches are meant to be everywhere at once. No study was found.";
    example "new crowd-4: A0 V4 K9 P14";
    instead "new crowd-1: A0 V4 K9 P14";
    fix "Move this lane's ask by one to three days, to a free day on which fewer of the others post.";
    exceptions "A challenge or a charity day: cards that invite to take part are not asks, and an ask that also is such an invitation is left out and not counted.";
    settings "How many new lanes on one day are too many." reads "synchronised_lanes";
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    let new = facts.lane.relationship.status == RelationshipStatus::New;
    if !new || facts.first_of_arc().is_none() {
        return;
    }
    if facts.sequence.is_order_only() {
        return sink.not_checked(facts, findings::order_only_unchecked());
    }
    let (mut last, mut nameless, mut dayless) = (None::<Day>, false, false);
    let mut named: Vec<ProductId> = Vec::new();
    for (at, card) in facts.sequence.cards.iter().enumerate().filter(|(_, card)| counts(card)) {
        nameless |= card.product.is_none();
        dayless |= matches!(card.position, Position::Relative(..));
        let Some((product, day)) = card.product.zip(card.position.date()) else { continue };
        let lanes = lanes_then(facts, product, day);
        if lanes < usize::from(facts.limits().synchronised_lanes) {
            continue;
        }
        if last.replace(day) != Some(day) {
            named.clear();
        }
        if named.contains(&product) {
            continue;
        }
        named.push(product);
        let (of_lane, ask) = (Arc::clone(facts.of_lane()), facts.called(at));
        let (years, position) = (facts.cross.years, card.position);
        let message =
            Text::later(move || say::synchronised(say::creators(lanes), &of_lane.brand, ask.name(), when(years, position)));
        let mut said = Said::new(Severity::Hint, vec![at], message, say::synchronised_help(), say::synchronised_clears());
        said.threshold = Some("synchronised_lanes");
        said.counted = Some(Counted::Synchronised(product, lanes));
        sink.say(facts, said);
    }
    if dayless {
        sink.not_checked(facts, say::synchronised_undated());
    }
    if nameless {
        sink.not_checked(facts, say::product_unset());
    }
}

/// An ask that is no invitation to take part.
fn counts(card: &Placed<'_>) -> bool {
    card.ask && !card.roles.any(&[Kind::Engage])
}

/// How many lanes of new creators ask for a product on a day, this one included.
fn lanes_then(facts: &LaneFacts<'_>, product: ProductId, day: Day) -> usize {
    1 + facts.cross.new_lanes_asking(product, day, facts.lane.id)
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let facts = bench.facts;
    let Some(at) = bench.subject(finding) else { return Vec::new() };
    let card = facts.card(at);
    let Some((product, day)) = card.product.zip(card.position.date()) else { return Vec::new() };
    let others = |days: i32| lanes_then(facts, product, day.plus(days));
    let free = |days: &i32| {
        let when: When = shift(card.moment.when, *days);
        bench.free(when, 1) == when && bench.in_time(when) && others(*days) < usize::from(facts.limits().synchronised_lanes)
    };
    // Later before earlier where as many post: what prepares the ask keeps its distance.
    let Some(days) = [1, 2, 3, -1, -2, -3].into_iter().filter(free).min_by_key(|days| others(*days)) else { return Vec::new() };
    let cards = facts.sequence.cards.iter().enumerate();
    let alike =
        cards.filter(|(_, other)| counts(other) && other.product == card.product && other.position.same_day(card.position));
    let edits = alike.map(|(at, other)| bench.moved(at, shift(other.moment.when, days))).collect();
    let title = say::fix_stagger(facts.cross.years.with_weekday(day.plus(days)));
    vec![Draft::suggested(title, edits)]
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{fixed, found, found_strict, said};

    fn mine(sketch: &str) -> usize {
        found_strict(sketch).matches("ASK-04").count()
    }

    #[test]
    fn the_same_day() {
        assert_eq!(mine("new crowd-1: A0 V4 K9 P14"), 0, "two are no wave");
        assert_eq!(mine("new crowd-2: A0 V4 K9 P14"), 3, "three are, and each lane says so");
        assert!(!found("new crowd-2: A0 V4 K9 P14").contains("ASK-04"), "a matter of taste");
        assert_eq!(mine("new crowd-2: A0 V4 K9 P14 P14"), 3, "once per product and day");
        assert_eq!(mine("new crowd-2: A0 V4 K9 P14 S15 P16(b)"), 6, "each product on its day");
        // The others are new, this one is not.
        assert_eq!(mine("established evidence crowd-3: A0 V4 K9 P14"), 3, "three new ones, without this");
        assert_eq!(mine("new slot crowd-3: O0 P14"), 3, "three others, without the slot");
        assert_eq!(mine("new crowd-4: A0 V4 K9 PG14"), 0, "an invitation to take part");
    }

    #[test]
    fn how_it_is_said_and_mended() {
        let crowd = "new crowd-4: A0 V4 K9 P13";
        assert_eq!(said(crowd, "ASK-04"), "5 creators new to Northwind post Trail Jacket on 14 Mar.");
        // Days 15 and 16 are taken; the four others stay together.
        let moved = "Move the ask to Thu 18 Mar → ASK-04 ASK-04 ASK-04 ASK-04";
        assert_eq!(fixed("new crowd-4: A0 V4 K9 P14 K15 S16", "ASK-04"), [moved]);
        assert_eq!(fixed("new crowd-2: A0 V4 K9 P14", "ASK-04"), ["Move the ask to Tue 16 Mar →"]);
        assert_eq!(fixed("new crowd-2: A0 V4 K9 P14(published)", "ASK-04"), [""; 0]);
        // With a card a year on, nobody would know which March it is.
        let years = "new crowd-4: A0 V4 K9 P13 K400";
        assert_eq!(said(years, "ASK-04"), "5 creators new to Northwind post Trail Jacket on 14 Mar 2027.");
        let title = &fixed(years, "ASK-04")[0];
        assert!(title.starts_with("Move the ask to ") && title.contains(" Mar 2027 →"), "{title}");
    }
}
