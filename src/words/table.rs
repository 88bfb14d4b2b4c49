//! Tables that come back, and the window in which a table is looked at before it enters the plan.

// What our own tables say.
say! {
    day_zero = "Day 0";
    order_and_day = "There is a place in an order and a day as well. Keep one of the two.";
    fee_without_currency = "There is a fee without a currency. Add the currency or leave the fee out.";
    made_from_moments(sheet, moments) = "The sheet “{sheet}” is made from the moments and cannot be brought back. Take the sheet “{moments}”: what is changed there changes the plan.";
    zero_is(day) = "Day 0 is {day}, as the table counts.";
    handles(creators) = "{creators} with another handle.";
    absent_one(moment) = "{moment} of the plan not in the table; it stays as it is.";
    absent(moments) = "{moments} of the plan not in the table; they stay as they are.";
    newer_table = "A newer version of Momentboard wrote this workbook. Columns that this version does not know go into the notes.";
    pictures(names) = "A table holds the names of pictures, not the pictures. Not in this plan: {names}. Add them to their moments afterwards.";
}

// The window.
say! {
    reading(name) = "Reading {name}…";
    header = "Header";
    header_row(row, cells) = "Row {row}: {cells}";
    no_header = "The table has no header";
    header_of_grid = "None: the table is a grid";
    header_of_several(row) = "Row {row}, with several moments in each row";
    header_found = "The header that was found";
    working_at(percent) = "Looking at the table… {percent}%";
    recalled(answers) = "As for the last table with these columns: {answers}.";
    forget = "Start again";
    take_moments(sheet) = "Take the sheet “{sheet}”";
    yes_it_is = "Yes, it is";
    into_the_notes = "No, into the notes";
    instead(address) = "What {address} is to say";
    instead_hint = "Type the right value";
    alike(rows, message) = "{rows} like this one: {message}";
    alike_at(rows, message, places) = "{rows} like this one: {message} All of them: {places}.";
    instead_all(cells, address) = "The right value for {cells} such as {address}";
    empty_all = "Leave them all empty";
    empty_all_of(cells, address) = "Leave {cells} such as {address} empty";
    show_cells(cells) = "Show {cells}";
    show_cells_of(cells, address) = "Show {cells} such as {address}";
    hide_cells = "Hide them";
    hide_cells_of(cells, address) = "Hide {cells} such as {address}";
    stands_for_in(question, cells) = "{question} ({cells})";
    stands_for_near(question, near, cells) = "{question} Perhaps for “{near}”. ({cells})";
    also_in(language, names) = "{language}: {names}.";
    part_late = "What else the table does not say";
    corrected_all(cells, text) = "{cells} are “{text}” now.";
    emptied_all(cells) = "{cells} are empty now.";
    take_back_all(cells, address) = "Take back what was typed for {cells} such as {address}";
    empty_it = "Leave it empty";
    empty_cell(address) = "Leave {address} empty";
    part_corrected = "Corrected here; the file stays as it is";
    corrected(address, text) = "{address} is “{text}” now.";
    emptied(address) = "{address} is empty now.";
    take_back = "Take back";
    take_back_of(address) = "Take back what was typed for {address}";
    lettered(letters, header) = "{letters} · {header}";
    preview_lanes(gains, creators) = "{gains} for {creators}";
    preview_so_far = "What is known already is shown here. The answers that are still missing may change it.";
    preview_later = "What would stand in the plan is shown here once nothing is open.";
    preview_row(when, lane, kind, title) = "{when}, {lane}, {kind}, {title}";
    no_day = "No day";
    no_lane = "Ideas";
    changed(title, changes) = "“{title}”: {changes}.";
    change(column, was, now) = "{column}: {was} → {now}";
    nothing = "nothing";
    more_moments(moments) = "… and {moments} more.";
}
