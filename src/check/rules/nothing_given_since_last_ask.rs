//! PBR-07: one ask follows another, and too little was given between them.

use super::define;
use crate::analysis::drops::Drop;
use crate::analysis::order::{Before, Position, before};
use crate::check::facts::LaneFacts;
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft, moved_by};
use crate::check::rests::Counted;
use crate::check::sink::{Called, Said, Sink, when};
use crate::check::text::Text;
use crate::edit::{Edit, MomentChange};
use crate::model::{Cta, Kind, When};
use crate::words::{self, counts, findings as say};

define! {
    "PBR-07" "nothing-given-since-last-ask" "Two asks in a row";
    evidence B;
    severity "Warning. In a recurring slot only where the creator’s usual posts per week are known.";
    flags "Between two drops in a row, fewer cards that give something than the later one needs; a hard ask needs more than a soft one, an ask without a call to action needs nothing. Organic cards, the creator’s usual unsponsored posts, asks inside the creator’s own content and asks that carry a story count. A card on the day of an ask counts only where times say that it lies between. Asks that name no product count as being for one. Where no ask of a drop says how it asks, the pair is listed as not checked, and so is a recurring slot where the usual posts are not known.";
    why "Every ask draws on what was given. Two in a row turn a relationship into a shop window.";
    evidence_text "Organic posts in one period raise the effect of sponsored ones in the next (a panel of micro-influencers in China, published 2024: one observational study). Members of one studied community expect most of a creator’s content to be organic (Cocker, Mardon and Daunt, 2021: one study). How many are enough is judgement.";
    against "Irritation by repetition fades faster than the memory of the brand (Kronrod and Huber, 2018: one study), and prolific creators post between the cards of this plan.";
    example "new: A0 V4 K9 P14 P24(b,hard)";
    instead "new: A0 V4 K9 P14 S17 K20 P24(b,hard)";
    fix "Add cards that give something, soften the call to action, or bring both into one drop.";
    exceptions "Launch weeks: posts of one product within a few days are one drop. Creators who post much of their own: note the posts per week on the lane.";
    settings "What the later ask needs, soft or hard, and which asks for one product count as one." reads "value_between_soft", "value_between_hard", "same_drop_days";
}

/// What lies between two drops, and what the later one needs.
struct Gap {
    earlier: usize,
    later: usize,
    given: usize,
    need: usize,
    hard: bool,
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    if !facts.lane.is_creator() || facts.drops.len() < 2 {
        return;
    }
    if facts.is_slot() && facts.lane.organic_per_week.is_none() {
        return sink.not_checked(facts, crate::words::asks::heavy_slot_unset());
    }
    let giving = giving(facts);
    let mut unset = false;
    for pair in facts.drops.windows(2) {
        let [earlier, later] = pair else { continue };
        unset |= cta(facts, later).is_none();
        let Some(gap) = gap(facts, &giving, earlier, later).filter(|gap| gap.given < gap.need) else { continue };
        let (first, second) = (facts.card(gap.earlier).position, facts.card(gap.later).position);
        let (ask, before) = names(facts, &gap);
        let strength = if gap.hard { say::hard() } else { say::soft() };
        let (given, need, years) = (gap.given, gap.need, facts.cross.years);
        let message = Text::later(move || {
            let (ask, before, on) = (ask.name(), before.name(), when(years, second));
            let given = counts::value_moments(given);
            match second.days_since(first) {
                Some(0) => say::nothing_given_that_day(ask, on, strength, before, given, need),
                Some(days) => say::nothing_given(ask, on, strength, words::days(days.into()), before, given, need),
                None => say::nothing_given_in_order(ask, on, strength, before, given, need),
            }
        });
        let cards = vec![gap.later, gap.earlier];
        let mut said = Said::new(Severity::Warning, cards, message, say::nothing_given_help(), say::nothing_given_clears());
        let setting = if gap.hard { "value_between_hard" } else { "value_between_soft" };
        said.threshold = Some(setting);
        said.counted = Some(Counted::Given(gap.given, if gap.hard { Cta::Hard } else { Cta::Soft }));
        sink.say(facts, said);
    }
    if unset {
        sink.not_checked(facts, say::cta_unset());
    }
}

/// What the later ask is called and what the earlier one. Two asks for one product would go by one name: then their titles
/// tell them apart, or else their places.
fn names(facts: &LaneFacts<'_>, gap: &Gap) -> (Called, Called) {
    let (ask, before) = (facts.called(gap.later), facts.called(gap.earlier));
    if ask.name() != before.name() {
        return (ask, before);
    }
    let (ask, before) = (facts.title(gap.later), facts.title(gap.earlier));
    let before = if ask == before { say::the_ask_before().to_owned() } else { before.into_owned() };
    (Called::Title(ask.into_owned()), Called::Title(before))
}

/// For each place in the sequence, how many cards up to it give something: so that a gap is counted by subtraction.
fn giving(facts: &LaneFacts<'_>) -> Vec<usize> {
    let count = |sum: &mut usize, gives: bool| {
        *sum += usize::from(gives);
        Some(*sum)
    };
    facts.sequence.cards.iter().map(|card| card.gives).scan(0, count).collect()
}

/// The hardest call to action of a drop; `None` when none of its asks says how it asks.
fn cta(facts: &LaneFacts<'_>, drop: &Drop) -> Option<Cta> {
    drop.asks.iter().filter_map(|at| facts.card(*at).moment.cta).max()
}

fn gap(facts: &LaneFacts<'_>, giving: &[usize], earlier: &Drop, later: &Drop) -> Option<Gap> {
    let (from, to) = (earlier.first(), later.first());
    let (first, second) = (facts.card(from).position, facts.card(to).position);
    if !first.same_kind(second) {
        return None;
    }
    let settings = facts.limits();
    let (need, hard) = match cta(facts, later)? {
        Cta::None => return None,
        Cta::Soft => (usize::from(settings.value_between_soft), false),
        Cta::Hard => (usize::from(settings.value_between_hard), true),
    };
    let days = second.days_since(first).unwrap_or(0);
    let weekly = usize::from(facts.lane.organic_per_week.unwrap_or(0));
    let implied = weekly * usize::try_from(days).unwrap_or(0) / 7;
    let own = later.asks.iter().filter(|at| facts.card(**at).gives).count();
    let given = between(facts, giving, from, to) + own + implied;
    Some(Gap { earlier: from, later: to, given, need, hard })
}

/// Cards that give something and lie between two asks for sure. Only the days of the two asks are looked at card by card.
fn between(facts: &LaneFacts<'_>, giving: &[usize], from: usize, to: usize) -> usize {
    let cards = &facts.sequence.cards;
    let (first, second) = (facts.card(from).position, facts.card(to).position);
    let lies = |at: &usize| {
        let card = facts.card(*at);
        card.gives && before(first, card.position) == Before::Yes && before(card.position, second) == Before::Yes
    };
    let on_first = cards[from..].iter().take_while(|card| card.position.same_day(first)).count();
    let on_second = cards[..=to].iter().rev().take_while(|card| card.position.same_day(second)).count();
    let (after, until) = (from + on_first, to + 1 - on_second);
    if after >= until {
        return (from..=to).filter(lies).count();
    }
    let upto = |at: usize| at.checked_sub(1).and_then(|at| giving.get(at)).copied().unwrap_or(0);
    upto(until) - upto(after) + (from..after).filter(lies).count() + (until..=to).filter(lies).count()
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let facts = bench.facts;
    let (Some(later), Some(earlier)) = (bench.subject(finding), bench.nth(finding, 1)) else { return Vec::new() };
    let giving = giving(facts);
    let mut pairs = facts.drops.windows(2).filter_map(|pair| Some((pair.first()?, pair.get(1)?)));
    let Some((from, to)) = pairs.find(|(_, to)| to.first() == later) else { return Vec::new() };
    let Some(gap) = gap(facts, &giving, from, to) else { return Vec::new() };
    let mut drafts = Vec::from_iter(give(bench, earlier, later, gap.need.saturating_sub(gap.given)));
    if gap.hard {
        let hard = to.asks.iter().filter(|at| facts.card(**at).is_hard() && facts.card(**at).moment.kind.is_ask());
        let soften = hard.map(|at| Edit::SetMoment { id: facts.card(*at).moment.id, change: MomentChange::Cta(Some(Cta::Soft)) });
        drafts.push(Draft::suggested(say::fix_soften(), soften.collect()));
    }
    let last = facts.card(earlier).moment.when;
    if facts.card(earlier).product == facts.card(later).product && last != When::Undated {
        let target = moved_by(last, i32::from(facts.limits().same_drop_days));
        drafts.push(Draft::suggested(say::fix_merge_drops(), vec![bench.moved(later, target)]));
    }
    drafts
}

/// So many cards between two asks, evenly spread; where there is no room the later ask and what follows moves.
fn give(bench: &mut Bench<'_>, earlier: usize, later: usize, count: usize) -> Option<Draft> {
    const KINDS: [Kind; 2] = [Kind::Community, Kind::Story];
    let facts = bench.facts;
    let (from, to) = (facts.card(earlier).moment.when, facts.card(later).moment.when);
    // A plan that asks for more than a dozen cards between two asks wants thought, not a button.
    let n = i32::try_from(count).ok().filter(|n| *n <= 12)?;
    let distance = match (facts.card(earlier).position, facts.card(later).position) {
        (Position::Order(a), Position::Order(b)) => b.saturating_sub(a),
        (a, b) => b.days_since(a).unwrap_or(0),
    };
    let short = (n + 1).saturating_sub(distance).max(0);
    let push = if short > 0 { bench.days_later(later, short) } else { 0 };
    let mut edits = if push > 0 { bench.shifted_from(later, push)? } else { Vec::new() };
    let room = distance.saturating_add(push);
    let mut taken = vec![from, to];
    for (step, kind) in (1..=n).zip(KINDS.into_iter().cycle()) {
        let even = moved_by(from, i32::try_from(i64::from(room) * i64::from(step) / i64::from(n + 1)).unwrap_or(0));
        let free = if push > 0 { even } else { bench.free_between(even, from, to, &taken) };
        taken.push(free);
        edits.push(bench.add(kind, free));
    }
    let title = if count == 1 { say::fix_give_one().to_owned() } else { say::fix_give(count) };
    Some(if push > 0 { Draft::suggested(title, edits) } else { Draft::safe(title, edits) })
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{fixed, found, unchecked, worded};

    #[test]
    fn two_asks_in_a_row() {
        assert_eq!(found("new: A0 V4 K9 P14 P16"), "", "one drop");
        assert_eq!(found("new: A0 V4 K9 P14 P24(b,none)"), "", "nothing is asked for");
        assert_eq!(found("new: A0 V4 K9 P14 P24(b,embedded)"), "", "inside own content");
        assert_eq!(found("new: A0 V4 K9 P14 N18 P24(b)"), "", "organic cards count");
        assert_eq!(found("new: A0 V4 K9 P14 S24 P24(b)"), "PBR-07", "a card of the same day does not lie between");
        assert_eq!(found("new: A0 V4 K9 P14 S24(09:00) P24(b,10:00)"), "");
        assert_eq!(found("new organic-2: A0 V4 K9 P14 P24(b,hard)"), "", "two posts a week are two in ten days");
        assert_eq!(fixed("new: A0 V4 K9 P14 P24(b,hard)", "PBR-07"), ["Add 2 cards that give something →"]);
        assert_eq!(
            fixed("new: A0 V4 K9 P14 S17 P24(b,hard)", "PBR-07"),
            ["Add a community story between →", "Soften the call to action →"]
        );
        assert_eq!(fixed("new: A0 V4 K9 P14 P18", "PBR-07"), ["Add a community story between →", "Make it one drop →"]);
        assert_eq!(fixed("new: A#1 V#2 K#3 P#4 P#5(b)", "PBR-07"), ["Add a community story between → PBR-11"]);
    }

    #[test]
    fn what_each_call_to_action_needs() {
        assert_eq!(found("new: A0 V4 K9 P14 P24(b)"), "PBR-07", "a soft one needs one");
        assert_eq!(found("new: A0 V4 K9 P14 S18 P24(b)"), "");
        assert_eq!(found("new: A0 V4 K9 P14 S18 P24(b,hard)"), "PBR-07", "a hard one two");
        assert_eq!(found("new: A0 V4 K9 P14 S18 S20 P24(b,hard)"), "");
        assert_eq!(found("new: A0 V4 K9 P14 T18 P24(b)"), "PBR-07", "a teaser gives nothing");
        assert_eq!(found("new: A0 V4 K9 P14 PS24(b)"), "", "an ask that carries a story");
    }

    #[test]
    fn one_drop_on_both_sides() {
        assert_eq!(found("new: A0 V4 K9 P14 P17"), "PBR-07", "three days later is another drop");
        assert_eq!(found("new: A0 V4 K9 P14 P15(b)"), "PBR-07", "another product, too");
    }

    #[test]
    fn how_it_is_said() {
        let that_day = "warning: Summer code (15 Mar) is a hard ask on the day of Trail Jacket, with 0 value moments between; your plan asks for 2.";
        assert_eq!(worded("new: A0 V4 K9 P14 P14(b,hard)", "PBR-07"), that_day);
        let next = "warning: Summer code (16 Mar) is a hard ask, 1 day after Trail Jacket, with 1 value moment between; your plan asks for 2.";
        assert_eq!(worded("new: A0 V4 K9 P14 PS15(b,hard)", "PBR-07"), next);
        let again = "warning: Trail Jacket (18 Mar) is a soft ask, 3 days after the previous ask, with 0 value moments between; your plan asks for 1.";
        assert_eq!(worded("new: A0 V4 K9 P14 P17", "PBR-07"), again, "one name for both");
        let places = "warning: Trail Jacket (position 5) is a soft ask after the previous ask, with 0 value moments between; your plan asks for 1.";
        assert_eq!(worded("new: A#1 V#2 K#3 P#4 P#5", "PBR-07"), places);
    }

    #[test]
    fn usual_posts_and_slots() {
        assert_eq!(unchecked("new slot: O-7 P0 P14(b)", "PBR-07").len(), 1, "and that is said");
        assert_eq!(unchecked("new slot: O-7 P0", "PBR-07").len(), 0, "one ask has nothing before it");
        assert_eq!(unchecked("new slot organic-1: O-7 P0 P14(b)", "PBR-07").len(), 0);
        assert_eq!(found("new organic-1: A0 V4 K9 P14 P20(b)"), "PBR-07", "six days are no week");
        assert_eq!(found("new organic-1: A0 V4 K9 P14 P21(b)"), "");
        assert_eq!(found("new slot: O-7 P0 P14(b)"), "", "what stands between is not known");
        assert_eq!(found("new slot organic-1: O-7 P0 P6(b)"), "PBR-07");
        assert_eq!(found("new slot organic-1: O-7 P0 P7(b)"), "");
    }
}
