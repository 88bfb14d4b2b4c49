//! For the tests of the rules: sketches checked and fixed.

use super::{Finding, Fix, Options, Sketch, check, fixes};
use crate::edit::apply_all;
use crate::model::{Campaign, Day, IdSource, Index, Profile};

/// Monday 1 March 2027: day 0, and today.
const DAY_ZERO: i32 = 20_878;

/// The plan of a sketch.
pub(super) fn plan(sketch: &str) -> Campaign {
    Sketch::parse(sketch).expect(sketch).campaign(Some(Day::from_number(DAY_ZERO)))
}

fn options() -> Options {
    Options { today: Some(Day::from_number(DAY_ZERO)), ..Options::default() }
}

/// The codes found in a plan, sorted.
fn codes(campaign: &Campaign, options: &Options) -> String {
    let mut codes: Vec<&str> = check(campaign, options).findings.iter().map(Finding::code).collect();
    codes.sort_unstable();
    codes.join(" ")
}

/// The codes found in a sketch, sorted: "PBR-02 PBR-04".
pub(super) fn found(sketch: &str) -> String {
    codes(&plan(sketch), &options())
}

/// The codes found in a sketch with their severities, sorted: "PBR-02 warning, PBR-04 hint".
pub(super) fn weighed(sketch: &str) -> String {
    let report = check(&plan(sketch), &options());
    let mut said: Vec<String> =
        report.findings.iter().map(|finding| format!("{} {}", finding.code(), finding.severity.key())).collect();
    said.sort_unstable();
    said.join(", ")
}

/// The same as [`found`] with the rules of the strict profile.
pub(super) fn found_strict(sketch: &str) -> String {
    codes(&plan(sketch), &strict())
}

/// The codes found in a plan under the strict profile, sorted.
pub(super) fn codes_strict(campaign: &Campaign) -> String {
    codes(campaign, &strict())
}

/// A day of the plan, counted from day 0.
pub(super) fn day(days: i32) -> Day {
    Day::from_number(DAY_ZERO + days)
}

/// The first finding of a rule under the strict profile.
fn first(campaign: &Campaign, code: &str) -> Finding {
    check(campaign, &strict()).findings.into_iter().find(|finding| finding.code() == code).expect(code)
}

/// What that finding says.
pub(super) fn said(sketch: &str, code: &str) -> String {
    first(&plan(sketch), code).message.to_string()
}

/// The codes found in a plan.
pub(super) fn found_in(campaign: &Campaign) -> String {
    codes(campaign, &options())
}

/// The same with what it weighs: "warning: Trail Jacket is gifted and has no label."
pub(super) fn worded(sketch: &str, code: &str) -> String {
    let finding = first(&plan(sketch), code);
    format!("{}: {}", finding.severity.key(), finding.message)
}

/// What a rule could not look at.
pub(super) fn unchecked(sketch: &str, code: &str) -> Vec<String> {
    unchecked_in(&plan(sketch), code)
}

/// The same in a plan.
pub(super) fn unchecked_in(campaign: &Campaign, code: &str) -> Vec<String> {
    let report = check(campaign, &strict());
    report.not_checked.into_iter().filter(|not| not.code == code).map(|not| not.reason.into_owned()).collect()
}

fn strict() -> Options {
    Options { profile: Some(Profile::Strict), ..options() }
}

/// The fixes for the first finding of a rule, each with what is found after it: "Announce first → PBR-04".
/// Rules of the strict profile run, too. A jump leads to its field: "Set times → time".
pub(super) fn fixed(sketch: &str, code: &str) -> Vec<String> {
    fixed_in(&plan(sketch), code)
}

/// The same in a plan.
pub(super) fn fixed_in(campaign: &Campaign, code: &str) -> Vec<String> {
    let finding = first(campaign, code);
    let after = |fix: &Fix| {
        if let super::Applicability::Jump(field) = fix.applicability {
            return field.to_owned();
        }
        codes(&apply_all(campaign, &mut Index::of(campaign), &fix.edits).expect("applies").expect("changes"), &strict())
    };
    let offered = fixes(campaign, &finding, &strict(), &mut IdSource::seeded(7));
    offered.iter().map(|fix| format!("{} → {}", fix.title, after(fix)).trim_end().to_owned()).collect()
}
