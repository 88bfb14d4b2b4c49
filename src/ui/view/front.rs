//! The ways to look at a plan.

/// A way to look at the plan. All of them show the same plan, and what is selected in one is selected in the others.
///
/// What it is called, its keys and its icon are those of the command that shows it, `Command::Show`; what it does with the
/// keyboard and how it brings a moment into view stands in `app::place`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum View {
    /// A lane for each creator, along time.
    #[default]
    Board,
    /// Months, with the moments of all creators on their days.
    Calendar,
    /// A row for each moment.
    Table,
}

impl View {
    /// The views that can be chosen, in the order in which they are offered.
    pub const OFFERED: &'static [Self] = &[Self::Board, Self::Calendar, Self::Table];

    /// What it is called where it is kept.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Board => "board",
            Self::Calendar => "calendar",
            Self::Table => "table",
        }
    }

    /// Whether it can be chosen: where there is no other, nothing leads to it, and nothing has to.
    #[must_use]
    pub fn is_offered(self) -> bool {
        Self::OFFERED.len() > 1 && Self::OFFERED.contains(&self)
    }
}
