//! Names of keys as they stand on a keyboard. Letters, numbers and F-keys are called the same everywhere.

name! {
    /// What stands on a key, by the name that the window system has for it.
    key {
        "Ctrl" => "Ctrl",
        "Alt" => "Alt",
        "Shift" => "Shift",
        "Left" => "Left",
        "Right" => "Right",
        "Up" => "Up",
        "Down" => "Down",
        "Enter" => "Enter",
        "Escape" => "Escape",
        "Space" => "Space",
        "Tab" => "Tab",
        "Delete" => "Delete",
        "Backspace" => "Backspace",
        "Insert" => "Insert",
        "Home" => "Home",
        "End" => "End",
        "PageUp" => "PageUp",
        "PageDown" => "PageDown",
        "Menu" => "Menu",
        _ => "",
    }
}

/// What stands on a key; one that has no other name stands for itself.
#[must_use]
pub fn on_keyboard(name: &str) -> &str {
    match key(name) {
        "" => name,
        known => known,
    }
}
