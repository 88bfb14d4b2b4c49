//! Texts as runs of glyphs that keep what they stand for, so that the text can be searched, copied and read aloud.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use krilla::text::{Font, GlyphId, KrillaGlyph, Tag};
use parley::FontData;
use parley::fontique::Blob;
use skrifa::raw::TableProvider as _;
use skrifa::{FontRef, MetadataProvider as _};

use super::super::scene::{Fonts, Glyph, GlyphRun, Laid, Point};
use super::paint::{Glyphs, Op, number, point};

/// Largest size of letters, in points.
const LARGEST: f32 = 2_000.0;

/// A font file, the font in it, and where on its axes.
type Key = (u64, u32, Vec<([u8; 4], u32)>);

/// The fonts of one document, opened once each.
#[derive(Default)]
pub(super) struct Faces {
    opened: BTreeMap<Key, Option<Face>>,
    missing: OnceCell<Option<(Face, u32)>>,
}

#[derive(Clone)]
struct Face {
    font: Font,
    glyphs: u32,
}

impl Faces {
    /// A text at its place, as runs of glyphs.
    pub(super) fn set(&mut self, at: Point, laid: &Laid) -> Vec<Op> {
        let text = harmless(&laid.text);
        let mut ops = Vec::new();
        for run in laid.lines.iter().flat_map(|line| &line.runs) {
            self.run(at, run, &text, &mut ops);
        }
        ops
    }

    fn run(&mut self, at: Point, run: &GlyphRun, text: &Arc<str>, ops: &mut Vec<Op>) {
        let Some(size) = number(run.style.size).filter(|size| *size > 0.0 && *size <= LARGEST) else { return };
        let face = self.face(&run.font, &run.axes);
        let mut open: Option<Glyphs> = None;
        for glyph in &run.glyphs {
            let known = face.as_ref().filter(|face| glyph.id != 0 && glyph.id < face.glyphs);
            let stands_for = text.get(glyph.range.clone()).unwrap_or_default();
            let placed = place(at, glyph, size).filter(|_| !stands_for.is_empty());
            let Some((start, advance, offset)) = placed else {
                close(&mut open, ops);
                continue;
            };
            let as_glyph = |id| {
                let range = glyph.range.clone();
                KrillaGlyph::new(GlyphId::new(id), advance, offset.0, offset.1, 0.0, range, None)
            };
            let begin = |font: &Font, id| Glyphs {
                start,
                signs: vec![as_glyph(id)],
                font: font.clone(),
                text: Arc::clone(text),
                size,
                color: run.style.color,
                bolder: run.embolden,
            };
            if let Some(face) = known {
                match open.as_mut() {
                    Some(open) => open.signs.push(as_glyph(glyph.id)),
                    None => open = Some(begin(&face.font, glyph.id)),
                }
                continue;
            }
            // A sign without a font shows as a box of a font that has one: the font's own glyph for "none" may not be used in
            // a document that is to be read aloud, and the box still stands for the sign when it is copied. Blanks show nothing.
            close(&mut open, ops);
            if !stands_for.chars().all(|c| c.is_whitespace() || c.is_control())
                && let Some((face, id)) = self.missing()
            {
                ops.push(Op::Glyphs(begin(&face.font, id)));
            }
        }
        close(&mut open, ops);
    }

    fn face(&mut self, font: &FontData, axes: &[([u8; 4], f32)]) -> Option<Face> {
        let key = (font.data.id(), font.index, axes.iter().map(|(tag, value)| (*tag, value.to_bits())).collect());
        self.opened.entry(key).or_insert_with(|| open(&font.data, font.index, axes)).clone()
    }

    /// The box that stands for a sign without a font.
    fn missing(&self) -> Option<(Face, u32)> {
        let found = self.missing.get_or_init(|| {
            let bytes = Fonts::own();
            let face = open(&Blob::new(Arc::new(bytes)), 0, &[])?;
            let id = FontRef::from_index(bytes, 0).ok()?.charmap().map('□')?;
            Some((face, id.to_u32()))
        });
        found.clone()
    }
}

/// Where a glyph starts, how far the next one is, and how far it is drawn from there; the last two in parts of the size.
fn place(at: Point, glyph: &Glyph, size: f32) -> Option<(krilla::geom::Point, f32, (f32, f32))> {
    let start = point(at.x + glyph.x - glyph.offset.0, at.y + glyph.y - glyph.offset.1)?;
    // Offsets go down in the scene and up in the file.
    Some((start, number(glyph.advance)? / size, (number(glyph.offset.0)? / size, -number(glyph.offset.1)? / size)))
}

fn close(open: &mut Option<Glyphs>, ops: &mut Vec<Op>) {
    ops.extend(open.take().map(Op::Glyphs));
}

fn open(data: &Blob<u8>, index: u32, axes: &[([u8; 4], f32)]) -> Option<Face> {
    let glyphs = FontRef::from_index(data.as_ref(), index).ok()?.maxp().ok()?.num_glyphs();
    let axes: Vec<(Tag, f32)> =
        axes.iter().filter(|(_, value)| value.is_finite()).map(|(tag, value)| (Tag::new(tag), *value)).collect();
    let font = Font::new_variable(data.clone().into_raw_parts().0.into(), index, &axes)?;
    Some(Face { font, glyphs: glyphs.into() })
}

/// The text without the signs that no glyph may stand for, each replaced by one of the same length, so that ranges still hold.
fn harmless(text: &Arc<str>) -> Arc<str> {
    const SIGNS: [(char, &str); 4] = [('\0', " "), ('\u{FEFF}', "\u{2060}"), ('\u{FFFE}', "\u{FFFD}"), ('\u{FFFF}', "\u{FFFD}")];
    if !SIGNS.iter().any(|(sign, _)| text.contains(*sign)) {
        return Arc::clone(text);
    }
    SIGNS.iter().fold(text.to_string(), |text, (sign, instead)| text.replace(*sign, instead)).into()
}
