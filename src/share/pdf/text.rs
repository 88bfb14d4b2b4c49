//! Texts as runs of glyphs that keep what they stand for, so that the text can be searched, copied and read aloud.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use krilla::text::{Font, GlyphId, KrillaGlyph, Tag};
use parley::FontData;
use parley::fontique::Blob;
use skrifa::raw::TableProvider as _;
use skrifa::{FontRef, MetadataProvider as _};

use super::super::scene::{Fonts, Glyph, GlyphRun, Icon, Laid, Point, Rect, Rgb, icon_font, icon_glyph};
use super::paint::{Glyphs, Op, number, point};

/// Largest size of letters, in points.
const LARGEST: f32 = 2_000.0;

/// Where a font is on its axes.
type Axes = Vec<([u8; 4], f32)>;

/// The fonts of one document, opened once each.
pub(super) struct Faces {
    /// By font file, the font in it, and where on its axes. They are a handful, and asked for with every line of text: looking
    /// through them takes less than to make the key of a map.
    opened: Vec<(u64, u32, Axes, Option<Face>)>,
    missing: OnceCell<Option<(Face, u32)>>,
    icons: BTreeMap<bool, Option<Face>>,
    blank: Arc<str>,
}

impl Default for Faces {
    fn default() -> Self {
        Self { opened: Vec::new(), missing: OnceCell::new(), icons: BTreeMap::new(), blank: " ".into() }
    }
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

    /// An icon in its place. As a glyph it is a few bytes, while its outline is a thousand and half of a large deck would be icons;
    /// it stands for a blank, because every glyph has to stand for something and an icon says nothing that is not said beside it.
    pub(super) fn icon(&mut self, icon: Icon, into: Rect, color: Rgb) -> Option<Op> {
        let into = into.abs();
        let size = number(into.width().min(into.height())).filter(|size| *size > 0.0 && *size <= LARGEST)?;
        let bytes = icon_font(icon.filled);
        let face = self.icons.entry(icon.filled).or_insert_with(|| open(&Blob::new(Arc::new(bytes)), 0, &[])).as_ref()?;
        let (glyph, at) = icon_glyph(icon, into)?;
        let sign = KrillaGlyph::new(GlyphId::new(glyph), 1.0, 0.0, 0.0, 0.0, 0..self.blank.len(), None);
        Some(Op::Glyphs(Glyphs {
            start: point(at.x, at.y)?,
            signs: vec![sign],
            font: face.font.clone(),
            text: Arc::clone(&self.blank),
            size,
            color,
            bolder: false,
        }))
    }

    fn face(&mut self, font: &FontData, axes: &[([u8; 4], f32)]) -> Option<Face> {
        let same = |of: &[([u8; 4], f32)]| {
            of.len() == axes.len() && of.iter().zip(axes).all(|(a, b)| a.0 == b.0 && a.1.to_bits() == b.1.to_bits())
        };
        let known =
            |(file, index, of, _): &&(u64, u32, Axes, Option<Face>)| *file == font.data.id() && *index == font.index && same(of);
        if let Some((_, _, _, face)) = self.opened.iter().find(known) {
            return face.clone();
        }
        let face = open(&font.data, font.index, axes);
        self.opened.push((font.data.id(), font.index, axes.to_vec(), face.clone()));
        face
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
    // One look at the bytes that such signs begin with spares four looks at nearly every text.
    if !text.bytes().any(|byte| matches!(byte, 0 | 0xEF)) || !SIGNS.iter().any(|(sign, _)| text.contains(*sign)) {
        return Arc::clone(text);
    }
    SIGNS.iter().fold(text.to_string(), |text, (sign, instead)| text.replace(*sign, instead)).into()
}
