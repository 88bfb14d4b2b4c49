//! The file itself: parts with their kinds and relationships, zipped in one order at one time, so that the same deck is the
//! same bytes.
//!
//! Slides are written and packed on as many processors as there are: a large deck is forty megabytes of text, of which only a
//! few slides are in memory at a time.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::super::error::ExportError;
use super::xml::{HEADER, Xml};
use crate::words::{language, slides as say};

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships/";

/// Where pictures are.
const MEDIA: &str = "ppt/media/";
/// How hard is tried to make parts small, of 9: the usual 6 saves a fifth of the room and takes twice as long.
const EFFORT: i64 = 2;
/// Room for the lists of what is in the file.
const ROOM: usize = 64 << 10;
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
        let room: usize = packed.iter().map(|packed| packed.zip.len()).sum();
        let own: usize = self.parts.values().map(|(_, bytes)| bytes.len()).sum();
        let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(room + own + ROOM)));
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
    ExportError::told(|| (say::failed(cause), say::failed_hint()))
}

fn small() -> SimpleFileOptions {
    let plain = SimpleFileOptions::default().last_modified_time(DateTime::default());
    plain.compression_method(CompressionMethod::Deflated).compression_level(Some(EFFORT))
}

/// Makes that many lots of parts and packs them, as many at once as there are processors. Whoever is free takes the next one; they
/// come back in their order. Making a lot and packing it is one person's work: what was written is still at hand when it is
/// packed, and the memory of one lot is that of the next.
pub(super) fn packing(
    lots: usize,
    make: impl Fn(usize) -> Result<Parts, ExportError> + Sync,
) -> Result<Vec<Packed>, ExportError> {
    let next = AtomicUsize::new(0);
    let work = || -> Result<Vec<(usize, Packed)>, ExportError> {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= lots {
                return Ok(done);
            }
            done.push((at, make(at)?.packed().map_err(failed)?));
        }
    };
    let mut done = thread::scope(|scope| -> Result<Vec<(usize, Packed)>, ExportError> {
        let helpers = thread::available_parallelism().map_or(1, NonZeroUsize::get).min(MOST_PACKERS) - 1;
        // Where no thread is to be had, this one does it all.
        let helpers: Vec<_> =
            (0..helpers).filter_map(|_| thread::Builder::new().spawn_scoped(scope, language::carried(work)).ok()).collect();
        let mut done = work()?;
        for helper in helpers {
            // What goes wrong in a slide goes wrong for the whole deck.
            done.extend(helper.join().unwrap_or_else(|why| resume_unwind(why))?);
        }
        Ok(done)
    })?;
    done.sort_by_key(|(at, _)| *at);
    Ok(done.into_iter().map(|(_, packed)| packed).collect())
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
