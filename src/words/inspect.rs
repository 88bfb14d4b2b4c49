//! The inspector and the dialog of values: hints, notes, and what controls are called.

say! {
    month_before = "The month before";
    month_after = "The month after";
    month_of(month, year) = "{month} {year}";
    pick_day_of(field) = "{field}: pick a day";
    known_of(field) = "{field}: what the plan names already";
    nothing_known = "Nothing is named yet";
    take_out(word) = "Take out {word}";
    add_to(field) = "{field}: add";
    add = "Add…";
    add_item(list) = "Add to {list}";
    change_item(list, line) = "{list}, change: {line}";
    delete_item(line) = "Delete {line}";
    part_of(list, part) = "{list}: {part}";
    done = "Done";
    done_with(list) = "Done: {list}";
    leave(list) = "Cancel: {list}";
    needs_words = "The first fields are still empty.";
    days_backwards = "The last day comes before the first one.";
    mixed = "Mixed";
    some_of(name, some, all) = "{name} ({some} of {all})";
    shift = "Shift by days";
    week_less = "−7";
    day_less = "−1";
    day_more = "+1";
    week_more = "+7";
    more_fields = "More fields";
    show_fields = "Show the fields";
    more_commands = "More for this selection";
    more_about(finding) = "More about “{finding}”";
    more_or_less = "Shows or hides the particulars";
    details = "Details";
    show_fixes = "Show fixes";
    cleared(finding) = "Cleared: {finding}";
    back_to(page) = "Back to {page}";
    open_page(name) = "{name}";
    /// Under a list that scrolls.
    links_in_all(count) = "{count} in all";
    open_page_of(name, note) = "{name}, {note}";

    gives = "Gives";
    kind_now(kind) = "Further kinds, now {kind}";
    as_the_lane = "As the lane";
    in_minutes = "In minutes";
    takes_a_stand = "Takes a social or political stand";
    hint_proof = "A link or a line";
    hint_must_say = "Required wording, apart from a script";
    hint_links = "One link a line";
    hint_notes = "For the team";
    no_lane_to_show = "An idea has no creator yet";
    show_creator = "Show the creator";
    that_is(day) = "That is {day}.";
    any_format = "Format";
    compare_menu = "Compare values…";
    no_call = "No ask";
    soft_sell = "Soft";
    hard_sell = "Hard sell";
    add_product_menu = "Add a product…";
    no_product_to_show = "No product is chosen";
    show_product = "Show the product";
    remove = "Remove";
    remove_picture = "Take the picture off the card";

    hint_line = "One line about it";
    hint_kpis = "What is measured, separated by commas";
    hint_audience = "Who it is for";
    hint_anchor = "For example Launch";
    hint_markets = "For example DE, GB";
    market_known(name, code) = "{name} ({code})";
    markets_note(markets) = "Labels are known for {markets} and the other states of the EU.";
    markets_unknown(codes) = "Labels are not checked for {codes}: the table does not know of them.";
    unread_markets = "Not country codes yet. For example DE, GB.";
    hint_zone = "For example Europe/Berlin";
    unread_zone = "Not a time zone yet. For example Europe/Berlin.";
    audience_is_assumed = "Nobody has asked them: what an audience stands for is an assumption of this plan.";
    section_time = "When it runs";
    section_audience = "Who it is for";
    section_creators = "Creators";
    section_brands = "Brands";
    section_products = "Products";
    default_brand = "first";
    /// Below the first and the last day, where the plan reaches further than they say.
    begins_with_phase(name, day) = "The plan begins on {day}, with the phase “{name}”.";
    begins_before(day) = "The plan begins on {day}, with what stands before its first day.";
    ends_with_phase(name, day) = "The plan ends on {day}, with the phase “{name}”.";
    ends_after(day) = "The plan ends on {day}, with what stands after its last day.";
    day_zero_note = "Relative days count from day 0. With a date they are shown as dates.";
    blackouts_note = "Days to be kept free of posts. Fixes leave them out.";
    phase_line(name, from, to) = "{name}, {from} – {to}";
    blackout_days(from, to) = "{from} – {to}";
    blackout_line(from, to, why) = "{from} – {to} {why}";

    section_values = "Values";
    section_works = "How the lane works";
    show_brand = "Show the brand";
    no_creator_to_show = "No creator is chosen";
    no_brand_to_show = "There is no brand yet";
    move_up = "Move up";
    move_down = "Move down";
    delete = "Delete";
    lane_page = "Lane on the board";
    mode_note = "A partnership is told as an arc. A recurring slot is an ad read that comes back, as in a podcast.";
    own_posts_note = "Unsponsored posts of their own in a usual week. They keep quiet stretches of the plan from counting as silence.";
    hint_group = "For example The duo";
    group_note = "Lanes with the same word here are followed by the same people. Then no finding says that one borrows the trust of the other; the run-up and the curve of each lane still count by themselves.";
    nothing_common = "No value is recorded that creator and brand have in common.";
    in_common(values) = "In common: {values}.";
    compared_on(by, day) = "Compared by {by} on {day}.";
    hint_since = "For example 2024";
    last_visible_note = "The last day on which the audience saw the two together.";

    hint_handle = "With the @";
    hint_about = "One line about them";
    section_stands = "What they stand for";
    section_limits = "Limits and earlier deals";
    section_their_audience = "Their audience";
    section_contact = "Contact";
    values_note = "What the audience says they stand for.";
    hint_voice = "Three words";
    hint_never = "One thing they never say";
    hint_followers = "For example 214k";
    unread_followers = "Not a number of people yet. For example 214k.";
    in_percent = "In per cent";
    unread_percent = "Not a share yet. A number from 0 to 100.";
    hint_contact = "How to reach them";
    consent_line(category, consent) = "{category} · {consent}";
    exclusive_line(brand, day) = "{brand} · exclusive until {day}";
    until_line(brand, day) = "{brand} · until {day}";
    delete_creator = "Delete the creator";
    creator_has_lane = "There is still a lane of this creator. Delete the lane first.";

    hint_category = "For example running shoes";
    hint_delivery = "What confirms that it will be delivered";
    section_claims = "Claims";
    not_sensitive = "Nothing special";
    sensitive_note = "Claims about such a product are checked before anyone asks for it.";
    hint_verified_note = "What was looked at";
    checked_on(day) = "Written down on {day}.";
    delete_product = "Delete the product";
    product_in_use = "A moment still names this product.";
    brand_values_note = "Two to five short nouns.";
    competitors_note = "Deals with them are in the way of an ask.";
    proof_line(value, does) = "{value}: {does}";
    make_first = "Make it the first";
    make_first_note = "The first brand is that of every lane without one of its own.";
    is_first_brand = "It is the first brand already.";
    brand_in_use = "A lane, a product or a moment still names this brand.";
    brand_is_only = "It is the only brand, and the lanes speak for it.";
    delete_brand = "Delete the brand";

    values_title = "What they stand for";
    stand_creator = "as the audience says";
    stand_brand = "as the brand says";
    stand_audience = "an assumption";
    the_audience = "The audience";
    no_brand_yet = "No brand yet";
    all_three = "All three";
    creator_and_brand = "Creator and brand";
    with_audience = "With the audience";
    only_one = "Only one";
    same_by_link = "noted as the same";
    values_common(common, creator, brand) = "{creator} and {brand} have {common} in common. One is enough to tell a story along; a perfect match is not the aim.";
    values_none(creator, brand) = "{creator} and {brand} have nothing in common as far as the words go. Words differ, so look whether two of them mean the same: press one and choose.";
    values_unset = "One of the lists is empty, so nothing can be compared yet.";
    value_of(whose, word) = "{whose}: {word}";
    rename_value = "Rename…";
    remove_value = "Take out";
    same_as(word) = "Means the same as “{word}”";
    not_same(word) = "Not the same as “{word}”";
    also_stands(name) = "{name} stands for it, too";
    new_value(whose) = "Add a value: {whose}";
    new_name(word) = "New word for {word}";
    compared_by = "Compared by";
    compared_hint = "Your name notes that somebody looked";
    step_rename_value(old, new) = "Rename value “{old}” to “{new}”";
    step_add_value(word, whose) = "Add value “{word}” to {whose}";
    step_remove_value(word, whose) = "Take value “{word}” from {whose}";
    step_same_value(creator, brand) = "Note “{creator}” as the same as “{brand}”";
    step_not_same(creator, brand) = "Note “{creator}” as not the same as “{brand}”";
    no_lane_to_compare = "There is no creator’s lane to compare";
}

name! {
    /// The word of a relationship where there is little room, by its key in the file.
    relationship_short {
        "new" => "New",
        "warm" => "Warm",
        "established" => "Known",
        _ => "Owner",
    }
}

name! {
    /// What a relationship means for the plan, by its key in the file.
    relationship_note {
        "new" => "Their audience has not seen the two together. The plan earns it all.",
        "warm" => "Some contact that the audience could see. A shorter run-up is enough.",
        "established" => "The audience knows them together. At least one line of evidence says so.",
        _ => "The brand is theirs, or part of it.",
    }
}
