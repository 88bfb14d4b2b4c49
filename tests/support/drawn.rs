//! What a frame has drawn, shape by shape: where each one is, and what form it has for eyes that see no colour.

use egui::epaint::{ColorMode, Shape};
use egui::{Color32, Pos2, Rect};
use egui_kittest::Harness;

/// A shape with the part of the window that it may be drawn in.
pub struct Drawn {
    /// The shape; never a list of others.
    pub shape: Shape,
    /// Where it may be drawn.
    pub clip: Rect,
}

impl Drawn {
    /// Where it is.
    pub fn rect(&self) -> Rect {
        self.shape.visual_bounding_rect()
    }

    /// The colour that it is filled with, if it is.
    pub fn fill(&self) -> Option<Color32> {
        let fill = match &self.shape {
            Shape::Circle(circle) => circle.fill,
            Shape::Rect(rect) => rect.fill,
            Shape::Path(path) if path.closed => path.fill,
            _ => return None,
        };
        (fill.a() > 0).then_some(fill)
    }

    /// The colour and width of its line, if it has one.
    pub fn line(&self) -> Option<(Color32, f32)> {
        let (color, width) = match &self.shape {
            Shape::Circle(circle) => (circle.stroke.color, circle.stroke.width),
            Shape::Rect(rect) => (rect.stroke.color, rect.stroke.width),
            Shape::LineSegment { stroke, .. } => (stroke.color, stroke.width),
            Shape::Path(path) => match path.stroke.color {
                ColorMode::Solid(color) => (color, path.stroke.width),
                ColorMode::UV(_) => return None,
            },
            _ => return None,
        };
        (width > 0.0 && color.a() > 0).then_some((color, width))
    }

    /// The points of a line that is not closed.
    pub fn open_line(&self) -> Option<&[Pos2]> {
        match &self.shape {
            Shape::Path(path) if !path.closed => Some(&path.points),
            Shape::LineSegment { points, .. } => Some(points),
            _ => None,
        }
    }

    /// What is left of it without colours: what it is, how large, whether it is filled, how thick its line is.
    pub fn form(&self) -> Option<String> {
        let size = self.rect().size().round();
        let (filled, line) = (self.fill().is_some(), self.line().map_or(0.0, |(_, width)| width));
        let form = match &self.shape {
            Shape::Circle(_) => "circle".to_owned(),
            Shape::Rect(_) => "rectangle".to_owned(),
            Shape::Path(path) if path.closed => format!("{} corners", path.points.len()),
            Shape::Path(_) | Shape::LineSegment { .. } => "line".to_owned(),
            Shape::Text(text) => return Some(format!("letters {:?}", text.galley.text())),
            _ => return None,
        };
        Some(format!("{form} {size:?}{} {line:.2}", if filled { " filled" } else { "" }))
    }
}

/// Everything of the last frame that lies in its clip, in the order in which it was drawn.
pub fn drawn<S>(harness: &Harness<'_, S>) -> Vec<Drawn> {
    fn collect(shape: &Shape, clip: Rect, found: &mut Vec<Drawn>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, found)),
            Shape::Noop => {}
            shape => found.push(Drawn { shape: shape.clone(), clip }),
        }
    }
    let mut found = Vec::new();
    for clipped in &harness.output().shapes {
        collect(&clipped.shape, clipped.clip_rect, &mut found);
    }
    found.retain(|drawn| drawn.rect().intersects(drawn.clip));
    found
}

/// The forms, without colours, of everything that has its middle so near to a place.
pub fn forms_at(all: &[Drawn], center: Pos2, near: f32) -> Vec<String> {
    let there = all.iter().filter(|drawn| drawn.rect().center().distance(center) <= near && drawn.rect().width() < 30.0);
    let mut forms: Vec<String> = there.filter_map(Drawn::form).collect();
    forms.sort();
    forms
}
