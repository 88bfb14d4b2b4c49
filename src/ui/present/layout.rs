//! Where everything stands on the page, for every shape that a screen can have. Pure geometry.

use egui::{Rect, pos2, vec2};

/// In a page at least this wide, or one this much wider than high, words stand beside the picture; else below it.
const BESIDE: f32 = 900.0;
/// A page lower than this has less room around everything, in points.
const LOW: f32 = 640.0;

/// The places of a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Layout {
    /// Who it is about, and the campaign.
    pub(super) head: Rect,
    /// The picture.
    pub(super) picture: Rect,
    /// What is said of the moment.
    pub(super) words: Rect,
    /// How far people are, in a sentence.
    pub(super) said: Rect,
    /// The line with its markers.
    pub(super) line: Rect,
    /// What the markers are called.
    pub(super) names: Rect,
    /// Which of how many, and the keys.
    pub(super) foot: Rect,
    /// Middles of the arrows at both sides.
    pub(super) arrows: [egui::Pos2; 2],
    /// Titles have their full size.
    pub(super) is_large: bool,
}

impl Layout {
    /// The places in a window.
    pub(super) fn of(whole: Rect) -> Self {
        let is_low = whole.height() < LOW;
        let side = if whole.width() < BESIDE { 52.0 } else { 64.0 };
        let (left, right) = (whole.left() + side, (whole.right() - side).max(whole.left() + side + 40.0));
        let (above, gap) = if is_low { (10.0, 10.0) } else { (28.0, 24.0) };
        let row = |top: f32, height: f32| Rect::from_min_max(pos2(left, top), pos2(right, top + height));
        let head = row(whole.top() + above, 34.0);
        let foot = row(whole.bottom() - above / 1.5 - 28.0, 28.0);
        let names = row(foot.top() - gap / 1.5 - 34.0, 34.0);
        let height = (whole.height() * 0.145).clamp(34.0, 190.0);
        let line = row(names.top() - 8.0 - height, height);
        let said = row(line.top() - if is_low { 4.0 } else { 8.0 } - 22.0, 22.0);
        let body =
            Rect::from_min_max(pos2(left, head.bottom() + gap), pos2(right, (said.top() - gap).max(head.bottom() + gap + 20.0)));
        let is_beside = whole.width() >= BESIDE || body.width() > body.height() * 1.6;
        let (picture, words) = if is_beside {
            // As wide as the picture of a film where that leaves the words enough room.
            let most = body.width() * 0.67;
            let width = (body.height() * 16.0 / 9.0).min(most).min(body.width() - 300.0).max(body.width() * 0.42);
            let between = if is_low { 24.0 } else { 48.0 };
            let picture = Rect::from_min_size(body.min, vec2(width, body.height()));
            (picture, Rect::from_min_max(pos2(picture.right() + between, body.top()), body.max))
        } else {
            let picture = Rect::from_min_size(body.min, vec2(body.width(), body.height() * 0.4));
            (picture, Rect::from_min_max(pos2(body.left(), picture.bottom() + 14.0), body.max))
        };
        let middle = picture.center().y;
        let arrows = [pos2(whole.left() + side / 2.0, middle), pos2(whole.right() - side / 2.0, middle)];
        Self { head, picture, words, said, line, names, foot, arrows, is_large: is_beside && !is_low }
    }

    /// Where notes stand while they are shown: over the lower part of the picture.
    pub(super) fn notes(&self) -> Rect {
        let height = (self.picture.height() * 0.6).clamp(90.0, 220.0).min(self.picture.height());
        self.picture.with_min_y(self.picture.bottom() - height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_lies_over_anything_on_any_screen() {
        for (width, height) in
            [(1440.0, 900.0), (1920.0, 1080.0), (2560.0, 1080.0), (760.0, 900.0), (720.0, 560.0), (720.0, 450.0)]
        {
            let whole = Rect::from_min_size(pos2(0.0, 0.0), vec2(width, height));
            let places = Layout::of(whole);
            let Layout { head, picture, words, said, line, names, foot, .. } = places;
            let all = [head, picture, words, said, line, names, foot];
            for (at, one) in all.iter().enumerate() {
                assert!(whole.contains_rect(*one), "{width} × {height}: {at} is on the screen");
                assert!(one.width() > 40.0 && one.height() > 20.0, "{width} × {height}: {at} has room: {one:?}");
                for (other, two) in all.iter().enumerate().skip(at + 1) {
                    assert!(!one.shrink(0.5).intersects(two.shrink(0.5)), "{width} × {height}: {at} and {other}");
                }
            }
            assert!(picture.contains_rect(places.notes()));
        }
    }
}
