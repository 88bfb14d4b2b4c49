//! `momentboard explain`: what a finding means. And rules named on the command line.

use super::nearest::nearest;
use super::out::Tone;
use super::{FINE, Session};
use crate::check::{self, Rule};
use crate::words::terminal as say;

impl Session<'_> {
    pub(super) fn explain(&mut self, code: &str) -> u8 {
        match self.rule(code) {
            Ok(rule) => {
                self.print_rule(&check::explain(rule));
                FINE
            }
            Err(unusable) => unusable,
        }
    }

    /// Prints the text of a rule: its headings as headings, its paragraphs below them, no marks of Markdown.
    fn print_rule(&mut self, text: &str) {
        for line in text.trim_end().lines() {
            if line.starts_with('#') {
                self.out.line(&[(Tone::Strong, line.trim_start_matches(['#', ' ']))]);
            } else if line.is_empty() {
                self.out.text("");
            } else {
                self.out.paragraph("  ", line.trim_matches('`'));
            }
        }
    }

    /// The rule with that code or name.
    pub(super) fn rule(&mut self, code: &str) -> Result<&'static Rule, u8> {
        if let Some(rule) = check::rule(code.trim()) {
            return Ok(rule);
        }
        let words: Vec<&str> = check::rules().iter().flat_map(|rule| [rule.code, rule.name]).collect();
        let hint = nearest(code, &words).and_then(check::rule).map_or_else(
            || {
                let codes: Vec<&str> = check::rules().iter().map(|rule| rule.code).collect();
                say::rule_codes(crate::words::list(&codes))
            },
            |rule| say::did_you_mean(rule.code, rule.name),
        );
        Err(self.unusable(&say::no_such_rule(code), &hint))
    }
}
