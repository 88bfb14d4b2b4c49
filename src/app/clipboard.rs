//! Cut, copy and paste. What is copied is a whole small plan in the form of a file, so that it can be pasted into another
//! window, a mail, or an empty file.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::App;
use super::jobs::{Done, Work};
use super::paste::{self, Target};
use super::slow::SOON;
use crate::edit::{Edit, Step};
use crate::model::{Campaign, Day, Lane, LaneId, Moment, MomentId, When};
use crate::store::{self, limits};
use crate::ui::picture::{Busy, busy_ui};
use crate::words::{self, hand as say};

/// Text that is written or read while a frame waits, in bytes: more of it is pictures, and takes its time.
const QUICK: usize = 1 << 20;
/// Moments that are written while a frame waits.
const QUICK_MOMENTS: usize = 500;

/// What is copied and not on the clipboard yet, because it is still being written.
#[derive(Debug, Default)]
pub(super) struct Copying {
    clip: Option<Arc<Campaign>>,
    /// How often something was copied: what was copied last is what the clipboard gets.
    number: u64,
    /// How often something was pasted that took its time, and up to which of these it was stopped.
    pasted: u64,
    stopped: u64,
    /// What is being written or read, and since when.
    now: Option<(Busy<'static>, f64)>,
}

/// What a job did with what is copied or pasted.
#[derive(Debug)]
pub enum Carried {
    /// It is a text now, or cannot be one.
    Written(u64, Option<String>),
    /// It was read from a text, for the place that was chosen in that plan.
    Read {
        /// The moments, or why not.
        clip: Result<Box<Campaign>, String>,
        /// Where "Paste here" was chosen.
        chosen: Option<(LaneId, When)>,
        /// The plan on screen when it was pasted.
        generation: u64,
        /// Which one of those that took their time it is.
        number: u64,
    },
}

impl App {
    /// Puts the selected moments onto the clipboard. Returns whether there was anything. Where they are many or have pictures it
    /// is done beside the frames; until then what is pasted is what was copied.
    pub(super) fn copy(&mut self, ctx: &egui::Context) -> bool {
        let selected = &self.view.selection.moments;
        let Some(clip) = excerpt(self.plan.doc.campaign(), selected, self.rim.ids.plan()) else { return false };
        self.copying.number += 1;
        self.copying.clip = None;
        let count = clip.moment_count() + clip.ideas.len();
        let pictures = clip.pictures.iter().map(|picture| picture.bytes.len()).sum::<usize>();
        if pictures > QUICK || count > QUICK_MOMENTS {
            let clip = Arc::new(clip);
            self.copying.clip = Some(Arc::clone(&clip));
            let number = self.copying.number;
            self.carry(ctx, Busy::Copying);
            self.jobs().run(ctx, Work::Clipboard, say::writing_clipboard(), move || {
                Done::Carried(Carried::Written(number, written(&clip)))
            });
        } else {
            let Some(text) = written(&clip) else { return false };
            ctx.copy_text(text);
        }
        self.say(say::copied(words::moments(count)));
        true
    }

    /// Copies the selected moments and takes them out, in one step.
    pub(super) fn cut(&mut self, ctx: &egui::Context) {
        if !self.copy(ctx) {
            return;
        }
        let there = self.view.selection.moments.iter().filter(|id| self.plan.doc.index().place(**id).is_some());
        let edits: Vec<Edit> = there.map(|id| Edit::RemoveMoment { id: *id }).collect();
        let (label, said) = (say::step_cut(self.selected_title()), say::moments_cut(words::moments(edits.len())));
        self.edit(Step::new(&label, edits));
        self.view.selection.moments.clear();
        // One sentence is enough: that it can be pasted is what cutting is for.
        self.hush();
        self.view.panels.bar.offer_undo(label, said);
    }

    /// Asks the system for what is on the clipboard; it comes as an event of the next frame.
    pub(super) fn ask_for_clipboard(ctx: &egui::Context) {
        ctx.send_viewport_cmd(egui::ViewportCommand::RequestPaste);
    }

    /// Adds the moments of a text that was copied here or in another window. One with pictures is read beside the frames.
    pub(super) fn paste(&mut self, ctx: &egui::Context, text: String) {
        let chosen = self.paste_at.take();
        if self.paste_copied(chosen) {
            return;
        }
        if text.len() <= QUICK {
            return match read(&text) {
                Ok(clip) => self.paste_clip(&clip, chosen),
                Err(why) => self.say(why),
            };
        }
        let generation = self.plan.generation;
        self.copying.pasted += 1;
        let number = self.copying.pasted;
        self.carry(ctx, Busy::Pasting);
        self.jobs().run(ctx, Work::Clipboard, say::reading_clipboard(), move || {
            Done::Carried(Carried::Read { clip: read(&text).map(Box::new), chosen, generation, number })
        });
    }

    fn carry(&mut self, ctx: &egui::Context, what: Busy<'static>) {
        self.copying.now = Some((what, ctx.input(|input| input.time)));
        ctx.request_repaint_after_secs(SOON as f32);
    }

    /// Says that something is copied or pasted where that takes its time, and lets it be stopped. Returns whether it does.
    pub(super) fn show_carrying(&mut self, ui: &egui::Ui) -> bool {
        let Some((what, since)) = self.copying.now else { return false };
        let left = since + SOON - ui.input(|input| input.time);
        if left > 0.0 {
            ui.ctx().request_repaint_after_secs(left as f32);
            return false;
        }
        if busy_ui(what, ui.ctx().content_rect(), ui) {
            // What the job brings back is dropped.
            if what == Busy::Copying {
                self.copying.number += 1;
                self.copying.clip = None;
            } else {
                self.copying.stopped = self.copying.pasted;
            }
            self.copying.now = None;
            self.hush();
            ui.ctx().request_repaint();
        }
        true
    }

    /// Adds what was copied and is not on the clipboard yet; whether there is anything like that.
    pub(super) fn paste_copied(&mut self, chosen: Option<(LaneId, When)>) -> bool {
        let Some(clip) = self.copying.clip.clone() else { return false };
        self.paste_clip(&clip, chosen);
        true
    }

    /// Whether what was copied last is not on the clipboard yet.
    pub(super) const fn is_copying(&self) -> bool {
        self.copying.clip.is_some()
    }

    /// The job broke: what was copied is on no clipboard.
    pub(super) fn copying_broke(&mut self) {
        self.copying.clip = None;
        self.copying.now = None;
    }

    /// Takes in what a job did with what is copied or pasted.
    pub(super) fn carried(&mut self, ctx: &egui::Context, carried: Carried) {
        match carried {
            Carried::Written(number, text) if number == self.copying.number => {
                self.copying.clip = None;
                self.copying.now = None;
                match text {
                    Some(text) => ctx.copy_text(text),
                    None => self.say(say::not_copied()),
                }
            }
            Carried::Read { clip, chosen, generation, number } if number > self.copying.stopped => {
                if number == self.copying.pasted {
                    self.copying.now = None;
                }
                match clip {
                    Ok(clip) if generation == self.plan.generation => self.paste_clip(&clip, chosen),
                    Err(why) if generation == self.plan.generation => self.say(why),
                    _ => {}
                }
            }
            // Something else was copied since, or pasting was stopped.
            Carried::Written(..) | Carried::Read { .. } => {}
        }
        ctx.request_repaint();
    }

    fn paste_clip(&mut self, clip: &Campaign, chosen: Option<(LaneId, When)>) {
        if self.only_looks() {
            return;
        }
        let campaign = Arc::clone(self.plan.doc.campaign());
        if campaign.moment_count() + campaign.ideas.len() + clip.moment_count() + clip.ideas.len() > limits::MOMENTS {
            self.say(say::too_many(limits::MOMENTS));
            return;
        }
        let new_pictures = clip.pictures.iter().filter(|picture| campaign.picture(picture.id).is_none()).count();
        if campaign.pictures.len() + new_pictures > limits::PICTURES {
            self.say(say::too_many_pictures(limits::PICTURES));
            return;
        }
        let lane = chosen.map(|(lane, _)| lane).or(self.lane_in_use()).and_then(|id| campaign.lane(id));
        let first = chosen.map(|(_, when)| when).or(lane.map(|lane| self.when_pasted(clip, lane)));
        let first = first.unwrap_or(When::On(self.today()));
        let edits = paste::edits(&campaign, clip, Target { lane: lane.map(|lane| &**lane), first }, &mut self.rim.ids);
        let added: Vec<MomentId> = added(&edits);
        let Some(title) = title(clip) else {
            self.say(say::not_moments());
            return;
        };
        self.edit(Step::new(say::step_paste(title), edits));
        self.select_and_show(added);
    }

    /// When the first of the pasted moments comes. After the selected one where there is one; else on the days that they
    /// had, so that what was cut comes back where it was, as long as these are days of the plan.
    fn when_pasted(&self, clip: &Campaign, lane: &Lane) -> When {
        let when = self.when_in(lane);
        if self.selected().next().is_some() {
            return when;
        }
        let campaign = self.plan.doc.campaign();
        let all = || clip.lanes.iter().flat_map(|lane| &lane.moments);
        let own = match when {
            When::On(_) => all().filter_map(|moment| clip.day_of(moment.when)).min().map(When::On),
            When::Relative(_) => {
                let numbers = all().filter_map(|moment| if let When::Relative(day) = moment.when { Some(day) } else { None });
                numbers.min().map(When::Relative)
            }
            When::Order(_) | When::Undated => None,
        };
        let is_of_plan =
            |day: Day| campaign.start.is_none_or(|first| first <= day) && campaign.end.is_none_or(|last| day <= last);
        own.filter(|own| !matches!(own, When::On(day) if !is_of_plan(*day))).unwrap_or(when)
    }

    /// Where "Paste here" was chosen; used up by the next paste.
    pub(super) fn paste_at(&mut self, ctx: &egui::Context, lane: LaneId, when: When) {
        self.paste_at = Some((lane, when));
        Self::ask_for_clipboard(ctx);
    }
}

/// Moments as a text; `None` where they are none.
fn written(clip: &Campaign) -> Option<String> {
    String::from_utf8(store::write(clip).ok()?).ok()
}

/// The moments that edits add, in lanes that they add, too.
pub(super) fn added(edits: &[Edit]) -> Vec<MomentId> {
    let mut added = Vec::new();
    for edit in edits {
        match edit {
            Edit::AddMoment { moment, .. } => added.push(moment.id),
            Edit::AddLane { lane, .. } => added.extend(lane.moments.iter().map(|moment| moment.id)),
            _ => {}
        }
    }
    added
}

/// The title of the one moment of a plan, or how many it has; `None` where it has none.
fn title(clip: &Campaign) -> Option<String> {
    let mut all = clip.lanes.iter().flat_map(|lane| &lane.moments).chain(&clip.ideas);
    match (all.next()?, all.next()) {
        (only, None) => Some(only.title.clone()),
        _ => Some(words::moments(clip.moment_count() + clip.ideas.len())),
    }
}

/// Whether a text is moments that were copied here or in another window.
pub(super) fn are_moments(text: &str) -> bool {
    store::format::begins_like_a_plan(&text.as_bytes()[..text.len().min(4096)])
}

/// Reads what was copied; else why it cannot be pasted, in a sentence.
fn read(text: &str) -> Result<Campaign, String> {
    let too_long = text.len() as u64 > limits::FILE_BYTES;
    if too_long || !are_moments(text) {
        return Err(say::not_moments().to_owned());
    }
    let loaded = store::read(text.as_bytes()).map_err(|error| say::unread_moments(error.message))?;
    Ok(loaded.campaign)
}

/// A plan of those moments only, with everything that they refer to; `None` where none of them is there.
fn excerpt(campaign: &Campaign, moments: &[MomentId], id: crate::model::PlanId) -> Option<Campaign> {
    let chosen: HashSet<MomentId> = moments.iter().copied().collect();
    let pick =
        |all: &[Arc<Moment>]| -> Vec<Arc<Moment>> { all.iter().filter(|moment| chosen.contains(&moment.id)).cloned().collect() };
    let lanes: Vec<Arc<Lane>> = campaign
        .lanes
        .iter()
        .filter(|lane| lane.moments.iter().any(|moment| chosen.contains(&moment.id)))
        // Who copies cards copies no thought that is pinned beside them.
        .map(|lane| Arc::new(Lane { moments: pick(&lane.moments), notes: Vec::new(), ..Lane::clone(lane) }))
        .collect();
    let ideas = pick(&campaign.ideas);
    if lanes.is_empty() && ideas.is_empty() {
        return None;
    }
    let all: Vec<&Arc<Moment>> = lanes.iter().flat_map(|lane| &lane.moments).chain(&ideas).collect();
    let creators: HashSet<_> = lanes
        .iter()
        .filter_map(|lane| lane.creator)
        .chain(all.iter().flat_map(|moment| moment.features.iter().copied().chain(moment.for_creator)))
        .collect();
    let products: HashSet<_> = all.iter().filter_map(|moment| moment.product).collect();
    let pictures: HashSet<_> = all.iter().filter_map(|moment| moment.image).collect();
    let mut clip = Campaign::new(id, &campaign.name);
    clip.products = campaign.products.iter().filter(|product| products.contains(&product.id)).cloned().collect();
    // The first brand is the one that is meant where none is named, so it comes along.
    let brands: HashSet<_> = lanes
        .iter()
        .filter_map(|lane| lane.brand)
        .chain(all.iter().filter_map(|moment| moment.brand))
        .chain(clip.products.iter().filter_map(|product| product.brand))
        .chain(campaign.brands.first().map(|brand| brand.id))
        .collect();
    clip.brands = campaign.brands.iter().filter(|brand| brands.contains(&brand.id)).cloned().collect();
    clip.creators = campaign.creators.iter().filter(|creator| creators.contains(&creator.id)).cloned().collect();
    clip.pictures = campaign.pictures.iter().filter(|picture| pictures.contains(&picture.id)).cloned().collect();
    clip.anchor.clone_from(&campaign.anchor);
    clip.lanes = lanes;
    clip.ideas = ideas;
    Some(clip)
}

/// For each thing of a plan the one of another plan that it stands for.
pub(super) type Known<I> = HashMap<I, I>;
