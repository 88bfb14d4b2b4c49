//! Tables brought in: read by a job in a process of its own, worked out by a job after every answer, and done as one step
//! once nothing is open.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::clipboard::added;
use super::file::PlanFile;
use super::jobs::{Done, Work};
use super::{App, Asked, Screen};
use crate::edit::{Document, Step};
use crate::import::{Book, Encoding, Incoming, Mapping, Proposal, ReadError, calendar_sheet, guess, propose_while};
use crate::model::{Campaign, IdSource};
use crate::store::{fs, limits};
use crate::ui::import::{ImportAnswer, ImportDraft, import_ui};
use crate::words::{files, hand, import as say};

/// The endings of files that are brought in as tables.
pub(super) const ENDINGS: &[&str] = &["xlsx", "xlsm", "csv", "tsv", "tab"];
/// Endings of tables that are not read; choosing one says why.
const REFUSED: &[&str] = &["xls", "xlsb", "ods"];
/// Most moments that are selected once they are in the plan.
const MOST_SELECTED: usize = 200;

/// Whether a file is a table by its name.
pub(super) fn is_table_file(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ENDINGS.iter().chain(REFUSED).any(|known| ending.eq_ignore_ascii_case(known))
}

/// Whether a text is cells that were copied in a spreadsheet: several lines with tabs between the words.
pub(super) fn is_table(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let tabs = |line: Option<&str>| line.is_some_and(|line| line.contains('\t'));
    tabs(lines.next()) && tabs(lines.next())
}

impl App {
    /// Reads a table from a file, to be added to the plan.
    pub(super) fn read_table(&mut self, ctx: &egui::Context, path: PathBuf) {
        self.read_file(ctx, path, None);
    }

    /// Reads a table from a file, to be made a plan that takes the place of this one once it is brought in. Until then, and
    /// where it is left or cannot be read, the plan on screen stays.
    pub(super) fn plan_of_table(&mut self, ctx: &egui::Context, path: PathBuf) {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let mut plan = Campaign::new(self.rim.ids.plan(), name);
        self.prefer(&mut plan);
        self.read_file(ctx, path, Some(Arc::new(plan)));
    }

    fn read_file(&mut self, ctx: &egui::Context, path: PathBuf, plan: Option<Arc<Campaign>>) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.read_apart(ctx, name, plan, move || match fs::load_at_most(&path, limits::TABLE_BYTES as u64 + 1) {
            Ok((bytes, _)) => Ok(bytes),
            Err(cause) => {
                let cause = cause.looking_for(say::table_hint());
                Err(ReadError::new(files::in_file(path.display(), &cause), cause.hint))
            }
        });
    }

    /// Reads cells that were copied in a spreadsheet.
    pub(super) fn import_pasted(&mut self, ctx: &egui::Context, text: String) {
        if text.len() > limits::PASTED_BYTES {
            return self.say(hand::pasted_too_long(limits::PASTED_BYTES >> 20));
        }
        self.read_apart(ctx, say::pasted().to_owned(), None, move || Ok(text.into_bytes()));
    }

    /// Has a table taken apart while the dialog already stands there and can be left.
    fn read_apart(
        &mut self,
        ctx: &egui::Context,
        name: String,
        plan: Option<Arc<Campaign>>,
        bytes: impl FnOnce() -> Result<Vec<u8>, ReadError> + Send + 'static,
    ) {
        let mut draft = ImportDraft::reading(name, self.rim.ids.id().bits());
        draft.plan = plan;
        self.take_apart(ctx, &draft, None, bytes);
        self.ask(Asked::Import(Box::new(draft)));
    }

    /// Has the bytes of a table taken apart, those of a text in the encoding that was chosen for it.
    fn take_apart(
        &mut self,
        ctx: &egui::Context,
        draft: &ImportDraft,
        encoding: Option<Encoding>,
        bytes: impl FnOnce() -> Result<Vec<u8>, ReadError> + Send + 'static,
    ) {
        let campaign = self.target(draft);
        let (tables, number, stop) = (self.rim.tables.clone(), draft.number(), Arc::clone(&draft.stop));
        self.jobs().run(ctx, Work::Import, say::reading(), move || {
            let bytes = bytes();
            // Whoever sees wrong letters has the same bytes read in another way.
            let text = bytes.as_ref().ok().filter(|bytes| std::str::from_utf8(bytes).is_err()).cloned().map(Arc::new);
            let read = bytes.and_then(|bytes| tables.read_until(bytes, encoding, &stop));
            let text = text.filter(|_| read.as_ref().is_ok_and(|book| book.encoding.is_some()));
            // A long table is looked at here and not while a frame is drawn.
            let sheet = read.as_ref().ok().and_then(|book| calendar_sheet(book, &campaign));
            let result = read.map(|book| {
                let keys = book.sheets.iter().map(|sheet| guess(sheet, &campaign, &Mapping::default()).key()).collect();
                (book, keys)
            });
            Done::Table { number, sheet, text, result }
        });
    }

    /// A table was read, or not. Where nobody waits for it any more, it is forgotten.
    pub(super) fn table_read(
        &mut self,
        ctx: &egui::Context,
        number: u64,
        (sheet, text): (Option<usize>, Option<Arc<Vec<u8>>>),
        result: Result<(Book, Vec<Vec<String>>), ReadError>,
    ) {
        let waits = |asked: &Asked| matches!(asked, Asked::Import(draft) if draft.reading && draft.number() == number);
        let Some(at) = self.asked.iter().position(waits) else { return };
        match result {
            Ok((book, keys)) => {
                if let Some(Asked::Import(mut draft)) = self.asked.remove(at) {
                    draft.read(book, keys, sheet);
                    draft.text = text;
                    self.recall(&mut draft);
                    self.asked.insert(at, Asked::Import(draft));
                }
            }
            Err(error) => {
                self.asked.remove(at);
                self.tell(say::cannot_read(), error.message, error.hint);
            }
        }
        ctx.request_repaint();
    }

    /// The plan that a table goes into: one of its own, or the one on screen.
    fn target(&self, draft: &ImportDraft) -> Arc<Campaign> {
        draft.plan.as_ref().map_or_else(|| Arc::clone(self.plan.doc.campaign()), Arc::clone)
    }

    /// What was answered about a table with the same columns before.
    fn recall(&self, draft: &mut ImportDraft) {
        let columns = draft.key();
        let known = self.prefs.prefs.tables.iter().find(|table| table.columns == columns);
        if let Some(Ok(mapping)) = known.map(|table| Mapping::of_text(&table.map)) {
            draft.recalled = mapping.sentences();
            draft.mapping = mapping;
        }
    }

    /// It was worked out what a table would do.
    pub(super) fn proposed(&mut self, revision: u64, proposal: Option<Box<Proposal>>) {
        // It was broken off: other answers are being worked with, or nobody waits.
        let Some(proposal) = proposal else { return };
        let open = self.asked.iter_mut().find_map(|asked| if let Asked::Import(draft) = asked { Some(draft) } else { None });
        if let Some(draft) = open {
            draft.worked_out(revision, Arc::from(proposal));
        }
    }

    /// Draws the table that is to be brought in; true once it was, or was left.
    pub(super) fn import(&mut self, ui: &mut egui::Ui, ctx: &egui::Context, draft: &mut ImportDraft) -> bool {
        let sheet = draft.sheet;
        let answer = import_ui(draft, ui);
        if draft.sheet != sheet {
            self.recall(draft);
        }
        if let Some((text, encoding)) = draft.read_again() {
            self.take_apart(ctx, draft, Some(encoding), move || Ok(text.to_vec()));
        }
        self.work_out(ctx, draft);
        match answer {
            None => false,
            Some(ImportAnswer::Cancel) => {
                draft.leave();
                true
            }
            Some(ImportAnswer::Import) => self.bring_in(draft),
        }
    }

    /// Has it worked out what the table would do with the answers as they are, if nobody does that yet.
    fn work_out(&mut self, ctx: &egui::Context, draft: &mut ImportDraft) {
        let Some((revision, working)) = draft.to_work_out() else { return };
        let (book, at) = (Arc::clone(&draft.book), draft.sheet.unwrap_or_default());
        let (mapping, skip_bad) = (draft.mapping.clone(), draft.skip_bad);
        let cells = draft.cells.clone();
        let campaign = self.target(draft);
        let today = self.today();
        // What is shown is what will be done, ids included, so each proposal draws from a source of its own.
        let mut ids = IdSource::seeded(self.rim.ids.id().bits());
        let window = ctx.clone();
        self.jobs().run(ctx, Work::Import, say::working_out(), move || {
            let go_on = |done: usize, of: usize| {
                if working.is_at(done, of) {
                    window.request_repaint();
                }
                working.goes_on()
            };
            let nothing = crate::import::Sheet::default();
            let sheet = book.sheets.get(at).unwrap_or(&nothing);
            let corrected = (!cells.is_empty()).then(|| sheet.corrected(&cells));
            let sheet = corrected.as_ref().unwrap_or(sheet);
            let table = Incoming { sheet, mapping: &mapping, campaign: &campaign, today, skip_bad };
            let proposal = propose_while(table, &mut ids, &go_on);
            Done::Proposed { revision, proposal: proposal.map(Box::new) }
        });
    }

    /// Brings the table in as one step. Returns whether the dialog is done with.
    fn bring_in(&mut self, draft: &ImportDraft) -> bool {
        let Some(proposal) =
            draft.proposal.as_ref().filter(|proposal| draft.is_current() && proposal.is_ready() && !draft.book.unread)
        else {
            return false;
        };
        let campaign = self.target(draft);
        let count = campaign.moment_count() + campaign.ideas.len() + proposal.counts.added + proposal.counts.ideas;
        if count > limits::MOMENTS {
            self.tell(say::cannot_read(), say::too_many_moments(limits::MOMENTS), "");
            return true;
        }
        let moments = added(&proposal.edits);
        if draft.plan.is_some() {
            self.put(Document::unsaved((*campaign).clone()), PlanFile::default());
        }
        self.view.screen = Screen::Plan;
        self.edit(Step::new(say::step(&draft.name), proposal.edits.clone()));
        if moments.len() <= MOST_SELECTED {
            self.select_and_show(moments);
        } else {
            self.view.panels.zoom_fit();
        }
        self.say(say::imported(proposal.counts.gains(), &draft.name));
        // Our own columns are known by themselves.
        if proposal.own.is_some() {
            return true;
        }
        self.prefs.prefs.remember_table(draft.key(), draft.mapping.lasting().to_text());
        true
    }
}
