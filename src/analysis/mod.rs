//! Facts derived from a campaign. Pure: “today” is a parameter, nothing here edits or draws.
//!
//! [`Axis`] says which days a lane is measured in; [`curve`](curve::curve), [`quiet`](quiet::quiet),
//! [`reasons`] (why the curve moved), [`packing`] and [`totals`] build on it. [`order`] says what comes before what, [`drops`] which asks count as one.
//! [`scale`] turns days into pixels, [`deadlines`](deadlines::deadlines) says what is due before a day, [`blackouts`] what stands on days without publishing. No text is made here:
//! reasons are data, and whoever shows them finds the words in [`crate::words`].

pub mod axis;
pub mod blackouts;
pub mod curve;
pub mod deadlines;
pub mod drops;
pub mod order;
pub mod packing;
pub mod quiet;
pub mod reasons;
pub mod scale;
pub mod totals;

pub use axis::{Axis, Dated, dated};
