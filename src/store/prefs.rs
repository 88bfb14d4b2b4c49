//! What this user prefers, kept beside no plan: colours, sizes, which panels are open, which plans were open last.
//!
//! Preferences are never worth a message that stops somebody: a file that is missing or broken means the defaults, a
//! broken one is kept beside the new one, and a file of a later version keeps what this version does not know.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use serde::de::{EnumAccess, VariantAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::fs::{self, Base, FsError, FsErrorKind};

/// Most recent plans that are kept.
pub const MOST_RECENT: usize = 12;

/// Which colours the window has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize)]
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

/// Colours that a later version has, and this one does not, are those of the system: one word it does not know is no reason
/// to give up the rest of the file.
impl<'de> Deserialize<'de> for Theme {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Word(Theme);
        impl<'de> Deserialize<'de> for Word {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_identifier(WordVisitor)
            }
        }
        struct WordVisitor;
        impl Visitor<'_> for WordVisitor {
            type Value = Word;
            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("colours")
            }
            fn visit_str<E: serde::de::Error>(self, word: &str) -> Result<Word, E> {
                Ok(Word(match word {
                    "light" => Theme::Light,
                    "dark" => Theme::Dark,
                    _ => Theme::System,
                }))
            }
        }
        struct ThemeVisitor;
        impl<'de> Visitor<'de> for ThemeVisitor {
            type Value = Theme;
            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("colours")
            }
            fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Theme, A::Error> {
                let (Word(theme), variant) = access.variant()?;
                variant.unit_variant()?;
                Ok(theme)
            }
        }
        deserializer.deserialize_enum("Theme", &["system", "light", "dark"], ThemeVisitor)
    }
}

/// A size in percent, whatever number stands there: one that no menu offers counts as none later.
fn any_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u16, D::Error> {
    f64::deserialize(deserializer).map(|number| number as u16)
}

/// What this user prefers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Prefs {
    /// Colours.
    pub theme: Theme,
    /// Nothing moves.
    pub reduced_motion: bool,
    /// Lanes are drawn without their curve.
    pub hide_curve: bool,
    /// The size of everything, in percent.
    #[serde(deserialize_with = "any_number")]
    pub scale: u16,
    /// Panels that are hidden, by name.
    pub hidden: Vec<String>,
    /// Sections that are folded, by name.
    pub folded: Vec<String>,
    /// Sizes of panels in points, by name.
    pub sizes: BTreeMap<String, f32>,
    /// The guide to the first arc was finished or left.
    pub guide_done: bool,
    /// What this user signed the last decision with.
    pub name: String,
    /// Plans that were open, the last one first.
    pub recent: Vec<Recent>,
    /// Lanes that are folded on the board, the plan that was used last first.
    pub folded_lanes: Vec<FoldedLanes>,
    /// The file of an agency's rules, where one is used on this computer.
    pub house: Option<PathBuf>,
    /// Who changed a rule here last; empty where nobody did.
    pub author: String,
    /// How something was shared last, by the name of each choice; what is not known is left alone.
    pub share: BTreeMap<String, String>,
    /// What was answered about tables, the one that was used last first.
    pub tables: Vec<KnownTable>,
    /// What a later version wrote and this one does not know; it is written back as it was.
    #[serde(flatten)]
    pub unknown: BTreeMap<String, ron::Value>,
}

/// What was answered about tables with the same header.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownTable {
    /// The names of the columns, sorted.
    pub columns: Vec<String>,
    /// The answers, as text.
    pub map: String,
}

/// Most tables whose answers are kept.
const MOST_TABLES: usize = 24;

/// The folded lanes of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoldedLanes {
    /// The id of the plan.
    pub plan: String,
    /// The ids of the lanes.
    pub lanes: Vec<String>,
}

impl Default for Prefs {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            reduced_motion: false,
            hide_curve: false,
            scale: 100,
            hidden: Vec::new(),
            folded: Vec::new(),
            sizes: BTreeMap::new(),
            guide_done: false,
            name: String::new(),
            recent: Vec::new(),
            unknown: BTreeMap::new(),
            folded_lanes: Vec::new(),
            house: None,
            author: String::new(),
            share: BTreeMap::new(),
            tables: Vec::new(),
        }
    }
}

/// A plan that was open, as it was when it was last saved or opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    /// Where it is.
    pub path: PathBuf,
    /// The name of its first brand; empty where it has none.
    #[serde(default)]
    pub brand: String,
    /// What it is called.
    pub name: String,
    /// When it was last open: minutes since 1970, in the time of this computer.
    pub minutes: i64,
    /// Open errors then.
    #[serde(default)]
    pub errors: usize,
    /// Open warnings then.
    #[serde(default)]
    pub warnings: usize,
    /// Accepted findings then.
    #[serde(default)]
    pub accepted: usize,
}

impl Prefs {
    /// Puts a plan at the head of the recent ones; it is listed once, however often it was opened.
    ///
    /// A path that is not text is left out: it could not be written down so that it is found again.
    pub fn remember(&mut self, plan: Recent) {
        if plan.path.to_str().is_none() {
            return;
        }
        self.recent.retain(|other| other.path != plan.path);
        self.recent.insert(0, plan);
        self.recent.truncate(MOST_RECENT);
    }

    /// Remembers what was answered about a table, for the next one with the same columns.
    pub fn remember_table(&mut self, table: KnownTable) {
        self.tables.retain(|other| other.columns != table.columns);
        self.tables.insert(0, table);
        self.tables.truncate(MOST_TABLES);
    }

    /// Remembers which lanes of a plan are folded; of the plans that were used long ago nothing is kept.
    pub fn fold_lanes(&mut self, plan: String, lanes: Vec<String>) {
        self.folded_lanes.retain(|other| other.plan != plan);
        if !lanes.is_empty() {
            self.folded_lanes.insert(0, FoldedLanes { plan, lanes });
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
            reduced_motion: pick(self.reduced_motion, &base.reduced_motion, theirs.reduced_motion),
            hide_curve: pick(self.hide_curve, &base.hide_curve, theirs.hide_curve),
            scale: pick(self.scale, &base.scale, theirs.scale),
            hidden: pick(self.hidden, &base.hidden, theirs.hidden),
            folded: pick(self.folded, &base.folded, theirs.folded),
            sizes: pick(self.sizes, &base.sizes, theirs.sizes),
            guide_done: self.guide_done || theirs.guide_done,
            name: pick(self.name, &base.name, theirs.name),
            recent,
            folded_lanes,
            house: pick(self.house, &base.house, theirs.house),
            author: pick(self.author, &base.author, theirs.author),
            share: pick(self.share, &base.share, theirs.share),
            tables: pick(self.tables, &base.tables, theirs.tables),
            unknown: pick(self.unknown, &base.unknown, theirs.unknown),
        }
    }
}

/// What was found where preferences are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing: this is the first start of all.
    Nothing,
    /// Preferences.
    Prefs,
    /// Something that cannot be read as preferences.
    Broken,
}

/// Reads preferences; the defaults where there are none or none that can be read.
#[must_use]
pub fn load(path: &Path) -> (Prefs, Found) {
    let bytes = match fs::load(path) {
        Ok((bytes, _)) => bytes,
        Err(error) if error.kind == FsErrorKind::NotFound => return (Prefs::default(), Found::Nothing),
        Err(_) => return (Prefs::default(), Found::Broken),
    };
    match ron::de::from_bytes::<Prefs>(&bytes) {
        Ok(mut prefs) => {
            // What is no number is never equal to itself: the preferences would differ from what is written forever.
            prefs.sizes.retain(|_, size| size.is_finite());
            (prefs, Found::Prefs)
        }
        Err(_) => (Prefs::default(), Found::Broken),
    }
}

/// Writes preferences whole, or leaves what was there.
///
/// # Errors
/// When the folder cannot be made or the disk refuses.
pub fn save(path: &Path, prefs: &Prefs) -> Result<(), FsError> {
    let text = ron::ser::to_string_pretty(prefs, ron::ser::PrettyConfig::default())
        .map_err(|error| FsError::new(FsErrorKind::Other, error.to_string()))?;
    fs::ensure_folder_of(path)?;
    fs::save(path, text.as_bytes(), Base::Overwrite).map(|_| ())
}

/// Moves a file that cannot be read as preferences out of the way, beside itself, so that nothing of it is lost when the
/// new ones are written. Where that is not possible it stays, and is written over.
pub fn set_aside(path: &Path) {
    let _stays = fs::rename_over(path, &path.with_extension("broken.ron"));
}

/// The file of this user's preferences, by the environment: where the system keeps such things. `None` where it does not say.
#[must_use]
pub fn path_of_user(variable: impl Fn(&str) -> Option<std::ffi::OsString>) -> Option<PathBuf> {
    let folder =
        |name: &str| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from).filter(|path| path.is_absolute());
    let base = if cfg!(target_os = "windows") {
        folder("APPDATA")
    } else if cfg!(target_os = "macos") {
        folder("HOME").map(|home| home.join("Library").join("Application Support"))
    } else {
        folder("XDG_CONFIG_HOME").or_else(|| folder("HOME").map(|home| home.join(".config")))
    };
    base.map(|base| base.join(OsStr::new("momentboard")).join("preferences.ron"))
}
