//! What stands on the pages of a deck: cover, summary, arc, storyboards and briefs.

use super::counts::grouped;

say! {
    // Every section.
    continued_label(label) = "{label}, continued";
    continued(title) = "{title} (continued)";
    two_sentences(first, second) = "{first} {second}";
    sentence(text) = "{text}.";
    notes_continued(notes) = "This page goes on from the one before. {notes}";
    named(name, handle) = "{name}, {handle}";
    months_to(from, to) = "{from} to {to}";

    // The cover.
    cover_storyboard(months) = "Creator storyboard, {months}";
    cover_brief(months) = "Creator brief, {months}";
    cover_storyboard_undated = "Creator storyboard";
    cover_brief_undated = "Creator brief";
    cover_notes(name, moments, lanes) = "This is {name}: {moments} on {lanes}. The marks on the cover are its moments, one line each for those who tell them.";

    // Under the lines of the cover, where there are more than it has room for.
    more_creator = "and one more creator";
    more_creators(number) = "and {number} more creators";
    more_lane = "and one more lane";
    more_lanes(number) = "and {number} more lanes";

    // The summary.
    summary = "Summary";
    summary_title(who, moments) = "{who}, {moments}, one story";
    summary_title_one(moments) = "One story in {moments}";
    summary_title_empty = "A plan that is still empty";
    summary_name = "Whole name";
    summary_facts = "At a glance";
    summary_kinds = "What it is made of";
    summary_story = "The story";
    kind_count(n, kind) = "{n} × {kind}";
    summary_more(n) = "And {n} more, each with pages of their own.";
    summary_contents = "In this deck";
    summary_end(sentence, band) = "{sentence}. {band} at the end.";
    summary_notes(asks) = "One page for those who have one minute. {asks}.";
    contents_page(section, page) = "{section}  {page}";
    section_arc = "The arc";
    section_storyboards = "Storyboards";
    section_own = "Own pages";
    own_page = "Own page";
    section_briefs = "Briefs";

    // The arc.
    nothing_planned = "No moment is planned yet";
    nobody_asked = "A story without an ask";
    nobody_asked_before_why = "Nobody is asked to buy before they know why";
    every_ask_ready = "Every ask comes when followers are ready for it";
    every_ask_after_why = "Every ask comes after the reason for it";
    the_ask_is_early = "The one ask comes early, before followers are ready";
    asks_ready(ready, all) = "{ready} of {all} asks come once followers are ready";
    asks_early(early, all) = "{early} of {all} asks come early, before followers are ready";
    no_ask_waits = "The asks come early, before followers are ready";
    story_of(moments, lanes) = "{moments} on {lanes}";
    arc_line(brand) = "Trust between each creator’s followers and {brand}, as we plan it.";
    arc_line_no_brand = "Trust between each creator’s followers and the brand, as we plan it.";
    arc_line_plain = "The order in which it is told. No day is set yet.";
    arc_alt(lane, cards, end) = "{lane}: {cards}. {end}";
    arc_alt_empty(lane) = "{lane}: no moment yet.";
    arc_alt_card(kind, when) = "{kind} {when}";
    arc_alt_ask(kind, when, mark) = "{kind} {when} ({mark})";
    arc_alt_more(n) = "{n} more";
    arc_undated_count(n) = "{n} without a day";
    arc_accepted(name, when, reason) = "{name} asks {when}: {reason}";
    arc_accepted_heading = "Asked early, and why";
    arc_accepted_notes = "The asks that come early on purpose, each with the reason for it. Read the reasons as they stand.";
    arc_notes(title) = "{title}. Each row is one creator: the line shows how far followers are prepared, and from the dashed line on they are ready to be asked. It is a planning heuristic, not a measurement.";
    arc_notes_plain(title) = "{title}. Each row shows the moments in the order in which they are told.";
    phases_more(names) = "Also: {names}";

    // Storyboards.
    lane_is_empty(name) = "{name} has no moment yet";
    lane_moments(name, moments) = "{name} carries {moments}";
    lane_undated(name, moments) = "{name} has {moments}, none with a day yet";
    lane_partly_dated(name, moments) = "{name} has {moments}, not all of them placed yet";
    lane_does(name, what) = "{name} {what}";
    lane_does_then(name, what, then) = "{name} {what}, then {then}";
    verb_asks = "asks";
    verb_says_why = "says why";
    verb_lives_it = "lives it";
    verb_shares_it = "shares it";
    verb_tells = "tells a story";
    verb_invites = "invites people in";
    verb_meets = "meets people";
    verb_shows = "shows what came of it";
    verb_shows_product = "shows the product";
    verb_hints = "hints at it";
    verb_posts = "posts as ever";
    verb_repairs = "makes it right";
    verb_goes_on = "goes on";
    curve_caption = "Where followers stand just before each moment. Planning heuristic, not a measurement.";
    curve_alt(name, steps) = "The curve of {name}: {steps}.";
    curve_alt_step(title, band) = "{title}: {band}";
    storyboard_notes(title, first) = "{title}. It begins with “{first}”.";
    storyboard_notes_on(from, to) = "From “{from}” to “{to}”.";
    also = "Also";
    said_of(label, text) = "{label}: {text}";

    // Briefs.
    brief_for(name) = "Brief for {name}";
    brief_about(name) = "About {name}";
    brief_none = "No moment is planned yet.";
    brief_one = "One moment, without an ask.";
    brief_one_ask = "One moment, and it is the ask.";
    brief_in_order(moments) = "{moments}, in this order.";
    brief_moments(moments) = "{moments}.";
    brief_asks_nothing = "None of them asks.";
    brief_only_shows = "The product is shown, without a call to action.";
    brief_one_shows = "One moment, and it shows the product.";
    brief_ask_last = "The ask comes last.";
    brief_ask_first = "The ask comes first.";
    brief_one_asks = "One of them asks.";
    brief_some_ask(n) = "{n} of them ask.";
    brief_all_ask = "Each of them asks.";
    brief_stand_for = "What we both stand for";
    brief_gives = "What people get";
    brief_trust = "How the order builds trust";
    brief_draft(day) = "First draft {day}";
    brief_yours = "Yours to decide";
    brief_asked = "What we ask";
    brief_always = "Always";
    brief_all_yours = "The last word on every moment";
    brief_yours_of(titles) = "The last word on {titles}";
    brief_yours_but(titles) = "The last word on every moment but {titles}";
    brief_shared_all = "Every moment is agreed together";
    brief_shared_of(titles) = "Agreed together: {titles}";
    brief_fixed_all = "The text of every moment is fixed";
    brief_fixed_of(titles) = "The text is fixed: {titles}";
    brief_days_move = "The day, as far as it may move";
    brief_drafts(days) = "A first draft {days} before each day, earlier where that is a weekend";
    brief_ask(title, does) = "“{title}” {does}";
    does_sell(product) = "asks people to buy {product} now";
    does_sell_it = "asks people to buy now";
    does_invite(product) = "asks people to have a look at {product}";
    does_invite_to_it = "asks people to have a look";
    does_show(product) = "shows {product}, without a call to action";
    does_show_it = "shows the product, without a call to action";
    does_ask_for(product) = "asks for {product}";
    does_ask = "asks";
    brief_must_say(words, title) = "{words} (“{title}”)";
    brief_label(label) = "The label “{label}”, on every moment";
    brief_label_of(label, titles) = "The label “{label}” on {titles}";
    brief_nothing_agreed = "Nothing is written down yet";
    brief_title(title) = "“{title}”";
    brief_notes(name, line) = "The brief for {name}. {line}";
}

numbered! {
    /// A small number as a sentence has it.
    number_word {
        0 => "no",
        1 => "one",
        2 => "two",
        3 => "three",
        4 => "four",
        5 => "five",
        6 => "six",
        7 => "seven",
        8 => "eight",
        9 => "nine",
        10 => "ten",
        11 => "eleven",
        12 => "twelve",
        13 => "thirteen",
        14 => "fourteen",
        15 => "fifteen",
        16 => "sixteen",
        17 => "seventeen",
        18 => "eighteen",
        19 => "nineteen",
        20 => "twenty",
    }
}

/// A number as a sentence has it: in words up to twenty, beyond that in digits.
#[must_use]
pub fn number(n: usize) -> String {
    u8::try_from(n).ok().filter(|n| *n <= 20).map_or_else(|| grouped(n), |n| number_word(n).to_owned())
}

/// The same at the beginning of a sentence.
#[must_use]
pub fn number_capital(n: usize) -> String {
    capital(&number(n))
}

say! {
    // A number in words or digits, and what there are so many of; `n` is the number itself.
    counted_moment(n, number) = "{number} moment";
    counted_moments(n, number) = "{number} moments";
    counted_creator(n, number) = "{number} creator";
    counted_creators(n, number) = "{number} creators";
    counted_lane(n, number) = "{number} lane";
    counted_lanes(n, number) = "{number} lanes";
    counted_risk(n, number) = "{number} accepted risk";
    counted_risks(n, number) = "{number} accepted risks";
}

/// "four moments", "1,000 moments".
#[must_use]
pub fn moments(n: usize) -> String {
    if n == 1 { counted_moment(n, number(n)) } else { counted_moments(n, number(n)) }
}

/// "four creators".
#[must_use]
pub fn creators(n: usize) -> String {
    if n == 1 { counted_creator(n, number(n)) } else { counted_creators(n, number(n)) }
}

/// "four lanes".
#[must_use]
pub fn lanes(n: usize) -> String {
    if n == 1 { counted_lane(n, number(n)) } else { counted_lanes(n, number(n)) }
}

/// "and ten more creators", "and one more lane": whose lanes are not on the cover.
#[must_use]
pub fn cover_more(n: usize, are_creators: bool) -> String {
    match (n, are_creators) {
        (1, true) => more_creator().to_owned(),
        (1, false) => more_lane().to_owned(),
        (_, true) => more_creators(number(n)),
        (_, false) => more_lanes(number(n)),
    }
}

/// "three accepted risks".
#[must_use]
pub fn risks(n: usize) -> String {
    if n == 1 { counted_risk(n, number(n)) } else { counted_risks(n, number(n)) }
}

/// The same with a capital, as it begins a title or a sentence.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
