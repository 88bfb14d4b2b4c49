//! The panel of the guide: where somebody is, what comes next, and the way out.

use egui::{Color32, CornerRadius, Id, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::data::{self, Course, Row, STEPS, Stage, State};
use super::{Focus, GuideState};
use crate::edit::{CreatorChange, Edit, MergeKey, Place, Step};
use crate::model::When;
use crate::ui::command::Command;
use crate::ui::kit::{Button, TextField, into_sight, marks, paint};
use crate::ui::theme::{self, EDGE, R3};
use crate::ui::typed;
use crate::ui::view::{Action, Actions, Cx};
use crate::ui::{bars, fonts};
use crate::words::{names, start as say, steps};

/// Width of the sign before a step, with what is between it and the words, in points.
const SIGN: f32 = 34.0;

/// Draws the panel in the space that `ui` has.
pub fn guide_panel_ui(cx: &Cx<'_>, state: &mut GuideState, ui: &mut Ui, out: &mut Actions) {
    let Some(mut course) = state.course(cx.campaign, cx.derived, cx.today) else { return };
    state.follow(&course, ui);
    state.follow_chosen(cx.selection, ui);
    // Whoever is writing the name is at the first step until they are done, whatever is written already.
    if state.draft.is_some() {
        course.stage = Stage::Name;
    }
    let undo = bars::keys(ui, Command::Undo);
    let rows = data::rows(cx.campaign, cx.derived, &course, &undo);
    ScrollArea::vertical().id_salt("guide").auto_shrink(false).show(ui, |ui| {
        let whole = ui.available_rect_before_wrap().shrink2(vec2(14.0, 0.0));
        ui.add_space(20.0);
        let mut inner = ui.new_child(egui::UiBuilder::new().id_salt("guide inner").max_rect(whole.with_min_y(ui.cursor().top())));
        inner.spacing_mut().item_spacing.y = 6.0;
        head(cx, &course, &mut inner);
        for (at, row) in rows.iter().enumerate() {
            step(cx, state, &course, at, row, &mut inner, out);
        }
        inner.add_space(10.0);
        way_out(cx, &course, &mut inner, out);
        let used = inner.min_rect();
        ui.allocate_rect(used, Sense::hover());
        ui.add_space(16.0);
    });
}

fn head(cx: &Cx<'_>, course: &Course, ui: &mut Ui) {
    let t = cx.tokens;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 52.0), Sense::hover());
    let done = (course.stage as usize).min(STEPS);
    let progress =
        if course.stage == Stage::Learned { say::all_done().to_owned() } else { say::step_of((done + 1).min(STEPS), STEPS) };
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, format!("{}, {progress}", say::first_arc())));
    let painter = ui.painter();
    let left = rect.left() + 14.0;
    let right = rect.right() - 14.0;
    paint::text_at(painter, left, rect.top() + 12.0, fonts::DIALOG, say::first_arc(), t.text);
    let small = paint::line(painter, fonts::BODY, &progress, t.text_3);
    painter.galley(pos2(right - small.size().x, rect.top() + 12.0 - small.size().y / 2.0), small, t.text_3);
    let track = Rect::from_min_max(pos2(left, rect.top() + 34.0), pos2(right, rect.top() + 38.0));
    painter.rect_filled(track, CornerRadius::same(2), t.active);
    let share = done as f32 / STEPS as f32;
    painter.rect_filled(track.with_max_x(track.left() + track.width() * share), CornerRadius::same(2), t.s_ok_fill);
}

fn step(cx: &Cx<'_>, state: &mut GuideState, course: &Course, at: usize, row: &Row, ui: &mut Ui, out: &mut Actions) {
    let t = cx.tokens;
    let width = ui.available_width();
    let (title_color, note_color) = if row.state == State::Later { (t.text_2, t.text_3) } else { (t.text, t.text_2) };
    let room = width - SIGN - 28.0;
    let note = paint::lines_within(ui.painter(), fonts::BODY, &row.note, note_color, room, 6);
    let is_naming = at == 0 && row.state == State::Now;
    let has_button = row.state == State::Now && course.stage == Stage::Break && !course.broken && !course.returns;
    let extra = if is_naming || has_button { 36.0 } else { 0.0 };
    let height = 12.0 + 20.0 + note.size().y + extra + 10.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let spoken = match row.state {
        State::Done => say::step_done(at + 1, row.title, &row.note),
        State::Now => say::step_now(at + 1, row.title, &row.note),
        State::Later => say::step_later(at + 1, row.title, &row.note),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    if row.state == State::Now && std::mem::take(&mut state.reveal) {
        ui.scroll_to_rect(rect, None);
    }
    let painter = ui.painter();
    if row.state == State::Now {
        painter.rect(rect, CornerRadius::same(R3), t.card, Stroke::new(EDGE, t.accent), StrokeKind::Inside);
    }
    let center = pos2(rect.left() + 14.0 + 11.0, rect.top() + 12.0 + 10.0);
    sign(painter, center, at, row.state, t);
    let left = rect.left() + 14.0 + SIGN;
    painter.galley(pos2(left, rect.top() + 12.0), paint::line(painter, fonts::UI_B, row.title, title_color), title_color);
    let note_bottom = rect.top() + 33.0 + note.size().y;
    painter.galley(pos2(left, rect.top() + 33.0), note, note_color);
    let under = Rect::from_min_max(pos2(left, note_bottom + 6.0), pos2(rect.right() - 14.0, rect.bottom() - 4.0));
    let mut inner = ui.new_child(egui::UiBuilder::new().id_salt(("guide step", at)).max_rect(under));
    if is_naming {
        name_field(cx, state, course, &mut inner, out);
    } else if has_button && Button::secondary(say::move_to_front()).disabled(cx.locked()).show(&mut inner).clicked() {
        to_front(course, out);
    }
}

/// The number of a step, or that it is done.
fn sign(painter: &egui::Painter, center: egui::Pos2, at: usize, state: State, t: &theme::Tokens) {
    let number = |color: Color32| {
        let galley = paint::line(painter, fonts::BODY_B, &(at + 1).to_string(), color);
        painter.galley(center - galley.size() / 2.0, galley, color);
    };
    match state {
        State::Done => {
            painter.circle_filled(center, 11.0, t.s_ok_fill);
            marks::check(painter, center, 9.0, Stroke::new(1.75, t.on_fill));
        }
        State::Now => {
            painter.circle_filled(center, 11.0, t.accent);
            number(t.on_accent);
        }
        State::Later => {
            painter.circle_stroke(center, 10.5, Stroke::new(EDGE, t.line_strong));
            number(t.text_2);
        }
    }
}

/// The name of the creator, written straight into the plan; while it is empty the plan keeps the placeholder.
fn name_field(cx: &Cx<'_>, state: &mut GuideState, course: &Course, ui: &mut Ui, out: &mut Actions) {
    let id = Id::unique(("guide", "name", course.creator));
    let shown = cx.campaign.creators.iter().find(|creator| creator.id == course.creator).map_or("", |creator| &creator.name);
    let shown = if shown == data::placeholder() { "" } else { shown };
    // A draft lives as long as the plan says what it says: after an undo the field shows the plan again.
    let mut text = state.draft.take().filter(|draft| draft.trim() == shown).unwrap_or_else(|| shown.to_owned());
    let field = TextField::new(id, say::name_field()).hint(say::name_hint()).fixed(cx.locked().is_some());
    let response = field.show_marked(ui, &mut text);
    if state.takes(Focus::Name) {
        response.request_focus();
    }
    let merge = MergeKey::Creator(course.creator, "name");
    typed::follow(&response, merge, out);
    if response.changed() {
        let name = if text.trim().is_empty() { data::placeholder() } else { text.trim() };
        let label = steps::step_creator(crate::words::inside(names::field("name")), name);
        let edit = Edit::SetCreator { id: course.creator, change: CreatorChange::Name(name.to_owned()) };
        out.push(Action::Edit(Step::typing(label, edit, merge)));
    }
    typed::end(&response, merge, out);
    if response.has_focus() {
        state.draft = Some(text);
    }
}

/// Does by a button what dragging does: the ask before everything else.
fn to_front(course: &Course, out: &mut Actions) {
    if let Some((id, day)) = course.ask().zip(course.front()) {
        let edit = Edit::MoveMoment { id, to: Place::Lane(course.lane), when: When::On(day) };
        out.push(Action::Edit(Step::new(say::moved_to_front(), vec![edit])));
    }
}

fn way_out(cx: &Cx<'_>, course: &Course, ui: &mut Ui, out: &mut Actions) {
    let t = cx.tokens;
    if cx.selection.moments.len() == 1 && course.stage != Stage::Name && cx.locked().is_none() {
        let room = ui.available_rect_before_wrap().shrink2(vec2(14.0, 0.0));
        let words = paint::lines_within(ui.painter(), fonts::BODY, say::type_a_title(), t.text_3, room.width(), 3);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), words.size().y + 4.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, say::type_a_title()));
        ui.painter().galley(rect.min + vec2(14.0, 0.0), words, t.text_3);
    }
    ui.horizontal(|ui| {
        ui.add_space(14.0);
        if course.stage == Stage::Learned {
            if Button::primary(say::close_guide()).show(ui).clicked() {
                out.run(Command::Guide);
            }
            return;
        }
        let skip = ui.link(fonts::BODY_M.rich(say::skip_guide()).color(t.accent));
        if skip.has_focus() {
            paint::ring(ui.painter(), skip.rect, theme::R1, 1.0, t.accent);
        }
        into_sight(&skip);
        if skip.clicked() {
            out.run(Command::Guide);
        }
        ui.label(fonts::BODY.rich(say::stays_in_help()).color(t.text_3));
    });
}
