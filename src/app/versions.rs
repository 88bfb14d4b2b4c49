//! Earlier versions: kept around each save, listed, looked at, put back, named and forgotten.
//!
//! All that touches the disk is done by a job. What a save replaces is kept before it is replaced, and what it wrote after that.
//! Where that fails the plan is saved all the same, and it is said once.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use egui::{Context, Ui};

use super::aside::Then;
use super::file::{Next, PlanFile};
use super::jobs::{Done, Work};
use super::journal::Aside;
use super::slow::Slow;
use super::{App, Asked, Screen};
use crate::check::{self, Options};
use crate::edit::Document;
use crate::model::{Campaign, PlanId, halt};
use crate::store::fs::{self, Care, FsError, FsErrorKind, Stamp};
use crate::store::history::{self, Entry, Facts, Health, Size, VersionId};
use crate::store::home::Home;
use crate::store::{self, ReadError};
use crate::ui::compare::Comparison;
use crate::ui::dialogs::{self, Look, VersionRow, VersionState, Versions as Shown, VersionsAnswer, VersionsDraft};
use crate::ui::inspector::InspectorState;
use crate::ui::share::data::size as file_size;
use crate::ui::view::Counts;
use crate::words::{self, start, versions as say};

/// What the window knows of versions.
#[derive(Default)]
pub(super) struct Versions {
    kept: Arc<Kept>,
    /// That none could be kept was said.
    said: bool,
    /// The list that is shown.
    entries: Vec<Entry>,
    /// The version that is to be opened as a plan of its own, and whether it is a copy beside the plan on screen.
    copy: Option<(Arc<Campaign>, bool)>,
    /// The plan whose versions are listed, with what can be read of its file, where that is a damaged one.
    damaged: Option<(PlanId, Option<Arc<Campaign>>)>,
    /// The list that is being read.
    listing: Option<Slow>,
    /// The version that is being opened.
    looking: Option<Slow>,
}

impl Versions {
    /// Nobody waits any more for what is being read.
    fn stop(&mut self) {
        for slow in [self.listing.take(), self.looking.take()].into_iter().flatten() {
            slow.stop();
        }
    }
}

/// What jobs that save leave behind for one another and for the window.
#[derive(Debug, Default)]
struct Kept {
    /// The newest version, as it was in memory: its parts are those of the plan on screen, so that comparing costs little.
    newest: Mutex<Option<(Stamp, Arc<Campaign>)>>,
    /// Why the last save kept none.
    trouble: Mutex<Option<FsError>>,
}

fn locked<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What a save needs to keep versions.
pub(super) struct Keeping {
    home: Option<Home>,
    at: i64,
    options: Options,
    campaign: Arc<Campaign>,
    kept: Arc<Kept>,
}

impl Keeping {
    /// Saves, and keeps what goes and what comes. What goes is handed over by the save itself: it is what it replaces.
    pub(super) fn around<E>(
        &self,
        path: &Path,
        save: impl FnOnce(Care<'_>) -> Result<store::Saved, E>,
    ) -> Result<store::Saved, E> {
        let Some(home) = &self.home else { return save(Care::default()) };
        let mut trouble = None;
        let mut keep = |bytes: &[u8]| {
            let kept = self.replaced(home, path, bytes);
            trouble = trouble.take().or(kept.err());
        };
        let pending = home.pending();
        let saved = save(Care { kept: Some(&mut keep), pending: Some(&pending), ..Care::default() })?;
        let after = self.written(home, path, saved.stamp);
        *locked(&self.kept.trouble) = trouble.or(after.err());
        Ok(saved)
    }

    /// Keeps what stood in the file, whatever it is.
    fn replaced(&self, home: &Home, path: &Path, bytes: &[u8]) -> Result<(), FsError> {
        let stamp = Stamp::of(bytes);
        if history::is_newest(home, self.campaign.id, stamp) {
            return Ok(());
        }
        let (health, there) = history::look_at(bytes);
        // What is replaced may be another plan: it goes to its own versions.
        let plan = there.as_ref().map_or(self.campaign.id, |campaign| campaign.id);
        let there = there.map(Arc::new);
        let facts = Facts { before: true, ..self.facts(home, plan, path, health, there.as_ref()) };
        self.keep(home, plan, (bytes, stamp), facts, there)
    }

    /// Keeps what was written, if that is what stands in the file.
    fn written(&self, home: &Home, path: &Path, stamp: Stamp) -> Result<(), FsError> {
        let (bytes, there) = fs::load(path)?;
        if there != stamp || history::is_newest(home, self.campaign.id, stamp) {
            return Ok(());
        }
        let facts = self.facts(home, self.campaign.id, path, Health::Sound, Some(&self.campaign));
        self.keep(home, self.campaign.id, (&bytes, stamp), facts, Some(Arc::clone(&self.campaign)))
    }

    fn keep(
        &self,
        home: &Home,
        plan: PlanId,
        (bytes, stamp): (&[u8], Stamp),
        facts: Facts,
        campaign: Option<Arc<Campaign>>,
    ) -> Result<(), FsError> {
        history::keep(home, plan, bytes, facts)?;
        *locked(&self.kept.newest) = campaign.map(|campaign| (stamp, campaign));
        Ok(())
    }

    fn facts(&self, home: &Home, plan: PlanId, path: &Path, health: Health, campaign: Option<&Arc<Campaign>>) -> Facts {
        let known = locked(&self.kept.newest).clone();
        let known = known.filter(|(stamp, of)| of.id == plan && history::is_newest(home, plan, *stamp)).map(|(_, of)| of);
        let previous = known.or_else(|| history::newest(home, plan).map(Arc::new));
        let change = previous.zip(campaign).map(|(before, after)| Size::between(&before, after));
        Facts { path: Some(path.display().to_string()), change, ..facts_of(self.at, health, campaign, &self.options) }
    }
}

/// What a plan says of itself.
fn facts_of(at: i64, health: Health, campaign: Option<&Arc<Campaign>>, options: &Options) -> Facts {
    let findings = campaign.map(|campaign| {
        let counts = Counts::of(&check::check(campaign, options).findings);
        [counts.errors, counts.warnings, counts.hints, counts.accepted]
    });
    let moments = campaign.map(|campaign| campaign.moment_count());
    Facts { at, moments, findings, health, ..Facts::default() }
}

/// What a job did about versions.
#[derive(Debug)]
pub enum VersionsDone {
    /// They were listed, after something was done to them if something was to be done.
    Listed(Slow, Result<Vec<Entry>, FsError>, Option<(Did, Result<(), FsError>)>),
    /// One was opened and compared with the plan, or cannot be.
    Seen(Slow, VersionId, Result<Box<SeenVersion>, ReadError>),
}

/// The work itself.
type Doing = Box<dyn FnOnce(&Home) -> Result<(), FsError> + Send>;

/// A version that was opened.
#[derive(Debug)]
pub struct SeenVersion {
    version: Arc<Campaign>,
    comparison: Option<Comparison>,
    notices: Vec<String>,
}

/// What was to be done.
#[derive(Clone, Debug)]
pub enum Did {
    /// Give one a name.
    Name(String),
    /// Remove all of them.
    Forget,
}

impl App {
    /// What the save that begins now needs to keep versions.
    pub(super) fn keeping(&self) -> Keeping {
        Keeping {
            home: self.rim.home.clone(),
            at: self.rim.clock.utc(),
            options: self.options(),
            campaign: Arc::clone(self.plan.doc.campaign()),
            kept: Arc::clone(&self.versions.kept),
        }
    }

    /// Says once that a save kept no version. The dialog says it as long as it holds.
    pub(super) fn tell_of_versions(&mut self) {
        let trouble = locked(&self.versions.kept.trouble).clone();
        match trouble {
            None => self.versions.said = false,
            Some(error) if !self.versions.said => {
                self.versions.said = true;
                let folder = self.rim.home.as_ref().map(|home| home.root().display().to_string()).unwrap_or_default();
                self.tell(say::not_kept_title(), error.message, say::not_kept_hint(folder));
            }
            Some(_) => {}
        }
    }

    /// Opens the list of versions.
    pub(super) fn ask_versions(&mut self, ctx: &Context) {
        self.plan.doc.seal();
        self.versions.damaged = None;
        let trouble = locked(&self.versions.kept.trouble).as_ref().map(|error| error.message.clone());
        let draft = VersionsDraft::listing(self.plan.generation, trouble);
        self.ask(Asked::Versions(Box::new(draft)));
        self.list_versions(ctx, None);
        // It is there with the next frame, not when the mouse moves.
        ctx.request_repaint();
    }

    /// Opens the list of versions of a plan whose file is damaged; `read` is what can be read of that.
    pub(super) fn ask_versions_of(&mut self, ctx: &Context, plan: PlanId, read: Option<Arc<Campaign>>) {
        self.versions.damaged = Some((plan, read));
        self.ask(Asked::Versions(Box::new(VersionsDraft::of_damaged(self.plan.generation))));
        self.list_versions(ctx, None);
        ctx.request_repaint();
    }

    /// The plan whose versions are listed.
    fn versions_of(&self) -> PlanId {
        self.versions.damaged.as_ref().map_or(self.plan.doc.campaign().id, |(plan, _)| *plan)
    }

    /// Asks for the name of the plan that was shared.
    pub(super) fn ask_to_name_shared(&mut self, ctx: &Context, shared: Arc<Campaign>) {
        self.versions.damaged = None;
        let proposal = say::proposal(self.today().long());
        self.ask(Asked::Versions(Box::new(VersionsDraft::naming(shared, proposal, self.plan.generation))));
        ctx.request_repaint();
    }

    /// Whether there is a place for versions.
    pub(super) fn keeps_versions(&self) -> bool {
        self.rim.home.is_some()
    }

    /// Does something to the versions, if anything, and lists them.
    fn list_versions(&mut self, ctx: &Context, work: Option<(Did, Doing)>) {
        let Some(home) = self.rim.home.clone() else {
            self.show_versions(Shown::Nowhere);
            return;
        };
        let plan = self.versions_of();
        let what = if work.is_some() { say::keeping() } else { say::reading() };
        self.versions.stop();
        let slow = Slow::begin(ctx);
        self.versions.listing = Some(slow.clone());
        self.jobs().run(ctx, Work::Versions, what, move || {
            // What is done to them is done to its end; only reading is given up.
            let did = work.map(|(did, work)| (did, work(&home)));
            let waited = slow.clone();
            let listed = halt::while_wanted(move || waited.is_wanted(), || history::list(&home, plan));
            Done::Versions(Box::new(VersionsDone::Listed(slow, listed, did)))
        });
    }

    fn versions_draft(&mut self) -> Option<&mut VersionsDraft> {
        self.asked.iter_mut().find_map(|asked| if let Asked::Versions(draft) = asked { Some(&mut **draft) } else { None })
    }

    fn show_versions(&mut self, versions: Shown) {
        if let Some(draft) = self.versions_draft() {
            draft.versions = versions;
        }
    }

    /// Takes in what a job did.
    pub(super) fn versions_done(&mut self, ctx: &Context, done: VersionsDone) {
        match done {
            // What was to be done was done all the same.
            VersionsDone::Listed(slow, _, did) if !slow.is_wanted() => {
                if let Some((did, result)) = did {
                    self.told_of_version(did, result);
                }
            }
            VersionsDone::Seen(slow, ..) if !slow.is_wanted() => {}
            VersionsDone::Listed(_, listed, did) => {
                self.versions.listing = None;
                match listed {
                    Ok(entries) => {
                        self.show_versions(Shown::Listed(self.version_rows(&entries)));
                        self.versions.entries = entries;
                    }
                    Err(error) => {
                        self.versions.entries.clear();
                        self.show_versions(Shown::Cannot(error.message, error.hint));
                    }
                }
                self.look_at_chosen(ctx);
                if let Some((did, result)) = did {
                    self.told_of_version(did, result);
                }
            }
            VersionsDone::Seen(_, id, result) => {
                self.versions.looking = None;
                let entries = std::mem::take(&mut self.versions.entries);
                if let Some(draft) = self.versions_draft()
                    && entries.get(draft.chosen).is_some_and(|entry| entry.id == id)
                {
                    draft.look = match result {
                        Ok(seen) => {
                            let SeenVersion { version, comparison, notices } = *seen;
                            Look::Seen { version, comparison, notices }
                        }
                        Err(error) => Look::Cannot(error.message, error.hint),
                    };
                }
                self.versions.entries = entries;
            }
        }
        ctx.request_repaint();
    }

    /// A job about versions broke: nothing that was being read is waited for.
    pub(super) fn versions_broke(&mut self) {
        self.versions.stop();
        if let Some(draft) = self.versions_draft() {
            draft.stop();
        }
    }

    fn told_of_version(&mut self, did: Did, result: Result<(), FsError>) {
        match (did, result) {
            // The list shows it, where it is in sight.
            (Did::Name(name), Ok(())) if !name.is_empty() && self.versions_draft().is_none() => {
                self.say(say::named(name));
            }
            (Did::Name(_) | Did::Forget, Ok(())) => {}
            (Did::Name(_), Err(error)) => self.tell(say::cannot_name(), error.message, error.hint),
            (Did::Forget, Err(error)) => self.tell(say::cannot_forget(), error.message, error.hint),
        }
    }

    /// Looks at the version that is chosen in the dialog.
    fn look_at_chosen(&mut self, ctx: &Context) {
        let last = self.versions.entries.len().saturating_sub(1);
        let Some(draft) = self.versions_draft() else { return };
        draft.chosen = draft.chosen.min(last);
        draft.look = Look::Reading;
        let chosen = draft.chosen;
        self.look_at_version(ctx, chosen);
    }

    /// Opens a version and compares it with the plan.
    fn look_at_version(&mut self, ctx: &Context, at: usize) {
        let (Some(home), Some(entry)) = (self.rim.home.clone(), self.versions.entries.get(at)) else { return };
        let (id, plan) = (entry.id.clone(), self.versions_of());
        let present = match &self.versions.damaged {
            Some((_, read)) => read.clone(),
            None => Some(Arc::clone(self.plan.doc.campaign())),
        };
        let slow = Slow::begin(ctx);
        // Of two only the one that is chosen now is waited for.
        if let Some(before) = self.versions.looking.replace(slow.clone()) {
            before.stop();
        }
        self.jobs().run(ctx, Work::Versions, say::looking(), move || {
            let waited = slow.clone();
            let read = halt::while_wanted(move || waited.is_wanted(), || history::open(&home, plan, &id));
            let opened = read.map(|loaded| {
                let unreadable = loaded.notices.iter().filter(|notice| notice.unreadable);
                let notices = unreadable.map(|notice| notice.message.clone()).collect();
                let version = match &present {
                    Some(present) => with_pictures_of(loaded.campaign, present),
                    None => loaded.campaign,
                };
                let comparison = present.map(|present| Comparison::between(&version, &present));
                Box::new(SeenVersion { version: Arc::new(version), comparison, notices })
            });
            Done::Versions(Box::new(VersionsDone::Seen(slow, id, opened)))
        });
    }

    /// Draws the dialog; true once it is left.
    pub(super) fn versions_dialog(&mut self, ui: &mut Ui, ctx: &Context, draft: &mut VersionsDraft) -> bool {
        if draft.generation != self.plan.generation && draft.shared.is_none() {
            // Another plan took the place of the one it is about.
            self.versions.stop();
            return true;
        }
        let slow = [&self.versions.listing, &self.versions.looking];
        draft.slow = slow.into_iter().flatten().any(|slow| slow.is_slow(ctx));
        let file = self.plan.file.view(&self.plan.doc);
        let answer = dialogs::versions_ui(&self.cx(&file, ui.theme()), draft, ui);
        match self.while_kept(answer, |answer| matches!(answer, VersionsAnswer::Close)) {
            None => false,
            Some(VersionsAnswer::Close) => {
                self.versions.stop();
                true
            }
            Some(VersionsAnswer::Stop) => {
                // Only what is seen being read is stopped.
                let list = matches!(draft.versions, Shown::Reading);
                let reading = if list { self.versions.listing.take() } else { self.versions.looking.take() };
                if let Some(slow) = reading {
                    slow.stop();
                }
                draft.stop();
                ctx.request_repaint();
                false
            }
            Some(VersionsAnswer::ListAgain) => {
                draft.versions = Shown::Reading;
                self.list_versions(ctx, None);
                ctx.request_repaint();
                false
            }
            Some(VersionsAnswer::Look(at)) => {
                draft.chosen = at;
                draft.look = Look::Reading;
                self.look_at_version(ctx, at);
                false
            }
            Some(VersionsAnswer::Restore) => self.restore_version(ctx, draft),
            Some(VersionsAnswer::OpenCopy) => {
                let (Look::Seen { version, .. }, Some(row)) = (&draft.look, draft.row()) else { return false };
                let beside = self.versions.damaged.is_none();
                let version = if beside {
                    // Two plans of one name are told apart only by what is in them.
                    let at = self.versions.entries.get(draft.chosen).map(|entry| self.day_and_time(entry.facts.at));
                    let called = row.name.clone().or(at).unwrap_or_else(|| row.when.clone());
                    let name = say::copy_called(&version.name, called);
                    Arc::new(Campaign { name, ..Campaign::clone(version) })
                } else {
                    Arc::clone(version)
                };
                self.versions.copy = Some((version, beside));
                self.proceed_or_ask(ctx, Next::VersionCopy);
                true
            }
            Some(VersionsAnswer::Name(name)) => {
                self.name_version(ctx, draft, name);
                draft.shared.is_some()
            }
            Some(VersionsAnswer::Forget) => {
                let plan = self.versions_of();
                self.list_versions(ctx, Some((Did::Forget, Box::new(move |home| history::forget(home, plan)))));
                false
            }
        }
    }

    fn name_version(&mut self, ctx: &Context, draft: &VersionsDraft, name: String) {
        let (at, options, to) = (self.rim.clock.utc(), self.options(), name.clone());
        let work: Doing = if let Some(shared) = &draft.shared {
            let shared = Arc::clone(shared);
            Box::new(move |home| {
                let unwritable =
                    |cause: ReadError| FsError { kind: FsErrorKind::Other, message: cause.message, hint: cause.hint };
                let bytes = store::write(&shared).map_err(unwritable)?;
                let change = history::newest(home, shared.id).map(|before| Size::between(&before, &shared));
                let facts = Facts { change, ..facts_of(at, Health::Sound, Some(&shared), &options) };
                history::keep_as(home, shared.id, &bytes, facts, &to).map(drop)
            })
        } else {
            let plan = self.versions_of();
            let Some(id) = self.versions.entries.get(draft.chosen).map(|entry| entry.id.clone()) else { return };
            Box::new(move |home| history::call(home, plan, &id, &to))
        };
        self.list_versions(ctx, Some((Did::Name(name), work)));
    }

    /// Puts the plan back to the chosen version, once the edits that no file has are kept; true where that is done already.
    fn restore_version(&mut self, ctx: &Context, draft: &VersionsDraft) -> bool {
        let Look::Seen { version, .. } = &draft.look else { return false };
        if version.id != self.plan.doc.campaign().id {
            self.tell(say::cannot_restore(), say::other_plan(), "");
            return true;
        }
        self.put_aside(ctx, Then::Restored).is_some_and(|aside| {
            self.version_restored(ctx, draft, &aside);
            true
        })
    }

    /// The edits that no file has are kept, or could not be: the version takes their place as one step, or does not.
    pub(super) fn version_restored(&mut self, ctx: &Context, draft: &VersionsDraft, aside: &Aside) {
        let (Look::Seen { version, .. }, Some(row)) = (&draft.look, draft.row()) else { return };
        self.end_preview();
        if let Aside::Refused(reason) = aside {
            return self.tell_not_kept(reason.as_deref());
        }
        let label = match (&row.name, self.versions.entries.get(draft.chosen)) {
            (Some(name), _) => say::step_named(name),
            (None, Some(entry)) => say::step(self.day_and_time(entry.facts.at)),
            (None, None) => say::step(&row.when),
        };
        self.plan.doc.put(Campaign::clone(version), label);
        // What was being written belongs to the plan as it was.
        self.view.panels.inspector = InspectorState::default();
        self.reveal(None);
        self.view.screen = Screen::Plan;
        self.say(if *aside == Aside::InTrash { say::restored_kept() } else { say::restored() });
        ctx.request_repaint();
    }

    /// Opens the version that was chosen for it as a plan of its own: one that has another id, no file and no versions yet.
    /// A version of a damaged file takes the place of that, so it stays the plan that it was.
    pub(super) fn open_version_copy(&mut self) {
        let Some((version, beside)) = self.versions.copy.take() else { return };
        let id = if beside { self.rim.ids.plan() } else { version.id };
        self.put(Document::unsaved(Campaign { id, ..Campaign::clone(&version) }), PlanFile::default());
    }

    fn version_rows(&self, entries: &[Entry]) -> Vec<VersionRow> {
        let last = entries.len().saturating_sub(1);
        let mut rows: Vec<VersionRow> =
            entries.iter().enumerate().map(|(at, entry)| self.version_row(entry, at == last)).collect();
        // What was saved within one minute is told apart by its seconds, and within one second by its number.
        let mut within: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            within.entry(row.when.clone()).or_default().push(at);
        }
        for (minute, all) in within.into_iter().filter(|(_, all)| all.len() > 1) {
            let second = |at: &usize| entries.get(*at).map_or(0, |entry| entry.facts.at.rem_euclid(60));
            for at in &all {
                let same: Vec<&usize> = all.iter().filter(|other| second(other) == second(at)).collect();
                // One second for all of them says nothing.
                let exact = if same.len() < all.len() { format!("{minute}:{:02}", second(at)) } else { minute.clone() };
                // The list begins with the newest.
                let number = same.iter().rev().position(|other| *other == at).map_or(1, |place| place + 1);
                if let Some(row) = rows.get_mut(*at) {
                    row.when = if same.len() > 1 { say::one_of(exact, number, same.len()) } else { exact };
                }
            }
        }
        rows
    }

    fn version_row(&self, entry: &Entry, oldest: bool) -> VersionRow {
        let facts = &entry.facts;
        let what = match facts.change {
            Some(Size { added, removed, changed, others }) if !oldest => say::size(added, removed, changed, others),
            _ if facts.before => say::before_first_save().to_owned(),
            _ => say::first().to_owned(),
        };
        let size = file_size(entry.bytes);
        VersionRow {
            when: if entry.damaged { say::file_of(self.when_in_words(facts.at)) } else { self.when_in_words(facts.at) },
            name: entry.name.as_ref().map(|name| if name.is_empty() { say::name_unreadable().to_owned() } else { name.clone() }),
            what,
            figures: facts.moments.map_or(size.clone(), |moments| say::figures(words::moments(moments), size)),
            place: facts.path.clone(),
            findings: facts.findings,
            state: match facts.health {
                Health::Sound => VersionState::Sound,
                Health::Newer => VersionState::Newer,
                Health::Unreadable if entry.damaged => VersionState::Damaged,
                // Of what could not be read at all nothing was counted.
                Health::Unreadable if facts.moments.is_some() => VersionState::InPart,
                Health::Unreadable => VersionState::Unreadable,
            },
        }
    }

    /// "Today 14:02", "Yesterday 14:02", "27 Aug, 14:02".
    fn when_in_words(&self, at: i64) -> String {
        let then = self.rim.clock.at(at);
        match self.today().since(then.day) {
            0 => start::today_at(then.time()),
            1 => say::yesterday_at(then.time()),
            _ => self.day_and_time(at),
        }
    }

    /// "27 Aug, 14:02", with the year where it is another one.
    fn day_and_time(&self, at: i64) -> String {
        let then = self.rim.clock.at(at);
        let this_year = then.day.date().year() == self.today().date().year();
        say::on_day(if this_year { then.day.short() } else { then.day.long() }, then.time())
    }
}

/// The version with the pictures of the plan on screen where they are the same: one that is no longer kept comes back so, and
/// memory holds each once.
fn with_pictures_of(mut version: Campaign, present: &Campaign) -> Campaign {
    for picture in &mut version.pictures {
        if let Some(same) = present.picture(picture.id)
            && same.name == picture.name
        {
            *picture = Arc::clone(same);
        }
    }
    version
}
