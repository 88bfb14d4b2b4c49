//! The board: a lane for each creator, a card for each moment, and the curve that shows whether the ask comes too early.
//!
//! [`data`] says what a viewport sees (pure, tested as text) with [`layout`] and [`heights`]; the other files
//! draw it: `axis` with `phases` and `blackouts`, `gutter` (or `head`), `curve`, `card` and `face`, `pile`, `markers` and `stack`, `zone`, `drag`,
//! `menu`, `elsewhere`; `whole` says how much is seen at once; `motion` and `bend` say what is on its way. A frame costs what is on screen: lanes and cards are found by binary
//! search, the inside of a card is laid out once and then only moved. The board never changes the campaign: it pushes
//! actions.

pub mod data;
pub mod heights;
pub mod layout;

pub mod pick;

mod axis;
mod band;
mod bend;
mod blackouts;
mod card;
mod card_menu;
mod curve;
mod drag;
mod drop;
mod elsewhere;
mod face;
mod focus;
mod frame;
mod ghost;
mod gutter;
mod hand;
mod head;
mod hidden;
mod input;
mod kept;
mod lane;
mod lane_drag;
mod lane_menu;
mod markers;
mod menu;
mod motion;
mod note_text;
mod notes;
mod phases;
mod pile;
mod pins;
mod preview;
mod rename;
mod sight;
mod spans;
mod stack;
mod state;
mod travel;
mod whole;
mod zone;

use egui::{CornerRadius, Role, Sense, Ui, WidgetInfo};

use self::data::{Names, Viewport};
use self::frame::{Frame, painter_in};
use super::view::{Actions, Cx};
use crate::ui::bars;
use crate::ui::command::Command;
use crate::ui::fonts;
use crate::ui::kit::paint;
use crate::words::{board as say, lanes};

pub(super) use self::axis::tick_label;
pub(super) use self::blackouts::short_forms as blackout_short_forms;
pub(super) use self::card_menu::draw as card_menu_ui;
pub(super) use self::drag::{is_carried, is_given_up, stand_in};
pub(super) use self::drop::day_as;
pub use self::face::{title_of, title_shown};
pub(super) use self::frame::{axis_day, band_name, tone, when_text};
pub use self::kept::Stand;
pub(super) use self::lane::spoken_of;
pub(super) use self::markers::ask_look;
pub(super) use self::menu::{FURTHER, WIDTH as MENU_WIDTH};
pub(super) use self::phases::blackout_said;
pub use self::spans::{Span, changed_day, changed_span, new_blackout, next_phase};
pub use self::state::BoardState;

/// Draws the board into what is left of `ui`.
pub fn board_ui(cx: &Cx<'_>, state: &mut BoardState, ui: &mut Ui, out: &mut Actions) {
    let whole = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(whole);
    let names = Names::in_window(ui.ctx().content_rect().width());
    state.blackouts = blackouts::height(cx.campaign, state.layout.axis());
    let content = axis::content(whole, names, state.blackouts);
    state.begin(cx, ui, content.size(), names);
    state.focus.begin(cx.selection);
    state.notes.begin();
    state.cards.clear();
    state.ground = Some(content);
    preview::follow(cx, state, ui);
    state.chosen.follow(cx.selection);
    let background = ui.interact(content, ui.scope_id().with("background"), Sense::CLICK | Sense::DRAG);
    background.widget_info(|| WidgetInfo::labeled(Role::Group, true, say::board()));
    input::navigate(state, ui, whole, content);

    let scale = state.scale();
    let mut frame = Frame {
        cx,
        t: cx.tokens,
        theme: ui.theme(),
        scale,
        metrics: state.metrics(),
        heights: state.heights(),
        names: state.layout.names(),
        moves: state.motion.moves(),
        now: ui.input(|input| input.time),
        scroll: state.scroll(),
        whole,
        content,
        previews: Vec::new(),
    };
    let view = Viewport {
        x: frame.scroll[0],
        y: frame.scroll[1],
        width: f64::from(content.width()),
        height: f64::from(content.height()),
    };
    let rows = data::rows(cx.campaign, &mut state.layout, scale, &frame.heights, view);
    for row in &rows {
        state.reaches(row.packed.right());
    }
    state.curve = rows.iter().find_map(|row| frame.curve_rect(row));
    state.row = rows.iter().find_map(|row| frame.cards_rect(row));
    let hand = input::drag(&frame, state, ui, out);
    let band = band::band(&frame, state, ui, &background, out);
    frame.previews = state.drag.as_ref().map(|drag| drag.curves().clone()).unwrap_or_default();
    state.motion.hold(state.drag.as_ref().zip(hand).map(|(drag, at)| (drag.moment.id, at - drag.grab)));
    frame.moves = state.motion.follow(&frame, &rows, ui);
    let scene = preview::Scene::of(&frame, state, &rows, ui);
    let is_covered = |row: &data::Row| scene.as_ref().is_some_and(|scene| scene.covers(row));

    let painter = painter_in(ui, content);
    painter.rect_filled(content, CornerRadius::ZERO, frame.t.canvas);
    let ticks = axis::grid(&frame, &painter, state);
    for row in rows.iter().filter(|row| !is_covered(row)) {
        curve::lane(&frame, &painter, row);
        head::ready(&frame, &painter, row);
    }
    // Cards that only have an order stand on no day, so today is not between two of them.
    if state.layout.has_days() || rows.iter().all(|row| row.lane.moments.is_empty()) {
        axis::today_line(&frame, &painter);
    }
    let creators: Vec<Option<usize>> = rows.iter().map(|row| state.layout.creator_at(row.at)).collect();
    // Cards of the content only answer where the content is: below the axis and the names.
    let clip = ui.clip_rect();
    ui.set_clip_rect(content.intersect(clip));
    for (row, creator) in rows.iter().zip(&creators).filter(|(row, _)| !is_covered(row)) {
        lane::cards(&frame, &painter, row, *creator, state, ui, out);
        notes::draw(&frame, &painter, row, *creator, state, ui, out);
    }
    ui.set_clip_rect(clip);
    gutter::names(&frame, &rows, &creators, state, ui, out);
    // Over another panel that panel says what letting go would do.
    let is_here = hand.is_some_and(|at| whole.contains(at));
    let held = state.drag.as_ref().zip(hand.filter(|_| is_here)).map(|(drag, at)| drag.pill(&frame, at));
    axis::header(&frame, state, ui, &ticks, held.as_ref(), out);
    spans::follow(&frame, state, ui, out);
    notes::follow(&frame, &rows, state, ui, out);
    hidden::notice(&frame, ui, out);
    elsewhere::show(&frame, &rows, state, ui);
    notes::bubble(&frame, state, ui);
    if let Some(scene) = &scene {
        ghost::scene(&frame, scene, &rows, &creators, state, ui);
    }
    if cx.campaign.lanes.is_empty() {
        empty(&frame, &painter, [say::empty_plan(), &say::empty_plan_hint(bars::keys(ui, Command::Palette))]);
    } else if frame.heights.total() == 0.0 {
        empty(&frame, &painter, [lanes::all_hidden(), lanes::all_hidden_hint()]);
    }
    if let (Some(drag), Some(at)) = (&state.drag, hand) {
        if is_here {
            drag.draw(&frame, &painter, &mut state.insides, ui, at);
        } else {
            drag.draw_outside(&frame, &mut state.insides, ui, at);
        }
    }
    if let Some(band) = band {
        band::draw(&frame, &painter, band);
    }
    lane_drag::show(&frame, state, ui, out);
    rename::show(&frame, &rows, state, ui, out);
    spans::naming(&frame, state, ui, out);
    note_text::show(&frame, &rows, state, ui, out);
    match &scene {
        Some(scene) => {
            frame.previews = scene.curves();
            input::background(&frame, &scene.as_seen(&rows), state, &background, out);
        }
        None => input::background(&frame, &rows, state, &background, out),
    }
}

/// A plan without lanes says what comes first, and one of which every lane is hidden that they are there.
fn empty(frame: &Frame<'_>, painter: &egui::Painter, [title, hint]: [&str; 2]) {
    let center = frame.content.center();
    let title = paint::line(painter, fonts::DISPLAY, title, frame.t.text);
    let room = (frame.content.width() - 40.0).clamp(80.0, 460.0);
    let hint = paint::lines_within(painter, fonts::BODY, hint, frame.t.text_2, room, 3);
    let top = center.y - 30.0;
    painter.galley(egui::pos2(center.x - title.size().x / 2.0, top), title, frame.t.text);
    painter.galley(egui::pos2(center.x - hint.size().x / 2.0, top + 34.0), hint, frame.t.text_2);
}
