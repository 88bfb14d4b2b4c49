//! What a rule is, and the list of all.

use super::facts::LaneFacts;
use super::finding::Finding;
use super::fix::{Bench, Draft};
use super::sink::Sink;
use crate::model::Profile;
use crate::words::{language, mend};

/// How well a rule is supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Evidence {
    /// A meta-analysis, or several experiments.
    A,
    /// A single study, or observation.
    B,
    /// Trade press, an article, judgement.
    C,
    /// Regulation.
    R,
    /// A default to argue with.
    Judgement,
}

impl Evidence {
    /// All, the strongest first; regulation and judgement are of another kind.
    pub const ALL: [Self; 5] = [Self::A, Self::B, Self::C, Self::R, Self::Judgement];

    /// As texts show it: "A", "B", "C", "R" or "judgement".
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::R => "R",
            Self::Judgement => "judgement",
        }
    }

    /// The letter and what it stands for.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::A => mend::evidence_a(),
            Self::B => mend::evidence_b(),
            Self::C => mend::evidence_c(),
            Self::R => mend::evidence_r(),
            Self::Judgement => mend::evidence_judgement(),
        }
    }
}

/// A rule: its text, its check and its fixes. Codes are permanent.
#[derive(Debug)]
pub struct Rule {
    /// The code: `PBR-01`.
    pub code: &'static str,
    /// The name in kebab case: `product-first`.
    pub name: &'static str,
    /// What is wrong, at most 38 characters.
    pub title: &'static str,
    /// Whether it runs always, or in the strict profile only.
    pub profile: Profile,
    /// How well it is supported.
    pub evidence: Evidence,
    /// How much it weighs, and when.
    pub severity: &'static str,
    /// What it flags.
    pub flags: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// What supports it.
    pub evidence_text: &'static str,
    /// What speaks against it.
    pub against: &'static str,
    /// A small plan it flags, in the notation of [`super::Sketch`].
    pub example: &'static str,
    /// The plan it does not flag.
    pub instead: &'static str,
    /// What can be done.
    pub fix: &'static str,
    /// Where it is wrong, and how to tell it so.
    pub exceptions: &'static str,
    /// Settings it reads, in words.
    pub settings: &'static str,
    /// The names of the thresholds it reads.
    pub reads: &'static [&'static str],
    /// Codes of rules that the example also fires.
    pub companions: &'static [&'static str],
    /// Looks at a lane.
    pub(super) check: fn(&LaneFacts<'_>, &mut Sink<'_>),
    /// Proposes fixes for a finding of this rule.
    pub(super) fixes: fn(&mut Bench<'_>, &Finding) -> Vec<Draft>,
}

impl Rule {
    /// What is wrong, in the language that is spoken. The pages of the rules have [`Rule::title`].
    #[must_use]
    pub fn says(&self) -> &'static str {
        language::named("rules", self.name, self.title)
    }

    /// Whether somebody who wrote this word means the rule: its code or its name, whatever the case. Plans and command lines
    /// are written by hand, so both hold wherever a rule is named.
    #[must_use]
    pub fn is_called(&self, word: &str) -> bool {
        self.code.eq_ignore_ascii_case(word) || self.name.eq_ignore_ascii_case(word)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

/// Defines a rule as the constant `RULE`, with its text as documentation: rustdoc, `explain` and the rule book are one text.
macro_rules! define {
    (
        $code:literal $name:literal $title:literal;
        $(profile $profile:ident;)? evidence $evidence:ident; severity $severity:literal;
        flags $flags:literal; why $why:literal; evidence_text $evidence_text:literal; against $against:literal;
        example $example:literal $(and $($companion:literal),+)?; instead $instead:literal;
        fix $fix:literal; exceptions $exceptions:literal; settings $settings:literal $(reads $($reads:literal),+)?;
    ) => {
        #[doc = concat!($code, " ", $name, ": ", $title, "\n\n# What it flags\n", $flags, "\n\n# Why it matters\n", $why)]
        #[doc = concat!("\n\n# Evidence\n", $evidence_text, "\n\n# Against it\n", $against, "\n\n# Severity\n", $severity)]
        #[doc = concat!("\n\n# Example\n```text\n", $example, "\n```\n\n# Instead\n```text\n", $instead, "\n```")]
        #[doc = concat!("\n\n# Fix\n", $fix, "\n\n# Exceptions\n", $exceptions, "\n\n# Settings\n", $settings)]
        pub(in crate::check) const RULE: $crate::check::rule::Rule = $crate::check::rule::Rule {
            code: $code,
            name: $name,
            title: $title,
            profile: $crate::check::rule::define!(@profile $($profile)?),
            evidence: $crate::check::rule::Evidence::$evidence,
            severity: $severity,
            flags: $flags,
            why: $why,
            evidence_text: $evidence_text,
            against: $against,
            example: $example,
            instead: $instead,
            fix: $fix,
            exceptions: $exceptions,
            settings: $settings,
            reads: &[$($($reads),+)?],
            companions: &[$($($companion),+)?],
            check,
            fixes,
        };
    };
    (@profile) => { $crate::model::Profile::Standard };
    (@profile $profile:ident) => { $crate::model::Profile::$profile };
}
pub(super) use define;

/// All rules, by code.
#[must_use]
pub fn rules() -> &'static [Rule] {
    super::rules::ALL
}

/// The rule with that code, or that name.
#[must_use]
pub fn rule(word: &str) -> Option<&'static Rule> {
    rules().iter().find(|rule| rule.is_called(word))
}
