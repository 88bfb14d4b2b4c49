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
//! * Fields that this version does not know are kept at every level, byte for byte, and stand after the known ones. One
//!   exception: a picture's entry keeps only the fields above; reading says so.
//! * `version` grows with the format, `min_reader` only when an older program would misunderstand the file. A file
//!   with a larger `version` and a `min_reader` that is not larger than ours is read and written, and keeps its numbers.
//! * Pictures that nothing refers to are left out when writing. Comments are not kept; reading says so.

use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use ron::value::RawValue;
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeStruct as _, Serializer};

use super::error::{self, ReadError};
use super::pictures::{self, Entries};
use super::writer::Writer;
use super::{lex, limits};
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

/// Reads a plan. Never panics and takes memory in proportion to the file, whatever the bytes are.
///
/// # Errors
/// The first thing that is wrong, with its place.
pub fn read(bytes: &[u8]) -> Result<Loaded, ReadError> {
    let text = error::text_of(bytes)?;
    let file: File = match ron::Options::default().with_recursion_limit(limits::DEPTH).from_str(text) {
        Ok(file) => file,
        Err(cause) => return Err(error::explain(text, &cause)),
    };
    let survey = lex::survey(text);
    if let Some(at) = survey.long_text {
        return Err(ReadError::at(text, at, say::too_long_text(limits::readable(limits::TEXT_BYTES as u64))));
    }
    let mut entries = file.entries;
    entries.mend(&file.campaign);
    let Entries { pictures, mut notices, .. } = entries;
    let campaign = Campaign { pictures, ..file.campaign };
    error::check(text, &campaign)?;
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
    let mut text = Writer::text(&Head(campaign), 4096 + campaign.moment_count() * 512)
        .map_err(|_| ReadError::new(say::unreadable(), say::hint_copy()))?;
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
                if needs > VERSION {
                    return Err(A::Error::custom(say::needs_newer_reader(needs)));
                }
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
struct Head<'a>(&'a Campaign);

impl Serialize for Head<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let campaign = self.0;
        let kept = |name: &str| campaign.beside.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
        let mut out = s.serialize_struct("Plan", 6 + campaign.beside.len())?;
        out.serialize_field("format", FORMAT)?;
        for (name, ours) in [("version", VERSION), ("min_reader", VERSION)] {
            match kept(name) {
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
