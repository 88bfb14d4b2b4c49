//! Places at which the program breaks because somebody asks for it, to see that nothing is lost. Only what is built for debugging
//! has them.

/// The variable that names a place.
pub(super) const VARIABLE: &str = "MOMENTBOARD_PANIC";
/// Each start breaks, as long as a plan is opened by itself.
pub(super) const START: &str = "start";

/// Breaks here if that is asked for.
#[cfg(debug_assertions)]
pub(super) fn pass(point: &str) {
    use std::sync::LazyLock;
    static ASKED: LazyLock<Option<String>> = LazyLock::new(|| std::env::var(VARIABLE).ok());
    assert!(ASKED.as_deref() != Some(point), "asked to break at {point}");
}

/// Nobody can ask what is handed out.
#[cfg(not(debug_assertions))]
pub(super) fn pass(_: &str) {}
