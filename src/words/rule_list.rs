//! The list of all rules: how they are grouped and found. The page of each is a text of [`super::book`].

say! {
    strict_mark = "Strict profile";
    /// Beside a rule that rests on no study, where others have the letter of their evidence.
    judgement = "Judgement";

    search = "Find a rule";
    search_hint = "Find a rule: a word, a code";
    none_found(text) = "No rule with “{text}” in its code, its title or its text.";
    found(n, all) = "{n} of {all} rules";
}

name! {
    /// The name of a family of rules, by what its codes begin with.
    family_of {
        "PBR" => "The order before the ask",
        "ASK" => "How often and how hard it asks",
        "FIT" => "Who fits with whom",
        "VAL" => "Values that have to hold",
        "DIS" => "Labels and disclosure",
        "OPS" => "Ready to be asked for",
        _ => "Further rules",
    }
}

/// The name of the family that a rule is of, by its code.
#[must_use]
pub fn family(code: &str) -> &'static str {
    family_of(code.split('-').next().unwrap_or_default())
}
