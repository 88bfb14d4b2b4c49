//! The start page: recent plans, arcs to start from, and the two cases.
//!
//! The page draws what the app hands it: it knows neither templates nor files. From [`theme::NARROW`] on it has two
//! columns; below that everything stands in one and scrolls.

mod cases;
mod draft;
mod offers;
mod own;
mod recent;

pub use draft::WaitingDraft;

use std::sync::Arc;

use egui::{Align, CornerRadius, Layout, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::arc::Outline;
use super::bars;
use super::command::Command;
use super::fonts::{self, IconFace};
use super::icons;
use super::kit::{Button, marks, paint};
use super::theme;
use super::view::{Action, Actions, Cx, Setup, ThemeChoice};
use crate::words::{start as say, window};

/// Width of the column on the left, in points.
const LEFT: f32 = 360.0;
/// Widest that the right side gets, in points.
const WIDEST: f32 = 1000.0;

/// An arc to start from.
#[derive(Clone, Debug, Default)]
pub struct Offer {
    /// What it is asked for by.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// What is told in it.
    pub line: String,
    /// How many moments it has.
    pub moments: usize,
    /// How many weeks they span, begun ones included.
    pub weeks: i64,
    /// Its arc; an empty one stands for a plan in which nothing is planned.
    pub outline: Option<Outline>,
}

/// A plan that was open.
#[derive(Clone, Debug, Default)]
pub struct RecentPlan {
    /// Its brand and what it is called.
    pub name: String,
    /// When it was open: "Today 14:02".
    pub when: String,
    /// The folder it is in, in words.
    pub folder: String,
    /// It is not where it was.
    pub missing: bool,
    /// Open errors and warnings, and accepted findings, as of then.
    pub counts: [usize; 3],
}

/// What the page shows; the app makes it.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Arcs to start from, in their order, the blank board last.
    pub offers: Arc<[Offer]>,
    /// Templates of the user's own, by name.
    pub own: Arc<[Offer]>,
    /// What was left out of them and why, a line each.
    pub notices: Arc<[String]>,
    /// The cold post and the arc.
    pub cases: Arc<[Outline]>,
    /// Plans that were open, the last one first.
    pub recent: Vec<RecentPlan>,
    /// Work that no file has and that waits to be restored.
    pub draft: Option<WaitingDraft>,
    /// There is a plan behind the page.
    pub back: bool,
}

/// What the panel remembers.
#[derive(Debug, Default)]
pub struct WelcomeState {
    /// What it shows; nothing before the app made it.
    pub page: Option<Page>,
    /// Every arc is shown, not only the first five.
    all: bool,
    /// The keyboard has been given to the first thing to do.
    began: bool,
}

/// Draws it into what is left of `ui`.
pub fn welcome_ui(cx: &Cx<'_>, state: &mut WelcomeState, ui: &mut Ui, out: &mut Actions) {
    let Some(page) = state.page.take() else { return };
    let whole = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(whole);
    if whole.width() < theme::NARROW {
        let mut inner = ui.new_child(UiBuilder::new().id_salt("start, one column").max_rect(whole));
        ScrollArea::vertical().auto_shrink(false).show(&mut inner, |ui| {
            padded(ui, [24.0, 24.0], |ui| {
                head(cx, &page, state, ui, out);
                recent::list(cx, &page, state, ui, out);
                draft::waiting(cx, &page, ui, out);
                ui.add_space(24.0);
                offers::grid(cx, &page, state, ui, out);
                own::grid(cx, &page, ui, out);
                ui.add_space(32.0);
                cases::pair(cx, &page, ui, out);
                ui.add_space(24.0);
                foot(cx, ui, out);
            });
        });
    } else {
        let (left, right) = whole.split_left_right_at_x(whole.left() + LEFT);
        ui.painter().rect_filled(left, CornerRadius::ZERO, cx.tokens.panel);
        ui.painter().vline(left.right() - 0.5, left.y_range(), Stroke::new(theme::EDGE, cx.tokens.line));
        let inner = left.shrink2(vec2(32.0, 32.0));
        let foot_at =
            Rect::from_min_max(pos2(inner.left() - 8.0, inner.bottom() - theme::HIT + 8.0), inner.max + vec2(24.0, 8.0));
        let above = Rect::from_min_max(inner.min, pos2(inner.right(), foot_at.top() - 12.0 - draft::room(&page)));
        let mut above = ui.new_child(UiBuilder::new().id_salt("start, left").max_rect(above));
        head(cx, &page, state, &mut above, out);
        recent::list(cx, &page, state, &mut above, out);
        draft::waiting(cx, &page, &mut above, out);
        let mut at_foot = ui.new_child(UiBuilder::new().id_salt("start, foot").max_rect(foot_at));
        foot(cx, &mut at_foot, out);
        let mut beside = ui.new_child(UiBuilder::new().id_salt("start, right").max_rect(right));
        ScrollArea::vertical().auto_shrink(false).show(&mut beside, |ui| {
            padded(ui, [40.0, 30.0], |ui| {
                offers::grid(cx, &page, state, ui, out);
                own::grid(cx, &page, ui, out);
                ui.add_space(24.0);
                cases::pair(cx, &page, ui, out);
            });
        });
    }
    state.page = Some(page);
}

/// Room on all sides of what is drawn, which is never wider than [`WIDEST`].
fn padded(ui: &mut Ui, [by, above]: [f32; 2], content: impl FnOnce(&mut Ui)) {
    let width = (ui.available_width() - 2.0 * by).clamp(200.0, WIDEST);
    ui.add_space(above);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(by);
        ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            content(ui);
        });
    });
    ui.add_space(above);
}

/// Mark, name, and the two things one comes for.
fn head(cx: &Cx<'_>, page: &Page, state: &mut WelcomeState, ui: &mut Ui, out: &mut Actions) {
    let t = cx.tokens;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 48.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, window::app_name()));
    let logo = Rect::from_min_size(rect.min + vec2(0.0, 6.0), vec2(36.0, 36.0));
    marks::logo(ui.painter(), logo, t);
    paint::text_at(ui.painter(), logo.right() + 12.0, rect.top() + 16.0, fonts::DISPLAY, window::app_name(), t.text);
    paint::text_at(ui.painter(), logo.right() + 12.0, rect.top() + 37.0, fonts::BODY, say::motto(), t.text_2);
    ui.add_space(22.0);
    let width = ui.available_width().min(LEFT - 64.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let [new, open] = [Command::New, Command::Open].map(|command| bars::with_keys(ui, command));
        let first = Button::primary(say::new_storyboard()).icon(icons::PLUS).tall(width * 0.54).tooltip(&new).show(ui);
        if !state.began && page.recent.is_empty() {
            first.request_focus();
            state.began = true;
        }
        if first.clicked() {
            out.run(Command::New);
        }
        let other = Button::secondary(window::open()).icon(icons::OPEN_FILE).tall(width * 0.46 - 8.0).tooltip(&open).show(ui);
        if other.clicked() {
            out.run(Command::Open);
        }
    });
    ui.add_space(8.0);
    if Button::quiet(Command::Import.name()).icon(icons::CALENDAR).show(ui).clicked() {
        out.run(Command::Import);
    }
    if page.back {
        ui.add_space(8.0);
        if Button::quiet(say::back_to_plan()).icon(icons::ARROW_LEFT).show(ui).clicked() {
            out.run(Command::StartPage);
        }
    }
    ui.add_space(24.0);
}

/// Keys, rules, colours, the guide.
fn foot(cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let button = |ui: &mut Ui, icon, name| Button::quiet(name).icon(icon).show(ui).clicked();
        let with_keys = |ui: &mut Ui, icon, name, command| {
            let tip = bars::with_keys(ui, command);
            Button::quiet(name).icon(icon).tooltip(&tip).show(ui).clicked()
        };
        if with_keys(ui, icons::KEYBOARD, Command::Shortcuts.name(), Command::Shortcuts) {
            out.run(Command::Shortcuts);
        }
        if button(ui, icons::KIND_STORY.with(IconFace::Regular), Command::Rules.name()) {
            out.run(Command::Rules);
        }
        let dark = ui.visuals().dark_mode;
        let (icon, name, theme) = if dark {
            (icons::SUN, say::light(), ThemeChoice::Light)
        } else {
            (icons::QUIET.with(IconFace::Regular), say::dark(), ThemeChoice::Dark)
        };
        if button(ui, icon, name) {
            out.push(Action::SetUp(Setup { theme, ..cx.setup.clone() }));
        }
        if with_keys(ui, icons::IDEA, say::guide(), Command::Guide) {
            out.run(Command::Guide);
        }
    });
}
