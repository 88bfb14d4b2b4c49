//! What every panel is given to draw from, and what it hands back.
//!
//! A panel has the signature `fn(&Cx, &mut ItsState, &mut Ui, &mut Actions)`. It reads the campaign and what was
//! derived from it, draws, and pushes what the user wants; the app carries it out after all panels have drawn.

mod file;
mod front;
mod kept;
mod setup;
mod sieve;
mod step;

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};

pub use self::file::{FileView, LookOnly, Notice, NoticeAnswer, SaveState};
pub use self::front::View;
pub use self::kept::Kept;
pub use self::setup::{MotionChoice, Setup, ThemeChoice, Usual};
pub use self::sieve::{Ids, Sieve};
pub use self::step::{Stop, Way};
use super::board::Span;
use super::command::Command;
use super::filter::model::Pick;
use super::findings::effect::Effect;
use super::shelf::Shelf;
use super::table::layout::Rows;
use super::theme::{Tokens, Tone};
use crate::analysis::curve::Curve;
use crate::analysis::packing::reading_order;
use crate::analysis::scale::PlanEnd;
use crate::analysis::totals::{LaneTotals, Totals};
use crate::check::{Finding, Fix, NotChecked, Options, Severity, State};
use crate::edit::{MergeKey, Step};
use crate::model::{
    AcceptanceId, BrandId, Campaign, CreatorId, Day, Index, Kind, Lane, LaneId, Moment, MomentId, NoteId, PictureId, ProductId,
    ShortNames, Synonyms, When, Years,
};

/// What a panel may look at.
#[derive(Clone, Copy)]
pub struct Cx<'a> {
    /// The campaign as it is now (during a gesture: as it would be).
    pub campaign: &'a Campaign,
    /// Where every moment stands.
    pub index: &'a Index,
    /// What was worked out from the campaign.
    pub derived: &'a Derived,
    /// What is selected.
    pub selection: &'a Selection,
    /// Which moments are shown: what a search and a filter leave.
    pub sieve: &'a Sieve,
    /// Colours of the theme in use.
    pub tokens: &'static Tokens,
    /// Today, in the user's calendar.
    pub today: Day,
    /// How the plan is checked: whoever works out findings or fixes does it by these.
    pub options: &'a Options,
    /// Pictures that are ready to be drawn; ask for those that it lacks by [`Action::NeedPicture`].
    pub pictures: &'a Shelf,
    /// Where the plan stands against its file, and what can be undone.
    pub file: &'a FileView,
    /// How this user wants the window to be.
    pub setup: &'a Setup,
    /// The view that is in front.
    pub view: View,
    /// Cells of several rows are marked in the table.
    pub has_block: bool,
    /// The guide to the first arc is on: its command leaves it.
    pub in_guide: bool,
    /// A fix that is shown before it is done. Nothing of it is in the campaign yet.
    pub preview: Option<&'a Preview>,
    /// What templates write into the notes of their cards to say what belongs there.
    pub prompts: &'a HashSet<&'a str>,
}

impl<'a> Cx<'a> {
    /// Which words say the same in this plan.
    #[must_use]
    pub fn synonyms(&self) -> Synonyms<'a> {
        Synonyms::of(self.options.house_for(self.campaign).map(AsRef::as_ref))
    }

    /// How the days of the plan are told.
    #[must_use]
    pub fn years(&self) -> Years {
        self.derived.years()
    }

    /// What a template says that belongs on a card, as long as nobody has written it: shown in its place, and never part of it.
    #[must_use]
    pub fn prompt(&self, moment: &'a Moment) -> Option<&'a str> {
        let unwritten = moment.hook.as_deref().is_none_or(|hook| hook.trim().is_empty());
        moment.notes.as_deref().filter(|notes| unwritten && self.prompts.contains(notes.trim()))
    }
}

/// A fix as it would be: shown on the board until it is applied or left.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The finding that it mends.
    pub key: FindingKey,
    /// Every fix of that finding that can be shown, with ids that are their own already: applying one does exactly what
    /// was shown.
    pub fixes: Vec<Fix>,
    /// Which of them is shown.
    pub at: usize,
    /// The campaign it was worked out from: over another one there is nothing to show.
    pub base: Arc<Campaign>,
    /// The campaign as it would be.
    pub campaign: Arc<Campaign>,
    /// What would be worked out from it: findings, curves, counts.
    pub derived: Derived,
    /// What lies between the two.
    pub effect: Effect,
}

impl Preview {
    /// The fix that is shown.
    #[must_use]
    pub fn fix(&self) -> Option<&Fix> {
        self.fixes.get(self.at)
    }
}

impl Cx<'_> {
    /// Why nothing of the plan can be changed here; `None` where it can.
    #[must_use]
    pub fn locked(&self) -> Option<&'static str> {
        self.file.look_only.as_ref().map(LookOnly::why)
    }
}

/// What is selected: moments, a lane, or something that stands on no lane.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Selection {
    /// Moments, in the order in which they were selected; the last one is the one the inspector shows.
    pub moments: Vec<MomentId>,
    /// The lane that was used last: where new moments go.
    pub lane: Option<LaneId>,
    /// What the inspector shows instead of moments or a lane.
    pub about: Option<About>,
    /// The card that the keyboard is on without having selected it; Space adds it, or takes it out.
    pub cursor: Option<MomentId>,
    /// The card from which a range is selected.
    pub from: Option<MomentId>,
}

/// Something of the plan that has a page of its own in the inspector and stands on no lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum About {
    /// The campaign itself.
    Campaign,
    /// A creator.
    Creator(CreatorId),
    /// A brand.
    Brand(BrandId),
    /// A product.
    Product(ProductId),
}

impl Selection {
    /// One moment of a lane, or of the tray.
    #[must_use]
    pub fn moment(id: MomentId, lane: Option<LaneId>) -> Self {
        Self { moments: vec![id], lane, from: Some(id), ..Self::default() }
    }

    /// A lane, and no moment.
    #[must_use]
    pub fn lane(id: LaneId) -> Self {
        Self { lane: Some(id), ..Self::default() }
    }

    /// Something with a page of its own.
    #[must_use]
    pub fn about(about: About) -> Self {
        Self { about: Some(about), ..Self::default() }
    }

    /// Whether a moment is selected.
    #[must_use]
    pub fn has(&self, id: MomentId) -> bool {
        self.moments.contains(&id)
    }

    /// Whether keys are about this moment while nothing else has the keyboard: it is the one that they came to, else selected.
    #[must_use]
    pub fn is_at(&self, id: MomentId) -> bool {
        self.cursor.map_or_else(|| self.has(id), |cursor| cursor == id)
    }

    /// The moment that the inspector shows.
    #[must_use]
    pub fn primary(&self) -> Option<MomentId> {
        self.moments.last().copied()
    }
}

/// The worst that findings say about something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// An open finding of that severity.
    Open(Severity),
    /// Only accepted findings.
    Accepted,
}

/// How many findings there are, by what they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Counts {
    /// Open errors.
    pub errors: usize,
    /// Open warnings.
    pub warnings: usize,
    /// Open hints.
    pub hints: usize,
    /// Accepted findings.
    pub accepted: usize,
}

impl Counts {
    /// Counts findings.
    #[must_use]
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        let mut counts = Self::default();
        for finding in findings {
            match (finding.state, finding.severity) {
                (State::Accepted(_), _) => counts.accepted += 1,
                (_, Severity::Error) => counts.errors += 1,
                (_, Severity::Warning) => counts.warnings += 1,
                (_, Severity::Hint) => counts.hints += 1,
            }
        }
        counts
    }

    /// Everything that asks for attention.
    #[must_use]
    pub fn open(&self) -> usize {
        self.errors + self.warnings + self.hints
    }

    /// The numbers with their tones, in the order in which they are shown.
    #[must_use]
    pub fn by_tone(&self) -> [(Tone, usize); 4] {
        [(Tone::Error, self.errors), (Tone::Warning, self.warnings), (Tone::Hint, self.hints), (Tone::Accepted, self.accepted)]
    }
}

/// What is worked out from one lane; kept as long as the lane stays the same pointer.
#[derive(Clone, Debug)]
pub struct LaneView {
    /// The lane it was worked out from.
    pub lane: Arc<Lane>,
    /// What the checker says, open and accepted.
    pub findings: Vec<Arc<Finding>>,
    /// What it could not look at, because a field is unset.
    pub not_checked: Vec<NotChecked>,
    /// The relationship curve, where the lane has one.
    pub curve: Option<Arc<Curve>>,
    /// The worst mark of each moment that has one.
    pub marks: HashMap<MomentId, Mark, Ids>,
    /// Findings of this lane.
    pub counts: Counts,
    /// What it adds up to.
    pub totals: LaneTotals,
    /// The order in which its cards are read, once somebody asked.
    pub order: OnceLock<Vec<usize>>,
}

impl LaneView {
    /// The cards in the order in which they are read. `campaign` is the one that this was worked out from.
    pub fn read(&self, campaign: &Campaign) -> impl DoubleEndedIterator<Item = &Arc<Moment>> + Clone {
        let order = self.order.get_or_init(|| reading_order(campaign, &self.lane));
        order.iter().filter_map(|at| self.lane.moments.get(*at))
    }
}

/// Names a finding from one frame to the next: as long as it is found, it has the same key.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FindingKey {
    /// The code of the rule.
    pub code: &'static str,
    /// The lane.
    pub lane: Option<LaneId>,
    /// The moment it is about.
    pub moment: Option<MomentId>,
}

impl FindingKey {
    /// The key of a finding.
    #[must_use]
    pub fn of(finding: &Finding) -> Self {
        Self { code: finding.rule.code, lane: finding.lane, moment: finding.moments.first().copied() }
    }
}

/// What is worked out from the campaign, in the order of its lanes.
#[derive(Clone, Debug, Default)]
pub struct Derived {
    /// One entry a lane, in the order of the campaign.
    pub lanes: Vec<Arc<LaneView>>,
    /// All findings, sorted by severity, date, lane and code.
    pub findings: Vec<Arc<Finding>>,
    /// All findings counted.
    pub counts: Counts,
    /// The last day of the plan, on which curves are read when somebody asks where they end.
    pub end: PlanEnd,
    /// What the plan adds up to.
    pub totals: Totals,
    /// What everybody is called in a word.
    pub names: Arc<ShortNames>,
    /// How many moments stand in each blackout, in the order of the campaign.
    pub in_blackouts: Vec<usize>,
}

impl Derived {
    /// The worst mark of a moment of that lane.
    #[must_use]
    pub fn mark(&self, lane_at: usize, id: MomentId) -> Option<Mark> {
        self.lanes.get(lane_at)?.marks.get(&id).copied()
    }

    /// How the days of the plan are told: with their years where its cards stand in more than one.
    #[must_use]
    pub fn years(&self) -> Years {
        self.totals.days.years()
    }

    /// How many moments stand in a blackout of the campaign, by its place.
    #[must_use]
    pub fn in_blackout(&self, at: usize) -> usize {
        self.in_blackouts.get(at).copied().unwrap_or(0)
    }
}

/// Something the user wants.
#[derive(Clone, Debug)]
pub enum Action {
    /// Runs a command.
    Run(Command),
    /// Does a step.
    Edit(Step),
    /// Does a step that adds moments: they get ids of their own, and are selected.
    Add(Step),
    /// Adds the moments of the clipboard to that lane, the first of them then.
    PasteAt(LaneId, When),
    /// Pins a new note to a lane.
    PinNote {
        /// The lane.
        lane: LaneId,
        /// Where on it.
        when: When,
        /// What it says.
        text: String,
        /// Whether the keyboard goes on with it.
        stays: bool,
    },
    /// Says something quietly: it stays until something else is done.
    Note(String),
    /// A field is being written in that the plan follows.
    Enter(MergeKey),
    /// Takes back what was typed in it since.
    TakeBack(MergeKey),
    /// Ends a stretch of typing.
    Seal,
    /// Selects this and nothing else.
    Select(Selection),
    /// Adds a moment to the selection, or takes it out.
    Toggle(MomentId),
    /// Selects what a finding is about and brings it into view.
    ShowFinding(FindingKey),
    /// Applies a fix of that finding as one undo step.
    ApplyFix(Fix),
    /// Asks why a finding is all right, to accept it.
    Accept(FindingKey),
    /// Opens an acceptance to change it, or to accept again what it was about.
    ChangeAcceptance(AcceptanceId),
    /// Takes an acceptance back.
    Withdraw(AcceptanceId),
    /// Shows on the board what a fix would do.
    PreviewFix(FindingKey, Fix),
    /// Does what is shown.
    ApplyPreview,
    /// Leaves everything as it is.
    LeavePreview,
    /// Sets the window up in another way, and remembers that.
    SetUp(Setup),
    /// Zooms the time axis: 0 shows the most days, 1 the fewest.
    ZoomTo(f32),
    /// Selects a lane and brings it into view.
    ShowLane(LaneId),
    /// Hides lanes in every view.
    HideLanes(Vec<LaneId>),
    /// Shows lanes that are hidden.
    UnhideLanes(Vec<LaneId>),
    /// Makes one audience of two lanes; without a second one the first has an audience of its own again.
    ShareAudience(LaneId, Option<LaneId>),
    /// Selects a moment and brings it into view.
    ShowMoment(MomentId),
    /// Brings a note into view that somebody looks for, and opens it.
    ShowNote(NoteId),
    /// Brings a phase or blackout dates into view.
    ShowDays(Span),
    /// Adds a moment of that kind to that lane.
    AddFor(Kind, LaneId),
    /// Opens the share dialog on the brief of the creator of that lane.
    ShareBrief(LaneId),
    /// Filters the plan so that only this is shown.
    ShowOnly(Pick),
    /// Shows the table with its rows in that order or those groups.
    ArrangeTable(Rows),
    /// Filters the plan as it was saved under that name.
    UsePreset(String),
    /// Begins a plan from a template, by its key.
    UseTemplate(String),
    /// Asks for another name of a template of the user's own, by its key.
    RenameTemplate(String),
    /// Asks whether a template of the user's own is removed, by its key.
    RemoveTemplate(String),
    /// Opens a recent plan, by its place in the list.
    OpenRecent(usize),
    /// Takes a plan out of the list of recent ones, by its place there.
    ForgetRecent(usize),
    /// Opens the explanation of a rule.
    Explain(&'static str),
    /// Opens the settings of the rules: all of them, or those of one rule.
    RuleSettings(Option<&'static str>),
    /// Puts the keyboard focus on a field of the inspector (the name of the field in the file).
    FocusField(&'static str),
    /// The same for one entry of a list: the field, and the place of the entry in it.
    FocusEntry(&'static str, usize),
    /// Shows the drafts that wait to be restored.
    ReviewDrafts,
    /// Asks whether the draft that waits, the first where there are several, goes into the trash.
    DiscardDraft,
    /// A picture is on screen and not there yet.
    NeedPicture(PictureId),
    /// Tries a failed save again.
    TrySaveAgain,
    /// Deals with what stands under the top bar.
    Notice(NoticeAnswer),
}

/// What panels hand back; carried out once, after all of them have drawn.
#[derive(Debug, Default)]
pub struct Actions(Vec<Action>);

impl Actions {
    /// Queues an action.
    pub fn push(&mut self, action: Action) {
        self.0.push(action);
    }

    /// Queues a command.
    pub fn run(&mut self, command: Command) {
        self.0.push(Action::Run(command));
    }

    /// Takes everything out, in order.
    pub fn drain(&mut self) -> Vec<Action> {
        std::mem::take(&mut self.0)
    }

    /// Whether nothing is queued.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
