//! Plans that travel inside other files: where they are put, and how they are found again without trusting the file.

pub mod pdf;
pub mod pptx;
