//! `momentboard import`: a table into a plan. Nothing is written while something is open.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use super::args::ImportArgs;
use super::make::base;
use super::out::Tone;
use super::target::moments;
use super::{FINE, Session, UNUSABLE};
use crate::edit::apply_all;
use crate::import::{
    Alike, Book, Column, Encoding, Field, Incoming, Mapping, Proposal, Question, Sheet, check_map, choices, moments_sheet,
    other_names, propose, rows_of,
};
use crate::model::{Campaign, Index, limits};
use crate::store::fs::{self, FsError};
use crate::store::{Base, FsErrorKind, Stamp, save_plan};
use crate::words::nearest::nearest;
use crate::words::{self, files, import as say, picture, table as says, terminal};

/// Cells that cannot be used and are listed; the rest is counted.
const MOST_LISTED: usize = 50;
/// Places of one word, or of cells with the same trouble, that are listed.
const MOST_PLACES: usize = 10;

/// What is wrong with cells: each of a few that share the cause by itself, and many of them once, with their places.
fn told(all: &[Alike]) -> Vec<String> {
    let mut told = Vec::new();
    for alike in all {
        if alike.cells.len() <= MOST_PLACES {
            told.extend(alike.cells.iter().map(|(_, message)| message.clone()));
            continue;
        }
        let places: Vec<&str> = alike.cells.iter().take(MOST_PLACES).map(|(address, _)| address.as_str()).collect();
        let places = say::and_more(places.join(", "), alike.cells.len() - MOST_PLACES);
        told.push(says::alike_at(rows_of(alike.rows), &alike.message, places));
    }
    told
}

/// Whether two names are of one file, which need not be there.
fn is_same_file(one: &Path, other: &Path) -> bool {
    one == other || matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

impl Session<'_> {
    pub(super) fn import(&mut self, args: &ImportArgs) -> u8 {
        match self.try_import(args) {
            Ok(()) => FINE,
            Err(unusable) => unusable,
        }
    }

    fn try_import(&mut self, args: &ImportArgs) -> Result<(), u8> {
        if args.out.is_none() && args.into.is_none() && !args.dry_run {
            return Err(self.unusable(say::no_out(), say::no_out_hint()));
        }
        self.targets(args)?;
        let (mut mapping, map) = match &args.map {
            None => (Mapping::default(), String::new()),
            Some(map) => self.map(map)?,
        };
        let book = self.table(&args.table, mapping.encoding)?;
        let sheet = self.sheet(&book, args.sheet.as_deref())?;
        mapping.dates = args.dates.map(Into::into).or(mapping.dates);
        mapping.year = args.year.or(mapping.year);
        let (campaign, stamp) = self.target_plan(args)?;
        let (today, skip_bad) = (self.today, args.skip_bad);
        let table = Incoming { sheet, mapping: &mapping, campaign: &campaign, today, skip_bad };
        let proposal = propose(table, &mut self.ids);
        if let Some(refusal) = proposal.refusal() {
            return Err(self.unusable(&refusal, ""));
        }
        if proposal.counts.rows == 0 {
            return Err(self.unusable(&files::in_file(args.table.display(), say::no_rows()), say::no_rows_hint()));
        }
        if args.dry_run {
            self.found(sheet, &proposal);
            let answers = mapping.answers();
            if !map.is_empty() && !answers.is_empty() {
                self.out.text(say::map_says());
                for answer in &answers {
                    self.out.paragraph("  ", answer);
                }
            }
        }
        let check = check_map(&map, &mapping, &proposal.guess, sheet, &campaign);
        for (heading, messages) in [(say::wrong_map_line(), &check.wrong), (say::passed_map_line(), &check.passed)] {
            if !messages.is_empty() {
                self.err.line(&[(Tone::Strong, heading)]);
                for message in messages {
                    self.err.paragraph("  ", message);
                }
            }
        }
        if let Some(file) = &args.write_map {
            self.write_map(file, &mapping, &proposal, args.force)?;
        }
        let open = self.open_ones(&proposal, args.skip_bad) || !check.wrong.is_empty();
        if args.dry_run {
            let would = proposal.counts.would();
            if !would.is_empty() {
                self.out.text(&would);
                self.changes(&proposal);
            } else if !open {
                self.out.text(&proposal.nothing());
            }
            self.counted(&proposal);
            return if open { Err(UNUSABLE) } else { Ok(()) };
        }
        if open {
            return Err(UNUSABLE);
        }
        self.write(args, &campaign, stamp, &proposal)
    }

    /// Refuses to write where a table or a document is, or seems to be from its name, before anything is read: what is written
    /// is a plan, and nobody’s table is lost to a slip of the pen.
    fn targets(&mut self, args: &ImportArgs) -> Result<(), u8> {
        let written = [&args.out, &args.into, &args.write_map].into_iter().flatten();
        for target in written {
            if is_same_file(target, &args.table) {
                return Err(self.unusable(&say::onto_table(target.display()), &say::onto_table_hint(moments(target).display())));
            }
        }
        args.out.as_ref().or(args.into.as_ref()).map_or(Ok(()), |target| self.plan_target(target))
    }

    fn table(&mut self, path: &Path, said: Option<Encoding>) -> Result<Book, u8> {
        let (bytes, _) = fs::load_at_most(path, limits::TABLE_BYTES as u64 + 1).map_err(|cause| self.no_table(path, cause))?;
        match self.tables.read_until(bytes, said, &AtomicBool::new(false)) {
            Ok(book) if book.unread => {
                let keys: Vec<&str> = Encoding::ALL.iter().map(|encoding| encoding.key()).collect();
                Err(self.unusable(&files::in_file(path.display(), book.notes.join(" ")), &say::hint_encoding(keys.join(", "))))
            }
            Ok(book) => {
                for note in &book.notes {
                    self.err.text(&say::file_of(path.display(), note));
                }
                Ok(book)
            }
            Err(error) => Err(self.unusable(&files::in_file(path.display(), &error.message), &error.hint)),
        }
    }

    fn no_table(&mut self, path: &Path, cause: FsError) -> u8 {
        let cause = cause.looking_for(say::table_hint());
        self.not_read(path, &cause)
    }

    fn not_read(&mut self, path: &Path, cause: &FsError) -> u8 {
        self.unusable(&files::in_file(path.display(), cause), &cause.hint)
    }

    /// The sheet that was asked for, or the only one that is seen and holds anything.
    fn sheet<'b>(&mut self, book: &'b Book, name: Option<&str>) -> Result<&'b Sheet, u8> {
        let full: Vec<&Sheet> = book.sheets.iter().filter(|sheet| !sheet.rows.is_empty()).collect();
        let names = |sheets: &[&Sheet]| words::list(&sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>());
        if let Some(name) = name {
            let same = |sheet: &&&Sheet| sheet.name.trim().to_lowercase() == name.trim().to_lowercase();
            let Some(found) = full.iter().find(same) else {
                let has_names = full.iter().any(|sheet| !sheet.name.is_empty());
                let hint = if has_names { say::which_sheet_hint(names(&full)) } else { say::no_sheet_names_hint().to_owned() };
                return Err(self.unusable(&say::no_such_sheet(name), &hint));
            };
            return Ok(found);
        }
        let seen: Vec<&Sheet> = full.iter().copied().filter(|sheet| !sheet.hidden).collect();
        // A workbook of this program has one sheet of moments; the others are worked out from it.
        if let Some(moments) = moments_sheet(book).and_then(|at| book.sheets.get(at)) {
            return Ok(moments);
        }
        match (seen.as_slice(), full.as_slice()) {
            ([only], _) | ([], [only]) => Ok(only),
            _ => {
                Err(self.unusable(say::which_sheet(), &say::which_sheet_hint(names(if seen.is_empty() { &full } else { &seen }))))
            }
        }
    }

    /// A map, and its text.
    fn map(&mut self, path: &Path) -> Result<(Mapping, String), u8> {
        let (bytes, _) = fs::load_at_most(path, limits::MAP_BYTES).map_err(|cause| self.not_read(path, &cause))?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Mapping::of_text(&text)
            .map(|mapping| (mapping, text))
            .map_err(|cause| self.unusable(&files::in_file(path.display(), say::bad_map(cause)), say::bad_map_hint()))
    }

    /// The plan that is added to, or an empty one named after the table.
    fn target_plan(&mut self, args: &ImportArgs) -> Result<(Campaign, Option<Stamp>), u8> {
        let Some(plan) = &args.into else {
            let name = args.table.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            return Ok((Campaign::new(self.ids.plan(), name), None));
        };
        let opened = self.open(plan)?;
        // Writing it would make the damage lasting.
        if opened.notices.iter().any(|notice| notice.unreadable) {
            return Err(UNUSABLE);
        }
        if opened.from_document {
            return Err(self.unusable(&picture::needs_out(plan.display()), picture::needs_out_hint()));
        }
        Ok((opened.campaign, Some(opened.stamp)))
    }

    /// What the table was taken for.
    fn found(&mut self, sheet: &Sheet, proposal: &Proposal) {
        if !sheet.name.is_empty() {
            self.out.heading(&say::sheet_line(&sheet.name));
        }
        self.out.text(&proposal.guess.sentence());
        for part in &proposal.guess.parts {
            self.out.paragraph("  ", &say::column_line(&part.column.header, part.use_of()));
        }
        let columns = if proposal.guess.parts.is_empty() { proposal.guess.columns.as_slice() } else { &[] };
        for column in columns {
            let line = match (column.unknown, column.sure) {
                (true, _) => say::column_unknown(&column.header, column.field.name()),
                (false, true) => say::column_line(&column.header, column.field.name()),
                (false, false) => say::column_unsure(&column.header, column.field.name()),
            };
            self.out.paragraph("  ", &line);
        }
    }

    /// Names the moments that change, with what changes.
    fn changes(&mut self, proposal: &Proposal) {
        let mut changes = proposal.preview.lines.iter().filter(|line| !line.changes.is_empty());
        for line in changes.by_ref().take(MOST_LISTED) {
            self.out.paragraph("  ", &line.sentence());
        }
        let more = changes.count();
        if more > 0 {
            self.out.paragraph("  ", &says::more_moments(words::moments(more)));
        }
    }

    fn counted(&mut self, proposal: &Proposal) {
        for line in proposal.counts.lines() {
            self.out.paragraph("  ", &line);
        }
    }

    /// Says what has to be answered and which cells cannot be used; whether there is anything of that.
    fn open_ones(&mut self, proposal: &Proposal, skip_bad: bool) -> bool {
        let unsure: Vec<&Column> = proposal.unsure().collect();
        if !proposal.questions.is_empty() || !unsure.is_empty() {
            self.err.line(&[(Tone::Strong, say::open_line())]);
            for column in &unsure {
                self.err.paragraph("  ", &column.question());
                self.err.paragraph("    ", &say::how_sure(column.header.escape_debug(), column.field.key()));
            }
            for question in &proposal.questions {
                self.err.paragraph("  ", &Question::sentence(question));
                self.err.paragraph("    ", &question.how());
            }
        }
        let bad = proposal.counts.bad;
        if bad > 0 {
            self.err.line(&[(Tone::Strong, &say::problems_line(rows_of(bad)))]);
            self.bad_cells(proposal);
            if !skip_bad {
                self.err.paragraph("  ", say::how_bad());
            }
        }
        !proposal.questions.is_empty() || !unsure.is_empty() || (bad > 0 && !skip_bad)
    }

    /// Cells that cannot be used: words that are not known once each, with all their places, and what is possible once a field.
    fn bad_cells(&mut self, proposal: &Proposal) {
        let mut words: BTreeMap<(Field, &str), Vec<&str>> = BTreeMap::new();
        for problem in &proposal.problems {
            if let Some(word) = problem.word() {
                words.entry(word).or_default().push(&problem.address);
            }
        }
        let others = told(&proposal.alike(|_, _| true));
        for message in others.iter().take(MOST_LISTED) {
            self.err.paragraph("  ", message);
        }
        let mut last: Option<(Field, &str)> = None;
        for ((field, word), places) in words.iter().take(MOST_LISTED) {
            if let Some((before, example)) = last.filter(|(before, _)| before != field) {
                self.possible(before, example);
            }
            last = Some((*field, word));
            let some = places.get(..places.len().min(MOST_PLACES)).unwrap_or_default();
            let more = places.len() - some.len();
            let places = if more > 0 { say::and_more(some.join(", "), more) } else { words::list(some) };
            let message = say::unknown_words(places, word, field.name());
            let names: Vec<&str> = choices(*field).iter().map(|(_, name)| *name).collect();
            let near = nearest(word, &names).filter(|near| near != word);
            self.err.paragraph("  ", &near.map_or(message.clone(), |near| say::near_word(message, near)));
        }
        if let Some((field, example)) = last {
            self.possible(field, example);
        }
        let more = others.len().saturating_sub(MOST_LISTED) + words.len().saturating_sub(MOST_LISTED);
        if more > 0 {
            self.err.paragraph("  ", &say::more_problems(more));
        }
    }

    /// What a field can hold, and how a word of the table is told to stand for that.
    fn possible(&mut self, field: Field, example: &str) {
        let names: Vec<&str> = choices(field).iter().map(|(_, name)| *name).collect();
        self.err.paragraph("    ", &say::choices_of(field.name(), names.join(", ")));
        for (language, names) in other_names(field) {
            self.err.paragraph("    ", &says::also_in(language.own_name(), names.join(", ")));
        }
        self.err.paragraph("    ", &say::how_word(field.key(), example.escape_debug()));
    }

    fn write_map(&mut self, file: &Path, mapping: &Mapping, proposal: &Proposal, force: bool) -> Result<(), u8> {
        let mut map = mapping.clone();
        map.header = map.header.or(proposal.guess.header);
        for column in proposal.guess.told().filter(|column| column.sure && !column.unknown && column.field != Field::LeaveOut) {
            map.columns.entry(column.header.clone()).or_insert(column.field);
        }
        match fs::save(file, map.to_text().as_bytes(), base(force)) {
            Ok(_) => {
                self.out.text(&say::map_written(file.display()));
                Ok(())
            }
            Err(cause) => {
                let hint = if cause.kind == FsErrorKind::Exists { terminal::hint_force() } else { &cause.hint };
                Err(self.unusable(&files::in_file(file.display(), &cause), hint))
            }
        }
    }

    fn write(&mut self, args: &ImportArgs, campaign: &Campaign, stamp: Option<Stamp>, proposal: &Proposal) -> Result<(), u8> {
        let after = match apply_all(campaign, &mut Index::of(campaign), &proposal.edits) {
            Ok(after) => after,
            Err(error) => return Err(self.unusable(&error.to_string(), "")),
        };
        let (target, base) = match (&args.out, &args.into, stamp) {
            (Some(out), Some(into), Some(stamp)) if out == into => (out, Base::Loaded(stamp)),
            (Some(out), ..) => (out, base(args.force)),
            (None, Some(into), Some(stamp)) => (into, Base::Loaded(stamp)),
            (None, ..) => return Err(self.unusable(say::no_out(), say::no_out_hint())),
        };
        let Some(after) = after else {
            self.out.text(&proposal.nothing());
            self.counted(proposal);
            return Ok(());
        };
        save_plan(target, &after, base).map_err(|error| self.not_saved(&error))?;
        self.out.text(&say::added(proposal.counts.gains(), target.display()));
        self.changes(proposal);
        self.counted(proposal);
        Ok(())
    }
}
