//! The board: axis, lanes, cards, curve, and what screen readers are told of them.

say! {
    phase = "Phase";
    today = "Today";
    day_number(number) = "Day {number}";
    ready_to_ask = "Ready to ask";
    clear = "Clear";
    days_from = "Days from";
    day_0 = "Day 0";
    /// In the corner of the axis, where more than one is in view.
    years(first, last) = "{first}–{last}";
    undated = "No date";
    zone_undated = "No date yet";
    zone_relative = "Day 0 has no date yet";
    stack(count, who, titles) = "{count}, {who}: {titles}";
    /// Under the pointer, at the head of cards that lie on each other.
    pile_keys = "It stands for all of them: a press selects them, dragging moves them together.";
    more_on_pile(count: grouped) = "+{count}";
    and_more(count: grouped) = "and {count} more";
    /// Where no moment is in sight: at the edge behind which the nearest lies.
    earlier_moments = "Earlier moments";
    later_moments = "Later moments";
    days_span(from, to) = "{from} – {to}";
    blackout(days) = "Nothing is published {days}";
    blackout_why(days, why) = "Nothing is published {days}: {why}";
    /// The same where moments stand there all the same; `stand` says how many.
    blackout_taken(days, stand) = "Blackout {days}. {stand}";
    blackout_why_taken(days, why, stand) = "Blackout {days}: {why}. {stand}";
    /// The same where there is little room.
    blackout_short = "Blackout";
    blackout_short_taken(why, moments) = "{why} · {moments}";
    in_order(position) = "No. {position}";
    audience_thousands(count) = "{count}k";
    audience_millions(count) = "{count}M";
    audience_tenths(whole, tenth) = "{whole}.{tenth}M";

    /// For screen readers.
    board = "Storyboard";
    card(kind, who, when) = "{kind}, {who}, {when}";
    card_title(card, title) = "{card}: {title}";
    card_flagged(card, severity, title) = "{card}, {severity}: {title}";
    card_finding(card, severity, found, title) = "{card}, {severity}, {found}: {title}";
    card_accepted(card) = "{card}, accepted risk";
    lane(name, platform, findings) = "{name}, {platform}, {findings}";
    error = "error";
    warning = "warning";
    hint = "hint";

    empty_plan = "No lanes yet";
    empty_plan_hint(keys) = "Add a creator to get the first lane, or open the demo campaign to see a finished board. {keys} finds both.";
    empty_lane(name) = "Nothing planned for {name} yet. Select the lane and press 1 to add an announcement.";
    no_curve_order = "In order, without dates: the curve starts once the moments have days.";
    no_curve_undated = "Without dates: the curve starts once the moments have days.";
    no_curve_days = "These moments count from day 0. Give day 0 a date to see their curve here.";
    no_curve_slot = "A recurring slot has no curve.";
    no_curve_brand = "The brand’s own channel has no curve.";
    no_curve_community = "The community’s own channel has no curve.";

    quiet(days) = "{days} quiet";
    /// The same where there is little room; the sign beside it says what is meant.
    quiet_short(days) = "{days} d";
    ask_ready = "People are ready for this ask.";
    ask_early = "Asked early on the curve; no rule is broken.";

    strangers = "Strangers";
    introduced = "Introduced";
    trusted = "Trusted";
    committed = "Committed";

    band_at_end(band) = "{band} at the end of the plan";
    relationship(status) = "Relationship: {status}";
    drop_band(day, band) = "{day} · {band}";
    drop_findings(drop, findings) = "{drop} · {findings}";
    nothing_to_mend = "nothing to mend";
    already_published = "Already published";
    nothing_for_audience = "Nothing for the audience yet";
    no_lane_here = "No lane here";
    add_here = "Add here";
    add_announcement_here = "Add an announcement here";
    add_values_here = "Add a values story here";
    add_community_here = "Add a community story here";
    add_product_here = "Add a product moment here";
    move_many(count) = "Move {count}";
    /// The kind "Community story" where there is no room for all of it.
    kind_community = "Community";
    zoom(percent) = "{percent}%";
    zoom_fit(percent) = "Fit · {percent}%";
}

plural! {
    /// What of a plan stands in blackout dates.
    stand_in_it(n: usize) = "1 moment stands in it." | "{n} moments stand in it.";
    /// The same where there is little room.
    in_it(n: usize) = "1 moment in it" | "{n} moments in it";
    /// What of a pile is published and stays, while the others are in the hand.
    pile_stays(n: usize) = "1 stays: published" | "{n} stay: published";
}

/// A head count in short: "850", "61k", "1.2M".
#[must_use]
pub fn audience(people: u64) -> String {
    match people {
        0..1_000 => people.to_string(),
        1_000..1_000_000 => audience_thousands(people / 1_000),
        _ => {
            let tenths = people / 100_000;
            let (whole, tenth) = (tenths / 10, tenths % 10);
            if tenth == 0 { audience_millions(whole) } else { audience_tenths(whole, tenth) }
        }
    }
}

/// What a kind is called on a card, where "Community story" has no room.
#[must_use]
pub fn kind_on_card(key: &str) -> &'static str {
    if key == "community" { kind_community() } else { super::names::kind(key) }
}
