//! A page that the team writes itself and that goes with the decks.

use super::later::StandIn;
use super::record::{closed, record};

closed! {
    /// Who gets a page that the team wrote. The team always does.
    pub enum PageReaders {
        /// Nobody else.
        Team = "team",
        /// The client.
        Client = "client",
        /// Each creator.
        Creators = "creators",
        /// The client and each creator.
        Everyone = "everyone",
    }
}

impl StandIn for PageReaders {
    /// Nobody gets to read what may not be meant for them.
    const STAND_IN: Self = Self::Team;
}

record! {
    /// A page that the team wrote.
    pub struct OwnPage {
        /// What stands over it.
        must title: String,
        /// Its words, a paragraph a line.
        must text: String,
        /// Who gets it.
        must_word readers: PageReaders,
    }
}

impl OwnPage {
    /// Whether there is nothing to read on it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.title.trim().is_empty() && self.text.trim().is_empty()
    }
}
