//! Which template is added to the plan, where to, and on which day its day 0 falls.

use egui::{CornerRadius, Id, Key, Label, Popup, PopupCloseBehavior, Response, Role, ScrollArea, Ui, WidgetInfo, pos2, vec2};

use crate::analysis::Axis;
use crate::model::Day;
use crate::ui::inspector::parse;
use crate::ui::kit::{self, Button, Segment, TextField, paint};
use crate::ui::theme::{self, Tone, space};
use crate::ui::written;
use crate::ui::{fonts, icons};
use crate::words::{self, counts, own as say, start, window};

use super::own_template::row;
use super::{Dialog, default_focus, paragraph};

/// Height of a template in the list, in points.
const ROW: f32 = 62.0;

/// A template that can be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateChoice {
    /// What it is asked for by.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// What it is for.
    pub line: String,
    /// How many moments it has.
    pub moments: usize,
    /// How many lanes it has.
    pub lanes: usize,
    /// The first and the last day of its cards, counted from its day 0.
    pub days: Option<(i32, i32)>,
    /// Day 0 that leaves time for every card.
    pub proposed: Day,
    /// The user keeps it.
    pub own: bool,
}

/// What is chosen and written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UseDraft {
    /// The key of the template.
    pub key: String,
    /// Day 0, as it is written; the proposal until somebody wrote there.
    day: Option<String>,
    /// Into a new lane although an empty one could take it.
    new_lane: bool,
    month: Option<(i16, i8)>,
    error: bool,
}

/// Where day 0 of the template falls in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayZero {
    /// On a day of the calendar.
    Date(Day),
    /// On a day counted from the plan's day 0.
    Number(i32),
}

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UseAnswer {
    /// Add that template.
    Add {
        /// Its key.
        key: String,
        /// Where its day 0 falls.
        zero: DayZero,
        /// Into the empty lane instead of a new one.
        into_empty: bool,
    },
    /// Leave the plan as it is.
    Cancel,
}

/// What the dialog has to know of the plan.
#[derive(Clone, Copy, Debug)]
pub struct UseOf<'a> {
    /// The templates, in the order in which they are offered.
    pub choices: &'a [TemplateChoice],
    /// The name of the lane in use, if it is an empty one of a creator.
    pub empty: Option<&'a str>,
    /// What days of the plan count.
    pub axis: Axis,
    /// Today.
    pub today: Day,
}

impl UseOf<'_> {
    /// Day 0 as it stands in the field before anybody wrote there.
    fn proposal(self, choice: &TemplateChoice) -> String {
        match self.axis {
            Axis::DayNumbers => "0".to_owned(),
            Axis::Calendar => parse::show_day(choice.proposed, self.today),
        }
    }

    fn read(self, text: &str, choice: &TemplateChoice) -> Option<DayZero> {
        match self.axis {
            Axis::DayNumbers => parse::whole(text.trim()).map(DayZero::Number),
            Axis::Calendar => parse::day(text, choice.proposed).map(DayZero::Date),
        }
    }

    /// "From 7 Sep to 22 Oct."
    fn span(self, zero: DayZero, (first, last): (i32, i32)) -> String {
        let day = |by: i32| match zero {
            DayZero::Date(day) => parse::show_day(day.plus(by), self.today),
            DayZero::Number(number) => say::day_number(number.saturating_add(by)),
        };
        say::spans(day(first), day(last))
    }
}

/// Asks which template is added. Enter in the field adds it, Escape is Cancel.
pub fn use_template_ui(ui: &mut Ui, of: UseOf<'_>, draft: &mut UseDraft) -> Option<UseAnswer> {
    let choice = of.choices.iter().find(|choice| choice.key == draft.key).or(of.choices.first())?;
    draft.key.clone_from(&choice.key);
    let height = (ui.ctx().content_rect().height() - 360.0).clamp(ROW * 1.5, ROW * 7.5);
    let fits = of.empty.filter(|_| choice.lanes == 1);
    let into_empty = fits.is_some() && !draft.new_lane;
    let mut text = draft.day.clone().unwrap_or_else(|| of.proposal(choice));
    let mut chosen = None;
    let answer = Dialog::filled("use template dialog", say::use_title(), 600.0).show(
        ui.ctx(),
        |ui| {
            paragraph(ui, say::use_text());
            ui.add_space(-space::S);
            ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
                kit::scroll_by_keys(ui);
                ui.spacing_mut().item_spacing.y = 1.0;
                let at = of.choices.iter().position(|other| other.key == choice.key);
                let stop = kit::OneStop::begin(ui, Id::unique("templates to add"), of.choices.len(), at);
                for (at, other) in of.choices.iter().enumerate() {
                    if choice_row(ui, (stop, at), other, other.key == choice.key).clicked() {
                        chosen = Some(other.key.clone());
                    }
                }
            });
            if let Some(name) = fits {
                row(ui, say::into(), |ui| {
                    let empty = say::empty_lane(name);
                    let segments = [Segment::Word(&empty), Segment::Word(say::new_lane())];
                    if let Some(at) = kit::segmented(ui, say::into(), &segments, Some(usize::from(!into_empty)), None) {
                        draft.new_lane = at == 1;
                    }
                });
            }
            choice.days?;
            let enter = day_row(ui, of, choice, draft, &mut text);
            under(ui, of, choice, draft.error, &text);
            enter.then_some(true)
        },
        |ui| {
            let add = Button::primary(say::add_it()).show(ui).clicked();
            let cancel = Button::secondary(window::cancel()).show(ui).clicked();
            (add || cancel).then_some(add)
        },
    );
    let key = choice.key.clone();
    if let Some(chosen) = chosen {
        // Every template has its own proposal; what was written stays.
        draft.key = chosen;
        ui.ctx().request_repaint();
    }
    match answer? {
        Ok(true) => {
            let zero = if choice.days.is_none() { Some(DayZero::Number(0)) } else { of.read(&text, choice) };
            draft.error = zero.is_none();
            ui.ctx().request_repaint();
            zero.map(|zero| UseAnswer::Add { key, zero, into_empty })
        }
        Ok(false) | Err(super::Closed) => Some(UseAnswer::Cancel),
    }
}

/// The field of day 0 with its calendar; whether Enter was pressed in it.
fn day_row(ui: &mut Ui, of: UseOf<'_>, choice: &TemplateChoice, draft: &mut UseDraft, text: &mut String) -> bool {
    let id = Id::unique("use template day");
    let calendar = of.axis == Axis::Calendar;
    let mut enter = false;
    row(ui, say::day_zero(), |ui| {
        let hint = if calendar { say::date_hint(written::date_form()) } else { say::number_hint() };
        let tone = draft.error.then_some(Tone::Error);
        let width = (ui.available_width() - theme::HIT - space::L).min(200.0);
        let field = TextField::new(id, say::day_zero_of()).hint(hint).width(width).tone(tone).show(ui, text);
        enter = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if field.changed() {
            draft.day = Some(text.clone());
            draft.error = false;
        }
        if default_focus(ui, id) {
            kit::select_all(ui.ctx(), id, text);
        }
        if !calendar {
            ui.add(Label::new(fonts::BODY.rich(say::number_of_plan()).color(theme::of(ui).text_3)).truncate());
            return;
        }
        let button = kit::icon_button(ui, icons::CALENDAR, say::pick_day(), false, None);
        kit::opens_menu(&button);
        let now = match of.read(text, choice) {
            Some(DayZero::Date(day)) => day,
            _ => choice.proposed,
        };
        let mut month = draft.month.unwrap_or((now.date().year(), now.date().month()));
        let picked = Popup::menu(&button)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .accessible_name(say::pick_day())
            .show(|ui| {
                let picked = kit::month_grid(ui, &mut month, Some(now), of.today);
                if picked.is_some() {
                    ui.close();
                }
                picked
            });
        draft.month = picked.as_ref().map(|_| month);
        if let Some(day) = picked.and_then(|shown| shown.inner) {
            *text = parse::show_day(day, of.today);
            draft.day = Some(text.clone());
            draft.error = false;
        }
    });
    enter
}

/// What the day means: from when to when the cards are, or that it is none.
fn under(ui: &mut Ui, of: UseOf<'_>, choice: &TemplateChoice, error: bool, text: &str) {
    let t = theme::of(ui);
    let (line, color) = match (of.read(text, choice), choice.days) {
        (Some(zero), Some(days)) => (of.span(zero, days), t.text_2),
        (None, _) if error => (say::bad_day().to_owned(), t.tone(Tone::Error).text),
        // Nothing is held against a day that is still being written.
        _ => (String::new(), t.text_2),
    };
    let label = ui.add(Label::new(fonts::BODY.rich(&line).color(color)).truncate());
    label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &line));
}

fn choice_row(ui: &mut Ui, (stop, at): (kit::OneStop, usize), choice: &TemplateChoice, on: bool) -> Response {
    let t = theme::of(ui);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width() - space::L, ROW));
    let response = ui.interact(rect, stop.id(at), stop.sense(at));
    let name = if choice.own { say::own_template(&choice.name) } else { choice.name.clone() };
    let moments = words::moments(choice.moments);
    let lanes = counts::lanes(choice.lanes);
    let figures = if choice.lanes == 1 { moments } else { say::lanes_and_moments(lanes, moments) };
    let figures = match choice.days {
        Some((first, last)) => start::figures(figures, words::weeks(weeks(first, last))),
        None => figures,
    };
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, say::choice(&name, &figures, &choice.line)));
    kit::into_sight(&response);
    let painter = ui.painter();
    let fill = match (on, response.hovered()) {
        (true, _) => t.accent_bg,
        (false, true) => t.hover,
        (false, false) => egui::Color32::TRANSPARENT,
    };
    painter.rect_filled(rect, CornerRadius::same(theme::R2), fill);
    if response.has_focus() {
        paint::ring(painter, rect, theme::R2, -2.0, t.accent);
    }
    let (left, right) = (rect.left() + space::XL, rect.right() - space::XL);
    let small = paint::line(painter, fonts::META, &figures, t.text_3);
    let from = right - small.size().x;
    // Where the name would be cut, the figures stand under it and leave the line one line less.
    let title = paint::line_within(painter, fonts::UI_B, &name, t.text, (from - left - space::L).max(20.0));
    let (title, at, top, most) = if title.elided {
        (paint::line_within(painter, fonts::UI_B, &name, t.text, right - left), pos2(left, rect.top() + 24.0), 40.0, 1)
    } else {
        (title, pos2(from, rect.top() + 8.0), 25.0, 2)
    };
    painter.galley(at, small, t.text_3);
    painter.galley(pos2(left, rect.top() + 5.0), title, t.text);
    let line = paint::lines_within(painter, fonts::BODY, &choice.line, t.text_2, right - left, most);
    let is_cut = line.elided;
    painter.galley(pos2(left, rect.top() + top), line, t.text_2);
    if is_cut { response.on_hover_text(&choice.line) } else { response }
}

/// How many weeks those days span, begun ones included; as the start page counts them.
#[must_use]
pub fn weeks(first: i32, last: i32) -> i64 {
    (i64::from(last) - i64::from(first) + 6).div_euclid(7).max(1)
}
