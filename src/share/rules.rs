//! How the checker was set for a plan, as far as the team is told: what is not the default, whose house rules held, and which
//! rules are off. A client is told none of it.

use crate::check::{self, Report};
use crate::model::{Campaign, Day, House, Profile, SettingChange, Settings};
use crate::words::{self, house as say, mend, share};

use super::encode::clean;
use super::plan::RuleOffLine;

/// Everything that is set: what it is, and where and why. What the plan sets comes before what the agency sets.
pub(super) fn settings(campaign: &Campaign, report: &Report) -> Vec<(String, String)> {
    let house = report.house.as_deref();
    let mut lines = Vec::new();
    lines.extend(house.map(|house| {
        let carried = campaign.house.as_deref() == Some(house);
        let place = if carried { say::carried_by_plan() } else { say::used_here() };
        (say::part_house().to_owned(), say::set_by(clean(&house.name), place))
    }));
    own(&campaign.settings, &mut lines);
    lines.extend(house.into_iter().flat_map(|house| of_house(house, &campaign.settings)));
    lines
}

/// What the plan sets, each with who did and why.
fn own(settings: &Settings, lines: &mut Vec<(String, String)>) {
    // What people wrote is clean before it stands on a page.
    let origin = |key: &str| clean(&say::changed(settings.change_of(key).map(told)));
    for (key, what) in set(settings) {
        lines.push((what, origin(&key)));
    }
}

fn told(change: &SettingChange) -> (&str, Option<String>, &str) {
    (&change.author, change.on.map(Day::long), &change.reason)
}

/// What the agency sets and the plan does not.
fn of_house<'h>(house: &'h House, plan: &Settings) -> impl Iterator<Item = (String, String)> + 'h {
    let own: Vec<String> = set(plan).into_iter().map(|(key, _)| key).collect();
    let name = clean(&house.name);
    set(&house.settings)
        .into_iter()
        .filter(move |(key, _)| !own.contains(key))
        .map(move |(_, what)| (what, say::origin_house(&name)))
}

/// Key and sentence of everything that settings say.
fn set(settings: &Settings) -> Vec<(String, String)> {
    let mut all = Vec::new();
    if let Some(profile) = settings.profile {
        let name = if profile == Profile::Strict { say::profile_strict() } else { say::profile_standard() };
        all.push(("profile".to_owned(), say::rules_run(name)));
    }
    if settings.values_hint_only {
        all.push(("values_hint_only".to_owned(), say::values_hint_only().to_owned()));
    }
    for threshold in Settings::THRESHOLDS {
        if let Some(value) = threshold.of(settings) {
            let default = say::counted(threshold.unit.key(), threshold.default);
            let what = say::instead_of(mend::limit(threshold.name, &value.to_string()), default);
            all.push((threshold.name.to_owned(), what));
        }
    }
    for grade in &settings.severities {
        let name = check::rule(&grade.rule).map_or_else(|| clean(&grade.rule), |rule| say::rule_name(rule.code, rule.says()));
        all.push((grade.rule.to_uppercase(), say::set_by(name, words::inside(say::weight(Some(grade.severity.key()))))));
    }
    all
}

/// The rules that are off, with who did that and why. One that this program does not know is listed as it stands in the plan.
pub(super) fn off(campaign: &Campaign, report: &Report) -> Vec<RuleOffLine> {
    let unknown = campaign.rules_off.iter().filter(|off| check::rule(&off.rule).is_none());
    let known = report.rules_off(campaign).into_iter().map(|off| RuleOffLine {
        code: off.rule.code.to_owned(),
        why: match off.house {
            Some(name) => say::off_by_house(clean(name), clean(off.by), clean(off.reason)),
            None => share::off_because(clean(off.by), clean(off.reason)),
        },
    });
    let unknown =
        unknown.map(|off| RuleOffLine { code: clean(&off.rule), why: share::off_because(clean(&off.by), clean(&off.reason)) });
    known.chain(unknown).collect()
}
