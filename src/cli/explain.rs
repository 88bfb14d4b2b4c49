//! `momentboard explain`: what a finding means; the list of all rules; the rule book. And rules named on the command line.

use super::args::{ExplainArgs, PageFormat};
use super::out::{COLUMNS, Tone};
use super::{FINE, Session};
use crate::check::{self, Rule};
use crate::model::Profile;
use crate::words::nearest::nearest;
use crate::words::{self, terminal as say};

impl Session<'_> {
    pub(super) fn explain(&mut self, args: &ExplainArgs) -> u8 {
        let rule = match args.code.as_deref().map(|code| self.rule(code)).transpose() {
            Ok(rule) => rule,
            Err(unusable) => return unusable,
        };
        match (rule, args.all, args.format) {
            (Some(rule), _, PageFormat::Md) => self.out.raw(&check::explain(rule)),
            (Some(rule), _, PageFormat::Text) => self.print_page(&check::explain(rule)),
            (None, true, PageFormat::Md) => self.out.raw(&check::book()),
            (None, true, PageFormat::Text) => self.print_page(&check::book()),
            (None, false, PageFormat::Md) => self.out.raw(&table()),
            (None, false, PageFormat::Text) => self.list_rules(),
        }
        FINE
    }

    /// Every rule in a line, by family.
    fn list_rules(&mut self) {
        let width = check::rules().iter().map(|rule| rule.title.chars().count()).max().unwrap_or(0);
        for (at, rule) in check::rules().iter().enumerate() {
            let family = say::family(rule.code);
            let before = at.checked_sub(1).and_then(|at| check::rules().get(at));
            if before.is_none_or(|before| say::family(before.code) != family) {
                if before.is_some() {
                    self.out.text("");
                }
                self.out.line(&[(Tone::Strong, family)]);
            }
            let code = format!("  {}{} ", rule.code, if rule.profile == Profile::Strict { "*" } else { " " });
            let name = format!("  {}", rule.name);
            // A name that is too long for its column begins further to the left.
            let room = COLUMNS.saturating_sub(code.chars().count() + name.chars().count());
            let width = width.min(room);
            self.out.line(&[(Tone::Plain, &code), (Tone::Plain, &format!("{:width$}", rule.title)), (Tone::Faint, &name)]);
        }
        self.out.text("");
        if check::rules().iter().any(|rule| rule.profile == Profile::Strict) {
            self.out.line(&[(Tone::Faint, say::strict_note())]);
        }
        self.out.line(&[(Tone::Faint, say::explain_note())]);
    }

    /// Prints a page: its headings as headings, its paragraphs below them, no marks of Markdown.
    fn print_page(&mut self, page: &str) {
        let mut blank = true;
        for line in page.trim_end().lines() {
            if let Some(heading) = line.strip_prefix("### ") {
                blank = true;
                self.out.line(&[(Tone::Strong, heading)]);
            } else if line.starts_with('#') {
                if !blank {
                    self.out.text("");
                }
                self.out.heading(line.trim_start_matches(['#', ' ']));
            } else if line.is_empty() {
                // A heading stands directly above its text.
                if !blank {
                    self.out.text("");
                }
                blank = true;
            } else {
                self.out.paragraph("  ", &unmarked(line));
                blank = false;
            }
        }
    }

    /// The rule with that code or name.
    pub(super) fn rule(&mut self, code: &str) -> Result<&'static Rule, u8> {
        if let Some(rule) = check::rule(code.trim()) {
            return Ok(rule);
        }
        let words: Vec<&str> = check::rules().iter().flat_map(|rule| [rule.code, rule.name]).collect();
        let meant = check::rule(&full_code(code)).or_else(|| nearest(code, &words).and_then(check::rule));
        let hint = meant.map_or_else(|| say::list_rules().to_owned(), |rule| say::did_you_mean(rule.code, rule.name));
        Err(self.unusable(&say::no_such_rule(code), &hint))
    }
}

/// A code as it is written in full: `pbr1` and `PBR 1` are `PBR-01`.
fn full_code(word: &str) -> String {
    let letters: String = word.chars().filter(char::is_ascii_alphabetic).collect();
    let digits: String = word.chars().filter(char::is_ascii_digit).collect();
    format!("{letters}-{:0>2}", digits.trim_start_matches('0'))
}

/// A page without the marks of Markdown, for programs that show text as it is.
pub(super) fn plain(page: &str) -> String {
    let mut text = String::new();
    for line in page.lines() {
        text.push_str(&unmarked(line.trim_start_matches('#').trim_start()));
        text.push('\n');
    }
    text
}

/// A line without what is for Markdown only: backquotes around a small plan or the name of a setting, the stars of a strong
/// word, the target of a link inside the page.
fn unmarked(line: &str) -> String {
    let mut text = line.replace('`', "").replace("**", "");
    while let Some(middle) = text.find("](#") {
        let (Some(from), Some(to)) = (text[..middle].rfind('['), text[middle..].find(')')) else { break };
        text.replace_range(middle..=middle + to, "");
        text.remove(from);
    }
    text
}

/// Every rule in a line of a Markdown table.
fn table() -> String {
    let mut text = say::rule_table_head().to_owned();
    for rule in check::rules() {
        let profile = words::names::choice(rule.profile.key());
        text.push_str(&say::rule_table_line(rule.code, rule.name, rule.title, profile));
    }
    text
}
