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

/// Whether a value is the one a field has when nothing is said.
pub fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident { $( $(#[$fmeta:meta])* $mode:ident $field:ident : $ty:ty ),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $( $(#[$fmeta])* pub $field: $crate::model::record::record!(@ty $mode $ty), )*
            /// Fields that this version does not know.
            pub unknown: $crate::model::record::Unknown,
        }

        impl $name {
            /// The names of all fields, as the file calls them.
            pub const FIELDS: &'static [&'static str] = &[$(stringify!($field)),*];

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

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                use ::serde::ser::SerializeStruct as _;
                let fields = 0 $( + usize::from($crate::model::record::record!(@set $mode self.$field)) )* + self.unknown.len();
                let mut out = s.serialize_struct(stringify!($name), fields)?;
                $( $crate::model::record::record!(@write $mode out, self, $field); )*
                for (name, value) in self.unknown.iter() {
                    out.serialize_field(name, value)?;
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
                        $( let mut $field: Option<$ty> = None; )*
                        let mut unknown = $crate::model::record::Unknown::default();
                        while let Some($crate::model::record::FieldName(key)) = map.next_key()? {
                            match key.as_str() {
                                $( stringify!($field) if $crate::model::record::record!(@read $mode) => {
                                    if $field.is_some() {
                                        return Err(A::Error::custom($crate::words::files::twice(stringify!($field))));
                                    }
                                    $field = $crate::model::record::record!(@next $mode map);
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

    (@ty must $ty:ty) => { $ty };
    (@ty opt $ty:ty) => { Option<$ty> };
    (@ty list $ty:ty) => { $ty };
    (@ty has $ty:ty) => { $ty };
    (@ty skip $ty:ty) => { $ty };

    (@set must $value:expr) => { true };
    (@set opt $value:expr) => { $value.is_some() };
    (@set list $value:expr) => { !$value.is_empty() };
    (@set has $value:expr) => { !$crate::model::record::is_default(&$value) };
    (@set skip $value:expr) => { false };

    (@write must $out:ident, $me:ident, $field:ident) => { $out.serialize_field(stringify!($field), &$me.$field)?; };
    (@write opt $out:ident, $me:ident, $field:ident) => {
        if let Some(value) = &$me.$field { $out.serialize_field(stringify!($field), value)?; }
    };
    (@write list $out:ident, $me:ident, $field:ident) => {
        if !$me.$field.is_empty() { $out.serialize_field(stringify!($field), &$me.$field)?; }
    };
    (@write has $out:ident, $me:ident, $field:ident) => {
        if !$crate::model::record::is_default(&$me.$field) { $out.serialize_field(stringify!($field), &$me.$field)?; }
    };
    (@write skip $out:ident, $me:ident, $field:ident) => {};

    (@read skip) => { false };
    (@read $mode:ident) => { true };

    (@next skip $map:ident) => { None };
    (@next $mode:ident $map:ident) => { Some($map.next_value()?) };

    (@fill must $field:ident) => { $field.ok_or_else(|| A::Error::missing_field(stringify!($field)))? };
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
