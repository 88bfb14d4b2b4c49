//! The tour: small cards beside what they speak of, which has a ring around it. Nothing moves. It never knows a plan, and
//! nothing in it changes one.

use egui::{Align, Align2, Area, Frame, Id, Label, Layout, Margin, Order, Pos2, Rect, Role, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::bars;
use super::command::Command;
use super::fonts;
use super::kit::{self, Button, paint};
use super::theme::{self, Lift, space};
use super::view::View;
use crate::words::tour as say;

/// Width of a card, in points.
const WIDTH: f32 = 320.0;
/// Height that a card is taken to have until it was drawn, in points.
const HEIGHT: f32 = 210.0;
/// What is less high than this has its ring around it, and anything else within it, in points.
const SMALL: f32 = 40.0;

/// Where the parts of the window are; without those that are not shown.
#[derive(Clone, Copy, Debug, Default)]
pub struct Places {
    /// The switcher between the views.
    pub views: Option<Rect>,
    /// The button that shares.
    pub share: Option<Rect>,
    /// The panel on the left.
    pub side: Option<Rect>,
    /// The view in front.
    pub board: Option<Rect>,
    /// The cards of a lane of the board, with who the lane is.
    pub row: Option<Rect>,
    /// A curve of the board.
    pub curve: Option<Rect>,
    /// The findings.
    pub findings: Option<Rect>,
    /// The inspector.
    pub inspector: Option<Rect>,
}

/// One card of the tour.
struct Step {
    title: fn() -> &'static str,
    text: fn() -> &'static str,
    place: fn(&Places) -> Option<Rect>,
    /// It speaks of what only the board has.
    of_board: bool,
    /// Commands whose keys help here.
    keys: &'static [Command],
}

const STEPS: [Step; 8] = [
    Step {
        title: say::board_title,
        text: say::board,
        place: |at| at.row.or(at.board),
        of_board: true,
        keys: &[Command::ZoomFit],
    },
    Step { title: say::side_title, text: say::side, place: |at| at.side, of_board: true, keys: &[Command::ToggleSidebar] },
    Step { title: say::curve_title, text: say::curve, place: |at| at.curve.or(at.board), of_board: true, keys: &[] },
    Step {
        title: say::findings_title,
        text: say::findings,
        place: |at| at.findings,
        of_board: true,
        keys: &[Command::NextFinding],
    },
    Step {
        title: say::mend_title,
        text: say::mend,
        place: |at| at.findings,
        of_board: true,
        keys: &[Command::PreviewFix, Command::AcceptRisk],
    },
    Step {
        title: say::inspector_title,
        text: say::inspector,
        place: |at| at.inspector,
        of_board: true,
        keys: &[Command::OpenMoment],
    },
    Step {
        title: say::views_title,
        text: say::views,
        place: |at| at.views,
        of_board: false,
        keys: &[Command::Show(View::Calendar), Command::Show(View::Table)],
    },
    Step {
        title: say::share_title,
        text: say::share,
        place: |at| at.share,
        of_board: false,
        keys: &[Command::Share, Command::Palette],
    },
];

/// How far somebody came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tour {
    at: usize,
    /// Another view was in front when it began, and comes back when it ends.
    from_elsewhere: bool,
    /// The card that was drawn last, and in how many frames: the keyboard goes to a new one.
    drawn: Option<(usize, u8)>,
}

/// What was wanted of the tour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The next card; after the last one the tour is over.
    Next,
    /// The card before.
    Back,
    /// Out of it.
    Leave,
}

impl Tour {
    /// From its first card; where another view than the board was in front, that card says what becomes of it.
    #[must_use]
    pub fn begin(from_elsewhere: bool) -> Self {
        Self { from_elsewhere, ..Self::default() }
    }

    /// Goes on, back or out; whether the tour is still on.
    pub fn turn(&mut self, turn: Turn) -> bool {
        match turn {
            Turn::Next => self.at += 1,
            Turn::Back => self.at = self.at.saturating_sub(1),
            Turn::Leave => return false,
        }
        self.at < STEPS.len()
    }

    /// Whether the card of now speaks of the board, which then has to be in front.
    #[must_use]
    pub fn is_of_board(&self) -> bool {
        STEPS.get(self.at).is_some_and(|step| step.of_board)
    }

    /// Draws the card of now over the window, with the view that is in front. `places` are those of the same frame.
    pub fn show(&mut self, places: &Places, view: View, ui: &Ui) -> Option<Turn> {
        let step = STEPS.get(self.at)?;
        let window = ui.ctx().content_rect().shrink(space::L);
        // What a card of the board speaks of is nowhere while another view is in front.
        let elsewhere = step.of_board && view != View::Board;
        let spot = (step.place)(places).filter(|_| !elsewhere).map(|spot| spot.intersect(ui.ctx().content_rect()));
        let t = theme::of(ui);
        if let Some(spot) = spot {
            let painter = ui.ctx().layer_painter(egui::LayerId::new(Order::Middle, Id::unique("tour ring")));
            if spot.height() < SMALL {
                paint::ring(&painter, spot, theme::R2, 3.0, t.accent);
            } else {
                paint::ring(&painter, spot.shrink(3.0), theme::R3, 0.0, t.accent);
                paint::ring(&painter, spot.shrink(6.0), theme::R3, 0.0, t.accent_bg);
            }
        }
        let id = Id::unique("tour card");
        let size = ui.ctx().memory(|memory| memory.area_rect(id)).map_or(vec2(WIDTH, HEIGHT), |rect| rect.size());
        let frame = Frame::NONE
            .fill(t.panel)
            .stroke(Stroke::new(theme::EDGE, t.line))
            .corner_radius(theme::R5)
            .shadow(theme::shadow(ui.theme(), Lift::Modal))
            .inner_margin(Margin::same(16));
        let frames = self.drawn.filter(|(at, _)| *at == self.at).map_or(0, |(_, frames)| frames);
        // An arrow moves the keyboard on to whatever lies that way once the frame ends, so it is put back in the next one.
        let is_new = frames < 2;
        self.drawn = Some((self.at, (frames + 1).min(2)));
        let shown = Area::new(id)
            .order(Order::Foreground)
            .pivot(Align2::LEFT_TOP)
            .fixed_pos(beside(spot, size, window))
            .constrain_to(window)
            .fade_in(false)
            .accessible_name(say::name())
            .show(ui.ctx(), |ui| frame.show(ui, |ui| card(ui, step, *self, (is_new, elsewhere))).inner);
        if is_new {
            // How large the card is decides where it stands, and is known once it was drawn.
            ui.ctx().request_repaint();
        }
        shown.inner
    }
}

/// Where a card stands: beside its spot where there is room, else where it covers the least of it.
fn beside(spot: Option<Rect>, size: egui::Vec2, window: Rect) -> Pos2 {
    let last = (window.max - size).max(window.min);
    // Without a spot it keeps out of the way.
    let Some(spot) = spot else { return last };
    let gap = space::XL;
    let y = spot.top();
    let x = spot.center().x - size.x / 2.0;
    let mut places = [
        pos2(x, spot.bottom() + gap),
        pos2(x, spot.top() - gap - size.y),
        pos2(spot.right() + gap, y),
        pos2(spot.left() - gap - size.x, y),
    ];
    if spot.height() > spot.width() {
        // Beside what is high a card hides less of what is around it.
        places.rotate_left(2);
    }
    let covered = |at: &Pos2| {
        let common = Rect::from_min_size(*at, size).intersect(spot);
        if common.is_positive() { common.area() } else { 0.0 }
    };
    let within = places.map(|at| at.clamp(window.min, last));
    within.into_iter().min_by(|a, b| covered(a).total_cmp(&covered(b))).unwrap_or(last)
}

fn card(ui: &mut Ui, step: &Step, tour: Tour, (is_new, elsewhere): (bool, bool)) -> Option<Turn> {
    let (t, at) = (theme::of(ui), tour.at);
    ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 80.0));
    ui.spacing_mut().item_spacing = vec2(space::L, space::L);
    let title = ui.add(Label::new(fonts::UI_B.rich((step.title)()).color(t.text)).wrap());
    title.widget_info(|| WidgetInfo::labeled(Role::Heading, true, (step.title)()));
    ui.add(Label::new(fonts::BODY.rich((step.text)()).color(t.text_2)).wrap());
    if elsewhere {
        ui.add(Label::new(fonts::BODY.rich(say::of_board(bars::keys(ui, Command::Show(View::Board)))).color(t.text)).wrap());
    }
    if at == 0 && tour.from_elsewhere && !elsewhere {
        ui.add(Label::new(fonts::BODY.rich(say::comes_back()).color(t.text)).wrap());
    }
    for command in step.keys {
        ui.horizontal(|ui| {
            kit::key_cap(ui, &bars::keys(ui, *command));
            ui.add(Label::new(fonts::META.rich(command.name()).color(t.text_2)).truncate());
        });
    }
    let last = at + 1 == STEPS.len();
    let mut turn = None;
    ui.horizontal(|ui| {
        ui.add(Label::new(fonts::META.rich(say::step(at + 1, STEPS.len())).color(t.text_3)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let next = Button::primary(if last { say::done() } else { say::next() }).show(ui);
            if is_new {
                next.request_focus();
            }
            if next.clicked() {
                turn = Some(Turn::Next);
            }
            if at > 0 && Button::secondary(say::back()).show(ui).clicked() {
                turn = Some(Turn::Back);
            }
            if !last && Button::quiet(say::leave()).show(ui).clicked() {
                turn = Some(Turn::Leave);
            }
        });
    });
    ui.add(Label::new(fonts::META.rich(say::keys_hint()).color(t.text_3)));
    turn
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_stands_beside_what_it_speaks_of_and_never_outside_of_the_window() {
        let window = Rect::from_min_size(Pos2::ZERO, vec2(1000.0, 800.0));
        let size = vec2(320.0, 200.0);
        for spot in [
            Rect::from_min_size(Pos2::ZERO, vec2(1000.0, 48.0)),
            Rect::from_min_size(Pos2::ZERO, vec2(200.0, 800.0)),
            Rect::from_min_size(pos2(700.0, 0.0), vec2(300.0, 800.0)),
            Rect::from_min_size(pos2(0.0, 600.0), vec2(1000.0, 200.0)),
            Rect::from_min_size(pos2(900.0, 8.0), vec2(90.0, 28.0)),
        ] {
            let card = Rect::from_min_size(beside(Some(spot), size, window), size);
            assert!(window.contains_rect(card) && !spot.intersects(card), "{spot:?} {card:?}");
        }
        assert!(window.contains_rect(Rect::from_min_size(beside(Some(window), size, window), size)));
    }

    #[test]
    fn it_ends_after_the_last_card_and_goes_back_no_further_than_the_first() {
        let mut tour = Tour::default();
        assert!(tour.turn(Turn::Back) && tour == Tour::default());
        let cards = (0..100).take_while(|_| tour.turn(Turn::Next)).count();
        assert_eq!(cards, STEPS.len() - 1);
        assert!(!Tour::default().turn(Turn::Leave));
    }
}
