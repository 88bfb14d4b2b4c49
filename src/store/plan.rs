//! Opening and saving a plan: what the window and the terminal call.

use std::fmt;
use std::path::Path;

use super::carried::{Document, Found};
use super::error::{Damage, ReadError};
use super::format::{self, Loaded, Notice, WhyLookOnly};
use super::fs::{self, Base, Care, FsError, FsErrorKind, Stamp};
use crate::model::{Campaign, halt};
use crate::words::{files as say, picture};

/// A plan that was opened.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The plan.
    pub campaign: Campaign,
    /// What is worth saying about the file.
    pub notices: Vec<Notice>,
    /// What was read, for saving it again.
    pub stamp: Stamp,
    /// Whether the file is marked read-only, so that it can only be saved elsewhere.
    pub read_only: bool,
    /// Whether neither the file may be changed nor its folder takes another. Only whoever goes on to edit the plan looks.
    pub closed: bool,
    /// Why the plan can only be looked at, if that is so. Saving it is refused.
    pub look_only: Option<WhyLookOnly>,
    /// Whether the plan came inside a document (PDF, presentation, web page): it has no file of its own, and the document is
    /// never written over.
    pub from_document: bool,
}

/// Why a plan could not be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// The disk did not give the file.
    Disk {
        /// The path, as it was given.
        file: String,
        /// Why.
        cause: FsError,
    },
    /// The file is not a plan that can be read.
    Content {
        /// The path, as it was given.
        file: String,
        /// Why.
        cause: Box<ReadError>,
    },
}

impl OpenError {
    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> &str {
        match self {
            Self::Disk { cause, .. } => &cause.hint,
            Self::Content { cause, .. } => &cause.hint,
        }
    }

    /// What became of the file, where it was a plan: earlier versions, or what can still be read of it, are worth offering.
    #[must_use]
    pub fn damage(&self) -> Option<Damage> {
        match self {
            Self::Disk { .. } => None,
            Self::Content { cause, .. } => cause.damage,
        }
    }

    /// The same, where what was named is no file at all, with a hint for whoever looks for something else than a plan.
    #[must_use]
    pub fn looking_for(self, hint: &str) -> Self {
        match self {
            Self::Disk { file, cause } => Self::Disk { file, cause: cause.looking_for(hint) },
            Self::Content { .. } => self,
        }
    }
}

impl OpenError {
    /// The same for whoever reads it in the window: what a terminal writes with colons is said in words.
    #[must_use]
    pub fn in_words(&self) -> String {
        match self {
            Self::Content { file, cause } => match (cause.line, cause.column) {
                (Some(line), Some(column)) => say::in_file_place(file, line, column, &cause.message),
                _ => self.to_string(),
            },
            Self::Disk { .. } => self.to_string(),
        }
    }
}

/// `file:line:column: message`, or without a place where there is none.
impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::Disk { file, cause } => say::in_file(file, cause),
            Self::Content { file, cause } => match (cause.line, cause.column) {
                (Some(line), Some(column)) => say::in_file_at(file, line, column, &cause.message),
                _ => say::in_file(file, cause),
            },
        };
        f.write_str(&text)
    }
}

impl std::error::Error for OpenError {}

/// Opens a plan, or the plan inside a document that was shared.
///
/// # Errors
/// When the file cannot be read from the disk, is not a sound plan, or is a document without one.
pub fn open_plan(path: &Path) -> Result<Opened, OpenError> {
    let file = || path.display().to_string();
    let (bytes, stamp) = fs::load(path).map_err(|cause| OpenError::Disk { file: file(), cause })?;
    let failed = |cause: ReadError| OpenError::Content { file: file(), cause: Box::new(cause) };
    let Some(document) = Document::of(&bytes) else {
        let (Loaded { campaign, mut notices }, look_only) = format::look(&bytes).map_err(failed)?;
        if let Some(why) = &look_only {
            notices.insert(0, Notice { message: why.to_string(), unreadable: false });
        }
        let read_only = fs::is_read_only(path) || look_only.is_some();
        return Ok(Opened { campaign, notices, stamp, read_only, closed: false, look_only, from_document: false });
    };
    let name = document.name();
    let plan = match document.find(&bytes) {
        Found::Plan(plan) => plan,
        missing => {
            let (message, hint) = match missing {
                Found::Newer => (picture::newer_plan_inside(name), picture::newer_plan_inside_hint()),
                Found::Damaged => (picture::damaged_plan_inside(name), picture::damaged_plan_inside_hint()),
                Found::Nothing | Found::Plan(_) => (picture::no_plan_inside(name), picture::no_plan_inside_hint()),
            };
            return Err(failed(ReadError::new(message, hint)));
        }
    };
    // A place in the packed plan would be looked for in the document.
    let broken = |cause: ReadError| ReadError::new(picture::broken_plan_inside(document.name(), cause.message), &cause.hint);
    let Loaded { campaign, mut notices } = format::read(&plan).map_err(|cause| failed(broken(cause)))?;
    let told = if campaign.shared_with.is_some() { picture::in_document_not_shared() } else { picture::in_document() };
    notices.insert(0, Notice { message: told.to_owned(), unreadable: false });
    Ok(Opened {
        campaign,
        notices,
        stamp,
        read_only: fs::is_read_only(path),
        closed: false,
        look_only: None,
        from_document: true,
    })
}

/// [`open_plan`] for as long as somebody wants it; `None` once nobody does.
///
/// # Errors
/// As [`open_plan`].
pub fn open_plan_while(path: &Path, wanted: impl Fn() -> bool + 'static) -> Result<Option<Opened>, OpenError> {
    halt::while_wanted(wanted, || {
        let opened = open_plan(path);
        if halt::is_unwanted() { Ok(None) } else { opened.map(Some) }
    })
}

/// A plan that was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// What stands in the file now, for the next save.
    pub stamp: Stamp,
    /// Whether the file itself was written over, because its folder takes no other one.
    pub in_place: bool,
}

/// Why a plan could not be saved. The file is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveError {
    /// The path, as it was given.
    pub file: String,
    /// What kind of obstacle it was; [`FsErrorKind::Garbled`] also when the plan could not be read again.
    pub kind: FsErrorKind,
    /// What is wrong, in a sentence.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

/// `file: message`.
impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&say::in_file(&self.file, &self.message))
    }
}

impl std::error::Error for SaveError {}

/// Saves a plan: writes it as text, reads that back and compares, and only then puts it in the place of the file.
///
/// # Errors
/// When the plan does not come back as it is, or the disk refuses; see [`fs::save`].
pub fn save_plan(path: &Path, campaign: &Campaign, base: Base) -> Result<Saved, SaveError> {
    save_plan_with(path, campaign, base, Care::default())
}

/// [`save_plan`], keeping what is replaced, and writing in place where there is no other way.
///
/// # Errors
/// As [`save_plan`].
pub fn save_plan_with(path: &Path, campaign: &Campaign, base: Base, care: Care<'_>) -> Result<Saved, SaveError> {
    let failed = |cause: FsError| SaveError {
        file: path.display().to_string(),
        kind: cause.kind,
        message: cause.message,
        hint: cause.hint,
    };
    let bytes = checked_bytes(campaign).map_err(failed)?;
    let written = fs::save_with_care(path, &bytes, base, care).map_err(failed)?;
    Ok(Saved { stamp: written.stamp, in_place: written.in_place })
}

/// The bytes of a plan, once they are known to give the same plan again.
fn checked_bytes(campaign: &Campaign) -> Result<Vec<u8>, FsError> {
    let refused =
        |message: &str| FsError { kind: FsErrorKind::Garbled, message: message.to_owned(), hint: say::hint_copy().to_owned() };
    let bytes = format::write(campaign).map_err(|cause| refused(&cause.message))?;
    // A limit that the plan grew beyond is said as what it is.
    let again = format::read(&bytes).map_err(|cause| refused(&cause.message))?;
    if again.campaign == format::without_unused_pictures(campaign) { Ok(bytes) } else { Err(refused(say::disk_unwritable())) }
}
