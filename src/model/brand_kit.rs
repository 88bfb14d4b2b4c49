//! What a brand gives its decks: logo, cover, fonts, colours and a few words. Kept in a plan; a plan that holds nothing
//! else is a kit to be used again.

use std::fmt;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::record::record;
use super::{Campaign, PictureId, PlanId};
use crate::words;

/// Largest font file that is kept, in bytes (5 MiB).
pub const FONT_BYTES: usize = 5 * 1024 * 1024;

/// A colour as people write it: `#4A48C4`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// Reads six hexadecimal digits, with or without the mark before them.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim().trim_start_matches('#');
        if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self(part(0)?, part(2)?, part(4)?))
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02X}{:02X}{:02X}", self.0, self.1, self.2)
    }
}
impl Serialize for Colour {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Colour {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom(words::brand_kit::bad_colour(text)))
    }
}

/// The bytes of a font file; text in the plan.
#[derive(Clone, PartialEq, Eq)]
pub struct FontBytes(pub Arc<[u8]>);

impl fmt::Debug for FontBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FontBytes({})", self.0.len())
    }
}
impl Serialize for FontBytes {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&STANDARD.encode(&self.0))
    }
}
impl<'de> Deserialize<'de> for FontBytes {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        // A third more letters than bytes; what is longer is not decoded at all.
        if text.len() > FONT_BYTES / 3 * 4 + 8 {
            return Err(D::Error::custom(words::brand_kit::font_too_big()));
        }
        let bytes = STANDARD.decode(&text).map_err(|_| D::Error::custom(words::brand_kit::font_damaged()))?;
        Ok(Self(bytes.into()))
    }
}

record! {
    /// A font of the brand.
    pub struct BrandFont {
        /// What the family is called.
        must family: String,
        /// The file: TrueType or OpenType.
        must data: FontBytes,
    }
}

record! {
    /// What a brand gives its decks. Everything may be missing.
    #[derive(Default)]
    pub struct BrandKit {
        /// The logo.
        opt logo: PictureId,
        /// The picture of the cover.
        opt cover: PictureId,
        /// The font of titles and headings.
        opt heading: Arc<BrandFont>,
        /// The font of everything else.
        opt body: Arc<BrandFont>,
        /// The one colour that stands out.
        opt accent: Colour,
        /// The colour of pages.
        opt paper: Colour,
        /// The colour of text on them.
        opt ink: Colour,
        /// The line at the foot of each page.
        opt footer: String,
        /// Who made it.
        opt prepared_by: String,
    }
}

impl BrandKit {
    /// The pictures it shows.
    pub fn pictures(&self) -> impl Iterator<Item = PictureId> {
        self.logo.into_iter().chain(self.cover)
    }

    /// Whether nothing is set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Campaign {
    /// A plan that holds nothing but the brand kit of this one: a kit to be used again.
    #[must_use]
    pub fn only_brand_kit(&self, id: PlanId) -> Option<Self> {
        let kit = self.brand_kit.as_ref()?;
        let pictures = self.pictures.iter().filter(|picture| kit.pictures().any(|id| id == picture.id)).cloned().collect();
        Some(Self { brand_kit: Some(Arc::clone(kit)), pictures, ..Self::new(id, self.name.clone()) })
    }

    /// Takes the brand kit of another plan, with its pictures, in the place of its own. Returns whether there was one.
    pub fn take_brand_kit(&mut self, of: &Self) -> bool {
        let Some(kit) = &of.brand_kit else { return false };
        let shown = kit.pictures().filter_map(|id| of.picture(id));
        let new: Vec<_> = shown.filter(|picture| self.picture(picture.id).is_none()).cloned().collect();
        self.pictures.extend(new);
        self.brand_kit = Some(Arc::clone(kit));
        true
    }
}
