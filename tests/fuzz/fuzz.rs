//! Hands what the fuzzer makes to one of the readers; `MOMENTBOARD_FUZZ` names it.
#![no_main]

#[path = "../support/packed.rs"]
mod packed;
mod readers;

use std::sync::LazyLock;

static READER: LazyLock<readers::Reader> = LazyLock::new(|| {
    // The reader of workbooks is somebody else's and panics at some references of cells; the program catches that and says that
    // the file is damaged. Every other panic ends the run, as it does without this hook.
    std::panic::set_hook(Box::new(|panic| {
        if !panic.location().is_some_and(|place| place.file().contains("/calamine-")) {
            eprintln!("{panic}\n{}", std::backtrace::Backtrace::force_capture());
            std::process::abort();
        }
    }));
    let name = std::env::var("MOMENTBOARD_FUZZ").expect("MOMENTBOARD_FUZZ names a reader");
    readers::READERS.iter().find(|(known, _)| *known == name).expect("a reader of that name").1
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| READER(bytes));
