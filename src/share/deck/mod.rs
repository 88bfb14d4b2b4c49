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
mod compared;
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
mod phases;
mod picture;
mod storyboards;
mod summary;
mod titles;
pub(super) mod told;
mod under;

use std::collections::BTreeMap;
use std::mem;
use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::choice::{Choice, Section};
use super::error::{ExportError, Watch};
use super::kit::Kit;
use super::look::Look;
use super::notices;
use super::pictures::{PAGE_SIDE, Shelf};
use super::plan::Plan;
use super::scene::{Fonts, Page, Scene, Size, Typesetter};
use crate::words::language;

pub use picture::{Poster, Shown, picture};

/// Most processors that build sections at once.
const MOST_BUILDERS: usize = 4;

/// What somebody builds at a time: a section, or what it says of one lane.
#[derive(Clone, Copy, Debug)]
struct Task {
    section: Section,
    lane: Option<usize>,
}

/// What is built: its place in the list of tasks, its pages, and its pictures.
type Part = (usize, Vec<Leaf>, Shelf);

/// A deck, and what is worth saying about it.
#[derive(Clone, Debug)]
pub struct Deck {
    /// The pages.
    pub scene: Scene,
    /// Which section each page belongs to, in the order of the pages.
    pub sections: Vec<Section>,
    /// Signs that no font could show.
    pub missing: std::collections::BTreeSet<String>,
    /// The moments that they are in.
    pub missing_in: Vec<String>,
    /// Names of pictures that could not be shown.
    pub broken: Vec<String>,
}

impl Deck {
    /// What is missing on its pages, in sentences for the person who shares.
    #[must_use]
    pub fn notices(&self) -> Vec<String> {
        notices::of(&self.missing, &self.missing_in, &self.broken)
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
    set(plan, kit, choice, |fonts| fonts, watch)
}

/// The same deck for a writer that breaks lines by itself: its texts know their lines, but hold no glyphs.
///
/// # Errors
/// When somebody stops it.
pub(super) fn measured(plan: &Plan, kit: &Kit, choice: &Choice, watch: Watch<'_>) -> Result<Deck, ExportError> {
    set(plan, kit, choice, Fonts::for_measuring, watch)
}

fn set(plan: &Plan, kit: &Kit, choice: &Choice, of: fn(Fonts) -> Fonts, watch: Watch<'_>) -> Result<Deck, ExportError> {
    let deck = built(plan, kit, choice, &of(Fonts::shipped()), watch)?;
    // The fonts of the system are asked only for what the shipped ones do not have: else the same plan would look different
    // on every machine.
    if deck.missing.is_empty() { Ok(deck) } else { built(plan, kit, choice, &of(Fonts::with_system()), watch) }
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
    let new = || Build::new(plan, kit, choice, fonts, Size::new(width, height));
    let wanted: Vec<Section> = Section::ALL.into_iter().filter(|section| choice.has(*section)).collect();
    let mut build = new();
    if wanted.iter().any(|section| matches!(section, Section::Storyboards | Section::Briefs)) {
        let pictures = plan.cards().filter_map(|(_, card)| card.picture.as_deref());
        build.pictures.prepare(pictures, &|| watch.step(0, wanted.len()).is_ok());
    }
    // No section knows another one's pages, and no lane another one's, so each is built by itself, by whoever is free. What cannot
    // be divided is taken first: begun last, it would keep everybody waiting.
    let tasks: Vec<Task> = wanted.iter().flat_map(|section| tasks(*section, plan)).collect();
    let mut order: Vec<usize> = (0..tasks.len()).collect();
    order.sort_by_key(|at| tasks.get(*at).is_none_or(|task| task.lane.is_some()));
    let next = AtomicUsize::new(0);
    let work = || -> Result<Vec<Part>, ExportError> {
        let mut done = Vec::new();
        // What its typesetter has shaped for one section, somebody needs in the next one.
        let mut part = new();
        part.pictures = build.pictures.beside();
        loop {
            let taken = next.fetch_add(1, Ordering::Relaxed);
            let Some((at, task)) = order.get(taken).and_then(|at| Some((*at, tasks.get(*at)?))) else { return Ok(done) };
            watch.step(taken, tasks.len())?;
            add(&mut part, *task);
            done.push((at, mem::take(&mut part.leaves), mem::replace(&mut part.pictures, build.pictures.beside())));
        }
    };
    let mut parts = thread::scope(|scope| -> Result<Vec<Part>, ExportError> {
        // Where no thread is to be had, this one does it all.
        let helpers: Vec<_> =
            (1..builders()).filter_map(|_| thread::Builder::new().spawn_scoped(scope, language::carried(work)).ok()).collect();
        let mut parts = work()?;
        for helper in helpers {
            // What goes wrong in a section goes wrong for the whole deck.
            parts.extend(helper.join().unwrap_or_else(|why| resume_unwind(why))?);
        }
        Ok(parts)
    })?;
    parts.sort_by_key(|(at, _, _)| *at);
    for (_, leaves, pictures) in parts {
        build.leaves.extend(leaves);
        build.pictures.join(pictures);
    }
    let mut numbers: BTreeMap<Section, usize> = BTreeMap::new();
    for leaf in &mut build.leaves {
        let number = numbers.entry(leaf.section).or_default();
        *number += 1;
        leaf.page.anchor = format!("{}-{number}", leaf.page.anchor);
    }
    summary::contents(&mut build);
    frame::run(&mut build.leaves, &new);
    Ok(build.finish())
}

/// How many processors build.
fn builders() -> usize {
    thread::available_parallelism().map_or(1, NonZeroUsize::get).min(MOST_BUILDERS)
}

/// What there is to build for a section.
fn tasks(section: Section, plan: &Plan) -> Vec<Task> {
    match section {
        Section::Storyboards | Section::Briefs => (0..plan.lanes.len()).map(|lane| Task { section, lane: Some(lane) }).collect(),
        _ => vec![Task { section, lane: None }],
    }
}

/// Adds the pages of a task.
fn add(build: &mut Build<'_>, task: Task) {
    let lane = task.lane.and_then(|at| build.plan.lanes.get(at));
    match (task.section, lane) {
        (Section::Storyboards, Some(lane)) => storyboards::build(build, lane),
        (Section::Briefs, Some(lane)) => briefs::build(build, lane),
        (section, _) => whole(build, section),
    }
}

/// Adds the pages of a section that is not divided.
fn whole(build: &mut Build<'_>, section: Section) {
    match section {
        Section::Storyboards | Section::Briefs => {}
        Section::Cover => cover::build(build),
        Section::Summary => summary::build(build),
        Section::Arc => arc::build(build),
        Section::Comparison => compared::build(build),
        Section::Own => own::build(build),
        Section::Calendar => calendar::build(build),
        Section::Deliverables => deliverables::build(build),
        Section::Disclosure => disclosure::build(build),
        Section::Budget => budget::build(build),
        Section::Findings => findings::build(build),
        Section::Accepted => accepted::build(build),
        Section::Glossary => glossary::build(build),
    }
}
