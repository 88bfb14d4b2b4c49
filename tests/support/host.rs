//! A window that holds nothing but the board: it owns a document, derives what the board shows, and carries out what the
//! board asks for.

#![allow(dead_code, reason = "each binary that includes this file uses a part of it")]

use std::sync::Arc;
use std::time::Duration;

use momentboard::app::Deriver;
use momentboard::check::Options;
use momentboard::edit::{Document, Edit};
use momentboard::model::{Campaign, Day, IdSource, MomentId};
use momentboard::ui::board::{BoardState, board_ui};
use momentboard::ui::shelf::Shelf;
use momentboard::ui::theme;
use momentboard::ui::view::{Action, Actions, Cx, FileView, Selection, Setup, View};

/// The board and everything it needs.
pub struct Host {
    /// The document that steps change.
    pub document: Document,
    /// What is derived from it, as the app does it.
    pub deriver: Deriver,
    /// What is selected.
    pub selection: Selection,
    /// The board's own state.
    pub board: BoardState,
    /// Pictures that are there.
    pub pictures: Shelf,
    /// Today.
    pub today: Day,
    /// Whether the board said in the last frame that it can go to today.
    pub today_is_on_board: bool,
    /// Labels of the steps that were done.
    pub steps: Vec<String>,
    /// Everything else that was asked for, by name.
    pub asked: Vec<String>,
    file: FileView,
    pub setup: Setup,
    ids: IdSource,
}

impl Host {
    /// A window with that plan.
    #[must_use]
    pub fn new(campaign: Campaign, today: Day) -> Self {
        let document = Document::unsaved(campaign);
        let mut deriver = Deriver::default();
        deriver.update(document.campaign(), document.revision(), &Options::default());
        Self {
            document,
            deriver,
            selection: Selection::default(),
            board: BoardState::default(),
            pictures: Shelf::default(),
            today,
            today_is_on_board: false,
            steps: Vec::new(),
            asked: Vec::new(),
            file: FileView::default(),
            setup: Setup::default(),
            ids: IdSource::seeded(3),
        }
    }

    /// Draws a frame; does not carry anything out.
    pub fn draw(&mut self, ui: &mut egui::Ui) -> Actions {
        let mut actions = Actions::default();
        let campaign = Arc::clone(self.document.campaign());
        let cx = Cx {
            campaign: &campaign,
            index: self.document.index(),
            derived: &self.deriver.derived,
            selection: &self.selection,
            sieve: &momentboard::ui::view::Sieve::default(),
            tokens: theme::of(ui),
            today: self.today,
            options: &self.deriver.options,
            pictures: &self.pictures,
            file: &self.file,
            setup: &self.setup,
            view: View::Board,
            has_block: false,
            in_guide: false,
            preview: None,
            prompts: momentboard::store::template::prompts(),
        };
        board_ui(&cx, &mut self.board, ui, &mut actions);
        self.today_is_on_board = self.board.today_is_on_board(&cx);
        actions
    }

    /// Draws a frame and carries out what was asked for.
    pub fn ui(&mut self, ui: &mut egui::Ui) {
        for action in self.draw(ui).drain() {
            match action {
                Action::Edit(step) => {
                    self.steps.push(step.label.clone());
                    self.document.edit(step, Duration::ZERO).expect("the board asks for what can be done");
                    self.deriver.update(self.document.campaign(), self.document.revision(), &Options::default());
                }
                Action::Add(mut step) => {
                    self.steps.push(step.label.clone());
                    momentboard::edit::draw_fresh_ids(&mut step.edits, &mut self.ids);
                    let added = step.edits.iter().filter(|edit| matches!(edit, Edit::AddMoment { .. }));
                    self.selection = Selection { moments: added.filter_map(Edit::moment).collect(), ..Selection::default() };
                    self.document.edit(step, Duration::ZERO).expect("the board asks for what can be done");
                    self.deriver.update(self.document.campaign(), self.document.revision(), &Options::default());
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
                Action::NeedPicture(id) => {
                    self.pictures.expect(id);
                    self.asked.push("NeedPicture".to_owned());
                }
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
