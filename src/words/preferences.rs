//! The dialog of what this user prefers on this computer.

say! {
    command = "Preferences…";
    title = "Preferences";
    intro = "These settings are for everything that you open on this computer. They change no plan, and they are kept as soon as they are chosen.";
    back = "Put everything back";
    back_tip = "All of this as it was at the first start. The file of house rules stays.";

    part_look = "Look";
    language = "Language";
    language_system = "As the system";
    language_note = "Of this window. Pages about the rules are in English.";
    theme = "Colours";
    theme_system = "Like the system";
    theme_light = "Light";
    theme_dark = "Dark";
    size = "Size of everything";
    percent(number) = "{number}%";
    motion = "Motion";
    motion_system = "As the system asks";
    motion_reduced = "Reduced";
    motion_full = "Full";
    motion_note = "Reduced: what would glide is there at once.";

    part_written = "Days and amounts";
    written_note = "In this window. Files that are shared are written for their readers.";
    week = "Weeks begin on";
    week_usual(day) = "As usual here ({day})";
    dates = "Days";
    money = "Amounts";
    currency = "Currency";
    currency_note = "Of an amount without one, where the plan’s budget does not say.";

    part_new = "New plans";
    market = "Market";
    market_none = "None";
    market_named(name, code) = "{name} ({code})";
    market_note = "Labels are checked for it. A plan can have others.";

    part_saving = "Saving";
    autosave = "Save by itself after a pause";
    autosave_note = "Only a plan that has a file, and only while nobody else changed that file. Whatever is chosen here, work that no file has is kept as a draft.";

    part_house = "House rules";
    house_none = "No file of house rules is used on this computer.";
    house_used(name, file) = "The rules of {name}, from {file}.";
    house_closed(file) = "{file} cannot be used now.";
    house_choose = "Choose a file…";
    house_show = "Show its folder";
    house_forget = "Stop using it";
}
