//! What columns say of each other: a name beside a handle is a person, and a name and a handle can share a column.

use super::field::Field;
use super::guess::{Column, Likely};
use super::people::is_name_like;
use super::text::fold;

/// What people call a column of names, folded, where it says nothing of whose.
const NAMES: [&str; 9] = ["name", "names", "full name", "first name", "nom", "nombre", "nome", "naam", "vor und nachname"];

/// Words around the two names of a column that holds both.
const AROUND: [&str; 10] = ["name", "names", "and", "or", "und", "ig", "instagram", "tiktok", "social", "s"];

/// Whether a header names a person and a handle: “Creator/Handle”, “Name (Handle)”.
pub(super) fn is_name_and_handle(header: &str) -> bool {
    let folded = fold(header);
    let words: Vec<&str> = folded.split(' ').collect();
    let is = |word: &str, field: Field| Field::of_header(word).contains(&(field, true));
    let is_person = |word: &&str| is(word, Field::Creator) || NAMES.contains(word);
    let is_handle = |word: &&str| is(word, Field::Handle);
    words.iter().any(is_person)
        && words.iter().any(is_handle)
        && words.iter().all(|word| is_person(word) || is_handle(word) || AROUND.contains(word))
        // “User name” is a handle, and “Creator account name” is no person.
        && !is(&folded, Field::Handle)
}

/// Whether a header says until when something has to be there.
pub(super) fn is_deadline(header: &str) -> bool {
    fold(header).split(' ').any(|word| matches!(word, "by" | "due" | "date" | "deadline" | "until" | "bis" | "datum"))
}

/// “Name” beside a column of handles is the creator; the title stands in another column. Where none could be the title, that is
/// not certain.
pub(super) fn name_and_handle(found: &mut [(Column, Likely)]) {
    let best = |likely: &Likely| likely.iter().max_by(|one, other| one.1.total_cmp(&other.1)).map(|(field, ..)| *field);
    let is_named = |header: &str| NAMES.contains(&fold(header).as_str());
    let others = |wanted: Field| found.iter().any(|(column, likely)| !is_named(&column.header) && best(likely) == Some(wanted));
    if !others(Field::Handle) || others(Field::Creator) {
        return;
    }
    let is_sure =
        found.iter().any(|(column, likely)| !is_named(&column.header) && likely.iter().any(|(field, ..)| *field == Field::Title));
    let names = found.iter_mut().find(|(column, _)| is_named(&column.header));
    if let Some((_, likely)) =
        names.filter(|(column, _)| column.samples.iter().filter(|name| is_name_like(name)).count() * 2 >= column.samples.len())
    {
        *likely = vec![(Field::Creator, 20.0, is_sure)];
    }
}
