//! Stands: what the rules about causes say.

say! {
    no_proof(title, brand) = "{title} takes a stand. What does {brand} do about it? No proof noted.";
    no_proof_on(title, topic, brand) = "{title} takes a stand on {topic}. What does {brand} do about it? No proof noted.";
    no_proof_help = "A claim without practice behind it turns against the creator who speaks it.";
    no_proof_clears = "What stands behind it on the card, something the brand does for that value, or a card that shows what came of it.";
    fix_note_proof = "Note what stands behind it";
    fix_link_proof(does) = "Link “{does}”";
    fix_add_impact = "Add what came of it";
    fix_no_stand = "It takes no stand";

    nothing_follows(title, date, days) = "No card without an ask follows {title} ({date}) within {days}, in any lane.";
    nothing_follows_help = "A brand that takes a stand and then falls silent leaves the creator alone with the answers.";
    nothing_follows_clears = "A card without an ask soon after it, on any lane.";
    no_day = "A stand has no date, so what follows it was not checked.";
    fix_answer = "Add an answer to the community";
    fix_support(brand) = "Let {brand} stand by it on its own channel";
}

// What a finding rests on. Acceptances keep these and baselines compare them, so they are the same whatever is spoken.
fixed! {
    fact_topic(topic) = "stands for: {topic}";
}
