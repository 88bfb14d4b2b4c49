//! Pieces of a text as their fonts draw them, each by itself, taken from what egui lays out.
//!
//! egui gives the letters of a piece that runs from right to left as they stand, the last one first, and has no place for the
//! cursor there. Here every character gets its place, in the order in which they were written.

use egui::epaint::Vertex;
use egui::epaint::text::{FontsView, Glyph};
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Stroke};
use unicode_segmentation::UnicodeSegmentation;

use crate::model::direction::is_right_to_left;

use super::order::{Kind, Order, Piece};

/// Where a character stands in its piece, and what egui knows of it.
#[derive(Clone)]
pub(super) struct Cell {
    pub(super) glyph: Glyph,
    /// Its left edge.
    pub(super) x: f32,
    pub(super) width: f32,
}

/// The drawing of a character.
#[derive(Clone)]
pub(super) struct Quad {
    /// Whose it is: a character of the piece.
    pub(super) of: usize,
    pub(super) corners: [Vertex; 4],
}

/// A piece as it is drawn.
#[derive(Clone, Default)]
pub(super) struct Shaped {
    pub(super) cells: Vec<Cell>,
    /// In the order of the characters.
    pub(super) quads: Vec<Quad>,
    pub(super) width: f32,
    pub(super) height: f32,
}

impl Shaped {
    /// Leaves so many points free before it.
    fn pushed(&mut self, before: f32, from_right: bool) {
        self.width += before;
        if from_right {
            return;
        }
        self.cells.iter_mut().for_each(|cell| cell.x += before);
        self.quads.iter_mut().flat_map(|quad| &mut quad.corners).for_each(|corner| corner.pos.x += before);
    }
}

/// A piece of a paragraph with its drawing.
#[derive(Clone)]
pub(super) struct Set {
    pub(super) piece: Piece,
    pub(super) text: String,
    /// Which section of the job it is written in.
    pub(super) section: usize,
    pub(super) shaped: Shaped,
}

impl Set {
    /// Draws the text of a piece.
    pub(super) fn new(fonts: &mut FontsView<'_>, job: &LayoutJob, section: usize, piece: Piece, text: String) -> Self {
        let shaped = job.sections.get(section).map(|section| shaped(fonts, &text, piece.kind, &section.format));
        Self { piece, text, section, shaped: shaped.unwrap_or_default() }
    }

    /// The first `graphemes` of it, and the rest.
    pub(super) fn split(&self, fonts: &mut FontsView<'_>, job: &LayoutJob, graphemes: usize) -> (Self, Self) {
        let at = self.text.grapheme_indices(true).nth(graphemes).map_or(self.text.len(), |(at, _)| at);
        let (head, tail) = self.text.split_at(at);
        let middle = self.piece.bytes.start + at;
        let part = |bytes| Piece { bytes, ..self.piece.clone() };
        let (first, second) = (part(self.piece.bytes.start..middle), part(middle..self.piece.bytes.end));
        (
            Self::new(fonts, job, self.section, first, head.to_owned()),
            Self::new(fonts, job, self.section, second, tail.to_owned()),
        )
    }

    /// How many of its graphemes fit into so many points.
    pub(super) fn fitting(&self, room: f32) -> usize {
        let mut cells = self.shaped.cells.iter();
        let mut width = 0.0;
        self.text
            .graphemes(true)
            .take_while(|grapheme| {
                width += cells.by_ref().take(grapheme.chars().count()).map(|cell| cell.width).sum::<f32>();
                width <= room
            })
            .count()
    }
}

/// The pieces of a paragraph that begins at a byte of the job.
pub(super) fn sets(fonts: &mut FontsView<'_>, job: &LayoutJob, order: &Order, start: usize) -> Vec<Set> {
    let cuts: Vec<_> = job.sections.iter().filter_map(|section| section.byte_range.start.0.checked_sub(start)).collect();
    let set = |piece: Piece| {
        let bytes = start + piece.bytes.start..start + piece.bytes.end;
        let section = job.sections.iter().rposition(|section| section.byte_range.start.0 <= bytes.start).unwrap_or_default();
        let text = job.text.get(bytes.clone()).unwrap_or_default().to_owned();
        let begins = job.sections.get(section).filter(|section| section.byte_range.start.0 == bytes.start);
        let before = begins.filter(|_| section > 0).map_or(0.0, |section| section.leading_space);
        let mut set = Set::new(fonts, job, section, piece, text);
        set.shaped.pushed(before, set.piece.from_right);
        set
    };
    order.pieces(&cuts).into_iter().map(set).collect()
}

fn shaped(fonts: &mut FontsView<'_>, text: &str, kind: Kind, format: &TextFormat) -> Shaped {
    match kind {
        Kind::Hidden => hidden(fonts, text, format),
        Kind::Sign(Some(turned)) => {
            let rest = text.chars().skip(1);
            let mut shaped = laid_out(fonts, &std::iter::once(turned).chain(rest).collect::<String>(), format);
            if let (Some(cell), Some(written)) = (shaped.cells.first_mut(), text.chars().next()) {
                cell.glyph.chr = written;
            }
            shaped
        }
        _ => laid_out(fonts, text, format),
    }
}

/// Characters without width or drawing. A space says how high a line of them is.
fn hidden(fonts: &mut FontsView<'_>, text: &str, format: &TextFormat) -> Shaped {
    let space = laid_out(fonts, " ", format);
    let cell = space.cells.into_iter().next();
    let cells = text.chars().filter_map(|chr| {
        let mut cell = cell.clone()?;
        (cell.glyph.chr, cell.width) = (chr, 0.0);
        Some(cell)
    });
    Shaped { cells: cells.collect(), quads: Vec::new(), width: 0.0, height: space.height }
}

/// What egui makes of a text on one line, without what is drawn behind or under it.
pub(super) fn laid_out(fonts: &mut FontsView<'_>, text: &str, format: &TextFormat) -> Shaped {
    let bare =
        TextFormat { background: Color32::TRANSPARENT, underline: Stroke::NONE, strikethrough: Stroke::NONE, ..format.clone() };
    let mut job = LayoutJob::single_section(text.to_owned(), bare);
    job.break_on_newline = false;
    job.round_output_to_gui = false;
    let galley = fonts.layout_job(job);
    let Some(row) = galley.rows.first() else { return Shaped::default() };
    let mut shaped = Shaped { width: galley.intrinsic_size().x, height: row.size.y, ..Shaped::default() };

    let mut last = row.glyphs.first().copied();
    for (of, (chr, place)) in text.chars().zip(places(text, &row.glyphs)).enumerate() {
        let own = place.glyphs.first().and_then(|at| row.glyphs.get(*at)).copied();
        let Some(mut glyph) = own.or(last) else { continue };
        last = Some(glyph);
        if own.is_none() {
            (glyph.uv_rect, glyph.is_color) = (<_>::default(), false);
        }
        glyph.chr = chr;
        shaped.cells.push(Cell { glyph, x: place.x, width: place.width });
        for glyph in place.glyphs.iter().filter_map(|at| row.glyphs.get(*at)).filter(|glyph| !glyph.uv_rect.is_nothing()) {
            let first = usize::try_from(glyph.first_vertex).unwrap_or(usize::MAX);
            let corners = row.visuals.mesh.vertices.get(first..).and_then(<[Vertex]>::first_chunk);
            shaped.quads.extend(corners.map(|corners| Quad { of, corners: *corners }));
        }
    }
    shaped
}

/// Where a character stands, and which glyphs draw it.
#[derive(Clone, Default)]
struct Place {
    glyphs: Vec<usize>,
    x: f32,
    width: f32,
}

/// The place of every character of a text among the glyphs of its line.
fn places(text: &str, glyphs: &[Glyph]) -> Vec<Place> {
    let from_right = text.chars().any(is_right_to_left);
    let count = text.chars().count();
    if from_right {
        return places_from_right(text, count, glyphs);
    }
    let mut places: Vec<_> = text.chars().map(|_| Place::default()).collect();
    for (at, glyph) in glyphs.iter().enumerate() {
        let Some(place) = places.get_mut(at.min(count.saturating_sub(1))) else { break };
        if place.glyphs.is_empty() {
            place.x = glyph.pos.x;
        }
        place.width += glyph.advance_width;
        place.glyphs.push(at);
    }
    places
}

/// The same where the last letter stands first. A letter may take its neighbour into its drawing, as lam does with alef; then both
/// have half of it. Marks are drawn by the letter they belong to.
fn places_from_right(text: &str, count: usize, glyphs: &[Glyph]) -> Vec<Place> {
    let glyphs = &glyphs[..glyphs.len() - stray(text, count, glyphs)];
    let graphemes: Vec<&str> = text.graphemes(true).collect();
    // Which grapheme each glyph begins, from the first one on.
    let mut groups: Vec<(usize, Vec<usize>)> = Vec::new();
    for (at, glyph) in glyphs.iter().enumerate().rev() {
        let next = groups.last().map_or(0, |(grapheme, _)| grapheme + 1);
        let begins = groups.is_empty() || glyph.advance_width > 0.0;
        let found = (next..graphemes.len()).find(|at| graphemes.get(*at).is_some_and(|text| text.starts_with(glyph.chr)));
        match (found.filter(|_| begins), groups.last_mut()) {
            (Some(grapheme), _) => groups.push((grapheme, vec![at])),
            (None, Some((_, glyphs))) => glyphs.push(at),
            (None, None) => groups.push((0, vec![at])),
        }
    }
    let mut places = Vec::with_capacity(count);
    for (at, (first, owned)) in groups.iter().enumerate() {
        let first = if at == 0 { 0 } else { *first };
        let end = groups.get(at + 1).map_or(graphemes.len(), |(next, _)| *next);
        let of = |glyph: &usize| glyphs.get(*glyph);
        let width: f32 = owned.iter().filter_map(of).map(|glyph| glyph.advance_width).sum();
        let left = owned.iter().filter_map(of).filter(|glyph| glyph.advance_width > 0.0).map(|glyph| glyph.pos.x);
        let left = left.reduce(f32::min).or_else(|| owned.first().and_then(of).map(|glyph| glyph.pos.x)).unwrap_or_default();
        let share = width / f32::from(u16::try_from(end - first).unwrap_or(u16::MAX).max(1));
        let mut x = left + width;
        for (nth, grapheme) in graphemes.get(first..end).unwrap_or_default().iter().enumerate() {
            x -= share;
            let glyphs = if nth == 0 { owned.clone() } else { Vec::new() };
            places.push(Place { glyphs, x, width: share });
            places.extend(grapheme.chars().skip(1).map(|_| Place { glyphs: Vec::new(), x, width: 0.0 }));
        }
    }
    places
}

/// How many glyphs at the end are none: egui puts one without width for every letter but the first behind a word that runs from
/// right to left, because it expects the letters in the other order.
fn stray(text: &str, count: usize, glyphs: &[Glyph]) -> usize {
    let strays = |stray: &usize| {
        let Some(start) = glyphs.len().checked_sub(*stray) else { return false };
        let letters = text.chars().skip(count - stray);
        start > 0 && glyphs[start..].iter().zip(letters).all(|(glyph, letter)| glyph.chr == letter && glyph.advance_width == 0.0)
    };
    (1..count).rev().find(strays).unwrap_or_default()
}
