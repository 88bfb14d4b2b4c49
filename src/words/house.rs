//! An agency's rules, the file they are kept in, and the dialog in which a plan's own are set.

use super::counts;

say! {
    empty = "The file is empty. House rules begin with a name: (name: \"Acme\")";
    too_big(limit) = "The file is larger than {limit}, more than house rules can be.";
    not_text = "The file is not UTF-8 text from here on, so it does not hold house rules.";
    a_plan = "This is a plan, not a file of house rules.";
    no_rules = "This is no file of house rules: such a file begins with (name: …).";
    not_rules = "This cannot be read as house rules. They are one group in round brackets: (name: \"Acme\", settings: (…))";
    trailing = "Something stands here after the end of the house rules.";
    too_deep = "Brackets are nested too deeply here for house rules.";
    unknown_field(name, place) = "“{name}” is nothing that {place} can hold.";
    missing(name, place) = "“{name}” is missing: {place} cannot do without it.";
    want_group(place) = "A group in round brackets is expected here: {place}.";
    want_list(name) = "“{name}” is a list in square brackets.";
    want_text(name) = "“{name}” is text in quotes.";
    want_something(name) = "“{name}” is empty here.";
    want_yes_no(name) = "“{name}” is true or false.";
    want_number(name, range) = "“{name}” is a whole number, {range}.";
    out_of_range(name, value, range) = "“{name}” is {value} here; it goes {range}.";
    not_a_choice(value, name) = "“{value}” is no {name}.";
    not_a_rule(value) = "“{value}” is no rule.";
    not_a_market(value) = "“{value}” is no market with a table of labels.";
    rule_twice(rule) = "{rule} stands here twice.";
    weighed_and_off(rule) = "{rule} has a weight in these rules and is turned off here: a rule that is off weighs nothing.";
    accepted_and_vague(label) = "“{label}” is too vague here and accepted in the same market.";
    limit_not_used(limit, value, least, most) = "A limit of this plan is {value} and counts from {least} to {most}: “{limit}”. What holds without it is used; the number stays in the plan until somebody changes it.";
    house_limit_not_used(name, limit, value, least, most) = "A limit in the rules of {name} that this plan carries is {value} and counts from {least} to {most}: “{limit}”. The default is used; the number stays in the plan.";
    market_twice(market) = "The market {market} stands here twice.";

    mean(near) = "Did you mean {near}?";
    mean_rule(code, name) = "Did you mean {code} ({name})?";
    without_quotes(word) = "Write it without quotes: {word}";
    can_hold(names) = "It can hold {names}.";
    choices(names) = "The choices are {names}.";
    codes(names) = "The rules are {names}.";
    inside_settings(name) = "Put it into the settings: (name: \"…\", settings: ({name}: …))";
    hint_range = "Change the number, or take the line out: the default holds then.";
    hint_one = "Keep one of the two and take the other one out.";
    hint_write = "Write it, or take the entry out.";
    hint_name = "The name is shown wherever one of the rules decides something.";
    hint_file = "Choose a file of house rules.";
    hint_choose = "Choose a file of house rules, and open the plan with “Open…”.";
    hint_like(name) = "Write a round bracket, then names with colons: ({name}: …)";
    hint_quotes = "Write it in straight quotes: \"…\"";
    one_word = "“words” needs two words or more that mean the same.";
    hint_two_words = "Add the other words, or take the entry out.";
    hint_correct = "Correct this place in the file.";
    range(least, most) = "from {least} to {most}";
    place_house = "the house rules";
    place_settings = "settings";
    place_vocabulary = "vocabulary";
    place_same = "words that mean the same";
    place_labels = "the labels of a market";
    place_severity = "what a rule weighs";
    place_off = "a rule that is turned off";
    place_change = "a change of a setting";
    name_profile = "profile";
    name_severity = "severity";
}

// The terminal.
say! {
    arg_rules = "An agency's rules: limits, weights and words; they stand in the place of those a plan carries";
}

// Where house rules come from, in the window.
say! {
    reading_house = "Reading the house rules";
    not_used(error) = "The house rules are not used: {error}";
    house_files = "House rules";
    path_house = "Use house rules from a file";
}

// The dialog.
say! {
    title = "Rules of this plan";
    intro = "What is set here holds for this plan and for nobody else. Accepting a finding keeps one risk; turning a rule off stops all its findings in this plan.";
    search = "Find a rule or a limit";
    show_all = "Show all rules and limits";
    nothing_found = "No rule or limit has these words.";
    part_house = "House rules";
    part_limits = "Limits";
    part_rules = "Rules";

    no_house = "No house rules hold here. An agency keeps its own limits and words in a file, so that all its plans are checked alike.";
    house_carried(name) = "The rules of {name} hold. This plan carries them: whoever opens it is checked by them.";
    house_from_file(name, file) = "The rules of {name} hold on this computer, from {file}.";
    carried_by(author) = "Carried by {author}";
    carried_by_on(author, day) = "Carried since {day} by {author}";
    house_unused(name, file) = "The file {file} ({name}) does not count here: the plan carries house rules of its own.";
    house_says(parts) = "They hold {parts}.";
    house_says_nothing = "They hold nothing but their name.";
    use_file = "Use house rules from a file…";
    carry = "Carry them in this plan";
    take_out = "Take them out of this plan";
    stop_file = "Stop using the file";
    drop_file = "Do not use this file after all";

    profile = "Which rules run";
    profile_standard = "Standard";
    profile_strict = "Strict";
    profile_note = "Standard leaves out the rules that are matters of taste; Strict runs all";
    values_hint_only = "A missing values story is only ever a hint";
    values_hint_only_note = "For goods where a talk about values would be pompous";
    no = "No";
    yes = "Yes";

    default_and_range(value, least, most) = "Default {value}, from {least} to {most}";
    origin_default = "the default holds";
    origin_house(name) = "set by {name}";
    origin_plan = "set in this plan";
    origin_changed(author, day) = "set in this plan by {author}, {day}";
    origin_changed_undated(author) = "set in this plan by {author}";
    origin_new = "changed here";
    origin_reset(now, author, day) = "{now}, set back by {author}, {day}";
    origin_reset_undated(now, author) = "{now}, set back by {author}";
    origin_range(value) = "{value} is set in this plan and cannot be used";
    because(text, reason) = "{text}: {reason}";
    more(name) = "More: {name}";
    less(name) = "Less: {name}";
    reset_of(name) = "Take back what this plan sets: {name}";
    value_of(name) = "Value: {name}";
    whole_number = "A whole number is needed here.";
    number_from_to(least, most) = "The number goes from {least} to {most}.";

    weight_of(rule) = "Weight of {rule}";
    weight_own = "As the rule says";
    weight_error = "Always an error";
    weight_warning = "Always a warning";
    weight_hint = "Always a hint";
    weight_house(weight, name) = "{weight} (by {name})";
    off = "Off in this plan";
    off_of(rule) = "Turn {rule} off for this plan";
    off_by(by, reason) = "Turned off for this plan by {by}: {reason}";
    off_by_on(by, day, reason) = "Turned off for this plan by {by}, {day}: {reason}";
    off_was(text) = "It would run again. {text}";
    off_by_house(name, by, reason) = "Turned off by {name} ({by}): {reason}";
    off_note = "All its findings in this plan stop, also those of later days. To keep one risk, accept the finding instead.";
    strict_only = "Runs in Strict only";

    why = "Why";
    why_of(name) = "Why: {name}";
    why_hint = "One sentence for whoever reads the plan later";
    by = "Changed by";
    by_hint = "Your name";
    changes(n) = "{n} to keep";
    leave(changes) = "{changes} not kept. Leave without keeping?";
    leave_number = "What is written here is not kept. Leave without keeping?";
    leave_file = "The file of house rules is not kept. Leave without keeping?";
    leave_yes = "Leave";
    leave_no = "Go on here";
    no_change = "Nothing in the plan is changed yet.";
    changes_file = "The plan stays as it is; the house rules of this computer change.";
    need_author = "Say who changes this.";
    need_reason(name) = "Say why this changes: {name}";
    need_value(name) = "This value cannot be used: {name}";
    step(what) = "Change the rules: {what}";
    step_several(n) = "Change {n} of the rules";
    step_carry(name) = "Carry the rules of {name}";
    instead_of(limit, default) = "{limit} (default: {default})";
    rules_run(profile) = "Which rules run: {profile}";
    rule_name(code, title) = "{code} {title}";
    set_by(value, origin) = "{value}, {origin}";
    carried_by_plan = "carried by this plan";
    used_here = "used where this page was made";
    step_take_out = "Take the house rules out";
    settings_of_rule = "Settings of this rule";
}

/// A number of what a threshold counts, by the key of its unit.
#[must_use]
pub fn counted(unit: &str, n: u16) -> String {
    let number = usize::from(n);
    match unit {
        "days" => super::days(n.into()),
        "moments" => super::moments(number),
        "asks" => counts::asks(number),
        "lanes" => counts::lanes(number),
        "minutes" => counts::minutes(number),
        _ => counts::per_cent(number),
    }
}

/// "They hold 3 limits, 1 rule set otherwise and 2 words of their own.": what house rules hold.
#[must_use]
pub fn held(limits: usize, rules: usize, words: usize) -> String {
    let parts: [super::Counted; 3] = [(limits, counts::limits), (rules, counts::rules_set), (words, counts::words_of_their_own)];
    let parts: Vec<String> = parts.into_iter().filter(|(n, _)| *n > 0).map(|(n, words)| words(n)).collect();
    if parts.is_empty() { house_says_nothing().to_owned() } else { house_says(super::list(&parts)) }
}

/// Where a setting of the plan comes from: who changed it, when and why, where that is known.
#[must_use]
pub fn changed(change: Option<(&str, Option<String>, &str)>) -> String {
    let by = |author: &str, day: Option<String>| match day {
        Some(day) => origin_changed(author, day),
        None => origin_changed_undated(author),
    };
    change.map_or_else(|| origin_plan().to_owned(), |(author, day, reason)| because(by(author, day), reason))
}

/// Who carried house rules into a plan, when and why, where that is known.
#[must_use]
pub fn carried(change: Option<(&str, Option<String>, &str)>) -> Option<String> {
    let (author, day, reason) = change?;
    Some(because(day.map_or_else(|| carried_by(author), |day| carried_by_on(author, day)), reason))
}

/// Where something comes from that the plan had set and sets no more: what holds now, who set it back, when and why.
#[must_use]
pub fn set_back(now: &str, (author, day, reason): (&str, Option<String>, &str)) -> String {
    because(day.map_or_else(|| origin_reset_undated(now, author), |day| origin_reset(now, author, day)), reason)
}

/// What a weight is called, by its key; none is the rule's own.
#[must_use]
pub fn weight(key: Option<&str>) -> &'static str {
    match key {
        Some("error") => weight_error(),
        Some("warning") => weight_warning(),
        Some("hint") => weight_hint(),
        _ => weight_own(),
    }
}
