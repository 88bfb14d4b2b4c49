//! Bytes ↔ campaign: the format, reading, saving.
