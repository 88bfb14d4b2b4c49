//! The texts of the rules: one as sections for `explain` and the window, all of them as the rule book.

use super::known::listed;
use super::markets::table;
use super::rule::{Evidence, Rule, rules};
use super::sketch::Sketch;
use crate::model::{Profile, threshold};
use crate::words::{book as say, labels as table_say, mend, names, rule_list};

/// A section of what is known about a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub heading: &'static str,
    /// What stands below it.
    pub body: Body,
}

/// What stands below a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// Paragraphs.
    Text(Vec<String>),
    /// How strong the evidence is, and what it is.
    Evidence(Evidence, &'static str),
    /// What can be set: sentences, then the names of the limits that the rule reads, for [`limit_line`].
    Settings([&'static str; 2], &'static [&'static str]),
    /// A small plan in the notation of [`Sketch`], and whether the rule flags it.
    Plan {
        /// The plan.
        notation: &'static str,
        /// Whether it is the one that is flagged, or the mended one.
        flagged: bool,
    },
}

/// All that is known about a rule, in the order in which it is read.
#[must_use]
pub fn sections(rule: &Rule) -> Vec<Section> {
    let text = |heading, text: &str| Section { heading, body: Body::Text(vec![text.to_owned()]) };
    let plan = |heading, notation, flagged| Section { heading, body: Body::Plan { notation, flagged } };
    let mut severity = vec![rule.severity.to_owned()];
    if rule.profile == Profile::Strict {
        severity.push(say::strict().to_owned());
    }
    vec![
        text(say::flags(), rule.flags),
        text(say::why(), rule.why),
        Section { heading: say::evidence(), body: Body::Evidence(rule.evidence, rule.evidence_text) },
        text(say::against(), rule.against),
        Section { heading: say::severity(), body: Body::Text(severity) },
        plan(say::example(), rule.example, true),
        plan(say::instead(), rule.instead, false),
        text(say::fix(), rule.fix),
        text(say::exceptions(), rule.exceptions),
        Section { heading: say::settings(), body: settings(rule) },
    ]
}

/// What can be set about a rule: the limits that it reads, and what holds for every rule.
fn settings(rule: &Rule) -> Body {
    Body::Settings([rule.settings, say::settings_of_all()], rule.reads)
}

/// A limit in a line: what it means and what it can be, with the name that it has in files if that is wanted.
#[must_use]
pub fn limit_line(name: &str, with_name: bool) -> Option<String> {
    let limit = threshold(name)?;
    let amount = |value| say::amount(value, limit.unit.key());
    let (default, least, most) = (amount(limit.default), limit.least, amount(limit.most));
    let means = mend::limit(limit.name, "…");
    Some(if with_name {
        say::limit_named(means, limit.name, default, least, most)
    } else {
        say::limit_line(means, default, least, most)
    })
}

/// All that is known about a rule, as Markdown: headings and paragraphs.
#[must_use]
pub fn explain(rule: &Rule) -> String {
    let section = |section: Section| {
        let paragraphs = match section.body {
            Body::Text(paragraphs) => paragraphs,
            Body::Settings(texts, limits) => {
                let limits = limits.iter().filter_map(|limit| limit_line(limit, true));
                vec![texts.join(" ")].into_iter().chain(limits).collect()
            }
            Body::Evidence(evidence, text) => vec![format!("{}.", evidence.words()), text.to_owned()],
            Body::Plan { notation, .. } => {
                let sentence = Sketch::parse(notation).map_or_else(|_| String::new(), |sketch| sketch.sentence());
                vec![format!("`{notation}`"), sentence]
            }
        };
        format!("\n### {}\n\n{}\n", section.heading, paragraphs.join("\n\n"))
    };
    let body: Vec<String> = sections(rule).into_iter().map(section).collect();
    format!("## {}\n{}", heading(rule), body.concat())
}

fn heading(rule: &Rule) -> String {
    format!("{} {}: {}", rule.code, rule.name, rule.title)
}

/// Rules by family, in the order of their codes.
#[must_use]
pub fn families<'r>(rules: impl IntoIterator<Item = &'r Rule>) -> Vec<(&'static str, Vec<&'r Rule>)> {
    let mut families: Vec<(&'static str, Vec<&Rule>)> = Vec::new();
    for rule in rules {
        let family = rule_list::family(rule.code);
        match families.iter_mut().find(|(name, _)| *name == family) {
            Some((_, rules)) => rules.push(rule),
            None => families.push((family, vec![rule])),
        }
    }
    families
}

/// Whether a rule is meant by words that somebody looks for: each of them stands in its code, its names or its text. Who
/// writes the code or the name of a rule means that one, not others that speak of it.
#[must_use]
pub fn mentions(rule: &Rule, words: &str) -> bool {
    if let Some(meant) = super::rule::rule(words.trim()) {
        return meant == rule;
    }
    let names = [rule.code, rule.name, rule.title, rule.says()];
    let about = [rule.flags, rule.why, rule.evidence_text, rule.against, rule.severity];
    let mending = [rule.fix, rule.exceptions, rule.settings];
    let texts: Vec<String> =
        names.iter().chain(&about).chain(&mending).chain(rule.reads).map(|text| text.to_lowercase()).collect();
    words.split_whitespace().map(str::to_lowercase).all(|word| texts.iter().any(|text| text.contains(&word)))
}

/// The rule book: what holds for all rules, then every rule, by code, as Markdown.
#[must_use]
pub fn book() -> String {
    let mut parts = vec![format!("# {}\n\n{}\n\n{}\n", say::title(), say::intro(), say::settings_intro())];
    for (heading, body) in [
        (say::limits(), say::limits_text().to_owned()),
        (say::curve(), say::curve_text().to_owned()),
        (say::fixes(), say::fixes_text().to_owned()),
        (say::strength(), strengths()),
        (say::notation(), say::notation_text().to_owned()),
        (say::contents(), contents()),
    ] {
        parts.push(format!("\n## {heading}\n\n{}\n", body.trim_end()));
    }
    parts.extend(rules().iter().map(|rule| format!("\n{}", explain(rule))));
    parts.push(format!("\n{}", labels()));
    parts.concat()
}

fn strengths() -> String {
    let row = |evidence: Evidence| {
        let (letter, words) = evidence.words().split_once(": ").unwrap_or((evidence.key(), ""));
        say::strength_row(letter, words)
    };
    Evidence::ALL.map(row).join("\n")
}

/// Links to the headings of the rules, by family.
fn contents() -> String {
    let link = |rule: &Rule| format!("- [{} {}](#{})\n", rule.code, rule.title, anchor(&heading(rule)));
    let family = |(name, rules): (&str, Vec<&Rule>)| {
        let links: Vec<String> = rules.into_iter().map(link).collect();
        format!("{name}:\n\n{}\n", links.concat())
    };
    families(rules()).into_iter().map(family).collect::<Vec<_>>().concat()
}

/// What a heading is called in a link: small letters, blanks as hyphens, no other marks.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-'));
    kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// The table of labels, market by market.
fn labels() -> String {
    let table = table();
    let mut text = format!("## {}\n\n{}\n", table_say::table_title(), table_say::table_intro(table.checked_on.long()));
    for market in &table.markets {
        let mut lines = vec![
            table_say::table_language(&market.language),
            table_say::table_accepted(listed(&market.accepted)),
            table_say::table_vague(listed(&market.too_vague)),
        ];
        if !market.elsewhere.is_empty() {
            lines.push(table_say::table_elsewhere(listed(&market.elsewhere)));
        }
        lines.extend(market.past_days.map(table_say::table_past));
        lines.extend(market.notes.iter().cloned());
        lines.push(table_say::table_source(&market.source, &market.restricted));
        if market.code == "EU" {
            lines.push(table_say::table_states(table.member_states.join(", ")));
        }
        text.push_str(&table_section(&format!("{} ({})", market.name, market.code), &lines));
    }
    let platforms = table
        .platforms
        .iter()
        .map(|native| table_say::table_platform(names::platform(native.platform.key()), &native.label, &native.note));
    text.push_str(&table_section(table_say::table_platforms(), &platforms.collect::<Vec<_>>()));
    text
}

/// A heading with a list under it.
fn table_section(heading: &str, lines: &[String]) -> String {
    format!("\n### {heading}\n\n- {}\n", lines.join("\n- "))
}
