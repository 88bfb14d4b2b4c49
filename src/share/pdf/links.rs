//! Places on a page that lead elsewhere.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::destination::XyzDestination;
use krilla::geom::{Point as At, Quadrilateral};
use krilla::page::Page as To;
use kurbo::Rect;

use super::super::scene::{Laid, Link, Point, Scene};
use super::paint::rect;
use super::parts::Part;

/// The pages that can be led to, by name.
pub(super) struct Targets<'a>(BTreeMap<&'a str, usize>);

impl<'a> Targets<'a> {
    pub(super) fn of(scene: &'a Scene) -> Self {
        Self(scene.pages.iter().enumerate().rev().map(|(number, page)| (page.anchor.as_str(), number)).collect())
    }

    /// The place of a text that leads elsewhere; `None` where it leads nowhere or there is nothing to press.
    pub(super) fn link(&self, at: Point, laid: &Laid, link: &Link) -> Option<Part> {
        let target = match link {
            Link::Page(anchor) => Target::Destination(XyzDestination::new(*self.0.get(anchor.as_str())?, ORIGIN).into()),
            // Looked at again here: nothing but these addresses may ever stand in a document.
            Link::Web(address) => match Link::web(address)? {
                Link::Web(address) => Target::Action(Action::Link(LinkAction::new(ascii(&address)))),
                Link::Page(_) => return None,
            },
        };
        let lines = laid.lines.iter().filter(|line| line.right > line.left && line.bottom > line.top);
        let places = lines.map(|line| Rect::new(line.left, line.top, line.right, line.bottom) + at.to_vec2());
        let places: Vec<Quadrilateral> = places.filter_map(rect).map(Quadrilateral::from).collect();
        let words = match (laid.shown().trim(), link) {
            ("", Link::Web(address)) => address.clone(),
            ("", Link::Page(_)) => return None,
            (words, _) => words.to_owned(),
        };
        let place = (!places.is_empty()).then(|| LinkAnnotation::new_with_quad_points(places, target))?;
        Some(Part::Link(Annotation::new_link(place, Some(words))))
    }
}

const ORIGIN: At = At { x: 0.0, y: 0.0 };

/// Puts the places on the page.
pub(super) fn place(parts: Vec<Part>, page: &mut To<'_>) -> Vec<Part> {
    let placed = parts.into_iter().map(|part| match part {
        Part::Link(link) => Part::Placed(page.add_tagged_annotation(link)),
        Part::Group(tag, inner) => Part::Group(tag, place(inner, page)),
        other => other,
    });
    placed.collect()
}

/// An address as a document holds it: what is not plain is written as its bytes, as addresses do.
fn ascii(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_graphic() {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
