//! The document: the current campaign, where it stands against the file, and the way back.

use std::sync::Arc;
use std::time::Duration;

use super::apply::{EditError, apply_all};
use super::history::{MergeKey, Reveal, Step};
use crate::model::{Campaign, Index};

/// Most steps that are kept; the oldest goes first.
const MAX_STEPS: usize = 1000;

/// A pause in typing after which the next keystroke begins a new step.
const TYPING_PAUSE: Duration = Duration::from_secs(1);

/// A state that can be returned to, and the name of the step that leads away from it.
#[derive(Debug, Clone)]
struct Kept {
    campaign: Arc<Campaign>,
    revision: u64,
    label: String,
    reveal: Reveal,
    /// The field that was typed in by that step, if one was.
    typed: Option<MergeKey>,
}

/// A stretch of typing that is still open.
#[derive(Debug, Clone, Copy)]
struct Typing {
    key: MergeKey,
    last: Duration,
}

/// A live change (a scrubbed date) that becomes one step or none.
#[derive(Debug, Clone)]
struct Gesture {
    before: Arc<Campaign>,
    revision: u64,
    label: String,
    reveal: Reveal,
}

/// What an edit, an undo or a redo did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// Whether anything changed.
    pub changed: bool,
    /// What to bring into view.
    pub reveal: Reveal,
}

/// A state of the document that counts as done.
#[derive(Debug, Clone, Copy)]
pub struct Latest<'a> {
    /// Its number; going back goes back to an old one.
    pub revision: u64,
    /// The plan.
    pub campaign: &'a Arc<Campaign>,
    /// How many steps lead to it, those that are too old to be taken back included: the same depth with another revision is a
    /// step that was continued.
    pub depth: usize,
    /// The name of the step that led to it; empty where none did.
    pub label: &'a str,
}

/// A campaign that can be edited, undone, redone and saved.
///
/// Every state has a revision of its own, and going back goes back to the old number: the document is dirty
/// exactly when its revision is not the saved one, so undoing to the saved state is clean again.
#[derive(Debug, Clone)]
pub struct Document {
    campaign: Arc<Campaign>,
    index: Index,
    revision: u64,
    last_revision: u64,
    saved: Option<u64>,
    undo: Vec<Kept>,
    /// How many steps were too many to be kept.
    forgotten: usize,
    redo: Vec<Kept>,
    typing: Option<Typing>,
    /// The field that somebody is in, and the state when it was entered.
    entered: Option<(MergeKey, u64)>,
    gesture: Option<Gesture>,
    typing_pause: Duration,
    /// How often another state was put in place as a whole.
    puts: u64,
}

impl Document {
    /// A document that has never been saved.
    #[must_use]
    pub fn unsaved(campaign: Campaign) -> Self {
        let index = Index::of(&campaign);
        Self {
            campaign: Arc::new(campaign),
            index,
            revision: 0,
            last_revision: 0,
            saved: None,
            undo: Vec::new(),
            forgotten: 0,
            redo: Vec::new(),
            typing: None,
            entered: None,
            gesture: None,
            typing_pause: TYPING_PAUSE,
            puts: 0,
        }
    }

    /// A document as it stands in a file.
    #[must_use]
    pub fn opened(campaign: Campaign) -> Self {
        Self { saved: Some(0), ..Self::unsaved(campaign) }
    }

    /// Sets the pause after which typing begins a new step; tests use another than one second.
    #[must_use]
    pub fn with_typing_pause(mut self, pause: Duration) -> Self {
        self.typing_pause = pause;
        self
    }

    /// The current campaign. Cloning the pointer makes a snapshot that nothing changes any more.
    #[must_use]
    pub fn campaign(&self) -> &Arc<Campaign> {
        &self.campaign
    }

    /// Where every moment stands.
    #[must_use]
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// The number of the current state.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether there is anything that a save would write.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.saved != Some(self.revision)
    }

    /// Whether the document has never been saved, nor changed since it was made.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.saved.is_none() && self.revision == 0
    }

    /// Records that this revision is in the file now. Only a save that succeeded may say so, and with the revision that it
    /// wrote: what was typed meanwhile stays unsaved.
    pub fn mark_saved(&mut self, revision: u64) {
        self.saved = Some(revision);
        self.seal();
    }

    /// How often [`Self::put`] put another state in place: what was being written then belongs to an older one.
    #[must_use]
    pub fn puts(&self) -> u64 {
        self.puts
    }

    /// The state that the file has, where it has one.
    #[must_use]
    pub fn saved_revision(&self) -> Option<u64> {
        self.saved
    }

    /// The same document without a file that holds any state of it.
    #[must_use]
    pub fn without_file(mut self) -> Self {
        self.saved = None;
        self
    }

    /// Does a step. It is done wholly or not at all, and a step that changes nothing leaves no trace.
    ///
    /// # Errors
    /// Why the step cannot be done.
    pub fn edit(&mut self, step: Step, now: Duration) -> Result<Edited, EditError> {
        self.commit_gesture();
        let reveal = Reveal::of(&step.edits);
        let Some(after) = apply_all(&self.campaign, &mut self.index, &step.edits)? else {
            return Ok(Edited { changed: false, reveal });
        };
        let joins = self.joins(step.merge, now);
        let before = self.replace(Arc::new(after));
        if !joins {
            self.keep(Kept { label: step.label, reveal: reveal.clone(), typed: step.merge, ..before });
        }
        self.redo.clear();
        self.typing = step.merge.map(|key| Typing { key, last: now });
        Ok(Edited { changed: true, reveal })
    }

    /// Puts a whole other state of the plan in place as one step that can be taken back: an earlier version, or what
    /// another program wrote. A state that is the same leaves no trace.
    pub fn put(&mut self, campaign: Campaign, label: impl Into<String>) -> Edited {
        self.commit_gesture();
        self.seal();
        if campaign == *self.campaign {
            return Edited { changed: false, reveal: Reveal::default() };
        }
        self.puts += 1;
        let after = Arc::new(campaign);
        self.index.follow(&self.campaign, &after);
        let before = self.replace(after);
        self.keep(Kept { label: label.into(), ..before });
        self.redo.clear();
        Edited { changed: true, reveal: Reveal::default() }
    }

    /// A document that comes back from a recovery: what its file holds, and what was done since, oldest first, each with the
    /// name of the step that led to it. It can be undone down to what the file holds.
    #[must_use]
    pub fn recovered(base: Arc<Campaign>, steps: Vec<(String, Arc<Campaign>)>) -> Self {
        let mut document = Self::opened(Campaign::clone(&base));
        document.campaign = base;
        for (label, state) in steps {
            document.index.follow(&document.campaign, &state);
            let before = document.replace(state);
            document.keep(Kept { label, ..before });
        }
        document
    }

    /// What a recovery journal writes down: the last state that is a step. A live change that may still be given up is not.
    #[must_use]
    pub fn latest(&self) -> Latest<'_> {
        let (revision, campaign) = match &self.gesture {
            Some(gesture) => (gesture.revision, &gesture.before),
            None => (self.revision, &self.campaign),
        };
        let depth = self.forgotten + self.undo.len();
        Latest { revision, campaign, depth, label: self.undo_label().unwrap_or_default() }
    }

    fn joins(&self, key: Option<MergeKey>, now: Duration) -> bool {
        // A saved state has to stay reachable, so nothing joins a step across a save.
        let open = self.typing.filter(|typing| Some(typing.key) == key && now.saturating_sub(typing.last) <= self.typing_pause);
        open.is_some() && !self.undo.is_empty() && self.saved != Some(self.revision)
    }

    fn keep(&mut self, kept: Kept) {
        self.undo.push(kept);
        if self.undo.len() > MAX_STEPS {
            self.undo.remove(0);
            self.forgotten += 1;
        }
    }

    /// Puts a new state in place and returns the old one.
    fn replace(&mut self, after: Arc<Campaign>) -> Kept {
        debug_check(&after);
        self.last_revision += 1;
        let kept = Kept {
            campaign: std::mem::replace(&mut self.campaign, after),
            revision: self.revision,
            label: String::new(),
            reveal: Reveal::default(),
            typed: None,
        };
        self.revision = self.last_revision;
        kept
    }

    /// Ends a stretch of typing: focus went elsewhere, Enter was pressed, a save began.
    pub fn seal(&mut self) {
        self.typing = None;
    }

    /// Somebody begins to write in a field: what is typed there from now on can be taken back.
    pub fn enter(&mut self, field: MergeKey) {
        self.seal();
        self.entered = Some((field, self.revision));
    }

    /// What was typed so far is meant to stay: only what is typed from now on can be taken back.
    pub fn keep_typed(&mut self) {
        self.seal();
        if let Some((_, since)) = &mut self.entered {
            *since = self.revision;
        }
    }

    /// Takes back what was typed in a field since it was entered: everything is as it was then, the revision included, and no step of it
    /// is left. Where something else was done since, nothing happens.
    pub fn take_back(&mut self, field: MergeKey) {
        self.seal();
        let Some((_, revision)) = self.entered.take().filter(|(entered, _)| *entered == field) else { return };
        let typed = self.undo.iter().rev().take_while(|kept| kept.typed == Some(field));
        let Some(steps) = typed.map(|kept| kept.revision).position(|kept| kept == revision) else { return };
        let first = self.undo.len() - 1 - steps;
        let Some(then) = self.undo.drain(first..).next() else { return };
        self.travel(then);
        self.redo.clear();
    }

    /// The name of the step that [`Self::undo`] takes back.
    #[must_use]
    pub fn undo_label(&self) -> Option<&str> {
        self.undo.last().map(|step| step.label.as_str())
    }

    /// The name of the step that [`Self::redo`] does again.
    #[must_use]
    pub fn redo_label(&self) -> Option<&str> {
        self.redo.last().map(|step| step.label.as_str())
    }

    /// Takes the last step back. An open gesture is what was done last: then only that is given up.
    pub fn undo(&mut self) -> Option<Reveal> {
        self.seal();
        if let Some(reveal) = self.gesture.as_ref().map(|gesture| gesture.reveal.clone()) {
            self.cancel_gesture();
            return Some(reveal);
        }
        let step = self.undo.pop()?;
        let reveal = self.with_place(&step.reveal);
        let undone = self.travel(step);
        self.redo.push(undone);
        Some(reveal)
    }

    /// Does the last step that was taken back again.
    pub fn redo(&mut self) -> Option<Reveal> {
        self.cancel_gesture();
        self.seal();
        let step = self.redo.pop()?;
        let reveal = self.with_place(&step.reveal);
        let redone = self.travel(step);
        self.undo.push(redone);
        Some(reveal)
    }

    /// What a step touches, with the lane in which it stands now: what the step takes out can only be shown by that.
    fn with_place(&self, reveal: &Reveal) -> Reveal {
        let lane = || reveal.moments.iter().find_map(|id| self.index.lane(*id));
        Reveal { lane: reveal.lane.or_else(lane), ..reveal.clone() }
    }

    fn travel(&mut self, to: Kept) -> Kept {
        self.index.follow(&self.campaign, &to.campaign);
        let from = Kept {
            campaign: std::mem::replace(&mut self.campaign, to.campaign),
            revision: self.revision,
            label: to.label,
            reveal: to.reveal,
            typed: to.typed,
        };
        self.revision = to.revision;
        from
    }

    /// How many steps can be taken back.
    #[must_use]
    pub fn undo_depth(&self) -> usize {
        self.undo.len()
    }

    /// Begins a live change: what follows by [`Self::gesture`] is shown at once and becomes one step, or none.
    pub fn begin_gesture(&mut self, label: impl Into<String>) {
        self.commit_gesture();
        self.seal();
        self.gesture = Some(Gesture {
            before: Arc::clone(&self.campaign),
            revision: self.revision,
            label: label.into(),
            reveal: Reveal::default(),
        });
    }

    /// Shows the edits on top of the state in which the gesture began. Without an open gesture nothing happens.
    ///
    /// # Errors
    /// Why the edits cannot be done; the last state shown stays.
    pub fn gesture(&mut self, edits: &[super::Edit]) -> Result<(), EditError> {
        let Some(gesture) = &mut self.gesture else { return Ok(()) };
        let before = Arc::clone(&gesture.before);
        gesture.reveal = Reveal::of(edits);
        let shown = Arc::clone(&self.campaign);
        self.index.follow(&shown, &before);
        match apply_all(&before, &mut self.index, edits) {
            Ok(Some(after)) => {
                self.replace(Arc::new(after));
                Ok(())
            }
            Ok(None) => {
                self.return_to_start();
                Ok(())
            }
            Err(error) => {
                self.index.follow(&before, &shown);
                Err(error)
            }
        }
    }

    fn return_to_start(&mut self) {
        if let Some(gesture) = &self.gesture {
            self.campaign = Arc::clone(&gesture.before);
            self.revision = gesture.revision;
        }
    }

    /// Ends a gesture: what is shown becomes one step; nothing changed leaves none.
    pub fn commit_gesture(&mut self) {
        let Some(gesture) = self.gesture.take() else { return };
        if self.revision != gesture.revision {
            self.keep(Kept {
                campaign: gesture.before,
                revision: gesture.revision,
                label: gesture.label,
                reveal: gesture.reveal,
                typed: None,
            });
            self.redo.clear();
        }
    }

    /// Gives a gesture up: everything is as it was before it, the revision included.
    pub fn cancel_gesture(&mut self) {
        if let Some(gesture) = &self.gesture {
            self.index.follow(&self.campaign, &gesture.before);
            self.return_to_start();
            self.gesture = None;
        }
    }
}

/// Looks for broken invariants in debug builds; large plans are left out, where it would be felt.
fn debug_check(campaign: &Campaign) {
    #[cfg(debug_assertions)]
    if campaign.moment_count() < 2000 {
        let faults = crate::model::faults(campaign);
        debug_assert!(faults.is_empty(), "{faults:?}");
    }
    #[cfg(not(debug_assertions))]
    let _ = campaign;
}
