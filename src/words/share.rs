//! What stands in shared pages.
