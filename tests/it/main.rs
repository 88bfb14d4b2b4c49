//! The one integration test binary; each module is a subject.
mod disk;
mod files;
mod pictures;
