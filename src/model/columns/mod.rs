//! The columns of a table of moments: the one list from which tables are written and by which they are read again.
//!
//! A [`Column`] knows its heading, what its cells hold and who may see it; [`Column::write`] makes the cell of a moment, and
//! [`Column::read`] puts a cell back into a [`Draft`] of one. The two are each other's inverse: what is written is read
//! without loss, except that texts come out clean (see [`super::clean`]) and that an empty text is none.
//!
//! ```text
//!             write                     text                      parse                    put
//!   moment  ─────────▶  Cell  ─────────────────▶  "2027-09-16"  ─────────▶  Cell  ─────────────────▶  Draft
//!                        │                                                   ▲
//!                        └────────  a cell of a workbook: date, number  ─────┘
//! ```
//!
//! People, products, brands, lanes and pictures stand in a table under their names; [`Names`] says how a name is written so
//! that it means one thing only. A newer version's fields, which this one does not know, are no columns. Nothing here knows a
//! file or a format.

mod cell;
mod draft;
mod names;
mod sheets;
mod write;

pub use super::{split_list, unguarded};
pub use cell::{Cell, Wrong, guarded, join_list};
pub use draft::{Clash, Draft};
pub use names::{Names, Shelf};
pub use sheets::{DELIVERABLE_AFTER, DELIVERABLE_BEFORE, OwnSheet, TABLE_MARK, TABLE_VERSION, own_sheet};
pub use write::Row;

use super::{AudienceValue, Compensation, Control, Cta, Format, Kind, Placement, Platform, Status};
use crate::words::{columns as say, language, names as words};

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Holds {
    /// A line.
    Text,
    /// A text that may be long and have several lines.
    Long,
    /// The name of something in the plan.
    Name,
    /// A day of the calendar.
    Day,
    /// A time of day.
    Time,
    /// A whole number.
    Number,
    /// An amount of money, in hundredths; its currency is a column of its own.
    Amount,
    /// One of the column's choices.
    Choice,
    /// Some of the column's choices.
    Choices,
    /// Texts or names, as [`join_list`] writes them.
    List,
    /// Yes or nothing.
    YesNo,
}

/// Who gets a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    /// Everyone.
    Everyone,
    /// The team and the client, but not a creator.
    NotCreators,
    /// The team.
    Team,
}

/// One choice of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The key in the plan's file.
    pub key: &'static str,
    /// The name in a table.
    pub name: &'static str,
}

/// Hands the list of all columns to a macro: name, key, what the cells hold, who gets them. Whatever goes through all columns is
/// made from it, so that none can be written and not read.
macro_rules! each_column {
    ($make:ident) => {
        $make! {
            /// What the moment is called.
            Title = "title", Text, Everyone;
            /// The lane it stands in.
            Lane = "lane", Name, Everyone;
            /// The creator of that lane.
            Creator = "creator", Name, Everyone;
            /// The creator's handle.
            Handle = "handle", Text, Everyone;
            /// The brand of that lane.
            Brand = "brand", Name, Everyone;
            /// The day of the calendar on which it comes, also where it is counted from day 0.
            Date = "date", Day, Everyone;
            /// The time of day.
            Time = "time", Time, Everyone;
            /// Days from day 0.
            Day = "day", Number, Everyone;
            /// Its place in the order of the lane.
            Order = "order", Number, Everyone;
            /// How many days earlier it may come.
            Earlier = "earlier", Number, Everyone;
            /// How many days later it may come.
            Later = "later", Number, Everyone;
            /// What it is.
            Kind = "kind", Choice, Everyone;
            /// Further roles it plays.
            Covers = "covers", Choices, Everyone;
            /// The first line.
            Hook = "hook", Long, Everyone;
            /// Where it appears.
            Platform = "platform", Choice, Everyone;
            /// The shape of the content.
            Format = "format", Choice, Everyone;
            /// Its length in minutes.
            Duration = "duration", Number, Everyone;
            /// What the audience gets.
            AudienceValue = "audience_value", Choices, Everyone;
            /// The value that both sides share.
            SharedValue = "shared_value", Text, Everyone;
            /// What is asked for.
            Product = "product", Name, Everyone;
            /// How it asks.
            Cta = "cta", Choice, Everyone;
            /// Whether the whole piece is about the brand.
            Placement = "placement", Choice, Everyone;
            /// Words that have to be said.
            MustSay = "must_say", Long, Everyone;
            /// The label that says it is paid.
            Disclosure = "disclosure", Text, Everyone;
            /// Whether the label is said aloud.
            Spoken = "spoken", YesNo, Everyone;
            /// Whether the platform's own label is set.
            PlatformLabel = "platform_label", YesNo, Everyone;
            /// Whether an organic card names the brand.
            MentionsBrand = "mentions_brand", YesNo, Everyone;
            /// Whether it takes a stand.
            Cause = "cause", YesNo, Everyone;
            /// What is measured.
            Kpis = "kpis", List, Everyone;
            /// The creators that a card of the brand names.
            Features = "features", List, NotCreators;
            /// The brand that a card of the brand lane speaks for.
            SpeaksFor = "speaks_for", Name, Everyone;
            /// The picture, by the name of its file; what is shared with others has names of its own.
            Picture = "picture", Name, Team;
            /// What stands behind a stand.
            Proof = "proof", Long, Team;
            /// How far it is.
            Status = "status", Choice, Team;
            /// Who looks after it.
            Owner = "owner", Text, Team;
            /// What the creator gets.
            Compensation = "compensation", Choice, Team;
            /// Who has the last word.
            Control = "creative_control", Choice, Everyone;
            /// What it costs.
            Fee = "fee", Amount, Team;
            /// In which currency.
            Currency = "currency", Text, Team;
            /// Notes for the team.
            Notes = "notes", Long, Team;
            /// Links.
            Links = "links", List, Team;
            /// The identity of the moment, by which a table that comes back changes it and does not double it.
            Id = "id", Text, Everyone;
        }
    };
}
pub(crate) use each_column;

macro_rules! columns {
    ($( $(#[$doc:meta])* $name:ident = $key:literal, $holds:ident, $who:ident; )+) => {
        /// A column of a table of moments.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Column { $( $(#[$doc])* $name, )+ }

        impl Column {
            /// Every column, in the order in which they stand.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The name of the column in maps and preferences.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)+ }
            }

            /// Its heading, which stays the same from version to version, whatever is spoken.
            #[must_use]
            pub fn heading(self) -> &'static str {
                language::english(|| say::heading(self.key()))
            }

            /// Its heading as somebody is told of it who speaks another language.
            #[must_use]
            pub fn shown_heading(self) -> &'static str {
                say::heading(self.key())
            }

            /// What its cells hold.
            #[must_use]
            pub const fn holds(self) -> Holds {
                match self { $(Self::$name => Holds::$holds,)+ }
            }

            /// Who gets it.
            #[must_use]
            pub const fn who(self) -> Who {
                match self { $(Self::$name => Who::$who,)+ }
            }
        }
    };
}

each_column!(columns);

impl Column {
    /// The column with that key.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|column| column.key() == key)
    }

    /// The column with that heading, as this program writes it; capitals and blanks around it do not matter.
    #[must_use]
    pub fn of_heading(heading: &str) -> Option<Self> {
        let heading = heading.trim().to_lowercase();
        Self::ALL.iter().copied().find(|column| column.heading().to_lowercase() == heading)
    }

    /// What can be chosen, by its English names; empty where a column holds no choice.
    #[must_use]
    pub fn choices(self) -> Vec<Choice> {
        language::english(|| self.named_choices())
    }

    fn named_choices(self) -> Vec<Choice> {
        fn all<T: Copy>(of: &[T], key: fn(T) -> &'static str, name: fn(&str) -> &'static str) -> Vec<Choice> {
            of.iter().map(|choice| Choice { key: key(*choice), name: name(key(*choice)) }).collect()
        }
        match self {
            Self::Kind | Self::Covers => all(Kind::ALL, Kind::key, words::kind),
            Self::Platform => all(Platform::ALL, Platform::key, words::platform),
            Self::Format => all(Format::ALL, Format::key, words::choice),
            Self::AudienceValue => all(AudienceValue::ALL, AudienceValue::key, words::choice),
            Self::Cta => all(Cta::ALL, Cta::key, words::cta),
            Self::Placement => all(Placement::ALL, Placement::key, words::placement),
            Self::Status => all(Status::ALL, Status::key, words::status),
            Self::Compensation => all(Compensation::ALL, Compensation::key, words::choice),
            Self::Control => all(Control::ALL, Control::key, words::choice),
            _ => Vec::new(),
        }
    }

    /// Whether its cells are what people typed: the ones in which a spreadsheet could see a formula.
    #[must_use]
    pub const fn is_typed(self) -> bool {
        matches!(self.holds(), Holds::Text | Holds::Long | Holds::Name | Holds::List)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::Moment;
    use super::*;

    #[test]
    fn every_field_of_a_moment_has_a_column() {
        let covered = |field: &str| match field {
            "when" => vec![Column::Date, Column::Day, Column::Order],
            "window" => vec![Column::Earlier, Column::Later],
            "cost" => vec![Column::Fee, Column::Currency],
            "image" => vec![Column::Picture],
            "brand" => vec![Column::SpeaksFor],
            field => Column::of_key(field).into_iter().collect(),
        };
        // Only an idea in the tray names whom it is meant for, and ideas are never shared.
        let missing: Vec<&str> =
            Moment::FIELDS.iter().copied().filter(|field| *field != "for_creator" && covered(field).is_empty()).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn keys_headings_and_choices_are_told_apart() {
        let distinct = |texts: Vec<String>| texts.iter().collect::<BTreeSet<_>>().len() == texts.len();
        assert!(distinct(Column::ALL.iter().map(|column| column.key().to_owned()).collect()));
        assert!(distinct(Column::ALL.iter().map(|column| column.heading().to_lowercase()).collect()));
        for column in Column::ALL {
            assert!(!column.heading().is_empty(), "{column:?}");
            assert_eq!(Column::of_heading(&format!(" {} ", column.heading().to_uppercase())), Some(*column));
            let choices = column.choices();
            assert_eq!(choices.is_empty(), !matches!(column.holds(), Holds::Choice | Holds::Choices), "{column:?}");
            assert!(distinct(choices.iter().map(|choice| choice.name.to_lowercase()).collect()), "{column:?}");
        }
    }
}
