//! PBR-05: the first ask follows the first run-up card within days.

use super::define;
use crate::analysis::order::Position;
use crate::check::facts::{LaneFacts, Standing};
use crate::check::finding::{Finding, Missing, Severity};
use crate::check::fix::{Bench, Draft, shift};
use crate::check::sink::{Said, Sink, exactly};
use crate::model::Kind;
use crate::words::{self, findings as say};

define! {
    "PBR-05" "product-too-soon" "The ask follows too soon";
    evidence A;
    severity "New: warning. Warm: warning, hint where something is noted about the relationship. Owner: hint. Established and slot: off. New lanes have a minimum of their own, warm ones and owners’ a shorter one. In a phase around an event only a part of either is asked for.";
    flags "Fewer days than the plan’s minimum between the first card that prepares the first ask, an announcement on the brand’s channel included, and that ask. Silent while a card that could come earlier has no date.";
    why "Within a few days most followers meet the run-up and the ask in one sitting, and read them as one ad.";
    evidence_text "Spaced contact helps attitude (Schmidt and Eisend, 2015: a meta-analysis, strong). How many days are enough is judgement. A warm relationship with evidence gets a hint only: else adding a card before an ask could make a plan look worse.";
    against "Massed contact is better for recall (Schmidt and Eisend, 2015), and news does not wait. Known launches took anything from a week to most of a year between the first word and the first ask.";
    example "new: A0 V1 K2 P3";
    instead "new: A0 V3 K5 P7";
    fix "Move the ask and what follows it, or pull the run-up earlier. No card moves to a day before today.";
    exceptions "Live events and news: mark the phase as an event.";
    settings "How many days the run-up needs, for a new relationship and for a warm or an owner’s one; and what is left of both, rounded up to whole days, where the first ask lies in a phase around an event." reads "min_lead_days", "min_lead_days_warm", "event_lead_percent";
}

/// The minimum for a standing, the setting it comes from, and the severity below it.
fn minimum(facts: &LaneFacts<'_>) -> Option<(i32, &'static str, Severity)> {
    let settings = facts.limits();
    let (days, setting, severity) = match facts.standing {
        Standing::New => (i32::from(settings.min_lead_days), "min_lead_days", Severity::Warning),
        Standing::Warm { evidence: false } => (i32::from(settings.min_lead_days_warm), "min_lead_days_warm", Severity::Warning),
        Standing::Warm { evidence: true } | Standing::Owner { .. } => {
            (i32::from(settings.min_lead_days_warm), "min_lead_days_warm", Severity::Hint)
        }
        Standing::Established => return None,
    };
    // What is left of an odd number of days is rounded up, as the message shows it.
    let left = |days: i32| days.saturating_mul(settings.event_lead_percent.into()).saturating_add(99) / 100;
    Some((if facts.in_event_phase() { left(days) } else { days }, setting, severity))
}

/// How long before the first ask its run-up begins.
struct Lead {
    days: i32,
    /// The brand's announcement, where the run-up begins with it.
    announced: Option<Position>,
}

/// From the first run-up card, or from the brand's announcement where that is earlier.
fn lead(facts: &LaneFacts<'_>, ask: Position) -> Option<Lead> {
    if facts.benefit() && !facts.run_up.unplaced.is_empty() {
        return None;
    }
    let own = facts.run_up.earlier.first().map(|at| facts.card(*at).position);
    let mut lead = own.and_then(|first| ask.days_since(first)).map(|days| Lead { days, announced: None });
    for announced in facts.announced() {
        let days = ask.days_since(announced)?;
        if lead.as_ref().is_none_or(|lead| days > lead.days) {
            lead = Some(Lead { days: days.max(0), announced: Some(announced) });
        }
    }
    lead
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    let Some(at) = facts.first_of_arc() else { return };
    if facts.sequence.is_order_only() {
        return sink.not_checked(facts, say::order_only_unchecked());
    }
    let Some((minimum, setting, severity)) = minimum(facts) else { return };
    let Some(Lead { days, announced: channel }) = lead(facts, facts.card(at).position).filter(|lead| lead.days < minimum) else {
        return;
    };
    let first = facts.run_up.earlier.first().copied();
    let announced = channel.is_some() || first.is_some_and(|first| facts.card(first).roles.any(&[Kind::Announcement]));
    let start = if announced { say::the_announcement() } else { say::the_first_card() };
    let (name, brand, ask) = (facts.name(), facts.brand_name(), facts.ask_name(at));
    let message = match facts.standing {
        Standing::New if days == 0 => say::too_soon_that_day(&ask, start, name, brand, minimum),
        _ if days == 0 => say::too_soon_known_that_day(&ask, start, name, brand, minimum),
        Standing::New => say::too_soon(&ask, start, words::days(days.into()), name, brand, minimum),
        _ => say::too_soon_known(&ask, start, words::days(days.into()), name, brand, minimum),
    };
    let cards = std::iter::once(at).chain(first).collect();
    let mut said = Said::new(severity, cards, message, say::too_soon_help(), say::too_soon_clears());
    said.threshold = Some(setting);
    said.facts = channel.map(|position| say::fact_announced(exactly(position))).into_iter().collect();
    if facts.in_event_phase() {
        said.eased = Some("event_lead_percent");
        said.facts.push(say::fact_event().to_owned());
    }
    said.missing = Some(Missing { ask: ask.into_owned(), what: say::too_soon_what(), line: say::too_soon_line() });
    sink.say(facts, said);
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let facts = bench.facts;
    let Some(at) = bench.subject(finding) else { return Vec::new() };
    let Some((minimum, ..)) = minimum(facts) else { return Vec::new() };
    let Some(lead) = lead(facts, facts.card(at).position) else { return Vec::new() };
    let missing = minimum - lead.days;
    let back = bench.shift_of(&facts.run_up.earlier, -missing);
    let earlier = facts.run_up.earlier.iter().map(|at| bench.moved(*at, shift(facts.card(*at).moment.when, back)));
    let ahead = words::days(bench.days_later(at, missing).into());
    let later = bench.shifted_from(at, missing).map(|edits| Draft::suggested(say::fix_ask_later(&ahead), edits));
    let sooner = Draft::suggested(say::fix_run_up_earlier(words::days(i64::from(back).abs())), earlier.collect());
    later.into_iter().chain([sooner]).collect()
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{fixed, found, weighed, worded};
    use crate::check::{Options, Sketch, check};
    use crate::model::Day;

    #[test]
    fn too_soon() {
        assert_eq!(found("new: A0 V3 K5 P7"), "");
        assert_eq!(found("new: A? V3 K4 P7"), "PBR-10", "an undated card may be the earlier one");
        assert_eq!(found("new brand-announced-0: OV5 K6 P7"), "", "the brand's channel began");
        assert_eq!(fixed("new: A0 V1 K2 P3", "PBR-05"), ["Move the ask by 4 days →"], "before today nothing moves");
        // Thursday to Saturday: four days earlier the run-up would begin on a Sunday.
        assert_eq!(fixed("new: A10 V11 K12 P13", "PBR-05"), ["Move the ask by 4 days →", "Pull the run-up earlier by 7 days →"]);
    }

    #[test]
    fn the_minimum_on_both_sides() {
        assert_eq!(weighed("new: A0 V3 K5 P6"), "PBR-05 warning");
        assert_eq!(weighed("new: A0 V3 K5 P7"), "");
        assert_eq!(weighed("warm: A0 V1 P2"), "PBR-05 warning");
        assert_eq!(weighed("warm: A0 V1 P3"), "");
        assert_eq!(weighed("warm evidence: A0 V1 P2"), "PBR-05 hint");
        assert_eq!(weighed("owner: A0 V1 P2"), "PBR-05 hint");
        assert_eq!(weighed("owner: A0 V1 P3"), "");
        assert_eq!(weighed("established evidence: A0 V1 P2"), "");
        assert_eq!(weighed("new slot: A0 V1 P2(embedded)"), "");
    }

    #[test]
    fn how_the_gap_is_said() {
        let new =
            "warning: Trail Jacket comes on the day of the announcement. Maja’s audience is new to Northwind; your minimum is 7.";
        assert_eq!(worded("new: AVK0(09:00) P0(10:00)", "PBR-05"), new);
        assert_eq!(worded("new brand-announced-14: OVK14 P14", "PBR-05"), new);
        let known = "warning: Trail Jacket comes on the day of the first card. Maja’s audience is still getting to know Northwind; your minimum is 3.";
        assert_eq!(worded("warm: O0(09:00) P0(10:00)", "PBR-05"), known);
        let next =
            "warning: Trail Jacket follows the first card by 1 day. Maja’s audience is new to Northwind; your minimum is 7.";
        assert_eq!(worded("new: OVK0 P1", "PBR-05"), next);
    }

    #[test]
    fn half_as_long_around_an_event() {
        assert_eq!(weighed("new event: A0 V1 K2 P3"), "PBR-05 warning", "half of seven days are four");
        assert_eq!(weighed("new event: A0 V1 K2 P4"), "");
        assert_eq!(weighed("warm event: A0 V0 P1"), "PBR-05 warning", "half of three are two");
        assert_eq!(weighed("warm event: A0 V0 P2"), "");
        assert_eq!(weighed("new launch: A0 V1 K2 P4"), "PBR-05 warning", "a launch is no event");
        assert_eq!(fixed("new event: A0 V1 K2 P3", "PBR-05")[0], "Move the ask by 1 day →");
    }

    #[test]
    fn both_limits_are_named_around_an_event() {
        let named = |notation: &str| {
            let campaign = Sketch::parse(notation).unwrap().campaign(Day::new(2027, 3, 1));
            let finding = check(&campaign, &Options::default()).findings.swap_remove(0);
            let limits = [finding.threshold, finding.eased].into_iter().flatten().map(|limit| limit.to_string());
            (limits.collect::<Vec<_>>(), finding.facts.iter().any(|fact| fact == "phase: event"))
        };
        assert_eq!(named("new: A0 V1 K2 P3"), (vec!["min_lead_days = 7".to_owned()], false));
        let both = vec!["min_lead_days = 7".to_owned(), "event_lead_percent = 50".to_owned()];
        assert_eq!(named("new event: A0 V1 K2 P3"), (both, true));
    }

    #[test]
    fn the_brands_announcement_begins_the_run_up() {
        assert_eq!(weighed("new brand-announced-0: OV4 K5 P6"), "PBR-05 warning");
        assert_eq!(weighed("new brand-announced-0: OV4 K5 P7"), "");
        assert_eq!(weighed("new: A#1 V#2 K#3 P#4"), "PBR-11 hint", "an order knows no days");
    }
}
