//! What stands in shared plans: pages, decks, tables.

say! {
    // Facts about the plan.
    dates = "Dates";
    length = "Length";
    who = "Who";
    what = "What";
    objective = "For";
    audience = "Audience";
    markets = "Markets";
    measured = "Measured by";
    budget = "Budget";
    planned = "Planned";
    tray = "In the tray";
    from_to(from, to) = "{from} – {to}";
    // Who it is for.
    for_internal = "Internal version";
    for_client = "Client version";
    for_creator = "Creator version";
    prepared_by(who, version) = "Prepared by {who}. {version}.";
    cancelled = "Stopped. Nothing was written.";
    png_too_large = "The picture would have more pixels than this program can draw.";
    png_failed(cause) = "The picture could not be written: {cause}.";
    too_many_moments(count: grouped, limit: grouped) = "There are {count} moments to show. Pages and pictures can show {limit} at most.";
    too_many_moments_hint = "Choose one creator to share with, or a workbook or table (XLSX or CSV), which holds them all.";
    png_smaller = "Choose a smaller width, or a part of the plan.";
    version_of(version, day) = "{version}, {day}";
    for_internal_note = "For the team only: fees, owners, notes and open findings are inside.";
    // Headings.
    page_title(name, brand) = "{name} · {brand}";
    stand_for = "The brand stands for";
    arc = "The arc";
    storyboard = "The storyboard";
    accepted = "Accepted risks";
    accepted_line = "Known, decided on, and kept as planned.";
    findings = "Open findings";
    findings_line = "Planning rules that speak up about this plan. They know only its cards.";
    no_findings = "Nothing open.";
    rules_off = "Rules that are off";
    settings = "How the rules are set";
    empty_plan = "There is no lane in this plan yet.";
    empty_lane = "No moment in this lane yet.";
    // The curve.
    curve_note = "Planning heuristic: the curve knows only these moments, not reach, creative quality or news. It is no measurement and no forecast.";
    ready_to_ask = "Ready to ask";
    order_only = "In this order, not dated yet";
    band_strangers = "Strangers";
    band_introduced = "Introduced";
    band_trusted = "Trusted";
    band_committed = "Committed";
    at_the_end(band) = "{band} at the end of the plan";
    quiet(days) = "{days} quiet";
    arc_title(name) = "The arc of {name}";
    arc_description(lanes) = "One row for each of these: {lanes}. Markers are moments in time; the line shows how far followers are prepared for an ask. The same is in the table below.";
    skip = "To the plan";
    arc_table = "The arc as a table";
    // Markers.
    mark_error = "Asked before followers know why";
    mark_warning = "Asked with a warning";
    mark_accepted = "Asked as an accepted risk";
    mark_ready = "Asked when followers are ready";
    mark_early = "Asked early, before followers are ready";
    // Cards.
    untitled = "Untitled";
    /// Before a file is made, and once the terminal has made it: of names that are still those of a template.
    unnamed_campaign(name) = "The campaign has no name yet: the file calls it “{name}”.";
    unnamed_brand(name) = "The brand has no name yet: the file calls it “{name}”.";
    unnamed_creator(name) = "A creator has no name yet and is called “{name}” in the file.";
    day_number(day) = "Day {day}";
    in_order(order) = "No. {order} in order";
    no_date = "No date yet";
    at_time(day, time) = "{day}, {time}";
    give_or_take(day, days) = "{day} ± {days}";
    window(day, before, after) = "{day} (up to {before} earlier, {after} later)";
    moves_both(days) = "± {days}";
    moves(before, after) = "up to {before} earlier, {after} later";
    minutes(n) = "{n} min";
    also(roles) = "also {roles}";
    hook(text) = "“{text}”";
    picture_of(title) = "Picture for “{title}”";
    // Labels.
    when = "When";
    kind = "Kind";
    moment = "Moment";
    creator = "Creator";
    place = "Where";
    gives = "People get";
    shared_value = "Shared value";
    asks = "Asks";
    shows = "Shows";
    must_say = "Said in any case";
    disclosure = "Label";
    status = "Status";
    owner = "Owner";
    cost = "Fee";
    compensation = "Compensation";
    last_word = "Last word";
    proof = "Proof";
    notes = "Notes";
    links = "Links";
    evidence = "Evidence";
    recorded_by = "Recorded by";
    contact = "Contact";
    rule = "Rule";
    about = "About";
    until = "Until";
    reason = "Reason";
    finding = "Finding";
    severity = "Severity";
    severity_error = "Error";
    severity_warning = "Warning";
    severity_hint = "Hint";
    no_longer_found = "Nothing of this is found any more.";
    not_checked = "Not checked";
    reason_with_codes(reason, codes) = "{reason} ({codes})";
    holds_no_longer = "Holds no longer";
    expired = "its last day is over";
    facts_changed = "what it rested on changed or was never noted";
    off_because(by, reason) = "{reason} ({by})";
    // People.
    relationship(status) = "Relationship: {status}";
    since(status, year) = "{status} since {year}";
    followers(n) = "{n} followers";
    followers_on(n, platforms) = "{n} followers on {platforms}";
    made_with = "Made with Momentboard";
}
