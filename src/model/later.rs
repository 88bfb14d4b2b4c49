//! Words of a later version: a kind of moment, a platform, a status that this version does not know.
//!
//! In a file that says it is of a later version such a word is no mistake. Its text is kept under the name of its field among
//! the [`Unknown`] ones, and the field is given something to show in its place. When the record is written, the text is written
//! as it was, for as long as the field still has what it was given; once somebody chose something else, that is written.
//! Everywhere else a word that is not known stays a mistake with its line and column: there it is a slip of the keyboard.

use std::cell::Cell;

use ron::value::RawValue;
use serde::de::{DeserializeOwned, Error as _, MapAccess};

use super::record::Unknown;
use crate::words;

thread_local! {
    /// How many words were kept so far; `None` where they are not kept. A reader of a format knows no other way to be told.
    static KEPT: Cell<Option<usize>> = const { Cell::new(None) };
}

/// What a choice shows that has to be made and was made with a word that is not known.
pub trait StandIn {
    /// It: what promises and hides least.
    const STAND_IN: Self;
}

/// Reads or writes something of a later version; returns how many words were kept while reading it.
pub fn keeping<T>(work: impl FnOnce() -> T) -> (T, usize) {
    struct Before(Option<usize>);
    impl Drop for Before {
        fn drop(&mut self) {
            KEPT.set(self.0);
        }
    }
    let _before = Before(KEPT.replace(Some(0)));
    let done = work();
    (done, KEPT.get().unwrap_or_default())
}

/// Reads the value of the field `name`: `Err` with its text, now among the unknown ones, where it is no word that is known.
pub(super) fn read<'de, T: DeserializeOwned, A: MapAccess<'de>>(
    name: &'static str,
    unknown: &mut Unknown,
    map: &mut A,
) -> Result<Result<T, Box<RawValue>>, A::Error> {
    let Some(kept) = KEPT.get() else { return map.next_value().map(Ok) };
    let raw = map.next_value::<Box<RawValue>>()?.trim_boxed();
    if let Ok(known) = raw.into_rust() {
        return Ok(Ok(known));
    }
    if unknown.len() >= super::record::MAX_UNKNOWN {
        return Err(A::Error::custom(words::files::too_many_unknown(super::record::MAX_UNKNOWN)));
    }
    KEPT.set(Some(kept + 1));
    unknown.add(name, raw.clone());
    Ok(Err(raw))
}

/// The text to write for a field, if one is kept and such texts are written.
pub(super) fn written<'a>(unknown: &'a Unknown, name: &str) -> Option<&'a RawValue> {
    if unknown.is_empty() || KEPT.get().is_none() { None } else { unknown.get(name) }
}

/// Those words of a list that are known.
pub(super) fn known_ones<T: DeserializeOwned>(list: &RawValue) -> Vec<T> {
    let all: Vec<Box<RawValue>> = list.into_rust().unwrap_or_default();
    all.iter().filter_map(|one| one.into_rust().ok()).collect()
}
