//! What is said when the program itself broke, or does not come up.

say! {
    title = "Momentboard had to start again";
    text(kept) = "It stopped because of an error of its own. Every plan file is as it was saved last, and nothing was sent anywhere. {kept}";
    graphics_text(kept) = "It stopped, perhaps over the graphics of this computer, and now draws the window without their help, which is slower. Every plan file is as it was saved last, and nothing was sent anywhere. {kept}";
    kept = "Edits that were not saved yet are kept, and are offered next.";
    not_kept = "This computer has no place for drafts, so edits that were not saved yet could not be kept.";
    text_note(path) = "A note about what happened, for whoever looks into it, is in {path}. It holds no text of a plan.";
    safe_title = "Started with care";
    safe_text = "Momentboard did not come up twice in a row. It now opened nothing by itself, left panels and preferences as they are at first, and draws the window without the help of the graphics.";
    safe_plan(path) = "The plan {path} was not opened. Open it from here when you like.";
    safe_hint = "The next start is an ordinary one.";

    note(version, system, time, drawing) = "Momentboard {version} on {system}, {time} UTC, drawn by {drawing}.";
    note_what(what) = "What: {what}";
    note_job(doing, what) = "{doing}: {what}";
    note_place(place) = "Where: {place}";
    note_private = "This note holds no text of a plan. Nobody was sent it.";
    graphics_lost = "the graphics stopped answering";
    kept_back = "(the rest may quote a plan and is left out)";
    unknown = "unknown";

    did_not_start(cause) = "Momentboard broke and could not start itself again ({cause}). Edits that were not saved are offered at the next start.";
    broke_again = "Momentboard broke again right after it had started, so it stays closed. Edits that were not saved are kept.";
}
