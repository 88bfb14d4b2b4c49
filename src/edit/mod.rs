//! The only code that changes a campaign.
