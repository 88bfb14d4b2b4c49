//! The brand kit, resolved: what a deck takes from the brand instead of from us.

use std::sync::Arc;

use super::scene::{FontFile, Ready, Rgb};

/// What a deck takes from the brand. Everything may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kit {
    /// The name beside the logo: the first brand of the plan.
    pub brand: String,
    /// The logo.
    pub logo: Option<Arc<Ready>>,
    /// The picture of the cover.
    pub cover: Option<Arc<Ready>>,
    /// The line at the foot of each page, instead of brand and campaign.
    pub footer: Option<String>,
    /// Who made it ("Prepared by …").
    pub prepared_by: Option<String>,
    /// The font of titles and headings.
    pub heading: Option<FontFile>,
    /// The font of everything else.
    pub body: Option<FontFile>,
    /// The accent, already checked against the page it stands on.
    pub accent: Option<Rgb>,
    /// The colour of pages and the colour of text on them, light; already checked against each other.
    pub paper_and_ink: Option<(Rgb, Rgb)>,
}
