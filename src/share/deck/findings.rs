//! What the rules say of the plan, what they could not look at, and how they were set. For the team only.

use super::super::choice::Section;
use super::super::encode::shorten;
use super::super::html::findings_title;
use super::super::plan::FindingLine;
use super::Build;
use super::flow::Flow;
use super::grid::{Grid, Head, Words};
use crate::check::Severity;
use crate::words::{deck_tables as say, share};

pub(super) fn build(b: &mut Build<'_>) {
    let plan = b.plan;
    let has_nothing = plan.findings.is_empty() && plan.not_checked.is_empty() && plan.settings.is_empty();
    let has_no_card = plan.lanes.iter().all(|lane| lane.cards.is_empty());
    if has_nothing && plan.rules_off.is_empty() && has_no_card {
        return;
    }
    let title = findings_title(plan);
    let notes = plan.findings.first().map_or_else(
        || say::findings_notes_none().to_owned(),
        |line| say::findings_notes(&title, shorten(&line.title, 160), shorten(&line.place, 160)),
    );
    let mut flow = Flow::new(b, Section::Findings, share::findings(), (&title, share::findings_line()), notes);
    let heads = vec![
        Head::new(share::severity(), 0.9),
        Head::new(say::what(), 4.2),
        Head::new(share::place(), 2.0),
        Head::new(say::mend(), 2.4),
        Head::new(share::rule(), 0.9),
    ];
    let rows = plan.findings.iter().map(|line| row(b, line)).collect();
    let grid = Grid { summary: share::findings().to_owned(), heads, rows, has_sum: false };
    let is_last = plan.not_checked.is_empty() && plan.settings.is_empty() && plan.rules_off.is_empty();
    flow.table_before(b, grid, (!is_last).then_some(0.0));
    pairs(b, &mut flow, share::not_checked(), (say::whose(), say::why()), plan.not_checked.iter().map(as_texts));
    pairs(b, &mut flow, share::settings(), (say::setting(), say::set_where()), plan.settings.iter().map(as_texts));
    let off = plan.rules_off.iter().map(|off| (off.code.as_str(), off.why.as_str()));
    pairs(b, &mut flow, share::rules_off(), (share::rule(), say::why()), off);
    flow.finish(b);
}

fn as_texts((a, b): &(String, String)) -> (&str, &str) {
    (a, b)
}

fn row(b: &Build<'_>, line: &FindingLine) -> Vec<Words> {
    let color = match line.severity {
        Severity::Error => b.look.error,
        Severity::Warning => b.look.warning,
        Severity::Hint => b.look.text_2,
    };
    let mut what = b.strong(format!("{}\n", line.title));
    what.extend(b.plain(line.message.clone()));
    for more in &line.lines {
        what.extend(b.plain(format!("\n{more}")));
    }
    vec![
        b.colored(line.severity_name(), color),
        what,
        b.plain(line.place.clone()),
        b.plain(line.clears.join(" ")),
        b.plain(line.code.clone()),
    ]
}

/// A heading with a table of two columns; nothing where it has no rows.
fn pairs<'a>(
    b: &mut Build<'_>,
    flow: &mut Flow,
    heading: &'static str,
    heads: (&'static str, &'static str),
    pairs: impl Iterator<Item = (&'a str, &'a str)>,
) {
    let rows: Vec<Vec<Words>> = pairs.map(|(what, why)| vec![b.strong(what), b.plain(why)]).collect();
    if rows.is_empty() {
        return;
    }
    flow.heading(b, heading, 60.0);
    let heads = vec![Head::new(heads.0, 2.0), Head::new(heads.1, 3.0)];
    flow.table(b, Grid { summary: heading.to_owned(), heads, rows, has_sum: false });
}
