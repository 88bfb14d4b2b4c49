//! Everything the user can command, once: menus, shortcuts, tooltips and tests read it from one [table].

#[macro_use]
mod define;
mod beside;
mod in_view;
mod table;

use egui::{Key, KeyboardShortcut, Modifiers};

pub use self::beside::Beside;
pub use self::in_view::InView;
pub use self::table::Command;
use super::icons::{self, Icon};
use crate::words::side;

/// What the table says of a command.
struct Row {
    name: fn() -> &'static str,
    /// The keys, then further ones that do the same.
    keys: &'static [KeyboardShortcut],
    group: Group,
    /// Where it stands in the menu; `None` where it is for the keyboard only.
    place: Option<(Menu, Icon)>,
    marks: &'static [Mark],
}

/// What is special about a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// It changes the plan.
    ChangesPlan,
    /// Its keys are only the board's as long as no widget elsewhere has the focus.
    NeedsBoard,
    /// Its keys belong to a text field while one has the focus. That needs no mark where plain keys or Alt show it.
    YieldsToText,
    /// It is about the fix while one is shown.
    OfPreview,
}

/// A group of the sheet of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The plan as a file.
    File,
    /// Changing what is there.
    Edit,
    /// Adding something.
    Add,
    /// Moving cards.
    Move,
    /// What has the keyboard and is no moment.
    Beside,
    /// Selecting and going.
    Select,
    /// Lanes as a whole.
    Lanes,
    /// Findings and fixes.
    Findings,
    /// What is seen, and how.
    View,
    /// In the calendar only.
    Calendar,
    /// In the cells of the table only.
    Table,
    /// At the head of one of its columns.
    Head,
    /// While presenting.
    Present,
    /// Where a lane is tried in another order.
    Order,
    /// Help.
    Help,
}

impl Group {
    /// The groups in the order in which they are shown.
    pub const ALL: [Self; 15] = [
        Self::File,
        Self::Edit,
        Self::Add,
        Self::Move,
        Self::Beside,
        Self::Select,
        Self::Lanes,
        Self::Findings,
        Self::View,
        Self::Calendar,
        Self::Table,
        Self::Head,
        Self::Present,
        Self::Order,
        Self::Help,
    ];

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::File => side::keys_file(),
            Self::Edit => side::keys_edit(),
            Self::Add => side::keys_add(),
            Self::Move => side::keys_move(),
            Self::Beside => side::keys_beside(),
            Self::Select => side::keys_select(),
            Self::Lanes => side::keys_lanes(),
            Self::Findings => side::keys_findings(),
            Self::View => side::keys_view(),
            Self::Calendar => side::keys_calendar(),
            Self::Table => side::keys_table(),
            Self::Head => side::keys_head(),
            Self::Present => side::keys_present(),
            Self::Order => side::keys_order(),
            Self::Help => side::keys_help(),
        }
    }
}

/// Rows of the menu that stand together between two lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Menu {
    /// The plan as a file.
    File,
    /// Plans to look at.
    Examples,
    /// Giving the plan to others.
    Share,
    /// Back and forth.
    History,
    /// The clipboard.
    Clipboard,
    /// What is done with the selected moments.
    Selected,
    /// Selecting.
    Select,
    /// Looking for something.
    Search,
    /// Moments of the kinds that are used most.
    Add,
    /// Moments of the other kinds.
    AddMore,
    /// What else a plan is made of.
    AddToPlan,
    /// Lanes of nobody's own.
    AddLanes,
    /// Moving moments in time.
    MoveDays,
    /// Moving moments between lanes.
    MoveLanes,
    /// The plan as a whole.
    Plan,
    /// A lane as a whole.
    Lane,
    /// Findings and fixes.
    Findings,
    /// The ways to look at the plan.
    Views,
    /// Showing the plan to others.
    Present,
    /// How much of the plan is seen.
    Zoom,
    /// What is shown.
    Panels,
    /// Light or dark.
    Theme,
    /// The size of everything.
    Size,
    /// What moves.
    Motion,
    /// Help.
    Help,
    /// The end.
    Quit,
}

impl Menu {
    /// Its rows, each with its icon; there are none where nothing of it can be chosen.
    pub fn rows(self) -> impl Iterator<Item = (Icon, Command)> {
        let of_it =
            move |command: Command| command.row().place.filter(|(menu, _)| *menu == self).map(|(_, icon)| (icon, command));
        Command::all().filter_map(of_it)
    }
}

/// Whether these keys write something where one can write: a letter, a digit or a sign, held with nothing but Shift.
#[must_use]
pub fn are_typed(keys: KeyboardShortcut) -> bool {
    let held = keys.modifiers;
    !held.alt && !held.ctrl && !held.command && keys.logical_key.name().chars().count() == 1
}

impl Command {
    /// Every command that can be given, in the order in which menus and the sheet of keys list them.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::TABLE.iter().copied().filter(|command| match command {
            Self::Show(view) => view.is_offered(),
            _ => true,
        })
    }

    /// The name in menus and tooltips.
    #[must_use]
    pub fn name(self) -> &'static str {
        (self.row().name)()
    }

    /// The keys, if it has any. `COMMAND` is Ctrl, and Cmd on macOS.
    #[must_use]
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        self.row().keys.first().copied()
    }

    /// All keys that do it: those that are shown, then those of other systems.
    #[must_use]
    pub fn shortcuts(self) -> &'static [KeyboardShortcut] {
        self.row().keys
    }

    /// The group that it has in the sheet of keys.
    #[must_use]
    pub fn group(self) -> Group {
        self.row().group
    }

    /// Whether it is for the keyboard only: no menu lists it.
    #[must_use]
    pub fn keys_only(self) -> bool {
        self.row().place.is_none()
    }

    /// Its icon: that of the menu, else the sign of keys.
    #[must_use]
    pub fn icon(self) -> Icon {
        self.row().place.map_or(icons::KEYBOARD, |(_, icon)| icon)
    }

    /// The rows of the menu among which it stands.
    #[must_use]
    pub fn menu(self) -> Option<Menu> {
        self.row().place.map(|(menu, _)| menu)
    }

    fn is(self, mark: Mark) -> bool {
        self.row().marks.contains(&mark)
    }

    /// Whether it changes the plan, so that there is no use for it where the plan can only be looked at.
    #[must_use]
    pub fn changes_the_plan(self) -> bool {
        self.is(Mark::ChangesPlan)
    }

    /// Whether the keys are only the board's as long as no widget elsewhere has the focus: a button wants Enter and Space, and
    /// the arrows lead from widget to widget.
    #[must_use]
    pub fn needs_the_board(self) -> bool {
        self.is(Mark::NeedsBoard)
    }

    /// Whether the keys belong to a text field while one has the focus.
    #[must_use]
    pub fn yields_to_text(self) -> bool {
        self.is(Mark::YieldsToText)
            || self.shortcut().is_some_and(|keys| {
                let plain = keys.modifiers == Modifiers::NONE && !matches!(keys.logical_key, Key::F1 | Key::F5 | Key::F8);
                plain || (keys.modifiers.alt && !self.switches_view())
            })
    }

    /// Whether it brings another view to the front. Alt with a digit writes nothing, so that one comes away from a field by it, too;
    /// only on a Mac it is how some characters are typed.
    #[must_use]
    pub fn switches_view(self) -> bool {
        matches!(self, Self::Show(_)) && !cfg!(target_os = "macos")
    }

    /// Whether the keys belong to a cell of the table that has the keyboard: what can be typed is written there, and what moves or
    /// deletes text does so with cells. What is held with Alt types nothing.
    #[must_use]
    pub fn yields_to_cell(self) -> bool {
        self.yields_to_text() && !self.shortcut().is_some_and(|keys| keys.modifiers.alt)
    }

    /// Whether the keys belong to a phase, to blackout dates or to a note that has the keyboard: they are moved, named and deleted as
    /// moments are. The keys that lead to another lane do nothing there, and nothing to a moment that is selected meanwhile.
    #[must_use]
    pub fn yields_to_days_or_note(self) -> bool {
        let days = matches!(self, Self::DayEarlier | Self::DayLater | Self::WeekEarlier | Self::WeekLater);
        days || matches!(self, Self::LaneUp | Self::LaneDown | Self::Rename | Self::Delete)
    }

    /// Whether it is about the fix while one is shown before it is done: Enter applies, Escape leaves, the arrows go through
    /// the fixes.
    #[must_use]
    pub fn belongs_to_preview(self) -> bool {
        self.is(Mark::OfPreview)
    }
}
