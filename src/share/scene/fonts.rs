//! The fonts that texts are set in.
//!
//! Shipped: Inter for the deck, and one face for each script it does not cover, so that nothing becomes boxes on a machine
//! without fonts, and the same plan gives the same bytes on every machine. Only what none of them covers (Hangul, rare
//! signs) is looked for among the fonts of the system, and only where the caller allows it.

use std::sync::{Arc, OnceLock};

use parley::FontContext;
use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, GenericFamily, SourceCache};
use skrifa::{FontRef, MetadataProvider as _};

use crate::expected::expecting;

/// The deck's own family.
const INTER: &str = "Inter";
/// The families that stand in for what the deck's own does not cover, in the order in which they are asked.
const STAND_INS: &[&str] = &["Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari", "Droid Sans Fallback", "Noto Emoji"];

static OWN: &[u8] = include_bytes!("../../../assets/fonts/Inter.ttf");

static SHIPPED: &[(&str, &[u8])] = &[
    (INTER, OWN),
    ("Noto Sans Arabic", include_bytes!("../../../assets/fonts/NotoSansArabic-Regular.ttf")),
    ("Noto Sans Arabic", include_bytes!("../../../assets/fonts/NotoSansArabic-Bold.ttf")),
    ("Noto Sans Hebrew", include_bytes!("../../../assets/fonts/NotoSansHebrew-Regular.ttf")),
    ("Noto Sans Hebrew", include_bytes!("../../../assets/fonts/NotoSansHebrew-Bold.ttf")),
    ("Noto Sans Devanagari", include_bytes!("../../../assets/fonts/NotoSansDevanagari-Regular.ttf")),
    ("Noto Sans Devanagari", include_bytes!("../../../assets/fonts/NotoSansDevanagari-Bold.ttf")),
    ("Droid Sans Fallback", include_bytes!("../../../assets/fonts/DroidSansFallback.ttf")),
    ("Noto Emoji", include_bytes!("../../../assets/fonts/NotoEmoji-Regular.ttf")),
];

/// What stands in the collection for the families of headings and of everything else. Names of families are looked up once,
/// not for every text: with eight families that was a tenth of the time that setting a text takes.
pub(super) const HEADING: GenericFamily = GenericFamily::UiSerif;
pub(super) const BODY: GenericFamily = GenericFamily::UiSansSerif;

/// A font that came with a brand kit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FontFile {
    /// What the family is called.
    pub family: String,
    /// The file: TrueType or OpenType.
    pub bytes: Arc<[u8]>,
}

impl FontFile {
    /// What the family of a font file calls itself; `None` for what is no font that letters can be drawn with.
    #[must_use]
    pub fn family_of(bytes: &Arc<[u8]>) -> Option<String> {
        // Whoever writes the deck opens it with the same reader of outlines.
        let font = FontRef::new(bytes).ok()?;
        let letter = ['A', 'a', '0'].into_iter().find_map(|c| font.charmap().map(c))?;
        font.outline_glyphs().get(letter)?;
        let mut collection = bare();
        let (family, _) = collection.register_fonts(Blob::new(Arc::new(Arc::clone(bytes))), None).into_iter().next()?;
        collection.family_name(family).map(str::to_owned)
    }
}

/// A collection without any font.
fn bare() -> Collection {
    Collection::new(CollectionOptions { shared: false, system_fonts: false })
}

/// The fonts of the system; none where it has none.
///
/// On a machine without a single font the library that asks for them panics instead of saying so. That is what this computer is
/// like, and no fault of the plan: what the shipped fonts do not cover is then named as missing.
fn of_system() -> Collection {
    expecting(|| Collection::new(CollectionOptions { shared: false, system_fonts: true })).unwrap_or_else(bare)
}

/// Fonts, ready to be used. Cloning is cheap.
#[derive(Clone)]
pub struct Fonts {
    pub(super) context: FontContext,
    heading: String,
    body: String,
    /// Whether texts that are set with them hold their glyphs.
    pub(super) glyphs: bool,
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Fonts({}, {})", self.heading, self.body)
    }
}

impl Fonts {
    /// The shipped fonts and nothing else: the same on every machine.
    #[must_use]
    pub fn shipped() -> Self {
        static SHIPPED: OnceLock<Fonts> = OnceLock::new();
        SHIPPED.get_or_init(|| Self::new(false)).clone()
    }

    /// The shipped fonts, and those of the system for what they do not cover.
    #[must_use]
    pub fn with_system() -> Self {
        static SYSTEM: OnceLock<Fonts> = OnceLock::new();
        SYSTEM.get_or_init(|| Self::new(true)).clone()
    }

    /// The file of the deck's own font.
    #[must_use]
    pub fn own() -> &'static [u8] {
        OWN
    }

    /// A shipped font that draws this sign, with its name.
    #[must_use]
    pub fn shipped_with(sign: char) -> Option<(&'static str, &'static [u8])> {
        SHIPPED.iter().copied().find(|(_, bytes)| {
            let font = FontRef::new(bytes).ok();
            font.is_some_and(|font| font.charmap().map(sign).is_some_and(|glyph| font.outline_glyphs().get(glyph).is_some()))
        })
    }

    fn new(system_fonts: bool) -> Self {
        let mut collection = if system_fonts { of_system() } else { bare() };
        for (family, bytes) in SHIPPED {
            let name = FontInfoOverride { family_name: Some(family), ..FontInfoOverride::default() };
            collection.register_fonts(Blob::new(Arc::new(*bytes)), Some(name));
        }
        // Clones share what they load, so that a font of the system is one font for all pages of a deck.
        let context = FontContext { collection, source_cache: SourceCache::new_shared() };
        Self { context, heading: INTER.to_owned(), body: INTER.to_owned(), glyphs: true }.ordered()
    }

    /// The same fonts for whoever only asks how many lines a text takes and breaks them himself: texts then hold no glyphs, which
    /// are most of what a deck weighs.
    #[must_use]
    pub fn for_measuring(mut self) -> Self {
        self.glyphs = false;
        self
    }

    /// The same fonts, each face with the families that it asks, in their order.
    fn ordered(mut self) -> Self {
        for (face, own) in [(HEADING, &self.heading), (BODY, &self.body)] {
            let names = [own.as_str(), INTER].into_iter().chain(STAND_INS.iter().copied());
            let mut ids = Vec::new();
            for id in names.filter_map(|name| self.context.collection.family_id(name)) {
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
            self.context.collection.set_generic_families(face, ids.into_iter());
        }
        self
    }

    /// The same fonts with a brand's own for headings and for everything else; `None` keeps Inter. A file that is no font
    /// changes nothing.
    #[must_use]
    pub fn branded(mut self, heading: Option<&FontFile>, body: Option<&FontFile>) -> Self {
        for (font, face) in [(heading, &mut self.heading), (body, &mut self.body)] {
            let Some(font) = font else { continue };
            let name = FontInfoOverride { family_name: Some(&font.family), ..FontInfoOverride::default() };
            let bytes = Blob::new(Arc::new(Arc::clone(&font.bytes)));
            if !self.context.collection.register_fonts(bytes, Some(name)).is_empty() {
                face.clone_from(&font.family);
            }
        }
        self.ordered()
    }
}
