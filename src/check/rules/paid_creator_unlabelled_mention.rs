//! DIS-04: a creator with a deal names the brand in passing, and nothing says so.

use super::define;
use crate::analysis::order::{Placed, Position};
use crate::check::disclosure::{disclose, label_title, labelled, paid, text, with_source};
use crate::check::facts::LaneFacts;
use crate::check::finding::{Finding, Origin, Severity};
use crate::check::fix::{Bench, Draft};
use crate::check::markets::{Market, Named, codes};
use crate::check::sink::{Said, Sink};
use crate::model::same_word;
use crate::model::{Basis, Compensation, Day, Kind, RelationshipStatus};
use crate::words::{self, labels as say, names};

define! {
    "DIS-04" "paid-creator-unlabelled-mention" "A mention without a label";
    evidence R;
    severity "Warning.";
    flags "An organic card that names the brand, for which nothing is noted as given and which carries no label, while a deal of this creator with the brand runs: between the first and the last card of the lane that is paid, gifted or earns a share; within an earlier deal of the creator with the brand; or at any time where the creator is noted as an ambassador, an investor, a founder, an employee or family. And after the end of a deal, in markets where the table counts past deals (Germany, because a consideration is presumed; the UK, for about a year). A past campaign ends on the day on which the two were last seen together.";
    why "A mention beside a deal is commonly taken for a part of it.";
    evidence_text "§ 5a(4) UWG presumes a consideration; the British guide speaks of about a year (not checked at the source). While a deal runs the reason is the same as for any paid card. From secondary copies, and no legal advice.";
    against "Somebody who really uses a product names it, and a label on everything makes labels mean nothing.";
    example "new market-UK: A0 V4 K9 P14(paid,label=Ad) N20(brand)";
    instead "new market-UK: A0 V4 K9 P14(paid,label=Ad) N20(brand,label=Ad)";
    fix "Put a label on it, or note on the card what shows that it has nothing to do with the deal.";
    exceptions "A mention before the first paid card; one that has a line noted as what it is backed by; one for which something is given, which is DIS-01’s. A mention that has no day to compare is listed as not checked, and so is a lane on which nobody noted what is given.";
    settings "For how long a mention still needs a label. Where it is set it stands above the table’s days." reads "mention_days";
}

/// From when to when a deal runs, as numbers of days; open where it has no such end.
#[derive(Clone, Copy)]
struct Deal {
    from: Option<i32>,
    to: Option<i32>,
    dated: bool,
    /// Of cards of the lane: where these stand is no matter, as long as they stand around the mention.
    cards: bool,
}

/// What ties a mention to a deal.
enum Tie {
    Runs(Option<Deal>),
    Ended { deal: Deal, days: i32 },
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    if !facts.lane.is_creator() || !facts.discloses(sink) {
        return;
    }
    let mut mentions = facts
        .sequence
        .cards
        .iter()
        .enumerate()
        .filter(|(_, card)| card.brand && card.moment.kind == Kind::Organic)
        .filter(|(_, card)| paid(card.moment).is_none() && !labelled(card.moment) && !is_noted(card.moment.proof.as_deref()))
        .peekable();
    if mentions.peek().is_none() {
        return;
    }
    let (deals, undated) = deals(facts);
    if undated {
        sink.not_checked(facts, say::deal_undated(facts.brand_name()));
    }
    let basis = standing_tie(facts);
    let unnoted = |card: &Placed<'_>| card.brand && card.moment.kind != Kind::Organic && card.moment.compensation.is_none();
    if basis.is_none() && facts.sequence.cards.iter().any(unnoted) {
        sink.not_checked(facts, say::deal_unset());
    }
    let set = facts.config.limit("mention_days").filter(|limit| limit.origin != Origin::Default).map(|limit| limit.value);
    let mut no_day = false;
    for (at, card) in mentions {
        if basis.is_some() {
            speak(facts, sink, at, &Tie::Runs(None), set);
            continue;
        }
        let Some(day) = card.position.day_number() else {
            no_day |= !deals.is_empty();
            continue;
        };
        let dated = matches!(card.position, Position::Date(..));
        if let Some(tie) = tie(deals.iter().filter(|deal| deal.dated == dated), day) {
            speak(facts, sink, at, &tie, set);
        }
    }
    if no_day {
        sink.not_checked(facts, say::mention_undated());
    }
}

fn is_noted(line: Option<&str>) -> bool {
    line.is_some_and(|line| !line.trim().is_empty())
}

/// The deals of this creator with this brand, and whether there is one that has no days.
fn deals(facts: &LaneFacts<'_>) -> (Vec<Deal>, bool) {
    let (mut deals, mut undated) = (Vec::new(), false);
    for dated in [true, false] {
        let days =
            facts.sequence.cards.iter().filter(|card| matches!(card.position, Position::Date(..)) == dated).filter(|card| {
                matches!(paid(card.moment), Some(Compensation::Paid | Compensation::Gifted | Compensation::Affiliate))
            });
        let mut days = days.filter_map(|card| card.position.day_number());
        if let Some(first) = days.next() {
            deals.push(Deal { from: Some(first), to: Some(days.next_back().unwrap_or(first)), dated, cards: true });
        }
    }
    for past in facts.creator.iter().flat_map(|creator| &creator.past).filter(|past| same_word(&past.brand, facts.brand())) {
        undated |= past.from.is_none() && past.to.is_none();
        if past.from.is_some() || past.to.is_some() {
            deals.push(Deal { from: past.from.map(Day::number), to: past.to.map(Day::number), dated: true, cards: false });
        }
    }
    let relationship = &facts.lane.relationship;
    if relationship.basis == Some(Basis::PastCampaign) {
        match relationship.last_visible {
            Some(last) => deals.push(Deal { from: None, to: Some(last.number()), dated: true, cards: false }),
            None => undated = true,
        }
    }
    (deals, undated)
}

/// A tie that has no end: what the creator is to the brand.
fn standing_tie(facts: &LaneFacts<'_>) -> Option<&'static str> {
    let relationship = &facts.lane.relationship;
    match relationship.basis {
        Some(basis @ (Basis::Ambassador | Basis::EmployeeOrFamily | Basis::Investor | Basis::Founder)) => Some(basis.key()),
        _ if relationship.status == RelationshipStatus::Owner => Some(RelationshipStatus::Owner.key()),
        _ => None,
    }
}

/// What ties a day to the nearest of some deals.
fn tie<'d>(deals: impl Iterator<Item = &'d Deal>, day: i32) -> Option<Tie> {
    let mut ended: Option<(Deal, i32)> = None;
    for deal in deals.filter(|deal| deal.from.is_none_or(|from| from <= day)) {
        match deal.to {
            Some(to) if to < day => {
                let days = day.saturating_sub(to);
                if ended.is_none_or(|(_, least)| days < least) {
                    ended = Some((*deal, days));
                }
            }
            _ => return Some(Tie::Runs(Some(*deal))),
        }
    }
    ended.map(|(deal, days)| Tie::Ended { deal, days })
}

fn speak(facts: &LaneFacts<'_>, sink: &mut Sink<'_>, at: usize, tie: &Tie, set: Option<u16>) {
    let (title, on, brand, name) = (facts.title(at), facts.when(facts.card(at).position), facts.brand_name(), facts.name());
    let mut lines = facts.label_facts(at);
    let mut counted: Vec<&Named<'_>> = facts.markets.known.iter().collect();
    let message = match tie {
        Tie::Runs(Some(deal)) => {
            lines.push(if deal.cards {
                say::fact_deal_around().to_owned()
            } else {
                say::fact_deal(end(*deal, deal.from), end(*deal, deal.to))
            });
            say::mention_running(title, on, brand, name, codes(counted.iter().copied()))
        }
        Tie::Runs(None) => {
            let basis = standing_tie(facts).unwrap_or_default();
            lines.push(say::fact_tie(basis));
            say::mention_tied(title, on, brand, name, words::inside(names::choice(basis)), codes(counted.iter().copied()))
        }
        Tie::Ended { deal, days } => {
            counted.retain(|market| market.past_days(set).is_some_and(|most| *days < i32::from(most)));
            if counted.is_empty() {
                return;
            }
            lines.push(say::fact_deal_ended(end(*deal, deal.to)));
            say::mention_ended(title, on, brand, words::days((*days).into()), name, codes(counted.iter().copied()))
        }
    };
    let presumed = counted.iter().any(|named| named.market.presumed);
    let help = if presumed { say::mention_presumed_help() } else { say::mention_help() };
    let help = with_source(help, counted, Market::source);
    let mut said = Said::new(Severity::Warning, vec![at], message, help, say::mention_clears());
    said.field = Some("disclosure");
    said.threshold = matches!(tie, Tie::Ended { .. }).then_some("mention_days");
    said.facts = lines;
    sink.say(facts, said);
}

/// An end of a deal as a fact.
fn end(deal: Deal, day: Option<i32>) -> String {
    match day {
        Some(number) if deal.dated => Day::from_number(number).to_string(),
        Some(number) => number.to_string(),
        None => say::open_end().to_owned(),
    }
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let facts = bench.facts;
    let Some(at) = bench.subject(finding) else { return Vec::new() };
    let moment = facts.card(at).moment;
    let label = facts.markets.proposed(facts.folded_brand()).filter(|_| text(moment).is_none());
    let label = label.map(|label| {
        let title = label_title(&label);
        Draft::safe(title, vec![disclose(moment, |disclosure| disclosure.text = Some(label))])
    });
    label.into_iter().chain([Draft::jump(say::fix_before_deal(), "proof")]).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::check::trial::{fixed, found, found_in, plan, unchecked, worded};
    use crate::model::{Basis, Campaign, Day, Lane, PastDeal};

    #[test]
    fn mention() {
        for fires in [
            "new market-UK: A0 V4 K9 P14(paid,label=Ad) N20(brand)",
            "new market-DE: A0 V4 K9 P14(gifted,label=Werbung) N20(brand)",
            "new market-US: A0 V4 K9 P14(paid,label=Ad) N20(brand) P40(paid,label=Ad)",
            "new market-FR: A0(paid,label=Publicité) V4 K9 N10(brand,unpaid) P14(affiliate,label=Publicité)",
            "owner market-US: A0 V4 K9 N20(brand)",
        ] {
            assert_eq!(found(fires), "DIS-04", "{fires}");
        }
        for quiet in [
            "new: A0 V4 K9 P14(paid) N20(brand)",
            "new market-UK: N0(brand) V4 K9 P14(paid,label=Ad)",
            "new market-UK: A0 V4 K9 P14(paid,label=Ad) N20",
            "new market-UK: A0 V4 K9 P14(unpaid) N20(brand)",
            "new market-UK: A0 V4 K9 P14(own-brand,label=Ad) N20(brand)",
            "new market-UK: A0 V4 K9 P14(paid,label=Ad) N20(brand,label=Ad)",
            "new market-UK: A0 V4 K9 P14(paid,label=Ad) N20(brand,proof)",
            "new market-US: A0 V4 K9 P14(paid,label=Ad) N20(brand)",
            "new market-FR: A0 V4 K9 P14(paid,label=Publicité) N20(brand)",
        ] {
            assert_eq!(found(quiet), "", "{quiet}");
        }
        assert_eq!(found("new market-UK: A0 V4 K9 P14(paid,label=Ad) N20(brand,gifted)"), "DIS-01", "that is DIS-01’s");
    }

    #[test]
    fn it_rests_on_the_deal_and_not_on_where_other_paid_cards_stand() {
        let facts = |sketch: &str| {
            let findings = crate::check::check(&plan(sketch), &crate::check::Options::default()).findings;
            findings.into_iter().find(|finding| finding.code() == "DIS-04").map(|finding| finding.facts.clone())
        };
        let runs = |first: i32, last: i32| {
            facts(&format!("new market-UK: A0 V4 K9 P{first}(paid,label=Ad) N20(brand) K30 P{last}(paid,label=Ad)"))
        };
        assert!(runs(14, 40).is_some() && runs(14, 40) == runs(14, 45) && runs(14, 40) == runs(12, 40));
        let ended = |first: i32, last: i32| {
            facts(&format!("new market-UK: A0(paid,label=Ad) V{first}(paid,label=Ad) K9 P{last}(paid,label=Ad) N20(brand)"))
        };
        assert!(ended(4, 14).is_some() && ended(4, 14) == ended(5, 14));
        assert_ne!(ended(4, 14), ended(4, 15), "how long ago the deal ended is another matter");
    }

    #[test]
    fn a_year_and_no_day_more() {
        let plan = |day: i32| format!("new market-UK organic-7: A0 V4 K9 P14(paid,label=Ad) N{day}(brand)");
        assert_eq!((found(&plan(14 + 364)), found(&plan(14 + 365))), ("DIS-04".to_owned(), String::new()));
        let mut shorter = super::tests::plan(&plan(44));
        assert_eq!(found_in(&shorter), "DIS-04");
        shorter.settings.mention_days = Some(30);
        assert_eq!(found_in(&shorter), "");
        shorter.settings.mention_days = Some(31);
        assert_eq!(found_in(&shorter), "DIS-04");
        shorter.settings.mention_days = Some(0);
        assert_eq!(found_in(&shorter), "");
    }

    fn changed(sketch: &str, change: impl FnOnce(&mut Campaign)) -> Campaign {
        let mut campaign = plan(sketch);
        change(&mut campaign);
        campaign
    }

    fn lane(campaign: &mut Campaign) -> &mut Lane {
        Arc::make_mut(&mut campaign.lanes[0])
    }

    #[test]
    fn deals_beside_the_lane() {
        let sketch = "new market-UK: A0 V4 K9 N20(brand)";
        assert_eq!(found(sketch), "");
        let with = |brand: &str, from: Option<i32>, to: Option<i32>| {
            changed(sketch, |campaign| {
                let zero = campaign.anchor.as_ref().and_then(|anchor| anchor.date).expect("day 0");
                let day = |days: Option<i32>| days.map(|days: i32| -> Day { zero.plus(days) });
                let unknown = crate::model::Unknown::default();
                let past = PastDeal {
                    brand: brand.to_owned(),
                    category: None,
                    from: day(from),
                    to: day(to),
                    exclusive_until: None,
                    waived: None,
                    unknown,
                };
                Arc::make_mut(&mut campaign.creators[0]).past.push(past);
            })
        };
        assert_eq!(found_in(&with("northwind", Some(-90), Some(-10))), "DIS-04", "ended a month ago");
        assert_eq!(found_in(&with("Northwind", Some(-90), Some(30))), "DIS-04", "runs");
        assert_eq!(found_in(&with("Northwind", Some(-90), None)), "DIS-04", "has no end");
        assert_eq!(found_in(&with("Northwind", Some(30), Some(60))), "", "has not begun");
        assert_eq!(found_in(&with("Northwind", None, Some(-400))), "", "long ago");
        assert_eq!(found_in(&with("Northwind", None, None)), "", "nobody knows when");
        assert_eq!(found_in(&with("RivalCo", Some(-90), Some(30))), "", "another brand");
        for basis in [Basis::Ambassador, Basis::EmployeeOrFamily, Basis::Investor, Basis::Founder] {
            assert_eq!(found_in(&changed(sketch, |plan| lane(plan).relationship.basis = Some(basis))), "DIS-04", "{basis:?}");
        }
        assert_eq!(found_in(&changed(sketch, |plan| lane(plan).relationship.basis = Some(Basis::GenuineUser))), "");
        let past = |sketch: &str| changed(sketch, |plan| lane(plan).relationship.basis = Some(Basis::PastCampaign));
        assert_eq!(found_in(&past("new market-UK seen-100: A0 V4 K9 N20(brand)")), "DIS-04");
        assert_eq!(found_in(&past("new market-UK seen-400: A0 V4 K9 N20(brand)")), "");
    }

    #[test]
    fn word_for_word() {
        assert_eq!(
            worded("new market-UK market-US: A0(paid,label=Ad) V4 K9 N10(brand) P14(paid,label=Ad)", "DIS-04"),
            "warning: Organic (11 Mar) names Northwind while Maja’s deal runs, and has no label. Markets: UK, US."
        );
        assert_eq!(
            worded("new market-UK market-US: A0 V4 K9 P14(paid,label=Ad) N20(brand)", "DIS-04"),
            "warning: Organic (21 Mar) names Northwind 6 days after Maja’s deal ended, and has no label. Markets: UK."
        );
        assert_eq!(
            worded("owner market-US: A0 V4 K9 N20(brand)", "DIS-04"),
            "warning: Organic (21 Mar) names Northwind, has no label, and Maja is noted as owner. Markets: US."
        );
        assert_eq!(
            unchecked("new market-UK: A0 V4 K9 P14 N20(brand)", "DIS-04"),
            ["Whether cards are paid for is not set everywhere, so mentions may stand beside a deal that is not noted."]
        );
        assert_eq!(
            unchecked("new market-UK: A0(unpaid) V4(unpaid) K9(unpaid) P14(paid,label=Ad) N?(brand)", "DIS-04"),
            ["A mention has no day that can be compared, so it was not held against the deal."]
        );
    }

    #[test]
    fn labelled_or_explained() {
        assert_eq!(
            fixed("new market-UK: A0 V4 K9 P14(paid,label=Ad) N20(brand)", "DIS-04"),
            ["Label it “Ad” →", "Note that it is before the deal → proof"]
        );
    }
}
