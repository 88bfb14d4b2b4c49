//! What is chosen in the dialog. It is remembered from one plan to the next, as far as it does not belong to one plan.

use std::sync::Arc;

use egui::{Id, ScrollArea};

use crate::model::{Campaign, Lane, LaneId};
use crate::share::choice::WIDTHS;
use crate::share::{Choice, Entries, Format, Motif, Reader, Section};
use crate::words::language::Language;

/// What is chosen while the dialog is open.
#[derive(Clone, Debug)]
pub struct ShareDraft {
    /// For whom, what and how.
    pub choice: Choice,
    /// The lane that it is for where it is for one creator, kept while another reader is chosen.
    pub lane: Option<LaneId>,
    /// Lanes in another order that somebody tries: each can be compared with the lane as planned.
    pub orders: Vec<Arc<Lane>>,
    /// The page that is shown large, from 0.
    pub page: usize,
    /// The part of the file that is shown, from 0, where it has several: the sheet of a workbook.
    pub part: usize,
    /// In a narrow window: the preview is shown instead of the choices.
    pub previewing: bool,
    /// What had the keyboard before a dialog came over this one; it gets it back.
    pub back: Option<Id>,
    /// It was drawn before. Lists of a dialog that is opened anew begin at their top.
    pub(super) is_drawn: bool,
    /// What a calendar holds for a reader: nothing that it rests on changes below the dialog.
    entries: Option<((Reader, bool), Entries)>,
    /// The width as it is written, until it is a number that can be used.
    pub(super) width: Option<String>,
}

impl ShareDraft {
    /// Begins with a choice for a plan. A lane that is not in the plan is no creator's; then the first one stands ready.
    #[must_use]
    pub fn new(choice: Choice, campaign: &Campaign) -> Self {
        let first = campaign.lanes.iter().find(|lane| lane.is_creator()).map(|lane| lane.id);
        let named = match choice.reader {
            Reader::Creator(id) => campaign.lane(id).filter(|lane| lane.is_creator()).map(|lane| lane.id),
            Reader::Internal | Reader::Client => None,
        };
        let lane = named.or(first);
        let reader = match (choice.reader, lane) {
            (Reader::Creator(_), Some(lane)) => Reader::Creator(lane),
            // Where nobody has a lane, the client's version is the nearest that says no more.
            (Reader::Creator(_), None) => Reader::Client,
            (reader, _) => reader,
        };
        Self {
            choice: Choice { reader, ..choice },
            lane,
            orders: Vec::new(),
            page: 0,
            part: 0,
            previewing: false,
            back: None,
            is_drawn: false,
            entries: None,
            width: None,
        }
    }

    /// A list of the dialog that scrolls.
    pub(super) fn list(&self, name: &str, height: f32) -> ScrollArea {
        let area = ScrollArea::vertical().id_salt(name).max_height(height).auto_shrink(false);
        if self.is_drawn { area } else { area.vertical_scroll_offset(0.0) }
    }

    /// What a calendar for the reader holds.
    pub(super) fn entries(&mut self, campaign: &Campaign) -> Entries {
        let asked = (self.choice.reader, self.choice.has_deadlines());
        let known = self.entries.filter(|(of, _)| *of == asked);
        let (_, entries) = known.unwrap_or_else(|| (asked, Entries::of(campaign, asked.0, asked.1)));
        self.entries = Some((asked, entries));
        entries
    }

    /// Takes or leaves out a section.
    pub(super) fn toggle(&mut self, section: Section) {
        if !self.choice.sections.remove(&section) {
            self.choice.sections.insert(section);
        }
    }

    /// Reads the width that was written; one that cannot be used stays in the field and changes nothing.
    pub(super) fn write_width(&mut self, text: String) {
        if let Some(width) = text.trim().parse().ok().filter(|width| WIDTHS.contains(width)) {
            self.choice.width = width;
        }
        self.width = Some(text);
    }

    /// Whether what is written as the width cannot be used.
    pub(super) fn width_is_wrong(&self) -> bool {
        self.width.as_ref().is_some_and(|text| text.trim().parse::<u32>().ok() != Some(self.choice.width))
    }

    /// Another reader. The page that was shown is none of theirs.
    pub(super) fn set_reader(&mut self, reader: Reader) {
        if let Reader::Creator(lane) = reader {
            self.lane = Some(lane);
            // A picture of a lane that they do not get is a picture of nothing.
            if matches!(self.choice.motif, Motif::Lane(other) if other != lane) {
                self.choice.motif = Motif::Board;
            }
        }
        if self.choice.reader != reader {
            // What was chosen for one reader is not what another one is to get.
            self.choice.deadlines = None;
        }
        self.choice.reader = reader;
        (self.page, self.part) = (0, 0);
    }

    /// Another language. The text that is written in it has other pages and parts.
    pub(super) fn set_language(&mut self, language: Language) {
        self.choice.language = language;
        (self.page, self.part) = (0, 0);
    }

    /// Another format. The page that was shown is of no other one.
    pub(super) fn set_format(&mut self, format: Format) {
        self.choice.format = format;
        (self.page, self.part) = (0, 0);
    }
}
