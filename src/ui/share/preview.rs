//! What the preview shows: pages, or an outline of what the file holds. The app fills it from jobs; the dialog draws it and
//! says which pages it would like to have.

use std::collections::HashMap;

use egui::{ColorImage, Context, TextureHandle};

use crate::share::Section;
use crate::share::outline::Outline;
use crate::ui::kit::texture;

/// Large pages that are kept; those left behind first go first.
const LARGE_KEPT: usize = 6;

/// A page of the preview.
#[derive(Clone, Debug, PartialEq)]
pub struct PageShown {
    /// The section it belongs to; none for a picture.
    pub section: Option<Section>,
    /// What it says, in a line.
    pub title: String,
    /// Its height by its width.
    pub aspect: f32,
    /// Whether something begins on it: it is not a page that only continues.
    pub begins: bool,
}

/// In which of its two sizes a page is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PageSize {
    /// The one that is looked at.
    Large,
    /// In the rows below it.
    Small,
}

/// A page that is in sight and not there as it is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Which page.
    pub page: usize,
    /// In which size.
    pub size: PageSize,
    /// How wide, in pixels.
    pub width: u32,
}

struct Drawn {
    of: u64,
    width: u32,
    texture: TextureHandle,
}

/// How far the preview is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Something is being made; what is shown may be older.
    #[default]
    Making,
    /// What is shown is what is chosen.
    Ready,
    /// It could not be made: why, and what to do.
    Failed(String, String),
}

/// What is previewed.
#[derive(Default)]
pub struct Preview {
    /// How far it is.
    pub stage: Stage,
    /// The pages, in order.
    pub pages: Vec<PageShown>,
    /// What the file holds, for formats that are neither pages nor pictures.
    pub outline: Option<Outline>,
    /// What will be missing in the file, in sentences.
    pub notes: Vec<String>,
    /// About how many bytes the file has, once that is known.
    pub bytes: Option<u64>,
    /// How far a file is that is being written: steps done and steps of it.
    pub writing: Option<(usize, usize)>,
    /// Somebody has stopped that, and the step under way is still to end.
    pub stopping: bool,
    /// Copying takes its time.
    pub copying: bool,
    /// What was just done, in words; it stays until something else is chosen.
    pub said: Option<&'static str>,
    /// Names the state of the plan and the choice that the pages are of.
    of: u64,
    drawn: HashMap<(usize, PageSize), Drawn>,
    /// Large pages in the order in which they came.
    large: Vec<usize>,
}

impl std::fmt::Debug for Preview {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Preview({:?}, {} pages)", self.stage, self.pages.len())
    }
}

impl Preview {
    /// Something else is to be seen: what is shown stays, dimmed, until it is there.
    pub fn wait(&mut self) {
        self.stage = Stage::Making;
        self.bytes = None;
    }

    /// Nothing of what is shown may stay: it was made for another reader, or as something else.
    pub fn forget(&mut self) {
        self.pages.clear();
        self.drawn.clear();
        self.large.clear();
        self.notes.clear();
        self.outline = None;
        self.wait();
    }

    /// New pages. Those of before stay to be seen until each is drawn anew, so that nothing flickers.
    pub fn begin(&mut self, of: u64, pages: Vec<PageShown>, outline: Option<Outline>) {
        self.stage = Stage::Ready;
        self.of = of;
        let count = pages.len();
        self.drawn.retain(|(page, _), _| *page < count);
        self.large.retain(|page| *page < count);
        (self.pages, self.outline, self.bytes) = (pages, outline, None);
    }

    /// Whether the pages are those of that state.
    #[must_use]
    pub fn is_of(&self, of: u64) -> bool {
        self.of == of
    }

    /// A page was drawn.
    pub fn put(&mut self, ctx: &Context, of: u64, wanted: Wanted, image: ColorImage) {
        if of != self.of {
            return;
        }
        let Wanted { page, size, width } = wanted;
        let texture = texture(ctx, format!("page {page} {size:?}"), image);
        self.drawn.insert((page, size), Drawn { of, width, texture });
        if size == PageSize::Large {
            self.large.retain(|other| *other != page);
            self.large.push(page);
            if self.large.len() > LARGE_KEPT {
                let old = self.large.remove(0);
                self.drawn.remove(&(old, PageSize::Large));
            }
        }
    }

    /// The picture of a page, if there is one, and what is wanted where it is not as it is to be.
    pub(super) fn page(&self, wanted: Wanted) -> (Option<&TextureHandle>, Option<Wanted>) {
        let drawn = self.drawn.get(&(wanted.page, wanted.size));
        let is_right = drawn.is_some_and(|drawn| drawn.of == self.of && drawn.width == wanted.width);
        // A small picture of a page is better than none while the large one is drawn.
        let other = || self.drawn.get(&(wanted.page, PageSize::Small)).filter(|_| wanted.size == PageSize::Large);
        (drawn.or_else(other).map(|drawn| &drawn.texture), (!is_right).then_some(wanted))
    }

    /// Whether what is shown is older than what is chosen, or not there yet.
    pub(super) fn is_old(&self) -> bool {
        self.stage == Stage::Making
    }

    /// Which of the things that a section holds one after the other a page belongs to, from 0.
    pub(super) fn thing_at(&self, section: Section, page: usize) -> usize {
        let own = self.pages.iter().take(page + 1).filter(|of| of.section == Some(section) && of.begins);
        own.count().saturating_sub(1)
    }

    /// How many pages a section has, and the first of them.
    pub(super) fn of_section(&self, section: Section) -> (usize, Option<usize>) {
        let is = |page: &&PageShown| page.section == Some(section);
        let first = self.pages.iter().position(|page| page.section == Some(section));
        (self.pages.iter().filter(is).count(), first)
    }
}
