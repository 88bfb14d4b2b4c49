//! The deck: a plan as pages, for reading aloud in a room and for leaving behind.
//!
//! One file a section. Every section is built from the view of the reader and adds pages to the [`Build`]; a section that
//! has nothing to say adds none. Texts are measured and go on on the next page: nothing is clipped, nothing is set below
//! 9 points.

mod accepted;
mod arc;
mod briefs;
mod budget;
mod calendar;
mod column;
mod cover;
mod curve;
mod days;
mod deliverables;
mod disclosure;
mod even;
mod findings;
mod flow;
mod frame;
mod glossary;
mod grid;
mod months;
mod own;
mod panel;
mod people;
mod picture;
mod storyboards;
mod summary;
mod titles;
pub(super) mod told;
mod under;

use super::choice::{Choice, Section};
use super::error::{ExportError, Watch};
use super::kit::Kit;
use super::look::Look;
use super::notices;
use super::pictures::{PAGE_SIDE, Shelf};
use super::plan::Plan;
use super::scene::{Fonts, Page, Scene, Size, Typesetter};

pub use picture::{Poster, Shown, picture};

/// A deck, and what is worth saying about it.
#[derive(Clone, Debug)]
pub struct Deck {
    /// The pages.
    pub scene: Scene,
    /// Which section each page belongs to, in the order of the pages.
    pub sections: Vec<Section>,
    /// Signs that no font could show.
    pub missing: std::collections::BTreeSet<String>,
    /// Names of pictures that could not be shown.
    pub broken: Vec<String>,
}

impl Deck {
    /// What is missing on its pages, in sentences for the person who shares.
    #[must_use]
    pub fn notices(&self) -> Vec<String> {
        notices::of(&self.missing, &self.broken)
    }
}

/// What sections build with.
pub(super) struct Build<'a> {
    pub(super) plan: &'a Plan,
    pub(super) kit: &'a Kit,
    pub(super) choice: &'a Choice,
    pub(super) look: Look,
    pub(super) set: Typesetter,
    pub(super) size: Size,
    pub(super) pictures: Shelf,
    /// The pages so far.
    pub(super) leaves: Vec<Leaf>,
}

/// A page that is done but for its running line.
pub(super) struct Leaf {
    pub(super) section: Section,
    pub(super) page: Page,
    /// Where the running line begins: at the left edge of what the page says.
    pub(super) left: f64,
}

/// The deck of a plan, as its reader may see it.
///
/// # Errors
/// When somebody stops it.
pub fn deck(plan: &Plan, kit: &Kit, choice: &Choice, watch: Watch<'_>) -> Result<Deck, ExportError> {
    let deck = built(plan, kit, choice, &Fonts::shipped(), watch)?;
    // The fonts of the system are asked only for what the shipped ones do not have: else the same plan would look different
    // on every machine.
    if deck.missing.is_empty() { Ok(deck) } else { built(plan, kit, choice, &Fonts::with_system(), watch) }
}

impl<'a> Build<'a> {
    /// Nothing yet, on pages of that size.
    fn new(plan: &'a Plan, kit: &'a Kit, choice: &'a Choice, fonts: &Fonts, size: Size) -> Self {
        let fonts = fonts.clone().branded(kit.heading.as_ref(), kit.body.as_ref());
        Self {
            plan,
            kit,
            choice,
            look: Look::branded(choice.tone, kit),
            set: Typesetter::new(&fonts),
            size,
            pictures: Shelf::new(PAGE_SIDE),
            leaves: Vec::new(),
        }
    }
}

fn built(plan: &Plan, kit: &Kit, choice: &Choice, fonts: &Fonts, watch: Watch<'_>) -> Result<Deck, ExportError> {
    let (width, height) = choice.paper.points();
    let mut build = Build::new(plan, kit, choice, fonts, Size::new(width, height));
    let wanted: Vec<Section> = Section::ALL.into_iter().filter(|section| choice.has(*section)).collect();
    if wanted.iter().any(|section| matches!(section, Section::Storyboards | Section::Briefs)) {
        let cards = plan.lanes.iter().flat_map(|lane| &lane.cards);
        let pictures = cards.filter_map(|card| card.picture.as_deref());
        build.pictures.prepare(pictures, &|| watch.step(0, wanted.len()).is_ok());
    }
    for (done, section) in wanted.iter().enumerate() {
        watch.step(done, wanted.len())?;
        match section {
            Section::Cover => cover::build(&mut build),
            Section::Summary => summary::build(&mut build),
            Section::Arc => arc::build(&mut build),
            Section::Storyboards => storyboards::build(&mut build),
            Section::Own => own::build(&mut build),
            Section::Briefs => briefs::build(&mut build),
            Section::Calendar => calendar::build(&mut build),
            Section::Deliverables => deliverables::build(&mut build),
            Section::Disclosure => disclosure::build(&mut build),
            Section::Budget => budget::build(&mut build),
            Section::Findings => findings::build(&mut build),
            Section::Accepted => accepted::build(&mut build),
            Section::Glossary => glossary::build(&mut build),
        }
    }
    summary::contents(&mut build);
    Ok(build.finish())
}
