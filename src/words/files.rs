//! What is said when a file, or a value in it, cannot be used: what, where, and what to do.

say! {
    keeping_prefs = "Writing down the preferences";
    given_up = "Nobody waits for it any more.";
    prefs_restored(file) = "Your preferences could not be read and are as before the last change; the file that could not be read is kept as {file}.";
    prefs_broken(file) = "Your preferences could not be read and are as at the first start; the file that could not be read is kept as {file}.";
    prefs_closed = "Your preferences cannot be read at the moment and are as at the first start; their file is left as it is.";
    prefs_not_kept(cause) = "Your preferences are not kept: {cause}";
    bad_day(text) = "“{text}” is not a day of the calendar. Write it as year-month-day, for example 2027-09-16.";
    bad_time(text) = "“{text}” is not a time of day. Write it as hours:minutes, for example 09:30.";
    bad_id(text) = "“{text}” is not an id. An id has 1 to 12 of the characters a–z, 0–9 and “-”.";
    bad_plan_id(text) = "“{text}” is not a plan id. A plan id looks like 6f9619ff-8b86-4d01-b42d-00cf4fc964ff.";
    bad_picture_id(text) = "“{text}” is not a picture id. A picture id is the SHA-256 of the picture as 64 hexadecimal digits.";
    bad_money(text) = "“{text}” is not an amount of money. Write it as 3500.00 EUR.";
    twice(field) = "“{field}” is set twice. Keep one of the two.";
    too_many_unknown(count: grouped) = "There are more than {count} fields here that this version does not know.";
    long_unknown(name) = "The field name “{name}…” is too long.";
    same_id(what, id) = "Two {what} have the id “{id}”. Give one of them another id.";
    dangling(what, id) = "This refers to the {what} “{id}”, but the plan has none with that id.";
    lane_without_creator = "A creator lane names no creator. Set its creator, or make it a brand or community lane.";
    lane_with_creator = "Only a creator lane has a creator. Remove the creator, or make it a creator lane.";
    time_without_day = "A time of day stands here without a day. Set the day, or remove the time.";
    hint_on_board = "Only an idea in the tray names the creator it is meant for. Remove for_creator.";
    // What has an end before its start; the first one alone, the others with their names.
    span_campaign = "the campaign";
    span_phase = "the phase";
    span_blackout = "the blackout";
    span_deal = "the deal with";
    reversed(what) = "The end of {what} is before its start.";
}

name! {
    /// What is listed or referred to in a plan, by its name in the file.
    thing {
        "brands" => "brands",
        "products" => "products",
        "creators" => "creators",
        "lanes" => "lanes",
        "notes" => "notes",
        "acceptances" => "acceptances",
        "pictures" => "pictures",
        "moments" => "moments",
        "brand" => "brand",
        "product" => "product",
        "creator" => "creator",
        "picture" => "picture",
        _ => "thing",
    }
}

// Reading a plan.
say! {
    place(line, column, message) = "{line}:{column}: {message}";
    in_file(file, message) = "{file}: {message}";
    with_hint(message, hint) = "{message} {hint}";
    in_file_at(file, line, column, message) = "{file}:{line}:{column}: {message}";
    in_file_place(file, line, column, message) = "{file}, line {line}, column {column}: {message}";
    and_more(message, count: grouped) = "{message} (and {count} more)";
    hint_correct = "Open an earlier copy of the file, or correct this place if you wrote it by hand.";
    hint_copy = "Go back to an earlier copy of the file.";
    hint_choose = "Choose a file that Momentboard saved; its name ends in .moments.";
    hint_smaller = "Split the plan into smaller ones.";
    hint_newer = "Open it with that version.";
    hint_conflict = "Finish the merge, so that one of the two versions stands here, and open the file again.";
    hint_utf8 = "Save it as UTF-8 text and open it again.";

    empty = "The file is empty.";
    only_nul = "The file holds nothing but zero bytes, as after a power cut or a full disk.";
    some_nul = "A part of the file holds nothing but zero bytes, as after a power cut or a full disk.";
    binary = "This is not text, so it is not a plan.";
    utf16 = "The file is text in UTF-16; a plan is text in UTF-8.";
    not_utf8 = "The text is damaged here: this is not UTF-8.";
    no_plan = "This is not a Momentboard plan.";
    bad_head = "The first lines of this plan are damaged.";
    wrong_format(found) = "This is not a Momentboard plan: its format is “{found}”.";
    needs_newer(what) = "This plan needs {what}.";
    this_or_newer(app) = "Momentboard {app} or newer";
    newer_reader(reader) = "a newer Momentboard, one that reads files of version {reader}";
    no_such_version(version) = "This is not a Momentboard plan: its format has no version {version}.";
    kept_words(count: grouped) = "This plan was saved by a newer Momentboard. {count} choices in it are not known here. They stay in the file as they are until you change them; meanwhile something else is shown in their place.";
    kept_word = "This plan was saved by a newer Momentboard. One choice in it is not known here. It stays in the file as it is until you change it; meanwhile something else is shown in its place.";
    no_campaign = "The file has no campaign.";
    cut_off = "The file ends too early: its last part is missing.";
    conflict = "Two versions of the plan stand here side by side, left by a merge in git.";
    too_deep = "Brackets are nested too deeply here for a plan.";
    comments_lost = "Comments in the file are not kept when the plan is saved.";

    picture_damaged(name) = "The picture “{name}” is damaged. It stays in the plan and may be shown only in part.";
    picture_none(name) = "“{name}” is not a picture that can be shown (PNG, JPEG, WebP or GIF). It stays in the plan.";

    too_big_file(limit) = "The file is larger than {limit}, more than a plan can be.";
    too_many_moments(count: grouped, limit: grouped) = "The plan has {count} moments; the most it can have is {limit}.";
    too_long_text(limit) = "The text here is longer than {limit}.";
    too_many_pictures(limit) = "The plan has more than {limit} pictures.";
    too_big_pictures(limit) = "The pictures of the plan together are larger than {limit}.";
    too_many_notes(count: grouped, limit: grouped) = "This lane has {count} notes; the most it can have is {limit}.";
    too_many_links(count: grouped, limit: grouped) = "This moment has {count} links; the most it can have is {limit}.";

    not_a_choice(found, what, choices) = "“{found}” is not {what}. The choices are {choices}.";
    not_a_kind(found, kinds) = "“{found}” is not a kind of moment. The kinds are {kinds}.";
    missing(field) = "“{field}” is missing here.";
    misspelt(field, found) = "“{field}” is missing here, and “{found}” is not known. It may be a slip of the keyboard.";
    want_list = "A list in square brackets is expected here.";
    want_list_end = "The list is not closed here: a comma or “]” is expected.";
    want_group = "A group in round brackets is expected here.";
    want_group_end = "The group is not closed here: a comma or “)” is expected.";
    want_comma = "A comma is expected here.";
    want_colon = "A colon is expected here, after the name of a field.";
    want_text = "Text in quotes is expected here.";
    want_text_end = "The text is not closed here: a closing quote is missing.";
    want_number = "A whole number is expected here.";
    number_range = "The number is too large here, or negative where it cannot be.";
    want_yes_no = "“true” or “false” is expected here.";
    want_word = "A plain word without quotes is expected here.";
    bad_escape = "The text holds a backslash that starts nothing known. Write a backslash as “\\\\”.";
    open_comment = "A comment is opened here but not closed.";
    unexpected(what) = "“{what}” does not belong here.";
    trailing = "Something stands here after the end of the plan.";
    unreadable = "What stands here cannot be read as part of a plan.";
}

name! {
    /// What a closed choice is, as a sentence calls one of it, by the name it has in the model.
    choice_of {
        "Status" => "a status of a moment",
        "Platform" => "a platform",
        "Format" => "a format",
        "AudienceValue" => "something an audience gets",
        "Cta" => "a call to action",
        "Placement" => "a placement",
        "Compensation" => "a compensation",
        "Control" => "a kind of creative control",
        "When" => "a way to say when",
        "LaneKind" => "a kind of lane",
        "LaneMode" => "a mode of a lane",
        "RelationshipStatus" => "a status of a relationship",
        "Basis" => "a basis of a relationship",
        "Objective" => "an objective",
        "PhaseKind" => "a kind of phase",
        "Scope" => "what an accepted finding can cover",
        "Sensitive" => "a reason to check a product",
        "Profile" => "a profile",
        _ => "one of the choices here",
    }
}

// Pictures that are added.
say! {
    picture_not_known = "This is not a picture that can be used. PNG, JPEG, WebP and GIF can.";
    picture_unreadable = "The picture is damaged and cannot be read.";
    picture_too_big_file(limit) = "The picture's file is larger than {limit}.";
    picture_too_many_pixels(width, height, side, area) = "The picture has {width} × {height} pixels; the most is {side} on a side and {area} million in all.";
    picture_hint = "Save it again as PNG or JPEG, smaller if need be, and add it again.";
}

// The disk.
say! {
    disk_not_found = "There is no such file.";
    disk_no_folder = "There is no such folder.";
    disk_no_folder_for = "The folder it belongs in does not exist.";
    disk_folder_is_file = "A file stands where its folder belongs.";
    disk_denied = "There is no permission for that here.";
    disk_drive_read_only = "The drive can only be read, not written.";
    disk_read_only = "The file is marked read-only.";
    disk_folder = "This is a folder, not a file.";
    disk_not_a_file = "This is not an ordinary file.";
    disk_not_a_folder = "This is not a folder.";
    disk_dead_link = "This is a link that leads nowhere.";
    disk_no_name = "This is not the name of a file.";
    disk_full = "The disk is full.";
    disk_changed = "The file was changed by another program since it was opened, so it was not overwritten.";
    disk_gone = "The file is no longer where it was opened.";
    disk_exists = "A file with this name exists already.";
    disk_garbled = "What was read back from the disk is not what was written.";
    disk_other(cause) = "The disk reports: {cause}.";
    disk_half_written(cause) = "{cause} The file could only be written where it stands and is half old, half new for now; Momentboard puts it right when it starts again.";
    disk_unwritable = "The plan was not saved, because it could not be read again afterwards.";
    no_plans = "No plan was found in this folder. Plans end in .moments.";

    disk_hint_name = "Check the name and the folder.";
    disk_hint_permission = "Choose another place, or ask whoever looks after this computer.";
    disk_hint_elsewhere = "Save it in another place.";
    disk_hint_space = "Free some space, or save it in another place.";
    disk_hint_compare = "Save yours under another name, then compare the two.";
    disk_hint_overwrite = "Choose another name, or confirm that it is to be replaced.";
    disk_hint_again = "Try again, or save it in another place.";
    disk_hint_file = "Choose a file that holds a plan.";
    disk_hint_other_name = "Choose another name for the file.";
}
