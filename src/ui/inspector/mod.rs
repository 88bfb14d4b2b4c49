//! The panel on the right: what is selected, what is found about it, and its fields.
//!
//! A moment, several moments, a lane, a creator, a brand, a product, or else the whole campaign. Every field is bound to
//! the document by an id of its own (`form`, `text`, `pick`, `records`); the findings come first (`boxes`).

mod ask;
mod boxes;
mod campaign;
mod creator;
mod curve;
mod form;
mod header;
mod known;
mod lane;
mod links;
mod moment;
mod owner;
pub(super) mod parse;
mod pick;
mod picture;
mod places;
mod records;
mod several;
mod shared;
mod stock;
mod text;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Frame, Margin, ScrollArea, Ui, vec2};

use crate::check::Finding;
use crate::model::{Campaign, Lane, LaneId, Moment, MomentId, When, Years};
use crate::words::{self, names, window as say};

use super::findings::data;
use super::findings::fixes::FixCache;
use super::icons;
use super::kit::marks;
use super::theme::space;
use super::view::{About, Actions, Cx, Selection};
use boxes::Boxes;
use form::{BETWEEN, Form, FormState};
use header::{Header, SHEET};
use moment::{Card, RARE};
use several::Several;

pub use places::place_of;

// What the table has of the same fields.
pub(super) use ask::statuses;
pub(super) use known::Known;
pub(super) use moment::platforms;
pub(super) use owner::title as title_of;
pub(super) use pick::toggled;
pub(super) use shared::common_values;

/// Height of the line over a page, in points: a sheet that is as high shows nothing else.
pub const HEADER: f32 = header::HEADER;
/// Width that the panel has at first, in points.
pub const WIDTH: f32 = 316.0;
/// Widths that it can have.
pub const WIDTHS: std::ops::RangeInclusive<f32> = 280.0..=420.0;

/// What the panel remembers: what is being written, the fixes that were worked out, what is folded, where it came from.
#[derive(Debug, Default)]
pub struct InspectorState {
    form: FormState,
    boxes: Boxes,
    fixes: FixCache,
    several: Several,
    page: Option<Page>,
}

/// What a page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Page {
    Moment(MomentId),
    Several,
    Lane(LaneId),
    About(About),
}

impl InspectorState {
    /// Puts the keyboard focus on a field when the panel is next drawn. `field` is its name in the file.
    pub fn focus(&mut self, field: &'static str) {
        self.form.focus = Some(field);
        self.form.entry = None;
    }

    /// Whether a field is to get the keyboard: then it has to be seen.
    #[must_use]
    pub fn wants_field(&self) -> bool {
        self.form.focus.is_some()
    }

    /// Another state of the plan took the place of the one on screen as a whole: what was being written belongs to the old one.
    pub fn forget_drafts(&mut self) {
        self.form.drafts = text::Drafts::default();
        self.form.records.clear();
        self.form.writing = None;
    }

    /// Whether something was written here that is not the plan's yet: a date that cannot be read so far, an entry that is not
    /// done.
    #[must_use]
    pub fn is_half_written(&self) -> bool {
        self.form.drafts.any_unread() || self.form.records.values().any(records::RecordDraft::is_changed)
    }

    /// Puts the keyboard focus on one entry of a list, by its place in it.
    pub fn focus_entry(&mut self, field: &'static str, at: usize) {
        self.form.focus = Some(field);
        self.form.entry = Some(at);
    }

    /// Opens one entry of a list for writing that was just added, by its place in it: whoever leaves its form never wanted it.
    pub fn write_new_entry(&mut self, field: &'static str, at: usize) {
        self.focus_entry(field, at);
        self.form.opens_entry = true;
    }
}

/// Draws the panel in the space that `ui` has.
pub fn inspector_ui(cx: &Cx<'_>, state: &mut InspectorState, ui: &mut Ui, out: &mut Actions) {
    let page = page_of(cx, cx.selection);
    if state.page != Some(page) {
        state.page = Some(page);
        state.boxes.clear();
        state.form.writing = None;
        state.form.marked = None;
        state.form.inline = inline(cx, page);
    }
    let trail = &mut state.form.trail;
    let here = trail.iter().rposition(|(_, to)| to == cx.selection).map_or(0, |at| at + 1);
    trail.truncate(here);
    match page {
        Page::Moment(id) => {
            if let Some((lane, moment)) = find(cx, id) {
                moment_page(cx, state, ui, out, Card { moment, lane: lane.map(AsRef::as_ref) });
            }
        }
        Page::Several => several_page(cx, state, ui, out),
        Page::Lane(id) => {
            if let Some(lane) = cx.campaign.lane(id) {
                lane_page(cx, state, ui, out, lane);
            }
        }
        Page::About(about) => about_page(cx, state, ui, out, about),
    }
    state.form.drafts.forget_hidden(ui.ctx().cumulative_frame_nr());
    state.form.focus = None;
    state.form.entry = None;
    state.form.opens_entry = false;
}

/// The page of a selection. What is no longer in the plan has none, and the campaign's is shown instead.
fn page_of(cx: &Cx<'_>, selection: &Selection) -> Page {
    let campaign = cx.campaign;
    let mut there = selection.moments.iter().copied().filter(|id| cx.index.place(*id).is_some());
    match (there.next(), there.next()) {
        (Some(id), None) => return Page::Moment(id),
        (Some(_), Some(_)) => return Page::Several,
        (None, _) => {}
    }
    let about = selection.about.filter(|about| match about {
        About::Campaign => true,
        About::Creator(id) => campaign.creator(*id).is_some(),
        About::Brand(id) => campaign.brand(*id).is_some(),
        About::Product(id) => campaign.product(*id).is_some(),
    });
    let lane = || selection.lane.filter(|id| campaign.lane(*id).is_some()).map(Page::Lane);
    about.map(Page::About).or_else(lane).unwrap_or(Page::About(About::Campaign))
}

/// What a page is called, for the way back to it.
fn page_name(cx: &Cx<'_>, selection: &Selection) -> String {
    let campaign = cx.campaign;
    match page_of(cx, selection) {
        Page::Moment(id) => find(cx, id).map_or_else(String::new, |(_, moment)| moment.title.clone()),
        Page::Several => say::selected_header(words::moments(selection.moments.len())),
        Page::Lane(id) => campaign.lane(id).map_or_else(String::new, |lane| say::lane_header(short_name(campaign, Some(lane)))),
        Page::About(About::Campaign) => say::the_campaign().to_owned(),
        Page::About(About::Creator(id)) => campaign.creator(id).map_or_else(String::new, |creator| creator.name.clone()),
        Page::About(About::Brand(id)) => campaign.brand(id).map_or_else(String::new, |brand| brand.name.clone()),
        Page::About(About::Product(id)) => campaign.product(id).map_or_else(String::new, |product| product.name.clone()),
    }
}

/// The rarely used fields that stand among the others on a page: those that say something, or that a finding is about. They
/// keep their place until another page is shown, so that nothing moves under the hand.
fn inline(cx: &Cx<'_>, page: Page) -> BTreeSet<&'static str> {
    let Page::Moment(id) = page else { return BTreeSet::default() };
    let Some((lane, moment)) = find(cx, id) else { return BTreeSet::default() };
    let card = Card { moment, lane: lane.map(AsRef::as_ref) };
    let findings = data::of_moment(cx.derived, lane.map(|lane| lane.id), id);
    let found = |field: &str| findings.iter().any(|finding| finding.state.is_open() && finding.field == Some(field));
    RARE.iter().copied().filter(|field| card.says(field) || found(field)).collect()
}

/// A moment and its lane.
fn find<'a>(cx: &Cx<'a>, id: MomentId) -> Option<(Option<&'a Arc<Lane>>, &'a Arc<Moment>)> {
    cx.index.moment(cx.campaign, id)
}

/// When a moment comes, in a word or two.
#[must_use]
pub fn when_words(campaign: &Campaign, years: Years, when: When) -> String {
    match (campaign.day_of(when), when) {
        (Some(day), _) => years.day(day),
        (None, When::Relative(days)) => say::day_number(days),
        (None, When::Order(place)) => say::place_number(place),
        (None, _) => say::no_date().to_owned(),
    }
}

/// What a lane is called in a word.
fn short_name<'a>(campaign: &'a Campaign, lane: Option<&'a Lane>) -> Cow<'a, str> {
    lane.map_or(Cow::Borrowed(say::in_the_tray()), |lane| campaign.short_lane_name(lane))
}

/// The scrolling part under the header.
fn body(ui: &mut Ui, salt: impl std::hash::Hash + std::fmt::Debug, content: impl FnOnce(&mut Ui)) {
    if ui.available_height() < header::LEAST_BODY {
        return;
    }
    ScrollArea::vertical().id_salt(salt).auto_shrink([false, false]).show(ui, |ui| {
        Frame::NONE.inner_margin(Margin { left: 12, right: 12, top: 4, bottom: 12 }).show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(space::L, BETWEEN);
            content(ui);
        });
    });
}

/// Draws the header with the way back, where there is one.
fn header(
    cx: &Cx<'_>,
    state: &mut InspectorState,
    ui: &mut Ui,
    out: &mut Actions,
    (title, header): (&str, Header),
    mark: impl FnOnce(&Ui, egui::Pos2),
) {
    let came = state.form.trail.last().map(|(from, _)| from.clone());
    // Whoever came here otherwise gets to the campaign, which leads to every page.
    let parent = || match state.page {
        Some(Page::About(About::Creator(_) | About::Brand(_) | About::Product(_))) => Some(Selection::about(About::Campaign)),
        _ => None,
    };
    let back = came.or_else(parent).map(|to| (to.clone(), page_name(cx, &to)));
    if (Header { back, ..header }).show(cx, ui, out, title, mark) {
        state.form.trail.pop();
    }
}

fn form<'a>(cx: &'a Cx<'a>, state: &'a mut FormState, findings: &[&Finding], out: &'a mut Actions) -> Form<'a> {
    let tones = findings
        .iter()
        .filter(|finding| finding.state.is_open())
        .filter_map(|finding| finding.field.map(|field| (field, data::tone(finding))))
        .collect();
    Form { cx, state, tones, out }
}

fn moment_page(cx: &Cx<'_>, state: &mut InspectorState, ui: &mut Ui, out: &mut Actions, card: Card<'_>) {
    let moment = card.moment;
    let kind = names::kind(moment.kind.key());
    let (whose, when) = (short_name(cx.campaign, card.lane), when_words(cx.campaign, cx.years(), moment.when));
    let (title, short) = if card.lane.is_none() && moment.when == When::Undated {
        (say::idea_header(kind), None)
    } else {
        (say::moment_header(kind, &whose, &when), Some(say::moment_header_short(whose, &when)))
    };
    let look = Header { lock: moment.is_published(), moment: true, short, back: None };
    let mark = |ui: &Ui, at| marks::kind(ui.painter(), at, 18.0, moment.kind, cx.tokens);
    header(cx, state, ui, out, (&title, look), mark);
    body(ui, ("moment", moment.id), |ui| {
        let findings = data::of_moment(cx.derived, card.lane.map(|lane| lane.id), moment.id);
        state.boxes.show(cx, &mut state.fixes, ui, out, &findings);
        let wide = ui.available_width() > SHEET;
        let mut form = form(cx, &mut state.form, &findings, out);
        if wide {
            form.moment_wide(ui, card);
        } else {
            form.moment(ui, card);
        }
    });
}

fn several_page(cx: &Cx<'_>, state: &mut InspectorState, ui: &mut Ui, out: &mut Actions) {
    let count = state.several.of(cx.campaign, cx.index, &cx.selection.moments).ids.len();
    let title = say::selected_header(words::moments(count));
    let look = Header { moment: true, ..Header::default() };
    header(cx, state, ui, out, (&title, look), |ui, at| marks::selected_dot(ui.painter(), at, cx.tokens));
    body(ui, "several", |ui| {
        let facts = state.several.of(cx.campaign, cx.index, &cx.selection.moments);
        form(cx, &mut state.form, &[], out).several(ui, facts);
    });
}

fn lane_page(cx: &Cx<'_>, state: &mut InspectorState, ui: &mut Ui, out: &mut Actions, lane: &Arc<Lane>) {
    let title = say::lane_header(short_name(cx.campaign, Some(lane)));
    let name = cx.campaign.lane_name(lane);
    header(cx, state, ui, out, (&title, Header::default()), |ui, at| {
        let place = cx.campaign.creators.iter().position(|creator| Some(creator.id) == lane.creator);
        marks::avatar(ui.painter(), at, 22.0, place.unwrap_or_default(), name);
    });
    body(ui, ("lane", lane.id), |ui| {
        let view = cx.derived.lanes.iter().find(|view| view.lane.id == lane.id);
        let all = view.into_iter().flat_map(|view| &view.findings).map(AsRef::as_ref);
        let findings: Vec<&Finding> = all.filter(|finding: &&Finding| finding.moments.is_empty()).collect();
        state.boxes.show(cx, &mut state.fixes, ui, out, &findings);
        form(cx, &mut state.form, &findings, out).lane(ui, lane);
    });
}

fn about_page(cx: &Cx<'_>, state: &mut InspectorState, ui: &mut Ui, out: &mut Actions, about: About) {
    let campaign = cx.campaign;
    let t = cx.tokens;
    let title = page_name(cx, &Selection::about(about));
    header(cx, state, ui, out, (&title, Header::default()), |ui, at| match about {
        About::Campaign => icons::BOARD.paint(ui.painter(), at, 16.0, t.text_2),
        About::Creator(id) => {
            let place = campaign.creators.iter().position(|creator| creator.id == id);
            marks::avatar(ui.painter(), at, 22.0, place.unwrap_or_default(), &title);
        }
        About::Brand(_) => icons::BRAND.paint(ui.painter(), at, 16.0, t.text_2),
        About::Product(_) => icons::KIND_PRODUCT.paint(ui.painter(), at, 16.0, t.text_2),
    });
    body(ui, ("about", about), |ui| match about {
        About::Campaign => {
            let all = cx.derived.findings.iter().map(AsRef::as_ref);
            let findings: Vec<&Finding> =
                all.filter(|finding: &&Finding| finding.lane.is_none() && finding.moments.is_empty()).collect();
            state.boxes.show(cx, &mut state.fixes, ui, out, &findings);
            form(cx, &mut state.form, &findings, out).campaign(ui);
        }
        About::Creator(id) => {
            if let Some(creator) = campaign.creator(id) {
                form(cx, &mut state.form, &[], out).creator_page(ui, creator);
            }
        }
        About::Brand(id) => {
            if let Some(brand) = campaign.brand(id) {
                form(cx, &mut state.form, &[], out).brand_page(ui, brand);
            }
        }
        About::Product(id) => {
            if let Some(product) = campaign.product(id) {
                form(cx, &mut state.form, &[], out).product_page(ui, product);
            }
        }
    });
}
