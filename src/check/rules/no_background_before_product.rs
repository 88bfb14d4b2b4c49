//! PBR-02: something is given before the first ask, but nobody says how the two got together.

use super::define;
use crate::analysis::order::Position;
use crate::check::cross::brand_id;
use crate::check::facts::{LaneFacts, Standing};
use crate::check::finding::{Finding, Missing, Severity};
use crate::check::fix::{Bench, Draft, shift};
use crate::check::sink::{Said, Sink, exactly};
use crate::model::{Kind, LaneKind, Moment};
use crate::words::{self, counts, findings as say};

define! {
    "PBR-02" "no-background-before-product" "No word on how they got together";
    evidence B;
    severity "New: warning where the run-up is thin, else hint; hint where the brand’s own channel announced. Warm: hint. Owner, established and slot: off.";
    flags "Cards that give something come before the first ask, but none announces the partnership or tells how it came about. An announcement on the same day counts, and so does an organic card that mentions the brand. Where only the brand’s own channel announced, the finding says that, whether or not the creator gave something. While the ask is a draft, cards without a date count as given before it.";
    why "Without a reason, the stories read as the long way round to an ad.";
    evidence_text "Use before contact gives the reason and makes an ask more believable (Zhang and colleagues, 2023: three experiments, strong). That an announcement does the same is judgement, after an article in The Drum (2019).";
    against "The three experiments set use before contact against contact before use; an announcement was not among them. The advantage shrinks once the fee is disclosed.";
    example "new: V0 K5 P14";
    instead "new: A0 V2 K7 P14";
    fix "Add an announcement three days before the first card that gives something (teasers may come earlier), copy the one of the brand’s own channel into the lane as a draft, or mark a card that tells it anyway as also covering the origin.";
    exceptions "The origin is told inside another card: add it to what that card covers. An organic card that mentions the brand counts as an origin by itself.";
    settings "What a thin run-up is. While the ask is a draft, a card without a date counts as a day of its own." reads "min_value_before";
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    let Some(at) = facts.first_of_arc() else { return };
    let channel = facts.announced().min();
    let announced = channel.is_some();
    let given = facts.valuable_before();
    if facts.has_before(&[Kind::Announcement, Kind::Origin]) || (given.is_empty() && !announced) {
        return;
    }
    let severity = match facts.standing {
        Standing::New if facts.is_thin() && !announced => Severity::Warning,
        Standing::New | Standing::Warm { .. } => Severity::Hint,
        Standing::Owner { .. } | Standing::Established => return,
    };
    let (name, brand) = (facts.name(), facts.brand_name());
    let message = if announced {
        say::no_background_brand_only(name, brand)
    } else {
        let stories = counts::stories(given.len());
        say::no_background(name, stories, facts.ask_name(at), facts.when(facts.card(at).position), brand)
    };
    let cards = std::iter::once(at).chain(given.first().copied()).collect();
    let mut said = Said::new(severity, cards, message, say::no_background_help(), say::no_background_clears());
    said.missing =
        Some(Missing { ask: facts.ask_name(at).into_owned(), what: say::no_background_what(), line: say::no_background_line() });
    said.threshold = Some("min_value_before");
    said.facts = channel.map(|position| say::fact_announced(exactly(position))).into_iter().collect();
    sink.say(facts, said);
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let facts = bench.facts;
    let Some(at) = bench.subject(finding) else { return Vec::new() };
    let earliest = facts.run_up.earlier.first().copied();
    let mut drafts = Vec::new();
    let from = facts.card(earliest.unwrap_or(at)).moment.when;
    let days = if earliest.is_some() { -3 } else { -7 };
    let before = bench.free(shift(from, days), -1);
    // Close to today there may be no room further back: between today and the ask is better than nothing.
    let place = if bench.in_time(before) { Some(before) } else { bench.between_today_and(at) };
    drafts.extend(place.map(|when| Draft::safe(say::fix_add_announcement(), vec![bench.add(Kind::Announcement, when)])));
    // The words come along, so somebody has to look at them in their new place.
    if let Some((announcement, when)) = brand_announcement(facts).zip(place) {
        drafts.push(Draft::suggested(say::fix_copy_announcement(), vec![bench.copy(announcement, when)]));
    }
    drafts.extend(earliest.map(|at| {
        Draft::suggested(
            say::fix_covers(facts.title(at), words::inside(words::names::kind("origin"))),
            vec![bench.covers(at, Kind::Origin)],
        )
    }));
    drafts
}

/// The first announcement on the brand's own channel that names the creator and may come before the ask.
fn brand_announcement<'a>(facts: &LaneFacts<'a>) -> Option<&'a Moment> {
    let (position, creator) = (facts.announced().min()?, facts.lane.creator?);
    let (campaign, brand) = (facts.campaign, brand_id(facts.campaign, facts.lane));
    let lanes = campaign.lanes.iter().filter(|lane| lane.kind == LaneKind::Brand);
    let cards = lanes.flat_map(|lane| lane.moments.iter().map(move |moment| (moment.brand.or(brand_id(campaign, lane)), moment)));
    let announces = cards.filter(|(of, moment)| {
        let names = *of == brand && moment.features.contains(&creator) && moment.plays(Kind::Announcement);
        names && Position::of(campaign, moment) == position
    });
    // Two on one day are told apart by id, so that the order in which they are stored says nothing.
    announces.map(|(_, moment)| &**moment).min_by_key(|moment| moment.id)
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{fixed, found, weighed};

    #[test]
    fn no_background() {
        assert_eq!(found("new: N0(brand) V2 K5 P14"), "", "an organic mention is an origin");
        assert_eq!(found("new: V0 K5 A14 P14"), "", "an announcement on the same day is not missing");
        assert_eq!(found("new: VO0 K5 P14"), "", "told inside another card");
        assert_eq!(fixed("new: V5 K10 P20", "PBR-02"), ["Announce first →", "Count “Values story” as origin, too →"]);
        assert_eq!(
            fixed("new brand-announced-3: V5 K9 P14", "PBR-02"),
            ["Announce first →", "Copy the brand’s announcement →", "Count “Values story” as origin, too →"]
        );
        // Today is day 0: with no room before the first card, the announcement goes between.
        assert_eq!(fixed("new: V0 K5 P14", "PBR-02")[0], "Announce first →");
    }

    #[test]
    fn near_misses_and_weights() {
        assert_eq!(weighed("new: V0 P14"), "PBR-02 warning, PBR-04 hint", "one day that gives is thin");
        assert_eq!(weighed("new: V0 K5 P14"), "PBR-02 hint", "two are not");
        assert_eq!(weighed("new: V0 K0 P14"), "PBR-02 warning", "two cards of one day are one day");
        assert_eq!(weighed("warm: V0 P14"), "PBR-02 hint");
        assert_eq!(weighed("owner: V0 P14"), "");
        assert_eq!(weighed("established evidence: V0 P14"), "");
        assert_eq!(weighed("new slot: V0 P14(embedded)"), "");
        assert_eq!(found("new: P14"), "PBR-01", "nothing is given: that is another finding");
        assert_eq!(found("new: V0 K5 A20 P14"), "PBR-02", "an announcement after the ask");
    }

    #[test]
    fn only_the_brand_announced() {
        assert_eq!(weighed("new brand-announced-0: V2 P14"), "PBR-02 hint, PBR-04 hint", "never more than a hint");
        assert_eq!(weighed("new brand-announced-14: V2 K5 P14"), "PBR-02 hint", "on the day of the ask");
        assert_eq!(weighed("new brand-announced-0: A1 V4 K9 P14"), "", "both announced");
    }
}
