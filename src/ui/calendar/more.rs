//! What opens over the calendar because it has no room there: everything on a day, or the stretches of a week.

use egui::{
    Id, Key, LayerId, Order, PointerButton, Popup, PopupCloseBehavior, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2,
    vec2,
};

use super::CalendarState;
use super::data::{Part, What};
use super::focus::Spot;
use super::frame::Frame;
use super::grid::due_told;
use super::strips;
use crate::model::Day;
use crate::ui::board::title_of;
use crate::ui::kit::{into_sight, is_asked, marks, menu_row, paint};
use crate::ui::theme::{self, Tone};
use crate::ui::view::{Action, Actions, Selection};
use crate::ui::{fonts, icons};
use crate::words::{board, calendar_view as say, names};

/// What is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Listed {
    /// Everything on a day.
    Day(Day),
    /// The stretches of a week that have no room, by its number on the page.
    Stretches(usize),
    /// The moments without a day.
    Undated,
}

/// A list with what opened it.
#[derive(Clone, Copy, Debug)]
pub(super) struct List {
    what: Listed,
    opener: Id,
    /// A key opened it: the first row is to have the keyboard.
    fresh: bool,
}

impl List {
    /// The list that a press on `opener` leads to.
    pub(super) fn of(what: Listed, opener: &Response) -> Self {
        Self { what, opener: opener.id, fresh: !opener.clicked_by(PointerButton::Primary) }
    }
}

/// Its width, in points.
const WIDTH: f32 = 300.0;
/// Most rows that are listed: beyond them a table is the better view.
const MOST: usize = 500;

/// Draws what is listed.
pub(super) fn show(frame: &Frame<'_>, state: &mut CalendarState, ui: &Ui, out: &mut Actions) {
    // What is listed makes room for a dialog.
    state.listed = state.listed.filter(|_| !is_asked(ui.ctx()));
    let Some(List { what: listed, opener, .. }) = state.listed else { return };
    let (anchor, name) = match listed {
        Listed::Day(day) => {
            let Some(cell) = frame.cell(day) else {
                state.listed = None;
                return;
            };
            (cell.shrink(4.0).intersect(frame.grid.seen), say::all_on(day.with_weekday()))
        }
        Listed::Stretches(week) => (frame.grid.cell(week * 7).intersect(frame.grid.seen), say::more_stretches_title().to_owned()),
        Listed::Undated => {
            let bottom = frame.whole.with_min_y(frame.grid.seen.bottom());
            (bottom.with_max_x(bottom.left() + WIDTH), say::without_date(frame.sheet.undated.len()))
        }
    };
    let mut open = true;
    let layer = LayerId::new(Order::Foreground, Id::unique("calendar list"));
    Popup::new(Id::unique(("calendar list", name.as_str())), ui.ctx().clone(), anchor, layer)
        .open_bool(&mut open)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(WIDTH)
        .accessible_name(&name)
        .show(|ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing = vec2(0.0, 1.0);
            ui.label(fonts::META_B.rich(&name).color(frame.t.text_3));
            ui.add_space(2.0);
            ScrollArea::vertical().max_height(320.0).show(ui, |ui| match listed {
                Listed::Day(day) => day_rows(frame, day, state, ui, out),
                Listed::Stretches(week) => stretches(frame, week, state, ui),
                Listed::Undated => undated_rows(frame, state, ui, out),
            });
        });
    if !open && state.listed.take().is_some() && ui.input(|input| input.key_pressed(Key::Escape)) {
        ui.memory_mut(|memory| memory.request_focus(opener));
        ui.ctx().request_repaint();
    }
}

fn day_rows(frame: &Frame<'_>, day: Day, state: &mut CalendarState, ui: &mut Ui, out: &mut Actions) {
    let Some(row) = frame.sheet.day(day) else { return };
    for item in row.cards.iter().take(MOST) {
        moment_row(frame, *item, state, ui, out);
    }
    for (item, part) in row.due.iter().take(MOST) {
        let (Some((lane, moment)), Some(told)) = (item.find(frame.cx.campaign), due_told(frame, *item, *part)) else { continue };
        let icon = if *part == Part::Draft { icons::EDIT } else { icons::APPROVAL };
        if menu_row(ui, Some(icon), &told, "", false).clicked() {
            out.push(Action::Select(Selection::moment(moment.id, Some(lane.id))));
            state.listed = None;
        }
    }
}

fn undated_rows(frame: &Frame<'_>, state: &mut CalendarState, ui: &mut Ui, out: &mut Actions) {
    for item in frame.sheet.undated.iter().take(MOST) {
        moment_row(frame, *item, state, ui, out);
    }
}

/// A moment, with the shape of its kind in its colour, its time, and the worst of what is found about it: a press selects it and
/// closes the list.
fn moment_row(frame: &Frame<'_>, item: super::data::Item, state: &mut CalendarState, ui: &mut Ui, out: &mut Actions) {
    let cx = frame.cx;
    let t = frame.t;
    let Some((lane, moment)) = item.find(cx.campaign) else { return };
    let who = state.book.who(item.lane).map_or("", |who| &who.name);
    let text = say::who_title(who, title_of(moment));
    let tone = frame.tone(item, lane, moment);
    let named = say::listed(&text, names::kind(moment.kind.key()));
    let named = moment.time.map_or_else(|| named.clone(), |time| say::at_time(&named, time));
    let named = tone.and_then(found_word).map_or_else(|| named.clone(), |found| say::listed_found(&named, found));
    let painter = ui.painter().clone();
    let time = paint::line(&painter, fonts::META, &moment.time.map_or_else(String::new, |time| time.to_string()), t.text_3);
    let room = ui.available_width() - 30.0 - time.size().x - 34.0;
    let title = paint::lines_within(&painter, fonts::BODY, &text, t.text, room, 3);
    let size = vec2(ui.available_width(), theme::HIT.max(title.size().y + 10.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let chosen = state.chosen.has(moment.id);
    response.widget_info(|| WidgetInfo::selected(Role::MenuItem, ui.is_enabled(), chosen, &named));
    if ui.is_enabled() && state.listed.as_mut().is_some_and(|list| std::mem::take(&mut list.fresh)) {
        response.request_focus();
    }
    into_sight(&response);
    let middle = rect.center().y;
    if response.hovered() || response.has_focus() || chosen {
        painter.rect_filled(rect, theme::R2, t.accent_bg);
    }
    if response.has_focus() {
        paint::ring(&painter, rect, theme::R2, -2.0, t.accent);
    }
    marks::kind(&painter, pos2(rect.left() + 16.0, middle), 17.0, moment.kind, t);
    painter.galley(pos2(rect.left() + 30.0, middle - title.size().y / 2.0), title, t.text);
    painter.galley(pos2(rect.right() - 30.0 - time.size().x, middle - time.size().y / 2.0), time, t.text_3);
    if let Some(tone) = tone {
        marks::tone(&painter, pos2(rect.right() - 16.0, middle), 14.0, tone, t);
    }
    if response.clicked() {
        out.push(Action::Select(Selection::moment(moment.id, Some(lane.id))));
        state.listed = None;
        // What is selected has room on its day, and whoever chose it by a key goes on with it.
        if !response.clicked_by(PointerButton::Primary) && cx.campaign.day_of(moment.when).is_some() {
            state.focus.want(Spot::Card(moment.id));
        }
    }
}

/// The word for what is found, where that is open or accepted.
pub(super) fn found_word(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Error => Some(board::error()),
        Tone::Warning => Some(board::warning()),
        Tone::Hint => Some(board::hint()),
        Tone::Accepted => Some(say::accepted_risk()),
        Tone::Ok => None,
    }
}

fn stretches(frame: &Frame<'_>, week: usize, state: &CalendarState, ui: &mut Ui) {
    let campaign = frame.cx.campaign;
    for what in strips::beyond(frame, week).into_iter().take(MOST) {
        let days = match what {
            What::Phase(at) => campaign.phases.get(at).map(|phase| (phase.from, phase.to)),
            What::Blackout(at) => campaign.blackouts.get(at).map(|days| (days.from, days.to)),
            What::Quiet { lane, next, .. } => state.book.leaves.get(lane).and_then(|leaf| {
                let quiet = leaf.quiet.iter().find(|quiet| quiet.to_moment == next)?;
                Some((Day::from_number(quiet.from_day + 1), Day::from_number(quiet.from_day + quiet.days - 1)))
            }),
        };
        if let Some(days) = days {
            ui.add(egui::Label::new(fonts::BODY.rich(strips::told_of(frame, state, what, days))).wrap());
            ui.add_space(4.0);
        }
    }
}
