//! The line at the bottom: what the plan holds, what is selected or was just done, and the zoom.

use std::borrow::Cow;
use std::collections::HashSet;

use egui::{Align, Color32, CornerRadius, Layout, Rect, Response, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::{STATUS, with_keys};
use crate::analysis::totals::Amounts;
use crate::model::{Day, MomentId, Money};
use crate::ui::command::Command;
use crate::ui::filter::bar;
use crate::ui::held::Held;
use crate::ui::icons::Icon;
use crate::ui::inspector::when_words;
use crate::ui::kit::{Button, paint};
use crate::ui::theme::{self, Tone, space};
use crate::ui::view::{Action, Actions, Cx};
use crate::ui::{fonts, icons};
use crate::words::{self, filter, mend, side, window as say};

/// Below this width of the bar one text has all of the room, in points.
const TIGHT: f32 = 480.0;
/// Width of the track of the zoom, in points.
const TRACK: f32 = 72.0;

/// What the bars remember: what the selected moments cost, the title of the window, how far the board is zoomed, and the step that
/// undo is offered for with what is said of it.
#[derive(Debug, Default)]
pub struct BarState {
    held: Held,
    /// The moments whose fees were added up last, and what they come to.
    chosen: (Vec<MomentId>, Amounts),
    title: String,
    /// How far the time axis is zoomed, from 0 (fewest points a day) to 1; `None` where there is no axis yet.
    pub zoom: Option<f32>,
    /// The days of the plan that are seen, where the board does not show all of it and has a calendar.
    pub seen: Option<(Day, Day)>,
    offered: Option<Offered>,
    /// There is nothing to look for: the guide is in front.
    pub is_guide: bool,
    /// What is wrong beside the plan, and stays said until it is right again.
    pub trouble: Option<String>,
}

/// A step that can be taken back at once, because it deleted something.
#[derive(Debug)]
struct Offered {
    /// How the last step is called.
    step: String,
    /// What it did, in words.
    said: String,
    /// Whether undo takes back what is said: not once another step came after the one that is spoken of.
    undoes: bool,
}

impl BarState {
    /// Whether the window's title is another one than the last time; remembers it.
    pub fn title_changed(&mut self, title: &str) -> bool {
        let changed = self.title != title;
        if changed {
            title.clone_into(&mut self.title);
        }
        changed
    }

    /// Something was deleted by a step with that name: as long as it is the last one, the status bar says so and offers to
    /// undo it.
    pub fn offer_undo(&mut self, step: String, said: String) {
        self.offered = Some(Offered { step, said, undoes: true });
    }

    /// What was said of the step before is true after this one, too: it stays, and undo is no longer offered with it, because it
    /// would take back this step and not the one that is spoken of.
    pub fn still_said(&mut self, step: String, said: &str) {
        if let Some(offered) = self.offered.as_mut().filter(|offered| offered.said == said) {
            (offered.step, offered.undoes) = (step, false);
        }
    }

    /// What the selected moments cost together; added up again only where others are selected or the plan changed.
    fn selected_cost(&mut self, cx: &Cx<'_>) -> &Amounts {
        let moments = &cx.selection.moments;
        if self.chosen.0 != *moments {
            let all: HashSet<MomentId> = moments.iter().copied().collect();
            let in_lanes = cx.index.in_lanes(cx.campaign, moments).map(|(_, moment)| &**moment);
            let ideas = cx.campaign.ideas.iter().filter(|idea| all.contains(&idea.id)).map(AsRef::as_ref);
            self.chosen = (moments.clone(), Amounts::of(in_lanes.chain(ideas)));
        }
        &self.chosen.1
    }
}

/// Draws the status bar in the space that `ui` has. `zoom` says how far the time axis is zoomed: "58%".
pub fn status_bar_ui(cx: &Cx<'_>, state: &mut BarState, zoom: &str, ui: &mut Ui, out: &mut Actions) {
    let t = cx.tokens;
    if state.held.follow(cx.campaign) {
        state.chosen.0.clear();
    }
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), STATUS), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(theme::EDGE, t.line));
    let inner = rect.shrink2(vec2(12.0, 0.0));

    // Not every view has an axis that could be zoomed, and those without one have tools of their own.
    let tools =
        if zoom.is_empty() { inner.right() } else { tools_ui(cx, state, zoom, rect.width() >= theme::NARROW, inner, ui, out) };
    let mut end = tools - space::L;
    // Another step, or undo itself, came after: what is offered would take back something else.
    state.offered.take_if(|offered| cx.file.undo.as_ref() != Some(&offered.step));
    let offered = state.offered.as_ref().filter(|_| cx.preview.is_none());
    let (offered, undoes) = (offered.map(|offered| offered.said.clone()), offered.is_some_and(|offered| offered.undoes));
    let is_narrow = rect.width() < theme::NARROW;
    if let Some(trouble) = &state.trouble {
        let color = t.tone(Tone::Warning).text;
        end = status_text(ui, trouble, pos2(end, rect.center().y), (rect.width() * 0.4).min(420.0), color, "trouble", true);
        end -= space::XL;
    }
    // A narrow board shows a part of the plan, and no column tells which.
    let seen = state.seen.filter(|_| is_narrow).zip(cx.derived.totals.dates);
    let seen = seen.map(|((from, to), _)| say::in_view(from.span(to)));
    let note = if cx.preview.is_some() { Some(mend::previewing().to_owned()) } else { offered.clone() };
    // What was just done has more to say than what is selected.
    let width = match &note {
        // Where there is so little room, what is said now comes before what the plan holds.
        _ if rect.width() < TIGHT => (end - inner.left() - space::XL).max(40.0),
        Some(_) => (rect.width() * 0.4).min(420.0),
        None => (rect.width() * 0.3).min(280.0),
    };
    let shows_seen = note.is_none() && seen.is_some();
    if let Some(note) = note.or(seen).or_else(|| selected(cx, state)) {
        if !zoom.is_empty() {
            ui.painter().vline(end, rect.shrink(5.0).y_range(), Stroke::new(theme::EDGE, t.line));
        }
        end -= space::L;
        if undoes {
            end = undo_button(ui, Rect::from_min_max(inner.min, pos2(end, inner.bottom())), out) - space::S;
        }
        let at = pos2(end, rect.center().y);
        end = status_text(ui, &note, at, width, t.text_2, "status selected", offered.is_some()) - space::XL;
    }
    let mut x = inner.left();
    for (at, part) in parts(cx, !shows_seen).iter().enumerate() {
        let galley = paint::line(ui.painter(), fonts::META, part, t.text_2);
        let from = if at == 0 { x } else { x + 24.0 };
        let to = from + galley.size().x;
        // What has no room is left out as a whole: half a number would be a wrong one.
        if to > end {
            break;
        }
        if at > 0 {
            ui.painter().circle_filled(pos2(x + 12.0, rect.center().y), 1.5, t.text_3);
        }
        let place = Rect::from_min_max(pos2(from, rect.top()), pos2(to, rect.bottom()));
        let response = ui.interact(place, ui.scope_id().with(("status", at)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, part));
        ui.painter().galley(pos2(from, rect.center().y - galley.size().y / 2.0), galley, t.text_2);
        x = to;
    }
}

/// The way to the search and the filter, how far the time axis is zoomed, and what changes that, at the right end of `room`: drawn
/// from left to right, as Tab leads through it. Returns where it begins.
fn tools_ui(cx: &Cx<'_>, state: &BarState, zoom: &str, has_track: bool, room: Rect, ui: &mut Ui, out: &mut Actions) -> f32 {
    // While something is hidden, how much is shown.
    let filter = cx.sieve.moments().map_or_else(|| filter::filter().to_owned(), filter::filter_shows);
    let filter = (!state.is_guide).then_some(filter);
    let share = state.zoom.filter(|_| has_track);
    let gap = space::XS + space::S;
    let width = filter.as_ref().map_or(0.0, |word| small_width(ui, None, word) + gap)
        + share.map_or(0.0, |_| TRACK + space::XS)
        + 2.0 * STATUS
        + space::XS
        + gap
        + small_width(ui, None, zoom);
    let place = room.with_min_x(room.right() - width);
    let layout = Layout::left_to_right(Align::Center);
    let mut ui = ui.new_child(UiBuilder::new().id_salt("status right").max_rect(place).layout(layout));
    ui.spacing_mut().item_spacing.x = space::XS;
    let button = |ui: &mut Ui, icon: Option<Icon>, word: &str, command: Command, out: &mut Actions| {
        if small_button(ui, icon, word, command).clicked() {
            out.run(command);
        }
    };
    if let Some(word) = filter {
        button(&mut ui, None, &word, Command::Search, out);
        ui.add_space(space::S);
    }
    button(&mut ui, Some(icons::MINUS), "", Command::ZoomOut, out);
    if let Some(share) = share {
        zoom_track(&mut ui, share, zoom, out);
    }
    button(&mut ui, Some(icons::PLUS), "", Command::ZoomIn, out);
    ui.add_space(space::S);
    button(&mut ui, None, zoom, Command::ZoomFit, out);
    place.left()
}

/// Text that ends at a place; returns where it begins. News are read aloud when they appear.
fn status_text(ui: &Ui, text: &str, right_middle: egui::Pos2, width: f32, color: Color32, salt: &str, is_news: bool) -> f32 {
    let galley = paint::line_within(ui.painter(), fonts::META, text, color, width);
    let left = right_middle.x - galley.size().x;
    let rect = Rect::from_min_size(pos2(left, right_middle.y - STATUS / 2.0), vec2(galley.size().x, STATUS));
    let response = ui.interact(rect, ui.scope_id().with(salt), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, text));
    if is_news {
        // Read aloud when it changes, without taking the focus from anywhere.
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
    }
    let elided = galley.elided;
    ui.painter().galley(pos2(left, right_middle.y - galley.size().y / 2.0), galley, color);
    if elided {
        response.on_hover_text(text);
    }
    left
}

/// The facts of the plan, most important first; its days only where nothing else tells them.
fn parts(cx: &Cx<'_>, with_days: bool) -> Vec<String> {
    let totals = &cx.derived.totals;
    // What is hidden is never passed over: how much of the plan is shown stands where else the plan is counted.
    let mut parts = vec![match cx.sieve.moments() {
        Some(shown) => filter::shown_spoken(shown, totals.moments),
        None => words::moments(totals.moments),
    }];
    match cx.sieve.ideas() {
        _ if totals.ideas == 0 => {}
        Some(shown) if shown < totals.ideas => parts.push(filter::shown_ideas(shown, totals.ideas)),
        _ => parts.push(words::ideas(totals.ideas)),
    }
    parts.extend(bar::notes(cx));
    parts.push(words::creators(totals.creators));
    let weeks = words::weeks(totals.weeks);
    match totals.dates {
        _ if !with_days => {}
        Some((from, to)) => parts.push(say::span(from.before(to), to.long(), weeks)),
        None if totals.weeks > 0 => parts.push(weeks),
        None => {}
    }
    let amounts: Vec<String> = totals.cost.iter().map(Money::readable).collect();
    match (amounts.is_empty(), cx.campaign.budget) {
        (true, _) => {}
        (false, Some(budget)) => parts.push(say::money_of_budget(words::list(&amounts), budget.readable())),
        (false, None) => parts.push(say::money_planned(words::list(&amounts))),
    }
    parts
}

fn selected(cx: &Cx<'_>, state: &mut BarState) -> Option<String> {
    match cx.selection.moments[..] {
        [] => None,
        [id] => {
            let lane = cx.index.place(id)?.and_then(|lane| cx.campaign.lane(lane));
            let all = lane.map_or(&cx.campaign.ideas, |lane| &lane.moments);
            let moment = all.iter().find(|moment| moment.id == id)?;
            let name = lane.map_or(Cow::Borrowed(say::in_the_tray()), |lane| cx.campaign.short_lane_name(lane));
            Some(say::one_selected(name, when_words(cx.campaign, cx.years(), moment.when)))
        }
        [..] => {
            let amounts: Vec<String> = state.selected_cost(cx).iter().map(Money::readable).collect();
            let count = cx.selection.moments.len();
            Some(if amounts.is_empty() {
                say::many_selected(count)
            } else {
                say::many_selected_cost(count, words::list(&amounts))
            })
        }
    }
}

/// The button that takes back what was just deleted, at the right end of `room`; returns where it begins.
fn undo_button(ui: &mut Ui, room: Rect, out: &mut Actions) -> f32 {
    let layout = Layout::right_to_left(Align::Center);
    let mut place = ui.new_child(UiBuilder::new().id_salt("status undo").max_rect(room).layout(layout));
    let tip = with_keys(&place, Command::Undo);
    if Button::quiet(Command::Undo.name()).small().tooltip(&tip).show(&mut place).clicked() {
        out.run(Command::Undo);
    }
    place.min_rect().left()
}

/// The track of the zoom with its handle: a press or drag sets it, arrow keys step it.
fn zoom_track(ui: &mut Ui, share: f32, spoken: &str, out: &mut Actions) {
    let t = theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(TRACK, STATUS), Sense::click_and_drag());
    let line = rect.shrink2(vec2(6.0, 0.0));
    response.widget_info(|| {
        let mut info = WidgetInfo::slider(true, f64::from(share), side::zoom_level());
        info.current_text_value = Some(spoken.to_owned());
        info
    });
    let painter = ui.painter();
    painter.hline(line.x_range(), rect.center().y, Stroke::new(theme::STEM, t.line));
    let handle = pos2(line.left() + share.clamp(0.0, 1.0) * line.width(), rect.center().y);
    let edge = if response.hovered() || response.dragged() { t.text } else { t.text_2 };
    painter.circle(handle, 4.5, t.card, Stroke::new(theme::STEM, edge));
    if response.has_focus() {
        paint::ring(painter, rect.shrink2(vec2(0.0, 4.0)), theme::R1, 0.0, t.accent);
    }
    if let Some(at) = response.interact_pointer_pos().filter(|_| response.dragged() || response.clicked()) {
        out.push(Action::ZoomTo(((at.x - line.left()) / line.width()).clamp(0.0, 1.0)));
    }
}

/// How wide such a button is.
fn small_width(ui: &Ui, icon: Option<Icon>, word: &str) -> f32 {
    let word = || paint::line(ui.painter(), fonts::META_M, word, theme::of(ui).text_2).size().x + 12.0;
    if icon.is_some() { STATUS } else { word() }
}

/// A button of the status bar: an icon or a word, as high as the bar.
fn small_button(ui: &mut Ui, icon: Option<Icon>, word: &str, command: Command) -> Response {
    let t = theme::of(ui);
    let galley = paint::line(ui.painter(), fonts::META_M, word, t.text_2);
    let width = small_width(ui, icon, word);
    let (rect, response) = ui.allocate_exact_size(vec2(width, STATUS), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, command.name()));
    if word != command.name() {
        // In a narrow window no track says how far the board is zoomed.
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_value(word));
    }
    let shape = rect.shrink2(vec2(0.0, 2.0));
    let fill = match (response.is_pointer_button_down_on(), response.hovered()) {
        (true, _) => t.active,
        (false, true) => t.hover,
        (false, false) => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(shape, CornerRadius::same(theme::R1), fill);
    if let Some(icon) = icon {
        icon.paint(ui.painter(), rect.center(), 12.0, t.text_2);
    } else {
        ui.painter().galley(rect.center() - galley.size() / 2.0, galley, t.text_2);
    }
    if response.has_focus() {
        paint::ring(ui.painter(), shape, theme::R1, -1.0, t.accent);
    }
    let tooltip = with_keys(ui, command);
    response.on_hover_text(tooltip)
}
