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
//! | days on which nothing is published | yes | no | no |
//! | owners, notes, links, evidence, contacts | yes | no | no |
//! | who has the last word on a moment | yes | yes, in the briefs | yes |
//! | approval states, and what is still due | yes | no, but nothing is due for what is out | no, but nothing is due for what is out |
//! | ideas in the tray | counted | no | no |
//! | pages that the team wrote | all | those for clients | those for creators |
//! | accepted risks | all | those marked for the client, as sentence and reason | no |
//!
//! Formats that carry data instead of sentences (tables, calendars, the plan inside a document) are written from the
//! [`reduced`] campaign, which has nothing in it that the reader must not see; never from the campaign itself. A reduced campaign says that it is
//! one ([`Campaign::shared_with`]), so that whoever opens it does not take what was left out for something that is not there.

mod arc;
mod briefing;
pub mod choice;
pub mod columns;
pub mod compared;
mod csv;
pub mod deck;
pub mod encode;
mod error;
mod html;
mod ics;
pub mod kit;
mod lanes;
mod look;
mod made;
mod markdown;
mod notices;
pub mod outline;
pub mod pdf;
mod pictures;
mod plan;
pub mod png;
pub mod pptx;
mod reduce;
mod risks;
mod rules;
pub mod scene;
mod spend;
pub mod svg;
mod tables;
mod unnamed;
mod xlsx;

pub use briefing::{Briefing, Place};
pub use choice::{Beside, Choice, Compared, Format, Motif, Paper, Section, Tone};
pub use compared::{Comparison, SideView};
pub use csv::csv;
pub use error::{ExportError, Watch};
pub use html::html;
pub use ics::{Entries, ics};
pub use kit::Kit;
pub use look::Look;
pub use made::{Due, Labelled, Made, Markets};
pub use markdown::markdown;
pub use plan::{
    Accepted, AskMark, Card, Curve, FindingLine, Inside, LaneView, Lasting, Plan, Quiet, Reader, RuleOffLine, UncheckedLine, plan,
};
pub use reduce::{own_pages, reduced};
pub use spend::{Part, Spend};
pub use unnamed::{Nameless, Unnamed, unnamed};
pub use xlsx::xlsx;

use std::collections::BTreeSet;
use std::panic::resume_unwind;
use std::thread;

use crate::check::Report;
use crate::model::{Campaign, limits};
use crate::store;
use crate::words::{self, language, slides as say_slides};

use self::deck::Deck;

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
    /// What is still to come, which formats that carry data cannot ask a reduced campaign for.
    ahead: made::Ahead,
}

impl Shared {
    /// A campaign as that reader may see it.
    #[must_use]
    pub fn new(campaign: &Campaign, report: &Report, reader: Reader) -> Self {
        let view = plan(campaign, report, reader);
        Self { campaign: reduced(campaign, reader), view, kit: Kit::of(campaign), ahead: made::Ahead::of(campaign, reader) }
    }

    /// A campaign as the reader of a choice may see it, with what is compared in it.
    #[must_use]
    pub fn of_choice(campaign: &Campaign, report: &Report, choice: &Choice) -> Self {
        let mut shared = Self::new(campaign, report, choice.reader);
        shared.view.compared = compared::view(campaign, report, &shared.view, choice);
        shared
    }

    /// What a picture shows: the lanes of the view stand in the order of the reduced campaign, but have no ids.
    fn shown(&self, motif: Motif) -> deck::Shown {
        match motif {
            Motif::Board => deck::Shown::Board,
            Motif::Arc => deck::Shown::Arc,
            Motif::Lane(id) => {
                let at = self.campaign.lanes.iter().position(|lane| lane.id == id);
                // A lane that is not there has a place that is not there, either.
                deck::Shown::Lane(at.unwrap_or(usize::MAX))
            }
        }
    }
}

/// Whether the campaign can be shared like that: beyond a bound, pages take more memory than a computer has, and what is made
/// of them is opened by nothing. Costs nothing, so that it can be asked before any work.
///
/// # Errors
/// When there are more moments than pages can have.
pub fn within_bounds(campaign: &Campaign, choice: &Choice) -> Result<(), ExportError> {
    let pages = choice.format.is_deck() || choice.format.is_picture() || choice.format == Format::Html;
    let one = match (choice.reader, choice.motif) {
        (Reader::Creator(lane), _) => Some(lane),
        (_, Motif::Lane(lane)) if choice.format.is_picture() => Some(lane),
        _ => None,
    };
    let lanes = campaign.lanes.iter().filter(|lane| one.is_none_or(|one| lane.id == one));
    let count: usize = lanes.map(|lane| lane.moments.len()).sum();
    if pages && count > limits::PAGED_MOMENTS {
        let message = words::share::too_many_moments(count, limits::PAGED_MOMENTS);
        return Err(ExportError::failed(message, words::share::too_many_moments_hint()));
    }
    Ok(())
}

/// An artifact of a campaign for a reader.
///
/// # Errors
/// When it cannot be made or somebody stops it.
pub fn export(campaign: &Campaign, report: &Report, choice: &Choice, watch: Watch<'_>) -> Result<Artifact, ExportError> {
    within_bounds(campaign, choice)?;
    let (shared, made) = choice.in_its_language(|| {
        let shared = Shared::of_choice(campaign, report, choice);
        let made = written(&shared, choice, watch);
        (shared, made)
    });
    let mut made = made?;
    // What of the brand kit could not be used is only missed where it would have been seen.
    if choice.format.is_deck() || choice.format == Format::Html {
        made.notices.extend(shared.kit.notices);
    }
    Ok(made)
}

/// The artifact itself.
fn written(shared: &Shared, choice: &Choice, watch: Watch<'_>) -> Result<Artifact, ExportError> {
    let plain = |bytes: Vec<u8>| Ok(Artifact { bytes, notices: Vec::new() });
    watch.step(0, 1)?;
    match choice.format {
        Format::Html => {
            let inside = carried(shared, choice)?;
            let (bytes, broken) = html::page(&shared.view, &shared.kit, choice, inside.as_deref(), &|| watch.step(0, 1).is_ok());
            watch.step(0, 1)?;
            Ok(Artifact { bytes, notices: language::to_asker(|| notices::of(&BTreeSet::new(), &[], &broken)) })
        }
        Format::Markdown => plain(markdown(&shared.view, choice)),
        Format::Pdf => {
            let (deck, inside) = with_carried(shared, choice, || deck::deck(&shared.view, &shared.kit, choice, watch))?;
            let mut made = pdf::pdf(&deck.scene, choice.made_on, inside.as_deref(), watch)?;
            made.notices.extend(language::to_asker(|| deck.notices()));
            Ok(made)
        }
        Format::Pptx => slides(shared, choice, watch),
        Format::Xlsx => xlsx(shared, choice, watch),
        Format::Csv => csv(shared, choice, watch),
        Format::Ics => ics(shared, choice, watch),
        Format::Png | Format::Svg => pictured(shared, choice, watch),
    }
}

/// The plan as one picture.
fn pictured(shared: &Shared, choice: &Choice, watch: Watch<'_>) -> Result<Artifact, ExportError> {
    let poster = deck::picture(&shared.view, &shared.kit, choice, shared.shown(choice.motif), watch)?;
    let bytes = if choice.format == Format::Png {
        png::png(&poster.page, choice.width)?
    } else {
        let family = |font: &Option<scene::FontFile>| font.as_ref().map(|font| font.family.clone());
        let (heading, body) = (family(&shared.kit.heading), family(&shared.kit.body));
        svg::svg(&poster.page, choice.width, svg::Families { heading: heading.as_deref(), body: body.as_deref() })
    };
    watch.step(2, 2)?;
    Ok(Artifact {
        bytes,
        notices: language::to_asker(|| {
            notices::of(&poster.missing, &notices::moments_with(&shared.view, &poster.missing), &poster.broken)
        }),
    })
}

/// The plan that travels inside, where that is wanted: as far as the reader may see it.
fn carried(shared: &Shared, choice: &Choice) -> Result<Option<Vec<u8>>, ExportError> {
    let plan = choice.embed.then(|| store::write(&shared.campaign)).transpose();
    plan.map_err(|cause| ExportError::told(|| (words::pdf::plan_failed(cause), words::pdf::plan_hint())))
}

/// The deck and the plan that travels inside. Whoever builds pages last leaves a processor free, which writes the plan.
fn with_carried(
    shared: &Shared,
    choice: &Choice,
    deck: impl FnOnce() -> Result<Deck, ExportError>,
) -> Result<(Deck, Option<Vec<u8>>), ExportError> {
    thread::scope(|scope| {
        let apart = thread::Builder::new().spawn_scoped(scope, language::carried(|| carried(shared, choice)));
        let deck = deck()?;
        // Where no thread is to be had, this one does it all.
        let plan =
            apart.map_or_else(|_| carried(shared, choice), |apart| apart.join().unwrap_or_else(|why| resume_unwind(why)))?;
        Ok((deck, plan))
    })
}

/// The deck as slides.
fn slides(shared: &Shared, choice: &Choice, watch: Watch<'_>) -> Result<Artifact, ExportError> {
    let (deck, plan) = with_carried(shared, choice, || deck::measured(&shared.view, &shared.kit, choice, watch))?;
    let bytes = pptx::pptx(&deck.scene, &shared.kit, plan.as_deref(), watch)?;
    watch.step(1, 1)?;
    let largest = store::limits::DECK_BYTES;
    let too_large = plan.is_some() && bytes.len() > largest;
    let notices = language::to_asker(|| {
        let too_large = too_large.then(|| say_slides::too_large(store::limits::readable(largest as u64)));
        deck.notices().into_iter().chain(too_large).collect()
    });
    Ok(Artifact { bytes, notices })
}
