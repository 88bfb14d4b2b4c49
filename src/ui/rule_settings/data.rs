//! What stands in the rows of the dialog: names, ranges, and where each thing is set now. Tested as text.

use crate::check::{self, Rule};
use crate::model::{Day, Grade, RuleOff, SettingChange, Settings, Threshold, threshold};
use crate::words::{self, house as say, mend};

use super::draft::{RuleDraft, grade};

/// The key of the profile.
pub(super) const PROFILE: &str = "profile";
/// The key of what a missing values story weighs.
pub(super) const VALUES_HINT: &str = "values_hint_only";
/// The key of the house rules that the plan carries.
pub(super) const HOUSE: &str = "house";

/// The name of what has that key, as one sentence calls it.
pub(super) fn name_of(key: &str) -> String {
    if let Some(threshold) = threshold(key) {
        return name_of_limit(threshold);
    }
    match check::rule(key) {
        Some(rule) => rule.says().to_owned(),
        None if key == PROFILE => say::profile().to_owned(),
        None if key == VALUES_HINT => say::values_hint_only().to_owned(),
        None => say::part_house().to_owned(),
    }
}

/// What a threshold means at the value that would hold; no value stands in it while what is written cannot be one.
pub(super) fn meaning(draft: &RuleDraft, threshold: &Threshold) -> String {
    match draft.cannot_use(threshold) {
        Some(_) => name_of_limit(threshold),
        None => mend::limit(threshold.name, &draft.value(threshold).to_string()),
    }
}

/// The same whatever its value: "At least … days from the first card to the first ask".
pub(super) fn name_of_limit(threshold: &Threshold) -> String {
    mend::limit(threshold.name, "…")
}

/// "Default 7 days, from 0 to 365".
pub(super) fn range(threshold: &Threshold) -> String {
    let default = say::counted(threshold.unit.key(), threshold.default);
    say::default_and_range(default, threshold.least, threshold.most)
}

/// Where what has that key is set now.
pub(super) fn origin(draft: &RuleDraft, key: &str) -> String {
    if draft.is_changed(key) {
        return say::origin_new().to_owned();
    }
    let change = draft.settings.change_of(key).map(told);
    if let Some(value) = threshold(key).and_then(|threshold| threshold.out_of_range(&draft.settings)) {
        return say::origin_range(value);
    }
    if draft.is_set(key) {
        return say::changed(change);
    }
    let now = match draft.house().filter(|house| sets(&house.settings, key)) {
        Some(house) => say::origin_house(&house.name),
        None => say::origin_default().to_owned(),
    };
    change.map_or_else(|| now.clone(), |change| say::set_back(&now, change))
}

/// Who changed something, when and why.
fn told(change: &SettingChange) -> (&str, Option<String>, &str) {
    (&change.author, change.on.map(Day::long), &change.reason)
}

/// Who carried the house rules into the plan, when and why.
pub(super) fn carried_note(draft: &RuleDraft) -> Option<String> {
    say::carried(draft.carried_change().map(told))
}

/// Whether the row of a rule says where its weight is set, or set back.
pub(super) fn says_origin(draft: &RuleDraft, rule: &Rule) -> bool {
    let is_off = draft.is_off(rule) && draft.grade(rule).is_none();
    let told = draft.is_set(rule.code) || weighed_by_house(draft, rule) || draft.settings.change_of(rule.code).is_some();
    draft.is_changed(rule.code) || (told && !is_off)
}

/// Whether settings say something under that key.
pub(super) fn sets(settings: &Settings, key: &str) -> bool {
    match threshold(key) {
        Some(threshold) => threshold.of(settings).is_some(),
        None if key == PROFILE => settings.profile.is_some(),
        None if key == VALUES_HINT => settings.values_hint_only,
        None => check::rule(key).is_some_and(|rule| grade(settings, rule).is_some()),
    }
}

/// What a weight is called.
pub(super) fn weight(grade: Option<Grade>) -> &'static str {
    say::weight(grade.map(Grade::key))
}

/// What a rule weighs where the plan does not say.
pub(super) fn weight_under(draft: &RuleDraft, rule: &Rule) -> String {
    let house = draft.house().and_then(|house| Some((house, grade(&house.settings, rule)?)));
    house.map_or_else(|| weight(None).to_owned(), |(house, grade)| say::weight_house(weight(Some(grade)), &house.name))
}

/// Whether the agency's rules say what a rule weighs, and nobody else does.
pub(super) fn weighed_by_house(draft: &RuleDraft, rule: &Rule) -> bool {
    draft.grade(rule).is_none() && draft.house().is_some_and(|house| grade(&house.settings, rule).is_some())
}

/// Who turned a rule off and why, whether for this plan or for all of an agency.
pub(super) fn off_note(draft: &RuleDraft, rule: &Rule) -> Option<String> {
    let entry = |off: &RuleOff| match draft.off_on(rule, off) {
        Some(day) => say::off_by_on(&off.by, day.long(), &off.reason),
        None => say::off_by(&off.by, &off.reason),
    };
    if let Some(off) = draft.off_entry(rule) {
        return Some(entry(off));
    }
    if let Some(off) = draft.was_off(rule) {
        return Some(say::off_was(entry(off)));
    }
    if draft.is_off(rule) {
        return Some(say::off_note().to_owned());
    }
    let house = draft.house()?;
    let off = house.rules_off.iter().find(|off| rule.is_called(&off.rule))?;
    Some(say::off_by_house(&house.name, &off.by, &off.reason))
}

/// What house rules hold, counted.
pub(super) fn house_holds(house: &crate::model::House) -> String {
    let set = |threshold: &&Threshold| threshold.of(&house.settings).is_some();
    let limits = Settings::THRESHOLDS.iter().filter(set).count();
    let vocabulary = &house.vocabulary;
    let labels = vocabulary.labels.iter().map(|labels| labels.accepted.len() + labels.too_vague.len());
    let same = vocabulary.values.iter().chain(&vocabulary.topics).map(|same| same.words.len());
    say::held(limits, house.settings.severities.len() + house.rules_off.len(), labels.chain(same).sum())
}

/// Whether a row has what is searched for in its name, its code or its words. A rule also finds the limits that it reads.
pub(super) fn matches(search: &str, key: &str, name: &str) -> bool {
    let wanted = search.trim().to_lowercase();
    let has = |text: &str| text.to_lowercase().contains(&wanted);
    if wanted.is_empty() || has(key) || has(name) {
        return true;
    }
    if let Some(rule) = check::rule(key) {
        return has(rule.name);
    }
    check::rules()
        .iter()
        .filter(|rule| rule.reads.contains(&key))
        .any(|rule| has(rule.code) || has(rule.name) || has(rule.says()))
}

/// The line below a limit: default, range and where it is set.
pub(super) fn limit_note(draft: &RuleDraft, threshold: &Threshold) -> String {
    words::dotted(range(threshold), origin(draft, threshold.name))
}
