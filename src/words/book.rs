//! The rule book: headings, what the letters mean, and what the checker cannot see.

say! {
    title = "The rules";
    intro = "Every rule of the checker: what it flags, why, how well that is supported, what speaks against it, and where it is wrong. They are planning rules: no published study tests the exact order of announcing, showing values, giving the community a voice and asking. Several sources were read as abstracts or in secondary copies; a year and a name are given so that anybody can look them up.";
    settings_intro = "Thresholds can be set for a plan or by an agency, and so can the weight of every rule; every rule can be turned off. A rule whose field is not filled in is silent, and the report lists it as not checked.";

    strength = "How well a rule is supported";
    strength_row(letter, words) = "- **{letter}**: {words}";

    limits = "What the checker cannot see";
    limits_text = "Culture, taste, politics, the quality of a product, and whether a story is a good one. It knows only what stands on the cards and in the lists of a plan. It does not predict sales, grades nobody, decides no question of law, and infers nobody’s values from who they are. Rules about labels say what to check and when their table was last looked at; they are no legal advice.";
    curve = "What the curve cannot see";
    curve_text = "The curve is a planning heuristic, a second opinion for the eye; no rule looks at it. It is not fitted to data. It ignores reach, the quality of what is made, news, paid support, other brands and audiences that overlap. What each kind of card gives is equal because nobody has measured a difference. Too many organic posts can do harm, and irritation may fade while memory stays; neither is in it. And one number hides that followers disagree.";

    notation = "Reading the examples";
    notation_text = "An example is a lane in one line: the relationship, a colon, then the cards. A is an announcement, V a values story, K a community story, P a product, O an origin, S a story, G an invitation to take part, E an event, I an impact story, T a teaser, N an organic post, R a repair, D an offer. The number is the day, a question mark is no day, # a place in the order. Each example is also written out in words.";

    fixes = "What a fix may do";
    fixes_text = "A fix is offered only where it was tried on a copy of the plan, took its finding away and left its lane with less to say and every other lane with no more. It never changes what somebody wrote, moves nothing that is published and places nothing before today. A safe fix only adds empty drafts or fills what nobody filled; everything else is shown before it is done, and what only a person can know is left to its field. The days that a fix picks are no weekends and in no blackout of the campaign, and no other card of the lane stands on them; where no such day is within four weeks, the fix is not offered. Three things are no picking: a card takes the day of another that leaves it; a card that stood on a weekend or in a blackout already may stand on one again; and cards of one day stay together. What moves together keeps its distances: if the number of days that is asked for would put a card on such a day, all of it moves a little further.";

    contents = "Contents";

    flags = "What it flags";
    why = "Why it matters";
    evidence = "Evidence";
    against = "What speaks against it";
    severity = "How much it weighs";
    example = "Example";
    instead = "Instead";
    fix = "Fix";
    exceptions = "Exceptions";
    settings = "Settings";
    strict = "It runs in the strict profile only.";
    settings_of_all = "How much it weighs can be set, and it can be turned off, for a plan or by an agency.";
    limit_line(means, value, least, most) = "{means}: {value} where nobody sets it, from {least} to {most}.";
    limit_named(means, name, value, least, most) = "{means} (`{name}`): {value} where nobody sets it, from {least} to {most}.";
}

/// A threshold's value with what it counts: "7 days", "50 per cent".
#[must_use]
pub fn amount(value: u16, unit: &str) -> String {
    let count = |one: &str, many: &str| super::count_of(value.into(), one, many);
    match unit {
        "days" => count("day", "days"),
        "moments" => count("moment", "moments"),
        "asks" => count("ask", "asks"),
        "lanes" => count("lane", "lanes"),
        "minutes" => count("minute", "minutes"),
        "percent" => count("per cent", "per cent"),
        _ => value.to_string(),
    }
}
