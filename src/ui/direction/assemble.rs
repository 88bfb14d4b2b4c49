//! Puts pieces where they are read, in a galley that egui paints as any other.
//!
//! The place of a character is the edge it begins at: the right one where it is read from right to left. A line that is read so
//! counts from its right end, to the left, so that the cursor behind its last letter and the selection of several lines stand
//! where they belong.

use std::iter::zip;
use std::sync::Arc;

use egui::emath::GuiRounding;
use egui::epaint::text::{Glyph, PlacedRow, RowVisuals};
use egui::text::LayoutJob;
use egui::{Align, Color32, Galley, Mesh, Rect, Vec2, pos2, vec2};

use super::lines::{Broken, Line};
use super::shape::Set;

/// What a galley looks like that has those lines instead of its own.
pub(super) fn galley(source: &Galley, job: LayoutJob, broken: &Broken) -> Galley {
    let mut galley = source.clone();
    let Some(pattern) = source.rows.first() else { return galley };
    let scale = source.pixels_per_point;
    (galley.mesh_bounds, galley.num_vertices, galley.num_indices) = (Rect::NOTHING, 0, 0);
    let (mut least, mut y) = (job.first_row_min_height, 0.0_f32);
    let row = |line: &Line| {
        let height = line.sets.iter().map(|set| set.shaped.height).reduce(f32::max).unwrap_or(line.height);
        let height = height.max(std::mem::take(&mut least)).round_to_pixels(scale);
        let row = placed(&job, line, pattern, source.rect, (y, height, scale));
        y = (y + height).round_to_pixels(scale);
        galley.mesh_bounds |= row.visuals.mesh_bounds.translate(row.pos.to_vec2());
        galley.num_vertices += row.visuals.mesh.vertices.len();
        galley.num_indices += row.visuals.mesh.indices.len();
        row
    };
    galley.rows = broken.lines.iter().map(row).collect();
    galley.elided = broken.elided;
    galley.job = Arc::new(job);
    galley
}

/// A line at its place. `pattern` is any row of egui, for what of a row is its own affair.
fn placed(job: &LayoutJob, line: &Line, pattern: &PlacedRow, room: Rect, (y, height, scale): (f32, f32, f32)) -> PlacedRow {
    let mut starts = vec![0.0; line.sets.len()];
    let mut x = 0.0_f32;
    for at in &line.order {
        if let (Some(start), Some(set)) = (starts.get_mut(*at), line.sets.get(*at)) {
            *start = x.round_to_pixels(scale);
            x += set.shaped.width;
        }
    }
    let width = x.round_to_pixels(scale);
    let origin = if line.from_right { width } else { 0.0 };
    let left = match job.halign {
        // Lines that are read from right to left end where the longest one does, in the room that the text has anyway.
        Align::LEFT if line.from_right && line.indent == 0.0 => (room.right() - width).max(0.0),
        Align::LEFT => line.indent,
        Align::Center => -width / 2.0,
        Align::RIGHT => -width,
    };

    let mut drawing = Drawing::default();
    for (set, start) in zip(&line.sets, starts) {
        drawing.add(job, set, start - origin, (height, scale));
    }
    let mut row = pattern.row.as_ref().clone();
    row.size = vec2(if line.from_right { -width } else { x }, height);
    row.visuals = drawing.visuals();
    row.glyphs = drawing.glyphs;
    PlacedRow { pos: pos2((left + origin).round_to_pixels(scale), y), row: Arc::new(row), ends_with_newline: line.newline }
}

/// What a row consists of.
#[derive(Default)]
struct Drawing {
    glyphs: Vec<Glyph>,
    letters: Mesh,
    behind: Vec<(Rect, Color32)>,
    before: Vec<(Rect, Color32)>,
}

impl Drawing {
    /// Adds a piece that begins there.
    fn add(&mut self, job: &LayoutJob, set: &Set, start: f32, (height, scale): (f32, f32)) {
        let Some(format) = job.sections.get(set.section).map(|section| &section.format) else { return };
        let down = (format.valign.to_factor() * (height - set.shaped.height)).round_to_pixels(scale);
        let mut quads = set.shaped.quads.iter().peekable();
        for (of, cell) in set.shaped.cells.iter().enumerate() {
            let mut glyph = cell.glyph;
            let left = start + cell.x;
            (glyph.pos.x, glyph.advance_width) =
                if set.piece.from_right { (left + cell.width, -cell.width) } else { (left, cell.width) };
            glyph.pos.y += down;
            glyph.first_vertex = u32::try_from(self.letters.vertices.len()).unwrap_or(u32::MAX);
            self.glyphs.push(glyph);
            while let Some(quad) = quads.next_if(|quad| quad.of <= of) {
                self.letter(quad.corners, vec2(start, down));
            }
        }
        let Some(glyph) = set.shaped.cells.first().map(|cell| cell.glyph) else { return };
        let top = glyph.pos.y + down - glyph.font_ascent;
        let size = vec2(set.shaped.width, glyph.line_height);
        let rect = Rect::from_min_size(pos2(start, top), size);
        if format.background != Color32::TRANSPARENT {
            self.behind.push((rect.expand(format.expand_bg).round_to_pixels(scale), format.background));
        }
        for (stroke, middle) in [(format.underline, rect.bottom()), (format.strikethrough, rect.center().y)] {
            if !stroke.is_empty() {
                let line = Rect::from_x_y_ranges(rect.x_range(), middle - stroke.width / 2.0..=middle + stroke.width / 2.0);
                self.before.push((line.round_to_pixels(scale), stroke.color));
            }
        }
    }

    /// A letter: two triangles as egui makes them, moved.
    fn letter(&mut self, corners: [egui::epaint::Vertex; 4], by: Vec2) {
        let first = u32::try_from(self.letters.vertices.len()).unwrap_or(u32::MAX);
        self.letters.add_triangle(first, first + 1, first + 2);
        self.letters.add_triangle(first + 2, first + 1, first + 3);
        for mut corner in corners {
            corner.pos += by;
            self.letters.vertices.push(corner);
        }
    }

    /// All of it, what is behind the letters first.
    fn visuals(&mut self) -> RowVisuals {
        let mut mesh = std::mem::take(&mut self.letters);
        let letters = std::mem::take(&mut mesh.indices);
        let glyph_vertex_range = 0..mesh.vertices.len();
        for (rect, color) in self.behind.drain(..) {
            mesh.add_colored_rect(rect, color);
        }
        let glyph_index_start = mesh.indices.len();
        mesh.indices.extend(letters);
        for (rect, color) in self.before.drain(..) {
            mesh.add_colored_rect(rect, color);
        }
        RowVisuals { mesh_bounds: mesh.calc_bounds(), mesh, glyph_index_start, glyph_vertex_range }
    }
}
