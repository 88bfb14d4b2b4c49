//! What is said when a file, or a value in it, cannot be used: what, where, and what to do.

say! {
    bad_day(text) = "“{text}” is not a day of the calendar. Write it as year-month-day, for example 2027-09-16.";
    bad_time(text) = "“{text}” is not a time of day. Write it as hours:minutes, for example 09:30.";
    bad_id(text) = "“{text}” is not an id. An id has 1 to 12 of the characters a–z, 0–9 and “-”.";
    bad_plan_id(text) = "“{text}” is not a plan id. A plan id looks like 6f9619ff-8b86-4d01-b42d-00cf4fc964ff.";
    bad_picture_id(text) = "“{text}” is not a picture id. A picture id is the SHA-256 of the picture as 64 hexadecimal digits.";
    bad_money(text) = "“{text}” is not an amount of money. Write it as 3500.00 EUR.";
    twice(field) = "“{field}” is set twice. Keep one of the two.";
    too_many_unknown(count) = "There are more than {count} fields here that this version does not know.";
    long_unknown(name) = "The field name “{name}…” is too long.";
    same_id(what, id) = "Two {what} have the id “{id}”. Give one of them another id.";
    dangling(what, id) = "This refers to the {what} “{id}”, but the plan has none with that id.";
    lane_without_creator = "A creator lane names no creator. Set its creator, or make it a brand or community lane.";
    lane_with_creator = "Only a creator lane has a creator. Remove the creator, or make it a creator lane.";
    time_without_day = "A time of day stands here without a day. Set the day, or remove the time.";
    hint_on_board = "Only an idea in the tray names the creator it is meant for. Remove for_creator.";
    reversed(what) = "The end of {what} is before its start.";
}
