//! Two lanes side by side, or one lane in two orders: what is the same, what differs, and what follows from the order.

say! {
    command = "Compare lanes…";
    title = "Compare lanes";
    left = "Lane at the left";
    right = "Lane at the right";

    moments = "Moments";
    asks = "Asks";
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
    one_asks_ready(first, other, given) = "{first} asks with the first moment, and people are ready for that. {other} gives {given} first.";
    both_ask_ready = "Both ask with the first moment, and people are ready for that.";
    both_give_first(left, left_given, right, right_given) = "{left} gives {left_given} before the first ask, {right} {right_given}.";
    same_given(given) = "Both give {given} before the first ask.";
    one_never_asks(never, asks, given) = "{never} asks for nothing. {asks} gives {given} before the first ask.";
    neither_asks = "Neither of them asks for anything.";

    empty_lane = "No moments yet.";
    more(count: grouped) = "{count} more";
    card(title, kind, day) = "{title}, {kind}, {day}";
    arc_of(name) = "The curve of {name}";
    found_in(name, finding) = "Open in {name}: {finding}";

    other_order = "This lane in another order";
    as_planned(name) = "{name}, as planned";
    in_other_order(name) = "{name}, in another order";
    card_moved(title, kind, day, before) = "{title}, {kind}, {day}, planned for {before}";
    card_new(title, kind, day) = "{title}, {kind}, {day}, new";
    order_note = "Drag a moment, or use its arrows: moments change places, and the dates stay. Nothing of the plan changes before the order is used.";
    /// What the checker says of the lane in either order, in the words of the row further down.
    findings_then(now, then) = "Findings as planned: {now}. In the other order: {then}.";
    findings_either(both) = "Findings in either order: {both}.";
    nothing_moved = "Nothing is moved yet: both sides show the plan.";
    planned_order = "As planned";
    proposed_order = "What the checker proposes";
    ask_first = "The ask first";
    use_order = "Use this order";
    share = "Share…";
    earlier(title) = "Earlier: {title}";
    later(title) = "Later: {title}";
    stays_published = "Published moments stay where they are";
    stays_undated = "A moment without a date has no place in the order";
    is_first = "Nothing comes earlier";
    is_last = "Nothing comes later";
    is_planned = "The order is as planned";
    no_first_ask = "The lane has no ask that can be moved";
    asks_first_already = "The first ask already comes before everything that can be moved";
    nothing_proposed = "The checker has no other order to propose for this lane.";
    lane_too_long(most: grouped) = "The checker proposes an order for lanes of up to {most} moments.";
    order_used = "The other order is used";
    order_kept = "The other order is kept as long as the plan is open.";
    settled_title = "Approved and scheduled moments";
    settled_title_approved = "Approved moments";
    settled_title_scheduled = "Scheduled moments";
    settled_text(moments) = "This order moves what is settled already: {moments}. When they are left where they are, the others change places around them.";
    settled_text_all(moments) = "This order moves what is settled already: {moments}. Nothing else moves, so leaving these where they are leaves nothing of the order.";
    nothing_left = "Nothing would change: these are all that this order moves";
    settled_moment(title, status) = "“{title}” ({status})";
    leave_settled = "Leave them where they are";
    move_settled = "Move them too";
    step_order(name) = "Use another order for “{name}”";

    order_neither = "The lane asks for nothing in either order.";
    order_both_first = "In both orders the ask comes before anything is given.";
    order_now_first(given) = "As planned the ask comes before anything is given. In the other order it comes after {given}.";
    order_then_first(given) = "As planned the first ask comes after {given}. In the other order it comes before anything is given.";
    order_same(given) = "In both orders the first ask comes after {given}.";
    order_differs(now, then) = "As planned the first ask comes after {now}, in the other order after {then}.";
    order_then_asks(given) = "As planned the lane asks for nothing. In the other order the first ask comes after {given}.";
}

// On pages.
say! {
    section = "Comparison";
    of_two(left, right) = "{left} beside {right}";
    of_one(name) = "{name}, as planned and in another order";
    lane = "Lane";
    at_left = "At the left";
    at_right = "At the right";
    planned_head = "As planned";
    other_head = "In another order";
    what = "What";
    day = "When";
    in_order = "In order";
    card_of_kind(title, kind) = "{title} ({kind})";
    finding_of(severity, title) = "{severity}: {title}";
    notes_of_two(title, verdict) = "{title}. {verdict} The curves stand over the same days.";
    pick_left = "Compared at the left";
    pick_right = "Compared at the right";
    order_of(name) = "{name} in another order";
    arg_compare = "A page of its own that compares LANE with another lane, each by name or id; with “proposed” the lane is compared with the order that the checker proposes for it";
    compare_form = "Only decks, web pages and texts can hold a comparison.";
    compare_form_hint = "Write a .pdf, .pptx, .html or .md file, or leave out --compare.";
    compare_reader = "A creator sees only the own lane, and there is nothing to compare it with.";
    compare_reader_hint = "Export for internal or client, or leave out --compare.";
    compare_same(name) = "Both names mean the lane “{name}”.";
    compare_same_hint = "Name two lanes, or one lane and “proposed”.";
    compare_what = "The section comparison needs a lane and what it is compared with.";
    compare_what_hint = "Name them: --compare LANE LANE, or --compare LANE proposed.";
    compare_nothing_proposed(name) = "The checker has no other order to propose for the lane “{name}”.";
    compare_proposed_hint = "Name another lane in the place of “proposed”, or leave out --compare.";
}

plural! {
    /// Why an ask that was put first has something before it.
    ask_behind(n: usize) = "1 moment before the ask is published and stays there." | "{n} moments before the ask are published and stay there.";
}
