//! The terminal: help texts, summaries, errors.

// Help texts. Lines are broken by hand, because a terminal tells its width to nobody who does not ask.
say! {
    about = "Lay out an influencer campaign as moments per creator, and see when an ask comes before the relationship.";
    about_long = "Momentboard lays out an influencer campaign as moments, one lane per creator, and shows where an\naudience is asked to buy before it was given a reason to care.\n\nWithout a command it opens the window. The commands do the same work in a terminal.";
    about_examples = "Examples:\n  momentboard                                  open the window\n  momentboard autumn.moments                   open a plan in the window\n  momentboard check autumn.moments             say what the checker finds\n  momentboard check plans --min-level error    check every plan in a folder, errors only\n  momentboard explain PBR-01                   say what a finding means, and why\n  momentboard new --template values-led -o autumn.moments\n\nEvery command: momentboard COMMAND --help.\nExit codes: 0 fine, 1 findings, 2 input or arguments that cannot be used.";

    arg_file = "A plan to open in the window; without one, the start page";
    arg_renderer = "How the window is drawn; without it, what works best on this system";
    renderer_glow = "By OpenGL";
    renderer_wgpu = "By Metal, Direct3D or Vulkan, where this build has it";

    check_about = "Say what the checker finds in plans";
    check_long = "Checks plans and prints the findings, grouped by plan and lane. A folder is searched for plans\n(*.moments, and *.ron files that hold a plan), folders inside it included.\n\nThe exit code is 1 when an open finding at or above --min-level is left, in any of the plans; 2 when\nsomething could not be read, whatever else was found; 0 otherwise. Accepted findings are listed as\naccepted and do not count.";
    check_examples = "Examples:\n  momentboard check autumn.moments\n  momentboard check plans other.moments --min-level warning\n  momentboard check autumn.moments --format json --today 2027-09-01\n\nThe JSON, the same for one plan and for many (version 1; keys may be added, none go or change):\n  {\"version\": 1,\n   \"files\": [\n     {\"file\": \"autumn.moments\",\n      \"findings\": [\n        {\"code\": \"PBR-01\", \"name\": \"product-first\", \"severity\": \"error\",\n         \"lane\": \"Tobi Achterberg\",\n         \"moments\": [{\"id\": \"tobi-ask\", \"title\": \"Fjell 2\"}],\n         \"message\": \"…\", \"help\": \"…\",\n         \"fixes\": [{\"title\": \"Add a run-up\", \"applicability\": \"safe\"}]}],\n      \"not_checked\": [\n        {\"lane\": \"Tobi Achterberg\", \"code\": \"PBR-05\", \"reason\": \"…\"}]}]}\n  severity       error, warning or hint; findings below --min-level are left out\n  lane           the name of the lane as the board shows it; null for the campaign as a whole\n  moments        the moments it is about, the most important first\n  applicability  safe (“momentboard fix” does it), suggested (moves or changes something; look at it\n                 first) or jump (a field that only a person can fill)\n  accepted       true on a finding that somebody accepted; the key is missing on all others\n  not_checked    rules that could not look at a lane, or that are turned off for the plan (lane null)\n  A plan that cannot be read is missing from “files”; what is wrong with it is on standard error.";
    arg_paths = "Plans, or folders that are searched for plans";
    arg_format = "How findings are printed";
    format_text = "For people";
    format_json = "For programs; described below";
    arg_profile = "Which rules run; without it, what the plan says";
    profile_standard = "All rules but four that are matters of taste";
    profile_strict = "All rules";
    arg_min_level = "The least severe findings that are printed and counted";
    level_error = "Errors only";
    level_warning = "Errors and warnings";
    level_hint = "Everything";
    arg_today = "The day that counts as today, as year-month-day; without it, the day of this computer";

    explain_about = "Say what a finding means, and why";
    explain_long = "Prints what a rule flags, why it matters, how well that is supported, an example, and where the rule\nis wrong.";
    explain_examples = "Examples:\n  momentboard explain PBR-01\n  momentboard explain product-first";
    arg_code = "The code or the name of a rule, as findings show it";

    fix_about = "Do the safe fixes of a plan";
    fix_long = "Does the fixes that are safe: they add empty drafts or fill unset fields, and leave every word, date\nand choice of yours alone. Goes on until no safe fix is left. Fixes that move a date or change a\nchoice are for the window, where they can be looked at first.\n\nThe exit code is 0 also when there was nothing to fix; momentboard check says what is left.";
    fix_examples = "Examples:\n  momentboard fix autumn.moments                        change the plan itself\n  momentboard fix autumn.moments -o fixed.moments       leave it and write another\n  momentboard fix autumn.moments --code PBR-01          only the findings of one rule";
    arg_fix_file = "The plan";
    arg_fix_code = "Only the findings of this rule (code or name)";
    arg_fix_out = "Write the result there and leave FILE as it is";

    export_about = "Write a plan as a page or a text to share";
    export_long = "Writes a plan for a reader. The ending of OUT chooses the form: .html is one page with everything in\nit, pictures included, that opens in any browser; .md is Markdown text.\n\nWhat the client must not see (findings, fees, owners, notes, ideas in the tray) is not in the file.";
    export_examples = "Examples:\n  momentboard export autumn.moments -o autumn.html --for client\n  momentboard export autumn.moments -o autumn.md";
    arg_export_out = "The file to write; it ends in .html or .md";
    arg_for = "Who is going to read it";
    for_internal = "The team: everything, with the findings";
    for_client = "The client: the arc and the storyboard, and accepted risks that are meant for them";

    new_about = "Start a plan, from a template or blank";
    new_long = "Writes a new plan. The cards of a template have relative days, counted from its day 0, and in their\nnotes a line that says what belongs there; brand, creator and product are placeholders to be renamed.";
    new_examples = "Examples:\n  momentboard new -o autumn.moments\n  momentboard new --template values-led -o autumn.moments\n  momentboard new --template ambassador-launch --day-zero 2027-09-16 -o launch.moments\n\nmomentboard templates lists the templates, your own included.";
    arg_template = "The template to start from";
    arg_day_zero = "The date of day 0, as year-month-day; without it the days stay relative";
    arg_new_out = "The file to write; its name usually ends in .moments";

    arg_force = "Replace the file if it exists";

    templates_about = "List the templates that a plan can start from";
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
    accepted_changed(owner) = "{owner} accepted this, but what it rested on has changed since or was never noted.";
    accepted_over(owner) = "{owner} accepted this, but the day up to which it was accepted is over.";
    missing_line(line, message) = "{line}: {message}";
    fix(title) = "→ {title}";
    fix_safe(title) = "→ {title} (safe)";
    not_checked = "Not checked:";
    not_checked_lane(lane, reason, code) = "{lane}: {reason} ({code})";
    off(code, by, reason) = "{code} is turned off for this plan by {by}: {reason}";
    off_reason(by, reason) = "Turned off for this plan by {by}: {reason}";
    stale(code, owner) = "{owner} accepted a finding of {code} that is no longer there as it was.";
    in_plans(counts, plans) = "{counts} in {plans}.";
    total(counts) = "{counts}.";
    plus(counts, more) = "{counts}, {more}";
    hidden(n, level) = "{n} below “{level}” not shown.";
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
    rule_codes(codes) = "The rules are {codes}.";
    no_such_template(key) = "There is no template “{key}”.";
    mean_template(key) = "Did you mean {key}?";
    no_such_form(out) = "{out}: this ending is not known.";
    no_such_form_hint = "The file to write ends in .html or .md.";
    hint_force = "Choose another name, or replace it with --force.";
    not_fixed(file, cause) = "{file}: {cause}";
    not_written(cause) = "What was to be printed could not be written: {cause}";
    display_failed = "the display did not answer, or cannot be drawn on";
    no_such_command(word) = "There is no command and no file named “{word}”.";
    mean_command(word) = "Did you mean {word}?";
    see_help = "momentboard help lists the commands.";
    no_display = "There is no display to open a window on. In a terminal, use momentboard check, explain, fix, export, new or templates.";
    not_built = "This build has no window. In a terminal, use momentboard check, explain, fix, export, new or templates.";
    no_window(cause) = "No window could be opened ({cause}). In a terminal, use momentboard check, explain, fix, export, new or templates.";
    renderer_missing(renderer) = "this build cannot draw with {renderer}";
}
