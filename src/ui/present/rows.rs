//! The rows of when and where a moment is, whose it is and what it asks: below each other, or two beside each other where the page
//! is low or narrow. What they say is worked out in `facts`.

use std::sync::Arc;

use egui::{Galley, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::Page;
use super::facts::{Fact, facts};
use super::layout::Size;
use crate::ui::fonts;
use crate::ui::kit::paint;

/// Most lines that a text may take.
const MOST: usize = 80;
/// Least width of the labels, with the room behind them: below each other and in two columns.
const LABELS: f32 = 96.0;
const LABELS_BESIDE: f32 = 84.0;
/// Room behind the longest label, and the share of a column that labels have at most.
const BEHIND: f32 = 12.0;
const MOST_LABELS: f32 = 0.45;
/// Two columns have at least this much room together, in points.
const TWO: f32 = 400.0;
/// Between two columns.
const BETWEEN: f32 = 24.0;

/// The rows, laid out for a width.
pub(super) struct Rows {
    all: Vec<(Fact, Arc<Galley>)>,
    /// How many stand beside each other.
    columns: usize,
    width: f32,
    /// The width of the labels.
    labels: f32,
    size: Size,
}

impl Rows {
    /// Lays them out.
    pub(super) fn of(page: &Page<'_>, ui: &Ui, width: f32, size: Size) -> Self {
        let columns = if size == Size::Large || width < TWO { 1 } else { 2 };
        let width = if columns == 2 { (width - BETWEEN) / 2.0 } else { width };
        let all = facts(page.cx.campaign, page.cx.years(), page.lane, page.moment);
        let longest = all.iter().map(|fact| paint::line(ui.painter(), fonts::UI, fact.label, page.cx.tokens.text_2).size().x);
        let least = if columns == 1 { LABELS } else { LABELS_BESIDE };
        let labels = (longest.fold(0.0, f32::max) + BEHIND).min(width * MOST_LABELS).max(least);
        let all = all.into_iter().map(|fact| {
            let room = width - labels - indent(&fact);
            let galley = paint::lines_within(ui.painter(), fonts::UI, &fact.text, page.cx.tokens.text, room.max(40.0), MOST);
            (fact, galley)
        });
        Self { all: all.collect(), columns, width, labels, size }
    }

    /// How high a line of them is: as high as the highest in it.
    fn line(&self, of: &[(Fact, Arc<Galley>)]) -> f32 {
        let (around, least) = if self.size == Size::Low { (6.0, 24.0) } else { (10.0, 28.0) };
        of.iter().map(|(_, galley)| galley.size().y + around).fold(least, f32::max)
    }

    /// How high all of them are together.
    pub(super) fn height(&self) -> f32 {
        self.all.chunks(self.columns).map(|line| self.line(line)).sum()
    }

    /// Draws them where the cursor is.
    pub(super) fn show(&self, page: &Page<'_>, ui: &mut Ui) {
        for (at, line) in self.all.chunks(self.columns).enumerate() {
            let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), self.line(line)), Sense::hover());
            let mut left = rect.left();
            for (beside, (fact, galley)) in line.iter().enumerate() {
                let place = Rect::from_min_size(pos2(left, rect.top()), vec2(self.width, rect.height()));
                let said = ui.interact(place, ui.scope_id().with(("row", at, beside)), Sense::hover());
                said.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{}: {}", fact.label, fact.text)));
                self.row(page, ui, place, fact, galley);
                left = place.right() + BETWEEN;
            }
        }
    }

    fn row(&self, page: &Page<'_>, ui: &Ui, rect: Rect, fact: &Fact, galley: &Arc<Galley>) {
        let t = page.cx.tokens;
        let labels = self.labels;
        let top = rect.top() + (self.line(&[]) - fonts::UI.line) / 2.0;
        let label = paint::line_within(ui.painter(), fonts::UI, fact.label, t.text_2, labels - 8.0);
        ui.painter().galley(pos2(rect.left(), top), label, t.text_2);
        if let Some(icon) = fact.icon {
            icon.paint(ui.painter(), pos2(rect.left() + labels + 8.0, top + fonts::UI.line / 2.0), 16.0, t.text_2);
        }
        ui.painter().galley(pos2(rect.left() + labels + indent(fact), top), Arc::clone(galley), t.text);
    }
}

/// The room of the sign before the words.
fn indent(fact: &Fact) -> f32 {
    if fact.icon.is_some() { 22.0 } else { 0.0 }
}
