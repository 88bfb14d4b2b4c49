//! Mending: the list of findings, why one is there, what a fix would do before it is done, and the pages of the rules.

say! {
    group_list = "List";
    group_severity = "By severity";
    group_lane = "By lane";
    grouping(how) = "Order: {how}";
    group(name, findings) = "{name}, {findings}";
    no_lane = "The whole plan";
    errors = "Errors";
    warnings = "Warnings";
    hints = "Hints";
    up_to_date = "Up to date";
    up_to_date_note = "Findings follow every change of the plan.";
    fix_done(title) = "Done: {title}";
    no_findings = "No findings";
    nothing_too_early = "The checker reads every change. Nothing here asks too early.";
    place(at: grouped, all: grouped) = "{at} of {all}";
    place_spoken(at: grouped, all: grouped, finding) = "Finding {at} of {all}. {finding}";
    unfold = "Show all findings";

    preview_fix = "Preview fix";
    go_to_field = "Go to the field";
    preview_of(fix) = "Preview “{fix}”";
    adds_drafts = "Adds drafts only";
    shown_first = "Preview first";
    fix_safe(fix, effect) = "{fix}. Adds drafts only: no date and no word changes. {effect}";
    appeared(tone, message) = "New: {tone}. {message}";
    several_appeared(count: grouped, tone, message) = "{count} new findings. {tone}: {message}";
    one_gone = "A finding is gone.";
    several_gone(count: grouped) = "{count} findings are gone.";
    fix_suggested(fix, effect) = "{fix}. Shown first, then yours to decide. {effect}";
    fix_jump(fix) = "{fix}. Opens the field: only a person can fill it.";
    resolved = "Resolved by this fix";
    resolved_row(finding) = "Resolved by this fix: {finding}";
    new = "New";
    new_row(finding) = "New with this fix: {finding}";
    nothing_offered = "No fix is offered here";
    nothing_offered_text = "This one is for a person to weigh. Why it is listed, and what would clear it, stands under “Explain”.";

    why_of(title) = "Why: {title}";
    why_facts = "What it looked at";
    why_limit = "The limit it used";
    why_clears = "What would clear it";
    explain_rule = "The rule in full";
    card_on(kind, title, day) = "{kind} “{title}”, {day}";
    fact_brand(name) = "Brand: {name}";
    fact_product(name) = "Product: {name}";
    fact_marked(name, why) = "{name} is marked {why}";
    fact_approved = "The card is approved or later";
    fact_live = "It is a live stream";
    fact_heard = "It is heard, not seen";
    fact_long = "It is a long video";
    fact_event = "The ask stands in the phase of an event";
    fact_deal_on(day) = "Deal: {day}";
    fact_deal(from, to) = "Deal: {from} to {to}";
    fact_deal_with(rival) = "Deal with {rival}";
    fact_deal_from(deal, day) = "{deal}, from {day}";
    fact_deal_to(deal, day) = "{deal}, to {day}";
    fact_deal_exclusive(deal, day) = "{deal}, exclusive until {day}";
    relationship_before(name, status) = "{name} before the plan: {status}";
    limit_default = "The default of the rule";
    limit_of_plan = "Set in this plan";
    limit_of_house = "Set in the agency’s rules";
    limit_min_value_before(n) = "At least {n} days that give something before the ask";
    limit_min_lead_days(n) = "At least {n} days from the first card to the first ask, for a new relationship";
    limit_min_lead_days_warm(n) = "At least {n} days from the first card to the first ask, for people who know each other";
    limit_value_between_soft(n) = "At least {n} cards that give something between two asks, when the later one is soft";
    limit_value_between_hard(n) = "At least {n} cards that give something between two asks, when the later one is hard";
    limit_stale_days(n) = "After {n} days unseen, a relationship has to be shown again";
    limit_silence_days(n) = "After {n} quiet days, a return is a cold one";
    limit_same_drop_days(n) = "Asks for one product within {n} days of the first count once";
    limit_event_lead_percent(n) = "Around an event, {n} per cent of the days before the first ask are enough";
    limit_keep_warm_days(n) = "A light card every {n} days keeps a quiet lane warm";
    limit_ask_share_percent(n) = "At most {n} per cent of a lane’s cards are asks";
    limit_ask_share_cards(n) = "The share of asks counts from {n} cards on";
    limit_ask_burst(n) = "{n} different asks or more, close together, are too many";
    limit_ask_burst_launch(n) = "In a launch phase, {n} different asks or more are too many";
    limit_ask_burst_days(n) = "Asks within {n} days are close together";
    limit_synchronised_lanes(n) = "{n} new lanes or more that ask for one product on one day look arranged";
    limit_competitor_days(n) = "For {n} days after a competitor’s deal, an ask collides with it";
    limit_follow_up_days(n) = "Within {n} days, something follows a card that takes a stand";
    limit_mention_days(n) = "For {n} days after a paid deal, a mention still needs a label";
    limit_long_video_minutes(n) = "A video of {n} minutes or more repeats its label";
    limit_young_percent(n) = "An audience counts as young when {n} per cent or more are under 18";
    limit_other(setting, value) = "{setting}: {value}";

    previewing = "Previewing a fix · nothing has changed yet";
    preview_bar(title, effect) = "Previewing: {title}. {effect}";
    bar_findings = "Findings";
    bar_errors = "Errors";
    bar_warnings = "Warnings";
    bar_hints = "Hints";
    bar_at_ask = "At the ask";
    bar_ends(name) = "{name} ends at";
    bar_change(label, before, after) = "{label}: {before} → {after}";
    keep = "Keep as is";
    apply = "Apply";
    other_fix = "Next fix";
    fix_before = "Previous fix";
    key_escape = "Esc";
    key_enter = "↵";

    kept_order(n: grouped) = "Same {n} dates, new order";
    kept_shift(n: grouped, days) = "{n} move by {days}, their distances stay";
    kept_moved(n: grouped) = "{n} get new dates, all words stay";
    kept_moved_one = "One moment gets a new date, all words stay";
    kept_place(n: grouped) = "{n} get new places, all words stay";
    kept_place_one = "One moment gets a new place, all words stay";
    kept_added(n: grouped) = "{n} added as drafts, all else stays";
    kept_moved_added(moved, added) = "{moved} moved, {added} added as drafts";
    kept_parked(n: grouped) = "{n} to ideas, all dates stay";
    kept_changed(n: grouped) = "{n} changed, all dates stay";
    kept_plan = "No moment changes";

    arc_ask(from, to) = "The ask moves from {from} to {to}";
    arc_card(title, from, to) = "“{title}” moves from {from} to {to}";
    was(when) = "was {when}";
    to_ideas = "to ideas";
    after = "after";
    before = "before";
    ghost(card) = "Preview: {card}";
    ghost_was(card, when) = "Preview: {card}, was {when}";
    ghost_new(card) = "Preview: {card}, new";
    ghost_parked(card) = "Preview: {card}, to ideas";

    rules_intro = "What the checker looks for, and how well each rule is supported. They are planning rules: no published study tests the exact order of a creator campaign.";
    all_rules = "All rules";
    rule_row(code, title, evidence) = "{code}: {title}. {evidence}";
    evidence_letter(letter) = "Evidence {letter}";
    evidence_a = "A: a meta-analysis, or several experiments";
    evidence_b = "B: a single study, or observation";
    evidence_c = "C: trade press, an article, judgement";
    evidence_r = "R: regulation";
    evidence_judgement = "Judgement: a default to argue with";
    planning_rule = "A planning rule, not a prediction.";
}

/// What a threshold means, by the name of its setting.
#[must_use]
pub fn limit(setting: &str, value: &str) -> String {
    match setting {
        "min_value_before" => limit_min_value_before(value),
        "min_lead_days" => limit_min_lead_days(value),
        "min_lead_days_warm" => limit_min_lead_days_warm(value),
        "value_between_soft" => limit_value_between_soft(value),
        "value_between_hard" => limit_value_between_hard(value),
        "stale_days" => limit_stale_days(value),
        "silence_days" => limit_silence_days(value),
        "same_drop_days" => limit_same_drop_days(value),
        "event_lead_percent" => limit_event_lead_percent(value),
        "keep_warm_days" => limit_keep_warm_days(value),
        "ask_share_percent" => limit_ask_share_percent(value),
        "ask_share_cards" => limit_ask_share_cards(value),
        "ask_burst" => limit_ask_burst(value),
        "ask_burst_launch" => limit_ask_burst_launch(value),
        "ask_burst_days" => limit_ask_burst_days(value),
        "synchronised_lanes" => limit_synchronised_lanes(value),
        "competitor_days" => limit_competitor_days(value),
        "follow_up_days" => limit_follow_up_days(value),
        "mention_days" => limit_mention_days(value),
        "long_video_minutes" => limit_long_video_minutes(value),
        "young_percent" => limit_young_percent(value),
        // Every threshold has its sentence; this is for a name that a later version brings.
        _ => limit_other(setting, value),
    }
}
