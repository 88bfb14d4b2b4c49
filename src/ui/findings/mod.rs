//! The panel under the board: every finding as a row, with what can be done about it. In a narrow window, or folded, it is
//! one line.
//!
//! What is listed is worked out in [`list`], what was not checked in [`unchecked`], what a row says in [`data`], why it is there in [`why`], what a fix would
//! change in [`effect`]; fixes are worked out when they come into view, one a frame, in [`fixes`]. Only the rows in sight
//! are drawn. [`bar`] is what floats over the board while a fix is shown and not done.

pub mod bar;
pub mod data;
pub mod effect;
pub mod fixes;
pub mod list;
pub mod unchecked;
pub mod why;

mod aside;
mod header;
mod line;
mod news;
mod row;

use egui::{Panel, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, WidgetText, pos2, vec2};

use super::fonts;
use super::kit::{marks, paint};
use super::theme::{self, Tone};
use super::view::{Actions, Cx, FindingKey, View};
use crate::check::Finding;
use crate::words::accept;
use bar::Choice;
use data::Filter;
use fixes::FixCache;
use list::{Grouping, Item, List};
use news::News;
use unchecked::Unchecked;

/// Whether what is done to several rows of the table stands right above the panel: nothing lies over that, no tip either.
fn is_below_bar(cx: &Cx<'_>) -> bool {
    cx.view == View::Table && cx.selection.moments.len() > 1
}

/// Says under the pointer what a part of the panel is about.
fn explained(cx: &Cx<'_>, response: Response, text: impl Into<WidgetText>) -> Response {
    if is_below_bar(cx) { response } else { response.on_hover_text(text) }
}

/// Height of the header, in points.
pub const HEADER: f32 = 31.0;
/// Height of a row, in points.
pub const ROW: f32 = 28.0;
/// Height of the panel while it is one line, in points.
pub const LINE: f32 = 34.0;
/// Heights that the panel can have, from its header alone, in points.
pub const HEIGHTS: std::ops::RangeInclusive<f32> = HEADER..=420.0;
/// Below this width rows leave the code of the rule out, in points.
const NARROW: f32 = 640.0;

/// What the panel remembers.
#[derive(Debug, Default)]
pub struct FindingsState {
    /// Which findings are listed.
    pub filter: Filter,
    /// How they are put together.
    pub grouping: Grouping,
    /// In a narrow window: the list instead of the line.
    pub unfolded: bool,
    /// Words that a finding has to have to be listed.
    pub words: String,
    /// What changed among them last.
    pub news: News,
    list: List,
    unchecked: Unchecked,
    fixes: FixCache,
    /// The current finding when the panel was last drawn: another one is scrolled to.
    shown: Option<FindingKey>,
    /// The button of the preview's bar that has the keyboard.
    focused: Option<Choice>,
}

impl FindingsState {
    /// Whether a finding has the words that are looked for.
    #[must_use]
    pub fn has_words(&self, finding: &Finding) -> bool {
        list::has_words(finding, &self.words.trim().to_lowercase())
    }

    /// Whether somebody writes the words that findings are looked for by.
    #[must_use]
    pub fn is_seeking(&self, ctx: &egui::Context) -> bool {
        ctx.memory(|memory| memory.has_focus(header::words_field()))
    }

    /// The button of the preview's bar that has the keyboard, if one has.
    #[must_use]
    pub fn focused_choice(&self) -> Option<Choice> {
        self.focused
    }
}

/// Where the findings stand in a window of that size: one line, or the list as high as somebody made it. `open` is
/// whether the list is wanted at all.
pub fn panel(state: &FindingsState, open: bool, size: f32, window: egui::Vec2) -> (Panel, bool) {
    let narrow = window.x < theme::NARROW;
    if !open || (narrow && !state.unfolded) {
        return (Panel::bottom("findings line").exact_size(LINE), true);
    }
    let share = if narrow { 0.6 } else { 0.5 };
    let first = if narrow || size <= 0.0 { first_height(narrow) } else { size };
    (Panel::bottom(panel_id(narrow)).default_size(first).size_range(heights(window.y, share)).resizable(true), false)
}

/// The id of the panel while it is a list. A narrow window keeps its height apart: what suits one does not suit the other.
#[must_use]
pub const fn panel_id(narrow: bool) -> &'static str {
    if narrow { "findings sheet" } else { "findings" }
}

/// The heights that the list can have where it may take that share of the window.
#[must_use]
pub fn heights(window: f32, share: f32) -> std::ops::RangeInclusive<f32> {
    *HEIGHTS.start()..=HEIGHTS.end().min(window * share)
}

/// The height that the list has at first: three rows, and a few more where it was unfolded on purpose.
#[must_use]
pub fn first_height(unfolded: bool) -> f32 {
    HEADER + if unfolded { 6.0 } else { 3.0 } * ROW
}

/// Draws the panel: header and rows, in the space that `ui` has. `current` is the finding that was shown last.
pub fn findings_ui(cx: &Cx<'_>, state: &mut FindingsState, current: Option<&FindingKey>, ui: &mut Ui, out: &mut Actions) {
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    news::told(&state.news, ui);
    let moved = state.shown.as_ref() != current;
    state.shown = current.cloned();
    if moved && let Some(finding) = current.and_then(|key| data::find(cx.derived, key)) {
        // What is shown has to be listed: a filter that leaves it out, or a folded group, gives way.
        if !state.filter.takes(finding) {
            state.filter = if finding.state.is_open() { Filter::Open } else { Filter::Accepted };
        }
        if !state.has_words(finding) {
            state.words.clear();
            state.list.search("");
        }
        state.list.follow(cx.derived, cx.preview, state.filter, state.grouping);
        state.list.uncover(finding);
    }
    header::header(cx, state, ui, out);
    state.list.search(&state.words);
    if state.filter == Filter::NotChecked {
        aside::rows(cx, state, ui, out);
        return;
    }
    // The rows are taken out while they are drawn: there may be as many as a plan has findings.
    let items = state.list.take(cx.derived, cx.preview, state.filter, state.grouping);
    if items.is_empty() {
        nothing(cx, state.filter, !state.words.trim().is_empty(), ui);
    } else {
        rows(cx, state, &items, moved, ui, out);
    }
    state.list.put_back(items);
}

fn rows(cx: &Cx<'_>, state: &mut FindingsState, items: &[Item], moved: bool, ui: &mut Ui, out: &mut Actions) {
    let mut area = ScrollArea::vertical().id_salt("findings").auto_shrink([false, false]).min_scrolled_height(0.0);
    let place = state.shown.as_ref().filter(|_| moved).and_then(|key| list::position(items, cx.derived, key));
    if let Some(at) = place {
        // One row above stays in sight, so that it is clear where in the list one is.
        area = area.vertical_scroll_offset((at as f32 - 1.0).max(0.0) * ROW);
    }
    area.show_rows(ui, ROW, items.len(), |ui, range| {
        let mut budget = 1;
        for item in items.get(range).unwrap_or_default() {
            match item {
                Item::Group(group, counts, folded) => row::group(cx, state, ui, *group, *counts, *folded),
                Item::New(finding) => row::new(cx, ui, finding),
                Item::Missing(head) => row::missing(cx, state, ui, head),
                Item::Finding(at) | Item::Part(at) => {
                    if let Some(finding) = cx.derived.findings.get(*at) {
                        row::finding(cx, state, ui, out, (finding, matches!(item, Item::Part(_))), &mut budget);
                    }
                }
            }
        }
    });
}

/// Draws the panel while it is one line. `open` is whether the list is wanted, so that only the window is too narrow for it.
pub fn findings_line_ui(
    cx: &Cx<'_>,
    state: &mut FindingsState,
    current: Option<&FindingKey>,
    open: bool,
    ui: &mut Ui,
    out: &mut Actions,
) {
    news::told(&state.news, ui);
    line::line(cx, state, current, open, ui, out);
}

/// Says that there is nothing of that sort.
fn nothing(cx: &Cx<'_>, filter: Filter, searched: bool, ui: &mut Ui) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let text = if searched { accept::filtered_none() } else { filter.none() };
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    let mut x = rect.left() + 14.0;
    if filter == Filter::Open && !searched {
        marks::tone(ui.painter(), pos2(x + 6.0, rect.center().y), 15.0, Tone::Ok, cx.tokens);
        x += 24.0;
    }
    paint::text_at(ui.painter(), x, rect.center().y, fonts::BODY, text, cx.tokens.text_2);
}
