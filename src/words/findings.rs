//! What the checker says: facts, consequences, what would clear a finding, and names of fixes.

say! {
    the_brand = "the brand";
    relative_day(n) = "day {n}";
    order_place(n) = "position {n}";
    undated = "no date";

    fact_relationship(lane, status) = "lane {lane}: {status}";
    fact_on(kind, id, day) = "{kind} {id} on {day}";
    fact_at(kind, id, day, time) = "{kind} {id} on {day} at {time}";
    fact_day(kind, id, n) = "{kind} {id} on day {n}";
    fact_day_at(kind, id, n, time) = "{kind} {id} on day {n} at {time}";
    fact_order(kind, id, n) = "{kind} {id} at position {n}";
    fact_undated(kind, id) = "{kind} {id} without a date";

    missing_title = "Missing before the first ask";
    missing(ask, what) = "Before {ask}: missing {what}.";

    product_first(name, brand, ask, date) = "{name}’s first {brand} post is an ask: {ask}, {date}. Nothing before it tells {name}’s audience why they are working together.";
    product_first_help = "Followers look for a reason, and the nearest one is money.";
    product_first_clears = "A card before the ask that announces, explains or gives something.";

    fix_ask_last = "Put the ask last";
    fix_run_up = "Add a run-up";
    fix_run_up_and_move = "Add a run-up and move the ask";
    fix_move_after(title) = "Move the ask after “{title}”";
    fix_park = "Park in ideas";
    fix_record_relationship = "Record an existing relationship";

    example_campaign = "Launch";
    example_evidence = "Two joint films in 2025";
    example_covers(title, covers) = "{title} (also {covers})";
    example_card(title, when) = "{title} on {when}";

    book_title = "The rules";
    book_intro = "Every rule of the checker: what it flags, why, how well that is supported, and where it is wrong. They are planning rules; no published study tests the exact order of a creator campaign. In the examples A is an announcement, V a values story, K a community story, P a product, O an origin, S a story, G an invitation to take part; the number is the day.";
    book_flags = "What it flags";
    book_why = "Why it matters";
    book_evidence = "Evidence";
    book_severity = "Severity";
    book_example = "Example";
    book_instead = "Instead";
    book_fix = "Fix";
    book_exceptions = "Exceptions";
    book_settings = "Settings";
}
