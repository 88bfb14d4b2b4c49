//! Searching the plan and filtering it: the bar over the views, its menus, and what is said of what is hidden.

say! {
    command = "Search and filter";
    search = "Search this storyboard";
    search_hint = "Search titles, notes, people";
    clear = "Clear search and filters";
    nothing_filtered = "Nothing is searched for and nothing is filtered";
    bar = "Search and filters";
    close = "Close the search bar";
    clear_words = "Clear the words";
    filters = "Filter";
    filters_on(count) = "Filter: {count} on";

    creator = "Creator";
    kind = "Kind";
    platform = "Platform";
    status = "Status";
    owner = "Owner";
    found = "Findings";
    dates = "Dates";
    facet_on(facet, count) = "{facet}: {count}";
    all_creators = "All creators";
    all_kinds = "All kinds";
    only_spoken(facet, shown) = "Shown by {facet}: {shown}";
    facet_spoken(facet) = "Filter by {facet}";
    facet_spoken_on(facet, chosen) = "Filter by {facet}, now {chosen}";
    find_in(facet) = "Find in the list: {facet}";
    option(name, count: grouped) = "{name}, {count}";
    none_found = "Nothing in the list has these letters.";

    brand_lane = "Brand channel";
    community_lane = "Community";
    for_anybody = "For anybody";
    no_platform = "No platform yet";
    no_owner = "Nobody yet";
    gone = "No longer in the plan";
    has_error = "Error";
    has_warning = "Warning";
    has_hint = "Hint";
    has_accepted = "Accepted risk";
    has_nothing = "Nothing found";

    from = "From";
    to = "To";
    any_day = "Any day";
    runs_backwards = "These days end before they begin, so no moment is between them.";
    this_month = "This month";
    next_month = "Next month";
    asks_only_dated = "What has no date is hidden while days are set.";
    asks_no_notes = "Notes have none of these, so they are hidden while one is chosen.";
    clear_days = "Any day again";
    since(day) = "From {day}";
    until(day) = "Until {day}";
    between(from, to) = "{from} – {to}";

    chip_of(facet, value) = "{facet}: {value}";
    remove(chip) = "Remove the filter {chip}";
    clear_all = "Clear all";
    also_shown(count: grouped) = "{count} shown all the same";
    hide_also(shown) = "{shown}: hide what does not match";

    filter = "Filter";
    filter_shows(shown: grouped) = "Filter · {shown} shown";
    shown(shown: grouped, all: grouped) = "{shown} of {all} shown";
    in_hidden_lanes(count: grouped) = "{count} more in hidden lanes";
    shown_of(shown: grouped, all: grouped) = "{shown} of {all}";
    shown_ideas(shown: grouped, all: grouped) = "{shown} of {all} ideas";
    /// "1 of 2 notes".
    shown_notes(shown: grouped, notes) = "{shown} of {notes}";
    shown_spoken(shown: grouped, all: grouped) = "{shown} of {all} moments shown";
    shown_spoken_ideas(shown: grouped, all: grouped, ideas: grouped, all_ideas: grouped) = "{shown} of {all} moments and {ideas} of {all_ideas} ideas shown";
    /// The notes are "1 of 2 notes".
    shown_spoken_notes(shown: grouped, all: grouped, notes) = "{shown} of {all} moments and {notes} shown";
    shown_spoken_ideas_notes(shown: grouped, all: grouped, ideas: grouped, all_ideas: grouped, notes) = "{shown} of {all} moments, {ideas} of {all_ideas} ideas and {notes} shown";
    hidden_by_filter(count) = "{count} hidden by the filter";
    kept_in_sight(title) = "“{title}” does not match the filter and is shown all the same.";
    note_kept_in_sight = "The note does not match the filter and is shown all the same.";
    kept_many_in_sight(count: grouped) = "{count} do not match the filter and are shown all the same.";

    presets = "Presets";
    presets_menu = "Saved filters";
    no_presets = "Filters that are saved here are there again when this plan is opened on this computer.";
    save_preset = "Save as preset…";
    nothing_to_save = "Search or filter something first";
    too_many_presets(most) = "A plan keeps at most {most} presets";
    preset_name = "Name of the preset";
    preset_save = "Save";
    preset_replace = "Replace";
    preset_rename(name) = "Rename the preset “{name}”";
    preset_remove(name) = "Remove the preset “{name}”";
    preset_taken = "Another preset has this name";
}

name! {
    /// What to write where no day was written, by the form in which days are.
    not_a_day {
        "month_first" => "Write a day such as Sep 7",
        "year_first" => "Write a day such as 09-07",
        _ => "Write a day such as 7 Sep",
    }
}
