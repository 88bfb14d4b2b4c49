//! Two lanes side by side: what is the same, what differs, and what follows from the order.

say! {
    command = "Compare lanes…";
    title = "Compare lanes";
    left = "Lane at the left";
    right = "Lane at the right";

    moments = "Moments";
    asks = "Of them asks";
    fees = "Fees";
    no_fees = "None noted";
    first_ask = "First ask";
    no_ask = "No ask";
    given_before = "Given before it";
    nothing_given = "Nothing";
    people_then = "People then";
    no_curve = "No curve";
    at_the_end = "People at the end";
    findings = "Findings";
    none_open = "Nothing open";
    row_spoken(label, left, right) = "{label}: {left}, beside {right}";
    row_same_spoken(label, both) = "{label}: {both}, both";

    both_ask_first = "Both ask before they give anything.";
    one_asks_first(first, other, given) = "{first} asks before anything is given. {other} gives {given} first.";
    both_give_first(left, left_given, right, right_given) = "{left} gives {left_given} before the first ask, {right} {right_given}.";
    same_given(given) = "Both give {given} before the first ask.";
    one_never_asks(never, asks, given) = "{never} asks for nothing. {asks} gives {given} before the first ask.";
    neither_asks = "Neither of them asks for anything.";

    empty_lane = "No moments yet.";
    more(count) = "{count} more";
    card(title, kind, day) = "{title}, {kind}, {day}";
    arc_of(name) = "The curve of {name}";
}
