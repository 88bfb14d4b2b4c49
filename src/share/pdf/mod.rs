//! A scene as PDF: real text in embedded subsets of its fonts, tagged for readers that speak, with bookmarks and links.
//!
//! The library that writes the file aborts the whole program when something panics while a tag is open. So the work is
//! split: everything that can fail becomes `parts` first — paths are checked, fonts and pictures are opened, ranges of
//! text are looked at — and only then is anything drawn, by code that decides nothing.
//!
//! * `ahead`: the first half of the work is done for the next pages while the last one is drawn.
//! * `parts`: items → what they are for a reader that speaks, with their strokes.
//! * `text`, `paint`, `picture`: what is drawn, known to be good.
//! * `table`: rows and cells.
//! * `links`: places that lead elsewhere; `outline`: the list of bookmarks.

mod ahead;
mod links;
mod outline;
mod paint;
mod parts;
mod picture;
mod table;
mod text;

use krilla::configure::{Accessibility, Configuration, ConfigurationBuilder};
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::error::KrillaError;
use krilla::metadata::{DateTime, Metadata, PageLayout};
use krilla::page::PageSettings;
use krilla::tagging::{Node, Tag, TagGroup, TagTree};
use krilla::{Document, SerializeSettings};

use super::Artifact;
use super::encode::clean;
use super::error::{ExportError, Watch};
use super::scene::{Page, Scene, Size};
use crate::model::Day;
use crate::store::carried::pdf as carried;
use crate::words::{language, pdf as say};

/// Shortest and longest side of a page that readers accept, in points.
const SIDES: (f64, f64) = (3.0, 14_400.0);

/// A scene as PDF. `made_on` is the only date in it; `plan` is the plan that travels inside, as its reader may see it.
///
/// # Errors
/// When a font cannot be embedded, or somebody stops it.
pub fn pdf(scene: &Scene, made_on: Option<Day>, plan: Option<&[u8]>, watch: Watch<'_>) -> Result<Artifact, ExportError> {
    match write(scene, made_on, plan, accessible(), watch) {
        Ok(bytes) => Ok(Artifact { bytes, notices: Vec::new() }),
        // What the rules of PDF/UA do not allow — a brand's font that may not be embedded everywhere — costs the mark that
        // says they are kept; never the deck.
        Err(Failure::Rules) => match write(scene, made_on, plan, Configuration::default(), watch) {
            Ok(bytes) => Ok(Artifact { bytes, notices: vec![language::to_asker(say::not_accessible).to_owned()] }),
            Err(failure) => Err(failure.into()),
        },
        Err(failure) => Err(failure.into()),
    }
}

/// Why a file could not be written.
enum Failure {
    /// It would not be what PDF/UA asks for.
    Rules,
    /// Anything else.
    Other(ExportError),
}

impl From<ExportError> for Failure {
    fn from(error: ExportError) -> Self {
        Self::Other(error)
    }
}

impl From<Failure> for ExportError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Rules => Self::failed(say::failed(say::rules_failed()), say::failed_hint()),
            Failure::Other(error) => error,
        }
    }
}

/// The rules of PDF/UA-1, which is PDF 1.7.
fn accessible() -> Configuration {
    ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish().unwrap_or_default()
}

fn write(
    scene: &Scene,
    made_on: Option<Day>,
    plan: Option<&[u8]>,
    rules: Configuration,
    watch: Watch<'_>,
) -> Result<Vec<u8>, Failure> {
    let mut document = Document::new_with(SerializeSettings { configuration: rules, ..SerializeSettings::default() });
    let mut tree = TagTree::new().with_lang(Some(scene.language.to_owned()));
    ahead::pages(scene, |number, page, parts| {
        watch.step(number, scene.pages.len())?;
        tree.push(TagGroup::with_children(Tag::Section, add(&mut document, page, parts)));
        Ok::<(), ExportError>(())
    })?;
    if scene.pages.is_empty() {
        // A document without pages is none; an empty page says that there was nothing to say.
        let (width, height) = sides(Size::ZERO);
        drop(PageSettings::from_wh(width, height).map(|settings| document.start_page_with(settings)));
    }
    document.set_tag_tree(tree);
    document.set_outline(outline::outline(scene));
    document.set_metadata(metadata(scene, made_on));
    // It is the only file in the document, so its name cannot be taken.
    plan.and_then(|plan| document.embed_file(attachment(plan)));
    document.finish().map_err(|cause| match cause {
        KrillaError::Validation(_) => Failure::Rules,
        KrillaError::Font(_, cause) => Failure::Other(ExportError::told(|| (say::font_failed(cause), say::font_hint()))),
        other => Failure::Other(ExportError::told(|| (say::failed(other), say::failed_hint()))),
    })
}

/// Adds a page and returns what stands on it, for readers that speak.
fn add(document: &mut Document, page: &Page, parts: Vec<parts::Part>) -> Vec<Node> {
    let (width, height) = sides(page.size);
    let Some(settings) = PageSettings::from_wh(width, height) else { return Vec::new() };
    let mut to = document.start_page_with(settings);
    // Links are places on the page, not strokes; the page takes them before it is drawn on.
    let parts = links::place(parts, &mut to);
    let mut surface = to.surface();
    let mut nodes = Vec::new();
    paint::draw(parts, &mut surface, &mut nodes);
    surface.finish();
    to.finish();
    nodes
}

/// The sides of a page, within what readers accept.
fn sides(size: Size) -> (f32, f32) {
    let within = |length: f64| if length.is_finite() { length.clamp(SIDES.0, SIDES.1) as f32 } else { SIDES.0 as f32 };
    (within(size.width), within(size.height))
}

fn metadata(scene: &Scene, made_on: Option<Day>) -> Metadata {
    let mut metadata = Metadata::new()
        .title(title(scene))
        .description(clean(&scene.subject))
        .creator(say::program().to_owned())
        .language(scene.language.to_owned())
        .page_layout(PageLayout::SinglePage);
    if !scene.author.trim().is_empty() {
        metadata = metadata.authors(vec![clean(&scene.author)]);
    }
    if let Some(day) = made_on {
        let date = day.date();
        let part = |number: i8| u8::try_from(number).unwrap_or(1);
        let year = u16::try_from(date.year()).unwrap_or(1);
        metadata = metadata.creation_date(DateTime::new(year).month(part(date.month())).day(part(date.day())));
    }
    metadata
}

/// The plan as an attachment, unpacked and without a date: so it is found again without reading the document.
fn attachment(plan: &[u8]) -> EmbeddedFile {
    EmbeddedFile {
        path: carried::NAME.to_owned(),
        mime_type: MimeType::new(carried::KIND),
        description: Some(say::attachment().to_owned()),
        association_kind: AssociationKind::Source,
        data: plan.to_vec().into(),
        modification_date: None,
        compress: Some(false),
        location: None,
    }
}

/// What the document is called; never empty.
fn title(scene: &Scene) -> String {
    let own = std::iter::once(&scene.title).chain(scene.pages.iter().map(|page| &page.title));
    let own = own.map(|title| clean(title)).find(|title| !title.trim().is_empty());
    own.unwrap_or_else(|| say::untitled().to_owned())
}
