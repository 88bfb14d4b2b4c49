//! Labels: what the rules of disclosure say. They name markets and where the knowledge is from, and never call anything lawful.

say! {
    no_market = "No market is set, so labels were not checked.";
    market_unknown(code) = "Not checked for {code}: the table of labels does not know this market.";
    pay_unset = "Whether a card is paid for is not set everywhere, so its label was not checked.";
    platform_unset = "A paid card names no platform, so the platform’s own label was not checked.";
    own_brand_unknown(platform) = "The table says nothing of one’s own brand on {platform}.";
    label_unknown(label, codes) = "“{label}” stands in no list for {codes}, so it was not checked there.";
    format_unset = "A labelled card has no format, so whether it is live or long was not checked.";
    deal_unset = "Whether cards are paid for is not set everywhere, so mentions may stand beside a deal that is not noted.";
    length_unset = "A video has no length, so whether it repeats its label was not checked.";
    mention_undated = "A mention has no day that can be compared, so it was not held against the deal.";
    deal_undated(brand) = "An earlier deal with {brand} has no days, so mentions were not held against it.";
    young_unset = "The share of the audience under 18 is not set.";

    source(code, source) = "{code}: {source}";
    source_of_union(code, source) = "{code}, by the rules of the EU in general: {source}";
    with_source(consequence, sources, date) = "{consequence} Check it for each market. This rests on {sources} (checked on {date} against secondary copies; not legal advice).";
    more(n) = "{n} more";

    missing(ask, given, codes) = "{ask} is {given} and has no label. Markets: {codes}.";
    missing_own(ask, name, codes) = "{ask} is for {name}’s own brand and has no label. Markets: {codes}.";
    missing_share(ask, name, codes) = "{ask} earns {name} a share of sales and has no label. Markets: {codes}.";
    missing_help = "People look for a label before anything else, and it costs little when the story is there.";
    missing_clears = "A commonly accepted label in the text, or the platform’s own.";
    fix_label(label) = "Label it “{label}”";
    fix_label_each = "Add a label for each market";

    vague(ask, label, codes) = "The label on {ask}, “{label}”, is commonly taken for too vague in {codes}.";
    foreign(ask, label, language, codes) = "The label on {ask}, “{label}”, is not in {language}, as is commonly expected in {codes}.";
    elsewhere(ask, label, codes) = "The label on {ask}, “{label}”, is accepted elsewhere; in {codes} it is often not clear enough.";
    denied(ask, label, codes) = "The label on {ask}, “{label}”, says that nothing is paid, while something is given. Markets: {codes}.";
    vague_help = "People who have to guess whether it is an ad guess against the creator.";
    vague_clears = "A commonly accepted label of each market.";
    fix_replace(label) = "Replace it by “{label}”";
    fix_replace_each = "Replace it for each market";

    unticked(cards, platform, label, codes) = "{cards}: {platform}’s own label, “{label}”, is not set. Markets: {codes}.";
    unticked_own(cards, platform, label, codes) = "{cards}: {platform}’s label for one’s own brand, “{label}”, is not set. Markets: {codes}.";
    own_ticked(cards, platform, label, codes) = "{cards}: {platform}’s “{label}” is set, but it is not meant for one’s own products. Markets: {codes}.";
    own_ticked_title = "Not the label for own products";
    alone(cards, platform, codes) = "{cards}: {platform}’s own label stands alone. In {codes} it may not be enough.";
    alone_title = "The platform’s label stands alone";
    unticked_help(note) = "Platforms ask for their own label beside the one in the text. {note}";
    alone_help = "Assuming that a platform’s tool is enough is what is warned of there.";
    unticked_clears = "The platform’s own label, set on the card.";
    own_ticked_clears = "The platform’s label taken off, and a label in the text.";
    alone_clears = "A label in the text beside the platform’s own.";
    fix_tick = "Set the platform’s label";
    fix_tick_all(n) = "Set the platform’s label on {n} cards";
    fix_untick = "Take the platform’s label off";

    mention_running(title, date, brand, name, codes) = "{title} ({date}) names {brand} while {name}’s deal runs, and has no label. Markets: {codes}.";
    mention_ended(title, date, brand, days, name, codes) = "{title} ({date}) names {brand} {days} after {name}’s deal ended, and has no label. Markets: {codes}.";
    mention_tied(title, date, brand, name, basis, codes) = "{title} ({date}) names {brand}, has no label, and {name} is noted as {basis}. Markets: {codes}.";
    mention_help = "A mention beside a deal is commonly taken for a part of it.";
    mention_presumed_help = "A mention beside a deal is commonly taken for a part of it; in Germany a consideration is presumed unless shown otherwise.";
    mention_clears = "A label, or a line on the card that says what shows that it has nothing to do with the deal.";
    fix_before_deal = "Note that it is before the deal";

    live(cards, codes) = "{cards}: live, and the label is not said aloud. Who joins later does not see it. Markets: {codes}.";
    heard(cards, codes) = "{cards}: only heard, and the label is not said aloud. Markets: {codes}.";
    long(cards, minutes, codes) = "{cards}: {minutes} minutes or more, and the label is not said aloud. Markets: {codes}.";
    not_repeated_help = "A label is commonly expected where the claim is: seen where it is seen, heard where it is heard, again where people join late.";
    not_repeated_clears = "The label said aloud, as the run sheet has it.";
    fix_say_aloud = "Put it on the run sheet: said aloud";

    young(product, why, percent, name, most, codes) = "{product} is marked {why}, and {percent} % of {name}’s audience are under 18; the line is {most} %. Markets: {codes}.";
    young_help = "For such goods the share of young people decides who may be shown them.";
    young_clears = "Another product, or a creator with an older audience.";
    fix_other_product = "Choose another product";
    fix_other_creator = "Choose another creator";

    table_title = "Labels by market";
    table_intro(date) = "What the rules of disclosure look for, market by market: labels that are commonly accepted, and labels that are commonly too vague. A planner’s list, not legal advice. Checked on {date} against secondary copies, not against the original pages.";
    table_accepted(labels) = "Commonly accepted: {labels}.";
    table_elsewhere(labels) = "Accepted elsewhere, often not clear enough here: {labels}.";
    table_vague(labels) = "Commonly too vague: {labels}.";
    table_language(language) = "Language: {language}.";
    table_past(days) = "A paid deal counts for {days} days after its end.";
    table_source(source, restricted) = "From: {source}. Young audiences: {restricted}.";
    table_platforms = "Platforms with a label of their own";
    table_platform(platform, label, note) = "{platform}: “{label}”. {note}";
    table_states(states) = "Looked up under EU: {states}.";
    the_brand = "[brand]";
}

// What a finding rests on. Acceptances keep these and baselines compare them, so they are the same whatever is spoken.
fixed! {
    fact_given(kind) = "compensation: {kind}";
    fact_label(label) = "label: {label}";
    fact_markets(codes) = "markets: {codes}";
    fact_platform(platform, label) = "platform: {platform}, its label: {label}";
    fact_set = "set";
    fact_unset = "not set";
    fact_live = "a live stream";
    fact_heard = "heard, not seen";
    fact_long = "a long video";
    fact_deal(from, to) = "deal: {from} to {to}";
    fact_deal_around = "deal: paid cards around it";
    fact_deal_ended(to) = "deal: until {to}";
    fact_tie(basis) = "tie: {basis}";
    fact_young(percent) = "audience under 18: {percent} %";
    fact_product(id, why) = "product {id}: {why}";
    open_end = "open";
}
