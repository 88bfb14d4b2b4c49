//! Setting text: shaping, both directions, line breaks, fonts that stand in, and where every glyph stands.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use parley::layout::{Alignment, PositionedLayoutItem};
use parley::style::{FontFamily, FontWeight, LineHeight, OverflowWrap, StyleProperty};
use parley::{FontContext, FontData, LayoutContext};

use super::Rgb;
use super::chunks::chunks;
use super::fonts::{BODY, Fonts, HEADING};

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
    /// The lines, from top to bottom.
    pub lines: Vec<Line>,
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
    /// Its glyphs, from left to right, by font and style.
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
            lines,
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

/// What makes a short text look as it does: the text, its style, the width, and where lines stand.
type Key = (String, Face, Weight, [u64; 4], Rgb, Align);

/// Texts of up to so many bytes are kept once they are set: dates, names and labels, which a deck repeats on every page.
const SHORT: usize = 40;
/// How many are kept. When there are more, they are forgotten together: what is repeated is soon back.
const KEPT: usize = 4_000;

/// Sets texts.
pub struct Typesetter {
    fonts: FontContext,
    layouts: LayoutContext<u16>,
    kept: BTreeMap<Key, Laid>,
}

impl fmt::Debug for Typesetter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Typesetter")
    }
}

impl Typesetter {
    /// A typesetter with these fonts.
    #[must_use]
    pub fn new(fonts: &Fonts) -> Self {
        Self { fonts: fonts.context.clone(), layouts: LayoutContext::new(), kept: BTreeMap::new() }
    }

    /// Sets a text of one style, as many lines as it takes.
    pub fn text(&mut self, text: &str, style: Style, width: f64) -> Laid {
        self.set(&[Span { text: text.to_owned(), style }], width, Align::Start)
    }

    /// Sets a text on at most `most` lines (at least 1); where it is longer, it ends in an ellipsis.
    pub fn lines(&mut self, text: &str, style: Style, width: f64, most: usize, align: Align) -> Laid {
        let span = |text: &str| [Span { text: text.to_owned(), style }];
        let whole = self.set(&span(text), width, align);
        let Some(last) = whole.lines.get(most.max(1) - 1).filter(|_| whole.lines.len() > most.max(1)) else { return whole };
        let mut kept = text.get(..last.range.end).unwrap_or(text).trim_end().to_owned();
        loop {
            // Nothing stands between the last word and the ellipsis, and no second one.
            let words = kept.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '…' | ',' | ';' | ':' | '·' | '–'));
            let cut = self.set(&span(&format!("{words}…")), width, align);
            if cut.lines.len() <= most.max(1) || kept.is_empty() {
                return cut;
            }
            // A character may be a part of a sign that is built of several; what is left of it then is shown, never broken.
            kept.pop();
        }
    }

    /// Sets a text of several styles.
    pub fn set(&mut self, spans: &[Span], width: f64, align: Align) -> Laid {
        let [Span { text, style }] = spans else { return self.anew(spans, width, align) };
        if text.len() > SHORT {
            return self.anew(spans, width, align);
        }
        let numbers = [style.size, style.leading, style.tracking, width].map(f64::to_bits);
        let key = (text.clone(), style.face, style.weight, numbers, style.color, align);
        if let Some(laid) = self.kept.get(&key) {
            return laid.clone();
        }
        let laid = self.anew(spans, width, align);
        if self.kept.len() >= KEPT {
            self.kept.clear();
        }
        self.kept.insert(key, laid.clone());
        laid
    }

    fn anew(&mut self, spans: &[Span], width: f64, align: Align) -> Laid {
        let mut text = String::new();
        let mut styles: Vec<(Range<usize>, Style)> = Vec::new();
        for span in spans.iter().filter(|span| !span.text.is_empty()) {
            let start = text.len();
            text.push_str(&span.text);
            styles.push((start..text.len(), span.style));
        }
        let mut laid = Laid {
            text: text.into(),
            styles: styles.into(),
            lines: Vec::new(),
            width,
            height: 0.0,
            align,
            missing: BTreeSet::new(),
        };
        // An empty text has no lines; the layout below would give it one.
        if laid.text.is_empty() {
            return laid;
        }
        self.fill(&mut laid);
        laid
    }

    fn fill(&mut self, laid: &mut Laid) {
        let text = Arc::clone(&laid.text);
        for piece in chunks(&text) {
            self.piece(laid, text.get(piece.clone()).unwrap_or_default(), piece.start);
        }
    }

    /// Sets a piece of the text below the lines that there are; it starts at that byte.
    fn piece(&mut self, laid: &mut Laid, text: &str, start: usize) {
        let styles = Arc::clone(&laid.styles);
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        for (index, (range, style)) in styles.iter().enumerate() {
            let range = range.start.max(start) - start..range.end.min(start + text.len()).max(start) - start;
            if range.is_empty() {
                continue;
            }
            let family = match style.face {
                Face::Heading => HEADING,
                Face::Body => BODY,
            };
            builder.push(StyleProperty::FontFamily(FontFamily::from(family)), range.clone());
            builder.push(StyleProperty::FontSize(style.size as f32), range.clone());
            builder.push(StyleProperty::LineHeight(LineHeight::Absolute(style.leading as f32)), range.clone());
            builder.push(StyleProperty::FontWeight(FontWeight::new(f32::from(style.weight.number()))), range.clone());
            builder.push(StyleProperty::LetterSpacing((style.tracking * style.size) as f32), range.clone());
            builder.push(StyleProperty::Brush(u16::try_from(index).unwrap_or(u16::MAX)), range.clone());
        }
        let mut layout = builder.build(text);
        layout.break_all_lines(Some(laid.width.max(1.0) as f32));
        let alignment = match laid.align {
            Align::Start => Alignment::Start,
            Align::Center => Alignment::Center,
            Align::End => Alignment::End,
            Align::Left => Alignment::Left,
        };
        layout.align(alignment, parley::layout::AlignmentOptions::default());
        let rtl = layout.is_rtl();
        let above = laid.height;
        for line in layout.lines() {
            let metrics = line.metrics();
            let mut out = Line {
                top: above + f64::from(metrics.block_min_coord),
                bottom: above + f64::from(metrics.block_max_coord),
                baseline: above + f64::from(metrics.baseline),
                left: f64::from(metrics.offset),
                right: f64::from(metrics.offset + metrics.advance - metrics.trailing_whitespace),
                range: from(&line.text_range(), start),
                rtl,
                runs: Vec::new(),
            };
            let mut seen = None;
            for item in line.items() {
                let PositionedLayoutItem::GlyphRun(part) = item else { continue };
                // A run comes once for each of its styles; its clusters, which know their bytes, are gone through once.
                if seen.replace(part.run().index()) == Some(part.run().index()) {
                    continue;
                }
                runs(&part, &styles, text, &mut out.runs, &mut laid.missing);
            }
            for run in &mut out.runs {
                run.range = from(&run.range, start);
                for glyph in &mut run.glyphs {
                    glyph.y += above;
                    glyph.range = from(&glyph.range, start);
                }
            }
            laid.lines.push(out);
        }
        laid.height = laid.lines.last().map_or(0.0, |line| line.bottom);
    }
}

fn from(range: &Range<usize>, start: usize) -> Range<usize> {
    range.start + start..range.end + start
}

/// The glyphs of a run, by style.
fn runs(
    first: &parley::layout::GlyphRun<'_, u16>,
    styles: &[(Range<usize>, Style)],
    text: &str,
    out: &mut Vec<GlyphRun>,
    missing: &mut BTreeSet<String>,
) {
    let run = first.run();
    let axes: Vec<([u8; 4], f32)> =
        run.synthesis().variation_settings().iter().map(|(tag, value)| (tag.to_be_bytes(), *value)).collect();
    let mut pen = f64::from(first.offset());
    let baseline = f64::from(first.baseline());
    let mut current: Option<(u16, GlyphRun)> = None;
    for cluster in run.visual_clusters() {
        let range = cluster.text_range();
        let brush = cluster.first_style().brush;
        if cluster.is_ligature_continuation() {
            // The sign stands for these bytes, too; where several glyphs show one sign together, all of them do.
            if let Some((_, run)) = current.as_mut() {
                run.range = join(&run.range, &range);
                let last = run.glyphs.last().map(|glyph| glyph.range.clone()).unwrap_or_default();
                for glyph in run.glyphs.iter_mut().rev().take_while(|glyph| glyph.range == last) {
                    glyph.range = join(&last, &range);
                }
            }
            continue;
        }
        if current.as_ref().is_none_or(|(of, _)| *of != brush) {
            out.extend(current.take().map(|(_, run)| run));
            let Some((_, style)) = styles.get(usize::from(brush)) else { continue };
            let new = GlyphRun {
                font: run.font().clone(),
                axes: axes.clone(),
                coords: run.normalized_coords().to_vec(),
                embolden: run.synthesis().embolden(),
                style: *style,
                left: pen,
                range: range.clone(),
                glyphs: Vec::new(),
            };
            current = Some((brush, new));
        }
        let Some((_, to)) = current.as_mut() else { continue };
        to.range = join(&to.range, &range);
        let shown = text.get(range.clone()).unwrap_or_default();
        let is_blank = shown.chars().all(|c| c.is_whitespace() || c.is_control() || c == '\u{200E}');
        for glyph in cluster.glyphs() {
            if glyph.id == 0 && !is_blank {
                missing.insert(shown.to_owned());
            }
            let (dx, dy) = (f64::from(glyph.x), f64::from(glyph.y));
            let advance = f64::from(glyph.advance);
            // A line end has a glyph in some fonts; nothing of it is drawn.
            if !shown.contains(['\n', '\r']) {
                let place =
                    Glyph { id: glyph.id, x: pen + dx, y: baseline + dy, advance, offset: (dx, dy), range: range.clone() };
                to.glyphs.push(place);
            }
            pen += advance;
        }
    }
    out.extend(current.map(|(_, run)| run));
}

fn join(a: &Range<usize>, b: &Range<usize>) -> Range<usize> {
    a.start.min(b.start)..a.end.max(b.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn style(size: f64) -> Style {
        Style { face: Face::Body, weight: Weight::Regular, size, leading: size * 1.4, color: Rgb(0, 0, 0), tracking: 0.0 }
    }

    #[test]
    fn a_text_breaks_into_lines_that_split_without_losing_a_word() {
        let mut set = Typesetter::new(&Fonts::shipped());
        let text = "Six strangers, one night-shift run club, and a very long way home before the sun comes up again.";
        let laid = set.text(text, style(12.0), 120.0);
        assert!(laid.lines.len() > 3, "{laid:?}");
        assert!(laid.lines.iter().all(|line| line.right <= 120.01));
        let (head, tail) = laid.split(40.0);
        let tail = tail.expect("some of it is left");
        assert!(head.height <= 40.01 && !head.lines.is_empty());
        assert!(head.is_part() && tail.is_part() && !laid.is_part());
        assert_eq!(format!("{} {}", head.shown(), tail.shown()), text);
        let glyphs: Vec<_> = tail.lines.iter().flat_map(|line| &line.runs).flat_map(|run| &run.glyphs).collect();
        assert!(glyphs.iter().all(|glyph| glyph.y >= 0.0 && glyph.y <= tail.height));
    }

    #[test]
    fn every_script_has_a_font_and_reads_in_its_direction() {
        let mut set = Typesetter::new(&Fonts::shipped());
        for text in ["Привет", "日本語のテキスト", "简体中文", "مرحبا بالعالم", "שלום", "नमस्ते", "🎉 👩‍👩‍👧 🇩🇪"]
        {
            let laid = set.text(text, style(12.0), 300.0);
            assert!(laid.missing.is_empty(), "{text}: {:?}", laid.missing);
            let covered: usize = laid.lines.iter().flat_map(|line| &line.runs).map(|run| run.range.len()).sum();
            assert_eq!(covered, text.len(), "{text}");
        }
        let arabic = set.text("مرحبا", style(12.0), 300.0);
        assert!(arabic.lines[0].rtl && arabic.lines[0].right > 299.0, "it stands at the right edge");
        assert_eq!(set.text("한국어", style(12.0), 300.0).missing.len(), 3, "what is missing is named");
    }

    #[test]
    fn weights_are_those_of_the_font_and_too_much_ends_in_an_ellipsis() {
        let mut set = Typesetter::new(&Fonts::shipped());
        let bold = Style { weight: Weight::Semibold, ..style(12.0) };
        let laid = set.set(
            &[Span { text: "Why ".into(), style: bold }, Span { text: "I said yes".into(), style: style(12.0) }],
            300.0,
            Align::Start,
        );
        let weights: Vec<_> = laid.lines[0].runs.iter().map(|run| run.axes.clone()).collect();
        assert_eq!(weights[0], vec![(*b"wght", 600.0)]);
        assert!(weights[1].is_empty() || weights[1] == vec![(*b"wght", 400.0)], "{weights:?}");
        let cut = set.lines("A title that is much too long for its one line", style(12.0), 120.0, 1, Align::Start);
        assert_eq!(cut.lines.len(), 1);
        assert!(cut.shown().ends_with('…') && cut.lines[0].right <= 120.01, "{cut:?}");
        assert_eq!(set.text("", style(12.0), 10.0).lines.len(), 0);
        let endless = set.text(&"x".repeat(10_000), style(12.0), 100.0);
        assert!(endless.lines.len() > 100 && endless.lines.iter().all(|line| line.right <= 100.01));
    }
}
