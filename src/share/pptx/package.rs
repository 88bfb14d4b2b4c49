//! The file itself: parts with their kinds and relationships, zipped in one order at one time, so that the same deck is the
//! same bytes.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::super::error::ExportError;
use super::xml::{HEADER, Xml};
use crate::words::slides as say;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships/";

/// Where pictures are.
const MEDIA: &str = "ppt/media/";

/// The parts of a file. What a part is stands beside it, so that the list of kinds names every part and none that is not there.
#[derive(Debug, Default)]
pub(super) struct Parts {
    parts: BTreeMap<String, (Option<&'static str>, Vec<u8>)>,
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

    /// The file.
    pub(super) fn zipped(&self) -> Result<Vec<u8>, ExportError> {
        self.write().map_err(|cause| ExportError::failed(say::failed(cause), say::failed_hint()))
    }

    fn write(&self) -> zip::result::ZipResult<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let plain = SimpleFileOptions::default().last_modified_time(DateTime::default());
        let small = plain.compression_method(CompressionMethod::Deflated);
        // Pictures are small already.
        let whole = plain.compression_method(CompressionMethod::Stored);
        // Readers want the list of kinds first.
        zip.start_file("[Content_Types].xml", small)?;
        zip.write_all(self.kinds().as_bytes())?;
        for (name, (_, bytes)) in &self.parts {
            let is_picture = name.starts_with(MEDIA);
            zip.start_file(name.as_str(), if is_picture { whole } else { small })?;
            zip.write_all(bytes)?;
        }
        Ok(zip.finish()?.into_inner())
    }

    fn kinds(&self) -> String {
        let mut out = format!(
            "{HEADER}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
             <Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/><Default Extension=\"png\" ContentType=\"image/png\"/>\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        );
        for (name, (kind, _)) in &self.parts {
            if let Some(kind) = kind {
                let _ = write!(out, "<Override PartName=\"/{name}\" ContentType=\"{kind}\"/>");
            }
        }
        out + "</Types>"
    }
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
