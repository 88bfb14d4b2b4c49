//! The panel on the right: what is selected, what is found about it, and its fields.
//!
//! A moment, several moments, a lane, or else the whole campaign. Every field is bound to the document by an id of its
//! own (`form`); the findings come first (`boxes`).

mod ask;
mod boxes;
mod brands;
mod campaign;
mod form;
mod ideas;
mod lane;
mod moment;
mod parse;

use std::sync::Arc;

use egui::{Frame, Margin, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::check::Finding;
use crate::edit::{Edit, MomentChange, Place, Step};
use crate::model::{Campaign, Lane, LaneId, Moment, MomentId, Status, When};
use crate::words::{self, names, steps, window as say};

use super::command::Command;
use super::findings::data;
use super::findings::fixes::FixCache;
use super::kit::{self, Button, marks, paint};
use super::theme::{self, space};
use super::view::{Action, Actions, Cx};
use super::{bars, fonts, icons};
use form::{BETWEEN, Drafts, Form};

/// Width that the panel has at first, in points.
pub const WIDTH: f32 = 316.0;
/// Widths that it can have.
pub const WIDTHS: std::ops::RangeInclusive<f32> = 280.0..=420.0;

/// Height of the header, in points.
const HEADER: f32 = 40.0;

/// What the panel remembers: what is being written, the fixes that were worked out, the field that is to get the focus.
#[derive(Debug, Default)]
pub struct InspectorState {
    drafts: Drafts,
    fixes: FixCache,
    focus: Option<&'static str>,
    /// The moment whose shared value is being written out.
    other_value: Option<MomentId>,
}

impl InspectorState {
    /// Puts the keyboard focus on a field when the panel is next drawn. `field` is its name in the file.
    pub fn focus(&mut self, field: &'static str) {
        self.focus = Some(field);
    }
}

/// Whether a field, by its name in the file, stands on the page of a lane rather than on that of a moment.
#[must_use]
pub fn is_lane_field(field: &str) -> bool {
    lane::FIELDS.contains(&field)
}

/// Draws the panel in the space that `ui` has.
pub fn inspector_ui(cx: &Cx<'_>, state: &mut InspectorState, ui: &mut Ui, out: &mut Actions) {
    let several: Vec<MomentId> = cx.selection.moments.iter().copied().filter(|id| cx.index.place(*id).is_some()).collect();
    match several[..] {
        [] => match cx.selection.lane.and_then(|id| cx.campaign.lane(id)) {
            Some(lane) => lane_page(cx, state, ui, out, lane),
            None => campaign_page(cx, state, ui, out),
        },
        [id] => {
            if let Some((lane, moment)) = find(cx, id) {
                moment_page(cx, state, ui, out, lane, moment);
            }
        }
        [..] => several_page(cx, ui, out, &several),
    }
    state.drafts.forget_hidden(ui.ctx().cumulative_frame_nr());
    state.focus = None;
}

/// A moment and its lane, through the index.
fn find<'a>(cx: &Cx<'a>, id: MomentId) -> Option<(Option<&'a Arc<Lane>>, &'a Arc<Moment>)> {
    let place = cx.index.place(id)?;
    let lane = place.and_then(|lane| cx.campaign.lane(lane));
    let all = lane.map_or(&cx.campaign.ideas, |lane| &lane.moments);
    all.iter().find(|moment| moment.id == id).map(|moment| (lane, moment))
}

/// The title of a group of fields.
fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(6.0);
    kit::section(ui, text, "", None);
    ui.add_space(1.0);
}

/// When a moment comes, in a word or two.
#[must_use]
pub fn when_words(campaign: &Campaign, when: When) -> String {
    match (campaign.day_of(when), when) {
        (Some(day), _) => day.short(),
        (None, When::Relative(days)) => say::day_number(days),
        (None, When::Order(place)) => say::place_number(place),
        (None, _) => say::no_date().to_owned(),
    }
}

/// What a lane is called in a word: the creator's first name, else the lane's name.
fn short_name<'a>(campaign: &'a Campaign, lane: Option<&'a Lane>) -> &'a str {
    let Some(lane) = lane else { return say::in_the_tray() };
    campaign.creator_of(lane).map_or_else(|| campaign.lane_name(lane), |creator| creator.first_name())
}

/// The header: a mark, a title, and at the right end the button that hides the panel.
fn header(cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions, title: &str, mark: impl FnOnce(&Ui, egui::Pos2), lock: bool) {
    let t = cx.tokens;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEADER), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(theme::EDGE, t.line_subtle));
    mark(ui, pos2(rect.left() + 22.0, rect.center().y));
    let close = egui::Rect::from_center_size(pos2(rect.right() - 22.0, rect.center().y), vec2(theme::HIT, theme::HIT));
    let mut right = ui.new_child(egui::UiBuilder::new().id_salt("hide").max_rect(close));
    if bars::command_button(cx, &mut right, icons::SIDEBAR, Command::ToggleInspector).clicked() {
        out.run(Command::ToggleInspector);
    }
    let mut end = close.left() - space::M;
    if lock {
        let at = egui::Rect::from_center_size(pos2(end - 8.0, rect.center().y), vec2(20.0, 24.0));
        let response = ui.interact(at, ui.scope_id().with("lock"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, say::published_lock()));
        icons::LOCK.paint(ui.painter(), at.center(), 15.0, t.text_3);
        response.on_hover_text(say::published_lock());
        end = at.left() - space::S;
    }
    let start = rect.left() + 38.0;
    let galley = paint::line_within(ui.painter(), fonts::UI_B, title, t.text, end - start);
    ui.painter().galley(pos2(start, rect.center().y - galley.size().y / 2.0), galley, t.text);
}

/// The scrolling part under the header.
fn body(ui: &mut Ui, salt: impl std::hash::Hash + std::fmt::Debug, content: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().id_salt(salt).auto_shrink([false, false]).show(ui, |ui| {
        Frame::NONE.inner_margin(Margin { left: 12, right: 12, top: 10, bottom: 16 }).show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(space::L, BETWEEN);
            content(ui);
        });
    });
}

fn form<'a>(cx: &'a Cx<'a>, state: &'a mut InspectorState, findings: &[&Finding], out: &'a mut Actions) -> Form<'a> {
    let tones = findings
        .iter()
        .filter(|finding| finding.state.is_open())
        .filter_map(|finding| finding.field.map(|field| (field, data::tone(finding))))
        .collect();
    Form { cx, drafts: &mut state.drafts, focus: &mut state.focus, tones, out }
}

fn moment_page(
    cx: &Cx<'_>,
    state: &mut InspectorState,
    ui: &mut Ui,
    out: &mut Actions,
    lane: Option<&Arc<Lane>>,
    moment: &Moment,
) {
    let lane = lane.map(AsRef::as_ref);
    let lane_id: Option<LaneId> = lane.map(|lane| lane.id);
    let kind = names::kind(moment.kind.key());
    let title = say::moment_header(kind, short_name(cx.campaign, lane), when_words(cx.campaign, moment.when));
    header(cx, ui, out, &title, |ui, at| marks::kind(ui.painter(), at, 18.0, moment.kind, cx.tokens), moment.is_published());
    body(ui, ("moment", moment.id), |ui| {
        let findings = data::of_moment(cx.derived, lane_id, moment.id);
        boxes::boxes(cx, &mut state.fixes, ui, out, &findings);
        if !findings.is_empty() {
            ui.add_space(4.0);
        }
        let place = lane_id.map_or(Place::Tray, Place::Lane);
        let mut other = state.other_value == Some(moment.id);
        let mut form = form(cx, state, &findings, out);
        form.what(ui, moment, lane);
        form.when(ui, moment, place);
        form.channel(ui, moment);
        form.gives(ui, moment, lane, &mut other);
        form.asks(ui, moment);
        form.disclosure(ui, moment);
        form.production(ui, moment);
        state.other_value = other.then_some(moment.id);
    });
}

fn lane_page(cx: &Cx<'_>, state: &mut InspectorState, ui: &mut Ui, out: &mut Actions, lane: &Arc<Lane>) {
    let title = say::lane_header(short_name(cx.campaign, Some(lane)));
    let name = cx.campaign.lane_name(lane);
    header(
        cx,
        ui,
        out,
        &title,
        |ui, at| {
            let place = cx.campaign.creators.iter().position(|creator| Some(creator.id) == lane.creator);
            marks::avatar(ui.painter(), at, 22.0, place.unwrap_or_default(), name);
        },
        false,
    );
    body(ui, ("lane", lane.id), |ui| {
        let view = cx.derived.lanes.iter().find(|view| view.lane.id == lane.id);
        let all = view.into_iter().flat_map(|view| &view.findings).map(AsRef::as_ref);
        let findings: Vec<&Finding> = all.filter(|finding: &&Finding| finding.moments.is_empty()).collect();
        boxes::boxes(cx, &mut state.fixes, ui, out, &findings);
        form(cx, state, &findings, out).lane(ui, lane);
    });
}

fn campaign_page(cx: &Cx<'_>, state: &mut InspectorState, ui: &mut Ui, out: &mut Actions) {
    let mark = |ui: &Ui, at| icons::BOARD.paint(ui.painter(), at, 16.0, cx.tokens.text_2);
    header(cx, ui, out, say::the_campaign(), mark, false);
    body(ui, "campaign", |ui| {
        let all = cx.derived.findings.iter().map(AsRef::as_ref);
        let findings: Vec<&Finding> =
            all.filter(|finding: &&Finding| finding.lane.is_none() && finding.moments.is_empty()).collect();
        boxes::boxes(cx, &mut state.fixes, ui, out, &findings);
        let mut form = form(cx, state, &findings, out);
        form.campaign(ui);
        form.brands(ui);
        form.ideas(ui);
    });
}

/// Several moments: only what can be done to all of them.
fn several_page(cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions, ids: &[MomentId]) {
    let moments = words::moments(ids.len());
    let title = say::selected_header(&moments);
    header(cx, ui, out, &title, |ui, at| marks::selected_dot(ui.painter(), at, cx.tokens), false);
    body(ui, "several", |ui| {
        heading(ui, say::for_all_of_them());
        let of: Vec<Status> = ids.iter().filter_map(|id| find(cx, *id)).map(|(_, moment)| moment.status).collect();
        let same = of.first().copied().filter(|first| of.iter().all(|status| status == first));
        let shown = same.map_or("", |status| names::status(status.key()));
        let width = ui.available_width();
        let id = ui.scope_id().with("status of all");
        let icon = same.map(ask::status_icon);
        let picked = kit::dropdown(ui, id, names::field("status"), icon, (shown, names::field("status")), width, |ui| {
            let mut picked = None;
            for status in Status::ALL {
                let icon = Some(ask::status_icon(*status));
                if kit::menu_row(ui, icon, names::status(status.key()), "", same == Some(*status)).clicked() {
                    picked = Some(*status);
                }
            }
            picked
        });
        if let Some(status) = picked.flatten() {
            let set = |id: &MomentId| Edit::SetMoment { id: *id, change: MomentChange::Status(status) };
            let label = steps::step_edit(names::field_word("status"), &moments);
            out.push(Action::Edit(Step::new(label, ids.iter().map(set).collect())));
        }
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            for (command, icon) in [(Command::Park, icons::IDEA), (Command::Delete, icons::DELETE)] {
                let tooltip = bars::with_keys(ui, command);
                if Button::secondary(command.name()).icon(icon).tooltip(&tooltip).show(ui).clicked() {
                    out.run(command);
                }
            }
        });
    });
}
