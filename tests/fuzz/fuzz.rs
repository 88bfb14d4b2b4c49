//! Hands what the fuzzer makes to one of the readers; `MOMENTBOARD_FUZZ` names it.
#![no_main]

#[path = "../support/packed.rs"]
mod packed;
mod readers;

use std::sync::LazyLock;

static READER: LazyLock<readers::Reader> = LazyLock::new(|| {
    let name = std::env::var("MOMENTBOARD_FUZZ").expect("MOMENTBOARD_FUZZ names a reader");
    readers::READERS.iter().find(|(known, _)| *known == name).expect("a reader of that name").1
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| READER(bytes));
