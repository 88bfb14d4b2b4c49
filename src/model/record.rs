//! How a struct of the plan reads and writes itself: one list of fields, from which the struct, its reader
//! and its writer are made, so that the three cannot drift apart.
//!
//! A record omits what is unset, keeps the order of its fields, refuses a field that is given twice, and keeps
//! every field it does not know, byte for byte, so that a plan from a newer version survives being edited here.
//! (serde's `flatten` cannot do that in RON: it changes structs into maps and loses the names of enum variants.)
//!
//! The word before a field says how it is written:
//! `must` always, and reading fails without it; `opt` an `Option`, written bare when set; `list` a `Vec`, omitted
//! when empty; `has` any value, omitted when it is the default; `skip` never, it is filled in by the reader's caller.
//! The same with `_word` is for choices, of which a later version may know more: see [`super::later`].

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Mutex, PoisonError};

use ron::value::RawValue;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use crate::words;

/// Most unknown fields one record keeps; more than that is a broken file, not a newer one.
pub const MAX_UNKNOWN: usize = 256;
/// Longest name of an unknown field, in characters.
pub const MAX_UNKNOWN_NAME: usize = 64;
/// Most different names of unknown fields in the life of the process; each is kept for good.
const MAX_NAMES: usize = 10_000;

/// Fields that this version does not know, with their text as it stood in the file.
///
/// Almost every record has none, so an empty one is a single null pointer: that is what the box is for.
#[derive(Clone, Default)]
#[expect(
    clippy::box_collection,
    reason = "a plan has 100 000 records, nearly all without unknown fields: 8 bytes each instead of 24"
)]
pub struct Unknown(Option<Box<Vec<UnknownField>>>);

/// Name and value of an unknown field.
type UnknownField = (&'static str, Box<RawValue>);

impl Unknown {
    /// Name and RON text of each unknown field, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &RawValue)> {
        self.0.iter().flat_map(|fields| fields.iter()).map(|(name, value)| (*name, &**value))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |fields| fields.len())
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The text that is kept under that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&RawValue> {
        self.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// Reads the value of the field `name` and keeps it.
    ///
    /// # Errors
    /// When the name came before, is too long, or there are too many.
    pub fn keep<'de, A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<(), A::Error> {
        let fields = self.0.get_or_insert_default();
        if fields.iter().any(|(known, _)| *known == name) {
            return Err(A::Error::custom(words::files::twice(name)));
        }
        if name.chars().count() > MAX_UNKNOWN_NAME {
            let start: String = name.chars().take(MAX_UNKNOWN_NAME).collect();
            return Err(A::Error::custom(words::files::long_unknown(start)));
        }
        if fields.len() >= MAX_UNKNOWN {
            return Err(A::Error::custom(words::files::too_many_unknown(MAX_UNKNOWN)));
        }
        let name = intern(name).ok_or_else(|| A::Error::custom(words::files::too_many_unknown(MAX_NAMES)))?;
        let value: Box<RawValue> = map.next_value()?;
        // Blanks and line ends around a value belong to the file's layout, which is ours; what is kept is the value.
        fields.push((name, value.trim_boxed()));
        Ok(())
    }
}

impl Unknown {
    /// Keeps a value under that name; `None`, and nothing kept, when there are too many, or too long a name.
    pub fn set(&mut self, name: &str, value: Box<RawValue>) -> Option<()> {
        if self.len() >= MAX_UNKNOWN || name.chars().count() > MAX_UNKNOWN_NAME {
            return None;
        }
        let name = intern(name)?;
        let fields = self.0.get_or_insert_default();
        fields.retain(|(known, _)| *known != name);
        fields.push((name, value));
        Some(())
    }

    /// Adds a field whose name is not there yet.
    pub fn add(&mut self, name: &'static str, value: Box<RawValue>) {
        self.0.get_or_insert_default().push((name, value));
    }
}

impl PartialEq for Unknown {
    fn eq(&self, other: &Self) -> bool {
        self.iter().map(|(n, v)| (n, v.get_ron())).eq(other.iter().map(|(n, v)| (n, v.get_ron())))
    }
}

impl fmt::Debug for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter().map(|(n, v)| (n, v.get_ron()))).finish()
    }
}

/// serde wants field names that live as long as the process. `None` when there are too many different ones.
fn intern(name: &str) -> Option<&'static str> {
    static NAMES: Mutex<BTreeMap<String, &'static str>> = Mutex::new(BTreeMap::new());
    let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = names.get(name) {
        return Some(known);
    }
    if names.len() >= MAX_NAMES {
        return None;
    }
    let kept: &'static str = Box::leak(name.to_owned().into_boxed_str());
    names.insert(name.to_owned(), kept);
    Some(kept)
}

/// The name of a field, known or not.
pub struct FieldName(pub String);

impl<'de> Deserialize<'de> for FieldName {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Name;
        impl Visitor<'_> for Name {
            type Value = FieldName;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a field name")
            }
            fn visit_str<E: Error>(self, name: &str) -> Result<FieldName, E> {
                Ok(FieldName(name.to_owned()))
            }
        }
        d.deserialize_identifier(Name)
    }
}

/// A struct of the plan, for whoever reads its fields one by one.
pub trait Record {
    /// The names of all fields, as the file calls them.
    const NAMES: &'static [&'static str];
}

/// Whether a value is the one a field has when nothing is said.
pub fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident { $( $(#[$fmeta:meta])* $mode:ident $field:ident : $ty:ty ),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        pub struct $name {
            $( $(#[$fmeta])* pub $field: $crate::model::record::record!(@ty $mode $ty), )*
            /// Fields that this version does not know.
            pub unknown: $crate::model::record::Unknown,
        }

        impl $crate::model::record::Record for $name {
            const NAMES: &'static [&'static str] = Self::FIELDS;
        }

        impl $name {
            /// The names of all fields, as the file calls them.
            pub const FIELDS: &'static [&'static str] = &[$(stringify!($field)),*];

            /// What is kept beside the fields: unknown fields, and words of a later version whose field was not edited since.
            fn kept(&self) -> impl Iterator<Item = (&'static str, &::ron::value::RawValue)> {
                self.unknown.iter().filter(|(name, _raw)| match *name {
                    $( stringify!($field) => $crate::model::record::record!(@stands $mode $ty, _raw, self.$field), )*
                    _ => true,
                })
            }

            /// The names of the fields in which the two differ, as the file calls them; "unknown" for those of later versions.
            #[must_use]
            pub fn differs_in(&self, other: &Self) -> Vec<&'static str> {
                self.differs_in_but(other, &[])
            }

            /// The same without looking at some of the fields: lists that are too long to be compared, or are compared elsewhere.
            #[must_use]
            pub fn differs_in_but(&self, other: &Self, but: &[&str]) -> Vec<&'static str> {
                let mut names = Vec::new();
                $( if !but.contains(&stringify!($field)) && self.$field != other.$field { names.push(stringify!($field)); } )*
                if self.unknown != other.unknown { names.push("unknown"); }
                names
            }

            /// Takes the value of a field over from another; `false` where there is no field of that name.
            pub fn take(&mut self, field: &str, from: &Self) -> bool {
                match field {
                    $( stringify!($field) => self.$field.clone_from(&from.$field), )*
                    "unknown" => self.unknown.clone_from(&from.unknown),
                    _ => return false,
                }
                true
            }
        }

        /// A word of a later version that an edit took the place of is no difference: it is not written any more.
        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                $( self.$field == other.$field && )* ((self.unknown.is_empty() && other.unknown.is_empty())
                    || self.kept().map(|(n, v)| (n, v.get_ron())).eq(other.kept().map(|(n, v)| (n, v.get_ron()))))
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                use ::serde::ser::SerializeStruct as _;
                let fields = 0 $( + usize::from($crate::model::record::record!(@set $mode self.$field)) )* + self.unknown.len();
                let mut out = s.serialize_struct(stringify!($name), fields)?;
                $( $crate::model::record::record!(@write $mode $ty, out, self, $field); )*
                for (name, value) in self.unknown.iter() {
                    let word = match name {
                        $( stringify!($field) => $crate::model::record::record!(@word $mode), )*
                        _ => false,
                    };
                    if !word {
                        out.serialize_field(name, value)?;
                    }
                }
                out.end()
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                struct Fields;
                impl<'de> ::serde::de::Visitor<'de> for Fields {
                    type Value = $name;
                    fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                        f.write_str(concat!("the fields of a ", stringify!($name)))
                    }
                    fn visit_map<A: ::serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        use ::serde::de::Error as _;
                        if $crate::model::halt::is_unwanted() {
                            return Err(A::Error::custom($crate::words::files::given_up()));
                        }
                        $( let mut $field: Option<$crate::model::record::record!(@read_as $mode $ty)> = None; )*
                        let mut unknown = $crate::model::record::Unknown::default();
                        while let Some($crate::model::record::FieldName(key)) = map.next_key()? {
                            match key.as_str() {
                                $( stringify!($field) if $crate::model::record::record!(@read $mode) => {
                                    if $field.is_some() {
                                        return Err(A::Error::custom($crate::words::files::twice(stringify!($field))));
                                    }
                                    $field = $crate::model::record::record!(@next $mode $ty, map, unknown, $field);
                                } )*
                                _ => unknown.keep(&key, &mut map)?,
                            }
                        }
                        Ok($name {
                            $( $field: $crate::model::record::record!(@fill $mode $field), )*
                            unknown,
                        })
                    }
                }
                d.deserialize_struct(stringify!($name), Self::FIELDS, Fields)
            }
        }
    };

    (@ty opt $ty:ty) => { Option<$ty> };
    (@ty opt_word $ty:ty) => { Option<$ty> };
    (@ty $mode:ident $ty:ty) => { $ty };

    // What the reader collects; an optional word may be set and still be none that is known.
    (@read_as opt_word $ty:ty) => { Option<$ty> };
    (@read_as $mode:ident $ty:ty) => { $ty };

    (@set must $value:expr) => { true };
    (@set must_word $value:expr) => { true };
    (@set opt $value:expr) => { $value.is_some() };
    (@set opt_word $value:expr) => { $value.is_some() };
    (@set list $value:expr) => { !$value.is_empty() };
    (@set list_word $value:expr) => { !$value.is_empty() };
    (@set has $value:expr) => { !$crate::model::record::is_default(&$value) };
    (@set has_word $value:expr) => { !$crate::model::record::is_default(&$value) };
    (@set skip $value:expr) => { false };

    (@word must_word) => { true };
    (@word opt_word) => { true };
    (@word list_word) => { true };
    (@word has_word) => { true };
    (@word $mode:ident) => { false };

    // What is shown for a word that is not known.
    (@stand_in must_word $ty:ty, $raw:ident) => { <$ty as $crate::model::later::StandIn>::STAND_IN };
    (@stand_in opt_word $ty:ty, $raw:ident) => { None::<$ty> };
    (@stand_in list_word $ty:ty, $raw:ident) => { $crate::model::later::known_ones($raw) };
    (@stand_in has_word $ty:ty, $raw:ident) => { <$ty>::default() };

    // Whether a field still has what it was given for a word that is not known.
    (@stands must_word $ty:ty, $raw:ident, $value:expr) => { $value == $crate::model::record::record!(@stand_in must_word $ty, $raw) };
    (@stands opt_word $ty:ty, $raw:ident, $value:expr) => { $value.is_none() };
    (@stands list_word $ty:ty, $raw:ident, $value:expr) => { $value == $crate::model::record::record!(@stand_in list_word $ty, $raw) };
    (@stands has_word $ty:ty, $raw:ident, $value:expr) => { $crate::model::record::is_default(&$value) };
    (@stands $mode:ident $ty:ty, $raw:ident, $value:expr) => { true };

    (@write must $ty:ty, $out:ident, $me:ident, $field:ident) => { $out.serialize_field(stringify!($field), &$me.$field)?; };
    (@write opt $ty:ty, $out:ident, $me:ident, $field:ident) => {
        if let Some(value) = &$me.$field { $out.serialize_field(stringify!($field), value)?; }
    };
    (@write list $ty:ty, $out:ident, $me:ident, $field:ident) => {
        if !$me.$field.is_empty() { $out.serialize_field(stringify!($field), &$me.$field)?; }
    };
    (@write has $ty:ty, $out:ident, $me:ident, $field:ident) => {
        if !$crate::model::record::is_default(&$me.$field) { $out.serialize_field(stringify!($field), &$me.$field)?; }
    };
    (@write skip $ty:ty, $out:ident, $me:ident, $field:ident) => {};
    (@write must_word $ty:ty, $out:ident, $me:ident, $field:ident) => {
        $crate::model::record::record!(@write_word must must_word $ty, $out, $me, $field)
    };
    (@write opt_word $ty:ty, $out:ident, $me:ident, $field:ident) => {
        $crate::model::record::record!(@write_word opt opt_word $ty, $out, $me, $field)
    };
    (@write list_word $ty:ty, $out:ident, $me:ident, $field:ident) => {
        $crate::model::record::record!(@write_word list list_word $ty, $out, $me, $field)
    };
    (@write has_word $ty:ty, $out:ident, $me:ident, $field:ident) => {
        $crate::model::record::record!(@write_word has has_word $ty, $out, $me, $field)
    };
    (@write_word $plain:ident $mode:ident $ty:ty, $out:ident, $me:ident, $field:ident) => {
        match $crate::model::later::written(&$me.unknown, stringify!($field)) {
            Some(raw) if $crate::model::record::record!(@stands $mode $ty, raw, $me.$field) => {
                $out.serialize_field(stringify!($field), raw)?;
            }
            _ => { $crate::model::record::record!(@write $plain $ty, $out, $me, $field); }
        }
    };

    (@read skip) => { false };
    (@read $mode:ident) => { true };

    (@next skip $ty:ty, $map:ident, $unknown:ident, $field:ident) => { None };
    (@next must_word $ty:ty, $map:ident, $unknown:ident, $field:ident) => {
        $crate::model::record::record!(@next_word must_word $ty, $map, $unknown, $field)
    };
    (@next opt_word $ty:ty, $map:ident, $unknown:ident, $field:ident) => {
        $crate::model::record::record!(@next_word opt_word $ty, $map, $unknown, $field)
    };
    (@next list_word $ty:ty, $map:ident, $unknown:ident, $field:ident) => {
        $crate::model::record::record!(@next_word list_word $ty, $map, $unknown, $field)
    };
    (@next has_word $ty:ty, $map:ident, $unknown:ident, $field:ident) => {
        $crate::model::record::record!(@next_word has_word $ty, $map, $unknown, $field)
    };
    (@next $mode:ident $ty:ty, $map:ident, $unknown:ident, $field:ident) => { Some($map.next_value()?) };
    (@next_word $mode:ident $ty:ty, $map:ident, $unknown:ident, $field:ident) => {
        Some(match $crate::model::later::read::<$ty, A>(stringify!($field), &mut $unknown, &mut $map)? {
            Ok(known) => $crate::model::record::record!(@known $mode known),
            Err(raw) => {
                let _raw = &*raw;
                $crate::model::record::record!(@stand_in $mode $ty, _raw)
            }
        })
    };
    (@known opt_word $value:ident) => { Some($value) };
    (@known $mode:ident $value:ident) => { $value };

    (@fill must $field:ident) => { $field.ok_or_else(|| A::Error::missing_field(stringify!($field)))? };
    (@fill must_word $field:ident) => { $field.ok_or_else(|| A::Error::missing_field(stringify!($field)))? };
    (@fill opt $field:ident) => { $field };
    (@fill $mode:ident $field:ident) => { $field.unwrap_or_default() };
}
pub(crate) use record;

/// A closed choice: its variants, all of them in order, and the key each has in the file.
macro_rules! closed {
    ($(#[$meta:meta])* pub enum $name:ident { $( $(#[$vmeta:meta])* $variant:ident = $key:literal ),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, ::serde::Serialize, ::serde::Deserialize)]
        pub enum $name { $( $(#[$vmeta])* #[serde(rename = $key)] $variant, )* }

        impl $name {
            /// Every choice, in the order in which it is offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The key of this choice in the file.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)* }
            }
        }
    };
}
pub(crate) use closed;
