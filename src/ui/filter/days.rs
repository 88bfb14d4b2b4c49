//! The menu of the days between which moments are shown.

use egui::{Id, Ui};

use super::menus::note;
use super::{Filter, FilterState};
use crate::model::Day;
use crate::ui::inspector::parse;
use crate::ui::kit::{self, Button, TextField};
use crate::ui::theme::{Tone, space};
use crate::ui::view::Cx;
use crate::ui::written;
use crate::words::filter as say;

/// The two fields as they are being written.
#[derive(Debug, Default)]
pub(super) struct DaysDraft {
    from: String,
    to: String,
}

impl DaysDraft {
    /// The fields as the filter has them.
    pub(super) fn of(filter: &Filter) -> Self {
        let text = |day: Option<Day>| day.map(Day::long).unwrap_or_default();
        Self { from: text(filter.from), to: text(filter.to) }
    }
}

/// The two fields.
pub(super) fn fields() -> [Id; 2] {
    [Id::unique("filter from"), Id::unique("filter to")]
}

/// Draws the fields, and a few spans that are wanted often.
pub(super) fn days(cx: &Cx<'_>, state: &mut FilterState, ui: &mut Ui) {
    let t = cx.tokens;
    let near = cx.campaign.start.unwrap_or(cx.today);
    let [from, to] = fields();
    let width = ui.available_width();
    let mut wrong = None;
    for (id, name, draft, end) in [
        (from, say::from(), &mut state.days.from, &mut state.filter.from),
        (to, say::to(), &mut state.days.to, &mut state.filter.to),
    ] {
        let read = parse::day(draft, near);
        let is_wrong = read.is_none() && !draft.trim().is_empty();
        note(ui, name, t.text_3);
        let field = TextField::new(id, name).hint(say::any_day()).width(width).tone(is_wrong.then_some(Tone::Warning));
        let mut response = field.show(ui, draft);
        kit::takes_back(&mut response, draft);
        if id == from && kit::was_just_opened(ui) {
            response.request_focus();
        }
        if response.changed() {
            // What is no day yet leaves things as they are; nothing is any day.
            match (parse::day(draft, near), draft.trim().is_empty()) {
                (Some(day), _) => *end = Some(day),
                (None, true) => *end = None,
                (None, false) => {}
            }
        }
        if is_wrong && !response.has_focus() {
            wrong = Some(say::not_a_day(written::date_form()));
        }
        ui.add_space(space::S);
    }
    let backwards = state.filter.from.zip(state.filter.to).is_some_and(|(from, to)| from > to);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
        for (name, later) in [(say::this_month(), 0), (say::next_month(), 1)] {
            if Button::secondary(name).small().show(ui).clicked() {
                (state.filter.from, state.filter.to) = month(cx.today, later);
                state.days = DaysDraft::of(&state.filter);
            }
        }
        if (state.filter.from.is_some() || state.filter.to.is_some())
            && Button::quiet(say::clear_days()).small().show(ui).clicked()
        {
            (state.filter.from, state.filter.to) = (None, None);
            state.days = DaysDraft::default();
        }
    });
    ui.add_space(space::S);
    note(ui, say::asks_only_dated(), t.text_3);
    // What is wrong is told below everything: fields and buttons stay where they are.
    if let Some(wrong) = wrong.or_else(|| backwards.then(say::runs_backwards)) {
        note(ui, wrong, t.s_warn);
    }
    ui.add_space(space::S);
}

/// The first and the last day of a month, so many months after that of a day.
fn month(day: Day, later: i16) -> (Option<Day>, Option<Day>) {
    let first = |months: i16| {
        let months = i16::from(day.date().month()) - 1 + months;
        Day::new(day.date().year() + months.div_euclid(12), (months.rem_euclid(12) + 1) as i8, 1)
    };
    (first(later), first(later + 1).map(|next| next.plus(-1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_has_its_first_and_its_last_day() {
        let day = Day::new(2027, 12, 5).expect("a day");
        assert_eq!(month(day, 0), (Day::new(2027, 12, 1), Day::new(2027, 12, 31)));
        assert_eq!(month(day, 1), (Day::new(2028, 1, 1), Day::new(2028, 1, 31)));
    }
}
