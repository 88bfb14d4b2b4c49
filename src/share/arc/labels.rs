//! What is written at the curve of a lane: the dates of asks, and the name of the line of readiness. It stands where no mark does, and
//! over the marks where they leave no room; it never moves a mark.

use super::super::plan::{Card, LaneView};
use super::super::scene::Rect;
use super::{At, CURVE, Draw, OVER, mark_class, outline};
use crate::analysis::curve::CONSTANTS;
use crate::words::share as say;

impl Draw<'_> {
    /// Writes the dates of asks, and the name of the line where there is one. `taken` is where marks stand.
    pub(super) fn labels(&mut self, lane: &LaneView, top: f64, y: impl Fn(&Card) -> f64, mut taken: Vec<Rect>) {
        // Over all of the marks: what a neighbour would hide is nowhere else to be read.
        let mut dates: Vec<Rect> = Vec::new();
        for card in &lane.cards {
            let (Some(day), Some(mark)) = (card.day, card.mark) else { continue };
            let at = (self.x(f64::from(day)), y(card));
            let half = 3.6 * card.when.chars().count() as f64;
            let x = at.0.min(self.form.end() - half).max(self.form.left + half);
            let over = self.over_marker(lane, top, (x - half, at.1));
            let frame = |base: f64| Rect::new(x - half, base - 11.0, x + half, base + 3.0);
            // No date is struck through by the line of readiness: it stands on it.
            let ready = lane.curve.is_some().then_some(ready_at(top));
            let is_struck = |frame: &Rect| ready.is_some_and(|ready| frame.y0 < ready && frame.y1 > ready);
            let off = |base: f64| if is_struck(&frame(base)) { ready.map_or(base, |ready| ready - 6.0) } else { base };
            let bases = [over, at.1 + 24.0, over - 13.0].map(off).map(|base| (base, frame(base)));
            let is_clear = |of: &[Rect], frame: &Rect| of.iter().all(|taken| !taken.inflate(2.0, 0.0).overlaps(*frame));
            let apart = || bases.iter().filter(|(_, frame)| is_clear(&dates, frame));
            let Some((base, frame)) = apart().find(|(_, frame)| is_clear(&taken, frame)).or_else(|| apart().next()).copied()
            else {
                continue;
            };
            self.text(&format!("when {}", mark_class(mark)), (x, base), "middle", &card.when);
            dates.push(frame);
        }
        taken.extend(dates);
        if let Some(curve) = &lane.curve {
            let points: Vec<At> = curve.points.iter().map(|(day, value)| (self.x(*day), *value)).collect();
            let points = outline(&points, self.form.end()).into_iter().map(|(x, value)| (x, top + OVER + CURVE * (1.0 - value)));
            self.ready_name(ready_at(top), &taken, &points.collect::<Vec<_>>());
        }
    }

    /// The name of the line of readiness, over it or under it: at the left, at the right, or in the middle. It keeps clear of the
    /// marks, and where it can of the curve.
    fn ready_name(&mut self, line: f64, taken: &[Rect], curve: &[At]) {
        let name = say::ready_to_ask();
        let wide = 6.5 * name.chars().count() as f64;
        let (left, right) = (self.form.left + 8.0, self.form.end() - 8.0 - wide);
        let ways = [line - 6.0, line + 14.0].map(|base| [left, right, f64::midpoint(left, right)].map(|x| (x, base)));
        let frame = |(x, base): &At| Rect::new(*x, base - 11.0, x + wide, base + 3.0);
        let free: Vec<At> = ways.into_iter().flatten().filter(|way| taken.iter().all(|of| !of.overlaps(frame(way)))).collect();
        let clear = free.iter().find(|way| !crosses(curve, frame(way)));
        let at = clear.or(free.first()).copied().unwrap_or((left, line - 6.0));
        self.text("ready-name", at, "start", name);
    }

    /// Where the date of an ask stands that is drawn there: over it, and never across the line of readiness. At the left, where
    /// the name of that line is, it goes below the ask.
    fn over_marker(&self, lane: &LaneView, top: f64, (left, middle): At) -> f64 {
        let over = middle - 16.0;
        let ready = ready_at(top);
        let is_struck = lane.curve.is_some() && ready > over - 12.0 && ready < over + 5.0;
        let name = self.form.left + 8.0 + 6.5 * say::ready_to_ask().chars().count() as f64;
        if !is_struck {
            over
        } else if left > name {
            ready - 6.0
        } else {
            middle + 24.0
        }
    }
}

/// Where the line of readiness of a lane lies.
fn ready_at(top: f64) -> f64 {
    top + OVER + CURVE * (1.0 - CONSTANTS.ready)
}

/// Whether a line goes through there.
fn crosses(line: &[At], frame: Rect) -> bool {
    line.windows(2).any(|pair| {
        let &[(x0, y0), (x1, y1)] = pair else { return false };
        let (from, to) = (x0.max(frame.x0), x1.min(frame.x1));
        let y = |x: f64| if x1 > x0 { y0 + (y1 - y0) * (x - x0) / (x1 - x0) } else { y1 };
        from <= to && y(from).min(y(to)) < frame.y1 && y(from).max(y(to)) > frame.y0
    })
}
