//! The table: a row for each moment.

// What columns, groups and buttons are called.
say! {
    ask = "Ask";
    check = "Check";
    minutes(count) = "{count} min";
    month = "Month";
    no_group = "None";
    no_month = "No date yet";
    none_yet = "None yet";
    plan_order = "Plan order";
    sort = "Sort";
    sorted_by(column) = "Sort: {column}";
    ascending = "First to last";
    descending = "Last to first";
    grouped(group) = "Group: {group}";
    columns_of(shown, all) = "{shown} of {all} columns";
    as_at_first = "Columns as at first";
    with_ideas = "Ideas, too";
    keys = "Enter edits · Tab moves right · Shift-click selects a range";
    paste_rows = "Paste rows";
    paste_rows_note(keys) = "Brings whole rows of a spreadsheet in, with its headings. To fill cells, select one and press {keys}.";
    moment = "Moment";
    add_moment = "Add a moment";
    add_row = "Add a moment, or paste rows from a spreadsheet";
    nothing_shown = "No moment is shown";
    nothing_yet = "No moments yet";
    nothing_yet_hint(keys) = "Press {keys} and write what to add, or paste rows of a spreadsheet.";
    nothing_unhidden = "Every moment is in a hidden lane.";
    nothing_found = "None matches what is searched for or filtered.";
}

// For screen readers.
say! {
    table = "Moments";
    cell(column, text, row, rows) = "{column}, {text}, row {row} of {rows}";
    nothing = "nothing";
    cell_with(cell, finding) = "{cell}: {finding}";
    select_row(title) = "Select “{title}”";
    select_all = "Select all rows";
    header(column) = "{column}: sort";
    header_up(column) = "{column}: sorted, first to last";
    header_down(column) = "{column}: sorted, last to first";
    column_menu(column) = "What can be done with the column {column}";
    column_left = "Move to the left";
    column_right = "Move to the right";
    column_fit = "Fit the width";
    column_hide = "Hide the column";
    edge_of(column) = "Width of {column}";
    header_note = "Press to sort. Drag to move it, or its edge to change its width; a double press on the edge fits it. The other button of the pointer offers the same. With the keyboard: Shift and the arrows change the width, Ctrl and the arrows move it.";
    edit_of(column) = "Edit {column}";
    totals(moments, give, ask) = "{moments} · {give} give, {ask} ask";
    of_group(name, moments) = "{name} · {moments}";
}

// The bar for several rows.
say! {
    bulk = "For the selected moments";
    shift_week = "Shift 1 week";
    clear = "Clear";
    nobody_of(text) = "“{text}” has no lane in this plan.";
}

// What cannot be read.
say! {
    no_day(text) = "“{text}” is no day.";
    either_day(text, one, other) = "“{text}” can be {one} or {other}. Write the month as a word.";
    no_time(text) = "“{text}” is no time of day.";
    time_without_day(text) = "“{text}” needs a day: without one there is no time of day.";
    no_amount(text) = "“{text}” is no amount.";
    less_than_nothing(text) = "“{text}” is less than nothing, which no moment costs.";
    no_number(text) = "“{text}” is no number.";
    no_choice(text, field) = "“{text}” is no {field}.";
    no_product(text) = "There is no product “{text}” in this plan.";
    needed(column) = "Every moment has a value for {column}, so it cannot be left empty.";
    follows = "This follows from the other columns and is not written.";
    hint_time = "For example 09:30.";
    hint_amount = "For example 3,500.";
    hint_number = "For example 3.";
    stays(why) = "{why} The cell stays as it was.";
}

// Blocks of cells.
say! {
    copied(cells) = "{cells} copied.";
    step_paste(cells) = "Paste {cells}";
    step_fill(cells) = "Fill down {cells}";
    step_clear(cells) = "Clear {cells}";
    fill_down = "Fill down";
    only_cells_fill = "Cells are filled down in the table";
    no_cells_to_fill = "Select cells of several rows of the table first";
    pasted(rows, columns) = "{rows}, {columns} pasted";
    unread_title = "Some cells cannot be read";
    unread_text(cells) = "{cells} of the clipboard cannot be read. Nothing has been pasted yet.";
    unread_cell(row, column, why) = "Row {row} of the table, {column}: {why}";
    more_unread(count: grouped) = "… and {count} more.";
    no_room(columns) = "{columns} at the right of the clipboard have no column here and are left out.";
    leave_out = "Paste without them";
    below_title = "There are more rows than here";
    below_text(rows) = "For {rows} of the clipboard there is no row here, and nothing has been pasted yet.";
    below_lane(lane, kind) = "What is added stands with {lane}, unless its row says otherwise. A row that names no kind has that of the row above it, first: {kind}.";
    below_ideas(kind) = "What is added waits among the ideas, unless its row says otherwise. A row that names no kind has that of the row above it, first: {kind}.";
    only_here = "Only into the rows here";
    add_below(moments) = "Add {moments}";
    unread_clipboard(why) = "The clipboard cannot be read as cells: {why}";
    too_many(most: grouped) = "A plan holds at most {most} moments; nothing was pasted.";
    new_moment = "New moment";
}

name! {
    /// How a day is written, by the form in which days are.
    hint_day {
        "month_first" => "For example Sep 7 or 2027-09-07.",
        "year_first" => "For example 09-07 or 2027-09-07.",
        _ => "For example 7 Sep or 2027-09-07.",
    }
}
