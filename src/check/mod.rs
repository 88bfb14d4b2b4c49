//! Findings and fixes: one file per rule.
