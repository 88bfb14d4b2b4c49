//! FIT-05: an ask falls into, or close behind, a deal with a competitor.

use std::collections::BTreeSet;

use super::define;
use crate::check::facts::LaneFacts;
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft, moved_by};
use crate::check::sink::{Said, Sink};
use crate::model::direction::isolated;
use crate::model::{Brand, Creator, Day, PastDeal};
use crate::words::{self, findings, fit as say};

define! {
    "FIT-05" "competitor-conflict" "A competitor’s deal is in the way";
    evidence C;
    severity "Error where the ask falls within a recorded exclusivity, else warning: an exclusivity that is over binds nobody, and only the memory of the deal is left.";
    flags "An ask of a creator, or one on the brand's channel that names the creator, from the first day of a deal with a listed competitor until 90 days after its last, or within an exclusivity that was part of it. A deal without a last day runs on, or until its exclusivity ends. One finding per lane and deal, about the first ask; where several deals are in the way of one ask, about the graver, else the later one.";
    why "The audience still has the other brand in mind, and a contract may stand in the way.";
    evidence_text "Exclusivity clauses are standard in such contracts (trade practice). How long a deal is remembered is judgement.";
    against "Audiences know that people change brands, and an honest story of a change can be the better one. Lists of earlier deals grow old.";
    example "new exclusive-20: A0 V4 K9 P14";
    instead "new exclusive-20 waived: A0 V4 K9 P14";
    fix "Move the ask and what follows past the days in the way, or record who agreed that the deal is no obstacle, and when.";
    exceptions "A list of deals that is out of date: record a waiver, or correct the days.";
    settings "For how long an ask collides with a competitor’s deal." reads "competitor_days";
}

/// How a deal is in the way of an ask.
#[derive(Clone, Copy)]
enum Clash {
    Exclusive(Day),
    During(Day),
    Open,
    After(Day, i32),
}

/// A deal of a creator, and the asks that it is in the way of.
struct Conflict<'a> {
    creator: &'a Creator,
    deal: &'a PastDeal,
    asks: Vec<usize>,
}

/// What is not filled in, in sentences.
type Unset = BTreeSet<&'static str>;

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    let mut unset = Unset::default();
    for conflict in conflicts(facts, &mut unset) {
        say_conflict(facts, sink, &conflict);
    }
    for reason in unset {
        sink.not_checked(facts, reason);
    }
}

/// Every deal that is in the way, with the asks for which no graver one is.
fn conflicts<'a>(facts: &LaneFacts<'a>, unset: &mut Unset) -> Vec<Conflict<'a>> {
    let mut all: Vec<Conflict<'a>> = Vec::new();
    // On a creator's lane the list is the same for every card.
    let mut of_lane: Option<Vec<&'a PastDeal>> = None;
    for (at, card) in facts.sequence.cards.iter().enumerate().filter(|(_, card)| card.ask) {
        if facts.lane.is_creator() && facts.creator.is_none() {
            unset.insert(say::no_pair());
        }
        let mut worst: Option<(&'a Creator, &'a PastDeal, Clash)> = None;
        for creator in facts.creators_of(card) {
            let Some(brand) = facts.brand_of(card) else {
                unset.insert(say::no_pair());
                continue;
            };
            let named;
            let deals = if facts.lane.is_creator() {
                &*of_lane.get_or_insert_with(|| rivals(facts, brand, creator, unset))
            } else {
                named = rivals(facts, brand, creator, unset);
                &named
            };
            for deal in deals.iter().copied() {
                let Some(day) = card.position.date() else {
                    unset.insert(say::rival_undated());
                    continue;
                };
                let Some(clash) = clash(deal, day, facts.limits().competitor_days.into()) else { continue };
                if worst.is_none_or(|(_, _, other)| clash.weight() > other.weight()) {
                    worst = Some((creator, deal, clash));
                }
            }
        }
        let Some((creator, deal, _)) = worst else { continue };
        match all.iter_mut().find(|other| std::ptr::eq(other.deal, deal)) {
            Some(conflict) => conflict.asks.push(at),
            None => all.push(Conflict { creator, deal, asks: vec![at] }),
        }
    }
    all
}

/// The deals with competitors that nobody waived.
fn rivals<'a>(facts: &LaneFacts<'_>, brand: &Brand, creator: &'a Creator, unset: &mut Unset) -> Vec<&'a PastDeal> {
    if brand.competitors.is_empty() {
        unset.insert(say::rivals_unset());
    } else if creator.past.is_empty() {
        unset.insert(say::past_unset());
    }
    let competes = |deal: &PastDeal| brand.competitors.iter().any(|rival| facts.config.same_topic(rival, &deal.brand));
    let open = creator.past.iter().filter(|deal| deal.waived.is_none() && competes(deal));
    let (dated, dateless): (Vec<_>, Vec<_>) =
        open.partition(|deal| deal.from.is_some() || deal.to.is_some() || deal.exclusive_until.is_some());
    if !dateless.is_empty() {
        unset.insert(say::deal_without_days());
    }
    dated
}

fn clash(deal: &PastDeal, day: Day, window: i32) -> Option<Clash> {
    if deal.from.is_some_and(|from| day < from) {
        return None;
    }
    if let Some(until) = deal.exclusive_until.filter(|until| day <= *until) {
        return Some(Clash::Exclusive(until));
    }
    let Some(last) = deal.to.or(deal.exclusive_until) else { return Some(Clash::Open) };
    let days = day.since(last);
    if days <= 0 { Some(Clash::During(last)) } else { (days <= window).then_some(Clash::After(last, days)) }
}

impl Clash {
    /// What is graver, and then what ends later.
    fn weight(self) -> (bool, Day) {
        match self {
            Self::Exclusive(until) => (true, until),
            Self::During(until) | Self::After(until, _) => (false, until),
            Self::Open => (false, Day::MAX),
        }
    }
}

fn say_conflict(facts: &LaneFacts<'_>, sink: &mut Sink<'_>, conflict: &Conflict<'_>) {
    let Conflict { creator, deal, asks } = conflict;
    let Some((at, position)) = asks.first().map(|at| (*at, facts.card(*at).position)) else { return };
    let Some(clash) = position.date().and_then(|day| clash(deal, day, facts.limits().competitor_days.into())) else { return };
    let (name, rival, ask, on) = (facts.name_of(creator), isolated(&deal.brand), facts.ask_name(at), facts.when(position));
    let day = |day: Day| facts.cross.years.day(day);
    let message = match clash {
        Clash::Exclusive(until) => say::rival_exclusive(name, rival, day(until), ask, on),
        Clash::During(until) => say::rival_during(name, rival, day(until), ask, on),
        Clash::Open => say::rival_open(name, rival, ask, on),
        Clash::After(until, days) => say::rival_after(name, rival, day(until), ask, words::days(days.into())),
    };
    let severity = if matches!(clash, Clash::Exclusive(_)) { Severity::Error } else { Severity::Warning };
    let mut said = Said::new(severity, asks.clone(), message, say::rival_help(), say::rival_clears());
    said.field = Some("past");
    said.threshold = matches!(clash, Clash::After(..)).then_some("competitor_days");
    let day = |day: Option<Day>| day.map_or_else(|| say::fact_no_day().to_owned(), |day| day.to_string());
    said.facts = vec![say::fact_deal(&deal.brand, day(deal.from), day(deal.to), day(deal.exclusive_until))];
    // On the brand's own channel the lane does not say whose deal it is.
    said.facts.extend((!facts.lane.is_creator()).then(|| findings::fact_creator(creator.id)));
    sink.say(facts, said);
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let facts = bench.facts;
    let Some(at) = bench.subject(finding) else { return Vec::new() };
    let all = conflicts(facts, &mut Unset::default());
    let conflict = all.iter().find(|conflict| conflict.asks.first() == Some(&at));
    let past = conflict.and_then(|conflict| past_deal(bench, at, conflict.deal));
    past.into_iter().chain([Draft::jump(say::fix_record_waiver(), "past")]).collect()
}

/// The first ask to a free day after everything in the way, and what follows with it.
fn past_deal(bench: &Bench<'_>, at: usize, deal: &PastDeal) -> Option<Draft> {
    let facts = bench.facts;
    let card = facts.card(at);
    let window = i32::from(facts.limits().competitor_days);
    let last = deal.to.or(deal.exclusive_until)?.plus(window).max(deal.exclusive_until.unwrap_or(Day::MIN));
    let late = last.plus(1).since(card.position.date()?);
    let target = bench.free(moved_by(card.moment.when, late), 1);
    let days = facts.campaign.day_of(target)?.since(card.position.date()?);
    Some(Draft::suggested(say::fix_past_deal(facts.cross.years.day(last)), bench.shifted_from(at, days)?))
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{codes_strict, fixed, found, plan, said, unchecked, unchecked_in};
    use crate::model::{Campaign, Day};
    use std::sync::Arc;

    #[test]
    fn a_deal_in_the_way() {
        assert_eq!(found("new rival--10: A0 V4 K9 P14"), "FIT-05");
        assert_eq!(found("new rival--76: A0 V4 K9 P14"), "FIT-05", "ninety days later");
        assert_eq!(found("new rival--77: A0 V4 K9 P14"), "", "ninety-one");
        assert_eq!(found("new rival-20: A0 V4 K9 P14"), "FIT-05", "it still runs");
        assert_eq!(found("new rival-20 waived: A0 V4 K9 P14"), "");
        assert_eq!(found("new rival--10: A0 V4 K9"), "", "nothing is asked");
        assert_eq!(found("new rival--10: A0 V4 K9 P14 S20 S24 P34"), "FIT-05", "once per deal");
        assert_eq!(found("new exclusive-14: A0 V4 K9 P14"), "FIT-05", "its last day");
        assert_eq!(found("new exclusive-20 waived: A0 V4 K9 P14"), "");
    }

    #[test]
    fn how_it_is_said_and_mended() {
        assert_eq!(
            said("new rival--9: A-30 V-26 K-21 P5", "FIT-05"),
            "Maja’s RivalCo deal runs to 20 Feb; Trail Jacket is 14 days later."
        );
        assert_eq!(
            said("new rival-20: A0 V4 K9 P14", "FIT-05"),
            "Maja’s RivalCo deal runs to 21 Mar; Trail Jacket is on 15 Mar."
        );
        assert_eq!(
            said("new exclusive-20: A0 V4 K9 P14", "FIT-05"),
            "Maja is exclusive to RivalCo until 21 Mar; Trail Jacket is on 15 Mar."
        );
        assert_eq!(
            said("new exclusive-320: A0 V4 K9 P14", "FIT-05"),
            "Maja is exclusive to RivalCo until 15 Jan 2028; Trail Jacket is on 15 Mar.",
            "a day of another year than the plan has is told with it"
        );
        assert_eq!(
            fixed("new rival--10: A0 V4 K9 P14", "FIT-05"),
            ["Move the ask and what follows past 20 May →", "Record the waiver → past"]
        );
        // An error becomes a hint: the lane is quiet for long.
        assert_eq!(
            fixed("new exclusive-20: A0 V4 K9 P14 S16 P24(b)", "FIT-05"),
            ["Move the ask and what follows past 19 Jun → PBR-14", "Record the waiver → past"]
        );
        assert_eq!(fixed("new exclusive-20: A0 V4 K9 P14(published)", "FIT-05"), ["Record the waiver → past"]);
    }

    #[test]
    fn severity_follows_the_exclusivity_and_the_graver_deal_speaks() {
        let graver = |sketch: &str| {
            let report = crate::check::check(&plan(sketch), &crate::check::Options::default());
            report.findings.iter().map(|finding| finding.severity.key()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(graver("new exclusive-20: A0 V4 K9 P14"), "error");
        assert_eq!(graver("new exclusive-13: A0 V4 K9 P14"), "warning", "the exclusivity is over, the memory is not");
        assert_eq!(graver("new rival-20: A0 V4 K9 P14"), "warning");
    }

    #[test]
    fn days_of_a_deal() {
        let mut campaign = plan("new rival-20: A0 V4 K9 P14");
        let day = |days: i32| crate::check::trial::day(days);
        let mut set = |from: Option<Day>, to: Option<Day>| {
            let creator = campaign.creators.iter_mut().find(|creator| creator.first_name() == "Maja").expect("Maja");
            for deal in &mut Arc::make_mut(creator).past {
                (deal.from, deal.to) = (from, to);
            }
            codes_strict(&campaign)
        };
        assert_eq!(set(Some(day(15)), Some(day(20))), "", "it begins after the ask");
        assert_eq!(set(Some(day(14)), Some(day(20))), "FIT-05", "it begins on its day");
        assert_eq!(set(Some(day(0)), None), "FIT-05", "it has no end");
        assert_eq!(set(None, None), "", "nobody knows when it was");
    }

    #[test]
    fn the_window_can_be_set_and_what_is_unset_is_listed() {
        let mut campaign = plan("new rival--10: A0 V4 K9 P14");
        campaign.settings.competitor_days = Some(24);
        assert_eq!(codes_strict(&campaign), "FIT-05", "24 days later");
        campaign.settings.competitor_days = Some(23);
        assert_eq!(codes_strict(&campaign), "");
        let unset = |change: &dyn Fn(&mut Campaign)| {
            let mut campaign = plan("new rival--10: A0 V4 K9 P14");
            change(&mut campaign);
            assert_eq!(codes_strict(&campaign), "");
            unchecked_in(&campaign, "FIT-05")
        };
        let rivals = ["Competitors of the brand are not filled in."];
        assert_eq!(unset(&|plan| Arc::make_mut(&mut plan.brands[0]).competitors.clear()), rivals);
        assert_eq!(
            unset(&|plan| Arc::make_mut(&mut plan.creators[0]).past.clear()),
            ["Earlier deals of the creator are not filled in."]
        );
        let nobody = ["The lane has no creator or no brand."];
        assert_eq!(unset(&|plan| Arc::make_mut(&mut plan.lanes[0]).creator = None), nobody);
        let undated = ["An ask has no date, so it was not held against earlier deals."];
        assert_eq!(unchecked("new rival--10: A#1 V#2 K#3 P#4", "FIT-05"), undated);
    }
}
