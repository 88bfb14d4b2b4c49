//! Where the program keeps what belongs to no file of the user's: drafts, earlier versions, locks.
//!
//! It lies where the system keeps such state, never beside a plan: a folder that is shared or synchronised is no place for
//! texts that were deleted, nor for files that a client could stumble over.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::system::System;
use crate::model::PlanId;

/// The folder of this user's state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    root: PathBuf,
}

impl Home {
    /// The folder that the environment names; `None` where it names none.
    #[must_use]
    pub fn of_user(variable: impl Fn(&str) -> Option<OsString>) -> Option<Self> {
        System::HERE.state(variable).map(|root| Self { root })
    }

    /// The state in that folder; for tests.
    #[must_use]
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// The folder itself.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Recovery journals: a folder for each plan.
    #[must_use]
    pub fn journals(&self) -> PathBuf {
        self.root.join("journal")
    }

    /// Earlier versions: a folder for each plan.
    #[must_use]
    pub fn histories(&self) -> PathBuf {
        self.root.join("history")
    }

    /// Earlier versions of a plan.
    #[must_use]
    pub fn history(&self, plan: PlanId) -> PathBuf {
        self.histories().join(plan.to_string())
    }

    /// Pictures of drafts and versions, each once, by content.
    #[must_use]
    pub fn pictures(&self) -> PathBuf {
        self.root.join("pictures")
    }

    /// Who has which plan open.
    #[must_use]
    pub fn locks(&self) -> PathBuf {
        self.root.join("locks")
    }

    /// Contents of files that could only be written in place, until they are.
    #[must_use]
    pub fn pending(&self) -> PathBuf {
        self.root.join("pending")
    }

    /// Notes about crashes.
    #[must_use]
    pub fn crashes(&self) -> PathBuf {
        self.root.join("crashes")
    }

    /// Stands while the window is starting: where it still stands at the next start, the last one did not come far.
    #[must_use]
    pub fn started(&self) -> PathBuf {
        self.root.join("started")
    }

    /// What was thrown away, for a month.
    #[must_use]
    pub fn trash(&self) -> PathBuf {
        self.root.join("trash")
    }
}
