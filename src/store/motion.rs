//! Whether this user asked the system for less motion, where the system writes that down in a file.
//!
//! KDE and the toolkits of GNOME keep it in text files, which are read here. GNOME itself, Windows and macOS keep it where
//! only calls into the system reach; there the answer is that nobody knows, and the window has a setting of its own.

use std::ffi::OsString;
use std::path::PathBuf;

/// The files and, in each, the line that asks for less motion. Later ones count only where earlier ones say nothing.
const PLACES: [(&str, &str, &[&str]); 3] = [
    ("kdeglobals", "AnimationDurationFactor", &["0", "0.0"]),
    ("gtk-4.0/settings.ini", "gtk-enable-animations", &["false", "0"]),
    ("gtk-3.0/settings.ini", "gtk-enable-animations", &["false", "0"]),
];

/// Whether the system is set to less motion; `None` where it does not say in a way that can be read.
#[must_use]
pub fn is_reduced(variable: impl Fn(&str) -> Option<OsString>) -> Option<bool> {
    let folder = |name: &str| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let config = folder("XDG_CONFIG_HOME").or_else(|| folder("HOME").map(|home| home.join(".config")))?;
    PLACES.iter().find_map(|(file, key, off)| {
        let text = std::fs::read_to_string(config.join(file)).ok()?;
        value_of(&text, key).map(|value| off.contains(&value))
    })
}

/// The value behind a key in a file of `key=value` lines.
fn value_of<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    text.lines().find_map(|line| {
        let (name, value) = line.split_once('=')?;
        (name.trim() == key).then(|| value.trim())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_found_among_others() {
        let text = "[Settings]\ngtk-theme-name=Adwaita\ngtk-enable-animations = false\n";
        assert_eq!(value_of(text, "gtk-enable-animations"), Some("false"));
        assert_eq!(value_of(text, "gtk-enable"), None);
        assert_eq!(value_of("", "gtk-enable-animations"), None);
    }
}
