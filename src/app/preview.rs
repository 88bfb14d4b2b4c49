//! A fix that is shown on the board before it is done.

use super::App;
use crate::check::Fix;
use crate::ui::view::FindingKey;

impl App {
    /// Works out what a fix would do, and shows that from now on.
    pub(super) fn preview_fix(&mut self, key: FindingKey, fix: Fix) {
        let _ = (key, fix);
    }
}
