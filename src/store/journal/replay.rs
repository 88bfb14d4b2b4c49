//! From the frames of a journal to the states that can be gone back to.

/// A state on the way from what the file held to the last one.
#[derive(Clone, Debug)]
pub(super) struct Stop<T> {
    pub(super) at: i64,
    /// When the first of the steps was done that lead to it from the one before.
    pub(super) since: i64,
    pub(super) revision: u64,
    pub(super) depth: usize,
    pub(super) label: String,
    /// How many steps lead to it from the one before: what is done fast is written down together.
    pub(super) steps: usize,
    pub(super) state: T,
}

/// The way from what the file held to where the plan is.
#[derive(Clone, Debug)]
pub(super) struct Way<T> {
    /// What the file held.
    pub(super) base: Stop<T>,
    /// What was done since, as it would be taken back.
    pub(super) stops: Vec<Stop<T>>,
}

impl<T> Way<T> {
    /// A way that has not begun.
    pub(super) fn from(base: Stop<T>) -> Self {
        Self { base, stops: Vec::new() }
    }

    /// Where the plan is.
    pub(super) fn end(&self) -> &Stop<T> {
        self.stops.last().unwrap_or(&self.base)
    }

    /// Comes to a state. One that was there before ends what came after it: it was undone. One that is no deeper than
    /// others stands in their place: a step was continued, or taken back and another done.
    pub(super) fn come(&mut self, mut stop: Stop<T>) {
        if stop.revision == self.base.revision {
            self.stops.clear();
            return;
        }
        if let Some(known) = self.stops.iter().position(|known| known.revision == stop.revision) {
            self.stops.truncate(known + 1);
            return;
        }
        let mut gone = None;
        while let Some(last) = self.stops.pop_if(|last| last.depth >= stop.depth) {
            gone = Some(last);
        }
        stop.steps = stop.depth.saturating_sub(self.end().depth).max(1);
        if let Some(gone) = gone.filter(|_| stop.steps > 1) {
            // Of several steps that were put together the first ones are still there.
            stop.since = stop.since.min(gone.since);
        }
        self.stops.push(stop);
    }

    /// That state is what the file holds now.
    pub(super) fn save(&mut self, stop: Stop<T>) {
        self.base = stop;
        self.stops.clear();
    }

    /// How many steps the file lacks.
    pub(super) fn steps(&self) -> usize {
        self.stops.iter().map(|stop| stop.steps).sum()
    }
}
