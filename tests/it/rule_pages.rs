//! What is written about the rules: complete, true where it can be tried, and in the words of the house.

use momentboard::check::{
    Applicability, Body, Evidence, Finding, Options, Rule, Sketch, book, check, explain, families, fixes, mentions, rule, rules,
    sections,
};
use momentboard::edit::apply_all;
use momentboard::model::{Campaign, Day, IdSource, Index, Profile, Settings, threshold};
use momentboard::words::{book as say, rule_list};

use crate::check::{DAY_ZERO, plan};

/// How a rule is tried: in its own profile, on day 0.
fn options(rule: &Rule) -> Options {
    Options { profile: Some(rule.profile), today: Some(Day::from_number(DAY_ZERO)), ..Options::default() }
}

fn codes(campaign: &Campaign, options: &Options) -> Vec<&'static str> {
    let mut codes: Vec<&str> = check(campaign, options).findings.iter().map(Finding::code).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// Everything that is written about a rule.
fn texts(rule: &Rule) -> [(&'static str, &'static str); 10] {
    [
        ("title", rule.title),
        ("severity", rule.severity),
        ("flags", rule.flags),
        ("why", rule.why),
        ("evidence", rule.evidence_text),
        ("against", rule.against),
        ("fix", rule.fix),
        ("exceptions", rule.exceptions),
        ("settings", rule.settings),
        ("name", rule.name),
    ]
}

#[test]
fn codes_names_and_titles_are_unique_and_short() {
    for (at, one) in rules().iter().enumerate() {
        for other in &rules()[at + 1..] {
            assert!(one.code != other.code && one.name != other.name && one.title != other.title, "{}", one.code);
        }
        assert!(one.title.chars().count() <= 38, "{}: {}", one.code, one.title);
        assert!(one.name.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", one.name);
        assert_ne!(rule_list::family(one.code), rule_list::family(""), "{} has no family", one.code);
        assert_eq!(rule(&one.code.to_lowercase()), Some(one));
        assert_eq!(rule(one.name), Some(one));
    }
    assert_eq!(rule("PBR-99"), None);
}

#[test]
fn every_page_has_every_section_with_something_in_it() {
    for rule in rules() {
        let text = explain(rule);
        for heading in [
            "What it flags",
            "Why it matters",
            "Evidence",
            "What speaks against it",
            "How much it weighs",
            "Example",
            "Instead",
            "Fix",
            "Exceptions",
            "Settings",
        ] {
            let body = text.split(&format!("\n### {heading}\n")).nth(1).map(|rest| rest.split("\n### ").next().unwrap_or(""));
            assert!(body.is_some_and(|body| body.trim().len() > 3), "{}: {heading}", rule.code);
        }
        assert_eq!(sections(rule).len(), 10);
        assert_eq!(text.contains(say::strict()), rule.profile == Profile::Strict, "{}", rule.code);
    }
}

/// No word that a page may not use: it neither orders people about nor shouts, claims no law, and names no source by a number
/// that only its authors can look up.
#[test]
fn pages_are_in_the_words_of_the_house() {
    for rule in rules() {
        for (which, text) in texts(rule) {
            if let Some(word) = forbidden(text) {
                panic!("{} {which}: “{word}” in “{text}”", rule.code);
            }
        }
    }
    assert_eq!(forbidden("as S13 shows").as_deref(), Some("S13"), "the check sees what it is for");
    assert_eq!(forbidden("It must, too.").as_deref(), Some("must"));
    assert_eq!(forbidden("the must-say list"), None);
}

fn forbidden(text: &str) -> Option<String> {
    if let Some(mark) = ["!", "compliant", "MB-", "MB0", "guilty", "wrong of"].into_iter().find(|mark| text.contains(mark)) {
        return Some(mark.to_owned());
    }
    let words = text.split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_'));
    let bad = |word: &&str| {
        let source = word.strip_prefix('S').is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit()));
        source || ["should", "must", "she", "he", "her", "his", "proven"].contains(&word.to_lowercase().as_str())
    };
    words.into_iter().find(bad).map(str::to_owned)
}

#[test]
fn settings_are_those_that_exist_and_every_number_comes_from_them() {
    for rule in rules() {
        let words: Vec<&str> = rule.settings.split(|c: char| !(c.is_alphanumeric() || c == '_')).collect();
        let page = explain(rule);
        for name in rule.reads {
            let threshold = threshold(name).unwrap_or_else(|| panic!("{} reads {name}", rule.code));
            let line = page.lines().find(|line| line.contains(&format!("`{name}`")));
            let line = line.unwrap_or_else(|| panic!("{}: no line for {name}", rule.code));
            for number in [threshold.default, threshold.least, threshold.most] {
                assert!(line.replace(',', "").contains(&number.to_string()), "{}: {line}", rule.code);
            }
        }
        for threshold in Settings::THRESHOLDS {
            assert!(!words.contains(&threshold.name), "{}: the words name {}", rule.code, threshold.name);
            let named = page.contains(&format!("(`{}`)", threshold.name));
            assert_eq!(named, rule.reads.contains(&threshold.name), "{}: {}", rule.code, threshold.name);
            let line = momentboard::check::limit_line(threshold.name, false).unwrap();
            assert!(!line.contains(threshold.name), "the window says it in words: {line}");
        }
        let numbers = rule.settings.chars().any(|c| c.is_ascii_digit());
        assert!(!numbers, "{}: a number in “{}” would be written twice", rule.code, rule.settings);
    }
}

#[test]
fn the_example_is_flagged_and_the_mended_one_is_not() {
    for rule in rules() {
        let mut expected: Vec<&str> = rule.companions.to_vec();
        expected.push(rule.code);
        expected.sort_unstable();
        assert_eq!(codes(&plan(rule.example), &options(rule)), expected, "{}: {}", rule.code, rule.example);
        assert_eq!(codes(&plan(rule.instead), &options(rule)), [""; 0], "{}: {}", rule.code, rule.instead);
    }
}

#[test]
fn what_is_safe_to_do_about_the_example_clears_it() {
    let mut safe = 0;
    for rule in rules() {
        let (campaign, options) = (plan(rule.example), options(rule));
        let report = check(&campaign, &options);
        let finding = report.findings.iter().find(|finding| finding.rule == rule).unwrap();
        for fix in fixes(&campaign, finding, &options, &mut IdSource::seeded(3)) {
            if fix.applicability != Applicability::Safe {
                continue;
            }
            safe += 1;
            let mended = apply_all(&campaign, &mut Index::of(&campaign), &fix.edits).unwrap().unwrap();
            let left = check(&mended, &options).findings;
            let still = left.iter().any(|other| other.rule == rule && other.subject() == finding.subject());
            assert!(!still, "{}: {}", rule.code, fix.title);
        }
    }
    assert!(safe >= 8, "only {safe} safe fixes were tried");
}

#[test]
fn the_book_says_what_holds_for_all_rules_and_links_to_each() {
    let text = book();
    for part in [
        "no published study tests the exact order",
        "What the checker cannot see",
        "Culture, taste, politics",
        "does not predict sales",
    ] {
        assert!(text.contains(part), "{part}");
    }
    for part in
        ["What the curve cannot see", "planning heuristic", "not fitted to data", "irritation may fade while memory stays"]
    {
        assert!(text.contains(part), "{part}");
    }
    for evidence in Evidence::ALL {
        let words = evidence.words().split_once(": ").unwrap().1;
        assert!(text.contains(words), "{words}");
    }
    // A link of the contents is what a reader of Markdown makes of the heading.
    let slug = |heading: &str| -> String {
        heading
            .to_lowercase()
            .chars()
            .filter(|c| c.is_alphanumeric() || *c == '-' || *c == ' ')
            .collect::<String>()
            .replace(' ', "-")
    };
    let headings: Vec<String> = text.lines().filter_map(|line| line.strip_prefix("## ")).map(slug).collect();
    let links: Vec<&str> = text.lines().filter_map(|line| line.split_once("](#")?.1.strip_suffix(')')).collect();
    assert_eq!(links.len(), rules().len());
    for link in links {
        assert!(headings.iter().any(|heading| heading == link), "{link}");
    }
}

/// Markdown of the simplest kind: headings, paragraphs, and marks for what is typed.
#[test]
fn a_page_is_simple_markdown() {
    for rule in rules() {
        for line in explain(rule).lines() {
            let simple = !line.starts_with(['-', '*', '>', '|', ' ']) && !line.contains("**") && !line.contains("](");
            assert!(simple, "{}: {line}", rule.code);
            assert_eq!(line.matches('`').count() % 2, 0, "{}: {line}", rule.code);
        }
    }
}

#[test]
fn rules_are_found_by_code_name_and_words_of_their_text() {
    let found =
        |words: &str| -> Vec<&str> { rules().iter().filter(|rule| mentions(rule, words)).map(|rule| rule.code).collect() };
    assert_eq!(found(""), rules().iter().map(|rule| rule.code).collect::<Vec<_>>());
    assert_eq!(found("pbr-07"), ["PBR-07"]);
    assert_eq!(found("stale gone"), ["PBR-13"]);
    assert!(found("announcement").len() >= 3);
    assert!(found("repair").contains(&"PBR-13"));
    assert_eq!(found("zebra"), [""; 0]);
    let families = families(rules());
    assert_eq!(families.iter().map(|(_, rules)| rules.len()).sum::<usize>(), rules().len());
    assert_eq!(families[0].0, "The order before the ask");
}

/// The examples that are drawn are those that are read.
#[test]
fn every_example_can_be_read() {
    for rule in rules() {
        for section in sections(rule) {
            if let Body::Plan { notation, .. } = section.body {
                assert!(Sketch::parse(notation).is_ok_and(|sketch| !sketch.sentence().is_empty()), "{notation}");
            }
        }
        for notation in [rule.example, rule.instead] {
            let text = Sketch::parse(notation).unwrap().sentence();
            let noted = text
                .split([' ', ',', '(', ')', ':'])
                .find(|word| (word.contains('-') && word.parse::<i32>().is_err()) || word.contains('_'));
            assert_eq!(noted, None, "{}: notation in “{text}”", rule.code);
        }
        // Who reads both in words sees what was mended.
        let read = |notation: &str| Sketch::parse(notation).map(|sketch| sketch.sentence());
        assert_ne!(read(rule.example), read(rule.instead), "{}", rule.code);
    }
}

#[cfg(feature = "gui")]
#[test]
fn a_rule_is_found_and_read_by_the_keyboard_alone() {
    use egui::accesskit::Role;
    use egui_kittest::kittest::Queryable;

    let mut window = crate::app_window::window();
    let ctx = window.ctx.clone();
    window.state_mut().run(&ctx, momentboard::ui::command::Command::Rules);
    window.step();
    window.run();
    window.event(egui::Event::Text("quiet days zebra".into()));
    window.run();
    window.get_by_label("No rule with “quiet days zebra” in its code, its title or its text.");
    for _ in 0..6 {
        window.key_press(egui::Key::Backspace);
        window.run();
    }
    window.get_by_label(&rule_list::found(1, rules().len()));
    window.key_press(egui::Key::Enter);
    window.step();
    window.run();
    window.get_by_role_and_label(Role::Dialog, "A long silence, then an ask");
    window.get_by_label("What speaks against it");
    // The way back keeps what was looked for.
    window.key_press(egui::Key::Escape);
    window.step();
    window.run();
    window.get_by_role_and_label(Role::Dialog, "Rule book");
    window.get_by_label(&rule_list::found(1, rules().len()));
    // Escape empties the search first, as in every field that searches.
    for _ in 0..2 {
        window.key_press(egui::Key::Escape);
        window.step();
        window.run();
    }
    assert!(window.query_by_role(Role::Dialog).is_none());
}
