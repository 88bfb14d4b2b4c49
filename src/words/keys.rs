//! Names of keys as they stand on a keyboard, and what they do in one view only. Letters, numbers and F-keys are called the same
//! everywhere.

name! {
    /// What stands on a key, by the name that the window system has for it.
    key {
        "Ctrl" => "Ctrl",
        "Alt" => "Alt",
        "Shift" => "Shift",
        "Left" => "Left",
        "Right" => "Right",
        "Up" => "Up",
        "Down" => "Down",
        "Enter" => "Enter",
        "Escape" => "Escape",
        "Space" => "Space",
        "Tab" => "Tab",
        "Delete" => "Delete",
        "Backspace" => "Backspace",
        "Insert" => "Insert",
        "Home" => "Home",
        "End" => "End",
        "PageUp" => "PageUp",
        "PageDown" => "PageDown",
        "Menu" => "Menu",
        "Arrows" => "Arrows",
        _ => "",
    }
}

// Rows of the sheet of keys: the calendar.
say! {
    day_before = "To the day before";
    day_after = "To the day after";
    day_up = "Up the day, then to the week before";
    day_down = "Down the day, then to the week after";
    add_on_day = "Add on the day";
    page_before = "To the month or week before";
    page_after = "To the month or week after";
}

// The table.
say! {
    cell_beside = "To the cell beside";
    next_cell = "To the next cell";
    previous_cell = "To the cell before";
    row_start = "To the first cell of the row";
    row_end = "To the last cell of the row";
    first_row = "To the first row";
    last_row = "To the last row";
    first_cell = "To the first cell of the table";
    last_cell = "To the last cell of the table";
    rows_up = "Up a page of rows";
    rows_down = "Down a page of rows";
    select_cells = "Select cells";
    edit_cell = "Write in the cell, or choose";
    keep_down = "Keep what is written, and go down";
    keep_up = "Keep what is written, and go up";
    leave_cell = "Leave the cell as it was";
    empty_cells = "Empty the cells";
    copy_cells = "Copy the cells";
    cut_cells = "Cut the cells";
    paste_cells = "Paste into the cells";
    tick_row = "Tick the row, or not";
    tick_all = "Tick all rows";
    give_up = "Give up what is selected";
}

// The head of a column.
say! {
    narrower = "Narrower";
    wider = "Wider";
}

// A presentation.
say! {
    moment_before = "To the moment before";
    moment_after = "To the moment after";
    creator_before = "To the creator before";
    creator_after = "To the creator after";
    first_moment = "To the first moment";
    last_moment = "To the last moment";
    read_on = "Read on in a long text";
    read_back = "Read back in it";
    present_notes = "Show or hide the notes";
    present_compare = "Compare lanes";
    present_blank = "Blank screen";
    present_leave = "Leave the presentation";
}

// A lane in another order.
say! {
    card_before = "To the moment above";
    card_after = "To the moment below";
    first_card = "To the first moment of the lane";
    last_card = "To the last moment of the lane";
    card_earlier = "Move it one place earlier";
    card_later = "Move it one place later";
}

/// What stands on a key; one that has no other name stands for itself.
#[must_use]
pub fn on_keyboard(name: &str) -> &str {
    match key(name) {
        "" => name,
        known => known,
    }
}
