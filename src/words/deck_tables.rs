//! What stands in the tables and calendars of a deck.

say! {
    still_open(list) = "Still open: {list}.";
    open_of(what, n, all) = "{what} ({n} of {all})";
    open_cell = "Still open";
    dash = "–";
    all = "All";
    by_creator = "By creator";
    by_kind = "By kind";
    moments = "Moments";
    counted(what, n) = "{what} {n}";

    // The calendar.
    calendar = "Calendar";
    calendar_title(moments, months) = "{moments}, {months}";
    calendar_days(moments) = "{moments}, counted from day 0";
    calendar_none(moments) = "{moments} without a date";
    all_move_same(days) = "Every date can move {days} either way.";
    all_move(before, after) = "Every date can move: {before} earlier, {after} later.";
    one_moves(of) = "1 of {of} dates can move, as noted beside it.";
    some_move(n, of) = "{n} of {of} dates can move, as noted beside them.";
    asks_on(day) = "The one ask is on {day}.";
    asks_between(first, last) = "Asks from {first} to {last}.";
    day_zero_is(label) = "Day 0: {label}. It has no date yet, so neither has anything else.";
    day_zero_open = "Day 0 has no date yet, so neither has anything else.";
    left_out = "Longer stretches without a moment are left out.";
    left_out_here(stretches) = "Without a moment and left out: {stretches}.";
    weeks_before(first, last) = "Weeks {first} to {last} before day 0";
    weeks_after(first, last) = "Weeks {first} to {last} from day 0";
    week_before(n) = "Week {n} before day 0";
    week_after(n) = "Week {n} from day 0";
    more(n) = "+{n}";
    phase(name, days) = "{name}, {days}";
    blackout(days) = "Blackout, {days}";
    blackout_why(days, why) = "Blackout, {days}: {why}";
    days_of(first, last) = "{first}–{last}";
    month_figure(month, list) = "{month}. Days with moments: {list}.";
    month_figure_none(month) = "{month}. No moments.";
    no_date_heading = "Without a date";
    no_date_line = "These stand in an order, or count from a day that has no date yet.";

    calendar_notes(title, first, who, day) = "{title}. It begins with “{first}” ({who}) on {day}.";
    calendar_notes_to(title, first, from, last, to) = "{title}. It begins with “{first}” on {from} and ends with “{last}” on {to}.";

    // Deliverables.
    deliverables = "Deliverables";
    deliverables_title(moments, creators) = "{moments} by {creators}";
    deliverables_lanes(moments, lanes) = "{moments} in {lanes}";
    due_line(draft, approval) = "Drafts are due {draft} before, approvals {approval} before, neither on a weekend. Holidays are not known here.";
    working_days(n) = "{n} working days";
    working_day = "1 working day";
    without_due(moments) = "Nothing can be due for {moments} without a date.";
    platform = "Platform";
    format = "Format";
    length = "Length";
    date = "Date";
    draft_due = "Draft due";
    approval_due = "Approval due";
    how_many = "How many, and where";
    one_by_one = "Moment by moment";
    by_platform = "By platform";
    no_platform = "no platform set";

    deliverables_notes(title, moment, day) = "{title}. The first draft, for “{moment}”, is due on {day}.";

    // Disclosure.
    disclosure = "Labels";
    disclosure_title = "How each moment is labelled";
    disclosure_line = "As it stands in the plan, and what is commonly looked for. A list to look through, not legal advice.";
    disclosure_line_plain = "As it stands in the plan. A planner’s list, not legal advice; have it checked before you publish.";
    label_in_text = "Label in the text";
    spoken = "Said aloud";
    platforms_own = "Platform’s own label";
    in_markets(markets) = "For {markets}.";
    language = "Language";
    yes = "Yes";
    own_set(label) = "“{label}”, set";
    own_open(label) = "“{label}”, still open";
    own_set_unnamed = "Set";
    own_unknown = "None known here";
    own_channel = "The brand’s own channel";
    names_no_brand = "Does not name the brand";
    common = "What is commonly looked for";
    market = "Market";
    market_code(name, code) = "{name} ({code})";
    accepted_labels = "Commonly accepted";
    vague_labels = "Commonly too vague";
    also_known = "What else is known";
    source = "From";
    no_market_line = "No market is set, so nothing can be said about its labels.";
    unknown_markets(codes) = "The table of labels knows nothing of {codes}.";

    disclosure_notes_open(open) = "This is how people see that it is paid. {open}";
    disclosure_notes_set = "This is how people see that it is paid. Every moment that needs a label has one in the plan.";

    // Budget.
    budget_of(planned, budget) = "{planned} planned of {budget}";
    budget_planned(planned) = "{planned} planned";
    budget_currencies(n) = "Fees in {n} currencies";
    budget_nothing = "No fee is noted yet";
    budget_left(amount) = "{amount} is left.";
    budget_over(amount) = "{amount} more than the budget.";
    budget_exact = "Nothing is left.";
    budget_unset = "No budget is set.";
    budget_is(amount) = "The budget is {amount}.";
    not_converted(currency) = "Only fees in {currency} are held against it; nothing is converted.";
    not_added = "Currencies are not converted or added.";
    unpriced(n, of) = "{n} of {of} have no fee noted.";
    fees = "Fees";
    no_fee = "No fee noted";

    budget_notes(title, name, amount) = "{title}. The largest part is for {name}: {amount}.";

    // Findings.
    findings_title(findings) = "Open: {findings}";
    what = "What";
    mend = "What would clear it";
    whose = "Whose";
    why = "Why";
    setting = "Setting";
    set_where = "Set by";

    findings_notes(title, what, place) = "{title}. First to talk about: {what} ({place}).";
    findings_notes_none = "Nothing is open. What could not be checked, and how the rules are set, stands here.";

    // Accepted risks.
    accepted_inside = "For the team";

    accepted_notes(title, reason) = "{title}, decided on with a reason each. The first one: {reason}";

    // The glossary.
    glossary = "Words";
    glossary_title = "What the words in this plan mean";
    glossary_line = "Planning words, used here in this sense and no other.";
    glossary_notes = "A page for questions, and to leave behind. The words mean this here and nothing else.";
    glossary_notes_curve = "A page for questions, and to leave behind. The curve is a planning heuristic and no measurement.";
    word = "Word";
    meaning = "Meaning";
    curve_heading = "What the curve is, and what it is not";
    about_moment = "Moment";
    moment_is = "One thing that people get to see: a post, an episode, an event. It has a kind, a day and a creator.";
    about_lane = "Lane";
    lane_is = "The moments of one creator with one brand, in order; or those of the brand’s own channel, or of the community.";
    about_arc = "Arc";
    arc_is = "The way of a lane from the first moment to the last: why they got together, what both believe, who else says so, and only then what is asked.";
    about_run_up = "Run-up";
    run_up_is = "The moments before an ask that give a reason for it.";
    about_ask = "Ask";
    ask_is = "A moment that wants people to buy, book or sign up: a product, an offer, or anything with a hard call to action.";
    about_window = "± days";
    window_is = "How much earlier or later a moment may come. The order is planned by the day itself.";
    about_due = "Draft due, approval due";
    due_is(draft, approval) = "Counted back from the day of a moment: {draft} before it, and {approval} before it.";
    about_ready = "Ready to ask";
    ready_is = "The line on the curve from which an ask is planned to be welcome.";
    strangers_are = "The lowest band of the curve: followers have no reason yet to connect the creator with the brand.";
    introduced_are = "The second band: followers know of the partnership, and not yet why it fits.";
    trusted_are = "The third band, from the line on: followers have seen reasons, and an ask is planned here.";
    committed_are = "The highest band: followers have seen reasons again and again, from more than one voice.";
    about_finding = "Finding";
    finding_is = "What a planning rule noticed. It knows only the cards of the plan, and it can be wrong.";
    about_accept = "Accepted risk";
    accept_is = "A finding that somebody decided to keep as planned, with the reason.";
}

name! {
    /// What a kind of moment is, by its key in the file.
    kind_is {
        "announcement" => "Says that the partnership exists, and why.",
        "origin" => "Tells how the creator came to the brand.",
        "values" => "Shows what creator and brand both believe.",
        "community" => "Someone else’s story, not the creator’s.",
        "story" => "A story that carries the brand along.",
        "engage" => "Something that the audience does.",
        "event" => "Something that happens live.",
        "impact" => "What came of it.",
        "teaser" => "A hint of what is to come.",
        "organic" => "The creator’s own content.",
        "repair" => "An answer to a broken promise.",
        "product" => "The product in the creator’s hands.",
        "offer" => "A discount, a code, a deal.",
        _ => "A moment of the plan.",
    }
}

numbered! {
    /// The letter above the days of a week, 0 is Monday.
    weekday_letter {
        0 => "M",
        1 => "T",
        2 => "W",
        3 => "T",
        4 => "F",
        5 => "S",
        6 => "S",
    }
}
