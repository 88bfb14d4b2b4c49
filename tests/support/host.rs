//! A window that holds nothing but the board: it owns a document, derives what the board shows, and carries out what the
//! board asks for.

#![allow(dead_code, reason = "each binary that includes this file uses a part of it")]

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use momentboard::analysis::curve::curve;
use momentboard::check::{Options, Severity, State, check_lane, cross};
use momentboard::edit::Document;
use momentboard::model::{Campaign, Day, MomentId, PictureId};
use momentboard::ui::board::{BoardState, board_ui};
use momentboard::ui::theme;
use momentboard::ui::view::{Action, Actions, Counts, Cx, Derived, FileView, LaneView, Mark, Selection};

/// The board and everything it needs.
pub struct Host {
    /// The document that steps change.
    pub document: Document,
    /// What is derived from it.
    pub derived: Derived,
    /// What is selected.
    pub selection: Selection,
    /// The board's own state.
    pub board: BoardState,
    /// Pictures that are there.
    pub pictures: HashMap<PictureId, egui::TextureHandle>,
    /// Today.
    pub today: Day,
    /// Labels of the steps that were done.
    pub steps: Vec<String>,
    /// Everything else that was asked for, by name.
    pub asked: Vec<String>,
    file: FileView,
}

impl Host {
    /// A window with that plan.
    #[must_use]
    pub fn new(campaign: Campaign, today: Day) -> Self {
        let document = Document::unsaved(campaign);
        let derived = derive(document.campaign());
        Self {
            document,
            derived,
            selection: Selection::default(),
            board: BoardState::default(),
            pictures: HashMap::new(),
            today,
            steps: Vec::new(),
            asked: Vec::new(),
            file: FileView::default(),
        }
    }

    /// Draws a frame; does not carry anything out.
    pub fn draw(&mut self, ui: &mut egui::Ui) -> Actions {
        let mut actions = Actions::default();
        let campaign = Arc::clone(self.document.campaign());
        let cx = Cx {
            campaign: &campaign,
            index: self.document.index(),
            derived: &self.derived,
            selection: &self.selection,
            tokens: theme::of(ui),
            today: self.today,
            pictures: &self.pictures,
            file: &self.file,
        };
        board_ui(&cx, &mut self.board, ui, &mut actions);
        actions
    }

    /// Draws a frame and carries out what was asked for.
    pub fn ui(&mut self, ui: &mut egui::Ui) {
        for action in self.draw(ui).drain() {
            match action {
                Action::Edit(step) => {
                    self.steps.push(step.label.clone());
                    self.document.edit(step, Duration::ZERO).expect("the board asks for what can be done");
                    self.derived = derive(self.document.campaign());
                }
                Action::Select(selection) => {
                    self.asked.push("Select".to_owned());
                    self.selection = selection;
                }
                Action::Toggle(id) => {
                    self.asked.push("Toggle".to_owned());
                    if self.selection.has(id) {
                        self.selection.moments.retain(|known| *known != id);
                    } else {
                        self.selection.moments.push(id);
                    }
                }
                Action::FocusField(field) => self.asked.push(format!("FocusField {field}")),
                Action::NeedPicture(_) => self.asked.push("NeedPicture".to_owned()),
                other => self.asked.push(format!("{other:?}")),
            }
        }
    }

    /// The title of a card.
    #[must_use]
    pub fn title(&self, id: MomentId) -> String {
        self.document.campaign().moment(id).map(|(_, moment)| moment.title.clone()).unwrap_or_default()
    }
}

/// What is derived from a campaign.
#[must_use]
pub fn derive(campaign: &Campaign) -> Derived {
    let across = cross(campaign);
    let options = Options::default();
    let mut derived = Derived::default();
    for lane in &campaign.lanes {
        let report = check_lane(campaign, &across, lane, &options);
        let mut marks: HashMap<MomentId, Mark> = HashMap::new();
        let mut counts = Counts::default();
        for finding in &report.findings {
            let mark = if matches!(finding.state, State::Accepted(_)) {
                counts.accepted += 1;
                Mark::Accepted
            } else {
                match finding.severity {
                    Severity::Error => counts.errors += 1,
                    Severity::Warning => counts.warnings += 1,
                    Severity::Hint => counts.hints += 1,
                }
                Mark::Open(finding.severity)
            };
            if let Some(subject) = finding.subject() {
                let worst = marks.entry(subject).or_insert(mark);
                *worst = (*worst).min(mark);
            }
        }
        derived.lanes.push(Arc::new(LaneView {
            lane: Arc::clone(lane),
            findings: report.findings.into_iter().map(Arc::new).collect(),
            not_checked: report.not_checked,
            curve: curve(campaign, lane),
            marks,
            counts,
        }));
    }
    derived
}
