//! What stands only in the page and the text of a plan, beside what the deck says, too.

say! {
    on_this_page = "On this page";
    sideways(what) = "{what}; scroll sideways where it does not fit";
    sentence(text) = "{text}.";
    language = "Language";
    // What nobody has decided yet.
    open(what) = "Not decided yet: {what}.";
    open_label(moments) = "the label in the text of {moments}";
    open_own(moments) = "the platform’s own label on {moments}";
    // Cells of a text.
    finding(title, message) = "{title}. {message}";
    labelled(label, text) = "{label}: {text}";
    titled(title, hook) = "{title} – {hook}";
    marked(asks, mark) = "{asks} ({mark})";
}
