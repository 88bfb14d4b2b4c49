//! The list of bookmarks.

use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};

use super::super::encode::clean;
use super::super::scene::Scene;

/// One bookmark with those below it.
struct Mark {
    depth: u8,
    node: OutlineNode,
}

/// The bookmarks of a scene, each below the last one that stands higher. A scene without any leads to its pages.
pub(super) fn outline(scene: &Scene) -> Outline {
    let mut outline = Outline::new();
    let mut open: Vec<Mark> = Vec::new();
    let has_any = scene.pages.iter().any(|page| page.bookmark.is_some());
    for (number, page) in scene.pages.iter().enumerate() {
        let (depth, words) = match &page.bookmark {
            Some((depth, words)) => (*depth, words),
            None if has_any => continue,
            None => (0, &page.title),
        };
        while let Some(mark) = open.pop_if(|mark| mark.depth >= depth) {
            close(mark, &mut open, &mut outline);
        }
        let words = clean(words).replace('\n', " ");
        let words = if words.trim().is_empty() { (number + 1).to_string() } else { words };
        let to = XyzDestination::new(number, Point::from_xy(0.0, 0.0));
        open.push(Mark { depth, node: OutlineNode::new(words, to) });
    }
    while let Some(mark) = open.pop() {
        close(mark, &mut open, &mut outline);
    }
    outline
}

fn close(mark: Mark, open: &mut [Mark], outline: &mut Outline) {
    match open.last_mut() {
        Some(above) => above.node.push_child(mark.node),
        None => outline.push_child(mark.node),
    }
}
