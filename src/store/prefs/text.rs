//! Preferences as text: one field a line, each read by itself, so that one that makes no sense costs nothing but itself.
//!
//! What this version does not know is kept: fields as they stand, and a value of a known field that says more than is known
//! here (colours of a later version, one entry of a list) for as long as nobody changes that field. Files of the first
//! versions are maps (`{"theme": dark}`); they are read, too.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use ron::value::RawValue;
use serde::Serialize;
use serde::de::{Deserialize, DeserializeOwned, Deserializer, MapAccess, Visitor};

use super::Prefs;
use crate::model::record::FieldName;
use crate::store::limits;

/// What was read of a value, and whether it is all that the text says.
pub(super) type Read<T> = (T, bool);

/// The struct, its defaults, its reader and its writer, all from one list. The word before a field says how it is read:
/// `one` value, `some` value that may be missing, a `number` of any kind, and a `list`, a `map` or `sizes` entry by entry.
macro_rules! prefs {
    ($( $(#[$meta:meta])* $mode:ident $field:ident : $ty:ty = $default:expr, )*) => {
        /// What this user prefers.
        #[derive(Clone, Debug, PartialEq)]
        pub struct Prefs {
            $( $(#[$meta])* pub $field: $ty, )*
            /// What this version does not know; it is written back as it was.
            pub unknown: Unknown,
        }

        impl Default for Prefs {
            fn default() -> Self {
                Self { $( $field: $default, )* unknown: Unknown::default() }
            }
        }

        impl Prefs {
            /// Takes the value of a field in; returns whether it says no more than is known here.
            pub(super) fn take(&mut self, name: &str, raw: &str) -> bool {
                match name {
                    $( stringify!($field) => {
                        let (value, all) = text::$mode(raw, self.$field.clone());
                        self.$field = value;
                        all
                    } )*
                    _ => false,
                }
            }

            /// Calls `put` with every field and its text, in order.
            pub(super) fn each(&self, mut put: impl FnMut(&str, String)) {
                $( {
                    let kept = self.unknown.get(stringify!($field)).map(|raw| raw.get_ron());
                    let kept = kept.filter(|raw| { let (value, _): text::Read<$ty> = text::$mode(raw, $default); value == self.$field });
                    put(stringify!($field), kept.map_or_else(|| text::written(&self.$field), str::to_owned));
                } )*
                for (name, raw) in self.unknown.iter().filter(|(name, _)| ![$(stringify!($field)),*].contains(name)) {
                    put(name, raw.get_ron().to_owned());
                }
            }
        }
    };
}
pub(super) use prefs;

pub(super) fn one<T: DeserializeOwned>(raw: &str, default: T) -> Read<T> {
    parse(raw).map_or((default, false), |value| (value, true))
}

pub(super) fn some<T: DeserializeOwned>(raw: &str, default: Option<T>) -> Read<Option<T>> {
    one(raw, default)
}

pub(super) fn number(raw: &str, default: u16) -> Read<u16> {
    // A number that no menu offers counts as none later; that it is one is enough here.
    parse::<f64>(raw).map_or((default, false), |number| (number as u16, true))
}

pub(super) fn list<T: DeserializeOwned>(raw: &str, default: Vec<T>) -> Read<Vec<T>> {
    let Some(all) = parse::<Vec<Box<RawValue>>>(raw) else { return (default, false) };
    let known: Vec<T> = all.iter().filter_map(|one| parse(one.get_ron())).collect();
    let every = known.len() == all.len();
    (known, every)
}

pub(super) fn map<T: DeserializeOwned>(raw: &str, default: BTreeMap<String, T>) -> Read<BTreeMap<String, T>> {
    let Some(all) = parse::<BTreeMap<String, Box<RawValue>>>(raw) else { return (default, false) };
    let count = all.len();
    let known: BTreeMap<String, T> = all.into_iter().filter_map(|(name, one)| Some((name, parse(one.get_ron())?))).collect();
    let every = known.len() == count;
    (known, every)
}

pub(super) fn sizes(raw: &str, default: BTreeMap<String, f32>) -> Read<BTreeMap<String, f32>> {
    let (mut known, every) = map(raw, default);
    // What is no number is never equal to itself: the preferences would differ from what is written forever.
    known.retain(|_, size: &mut f32| size.is_finite());
    (known, every)
}

fn parse<T: DeserializeOwned>(raw: &str) -> Option<T> {
    ron::Options::default().with_recursion_limit(limits::DEPTH).from_str(raw).ok()
}

/// A value as text in one line; nothing that is kept here lacks a text.
pub(super) fn written(value: &impl Serialize) -> String {
    ron::ser::to_string(value).unwrap_or_else(|_| "()".to_owned())
}

/// The fields of the file with their texts.
struct Fields(Vec<(String, Box<RawValue>)>);

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Struct;
        impl<'de> Visitor<'de> for Struct {
            type Value = Fields;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("preferences")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                let mut all = Vec::new();
                while let Some(FieldName(name)) = map.next_key()? {
                    all.push((name, map.next_value()?));
                }
                Ok(Fields(all))
            }
        }
        d.deserialize_struct("", &[], Struct)
    }
}

/// Preferences from their text; `None` where it is none of preferences.
pub(super) fn read(text: &str) -> Option<Prefs> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let fields: Vec<(String, Box<RawValue>)> = if text.starts_with('{') {
        parse::<BTreeMap<String, Box<RawValue>>>(text)?.into_iter().collect()
    } else {
        parse::<Fields>(text)?.0
    };
    // Of a field that stands twice the last one counts, as where somebody wrote a line below the old one: nothing of the first is kept.
    let mut seen = BTreeSet::new();
    let mut last: Vec<_> = fields.into_iter().rev().filter(|(name, _)| seen.insert(name.clone())).collect();
    last.reverse();
    let mut prefs = Prefs::default();
    for (name, raw) in last {
        // What could not be written as a name is no field of any version: written all the same, it would break the whole file.
        if !prefs.take(&name, raw.get_ron()) && is_name(&name) {
            prefs.unknown.set(&name, raw.trim_boxed())?;
        }
    }
    Some(prefs)
}

/// Whether a field can have that name.
fn is_name(name: &str) -> bool {
    let one = format!("({}{name}: ())", prefix(name));
    parse::<Fields>(&one).is_some_and(|Fields(fields)| matches!(&fields[..], [(read, _)] if read == name))
}

/// What stands before a name that is no word.
fn prefix(name: &str) -> &'static str {
    let word = name.chars().all(|c| c == '_' || c.is_alphanumeric()) && !name.starts_with(char::is_numeric);
    if word { "" } else { "r#" }
}

/// The text of preferences.
pub(super) fn write(prefs: &Prefs) -> String {
    let mut text = String::from("(\n");
    prefs.each(|name, value| text.extend(["    ", prefix(name), name, ": ", &value, ",\n"]));
    text.push_str(")\n");
    text
}
