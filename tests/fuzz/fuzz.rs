//! Hands what the fuzzer makes to one of the readers; `MOMENTBOARD_FUZZ` names it.
#![no_main]

#[path = "../support/packed.rs"]
mod packed;
mod readers;

use std::sync::LazyLock;

static READER: LazyLock<fn(&[u8])> = LazyLock::new(|| {
    let name = std::env::var("MOMENTBOARD_FUZZ").expect("MOMENTBOARD_FUZZ names a reader");
    readers::named(&name).expect("a reader of that name")
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| READER(bytes));
