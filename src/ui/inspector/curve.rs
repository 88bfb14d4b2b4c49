//! What a moment does to the curve of its lane: in words, and in numbers for who asks.

use egui::{Label, Ui};

use crate::analysis::curve::Curve;
use crate::model::Lane;
use crate::ui::fonts;
use crate::ui::kit;
use crate::ui::reasons::Telling;
use crate::words::curve as say;

use super::form::Form;
use super::moment::Card;

/// Remembers that the numbers are shown; they are hidden until somebody asks.
const NUMBERS: &str = "curve in numbers";

impl Form<'_> {
    /// The section "On the curve"; nothing where the lane has no curve or this user hides it.
    pub(super) fn on_the_curve(&mut self, ui: &mut Ui, card: Card<'_>) {
        let Some((lane, curve)) = self.curve_of(card).filter(|_| !self.cx.setup.hide_curve) else { return };
        let telling = Telling::of(self.cx.campaign, self.cx.years(), lane, curve);
        let lines = telling.card(card.moment.id);
        self.section(ui, ("curve", say::heading()), &[], |form, ui| {
            if lines.is_empty() {
                form.line(ui, say::no_day());
                return;
            }
            for line in &lines {
                form.line(ui, line);
            }
            let open = form.state.folded.contains(NUMBERS);
            if kit::fold(ui, say::numbers(), open).clicked() {
                if open {
                    form.state.folded.remove(NUMBERS);
                } else {
                    form.state.folded.insert(NUMBERS);
                }
            }
            if open {
                for line in telling.numbers(card.moment.id) {
                    form.line(ui, &line);
                }
                form.line(ui, say::limits());
            }
            form.line(ui, say::caption());
        });
    }

    /// The lane of a card with its curve, as it was worked out last.
    fn curve_of<'c>(&self, card: Card<'c>) -> Option<(&'c Lane, &'c Curve)>
    where
        Self: 'c,
    {
        let lane = card.lane?;
        let view = self.cx.derived.lanes.iter().find(|view| view.lane.id == lane.id)?;
        Some((lane, view.curve.as_ref()?))
    }

    fn line(&self, ui: &mut Ui, text: &str) {
        ui.add(Label::new(fonts::META.rich(text).color(self.cx.tokens.text_2)).wrap().selectable(true));
    }
}
