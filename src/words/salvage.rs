//! What is said about a plan that was put together from what a damaged file still holds.

say! {
    card(title) = "The card “{title}”";
    creator(name) = "The creator “{name}”";
    brand(name) = "The brand “{name}”";
    product(name) = "The product “{name}”";
    acceptance = "An accepted finding could not be read.";
    phase = "A phase could not be read.";
    picture = "A picture could not be read.";
    lane = "A lane was put together again.";
    particulars = "The name and the particulars of the campaign could not be read.";
    of_campaign(field) = "Of the campaign, “{field}” could not be read.";
    of_lane(field) = "Of a lane, “{field}” could not be read.";
    lane_of_nobody = "A lane names no creator that can be read. It stands among the community’s.";
    lost_creator = "Creator that could not be read";
    in_part(what, fields) = "{what} was read without {fields}.";
    put_together(what) = "{what} was put together again.";
    no_card = "A card could not be read.";
    no_creator = "A creator could not be read.";
    no_brand = "A brand could not be read.";
    no_product = "A product could not be read.";
    twice(count) = "Cards that stood there under an id of another one: {count}. All of them are kept.";
    loose(count) = "Products, pictures or people that are named but could not be found: {count}.";
    at_line(what, line) = "{what} (line {line})";
    more(count) = "And {count} more.";

    read_what_can_be = "Read what can be read";
    read_what_can_be_hint = "What can still be read opens as a new plan. The file stays as it is.";
    read_title = "What could be read";
    no_letter = "A letter could not be read; “\u{FFFD}” stands in its place, unless what it belonged to is missing.";
    read_all = "Everything in it that this version knows could be read. The plan is a new one: it has no file until it is saved.";
    read_some = "The plan is a new one: it has no file until it is saved. The damaged file stays as it is.";
    versions = "Versions…";
    versions_hint = "Earlier versions of this plan are kept on this computer. Any of them can be opened.";
    nothing = "Nothing of a plan could be read in the file.";
    nothing_else = "Nothing of it can be read, and no earlier version of it is kept on this computer.";
    written(path) = "What could be read was written to {path}.";
    other_name = "Choose another name for what is written.";
    not_damaged = "The file can be read as it is, so nothing was written.";
    arg = "If the plan is damaged, write what can still be read of it to this file";
    one_plan = "With --salvage, name one plan.";
    one_plan_hint = "Each damaged plan needs a file of its own for what can be read of it.";
}
