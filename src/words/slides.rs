//! What stands in exported slides beside the pages themselves: names of things in the list of a slide editor.

say! {
    /// The name of a slide's title.
    title(n) = "Title {n}";
    /// The name of a text box.
    text(n) = "Text {n}";
    /// The name of a shape.
    shape(n) = "Shape {n}";
    /// The name of a straight line.
    line(n) = "Line {n}";
    /// The name of a picture.
    picture(n) = "Picture {n}";
    /// The name of a table.
    table(n) = "Table {n}";
    /// The name of a drawing.
    figure(n) = "Drawing {n}";
    /// The name of a part of a slide that has none of its own.
    part(n) = "Part {n}";
    /// The name of a list.
    list(n) = "List {n}";
    /// The name of an entry of a list.
    entry(n) = "Entry {n}";
    /// The name of what only decorates.
    decoration(n) = "Decoration {n}";
    /// The name of the line at the foot of a slide.
    footer(n) = "Footer {n}";
    /// The name of a slide's number.
    number(n) = "Slide number {n}";
    /// The name of the small slide above the notes.
    notes_slide = "Slide image";
    /// The name of the notes.
    notes_text = "Notes";
    /// The section of slides that stand before the first named one.
    beginning = "Beginning";
    /// The name of the theme when no brand is known.
    theme = "Momentboard";
    /// The slides could not be put into a file.
    failed(cause) = "The slides could not be written: {cause}.";
    /// What to do about it.
    failed_hint = "Leave some sections out, or choose another format.";
    /// The plan inside is so large that the file cannot be opened as a plan again.
    too_large(largest) = "The slides are larger than {largest}, so they cannot be opened as a plan again.";
}
