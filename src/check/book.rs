//! The texts of the rules, printed: one for `explain`, all for the rule book.

use super::label::Label;
use super::markets::table;
use super::rule::{Rule, rules};
use super::sketch::Sketch;
use crate::words::{findings as say, labels as table_say, names};

/// All that is known about a rule, as Markdown.
#[must_use]
pub fn explain(rule: &Rule) -> String {
    let sections = [
        (say::book_flags(), rule.flags.to_owned()),
        (say::book_why(), rule.why.to_owned()),
        (say::book_evidence(), format!("{}. {}", rule.evidence.key(), rule.evidence_text)),
        (say::book_against(), rule.against.to_owned()),
        (say::book_severity(), rule.severity.to_owned()),
        (say::book_example(), plan(rule.example)),
        (say::book_instead(), plan(rule.instead)),
        (say::book_fix(), rule.fix.to_owned()),
        (say::book_exceptions(), rule.exceptions.to_owned()),
        (say::book_settings(), rule.settings.to_owned()),
    ];
    let mut text = format!("## {} {}: {}\n", rule.code, rule.name, rule.title);
    for (heading, body) in sections {
        text.push_str("\n### ");
        text.push_str(heading);
        text.push_str("\n\n");
        text.push_str(&body);
        text.push('\n');
    }
    text
}

/// The rule book: every rule, by code, as Markdown.
#[must_use]
pub fn book() -> String {
    let mut text = format!("# {}\n\n{}\n", say::book_title(), say::book_intro());
    for rule in rules() {
        text.push('\n');
        text.push_str(&explain(rule));
    }
    text.push('\n');
    text.push_str(&labels());
    text
}

/// The table of labels, market by market.
fn labels() -> String {
    let table = table();
    let mut text = format!("## {}\n\n{}\n", table_say::table_title(), table_say::table_intro(table.checked_on.long()));
    let list = |labels: &[Label]| {
        let shown: Vec<String> = labels.iter().map(|label| label.shown().replace("{brand}", table_say::the_brand())).collect();
        shown.join(", ")
    };
    for market in &table.markets {
        let mut lines = vec![
            table_say::table_language(&market.language),
            table_say::table_accepted(list(&market.accepted)),
            table_say::table_vague(list(&market.too_vague)),
        ];
        if !market.elsewhere.is_empty() {
            lines.push(table_say::table_elsewhere(list(&market.elsewhere)));
        }
        lines.extend(market.past_days.map(table_say::table_past));
        lines.extend(market.notes.iter().cloned());
        lines.push(table_say::table_source(&market.source, &market.restricted));
        if market.code == "EU" {
            lines.push(table_say::table_states(table.member_states.join(", ")));
        }
        text.push_str(&section(&format!("{} ({})", market.name, market.code), &lines));
    }
    let platforms = table
        .platforms
        .iter()
        .map(|native| table_say::table_platform(names::platform(native.platform.key()), &native.label, &native.note));
    text.push_str(&section(table_say::table_platforms(), &platforms.collect::<Vec<_>>()));
    text
}

/// A heading with a list under it.
fn section(heading: &str, lines: &[String]) -> String {
    format!("\n### {heading}\n\n- {}\n", lines.join("\n- "))
}

/// A small plan, in its notation and in plain words.
fn plan(notation: &str) -> String {
    let sentence = Sketch::parse(notation).map_or_else(|_| String::new(), |sketch| sketch.sentence());
    format!("`{notation}`\n\n{sentence}")
}
