//! The families of systems that keep what belongs to a user in different places, and where each of them does.
//!
//! It knows the names of variables and folders, and nothing of what is kept there.

use std::ffi::OsString;
use std::path::PathBuf;

/// A family of systems.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    /// Windows.
    Windows,
    /// macOS.
    MacOs,
    /// Linux and what keeps to the same folders.
    Xdg,
}

impl System {
    /// The one for which the program was built.
    pub const HERE: Self = if cfg!(target_os = "windows") {
        Self::Windows
    } else if cfg!(target_os = "macos") {
        Self::MacOs
    } else {
        Self::Xdg
    };

    /// The folder of this program's preferences, by the environment; `None` where that does not say.
    #[must_use]
    pub fn config(self, variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
        let base = match self {
            Self::Windows => folder(&variable, "APPDATA"),
            Self::MacOs => folder(&variable, "HOME").map(|home| home.join("Library").join("Application Support")),
            Self::Xdg => {
                folder(&variable, "XDG_CONFIG_HOME").or_else(|| folder(&variable, "HOME").map(|home| home.join(".config")))
            }
        };
        base.map(|base| base.join("momentboard"))
    }

    /// The folder of what this program keeps by itself, by the environment; `None` where that does not say.
    #[must_use]
    pub fn state(self, variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
        match self {
            Self::Windows => Some(folder(&variable, "LOCALAPPDATA")?.join("momentboard")),
            Self::MacOs => self.config(variable).map(|config| config.join("state")),
            Self::Xdg => {
                let home = || folder(&variable, "HOME").map(|home| home.join(".local").join("state"));
                Some(folder(&variable, "XDG_STATE_HOME").or_else(home)?.join("momentboard"))
            }
        }
    }
}

/// The folder that a variable names. One that depends on where the program was started is none.
fn folder(variable: impl Fn(&str) -> Option<OsString>, name: &str) -> Option<PathBuf> {
    variable(name).filter(|value| !value.is_empty()).map(PathBuf::from).filter(|path| path.is_absolute())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(variables: &'static [(&str, &str)]) -> impl Fn(&str) -> Option<OsString> {
        move |wanted| variables.iter().find(|(name, _)| *name == wanted).map(|(_, value)| OsString::from(value))
    }

    fn both(system: System, variables: &'static [(&str, &str)]) -> [Option<String>; 2] {
        let text = |path: Option<PathBuf>| path.map(|path| path.to_string_lossy().replace('\\', "/"));
        [text(system.config(given(variables))), text(system.state(given(variables)))]
    }

    #[test]
    #[cfg(unix)]
    fn each_system_has_its_own_folders() {
        let all: &[(&str, &str)] = &[
            ("HOME", "/home/lena"),
            ("APPDATA", "/lena/AppData/Roaming"),
            ("LOCALAPPDATA", "/lena/AppData/Local"),
            ("XDG_CONFIG_HOME", "/else/config"),
            ("XDG_STATE_HOME", "/else/state"),
        ];
        for (system, config, state) in [
            (System::Windows, "/lena/AppData/Roaming/momentboard", "/lena/AppData/Local/momentboard"),
            (
                System::MacOs,
                "/home/lena/Library/Application Support/momentboard",
                "/home/lena/Library/Application Support/momentboard/state",
            ),
            (System::Xdg, "/else/config/momentboard", "/else/state/momentboard"),
        ] {
            assert_eq!(both(system, all), [Some(config.to_owned()), Some(state.to_owned())], "{system:?}");
        }
        assert_eq!(
            both(System::Xdg, &[("HOME", "/home/lena"), ("XDG_CONFIG_HOME", ""), ("XDG_STATE_HOME", "here")]),
            [Some("/home/lena/.config/momentboard".to_owned()), Some("/home/lena/.local/state/momentboard".to_owned())],
            "what is empty, or is no whole path, counts as unset"
        );
    }

    #[test]
    fn where_nothing_is_said_nothing_is_kept() {
        for system in [System::Windows, System::MacOs, System::Xdg] {
            assert_eq!(both(system, &[]), [None, None], "{system:?}");
        }
    }
}
