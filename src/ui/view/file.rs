//! Where the plan stands against its file, and what is said of that.

use crate::ui::theme::Tone;
use crate::words::conflict;

/// Where the plan stands against its file.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct FileView {
    /// The name of the file without folders; `None` before the first save.
    pub name: Option<String>,
    /// What the top bar says about saving.
    pub state: SaveState,
    /// The step that undo takes back.
    pub undo: Option<String>,
    /// The step that redo does again.
    pub redo: Option<String>,
    /// Why the plan can only be looked at, if that is so.
    pub look_only: Option<LookOnly>,
    /// What stands under the top bar until it is dealt with.
    pub notice: Option<Notice>,
}

/// Why a window only looks at its plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LookOnly {
    /// Another window has it: since when, and where.
    OpenedTwice(String),
    /// The other window that had it is gone.
    LeftByOthers,
    /// It needs a newer program, which is named.
    Newer(String),
    /// Its file is marked read-only.
    MarkedReadOnly,
    /// There is no permission to change the file, nor to put another in its place.
    Closed,
}

impl LookOnly {
    /// The reason in a few words, for what cannot be done.
    #[must_use]
    pub fn why(&self) -> &'static str {
        match self {
            Self::OpenedTwice(_) => conflict::why_twice(),
            Self::LeftByOthers => conflict::why_left(),
            Self::Newer(_) => conflict::why_newer(),
            Self::MarkedReadOnly => conflict::why_marked(),
            Self::Closed => conflict::why_closed(),
        }
    }
}

/// Something about the file that stays under the top bar until it is dealt with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How pressing it is.
    pub tone: Tone,
    /// What it says.
    pub text: String,
    /// What can be done about it.
    pub answers: Vec<NoticeAnswer>,
}

/// What can be done about a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeAnswer {
    /// Look at what differs, and decide.
    Compare,
    /// Make the file anew.
    SaveAnew,
    /// Save the plan as another file.
    SaveElsewhere,
    /// Try a save that failed again.
    TryAgain,
    /// Take the plan over: the other window is gone.
    EditHere,
    /// Go on with a copy of the plan that another window has.
    EditCopy,
    /// Look at what differs in the copy beside the plan.
    CompareCopy,
    /// Open the copy beside the plan.
    OpenCopy,
    /// The copy is as it is meant to be.
    IgnoreCopy,
    /// Show the folder of the preferences.
    ShowPrefs,
    /// Show the work that no file has.
    ShowWork,
    /// What was said of work that no file has was read.
    HideWork,
    /// What was said of the preferences was read.
    HidePrefs,
    /// It was read.
    Hide,
}

/// What is true about saving; exactly one at a time.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum SaveState {
    /// There is no file yet.
    #[default]
    NotSavedYet,
    /// There are changes that no file has.
    Edited,
    /// A save is under way.
    Saving,
    /// The file holds this; the time of day of the last write that succeeded ("14:02"), if this session wrote it.
    Saved(Option<String>),
    /// The last save failed, for this reason.
    Failed(String),
    /// Another program changed the file; nothing was written over it.
    ChangedOnDisk,
    /// The file is not there any more; what it held is on screen.
    Gone,
    /// The folder of the file is not there any more; what the file held is on screen.
    FolderGone,
    /// The plan can only be looked at.
    ReadOnly,
}
