//! The sheets of our own workbooks, known by their headings: one of them comes back, the others are made from it.

use super::Column;
use crate::words::language::{self, Language};
use crate::words::{columns as say, share};

/// The property of a workbook that says which version of this table is in it.
pub const TABLE_MARK: &str = "Momentboard table";
/// The version of the table that is written and read: it goes up when a heading that stood changes its meaning.
pub const TABLE_VERSION: u8 = 1;

/// Fewer of our headings than this can stand on anybody's table.
const ENOUGH: usize = 10;

/// A sheet as this program writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OwnSheet {
    /// The moments, which can be read back.
    Moments,
    /// The creators.
    Creators,
    /// What is delivered when.
    Deliverables,
    /// What it costs.
    Budget,
    /// Open findings.
    Findings,
    /// Accepted risks.
    Accepted,
    /// The lists that cells are chosen from.
    Lists,
}

/// What is said about a deliverable before the days on which something is due …
pub const DELIVERABLE_BEFORE: [Column; 5] = [Column::Title, Column::Lane, Column::Date, Column::Time, Column::Day];
/// … and after them.
pub const DELIVERABLE_AFTER: [Column; 10] = [
    Column::Kind,
    Column::Platform,
    Column::Format,
    Column::Duration,
    Column::Product,
    Column::Cta,
    Column::Disclosure,
    Column::Spoken,
    Column::PlatformLabel,
    Column::MustSay,
];

/// The headings that the sheet of deliverables has for every reader. Brands plan with a title, a draft and an approval, too, so
/// only all of them together say whose sheet it is.
fn of_deliverables() -> Vec<&'static str> {
    let columns = DELIVERABLE_BEFORE.iter().chain(&DELIVERABLE_AFTER).map(|column| column.shown_heading());
    columns.chain([say::weekday(), say::draft_due(), say::approval_due()]).collect()
}

impl OwnSheet {
    /// What the sheet is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            // These come back, so they are called the same whatever is spoken.
            Self::Moments => language::english(say::sheet_moments),
            Self::Lists => language::english(say::sheet_lists),
            Self::Creators => say::sheet_creators(),
            Self::Deliverables => say::sheet_deliverables(),
            Self::Budget => say::sheet_budget(),
            Self::Findings => say::sheet_findings(),
            Self::Accepted => say::sheet_accepted(),
        }
    }
}

/// Which of our sheets has these headings; `None` where it is somebody else's. The name of the sheet decides only where
/// anybody could have the headings: people rename sheets, and a table of text has no name at all. Sheets for reading are in any of
/// our languages.
#[must_use]
pub fn own_sheet(name: &str, headings: &[&str]) -> Option<OwnSheet> {
    Language::ALL.into_iter().find_map(|language| {
        let _spoken = language::speak(language);
        own_sheet_spoken(name, headings)
    })
}

/// The same in the language that is spoken.
fn own_sheet_spoken(name: &str, headings: &[&str]) -> Option<OwnSheet> {
    let has = |all: &[&str]| all.iter().all(|heading| headings.iter().any(|other| other.trim() == *heading));
    let called = |sheet: OwnSheet| name.trim() == sheet.name();
    let ours = headings.iter().filter(|heading| Column::ALL.iter().any(|column| column.heading() == heading.trim())).count();
    let kept = [Column::Title, Column::Lane, Column::Kind, Column::Id].map(Column::heading);
    if has(&of_deliverables()) {
        Some(OwnSheet::Deliverables)
    } else if has(&kept) && ours >= ENOUGH {
        Some(OwnSheet::Moments)
    } else if has(&[say::relationship(), say::seen_together(), say::told_as()]) {
        Some(OwnSheet::Creators)
    } else if has(&[say::planned(), say::with_fee(), say::without_fee()]) {
        Some(OwnSheet::Budget)
    } else if has(&[share::finding(), share::severity(), say::in_words()]) {
        Some(OwnSheet::Findings)
    } else if called(OwnSheet::Accepted) && has(&[say::risk(), share::reason()]) {
        Some(OwnSheet::Accepted)
    } else if called(OwnSheet::Lists) && ours >= 2 && ours == headings.len() {
        Some(OwnSheet::Lists)
    } else {
        None
    }
}
