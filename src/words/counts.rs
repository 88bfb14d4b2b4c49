//! How many of what: numbers with the form of the word that follows them, their thousands apart.

use std::fmt::Display;

/// "214,000", "7": a whole number as it is read. What is said in words stays as it is.
#[must_use]
pub fn grouped(number: impl Display) -> String {
    let text = number.to_string();
    let (sign, digits) = text.split_at(usize::from(text.starts_with('-')));
    if digits.len() <= 3 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return text;
    }
    let mut out = sign.to_owned();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push_str(thousands());
        }
        out.push(digit);
    }
    out
}

say! {
    /// What stands between the thousands of a number.
    thousands = ",";
}

plural! {
    rows(n: usize) = "1 row" | "{n} rows";
    cells(n: usize) = "1 cell" | "{n} cells";
    columns(n: usize) = "1 column" | "{n} columns";
    entries(n: usize) = "1 entry" | "{n} entries";
    /// Days on which a draft or an approval is due.
    deadlines(n: usize) = "1 deadline" | "{n} deadlines";
    /// Days between which a moment may come.
    windows(n: usize) = "1 time window" | "{n} time windows";
    pages(n: usize) = "1 page" | "{n} pages";
    sheets(n: usize) = "1 sheet" | "{n} sheets";
    questions(n: usize) = "1 question" | "{n} questions";
    lanes(n: usize) = "1 lane" | "{n} lanes";
    asks(n: usize) = "1 ask" | "{n} asks";
    minutes(n: usize) = "1 minute" | "{n} minutes";
    per_cent(n: usize) = "1 per cent" | "{n} per cent";
    months(n: usize) = "1 month" | "{n} months";
    changes(n: usize) = "1 change" | "{n} changes";
    other_changes(n: usize) = "1 other change" | "{n} other changes";
    findings(n: usize) = "1 finding" | "{n} findings";
    other_lanes(n: usize) = "1 other lane" | "{n} other lanes";
    values(n: usize) = "1 value" | "{n} values";
    notes(n: usize) = "1 note" | "{n} notes";
    names(n: usize) = "1 name" | "{n} names";
    fees(n: usize) = "1 fee" | "{n} fees";
    budgets(n: usize) = "1 budget" | "{n} budgets";
    /// Days on which nothing is posted.
    quiet_days(n: usize) = "1 quiet day" | "{n} quiet days";
    /// What a creator posts anyway.
    usual_posts(n: usize) = "1 usual post" | "{n} usual posts";
    stories(n: usize) = "1 story" | "{n} stories";
    /// Moments that give the audience something.
    value_moments(n: usize) = "1 value moment" | "{n} value moments";
    risks(n: usize) = "1 risk" | "{n} risks";
    /// What house rules hold: limits.
    limits(n: usize) = "1 limit" | "{n} limits";
    /// What house rules hold: rules that are switched or weighed otherwise.
    rules_set(n: usize) = "1 rule set otherwise" | "{n} rules set otherwise";
    /// What house rules hold: words that they add.
    words_of_their_own(n: usize) = "1 word of their own" | "{n} words of their own";
}
