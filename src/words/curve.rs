//! Why the curve stands where it stands, in plain words; and, for who asks, in numbers.

say! {
    heading = "On the curve";
    from_to(before, after) = "{before} → {after}";
    within(band) = "{band}, before and after";

    start_seen(status, day) = "Start: {status}, as they were last seen together {day}";
    start_plan(status, day) = "Start: {status}, when the campaign begins {day}";
    start_card(status, day) = "Start: {status}, with the first moment {day}";
    earlier = "Earlier moves are left out here.";

    given(kinds, day, way) = "{kinds}, {day}: moved {way}";
    given_less(kinds, day, way, why) = "{kinds}, {day}: moved {way}, less than it could: {why}";
    given_nothing(kinds, day) = "{kinds}, {day}: nothing more, another moment of the day gave as much";
    not_shared = "the value it names is not one that both have";
    scripted = "the brand has the last word";
    asked_above(kinds, day) = "{kinds}, {day}: an ask above the line, slid back a little";
    asked_below(kinds, day) = "{kinds}, {day}: an ask before the line, costs more";
    asked_empty(kinds, day) = "{kinds}, {day}: an ask on empty, costs more than there was";
    and_because(text, why) = "{text}; {why}";
    hard = "a hard one costs half as much again";
    without_call = "without a call to action it costs half";
    half_embedded = "half as much, inside the creator’s own content";
    half_story = "half as much, because it carries a story";
    several = "more than one product at once";
    quiet(days, past, far) = "{days}, {past} of them past the first three weeks: slid back {far}";
    quiet_on(days, past, far) = "Still quiet, {days} by now, because an ask does not count as giving; {past} more past the first three weeks: slid back {far}";

    way_half = "half of the way up";
    way_third = "a third of the way up";
    way_quarter = "a quarter of the way up";
    way_fifth = "a fifth of the way up";
    way_seventh = "about a seventh of the way up";
    way_tenth = "a tenth of the way up";
    way_twentieth = "a twentieth of the way up";
    way_little = "a little way up";
    far_little = "a little";
    far_tenth = "by about a tenth";
    far_quarter = "by about a quarter";
    far_third = "by about a third";
    far_half = "by about half";
    far_most = "by most of it";

    no_day = "Without a day it does not move the curve.";
    numbers = "In numbers";
    number_start(value) = "Start: R = {value}";
    number_share(gain, unmet, share) = "share = {gain} × (1 − 0.25 × {unmet}) = {share}";
    number_given(before, share, after) = "R = {before} + {share} × (1 − {before}) = {after}";
    number_cost(weight, before, cost) = "cost = {weight} × (0.06 + 0.25 × max(0, 0.40 − {before})) = {cost}";
    number_asked(before, cost, after) = "R = max(0, {before} − {cost}) = {after}";
    number_overdraft(overdraft) = "{overdraft} more than there was";
    number_quiet(floor, before, days, after) = "R = {floor} + ({before} − {floor}) × 2^(−{days} ÷ 60) = {after}";
    number_bands = "Lines: introduced from 0.20, ready to ask from 0.40, committed from 0.70.";
    caption = "A planning heuristic, not a measurement.";
    limits = "It is fitted to no data and knows only these moments: not reach, how good something is, news, paid support, other brands or audiences that overlap. What kinds of moments give is set equal because nobody has measured a difference; too many organic posts can do harm, and irritation may fade while memory stays. One number hides that followers disagree.";
    /// What stands between the whole and the parts of a number.
    decimal_point = ".";
}

/// How far a gift moves the curve towards its top, without a digit.
#[must_use]
pub fn way(share: f64) -> &'static str {
    match share {
        share if share >= 0.45 => way_half(),
        share if share >= 0.30 => way_third(),
        share if share >= 0.225 => way_quarter(),
        share if share >= 0.175 => way_fifth(),
        share if share >= 0.13 => way_seventh(),
        share if share >= 0.08 => way_tenth(),
        share if share >= 0.04 => way_twentieth(),
        _ => way_little(),
    }
}

/// How far a silence takes the curve back, as a share of where it was, without a digit.
#[must_use]
pub fn far(share: f64) -> &'static str {
    match share {
        share if share >= 0.65 => far_most(),
        share if share >= 0.42 => far_half(),
        share if share >= 0.29 => far_third(),
        share if share >= 0.17 => far_quarter(),
        share if share >= 0.07 => far_tenth(),
        _ => far_little(),
    }
}

/// A value as the formula shows it: "0.24", "0.453".
#[must_use]
pub fn value(value: f64) -> String {
    format!("{value:.3}").replace('.', decimal_point())
}
