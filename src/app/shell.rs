//! Which panels the window has, where they stand and how large they are.
//!
//! ```text
//!   1280 and more      1024 to 1279        900 to 1023        below 900
//!  ┌────────────┐     ┌────────────┐     ┌────────────┐     ┌────────────┐
//!  ├──┬──────┬──┤     ├──┬───┬────┐│     ├┬─────┬────┐│     ├┬───────────┤
//!  │s │board │i │     │s │board i ││     ││board│ i  ││     ││  board    │
//!  │  ├──────┤  │     │  │   └────┘│     ││     └────┘│     │├───────────┤
//!  │  │find. │  │     │  │findings │     ││ findings  │     ││  i        │
//!  ├──┴──────┴──┤     ├──┴─────────┤     ├┴───────────┤     │├───────────┤
//!  └────────────┘     └────────────┘     └────────────┘     └┴─findings──┘
//! ```
//!
//! `s` is the sidebar or, folded, its rail; `i` is the inspector: beside the board, over it while something is selected, or
//! a sheet below it. All widths are logical points, so that a larger scale of everything makes the window narrower.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use egui::{
    Align2, Area, CentralPanel, CornerRadius, CursorIcon, DragAndDrop, Frame, Id, Key, Modifiers, Order, Panel, Rect, Role,
    Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::edge::Edge;
use super::{App, Panels, Screen, start};
use crate::ui::bars::{self, status_bar_ui, top_bar_ui};
use crate::ui::carry::Carried;
use crate::ui::filter;
use crate::ui::findings::{self, bar as preview_bar, findings_ui};
use crate::ui::inspector;
use crate::ui::notice::notice_ui;
use crate::ui::side::{self, rail_ui, side_ui};
use crate::ui::theme::{self, Lift};
use crate::ui::tour::Places;
use crate::ui::view::{Actions, Cx, View};
use crate::ui::welcome::welcome_ui;
use crate::words::{side as say, window};

/// In a window at least this wide everything stands beside everything, in points.
const ALL_BESIDE: f32 = 1280.0;

/// In a window at least this wide the panels beside the board have at first the width that they are drawn for, in points. In others
/// each gives way, down to the least that it can have, so that the cards of the board keep their room as long as can be.
const ROOMY: f32 = 1424.0;

/// Height of the board's head and of one lane, in points: that much of the board stays above a sheet.
const ONE_LANE: f32 = 190.0;

/// In a window lower than this the sheet leaves the calendar its days: it shows one line until more of it is asked for, in points.
const LOW: f32 = 620.0;

/// Height of the grip of a sheet, in points.
const GRIP: f32 = 10.0;

/// Within this time a second click makes a double one, in seconds.
const SECOND_CLICK: f64 = 0.35;

/// How the panels share a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// Sidebar, board and inspector stand beside each other.
    Wide,
    /// The inspector lies over the board while something is selected.
    Floating,
    /// So it does here, and the sidebar is a rail.
    Rail,
    /// The inspector is a sheet below the board, and the findings are one line.
    Narrow,
}

impl Shape {
    fn of(width: f32) -> Self {
        if width < theme::NARROW {
            Self::Narrow
        } else if width < theme::WIDE {
            Self::Rail
        } else if width < ALL_BESIDE {
            Self::Floating
        } else {
            Self::Wide
        }
    }

    /// Whether the sidebar has room beside the board.
    fn has_side(self) -> bool {
        matches!(self, Self::Wide | Self::Floating)
    }
}

/// Sizes of panels in points, as somebody made them; zero where nobody did.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Sizes {
    /// Width of the panel on the left.
    side: f32,
    /// Width of the inspector.
    inspector: f32,
    /// Height of the inspector as a sheet.
    sheet: f32,
    /// Height of the findings.
    findings: f32,
}

/// A size, or what it is at first where nobody made it any.
fn or_first(size: f32, first: f32) -> f32 {
    if size > 0.0 { size } else { first }
}

/// How wide a panel beside the board is as long as nobody makes it wider or narrower.
fn first_beside(shape: Shape, usual: f32, least: f32, window: f32) -> f32 {
    if shape == Shape::Wide { (usual - (ROOMY - window).max(0.0)).max(least) } else { usual }
}

/// Remembers a width once it is another one than it was at first: it is somebody's choice then.
fn remember(size: &mut f32, first: f32, now: f32) {
    if *size > 0.0 || (now - first).abs() > 0.5 {
        *size = now;
    }
}

impl Sizes {
    const NAMES: [&'static str; 4] = ["side", "inspector", "sheet", "findings"];

    /// The sizes that preferences have.
    pub(super) fn of_prefs(sizes: &BTreeMap<String, f32>) -> Self {
        // A size that is no size (a broken file can hold anything) counts as none, one that no panel can have as the nearest.
        let [side, inspector, sheet, findings] =
            Self::NAMES.map(|name| sizes.get(name).copied().filter(|size| size.is_finite() && *size > 0.0).unwrap_or_default());
        let within = |size: f32, sizes: std::ops::RangeInclusive<f32>| {
            if size > 0.0 { size.clamp(*sizes.start(), *sizes.end()) } else { 0.0 }
        };
        Self {
            side: within(side, side::WIDTHS),
            inspector: within(inspector, inspector::WIDTHS),
            sheet,
            findings: within(findings, findings::HEIGHTS),
        }
    }

    /// Writes them into preferences.
    pub(super) fn remember_in(self, sizes: &mut BTreeMap<String, f32>) {
        let Self { side, inspector, sheet, findings } = self;
        for (name, size) in Self::NAMES.into_iter().zip([side, inspector, sheet, findings]) {
            // Whole points: a size that only differs behind the point is the same size.
            if size > 0.0 {
                sizes.insert(name.to_owned(), size.round());
            }
        }
    }
}

impl App {
    pub(super) fn draw_panels(&self, cx: &Cx<'_>, panels: &mut Panels, ui: &mut Ui, actions: &mut Actions) {
        let tokens = cx.tokens;
        let bar = |fill| Frame::NONE.fill(fill);
        if self.view.screen == Screen::Nothing {
            CentralPanel::default().frame(bar(tokens.canvas)).show(ui, |_| {});
            return;
        }
        let notice = |ui: &mut egui::Ui, actions: &mut Actions| {
            if let Some(height) = bars::notice_height(cx, ui, ui.ctx().content_rect().width()) {
                let place = Panel::top("notice").exact_size(height).frame(bar(tokens.panel));
                place.show(ui, |ui| bars::notice_ui(cx, ui, actions));
            }
        };
        if self.view.screen == Screen::Welcome {
            notice(ui, actions);
            CentralPanel::default().frame(bar(tokens.canvas)).show(ui, |ui| welcome_ui(cx, &mut panels.welcome, ui, actions));
            return;
        }
        if self.draw_presentation(cx, panels, ui, actions) {
            return;
        }
        let shape = Shape::of(ui.ctx().content_rect().width());
        let top = Panel::top("top").exact_size(bars::TOP).frame(bar(tokens.panel));
        let top = top.show(ui, |ui| top_bar_ui(cx, ui, actions)).inner;
        notice(ui, actions);
        // The guide has a lane of its own, in which there is nothing to look for. The table has the bar below menus of its own,
        // which stay where they are when it comes.
        let height = filter::bar::height(cx, &panels.filter, ui, ui.available_width());
        if let Some(height) = height.filter(|_| !panels.guide.is_on(cx.campaign) && panels.front != View::Table) {
            let place = Panel::top("filter").exact_size(height).show_separator_line(false).frame(bar(tokens.panel));
            place.show(ui, |ui| filter::bar::filter_bar_ui(cx, &mut panels.filter, ui, actions));
        }
        // Panels take their places from the outside in, but are drawn in the order in which they are read: that is the
        // order in which Tab goes through them.
        let mut status = Panel::bottom("status")
            .exact_size(bars::STATUS)
            .show_separator_line(false)
            .frame(bar(tokens.panel))
            .show(ui, place)
            .inner;
        let middle = ui.available_rect_before_wrap();
        self.left(cx, (shape, middle.width()), panels, ui, actions);
        let beside = if shape == Shape::Wide { self.place_inspector(cx, middle.width(), panels, ui) } else { None };
        let (mut list, is_line) = self.place_findings(cx, shape, panels, ui);
        let below = if shape == Shape::Narrow { self.place_sheet(cx, panels, ui) } else { None };
        let board = CentralPanel::default()
            .frame(bar(tokens.canvas))
            .show(ui, |ui| start::center_ui(cx, panels, ui, actions))
            .response
            .rect;
        panels.places = Places {
            views: top.views,
            share: Some(top.share),
            side: Some(middle.with_max_x(board.left())),
            row: panels.board.row_in_sight(),
            board: Some(board),
            curve: panels.board.curve_in_sight(),
            findings: Some(list.max_rect()),
            inspector: beside.as_ref().or(below.as_ref()).map(Ui::max_rect),
        };
        let content = start::center_content(cx, panels, board);
        // What is said stands above the bar of a fix that is shown.
        let above = cx.preview.map_or(0.0, |_| preview_bar::height(board.width()) + preview_bar::MARGIN);
        notice_ui(&panels.notice, content.with_max_y(content.bottom() - above), ui);
        if let Some(mut ui) = beside.or(below) {
            region(&ui, window::inspector());
            start::right_ui(cx, panels, &mut ui, actions);
        }
        if matches!(shape, Shape::Floating | Shape::Rail) {
            panels.places.inspector = self.floating_inspector(cx, board, panels, ui, actions);
        }
        self.keep_in_sight(cx, shape, panels, ui);
        region(&list, window::findings());
        let current = self.view.current_finding.as_ref();
        if is_line {
            findings::findings_line_ui(cx, &mut panels.findings, current, self.view.show_findings, &mut list, actions);
        } else {
            findings_ui(cx, &mut panels.findings, current, &mut list, actions);
        }
        panels.bar.zoom = panels.zoom();
        panels.bar.is_guide = panels.guide.is_on(cx.campaign);
        region(&status, say::status());
        panels.bar.seen = panels.seen_days(cx);
        let zoom = panels.zoom_label();
        status_bar_ui(cx, &mut panels.bar, &zoom, &mut status, actions);
        if !shape.has_side() && panels.side.is_over() {
            side_over(cx, middle, panels, ui, actions);
        }
    }

    /// The sidebar, or its rail.
    fn left(&self, cx: &Cx<'_>, (shape, window): (Shape, f32), panels: &mut Panels, ui: &mut Ui, actions: &mut Actions) {
        let frame = Frame::NONE.fill(cx.tokens.panel);
        if shape.has_side() && self.view.show_side {
            let edge = Edge::of(ui, "side", say::side_edge(), [Key::ArrowRight, Key::ArrowLeft]);
            let first = first_beside(shape, side::WIDTH, *side::WIDTHS.start(), window);
            let panel = Panel::left("side").frame(frame);
            let rect = beside(&edge, panel, (panels.sizes.side, first), side::WIDTHS, ui)
                .show(ui, |ui| {
                    region(ui, say::side());
                    side_ui(cx, &mut panels.side, ui, actions);
                })
                .response
                .rect;
            edge.mark(ui, rect.right_top(), rect.right_bottom());
            remember(&mut panels.sizes.side, first, rect.width());
        } else {
            Panel::left("rail").exact_size(side::RAIL).resizable(false).frame(frame).show(ui, |ui| {
                region(ui, say::side());
                rail_ui(cx, &mut panels.side, !shape.has_side(), ui, actions);
            });
        }
    }

    /// The place of the inspector beside the board.
    fn place_inspector(&self, cx: &Cx<'_>, window: f32, panels: &mut Panels, ui: &mut Ui) -> Option<Ui> {
        if !self.view.show_inspector && !panels.guide.is_on(cx.campaign) {
            return None;
        }
        let edge = Edge::of(ui, "inspector", say::inspector_edge(), [Key::ArrowLeft, Key::ArrowRight]);
        let first = first_beside(Shape::Wide, inspector::WIDTH, *inspector::WIDTHS.start(), window);
        let frame = Frame::NONE.fill(cx.tokens.panel);
        let panel = Panel::right("inspector").frame(frame);
        let shown = beside(&edge, panel, (panels.sizes.inspector, first), inspector::WIDTHS, ui).show(ui, place);
        let rect = shown.response.rect;
        edge.mark(ui, rect.left_top(), rect.left_bottom());
        remember(&mut panels.sizes.inspector, first, rect.width());
        Some(shown.inner)
    }

    /// The place of the findings, and whether they are one line.
    fn place_findings(&self, cx: &Cx<'_>, shape: Shape, panels: &mut Panels, ui: &mut Ui) -> (Ui, bool) {
        let window = ui.ctx().content_rect().size();
        let size = panels.sizes.findings;
        // As long as nothing is found in the first arc, a line says so: the arc has the room, until somebody wants the list.
        let is_quiet = panels.guide.is_on(cx.campaign) && cx.derived.findings.is_empty() && !panels.findings.unfolded;
        let (panel, is_line) = findings::panel(&panels.findings, self.view.show_findings && !is_quiet, size, window);
        let panel = panel.frame(Frame::NONE.fill(cx.tokens.panel));
        if is_line {
            return (panel.show(ui, place).inner, true);
        }
        let narrow = shape == Shape::Narrow;
        let edge = Edge::of(ui, findings::panel_id(narrow), say::findings_edge(), [Key::ArrowUp, Key::ArrowDown]);
        let panel = if narrow { panel } else { edged(&edge, panel, size, findings::heights(window.y, 0.5), ui) };
        let shown = panel.show(ui, place);
        let rect = shown.response.rect;
        edge.mark(ui, rect.left_top(), rect.right_top());
        if !narrow {
            panels.sizes.findings = rect.height();
        }
        (shown.inner, false)
    }

    /// Whether the inspector has something to show where it is only there for that.
    fn is_wanted(&self, cx: &Cx<'_>, panels: &Panels) -> bool {
        if panels.guide.is_on(cx.campaign) {
            return true;
        }
        // What a fix would do, and the bar that does it, are more to the point meanwhile, and need the room.
        if cx.preview.is_some() {
            return false;
        }
        let selection = cx.selection;
        self.view.show_inspector && (!selection.moments.is_empty() || selection.lane.is_some() || selection.about.is_some())
    }

    /// The place of the inspector as a sheet over the lower part: beside the board a narrow window has no room for it.
    fn place_sheet(&self, cx: &Cx<'_>, panels: &mut Panels, ui: &mut Ui) -> Option<Ui> {
        if !self.is_wanted(cx, panels) {
            return None;
        }
        let height = ui.ctx().content_rect().height();
        // A lane stays in sight above it, however low the window is.
        let most = (height * 0.6).min(ui.available_height() - ONE_LANE).max(161.0);
        let usual = or_first(panels.sizes.sheet, (height * 0.42).min(340.0));
        if panels.front == View::Calendar && height < LOW && !panels.guide.is_on(cx.campaign) {
            let asked = panels.inspector.wants_field().then_some(usual);
            return Some(low_sheet(cx, &mut panels.low_sheet, (asked, most), ui));
        }
        let heights = 160.0..=most;
        let size = usual;
        let edge = Edge::of(ui, "inspector sheet", say::sheet_edge(), [Key::ArrowUp, Key::ArrowDown]);
        let frame = Frame::NONE.fill(cx.tokens.panel);
        let panel = Panel::bottom("inspector sheet").default_size(size).size_range(heights.clone()).resizable(true).frame(frame);
        let shown = edged(&edge, panel, size, heights, ui).show(ui, |ui| {
            grip(cx, ui);
            place(ui)
        });
        let rect = shown.response.rect;
        edge.mark(ui, rect.left_top(), rect.right_top());
        panels.sizes.sheet = rect.height();
        Some(shown.inner)
    }

    /// The inspector over the right of the board, as long as something is selected; where it was drawn.
    fn floating_inspector(&self, cx: &Cx<'_>, board: Rect, panels: &mut Panels, ui: &Ui, actions: &mut Actions) -> Option<Rect> {
        panels.cover(0.0);
        if !self.is_wanted(cx, panels) {
            return None;
        }
        let id = Id::unique("inspector edge");
        let edge = Edge::with_id(id, say::inspector_edge(), [Key::ArrowLeft, Key::ArrowRight]);
        let mut width = or_first(panels.sizes.inspector, inspector::WIDTH) + edge.asked(ui).unwrap_or_default();
        let dragged = ui.ctx().read_response(id).filter(egui::Response::dragged);
        if let Some(at) = dragged.and_then(|edge| edge.interact_pointer_pos()) {
            width = board.right() - at.x;
        }
        width = width.clamp(*inspector::WIDTHS.start(), *inspector::WIDTHS.end());
        remember(&mut panels.sizes.inspector, inspector::WIDTH, width);
        panels.cover(width);
        let rect = Rect::from_min_max(pos2(board.right() - width, board.top()), board.max);
        over(ui, "inspector", window::inspector(), Align2::RIGHT_TOP, rect, |ui| {
            start::right_ui(cx, panels, ui, actions);
            let line = Rect::from_x_y_ranges(rect.left()..=rect.left(), rect.y_range());
            let grip = ui.interact(line.expand2(vec2(4.0, 0.0)), id, Sense::click_and_drag());
            grip.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, say::inspector_edge()));
            if grip.hovered() || grip.dragged() {
                ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
            }
            edge.mark(ui, rect.left_top(), rect.left_bottom());
        });
        Some(rect)
    }

    /// Where the inspector lies over the board or takes its lower part, what it opened for comes into sight beside it.
    fn keep_in_sight(&self, cx: &Cx<'_>, shape: Shape, panels: &mut Panels, ui: &Ui) {
        if cx.preview.is_some() {
            // Whoever leaves a fix is back where the board stood before, and stays there.
            panels.in_sight = cx.selection.primary().map(|id| (id, None));
            return;
        }
        let chosen = cx.selection.primary().filter(|_| shape != Shape::Wide && self.is_wanted(cx, panels));
        let (now, down) = ui.input(|input| (input.time, input.pointer.any_down()));
        if panels.in_sight.map(|(id, _)| id) != chosen {
            panels.in_sight = chosen.map(|id| (id, Some(now + SECOND_CLICK)));
        }
        let Some((id, Some(due))) = panels.in_sight else { return };
        if down || now < due {
            // A second click may follow the first; until then nothing moves under the pointer.
            ui.ctx().request_repaint_after_secs((due - now).max(0.05) as f32);
            return;
        }
        panels.in_sight = Some((id, None));
        panels.uncover(id);
    }

    /// Shows or hides the sidebar: beside the board where there is room, else over it.
    pub(super) fn toggle_side(&mut self, ctx: &egui::Context) {
        if Shape::of(ctx.content_rect().width()).has_side() {
            self.view.show_side = !self.view.show_side;
        } else {
            let side = &mut self.view.panels.side;
            side.lay_over(!side.is_over());
        }
    }

    /// The sidebar over the board goes with Escape, and when something is carried from it to the board.
    pub(super) fn take_side_away(&mut self, ctx: &egui::Context) {
        let side = &mut self.view.panels.side;
        if !side.is_over() {
            return;
        }
        let has_room = Shape::of(ctx.content_rect().width()).has_side();
        let carries = DragAndDrop::has_payload_of_type::<Carried>(ctx);
        let free = self.asked.is_empty() && !egui::Popup::is_any_open(ctx);
        if has_room || carries || (free && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))) {
            side.lay_over(false);
        }
    }
}

/// The sidebar over the board, beside its rail. A press anywhere else takes it away.
fn side_over(cx: &Cx<'_>, middle: Rect, panels: &mut Panels, ui: &Ui, actions: &mut Actions) {
    let width = or_first(panels.sizes.side, side::WIDTH);
    let rect = Rect::from_min_max(
        pos2(middle.left() + side::RAIL, middle.top()),
        pos2(middle.left() + side::RAIL + width, middle.bottom()),
    );
    over(ui, "side over", say::side(), Align2::LEFT_TOP, rect, |ui| side_ui(cx, &mut panels.side, ui, actions));
    let pressed = ui.input(|input| if input.pointer.any_pressed() { input.pointer.interact_pos() } else { None });
    let own = rect.with_min_x(middle.left());
    if pressed.is_some_and(|at| !own.contains(at)) && !egui::Popup::is_any_open(ui.ctx()) {
        panels.side.lay_over(false);
    }
}

/// A panel that lies over the board.
fn over(ui: &Ui, id: &str, name: &str, pivot: Align2, rect: Rect, content: impl FnOnce(&mut Ui)) {
    let t = theme::of(ui);
    let corner = pivot.pos_in_rect(&rect);
    let frame =
        Frame::NONE.fill(t.panel).stroke(egui::Stroke::new(theme::EDGE, t.line)).shadow(theme::shadow(ui.theme(), Lift::Pop));
    Area::new(Id::unique(id))
        .order(Order::Middle)
        .pivot(pivot)
        .fixed_pos(corner)
        .constrain(false)
        .fade_in(false)
        .accessible_name(name)
        .show(ui.ctx(), |ui| {
            frame.show(ui, |ui| {
                let inside = rect.size() - vec2(2.0, 2.0);
                ui.set_min_size(inside);
                ui.set_max_size(inside);
                content(ui);
            });
        });
}

/// Takes the whole place of a panel, to be drawn in later.
fn place(ui: &mut Ui) -> Ui {
    let rect = ui.available_rect_before_wrap();
    ui.expand_to_include_rect(rect);
    ui.new_child(UiBuilder::new().id_salt("content").max_rect(rect))
}

/// Says what a part of the window is, for whoever goes from part to part without seeing it.
fn region(ui: &Ui, name: &str) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(Role::Region);
        node.set_label(name);
    });
}

/// A panel whose edge the keyboard can move: as it is, or as large as the keys ask for.
fn edged(edge: &Edge, panel: Panel, size: f32, range: RangeInclusive<f32>, ui: &Ui) -> Panel {
    match edge.asked(ui) {
        Some(by) => panel.exact_size((size + by).clamp(*range.start(), *range.end())),
        None => panel,
    }
}

/// A panel beside the board that somebody made that wide, or that is as wide as it is at first: in a window that becomes wider or
/// narrower, too.
fn beside(edge: &Edge, panel: Panel, (size, first): (f32, f32), range: RangeInclusive<f32>, ui: &Ui) -> Panel {
    let panel = panel.default_size(or_first(size, first)).size_range(range.clone());
    let is_other = edge.width(ui).is_some_and(|now| (now - first).abs() > 0.5);
    let panel = if size > 0.0 || !is_other { panel } else { panel.exact_size(first) };
    edged(edge, panel, or_first(size, first), range, ui)
}

/// The sheet in one line, as long as nobody makes it higher; `asked` is the height that it is to have now.
fn low_sheet(cx: &Cx<'_>, size: &mut f32, (asked, most): (Option<f32>, f32), ui: &mut Ui) -> Ui {
    let id = "inspector sheet in one line";
    let line = GRIP + inspector::HEADER + 2.0;
    let heights = line..=most.max(line);
    let edge = Edge::of(ui, id, say::sheet_edge(), [Key::ArrowUp, Key::ArrowDown]);
    let frame = Frame::NONE.fill(cx.tokens.panel);
    let panel = Panel::bottom(id).default_size(line).size_range(heights.clone()).resizable(true).frame(frame);
    let panel = match asked {
        Some(asked) => panel.exact_size(asked.max(*size).clamp(line, *heights.end())),
        None => edged(&edge, panel, or_first(*size, line), heights, ui),
    };
    let shown = panel.show(ui, |ui| {
        grip(cx, ui);
        place(ui)
    });
    let rect = shown.response.rect;
    edge.mark(ui, rect.left_top(), rect.right_top());
    *size = rect.height();
    shown.inner
}

/// What the sheet is taken by. The edge itself does the work; this only shows that it can.
fn grip(cx: &Cx<'_>, ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), GRIP), Sense::hover());
    let bar = Rect::from_center_size(rect.center(), vec2(36.0, 4.0));
    ui.painter().rect_filled(bar, CornerRadius::same(2), cx.tokens.line_strong);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_size_in_a_broken_file_gives_a_panel_that_fills_the_window() {
        for absurd in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, -300.0, 0.0, 0.001, 1.0e30] {
            let sizes: BTreeMap<String, f32> = Sizes::NAMES.map(|name| (name.to_owned(), absurd)).into();
            let sizes = Sizes::of_prefs(&sizes);
            for (size, first, can) in [
                (sizes.side, side::WIDTH, side::WIDTHS),
                (sizes.inspector, inspector::WIDTH, inspector::WIDTHS),
                (sizes.findings, findings::first_height(false), findings::HEIGHTS),
            ] {
                assert!(can.contains(&or_first(size, first)), "{absurd} makes {size}");
            }
        }
        // What nobody chose is no choice in another window.
        let mut size = 0.0;
        for window in [1280.0, 1366.0, 1440.0] {
            let first = first_beside(Shape::Wide, inspector::WIDTH, *inspector::WIDTHS.start(), window);
            remember(&mut size, first, first);
            assert!(inspector::WIDTHS.contains(&first) && size == 0.0, "{first} at {window}");
        }
        remember(&mut size, 316.0, 330.0);
        remember(&mut size, 316.0, 316.0);
        assert!((size - 316.0).abs() < 0.1, "and what was chosen stays, be it what it was at first");
        let kept = Sizes::of_prefs(&[("side".to_owned(), 240.0)].into());
        assert_eq!((kept.side, kept.inspector), (240.0, 0.0));
    }
}
