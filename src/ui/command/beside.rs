//! What keys do at something of the plan that has the keyboard and is no moment: a phase, blackout dates, a note. Where they do what
//! commands do with moments, keys and name are those of the command.
//!
//! This never does anything: whoever draws what has the keyboard asks which of the keys were pressed.

use egui::{Event, Key, KeyboardShortcut, Modifiers, Ui};

use super::{Command, Group};
use crate::ui::kit;
use crate::words::{spans, window};

/// Something that keys do there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Beside {
    /// Goes to the phase or the blackout dates before.
    Previous,
    /// Goes to those after.
    Next,
    /// Moves it a day earlier.
    DayEarlier,
    /// Moves it a day later.
    DayLater,
    /// Moves it a week earlier.
    WeekEarlier,
    /// Moves it a week later.
    WeekLater,
    /// Begins it a day earlier.
    FirstEarlier,
    /// Begins it a day later.
    FirstLater,
    /// Ends it a day earlier.
    LastEarlier,
    /// Ends it a day later.
    LastLater,
    /// Writes its name, its reason or its text.
    Write,
    /// Deletes it.
    Delete,
    /// Opens the menu of whatever has the keyboard.
    Menu,
}

impl Beside {
    /// All of them, in the order in which the sheet of keys lists them.
    pub const ALL: [Self; 13] = [
        Self::DayEarlier,
        Self::DayLater,
        Self::WeekEarlier,
        Self::WeekLater,
        Self::FirstEarlier,
        Self::FirstLater,
        Self::LastEarlier,
        Self::LastLater,
        Self::Previous,
        Self::Next,
        Self::Write,
        Self::Delete,
        Self::Menu,
    ];

    /// Those that phases and blackout dates have.
    pub const OF_DAYS: [Self; 12] = [
        Self::FirstEarlier,
        Self::FirstLater,
        Self::WeekEarlier,
        Self::WeekLater,
        Self::DayEarlier,
        Self::DayLater,
        Self::LastEarlier,
        Self::LastLater,
        Self::Previous,
        Self::Next,
        Self::Write,
        Self::Delete,
    ];

    /// Those that notes have.
    pub const OF_NOTES: [Self; 6] =
        [Self::WeekEarlier, Self::WeekLater, Self::DayEarlier, Self::DayLater, Self::Write, Self::Delete];

    /// The command that does the same with moments, where there is one.
    const fn as_with_moments(self) -> Option<Command> {
        match self {
            Self::DayEarlier => Some(Command::DayEarlier),
            Self::DayLater => Some(Command::DayLater),
            Self::WeekEarlier => Some(Command::WeekEarlier),
            Self::WeekLater => Some(Command::WeekLater),
            Self::Delete => Some(Command::Delete),
            _ => None,
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Previous => spans::previous(),
            Self::Next => spans::next(),
            Self::FirstEarlier => spans::first_earlier(),
            Self::FirstLater => spans::first_later(),
            Self::LastEarlier => spans::last_earlier(),
            Self::LastLater => spans::last_later(),
            Self::Write => spans::write_here(),
            Self::Menu => window::open_its_menu(),
            _ => self.as_with_moments().map_or("", Command::name),
        }
    }

    /// The keys, then further ones that do the same.
    #[must_use]
    pub fn shortcuts(self) -> &'static [KeyboardShortcut] {
        const BOTH: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
        const fn keys(held: Modifiers, key: Key) -> KeyboardShortcut {
            KeyboardShortcut::new(held, key)
        }
        match self {
            Self::Previous => const { &[keys(Modifiers::NONE, Key::ArrowLeft)] },
            Self::Next => const { &[keys(Modifiers::NONE, Key::ArrowRight)] },
            Self::FirstEarlier => const { &[keys(BOTH, Key::ArrowLeft)] },
            Self::FirstLater => const { &[keys(BOTH, Key::ArrowRight)] },
            Self::LastEarlier => const { &[keys(Modifiers::COMMAND, Key::ArrowLeft)] },
            Self::LastLater => const { &[keys(Modifiers::COMMAND, Key::ArrowRight)] },
            Self::Write => const { &[keys(Modifiers::NONE, Key::F2), keys(Modifiers::NONE, Key::Enter)] },
            Self::Menu => &kit::MENU_KEYS,
            _ => self.as_with_moments().map_or(&[], Command::shortcuts),
        }
    }

    /// Those that the sheet of keys shows: all that are on one keyboard. Of a command the others are those of other systems.
    #[must_use]
    pub fn shown_shortcuts(self) -> &'static [KeyboardShortcut] {
        let keys = self.shortcuts();
        if self.as_with_moments().is_some() { keys.get(..1).unwrap_or_default() } else { keys }
    }

    /// The group that it has in the sheet of keys.
    #[must_use]
    pub const fn group(self) -> Group {
        if matches!(self, Self::Menu) { Group::Select } else { Group::Beside }
    }

    /// So many days later; `None` for what moves nothing.
    #[must_use]
    pub const fn days(self) -> Option<i32> {
        match self {
            Self::WeekEarlier => Some(-7),
            Self::WeekLater => Some(7),
            Self::DayEarlier | Self::FirstEarlier | Self::LastEarlier => Some(-1),
            Self::DayLater | Self::FirstLater | Self::LastLater => Some(1),
            _ => None,
        }
    }

    /// Takes the first press of keys of one of these out of the input, and says of which.
    #[must_use]
    pub fn pressed(ui: &Ui, among: &[Self]) -> Option<Self> {
        let of = |event: &Event| {
            let Event::Key { key, pressed: true, modifiers, .. } = event else { return None };
            let fits = |keys: &KeyboardShortcut| keys.logical_key == *key && modifiers.matches_exact(keys.modifiers);
            among.iter().copied().find(|beside| beside.shortcuts().iter().any(fits))
        };
        kit::take_first(ui, of).map(|(_, beside)| beside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_listed_once_and_no_keys_do_two_things() {
        let mut keys = Vec::new();
        for beside in Beside::ALL {
            assert!(!beside.name().is_empty() && !beside.shortcuts().is_empty(), "{beside:?}");
            keys.extend(beside.shortcuts().iter().map(|keys| format!("{keys:?}")));
        }
        let count = keys.len();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), count);
        let listed = |beside: &Beside| Beside::ALL.contains(beside);
        assert!(Beside::OF_DAYS.iter().all(listed) && Beside::OF_NOTES.iter().all(listed));
    }
}
