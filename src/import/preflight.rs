//! Looks at a zip before anything in it is believed. Sizes in its directory are only claims, so everything is unpacked
//! once, into nothing, and the first byte too many ends it.

use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::read::ReadError;
use crate::model::limits::{CELLS, WORKBOOK_BYTES, WORKBOOK_PARTS, WORKBOOK_RATIO};
use crate::words::import as say;

/// Below this it does not matter how well a file packs: a small sheet of equal rows packs very well.
const NO_MATTER: u64 = 4 << 20;

/// What a zip is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// It carries macros, which are never looked at.
    pub(super) macros: bool,
    /// It carries comments on cells.
    pub(super) comments: bool,
}

/// Makes sure that a zip is a workbook and can be unpacked safely.
pub(super) fn look(bytes: &[u8]) -> Result<Found, ReadError> {
    let damaged = || ReadError::new(say::damaged(), say::hint_damaged());
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    if zip.len() > WORKBOOK_PARTS {
        return Err(ReadError::new(say::bomb(), say::hint_bomb()));
    }
    let names: Vec<String> =
        zip.file_names().filter_map(Result::ok).map(|name| name.replace('\\', "/").to_ascii_lowercase()).collect();
    let has = |name: &str| names.iter().any(|other| other.trim_start_matches('/') == name);
    let any = |part: &str| names.iter().any(|other| other.contains(part));
    if any("workbook.bin") {
        return Err(ReadError::new(say::binary_workbook(), say::hint_save_as()));
    }
    if has("mimetype") || has("meta-inf/manifest.xml") {
        return Err(ReadError::new(say::open_document(), say::hint_save_as()));
    }
    if !has("[content_types].xml") || !any("workbook") {
        return Err(ReadError::new(say::no_workbook(), say::hint_save_as()));
    }
    let most = (bytes.len() as u64).saturating_mul(WORKBOOK_RATIO).clamp(NO_MATTER, WORKBOOK_BYTES);
    let mut total = 0_u64;
    let mut buffer = vec![0; 64 << 10];
    for at in 0..zip.len() {
        let mut part = match zip.by_index(at) {
            Ok(part) => part,
            Err(zip::result::ZipError::UnsupportedArchive(_)) => {
                return Err(ReadError::new(say::locked(), say::hint_locked()));
            }
            Err(_) => return Err(damaged()),
        };
        if part.name().is_ok_and(|name| name.to_ascii_lowercase().ends_with("sharedstrings.xml")) {
            let mut head = Vec::new();
            total += (&mut part).take(buffer.len() as u64).read_to_end(&mut head).map_err(|_| damaged())? as u64;
            // Its reader makes room for as many texts as the list says that it has, before it has seen one.
            if texts_said(&head).ok_or_else(damaged)? > CELLS {
                return Err(ReadError::new(say::bomb(), say::hint_bomb()));
            }
        }
        loop {
            let read = part.read(&mut buffer).map_err(|_| damaged())?;
            if read == 0 {
                break;
            }
            total += read as u64;
            if total > most {
                return Err(ReadError::new(say::bomb(), say::hint_bomb()));
            }
        }
    }
    Ok(Found { macros: any("vbaproject.bin"), comments: any("xl/comments") || any("xl/threadedcomments") })
}

/// How many texts a list says that it has; `None` where it does not begin as one.
fn texts_said(head: &[u8]) -> Option<usize> {
    let mut reader = Reader::from_reader(head);
    loop {
        match reader.read_event().ok()? {
            // The reader goes on to the first list, wherever it stands; what begins with something else is none.
            Event::Start(start) | Event::Empty(start) if start.local_name().as_ref() != "sst" => return None,
            Event::Start(start) | Event::Empty(start) => {
                let said = start.attributes().flatten().find(|attribute| attribute.key.as_ref() == "uniqueCount");
                // What is no number makes no room.
                let number = said.and_then(|said| said.value.trim().parse::<u128>().ok()).unwrap_or(0);
                return Some(usize::try_from(number).unwrap_or(usize::MAX));
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}
