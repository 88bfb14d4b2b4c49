//! What stands in the calendar that a plan is written as.

say! {
    of_lane(lane, title) = "{lane}: {title}";
    draft_due(title) = "Draft due: {title}";
    approval_due(title) = "Approval due: {title}";
    // For who is not told how far a moment is.
    draft_last(title) = "Last day for the draft: {title}";
    approval_last(title) = "Last day for the approval: {title}";
    window(title) = "May move: {title}";
    // What an entry says about itself.
    detail(label, text) = "{label}: {text}";
    comes_on(day) = "The moment is on {day}.";
    comes_on_or_done(day) = "The moment is on {day}. Approval status is not in this calendar, so this may be done already.";
    planned_on(day, moves) = "Planned for {day}. {moves}";
    may_move(before, after) = "May come up to {before} earlier or {after} later.";
    may_come_earlier(before) = "May come up to {before} earlier.";
    may_come_later(after) = "May come up to {after} later.";
    in_zone(time, zone) = "At {time} in {zone}";
    // Kinds of entries beside those of moments.
    category_draft = "Draft due";
    category_approval = "Approval due";
    category_draft_last = "Draft";
    category_approval_last = "Approval";
    category_window = "May move";
    // What is said to the person who shares.
    no_dates = "Nothing in this plan has a date yet, so there is nothing for a calendar.";
    no_dates_hint = "Give moments a date, or day 0 its date, and share again.";
    left_out(moments) = "Without a date and so not in the calendar: {moments}.";
    unknown_zone(zone) = "“{zone}” is no time zone that this computer knows: times are in the calendar as they stand in the plan, for whatever zone it is opened in.";
}

/// How much earlier or later a moment may come, in a sentence; `None` where it may not.
#[must_use]
pub fn may_move_by(before: u16, after: u16) -> Option<String> {
    let of = |n: u16| super::days(n.into());
    match (before, after) {
        (0, 0) => None,
        (before, 0) => Some(may_come_earlier(of(before))),
        (0, after) => Some(may_come_later(of(after))),
        (before, after) => Some(may_move(of(before), of(after))),
    }
}
