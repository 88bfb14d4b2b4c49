//! The guide to the first arc: a panel with five steps, and one tall lane in place of the board.
//!
//! [`data`] says from the plan how far somebody is (pure, tested as text). The guide changes nothing by itself: a slot is
//! filled by the same command that the keys 1 to 4 run, and what the arc is worth is what the checker says of it.

pub mod data;

mod canvas;
mod lane;
mod panel;
mod title;

use egui::{Align, Layout, Stroke, Ui, UiBuilder, vec2};

use self::data::{Course, Stage};
use super::command::Command;
use super::kit::{Button, paint};
use super::theme;
use super::view::{Actions, Cx, Derived, Selection};
use super::{bars, fonts, icons};
use crate::model::{Campaign, Day, MomentId};
use crate::words::start as say;

pub use self::lane::guide_lane_ui;
pub use self::panel::guide_panel_ui;

/// Lanes that are looked at to see whether a plan is empty: one with more of them is nobody's first.
const FEW: usize = 3;

/// What gets the keyboard once it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Focus {
    Name,
    Slot(usize),
    Card(MomentId),
}

/// A card that is moved along the days.
#[derive(Clone, Copy, Debug)]
struct Hold {
    id: MomentId,
    /// From the card's day to the pointer, in points.
    grab: f32,
    /// Where it would come to stand.
    day: Day,
}

/// What the guide remembers.
#[derive(Debug, Default)]
pub struct GuideState {
    on: bool,
    /// Another view than the board is in front: the guide stands in the place of the board.
    waits: bool,
    /// What the arc was before.
    seen: data::Seen,
    stage: Option<Stage>,
    focus: Option<Focus>,
    /// The card that was selected last.
    chosen: Option<MomentId>,
    /// The step that is to be done now comes into view once it is drawn.
    reveal: bool,
    /// The name as it is being written.
    draft: Option<String>,
    hold: Option<Hold>,
    /// The title that is being written on a card.
    title: Option<title::Draft>,
}

impl GuideState {
    /// Begins, or goes on.
    pub fn show(&mut self) {
        *self = Self { on: true, seen: self.seen, ..Self::default() };
    }

    /// Waits while another view than the board is in front, and goes on afterwards.
    pub const fn wait(&mut self, waits: bool) {
        self.waits = waits;
    }

    /// Whether it is on for this plan, and in front.
    #[must_use]
    pub fn is_on(&self, campaign: &Campaign) -> bool {
        self.on && !self.waits && data::lane(campaign).is_some()
    }

    /// Whether a card is in the hand: it is put down or let go of with Escape before anything else happens.
    #[must_use]
    pub fn is_holding(&self) -> bool {
        self.hold.is_some()
    }

    /// How far somebody is in this plan.
    #[must_use]
    pub fn course(&self, campaign: &Campaign, derived: &Derived, today: Day) -> Option<Course> {
        if self.on && !self.waits { data::course(campaign, derived, self.seen, today) } else { None }
    }

    /// Takes in where the plan stands now, and leads the keyboard to what comes next.
    fn follow(&mut self, course: &Course, ui: &Ui) {
        self.seen = data::seen(course, self.seen);
        let writing = self.draft.is_some();
        if self.stage != Some(course.stage) && !writing {
            let typing = self.stage.is_some() && ui.ctx().text_edit_focused();
            self.stage = Some(course.stage);
            self.reveal = true;
            if !typing {
                self.focus = match course.stage {
                    Stage::Name => Some(Focus::Name),
                    Stage::Break | Stage::Learned => course.ask().map(Focus::Card),
                    _ => course.next_slot().map(Focus::Slot),
                };
            }
        }
    }

    /// The keyboard goes on with what is selected: from a card to the one that was just added.
    fn follow_chosen(&mut self, selection: &Selection, ui: &Ui) {
        let chosen = if let [only] = &selection.moments[..] { Some(*only) } else { None };
        let before = std::mem::replace(&mut self.chosen, chosen);
        let focused = ui.memory(egui::Memory::focused);
        if chosen != before && before.is_some_and(|before| focused == Some(lane::card_id(before))) {
            self.focus = chosen.map(Focus::Card).or(self.focus.take());
            ui.ctx().request_repaint();
        }
    }

    /// Whether that is to get the keyboard now; says so once.
    fn takes(&mut self, focus: Focus) -> bool {
        let takes = self.focus == Some(focus);
        if takes {
            self.focus = None;
        }
        takes
    }
}

/// On a board on which nothing stands yet: how to begin, and the way to the guide.
pub fn invite_ui(cx: &Cx<'_>, board: egui::Rect, ui: &mut Ui, out: &mut Actions) {
    let lanes = &cx.campaign.lanes;
    if lanes.is_empty() || lanes.len() > FEW || lanes.iter().any(|lane| !lane.moments.is_empty()) {
        return;
    }
    let width = (board.width() - 48.0).clamp(160.0, 420.0);
    let text = paint::lines_within(ui.painter(), fonts::BODY, say::how_to_begin(), cx.tokens.text_2, width, 3);
    let height = text.size().y + 12.0 + 28.0;
    let size = vec2(width, height);
    let rect = egui::Rect::from_center_size(board.center() + vec2(0.0, board.height() * 0.22), size);
    // It may come to lie over the border of two lanes.
    let (ground, edge) = (rect.expand2(vec2(16.0, 12.0)), Stroke::new(theme::EDGE, cx.tokens.line));
    ui.painter().rect(ground, theme::R3, cx.tokens.card, edge, egui::StrokeKind::Inside);
    let mut inner = ui.new_child(UiBuilder::new().id_salt("how to begin").max_rect(rect).layout(Layout::top_down(Align::Center)));
    inner.add(egui::Label::new(fonts::BODY.rich(say::how_to_begin()).color(cx.tokens.text_2)).wrap());
    let keys = bars::with_keys(ui, Command::Guide);
    if Button::secondary(say::call_guide()).icon(icons::IDEA).tooltip(&keys).show(&mut inner).clicked() {
        out.run(Command::Guide);
    }
}
