//! Facts derived from a campaign. Pure: “today” is a parameter, nothing here edits or draws.

pub mod drops;
pub mod order;
