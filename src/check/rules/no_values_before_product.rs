//! PBR-03: nothing shows what creator and brand both believe before the first ask.

use super::define;
use crate::check::facts::{LaneFacts, Standing};
use crate::check::finding::{Finding, Missing, Severity};
use crate::check::fix::{Bench, Draft, shift};
use crate::check::sink::{Said, Sink};
use crate::edit::{Edit, MomentChange};
use crate::model::Kind;
use crate::model::direction::isolated;
use crate::words::{self, findings as say};

define! {
    "PBR-03" "no-values-before-product" "No shared value before the ask";
    evidence B;
    severity "New: warning where the run-up is thin, else hint. Warm and owner: hint. Established and slot: off. A plan can set it to hint everywhere.";
    flags "No values story comes before the first ask or on its day, and the ask itself shows none. Where a values story comes later, the finding says so.";
    why "The shared value is what makes the brand part of the creator’s world rather than a guest in it.";
    evidence_text "Fit between creator and brand improves trust and effect, most for followers with weak ties (Breves and colleagues, 2019: one study). Values have to be rooted in practice, else they are taken for a pose (Vredenburg and colleagues, 2020: conceptual work).";
    against "Strong ties offset a bad fit, and in a second study reversed its effect (Hódi, Barkász and Buvár, 2022). Perfect fit is not the optimum: the effect of fit between followers and brand is an inverted U (Leung and colleagues, 2022: one large observational study).";
    example "new: A0 K5 P14 V18";
    instead "new: A0 V3 K7 P14";
    fix "Swap the values story and the ask, add a values story midway, or mark a card that shows the value anyway; where creator and brand have one value in common and the card names none, that value is noted on it as well.";
    exceptions "Everyday goods for which a values talk would be pompous: set the rule to hint for this plan.";
    settings "What a thin run-up is. While the ask is a draft, a card without a date counts as a day of its own. A plan can also say that a missing values story is only ever a hint." reads "min_value_before";
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    let Some(at) = facts.first_of_arc() else { return };
    if facts.has_by_then(&[Kind::Values]) {
        return;
    }
    let severity = match facts.standing {
        Standing::New if facts.is_thin() && !facts.config.values_hint_only() => Severity::Warning,
        Standing::New | Standing::Warm { .. } | Standing::Owner { .. } => Severity::Hint,
        Standing::Established => return,
    };
    let later = later(facts);
    let ask = facts.card(at).position;
    let message = match later {
        None => say::no_values(facts.ask_name(at), facts.name(), facts.brand_name()),
        Some(values) => {
            let position = facts.card(values).position;
            match position.days_since(ask) {
                Some(0) => say::values_later_that_day(facts.when(position)),
                Some(days) => say::values_later(facts.when(position), words::days(days.into()), facts.when(ask)),
                None => say::values_later_in_order(facts.when(position), facts.when(ask)),
            }
        }
    };
    let cards = std::iter::once(at).chain(later).collect();
    let mut said = Said::new(severity, cards, message, say::no_values_help(), say::no_values_clears());
    said.title = later.map(|_| say::values_later_title());
    said.missing =
        Some(Missing { ask: facts.ask_name(at).into_owned(), what: say::no_values_what(), line: say::no_values_line() });
    said.threshold = Some("min_value_before");
    sink.say(facts, said);
}

/// The first values story that comes after the first ask.
fn later(facts: &LaneFacts<'_>) -> Option<usize> {
    facts.run_up.later.iter().copied().find(|at| facts.card(*at).roles.any(&[Kind::Values]))
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let facts = bench.facts;
    let Some(at) = bench.subject(finding) else { return Vec::new() };
    let mut drafts = Vec::new();
    if let Some(values) = later(facts) {
        let (ask, story) = (facts.card(at).moment.when, facts.card(values).moment.when);
        drafts.push(Draft::suggested(say::fix_swap(facts.title(values)), vec![bench.moved(at, story), bench.moved(values, ask)]));
    }
    let place = match facts.run_up.earlier.first() {
        Some(first) => bench.midway(*first, at),
        None => Some(bench.free(shift(facts.card(at).moment.when, -10), 1)),
    };
    drafts.extend(place.map(|when| Draft::safe(say::fix_add_values(), vec![bench.add(Kind::Values, when)])));
    if let Some(last) = facts.run_up.earlier.last() {
        let (title, role) = (facts.title(*last), words::inside(words::names::kind("values")));
        let card = facts.card(*last).moment;
        let value = common_value(facts).filter(|_| card.shared_value.as_deref().is_none_or(|value| value.trim().is_empty()));
        let named = value.map(|value| say::fix_covers_value(&title, &role, isolated(value)));
        let note = value.map(|value| Edit::SetMoment { id: card.id, change: MomentChange::SharedValue(Some(value.to_owned())) });
        let edits = std::iter::once(bench.covers(*last, Kind::Values)).chain(note).collect();
        drafts.push(Draft::suggested(named.unwrap_or_else(|| say::fix_covers(title, &role)), edits));
    }
    drafts
}

/// The one value that creator and brand have in common; where there are several, only a person knows which the card shows.
fn common_value<'f>(facts: &'f LaneFacts<'_>) -> Option<&'f str> {
    let (creator, brand) = (facts.creator?, facts.campaign.brand_of(facts.lane)?);
    let shared = |value: &&String| creator.values.iter().any(|other| facts.config.same_value(value, other));
    let mut common = brand.values.iter().filter(shared);
    common.next().filter(|_| common.next().is_none()).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{fixed, found, weighed, worded};

    #[test]
    fn no_values() {
        assert_eq!(found("new: A0 K5 PV14"), "", "the ask may show the value itself");
        assert_eq!(found("new: A0 K5 V14 P14"), "");
        assert_eq!(
            fixed("new: A0 K5 P14 V18", "PBR-03"),
            ["Swap with “Values story” →", "Add a values story →", "Count “Community story” as values story, too →"]
        );
    }

    #[test]
    fn near_misses_and_weights() {
        assert_eq!(weighed("new: A0 K5 P14"), "PBR-03 warning", "one day that gives is thin");
        assert_eq!(weighed("new: A0 K5 S9 P14"), "PBR-03 hint", "two are not");
        assert_eq!(weighed("warm: A0 P14"), "PBR-03 hint");
        assert_eq!(weighed("owner: A0 P14"), "PBR-03 hint");
        assert_eq!(weighed("established evidence: A0 P14"), "");
        assert_eq!(weighed("new slot: A0 P14(embedded)"), "");
        assert_eq!(found("new: A0 KV5 P14"), "", "told inside another card");
        assert_eq!(found("new: P14 V18"), "PBR-01", "nothing before it at all is another finding");
    }

    #[test]
    fn how_a_late_story_is_said() {
        let that_day = "warning: The values story comes on the day of the first ask (15 Mar), but later.";
        assert_eq!(worded("new: A0 K5 P14(09:00) V14(10:00)", "PBR-03"), that_day);
        let next_day = "warning: The values story (16 Mar) comes 1 day after the first ask (15 Mar).";
        assert_eq!(worded("new: A0 K5 P14 V15", "PBR-03"), next_day);
        let in_order = "warning: The values story (position 4) comes after the first ask (position 3).";
        assert_eq!(worded("new: A#1 K#2 P#3 V#4", "PBR-03"), in_order);
    }

    #[test]
    fn the_shared_value_is_noted_with_the_role() {
        assert_eq!(
            fixed("new: A0 K5(no-shared) P14", "PBR-03"),
            ["Add a values story →", "Count “Community story” as values story, too, and note “craft” on it →"]
        );
    }
}
