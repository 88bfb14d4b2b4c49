//! The window around the board: bars, menus, dialogs, inspector, save state.
