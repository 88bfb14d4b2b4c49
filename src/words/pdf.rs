//! What is said about a PDF.

say! {
    program = "Momentboard";
    untitled = "Untitled plan";
    attachment = "The plan of this deck, as far as its reader may see it. Momentboard opens it, and opens this PDF as that plan.";
    plan_failed(cause) = "The plan cannot be put into the PDF: {cause}.";
    plan_hint = "Share it without the plan inside.";
    failed(cause) = "The PDF could not be written: {cause}.";
    failed_hint = "Choose other sections or another format; the plan is unchanged.";
    font_failed(cause) = "A font cannot be put into the PDF: {cause}.";
    font_hint = "Choose another font in the brand kit.";
    rules_failed = "it would not be readable aloud";
    not_accessible = "This PDF does not carry the mark PDF/UA: something in it, such as a font that may not be passed on, goes against its rules. It can be read aloud all the same.";
}
