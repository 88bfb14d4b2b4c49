//! What is said of a moment, beside its picture: kind, title, first line, what people get. A long title is set smaller, and what
//! is longer than its place scrolls, with a bar that is always seen. When and where it is stand below, or in a block of their own
//! (`rows`).

use std::sync::Arc;

use egui::scroll_area::ScrollBarVisibility;
use egui::{Color32, Frame, Galley, Rect, Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::Page;
use super::head::pill;
use super::layout::{Layout, Size};
use super::rows::Rows;
use super::state::PresentState;
use crate::model::AudienceValue;
use crate::ui::board::title_shown;
use crate::ui::fonts::{self, Face};
use crate::ui::icons;
use crate::ui::kit::{marks, paint};
use crate::words::{names, present as say};

/// Most lines that a text may take: what is longer was not written to be read from afar.
const MOST: usize = 80;
/// Height of the line with the kind.
const KIND: f32 = 26.0;
/// From the words to notes below them.
const BEFORE_NOTES: f32 = 14.0;
/// From a text to the bar beside it.
const BAR: f32 = 10.0;
/// How much is seen of the bar while nobody touches it.
const DORMANT: f32 = 0.5;

/// Something that people get, and where in the block of them.
type Chip = (AudienceValue, Vec2, Vec2, Arc<Galley>);

/// The words of a moment, laid out for a width.
pub(super) struct Said {
    title: Arc<Galley>,
    hook: Option<Arc<Galley>>,
    chips: Vec<Chip>,
    size: Size,
}

impl Said {
    /// Lays them out.
    pub(super) fn of(page: &Page<'_>, ui: &Ui, width: f32, size: Size) -> Self {
        let t = page.cx.tokens;
        let width = (width - BAR).max(40.0);
        let hook = page.moment.hook.as_deref().map(str::trim).filter(|hook| !hook.is_empty());
        let face = if size == Size::Large { fonts::PRESENT_QUOTE } else { fonts::TYPED };
        let hook = hook.map(|hook| paint::lines_within(ui.painter(), face, &quoted(hook), t.text_2, width, MOST));
        let (mut x, mut y) = (0.0, 0.0);
        let high = Self::chip(size);
        let chips = page.moment.audience_value.iter().map(|value| {
            let galley = paint::line(ui.painter(), fonts::UI_M, names::choice(value.key()), t.text_2);
            let size = vec2(galley.size().x + 46.0, high);
            if x > 0.0 && x + size.x > width {
                (x, y) = (0.0, y + high + 8.0);
            }
            let at = vec2(x, y);
            x += size.x + 8.0;
            (*value, at, size, galley)
        });
        let chips = chips.collect();
        Self { title: title(ui, &title_shown(page.moment), width, size, t.text), hook, chips, size }
    }

    /// Height of something that people get.
    fn chip(size: Size) -> f32 {
        if size == Size::Low { 26.0 } else { 30.0 }
    }

    /// Above the title and the first line, and above what people get.
    fn gaps(&self) -> (f32, f32) {
        match self.size {
            Size::Large => (16.0, 20.0),
            Size::Small => (8.0, 10.0),
            Size::Low => (5.0, 8.0),
        }
    }

    fn chips_height(&self) -> f32 {
        self.chips.last().map_or(0.0, |(_, at, size, _)| at.y + size.y)
    }

    /// How high all of them are together.
    pub(super) fn height(&self) -> f32 {
        let (gap, above) = self.gaps();
        let hook = self.hook.as_ref().map_or(0.0, |hook| gap + hook.size().y);
        let chips = if self.chips.is_empty() { 0.0 } else { above + self.chips_height() };
        KIND + gap + self.title.size().y + hook + chips
    }

    fn show(self, page: &Page<'_>, ui: &mut Ui) {
        let t = page.cx.tokens;
        let (gap, above) = self.gaps();
        let chips_height = self.chips_height();
        kind(page, ui);
        ui.add_space(gap);
        text(ui, self.title, t.text, Role::Heading);
        if let Some(hook) = self.hook {
            ui.add_space(gap);
            text(ui, hook, t.text_2, Role::Label);
        }
        if !self.chips.is_empty() {
            ui.add_space(above);
            chips(page, ui, self.chips, chips_height);
        }
    }
}

/// Draws it, with the rows below it where they have no place of their own.
pub(super) fn draw(page: &Page<'_>, state: &mut PresentState, mut ui: Ui, layout: &Layout) {
    let t = page.cx.tokens;
    ui.set_opacity(page.come);
    ui.spacing_mut().item_spacing = Vec2::ZERO;
    // A bar that comes only under the pointer would let what is seen look like all.
    let bar = &mut ui.spacing_mut().scroll;
    (bar.floating_width, bar.dormant_handle_opacity) = (bar.bar_width, DORMANT);
    let room = ui.available_height();
    let id = ui.scope_id().with(page.moment.id);
    let by = std::mem::take(&mut state.scroll);
    // What goes on below fades into the ground.
    let ground = Frame::NONE.fill(t.canvas);
    let area = ScrollArea::vertical().id_salt(id).auto_shrink(false);
    let area = area.scroll_bar_visibility(ScrollBarVisibility::VisibleWhenNeeded);
    let shown = ground.show(&mut ui, |ui| {
        area.show(ui, |ui| {
            if by.abs() > 0.0 {
                ui.scroll_with_delta(vec2(0.0, -by));
            }
            let width = ui.available_width();
            let top = ui.cursor().top();
            Said::of(page, ui, width, layout.size).show(page, ui);
            if layout.facts.is_some() {
                return;
            }
            let rows = Rows::of(page, ui, (width - BAR).max(40.0), layout.size);
            // They stand at the foot of the picture where there is room, else below what was said.
            let gone = ui.cursor().top() - top;
            ui.add_space((room - gone - rows.height()).max(20.0));
            rows.show(page, ui);
        })
    });
    let shown = shown.inner;
    state.beyond = shown.content_size.y - shown.inner_rect.height();
}

/// How much room is free below the words for notes, in points: none where when and where it is follows.
pub(super) fn free(page: &Page<'_>, ui: &Ui, layout: &Layout) -> f32 {
    let words = layout.words;
    let said = || Said::of(page, ui, words.width(), layout.size).height();
    if layout.facts.is_some() { (words.height() - said() - BEFORE_NOTES).max(0.0) } else { 0.0 }
}

/// The first line in quotes, unless whoever wrote it has put it in some.
fn quoted(hook: &str) -> String {
    let has = hook.starts_with(['“', '"', '„', '«', '»', '「']);
    if has { hook.to_owned() } else { say::quoted(hook) }
}

/// The title in the largest size in which it takes few lines.
fn title(ui: &Ui, words: &str, width: f32, size: Size, color: Color32) -> Arc<Galley> {
    let (faces, lines): (&[Face], usize) = match size {
        Size::Large => (&[fonts::PRESENT, fonts::PRESENT_LESS, fonts::DISPLAY], 3),
        Size::Small => (&[fonts::PRESENT_LESS, fonts::DISPLAY], 3),
        Size::Low => (&[fonts::PRESENT_LESS, fonts::DISPLAY], 1),
    };
    let set = |face: &Face| paint::lines_within(ui.painter(), *face, words, color, width, MOST);
    let fitting = faces.iter().map(set).find(|galley| galley.rows.len() <= lines);
    fitting.unwrap_or_else(|| set(&fonts::DISPLAY))
}

/// A text where the cursor is.
fn text(ui: &mut Ui, galley: Arc<Galley>, color: Color32, role: Role) {
    let (rect, said) = ui.allocate_exact_size(galley.size(), Sense::hover());
    said.widget_info(|| WidgetInfo::labeled(role, true, galley.text()));
    ui.painter().galley(rect.min, galley, color);
}

fn kind(page: &Page<'_>, ui: &mut Ui) {
    let (t, kind) = (page.cx.tokens, page.moment.kind);
    let (rect, said) = ui.allocate_exact_size(vec2(ui.available_width(), KIND), Sense::hover());
    let name = names::kind(kind.key());
    said.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    marks::kind(ui.painter(), rect.left_center() + vec2(12.0, 0.0), 24.0, kind, t);
    paint::text_at(ui.painter(), rect.left() + 36.0, rect.center().y, fonts::PRESENT_KIND, name, t.kind(kind));
}

/// What people get, as pills on as many lines as they need.
fn chips(page: &Page<'_>, ui: &mut Ui, all: Vec<Chip>, height: f32) {
    let t = page.cx.tokens;
    let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    for (value, offset, size, galley) in all {
        let rect = Rect::from_min_size(area.min + offset, size);
        pill(ui, rect, t.card);
        icons::audience_value(value).paint(ui.painter(), rect.left_center() + vec2(20.0, 0.0), 16.0, t.text_2);
        let said = ui.interact(rect, ui.scope_id().with(("gives", value)), Sense::hover());
        said.widget_info(|| WidgetInfo::labeled(Role::Label, true, galley.text()));
        ui.painter().galley(pos2(rect.left() + 34.0, rect.center().y - galley.size().y / 2.0), galley, t.text_2);
    }
}
