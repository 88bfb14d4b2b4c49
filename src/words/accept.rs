//! Accepting a finding: the dialog, what is said afterwards, and what was not checked.

use super::counts;

say! {
    title = "Accept this risk";
    title_change = "Change this acceptance";
    covers = "What is accepted";
    this_moment = "This moment";
    like_in_lane(name) = "All like it in {name}’s lane";
    like_in_plan = "All like it in the plan";
    scope_note_moment = "Only this one. The rule goes on looking at everything else.";
    scope_note_lane(found, name) = "{found} of this kind in {name}’s lane. One that comes later is not accepted.";
    scope_note_plan(found) = "{found} of this kind in the plan. One that comes later is not accepted.";
    why = "Why is this all right?";
    why_hint = "A sentence that still makes sense in three months";
    reason_fan = "Long-time organic fan";
    reason_date = "Fixed retail date";
    reason_wish = "Creator’s wish";
    reason_other = "Other";
    why_missing = "A reason is needed: whoever reads the plan later asks for it.";
    owner = "Owner";
    owner_named = "Owner of the decision";
    owner_hint = "Who decided";
    owner_missing = "A name is needed: somebody stands for it.";
    known_owners = "Names in this plan";
    expires = "Expires";
    no_end = "No end";
    plan_end(day) = "End of the plan, {day}";
    expires_past = "That day is over. Accepted until then, it is open again at once.";
    to_client = "Show the reason to the client as a note";
    note = "The finding stays in the list under Accepted. If the post changes date, creator or kind, we ask again.";
    note_lane = "The finding stays in the list under Accepted. If what it rests on changes, we ask again.";
    accept = "Accept";
    save_change = "Save the change";
    accept_until(day) = "Accept until {day}";
    curve(marks) = "The curve of the lane: {marks}";
    mark(kind, when) = "{kind} {when}";

    step_accept(title) = "Accept “{title}”";
    step_change(title) = "Change the acceptance of “{title}”";
    step_withdraw(title) = "Take back the acceptance of “{title}”";
    said_accepted = "Risk accepted";
    said_accepted_all(n: grouped) = "{n} findings accepted";
    said_changed = "Acceptance changed";
    said_withdrawn = "Acceptance taken back";
    nothing_to_accept = "Select a moment or a lane with an open finding, then accept it.";

    accept_risk = "Accept risk…";
    accept_named(title) = "Accept “{title}”…";
    change = "Change…";
    take_back = "Take back";
    until(owner, day) = "{owner}, until {day}";

    not_checked = "Not checked";
    nothing_unchecked = "Everything that the rules look at is filled in.";
    more_lists = "More lists";
    filter = "Filter findings";
    filter_by = "Words in a finding";
    filter_off(words) = "Filter: {words}. Press to show all again.";
    filtered_none = "Nothing in this list has these words.";
    part(what, message) = "{what}: {message}";
    missing_card(severity, message) = "{severity}: {message}";

    head_lanes = "Not filled in";
    head_not_shared = "Left out when the plan was shared";
    head_off = "Turned off for this plan";
    head_off_house = "Turned off by the agency";
    head_stale = "Accepted once, and not any more";
    unchecked_row(lanes, reason) = "{lanes}: {reason}";
    off_row(rule, by, reason) = "{rule}. Turned off by {by}: {reason}";
    stale_row(rule, why, reason, owner) = "{rule}: {why} ({owner}: {reason})";
    stale_of(rule, place) = "{rule}, {place}";
    stale_card(title, lane) = "“{title}” of {lane}";
    stale_changed = "what it rested on has changed";
    stale_expired = "its last day is over";
    stale_nothing = "nothing of this kind is found there any more";
    stale_moment = "names a moment that is gone";
    stale_lane = "names a lane that is gone";
    stale_rule = "names a rule that this version does not know";
    stale_off = "its rule is turned off for this plan";
    accept_again = "Accept again…";
    remove = "Remove";
    remove_named(rule) = "Remove the acceptance of {rule}";
    go_to = "Go to the field";
    go_to_named(text) = "Go to the field. {text}";
    show_lane = "Show the lane";
    show_lane_named(text) = "Show the lane. {text}";
    settings = "Rules and limits…";

    fact_creator(name) = "Creator: {name}";
    why_evidence = "How well it is supported";
    change_limit = "Change the limit…";
    set_by(author, reason) = "Set in this plan by {author}: {reason}";
    set_by_on(author, day, reason) = "Set in this plan by {author} on {day}: {reason}";
    set_by_house(name) = "Set in the rules of {name}";

    of_lane(name) = "Everything of this kind in the lane of {name}";
    of_plan = "Everything of this kind in the plan";
    for_good = "No end";
}

/// "Maja", "Maja and Sam", "Maja, Sam and 38 other lanes".
#[must_use]
pub fn lanes(names: &[&str], others: usize) -> String {
    let others = (others > 0).then(|| counts::other_lanes(others));
    super::list(&names.iter().copied().chain(others.as_deref()).collect::<Vec<_>>())
}
