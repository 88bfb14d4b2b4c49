//! The terminal face.

pub mod clock;
