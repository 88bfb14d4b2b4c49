//! The calendar in the window: its head, its days, what stands on them, and what is told beside it.

say! {
    days = "Days of the plan";
    title(month, year) = "{month} {year}";
    week_of(from, to) = "{from} – {to}";
    month_before = "The month before";
    month_after = "The month after";
    week_before = "The week before";
    week_after = "The week after";
    today = "Today";
    month = "Month";
    week = "Week";
    how_much = "How much is seen";
    see_month = "Calendar by month";
    see_week = "Calendar by week";
    who_is_shown = "Who is shown";
    more_people(count) = "+{count}";
    more_people_named(count) = "{count} more creators";
    moments_of(name) = "Moments of {name}";
    hide_hint(name) = "Press to hide what {name} posts here. Nothing of it leaves the plan.";
    show_hint(name) = "Press to show what {name} posts.";
    only_the_board_zooms = "Only the board can be zoomed";
    some_shown(shown: grouped, all: grouped) = "{shown} of {all} shown";
    some_shown_hint = "A search, a filter or a creator that is switched off leaves the others out of sight.";

    // Where the plan is, where none of it is seen.
    plan_runs(from, to) = "The plan runs {from} – {to}.";
    plan_is_on(day) = "The plan has one day, {day}.";
    go_to_the_plan = "Go to the plan";

    // Days, as screen readers are told of them.
    day_empty(day) = "{day}, nothing planned";
    day_with(day, what) = "{day}, {what}";
    day_today(day) = "{day}, today";
    quiet_day(day, why) = "{day}, {why}";
    blacked_out = "blackout";

    // Cards.
    card_may_move(card, moves) = "{card}. {moves}";
    window_both(before, after) = "−{before} +{after}";
    window_same(days) = "±{days}";
    window_before(before) = "−{before}";
    window_after(after) = "+{after}";
    who_title(who, title) = "{who} · {title}";
    at_time(day, time) = "{day}, {time}";

    // What is due before a moment.
    draft_due(who) = "{who}, draft due";
    approval_due(who) = "{who}, approval due";
    draft_short(who) = "{who}, draft";
    approval_short(who) = "{who}, approval";
    draft_alone = "Draft due";
    approval_alone = "Approval due";
    draft_word = "Draft";
    approval_word = "Approval";
    draft_of(title) = "Draft due: {title}";
    approval_of(title) = "Approval due: {title}";
    due_for(what, day) = "{what}. The moment is on {day}.";

    // Stretches of days.
    quiet_from(who, day) = "{who} quiet from {day}";
    quiet_until(who, day, days) = "{who} quiet until {day}, {days}";
    quiet_falls(quiet, from, to) = "{quiet}. Trust falls from {from} to {to}.";
    phase_days(name, days) = "{name}, {days}";

    more(count: grouped) = "+{count} more";
    more_on(count: grouped, day) = "{count} more on {day}";
    more_on_found(count: grouped, day, worst) = "{count} more on {day}, the worst finding: {worst}";
    listed(card, kind) = "{card}, {kind}";
    listed_found(card, found) = "{card}, {found}";
    accepted_risk = "accepted risk";
    all_on(day) = "Everything on {day}";
    more_stretches(count) = "{count} more this week";
    more_stretches_title = "Phases, blackout dates and quiet days of this week";

    without_date(count: grouped) = "Without a date: {count}";
    without_date_hint = "Drag a moment onto a day to give it a date.";
    without_date_more(count: grouped) = "{count} more without a date";

    // Dragging.
    drop_on(day) = "{day}";

    // Adding.
    add_on(day) = "Add on {day}";
    for_whom = "For whom";

    empty = "No lanes yet";
    empty_hint(keys) = "Add a creator in the panel on the left, or press {keys} and write “creator”. What has a date then stands on its day.";

    // Beside the calendar.
    glance(month) = "{month} at a glance";
    glance_week = "The week at a glance";
    gives_to_asks(gives, asks) = "{gives} : {asks}";
    gives_to_asks_spoken(gives, asks) = "{gives} that give to {asks} that ask";
    gives_label = "gives to asks";
    errors_on(word, day) = "{word}, {day}";
    errors_hidden(errors, count: grouped) = "{errors}, {count} hidden";
    no_fees = "None";
    fees_label = "in fees";
    month_end = "Trust at month end";
    week_end = "Trust at the end of the week";
    trust_of(name, band) = "{name}, {band}";
    no_curve = "No curve yet";
    ready_line = "Ready to ask";
    needs_you = "Needs you in the next 7 days";
    nothing_needed = "Nothing in the next 7 days asks for attention.";
    needs_more(count: grouped) = "{count} more in the findings";
    next_up = "Next up";
    nothing_next = "Nothing with a date comes after today.";
    next_hidden(moments) = "What comes after today is hidden here: {moments}.";
    next_row(title, day) = "{title}, {day}";
    finding_of(who, title) = "{who}: {title}";
    people_more(count: grouped) = "and {count} more";
}

/// How much earlier or later a moment may come, where there is room for a few letters: "±2", "−1 +3".
#[must_use]
pub fn window_short(before: u16, after: u16) -> Option<String> {
    match (before, after) {
        (0, 0) => None,
        (_, 0) => Some(window_before(before)),
        (0, _) => Some(window_after(after)),
        (_, _) if before == after => Some(window_same(before)),
        (_, _) => Some(window_both(before, after)),
    }
}

plural! {
    /// "1 thing due", "3 things due".
    due(n: usize) = "1 thing due" | "{n} things due";
    /// The word under a number of moments; the number itself is not in it.
    moments_word(n: usize) = "moment" | "moments";
    /// The word under a number of errors; the number itself is not in it.
    errors_word(n: usize) = "error" | "errors";
}
