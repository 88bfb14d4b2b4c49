//! What is asked before a moment is added on a day: what it is, and for whom, as far as nobody can know.

use egui::containers::menu::menu_style;
use egui::{Id, LayerId, Order, Popup, PopupCloseBehavior, PopupKind, Response, ScrollArea, Ui, vec2};

use super::CalendarState;
use super::drag::{add_new, lane_in_use};
use super::focus::Spot;
use super::frame::Frame;
use crate::edit::{Edit, Place, Step};
use crate::model::{Day, Kind, LaneId, MomentId, When};
use crate::ui::bars::{self, submenu};
use crate::ui::board::{FURTHER, MENU_WIDTH};
use crate::ui::command::Command;
use crate::ui::kit::{OneStop, choice_chip, menu_row};
use crate::ui::theme::space;
use crate::ui::view::{Action, Actions, Cx};
use crate::ui::{fonts, icons};
use crate::words::{calendar_view as say, hand, names, steps};

/// The kinds that are one press away.
const MAIN: [Kind; 4] = [Kind::Announcement, Kind::Values, Kind::Community, Kind::Product];
/// Most people who are offered.
const MOST: usize = 60;

/// What is to be added, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Adding {
    day: Day,
    kind: Option<Kind>,
    lane: Option<LaneId>,
    /// An idea that is to come onto the day, instead of a new moment.
    idea: Option<MomentId>,
    /// It was asked just now: the keyboard goes to the first answer.
    fresh: bool,
}

impl Adding {
    /// Something that is wanted on a day.
    pub(super) fn of(cx: &Cx<'_>, day: Day, kind: Option<Kind>) -> Self {
        Self { day, kind, lane: lane_in_use(cx), idea: None, fresh: true }
    }

    /// The same for an idea that is there already.
    pub(super) fn of_idea(self, id: MomentId) -> Self {
        Self { idea: Some(id), ..self }
    }
}

/// Adds at once where everything is known, else asks for the rest.
pub(super) fn show(frame: &Frame<'_>, state: &mut CalendarState, ui: &Ui, out: &mut Actions) {
    let Some(mut adding) = state.adding else { return };
    let cx = frame.cx;
    if cx.locked().is_some() || cx.campaign.lanes.is_empty() {
        let why = cx.locked().unwrap_or(crate::words::window::no_lane_yet());
        out.push(Action::Note(why.to_owned()));
        state.adding = None;
        return;
    }
    if add(cx, adding, out) {
        state.adding = None;
        return;
    }
    let Some(cell) = frame.cell(adding.day) else {
        state.adding = None;
        return;
    };
    // Whoever uses the keyboard and is not asked for a lane is offered the one that was used last.
    if adding.kind.is_none() && adding.lane.is_none() {
        adding.lane = state.lane.or(cx.campaign.lanes.first().map(|lane| lane.id));
    }
    let name = say::add_on(adding.day.with_weekday());
    let (mut open, mut pasted) = (true, false);
    let layer = LayerId::new(Order::Foreground, Id::unique("add on a day"));
    let anchor = cell.shrink(4.0).intersect(frame.grid.seen);
    Popup::new(Id::unique("add on a day"), ui.ctx().clone(), anchor, layer)
        .open_bool(&mut open)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(MENU_WIDTH)
        .kind(PopupKind::Menu)
        .style(menu_style)
        .accessible_name(&name)
        .show(|ui| {
            ui.set_width(MENU_WIDTH);
            ui.spacing_mut().item_spacing = vec2(space::S, 1.0);
            ui.label(fonts::META_B.rich(&name).color(frame.t.text_3));
            ui.add_space(space::S);
            whom(frame, state, &mut adding, ui);
            if adding.kind.is_none() && adding.idea.is_none() {
                ui.separator();
                kinds(&mut adding, ui);
                ui.separator();
                pasted = paste(&adding, ui, out);
            }
        });
    state.adding = (open && !pasted).then_some(adding);
    if !open {
        // Whoever asked by keyboard goes on where they were.
        state.focus.want(Spot::Day(adding.day));
    }
    if add(cx, adding, out) {
        state.adding = None;
    }
}

/// For whom it is: chips where something else is asked, too, else rows of which a press is the answer.
fn whom(frame: &Frame<'_>, state: &CalendarState, adding: &mut Adding, ui: &mut Ui) {
    ui.label(fonts::META.rich(say::for_whom()).color(frame.t.text_2));
    let asks_kind = adding.kind.is_none() && adding.idea.is_none();
    let lanes = || frame.cx.campaign.lanes.iter().enumerate().take(MOST);
    ScrollArea::vertical().id_salt("for whom").max_height(if asks_kind { 130.0 } else { 320.0 }).show(ui, |ui| {
        if asks_kind {
            let chosen = lanes().position(|(_, lane)| adding.lane == Some(lane.id));
            let stop = OneStop::begin(ui, Id::unique("for whom"), lanes().count(), chosen);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(space::S, space::S);
                for (at, lane) in lanes() {
                    let name = state.book.who(at).map_or("", |who| &who.name);
                    let chip = choice_chip(ui, (stop, at), name, adding.lane == Some(lane.id));
                    if stop.is(at) {
                        answer(&chip, adding);
                    }
                    if chip.clicked() {
                        adding.lane = Some(lane.id);
                    }
                }
            });
        } else {
            for (at, lane) in lanes() {
                let name = state.book.who(at).map_or("", |who| &who.whole_name);
                let row = menu_row(ui, None, name, "", false);
                answer(&row, adding);
                if row.clicked() {
                    adding.lane = Some(lane.id);
                }
            }
        }
    });
}

/// The first answer, or the one that is chosen, gets the keyboard when it is asked.
fn answer(response: &Response, adding: &mut Adding) {
    if std::mem::take(&mut adding.fresh) {
        response.request_focus();
    }
}

/// What it is.
fn kinds(adding: &mut Adding, ui: &mut Ui) {
    let row = |ui: &mut Ui, kind: Kind| menu_row(ui, Some(icons::kind(kind)), names::kind(kind.key()), "", false).clicked();
    for kind in MAIN {
        if row(ui, kind) {
            adding.kind = Some(kind);
        }
    }
    submenu(ui, icons::PLUS, hand::more(), |ui| {
        for kind in FURTHER {
            if row(ui, kind) {
                adding.kind = Some(kind);
                ui.close();
            }
        }
    });
}

/// The moments of the clipboard, the first of them on the day.
fn paste(adding: &Adding, ui: &mut Ui, out: &mut Actions) -> bool {
    let keys = bars::keys(ui, Command::Paste);
    let Some(lane) = adding.lane else { return false };
    let pressed = menu_row(ui, Some(icons::PASTE), hand::paste_here(), &keys, false).clicked();
    if pressed {
        out.push(Action::PasteAt(lane, When::On(adding.day)));
    }
    pressed
}

/// Adds what is wanted, where everything is known.
fn add(cx: &Cx<'_>, adding: Adding, out: &mut Actions) -> bool {
    let Some(lane) = adding.lane.filter(|id| cx.campaign.lane(*id).is_some()) else { return false };
    if let Some(id) = adding.idea {
        let Some(idea) = cx.campaign.ideas.iter().find(|idea| idea.id == id) else { return true };
        let edit = Edit::MoveMoment { id, to: Place::Lane(lane), when: When::On(adding.day) };
        out.push(Action::Edit(Step::new(steps::step_unpark(&idea.title), vec![edit])));
        out.push(Action::Select(crate::ui::view::Selection::moment(id, Some(lane))));
        return true;
    }
    let Some(kind) = adding.kind else { return false };
    out.push(Action::Add(add_new(cx.campaign, kind, lane, adding.day)));
    out.push(Action::FocusField("title"));
    true
}
