//! What stands on the pages of a deck.

say! {
    // Every section.
    continued(title) = "{title} (continued)";
}
