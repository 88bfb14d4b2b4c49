//! The file itself: parts with their kinds and relationships, zipped in one order at one time, so that the same deck is the
//! same bytes.
//!
//! Slides are packed while the next ones are written, on as many processors as there are: a large deck is sixty megabytes of
//! text, of which only a few slides are in memory at a time.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::num::NonZeroUsize;
use std::sync::mpsc::sync_channel;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::super::error::ExportError;
use super::xml::{HEADER, Xml};
use crate::words::slides as say;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships/";

/// Where pictures are.
const MEDIA: &str = "ppt/media/";
/// How hard is tried to make parts small, of 9: the usual 6 saves a tenth of the room and takes nearly twice as long.
const EFFORT: i64 = 4;
/// Most processors that pack at once.
const MOST_PACKERS: usize = 4;

/// The parts of a file. What a part is stands beside it, so that the list of kinds names every part and none that is not there.
#[derive(Debug, Default)]
pub(super) struct Parts {
    parts: BTreeMap<String, (Option<&'static str>, Vec<u8>)>,
}

/// Parts that are packed already.
#[derive(Debug)]
pub(super) struct Packed {
    kinds: Vec<(String, &'static str)>,
    zip: Vec<u8>,
}

impl Parts {
    /// Adds a part of XML of that kind; `None` is what its ending says.
    pub(super) fn add(&mut self, name: impl Into<String>, kind: Option<&'static str>, text: String) {
        self.parts.insert(name.into(), (kind, text.into_bytes()));
    }

    /// Adds a picture of that file name; its ending says what it is.
    pub(super) fn add_picture(&mut self, name: &str, bytes: &[u8]) {
        self.parts.insert(format!("{MEDIA}{name}"), (None, bytes.to_vec()));
    }

    /// The file: these parts, and those that are packed already.
    pub(super) fn zipped(&self, packed: Vec<Packed>) -> Result<Vec<u8>, ExportError> {
        self.written(packed).map_err(failed)
    }

    fn written(&self, packed: Vec<Packed>) -> ZipResult<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        // Readers want the list of kinds first.
        zip.start_file("[Content_Types].xml", small())?;
        let own = self.kinds();
        let kinds = own.iter().chain(packed.iter().flat_map(|packed| &packed.kinds));
        zip.write_all(list_of_kinds(kinds).as_bytes())?;
        self.write(&mut zip)?;
        for packed in packed {
            zip.merge_archive(ZipArchive::new(Cursor::new(packed.zip))?)?;
        }
        Ok(zip.finish()?.into_inner())
    }

    fn write(&self, zip: &mut ZipWriter<Cursor<Vec<u8>>>) -> ZipResult<()> {
        // Pictures are small already.
        let whole = small().compression_method(CompressionMethod::Stored).compression_level(None);
        for (name, (_, bytes)) in &self.parts {
            let is_picture = name.starts_with(MEDIA);
            zip.start_file(name.as_str(), if is_picture { whole } else { small() })?;
            zip.write_all(bytes)?;
        }
        Ok(())
    }

    /// The same parts, packed.
    fn packed(&self) -> ZipResult<Packed> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        self.write(&mut zip)?;
        Ok(Packed { kinds: self.kinds(), zip: zip.finish()?.into_inner() })
    }

    fn kinds(&self) -> Vec<(String, &'static str)> {
        self.parts.iter().filter_map(|(name, (kind, _))| Some((name.clone(), (*kind)?))).collect()
    }
}

fn failed(cause: zip::result::ZipError) -> ExportError {
    ExportError::failed(say::failed(cause), say::failed_hint())
}

fn small() -> SimpleFileOptions {
    let plain = SimpleFileOptions::default().last_modified_time(DateTime::default());
    plain.compression_method(CompressionMethod::Deflated).compression_level(Some(EFFORT))
}

/// Runs `writer`, which hands out parts one lot after the other, and packs what it hands out at the same time. The lots come back
/// in the order in which they were handed out, whoever was done first.
pub(super) fn packing<T>(
    writer: impl FnOnce(&mut dyn FnMut(Parts)) -> Result<T, ExportError>,
) -> Result<(T, Vec<Packed>), ExportError> {
    let packers = thread::available_parallelism().map_or(1, NonZeroUsize::get).min(MOST_PACKERS);
    thread::scope(|scope| {
        // Whoever makes parts waits when the packers are behind, so that memory does not grow with the deck.
        let (hand, take) = sync_channel::<(usize, Parts)>(packers);
        let take = Arc::new(Mutex::new(take));
        let threads: Vec<_> = (0..packers)
            .filter_map(|_| {
                let take = Arc::clone(&take);
                let pack = move || {
                    let mut done = Vec::new();
                    loop {
                        let next = take.lock().unwrap_or_else(PoisonError::into_inner).recv();
                        let Ok((at, parts)) = next else { return done };
                        done.push((at, parts.packed()));
                    }
                };
                thread::Builder::new().spawn_scoped(scope, pack).ok()
            })
            .collect();
        // The packers alone hold this end: with the last of them it is gone, and nobody waits for it.
        drop(take);
        let (mut count, mut lots) = (0, Vec::new());
        let made = writer(&mut |parts| {
            // Without anybody to take it, it is packed here.
            if let Err(back) = hand.send((count, parts)) {
                let (at, parts) = back.0;
                lots.push((at, parts.packed()));
            }
            count += 1;
        });
        drop(hand);
        for thread in threads {
            lots.extend(thread.join().unwrap_or_default());
        }
        let made = made?;
        lots.sort_by_key(|(at, _)| *at);
        let packed: Vec<Packed> = lots.into_iter().map(|(_, lot)| lot).collect::<ZipResult<_>>().map_err(failed)?;
        if packed.len() < count {
            return Err(ExportError::failed(say::failed(say::packer_gone()), say::failed_hint()));
        }
        Ok((made, packed))
    })
}

fn list_of_kinds<'a>(kinds: impl Iterator<Item = &'a (String, &'static str)>) -> String {
    let mut out = format!(
        "{HEADER}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/><Default Extension=\"png\" ContentType=\"image/png\"/>\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    for (name, kind) in kinds {
        let _ = write!(out, "<Override PartName=\"/{name}\" ContentType=\"{kind}\"/>");
    }
    out + "</Types>"
}

/// What a part has to do with another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// A relationship that office files know by that name.
    Office(&'static str),
    /// A relationship that all packages know.
    Package(&'static str),
    /// An address outside of the file.
    Outside,
}

/// The relationships of a part.
#[derive(Debug, Default)]
pub(super) struct Relations(Vec<(Relation, String)>);

impl Relations {
    /// Adds a relationship, and says what it is called; the same one is there once.
    pub(super) fn add(&mut self, relation: Relation, target: impl Into<String>) -> String {
        let wanted = (relation, target.into());
        let at = self.0.iter().position(|known| *known == wanted).unwrap_or(self.0.len());
        if at == self.0.len() {
            self.0.push(wanted);
        }
        format!("rId{}", at + 1)
    }

    /// The part that lists them.
    pub(super) fn part(&self) -> String {
        let mut out = format!("{HEADER}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (at, (relation, target)) in self.0.iter().enumerate() {
            let (base, name, mode) = match relation {
                Relation::Office(name) => (OFFICE, *name, ""),
                Relation::Package(name) => (PACKAGE, *name, ""),
                Relation::Outside => (OFFICE, "hyperlink", " TargetMode=\"External\""),
            };
            let (id, target) = (at + 1, Xml(target));
            let _ = write!(out, "<Relationship Id=\"rId{id}\" Type=\"{base}{name}\" Target=\"{target}\"{mode}/>");
        }
        out + "</Relationships>"
    }
}
