//! The panel on the left, the bars, and how the window is set up.

say! {
    more_values(count: grouped) = "{count} more";
    rename_plan = "Rename the plan";
    more_kinds = "More kinds";
    menu_plan = "Plan and lanes";
    menu_theme = "Colours";
    menu_size(percent) = "Size · {percent}%";
    menu_help = "Help";
    zoom_level = "Zoom of the time axis";
    largest_already = "Everything is at its largest";
    smallest_already = "Everything is at its smallest";

    side = "Sidebar";
    status = "Status";
    side_edge = "Width of the sidebar";
    inspector_edge = "Width of the inspector";
    sheet_edge = "Height of the inspector";
    findings_edge = "Height of the findings";
    unfold_side = "Show the sidebar";
    brief = "Brief";
    creators = "Creators";
    at_plan_end = "at plan end";
    all_at_plan_end(count) = "{count} · at plan end";
    ideas = "Ideas";
    add_moment = "Add moment";
    drag_or_press = "drag or press";
    campaign_name = "Campaign name";
    people_feel = "What should people feel about the brand by the end?";
    both_stand_for = "What do you both stand for?";
    shared_value = "Shared value";
    a_shared_value = "A word or two, then Enter";
    ask_window = "Ask window";
    goal = "Goal";
    budget = "Budget";
    money_of(amount, budget) = "{amount} of {budget}";
    money_mixed(amounts, budget) = "{amounts}; budget {budget}";
    over_budget(amount) = "{amount} over budget";
    budget_used(percent) = "{percent}% of the budget is planned";
    fact(name, value) = "{name}: {value}";
    add_a_creator = "Add a creator";
    creator_row(name, band, findings) = "Creator {name}, {band}, {findings}";
    creator_no_curve(name, findings) = "Creator {name}, {findings}";
    creator_no_lane(name) = "Creator {name}, no lane yet";
    no_lane = "No lane yet";
    no_band = "No curve yet";
    nothing_found = "nothing open";
    creator_hint = "Double click or Enter opens the page";
    park_here = "Park a moment here when it has no date.";
    drop_to_park = "Let go to park here";
    idea_row(kind, title) = "Parked idea, {kind}: {title}";
    kinds_more = "More";
    kinds_fewer = "Fewer";
}

name! {
    /// A kind of moment in a line: what it is for.
    kind_line {
        "announcement" => "Says openly that the two work together, and why.",
        "origin" => "How it began: the first meeting, the first use.",
        "values" => "Shows something that both stand for.",
        "community" => "Gives the audience the stage.",
        "story" => "A glimpse between the larger pieces.",
        "engage" => "Something to take part in: a question, a challenge, a vote.",
        "event" => "Something that happens at a place and a time.",
        "impact" => "What has come of it, with proof.",
        "teaser" => "A first hint that something is coming.",
        "organic" => "What the creator posts anyway, unpaid and unasked.",
        "repair" => "Makes good on a promise that was broken.",
        "product" => "Asks people to look, try or buy.",
        "offer" => "Asks with a discount, a code or a deadline.",
        _ => "A moment in the plan.",
    }
}

say! {
    /// Group of keys: the plan as a file.
    keys_file = "Plan";
    /// Group of keys: what changes the plan.
    keys_edit = "Change";
    /// Group of keys: what adds to it.
    keys_add = "Add";
    /// Group of keys: what moves cards.
    keys_move = "Move in time and between lanes";
    /// Group of keys: what has the keyboard on the board and is no moment.
    keys_beside = "Phases, blackout dates and notes";
    /// Group of keys: selecting.
    keys_select = "Select and go";
    /// Group of keys: lanes as a whole.
    keys_lanes = "Lanes";
    /// Group of keys: findings.
    keys_findings = "Findings and fixes";
    /// Group of keys: what is seen.
    keys_view = "View";
    /// Group of keys: the calendar.
    keys_calendar = "In the calendar";
    /// Group of keys: the cells of the table.
    keys_table = "In the table";
    /// Group of keys: the head of a column.
    keys_head = "At the head of a column";
    /// Group of keys: a presentation.
    keys_present = "While presenting";
    /// Group of keys: a lane in another order.
    keys_order = "While a lane is tried in another order";
    /// Group of keys: help.
    keys_help = "Help";
}
