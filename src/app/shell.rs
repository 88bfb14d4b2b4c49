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

use egui::{
    Align2, Area, CentralPanel, CornerRadius, DragAndDrop, Frame, Id, Key, Modifiers, Order, Panel, Rect, Sense, Ui, pos2, vec2,
};

use super::{App, Panels, Screen, start};
use crate::analysis::scale::{FEWEST_PX_PER_DAY, MOST_PX_PER_DAY};
use crate::ui::bars::{self, status_bar_ui, top_bar_ui};
use crate::ui::carry::Carried;
use crate::ui::findings::{self, findings_ui};
use crate::ui::inspector;
use crate::ui::side::{self, rail_ui, side_ui};
use crate::ui::theme::{self, Lift};
use crate::ui::view::{Actions, Cx};
use crate::ui::welcome::welcome_ui;
use crate::words::{side as say, window};

/// In a window at least this wide everything stands beside everything, in points.
const ALL_BESIDE: f32 = 1280.0;

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

/// Sizes of panels in points, as they were last; zero where one was never shown.
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

/// A size, or what it is at first where it never was.
fn or_first(size: f32, first: f32) -> f32 {
    if size > 0.0 { size } else { first }
}

impl Sizes {
    const NAMES: [&'static str; 4] = ["side", "inspector", "sheet", "findings"];

    /// The sizes that preferences have.
    pub(super) fn of_prefs(sizes: &BTreeMap<String, f32>) -> Self {
        // A size that is no size (a broken file can hold anything) counts as none.
        let [side, inspector, sheet, findings] =
            Self::NAMES.map(|name| sizes.get(name).copied().filter(|size| size.is_finite()).unwrap_or_default());
        Self { side, inspector, sheet, findings }
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
        if self.view.screen == Screen::Welcome {
            CentralPanel::default().frame(bar(tokens.canvas)).show(ui, |ui| welcome_ui(cx, &mut panels.welcome, ui, actions));
            return;
        }
        let shape = Shape::of(ui.ctx().content_rect().width());
        Panel::top("top").exact_size(bars::TOP).frame(bar(tokens.panel)).show(ui, |ui| top_bar_ui(cx, ui, actions));
        Panel::bottom("status").exact_size(bars::STATUS).frame(bar(tokens.panel)).show(ui, |ui| {
            panels.bar.zoom = panels.board.px_per_day().map(zoom_share);
            panels.bar.seen = panels.board.seen_days(cx);
            status_bar_ui(cx, &mut panels.bar, panels.board.zoom_label().as_str(), ui, actions);
        });
        let middle = ui.available_rect_before_wrap();
        self.left(cx, shape, panels, ui, actions);
        if shape == Shape::Narrow {
            self.findings_panel(cx, shape, panels, ui, actions);
            self.sheet(cx, panels, ui, actions);
        } else {
            if shape == Shape::Wide && (self.view.show_inspector || panels.guide.is_on(cx.campaign)) {
                let shown = Panel::right("inspector")
                    .default_size(or_first(panels.sizes.inspector, inspector::WIDTH))
                    .size_range(inspector::WIDTHS)
                    .frame(bar(tokens.panel))
                    .show(ui, |ui| start::right_ui(cx, panels, ui, actions));
                panels.sizes.inspector = shown.response.rect.width();
            }
            self.findings_panel(cx, shape, panels, ui, actions);
        }
        let board = CentralPanel::default()
            .frame(bar(tokens.canvas))
            .show(ui, |ui| start::center_ui(cx, panels, ui, actions))
            .response
            .rect;
        // The bar was drawn before the board: it says in the next frame where the board is now.
        let is_elsewhere = shape == Shape::Narrow && panels.bar.seen != panels.board.seen_days(cx);
        if is_elsewhere || panels.bar.zoom != panels.board.px_per_day().map(zoom_share) {
            ui.ctx().request_repaint();
        }
        if matches!(shape, Shape::Floating | Shape::Rail) {
            self.floating_inspector(cx, board, panels, ui, actions);
        }
        if !shape.has_side() && panels.side.is_over() {
            side_over(cx, middle, panels, ui, actions);
        }
    }

    /// The sidebar, or its rail.
    fn left(&self, cx: &Cx<'_>, shape: Shape, panels: &mut Panels, ui: &mut Ui, actions: &mut Actions) {
        let frame = Frame::NONE.fill(cx.tokens.panel);
        if shape.has_side() && self.view.show_side {
            let shown = Panel::left("side")
                .default_size(or_first(panels.sizes.side, side::WIDTH))
                .size_range(side::WIDTHS)
                .frame(frame)
                .show(ui, |ui| side_ui(cx, &mut panels.side, ui, actions));
            panels.sizes.side = shown.response.rect.width();
        } else {
            Panel::left("rail")
                .exact_size(side::RAIL)
                .resizable(false)
                .frame(frame)
                .show(ui, |ui| rail_ui(cx, &mut panels.side, !shape.has_side(), ui, actions));
        }
    }

    fn findings_panel(&self, cx: &Cx<'_>, shape: Shape, panels: &mut Panels, ui: &mut Ui, actions: &mut Actions) {
        let open = self.view.show_findings;
        let window = ui.ctx().content_rect().size();
        let (panel, is_line) = findings::panel(&panels.findings, open, panels.sizes.findings, window);
        let current = self.view.current_finding.as_ref();
        let shown = panel.frame(Frame::NONE.fill(cx.tokens.panel)).show(ui, |ui| {
            if is_line {
                findings::findings_line_ui(cx, &mut panels.findings, current, open, ui, actions);
            } else {
                // The panel keeps its height whatever it lists, so that the board does not move under the pointer.
                ui.set_min_height(ui.available_height());
                findings_ui(cx, &mut panels.findings, current, ui, actions);
            }
        });
        if shape != Shape::Narrow && !is_line {
            panels.sizes.findings = shown.response.rect.height();
        }
    }

    /// Whether the inspector has something to show where it is only there for that.
    fn is_wanted(&self, cx: &Cx<'_>, panels: &Panels) -> bool {
        if panels.guide.is_on(cx.campaign) {
            return true;
        }
        let selection = cx.selection;
        self.view.show_inspector && (!selection.moments.is_empty() || selection.lane.is_some() || selection.about.is_some())
    }

    /// The inspector as a sheet over the lower part: beside the board a narrow window has no room for it.
    fn sheet(&self, cx: &Cx<'_>, panels: &mut Panels, ui: &mut Ui, actions: &mut Actions) {
        if !self.is_wanted(cx, panels) {
            return;
        }
        let height = ui.ctx().content_rect().height();
        let shown = Panel::bottom("inspector sheet")
            .default_size(or_first(panels.sizes.sheet, (height * 0.42).min(340.0)))
            .size_range(160.0..=(height * 0.6).max(161.0))
            .resizable(true)
            .frame(Frame::NONE.fill(cx.tokens.panel))
            .show(ui, |ui| {
                grip(cx, ui);
                start::right_ui(cx, panels, ui, actions);
            });
        panels.sizes.sheet = shown.response.rect.height();
    }

    /// The inspector over the right of the board, as long as something is selected.
    fn floating_inspector(&self, cx: &Cx<'_>, board: Rect, panels: &mut Panels, ui: &Ui, actions: &mut Actions) {
        if !self.is_wanted(cx, panels) {
            return;
        }
        let width = or_first(panels.sizes.inspector, inspector::WIDTH);
        let rect = Rect::from_min_max(pos2(board.right() - width, board.top()), board.max);
        over(ui, "inspector", window::inspector(), Align2::RIGHT_TOP, rect, |ui| {
            start::right_ui(cx, panels, ui, actions);
        });
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

    /// Zooms the time axis: 0 shows the most days, 1 the fewest.
    pub(super) fn zoom_to(&mut self, share: f32) {
        let ratio = MOST_PX_PER_DAY / FEWEST_PX_PER_DAY;
        self.view.panels.board.zoom_to(FEWEST_PX_PER_DAY * ratio.powf(f64::from(share)));
    }
}

/// Where on the track of the zoom so many points a day are: each step along it multiplies them.
fn zoom_share(px_per_day: f64) -> f32 {
    ((px_per_day / FEWEST_PX_PER_DAY).ln() / (MOST_PX_PER_DAY / FEWEST_PX_PER_DAY).ln()) as f32
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

/// What the sheet is taken by. The edge itself does the work; this only shows that it can.
fn grip(cx: &Cx<'_>, ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 10.0), Sense::hover());
    let bar = Rect::from_center_size(rect.center(), vec2(36.0, 4.0));
    ui.painter().rect_filled(bar, CornerRadius::same(2), cx.tokens.line_strong);
}
