//! The glue of the window, and the only holder of everything: the plan, what is derived from it, what is on screen.
//!
//! One frame: jobs are polled, shortcuts are taken before any widget sees them, what is derived is brought up to date,
//! the panels draw from a read-only [`Cx`] and queue [actions](Actions), and the queue is carried out once.
//! Nothing here draws by itself, and nothing blocks.

mod accept;
mod act;
mod add;
mod aside;
mod audience;
mod autosave;
mod brand_kit;
mod clipboard;
mod clock;
mod command;
mod conflict;
pub mod crash;
mod derive;
mod dropped;
mod edge;
mod far;
mod file;
mod filter;
mod hiding;
mod house;
mod import;
mod jobs;
mod journal;
mod keyboard;
mod lane_copy;
mod lanes;
mod lay_out;
mod lock;
mod moves;
mod notes;
mod on_screen;
mod orders;
mod own;
mod palette;
mod paste;
mod pasting;
mod picture_in;
mod pictures;
mod place;
mod plan_view;
mod points;
mod preferences;
mod prefs;
mod present;
mod preview;
mod recover;
pub mod restart;
mod restore;
mod run;
pub mod safe;
mod salvage;
mod select;
mod share;
mod share_preview;
mod shell;
mod slow;
mod start;
mod system_fonts;
mod told;
mod tour;
mod unsaved_work;
mod versions;
mod watch;
mod window_place;

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

pub use brand_kit::KitRead;
pub use clipboard::Carried;
pub use clock::Clock;
pub use conflict::Reread;
pub use derive::Deriver;
pub use file::{EXTENSION, Next, PlanFile};
pub use jobs::{Done, Jobs, Purpose, Target, Work};
pub use own::Shelved;
pub use pasting::{Clip, Lack, Pasting, PictureOnClipboard, PutPicture};
pub use recover::{DraftNews, Seek};
pub use restore::Ready;
pub use run::open_window;
pub use system_fonts::SystemFonts;

use crate::check::Options;
use crate::edit::Document;
use crate::model::{Campaign, Day, IdSource, LaneId, When, Written};
use crate::store::home::Home;
use crate::store::template;
use crate::ui::command::Command;
use crate::ui::kit;
use crate::ui::palette::PaletteState;
use crate::ui::rule_settings::RuleDraft;
use crate::ui::theme::{self, Tone};
use crate::ui::view::{Actions, Cx, FileView, Notice, Preview, Selection, Setup};
use crate::ui::written;
use crate::words::language;
use crate::words::recovery::called;
use house::HouseOfUser;
pub use on_screen::Screen;
use on_screen::{OnScreen, Panels};
use pictures::Pictures;
pub use prefs::{Keeper, UserPrefs};
pub use share::{Failure, SharedFile};
pub use share_preview::{Copied, Seen};
pub use versions::{Did, SeenVersion, VersionsDone};

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
    /// Where drafts, versions and locks are kept; `None` where the computer has no such place.
    pub home: Option<Home>,
    /// Where tables are taken apart.
    pub tables: crate::cli::Tables,
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
            home: Home::of_user(|name| std::env::var_os(name)),
            tables: crate::cli::Tables::of_program(),
        }
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
    /// Whether to read what can be read of a damaged file.
    Damaged(salvage::DamagedFile),
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
        /// The file that cannot be opened, where it is about that.
        file: Option<std::path::PathBuf>,
    },
    /// All keys.
    Keys,
    /// What the program cannot see.
    Limits,
    /// The plan through which the tour goes.
    TourOffer,
    /// A plan for the guide.
    GuideOffer,
    /// What this user prefers.
    Preferences,
    /// For whom a lane is copied.
    CopyLane(LaneId, crate::ui::dialogs::CopyDraft),
    /// What is in the plan and what can be done, by name.
    Palette,
    /// The explanation of a rule.
    Explain(&'static str),
    /// All rules, or the one of them that is being read.
    Rules(crate::ui::dialogs::RulesDraft),
    /// What creator, brand and audience of a lane stand for, side by side.
    Values(crate::model::LaneId, crate::ui::dialogs::ValuesDraft),
    /// Two lanes side by side.
    Lanes(crate::ui::lanes_compared::LanesDraft),
    /// Why a finding is all right.
    Accept(Box<crate::ui::dialogs::AcceptDraft>),
    /// Something about templates.
    Template(own::Question),
    /// What is shared, for whom and how.
    Share(Box<crate::ui::share::ShareDraft>),
    /// Earlier versions of the plan.
    Versions(Box<crate::ui::dialogs::VersionsDraft>),
    /// A page of the team's own, for decks.
    OwnPage(Box<crate::ui::share::OwnPageDraft>),
    /// What decks take from the brand.
    BrandKit(crate::ui::dialogs::BrandKitDraft),
    /// A file is written.
    Written {
        /// Where.
        path: std::path::PathBuf,
        /// What is worth knowing about it.
        notices: Vec<String>,
        /// The plan that was shared, where it can be kept as a version with a name.
        version: Option<Arc<Campaign>>,
    },
    /// Work that no file has.
    Recovery(Box<crate::ui::dialogs::RecoveryDraft>),
    /// All work that no file has, and what of it lies in the trash.
    UnsavedWork(Box<crate::ui::dialogs::UnsavedWork>, Vec<crate::store::journal::Trashed>),
    /// A picture, large.
    Picture(crate::ui::picture::PictureView),
    /// The rules of this plan.
    RuleSettings(Box<RuleDraft>),
    /// What a table holds, before it enters the plan.
    Import(Box<crate::ui::import::ImportDraft>),
    /// A path, where no dialog of the system can open.
    Path(Purpose, crate::ui::dialogs::PathDraft),
    /// A file of that name is there already.
    Replace {
        /// What was to be written.
        purpose: Purpose,
        /// Where.
        path: std::path::PathBuf,
        /// What the file holds, where only that may be replaced.
        there: Option<file::Occupied>,
    },
    /// The plan is open in another window.
    Twice(Box<lock::Twice>),
    /// Another program changed the plan's file, or left a copy beside it.
    Conflict(Box<conflict::Conflict>),
    /// The plan was not saved: how to go on.
    NotSaved(Box<file::NotSaved>),
    /// The plan's file is gone: whether it is made anew.
    Gone(std::path::PathBuf),
}

/// The window.
pub struct App {
    plan: Plan,
    deriver: Deriver,
    view: OnScreen,
    asked: VecDeque<Asked>,
    /// What waits for a save, a page or an answer.
    next: Option<Next>,
    sharing: share::Sharing,
    watcher: watch::Watcher,
    journal: journal::Journal,
    drafts: recover::Drafts,
    /// The plan that was asked for last, by its file.
    opening: Option<std::path::PathBuf>,
    /// The plan that is being read now.
    reading: file::Reading,
    /// Files that are read once more.
    rereading: Vec<conflict::Rereading>,
    /// What no file has is being kept, before something takes its place.
    keeping: Option<aside::Keeping>,
    closing: bool,
    pictures: Pictures,
    incoming: picture_in::Incoming,
    dropping: dropped::Dropping,
    prefs: UserPrefs,
    palette: PaletteState,
    /// Where the keyboard goes after a question.
    keyboard: keyboard::Keyboard,
    own: own::OwnTemplates,
    setup: Setup,
    house: HouseOfUser,
    versions: versions::Versions,
    /// A fix that is shown and not done.
    preview: Option<Preview>,
    autosave: autosave::Autosave,
    /// The tour, while somebody takes it.
    tour: Option<tour::Taken>,
    /// Where the next paste goes, if that was chosen.
    paste_at: Option<(LaneId, When)>,
    copying: clipboard::Copying,
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
            view: OnScreen::of_prefs(&prefs.prefs),
            asked: VecDeque::new(),
            next: None,
            sharing: share::Sharing::default(),
            watcher: watch::Watcher::default(),
            journal: journal::Journal::default(),
            drafts: recover::Drafts::default(),
            opening: None,
            reading: file::Reading::default(),
            rereading: Vec::new(),
            keeping: None,
            closing: false,
            pictures: Pictures::default(),
            incoming: picture_in::Incoming::default(),
            dropping: dropped::Dropping::default(),
            setup: prefs.setup(),
            prefs,
            palette: PaletteState::default(),
            keyboard: keyboard::Keyboard::default(),
            own: own::OwnTemplates::default(),
            house: HouseOfUser::default(),
            versions: versions::Versions::default(),
            preview: None,
            autosave: autosave::Autosave::default(),
            tour: None,
            paste_at: None,
            copying: clipboard::Copying::default(),
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

    /// The view that is in front.
    #[must_use]
    pub fn view(&self) -> crate::ui::view::View {
        self.view.panels.front
    }

    /// The lanes that are folded on the board.
    pub fn folded_lanes(&self) -> impl Iterator<Item = LaneId> {
        self.view.panels.board.folded()
    }

    /// What the checker says now.
    #[must_use]
    pub fn findings(&self) -> &[std::sync::Arc<crate::check::Finding>] {
        &self.deriver.derived.findings
    }

    /// Points that a day takes on the board; `None` before it was drawn.
    #[must_use]
    pub fn px_per_day(&self) -> Option<f64> {
        self.view.panels.board.px_per_day()
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
        // What a plan carries counts more than what somebody prefers on this computer.
        let house = self.house.rules().filter(|_| self.plan.doc.campaign().house.is_none());
        Options { today: Some(self.today()), house: house.cloned(), ..Options::default() }
    }

    /// Speaks as this window does until the guard is dropped: whoever calls the window from outside begins with it.
    fn speak(&self) -> language::Spoken {
        let Written { dates, money, .. } = self.setup.written;
        language::speak_as(language::Manner { language: self.setup.spoken, dates, money })
    }

    /// What happens before anything is drawn: jobs, the close button, shortcuts, and bringing up to date what is derived.
    pub fn logic(&mut self, ctx: &egui::Context) {
        let _written = written::scope(&self.setup.written);
        let _spoken = self.speak();
        for done in self.rim.jobs.poll() {
            self.done(ctx, done);
        }
        self.keep_watch(ctx);
        if ctx.input(|input| input.viewport().close_requested()) && !self.closing {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.close_pressed(ctx);
        }
        self.take_dropped_files(ctx);
        kit::field_menu::take_keys(ctx);
        kit::goes_on::begin(ctx);
        self.look_for_house(ctx);
        self.give_keyboard_back(ctx);
        self.take_side_away(ctx);
        self.take_tour_keys(ctx);
        self.take_shortcuts(ctx);
        self.derive();
        self.remember_plan();
        self.note_view();
        self.read_templates_at_first(ctx);
        self.leave_nothing();
        self.fill_start_page(ctx);
        self.look_for_drafts_at_first(ctx);
        self.forget_what_is_past();
        self.keep_journal(ctx);
        self.autosave(ctx);
    }

    fn derive(&mut self) {
        let options = self.options();
        let round = self.deriver.round();
        self.deriver.update(self.plan.doc.campaign(), self.plan.doc.revision(), &options);
        if self.deriver.round() != round {
            self.view.panels.findings.news.follow(self.plan.generation, &self.deriver.derived);
        }
        self.end_stale_preview();
        self.sift();
    }

    /// Draws the window, and carries out what the user wanted.
    pub fn ui(&mut self, ui: &mut egui::Ui) {
        let _written = written::scope(&self.setup.written);
        let _spoken = self.speak();
        let mut actions = std::mem::take(&mut self.actions);
        self.panels(ui, &mut actions);
        self.show_tour(ui);
        self.note_keyboard(ui.ctx());
        self.questions(ui);
        self.follow_questions();
        self.show_busy(ui);
        self.show_drop(ui.ctx());
        let shown = self.preview.as_ref().map(|preview| Arc::clone(&preview.campaign));
        let selected = (!actions.is_empty()).then(|| self.view.selection.clone());
        for action in actions.drain() {
            self.act(ui.ctx(), action);
        }
        self.actions = actions;
        // The page of what was just selected is there with the next frame, also where a screen reader pressed.
        if selected.is_some_and(|before| before != self.view.selection) {
            ui.ctx().request_repaint();
        }
        // A fix that was just shown, or left, is there or gone with the next frame, not when the mouse moves.
        if shown.as_ref().map(Arc::as_ptr) != self.preview.as_ref().map(|preview| Arc::as_ptr(&preview.campaign)) {
            ui.ctx().request_repaint();
        }
        self.view.was_typing = ui.ctx().text_edit_focused();
        self.keep_lane_used();
        self.decode_wanted(ui.ctx());
        self.keep_presenting(ui.ctx());
        self.keep_prefs(ui.ctx());
        self.keep_journal(ui.ctx());
        // What was just done is shown at once, not when the mouse moves next.
        if !self.deriver.is_current(self.plan.doc.campaign(), self.plan.doc.revision()) {
            ui.ctx().request_repaint();
        }
        let plan = called(&self.plan.doc.campaign().name);
        let file = self.plan.file.path.as_deref().and_then(std::path::Path::file_name);
        let nothing = self.view.screen == Screen::Nothing;
        let title = file.map_or_else(
            || if nothing { crate::words::window::app_name().to_owned() } else { crate::words::window::window_title(plan) },
            |file| crate::words::window::window_title_file(plan, file.to_string_lossy()),
        );
        // What a name could hide or turn around on the task bar is shown there, too.
        let title = crate::model::shown::shown(&title).into_owned();
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
            sieve: &self.view.sieve,
            tokens: theme::tokens(theme),
            today: self.today(),
            options: &self.deriver.options,
            pictures: &self.pictures.shelf,
            file,
            setup: &self.setup,
            view: self.view.panels.front,
            has_block: self.view.panels.table.marks_rows(),
            in_guide: self.is_in_guide(&self.view.panels),
            preview: self.preview.as_ref(),
            prompts: template::prompts(),
        }
    }

    /// Why a command has nothing to act on now.
    fn why_not(&self, command: Command) -> Option<&'static str> {
        let file = self.file_view();
        command.why_not(&self.cx(&file, egui::Theme::Light))
    }

    /// Whether a command has anything to act on now.
    fn can_run(&self, command: Command) -> bool {
        self.why_not(command).is_none()
    }

    /// What stands under the top bar: what presses most. On the start page that is nothing about a plan.
    fn notice(&self, of_plan: Option<Notice>) -> Option<Notice> {
        let of_plan = of_plan.filter(|_| self.view.screen != Screen::Welcome);
        match of_plan {
            Some(pressing) if pressing.tone != Tone::Hint => Some(pressing),
            // Of work that waits the start page has more to say.
            hint => {
                let work = if self.view.screen == Screen::Plan { self.others_wait() } else { None };
                self.prefs.notice().or(work).or(hint)
            }
        }
    }

    fn panels(&mut self, ui: &mut egui::Ui, actions: &mut Actions) {
        let mut file = self.file_view();
        file.notice = self.notice(file.notice);
        self.pictures.shelf.begin_frame();
        // The panels' own states are taken out while the rest of the app is only looked at.
        let mut panels = std::mem::take(&mut self.view.panels);
        // What is in front is known by the states, which are not where the app looks for it now.
        let (has_block, in_guide) = (panels.table.marks_rows(), self.is_in_guide(&panels));
        let cx = Cx { view: panels.front, has_block, in_guide, ..self.cx(&file, ui.theme()) };
        self.draw_panels(&cx, &mut panels, ui, actions);
        self.view.panels = panels;
    }
}
