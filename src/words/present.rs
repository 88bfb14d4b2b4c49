//! Showing the plan full screen, one moment at a time: what stands beside the picture, and what the keys do.

say! {
    command = "Present";
    all_hidden = "Nothing to present: every moment is in a hidden lane. “Show hidden lanes” brings them back.";
    all_filtered = "Nothing to present: no moment matches what is searched for or filtered. “Clear search and filters” shows them again.";

    page(place, kind, title, day) = "{place}: {kind}, “{title}”, {day}";
    place(at: grouped, of: grouped) = "{at} of {of}";
    hidden(place, count: grouped) = "{place} · {count} hidden by the filter";

    before = "Moment before";
    after = "Moment after";
    first_already = "This is the first moment";
    last_already = "This is the last moment";
    above = "Creator before";
    below = "Creator after";
    no_creator_above = "Nobody comes before";
    no_creator_below = "Nobody comes after";
    step = "Step";
    creator = "Creator";
    more = "More words";
    notes = "Notes";
    compare = "Compare";
    blank = "Blank";
    close = "Close";
    blank_on = "The screen is blank. Any key brings the moment back.";

    notes_title = "Notes for the team only";
    notes_hint = "They are shown only after N is pressed. Each presentation begins without them.";
    no_notes = "This moment has no notes.";

    when = "When";
    place_label = "Where";
    stands_for = "Stands for";
    made_by = "Made by";
    asks_for = "Asks for";
    quoted(text) = "“{text}”";
    no_picture = "No picture yet";

    day(weekday, number, month) = "{weekday} {number} {month}";
    day_of_year(weekday, number, month, year) = "{weekday} {number} {month} {year}";
    day_of_year_month_first(weekday, month, number, year) = "{weekday}, {month} {number}, {year}";
    day_month_first(weekday, month, number) = "{weekday}, {month} {number}";
    day_year_first(weekday, day) = "{weekday}, {day}";
    around_both(day, days) = "{day}, ± {days}";
    around(day, before, after) = "{day}, up to {before} earlier or {after} later";
    at_time(day, time) = "{day}, {time}";
    lasting(place, minutes) = "{place}, {minutes}";
    in_format(platform, format) = "{platform} {format}";
    together(creator, brand) = "{creator} and {brand} together";

    asks_nothing = "Nothing";
    asks_look = "Only to have a look";
    asks_look_at(product) = "Only to have a look at {product}";
    asks_buy = "To buy now";
    asks_buy_it(product) = "To buy {product} now";
    only_shows(product) = "Nothing: it only shows {product}";
    how_open = "How is still open";
    how_open_of(product) = "{product}, how is still open";

    trust = "Trust";
    ready_from_start = "Past the ready line from the start.";
    ready_since(day) = "Past the ready line since {day}.";
    ready_with_this = "This moment takes people past the ready line.";
    not_ready = "Below the ready line.";
    ready_from(day) = "Below the ready line until {day}.";
    ask_here = "This is an ask.";
    ask_next(day) = "The ask comes on {day}.";
    ask_next_numbered(day) = "The ask comes at {day}.";
    no_ask_next = "No ask comes after it.";
    undated = "Without a date, so it has no place on the curve.";
    ready_line = "Ready to ask";
}
