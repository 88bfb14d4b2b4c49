//! The examples of the rule pages in plain words: what their notation says about a lane and about its cards.

use super::names;

say! {
    new = "new relationship";
    warm = "warm relationship";
    established = "established relationship";
    owner = "owner of the brand";
    founder = "founder of the brand";
    evidence = "with evidence";
    slot = "recurring slot";
    friend = "another creator has history with the brand";
    ends = "the campaign ends with it";
    consent = "with consent on record";
    waived = "with a waiver";
    launch = "in a launch phase";
    event = "in a phase around an event";
    unlinked = "no value in common";
    compared = "their values were compared";
    market(code) = "market {code}";
    no_go(topic) = "the creator rules out {topic}";
    seen(n) = "last seen together {n} days before";
    organic(n) = "{n} unsponsored posts a week";
    brand_announced(n) = "announced by the brand on day {n}";
    young(n) = "{n} per cent of the audience under 18";
    rival(n) = "a competitor’s deal until day {n}";
    exclusive(n) = "exclusive with a competitor until day {n}";
    crowd(n) = "{n} more new creators with the same days";
    answer(n) = "the community answers on day {n}";

    hard = "hard ask";
    no_call = "no call to action";
    embedded = "inside a story";
    no_value = "nothing noted for the audience";
    brand = "names the brand";
    sensitive = "health claims, not checked";
    gambling = "gambling";
    drink = "alcohol";
    tickets = "available from day 100";
    own_brand = "own brand";
    unpaid = "unpaid";
    spoken = "disclosure spoken";
    ticked = "platform label set";
    scripted = "written by the brand";
    co_written = "written together";
    must_say = "with a line to say";
    stand = "takes a stand";
    proof = "with proof";
    no_shared = "no shared value noted";
    hook = "with a first line";
    in_review = "in review";
    label(text) = "label “{text}”";
    shares(value) = "about {value}";
    minutes(n) = "{n} minutes";
}

/// What a word of the notation says about the lane.
#[must_use]
pub fn lane(word: &str) -> String {
    let fixed = match word {
        "new" => new(),
        "warm" => warm(),
        "established" => established(),
        "owner" => owner(),
        "founder" => founder(),
        "evidence" => evidence(),
        "slot" => slot(),
        "friend" => friend(),
        "ends" => ends(),
        "consent" => consent(),
        "waived" => waived(),
        "launch" => launch(),
        "event" => event(),
        "unlinked" => unlinked(),
        "compared" => compared(),
        _ => return counted(word),
    };
    fixed.to_owned()
}

/// A word that ends in a number, or in a name.
fn counted(word: &str) -> String {
    match word.rsplit_once('-') {
        Some(("market", code)) => market(code),
        Some(("no-go", topic)) => no_go(topic),
        Some(("seen", n)) => seen(n),
        Some(("organic", n)) => organic(n),
        Some(("brand-announced", n)) => brand_announced(n),
        Some(("young", n)) => young(n),
        Some(("rival", n)) => rival(n),
        Some(("exclusive", n)) => exclusive(n),
        Some(("crowd", n)) => crowd(n),
        Some(("answer", n)) => answer(n),
        _ => word.replace('-', " "),
    }
}

/// What stands in parentheses after a card.
#[must_use]
pub fn card(mark: &str) -> String {
    let fixed = match mark {
        "hard" => hard(),
        "none" => no_call(),
        "embedded" => embedded(),
        "no-value" => no_value(),
        "brand" => brand(),
        "sensitive" => sensitive(),
        "gambling" => gambling(),
        "drink" => drink(),
        "tickets" => tickets(),
        "own-brand" => own_brand(),
        "unpaid" => unpaid(),
        "spoken" => spoken(),
        "ticked" => ticked(),
        "scripted" => scripted(),
        "co-written" => co_written(),
        "must-say" => must_say(),
        "stand" => stand(),
        "proof" => proof(),
        "no-shared" => no_shared(),
        "hook" => hook(),
        "review" => in_review(),
        // "Other" is what everything is called that is no platform.
        _ if names::platform(mark) != names::platform("other") => names::platform(mark),
        _ => return valued(mark),
    };
    fixed.to_owned()
}

/// A mark with a value, or a word that is plain as it is: paid, gifted, live, 10:30.
fn valued(mark: &str) -> String {
    let plain = |text: &str| text.replace('_', " ");
    if let Some((name, value)) = mark.split_once('=') {
        return if name == "label" { label(plain(value)) } else { shares(plain(value)) };
    }
    match mark.strip_suffix("min") {
        Some(n) if n.parse::<u16>().is_ok() => minutes(n),
        _ => mark.replace('-', " "),
    }
}
