//! PBR-01: the first ask comes before anything explains the partnership.

use super::define;
use crate::check::facts::{LaneFacts, Opening};
use crate::check::finding::Finding;
use crate::check::fix::{Bench, Draft, shift};
use crate::check::sink::{Said, Sink};
use crate::edit::Edit;
use crate::model::{Kind, When};
use crate::words::findings as say;

define! {
    "PBR-01" "product-first" "The ask comes before the relationship";
    evidence B;
    severity "Error for a new relationship. Warning for a warm one without evidence and for an owner who is not the founder. Hint for a warm one with evidence, for a founder, and in a recurring slot. Off where the relationship is established, with evidence and seen lately.";
    flags "A creator’s first ask with no earlier card about the brand that announces, explains or gives something. Teasers and organic cards that do not mention the brand do not count; an announcement on the brand’s own channel that names the creator does, unless it comes later: what is said after the ask prepares nothing. An announcement of another brand does not. An idea or a draft, and an ask that has no date itself, get the benefit of the doubt while a card that could prepare them cannot be placed.";
    why "Followers hear that the two work together from a request to buy. They look for a reason, and the nearest one is money.";
    evidence_text "Zhang and colleagues (2023) found in three experiments that an influencer who used the product before any contact with the brand makes it better liked than contact first: strong for use before contact, silent on announcements. Leung and colleagues (2022) found that posts which announce new products are less effective: one large observational study. That a reason has to come first is the claim of an article in The Drum (2019): judgement.";
    against "The advantage of use before contact shrinks once the fee is disclosed (Zhang and colleagues, 2023). A strong tie can offset a bad fit (Hódi, Barkász and Buvár, 2022: one paper, two studies), and disclosure does not damage the tie (Boerman, 2020: one study). Seeding through many small accounts has sold cheap goods without any run-up: trade press. No published study tests the exact order, so this is a planning rule.";
    example "new: P14 A18 V22 K27";
    instead "new: A0 V4 K9 P18";
    fix "Keep the dates and put the ask last; add a run-up before it, and move the ask too where the run-up does not fit after today; move the ask after the next card that gives something, or after the announcement where nothing else follows; park it in ideas; or write down a relationship that exists already.";
    exceptions "Long-time users of the product: mark the lane established and note the evidence. Founders and owners: mark the lane owner. Ad reads: set the lane to recurring slot. Performance affiliates and mass seeding can work without a run-up; accept the finding with the reason. Lanes of the brand or of the community are never looked at.";
    settings "No limit of its own.";
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    let (Some(at), Some(severity)) = (facts.sequence.first_ask, facts.ask_first_severity()) else {
        return;
    };
    let replaced = || facts.borrows() && !facts.config.is_off(&super::borrowed_trust::RULE);
    if facts.lane.is_creator() && facts.opening == Opening::AskFirst && !replaced() {
        let date = facts.when_weekday(facts.card(at).position);
        // Whoever shares an audience may have told it in a lane of their own, of which nothing is known here.
        let say = if facts.lane.audience().is_some() { say::product_first_in_own } else { say::product_first };
        let message = say(facts.name(), facts.brand_name(), facts.ask_name(at), date);
        sink.say(facts, Said::new(severity, vec![at], message, say::product_first_help(), say::product_first_clears()));
    }
}

/// The fixes for an ask that nothing prepares; PBR-08 offers them too.
pub(super) fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let Some(at) = bench.subject(finding) else {
        return Vec::new();
    };
    let mut drafts = vec![ask_last(bench, at)];
    drafts.extend(run_up(bench, at));
    drafts.extend(after_next(bench, at));
    drafts.push(bench.park(at));
    drafts.push(Draft::jump(say::fix_record_relationship(), "relationship"));
    drafts
}

/// The same dates, dealt out again: what gives comes first, the asks last. Reaches as far as the third run-up card.
fn ask_last(bench: &Bench<'_>, at: usize) -> Draft {
    let facts = bench.facts;
    let from = facts.card(at).position;
    let end = facts.run_up.later.iter().take(3).next_back().copied().unwrap_or(at);
    let window = || (at..=end).filter(|place| facts.card(*place).position.same_kind(from));
    let (asks, gives): (Vec<usize>, Vec<usize>) = window().partition(|place| facts.card(*place).ask);
    let dates: Vec<When> = window().map(|place| facts.card(place).moment.when).collect();
    let order = gives.into_iter().chain(asks);
    let edits = order.zip(dates).filter(|(place, when)| facts.card(*place).moment.when != *when);
    Draft::suggested(say::fix_ask_last(), edits.map(|(place, when)| bench.moved(place, when)).collect())
}

/// An announcement, a values story and a community story before the ask. Where they do not fit after today, the ask
/// and what follows it move too.
fn run_up(bench: &mut Bench<'_>, at: usize) -> Option<Draft> {
    const PLAN: [(Kind, i32); 3] = [(Kind::Announcement, -14), (Kind::Values, -10), (Kind::Community, -5)];
    let facts = bench.facts;
    let when = facts.card(at).moment.when;
    if when == When::Undated || facts.card(at).moment.is_published() {
        return None;
    }
    let late = match (facts.campaign.day_of(when), bench.today) {
        (Some(day), Some(today)) => (today.since(day) + 14).max(0),
        _ => 0,
    };
    let late = if late > 0 { bench.days_later(at, late) } else { 0 };
    let ordered = matches!(when, When::Order(_));
    let mut edits: Vec<Edit> = if late > 0 { bench.shifted_from(at, late)? } else { Vec::new() };
    let mut taken = Vec::new();
    for (place, (kind, days)) in PLAN.into_iter().enumerate() {
        let target = match when {
            When::Order(order) => When::Order(order.saturating_sub(3 - i32::try_from(place).unwrap_or(0))),
            _ => shift(when, days + late),
        };
        // Towards the ask: further back could lie before today.
        let free = if ordered { target } else { bench.free(target, 1) };
        let free = if taken.contains(&free) { target } else { free };
        taken.push(free);
        edits.push(bench.add(kind, free));
    }
    let title = say::fix_run_up();
    Some(if late > 0 { Draft::suggested(say::fix_run_up_and_move(), edits) } else { Draft::safe(title, edits) })
}

/// The ask the day after the next card that gives something; after the announcement where nothing else follows.
fn after_next(bench: &Bench<'_>, at: usize) -> Option<Draft> {
    let later = &bench.facts.run_up.later;
    let next = *later.iter().find(|at| bench.facts.card(**at).roles.value()).or(later.first())?;
    let when = bench.free(bench.beside(next, 1), 1);
    Some(Draft::suggested(say::fix_move_after(bench.facts.title(next)), vec![bench.moved(at, when)]))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::check::trial::{fixed, found, found_in, plan, weighed};
    use crate::model::{Brand, BrandId, Id, LaneKind};

    #[test]
    fn an_ask_without_a_run_up() {
        assert_eq!(found("new: P14"), "PBR-01");
        assert_eq!(found("new: S0 P14"), "PBR-02 PBR-03 PBR-04");
        assert_eq!(found("established evidence: P14"), "");
        assert_eq!(
            fixed("new: P14 A18 V22 K27", "PBR-01"),
            [
                "Put the ask last →",
                "Add a run-up →",
                "Move the ask after “Values story” → PBR-04 PBR-05",
                "Park in ideas →",
                "Record an existing relationship → relationship",
            ]
        );
        assert_eq!(fixed("new: P#1", "PBR-01")[0], "Add a run-up → PBR-11");
    }

    #[test]
    fn what_prepares_an_ask() {
        assert_eq!(found("new: T0 N3 P14"), "PBR-01", "teasers and organic cards that do not name the brand do not");
        assert_eq!(found("new: N0(brand) V4 K9 P14"), "");
        assert_eq!(found("new: A13 P14"), "PBR-03 PBR-04 PBR-05", "the day before is before");
        assert_eq!(found("new: A15 P14"), "PBR-01", "the day after is not");
        assert_eq!(found("new: AVK14(09:00) P14(10:00)"), "PBR-05 PBR-06");
        assert_eq!(found("new: AVK14(11:00) P14(10:00)"), "PBR-01");
        assert_eq!(found("new brand-announced-13: P14"), "PBR-02 PBR-03 PBR-04 PBR-05");
        assert_eq!(found("new brand-announced-15: P14"), "PBR-01", "an announcement that comes later");
        assert_eq!(found("new: PV14"), "PBR-01", "an ask does not prepare itself");
        assert_eq!(found("new: A0(hard) V4 K9 P14"), "PBR-01", "a hard call to action makes an ask of any card");
    }

    #[test]
    fn the_benefit_of_the_doubt() {
        assert_eq!(found("new: AVK? P14"), "PBR-10");
        assert_eq!(found("new: AVK? P14(review)"), "PBR-01 PBR-10");
        assert_eq!(found("new: T? P14"), "PBR-01", "a teaser would not prepare it either");
        assert_eq!(found("new: AVK0 P?(approved)"), "PBR-10", "an ask without a date");
        assert_eq!(found("new: P?"), "PBR-01");
    }

    #[test]
    fn by_relationship() {
        for (words, expected) in [
            ("new", "PBR-01 error"),
            ("warm", "PBR-01 warning"),
            ("warm evidence", "PBR-01 hint"),
            ("owner", "PBR-01 warning"),
            ("founder", "PBR-01 hint"),
            ("established evidence", ""),
            ("established", "PBR-01 warning, PBR-12 warning"),
            ("new slot", "PBR-01 hint"),
            ("established evidence slot", ""),
        ] {
            assert_eq!(weighed(&format!("{words}: P14")), expected, "{words}");
        }
    }

    #[test]
    fn the_ask_moves_after_what_gives_something() {
        let moved = |sketch: &str| fixed(sketch, "PBR-01").into_iter().find(|fix| fix.starts_with("Move")).unwrap_or_default();
        assert_eq!(moved("new: P14 A18 S25"), "Move the ask after “Story” → PBR-03 PBR-04");
        assert_eq!(moved("new: P14 A18"), "Move the ask after “Announcement” → PBR-03 PBR-04 PBR-05", "nothing else follows");
        assert_eq!(moved("new: P14 T18"), "", "a teaser prepares nothing");
    }

    #[test]
    fn the_announcement_of_another_brand() {
        let mut campaign = plan("new brand-announced-0: P14");
        assert_eq!(found_in(&campaign), "PBR-02 PBR-03 PBR-04");
        let other = Brand::new(BrandId(Id::from_bits(9)), "Southwind");
        let lane = Arc::make_mut(campaign.lanes.last_mut().expect("the brand’s lane"));
        Arc::make_mut(&mut lane.moments[0]).brand = Some(other.id);
        campaign.brands.push(Arc::new(other));
        assert_eq!(found_in(&campaign), "PBR-01");
    }

    #[test]
    fn only_a_creators_lane_asks_first() {
        let mut campaign = plan("new: P14");
        Arc::make_mut(&mut campaign.lanes[0]).kind = LaneKind::Community;
        assert_eq!(found_in(&campaign), "");
        let mut campaign = plan("new: P14");
        let parked = Arc::make_mut(&mut campaign.lanes[0]).moments.remove(0);
        campaign.ideas.push(parked);
        assert_eq!(found_in(&campaign), "", "an idea in the tray");
    }

    #[test]
    fn a_run_up_that_does_not_fit_moves_the_ask() {
        assert_eq!(fixed("new: P3", "PBR-01")[0], "Add a run-up and move the ask →", "today is day 0");
        assert_eq!(fixed("new: P14(published)", "PBR-01"), ["Record an existing relationship → relationship"]);
    }
}
