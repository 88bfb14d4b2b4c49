//! Notes on lanes: thoughts of the team, pinned to a day.

say! {
    note = "Note";
    add_note = "Add a note";
    add_note_here = "Add a note here";
    field = "Text of the note";
    hint = "A thought for the team";
    menu(text) = "What can be done with the note “{text}”";
    write = "Write";
    pin_to_lane = "Pin to the lane as a whole";
    delete = "Delete";
    delete_named(text) = "Delete the note “{text}”";
    /// Over the notes of a day in the calendar.
    of_day(day) = "Notes on {day}";
    keys = "Double click to write. Drag it, or move it with Alt and the arrow keys.";
    sign_keys = "Press to read and write. Drag to move them to another day.";
    list_keys = "Press a note to write it. Drag it to another day, or move it with Alt and the arrow keys.";
    team_only = "Notes stay with the team. Nobody else gets them.";
    /// Said of a new note far from the plan.
    far_before(distance, day) = "The note lies {distance} before the first day of the plan, {day}.";
    far_after(distance, day) = "The note lies {distance} after the last day of the plan, {day}.";
    stay(name) = "Notes on the lane stay with {name}.";
    of_lane = "The lane as a whole";
    step_add(name) = "Add a note to {name}’s lane";
    step_write(name) = "Write a note on {name}’s lane";
    step_move(name) = "Move a note on {name}’s lane";
    step_delete(name) = "Delete a note on {name}’s lane";
    /// For screen readers: "Note, Mara, 12 Sep: ask Mia".
    spoken(name, when, text) = "Note, {name}, {when}: {text}";
    /// For screen readers.
    spoken_of_lane(name, text) = "Note, {name}, the lane as a whole: {text}";
}
