//! What the person who shares decides: for whom, what, and how it looks.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::{Day, Lane, LaneId};

use super::plan::Reader;
use crate::words::language;
use crate::words::language::{DateForm, Language, Manner, MoneyForm};

/// What an artifact is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// A deck to read and print.
    Pdf,
    /// The same deck as slides that can be edited.
    Pptx,
    /// One self-contained web page.
    Html,
    /// A workbook.
    Xlsx,
    /// A plain table of the moments.
    Csv,
    /// Dates for a calendar.
    Ics,
    /// A picture in pixels.
    Png,
    /// A picture in shapes.
    Svg,
    /// Text for wikis.
    Markdown,
}

impl Format {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 9] =
        [Self::Pdf, Self::Pptx, Self::Html, Self::Xlsx, Self::Csv, Self::Ics, Self::Png, Self::Svg, Self::Markdown];

    /// The format that the ending of a file name asks for; capitals do not matter.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        match ending.to_ascii_lowercase().as_str() {
            "html" | "htm" => Some(Self::Html),
            "md" | "markdown" => Some(Self::Markdown),
            lower => Self::ALL.into_iter().find(|format| format.ending() == lower),
        }
    }

    /// The ending of its files, without the dot.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Pptx => "pptx",
            Self::Html => "html",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Ics => "ics",
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Markdown => "md",
        }
    }

    /// Whether it is a deck: pages with sections, on a paper.
    #[must_use]
    pub const fn is_deck(self) -> bool {
        matches!(self, Self::Pdf | Self::Pptx)
    }

    /// Whether it is one picture.
    #[must_use]
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::Png | Self::Svg)
    }

    /// Whether people read any words of ours in it. A plain table comes back, and what reads it knows its words: it is always
    /// English, as is the sheet of a workbook that comes back.
    #[must_use]
    pub const fn has_language(self) -> bool {
        !matches!(self, Self::Csv)
    }

    /// Whether it has the look of the brand, light or dark.
    #[must_use]
    pub const fn has_look(self) -> bool {
        self.is_deck() || self.is_picture() || matches!(self, Self::Html)
    }

    /// Whether it is made of sections that can be left out.
    #[must_use]
    pub const fn has_sections(self) -> bool {
        self.is_deck() || matches!(self, Self::Html | Self::Markdown)
    }

    /// Whether the plan itself can travel inside it.
    #[must_use]
    pub const fn holds_plan(self) -> bool {
        matches!(self, Self::Pdf | Self::Pptx | Self::Html)
    }
}

/// The size of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Paper {
    /// 16 : 9, as wide as slides are: 13.33 × 7.5 inches.
    #[default]
    Wide,
    /// A4 landscape: 297 × 210 mm.
    A4,
    /// US Letter landscape: 11 × 8.5 inches.
    Letter,
}

impl Paper {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Wide, Self::A4, Self::Letter];

    /// The name in preferences and on the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::A4 => "a4",
            Self::Letter => "letter",
        }
    }

    /// Width and height in points.
    #[must_use]
    pub const fn points(self) -> (f64, f64) {
        match self {
            Self::Wide => (960.0, 540.0),
            Self::A4 => (841.89, 595.28),
            Self::Letter => (792.0, 612.0),
        }
    }
}

/// Light or dark pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
}

impl Tone {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// The name in preferences and on the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A part of a deck.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Section {
    /// The cover.
    Cover,
    /// The campaign on one page.
    Summary,
    /// All lanes with their curves and the phases.
    Arc,
    /// The moments of each creator, with pictures.
    Storyboards,
    /// Two lanes side by side, or one in two orders.
    Comparison,
    /// The months with their moments.
    Calendar,
    /// Who makes what, where and when.
    Deliverables,
    /// How each moment says that it is paid.
    Disclosure,
    /// Fees and budget. Team only.
    Budget,
    /// Open findings, what was not checked, rules that are off. Team only.
    Findings,
    /// Accepted risks with their reasons.
    Accepted,
    /// Pages that the team wrote.
    Own,
    /// One brief per creator.
    Briefs,
    /// Words, and what the curve is and is not.
    Glossary,
}

impl Section {
    /// All of them, in the order of the deck.
    pub const ALL: [Self; 14] = [
        Self::Cover,
        Self::Summary,
        Self::Arc,
        Self::Storyboards,
        Self::Comparison,
        Self::Calendar,
        Self::Deliverables,
        Self::Disclosure,
        Self::Budget,
        Self::Findings,
        Self::Accepted,
        Self::Own,
        Self::Briefs,
        Self::Glossary,
    ];

    /// The name in preferences and on the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Cover => "cover",
            Self::Summary => "summary",
            Self::Arc => "arc",
            Self::Storyboards => "storyboards",
            Self::Comparison => "comparison",
            Self::Calendar => "calendar",
            Self::Deliverables => "deliverables",
            Self::Disclosure => "disclosure",
            Self::Budget => "budget",
            Self::Findings => "findings",
            Self::Accepted => "accepted",
            Self::Own => "own",
            Self::Briefs => "briefs",
            Self::Glossary => "glossary",
        }
    }

    /// Whether that reader may have it.
    #[must_use]
    pub fn is_for(self, reader: Reader) -> bool {
        match reader {
            Reader::Internal => true,
            Reader::Client => !matches!(self, Self::Budget | Self::Findings),
            // One creator gets a brief, with what it is about and what its words mean.
            Reader::Creator(_) => {
                matches!(
                    self,
                    Self::Cover
                        | Self::Storyboards
                        | Self::Calendar
                        | Self::Disclosure
                        | Self::Own
                        | Self::Briefs
                        | Self::Glossary
                )
            }
        }
    }
}

/// The least and the most pixels that a picture can be wide.
pub const WIDTHS: std::ops::RangeInclusive<u32> = 320..=16_000;

/// What a picture shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Motif {
    /// The board: every lane with its cards.
    #[default]
    Board,
    /// The arc: every lane with its curve and markers.
    Arc,
    /// One lane with its cards and curve.
    Lane(LaneId),
}

/// What is compared on pages of their own.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The lane at the left.
    pub left: LaneId,
    /// What stands beside it.
    pub right: Beside,
}

/// What stands beside a lane.
#[derive(Clone, Debug, PartialEq)]
pub enum Beside {
    /// Another lane.
    Lane(LaneId),
    /// The same lane in another order, which the plan has nothing of.
    Order(Arc<Lane>),
}

/// Everything that is decided about an artifact.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Who it is for.
    pub reader: Reader,
    /// What it is written as.
    pub format: Format,
    /// The language of its readers.
    pub language: Language,
    /// How days are written where they are words; the months are those of the language.
    pub dates: DateForm,
    /// How amounts are written where they are words.
    pub money: MoneyForm,
    /// Its pages.
    pub paper: Paper,
    /// Light or dark.
    pub tone: Tone,
    /// The parts of the deck that are wanted; those the reader may not have are left out whatever stands here.
    pub sections: BTreeSet<Section>,
    /// What is compared, where anything is.
    pub compared: Option<Compared>,
    /// What a picture shows.
    pub motif: Motif,
    /// How wide a picture is, in pixels.
    pub width: u32,
    /// Whether the plan, as far as the reader may see it, travels inside.
    pub embed: bool,
    /// For machines: texts of a table are written as they are, without the mark that keeps a spreadsheet from calculating them.
    pub raw: bool,
    /// Whether a calendar has the days for drafts and approvals, too; unset as its reader usually has it.
    pub deadlines: Option<bool>,
    /// The day printed as the version of the artifact; unset prints none.
    pub made_on: Option<Day>,
    /// The second since 1970 in which it is made, for formats that tell versions of one day apart; unset where the same bytes are
    /// wanted all day.
    pub made_at: Option<i64>,
}

impl Choice {
    /// The usual choice: everything that this reader may have, in the language that is spoken, with days and amounts as they are
    /// written in it.
    #[must_use]
    pub fn new(reader: Reader, format: Format) -> Self {
        Self {
            reader,
            format,
            language: language::spoken(),
            dates: language::dates(),
            money: language::money(),
            paper: Paper::default(),
            tone: Tone::default(),
            sections: Section::ALL.into_iter().collect(),
            compared: None,
            motif: Motif::default(),
            width: 1920,
            embed: true,
            raw: false,
            deadlines: None,
            made_on: None,
            made_at: None,
        }
    }

    /// Whether a calendar has the days for drafts and approvals, too. They are for who works towards them: a client has them
    /// where somebody wants that.
    #[must_use]
    pub fn has_deadlines(&self) -> bool {
        self.deadlines.unwrap_or(self.reader != Reader::Client)
    }

    /// The language that it is written in.
    #[must_use]
    pub const fn written_in(&self) -> Language {
        if self.format.has_language() { self.language } else { Language::English }
    }

    /// How it speaks to its readers. What comes back into a table is the same for everybody.
    #[must_use]
    pub const fn manner(&self) -> Manner {
        if self.format.has_language() {
            Manner { language: self.language, dates: self.dates, money: self.money }
        } else {
            Manner::of(Language::English)
        }
    }

    /// Makes a part of it, in the language that it is written in, and in the forms that were chosen.
    pub fn in_its_language<T>(&self, make: impl FnOnce() -> T) -> T {
        let _spoken = language::write_as(self.manner());
        make()
    }

    /// Whether the deck has that part.
    #[must_use]
    pub fn has(&self, section: Section) -> bool {
        let is_there = section != Section::Comparison || self.compared.is_some();
        self.sections.contains(&section) && section.is_for(self.reader) && is_there
    }
}
