//! Texts: how they are to look, and how they look when they are set.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use parley::FontData;

use super::Rgb;

/// Which of the two fonts of a deck.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Face {
    /// Titles and headings.
    Heading,
    /// Everything else.
    #[default]
    Body,
}

/// How bold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// 400.
    #[default]
    Regular,
    /// 500.
    Medium,
    /// 600.
    Semibold,
}

impl Weight {
    /// The number of the weight, 400 to 600.
    #[must_use]
    pub const fn number(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::Medium => 500,
            Self::Semibold => 600,
        }
    }
}

/// How a stretch of text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// Its font.
    pub face: Face,
    /// How bold it is.
    pub weight: Weight,
    /// Its size in points; never below 9.
    pub size: f64,
    /// The height of a line in points.
    pub leading: f64,
    /// Its colour.
    pub color: Rgb,
    /// Room between letters, in parts of the size.
    pub tracking: f64,
}

/// A stretch of text in one style.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// The text; a line end begins a new paragraph.
    pub text: String,
    /// Its style.
    pub style: Style,
}

/// Where lines stand in their block. A line in the other direction starts at the other side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Align {
    /// Where reading starts.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// Where reading ends.
    End,
    /// At the left whatever the direction, as texts stand below each other in a table.
    Left,
}

/// A text, set.
#[derive(Clone)]
pub struct Laid {
    /// The whole text; where the text goes on elsewhere, more than the lines show.
    pub text: Arc<str>,
    /// Its styles: the range of bytes and the style, in order, without gaps.
    pub styles: Arc<[(Range<usize>, Style)]>,
    /// The lines, from top to bottom. A text goes through several hands until it stands on its page; they are shared, because
    /// copies of glyphs were a tenth of the memory of a deck.
    pub lines: Arc<[Line]>,
    /// The width that was offered.
    pub width: f64,
    /// How high the lines are together.
    pub height: f64,
    /// Where lines stand.
    pub align: Align,
    /// What no font could show.
    pub missing: BTreeSet<String>,
}

impl fmt::Debug for Laid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Laid({:?}, {} lines, {} × {})", self.shown(), self.lines.len(), self.width, self.height)
    }
}

/// A line of a set text. Places are from the block's upper left corner.
#[derive(Clone)]
pub struct Line {
    /// Upper edge.
    pub top: f64,
    /// Lower edge.
    pub bottom: f64,
    /// The line that letters stand on.
    pub baseline: f64,
    /// The left edge of its glyphs.
    pub left: f64,
    /// The right edge of its glyphs.
    pub right: f64,
    /// Its bytes in the text, with blanks and the line end.
    pub range: Range<usize>,
    /// Whether its paragraph reads from right to left.
    pub rtl: bool,
    /// Its glyphs, from left to right, by font and style; none where the fonts were [for measuring](super::Fonts::for_measuring).
    pub runs: Vec<GlyphRun>,
}

/// Glyphs of one font and style.
#[derive(Clone)]
pub struct GlyphRun {
    /// The font file and the index of the font in it.
    pub font: FontData,
    /// Axes of a variable font, as tag and value.
    pub axes: Vec<([u8; 4], f32)>,
    /// The same, normalised, as a rasteriser takes them.
    pub coords: Vec<i16>,
    /// Whether the font has no such weight and is to be emboldened.
    pub embolden: bool,
    /// The style.
    pub style: Style,
    /// The left edge.
    pub left: f64,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// The glyphs, from left to right.
    pub glyphs: Vec<Glyph>,
}

/// A glyph.
#[derive(Clone, Debug)]
pub struct Glyph {
    /// Its number in the font.
    pub id: u32,
    /// Where it is drawn, from the block's upper left corner.
    pub x: f64,
    /// Where it is drawn; usually the baseline.
    pub y: f64,
    /// How far the next one is.
    pub advance: f64,
    /// Its offset from where its advance begins.
    pub offset: (f64, f64),
    /// The bytes of the text that it shows.
    pub range: Range<usize>,
}

impl Laid {
    /// The part of the text that its lines show.
    #[must_use]
    pub fn shown(&self) -> &str {
        match (self.lines.first(), self.lines.last()) {
            (Some(first), Some(last)) => self.text.get(first.range.start..last.range.end).unwrap_or_default().trim_end(),
            _ => "",
        }
    }

    /// Whether the text goes on elsewhere, before or behind.
    #[must_use]
    pub fn is_part(&self) -> bool {
        self.shown().len() < self.text.trim_end().len()
    }

    /// Splits the text so that the first part is at most `height` high; the second part is what is left, if anything.
    /// A part never holds half a line; where not even one line fits, the first part is empty.
    #[must_use]
    pub fn split(&self, height: f64) -> (Self, Option<Self>) {
        let fit = self.lines.iter().take_while(|line| line.bottom <= height + 0.01).count();
        if fit == self.lines.len() {
            return (self.clone(), None);
        }
        let (head, tail) = (self.part(0..fit), self.part(fit..self.lines.len()));
        (head, Some(tail))
    }

    fn part(&self, which: Range<usize>) -> Self {
        let mut lines: Vec<Line> = self.lines.get(which).unwrap_or_default().to_vec();
        let top = lines.first().map_or(0.0, |line| line.top);
        for line in &mut lines {
            line.top -= top;
            line.bottom -= top;
            line.baseline -= top;
            for glyph in line.runs.iter_mut().flat_map(|run| run.glyphs.iter_mut()) {
                glyph.y -= top;
            }
        }
        let height = lines.last().map_or(0.0, |line| line.bottom);
        Self {
            text: Arc::clone(&self.text),
            styles: Arc::clone(&self.styles),
            lines: lines.into(),
            width: self.width,
            height,
            align: self.align,
            missing: self.missing.clone(),
        }
    }

    /// The right edge of the widest line.
    #[must_use]
    pub fn ink_width(&self) -> f64 {
        self.lines.iter().map(|line| line.right - line.left).fold(0.0, f64::max)
    }
}
