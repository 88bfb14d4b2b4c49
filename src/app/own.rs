//! The user's own templates: read beside the frames, saved, renamed, removed, and added to the plan on screen.
//!
//! Everything on the disk is done by a job, which reads the folder again afterwards: what another window did is seen, and
//! what is shown is what is there.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Context, Ui};

use super::jobs::{Done, Work};
use super::lay_out::{self, Into};
use super::start::{day_zero, offer};
use super::{App, Asked, Keeper, Screen};
use crate::analysis::Axis;
use crate::edit::{Edit, Step};
use crate::model::{LaneId, Synonyms};
use crate::store::fs::FsError;
use crate::store::keep::{self, Wanted, Zero};
use crate::store::limits;
use crate::store::own::{self, Shelf};
use crate::store::template::{self, Template};
use crate::ui::dialogs::{self, DayZero, TemplateAnswer, TemplateChoice, TemplateDraft, UseAnswer, UseDraft, UseOf};
use crate::ui::view::Selection;
use crate::ui::welcome::Offer;
use crate::words::{self, own as say};

/// The user's own templates as they were read last.
#[derive(Default)]
pub(super) struct OwnTemplates {
    shelf: Arc<Shelf>,
    offers: Arc<[Offer]>,
    /// How often they were asked for; 0 before the first time.
    asked: u64,
    /// Which of these times is shown.
    shown: u64,
}

/// What a job did to the user's own templates, and what is there now.
#[derive(Debug)]
pub struct Shelved {
    asked: u64,
    shelf: Shelf,
    offers: Arc<[Offer]>,
    did: Option<(Did, Result<(), FsError>)>,
}

/// What was to be done, with the name of the template.
#[derive(Clone, Debug)]
enum Did {
    Save(String),
    Rename(String),
    Remove(String),
}

/// A question about templates.
pub(super) enum Question {
    /// What a template keeps of a lane, or of the plan.
    Save { lane: Option<LaneId>, zeros: Vec<Zero>, draft: TemplateDraft },
    /// What a template is called.
    Rename { key: String, draft: TemplateDraft },
    /// Whether it is removed.
    Remove { key: String, name: String },
    /// Which one is added to the plan.
    Use(UseDraft),
}

impl App {
    /// The folder of the user's own templates.
    fn templates_folder(&self) -> Option<PathBuf> {
        match &self.rim.prefs {
            Keeper::File(path) => Some(own::folder_beside(path)),
            Keeper::Nowhere => None,
        }
    }

    /// Reads the user's own templates once, as the window opens.
    pub(super) fn read_templates_at_first(&mut self, ctx: &Context) {
        if self.own.asked == 0 {
            self.read_templates(ctx);
        }
    }

    /// Reads the user's own templates.
    pub(super) fn read_templates(&mut self, ctx: &Context) {
        self.own.asked += 1;
        let asked = self.own.asked;
        let Some(folder) = self.templates_folder() else { return };
        self.jobs().run(ctx, Work::Templates, say::reading(), move || Done::Templates(Box::new(shelved(asked, &folder, None))));
    }

    /// Does something to the user's own templates, and reads them again.
    fn with_templates(
        &mut self,
        ctx: &Context,
        did: Did,
        work: impl FnOnce(&std::path::Path) -> Result<(), FsError> + Send + 'static,
    ) {
        let Some(folder) = self.templates_folder() else {
            self.tell_of(&did, own::nowhere());
            return;
        };
        self.own.asked += 1;
        let asked = self.own.asked;
        self.jobs().run(ctx, Work::Templates, say::keeping(), move || {
            let result = work(&folder);
            Done::Templates(Box::new(shelved(asked, &folder, Some((did, result)))))
        });
    }

    /// Takes in what is there now.
    pub(super) fn shelved(&mut self, ctx: &Context, shelved: Shelved) {
        // Jobs run side by side: a look at the folder that began before a template was saved may come back after it.
        if shelved.asked > self.own.shown {
            self.own.shown = shelved.asked;
            self.own.shelf = Arc::new(shelved.shelf);
            self.own.offers = shelved.offers;
            self.show_own_templates();
        }
        match shelved.did {
            Some((did, Err(error))) => self.tell_of(&did, error),
            Some((did, Ok(()))) => self.say(match did {
                Did::Save(name) => say::saved(name),
                Did::Rename(name) => say::renamed(name),
                Did::Remove(name) => say::removed(name),
            }),
            None => {}
        }
        ctx.request_repaint();
    }

    fn tell_of(&mut self, did: &Did, error: FsError) {
        let title = match did {
            Did::Save(_) => say::cannot_save(),
            Did::Rename(_) => say::cannot_rename(),
            Did::Remove(_) => say::cannot_remove(),
        };
        self.tell(title, error.message, error.hint);
    }

    /// The user's own templates as they are offered.
    pub(super) fn own_offers(&self) -> &Arc<[Offer]> {
        &self.own.offers
    }

    /// Puts them onto the start page, if it is made.
    pub(super) fn show_own_templates(&mut self) {
        if let Some(page) = &mut self.view.panels.welcome.page {
            page.own = Arc::clone(&self.own.offers);
            page.notices = self.own.shelf.notices.iter().cloned().collect();
        }
    }

    /// The template with that key, whoever keeps it.
    pub(super) fn template(&self, key: &str) -> Option<&Template> {
        let built_in = template::all().iter().find(|template| template.key == key);
        built_in.or_else(|| self.own.shelf.get(key).map(|own| &own.template))
    }

    /// Asks what a template keeps of a lane, or of the plan.
    pub(super) fn ask_to_save_template(&mut self, ctx: &Context, lane: Option<LaneId>) {
        self.plan.doc.seal();
        let campaign = self.plan.doc.campaign();
        let (zeros, zero) = keep::zeros(campaign, lane);
        let moments =
            lane.map_or_else(|| campaign.moment_count(), |lane| campaign.lane(lane).map_or(0, |lane| lane.moments.len()));
        let draft = TemplateDraft {
            name: if lane.is_some() { say::proposal_lane(&campaign.name) } else { campaign.name.clone() },
            zeros: zeros.iter().map(|zero| zero.shown.clone()).collect(),
            zero,
            titles: true,
            moments: words::moments(moments),
            ..TemplateDraft::default()
        };
        self.ask_of_templates(ctx, Question::Save { lane, zeros, draft });
    }

    /// Asks for another name of a template of the user's own.
    pub(super) fn ask_to_rename(&mut self, ctx: &Context, key: &str) {
        let Some(own) = self.own.shelf.get(key) else { return };
        let (name, line) = (own.template.name.clone(), own.template.short.clone());
        let draft = TemplateDraft { name, line, ..TemplateDraft::default() };
        self.ask_of_templates(ctx, Question::Rename { key: key.to_owned(), draft });
    }

    /// Asks whether a template of the user's own is removed.
    pub(super) fn ask_to_remove(&mut self, ctx: &Context, key: &str) {
        let Some(own) = self.own.shelf.get(key) else { return };
        let name = own.template.name.clone();
        self.ask_of_templates(ctx, Question::Remove { key: key.to_owned(), name });
    }

    /// Asks which template is added to the plan.
    pub(super) fn ask_for_template(&mut self, ctx: &Context) {
        self.plan.doc.seal();
        self.view.screen = Screen::Plan;
        self.read_templates(ctx);
        self.ask_of_templates(ctx, Question::Use(UseDraft::default()));
    }

    /// Asks a question; it is there with the next frame, not when the mouse moves.
    fn ask_of_templates(&mut self, ctx: &Context, question: Question) {
        self.ask(Asked::Template(question));
        ctx.request_repaint();
    }

    /// Draws a question about templates; true once it was answered and what was answered is done.
    pub(super) fn answer_of_template(&mut self, ui: &mut Ui, ctx: &Context, question: &mut Question) -> bool {
        match question {
            Question::Save { lane, zeros, draft } => {
                let title = if lane.is_some() { say::save_lane_title() } else { say::save_plan_title() };
                let answer = dialogs::own_template_ui(ui, title, draft);
                if answer == Some(TemplateAnswer::Do) {
                    self.save_template(ctx, *lane, zeros.get(draft.zero).cloned(), draft);
                }
                answer.is_some()
            }
            Question::Rename { key, draft } => {
                let answer = dialogs::rename_template_ui(ui, draft);
                if answer == Some(TemplateAnswer::Do)
                    && let Some(own) = self.own.shelf.get(key).cloned()
                {
                    let (name, line) = (draft.name.clone(), draft.line.clone());
                    self.with_templates(ctx, Did::Rename(name.trim().to_owned()), move |_| own::rename(&own, &name, &line));
                }
                answer.is_some()
            }
            Question::Remove { key, name } => {
                let answer = dialogs::remove_template_ui(ui, name);
                if answer == Some(TemplateAnswer::Do)
                    && let Some(own) = self.own.shelf.get(key).cloned()
                {
                    self.with_templates(ctx, Did::Remove(name.clone()), move |_| own::remove(&own));
                }
                answer.is_some()
            }
            Question::Use(draft) => {
                let choices = self.choices();
                let campaign = self.plan.doc.campaign();
                let empty = self.empty_lane();
                let empty_name = empty.and_then(|id| campaign.lane(id)).map(|lane| campaign.lane_name(lane));
                let axis = Axis::of_campaign(campaign).unwrap_or(Axis::Calendar);
                let of = UseOf { choices: &choices, empty: empty_name, axis, today: self.today() };
                match dialogs::use_template_ui(ui, of, draft) {
                    None => false,
                    Some(UseAnswer::Cancel) => true,
                    Some(UseAnswer::Add { key, zero, into_empty }) => {
                        let into = empty.filter(|_| into_empty).map_or(Into::NewLanes, Into::Empty);
                        self.add_from_template(&key, zero, into);
                        true
                    }
                }
            }
        }
    }

    fn save_template(&mut self, ctx: &Context, lane: Option<LaneId>, zero: Option<Zero>, draft: &TemplateDraft) {
        let wanted = Wanted {
            name: draft.name.clone(),
            line: draft.line.clone(),
            zero,
            titles: draft.titles,
            notes: draft.notes,
            hooks: draft.hooks,
        };
        // The snapshot is a pointer: a plan of ten thousand moments is looked through beside the frames.
        let campaign = Arc::clone(self.plan.doc.campaign());
        self.with_templates(ctx, Did::Save(wanted.name.trim().to_owned()), move |folder| {
            own::add(folder, keep::template_of(&campaign, lane, &wanted)).map(|_| ())
        });
    }

    /// Every template that can be added to the plan: the user's own, then those that come with the program.
    fn choices(&self) -> Vec<TemplateChoice> {
        let plan_begins = self.plan.doc.campaign().start;
        let soonest = plan_begins.map_or(self.today(), |start| start.plus(-1).max(self.today()));
        let choice = |template: &Template, own: bool| TemplateChoice {
            key: template.key.clone(),
            name: template.name.clone(),
            line: template.line.clone(),
            moments: template.moment_count(),
            lanes: template.campaign().lanes.len(),
            days: template.days(),
            proposed: day_zero(soonest, template.days().map_or(0, |(first, _)| first)),
            own,
        };
        let own = self.own.shelf.templates.iter().map(|own| choice(&own.template, true));
        let built_in = template::all().iter().filter(|template| template.key != template::BLANK);
        own.chain(built_in.map(|template| choice(template, false))).filter(|choice| choice.moments > 0).collect()
    }

    /// The lane in use, if it is a creator's and nothing stands in it yet.
    fn empty_lane(&self) -> Option<LaneId> {
        let lane = self.plan.doc.campaign().lane(self.shown_lane()?)?;
        (lane.is_creator() && lane.moments.is_empty()).then_some(lane.id)
    }

    fn add_from_template(&mut self, key: &str, zero: DayZero, into: Into) {
        let Some(template) = self.template(key).cloned() else {
            self.tell(say::gone(), "", "");
            return;
        };
        let campaign = self.plan.doc.campaign();
        if campaign.moment_count() + campaign.ideas.len() + template.moment_count() > limits::MOMENTS {
            self.tell(words::window::cannot_edit(), say::too_many_moments(limits::MOMENTS), "");
            return;
        }
        let from = template.plan(&mut self.rim.ids, None);
        let campaign = self.plan.doc.campaign();
        let words = Synonyms::of(self.deriver.options.house_for(campaign).map(AsRef::as_ref));
        let Some((edits, lane)) = lay_out::edits(&from, campaign, words, into, zero) else { return };
        let cards = edits.iter().filter(|edit| matches!(edit, Edit::AddMoment { .. })).filter_map(Edit::moment).collect();
        let lanes = edits.iter().filter(|edit| matches!(edit, Edit::AddLane { .. })).count();
        self.edit(Step::new(say::step_use(&template.name), edits));
        match into {
            Into::Empty(_) => self.select(cards),
            Into::NewLanes => {
                self.plan.doc.seal();
                self.view.selection = Selection::lane(lane);
                // Somebody new came with it, and has no name yet.
                self.write_in("name");
            }
        }
        self.view.panels.show_lanes(lane, lanes.max(1));
    }
}

/// What is in the folder, each template with its arc.
fn shelved(asked: u64, folder: &std::path::Path, did: Option<(Did, Result<(), FsError>)>) -> Shelved {
    let shelf = own::read(folder);
    let offers = shelf.templates.iter().map(|own| offer(&own.template)).collect();
    Shelved { asked, shelf, offers, did }
}
