//! The start page, and the guide to the first arc.

say! {
    motto = "Moments, not impressions.";
    new_storyboard = "New storyboard";
    recent = "Recent";
    no_recent = "Plans that you save or open are listed here.";
    today_at(time) = "Today {time}";
    yesterday = "Yesterday";
    where_and_when(when, folder) = "{when} · {folder}";
    no_longer_there(folder) = "No longer in {folder}";
    /// For screen readers.
    recent_row(name, when, findings) = "{name}, {when}, {findings}";
    nothing_open = "nothing open";
    forget_recent(name) = "Take {name} out of the list";
    forget_stays = "Remove from this list. The file stays where it is.";
    open_recent = "Open";
    forget_this = "Remove from this list";
    back_to_plan = "Back to the plan";
    dark = "Dark";
    light = "Light";

    start_from_arc = "Start from an arc";
    paste_table = "Paste from a spreadsheet";
    more_arcs = "More arcs";
    fewer_arcs = "Fewer arcs";
    figures(moments, weeks) = "{moments} · {weeks}";
    /// For screen readers.
    offer(name, figures, line) = "{name}, {figures}: {line}";
    blank_board = "Blank board";
    /// For screen readers.
    offer_blank(name, line) = "{name}: {line}";

    two_cases = "Two cases from the article";
    open_both = "Open both as a board";
    cold_post = "The cold post";
    cold_who = "Zlatan Ibrahimović, teeth whitening";
    cold_line = "The brand: strangers, no background story";
    cold_not_here = "The decade with his followers is not on this line.";
    cold_first = "Product, first and only.";
    cold_first_text = "No background story. No intention to entertain his followers.";
    cold_quote = "“In a few seconds I had lost much of the respect that I had gained over the last decade.”";
    the_arc = "The arc";
    arc_who = "Colin Kaepernick and Nike";
    arc_announcement = "He shares why they signed.";
    arc_values = "What believing in something means.";
    arc_community = "Others who went through it too.";
    arc_product = "People know why. Sold out.";
    arc_later = "The jersey of February came after a long silence and sold out anyway: the curve knows only the cards.";
    kind_stop(kind) = "{kind}.";
    source = "After Fredrik Martini Andersson (Tailify), “Why influencer marketing is about moments, not impressions”, The Drum Network, 2 May 2019. Curves are our reading, not data.";
    looking_for_plans = "Looking for recent plans";

    first_arc = "Your first arc";
    step_of(step, steps) = "{step} of {steps}";
    all_done = "All done";
    skip_guide = "Skip the guide";
    guide = "Guide";
    type_a_title = "To give the selected card a title of its own, just type it.";
    stays_in_help = "F1 brings it back.";
    close_guide = "Close the guide";
    leave_guide = "Leave the guide";
    call_guide = "Show the guide";
    offer_guide_title = "The guide needs a new plan";
    offer_guide = "It leads through the first arc, step by step. This plan stays as it is: what is not saved is asked about first, and the plan can be opened again afterwards.";
    offer_guide_begin = "Begin a plan with the guide";
    offer_guide_keys = "Show all keys";
    how_to_begin = "Select the lane and press 1 for an announcement, or let the guide show you the way.";
    or = "Or";

    step_name = "Name a creator";
    step_why = "Say why";
    step_share = "Show what you share";
    step_ask = "Pass the mic, then ask";
    step_break = "Break it on purpose";
    name_field = "Name of the creator";
    name_hint = "For example Alma";
    /// What a creator is called in an empty plan.
    placeholder = "Creator";
    do_name = "The one whose followers you want to reach.";
    do_why = "Drag Announcement to the first slot, or press 1.";
    do_share = "Drag Values story to the second slot, or press 2.";
    do_community = "A community story next, with 3; then a product above the line.";
    do_product = "Now the product, with 4: the line is high enough.";
    do_ask_last = "The product stands too early. Move it after the other three.";
    do_break = "Move the product to the front and see what the checker says.";
    do_undo(keys) = "Read what the checker says. Then take it back with {keys}, until the product stands last again.";
    later_ask = "A community story, then a product above the line.";
    later_break(keys) = "Move the product to the front. See what the checker says, then press {keys}.";
    move_to_front = "Move it to the front";
    moved_to_front = "Move the product to the front";
    did_on(kind, day) = "{kind} on {day}.";
    became(before, after) = "{before} became {after}.";
    two_sentences(first, second) = "{first} {second}";
    did_ask(day) = "Asked on {day}, above the line.";
    did_break = "You saw it: the ask came first, and the checker said so.";
    /// For screen readers.
    step_done(number, title, note) = "Step {number}, done, {title}: {note}";
    step_now(number, title, note) = "Step {number}, now, {title}: {note}";
    step_later(number, title, note) = "Step {number}, later, {title}: {note}";

    head_build = "Build your first arc";
    head_name = "Every lane belongs to somebody. Who is it about?";
    head_why(name) = "Begin with the reason: why {name} and the brand work together. The line below is how ready the followers are to be asked.";
    head_share(name) = "Put a values story on the second slot: what {name} and the brand both believe.";
    head_community = "Pass the mic: somebody from the community, on the third slot.";
    head_product = "The line is above “Ready to ask”. Now a product has its place.";
    head_ask_last = "The product stands before the story that carries it. Move it to the end.";
    head_break = "That is an arc. Now break it on purpose";
    /// The button is [`move_to_front`].
    head_break_line(button) = "Drag the product to the front, or use the button “{button}”.";
    head_broken = "Now the ask comes first";
    head_broken_line(keys) = "Nothing tells people why. Read the finding below, then press {keys} until the product is back.";
    head_learned = "The same posts, another order";
    head_learned_line = "First the reason, then what you share, then other people, and the ask last. The checker reads every change and tells you when that slips.";

    guide_board = "The first arc";
    slot_why = "Say why";
    slot_share = "What you share";
    slot_community = "Pass the mic";
    slot_ask = "Now ask";
    /// For screen readers.
    slot(kind, day) = "Empty slot: {kind}, {day}";
    drop_on(day) = "Drop on {day}";
    band_change(before, after) = "{before} to {after}";
    title_why(name) = "Why we work with {name}";
    title_share = "What we both believe";
    title_community = "Somebody who is not the creator";
    title_ask = "Have a look";
}
