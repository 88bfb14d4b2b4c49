//! The one integration test binary; each module is a subject.
#![allow(unreachable_pub, reason = "the shared helpers are public so that benches can include them, too")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a helper of a test that cannot go on says so by panicking")]

#[cfg(feature = "gui")]
#[path = "../support/app_window.rs"]
mod app_window;
#[cfg(feature = "gui")]
#[path = "../support/host.rs"]
mod host;
#[cfg(feature = "gui")]
#[path = "../support/panel_host.rs"]
mod panel_host;
#[path = "../support/plans.rs"]
mod plans;
#[cfg(feature = "gui")]
#[path = "../support/raster.rs"]
mod raster;
#[path = "../support/scratch.rs"]
mod scratch;
#[path = "../support/terminal.rs"]
mod terminal_run;

#[cfg(feature = "gui")]
mod board;
#[cfg(feature = "gui")]
mod board_hand;
#[cfg(feature = "gui")]
mod board_look;
mod board_work;
mod check;
mod curve;
mod demo;
mod disk;
mod files;
mod fixes;
#[cfg(feature = "gui")]
mod hand_carry;
#[cfg(feature = "gui")]
mod hand_clipboard;
#[cfg(feature = "gui")]
mod hand_keys;
#[cfg(feature = "gui")]
mod hand_lanes;
#[cfg(feature = "gui")]
mod hand_moves;
#[cfg(feature = "gui")]
mod hand_reveal;
#[cfg(feature = "gui")]
mod hand_select;
mod history;
mod house;
mod house_rules;
#[cfg(feature = "gui")]
mod inspect_fields;
#[cfg(feature = "gui")]
mod inspect_pages;
#[cfg(feature = "gui")]
mod inspect_room;
#[cfg(feature = "gui")]
mod inspector;
#[cfg(feature = "gui")]
mod kit;
mod layout;
#[cfg(feature = "gui")]
mod looks;
#[cfg(feature = "gui")]
mod mend_list;
#[cfg(feature = "gui")]
mod mend_preview;
#[cfg(feature = "gui")]
mod panels;
mod pictures;
mod program;
mod properties;
mod refusals;
#[cfg(feature = "gui")]
mod rule_settings;
mod samples;
#[cfg(feature = "gui")]
mod saving;
mod share;
#[cfg(feature = "gui")]
mod side_panel;
#[cfg(feature = "gui")]
mod side_prefs;
#[cfg(feature = "gui")]
mod side_reach;
#[cfg(feature = "gui")]
mod side_shell;
#[cfg(feature = "gui")]
mod start_guide;
#[cfg(feature = "gui")]
mod start_page;
mod terminal;
#[cfg(feature = "gui")]
mod window;
