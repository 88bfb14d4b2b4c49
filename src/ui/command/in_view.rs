//! What keys do in one view and nowhere else: from cell to cell of the table, from moment to moment of a presentation.
//!
//! The views take these keys from here, and the sheet of keys shows them from here. The cells of the table read theirs with whatever
//! is held besides, and the calendar has its own by commands: there a test presses every key that is listed. This never does anything.

use egui::{Key, KeyboardShortcut, Modifiers, Ui};

use super::{Command, Group};
use crate::words::{keys as say, table_view};

/// A row reads: `Deed = its name, its keys, the group in the sheet of keys;` with keys as in the table of commands, or those of a
/// command that does this in the view.
macro_rules! in_view {
    ( $( $(#[$doc:meta])* $deed:ident = $name:path, $keys:tt, $group:ident; )+ ) => {
        /// Something that keys do there.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum InView {
            $( $(#[$doc])* $deed, )+
        }

        impl InView {
            /// All of them, in the order in which the sheet of keys lists them.
            pub const ALL: &'static [Self] = &[ $( Self::$deed, )+ ];

            /// What it is called.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $( Self::$deed => $name(), )+
                }
            }

            /// The keys, each of which does it.
            #[must_use]
            pub fn shortcuts(self) -> &'static [KeyboardShortcut] {
                match self {
                    $( Self::$deed => its_keys!($keys), )+
                }
            }

            /// The group that it has in the sheet of keys: there is one for each view.
            #[must_use]
            pub const fn group(self) -> Group {
                match self {
                    $( Self::$deed => Group::$group, )+
                }
            }
        }
    };
}

/// Keys of its own, or those of a command.
macro_rules! its_keys {
    ([$( $($key:ident)+ ),*]) => { const { &[ $( keys!(Modifiers::NONE; $($key)+) ),* ] } };
    (($command:ident)) => { Command::$command.shortcuts() };
}

in_view! {
    /// Goes to the day before.
    DayBefore = say::day_before, (SelectPrevious), Calendar;
    /// Goes to the day after.
    DayAfter = say::day_after, (SelectNext), Calendar;
    /// Goes to the moment above, and from the first one of a day to the week before.
    DayUp = say::day_up, (SelectUp), Calendar;
    /// Goes to the moment below, and from the last one of a day to the week after.
    DayDown = say::day_down, (SelectDown), Calendar;
    /// Asks what is to be added on the day, and for whom.
    AddOnDay = say::add_on_day, [Enter], Calendar;
    /// Turns to the month or the week before.
    PageBefore = say::page_before, (LanesUp), Calendar;
    /// Turns to the month or the week after.
    PageAfter = say::page_after, (LanesDown), Calendar;

    /// Goes to the cell beside.
    CellBeside = say::cell_beside, [ArrowLeft, ArrowRight, ArrowUp, ArrowDown], Table;
    /// Goes to the cell after, from the last one to the next row.
    NextCell = say::next_cell, [Tab], Table;
    /// Goes to the cell before.
    PreviousCell = say::previous_cell, [SHIFT Tab], Table;
    /// Goes to the first cell of the row.
    RowStart = say::row_start, [Home, CMD ArrowLeft], Table;
    /// Goes to the last cell of the row.
    RowEnd = say::row_end, [End, CMD ArrowRight], Table;
    /// Goes to the first row.
    FirstRow = say::first_row, [CMD ArrowUp], Table;
    /// Goes to the last row.
    LastRow = say::last_row, [CMD ArrowDown], Table;
    /// Goes to the first cell of all.
    FirstCell = say::first_cell, [CMD Home], Table;
    /// Goes to the last cell of all.
    LastCell = say::last_cell, [CMD End], Table;
    /// Goes up as many rows as are seen.
    RowsUp = say::rows_up, [PageUp], Table;
    /// Goes down as many rows as are seen.
    RowsDown = say::rows_down, [PageDown], Table;
    /// Extends the block of cells.
    SelectCells = say::select_cells, [SHIFT ArrowLeft, SHIFT ArrowRight, SHIFT ArrowUp, SHIFT ArrowDown], Table;
    /// Begins to write in the cell, or opens what can be chosen for it.
    EditCell = say::edit_cell, [Enter, F2], Table;
    /// Keeps what was written and goes down.
    KeepDown = say::keep_down, [Enter], Table;
    /// Keeps what was written and goes up.
    KeepUp = say::keep_up, [SHIFT Enter], Table;
    /// Leaves the cell as it was.
    LeaveCell = say::leave_cell, [Escape], Table;
    /// Empties the cells.
    EmptyCells = say::empty_cells, [Delete, Backspace], Table;
    /// Copies the cells.
    CopyCells = say::copy_cells, (Copy), Table;
    /// Copies the cells and empties them.
    CutCells = say::cut_cells, (Cut), Table;
    /// Puts the cells of the clipboard into those of the table.
    PasteCells = say::paste_cells, (Paste), Table;
    /// Gives every row of the block what its first one has.
    FillDown = table_view::fill_down, (Duplicate), Table;
    /// Ticks the row, or takes its tick away.
    TickRow = say::tick_row, [Space], Table;
    /// Ticks every row.
    TickAll = say::tick_all, (SelectLane), Table;
    /// Gives up the block, then the ticks, then the keyboard.
    GiveUp = say::give_up, [Escape], Table;

    /// Makes the column narrower.
    Narrower = say::narrower, [SHIFT ArrowLeft], Head;
    /// Makes the column wider.
    Wider = say::wider, [SHIFT ArrowRight], Head;
    /// Moves the column to the left.
    ColumnLeft = table_view::column_left, [CMD ArrowLeft], Head;
    /// Moves the column to the right.
    ColumnRight = table_view::column_right, [CMD ArrowRight], Head;

    /// Goes to the moment before. Space, Enter and Backspace belong to a button that has the keyboard.
    MomentBefore = say::moment_before, [ArrowLeft, PageUp, Backspace], Present;
    /// Goes to the moment after.
    MomentAfter = say::moment_after, [ArrowRight, PageDown, Space, Enter], Present;
    /// Goes to the creator before.
    CreatorBefore = say::creator_before, [ArrowUp], Present;
    /// Goes to the creator after.
    CreatorAfter = say::creator_after, [ArrowDown], Present;
    /// Goes to the first moment.
    FirstMoment = say::first_moment, [Home], Present;
    /// Goes to the last moment.
    LastMoment = say::last_moment, [End], Present;
    /// Reads on in what is longer than its place.
    ReadOn = say::read_on, [SHIFT ArrowDown], Present;
    /// Reads back in it.
    ReadBack = say::read_back, [SHIFT ArrowUp], Present;
    /// Shows the notes, or hides them.
    Notes = say::present_notes, [N], Present;
    /// Compares lanes.
    Compare = say::present_compare, [C], Present;
    /// Makes the screen blank. Remote controls for slides send the full stop.
    Blank = say::present_blank, [B, Period], Present;
    /// Leaves the presentation.
    LeavePresent = say::present_leave, [Escape, F5], Present;

    /// Goes to the card before.
    CardBefore = say::card_before, [ArrowUp], Order;
    /// Goes to the card after.
    CardAfter = say::card_after, [ArrowDown], Order;
    /// Goes to the first card.
    FirstCard = say::first_card, [Home], Order;
    /// Goes to the last card.
    LastCard = say::last_card, [End], Order;
    /// Moves the card one place earlier.
    CardEarlier = say::card_earlier, [ALT ArrowUp], Order;
    /// Moves it one place later.
    CardLater = say::card_later, [ALT ArrowDown], Order;
}

impl InView {
    /// Takes a press of one of its keys out of the input; whether there was one.
    #[must_use]
    pub fn is_pressed(self, ui: &Ui) -> bool {
        self.is_pressed_of(ui, |_| true)
    }

    /// The same of those of its keys that are meant.
    #[must_use]
    pub fn is_pressed_of(self, ui: &Ui, is_meant: impl Fn(Key) -> bool) -> bool {
        let mut keys = self.shortcuts().iter().filter(|keys| is_meant(keys.logical_key));
        keys.any(|keys| ui.input_mut(|input| input.consume_key(keys.modifiers, keys.logical_key)))
    }
}
