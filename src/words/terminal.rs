//! The terminal: help texts, summaries, errors.

// Help texts. A paragraph is one line here and broken where it is printed; examples and shapes are laid out by hand.
say! {
    about = "Lay out an influencer campaign as moments per creator, and see when an ask comes before the relationship.";
    about_long = "Momentboard lays out an influencer campaign as moments, one lane per creator, and shows where an audience is asked to buy before it was given a reason to care.\n\nWithout a command it opens the window. The commands do the same work in a terminal.";
    about_examples = "Examples:\n  momentboard                                open the window\n  momentboard autumn.moments                 open a plan in the window\n  momentboard check autumn.moments           say what the checker finds\n  momentboard check plans --min-level error  errors only, a whole folder\n  momentboard explain PBR-01                 say what a finding means\n  momentboard fix autumn.moments --dry-run   say what fix would do\n  momentboard new --template values-led -o autumn.moments\n\nEvery command: momentboard COMMAND --help.\nExit codes: 0 fine, 1 findings, 2 input or arguments that cannot be used.";

    arg_file = "A plan to open in the window; without one, the start page";
    arg_renderer = "How the window is drawn; without it, what works best on this system";
    renderer_glow = "By OpenGL";
    renderer_wgpu = "By Metal, Direct3D or Vulkan, where this build has it";

    check_about = "Say what the checker finds in plans";
    check_long = "Checks plans and prints the findings, grouped by plan and lane, in the order in which the plans are named. A folder is searched for plans (*.moments, and *.ron files that hold a plan), folders inside it included. A plan that is named twice is checked once. Standard input is not read.\n\nThe exit code is 1 when an open finding at or above --min-level is left, in any of the plans; 2 when something could not be read, whatever else was found; 0 otherwise. Accepted findings are listed as accepted and do not count. A finding of a rule in --deny is an error; one of a rule in --allow is left out, and counted at the end. --deny turns no rule on: a rule that does not run in a plan is listed as not checked.\n\nWith --baseline only findings count that the file does not hold. A finding is known again by its rule, its plan, its lane, its moments and the facts it rests on: renaming changes nothing, moving a moment makes it a new one. With --write-baseline the exit code is 0 once the file is written.";
    check_examples = "Examples:\n  momentboard check autumn.moments\n  momentboard check plans other.moments --min-level warning\n  momentboard check plans --deny PBR-01,FIT-06 --allow PBR-11\n  momentboard check plans --write-baseline known.json\n  momentboard check plans --baseline known.json\n  momentboard check autumn.moments --format json --today 2027-09-01\n  momentboard check plans --format sarif\n\nThe JSON, the same for one plan and for many (version 1; keys may be added, none go or change):\n  {\"version\": 1,\n   \"files\": [\n     {\"file\": \"autumn.moments\",\n      \"plan\": \"6f9619ff-8b86-4d01-b42d-00cf4fc964ff\",\n      \"findings\": [\n        {\"code\": \"PBR-01\", \"name\": \"product-first\",\n         \"severity\": \"error\", \"title\": \"…\",\n         \"lane\": \"Tobi Achterberg\", \"lane_id\": \"tobi\",\n         \"moments\": [{\"id\": \"tobi-ask\", \"title\": \"Fjell 2\"}],\n         \"date\": \"2027-09-16\", \"field\": null,\n         \"message\": \"…\", \"help\": \"…\", \"evidence\": \"B\",\n         \"threshold\": {\"setting\": \"min_lead_days\", \"value\": 7,\n                       \"origin\": \"default\"},\n         \"facts\": [\"…\"], \"clears\": \"…\",\n         \"fixes\": [{\"title\": \"Add a run-up\", \"applicability\": \"safe\"}],\n         \"state\": \"open\", \"fingerprint\": \"…\"}],\n      \"not_checked\": [\n        {\"lane\": \"Tobi Achterberg\", \"code\": \"PBR-05\", \"reason\": \"…\"}],\n      \"stale\": [\n        {\"code\": \"PBR-01\", \"owner\": \"Lena\", \"reason\": \"…\", \"until\": null,\n         \"why\": \"nothing_found\"}]}]}\n  plan           the id of the plan, which stays when the file is renamed or moved\n  severity       error, warning or hint; findings below --min-level are left out\n  lane           the name of the lane as the board shows it; null for the campaign as a whole\n  moments        the moments it is about, the most important first\n  evidence       A, B, C, R or judgement; momentboard explain CODE says what that means\n  threshold      the setting that was used and where it was set (default, house or plan), or null\n  clears         what would clear it\n  applicability  safe (“momentboard fix” does it), suggested (moves or changes something; look at it first) or jump (a field that only a person can fill)\n  state          open, accepted, or changed or expired where an acceptance holds no longer; then, and for accepted ones, “acceptance” has its code, owner, reason and last day\n  accepted       true on a finding that somebody accepted; the key is missing on all others\n  fingerprint    what a baseline knows it by\n  not_checked    rules that could not look at a lane, or that are turned off for the plan (lane null)\n  stale          acceptances that hold no longer, or that cover nothing any more; “why” is changed, expired, nothing_found, moment_gone, lane_gone, unknown_rule or rule_off\n  left_out       findings left out by --allow, by code; missing where there are none\n  known          how many findings the baseline knows; missing where it knows none\n  With --baseline a last key “baseline” has “known” (a number) and “gone” (what is no longer found).\n  A plan that cannot be read is missing from “files”; what is wrong with it is on standard error.\n\nThe SARIF is version 2.1.0: a result for each finding, with the line of its moment; accepted findings carry a suppression; what could not be read or was not checked is a notification of the run. Paths are relative where they were given so. Fixes are not in it: they edit the plan, not its text.";
    arg_paths = "Plans, or folders that are searched for plans";
    arg_format = "How findings are printed";
    format_text = "For people";
    format_json = "For programs; described below";
    format_sarif = "For tools that show the findings of many programs (SARIF 2.1.0)";
    arg_profile = "Which rules run; without it, what the plan says";
    profile_standard = "All rules but four that are matters of taste";
    profile_strict = "All rules";
    arg_min_level = "The least severe findings that are printed and counted";
    level_error = "Errors only";
    level_warning = "Errors and warnings";
    level_hint = "Everything";
    arg_deny = "Findings of this rule (code or name) count as errors; several with commas, or repeated";
    arg_allow = "Findings of this rule (code or name) are left out and counted; several with commas, or repeated";
    arg_baseline = "Report only findings that this file does not hold, and say which of its findings are gone";
    arg_write_baseline = "Write the open findings of this run down in a file for --baseline; an older one is replaced";
    arg_today = "The day that counts as today, as year-month-day; without it, the day of this computer";

    explain_about = "Say what a finding means, and why";
    explain_long = "Prints what a rule flags, why it matters, how well that is supported and what speaks against it, an example, and where the rule is wrong. Without CODE it lists all rules.";
    explain_examples = "Examples:\n  momentboard explain\n  momentboard explain PBR-01\n  momentboard explain product-first\n  momentboard explain --all --format md > rules.md";
    arg_code = "The code or the name of a rule, as findings show it; capitals do not matter";
    arg_explain_all = "The pages of all rules, one after the other";
    arg_page_format = "How it is printed";
    page_md = "Markdown";

    fix_about = "Do the safe fixes of a plan";
    fix_long = "Does the fixes that are safe: they add empty drafts or fill unset fields, and leave every word, date and choice of yours alone. Goes on until no safe fix is left. Fixes that move a date or change a choice are for the window, where they can be looked at first.\n\nThe plan itself is changed, unless -o names another file or --dry-run says to change nothing. The exit code is 0 also when there was nothing to fix; momentboard check says what is left.";
    fix_examples = "Examples:\n  momentboard fix autumn.moments --dry-run        change nothing\n  momentboard fix autumn.moments                  change the plan itself\n  momentboard fix autumn.moments -o fixed.moments write another\n  momentboard fix autumn.moments --code PBR-01    one rule only";
    arg_fix_file = "The plan";
    arg_fix_code = "Only the findings of this rule (code or name)";
    arg_fix_all = "The safe fixes of all rules; so it is without --code, too";
    arg_fix_dry = "Say what would be done and leave every file as it is";
    arg_fix_out = "Write the result there and leave FILE as it is";

    export_about = "Write a plan as a deck, page, table or picture";
    export_long = "Writes a plan for a reader. The ending of OUT chooses the form: .pdf and .pptx are a deck, .html is one page with everything in it that opens in any browser, .xlsx and .csv are tables, .ics is a calendar, .png and .svg are pictures, .md is Markdown text.\n\nWhat a reader must not see (findings, fees, owners, notes, ideas in the tray) is not in the file. A deck or page has the plan inside, as far as its reader may see it, so that it opens as a plan again; --no-plan leaves it out.\n\nThe same plan and choices give the same bytes on the same day; a calendar also carries the second, by which calendars tell which of two is newer. --today, or SOURCE_DATE_EPOCH in the environment, says which day is printed, and then a calendar is the same all day, too.";
    export_examples = "Examples:\n  momentboard export autumn.moments -o autumn.pdf --for client\n  momentboard export autumn.moments -o maren.pptx --for creator:Maren\n  momentboard export autumn.moments -o deck.pdf --sections cover,arc --paper a4\n  momentboard export autumn.moments -o deck.pdf --for client --language de\n  momentboard export autumn.moments -o both.pdf --compare Tobi Maren\n  momentboard export autumn.moments -o tobi.pdf --compare Tobi proposed\n  momentboard export autumn.moments -o arc.png --picture arc --width 3840";
    arg_export_out = "The file to write; its ending is one of pdf, pptx, html, xlsx, csv, ics, png, svg and md";
    arg_for = "Who is going to read it: internal (the team: everything), client, or creator:NAME (that lane and nothing beside it)";
    arg_sections = "The parts of a deck, a page or a text, with commas between them; all that the reader may have without it";
    arg_paper = "The pages of a deck: 16 : 9, A4 landscape or US Letter landscape";
    arg_theme = "Light or dark pages and pictures";
    arg_language = "The language of a deck, page, text, picture or calendar; tables are in English";
    arg_export_dates = "How days are written in it; those that a program reads have one form, and so have tables";
    arg_picture = "What a .png or .svg shows: board, arc or lane:NAME";
    arg_width = "How wide a .png is, in pixels";
    arg_deadlines = "Whether a calendar has the last days for drafts and approvals, too; the team’s and a creator’s have them, a client’s does not";
    arg_no_plan = "Leave the plan itself out of a deck or page";
    arg_raw = "For programs: texts of a table exactly as they are, without the mark that keeps a spreadsheet from calculating them";

    new_about = "Start a plan, from a template or blank";
    new_long = "Writes a new plan. The cards of a template have relative days, counted from its day 0, and in their notes a line that says what belongs there; brand, creator and product are placeholders to be renamed.";
    new_examples = "Examples:\n  momentboard new -o autumn.moments\n  momentboard new --template values-led -o autumn.moments\n  momentboard new --template event --day-zero 2027-09-16 -o event.moments\n\nmomentboard templates lists the templates, your own included.";
    arg_template = "The template to start from";
    arg_day_zero = "The date of day 0, as year-month-day; without it the days stay relative";
    arg_new_out = "The file to write; its name usually ends in .moments";

    arg_force = "Replace the file if it exists";

    templates_about = "List the templates that a plan can start from";

    completions_about = "Print what a shell needs to complete commands and options";
    completions_long = "Prints a script for your shell. Once the shell has read it, the Tab key completes the commands and options of momentboard.";
    completions_examples = "Examples:\n  source <(momentboard completions bash)\n\nThat is for this shell only. For good, where these folders are read:\n  momentboard completions bash > \\\n    ~/.local/share/bash-completion/completions/momentboard\n  momentboard completions zsh > ~/.zfunc/_momentboard\n  momentboard completions fish > \\\n    ~/.config/fish/completions/momentboard.fish";
    arg_shell = "The shell";

    man_manual = "Momentboard";
    examples = "Examples:";
    man_about = "Print the manual, as a page for man";
    man_long = "Prints the manual page of the program, with all its commands, or that of one command. With --dir it writes momentboard.1 and a page for each command into a folder, where man can find them.";
    man_examples = "Examples:\n  momentboard man | man -l -\n  momentboard man check | man -l -\n  momentboard man --dir ~/.local/share/man/man1";
    arg_man_command = "The command; without it, the whole manual";
    arg_man_dir = "Write one page for each command into this folder";
}

// Findings.
say! {
    clean(file) = "{file}: nothing to report.";
    of_campaign = "The campaign";
    error = "error";
    warning = "warning";
    hint = "hint";
    accepted = "accepted";
    accepted_by(owner, reason) = "Accepted by {owner}: {reason}";
    owner_until(owner, day) = "{owner} until {day}";
    accepted_changed(owner, reason) = "{owner} accepted this, but what it rested on has changed since or was never noted. The reason was: {reason}";
    accepted_over(owner, reason) = "Accepted by {owner}, but the day up to which it was accepted is over. The reason was: {reason}";
    missing_line(line, message) = "{line}: {message}";
    fix(title) = "→ {title}";
    fix_safe(title) = "→ {title} (safe)";
    not_checked = "Not checked:";
    not_understood(name) = "“{name}” is kept, but not understood: this version has no field of that name.";
    unknown_rule(code) = "{code} is named by the settings of this plan, and this version does not know it.";
    unknown_rule_reason = "The settings of this plan name it, and this version does not know it";
    not_checked_lane(lane, reason, code) = "{lane}: {reason} ({code})";
    off(code, by, reason) = "{code} is turned off for this plan by {by}: {reason}";
    off_reason(by, reason) = "Turned off for this plan by {by}: {reason}";
    off_house(code, house, by, reason) = "{code} is turned off in the rules of {house} by {by}: {reason}";
    off_house_reason(house, by, reason) = "Turned off in the rules of {house} by {by}: {reason}";
    idle(code, profile) = "{code} runs in the profile “{profile}” only, which this plan does not use; --deny does not turn it on.";
    idle_reason(profile) = "Runs in the profile “{profile}” only, which this plan does not use";
    more_reasons(n) = "… and {n} more reasons; --format json has them all.";
    stale_title = "Accepted, but not holding:";
    stale(code, owner, reason, why) = "{code}, accepted by {owner} ({reason}): {why}.";
    in_plans(counts, plans) = "{counts} in {plans}.";
    total(counts) = "{counts}.";
    plus(counts, more) = "{counts}, {more}";
    hidden(n, level) = "{n} below “{level}” not shown.";
    left_out(n, codes) = "{n} left out by --allow ({codes}).";
    progress(done, all) = "Checked {done} of {all} plans";
    export_progress(done, all) = "Making the file: step {done} of {all}";
    with_hint(message, hint) = "{message} {hint}";
    tool_name = "Momentboard";
    safe_note = "momentboard fix FILE does the fixes marked (safe).";
}

/// "1 error, 2 warnings, 1 hint", without the ones there are none of; "no findings" when there are none at all.
#[must_use]
pub fn counts(errors: usize, warnings: usize, hints: usize) -> String {
    let some = super::findings(errors, warnings, hints, 0);
    if some.is_empty() { "no findings".to_owned() } else { some }
}

/// "1 plan", "3 plans".
#[must_use]
pub fn plans(n: usize) -> String {
    super::count_of(n, "plan", "plans")
}

/// "1 finding", "3 findings".
#[must_use]
pub fn findings(n: usize) -> String {
    super::count_of(n, "finding", "findings")
}

/// "1 accepted finding", "3 accepted findings".
#[must_use]
pub fn accepted_findings(n: usize) -> String {
    super::count_of(n, "accepted finding", "accepted findings")
}

/// "1 other lane", "3 other lanes".
#[must_use]
pub fn other_lanes(n: usize) -> String {
    super::count_of(n, "other lane", "other lanes")
}

/// "1 known finding", "3 known findings".
#[must_use]
pub fn known(n: usize) -> String {
    super::count_of(n, "known finding", "known findings")
}

/// "1 page", "3 pages".
#[must_use]
pub fn pages(n: usize) -> String {
    super::count_of(n, "page", "pages")
}

/// The family of a rule, by its code.
#[must_use]
pub fn family(code: &str) -> &'static str {
    match code.split('-').next() {
        Some("PBR") => "Product before relationship",
        Some("ASK") => "Asks and load",
        Some("FIT") => "Fit and voice",
        Some("VAL") => "Values under load",
        Some("DIS") => "Disclosure",
        Some("OPS") => "Readiness",
        _ => "Other rules",
    }
}

/// "1 fix", "3 fixes".
#[must_use]
pub fn fixes(n: usize) -> String {
    super::count_of(n, "fix", "fixes")
}

// What the other commands say.
say! {
    did_fix(lane, fix, code) = "{lane}: {fix} ({code})";
    fixed(count, file) = "{count}, saved in {file}.";
    nothing_to_fix(file) = "{file}: there is no safe fix to do.";
    would_fix(count, file) = "{count} would be done; {file} is as it was.";
    would_leave(counts) = "Left after that: {counts}.";
    strict_note = "* runs in the strict profile only.";
    explain_note = "momentboard explain CODE says what a rule flags, and why.";
    rule_table_head = "| Code | Name | What is wrong | Profile |\n|---|---|---|---|\n";
    rule_table_line(code, name, title, profile) = "| {code} | {name} | {title} | {profile} |\n";
    baseline_known(known) = "Not reported: {known} of the baseline.";
    baseline_of_others = "None of its findings is of a plan that was checked here.";
    baseline_gone(findings) = "No longer found: {findings} of the baseline. --write-baseline brings it up to date.";
    gone(code, lane, file) = "{code} in {lane}, {file}";
    more_gone(n) = "… and {n} more; --format json has them all.";
    baseline_written(known, file) = "{known} written down in {file}.";
    manual_written(pages, folder) = "{pages} written into {folder}.";
    copied(file, out) = "{file}: there is no safe fix to do. {out} is the same plan.";
    left(counts) = "Left: {counts}.";
    exported(file, out, reader) = "{out} holds {file} for {reader}.";
    reader_internal = "the team";
    reader_client = "the client";
    made(out, template) = "{out} is a new plan from the template “{template}”.";
    made_next(out) = "momentboard {out} opens it.";
    template_keys(keys) = "The templates are {keys}.";
}

// What cannot be used.
say! {
    in_moment(title, hint) = "In “{title}”. {hint}";
    no_such_rule(code) = "There is no rule “{code}”.";
    did_you_mean(code, name) = "Did you mean {code} ({name})?";
    list_rules = "momentboard explain lists them.";
    both_ways(code) = "{code} is named by --deny and by --allow.";
    both_ways_hint = "A rule can be an error or be left out, not both. Take it off one of the two.";
    no_stdin = "“-” stands for standard input, and plans are read from files only.";
    no_stdin_hint = "Write the plan into a file that ends in .moments and name that. A file called “-” is “./-”.";
    no_such_page(name) = "There is no command “{name}” with a manual page.";
    command_names(names) = "The commands are {names}.";
    baseline_cut = "The baseline ends here in the middle.";
    baseline_no_json = "What stands here is not JSON, so this is not a baseline.";
    baseline_shape = "This is not a baseline of momentboard.";
    baseline_newer = "The baseline was written by a newer version of momentboard.";
    baseline_hint = "momentboard check … --write-baseline FILE writes one.";
    baseline_other = "This file exists and is not a baseline, so it was not replaced.";
    baseline_other_hint = "Name another file.";
    baseline_not_written = "The baseline was not written, because some of the plans could not be read.";
    no_such_template(key) = "There is no template “{key}”.";
    mean_template(key) = "Did you mean {key}?";
    no_such_form(out) = "{out}: this ending is not known.";
    forms(endings) = "The file to write ends in one of {endings}.";
    mean_form(ending) = "Did you mean .{ending}?";
    mean_value(value) = "did you mean {value}?";
    one_of(values) = "it is one of {values}";
    width_range(least, most) = "it is a number from {least} to {most}";
    no_such_lane(name) = "No lane of this plan is called “{name}”.";
    mean_lane(name) = "Did you mean {name}?";
    lanes_are(names) = "The lanes are those of {names}.";
    no_lanes = "There is none yet.";
    several_lanes(name) = "Several lanes of this plan are called “{name}”.";
    lane_by_id(ids) = "Name one by its id: {ids}.";
    section_not_for_reader(section) = "The section {section} is not for this reader.";
    sections_of_reader(sections) = "This reader may have {sections}.";
    hint_file_in(example) = "Name the file to write in it, such as {example}.";
    hint_force = "Choose another name, or replace it with --force.";
    not_fixed(file, cause) = "{file}: {cause}";
    not_written(cause) = "What was to be printed could not be written: {cause}";
    display_failed = "the display did not answer, or cannot be drawn on";
    no_such_command(word) = "There is no command and no file named “{word}”.";
    mean_command(word) = "Did you mean {word}?";
    see_help = "momentboard help lists the commands.";
    no_display = "There is no display to open a window on. In a terminal, use momentboard check, explain, fix, export, import, new, templates, completions or man.";
    not_built = "This build has no window. In a terminal, use momentboard check, explain, fix, export, import, new, templates, completions or man.";
    no_window(cause) = "No window could be opened ({cause}). In a terminal, use momentboard check, explain, fix, export, import, new, templates, completions or man.";
    renderer_missing(renderer) = "this build cannot draw with {renderer}";
}
