//! What this user prefers, kept beside no plan: colours, sizes, which panels are open, which plans were open last.
//!
//! Preferences are never worth a message that stops somebody: a file that is missing or broken means the defaults, a
//! broken one is kept beside the new one, and a file of a later version keeps what this version does not know.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::fs::{self, Base, FsError, FsErrorKind};

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

/// What this user prefers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Prefs {
    /// Colours.
    pub theme: Theme,
    /// Nothing moves.
    pub reduced_motion: bool,
    /// The size of everything, in percent.
    pub scale: u16,
    /// Panels that are hidden, by name.
    pub hidden: Vec<String>,
    /// Sections that are folded, by name.
    pub folded: Vec<String>,
    /// Sizes of panels in points, by name.
    pub sizes: BTreeMap<String, f32>,
    /// The guide to the first arc was finished or left.
    pub guide_done: bool,
    /// Plans that were open, the last one first.
    pub recent: Vec<Recent>,
    /// Lanes that are folded on the board, the plan that was used last first.
    pub folded_lanes: Vec<FoldedLanes>,
    /// What a later version wrote and this one does not know; it is written back as it was.
    #[serde(flatten)]
    pub unknown: BTreeMap<String, ron::Value>,
}

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
            scale: 100,
            hidden: Vec::new(),
            folded: Vec::new(),
            sizes: BTreeMap::new(),
            guide_done: false,
            recent: Vec::new(),
            unknown: BTreeMap::new(),
            folded_lanes: Vec::new(),
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

    /// Remembers which lanes of a plan are folded; of the plans that were used long ago nothing is kept.
    pub fn fold_lanes(&mut self, plan: String, lanes: Vec<String>) {
        self.folded_lanes.retain(|other| other.plan != plan);
        if !lanes.is_empty() {
            self.folded_lanes.insert(0, FoldedLanes { plan, lanes });
            self.folded_lanes.truncate(MOST_RECENT);
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
