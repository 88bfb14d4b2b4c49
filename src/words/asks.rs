//! What the checker says of asks, how many and how close, and of products that are asked for too early.

say! {
    heavy(asks, cards, name) = "{asks} of {cards} cards in {name}’s lane are asks.";
    heavy_own(posts) = " With {posts} counted in.";
    heavy_drops = " Each drop is counted once.";
    heavy_help = "An audience that follows a person expects most of what it sees to be that person’s own.";
    heavy_clears = "Fewer asks, or more cards that give something.";
    heavy_order_only = "The lane has no days, so the usual posts per week could not be counted in.";
    heavy_slot_unset = "The usual posts per week beside the recurring slot are not filled in.";
    fix_into_story(title) = "Turn “{title}” into a story";
    fix_into_stories(n) = "Turn {n} asks into stories";
    fix_give_one = "Add a card that gives something";
    fix_give(n) = "Add {n} cards that give something";
    fix_own_posts = "Note the usual posts per week";

    hard_opens_code(name) = "{name}’s first ask is a code. A softer first mention leaves room.";
    hard_opens(name, ask) = "{name}’s first ask is a hard one: {ask}. A softer first mention leaves room.";
    hard_opens_help = "A first request that wants a purchase at once shows the deal before the reason.";
    hard_opens_clears = "A soft call to action on the first ask.";
    fix_harden_next(title) = "Leave the hard call to action to “{title}”";

    burst(asks, first, last) = "{asks} different asks between {first} and {last}.";
    burst_one_day(asks, day) = "{asks} different asks on {day}.";
    burst_help = "One crowds out the other, and the lane reads as a sale.";
    burst_clears = "More days between the asks, or posts of one product brought into one drop.";
    fix_spread = "Spread the asks evenly";
    fix_merge = "Bring posts of one product together";

    synchronised(creators, brand, ask, day) = "{creators} new to {brand} post {ask} on {day}.";
    creators(n) = "{n} creators";
    synchronised_help = "Somebody who follows two of them sees a campaign, not two people.";
    synchronised_clears = "Another day for some of the asks.";
    synchronised_undated = "Day 0 has no date, so days were not compared between lanes.";
    product_unset = "An ask does not say which product it is for.";
    fix_stagger(day) = "Move the ask to {day}";

    ends(name, ask) = "{name}’s lane stops at {ask}. Nothing closes the story.";
    ends_help = "The last thing the audience remembers is the request.";
    end_unset = "Whether the campaign goes on or when it ends is not filled in.";
    ends_clears = "A card after the ask that shows what came of it, or a campaign that goes on.";
    fix_add_impact = "Add what came of it";

    unready(product, day) = "Sales of {product} start {day}; nothing confirms delivery.";
    unready_help = "People who pay for something that does not come hold the creator to it.";
    unready_clears = "A recorded proof of delivery, a soft call to action, or a day on which it can be had.";
    unready_no_day = "When a product can be had is not filled in.";
    unready_undated = "A hard ask has no date, so it was not held against the day on which its product can be had.";
    fix_record_proof = "Record what confirms delivery";
    fix_waitlist = "Make it a waitlist: a soft call to action";
}

// What a finding rests on. Acceptances keep these and baselines compare them, so they are the same whatever is spoken.
fixed! {
    fact_heavy(asks, cards, own) = "asks: {asks} of {cards}, usual posts: {own}";
    fact_burst(asks) = "asks at once: {asks}";
    fact_synchronised(product, lanes) = "lanes that ask for product {product} on the day: {lanes}";
    fact_available(day) = "can be had from {day}";
}
