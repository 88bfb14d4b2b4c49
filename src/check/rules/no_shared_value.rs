//! FIT-01: creator and brand have no value in common, as far as recorded.

use super::define;
use crate::check::facts::LaneFacts;
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft};
use crate::check::sink::{Said, Sink};
use crate::edit::{CreatorChange, Edit};
use crate::words::findings as say;

define! {
    "FIT-01" "no-shared-value" "No shared value recorded";
    evidence A;
    severity "Hint. Warning once somebody compared the two lists and linked nothing.";
    flags "Creator and brand both have a list of values, no word stands in both, none is linked, and no card of the lane names a value from either list as shared. Two words are the same where they are equal but for upper and lower case, or where the agency’s words say so; everything else takes a recorded link.";
    why "A common value is what the story is told along.";
    evidence_text "Fit between creator and brand improves trust and effect, most for followers with weak ties (Breves and colleagues, 2019: one study), and lowers resistance (Du, Rui and Yu, 2023: one study); the match of persons and brands is one of the older findings of advertising research (Kamins, 1990). Strong in sum, mixed in detail.";
    against "Strong ties offset a bad fit (Hódi, Barkász and Buvár, 2022: one paper, two studies), and too perfect a fit helps less than a good one (Leung and colleagues, 2022: one large observational study). Words differ, so unequal words alone prove nothing: that is why it begins as a hint, and only a total lack of overlap is named.";
    example "new unlinked compared: A0";
    instead "new: A0";
    fix "Compare the lists and link what means the same, or add one of the brand’s values to the creator’s list where the creator stands for it. The value that is proposed is the first one the brand does something about.";
    exceptions "The same value under two names: link them. Silent where a list is empty.";
    settings "None.";
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    if !facts.lane.is_creator() {
        return;
    }
    let (Some(creator), Some(brand)) = (facts.creator, facts.campaign.brand_of(facts.lane)) else { return };
    if creator.values.is_empty() || brand.values.is_empty() {
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
    let message = say::no_shared_value(facts.name(), creator.values.join(", "), &brand.name, brand.values.join(", "));
    let mut said = Said::new(severity, Vec::new(), message, say::no_shared_value_help(), say::no_shared_value_clears());
    said.field = Some("value_links");
    said.facts =
        creator.values.iter().map(say::fact_creator_value).chain(brand.values.iter().map(say::fact_brand_value)).collect();
    said.facts.extend(facts.lane.values_compared.is_some().then(|| say::fact_compared().to_owned()));
    sink.say(facts, said);
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
    Some(Draft::suggested(say::fix_add_value(value, creator.first_name()), vec![edit]))
}

#[cfg(test)]
mod tests {
    use crate::check::config::same_word;
    use crate::check::trial::{fixed, found, weighed};

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
}
