//! Our widgets. Each draws itself in all its states and tells screen readers its name and role.
//!
//! A widget takes the words it shows; it never knows the document and keeps no state beyond what egui keeps.
//! [`paint`] and [`marks`] hold what can be drawn at any place with a painter; the rest are widgets of a [`egui::Ui`].

pub mod behind;
pub mod button;
pub mod calendar;
pub mod chip;
pub mod choice;
pub mod field;
pub mod field_menu;
mod first;
pub mod goes_on;
pub mod header;
mod hidden;
pub mod keycap;
pub(in crate::ui) mod late;
pub mod marks;
mod menu_button;
mod menu_list;
mod modal;
mod one_stop;
mod other_button;
pub mod own_steps;
pub mod paint;
pub mod press;
pub mod rests;
mod scroll_keys;
mod taken_back;
pub mod texture;

pub use button::{Button, delete_button, icon_button, into_sight, say_why};
pub use calendar::month_grid;
pub use chip::{chip, choice_chip, count_pill, word_chip};
pub use choice::{Segment, segmented, segmented_width, segmented_with_tips, strength, strength_bars, tick, toggle, toggle_width};
pub use field::{TextField, cursor_to_end, dropdown, menu_row, note_opening, select_all, was_just_opened};
pub use first::take_first;
pub use header::{fold, heading, section};
pub use keycap::{cap_width, key_cap, key_cap_at};
pub use menu_button::{give_back, opens_menu};
pub use menu_list::{menu_list, rows_with_room};
pub use modal::{is_asked, show_modal};
pub use one_stop::OneStop;
pub(in crate::ui) use other_button::takes_keyboard;
pub use other_button::{
    MENU_KEYS, asked_by_keys, context_menu, is_menu_key, open_as_by_keys, opens_by_keys, opens_chosen_by_keys,
};
pub use scroll_keys::{scroll_by_keys, scroll_by_pages};
pub use taken_back::takes_back;
pub use texture::{texture, zoom};
