//! The terminal: help texts, summaries, errors.
