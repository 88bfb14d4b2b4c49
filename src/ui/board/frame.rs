//! One frame's geometry: where the parts of the board lie, and how days and lanes become places on the screen.

use std::rc::Rc;
use std::sync::Arc;

use egui::{Painter, Pos2, Rect, Theme, pos2, vec2};

use super::data::{Metrics, Row};
use super::drag::Curves;
use super::heights::{FOLDED, Heights};
use super::motion::Moves;
use crate::analysis::curve::{Band, Curve};
use crate::analysis::packing::{Place, Size};
use crate::analysis::scale::Scale;
use crate::check::Severity;
use crate::model::{Campaign, Day, LaneKind, Moment, MomentId, ShortNames, When, Years};
use crate::ui::theme::{Tokens, Tone};
use crate::ui::view::{Cx, LaneView, Mark};
use crate::words::board as say;

/// Height of the time axis without the line that blackout dates have, in points.
pub(super) const HEADER: f32 = 48.0;
/// Side of the place a marker takes when it stands for the whole card, in points.
pub(super) const MARKER: f32 = 18.0;

/// Makes a number of the plan a coordinate: what is not finite or far outside of any screen becomes its edge.
pub(super) fn finite(value: f64) -> f32 {
    const FAR: f64 = 100_000.0;
    if value.is_nan() { 0.0 } else { value.clamp(-FAR, FAR) as f32 }
}

/// The geometry of one frame.
pub(super) struct Frame<'a> {
    pub(super) cx: &'a Cx<'a>,
    pub(super) t: &'static Tokens,
    pub(super) theme: Theme,
    pub(super) scale: Scale,
    pub(super) metrics: Metrics,
    pub(super) heights: Heights,
    /// What lanes call their creators.
    pub(super) names: Arc<ShortNames>,
    /// What is on its way to where it stands.
    pub(super) moves: Rc<Moves>,
    /// Now, in egui's seconds.
    pub(super) now: f64,
    /// What of the plan lies at the content's upper left corner.
    pub(super) scroll: [f64; 2],
    pub(super) whole: Rect,
    /// Where lanes are drawn.
    pub(super) content: Rect,
    /// The curves as they would be after the drag that is under way.
    pub(super) previews: Curves,
}

impl Frame<'_> {
    /// The same place and zoom, looking at something else.
    pub(super) fn with<'b>(&self, cx: &'b Cx<'b>) -> Frame<'b> {
        Frame {
            cx,
            t: self.t,
            theme: self.theme,
            scale: self.scale,
            metrics: self.metrics,
            heights: self.heights.clone(),
            names: Arc::clone(&self.names),
            // The ghosts travel by themselves.
            moves: Rc::default(),
            now: self.now,
            scroll: self.scroll,
            whole: self.whole,
            content: self.content,
            previews: Vec::new(),
        }
    }

    /// Where the names of the lanes stand: the column beside them, or the lanes themselves, where each has its line above.
    pub(super) fn names(&self) -> Rect {
        let right = if self.metrics.head > 0.0 { self.content.right() } else { self.content.left() };
        Rect::from_min_max(pos2(self.whole.left(), self.content.top()), pos2(right, self.whole.bottom()))
    }

    /// Where the name of a lane stands. A line above a lane stays in view as long as the lane is.
    pub(super) fn name(&self, row: &Row) -> Rect {
        let area = self.names();
        let top = self.lane_top(row.at);
        let lane = self.heights.of(row.at) as f32;
        if self.metrics.head == 0.0 || row.folded {
            return Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), lane));
        }
        let head = self.metrics.head;
        let top = top.max(self.content.top()).min(top + lane - head);
        Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), head))
    }

    pub(super) fn header(&self) -> Rect {
        Rect::from_min_max(pos2(self.content.left(), self.whole.top()), pos2(self.whole.right(), self.content.top()))
    }

    /// Where a place of the plan is on the screen.
    pub(super) fn x(&self, plan_x: f64) -> f32 {
        self.content.left() + finite(plan_x - self.scroll[0])
    }

    /// Where a day is on the screen.
    pub(super) fn day_x(&self, day: i32) -> f32 {
        self.x(self.scale.x(day))
    }

    /// The place of the plan at a place of the screen.
    pub(super) fn plan_x(&self, x: f32) -> f64 {
        f64::from(x - self.content.left()) + self.scroll[0]
    }

    /// The upper edge of a lane on the screen.
    pub(super) fn lane_top(&self, at: usize) -> f32 {
        self.content.top() + finite(self.heights.top(at) - self.scroll[1])
    }

    /// How tall a lane is.
    pub(super) fn lane_height(&self, at: usize) -> f32 {
        self.heights.of(at) as f32
    }

    /// The upper edge of a place for a card of that height: on the curve, in a folded lane over its line.
    pub(super) fn slot_top(&self, at: usize, height: f32) -> f32 {
        let top = self.lane_top(at);
        if self.heights.is_folded(at) { top + (FOLDED - height) / 2.0 } else { top + self.metrics.curve_top - height }
    }

    /// The lane at a height of the screen, if the plan has one there.
    pub(super) fn lane_at(&self, y: f32) -> Option<usize> {
        self.heights.at(f64::from(y - self.content.top()) + self.scroll[1])
    }

    /// The height of a value of the curve in a lane.
    pub(super) fn value_y(&self, lane_top: f32, value: f64) -> f32 {
        let value = finite(value).clamp(0.0, 1.0);
        lane_top + self.metrics.curve_top + self.metrics.curve * (1.0 - value)
    }

    /// Where a card is drawn; for a marker the place around it.
    pub(super) fn card_rect(&self, row: &Row, place: &Place) -> Rect {
        let top = self.lane_top(row.at);
        let size = row.packed.size;
        if size == Size::Xs {
            let center = pos2(self.x(place.stem.unwrap_or(place.left + 6.0)), self.marker_y(row, place));
            return Rect::from_center_size(center, vec2(MARKER, MARKER));
        }
        let card = vec2(size.width() as f32, size.height() as f32);
        // Smaller cards of a crowded lane keep to the curve, so that their stems stay short.
        let bottom = top + if size == self.metrics.size { self.metrics.head + 6.0 + card.y } else { self.metrics.curve_top };
        Rect::from_min_size(pos2(self.x(place.left), bottom - card.y), card)
    }

    /// Where a card is while it is on its way there.
    pub(super) fn shown_rect(&self, row: &Row, place: &Place, id: MomentId) -> Rect {
        self.card_rect(row, place).translate(self.moves.card(id, self.now))
    }

    /// Where the marker of a card is while it is on its way there; `None` for a card without a day.
    pub(super) fn shown_marker(&self, row: &Row, place: &Place, id: MomentId) -> Option<Pos2> {
        let at = pos2(self.x(place.stem?), self.marker_y(row, place));
        Some(at + self.moves.marker(id, self.now))
    }

    /// The height of a card's marker.
    pub(super) fn marker_y(&self, row: &Row, place: &Place) -> f32 {
        let top = self.lane_top(row.at);
        if row.folded {
            return self.folded_y(row.at);
        }
        let around = row.lane.moments.get(place.index).zip(self.curve(row)).and_then(|(moment, curve)| {
            // An ask stands at what it meets, everything else at what it brings.
            let around = curve.around(moment.id)?;
            Some(if moment.is_ask() { around.before } else { around.after })
        });
        around.map_or_else(|| self.baseline(top), |value| self.value_y(top, value))
    }

    /// Where markers stand in a folded lane: in one line with the lane's name they keep below the words.
    pub(super) fn folded_y(&self, at: usize) -> f32 {
        self.lane_top(at) + if self.metrics.head > 0.0 { FOLDED - 6.0 } else { FOLDED / 2.0 }
    }

    /// The part of a lane in which its curve is seen; a folded lane has none.
    pub(super) fn curve_rect(&self, row: &Row) -> Option<Rect> {
        self.curve(row).filter(|_| !row.folded)?;
        let top = self.value_y(self.lane_top(row.at), 1.0);
        let whole = Rect::from_x_y_ranges(self.content.x_range(), top..=top + self.metrics.curve);
        let seen = whole.intersect(self.content);
        (seen.height() > whole.height() / 2.0).then_some(seen)
    }

    /// Where the cards of a lane are with who it is, as long as all of their height is in sight.
    pub(super) fn cards_rect(&self, row: &Row) -> Option<Rect> {
        if row.folded {
            return None;
        }
        let top = self.lane_top(row.at);
        let seen = self.content.y_range();
        let bottom = top + self.metrics.curve_top;
        (seen.contains(top) && seen.contains(bottom)).then(|| Rect::from_x_y_ranges(self.whole.x_range(), top..=bottom))
    }

    /// Where markers stand in a lane without a curve.
    pub(super) fn baseline(&self, lane_top: f32) -> f32 {
        lane_top + self.metrics.curve_top + self.metrics.curve - 14.0
    }

    /// What was derived from a lane, as long as it is that lane's.
    pub(super) fn view(&self, row: &Row) -> Option<&LaneView> {
        self.cx.derived.lanes.get(row.at).map(AsRef::as_ref).filter(|view| view.lane.id == row.lane.id)
    }

    /// The curve of a lane, where it has one on the axis that is shown.
    pub(super) fn curve(&self, row: &Row) -> Option<&Curve> {
        if self.cx.setup.hide_curve {
            return None;
        }
        let preview = self.previews.iter().find(|(lane, _)| *lane == row.lane.id);
        let curve = match preview {
            Some((_, curve)) => curve.as_deref(),
            None => self.view(row)?.curve.as_deref(),
        };
        curve.filter(|curve| curve.axis() == self.scale.axis)
    }

    /// What findings say of a card.
    pub(super) fn mark(&self, row: &Row, moment: &Moment) -> Option<Mark> {
        self.view(row)?.marks.get(&moment.id).copied()
    }

    /// A lane's name: the creator's first one, with more of it where two share that; else the whole name of the lane.
    pub(super) fn lane_name(&self, row: &Row, creator_at: Option<usize>) -> &str {
        let creator = creator_at.and_then(|at| Some((at, self.cx.campaign.creators.get(at)?)));
        match creator.filter(|(_, creator)| Some(creator.id) == row.lane.creator) {
            Some((_, creator)) => self.names.name(creator),
            None => self.cx.campaign.lane_name(&self.cx.campaign.lanes[row.at]),
        }
    }
}

/// A painter that stays within a part of the board.
pub(super) fn painter_in(ui: &egui::Ui, part: Rect) -> Painter {
    ui.painter().with_clip_rect(part.intersect(ui.clip_rect()))
}

/// The tone of a mark.
pub(in crate::ui) const fn tone(mark: Mark) -> Tone {
    match mark {
        Mark::Open(Severity::Error) => Tone::Error,
        Mark::Open(Severity::Warning) => Tone::Warning,
        Mark::Open(Severity::Hint) => Tone::Hint,
        Mark::Accepted => Tone::Accepted,
    }
}

/// The name of a band.
pub(in crate::ui) fn band_name(band: Band) -> &'static str {
    match band {
        Band::Strangers => say::strangers(),
        Band::Introduced => say::introduced(),
        Band::Trusted => say::trusted(),
        Band::Committed => say::committed(),
    }
}

/// "7 Sep", "7 Sep 2027", "Day −14", "No. 3", "No date".
pub(in crate::ui) fn when_text(campaign: &Campaign, years: Years, when: When) -> String {
    when_with(campaign, when, |day| years.day(day))
}

/// The same where there is little room: "7 Sep ’27".
pub(super) fn when_brief(campaign: &Campaign, years: Years, when: When) -> String {
    when_with(campaign, when, |day| years.brief_day(day))
}

fn when_with(campaign: &Campaign, when: When, date: impl Fn(Day) -> String) -> String {
    match (campaign.day_of(when), when) {
        (Some(day), _) => date(day),
        (None, When::Relative(day)) => day_number(day),
        (None, When::Order(position)) => say::in_order(position),
        (None, _) => say::undated().to_owned(),
    }
}

/// "Day −14", with a real minus sign.
pub(super) fn day_number(day: i32) -> String {
    if day < 0 { say::day_number(format_args!("−{}", day.unsigned_abs())) } else { say::day_number(day) }
}

/// A day of an axis in words.
pub(in crate::ui) fn axis_day(axis: crate::analysis::Axis, years: Years, day: i32) -> String {
    match axis {
        crate::analysis::Axis::Calendar => years.day(Day::from_number(day)),
        crate::analysis::Axis::DayNumbers => day_number(day),
    }
}

/// Why a lane has no curve, if there is something to say.
pub(super) fn why_no_curve(frame: &Frame<'_>, row: &Row) -> Option<&'static str> {
    let lane = &row.lane;
    match lane.kind {
        LaneKind::Brand => return Some(say::no_curve_brand()),
        LaneKind::Community => return Some(say::no_curve_community()),
        LaneKind::Creator if lane.is_slot() => return Some(say::no_curve_slot()),
        LaneKind::Creator => {}
    }
    if lane.moments.is_empty() || frame.curve(row).is_some() || frame.cx.setup.hide_curve {
        return None;
    }
    if lane.moments.iter().take(64).any(|moment| matches!(moment.when, When::Relative(_))) {
        return Some(say::no_curve_days());
    }
    let ordered = lane.moments.iter().take(64).any(|moment| matches!(moment.when, When::Order(_)));
    row.packed.dated().is_empty().then(|| if ordered { say::no_curve_order() } else { say::no_curve_undated() })
}
