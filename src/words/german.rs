//! The German texts: the files of messages, and what looks a message up in them.
//!
//! The files are part of the program and are read when the first German text is asked for. This module never knows which
//! language is spoken, nor what a text is for.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentMessage, FluentResource};
use unic_langid::LanguageIdentifier;

/// The messages of a file, by the name of the file of texts that they translate.
macro_rules! files {
    ($($stem:literal),+ $(,)?) => {
        [$( ($stem, include_str!(concat!("../../assets/words/de/", $stem, ".ftl"))) ),+]
    };
}

/// Every file of German messages.
pub const FILES: &[(&str, &str)] = &files![
    "accept",
    "asks",
    "board",
    "brand_kit",
    "calendar",
    "calendar_view",
    "columns",
    "compare",
    "conflict",
    "counts",
    "crash",
    "curve",
    "deck",
    "deck_tables",
    "facts",
    "files",
    "filter",
    "findings",
    "fit",
    "hand",
    "house",
    "import",
    "inspect",
    "keys",
    "labels",
    "lanes",
    "lanes_compared",
    "markets",
    "mend",
    "moment_picture",
    "names",
    "notes",
    "own",
    "page",
    "palette",
    "pdf",
    "picture",
    "preferences",
    "present",
    "recovery",
    "rule_list",
    "rules",
    "salvage",
    "share",
    "share_dialog",
    "side",
    "slides",
    "spans",
    "stands",
    "start",
    "steps",
    "table",
    "table_view",
    "templates",
    "tour",
    "versions",
    "window",
    "words",
];

/// Files of texts that stay English whatever is spoken, and why.
pub const ENGLISH: &[(&str, &str)] = &[
    ("book", "the pages of the rules are one English book, in the window, in the terminal and beside the source"),
    ("example", "the examples of those pages"),
    ("terminal", "the terminal speaks English only: scripts read it"),
];

static BUNDLE: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| {
    let mut bundle = FluentBundle::new_concurrent(vec!["de".parse::<LanguageIdentifier>().unwrap_or_default()]);
    // The texts run one way; marks around each argument would be in the way of whoever searches or copies them.
    bundle.set_use_isolating(false);
    for (_, text) in FILES {
        // What cannot be read of a file is said in English; tests read every line of it.
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(rest, _)| rest);
        let _twice = bundle.add_resource(resource);
    }
    bundle
});

pub(super) fn bundle() -> &'static FluentBundle<FluentResource> {
    &BUNDLE
}

pub(super) fn message(id: &str) -> Option<FluentMessage<'static>> {
    BUNDLE.get_message(id)
}
