//! What is being answered about a table. Nothing of it is in the plan before it is brought in.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use crate::import::{Alike, Book, Column, Encoding, Field, Mapping, Problem, Proposal, Question, Sheet};
use crate::model::Campaign;

/// Most questions that are kept in sight.
const MOST_ASKED: usize = 60;

/// The work on the answers as they were at one time: how far it is, and whether anybody still waits for it.
#[derive(Debug, Default)]
pub struct Working {
    stop: AtomicBool,
    percent: AtomicUsize,
}

impl Working {
    /// Says how far the work is. Returns whether another two percent are done, so that it is worth showing.
    #[must_use]
    pub fn is_at(&self, done: usize, of: usize) -> bool {
        let percent = (done * 100 / of.max(1)).min(99);
        percent / 2 > self.percent.swap(percent, Ordering::Relaxed) / 2
    }

    /// Whether anybody still waits for it.
    #[must_use]
    pub fn goes_on(&self) -> bool {
        !self.stop.load(Ordering::Relaxed)
    }
}

/// A word that stands for nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unknown {
    /// The field that it is in.
    pub(super) field: Field,
    /// The word.
    pub(super) word: String,
    /// How many cells hold it, or held it before it was answered.
    pub(super) cells: usize,
}

/// A table that is about to be brought in, and what was answered about it.
#[derive(Clone, Debug)]
pub struct ImportDraft {
    /// Where it comes from: the name of the file, or that it was pasted.
    pub name: String,
    /// The plan that is made of it; none where it is added to the one on screen.
    pub plan: Option<Arc<Campaign>>,
    /// What was read; nothing while it is being read.
    pub book: Arc<Book>,
    /// The bytes of a text that does not show by itself how it was saved: it can be read in another encoding.
    pub text: Option<Arc<Vec<u8>>>,
    /// The encoding that was chosen for it and that it is still to be read in.
    pub encoding: Option<Encoding>,
    /// It is still being read.
    pub reading: bool,
    /// Set once nobody waits for the table any more.
    pub stop: Arc<AtomicBool>,
    /// The answers of the last table with the same columns, which hold for this one too, in sentences.
    pub recalled: Vec<String>,
    /// What cells are to say instead, by their addresses.
    pub cells: BTreeMap<String, String>,
    /// Which of its sheets, by its place; none as long as nobody chose one and none looks like a calendar.
    pub sheet: Option<usize>,
    /// The sheet was found, not chosen.
    pub(super) found: bool,
    /// What was answered.
    pub mapping: Mapping,
    /// Rows with a cell that cannot be used are left out.
    pub skip_bad: bool,
    /// What bringing it in would do, as far as that is worked out.
    pub proposal: Option<Arc<Proposal>>,
    /// Everything that was asked so far: an answer can be changed.
    pub(super) asked: Vec<Question>,
    /// How many of them were asked at first. What comes later stands below everything else, so that nothing moves away from
    /// under the pointer.
    pub(super) first: Option<usize>,
    /// Words that stood for nothing so far.
    pub(super) words: Vec<Unknown>,
    /// Cells that cannot be used and about which no question is asked, those together that share the cause.
    pub(super) alike: Arc<Vec<Alike>>,
    /// Those whose cells are shown one by one.
    pub(super) opened: Vec<Alike>,
    /// How many words stand for nothing yet.
    pub(super) open_words: usize,
    /// How many rows have a cell that cannot be used and about which no question is asked.
    pub(super) bad: usize,
    /// Columns of which somebody had to say what they are.
    pub(super) unsure: Vec<Column>,
    /// What is being typed for cells.
    pub(super) typed: BTreeMap<String, String>,
    /// The button that has the keyboard by itself as long as the table cannot be brought in.
    pub(super) waits_on: Option<egui::Id>,
    /// Another currency, as it is written.
    pub(super) currency: String,
    /// Another first day of week 1, as it is written.
    pub(super) first_day: String,
    /// The month of days that are only a number, and its year, as far as they are chosen.
    pub(super) days_in: (Option<i8>, Option<i16>),
    /// The number of the answers as they are now.
    revision: u64,
    /// The number of the answers that are being worked with.
    worked: Option<u64>,
    /// The number of the answers that the proposal was worked out from.
    proposed: Option<u64>,
    /// The work with the answers.
    working: Arc<Working>,
    /// The names of the columns of each sheet, by which a table is known again.
    keys: Vec<Vec<String>>,
}

impl ImportDraft {
    /// Begins with a table that is still being read. The answers are numbered from `first`, which is another number for every
    /// table: what is worked out for one that was left never counts for the next.
    #[must_use]
    pub fn reading(name: String, first: u64) -> Self {
        Self {
            sheet: None,
            found: false,
            plan: None,
            name,
            book: Arc::default(),
            text: None,
            encoding: None,
            reading: true,
            stop: Arc::default(),
            recalled: Vec::new(),
            cells: BTreeMap::new(),
            unsure: Vec::new(),
            typed: BTreeMap::new(),
            mapping: Mapping::default(),
            skip_bad: false,
            proposal: None,
            asked: Vec::new(),
            first: None,
            words: Vec::new(),
            alike: Arc::default(),
            opened: Vec::new(),
            open_words: 0,
            bad: 0,
            waits_on: None,
            currency: String::new(),
            first_day: String::new(),
            days_in: (None, None),
            revision: first,
            worked: None,
            proposed: None,
            working: Arc::default(),
            keys: Vec::new(),
        }
    }

    /// The number that the answers begin with, by which a table that was read finds who waits for it.
    #[must_use]
    pub const fn number(&self) -> u64 {
        self.revision
    }

    /// The table was read, with the names of the columns of each sheet, and that sheet of it looks like a calendar. A book in which
    /// nothing stands has nothing to choose.
    pub fn read(&mut self, book: Book, keys: Vec<Vec<String>>, sheet: Option<usize>) {
        let nothing = book.sheets.iter().all(|sheet| sheet.rows.is_empty());
        self.sheet = if nothing { Some(0) } else { sheet };
        self.found = true;
        self.book = Arc::new(book);
        self.keys = keys;
        self.reading = false;
    }

    /// The text is read once more, in the encoding that was chosen: it is another table then. Returns its bytes and the encoding.
    pub fn read_again(&mut self) -> Option<(Arc<Vec<u8>>, Encoding)> {
        let (text, encoding) = (self.text.clone()?, self.encoding.take()?);
        self.cells.clear();
        self.typed.clear();
        self.forget();
        self.reading = true;
        Some((text, encoding))
    }

    /// Says what a cell is to say instead; a blank text empties it.
    pub(super) fn correct(&mut self, address: &str, text: String) {
        self.typed.remove(address);
        self.cells.insert(address.to_owned(), text);
        self.changed();
    }

    /// Says of several cells what each is to say instead.
    pub(super) fn correct_all(&mut self, alike: &Alike, text: &str) {
        for (address, _) in &alike.cells {
            self.typed.remove(address);
            self.cells.insert(address.clone(), text.to_owned());
        }
        self.opened.retain(|other| !other.is_same(alike));
        self.changed();
    }

    /// Everything that was asked is asked anew: the table is another one now.
    fn ask_again(&mut self) {
        self.asked.clear();
        self.first = None;
        self.words.clear();
        self.unsure.clear();
        self.proposal = None;
        self.changed();
    }

    /// Another row is the header; `None` is the one that is found.
    pub(super) fn choose_header(&mut self, row: Option<u32>, is_grid: bool) {
        // Whoever takes a row of a grid for a header takes the table for a list, and the way back is open.
        if row.is_none() || is_grid {
            self.mapping.grid = row.map(|_| false);
        }
        self.mapping.header = row;
        self.ask_again();
    }

    /// Nothing was answered.
    pub(super) fn forget(&mut self) {
        self.mapping = Mapping::default();
        self.recalled.clear();
        self.ask_again();
    }

    /// The sheet that is brought in.
    #[must_use]
    pub fn chosen(&self) -> Option<&Sheet> {
        self.book.sheets.get(self.sheet?)
    }

    /// Says that an answer is another one now.
    pub fn changed(&mut self) {
        self.revision = self.revision.wrapping_add(1);
    }

    /// Another sheet is another table: what was answered about the old one does not hold for it.
    pub fn choose_sheet(&mut self, at: usize) {
        self.found = false;
        if self.sheet != Some(at) {
            self.sheet = Some(at);
            self.cells.clear();
            self.typed.clear();
            self.forget();
        }
    }

    /// The names of the columns by which the sheet that is brought in is known again.
    #[must_use]
    pub fn key(&self) -> Vec<String> {
        self.sheet.and_then(|at| self.keys.get(at)).cloned().unwrap_or_default()
    }

    /// Answers that nobody works with yet, asked once: their number, and the work with them. Nobody waits for what was worked
    /// out from older ones.
    #[must_use]
    pub fn to_work_out(&mut self) -> Option<(u64, Arc<Working>)> {
        if self.reading || self.sheet.is_none() || self.worked == Some(self.revision) {
            return None;
        }
        self.working.stop.store(true, Ordering::Relaxed);
        self.working = Arc::default();
        self.worked = Some(self.revision);
        Some((self.revision, Arc::clone(&self.working)))
    }

    /// Nobody waits for anything of it any more.
    pub fn leave(&self) {
        self.stop.store(true, Ordering::Relaxed);
        self.working.stop.store(true, Ordering::Relaxed);
    }

    /// How far the work with the answers is, in hundredths.
    pub(super) fn percent(&self) -> usize {
        self.working.percent.load(Ordering::Relaxed)
    }

    /// Takes in what was worked out from the answers with that number. Answers that changed meanwhile are being worked with.
    pub fn worked_out(&mut self, revision: u64, proposal: Arc<Proposal>) {
        if revision != self.revision {
            return;
        }
        for question in &proposal.questions {
            // The same question with other figures is the same question.
            if let Some(at) = self.asked.iter().position(|other| other.is_same(question)) {
                self.asked.splice(at..=at, [question.clone()]);
            } else if self.asked.len() < MOST_ASKED {
                self.asked.push(question.clone());
            }
        }
        self.first = self.first.or(Some(self.asked.len()));
        self.gather(&proposal);
        for column in proposal.unsure() {
            if self.unsure.len() < MOST_ASKED && !self.unsure.iter().any(|other| other.header == column.header) {
                self.unsure.push(column.clone());
            }
        }
        self.proposal = Some(proposal);
        self.proposed = Some(revision);
    }

    /// Gathers the cells that cannot be used: words by themselves, because what one stands for is asked once, and the others by
    /// what is wrong with them.
    fn gather(&mut self, proposal: &Proposal) {
        let mut counted: BTreeMap<(Field, &str), usize> = BTreeMap::new();
        for word in proposal.problems.iter().filter_map(Problem::word) {
            *counted.entry(word).or_default() += 1;
            let is_known = self.words.iter().any(|known| (known.field, known.word.as_str()) == word);
            if !is_known && self.words.len() < MOST_ASKED {
                self.words.push(Unknown { field: word.0, word: word.1.to_owned(), cells: 0 });
            }
        }
        for known in &mut self.words {
            known.cells = counted.get(&(known.field, known.word.as_str())).copied().unwrap_or(known.cells);
        }
        let asked = |field, word: &str| self.words.iter().any(|known| known.field == field && known.word == word);
        self.open_words = counted.keys().filter(|(field, word)| asked(*field, word)).count();
        self.bad = proposal.bad_beside(asked);
        self.alike = Arc::new(proposal.alike(asked));
    }

    /// Whether what is shown belongs to the answers as they are, and not to older ones while these are worked with.
    #[must_use]
    pub fn is_current(&self) -> bool {
        self.proposal.is_some() && self.proposed == Some(self.revision)
    }

    /// Whether a question still waits for its answer.
    pub(super) fn is_open(&self, question: &Question) -> bool {
        self.proposal.as_ref().is_some_and(|proposal| proposal.questions.iter().any(|open| open.is_same(question)))
    }
}
