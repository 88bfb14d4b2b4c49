//! Earlier versions of a plan: the list, a look at one, and what is done with it.

use super::{counts, moments};

say! {
    command = "Versions…";
    title = "Versions";
    about = "Each save keeps a version on this computer, not in the folder of the plan. Older ones thin out; those with a name stay.";
    none = "No versions yet";
    none_text = "They begin with the next save.";
    nowhere = "This computer has no folder in which versions could be kept. Saving works as always.";
    cannot_list = "The versions cannot be listed";
    /// What the dialog says at the top while it holds.
    not_kept(why) = "The last save kept no version: {why}";
    /// What is said once, after a save.
    not_kept_title = "No version was kept";
    not_kept_hint(folder) = "The plan itself is saved. Versions are kept in {folder}. This is said once; Versions in the menu shows whether it holds.";

    reading = "Reading the versions";
    looking = "Looking at a version";
    keeping = "Keeping a version";
    stop = "Stop";
    stop_listing = "Stop reading the versions";
    stop_looking = "Stop reading this version";
    list_stopped = "Reading the versions was stopped. The plan is as it was.";
    look_stopped = "Reading this version was stopped. The plan is as it was.";
    again = "Read again";
    /// For screen readers.
    list = "Versions of this plan";
    row(when, what, figures) = "{when}, {what}, {figures}";
    on_day(day, time) = "{day}, {time}";
    /// Where several were saved within one second.
    one_of(when, number, count) = "{when} ({number} of {count})";
    yesterday_at(time) = "Yesterday {time}";
    first = "First version";
    before_first_save = "As it was before";
    nothing_changed = "Nothing changed";
    newer_row = "Written by a newer Momentboard";
    in_part_row = "Can be read in part";
    unreadable_row = "Cannot be read as a plan";
    damaged_row = "Its file is damaged and cannot be read";
    file_of(when) = "File of {when}";
    name_unreadable = "Named version";
    changed(what) = "{what} changed";
    added(what) = "{what} added";
    removed(what) = "{what} removed";
    figures(moments, size) = "{moments}, {size}";

    cut_off = "A save of this plan was cut off, and the file was written since. What was being saved is in the menu, under Versions.";
    now = "Now";
    cannot_look = "This version cannot be opened";
    gone = "That version is no longer there.";
    newer = "A newer Momentboard wrote this version.";
    damaged = "This version is damaged.";
    part_damaged = "Part of this version is damaged.";
    hint_another = "Another version may hold what you look for.";

    restore = "Restore";
    restore_why = "Puts the whole plan back to this version. One undo takes that back. Edits that were not saved go to the trash of Unsaved work.";
    open_copy = "Open as a copy";
    copy_called(plan, version) = "{plan} ({version})";
    open_copy_why = "Opens this version as a plan of its own that has no file yet";
    open_this = "Open this version";
    open_this_why = "Opens this version in place of the file that cannot be read. The file stays as it is until you save over it.";
    can_be_read = "What can be read";
    nothing_to_compare = "Nothing of the damaged file can be read to compare this version with. It can be opened as it is.";
    rename = "Name…";
    forget = "Forget all versions…";
    still_reading = "It is still being read";
    cannot_be_used = "It cannot be read";
    cannot_be_named = "It cannot be read, so a name would keep nothing";
    nothing_to_restore = "The plan is as it was then";
    no_versions = "There is no version yet";

    step(when) = "Restore the version of {when}";
    step_named(name) = "Restore “{name}”";
    restored = "The plan is as it was then. Undo brings back what it was before.";
    restored_kept = "The plan is as it was then. Undo brings back what it was before, and the edits that were not saved lie in the trash of Unsaved work, too.";
    cannot_restore = "The version was not restored";
    other_plan = "It is a version of another plan.";

    name_title = "Name this version";
    name = "Name of the version";
    name_hint = "For example “v3 sent to client”";
    name_text = "A version with a name stays for good. Leave it empty to take the name away.";
    name_it = "Keep the name";
    proposal(day) = "Sent to the client, {day}";
    named(name) = "“{name}” is in Versions now.";
    cannot_name = "The version was not named";
    name_shared = "Name this version";

    forget_title = "Forget all versions?";
    forget_text(name) = "Every earlier version of “{name}” on this computer goes for good, those with a name too. The plan and its file stay as they are.";
    forget_it = "Forget them";
    keep_them = "Keep them";
    cannot_forget = "Not all versions could be forgotten";
}

/// "6 moments changed, 1 added, 2 other changes": the size of a change, what there is none of left out.
#[must_use]
pub fn size(more: usize, fewer: usize, other: usize, besides: usize) -> String {
    let mut parts: Vec<String> = Vec::new();
    // The first number says what is counted.
    let counted = |parts: &[String], n: usize| if parts.is_empty() { moments(n) } else { n.to_string() };
    if other > 0 {
        parts.push(changed(counted(&parts, other)));
    }
    if more > 0 {
        parts.push(added(counted(&parts, more)));
    }
    if fewer > 0 {
        parts.push(removed(counted(&parts, fewer)));
    }
    if besides > 0 {
        parts.push(if parts.is_empty() { counts::changes(besides) } else { counts::other_changes(besides) });
    }
    if parts.is_empty() { nothing_changed().to_owned() } else { parts.join(", ") }
}
