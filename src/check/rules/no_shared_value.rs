//! FIT-01: creator and brand have no value in common, as far as recorded.

use super::define;
use crate::check::facts::LaneFacts;
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft};
use crate::check::sink::{Said, Sink};
use crate::edit::{CreatorChange, Edit};
use crate::model::direction::isolated;
use crate::words::{findings as say, fit};

define! {
    "FIT-01" "no-shared-value" "No shared value recorded";
    evidence A;
    severity "Hint. Warning once somebody compared the two lists and linked nothing.";
    flags "Creator and brand both have a list of values, no word stands in both, none is linked, and no card of the lane names a value from either list as shared. Two words are the same where they are equal but for upper and lower case, or where the agency’s words say so; everything else takes a recorded link. Nothing is guessed from letters that look alike, because likeness of letters is no likeness of meaning.";
    why "A common value is what the story is told along.";
    evidence_text "Fit between creator and brand improves trust and effect, most for followers with weak ties (Breves and colleagues, 2019: one study), and lowers resistance (Du, Rui and Yu, 2023: one study); the match of persons and brands is one of the older findings of advertising research (Kamins, 1990). Strong in sum, mixed in detail.";
    against "Strong ties offset a bad fit (Hódi, Barkász and Buvár, 2022: one paper, two studies), and too perfect a fit helps less than a good one (Leung and colleagues, 2022: one large observational study). Words differ, so unequal words alone prove nothing: that is why it begins as a hint, and only a total lack of overlap is named.";
    example "new unlinked compared: A0";
    instead "new: A0";
    fix "Compare the lists and link what means the same, or add one of the brand’s values to the creator’s list where the creator stands for it. The value that is proposed is the first one the brand does something about.";
    exceptions "The same value under two names: link them. Silent where a list is empty.";
    settings "No limit of its own.";
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    if !facts.lane.is_creator() {
        return;
    }
    let (Some(creator), Some(brand)) = (facts.creator, facts.campaign.brand_of(facts.lane)) else {
        return sink.not_checked(facts, fit::no_pair());
    };
    if is_blank(&creator.values) || is_blank(&brand.values) {
        return sink.not_checked(facts, say::values_unset());
    }
    let same = |a: &str, b: &str| facts.config.same_value(a, b);
    let both = creator.values.iter().any(|value| brand.values.iter().any(|other| same(value, other)));
    if both || !facts.lane.value_links.is_empty() {
        return;
    }
    let known = |value: &str| creator.values.iter().chain(&brand.values).any(|other| same(value, other));
    let named = facts.lane.moments.iter().filter_map(|moment| moment.shared_value.as_deref()).any(known);
    if named {
        return;
    }
    let severity = if facts.lane.values_compared.is_some() { Severity::Warning } else { Severity::Hint };
    let all = |values: &[String]| isolated(&values.join(", ")).into_owned();
    let message = say::no_shared_value(facts.name(), all(&creator.values), isolated(&brand.name), all(&brand.values));
    let mut said = Said::new(severity, Vec::new(), message, say::no_shared_value_help(), say::no_shared_value_clears());
    said.field = Some("value_links");
    said.facts =
        creator.values.iter().map(say::fact_creator_value).chain(brand.values.iter().map(say::fact_brand_value)).collect();
    said.facts.extend(facts.lane.values_compared.is_some().then(|| say::fact_compared().to_owned()));
    sink.say(facts, said);
}

/// Whether a list says nothing.
pub(super) fn is_blank(values: &[String]) -> bool {
    values.iter().all(|value| value.trim().is_empty())
}

fn fixes(bench: &mut Bench<'_>, _: &Finding) -> Vec<Draft> {
    let add = add_value(bench.facts);
    [Draft::jump(say::fix_compare_values(), "value_links")].into_iter().chain(add).collect()
}

/// One of the brand's values on the creator's list, too. Which one the creator stands for only a person knows, so this is
/// a suggestion.
fn add_value(facts: &LaneFacts<'_>) -> Option<Draft> {
    let (creator, brand) = (facts.creator?, facts.campaign.brand_of(facts.lane)?);
    let proven = brand.values.iter().find(|value| brand.proof.iter().any(|proof| facts.config.same_value(&proof.value, value)));
    let value = proven.or(brand.values.first())?;
    let mut values = creator.values.clone();
    values.push(value.clone());
    let edit = Edit::SetCreator { id: creator.id, change: CreatorChange::Values(values) };
    Some(Draft::suggested(say::fix_add_value(isolated(value), facts.name_of(creator)), vec![edit]))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::check::trial::{fixed, found, found_in, plan, unchecked_in, weighed, worded};
    use crate::model::same_word;
    use crate::model::{Campaign, ValueLink};

    #[test]
    fn no_shared() {
        assert_eq!(found("new unlinked: A0"), "FIT-01");
        assert!(same_word(" Craft", "craft") && same_word("Ä", "ä") && !same_word("craft", "speed"));
        assert_eq!(
            fixed("new unlinked: A0", "FIT-01"),
            ["Compare the values → value_links", "Add “craft” to what Maja stands for →"]
        );
    }

    #[test]
    fn near_misses_and_weights() {
        assert_eq!(weighed("new unlinked: A0"), "FIT-01 hint");
        assert_eq!(weighed("new unlinked compared: A0"), "FIT-01 warning", "somebody looked and linked nothing");
        assert_eq!(weighed("new compared: A0"), "");
    }

    #[test]
    fn how_it_is_said() {
        assert_eq!(
            worded("new unlinked: A0", "FIT-01"),
            "hint: Maja stands for outdoors; Northwind for craft, speed. No common value is recorded."
        );
    }

    #[test]
    fn what_is_recorded_silences_and_what_is_unset_is_listed() {
        let changed = |change: &dyn Fn(&mut Campaign)| {
            let mut campaign = plan("new unlinked: A0 V4 K9 P14");
            change(&mut campaign);
            (found_in(&campaign), unchecked_in(&campaign, "FIT-01"))
        };
        let silent = (String::new(), Vec::new());
        assert_eq!(changed(&|_| ()).0, "FIT-01");
        let unknown = crate::model::Unknown::default;
        let link = || ValueLink { creator: "outdoors".into(), brand: "craft".into(), unknown: unknown() };
        assert_eq!(changed(&|plan| Arc::make_mut(&mut plan.lanes[0]).value_links.push(link())), silent);
        let named = |plan: &mut Campaign, value: &str| {
            Arc::make_mut(&mut Arc::make_mut(&mut plan.lanes[0]).moments[1]).shared_value = Some(value.to_owned());
        };
        assert_eq!(changed(&|plan| named(plan, "Speed")), silent, "a card names a value from one of the lists");
        assert_eq!(changed(&|plan| named(plan, "luck")).0, "FIT-01", "a card names a value from no list");
        let unset = (String::new(), vec!["The values of the creator or of the brand are not filled in.".to_owned()]);
        assert_eq!(changed(&|plan| Arc::make_mut(&mut plan.creators[0]).values.clear()), unset);
        assert_eq!(changed(&|plan| Arc::make_mut(&mut plan.brands[0]).values = vec![" ".into()]), unset, "a blank is no value");
        let nobody = (String::new(), vec!["The lane has no creator or no brand.".to_owned()]);
        assert_eq!(changed(&|plan| Arc::make_mut(&mut plan.lanes[0]).creator = None), nobody);
    }
}
