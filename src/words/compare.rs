//! What differs between two states of a plan: in a recovery, an earlier version, a file that somebody else changed.

say! {
    nothing_differs = "Both are the same.";
    from_to(before, after) = "{before} → {after}";
    findings_from_to(before, after) = "Findings {before} → {after}";
    findings_same(n: grouped) = "Findings {n}, as before";
    /// For screen readers.
    differences(before, after) = "What differs: {before} and {after}";
    nothing = "nothing";
    yes = "yes";
    no = "no";
    shortened(text) = "{text}…";
    continued(text) = "…{text}";
    more_rows(n: grouped) = "and {n} more";

    the_campaign = "The campaign";
    brands_and_products = "Brands and products";
    creators = "Creators";
    lane_of(name) = "{name}’s lane";
    ideas = "Ideas";
    accepted_findings = "Accepted findings";
    pictures = "Pictures";
    whole_lane = "The lane";
    unnamed = "Without a name";
    quoted(kind, title) = "{kind} “{title}”";
    brand(name) = "Brand {name}";
    product(name) = "Product {name}";

    added = "added";
    removed = "removed";
    moved = "moved";
    changed = "changed";
    what_happened(name, what) = "{name}: {what}";
    moved_from(place) = "from {place}";
    added_with(moments) = "with {moments}";
    field(name, before, after) = "{name}: {before} → {after}";
    field_differs(name) = "{name} changed";
    later_fields = "Fields of a later version";
    lane_order = "Order of the lanes";
    brand_order = "Order of the brands";
    settings = "Limits of the rules";
    rules_off = "Rules turned off";
    house = "House rules";
    brand_kit = "Brand kit";
    own_pages = "Own pages";
    shared_with = "Shared with";
    facts = "What it rested on";
    rule = "Rule";
    reason = "Reason";
    until = "Until";
    show_to_client = "Shown to the client";
    deadline_target = "About";
    later_or_earlier(before, after) = "{before} earlier, {after} later";
    minutes(n) = "{n} min";
    percent(n) = "{n} %";
    span(from, to) = "{from} – {to}";
    named_span(name, from, to) = "{name} ({from} – {to})";
    with_note(text, note) = "{text} ({note})";
}

plural! {
    /// "1 added", "2 added".
    count_added(n: usize) = "1 added" | "{n} added";
    /// "1 removed", "2 removed".
    count_removed(n: usize) = "1 removed" | "{n} removed";
    /// "1 changed", "2 changed".
    count_changed(n: usize) = "1 changed" | "{n} changed";
}

/// "2 added, 1 removed, 3 changed", without what there is none of.
#[must_use]
pub fn counts([more, fewer, other]: [usize; 3]) -> String {
    let all: [super::Counted; 3] = [(more, count_added), (fewer, count_removed), (other, count_changed)];
    all.into_iter().filter(|(n, _)| *n > 0).map(|(n, words)| words(n)).collect::<Vec<_>>().join(", ")
}
