//! Where everything stands on the page, for every shape that a screen can have. Pure geometry.

use egui::{Rect, pos2, vec2};

/// In a page at least this wide, or one this much wider than high, words stand beside the picture; else below it.
const BESIDE: f32 = 900.0;
/// A page lower than this has less room around everything, in points.
const LOW: f32 = 640.0;
/// The least that is left of the picture where words need its room: shares of the width beside it, and of the height above it.
const LEAST_WIDTH: f32 = 0.3;
const LEAST_HEIGHT: f32 = 0.25;
/// Narrower than this a low page has no room for a block of when and where, in points.
const TIGHT: f32 = 520.0;
/// How far into the gap below the words notes may go, in points.
const BELOW_NOTES: f32 = 8.0;
/// Width of notes beside a picture, which is at least half as high then, in points.
const NOTES: f32 = 220.0;
/// From a picture to what stands below or beside it, in points.
const BETWEEN: f32 = 14.0;
/// The most that notes cover of a picture.
const MOST_COVERED: f32 = 0.35;
/// The least that is given to notes, in points.
const LEAST_NOTES: f32 = 72.0;
/// By so much the picture gives way at a time, in points.
const STEP: f32 = 24.0;
/// How much wider than the picture of a film the one above the words may be: more, and it loses heads and feet.
const CUT: f32 = 1.12;

/// How large everything is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    /// As in a hall.
    Large,
    /// In a narrow page.
    Small,
    /// In a low one.
    Low,
}

/// How high texts are, in points, in a width: whoever sets them knows.
pub(super) struct Needs<'a> {
    /// What is said of a moment, without the rows of when and where.
    pub(super) words: &'a dyn Fn(f32) -> f32,
    /// Those rows as a block of their own.
    pub(super) facts: &'a dyn Fn(f32) -> f32,
    /// How far people are.
    pub(super) said: &'a dyn Fn(f32) -> f32,
}

/// The places of a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Layout {
    /// Who it is about, and the campaign.
    pub(super) head: Rect,
    /// The picture.
    pub(super) picture: Rect,
    /// What is said of the moment.
    pub(super) words: Rect,
    /// When and where it is, in a block of its own; without one they stand below the words.
    pub(super) facts: Option<Rect>,
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
    /// How large everything is.
    pub(super) size: Size,
}

impl Layout {
    /// How large everything is in a window.
    pub(super) fn size(whole: Rect) -> Size {
        if whole.height() < LOW {
            Size::Low
        } else if whole.width() < BESIDE {
            Size::Small
        } else {
            Size::Large
        }
    }

    /// The places in a window. The picture gives way to the words, and the words to when and where it is.
    pub(super) fn of(whole: Rect, needs: &Needs<'_>) -> Self {
        let size = Self::size(whole);
        let is_low = size == Size::Low;
        let edge = if whole.width() < BESIDE { 52.0 } else { 64.0 };
        let (left, right) = (whole.left() + edge, (whole.right() - edge).max(whole.left() + edge + 40.0));
        // In a narrow page the line with its markers is as long as half of the one in a hall: as high, it would only be steep, and what it
        // leaves makes the picture as wide as the words.
        let (above, gap, share) = match size {
            Size::Large => (28.0, 24.0, 0.145),
            Size::Small => (28.0, 18.0, 0.09),
            Size::Low => (10.0, 10.0, 0.1),
        };
        let row = |top: f32, height: f32| Rect::from_min_max(pos2(left, top), pos2(right, top + height));
        let head = row(whole.top() + above, 34.0);
        let foot = row(whole.bottom() - above / 1.5 - 28.0, 28.0);
        let names = row(foot.top() - gap / 1.5 - 34.0, 34.0);
        let height = (whole.height() * share).clamp(34.0, 190.0);
        let line = row(names.top() - 8.0 - height, height);
        let tall = (needs.said)(right - left);
        let said = row(line.top() - if is_low { 4.0 } else { 8.0 } - tall, tall);
        let body =
            Rect::from_min_max(pos2(left, head.bottom() + gap), pos2(right, (said.top() - gap).max(head.bottom() + gap + 20.0)));
        let is_beside = whole.width() >= BESIDE || body.width() > body.height() * 1.6;
        // In a page that is low and narrow they scroll with the words, which have all of the room then.
        let is_tight = is_low && whole.width() < TIGHT;
        let facts = (size != Size::Large && !is_tight).then(|| {
            // However much is known of a moment, its picture and its words keep a half.
            let most = (body.height() * 0.5).max(21.0);
            body.with_min_y(body.bottom() - (needs.facts)(body.width()).min(most))
        });
        // What is left for the picture and the words.
        let upper = facts.map_or(body, |facts| body.with_max_y((facts.top() - gap).max(body.top() + 21.0)));
        let (picture, words) =
            if is_beside { beside(upper, if is_low { 24.0 } else { 48.0 }, needs) } else { above_words(upper, needs) };
        let middle = picture.center().y;
        let arrows = [pos2(whole.left() + edge / 2.0, middle), pos2(whole.right() - edge / 2.0, middle)];
        Self { head, picture, words, facts, said, line, names, foot, arrows, size }
    }

    /// Where notes that need `needed` points in a width stand while they are shown, and what is left of the picture then. Words that
    /// leave a place free below them, `free` points high, give it to them; else they stand beside a picture that stands above the
    /// words, over a small part of the picture, in the place of when and where it is, or over as much as there is where a page has no
    /// room at all. What is longer scrolls.
    pub(super) fn notes(&self, needed: impl Fn(f32) -> f32, free: f32) -> (Rect, Rect) {
        let (picture, words) = (self.picture, self.words);
        let bottom = words.bottom() + if free > 0.0 { BELOW_NOTES } else { 0.0 };
        let below = Rect::from_x_y_ranges(words.x_range(), words.bottom() - free..=bottom);
        let there = needed(below.width());
        if there <= below.height() {
            return (below.with_max_y(below.top() + there), picture);
        }
        let is_above = picture.bottom() <= words.top();
        if is_above && words.width() >= 2.0 * (NOTES + BETWEEN) && picture.height() >= NOTES / 2.0 {
            let left = words.right() - NOTES;
            let place = Rect::from_min_max(pos2(left, picture.top()), pos2(words.right(), picture.bottom()));
            let height = needed(NOTES).min(place.height());
            return (place.with_max_y(place.top() + height), picture.with_max_x(picture.right().min(left - BETWEEN)));
        }
        let over = |whole: Rect, most: f32| whole.with_min_y(whole.bottom() - needed(whole.width()).min(most));
        let most = picture.height() * MOST_COVERED;
        let place = match self.facts {
            _ if needed(picture.width()) <= most => over(picture, most),
            Some(facts) => over(facts, facts.height().max(LEAST_NOTES)),
            None if most >= LEAST_NOTES => over(picture, most),
            None => over(picture.union(words), picture.union(words).height()),
        };
        (place, picture)
    }
}

/// The picture at the left of the words: as wide as the picture of a film where that leaves them enough room.
fn beside(body: Rect, between: f32, needs: &Needs<'_>) -> (Rect, Rect) {
    let least = body.width() * LEAST_WIDTH;
    let most = body.width() * 0.67;
    let mut width = (body.height() * 16.0 / 9.0).min(most).min(body.width() - 300.0).max(body.width() * 0.42);
    let words = |width: f32| body.with_min_x(body.left() + width + between);
    while width > least && (needs.words)(words(width).width()) > body.height() {
        width = (width - STEP).max(least);
    }
    (body.with_max_x(body.left() + width), words(width))
}

/// The picture above them: as high as they leave it up to the whole of it, and never so wide that much of it is cut away.
fn above_words(body: Rect, needs: &Needs<'_>) -> (Rect, Rect) {
    let left = body.height() - BETWEEN - (needs.words)(body.width());
    let least = body.height() * LEAST_HEIGHT;
    let height = left.clamp(least, least.max(body.width() * 9.0 / 16.0));
    let width = body.width().min(height * 16.0 / 9.0 * CUT);
    let picture = Rect::from_min_size(body.min, vec2(width, height));
    (picture, body.with_min_y(picture.bottom() + BETWEEN))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Texts that need that much in a page as wide as it usually is, and more in a narrower one.
    fn of(whole: Rect, words: f32, facts: f32) -> Layout {
        let needs = Needs {
            words: &|width| words * 300.0 / width,
            facts: &|_| facts,
            said: &|width| if width < 500.0 { 54.0 } else { 22.0 },
        };
        Layout::of(whole, &needs)
    }

    #[test]
    fn nothing_lies_over_anything_on_any_screen() {
        for (width, height) in
            [(1440.0, 900.0), (1920.0, 1080.0), (2560.0, 1080.0), (760.0, 900.0), (720.0, 560.0), (720.0, 450.0), (380.0, 450.0)]
        {
            let whole = Rect::from_min_size(pos2(0.0, 0.0), vec2(width, height));
            for (said, rows) in [(60.0, 24.0), (200.0, 72.0), (4000.0, 500.0)] {
                let places = of(whole, said, rows);
                let Layout { head, picture, words, facts, said, line, names, foot, .. } = places;
                let all: Vec<Rect> = [head, picture, words, said, line, names, foot].into_iter().chain(facts).collect();
                for (at, one) in all.iter().enumerate() {
                    assert!(whole.contains_rect(*one), "{width} × {height}: {at} is on the screen");
                    assert!(one.width() > 40.0 && one.height() > 20.0, "{width} × {height}: {at} has room: {one:?}");
                    for (other, two) in all.iter().enumerate().skip(at + 1) {
                        assert!(!one.shrink(0.5).intersects(two.shrink(0.5)), "{width} × {height}: {at} and {other}");
                    }
                }
                let (notes, left) = places.notes(|_| 120.0, 0.0);
                assert!(whole.contains_rect(notes) && !notes.intersects(line.union(head).with_max_y(head.bottom())), "{notes:?}");
                let covered = left.intersect(notes).height().max(0.0) / left.height();
                let is_tiny = facts.is_none() && left.height() * MOST_COVERED < LEAST_NOTES;
                assert!(covered < 0.5 || is_tiny, "{width} × {height}: {covered} of the picture is covered");
                let free = words.height().min(80.0);
                let (below, _) = places.notes(|_| free, free);
                assert!(words.expand(BELOW_NOTES).contains_rect(below), "where words leave room");
                assert!(facts.is_none_or(|facts| !facts.intersects(below)), "{width} × {height}");
            }
        }
    }

    #[test]
    fn the_picture_gives_way_to_words_as_far_as_that_helps() {
        let whole = Rect::from_min_size(pos2(0.0, 0.0), vec2(720.0, 450.0));
        let (short, long, endless) = (of(whole, 60.0, 72.0), of(whole, 200.0, 72.0), of(whole, 4000.0, 72.0));
        assert!(long.picture.width() < short.picture.width());
        assert!(200.0 * 300.0 / long.words.width() <= long.words.height(), "all of them are seen");
        assert!(endless.picture.width() >= LEAST_WIDTH * 600.0, "and something of the picture is always left");
        let narrow = Rect::from_min_size(pos2(0.0, 0.0), vec2(760.0, 900.0));
        for words in [280.0, 400.0] {
            let picture = of(narrow, words, 84.0).picture;
            assert!(picture.width() / picture.height() < 2.0, "heads and feet stay on: {picture:?}");
        }
        let usual = of(narrow, 280.0, 84.0);
        assert!(usual.picture.width() > 0.95 * usual.words.width(), "as wide as the words: {:?}", usual.picture);
    }
}
