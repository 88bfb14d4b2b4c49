//! Identities. Everything that can be referred to has an id of its own, never reused and never an index.
//!
//! An [`Id`] is 1 to 12 of the characters `a–z`, `0–9` and `-`, packed into eight bytes so that it is `Copy`
//! and cheap to compare; in the file it is readable text (`"tobi-ask"`). Drawn ids are twelve random
//! characters (about 62 bits), so two people can add moments to copies of one plan and merge them.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::words;

const ALPHABET: &[u8; 37] = b"abcdefghijklmnopqrstuvwxyz0123456789-";
const LONGEST: usize = 12;
/// How many ids are drawn to find one that comes after another.
const DRAWN: usize = 64;
/// Bijective base: every text of the alphabet has exactly one number, so `a` and `aa` stay apart.
const BASE: u64 = 37;

/// A packed id. Use the typed ones ([`MomentId`], [`LaneId`], …), which cannot be mistaken for one another.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(u64);

impl Id {
    /// The last id of all, `------------`: it is never drawn, because drawn ids have no dashes.
    pub(super) const NOBODY: Self = {
        let (mut packed, mut at) = (0, 0);
        while at < LONGEST {
            packed = packed * BASE + BASE;
            at += 1;
        }
        Self(packed)
    };

    /// Reads an id from its text. `None` when it is empty, longer than twelve characters, or holds another character.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.is_empty() || text.len() > LONGEST {
            return None;
        }
        let mut packed = 0u64;
        for byte in text.bytes() {
            let digit = ALPHABET.iter().position(|&c| c == byte)? as u64 + 1;
            packed = packed * BASE + digit;
        }
        Some(Self(packed))
    }

    /// Makes a twelve-character id out of any 64 bits; equal bits give equal ids.
    #[must_use]
    pub fn from_bits(mut bits: u64) -> Self {
        let mut packed = 0u64;
        for _ in 0..LONGEST {
            // Letters and digits only: a drawn id never looks like a word with dashes.
            packed = packed * BASE + bits % (BASE - 1) + 1;
            bits /= BASE - 1;
        }
        Self(packed)
    }

    /// The packed number, for hashing and for deriving further ids.
    #[must_use]
    pub fn bits(self) -> u64 {
        self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = [0u8; LONGEST];
        let mut at = LONGEST;
        let mut rest = self.0;
        while rest > 0 && at > 0 {
            at -= 1;
            let digit = (rest - 1) % BASE;
            text[at] = ALPHABET[usize::try_from(digit).unwrap_or(0)];
            rest = (rest - 1) / BASE;
        }
        f.write_str(std::str::from_utf8(&text[at..]).unwrap_or_default())
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Text;
        impl serde::de::Visitor<'_> for Text {
            type Value = Id;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an id in quotes")
            }
            fn visit_str<E: serde::de::Error>(self, v: &str) -> Result<Id, E> {
                Id::parse(v).ok_or_else(|| E::custom(words::files::bad_id(v)))
            }
        }
        d.deserialize_str(Text)
    }
}

macro_rules! typed {
    ($($(#[$doc:meta])* $name:ident;)+) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Id);

        impl $name {
            /// Reads the id from its text; `None` when the text is not an id.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> { Id::parse(text).map(Self) }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }
    )+ };
}

typed! {
    /// The id of a moment, parked or placed.
    MomentId;
    /// The id of a lane.
    LaneId;
    /// The id of a creator.
    CreatorId;
    /// The id of a brand.
    BrandId;
    /// The id of a product.
    ProductId;
    /// The id of an accepted finding.
    AcceptanceId;
    /// The id of a note on a lane.
    NoteId;
}

/// The id of a whole plan: a UUID, because plans travel further than what is in them.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct PlanId(uuid::Uuid);

impl PlanId {
    /// A plan id from 128 bits that the caller drew.
    #[must_use]
    pub fn from_bits(bits: u128) -> Self {
        Self(uuid::Builder::from_random_bytes(bits.to_be_bytes()).into_uuid())
    }
}

impl fmt::Display for PlanId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
impl fmt::Debug for PlanId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
impl Serialize for PlanId {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(&self.0)
    }
}
impl<'de> Deserialize<'de> for PlanId {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        uuid::Uuid::try_parse(&text).map(Self).map_err(|_| D::Error::custom(words::files::bad_plan_id(text)))
    }
}

/// A source of fresh ids. Seeded by the rim (from the operating system's randomness) or, where the same
/// input must give the same ids (fixes, tests), by a number.
#[derive(Clone, Debug)]
pub struct IdSource {
    state: u64,
}

impl IdSource {
    /// A source that always gives the same ids for the same seed.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next 64 bits (splitmix64: every seed walks through all of them before one comes again).
    pub fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A fresh id for a moment.
    pub fn moment(&mut self) -> MomentId {
        MomentId(Id::from_bits(self.bits()))
    }

    /// A fresh id for a moment that comes after another one of its day: where nothing else does, ids say which comes first. The
    /// least of many that would do is taken, so that there is room behind it for those to come.
    pub fn moment_after(&mut self, other: MomentId) -> MomentId {
        let drawn: [MomentId; DRAWN] = std::array::from_fn(|_| self.moment());
        drawn.into_iter().filter(|id| *id > other).min().unwrap_or(drawn[0])
    }

    /// A fresh id for anything.
    pub fn id(&mut self) -> Id {
        Id::from_bits(self.bits())
    }

    /// A fresh id for a plan.
    pub fn plan(&mut self) -> PlanId {
        PlanId::from_bits(u128::from(self.bits()) << 64 | u128::from(self.bits()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_number_are_one_to_one() {
        for text in ["a", "aa", "-", "tobi-ask", "999999999999", "------------"] {
            assert_eq!(Id::parse(text).map(|id| id.to_string()).as_deref(), Some(text));
        }
        let mut source = IdSource::seeded(7);
        for _ in 0..1000 {
            let id = source.id();
            assert_eq!(id.to_string().len(), LONGEST);
            assert_eq!(Id::parse(&id.to_string()), Some(id));
        }
    }

    #[test]
    fn one_that_comes_after_others_does_so_time_and_again() {
        let mut source = IdSource::seeded(3);
        let mut last = source.moment();
        for _ in 0..20 {
            let next = source.moment_after(last);
            assert!(next > last);
            last = next;
        }
    }

    #[test]
    fn what_is_not_an_id_is_refused() {
        for text in ["", "Tobi", "thirteenchars", "a b", "é"] {
            assert_eq!(Id::parse(text), None, "{text}");
        }
    }
}
