//! `momentboard check`: plans, many at a time, told in the order in which they are named.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::args::{CheckArgs, Format};
use super::baseline::{Baseline, Known};
use super::clock::Watch;
use super::out::Out;
use super::plans::{self, Complaint};
use super::progress::Progress;
use super::seen::{Seen, Terms};
use super::{FINDINGS, FINE, Session, UNUSABLE, crew, json, report, sarif};
use crate::check::{Applicability, Counts, Options, Severity};
use crate::model::IdSource;
use crate::words::{files, terminal as say};

/// What is printed of one plan, and what is left of it when it is gone: plans are large, and there may be many.
pub(super) struct Told {
    /// The text, or the JSON.
    pub(super) body: String,
    /// What does not belong to a result in SARIF: what could not be read or looked at.
    pub(super) notes: Vec<sarif::Notification>,
    complaints: Vec<Complaint>,
    /// What counts, for a plan that was read.
    tally: Option<Tally>,
    known: Vec<Known>,
    plan: String,
    all: Vec<String>,
}

/// What counts of one plan, or of all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// How many plans were read.
    pub(super) plans: usize,
    /// Open findings that are shown.
    pub(super) open: Counts,
    /// Accepted ones that are shown.
    pub(super) accepted: usize,
    /// Findings that are less severe than what is shown.
    pub(super) hidden: usize,
    /// Findings left out by `--allow`, by code.
    pub(super) left_out: BTreeMap<&'static str, usize>,
    /// Findings that the baseline knows.
    pub(super) known: usize,
    /// Whether one of the fixes is safe.
    pub(super) safe: bool,
}

impl Tally {
    fn of(seen: &Seen) -> Self {
        Self {
            plans: 1,
            open: seen.counts(),
            accepted: seen.accepted(),
            hidden: seen.hidden,
            left_out: seen.left_out.clone(),
            known: seen.known,
            safe: seen.shown.iter().flat_map(|shown| &shown.fixes).any(|fix| fix.applicability == Applicability::Safe),
        }
    }

    fn add(&mut self, other: &Self) {
        self.plans += other.plans;
        self.open.errors += other.open.errors;
        self.open.warnings += other.open.warnings;
        self.open.hints += other.open.hints;
        self.accepted += other.accepted;
        self.hidden += other.hidden;
        self.known += other.known;
        self.safe |= other.safe;
        for (code, n) in &other.left_out {
            *self.left_out.entry(code).or_default() += n;
        }
    }
}

/// What a run comes to.
pub(super) struct Total<'a> {
    /// The sum over all plans.
    pub(super) tally: Tally,
    /// The least severe findings that are shown.
    pub(super) level: Severity,
    /// Findings of the baseline that are gone; none where there is no baseline.
    pub(super) gone: Option<Vec<&'a Known>>,
    /// Whether the baseline holds nothing but findings of other plans.
    pub(super) others: bool,
    /// The exit code.
    pub(super) code: u8,
}

impl Session<'_> {
    pub(super) fn check(&mut self, args: &CheckArgs) -> u8 {
        if let Some(code) = args.salvage.as_deref().and_then(|out| self.salvage(&args.paths, out)) {
            return code;
        }
        let selection = match self.selection(&args.deny, &args.allow) {
            Ok(selection) => selection,
            Err(unusable) => return unusable,
        };
        let baseline = match args.baseline.as_deref().map(|path| self.baseline(path)).transpose() {
            Ok(baseline) => baseline,
            Err(unusable) => return unusable,
        };
        let house = match self.house(args.rules.as_deref()) {
            Ok(house) => house,
            Err(unusable) => return unusable,
        };
        let profile = args.profile.map(Into::into);
        let options = Options { profile, house, today: Some(args.today.unwrap_or(self.today)) };
        let (level, writes) = (args.min_level.into(), args.write_baseline.is_some());
        let terms = Terms { options, level, selection, baseline: baseline.as_ref(), writes };
        self.check_all(args, &terms)
    }

    fn check_all(&mut self, args: &CheckArgs, terms: &Terms<'_>) -> u8 {
        let (plans, lost) = self.all_plans(&args.paths);
        let mut unusable = !lost.is_empty();
        let mut run = Run::new(args.format, terms);
        run.notes.extend(lost.iter().map(|(path, complaint)| sarif::complaint(path, complaint)));
        run.begin(&mut self.out);
        let (colour, wrap) = self.out.habits();
        let work = |path: &PathBuf| one(path, args.format, terms, colour, wrap);
        let watch = Watch::start();
        let mut progress = Progress::new(self.is_watched);
        let mut done = 0;
        crew::in_order(&plans, crew::hands(), work, |told| {
            if let Some(told) = told {
                if let Some(clear) = progress.clear() {
                    self.err.now(clear);
                }
                unusable |= told.complaints.iter().any(|complaint| complaint.unusable);
                if !told.complaints.is_empty() {
                    // On a terminal, where both are read together, what is wrong with a plan comes behind the plan before it.
                    self.out.flush();
                }
                for complaint in &told.complaints {
                    self.unusable(&complaint.message, &complaint.hint);
                }
                run.tell(&mut self.out, told);
                done += 1;
            }
            if let Some(line) = progress.line(watch.passed(), (done, plans.len()), say::progress) {
                self.out.flush();
                self.err.now(&line);
            }
        });
        if let Some(clear) = progress.clear() {
            self.err.now(clear);
        }
        self.end_check(args, run, unusable)
    }

    /// Prints what stands below the plans, writes the baseline and gives the exit code.
    fn end_check(&mut self, args: &CheckArgs, run: Run<'_>, unusable: bool) -> u8 {
        let open = run.tally.open != Counts::default();
        let mut code = match (unusable, open && args.write_baseline.is_none()) {
            (true, _) => UNUSABLE,
            (false, true) => FINDINGS,
            (false, false) => FINE,
        };
        let mut written = None;
        if let Some(path) = &args.write_baseline {
            if unusable {
                // It would lack the findings of what could not be read, and report them as new when that is mended.
                self.unusable(&files::in_file(path.display(), say::baseline_not_written()), "");
            } else {
                let others = run.terms.baseline.into_iter().flat_map(|baseline| baseline.others(&run.plans)).cloned();
                let known: Vec<Known> = run.known.iter().cloned().chain(others).collect();
                let count = known.len();
                match self.write_baseline(path, known) {
                    Ok(()) => written = Some((count, path)),
                    Err(unusable) => code = unusable,
                }
            }
        }
        run.end(&mut self.out, code);
        if let Some((count, path)) = written.filter(|_| args.format == Format::Text) {
            self.out.text(&say::baseline_written(say::known(count), path.display()));
        }
        code
    }
}

/// A run over plans, told one after the other.
struct Run<'a> {
    format: Format,
    terms: &'a Terms<'a>,
    tally: Tally,
    /// Keys of the plans that were read.
    plans: BTreeSet<String>,
    /// Fingerprints of all findings there are; collected for a baseline only.
    all: BTreeSet<String>,
    known: Vec<Known>,
    notes: Vec<sarif::Notification>,
    /// Whether something was printed.
    begun: bool,
}

impl<'a> Run<'a> {
    fn new(format: Format, terms: &'a Terms<'a>) -> Self {
        Self {
            format,
            terms,
            tally: Tally::default(),
            plans: BTreeSet::new(),
            all: BTreeSet::new(),
            known: Vec::new(),
            notes: Vec::new(),
            begun: false,
        }
    }

    fn begin(&self, out: &mut Out<'_>) {
        match self.format {
            Format::Text => {}
            Format::Json => out.raw(&json::head()),
            Format::Sarif => out.raw(&sarif::head()),
        }
    }

    fn tell(&mut self, out: &mut Out<'_>, told: Told) {
        if !told.body.is_empty() {
            if self.begun {
                out.raw(if self.format == Format::Text { "\n" } else { "," });
            }
            if self.format == Format::Text {
                out.raw(&told.body);
            } else {
                out.raw("\n");
                out.json(&told.body);
            }
            self.begun = true;
        }
        self.notes.extend(told.notes);
        self.known.extend(told.known);
        if let Some(tally) = &told.tally {
            self.tally.add(tally);
            self.plans.insert(told.plan);
            if self.terms.baseline.is_some() {
                self.all.extend(told.all);
            }
        }
    }

    fn end(self, out: &mut Out<'_>, code: u8) {
        let gone = self.terms.baseline.map(|baseline: &Baseline| baseline.gone(&self.plans, &self.all));
        let others = self.terms.baseline.is_some_and(|baseline| baseline.is_of_others(&self.plans));
        let total = Total { tally: self.tally, level: self.terms.level, gone, others, code };
        match self.format {
            Format::Text => report::end(out, &total),
            Format::Json => out.json(&json::foot(self.begun, &total)),
            Format::Sarif => out.json(&sarif::foot(self.begun, self.terms, &self.notes, &total)),
        }
    }
}

/// Reads and checks one plan and puts into words what was found; runs beside others of its kind.
fn one(path: &Path, format: Format, terms: &Terms<'_>, colour: bool, wrap: bool) -> Told {
    let mut complaints = Vec::new();
    let opened = plans::read(path, &mut complaints);
    let mut notes = Vec::new();
    if format == Format::Sarif {
        notes.extend(complaints.iter().map(|complaint| sarif::complaint(path, complaint)));
    }
    let mut told =
        Told { body: String::new(), notes, complaints, tally: None, known: Vec::new(), plan: String::new(), all: Vec::new() };
    let Some(opened) = opened else { return told };
    // The cards of a proposed fix are never kept, so that their ids may be the same in every plan.
    let seen = Seen::of(path, opened.campaign, terms, &mut IdSource::seeded(0));
    told.body = match format {
        Format::Text => {
            let mut bytes = Vec::new();
            report::plan(&mut Out::new(&mut bytes, colour, wrap), &seen);
            String::from_utf8(bytes).unwrap_or_default()
        }
        Format::Json => json::plan(&seen),
        Format::Sarif => {
            told.notes.extend(sarif::not_checked(&seen));
            sarif::results(&seen)
        }
    };
    told.tally = Some(Tally::of(&seen));
    if terms.writes {
        told.known = Known::all(&seen);
    }
    told.plan.clone_from(&seen.key);
    told.all = seen.all;
    told
}
