//! What the checker says: facts, consequences, what would clear a finding, and names of fixes.

say! {
    the_brand = "the brand";
    relative_day(n) = "day {n}";
    order_place(n) = "position {n}";
    undated = "no date";

    missing_title = "Missing before the first ask";
    missing(ask, what) = "Before {ask}: missing {what}.";

    product_first(name, brand, ask, date) = "{name}’s first {brand} post is an ask: {ask}, {date}. Nothing before it tells {name}’s audience why they are working together.";
    product_first_in_own(name, brand, ask, date) = "{name}’s first {brand} post is an ask: {ask}, {date}. Nothing before it in {name}’s own lane says why they are working together.";
    product_first_help = "Followers look for a reason, and the nearest one is money.";
    product_first_clears = "A card before the ask that announces, explains or gives something.";

    more(n: grouped) = "{n} more";
    has = "has";
    have = "have";
    hard = "hard";
    soft = "soft";
    the_announcement = "the announcement";
    the_first_card = "the first card";

    no_background(name, stories, ask, date, brand) = "{name} shares {stories} before {ask} ({date}) but never says how {name} and {brand} got together.";
    no_background_brand_only(name, brand) = "How {name} and {brand} got together was announced on {brand}’s channel only; {name}’s followers may not have seen it.";
    no_background_help = "Without a reason, the stories read as the long way round to an ad.";
    no_background_clears = "An announcement or origin before the ask, or a card that also covers it.";
    no_background_what = "background";
    no_background_line = "How they got together";

    no_values(ask, name, brand) = "Before {ask}, nothing shows which value {name} and {brand} share.";
    values_later(values_date, days, ask_date) = "The values story ({values_date}) comes {days} after the first ask ({ask_date}).";
    values_later_that_day(date) = "The values story comes on the day of the first ask ({date}), but later.";
    values_later_in_order(values_place, ask_place) = "The values story ({values_place}) comes after the first ask ({ask_place}).";
    values_later_title = "The values story comes too late";
    no_values_help = "The shared value is what makes the brand part of the creator’s world.";
    no_values_clears = "A values story before the ask, or a card that also covers it.";
    no_values_what = "a shared value";
    no_values_line = "What both believe";

    no_community(whose, name, ask) = "The run-up is all {whose}. A story from someone in {name}’s community would come before {ask}.";
    no_community_help = "Someone who is not the creator shows that the value holds for people like the audience.";
    no_community_clears = "A community story or an invitation to take part before the ask.";
    no_community_what = "a community voice";
    no_community_line = "Someone who is not the creator";

    too_soon(ask, start, days, name, brand, minimum) = "{ask} follows {start} by {days}. {name}’s audience is new to {brand}; your minimum is {minimum}.";
    too_soon_known(ask, start, days, name, brand, minimum) = "{ask} follows {start} by {days}. {name}’s audience is still getting to know {brand}; your minimum is {minimum}.";
    too_soon_that_day(ask, start, name, brand, minimum) = "{ask} comes on the day of {start}. {name}’s audience is new to {brand}; your minimum is {minimum}.";
    too_soon_known_that_day(ask, start, name, brand, minimum) = "{ask} comes on the day of {start}. {name}’s audience is still getting to know {brand}; your minimum is {minimum}.";
    too_soon_help = "Most followers meet the run-up and the ask in one sitting.";
    too_soon_clears = "More days between the first card and the ask.";
    too_soon_what = "time";
    too_soon_line = "Time to let it land";

    thin_one_post(date, ask_date) = "One post on {date} carries the announcement, the value and the community story. A second touch before {ask_date} would let it land.";
    thin_one_day(date, ask_date) = "One day, {date}, carries the announcement, the value and the community story. A second touch before {ask_date} would let it land.";
    thin_post(date, ask_date) = "The run-up is one post on {date}. A second touch before {ask_date} would let it land.";
    thin_day(date, ask_date) = "The run-up is one day, {date}. A second touch before {ask_date} would let it land.";
    thin_days(days, ask_date, minimum) = "The run-up stands on {days} days; your plan asks for {minimum} before {ask_date}.";
    thin_help = "Most followers miss any one post.";
    thin_clears = "A run-up card on another day before the ask.";

    nothing_given(ask, date, strength, days, before, given, need) = "{ask} ({date}) is a {strength} ask, {days} after {before}, with {given} between; your plan asks for {need}.";
    nothing_given_that_day(ask, date, strength, before, given, need) = "{ask} ({date}) is a {strength} ask on the day of {before}, with {given} between; your plan asks for {need}.";
    the_ask_before = "the previous ask";
    nothing_given_in_order(ask, place, strength, before, given, need) = "{ask} ({place}) is a {strength} ask after {before}, with {given} between; your plan asks for {need}.";
    nothing_given_help = "Every ask draws on what was given.";
    nothing_given_clears = "More cards between the two asks that give something.";
    cta_unset = "An ask does not say how it asks: its call to action is not set.";

    borrowed(names, have, brand, name, ask) = "{names} {have} history with {brand}; {name}’s followers don’t share it. {name}’s first post is {ask}.";
    borrowed_help = "A tie belongs to one person and does not pass to a colleague.";

    tie(reason, ask, date) = "{reason} and {ask} are both on {date} without times. Published together, the announcement reads as part of the ad.";
    tie_other(reason, ask, date) = "{reason} and {ask} are both on {date} without times. Published together, they read as one ad.";
    tie_times(reason, ask, date) = "{reason} and {ask} are both on {date}, and no times say which comes first. Published together, they read as one ad.";
    tie_in_order(reason, ask, place) = "{reason} and {ask} are both at {place}. Published together, the announcement reads as part of the ad.";
    tie_in_order_other(reason, ask, place) = "{reason} and {ask} are both at {place}. Published together, they read as one ad.";
    tie_help = "Nobody can tell which of the two people see first.";
    tie_clears = "An earlier day for the run-up, or times that say which comes first.";

    undated_card(title, ask, date) = "{title} has no date, so it is unclear whether it precedes {ask} ({date}).";
    undated_ask(ask) = "{ask} has no date, so it is unclear what precedes it.";
    undated_help = "A plan that is clear only in somebody’s head gets lost on the way.";
    undated_clears = "A day for the card.";

    order_only(name) = "{name}’s lane has order but no dates: sequence checked, spacing not.";
    order_only_help = "The same order a day apart and a month apart are different campaigns.";
    order_only_clears = "A day for at least one card.";
    order_only_unchecked = "The lane has an order but no dates, so time was not checked.";

    not_shared = "What this rests on was left out when the plan was shared.";
    lanes_not_shared = "The lanes of others, which count here, were left out when the plan was shared.";
    no_evidence(name) = "{name} is marked established, but nothing is noted. Add one line or link, or set the status to warm.";
    no_evidence_help = "Until then the lane counts as warm.";
    no_evidence_clears = "One line or link of evidence.";

    stale(name, brand, months, ask) = "{name} was last seen with {brand} {months} before {ask}. A short re-introduction comes first.";
    stale_help = "What the audience remembers fades; the lane counts as warm.";
    stale_clears = "A card that shows them together before the ask, or a later day on which they were seen.";
    after_repair(ask, brand) = "{ask} comes soon after {brand} repaired a broken promise, with fewer than two days given since.";
    after_repair_title = "An ask soon after a repair";
    after_repair_help = "Old trust does not carry over a broken promise; the lane counts as warm.";
    after_repair_clears = "Two days that give something between the repair and the ask.";
    last_visible_unset = "Nobody noted when the two were last seen together.";

    cold(days, name, ask, date) = "After {days}, {name} comes back with an ask: {ask}, {date}.";
    cold_help = "The audience hears nothing for a season, and the first word is a request.";
    cold_clears = "A card about the brand shortly before, or a story that the ask carries.";

    no_shared_value(name, creator_values, brand, brand_values) = "{name} stands for {creator_values}; {brand} for {brand_values}. No common value is recorded.";
    no_shared_value_help = "A common value is what the story is told along.";
    no_shared_value_clears = "A link between a value of each list.";
    values_unset = "The values of the creator or of the brand are not filled in.";

    no_audience_value(name, ask) = "What does {name}’s audience get from {ask}? Nothing is noted.";
    no_audience_value_help = "An ask that gives nothing is an ad where people expected a person.";
    no_audience_value_clears = "What the audience gets, or a story that the ask carries.";

    unchecked(product, why) = "{product} is marked {why}; nobody has signed off the claims.";
    unchecked_other = "sensitive";
    unchecked_help = "The audience holds the creator to the claim, not the brand.";
    unchecked_clears = "A recorded check of the claims.";

    fix_add_announcement = "Announce first";
    fix_add_values = "Add a values story";
    fix_add_community = "Add a community story";
    fix_add_story = "Add a story";
    fix_give_one = "Add a community story between";
    fix_give(n) = "Add {n} cards that give something";
    fix_covers(title, role) = "Count “{title}” as {role}, too";
    fix_covers_value(title, role, value) = "Count “{title}” as {role}, too, and note “{value}” on it";
    fix_swap(title) = "Swap with “{title}”";
    fix_ask_later(days) = "Move the ask by {days}";
    fix_run_up_earlier(days) = "Pull the run-up earlier by {days}";
    fix_split = "Split the card";
    fix_soften = "Soften the call to action";
    fix_merge_drops = "Make it one drop";
    fix_copy_announcement = "Copy the brand’s announcement";
    fix_copy_run_up(name) = "Copy {name}’s run-up";
    fix_joint = "Add a joint announcement";
    fix_ask_week_later(days) = "Move the ask {days} days later";
    fix_ask_place_later = "Move the ask one place later";
    fix_set_times = "Set times";
    fix_date_ask = "Date the ask";
    fix_date_cards = "Place before the ask";
    fix_set_date = "Set a date";
    fix_set_relative_day = "Set a relative day";
    fix_template_days = "Take the days of the values-led template";
    fix_space_evenly = "Put the cards a week apart";
    fix_add_evidence = "Add evidence";
    fix_set_warm = "Set the status to warm";
    fix_reintroduce = "Add a re-introduction";
    fix_last_visible = "Update when last seen";
    fix_keep_warm = "Keep the lane warm";
    fix_add_value(value, name) = "Add “{value}” to what {name} stands for";
    fix_compare_values = "Compare the values";
    fix_choose_value = "Choose a value";
    fix_record_check = "Record the check";
    fix_ask_last = "Put the ask last";
    fix_run_up = "Add a run-up";
    fix_run_up_and_move = "Add a run-up and move the ask";
    fix_move_after(title) = "Move the ask after “{title}”";
    fix_park = "Park in ideas";
    fix_record_relationship = "Record an existing relationship";

    example_campaign = "Launch";
    example_evidence = "Two joint films in 2025";
    example_covers(title, covers) = "{title} (also {covers})";
    example_card(title, when) = "{title} on {when}";
    example_marked(card, marks) = "{card} ({marks})";
}

// What a finding rests on. Acceptances keep these and baselines compare them, so they are the same whatever is spoken.
fixed! {
    fact_time(day, time) = "{day} at {time}";
    fact_relationship(lane, status) = "lane {lane}: {status}";
    fact_creator(id) = "creator {id}";
    fact_brand(id) = "brand {id}";
    fact_hard = "the ask is hard";
    fact_approved = "approved or later";
    fact_on(kind, id, day) = "{kind} {id} on {day}";
    fact_at(kind, id, day, time) = "{kind} {id} on {day} at {time}";
    fact_day(kind, id, n) = "{kind} {id} on day {n}";
    fact_day_at(kind, id, n, time) = "{kind} {id} on day {n} at {time}";
    fact_order(kind, id, n) = "{kind} {id} at position {n}";
    fact_for(card, product) = "{card}, for product {product}";
    fact_undated(kind, id) = "{kind} {id} without a date";
    fact_given(n) = "given between: {n}";
    fact_history = "others have history with the brand";
    fact_unplaced(n) = "cards without a place: {n}";
    fact_announced(place) = "announced on the brand’s channel: {place}";
    fact_run_up_days(days) = "days of the run-up: {days}";
    fact_repair(place) = "repair: {place}";
    fact_strength(strength) = "the later ask is {strength}";
    fact_compared = "the lists of values were compared";
    fact_product(id) = "product {id}";
    fact_marked(id, kind) = "product {id} is marked {kind}";
    fact_seen(day) = "last seen together on {day}";
    fact_quiet(days) = "quiet days: {days}";
    fact_creator_value(value) = "creator value: {value}";
    fact_brand_value(value) = "brand value: {value}";
    fact_event = "phase: event";
}
