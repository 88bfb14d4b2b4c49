//! What stands only in the page and the text of a plan, beside what the deck says, too.

say! {
    on_this_page = "On this page";
    sideways(what) = "{what}; scroll sideways where it does not fit";
    // Cells of a text.
    finding(title, message) = "{title}. {message}";
    titled(title, hook) = "{title} – {hook}";
    marked(asks, mark) = "{asks} ({mark})";
}
