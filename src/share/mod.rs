//! Campaign, analysis and reader in, artifacts out: no paths, no clock.
