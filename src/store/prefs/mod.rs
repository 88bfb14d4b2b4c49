//! What this user prefers, kept beside no plan: colours, sizes, which panels are open, which plans were open last.
//!
//! Preferences are never worth a message that stops somebody:
//!
//! * A file that is missing means the defaults.
//! * One that is broken is put aside beside the new one under a number, and the copy of the last one that was sound takes its
//!   place ([`file`]).
//! * One that cannot be read from the disk is left alone: it may be sound.
//! * One of a later version keeps what this version does not know, fields and words, byte for byte ([`text`]).

pub mod file;
mod text;
mod view;

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

pub use self::file::{Found, keep, load, save};
use self::text::prefs;
pub use self::view::{KeptFilter, MOST_VIEWS, PlanView};
use super::system::System;
use crate::model::record::record;
use crate::model::{DateForm, LanguageChoice, MoneyForm, Unknown, WeekStart};

/// Most recent plans that are kept.
pub const MOST_RECENT: usize = 12;

/// Which colours the window has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system is.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

prefs! {
    /// Colours.
    one theme: Theme = Theme::System,
    /// The language of the window.
    one language: LanguageChoice = LanguageChoice::System,
    /// Nothing moves.
    one reduced_motion: bool = false,
    /// That is as the system has it, and nobody chose here.
    one motion_of_system: bool = false,
    /// The day with which weeks begin.
    one week_begins: WeekStart = WeekStart::System,
    /// How days are written.
    one dates: DateForm = DateForm::DayFirst,
    /// How amounts are written.
    one money: MoneyForm = MoneyForm::SignFirst,
    /// The currency of an amount that names none, where the plan does not say; empty where none was chosen.
    one currency: String = String::new(),
    /// The market of new plans; empty for none.
    one market: String = String::new(),
    /// A plan that has a file is saved after every pause.
    one autosave: bool = false,
    /// Lanes are drawn without their curve.
    one hide_curve: bool = false,
    /// The size of everything, in percent; one that no menu offers counts as none.
    number scale: u16 = 100,
    /// Panels that are hidden, by name.
    list hidden: Vec<String> = Vec::new(),
    /// Sections that are folded, by name.
    list folded: Vec<String> = Vec::new(),
    /// Sections that somebody wants open where they would give way, by name.
    list unfolded: Vec<String> = Vec::new(),
    /// Sizes of panels in points, by name.
    sizes sizes: BTreeMap<String, f32> = BTreeMap::new(),
    /// The guide to the first arc was finished or left.
    one guide_done: bool = false,
    /// What this user signed the last decision with.
    one name: String = String::new(),
    /// Plans that were open, the last one first.
    list recent: Vec<Recent> = Vec::new(),
    /// Lanes that are folded on the board, the plan that was used last first.
    list folded_lanes: Vec<FoldedLanes> = Vec::new(),
    /// How each plan was looked at last, the plan that was used last first.
    list plan_views: Vec<PlanView> = Vec::new(),
    /// Where the window stood and how large it was, in points, by name.
    sizes window: BTreeMap<String, f32> = BTreeMap::new(),
    /// The file of an agency's rules, where one is used on this computer.
    some house: Option<PathBuf> = None,
    /// Who changed a rule here last; empty where nobody did.
    one author: String = String::new(),
    /// How something was shared last, by the name of each choice; what is not known is left alone.
    map share: BTreeMap<String, String> = BTreeMap::new(),
    /// What was answered about tables, the one that was used last first.
    list tables: Vec<KnownTable> = Vec::new(),
}

record! {
    /// What was answered about tables with the same header.
    pub struct KnownTable {
        /// The names of the columns, sorted.
        must columns: Vec<String>,
        /// The answers, as text.
        must map: String,
    }
}

/// Most tables whose answers are kept.
const MOST_TABLES: usize = 24;

record! {
    /// The folded lanes of a plan.
    pub struct FoldedLanes {
        /// The id of the plan.
        must plan: String,
        /// The ids of the lanes.
        must lanes: Vec<String>,
    }
}

record! {
    /// A plan that was open, as it was when it was last saved or opened.
    pub struct Recent {
        /// Where it is.
        must path: PathBuf,
        /// The name of its first brand; empty where it has none.
        has brand: String,
        /// What it is called.
        must name: String,
        /// When it was last open: minutes since 1970, in the time of this computer.
        must minutes: i64,
        /// Open errors then.
        has errors: usize,
        /// Open warnings then.
        has warnings: usize,
        /// Accepted findings then.
        has accepted: usize,
    }
}

impl Recent {
    /// A plan at a place, without a word about its findings.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>, name: impl Into<String>, minutes: i64) -> Self {
        Self {
            path: path.into(),
            brand: String::new(),
            name: name.into(),
            minutes,
            errors: 0,
            warnings: 0,
            accepted: 0,
            unknown: Unknown::default(),
        }
    }
}

impl Prefs {
    /// Puts a plan at the head of the recent ones; it is listed once, however often it was opened.
    ///
    /// A path that is not text is left out: it could not be written down so that it is found again.
    pub fn remember(&mut self, mut plan: Recent) {
        if plan.path.to_str().is_none() {
            return;
        }
        if let Some(before) = self.recent.iter().find(|other| other.path == plan.path).filter(|_| plan.unknown.is_empty()) {
            plan.unknown = before.unknown.clone();
        }
        self.recent.retain(|other| other.path != plan.path);
        self.recent.insert(0, plan);
        self.recent.truncate(MOST_RECENT);
    }

    /// Remembers what was answered about a table, for the next one with the same columns.
    pub fn remember_table(&mut self, columns: Vec<String>, map: String) {
        let unknown = self.tables.iter().find(|other| other.columns == columns).map(|other| other.unknown.clone());
        let table = KnownTable { columns, map, unknown: unknown.unwrap_or_default() };
        self.tables.retain(|other| other.columns != table.columns);
        self.tables.insert(0, table);
        self.tables.truncate(MOST_TABLES);
    }

    /// Remembers which lanes of a plan are folded; of the plans that were used long ago nothing is kept.
    pub fn fold_lanes(&mut self, plan: String, lanes: Vec<String>) {
        let unknown = self.folded_lanes.iter().find(|other| other.plan == plan).map(|other| other.unknown.clone());
        self.folded_lanes.retain(|other| other.plan != plan);
        if !lanes.is_empty() {
            self.folded_lanes.insert(0, FoldedLanes { plan, lanes, unknown: unknown.unwrap_or_default() });
            self.folded_lanes.truncate(MOST_RECENT);
        }
    }
}

impl Prefs {
    /// These preferences, to be written where another window may have written since: `base` is what was there when they
    /// were last read or written here, `theirs` what is there now. What was not changed here is as it is there, and plans
    /// that were opened elsewhere stay in the list.
    #[must_use]
    pub fn merged(self, base: &Self, theirs: Self) -> Self {
        fn pick<T: PartialEq>(mine: T, base: &T, theirs: T) -> T {
            if mine == *base { theirs } else { mine }
        }
        let is_new =
            |plan: &Recent| ![&self.recent, &base.recent].iter().any(|list| list.iter().any(|one| one.path == plan.path));
        let mut recent = self.recent.clone();
        recent.extend(theirs.recent.iter().filter(|plan| is_new(plan)).cloned());
        recent.sort_by_key(|plan| std::cmp::Reverse(plan.minutes));
        recent.truncate(MOST_RECENT);
        let is_other = |lanes: &FoldedLanes| {
            ![&self.folded_lanes, &base.folded_lanes].iter().any(|list| list.iter().any(|one| one.plan == lanes.plan))
        };
        let mut folded_lanes = self.folded_lanes.clone();
        folded_lanes.extend(theirs.folded_lanes.iter().filter(|lanes| is_other(lanes)).cloned());
        folded_lanes.truncate(MOST_RECENT);
        Self {
            theme: pick(self.theme, &base.theme, theirs.theme),
            language: pick(self.language, &base.language, theirs.language),
            reduced_motion: pick(self.reduced_motion, &base.reduced_motion, theirs.reduced_motion),
            motion_of_system: pick(self.motion_of_system, &base.motion_of_system, theirs.motion_of_system),
            week_begins: pick(self.week_begins, &base.week_begins, theirs.week_begins),
            dates: pick(self.dates, &base.dates, theirs.dates),
            money: pick(self.money, &base.money, theirs.money),
            currency: pick(self.currency, &base.currency, theirs.currency),
            market: pick(self.market, &base.market, theirs.market),
            autosave: pick(self.autosave, &base.autosave, theirs.autosave),
            hide_curve: pick(self.hide_curve, &base.hide_curve, theirs.hide_curve),
            scale: pick(self.scale, &base.scale, theirs.scale),
            hidden: pick(self.hidden, &base.hidden, theirs.hidden),
            folded: pick(self.folded, &base.folded, theirs.folded),
            unfolded: pick(self.unfolded, &base.unfolded, theirs.unfolded),
            sizes: pick(self.sizes, &base.sizes, theirs.sizes),
            guide_done: self.guide_done || theirs.guide_done,
            name: pick(self.name, &base.name, theirs.name),
            recent,
            folded_lanes,
            plan_views: view::merged(self.plan_views, &base.plan_views, theirs.plan_views),
            window: pick(self.window, &base.window, theirs.window),
            house: pick(self.house, &base.house, theirs.house),
            author: pick(self.author, &base.author, theirs.author),
            share: pick(self.share, &base.share, theirs.share),
            tables: pick(self.tables, &base.tables, theirs.tables),
            unknown: pick(self.unknown, &base.unknown, theirs.unknown),
        }
    }
}

/// The file of this user's preferences, by the environment: where the system keeps such things. `None` where it does not say.
#[must_use]
pub fn path_of_user(variable: impl Fn(&str) -> Option<std::ffi::OsString>) -> Option<PathBuf> {
    System::HERE.config(variable).map(|folder| folder.join("preferences.ron"))
}
