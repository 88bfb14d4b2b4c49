//! The plan's file: opening, saving, and the question before anything is thrown away.
//!
//! Nothing here loses work:
//!
//! * Only a save that succeeded marks a revision as saved, and only in the plan that it wrote.
//! * Another plan takes the place of the current one only once it was read, and only after the user was asked about the
//!   state that would go; if that state moved on meanwhile, they are asked again.
//! * While a save is under way, what would end or replace the plan waits for it; a second save waits, too.
//! * What waits for a save is done when the save succeeded, and forgotten when it failed.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::house::Reading;
use super::jobs::{Done, Purpose, Target, Work};
use super::{App, Asked, Dialogs};
use crate::edit::Document;
use crate::share::Format;
use crate::store::fs::{Base, FsErrorKind, Stamp};
use crate::store::{self, OpenError, Opened, SaveError};
use crate::ui::dialogs::KitFile;
use crate::ui::share::data::format_name;
use crate::ui::share::slug;
use crate::ui::view::{FileView, SaveState};
use crate::words::{brand_kit, house, import, share_dialog, window as say};

/// The extension of plan files.
pub const EXTENSION: &str = "moments";
/// The endings of files that hold a plan, its own and documents in which one travels, and of tables that one can be made of.
const OPENED: [&str; 11] = [EXTENSION, "ron", "pdf", "pptx", "html", "htm", "xlsx", "xlsm", "csv", "tsv", "tab"];

/// Why the last save failed, and what it tried: the same again may succeed.
#[derive(Debug)]
struct Failed {
    reason: String,
    changed_on_disk: bool,
    target: Target,
}

/// Where the plan stands against the disk.
#[derive(Debug, Default)]
pub struct PlanFile {
    /// Its file; `None` before the first save.
    pub path: Option<PathBuf>,
    /// What the file held when it was read or written last.
    stamp: Option<Stamp>,
    /// A save is under way.
    saving: bool,
    /// A save to another place that waits for the one under way.
    waiting: Option<Target>,
    /// A save to the same place was asked for while one was under way.
    again: bool,
    /// The last save failed.
    failed: Option<Failed>,
    /// When the last save succeeded.
    saved_at: Option<String>,
    /// The file is marked read-only.
    read_only: bool,
}

impl PlanFile {
    /// The file and what it held when it was read or written last.
    pub(super) fn stands(&self) -> (Option<&Path>, Option<Stamp>) {
        (self.path.as_deref(), self.stamp)
    }

    /// What the panels are told.
    pub(super) fn view(&self, doc: &Document) -> FileView {
        let name = self.path.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
        let state = match &self.failed {
            _ if self.saving => SaveState::Saving,
            Some(failed) if failed.changed_on_disk => SaveState::ChangedOnDisk,
            Some(failed) => SaveState::Failed(failed.reason.clone()),
            None if !doc.is_dirty() && self.read_only => SaveState::ReadOnly,
            None if !doc.is_dirty() => SaveState::Saved(self.saved_at.clone()),
            None if self.path.is_none() && doc.undo_depth() == 0 => SaveState::NotSavedYet,
            None => SaveState::Edited,
        };
        FileView { name, state, undo: doc.undo_label().map(str::to_owned), redo: doc.redo_label().map(str::to_owned) }
    }
}

/// What was asked for and may have to wait until the plan is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// An empty plan.
    New,
    /// Asks for a file to open.
    Open,
    /// Opens this file.
    OpenPath(PathBuf),
    /// Asks for a table that becomes a plan of its own.
    Table,
    /// Makes a plan of this table.
    TablePath(PathBuf),
    /// The fictional campaign.
    Demo,
    /// The two cases.
    Cases,
    /// An empty plan with the guide.
    Guide,
    /// A plan from the template with this key.
    Template(String),
    /// Opens what was not saved, after it was looked at.
    Restore,
    /// Closes the window.
    Quit,
}

/// How sure it is that a path may be written over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Overwriting {
    /// It was typed; nobody was asked.
    NotAsked,
    /// The dialog of the system asked, if there was something to ask about.
    AskedByDialog,
    /// The window asked, naming what is there.
    AskedByUs,
}

impl App {
    /// Does what was asked for, after what is under way, and after asking about changes that no file has.
    pub(super) fn proceed_or_ask(&mut self, ctx: &egui::Context, next: Next) {
        if self.plan.file.saving || (next == Next::Quit && self.sharing.under_way > 0) {
            self.next = Some(next);
        } else if self.plan.doc.is_dirty() && !self.plan.doc.is_untouched() {
            self.ask(Asked::Unsaved(next));
        } else {
            self.proceed(ctx, next);
        }
    }

    /// Does what was asked for. The caller knows that nothing is lost.
    pub(super) fn proceed(&mut self, ctx: &egui::Context, next: Next) {
        self.next = None;
        match next {
            Next::New => self.begin_empty(false),
            Next::Guide => self.begin_empty(true),
            Next::Template(key) => self.begin_from(&key),
            Next::Demo => {
                let plan = store::demo::fictional(self.rim.ids.plan());
                self.put(Document::unsaved(plan), PlanFile::default());
            }
            Next::Cases => {
                let plan = store::demo::two_cases(self.rim.ids.plan());
                self.put(Document::unsaved(plan), PlanFile::default());
            }
            Next::Open => self.pick(ctx, Purpose::Open),
            Next::OpenPath(path) => self.open(ctx, path),
            Next::Table => self.pick(ctx, Purpose::NewFromTable),
            Next::TablePath(path) => self.plan_of_table(ctx, path),
            Next::Restore => self.restore(ctx),
            Next::Quit => {
                self.closing = true;
                self.keep_prefs_now();
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
    }

    /// What waited for a save or a page is taken up again once nothing is under way.
    fn go_on(&mut self, ctx: &egui::Context) {
        if let Some(next) = self.next.take() {
            self.proceed_or_ask(ctx, next);
        }
    }

    /// Puts another plan in the place of the current one.
    pub(super) fn put(&mut self, doc: Document, file: PlanFile) {
        // What the plan that goes holds and no file has stays as a draft.
        self.note_state();
        self.plan.doc = doc.with_typing_pause(self.rim.typing_pause);
        self.plan.file = file;
        self.plan.generation += 1;
        self.pictures.forget_all();
        self.asked.retain(|asked| {
            !matches!(asked, Asked::RuleSettings(_) | Asked::Share(_) | Asked::OwnPage(_) | Asked::BrandKit(_) | Asked::Import(_))
        });
        self.end_preview();
        self.view.forget_plan();
        self.fold_as_before();
    }

    /// Asks for a path: with the dialog of the system, or with a field in the window where there is none.
    pub(super) fn pick(&mut self, ctx: &egui::Context, purpose: Purpose) {
        let suggested = self.suggested_name(purpose);
        if self.rim.dialogs == Dialogs::InWindow {
            self.ask_path(purpose, suggested);
            return;
        }
        let mut dialog = rfd::AsyncFileDialog::new();
        if let Some(folder) = self.plan.file.path.as_deref().and_then(Path::parent) {
            dialog = dialog.set_directory(folder);
        }
        // The future has to be made here, on the thread of the window; waiting for it must not be.
        let answer: std::pin::Pin<Box<dyn Future<Output = Option<rfd::FileHandle>> + Send>> = match purpose {
            Purpose::Open => Box::pin(dialog.add_filter(say::opened_files(), &OPENED).pick_file()),
            Purpose::Save => Box::pin(dialog.add_filter(say::plan_files(), &[EXTENSION]).set_file_name(suggested).save_file()),
            Purpose::House => Box::pin(dialog.add_filter(house::house_files(), &["ron"]).pick_file()),
            Purpose::Import | Purpose::NewFromTable => {
                Box::pin(dialog.add_filter(import::table_files(), super::import::ENDINGS).pick_file())
            }
            Purpose::Kit(KitFile::Save) => {
                Box::pin(dialog.add_filter(brand_kit::kit_files(), &["ron"]).set_file_name(suggested).save_file())
            }
            Purpose::Kit(KitFile::Load) => Box::pin(dialog.add_filter(brand_kit::kit_files(), &["ron", EXTENSION]).pick_file()),
            Purpose::Kit(KitFile::Heading | KitFile::Body) => {
                Box::pin(dialog.add_filter(brand_kit::font_files(), &["ttf", "otf"]).pick_file())
            }
            Purpose::Kit(KitFile::Logo | KitFile::Cover) => {
                let endings = ["png", "jpg", "jpeg", "webp", "gif"];
                Box::pin(dialog.add_filter(brand_kit::picture_files(), &endings).pick_file())
            }
            Purpose::Share => {
                let format = self.shared_format();
                let name = share_dialog::files(format_name(format));
                Box::pin(dialog.add_filter(name, endings(format)).set_file_name(suggested).save_file())
            }
        };
        self.jobs().run(ctx, Work::Pick, say::picking(), move || {
            let timer = super::clock::Stopwatch::start();
            let path = pollster::block_on(answer).map(|file| file.path().to_owned());
            let opened = path.is_some() || timer.longer_than_a_blink();
            Done::Picked { purpose, path, opened }
        });
    }

    fn suggested_name(&self, purpose: Purpose) -> String {
        let name = self.plan.file.path.as_deref().and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
        let name = name.unwrap_or_else(|| file_name(&self.plan.doc.campaign().name));
        match purpose {
            Purpose::Open | Purpose::Save => format!("{name}.{EXTENSION}"),
            Purpose::Kit(KitFile::Save) => format!("{name}-kit.ron"),
            Purpose::House | Purpose::Kit(_) | Purpose::Import | Purpose::NewFromTable => String::new(),
            Purpose::Share => self.shared_name(&name),
        }
    }

    /// A path was chosen or typed.
    pub(super) fn picked(&mut self, ctx: &egui::Context, purpose: Purpose, path: PathBuf, over: Overwriting) {
        match purpose {
            Purpose::Open => self.open(ctx, path),
            Purpose::House => self.read_house(ctx, path, Reading::Chosen),
            Purpose::Import => self.read_table(ctx, path),
            Purpose::NewFromTable => self.plan_of_table(ctx, path),
            Purpose::Save => {
                let (path, over) = with_ending(path, &[EXTENSION, "ron"], over);
                let own = self.plan.file.path.as_ref() == Some(&path);
                let base = match (over, self.plan.file.stamp) {
                    (Overwriting::AskedByUs, _) => Base::Overwrite,
                    // Over its own file a save replaces only what was read: somebody else may have changed it.
                    (_, Some(stamp)) if own => Base::Loaded(stamp),
                    (Overwriting::AskedByDialog, _) => Base::Overwrite,
                    (Overwriting::NotAsked, _) => Base::New,
                };
                self.save_to(ctx, Target { path, base });
            }
            Purpose::Kit(file) => {
                let saves = file == KitFile::Save;
                let (path, over) = if saves { with_ending(path, &["ron"], over) } else { (path, over) };
                let base = if over == Overwriting::NotAsked { Base::New } else { Base::Overwrite };
                self.kit_file(ctx, file, Target { path, base });
            }
            Purpose::Share => {
                let (path, over) = with_ending(path, endings(self.shared_format()), over);
                let base = if over == Overwriting::NotAsked { Base::New } else { Base::Overwrite };
                self.share_to(ctx, Target { path, base });
            }
        }
    }

    /// Saves to the plan's file, asking for one where there is none.
    pub(super) fn save(&mut self, ctx: &egui::Context) {
        let file = &mut self.plan.file;
        if file.saving {
            // Where the one under way goes is where this one goes, too, even if that is not known as the plan's file yet.
            file.again = true;
            return;
        }
        match (file.path.clone(), file.stamp) {
            (Some(path), Some(stamp)) if !file.read_only => self.save_to(ctx, Target { path, base: Base::Loaded(stamp) }),
            _ => self.pick(ctx, Purpose::Save),
        }
    }

    /// Does the save that failed again, to the same place.
    pub(super) fn save_again(&mut self, ctx: &egui::Context) {
        match self.plan.file.failed.as_ref().map(|failed| failed.target.clone()) {
            Some(target) => self.save_to(ctx, target),
            None => self.save(ctx),
        }
    }

    /// The answer to the question about unsaved changes was "Save": what was asked for waits for it.
    pub(super) fn save_then(&mut self, ctx: &egui::Context, next: Next) {
        self.next = Some(next);
        self.save(ctx);
    }

    fn save_to(&mut self, ctx: &egui::Context, target: Target) {
        if self.plan.file.saving {
            self.plan.file.waiting = Some(target);
            return;
        }
        self.plan.doc.commit_gesture();
        self.plan.doc.seal();
        self.plan.file.saving = true;
        self.plan.file.failed = None;
        // The snapshot is a pointer: what is typed from now on is not in it, and stays unsaved.
        let (campaign, revision) = (Arc::clone(self.plan.doc.campaign()), self.plan.doc.revision());
        let generation = self.plan.generation;
        self.jobs().run(ctx, Work::Save, say::saving_plan(), move || {
            let result = store::save_plan(&target.path, &campaign, target.base);
            Done::Saved { target, generation, revision, result }
        });
    }

    fn open(&mut self, ctx: &egui::Context, path: PathBuf) {
        // A table is no plan, but one can be made of it, once it is known what it says.
        if super::import::is_table_file(&path) {
            self.plan_of_table(ctx, path);
            return;
        }
        let asked_for = self.plan.state();
        self.jobs().run(ctx, Work::Open, say::opening_plan(), move || {
            let result = store::open_plan(&path).map(Box::new);
            if result.is_ok() {
                // What saves that were cut off left beside the plan; anything younger may belong to one that is under way.
                let _removed = store::fs::remove_leftovers(&path, crate::cli::clock::hour_ago());
            }
            Done::Opened { path, asked_for, result }
        });
    }

    /// Takes in what a job did.
    pub(super) fn done(&mut self, ctx: &egui::Context, done: Done) {
        match done {
            Done::Picked { purpose, path: Some(path), .. } => self.picked(ctx, purpose, path, Overwriting::AskedByDialog),
            Done::Picked { purpose, path: None, opened: false } => {
                let suggested = self.suggested_name(purpose);
                self.ask_path(purpose, suggested);
            }
            Done::Picked { path: None, .. } => self.next = None,
            Done::Opened { path, asked_for, result: Ok(opened) } => self.opened(ctx, path, asked_for, *opened),
            Done::Opened { result: Err(error), .. } => self.cannot_open(&error),
            Done::Saved { target, generation, revision, result } if generation == self.plan.generation => {
                self.saved(ctx, target, revision, result);
            }
            // The plan that was written is no longer on screen; only a failure is worth saying. Preferences never are.
            Done::Saved { result: Ok(_), .. }
            | Done::Kept
            | Done::FolderShown(Ok(()))
            | Done::Broke { work: Work::Prefs, .. } => {}
            Done::Saved { result: Err(error), .. } => self.tell(say::cannot_save(), error.to_string(), error.hint),
            Done::Shared { path, result } => {
                self.shared(path, result);
                self.go_on(ctx);
            }
            Done::Previewed { number, result } => self.previewed(ctx, number, result),
            Done::Drawn { number, pages } => self.pages_drawn(ctx, number, pages),
            Done::Measured { number, bytes } => self.measured(number, bytes),
            Done::Copied(copied) => self.copied(ctx, copied),
            Done::Kit(file, result) => self.kit_read(file, result),
            Done::FolderShown(Err(cause)) => self.tell(share_dialog::cannot_show_folder(), cause, ""),
            Done::Templates(shelved) => self.shelved(ctx, *shelved),
            Done::House { path, why, result } => self.house_read(path, why, result),
            Done::Looked(found) => self.looked(&found),
            Done::Table { number, sheet, text, result } => self.table_read(ctx, number, (sheet, text), result),
            Done::Proposed { revision, proposal } => self.proposed(revision, proposal),
            Done::Drafts(news) => self.drafts_news(ctx, *news),
            Done::Pictures(decoded) => self.pictures.all_arrived(ctx, decoded),
            Done::Broke { work, what } => self.broke(work, what),
        }
    }

    fn opened(&mut self, ctx: &egui::Context, path: PathBuf, asked_for: (u64, u64), opened: Opened) {
        if self.plan.state() != asked_for || self.plan.file.saving {
            // The plan on screen went on while the file was read: what is new in it was not asked about.
            self.proceed_or_ask(ctx, Next::OpenPath(path));
            return;
        }
        let notices: Vec<String> = opened.notices.iter().map(|notice| notice.message.clone()).collect();
        if opened.notices.iter().any(|notice| notice.unreadable) {
            // Part of the file could not be read. Saving over it would make that lasting, so this is a copy without a file.
            self.put(Document::unsaved(opened.campaign), PlanFile::default());
            self.tell(say::opened_as_copy(), notices.join("\n"), say::opened_as_copy_hint());
            return;
        }
        if opened.from_document {
            // A plan is not what the document is: it has no file until it is saved as one.
            self.put(Document::unsaved(opened.campaign), PlanFile::default());
            self.tell(say::opened_with_notices(), notices.join("\n"), "");
            return;
        }
        let read_only = opened.read_only;
        let file = PlanFile { path: Some(path), stamp: Some(opened.stamp), read_only, ..PlanFile::default() };
        self.put(Document::opened(opened.campaign), file);
        self.plan_was_used();
        if !notices.is_empty() {
            self.tell(say::opened_with_notices(), notices.join("\n"), "");
        }
    }

    fn cannot_open(&mut self, error: &OpenError) {
        self.tell(say::cannot_open(), error.to_string(), error.hint());
    }

    fn saved(&mut self, ctx: &egui::Context, target: Target, revision: u64, result: Result<store::Saved, SaveError>) {
        self.plan.file.saving = false;
        match result {
            Ok(saved) => {
                self.plan.doc.mark_saved(revision);
                let saved_at = Some(self.rim.clock.now().time());
                self.plan_was_used();
                let (waiting, again) = (self.plan.file.waiting.take(), self.plan.file.again);
                self.plan.file = PlanFile { path: Some(target.path), stamp: Some(saved.stamp), saved_at, ..PlanFile::default() };
                match waiting {
                    // The file it was to go over is another one now: the one that was just written.
                    Some(Target { path, .. }) if Some(&path) == self.plan.file.path.as_ref() => {
                        self.save_to(ctx, Target { path, base: Base::Loaded(saved.stamp) });
                    }
                    Some(target) => self.save_to(ctx, target),
                    None if again && self.plan.doc.is_dirty() => self.save(ctx),
                    None => self.go_on(ctx),
                }
            }
            Err(error) => {
                self.plan.file.waiting = None;
                self.plan.file.again = false;
                match error.kind {
                    // What waits for the save goes on waiting for the answer.
                    FsErrorKind::Exists => {
                        self.ask(Asked::Replace { purpose: Purpose::Save, path: target.path, changed: false });
                    }
                    kind => {
                        let reason = error.message.trim_end_matches('.').to_owned();
                        let changed_on_disk = kind == FsErrorKind::ChangedOnDisk;
                        // A file that is gone can be made anew; that loses nothing.
                        let base = if kind == FsErrorKind::Gone { Base::New } else { target.base };
                        let target = Target { base, ..target };
                        if changed_on_disk {
                            self.ask(Asked::Replace { purpose: Purpose::Save, path: target.path.clone(), changed: true });
                        } else {
                            self.next = None;
                            self.tell(say::cannot_save(), error.to_string(), error.hint);
                        }
                        self.plan.file.failed = Some(Failed { reason, changed_on_disk, target });
                    }
                }
            }
        }
    }

    fn broke(&mut self, work: Work, what: String) {
        match work {
            Work::Save => {
                self.plan.file.saving = false;
                self.plan.file.waiting = None;
                self.plan.file.again = false;
                self.next = None;
                if let (Some(path), Some(stamp)) = (self.plan.file.path.clone(), self.plan.file.stamp) {
                    let target = Target { path, base: Base::Loaded(stamp) };
                    let reason = say::job_broke().to_owned();
                    self.plan.file.failed = Some(Failed { reason, changed_on_disk: false, target });
                }
            }
            Work::Share => self.share_ended(),
            Work::Preview => self.preview_broke(),
            Work::Pictures => self.pictures.none_arrived(),
            Work::Pick | Work::Open => self.next = None,
            // Nobody waits for a table that is not coming.
            Work::Import => self.asked.retain(|asked| !matches!(asked, Asked::Import(draft) if draft.reading)),
            Work::Drafts => self.drafts_broke(),
            Work::Prefs | Work::Templates | Work::House | Work::Copy | Work::Kit => {}
            // The list is shown as if everything were there; opening says what is not.
            Work::Look => return,
        }
        self.tell(say::job_broke(), what, say::job_broke_hint());
    }
}

/// A path with an ending that says what it is. Where one is added, the file is another than the one anybody was asked about.
fn with_ending(path: PathBuf, known: &[&str], over: Overwriting) -> (PathBuf, Overwriting) {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if known.iter().any(|known| ending.eq_ignore_ascii_case(known)) {
        return (path, over);
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(known.first().copied().unwrap_or_default());
    (path.with_file_name(name), Overwriting::NotAsked)
}

/// The endings of files of a format, the usual one first.
const fn endings(format: Format) -> &'static [&'static str] {
    match format {
        Format::Pdf => &["pdf"],
        Format::Pptx => &["pptx"],
        Format::Html => &["html", "htm"],
        Format::Xlsx => &["xlsx"],
        Format::Csv => &["csv"],
        Format::Ics => &["ics"],
        Format::Png => &["png"],
        Format::Svg => &["svg"],
        Format::Markdown => &["md", "markdown"],
    }
}

/// A file name made of the name of a campaign: letters and digits of any script, everything else a dash.
pub(super) fn file_name(name: &str) -> String {
    slug(name, "plan")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_that_is_added_was_not_asked_about() {
        let asked = Overwriting::AskedByDialog;
        let of = |path: &str| with_ending(PathBuf::from(path), &[EXTENSION, "ron"], asked);
        assert_eq!(of("a/plan.moments"), ("a/plan.moments".into(), asked));
        assert_eq!(of("a/plan.RON"), ("a/plan.RON".into(), asked));
        assert_eq!(of("a/plan"), ("a/plan.moments".into(), Overwriting::NotAsked));
        assert_eq!(of("a/plan v1.2"), ("a/plan v1.2.moments".into(), Overwriting::NotAsked));
    }

    #[test]
    fn a_campaign_gives_a_file_name_that_every_system_takes() {
        assert_eq!(file_name("The long way round"), "the-long-way-round");
        assert_eq!(file_name("Q3/Q4: 春 & \"Frühling\"…"), "q3-q4-春-frühling");
        assert_eq!(file_name(" ?! "), "plan");
        for (name, gives) in [
            ("../../etc/passwd", "etc-passwd"),
            ("C:\\Windows\\x.exe", "c-windows-x-exe"),
            (".hidden", "hidden"),
            ("-rf *", "rf"),
            ("CON", "plan-con"),
            ("lpt1", "plan-lpt1"),
            ("Comet", "comet"),
            ("a\u{0}b\u{202E}c\nd\u{1b}[31m", "a-b-c-d-31m"),
            ("=1+1|'$(id)'", "1-1-id"),
        ] {
            assert_eq!(file_name(name), gives);
        }
        for long in ["日本語", "a", "İ", "𝒜"] {
            let name = file_name(&long.repeat(100));
            assert!(name.len() <= 60 && !name.is_empty(), "{name}");
        }
    }
}
