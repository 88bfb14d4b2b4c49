//! Momentboard.
fn main() {}
