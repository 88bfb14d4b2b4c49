//! Takes a file apart. What the file is, its first bytes say; its name is never asked.

use serde::{Deserialize, Serialize};

use super::encoding::Encoding;
use super::table::Book;
use super::{delimited, workbook};
use crate::model::limits::TABLE_BYTES;
use crate::words::import as say;

/// Why a file gives no table, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadError {
    /// What is wrong, in a sentence.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

impl ReadError {
    /// A message with what to do about it.
    pub fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: hint.into() }
    }
}

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}
impl std::error::Error for ReadError {}

/// Takes a file apart: a workbook (.xlsx, .xlsm) or text with its columns parted by commas, semicolons, tabs or bars.
///
/// # Errors
/// When it is neither, is larger than anybody's calendar, or is damaged.
pub fn read(bytes: &[u8]) -> Result<Book, ReadError> {
    read_as(bytes, None)
}

/// The same for a text whose encoding somebody said.
///
/// # Errors
/// As [`read`].
pub fn read_as(bytes: &[u8], said: Option<Encoding>) -> Result<Book, ReadError> {
    if bytes.len() > TABLE_BYTES {
        return Err(ReadError::new(say::too_many_bytes(TABLE_BYTES >> 20), say::hint_fewer()));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::new(say::empty_file(), say::hint_kinds()));
    }
    if bytes.starts_with(b"PK") {
        return workbook::read(bytes);
    }
    // The container of old office files, and of locked new ones.
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_locked = bytes.windows(locked.len()).any(|window| window == locked.as_slice());
        return Err(if is_locked {
            ReadError::new(say::locked(), say::hint_locked())
        } else {
            ReadError::new(say::old_workbook(), say::hint_save_as())
        });
    }
    if let Some(what) = foreign(bytes) {
        return Err(ReadError::new(say::not_a_table(what), say::hint_save_as()));
    }
    delimited::read(bytes, said)
}

/// What a file is that is neither a workbook nor plain text.
fn foreign(bytes: &[u8]) -> Option<&'static str> {
    let head = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    let head: String = head.iter().skip_while(|byte| byte.is_ascii_whitespace()).take(64).map(|byte| char::from(*byte)).collect();
    let lower = head.to_ascii_lowercase();
    let begins = |marks: &[&str]| marks.iter().any(|mark| lower.starts_with(mark));
    if begins(&["%pdf"]) {
        Some(say::a_pdf())
    } else if begins(&["<!doctype", "<html", "<table"]) {
        Some(say::a_web_page())
    } else if begins(&["<?xml"]) {
        Some(say::an_xml_file())
    } else if begins(&["{\\rtf"]) {
        Some(say::a_text_document())
    } else if begins(&["\u{89}png", "\u{ff}\u{d8}\u{ff}", "gif8"]) {
        Some(say::a_picture())
    } else {
        None
    }
}
