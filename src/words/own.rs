//! Templates that a user keeps: saving, using, renaming and removing them, and what is left out of them.

say! {
    add_from_template = "Add a creator from a template…";
    your_templates = "Your templates";
    /// For screen readers.
    what_with(name) = "What can be done with the template {name}";
    rename = "Rename…";
    remove = "Remove…";
    unreadable(file, why) = "{file} in your templates is left out: {why}";
    newer = "a newer version of Momentboard wrote it.";
    no_template = "it is no template.";
    too_large(most) = "it is larger than {most}.";
    more_left_out(count) = "Files left out besides: {count}.";
    too_many_files(most) = "Only the first {most} of your templates are listed.";
    too_many(most) = "There are {most} templates of your own already.";
    hint_remove_one = "Remove one on the start page first.";
    /// What an error says of a template that is too large to be kept.
    too_large_to_keep(most) = "The template would be larger than {most}.";
    hint_one_lane = "Save one lane of it instead.";

    save_lane_title = "Save the lane as a template";
    save_plan_title = "Save the plan as a template";
    rename_title = "Rename the template";
    remove_title = "Remove the template?";
    remove_text(name) = "“{name}” is taken out of your templates. Plans made from it stay as they are.";
    remove_it = "Remove";
    keep_it = "Keep it";
    rename_it = "Rename";
    name = "Name of the template";
    line = "One line about it";
    /// Before the field, where the whole name has no room.
    name_short = "Name";
    line_short = "One line";
    line_hint = "What it is for";
    day_zero = "Day 0";
    /// For screen readers.
    day_zero_of = "Day 0 of the template";
    no_days = "No card has a day";
    zero_anchor(name, day) = "{name}, {day}";
    zero_card(kind, title, day) = "{kind}: {title}, {day}";
    zero_same(kind, day) = "{kind}, {day}";
    day_number(day) = "day {day}";
    titles = "Titles";
    keep_titles = "Keep";
    blank_titles = "Leave out";
    keep_notes = "Notes, as prompts";
    keep_hooks = "Hooks";
    also_keep = "Also keep";
    kept(moments) = "{moments} with what they are, their days, platforms, asks and what they give.";
    left_out = "Left out: names and values of creators, brands and products, evidence, what backs a claim, costs, owners, contacts, pictures, links and accepted findings. Every card is a draft again.";
    left_out_names = "Titles, notes and hooks are kept as they were written, names in them included.";
    name_missing = "A template needs a name.";
    save_it = "Save the template";
    proposal_lane(plan) = "{plan}, one lane";
    /// What is said when a template is there.
    saved(name) = "“{name}” is a template now. It is on the start page.";
    renamed(name) = "The template is called “{name}” now.";
    removed(name) = "“{name}” is no longer a template.";
    cannot_save = "The template was not saved";
    cannot_rename = "The template was not renamed";
    cannot_remove = "The template was not removed";
    nowhere = "There is no folder of this user in which templates could be kept.";
    nowhere_hint = "Set HOME or XDG_CONFIG_HOME.";
    gone = "That template is no longer there.";
    reading = "Reading your templates";
    keeping = "Keeping a template";
    lane_is_empty = "There is nothing in this lane that a template could keep";
    plan_is_empty = "There is no moment yet that a template could keep";

    use_title = "Add from a template";
    use_text = "The cards come as drafts, each with a line that says what belongs there. One undo takes all of it back.";
    own_template(name) = "{name} · yours";
    /// For screen readers.
    choice(name, figures, line) = "{name}, {figures}: {line}";
    lanes_and_moments(lanes, moments) = "{lanes}, {moments}";
    into = "Where to";
    new_lane = "A new lane";
    empty_lane(name) = "{name}’s empty lane";
    number_hint = "For example 14";
    pick_day = "Pick a day";
    number_of_plan = "Day 0 of the template is this day of the plan";
    spans(first, last) = "From {first} to {last}.";
    bad_day = "That is no day.";
    add_it = "Add";
    step_use(name) = "Add “{name}”";
    too_many_moments(most: grouped) = "A plan holds at most {most} moments; nothing was added.";

    /// What stands for a creator, where there is only one.
    creator = "Creator";
    creator_number(number) = "Creator {number}";
    brand = "Brand";
    brand_number(number) = "Brand {number}";
    product = "Product";
    product_number(number) = "Product {number}";
    group_number(number) = "Audience {number}";
    line_and_zero(line, zero) = "{line} Day 0: {zero}.";
    zero_only(zero) = "Day 0: {zero}.";

    prompt_announcement = "Why us, why now, who approached whom.";
    prompt_values = "A choice the creator made that shows the value you share.";
    prompt_community = "Someone who is not the creator, with a story of the same kind.";
    prompt_product = "What it does in the creator’s hands, and whom it is for.";
    prompt_origin = "The first time the creator had to do with the brand, told as it was.";
    prompt_story = "Something that happened, in which the brand has a place of its own.";
    prompt_engage = "One thing that people can do, say or choose.";
    prompt_event = "Be there with the people; ask them, show them, let them speak.";
    prompt_impact = "What came of it, in numbers or faces.";
    prompt_teaser = "A detail, without giving it away.";
    prompt_organic = "The creator’s own content; the brand has no part in it.";
    prompt_repair = "What went wrong, whom it hurt, and what happens now; no excuse.";
    prompt_offer = "What is offered, until when, and why this audience gets it.";

    /// In the terminal, over the user's own templates.
    yours = "Your own:";
}

/// A line that says what belongs on a card of that kind.
#[must_use]
pub fn prompt(kind: &str) -> &'static str {
    match kind {
        "announcement" => prompt_announcement(),
        "values" => prompt_values(),
        "community" => prompt_community(),
        "product" => prompt_product(),
        "origin" => prompt_origin(),
        "engage" => prompt_engage(),
        "event" => prompt_event(),
        "impact" => prompt_impact(),
        "teaser" => prompt_teaser(),
        "organic" => prompt_organic(),
        "repair" => prompt_repair(),
        "offer" => prompt_offer(),
        _ => prompt_story(),
    }
}

name! {
    /// How a day is written, by the form in which days are.
    date_hint {
        "month_first" => "For example Sep 16",
        "year_first" => "For example 09-16",
        _ => "For example 16 Sep",
    }
}
