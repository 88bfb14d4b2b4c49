//! What a version says of itself: the first line of its file, so that no index can be lost, and none can be wrong.

use serde::{Deserialize, Serialize};

use super::body::Cut;
use crate::model::difference::{Change, Difference, Thing};
use crate::model::{Campaign, PictureId};
use crate::store::fs::Stamp;

/// How every file of a version begins.
const BEGIN: &str = "momentboard version ";
/// The form of the file. A larger number is a form that this program does not know.
const FORM: u32 = 1;
/// Longest first line, in bytes: room for every picture a plan can have.
pub(super) const LONGEST: u64 = 128 * 1024;

/// What can be done with a version.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Health {
    /// It can be read.
    #[default]
    Sound,
    /// A newer version of the program wrote it, and only that can read it.
    Newer,
    /// It cannot be read as a plan: another program wrote something else into the file, or it was damaged.
    Unreadable,
}

/// The size of a change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Size {
    /// Moments that are new.
    pub added: usize,
    /// Moments that are gone.
    pub removed: usize,
    /// Moments that changed or moved.
    pub changed: usize,
    /// Other things: lanes, creators, the campaign itself.
    pub others: usize,
}

impl Size {
    /// What changed between two states of a plan.
    #[must_use]
    pub fn between(before: &Campaign, after: &Campaign) -> Self {
        let mut size = Self::default();
        for row in Difference::between(before, after).rows {
            match (row.thing, row.change) {
                (Thing::Moment(_), Change::Added) => size.added += 1,
                (Thing::Moment(_), Change::Removed) => size.removed += 1,
                (Thing::Moment(_), _) => size.changed += 1,
                _ => size.others += 1,
            }
        }
        size
    }
}

/// What is known of a version.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    /// When it was kept, in seconds since 1970, UTC.
    pub at: i64,
    /// Where the plan stood.
    pub path: Option<String>,
    /// It was there before this program wrote over it.
    pub before: bool,
    /// How many moments it has, where it can be read.
    pub moments: Option<usize>,
    /// Open errors, warnings and hints, and accepted findings.
    pub findings: Option<[usize; 4]>,
    /// What it changed against the version before it.
    pub change: Option<Size>,
    /// What can be done with it.
    pub health: Health,
}

/// The first line of a version's file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Head {
    pub(super) facts: Facts,
    /// The SHA-256 of the plan file.
    pub(super) hash: PictureId,
    /// Its length.
    pub(super) bytes: u64,
    /// The length of what is left of it without pictures.
    pub(super) body: u64,
    /// Where pictures were taken out.
    pub(super) cuts: Vec<(usize, PictureId)>,
    /// An earlier version holds the same content: what is left of the plan stands there, and nothing follows this line.
    #[serde(default)]
    pub(super) elsewhere: bool,
}

/// Why a head cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoHead {
    /// A newer version of the program wrote it.
    Newer,
    /// It is damaged.
    Damaged,
}

impl Head {
    pub(super) fn new(facts: Facts, plan: &[u8], body: &[u8], cuts: &[Cut]) -> Self {
        Self {
            facts,
            hash: PictureId(Stamp::of(plan).hash()),
            bytes: plan.len() as u64,
            body: body.len() as u64,
            cuts: cuts.iter().map(|cut| (cut.at, cut.picture)).collect(),
            elsewhere: false,
        }
    }

    /// How much follows the line, in bytes.
    pub(super) const fn follows(&self) -> u64 {
        if self.elsewhere { 0 } else { self.body }
    }

    /// Whether these are the bytes it speaks of.
    pub(super) fn is_of(&self, bytes: &[u8]) -> bool {
        self.hash.0 == Stamp::of(bytes).hash()
    }

    pub(super) fn cuts(&self) -> Vec<Cut> {
        self.cuts.iter().map(|(at, picture)| Cut { at: *at, picture: *picture }).collect()
    }

    pub(super) fn pictures(&self) -> impl Iterator<Item = PictureId> {
        self.cuts.iter().map(|(_, picture)| *picture)
    }

    /// The line with its end. Line breaks in texts are escaped, so that it is one.
    pub(super) fn line(&self) -> Result<String, ron::Error> {
        Ok(format!("{BEGIN}{FORM} {}\n", ron::to_string(self)?))
    }

    /// Reads the line at the beginning of a file; what follows it begins at the second result.
    pub(super) fn read(start: &[u8]) -> Result<(Self, usize), NoHead> {
        let end = start.iter().position(|byte| *byte == b'\n').ok_or(NoHead::Damaged)?;
        let line = start.get(..end).and_then(|line| std::str::from_utf8(line).ok()).ok_or(NoHead::Damaged)?;
        let (form, head) = line.strip_prefix(BEGIN).and_then(|rest| rest.split_once(' ')).ok_or(NoHead::Damaged)?;
        if form.parse().is_ok_and(|form: u32| form > FORM) {
            return Err(NoHead::Newer);
        }
        Ok((ron::from_str(head).map_err(|_| NoHead::Damaged)?, end + 1))
    }
}
