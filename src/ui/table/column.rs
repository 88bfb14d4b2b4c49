//! The columns of the table: what they are called, how wide they are at first, and how what stands in them is changed.

use crate::words::language::{self, Language};
use crate::words::{inspect, names, table_view as say};

/// How a cell of a column is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// By writing.
    Written,
    /// By choosing one of several; it can be written as well.
    Chosen,
    /// By ticking some of several; they can be written as well.
    Ticked,
    /// Not here: it follows from the others.
    Follows,
}

/// Hands over what is said of each column: its key, how wide it is at first in points, whether it is shown at first, and how its
/// cells are changed.
macro_rules! columns {
    ($( $(#[$doc:meta])* $name:ident = $key:literal, $width:literal, $shown:literal, $way:ident; )+) => {
        /// A column of the table. One that belongs to a field of a moment has the key of that field in the file.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Column { $( $(#[$doc])* $name, )+ }

        impl Column {
            /// Every column, in the order in which they stand at first.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The key by which the column is kept.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)+ }
            }

            /// How wide it is at first, in points, where the words of the window are English.
            const fn english_width(self) -> f32 {
                match self { $(Self::$name => $width,)+ }
            }

            /// Whether it is shown at first.
            pub(super) const fn shown_at_first(self) -> bool {
                match self { $(Self::$name => $shown,)+ }
            }

            /// How its cells are changed.
            pub(super) const fn way(self) -> Way {
                match self { $(Self::$name => Way::$way,)+ }
            }
        }
    };
}

columns! {
    /// When it comes.
    Date = "when", 92.0, true, Written;
    /// Whose lane it stands on.
    Creator = "lane", 92.0, true, Chosen;
    /// What it is.
    Kind = "kind", 140.0, true, Chosen;
    /// What it is called.
    Title = "title", 240.0, true, Written;
    /// Where it appears, and in what shape.
    Channel = "platform", 96.0, true, Chosen;
    /// What the audience gets.
    Gives = "audience_value", 96.0, true, Ticked;
    /// The value that both sides share.
    SharedValue = "shared_value", 132.0, true, Chosen;
    /// How hard it asks.
    Ask = "cta", 98.0, true, Chosen;
    /// Who has the last word.
    Control = "creative_control", 70.0, true, Chosen;
    /// How far it is.
    Status = "status", 102.0, true, Chosen;
    /// Who looks after it.
    Owner = "owner", 62.0, true, Written;
    /// What it costs.
    Fee = "cost", 74.0, true, Written;
    /// What is found about it.
    Check = "findings", 54.0, true, Follows;
    /// The time of day.
    Time = "time", 66.0, false, Written;
    /// How far its day may move.
    Window = "window", 84.0, false, Written;
    /// Its length in minutes.
    Length = "duration", 70.0, false, Written;
    /// The first line.
    Hook = "hook", 220.0, false, Written;
    /// What is asked for.
    Product = "product", 130.0, false, Chosen;
    /// Whether the whole piece is about the brand.
    Placement = "placement", 150.0, false, Chosen;
    /// What the creator gets.
    Pay = "compensation", 96.0, false, Chosen;
    /// The label that says it is paid.
    Label = "disclosure", 130.0, false, Written;
    /// Words that have to be said.
    MustSay = "must_say", 180.0, false, Written;
    /// Further roles it plays.
    Covers = "covers", 150.0, false, Ticked;
    /// What stands behind a stand.
    Proof = "proof", 150.0, false, Written;
    /// What is measured.
    Measures = "kpis", 150.0, false, Written;
    /// Links.
    Links = "links", 180.0, false, Written;
    /// Notes for the team.
    Notes = "notes", 240.0, false, Written;
}

/// The narrowest and the widest that a column can be, in points.
pub(super) const WIDTHS: std::ops::RangeInclusive<f32> = 48.0..=640.0;

impl Column {
    /// How wide it is at first, in points: heads and choices have room, and what has more than it needs gives some of it.
    pub(super) fn first_width(self) -> f32 {
        match (language::spoken(), self) {
            (Language::German, Self::Ask) => 104.0,
            (Language::German, Self::Title) => 216.0,
            (Language::German, Self::Channel) => 92.0,
            (Language::German, Self::SharedValue) => 128.0,
            (Language::German, Self::Control) => 86.0,
            (Language::German, Self::Status) => 114.0,
            (Language::German, Self::Owner) => 74.0,
            (Language::German, Self::Check) => 60.0,
            _ => self.english_width(),
        }
    }

    /// The column with that key.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|column| column.key() == key)
    }

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => names::field("date"),
            Self::Gives => inspect::gives(),
            Self::Ask => say::ask(),
            Self::Check => say::check(),
            other => names::field(other.key()),
        }
    }

    /// The column in which a field of a moment stands that a finding is about.
    pub(super) fn of_field(field: &str) -> Option<Self> {
        match field {
            "format" => Some(Self::Channel),
            "cause" => Some(Self::Proof),
            // A claim is checked on the page of the product, but it is the product of the moment that asks for it.
            "verified" => Some(Self::Product),
            field => Self::of_key(field),
        }
    }

    /// Whether its cells end at their right: numbers are compared by their last digit.
    pub(super) const fn is_number(self) -> bool {
        matches!(self, Self::Fee | Self::Length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_a_name_and_a_key_of_its_own() {
        for column in Column::ALL {
            assert_eq!(Column::of_key(column.key()), Some(*column));
            assert!(!column.name().is_empty() && column.name() != "Field", "{column:?}");
            assert_eq!(Column::ALL.iter().filter(|other| other.name() == column.name()).count(), 1, "{column:?}");
            assert!(WIDTHS.contains(&column.first_width()), "{column:?}");
        }
    }
}
