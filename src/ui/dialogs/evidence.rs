//! The curve of a lane around the card that a finding is about, small: what somebody looks at who decides whether the
//! finding is all right. Without numbers, as everywhere.

use egui::{Align2, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::analysis::{Axis, dated};
use crate::check::Finding;
use crate::model::{Campaign, Years};
use crate::ui::arc::{Outline, TOP};
use crate::ui::board::when_text;
use crate::ui::fonts;
use crate::ui::kit::{marks::Ask, paint};
use crate::ui::theme;
use crate::ui::view::LaneView;
use crate::words::{accept as say, names};

/// Height of the curve and of the line of words under it, in points.
const CURVE: f32 = 58.0;
const WORDS: f32 = 25.0;
/// Days that are shown before and after the card where the lane is longer.
const BEFORE: f64 = 45.0;
const AFTER: f64 = 75.0;

/// A word under the curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// The day it stands under.
    pub day: f64,
    /// "Product 17 Sep".
    pub text: String,
    /// Whether it is the card that the finding is about.
    pub subject: bool,
}

/// The curve around a card, with what is said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// What is drawn.
    pub outline: Outline,
    /// What stands under it, the card that the finding is about first.
    pub words: Vec<Word>,
}

impl Evidence {
    /// The evidence for a finding; `None` where its card has no day, or the lane no curve.
    #[must_use]
    pub fn of(campaign: &Campaign, years: Years, view: &LaneView, finding: &Finding) -> Option<Self> {
        view.curve.as_ref()?;
        let mut outline = Outline::of(campaign, view)?;
        let axis = Axis::of_lane(campaign, &view.lane)?;
        let cards = dated(campaign, &view.lane, axis);
        let at = cards.iter().position(|card| Some(card.moment.id) == finding.subject())?;
        let day = f64::from(cards.get(at)?.day);
        if let Some(spot) = outline.spots.get_mut(at).filter(|spot| spot.ask.is_some()) {
            // As it will be once it is accepted.
            spot.ask = Some(Ask::Accepted);
        }
        if outline.span.1 - outline.span.0 > BEFORE + AFTER {
            outline.span = (outline.span.0.max(day - BEFORE), outline.span.1.min(day + AFTER));
            let (from, to) = outline.span;
            outline.spots.retain(|spot| (from..=to).contains(&spot.day));
            let curve = view.curve.as_ref()?;
            outline.line = vec![(from, curve.value_at(from))];
            outline.line.extend(curve.samples(from, to, 1.0));
        }
        let named = |id| finding.moments.iter().skip(1).any(|other| *other == id);
        let next = cards.iter().skip(at + 1).find(|card| !card.moment.is_ask()).map(|card| card.moment.id);
        let others = cards.iter().filter(|card| {
            let id = card.moment.id;
            named(id) || (finding.moments.len() < 2 && Some(id) == next)
        });
        let (from, to) = outline.span;
        let shown = cards.get(at).into_iter().chain(others).filter(|card| (from..=to).contains(&f64::from(card.day)));
        let words = shown
            .map(|card| Word {
                day: f64::from(card.day),
                text: say::mark(names::kind(card.moment.kind.key()), when_text(campaign, years, card.moment.when)),
                subject: Some(card.moment.id) == finding.subject(),
            })
            .collect();
        Some(Self { outline, words })
    }

    /// Draws it as wide as `ui` is.
    pub(super) fn show(&self, ui: &mut Ui) {
        let t = theme::of(ui);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), CURVE + WORDS), Sense::hover());
        let said: Vec<&str> = self.words.iter().map(|word| word.text.as_str()).collect();
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, say::curve(crate::words::list(&said))));
        let curve = Rect::from_min_max(rect.min + vec2(0.0, 8.0), pos2(rect.right(), rect.top() + CURVE));
        let plot = self.outline.plot(curve, TOP);
        let painter = ui.painter();
        self.outline.draw(painter, &plot, t.panel, t);
        let mut taken: Vec<Rect> = Vec::new();
        for word in &self.words {
            let (face, color) = if word.subject { (fonts::META_B, t.text) } else { (fonts::META, t.text_2) };
            let galley = paint::line(painter, face, &word.text, color);
            let place = Align2::CENTER_TOP.anchor_size(pos2(plot.x(word.day), rect.top() + CURVE + 10.0), galley.size());
            // Within the dialog, and beside what stands there already.
            let left = place.left().clamp(rect.left(), (rect.right() - place.width()).max(rect.left()));
            let place = Rect::from_min_size(pos2(left, place.top()), place.size());
            if taken.iter().any(|other| other.expand(6.0).intersects(place)) {
                continue;
            }
            painter.galley(place.min, galley, color);
            taken.push(place);
        }
    }
}
