//! The brand kit: what a brand gives its decks, and what is said where it cannot be used.

say! {
    // The dialog.
    command = "Brand kit…";
    title = "Brand kit";
    text = "What decks take from the brand. It is kept in this plan; a file of it can be used in others. Files can be dropped here: the first picture becomes the logo, the next one the cover; the first font is for headings, the next one for text.";
    logo = "Logo";
    cover = "Cover picture";
    heading_font = "Heading font";
    body_font = "Text font";
    accent = "Accent";
    paper = "Paper";
    ink = "Ink";
    footer = "Footer line";
    footer_hint = "Brand and campaign";
    prepared_by = "Prepared by";
    prepared_by_hint = "Nobody is named";
    none = "Not set";
    inter = "Inter";
    choose = "Choose…";
    choose_for(name) = "Choose: {name}";
    remove = "Remove";
    remove_of(name) = "Remove: {name}";
    pick_colour(name) = "Pick: {name}";
    not_a_colour(text) = "“{text}” is no colour. One is written as # and six digits, such as #4A48C4.";
    not_a_colour_yet(text, colour) = "“{text}” is no colour, so it stays {colour}. One is written as # and six digits, such as #4A48C4.";
    done = "Done";
    save_kit = "Save the kit…";
    load_kit = "Use a kit from a file…";
    remove_kit = "Remove all";
    nothing_to_save = "Nothing is set yet.";
    step_picture = "Change a picture of the brand kit";
    step_font = "Change a font of the brand kit";
    step_colour = "Change a colour of the brand kit";
    step_words = "Change the words of the brand kit";
    step_load_kit = "Use another brand kit";
    step_remove_kit = "Remove the brand kit";
    reading = "Reading a file of the brand kit";
    cannot_use = "That file cannot be used";
    font_hint = "Choose a TrueType or OpenType file (.ttf, .otf) of at most 5 MiB.";
    picture_hint = "Choose a picture: PNG, JPEG, WebP or GIF.";
    kit_hint = "Choose a kit that was saved with “Save the kit…”, or a plan that has one.";
    no_font(file) = "{file} is no font that letters can be drawn with.";
    kit_files = "Brand kits and plans";
    font_files = "Fonts";
    picture_files = "Pictures";
    path_read = "A file for the brand kit";
    path_save = "Where the brand kit is written";
    // Files.
    bad_colour(text) = "“{text}” is no colour; one is written as #4A48C4.";
    font_too_big = "A font of the brand kit is larger than 5 MiB.";
    font_damaged = "A font of the brand kit is damaged.";
    // What is used instead.
    font_unreadable(family) = "The font {family} of the brand kit cannot be read; Inter is used instead.";
    picture_unreadable = "A picture of the brand kit cannot be read and is left out.";
    ink_unreadable(ink, paper, ratio, used) = "{ink} on {paper} is hard to read ({ratio} : 1, at least 4.5 are needed). Text is set in {used} instead.";
    accent_unreadable(accent, paper, ratio, used) = "The accent {accent} is hard to read on {paper} ({ratio} : 1, at least 4.5 are needed). Words in it are set in {used} instead.";
    // The terminal.
    arg_kit = "The brand kit to use instead of the plan’s own: a file that was saved with “Save the kit…”, or any plan that has one";
    no_kit(file) = "{file} holds no brand kit.";
    no_kit_hint = "Save one from the brand kit dialog, or name a plan that has one.";
}
