//! What is on screen: the panels with their states, what is selected, and what fills the window.

use super::hiding::Hiding;
use super::plan_view::Noted;
use super::present::Presenting;
use super::shell::Sizes;
use crate::model::MomentId;
use crate::store::prefs::Prefs;
use crate::ui::bars::BarState;
use crate::ui::board::BoardState;
use crate::ui::calendar::CalendarState;
use crate::ui::filter::{Filter, FilterState};
use crate::ui::findings::FindingsState;
use crate::ui::guide::GuideState;
use crate::ui::inspector::InspectorState;
use crate::ui::lanes_compared::{Curves, Tried};
use crate::ui::notice::QuietNotice;
use crate::ui::side::{Section, SideState};
use crate::ui::table::TableState;
use crate::ui::view::{FindingKey, Selection, Sieve, View};
use crate::ui::welcome::WelcomeState;

/// What panels are called in the preferences.
const SIDE: &str = "side";
const INSPECTOR: &str = "inspector";
const FINDINGS: &str = "findings";

/// The states of the panels.
#[derive(Default)]
pub(super) struct Panels {
    pub(super) sizes: Sizes,
    /// Height of the inspector where it begins as one line, zero before it was one.
    pub(super) low_sheet: f32,
    /// The view that is in front.
    pub(super) front: View,
    pub(super) board: BoardState,
    pub(super) calendar: CalendarState,
    pub(super) table: TableState,
    pub(super) filter: FilterState,
    pub(super) notice: QuietNotice,
    pub(super) bar: BarState,
    pub(super) side: SideState,
    pub(super) inspector: InspectorState,
    pub(super) findings: FindingsState,
    pub(super) welcome: WelcomeState,
    pub(super) guide: GuideState,
    /// What is presented full screen, in the place of everything else.
    pub(super) presenting: Option<Presenting>,
    /// The moment that the inspector opened for where it takes room from the board, and when it is to come into sight.
    pub(super) in_sight: Option<(MomentId, Option<f64>)>,
    /// The days that were in view in the last view that has days.
    pub(super) days: Option<(crate::model::Day, crate::model::Day)>,
    /// Where the panels were drawn last.
    pub(super) places: crate::ui::tour::Places,
}

/// What is on screen. Nothing of it is in the document, and nothing of it can be undone.
#[expect(clippy::struct_excessive_bools, reason = "panels are shown or hidden each by itself")]
pub(super) struct OnScreen {
    pub(super) selection: Selection,
    /// The lane that something of was selected last.
    pub(super) lane_used: Option<crate::model::LaneId>,
    pub(super) sieve: Sieve,
    /// The lanes that are hidden.
    pub(super) hiding: Hiding,
    /// The filter that it was made by.
    pub(super) sifted: Filter,
    /// What was taken down of how the plan is looked at.
    pub(super) noted: Noted,
    /// What was selected before the step of that number added moments, which were selected instead.
    pub(super) before_adding: Option<(usize, Selection)>,
    pub(super) panels: Panels,
    /// Other orders of lanes that somebody tries: as long as the plan is open.
    pub(super) orders: Vec<Tried>,
    /// The curves of the comparison, while one is open.
    pub(super) curves: Curves,
    pub(super) current_finding: Option<FindingKey>,
    /// A text field had the keyboard at the end of the last frame.
    pub(super) was_typing: bool,
    pub(super) screen: Screen,
    /// There is a plan behind the start page.
    pub(super) behind: bool,
    pub(super) show_side: bool,
    pub(super) show_inspector: bool,
    pub(super) show_findings: bool,
    /// Which of the three are shown in the views that are not in front: the table needs the room that they take beside the
    /// others, and has its own choice.
    pub(super) elsewhere: [bool; 3],
}

/// What fills the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// Nothing: the file that the window was started with is not there yet.
    Nothing,
    /// The start page.
    Welcome,
    /// The plan, in the view that is in front.
    Plan,
}

impl Default for OnScreen {
    fn default() -> Self {
        Self {
            selection: Selection::default(),
            lane_used: None,
            sieve: Sieve::default(),
            hiding: Hiding::default(),
            sifted: Filter::default(),
            noted: Noted::default(),
            before_adding: None,
            panels: Panels::default(),
            orders: Vec::new(),
            curves: Curves::default(),
            current_finding: None,
            was_typing: false,
            screen: Screen::Plan,
            behind: false,
            show_side: true,
            show_inspector: true,
            show_findings: true,
            elsewhere: [false; 3],
        }
    }
}

impl OnScreen {
    /// Another plan: what was on screen of the old one goes, which panels are open stays.
    pub(super) fn forget_plan(&mut self) {
        let [show_side, show_inspector, show_findings] = self.beside_the_board();
        // A presentation gives the window back as it was, whatever it shows by then.
        let presenting = self.panels.presenting.take();
        let side = &self.panels.side;
        let (sizes, folded, unfolded) = (self.panels.sizes, side.folded().to_vec(), side.unfolded().to_vec());
        *self = Self { show_side, show_inspector, show_findings, ..Self::default() };
        self.panels.sizes = sizes;
        self.panels.presenting = presenting;
        self.panels.side = SideState::at_first(folded, unfolded);
    }

    /// Which of side, inspector and findings are shown.
    pub(super) fn shown(&self) -> [bool; 3] {
        [self.show_side, self.show_inspector, self.show_findings]
    }

    /// Which of them are shown beside the board, be it in front or not.
    fn beside_the_board(&self) -> [bool; 3] {
        if self.panels.front == View::Table { self.elsewhere } else { self.shown() }
    }

    /// Brings a view to the front, with the panels that are shown there.
    pub(super) fn bring(&mut self, view: View) {
        let is_other = (self.panels.front == View::Table) != (view == View::Table);
        self.panels.front = view;
        self.panels.guide.wait(view != View::Board);
        if is_other {
            let shown = self.shown();
            [self.show_side, self.show_inspector, self.show_findings] = std::mem::replace(&mut self.elsewhere, shown);
        }
    }

    /// The window as these preferences have it.
    pub(super) fn of_prefs(prefs: &Prefs) -> Self {
        let shown = |name: &str| !prefs.hidden.iter().any(|hidden| hidden == name);
        let mut view =
            Self { show_side: shown(SIDE), show_inspector: shown(INSPECTOR), show_findings: shown(FINDINGS), ..Self::default() };
        view.panels.sizes = Sizes::of_prefs(&prefs.sizes);
        view.panels.side = SideState::at_first(Section::named(&prefs.folded), Section::named(&prefs.unfolded));
        view
    }

    /// Writes into preferences how the window is now.
    pub(super) fn remember_in(&self, prefs: &mut Prefs) {
        let [side, inspector, findings] = self.beside_the_board();
        let panels = [(SIDE, side), (INSPECTOR, inspector), (FINDINGS, findings)];
        prefs.hidden = panels.into_iter().filter(|(_, shown)| !shown).map(|(name, _)| name.to_owned()).collect();
        let keys = |sections: &[Section]| sections.iter().map(|section| section.key().to_owned()).collect();
        prefs.folded = keys(self.panels.side.folded());
        prefs.unfolded = keys(self.panels.side.unfolded());
        self.panels.sizes.remember_in(&mut prefs.sizes);
    }
}
