//! Campaign, analysis, findings and reader in, artifacts out: no paths, no clock, no window.
//!
//! [`plan`](plan()) builds the one view that every exporter reads. What a reader must not see is left out *there*,
//! once, so that no exporter can leak it: an exporter never sees the campaign. Every exporter is a pure function of
//! that view and its [`Options`]: same input, same bytes.
//!
//! | | internal | client | creator |
//! |---|---|---|---|
//! | lanes | all | all | their own |
//! | open findings, codes and rules that are off | yes | no | no |
//! | fees, budgets, compensation | yes | no | no |
//! | owners, notes, links, evidence, contacts | yes | no | no |
//! | approval states | yes | no | no |
//! | ideas in the tray | counted | no | no |
//! | accepted risks | all | those marked for the client, as sentence and reason | no |
//!
//! Formats that carry data instead of sentences (tables, calendars, the plan inside a document) are written from the
//! [`reduced`] campaign, which has nothing in it that the reader must not see; never from the campaign itself.

mod arc;
pub mod choice;
pub mod deck;
pub mod encode;
mod error;
mod html;
pub mod kit;
mod lanes;
mod look;
mod markdown;
pub mod pdf;
mod pictures;
mod plan;
pub mod png;
mod reduce;
mod risks;
mod rules;
pub mod scene;

pub use choice::{Choice, Format, Motif, Paper, Section, Tone};
pub use error::{ExportError, Watch};
pub use html::html;
pub use kit::Kit;
pub use look::Look;
pub use markdown::markdown;
pub use plan::{Accepted, AskMark, Card, Curve, FindingLine, Inside, LaneView, Lasting, Plan, Quiet, Reader, RuleOffLine, plan};
pub use reduce::reduced;

use crate::check::Report;
use crate::model::Campaign;
use crate::words::share as say;

/// An artifact, and what is worth saying about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Artifact {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// Signs without a font, pictures that could not be shown: sentences for the person who shares.
    pub notices: Vec<String>,
}

/// What exporters work from: all of it may be seen by the reader.
#[derive(Clone, Debug)]
pub struct Shared {
    /// The campaign without what the reader must not see, for formats that carry data.
    pub campaign: Campaign,
    /// The plan in sentences, for formats that are read.
    pub view: Plan,
    /// What the pages take from the brand.
    pub kit: Kit,
}

impl Shared {
    /// A campaign as that reader may see it.
    #[must_use]
    pub fn new(campaign: &Campaign, report: &Report, reader: Reader) -> Self {
        let view = plan(campaign, report, reader);
        Self { campaign: reduced(campaign, reader), view, kit: Kit::of(campaign) }
    }
}

/// An artifact of a campaign for a reader.
///
/// # Errors
/// When it cannot be made or somebody stops it.
pub fn export(campaign: &Campaign, report: &Report, choice: &Choice, watch: Watch<'_>) -> Result<Artifact, ExportError> {
    let shared = Shared::new(campaign, report, choice.reader);
    let mut made = written(&shared, choice, watch)?;
    // What of the brand kit could not be used is only missed where it would have been seen.
    if choice.format.is_deck() {
        made.notices.extend(shared.kit.notices);
    }
    Ok(made)
}

/// The artifact itself.
fn written(shared: &Shared, choice: &Choice, watch: Watch<'_>) -> Result<Artifact, ExportError> {
    let plain = |bytes: Vec<u8>| Ok(Artifact { bytes, notices: Vec::new() });
    watch.step(0, 1)?;
    match choice.format {
        Format::Html => plain(html(&shared.view, choice)),
        Format::Markdown => plain(markdown(&shared.view, choice)),
        Format::Pdf => {
            let deck = deck::deck(&shared.view, &shared.kit, choice, watch)?;
            pdf::pdf(&deck.scene, choice.made_on, watch)
        }
        Format::Pptx | Format::Xlsx | Format::Csv | Format::Ics | Format::Png | Format::Svg => {
            Err(ExportError::failed(say::cancelled(), ""))
        }
    }
}
