//! The glue of the window, and the only holder of everything: the plan, what is derived from it, what is on screen.
//!
//! One frame: jobs are polled, shortcuts are taken before any widget sees them, what is derived is brought up to date,
//! the panels draw from a read-only [`Cx`] and queue [actions](Actions), and the queue is carried out once.
//! Nothing here draws by itself, and nothing blocks.

mod act;
mod clock;
mod command;
mod derive;
mod file;
mod jobs;
mod page;
mod pictures;
mod prefs;
mod preview;
mod run;
mod shell;
mod start;

use std::collections::VecDeque;
use std::time::Duration;

pub use clock::Clock;
pub use derive::Deriver;
pub use file::{EXTENSION, Next, PlanFile};
pub use jobs::{Done, Jobs, Purpose, Target, Work};
pub use run::{NoWindow, open_window};

use crate::check::Options;
use crate::edit::Document;
use crate::model::{Campaign, Day, IdSource};
use crate::ui::bars::BarState;
use crate::ui::board::BoardState;
use crate::ui::command::Command;
use crate::ui::findings::FindingsState;
use crate::ui::guide::GuideState;
use crate::ui::inspector::InspectorState;
use crate::ui::side::SideState;
use crate::ui::theme;
use crate::ui::view::{Actions, Cx, FileView, FindingKey, Preview, Selection, Setup};
use crate::ui::welcome::WelcomeState;
use pictures::Pictures;
pub use prefs::{Keeper, UserPrefs};

/// Whether file dialogs of the system are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialogs {
    /// The dialogs of the system, as long as they open.
    System,
    /// A field in the window.
    InWindow,
}

/// What the window needs of the world; tests give it a world that stands still.
#[derive(Debug)]
pub struct Rim {
    /// The time of day.
    pub clock: Clock,
    /// Where fresh ids come from.
    pub ids: IdSource,
    /// How paths are asked for.
    pub dialogs: Dialogs,
    /// Where work runs that must not hold a frame up.
    pub jobs: Jobs,
    /// A pause in typing after which a new step begins.
    pub typing_pause: Duration,
    /// Where this user's preferences are kept.
    pub prefs: Keeper,
}

impl Rim {
    /// The real world.
    #[must_use]
    pub fn system() -> Self {
        Self {
            clock: Clock::System,
            ids: crate::cli::clock::fresh_ids(),
            dialogs: Dialogs::System,
            jobs: Jobs::threaded(),
            typing_pause: Duration::from_secs(1),
            prefs: Keeper::of_user(),
        }
    }
}

/// The states of the panels.
#[derive(Default)]
struct Panels {
    board: BoardState,
    bar: BarState,
    side: SideState,
    inspector: InspectorState,
    findings: FindingsState,
    welcome: WelcomeState,
    guide: GuideState,
}

/// What is on screen. Nothing of it is in the document, and nothing of it can be undone.
#[expect(clippy::struct_excessive_bools, reason = "panels are shown or hidden each by itself")]
struct View {
    selection: Selection,
    panels: Panels,
    current_finding: Option<FindingKey>,
    /// A text field had the keyboard at the end of the last frame.
    was_typing: bool,
    screen: Screen,
    /// There is a plan behind the start page.
    behind: bool,
    show_side: bool,
    show_inspector: bool,
    show_findings: bool,
}

/// What fills the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The start page.
    Welcome,
    /// The plan.
    Board,
}

impl Default for View {
    fn default() -> Self {
        Self {
            selection: Selection::default(),
            panels: Panels::default(),
            current_finding: None,
            was_typing: false,
            screen: Screen::Board,
            behind: false,
            show_side: true,
            show_inspector: true,
            show_findings: true,
        }
    }
}

impl View {
    /// Another plan: what was on screen of the old one goes, which panels are open stays.
    fn forget_plan(&mut self) {
        let Self { show_side, show_inspector, show_findings, .. } = *self;
        *self = Self { show_side, show_inspector, show_findings, ..Self::default() };
    }
}

/// The plan and its file.
struct Plan {
    doc: Document,
    file: PlanFile,
    /// Which plan of this session it is: what a job brings back may belong to an earlier one.
    generation: u64,
}

impl Plan {
    /// Names the state on screen: which plan, and which revision of it.
    fn state(&self) -> (u64, u64) {
        (self.generation, self.doc.revision())
    }
}

/// A question or message of the window; the first that waits is shown.
enum Asked {
    /// There are changes that no file has.
    Unsaved(Next),
    /// Something to read.
    Message {
        /// What happened.
        title: String,
        /// The particulars.
        text: String,
        /// What to do.
        hint: String,
    },
    /// The explanation of a rule.
    Explain(&'static str),
    /// A path, where no dialog of the system can open.
    Path(Purpose, crate::ui::dialogs::PathDraft),
    /// A file of that name is there already.
    Replace {
        /// What was to be written.
        purpose: Purpose,
        /// Where.
        path: std::path::PathBuf,
        /// Whether it is the plan's own file, which another program changed.
        changed: bool,
    },
}

/// The window.
pub struct App {
    plan: Plan,
    deriver: Deriver,
    view: View,
    asked: VecDeque<Asked>,
    /// What waits for a save, a page or an answer.
    next: Option<Next>,
    /// Pages that are being written.
    sharing: usize,
    closing: bool,
    pictures: Pictures,
    prefs: UserPrefs,
    setup: Setup,
    /// A fix that is shown and not done.
    preview: Option<Preview>,
    rim: Rim,
    actions: Actions,
}

impl App {
    /// A window on a campaign that has no file yet.
    #[must_use]
    pub fn new(campaign: Campaign, rim: Rim) -> Self {
        let prefs = rim.prefs.load();
        Self {
            plan: Plan {
                doc: Document::unsaved(campaign).with_typing_pause(rim.typing_pause),
                file: PlanFile::default(),
                generation: 0,
            },
            deriver: Deriver::default(),
            view: View::default(),
            asked: VecDeque::new(),
            next: None,
            sharing: 0,
            closing: false,
            pictures: Pictures::default(),
            setup: prefs.setup(),
            prefs,
            preview: None,
            rim,
            actions: Actions::default(),
        }
    }

    /// The document, to look at.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.plan.doc
    }

    /// What is selected.
    #[must_use]
    pub fn selection(&self) -> &Selection {
        &self.view.selection
    }

    /// What the checker says now.
    #[must_use]
    pub fn findings(&self) -> &[std::sync::Arc<crate::check::Finding>] {
        &self.deriver.derived.findings
    }

    /// What the top bar says about saving.
    #[must_use]
    pub fn save_state(&self) -> crate::ui::view::SaveState {
        self.plan.file.view(&self.plan.doc).state
    }

    /// Runs the job that was held back first, in tests that hold jobs back. Returns whether there was one.
    #[must_use]
    pub fn release_job(&self) -> bool {
        self.rim.jobs.release()
    }

    /// Wants something, as a panel does; it is carried out with the next frame.
    pub fn want(&mut self, action: crate::ui::view::Action) {
        self.actions.push(action);
    }

    /// Whether the window is about to close.
    #[must_use]
    pub fn is_closing(&self) -> bool {
        self.closing
    }

    fn jobs(&self) -> &Jobs {
        &self.rim.jobs
    }

    fn today(&self) -> Day {
        self.rim.clock.now().day
    }

    fn options(&self) -> Options {
        Options { profile: None, today: Some(self.today()) }
    }

    /// What happens before anything is drawn: jobs, the close button, shortcuts, and bringing up to date what is derived.
    pub fn logic(&mut self, ctx: &egui::Context) {
        for done in self.rim.jobs.poll() {
            self.done(ctx, done);
        }
        if ctx.input(|input| input.viewport().close_requested()) && !self.closing {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.close_pressed(ctx);
        }
        let dropped = ctx.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_owned()));
        if let Some(path) = dropped.filter(|_| self.asked.is_empty()) {
            self.proceed_or_ask(ctx, Next::OpenPath(path));
        }
        self.take_shortcuts(ctx);
        self.derive();
        self.fill_start_page(ctx);
    }

    fn derive(&mut self) {
        let options = self.options();
        self.deriver.update(self.plan.doc.campaign(), self.plan.doc.revision(), &options);
    }

    /// Draws the window, and carries out what the user wanted.
    pub fn ui(&mut self, ui: &mut egui::Ui) {
        let mut actions = std::mem::take(&mut self.actions);
        self.panels(ui, &mut actions);
        self.questions(ui);
        for action in actions.drain() {
            self.act(ui.ctx(), action);
        }
        self.actions = actions;
        self.view.was_typing = ui.ctx().text_edit_focused();
        self.decode_wanted(ui.ctx());
        // What was just done is shown at once, not when the mouse moves next.
        if !self.deriver.is_current(self.plan.doc.campaign(), self.plan.doc.revision()) {
            ui.ctx().request_repaint();
        }
        let plan = &self.plan.doc.campaign().name;
        let file = self.plan.file.path.as_deref().and_then(std::path::Path::file_name);
        let title = file.map_or_else(
            || crate::words::window::window_title(plan),
            |file| crate::words::window::window_title_file(plan, file.to_string_lossy()),
        );
        if self.view.panels.bar.title_changed(&title) {
            ui.ctx().send_viewport_cmd(egui::ViewportCommand::Title(title));
        }
    }

    /// What panels may look at. `theme` only matters to those who draw.
    fn cx<'a>(&'a self, file: &'a FileView, theme: egui::Theme) -> Cx<'a> {
        Cx {
            campaign: self.plan.doc.campaign(),
            index: self.plan.doc.index(),
            derived: &self.deriver.derived,
            selection: &self.view.selection,
            tokens: theme::tokens(theme),
            today: self.today(),
            pictures: self.pictures.ready(),
            file,
            setup: &self.setup,
            preview: self.preview.as_ref(),
        }
    }

    /// Whether a command has anything to act on now.
    fn can_run(&self, command: Command) -> bool {
        let file = self.plan.file.view(&self.plan.doc);
        command.why_not(&self.cx(&file, egui::Theme::Light)).is_none()
    }

    fn panels(&mut self, ui: &mut egui::Ui, actions: &mut Actions) {
        let file = self.plan.file.view(&self.plan.doc);
        // The panels' own states are taken out while the rest of the app is only looked at.
        let mut panels = std::mem::take(&mut self.view.panels);
        self.draw_panels(&self.cx(&file, ui.theme()), &mut panels, ui, actions);
        self.view.panels = panels;
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        Self::logic(self, ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        Self::ui(self, ui);
    }
}
