//! Working on the board: what its menus offer, what is said quietly, and how the steps are called.

say! {
    step_delete_lane(name) = "Delete {name}’s lane";
    step_move_lane(name) = "Move {name}’s lane";
    step_rename(title) = "Rename “{title}”";
    step_duplicate(title) = "Duplicate “{title}”";
    step_copy(title) = "Copy “{title}”";
    step_cut(title) = "Cut “{title}”";
    step_paste(title) = "Paste “{title}”";
    step_status(status, title) = "Set “{title}” to {status}";
    step_to_lane(title, name) = "Move “{title}” to {name}";
    step_add_idea(title) = "Add the idea “{title}”";

    rename_moment = "New title";
    rename_lane = "New name";
    new_idea = "New idea";
    new_brand = "New brand";

    more = "More";
    fixes = "Mend it";
    set_status = "Status";
    move_to_lane = "Move to lane";
    paste_here = "Paste here";
    card_menu(title) = "What can be done with “{title}”";
    cards_menu(count) = "What can be done with {count}";
    lane_menu(name) = "What can be done with {name}’s lane";
    fold = "Fold the lane";
    unfold = "Unfold the lane";

    lane_deleted(name) = "{name}’s lane deleted";
    lane_deleted_with(name, moments) = "{name}’s lane deleted, with {moments}";
    moments_deleted(moments) = "{moments} deleted";
    notes_deleted(notes) = "{notes} deleted";
    moments_cut(moments) = "{moments} cut";
    one_published_stays = "One moment is published and stays where it is.";
    published_stay(count: grouped) = "{count} moments are published and stay where they are.";
    /// Said of a new moment far from the plan.
    far_before(distance, day) = "The new moment lies {distance} before the first day of the plan so far, {day}.";
    far_after(distance, day) = "The new moment lies {distance} after the last day of the plan so far, {day}.";
    copied(moments) = "{moments} copied.";
    not_moments = "The clipboard holds no moments of a plan, and no rows of a table: at least two lines with tabs between the cells.";
    pasted_too_long(most: grouped) = "That is more than {most} MB of text, which is too much to paste. Save the table as a file and import that.";
    unread_moments(why) = "What was copied cannot be read: {why}";
    too_many(most: grouped) = "A plan holds at most {most} moments; nothing was pasted.";
    too_many_pictures(most: grouped) = "A plan holds at most {most} pictures; nothing was pasted.";
    no_lane_selected = "No lane is selected";
    only_one_lane = "There is only one lane";
    lane_is_first = "It is the first lane";
    lane_is_last = "It is the last lane";
    nothing_parked_selected = "No idea is selected";
    no_card_focused = "No moment has the focus";
    lanes_above_missing = "Not every selected moment has a lane above";
    lanes_below_missing = "Not every selected moment has a lane below";
    nothing_to_rename = "Select one moment or a lane first";
    before_after(before, after) = "{before} → {after}";
    lane_before(name) = "Before {name}";
    lane_last = "At the end";

    reading_clipboard = "Reading the clipboard";
    writing_clipboard = "Writing moments for the clipboard";
    not_copied = "The moments could not be copied.";
    pasting = "Pasting what was copied…";
    stop_pasting = "Stop pasting";
    copying = "Copying…";
    stop_copying = "Stop copying";
    broke_clipboard = "Nothing was copied or pasted, because the part of Momentboard that does it broke. The plan is as it was.";

    lanes_up = "Go up a page of lanes";
    lanes_down = "Go down a page of lanes";
    days_back = "Go back a page of days";
    days_on = "Go on a page of days";
}

/// What is said of published moments that did not move with the others.
#[must_use]
pub fn stay(count: usize) -> String {
    if count == 1 { one_published_stays().to_owned() } else { published_stay(count) }
}
