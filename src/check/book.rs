//! The texts of the rules, printed: one for `explain`, all for the rule book.

use super::rule::{Rule, rules};
use super::sketch::Sketch;
use crate::words::findings as say;

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
    text
}

/// A small plan, in its notation and in plain words.
fn plan(notation: &str) -> String {
    let sentence = Sketch::parse(notation).map_or_else(|_| String::new(), |sketch| sketch.sentence());
    format!("`{notation}`\n\n{sentence}")
}
