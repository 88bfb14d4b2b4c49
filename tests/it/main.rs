//! The one integration test binary; each module is a subject.

#[cfg(feature = "gui")]
mod kit;
#[cfg(feature = "gui")]
#[path = "../support/raster.rs"]
mod raster;
