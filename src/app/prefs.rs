//! This user's preferences while the window is open.

use std::path::PathBuf;

use super::App;
use crate::store::prefs::{self, Found, Prefs, Theme};
use crate::ui::view::{Setup, ThemeChoice};

/// Where preferences are kept from one start to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keeper {
    /// In a file.
    File(PathBuf),
    /// Nowhere: they live as long as the window.
    Nowhere,
}

impl Keeper {
    /// The file of this user.
    #[must_use]
    pub fn of_user() -> Self {
        prefs::path_of_user(|name| std::env::var_os(name)).map_or(Self::Nowhere, Self::File)
    }

    /// What is kept there.
    pub(super) fn load(&self) -> UserPrefs {
        match self {
            Self::Nowhere => UserPrefs { prefs: Prefs::default(), found: Found::Prefs },
            Self::File(path) => {
                let (prefs, found) = prefs::load(path);
                UserPrefs { prefs, found }
            }
        }
    }
}

/// Preferences, and whether there were any when the window opened.
#[derive(Clone, Debug)]
pub struct UserPrefs {
    /// The preferences.
    pub prefs: Prefs,
    /// What was found of them.
    pub found: Found,
}

impl UserPrefs {
    /// How the window is to be.
    pub(super) fn setup(&self) -> Setup {
        Setup {
            theme: match self.prefs.theme {
                Theme::System => ThemeChoice::System,
                Theme::Light => ThemeChoice::Light,
                Theme::Dark => ThemeChoice::Dark,
            },
            reduced_motion: self.prefs.reduced_motion,
            scale: self.prefs.scale,
        }
    }
}

impl App {
    /// Sets the window up in another way.
    pub(super) fn set_up(&mut self, ctx: &egui::Context, setup: Setup) {
        ctx.set_theme(match setup.theme {
            ThemeChoice::System => egui::ThemePreference::System,
            ThemeChoice::Light => egui::ThemePreference::Light,
            ThemeChoice::Dark => egui::ThemePreference::Dark,
        });
        self.setup = setup;
    }
}
