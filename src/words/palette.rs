//! The palette: one field that finds what is in the plan, and everything that can be done.

use super::counts;

say! {
    command = "Search or run…";
    /// The field in the bar, and the one in the palette.
    field = "Search or run";
    results = "Results";
    no_results = "No results";
    key_escape = "Esc";

    recent = "Recent commands";
    fixes = "Fixes";
    moments = "Moments";
    notes = "Notes";
    creators = "Creators";
    findings = "Findings";
    actions = "Actions";
    plans = "Recent plans";
    templates = "Templates";
    phases_and_blackouts = "Phases and blackout dates";
    phase = "Phase";
    blackout_dates = "Blackout dates";
    more(n: grouped) = "{n} more";

    findings_change(before: grouped, after: grouped) = "Findings {before} → {after}";
    go_to_lane(name) = "{name}, go to lane";
    open_page(name) = "{name}, open page";
    go_to_lane_plain = "Lane without a name, go to lane";
    no_title = "Without a title";
    add_for(what, name) = "{what} for {name}";
    only(what) = "Show only {what}";
    use_preset(name) = "Show preset “{name}”";
    brief_of(name) = "Share {name}’s brief as PDF";
    creator_version = "Creator version";
    start_from(template) = "New plan from “{template}”";
    open_plan(name) = "Open {name}";

    /// Words by which people look for a command that is called otherwise. They are never shown.
    also_blackout = "quiet days off holidays nothing published";
    also_search = "filter find look for";
    also_rules = "rules handbook why explain";
    also_tour = "tour walk through introduction demo";
    also_guide = "skip leave the guide help first steps";
    also_quit = "close exit end";
    also_preferences = "settings options currency language german english dates";
    also_shortcuts = "keyboard shortcuts help";
    also_present = "slideshow slides full screen presentation client";
    also_share = "export deck slides powerpoint pdf print excel web page picture calendar file ics outlook send client";
    also_import = "spreadsheet excel csv load";
    also_compare_lanes = "order in another order side by side beside";
    also_show_hidden = "show all lanes again bring back unhide";
    also_ideas = "tray park later";
    also_note = "sticky post-it annotation comment remark";
    also_moment = "post content card";
    also_creator = "influencer talent ambassador person";
    also_calendar = "month deadline deadlines due schedule";
    also_table = "list spreadsheet grid budget costs";
    also_campaign = "budget goal brief name dates of the campaign";
    also_client = "customer approval";
    also_dark = "dark mode night";
    also_light = "light mode day bright";
    also_zoom = "zoom scale larger smaller whole";
    also_hide = "hide invisible";
    also_versions = "history backup earlier restore";
    also_brand_kit = "logo colors colours fonts";
    also_board = "storyboard lanes timeline cards";
    also_reach = "month view week view calendar";
    also_pages = "page scroll previous next month week";
    also_start = "welcome home templates beginning";
    also_fill = "fill cells copy down";
    also_duplicate = "copy again double repeat";
    also_delete = "remove erase trash bin";
    also_undo = "revert take back step again";
    also_rename = "change the title name";
    also_open_moment = "details edit properties";
    also_paste = "paste rows insert";
    also_select = "mark all";
    also_picture = "image photo screenshot storyboard";
    also_phase = "period season chapter";
    also_template = "pattern reuse starting point";
    also_size = "text size font bigger scale display";
    also_motion = "animation moving still";
    also_curve = "relationship trust line graph";
    also_panels = "panel pane side details";
    also_findings = "issue problem error warning";
    also_fix = "mend repair suggestion solve";
    also_accept = "ignore exception allow risk";
    also_rule_settings = "limits thresholds turn off settings";
    also_unsaved = "drafts recovery lost recover";
    also_examples = "sample example tutorial";
    also_limits = "cannot see blind limits";
    also_compare_values = "fit brand shared values";
    also_copy_lane = "copy lane for somebody else";
    also_fold = "collapse expand close";
    also_sort = "order arrange";
    also_group = "grouped together";

    /// For screen readers: what a row says besides its title.
    row(title, rest) = "{title}, {rest}";

    /// Keys at the foot, and what they do.
    move_through = "Move";
    run = "Run";
    preview = "Preview on the board";
    key_up = "↑";
    key_down = "↓";
    key_enter = "↵";

    nothing = "Nothing is called that";
    nothing_hint_start = "Recent plans, templates and commands are looked through.";
    nothing_hint = "Titles, notes, phases, creators, findings, presets and commands are looked through.";
    cannot(command, why) = "{command}: {why}";
}

plural! {
    /// "1 result", "10 results".
    results_found(n: usize) = "1 result" | "{n} results";
}

/// "No results", "1 result", "10 results".
#[must_use]
pub fn count(n: usize) -> String {
    if n == 0 { no_results().to_owned() } else { results_found(n) }
}

/// "4 moments · 3 findings", "4 moments".
#[must_use]
pub fn of_lane(moments: usize, findings: usize) -> String {
    let moments = super::moments(moments);
    if findings == 0 { moments } else { super::dotted(moments, counts::findings(findings)) }
}
