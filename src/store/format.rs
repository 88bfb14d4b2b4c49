//! Bytes ↔ campaign: the file format.
//!
//! A plan is RON text in UTF-8 with a head, the campaign, and the pictures last:
//!
//! ```text
//! (
//!     format: "momentboard",
//!     version: 1,
//!     min_reader: 1,
//!     id: "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
//!     app: "0.1.0",
//!     campaign: (
//!         name: "…",
//!     ),
//!     pictures: [
//!         (id: "…", name: "…", width: 960, height: 540, data: "…"),
//!     ],
//! )
//! ```
//!
//! * Canonical: one field a line, a fixed order, unset fields omitted, line ends LF. Reading and writing a canonical
//!   file gives the same bytes. `app` is the version that wrote the file last: it is not kept, so a file that another
//!   version wrote changes in that line and no other.
//! * Fields that this version does not know are kept at every level, byte for byte, and stand after the known ones; so are
//!   words that it does not know, in a file of a later version (see [`crate::model::later`]).
//! * `version` grows with the format, `min_reader` only when an older program would misunderstand the file. A file
//!   with a larger `version` and a `min_reader` that is not larger than ours is read and written, and keeps its numbers. One
//!   with a larger `min_reader` can only be looked at ([`look`]).
//! * Pictures that nothing refers to are left out when writing. Comments are not kept; reading says so.

use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use ron::value::RawValue;
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeStruct as _, Serializer};

use super::error::{self, Damage, Head, ReadError};
use super::fit::{Cut, Fitted, fitted};
use super::migrate::{self, Age};
use super::pictures::{self, Entries};
use super::writer::Writer;
use super::{lex, limits, salvage};
use crate::model::halt;
use crate::model::later::keeping;
use crate::model::record::FieldName;
use crate::model::{Campaign, PlanId, Settings, Threshold, Unknown};
use crate::words::{files as say, house as say_house, mend};

/// What the first field of every plan says.
pub const FORMAT: &str = "momentboard";
/// The version of the format that is written.
pub const VERSION: u32 = 1;
/// The version of the program, as written into the file.
pub const APP: &str = env!("CARGO_PKG_VERSION");

/// Something worth saying about a file that was read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What, in a sentence.
    pub message: String,
    /// Whether a part of the file could not be read; saving the plan would make that lasting.
    pub unreadable: bool,
}

/// A plan as it was read.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The plan; [`crate::model::faults`] finds nothing in it.
    pub campaign: Campaign,
    /// What is worth saying: damaged pictures, comments that will be lost.
    pub notices: Vec<Notice>,
}

/// Why a plan can only be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyLookOnly {
    /// This program is too old for it: what it read may not be what the file means.
    Newer {
        /// What is needed, as a sentence calls it: "Momentboard 3.2.0 or newer".
        needs: String,
    },
}

/// The reason, in a sentence.
impl fmt::Display for WhyLookOnly {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Newer { needs } = self;
        f.write_str(&say::needs_newer(needs))
    }
}

/// Reads a plan. Never panics and takes memory in proportion to the file, whatever the bytes are.
///
/// # Errors
/// The first thing that is wrong, with its place.
pub fn read(bytes: &[u8]) -> Result<Loaded, ReadError> {
    let (text, head) = error::text_of(bytes)?;
    match head.needs {
        Some((needs, at)) => Err(newer(text, needs, at)),
        None => read_text(text, &head),
    }
}

/// Reads a plan to look at it or to go on with it: one in which something goes beyond a limit is read with that cut, and says
/// so; one that needs a newer program is read as far as that goes, with the reason why it must not be written.
///
/// # Errors
/// As [`read`]; for a plan that needs a newer program when nothing of it can be read.
pub fn look(bytes: &[u8]) -> Result<(Loaded, Option<WhyLookOnly>), ReadError> {
    let (text, head) = error::text_of(bytes)?;
    let Some((needs, at)) = head.needs.clone() else {
        return read_text_cut(text, &head).map(|loaded| (loaded, None));
    };
    let as_far = read_text(text, &head).ok().or_else(|| read_fitted(text, &head, false));
    let as_far = as_far.or_else(|| salvage::loaded(text.as_bytes()));
    let loaded = as_far.ok_or_else(|| newer(text, needs.clone(), at))?;
    Ok((loaded, Some(WhyLookOnly::Newer { needs })))
}

/// The plan as it comes back when it is written, if it does, and what had to be cut for that.
pub(super) fn again(campaign: &Campaign) -> Option<(Campaign, Vec<Cut>)> {
    let bytes = write(campaign).ok()?;
    let (text, head) = error::text_of(&bytes).ok()?;
    if let Ok(loaded) = read_text(text, &head) {
        return Some((loaded.campaign, Vec::new()));
    }
    let Fitted { text, cuts } = fitted(text)?;
    read_text(&text, &head).ok().map(|loaded| (loaded.campaign, cuts))
}

/// A plan in which something goes beyond a limit, with that cut, if nothing else is wrong with it. `unreadable` says whether
/// writing it over its file would make the cut lasting.
fn read_fitted(text: &str, head: &Head, unreadable: bool) -> Option<Loaded> {
    let Fitted { text, cuts } = fitted(text)?;
    // Where what was cut is named elsewhere, that has to be mended too.
    let mut loaded = read_text(&text, head).ok().or_else(|| salvage::loaded(text.as_bytes()))?;
    let told = salvage::listed(cuts.iter().map(|cut| (cut.what.as_str(), cut.line)));
    loaded.notices.splice(0..0, told.into_iter().map(|message| Notice { message, unreadable }));
    Some(loaded)
}

/// The file needs a newer program.
fn newer(text: &str, needs: String, at: usize) -> ReadError {
    ReadError::at(text, at, say::needs_newer(needs)).hinting(say::hint_newer())
}

/// Reads a plan; one in which something goes beyond a limit is read with that cut, and says so.
///
/// # Errors
/// As [`read`].
pub fn read_cut(bytes: &[u8]) -> Result<Loaded, ReadError> {
    let (text, head) = error::text_of(bytes)?;
    match head.needs {
        Some((needs, at)) => Err(newer(text, needs, at)),
        None => read_text_cut(text, &head),
    }
}

fn read_text_cut(text: &str, head: &Head) -> Result<Loaded, ReadError> {
    read_text(text, head)
        .or_else(|error| if halt::is_unwanted() { Err(error) } else { read_fitted(text, head, true).ok_or(error) })
}

fn read_text(text: &str, head: &Head) -> Result<Loaded, ReadError> {
    let parse = || ron::Options::default().with_recursion_limit(limits::DEPTH).from_str::<File>(text);
    let (file, kept) = match migrate::age(head.version.unwrap_or(VERSION)) {
        Some(Age::Current) => (parse(), 0),
        Some(Age::Later) => keeping(parse),
        // No program ever wrote one.
        None => return Err(ReadError::new(say::no_such_version(0), say::hint_copy()).damaged(Damage::Garbled)),
    };
    if halt::is_unwanted() {
        return Err(ReadError::new(say::given_up(), ""));
    }
    let file = file.map_err(|cause| error::explain(text, &cause))?;
    let survey = lex::survey(text);
    if let Some(at) = survey.long_text {
        return Err(ReadError::at(text, at, say::too_long_text(limits::readable(limits::TEXT_BYTES as u64))));
    }
    let mut entries = file.entries;
    entries.mend(&file.campaign);
    let Entries { pictures, mut notices, .. } = entries;
    let campaign = Campaign { pictures, ..file.campaign };
    // A number that stands behind the campaign was not seen in the head.
    let needs: Option<u32> = campaign.beside.get("min_reader").and_then(|raw| raw.into_rust().ok());
    if let Some(needs) = needs.filter(|needs| *needs > VERSION && head.needs.is_none()) {
        return Err(newer(text, say::newer_reader(needs), text.rfind("min_reader").unwrap_or_default()));
    }
    error::check(text, &campaign)?;
    match kept {
        0 => {}
        1 => notices.push(Notice { message: say::kept_word().to_owned(), unreadable: false }),
        _ => notices.push(Notice { message: say::kept_words(kept), unreadable: false }),
    }
    notices.extend(unusable_limits(&campaign));
    if survey.comments {
        notices.push(Notice { message: say::comments_lost().to_owned(), unreadable: false });
    }
    Ok(Loaded { campaign, notices })
}

/// What is worth saying about limits that make no sense. They stay in the plan as they are, and what is under them holds.
fn unusable_limits(campaign: &Campaign) -> impl Iterator<Item = Notice> {
    let own = Settings::THRESHOLDS.iter().map(|threshold| (threshold, threshold.out_of_range(&campaign.settings), None));
    let house = campaign.house.as_ref();
    let of_house = house.into_iter().flat_map(|house| {
        let of = |threshold: &'static Threshold| (threshold, threshold.out_of_range(&house.settings), Some(house.name.as_str()));
        Settings::THRESHOLDS.iter().map(of)
    });
    own.chain(of_house).filter_map(|(threshold, value, house)| {
        let most = say_house::counted(threshold.unit.key(), threshold.most);
        let limit = mend::limit(threshold.name, "…");
        let message = match house {
            Some(name) => say_house::house_limit_not_used(name, limit, value?, threshold.least, most),
            None => say_house::limit_not_used(limit, value?, threshold.least, most),
        };
        Some(Notice { message, unreadable: false })
    })
}

/// Writes a plan in its canonical form.
///
/// # Errors
/// When the campaign holds something that has no text form; no campaign that was read or edited here does.
pub fn write(campaign: &Campaign) -> Result<Vec<u8>, ReadError> {
    let write = || Writer::text(&Top(campaign), 4096 + campaign.moment_count() * 512);
    // Words of a later version may stand only in a file that says it is of one.
    let text = if campaign.beside.get("version").is_some() { keeping(write).0 } else { write() };
    let mut text = text.map_err(|_| ReadError::new(say::unreadable(), say::hint_copy()))?;
    // The pictures come one a line, unlike everything else: they are put in before the last bracket.
    text.truncate(text.trim_end_matches([')', '\n']).len());
    text.push('\n');
    pictures::write(&mut text, campaign);
    text.push_str(")\n");
    Ok(text.into_bytes())
}

/// Whether the beginning of a file looks like a plan, for files whose name does not tell.
#[must_use]
pub fn begins_like_a_plan(start: &[u8]) -> bool {
    let start = String::from_utf8_lossy(start);
    let mut pieces = lex::Lexer::new(start.trim_start_matches('\u{feff}')).filter(|piece| piece.token != lex::Token::Comment);
    pieces.next().is_some_and(|piece| piece.token == lex::Token::Open)
        && lex::entries(&start).iter().any(|entry| entry.field == "format" && entry.value == FORMAT)
}

/// Everything in a file.
struct File {
    campaign: Campaign,
    entries: Entries,
}

impl<'de> Deserialize<'de> for File {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = File;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a plan")
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<File, A::Error> {
                read_file(map)
            }
        }
        d.deserialize_struct("", &[], Fields)
    }
}

fn read_file<'de, A: MapAccess<'de>>(mut map: A) -> Result<File, A::Error> {
    let mut seen: HashSet<String> = HashSet::new();
    let mut beside = Unknown::default();
    let (mut format, mut id, mut app) = (false, None, None);
    let (mut campaign, mut entries) = (None, None);
    while let Some(FieldName(key)) = map.next_key()? {
        match key.as_str() {
            "format" | "version" | "min_reader" | "id" | "app" | "campaign" | "pictures" if !seen.insert(key.clone()) => {
                return Err(A::Error::custom(say::twice(key)));
            }
            "format" => {
                let found: String = map.next_value()?;
                if found != FORMAT {
                    return Err(A::Error::custom(say::wrong_format(found.chars().take(60).collect::<String>())));
                }
                format = true;
            }
            // A file of a later version keeps its numbers; they wait among the unknown fields until it is written.
            "version" => {
                let version: u32 = map.next_value()?;
                if version != VERSION {
                    beside.add("version", number::<A>(version)?);
                }
            }
            "min_reader" => {
                let needs: u32 = map.next_value()?;
                if needs != VERSION {
                    beside.add("min_reader", number::<A>(needs)?);
                }
            }
            "id" => id = Some(map.next_value::<PlanId>()?),
            "app" => app = Some(map.next_value::<String>()?),
            "campaign" if !format => return Err(A::Error::custom(say::no_plan())),
            "campaign" => campaign = Some(map.next_value::<Campaign>()?),
            "pictures" => entries = Some(map.next_value::<Entries>()?),
            _ => beside.keep(&key, &mut map)?,
        }
    }
    if !format {
        return Err(A::Error::custom(say::no_plan()));
    }
    let campaign = campaign.ok_or_else(|| A::Error::custom(say::no_campaign()))?;
    let id = id.ok_or_else(|| A::Error::missing_field("id"))?;
    // The version that wrote the file tells nothing that is needed; it is only required to be text.
    drop(app);
    Ok(File { campaign: Campaign { id, beside, ..campaign }, entries: entries.unwrap_or_default() })
}

fn number<'de, A: MapAccess<'de>>(value: u32) -> Result<Box<RawValue>, A::Error> {
    RawValue::from_rust(&value).map_err(A::Error::custom)
}

/// The head and the campaign as they are written.
struct Top<'a>(&'a Campaign);

impl Serialize for Top<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let campaign = self.0;
        let mut out = s.serialize_struct("Plan", 6 + campaign.beside.len())?;
        out.serialize_field("format", FORMAT)?;
        for (name, ours) in [("version", VERSION), ("min_reader", VERSION)] {
            match campaign.beside.get(name) {
                Some(theirs) => out.serialize_field(name, theirs)?,
                None => out.serialize_field(name, &ours)?,
            }
        }
        out.serialize_field("id", &campaign.id)?;
        out.serialize_field("app", APP)?;
        out.serialize_field("campaign", campaign)?;
        for (name, value) in campaign.beside.iter().filter(|(name, _)| !matches!(*name, "version" | "min_reader")) {
            out.serialize_field(name, value)?;
        }
        out.end()
    }
}

/// The same plan without the pictures that nothing refers to: what a file can hold of it.
#[must_use]
pub fn without_unused_pictures(campaign: &Campaign) -> Campaign {
    let used = pictures::used(campaign);
    let mut kept = campaign.clone();
    kept.pictures.retain(|picture: &Arc<_>| used.contains(&picture.id));
    kept
}
