//! Why an artifact could not be made.

use std::fmt;

use crate::words::language;

/// Why an artifact could not be made. Nothing has been written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// Somebody stopped it.
    Cancelled,
    /// It cannot be made.
    Failed {
        /// What is wrong, in a sentence.
        message: String,
        /// What to do about it.
        hint: String,
    },
}

impl ExportError {
    /// An artifact that cannot be made.
    #[must_use]
    pub fn failed(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Failed { message: message.into(), hint: hint.into() }
    }

    /// The same, said in the language of whoever asked for it, whatever the artifact is written in.
    #[must_use]
    pub fn told<M: Into<String>, H: Into<String>>(say: impl FnOnce() -> (M, H)) -> Self {
        let (message, hint) = language::to_asker(say);
        Self::failed(message, hint)
    }
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cancelled => f.write_str(crate::words::share::cancelled()),
            Self::Failed { message, .. } => f.write_str(message),
        }
    }
}

impl std::error::Error for ExportError {}

/// Is told how far an artifact is, and says whether to go on.
#[derive(Clone, Copy)]
pub struct Watch<'a>(pub &'a (dyn Fn(usize, usize) -> bool + Sync));

impl fmt::Debug for Watch<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Watch")
    }
}

impl Watch<'static> {
    /// Watches nothing, and always goes on.
    #[must_use]
    pub fn none() -> Self {
        Self(&|_, _| true)
    }
}

impl Watch<'_> {
    /// Tells that `done` of `of` steps are done.
    ///
    /// # Errors
    /// When it is not to go on.
    pub fn step(&self, done: usize, of: usize) -> Result<(), ExportError> {
        if (self.0)(done, of) { Ok(()) } else { Err(ExportError::Cancelled) }
    }
}
