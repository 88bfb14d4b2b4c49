//! Plans that travel inside other files: where they are put, and how they are found again without trusting the file.
//!
//! A document is told by its first bytes and never by its name. What is found in it is read like any file that came from
//! somewhere else.

pub mod html;
pub mod pdf;
pub mod pptx;

use crate::words::picture as say;

/// The part that a presentation begins with. Fewer letters would come up by chance in what is packed.
const MAIN_PART: &[u8] = b"ppt/presentation.xml";

/// What was found of a plan inside a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing of one.
    Nothing,
    /// A plan, as it was put there.
    Plan(Vec<u8>),
    /// The mark of one, and not all of what belongs to it.
    Damaged,
    /// A plan in a packing that is not known: a later version of this program put it there.
    Newer,
}

impl Found {
    /// The plan, where all of it is there.
    #[must_use]
    pub fn plan(self) -> Option<Vec<u8>> {
        match self {
            Self::Plan(plan) => Some(plan),
            Self::Nothing | Self::Damaged | Self::Newer => None,
        }
    }
}

/// A kind of document that may hold a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// A PDF.
    Pdf,
    /// A presentation.
    Presentation,
    /// A web page.
    Page,
}

impl Document {
    /// What these bytes are; `None` when they are no document of these kinds.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"%PDF-") {
            return Some(Self::Pdf);
        }
        if bytes.starts_with(b"PK\x03\x04") {
            // Workbooks are packed the same way; the names of parts stand in the file as they are, and every presentation has this.
            return bytes.windows(MAIN_PART.len()).any(|name| name == MAIN_PART).then_some(Self::Presentation);
        }
        html::is_page(bytes).then_some(Self::Page)
    }

    /// What it is called in a sentence.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pdf => say::pdf(),
            Self::Presentation => say::presentation(),
            Self::Page => say::page(),
        }
    }

    /// What there is of a plan inside.
    #[must_use]
    pub fn find(self, bytes: &[u8]) -> Found {
        match self {
            Self::Pdf => pdf::find(bytes),
            Self::Presentation => pptx::find(bytes),
            Self::Page => html::find(bytes),
        }
    }

    /// The plan inside, as it was put there; `None` when there is none, or not a whole one.
    #[must_use]
    pub fn plan_in(self, bytes: &[u8]) -> Option<Vec<u8>> {
        self.find(bytes).plan()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_told_by_its_bytes() {
        for (bytes, is) in [
            (&b"%PDF-1.7\n"[..], Some(Document::Pdf)),
            (b"PK\x03\x04 ppt/presentation.xml", Some(Document::Presentation)),
            (b"PK\x03\x04 xl/workbook.xml", None),
            (b"\xEF\xBB\xBF \n<!DOCTYPE html>", Some(Document::Page)),
            (b"<HTML lang=\"en\">", Some(Document::Page)),
            (b"(format: \"momentboard\")", None),
            (b"<?xml version=\"1.0\"?>", None),
            (b"", None),
        ] {
            assert_eq!(Document::of(bytes), is, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
