//! The one integration test binary; each module is a subject.
#![allow(unreachable_pub, reason = "the shared helpers are public so that benches can include them, too")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a helper of a test that cannot go on says so by panicking")]

#[cfg(feature = "gui")]
#[path = "../support/app_window.rs"]
mod app_window;
#[path = "../support/crash_states.rs"]
mod crash_states;
#[cfg(feature = "gui")]
#[path = "../support/drawn.rs"]
mod drawn;
#[path = "../support/exports.rs"]
mod exports;
#[path = "../support/faulty.rs"]
mod faulty;
#[cfg(feature = "gui")]
#[path = "../support/host.rs"]
mod host;
#[cfg(feature = "gui")]
#[path = "../support/import_run.rs"]
mod import_run;
#[path = "../support/injection.rs"]
mod injection;
#[path = "../support/markup.rs"]
mod markup;
#[path = "../support/outcome.rs"]
mod outcome;
#[path = "../support/packed.rs"]
mod packed;
#[cfg(feature = "gui")]
#[path = "../support/painted.rs"]
mod painted;
#[path = "../support/palette_window.rs"]
mod palette_window;
#[cfg(feature = "gui")]
#[path = "../support/panel_host.rs"]
mod panel_host;
#[path = "../support/pdf_file.rs"]
mod pdf_file;
#[cfg(feature = "gui")]
#[path = "../support/places.rs"]
mod places;
#[path = "../support/plans.rs"]
mod plans;
#[path = "../support/planted.rs"]
mod planted;
#[cfg(feature = "gui")]
#[path = "../support/raster.rs"]
mod raster;
#[path = "../fuzz/readers.rs"]
mod readers;
#[path = "../support/scenes.rs"]
mod scenes;
#[path = "../support/schema.rs"]
mod schema;
#[path = "../support/scratch.rs"]
mod scratch;
#[cfg(feature = "gui")]
#[path = "../support/share_window.rs"]
mod share_window;
#[path = "../support/slides.rs"]
mod slides;
#[path = "../support/tables.rs"]
mod tables;
#[path = "../support/terminal.rs"]
mod terminal_run;

mod accept_properties;
#[cfg(feature = "gui")]
mod accept_work;
#[cfg(feature = "gui")]
mod asks_places;
#[cfg(feature = "gui")]
mod at_rest;
#[cfg(feature = "gui")]
mod board;
#[cfg(feature = "gui")]
mod board_elsewhere;
#[cfg(feature = "gui")]
mod board_hand;
#[cfg(feature = "gui")]
mod board_look;
#[cfg(feature = "gui")]
mod board_pictures;
#[cfg(feature = "gui")]
mod board_piles;
#[cfg(feature = "gui")]
mod board_spans;
#[cfg(feature = "gui")]
mod board_whole;
#[cfg(feature = "gui")]
mod board_work;
mod brand_kit;
#[cfg(feature = "gui")]
mod brand_kit_window;
#[cfg(feature = "gui")]
mod calendar;
#[cfg(feature = "gui")]
mod calendar_pages;
mod check;
#[cfg(feature = "gui")]
mod colours;
#[cfg(feature = "gui")]
mod conflicts;
#[cfg(all(feature = "gui", target_os = "linux"))]
mod crash;
mod curve;
#[cfg(feature = "gui")]
mod curve_reasons;
#[cfg(feature = "gui")]
mod curves_drawn;
#[cfg(feature = "gui")]
mod dates_written;
mod days_in_calendar;
mod demo;
#[cfg(feature = "gui")]
mod dialogs_by_keys;
mod difference;
#[cfg(feature = "gui")]
mod direction;
#[cfg(feature = "gui")]
mod direction_fields;
mod disk;
mod disk_crash;
mod disk_faults;
mod disk_journal;
mod disk_odd;
mod disk_versions;
#[cfg(feature = "gui")]
mod dropped_files;
#[cfg(feature = "gui")]
mod field_keys;
#[cfg(feature = "gui")]
mod field_text;
#[cfg(feature = "gui")]
mod fields_left;
mod files;
#[cfg(feature = "gui")]
mod filter_bar;
#[cfg(feature = "gui")]
mod filter_model;
#[cfg(feature = "gui")]
mod filter_sorts;
#[cfg(feature = "gui")]
mod findings_ways;
mod fix_properties;
mod fixes;
#[cfg(feature = "gui")]
mod focus_seen;
mod found;
mod future_frozen;
mod future_words;
mod german_files;
#[cfg(feature = "gui")]
mod german_window;
mod german_words;
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
mod import_agency;
mod import_brand;
mod import_calendars;
#[cfg(feature = "gui")]
mod import_correct;
mod import_days_in;
mod import_encoding;
mod import_forms;
mod import_grids;
mod import_hostile;
#[cfg(feature = "gui")]
mod import_months;
mod import_own;
#[cfg(feature = "gui")]
mod import_plan;
mod import_tables;
mod import_terminal;
#[cfg(feature = "gui")]
mod import_window;
mod import_worker;
#[cfg(feature = "gui")]
mod inspect_fields;
#[cfg(feature = "gui")]
mod inspect_pages;
#[cfg(feature = "gui")]
mod inspect_room;
#[cfg(feature = "gui")]
mod inspector;
mod journal;
mod journal_long;
#[cfg(feature = "gui")]
mod kept_figures;
#[cfg(feature = "gui")]
mod keys_further;
#[cfg(feature = "gui")]
mod keys_in_views;
#[cfg(feature = "gui")]
mod keys_of_days;
#[cfg(feature = "gui")]
mod keys_of_spans;
#[cfg(feature = "gui")]
mod keys_whole_plan;
#[cfg(feature = "gui")]
mod kit;
#[cfg(feature = "gui")]
mod labels_fields;
mod labels_texts;
#[cfg(feature = "gui")]
mod lanes_compared;
#[cfg(feature = "gui")]
mod lanes_reordered;
#[cfg(feature = "gui")]
mod lanes_whole;
mod layout;
#[cfg(feature = "gui")]
mod less_motion;
#[cfg(feature = "gui")]
mod locks;
#[cfg(feature = "gui")]
mod looks;
#[cfg(feature = "gui")]
mod looks_dialogs;
#[cfg(feature = "gui")]
mod looks_sizes;
#[cfg(feature = "gui")]
mod mend_list;
#[cfg(feature = "gui")]
mod mend_preview;
#[cfg(feature = "gui")]
mod menus_by_keys;
mod merge;
#[cfg(feature = "gui")]
mod moment_pictures;
#[cfg(feature = "gui")]
mod moment_pictures_drop;
#[cfg(feature = "gui")]
mod moment_pictures_seen;
#[cfg(feature = "gui")]
mod monkey;
mod monkey_been;
#[cfg(feature = "gui")]
mod never_waits;
mod no_network;
mod notes;
#[cfg(feature = "gui")]
mod notes_board;
#[cfg(feature = "gui")]
mod notes_calendar;
#[cfg(feature = "gui")]
mod notes_found;
mod own_arcs;
mod own_folder;
mod own_jumps;
mod own_keep;
#[cfg(feature = "gui")]
mod own_window;
#[cfg(feature = "gui")]
mod palette;
#[cfg(feature = "gui")]
mod palette_finds;
#[cfg(feature = "gui")]
mod panels;
#[cfg(feature = "gui")]
mod pasting;
mod pictures;
#[cfg(feature = "gui")]
mod plan_views;
#[cfg(feature = "gui")]
mod preferences;
#[cfg(feature = "gui")]
mod prefs_files;
#[cfg(feature = "gui")]
mod present;
mod program;
mod properties;
mod quiet;
mod reach;
mod reach_inputs;
#[cfg(feature = "gui")]
mod read_only;
#[cfg(feature = "gui")]
mod readme_pictures;
#[cfg(feature = "gui")]
mod recovery;
#[cfg(feature = "gui")]
mod recovery_aside;
#[cfg(feature = "gui")]
mod recovery_choices;
#[cfg(feature = "gui")]
mod recovery_kill;
mod recovery_offers;
mod refusals;
mod rule_pages;
#[cfg(feature = "gui")]
mod rule_settings;
#[cfg(feature = "gui")]
mod said_quietly;
#[cfg(feature = "gui")]
mod salvage_flips;
mod salvage_limits;
mod salvage_offers;
mod salvage_plans;
mod samples;
#[cfg(feature = "gui")]
mod saving;
#[cfg(feature = "gui")]
mod saving_states;
#[cfg(feature = "gui")]
mod scripts_everywhere;
#[cfg(feature = "gui")]
mod scripts_fields;
mod share;
mod share_bad_input;
mod share_compared;
mod share_crowded;
mod share_deck;
mod share_deck_pages;
mod share_deck_tables;
#[cfg(feature = "gui")]
mod share_dialog;
mod share_direction;
mod share_due;
#[cfg(feature = "gui")]
mod share_hand;
mod share_ics;
mod share_injection;
#[cfg(feature = "gui")]
mod share_language;
mod share_leaks;
mod share_leaks_fields;
mod share_marks;
mod share_odd_plans;
mod share_own_pages;
mod share_page;
mod share_pdf;
mod share_pdf_hostile;
mod share_picture;
mod share_pictures_odd;
mod share_plan_end;
mod share_pptx;
mod share_pptx_rules;
mod share_reopen;
mod share_reopen_hostile;
mod share_same;
mod share_sheet_print;
mod share_sheet_unchecked;
mod share_sheets;
#[cfg(feature = "gui")]
mod share_shown;
mod share_slides_room;
mod share_target;
mod share_terminal;
mod share_web;
mod share_withheld;
#[cfg(feature = "gui")]
mod short_names;
#[cfg(feature = "gui")]
mod shown_names;
#[cfg(feature = "gui")]
mod side_panel;
#[cfg(feature = "gui")]
mod side_prefs;
#[cfg(feature = "gui")]
mod side_reach;
#[cfg(feature = "gui")]
mod side_room;
#[cfg(feature = "gui")]
mod side_shell;
#[cfg(feature = "gui")]
mod small_forms;
#[cfg(feature = "gui")]
mod start_guide;
#[cfg(feature = "gui")]
mod start_page;
#[cfg(feature = "gui")]
mod stopped;
mod supply;
#[cfg(feature = "gui")]
mod system_ways;
#[cfg(feature = "gui")]
mod table_around;
#[cfg(feature = "gui")]
mod table_blocks;
#[cfg(feature = "gui")]
mod table_cells;
#[cfg(feature = "gui")]
mod table_looks;
mod terminal;
mod terminal_fix;
mod terminal_gates;
mod terminal_injection;
mod terminal_manual;
mod terminal_report;
mod terminal_sarif;
mod terminal_width;
#[cfg(feature = "gui")]
mod tips;
#[cfg(feature = "gui")]
mod title_bar;
#[cfg(feature = "gui")]
mod told_by_shape;
#[cfg(feature = "gui")]
mod tour;
mod versions_kept;
#[cfg(feature = "gui")]
mod versions_window;
#[cfg(feature = "gui")]
mod views_carry;
#[cfg(feature = "gui")]
mod watch;
#[cfg(feature = "gui")]
mod whole_sentences;
mod whole_window;
#[cfg(feature = "gui")]
mod window;
#[cfg(feature = "gui")]
mod window_layout;
#[cfg(feature = "gui")]
mod window_sizes;
