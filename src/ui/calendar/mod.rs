//! The calendar: months or weeks, with the moments of all creators on their days.
//!
//! [`page`] says which days are seen and [`data`] what stands on them (pure, tested as text), `book` finds it by day and
//! `layout` says what has room; the other files draw it: `header`, `outside`, `grid` with `card`, `strips` and `undated`, `more` and `add`
//! as what opens over it, `wheel` for the wheel, `drag` for what is in the hand, `ghosts` for a fix that is shown before it is done, and `glance` beside it while nothing is selected. A frame costs what
//! is on screen, and what is on screen is worked out again only when the plan, the page or what is shown of it changed. The
//! calendar never changes the campaign: it pushes actions.

pub mod crowd;
pub mod data;
pub mod page;

mod add;
mod book;
mod card;
mod drag;
mod focus;
mod frame;
mod ghosts;
mod glance;
mod glance_data;
mod grid;
mod header;
mod layout;
mod more;
mod notes;
mod outside;
mod pages;
mod state;
mod steps;
mod strips;
mod undated;
mod wheel;

use egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use self::frame::Frame;
use self::layout::{Grid, WEEKDAYS};
use super::findings::bar;
use super::view::{Actions, Cx};
use crate::words::calendar_view as say;

pub use self::ghosts::shows_fix;
pub use self::glance::glance_ui;
pub use self::state::CalendarState;

/// Draws the calendar in the space that `ui` has.
pub fn calendar_ui(cx: &Cx<'_>, state: &mut CalendarState, ui: &mut Ui, out: &mut Actions) {
    let whole = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(whole);
    // What is answered to a fix that is shown lies below the days.
    let bar = if cx.preview.is_some() { bar::height(whole.width()) + 2.0 * bar::MARGIN } else { 0.0 };
    let content = state.content(whole);
    let content = content.with_max_y((content.bottom() - bar).max(content.top()));
    let name = ui.interact(content, ui.scope_id().with("calendar"), Sense::hover());
    name.widget_info(|| WidgetInfo::labeled(Role::Group, true, say::days()));

    let sheet = state.begin(cx, ui);
    state.crowds.follow(&sheet, cx.derived);
    let top = Rect::from_min_max(content.min, pos2(content.right(), content.top() + header::height(content.width())));
    let outside = outside::of(state.book.plan, sheet.page);
    let strip = outside.map_or(0.0, |plan| outside::height(plan, ui, content.width()));
    let strip = Rect::from_min_size(top.left_bottom(), vec2(content.width(), strip));
    let bottom = if sheet.undated.is_empty() { 0.0 } else { undated::HEIGHT };
    let days =
        Rect::from_min_max(pos2(content.left(), strip.bottom() + WEEKDAYS), pos2(content.right(), content.bottom() - bottom));
    state.scroll_within(Grid::height(days, sheet.page.weeks()) - days.height());
    grid::scroll(state, ui, days, &sheet);
    let frame = Frame {
        cx,
        t: cx.tokens,
        theme: ui.theme(),
        grid: Grid::new(days, sheet.page.weeks(), state.scroll),
        sheet: &sheet,
        whole: content,
    };
    let hand = drag::go_on(&frame, state, ui, out);
    header::show(&frame, top, state, ui, out);
    if let Some(plan) = outside {
        outside::show(&frame, plan, strip, state, ui);
    }
    grid::show(&frame, state, ui, out);
    if bottom > 0.0 {
        let place = Rect::from_min_max(pos2(content.left(), days.bottom()), content.max);
        undated::show(&frame, place, state, ui, out);
    }
    if let Some(at) = hand {
        drag::show(&frame, state, ui, at);
    }
    notes::follow(&frame, state, ui, out);
    more::show(&frame, state, ui, out);
    notes::list(&frame, state, ui, out);
    add::show(&frame, state, ui, out);
}
