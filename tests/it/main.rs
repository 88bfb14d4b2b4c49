//! The one integration test binary; each module is a subject.

mod curve;
#[cfg(feature = "gui")]
mod kit;
mod layout;
