//! Work that no file has: how it is kept, and how it is offered again.

say! {
    not_written(reason) = "Recovery is not being written: {reason}";
    no_place = "this computer has no folder for it";
    looking = "Looking for work that was not saved";
    reading = "Reading a draft";
    restoring = "Restoring a draft";
    discarding = "Putting a draft into the trash";

    one_not_saved(time) = "1 edit since {time} was not saved";
    many_not_saved(edits, time) = "{edits} since {time} were not saved";
    broke_reading = "something went wrong inside the program.";
    broke_hint = "Drafts stay where they are. They are looked for again when Momentboard starts.";
    several_drafts_not_saved(drafts, plans) = "{drafts} of {plans} have edits that were not saved";
    several_not_saved(plans) = "{plans} have edits that were not saved";
    after_crash = "Momentboard stopped unexpectedly. What you had done is here.";
    after_crash_nothing = "Momentboard stopped unexpectedly";
    after_crash_nothing_text = "Nothing was lost: there are no edits that were not saved.";
    unreadable(n) = "Drafts that cannot be read: {n}";
    unreadable_text(folder) = "Their files are damaged, so nothing of them can be restored here. They stay for 30 days in {folder}.";
    nothing_waits = "There is no draft to restore";
    nothing_waits_text = "What you edit now is kept as you go. What you discarded in the last 30 days is in the menu, under Unsaved work.";
    file(path) = "File: {path}";
    no_file = "Never saved to a file";
    from_to(first, last) = "First edit {first}, last {last}";
    /// For screen readers.
    row(name, edits, time, place, last) = "{name}, {edits}, {time}, {place}, {last}";
    row_detail(edits, time) = "{edits} · {time}";
    row_last(step) = "Last: {step}";
    file_in(file, folder) = "{file} in {folder}";
    at(day, time) = "{day} {time}";

    file_merged = "Another program or window changed the file since. It changed other things than you did, so restoring puts both together. The file itself stays as it is until you save.";
    file_clash = "Another program or window changed the file since, and that does not go together with what you did.";
    file_other = "Another plan is in the file now. Restoring opens yours without a file.";
    file_closed = "The file can only be looked at here. Restoring opens the plan without one.";
    both_text(file) = "Opens your draft as a copy without a file. “{file}” stays as it is.";
    theirs_text(file) = "Opens “{file}” as it is now. Redo brings back your draft. Once the plan is closed, the draft lies in the trash of Unsaved work for 30 days.";
    mine_text(file) = "Writes your draft into “{file}”. What is there now is kept as a version first.";
    kept_both(file) = "This is your draft, as a copy without a file. “{file}” is as the other program wrote it.";
    file_gone = "The file is no longer there. Restoring opens the plan without one.";
    file_moved(file) = "The file is called “{file}” now, or lies in another folder. Restoring goes on there.";
    file_unreadable = "The file cannot be read now. Restoring opens the plan without one.";
    lost_pictures = "Some pictures are missing in this draft. Their cards stay.";
    cut_short = "The last edit was cut off. Everything before it is here.";
    damaged_text(reason) = "This draft cannot be read: {reason} It stays where it is.";
    against_file = "Against the file";
    what_you_did = "What you edited";
    what_others_did = "What changed in the file";
    side_file = "In the file";
    side_before = "Before your edits";
    side_draft = "Recovered";
    untitled = "Untitled plan";

    restore = "Restore";
    later = "Later";
    discard = "Discard…";
    discard_title = "Discard this draft?";
    discard_text(name, edits, place) = "The draft of “{name}” ({edits} that no file has) goes to the trash and stays there for 30 days. Unsaved work in the menu puts it back. It is in {place}.";
    /// The button of a draft on the start page, for several drafts by the name of the one that goes.
    discard_of(name) = "Discard the draft of “{name}”…";
    discard_yes = "Discard";
    discard_no = "Keep";
    cannot_discard = "The draft could not be discarded";

    command = "Unsaved work…";
    listing = "Looking for unsaved work";
    work_title = "Unsaved work";
    work_text = "Edits that no file has. They wait here until you restore or discard them.";
    work_none = "No drafts wait.";
    trash_title = "In the trash";
    trash_none = "Nothing lies in the trash.";
    trash_text(folder) = "Discarded drafts stay for 30 days in {folder}.";
    trash_until(day) = "goes on {day}";
    look = "Look…";
    look_at(draft) = "Look at {draft}";
    put_back = "Put back";
    put_back_of(draft) = "Put back {draft}";
    putting_back = "Putting a draft back";
    cannot_put_back = "The draft could not be put back";
    step_restored = "Restore what was not saved";
    box_title = "Recovered draft";
    box_titles(n) = "{n} recovered drafts";
    box_text(name, edits, time) = "{name}, {edits} from {time} not saved";
    box_more(text, n) = "{text}, and {n} more";
    review = "Review";
}

plural! {
    /// Said beside another plan than theirs.
    others_wait(n: usize) = "Unsaved work on another plan waits." | "Unsaved work on {n} other plans waits.";
    /// "1 edit", "4 edits".
    edits(n: usize) = "1 edit" | "{n} edits";
    /// "1 draft", "3 drafts".
    drafts(n: usize) = "1 draft" | "{n} drafts";
    /// "1 plan", "3 plans".
    plans(n: usize) = "1 plan" | "{n} plans";
}

/// What a plan of that name is called: one without a name has to be called something, too.
#[must_use]
pub fn called(name: &str) -> &str {
    if name.trim().is_empty() { untitled() } else { name }
}
