//! Bringing tables in: what a file is, what its columns are, what has to be asked, what cannot be used.

// What a file is, and why it gives no table.
say! {
    yes = "yes";
    no = "no";
    too_many_bytes(most) = "The file is larger than {most} MiB.";
    empty_file = "The file is empty.";
    locked = "The workbook is locked with a password.";
    old_workbook = "This is a file of an old office program (.xls or .doc), which is not read here.";
    binary_workbook = "This is a binary workbook (.xlsb), which is not read here.";
    open_document = "This is an OpenDocument file (.ods), which is not read here.";
    no_workbook = "This is a zip file, but not a workbook.";
    not_a_table(what) = "This is {what}, not a table.";
    a_pdf = "a PDF";
    a_web_page = "a web page";
    an_xml_file = "an XML file";
    a_text_document = "a text document";
    a_picture = "a picture";
    not_text = "This is neither a workbook nor text, so it is not a table.";
    damaged = "The workbook is damaged.";
    bomb = "The workbook unpacks to far more than a calendar holds, so it was not opened.";
    no_cells = "No cell of the workbook holds anything.";
    only_macros = "The workbook holds macros and no cells.";
    too_many_sheets(most) = "The workbook has more than {most} sheets.";
    too_many_rows(most) = "The table has more than {most} rows.";
    too_many_columns(row, most) = "Row {row} has more than {most} columns.";
    too_many_cells(most) = "The table has more than {most} cells, or more text than a calendar holds.";
    too_long(address, most) = "{address} holds more than {most} characters.";
    open_quote(row) = "The quotation mark that opens in row {row} is never closed.";
    took_too_long = "Reading the table took too long and was stopped.";
    reader_failed = "The table could not be read: the part of the program that takes tables apart stopped.";
    reader_not_started(cause) = "The table could not be read: the part of the program that takes tables apart did not start ({cause}).";
    hint_kinds = "Choose a workbook (.xlsx), or text with commas, semicolons or tabs (.csv).";
    hint_fewer = "Leave only the calendar in it, or split it into several files.";
    hint_shorter = "Shorten the text, or take it out of the table.";
    hint_locked = "Take the password off in the spreadsheet and save it again.";
    hint_save_as = "Open it in a spreadsheet and save it as .xlsx or .csv.";
    hint_damaged = "Open it in a spreadsheet and save it again as .xlsx.";
    hint_bomb = "If it is your own, save it again as .xlsx, or as .csv.";
    unknown_words(places, text, field) = "{places}: “{text}” is not known for “{field}”.";
    near_word(message, near) = "{message} Did you mean {near}?";
    choices_of(field, choices) = "For “{field}” use one of: {choices}.";
    how_word(field, word) = "Or say in the map what it stands for, for example words: {{{field}: {{\"{word}\": \"…\"}}}}.";
    hint_utf8 = "Save it from the spreadsheet again as .xlsx, or as CSV in UTF-8.";
    hint_open_quote = "Close it, or save the table from the spreadsheet again.";
    hint_again = "Save the table from the spreadsheet again, as .xlsx or .csv.";
    read_as_windows = "The text is taken for one in the encoding of older Windows programs. Check that letters with accents are right; if not, choose another encoding.";
    unread_letters(encoding) = "Some letters cannot be read as {encoding}. Choose the encoding that the table was saved in.";
    hint_encoding(keys) = "Put it into a map, for example encoding: shift_jis, and give the map with --map. Known are: {keys}. Or save the table again as .xlsx, or as CSV in UTF-8.";
    encoding_label = "Encoding";
    choose_encoding = "Choose the encoding first";
    hidden_sheet(name) = "The sheet “{name}” is hidden in the spreadsheet.";
    hidden_column(name) = "column {name}";
    hidden_columns(names) = "columns {names}";
    hidden_parts(sheet, parts) = "In the sheet “{sheet}” is hidden, and read like the rest: {parts}. Delete what is not to come in.";
    no_values(name, formulas, places) = "In the sheet “{name}” {formulas} saved without a result ({places}); such cells count as empty. Open the table in a spreadsheet and save it there to have them.";
    comments_left_out = "The workbook has comments on cells. They are not brought in.";
    macros_left_out = "The workbook has macros. They are left alone.";
}

// What columns are.
say! {
    column_named(letters) = "Column {letters}";
    column_again(name, number) = "{name} ({number})";
    note(header, text) = "{header}: {text}";
}

/// What an encoding is called, by its key.
#[must_use]
pub fn encoding(key: &str) -> &'static str {
    match key {
        "utf_8" => "UTF-8",
        "windows_1252" => "Windows-1252 (Western Europe)",
        "shift_jis" => "Shift-JIS (Japanese)",
        "gb18030" => "GB18030 (Chinese, simplified)",
        "big5" => "Big5 (Chinese, traditional)",
        "euc_kr" => "EUC-KR (Korean)",
        "windows_1251" => "Windows-1251 (Cyrillic)",
        "mac_roman" => "Mac Roman (older Macs)",
        _ => "",
    }
}

/// What is called where a column is chosen what only other tables have, by its key.
#[must_use]
pub fn field(key: &str) -> &'static str {
    match key {
        "end" => "Last day",
        "week" => "Week",
        "weekday" => "Weekday",
        "month" => "Month",
        _ => "Leave out",
    }
}

// Cells that cannot be used. Each is shown behind the address of the cell.
say! {
    at(address, message) = "{address}: {message}";
    no_date(text) = "“{text}” is no date. Type a day or leave the cell empty.";
    no_such_day(text) = "“{text}” is no day of the calendar. Correct it or leave the cell empty.";
    other_weekday(text, weekday) = "“{text}” does not fit: that day is a {weekday}. Correct the day or the weekday.";
    weekday_and_date(text, date, weekday) = "“{text}” does not fit {date}, which is a {weekday}. Correct one of the two.";
    no_month(text) = "“{text}” does not say in which month. Add the month, or a row with the month above.";
    only_month(text) = "“{text}” is a month, not a day. Type a day or leave the cell empty.";
    no_week(text) = "“{text}” does not say in which week. Add a date, or a column with the week.";
    day_and_date(number, date) = "Day {number} and {date} are not the same day. Correct one of the two.";
    end_without_start = "There is a last day but no first one. Add the first day or leave this cell empty.";
    end_before_start(last, first) = "The last day ({last}) is before the first ({first}). Correct one of the two.";
    no_time(text) = "“{text}” is no time of day. Write it as 09:30 or leave the cell empty.";
    time_without_day = "There is a time of day but no day. Add the day or leave the time out.";
    no_amount(text) = "“{text}” is no amount. Type a number or leave the cell empty.";
    negative(text) = "“{text}” is less than nothing, which no moment costs. Correct the amount or leave the cell empty.";
    no_currency(text) = "“{text}” is no currency. Use a code of three letters, such as EUR.";
    days_between(first, last) = "{first} – {last}";
    all_of_month(month) = "All {month}";
    all_of_month_in(month, year) = "All {month} {year}";
    no_month_name(text) = "“{text}” is no month. Type one, such as May 2027, or leave the cell empty.";
    no_number(text) = "“{text}” is no whole number. Type one or leave the cell empty.";
    no_truth(text) = "“{text}” is neither yes nor no. Type one of the two or leave the cell empty.";
    weeks_of_months(week, month) = "“{week}” below “{month}” does not say on which day the week begins. Write the first day of each week above its column, such as w/c 3 May.";
    broken(text) = "“{text}” is what the spreadsheet shows where a formula fails. Correct the formula or empty the cell.";
    unknown_word(text, field, choices) = "“{text}” is not known for “{field}”. Say what it stands for, or use one of: {choices}.";
    unknown_word_near(text, field, near) = "“{text}” is not known for “{field}”. Did you mean {near}?";
    unknown_person(text) = "“{text}” is nobody in this plan. Use a name of the plan or leave the cell empty.";
    id_twice(id) = "The id {id} stands in two rows. Give each moment its own, or leave the cell empty.";
}

// What has to be asked.
say! {
    or = " or ";
    quoted(text) = "“{text}”";
    change = "change";
    changes = "changes";
    date_sample(address, text, days) = "{address}: “{text}” is {days}";
    ask_dates = "Which number is the day?";
    ask_year(address, text, proposed) = "Which year is it? {address}: “{text}” has none; {proposed} would fit.";
    ask_new_year(address, text, month, next) = "Does the table go over New Year? {address}: “{text}” comes after days in {month}; it may be in {next}.";
    the_next_year = "the next year";
    new_year_over = "Yes, on into the next year";
    new_year_one = "No, all in one year";
    how_new_year = "Put new_year: true into the map where it does, or new_year: false where all days are in one year.";
    ask_months(address, text, month, day) = "Is it a month or a day? {address}: “{text}” is {month} or {day}.";
    month_of_year(month, year) = "{month} {year}";
    day_of_month(day, month) = "{day} {month}";
    months_yes = "A month and its year";
    months_no = "A day";
    how_months = "Put months: true into the map where it is a month and its year, or months: false where it is a day.";
    ask_month(title, name) = "Which month are days in that are only a number? “{title}” stands above the table, and its sheet is called “{name}”.";
    month_title = "The one above the table";
    month_name = "The one of the sheet";
    how_month = "Put month_from: title or month_from: name into the map.";
    said_month_title = "Days that are only a number: in the month above the table";
    said_month_name = "Days that are only a number: in the month of the sheet’s name";
    month_by_title(month, title) = "Days that are only a number are taken to be in {month}: “{title}” stands above the table.";
    month_by_name(month, name) = "Days that are only a number are taken to be in {month}: the sheet is called “{name}”.";
    year_by(sentence, text) = "{sentence} The year is the one of “{text}”.";
    ask_weeks(address, text) = "What do the weeks count from? {address}: “{text}” may be a week of the campaign or of the calendar.";
    weeks_calendar = "The calendar";
    weeks_from(day) = "Week 1 begins {day}";
    weeks_other = "Another first day of week 1";
    weeks_other_hint(day) = "Other, e.g. {day}";
    how_weeks(first) = "Put weeks: from(\"{first}\") with the first day of week 1 into the map, or weeks: calendar.";
    ask_decimals(address, text, comma, point) = "What parts the cents? {address}: “{text}” is {comma} if it is the comma, {point} if it is the point.";
    ask_currency(address, text) = "Which currency is it? {address}: “{text}” has none.";
    ask_kind(moments) = "What kind are the moments that do not say it? ({moments})";
    ask_headings(names) = "Do headings such as {names} name the creator of the rows below?";
    ask_no_creator(address, above, rows) = "Whose are rows that name no creator? {address} is empty below “{above}”. ({rows})";
    no_creator_above = "The creator’s above";
    no_creator_nobody = "Nobody’s: ideas";
    how_no_creator = "Put no_creator: above into the map where they are the creator’s above, or no_creator: nobody where they are ideas of nobody yet.";
    said_no_creator_above = "Rows without a creator: the creator’s above";
    said_no_creator_nobody = "Rows without a creator: ideas";
    ask_same(rows, title) = "What happens to rows whose moment is in the plan already? ({rows}, the first is “{title}”)";
    ask_person(name, near) = "Is “{name}” the same as “{near}”?";
    ask_people(address, text, names) = "Is “{text}” several people, each with a moment? {address}: it could be {names}.";
    ask_grid(names) = "Are {names} creators, with a moment in each filled cell below?";
    ask_twice(row, first, title, rows) = "Are rows that say the same one moment? Row {row} says what row {first} says: “{title}” ({rows} in all).";
    column_counted(name, count) = "{name} ({count})";
    ask_emptied(fields, columns) = "{fields} fields of moments in the plan are empty in the table: {columns}. Are they emptied in the plan?";
    empty_them = "Empty them";
    leave_them = "Leave them";
    how_emptied = "Put empty: true into the map to empty them in the plan, or empty: false to leave them as they are.";
    said_empty = "Fields that are empty in the table: emptied";
    said_leave = "Fields that are empty in the table: left as they are";
    ask_moved(rows, title, was, now) = "Are rows with the creator, the kind and the title of a moment of the plan that moment, on another day? ({rows}; the first is “{title}”: {was} in the plan, {now} in the table)";
    moved_move = "The same moment: move it";
    moved_add = "Another moment: add it";
    how_moved = "Put moved: move into the map to move the moment, or moved: add for another one.";
    said_moved(answer) = "Rows that are a moment of the plan on another day: {answer}";
    people_each = "A moment for each";
    people_one = "One creator of that name";
    grid_people = "They are creators";
    grid_list = "They are columns of a list";
    twice_once = "One moment";
    twice_each = "A moment for each row";
    how_people(text) = "Put people: {{\"{text}\": each}} into the map for a moment for each, or people: {{\"{text}\": new}} for one creator of that name.";
    how_grid = "Put grid: true or grid: false into the map.";
    how_twice = "Put twice: once or twice: each into the map.";
    how_dates = "Give --dates dmy (day first) or --dates mdy (month first).";
    how_dates_ymd = "Give --dates dmy (day first), --dates mdy (month first) or --dates ymd (year first).";
    how_year(year) = "Give --year, for example --year {year}.";
    how_decimals = "Put decimals: comma or decimals: point into the map.";
    how_currency = "Put the currency into the map, for example currency: \"EUR\".";
    how_kind = "Put a kind into the map, for example kind: story.";
    how_headings = "Put headings: true or headings: false into the map.";
    how_same = "Put same: update, same: skip or same: add into the map.";
    how_person(name, near) = "Put people: {{\"{name}\": same(\"{near}\")}} into the map, or people: {{\"{name}\": new}}.";
}

// What was counted.
say! {
    on_day(day) = "The only day is {day}.";
    from_to(first, last) = "The days go from {first} to {last}.";
    settled(open, order, by) = "Days such as {open} are read {order}, as {by} says.";
    and_more(names, count) = "{names} and {count} more";
    in_places(sentence, places) = "{sentence} ({places}).";
    dollars(rows) = "{rows} with an amount in $, taken for US dollars.";
    row_range(first, last) = "{first}–{last}";
    in_row(row) = "row {row}";
    in_rows(rows) = "rows {rows}";
    name_at(name, address) = "{name} ({address})";
    blocks(names) = "Names that stand alone in a row are the creator of the rows below: {names}.";
    split(rows) = "{rows} with several people: a moment for each.";
    twice(rows) = "{rows} saying the same as another one, taken once.";
    remarks(rows) = "{rows} passed over: remarks.";
    totals(rows) = "{rows} passed over: sums.";
    assumed(rows, code, why) = "{rows} with an amount without a currency, taken for {code}: {why}.";
    currency_said = "that was said";
    currency_of_budget = "the budget of the plan is in it";
    currency_of_moments = "the moments of the plan are in it";
    grid_days(row) = "The table is a grid: days, weeks or months stand in row {row}, and each filled cell below them is a moment.";
    grid_weekdays(row) = "The table is a grid: weekdays stand in row {row}, weeks beside or above the rows, and each filled cell is a moment.";
    grid_columns(row, names) = "The table is a grid: creators stand in row {row} ({names}), days beside the rows, and each filled cell is a moment.";
    part_of(field, number) = "{field} of moment {number}";
    part_of_all(field) = "{field} of all moments of the row";
    grid_repeated(row, times) = "Each row holds several moments: row {row} names their columns {times} times.";
    said_encoding(encoding) = "Encoding: {encoding}";
    said_row(row) = "Header: row {row}";
    said_no_header = "Header: none";
    said_dates(order) = "Dates: {order}";
    said_year(year) = "Days without a year: {year}";
    said_new_year = "Days without a year: on into the next year";
    said_one_year = "Days without a year: all in one year";
    said_months = "“May-27”: a month and its year";
    said_no_months = "“May-27”: a day";
    said_calendar_weeks = "Weeks by their number: of the calendar";
    said_weeks_from(day) = "Weeks by their number: week 1 begins {day}";
    said_comma = "Cents: behind the comma";
    said_point = "Cents: behind the point";
    said_same(answer) = "Rows whose moment is in the plan: {answer}";
    said_twice(answer) = "Rows that say the same: {answer}";
    said_person(name, who) = "“{name}”: {who}";
    said_person_same(name) = "the same as {name}";
    said_kind(kind) = "Rows without a kind: {kind}";
    said_currency(code) = "Amounts without a currency: {code}";
    said_rest = "Columns that are nothing of the plan: left out";
    said_headings = "Headings between the rows: the creators";
    said_no_headings = "Headings between the rows: only headings";
    said_grid = "Names above the columns: creators";
    said_list = "The table: a list";
    said_nothing = "nothing";
    said_word(word, field, name) = "“{word}” in “{field}”: {name}";
    became_ideas(rows) = "{rows} without a creator, taken for ideas in the tray.";
    unchanged(rows) = "{rows} whose moment is in the plan just like that.";
    skipped(rows) = "{rows} left out: their moment is in the plan.";
    left_out(rows) = "{rows} left out: a cell cannot be used.";
    waiting(rows) = "{rows} waiting for an answer.";
    carried(rows) = "{rows} without a creator, taken for the one above.";
    untitled(rows) = "{rows} without a title, called after the first line or the kind.";
    headings(rows) = "{rows} passed over: headings.";
    above(rows) = "{rows} passed over: above the header.";
    repeated(rows) = "{rows} passed over: the header again.";
    bare(rows) = "{rows} passed over: only a day or a name.";
    empty(rows) = "{rows} passed over: empty.";
    filler(cells) = "{cells} passed over: nothing is planned there, or not yet.";
    pieces(rows) = "{rows} with a deliverable of several pieces: how many stands in the notes.";
    channels(cells) = "{cells} with several channels: the first is taken, all of them stand in the notes.";
    other_handle(handle, name, own) = "{handle} for {name}, who is {own}";
    other_handles(handles) = "Handles of people who have another one, left out: {handles}.";
    other_name(name, own) = "{name} as {own}";
    other_names(names) = "Names of people with the handle of somebody who is called otherwise, taken for them: {names}.";
    left_columns(names) = "Columns of the grid that belong to nobody, left out: {names}.";
    open_cells(cells) = "{cells} saying that it is not known yet.";
    new_creators(names) = "New creators: {names}.";
    new_brands(names) = "New brands: {names}.";
    new_products(names) = "New products: {names}.";
    unknown_columns(names) = "Columns that are nothing of the plan: {names}.";
}

// The terminal.
say! {
    about = "Bring a table into a plan";
    long = "Reads a content calendar from a workbook (.xlsx) or from text (.csv, .tsv) and writes a plan, or adds to one. Rows become moments, with a lane for each creator. The header is found wherever it stands; columns are known by their names in several languages, and by what they hold. Grids are read cell by cell: days, weeks, months or weekdays across, creators down, or the other way round.\n\nWhat a table cannot say by itself is never guessed: which number of a date is the day, which year it is, what weeks count from, what parts the cents, whether two similar names are one person. Nothing is written while something is open; the message says what to give. Answers can be kept in a map (--write-map) and given again (--map).\n\nA row with a cell that cannot be used stops the import, unless --skip-bad leaves it out. Empty rows, headings and repeated headers are passed over and counted. A column that is nothing of the plan goes into the notes, unless the map says rest: leave_out.\n\nThe exit code is 2 when something is open or a cell cannot be used, also with --dry-run; 0 otherwise.";
    examples = "Examples:\n  momentboard import calendar.xlsx -o plan.moments\n  momentboard import calendar.csv --dry-run --dates dmy\n  momentboard import calendar.xlsx --sheet May --into plan.moments\n  momentboard import calendar.csv -o plan.moments --map agency.ron\n\nA map, with everything it can say:\n  (encoding: windows_1252,\n   header: 3,\n   columns: {\"Wann\": date, \"Thema\": title, \"Intern\": leave_out},\n   rest: notes,\n   dates: dmy,\n   year: 2027,\n   new_year: true,\n   months: true,\n   month_from: title,\n   weeks: from(\"2027-09-06\"),\n   decimals: comma,\n   currency: \"EUR\",\n   kind: story,\n   headings: true,\n   no_creator: above,\n   grid: true,\n   same: update,\n   twice: once,\n   words: {kind: {\"giveaway\": \"offer\"}},\n   people: {\"Tobi\": same(\"Tobi Achterberg\"), \"Mira\": new, \"Mira + Tobi\": each})\n  encoding  how the letters of a text were saved, where they come out wrong: utf_8, windows_1252, shift_jis, gb18030, big5, euc_kr, windows_1251 or mac_roman\n  columns   what each column is, by its header; leave_out takes it out\n  rest      what happens to columns that are nothing of the plan: notes or leave_out\n  new_year  whether days without a year go on into the next one, as in November, December, January\n  months    whether “May-27” is a month and its year, not a day\n  month_from  which month days are in that are only a number, where title and sheet name two: title or name\n  weeks     what “Week 1” counts from: the first day of week 1, from(\"…\"), or calendar\n  headings  whether headings between the rows name the creators\n  no_creator  whose rows without a creator are, below a row of one: above or nobody\n  grid      whether names above the columns are creators, with a moment in each filled cell\n  same      what happens to rows whose moment is there: update, skip or add\n  twice     what happens to rows that say the same: once or each\n  people    who is meant by a name: same(\"…\"), new, or each where it is several people\n  words     what words of a choice stand for; \"\" leaves the field empty";
    arg_table = "The table: a workbook (.xlsx), or text with commas, semicolons or tabs (.csv, .tsv)";
    arg_out = "The plan to write";
    arg_into = "A plan to add to; without -o it is written back to the same file";
    arg_map = "A file with answers";
    arg_write_map = "Write the answers, and what each column was taken for, into this file";
    arg_sheet = "Which sheet of the workbook";
    arg_dates = "In which order the numbers of a date stand";
    arg_year = "The year of days that have none";
    arg_dry_run = "Say what would happen and write nothing";
    arg_skip_bad = "Leave rows out that have a cell which cannot be used";
    dmy = "Day first: 3/4/2027 is 3 April";
    mdy = "Month first: 3/4/2027 is 4 March";
    ymd = "Year first: 27/4/3 is 3 April";
    sheet_line(name) = "Sheet “{name}”";
    header_line(row) = "The header is row {row}.";
    no_header_line = "The table has no header; its columns are known by what they hold.";
    column_line(header, field) = "{header} → {field}";
    column_unsure(header, field) = "{header} → {field}? To be confirmed";
    column_unknown(header, field) = "{header} → {field}, because nothing says what it is";
    which_sheet = "The workbook has several sheets.";
    which_sheet_hint(names) = "Give --sheet with one of: {names}.";
    no_such_sheet(name) = "There is no sheet “{name}” in the table.";
    map_at(line, column, message) = "line {line}, column {column}: {message}";
    map_unknown_key(found, choices) = "“{found}” is nothing that a map says. {choices}";
    map_unknown_word(found, choices) = "“{found}” is no choice here. {choices}";
    map_near(near, choices) = "Did you mean {near}? Possible are: {choices}.";
    map_choices(choices) = "Possible are: {choices}.";
    map_twice(field) = "“{field}” stands twice. Keep one of the two.";
    map_want_braces = "Pairs in curly brackets are expected here.";
    map_want_brace_end = "The curly brackets are not closed here: a comma or “}}” is expected.";
    map_trailing = "Something stands here after the end of the map.";
    map_unreadable = "What stands here cannot be read as part of a map.";
    map_no_row(row) = "Row {row} of the table holds nothing, so it is no header.";
    map_no_column(name, choices) = "The table has no column “{name}”. {choices}";
    map_no_words(field) = "What stands in “{field}” is no choice, so no word stands for another there.";
    map_nobody(name) = "“{name}” is nobody in the table or in the plan.";
    bad_map(cause) = "The map cannot be read: {cause}";
    bad_map_hint = "momentboard import --help shows what a map can say.";
    onto_table(file) = "{file} is the table itself, and nothing is written over it.";
    no_plan_ending(file) = "What is written is a plan, and {file} has the ending of a table or a document.";
    onto_table_hint(plan) = "Name the plan with the ending .moments, for example -o {plan}.";
    a_plan = "a plan of Momentboard";
    hint_plan = "Open it as a plan: give it the ending .moments again.";
    no_out = "Nothing says where the plan is to be written.";
    no_out_hint = "Give -o, --into or --dry-run.";
    sure_of(header, field) = "Is “{header}” the column “{field}”? Its name does not say so clearly.";
    sure_of_cells(question, samples) = "{question} It holds {samples}.";
    no_rows = "The table has a header and no rows below it.";
    no_rows_hint = "Fill in at least one row, or choose another sheet or file.";
    no_sheet_names_hint = "This table has one sheet, without a name: leave --sheet out.";
    wrong_map_line = "In the map:";
    passed_map_line = "In the map, passed over because this table has nothing of it:";
    map_says = "The map says:";
    how_sure(header, field) = "Put columns: {{\"{header}\": {field}}} into the map, or another field, or leave_out.";
    would_add(gains) = "Would add: {gains}.";
    would_change(moments) = "Would change {moments}.";
    nothing_but_left_out(rows) = "Nothing else of the table is new to the plan: {rows} left out, because a cell cannot be used.";
    added(gains, plan) = "{plan} has {gains} from the table.";
    nothing_to_add = "Nothing of the table is new to the plan.";
    problems_line(rows) = "{rows} with a cell that cannot be used:";
    more_problems(count) = "… and {count} more.";
    how_bad = "Correct them in the table, say in the map what the words stand for, or leave these rows out with --skip-bad.";
    open_line = "To be answered first:";
    map_written(file) = "{file} holds the answers.";
    file_of(name, text) = "{name}: {text}";
}

// The window.
say! {
    command = "Import a table…";
    path_import = "Which table?";
    table_files = "Tables";
    table_hint = "Choose a table: a workbook (.xlsx), or text with commas, semicolons or tabs (.csv, .tsv).";
    reading = "Reading the table";
    working_out = "Working out what the table would add";
    pasted = "pasted cells";
    new_plan = "A plan of its own is made of it; it has no file until you save it.";
    took_sheet(name, sheets) = "Of {sheets} “{name}” is taken, which looks most like a calendar. Choose another one if that is not what you want.";
    sheet_word = "sheet";
    sheet_words = "sheets";
    ask_sheet = "None of the sheets looks like a calendar. Choose the one that holds the moments.";
    no_sheet = "Choose a sheet first";
    cannot_read = "This table cannot be read";
    too_many_moments(most) = "The plan would have more than {most} moments.";
    step(name) = "Import {name}";
    imported(gains, name) = "{gains} from {name}.";
    title(name) = "Import {name}";
    do_it = "Import";
    working = "Looking at the table …";
    still_open(questions) = "{questions} to answer first";
    still_bad(rows) = "{rows} with a cell that cannot be used";
    part_questions = "What the table does not say";
    part_words = "Words that are not known";
    part_columns = "Columns";
    part_problems = "Cells that cannot be used";
    part_counts = "What would happen";
    sheet = "Sheet";
    hidden_name(name) = "{name} (hidden)";
    leave_out_rows(rows) = "Leave out {rows} with a cell that cannot be used";
    rest = "Columns that are nothing of the plan";
    rest_notes = "Into the notes";
    rest_out = "Leave out";
    no_samples = "No cell";
    what_is_column(header) = "What the column “{header}” is";
    perhaps(field) = "{field}?";
    day_first = "Day first";
    month_first = "Month first";
    year_first = "Year first";
    comma(amount) = "The comma: {amount}";
    point(amount) = "The point: {amount}";
    choose = "Choose";
    headings_name = "They name the creators";
    headings_plain = "They are only headings";
    same_update = "Bring up to date";
    same_skip = "Leave out";
    same_add = "Add again";
    same_person = "The same person";
    new_person = "Somebody new";
    other_currency = "Another currency";
    other_currency_hint = "Other, e.g. SEK";
    stands_for(word, field) = "What does “{word}” stand for in “{field}”?";
    leave_empty = "Nothing: leave it empty";
}
