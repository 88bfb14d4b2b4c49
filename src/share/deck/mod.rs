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
mod findings;
mod flow;
mod frame;
mod glossary;
mod months;
mod people;
mod storyboards;
mod summary;
mod titles;

use super::choice::{Choice, Section};
use super::error::{ExportError, Watch};
use super::kit::Kit;
use super::look::Look;
use super::pictures::{PAGE_SIDE, Shelf};
use super::plan::Plan;
use super::scene::{Fonts, Page, Scene, Size, Typesetter};
use crate::words::{self, share_dialog as say};

/// Most signs or pictures that are named when they are missing.
const NAMED: usize = 20;

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
        let signs: Vec<&str> = self.missing.iter().map(String::as_str).take(NAMED).collect();
        let signs = (!signs.is_empty()).then(|| say::signs_missing(signs.join(" ")));
        let broken: Vec<&str> = self.broken.iter().map(String::as_str).take(NAMED).collect();
        let broken = (!broken.is_empty()).then(|| say::pictures_broken(words::list(&broken)));
        signs.into_iter().chain(broken).collect()
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
    /// The pages so far, with the section each belongs to.
    pub(super) pages: Vec<(Section, Page)>,
}

/// The deck of a plan, as its reader may see it.
///
/// # Errors
/// When somebody stops it.
pub fn deck(plan: &Plan, kit: &Kit, choice: &Choice, watch: Watch<'_>) -> Result<Deck, ExportError> {
    let (width, height) = choice.paper.points();
    let fonts = Fonts::shipped().branded(kit.heading.as_ref(), kit.body.as_ref());
    let mut build = Build {
        plan,
        kit,
        choice,
        look: Look::branded(choice.tone, kit),
        set: Typesetter::new(&fonts),
        size: Size::new(width, height),
        pictures: Shelf::new(PAGE_SIDE),
        pages: Vec::new(),
    };
    let wanted: Vec<Section> = Section::ALL.into_iter().filter(|section| choice.has(*section)).collect();
    for (done, section) in wanted.iter().enumerate() {
        watch.step(done, wanted.len())?;
        match section {
            Section::Cover => cover::build(&mut build),
            Section::Summary => summary::build(&mut build),
            Section::Arc => arc::build(&mut build),
            Section::Storyboards => storyboards::build(&mut build),
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
