//! Lanes as a whole: hidden ones, copies for another creator, and what a lane adds up to.

say! {
    hide_lane = "Hide the lane";
    show_hidden_lanes = "Show hidden lanes";
    duplicate_lane = "Duplicate for another creator…";

    hidden_short(count: grouped) = "{count} hidden";
    hidden_show(lanes) = "{lanes} · Show";
    hidden_spoken(lanes) = "{lanes}. Show all lanes.";
    hidden_note = "What is hidden here is still checked and shared.";
    now_hidden(name) = "{name}’s lane is hidden in every view. It is still checked and shared.";
    shown_again(lanes) = "{lanes} shown again.";
    /// Hiding was undone.
    back(name) = "{name}’s lane is shown again.";
    step_hide(name) = "Hide {name}’s lane";
    step_hide_many(lanes) = "Hide {lanes}";
    came_back(name, hide) = "{name}’s lane was hidden and is shown again. “{hide}” hides it.";
    none_hidden = "No lane is hidden.";
    all_hidden = "Every lane is hidden";
    all_hidden_hint = "They are still in the plan. Show them again with the button that says so.";
    none_are_hidden = "No lane is hidden";

    no_creator = "Only the lane of a creator can be copied for another one";
    copy_title(name) = "Duplicate {name}’s lane";
    copy_for = "For";
    copy_name = "Name";
    copy_name_hint = "Name of the creator";
    copy_somebody_new = "Somebody new";
    copy_text(moments, name) = "{moments} are copied with their dates, texts, pictures and costs, and each is a draft again. What is known of the relationship stays with {name}.";
    copy_one_text(name) = "The moment is copied with its date, texts, picture and cost, and is a draft again. What is known of the relationship stays with {name}.";
    copy_empty_text = "The lane holds no moments yet, so an empty one is added.";
    copy_it = "Duplicate";
    copy_needs_name = "Write a name, or choose a creator.";
    copy_too_many(most: grouped) = "A plan holds at most {most} moments; nothing was copied.";
    step_copy(from, to) = "Duplicate {from}’s lane for {to}";

    total_cost(amounts) = "Costs noted: {amounts}";
    no_cost = "No costs noted";
    total_made(list) = "To be made: {list}";
    made(count: grouped, format) = "{count} × {format}";
    made_further(count: grouped) = "{count} further";
    totals = "What it adds up to";
    one_audience(names) = "One audience with {names}";

    same_audience = "Same audience as";
    own_audience = "An audience of its own";
    same_audience_of(name, other) = "{name}: same audience as {other}";
    own_audience_of(name) = "{name}: an audience of its own";
    step_one_audience(name, other) = "One audience for {name} and {other}";
    step_own_audience(name) = "An audience of its own for {name}";
    now_one_audience(name, other) = "{name} and {other} have one audience now.";
    now_own_audience(name) = "{name} has an audience of its own now.";
}

plural! {
    /// "1 lane hidden", "3 lanes hidden".
    hidden(n: usize) = "1 lane hidden" | "{n} lanes hidden";
}
