//! `momentboard export`: a plan for a reader, with the same choices as in the window.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use super::args::{ExportArgs, MotifName, ReaderName};
use super::clock;
use super::make::base;
use super::progress::Progress;
use super::{FINE, Session, UNUSABLE};
use crate::check;
use crate::model::{Campaign, IdSource, Lane, LaneId};
use crate::share::{self, Artifact, Beside, Choice, Compared, ExportError, Format, Motif, Reader, Section, Watch};
use crate::store::{FsErrorKind, fs};
use crate::words::nearest::nearest;
use crate::words::{self, brand_kit, files, lanes_compared as compare, terminal as say};

/// How often it is looked how far a file is.
const LOOK: Duration = Duration::from_millis(100);
/// What stands in the place of the second lane of a comparison where the first is compared with the order that the checker proposes.
const PROPOSED: &str = "proposed";
/// What the ids of moments begin from that a proposed order brings.
const NEW_IN_AN_ORDER: u64 = 0x0061_726f_7264_6572;

impl Session<'_> {
    pub(super) fn export(&mut self, args: &ExportArgs) -> u8 {
        let out = args.out.display();
        if args.out.is_dir() {
            let stem = args.file.file_stem().unwrap_or_default();
            let example = args.out.join(stem).with_extension(Format::Pdf.ending());
            return self.unusable(&files::in_file(out, files::disk_folder()), &say::hint_file_in(example.display()));
        }
        let ending = args.out.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let Some(format) = Format::of_ending(ending) else {
            let known: Vec<&str> = Format::ALL.into_iter().map(Format::ending).collect();
            let hint = nearest(ending, &known).map_or_else(|| say::forms(words::list(&known)), say::mean_form);
            return self.unusable(&say::no_such_form(out), &hint);
        };
        let house = match self.house(args.rules.as_deref()) {
            Ok(house) => house,
            Err(unusable) => return unusable,
        };
        let Ok(opened) = self.open(&args.file) else { return UNUSABLE };
        let mut campaign = opened.campaign;
        if let Some(path) = &args.kit {
            let Ok(kit) = self.open(path) else { return UNUSABLE };
            if !campaign.take_brand_kit(&kit.campaign) {
                return self.unusable(&brand_kit::no_kit(path.display()), brand_kit::no_kit_hint());
            }
        }
        let today = args.today.unwrap_or(self.today);
        let options = check::Options { house, today: Some(today), ..check::Options::default() };
        let choice = match choice(&campaign, args, format, &options) {
            Ok(choice) => choice,
            Err((message, hint)) => return self.unusable(&message, &hint),
        };
        // The day that is printed is the one that was named, else the one that a build is pinned to.
        let made_on = args.today.or(self.source_date).unwrap_or(today);
        if let Err(ExportError::Failed { message, hint }) = share::within_bounds(&campaign, &choice) {
            return self.unusable(&message, &hint);
        }
        let report = choice.in_its_language(|| check::check(&campaign, &options));
        let name = match choice.reader {
            Reader::Internal => say::reader_internal().to_owned(),
            Reader::Client => say::reader_client().to_owned(),
            Reader::Creator(id) => campaign.lane(id).map_or("", |lane| campaign.lane_name(lane)).to_owned(),
        };
        // Who names a day wants the same bytes all day.
        let is_pinned = args.today.is_some() || self.source_date.is_some();
        let made_at = if is_pinned { None } else { clock::second() };
        let choice = Choice { made_on: Some(made_on), made_at, ..choice };
        let made = match self.watched(|watch| share::export(&campaign, &report, &choice, watch)) {
            Ok(made) => made,
            Err(ExportError::Failed { message, hint }) => return self.unusable(&message, &hint),
            Err(error @ ExportError::Cancelled) => return self.unusable(&error.to_string(), ""),
        };
        match fs::save(&args.out, &made.bytes, base(args.force)) {
            Ok(_) => {
                let unnamed = share::unnamed(&campaign, &choice).into_iter().map(|unnamed| unnamed.said);
                for notice in made.notices.into_iter().chain(unnamed) {
                    self.err.paragraph("", &notice);
                }
                self.out.text(&say::exported(args.file.display(), out, name));
                FINE
            }
            Err(cause) => {
                let hint = if cause.kind == FsErrorKind::Exists { say::hint_force() } else { &cause.hint };
                self.unusable(&files::in_file(out, &cause), hint)
            }
        }
    }
}

/// How far it is; shared with the thread that makes it.
#[derive(Default)]
struct Steps {
    done: AtomicUsize,
    of: AtomicUsize,
}

impl Session<'_> {
    /// Makes an artifact beside this thread, which says how far it is where a person waits for it.
    fn watched(
        &mut self,
        export: impl FnOnce(Watch<'_>) -> Result<Artifact, ExportError> + Send,
    ) -> Result<Artifact, ExportError> {
        if !self.is_watched {
            return export(Watch::none());
        }
        let steps = Steps::default();
        let step = |done, of| {
            steps.done.store(done, Ordering::Relaxed);
            steps.of.store(of, Ordering::Relaxed);
            true
        };
        let clock = clock::Watch::start();
        let mut progress = Progress::new(true);
        let (sender, receiver) = mpsc::channel();
        let made = thread::scope(|scope| {
            let maker = scope.spawn(|| {
                let made = export(Watch(&step));
                // Who waits is told at once, not at the next look; a receiver that is gone has been told.
                let _ = sender.send(());
                made
            });
            while receiver.recv_timeout(LOOK) == Err(RecvTimeoutError::Timeout) && !maker.is_finished() {
                let far = (steps.done.load(Ordering::Relaxed), steps.of.load(Ordering::Relaxed));
                if let Some(line) = progress.line(clock.passed(), far, say::export_progress) {
                    self.err.now(&line);
                }
            }
            maker.join()
        });
        if let Some(clear) = progress.clear() {
            self.err.now(clear);
        }
        made.unwrap_or_else(|broke| std::panic::resume_unwind(broke))
    }
}

/// What the command line asks for, or what of it cannot be used and what may have been meant.
fn choice(campaign: &Campaign, args: &ExportArgs, format: Format, options: &check::Options) -> Result<Choice, (String, String)> {
    let reader = match &args.reader {
        ReaderName::Internal => Reader::Internal,
        ReaderName::Client => Reader::Client,
        ReaderName::Creator(name) => Reader::Creator(lane(campaign, name, true)?),
    };
    let motif = match &args.picture {
        MotifName::Board => Motif::Board,
        MotifName::Arc => Motif::Arc,
        MotifName::Lane(name) => Motif::Lane(lane(campaign, name, false)?),
    };
    let usual = Choice::new(reader, format);
    if let Some(section) = args.sections.iter().find(|section| !section.is_for(reader)) {
        let may: Vec<&str> = Section::ALL.into_iter().filter(|of| of.is_for(reader)).map(Section::key).collect();
        return Err((say::section_not_for_reader(section.key()), say::sections_of_reader(words::list(&may))));
    }
    let compared = compared(campaign, args, (reader, format), options)?;
    let mut sections: BTreeSet<Section> = args.sections.iter().copied().collect();
    if compared.is_some() && !sections.is_empty() {
        sections.insert(Section::Comparison);
    }
    Ok(Choice {
        compared,
        paper: args.paper,
        tone: args.theme,
        language: args.language,
        dates: args.dates.into(),
        sections: if sections.is_empty() { usual.sections } else { sections },
        motif,
        width: args.width,
        embed: !args.no_plan,
        raw: args.raw,
        deadlines: args.deadlines,
        ..usual
    })
}

/// What is compared, or why it cannot be.
fn compared(
    campaign: &Campaign,
    args: &ExportArgs,
    (reader, format): (Reader, Format),
    options: &check::Options,
) -> Result<Option<Compared>, (String, String)> {
    let no = |message: &str, hint: &str| Err((message.to_owned(), hint.to_owned()));
    let [left, right] = args.compare.as_slice() else {
        let is_wanted = args.sections.contains(&Section::Comparison);
        return if is_wanted { no(compare::compare_what(), compare::compare_what_hint()) } else { Ok(None) };
    };
    if !format.has_sections() {
        return no(compare::compare_form(), compare::compare_form_hint());
    }
    if !Section::Comparison.is_for(reader) {
        return no(compare::compare_reader(), compare::compare_reader_hint());
    }
    let left = lane(campaign, left, false)?;
    if right.trim().eq_ignore_ascii_case(PROPOSED) {
        return proposed(campaign, left, options).map(|right| Some(Compared { left, right }));
    }
    let right = lane(campaign, right, false)?;
    if left == right {
        let name = campaign.lane(left).map_or("", |lane| campaign.lane_name(lane));
        return no(&compare::compare_same(name), compare::compare_same_hint());
    }
    Ok(Some(Compared { left, right: Beside::Lane(right) }))
}

/// A lane as the checker would have it.
fn proposed(campaign: &Campaign, id: LaneId, options: &check::Options) -> Result<Beside, (String, String)> {
    let no = |message: String| Err((message, compare::compare_proposed_hint().to_owned()));
    let lane = campaign.lane(id);
    if lane.is_some_and(|lane| lane.moments.len() > check::LONGEST_PROPOSED) {
        return no(compare::lane_too_long(check::LONGEST_PROPOSED));
    }
    let name = lane.map_or("", |lane| campaign.lane_name(lane));
    // What is new in an order is in no plan, and has the same ids each time: the same plan gives the same bytes.
    let ids = &mut IdSource::seeded(NEW_IN_AN_ORDER);
    let order = check::proposed_order(&Arc::new(campaign.clone()), id, options, ids);
    order.map_or_else(|| no(compare::compare_nothing_proposed(name)), |lane| Ok(Beside::Order(lane)))
}

/// The lane that is meant by a name: of its creator (whole, or its first part), of the lane, or the lane's id.
fn lane(campaign: &Campaign, name: &str, of_creator: bool) -> Result<LaneId, (String, String)> {
    let wanted = name.trim().trim_start_matches('@').to_lowercase();
    let lanes: Vec<_> = campaign.lanes.iter().filter(|lane| !of_creator || lane.is_creator()).collect();
    if let Some(lane) = lanes.iter().find(|lane| lane.id.to_string() == wanted) {
        return Ok(lane.id);
    }
    let full = |lane: &Arc<Lane>| campaign.lane_name(lane).to_lowercase() == wanted;
    let handle = |lane: &Arc<Lane>| {
        let handle = campaign.creator_of(lane).and_then(|creator| creator.handle.as_deref());
        handle.is_some_and(|handle| handle.trim_start_matches('@').to_lowercase() == wanted)
    };
    let first = |lane: &Arc<Lane>| campaign.lane_name(lane).to_lowercase().split_whitespace().next() == Some(wanted.as_str());
    for is in [&full as &dyn Fn(&Arc<Lane>) -> bool, &handle, &first] {
        let found: Vec<_> = lanes.iter().filter(|lane| is(lane)).collect();
        match found.as_slice() {
            [] => {}
            [one] => return Ok(one.id),
            several => {
                let ids: Vec<String> = several.iter().map(|lane| lane.id.to_string()).collect();
                return Err((say::several_lanes(name), say::lane_by_id(words::list(&ids))));
            }
        }
    }
    let names: Vec<&str> = lanes.iter().map(|lane| campaign.lane_name(lane)).collect();
    let firsts: Vec<&str> = names.iter().filter_map(|name| name.split_whitespace().next()).collect();
    let hint = match nearest(&wanted, &names).or_else(|| nearest(&wanted, &firsts)) {
        Some(near) => say::mean_lane(near),
        None if names.is_empty() => say::no_lanes().to_owned(),
        None => say::lanes_are(words::list(&names)),
    };
    Err((say::no_such_lane(name), hint))
}
