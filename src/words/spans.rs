//! Phases and blackout dates on the board.

say! {
    new_phase = "New phase";
    name_phase = "Name of the phase";
    name_blackout = "Reason for the blackout";
    phase_menu(name) = "What can be done with the phase “{name}”";
    blackout_menu = "What can be done with these blackout dates";
    strip = "Phases";
    add_phase = "Add a phase";
    add_blackout = "Add blackout dates";
    add_phase_here = "Add a phase here";
    add_blackout_here = "Add blackout dates here";
    rename = "Rename";
    write_why = "Write the reason";
    no_kind = "No special kind";
    delete = "Delete";
    keys(whole, last, first) = "Drag it or its ends. The arrow keys do it, too: with {whole} for all of it, with {last} for its last day, with {first} for its first.";
    /// Rows of the sheet of keys.
    previous = "To the phase or blackout dates before";
    next = "To the next phase or blackout dates";
    first_earlier = "First day one day earlier";
    first_later = "First day one day later";
    last_earlier = "Last day one day earlier";
    last_later = "Last day one day later";
    write_here = "Write its name, reason or text";
    /// Said of a phase once it was named or its days were changed by keys.
    phase_is(name, days) = "“{name}”: {days}";
    /// Said after a step that moved an end of the plan by its phases.
    plan_reaches(first, last) = "The plan now reaches from {first} to {last}.";
    step_phase_days(name) = "Change the days of “{name}”";
    step_blackout_days = "Change the blackout dates";
    step_blackout_why = "Change the reason of blackout dates";
    step_add_phase = "Add a phase";
    step_add_blackout = "Add blackout dates";
    step_delete_phase(name) = "Delete the phase “{name}”";
    step_delete_blackout = "Delete blackout dates";
    step_phase_kind(name) = "Change what “{name}” is";
}
