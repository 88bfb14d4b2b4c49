//! Sharing: the dialog and what it remembers, the file that is written, and what is told afterwards.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use egui::Context;

use super::jobs::{Done, Purpose, Target, Work};
use super::share_preview::Previewing;
use super::{App, Asked};
use crate::check;
use crate::model::{Campaign, LaneId};
use crate::share::choice::WIDTHS;
use crate::share::{self, Choice, ExportError, Format, Motif, Paper, Reader, Section, Tone, Watch};
use crate::store::fs::{self, Base, FsError, FsErrorKind, Stamp};
use crate::ui::share::{OwnPageAnswer, OwnPageDraft, ShareAnswer, ShareDraft, WrittenAnswer, own_page_ui, share_ui, written_ui};
use crate::ui::view::{Kept, Selection};
use crate::words::language::{self, Language};
use crate::words::{files, share_dialog as say};

/// What the language of a plan's files is kept as.
const LANGUAGE: &str = "share.language";

/// What is shared, and how far it is.
#[derive(Default)]
pub(super) struct Sharing {
    /// Files that are being written.
    pub(super) under_way: usize,
    /// What is written once it is known where to.
    choice: Option<Choice>,
    /// Files that were written in this session, each with who wrote it and what was written.
    written: HashMap<PathBuf, (Writer, Stamp)>,
    /// How far the file is that was begun last.
    progress: Option<Arc<Progress>>,
    pub(super) preview: Previewing,
}

/// How far a file is; shared with the job that makes it.
#[derive(Debug, Default)]
struct Progress {
    done: AtomicUsize,
    of: AtomicUsize,
    stop: AtomicBool,
}

impl Progress {
    fn read(&self) -> (usize, usize) {
        (self.done.load(Ordering::Relaxed), self.of.load(Ordering::Relaxed))
    }

    /// Notes a step, and says whether to go on.
    fn step(&self, ctx: &Context, done: usize, of: usize) -> bool {
        if self.read() != (done, of) {
            self.done.store(done, Ordering::Relaxed);
            self.of.store(of, Ordering::Relaxed);
            ctx.request_repaint();
        }
        !self.stop.load(Ordering::Relaxed)
    }
}

/// Whose file it is: which plan of this session wrote it, and for whom. Only the same may write over it unasked.
pub(super) type Writer = (u64, Reader);

/// A file that was written.
#[derive(Debug)]
pub struct SharedFile {
    /// What it holds now.
    stamp: Stamp,
    /// Which plan wrote it, and for whom.
    writer: Writer,
    /// What is worth knowing about it.
    notices: Vec<String>,
    /// The plan that was shared.
    campaign: Arc<Campaign>,
}

/// What came of a file.
pub(super) type Outcome = Result<SharedFile, Failure>;

/// Why there is no file. What was there before is as it was.
#[derive(Debug)]
pub enum Failure {
    /// Somebody stopped it.
    Stopped,
    /// It could not be made: why, and what to do.
    Made(String, String),
    /// It could not be written.
    Disk(FsError),
}

impl From<ExportError> for Failure {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::Cancelled => Self::Stopped,
            ExportError::Failed { message, hint } => Self::Made(message, hint),
        }
    }
}

impl App {
    /// Opens the dialog as it was left last, for that reader if one is named.
    pub(super) fn ask_to_share(&mut self, ctx: &Context, reader: Option<Reader>) {
        self.plan.doc.seal();
        let campaign = self.plan.doc.campaign();
        let mut choice = recalled(&self.prefs.prefs.share, campaign);
        choice.reader = reader.unwrap_or(choice.reader);
        choice.compared = self.usually_compared();
        choice.language = self.shared_language();
        let mut draft = ShareDraft::new(choice, campaign);
        draft.orders = self.tried_lanes().collect();
        self.ask(Asked::Share(Box::new(draft)));
        // It is there with the next frame, not when the mouse moves.
        ctx.request_repaint();
    }

    /// Opens the dialog on the brief of the creator of a lane, as a document to read.
    pub(super) fn share_brief(&mut self, ctx: &Context, lane: LaneId) {
        self.ask_to_share(ctx, Some(Reader::Creator(lane)));
        if let Some(Asked::Share(draft)) = self.asked.back_mut() {
            draft.choice.format = Format::Pdf;
        }
    }

    /// Draws the dialog; true once it is left.
    pub(super) fn share_dialog(&mut self, ui: &mut egui::Ui, ctx: &Context, draft: &mut ShareDraft) -> bool {
        let progress = self.sharing.progress.as_ref();
        self.sharing.preview.shown.writing = progress.map(|progress| progress.read());
        self.sharing.preview.shown.stopping = progress.is_some_and(|progress| progress.stop.load(Ordering::Relaxed));
        self.sharing.preview.shown.copying = self.copies_for_long(ctx);
        let before = draft.choice.clone();
        let file = self.plan.file.view(&self.plan.doc);
        let mut wanted = Vec::new();
        let answer = share_ui(&self.cx(&file, ui.theme()), draft, &self.sharing.preview.shown, ui, &mut wanted);
        if draft.choice != before {
            self.sharing.preview.shown.said = None;
            ctx.request_repaint();
        }
        self.update_preview(ctx, &draft.choice, wanted);
        match answer {
            None => return false,
            Some(ShareAnswer::Stop) => {
                if let Some(progress) = &self.sharing.progress {
                    progress.stop.store(true, Ordering::Relaxed);
                    ctx.request_repaint();
                }
                return false;
            }
            Some(ShareAnswer::Copy) => {
                self.copy_shown(ctx, &draft.choice, draft.page);
                return false;
            }
            Some(ShareAnswer::StopCopying) => {
                self.stop_copying();
                ctx.request_repaint();
                return false;
            }
            Some(ShareAnswer::Export) => {
                self.sharing.choice = Some(draft.choice.clone());
                self.remember_choice(&draft.choice);
                self.pick(ctx, Purpose::Share);
                ctx.request_repaint();
                return false;
            }
            Some(ShareAnswer::ShowLanes) => {
                self.show_hidden_lanes();
                return false;
            }
            Some(ShareAnswer::Brand) => {
                self.ask_brand_kit(ctx);
                return false;
            }
            Some(ShareAnswer::OwnPage(at)) => {
                let page = OwnPageDraft::new(self.plan.doc.campaign(), at, draft.choice.reader);
                draft.choice.sections.insert(Section::Own);
                draft.back = ctx.memory(egui::Memory::focused);
                self.ask(Asked::OwnPage(Box::new(page)));
                ctx.request_repaint();
                return false;
            }
            Some(ShareAnswer::Show(key)) => self.show_finding(key),
            Some(ShareAnswer::Name(what)) => {
                self.view.selection = Selection::about(what);
                self.write_in("name");
            }
            Some(ShareAnswer::Close) => {}
        }
        self.remember_choice(&draft.choice);
        self.end_preview();
        true
    }

    /// The language in which this plan was shared last; that of the window where nobody chose another one.
    fn shared_language(&self) -> Language {
        let view = self.prefs.prefs.view_of(&self.plan.doc.campaign().id.to_string());
        let kept = view.and_then(|view| view.words.get(LANGUAGE));
        kept.and_then(|code| Language::ALL.into_iter().find(|language| language.code() == code)).unwrap_or_else(language::spoken)
    }

    /// Keeps a choice for the next time. Its language is kept with the plan: the next plan may be for readers of another one.
    fn remember_choice(&mut self, choice: &Choice) {
        let campaign = self.plan.doc.campaign();
        self.prefs.prefs.share = remembered(choice, campaign);
        if choice.language == self.shared_language() {
            return;
        }
        let plan = campaign.id.to_string();
        let view = self.prefs.prefs.view_of(&plan);
        let (words, filters) = view.map(|view| (view.words.clone(), view.filters.clone())).unwrap_or_default();
        let mut kept = Kept::of(words);
        kept.set_word(LANGUAGE, choice.language.code());
        self.prefs.prefs.keep_view(&plan, kept.into_words(), filters);
    }

    /// Draws the dialog with a page of the team's own; true once it is left.
    pub(super) fn own_page(&mut self, ui: &mut egui::Ui, ctx: &Context, draft: &mut OwnPageDraft) -> bool {
        match own_page_ui(ui, self.plan.doc.campaign(), draft) {
            None => return false,
            Some(OwnPageAnswer::Cancel) => {}
            Some(OwnPageAnswer::Do(step)) => self.edit(*step),
        }
        ctx.request_repaint();
        true
    }

    /// The format of the file that is to be written.
    pub(super) fn shared_format(&self) -> Format {
        self.sharing.choice.as_ref().map_or(Format::Pdf, |choice| choice.format)
    }

    /// The name that is proposed for it, made of the plan's own.
    pub(super) fn shared_name(&self, plan: &str) -> String {
        let usual = || Choice::new(Reader::Internal, Format::Pdf);
        let choice = self.sharing.choice.clone().unwrap_or_else(usual);
        let stem = crate::ui::share::stem_for(plan, self.plan.doc.campaign(), &choice);
        format!("{stem}.{}", self.shared_format().ending())
    }

    /// Writes what was chosen, from the plan as it is now.
    pub(super) fn share_to(&mut self, ctx: &Context, target: Target) {
        let Some(choice) = self.sharing.choice.clone() else { return };
        let writer = (self.plan.generation, choice.reader);
        let own = self.sharing.written.get(&target.path).filter(|(by, _)| *by == writer).map(|(_, stamp)| *stamp);
        // What this very plan wrote there for this reader can be written anew, as long as it is still what stands there.
        let base = match own {
            Some(stamp) if target.base == Base::New => Base::Loaded(stamp),
            _ => target.base,
        };
        let campaign = Arc::clone(self.plan.doc.campaign());
        let options = self.options();
        let made_at = self.rim.clock.second();
        let progress = Arc::new(Progress::default());
        self.sharing.progress = Some(Arc::clone(&progress));
        self.sharing.under_way += 1;
        let waker = ctx.clone();
        self.jobs().run(ctx, Work::Share, say::writing(), move || {
            // Only what is in the file is in the language of its readers; what is told about it is not.
            let report = choice.in_its_language(|| check::check(&campaign, &options));
            let choice = Choice { made_on: options.today, made_at, ..choice };
            let step = |done, of| progress.step(&waker, done, of);
            let made = share::export(&campaign, &report, &choice, Watch(&step));
            let result = made.map_err(Failure::from).and_then(|made| {
                // Between making and writing is the last moment at which nothing has happened yet.
                if !progress.step(&waker, 1, 1) {
                    return Err(Failure::Stopped);
                }
                let stamp = match fs::save(&target.path, &made.bytes, base) {
                    // It was taken away since; nothing is lost.
                    Err(error) if error.kind == FsErrorKind::Gone => fs::save(&target.path, &made.bytes, Base::New),
                    saved => saved,
                };
                Ok(SharedFile { stamp: stamp.map_err(Failure::Disk)?, writer, notices: made.notices, campaign })
            });
            Done::Shared { path: target.path, result }
        });
    }

    /// A file was written, or not.
    pub(super) fn shared(&mut self, path: PathBuf, result: Outcome) {
        self.share_ended();
        match result {
            Ok(SharedFile { stamp, writer, notices, campaign }) => {
                self.sharing.written.insert(path.clone(), (writer, stamp));
                self.asked.retain(|asked| !matches!(asked, Asked::Share(_)));
                self.end_preview();
                // What a client has seen is worth finding again.
                let version = (writer.1 == Reader::Client && self.keeps_versions()).then_some(campaign);
                self.ask(Asked::Written { path, notices, version });
            }
            Err(Failure::Stopped) => self.sharing.preview.shown.said = Some(say::export_stopped()),
            Err(Failure::Made(message, hint)) => self.tell(say::cannot_make(), message, hint),
            Err(Failure::Disk(error)) if matches!(error.kind, FsErrorKind::Exists | FsErrorKind::ChangedOnDisk) => {
                self.ask(Asked::Replace { purpose: Purpose::Share, path, there: None });
            }
            Err(Failure::Disk(error)) => self.tell(say::cannot_write(), files::in_file(path.display(), &error), error.hint),
        }
    }

    /// A file is no longer being written, whatever came of it.
    pub(super) fn share_ended(&mut self) {
        self.sharing.under_way = self.sharing.under_way.saturating_sub(1);
        if self.sharing.under_way == 0 {
            self.sharing.progress = None;
        }
    }

    /// Draws the message about a file that is written; true once it was read.
    pub(super) fn written(
        &mut self,
        ui: &mut egui::Ui,
        ctx: &Context,
        path: &std::path::Path,
        notices: &[String],
        version: Option<&Arc<Campaign>>,
    ) -> bool {
        match written_ui(ui, &path.display().to_string(), notices, version.is_some()) {
            None => false,
            Some(WrittenAnswer::Close) => true,
            Some(WrittenAnswer::NameVersion) => {
                if let Some(version) = version {
                    self.ask_to_name_shared(ctx, Arc::clone(version));
                }
                true
            }
            Some(WrittenAnswer::ShowFolder) => {
                self.show_folder(ctx, path);
                true
            }
        }
    }

    /// Shows the folder of a file with what the desktop has for that.
    pub(super) fn show_folder(&self, ctx: &Context, file: &std::path::Path) {
        let folder = file.parent().map(std::path::Path::to_owned).unwrap_or_default();
        self.jobs().run(ctx, Work::Look, say::show_folder(), move || {
            let opener = if cfg!(target_os = "windows") {
                "explorer"
            } else if cfg!(target_os = "macos") {
                "open"
            } else {
                "xdg-open"
            };
            // Some of them end with an error although the folder is shown; only one that is not there counts.
            let shown = std::process::Command::new(opener).arg(folder).status();
            Done::FolderShown(shown.map(|_| ()).map_err(|cause| cause.to_string()))
        });
    }
}

/// What is kept of a choice. A lane is kept with its plan: in another one it would be nobody's.
fn remembered(choice: &Choice, campaign: &Campaign) -> BTreeMap<String, String> {
    let (reader, lane) = match choice.reader {
        Reader::Internal => ("internal", String::new()),
        Reader::Client => ("client", String::new()),
        Reader::Creator(lane) => ("creator", lane_key(campaign, lane)),
    };
    let motif = if choice.motif == Motif::Arc { "arc" } else { "board" };
    let without = Section::ALL.into_iter().filter(|section| !choice.sections.contains(section));
    let without: Vec<&str> = without.map(Section::key).collect();
    let entries = [
        ("reader", reader.to_owned()),
        ("lane", lane),
        ("format", choice.format.ending().to_owned()),
        ("paper", choice.paper.key().to_owned()),
        ("theme", choice.tone.key().to_owned()),
        ("without", without.join(" ")),
        ("comparison", if choice.sections.contains(&Section::Comparison) { "in" } else { "out" }.to_owned()),
        ("picture", motif.to_owned()),
        ("width", choice.width.to_string()),
        ("plan", if choice.embed { "inside" } else { "none" }.to_owned()),
    ];
    entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn lane_key(campaign: &Campaign, lane: LaneId) -> String {
    format!("{} {lane}", campaign.id)
}

/// The choice that was kept; what is not understood is as usual.
fn recalled(kept: &BTreeMap<String, String>, campaign: &Campaign) -> Choice {
    let is = |key: &str, value: &str| kept.get(key).is_some_and(|kept| kept == value);
    let mut creators = campaign.lanes.iter().filter(|lane| lane.is_creator());
    let creator = creators.clone().find(|lane| is("lane", &lane_key(campaign, lane.id))).or_else(|| creators.next());
    let reader = match creator {
        Some(lane) if is("reader", "creator") => Reader::Creator(lane.id),
        _ if is("reader", "internal") => Reader::Internal,
        _ => Reader::Client,
    };
    let format = kept.get("format").and_then(|ending| Format::of_ending(ending)).unwrap_or(Format::Pdf);
    let usual = Choice::new(reader, format);
    let without: BTreeSet<&str> = kept.get("without").map(|keys| keys.split(' ').collect()).unwrap_or_default();
    Choice {
        paper: Paper::ALL.into_iter().find(|paper| is("paper", paper.key())).unwrap_or_default(),
        tone: Tone::ALL.into_iter().find(|tone| is("theme", tone.key())).unwrap_or_default(),
        sections: Section::ALL
            .into_iter()
            .filter(|section| !without.contains(section.key()))
            // What is compared is chosen each for itself, so that it is no part of a deck before somebody wants it.
            .filter(|section| *section != Section::Comparison || is("comparison", "in"))
            .collect(),
        motif: if is("picture", "arc") { Motif::Arc } else { Motif::Board },
        width: kept.get("width").and_then(|text| text.parse().ok()).filter(|px| WIDTHS.contains(px)).unwrap_or(usual.width),
        embed: !is("plan", "none"),
        ..usual
    }
}
