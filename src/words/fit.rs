//! What the checker says of fit and voice: values named by a story, scripts, competitors, topics that a creator rules out.

say! {
    names_no_value(title, name, brand) = "{title} names no value that {name} and {brand} share.";
    not_the_creators(title, value, name) = "{title} names {value}, which {name} does not stand for.";
    not_the_brands(title, value, brand) = "{title} names {value}, which {brand} does not stand for.";
    nobodys(title, value, name, brand) = "{title} names {value}; neither {name} nor {brand} stands for it.";
    names_no_value_help = "Without a shared value it is a story about one side.";
    names_no_value_clears = "A value from both lists, or a link between two words for it.";
    fix_name_value(value) = "Name “{value}” as the shared value";
    fix_choose_shared = "Choose the shared value";

    scripted(title, brand, name) = "The text of {title} is fixed by {brand}. Followers know how {name} speaks.";
    scripted_help = "A voice that is not the creator’s reads as an ad, and the creator as its reader.";
    scripted_clears = "A say for the creator in the text; fixed words stay in the must-say list.";
    control_unset = "Who has the last word on a text is not filled in.";
    fix_share_control = "Share the last word, keep what has to be said";
    fix_must_say = "Write down only what has to be said";
    fix_voice = "Note the creator’s voice";

    rival_after(name, rival, until, ask, days) = "{name}’s {rival} deal runs to {until}; {ask} is {days} later.";
    rival_during(name, rival, until, ask, date) = "{name}’s {rival} deal runs to {until}; {ask} is on {date}.";
    rival_open(name, rival, ask, date) = "{name}’s {rival} deal has no end noted; {ask} is on {date}.";
    rival_exclusive(name, rival, until, ask, date) = "{name} is exclusive to {rival} until {until}; {ask} is on {date}.";
    rival_help = "The audience still has the other brand in mind, and a contract may stand in the way.";
    rival_clears = "A later day for the ask, or a recorded waiver.";
    no_pair = "The lane has no creator or no brand.";
    rivals_unset = "Competitors of the brand are not filled in.";
    past_unset = "Earlier deals of the creator are not filled in.";
    deal_without_days = "A deal with a competitor has no days.";
    rival_undated = "An ask has no date, so it was not held against earlier deals.";
    fix_past_deal(day) = "Move the ask and what follows past {day}";
    fix_record_waiver = "Record the waiver";

    off_limits(names, topic) = "{names} ruled out {topic}.";
    off_limits_help = "The audience knows what a creator said no to.";
    off_limits_clears = "Another product, or a recorded consent of the creator.";
    no_go_unset = "What the creator rules out is not filled in.";
    category_unset = "The category of a product is not filled in.";
    fix_record_consent = "Record the consent";
}

// What a finding rests on. Acceptances keep these and baselines compare them, so they are the same whatever is spoken.
fixed! {
    fact_shared_value(value) = "named value: {value}";
    fact_deal(rival, from, to, exclusive) = "deal with {rival}: {from} to {to}, exclusive until {exclusive}";
    fact_no_day = "unset";
    fact_off_limits(topic) = "ruled out: {topic}";
}
