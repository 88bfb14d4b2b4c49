//! Pictures on their way onto moments: chosen, dropped or pasted. A job reads, turns, scales and encodes them, one at a time;
//! then each is one step. Where the plan went on meanwhile, the moment that it was meant for still gets it, if it is there.

use std::collections::VecDeque;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use egui::{Context, Ui};

use super::brand_kit::Refused;
use super::file::name_of;
use super::jobs::{Done, Purpose, Work};
use super::pasting::{Lack, Pasting, PictureOnClipboard};
use super::slow::SOON;
use super::{App, Asked, Screen};
use crate::edit::{Edit, MomentChange, Step};
use crate::model::{Campaign, MomentId, Picture, halt};
use crate::store::fs::{self, FsErrorKind};
use crate::store::limits;
use crate::store::picture::{self, PictureError};
use crate::ui::picture::{Busy, PictureAnswer, PictureView, busy_ui, picture_ui, title_of};
use crate::ui::view::Selection;
use crate::words::{brand_kit, files, moment_picture as say};

type Read = Box<dyn FnOnce() -> Result<Picture, Refused> + Send>;

/// Pictures that are on their way.
#[derive(Default)]
pub(super) struct Incoming {
    waiting: VecDeque<Waiting>,
    /// The one that a job is at, and how that is told to end. It may have been given up meanwhile; then what comes of it is
    /// dropped.
    running: Option<(u64, Arc<AtomicBool>)>,
    /// The number of the last one.
    last: u64,
    /// The folder from which a picture was chosen last.
    pub(super) folder: Option<PathBuf>,
}

/// A picture for a moment.
struct Waiting {
    number: u64,
    moment: MomentId,
    /// The name of its file; none where it was pasted.
    name: Option<String>,
    /// Since when, in egui's seconds.
    since: f64,
    /// How it is read, until a job does.
    read: Option<Read>,
}

impl fmt::Debug for Waiting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} for {}", self.name, self.moment)
    }
}

impl Incoming {
    /// Another plan: nothing that is on its way belongs to it.
    pub(super) fn forget(&mut self) {
        self.waiting.clear();
        self.stop_unwanted();
    }

    /// The job that is at a picture which nobody waits for any more is to end.
    fn stop_unwanted(&self) {
        if let Some((number, stop)) = &self.running
            && !self.waiting.iter().any(|waiting| waiting.number == *number)
        {
            stop.store(true, Ordering::Relaxed);
        }
    }

    /// The job broke, and nobody waits for the one it was at.
    pub(super) fn broke(&mut self) {
        let running = self.running.take().map(|(number, _)| number);
        self.waiting.retain(|waiting| Some(waiting.number) != running);
    }
}

impl App {
    /// The one moment that is selected: the one that a picture goes to where nothing else is said.
    pub(super) fn picture_target(&self) -> Option<MomentId> {
        match self.view.selection.moments[..] {
            [only] => Some(only).filter(|id| self.plan.doc.index().place(*id).is_some()),
            _ => None,
        }
    }

    /// Asks for a picture of the selected moment.
    pub(super) fn choose_picture(&mut self, ctx: &Context) {
        match self.picture_target() {
            Some(moment) => self.pick(ctx, Purpose::Picture(moment)),
            None => self.say(say::select_one()),
        }
    }

    /// Takes the picture off the selected moment.
    pub(super) fn remove_picture(&mut self) {
        let campaign = Arc::clone(self.plan.doc.campaign());
        let target = self.picture_target().and_then(|id| self.plan.doc.index().moment(&campaign, id));
        if let Some((_, moment)) = target {
            let edit = Edit::SetMoment { id: moment.id, change: MomentChange::Image(None) };
            self.edit(Step::new(say::step_remove(title_of(moment)), vec![edit]));
        }
    }

    /// Has a file read for a moment.
    pub(super) fn read_picture(&mut self, ctx: &Context, moment: MomentId, path: PathBuf) {
        self.incoming.folder = path.parent().map(Path::to_owned);
        let name = name_of(&path);
        self.bring_picture(ctx, moment, Some(name), Box::new(move || from_file(&path)));
    }

    /// What was pasted is no text: if it is a picture it goes onto the selected moment, also while somebody writes.
    pub(super) fn take_pasted_picture(&mut self, ctx: &Context) {
        let Some(read) = ctx.with_plugin(Pasting::take_picture).flatten() else { return };
        if self.only_looks() {
            return;
        }
        self.hush();
        // A place that was chosen for moments means nothing to a picture.
        let chosen = self.paste_at.take();
        if !ctx.text_edit_focused() && self.paste_copied(chosen) {
            return;
        }
        match self.picture_target() {
            Some(moment) => self.bring_picture(ctx, moment, None, Box::new(move || from_clipboard(read))),
            // Whether it is a picture at all is not worth reading it for.
            None => self.say(say::no_text_pasted()),
        }
    }

    fn bring_picture(&mut self, ctx: &Context, moment: MomentId, name: Option<String>, read: Read) {
        // Whoever brings another one does not want the one before.
        self.incoming.waiting.retain(|waiting| waiting.moment != moment);
        self.incoming.stop_unwanted();
        self.incoming.last += 1;
        let number = self.incoming.last;
        let since = ctx.input(|input| input.time);
        self.incoming.waiting.push_back(Waiting { number, moment, name, since, read: Some(read) });
        self.read_next(ctx);
        ctx.request_repaint_after_secs(SOON as f32);
    }

    /// Begins with the next one, if no job is at another.
    fn read_next(&mut self, ctx: &Context) {
        if self.incoming.running.is_some() {
            return;
        }
        let next = self.incoming.waiting.iter_mut().find_map(|waiting| Some((waiting.number, waiting.read.take()?)));
        let Some((number, read)) = next else { return };
        let stop = Arc::new(AtomicBool::new(false));
        self.incoming.running = Some((number, Arc::clone(&stop)));
        self.jobs().run(ctx, Work::AddPicture, say::reading(), move || {
            let read = halt::while_wanted(move || !stop.load(Ordering::Relaxed), read);
            Done::PictureRead(number, read.map(Box::new))
        });
    }

    /// A picture was read, or cannot be used. Of one that was given up nobody wants to hear.
    pub(super) fn picture_read(&mut self, ctx: &Context, number: u64, result: Result<Box<Picture>, Refused>) {
        self.incoming.running = None;
        let at = self.incoming.waiting.iter().position(|waiting| waiting.number == number);
        let found = at.and_then(|at| self.incoming.waiting.remove(at));
        self.read_next(ctx);
        let Some(Waiting { moment, name, .. }) = found else { return };
        match result {
            Ok(picture) => self.put_picture(moment, name.as_deref(), *picture),
            Err((message, hint)) => self.tell(say::not_added(), message, hint),
        }
        ctx.request_repaint();
    }

    /// Gives a moment its picture, as one step.
    fn put_picture(&mut self, id: MomentId, file: Option<&str>, picture: Picture) {
        if self.only_looks() {
            return;
        }
        let campaign = Arc::clone(self.plan.doc.campaign());
        let Some((_, moment)) = self.plan.doc.index().moment(&campaign, id) else {
            return self.say(file.map_or_else(|| say::gone_pasted().to_owned(), say::gone));
        };
        let title = title_of(moment);
        if moment.image == Some(picture.id) {
            return self.say(say::was_there(title));
        }
        if let Some(full) = no_room(&campaign, moment.image, &picture) {
            return self.tell(say::not_added(), full, say::no_room_hint());
        }
        let label = if moment.image.is_some() { say::step_replace(title) } else { say::step_add(title) };
        let image = MomentChange::Image(Some(picture.id));
        self.edit(Step::new(label, vec![Edit::AddPicture { picture }, Edit::SetMoment { id, change: image }]));
        self.say(say::is_there(title));
    }

    /// Says what is being read where that takes its time, and lets it be stopped.
    pub(super) fn show_busy(&mut self, ui: &Ui) {
        if self.show_keeping(ui)
            || self.show_reading(ui)
            || self.show_carrying(ui)
            || self.show_rereading(ui)
            || self.show_copying(ui)
        {
            return;
        }
        // Nothing of it lies over what is asked or told.
        let is_free = self.view.screen == Screen::Plan && self.asked.is_empty();
        let Some(first) = self.incoming.waiting.front().filter(|_| is_free) else { return };
        let left = first.since + SOON - ui.input(|input| input.time);
        if left > 0.0 {
            ui.ctx().request_repaint_after_secs(left as f32);
            return;
        }
        if busy_ui(first.name.as_deref().map_or(Busy::Picture, Busy::File), ui.ctx().content_rect(), ui) {
            self.incoming.waiting.pop_front();
            self.incoming.stop_unwanted();
            ui.ctx().request_repaint();
        }
    }

    /// Shows the picture of the selected moment large.
    pub(super) fn ask_to_view_picture(&mut self, ctx: &Context) {
        if let Some(moment) = self.picture_target() {
            self.plan.doc.seal();
            self.ask(Asked::Picture(PictureView::new(moment)));
            // It is there with the next frame, not when the mouse moves.
            ctx.request_repaint();
        }
    }

    /// Draws the large picture; true once it is left. What is looked at is what is selected when it is.
    pub(super) fn view_picture(&mut self, ui: &Ui, ctx: &Context, view: &mut PictureView) -> bool {
        let campaign = Arc::clone(self.plan.doc.campaign());
        let moment = self.plan.doc.index().moment(&campaign, view.moment);
        let picture = moment.and_then(|(_, moment)| campaign.picture(moment.image?));
        if let Some(picture) = picture {
            self.want_large(ctx, picture);
        }
        let file = self.plan.file.view(&self.plan.doc);
        let large = picture.map(|picture| self.pictures.large(picture.id));
        let answer = match large {
            Some(large) => picture_ui(&self.cx(&file, ui.theme()), view, large, ui),
            None => Some(PictureAnswer::Close),
        };
        match answer {
            None => false,
            Some(PictureAnswer::Close) => true,
            Some(PictureAnswer::Show(id)) => {
                view.moment = id;
                self.view.selection = Selection::moment(id, self.plan.doc.index().lane(id));
                self.view.panels.reveal(id);
                ctx.request_repaint();
                false
            }
        }
    }
}

/// Reads a picture from a file.
pub(super) fn from_file(path: &Path) -> Result<Picture, Refused> {
    let name = name_of(path);
    let refused = |error: PictureError| (files::in_file(&name, &error), error.hint);
    let bytes = match fs::load_at_most(path, limits::ADDED_PICTURE_BYTES) {
        Ok((bytes, _)) => bytes,
        Err(error) if error.kind == FsErrorKind::TooLarge => return Err(refused(picture::too_big())),
        Err(error) => {
            let error = error.looking_for(brand_kit::picture_hint());
            return Err((files::in_file(path.display(), &error), error.hint));
        }
    };
    picture::from_bytes(&name, &bytes).map_err(refused)
}

/// Makes a picture of what is on the clipboard.
fn from_clipboard(read: PictureOnClipboard) -> Result<Picture, Refused> {
    let pixels = read().map_err(|lack| match lack {
        Lack::Nothing => (say::nothing_pasted().to_owned(), say::nothing_pasted_hint().to_owned()),
        Lack::Unreadable => (say::pasted_unreadable().to_owned(), say::pasted_hint().to_owned()),
        Lack::NoAnswer => (say::pasted_no_answer().to_owned(), say::pasted_hint().to_owned()),
    })?;
    picture::from_pixels(say::pasted(), pixels).map_err(|error| (files::in_file(say::pasted(), &error), error.hint))
}

/// Why the plan has no room for a picture in the place of that one, if it has none.
fn no_room(campaign: &Campaign, before: Option<crate::model::PictureId>, picture: &Picture) -> Option<String> {
    if campaign.picture(picture.id).is_some() {
        return None;
    }
    // The one before goes where nothing else shows it.
    let goes = before.filter(|id| campaign.shown_pictures().filter(|shown| shown == id).count() == 1);
    let stays = campaign.pictures.iter().filter(|known| Some(known.id) != goes);
    let (count, bytes) =
        stays.fold((1, picture.bytes.len() as u64), |(count, bytes), known| (count + 1, bytes + known.bytes.len() as u64));
    if count > limits::PICTURES {
        return Some(say::too_many(limits::PICTURES));
    }
    (bytes > limits::PICTURE_BYTES).then(|| say::too_large(limits::readable(limits::PICTURE_BYTES)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, Kind, Lane, LaneId, LaneKind, Moment, PictureId, PlanId, Unknown};

    fn picture(number: u16, bytes: usize) -> Picture {
        let mut id = PictureId([0; 32]);
        id.0[..2].copy_from_slice(&number.to_be_bytes());
        Picture { id, name: String::new(), width: 1, height: 1, bytes: vec![0; bytes].into(), unknown: Unknown::default() }
    }

    #[test]
    fn a_full_plan_takes_no_more_pictures_but_others_in_their_place() {
        let mut plan = Campaign::new(PlanId::default(), "Plan");
        plan.pictures = (0..limits::PICTURES as u16).map(|number| Arc::new(picture(number, 1))).collect();
        let mut lane = Lane::empty(LaneId(Id::parse("a").unwrap()), LaneKind::Community);
        for (at, shows) in [0, 1, 1].into_iter().enumerate() {
            let mut moment = Moment::new(MomentId(Id::parse(&format!("m{at}")).unwrap()), Kind::Story, "Card");
            moment.image = Some(picture(shows, 1).id);
            lane.moments.push(Arc::new(moment));
        }
        plan.lanes.push(Arc::new(lane));
        let new = picture(9_999, 1);
        let full = Some(say::too_many(limits::PICTURES));
        assert_eq!(no_room(&plan, None, &new), full);
        assert_eq!(no_room(&plan, Some(picture(0, 1).id), &new), None, "the one before goes");
        assert_eq!(no_room(&plan, Some(picture(1, 1).id), &new), full, "another moment shows the one before, too");
        assert_eq!(no_room(&plan, None, &picture(7, 1)), None, "it is there already");
        plan.pictures.truncate(2);
        assert_eq!(no_room(&plan, None, &new), None);
        let most = usize::try_from(limits::PICTURE_BYTES).unwrap();
        assert!(no_room(&plan, None, &picture(9_999, most - 1)).is_some_and(|why| why.contains("256 MiB")));
    }
}
