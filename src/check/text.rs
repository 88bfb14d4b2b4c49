//! A text of a finding. A large plan has tens of thousands of findings and somebody reads a few of them, so a text that takes
//! effort to word can be worded when it is read, and a long one can belong to many findings.

use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use crate::words::language;

/// A text, read like any other.
#[derive(Clone)]
pub struct Text(Kept);

#[derive(Clone)]
enum Kept {
    Fixed(&'static str),
    Own(String),
    Shared(Arc<str>),
    Later(Arc<Later<dyn Fn() -> String + Send + Sync>>),
}

struct Later<F: ?Sized> {
    text: OnceLock<String>,
    word: F,
}

impl Text {
    /// A text that is worded when somebody reads it.
    pub(super) fn later(word: impl Fn() -> String + Send + Sync + 'static) -> Self {
        // It is read as whoever checked is spoken to, wherever that is.
        let manner = language::manner();
        let word = move || {
            let _spoken = language::speak_as(manner);
            word()
        };
        Self(Kept::Later(Arc::new(Later { text: OnceLock::new(), word })))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Kept::Fixed(text) => text,
            Kept::Own(text) => text,
            Kept::Shared(text) => text,
            Kept::Later(later) => later.text.get_or_init(|| (later.word)()),
        }
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl From<&'static str> for Text {
    fn from(text: &'static str) -> Self {
        Self(Kept::Fixed(text))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(Kept::Own(text))
    }
}

impl From<Arc<str>> for Text {
    fn from(text: Arc<str>) -> Self {
        Self(Kept::Shared(text))
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialEq<String> for Text {
    fn eq(&self, other: &String) -> bool {
        self.as_str() == other
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}
