//! The panel on the left: the brief, the creators, the ideas, and what can be added.

use egui::Ui;

use super::view::{Actions, Cx};

/// Width that the panel has at first, in points.
pub const WIDTH: f32 = 216.0;
/// Widths that it can have.
pub const WIDTHS: std::ops::RangeInclusive<f32> = 180.0..=320.0;

/// A section of the panel. Each folds by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Section {
    /// What the campaign is for.
    Brief,
    /// Who is in it.
    Creators,
    /// What has no place yet.
    Ideas,
    /// What can be added.
    Palette,
}

impl Section {
    /// All, from top to bottom.
    pub const ALL: [Self; 4] = [Self::Brief, Self::Creators, Self::Ideas, Self::Palette];

    /// What it is called in the preferences.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Brief => "brief",
            Self::Creators => "creators",
            Self::Ideas => "ideas",
            Self::Palette => "palette",
        }
    }

    /// Those with these keys.
    #[must_use]
    pub fn named(keys: &[String]) -> Vec<Self> {
        Self::ALL.into_iter().filter(|section| keys.iter().any(|key| key == section.key())).collect()
    }
}

/// What the panel remembers.
#[derive(Debug, Default)]
pub struct SideState {
    folded: Vec<Section>,
}

impl SideState {
    /// The panel with these sections folded.
    #[must_use]
    pub fn folded_at_first(folded: Vec<Section>) -> Self {
        Self { folded, ..Self::default() }
    }

    /// The sections that are folded.
    #[must_use]
    pub fn folded(&self) -> &[Section] {
        &self.folded
    }
}

/// Draws it into what is left of `ui`.
pub fn side_ui(cx: &Cx<'_>, state: &mut SideState, ui: &mut Ui, out: &mut Actions) {
    let _ = (cx, state, ui, out);
}
