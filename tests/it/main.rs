//! The one integration test binary; each module is a subject.

#![allow(unreachable_pub, reason = "the shared helpers are public so that benches can include them, too")]

#[path = "../support/plans.rs"]
mod plans;

#[cfg(feature = "gui")]
mod board;
mod curve;
#[cfg(feature = "gui")]
mod kit;
mod layout;
#[cfg(feature = "gui")]
#[path = "../support/raster.rs"]
mod raster;
