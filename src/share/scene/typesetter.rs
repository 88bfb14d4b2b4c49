//! Setting text: shaping, both directions, line breaks, fonts that stand in, and where every glyph stands.
//!
//! Choosing fonts and shaping take nine tenths of the time and do not depend on the width; a deck sets the same text at several
//! widths until its lines end well, and the same labels on every page. So what was shaped is kept for a while.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;
use std::slice;
use std::sync::Arc;

use parley::layout::{Alignment, Layout, PositionedLayoutItem};
use parley::style::{FontFamily, FontWeight, LineHeight, OverflowWrap, StyleProperty};
use parley::{FontContext, LayoutContext};

use super::Rgb;
use super::chunks::chunks;
use super::fonts::{BODY, Fonts, HEADING};
use super::text::{Align, Face, Glyph, GlyphRun, Laid, Line, Span, Style, Weight};

/// The styles of a text: bytes and style, in order, without gaps.
type Styles = Arc<[(Range<usize>, Style)]>;
/// What of a style tells it from another one.
type Look = (Face, Weight, [u64; 3], Rgb);
/// How a text looks: its styles in order, each with the byte where it ends; the last one ends with the text, however long it is.
type Looks = Vec<(usize, Look)>;

/// How many bytes of text are kept shaped. When there are more, they are forgotten together: what is repeated is soon back.
const KEPT: usize = 80_000;
/// How many settings of a text are kept: a label has the same width on every page.
const SETTINGS: usize = 3;
/// Only texts of up to so many bytes are set at the same width again.
const SHORT: usize = 200;

/// A text that is shaped, but not yet broken into lines.
struct Shaped {
    text: Arc<str>,
    styles: Styles,
    /// The pieces, each with the byte it starts at; nearly always one.
    pieces: Vec<(Range<usize>, Layout<u16>)>,
    missing: BTreeSet<String>,
    /// The last settings: width, where lines stand, whether there are glyphs.
    set: Vec<((u64, Align, bool), Laid)>,
}

/// Sets texts.
pub struct Typesetter {
    fonts: FontContext,
    layouts: LayoutContext<u16>,
    /// Whether the glyphs are wanted, too.
    glyphs: bool,
    kept: BTreeMap<Looks, BTreeMap<Arc<str>, Shaped>>,
    /// Bytes of the texts in there.
    weight: usize,
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
        let layouts = LayoutContext::new();
        Self { fonts: fonts.context.clone(), layouts, glyphs: fonts.glyphs, kept: BTreeMap::new(), weight: 0 }
    }

    /// Sets a text of one style, as many lines as it takes.
    pub fn text(&mut self, text: &str, style: Style, width: f64) -> Laid {
        self.single(text, style, width, Align::Start, self.glyphs)
    }

    /// A text of one style as [`text`](Self::text) would set it, without its glyphs: enough to see whether it is wanted like that.
    pub fn measured(&mut self, text: &str, style: Style, width: f64) -> Laid {
        self.single(text, style, width, Align::Start, false)
    }

    /// Sets a text on at most `most` lines (at least 1); where it is longer, it ends in an ellipsis.
    pub fn lines(&mut self, text: &str, style: Style, width: f64, most: usize, align: Align) -> Laid {
        let most = most.max(1);
        let whole = self.single(text, style, width, align, self.glyphs);
        let Some(last) = whole.lines.get(most - 1).filter(|_| whole.lines.len() > most) else { return whole };
        let mut kept = text.get(..last.range.end).unwrap_or(text).trim_end().to_owned();
        loop {
            // Nothing stands between the last word and the ellipsis, and no second one.
            let words = kept.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '…' | ',' | ';' | ':' | '·' | '–'));
            let cut = self.single(&format!("{words}…"), style, width, align, self.glyphs);
            if cut.lines.len() <= most || kept.is_empty() {
                return cut;
            }
            // A character may be a part of a sign that is built of several; what is left of it then is shown, never broken.
            kept.pop();
        }
    }

    /// Sets a text of several styles.
    pub fn set(&mut self, spans: &[Span], width: f64, align: Align) -> Laid {
        if let [Span { text, style }] = spans {
            return self.single(text, *style, width, align, self.glyphs);
        }
        let mut text = String::new();
        let mut styles: Vec<(Range<usize>, Style)> = Vec::new();
        for span in spans.iter().filter(|span| !span.text.is_empty()) {
            let start = text.len();
            text.push_str(&span.text);
            styles.push((start..text.len(), span.style));
        }
        self.kept(&text, &styles, width, align, self.glyphs)
    }

    fn single(&mut self, text: &str, style: Style, width: f64, align: Align, glyphs: bool) -> Laid {
        let whole = (0..text.len(), style);
        self.kept(text, if text.is_empty() { &[] } else { slice::from_ref(&whole) }, width, align, glyphs)
    }

    /// The text set from what was kept of it, or shaped anew and kept.
    fn kept(&mut self, text: &str, styles: &[(Range<usize>, Style)], width: f64, align: Align, glyphs: bool) -> Laid {
        let looks: Looks = styles.iter().map(|(range, style)| (end(range, text), look(*style))).collect();
        let wanted = (width.to_bits(), align, glyphs);
        if let Some(known) = self.kept.get_mut(&looks).and_then(|of| of.get_mut(text)) {
            return known.again(wanted, width);
        }
        let text: Arc<str> = text.into();
        let mut shaped = self.shaped(Arc::clone(&text), styles.into());
        let laid = shaped.again(wanted, width);
        if self.weight + text.len() > KEPT {
            self.kept.clear();
            self.weight = 0;
        }
        self.weight += text.len();
        self.kept.entry(looks).or_default().insert(text, shaped);
        laid
    }

    fn shaped(&mut self, text: Arc<str>, styles: Styles) -> Shaped {
        // An empty text has no pieces and no lines; a layout would give it one.
        let pieces: Vec<_> = chunks(&text).into_iter().map(|piece| (piece.clone(), self.piece(&text, &styles, piece))).collect();
        Shaped { text, styles, pieces, missing: BTreeSet::new(), set: Vec::new() }.with_missing()
    }

    /// Shapes a piece of the text.
    fn piece(&mut self, text: &str, styles: &Styles, piece: Range<usize>) -> Layout<u16> {
        let text = text.get(piece.clone()).unwrap_or_default();
        let start = piece.start;
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
        builder.build(text)
    }
}

impl Shaped {
    /// The same, knowing what no font could show. It is the same at any width.
    fn with_missing(mut self) -> Self {
        for (piece, layout) in &mut self.pieces {
            layout.break_all_lines(None);
            let text = self.text.get(piece.clone()).unwrap_or_default();
            for run in layout.lines().flat_map(|line| line.runs()) {
                for cluster in run.visual_clusters() {
                    if cluster.is_ligature_continuation() || cluster.glyphs().all(|glyph| glyph.id != 0) {
                        continue;
                    }
                    let shown = text.get(cluster.text_range()).unwrap_or_default();
                    if !shown.chars().all(|c| c.is_whitespace() || c.is_control() || c == '\u{200E}') {
                        self.missing.insert(shown.to_owned());
                    }
                }
            }
        }
        self
    }

    /// The text set like that, anew or as it was.
    fn again(&mut self, wanted: (u64, Align, bool), width: f64) -> Laid {
        if let Some((_, laid)) = self.set.iter().find(|(of, _)| *of == wanted) {
            return laid.clone();
        }
        let (_, align, glyphs) = wanted;
        let laid = self.laid(width, align, glyphs);
        if self.text.len() <= SHORT {
            if self.set.len() >= SETTINGS {
                self.set.remove(0);
            }
            self.set.push((wanted, laid.clone()));
        }
        laid
    }

    /// The text set in that width.
    fn laid(&mut self, width: f64, align: Align, glyphs: bool) -> Laid {
        let mut lines: Vec<Line> = Vec::new();
        for (piece, layout) in &mut self.pieces {
            let text = self.text.get(piece.clone()).unwrap_or_default();
            let above = lines.last().map_or(0.0, |line| line.bottom);
            let start = piece.start;
            break_into(layout, width, align);
            let rtl = layout.is_rtl();
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
                for item in line.items().take_while(|_| glyphs) {
                    let PositionedLayoutItem::GlyphRun(part) = item else { continue };
                    // A run comes once for each of its styles; its clusters, which know their bytes, are gone through once.
                    if seen.replace(part.run().index()) == Some(part.run().index()) {
                        continue;
                    }
                    runs(&part, &self.styles, text, &mut out.runs);
                }
                for run in &mut out.runs {
                    run.range = from(&run.range, start);
                    for glyph in &mut run.glyphs {
                        glyph.y += above;
                        glyph.range = from(&glyph.range, start);
                    }
                }
                lines.push(out);
            }
        }
        Laid {
            text: Arc::clone(&self.text),
            styles: Arc::clone(&self.styles),
            height: lines.last().map_or(0.0, |line| line.bottom),
            lines: lines.into(),
            width,
            align,
            missing: self.missing.clone(),
        }
    }
}

fn look(style: Style) -> Look {
    (style.face, style.weight, [style.size, style.leading, style.tracking].map(f64::to_bits), style.color)
}

/// Where a style ends; one number for all texts that it goes on in to their end.
fn end(range: &Range<usize>, text: &str) -> usize {
    if range.end == text.len() { usize::MAX } else { range.end }
}

/// Breaks a text into lines, whatever lines it had before.
fn break_into(layout: &mut Layout<u16>, width: f64, align: Align) {
    layout.break_all_lines(Some(width.max(1.0) as f32));
    let alignment = match align {
        Align::Start => Alignment::Start,
        Align::Center => Alignment::Center,
        Align::End => Alignment::End,
        Align::Left => Alignment::Left,
    };
    layout.align(alignment, parley::layout::AlignmentOptions::default());
}

fn from(range: &Range<usize>, start: usize) -> Range<usize> {
    range.start + start..range.end + start
}

/// The glyphs of a run, by style.
fn runs(first: &parley::layout::GlyphRun<'_, u16>, styles: &[(Range<usize>, Style)], text: &str, out: &mut Vec<GlyphRun>) {
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
        for glyph in cluster.glyphs() {
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
