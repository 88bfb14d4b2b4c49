//! Where the parts of the guide's lane lie: the time axis above, the names of the bands beside, the lane between.

use egui::{Color32, CornerRadius, Painter, Rect, Stroke, pos2, vec2};

use super::data::{self, Course};
use crate::analysis::Axis;
use crate::analysis::curve::Band;
use crate::analysis::packing::{keep_within, pack};
use crate::analysis::scale::{Label, Scale, Span, Weight};
use crate::model::Day;
use crate::ui::arc::Plot;
use crate::ui::board::band_name;
use crate::ui::fonts;
use crate::ui::kit::{marks, paint};
use crate::ui::theme::{EDGE, STEM, Tokens};
use crate::ui::view::Cx;
use crate::ui::written;
use crate::words::{board, names, start as say};

/// Height of the time axis, in points.
const HEADER: f32 = 48.0;
/// Heights that depend on the room there is, in points.
#[derive(Clone, Copy)]
struct Heights {
    /// What is said above the lane.
    headline: f32,
    /// What stands below the lane.
    below: f32,
    /// From the lane's upper edge to the cards.
    cards: f32,
    /// From the cards to the curve.
    above_curve: f32,
    /// From the curve to the lane's lower edge.
    under_curve: f32,
    /// The curve, at least.
    curve: f32,
}

impl Heights {
    const ROOMY: Self = Self { headline: 98.0, below: 64.0, cards: 56.0, above_curve: 30.0, under_curve: 40.0, curve: 140.0 };
    const TIGHT: Self = Self { headline: 88.0, below: 54.0, cards: 16.0, above_curve: 14.0, under_curve: 14.0, curve: 110.0 };

    /// The ones that suit a place of that height.
    fn of(room: f32) -> Self {
        if room < Self::ROOMY.least() { Self::TIGHT } else { Self::ROOMY }
    }

    /// The least height at which everything has its room.
    const fn least(&self) -> f32 {
        HEADER + self.headline + self.below + self.cards + CARD.y + self.above_curve + self.curve + self.under_curve
    }
}

/// Size of a card, in points; in a narrow window it is less wide.
const CARD: egui::Vec2 = vec2(156.0, 104.0);
/// Between two cards, in points.
const GAP: f32 = 8.0;
/// Between a card and the lane's ends, at least, in points.
const INSET: f32 = 4.0;
/// Days before the first and after the last moment.
const MARGIN: i32 = 14;

/// The geometry of one frame.
pub(super) struct Canvas {
    pub(super) whole: Rect,
    /// Where days have their place, from the axis down to the lane's lower edge.
    pub(super) content: Rect,
    /// The lane.
    pub(super) lane: Rect,
    pub(super) scale: Scale,
    pub(super) plot: Plot,
    pub(super) card: egui::Vec2,
    heights: Heights,
}

impl Canvas {
    /// How high it is in a place of that height.
    pub(super) fn height(room: f32) -> f32 {
        room.max(Heights::of(room).least())
    }

    /// Lays everything out.
    pub(super) fn of(cx: &Cx<'_>, course: &Course, whole: Rect) -> Self {
        let gutter = 92.0;
        let heights = Heights::of(whole.height());
        let bottom = whole.bottom() - heights.below;
        let content = Rect::from_min_max(pos2(whole.left() + gutter, whole.top() + HEADER), pos2(whole.right(), bottom));
        // Whatever stands in the lane is in view, not only what has a place of the arc.
        let others = data::lane(cx.campaign).into_iter().flat_map(|lane| lane.moments.iter());
        let others = others.filter_map(|moment| cx.campaign.day_of(moment.when));
        let days = course.slots.iter().map(|slot| slot.day).chain(others).map(Day::number);
        let (first, last) = days.fold((i32::MAX, i32::MIN), |(first, last), day| (first.min(day), last.max(day)));
        let today = cx.today.number();
        // Today is in view as long as it is near: the first moment lies ahead of it.
        let first = if (0..60).contains(&(first - today)) { first.min(today) } else { first };
        let span = Span { first: first.saturating_sub(MARGIN), last: last.saturating_add(MARGIN + 7) };
        let scale = Scale::fit(Axis::Calendar, span, f64::from(content.width().max(1.0)));
        let lane =
            Rect::from_min_max(pos2(whole.left(), content.top() + heights.headline), pos2(whole.right(), content.bottom()));
        let cards_bottom = lane.top() + heights.cards + CARD.y;
        let curve = Rect::from_min_max(
            pos2(content.left(), cards_bottom + heights.above_curve),
            pos2(content.right(), lane.bottom() - heights.under_curve),
        );
        let between = 21.0 * scale.px_per_day() as f32 - GAP;
        Self {
            whole,
            content,
            lane,
            scale,
            plot: Plot { rect: curve, span: (f64::from(span.first), f64::from(span.last) + 1.0), top: 1.0 },
            card: vec2(CARD.x.min(between).max(96.0), CARD.y),
            heights,
        }
    }

    /// Where a day is.
    pub(super) fn x(&self, day: Day) -> f32 {
        self.content.left() + self.scale.x(day.number()) as f32
    }

    /// The day at a place.
    pub(super) fn day(&self, x: f32) -> Day {
        Day::from_number(self.scale.nearest(f64::from(x - self.content.left())))
    }

    /// How wide cards are that want to be centred at these places, and where each of them begins: side by side within the
    /// lane, less wide where there are more of them than have room.
    pub(super) fn places(&self, centres: &[f64]) -> (f32, Vec<f32>) {
        let room = f64::from(self.content.width()) - 2.0 * f64::from(INSET);
        let gap = f64::from(GAP);
        let width = f64::from(self.card.x).min((room + gap) / centres.len().max(1) as f64 - gap).max(1.0);
        let mut lefts = pack(centres, width, gap);
        keep_within(&mut lefts, width, gap, [f64::from(INSET), f64::from(INSET) + room]);
        (width as f32, lefts.into_iter().map(|left| left as f32).collect())
    }

    /// Where a card of that width stands that begins at `left`.
    pub(super) fn card_at(&self, left: f32, width: f32) -> Rect {
        let corner = pos2(self.content.left() + left, self.lane.top() + self.heights.cards);
        Rect::from_min_size(corner, vec2(width, self.card.y))
    }

    /// Ground, axis, week lines, the lane's head with its bands, and what is said above it.
    pub(super) fn ground(&self, cx: &Cx<'_>, painter: &Painter, course: &Course, headline: &(&'static str, String)) {
        let t = cx.tokens;
        painter.rect_filled(self.whole, CornerRadius::ZERO, t.canvas);
        let head = Rect::from_min_max(self.whole.min, pos2(self.whole.right(), self.content.top()));
        painter.rect_filled(head, CornerRadius::ZERO, t.panel);
        painter.hline(head.x_range(), head.bottom() - 0.5, Stroke::new(EDGE, t.line));
        let ticks = self.scale.ticks_of_weeks(0.0, f64::from(self.content.width()), written::week_begins());
        for tick in &ticks {
            let x = painter.round_to_pixel_center(self.content.left() + tick.x as f32);
            let color = if tick.weight == Weight::Strong { t.grid_month } else { t.grid };
            painter.vline(x, self.lane.y_range(), Stroke::new(EDGE, color));
        }
        self.labels(cx, painter, &ticks, t);
        for y in [self.lane.top(), self.lane.bottom()] {
            painter.hline(self.whole.x_range(), y - 0.5, Stroke::new(EDGE, t.line));
        }
        let left = self.content.left() + 24.0;
        let room = self.content.right() - left - 16.0;
        let title = paint::line_within(painter, fonts::DISPLAY, headline.0, t.text, room);
        painter.galley(pos2(left, self.content.top() + self.heights.headline * 0.22), title, t.text);
        let line = paint::lines_within(painter, fonts::UI, &headline.1, t.text_2, room, 2);
        painter.galley(pos2(left, self.content.top() + self.heights.headline * 0.22 + 30.0), line, t.text_2);
        self.gutter(cx, painter, course, t);
    }

    fn labels(&self, cx: &Cx<'_>, painter: &Painter, ticks: &[crate::analysis::scale::Tick], t: &Tokens) {
        let y = self.whole.top() + 35.0;
        let mut free = f32::NEG_INFINITY;
        let today = self.today_x(cx);
        let pill = today.map(|x| {
            let word = paint::line(painter, fonts::META_M, board::today(), t.on_accent);
            let size = word.size() + vec2(14.0, 4.0);
            let x = x.max(self.content.left() + size.x / 2.0);
            let rect = Rect::from_center_size(pos2(x, y), size);
            painter.rect_filled(rect, CornerRadius::same(9), t.today);
            painter.galley(rect.center() - word.size() / 2.0, word, t.on_accent);
            rect
        });
        for tick in ticks {
            let x = self.content.left() + tick.x as f32 + 4.0;
            let text = match tick.label {
                Label::DayOfMonth(day) => day.date().day().to_string(),
                Label::DayAndMonth(day) => day.short(),
                Label::Month(day) => names::month(day.date().month().unsigned_abs()).to_owned(),
                Label::Year(day) => day.date().year().to_string(),
                Label::Number(day) => day.to_string(),
            };
            let strong = tick.weight == Weight::Strong;
            let (face, color) = if strong { (fonts::META_B, t.text) } else { (fonts::META, t.text_3) };
            let galley = paint::line(painter, face, &text, color);
            let end = x + galley.size().x;
            let meets = pill.is_some_and(|pill| x < pill.right() + 6.0 && end > pill.left() - 6.0);
            if x < free || meets || end > self.content.right() - 4.0 {
                continue;
            }
            painter.galley(pos2(x, y - galley.size().y / 2.0), galley, color);
            free = end + 6.0;
        }
        let day = Day::from_number(self.plot.span.0 as i32);
        let year = day.date().year().to_string();
        paint::text_at(painter, self.whole.left() + 12.0, y, fonts::META, &year, t.text_3);
    }

    fn today_x(&self, cx: &Cx<'_>) -> Option<f32> {
        let x = self.x(cx.today);
        (self.content.left()..self.content.right()).contains(&x).then_some(x)
    }

    /// Today, behind the cards.
    pub(super) fn today(&self, cx: &Cx<'_>, painter: &Painter) {
        if let Some(x) = self.today_x(cx) {
            painter.vline(x, self.lane.y_range(), Stroke::new(STEM, cx.tokens.today));
        }
    }

    /// Whose lane it is, and the names of the bands at the heights of the curve.
    fn gutter(&self, cx: &Cx<'_>, painter: &Painter, course: &Course, t: &Tokens) {
        let left = self.whole.left() + 12.0;
        let right = self.content.left() - 8.0;
        let column = Rect::from_min_max(self.lane.min, pos2(self.content.left(), self.lane.bottom() - 1.0));
        painter.rect_filled(column, CornerRadius::ZERO, t.panel);
        painter.vline(self.content.left() - 0.5, self.lane.y_range(), Stroke::new(EDGE, t.line));
        let name = course.name.as_deref().unwrap_or(say::placeholder());
        let top = self.lane.top();
        let creators = &cx.campaign.creators;
        let place = creators.iter().position(|creator| creator.id == course.creator);
        // In the circle stand the letters of the whole name, as beside it.
        let whole = course.name.as_ref().and(place).and_then(|at| creators.get(at)).map_or(name, |creator| &creator.name);
        marks::avatar(painter, pos2(left + 12.0, top + 24.0), 24.0, place.unwrap_or_default(), whole);
        let word = paint::line_within(painter, fonts::BODY_B, name, t.text, right - left);
        painter.galley(pos2(left, top + 42.0), word, t.text);
        if let Some(handle) = place.and_then(|at| creators.get(at)).and_then(|creator| creator.handle.as_deref()) {
            let handle = paint::line_within(painter, fonts::META, handle, t.text_2, right - left);
            painter.galley(pos2(left, top + 59.0), handle, t.text_2);
        }
        let put = |value: f64, word: &str, color: Color32, face| {
            let galley = paint::line_within(painter, face, word, color, right - left + 4.0);
            painter.galley(pos2(right - galley.size().x, self.plot.y(value) - galley.size().y / 2.0), galley, color);
        };
        let mut above = 1.0;
        let ready = self.plot.y(crate::analysis::curve::CONSTANTS.ready);
        for (band, from) in Band::EDGES.into_iter().rev() {
            let middle = f64::midpoint(above, from);
            above = from;
            // In a low lane there is no room for a name beside that of the ready line, which says more.
            if (self.plot.y(middle) - ready).abs() >= 13.0 {
                put(middle, band_name(band), t.text_2, fonts::META);
            }
        }
        put(crate::analysis::curve::CONSTANTS.ready, board::ready_to_ask(), t.ready, fonts::META_M);
    }
}
