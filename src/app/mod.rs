//! The glue of the window: frame, actions, jobs, derived data. The only holder of everything.
