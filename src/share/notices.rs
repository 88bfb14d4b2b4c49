//! What will not be shown as it was meant, said before and after an artifact is made.

use std::collections::BTreeSet;

use super::choice::{Choice, Format};
use super::error::{ExportError, Watch};
use super::pictures::{Shelf, WEB_SIDE};
use super::{Shared, deck};
use crate::check::Report;
use crate::model::Campaign;
use crate::words::picture as say;

/// Most signs that are named.
const NAMED: usize = 12;

/// What will not be shown as it was meant: signs without a font, pictures that cannot be read. Nothing is written; it takes
/// as long as laying out the pages.
///
/// # Errors
/// When the artifact cannot be made at all, or somebody stops it.
pub fn trial(campaign: &Campaign, report: &Report, choice: &Choice, watch: Watch<'_>) -> Result<Vec<String>, ExportError> {
    let shared = Shared::new(campaign, report, choice.reader);
    let (view, kit) = (&shared.view, &shared.kit);
    match choice.format {
        Format::Pdf | Format::Pptx => {
            let deck = deck::deck(view, kit, choice, watch)?;
            Ok(of(choice.format, &deck.missing, &deck.broken))
        }
        Format::Png | Format::Svg => {
            let poster = deck::picture(view, kit, choice, shared.shown(choice.motif), watch)?;
            Ok(of(choice.format, &poster.missing, &poster.broken))
        }
        Format::Html => {
            let mut shelf = Shelf::new(WEB_SIDE);
            for picture in view.lanes.iter().flat_map(|lane| &lane.cards).filter_map(|card| card.picture.as_deref()) {
                watch.step(0, 1)?;
                shelf.get(picture);
            }
            Ok(of(choice.format, &BTreeSet::new(), shelf.broken()))
        }
        Format::Xlsx | Format::Csv | Format::Ics | Format::Markdown => Ok(Vec::new()),
    }
}

/// What is worth saying about signs without a font and pictures that could not be shown.
///
/// Text that stays text is set by the machine that shows it; only where glyphs are drawn here does a sign without a font
/// become a box.
pub(super) fn of(format: Format, missing: &BTreeSet<String>, broken: &[String]) -> Vec<String> {
    let mut notices = Vec::new();
    if matches!(format, Format::Pdf | Format::Png) && !missing.is_empty() {
        let named: Vec<&str> = missing.iter().take(NAMED).map(String::as_str).collect();
        let named = named.join(" ");
        notices.push(say::missing_signs(match missing.len().saturating_sub(NAMED) {
            0 => named,
            more => say::more_signs(named, more),
        }));
    }
    notices.extend(broken.iter().map(|name| say::broken_picture(name)));
    notices
}
