//! Where the days are, and what of a day has room: large cards with pictures, smaller ones, rows, and a line for the rest.
//!
//! Pure geometry: it knows numbers of things and their heights, not what they are.
//!
//! ```text
//!  ┌ 7 ───────────────┐   number        NUMBER
//!  │ ┌──────────────┐ │   cards         MEDIUM, with LINEs and a picture more where there is room, or ROW each
//!  │ └──────────────┘ │
//!  │ Tobi, draft due  │   what is due   NOTE each
//!  │ +2 more          │   the rest      MORE
//!  │┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄│   stretches     STRIP each
//!  └──────────────────┘
//! ```

use egui::{Pos2, Rect, pos2};

/// Height of the line with the day's number, in points.
pub(super) const NUMBER: f32 = 26.0;
/// Height of a card with two lines of title and no picture.
const MEDIUM: f32 = 62.0;
/// Height of a line of a title.
pub(super) const LINE: f32 = 17.0;
/// From the top of a card to its title.
pub(super) const TITLE: f32 = 26.0;
/// Lines of a title that every larger card has, and the most where there is room.
pub(super) const LINES: usize = 2;
pub(super) const MOST_LINES: usize = 4;
/// Heights of a picture: the least, and the most in a month and in a week.
pub(super) const LEAST_PICTURE: f32 = 22.0;
pub(super) const MONTH_PICTURE: f32 = 34.0;
pub(super) const WEEK_PICTURE: f32 = 84.0;
/// Around a picture, above and below.
pub(super) const AROUND_PICTURE: f32 = 6.0;
/// Height of a card in one line.
pub(super) const ROW: f32 = 22.0;
/// Height of what is due.
pub(super) const NOTE: f32 = 18.0;
/// Height of the line for the rest.
pub(super) const MORE: f32 = 18.0;
/// Height of a stretch of days, with the room below it.
pub(super) const STRIP: f32 = 22.0;
/// Between one thing and the next.
pub(super) const GAP: f32 = 3.0;
/// From the edges of a day to what stands on it.
pub(super) const SIDE: f32 = 5.0;
/// Height of the line of weekdays above the days.
pub(super) const WEEKDAYS: f32 = 24.0;
/// Least height of a week: then it scrolls. Where days are narrow, one with room for two lines of title, because a single one
/// would only show their first letters.
const LEAST: f32 = 74.0;
const LEAST_NARROW: f32 = 98.0;
/// Days less wide than this are narrow.
const NARROW: f32 = 112.0;

/// How large cards are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Size {
    /// One line.
    Row,
    /// Name and two lines.
    Medium,
    /// The same with a picture.
    Full,
}

/// What of a day is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Fit {
    pub(super) size: Size,
    /// The most lines of a title.
    pub(super) lines: usize,
    /// How high pictures are.
    picture: f32,
    pub(super) cards: usize,
    pub(super) notes: usize,
    /// Cards and notes for which there is no room.
    pub(super) more: usize,
}

impl Fit {
    /// What has room in that height: `pictures` says of each card whether it has one, which is at most `tallest` high, and `lines`
    /// into how many lines its title breaks.
    pub(super) fn of(
        (room, tallest): (f32, f32),
        cards: usize,
        pictures: impl Fn(usize) -> bool,
        lines: impl Fn(usize) -> usize,
        notes: usize,
    ) -> Self {
        let all = |size, lines, picture| Self { size, lines, picture, cards, notes, more: 0 };
        // With this many cards a look at each of them would only show that they do not fit.
        if cards <= 16 {
            let room = room + GAP - notes as f32 * (NOTE + 1.0);
            let count = (0..cards).filter(|at| pictures(*at)).count() as f32;
            for size in [Size::Full, Size::Medium] {
                let count = if size == Size::Full { count } else { 0.0 };
                let least = cards as f32 * (MEDIUM + GAP) + count * (LEAST_PICTURE + AROUND_PICTURE);
                if least > room {
                    continue;
                }
                // Titles are looked at only where a line more has room.
                let further = if cards > 0 && least + LINE <= room {
                    (0..cards).map(|at| lines(at).clamp(LINES, MOST_LINES) - LINES).sum::<usize>() as f32 * LINE
                } else {
                    f32::INFINITY
                };
                let (lines, used) = if least + further <= room { (MOST_LINES, least + further) } else { (LINES, least) };
                let picture = LEAST_PICTURE + (room - used) / count.max(1.0);
                return all(size, lines, picture.min(tallest));
            }
            if cards as f32 * (ROW + GAP) <= room {
                return all(Size::Row, 1, 0.0);
            }
        }
        let room = room - MORE;
        let step = ROW + GAP;
        let shown = ((room / step).floor().max(0.0) as usize).min(cards);
        let left = room - shown as f32 * step;
        let below = if shown < cards { 0 } else { ((left / (NOTE + 1.0)).floor().max(0.0) as usize).min(notes) };
        Self { size: Size::Row, lines: 1, picture: 0.0, cards: shown, notes: below, more: cards - shown + notes - below }
    }

    /// The height of a card whose title breaks into so many lines; one without a picture has no room for any.
    pub(super) fn height(&self, has_picture: bool, lines: usize) -> f32 {
        if self.size == Size::Row {
            return ROW;
        }
        let lines = lines.clamp(LINES, self.lines.max(LINES)) - LINES;
        let picture = if has_picture && self.size == Size::Full { self.picture + AROUND_PICTURE } else { 0.0 };
        MEDIUM + lines as f32 * LINE + picture
    }
}

/// The height of a card with a title of two lines and nothing else.
pub(super) const fn plain_height() -> f32 {
    MEDIUM
}

/// Where the days are on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Grid {
    /// All weeks, also those that are scrolled out of sight.
    pub(super) rect: Rect,
    /// The part of it that is seen.
    pub(super) seen: Rect,
    pub(super) weeks: usize,
}

impl Grid {
    /// Weeks in a place, scrolled by that much where they do not fit.
    pub(super) fn new(seen: Rect, weeks: usize, scroll: f32) -> Self {
        let height = Self::height(seen, weeks);
        let top = seen.top() - scroll;
        Self { rect: Rect::from_min_max(pos2(seen.left(), top), pos2(seen.right(), top + height)), seen, weeks }
    }

    /// How high all weeks together are.
    pub(super) fn height(seen: Rect, weeks: usize) -> f32 {
        let least = if seen.width() / 7.0 < NARROW { LEAST_NARROW } else { LEAST };
        seen.height().max(weeks as f32 * least)
    }

    /// The left edge of a column; of the one after the last the right edge of all. Whole points, so that lines stay thin.
    pub(super) fn x(&self, column: usize) -> f32 {
        (self.rect.left() + self.rect.width() * column as f32 / 7.0).round()
    }

    /// The upper edge of a week.
    pub(super) fn y(&self, week: usize) -> f32 {
        (self.rect.top() + self.rect.height() * week as f32 / self.weeks.max(1) as f32).round()
    }

    /// The place of a day, by its number from the first.
    pub(super) fn cell(&self, at: usize) -> Rect {
        let (week, column) = (at / 7, at % 7);
        Rect::from_min_max(pos2(self.x(column), self.y(week)), pos2(self.x(column + 1), self.y(week + 1)))
    }

    /// The number of the day at a place of the screen.
    pub(super) fn at(&self, place: Pos2) -> Option<usize> {
        if !self.seen.contains(place) || !self.rect.contains(place) {
            return None;
        }
        let column = (0..7).rev().find(|column| place.x >= self.x(*column))?;
        let week = (0..self.weeks).rev().find(|week| place.y >= self.y(*week))?;
        Some(week * 7 + column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(room: f32, cards: usize, notes: usize) -> String {
        told(Fit::of((room, MONTH_PICTURE), cards, |_| true, |_| 2, notes))
    }

    fn told(Fit { size, cards, notes, more, .. }: Fit) -> String {
        format!("{cards} {size:?}, {notes} due, +{more}")
    }

    #[test]
    fn cards_shrink_before_any_is_left_out() {
        assert_eq!(fit(124.0, 1, 1), "1 Full, 1 due, +0");
        assert_eq!(fit(100.0, 1, 1), "1 Medium, 1 due, +0");
        assert_eq!(fit(135.0, 2, 0), "2 Medium, 0 due, +0");
        assert_eq!(fit(100.0, 4, 0), "4 Row, 0 due, +0");
        assert_eq!(fit(100.0, 5, 1), "3 Row, 0 due, +3");
        assert_eq!(fit(10.0, 2, 1), "0 Row, 0 due, +3");
        assert_eq!(fit(100.0, 3, 2), "3 Row, 0 due, +2");
        assert_eq!(fit(-30.0, 400, 0), "0 Row, 0 due, +400");
        assert_eq!(fit(10.0, 0, 0), "0 Full, 0 due, +0");
    }

    #[test]
    fn titles_and_pictures_grow_into_the_room_there_is() {
        let fit = |room, lines: usize| Fit::of((room, WEEK_PICTURE), 1, |_| true, |_| lines, 0);
        let heights = |room, lines| {
            let fit = fit(room, lines);
            (fit.lines, fit.height(true, lines), fit.height(false, lines))
        };
        assert_eq!(heights(92.0, 4), (LINES, 92.0, 62.0), "a low picture before none");
        assert_eq!(heights(600.0, 2), (MOST_LINES, 152.0, 62.0));
        assert_eq!(heights(600.0, 7), (MOST_LINES, 186.0, 96.0), "no title takes more than its lines");
        assert_eq!(told(fit(80.0, 3)), "1 Medium, 0 due, +0");
        assert!((fit(80.0, 3).height(true, 3) - 79.0).abs() < f32::EPSILON);
    }

    #[test]
    fn every_point_of_the_grid_is_a_day() {
        let grid = Grid::new(Rect::from_min_max(pos2(10.0, 20.0), pos2(713.0, 520.0)), 5, 0.0);
        for at in 0..35 {
            let cell = grid.cell(at);
            assert_eq!(grid.at(cell.center()), Some(at));
            assert_eq!(grid.at(cell.min), Some(at));
        }
        assert_eq!(grid.at(pos2(5.0, 100.0)), None);
        let low = Grid::new(Rect::from_min_max(pos2(0.0, 0.0), pos2(700.0, 200.0)), 5, 100.0);
        assert!(low.rect.height() > 200.0);
        assert_eq!(low.at(pos2(10.0, 10.0)), Some(7), "scrolled by more than a week");
    }
}
