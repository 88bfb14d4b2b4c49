//! When a plan is open twice, or another program changes its file: the bar under the top bar, and the questions.

say! {
    gone = "The file is gone";
    folder_gone = "The folder is gone";
    compare = "Compare…";
    save_anew = "Save it anew…";
    open_it = "Open it";
    ignore = "Ignore";
    hide = "Hide this note";
    edit_here = "Edit here";

    notice_gone(file) = "“{file}” is not there any more. The plan is still here, and saving makes the file anew.";
    notice_folder_gone(file) = "The folder of “{file}” is not there any more. The plan is still here. The folder was renamed or moved, or its drive is not connected.";
    notice_kept_both(copy, file) = "“{copy}” is open now, with what was on screen. “{file}” is as the other program wrote it.";
    notice_changed(file) = "Another program changed “{file}” while there are unsaved changes here. Nothing was written over.";
    notice_changed_unread(file) = "Another program changed “{file}”. Nothing was written over.";
    notice_unreadable(file) = "Another program changed “{file}”, and it cannot be read as this plan now. Nothing was written over.";
    notice_reloaded(file) = "Another program changed “{file}”. What is shown is how it is now; undo brings back what was here.";
    notice_copy(copy, maker) = "“{copy}” beside this plan holds the same plan: it looks like a conflicted copy by {maker}.";
    notice_original(copy) = "This plan looks like a conflicted copy of “{copy}”, which lies beside it.";
    dropbox = "Dropbox";
    one_drive = "OneDrive";
    google_drive = "Google Drive";
    syncthing = "Syncthing";
    nextcloud = "Nextcloud";
    icloud = "iCloud";
    ours = "Momentboard";
    notice_in_place(file) = "Saved. The folder of “{file}” takes no new files, so the file itself was written over. What it held before is in the menu, under Versions.";
    notice_fleeting = "This folder is emptied from time to time. A plan is safer among your documents.";
    notice_program_folder = "This folder belongs to installed programs, and an update may empty it. A plan is safer among your documents.";

    look_only_twice(since) = "Only to look at: this plan is open in another window {since}.";
    look_only_left = "Only to look at: the other window does not have this plan open any more. It can be edited here, as it is in the file now.";
    look_only_newer(needs) = "Only to look at: this plan needs {needs}.";
    look_only_marked = "Only to look at: the file is marked read-only. Save it as another file to change it.";
    look_only_closed = "Only to look at: there is no permission to change the file here. Save it as another file to change it.";
    why_twice = "The plan is open in another window, so it can only be looked at here";
    why_left = "The plan was open in another window, so it can only be looked at here until you press “Edit here”";
    why_newer = "The plan needs a newer version of the program, so it can only be looked at here";
    why_marked = "The file is marked read-only, so the plan can only be looked at here";
    why_closed = "There is no permission to change the file, so the plan can only be looked at here";
    since_time(time) = "since {time}";
    since_time_on(time, host) = "since {time} on {host}";
    day_and_time(day, time) = "{day}, {time}";
    still_open = "already";

    twice_title = "Open in another window";
    twice_text(file, since) = "“{file}” is open in another window {since}.";
    twice_hint = "Looking only changes nothing. A copy is a plan of its own, without a file until it is saved.";
    look_only = "Look only";
    open_copy = "Open a copy";

    gone_title = "Save the plan anew?";
    gone_text(path) = "There is no file at {path} any more. Saving makes it anew there with what is on screen.";
    file_back = "The file is back";
    file_back_text(path) = "There is a file at {path} again. Where it holds what was last read or saved here, it is replaced by what is on screen; otherwise you are asked first.";

    folder_gone_text(folder) = "There is no folder at {folder} any more. It may have been renamed or moved, or its drive is not connected. The plan is still here.";
    folder_back = "The folder is back";
    folder_back_text(folder) = "The folder {folder} is there again. The plan was not saved yet.";
    folder_back_hint = "Try again, and it is saved there.";
    folder_gone_hint = "Try again once the folder is back, or save the plan elsewhere.";

    conflict_title = "The file changed meanwhile";
    conflict_text(file) = "Another program changed “{file}” since it was read here, and the plan on screen has changes of its own.";
    conflict_text_unedited(file) = "Another program changed “{file}” since it was read here. Nothing was edited here since.";
    conflict_again = "The file changed once more. This is how it is now.";
    conflict_unreadable(reason) = "What is in the file now cannot be read as this plan: {reason}";
    conflict_versions = "Versions in the menu has what earlier saves wrote.";
    other_plan_there = "Another plan is in the file now";
    both_title = "Keep both";
    both_text(copy, file) = "Saves what is on screen as “{copy}” and goes on there. “{file}” stays as the other program wrote it.";
    theirs_title = "Take the file’s";
    theirs_text = "Shows what is in the file. Undo brings back what is on screen now, and edits that were not saved go to the trash of Unsaved work.";
    mine_title = "Keep mine";
    mine_text(file) = "Writes what is on screen into “{file}” in place of what is there.";
    choice(title, text) = "{title}: {text}";
    in_file = "In the file";
    on_screen = "On screen";

    copy_title(copy) = "Compare with “{copy}”";
    in_copy = "In the copy";
    take_copy = "Take the copy’s";
    take_copy_text = "Puts what the copy holds in place of what is on screen. Undo takes it back, and edits that were not saved go to the trash of Unsaved work.";
    taken_kept = "Your edits that were not saved lie in the trash of Unsaved work for 30 days. Undo brings them back, too.";
    aside_failed = "Nothing was replaced";
    aside_failed_hint = "What is on screen has edits that no file has, and they could not be kept as a draft first. Save the plan as another file, then try again.";
    cannot_take = "Only what is this plan can be taken";
    keeping_edits = "Keeping edits that no file has";
    keeping_first = "Keeping your edits first…";
    stop_keeping = "Stop keeping edits";

    step_reload = "Take in what another program changed";
    step_take(file) = "Take what is in “{file}”";
    reading_again = "Reading the plan again";

    keep_draft = "Keep a draft";
    draft_text(name) = "“{name}” has changes that no file has. A draft keeps them here until they are wanted.";
    no_draft_text(name, reason) = "“{name}” has changes that no file has, and no draft can be kept of them now: {reason}. Without saving they are lost.";
    draft_failed = "The draft could not be kept";
    draft_failed_why(folder, reason) = "Drafts are kept in {folder}, and that does not work now: {reason}.";
    draft_failed_text = "Nothing was closed. Saving the plan to a file keeps it as well.";
}
