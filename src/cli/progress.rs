//! A line on standard error that says how far something long is. Only for a person, only when it takes a while, and gone
//! before anything else is printed.

use std::time::Duration;

/// Who waits less than this is not told anything.
const PATIENCE: Duration = Duration::from_millis(500);
/// The line changes at most that often.
const PACE: Duration = Duration::from_millis(100);
/// Takes the line away.
const CLEAR: &str = "\r\x1b[K";

/// The state of the line.
#[derive(Debug)]
pub(super) struct Progress {
    /// A person looks at standard error.
    watched: bool,
    shown: bool,
    next: Duration,
}

impl Progress {
    pub(super) fn new(watched: bool) -> Self {
        Self { watched, shown: false, next: PATIENCE }
    }

    /// What to write to standard error now, where it is time for it. `said` puts how far it is into words.
    pub(super) fn line(
        &mut self,
        passed: Duration,
        (done, all): (usize, usize),
        said: impl FnOnce(usize, usize) -> String,
    ) -> Option<String> {
        if !self.watched || passed < self.next || done >= all {
            return None;
        }
        self.next = passed + PACE;
        self.shown = true;
        Some(format!("{CLEAR}{}", said(done, all)))
    }

    /// What to write to standard error before anything else is printed anywhere.
    pub(super) fn clear(&mut self) -> Option<&'static str> {
        std::mem::take(&mut self.shown).then_some(CLEAR)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::terminal as say;

    fn said(done: usize, all: usize) -> String {
        say::progress(done, all)
    }

    fn ms(n: u64) -> Duration {
        Duration::from_millis(n)
    }

    #[test]
    fn the_line_comes_late_and_goes() {
        let mut progress = Progress::new(true);
        assert_eq!(progress.line(ms(499), (1, 9), said), None);
        assert_eq!(progress.clear(), None, "there is nothing to clear yet");
        assert_eq!(progress.line(ms(500), (1, 9), said).as_deref(), Some("\r\x1b[KChecked 1 of 9 plans"));
        assert_eq!(progress.line(ms(550), (2, 9), said), None, "not more often than the eye can follow");
        assert_eq!(progress.clear(), Some("\r\x1b[K"));
        assert_eq!(progress.clear(), None);
        assert!(progress.line(ms(700), (3, 9), said).is_some());
        assert_eq!(progress.line(ms(900), (9, 9), said), None, "who is done shows the report");
    }

    #[test]
    fn a_pipe_is_left_alone() {
        assert_eq!(Progress::new(false).line(ms(9000), (1, 9), said), None);
    }
}
