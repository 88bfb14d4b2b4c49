//! Momentboard lays out an influencer campaign as **moments**, one lane per creator, and says in plain words when an ask comes
//! before the relationship that it needs.
//!
//! One crate, two faces: a window (feature `gui`, on by default) and a terminal. This page is the map.
//!
//! # From above
//!
//! ```text
//!            store ──► model ◄── edit          words: every sentence, known to all, knows nobody
//!  bytes ◄─►           ▲   ▲                   
//!            analysis ─┘   │
//!                ▲         │
//!              check ──────┘                   share: campaign + findings + reader ──► pages
//!                ▲
//!        ┌───────┴───────┐
//!       cli              ui ◄── app            app holds everything, ui only looks
//! ```
//!
//! # In reading order
//!
//! * [`model`] — the document as plain data, what always holds in it, and the columns of a table of moments, which are written
//!   and read by one list.
//! * [`edit`] — the only code that changes a campaign: the closed list of edits, the document, undo.
//! * [`analysis`] — what follows from a campaign: order, drops, the relationship curve, the time axis, card packing, totals.
//! * [`check`] — the rules, one file each, with their documentation; findings, fixes, acceptances.
//! * [`import`] — tables in: from bytes to cells to columns to edits, with everything uncertain asked.
//! * [`store`] — the plan file: format, limits, saving so that a crash leaves the old or the new plan; demo plans and templates, the user's own included.
//! * [`share`] — pages for a reader, after everything that reader must not see was taken out.
//! * [`cli`] — the terminal.
//! * `ui` — panels that draw from a read-only context and queue what the user wants. `view` is what they are given and hand
//!   back, with the views that there are, `command` everything that can be commanded, `why_not` why a command cannot run now, `carry` what can be dragged from
//!   one panel to another. Panels: `board`, `calendar`, `table`, `palette` (everything by name), `picture` (of a moment), `side` (brief, creators, ideas, kinds), `inspector`, `findings` (with the preview of
//!   a fix), `filter` (what is searched for in every view), `bars` (above and below), `welcome` (the start page), `guide` (to the first arc), `dialogs`, `rule_settings` (what
//!   a plan's rules are told), `share` (who reads it, as what, with its pages), `import` (a table before it enters the plan). They are
//!   made of `kit` (our widgets), `notice` (what is said quietly), `arc` (a lane's curve, small), `reasons` (why the curve
//!   moved), `theme`, `fonts` and `icons`; `held` remembers what was worked out,
//!   `insides` what was laid out.
//! * `app` — the window: one frame (`mod`, `act`, `shell`), what is on screen (`on_screen`) and what each view does with what all of
//!   them are asked for (`place`), what a search leaves (`filter`), how a plan was looked at (`plan_view`, `window_place`), what the commands do (`command`, `moves`, `add`, `lanes`, `select`,
//!   `clipboard`, `paste`, `preview`, `accept`), an agency's rules (`house`), tables (`import`), the user's own templates (`own`, `lay_out`), files
//!   (`file`, `jobs`, `pictures`, drafts in `recover` and `restore`), what is shared (`share`, `share_preview`, `brand_kit`), where a session begins (`run`, `start`, `safe`, `system_fonts`), what happens where the program
//!   itself breaks (`crash`, `restart`, `points`), what is worked out again
//!   (`derive`), and this user's preferences (`prefs`).
//! * [`words`] — every sentence a user reads.
//! * [`expected`] — panics of libraries that are caught where this computer lacks something; it imports nothing.
//!
//! # What always holds
//!
//! * Nothing but [`edit`] changes a campaign, and every change is a named step that can be undone exactly.
//! * Ids are stable and never used again; nothing refers to anything by its index.
//! * The core knows no clock, no paths and no randomness: "today", file names and ids are parameters, handed in by [`cli`] and `app`.
//! * The same input gives the same findings, the same pages and the same file, byte for byte.
//! * Nothing the program reads is run or fetched; there is no network code. It starts itself (to take a table apart, and again
//!   after it broke) and what shows a folder when that is clicked; where the desktop answers no request for a file dialog, the
//!   library for those starts the desktop's own, `zenity`, when the user asks for a file, and the window asks by itself where
//!   there is none. `tests/network/run` watches all of it.
//! * Who may import whom is a table in the tests (`tests/it/house.rs`), and a test keeps it.

pub mod analysis;
#[cfg(feature = "gui")]
pub mod app;
pub mod check;
pub mod cli;
pub mod edit;
pub mod expected;
pub mod import;
pub mod model;
#[doc = include_str!("../assets/reliability.md")]
pub mod reliability {}
pub mod share;
pub mod store;
#[cfg(feature = "gui")]
pub mod ui;
pub mod words;
