//! Pictures on moments: adding, replacing, looking at them, and what is said when one cannot be used.

say! {
    // Commands, and the row of the inspector.
    add = "Add picture…";
    replace_menu = "Replace picture…";
    submenu = "Picture";
    replace = "Replace";
    replace_named = "Replace the picture";
    remove = "Remove picture";
    view = "View picture";
    view_named(title) = "View the picture of “{title}”";
    no_moment = "Select one moment first";
    no_picture = "The moment has no picture";

    // Steps.
    step_add(title) = "Add picture to “{title}”";
    step_replace(title) = "Replace the picture of “{title}”";
    step_remove(title) = "Remove the picture of “{title}”";

    // What is said quietly.
    is_there(title) = "“{title}” has the picture now.";
    was_there(title) = "“{title}” has that picture already.";
    select_one = "Select one moment first: the picture goes onto it.";
    drop_on_card = "Drop the picture onto a card, or select a moment first.";
    one_at_a_time = "A moment takes one picture. Drop one file at a time; nothing was added.";
    several_files = "One file at a time";
    several_files_text = "Several files were dropped, and nothing was opened. Drop the one that is to be opened.";
    covered = "Nothing was taken in. Close what is in front first, then drop the file.";
    covered_hint = "Close what is in front first, then drop the file.";
    one_at_a_time_hint = "A moment takes one picture: drop one file at a time.";
    gone(file) = "The moment is no longer in the plan, so {file} was not added.";

    // While it is being read.
    reading = "Reading a picture for a moment";
    reading_file(file) = "Reading {file}…";
    stop(file) = "Stop reading {file}";
    pasted = "Pasted picture";
    reading_pasted = "Reading the pasted picture…";
    stop_pasted = "Stop reading the pasted picture";
    gone_pasted = "The moment is no longer in the plan, so the pasted picture was not added.";
    path_title = "A picture for a moment";

    // While a file hovers over the window.
    target(title) = "Picture for “{title}”";
    let_go_over_card = "Let go over a card to give it the picture.";
    let_go_or(title) = "Let go over a card to give it the picture, anywhere else to give it to “{title}”.";

    // What cannot be used.
    not_added = "The picture was not added";
    too_many(limit) = "The plan has {limit} pictures, which is the most it can have.";
    too_large(limit) = "With this picture the pictures of the plan would be larger than {limit} together.";
    no_text_pasted = "The clipboard holds no text and no rows. A picture is pasted onto the one moment that is selected.";
    nothing_pasted = "The clipboard holds neither text nor a picture that Momentboard can use.";
    nothing_pasted_hint = "Copy a picture, and paste it again; or save it as PNG or JPEG, and add the file.";
    pasted_unreadable = "What is on the clipboard is a picture that cannot be read.";
    pasted_no_answer = "The program that copied it does not hand it over.";
    pasted_hint = "Save the picture as PNG or JPEG, and add the file.";
    no_room_hint = "Remove a picture that is not needed, and add this one again.";
    broke = "The picture was not added, because the part of Momentboard that reads it broke. The plan is as it was. Save the picture as PNG or JPEG, and add it again.";
    broken(name) = "{name} cannot be shown: it is damaged, or no picture that can be read. Replace it, or remove it.";

    // Large.
    before = "Picture before";
    after = "Picture after";
    first_already = "This is the first picture of the lane";
    last_already = "This is the last picture of the lane";
    place(at, of) = "{at} of {of}";
    size(width, height) = "{width} × {height}";
}
