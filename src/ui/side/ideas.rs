//! The tray: ideas that have no place in a lane yet. Cards that are dragged here are parked.

use std::sync::Arc;

use egui::{
    CornerRadius, DragAndDrop, Id, LayerId, Order, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::section::{Header, Note, Section, header};
use super::{Heights, PAD, SideState};
use crate::edit::{Edit, Place, Step};
use crate::model::direction::alone;
use crate::model::{Kind, Moment, MomentId};
use crate::ui::bars;
use crate::ui::carry::Carried;
use crate::ui::command::Command;
use crate::ui::kit::{context_menu, marks, opens_chosen_by_keys, paint};
use crate::ui::theme::{self, DASH_SLOT, Lift, SLOT, space};
use crate::ui::view::{Action, Actions, Cx, Selection};
use crate::ui::{fonts, icons};
use crate::words::{self, counts, filter, names, side as say, steps};

/// Height of a row, in points.
const ROW: f32 = 28.0;
/// From row to row, in points.
const STEP: f32 = ROW + space::M;
/// The list shows this many rows before it scrolls, and at least so many where the panel is low; the half one says that there are more.
const MOST: f32 = 6.0;
const LEAST: f32 = 2.5;

/// Those that a search and a filter leave; `None` where that are all.
pub(super) fn shown<'a>(cx: &Cx<'a>) -> Option<Vec<&'a Arc<Moment>>> {
    (!cx.sieve.is_open()).then(|| cx.campaign.ideas.iter().filter(|idea| cx.sieve.shows(idea.id)).collect())
}

/// How high the list can be.
pub(super) fn heights(cx: &Cx<'_>, state: &SideState, shown: Option<&[&Arc<Moment>]>) -> Heights {
    if !state.is_open(Section::Ideas) {
        return Heights::default();
    }
    let count = shown.map_or(cx.campaign.ideas.len(), <[_]>::len) as f32;
    Heights { all: STEP * count.min(MOST), least: STEP * count.min(LEAST) }
}

/// Draws the section with a list of that height.
pub(super) fn ideas(
    cx: &Cx<'_>,
    state: &mut SideState,
    ui: &mut Ui,
    out: &mut Actions,
    (shown, height): (Option<&[&Arc<Moment>]>, f32),
) {
    let top = ui.next_widget_position();
    let all = cx.campaign.ideas.len();
    let count = shown.map_or(all, <[_]>::len);
    let note = if count == all { counts::grouped(all) } else { filter::shown_of(count, all) };
    let note = if all == 0 { Note::None } else { Note::After(&note) };
    let Header { open, pressed } = header(state, ui, Section::Ideas, &note, &[(icons::PLUS, Command::AddIdea.name())]);
    if pressed.is_some() {
        out.run(Command::AddIdea);
    }
    if open {
        if all == 0 {
            empty(ui);
        } else if count == 0 {
            hidden(ui, all);
        } else {
            ScrollArea::vertical()
                .id_salt("ideas")
                .max_height(height)
                .min_scrolled_height(height)
                .auto_shrink([false, true])
                .show_rows(ui, STEP, count, |ui, range| {
                    for at in range {
                        let idea = match shown {
                            Some(shown) => shown.get(at).copied(),
                            None => cx.campaign.ideas.get(at),
                        };
                        if let Some(idea) = idea {
                            row(cx, ui, out, idea);
                        }
                    }
                });
        }
        ui.add_space(space::L);
    }
    let section = Rect::from_min_max(top, pos2(ui.max_rect().right(), ui.next_widget_position().y));
    park_dropped(cx, ui, section, out);
}

/// Says what the tray is for.
fn empty(ui: &mut Ui) {
    let t = theme::of(ui);
    let width = ui.available_width() - 2.0 * PAD;
    let galley = paint::lines_within(ui.painter(), fonts::BODY, say::park_here(), t.text_3, width - 20.0, 3);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y + 16.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, say::park_here()));
    let slot = rect.shrink2(vec2(PAD, 0.0));
    paint::dashed_rect(ui.painter(), slot, theme::R2, Stroke::new(theme::EDGE, t.line_strong), DASH_SLOT);
    ui.painter().galley(slot.min + vec2(10.0, 8.0), galley, t.text_3);
    ui.add_space(space::M);
}

/// Says that there are ideas which a search or a filter hides.
fn hidden(ui: &mut Ui, count: usize) {
    let t = theme::of(ui);
    let text = filter::hidden_by_filter(words::ideas(count));
    let galley = paint::line_within(ui.painter(), fonts::BODY, &text, t.text_3, ui.available_width() - 2.0 * PAD);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y + space::M), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
    ui.painter().galley(rect.min + vec2(PAD, 0.0), galley, t.text_3);
}

fn row(cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions, idea: &Moment) {
    let t = cx.tokens;
    let (_, place) = ui.allocate_space(vec2(ui.available_width(), STEP));
    let rect = Rect::from_min_size(place.min + vec2(PAD, 0.0), vec2(place.width() - 2.0 * PAD, ROW));
    let response = ui.interact(rect, Id::unique(("side idea", idea.id)), Sense::click_and_drag());
    let selected = cx.selection.has(idea.id);
    let spoken = say::idea_row(names::kind(idea.kind.key()), &idea.title);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, &spoken));
    response.dnd_set_drag_payload(Carried::Idea(idea.id));

    let carried = is_carried(ui, |carried| *carried == Carried::Idea(idea.id));
    let painter = ui.painter();
    let fill = if selected || carried { t.accent_bg } else { t.card };
    let edge = if selected || carried {
        t.accent_line
    } else if response.hovered() {
        t.line_strong
    } else {
        t.line
    };
    painter.rect(rect, CornerRadius::same(theme::R2), fill, Stroke::new(theme::EDGE, edge), StrokeKind::Inside);
    if response.has_focus() {
        paint::ring(painter, rect, theme::R2, 1.0, t.accent);
    }
    marks::kind(painter, pos2(rect.left() + 16.0, rect.center().y), 15.0, idea.kind, t);
    icons::GRIP.paint(painter, pos2(rect.right() - 13.0, rect.center().y), 13.0, t.text_3);
    let title = if idea.title.is_empty() { steps::untitled() } else { &idea.title };
    let galley = paint::line_within(painter, fonts::BODY, &alone(title), t.text, rect.width() - 32.0 - 24.0);
    let elided = galley.elided;
    painter.galley(pos2(rect.left() + 32.0, rect.center().y - galley.size().y / 2.0), galley, t.text);

    let select = || Action::Select(Selection::moment(idea.id, None));
    if response.double_clicked() {
        out.push(select());
        out.run(Command::OpenMoment);
    } else if response.clicked() {
        out.push(select());
    } else if (response.secondary_clicked() || opens_chosen_by_keys(&response, selected)) && !selected {
        // The rows of the menu are about what is selected, so that has to be this.
        out.push(select());
    }
    context_menu(&response).width(240.0).accessible_name(&spoken).show(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        for (icon, command) in [(icons::BOARD, Command::Unpark), (icons::DELETE, Command::Delete)] {
            bars::command_row(cx, ui, icon, command, out);
        }
    });
    if elided {
        response.on_hover_text(title);
    }
}

/// Whether something like that is in the hand.
pub(super) fn is_carried(ui: &Ui, like: impl FnOnce(&Carried) -> bool) -> bool {
    DragAndDrop::payload::<Carried>(ui.ctx()).is_some_and(|carried| like(&carried))
}

/// Shows that cards can be let go of here, and parks them in one step when they are.
pub(super) fn park_dropped(cx: &Cx<'_>, ui: &Ui, place: Rect, out: &mut Actions) {
    let Some(carried) = DragAndDrop::payload::<Carried>(ui.ctx()) else { return };
    let Carried::Cards(ids) = &*carried else { return };
    let inside = ui.ctx().pointer_interact_pos().is_some_and(|at| place.contains(at) && ui.clip_rect().contains(at));
    if !inside {
        return;
    }
    let t = cx.tokens;
    let slot = place.shrink(space::XS);
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Middle, Id::unique("park here")));
    painter.rect_filled(slot, CornerRadius::same(theme::R2), t.accent_bg);
    paint::dashed_rect(&painter, slot, theme::R2, Stroke::new(SLOT, t.accent), DASH_SLOT);
    if slot.width() > 120.0 {
        let galley = paint::line(&painter, fonts::BODY_M, say::drop_to_park(), t.accent);
        painter.galley(slot.center() - galley.size() / 2.0, galley, t.accent);
    }
    if ui.input(|input| input.pointer.any_released()) {
        DragAndDrop::clear_payload(ui.ctx());
        out.push(park(cx, ids));
    }
}

/// The step that parks these cards. What is published keeps its place.
fn park(cx: &Cx<'_>, ids: &[MomentId]) -> Action {
    let all = cx.index.in_lanes(cx.campaign, ids).map(|(_, moment)| &**moment);
    let moments: Vec<&Moment> = all.filter(|moment| !moment.is_published()).collect();
    let title = match moments[..] {
        [only] => only.title.clone(),
        _ => words::moments(moments.len()),
    };
    let edit = |moment: &&Moment| Edit::MoveMoment { id: moment.id, to: Place::Tray, when: moment.when };
    Action::Edit(Step::new(steps::step_park(title), moments.iter().map(edit).collect()))
}

/// Draws what was taken from this panel under the pointer, as long as it is still over the panel; the board shows what
/// would come of it there.
pub(super) fn carried(cx: &Cx<'_>, ui: &Ui) {
    let Some(carried) = DragAndDrop::payload::<Carried>(ui.ctx()) else { return };
    let (kind, title): (Kind, &str) = match &*carried {
        Carried::Kind(kind) => (*kind, names::kind(kind.key())),
        Carried::Idea(id) => match cx.campaign.ideas.iter().find(|idea| idea.id == *id) {
            Some(idea) => (idea.kind, &idea.title),
            None => return,
        },
        Carried::Cards(_) => return,
    };
    let panel = ui.max_rect();
    let Some(at) = ui.ctx().pointer_interact_pos().filter(|at| panel.contains(*at)) else { return };
    let t = cx.tokens;
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Tooltip, Id::unique("carried from the side")));
    let galley = paint::line_within(&painter, fonts::BODY_M, title, t.text, 180.0);
    let rect = Rect::from_min_size(at + vec2(10.0, 8.0), vec2(galley.size().x + 44.0, 30.0));
    paint::shadowed_card(&painter, rect, ui.theme(), Lift::Raised, t.card, t.accent);
    marks::kind(&painter, pos2(rect.left() + 17.0, rect.center().y), 16.0, kind, t);
    painter.galley(pos2(rect.left() + 32.0, rect.center().y - galley.size().y / 2.0), galley, t.text);
}
