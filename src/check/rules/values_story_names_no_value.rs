//! FIT-03: a values story names no value that both sides share.

use super::define;
use super::no_shared_value::is_blank;
use crate::check::facts::LaneFacts;
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft};
use crate::check::sink::{Said, Sink};
use crate::edit::{Edit, MomentChange};
use crate::model::direction::isolated;
use crate::model::trimmed;
use crate::model::{Brand, Creator, Kind};
use crate::words::{findings, fit as say};

define! {
    "FIT-03" "values-story-names-no-value" "A values story without a shared value";
    profile Strict;
    evidence C;
    severity "Hint, in the strict profile only.";
    flags "A values card of a creator's lane that names no shared value, or one that does not stand in both lists. Two words are the same where they are equal but for upper and lower case, where the agency's words say so, or where a link of the lane joins them. A draft without a first line is not a story yet, and an idea or a draft like that gets the benefit of the doubt as long as it names nothing.";
    why "A values story shows what both believe. Without a shared value it is a story about one side.";
    evidence_text "One article's claim: a partnership was understood because somebody explained what believing in something means.";
    against "A story can show a value without naming it, and naming it can sound like a poster. What the field says is for the team, not for the post.";
    example "new: A0 V4(no-shared,review) K9 P14";
    instead "new: A0 V4 K9 P14";
    fix "Name one of the values that both lists hold, or link two words for one value.";
    exceptions "Silent where a list is empty. Where the lists have nothing in common FIT-01 speaks of it, and a card that names nothing is left alone. A card that is of another kind and also covers values is left to its kind.";
    settings "No limit of its own.";
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    if !facts.lane.is_creator() {
        return;
    }
    let mut stories = facts.sequence.cards.iter().enumerate().filter(|(_, card)| card.moment.kind == Kind::Values).peekable();
    if stories.peek().is_none() {
        return;
    }
    let (Some(creator), Some(brand)) = (facts.creator, facts.campaign.brand_of(facts.lane)) else {
        return sink.not_checked(facts, say::no_pair());
    };
    if is_blank(&creator.values) || is_blank(&brand.values) {
        return sink.not_checked(facts, findings::values_unset());
    }
    let mut common: Option<bool> = None;
    // The stories of a lane name few values: each is looked up once.
    let mut known: Vec<(&str, (bool, bool))> = Vec::new();
    for (at, card) in stories {
        let named = card.moment.shared_value.as_deref().map(trimmed).filter(|value| !value.is_empty());
        let title = || facts.title(at);
        let message = match named {
            None if card.is_draft() && card.moment.hook.is_none() => continue,
            None if !*common.get_or_insert_with(|| shared(facts, creator, brand).next().is_some()) => continue,
            None => say::names_no_value(title(), facts.name(), isolated(&brand.name)),
            Some(value) => match known_or(&mut known, value, || stand_for(facts, creator, brand, value)) {
                (true, true) => continue,
                (false, true) => say::not_the_creators(title(), isolated(value), facts.name()),
                (true, false) => say::not_the_brands(title(), isolated(value), isolated(&brand.name)),
                (false, false) => say::nobodys(title(), isolated(value), facts.name(), isolated(&brand.name)),
            },
        };
        let help = say::names_no_value_help();
        let mut said = Said::new(Severity::Hint, vec![at], message, help, say::names_no_value_clears());
        said.field = Some("shared_value");
        said.facts = named.map(say::fact_shared_value).into_iter().collect();
        sink.say(facts, said);
    }
}

/// What is known of a value, found out where it is new.
fn known_or<'v>(known: &mut Vec<(&'v str, (bool, bool))>, value: &'v str, find: impl FnOnce() -> (bool, bool)) -> (bool, bool) {
    if let Some((_, found)) = known.iter().find(|(other, _)| *other == value) {
        return *found;
    }
    let found = find();
    known.push((value, found));
    found
}

/// Whether the creator stands for a value, and whether the brand does; a linked value is both's.
fn stand_for(facts: &LaneFacts<'_>, creator: &Creator, brand: &Brand, value: &str) -> (bool, bool) {
    let is = |other: &String| facts.config.same_value(other, value);
    if facts.lane.value_links.iter().any(|link| is(&link.creator) || is(&link.brand)) {
        return (true, true);
    }
    (creator.values.iter().any(is), brand.values.iter().any(is))
}

/// The values that both stand for, as the brand's list has them.
fn shared<'a>(facts: &LaneFacts<'_>, creator: &'a Creator, brand: &'a Brand) -> impl Iterator<Item = &'a str> {
    brand.values.iter().map(String::as_str).filter(move |value| stand_for(facts, creator, brand, value) == (true, true))
}

/// Most values that are proposed.
const MOST_NAMED: usize = 3;

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let facts = bench.facts;
    let Some(at) = bench.subject(finding) else { return Vec::new() };
    let (Some(creator), Some(brand)) = (facts.creator, facts.campaign.brand_of(facts.lane)) else { return Vec::new() };
    let moment = facts.card(at).moment;
    let values: Vec<&str> = shared(facts, creator, brand).take(MOST_NAMED).collect();
    // Which value a story shows only a person knows, even where there is but one to choose.
    let name = |value: &&str| {
        let change = MomentChange::SharedValue(Some((*value).to_owned()));
        Draft::suggested(say::fix_name_value(value), vec![Edit::SetMoment { id: moment.id, change }])
    };
    let mut drafts: Vec<Draft> = values.iter().map(name).collect();
    drafts.push(Draft::jump(say::fix_choose_shared(), "shared_value"));
    if moment.shared_value.is_some() {
        drafts.push(Draft::jump(findings::fix_compare_values(), "value_links"));
    }
    drafts
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{fixed, found, found_strict, said};

    #[test]
    fn a_story_without_a_value() {
        assert_eq!(found_strict("new: A0 V4(no-shared,review) K9 P14"), "FIT-03");
        assert_eq!(found("new: A0 V4(no-shared,review) K9 P14"), "", "a matter of taste");
        assert_eq!(found_strict("new: A0 V4(no-shared) K9 P14"), "", "an empty draft is not a story yet");
        assert_eq!(found_strict("new: A0 V4(no-shared,hook) K9 P14"), "FIT-03", "a draft with a first line is");
        assert_eq!(found_strict("new: A0 V4(shares=Craft) K9 P14"), "", "upper and lower case");
        assert_eq!(found_strict("new: A0 V4(shares=speed) K9 P14"), "FIT-03", "the brand's alone, in a draft, too");
        assert_eq!(found_strict("new: AV0(no-shared,review) V4 K9 P14"), "", "an announcement in the first place");
        assert_eq!(found_strict("new unlinked: A0 V4(review)"), "FIT-01", "there is nothing to name");
    }

    #[test]
    fn how_it_is_said_and_mended() {
        let missing = "new: A0 V4(no-shared,review) K9 P14";
        assert_eq!(said(missing, "FIT-03"), "Values story names no value that Maja and Northwind share.");
        let brands = "new: A0 V4(shares=speed) K9 P14";
        assert_eq!(said(brands, "FIT-03"), "Values story names speed, which Maja does not stand for.");
        let nobodys = "new: A0 V4(shares=luck) K9 P14";
        assert_eq!(said(nobodys, "FIT-03"), "Values story names luck; neither Maja nor Northwind stands for it.");
        assert_eq!(fixed(missing, "FIT-03"), ["Name “craft” as the shared value →", "Choose the shared value → shared_value"]);
        assert_eq!(
            fixed(brands, "FIT-03"),
            ["Name “craft” as the shared value →", "Choose the shared value → shared_value", "Compare the values → value_links"]
        );
        let published = "new: A0 V4(no-shared,published) K9 P14";
        assert_eq!(fixed(published, "FIT-03"), ["Choose the shared value → shared_value"]);
    }

    #[test]
    fn linked_words_are_one_value() {
        let mut campaign = crate::check::trial::plan("new: A0 V4(shares=speed) K9 P14");
        let codes = |campaign: &_| crate::check::trial::codes_strict(campaign);
        assert_eq!(codes(&campaign), "FIT-03");
        let lane = std::sync::Arc::make_mut(&mut campaign.lanes[0]);
        let unknown = crate::model::Unknown::default();
        lane.value_links = vec![crate::model::ValueLink { creator: "craft".into(), brand: "speed".into(), unknown }];
        assert_eq!(codes(&campaign), "");
        // Empty lists are said to be empty.
        std::sync::Arc::make_mut(&mut campaign.creators[0]).values.clear();
        assert_eq!(codes(&campaign), "");
        let unset = ["The values of the creator or of the brand are not filled in."];
        assert_eq!(crate::check::trial::unchecked_in(&campaign, "FIT-03"), unset);
        std::sync::Arc::make_mut(&mut campaign.lanes[0]).creator = None;
        let nobody = ["The lane has no creator or no brand."];
        assert_eq!(crate::check::trial::unchecked_in(&campaign, "FIT-03"), nobody);
    }
}
